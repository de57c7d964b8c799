"""A sheet to draw on: inches from the top left, texts measured in the font they are drawn in.

matplotlib is imported inside functions only, and pyplot never: pictures are made in a background thread.
"""

from __future__ import annotations

import io
import re
import threading

from .chart_fonts import Fonts, is_chinese

INK, MUTED, FAINT, RULE = "#222222", "#5c5c5c", "#a8a8a8", "#d4d4d4"
DPI = 150
# What would make two runs differ, or a text of the user's something else than text.
_SETTINGS = {"svg.hashsalt": "land-renewal", "svg.fonttype": "path", "text.usetex": False}
_SETTINGS_LOCK = threading.Lock()
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAKS = re.compile(rf"\s+|[^\s{_WIDE}-]+-?|-+|[{_WIDE}]")
_CLOSING = "，。、；：？！）》」』”’"


class Sheet:
    """One picture under way. Coordinates in inches, y downwards; sizes of type in points."""

    def __init__(self, width: float, height: float, fonts: Fonts):
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.size, self.fonts = (width, height), fonts
        figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white", edgecolor="white")
        self._canvas = FigureCanvasAgg(figure)
        self.axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.set_axis_off()

    def end(self, height: float) -> None:
        """Let the sheet end at a height, once it is known how far down it was drawn."""
        self.size = (self.size[0], height)
        self._canvas.figure.set_size_inches(*self.size)
        self.axes.set_ylim(height, 0)

    def text(self, x, y, text, size=8.0, colour=INK, align="left", bold=False, upright="center", box=False):
        """Write one line. ``box``: on white, so that it can be read over lines."""
        drawn = self.axes.text(
            x, y, self.fonts.drawable(text), ha=align, va=upright, color=colour,
            fontproperties=self.fonts.properties(size, bold), parse_math=False, zorder=5,
        )  # fmt: skip
        if box:
            drawn.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.2})

    def sign(self, x, y, sign, size=7.0, colour=INK, align="left"):
        """Write a plus, minus or the like."""
        self.axes.text(
            x, y, sign, ha=align, va="center", color=colour, parse_math=False, zorder=5,
            fontproperties=self.fonts.properties(size, bold=True, sign=True),
        )  # fmt: skip

    def paragraph(self, x, y, lines, size=8.0, colour=INK, align="left", bold=False):
        """Write lines around the middle height ``y``."""
        step = size * 1.28 / 72
        for number, line in enumerate(lines):
            self.text(x, y + (number - (len(lines) - 1) / 2) * step, line, size, colour, align, bold)

    def line(self, x0, y0, x1, y1, colour=RULE, width=0.8, style="-", above=1):
        self.axes.plot(
            [x0, x1], [y0, y1], color=colour, linewidth=width, linestyle=style, zorder=above,
            solid_capstyle="butt", dash_capstyle="butt", marker="",
        )  # fmt: skip

    def path(self, xs, ys, colour=INK, width=1.4, style="-", above=3):
        """A line through points; a gap where a coordinate is NaN."""
        self.axes.plot(
            xs, ys, color=colour, linewidth=width, linestyle=style, marker="", zorder=above,
            solid_joinstyle="round", dash_capstyle="butt",
        )  # fmt: skip

    def area(self, xs, ys, fill, edge="none", line=0.6, above=1):
        from matplotlib.patches import Polygon

        self.axes.add_patch(
            Polygon(list(zip(xs, ys)), closed=True, facecolor=fill, edgecolor=edge, linewidth=line,
                    zorder=above)
        )  # fmt: skip

    def strokes(self, xs, y0, y1, colour=MUTED, width=1.0):
        """Upright strokes at each of ``xs``, in one path: hundreds of them one by one make a heavy SVG."""
        gap = float("nan")
        across = [x for at in xs for x in (at, at, gap)]
        self.axes.plot(
            across, [y0, y1, gap] * len(xs), color=colour, linewidth=width, marker="", linestyle="-",
            solid_capstyle="butt", zorder=2,
        )  # fmt: skip

    def box(self, x, y, width, height, fill="none", edge="none", hatch=None, line=0.6, above=1):
        from matplotlib.patches import Rectangle

        self.axes.add_patch(
            Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=line,
                      zorder=above)
        )  # fmt: skip

    def mark(self, x, y, shape, size=7.0, fill=INK, edge=INK, above=4):
        """A marker: matplotlib's name of the shape, its size in points."""
        self.axes.plot(
            [x], [y], marker=shape, markersize=size, markerfacecolor=fill, markeredgecolor=edge,
            markeredgewidth=0.9, linestyle="none", zorder=above, clip_on=False,
        )  # fmt: skip

    def width(self, text: str, size=8.0, bold=False) -> float:
        """How wide a text is, in inches."""
        return self.fonts.width(text, size, bold)

    def fit(self, text: str, room: float, size=8.0, bold=False) -> str:
        """The text, shortened with an ellipsis to ``room`` inches."""
        text = clean(text)
        if self.width(text, size, bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip() + "…", size, bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + "…"

    def balanced(self, text: str, room: float, most: int, size=8.0) -> list[str]:
        """As `wrap`, in lines about as long as each other."""
        best = self.wrap(text, room, most, size)
        narrower = room
        while len(best) > 1 and narrower > 0.5 * room:
            narrower -= 0.04
            lines = self.wrap(text, narrower, most, size)
            if len(lines) > len(best) or any(line.endswith("…") for line in lines):
                break
            best = lines
        return best

    def wrap(self, text: str, room: float, most: int, size=8.0, bold=False) -> list[str]:
        """The text in at most ``most`` lines; Chinese may break anywhere but before closing signs."""
        lines = [""]
        for piece in _BREAKS.findall(clean(text)):
            longer, last = lines[-1] + piece, lines[-1][-1:]
            if piece.isspace() or not lines[-1] or self.width(longer, size, bold) <= room:
                lines[-1] = longer
            elif piece not in _CLOSING:
                lines.append(piece)
            elif is_chinese(last) and len(lines[-1]) > 1:
                # Down with the character before it: a closing sign neither begins a line nor hangs over.
                lines[-1:] = [lines[-1][:-1], last + piece]
            else:
                lines[-1] = longer
        if len(lines) > most:
            lines = [*lines[: most - 1], "".join(lines[most - 1 :])]
        return [self.fit(line.strip(), room, size, bold) for line in lines]

    def label(self, x, y, text, room, size=8.0, bold=False):
        """A name in one line, or smaller in two."""
        if self.width(clean(text), size, bold) <= room:
            self.text(x, y, clean(text), size, bold=bold)
        else:
            self.paragraph(x, y, self.wrap(text, room, 2, size * 0.82, bold), size * 0.82, bold=bold)

    def png(self) -> bytes:
        return self._bytes(format="png", dpi=DPI, metadata={"Software": None})

    def svg(self, title: str) -> str:
        """SVG text whose letters are outlines, so that Chinese shows without a font."""
        data = self._bytes(format="svg", metadata={"Date": None, "Creator": None, "Title": clean(title)})
        return re.sub(r"<!--(?!DOCTYPE).*?-->\s*", "", data.decode("utf-8"), flags=re.DOTALL)

    def _bytes(self, **options) -> bytes:
        buffer = io.BytesIO()
        with _SETTINGS_LOCK, _settings():
            self._canvas.figure.savefig(buffer, facecolor="white", edgecolor="white", **options)
        return buffer.getvalue()


class _settings:
    """Sets the few settings that matter and puts back these alone: another thread may be changing others."""

    def __enter__(self):
        from matplotlib import rcParams

        self.before = {name: rcParams[name] for name in _SETTINGS}
        rcParams.update(_SETTINGS)

    def __exit__(self, *_error):
        from matplotlib import rcParams

        rcParams.update(self.before)


def clean(text: object) -> str:
    """One line without control characters.

    >>> clean("a\\n b\\x00")
    'a b'
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in str(text)).split())
