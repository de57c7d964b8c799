"""The dock of a parcel: everything the study has found about it, its locks, and its sheet as PDF."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QAction,
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..processing import settings
from ..processing.lockfile import lock_file, read_lock_rows, write_lock_rows
from ..processing.parcel_tables import find_parcels, read_records
from ..processing.said import listed, said
from ..processing.translation import tr
from .dossier_view import DossierView
from .lock_box import LockBox
from .parcel_tool import ParcelMap
from .parts import wrapped
from .progress_row import ProgressRow
from .scenario_data import LockWatch
from .sheets import SheetRun, chosen_parcels
from .showing import show_feature
from .study_again import StudyAgain, locks_given

NAME = "LandRenewalDossier"
_TYPING = 250
_HITS = 6
_ICONS = Path(__file__).parents[1] / "resources" / "icons"


def make(iface, session) -> QDockWidget:
    """The dock, for the plugin's menu."""
    return DossierDock(iface, session, iface.mainWindow())


class DossierDock(QDockWidget):
    """Shows one parcel. ``locks_changed(path)``: the table of locks beside the result was written anew."""

    locks_changed = pyqtSignal(str)

    def __init__(self, iface, session, parent=None):
        super().__init__(tr("Parcel dossier"), parent)
        self.setObjectName(NAME)
        self._iface, self._session = iface, session
        self._parcel_id: str | None = None
        self._data = self._found = None
        self._stale, self._open_locks = True, False
        self.map = ParcelMap(iface.mapCanvas(), session, self)
        self._build()
        self._again = StudyAgain(session, self.progress, self)
        self._watch = LockWatch(session, self)
        self._connect()
        self._renew()

    @property
    def parcel_id(self) -> str | None:
        """The parcel that is shown."""
        return self._parcel_id

    def _build(self) -> None:
        inside = QWidget(self)
        layout, top, buttons = QVBoxLayout(inside), QHBoxLayout(), QHBoxLayout()
        self.search, self.pick = QLineEdit(inside), _tool(inside, "mActionIdentify.svg")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Parcel id, holder or enterprise"))
        self.search.setToolTip(tr("Search the result; Enter opens the first parcel found."))
        self.pick.setCheckable(True)
        self.pick.setToolTip(tr("Click a parcel on the map"))
        self.hits = QListWidget(inside)
        self.hits.setToolTip(tr("Parcels found: Enter or a double click opens one."))
        self.hits.hide()
        self.title, self.lead = wrapped(parent=inside), wrapped(parent=inside)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.zoom = _tool(inside, "mActionZoomTo.svg")
        self.zoom.setToolTip(tr("Zoom to the parcel"))
        self.sheet, self.batch = self._sheet_button(inside)
        self.progress = ProgressRow(inside)
        self.view, self.locks = DossierView(inside), LockBox(inside)
        top.addWidget(self.search, 1)
        top.addWidget(self.pick)
        for widget in (self.zoom, self.sheet):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        layout.addLayout(top)
        for item in (self.hits, self.title, self.lead):
            layout.addWidget(item)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.locks)
        self.setWidget(inside)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)

    def _sheet_button(self, parent: QWidget) -> tuple[QToolButton, QAction]:
        """The button for the sheet of the parcel, and the entry of its menu for those of the selection."""
        button, menu = _tool(parent, ""), QMenu(parent)
        button.setIcon(QIcon(str(_ICONS / "report.svg")))
        button.setText(tr("PDF sheet"))
        button.setToolTip(tr("One page with map, facts and reasons"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setAutoRaise(False)
        batch = menu.addAction(tr("Sheets of the selected parcels..."))
        batch.setToolTip(tr("One PDF with a page for each parcel that is selected on the map"))
        button.setMenu(menu)
        return button, batch

    def _connect(self) -> None:
        self._session.changed.connect(self._renew)
        self._session.options_changed.connect(self._renew)
        self.visibilityChanged.connect(self._shown)
        self._typing.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._open_first)
        self.hits.itemActivated.connect(lambda item: self._open_hit(item))
        self.pick.toggled.connect(self.map.pick)
        self.map.picking.connect(self.pick.setChecked)
        self.map.picked.connect(lambda key: self.show_parcel(key, zoom=False))
        self.map.missed.connect(lambda: self._say(tr("There is no parcel of the result there.")))
        self.zoom.clicked.connect(lambda: self._mark(zoom=True))
        self.sheet.clicked.connect(lambda: self._ask_sheet(self._parcel_id is None))
        self.batch.triggered.connect(lambda: self._ask_sheet(True))
        self.view.asked.connect(self._follow)
        self.locks.wanted.connect(self.add_lock)
        self.locks.removed.connect(self.remove_locks)
        self.locks.again.connect(self.solve_again)
        self._again.ended.connect(self._solved)
        self._watch.changed.connect(self._locks_written)

    def _renew(self) -> None:
        """The result is another one, or was written anew."""
        self._stale, self._open_locks = True, False
        if self.isVisible() or self._session.path is None:
            self._load()

    def _shown(self, visible: bool) -> None:
        if not visible:
            self.map.pick(False)
            self.map.clear()
        elif self._stale:
            self._load()
        else:
            self._mark(zoom=False)

    def _load(self) -> None:
        """Show the same parcel in the result as it is now, if it is still there."""
        self._stale = False
        path = self._session.path
        for widget in (self.search, self.pick, self.sheet):
            widget.setEnabled(path is not None)
        if path is None:
            self._nothing(tr("Open the result of a study to look into its parcels."))
        elif self._parcel_id is None:
            self._nothing(tr("Click a parcel on the map, or search for one."))
        else:
            self.show_parcel(self._parcel_id, zoom=False)

    def _nothing(self, text: str) -> None:
        self._parcel_id = self._data = self._found = None
        self.hits.hide()
        self.title.setText("")
        self.lead.setText("")
        self.map.clear()
        self.view.show_text(text)
        self.zoom.setEnabled(False)
        self.locks.show_parcel(None, {}, [])
        self._tell_locks()

    def show_parcel(self, parcel_id: str, zoom: bool = True) -> None:
        """Show the dossier of a parcel of the result; ``zoom``: and bring it into view."""
        from ..core.dossier.dossier import Units, dossier

        path = self._session.path
        if path is None:
            return
        self.hits.hide()
        try:
            data = read_records(path, [parcel_id], read_lock_rows(path))
            units = Units(settings.load().area_unit, settings.money_label())
            found = dossier(data, parcel_id, settings.output_language(), units)
        except LandRenewalError as error:
            self._nothing(said(error))
            return
        self._parcel_id, self._data, self._found = parcel_id, data, found
        self.title.setText(found.title)
        self.lead.setText(found.lead)
        park = data.one("parcels", parcel_id).get("park_id")
        self.view.show_dossier(found, {"park": f"park:{park}"} if park is not None else {})
        self.zoom.setEnabled(True)
        fated = any(self._fates())
        locked = bool(data.of("locks", parcel_id))
        key = parcel_id if fated or locked else None
        self.locks.show_parcel(key, self._receivers(), self._scenarios(), locked)
        self._tell_locks()
        self._mark(zoom)

    def _locks_written(self) -> None:
        """Another dock may have done it."""
        if not self.isVisible():
            self._stale = True
        elif self._parcel_id is not None:
            self.show_parcel(self._parcel_id, zoom=False)
        else:
            self._tell_locks()

    def _scenarios(self) -> list[str]:
        from ..core.dossier.dossier import scenario_names

        return scenario_names(self._data.tables) if self._data is not None else []

    def _fates(self) -> list[dict]:
        """The rows of the parcel in the scenarios, with the id of the park it goes to."""
        return [self._data.one(f"scenario_{name}", self._parcel_id) for name in self._scenarios()]

    def _receivers(self) -> dict[str, str]:
        """Parks that can receive, by id; without a scenario bases and communities."""
        rows = self._data.all("receivers")
        rows = rows or [row for row in self._data.all("parks") if row.get("level") in ("base", "community")]
        found = {str(row["park_id"]): str(row.get("park") or row["park_id"]) for row in rows}
        return dict(sorted(found.items()))

    def _mark(self, zoom: bool) -> None:
        if self._parcel_id is None or not self.isVisible():
            return
        parks = {
            str(row["dest_id"])
            for row in self._fates()
            if row.get("fate") == "relocate" and row.get("dest_id")
        }
        if not self.map.mark(self._parcel_id, sorted(parks), zoom) and zoom:
            self._say(tr("The parcel has no outline that the map can show."))

    def _follow(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == "park":
            show_feature(self._iface.mapCanvas(), self._session, "parks", "park_id", key)

    def _find(self) -> None:
        self.hits.clear()
        text, path = self.search.text().strip(), self._session.path
        found = find_parcels(path, text) if path is not None and text else []
        for one in found:
            parts = [one.parcel_id, one.firm or one.holder, one.town]
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setData(Qt.ItemDataRole.UserRole, one.parcel_id)
            self.hits.addItem(item)
        if text and not found:
            self.hits.addItem(tr("Nothing found."))
        rows = min(max(self.hits.count(), 1), _HITS)
        self.hits.setFixedHeight(rows * max(self.hits.sizeHintForRow(0), 1) + 2 * self.hits.frameWidth())
        self.hits.setVisible(bool(text))

    def _open_first(self) -> None:
        self._typing.stop()
        self._find()
        if self.hits.count():
            self._open_hit(self.hits.item(0))

    def _open_hit(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key:
            self.show_parcel(key)

    def add_lock(self, new: dict) -> None:
        """Keep a lock beside the result."""
        from ..core.scenarios.lock_rows import with_lock

        self._change_locks(lambda rows: with_lock(rows, new, self._scenarios()))

    def remove_locks(self, scenario: str | None) -> None:
        """Take the locks of the parcel away, those of one scenario or all."""
        from ..core.scenarios.lock_rows import without_locks

        key = self._parcel_id
        self._change_locks(lambda rows: without_locks(rows, key, scenario, self._scenarios()))

    def _change_locks(self, change) -> None:
        path = self._session.path
        try:
            before = read_lock_rows(path)
            after = change(before)
            if after == before:
                return
            write_lock_rows(path, after)
        except LandRenewalError as error:
            self._say(said(error))
            return
        self._open_locks = True
        self.locks_changed.emit(str(lock_file(path)))
        self.show_parcel(self._parcel_id, zoom=False)

    def _tell_locks(self) -> None:
        """How many locks there are, and whether the result knows them."""
        path = self._session.path
        try:
            rows = read_lock_rows(path)
        except LandRenewalError as error:
            self.locks.state.setText(said(error))
            return
        texts = [tr("Locks in {}: {}.").format(lock_file(path).name, len(rows))] if rows else []
        open_ = path is not None and (self._open_locks or _newer(lock_file(path), path))
        if open_:
            texts.append(tr("The scenarios were solved before they changed."))
        elif self._parcel_id is not None and not any(self._fates()):
            texts.append(tr("This parcel has no fate that could be locked."))
        self.locks.state.setText(listed(texts, " "))
        self.locks.state.setVisible(bool(texts))
        self.locks.solve.setVisible(open_)

    def solve_again(self) -> None:
        """Run the study again with the locks, in the background."""
        problem = self._again.start(locks_given(self._session), tr("Solving again"))
        if problem:
            self._say(problem)
            return
        self.locks.solve.setEnabled(False)

    def _solved(self, ok: bool, problem: str) -> None:
        self.locks.solve.setEnabled(True)
        if ok:
            self._open_locks = False
            self._tell_locks()
        else:
            self._say(problem)

    def _ask_sheet(self, batch: bool) -> None:
        path = self._session.path
        ids = chosen_parcels(self._session, self._iface.activeLayer()) if batch else [self._parcel_id]
        if not ids:
            self._say(tr("Select parcels of the result on the map first."))
            return
        name = f"{path.stem} {ids[0]}.pdf" if len(ids) == 1 else tr("{} sheets.pdf").format(path.stem)
        target, _ = QFileDialog.getSaveFileName(
            self, tr("Save as PDF"), str(path.with_name(name)), tr("PDF (*.pdf)")
        )
        if target:
            self.write_sheets(ids, Path(target).with_suffix(".pdf"))

    def write_sheets(self, ids: list[str], target: Path) -> bool:
        """Write the sheets of parcels into a PDF; QGIS stays alive between the pages."""
        run = SheetRun(self._session.path, ids, target)
        self.progress.start(tr("Drawing {} sheets").format(len(ids)))
        run.progressed.connect(self.progress.at)
        self.progress.cancelled.connect(run.cancel)
        for widget in (self.sheet, self.locks):
            widget.setEnabled(False)
        problem = run.start()
        self.progress.cancelled.disconnect(run.cancel)
        self.progress.finish()
        for widget in (self.sheet, self.locks):
            widget.setEnabled(True)
        if problem:
            self._say(problem)
        elif not run.cancelled:
            self._written(target, run.cut)
        return not problem and not run.cancelled

    def _written(self, target: Path, cut: int) -> None:
        bar = self._iface.messageBar()
        texts = [tr("{} is written.").format(target.name)]
        if cut:
            texts.append(tr("On {} sheets not all facts found room.").format(cut))
        message = bar.createMessage(self.windowTitle(), listed(texts, " "))
        button = QPushButton(tr("Open"), message)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Success)

    def _say(self, text: str) -> None:
        self._iface.messageBar().pushMessage(self.windowTitle(), text, Qgis.MessageLevel.Warning)

    def closeEvent(self, event):
        self.map.pick(False)
        self.map.clear()
        super().closeEvent(event)


def _newer(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.stat().st_mtime > other.stat().st_mtime


def _tool(parent: QWidget, icon: str) -> QToolButton:
    button = QToolButton(parent)
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setIconSize(QSize(20, 20))
    button.setAutoRaise(True)
    return button
