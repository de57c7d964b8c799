"""Showing things of a result on the map: found by id, brought into view, flashed."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

MARGIN = 1.4
# Metres, or the same in degrees: a point is shown with what lies around it.
LEAST_METRES = 300.0
LEAST_DEGREES = 0.003


def result_layer(session, table: str) -> QgsVectorLayer | None:
    """The layer of a table of the result: the project's, else one that is opened for the moment."""
    layer = session.layer(table)
    if layer is not None or session.path is None:
        return layer
    layer = QgsVectorLayer(f"{session.path}|layername={table}", table, "ogr")
    return layer if layer.isValid() else None


def shapes_by_id(layer: QgsVectorLayer | None, field: str, ids: Iterable[str]) -> dict[str, QgsGeometry]:
    """The geometries of the features with these ids; of several with one id the last that has one."""
    wanted = list(ids)
    position = layer.fields().lookupField(field) if layer is not None else -1
    if not wanted or position < 0:
        return {}
    values = ", ".join(QgsExpression.quotedValue(value) for value in wanted)
    request = QgsFeatureRequest().setFilterExpression(f"{QgsExpression.quotedColumnRef(field)} IN ({values})")
    request.setSubsetOfAttributes([position])
    found = {}
    for feature in layer.getFeatures(request):
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            found[feature.attribute(position)] = QgsGeometry(feature.geometry())
    return found


def on_canvas(canvas, layer: QgsVectorLayer, geometry: QgsGeometry) -> QgsGeometry | None:
    """A geometry of a layer in the CRS of the map; None where it cannot be drawn there."""
    moved = QgsGeometry(geometry)
    target = canvas.mapSettings().destinationCrs()
    try:
        moved.transform(QgsCoordinateTransform(layer.crs(), target, QgsProject.instance()))
    except QgsCsException:
        return None
    return None if moved.isNull() or moved.isEmpty() else moved


def show_extent(canvas, geometries: Iterable[QgsGeometry]) -> None:
    """Bring geometries (in the CRS of the map) into view, with some room around them."""
    extent = QgsRectangle()
    for geometry in geometries:
        extent.combineExtentWith(geometry.boundingBox())
    if extent.isNull():
        return
    geographic = canvas.mapSettings().destinationCrs().isGeographic()
    least = LEAST_DEGREES if geographic else LEAST_METRES
    extent.grow(max(0.0, least - max(extent.width(), extent.height())) / 2)
    extent.scale(MARGIN)
    canvas.setExtent(extent)
    canvas.refresh()


def show_feature(canvas, session, table: str, field: str, identifier: str) -> bool:
    """Zoom to one thing of the result and flash it; False where it has no place."""
    layer = result_layer(session, table)
    shape = shapes_by_id(layer, field, [identifier]).get(identifier)
    moved = on_canvas(canvas, layer, shape) if shape is not None else None
    if moved is None:
        return False
    show_extent(canvas, [moved])
    canvas.flashGeometries([moved], canvas.mapSettings().destinationCrs())
    return True
