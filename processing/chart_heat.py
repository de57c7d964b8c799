"""Parks x indicators as a table of shades; what it shows is told at `charts.heat_table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError
from . import chart_cells
from .chart_fonts import Fonts, fonts_for
from .chart_sheet import FAINT, INK, MUTED, Sheet

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

LEFT, NAME, CELL, ROW, GROUP, TOP, FOOT = 0.2, 2.4, 0.76, 0.3, 0.09, 0.78, 0.62
APART = 0.1  # between the rows of the levels and those of the parks
LINES, HEAD_SIZE, LESS = 5, 6.5, "↓"
# Ever darker from good to bad, by luminance; a reader of a grey print sees the same order.
SHADES = {2: "#eaf6ff", 1: "#d5e7f3", 0: "#e9d3a4", -1: "#d99a63", -2: "#9c4423"}
PLAIN = "white"
PAPER = {-2}  # shades on which letters are white


def draw(values: pd.DataFrame, language: str, by: str, per_page: int) -> list[tuple[Sheet, str]]:
    from ..core.performance.performance_texts import PARK, indicators, load_texts, standing

    if by not in ("reference", "rank"):
        raise LandRenewalError("A table of shades goes by 'reference' or 'rank', not by '{}'.", by)
    texts = load_texts(language)
    heads = indicators(values).to_dict("records")
    cells = values.assign(step=standing(values, by)).drop_duplicates(["unit_id", "indicator"], keep="last")
    cells = cells.set_index(["unit_id", "indicator"])[["value", "step", "coverage"]]
    units = values.drop_duplicates("unit_id")
    first = units[units["unit_kind"] != PARK].to_dict("records")
    parks = units[units["unit_kind"] == PARK].to_dict("records")
    if not parks:
        raise LandRenewalError("There is no park to draw.")
    fonts = fonts_for(values, texts)
    probe = Sheet(1, 1, fonts)
    names = [probe.balanced(head["name"], CELL - 0.05, LINES, HEAD_SIZE) for head in heads]
    pages = [parks[start : start + per_page] for start in range(0, len(parks), per_page)]
    return [
        (_page(part, first, heads, names, cells, (number, len(pages)), fonts, texts, by),
         texts["charts"]["heat"])
        for number, part in enumerate(pages, 1)
    ]  # fmt: skip


def _page(parks, first, heads, names, cells, page, fonts: Fonts, texts: dict, by: str) -> Sheet:
    import numpy as np

    lefts = _lefts(heads)
    top = TOP + 0.24 + 0.13 * max(map(len, names)) + 0.3
    count = np.arange(len(first) + len(parks))
    tops = top + ROW * count + np.where(count < len(first), 0.0, APART if first else 0.0)
    bottom = tops[-1] + ROW
    sheet = Sheet(max(lefts[-1] + CELL + 0.2, 7.0), bottom + FOOT, fonts)
    _title(sheet, page, texts["charts"], by)
    _heads(sheet, heads, lefts, names, top)
    for number, (y, row) in enumerate(zip(tops, [*first, *parks])):
        sheet.label(LEFT, y + ROW / 2, row["unit"], NAME - 0.05, 8, bold=number < len(first))
    if first:
        under = tops[len(first)] - APART / 2
        sheet.line(LEFT, under, lefts[-1] + CELL, under, INK, 1.0)
    wanted = [[row["unit_id"] for row in [*first, *parks]], [head["indicator"] for head in heads]]
    _cells(sheet, np.tile(lefts, len(tops)), np.repeat(tops, len(lefts)), cells, wanted)
    _legend(sheet, bottom + 0.2, texts["charts"], texts["less_is_better"], by)
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


def _heads(sheet: Sheet, heads, lefts, names, bottom: float) -> None:
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


def _cells(sheet: Sheet, xs, ys, cells: pd.DataFrame, wanted: list[list]) -> None:
    """Cells of the ``wanted`` units and indicators, row by row, with upper left corners ``xs``, ``ys``."""
    import numpy as np
    import pandas as pd

    from ..core.pages.page_texts import floats

    grid = cells.reindex(pd.MultiIndex.from_product(wanted))
    value, step, coverage = (floats(grid[name]) for name in ("value", "step", "coverage"))
    known = ~np.isnan(value)
    fills = [SHADES.get(one, PLAIN) for one in np.where(known, step, np.nan)]
    chart_cells.boxes(sheet, xs, ys, CELL, ROW, fills, PLAIN)
    x, y = xs[~known], ys[~known]
    chart_cells.strokes(sheet, x + 0.06, y + ROW - 0.05, x + CELL - 0.06, y + 0.05, FAINT, 0.8)
    dark = np.isin(step, list(PAPER))
    for ink, some in ((INK, known & ~dark), (PLAIN, known & dark)):
        _written(sheet, xs[some], ys[some], value[some], step[some], coverage[some], ink)


def _written(sheet: Sheet, xs, ys, value, step, coverage, ink: str) -> None:
    """What stands on cells, in one ink: the figure, the sign, and how much of the data is known."""
    import numpy as np

    from ..core.performance.performance_texts import SIGNS

    middles, compared, part = ys + ROW / 2 - 0.01, ~np.isnan(step), coverage < 1
    told = _figures(sheet.fonts, value)
    chart_cells.figures(sheet, xs + CELL - 0.05, middles, told, 7, ink, align="right")
    signs = [SIGNS[int(one)] for one in step[compared]]
    chart_cells.figures(sheet, xs[compared] + 0.04, middles[compared], signs, 7, ink, sign=True)
    x, y, long = xs[part] + 0.04, ys[part] + ROW - 0.04, (CELL - 0.08) * np.maximum(coverage[part], 0.0)
    chart_cells.strokes(sheet, x, y, x + long, y, ink, 0.9)


def _figures(fonts: Fonts, values: np.ndarray) -> list[str]:
    """Values as they are printed: three digits, or two where the sign needs the room."""
    from ..core.pages.page_texts import number

    told = [number(value) for value in values]
    wide = chart_cells.widths(fonts, told, 7) > CELL - 0.26
    return [number(value, 2) if long else text for value, text, long in zip(values, told, wide)]


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
