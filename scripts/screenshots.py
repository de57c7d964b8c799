"""Run by QGIS desktop (--code), see screenshots.sh: does what the user guide says and takes pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
from PIL import Image
from qgis import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QWidget
from qgis.utils import iface

sys.path.insert(0, str((Path(os.environ["QGIS_PLUGINPATH"]) / "land_renewal").resolve() / "scripts"))
import desktop
from desktop import drawn, until

PICTURES = Path(os.environ["LAND_RENEWAL_PICTURES"])
FOLDER = Path(os.environ["LAND_RENEWAL_FOLDER"])
LANGUAGE = "zh" if PICTURES.name == "zh" else "en"
DOCKS = {"workbench": "Workbench", "whatif": "WhatIf", "dossier": "Dossier", "scenarios": "Scenarios",
         "matchreview": "MatchReview"}  # fmt: skip
WIDTH, HEIGHT, WINDOW = 360, 760, (1400, 880)
_FLAT = 176
WHEN = datetime(2025, 6, 2, 10, 0).timestamp()
SCENARIO = "clustering_with_parks"
MAPS = ("large_concentration", "small_clustering", SCENARIO)
CHARTS = (
    ("performance", "profile P002", "profile", 1200),
    ("performance", "heat table", "heat-table", 1400),
    ("economics", "payers", "payers", 1200),
    ("economics", "principles", "principles", 1200),
)


def window() -> QWidget:
    return iface.mainWindow()


def dock(module: str) -> QDockWidget:
    return window().findChild(QDockWidget, f"LandRenewal{DOCKS[module]}")


def layer(table: str):
    layers = QgsProject.instance().mapLayers().values()
    return next(one for one in layers if one.customProperty("land_renewal/table") == table)


# -- taking pictures -------------------------------------------------------------------------------------


def shrink(path: Path, name: str, width: int) -> None:
    """A picture of at most this width, in 256 colours of its own, as small as PNG packs it."""
    with Image.open(path) as image:
        found = image.convert("RGB")
    if found.width > width:
        found = found.resize((width, round(found.height * width / found.width)), Image.LANCZOS)
    reduced(np.asarray(found)).save(PICTURES / f"{name}.png", optimize=True)


def reduced(pixels: np.ndarray) -> Image.Image:
    """A picture in 256 colours: those of its larger areas, legends among them, stay exactly as they are."""
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)
    colours, places = np.unique(packed, return_inverse=True)
    places = places.reshape(packed.shape)
    # Pixels like their neighbours: a box of a legend counts, the many shades at the edges of lines do not.
    here = places[:-1, :-1]
    even = (here == places[1:, :-1]) & (here == places[:-1, 1:]) & (here == places[1:, 1:])
    order = np.argsort(-np.bincount(here[even], minlength=len(colours)), kind="stable")
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)
    flat, rest = parts[order[:_FLAT]], parts[order[_FLAT:]]
    between = Image.fromarray((rest if len(rest) else flat)[None].astype(np.uint8))
    between = between.quantize(256 - _FLAT, method=Image.MEDIANCUT).getpalette()[: 3 * (256 - _FLAT)]
    palette = np.concatenate([flat, np.array(between, dtype=np.int32).reshape(-1, 3)])
    # A few colours at a time: all distances at once would take gigabytes.
    nearest = [
        ((part[:, None] - palette[None]) ** 2).sum(axis=2).argmin(axis=1)
        for part in np.array_split(parts, max(1, len(parts) // 4096))
    ]
    index = np.concatenate(nearest).astype(np.uint8)[places]
    made = Image.fromarray(index, "P")
    made.putpalette(palette.astype(np.uint8).tobytes())
    return made


def take(widget: QWidget, name: str, width: int = 1400, part: QRect | None = None) -> None:
    """A picture of a widget or a part of it, without the cursor that blinks."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    path = FOLDER / "picture.png"
    (widget.grab(part) if part is not None else widget.grab()).save(str(path))
    shrink(path, name, width)


def take_dock(module: str, name: str, height: int = HEIGHT, width: int = WIDTH, fit: QWidget | None = None):
    """A picture of a dock of that size, as it is when it stands alone; ``fit``: down to this widget."""
    shown = dock(module)
    shown.setFloating(True)
    shown.resize(width, height)
    yield from rest()
    part = None if fit is None else QRect(0, 0, width, fit.mapTo(shown, QPoint(0, fit.height())).y() + 8)
    take(shown, name, part=part)
    shown.setFloating(False)
    yield from rest()


