"""Inputs that are files as planners have them: workbooks, text tables, zips, incomplete shapefiles.

A parameter may name such a file by its path. Behind the path, after "|", stand choices:
``layername=`` or ``sheetname=`` (of several), ``header=2`` or ``header=2-3`` (rows), ``encoding=``, ``crs=``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.common.errors import LandRenewalError, sentence
from ..core.common.wording import unknown
from .compat import ANY_TABLE
from .layerfiles import is_incomplete, open_layer, unpack
from .tablefiles import SUFFIXES as TABLE_SUFFIXES
from .tablefiles import read_table_file

if TYPE_CHECKING:
    from ..core.intake.sheets import Reading

_CHOICES = ("layername", "sheetname", "header", "encoding", "crs")


@dataclass(frozen=True)
class Source:
    """What stands behind a file: a layer opened for QGIS, or a table still to be read (``read_any``)."""

    path: Path
    choices: dict[str, str]
    layer: QgsVectorLayer | None = None
    notes: list[str] = field(default_factory=list)


def is_messy_file(value, tables: bool = True) -> bool:
    """Whether a parameter's value is the path of a file that is read here and not by QGIS: a zip, a shapefile
    without .shx, .cpg or .prj, and, where ``tables`` without geometry are welcome, a workbook or text table.
    """
    text = _path_text(value)
    path = Path(text.partition("|")[0])
    suffix = path.suffix.lower()
    if not text or suffix not in (".zip", ".shp", *TABLE_SUFFIXES) or not path.is_file():
        return False
    if suffix == ".shp":
        return is_incomplete(path)
    return suffix == ".zip" or tables


def open_source(value) -> Source:
    """Open a file of ``is_messy_file``. Errors: LandRenewalError with what is wrong and how to mend it."""
    text = _path_text(value)
    path, choices = Path(text.partition("|")[0]), _choices(text)
    name = choices.get("layername") or choices.get("sheetname", "")
    if path.suffix.lower() in TABLE_SUFFIXES:
        return Source(path, choices)
    notes = []
    if path.suffix.lower() == ".zip":
        inside, name = unpack(path, name)
        notes.append(sentence("{}: {} is read.", path.name, inside.name))
        path = inside
        if path.suffix.lower() in TABLE_SUFFIXES:
            return Source(path, {**choices, "sheetname": name, "layername": ""}, notes=notes)
    found = open_layer(path, name, choices.get("crs", ""), choices.get("encoding", ""))
    return Source(path, choices, found.layer, [*notes, *found.notes])


def read_any(source: Source, crs: QgsCoordinateReferenceSystem | None = None) -> Reading:
    """Read the table of a source that is no layer. A column "WKT" becomes its geometry, in the CRS declared
    or in ``crs``.
    """
    from dataclasses import replace

    choices = source.choices
    sheet = choices.get("sheetname") or choices.get("layername", "")
    reading = read_table_file(
        source.path, sheet, _header(choices.get("header", "")), choices.get("encoding", "")
    )
    stated = QgsCoordinateReferenceSystem(choices["crs"]) if choices.get("crs") else crs
    reading = _with_geometry(reading, stated)
    return replace(reading, notes=[*source.notes, *reading.notes])


def table_behind(layer: QgsVectorLayer | None) -> str:
    """The path of the workbook or text table that a layer without geometry shows as it is; "" otherwise."""
    if layer is None or not layer.isValid() or layer.providerType() != "ogr" or layer.isSpatial():
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(parts.get("path") or "")
    changed = layer.fields().count() != layer.dataProvider().fields().count() or layer.isModified()
    others = {key for key, value in parts.items() if value and key not in ("path", "layerName", "layerId")}
    if path.suffix.lower() not in TABLE_SUFFIXES or not path.is_file() or changed or others:
        return ""
    name = parts.get("layerName")
    return f"{path}|layername={name}" if name else str(path)


def takes_tables(definition) -> bool:
    """Whether a source parameter takes tables without geometry."""
    return any(kind == ANY_TABLE for kind in definition.dataTypes())


def _path_text(value) -> str:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    if not isinstance(value, str):
        return ""
    known = QgsProject.instance().mapLayer(value) is not None
    return "" if known else value.strip()


def _choices(text: str) -> dict[str, str]:
    found = {}
    for part in filter(None, text.split("|")[1:]):
        key, _, value = part.partition("=")
        if key.strip().lower() not in _CHOICES:
            raise LandRenewalError("{}: {}.", text, unknown("choice", key, _CHOICES))
        found[key.strip().lower()] = value.strip()
    return found


def _header(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    first, _, last = text.partition("-")
    if not first.isdecimal() or not (last or first).isdecimal() or not 1 <= int(first) <= int(last or first):
        raise LandRenewalError(
            "header={}: give the row of the header (header=2) or its first and last (header=2-3).",
            text,
        )
    return int(first), int(last or first)


def _with_geometry(reading: Reading, crs: QgsCoordinateReferenceSystem | None) -> Reading:
    from dataclasses import replace

    import geopandas as gpd
    import pandas as pd
    import shapely

    from .adapter import pyproj_crs

    name = next((name for name in reading.frame if str(name).casefold() == "wkt"), None)
    if name is None:
        return reading
    texts = reading.frame[name]
    shapes = shapely.from_wkt(texts.where(texts.notna(), None).to_numpy(dtype=object), on_invalid="ignore")
    stated = pyproj_crs(crs) if crs is not None else None
    geometry = gpd.GeoSeries(shapes, index=reading.frame.index, crs=stated)
    frame = gpd.GeoDataFrame(reading.frame.drop(columns=name), geometry=geometry)
    unread = (texts.notna() & shapely.is_missing(shapes)).to_numpy()
    lost = {
        "row": reading.rows[unread],
        "column": name,
        "value": texts[unread],
        "reason": sentence("not a geometry"),
    }
    rejects = [part for part in (reading.rejects, pd.DataFrame(lost)) if len(part)]
    return replace(reading, frame=frame, rejects=pd.concat(rejects) if rejects else reading.rejects)
