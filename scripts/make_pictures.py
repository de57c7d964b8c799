"""Run by QGIS desktop (--code), see make_pictures.sh: does what the user guide says and takes pictures."""

import os
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QPushButton, QWidget
from qgis.utils import iface

ROOT = Path(os.environ["QGIS_PLUGINPATH"]).parent.parent
PICTURES = ROOT / "docs" / "pictures"
RESULTS = ROOT / "build" / "demo"
SHOWN = "clustering_with_parks"
WAIT = 4000


def save(image: QImage, name: str, width: int) -> None:
    """A picture of that width, opaque and packed as small as PNG can."""
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    image.convertToFormat(QImage.Format.Format_RGB888).save(str(PICTURES / name), "PNG", 0)


def prepare():
    for scenario in ("large_concentration", "small_clustering", SHOWN):
        save(QImage(str(RESULTS / f"scenario_{scenario}.png")), f"{scenario}.png", 1200)
    save(QImage(str(RESULTS / "scenarios_side_by_side.png")), "side_by_side.png", 1400)
    drawn = (("profile P002", "profile"), ("heat table", "heat-table"), ("payers", "payers"),
             ("principles", "principles"))  # fmt: skip
    for source, name in drawn:
        save(QImage(str(RESULTS / "pictures" / f"{source}.png")), f"{name}.png", 1400)
    window = iface.mainWindow()
    window.resize(1400, 880)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    window.findChild(QAction, "landRenewalSample").trigger()


def run():
    panel = next(w for w in iface.mainWindow().findChildren(QWidget) if w.objectName() == "step_levels")
    next(b for b in panel.findChildren(QPushButton) if b.text().startswith("Run")).click()


def wait():
    """The study runs in the background."""


def tidy():
    iface.messageBar().clearWidgets()


def workbench():
    save(iface.mainWindow().grab().toImage(), "workbench.png", 1200)


def leave():
    QgsProject.instance().setDirty(False)
    QgsProject.instance().clear()
    QgsApplication.processEvents()
    os._exit(0)


steps = [prepare, run, *[wait] * 7, tidy, workbench, leave]


def step():
    todo = steps.pop(0)
    try:
        todo()
    except Exception as error:
        print(f"{todo.__name__}: {error!r}", flush=True)
        os._exit(1)
    QTimer.singleShot(WAIT, step)


QTimer.singleShot(WAIT, step)
