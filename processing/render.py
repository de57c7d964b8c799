"""Printed maps of the scenarios: a page with map, legend in plain words, scale, north and key figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsAggregateCalculator,
    QgsFeature,
    QgsFeatureRequest,
    QgsFontUtils,
    QgsLabelingEngineSettings,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage

from ..core.common.errors import LandRenewalError
from .project import find_layer, scenario_title
from .settings import numbers
from .translation import tr

NORTH_ARROW = Path(__file__).resolve().parent.parent / "resources" / "icons" / "northarrow.svg"
FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Noto Sans", "Open Sans")
INK, MUTED = "#2b2b2b", "#5f5f5f"
M2_PER_HA = 10_000
KILOMETRES_FROM = 20_000

# Millimetres on an A4 page, landscape: x, y, width, height.
TITLE = (10, 8, 277, 9)
SUBTITLE = (10, 17, 277, 6)
MAP = (10, 26, 200, 158)
LEGEND = (214, 26, 73, 136)
SCALE_BAR = (216, 168, 55, 10)
NORTH = (273, 163, 13, 15)
CAPTION = (10, 186, 277, 6)
FINDINGS = (10, 192, 277, 5)
SOURCE = (10, 199, 277, 5)


def render_scenario_map(project: QgsProject, scenario: str, png_path, dpi: int = 200) -> Path:
    """Draw a scenario of a project made by `build_project` into a PNG of one A4 page, and return its path.

    All scenarios of a project are drawn over the same extent, so that the maps can be laid side by side. The
    legend counts parcels and hectares by fate; the caption quotes what is known from `scenario_summary`.

    Raises `LandRenewalError` when the project has no such scenario or the picture cannot be written.
    """
    parcels = find_layer(project, f"scenario_{scenario}", scenario)
    if parcels is None:
        raise LandRenewalError(
            'The project holds no layer of the scenario "{}": run the study with it first.',
            scenario,
        )
    return write_page(lambda: scenario_layout(project, scenario, parcels), Path(png_path), dpi)


def write_page(make: Callable[[], QgsPrintLayout], target: Path, dpi: int) -> Path:
    """Draw the first page of a layout into a PNG and return its path.

    Raises `LandRenewalError` when it cannot be written. No layout is at hand then: an error would keep it
    beyond its project, which QGIS 3.40 does not survive.
    """
    if not _page_image(make(), dpi).save(str(target)):
        raise LandRenewalError(
            'The map "{}" could not be written: is the folder there, and writable?',
            target.name,
        )
    return target


def _page_image(layout: QgsPrintLayout, dpi: int) -> QImage:
    # exportToImage would try to georeference the page, which GDAL cannot do in a PNG and complains about.
    return QgsLayoutExporter(layout).renderPageToImage(0, QSize(), dpi)


def scenario_layout(project: QgsProject, scenario: str, parcels: QgsVectorLayer) -> QgsPrintLayout:
    """The page of a scenario."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)
    flows, receivers = (find_layer(project, table, scenario) for table in ("flows", "receivers"))
    chart = add_map(layout, [layer for layer in (flows, parcels, receivers) if layer is not None])
    heading = tr("Scenario: {}").format(scenario_title(scenario))
    add_text(layout, TITLE, heading, 17, INK)
    add_text(layout, SUBTITLE, project.title(), 10.5, MUTED)
    add_text(layout, CAPTION, headline(project, scenario), 10.5, INK)
    add_text(layout, FINDINGS, findings(project, scenario), 8, INK)
    add_text(layout, SOURCE, source_line(project), 7.5, MUTED)
    add_legend(layout, chart, parcels, flows, receivers)
    add_scale_bar(layout, chart)
    add_north(layout, chart)
    return layout


