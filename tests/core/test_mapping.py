from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import INPUTS, REGISTRY
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.mapping import Mapping, Rule, load_mapping, presets, save_mapping, standardise

COLUMNS = "tables:\n  parcels:\n    columns:\n      "


@pytest.fixture
def load(tmp_path):
    def load_text(text):
        path = tmp_path / "mine.yml"
        path.write_text(text, encoding="utf-8")
        return load_mapping(path)

    return load_text


def parcels_mapping(load, *lines):
    return load("tables:\n  parcels:\n    columns:\n" + "".join(f"      {line}\n" for line in lines))


def geo(columns, crs=4490):
    count = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=shapely.points(np.arange(count), 0.0), crs=crs)


def test_standard_names_are_found_whatever_their_case():
    frame = geo({"PARCEL_ID": ["a", "b"], "Site_FAR": ["1.5", "0"], "colour": ["red", None], "fid": [1, 2]})
    made = standardise(frame, "parcels", None)
    assert list(made.frame.columns) == ["parcel_id", "site_far", "colour", "geometry"]
    assert made.frame["site_far"].tolist()[0] == 1.5
    assert np.isnan(made.frame["site_far"][1])
    assert made.notes == ["site_far: 1 of 2 values are 0 and taken as not surveyed."]
    assert made.rejects.empty
    assert made.frame.crs == frame.crs
    assert made.frame.geometry.tolist() == frame.geometry.tolist()


def test_kinds_and_rejects():
    frame = pd.DataFrame(
        {
            "ent_id": ["e1", "e2", "e3", "e4"],
            "year": ["2022", "2022.5", 2023, "last"],
            "electricity": ["1,000", "-5", "0", "12度"],
            "wastewater": [0, 0.0, None, "7"],
            "profit": [-3, 0, "", "?"],
            "eia_passed": ["已验收", "未验收", "待验收", None],
            "name": [" 甲厂 ", b"\xe4\xb9\x99", "", None],
        }
    )
    made = standardise(frame, "enterprises")
    data = made.frame
    assert {name: str(data[name].dtype) for name in data} == {
        "ent_id": "object", "name": "object", "year": "float64", "profit": "float64",
        "electricity": "float64", "wastewater": "float64", "eia_passed": "boolean",
    }  # fmt: skip
    assert data["name"].tolist() == ["甲厂", "乙", None, None]
    np.testing.assert_array_equal(data["year"], [2022, np.nan, 2023, np.nan])
    np.testing.assert_array_equal(data["electricity"], [1000, np.nan, np.nan, np.nan])
    np.testing.assert_array_equal(data["wastewater"], [0, 0, np.nan, 7])
    np.testing.assert_array_equal(data["profit"], [-3, 0, np.nan, np.nan])
    assert data["eia_passed"].isna().tolist() == [False, False, True, True]
    assert made.rejects.to_dict("list") == {
        "table": ["enterprises"] * 6,
        "row": [2, 2, 3, 4, 4, 4],
        "id": ["e2", "e2", "e3", "e4", "e4", "e4"],
        "column": ["year", "electricity", "eia_passed", "year", "profit", "electricity"],
        "value": ["2022.5", "-5", "待验收", "last", "?", "12度"],
        "reason": ["not a year", "below 0", "neither yes nor no", "not a year",
                   "not a number", "not a number"],
    }  # fmt: skip
    assert "electricity: 1 of 4 values are 0 and taken as not surveyed." in made.notes


def test_choices_are_matched_without_case_and_others_rejected():
    made = standardise(pd.DataFrame({"urban_rural": ["Urban", "rural", "suburb", None]}), "parcels")
    assert made.frame["urban_rural"].tolist() == ["urban", "rural", None, None]
    assert made.rejects[["row", "id", "value", "reason"]].values.tolist() == [
        [3, "P3", "suburb", "not one of urban, rural"]
    ]


