"""How scenarios look in every picture, and what the pictures of money share: scales, keys, foot lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .chart_sheet import INK, MUTED, RULE, Sheet

WIDTH = 10.2
LEFT, RIGHT = 0.2, 10.0


@dataclass(frozen=True)
class Style:
    """Line and mark of a scenario, and a light shade for areas; all differ without colour too."""

    colour: str
    line: object
    mark: str
    shade: str


_STYLES = (
    Style("#1f3f66", "-", "o", "#b9cbe0"),
    Style("#b0561a", (0, (6, 2)), "s", "#f3ddc4"),
    Style("#2b6f63", (0, (6, 2, 1.2, 2)), "^", "#8fb8ad"),
    Style("#6d3b73", (0, (1.2, 1.6)), "D", "#dccbe2"),
    Style("#444444", (0, (9, 2, 1.2, 2, 1.2, 2)), "v", "#c9c9c9"),
    Style("#8a7a1f", (0, (3, 1.2)), "P", "#ece5b5"),
)
_STILL = Style("#777777", (0, (2, 3)), "x", "#f4f4f4")


def styles(scenarios: Sequence[str]) -> dict[str, Style]:
    """A style for each scenario, in their order; the status quo has its own."""
    from ..core.economics.cashflow import STATUS_QUO

    changing = [name for name in scenarios if name != STATUS_QUO]
    found = {name: _STYLES[place % len(_STYLES)] for place, name in enumerate(changing)}
    return {**found, STATUS_QUO: _STILL}


@dataclass(frozen=True)
class Span:
    """A straight scale from values to inches, with round ticks inside its ends."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def span(
    values: Sequence[float], start: float, end: float, unit: float = 1.0, ticks: int = 5, zero: bool = True
) -> Span:
    """A scale over values; ticks are round in ``unit`` (a step of money); ``zero``: it holds 0."""
    from matplotlib.ticker import MaxNLocator

    ends = [value for value in values if value == value] + ([0.0] if zero else [])
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    if low == high:
        low, high = low - (0.0 if zero else 1.0) * unit, high + unit
    round_ones = [tick * unit for tick in MaxNLocator(ticks).tick_values(low / unit, high / unit).tolist()]
    inside = tuple(tick for tick in round_ones if low <= tick <= high)
    return Span(low, high, start, end, inside)


def heading(sheet: Sheet, title: str, note: str, room: float = RIGHT - LEFT) -> float:
    """Title and note at the top; returns where they end."""
    sheet.text(LEFT, 0.28, sheet.fit(title, room, 13, True), 13, bold=True)
    lines = sheet.wrap(note, room, 2, 8.5)
    for place, line in enumerate(lines):
        sheet.text(LEFT, 0.56 + 0.17 * place, line, 8.5, MUTED)
    return 0.56 + 0.17 * len(lines)


def foot(sheet: Sheet, y: float, *notes: str) -> None:
    """Small lines at the bottom, and the end of the sheet."""
    lines = [line for note in notes if note for line in sheet.wrap(note, RIGHT - LEFT, 2, 7.5)]
    for place, line in enumerate(lines):
        sheet.text(LEFT, y + 0.17 * place, line, 7.5, MUTED)
    sheet.end(y + 0.17 * len(lines) + 0.12)


def upright(sheet: Sheet, scale: Span, top: float, bottom: float, text, below: bool = True) -> None:
    """Faint upright lines at the ticks of a scale that runs to the right, with their figures.

    ``text``: ticks -> their texts.
    """
    for tick, said in zip(scale.ticks, text(scale.ticks)):
        x = scale.at(tick)
        sheet.line(x, top, x, bottom, INK if tick == 0 else RULE, 0.9 if tick == 0 else 0.6)
        if below:
            sheet.text(x, bottom + 0.1, said, 7, MUTED, "center")


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as needed to stand ``gap`` apart between ``low`` and ``high``; order kept.

    >>> spread([1.0, 1.0, 3.0], 0.5, 0.0, 4.0)
    [0.75, 1.25, 3.0]
    """
    order = sorted(range(len(places)), key=lambda number: (places[number], number))
    groups: list[list] = []  # [sum of wanted tops, count]
    for number, index in enumerate(order):
        groups.append([places[index] - gap * number, 1])
        while len(groups) > 1 and groups[-2][0] / groups[-2][1] > groups[-1][0] / groups[-1][1]:
            total, count = groups.pop()
            groups[-1][0] += total
            groups[-1][1] += count
    tops = [total / count for total, count in groups for _ in range(count)]
    last = high - gap * max(len(places) - 1, 0)
    found = [0.0] * len(places)
    for number, (index, top) in enumerate(zip(order, tops)):
        found[index] = min(max(top, low), max(last, low)) + gap * number
    return found
