"""The header of a sheet: which rows it is, and what the columns are called."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .values import BLANKS

_SCAN = 30
_BELOW = 20
_HALF = 0.5
_FEW = 0.15
_FIGURES = re.compile(r"[\d\s.,:;/+%‰<>=≤≥~—年月日时分秒TZEe-]+")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_REMARK = re.compile(
    r"(?:[(（]?(?:计量)?单位|單位|填报|填表|编制|制表|日期|时间|時間|unit|date)[^:：]{0,6}[:：].*",
    re.I | re.S,
)
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"


@dataclass(frozen=True)
class HeaderRows:
    """First and last row of a header, from 0."""

    first: int
    last: int


def find_header(grid: np.ndarray, merged: Sequence[tuple] = ()) -> HeaderRows | None:
    """Find the header among the first rows; None when the first full row is data.

    Thin rows (one cell, less than half of the usual number, "单位：万元") are titles. The first other row is
    the header when at least half of its cells are words, not numbers or dates (a year is a word). Merged
    cells make it deeper: down to the lowest cell merged into it, and one row more below cells merged
    sideways. Where nothing is merged, a row of words that fills the gaps of the row above, over a column of
    numbers, is the second half of the header.

    >>> find_header(np.array([["T", None], ["name", "tax"], ["A", 3]], dtype=object))
    HeaderRows(first=1, last=1)
    """
    filled = np.not_equal(grid, None).astype(bool)
    spread = np.not_equal(expand(grid, merged), None).astype(bool)
    remarks = np.array(
        [_has_remark(cells) for cells in grid[:_SCAN]] + [False] * len(grid[_SCAN:]), dtype=bool
    )
    usual = usual_width(filled[~remarks])
    for row in range(min(_SCAN, len(grid))):
        if _is_thin(filled[row], spread[row], usual) or (remarks[row] and filled[row].sum() < max(usual, 2)):
            continue
        if labels(grid[row][filled[row]]).mean() < _HALF:
            return None
        return _deeper(grid, filled, merged, HeaderRows(_upwards(grid, filled, row), row))
    return None


def column_names(grid: np.ndarray, merged: Sequence[tuple], found: HeaderRows | None) -> list[str | None]:
    """The names of all columns, parts of a header of several rows joined by "_"; None for no name.

    >>> rows = np.array([["name", "tax", None], [None, "2021", "2022"]], dtype=object)
    >>> column_names(rows, [], HeaderRows(0, 1))
    ['name', 'tax_2021', 'tax_2022']
    """
    if found is None:
        return [None] * grid.shape[1]
    rows = expand(grid, merged)[found.first : found.last + 1]
    if not any(area[0] <= found.last and area[2] >= found.first for area in merged):
        rows = _groups_filled(rows)
    names = []
    for column in rows.T:
        parts = [_label(value) for value in column if value is not None]
        parts = [part for place, part in enumerate(parts) if part and part not in parts[:place]]
        names.append("_".join(parts) or None)
    return names


def expand(grid: np.ndarray, merged: Sequence[tuple]) -> np.ndarray:
    """The grid with the value of each merged range in all of its cells."""
    if not len(merged):
        return grid
    full = grid.copy()
    for top, left, bottom, right in merged:
        if top < len(grid) and left < grid.shape[1]:
            full[top : bottom + 1, left : right + 1] = grid[top, left]
    return full


def labels(cells: np.ndarray) -> np.ndarray:
    """Which cells are words: texts with a letter that are neither numbers nor dates; years count as words.

    >>> labels(np.array(["产值", "1,234", "2018年12月31日", "年", "≤2.0", 2021, 7], dtype=object)).tolist()
    [True, False, False, True, False, True, False]
    """
    return np.array([_is_word(value) for value in cells], dtype=bool)


def usual_width(filled: np.ndarray) -> float:
    """The median number of filled cells of the rows that have several; 1 where next to none has."""
    counts = filled.sum(axis=1)
    several = counts[counts > 1]
    return float(np.median(several)) if len(several) > _FEW * (counts > 0).sum() else 1.0


def _is_word(value) -> bool:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return False
    if not isinstance(value, str):
        return bool(_YEAR.fullmatch(_label(value)))
    text = unicodedata.normalize("NFKC", value).strip(BLANKS)
    figures = _FIGURES.fullmatch(text) and any(map(str.isdigit, text))
    return bool(_YEAR.fullmatch(text)) or (not figures and any(map(str.isalpha, text)))


def _is_thin(filled, spread, usual: float) -> bool:
    count = int(filled.sum())
    return count == 0 or (count == 1 and usual >= 2) or spread.sum() < usual / 2


def _has_remark(cells: np.ndarray) -> bool:
    return any(isinstance(value, str) and bool(_REMARK.fullmatch(value)) for value in cells)


def _upwards(grid, filled, row: int) -> int:
    """A row of groups right above, too thin to be seen as header by itself, names the columns left blank."""
    while row > 0:
        above = filled[row - 1]
        names_more = (above & ~filled[row]).any()
        words = labels(grid[row - 1][above])
        if above.sum() < 2 or not names_more or _has_remark(grid[row - 1]) or not words.all():
            return row
        row -= 1
    return row


def _deeper(grid, filled, merged, found: HeaderRows) -> HeaderRows:
    last = found.last
    while last + 1 < len(grid):
        inside = [area for area in merged if found.first <= area[0] <= last]
        reach = max([area[2] for area in inside], default=last)
        grouped = any(area[0] <= last <= area[2] and area[3] > area[1] for area in inside)
        if reach > last:
            last = min(reach, len(grid) - 1)
        elif (grouped and _all_words(grid, filled, last + 1)) or (
            not inside and last == found.first and _completes(grid, filled, last)
        ):
            last += 1
        else:
            break
    return HeaderRows(found.first, last)


def _all_words(grid, filled, row: int) -> bool:
    cells = grid[row][filled[row]]
    return bool(len(cells)) and bool(labels(cells).all())


def _completes(grid, filled, row: int) -> bool:
    """Whether the next row names what this one leaves blank, above columns of numbers."""
    upper, lower = filled[row], filled[row + 1]
    gaps = lower & ~upper
    grouped = gaps.any() and np.flatnonzero(gaps)[0] > np.flatnonzero(upper)[0]
    if not grouped or not (upper & ~lower).any() or not _all_words(grid, filled, row + 1):
        return False
    below = slice(row + 2, row + 2 + _BELOW)
    for column in np.flatnonzero(lower):
        cells = grid[below, column][filled[below, column]]
        if len(cells) and labels(cells).mean() < _HALF:
            return True
    return False


def _groups_filled(rows: np.ndarray) -> np.ndarray:
    """A group's name over all columns that have a second name: to the right, as far as the gap goes."""
    rows = rows.copy()
    for upper, lower in zip(rows, rows[1:]):
        current = None
        for column in range(len(upper)):
            if lower[column] is None:
                current = None
            elif upper[column] is not None:
                current = upper[column]
            else:
                upper[column] = current
    return rows


def _label(value) -> str:
    """A header cell on one line: line breaks go, and no blank is put between Chinese characters."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime.datetime):
        value = value.date()
    text = re.sub(r"\s+", " ", str(value)).strip(BLANKS)
    return re.sub(f"(?<={_WIDE}) | (?={_WIDE})", "", text)