def test_units_are_converted_and_said(load):
    mapping = parcels_mapping(
        load, "stated_m2: {from: 面积, unit: 亩}", "tax: {from: 税, unit: 元}", "output: 产值"
    )
    made = standardise(
        pd.DataFrame({"面积": [3.0, 1.5], "税": ["10000", "2.5e4"], "产值": [7, 8]}), "parcels", mapping
    )
    assert made.frame["stated_m2"].tolist() == [2000.0, 1000.0]
    assert made.frame["tax"].tolist() == [1.0, 2.5]
    assert made.frame["output"].tolist() == [7.0, 8.0]
    assert "stated_m2 = 面积 x 666.667 (亩 -> m2)" in made.notes
    assert "tax = 税 x 0.0001 (元 -> 10k CNY)" in made.notes
    assert "No unit is stated for output (10k CNY): the unit in brackets is assumed." in made.notes


def test_percent_signs_and_percent_units(load):
    cells = ["35%", "40"]
    stated = parcels_mapping(load, 'building_density: {from: d, unit: "%"}')
    assert standardise(pd.DataFrame({"d": cells}), "parcels", stated).frame["building_density"].tolist() == [
        0.35,
        0.4,
    ]
    silent = standardise(pd.DataFrame({"building_density": ["35", "40"]}), "parcels")
    assert any("a share is 0 to 1" in note for note in silent.notes)
    area = standardise(pd.DataFrame({"stated_m2": ["35%"]}), "parcels")
    assert area.rejects["reason"].tolist() == ["not a number"]


def test_zero_can_be_a_value(load):
    frame = pd.DataFrame({"tax": [0, 5]})
    assert np.isnan(standardise(frame, "parcels").frame["tax"][0])
    mapping = parcels_mapping(load, "tax: {from: tax, zero: value}")
    made = standardise(frame, "parcels", mapping)
    assert made.frame["tax"].tolist() == [0.0, 5.0]
    mapping = parcels_mapping(load, "developed_share: {from: d, zero: missing}")
    made = standardise(pd.DataFrame({"d": [0, 0, 0.5]}), "parcels", mapping)
    assert made.frame["developed_share"].isna().tolist() == [True, True, False]
    assert "developed_share: 2 of 3 values are 0 and taken as not surveyed." in made.notes


def test_value_lists(load):
    mapping = parcels_mapping(
        load,
        'land_code: {from: use, pad: 2, values: {"06": "0601", "11": null}, prefix_other: "x-"}',
        "urban_rural: {from: place, slice: [0, 3], values: {201: urban, 203: rural}, other: null}",
        "stage: {from: s, values: {批: approved}}",
        "town: {value: East}",
        "employees: {value: 0, zero: value}",
    )
    frame = pd.DataFrame(
        {"use": [6, 11, 5, None], "place": ["201A", "203", "205", ""], "s": ["批", "built", "gone", None]}
    )
    made = standardise(frame, "parcels", mapping)
    assert made.frame["land_code"].tolist() == ["0601", None, "x-05", None]
    assert made.frame["urban_rural"].tolist() == ["urban", "rural", None, None]
    assert made.frame["stage"].tolist() == ["approved", "built", None, None]
    assert made.frame["town"].tolist() == ["East"] * 4
    assert made.frame["employees"].tolist() == [0.0] * 4
    assert made.rejects[["row", "column", "value"]].values.tolist() == [[3, "stage", "gone"]]
    assert "urban_rural: 1 of 4 values have no counterpart: 205; left empty." in made.notes
    # what a value list or a slice takes from a source column is still in the table
    assert made.frame["use"].tolist()[:3] == [6, 11, 5]
    assert made.frame["place"].tolist() == frame["place"].tolist()


def test_presence(load):
    mapping = parcels_mapping(
        load,
        "heritage: {from: [a, b], test: any_present}",
        "contaminated: {from: a, test: present_or_unknown}",
    )
    frame = pd.DataFrame({"a": ["x", None, "", "no", 0], "b": [None, "y", None, None, None]})
    made = standardise(frame, "parcels", mapping).frame
    assert made["heritage"].tolist() == [True, True, False, False, False]
    assert made["contaminated"].fillna(False).tolist() == [True, False, False, False, False]
    assert made["contaminated"].isna().tolist() == [False, True, True, True, True]


