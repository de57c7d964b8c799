"""The parcel of the dossier on the map: picked with a click, outlined, with lines to where it would move."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .showing import on_canvas, result_layer, shapes_by_id, show_extent

_AREAS, _LINES = QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.LineGeometry
_RED = QColor(193, 18, 31)


class ParcelMap(QObject):
    """Picks and marks parcels of the current result. ``picked(parcel_id)``, ``missed`` where there is none;
    ``picking(on)``: the tool was taken up or laid aside.
    """

    picked = pyqtSignal(str)
    missed = pyqtSignal()
    picking = pyqtSignal(bool)

    def __init__(self, canvas, session, parent=None):
        super().__init__(parent)
        self._canvas, self._session = canvas, session
        self._outline = self._ways = None
        self._former = None
        self._tool = QgsMapToolEmitPoint(canvas)
        self._tool.canvasClicked.connect(self._clicked)
        self._tool.activated.connect(lambda: self.picking.emit(True))
        self._tool.deactivated.connect(lambda: self.picking.emit(False))

    def pick(self, on: bool) -> None:
        """Take up the tool for clicking parcels, or give the former one back."""
        if on == (self._canvas.mapTool() is self._tool):
            return
        if on:
            self._former = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
            return
        self._canvas.unsetMapTool(self._tool)
        if self._former is not None:
            self._canvas.setMapTool(self._former)

    def parcel_at(self, point: QgsPointXY) -> str | None:
        """The parcel under a point of the map; of parcels that overlap the smallest (ties: by id)."""
        layer = result_layer(self._session, "parcels")
        if layer is None:
            return None
        spot = QgsGeometry.fromPointXY(self._canvas.mapSettings().mapToLayerCoordinates(layer, point))
        box = QgsRectangle(spot.boundingBox())
        box.grow(1e-9)
        found = [
            (shape.geometry().area(), str(shape["parcel_id"]))
            for shape in layer.getFeatures(QgsFeatureRequest(box))
            if shape.geometry().intersects(spot)
        ]
        return min(found)[1] if found else None

    def mark(self, parcel_id: str, parks: list[str], zoom: bool) -> bool:
        """Outline a parcel and draw lines to parks. ``zoom``: bring it into view. False: it has no place."""
        self.clear()
        layer = result_layer(self._session, "parcels")
        shape = shapes_by_id(layer, "parcel_id", [parcel_id]).get(parcel_id)
        moved = on_canvas(self._canvas, layer, shape) if shape is not None else None
        if moved is None:
            return False
        self._band("_outline", _AREAS).addGeometry(moved, None)
        park_layer = result_layer(self._session, "parks") if parks else None
        for park in shapes_by_id(park_layer, "park_id", parks).values():
            there = on_canvas(self._canvas, park_layer, park)
            if there is not None:
                ends = [moved.pointOnSurface().asPoint(), there.pointOnSurface().asPoint()]
                self._band("_ways", _LINES).addGeometry(QgsGeometry.fromPolylineXY(ends), None)
        if zoom:
            show_extent(self._canvas, [moved])
        return True

    def clear(self) -> None:
        """Take everything off the map."""
        for band, kind in ((self._outline, _AREAS), (self._ways, _LINES)):
            if band is not None:
                band.reset(kind)

    def _band(self, name: str, kind) -> QgsRubberBand:
        band = getattr(self, name)
        if band is None:
            band = QgsRubberBand(self._canvas, kind)
            band.setStrokeColor(_RED)
            band.setWidth(3 if kind == _AREAS else 2)
            band.setFillColor(QColor(0, 0, 0, 0))
            setattr(self, name, band)
        band.show()
        return band

    def _clicked(self, point: QgsPointXY, *_button) -> None:
        parcel_id = self.parcel_at(point)
        if parcel_id is None:
            self.missed.emit()
        else:
            self.picked.emit(parcel_id)
