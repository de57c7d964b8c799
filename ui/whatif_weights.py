"""The weights of the what-if dock: sliders that give way to each other, so that all together stay 100 %."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr
from .parts import wrapped
from .whatif_editors import heading, keep_still

_NOTCHES = 1000  # of a slider: a tenth of a percent each


class WeightRow(QWidget):
    """One indicator: its direction and name, its weight, its lock. ``moved(share)``: the user wants it so."""

    moved = pyqtSignal(float)
    locked = pyqtSignal()

    def __init__(self, indicator, parent: QWidget | None = None):
        super().__init__(parent)
        self.indicator = indicator
        rising = tr("more is better") if indicator.rising else tr("less is better")
        self.title = wrapped(f"{'↑' if indicator.rising else '↓'} {indicator.name}", self)
        self.title.setToolTip(tr("{}: {}.").format(indicator.name, rising))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _NOTCHES)
        self.slider.setPageStep(_NOTCHES // 20)
        self.slider.setMinimumWidth(60)
        self.field = QDoubleSpinBox(self)
        self.field.setRange(0.0, 100.0)
        self.field.setDecimals(1)
        self.field.setSuffix(tr("{} %").format(""))
        self.field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.field.setKeyboardTracking(False)
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("0" * 9))
        self.lock = QToolButton(self)
        self.lock.setCheckable(True)
        self.lock.setAutoRaise(True)
        self.lock.setAccessibleName(tr("Lock the weight of {}").format(indicator.name))
        for widget in (self.slider, self.field):
            widget.setAccessibleName(tr("{}, {}").format(indicator.name, rising))
        keep_still(self.slider, self.field)
        self._lay_out()
        self.slider.valueChanged.connect(lambda notch: self.moved.emit(notch / _NOTCHES))
        self.field.valueChanged.connect(lambda percent: self.moved.emit(percent / 100))
        self.lock.toggled.connect(self._locked)
        self._locked(False)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setVerticalSpacing(1)
        layout.addWidget(self.title, 0, 0, 1, 2)
        layout.addWidget(self.lock, 0, 2)
        layout.addWidget(self.slider, 1, 0)
        layout.addWidget(self.field, 1, 1, 1, 2)
        layout.setColumnStretch(0, 1)

    @property
    def is_locked(self) -> bool:
        """Whether the weight stays as it is when others move."""
        return self.lock.isChecked()

    def show_weight(self, share: float) -> None:
        """Show a weight; nothing is said of it."""
        for widget in (self.slider, self.field):
            widget.blockSignals(True)
        self.slider.setValue(round(share * _NOTCHES))
        self.field.setValue(100 * share)
        for widget in (self.slider, self.field):
            widget.blockSignals(False)

    def _locked(self, on: bool) -> None:
        self.lock.setIcon(QgsApplication.getThemeIcon("/locked.svg" if on else "/unlocked.svg"))
        self.lock.setToolTip(tr("Locked: it stays when others move.") if on else tr("Lock this weight"))
        self.slider.setEnabled(not on)
        self.field.setEnabled(not on)
        self.locked.emit()


class WeightPanel(QWidget):
    """The weights of all indicators by criterion. ``changed`` comes with every move of a slider."""

    changed = pyqtSignal()

    def __init__(self, indicators, weights: dict[str, float], parent: QWidget | None = None):
        super().__init__(parent)
        self.rows: dict[str, WeightRow] = {}
        self._start = {indicator.id: weights.get(indicator.id, 0.0) for indicator in indicators}
        self._weights = dict(self._start)
        self.total = wrapped("", self)
        self.equal = QPushButton(tr("Make equal"), self)
        self.equal.setToolTip(tr("The same weight for all indicators that are not locked."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self.total, 1)
        top.addWidget(self.equal)
        layout.addLayout(top)
        for criterion in dict.fromkeys(indicator.criterion_name for indicator in indicators):
            layout.addWidget(heading(criterion, self))
            for indicator in (i for i in indicators if i.criterion_name == criterion):
                row = self.rows[indicator.id] = WeightRow(indicator, self)
                row.moved.connect(lambda share, name=indicator.id: self.set_weight(name, share))
                layout.addWidget(row)
        layout.addStretch(1)
        self.equal.clicked.connect(self.make_equal)
        self._show()

    def weights(self) -> dict[str, float]:
        """The weights, which sum to 1."""
        return dict(self._weights)

    def locked(self) -> set[str]:
        """The indicators whose weight stays as it is."""
        return {name for name, row in self.rows.items() if row.is_locked}

    def take(self, weights: dict[str, float], locked: set[str]) -> None:
        """Set the locks, and the weights if they are of the same indicators."""
        for name, row in self.rows.items():
            row.lock.setChecked(name in locked)
        if weights.keys() == self._weights.keys():
            self._take(dict(weights))

    @property
    def is_changed(self) -> bool:
        """Whether a weight is another one than the result's."""
        return self._weights != self._start

    def set_weight(self, name: str, share: float) -> None:
        """Set one weight; those that are not locked give way."""
        from ..core.performance.weights import balanced

        names = list(self._weights)
        locked = [self.rows[other].is_locked for other in names]
        found = balanced(list(self._weights.values()), names.index(name), share, locked)
        self._take(dict(zip(names, found.tolist())))

    def make_equal(self) -> None:
        """The same weight for all that are not locked."""
        free = [name for name in self._weights if not self.rows[name].is_locked]
        room = 1.0 - sum(share for name, share in self._weights.items() if name not in free)
        if free:
            self._take({**self._weights, **dict.fromkeys(free, room / len(free))})

    def discard(self) -> None:
        """The weights of the result again."""
        self._take(dict(self._start))

    def _take(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for name, row in self.rows.items():
            row.show_weight(self._weights[name])
        count = sum(share > 0 for share in self._weights.values())
        self.total.setText(tr("{} indicators, together 100 %").format(count))
