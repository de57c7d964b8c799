"""A project that is opened tomorrow, by another QGIS, in another folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

ROOT = Path(__file__).resolve().parents[2]
# Run by a Python of its own: what it finds in a project, as JSON on the last line.
TOMORROW = """
import importlib.util, json, os, sys
root, project = sys.argv[1:]
spec = importlib.util.spec_from_file_location(
    "land_renewal", root + "/__init__.py", submodule_search_locations=[root]
)
sys.modules["land_renewal"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from qgis.core import QgsApplication, QgsLayerNotesUtils, QgsProject
app = QgsApplication([], True)
app.initQgis()
found = QgsProject.instance()
assert found.read(project)
from land_renewal.ui.session import Session
from land_renewal.processing.project import TABLE_PROPERTY
session = Session()
root = found.layerTreeRoot()
layers = {}
for node in root.findLayers():
    layer = node.layer()
    layers[node.layerId()] = {
        "table": layer.customProperty(TABLE_PROPERTY), "valid": layer.isValid(), "source": layer.source(),
        "group": [node.parent().name(), node.parent().parent().name() if node.parent().parent() else ""],
        "visible": node.isVisible(),
        "renderer": layer.renderer().dump() if layer.isSpatial() else "", "name": layer.name(),
        "notes": QgsLayerNotesUtils.layerNotes(layer), "rows": layer.featureCount(),
    }
told = {
    "layers": list(layers.values()), "result": str(session.path), "parameters": session.parameters(),
    "dirty": found.isDirty(),
}
session.close()
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""


def tomorrow(project_file):
    run = subprocess.run(
        [sys.executable, "-c", TOMORROW, str(ROOT), str(project_file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout.strip().splitlines()[-1])


def test_another_qgis_opens_the_project_in_another_folder(session, district, project, iface, qtbot, tmp_path):
    from qgis.core import QgsVectorLayer

    from land_renewal.core.common.version import METHOD_VERSION
    from land_renewal.ui.layers import LayerLoader

    here = tmp_path / "here"
    here.mkdir()
    shutil.copyfile(district.path, here / "data.gpkg")
    shutil.move(session.path, here / "study.gpkg")
    session.open(here / "study.gpkg")
    parcels = QgsVectorLayer(f"{here / 'data.gpkg'}|layername=parcels", "地块", "ogr")
    project.addMapLayer(parcels)
    session._remember({"PARCELS": parcels.id()}, {}, {}, str(session.path))
    loader = LayerLoader(session, iface.window)
    with qtbot.waitSignal(loader.done, timeout=60_000):
        loader.load()
    # What the user has made of the layers stays with the project.
    mine = session.layer("parks")
    mine.setName("Our parks")
    before = sorted(
        (layer.name(), layer.featureCount(), layer.renderer().dump() if layer.isSpatial() else "")
        for layer in session.layers()
    )
    assert project.write(str(here / "work.qgz"))
    project.clear()
    there = here.rename(tmp_path / "there")

    found = tomorrow(there / "work.qgz")
    assert found["result"] == str(there / "study.gpkg") and not found["dirty"]
    assert all(layer["valid"] and layer["source"].startswith(str(there)) for layer in found["layers"])
    results = [layer for layer in found["layers"] if layer["table"]]
    assert sorted((layer["name"], layer["rows"], layer["renderer"]) for layer in results) == before
    assert {layer["group"][1] for layer in results} == {"Results: study"}
    groups = {layer["table"]: layer["group"][0] for layer in results}
    assert groups["parcels"] == "Present state" and groups["run_log"] == "Tables"
    assert groups["scenario_small_clustering"] == "Scenario: Small clustering"
    assert all(f"Land Renewal {METHOD_VERSION}" in layer["notes"] for layer in results)
    assert [layer["name"] for layer in results if layer["table"] == "parks"] == ["Our parks"]
    shown = {layer["table"] for layer in results if layer["visible"] and layer["renderer"]}
    assert {"parcels", "parks"} <= shown and "scenario_small_clustering" not in shown
    assert found["parameters"]["PARCELS"]
