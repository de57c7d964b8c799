"""The parks that can receive in a scenario: their land, what more of it is worth, and their locks."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ..core.scenarios.lock_rows import lock
from ..processing.said import listed
from ..processing.translation import tr
from .parts import wrapped
from .scenario_lock_list import ColumnFit, plain_button
from .scenario_lock_words import park_name
from .texts import area, count, money, share
from .whatif_results import RowsModel, table_view

_ROOM, _WORTH = 1, 3


class ParksTab(QWidget):
    """``wanted(locks)``: locks, without a scenario yet; ``freed(park_id)``: take its locks away;
    ``shown(park_id)``: show it on the map.
    """

    wanted = pyqtSignal(list)
    freed = pyqtSignal(str)
    shown = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows: list[dict] = []
        self._locks: list[dict] = []
        self.park_id: str | None = None
        self.about, self.note = wrapped("", self), QLineEdit(self)
        self.model = RowsModel((tr("Park"), tr("Room"), tr("Received"), tr("1 ha more")), 1, self)
        self.list = table_view(
            self.model, tr("Parks that can receive: choose one to see it on the map"), self
        )
        self._columns = ColumnFit(self.list, (_WORTH, _ROOM), 0)
        self.note.setPlaceholderText(tr("Reason (optional)"))
        self.note.setToolTip(tr("Kept with the lock."))
        self.open = plain_button(tr("Keep open"), tr("The park counts as opened, whatever that costs."), self)
        self.close_ = plain_button(tr("Close"), tr("The park receives nothing."), self)
        self.free = plain_button(tr("No lock"), tr("Neither kept open nor closed."), self)
        row, layout = QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        for button in (self.open, self.close_, self.free):
            row.addWidget(button)
        for widget in (self.list, self.about, self.note):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addLayout(row)
        self.list.selectionModel().selectionChanged.connect(lambda *_change: self._selected())
        self.list.clicked.connect(self._show)
        self.list.activated.connect(self._show)
        self.open.clicked.connect(lambda: self._want("open"))
        self.close_.clicked.connect(lambda: self._want("close"))
        self.free.clicked.connect(lambda: self.freed.emit(self.park_id))
        self._tell()

    def show_parks(self, rows: Sequence[dict], locks: Sequence[dict]) -> None:
        """Show the receivers of a scenario; ``locks`` are those of parks that hold in it."""
        former = self.park_id
        self._rows, self._locks = list(rows), list(locks)

        def cells(place: int) -> tuple:
            row = self._rows[place]
            filled = row["filled_share"]
            received = area(row["received_m2"])
            if filled is not None:
                received = tr("{} ({})").format(received, share(filled))
            name = park_name(row["park_id"], {row["park_id"]: row["park"]})
            worth = money(row["shadow_price"]) if row["shadow_price"] else "–"
            return name, area(row["capacity_m2"]), received, worth, park_text(row)

        self.model.show(len(self._rows), cells)
        self._columns.fit()
        places = [place for place, row in enumerate(self._rows) if row["park_id"] == former]
        if places:
            self.list.selectRow(places[0])
        else:
            self.park_id = None
        self._tell()

    def _selected(self) -> None:
        rows = self.list.selectionModel().selectedRows()
        self.park_id = self._rows[rows[0].row()]["park_id"] if rows else None
        self._tell()

    def _tell(self) -> None:
        row = next((row for row in self._rows if row["park_id"] == self.park_id), None)
        own = [lock["action"] for lock in self._locks if lock["park_id"] == self.park_id]
        if row is None:
            self.about.setText(tr("Choose a park to keep it open or to close it."))
        else:
            said = {"open": tr("It is locked open."), "close": tr("It is closed by a lock.")}
            self.about.setText(listed((park_text(row), *(said[action] for action in sorted(set(own)))), " "))
        self.open.setEnabled(row is not None and "open" not in own)
        self.close_.setEnabled(row is not None and "close" not in own)
        self.free.setEnabled(bool(own))

    def _show(self, index) -> None:
        self.shown.emit(self._rows[index.row()]["park_id"])

    def _want(self, action: str) -> None:
        self.wanted.emit([lock(action, park_id=self.park_id, note=self.note.text().strip())])


def park_text(row: dict) -> str:
    """What a park receives, and what more land there would be worth."""
    parts = [tr("{}: {} parcels received.").format(row["park"] or row["park_id"], count(row["parcels"] or 0))]
    price = row["shadow_price"]
    if price is not None and price > 0:
        parts.append(tr("One more hectare here saves {} on the moves that are made.").format(money(price)))
    elif price is None:
        parts.append(tr("No parcel may come here."))
    elif row["binding"]:
        parts.append(tr("Its land limits the plan."))
    else:
        parts.append(tr("More land here would save nothing."))
    waiting = row["waiting_m2"]
    if waiting:
        parts.append(tr("Parcels with {} may come here and find no room anywhere.").format(area(waiting)))
    return listed(parts, " ")
