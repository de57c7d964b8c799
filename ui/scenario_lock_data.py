"""What the page of locks shows: the locks beside the result, and what the result says of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.common.errors import LandRenewalError
from ..core.scenarios.lock_results import Outcome, outcomes
from ..core.scenarios.scenario_changes import Solution
from ..processing.lockfile import lock_file, read_lock_rows, write_lock_rows
from ..processing.rows import plain_rows
from ..processing.said import said
from ..processing.translation import tr
from .background import Background, begin
from .scenario_data import LockWatch, scenarios_of
from .states import changes

_FATE = ("parcel_id", "area_m2", "town", "fate", "fate_reason", "dest_id", "need_m2", "distance_m", "cost")
_TABLES = ("receivers", "rejects", "scenario_summary")


class LockStore(QObject):
    """The locks beside the result. ``changed`` comes when they have changed, whoever did it.

    ``problem``: why the table cannot be read.
    """

    changed = pyqtSignal()

    def __init__(self, session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self.rows: list[dict] = []
        self.problem = ""
        self._former: list[list[dict]] = []
        self._undoing = False
        self._path: Path | None = None
        self._watch = LockWatch(session, self)
        self._watch.changed.connect(self.read)
        self.read()

    @property
    def can_undo(self) -> bool:
        """Whether a change was seen that can be taken back."""
        return bool(self._former)

    def read(self) -> None:
        """Read the table anew."""
        other, self._path = self._path != self._session.path, self._session.path
        before, trouble = self.rows, self.problem
        try:
            self.rows, self.problem = read_lock_rows(self._path), ""
        except LandRenewalError as error:
            self.rows, self.problem = [], said(error)
        if other:
            self._former = []
        elif self.rows != before and not self.problem and not trouble and not self._undoing:
            self._former.append(before)
        if other or self.rows != before or self.problem != trouble:
            self.changed.emit()

    def change(self, make) -> str:
        """Keep what ``make(rows)`` returns; says why that cannot be done, empty when it was."""
        try:
            # What another dock has just written must not be lost.
            self.read()
            if self.problem:
                return self.problem
            rows = make(self.rows)
            if rows != self.rows:
                write_lock_rows(self._path, rows)
        except LandRenewalError as error:
            return said(error)
        self.read()
        return ""

    def undo(self) -> str:
        """Take the last change back."""
        self.read()
        if not self._former:
            return ""
        former = self._former.pop()
        # The way back is no change of its own.
        self._undoing = True
        problem = self.change(lambda _rows: former)
        self._undoing = False
        if problem:
            self._former.append(former)
        return problem

    def solved(self) -> bool:
        """Whether the result was made with the locks as they are."""
        if self._path is None:
            return True
        own = lock_file(self._path)
        if not self._session.last_run():
            return not own.is_file() or own.stat().st_mtime <= self._path.stat().st_mtime
        given = self._session.parameters().get("LOCKS")
        if given in (None, "", str(own)):
            given = str(own) if own.is_file() else None
        return "LOCKS" not in changes(self._session, {"LOCKS": given})


def _read(path: Path, scenarios: list[str]) -> tuple[dict, dict, dict]:
    """The rows of all parcels by scenario, those of them with a fate also by id, and the other tables."""
    fates = {name: plain_rows(path, f"scenario_{name}", _FATE) for name in scenarios}
    by_parcel = {
        name: {row["parcel_id"]: row for row in rows if row["fate"] is not None}
        for name, rows in fates.items()
    }
    return fates, by_parcel, {name: plain_rows(path, name) for name in _TABLES}


class Fates(QObject):
    """What the result says of its scenarios. ``ready`` comes when it has been read, after ``need``.

    ``of``: rows of the parcels by scenario; ``tables``: rows of ``receivers``, ``rejects`` and
    ``scenario_summary``.
    """

    ready = pyqtSignal()

    def __init__(self, session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self.of: dict[str, list[dict]] = {}
        self.tables: dict[str, list[dict]] = {}
        self.problem = ""
        self.fresh = False
        self._by_parcel: dict[str, dict[str, dict]] = {}
        self._task: Background | None = None
        session.changed.connect(self._forget)

    def need(self) -> None:
        """See to it that the result is read as it is now."""
        if self.fresh:
            self.ready.emit()
        elif self._session.path is None:
            self._take(None, "")
        elif self._task is None:
            work = partial(_read, self._session.path, scenarios_of(self._session))
            failed = tr("The result cannot be read: {}")
            self._task = begin(self, tr("Read the scenarios"), work, self._take, failed)

    def solution(self) -> Solution:
        """What is compared with another solution."""
        return Solution(self.of, self.tables.get("scenario_summary", []))

    def row(self, scenario: str, parcel_id: str) -> dict | None:
        """What a scenario decides of a parcel."""
        return self._by_parcel.get(scenario, {}).get(parcel_id)

    def receivers(self, scenario: str) -> list[dict]:
        """The parks that can receive, by id."""
        rows = [row for row in self.tables.get("receivers", []) if row["scenario"] == scenario]
        return sorted(rows, key=lambda row: row["park_id"])

    def outcomes(self, lock: dict, known: bool) -> list[Outcome]:
        """What became of a lock in each scenario; see `core.scenarios.lock_results`."""
        rejects, receivers = (self.tables.get(name, []) for name in ("rejects", "receivers"))
        return outcomes(lock, self._by_parcel, receivers, rejects, known)

    def _take(self, found: tuple | None, problem: str) -> None:
        # What could not be read, or was stopped, is no solution to compare with, and is tried again.
        self._task, self.fresh, self.problem = None, not problem, problem
        self.of, self._by_parcel, self.tables = found or ({}, {}, {})
        self.ready.emit()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._task, self.fresh = None, False
