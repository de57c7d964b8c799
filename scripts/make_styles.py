"""Write the layer styles of resources/styles through the QGIS API.

Run with QGIS's Python (the oldest supported version, so that the files load everywhere):

    python3 scripts/make_styles.py [folder]

What each style shows, in which colours, stands in style_tables.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsArrowSymbolLayer,
    QgsCallout,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsReadWriteContext,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineCallout,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTextBackgroundSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument
from session import load_package
from style_tables import (
    CONTROL,
    CRITERIA,
    DEFICIENCIES,
    FATES,
    FLOW_HA,
    GREY,
    GUIDANCE,
    INK,
    LAND,
    LEVELS,
    PARKS,
    PRIORITY,
    QUIET,
    RECEIVED_HA,
    SCORE,
    YELLOW,
)

DETAIL_SCALE = 25_000
LINE_OPACITY = 0.55
FONTS = ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Noto Sans", "Open Sans", "Arial"]
MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters


def ha(column: str) -> str:
    """Expression for an area column in hectares."""
    return f'coalesce("{column}", 0) / 10000'


def stacked(symbol, *layers):
    """Put layers into a symbol; those handed to its constructor in a list are freed twice (QGIS 3.22)."""
    symbol.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        symbol.appendSymbolLayer(layer)
    return symbol


def override(symbol_layer, name: str, expression: str) -> None:
    """Let an expression decide one property; where it gives NULL, the fixed value holds."""
    key = getattr(QgsSymbolLayer.Property, f"Property{name}")
    symbol_layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))


def hatch(colour: str) -> QgsLinePatternFillSymbolLayer:
    """Diagonal lines for "not known"."""
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(45)
    pattern.setDistance(1.2)
    pattern.setSubSymbol(QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.16"}))
    return pattern


def area_symbol(colour: str | None) -> QgsFillSymbol:
    """Fill with a stroke of its own colour, so that slivers of parcels still show; white edges close up."""
    fill = QgsSimpleFillSymbolLayer(QColor(colour or "#f7f7f7"))
    fill.setStrokeColor(QColor(colour or GREY))
    fill.setStrokeWidth(0.3 if colour else 0.1)
    fill.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    edge = QgsSimpleLineSymbolLayer(QColor(colour or GREY), 0.12)
    close_up = f"coalesce(@map_scale, {DETAIL_SCALE}) < {DETAIL_SCALE}"
    override(edge, "LayerEnabled", close_up)
    if colour:
        override(edge, "StrokeColor", f"if({close_up}, '255,255,255', NULL)")
    return stacked(QgsFillSymbol(), *([fill, edge] if colour else [fill, hatch(GREY), edge]))


def point_symbol(colour: str | None) -> QgsMarkerSymbol:
    """Small dot; hollow for "not known"."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": colour or "#ffffff",
            "size": "1.6",
            "outline_color": INK if colour else GREY,
            "outline_width": "0.12" if colour else "0.25",
        }
    )


def outline_symbol(colour: str, width: float, style: str) -> QgsFillSymbol:
    """Park boundary without fill."""
    line = QgsSimpleLineSymbolLayer.create(
        {"line_color": colour, "line_width": str(width), "line_style": style, "joinstyle": "round"}
    )
    return stacked(QgsFillSymbol(), line)


def receiver_symbol(colour: str, width: float) -> QgsFillSymbol:
    """Tinted park with a boundary in the full colour."""
    fill = QgsSimpleFillSymbolLayer(tinted(colour), strokeStyle=Qt.PenStyle.NoPen)
    edge = QgsSimpleLineSymbolLayer(QColor(colour), width)
    # Outwards, since the parcels are drawn over the park.
    edge.setOffset(-width / 2)
    return stacked(QgsFillSymbol(), fill, edge)


