"""The tornado of a scenario: what its present value hangs on most, a row a unit cost, to click."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPalette, QPen
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from ..core.rules.cost_rows import ASSUMPTION, VERIFIED
from ..processing.translation import tr
from .cost_words import status_icon

_BAR = Qt.ItemDataRole.UserRole
_HIGH = QColor(63, 95, 134)
_PAD, _GAP, _ICON = 4, 4, 14


class Bar(NamedTuple):
    """One row. ``low`` and ``high``: change of the present value at the ends of the range; ``at_low``,
    ``at_high``: the same in words; ``low_text``, ``high_text``: the ends themselves. ``assumed``: None where
    nobody asks.
    """

    item: str
    name: str
    assumed: bool | None
    low: float
    high: float
    low_text: str
    high_text: str
    at_low: str
    at_high: str

    @property
    def told(self) -> str:
        """The row for those who hear the screen, and for the mouse."""
        mark = tr(" (assumption)") if self.assumed else ""
        return tr("{}{}: at {} the present value changes by {}, at {} by {}.").format(
            self.name, mark, self.low_text, self.at_low, self.high_text, self.at_high
        )


class _Row(QStyledItemDelegate):
    """The name above, the bar below; the same scale in every row."""

    def sizeHint(self, option, index):
        return QSize(160, 2 * option.fontMetrics.height() + 3 * _PAD)

    def paint(self, painter, option, index):
        bar, view = index.data(_BAR), option.widget
        style = view.style()
        # Selection and focus as in every other list.
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        line = option.fontMetrics.height()
        left, top, width = option.rect.left() + _PAD, option.rect.top() + _PAD, option.rect.width() - 2 * _PAD
        if bar.assumed is not None:
            icon = status_icon(ASSUMPTION if bar.assumed else VERIFIED)
            icon.paint(painter, left, top + (line - _ICON) // 2, _ICON, _ICON)
        painter.setPen(ink)
        name = QRectF(left + _ICON + _GAP, top, width - _ICON - _GAP, line)
        shown = option.fontMetrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name.bottomLeft() - _drop(option), shown)
        self._bar(painter, option, bar, QRectF(left, top + line + _PAD, width, line), ink)
        painter.restore()

    def _bar(self, painter, option, bar: Bar, room: QRectF, ink: QColor) -> None:
        metrics, span = option.fontMetrics, option.widget.span
        # Room for the ends of the range beside the longest bar.
        side = option.widget.side + _GAP
        left, width = room.left() + side, max(room.width() - 2 * side, 20.0)

        def at(change: float) -> float:
            return left + width * (change - span[0]) / ((span[1] - span[0]) or 1.0)

        zero, top, height = at(0.0), room.top() + 2, room.height() - 4
        ends = ((bar.low, bar.low_text, QBrush(option.palette.color(QPalette.ColorRole.Base))),
                (bar.high, bar.high_text, QBrush(_HIGH)))  # fmt: skip
        painter.setPen(QPen(ink, 1.0))
        for change, text, fill in ends:
            start, end = sorted((zero, at(change)))
            painter.setBrush(fill)
            if end > start:
                painter.drawRect(QRectF(start, top, end - start, height))
            # An end that changes nothing stands on the side that the other end leaves free.
            other = bar.high if change == bar.low else bar.low
            right = change > 0 or (change == 0 and other < 0)
            x = at(change) + _GAP if right else at(change) - _GAP - metrics.horizontalAdvance(text)
            painter.drawText(QRectF(x, room.top(), side, room.height()).bottomLeft() - _drop(option), text)
        painter.drawLine(int(zero), int(room.top()) - 1, int(zero), int(room.bottom()) + 1)


def _drop(option):
    """From the bottom of a line of text to where its letters stand."""
    from qgis.PyQt.QtCore import QPointF

    return QPointF(0, option.fontMetrics.descent())


class Tornado(QListWidget):
    """``wanted(item)``: a row was clicked, or Enter pressed on it. ``span``: the scale of all rows."""

    wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.span, self.side = (0.0, 0.0), 0
        self.setAccessibleName(tr("Sensitivity: the unit costs that change the present value most"))
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda item: self.wanted.emit(item.data(_BAR).item))
        self.itemActivated.connect(lambda item: self.wanted.emit(item.data(_BAR).item))

    def show_bars(self, bars: list[Bar]) -> None:
        """Show rows, strongest first; as high as they are."""
        self.clear()
        changes = [end for bar in bars for end in (bar.low, bar.high)]
        self.span = (min([0.0, *changes]), max([0.0, *changes]))
        texts = [text for bar in bars for text in (bar.low_text, bar.high_text)]
        self.side = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        for bar in bars:
            item = QListWidgetItem(bar.told)
            item.setData(_BAR, bar)
            item.setToolTip(bar.told)
            self.addItem(item)
        row = self.sizeHintForRow(0) if bars else 0
        self.setFixedHeight(row * len(bars) + 2 * self.frameWidth())
        self.setVisible(bool(bars))
