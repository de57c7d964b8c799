"""Parks ranked by one indicator; what it shows is told at `charts.ranked_bars`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError
from .chart_fonts import Fonts, fonts_for
from .chart_sheet import FAINT, INK, MUTED, RULE, Sheet, clean

if TYPE_CHECKING:
    import pandas as pd

WIDTH, TOP, ROW, AXIS, FOOT = 10.2, 1.12, 0.27, 0.26, 0.2
RANK, NAME, BARS, COVERAGE = 0.5, (0.62, 3.2), (3.35, 8.45), (8.75, 9.45)
FIGURES = 0.95
SHADES = {"base": "#3f5f86", "community": "#8aa9c9", "block": "#d3dfeb"}
STYLES = ("--", ":", "-.")


def draw(values: pd.DataFrame, indicator: str, language: str, per_page: int) -> list[tuple[Sheet, str]]:
    from ..core.performance.performance_texts import load_texts

    texts = load_texts(language)
    rows = ordered(values, indicator)
    if not rows:
        raise LandRenewalError("No park has indicator {}: check its id.", indicator)
    fonts = fonts_for(values[values["indicator"] == indicator], texts)
    scale = Scale(rows)
    pages = [rows[start : start + per_page] for start in range(0, len(rows), per_page)]
    title = clean(rows[0]["name"])
    return [
        (_page(part, number, len(pages), rows, scale, fonts, texts, language), title)
        for number, part in enumerate(pages, 1)
    ]


def ordered(values: pd.DataFrame, indicator: str) -> list[dict]:
    """The parks' rows of an indicator: by rank, then unit_id; without value last, by unit_id."""
    from ..core.pages.page_texts import floats
    from ..core.performance.performance_texts import PARK

    rows = values[(values["indicator"] == indicator) & (values["unit_kind"] == PARK)]
    value, rank = floats(rows["value"]), floats(rows["rank"])
    keys = rows.assign(_gone=value != value, _rank=rank)
    keys = keys.sort_values(["_gone", "_rank", "unit_id"], kind="stable", na_position="last")
    return keys.drop(columns=["_gone", "_rank"]).to_dict("records")


class Scale:
    """Where a value lies between the left and the right end of the bars; 0 is always on it."""

    def __init__(self, rows: list[dict]):
        from matplotlib.ticker import MaxNLocator

        from ..core.pages.page_texts import known

        self.references = _references(rows)
        values = [float(row["value"]) for row in rows if known(row["value"])]
        ends = [0.0, *values, *(reference for reference, _name in self.references)]
        low, high = min(ends), max(ends)
        high = high if high > low else low + 1.0
        self.ticks = [t for t in MaxNLocator(5).tick_values(low, high).tolist() if low <= t <= high]
        self._low, self._span = low, high - low

    def at(self, value: float) -> float:
        left, right = BARS
        return left + (value - self._low) / self._span * (right - left - FIGURES)


def _references(rows: list[dict]) -> list[tuple[float, str]]:
    """The distinct references, first those of most parks, as many as there are line styles."""
    from ..core.pages.page_texts import known

    counts: dict[tuple[float, str], int] = {}
    for row in rows:
        if known(row["reference"]):
            name = str(row["reference_name"]) if known(row["reference_name"]) else ""
            key = (float(row["reference"]), name)
            counts[key] = counts.get(key, 0) + 1
    return sorted(counts, key=lambda key: (-counts[key], key))[: len(STYLES)]


def _page(part, number, pages, rows, scale: Scale, fonts: Fonts, texts: dict, language: str) -> Sheet:
    from ..core.pages.page_texts import known

    top = TOP + 0.17 * len(scale.references)
    count = sum(known(row["value"]) for row in part)
    sheet = Sheet(WIDTH, top + ROW * len(part) + AXIS + FOOT, fonts)
    _head(sheet, rows, number, pages, texts)
    if count:
        _axis(sheet, scale, top, top + ROW * count, rows[0], texts)
    for position, row in enumerate(part):
        below_axis = AXIS if count and position >= count else 0
        _bar(sheet, top + below_axis + ROW * (position + 0.5), row, scale, texts, language)
    return sheet


