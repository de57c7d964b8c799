"""Feedback that records, and layers in memory."""

from __future__ import annotations

import pytest


class Feedback:
    """What an algorithm said, by kind; created lazily because it needs QGIS."""

    def __new__(cls):
        from qgis.core import QgsProcessingFeedback

        class Recorder(QgsProcessingFeedback):
            def __init__(self):
                super().__init__(False)
                self.infos, self.warnings, self.errors, self.stages = [], [], [], []

            def pushInfo(self, text):
                self.infos.append(text)

            def pushWarning(self, text):
                self.warnings.append(text)

            def reportError(self, text, fatalError=False):
                self.errors.append(text)

            def setProgressText(self, text):
                self.stages.append(text)

        return Recorder()


@pytest.fixture
def feedback(qgis_app):
    return Feedback()


@pytest.fixture
def square_layer(qgis_app):
    """A factory of memory layers: WKT polygons (None = no geometry) with attributes."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(rows, fields="parcel_id:string&field=land_code:string", crs="EPSG:4526", kind="Polygon"):
        layer = QgsVectorLayer(f"{kind}?crs={crs}&field={fields}", "layer", "memory")
        assert layer.isValid()
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(list(values))
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            assert layer.dataProvider().addFeatures([feature])[0]
        layer.updateExtents()
        return layer

    return make
