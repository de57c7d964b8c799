"""All printed maps of a result: a page for each scenario, and one with the scenarios side by side."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject

from ..core.common.columns import CUSTOM, SCENARIOS
from ..core.common.errors import LandRenewalError
from .progress import Progress
from .project import add_group, add_layer, groups, scenario_title, set_view, tables_of
from .render import render_scenario_map, whole_labels
from .render_side import render_side_by_side
from .translation import tr

_BESIDE = ("parcels", "parks", "scenario_summary")
# Pages wider than this many maps beside each other cannot be read.
_MOST = 4


def render_maps(result: Path, folder: Path, title: str, dpi: int, progress: Progress) -> list[Path]:
    """Write the maps of a result GeoPackage as PNG into a folder; returns the files.

    ``scenario_<name>.png`` on A4 for each scenario of the result, ``side_by_side.png`` on A3 where there are
    several. ``title`` stands on every page. Layouts need the main thread.

    Errors: LandRenewalError when the file is no result with scenarios, or a picture cannot be written.
    """
    found = tables_of(result)
    names = [name for name in (*SCENARIOS[1:], CUSTOM) if f"scenario_{name}" in found]
    if "parcels" not in found or not names:
        raise LandRenewalError("{} has no scenarios: run the study first, or choose its result.", result.name)
    folder.mkdir(parents=True, exist_ok=True)
    project, files = _project_of(result, found, title), []
    pages = len(names) + (len(names) > 1)
    try:
        for number, name in enumerate(names):
            progress(number / pages, scenario_title(name))
            files.append(render_scenario_map(project, name, folder / f"scenario_{name}.png", dpi))
        if len(names) > 1:
            progress(len(names) / pages, tr("Scenarios side by side"))
            target = folder / "side_by_side.png"
            files.append(render_side_by_side(project, names[:_MOST], target, dpi))
    finally:
        project.clear()
    progress(1.0)
    return files


def _project_of(result: Path, found: set[str], title: str) -> QgsProject:
    """A project in memory with what the maps need."""
    project = QgsProject()
    project.setTitle(title)
    for group in groups(found):
        node = None
        for table in group.tables:
            if group.scenario or table in _BESIDE:
                node = node or add_group(project.layerTreeRoot(), group)
                add_layer(project, node, result, group, table)
    set_view(project)
    whole_labels(project)
    return project
