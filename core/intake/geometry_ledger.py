"""The ledger: one row for everything that was done to a geometry, or that is wrong with it, by feature id."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pyproj
import shapely

from ..common.errors import sentence
from ..common.space import transform

COLUMNS = ("table", "id", "row", "what", "area_before_m2", "area_after_m2", "parts", "other_id", "note")
WHAT = ("repaired", "split", "dropped", "duplicate_id", "overlap", "sliver", "stated_area")
_NUMBERED = re.compile(r"^(.*)#\d+$", re.DOTALL)


def ledger(
    table, ids, what, rows=None, before=None, after=None, parts=None, other=None, note=None
) -> pd.DataFrame:
    """Rows of the ledger (see `COLUMNS`).

    ``what`` is one of `WHAT`, or one a row. ``rows`` are positions in the source from 0; the ledger counts
    from 1, as the rejects do. Areas are m2. What is not given is missing.

    >>> made = ledger("parcels", ["a"], "repaired", rows=[4], before=[0.0], after=[50.0])
    >>> made[["id", "row"]].values.tolist()
    [['a', 5]]
    """
    count = len(ids)

    def numbers(values):
        return np.full(count, np.nan) if values is None else np.asarray(values, dtype=float)

    def texts(values):
        made = np.empty(count, dtype=object)
        # QGIS drops a row that holds a text of numpy's own kind.
        plain = values is None or isinstance(values, (str, list))
        made[:] = values if plain else np.asarray(values).tolist()
        return made

    row = numbers(rows) + 1
    return pd.DataFrame(
        {
            "table": texts(table),
            "id": texts(ids),
            "row": pd.array(row, dtype="Int64") if np.isnan(row).any() else row.astype("int64"),
            "what": texts(what),
            "area_before_m2": numbers(before),
            "area_after_m2": numbers(after),
            "parts": numbers(parts),
            "other_id": texts(other),
            "note": pd.Series(texts(note), dtype=object),
        }
    )


def nothing() -> pd.DataFrame:
    """A ledger without a row."""
    return ledger(None, [], None)


def united(parts) -> pd.DataFrame:
    """Several ledgers under each other, in the order given."""
    parts = [part for part in parts if part is not None and len(part)]
    if not parts:
        return nothing()
    made = pd.concat(parts, ignore_index=True)
    return made.assign(row=made["row"].astype("Int64"))


def repairs(
    table: str, ids, raw: np.ndarray, sound: np.ndarray, touched: np.ndarray, crs, work: pyproj.CRS
) -> pd.DataFrame:
    """What became of every geometry that was not left as it was.

    ``raw`` and ``sound`` are the geometries before and after repair in ``crs``, row by row in the order of
    the source; ``touched`` says which were repaired. A row without land afterwards is ``dropped``; one
    with more parts than before is ``split`` (a bow-tie becomes two triangles of one feature); another is
    ``repaired``.

    Areas are m2 in the work CRS. The area before is what the rings as drawn enclose by the shoelace formula:
    0 for a symmetric bow-tie, whose two halves run in opposite directions and cancel out; too much where
    two parts overlap.
    """
    lost = ~(shapely.area(sound) > 0) | ~np.isfinite(shapely.bounds(sound)).all(axis=1)
    places = np.flatnonzero(touched | lost)
    if not len(places):
        return nothing()
    before, after, lost = np.asarray(raw, dtype=object)[places], sound[places], lost[places]
    parts = np.where(lost, np.nan, shapely.get_num_geometries(after))
    more = ~lost & (parts > shapely.get_num_geometries(before))
    return ledger(
        table, np.asarray(ids, dtype=object)[places],
        np.where(lost, "dropped", np.where(more, "split", "repaired")), places,
        _areas(before, crs, work), np.where(lost, np.nan, _areas(after, crs, work)),
        parts, note=_reasons(before, lost),
    )  # fmt: skip


def _areas(geometry: np.ndarray, crs, work) -> np.ndarray:
    known = ~shapely.is_missing(geometry) & np.isfinite(shapely.bounds(geometry)).all(axis=1)
    areas = np.full(len(geometry), np.nan)
    if known.any():
        areas[known] = shapely.area(transform(geometry[known], pyproj.CRS.from_user_input(crs), work))
    return areas


def _reasons(geometry: np.ndarray, lost: np.ndarray) -> list[str]:
    reasons = np.asarray(shapely.is_valid_reason(geometry), dtype=object)
    kinds = shapely.get_type_id(geometry)
    reasons[(reasons == "Valid Geometry") & (kinds == 7)] = sentence(
        "lines or points beside the polygons left out"
    )
    reasons[(reasons == "Valid Geometry") & lost] = sentence("no polygon")
    reasons[shapely.is_missing(geometry)] = sentence("no geometry")
    return reasons.tolist()


def duplicate_ids(table: str, ids, raw: pd.DataFrame) -> pd.DataFrame:
    """Rows whose id repeats an earlier one and was numbered on ("a", "a#2").

    ``ids`` are those of the standardised table, ``raw`` is the table they come from: an id that the source
    itself writes "a#2" is no repetition.
    """
    ids = pd.Series(np.asarray(ids, dtype=object))
    stem = ids.str.extract(_NUMBERED, expand=False)
    places = np.flatnonzero((stem.notna() & stem.isin(set(ids))).to_numpy())
    if not len(places):
        return nothing()
    cells = raw.drop(columns=getattr(raw, "_geometry_column_name", None) or [], errors="ignore").iloc[places]
    own = cells.astype(str).eq(ids.iloc[places].to_numpy(), axis=0).any(axis=1).to_numpy()
    places = places[~own]
    return ledger(
        table, ids.to_numpy()[places], "duplicate_id", places, other=stem.to_numpy()[places],
        note=sentence("the id repeats that of an earlier row and was numbered on"),
    )  # fmt: skip
