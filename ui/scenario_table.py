"""The table of the comparison: metrics down, scenarios across; narrow as a dock, and in black and white."""

from __future__ import annotations

import re
from typing import NamedTuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QBrush, QColor, QFontMetrics
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ..processing.translation import tr
from .scenario_rows import BEST, MISSING, SIGNS, WORST, Board, Cell, Group, Row

# Shades that the text of light and of dark desktops stands out from.
SHADES = {BEST: QColor(0, 114, 178, 70), WORST: QColor(213, 94, 0, 70)}
_TOP = QModelIndex()
_GROUP, _NAME, _VALUES = "group", "name", "values"
_PAD = 8
# The least width of the names beside the figures, in figures of the font; below, names stand above figures.
_LEAST_NAME = 22
_SMALL = 0.85
# Chinese breaks between any two characters, other languages between words.
_WORD = re.compile("[\u2e80-\u9fff]{1,4}|[^\\s\u2e80-\u9fff]+")


def _code(flag) -> int:
    """A flag as the number that models and metrics want, under Qt 5 and 6."""
    return int(getattr(flag, "value", flag))


_WRAP = _code(Qt.TextFlag.TextWordWrap)
_RIGHT = _code(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = _code(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_HEAD = _code(Qt.AlignmentFlag.AlignCenter) | _WRAP


class Line(NamedTuple):
    """A line of the table: the heading of a group, the name of a metric alone, or its figures."""

    kind: str
    group: Group
    row: Row | None = None

    @property
    def title(self) -> str:
        """What the line is about."""
        return self.row.title if self.row is not None else self.group.title


class CompareModel(QAbstractTableModel):
    """Column 0 holds the names; a name has a line of its own too, for a table too narrow for column 0."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.board: Board | None = None
        self.lines: list[Line] = []

    def show_groups(self, board: Board | None, groups: tuple[Group, ...]) -> None:
        """Show these groups of a comparison."""
        self.beginResetModel()
        self.board, self.lines = board, []
        for group in groups:
            # One group alone has been chosen by its name.
            self.lines += [Line(_GROUP, group)] if len(groups) > 1 else []
            for row in group.rows:
                self.lines += [Line(_NAME, group, row), Line(_VALUES, group, row)]
        self.endResetModel()

    def rowCount(self, parent=_TOP):
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=_TOP):
        return 0 if parent.isValid() or self.board is None else len(self.board.scenarios) + 1

    def cell(self, index) -> Cell | None:
        """The figure at a place; None where there is a name or a heading."""
        line = self.lines[index.row()] if index.isValid() else None
        if line is None or line.kind != _VALUES or not index.column():
            return None
        return line.row.cells[index.column() - 1]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        line, cell = self.lines[index.row()], self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(cell) if cell is not None else line.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole):
            return cell.tip if cell is not None else self._about(line)
        if role == Qt.ItemDataRole.AccessibleTextRole and cell is not None:
            return cell.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if cell is not None else _LEFT
        if role == Qt.ItemDataRole.BackgroundRole and cell is not None and cell.mark in SHADES:
            return QBrush(SHADES[cell.mark])
        if role == Qt.ItemDataRole.FontRole and (line.kind == _GROUP or (cell is not None and cell.mark)):
            return _bold(self.parent())
        return None

    def _about(self, line: Line) -> str:
        if line.row is None or not line.row.better:
            return line.title
        return tr("{}: {}").format(line.title, line.row.better)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or self.board is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.board.scenarios[section - 1][1] if section else tr("Figure")
        return _HEAD if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index):
        if self.cell(index) is None and self.lines[index.row()].kind == _GROUP:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def shown(cell: Cell) -> str:
    """A figure with the sign of the best or the worst before it."""
    return f"{SIGNS[cell.mark]} {cell.text}" if cell.mark else cell.text


def _bold(widget):
    font = widget.font()
    font.setBold(True)
    return font


class CompareTable(QTableView):
    """The view. Where there is room, names stand to the left of the figures, else above them."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.rows = CompareModel(self)
        self.setModel(self.rows)
        self.narrow = False
        self._fitted = None
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Scenarios compared"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)

    def show_groups(self, board: Board | None, groups: tuple[Group, ...]) -> None:
        """Show these groups of a comparison."""
        self.rows.show_groups(board, groups)
        self._fitted = None
        self.fit()

    def resizeEvent(self, event):
        super().resizeEvent(event)
        # Not at once: setting widths may take the scroll bar away, which resizes again.
        if self.viewport().width() != self._fitted:
            self._soon.start()

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._fitted = None
            self._soon.start()

    def fit(self) -> None:
        """Widths, heights and what stands where, for the room there is."""
        room = self.viewport().width()
        columns = self.rows.columnCount()
        if not columns or room == self._fitted:
            return
        self._fitted = room
        metrics = self.fontMetrics()
        figures = self._widths(small=False)
        self.narrow = room - sum(figures) < _LEAST_NAME * metrics.averageCharWidth()
        if self.narrow:
            figures = self._widths(small=True)
        names = room - sum(figures)
        self.setColumnHidden(0, self.narrow)
        if self.narrow:
            rest = max(0, names) // len(figures)
            widths = [0, *(width + rest for width in figures)]
        else:
            # Names get what they need, the figures share the rest.
            needed = (
                max((metrics.horizontalAdvance(line.title) for line in self.rows.lines), default=0) + 2 * _PAD
            )
            more = max(0, names - needed) // len(figures)
            widths = [min(names, needed), *(width + more for width in figures)]
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
        self._place(widths, metrics)

    def _widths(self, small: bool) -> list[int]:
        """What each scenario needs: its widest figure, and the longest word of its title, which is written
        ``small`` where there is little room.
        """
        font = self.font()
        if small and font.pointSizeF() > 0:
            font.setPointSizeF(_SMALL * font.pointSizeF())
        self.horizontalHeader().setFont(font)
        metrics, plain = QFontMetrics(_bold(self)), QFontMetrics(font)
        found = []
        for place, (_name, title) in enumerate(self.rows.board.scenarios):
            texts = [shown(line.row.cells[place]) for line in self.rows.lines if line.kind == _VALUES]
            heads = max(map(plain.horizontalAdvance, _WORD.findall(title)))
            found.append(max([heads + 4, *map(metrics.horizontalAdvance, texts)]) + _PAD + 2)
        return found

    def _place(self, widths: list[int], metrics: QFontMetrics) -> None:
        self.clearSpans()
        # A heading is read without scrolling, even where the figures are not.
        first, whole = int(self.narrow), min(sum(widths), self.viewport().width())
        count = len(widths) - first
        for number, line in enumerate(self.rows.lines):
            hidden = line.kind == _NAME and not self.narrow
            self.setRowHidden(number, hidden)
            if line.kind != _VALUES and not hidden and count > 1:
                self.setSpan(number, first, 1, count)
            if line.kind == _VALUES and self.narrow:
                height = metrics.height()
            else:
                height = _height(metrics, line.title, whole if line.kind != _VALUES else widths[0])
            self.setRowHeight(number, height + _PAD // (2 if line.kind == _NAME else 1))
        texts = [
            (self.rows.headerData(at, Qt.Orientation.Horizontal), width) for at, width in enumerate(widths)
        ]
        high = max(_height(metrics, text, width) for text, width in texts if width)
        self.horizontalHeader().setFixedHeight(high + _PAD)
        self.updateGeometries()

    def keyPressEvent(self, event):
        super().keyPressEvent(event)
        current = self.currentIndex()
        if current.isValid():
            self.scrollTo(current)


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text that wraps at a width."""
    box = QRect(0, 0, max(width - _PAD, 1), 10_000)
    return metrics.boundingRect(box, _WRAP, text).height()


def is_missing(cell: Cell) -> bool:
    """Whether a cell has no figure."""
    return cell.text == MISSING
