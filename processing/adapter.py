"""The one adapter between QGIS sources and tables.

Reading has two roads with equal results: GDAL's column stream for plain files, a feature loop for
everything else. Types come from the fields of the source, never from its values: text is ``object`` with
None, numbers are ``float64`` with NaN (integers without nulls ``int64``), yes/no is ``boolean``, dates and
times are ISO text. Geometry is two-dimensional, curves are turned into segments, a missing geometry is None
and an empty one is empty.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt, QVariant

from ..core.common.columns import DATE, FLAG, INTEGER, NUMBER, TEXT
from ..core.common.errors import LandRenewalError, first_ids, sentence
from .compat import SKIP_VALIDITY, WKT2, open_vector
from .geometry import geometries, promoted
from .progress import stop_if_cancelled
from .said import said
from .threads import own_path

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

STAMP, OTHER, BINARY = "stamp", "other", "binary"
# The numbers of QVariant.Type and QMetaType.Type agree; the Python classes differ between Qt 5 and Qt 6.
_KIND_BY_TYPE = {
    1: FLAG, 2: INTEGER, 3: INTEGER, 4: INTEGER, 5: INTEGER, 6: NUMBER, 10: TEXT, 12: BINARY, 14: DATE,
    15: STAMP, 16: STAMP, 33: INTEGER, 38: NUMBER,
}  # fmt: skip
_STREAM_DRIVERS = ("GPKG", "FlatGeobuf", "ESRI Shapefile")
_EXACT_IN_FLOAT = 2**53
_CHECK_EVERY = 2000


@dataclass(frozen=True)
class FileTable:
    """A table in a file that GDAL can stream: what ``file_table`` finds out in the main thread."""

    path: str
    layer: str | None
    encoding: str
    fields: QgsFields
    crs: QgsCoordinateReferenceSystem
    wkb_type: Any

    @property
    def spatial(self) -> bool:
        return self.wkb_type != QgsWkbTypes.Type.NoGeometry

    @property
    def single(self) -> str:
        """The type that QGIS makes multi in this table ("Polygon" in a MultiPolygon layer), or nothing."""
        straight = QgsWkbTypes.linearType(QgsWkbTypes.flatType(self.wkb_type))
        return (
            QgsWkbTypes.displayString(QgsWkbTypes.singleType(straight))
            if QgsWkbTypes.isMultiType(straight)
            else ""
        )


def field_kind(field) -> str:
    """The kind of a QGIS field: a kind of the registry, or stamp (date and time, time), binary, other."""
    number = field.type()
    return _KIND_BY_TYPE.get(int(getattr(number, "value", number)), OTHER)


def read_table(
    source: FileTable | QgsVectorLayer | QgsProcessingFeatureSource,
    context,
    feedback=None,
    crs: QgsCoordinateReferenceSystem | None = None,
    columns: Sequence[str] | None = None,
) -> gpd.GeoDataFrame | pd.DataFrame:
    """Read a source into a table: a GeoDataFrame, or a DataFrame when the source has no geometry.

    ``crs`` reprojects with the user's datum choices; without it the CRS of the source stays. ``columns``
    reads these columns only, in the order of the source; names that the source lacks are ignored. Rows keep
    the order of the source and are numbered from 0. Binary columns are left out. Geometries that cannot be
    read at all (rings of three points, say) are missing in the table, and a warning says how many.

    Errors: LandRenewalError when the source cannot be read; Cancelled when the user stops it.
    """
    if isinstance(source, QgsVectorLayer):
        source = file_table(source) or source
    if isinstance(source, FileTable):
        wanted = _wanted(source.fields, columns)
        same_crs = crs is None or crs == source.crs or not source.spatial
        frame = _read_stream(source, wanted, feedback) if same_crs else None
        if frame is not None:
            return frame
        source = _open_layer(source)
    return _read_features(source, _wanted(source.fields(), columns), context, feedback, crs)


def pyproj_crs(crs: QgsCoordinateReferenceSystem):
    """The same CRS for pyproj, by WKT2 since a custom CRS has no code; None when it is not valid."""
    from pyproj import CRS

    if not crs.isValid():
        return None
    # QGIS shares equal CRSs, and one made in a thread that has ended since has no WKT left (seen on 3.40).
    wkt = crs.toWkt(WKT2)
    return CRS.from_wkt(wkt) if wkt else CRS.from_user_input(crs.authid() or crs.toProj())


def check_crs(frame, crs: QgsCoordinateReferenceSystem) -> None:
    """Make sure that a frame is in the CRS it is about to be written with. Errors: ValueError."""
    own = frame.crs
    if own is not None and crs.isValid() and not own.equals(pyproj_crs(crs), ignore_axis_order=True):
        raise ValueError(f"the frame is in {own.name}, not in {crs.description()}")


def file_table(layer: QgsVectorLayer) -> FileTable | None:
    """How to stream a layer from its file; None when only QGIS knows its rows (filter, join, edits)."""
    provider = layer.dataProvider()
    if provider is None or layer.providerType() != "ogr" or provider.storageType() not in _STREAM_DRIVERS:
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    plain = not any(value for key, value in parts.items() if key not in ("path", "layerName"))
    unchanged = layer.fields().count() == provider.fields().count() and not layer.isModified()
    if not plain or not unchanged or not Path(parts["path"]).is_file():
        return None
    if not _known_encoding(provider.encoding()):
        return None
    return FileTable(
        path=parts["path"],
        layer=parts.get("layerName"),
        encoding=provider.encoding(),
        fields=QgsFields(layer.fields()),
        crs=QgsCoordinateReferenceSystem(layer.crs()),
        wkb_type=layer.wkbType(),
    )


def _known_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _open_layer(table: FileTable) -> QgsVectorLayer:
    name = f"|layername={table.layer}" if table.layer else ""
    layer = QgsVectorLayer(own_path(table.path) + name, Path(table.path).stem, "ogr")
    if not layer.isValid():
        raise _unreadable(table.path)
    layer.setProviderEncoding(table.encoding)
    layer.setCrs(table.crs)
    return layer


def _unreadable(path) -> LandRenewalError:
    return LandRenewalError("{} cannot be read; check that the file is complete and not locked.", path)


def _wanted(fields: QgsFields, columns) -> list[tuple[int, Any]]:
    keep = None if columns is None else set(columns)
    return [
        (index, field)
        for index, field in enumerate(fields)
        if field_kind(field) != BINARY and (keep is None or field.name() in keep)
    ]


def _read_stream(table: FileTable, wanted, feedback):
    """Read by columns, or return None when this needs the feature loop."""
    from osgeo import ogr

    # Yes/no: GDAL 3.6 hands out wrong values (it takes packed bits for bytes). Times depend on time zone
    # rules that GDAL and QGIS see differently. Lists have no column type.
    hard = any(field_kind(field) in (FLAG, STAMP, OTHER) for _, field in wanted)
    if hard or not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return None
    # Shapefile text is decoded here, by the encoding set in QGIS, not by what GDAL guesses.
    options = ["ENCODING="] if table.path.lower().endswith((".shp", ".dbf")) else []
    dataset = open_vector(table.path, options=options)
    layer = dataset and (dataset.GetLayerByName(table.layer) if table.layer else dataset.GetLayer(0))
    if not layer:
        raise _unreadable(table.path)
    kinds = {field.name(): field_kind(field) for _, field in wanted}
    # A shapefile with Chinese column names in GBK fails here; QGIS can read it.
    if not set(kinds) <= _column_names(layer) or _has_short_floats(layer):
        return None
    return _stream_frame(layer, kinds, table, feedback)


def _has_short_floats(layer) -> bool:
    """GDAL streams such a column in 32 bits even where the file holds 64."""
    from osgeo import ogr

    definition = layer.GetLayerDefn()
    subtypes = [definition.GetFieldDefn(i).GetSubType() for i in range(definition.GetFieldCount())]
    return ogr.OFSTFloat32 in subtypes


def _column_names(layer) -> set[str]:
    definition = layer.GetLayerDefn()
    names = {definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())}
    return names | {layer.GetFIDColumn()}


def _stream_frame(layer, kinds: dict[str, str], table: FileTable, feedback):
    """Read columns of a GDAL layer, ``kinds`` saying how, into a table of this module's types."""

    names = _column_names(layer) - {layer.GetFIDColumn()}
    layer.SetIgnoredFields(sorted(names - set(kinds)) + ([] if table.spatial else ["OGR_GEOMETRY"]))
    batches = []
    for batch in layer.GetArrowStreamAsNumPy():
        stop_if_cancelled(feedback)
        batches.append(batch)
    data = {
        name: _stream_column([b[name] for b in batches], kind, table.encoding) for name, kind in kinds.items()
    }
    wkb = None
    if table.spatial:
        key = layer.GetGeometryColumn() or "wkb_geometry"
        wkb = [value for batch in batches for value in batch[key].tolist()]
    length = sum(len(next(iter(batch.values()))) for batch in batches)
    return _table(data, wkb, length, pyproj_crs(table.crs), feedback, table.single)