def rest(rounds: int = 6):
    """Let QGIS finish what it has begun: layouts, timers, drawing."""
    count = []
    yield until("QGIS is at rest", lambda: count.append(1) or len(count) > rounds)
    yield drawn()


def show(module: str):
    """Open a dock and bring it to the front."""
    action = window().findChild(QAction, f"landRenewal{module.capitalize()}")
    if not action.isChecked():
        action.trigger()
    yield until(f"the dock {module} is there", lambda: dock(module) and not dock(module).isHidden())
    dock(module).raise_()
    yield from rest()


# -- the story -------------------------------------------------------------------------------------------


def story(seen: dict):
    """Open the sample, run the study, and go through all docks and maps."""
    window().setGeometry(0, 0, *WINDOW)
    for one in window().findChildren(QDockWidget):
        one.setVisible(one.objectName() == "Layers")
    yield from show("workbench")
    yield from take_dock("workbench", "workbench-first", 420)
    window().findChild(QAction, "landRenewalSample").trigger()
    yield until("the sample is open", lambda: len(QgsProject.instance().mapLayers()) > 5)
    yield drawn()
    yield from steps()
    yield from present_state()
    yield from what_if()
    yield from dossier()
    yield from scenarios()
    yield from review()
    yield from options()
    yield from whole()
    yield from on_paper()


def steps():
    bench = dock("workbench")
    bench.panels["levels"].unfold()
    bench.panels["levels"].run.click()
    yield from rest()
    yield until("the study is done", lambda: not bench.progress.isVisible())
    yield until("its layers are there", lambda: bench.panels["outputs"].kind == "done")
    # The time of the run is seen on pictures.
    os.utime(bench.choices.output.filePath(), (WHEN, WHEN))
    yield from rest()
    for name, panel in bench.panels.items():
        panel.unfold()
        yield from rest()
        yield from take_dock("workbench", f"step-{name}", 1200, fit=bench.panels["outputs"])
        if name not in ("data", "outputs"):
            panel.show_map.click()
            yield from rest()


def present_state():
    """The maps of the present state, with their legends in the layer tree."""
    from land_renewal.processing import styles

    bench = dock("workbench")
    bench.hide()
    window().resize(1000, 680)
    for table, style, name in (
        ("parcels", "levels", "map-levels"), ("parcels", "parcels", "map-deficiency"),
        ("parcels", "guidance", "map-guidance"),
    ):  # fmt: skip
        bench.show_table(table, "", style)
        yield from take_map(layer(table), name)
    parks = layer("performance")
    bench.show_table("performance")
    for path in sorted(styles.FOLDER.glob("performance*.qml")):
        styles.apply_style(parks, path)
        parks.triggerRepaint()
        yield from take_map(parks, f"map-{path.stem.replace('_', '-')}")
    window().resize(*WINDOW)
    bench.show()
    bench.show_table("parcels", "", "parcels")


def take_map(shown, name: str):
    """The map and the layer tree with one layer of the result, its legend open."""
    tree = window().findChild(QDockWidget, "Layers")
    window().resizeDocks([tree], [360], Qt.Orientation.Horizontal)
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        node.setExpanded(node.layerId() == shown.id())
    for group in root.findGroups(True):
        group.setExpanded(shown.id() in group.findLayerIds())
    iface.layerTreeView().refreshLayerSymbology(shown.id())
    desktop.forget_messages()
    yield from rest()
    iface.zoomFull()
    yield from rest()
    # Without menus and toolbars.
    top = tree.mapTo(window(), QPoint(0, 0)).y()
    bottom = window().statusBar().mapTo(window(), QPoint(0, 0)).y()
    take(window(), name, 1000, QRect(0, top, window().width(), bottom - top))


def what_if():
    yield from show("whatif")
    shown = dock("whatif")
    yield until("the what-if is ready", shown.tabs.isEnabled)
    slider = shown.rules.rows["efficiency_factor"].editor.slider
    desktop.drag_slider(slider, 0.7)
    yield from rest(20)
    take(window(), "what-if-window", 1200)
    yield from take_dock("whatif", "what-if")
    shown.tabs.setCurrentIndex(1)
    yield from rest()
    rows = list(shown.weights.rows.values()) if isinstance(shown.weights.rows, dict) else shown.weights.rows
    desktop.drag_slider(rows[0].slider, 0.3)
    yield from rest(20)
    yield from take_dock("whatif", "what-if-weights")
    shown.discard.click()
    yield from rest()
    shown.hide()


