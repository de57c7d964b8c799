"""What solving again has changed: the plans before and after, and the parcels with another fate."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from ..core.scenarios.scenario_changes import MoveChange, PlanChange
from ..processing.translation import tr
from .parts import wrapped
from .scenario_data import title_of
from .scenario_lock_list import ColumnFit
from .scenario_lock_words import change_text, plan_text, signed
from .whatif_results import RowsModel, table_view

_COST = 2


class ChangesTab(QWidget):
    """``shown(parcel_id)``: show it on the map."""

    shown = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._plans: Sequence[PlanChange] | None = None
        self._changes: list[MoveChange] = []
        self._seen: list[MoveChange] = []
        self._parks: dict[str, str] = {}
        self.summary = wrapped("", self)
        self.which = QComboBox(self)
        self.which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.which.setAccessibleName(tr("Scenario"))
        self.which.setToolTip(tr("The scenario whose changes are listed."))
        self.model = RowsModel((tr("Parcel"), tr("Now"), tr("Cost")), 2, self)
        self.list = table_view(self.model, tr("What changed: choose a parcel to see it on the map"), self)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._columns = ColumnFit(self.list, (_COST,), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        for widget in (self.summary, self.which, self.list):
            layout.addWidget(widget, 100 if widget is self.list else 0)
        layout.addStretch(1)
        self.which.currentIndexChanged.connect(lambda _index: self._fill())
        self.list.clicked.connect(self._show)
        self.list.activated.connect(self._show)
        self.show_changes(None, [], {})

    def show_changes(
        self, plans: Sequence[PlanChange] | None, changes: Sequence[MoveChange], parks: dict[str, str]
    ) -> None:
        """Show what differs; ``plans`` None: nothing was solved again here."""
        self._plans, self._changes, self._parks = plans, list(changes), parks
        former = self.which.currentData()
        if plans is None:
            self.summary.setText(tr("Solve again: what has changed is listed here."))
        else:
            self.summary.setText("\n".join(map(plan_text, plans)))
        self.which.blockSignals(True)
        self.which.clear()
        for name in dict.fromkeys(change.scenario for change in self._changes):
            self.which.addItem(title_of(name), name)
        self.which.setCurrentIndex(max(self.which.findData(former), 0) if self.which.count() else -1)
        self.which.blockSignals(False)
        self.which.setVisible(self.which.count() > 1)
        self.list.setVisible(bool(self._changes))
        self._fill()

    def renew(self) -> None:
        """Show the same, in the money of the options as they are now."""
        self.show_changes(self._plans, self._changes, self._parks)

    def _fill(self) -> None:
        name = self.which.currentData()
        self._seen = [change for change in self._changes if change.scenario == name]

        def cells(place: int) -> tuple:
            change = self._seen[place]
            text = change_text(change, self._parks)
            cost = signed((change.cost_after or 0.0) - (change.cost_before or 0.0))
            tip = tr("{}: {}. Cost: {}").format(change.parcel_id, text, cost)
            return change.parcel_id, text, cost, tip

        self.model.show(len(self._seen), cells)
        self._columns.fit()

    def _show(self, index) -> None:
        self.shown.emit(self._seen[index.row()].parcel_id)
