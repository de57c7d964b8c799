"""Parcels, parks and enterprises of the current result in QGIS's locator bar (Ctrl+K), by id or name."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ..core.dossier.finding import Place, find, place
from ..processing.rows import plain_rows
from ..processing.translation import tr
from .showing import show_feature

# QGIS gives plugins no prefix under three signs.
PREFIX = "land"
MOST = 12
LEAST_SIGNS = 2
# kind -> layer, column of the id, column of the name, column shown beside it
TABLES = {
    "parcel": ("parcels", "parcel_id", "holder", "town"),
    "park": ("parks", "park_id", "park", "level"),
    "enterprise": ("enterprises", "ent_id", "name", "industry"),
}
_ICONS = Path(__file__).parents[1] / "resources" / "icons"
_SYMBOLS = {"parcel": "standardiseparcels", "park": "classifylevels", "enterprise": "standardiseenterprises"}
_registered: list[tuple] = []


def register(iface, session) -> None:
    """Add the filter to the locator bar."""
    found = ResultLocator(iface, session, Index(session))
    iface.registerLocatorFilter(found)
    _registered.append((iface, found))


def unregister() -> None:
    """Take the filter away again."""
    while _registered:
        iface, found = _registered.pop()
        iface.deregisterLocatorFilter(found)


def kind_title(kind: str) -> str:
    """A kind of thing in words."""
    return {"parcel": tr("Parcel"), "park": tr("Park"), "enterprise": tr("Enterprise")}[kind]


class Index:
    """What can be found in the current result. It is read in the thread of the search, once a content."""

    def __init__(self, session):
        self._session = session
        self._content = 0
        self._places: tuple[tuple | None, list[Place]] = (None, [])
        session.changed.connect(self._renew)

    def _renew(self) -> None:
        self._content += 1

    def current(self) -> tuple[Path | None, int]:
        """Which content of which file is to be searched; asked in the main thread."""
        return self._session.path, self._content

    def places(self, wanted: tuple[Path | None, int]) -> list[Place]:
        """The things of a result, read from the file where they are not known."""
        known, places = self._places
        if wanted[0] is None:
            return []
        if known != wanted:
            places = read_places(wanted[0])
            self._places = (wanted, places)
        return places


def read_places(path: Path) -> list[Place]:
    """The parcels, parks and enterprises of a result; one row an id."""
    found: dict[tuple[str, str], Place] = {}
    for kind, (table, key, name, note) in TABLES.items():
        for row in plain_rows(path, table, (key, name, note)):
            if row.get(key) is not None:
                found[kind, row[key]] = place(kind, row[key], row.get(name), row.get(note))
    return list(found.values())


class ResultLocator(QgsLocatorFilter):
    """QGIS makes a clone for every search and asks it in a thread of its own."""

    def __init__(self, iface, session, index: Index):
        super().__init__()
        self._iface, self._session, self._index = iface, session, index
        self._wanted: tuple[Path | None, int] = (None, 0)

    def clone(self):
        return ResultLocator(self._iface, self._session, self._index)

    def name(self):
        return "landrenewal"

    def displayName(self):
        return tr("Parcels, parks and enterprises of the study")

    def prefix(self):
        return PREFIX

    def priority(self):
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, string, context):
        self._wanted = self._index.current()
        return []

    def fetchResults(self, string, context, feedback):
        alone = getattr(context, "usingPrefix", False)
        if not string.strip() or (len(string.strip()) < LEAST_SIGNS and not alone):
            return
        places = self._index.places(self._wanted)
        for found in find(places, string, MOST, feedback.isCanceled):
            if feedback.isCanceled():
                return
            self.resultFetched.emit(self._result(found))

    def _result(self, found) -> QgsLocatorResult:
        one = found.place
        result = QgsLocatorResult()
        result.displayString = tr("{} ({})").format(one.name, one.identifier) if one.name else one.identifier
        result.description = one.note or ""
        result.group = kind_title(one.kind)
        result.score = found.score
        result.icon = QIcon(str(_ICONS / f"{_SYMBOLS[one.kind]}.svg"))
        # A text: QGIS 3.22 loses other Python objects on the way between its threads.
        result.userData = f"{one.kind}:{one.identifier}"
        return result

    def triggerResult(self, result):
        kind, _, identifier = _data(result).partition(":")
        table, key, *_ = TABLES[kind]
        if not show_feature(self._iface.mapCanvas(), self._session, table, key, identifier):
            text = tr("{} has no place on the map.").format(result.displayString)
            self._iface.messageBar().pushMessage(self.displayName(), text)


def _data(result) -> str:
    """What was put into a result; a function in some versions of QGIS."""
    data = result.userData
    return str(data() if callable(data) else data)
