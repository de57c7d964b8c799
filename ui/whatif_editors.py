"""What the rules of the what-if dock are set with: numbers, choices, industries.

Each editor has ``value()``, ``set_value()`` (which says nothing) and the signal ``changed``.
"""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSlider,
    QWidget,
)

from ..processing.translation import tr
from .parts import wrapped
from .whatif_words import choice_title

_FAR = 1e12
_LINES = 5


class _Still(QObject):
    """Keeps the mouse wheel from changing a value while a panel is scrolled."""

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return False


def keep_still(*widgets: QWidget) -> None:
    """Let the wheel scroll the panel, not change these widgets, until one has the focus."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(_Still(widget))


class Number(QWidget):
    """A slider and a field for one number. ``value()`` is None where nothing is set; what was given stays
    exact until it is moved.
    """

    changed = pyqtSignal()

    def __init__(self, control, parent: QWidget | None = None):
        super().__init__(parent)
        self._control, self._value = control, control.value
        self._first = -1 if control.nullable else 0
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(self._first, max(1, round((control.high - control.low) / control.step)))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setMinimumWidth(60)
        self.field = self._field()
        keep_still(self.slider, self.field)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 0, 0)
        layout.addWidget(self.field, 0, 1)
        layout.setColumnStretch(0, 1)
        self.set_value(control.value)
        self.slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    def _field(self) -> QDoubleSpinBox:
        control, field = self._control, QDoubleSpinBox(self)
        digits = max(0, -math.floor(math.log10(control.step)))
        value = control.value if control.value is not None else 0
        while digits < 6 and round(value, digits) != value:
            digits += 1
        field.setDecimals(0 if control.kind == "integer" else digits)
        low = -_FAR if control.minimum is None else control.minimum
        low += control.step * self._first
        field.setRange(low, _FAR if control.maximum is None else control.maximum)
        field.setSingleStep(control.step)
        field.setSpecialValueText(tr("not set") if control.nullable else "")
        field.setSuffix(tr("{} %").format("") if control.unit == "%" else "")
        field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        field.setKeyboardTracking(False)
        # As wide as its numbers, not as its limits, which are far away.
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0" * 9))
        return field

    def value(self) -> float | None:
        """The number, in the unit of the rule."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show a value; nothing is said of it."""
        self._value = value
        for widget in (self.slider, self.field):
            widget.blockSignals(True)
        self.slider.setValue(self._first if value is None else self._place(value))
        self.field.setValue(self.field.minimum() if value is None else value)
        for widget in (self.slider, self.field):
            widget.blockSignals(False)

    def parts(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches."""
        return self.slider, self.field

    def _place(self, value: float) -> int:
        place = round((value - self._control.low) / self._control.step)
        return min(max(place, 0), self.slider.maximum())

    def _slid(self, place: int) -> None:
        control = self._control
        found = None if place < 0 else round(control.low + place * control.step, 9)
        self._take(int(found) if found is not None and control.kind == "integer" else found)

    def _typed(self, number: float) -> None:
        control = self._control
        if control.nullable and number <= self.field.minimum():
            self._take(None)
        else:
            self._take(int(number) if control.kind == "integer" else round(number, 9))

    def _take(self, value: float | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()


class Choice(QComboBox):
    """A choice of a few words."""

    changed = pyqtSignal()

    def __init__(self, control, parent: QWidget | None = None):
        super().__init__(parent)
        for choice in control.choices:
            self.addItem(choice_title(control.name, choice), choice)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        keep_still(self)
        self.set_value(control.value)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def value(self) -> str:
        """The choice made."""
        return self.currentData()

    def set_value(self, value: str) -> None:
        """Show a choice; nothing is said of it."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)


class Industries(QListWidget):
    """Industries to tick: those that occur, and those that the rules name."""

    changed = pyqtSignal()

    def __init__(self, control, industries: list[tuple[str, int]], parent: QWidget | None = None):
        super().__init__(parent)
        counts = dict(industries)
        for code in sorted({*counts, *control.value}):
            shown = tr("{}: {} firms or parcels").format(code, counts.get(code, 0))
            item = QListWidgetItem(shown, self)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self.setFixedHeight(_LINES * self.sizeHintForRow(0) + 4 if self.count() else 30)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        keep_still(self)
        self.set_value(control.value)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def value(self) -> tuple[str, ...]:
        """The codes ticked, in order."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def set_value(self, codes) -> None:
        """Tick these codes; nothing is said of it."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            on = item.data(Qt.ItemDataRole.UserRole) in codes
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)


def heading(text: str, parent: QWidget) -> QLabel:
    """What stands above some rows."""
    label = wrapped(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 6, 0, 2)
    return label


def small(label: QLabel) -> QLabel:
    """A remark below a value."""
    font = label.font()
    font.setItalic(True)
    label.setFont(font)
    return label


def titled(editor: QWidget, title: str, tip: str) -> None:
    """Give an editor its name, for those who hear the screen, and its note."""
    for widget in editor.parts() if isinstance(editor, Number) else (editor,):
        widget.setAccessibleName(title)
        widget.setToolTip(tip)