def _stream_column(parts, kind: str, encoding: str):
    import numpy as np

    missing = np.concatenate([np.ma.getmaskarray(part) for part in parts]) if parts else np.zeros(0, bool)
    if kind == TEXT:
        texts = [
            value.decode(encoding, "replace") if isinstance(value, bytes) else value
            for part in parts
            for value in part.tolist()
        ]
        return _column(texts, missing, TEXT)
    values = np.concatenate([np.ma.getdata(part) for part in parts]) if parts else np.zeros(0)
    if kind == DATE:
        values = np.datetime_as_string(values.astype("datetime64[D]")) if len(values) else values
    return _column(values, missing, kind)


def _column(values, missing, kind: str):
    """A column of the right type from values and a mask of the missing ones."""
    import numpy as np
    import pandas as pd

    if kind == FLAG:
        return pd.arrays.BooleanArray(values.astype(bool), missing)
    if kind == INTEGER:
        whole = np.where(missing, 0, values).astype("int64")
        if not missing.any():
            return whole
        if (np.abs(whole) > _EXACT_IN_FLOAT).any():
            # Long identification numbers would lose their last digits as float64.
            return pd.arrays.IntegerArray(whole, missing)
        return np.where(missing, np.nan, whole)
    if kind == NUMBER:
        return np.where(missing, np.nan, values).astype("float64")
    result = np.empty(len(missing), dtype=object)
    result[:] = values.tolist() if isinstance(values, np.ndarray) else values
    result[missing] = None
    return result


