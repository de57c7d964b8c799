"""The plugin comes and goes without a trace, with and without a desktop."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

ROOT = Path(__file__).resolve().parents[2]
CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"

# A process of its own: the tests' own provider has the same id as the plugin's.
START = """
registry = QgsApplication.processingRegistry()
import land_renewal
"""


@pytest.fixture
def python(own_process):
    """Runs a script in a new QGIS process and returns the words it prints."""

    def words(script):
        run = own_process(START + script)
        assert run.returncode == 0, run.stderr
        return run.stdout.split()

    return words


def test_a_crs_outlives_the_work_in_the_background_that_has_made_it(python):
    """QGIS ends a thread after half a minute without work, here at once, and with it the CRS it has made."""
    words = python(
        """
import sys, time
from qgis.core import QgsCoordinateReferenceSystem, QgsTask
from qgis.PyQt.QtCore import QThreadPool
manager = QgsApplication.taskManager()
for pool in (QThreadPool.globalInstance(), *manager.findChildren(QThreadPool)):
    pool.setExpiryTimeout(1)
plugin = land_renewal.classFactory(None)
plugin.initProcessing()
long = []
def make(_task):
    long.append(len(QgsCoordinateReferenceSystem("EPSG:4526").toWkt()))
    while len(long) < 2:
        time.sleep(0.01)
task = QgsTask.fromFunction("make", make)
manager.addTask(task)
while not long:
    time.sleep(0.01)
long.append(len(QgsCoordinateReferenceSystem("EPSG:4526").toWkt()))
assert task.waitForFinished(60000)
time.sleep(0.5)
long.append(len(QgsCoordinateReferenceSystem("EPSG:4526").toWkt()))
print(*long)
plugin.unload()
app.exitQgis()
"""
    )
    assert int(words[0]) > 100 and set(words) == {words[0]}


def test_loading_and_unloading_twice_leaves_nothing_behind(python):
    words = python(
        f"""
spec = importlib.util.spec_from_file_location("gui", {str(CONFTEST.parent / "gui" / "conftest.py")!r})
gui = importlib.util.module_from_spec(spec)
spec.loader.exec_module(gui)
"""
        + """
from qgis.core import QgsExpression
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar
from processing.core.Processing import Processing
Processing.initialize()
desktop = gui.make_desktop()
desktop.window.show()
def left():
    for _ in range(3):
        app.processEvents()
        QgsApplication.sendPostedEvents(None, 52)  # deferred deletions
    kinds = (QAction, QDockWidget, QToolBar)
    named = sorted(w.objectName() for kind in kinds for w in desktop.window.findChildren(kind))
    providers = sorted(p.id() for p in registry.providers())
    return named, providers, desktop.menus, desktop.locators, desktop.factories, QgsExpression.functionCount()
before = left()
for _ in range(2):
    plugin = land_renewal.classFactory(desktop)
    plugin.initGui()
    app.processEvents()
    texts = [action.text() for action in desktop.menus["Land Renewal"]]
    assert texts[:1] == ["Workbench"], texts
    assert texts[-4:] == ["", "Open the sample district", "Open the results of a study...", "Toolbox"], texts
    assert registry.providerById("landrenewal").name() == "Land Renewal"
    # The first time the workbench shows itself; the others wait for being asked.
    docks = desktop.window.findChildren(QDockWidget)
    assert [dock.objectName() for dock in docks] == ["LandRenewalWorkbench"], docks
    for action in desktop.menus["Land Renewal"]:
        if action.isCheckable() and not action.isChecked():
            action.trigger()
    app.processEvents()
    docks = desktop.window.findChildren(QDockWidget)
    assert len(docks) == len([a for a in desktop.menus["Land Renewal"] if a.isChecked()]) >= 1
    plugin._menu.show("workbench", False)
    for action in desktop.menus["Land Renewal"]:
        if action.isCheckable() and action.isChecked():
            action.trigger()
    assert not any(dock.isVisible() for dock in docks)
    desktop.menus["Land Renewal"][0].trigger()
    docks = action = None
    plugin.unload()
    assert left() == before, (left(), before)
print("done")
"""
    )
    assert words[-1] == "done"


def test_without_a_desktop_there_is_the_provider_alone(python):
    words = python(
        """
plugin = land_renewal.classFactory(None)
plugin.initProcessing()
print(registry.providerById("landrenewal").id())
plugin.initGui()
plugin.unload()
plugin.unload()
print(registry.providerById("landrenewal"))
"""
    )
    assert words == ["landrenewal", "None"]


def test_loading_touches_no_core_module_but_names_and_errors(python):
    words = python(
        """
before = set(sys.modules)
plugin = land_renewal.classFactory(None)
plugin.initProcessing()
new = set(sys.modules) - before
print(*sorted(m for m in new if m.startswith("land_renewal.core.")))
print("heavy:", *sorted(new & {"geopandas", "shapely", "pandas", "scipy", "yaml", "pyproj"}))
plugin.unload()
"""
    )
    assert words[-1] == "heavy:"
    light = {"common", "columns", "errors", "sentences", "wording", "version"}
    assert {word.rpartition(".")[2] for word in words[:-1]} <= light


BLOCKED = """
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"geopandas", "shapely", "pandas", "scipy"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
for name in list(sys.modules):
    if name.split(".")[0] in {"geopandas", "shapely", "pandas", "scipy"}:
        del sys.modules[name]
"""


def test_plugin_without_libraries_loads_and_says_what_is_missing(python):
    words = python(
        BLOCKED
        + """
from processing.core.Processing import Processing
Processing.initialize()
plugin = land_renewal.classFactory(None)
plugin.initProcessing()
from land_renewal.processing.base import LandRenewalAlgorithm
class Probe(LandRenewalAlgorithm):
    TITLE = "Probe"
    def name(self):
        return "probe"
    def declare(self):
        self.rules()
    def compute(self, job):
        raise AssertionError("must not run")
provider = registry.providerById("landrenewal")
assert provider.addAlgorithm(Probe())
for algorithm in provider.algorithms():
    able, sentence = algorithm.canExecute()
    assert not able
    assert sentence.startswith("Land Renewal needs pandas 1.5 or later, scipy 1.8 or later"), sentence
from qgis.core import QgsProcessingException
import processing
try:
    processing.run("landrenewal:probe", {})
except QgsProcessingException as error:
    assert str(error) == sentence, error
    print("refused")
plugin.unload()
"""
    )
    assert words == ["refused"]


def test_the_sample_layers_are_added_as_a_group(qgis_app, tmp_path):
    gpd = pytest.importorskip("geopandas")
    import shapely
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    from land_renewal.processing.geopackage import LayerData, write_geopackage
    from land_renewal.ui.sample import add_sample_layers

    crs = QgsCoordinateReferenceSystem("EPSG:4547")
    layers = {
        "parcels": LayerData(gpd.GeoDataFrame({"a": [1]}, geometry=[shapely.box(0, 0, 1, 1)], crs=4547), crs),
        "enterprises": LayerData(gpd.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(0, 0)], crs=4547), crs),
    }
    path = write_geopackage(tmp_path / "sample.gpkg", layers)
    project = QgsProject()
    add_sample_layers(path, project)
    group = project.layerTreeRoot().findGroup("Sample district")
    assert [node.name() for node in group.findLayers()] == ["enterprises", "parcels"]


def test_metadata_says_what_qgis_needs():
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    assert general["name"] == "Land Renewal"
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["hasProcessingProvider"] == "yes"
    assert (ROOT / general["icon"]).is_file()
    assert len(general["about"]) < 400
