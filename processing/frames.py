"""Tables of a result as DataFrames, read by GDAL alone.

In a background thread this is the way to read: QGIS 3.22 stands still for ever when one thread opens a layer
of a GeoPackage while another one opens or closes a layer of the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .compat import open_vector

if TYPE_CHECKING:
    import pandas as pd


def read_frames(
    path: str | Path, tables: Iterable[str], columns: Mapping[str, Sequence[str]] | None = None
) -> dict[str, pd.DataFrame]:
    """Tables of a GeoPackage by name, without geometry, in stored order; those it lacks are left out.

    ``columns``: of some tables these columns only. Texts are objects with None; numbers float64 with NaN,
    whole ones int64 where none is missing; flags pandas ``boolean``. For tables of some thousand rows:
    `geopackage.read_layer` is quicker for long ones.
    """
    dataset = open_vector(path) if Path(path).is_file() else None
    if dataset is None:
        return {}
    found = {}
    for name in tables:
        layer = dataset.GetLayerByName(name)
        if layer is not None:
            found[name] = _frame(layer, (columns or {}).get(name))
    return found


def _frame(layer, wanted: Sequence[str] | None) -> pd.DataFrame:
    import pandas as pd
    from osgeo import ogr

    whole, flags = {ogr.OFTInteger, ogr.OFTInteger64}, {ogr.OFSTInt16, ogr.OFSTBoolean}
    numbers = {ogr.OFTInteger: "GetFieldAsInteger", ogr.OFTInteger64: "GetFieldAsInteger64",
               ogr.OFTReal: "GetFieldAsDouble"}  # fmt: skip
    definition, values, kinds = layer.GetLayerDefn(), {}, {}
    for at in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(at)
        if wanted is None or field.GetName() in wanted:
            kind = int if field.GetType() in whole else float if field.GetType() in numbers else object
            kinds[field.GetName()] = "boolean" if field.GetSubType() in flags else kind
            values[field.GetName()] = (at, numbers.get(field.GetType(), "GetFieldAsString"), [])
    layer.ResetReading()
    for feature in layer:
        for at, getter, column in values.values():
            column.append(getattr(feature, getter)(at) if feature.IsFieldSetAndNotNull(at) else None)
    made = {name: _series(pd, column, kinds[name]) for name, (_at, _getter, column) in values.items()}
    return pd.DataFrame(made)


def _series(pd, column: list, kind):
    if kind == "boolean":
        column = [None if value is None else bool(value) for value in column]
    return pd.Series(column, dtype=float if kind is int and None in column else kind)
