'''The template of all algorithms: one file ``processing/algorithms/<id>.py`` holds one subclass.

A complete one::

    """Level of stock industrial land: base, community or block."""

    from __future__ import annotations

    from ..base import LandRenewalAlgorithm
    from ..compat import POLYGONS
    from ..translation import tr


    class ClassifyLevels(LandRenewalAlgorithm):
        TITLE = tr("Classify levels")
        GROUP = "assess"
        TAGS = ("level", "base", "community", "block")
        PURPOSE = tr("Says of every industrial parcel whether it is a base, a community or a block.")
        READING = tr("A parcel whose level_note is filled has a status that contradicts its area.")
        UNITS = tr("Areas in m2.")
        SOURCE = tr("P section 3.1")

        def declare(self):
            self.source("PARCELS", tr("Parcels"), tr("Industrial land with standard columns."), POLYGONS)
            self.source("PARKS", tr("Parks"), tr("Park boundaries."), POLYGONS, optional=True)
            self.rules()
            self.sink("OUTPUT", tr("Levels"), tr("The parcels with their level."), POLYGONS, style="levels")
            self.output_number("BASES", tr("Number of base parcels"))

        def compute(self, job):
            from ...core.levels.levels import classify_levels  # imported here, never at the top

            crs = job.crs("PARCELS")
            parcels = job.table("PARCELS")
            parks = job.table("PARKS", crs)  # None when left empty
            result = classify_levels(parcels, parks, job.text("RULES"), job.progress)
            job.augment("PARCELS", "OUTPUT", result)  # original features plus the columns of result, by row
            return {"BASES": int((result["level"] == "base").sum())}

The id is the name of the file. ``job`` is a ``processing.job.Job``: ``table``, ``crs``, ``has``, ``text``,
``number``, ``flag``, ``choice``, ``file`` read parameters; ``augment``, ``write``, ``rejects`` fill sinks;
``progress(share, text)`` goes to the core; ``note`` and ``warn`` talk to the user. A ``LandRenewalError``
becomes the sentence that the user reads; Cancel ends the run cleanly.
'''

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..core.common.errors import LandRenewalError, sentence
from . import dependencies
from .adapter import file_table
from .compat import ANY_TABLE
from .files import Source, is_messy_file, open_source, table_behind, takes_tables
from .given import out_of_bounds, overwritten
from .job import Job
from .progress import Cancelled
from .said import said
from .threads import keep_thread
from .translation import speaking, tr

_ICONS = Path(__file__).parents[1] / "resources" / "icons"
_NUMBER, _TYPE_INTEGER = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Integer

GROUPS = {
    "study": tr("Study"),
    "prepare": tr("Prepare data"),
    "assess": tr("Assess land and enterprises"),
    "decide": tr("Guidance and scenarios"),
    "evaluate": tr("Economics, contracts and city"),
}