def tinted(colour: str) -> QColor:
    """The colour at a third of its strength, opaque, so that it prints alike on every device."""
    full = QColor(colour)
    return QColor(*(255 - (255 - part) // 3 for part in (full.red(), full.green(), full.blue())))


def flow_symbol(width: float) -> QgsLineSymbol:
    """Line that widens towards its arrow head."""
    arrow = QgsArrowSymbolLayer.create(
        {
            "arrow_width": str(width),
            "arrow_start_width": str(width * 0.25),
            "head_length": str(0.8 + width),
            "head_thickness": str(0.4 + width * 0.6),
            "is_curved": "0",
            "is_repeated": "0",
        }
    )
    arrow.setSubSymbol(QgsFillSymbol.createSimple({"color": INK, "outline_color": INK, "outline_width": "0"}))
    return stacked(QgsLineSymbol(), arrow)


def warning_symbol() -> QgsMarkerSymbol:
    """Warning triangle with a stroke in it, drawn without any font."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "triangle", "color": YELLOW, "size": "3.4", "outline_color": INK, "outline_width": "0.25"}
    )
    bar = QgsMarkerSymbol.createSimple(
        {"name": "line", "size": "1.2", "offset": "0,0.35", "outline_color": INK, "outline_width": "0.35"}
    )
    symbol.appendSymbolLayer(bar.takeSymbolLayer(0))
    return symbol


def categories(column: str, table, symbol=area_symbol) -> QgsCategorizedSymbolRenderer:
    """Renderer over the values of a column; None catches all other values, so that nothing is invisible."""
    entries = [QgsRendererCategory(value, symbol(colour), label) for value, label, colour in table]
    return QgsCategorizedSymbolRenderer(column, entries)


def rules(table, symbol, heading: str = "") -> QgsRuleBasedRenderer:
    """Renderer over rules (key, expression, label, ...); keys are fixed, or each run would write new ones.

    ``heading``: stands over the classes in the legend.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    root.setRuleKey("root")
    if heading:
        # Not above the classes: QGIS would fold them away.
        root.appendChild(QgsRuleBasedRenderer.Rule(None, 0, 0, "FALSE", heading))
        root.children()[0].setRuleKey("heading")
    for key, expression, label, *look in table:
        rule = QgsRuleBasedRenderer.Rule(symbol(*look), 0, 0, expression, label)
        rule.setRuleKey(key)
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def by_hectares(table, column: str):
    """Fill the area expression into a table of size classes."""
    for key, condition, *rest in table:
        expression = f"{ha(column)} {condition.format(ha=ha(column))}" if condition else "ELSE"
        yield (key, expression, *rest)


def by_score(criterion: str):
    """Classes of a criterion's score; what is not scored falls through to "not known"."""
    column = f'"{criterion}_score"'
    for key, condition, *rest in SCORE:
        expression = f"{column} {condition.format(score=column)}" if condition else "ELSE"
        yield (key, expression, *rest)


def park_symbol(colour: str | None) -> QgsFillSymbol:
    """Filled park with a dark edge, so that the palest class still shows."""
    fill = QgsSimpleFillSymbolLayer(QColor(colour or "#f7f7f7"), strokeStyle=Qt.PenStyle.NoPen)
    edge = QgsSimpleLineSymbolLayer(QColor(INK), 0.3)
    return stacked(QgsFillSymbol(), *([fill, edge] if colour else [fill, hatch(GREY), edge]))


def unit_labels() -> QgsVectorLayerSimpleLabeling:
    """Park names; the district and the levels have no outline to write beside."""
    return QgsVectorLayerSimpleLabeling(label_settings('"unit"'))


def small_on_top(renderer, first: str | None = None):
    """Draw large parcels first (one kind before the rest), so that small ones are never covered."""
    clauses = [QgsFeatureRequest.OrderByClause('"area_m2"', False)]
    if first:
        clauses.insert(0, QgsFeatureRequest.OrderByClause(first, False))
    renderer.setOrderBy(QgsFeatureRequest.OrderBy(clauses))
    renderer.setOrderByEnabled(True)
    return renderer


def text_format(size: float, colour: str) -> QgsTextFormat:
    """Label text with a white halo; the first font at hand is taken, and one that knows Chinese steps in."""
    font = QFont(FONTS[0])
    text = QgsTextFormat()
    text.setFont(font)
    text.setFamilies(FONTS)
    text.setSize(size)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    card = QgsTextBackgroundSettings()
    card.setEnabled(True)
    card.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    card.setSize(QSizeF(0.6, 0.3))
    card.setFillColor(QColor("white"))
    card.setStrokeColor(QColor("white"))
    card.setOpacity(0.5)
    text.setBackground(card)
    return text


def label_settings(expression: str, size: float = 8, colour: str = INK) -> QgsPalLayerSettings:
    """Label beside the polygon, so that it does not hide the parcels in it."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    settings.dist = 1.8
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.setFormat(text_format(size, colour))
    leader = QgsSimpleLineCallout()
    leader.setEnabled(True)
    leader.setLineSymbol(QgsLineSymbol.createSimple({"line_color": INK, "line_width": "0.2"}))
    leader.setAnchorPoint(QgsCallout.AnchorPoint.PointOnExterior)
    # Also where the label is near: between two parks it must be seen which one is meant.
    leader.setMinimumLength(0.8)
    settings.setCallout(leader)
    return settings


def park_labels() -> QgsVectorLayerSimpleLabeling:
    """Park names."""
    return QgsVectorLayerSimpleLabeling(label_settings('coalesce("park", "park_id")'))


def receiver_labels() -> QgsRuleBasedLabeling:
    """Park name with "takes 12.3 of 40 ha"; paler when nothing arrives."""
    name = 'coalesce("park", "park_id")'
    received = f"format_number({ha('received_m2')}, 1)"
    capacity = f"format_number({ha('capacity_m2')}, 1)"
    # One text with places for the figures, so that it can be translated whole.
    takes = f"format('%1\\ntakes %2 of %3 ha', {name}, {received}, {capacity})"
    idle = f"format('%1\\nroom for %2 ha', {name}, {capacity})"
    full = f"format('%1\\nno room', {name})"
    no_room = 'coalesce("received_m2", 0) <= 0 AND round("capacity_m2" / 10000, 1) = 0'
    root = QgsRuleBasedLabeling.Rule(None)
    root.setRuleKey("root")
    for key, text, where, size, colour in (
        ("takes", takes, '"received_m2" > 0', 8, INK),
        ("full", full, no_room, 7, QUIET),
        ("idle", idle, "ELSE", 7, QUIET),
    ):
        rule = QgsRuleBasedLabeling.Rule(label_settings(text, size, colour))
        rule.setRuleKey(key)
        rule.setFilterExpression(where)
        root.appendChild(rule)
    return QgsRuleBasedLabeling(root)


def styles() -> dict:
    """Every style: name -> (geometry, renderer, labels or None)."""
    retained_first = "\"fate\" = 'retain'"
    deficiency = ("Polygon", small_on_top(categories("deficiency", DEFICIENCIES)), None)
    return {
        "standardised": ("Polygon", small_on_top(categories("urban_rural", LAND)), None),
        "controllines": ("Polygon", small_on_top(rules(CONTROL, area_symbol)), None),
        "levels": ("Polygon", small_on_top(rules(LEVELS, area_symbol)), None),
        "deficiency": deficiency,
        "parcels": deficiency,
        "guidance": ("Polygon", small_on_top(rules(GUIDANCE, area_symbol)), None),
        "scenario": ("Polygon", small_on_top(categories("fate", FATES), retained_first), None),
        "flows": ("LineString", rules(by_hectares(FLOW_HA, "area_m2"), flow_symbol), None),
        "receivers": (
            "Polygon",
            rules(by_hectares(RECEIVED_HA, "received_m2"), receiver_symbol),
            receiver_labels(),
        ),
        "parks": ("Polygon", rules(PARKS, outline_symbol), park_labels()),
        "performance": ("Polygon", rules(PRIORITY, park_symbol), unit_labels()),
        **{
            f"performance_{name}": ("Polygon", rules(by_score(name), park_symbol, title), unit_labels())
            for name, title in CRITERIA.items()
        },
        "enterprises": ("Point", categories("deficiency", DEFICIENCIES, point_symbol), None),
        "unmatched": ("Point", QgsSingleSymbolRenderer(warning_symbol()), None),
    }


def qml(geometry: str, renderer, labels) -> str:
    """The style of a layer as text."""
    from land_renewal.processing import stable_xml

    layer = QgsVectorLayer(geometry, "style", "memory")
    layer.setRenderer(renderer.clone())
    if labels is not None:
        layer.setLabeling(labels.clone())
        layer.setLabelsEnabled(True)
    document = QDomDocument("qgis")
    wanted = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    if geometry == "LineString":
        # Of the layer, not of the symbols: where lines lie over each other they must not add up to black.
        layer.setOpacity(LINE_OPACITY)
        wanted |= QgsMapLayer.StyleCategory.Rendering
    layer.exportNamedStyle(document, QgsReadWriteContext(), wanted)
    return stable_xml.DOCTYPE + stable_xml.text(document)


def write_styles(folder: Path) -> list[Path]:
    """Write every style into a folder."""
    paths = []
    for name, (geometry, renderer, labels) in styles().items():
        path = folder / f"{name}.qml"
        path.write_bytes(qml(geometry, renderer, labels).encode("utf-8"))
        paths.append(path)
    return paths


def main() -> None:
    load_package()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    default = Path(__file__).resolve().parent.parent / "resources" / "styles"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    for path in write_styles(folder):
        print(path.name)
    application.exitQgis()


if __name__ == "__main__":
    main()
