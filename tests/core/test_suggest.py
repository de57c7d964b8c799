"""Suggestions from real traps: cut names, units in headers, swapped words, two columns for one."""

from __future__ import annotations

import csv
import struct
from itertools import islice

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import INPUTS, LEVEL_RESULT, names
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.headers import cut_forms, fold, readings
from land_renewal.core.intake.aliases import load_aliases
from land_renewal.core.intake.intake import take_enterprises
from land_renewal.core.intake.layer_guess import layer_kind
from land_renewal.core.intake.mapping import load_mapping, save_mapping, standardise
from land_renewal.core.intake.mapping_file import ALIASES, aliases_version
from land_renewal.core.intake.suggest import auto_mapping, suggest

AUTO = load_mapping("auto")


def look(table, columns, **more):
    """Certain columns by source, and questions by source, for a table of single values or lists."""
    samples = {place: values if isinstance(values, list) else [values] * 5 for place, values in
               enumerate(columns.values())}  # fmt: skip
    found = suggest(list(columns), pd.DataFrame(samples), table, **more)
    return {row.source: row.column for row in found.certain}, {row.source: row for row in found.unsure}


def certain(table, name, value):
    taken, _ = look(table, {name: value})
    return taken.get(name)


@pytest.mark.parametrize(
    ("name", "value", "column", "unit"),
    [
        ("产值（万元）", 3000, "output", "万元"),
        ("产值(万元)", 3000, "output", "万元"),
        ("产 值 【亿元】", 3, "output", "亿元"),
        ("2022年产值(单位：元)", 30000000, "output", "元"),
        ("１．工业总产值／万元", 3000, "output", "万元"),
        ("税收万元", 30, "tax", "万元"),
        ("Tax Paid (10k CNY)", 30, "tax", "10k CNY"),
        ("用电量（千瓦时）", 5, "electricity", "千瓦时"),
        ("年用电量(万千瓦时)", 5, "electricity", "万千瓦时"),
        ("用水量（立方米）", 5, "water", "m3_water"),
        ("从业人员数（人）", 5, "employees", "人"),
        ("是否规上（是/否）", "是", "above_scale", None),
        ("社会统一信用代码", "91330481MA2B8XQ01A", "uscc", None),
        ("值产业工总", 3000, "output", None),
    ],
)
def test_headers_of_enterprise_sheets(name, value, column, unit):
    found = suggest([name], pd.DataFrame([[value]] * 5), "enterprises")
    assert [(row.column, row.unit, row.certainty) for row in found.rows] == [(column, unit, "certain")]


@pytest.mark.parametrize(
    ("name", "unit", "factor"),
    [("用地面积(亩)", "亩", 2000 / 3), ("宗地面积（公顷）", "公顷", 1e4), ("land_area_ha", "ha", 1e4),
     ("图斑面积 平方米", "平方米", 1), ("占地面积（万平方米）", "万平方米", 1e4), ("面积㎡", "m2", 1)],
)  # fmt: skip
def test_areas_come_in_the_unit_of_the_header(name, unit, factor):
    made = standardise(pd.DataFrame({name: [2.0, 3.0]}), "parcels", AUTO)
    assert made.frame["stated_m2"].tolist() == pytest.approx([2 * factor, 3 * factor])
    said = [note for note in made.notes if "->" in note]
    assert len(said) == (0 if factor == 1 else 1)
    assert any(note == f"stated_m2 = {name}: alias, {'m2' if factor == 1 else unit}" for note in made.notes)


HEADERS = ["产值（万元）", "用地面积(亩)", "统一社会信用代码", "税收（元）", "固定资产净值", "营业收入(万元)"]


def cut_by_a_shapefile(headers, encoding, errors):
    """Names as a DBF header keeps them: ten bytes each, the rest read as ``errors`` says."""
    kept = b"".join(struct.pack("11s", name.encode(encoding)[:10]) for name in headers)
    fields = (kept[start : start + 11].split(b"\0")[0] for start in range(0, len(kept), 11))
    return [field.decode(encoding, errors) for field in fields]


