"""Cells, heads and the first sheet of a workbook. openpyxl is imported inside functions only."""

from __future__ import annotations

import math
import numbers
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PLAIN = 11
_MOST_TEXT = 32_000  # Excel ends a cell at 32,767 signs
_COMMENT = (320, 90)


@dataclass(frozen=True)
class Cell:
    """A value with the column it belongs to (its format) and a comment."""

    value: object
    column: str
    comment: str = ""


def readme(sheet, names: list[str], notes: Sequence[str], texts: dict) -> None:
    """The first sheet: what the workbook is, its sheets, and notes."""
    from openpyxl.styles import Alignment, Font

    words = texts["workbook"]
    lines = [words["title"], "", *words["notes"], "", words["contents"], *names[1:]]
    lines += ["", texts["page"]["notes"], *notes] if notes else []
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        put(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if line in (words["title"], words["contents"], texts["page"]["notes"]):
            cell.font = Font(bold=True, size=14 if number == 1 else _PLAIN)
    sheet.column_dimensions["A"].width = 110


def fill_sheet(
    sheet,
    heads: list[list[str]],
    body: list[list[Cell]],
    columns: Sequence[str],
    frozen: int,
    formats: Mapping[str, str],
    widths: Mapping[str, int],
) -> None:
    """Write heads and rows, with formats and widths by column, frozen panes and comments."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    bold, grey = Font(bold=True), PatternFill("solid", fgColor="E8E8E8")
    wrapped, high = Alignment(wrap_text=True, vertical="center"), Alignment(wrap_text=True, vertical="top")
    for number, line in enumerate(heads, 1):
        for place, text in enumerate(line, 1):
            cell = sheet.cell(number, place)
            put(cell, text)
            cell.font, cell.fill, cell.alignment = bold, grey, wrapped
    for number, row in enumerate(body, len(heads) + 1):
        for place, given in enumerate(row, 1):
            cell = sheet.cell(number, place)
            put(cell, given.value)
            if isinstance(cell.value, (int, float)):
                cell.number_format = formats.get(given.column) or _format(cell.value)
            elif widths.get(given.column, 0) > 40:
                cell.alignment = high
            if given.comment:
                cell.comment = Comment(_text(given.comment), "Land Renewal", _COMMENT[1], _COMMENT[0])
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = widths.get(column, 12)
    sheet.freeze_panes = sheet.cell(len(heads) + 1, frozen)
    if len(heads) == 1:
        sheet.auto_filter.ref = sheet.dimensions


def _format(value: float) -> str:
    """As many decimals as the figure needs: three significant digits."""
    if value == 0 or value == int(value) or abs(value) >= 1000:
        return "#,##0"
    return "0." + "0" * min(max(0, 2 - math.floor(math.log10(abs(value)))) or 1, 12)


def put(cell, value) -> None:
    """Write a value: missing as an empty cell, whole numbers as such, text never as a formula."""
    if not known(value):
        return
    if isinstance(value, numbers.Number):
        value = float(value)
        cell.value = int(value) if value.is_integer() else value
        return
    cell.value = _text(value)
    cell.data_type = "s"


def _text(value: object) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_MOST_TEXT]


def known(value) -> bool:
    """Whether a cell holds something, see `core.pages.page_texts.known`."""
    from ..core.pages import page_texts

    return page_texts.known(value)
