"""What charts at the width of a dock have in common: one thing below the other, in letters of full size.

Wide pictures (`chart_money`, `chart_risk`, `chart_principles`) scaled down to a dock would be thumbnails.
Those of `chart_dock_...` have fewer elements, the same marks and colours, and the width they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .chart_sheet import INK, MUTED, Sheet

# Narrower than `WIDE` a picture of full width cannot be read; narrower than `LEAST` these cannot either.
WIDE, LEAST = 8.0, 3.3
EDGE, STEP = 0.1, 0.165
TITLE, TEXT, SMALL = 10.5, 8.5, 7.5


def begin(width: float, height: float, fonts, title: str, note: str) -> tuple[Sheet, float]:
    """A sheet with title and note, and where they end. ``height``: more than enough, see `end`."""
    sheet = Sheet(width, height, fonts)
    y = lines(sheet, 0.2, title, TITLE, INK, bold=True, step=0.2)
    return sheet, lines(sheet, y + 0.02, note, SMALL, MUTED, most=8)


def end(sheet: Sheet, y: float, *notes: str) -> None:
    """Notes at the bottom, and the end of the sheet."""
    for note in notes:
        y = lines(sheet, y, note, SMALL, MUTED) if note else y
    sheet.end(y)


def lines(sheet: Sheet, y: float, text: str, size=TEXT, colour=INK, most=4, bold=False, step=STEP) -> float:
    """Text over the whole width; returns where the next line may stand."""
    for line in sheet.wrap(text, right(sheet) - EDGE, most, size, bold):
        sheet.text(EDGE, y, line, size, colour, bold=bold)
        y += step
    return y


def right(sheet: Sheet) -> float:
    return sheet.size[0] - EDGE


def key(sheet: Sheet, y: float, entries: Iterable[tuple[Callable | None, str]]) -> float:
    """Marks with their texts, in as many lines as it takes. ``mark(x, y)`` draws in 0.24 inches from x on."""
    x = EDGE
    for mark, said in entries:
        said = sheet.fit(said, right(sheet) - EDGE - 0.3, SMALL)
        room = sheet.width(said, SMALL) + (0.3 if mark else 0.0)
        if x > EDGE and x + room > right(sheet):
            x, y = EDGE, y + STEP
        if mark:
            mark(x, y)
        sheet.text(x + room, y, said, SMALL, INK if mark else MUTED, "right")
        x += room + 0.14
    return y + STEP


def scenario_key(sheet: Sheet, y: float, names, looks, told) -> float:
    """The marks of scenarios."""

    def mark(name: str) -> Callable:
        look = looks[name]
        return lambda x, y: sheet.mark(x + 0.1, y, look.mark, 6.5, look.colour, look.colour)

    return key(sheet, y, ((mark(name), told.scenario(name)) for name in names))
