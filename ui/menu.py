"""The menu Plugins > Land Renewal, the toolbar, and the docks, which are made when they are first shown."""

from __future__ import annotations

import importlib
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QFileDialog

from ..core.common.errors import LandRenewalError
from ..processing.said import said
from ..processing.translation import tr
from . import dependencies, locator, settings
from .sample import open_sample
from .session import Session

_ICONS = Path(__file__).parents[1] / "resources" / "icons"
_SHOWN = "land_renewal/docks"


class Dock(NamedTuple):
    """A dock: its module in this package, the title of its action, its icon."""

    module: str
    title: str
    icon: str


def docks() -> tuple[Dock, ...]:
    """The docks in the order of the menu, as far as this version has them."""
    known = (
        Dock("workbench", tr("Workbench"), "landrenewal"),
        Dock("whatif", tr("What if"), "identifydeficiency"),
        Dock("dossier", tr("Parcel dossier"), "standardiseparcels"),
        Dock("scenarios", tr("Scenarios"), "buildscenarios"),
        Dock("matchreview", tr("Matching review"), "matchenterprises"),
    )
    return tuple(dock for dock in known if find_spec(f".{dock.module}", __package__) is not None)


class Menu:
    """Everything the plugin puts into the desktop; ``remove`` takes it away again."""

    def __init__(self, iface):
        self._iface = iface
        self._title = tr("Land Renewal")
        self.session = Session()
        self._docks: dict[str, QDockWidget] = {}
        self._actions: list[QAction] = []
        self._toggles = {dock.module: self._toggle(dock) for dock in docks()}
        self._separator()
        self._add("landRenewalSample", tr("Open the sample district"), self.open_sample, "sampledistrict")
        self._add("landRenewalResults", tr("Open the results of a study..."), self.open_results, "study")
        self._add("landRenewalToolbox", tr("Toolbox"), self.show_toolbox, "landrenewal")
        self._toolbar = iface.addToolBar(self._title)
        self._toolbar.setObjectName("LandRenewalToolbar")
        self._toolbar.addActions(list(self._toggles.values()))
        locator.register(iface, self.session)
        settings.register(iface, self.session.options_changed.emit)
        dependencies.register(iface)
        # The window is built around the plugins: docks come when it is there.
        self._later = QTimer()
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._reopen)
        self._later.start(0)

    def _add(self, name, text, slot, icon) -> QAction:
        action = QAction(QIcon(str(_ICONS / f"{icon}.svg")), text, self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(slot)
        self._put(action)
        return action

    def _put(self, action: QAction) -> None:
        self._iface.addPluginToMenu(self._title, action)
        self._actions.append(action)

    def _separator(self) -> None:
        action = QAction(self._iface.mainWindow())
        action.setSeparator(True)
        self._put(action)

    def _toggle(self, dock: Dock) -> QAction:
        name = f"landRenewal{dock.module.capitalize()}"
        action = self._add(name, dock.title, lambda on: self.show(dock.module, on), dock.icon)
        action.setCheckable(True)
        return action

    def show(self, module: str, on: bool = True) -> QDockWidget | None:
        """Show a dock, or hide it; it is made the first time."""
        dock = self._docks.get(module)
        if dock is None and on:
            dock = importlib.import_module(f".{module}", __package__).make(self._iface, self.session)
            self._place(dock)
            self._docks[module] = dock
            dock.visibilityChanged.connect(lambda *_: self._mind(module))
        if dock is not None:
            dock.setUserVisible(on) if hasattr(dock, "setUserVisible") else dock.setVisible(on)
            if on:
                dock.raise_()
        self._mind(module)
        return dock

    def _place(self, dock: QDockWidget) -> None:
        """Behind those that are open, so that the map keeps its room. Not even for a moment below them: the
        window would grow beyond a small screen, and stay so.
        """
        others = [other for other in self._docks.values() if not other.isHidden() and not other.isFloating()]
        if others:
            self._iface.mainWindow().tabifyDockWidget(others[0], dock)
            dock.show()
        else:
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)

    def _mind(self, module: str) -> None:
        """Check the action of a dock that is open, also behind another tab, and remember it."""
        dock = self._docks.get(module)
        with suppress(RuntimeError):
            self._toggles[module].setChecked(dock is not None and not dock.isHidden())
            shown = [name for name, made in self._docks.items() if not made.isHidden()]
            QgsSettings().setValue(_SHOWN, ",".join(shown))

    def _reopen(self) -> None:
        """The docks that were open last time; the workbench when there was no last time."""
        shown = str(QgsSettings().value(_SHOWN, "workbench")).split(",")
        for module in shown:
            if module in self._toggles:
                self.show(module)

    def remove(self) -> None:
        """Take everything away."""
        self._later.stop()
        for part in (locator, settings, dependencies):
            part.unregister()
        shown = QgsSettings().value(_SHOWN)
        for dock in self._docks.values():
            dock.blockSignals(True)
            self._iface.removeDockWidget(dock)
            dock.close()
            dock.deleteLater()
        self._docks = {}
        if shown is not None:
            QgsSettings().setValue(_SHOWN, shown)
        self.session.close()
        self.session.deleteLater()
        for action in self._actions:
            self._iface.removePluginMenu(self._title, action)
            action.deleteLater()
        self._actions = []
        self._toolbar.deleteLater()

    def open_sample(self) -> None:
        """Open the sample district, in the workbench if that is there."""
        bench = self.show("workbench")
        if bench is not None:
            bench.open_sample()
            return
        try:
            open_sample(self._iface)
        except LandRenewalError as error:
            self._warn(said(error))

    def open_results(self) -> None:
        """Open the project over the results of a study; the first time it is made, beside them."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._iface.mainWindow(), tr("Results of a study"), "", tr("GeoPackage (*.gpkg)")
        )
        if not chosen:
            return
        try:
            self._iface.addProject(str(results_project(Path(chosen))))
        except LandRenewalError as error:
            self._warn(said(error))

    def show_toolbox(self) -> None:
        """Show QGIS's own Processing toolbox, where the algorithms are."""
        dock = self._iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if dock is not None:
            dock.setUserVisible(True)

    def _warn(self, text: str) -> None:
        self._iface.messageBar().pushMessage(self._title, text, Qgis.MessageLevel.Warning)


def results_project(results: Path) -> Path:
    """The project beside a result GeoPackage. One that is there stays: the user may have worked on it.

    Errors: LandRenewalError when the GeoPackage is not the result of a study.
    """
    from ..processing.project import build_project

    target = results.with_suffix(".qgz")
    if not target.is_file():
        build_project(results, target, results.stem).clear()
    return target