@pytest.mark.parametrize("errors", ["replace", "ignore", "surrogateescape"])
def test_names_cut_to_ten_bytes(errors):
    utf8 = cut_by_a_shapefile(HEADERS, "utf-8", errors)
    gbk = cut_by_a_shapefile(HEADERS, "gbk", errors)
    assert [name[:3] for name in utf8] == ["产值（", "用地面", "统一社", "税收（", "固定资", "营业收"]
    values = [3000, 30, "91330481MA2B8XQ01A", 500, 4000, 3000]
    taken, asked = look("enterprises", dict(zip(utf8, values)))
    # 固定资 may be the net value or the investment as well; 500 is no unusual tax in 10,000 CNY.
    assert list(taken.values()) == ["output", "uscc", "tax", "revenue"]
    assert [row.column for row in asked.values()] == ["fixed_assets"]
    found = suggest(gbk, pd.DataFrame([values] * 5), "enterprises")
    assert [(row.column, row.unit) for row in found.certain] == [
        ("output", "万元"), ("uscc", None), ("tax", "元"), ("revenue", None)
    ]  # fmt: skip
    # in parcels 用地面 is the area; its unit was cut off and 30 is no usual area in m2, so it is asked
    _, asked = look("parcels", {utf8[1]: 30})
    assert asked[utf8[1]].column == "stated_m2"
    assert "the unit in its name was cut off" in asked[utf8[1]].reason


def test_a_lost_unit_is_asked_where_the_values_are_unusual_in_the_standard_one():
    assert certain("enterprises", "产值（", 3000) == "output"
    for value in (30_000_000, 0.3):
        _, asked = look("enterprises", {"产值（": value})
        assert "the unit in its name was cut off" in asked["产值（"].reason
    _, asked = look("enterprises", {"税收": 1_200_000})
    assert "its name states no unit" in asked["税收"].reason
    # a stated unit is taken at its word
    assert certain("enterprises", "税收(元)", 1_200_000) == "tax"


@pytest.mark.parametrize(
    ("name", "value", "column", "why"),
    [
        ("税收(万美元)", 30, "tax", "'万美元' in its name is not known"),
        ("税收(万元/亩)", 30, "tax", "its unit 万元/亩 is no unit of tax"),
        ("税收（国税）", 30, "tax", "'国税' in its name is not known"),
        ("税收", "见附表", "tax", "most values are not numbers"),
        ("环评验收", "在办", "eia_passed", "most values are neither yes nor no"),
        ("企业名", "甲厂", "name", None),
        ("从业人员总人数", 30, "employees", "the name is only similar"),
        ("行业名称", "纺织业", "industry", "the name alone does not tell"),
        ("经度", 120.5, "x", "the name alone does not tell"),
    ],
)
def test_what_is_not_certain_is_asked_and_not_used(name, value, column, why):
    frame = pd.DataFrame({name: [value] * 3})
    made = standardise(frame, "enterprises", AUTO)
    if why is None:
        assert column in made.frame
        return
    assert column not in made.frame
    assert made.frame[name].tolist() == [value] * 3
    [question] = [note for note in made.notes if note.startswith(f"Column '{name}' may be {column}")]
    assert why in question and "Name it in a column mapping" in question


@pytest.mark.parametrize(
    "name", ["亩均税收(万元/亩)", "工业增加值(万元)", "主营业务成本", "产值增速", "联系电话", "XZQJX", "abc"]
)
def test_what_is_known_to_be_something_else_is_neither_taken_nor_asked(name):
    assert look("enterprises", {name: 30}) == ({}, {})


