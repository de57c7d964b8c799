"""The locks of a parcel: what must or must not become of it when the scenarios are solved again."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.scenarios.lock_rows import lock
from ..processing.project import scenario_title
from ..processing.translation import tr
from .parts import wrapped

STAY, MOVE, FORBID = "stay", "move", "forbid"


class LockBox(QWidget):
    """``wanted(lock)``: the user asks for a lock; ``removed(scenario)``: takes those of the parcel away;
    ``again``: wants the scenarios solved with them.
    """

    wanted = pyqtSignal(dict)
    removed = pyqtSignal(object)
    again = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._parcel_id: str | None = None
        self.head, self.inside = QToolButton(self), QWidget(self)
        self.scenario, self.action, self.park = (QComboBox(self) for _ in range(3))
        self.note = QLineEdit(self)
        self.set = QPushButton(tr("Lock"), self)
        self.free = QPushButton(tr("Take its locks away"), self)
        self.state = wrapped(parent=self)
        self.solve = QPushButton(tr("Solve again with the locks"), self)
        for value, text in (
            (STAY, tr("must stay")), (MOVE, tr("must move to")), (FORBID, tr("must not go to")),
        ):  # fmt: skip
            self.action.addItem(text, value)
        self._texts()
        self._lay_out()
        self.head.toggled.connect(self._open)
        self.action.currentIndexChanged.connect(self._may)
        self.set.clicked.connect(self._ask)
        self.free.clicked.connect(lambda: self.removed.emit(self.scenario.currentData()))
        self.solve.clicked.connect(self.again)
        self.show_parcel(None, {}, [])

    def _texts(self) -> None:
        self.head.setText(tr("Lock or forbid the move"))
        self.head.setToolTip(tr("Say what must or must not become of this parcel, and solve again."))
        for field, name in (
            (self.scenario, tr("Scenario")), (self.action, tr("What is locked")), (self.park, tr("Park")),
            (self.note, tr("Reason")),
        ):  # fmt: skip
            field.setAccessibleName(name)
        self.scenario.setToolTip(tr("The scenario in which the lock holds."))
        self.action.setToolTip(tr("What must or must not become of the parcel."))
        self.park.setToolTip(tr("A base or community that can receive firms."))
        self.note.setPlaceholderText(tr("Reason (optional)"))
        self.note.setToolTip(tr("Kept with the lock and printed on the sheet."))
        self.set.setToolTip(tr("Keep the lock. A former one that contradicts it gives way."))
        self.free.setToolTip(tr("Take away the locks of this parcel in the chosen scenario."))
        self.solve.setToolTip(tr("Run the study again; only what depends on the locks is computed."))

    def _lay_out(self) -> None:
        self.head.setCheckable(True)
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        outer, inner = QVBoxLayout(self), QVBoxLayout(self.inside)
        for layout in (outer, inner):
            layout.setContentsMargins(0, 0, 0, 0)
        for widgets in ((self.scenario, self.action), (self.park,), (self.note, self.set), (self.free,)):
            row = QHBoxLayout()
            for widget in widgets:
                row.addWidget(widget, 0 if widget is self.set else 1)
            inner.addLayout(row)
        for field in (self.scenario, self.action, self.park):
            # Names of parks are longer than the dock is wide.
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for item in (self.head, self.inside, self.state, self.solve):
            outer.addWidget(item)
        self._open(False)

    def _open(self, on: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.inside.setVisible(on)

    def show_parcel(
        self, parcel_id: str | None, parks: dict[str, str], scenarios: list[str], locked: bool = False
    ) -> None:
        """Offer locks of a parcel, None for none. ``parks``: names by id of those that can receive;
        ``locked``: it has locks already.
        """
        self._parcel_id = parcel_id
        self.free.setVisible(locked)
        chosen = self.scenario.currentData(), self.park.currentData()
        self._fill(
            self.scenario, [(None, tr("all scenarios")), *((name, _title(name)) for name in scenarios)]
        )
        self._fill(
            self.park,
            [(key, tr("{} ({})").format(name, key) if name != key else key) for key, name in parks.items()],
        )
        for field, value in zip((self.scenario, self.park), chosen):
            field.setCurrentIndex(max(field.findData(value), 0))
        self.note.clear()
        self._may()

    def _fill(self, field: QComboBox, entries) -> None:
        field.blockSignals(True)
        field.clear()
        for value, text in entries:
            field.addItem(text, value)
        field.blockSignals(False)

    def _may(self, *_index) -> None:
        there = self._parcel_id is not None
        needs = self.action.currentData() != STAY
        for field in (self.head, self.inside):
            field.setEnabled(there)
        self.park.setVisible(needs)
        self.set.setEnabled(there and (not needs or self.park.count() > 0))

    def _ask(self) -> None:
        self.wanted.emit(
            lock(
                self.action.currentData(),
                self._parcel_id,
                self.park.currentData(),
                self.scenario.currentData(),
                self.note.text().strip(),
            )
        )


def _title(scenario: str) -> str:
    try:
        return scenario_title(scenario)
    except KeyError:
        return scenario
