"""One-page sheets of parcels as PDF: map, facts and reasons, by an atlas of a QGIS layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.common.errors import LandRenewalError, first_ids
from ..core.dossier.dossier import METRIC, Dossier, Records, Units, dossier, scenario_names
from ..core.dossier.dossier_sheet import FULL, SHORT, SHORTEST, footer, sheet_lines
from ..core.dossier.dossier_words import WORDS
from . import sheet_layers as layers
from .progress import Progress
from .project import utm_zone
from .render import INK, MUTED, add_north, font, place, text_format
from .sheet_pdf import export_pdf
from .sheet_text import LAYERS, Column, Measure, columns, plain

MOST_FIRMS = 2
# Points; the largest in which all facts of all pages find room, else the smallest with fewer facts.
SIZES = (7.8, 7.3, 6.8)
STRONG = "#9b1c1c"
SCALES = (1000, 2000, 2500, 5000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)

# Millimetres on an A4 page, portrait: x, y, width, height.
TITLE, LEAD = (12, 9, 150, 8), (12, 17, 186, 6)
OWNER = (150, 9, 48, 8)
MAP, OVERVIEW = (12, 26, 118, 92), (134, 31, 64, 43)
CAPTION, LEGEND = (134, 26, 64, 5), (134, 75, 64, 43)
SCALE_BAR, SCALE, NORTH = (12.5, 105, 45, 9), (109, 112.5, 20, 4), (120, 28, 8, 9)
COLUMNS = ((12, 122, 90, 163), (108, 122, 90, 163))
LABELS, GAP = 24, 2
FOOT, PAGE = (12, 287, 160, 5), (172, 287, 26, 5)
# Where a label may measure text a little wider, or lines a little higher, than they were measured here.
SLACK = 0.97
ROOM = COLUMNS[0][3] * SLACK


@dataclass(frozen=True)
class Sheets:
    """What was written. ``cut``: parcels whose facts did not all find room on their page."""

    paths: list[Path]
    pages: int
    cut: list[str]


@dataclass(frozen=True)
class Look:
    """How the sheets are written."""

    language: str = "en"
    units: Units = METRIC


def write_sheets(
    result: str | Path, data: Records, ids: Sequence[str], target: str | Path, look: Look = Look(),
    each: bool = False, progress: Progress | None = None,
) -> Sheets:  # fmt: skip
    """Write the sheets of parcels into one PDF, or with ``each`` into one a parcel in the folder ``target``.

    ``data``: `parcel_tables.read_records` of these parcels. A parcel that is named twice gets one page. Fonts
    are embedded, and the same result gives the same file.

    Errors: LandRenewalError when a parcel is not in the result, or a file cannot be written; Cancelled.
    """
    result, target, wanted = Path(result), Path(target), list(dict.fromkeys(map(str, ids)))
    unknown = [key for key in wanted if not data.one("parcels", key)]
    if unknown or not wanted:
        said = first_ids(unknown) or "none"
        raise LandRenewalError('The result "{}" has no such parcels: {}.', result.name, said)
    project = QgsProject()
    layout, cut = sheet_layout(project, result, data, wanted, look)
    try:
        paths = export_pdf(layout, target, each, progress or Progress(None))
    finally:
        # The layout refers to layers of the project: it has to go first.
        layout.deleteLater()
        del layout
        project.clear()
    return Sheets(paths, len(wanted), cut)


def sheet_layout(
    project: QgsProject, result: Path, data: Records, ids: Sequence[str], look: Look
) -> tuple[QgsPrintLayout, list[str]]:
    """The layout of the sheets in a project, an atlas with a page a parcel, and the parcels cut short."""
    ground = layers.open_ground(result, ids)
    crs = ground.parcels.crs()
    if crs.isGeographic():
        crs = utm_zone(ground.parcels.extent().center())
    project.setCrs(crs)
    founds = [dossier(data, key, look.language, look.units, MOST_FIRMS) for key in ids]
    size, texts, cut = _fitted(founds, look.language)
    pages = _pages(founds, texts, ground, look.language)
    ways = way_rows(data, ids)
    drawn = {
        "pages": pages,
        "outline": layers.outline_layer(ground),
        "place": layers.place_layer(ground),
        "ways": layers.way_layer(ground, ways, look.language),
        "parcels": ground.parcels,
        "pale": layers.backdrop(ground.parcels),
    }
    if ground.parks is not None:
        drawn.update(parks=ground.parks, park_names=layers.park_backdrop(ground.parks))
    project.addMapLayers(list(drawn.values()), False)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    layout.renderContext().setPredefinedScales([float(scale) for scale in SCALES])
    _atlas(layout, pages)
    _maps(layout, drawn, look.language)
    _texts(layout, result, len(ids), size, look.language)
    return layout, cut


def way_rows(data: Records, ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """(parcel, scenario, park) of every move of these parcels."""
    return [
        (key, name, str(row["dest_id"]))
        for name in scenario_names(data.tables)
        for key in ids
        for row in data.of(f"scenario_{name}", key)
        if row.get("dest_id") is not None and row.get("fate") in ("relocate", "reclaim")
    ]


def _pages(founds: Sequence[Dossier], texts: Sequence[list[str]], ground, language: str) -> QgsVectorLayer:
    """The layer of the atlas: a row a page, with the texts that its labels show."""
    names = ("parcel_id", "file", "title", "lead", "foot")
    names += tuple(f"{layer}_{number}" for number in (1, 2) for layer in LAYERS)
    rows, taken = [], set()
    geographic = ground.parcels.crs().isGeographic()
    for found, own in zip(founds, texts):
        lead = WORDS[language]["comma"].join(filter(None, (found.title.partition(" · ")[2], found.lead)))
        box = layers.around(ground.outlines.get(found.parcel_id), geographic)
        head = (found.parcel_id, _file_name(found.parcel_id, taken), found.parcel_id, lead)
        rows.append((box, *head, footer(found, language), *own))
    return layers.memory_layer("Polygon", ground.parcels.crs(), names, rows)


def _fitted(founds: Sequence[Dossier], language: str) -> tuple[float, list[list[str]], list[str]]:
    """The size of the text in points, the texts of the columns of each page, and the parcels cut short."""
    for size in SIZES[:-1]:
        measure = Measure(font(size).family(), size)
        fits = [_dealt(found, language, FULL, measure) for found in founds]
        if not any(over for _, over in fits):
            return size, [_joined(dealt) for dealt, _ in fits], []
    measure = Measure(font(SIZES[-1]).family(), SIZES[-1])
    texts, cut = [], []
    for found in founds:
        shown, over = _shortened(found, language, measure)
        texts.append(shown)
        cut += [found.parcel_id] if over else []
    return SIZES[-1], texts, cut


def _dealt(found: Dossier, language: str, detail: int, measure: Measure) -> tuple[list[Column], int]:
    widths = (LABELS * SLACK - GAP, (COLUMNS[0][2] - LABELS) * SLACK)
    return columns(sheet_lines(found, language, detail), widths, ROOM, measure)


def _joined(dealt: Sequence[Column]) -> list[str]:
    return [getattr(column, name) for column in dealt for name in LAYERS]


def _shortened(found: Dossier, language: str, measure: Measure) -> tuple[list[str], int]:
    """The texts of a page with as much detail as finds room; the last line says what did not."""
    for detail in (FULL, SHORT, SHORTEST):
        dealt, over = _dealt(found, language, detail, measure)
        if not over:
            break
    texts = _joined(dealt)
    if over:
        said = WORDS[language]["cut"].format(over + 1)
        for place, text in zip(range(len(LAYERS), 2 * len(LAYERS)), ("", "", "", said)):
            texts[place] = "\n".join([*texts[place].split("\n")[:-1], text or "\u00a0"])
    return texts, over


def _file_name(parcel_id: str, taken: set[str]) -> str:
    """A file name for a parcel that every system takes; two ids never share one."""
    base = name = re.sub(r'[\\/:*?"<>|\s]+', "_", parcel_id).strip("._") or "parcel"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name.casefold())
    return name


def _atlas(layout: QgsPrintLayout, pages: QgsVectorLayer) -> None:
    atlas = layout.atlas()
    atlas.setCoverageLayer(pages)
    atlas.setHideCoverage(True)
    atlas.setPageNameExpression('"parcel_id"')
    atlas.setFilenameExpression('"file"')
    atlas.setEnabled(True)


def _maps(layout: QgsPrintLayout, drawn: dict[str, QgsVectorLayer], language: str) -> None:
    words = WORDS[language]["sheet"]
    chart = _map(layout, MAP, [drawn[name] for name in ("outline", "parks", "parcels") if name in drawn])
    chart.setId("map")
    chart.setAtlasDriven(True)
    chart.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Predefined)
    small = [drawn[name] for name in ("place", "ways", "park_names", "pale") if name in drawn]
    overview = _map(layout, OVERVIEW, small)
    extent = QgsRectangle(drawn["parcels"].extent())
    if "parks" in drawn:
        extent.combineExtentWith(drawn["parks"].extent())
    extent.grow(0.04 * max(extent.width(), extent.height()))
    _zoom(overview, extent, drawn["parcels"].crs())
    # An item without any feature yet has no extent, and a map of nothing cannot be linked to.
    _zoom(chart, extent, drawn["parcels"].crs())
    _scale_bar(layout, chart)
    add_north(layout, chart, NORTH)
    add_label(layout, CAPTION, words["overview"], 7.5, INK, bold=True)
    _legend(layout, overview, drawn, language)


def _map(layout: QgsPrintLayout, box, shown: list[QgsVectorLayer]) -> QgsLayoutItemMap:
    chart = QgsLayoutItemMap(layout)
    layout.addLayoutItem(chart)
    # Resizing an item without any size yet turns the extent into NaN.
    chart.setRect(0, 0, 1, 1)
    place(chart, box)
    chart.setCrs(layout.project().crs())
    chart.setLayers(shown)
    chart.setKeepLayerSet(True)
    chart.setFrameEnabled(True)
    chart.setFrameStrokeColor(QColor("#b5b5b5"))
    return chart


def _zoom(chart: QgsLayoutItemMap, extent: QgsRectangle, crs) -> None:
    from qgis.core import QgsCoordinateTransform

    move = QgsCoordinateTransform(crs, chart.crs(), chart.layout().project())
    chart.zoomToExtent(move.transformBoundingBox(extent))


def _scale_bar(layout: QgsPrintLayout, chart: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(chart)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(18)
    bar.setMaximumBarWidth(36)
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setTextFormat(_format(6.5, INK))
    place(bar, SCALE_BAR)
    scale = "[% '1 : ' || format_number(map_get(item_variables('map'), 'map_scale'), 0) %]"
    said = add_label(layout, SCALE, scale, 6.5, INK, align=Qt.AlignmentFlag.AlignHCenter)
    for item in (bar, said):
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(QColor(255, 255, 255, 255))


def _legend(layout, overview, drawn: dict[str, QgsVectorLayer], language: str) -> None:
    words = WORDS[language]["sheet"]
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    place(legend, LEGEND)
    legend.setLinkedMap(overview)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for name in ("outline", "parks", "parcels", "ways"):
        if name in drawn and (name != "ways" or drawn[name].featureCount()):
            # setName() would rename the layer in the project.
            node = root.addLayer(drawn[name])
            node.setCustomProperty("legend/title-label", words.get(name, ""))
            _short_legend(legend, node, name, words, language)
    legend.setColumnCount(2)
    legend.setSplitLayer(True)
    legend.setColumnSpace(2)
    for kind, size, gap in (("Subgroup", 6.8, None), ("SymbolLabel", 6.3, 1.0), ("Symbol", None, 1.0)):
        _legend_style(legend, getattr(QgsLegendStyle.Style, kind), size, gap)
    legend.setSymbolHeight(2.6)
    legend.setSymbolWidth(5)
    legend.setBoxSpace(0)
    legend.adjustBoxSize()


def _legend_style(legend: QgsLayoutItemLegend, kind, size: float | None, gap: float | None) -> None:
    """Size in points of one kind of legend text, and the gap above it in mm."""
    style = legend.style(kind)
    if size and hasattr(style, "setTextFormat"):
        style.setTextFormat(_format(size, INK))
    elif size:
        style.setFont(plain(font(size)))
    if gap is not None:
        style.setMargin(QgsLegendStyle.Side.Top, gap)
    legend.setStyle(kind, style)


def _format(size: float, colour: str, bold: bool = False) -> QgsTextFormat:
    look = text_format(size, colour)
    look.setFont(plain(font(size), bold))
    look.setSize(size)
    return look


def _short_legend(legend: QgsLayoutItemLegend, node, name: str, words: dict, language: str) -> None:
    """Short texts in the language of the sheet; layers of one symbol need no heading."""
    if name in ("parcels", "parks"):
        for index, label in layers.class_labels(node.layer(), language):
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, label)
    elif name == "outline":
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, words[name])
    if name == "outline":
        node.setCustomProperty("legend/title-style", "hidden")
    legend.model().refreshLayerLegend(node)


def _texts(layout: QgsPrintLayout, result: Path, count: int, size: float, language: str) -> None:
    words = WORDS[language]["sheet"]
    add_label(layout, TITLE, words["title"].format('[% "title" %]'), 15, INK, bold=True)
    add_label(layout, OWNER, result.stem, 8, MUTED, align=Qt.AlignmentFlag.AlignRight)
    add_label(layout, LEAD, '[% "lead" %]', 9.5, INK)
    for number, (x, y, width, height) in enumerate(COLUMNS, 1):
        left, right = (x, y, LABELS, height), (x + LABELS, y, width - LABELS, height)
        add_label(layout, (x, y, width, height), f'[% "heads_{number}" %]', size, "#0b4f6c", True, top=True)
        add_label(layout, left, f'[% "labels_{number}" %]', size, MUTED, top=True)
        add_label(layout, left, f'[% "strong_{number}" %]', size, STRONG, True, top=True)
        add_label(layout, right, f'[% "values_{number}" %]', size, INK, top=True)
    add_label(layout, FOOT, '[% "foot" %]', 6, MUTED)
    page = "[% @atlas_featurenumber %] / [% @atlas_totalfeatures %]" if count > 1 else ""
    add_label(layout, PAGE, page, 6, MUTED, align=Qt.AlignmentFlag.AlignRight)


def add_label(layout, box, text: str, size: float, colour: str, bold=False, top=False, align=None):
    """Text in a box, from its top or in its middle."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(_format(size, colour, bold))
    else:
        label.setFont(plain(font(size), bold))
        label.setFontColor(QColor(colour))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setVAlign(Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
    label.setHAlign(align or Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    place(label, box)
    return label
