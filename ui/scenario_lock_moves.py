"""The moves of a scenario, the dearest first, and the locks of the parcels that are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.scenarios.lock_results import arrives
from ..core.scenarios.lock_rows import lock
from ..processing.said import listed
from ..processing.translation import tr
from .parts import wrapped
from .scenario_lock_list import ColumnFit, plain_button
from .scenario_lock_words import fate_text, park_name, reason_text
from .texts import area, count, money, money_column
from .whatif_results import RowsModel, table_view

_TO, _LAND, _COST = 1, 2, 3


def _tool(icon: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button


class MovesTab(QWidget):
    """``wanted(locks)``: locks, without a scenario yet; ``shown(parcel_id)``: show it on the map.

    ``pick`` and ``take`` are the buttons for choosing on the map and for taking the selection.
    """

    wanted = pyqtSignal(list)
    shown = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._moves: list[dict] = []
        self._seen: list[dict] = []
        self._rows: dict[str, dict] = {}
        self._parks: dict[str, str] = {}
        self.chosen: list[str] = []
        self.summary, self.about = wrapped("", self), wrapped("", self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("Parcel, park or town"))
        self.filter.setToolTip(tr("Show only the moves in which this occurs."))
        self.pick = _tool("mActionIdentify.svg", tr("Choose a parcel on the map"), self)
        self.pick.setCheckable(True)
        self.take = _tool("mActionSelectRectangle.svg", tr("Take the parcels selected in the layer"), self)
        self.model = RowsModel((tr("Parcel"), tr("To"), tr("Land"), tr("Cost")), 2, self)
        self.list = table_view(self.model, tr("Moves: choose one to see it on the map"), self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TO, QHeaderView.ResizeMode.Stretch)
        self._columns = ColumnFit(self.list, (_LAND, _TO), _TO)
        self.park, self.note = QComboBox(self), QLineEdit(self)
        self.park.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.park.setAccessibleName(tr("Park"))
        self.park.setToolTip(tr("The park that the parcel must or must not go to."))
        self.note.setPlaceholderText(tr("Reason (optional)"))
        self.note.setToolTip(tr("Kept with the lock and printed on the sheet."))
        self.stay = plain_button(tr("Must stay"), tr("The parcels stay where they are."), self)
        self.move = plain_button(tr("Must go there"), tr("The parcels go to the park chosen above."), self)
        self.forbid = plain_button(
            tr("Not there"), tr("The parcels must not go to the park chosen above."), self
        )
        self._lay_out()
        self._connect()
        self.choose([])

    def _lay_out(self) -> None:
        layout, top, where, buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(0, 4, 0, 0)
        for row, widgets in (
            (top, (self.filter, self.pick, self.take)), (where, (self.park, self.note)),
            (buttons, (self.stay, self.move, self.forbid)),
        ):  # fmt: skip
            for widget in widgets:
                row.addWidget(widget, 0 if isinstance(widget, QToolButton) else 1)
        layout.addWidget(self.summary)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        layout.addLayout(where)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._fill())
        self.list.selectionModel().selectionChanged.connect(lambda *_change: self._selected())
        self.list.clicked.connect(self._show)
        self.list.activated.connect(self._show)
        self.stay.clicked.connect(lambda: self._want("stay"))
        self.move.clicked.connect(lambda: self._want("move"))
        self.forbid.clicked.connect(lambda: self._want("forbid"))

    def show_scenario(self, rows: Sequence[dict], parks: dict[str, str], receivers: Sequence[str]) -> None:
        """Show the moves among the rows of a scenario. ``parks``: names by id; ``receivers``: ids of those
        that can receive.
        """
        self._rows = {row["parcel_id"]: row for row in rows if row["fate"] is not None}
        moves = [row for row in self._rows.values() if arrives(row) is not None]
        # What has no cost comes last.
        self._moves = sorted(moves, key=lambda row: (-(row["cost"] or 0.0), row["parcel_id"]))
        self._parks = parks
        former = self.park.currentData()
        self.park.clear()
        for key in receivers:
            self.park.addItem(park_name(key, parks), key)
        self.park.setCurrentIndex(max(self.park.findData(former), 0))
        self.summary.setText(_summed(moves) if moves else tr("This scenario moves nothing."))
        self._fill()
        self.choose(self.chosen)

    def choose(self, parcel_ids: Sequence[str]) -> None:
        """Take parcels for the locks below; they need not move."""
        self.chosen = list(dict.fromkeys(parcel_ids))
        fated = [key for key in self.chosen if key in self._rows]
        self.about.setText(self._about(fated))
        if len(fated) == 1:
            dest = arrives(self._rows[fated[0]])
            self.park.setCurrentIndex(max(self.park.findData(dest), 0) if dest else self.park.currentIndex())
        self.stay.setEnabled(bool(fated))
        for button in (self.move, self.forbid):
            button.setEnabled(bool(fated) and self.park.count() > 0)

    def _about(self, fated: list[str]) -> str:
        if not self.chosen:
            return tr("Choose a move in the list, or a parcel on the map.")
        if len(self.chosen) > 1:
            return tr("{} parcels chosen.").format(count(len(fated)))
        key = self.chosen[0]
        row = self._rows.get(key)
        if row is None:
            return tr("{} has no fate that could be locked: it is not industrial land.").format(key)
        text = tr("{}: {} ({}).") if row["fate_reason"] else tr("{}: {}.")
        said = text.format(key, fate_text(row["fate"]), reason_text(row["fate_reason"]))
        park = arrives(row)
        return listed((said, tr("To {}.").format(park_name(park, self._parks))), " ") if park else said

    def _fill(self) -> None:
        wanted = self.filter.text().strip().casefold()
        self._seen = [row for row in self._moves if wanted in self._searched(row)] if wanted else self._moves

        # The unit stands in the heading: there is room for the park then, beside the map as well.
        unit, amount = money_column([row["cost"] for row in self._moves if row["cost"] is not None])

        def cells(place: int) -> tuple:
            row = self._seen[place]
            park = park_name(arrives(row), self._parks)
            cost, full = ("–", "") if row["cost"] is None else (amount(row["cost"]), money(row["cost"]))
            distance = (
                "" if row["distance_m"] is None else tr("{} km").format(f"{row['distance_m'] / 1e3:.1f}")
            )
            said = (row["parcel_id"], tr("to {}").format(park), area(row["area_m2"]), distance, full)
            tip = " · ".join(part for part in said if part)
            return row["parcel_id"], park, area(row["area_m2"]), cost, tip

        self.model.show(len(self._seen), cells)
        self.model.name(_COST, f"{tr('Cost')}\n{unit}")
        self._columns.fit()

    def _searched(self, row: dict) -> str:
        park = arrives(row)
        return " ".join((row["parcel_id"], park, park_name(park, self._parks), row["town"] or "")).casefold()

    def _selected(self) -> None:
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        self.choose([self._seen[place]["parcel_id"] for place in places])

    def _show(self, index) -> None:
        self.shown.emit(self._seen[index.row()]["parcel_id"])

    def _want(self, action: str) -> None:
        keys = [key for key in self.chosen if key in self._rows]
        park, note = self.park.currentData(), self.note.text().strip()
        self.wanted.emit([lock(action, key, park, None, note) for key in keys])


def _summed(moves: Sequence[dict]) -> str:
    """How many move, and how many of them because their land is reclaimed; the map counts those apart."""
    land = sum(row["area_m2"] or 0.0 for row in moves)
    known = [row["cost"] for row in moves if row["cost"] is not None]
    text = tr("{} moves, {}, {}.").format(count(len(moves)), area(land), money(sum(known)))
    reclaimed = sum(row["fate"] == "reclaim" for row in moves)
    more = tr("{} of them from land that is reclaimed.").format(count(reclaimed)) if reclaimed else ""
    return " ".join(filter(None, (text, more)))
