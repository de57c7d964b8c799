"""The map of the matching review: the point of an enterprise, the parcels in question and lines to them."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .showing import on_canvas, result_layer, shapes_by_id, show_extent

# Orange and blue-grey are told apart by every eye, and in grey by their weight.
_AREAS, _LINES = QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.LineGeometry
CHOSEN, OTHER = QColor(213, 94, 0), QColor(86, 105, 130)


class ReviewMap(QObject):
    """Draws one item at a time. ``picked(parcel_id)``: a parcel was clicked after ``pick()``."""

    picked = pyqtSignal(str)
    missed = pyqtSignal()

    def __init__(self, canvas, session, parent=None):
        super().__init__(parent)
        self._canvas, self._session = canvas, session
        self._made: dict[str, object] = {}
        self._tool = self._former = None

    def show(self, ent_id: str, parcel_ids: list[str], current: str | None, zoom: bool) -> None:
        """Draw an enterprise and its parcels, the current one in front; ``zoom``: bring them into view."""
        self.clear()
        point = self._shapes("enterprises", "ent_id", [ent_id]).get(ent_id)
        parcels = self._shapes("parcels", "parcel_id", parcel_ids)
        self._draw("others", [shape for name, shape in parcels.items() if name != current], point)
        self._draw("chosen", [parcels[current]] if current in parcels else [], point)
        if point is not None:
            mark = self._item("mark", self._new_mark)
            mark.setCenter(_spot(point))
            mark.show()
        if zoom:
            near = [parcels[current]] if current in parcels else list(parcels.values())
            show_extent(self._canvas, [*near, *([point] if point is not None else [])])
        if current in parcels:
            crs = self._canvas.mapSettings().destinationCrs()
            self._canvas.flashGeometries([parcels[current]], crs)

    def clear(self) -> None:
        """Take everything off the map."""
        for name, item in self._made.items():
            if name != "mark":
                item.reset(item.wanted)
            item.hide()

    def shown(self) -> dict[str, object]:
        """What is on the map now, by name."""
        return {name: item for name, item in self._made.items() if item.isVisible()}

    def pick(self) -> None:
        """Let the user click a parcel; the map tool in use comes back afterwards."""
        if self._tool is not None:
            return
        self._former = self._canvas.mapTool()
        self._tool = QgsMapToolEmitPoint(self._canvas)
        self._tool.canvasClicked.connect(self._clicked)
        self._tool.deactivated.connect(self._forget_tool)
        self._canvas.setMapTool(self._tool)

    def stop_picking(self) -> None:
        """Give the former map tool back."""
        if self._tool is None:
            return
        former = self._former
        self._canvas.unsetMapTool(self._tool)
        if former is not None:
            self._canvas.setMapTool(former)

    def _forget_tool(self) -> None:
        self._tool = self._former = None

    def _clicked(self, point: QgsPointXY, *_button) -> None:
        parcel_id = self.parcel_at(point)
        self.stop_picking()
        if parcel_id is None:
            self.missed.emit()
        else:
            self.picked.emit(parcel_id)

    def parcel_at(self, point: QgsPointXY) -> str | None:
        """The parcel under a point of the map; of several the first by id."""
        layer = result_layer(self._session, "parcels")
        if layer is None:
            return None
        place = QgsGeometry.fromPointXY(point)
        settings = self._canvas.mapSettings()
        place = QgsGeometry.fromPointXY(settings.mapToLayerCoordinates(layer, place.asPoint()))
        box = QgsRectangle(place.boundingBox())
        box.grow(1e-9)
        found = [
            str(feature["parcel_id"])
            for feature in layer.getFeatures(QgsFeatureRequest(box))
            if feature.geometry().intersects(place)
        ]
        return min(found, default=None)

    def _shapes(self, table: str, field: str, ids: list[str]) -> dict[str, QgsGeometry]:
        layer = result_layer(self._session, table)
        moved = {
            name: on_canvas(self._canvas, layer, shape)
            for name, shape in shapes_by_id(layer, field, ids).items()
        }
        return {name: shape for name, shape in moved.items() if shape is not None}

    def _draw(self, which: str, parcels: list[QgsGeometry], point: QgsGeometry | None) -> None:
        """Outlines of parcels, and lines to them from the point."""
        if not parcels:
            return
        areas = self._item(f"{which} areas", lambda: self._new_band(_AREAS, which))
        lines = self._item(f"{which} lines", lambda: self._new_band(_LINES, which))
        for parcel in parcels:
            areas.addGeometry(parcel, None)
            if point is not None:
                lines.addGeometry(QgsGeometry.fromPolylineXY([_spot(point), _spot(parcel)]), None)
        areas.show()
        lines.show()

    def _item(self, name: str, make):
        """Made once and used again: an item taken off the map is never given back by QGIS."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _new_band(self, kind, which: str) -> QgsRubberBand:
        chosen = which == "chosen"
        colour = CHOSEN if chosen else OTHER
        inside = QColor(colour)
        inside.setAlpha(70 if chosen else 25)
        band = QgsRubberBand(self._canvas, kind)
        band.wanted = kind
        band.setStrokeColor(colour)
        band.setWidth(3 if chosen else 1)
        band.setFillColor(inside)
        band.setZValue(2 if chosen else 1)
        return band

    def _new_mark(self) -> QgsVertexMarker:
        mark = QgsVertexMarker(self._canvas)
        mark.setColor(QColor(0, 0, 0))
        mark.setFillColor(QColor(255, 255, 255))
        mark.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        mark.setPenWidth(3)
        mark.setIconSize(12)
        mark.setZValue(3)
        return mark


def _spot(shape: QgsGeometry) -> QgsPointXY:
    """A point that lies on a geometry."""
    return shape.pointOnSurface().asPoint()
