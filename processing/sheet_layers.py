"""The layers that a parcel sheet draws: what the result holds, and marks for the parcel of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..core.common.errors import LandRenewalError
from ..core.dossier.dossier_words import WORDS
from .fields import new_field
from .project import apply_style, has_stored_style
from .render import text_format

OF_PAGE = "\"parcel_id\" = attribute(@atlas_feature, 'parcel_id')"
RED, GREY = "#c1121f", "#d9d9d9"
# Distinct in colour and in dashes, for print in black and white.
_WAYS = (("#0072b2", "solid"), ("#d55e00", "dash"), ("#cc79a7", "dot"), ("#009e73", "dash dot"))
_METRES_PER_DEGREE = 111_000
# Ground shown on every side of a parcel: this part of its own size, and no less than this many metres.
_AROUND, _LEAST_AROUND = 0.5, 80


@dataclass(frozen=True)
class Ground:
    """The layers of a result that sheets draw, and the outlines of the parcels asked for, by id."""

    parcels: QgsVectorLayer
    parks: QgsVectorLayer | None
    outlines: dict[str, QgsGeometry]


def open_ground(result: Path, ids: Iterable[str]) -> Ground:
    """Open the layers of a result. Errors: LandRenewalError when it holds no parcels or not these."""
    parcels = _open(result, "parcels")
    if parcels is None:
        raise LandRenewalError('"{}" has no layer "parcels": choose the result of a study.', result.name)
    quoted = ", ".join(QgsExpression.quotedValue(key) for key in ids)
    request = QgsFeatureRequest().setFilterExpression(f'"parcel_id" IN ({quoted})')
    request.setSubsetOfAttributes(["parcel_id"], parcels.fields())
    outlines = {str(one["parcel_id"]): QgsGeometry(one.geometry()) for one in parcels.getFeatures(request)}
    return Ground(parcels, _open(result, "parks"), outlines)


def _open(result: Path, table: str) -> QgsVectorLayer | None:
    layer = QgsVectorLayer(f"{result}|layername={table}", table, "ogr")
    if not layer.isValid():
        return None
    if not has_stored_style(layer):
        apply_style(layer, table)
    return layer


def memory_layer(kind: str, crs, names: tuple[str, ...], rows: Iterable[tuple]) -> QgsVectorLayer:
    """A layer of texts in memory. ``rows``: geometry (or None) and one text a name."""
    layer = QgsVectorLayer(kind, kind, "memory")
    layer.setCrs(crs)
    fields = QgsFields()
    for name in names:
        fields.append(new_field(name, "text"))
    provider = layer.dataProvider()
    provider.addAttributes(list(fields))
    layer.updateFields()
    for geometry, *texts in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(texts))
        if geometry is not None:
            feature.setGeometry(geometry)
        if not provider.addFeatures([feature])[0]:
            raise ValueError(f"a feature of {kind} was refused: {texts[:1]}")
    layer.updateExtents()
    return layer


def around(outline: QgsGeometry | None, geographic: bool) -> QgsGeometry | None:
    """The ground that the map of a parcel shows."""
    if outline is None or outline.isEmpty():
        return None
    box = outline.boundingBox()
    least = _LEAST_AROUND / (_METRES_PER_DEGREE if geographic else 1)
    box.grow(max(_AROUND * box.width(), _AROUND * box.height(), least))
    return QgsGeometry.fromRect(box)


def outline_layer(ground: Ground) -> QgsVectorLayer:
    """The outline of the page's parcel, dark on white so that it shows on any colour."""
    rows = [(outline, key) for key, outline in sorted(ground.outlines.items())]
    layer = memory_layer("MultiPolygon", ground.parcels.crs(), ("parcel_id",), rows)
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "white", "outline_width": "1.5"})
    inner = QgsFillSymbol.createSimple({"style": "no", "outline_color": RED, "outline_width": "0.8"})
    symbol.appendSymbolLayer(inner.symbolLayer(0).clone())
    layer.setRenderer(_of_page([(symbol, "", "")]))
    return layer


