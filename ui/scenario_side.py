"""Scenarios on maps beside each other: one place and scale for all, one legend."""

from __future__ import annotations

from contextlib import contextmanager, suppress

from qgis.core import QgsLabelingEngineSettings, QgsLayerTreeLayer, QgsProject, QgsSymbolLegendNode
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.project import layer_title
from ..processing.translation import tr
from .figures import scenarios as figures_of
from .parts import wrapped
from .scenario_data import title_of
from .scenario_themes import main_table, members, theme_of
from .session import table_of

NAME = "LandRenewalSideBySide"
_ACROSS, _AROUND = 3, 1.15
_LEAST = QSize(180, 160)
_SYMBOL = QSize(24, 16)


class Together(QObject):
    """Keeps maps at one centre and scale. Moving one moves the others once, and none of them answers."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.maps: list[QgsMapCanvas] = []
        self._leader: QgsMapCanvas | None = None
        self._quiet = False
        self._links: dict[QgsMapCanvas, object] = {}

    def add(self, canvas: QgsMapCanvas) -> None:
        """Take a map in. The first one leads until another is moved."""
        self._links[canvas] = canvas.extentsChanged.connect(lambda: self._moved(canvas))
        self.maps.append(canvas)
        canvas.installEventFilter(self)
        self._leader = self._leader or canvas

    def release(self) -> None:
        """Let go of all maps."""
        for canvas in self.maps:
            with suppress(RuntimeError, TypeError):
                canvas.extentsChanged.disconnect(self._links[canvas])
                canvas.removeEventFilter(self)
        self.maps, self._links, self._leader = [], {}, None

    def lead(self, canvas: QgsMapCanvas) -> None:
        """Bring all maps to the place of this one."""
        self._leader = canvas
        self._move(canvas)
        canvas.refresh()

    def eventFilter(self, watched, event):
        # A map that gets another size shows another scale for a moment: nobody has asked for that.
        if event.type() == QEvent.Type.Resize and watched in self._links and watched is not self._leader:
            self._quiet = True
            QTimer.singleShot(0, self._after_resize)
        return False

    def _after_resize(self) -> None:
        self._quiet = False
        if self._leader is not None:
            self._move(self._leader)

    def _moved(self, canvas: QgsMapCanvas) -> None:
        if not self._quiet:
            self._leader = canvas
            self._move(canvas)

    @contextmanager
    def silence(self):
        """Inside the block no map moves the others."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _move(self, leader: QgsMapCanvas) -> None:
        extent, scale = leader.extent(), leader.scale()
        with self.silence():
            for canvas in self.maps:
                if canvas is leader or not scale > 0:
                    continue
                # The extent gives the centre: maps of another shape see more or less around it.
                canvas.setExtent(extent)
                canvas.zoomScale(scale)
                canvas.refresh()


