"""One run of an algorithm: its inputs as tables, its outputs, its progress and its notes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
)

from ..core.common.errors import LandRenewalError, sentence, word
from . import settings
from .adapter import FileTable, check_crs, pyproj_crs, read_table
from .fields import alias, without_aliases
from .files import Source, read_any
from .geometry import is_spatial
from .progress import Progress
from .said import said
from .sinks import augment, augmented_fields, frame_fields, frame_wkb_type, write_frame
from .styles import finish_output, finish_result

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..core.intake.sheets import Reading


class Job:
    """What ``compute`` is given. ``results`` collects its sinks and files, ``readings`` what was left out or
    guessed in reading its files.
    """

    def __init__(
        self,
        algorithm,
        parameters: dict,
        context: QgsProcessingContext,
        feedback,
        files: dict[str, FileTable],
        sources: dict[str, Source] | None = None,
    ):
        self.algorithm, self.parameters, self.context, self.feedback = (
            algorithm,
            parameters,
            context,
            feedback,
        )
        self.progress = Progress(feedback)
        self.results: dict = {}
        self.readings: dict[str, Reading] = {}
        self._files = files
        self._sources = sources or {}

    def has(self, name: str) -> bool:
        """Whether an optional parameter was given."""
        definition = self.algorithm.parameterDefinition(name)
        return self.parameters.get(name, definition.defaultValue()) not in (None, "")

    def source(self, name: str) -> QgsProcessingFeatureSource:
        """A source as QGIS gives it. Errors: QgsProcessingException when it cannot be opened."""
        opened = self._sources.get(name)
        layer = opened and opened.layer
        given = {**self.parameters, name: layer.id()} if layer is not None else self.parameters
        source = self.algorithm.parameterAsSource(given, name, self.context)
        if source is None:
            raise QgsProcessingException(self.algorithm.invalidSourceError(self.parameters, name))
        return source

    def crs(self, name: str) -> QgsCoordinateReferenceSystem:
        """The CRS of a source; not valid when it is not known."""
        if self._is_table(name):
            return QgsCoordinateReferenceSystem()
        return self.source(name).sourceCrs()

    def table(
        self, name: str, crs: QgsCoordinateReferenceSystem | None = None, columns=None
    ) -> gpd.GeoDataFrame | pd.DataFrame | None:
        """A source as a table, see ``adapter.read_table``; None when the parameter was left empty.

        A workbook or text table comes with all its columns, see ``files.read_any``. What its reader left out
        or guessed is noted, and kept in ``readings``.
        """
        if not self.has(name):
            return None
        if self._is_table(name):
            frame = self._table_file(name, crs)
        else:
            source = self._files.get(name) or self.source(name)
            frame = read_table(source, self.context, self.feedback, crs, columns)
            self._keep_notes(name, frame)
        self.note(sentence("{}: {} rows", word(name.lower()), len(frame)))
        for note in self.readings[name].notes if name in self.readings else ():
            self.note(sentence("{}: {}", word(name.lower()), note))
        return frame

    def _is_table(self, name: str) -> bool:
        return name in self._sources and self._sources[name].layer is None

    def _table_file(self, name: str, crs) -> gpd.GeoDataFrame | pd.DataFrame:
        reading = self.readings[name] = read_any(self._sources[name], crs)
        frame = reading.frame
        if is_spatial(frame) and frame.crs is not None and crs is not None and crs.isValid():
            return frame.to_crs(pyproj_crs(crs))
        return frame

    def _keep_notes(self, name: str, frame) -> None:
        from ..core.intake.sheets import Reading

        if name in self._sources:
            self.readings[name] = Reading(frame, notes=self._sources[name].notes)

    def text(self, name: str) -> str:
        """A text, file or preset parameter; when left empty its default, or "" when it has none."""
        given = self.algorithm.parameterAsString(self.parameters, name, self.context).strip()
        return given or str(self.algorithm.parameterDefinition(name).defaultValue() or "")

    def choice(self, name: str) -> str:
        """The value chosen from a fixed list."""
        return self.algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def language(self) -> str:
        """Language of what is written: as chosen, else as set in the options, else that of QGIS."""
        has_choice = self.algorithm.parameterDefinition("LANGUAGE") is not None
        chosen = self.choice("LANGUAGE") if has_choice and self.has("LANGUAGE") else ""
        return chosen or settings.output_language()

    def number(self, name: str) -> float | None:
        """A number; None when left empty."""
        return (
            self.algorithm.parameterAsDouble(self.parameters, name, self.context) if self.has(name) else None
        )

    def flag(self, name: str) -> bool:
        """A yes/no parameter."""
        return self.algorithm.parameterAsBoolean(self.parameters, name, self.context)

    def file(self, name: str) -> Path:
        """The path of a file to be written; it is put into the results."""
        path = self.algorithm.parameterAsFileOutput(self.parameters, name, self.context)
        self.results[name] = path
        return Path(path)

    def folder(self, name: str) -> Path:
        """The path of a folder to be written into, which is made; it is put into the results.

        Errors: LandRenewalError where it cannot be made.
        """
        path = self.algorithm.parameterAsString(self.parameters, name, self.context)
        self.results[name] = path
        try:
            Path(path).mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise LandRenewalError(
                "{} is a file, and a folder is needed: choose another name.", path
            ) from error
        except OSError as error:
            raise LandRenewalError(
                "The folder {} cannot be made ({}): choose another one.", path, error.strerror or error
            ) from error
        return Path(path)

    def augment(self, source: str, sink: str, extra: pd.DataFrame) -> int:
        """Write the features of a source plus the columns of ``extra``, whose index is the row as read."""
        features = self.source(source)
        fields = augmented_fields(features, extra)
        target = self._sink(sink, fields, features.wkbType(), features.sourceCrs())
        return augment(features, extra, target, fields, self.feedback) if target else 0

    def write(
        self,
        sink: str,
        frame: pd.DataFrame,
        crs: QgsCoordinateReferenceSystem | None = None,
        geometry: str | None = None,
        table: str = "",
        titles: Mapping[str, str] = MappingProxyType({}),
    ) -> int:
        """Write a table to a sink, if it is wanted. ``crs`` is that of the table's geometry, ``table`` the
        name that it has in the result of a study, which tells what its columns hold; ``titles`` names others.
        """
        fields, wkb_type = frame_fields(frame, table, titles), frame_wkb_type(frame, geometry)
        crs = crs or QgsCoordinateReferenceSystem()
        if is_spatial(frame):
            check_crs(frame, crs)
        target = self._sink(sink, fields, wkb_type, crs, table, titles)
        return write_frame(frame, target, fields, wkb_type, self.feedback) if target else 0

    def _sink(self, name: str, fields, wkb_type, crs, table: str = "", titles=MappingProxyType({})):
        algorithm = self.algorithm
        # Columns of the user come with an alias of their own, or with none.
        found = {one.name(): one.alias() for one in fields if one.alias()}
        titles = {
            name: title for name, title in found.items() if title in (titles.get(name), alias(name, table))
        }
        if ".gpkg" not in str(self.parameters.get(name, "")):
            # Newer QGIS warns, field by field, that scratch layers and shapefiles keep no aliases.
            fields = without_aliases(fields)
        target, destination = algorithm.parameterAsSink(
            self.parameters, name, self.context, fields, wkb_type, crs
        )
        if target is None:
            if self.has(name):
                raise QgsProcessingException(algorithm.invalidSinkError(self.parameters, name))
            return None
        self.results[name] = destination
        if str(destination).lower().endswith((".shp", ".dbf")):
            self.warn(
                sentence(
                    "{}: a shapefile cuts the names of columns to 10 characters and texts to 254; a "
                    "GeoPackage (.gpkg) keeps them.",
                    name,
                )
            )
        finish_output(self.context, destination, algorithm.sink_styles.get(name, ""), titles, table)
        return target

    def rejects(self, sink: str, frame: pd.DataFrame, crs: QgsCoordinateReferenceSystem | None = None) -> int:
        """Write what could not be used; the steps of a study have warned of it."""
        return self.write(sink, frame, crs, table="rejects")

    def load(self, path: str | Path, layer: str, title: str) -> None:
        """Have a layer of a written GeoPackage loaded after the run, with the style stored in it."""
        project = self.context.project()
        if project is None:
            raise LandRenewalError("Layers can only be loaded into an open project.")
        details = QgsProcessingContext.LayerDetails(title, project, layer)
        finish_result(details, layer.partition("|")[0])
        self.context.addLayerToLoadOnCompletion(f"{path}|layername={layer}", details)

    def note(self, text: str) -> None:
        """Tell the user something worth knowing."""
        self.feedback.pushInfo(said(text))

    def warn(self, text: str) -> None:
        """Tell the user something to look into."""
        self.feedback.pushWarning(said(text))
