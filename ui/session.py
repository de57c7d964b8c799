"""What all docks share: the current result, its tables and layers, and the runs in the background."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ..core.common.errors import LandRenewalError
from ..processing import settings
from ..processing.geopackage import layer_names
from ..processing.layer_notes import annotate
from ..processing.project import SCENARIO_PROPERTY, TABLE_PROPERTY
from ..processing.rows import plain_rows
from ..processing.translation import tr
from .runner import Run
from .stamps import stamp
from .stored import described, value_of, with_paths

SCOPE = "land_renewal"
_SETTLE, _LAYER = 300, "layername="


class Session(QObject):
    """The result of a study that the docks show, kept in the project.

    The project entries ``land_renewal/result`` and ``land_renewal/parameters`` bring it back when the project
    is opened again; paths in them are relative to the project once it is saved. ``options_changed``: other
    units, currency, language or rules in the options of QGIS.
    """

    changed = pyqtSignal()
    busy_changed = pyqtSignal(bool)
    options_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._path: Path | None = None
        self._cache: dict = {}
        self._tables: set[str] | None = None
        self._identity: tuple = ()
        self._runs: list[Run] = []
        self._last: dict = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._look_again)
        for signal, slot in self._project_signals():
            signal.connect(slot)
        self.restore()

    def _project_signals(self):
        project = QgsProject.instance()
        return (
            (project.readProject, self.restore),
            (project.writeProject, self._write_entries),
            (project.cleared, self._forget),
        )

    @property
    def path(self) -> Path | None:
        """The result GeoPackage, or None."""
        return self._path

    @property
    def busy(self) -> bool:
        """Whether something runs in the background."""
        return bool(self._runs)

    def open(self, path) -> None:
        """Take a result GeoPackage as the current one; the project remembers it.

        Errors: LandRenewalError when the file is not the result of a study.
        """
        path = Path(path)
        if not is_result(path):
            raise LandRenewalError(
                tr("{} is not the result of a study: run the study, or choose its result.").format(path.name)
            )
        other = self._path is None or not _same(path, self._path)
        self._take(path)
        if other:
            self._write_entries()

    def close(self) -> None:
        """Let go of the project and stop what runs; for unloading the plugin."""
        for signal, slot in self._project_signals():
            with suppress(TypeError, RuntimeError):
                signal.disconnect(slot)
        self.cancel()

    def restore(self, *_document) -> None:
        """Take up the result that the open project belongs to."""
        project = QgsProject.instance()
        with suppress(ValueError):
            entry = json.loads(project.readEntry(SCOPE, "parameters")[0])
            parameters = with_paths_of(entry.get("parameters", {}), project.readPath)
            self._last = {**entry, "result": project.readPath(entry["result"]), "parameters": parameters}
        text, known = project.readEntry(SCOPE, "result")
        path = Path(project.readPath(text)) if known and text else self._shown()
        if path is not None and is_result(path):
            self._take(path)
        else:
            self._forget()

    def tables(self) -> set[str]:
        """Names of the layers and tables of the result."""
        if self._tables is None:
            self._tables = tables_of(self._path) if self._path is not None else set()
        return self._tables

    def rows(self, table: str) -> list[dict]:
        """Rows of a table of the result without geometry, plain values (None for NULL), [] when it is absent.

        Kept until `changed`: do not change them.
        """
        return self.values(table)

    def values(self, table: str, *columns: str) -> list[dict]:
        """As ``rows``, with these columns only: quick for the parcels, of which there are many."""
        key = (table, columns)
        if key not in self._cache:
            known = self._path is not None and table in self.tables()
            self._cache[key] = plain_rows(self._path, table, columns or None) if known else []
        return self._cache[key]

    def layer(self, table: str, scenario: str | None = None) -> QgsVectorLayer | None:
        """The layer of the project that shows a table of the result; None when it is not loaded.

        ``scenario``: of several that show parts of a table, the one of this scenario.
        """
        for layer in self.layers():
            of = layer.customProperty(SCENARIO_PROPERTY)
            if table_of(layer) == table and scenario in (None, of):
                return layer
        return None

    def layers(self) -> list[QgsVectorLayer]:
        """The layers of the project that come from the result, in the order of their ids."""
        layers = QgsProject.instance().mapLayers()
        return [layers[key] for key in sorted(layers) if self.shows(layers[key])]

    def shows(self, layer) -> bool:
        """Whether a layer comes from the result."""
        file = _file_of(layer)
        return None not in (file, self._path) and _same(file, self._path)

    def parameters(self) -> dict:
        """Parameters of the last study run for this result, to run it again with; {} if not known."""
        return {name: value_of(entry) for name, entry in self.last_run().get("parameters", {}).items()}

    def last_run(self) -> dict:
        """What the project remembers of the last run of this result: ``parameters``, the ``stamps`` of these,
        and what the options had ``standing`` in for those left empty.
        """
        of = self._last.get("result")
        return self._last if of and self._path is not None and _same(Path(of), self._path) else {}

    def run(self, algorithm: str, parameters: dict, on_done=None, on_progress=None):
        """Start ``landrenewal:<algorithm>`` in the background.

        ``on_done(ok, results, log)`` and ``on_progress(share, text)`` are called in the main thread; ``log``
        is text, its last line says why a run has failed. After a study its result is the current one, the
        layers show it, and `changed` has been emitted, before ``on_done``. Returns the `runner.Run`
        (``cancel()``, ``recorder.messages``).
        """
        if algorithm == "study":
            given = {"OUTPUT": str(self._path)} if self._path is not None else {}
            parameters = {**given, **parameters}
        run = Run(algorithm, parameters, self)
        standing = settings.standing()
        used = {**standing, **{name: value for name, value in parameters.items() if value}}
        stamps = {name: stamp(value) for name, value in used.items()}
        if on_progress is not None:
            run.progressed.connect(on_progress)

        def done(ok: bool, results: dict, log: str) -> None:
            self._runs.remove(run)
            self.busy_changed.emit(self.busy)
            if ok and algorithm == "study":
                self._remember(parameters, stamps, standing, results["OUTPUT"])
            if on_done is not None:
                on_done(ok, results, log)
            run.deleteLater()

        run.ended.connect(done)
        self._runs.append(run)
        self.busy_changed.emit(True)
        return run

    def cancel(self) -> None:
        """Stop whatever runs."""
        for run in self._runs:
            run.cancel()

    def refresh(self) -> None:
        """Read the result anew: its content has changed."""
        if self._path is not None:
            self._take(self._path)

    def _take(self, path: Path) -> None:
        shown = self.layers() if self._path is not None and _same(path, self._path) else []
        self._path, self._tables, self._cache = path, None, {}
        self._identity = _identity(path)
        self._watch()
        for layer in shown:
            layer.dataProvider().reloadData()
            layer.updateFields()
            layer.triggerRepaint()
        annotate({layer: table_of(layer) for layer in shown}, path)
        self.changed.emit()

    def _forget(self) -> None:
        self._last = {}
        if self._path is None:
            return
        self._path, self._tables, self._cache, self._identity = None, None, {}, ()
        self._watch()
        self.changed.emit()

    def _remember(self, parameters: dict, stamps: dict, standing: dict, result: str) -> None:
        described_all = {name: described(value) for name, value in parameters.items()}
        self._last = {
            "result": str(result),
            "parameters": described_all,
            "stamps": stamps,
            "standing": standing,
        }
        self.open(result)
        self._write_entries()

    def _write_entries(self, *_document) -> None:
        """Into the project. Again whenever it is saved: only then is it known what paths are relative to."""
        project = QgsProject.instance()
        if self._path is not None:
            _write(project, "result", project.writePath(str(self._path)))
        if self._last:
            entry = {
                "result": project.writePath(self._last["result"]),
                "parameters": with_paths_of(self._last["parameters"], project.writePath),
                "stamps": self._last["stamps"],
                "standing": self._last.get("standing", {}),
            }
            _write(project, "parameters", json.dumps(entry, ensure_ascii=False, sort_keys=True))

    def _shown(self) -> Path | None:
        """The result whose layers are in the project, as in one that `processing.project` has made."""
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(TABLE_PROPERTY) == "parcels":
                return _file_of(layer)
        return None

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if self._path is not None:
            self._watcher.addPath(str(self._path))

    def _touched(self, _path: str) -> None:
        # A file that is renamed over another one is not there for a moment.
        self._settle.start()

    def _look_again(self) -> None:
        if self._path is None or not self._path.is_file():
            return
        self._watch()
        # QGIS itself touches a GeoPackage that it opens.
        if not self.busy and _identity(self._path) != self._identity:
            self.refresh()


def tables_of(path: Path) -> set[str]:
    """Names of the tables in a GeoPackage; nothing when it is not there or is none."""
    try:
        return set(layer_names(path))
    except LandRenewalError:
        return set()


def is_result(path: Path) -> bool:
    """Whether a file is the result of a study."""
    return path.is_file() and {"parcels", "run_log"} <= tables_of(path)


def with_paths_of(entries: dict, change) -> dict:
    """Stored parameters with their paths changed."""
    return {name: with_paths(entry, change) for name, entry in entries.items()}


def _write(project, key: str, text: str) -> None:
    """Write an entry that is new: writing marks the project as changed."""
    if project.readEntry(SCOPE, key)[0] != text:
        project.writeEntry(SCOPE, key, text)


def table_of(layer) -> str:
    """The table that a layer of a result shows."""
    said = layer.customProperty(TABLE_PROPERTY)
    if said:
        return said
    parts = layer.source().split("|")[1:]
    return next((part[len(_LAYER) :] for part in parts if part.startswith(_LAYER)), "")


def _file_of(layer) -> Path | None:
    if layer.providerType() != "ogr":
        return None
    path = layer.source().partition("|")[0]
    return Path(path) if path else None


def _same(one: Path, other: Path) -> bool:
    return one == other or (one.name == other.name and one.resolve() == other.resolve())


def _identity(path: Path) -> tuple:
    """What tells one content of a result from another: the file itself and what its steps were made from."""
    prints = tuple(row.get("fingerprint") for row in plain_rows(path, "run_log", ("fingerprint",)))
    return (path.stat().st_ino, *prints)
