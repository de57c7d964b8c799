"""The tables that compare the scenarios of a result, read in the background; whether they are out of date."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ..core.common.columns import CUSTOM, SCENARIOS
from ..processing.frames import read_frames
from ..processing.inputs import LAYERS
from ..processing.lockfile import lock_file
from ..processing.project import scenario_title
from ..processing.results import ECONOMIC_TABLES
from ..processing.said import listed
from ..processing.translation import tr
from .background import Background, begin
from .states import METHOD, changes
from .study_again import locks_given
from .texts import moment

# Money by parcel is long, and nothing here shows it.
TABLES = tuple(name for name in ECONOMIC_TABLES if name != "economics_parcels")
MORE = ("scenario_summary", "conflicts", "shortages", "frontier", "receivers")
_NAMES = ("park_id", "park")
_SETTLE = 300


def scenarios_of(session) -> list[str]:
    """The scenarios that the result has layers of, in their order."""
    tables = session.tables()
    return [name for name in (*SCENARIOS[1:], CUSTOM) if f"scenario_{name}" in tables]


def title_of(scenario: str) -> str:
    """The name of a scenario; an id that nobody has named stays as it is."""
    try:
        return scenario_title(scenario)
    except KeyError:
        return scenario


class ScenarioData(QObject):
    """What the pages compare. ``ready`` comes when ``tables`` (or ``problem``) are there for the result as it
    is now; they are read when ``need`` is called.
    """

    ready = pyqtSignal()

    def __init__(self, session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self.tables: dict = {}
        self.problem = ""
        self._task: Background | None = None
        self._fresh = False
        session.changed.connect(self._forget)

    @property
    def fresh(self) -> bool:
        """Whether ``tables`` are those of the result as it is now."""
        return self._fresh

    def need(self) -> None:
        """See to it that ``tables`` are there; ``ready`` comes at once when they are."""
        # What could not be read, or was stopped, is tried again.
        if self._fresh and not self.problem:
            self.ready.emit()
        elif self._session.path is None:
            self._take(None, "")
        elif self._task is None:
            # In the background: pandas alone takes longer to import than QGIS may stand still.
            work = partial(read_frames, self._session.path, (*TABLES, *MORE), {"receivers": _NAMES})
            failed = tr("The result cannot be read: {}")
            self._task = begin(self, tr("Read the scenarios"), work, self._take, failed)

    def _take(self, tables: dict | None, problem: str) -> None:
        self._task, self._fresh = None, True
        self.tables, self.problem = tables or {}, problem
        self.ready.emit()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._task, self._fresh, self.tables, self.problem = None, False, {}, ""


class LockWatch(QObject):
    """``changed`` comes when the table of locks beside the result is written or taken away."""

    changed = pyqtSignal()

    def __init__(self, session, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._known, self._first = session, None, None
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE)
        self._soon.timeout.connect(self._look)
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged):
            signal.connect(self._stir)
        session.changed.connect(self._begin)
        self._begin()

    @property
    def touched(self) -> bool:
        """Whether the locks are others than when the result was opened or written."""
        return self._known != self._first

    def _stir(self, _path: str) -> None:
        # A file that is renamed over another one is not there for a moment.
        self._soon.start()

    def _begin(self) -> None:
        self._watch()
        self._first = self._known

    def _watch(self) -> None:
        paths = [*self._watcher.files(), *self._watcher.directories()]
        if paths:
            self._watcher.removePaths(paths)
        path = self._session.path
        if path is not None:
            self._watcher.addPath(str(path.parent))
            if lock_file(path).is_file():
                self._watcher.addPath(str(lock_file(path)))
        self._known = self._state()

    def _look(self) -> None:
        # QGIS itself touches the folder of a GeoPackage that it reads.
        if self._state() != self._known:
            self._watch()
            self.changed.emit()

    def _state(self):
        path = self._session.path
        if path is None or not lock_file(path).is_file():
            return None
        found = lock_file(path).stat()
        return found.st_mtime_ns, found.st_size


def outdated(session, touched: bool = False) -> list[str]:
    """In words, what has changed since the scenarios were drawn and priced; nothing when nothing has.

    ``touched``: the locks were seen to change.
    """
    path = session.path
    if path is None:
        return []
    locks = lock_file(path)
    if not session.last_run():
        # It is not known what this result was made from; its locks lie beside it all the same.
        newer = locks.is_file() and locks.stat().st_mtime > path.stat().st_mtime
        return [tr("locks")] if newer or touched else []
    chosen = {**session.parameters(), **locks_given(session)}
    return [_title(name) for name in changes(session, chosen)]


def _title(name: str) -> str:
    named = {
        "LOCKS": tr("locks"),
        "RULES": tr("rules and unit costs"),
        METHOD: tr("the version of the plugin"),
    }
    return named.get(name) or (LAYERS[name][0] if name in LAYERS else name)


def state_text(session, touched: bool = False) -> str:
    """Which result is shown, when it was computed, and what has changed since."""
    path = session.path
    if path is None:
        return tr("Open the result of a study, or run one in the workbench.")
    texts = [tr("{}, computed {}.").format(path.name, moment(path.stat().st_mtime))]
    if session.busy:
        texts.append(tr("Something runs ..."))
    elif changed := outdated(session, touched):
        texts.append(tr("Out of date, because these have changed: {}.").format(listed(changed)))
    return listed(texts, " ")
