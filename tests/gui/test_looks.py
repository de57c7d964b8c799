"""Layers change their look while they are drawn in the background."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"

# A process of its own, because what is tested here ends the process where it goes wrong. The expression is
# long, so that the drawing takes some time to make its copy: without ``use_style`` holding on to the former
# look, one change in some hundred ended QGIS.
SCRIPT = f"""
import importlib.util, os, sys
spec = importlib.util.spec_from_file_location("conftest", {str(CONFTEST)!r})
spec.loader.exec_module(importlib.util.module_from_spec(spec))
from qgis.core import *
from qgis.PyQt.QtCore import QSize
app = QgsApplication([], True)
app.initQgis()
from land_renewal.ui.layers import use_style
layer = QgsVectorLayer("Polygon?crs=EPSG:3857&field=a:int", "parcels", "memory")
feature = QgsFeature(layer.fields())
feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
layer.dataProvider().addFeatures([feature])
layer.updateExtents()
symbol = QgsFillSymbol.createSimple({{}})
width = QgsProperty.fromExpression(" + ".join(f"coalesce(a, {{n}})" for n in range(300)))
symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth, width)
layer.setRenderer(QgsSingleSymbolRenderer(symbol))
for style in ("levels", "guidance"):
    layer.styleManager().addStyleFromLayer(style)
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setExtent(layer.extent())
settings.setOutputSize(QSize(50, 50))
settings.setDestinationCrs(layer.crs())
for number in range(int(sys.argv[1])):
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    use_style(layer, ("levels", "guidance")[number % 2])
    job.waitForFinished()
    app.processEvents()
print("done", flush=True)
os._exit(0)
"""


def test_a_layer_gets_another_style_while_it_is_drawn():
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, "1200"], capture_output=True, text=True, timeout=600, check=False
    )
    assert (run.returncode, run.stdout.split()) == (0, ["done"]), run.stderr[-2000:]
