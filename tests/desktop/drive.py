"""The first day of a user, by mouse and keys, and the next one; run inside QGIS desktop by test_first_day.py.

What is asserted on is in ``seen``; see `scripts/desktop.py` for how a story is told.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTableView,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from qgis.utils import iface

sys.path.insert(0, str((Path(os.environ["QGIS_PLUGINPATH"]) / "land_renewal").resolve() / "scripts"))
import desktop
from desktop import button, called, choose, click, drawn, every, menu, name_file, type_in, until

FOLDER = Path(os.environ["LAND_RENEWAL_FOLDER"])
HEADINGS = {
    "data": "1  Data",
    "levels": "2  Levels",
    "performance": "3  Performance",
    "deficiency": "4  Deficiency, guidance",
    "scenarios": "5  Scenarios and money",
    "outputs": "6  Outputs",
}
WORKBENCH, WHAT_IF, DOSSIER = "LandRenewalWorkbench", "LandRenewalWhatIf", "LandRenewalDossier"
SCENARIOS, COST = "LandRenewalScenarios", "demolition"
SCENARIO = "large_concentration"


def window() -> QWidget:
    return iface.mainWindow()


def dock(name: str) -> QDockWidget | None:
    return window().findChild(QDockWidget, name)


def texts(parent: QWidget) -> list[str]:
    return [label.text() for label in every(parent, QLabel) if label.text()]


def layers() -> dict:
    return {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}


def layer_of(table: str):
    found = [one for one in layers().values() if one.customProperty("land_renewal/table") == table]
    return found[0] if found else None


def messages() -> str:
    """What stands in the bar over the map."""
    shown = [view.toPlainText() for view in every(iface.messageBar(), QTextBrowser)]
    return " ".join((*texts(iface.messageBar()), *shown))


def front(name: str):
    """Bring a dock to the front by its tab."""
    title = dock(name).windowTitle()
    for bar in every(window(), QTabBar):
        for place in range(bar.count()):
            if bar.tabText(place) == title:
                click(bar, bar.tabRect(place).center())
    yield until(f"{title} is in front", lambda: not dock(name).visibleRegion().isEmpty())


# -- the workbench ---------------------------------------------------------------------------------------


def panel(name: str) -> QWidget:
    return dock(WORKBENCH).findChild(QWidget, f"step_{name}")


def state(name: str) -> str:
    """The state beside the heading."""
    return next(text for text in texts(panel(name)) if text[0] in "○✓!")


def idle() -> bool:
    return not every(dock(WORKBENCH), QProgressBar)


def unfold(name: str):
    heading = button(panel(name), HEADINGS[name])
    if not heading.isChecked():
        click(heading)
    yield until(f"the step {name} is open", lambda: len(texts(panel(name))) > 2)


def figures(name: str) -> dict[str, str]:
    """The headline figures of a step that is open: values are bold, what they are stands before them."""
    labels = [label for label in every(panel(name), QLabel) if label.text()]
    pairs = zip(labels, labels[1:])
    return {label.text(): value.text() for label, value in pairs if value.font().bold()}


def figures_of(name: str):
    """Open a step and read its figures."""
    yield from unfold(name)
    return (yield until(f"the figures of {name} are there", lambda: figures(name)))


def run_step(name: str):
    yield from unfold(name)
    run = next(one for text in ("Run", "Run again") for one in _named(panel(name), text))
    click(run)
    yield until(f"the step {name} runs", lambda: not run.isEnabled() and not idle())
    yield until(f"the step {name} is done", lambda: run.isEnabled() and idle())
    yield until("the layers of the result are there", lambda: state(name).startswith("✓"))


def _named(parent: QWidget, text: str) -> list[QWidget]:
    try:
        return [button(parent, text)]
    except desktop.Stuck:
        return []


def show_first(name: str):
    """Look at the first layer of a step."""
    yield from unfold(name)
    click(button(panel(name), "Show on the map"))
    yield drawn()


def look(parcel_id: str):
    """What the project and the docks show: to be compared after everything was closed and opened again."""
    found = {"layers": {}, "states": {}, "figures": {}}
    for name, layer in layers().items():
        renderer = layer.renderer() if layer.isSpatial() else None
        legend = [item.label() for item in renderer.legendSymbolItems()] if renderer is not None else []
        found["layers"][name] = {
            "valid": layer.isValid(),
            "source": Path(layer.source().partition("|")[0]).name,
            "folder": str(Path(layer.source().partition("|")[0]).parent),
            "legend": legend,
            "rows": layer.featureCount(),
        }
    yield from front(WORKBENCH)
    for name in HEADINGS:
        found["states"][name] = state(name)
        found["figures"][name] = yield from figures_of(name)
    yield from front(DOSSIER)
    yield from search(parcel_id)
    found["dossier"] = every(dock(DOSSIER), QTextBrowser)[0].toPlainText()
    found["title"] = texts(dock(DOSSIER))[:2]
    return found


def search(parcel_id: str):
    """Find a parcel by its id in the dossier."""
    field = every(dock(DOSSIER), QLineEdit)[0]
    type_in(field, parcel_id)
    hits = dock(DOSSIER).findChild(QListWidget)
    yield until("the parcel found is shown", lambda: _shows(parcel_id) and not hits.isVisible())


def _shows(parcel_id: str) -> bool:
    return any(parcel_id in text for text in texts(dock(DOSSIER)))


# -- what if ---------------------------------------------------------------------------------------------


def counts() -> list[list[str]]:
    table = every(dock(WHAT_IF), QTableWidget)[0]
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def what_if(seen: dict):
    """Move a slider: the counts and the colours follow; discard: everything is as it was."""
    yield from menu("Plugins", "Land Renewal", "What if")
    yield until("the dock What if is there", lambda: dock(WHAT_IF) is not None and dock(WHAT_IF).isVisible())
    tabs = dock(WHAT_IF).findChild(QTabWidget)
    yield until("the what-if is ready", tabs.isEnabled)
    yield drawn()
    before = counts()
    slider = called(dock(WHAT_IF), "Share of the mean or median", QSlider)
    desktop.drag_slider(slider, 0.9)
    yield until("the counts follow the slider", lambda: counts() != before)
    yield drawn()
    after, tried = counts(), desktop.map_image()
    rows = every(dock(WHAT_IF), QTableView, lambda one: not isinstance(one, QTableWidget))[0]
    listed = rows.model().rowCount()
    click(button(dock(WHAT_IF), "Discard"))
    yield until("everything is as it was", lambda: counts() == before)
    yield drawn()
    discarded = desktop.map_image()
    desktop.drag_slider(slider, 0.9)
    yield until("the counts follow the slider again", lambda: counts() == after)
    yield drawn()
    tried_again = desktop.map_image()
    click(rows.viewport(), rows.visualRect(rows.model().index(0, 1)).center())
    why = dock(WHAT_IF).findChild(QPlainTextEdit)
    yield until("it is said why a parcel has changed", lambda: why.isVisible() and why.toPlainText())
    seen["what_if"] = {
        "before": before,
        "after": after,
        "listed": listed,
        "map": desktop.differing(tried, discarded),
        "map_again": desktop.differing(tried, tried_again),
        "why": why.toPlainText(),
    }
    click(button(dock(WHAT_IF), "Discard"))
    yield until("the trial is over", lambda: counts() == before)
    yield drawn()


# -- the dossier -----------------------------------------------------------------------------------------


def fates(parcel_id: str) -> dict[str, str]:
    """What becomes of a parcel, by scenario, as the layers of the project have it."""
    found = {}
    for layer in layers().values():
        table = layer.customProperty("land_renewal/table") or ""
        if layer.customProperty("land_renewal/scenario") and table.startswith("scenario_"):
            request = QgsFeatureRequest().setFilterExpression(f"parcel_id = '{parcel_id}'")
            found[table[len("scenario_") :]] = next(layer.getFeatures(request))["fate"]
    return found


def one_that_moves():
    """The largest parcel that moves and lies on the map as it is: its id, and a point to click."""
    layer, canvas = layer_of(f"scenario_{SCENARIO}"), iface.mapCanvas()
    settings = canvas.mapSettings()
    way = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), QgsProject.instance())
    found = []
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression("fate = 'relocate'")):
        shape = QgsGeometry(feature.geometry())
        shape.transform(way)
        if settings.visibleExtent().contains(shape.boundingBox()):
            found.append((-shape.area(), feature["parcel_id"], shape.pointOnSurface().asPoint()))
    return min(found)[1:]


def lock(seen: dict):
    """Click a parcel that moves, lock it, solve again: it stays."""
    yield from front(WORKBENCH)
    yield from show_first("scenarios")
    click(_zoom_full())
    yield drawn()
    yield from menu("Plugins", "Land Renewal", "Parcel dossier")
    yield until("the dossier is there", lambda: dock(DOSSIER) is not None and dock(DOSSIER).isVisible())
    yield drawn()
    parcel_id, point = one_that_moves()
    seen["parcel"], seen["fates_before"] = parcel_id, fates(parcel_id)
    click(called(dock(DOSSIER), "Click a parcel on the map"))
    desktop.click_map(point)
    yield until("the dossier shows the parcel that was clicked", lambda: _shows(parcel_id))
    yield drawn()
    picture = desktop.map_image()
    click(button(dock(DOSSIER), "Lock or forbid the move"))
    yield until("the locks are open", lambda: _named(dock(DOSSIER), "Lock"))
    choose(called(dock(DOSSIER), "What is locked", QComboBox), "must stay")
    type_in(called(dock(DOSSIER), "Reason", QLineEdit), "new building", end=False)
    click(button(dock(DOSSIER), "Lock"))
    yield until("the lock is kept", lambda: _named(dock(DOSSIER), "Solve again with the locks"))
    seen["lock"] = [text for text in texts(dock(DOSSIER)) if text.startswith("Locks in")]
    click(button(dock(DOSSIER), "Solve again with the locks"))
    yield until("the scenarios are solved", lambda: not every(dock(DOSSIER), QProgressBar))
    yield until("they are shown", lambda: not _named(dock(DOSSIER), "Solve again with the locks"))
    yield drawn()
    seen["fates_after"] = fates(parcel_id)
    seen["map_after_lock"] = desktop.differing(picture, desktop.map_image())
    seen["dossier_after_lock"] = every(dock(DOSSIER), QTextBrowser)[0].toPlainText()


def _zoom_full() -> QWidget:
    """The button of the toolbar."""
    action = iface.actionZoomFullExtent()
    return next(one for one in every(window(), QToolButton) if one.defaultAction() is action)


def sheet(seen: dict):
    """Print the sheet of the parcel."""
    target = FOLDER / "sheet.pdf"
    name_file(target)
    tool = button(dock(DOSSIER), "PDF sheet")
    click(tool, QPoint(16, tool.height() // 2))
    yield until(
        "the sheet is written", lambda: target.is_file() and f"{target.name} is written" in messages()
    )
    seen["sheet"] = str(target)


# -- unit costs ------------------------------------------------------------------------------------------


def page(title: str):
    """Turn to a page of the scenario dock: by its tab, or by the list where the dock is narrow."""
    bars = every(dock(SCENARIOS), QTabBar, lambda one: one.count() > 5)
    if bars:
        places = [place for place in range(bars[0].count()) if bars[0].tabText(place) == title]
        click(bars[0], bars[0].tabRect(places[0]).center())
    else:
        choose(called(dock(SCENARIOS), "Page", QComboBox), title)
    yield until(f"the page {title} is there", lambda: True)


def costs(seen: dict):
    """Change a unit cost, apply: the scenarios are priced anew."""
    yield from menu("Plugins", "Land Renewal", "Scenarios")
    yield until("the scenario dock is there", lambda: dock(SCENARIOS) and dock(SCENARIOS).isVisible())
    yield from page("Unit costs")
    tree = yield until("the unit costs are there", lambda: _filled(dock(SCENARIOS)))
    seen["priced_before"] = yield from priced()
    yield from front(SCENARIOS)
    field = next(one for one in every(dock(SCENARIOS), QLineEdit) if one.placeholderText() == "Search")
    type_in(field, COST, end=False)
    nodes = yield until("the cost is found", lambda: _shown(tree))
    click(tree.viewport(), tree.visualItemRect(nodes[0]).center())
    value = yield until("its value can be changed", lambda: called(dock(SCENARIOS), "Value", QLineEdit))
    seen["cost"] = [nodes[0].text(0), value.text()]
    type_in(value, str(2 * float(value.text())))
    apply = button(dock(SCENARIOS), "Apply")
    yield until("the change can be applied", apply.isEnabled)
    click(apply)
    yield until("the scenarios are priced", lambda: every(dock(SCENARIOS), QProgressBar))
    yield until("the prices are there", lambda: _said("Priced anew"))
    seen["priced_said"] = _said("Priced anew")
    seen["priced_after"] = yield from priced()


def priced():
    """What the workbench says that each scenario costs."""
    yield from front(WORKBENCH)
    yield until("the workbench is at rest", lambda: idle() and state("scenarios").startswith("✓"))
    return (yield from figures_of("scenarios"))


def _filled(parent: QWidget) -> QTreeWidget | None:
    return next((tree for tree in every(parent, QTreeWidget) if tree.isEnabled() and _shown(tree)), None)


def _shown(tree: QTreeWidget) -> list:
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    nodes = [group.child(place) for group in groups for place in range(group.childCount())]
    return [node for node in nodes if not node.isHidden()]


def _said(beginning: str) -> str:
    return next((text for text in texts(dock(SCENARIOS)) if text.startswith(beginning)), "")


# -- saving and opening ----------------------------------------------------------------------------------


def save_as(name: str):
    """Save the project under another name, beside its data."""
    target = Path(QgsProject.instance().fileName()).with_name(name)
    name_file(target)
    yield from menu("Project", "Save As")
    yield until("the project is saved", lambda: target.is_file() and not QgsProject.instance().isDirty())
    return target


def open_project(path: Path):
    """Open a project by the menu."""
    name_file(path)
    yield from menu("Project", "Open")
    yield until("the project is open", lambda: QgsProject.instance().fileName() == str(path))
    yield until("the workbench is there", lambda: dock(WORKBENCH) is not None and dock(WORKBENCH).isVisible())
    yield drawn()


# -- the days --------------------------------------------------------------------------------------------


def first_day(seen: dict):
    """From an empty profile to a locked, solved and priced map, and a sheet."""
    window().setGeometry(0, 0, 1600, 1000)
    yield until("the workbench greets", lambda: dock(WORKBENCH) is not None and dock(WORKBENCH).isVisible())
    seen["greeting"] = texts(dock(WORKBENCH))
    yield from menu("Plugins", "Land Renewal", "Open the sample district")
    yield until("the sample is open", lambda: len(layers()) > 5)
    yield drawn()
    seen["states"], seen["figures"] = {}, {}
    for name in HEADINGS:
        yield from run_step(name)
        seen["states"][name] = state(name)
        # The guide opens the step it speaks of.
        seen["figures"][name] = yield from figures_of(name)
        if name != "outputs":
            yield from show_first(name)
    yield from what_if(seen)
    yield from lock(seen)
    yield from sheet(seen)
    yield from costs(seen)
    yield from front(WORKBENCH)
    saved = yield from save_as("first day.qgz")
    seen["project"] = str(saved)
    seen["shown"] = yield from look(seen["parcel"])
    # Looking folds and unfolds; nothing of it is in the project.
    yield from menu("Project", "New")
    yield until("the docks know of no result", lambda: all(state(name)[0] == "○" for name in HEADINGS))
    yield from open_project(saved)
    seen["opened_again"] = yield from look(seen["parcel"])


def next_day(seen: dict):
    """Another QGIS, another profile, another place on the disk."""
    window().setGeometry(0, 0, 1600, 1000)
    yield until("the workbench greets", lambda: dock(WORKBENCH) is not None and dock(WORKBENCH).isVisible())
    yield from open_project(Path(os.environ["LAND_RENEWAL_PROJECT"]))
    yield from menu("Plugins", "Land Renewal", "Parcel dossier")
    yield until("the dossier is there", lambda: dock(DOSSIER) is not None and dock(DOSSIER).isVisible())
    seen["opened"] = yield from look(os.environ["LAND_RENEWAL_PARCEL"])


# Nothing is opened in other programs.
QDesktopServices.setUrlHandler("file", lambda url: None)
player = desktop.Player({"first": first_day, "next": next_day}[os.environ["LAND_RENEWAL_STORY"]], FOLDER)