class SideBySide(QWidget):
    """A window with a map for each scenario (None: the present state), in step with the main map."""

    def __init__(self, iface, session, chosen: list[str | None], parent: QWidget | None = None):
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(NAME)
        self.setWindowTitle(tr("Scenarios side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._iface, self._session, self.chosen = iface, session, list(chosen)
        self.canvases: dict[str | None, QgsMapCanvas] = {}
        self._tools: list[QgsMapToolPan] = []
        self.together = Together(self)
        self._build()
        main = iface.mapCanvas()
        self.together.add(main)
        for canvas in self.canvases.values():
            self.together.add(canvas)
        main.destinationCrsChanged.connect(self._take_crs)
        self._take_crs()
        self.resize(min(420 * len(chosen), 1260), 560)
        QTimer.singleShot(0, self._begin)

    def _build(self) -> None:
        layout, grid, top = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        self.whole = QPushButton(tr("Whole district"), self)
        self.whole.setToolTip(tr("Show the whole district on all maps"))
        self.whole.clicked.connect(lambda: self.show_whole())
        hint = wrapped(tr("Drag or turn the wheel on any map: the others and the main map follow."), self)
        top.addWidget(hint, 1)
        top.addWidget(self.whole)
        across = len(self.chosen) if len(self.chosen) <= _ACROSS else -(-len(self.chosen) // 2)
        said = {one.label: one.value for one in figures_of(self._session)}
        for number, scenario in enumerate(self.chosen):
            grid.addLayout(self._column(scenario, said), number // across, number % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        layout.addLayout(top)
        layout.addLayout(grid, 1)
        self.legend = Legend(self._session, self.chosen, self)
        layout.addWidget(self.legend)

    def _column(self, scenario: str | None, said: dict[str, str]) -> QVBoxLayout:
        title = title_of(scenario) if scenario else tr("Present state")
        head, figures = QLabel(f"<b>{title}</b>", self), wrapped(said.get(title, ""), self)
        canvas = QgsMapCanvas(self)
        canvas.setObjectName(f"{NAME}{scenario or 'Today'}")
        canvas.setAccessibleName(title)
        canvas.setMinimumSize(_LEAST)
        canvas.setFrameShape(QFrame.Shape.StyledPanel)
        canvas.setCanvasColor(self._iface.mapCanvas().canvasColor())
        canvas.enableAntiAliasing(True)
        canvas.setTheme(theme_of(self._session, scenario))
        canvas.setLabelingEngineSettings(_whole_labels())
        tool = QgsMapToolPan(canvas)
        canvas.setMapTool(tool)
        self._tools.append(tool)
        self.canvases[scenario] = canvas
        column = QVBoxLayout()
        column.addWidget(head)
        column.addWidget(figures)
        column.addWidget(canvas, 1)
        return column

    def _take_crs(self) -> None:
        crs = self._iface.mapCanvas().mapSettings().destinationCrs()
        with self.together.silence():
            for canvas in self.canvases.values():
                canvas.setDestinationCrs(crs)

    def _begin(self) -> None:
        """Show on every map what the main map shows; it takes their scale, being the larger one."""
        with suppress(RuntimeError):
            first = next(iter(self.canvases.values()))
            first.setExtent(self._iface.mapCanvas().extent())
            self.together.lead(first)

    def show_whole(self) -> None:
        """Show the whole district."""
        extent = QgsProject.instance().viewSettings().fullExtent()
        shown = members(self._session, self.chosen[0])
        table = main_table(self.chosen[0])
        parcels = next((layer for layer in shown if table_of(layer) == table), None)
        # Of one of the small maps: what fits into it is also seen on the main map, at the same scale.
        first = next(iter(self.canvases.values()))
        if parcels is not None:
            extent = first.mapSettings().layerToMapCoordinates(parcels, parcels.extent())
        # Names of parks are written beside them.
        extent.scale(_AROUND)
        first.setExtent(extent)
        self.together.lead(first)

    def closeEvent(self, event):
        self.release()
        super().closeEvent(event)

    def release(self) -> None:
        """Let go of the main map and stop drawing."""
        self.together.release()
        with suppress(RuntimeError, TypeError):
            self._iface.mapCanvas().destinationCrsChanged.disconnect(self._take_crs)
        for canvas in self.canvases.values():
            canvas.stopRendering()


def _whole_labels() -> QgsLabelingEngineSettings:
    """As in the project, but no label is cut at the edge: small maps have much edge."""
    settings = QgsLabelingEngineSettings(QgsProject.instance().labelingEngineSettings())
    settings.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
    return settings


class Legend(QWidget):
    """One legend for all maps: each symbol once, under what it stands for."""

    def __init__(self, session, chosen: list[str | None], parent: QWidget):
        super().__init__(parent)
        self.setAccessibleName(tr("Legend"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.groups = [Symbols(heading, found, self) for heading, found in _entries(session, chosen).items()]
        for group in self.groups:
            layout.addWidget(group)

    def texts(self) -> list[str]:
        """What stands beside the symbols."""
        return [group.item(row).text() for group in self.groups for row in range(1, group.count())]


class Symbols(QListWidget):
    """A heading and symbols that flow like a text, as high as their lines."""

    def __init__(self, heading: str, symbols: dict[str, QIcon], parent: QWidget):
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setIconSize(_SYMBOL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        font, item = self.font(), QListWidgetItem(heading)
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)
        for text, icon in symbols.items():
            self.addItem(QListWidgetItem(icon, text))

    def resizeEvent(self, event):
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        with suppress(RuntimeError):
            boxes = [self.visualItemRect(self.item(row)) for row in range(self.count())]
            self.setFixedHeight(max((box.bottom() for box in boxes), default=0) + 4)


def _entries(session, chosen: list[str | None]) -> dict[str, dict[str, QIcon]]:
    """Symbols by text under the title of their layers: parcels first, then moves and parks."""
    order = {"parcels": 0, "parks": 1, "fates": 2, "flows": 3, "receivers": 4}
    found: dict[str, dict[str, QIcon]] = {kind: {} for kind in order}
    for scenario in chosen:
        for layer in members(session, scenario):
            kind = "fates" if table_of(layer).startswith("scenario_") else table_of(layer)
            for text, icon in _symbols(layer):
                found.setdefault(kind, {}).setdefault(text, icon)
    fates = tr("What happens to each parcel")
    return {
        (fates if kind == "fates" else layer_title(kind)): symbols
        for kind, symbols in found.items()
        if symbols
    }


def _symbols(layer) -> list[tuple[str, QIcon]]:
    node = QgsLayerTreeLayer(layer)
    found = []
    for entry in layer.legend().createLayerTreeModelLegendNodes(node):
        text = entry.data(Qt.ItemDataRole.DisplayRole)
        if isinstance(entry, QgsSymbolLegendNode) and text:
            found.append((str(text), QIcon(entry.data(Qt.ItemDataRole.DecorationRole))))
    return found
