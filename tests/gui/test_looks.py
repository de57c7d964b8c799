"""Layers change their look while they are drawn in the background."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")


# A process of its own, because what is tested here ends the process where it goes wrong. The expression is
# long, so that the drawing takes some time to make its copy: without ``use_style`` holding on to the former
# look, one change in some hundred ended QGIS.
SCRIPT = """
from qgis.PyQt.QtCore import QSize
from land_renewal.ui.layers import use_style
layer = QgsVectorLayer("Polygon?crs=EPSG:3857&field=a:int", "parcels", "memory")
feature = QgsFeature(layer.fields())
feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
layer.dataProvider().addFeatures([feature])
layer.updateExtents()
symbol = QgsFillSymbol.createSimple({})
width = QgsProperty.fromExpression(" + ".join(f"coalesce(a, {n})" for n in range(300)))
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


def test_a_layer_gets_another_style_while_it_is_drawn(own_process):
    run = own_process(SCRIPT, "1200")
    assert (run.returncode, run.stdout.split()) == (0, ["done"]), run.stderr[-2000:]
