"""The menu Plugins > Land Renewal."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from ..processing.translation import tr

_RESOURCES = Path(__file__).parents[1] / "resources"
_SAMPLE = _RESOURCES / "sample"


class Menu:
    """Two actions; ``remove`` takes them away again."""

    def __init__(self, iface):
        self._iface = iface
        self._title = tr("Land Renewal")
        self._actions = [
            self._add(tr("Open the sample district"), self.open_sample),
            self._add(tr("Toolbox"), self.show_toolbox),
        ]

    def _add(self, text, slot):
        action = QAction(QIcon(str(_RESOURCES / "icons" / "landrenewal.svg")), text, self._iface.mainWindow())
        action.triggered.connect(slot)
        self._iface.addPluginToMenu(self._title, action)
        return action

    def remove(self):
        for action in self._actions:
            self._iface.removePluginMenu(self._title, action)
            action.deleteLater()
        self._actions = []

    def open_sample(self):
        """Open the sample project, or add the layers of the sample data to the present project."""
        project, data = _SAMPLE / "sample.qgz", _SAMPLE / "sample.gpkg"
        if project.is_file():
            self._iface.addProject(str(project))
        elif data.is_file():
            add_sample_layers(data, QgsProject.instance())
        else:
            self._iface.messageBar().pushMessage(
                self._title, tr("The sample district is not in this installation."), Qgis.MessageLevel.Warning
            )

    def show_toolbox(self):
        """Show QGIS's own Processing toolbox, where the algorithms are."""
        dock = self._iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if dock is not None:
            dock.setUserVisible(True)


def add_sample_layers(data: Path, project: QgsProject) -> None:
    """Add all layers of a GeoPackage to a project, in one group, polygons below lines and points."""
    group = project.layerTreeRoot().insertGroup(0, tr("Sample district"))
    details = QgsProviderRegistry.instance().querySublayers(str(data))
    details = [d for d in details if d.name() != "layer_styles"]
    layers = [QgsVectorLayer(d.uri(), d.name(), d.providerKey()) for d in details]
    for layer in sorted(layers, key=lambda layer: (int(layer.geometryType()), layer.name())):
        if layer.isValid():
            project.addMapLayer(layer, False)
            group.addLayer(layer)
