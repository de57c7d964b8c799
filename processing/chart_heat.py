"""Parks x indicators as a table of shades; what it shows is told at `charts.heat_table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError
from .chart_fonts import Fonts, fonts_for
from .chart_sheet import FAINT, INK, MUTED, Sheet

if TYPE_CHECKING:
    import pandas as pd

LEFT, NAME, CELL, ROW, GROUP, TOP, FOOT = 0.2, 2.4, 0.76, 0.3, 0.09, 0.78, 0.62
LINES, HEAD_SIZE, LESS = 5, 6.5, "↓"
# Ever darker from good to bad, by luminance; a reader of a grey print sees the same order.
SHADES = {2: "#eaf6ff", 1: "#d5e7f3", 0: "#e9d3a4", -1: "#d99a63", -2: "#9c4423"}
PAPER = {-2}  # shades on which letters are white


def draw(values: pd.DataFrame, language: str, by: str, per_page: int) -> list[tuple[Sheet, str]]:
    from ..core.performance.performance_texts import PARK, indicators, load_texts, standing

    if by not in ("reference", "rank"):
        raise LandRenewalError("A table of shades goes by 'reference' or 'rank', not by '{}'.", by)
    texts = load_texts(language)
    heads = indicators(values).to_dict("records")
    cells = {(row["unit_id"], row["indicator"]): row
             for row in values.assign(step=standing(values, by)).to_dict("records")}  # fmt: skip
    units = values.drop_duplicates("unit_id")
    first = units[units["unit_kind"] != PARK].to_dict("records")
    parks = units[units["unit_kind"] == PARK].to_dict("records")
    if not parks:
        raise LandRenewalError("There is no park to draw.")
    fonts = fonts_for(values, texts)
    pages = [parks[start : start + per_page] for start in range(0, len(parks), per_page)]
    return [
        (_page(part, first, heads, cells, (number, len(pages)), fonts, texts, by), texts["charts"]["heat"])
        for number, part in enumerate(pages, 1)
    ]


def _page(parks, first, heads, cells, page, fonts: Fonts, texts: dict, by: str) -> Sheet:
    lefts = _lefts(heads)
    probe = Sheet(1, 1, fonts)
    names = [probe.balanced(head["name"], CELL - 0.05, LINES, HEAD_SIZE) for head in heads]
    depth = 0.13 * max(map(len, names)) + 0.3
    top = TOP + 0.24 + depth
    height = top + ROW * (len(first) + len(parks)) + (0.1 if first else 0) + FOOT
    width = lefts[-1] + CELL + 0.2
    sheet = Sheet(max(width, 7.0), height, fonts)
    _title(sheet, page, texts["charts"], by)
    _heads(sheet, heads, lefts, names, top, texts)
    y = top
    for row in first:
        _row(sheet, y, row, heads, lefts, cells, bold=True)
        y += ROW
    if first:
        sheet.line(LEFT, y + 0.05, lefts[-1] + CELL, y + 0.05, INK, 1.0)
        y += 0.1
    for row in parks:
        _row(sheet, y, row, heads, lefts, cells)
        y += ROW
    _legend(sheet, y + 0.2, texts["charts"], texts["less_is_better"], by)
    return sheet


def _lefts(heads: list[dict]) -> list[float]:
    """The left edge of each column; criteria stand apart."""
    lefts, x, last = [], LEFT + NAME, None
    for head in heads:
        x += GROUP if head["criterion"] != last else 0
        lefts.append(x)
        x, last = x + CELL, head["criterion"]
    return lefts


def _title(sheet: Sheet, page: tuple[int, int], texts: dict, by: str) -> None:
    from ..core.pages.page_texts import fill

    sheet.text(LEFT, 0.28, texts["heat"], 13, bold=True)
    told = [texts[f"heat_{by}"]]
    told += [fill(texts["page"], page=page[0], pages=page[1])] if page[1] > 1 else []
    sheet.text(LEFT, 0.56, " · ".join(told), 8.5, MUTED)


def _heads(sheet: Sheet, heads, lefts, names, bottom: float, texts: dict) -> None:
    from ..core.performance.performance_texts import criterion_runs, measure

    position = 0
    for criterion, count in criterion_runs([head["criterion_name"] for head in heads]):
        left, right = lefts[position], lefts[position + count - 1] + CELL
        sheet.text(left, TOP + 0.1, sheet.fit(criterion, right - left, 8, True), 8, bold=True)
        sheet.line(left, TOP + 0.21, right, TOP + 0.21, INK, 0.8)
        position += count
    for head, left, lines in zip(heads, lefts, names):
        middle = left + CELL / 2
        for number, line in enumerate(lines):
            sheet.text(middle, TOP + 0.32 + 0.13 * number, line, HEAD_SIZE, align="center")
        unit = " ".join([measure(head["unit_of_measure"]) or "–", *([] if head["rising"] else [LESS])])
        sheet.text(middle, bottom - 0.09, sheet.fit(unit, CELL - 0.02, 6), 6, MUTED, "center")


def _row(sheet: Sheet, y: float, unit: dict, heads, lefts, cells, bold: bool = False) -> None:
    middle = y + ROW / 2
    sheet.label(LEFT, middle, unit["unit"], NAME - 0.05, 8, bold)
    for head, left in zip(heads, lefts):
        _cell(sheet, left, y, cells.get((unit["unit_id"], head["indicator"])))


def _cell(sheet: Sheet, x: float, y: float, row: dict | None) -> None:
    from ..core.pages.page_texts import known, number
    from ..core.performance.performance_texts import SIGNS

    if row is None or not known(row["value"]):
        sheet.box(x, y, CELL, ROW, "white", "white")
        sheet.line(x + 0.06, y + ROW - 0.05, x + CELL - 0.06, y + 0.05, FAINT, 0.8)
        return
    step = int(row["step"]) if known(row["step"]) else None
    colour = "white" if step in PAPER else INK
    sheet.box(x, y, CELL, ROW, SHADES.get(step, "white"), "white", line=1.0)
    figure = number(row["value"])
    if sheet.width(figure, 7) > CELL - 0.26:
        figure = number(row["value"], 2)
    sheet.text(x + CELL - 0.05, y + ROW / 2 - 0.01, figure, 7, colour, "right")
    if step is not None:
        sheet.sign(x + 0.04, y + ROW / 2 - 0.01, SIGNS[step], 7, colour)
    if known(row["coverage"]) and row["coverage"] < 1:
        part = (CELL - 0.08) * max(float(row["coverage"]), 0.0)
        sheet.line(x + 0.04, y + ROW - 0.04, x + 0.04 + part, y + ROW - 0.04, colour, 0.9)


def _legend(sheet: Sheet, y: float, texts: dict, less: str, by: str) -> None:
    from ..core.pages.page_texts import fill, number
    from ..core.performance.performance_texts import FAR, SIGNS

    x = LEFT
    told = [(step, fill(text, far=number(FAR))) for step, text in texts[f"steps_{by}"].items()]
    for step, text in [*told, (None, texts["missing_cell"])]:
        if x + 0.6 + sheet.width(text, 7.5) > sheet.size[0]:
            x, y = LEFT, y + 0.22
        edge = y - 0.08
        sheet.box(x, edge, 0.3, 0.16, SHADES.get(step, "white"), FAINT)
        if step is None:
            sheet.line(x + 0.03, edge + 0.13, x + 0.27, edge + 0.03, FAINT, 0.8)
        else:
            sheet.sign(x + 0.15, y, SIGNS[step], 7, "white" if step in PAPER else INK, "center")
        sheet.text(x + 0.36, y, text, 7.5)
        x += 0.58 + sheet.width(text, 7.5)
    told = f"{LESS} {less} · {texts['partial']}"
    if x + sheet.width(told, 7.5) > sheet.size[0]:
        x, y = LEFT, y + 0.22
    sheet.text(x, y, told, 7.5, MUTED)
