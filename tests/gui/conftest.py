"""A desktop to put docks into, and a session over the result of the small district."""

from __future__ import annotations

import shutil

import pytest

pytest.importorskip("qgis.gui")


@pytest.fixture(scope="session")
def qapp(qgis_app):
    """pytest-qt's application is QGIS's."""
    return qgis_app


def make_desktop():
    """The part of ``iface`` that the docks use, over real windows; made lazily because it needs QGIS."""
    from qgis.core import QgsProject
    from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
    from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
    from qgis.PyQt.QtWidgets import QAction, QMainWindow, QVBoxLayout, QWidget

    class Desktop(QObject):
        currentLayerChanged = pyqtSignal(object)
        initializationCompleted = pyqtSignal()

        def __init__(self):
            super().__init__()
            self.window = QMainWindow()
            self.window.resize(1200, 800)
            middle = QWidget(self.window)
            self.bar, self.canvas = QgsMessageBar(middle), QgsMapCanvas(middle)
            layout = QVBoxLayout(middle)
            layout.addWidget(self.bar)
            layout.addWidget(self.canvas)
            self.window.setCentralWidget(middle)
            self.tree = QgsLayerTreeView(self.window)
            self.tree.setModel(make_tree_model(QgsProject.instance(), self.tree))
            self.tree.currentLayerChanged.connect(lambda layer: self.currentLayerChanged.emit(layer))
            root = QgsProject.instance().layerTreeRoot()
            # A child of the map: it must not outlive it.
            self.bridge = QgsLayerTreeMapCanvasBridge(root, self.canvas, self.canvas)
            self.pan = QAction("Pan", self.window)
            self.menus, self.toolbars, self.locators, self.factories = {}, [], [], []

        def mainWindow(self):
            return self.window

        def mapCanvas(self):
            return self.canvas

        def messageBar(self):
            return self.bar

        def layerTreeView(self):
            return self.tree

        def activeLayer(self):
            return self.tree.currentLayer()

        def setActiveLayer(self, layer):
            self.tree.setCurrentLayer(layer)
            return True

        def actionPan(self):
            return self.pan

        def addDockWidget(self, area, dock):
            self.window.addDockWidget(area, dock)

        def addTabifiedDockWidget(self, area, dock, _with=(), _raise=False):
            self.window.addDockWidget(area, dock)

        def removeDockWidget(self, dock):
            self.window.removeDockWidget(dock)

        def addPluginToMenu(self, name, action):
            self.menus.setdefault(name, []).append(action)

        def removePluginMenu(self, name, action):
            self.menus[name].remove(action)
            if not self.menus[name]:
                del self.menus[name]

        def addToolBar(self, name):
            bar = self.window.addToolBar(name)
            self.toolbars.append(bar)
            return bar

        def registerLocatorFilter(self, found):
            self.locators.append(found)

        def deregisterLocatorFilter(self, found):
            self.locators.remove(found)

        def registerOptionsWidgetFactory(self, factory):
            self.factories.append(factory)

        def unregisterOptionsWidgetFactory(self, factory):
            self.factories.remove(factory)

        def addProject(self, path):
            return QgsProject.instance().read(path)

        def zoomFull(self):
            self.canvas.zoomToFullExtent()

    Desktop.RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
    return Desktop()


def make_tree_model(project, parent):
    from qgis.core import QgsLayerTreeModel

    return QgsLayerTreeModel(project.layerTreeRoot(), parent)


@pytest.fixture
def project(qapp):
    """QGIS's project, empty before and after."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def iface(project):
    """A desktop with map, message bar, layer tree, docks and menus, without the rest of QGIS."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    desktop = make_desktop()
    desktop.window.show()
    yield desktop
    desktop.canvas.stopRendering()
    desktop.canvas.waitWhileRendering()
    desktop.window.close()
    desktop.window.deleteLater()
    # Now, not in the event loop of the next test: by then the layers that the window shows are gone.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def empty_session(project):
    """A session of a project without a result."""
    from land_renewal.ui.session import Session

    session = Session()
    yield session
    session.close()


@pytest.fixture
def session(empty_session, result, tmp_path):
    """A session over an own copy of the result of the small district; its layers are not loaded."""
    path = tmp_path / "study.gpkg"
    shutil.copyfile(result.path, path)
    empty_session.open(path)
    return empty_session
