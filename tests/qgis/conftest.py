"""Layers in memory."""

from __future__ import annotations

import pytest


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
