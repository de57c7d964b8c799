"""The QGIS side: provider, the QGIS <-> table adapter, the GeoPackage writer and the algorithms."""