def test_two_columns_for_one_are_both_asked():
    taken, asked = look("enterprises", {"税收(万元)": 30, "纳税总额（元）": 300000, "企业名称": "甲"})
    assert taken == {"企业名称": "name"}
    assert {name: row.column for name, row in asked.items()} == {"税收(万元)": "tax", "纳税总额（元）": "tax"}
    assert "'纳税总额（元）'" in asked["税收(万元)"].reason
    # the same figure of two years
    taken, asked = look("enterprises", {"2021年产值(万元)": 3000, "2022年产值(万元)": 3500})
    assert taken == {} and len(asked) == 2


def test_a_name_that_fits_two_columns_is_asked():
    taken, asked = look("parcels", {"用途": "工业用地"})
    assert taken == {}
    assert (asked["用途"].column, asked["用途"].alternatives) == ("land_code", ("planned_use",))
    made = standardise(pd.DataFrame({"用途": ["工业用地"]}), "parcels", AUTO)
    assert any("may be land_code or planned_use" in note for note in made.notes)


def test_the_standard_name_comes_first():
    frame = pd.DataFrame({"税收(万元)": [30.0], "Tax": [7.0]})
    made = standardise(frame, "enterprises", AUTO)
    assert made.frame["tax"].tolist() == [7.0]
    assert made.frame["税收(万元)"].tolist() == [30.0]
    assert not any("税收" in note for note in made.notes if "kept as they are" not in note)


