"""The scenario dock: compared in figures, charts and maps; locks, unit costs and risk."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr
from .parts import wrapped
from .scenario_charts import ChartsPage
from .scenario_compare import ComparePage
from .scenario_costs import CostsPage
from .scenario_data import LockWatch, ScenarioData, state_text
from .scenario_locks import LocksPage
from .scenario_maps import MapsPage
from .scenario_risk import RiskPage

NAME = "LandRenewalScenarios"
COMPARE, CHARTS, MAPS, LOCKS, COSTS, RISK = "compare", "charts", "maps", "locks", "costs", "risk"


def make(iface, session) -> QDockWidget:
    """The dock, for the plugin's menu."""
    return ScenarioDock(iface, session, iface.mainWindow())


def page_titles() -> dict[str, str]:
    """The pages in their order."""
    return {
        COMPARE: tr("Compare"),
        CHARTS: tr("Charts"),
        MAPS: tr("Maps"),
        LOCKS: tr("Locks"),
        COSTS: tr("Unit costs"),
        RISK: tr("Risk"),
    }


class ScenarioDock(QDockWidget):
    """Pages over one result. A page is made when it is first shown, and follows the result while it is."""

    def __init__(self, iface, session, parent: QWidget | None = None):
        super().__init__(tr("Scenarios"), parent)
        self.setObjectName(NAME)
        self._iface, self._session = iface, session
        self.data, self.watch = ScenarioData(session, self), LockWatch(session, self)
        self.pages: dict[str, QWidget] = {}
        self._keys = tuple(page_titles())
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        session.changed.connect(self._renew)
        session.options_changed.connect(self._renew)
        session.busy_changed.connect(self._soon)
        self.watch.changed.connect(self._renew)
        self.visibilityChanged.connect(self._soon)
        # Rules are edited in another program; coming back is the time to look at them again.
        QgsApplication.instance().applicationStateChanged.connect(self._soon)
        self._stale: set[str] = set()
        self._doing = ""
        self.tell()

    def _build(self) -> None:
        inside = QWidget(self)
        self.state, self.tabs, self.choice = wrapped(parent=inside), QTabBar(inside), QComboBox(inside)
        self.state.setAccessibleName(tr("State of the result"))
        self.stack = QStackedWidget(inside)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.choice.setAccessibleName(tr("Page"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for key, title in page_titles().items():
            self.tabs.addTab(title)
            self.choice.addItem(title, key)
            holder = QWidget(self.stack)
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(holder)
        # What the tabs take at their least: they must not keep the dock wide.
        self._room = self.tabs.sizeHint().width()
        self.tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tabs.currentChanged.connect(self._turn)
        self.choice.currentIndexChanged.connect(self._turn)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 4, 4)
        for item in (self.state, self.tabs, self.choice):
            layout.addWidget(item)
        layout.addWidget(self.stack, 1)
        self.setWidget(inside)
        self._fit()

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Tabs where all of them can be read, else a list."""
        wide = self.width() >= self._room + 12
        self.tabs.setVisible(wide)
        self.choice.setVisible(not wide)

    @property
    def current(self) -> str:
        """The page that is shown."""
        return self._keys[self.stack.currentIndex()]

    def show_page(self, key: str) -> QWidget:
        """Turn to a page."""
        self._turn(self._keys.index(key))
        return self._page(key)

    def _turn(self, number: int) -> None:
        for chooser in (self.tabs, self.choice):
            chooser.blockSignals(True)
            chooser.setCurrentIndex(number)
            chooser.blockSignals(False)
        self.stack.setCurrentIndex(number)
        self.refresh()

    def _page(self, key: str) -> QWidget:
        if key not in self.pages:
            holder = self.stack.widget(self._keys.index(key))
            page = self._make(key, holder)
            holder.layout().addWidget(page)
            self.pages[key] = page
        return self.pages[key]

    def _make(self, key: str, parent: QWidget) -> QWidget:
        if key == COMPARE:
            return ComparePage(self._iface, self._session, self.data, parent)
        if key == CHARTS:
            return ChartsPage(self._iface, self._session, self.data, parent)
        if key == MAPS:
            return MapsPage(self._iface, self._session, parent)
        if key == LOCKS:
            page = LocksPage(self._iface, self._session, parent)
        elif key == COSTS:
            page = CostsPage(self._iface, self._session, parent)
        else:
            page = RiskPage(self._session, self.data, parent)
            page.cost_wanted.connect(lambda item: self.show_page(COSTS).show_item(item))
            return page
        page.again.connect(self._again)
        return page

    def _renew(self) -> None:
        """The result, its locks or the options have changed: a page has to look again when it is shown."""
        self._stale = set(self.pages)
        self._soon()

    def _soon(self, *_what) -> None:
        self._later.start()

    def refresh(self) -> None:
        """The page that is shown, and the state, as things are now."""
        self.tell()
        if not self.isVisible():
            return
        key = self.current
        fresh = key not in self.pages
        page = self._page(key)
        # What could not be read, or was stopped, is tried again too.
        if (key in self._stale or self.data.problem) and not fresh:
            page.refresh()
        self._stale.discard(key)

    def tell(self) -> None:
        """Say which result is shown, and whether it is out of date; while a page has the study run, that."""
        self._doing = self._doing if self._session.busy else ""
        self.state.setText(self._doing or state_text(self._session, self.watch.touched))

    def _again(self, text: str) -> None:
        self._doing = f"{text} ..."
        self.tell()

    def closeEvent(self, event):
        if MAPS in self.pages:
            self.pages[MAPS].close_side()
        super().closeEvent(event)
