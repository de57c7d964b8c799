"""From a grid of cells, as a spreadsheet or a text file holds them, to a table with one header.

Real sheets have titles above the header, headers of several rows with merged cells, blank rows, totals and
remarks. Every row of the grid ends up in one of three places: in the header, in the table, or in the rejects
with its reason.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, first_ids, joined, sentence
from .sheet_header import HeaderRows, column_names, find_header, labels, usual_width
from .values import BLANKS

READER_COLUMNS = ["row", "column", "value", "reason"]
BLANK, TOTAL, REMARK = sentence("blank row"), sentence("total row"), sentence("remark below the table")
ABOVE, AGAIN, NUMBERING = (
    sentence("above the header"),
    sentence("header repeated"),
    sentence("numbers of the columns"),
)
# A sheet formatted far below its last entry is not a sheet with a million blank rows.
_MOST_BLANK = 100
# Excel keeps 15 digits of a number.
_EXACT_DIGITS = 1e15
_MOSTLY = 0.8
_TOTAL_WORDS = "合计|总计|小计|共计|累计|合計|總計|小計|共計|累計"
_TOTAL_ALONE = re.compile(rf"(?:{_TOTAL_WORDS})[:：]?")
_TOTAL_AT_END = re.compile(rf".{{0,8}}(?:{_TOTAL_WORDS})(?:[(（].*[)）])?[:：]?")
# A firm may be called Total: in Latin letters the rest of the row decides.
_TOTAL_LATIN = re.compile(r"(?:grand|sub)?[- ]?totals?:?|sum:?", re.I)
_REMARK = re.compile(
    r"(?:备注|附注|说明|備註|說明|注|註|资料来源|数据来源|資料來源|來源|来源|填表|填报|制表|審核|审核|编制|负责人|单位负责人|"
    r"统计负责人|联系|notes?|sources?|remarks?)[^:：]{0,8}[:：].*|注\s*[\d一二三四五].*|[*※].+",
    re.I | re.S,
)


@dataclass(frozen=True)
class Reading:
    """What a reader made of a file. ``rows``: the row of the file (from 1) of each row of ``frame``, None
    where they are simply numbered on. ``rejects``: rows and values left out (``READER_COLUMNS``). ``notes``:
    what was found, guessed or doubted, in sentences.
    """

    frame: pd.DataFrame
    rows: np.ndarray | None = None
    rejects: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=READER_COLUMNS))
    notes: list[str] = field(default_factory=list)


def read_grid(
    cells: Sequence[Sequence], merged: Sequence[tuple] = (), header: tuple[int, int] | None = None
) -> Reading:
    """Make a table of a grid of cells (None or blank text = empty).

    ``merged``: merged ranges as (first row, first column, last row, last column), from 0; they are filled
    forward in the header only. ``header``: first and last header row from 1 where the user says so; found
    otherwise, see `core.intake.sheet_header.find_header`. Blank rows, repeated headers, rows that number the
    columns, rows of totals, remarks below the table and everything above the header go to the rejects.
    Columns of one kind are numbers, yes/no or ISO dates; mixed ones are text.

    >>> made = read_grid([["Firms 2022", None], ["name", "tax"], ["A", 3], ["合计", 3]])
    >>> made.frame.to_dict("list"), made.rows.tolist(), made.rejects["reason"].tolist()
    ({'name': ['A'], 'tax': [3]}, [3], ['above the header', 'total row'])
    """
    grid, notes = _trimmed(_grid(cells))
    if not len(grid):
        return Reading(pd.DataFrame(), np.zeros(0, int), notes=notes)
    filled = _filled(grid)
    found = _stated_header(header, len(grid)) if header else find_header(grid, merged)
    names = column_names(grid, merged, found)
    first = found.last + 1 if found else 0
    reasons = _reasons(grid, filled, found, first)
    keep = np.flatnonzero(reasons == "")
    keep = keep[keep >= first]
    notes += _header_notes(grid, filled, found, names, keep)
    notes += _dropped_notes(reasons) + _merged_notes(merged, first) + _doubtful_end(grid, filled, keep)
    named, renamed = _unique(names, filled[keep].any(axis=0))
    data = {name: _column(grid[keep, place], name, notes) for place, name in named.items()}
    frame = pd.DataFrame(data, index=pd.RangeIndex(len(keep)))
    return Reading(frame, keep + 1, _rejects(grid, filled, reasons), notes + renamed)


def _stated_header(header: tuple[int, int], rows: int) -> HeaderRows:
    if header[1] > rows:
        raise LandRenewalError(
            "The header is said to reach to row {}, but the last row is {}: correct header=.", header[1], rows
        )
    return HeaderRows(header[0] - 1, header[1] - 1)


def with_rejects(reading: Reading | None, table: str, rejects: pd.DataFrame) -> pd.DataFrame:
    """The rejects of a table (`mapping.REJECT_COLUMNS`) together with those of its file, in row order.

    Rows are those of the file, as a spreadsheet numbers them, wherever the reader knows them.
    """
    if reading is None:
        return rejects
    made = rejects.copy()
    if reading.rows is not None and len(made):
        made["row"] = reading.rows[made["row"].to_numpy(dtype=int) - 1]
    if not len(reading.rejects):
        return made
    own = reading.rejects.assign(table=table, id=None)[list(rejects.columns)]
    parts = [part for part in (own, made) if len(part)]
    return pd.concat(parts, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)


def _grid(cells: Sequence[Sequence]) -> np.ndarray:
    width = max((len(row) for row in cells), default=0)
    grid = np.full((len(cells), width), None, dtype=object)
    for place, row in enumerate(cells):
        grid[place, : len(row)] = [_cell(value) for value in row]
    return grid


def _cell(value):
    if isinstance(value, str):
        return value.strip(BLANKS) or None
    return None if value is None or value != value else value


def _trimmed(grid: np.ndarray) -> tuple[np.ndarray, list[str]]:
    filled = _filled(grid).any(axis=1)
    end = int(np.flatnonzero(filled)[-1]) + 1 if filled.any() else 0
    blank = len(grid) - end
    if end and blank <= _MOST_BLANK:
        return grid, []
    return grid[:end], [sentence("{} blank rows after row {} are not counted.", blank, end)] if blank else []


def _filled(grid: np.ndarray) -> np.ndarray:
    return np.not_equal(grid, None).astype(bool)


def _reasons(grid, filled, found: HeaderRows | None, first: int) -> np.ndarray:
    """Why each row is left out; "" for rows of the header and of the table."""
    reasons = np.full(len(grid), "", dtype=object)
    reasons[~filled.any(axis=1)] = BLANK
    if found:
        above = np.arange(len(grid)) < found.first
        reasons[above & (reasons == "")] = ABOVE
        reasons[found.first : first] = ""
        body = np.arange(len(grid)) >= first
        again = (grid == grid[found.last]).all(axis=1) | (grid == grid[found.first]).all(axis=1)
        reasons[body & again & (reasons == "")] = AGAIN
        rest = np.flatnonzero(body & (reasons == ""))
        if len(rest) and _numbers_the_columns(grid[rest[0]][filled[rest[0]]]):
            reasons[rest[0]] = NUMBERING
    _mark_end(grid, filled, reasons, first)
    leading = filled.argmax(axis=1)
    for row in range(first, len(grid)):
        label = grid[row, leading[row]]
        total = isinstance(label, str) and _TOTAL_ALONE.fullmatch(_plain(label)) and not reasons[row]
        if total and _sums_only(grid[row], leading[row]):
            reasons[row] = TOTAL
    return reasons


def _mark_end(grid, filled, reasons, first: int) -> None:
    """Totals and remarks at the end: upwards until a row that is data."""
    width = usual_width(filled[first:])
    loose: list[int] = []
    for row in range(len(grid) - 1, first - 1, -1):
        cells = grid[row][filled[row]]
        if reasons[row]:
            continue
        label = _plain(cells[0]) if isinstance(cells[0], str) else ""
        latin = _TOTAL_LATIN.fullmatch(label) and _sums_only(grid[row], int(filled[row].argmax()))
        if latin or _TOTAL_AT_END.fullmatch(label):
            reasons[row] = TOTAL
        elif _REMARK.fullmatch(str(cells[0])) and len(cells) <= max(1, width / 2):
            reasons[row] = REMARK
            reasons[loose] = REMARK
        elif len(cells) == 1 and label and width > 2:
            # A second line of a remark; a row of data unless a remark stands above it.
            loose.append(row)
            continue
        else:
            return
        loose = []


def _sums_only(cells: np.ndarray, label: int) -> bool:
    """Whether a row holds numbers behind its label, and nothing else."""
    rest = np.array(
        [value for place, value in enumerate(cells) if place != label and value is not None], object
    )
    return not len(rest) or not labels(rest).any()


def _numbers_the_columns(cells: np.ndarray) -> bool:
    """甲 乙 1 2 3 or 栏次 1 2 3 4: a row of Chinese statistical tables below the header."""
    texts = [_plain(str(value)) for value in cells]
    while texts and texts[0] in ("甲", "乙", "丙", "丁", "栏次", "栏号", "序号"):
        texts = texts[1:]
    return len(texts) > 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text) if not text.isascii() else text.strip()


def _header_notes(grid, filled, found: HeaderRows | None, names, keep) -> list[str]:
    if found is None:
        return [sentence("No header row was found: the columns are named column_1 to column_{}.", len(names))]
    rows = (
        sentence("row {}", found.first + 1)
        if found.first == found.last
        else sentence("rows {} to {}", found.first + 1, found.last + 1)
    )
    notes = [sentence("The header is {}.", rows)] if found.last else []
    above = [str(value) for row in range(found.first) for value in grid[row][filled[row]]]
    notes += [sentence("Above the header: {}.", joined(above, "; "))] if above else []
    unnamed = [place + 1 for place, name in enumerate(names) if name is None and filled[keep, place].any()]
    if unnamed:
        notes.append(sentence("Columns without a header are named by their place: {}.", joined(unnamed)))
    return notes


def _dropped_notes(reasons: np.ndarray) -> list[str]:
    rows = {
        reason: np.flatnonzero(reasons == reason) + 1 for reason in (BLANK, AGAIN, NUMBERING, TOTAL, REMARK)
    }
    return [
        sentence("{} left out: {} (row {}).", len(at), reason, first_ids(at))
        for reason, at in rows.items()
        if len(at)
    ]


def _merged_notes(merged, first: int) -> list[str]:
    below = [area for area in merged if area[2] >= first and area[0] >= first]
    if not below:
        return []
    rows = first_ids(sorted({area[0] + 1 for area in below}))
    return [
        sentence(
            "{} merged cells below the header hold their value in their first cell only (row {}).",
            len(below),
            rows,
        )
    ]


def _doubtful_end(grid, filled, keep) -> list[str]:
    """A last row of numbers where all others have texts may be a total that says no word."""
    if len(keep) < 3:
        return []
    usual = filled[keep[:-1]].mean(axis=0) >= _MOSTLY
    last = keep[-1]
    numeric = not labels(grid[last][filled[last]]).any()
    named = labels(grid[keep[0]]) & usual
    if numeric and named.any() and not filled[last][named].any():
        return [
            sentence(
                "The last row (row {}) has numbers but no text: it may be a total. It is kept.", last + 1
            )
        ]
    return []


def _unique(names: list[str | None], used: np.ndarray) -> tuple[dict[int, str], list[str]]:
    """Name by place; columns with neither name nor value are no columns."""
    named, taken, renamed = {}, set(), []
    wanted = {place: name or f"column_{place + 1}" for place, name in enumerate(names) if name or used[place]}
    for place, name in wanted.items():
        free, count = name, 1
        while free in taken:
            count += 1
            free = f"{name}_{count}"
        if free != name:
            renamed.append(free)
        taken.add(free)
        named[place] = free
    return named, [
        sentence("Columns of the same name are numbered on: {}.", joined(renamed))
    ] if renamed else []


def _column(cells: np.ndarray, name: str, notes: list[str]):
    """A column of one kind: numbers, yes/no, ISO dates or texts; mixed ones as texts."""
    missing = ~_filled(cells)
    kinds = {_kind(value) for value in cells[~missing]}
    if kinds == {"number"}:
        values = np.where(missing, np.nan, cells).astype("float64")
        long = int((np.abs(values) >= _EXACT_DIGITS).sum())
        if long:
            notes.append(
                sentence(
                    "{}: {} numbers have more than 15 digits; a spreadsheet keeps 15 of them.", name, long
                )
            )
        whole = not missing.any() and not long and (values == np.floor(values)).all()
        return values.astype("int64") if whole else values
    if kinds == {"flag"}:
        return pd.arrays.BooleanArray(np.where(missing, False, cells).astype(bool), missing)
    texts = np.full(len(cells), None, dtype=object)
    texts[~missing] = [_text(value) for value in cells[~missing]]
    return texts


def _kind(value) -> str:
    if isinstance(value, bool):
        return "flag"
    return "number" if isinstance(value, (int, float)) else "other"


def _text(value) -> str:
    if isinstance(value, datetime.datetime):
        return (
            value.date().isoformat()
            if value.time() == datetime.time()
            else value.isoformat(timespec="seconds")
        )
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_DIGITS:
        return str(int(value))
    return str(value)


def _rejects(grid, filled, reasons) -> pd.DataFrame:
    rows = np.flatnonzero(reasons != "")
    shown = [" | ".join(_text(value) for value in grid[row][filled[row]]) or None for row in rows]
    made = {"row": rows + 1, "column": None, "value": shown, "reason": reasons[rows]}
    return pd.DataFrame(made)[READER_COLUMNS]
