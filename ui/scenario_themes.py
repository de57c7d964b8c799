"""Scenarios on maps: a map theme for each, and one shown in the layer tree."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapThemeCollection, QgsProject, QgsVectorLayer

from ..processing.project import SCENARIO_PROPERTY, groups
from ..processing.translation import tr
from .looks import hold_look
from .scenario_data import scenarios_of
from .session import table_of


def mapped(session) -> list[str | None]:
    """What can be shown on a map: None for the present state, then the scenarios of the result."""
    return [None, *scenarios_of(session)] if "parcels" in session.tables() else []


def members(session, scenario: str | None) -> list[QgsVectorLayer]:
    """The layers of the project that show a scenario, or the present state."""
    group = next((g for g in groups(session.tables()) if g.scenario == scenario), None)
    if group is None:
        return []
    wanted = [table for table in group.tables if table not in group.hidden]
    layers = [layer for layer in session.layers() if layer.isSpatial() and table_of(layer) in wanted]
    return [layer for layer in layers if _scenario_of(layer) == scenario]


def main_table(scenario: str | None) -> str:
    """The table that shows the parcels of a scenario, or those of today."""
    return f"scenario_{scenario}" if scenario else "parcels"


def is_loaded(session, scenario: str | None) -> bool:
    """Whether the layers of a scenario are in the project."""
    return any(table_of(layer) == main_table(scenario) for layer in members(session, scenario))


def theme_of(session, scenario: str | None) -> str:
    """The map theme of a scenario: the project's own, which the user may have changed, else one made now.

    "" while its layers are not in the project.
    """
    if not is_loaded(session, scenario):
        return ""
    collection = QgsProject.instance().mapThemeCollection()
    own = {layer.id(): _scenario_of(layer) for layer in session.layers() if layer.isSpatial()}
    parcels = {layer.id() for layer in members(session, scenario) if table_of(layer) == main_table(scenario)}
    for name in collection.mapThemes():
        seen = set(collection.mapThemeVisibleLayerIds(name))
        if seen & parcels and {own[key] for key in seen if key in own} == {scenario}:
            return name
    return _make_theme(session, scenario, collection)


def _make_theme(session, scenario: str | None, collection) -> str:
    record = QgsMapThemeCollection.MapThemeRecord()
    for layer in members(session, scenario):
        entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
        entry.usingCurrentStyle, entry.currentStyle = True, layer.styleManager().currentStyle()
        record.addLayerRecord(entry)
    name = heading_of(session, scenario)
    if collection.hasMapTheme(name):
        name = tr("{} ({})").format(name, session.path.stem)
    collection.insert(name, record)
    return name


def heading_of(session, scenario: str | None) -> str:
    """What the layer tree calls a scenario."""
    return next((g.heading for g in groups(session.tables()) if g.scenario == scenario), "")


def show_scenario(iface, session, scenario: str | None) -> bool:
    """Show the theme of a scenario on the main map, in place of the other scenarios; layers that are not of
    the result stay as they are. False while its layers are not in the project.
    """
    name = theme_of(session, scenario)
    if not name:
        return False
    collection, root = QgsProject.instance().mapThemeCollection(), QgsProject.instance().layerTreeRoot()
    for record in collection.mapThemeState(name).layerRecords():
        if record.usingCurrentStyle and record.layer() is not None:
            hold_look(record.layer())
            record.layer().styleManager().setCurrentStyle(record.currentStyle)
    wanted = set(collection.mapThemeVisibleLayerIds(name))
    nodes = [node for node in root.findLayers() if node.layerId() in wanted]
    kept = {parent for node in nodes for parent in _ancestors(node)}
    for layer in session.layers():
        node = root.findLayer(layer.id())
        if node is not None and layer.isSpatial() and layer.id() not in wanted:
            _hide(node, kept)
    for node in nodes:
        node.setItemVisibilityCheckedParentRecursive(True)
        node.parent().setExpanded(True)
    shown = session.layer(main_table(scenario), scenario)
    if shown is not None:
        iface.setActiveLayer(shown)
    return True


def _hide(node, kept: set) -> None:
    """Hide the whole group of a layer, so that it comes back as it was, unless the map needs that group."""
    group = node.parent()
    if isinstance(group, QgsLayerTreeGroup) and group.parent() is not None and group not in kept:
        group.setItemVisibilityChecked(False)
    else:
        node.setItemVisibilityChecked(False)


def _ancestors(node):
    while node.parent() is not None:
        node = node.parent()
        yield node


def _scenario_of(layer) -> str | None:
    found = layer.customProperty(SCENARIO_PROPERTY)
    return str(found) if found else None
