"""The result project and the printed maps, on a small made-up study."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from land_renewal.core.common.columns import DEFICIENCY_RESULT, FATES
from land_renewal.core.common.errors import LandRenewalError

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "resources" / "styles"
DEFICIENCIES = DEFICIENCY_RESULT[0].choices
COLOURS = {
    "retain": "#d9d9d9",
    "renew": "#e69f00",
    "merge": "#0072b2",
    "relocate": "#d55e00",
    "reclaim": "#009e73",
    "reserve": "#cc79a7",
}
GROUPS = {
    "Scenario: Large concentration": "large_concentration",
    "Scenario: Small clustering": "small_clustering",
    "Scenario: Small clustering with parks": "clustering_with_parks",
}

pytestmark = pytest.mark.usefixtures("qgis_app")


def write_study(path: Path, epsg: int = 4549, scale: float = 1.0, names=("临港开发区", "城西工业园")) -> None:
    """A study of 8 parcels for each of the 6 fates, and two parks; the first scenario has two flows."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    kinds = {str: ogr.OFTString, float: ogr.OFTReal, int: ogr.OFTInteger}
    x0, y0 = (120.0, 31.0) if epsg == 4490 else (500_000, 3_430_000)

    def box(x, y, width, height):
        x, y, width, height = x0 + x * scale, y0 + y * scale, width * scale, height * scale
        ring = f"{x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}"
        return f"POLYGON(({ring}))"

    def add(name, geometry, columns, rows):
        layer = dataset.CreateLayer(name, reference if geometry else None, geometry or ogr.wkbNone)
        for column, kind in columns.items():
            layer.CreateField(ogr.FieldDefn(column, kinds[kind]))
        for wkt, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for column, value in zip(columns, values):
                if value is not None:
                    feature[column] = value
            if wkt:
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(wkt))
            layer.CreateFeature(feature)

    parcels = [
        (
            box(400 * j, 400 * i, 300, 300),
            f"P{i}{j}",
            90_000.0,
            fate,
            DEFICIENCIES[(i + j) % len(DEFICIENCIES)],
        )
        for i, fate in enumerate(FATES)
        for j in range(8)
    ]
    text, number = str, float
    columns = {"parcel_id": text, "area_m2": number, "fate": text, "deficiency": text}
    add("parcels", ogr.wkbPolygon, columns, parcels)
    for scenario in GROUPS.values():
        add(f"scenario_{scenario}", ogr.wkbPolygon, columns, parcels)
    parks = [(box(4000, 0, 1500, 1500), "K1", names[0]), (box(4000, 2500, 900, 900), "K2", names[1])]
    columns = {"park_id": text, "park": text, "level": text}
    add("parks", ogr.wkbPolygon, columns, [(*park, "base") for park in parks])
    columns = {"scenario": text, "park_id": text, "park": text, "capacity_m2": number, "received_m2": number}
    received = [(parks[0], "large_concentration", 123_400.0), (parks[1], "small_clustering", 0.0)]
    add("receivers", ogr.wkbPolygon, columns, [(p[0], s, *p[1:], 400_000.0, m2) for p, s, m2 in received])
    line = f"LINESTRING({x0 + 150 * scale} {y0 + 1350 * scale},{x0 + 4500 * scale} {y0 + 900 * scale})"
    columns = {"scenario": text, "area_m2": number}
    add("flows", ogr.wkbLineString, columns, [(line, "large_concentration", m2) for m2 in (9e4, 3e5)])
    columns = {"scenario": text, "relocate_parcels": int, "vacated_m2": number, "jobs_moved": number}
    columns["no_capacity_parcels"] = int
    add(
        "scenario_summary",
        None,
        columns,
        [
            (
                None,
                "large_concentration",
                1234,
                567_890.0,
                None,
                9,
            )
        ],
    )
    add("run_log", None, {"step": text}, [(None, "levels")])


@pytest.fixture
def study(tmp_path):
    path = tmp_path / "study.gpkg"
    write_study(path)
    return path


@pytest.fixture
def project(study):
    from land_renewal.processing.project import build_project

    built = build_project(study, study.with_suffix(".qgz"), "测试区")
    yield built
    built.clear()


def pixels(path) -> np.ndarray:
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint32).reshape(image.height(), -1).copy() & 0xFFFFFF