def add_map(layout: QgsPrintLayout, layers: list[QgsVectorLayer], box=MAP) -> QgsLayoutItemMap:
    """The map over the full extent of the project."""
    chart = QgsLayoutItemMap(layout)
    layout.addLayoutItem(chart)
    # Resizing an item without any size yet turns the extent into NaN.
    chart.setRect(0, 0, 1, 1)
    place(chart, box)
    project = layout.project()
    chart.setCrs(project.crs())
    chart.setLayers(layers)
    chart.setKeepLayerSet(True)
    chart.zoomToExtent(QgsRectangle(project.viewSettings().fullExtent()))
    chart.setFrameEnabled(True)
    chart.setFrameStrokeColor(QColor("#b5b5b5"))
    return chart


def place(item, box) -> None:
    """Put an item on the page."""
    x, y, width, height = box
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(x, y, millimetres))
    item.attemptResize(QgsLayoutSize(width, height, millimetres))


def font(size: float) -> QFont:
    """The first font at hand that can show Chinese, else the system's own, which substitutes characters."""
    chosen = next((QFont(name) for name in FONTS if QgsFontUtils.fontFamilyOnSystem(name)), QFont())
    chosen.setPointSizeF(size)
    return chosen


def text_format(size: float, colour: str) -> QgsTextFormat:
    """Text of a size in points."""
    text = QgsTextFormat()
    text.setFont(font(size))
    text.setSize(size)
    text.setColor(QColor(colour))
    return text