def place_layer(ground: Ground) -> QgsVectorLayer:
    """A dot where the page's parcel lies, for the overview."""
    rows = [(outline.pointOnSurface(), key) for key, outline in sorted(ground.outlines.items())]
    layer = memory_layer("Point", ground.parcels.crs(), ("parcel_id",), rows)
    look = {"name": "circle", "color": RED, "outline_color": "white", "outline_width": "0.4", "size": "2.4"}
    layer.setRenderer(_of_page([(QgsMarkerSymbol.createSimple(look), "", "")]))
    return layer


def way_layer(ground: Ground, ways: Iterable[tuple[str, str, str]], language: str) -> QgsVectorLayer:
    """Lines from parcels to the parks that scenarios send them to. ``ways``: (parcel, scenario, park)."""
    ends = _park_points(ground.parks)
    rows, shown = [], []
    for parcel_id, scenario, park_id in ways:
        if park_id not in ends or parcel_id not in ground.outlines:
            continue
        start = ground.outlines[parcel_id].pointOnSurface().asPoint()
        line = QgsGeometry.fromPolylineXY([start, ends[park_id]])
        rows.append((line, parcel_id, scenario))
        shown.append(scenario)
    layer = memory_layer("LineString", ground.parcels.crs(), ("parcel_id", "scenario"), rows)
    names = WORDS[language]["scenarios"]
    rules = []
    for (colour, dash), scenario in zip(_WAYS * 3, dict.fromkeys(shown)):
        look = {"line_color": colour, "line_width": "0.6", "line_style": dash}
        where = f'"scenario" = {QgsExpression.quotedValue(scenario)}'
        rules.append((QgsLineSymbol.createSimple(look), where, names.get(scenario, scenario)))
    layer.setRenderer(_of_page(rules))
    return layer


def _park_points(parks: QgsVectorLayer | None) -> dict[str, QgsPointXY]:
    if parks is None:
        return {}
    points = {}
    for park in parks.getFeatures():
        middle = park.geometry().pointOnSurface()
        if not middle.isEmpty():
            points[str(park["park_id"])] = middle.asPoint()
    return points


def _of_page(rules) -> QgsRuleBasedRenderer:
    """A renderer that draws the rows of the page's parcel only. ``rules``: (symbol, filter, label)."""
    root = QgsRuleBasedRenderer.Rule(None)
    for symbol, where, label in rules:
        both = f"{OF_PAGE} AND {where}" if where else OF_PAGE
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, both, label))
    return QgsRuleBasedRenderer(root)


def backdrop(layer: QgsVectorLayer) -> QgsVectorLayer:
    """All parcels in one pale colour."""
    copy = layer.clone()
    look = {"color": GREY, "outline_style": "no"}
    copy.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
    copy.setLabelsEnabled(False)
    return copy


def park_backdrop(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Outlines of the parks, named where they can receive: bases and communities."""
    copy = layer.clone()
    look = {"style": "no", "outline_color": "#5f5f5f", "outline_width": "0.25"}
    copy.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
    settings = QgsPalLayerSettings()
    settings.fieldName = "if(\"level\" IN ('base', 'community'), coalesce(\"park\", \"park_id\"), '')"
    settings.isExpression = True
    look = text_format(5.5, "#2b2b2b")
    buffer = look.buffer()
    buffer.setEnabled(True)
    buffer.setSize(0.5)
    look.setBuffer(buffer)
    settings.setFormat(look)
    copy.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    copy.setLabelsEnabled(True)
    return copy


def class_labels(layer: QgsVectorLayer, language: str) -> list[tuple[int, str]]:
    """Legend texts of the classes of parcels or parks, by the place of the class; short enough for a sheet.

    Classes that are not those of the shipped styles keep the texts of their style.
    """
    renderer, words = layer.renderer(), WORDS[language]
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == "deficiency":
        names = {**words["classes"], "": words["untested"], "None": words["untested"]}
        keys = [str(category.value()) for category in renderer.categories()]
    elif isinstance(renderer, QgsRuleBasedRenderer):
        names = {**words["levels"], "else": words["sheet"]["park_level"]}
        keys = [rule.ruleKey() for rule in renderer.rootRule().children()]
    else:
        return []
    return [(index, names[key]) for index, key in enumerate(keys) if key in names]
