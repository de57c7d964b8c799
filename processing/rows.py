"""Tables of a result as plain rows, for what is shown on the screen: no geometry, no pandas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from .compat import open_vector
from .threads import own_path


def plain_rows(path: str | Path, table: str, columns: Sequence[str] | None = None) -> list[dict]:
    """The rows of a layer or table in a GeoPackage, in stored order, without geometry and fid.

    ``columns``: these only; names the table lacks are ignored. NULL is None, flags are 1, 0 or None, dates
    ISO text. Nothing, when the file or the table is missing. Tables are read by columns where GDAL can (from
    3.6 on; 50,000 rows of 50 columns in 1.6 s against 5 s).
    """
    if not Path(path).is_file():
        return []
    dataset = open_vector(path)
    layer = dataset.GetLayerByName(table) if dataset is not None else None
    if layer is None:
        return []
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    wanted = [name for name in names if columns is None or name in columns]
    if not wanted:
        return []
    if _streams(layer):
        return _by_columns(layer, names, wanted)
    del definition, layer, dataset
    return _by_rows(path, table, wanted)


def _streams(layer) -> bool:
    return hasattr(layer, "GetArrowStreamAsNumPy")


def _by_columns(layer, names: list[str], wanted: list[str]) -> list[dict]:
    layer.SetIgnoredFields(["OGR_GEOMETRY", *(name for name in names if name not in wanted)])
    values: dict[str, list] = {name: [] for name in wanted}
    for batch in layer.GetArrowStreamAsNumPy(options=["INCLUDE_FID=NO"]):
        for name in wanted:
            values[name].extend(map(_plain, batch[name].tolist()))
    return [dict(zip(wanted, row)) for row in zip(*values.values())]


def _plain(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else value


def _by_rows(path, table: str, wanted: list[str]) -> list[dict]:
    layer = QgsVectorLayer(f"{own_path(path)}|layername={table}", table, "ogr")
    fields = layer.fields()
    indexes = [fields.lookupField(name) for name in wanted]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(indexes)
    rows = []
    for feature in layer.getFeatures(request):
        attributes = feature.attributes()
        rows.append({name: _from_qt(attributes[index]) for name, index in zip(wanted, indexes)})
    return rows


def _from_qt(value):
    if value is None or isinstance(value, QVariant):
        return None
    return str(value.toPyDate()) if hasattr(value, "toPyDate") else value
