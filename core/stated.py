"""Stated against measured areas: which parcels and parks do not measure what their source says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .errors import first_ids
from .geometry_ledger import ledger

# What one unit of a source is in m2, for the hint that a whole column is in another unit than stated.
_UNITS = {"mu": 2000 / 3, "ha": 1e4, "km2": 1e6, "sqft": 0.3048**2}
_HINT_SPREAD = 0.03


@dataclass(frozen=True)
class Stated:
    """``ratio``: measured over stated (NaN where either is missing or 0), ``off`` and ``gross``: which rows
    differ by more than the limits, ``notes``: what to say, ``ledger``: one row a difference.
    """

    ratio: np.ndarray
    off: np.ndarray
    gross: np.ndarray
    notes: list[str]
    ledger: pd.DataFrame


def compare(table: str, ids, measured, stated, difference: float, factor: float, rows=None) -> Stated:
    """Compare measured with stated areas (both m2).

    Formula: off = |measured / stated - 1| > ``difference``; gross = measured / stated or its inverse above
    ``factor``. A missing or zero area on either side is never off: nothing is known to compare with. The
    difference is taken of the stated area, so 1,100 m2 measured for 1,000 stated is 10 %, and so is 900.

    ``rows``: the row of each in its source (from 0), for the ledger. Source of the limits: rule profile,
    section ``checks``.

    >>> found = compare("parcels", ["a", "b", "c"], [100.0, 111.0, 1000.0], [100.0, 100.0, 10.0], 0.1, 10)
    >>> found.off.tolist(), found.gross.tolist()
    ([False, True, True], [False, False, True])
    """
    measured, stated = np.asarray(measured, dtype=float), np.asarray(stated, dtype=float)
    known = (measured > 0) & (stated > 0)
    ratio = np.full(len(measured), np.nan)
    ratio[known] = measured[known] / stated[known]
    off = np.zeros(len(ratio), dtype=bool)
    off[known] = np.abs(ratio[known] - 1) > difference
    gross = np.zeros(len(ratio), dtype=bool)
    gross[known] = np.maximum(ratio[known], 1 / ratio[known]) > factor
    ids = np.asarray(ids, dtype=object)
    notes = _notes(table, ids, measured, stated, known, off, gross, difference, factor)
    places = np.flatnonzero(off)
    made = ledger(
        table, ids[places], "stated_area",
        rows=None if rows is None else np.asarray(rows)[places],
        before=stated[places], after=measured[places],
        note=[f"measured is {value:.4g} times the stated area" for value in ratio[places]],
    )  # fmt: skip
    return Stated(ratio, off, gross, notes, made)


def _notes(table, ids, measured, stated, known, off, gross, difference, factor) -> list[str]:
    if not known.any():
        return []
    total = f"stated {stated[known].sum() / 1e4:,.2f} ha, measured {measured[known].sum() / 1e4:,.2f} ha"
    notes = [f"{table}: {known.sum()} of {len(known)} have a stated area: {total}."]
    if off.any():
        notes.append(
            f"{table}: {off.sum()} stated areas differ from the measured ones by more than "
            f"{difference * 100:g} % ({first_ids(ids[off])})."
        )
    if gross.any():
        notes.append(
            f"Check: {table}: {gross.sum()} stated areas are off by more than {factor:g} times "
            f"({first_ids(ids[gross])}): a wrong unit, a wrong decimal point or only a part of the land."
        )
    hint = _unit_hint(measured[known] / stated[known], difference)
    return notes + ([f"Check: {table}: {hint}"] if hint else [])


def _unit_hint(ratio: np.ndarray, difference: float) -> str:
    """A sentence where the stated areas as a whole seem to be in another unit."""
    middle = float(np.median(ratio))
    if abs(middle - 1) <= difference:
        return ""
    for unit, size in _UNITS.items():
        if abs(middle / size - 1) <= _HINT_SPREAD:
            return (
                f"the measured areas are {middle:,.4g} times the stated ones as a rule: the source seems to"
                f" be in {unit}. Say unit: {unit} in the column mapping."
            )
    return ""