def test_a_rule_of_the_mapping_comes_first(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("auto: true\ntables: {enterprises: {columns: {tax: 实缴}}}", encoding="utf-8")
    frame = pd.DataFrame({"实缴": [5.0], "税收(万元)": [30.0], "产值(万元)": [3000.0]})
    made = standardise(frame, "enterprises", load_mapping(path))
    assert made.frame[["tax", "output"]].values.tolist() == [[5.0, 3000.0]]


def test_results_of_an_earlier_step_are_no_columns_of_the_source():
    taken, asked = look("parks", dict.fromkeys(names(LEVEL_RESULT), "base"))
    assert taken == {} and asked == {}


def test_coordinates_need_a_datum(tmp_path):
    wgs = {"经度_WGS84": 120.5, "纬度_WGS84": 30.5}
    frame = pd.DataFrame({name: [value] for name, value in wgs.items()})
    mapping = auto_mapping(frame, "enterprises", AUTO)
    assert mapping.coordinates("enterprises") == "wgs84"
    assert set(mapping.rules("enterprises")) == {"x", "y"}
    half, asked = look("enterprises", {"经度_WGS84": 120.5})
    assert half == {} and "other coordinate" in asked["经度_WGS84"].reason
    both, _ = look("enterprises", {**wgs, "经度_GCJ02": 120.5, "纬度_GCJ02": 30.5})
    assert both == {}
    plain = {"经度": 120.5, "纬度": 30.5}
    assert look("enterprises", plain)[0] == {}
    assert look("enterprises", plain, coordinates="gcj02")[0] == {"经度": "x", "纬度": "y"}
    assert look("enterprises", plain, coordinates="layer")[0] == {}
    assert look("enterprises", {"横坐标": 4e7, "纵坐标": 3e6})[0] == {"横坐标": "x", "纵坐标": "y"}


def test_named_degrees_become_points_in_the_crs_of_the_parcels():
    frame = pd.DataFrame({"企业名称": ["甲"], "经度_GCJ02": [134.014041], "纬度_GCJ02": [46.807653]})
    taken = take_enterprises(frame, AUTO, pyproj.CRS(4326), pyproj.CRS(4326))
    # the WGS-84 point of the same row of the catalogue of development zones, 0.007 degrees away
    assert (taken.shapes.x[0], taken.shapes.y[0]) == pytest.approx((134.006572, 46.805356), abs=1e-4)
    # a layer's own points stay where they are
    layer = gpd.GeoDataFrame(frame, geometry=[shapely.Point(134.0, 46.8)], crs=4326)
    taken = take_enterprises(layer, AUTO, pyproj.CRS(4326), pyproj.CRS(4326))
    assert (taken.shapes.x[0], taken.shapes.y[0]) == (134.0, 46.8)


def test_a_mapping_that_was_suggested_is_not_suggested_again():
    frame = pd.DataFrame({"税收(万元)": [30.0], "行业名称": ["纺织业"]})
    once = auto_mapping(frame, "enterprises", AUTO)
    assert auto_mapping(frame, "enterprises", once) is once
    assert standardise(frame, "enterprises", once).notes == standardise(frame, "enterprises", AUTO).notes
    assert AUTO.fingerprint("parcels") != load_mapping("standard").fingerprint("parcels")
    assert aliases_version() in AUTO.fingerprint("parcels")


def squares(side_m, values, name):
    """Squares on the equator of a Mercator: a metre there is a metre."""
    boxes = [shapely.box(x, 0, x + side_m, side_m) for x in 1000.0 * np.arange(len(values))]
    return gpd.GeoDataFrame({name: values}, geometry=boxes, crs=3395)


def test_measured_areas_tell_the_unit_of_stated_ones():
    # 200 m x 200 m = 40,000 m2 = 60 mu = 4 ha; ellipsoidal area at the equator differs by 0.7 %
    for name, value in (("用地面积", 40_000.0), ("用地面积（亩）", 60.0), ("用地面积（公顷）", 4.0)):
        made = standardise(squares(200, [value] * 3, name), "parcels", AUTO)
        assert made.frame["stated_m2"].tolist() == pytest.approx([40_000] * 3)
    for name, value, unit in (
        ("用地面积", 60.0, "mu"),
        ("用地面积（亩）", 4.0, "ha"),
        ("area", 430_556.0, "sqft"),
    ):
        made = standardise(squares(200, [value] * 3, name), "parcels", AUTO)
        assert "stated_m2" not in made.frame
        assert any(f"the measured areas say its unit is {unit}" in note for note in made.notes)


def test_the_land_survey_without_its_preset():
    columns = {
        **{"BSM": "3304001", "DLBM": "0601", "DLMC": "工业用地", "TBMJ": 1200.0, "ZLDWMC": "一村"},
        **{"ZLDWDM": "3304811010010000000", "CZCSXM": "201A", "TBBH": "12", "SHAPE_Area": 1.0},
    }
    made = standardise(pd.DataFrame({name: [value] for name, value in columns.items()}), "parcels", AUTO)
    found = made.frame.iloc[0]
    assert found[["parcel_id", "land_code", "town_code", "urban_rural"]].tolist() == [
        "3304001", "0601", "330481101", "urban"
    ]  # fmt: skip
    assert "town" not in made.frame
    assert any(note.startswith("Column 'ZLDWMC' may be town") for note in made.notes)


def test_landchina(shared_data):
    with (shared_data / "landchina" / "landchina_results_2018.csv").open(encoding="utf-8-sig") as file:
        frame = pd.DataFrame(csv.DictReader(file))
    made = standardise(frame, "parcels", AUTO)
    data = made.frame
    assert len(data) == 241
    # agreed and actual start are told apart although both begin with time4commencement
    assert data["start_due"].notna().sum() == frame["time4commencement_plan"].str.strip().ne("").sum() == 145
    assert data["start_actual"].isna().all()
    assert data["supply_date"].value_counts().to_dict() == {"2018-12-31": 190, "2019-01-01": 13}
    # hectares without a unit in the header, and a use in words: asked
    assert "stated_m2" not in data and "site_far" not in data
    asked = {note.split("'")[1] for note in made.notes if note.startswith("Column '")}
    assert {"area", "use"} <= asked
    assert not {"plot_ratio_minimum", "plot_ratio_maximum", "time4completion_plan"} & asked


def test_taiwanese_parks(shared_data):
    gdal = pytest.importorskip("osgeo.gdal")
    path = str(shared_data / "tw_parks" / "產業園區範圍圖.shp")
    # Big5, as its DBF says; said here because QGIS, where it runs in the same process, switches recoding off.
    source = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=["ENCODING=CP950"])
    frame = pd.DataFrame([feature.items() for feature in source.GetLayer(0)])
    made = standardise(frame, "parks", AUTO)
    assert len(made.frame) == 212
    assert made.frame["park"].tolist() == frame["NAME"].str.strip().tolist()
    assert made.frame["park"][0] == "臺中港科技產業園區"
    # 科技產業園區, 編定, 報編 are told by no one to be levels or kinds of zone
    assert "admin_level" not in made.frame and "zone_type" not in made.frame
    [question] = [note for note in made.notes if note.startswith("Column 'TYPENAME'")]
    assert "admin_level or zone_type" in question