def test_project_has_a_group_and_theme_per_scenario(project):
    root = project.layerTreeRoot()
    assert [g.name() for g in root.findGroups()] == [*GROUPS, "Present state", "Tables"]
    themes = project.mapThemeCollection()
    assert set(themes.mapThemes()) == {*GROUPS, "Present state"}
    for theme, scenario in GROUPS.items():
        shown = themes.mapThemeVisibleLayers(theme)
        assert [layer.customProperty("land_renewal/table") for layer in shown] == [
            "flows",
            f"scenario_{scenario}",
            "receivers",
        ]
    visible = [
        layer.layer().name() for layer in root.findLayers() if layer.isVisible() and layer.layer().isSpatial()
    ]
    assert visible == ["Parks by level", "Parcels by deficiency"]


def test_flows_and_receivers_are_those_of_the_scenario(project):
    from land_renewal.processing.project import find_layer

    counts = {
        scenario: [find_layer(project, table, scenario).featureCount() for table in ("flows", "receivers")]
        for scenario in GROUPS.values()
    }
    assert counts == {
        "large_concentration": [2, 1],
        "small_clustering": [0, 1],
        "clustering_with_parks": [0, 0],
    }


def test_project_shows_all_parcels_and_parks(project):
    extent = project.viewSettings().fullExtent()
    assert project.crs().authid() == "EPSG:4549"
    assert extent.xMinimum() < 500_000
    assert extent.xMaximum() > 505_500
    assert extent.yMinimum() < 3_430_000
    assert extent.yMaximum() > 3_433_400
    assert extent.width() < 5_500 * 1.2


def test_project_reopens_after_the_folder_was_moved(study, project, tmp_path):
    from qgis.core import QgsProject

    names = sorted(layer.name() for layer in project.mapLayers().values())
    project.clear()
    target = tmp_path / "elsewhere" / "new name"
    target.mkdir(parents=True)
    for path in (study, study.with_suffix(".qgz")):
        shutil.move(str(path), str(target / path.name))
    moved = QgsProject()
    try:
        assert moved.read(str(target / "study.qgz"))
        layers = moved.mapLayers().values()
        assert sorted(layer.name() for layer in layers) == names
        assert [layer.name() for layer in layers if not layer.isValid()] == []
        assert all(str(target) in layer.source() for layer in layers)
        fates = [layer for layer in layers if layer.name().startswith("Parcels by fate: ")]
        assert [layer.renderer().classAttribute() for layer in fates] == ["fate"] * 3
        assert len(moved.mapThemeCollection().mapThemes()) == 4
        assert moved.title() == "测试区"
    finally:
        moved.clear()


def test_style_stored_in_the_geopackage_wins(study):
    from qgis.core import QgsVectorLayer

    from land_renewal.processing.project import build_project, find_layer

    layer = QgsVectorLayer(f"{study}|layername=parcels", "parcels", "ogr")
    layer.loadNamedStyle(str(STYLES / "scenario.qml"))
    assert layer.saveStyleToDatabase("parcels", "", True, "") == ""
    del layer
    project = build_project(study, study.with_suffix(".qgz"), "t")
    try:
        assert find_layer(project, "parcels").renderer().classAttribute() == "fate"
        assert find_layer(project, "parks").renderer().type() == "RuleRenderer"
    finally:
        project.clear()


def test_parcels_in_degrees_are_shown_in_a_utm_zone(tmp_path):
    from land_renewal.processing.project import build_project

    path = tmp_path / "degrees.gpkg"
    write_study(path, epsg=4490, scale=1e-5)
    project = build_project(path, tmp_path / "degrees.qgz", "t")
    try:
        extent = project.viewSettings().fullExtent()
        assert project.crs().authid() == "EPSG:32651"
        assert 4_000 < extent.width() < 8_000
    finally:
        project.clear()


def test_without_parcels_there_is_no_project(tmp_path):
    from land_renewal.processing.project import build_project

    with pytest.raises(LandRenewalError, match='no layer "parcels"'):
        build_project(tmp_path / "absent.gpkg", tmp_path / "p.qgz", "t")


def test_a_project_that_cannot_be_written_is_an_error(study, tmp_path):
    from land_renewal.processing.project import build_project

    with pytest.raises(LandRenewalError, match="could not be written"):
        build_project(study, tmp_path / "no folder" / "p.qgz", "t")


