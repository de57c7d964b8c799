"""The rows of a result GeoPackage that concern some parcels, and parcels found by id, name or holder.

GDAL reads only what is asked for: a result of 50,000 parcels is looked into in a few hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from .compat import open_vector
from .rows import plain_rows

if TYPE_CHECKING:
    from ..core.dossier.dossier import Records

# More ids than this are not listed in a filter: then the whole table is read.
_MANY = 300
_DISTRICT = ("parks", "performance", "receivers", "rules", "run_log", "economics_assumptions")
_OF_PARCELS = ("parcels", "occupancy", "economics_parcels")
LIMIT = 50
# Rows of a table that a search looks at: a text that so many hold has to be made longer anyway.
_MOST_HITS = 300


@dataclass(frozen=True)
class Found:
    """A parcel that a search has found. ``firm``: the enterprise by which it was found."""

    parcel_id: str
    holder: str | None = None
    town: str | None = None
    firm: str | None = None


def read_records(path: str | Path, parcel_ids: Iterable[str], locks: Iterable[dict] = ()) -> Records:
    """The `core.dossier.dossier.records` of these parcels: their rows, those of their firms, and the tables
    of the district that a dossier quotes. ``locks``: rows of the user's locks. Tables that are missing are
    left out.
    """
    from ..core.dossier.dossier import records, scenario_names

    ids = sorted(set(parcel_ids))
    dataset = open_vector(path)
    names = _layer_names(dataset)
    tables: dict[str, list[dict]] = {}
    scenarios = [f"scenario_{name}" for name in scenario_names(names)]
    for table in (*_OF_PARCELS, *scenarios):
        if table in names:
            tables[table] = _rows_of(path, dataset, table, "parcel_id", ids)
    firms = sorted({str(row["ent_id"]) for row in tables.get("occupancy", ()) if row.get("ent_id")})
    if "enterprises" in names:
        tables["enterprises"] = _rows_of(path, dataset, "enterprises", "ent_id", firms)
    for table in _DISTRICT:
        if table in names:
            tables[table] = _filtered(dataset, table, None)
    tables["locks"] = list(locks)
    return records(tables)


def find_parcels(path: str | Path, text: str, limit: int = LIMIT) -> list[Found]:
    """Parcels whose id or holder, or one of whose enterprises (name, id, tax id), holds a text.

    Upper and lower case are one. The best come first: the very id, ids that begin so, then by id. At most
    ``limit``, out of the first few hundred that hold the text.
    """
    wanted = text.strip()
    dataset = open_vector(path) if wanted else None
    names = _layer_names(dataset)
    if "parcels" not in names:
        return []
    shown = ("parcel_id", "holder", "town")
    itself = _filtered(dataset, "parcels", _one_of("parcel_id", [wanted]), shown)
    where = _any_like(dataset, "parcels", ("parcel_id", "holder"), wanted)
    rows = itself + _filtered(dataset, "parcels", where, shown, _MOST_HITS)
    found = {str(row["parcel_id"]): Found(*(row.get(name) for name in shown)) for row in rows}
    if {"enterprises", "occupancy"} <= names:
        for parcel_id, firm in _by_firm(dataset, wanted, limit).items():
            found.setdefault(parcel_id, Found(parcel_id, firm=firm))
    folded = wanted.casefold()

    def order(key: str):
        return (key.casefold() != folded, not key.casefold().startswith(folded), key)

    return [found[key] for key in sorted(found, key=order)[:limit]]


def _by_firm(dataset, text: str, limit: int) -> dict[str, str]:
    """Parcels of the enterprises that a text names, with the name."""
    where = _any_like(dataset, "enterprises", ("name", "ent_id", "uscc"), text)
    rows = _filtered(dataset, "enterprises", where, ("ent_id", "name"), _MOST_HITS)
    firms = {str(row["ent_id"]): str(row.get("name") or row["ent_id"]) for row in rows if row.get("ent_id")}
    some = sorted(firms)[:limit]
    links = _filtered(dataset, "occupancy", _one_of("ent_id", some), ("ent_id", "parcel_id"))
    return {str(row["parcel_id"]): firms[str(row["ent_id"])] for row in links if row.get("parcel_id")}


def _layer_names(dataset) -> set[str]:
    if dataset is None:
        return set()
    return {dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())}


def _rows_of(path, dataset, table: str, column: str, ids: list[str]) -> list[dict]:
    if len(ids) <= _MANY:
        return _filtered(dataset, table, _one_of(column, ids)) if ids else []
    wanted = set(ids)
    return [row for row in plain_rows(path, table) if row.get(column) in wanted]


def _filtered(
    dataset, table: str, where: str | None, columns: tuple[str, ...] = (), most: int | None = None
) -> list[dict]:
    """Rows of a table that a filter takes, at most ``most``, in stored order."""
    layer = dataset.GetLayerByName(table)
    names = _columns(layer)
    left_out = [name for name in names if columns and name not in columns]
    layer.SetIgnoredFields(["OGR_GEOMETRY", *left_out])
    layer.SetAttributeFilter(where)
    layer.ResetReading()
    getters = _getters(layer, [name for name in names if name not in left_out])
    rows = [
        {name: _plain(get(feature, at)) if feature.IsFieldSetAndNotNull(at) else None
         for name, at, get in getters}
        for feature in islice(layer, most)
    ]  # fmt: skip
    layer.SetAttributeFilter(None)
    layer.SetIgnoredFields([])
    return rows


def _getters(layer, names: list[str]) -> list[tuple]:
    """(name, place, function) of the wanted columns. GDAL's own items() looks every name up anew."""
    from osgeo import ogr

    by_type = {
        ogr.OFTInteger: ogr.Feature.GetFieldAsInteger,
        ogr.OFTInteger64: ogr.Feature.GetFieldAsInteger64,
        ogr.OFTReal: ogr.Feature.GetFieldAsDouble,
    }
    definition = layer.GetLayerDefn()
    places = {definition.GetFieldDefn(at).GetName(): at for at in range(definition.GetFieldCount())}
    kinds = {name: definition.GetFieldDefn(places[name]).GetType() for name in names}
    return [(name, places[name], by_type.get(kinds[name], ogr.Feature.GetFieldAsString)) for name in names]


def _columns(layer) -> list[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]


def _plain(value):
    # GDAL writes dates as 2020/01/31.
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "/":
        return value.replace("/", "-")
    return value


def _quoted(text: str) -> str:
    doubled = str(text).replace("'", "''")
    return f"'{doubled}'"


def _one_of(column: str, values: Iterable[str]) -> str:
    listed = ", ".join(map(_quoted, values))
    return f'"{column}" IN ({listed})'


def _any_like(dataset, table: str, columns: tuple[str, ...], text: str) -> str:
    known = _columns(dataset.GetLayerByName(table))
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    pattern = _quoted(f"%{escaped}%")
    tests = [f"\"{column}\" LIKE {pattern} ESCAPE '\\'" for column in columns if column in known]
    return " OR ".join(tests) or "1 = 0"
