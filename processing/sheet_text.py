"""Text for a printed page whose items cannot flow: wrapped by measure and dealt out to columns beforehand.

QGIS labels do not break lines of Chinese on every version, and a layout table cannot mix headings and facts.
So every column is four texts laid over each other, with equal numbers of lines: headings, labels, labels of
facts that count against the parcel, values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ..core.dossier.dossier_sheet import Line

LAYERS = ("heads", "labels", "strong", "values")
# An empty line of a label may lose its height; a no-break space keeps it.
BLANK = "\u00a0"
_PIXELS = 200
_MM_PER_POINT = 25.4 / 72
# Must not begin a line in Chinese.
_CLOSING = "，。；：、？！）》」』”’%‰·,.;:?!)]}"
_OPENING = "（《「『“‘([{"
_TOGETHER = 2
Cell = tuple[str, str, str, str]  # heading, label, strong label, value
EMPTY: Cell = ("", "", "", "")


@dataclass(frozen=True)
class Column:
    """The texts of one column, see above, and the widths in mm they were broken for."""

    heads: str
    labels: str
    strong: str
    values: str


class Measure:
    """Widths and line heights in mm of text in a font of some points, whatever the screen."""

    def __init__(self, family: str, points: float):
        self._scale = points * _MM_PER_POINT / _PIXELS
        self._metrics = {bold: _metrics(family, bold) for bold in (False, True)}

    def width(self, text: str, bold: bool = False) -> float:
        """How wide a text is."""
        return self._metrics[bold].horizontalAdvance(text) * self._scale

    @property
    def line(self) -> float:
        """From one line to the next."""
        return max(metrics.lineSpacing() for metrics in self._metrics.values()) * self._scale


def plain(font: QFont, bold: bool = False) -> QFont:
    """A font for facts. Without shaping: the glyphs it chooses for digits cannot be searched for in a PDF."""
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


@lru_cache(maxsize=8)
def _metrics(family: str, bold: bool) -> QFontMetricsF:
    font = plain(QFont(family), bold)
    font.setPixelSize(_PIXELS)
    return QFontMetricsF(font)


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a text into lines of at most ``width``: at spaces, between Chinese characters, else anywhere.

    >>> wrap("one two three", 7, len)
    ['one two', 'three']
    >>> wrap("地块面积，公顷", 4, len)
    ['地块面', '积，公顷']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if measure((line + piece).rstrip()) <= width or not (line + piece).strip():
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = piece.lstrip()
            while measure(line) > width and len(line) > 1:
                fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or measure(line[:n]) <= width)
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line.rstrip())
    return lines or [""]


def _pieces(text: str) -> Iterable[str]:
    """Words with the space before them, and single Chinese characters with the signs that cling to them."""
    piece = ""
    for sign in text:
        breaks = _breaks(piece[-1], sign) if piece else False
        if breaks:
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _breaks(before: str, sign: str) -> bool:
    if sign == " ":
        return before != " "
    if sign in _CLOSING or before in _OPENING or before == " ":
        return False
    return _wide(sign) or _wide(before)


def _wide(sign: str) -> bool:
    return "\u2e80" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or "\uff00" <= sign <= "\uffef"


def columns(
    lines: Sequence[Line], widths: tuple[float, float], height: float, measure: Measure, count: int = 2
) -> tuple[list[Column], int]:
    """Deal lines out to columns; returns them, and the number of lines that found no room.

    ``widths``: of labels and of values, mm; ``height``: of a column, mm. A heading keeps the first lines of
    what it heads, and comes again where that goes on in the next column.
    """
    most = max(int(height / measure.line), 1)
    blocks = [_block(line, widths, measure) for line in lines]
    parts: list[list[Cell]] = [[]]
    heading: list[Cell] = []
    for number, (line, block) in enumerate(zip(lines, blocks)):
        gap = [EMPTY] if line.heading and parts[-1] else []
        wanted = len(gap) + min(len(block), _TOGETHER)
        if line.heading:
            heading = block
            wanted = len(gap) + len(block) + min(sum(map(len, blocks[number + 1 : number + 2])), _TOGETHER)
        if parts[-1] and len(parts[-1]) + wanted > most:
            parts.append([] if line.heading else list(heading))
            gap = []
        for cell in [*gap, *block]:
            if len(parts[-1]) >= most:
                parts.append(list(heading))
            parts[-1].append(cell)
    over = sum(map(len, parts[count:]))
    return [_column(part) for part in [*parts, *[[]] * count][:count]], over


def _block(line: Line, widths: tuple[float, float], measure: Measure) -> list[Cell]:
    """The lines of one fact as (heading, label, strong label, value)."""
    if line.heading:
        return [
            (text, "", "", "") for text in wrap(line.label, sum(widths), lambda t: measure.width(t, True))
        ]
    labels = wrap(line.label, widths[0], lambda text: measure.width(text, line.strong))
    values = wrap(line.value, widths[1], measure.width)
    rows = max(len(labels), len(values))
    labels += [""] * (rows - len(labels))
    values += [""] * (rows - len(values))
    empty = [""] * rows
    plain, strong = (empty, labels) if line.strong else (labels, empty)
    return list(zip(empty, plain, strong, values))


def _column(cells: list[Cell]) -> Column:
    texts = ["\n".join(text or BLANK for text in column) for column in zip(*cells)]
    return Column(*texts) if texts else Column(*[""] * len(LAYERS))