def test_the_catalogue_of_development_zones(shared_data):
    frame = pd.read_csv(shared_data / "cn_zones" / "cn_devzone_catalogue_2018_sample.csv")
    made = standardise(frame, "parks", AUTO)
    assert made.frame["approved_km2"].tolist() == pytest.approx((frame["核准面积_公顷"] / 100).tolist())
    # 批准级别 is 国务院 for the national ones
    assert set(made.frame.loc[frame["批准级别"] == "国务院", "admin_level"]) == {"national"}
    assert any("国务院 -> national" in note for note in made.notes)


def test_new_york_is_asked_for_its_square_feet(shared_data):
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    source = ogr.Open(str(shared_data / "nyc" / "lots.gpkg"))
    source_rows = [
        (f.items(), bytes(f.GetGeometryRef().ExportToWkb())) for f in islice(source.GetLayer(0), 400)
    ]
    shapes = shapely.from_wkb([wkb for _, wkb in source_rows])
    lots = gpd.GeoDataFrame([items for items, _ in source_rows], geometry=shapes, crs=2263)
    made = standardise(lots, "parcels", AUTO)
    assert "stated_m2" not in made.frame
    assert any("'LotArea'" in note and "its unit is sqft" in note for note in made.notes)


def test_every_alias_is_certain_on_its_own():
    aliases, wrong = load_aliases(), []
    for table in INPUTS:
        for key, options in aliases.tables[table].exact.items():
            for column, rule in options.items():
                taken, _ = look(table, {rule.sources[0]: []})
                pair = key in aliases.coordinates
                if taken.get(rule.sources[0]) != column and not pair and column != rule.sources[0]:
                    wrong.append((table, rule.sources[0], column, taken))
    assert wrong == []


def test_no_usual_range_fits_both_yuan_and_ten_thousand_yuan():
    for name, (low, high) in load_aliases().usual.items():
        assert 0 < low < high <= 1e4 * low * (1 + 1e-9), name


def test_layers_of_control_lines_by_name():
    layers = load_mapping("controllines").layers
    assert layer_kind("XZ_STBHHX", layers) == "redline"
    for name, kind in (("YJJBNTBHTB", "farmland"), ("yjjbnt", "farmland"), ("JBNTBHTB_2020", "farmland")):
        assert layer_kind(name, layers) == kind
    assert layer_kind("XJBNTBHTBX", layers) is None
    assert layer_kind("某县城镇开发边界2022", layers) == "boundary"
    assert layer_kind("layer", layers) is None


def test_a_wrong_file_of_aliases_is_refused_at_its_line(tmp_path):
    path = tmp_path / "aliases.yml"
    path.write_text(
        "columns:\n  tax: [{from: 税, unit: 亩}]\nusual: {tax: [1]}\nextra: 1\n", encoding="utf-8"
    )
    with pytest.raises(LandRenewalError) as caught:
        load_aliases(path)
    message = str(caught.value)
    assert "line 2: tax: " in message and "line 3: tax: must be [lowest, highest]" in message
    assert "line 4: field 'extra'" in message
    assert ALIASES.is_file()


def test_readings_of_a_header():
    units = {"立方米": "m3_water"}
    assert fold("  Land-Use（大类） ") == "landuse大类"
    assert cut_forms("产值") == set()
    assert cut_forms("用地面积(亩)") == {"用地面", "用地面积"}
    [last] = {reading.unit for reading in readings("用水(立方米)", units, frozenset())} - {None}
    assert last == "m3_water"