def test_ids_are_made_completed_and_told_apart():
    made = standardise(pd.DataFrame({"tax": [1, 2]}), "parcels")
    assert made.frame["parcel_id"].tolist() == ["P1", "P2"]
    assert "parcel_id: there is no id column; P1 to P2 are the row numbers of the source." in made.notes
    made = standardise(pd.DataFrame({"parcel_id": ["a", None, "a", "a#2", "a", ""]}), "parcels")
    assert made.frame["parcel_id"].tolist() == ["a", "P2", "a#2", "a#2#2", "a#3", "P6"]
    assert "parcel_id: 2 of 6 rows have no id; P2 to P6 are the row numbers of the source." in made.notes
    assert any(note.startswith("parcel_id: 2 of 6 rows repeat an id") for note in made.notes)


def test_a_firm_may_have_a_row_a_year_and_a_park_several_polygons():
    firms = pd.DataFrame({"ent_id": ["e", "e", "e", "f"], "year": [2021, 2022, 2022, 2022]})
    assert standardise(firms, "enterprises").frame["ent_id"].tolist() == ["e", "e", "e#2", "f"]
    parks = standardise(pd.DataFrame({"park_id": ["p", "p"]}), "parks")
    assert parks.frame["park_id"].tolist() == ["p", "p"]
    assert parks.notes == []
    towns = standardise(pd.DataFrame({"town": ["t", "t"]}), "towns")
    assert list(towns.frame.columns) == ["town"]


def test_source_columns_never_overwrite_standard_or_result_columns(load):
    mapping = parcels_mapping(load, "tax: {from: paid}")
    frame = geo(
        {
            "paid": [1, 2],
            "TAX": [8, 9],
            "level": ["x", "y"],
            "Tax_src": [0, 0],
            "OGC_FID": [1, 2],
            "parcel_id": ["a", "b"],
        }
    )
    made = standardise(frame, "parcels", mapping)
    assert list(made.frame.columns) == ["parcel_id", "tax", "TAX_src", "level_src", "Tax_src_src", "geometry"]
    assert made.frame["tax"].tolist() == [1.0, 2.0]
    assert made.frame["TAX_src"].tolist() == [8, 9]
    assert any("TAX -> TAX_src, level -> level_src" in note for note in made.notes)
    assert made.frame.columns.str.casefold().is_unique


def test_columns_of_one_name_are_all_kept():
    frame = pd.DataFrame([[1, 2, 3]], columns=["a", "a", "A"])
    assert list(standardise(frame, "plan").frame.columns) == ["a", "a_src", "A_src2"]


def test_the_source_is_not_changed():
    frame = geo({"tax": ["0", "x"], "parcel_id": ["a", "a"]})
    frame.index = [7, 3]
    before = frame.copy()
    made = standardise(frame, "parcels")
    pd.testing.assert_frame_equal(frame, before)
    assert made.frame.index.tolist() == [0, 1]


