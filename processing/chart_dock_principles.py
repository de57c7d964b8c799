"""The principles and the frontier at the width of a dock."""

from __future__ import annotations

from .chart_dock import EDGE, SMALL, STEP, TEXT, begin, end, lines, right, scenario_key
from .chart_principles import RADIUS, frontier_panel, radar_rings, radar_shape
from .chart_scenarios import styles
from .chart_sheet import FAINT, MUTED, Sheet, clean

_STRIP, _PANEL = 0.6, 2.2


def draw_principles(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """All scenarios in one radar, and the strips with their values below."""
    from ..core.economics.economics_figures import principle_axes
    from ..core.economics.economics_texts import rests, scenarios_of

    charts, names = told["charts"], scenarios_of(tables)
    axes, looks = principle_axes(tables["economics"], told), styles(names)
    sheet, y = begin(width, 7 + _STRIP * len(axes), fonts, charts["principles"], charts["principles_one"])
    y = scenario_key(sheet, y + 0.05, names, looks, told)
    middle = y + 0.4 + RADIUS
    room = width / 2 - RADIUS * 0.95 - EDGE
    radar_rings(sheet, width / 2, middle, axes, told, room)
    for name in names:
        radar_shape(sheet, width / 2, middle, axes, name, looks[name])
    y = lines(sheet, middle + RADIUS + 0.42, charts["principles_strips"], SMALL, MUTED)
    for axis in axes:
        _strip(sheet, y + 0.04, axis, names, looks, told)
        y += _STRIP
    end(sheet, y + 0.1, rests(tables, told))
    return sheet, charts["principles"]


def _strip(sheet: Sheet, y: float, axis, names, looks, told) -> None:
    left, stop = EDGE + 0.1, right(sheet) - 0.1
    sheet.text(EDGE, y + 0.08, sheet.fit(told["principles"][axis.key], stop - left, TEXT), TEXT)
    if not axis.values:
        sheet.text(EDGE, y + 0.26, told["unknown"], SMALL, MUTED)
        return
    middle = y + 0.26
    sheet.line(left, middle, stop, middle, FAINT, 0.9)
    for name in names:
        if name in axis.values:
            look = looks[name]
            at = left + axis.places[name] * (stop - left)
            sheet.mark(at, middle, look.mark, 6.5, look.colour, look.colour)
    ends = sorted(axis.values.values(), reverse=not axis.rising)
    if axis.same:
        said = f"{axis.scale.full(ends[0])} · {told['charts']['same']}"
        sheet.text(right(sheet), y + 0.41, said, SMALL, MUTED, "right")
        return
    sheet.text(EDGE, y + 0.41, axis.scale.full(ends[0]), SMALL, MUTED)
    sheet.text(right(sheet), y + 0.41, axis.scale.full(ends[-1]), SMALL, MUTED, "right")


def draw_frontier(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """The panels one below the other; scenarios by their marks."""
    from ..core.economics.economics_figures import frontier_parts
    from ..core.economics.economics_texts import money_scale, scenarios_of
    from ..core.pages.page_texts import fill

    table, charts, looks = tables["frontier"], told["charts"], styles(scenarios_of(tables))
    kinds = table["kind"].drop_duplicates().tolist()
    money = money_scale(table["cost"], told)
    height = 5 + (_PANEL + 0.9) * len(kinds)
    sheet, y = begin(width, height, fonts, charts["frontier"], charts["frontier_note"])
    seen = [name for name in looks if (table["scenario"] == name).any()]
    y = scenario_key(sheet, y + 0.05, seen, looks, told)
    said = fill(charts["frontier_cost"], unit=money.unit)
    for kind in kinds:
        parts = frontier_parts(table, kind)
        frontier_panel(sheet, EDGE, y, kind, *parts, looks, money, told, (width - 0.35, _PANEL), names=False)
        y += _PANEL + 0.42 + 0.3
        sheet.text(width / 2 + 0.2, y, clean(said), SMALL, MUTED, "center")
        y += STEP
    end(sheet, y + 0.05)
    return sheet, charts["frontier"]
