"""The radar of principles with its strips, and the frontier; told at `economics_charts`."""

from __future__ import annotations

import math

from .chart_scenarios import LEFT, RIGHT, WIDTH, foot, heading, span, spread, styles
from .chart_sheet import FAINT, INK, MUTED, RULE, Sheet, clean

ACROSS, RADIUS, INNER = 3, 0.88, 0.18
PANEL = 2.85
STRIP, NAMES, LINE = 0.46, 2.3, (2.85, 8.6)
PLOT = (4.15, 2.7)


def draw_principles(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_figures import principle_axes
    from ..core.economics.economics_texts import rests, scenarios_of

    charts = told["charts"]
    names, changing = scenarios_of(tables), scenarios_of(tables, changing=True)
    axes = principle_axes(tables["economics"], told)
    down = -(-len(changing) // ACROSS)
    sheet = Sheet(WIDTH, 0.95 + PANEL * down + 0.85 + STRIP * len(axes) + 0.45, fonts)
    top = heading(sheet, charts["principles"], charts["principles_note"])
    looks = styles(names)
    for place, name in enumerate(changing):
        x = LEFT + (RIGHT - LEFT) / ACROSS * (place % ACROSS + 0.5)
        y = top + PANEL * (place // ACROSS)
        sheet.text(
            x, y + 0.14, sheet.fit(told.scenario(name), 3.1, 9.5, True), 9.5, align="center", bold=True
        )
        _radar(sheet, x, y + 0.36 + PANEL / 2 - 0.12, axes, name, names, looks, told)
    y = top + PANEL * down + 0.2
    sheet.text(LEFT, y, charts["principles_strips"], 8.5, MUTED)
    _marks_key(sheet, y + 0.24, names, looks, told)
    sheet.text(RIGHT, y + 0.24, charts["apart"], 7.5, MUTED, "right")
    for place, axis in enumerate(axes):
        _strip(sheet, y + 0.62 + STRIP * place, axis, names, looks, told)
    foot(sheet, y + 0.62 + STRIP * len(axes), rests(tables, told))
    return sheet, charts["principles"]


def _corner(x: float, y: float, number: int, count: int, place: float) -> tuple[float, float]:
    """A point on an axis: place 0 is the inner ring, 1 the outer one."""
    angle = 2 * math.pi * number / count
    away = RADIUS * (INNER + (1 - INNER) * place)
    return x + away * math.sin(angle), y - away * math.cos(angle)


def _radar(sheet: Sheet, x, y, axes, name, names, looks, told) -> None:
    from ..core.economics.cashflow import STATUS_QUO

    radar_rings(sheet, x, y, axes, told, name=name)
    shape = _outline(x, y, axes, name)
    if all(point is not None for point in shape):
        sheet.area(*zip(*shape), "#eef2f6", above=1)
    for other in names:
        if other not in (name, STATUS_QUO):
            _outlined(sheet, _outline(x, y, axes, other), FAINT, 0.6, "-")
    if STATUS_QUO in names:
        _outlined(sheet, _outline(x, y, axes, STATUS_QUO), MUTED, 1.0, looks[STATUS_QUO].line)
    radar_shape(sheet, x, y, axes, name, looks[name])


def radar_rings(sheet: Sheet, x, y, axes, told, room: float = 1.02, name: str | None = None) -> None:
    """Rings and axes around a point; ``name``: the scenario whose values stand at the axes (None: none)."""
    count = len(axes)
    for ring, colour in ((1.0, FAINT), (0.5, "#ececec"), (0.0, RULE)):
        corners = [_corner(x, y, number, count, ring) for number in [*range(count), 0]]
        sheet.path(*zip(*corners), colour, 0.7, above=1)
    for number, axis in enumerate(axes):
        sheet.line(x, y, *_corner(x, y, number, count, 1.0), RULE, 0.6)
        _corner_text(sheet, x, y, number, axis, name, count, told, room)


def radar_shape(sheet: Sheet, x, y, axes, name, look) -> None:
    """The outline of a scenario with its marks."""
    shape = _outline(x, y, axes, name)
    _outlined(sheet, shape, look.colour, 2.0, look.line)
    for point in shape:
        if point is not None:
            sheet.mark(*point, look.mark, 4.5, look.colour, look.colour)


def _outline(x, y, axes, name) -> list:
    return [
        _corner(x, y, number, len(axes), axis.places[name]) if name in axis.places else None
        for number, axis in enumerate(axes)
    ]


def _outlined(sheet: Sheet, shape, colour, width, line) -> None:
    """An outline that is open where a value is not known."""
    gap = (math.nan, math.nan)
    corners = [gap if point is None else point for point in [*shape, shape[0]]]
    sheet.path(*zip(*corners), colour, width, line)


def _corner_text(sheet: Sheet, x, y, number, axis, name, count, told, room: float) -> None:
    """Name and value of an axis: over its end in the upper half, under it in the lower half."""
    angle = 2 * math.pi * number / count
    side, lower = math.sin(angle), math.cos(angle) < 0
    align = "center" if abs(side) < 0.1 else "left" if side > 0 else "right"
    inset = 0.0 if align == "center" else math.copysign(0.42 if lower else 0.08, side)
    at = x + RADIUS * side - inset
    lines = sheet.wrap(told["principles"][axis.key], room, 2, 6.8)
    value = [axis.scale.full(axis.values.get(name)) or told["unknown"]] if name else []
    end = y - RADIUS * math.cos(angle)
    first = end + 0.14 if lower else end - 0.17 - 0.125 * (len(lines) + len(value) - 1)
    for place, line in enumerate([*lines, *value]):
        last = place == len(lines)
        height = first + 0.125 * place
        sheet.text(at, height, line, 7.2 if last else 6.8, INK if last else MUTED, align, bold=last)


def _marks_key(sheet: Sheet, y: float, names, looks, told) -> None:
    x = LEFT + 0.05
    for name in names:
        title = clean(told.scenario(name))
        sheet.mark(x, y, looks[name].mark, 6.0, looks[name].colour, looks[name].colour)
        sheet.text(x + 0.12, y, title, 7.5)
        x += 0.4 + sheet.width(title, 7.5)


def _strip(sheet: Sheet, y: float, axis, names, looks, told) -> None:
    charts, values = told["charts"], axis.values
    sheet.label(LEFT, y, told["principles"][axis.key], NAMES - LEFT, 8)
    if not values:
        sheet.text(LINE[0], y, told["unknown"], 7.5, MUTED)
        return
    left, right = LINE
    sheet.line(left, y, right, y, FAINT, 0.9)
    for name in names:
        if name in values:
            at = left + axis.places[name] * (right - left)
            sheet.mark(at, y, looks[name].mark, 6.5, looks[name].colour, looks[name].colour)
    if axis.same:
        sheet.text(
            right + 0.15, y, f"{axis.scale.full(values[next(iter(values))])} · {charts['same']}", 7.5, MUTED
        )
        return
    ends = sorted(values.values(), reverse=not axis.rising)
    sheet.text(left, y + 0.16, axis.scale.full(ends[0]), 7, MUTED, "center")
    sheet.text(right, y + 0.16, axis.scale.full(ends[-1]), 7, MUTED, "center")
    said = told["dash"]
    if ends[0] and ends[-1]:
        change = 100 * (ends[-1] - ends[0]) / abs(ends[0])
        said = f"{change:+.3g}{told['percent']}".replace("-", "−")
    sheet.text(RIGHT, y, said, 7.5, MUTED, "right")


def draw_frontier(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_figures import frontier_parts
    from ..core.economics.economics_texts import money_scale, scenarios_of
    from ..core.pages.page_texts import fill

    table, charts, looks = tables["frontier"], told["charts"], styles(scenarios_of(tables))
    kinds = table["kind"].drop_duplicates().tolist()
    money = money_scale(table["cost"], told)
    down = -(-len(kinds) // 2)
    sheet = Sheet(WIDTH, 0.85 + down * (PLOT[1] + 0.95) + 0.1, fonts)
    top = heading(sheet, charts["frontier"], charts["frontier_note"])
    for place, kind in enumerate(kinds):
        left, y = LEFT + 5.0 * (place % 2), top + (PLOT[1] + 0.95) * (place // 2)
        line, named = frontier_parts(table, kind)
        frontier_panel(sheet, left, y, kind, line, named, looks, money, told)
        said = fill(charts["frontier_cost"], unit=money.unit)
        sheet.text(left + 0.65 + (PLOT[0] - 0.65) / 2, y + PLOT[1] + 0.72, said, 7.5, MUTED, "center")
    foot(sheet, top + down * (PLOT[1] + 0.95) - 0.1)
    return sheet, charts["frontier"]


def frontier_panel(
    sheet: Sheet, left, y, kind, line, named, looks, money, told, plot=PLOT, names=True
) -> None:
    """Least cost against one value; ``names``: written at the marks of the scenarios."""
    from ..core.economics.economics_texts import scale_of

    words = told["frontier"].get(kind, {"name": kind, "axis": kind, "unit": "ratio"})
    values, costs = [*line["value"], *named["value"]], [*line["cost"], *named["cost"]]
    figure = scale_of(words["unit"], values, told)
    title = f"{words['axis']}, {figure.unit}" if figure.unit else words["axis"]
    sheet.text(left, y + 0.16, sheet.fit(title, plot[0] + 0.55, 9, True), 9, bold=True)
    top, bottom = y + 0.42, y + 0.42 + plot[1]
    wide = span(costs, left + 0.65, left + plot[0], money.size, 4)
    tall = span(values, bottom, top, figure.size, zero=False)
    for tick, said in zip(tall.ticks, figure.ticks(tall.ticks)):
        sheet.line(wide.start, tall.at(tick), wide.end, tall.at(tick), RULE, 0.6)
        sheet.text(wide.start - 0.07, tall.at(tick), said, 7, MUTED, "right")
    for tick, said in zip(wide.ticks, money.ticks(wide.ticks)):
        sheet.line(wide.at(tick), bottom, wide.at(tick), bottom + 0.04, MUTED, 0.6)
        sheet.text(wide.at(tick), bottom + 0.13, said, 7, MUTED, "center")
    sheet.path([wide.at(v) for v in line["cost"]], [tall.at(v) for v in line["value"]], MUTED, 1.2)
    for cost, value in zip(line["cost"], line["value"]):
        sheet.mark(wide.at(cost), tall.at(value), "o", 3.0, "white", MUTED, above=3)
    _named(sheet, named, wide, tall, looks, told, names)


def _named(sheet: Sheet, named, wide, tall, looks, told, names: bool) -> None:
    spots = [
        (wide.at(row["cost"]), tall.at(row["value"]), row["scenario"]) for row in named.to_dict("records")
    ]
    heights = spread(
        [y for _x, y, _name in spots], 0.17, min(tall.start, tall.end), max(tall.start, tall.end)
    )
    for (x, y, name), height in zip(spots, heights):
        look = looks.get(name) or looks["status_quo"]
        sheet.mark(x, y, look.mark, 7.5, look.colour, look.colour)
        if not names:
            continue
        title = clean(told.scenario(name))
        right = x + 0.15 + sheet.width(title, 7.5) < wide.end + 0.6
        at = x + (0.14 if right else -0.14)
        if abs(height - y) > 0.02:
            sheet.line(x, y, at, height, look.colour, 0.6, above=2)
        sheet.text(at, height, title, 7.5, look.colour, "left" if right else "right", bold=True)
