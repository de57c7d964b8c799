"""The menu Plugins > Land Renewal."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QFileDialog, QPushButton

from ..core.errors import LandRenewalError
from ..core.version import METHOD_VERSION
from ..processing.translation import tr

_RESOURCES = Path(__file__).parents[1] / "resources"
_SAMPLE = _RESOURCES / "sample"
_STUDY_LAYERS = (
    "parcels",
    "parks",
    "enterprises",
    "towns",
    "redline",
    "farmland",
    "boundary",
    "plan",
    "pois",
    "roads",
)


class Menu:
    """The actions of the menu; ``remove`` takes them away again."""

    def __init__(self, iface):
        self._iface = iface
        self._title = tr("Land Renewal")
        self._actions = [
            self._add("landRenewalSample", tr("Open the sample district"), self.open_sample),
            self._add("landRenewalResults", tr("Open the results of a study..."), self.open_results),
            self._add("landRenewalToolbox", tr("Toolbox"), self.show_toolbox),
        ]

    def _add(self, name, text, slot):
        action = QAction(QIcon(str(_RESOURCES / "icons" / "landrenewal.svg")), text, self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(slot)
        self._iface.addPluginToMenu(self._title, action)
        return action

    def remove(self):
        for action in self._actions:
            self._iface.removePluginMenu(self._title, action)
            action.deleteLater()
        self._actions = []

    def open_sample(self):
        """Open the sample project, or add the layers of the sample data to the present project."""
        if not (_SAMPLE / "sample.gpkg").is_file():
            self._warn(tr("The sample district is not in this installation."))
            return
        try:
            folder = own_copy(_SAMPLE, Path(QgsApplication.qgisSettingsDirPath()) / "land_renewal")
        except OSError as error:
            self._warn(tr("The sample district could not be copied into your QGIS profile: {}").format(error))
            return
        project, data = folder / "sample.qgz", folder / "sample.gpkg"
        if project.is_file():
            self._iface.addProject(str(project))
        else:
            add_sample_layers(data, QgsProject.instance())
        self._offer_study(data)

    def open_results(self):
        """Open the project over the results of a study; the first time it is made, beside them."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._iface.mainWindow(), tr("Results of a study"), "", tr("GeoPackage (*.gpkg)")
        )
        if not chosen:
            return
        try:
            self._iface.addProject(str(results_project(Path(chosen))))
        except LandRenewalError as error:
            self._warn(str(error))

    def show_toolbox(self):
        """Show QGIS's own Processing toolbox, where the algorithms are."""
        dock = self._iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if dock is not None:
            dock.setUserVisible(True)

    def _offer_study(self, data: Path):
        bar = self._iface.messageBar()
        message = bar.createMessage(
            self._title, tr("The sample district is a made-up place to try things on.")
        )
        button = QPushButton(tr("Run the study..."), message)
        button.clicked.connect(lambda: show_study(data))
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Info)

    def _warn(self, text: str):
        self._iface.messageBar().pushMessage(self._title, text, Qgis.MessageLevel.Warning)


def own_copy(source: Path, target: Path) -> Path:
    """A copy of the sample in the user's profile, made when there is none or the plugin brings a newer one.

    QGIS locks open files on Windows, and the plugin's own folder has to stay free for the next version.
    """
    folder = target / f"sample-{METHOD_VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("sample.gpkg", "sample.qgz"):
        original, copy = source / name, folder / name
        if not original.is_file():
            continue
        # copy2 keeps the time of the original; what the user has changed since is newer.
        if not copy.is_file() or copy.stat().st_mtime < original.stat().st_mtime:
            shutil.copy2(original, copy)
    return folder


def results_project(results: Path) -> Path:
    """The project beside a result GeoPackage. One that is there stays: the user may have worked on it.

    Errors: LandRenewalError when the GeoPackage is not the result of a study.
    """
    from ..processing.project import build_project

    target = results.with_suffix(".qgz")
    if not target.is_file():
        build_project(results, target, results.stem)
    return target


def show_study(data: Path) -> None:
    """The dialog of the study, with the layers of the sample filled in."""
    from qgis import processing

    inputs = {name.upper(): f"{data}|layername={name}" for name in _STUDY_LAYERS}
    processing.createAlgorithmDialog("landrenewal:study", inputs).show()


def add_sample_layers(data: Path, project: QgsProject) -> None:
    """Add all layers of a GeoPackage to a project, in one group, polygons below lines and points."""
    group = project.layerTreeRoot().insertGroup(0, tr("Sample district"))
    details = QgsProviderRegistry.instance().querySublayers(str(data))
    details = [d for d in details if d.name() != "layer_styles"]
    layers = [QgsVectorLayer(d.uri(), d.name(), d.providerKey()) for d in details]
    for layer in sorted(layers, key=lambda layer: (int(layer.geometryType()), layer.name())):
        if layer.isValid():
            project.addMapLayer(layer, False)
            group.addLayer(layer)