def add_text(layout: QgsPrintLayout, box, text: str, size: float, colour: str) -> None:
    """Text; what is longer than a line goes on in the next one, as far as the box reaches."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(text_format(size, colour))
    else:
        label.setFont(font(size))
        label.setFontColor(QColor(colour))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    # Lines that are broken would be stretched otherwise.
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    place(label, box)


def add_scale_bar(layout: QgsPrintLayout, chart: QgsLayoutItemMap, where: tuple = SCALE_BAR) -> None:
    """A metric scale bar, whatever the unit of the projection."""
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(chart)
    units = QgsUnitTypes.DistanceUnit
    bar.applyDefaultSize(
        units.DistanceKilometers if chart.scale() > KILOMETRES_FROM else units.DistanceMeters
    )
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setTextFormat(text_format(8, INK))
    place(bar, where)


def add_north(layout: QgsPrintLayout, chart: QgsLayoutItemMap, where: tuple = NORTH) -> None:
    """An arrow to true north, which is not always up in a projection."""
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(str(NORTH_ARROW))
    arrow.setLinkedMap(chart)
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    layout.addLayoutItem(arrow)
    place(arrow, where)


def add_legend(layout: QgsPrintLayout, chart, parcels, flows, receivers) -> None:
    """The legend, with parcels and hectares by fate."""
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    place(legend, LEGEND)
    legend.setLinkedMap(chart)
    legend.setAutoUpdateModel(False)
    legend.setWrapString("|")
    root = legend.model().rootGroup()
    root.clear()
    sections = (
        (parcels, tr("What happens to each parcel")),
        (flows, tr("Moves, by land moved")),
        (receivers, tr("Receiving parks, by land received")),
    )
    for layer, heading in sections:
        if layer is not None:
            # setName() would rename the layer in the project.
            root.addLayer(layer).setCustomProperty("legend/title-label", heading)
    count_fates(legend, root.findLayer(parcels))
    for kind, size in (("Subgroup", 9.5), ("SymbolLabel", 8)):
        style_legend(legend, getattr(QgsLegendStyle.Style, kind), size)
    legend.setSymbolHeight(3.2)
    legend.setSymbolWidth(6)
    legend.adjustBoxSize()


def style_legend(legend: QgsLayoutItemLegend, kind, size: float) -> None:
    """Font of one kind of legend text."""
    style = legend.style(kind)
    if hasattr(style, "setTextFormat"):
        style.setTextFormat(text_format(size, INK))
    else:
        style.setFont(font(size))
    if kind == QgsLegendStyle.Style.SymbolLabel:
        style.setMargin(QgsLegendStyle.Side.Left, 3)  # room for the wide edges of the receiving parks
    legend.setStyle(kind, style)


def count_fates(legend: QgsLayoutItemLegend, node) -> None:
    """Write parcels and hectares under each fate; the class of other values only when it has parcels."""
    layer, shown = node.layer(), []
    if layer.renderer().type() != "categorizedSymbol":
        return
    fates = [category.value() for category in layer.renderer().categories()]
    quoted = ", ".join(f"'{fate}'" for fate in fates if fate)
    for index, (fate, category) in enumerate(zip(fates, layer.renderer().categories())):
        where = f"\"fate\" = '{fate}'" if fate else f'"fate" IS NULL OR "fate" NOT IN ({quoted})'
        parcels, land = parcels_and_land(layer, where)
        if parcels == 0 and not fate:
            continue
        figures = tr("{parcels} parcels, {land} ha").format(parcels=whole(parcels), land=hectares(land))
        figures = figures if parcels else tr("none")
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, f"{category.label()}|{figures}")
        shown.append(index)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, shown)
    legend.model().refreshLayerLegend(node)


def parcels_and_land(layer: QgsVectorLayer, where: str) -> tuple[int, float]:
    """Number of parcels and their land in m2, by an expression."""
    parameters = QgsAggregateCalculator.AggregateParameters()
    parameters.filter = where
    count = layer.aggregate(QgsAggregateCalculator.Aggregate.Count, "parcel_id", parameters)[0]
    land = layer.aggregate(QgsAggregateCalculator.Aggregate.Sum, "area_m2", parameters)[0]
    return int(count or 0), float(land or 0)


def headline(project: QgsProject, scenario: str) -> str:
    """The figures of a scenario in one line; what is not known is left out."""
    summary = summary_row(project, scenario)
    known = set(summary.fields().names())
    parts = []
    for column, wording, form in headlines():
        value = summary[column] if column in known else None
        if isinstance(value, (int, float)):
            parts.append(wording.format(form(value)))
    return "   ·   ".join(parts)


def findings(project: QgsProject, scenario: str) -> str:
    """What the scenario could not do, in the line that there is room for; empty when there is nothing to
    say.
    """
    summary = summary_row(project, scenario)
    known = set(summary.fields().names())
    parts = []
    for column, wording, form in (
        ("no_receiver_parcels", tr("{} parcels have no receiver within the rules"), whole),
        ("no_capacity_parcels", tr("{} parcels find no room"), whole),
        ("short_m2", tr("{} ha more receiving land would be needed"), hectares),
    ):
        value = summary[column] if column in known else None
        if isinstance(value, (int, float)) and value > 0:
            parts.append(wording.format(form(value)))
    return "   ·   ".join(parts)


def headlines() -> tuple:
    """Column of `scenario_summary`, wording, form of the number."""
    return (
        ("relocate_parcels", tr("{} parcels move"), whole),
        ("firms_moved", tr("{} firms move"), whole),
        ("jobs_moved", tr("{} jobs move"), whole),
        ("vacated_m2", tr("{} ha vacated"), hectares),
        ("taken_up_m2", tr("{} ha taken up"), hectares),
        ("quota_freed_m2", tr("{} ha of quota freed"), hectares),
    )


def summary_row(project: QgsProject, scenario: str) -> QgsFeature:
    """The row of a scenario in `scenario_summary`; an empty feature when there is none."""
    table = find_layer(project, "scenario_summary")
    if table is None:
        return QgsFeature()
    request = QgsFeatureRequest().setFilterExpression(f"\"scenario\" = '{scenario}'").setLimit(1)
    return next(table.getFeatures(request), QgsFeature())


def source_line(project: QgsProject) -> str:
    """Where the map comes from: the file and the projection."""
    file = find_layer(project, "parcels").source().split("|")[0]
    return tr("Data: {file}. Projection: {crs}.").format(
        file=Path(file).name, crs=project.crs().description() or project.crs().authid()
    )


def whole_labels(project: QgsProject) -> None:
    """On the maps of a project labels stand inside the frame, or not at all: never cut at its edge."""
    settings = project.labelingEngineSettings()
    settings.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
    project.setLabelingEngineSettings(settings)


def whole(value: float) -> str:
    """A count, with the thousands marked."""
    return numbers().toString(round(value))


def hectares(value: float) -> str:
    """An area in m2 as hectares with one decimal."""
    return numbers().toString(value / M2_PER_HA, "f", 1)