class LandRenewalAlgorithm(QgsProcessingAlgorithm):
    """Subclass, set the texts, write ``declare`` and ``compute``; see the example above."""

    TITLE = ""
    GROUP = "assess"
    TAGS: tuple[str, ...] = ()
    PURPOSE = ""
    READING = ""
    UNITS = ""
    SOURCE = ""

    def __init__(self):
        super().__init__()
        self.sink_styles: dict[str, str] = {}
        self._files: dict = {}
        self._sources: dict[str, Source] = {}
        self._problem = ""

    def declare(self) -> None:
        """Add the parameters and outputs."""
        raise NotImplementedError

    def compute(self, job: Job) -> dict:
        """Do the work; returns figures and texts by name of the output. The job adds sinks and files.

        (``run`` is QGIS's own name for starting an algorithm.)
        """
        raise NotImplementedError

    def check(self, parameters: dict, context) -> str:
        """A sentence that refuses the parameters before the run, or nothing."""
        return ""

    def source(self, name, title, help, type=ANY_TABLE, optional=False, default=None) -> None:
        """A layer to read. ``type`` is one of processing.compat."""
        self.add(QgsProcessingParameterFeatureSource(name, title, [type], default, optional), help)

    def sink(self, name, title, help, type=ANY_TABLE, style="", optional=False, create=True) -> None:
        """A layer to write; ``style`` is a file name in resources/styles without .qml."""
        self.sink_styles[name] = style
        self.add(QgsProcessingParameterFeatureSink(name, title, type, None, optional, create), help)

    def rules(self, name="RULES", default="default") -> None:
        """The rule profile: name of one that comes with the plugin, or a file."""
        help = tr("Rule profile: the name of one that comes with the plugin, or your own YAML file.")
        self.preset(name, tr("Rules"), help, default)

    def preset(self, name, title, help, default="", advanced=False) -> None:
        """The name of something that comes with the plugin, or one's own file: for ``job.text``."""
        # QGIS 3.22 forgets the default of a file parameter that is not optional.
        parameter = QgsProcessingParameterFile(name, title, defaultValue=default, optional=True)
        # QGIS's own filter "*.*" would refuse a name without a dot.
        parameter.setFileFilter(tr("Any file (*)"))
        self.add(parameter, help, advanced)

    def number(
        self,
        name,
        title,
        help,
        default=None,
        minimum=None,
        maximum=None,
        integer=False,
        optional=False,
        advanced=False,
    ) -> None:
        """A number within bounds."""
        kind = _TYPE_INTEGER if integer else _NUMBER.Type.Double
        parameter = _NUMBER(name, title, kind, default, optional)
        if minimum is not None:
            parameter.setMinimum(minimum)
        if maximum is not None:
            parameter.setMaximum(maximum)
        self.add(parameter, help, advanced)

    def flag(self, name, title, help, default=False, advanced=False) -> None:
        """Yes or no."""
        self.add(QgsProcessingParameterBoolean(name, title, default), help, advanced)

    def choice(self, name, title, help, values, default=None, optional=False, advanced=False) -> None:
        """One of some fixed values, kept as text in scripts and models; read it with ``job.choice``."""
        parameter = QgsProcessingParameterEnum(name, title, list(values), False, default, optional, True)
        self.add(parameter, help, advanced)

    def file(self, name, title, help, filter=None, optional=False, create=True) -> None:
        """A file to write, by default a GeoPackage."""
        filter = filter or tr("GeoPackage (*.gpkg)")
        self.add(QgsProcessingParameterFileDestination(name, title, filter, None, optional, create), help)

    def output_number(self, name, title) -> None:
        """A figure that models and scripts can use."""
        self.addOutput(QgsProcessingOutputNumber(name, title))

    def add(self, parameter, help: str, advanced: bool = False) -> None:
        """Any other parameter; every one has a help text."""
        parameter.setHelp(help)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        if not self.addParameter(parameter):
            raise ValueError(f"parameter {parameter.name()} of {self.name()} was refused")

    def initAlgorithm(self, config=None):
        self.declare()

    def createInstance(self):
        return type(self)()

    def name(self):
        return type(self).__module__.rpartition(".")[2]

    def displayName(self):
        return self.TITLE

    def group(self):
        return GROUPS[self.GROUP]

    def groupId(self):
        return self.GROUP

    def tags(self):
        return list(self.TAGS)

    def shortDescription(self):
        return self.PURPOSE

    def icon(self):
        path = _ICONS / f"{self.name()}.svg"
        return QIcon(str(path if path.is_file() else _ICONS / "landrenewal.svg"))

    def shortHelpString(self):
        parts = [f"<p>{self.PURPOSE}</p>"]
        definitions = self.parameterDefinitions()
        parts += _help_list(tr("Inputs"), [p for p in definitions if not p.isDestination()])
        outputs = [p for p in definitions if p.isDestination()]
        parts += _help_list(tr("Outputs"), outputs, self._number_titles())
        for title, text in (
            (tr("How to read the results"), self.READING),
            (tr("Units"), self.UNITS),
            (tr("Source"), self.SOURCE),
        ):
            parts += [f"<h3>{title}</h3><p>{text}</p>"] if text else []
        return "".join(parts)

    def _number_titles(self):
        return [o.description() for o in self.outputDefinitions() if isinstance(o, QgsProcessingOutputNumber)]

    def canExecute(self):
        problem = dependencies.problem()
        return not problem, problem

    def checkParameterValues(self, parameters, context):
        # QGIS tries to load every file itself, and not all of those that are read here.
        stand_in = QgsVectorLayer("NoGeometry", "", "memory")
        messy = dict.fromkeys(self._messy_files(parameters), stand_in)
        passed, message = super().checkParameterValues({**parameters, **messy}, context)
        if not passed:
            return False, out_of_bounds(self, parameters) or message
        problem = overwritten(self, parameters, context) or self.check(parameters, context)
        return not problem, problem

    def prepareAlgorithm(self, parameters, context, feedback):
        # Layers live in the main thread: what has to be known of them for reading in bulk is asked here.
        messy = self._messy_files(parameters)
        for name in self._source_names():
            try:
                self._note_source(name, name in messy, parameters, context)
            except LandRenewalError as error:
                # What is raised here QGIS reports only as "there were errors": said when the run begins.
                self._problem = self._problem or said(sentence("{}: {}", name, error))
        return True

    def _source_names(self) -> list[str]:
        wanted = QgsProcessingParameterFeatureSource.typeName()
        return [
            definition.name() for definition in self.parameterDefinitions() if definition.type() == wanted
        ]

    def _messy_files(self, parameters) -> list[str]:
        """Sources given as files that are not for QGIS to read."""
        return [
            name
            for name in self._source_names()
            if not _is_part(parameters.get(name))
            and is_messy_file(parameters.get(name), takes_tables(self.parameterDefinition(name)))
        ]

    def _note_source(self, name, messy: bool, parameters, context) -> None:
        value = parameters.get(name)
        if _is_part(value):
            return
        if messy:
            source = self._sources[name] = open_source(value)
            if source.layer is not None:
                context.temporaryLayerStore().addMapLayer(source.layer)
            layer = source.layer
        else:
            layer = self.parameterAsVectorLayer(parameters, name, context)
            behind = table_behind(layer) if takes_tables(self.parameterDefinition(name)) else ""
            if behind:
                self._sources[name] = open_source(behind)
                return
        table = file_table(layer) if layer is not None and layer.isValid() else None
        if table:
            self._files[name] = table

    def processAlgorithm(self, parameters, context, feedback):
        keep_thread()
        # processing.run does not ask canExecute().
        problem = dependencies.problem()
        if problem:
            raise QgsProcessingException(problem)
        if self._problem:
            raise QgsProcessingException(self._problem)
        job = Job(self, parameters, context, feedback, self._files, self._sources)
        try:
            with speaking(job.language()):
                figures = self.compute(job) or {}
        except LandRenewalError as error:
            raise QgsProcessingException(said(error)) from error
        except Cancelled:
            return {}
        return {**job.results, **figures}


def _is_part(value) -> bool:
    """Whether only some features of a layer were asked for, which its file does not know."""
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return False
    filtered = getattr(value, "filterExpression", "")
    return bool(value.selectedFeaturesOnly or value.featureLimit >= 0 or filtered)


def _help_list(title: str, definitions, more=()) -> list[str]:
    items = [tr("{}: {}").format(f"<li><b>{d.description()}</b>", f"{d.help()}</li>") for d in definitions]
    items += [f"<li>{text}</li>" for text in more]
    return [f"<h3>{title}</h3><ul>{''.join(items)}</ul>"] if items else []