def _head(sheet: Sheet, rows: list[dict], number: int, pages: int, texts: dict) -> None:
    from ..core.pages.page_texts import fill, known
    from ..core.performance.performance_texts import direction, level_name, measure

    row, charts = rows[0], texts["charts"]
    unit = measure(row["unit_of_measure"])
    name = clean(row["name"])
    title = f"{name[:1].upper()}{name[1:]}{f' ({unit})' if unit else ''}"
    sheet.text(0.2, 0.28, sheet.fit(title, WIDTH - 0.4, 13, True), 13, bold=True)
    count = sum(known(row["value"]) for row in rows)
    told = [direction(row, texts), fill(charts["bars_known"], known=count, parks=len(rows))]
    told += [fill(charts["page"], page=number, pages=pages)] if pages > 1 else []
    sheet.text(0.2, 0.56, " · ".join(told), 8.5, MUTED)
    x = NAME[0]
    for level in [level for level in SHADES if any(row["level"] == level for row in rows)]:
        sheet.box(x, 0.76, 0.22, 0.12, SHADES[level], INK)
        name = level_name(level, texts)
        sheet.text(x + 0.28, 0.82, name, 8)
        x += 0.5 + sheet.width(name, 8)
    sheet.text(BARS[1], 0.82, charts["value"], 7.5, MUTED, "right")
    sheet.text(COVERAGE[0], 0.82, charts["coverage"], 7.5, MUTED)


def _axis(sheet: Sheet, scale: Scale, top: float, bottom: float, row: dict, texts: dict) -> None:
    from ..core.pages.page_texts import number
    from ..core.performance.performance_texts import with_unit

    for tick in scale.ticks:
        sheet.line(scale.at(tick), top, scale.at(tick), bottom, RULE, 0.6)
        sheet.text(scale.at(tick), bottom + 0.1, number(tick), 7, MUTED, "center", box=True)
    # The leftmost label stands highest, so that no line of another reference runs through it.
    lines = sorted(zip(scale.references, STYLES), reverse=True)
    for position, ((reference, name), style) in enumerate(lines):
        x, y = scale.at(reference), top - 0.1 - 0.17 * position
        sheet.line(x, top, x, bottom, "white", 3.0, above=3)
        sheet.line(x, y, x, bottom, INK, 1.3, style, above=3)
        figure = with_unit(reference, row["unit_of_measure"], texts)
        told = f"{name or texts['charts']['reference']}{texts['colon']}{figure}"
        right = x + sheet.width(told, 7.5) + 0.26 < WIDTH
        sheet.text(x + (0.06 if right else -0.06), y, told, 7.5, INK, "left" if right else "right", box=True)


def _bar(sheet: Sheet, y: float, row: dict, scale: Scale, texts: dict, language: str) -> None:
    from ..core.pages.page_texts import known, number
    from ..core.performance.performance_texts import missing_text

    sheet.label(NAME[0], y, row["unit"], NAME[1] - NAME[0], 8)
    if not known(row["value"]):
        why = missing_text(row, texts)
        sheet.text(BARS[0], y, sheet.fit(why, COVERAGE[1] - BARS[0], 7.5), 7.5, MUTED)
        return
    sheet.text(RANK, y, number(row["rank"]), 8, MUTED, "right")
    value, zero = scale.at(float(row["value"])), scale.at(0.0)
    shade = SHADES.get(row["level"], "#ffffff")
    sheet.box(min(zero, value), y - 0.085, abs(value - zero), 0.17, shade, INK, line=0.5, above=2)
    sheet.text(BARS[1], y, number(row["value"]), 8, align="right")
    _coverage(sheet, y, row["coverage"], language)


def _coverage(sheet: Sheet, y: float, coverage, language: str) -> None:
    """How much of the data is known: the rest of the small bar is hatched."""
    from ..core.pages.page_texts import known, share

    if not known(coverage):
        return
    left, right = COVERAGE
    part = min(max(float(coverage), 0.0), 1.0) * (right - left)
    sheet.box(left, y - 0.045, right - left, 0.09, "white", FAINT, "//////")
    sheet.box(left, y - 0.045, part, 0.09, MUTED, above=2)
    sheet.text(right + 0.08, y, share(coverage, language), 7.5, MUTED)
