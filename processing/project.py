"""The result project: the layers of a study GeoPackage, grouped, styled and ready to be moved with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..core.common.columns import CUSTOM, SCENARIOS
from ..core.common.errors import LandRenewalError, word
from . import styles
from .field_words import dress
from .layer_notes import annotate
from .settings import output_language
from .styles import style_path
from .translation import speaking, spoken, tr

PRESENT = ("unmatched", "enterprises", "performance", "parks", "parcels")
TABLES = (
    "scenario_comparison",
    "recommendation",
    "scenario_summary",
    "conflicts",
    "shortages",
    "frontier",
    "economics",
    "economics_cashflow",
    "economics_transfers",
    "economics_parcels",
    "economics_towns",
    "economics_doing_nothing",
    "economics_risk",
    "economics_tornado",
    "economics_break_even",
    "economics_grid",
    "economics_assumptions",
    "economics_unit_costs",
    "economics_coverage",
    "performance_values",
    "performance_benchmarks",
    "performance_ranks",
    "performance_acceptability",
    "performance_weights",
    "readiness",
    "occupancy",
    "ledger",
    "rejects",
    "rules",
    "run_log",
)
TABLE_PROPERTY = "land_renewal/table"
SCENARIO_PROPERTY = "land_renewal/scenario"
MARGIN = 0.04


def scenario_title(scenario: str) -> str:
    """The name of a scenario in plain words."""
    titles = {
        "status_quo": tr("Status quo"),
        "large_concentration": tr("Large concentration"),
        "small_clustering": tr("Small clustering"),
        "clustering_with_parks": tr("Small clustering with parks"),
        "custom": tr("Custom scenario"),
    }
    return titles[scenario]


def layer_title(table: str) -> str:
    """The name a layer of the GeoPackage has in the project."""
    titles = {
        "parcels": tr("Parcels by deficiency"),
        "parks": tr("Parks by level"),
        "enterprises": tr("Enterprises by deficiency"),
        "unmatched": tr("Enterprises without a parcel"),
        "flows": tr("Moves, by land moved"),
        "receivers": tr("Receiving parks, by land received"),
        "scenario_comparison": tr("Scenarios compared, best and worst marked"),
        "recommendation": tr("Scenarios compared, in words"),
        "scenario_summary": tr("Scenarios in figures"),
        "conflicts": tr("Scenarios: conflicts with control lines and plan"),
        "shortages": tr("Scenarios: receiving land that is missing"),
        "frontier": tr("Scenarios: what the cost could buy"),
        "economics": tr("Money: results of each scenario"),
        "economics_cashflow": tr("Money: cash flow by year and party"),
        "economics_transfers": tr("Money: payments by year, payer and payee"),
        "economics_parcels": tr("Money: by parcel"),
        "economics_towns": tr("Money: towns that win and lose"),
        "economics_doing_nothing": tr("Money: what doing nothing costs"),
        "economics_risk": tr("Money: risk"),
        "economics_tornado": tr("Money: sensitivity"),
        "economics_break_even": tr("Money: break-even values"),
        "economics_grid": tr("Money: two unit costs against each other"),
        "economics_assumptions": tr("Money: assumptions used"),
        "economics_unit_costs": tr("Money: unit costs"),
        "economics_coverage": tr("Money: what is priced and what is not"),
        "performance": tr("Parks by performance"),
        "performance_values": tr("Performance: indicators of parks and levels"),
        "performance_benchmarks": tr("Performance: against benchmarks"),
        "performance_ranks": tr("Performance: ranks under each weighting"),
        "performance_acceptability": tr("Performance: ranks under random weights"),
        "performance_weights": tr("Performance: weights"),
        "readiness": tr("What the data are enough for"),
        "occupancy": tr("Enterprises on parcels"),
        "ledger": tr("Repairs, overlaps and misstated areas"),
        "rejects": tr("Rows and values that could not be used"),
        "rules": tr("Rules used"),
        "run_log": tr("Run log"),
    }
    if table.startswith("scenario_") and table not in titles:
        return tr("Parcels by fate: {}").format(scenario_title(table[len("scenario_") :]))
    return titles.get(table, table)


def build_project(gpkg_path, project_path, title: str) -> QgsProject:
    """Write a project over the layers of a study GeoPackage and return it.

    One group for the present state, one per scenario (parcels by fate, moves, receiving parks) and one for
    the tables; a map theme for each group that can be drawn. Paths are relative: the project opens after it
    was moved together with its GeoPackage. Layers keep the style stored in the GeoPackage; those without one
    get the shipped style. Tables a study did not write are left out. Each layer has a note on what made it.
    Names of layers and groups, and the notes, come in the language of outputs (``settings.output_language``),
    as do the styles that were stored in the GeoPackage.

    Raises `LandRenewalError` when the GeoPackage holds no parcels or the project cannot be written.
    """
    gpkg, target = Path(gpkg_path), Path(project_path)
    found = tables_of(gpkg)
    if "parcels" not in found:
        raise LandRenewalError(
            '"{}" has no layer "parcels": run the study first, or choose its output.',
            gpkg.name,
        )
    project = QgsProject()
    project.setTitle(title)
    project.writeEntryBool("Paths", "/Absolute", False)
    fill(project, gpkg, found)
    annotate({layer: layer.customProperty(TABLE_PROPERTY) for layer in project.mapLayers().values()}, gpkg)
    set_view(project)
    add_themes(project)
    if not project.write(str(target)):
        raise LandRenewalError('The project "{}" could not be written: {}', target.name, project.error())
    return project


def tables_of(gpkg: Path) -> set[str]:
    """Names of the layers and tables in a GeoPackage; empty when it is missing or is not one."""
    return {part.name() for part in QgsProviderRegistry.instance().querySublayers(str(gpkg))}


@dataclass(frozen=True)
class Group:
    """A group of the layer tree: tables from top to bottom; ``hidden`` ones of a shown group start unseen."""

    heading: str
    tables: tuple[str, ...]
    scenario: str | None = None
    shown: bool = False
    hidden: tuple[str, ...] = ()


def groups(found: set[str]) -> list[Group]:
    """The groups for the tables of a result. Only the present state starts visible: no scenario first."""
    with speaking(spoken() or output_language()):
        return _groups(found)


def _groups(found: set[str]) -> list[Group]:
    made = []
    for scenario in (*SCENARIOS, CUSTOM):
        if f"scenario_{scenario}" in found:
            heading = tr("Scenario: {}").format(scenario_title(scenario))
            made.append(Group(heading, ("flows", f"scenario_{scenario}", "receivers"), scenario))
    hidden = ("unmatched", "enterprises", "performance")
    made.append(Group(tr("Present state"), PRESENT, shown=True, hidden=hidden))
    made.append(Group(tr("Tables"), TABLES))
    kept = [replace(group, tables=tuple(t for t in group.tables if t in found)) for group in made]
    return [group for group in kept if group.tables]


def fill(project: QgsProject, gpkg: Path, found: set[str]) -> None:
    """Add every layer in its group."""
    for group in groups(found):
        node = add_group(project.layerTreeRoot(), group)
        for table in group.tables:
            add_layer(project, node, gpkg, group, table)


def add_group(parent, group: Group, position: int = -1):
    """Add the empty node of a group, open and visible only when it is shown."""
    node = parent.insertGroup(position, group.heading)
    node.setItemVisibilityChecked(group.shown)
    node.setExpanded(group.shown)
    return node


def add_layer(project: QgsProject, node, gpkg: Path, group: Group, table: str) -> QgsVectorLayer:
    """Add a table of the GeoPackage as the last layer of its group."""
    layer = load_layer(gpkg, table, group.scenario)
    project.addMapLayer(layer, False)
    entry = node.addLayer(layer)
    entry.setExpanded(table in ("parcels", "parks"))
    entry.setItemVisibilityChecked(table not in group.hidden)
    return layer


def load_layer(gpkg: Path, table: str, scenario: str | None = None) -> QgsVectorLayer:
    """A layer of the GeoPackage with its style, limited to one scenario where the table holds several."""
    with speaking(spoken() or output_language()):
        return _load_layer(gpkg, table, scenario)


def _load_layer(gpkg: Path, table: str, scenario: str | None) -> QgsVectorLayer:
    source = f"{gpkg}|layername={table}"
    # Not by setSubsetString(): on QGIS 3.22 that cuts off every other layer opened from the same GeoPackage.
    if scenario and table in ("flows", "receivers"):
        source += f"|subset=\"scenario\" = '{scenario}'"
    layer = QgsVectorLayer(source, layer_title(table), "ogr")
    if not layer.isValid():
        raise LandRenewalError(
            'The layer "{}" of "{}" cannot be read: {}',
            word(table),
            gpkg.name,
            layer.error().summary(),
        )
    if layer.isSpatial() and not has_stored_style(layer):
        apply_style(layer, "scenario" if table.startswith("scenario_") else table)
    dress(layer, table)
    layer.setCustomProperty(TABLE_PROPERTY, table)
    if scenario:
        layer.setCustomProperty(SCENARIO_PROPERTY, scenario)
    return layer


def has_stored_style(layer: QgsVectorLayer) -> bool:
    """Whether the GeoPackage itself holds a style for the layer (QGIS has then loaded it)."""
    return layer.listStylesInDatabase()[0] > 0


def apply_style(layer: QgsVectorLayer, name: str) -> None:
    """Load a shipped style in the language spoken, if there is one of that name."""
    path = style_path(name)
    problem = styles.apply_style(layer, path) if path else ""
    if problem:
        raise LandRenewalError('The style "{}" cannot be loaded: {}', path.name, problem)


def find_layer(project: QgsProject, table: str, scenario: str | None = None) -> QgsVectorLayer | None:
    """The layer of a table (and scenario) in a project made by `build_project`, whatever it is called now."""
    for layer in project.mapLayers().values():
        same = layer.customProperty(TABLE_PROPERTY) == table
        if same and layer.customProperty(SCENARIO_PROPERTY, None) == scenario:
            return layer
    return None


def set_view(project: QgsProject) -> None:
    """CRS of the parcels (if in degrees a UTM zone, or maps are squashed); extent of parcels and parks."""
    parcels = find_layer(project, "parcels")
    crs = parcels.crs()
    if crs.isGeographic():
        crs = utm_zone(parcels.extent().center())
    project.setCrs(crs, True)
    extent = QgsRectangle()
    for layer in filter(None, (parcels, find_layer(project, "parks"))):
        if layer.featureCount():
            transform = QgsCoordinateTransform(layer.crs(), crs, project)
            extent.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    if extent.isEmpty():
        return
    extent.grow(MARGIN * max(extent.width(), extent.height()))
    view = QgsReferencedRectangle(extent, crs)
    project.viewSettings().setDefaultViewExtent(view)
    project.viewSettings().setPresetFullExtent(view)


def utm_zone(point) -> QgsCoordinateReferenceSystem:
    """The UTM zone (WGS 84) of a point in degrees."""
    zone = min(max(int((point.x() + 180) // 6) + 1, 1), 60)
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if point.y() >= 0 else 32700) + zone}")


def add_themes(project: QgsProject) -> None:
    """A map theme for every group with something to draw, named like it; the view is left as it was."""
    root = project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    groups = root.findGroups()
    before = [group.itemVisibilityChecked() for group in groups]
    for shown in groups:
        if not any(node.layer().isSpatial() for node in shown.findLayers()):
            continue
        for group in groups:
            group.setItemVisibilityChecked(group is shown)
        record = QgsMapThemeCollection.createThemeFromCurrentState(root, model)
        project.mapThemeCollection().insert(shown.name(), record)
    for group, checked in zip(groups, before):
        group.setItemVisibilityChecked(checked)
