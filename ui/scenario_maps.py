"""The page of maps: one scenario on the main map, several beside each other, and pages to print."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr
from .layers import LayerLoader
from .outputs import open_file
from .parts import wrapped
from .progress_row import ProgressRow
from .scenario_data import title_of
from .scenario_print import MapsRun
from .scenario_side import SideBySide
from .scenario_themes import is_loaded, mapped, show_scenario

_SCENARIO = Qt.ItemDataRole.UserRole
_TODAY = ""


class MapsPage(QWidget):
    """Shows scenarios on maps. ``side``: the window with maps beside each other, None while there is none."""

    def __init__(self, iface, session, parent: QWidget | None = None):
        super().__init__(parent)
        self._iface, self._session = iface, session
        self.side: SideBySide | None = None
        self._after = None
        self.loader = LayerLoader(session, self)
        self._build()
        self.loader.done.connect(self._loaded)
        self.list.itemClicked.connect(lambda item: self.show_one(_of(item)))
        self.list.itemActivated.connect(lambda item: self.show_one(_of(item)))
        self.list.itemChanged.connect(lambda _item: self._may())
        self.beside.clicked.connect(lambda: self.show_beside())
        self.print.clicked.connect(lambda: self.ask_and_print())
        session.changed.connect(self._other)
        QgsProject.instance().cleared.connect(self.close_side)
        self.refresh()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(wrapped(tr("Click one to see it on the map. Tick those to lay side by side."), self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Scenarios"))
        self.list.setToolTip(tr("Click or Enter shows it on the map; Space ticks it."))
        self.beside = QPushButton(tr("Side by side"), self)
        self.beside.setToolTip(tr("A window with a map of each one that is ticked; all maps move together"))
        self.said = wrapped(parent=self)
        box = QGroupBox(tr("To print"), self)
        inside, row = QVBoxLayout(box), QHBoxLayout()
        text = tr("A page for each scenario and one with all side by side, as PNG with legend and figures.")
        inside.addWidget(wrapped(text, box))
        self.print = QPushButton(tr("Write maps..."), box)
        self.print.setToolTip(tr("Choose the folder for the maps of this result"))
        row.addWidget(self.print)
        row.addStretch(1)
        inside.addLayout(row)
        self.progress = ProgressRow(self)
        layout.addWidget(self.list)
        layout.addWidget(self.beside)
        layout.addWidget(self.said)
        layout.addWidget(box)
        layout.addWidget(self.progress)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Offer what the result has."""
        entries = mapped(self._session)
        ticked = {_of(item): item.checkState() for item in self._items()}
        chosen = _of(self.list.currentItem()) if self.list.currentItem() is not None else _TODAY
        self.list.blockSignals(True)
        self.list.clear()
        for scenario in entries:
            item = QListWidgetItem(title_of(scenario) if scenario else tr("Present state"))
            item.setData(_SCENARIO, scenario or _TODAY)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            usual = Qt.CheckState.Checked if scenario else Qt.CheckState.Unchecked
            item.setCheckState(ticked.get(scenario, usual))
            self.list.addItem(item)
            if scenario == chosen:
                self.list.setCurrentItem(item)
        rows = sum(max(self.list.sizeHintForRow(row), 1) for row in range(self.list.count()))
        self.list.setFixedHeight(max(rows, self.fontMetrics().height()) + 2 * self.list.frameWidth() + 2)
        self.list.blockSignals(False)
        for item in (self.list, self.print):
            item.setEnabled(bool(entries))
        self._say("" if entries else tr("Open a result first, or run the study."))
        self._may()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def ticked(self) -> list[str | None]:
        """What is to be laid side by side."""
        return [_of(item) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def _may(self) -> None:
        self.beside.setEnabled(len(self.ticked()) > 1)

    # -- on the screen -----------------------------------------------------------------------------------

    def show_one(self, scenario: str | None) -> None:
        """Show a scenario, or the present state, on the main map."""
        self._when_loaded([scenario], lambda: show_scenario(self._iface, self._session, scenario))

    def show_beside(self) -> None:
        """Open the window with the maps that are ticked."""
        chosen = self.ticked()
        self._when_loaded(chosen, lambda: self._open_side(chosen))

    def _when_loaded(self, wanted: list[str | None], action) -> None:
        """Do something now, or once the layers that it needs are in the project."""
        if all(is_loaded(self._session, scenario) for scenario in wanted):
            self._after = None
            action()
            return
        self._after = (wanted, action)
        self._say(tr("Loading the layers ..."))
        if not self.loader.loading:
            self.loader.load()

    def _loaded(self, _number: int) -> None:
        self._say("")
        if self._after is None:
            return
        (wanted, action), self._after = self._after, None
        if all(is_loaded(self._session, scenario) for scenario in wanted):
            action()
        else:
            self._say(tr("The layers could not be loaded: is the result being written?"))

    def _open_side(self, chosen: list[str | None]) -> None:
        self.close_side()
        self.side = SideBySide(self._iface, self._session, chosen, self._iface.mainWindow())
        self.side.destroyed.connect(self._gone)
        self.side.show()

    def _gone(self, *_window) -> None:
        with suppress(RuntimeError):
            self.side = None

    def close_side(self) -> None:
        """Close the window with the maps."""
        side, self.side = self.side, None
        if side is not None:
            with suppress(RuntimeError):
                side.destroyed.disconnect(self._gone)
                side.close()

    def _other(self) -> None:
        """The result is another one, or was written anew: its scenarios may be others."""
        if self.side is not None and not set(self.side.chosen) <= set(mapped(self._session)):
            self.close_side()

    # -- on paper ----------------------------------------------------------------------------------------

    def ask_and_print(self) -> None:
        """Write the maps into a folder that the user chooses."""
        start = str(self._session.path.parent)
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for the maps"), start)
        if folder:
            self.print_to(Path(folder))

    def print_to(self, folder: Path) -> bool:
        """Write the maps; QGIS stays alive between the pages."""
        run = MapsRun(self._session.path, folder, self)
        self._say("")
        self.progress.start(tr("Drawing maps"))
        run.progressed.connect(self.progress.at)
        self.progress.cancelled.connect(run.cancel)
        self.print.setEnabled(False)
        problem = run.start()
        self.progress.cancelled.disconnect(run.cancel)
        self.progress.finish()
        self.print.setEnabled(True)
        if problem:
            self._say(problem)
        elif not run.cancelled:
            self._written(folder, run.maps)
        return not problem and not run.cancelled

    def _written(self, folder: Path, maps: int) -> None:
        bar = self._iface.messageBar()
        message = bar.createMessage(tr("Maps"), tr("{} maps are in {}.").format(maps, folder.name))
        button = QPushButton(tr("Open"), message)
        button.clicked.connect(lambda: open_file(str(folder)))
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Success)


def _of(item: QListWidgetItem) -> str | None:
    return item.data(_SCENARIO) or None
