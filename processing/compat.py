"""What differs between QGIS 3.22 and 4, and between GDAL with and without exceptions."""

from __future__ import annotations

from contextlib import suppress

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessing, QgsProcessingFeatureSource

if hasattr(Qgis, "CrsWktVariant"):
    WKT2 = Qgis.CrsWktVariant.Preferred
else:
    WKT2 = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED

if hasattr(Qgis, "ProcessingFeatureSourceFlag"):
    SKIP_VALIDITY = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
else:
    SKIP_VALIDITY = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks

if hasattr(Qgis, "ProcessingSourceType"):
    _SOURCE = Qgis.ProcessingSourceType
    ANY_GEOMETRY, POINTS = _SOURCE.VectorAnyGeometry, _SOURCE.VectorPoint
    LINES, POLYGONS, ANY_TABLE = _SOURCE.VectorLine, _SOURCE.VectorPolygon, _SOURCE.Vector
else:
    _SOURCE = QgsProcessing.SourceType
    ANY_GEOMETRY, POINTS = _SOURCE.TypeVectorAnyGeometry, _SOURCE.TypeVectorPoint
    LINES, POLYGONS, ANY_TABLE = _SOURCE.TypeVectorLine, _SOURCE.TypeVectorPolygon, _SOURCE.TypeVector


def open_vector(path, update: bool = False, options=()):
    """A GDAL dataset, or None when it cannot be opened, whether GDAL's exceptions are switched on or not."""
    from osgeo import gdal

    flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if update else gdal.OF_READONLY)
    with suppress(RuntimeError):
        return gdal.OpenEx(str(path), flags, open_options=list(options))
    return None