def test_a_missing_source_column_is_refused_by_name(load):
    mapping = parcels_mapping(load, "stated_m2: {from: LotArea, unit: sqft_us}")
    with pytest.raises(LandRenewalError) as caught:
        standardise(pd.DataFrame({"LotAera": [1], "BBL": [2]}), "parcels", mapping)
    message = str(caught.value)
    assert "'mine' fills parcels.stated_m2" in message
    assert "column 'LotArea' is not known: did you mean 'LotAera'? Valid: LotAera, BBL" in message
    optional = parcels_mapping(load, "holder: {from: Owner, optional: true}")
    made = standardise(pd.DataFrame({"a": [1]}), "parcels", optional)
    assert "holder" not in made.frame
    assert "holder: Owner is not in the source; left empty." in made.notes


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("tabels: {}", 1, "did you mean 'tables'"),
        ("tables:\n  parcel: {columns: {}}", 2, "table 'parcel' is not known: did you mean 'parcels'"),
        ("tables:\n  parcels:\n    tax: x", 2, "must hold 'columns:'"),
        (COLUMNS + "taxx: x", 4, "column 'taxx' is not known: did you mean 'tax'"),
        (COLUMNS + "tax: {form: x}", 4, "field 'form' is not known: did you mean 'from'"),
        (COLUMNS + "tax: {unit: 元}", 4, "needs either 'from:' or 'value:'"),
        (COLUMNS + "tax: {from: x, unit: ha}", 4, "use one of 10k CNY, CNY, 100M CNY"),
        (COLUMNS + "town: {from: x, unit: ha}", 4, "takes no unit"),
        (COLUMNS + "tax: {from: [x, y]}", 4, "several columns only with 'test:'"),
        (COLUMNS + "tax: {from: x, test: any_present}", 4, "is for yes/no columns"),
        (COLUMNS + "heritage: {from: x, test: any}", 4, "Valid: any_present, present_or_unknown"),
        (COLUMNS + "tax: {from: x, zero: gone}", 4, "Valid: value, missing"),
        (COLUMNS + "tax: {value: many}", 4, "'many' is no number"),
        (COLUMNS + "stage: {value: bilt}", 4, "did you mean 'built'"),
        (COLUMNS + "stage: {from: x, values: {a: bilt}}", 4, "did you mean 'built'"),
        (COLUMNS + "town_code: {from: x, slice: [9, 0]}", 4, "'slice:' must be"),
        (COLUMNS + "tax: x\n      tax: y", 5, "given twice"),
        ("tables: {parcels: {crs: EPSG:99}}", 1, "'crs: EPSG:99' is no coordinate reference system"),
        ("tables:\n  parcels: {coordinates: wgs}", 2, "did you mean 'wgs84'"),
        ("tables:\n  redline: {columns: {}}", 2, "redline: must hold 'crs:'"),
        ("layers: {redlines: [a]}", 1, "did you mean 'redline'"),
        ("auto: maybe", 1, "auto must be true or false"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_refused_at_its_line(load, text, line, message):
    with pytest.raises(LandRenewalError) as caught:
        load(text)
    assert str(caught.value).startswith(f"mine.yml, line {line}: ")
    assert message in str(caught.value)


def test_rules_of_a_mapping_lie_beside_it_or_are_a_preset(tmp_path, monkeypatch):
    monkeypatch.chdir("/")
    own = tmp_path / "county.yml"
    own.write_text("name: county\nrules: rules.yml\n", encoding="utf-8")
    assert load_mapping(own).profile == "rules.yml", "said when the profile is looked for"
    (tmp_path / "rules.yml").write_text("name: ours\n", encoding="utf-8")
    assert load_mapping(own).profile == str((tmp_path / "rules.yml").resolve())
    own.write_text("name: county\nrules: nyc\n", encoding="utf-8")
    assert load_mapping(own).profile == "nyc"


def test_presets():
    assert presets() == [
        *("auto", "controllines", "county_enterprises", "dltb", "nyc", "planning", "standard"),
        "zj_lowefficiency",
    ]
    assert load_mapping("standard").tables == {}
    assert (load_mapping("nyc").profile, load_mapping("nyc").money) == ("nyc", "10k USD")
    assert load_mapping(None) == Mapping("standard")
    with pytest.raises(LandRenewalError, match="did you mean 'dltb'"):
        load_mapping("dtlb")


def test_the_fingerprint_of_a_table_is_that_of_its_rules(load):
    one = load("tables: {parcels: {columns: {tax: a}}, parks: {columns: {park: b}}}")
    two = load("tables: {parcels: {columns: {tax: a}}, parks: {columns: {park: c}}}")
    assert one.fingerprint("parcels") == two.fingerprint("parcels")
    assert one.fingerprint("parks") != two.fingerprint("parks")


def test_crs_and_coordinates_of_a_table(load):
    mapping = load(
        "tables:\n  redline: {crs: EPSG:4527}\n"
        "  enterprises: {crs: EPSG:4490, coordinates: gcj02, columns: {x: 经度}}\n  parks: {columns: }"
    )
    assert mapping.crs("redline") == "EPSG:4527"
    assert (mapping.crs("enterprises"), mapping.coordinates("enterprises")) == ("EPSG:4490", "gcj02")
    assert (mapping.crs("parcels"), mapping.coordinates("parks"), mapping.rules("parks")) == (None, None, {})
    other = load("tables: {enterprises: {crs: EPSG:4490, coordinates: bd09, columns: {x: 经度}}}")
    assert mapping.fingerprint("enterprises") != other.fingerprint("enterprises")
    assert mapping.fingerprint("parcels") == other.fingerprint("parcels")


def test_names_are_compared_without_width_and_cut_characters(load):
    mapping = parcels_mapping(load, 'tax: {from: "税收（万元）", unit: 万元}', 'output: "产值（"')
    made = standardise(pd.DataFrame({"税收 (万元)": [3.0], "产值（\ufffd": [30.0]}), "parcels", mapping)
    assert made.frame[["tax", "output"]].values.tolist() == [[3.0, 30.0]]


def test_values_in_words_are_read_and_counted():
    parks = pd.DataFrame(
        {
            "admin_level": ["国家级", "省级", "区级", "Municipal", "县（市、区）级", "乡镇级", "部级"],
            "zone_type": ["经济技术开发区", "高新区", "其他", None, "高新技术产业开发区", "other", "工业园"],
        }
    )
    made = standardise(parks, "parks")
    assert made.frame["admin_level"].tolist() == [
        "national", "provincial", "county", "municipal", "county", "town", None
    ]  # fmt: skip
    assert made.frame["zone_type"].tolist() == [
        "economic", "hightech", "other", None, "hightech", "other", None
    ]  # fmt: skip
    assert made.rejects[["row", "column", "value"]].values.tolist() == [
        [7, "admin_level", "部级"], [7, "zone_type", "工业园"]
    ]  # fmt: skip
    assert any(note.startswith("admin_level: 5 of 7 values in words are read: ") for note in made.notes)
    land = pd.DataFrame(
        {
            "land_code": ["工业用地", "二类工业用地", "0601", "草地"],
            "stage": ["批而未供", "供而未用", "已建", "built"],
            "urban_rural": ["城镇", "村庄", "203A", "rural"],
        }
    )
    found = standardise(land, "parcels").frame
    assert found["land_code"].tolist() == ["0601", "100102", "0601", "草地"]
    assert found["stage"].tolist() == ["approved", "supplied", "built", "built"]
    assert found["urban_rural"].tolist() == ["urban", "rural", "rural", "rural"]
    firms = standardise(pd.DataFrame({"above_scale": ["规上", "规下", "是", None, "大"]}), "enterprises")
    assert firms.frame["above_scale"].tolist()[:3] == [True, False, True]
    assert firms.rejects["row"].tolist() == [5]


def test_a_list_of_the_mapping_goes_before_the_known_words(load):
    mapping = parcels_mapping(
        load, "stage: {from: s, values: {已建: supplied}}", "land_code: {from: u, other: null}"
    )
    made = standardise(pd.DataFrame({"s": ["已建", "建成"], "u": ["工业用地", "x"]}), "parcels", mapping)
    assert made.frame["stage"].tolist() == ["supplied", "built"]
    assert made.frame["land_code"].isna().all()


def test_the_survey_of_inefficient_land_has_no_zero_plot_ratios():
    frame = pd.DataFrame(
        {"DCDYBH": ["1", "2", "3"], "MJ": [5000.0, 800, 700], "RJL": [0, 1.2, 0], "JZMD": [0, 0.4, 0.3],
         "XZMC": ["甲镇"] * 3, "XZDL": ["工业用地", "0601", None], "CQR": ["甲", None, "乙"]}
    )  # fmt: skip
    made = standardise(frame, "parcels", load_mapping("zj_lowefficiency"))
    assert made.frame["site_far"].isna().tolist() == [True, False, True]
    assert made.frame["building_density"].isna().tolist() == [True, False, False]
    assert made.frame["land_code"].tolist() == ["0601", "0601", None]
    assert "site_far: 2 of 3 values are 0 and taken as not surveyed." in made.notes
    assert "building_density: 1 of 3 values are 0 and taken as not surveyed." in made.notes


def test_the_county_sheet_and_the_planning_classes():
    sheet = pd.DataFrame(
        {"企业名称": ["甲"], "税收(万元)": [30.0], "工业总产值（万元）": [3000.0],
         "年用电量（万千瓦时）": [5.0], "是否规上": ["√"], "亩均税收(万元/亩)": [1.5]}
    )  # fmt: skip
    made = standardise(sheet, "enterprises", load_mapping("county_enterprises"))
    assert made.frame[["name", "tax", "output", "electricity"]].values.tolist() == [
        ["甲", 30.0, 3000.0, 50000.0]
    ]
    assert made.frame["above_scale"].tolist() == [True]
    assert made.frame["亩均税收(万元/亩)"].tolist() == [1.5]
    plan = standardise(pd.DataFrame({"YDYHFLDM": ["100101", "110101"]}), "plan", load_mapping("planning"))
    assert plan.frame["planned_use"].tolist() == ["100101", "110101"]


def test_the_national_land_survey():
    frame = geo(
        {
            "BSM": ["330000001", "330000002", "330000003"],
            "DLBM": ["0601", "0601", "1201"],
            "TBMJ": [1200.5, 800.0, 0.0],
            "ZLDWDM": ["3304811010010000000", "3304811010020000000", "3304812010010000000"],
            "ZLDWMC": ["一村", "二村", "三村"],
            "CZCSXM": ["201A", "203", "204"],
            "QSDWMC": ["甲村", None, "乙村"],
        }
    )
    made = standardise(frame, "parcels", load_mapping("dltb"))
    assert made.frame["parcel_id"].tolist() == frame["BSM"].tolist()
    assert made.frame["town_code"].tolist() == ["330481101", "330481101", "330481201"]
    assert made.frame["urban_rural"].tolist() == ["urban", "rural", None]
    assert made.frame["stated_m2"].tolist()[:2] == [1200.5, 800.0]
    assert made.frame["holder"].tolist() == ["甲村", None, "乙村"]
    assert made.rejects.empty
    assert "urban_rural: 1 of 3 values have no counterpart: 204; left empty." in made.notes


def read_layer(path):
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    rows = [(feature.items(), bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]
    geometry = shapely.from_wkb([wkb for _, wkb in rows])
    return gpd.GeoDataFrame(pd.DataFrame([items for items, _ in rows]), geometry=geometry, crs=2263)


def test_new_york_lots(shared_data):
    lots = read_layer(shared_data / "nyc" / "lots.gpkg")
    made = standardise(lots, "parcels", load_mapping("nyc"))
    data = made.frame
    assert len(data) == 3133
    assert data["parcel_id"].is_unique
    assert data["parcel_id"][0] == "4026320005"
    assert made.rejects.empty
    # expected answers of the data's own README
    assert data["tax"].isna().sum() == 94
    assert data["floor_m2"].isna().sum() == 687
    assert data["stated_m2"].isna().sum() == 4
    assert data["year_built"].isna().sum() == 685
    assert "year_built: 685 of 3133 values are 0 and taken as not surveyed." in made.notes
    in_zone = data["ibz"].notna()
    industrial = data["land_code"] == "0601"
    assert (industrial & in_zone).sum() == 1296
    assert (industrial & ~in_zone).sum() == 540
    assert (data["land_code"] == "1201").sum() == 229
    assert data.loc[industrial & in_zone, "stated_m2"].sum() / 1e4 == pytest.approx(518.03, abs=0.005)
    assert set(data["land_code"].dropna()) - {"0601", "1201"} == {
        f"nyc-{use:02d}" for use in (1, 2, 3, 4, 5, 7, 8, 9, 10)
    }
    assert data["land_code"].isna().sum() == lots["LandUse"].isna().sum() == 166
    assert set(data["town_code"]) == {"201", "202", "301", "304", "401", "402", "405", "501", "502"}
    assert data["contaminated"].sum() == 18
    assert data["contaminated"].isna().sum() == 3133 - 18
    assert data["heritage"].sum() == 1
    assert not data["heritage"].isna().any()
    assert data["tax"].sum() == pytest.approx(lots["AssessTot"].sum() / 1e4)
    assert data["site_far"].isna().sum() == (lots["BuiltFAR"] == 0).sum()
    for absent in (
        "industry",
        "output",
        "eia_passed",
        "safety_passed",
        "poor_management",
        "urban_rural",
        "holder",
    ):
        assert absent not in data
    assert {"CommFAR", "Address", "LandUse"} <= set(data)
    assert "tax: 94 of 3133 values are 0 and taken as not surveyed." in made.notes
    assert "stated_m2 = LotArea x 0.0929034 (sqft_us -> m2)" in made.notes
    assert any("US dollars" in note for note in made.notes)
    assert data.geometry.tolist() == lots.geometry.tolist()


def test_new_york_zones(shared_data):
    made = standardise(read_layer(shared_data / "nyc" / "zones.gpkg"), "parks", load_mapping("nyc"))
    assert made.frame["park_id"].tolist() == made.frame["park"].tolist()
    assert sorted(made.frame["park_id"]) == ["maspeth", "north_bk", "port_morris", "west_shore"]
    assert set(made.frame["admin_level"]) == {"municipal"}
    assert set(made.frame["zone_type"]) == {"economic"}
    assert not any("US dollars" in note for note in made.notes)


cell = st.one_of(
    st.none(),
    st.sampled_from(
        ["", "x", "-1", "0", "1", "1,200", "是", "未通过", "2020-01-05", "urban", "35%", "１２", "base"]
    ),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-5, 5),
)
# One column of every kind, with and without a minimum, choices and a zero that means "not surveyed".
_DRAWN = [
    "parcel_id",
    "land_code",
    "urban_rural",
    "start_due",
    "developed_share",
    "floor_m2",
    "tax",
    "heritage",
]
frames = st.lists(st.tuples(*[cell] * len(_DRAWN)), max_size=6).map(
    lambda rows: pd.DataFrame(rows, columns=_DRAWN, dtype=object)
)


@settings(max_examples=40)
@given(frames)
def test_rows_in_are_rows_out_and_every_bad_value_has_one_reject(frame):
    made = standardise(frame, "parcels")
    assert len(made.frame) == len(frame)
    assert made.frame["parcel_id"].is_unique
    assert not made.rejects.duplicated(["row", "column"]).any()
    rejected = set(zip(made.rejects["row"], made.rejects["column"]))
    empty_words = {"", "none", "nan"}
    for name in frame.columns.drop("parcel_id"):
        column, after = REGISTRY[name], made.frame[name]
        for row, (raw, value) in enumerate(zip(frame[name], after), start=1):
            filled = not pd.isna(raw) and str(raw).strip().casefold() not in empty_words
            is_zero = filled and str(raw) in ("0", "0.0", "-0.0") and column.zero == "missing"
            lost = filled and not is_zero and pd.isna(value)
            assert ((row, name) in rejected) == lost, (name, raw, value)
    assert set(made.rejects["id"]) <= set(made.frame["parcel_id"])


@settings(max_examples=40)
@given(frames)
def test_standardising_twice_changes_nothing(frame):
    once = standardise(frame, "parcels").frame
    again = standardise(once, "parcels")
    pd.testing.assert_frame_equal(again.frame, once)
    assert again.rejects.empty


def test_rules_without_sources_need_no_column():
    mapping = Mapping("m", {"parks": {"admin_level": Rule(constant="county")}})
    made = standardise(pd.DataFrame({"park": ["a", "b"]}), "parks", mapping)
    assert made.frame["admin_level"].tolist() == ["county", "county"]
    assert made.frame["park_id"].tolist() == ["PK1", "PK2"]


_sign = st.characters(blacklist_categories=("Cs",))
_words = st.text(_sign, min_size=1, max_size=8)


@st.composite
def rules(draw, column):
    """A rule that a file could hold for a column."""
    if draw(st.integers(0, 3)) == 0:
        given = {"number": "3.5", "integer": "7", "flag": "no", "date": "2020-01-05"}.get(column.kind)
        return Rule(constant=given or draw(st.sampled_from(column.choices) if column.choices else _words))
    options = {"optional": draw(st.booleans()), "zero": draw(st.sampled_from([None, "value", "missing"]))}
    if column.kind == "number" and column.unit == "10k CNY":
        options["unit"] = draw(st.sampled_from([None, "元", "10k CNY"]))
    if column.kind == "flag":
        options["test"] = draw(st.sampled_from([None, "any_present", "present_or_unknown"]))
    if column.kind == "text":
        target = st.sampled_from(column.choices) if column.choices else _words
        options["values"] = tuple(draw(st.dictionaries(_words, st.none() | target, max_size=2)).items())
        options["slice"] = draw(st.none() | st.just((0, 9)))
        options["prefix_other"], options["pad"] = (
            draw(st.sampled_from(["", "nyc-"])),
            draw(st.sampled_from([0, 4])),
        )
        options["other"] = draw(st.sampled_from(["keep", "null"]))
    count = 2 if options.get("test") else 1
    return Rule(sources=tuple(draw(st.lists(_words, min_size=1, max_size=count))), **options)


@st.composite
def mappings(draw):
    tables = {}
    for table in draw(st.lists(st.sampled_from(list(INPUTS)), unique=True, max_size=2)):
        chosen = draw(st.lists(st.sampled_from(INPUTS[table]), unique=True, max_size=4))
        tables[table] = {column.name: draw(rules(column)) for column in chosen}
    texts = st.lists(_words, max_size=2).map(tuple)
    return Mapping(
        name=draw(_words.filter(lambda name: name != "auto")),
        tables=tables,
        notes=draw(texts),
        title=draw(st.dictionaries(st.sampled_from(["en", "zh"]), _words)),
        table_notes={table: draw(texts) for table in tables},
        profile=draw(st.none() | _words),
        money=draw(st.none() | _words),
        auto=draw(st.booleans()),
        settings=draw(st.sampled_from([{}, {"redline": {"crs": "EPSG:4527"}}])),
        layers=draw(st.sampled_from([{}, {"boundary": ("CZKFBJ", "城镇 开发边界")}])),
    )


@settings(max_examples=60)
@given(mappings())
def test_a_saved_mapping_loads_as_it_was(tmp_path_factory, mapping):
    path = tmp_path_factory.getbasetemp() / "round.yml"
    save_mapping(mapping, path)
    again = load_mapping(path)
    assert {**again.table_notes, **dict.fromkeys(mapping.settings, ())} == {
        **mapping.table_notes, **dict.fromkeys(mapping.settings, ())
    }  # fmt: skip
    for part in ("name", "tables", "notes", "title", "profile", "money", "auto", "settings", "layers"):
        assert getattr(again, part) == getattr(mapping, part), part


def test_shipped_mappings_survive_being_saved(tmp_path):
    for name in presets():
        mapping = load_mapping(name)
        save_mapping(mapping, tmp_path / f"{name}.yml")
        again = load_mapping(tmp_path / f"{name}.yml")
        assert (again.tables, again.notes, again.title, again.layers) == (
            mapping.tables, mapping.notes, mapping.title if name != "auto" else {}, mapping.layers
        )  # fmt: skip


def test_a_mapping_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(LandRenewalError, match=r"cannot be written to none\.yml"):
        save_mapping(Mapping("m"), tmp_path / "no such folder" / "none.yml")


def test_long_numbers_that_lost_their_last_digits_are_pointed_out():
    made = standardise(pd.DataFrame({"parcel_id": [1.0, 33010200100100081.0]}), "parcels")
    assert [note for note in made.notes if "digits" in note] == [
        "Check: parcel_id: 1 values come as decimal numbers of more than 15 digits, so their last digits are "
        "lost (rows 2): have the source keep them as text."
    ]


def test_the_day_of_a_spreadsheet_is_not_the_latest_year():
    made = standardise(pd.DataFrame({"ent_id": ["e", "f"], "year": [44562, 2022]}), "enterprises")
    np.testing.assert_array_equal(made.frame["year"], [np.nan, 2022])
    assert made.rejects[["id", "value", "reason"]].values.tolist() == [["e", "44562", "not a year"]]
