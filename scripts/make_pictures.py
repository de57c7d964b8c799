"""Run by QGIS desktop (--code), see make_pictures.sh: does what the user guide says and takes pictures."""

import os
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QPushButton, QTreeView
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
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    window.findChild(QAction, "landRenewalSample").trigger()


def sample():
    expand_toolbox()
    QApplication.processEvents()
    save(iface.mainWindow().grab().toImage(), "sample.png", 1000)
    button = next(
        b for b in iface.mainWindow().findChildren(QPushButton) if b.text().startswith("Run the study")
    )
    button.click()


def dialog():
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    shown.resize(900, 640)
    QApplication.processEvents()
    save(shown.grab().toImage(), "study.png", 900)
    shown.close()


def results():
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.setVisible(False)
    QgsProject.instance().setDirty(False)
    iface.messageBar().clearWidgets()
    iface.addProject(str(RESULTS / "study.qgz"))
    project = QgsProject.instance()
    themes = project.mapThemeCollection()
    theme = next(name for name in themes.mapThemes() if name.endswith("with parks"))
    themes.applyTheme(theme, project.layerTreeRoot(), iface.layerTreeView().layerTreeModel())
    for group in project.layerTreeRoot().findGroups():
        group.setExpanded(group.name() == theme)
    iface.zoomFull()


def result_window():
    save(iface.mainWindow().grab().toImage(), "results.png", 1200)


def expand_toolbox():
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    for tree in dock.findChildren(QTreeView):
        model = tree.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if "Land Renewal" in str(model.data(index)):
                tree.expandRecursively(index)
                tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)


def leave():
    QgsProject.instance().setDirty(False)
    QgsProject.instance().clear()
    QgsApplication.processEvents()
    os._exit(0)


steps = [prepare, sample, dialog, results, result_window, leave]


def step():
    todo = steps.pop(0)
    try:
        todo()
    except Exception as error:
        print(f"{todo.__name__}: {error!r}", flush=True)
        os._exit(1)
    QTimer.singleShot(WAIT, step)


QTimer.singleShot(WAIT, step)