# Names as they come: aliases whole, cut, with a unit or a year, codes, standard names, and anything.
_known = sorted({rule.sources[0] for table in ("parcels", "enterprises") for options in
                 load_aliases().tables[table].exact.values() for rule in options.values()})  # fmt: skip
_cut = st.builds(
    lambda name, encoding, errors: name.encode(encoding)[:10].decode(encoding, errors),
    st.sampled_from(_known), st.sampled_from(["utf-8", "gbk"]), st.sampled_from(["replace", "ignore"]),
)  # fmt: skip
_dressed = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "2022年", "*", "1."]),
    st.sampled_from(_known),
    st.sampled_from(["", "（万元）", "(亩)", "（", " /元", "（某）", "(元"]),
)
header = st.one_of(
    st.sampled_from(_known), _cut, _dressed, st.sampled_from(names(INPUTS["parcels"])), st.text(max_size=8)
)
cell = st.one_of(
    st.none(), st.integers(-10, 10**7), st.sampled_from(["是", "x", "0601", "2020-01-01", "国家级"])
)
tables = st.sampled_from(["parcels", "enterprises", "parks", "plan", "towns", "occupancy"])
sources = st.lists(st.tuples(header, st.lists(cell, min_size=3, max_size=3)), max_size=8)


@settings(max_examples=150)
@given(sources, tables)
def test_nothing_is_taken_twice_or_while_in_doubt(source, table):
    frame = pd.DataFrame({place: cells for place, (_, cells) in enumerate(source)}, dtype=object)
    titles = [name for name, _ in source]
    found = suggest(titles, frame, table)
    columns = [row.column for row in found.certain]
    assert len(set(columns)) == len(columns)
    assert len({row.source for row in found.certain}) == len(columns)
    assert not {row.source for row in found.certain} & {row.source for row in found.unsure}
    assert not set(columns) & {title.strip().casefold() for title in titles}
    for row in found.certain:
        assert row.alternatives == () and row.options[0][1].sources == (row.source,)
        # the very same name twice is no certainty
        assert titles.count(row.source) == 1
    # the order of the columns does not matter
    turned = suggest(titles[::-1], frame.iloc[:, ::-1], table)
    assert {(row.source, row.column) for row in turned.certain} == {
        (row.source, row.column) for row in found.certain
    }


@settings(max_examples=40)
@given(sources, st.sampled_from(["parcels", "enterprises"]))
def test_the_saved_mapping_does_what_the_suggestion_did(tmp_path_factory, source, table):
    frame = pd.DataFrame({place: cells for place, (_, cells) in enumerate(source)}, dtype=object)
    frame.columns = [name for name, _ in source]
    if frame.empty:
        return
    mapping = auto_mapping(frame, table, AUTO)
    path = tmp_path_factory.mktemp("saved") / "used.yml"
    save_mapping(mapping, path)
    again = load_mapping(path)
    assert again.tables[table] == mapping.tables[table]
    assert again.settings == mapping.settings
    first, second = standardise(frame, table, AUTO), standardise(frame, table, again)
    pd.testing.assert_frame_equal(first.frame, second.frame)
    pd.testing.assert_frame_equal(first.rejects, second.rejects)


def test_our_own_names_are_known_when_a_shapefile_has_cut_them():
    frame = pd.DataFrame({"park_id": ["a"], "admin_leve": ["county"], "approved_k": [4.0]})
    made = standardise(frame, "parks", load_mapping("auto")).frame
    assert made["admin_level"].tolist() == ["county"]
    assert made["approved_km2"].tolist() == [4.0]


def test_columns_that_nobody_uses_are_named():
    frame = pd.DataFrame({"parcel_id": ["a"], "联系人": ["x"], "备注": ["y"]})
    notes = standardise(frame, "parcels", load_mapping("auto")).notes
    assert "2 columns are kept as they are and not used: 联系人, 备注." in notes
