"""The layers of a result in the open project: added one by one, found again, shown."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.common.errors import LandRenewalError
from ..processing.layer_notes import annotate
from ..processing.project import (
    SCENARIO_PROPERTY,
    TABLE_PROPERTY,
    Group,
    add_group,
    add_layer,
    groups,
    layer_title,
)
from ..processing.styles import apply_style, style_path
from ..processing.translation import tr
from .looks import hold_look
from .session import Session, table_of

RESULT_PROPERTY = "land_renewal/result"
GROUP_PROPERTY = "land_renewal/group"
# The name of the style that the parcels came with.
STYLE_PROPERTY = "land_renewal/style"
# What a layer has that the toolbox has made.
_RESULT_COLUMNS = ({"trace", "reliability"}, {"fate", "fate_reason"}, {"level", "level_note", "park_m2"})


class LayerLoader(QObject):
    """Adds the layers that a result has and the project lacks, one each time QGIS has nothing else to do.

    A group of layers at the top of the layer tree, with a group for the present state, one for each scenario
    and one for tables. ``done(number)`` tells how many came.
    """

    done = pyqtSignal(int)

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._queue: list[tuple[Group, str]] = []
        self._path: Path | None = None
        self._added = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._one)
        session.changed.connect(self._stop_when_other)

    @property
    def loading(self) -> bool:
        """Whether layers are still to come."""
        return self._timer.isActive()

    def load(self) -> None:
        """Begin to add what is missing; at once ``done(0)`` when nothing is."""
        self._path, self._added = self._session.path, 0
        self._queue = []
        if self._path is not None:
            shown = {
                (table_of(layer), layer.customProperty(SCENARIO_PROPERTY)) for layer in self._session.layers()
            }
            # A layer that shows all scenarios of a table will do as well.
            self._queue = [
                (group, table)
                for group in groups(self._session.tables())
                for table in group.tables
                if not {(table, group.scenario), (table, None)} & shown
            ]
        if self._queue:
            self._timer.start()
        else:
            self.done.emit(0)

    def _stop_when_other(self) -> None:
        if self._session.path != self._path:
            self._queue = []
            self._timer.stop()

    def _one(self) -> None:
        if not self._queue:
            self._timer.stop()
            self.done.emit(self._added)
            return
        group, table = self._queue.pop(0)
        if self._session.layer(table, group.scenario) is not None:
            # The loader of another dock was quicker.
            return
        try:
            layer = add_layer(QgsProject.instance(), self._node(group), self._path, group, table)
            annotate({layer: table}, self._path)
            self._added += 1
        except LandRenewalError:
            # The result is being written again; what is missing comes after that run.
            self._queue = []

    def _node(self, group: Group) -> QgsLayerTreeGroup:
        top = result_group(self._path)
        for node in top.findGroups():
            if node.customProperty(GROUP_PROPERTY) == (group.scenario or group.heading):
                return node
        node = add_group(top, group)
        node.setCustomProperty(GROUP_PROPERTY, group.scenario or group.heading)
        return node


def result_group(path: Path) -> QgsLayerTreeGroup:
    """The group of a result in the layer tree, made at the top when there is none."""
    root = QgsProject.instance().layerTreeRoot()
    stored = QgsProject.instance().writePath(str(path))
    for node in root.findGroups():
        if node.customProperty(RESULT_PROPERTY) in (str(path), stored):
            return node
    group = root.insertGroup(0, tr("Results: {}").format(path.stem))
    group.setCustomProperty(RESULT_PROPERTY, stored)
    return group


def is_of_results(layer, session: Session) -> bool:
    """Whether a layer is a result, of this study or of another one: no input then."""
    if not isinstance(layer, QgsVectorLayer):
        return False
    if layer.customProperty(TABLE_PROPERTY) or session.shows(layer):
        return True
    names = {field.name() for field in layer.fields()}
    return any(columns <= names for columns in _RESULT_COLUMNS)


def input_layers(session: Session) -> list[QgsVectorLayer]:
    """The vector layers of the project that are no results, in the order of the layer tree."""
    layers = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    plain = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isValid()]
    return [layer for layer in plain if not is_of_results(layer, session)]


def show_layer(iface, layer: QgsVectorLayer) -> None:
    """Make a layer the active one. One that can be drawn becomes visible, what lies on top of it is hidden:
    the other groups of results, and in its own group the areas of parks. Parks by performance and by level
    give way to each other: both would write the names of the parks. Beside parks by performance no parcels
    are drawn: they have the same colours for something else.
    """
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    if node is not None and layer.isSpatial():
        group = node.parent()
        for other in group.parent().children() if group.parent() is not None else ():
            if other is not group and isinstance(other, QgsLayerTreeGroup) and _of_results(other):
                other.setItemVisibilityChecked(False)
        _make_room(group, node)
        node.setItemVisibilityCheckedParentRecursive(True)
        group.setExpanded(True)
    iface.setActiveLayer(layer)


def _make_room(group: QgsLayerTreeGroup, node) -> None:
    """Parks by performance for one layer, parks by level for all others; else what the user wants."""
    nodes = {_table(other): other for other in group.findLayers()}
    areas, outlines = nodes.get("performance"), nodes.get("parks")
    if areas is None:
        return
    if outlines is not None and (node is areas or areas.itemVisibilityChecked()):
        outlines.setItemVisibilityChecked(node is not areas)
    areas.setItemVisibilityChecked(node is areas)
    if node is areas and "parcels" in nodes:
        nodes["parcels"].setItemVisibilityChecked(False)


def parcel_titles() -> dict[str, str]:
    """The styles of the layer of parcels, and what the layer is called with each."""
    return {
        "parcels": layer_title("parcels"),
        "levels": tr("Parcels by level"),
        "guidance": tr("Parcels by guidance"),
    }


def use_style(layer: QgsVectorLayer, style: str) -> None:
    """Draw the parcels by another result: the style comes with the plugin the first time, and is the user's
    from then on. The layer is named after it, unless the user has named it.
    """
    manager, titles = layer.styleManager(), parcel_titles()
    hold_look(layer)
    if layer.name() in titles.values():
        layer.setName(titles[style])
    own = layer.customProperty(STYLE_PROPERTY)
    if own not in manager.styles():
        own = manager.currentStyle()
        layer.setCustomProperty(STYLE_PROPERTY, own)
    if style == "parcels":
        manager.setCurrentStyle(own)
    elif style in manager.styles():
        manager.setCurrentStyle(style)
    else:
        manager.addStyleFromLayer(style)
        manager.setCurrentStyle(style)
        apply_style(layer, style_path(style))
    layer.triggerRepaint()


def _of_results(group: QgsLayerTreeGroup) -> bool:
    return any(_table(node) for node in group.findLayers())


def _table(node) -> str | None:
    return node.layer().customProperty(TABLE_PROPERTY) if node.layer() is not None else None
