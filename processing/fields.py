"""Column kinds on the way to QGIS and GeoPackage fields: one place for types, aliases and plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QDate, QMetaType, QVariant

from ..core.common.columns import DATE, FLAG, INTEGER, NUMBER, REGISTRY, TEXT
from ..core.common.errors import LandRenewalError, word
from ..core.common.sentences import Sentence
from .said import said
from .translation import tr, tr_known

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Columns that hold sentences of the method and sources of the rules, in the language of the sources until
# they are written.
SPOKEN = ("reason", "note", "level_note", "source")
BIG_INTEGER = "big integer"

_META_TYPES = Qgis.QGIS_VERSION_INT >= 33800
_OBJECT_KINDS = {"boolean": FLAG, "integer": BIG_INTEGER, "floating": NUMBER, "mixed-integer-float": NUMBER}
_ISO_DATE = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"


def _qt_type(kind: str):
    if _META_TYPES:
        return {
            TEXT: QMetaType.Type.QString,
            NUMBER: QMetaType.Type.Double,
            INTEGER: QMetaType.Type.Int,
            BIG_INTEGER: QMetaType.Type.LongLong,
            FLAG: QMetaType.Type.Int,
            DATE: QMetaType.Type.QDate,
        }[kind]
    return {
        TEXT: QVariant.Type.String,
        NUMBER: QVariant.Type.Double,
        INTEGER: QVariant.Type.Int,
        BIG_INTEGER: QVariant.Type.LongLong,
        FLAG: QVariant.Type.Int,
        DATE: QVariant.Type.Date,
    }[kind]


def alias(name: str, table: str = "") -> str:
    """What a column of a result table holds with its unit, in the language spoken; "" for other columns."""
    from ..core.common.result_columns import meaning

    told = meaning(name, table)
    if told is None:
        return ""
    text, unit = (tr_known(part) for part in told)
    return tr("{} ({})").format(text, unit) if unit else text


def new_field(name: str, kind: str, table: str = "") -> QgsField:
    """A QGIS field, of a result table where ``table`` names it. Flags are integers: 1, 0 or NULL."""
    field = QgsField(name, _qt_type(kind))
    if alias(name, table):
        field.setAlias(alias(name, table))
    return field


def without_aliases(fields: QgsFields) -> QgsFields:
    """The same fields without their aliases."""
    plain = QgsFields()
    for field in fields:
        copy = QgsField(field)
        copy.setAlias("")
        plain.append(copy)
    return plain


def kind_of(series: pd.Series) -> str:
    """The kind a column is stored as: its dtype decides, the registry refines it.

    A number column registered as INTEGER stays one when nulls made it float; text registered as DATE is a
    date if every value is an ISO date, else it stays text, so that nothing is lost.
    """
    from pandas.api import types

    column = REGISTRY.get(series.name)
    registered = column.kind if column else None
    if series.dtype == object:
        found = _OBJECT_KINDS.get(types.infer_dtype(series, skipna=True))
        if found or (registered and series.isna().all()):
            return found or registered
    if types.is_bool_dtype(series.dtype):
        return FLAG
    if types.is_numeric_dtype(series.dtype):
        return _number_kind(series, registered)
    if types.is_datetime64_any_dtype(series.dtype):
        return DATE if registered == DATE else TEXT
    if registered == DATE and _texts(series.drop_duplicates()).dropna().str.fullmatch(_ISO_DATE).all():
        return DATE
    return TEXT


def _number_kind(series, registered) -> str:
    from pandas.api import types

    known = series.dropna()
    if types.is_integer_dtype(series.dtype):
        return registered if registered in (FLAG, INTEGER) and known.abs().lt(2**31).all() else BIG_INTEGER
    whole = known.abs().lt(2**31).all() and known.mod(1).eq(0).all()
    return registered if registered in (FLAG, INTEGER) and whole else NUMBER


def _texts(series):
    """The values as text; missing stays missing."""
    import pandas as pd
    from pandas.api import types

    if types.is_datetime64_any_dtype(series.dtype):
        form = (
            "%Y-%m-%d"
            if REGISTRY.get(series.name) and REGISTRY[series.name].kind == DATE
            else "%Y-%m-%dT%H:%M:%S"
        )
        return series.dt.strftime(form)
    if types.infer_dtype(series, skipna=True) in ("string", "empty"):
        return _told(series)
    values = [v if isinstance(v, str) or missing else str(v) for v, missing in zip(series, series.isna())]
    return pd.Series(values, index=series.index, name=series.name, dtype=object)


def _told(series):
    """Texts with the sentences among them said in the language spoken, as Python's own text."""
    spoken = str if series.name in SPOKEN else Sentence
    # Most columns hold no sentence: one look at each type is cheaper than one at each value.
    if not any(issubclass(kind, spoken) for kind in set(map(type, series))):
        return series
    values = [said(value) if isinstance(value, spoken) else value for value in series]
    return type(series)(values, index=series.index, name=series.name, dtype=object)


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with its sentences and sources in the language spoken."""
    return frame.assign(**{name: _texts(frame[name]) for name in SPOKEN if name in frame})


def plain_values(series: pd.Series, kind: str | None = None) -> list:
    """The values as Python's own str, float, int or None, which QGIS and SQLite take without loss.

    Dates come as ISO text, flags as 1, 0 or None. Missing (None, NaN, NA, NaT) is None.
    """
    return plain_array(series, kind).tolist()


def plain_array(series: pd.Series, kind: str | None = None) -> np.ndarray:
    """Like ``plain_values``, as an array of objects."""
    kind = kind or kind_of(series)
    if kind in (TEXT, DATE):
        series = _texts(series)
    elif kind == NUMBER:
        series = series.astype("float64")
    else:
        series = series.astype("boolean" if kind == FLAG else "Int64").astype("Int64")
    return series.astype(object).where(series.notna(), None).to_numpy()


def qgis_values(series: pd.Series, kind: str | None = None) -> list:
    """Like ``plain_values``, with dates as QDate, for the attributes of a QgsFeature."""
    kind = kind or kind_of(series)
    values = plain_values(series, kind)
    if kind != DATE:
        return values
    return [None if v is None else QDate(int(v[:4]), int(v[5:7]), int(v[8:10])) for v in values]


def check_names(names: list[str], table: str) -> None:
    """Refuse columns whose names differ only in upper and lower case, which SQLite cannot hold."""
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            raise LandRenewalError(
                "Table {!r} has two columns named {!r} (upper and lower case count as one); rename one of "
                "them.",
                word(table),
                name,
            )
        seen.add(name.lower())