def _read_features(source, wanted, context, feedback, crs):

    request = QgsFeatureRequest().setSubsetOfAttributes([index for index, _ in wanted])
    if crs is not None and crs != source.sourceCrs():
        request.setDestinationCrs(crs, context.transformContext())
    spatial = source.wkbType() != QgsWkbTypes.Type.NoGeometry
    rows, wkb = _collect(_iterate(source, request), [index for index, _ in wanted], spatial, source, feedback)
    columns = list(zip(*rows)) or [()] * len(wanted)
    data = {
        field.name(): _feature_column(values, field_kind(field))
        for (_, field), values in zip(wanted, columns)
    }
    frame_crs = pyproj_crs(crs if crs is not None else source.sourceCrs()) if spatial else None
    return _table(data, wkb if spatial else None, len(rows), frame_crs, feedback)


def _iterate(source, request):
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, SKIP_VALIDITY)
    return source.getFeatures(request)


def _collect(features, indexes, spatial: bool, source, feedback):
    rows, wkb = [], []
    total = max(source.featureCount(), 1)
    for position, feature in enumerate(features):
        if position % _CHECK_EVERY == 0 and feedback is not None:
            stop_if_cancelled(feedback)
            feedback.setProgress(100 * position / total)
        attributes = feature.attributes()
        rows.append([attributes[index] for index in indexes])
        if spatial:
            geometry = feature.geometry()
            wkb.append(None if geometry.isNull() else bytes(geometry.asWkb()))
    return rows, wkb


def _feature_column(values, kind: str):
    import numpy as np

    values = [None if isinstance(value, QVariant) else value for value in values]
    missing = np.array([value is None for value in values], dtype=bool)
    if kind == DATE:
        values = [value and value.toString(Qt.DateFormat.ISODate) for value in values]
    elif kind == STAMP:
        values = [value and _stamp_text(value) for value in values]
    elif kind == OTHER:
        values = [
            None if value is None else json.dumps(value, ensure_ascii=False, default=str) for value in values
        ]
    elif kind != TEXT:
        values = np.array([0 if value is None else value for value in values])
    return _column(values, missing, kind)


def _stamp_text(value) -> str:
    form = "yyyy-MM-ddTHH:mm:ss" if hasattr(value, "date") else "HH:mm:ss"
    return value.toString(form)


def _table(data: dict, wkb, length: int, crs, feedback, single: str = ""):
    import geopandas as gpd
    import pandas as pd

    if wkb is None:
        return pd.DataFrame(data, index=pd.RangeIndex(length))
    values, unreadable = geometries(wkb)
    if unreadable and feedback is not None:
        rows = first_ids(unreadable)
        text = sentence("{} geometries cannot be read and count as missing (rows {}).", len(unreadable), rows)
        feedback.pushWarning(said(text))
    values = promoted(values, single) if single else values
    if "geometry" in data:
        data = {("geometry_text" if name == "geometry" else name): column for name, column in data.items()}
    frame = pd.DataFrame(data, index=pd.RangeIndex(length))
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(values, index=frame.index, crs=crs), crs=crs)
