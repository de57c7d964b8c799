"""Thousands of boxes, strokes and figures on a sheet as a few drawn things; one by one they take seconds.

Places in inches from the top left, as in `Sheet`. Figures are set character by character, which suits digits
and signs; names are better written by `Sheet.text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .chart_fonts import Fonts
from .chart_sheet import Sheet

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.path import Path

POINTS = 72  # an inch
SHARE_LEFT = {"left": 0.0, "right": 1.0}


def boxes(sheet: Sheet, xs, ys, width: float, height: float, fills: Sequence[str], edge: str) -> None:
    """Boxes of one size with their upper left corners at ``xs``, ``ys``, each with its own fill."""
    from matplotlib.path import Path

    corners = [(0, 0), (width, 0), (width, -height), (0, -height), (0, 0)]
    look = {"facecolors": list(fills), "edgecolors": edge, "linewidths": 1.0, "zorder": 1}
    _repeat(sheet, Path(corners, closed=True), 1.0, xs, ys, look)


def strokes(sheet: Sheet, x0, y0, x1, y1, colour: str, width: float) -> None:
    """Straight lines of one colour, in one path."""
    import numpy as np

    gap = np.full(len(x0), np.nan)
    across, down = (np.column_stack([start, end, gap]).ravel() for start, end in ((x0, x1), (y0, y1)))
    sheet.axes.plot(
        across, down, color=colour, linewidth=width, marker="", linestyle="-",
        solid_capstyle="butt", zorder=2,
    )  # fmt: skip


def figures(
    sheet: Sheet, xs, ys, texts: Sequence[str], size: float, colour: str, align="left", sign=False
) -> None:
    """Write figures as `Sheet.text` or, with ``sign``, `Sheet.sign` does: the middle of a line at ``ys``."""
    import numpy as np

    letters, scale = _letters(sheet.fonts, texts, sign), size / POINTS
    lefts = np.asarray(xs, float) - SHARE_LEFT[align] * _widths(letters, texts) * scale
    baselines = np.asarray(ys, float) + _drop(sheet.fonts, sign) * scale
    places: dict[str, list[tuple[float, float]]] = {one: [] for one in letters}
    for text, left, baseline in zip(texts, lefts.tolist(), baselines.tolist()):
        for one in text:
            places[one].append((left, baseline))
            left += letters[one][1] * scale
    # An edge of the same colour and no width: only then is an outline drawn once and copied.
    look = {"facecolors": colour, "edgecolors": colour, "linewidths": 0.0, "snap": False, "zorder": 5}
    for one, (outline, _advance) in letters.items():
        _repeat(sheet, outline, scale, *zip(*places[one]), look)


def widths(fonts: Fonts, texts: Sequence[str], size: float) -> np.ndarray:
    """How wide figures are, in inches."""
    return _widths(_letters(fonts, texts, False), texts) * size / POINTS


def _widths(letters: dict, texts: Sequence[str]) -> np.ndarray:
    import numpy as np

    return np.array([sum(letters[one][1] for one in text) for text in texts], dtype=float)


def _letters(fonts: Fonts, texts: Sequence[str], sign: bool) -> dict[str, tuple[Path, float]]:
    """The outline and the advance of each character, in the size of the type."""
    from matplotlib.path import Path
    from matplotlib.textpath import TextToPath

    maker, properties = TextToPath(), fonts.properties(1, bold=sign, sign=sign)
    found = {}
    for one in sorted(set("".join(texts))):
        points, codes = maker.get_text_path(properties, one)
        # In straight pieces: matplotlib measures an outline at every drawing, and is slow to measure curves.
        rings = Path(points, codes).to_polygons(closed_only=False)
        outline = Path.make_compound_path(*[Path(ring / maker.FONT_SCALE, closed=True) for ring in rings])
        found[one] = (outline, maker.get_text_width_height_descent(one, properties, False)[0])
    return found


def _drop(fonts: Fonts, sign: bool) -> float:
    """How far the foot of the letters is below the middle of a line, in the size of the type."""
    from matplotlib.textpath import TextToPath

    properties = fonts.properties(1, bold=sign, sign=sign)
    _width, height, below = TextToPath().get_text_width_height_descent("lp", properties, False)
    return height / 2 - below


def _repeat(sheet: Sheet, outline: Path, scale: float, xs, ys, look: dict) -> None:
    """The same outline at every place, upwards from it."""
    import numpy as np
    from matplotlib.collections import PathCollection
    from matplotlib.transforms import Affine2D

    places, onto = np.column_stack([xs, ys]), sheet.axes.transData
    drawn = PathCollection([outline], offsets=places, offset_transform=onto, **look)
    drawn.set_transform(Affine2D().scale(scale) + sheet.axes.figure.dpi_scale_trans)
    sheet.axes.add_collection(drawn, autolim=False)
