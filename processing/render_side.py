"""The scenarios side by side on one page, with one legend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemPage,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
)

from ..core.common.errors import LandRenewalError
from .project import find_layer, scenario_title
from .render import (
    INK,
    MUTED,
    add_map,
    add_north,
    add_scale_bar,
    add_text,
    findings,
    headlines,
    place,
    source_line,
    style_legend,
    summary_row,
    write_page,
)
from .translation import tr

# Millimetres on an A3 page, landscape.
WIDTH, MARGIN, GAP = 420, 10, 6
TITLE_TOP, MAP_TOP, MAP_HEIGHT = 10, 37, 138
LEGEND = (MARGIN, 222, 320, 60)
SCALE_BAR = (335, 226, 55, 10)
NORTH = (394, 222, 14, 16)
SOURCE = (MARGIN, 286, 400, 5)


def render_side_by_side(project: QgsProject, scenarios: Sequence[str], png_path, dpi: int = 150) -> Path:
    """Draw scenarios of a project made by `build_project` beside each other: the same extent, the same
    colours, the key figures under each map, one legend for all. Returns the path.

    Raises `LandRenewalError` when none of the scenarios is in the project or the picture cannot be written.
    """
    found = {name: find_layer(project, f"scenario_{name}", name) for name in scenarios}
    found = {name: layer for name, layer in found.items() if layer is not None}
    if not found:
        raise LandRenewalError("The project holds none of these scenarios: run the study with them first.")
    return write_page(lambda: _page(project, found), Path(png_path), dpi)


def _page(project: QgsProject, found: dict) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Orientation.Landscape)
    add_text(layout, (MARGIN, TITLE_TOP, 400, 9), tr("Scenarios side by side"), 17, INK)
    add_text(layout, (MARGIN, TITLE_TOP + 9, 400, 6), project.title(), 10.5, MUTED)
    width = (WIDTH - 2 * MARGIN - GAP * (len(found) - 1)) / len(found)
    charts = [
        _column(layout, name, parcels, MARGIN + number * (width + GAP), width)
        for number, (name, parcels) in enumerate(found.items())
    ]
    # All maps have one scale.
    add_scale_bar(layout, charts[0], SCALE_BAR)
    add_north(layout, charts[0], NORTH)
    _legend(layout, *found.items())
    add_text(layout, SOURCE, source_line(project), 7.5, MUTED)
    return layout


def _column(layout: QgsPrintLayout, scenario: str, parcels, left: float, width: float):
    """Map of a scenario with its title above and its figures below; returns the map."""
    project = layout.project()
    flows, receivers = (find_layer(project, table, scenario) for table in ("flows", "receivers"))
    layers = [layer for layer in (flows, parcels, receivers) if layer is not None]
    add_text(layout, (left, MAP_TOP - 7, width, 6), scenario_title(scenario), 12, INK)
    chart = add_map(layout, layers, (left, MAP_TOP, width, MAP_HEIGHT))
    top, summary = MAP_TOP + MAP_HEIGHT + 2, summary_row(project, scenario)
    known = set(summary.fields().names())
    for column, wording, form in headlines():
        value = summary[column] if column in known else None
        if isinstance(value, (int, float)):
            add_text(layout, (left, top, width, 5), wording.format(form(value)), 9, INK)
            top += 5
    add_text(layout, (left, top, width, 11), findings(project, scenario), 7, MUTED)
    return chart


def _legend(layout: QgsPrintLayout, *found) -> None:
    """One legend: fates of the first scenario, and the sizes of moves and receivers."""
    scenario, parcels = found[0]
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    place(legend, LEGEND)
    legend.setAutoUpdateModel(False)
    legend.setColumnCount(3)
    legend.setColumnSpace(14)
    legend.setSplitLayer(False)
    root = legend.model().rootGroup()
    root.clear()
    project = layout.project()
    for layer, heading in (
        (parcels, tr("What happens to each parcel")),
        (find_layer(project, "flows", scenario), tr("Moves, by land moved")),
        (find_layer(project, "receivers", scenario), tr("Receiving parks, by land received")),
    ):
        if layer is not None:
            root.addLayer(layer).setCustomProperty("legend/title-label", heading)
    for kind, size in (("Subgroup", 9.5), ("SymbolLabel", 8)):
        style_legend(legend, getattr(QgsLegendStyle.Style, kind), size)
    legend.setSymbolHeight(3.2)
    legend.setSymbolWidth(6)
    legend.adjustBoxSize()