def dossier():
    yield from show("dossier")
    where = "fate = 'relocate' AND deficiency = 'efficiency'"
    parcel_id = min(one["parcel_id"] for one in layer(f"scenario_{SCENARIO}").getFeatures(where))
    shown = dock("dossier")
    shown.show_parcel(parcel_id)
    yield from rest()
    shown.locks.head.setChecked(True)
    yield from take_dock("dossier", "dossier", 1000)
    sheet = FOLDER / "sheet.pdf"
    if not shown.write_sheets([parcel_id], sheet):
        raise desktop.Stuck("the sheet could not be written")
    subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", sheet, sheet.with_suffix("")], check=True)
    shrink(sheet.with_suffix(".png"), "sheet", 1000)
    shown.hide()
    desktop.forget_messages()
    iface.zoomFull()


def scenarios():
    yield from show("scenarios")
    shown = dock("scenarios")
    for key in ("compare", "charts", "maps", "locks", "costs", "risk"):
        shown.show_page(key)
        yield from rest(40)
        if key == "charts":
            view = shown.pages[key].view
            shown.setFloating(True)
            shown.resize(WIDTH, HEIGHT)
            yield until("the chart is drawn", lambda view=view: chart_fits(view))
        elif key == "locks":
            shown.pages[key].tabs.setCurrentIndex(1)
        elif key == "costs":
            yield until("the unit costs are there", lambda: shown.pages["costs"].ready)
            shown.pages[key].show_item("demolition")
        yield from take_dock("scenarios", f"scenarios-{key}")
    shown.show_page("compare")
    yield from take_dock("scenarios", "scenarios-wide", 620, 760)
    shown.show_page("maps")
    shown.pages["maps"].show_beside()
    side = yield until("the maps are side by side", lambda: shown.pages["maps"].side)
    side.resize(1260, 620)
    yield from rest(10)
    side.whole.click()
    yield from rest(10)
    canvases = list(side.canvases.values())
    yield until("all maps are drawn", lambda: not any(one.isDrawing() for one in canvases))
    yield from rest()
    take(side, "side-by-side-window")
    side.close()
    shown.hide()


def chart_fits(view) -> bool:
    """Whether a chart is drawn at the width that it has, not at a former one."""
    wide = round(view.width() * view.devicePixelRatioF())
    return view.image is not None and view.image.width() == wide


def review():
    yield from show("matchreview")
    yield from rest(20)
    yield from take_dock("matchreview", "matching-review")
    dock("matchreview").hide()
    iface.zoomFull()


def options():
    for page, name in (("LandRenewalOptions", "options"), ("LandRenewalLibraries", "libraries")):
        dialogs = []
        timer = QTimer()
        timer.timeout.connect(lambda name=name, dialogs=dialogs: take_dialog(name, dialogs))
        timer.start(400)
        iface.showOptionsDialog(window(), page)
        timer.stop()
        yield from rest()


def take_dialog(name: str, looks: list) -> None:
    """A picture of the dialog that is open, once it has had the time to look at the libraries."""
    dialog = QApplication.activeModalWidget()
    looks.append(dialog)
    if dialog is not None and len(looks) == 10:
        take(dialog, name, 1000)
        dialog.reject()


def whole():
    """The whole window with a scenario."""
    yield from show("workbench")
    bench = dock("workbench")
    bench.panels["scenarios"].unfold()
    bench.show_table(f"scenario_{SCENARIO}", SCENARIO)
    desktop.forget_messages()
    window().resizeDocks([bench], [WIDTH], Qt.Orientation.Horizontal)
    iface.zoomFull()
    yield from rest(20)
    take(window(), "workbench", 1200)


def on_paper():
    """Maps and charts that the algorithms write."""
    result = str(dock("workbench").choices.output.filePath())
    processing.run("landrenewal:rendermaps", {"RESULT": result, "LANGUAGE": LANGUAGE, "FOLDER": str(FOLDER)})
    for name in MAPS:
        shrink(FOLDER / f"scenario_{name}.png", name, 1200)
    shrink(FOLDER / "side_by_side.png", "side_by_side", 1300)
    chosen = dock("workbench").choices.parameters()
    for subject in ("performance", "economics"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"landrenewal:evaluate{subject}")
        known = {one.name() for one in algorithm.parameterDefinitions()} - {"OUTPUT"}
        given = {name: value for name, value in chosen.items() if name in known}
        more = {"LANGUAGE": LANGUAGE, "OUTPUT": "TEMPORARY_OUTPUT", "PICTURES": str(FOLDER / subject)}
        processing.run(f"landrenewal:evaluate{subject}", {**given, **more})
        yield from rest()
    for subject, source, name, width in CHARTS:
        shrink(FOLDER / subject / f"{source}.png", name, width)


player = desktop.Player(story, FOLDER)
