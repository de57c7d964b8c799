"""How many rows of a result say what, for the figures on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def tally(
    rows: Iterable[Mapping], key: str, weight: str | None = None
) -> dict[str | None, tuple[int, float]]:
    """Number of rows and sum of ``weight`` by the value of ``key``; a missing weight adds nothing.

    Rows without a value of ``key`` are counted under None.

    >>> tally([{"a": "x", "m2": 2.0}, {"a": "x", "m2": None}, {"a": None, "m2": 1.0}], "a", "m2")
    {'x': (2, 2.0), None: (1, 1.0)}
    """
    found: dict[str | None, tuple[int, float]] = {}
    for row in rows:
        count, total = found.get(row[key], (0, 0.0))
        found[row[key]] = (count + 1, total + ((row[weight] or 0.0) if weight else 0.0))
    return found