def test_map_shows_every_fate_in_its_colour(project, tmp_path):
    from land_renewal.processing.render import render_scenario_map

    names = sorted(layer.name() for layer in project.mapLayers().values())
    path = render_scenario_map(project, "large_concentration", tmp_path / "map.png", dpi=100)
    page = pixels(path)
    assert page.shape == pytest.approx((827, 1169), abs=2)  # A4 at 100 dots per inch
    assert len(np.unique(page)) > 100
    chart = page[110:720, 45:820]
    for fate, colour in COLOURS.items():
        assert (chart == int(colour[1:], 16)).sum() > 500, fate
    assert sorted(layer.name() for layer in project.mapLayers().values()) == names


def test_map_draws_moves_only_where_there_are_some(project, tmp_path):
    from land_renewal.processing.render import render_scenario_map

    first, second = (
        pixels(render_scenario_map(project, scenario, tmp_path / f"{scenario}.png", dpi=60))
        for scenario in ("large_concentration", "clustering_with_parks")
    )
    chart = (slice(66, 430), slice(28, 490))
    changed = (first[chart] != second[chart]).mean()
    assert 0.005 < changed < 0.4


def test_headline_leaves_out_what_is_not_known(project):
    from land_renewal.processing.render import headline

    parts = [part.strip() for part in headline(project, "large_concentration").split("·")]
    assert [re.sub(r"(?<=\d)\D(?=\d{3})", "", part) for part in parts] == [
        "1234 parcels move",
        "56.8 ha vacated",
    ]
    assert headline(project, "small_clustering") == ""


def test_findings_fit_on_a_line(project):
    from land_renewal.processing.render import findings

    assert findings(project, "large_concentration") == "9 parcels find no room"
    assert findings(project, "small_clustering") == ""


def test_legend_counts_parcels_and_land(project):
    from land_renewal.processing.project import find_layer
    from land_renewal.processing.render import parcels_and_land

    layer = find_layer(project, "scenario_small_clustering", "small_clustering")
    assert parcels_and_land(layer, "\"fate\" = 'merge'") == (8, 720_000.0)
    assert parcels_and_land(layer, '"fate" IS NULL') == (0, 0.0)


def test_chinese_is_not_drawn_as_boxes(study, tmp_path):
    from qgis.core import QgsFontUtils

    from land_renewal.processing.project import build_project
    from land_renewal.processing.render import FONTS, render_scenario_map

    if not any(QgsFontUtils.fontFamilyOnSystem(font) for font in FONTS[:3]):
        pytest.skip("no Chinese font is installed")
    pages = []
    for title in ("测测测测", "试试试试"):  # boxes for missing characters would all look alike
        project = build_project(study, tmp_path / "t.qgz", title)
        pages.append(pixels(render_scenario_map(project, "small_clustering", tmp_path / "t.png", dpi=100)))
        project.clear()
    heading = (slice(66, 92), slice(30, 300))
    assert (pages[0][heading] != pages[1][heading]).sum() > 50
    assert (pages[0][110:] == pages[1][110:]).all()


def test_scenarios_lie_side_by_side_over_the_same_extent(project, tmp_path):
    from land_renewal.processing.render_side import render_side_by_side

    names = ("large_concentration", "small_clustering", "clustering_with_parks")
    page = pixels(render_side_by_side(project, names, tmp_path / "side.png", dpi=60))
    assert page.shape == pytest.approx((702, 992), abs=2)  # A3 at 60 dots per inch
    charts = [page[95:400, left : left + 290] for left in (30, 350, 670)]
    for colour in COLOURS.values():
        found = [(chart == int(colour[1:], 16)).sum() for chart in charts]
        assert min(found) > 50
    with pytest.raises(LandRenewalError, match="none of these scenarios"):
        render_side_by_side(project, ("custom",), tmp_path / "x.png")


def test_a_scenario_that_was_not_run_has_no_map(project, tmp_path):
    from land_renewal.processing.render import render_scenario_map

    with pytest.raises(LandRenewalError, match="status_quo"):
        render_scenario_map(project, "status_quo", tmp_path / "x.png")


def test_map_into_a_missing_folder_is_an_error(project, tmp_path):
    from land_renewal.processing.render import render_scenario_map

    with pytest.raises(LandRenewalError, match="could not be written"):
        render_scenario_map(project, "small_clustering", tmp_path / "none" / "x.png", dpi=50)
