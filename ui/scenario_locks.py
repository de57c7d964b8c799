"""The page of locks: what must or must not move, solved again, and what that has changed."""

from __future__ import annotations

from functools import reduce

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.scenarios.lock_rows import with_lock, without_park_locks
from ..core.scenarios.scenario_changes import Solution, move_changes, plan_changes
from ..processing.translation import tr
from .parcel_tool import ParcelMap
from .parts import highlight, wrapped
from .progress_row import ProgressRow
from .scenario_data import scenarios_of, title_of
from .scenario_lock_changes import ChangesTab
from .scenario_lock_data import Fates, LockStore
from .scenario_lock_list import LockList
from .scenario_lock_moves import MovesTab
from .scenario_lock_parks import ParksTab
from .sheets import chosen_parcels
from .showing import show_feature
from .study_again import StudyAgain, locks_given

LOCKS, MOVES, PARKS, CHANGED = range(4)


class LocksPage(QWidget):
    """``again(text)``: the study was asked to run again with the locks."""

    again = pyqtSignal(str)

    def __init__(self, iface, session, parent: QWidget | None = None):
        super().__init__(parent)
        self._iface, self._session = iface, session
        self._stale = True
        self._before: Solution | None = None
        self._to_compare = False
        self.store, self.fates = LockStore(session, self), Fates(session, self)
        self.map = ParcelMap(iface.mapCanvas(), session, self)
        self._build()
        self.runs = StudyAgain(session, self.progress, self)
        self._connect()
        self._fill_scenarios()
        self._tell()

    def _build(self) -> None:
        self.scenario, self.everywhere = (
            QComboBox(self),
            QCheckBox(tr("New locks hold in all scenarios"), self),
        )
        self.scenario.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scenario.setAccessibleName(tr("Scenario"))
        self.scenario.setToolTip(tr("The scenario whose moves and parks are listed."))
        self.everywhere.setToolTip(tr("Otherwise they hold in the scenario chosen above."))
        self.everywhere.setChecked(True)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.locks, self.moves = LockList(self.tabs), MovesTab(self.tabs)
        self.parks, self.changes = ParksTab(self.tabs), ChangesTab(self.tabs)
        for tab, title in (
            (self.locks, tr("Locks")), (self.moves, tr("Moves")), (self.parks, tr("Parks")),
            (self.changes, tr("Changes")),
        ):  # fmt: skip
            self.tabs.addTab(tab, title)
        self.said = wrapped("", self)
        self.solve = QPushButton(tr("Solve again with the locks"), self)
        self.solve.setToolTip(tr("Run the study again; only what depends on the locks is computed."))
        self.progress = ProgressRow(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        for widget in (self.scenario, self.everywhere, self.tabs, self.said, self.solve, self.progress):
            layout.addWidget(widget, 1 if widget is self.tabs else 0)

    def _connect(self) -> None:
        self._session.changed.connect(self._renew)
        self._session.busy_changed.connect(lambda _busy: self._tell())
        self.store.changed.connect(self._show_locks)
        self.fates.ready.connect(self._show_result)
        self.scenario.currentIndexChanged.connect(lambda _index: self._show_scenario())
        for tab in (self.moves, self.parks):
            tab.wanted.connect(self.add)
        for tab in (self.moves, self.changes):
            tab.shown.connect(lambda key: self._zoom("parcel", key))
        self.parks.shown.connect(lambda key: self._zoom("park", key))
        self.parks.freed.connect(self._free_park)
        self.locks.picked.connect(self._zoom_lock)
        self.locks.removed.connect(self.remove)
        self.locks.undone.connect(lambda: self._tell(self.store.undo()))
        self.moves.pick.toggled.connect(self.map.pick)
        self.moves.take.clicked.connect(self._take_selection)
        self.map.picking.connect(self.moves.pick.setChecked)
        self.map.picked.connect(self._picked)
        self.map.missed.connect(lambda: self._tell(tr("There is no parcel of the result there.")))
        self.solve.clicked.connect(lambda: self.solve_again())
        self.runs.ended.connect(self._solved)

    # What is shown

    def refresh(self) -> None:
        """Show the result and the locks as they are now."""
        self.store.read()
        self._stale = False
        self.fates.need()

    def _renew(self) -> None:
        self.store.read()
        if not self.runs.running and not self._to_compare:
            self._before = None
        self._stale = True
        self.map.clear()
        if self.isVisible() or self._to_compare or self._session.path is None:
            self.refresh()

    def showEvent(self, event):
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event):
        super().hideEvent(event)
        self.map.pick(False)
        self.map.clear()

    def _show_result(self) -> None:
        self._fill_scenarios()
        self._show_locks()
        self.changes.renew()
        self._compare()

    def _fill_scenarios(self) -> None:
        former = self.scenario.currentData()
        self.scenario.blockSignals(True)
        self.scenario.clear()
        for name in scenarios_of(self._session):
            self.scenario.addItem(title_of(name), name)
        self.scenario.setCurrentIndex(max(self.scenario.findData(former), 0))
        self.scenario.blockSignals(False)

    def show_scenario(self, name: str) -> None:
        """List the moves and parks of a scenario."""
        self.scenario.setCurrentIndex(max(self.scenario.findData(name), 0))

    def _show_scenario(self) -> None:
        name, parks = self.scenario.currentData(), self._parks()
        receivers = self.fates.receivers(name)
        rows = self.fates.of.get(name, [])
        self.moves.show_scenario(rows, parks, [row["park_id"] for row in receivers])
        own = [lock for lock in self.store.rows if lock["scenario"] in (None, name)]
        self.parks.show_parks(receivers, [lock for lock in own if lock["parcel_id"] is None])

    def _show_locks(self) -> None:
        known = self.store.solved()
        self.locks.show_locks(
            self.store.rows, self._parks(), lambda lock: self.fates.outcomes(lock, known), self.store.can_undo
        )
        count = len(self.store.rows)
        self.tabs.setTabText(LOCKS, tr("Locks ({})").format(count) if count else tr("Locks"))
        self._show_scenario()
        self._tell()

    def _parks(self) -> dict[str, str]:
        rows = self.fates.tables.get("receivers", [])
        return {row["park_id"]: str(row["park"] or row["park_id"]) for row in rows}

    # On the map

    def _zoom(self, kind: str, key: str) -> None:
        canvas = self._iface.mapCanvas()
        if kind == "park":
            found = show_feature(canvas, self._session, "parks", "park_id", key)
        else:
            row = self.fates.row(self.scenario.currentData(), key) or {}
            dest = row.get("dest_id") if row.get("fate") in ("relocate", "reclaim") else None
            found = self.map.mark(key, [dest] if dest else [], True)
        if not found:
            self._tell(tr("{} has no outline that the map can show.").format(key))

    def _zoom_lock(self, lock: dict) -> None:
        self._zoom("park" if lock["parcel_id"] is None else "parcel", lock["parcel_id"] or lock["park_id"])

    def _picked(self, parcel_id: str) -> None:
        self.tabs.setCurrentIndex(MOVES)
        self.moves.choose([parcel_id])
        self._zoom_in_place(parcel_id)

    def _zoom_in_place(self, parcel_id: str) -> None:
        row = self.fates.row(self.scenario.currentData(), parcel_id) or {}
        dest = row.get("dest_id") if row.get("fate") in ("relocate", "reclaim") else None
        self.map.mark(parcel_id, [dest] if dest else [], False)

    def _take_selection(self) -> None:
        found = chosen_parcels(self._session, self._iface.activeLayer())
        if found:
            self.moves.choose(found)
        else:
            self._tell(tr("Select parcels of the result on the map first."))

    # Locks

    def add(self, locks: list[dict]) -> None:
        """Keep new locks, in the scenario chosen or in all; those they contradict give way."""
        scenario = None if self.everywhere.isChecked() else self.scenario.currentData()
        new, names = [{**lock, "scenario": scenario} for lock in locks], scenarios_of(self._session)
        self._tell(
            self.store.change(lambda rows: reduce(lambda kept, one: with_lock(kept, one, names), new, rows))
        )

    def remove(self, locks: list[dict]) -> None:
        """Take locks away."""
        self._tell(self.store.change(lambda rows: [row for row in rows if row not in locks]))

    def _free_park(self, park_id: str) -> None:
        name, names = self.scenario.currentData(), scenarios_of(self._session)
        scenario = None if self.everywhere.isChecked() else name
        self._tell(self.store.change(lambda rows: without_park_locks(rows, park_id, scenario, names)))

    # Solving

    def solve_again(self) -> None:
        """Run the study again with the locks, in the background."""
        problem = self.runs.refusal()
        if not problem:
            self._before = self.fates.solution() if self.fates.fresh else None
            problem = self.runs.start(locks_given(self._session), tr("Solving again"))
        if problem:
            self._tell(problem)
            return
        # The session tells of the new result before the run says that it has ended.
        self._to_compare = self._before is not None
        self._tell()
        self.again.emit(tr("Solving again with the locks"))

    def _solved(self, ok: bool, problem: str) -> None:
        if ok:
            self.refresh()
        else:
            self._to_compare, self._before = False, None
        self._tell(problem)

    def _compare(self) -> None:
        """Say what has changed, once the new result is read."""
        if not self._to_compare or self.runs.running or not self.fates.fresh:
            return
        self._to_compare = False
        before, after, self._before = self._before, self.fates.solution(), None
        found = move_changes(before, after)
        self.changes.show_changes(plan_changes(before, after, found), found, self._parks())
        self.tabs.setCurrentIndex(CHANGED)

    # Words

    def _tell(self, problem: str = "") -> None:
        path = self._session.path
        busy, solved = self._session.busy, self.store.solved()
        text = problem or self.fates.problem or self.store.problem
        if not text and path is None:
            text = tr("Open a result first, or run the study.")
        elif not text and not self.scenario.count():
            text = tr("The result has no scenarios: run the study with all steps.")
        elif not text and not solved and not busy:
            text = tr("The locks have changed since the scenarios were solved.")
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.solve.setEnabled(path is not None and not busy)
        highlight(self.solve, not solved and not busy)
        for widget in (self.scenario, self.everywhere, self.tabs):
            widget.setEnabled(bool(self.scenario.count()))
