"""Stated against measured areas: which parcels and parks do not measure what their source says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import first_ids, sentence, word
from .geometry_ledger import ledger

# What one unit of a source is in m2, for the hint that a whole column is in another unit than stated.
_UNITS = {"mu": 2000 / 3, "ha": 1e4, "km2": 1e6, "sqft": 0.3048**2}
_HINT_SPREAD = 0.03


@dataclass(frozen=True)
class Stated:
    """``ratio``: measured over stated (NaN where either is missing or 0), ``off``: which rows differ by more
    than the limit, ``above`` and ``below``: which measure more than so many times, less than such a part of
    what is stated, ``notes``: what to say, ``ledger``: one row a difference.
    """

    ratio: np.ndarray
    off: np.ndarray
    above: np.ndarray
    below: np.ndarray
    notes: list[str]
    ledger: pd.DataFrame


def compare(table: str, ids, measured, stated, difference: float, factor: float, rows=None) -> Stated:
    """Compare measured with stated areas (both m2).

    Formula: off = |measured / stated - 1| > ``difference``; above = measured / stated > ``factor``; below =
    measured / stated < 1 / ``factor``. A missing or zero area on either side is never off: nothing is known
    to compare with. The difference is taken of the stated area, so 1,100 m2 measured for 1,000 stated is
    10 %, and so is 900.

    ``rows``: the row of each in its source (from 0), for the ledger. Source of the limits: rule profile,
    section ``checks``.

    >>> found = compare("parcels", ["a", "b", "c"], [100.0, 111.0, 900.0], [100.0, 100.0, 10.0], 0.1, 10)
    >>> found.off.tolist(), found.above.tolist(), found.below.tolist()
    ([False, True, True], [False, False, True], [False, False, False])
    """
    measured, stated = np.asarray(measured, dtype=float), np.asarray(stated, dtype=float)
    known = (measured > 0) & (stated > 0)
    ratio = np.full(len(measured), np.nan)
    ratio[known] = measured[known] / stated[known]
    off = np.zeros(len(ratio), dtype=bool)
    # Not as a ratio: 1.1 - 1 is a little more than 0.1 in binary.
    off[known] = np.abs(measured[known] - stated[known]) > difference * stated[known]
    ids = np.asarray(ids, dtype=object)
    # NaN is neither above nor below.
    above, below = ratio > factor, ratio < 1 / factor
    notes = _totals(table, measured[known], stated[known], len(known))
    notes += _differences(table, ids, off, above, below, difference, factor)
    hint = _unit_hint(ratio[known], difference) if known.any() else ""
    notes += [sentence("Check: {}: {}", word(table), hint)] if hint else []
    places = np.flatnonzero(off)
    made = ledger(
        table, ids[places], "stated_area",
        rows=None if rows is None else np.asarray(rows)[places],
        before=stated[places], after=measured[places],
        note=[sentence("measured is {:.4g} times the stated area", value) for value in ratio[places]],
    )  # fmt: skip
    return Stated(ratio, off, above, below, notes, made)


def _totals(table: str, measured: np.ndarray, stated: np.ndarray, count: int) -> list[str]:
    if not len(stated):
        return []
    total = sentence(
        "stated {:,.2f} ha, measured {:,.2f} ha", stated.sum() / 10000.0, measured.sum() / 10000.0
    )
    return [sentence("{}: {} of {} have a stated area: {}.", word(table), len(stated), count, total)]


def _differences(table: str, ids, off, above, below, difference: float, factor: float) -> list[str]:
    notes = []
    if off.any():
        notes.append(
            sentence(
                "{}: {} stated areas differ from the measured ones by more than {:g} % ({}).",
                word(table),
                off.sum(),
                difference * 100,
                first_ids(ids[off]),
            )
        )
    for rows, words in (
        (above, sentence("measure more than {:g} times what is stated", factor)),
        (below, sentence("measure less than 1/{:g} of what is stated", factor)),
    ):
        if rows.any():
            why = sentence("a wrong unit or decimal point, or only a part of the land")
            notes.append(
                sentence(
                    "Check: {}: {} {} ({}): {}.", word(table), rows.sum(), words, first_ids(ids[rows]), why
                )
            )
    return notes


def _unit_hint(ratio: np.ndarray, difference: float) -> str:
    """A sentence where the stated areas as a whole seem to be in another unit."""
    middle = float(np.median(ratio))
    if abs(middle - 1) <= difference:
        return ""
    for unit, size in _UNITS.items():
        if abs(middle / size - 1) <= _HINT_SPREAD:
            return sentence(
                "the measured areas are {:,.4g} times the stated ones as a rule: the source seems to be "
                "in {}. Say unit: {} in the column mapping.",
                middle,
                unit,
                unit,
            )
    return ""
