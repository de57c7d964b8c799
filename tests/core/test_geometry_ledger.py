"""The ledger: what was done to which feature, with areas worked out by hand."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import WORK, profile, square

from land_renewal.core.common.space import work_crs
from land_renewal.core.intake import geometry_ledger as gl
from land_renewal.core.intake import intake
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

STANDARD = load_mapping(None)
BOW_TIE = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
# A square with a spike: the repair takes the line off and leaves one polygon.
SPIKE = shapely.Polygon([(0, 0), (100, 0), (100, 100), (100, 200), (100, 100), (0, 100)])
TWICE = shapely.MultiPolygon([square(0), square(50)])


def taken(shapes, **columns):
    columns = {"parcel_id": [f"P{n}" for n in range(len(shapes))], **columns}
    return intake.take_parcels(gpd.GeoDataFrame(columns, geometry=list(shapes), crs=WORK), STANDARD, WORK)


def rows(ledger, *columns):
    return ledger[list(columns)].astype(object).where(ledger[list(columns)].notna(), None).to_numpy().tolist()


def test_one_row_a_feature_that_was_not_left_as_it_was():
    found = taken([square(0), BOW_TIE, SPIKE, None, TWICE, square(900)]).ledger
    assert list(found.columns) == list(gl.COLUMNS)
    assert rows(found, "table", "id", "row", "what", "parts") == [
        ["parcels", "P1", 2, "split", 2],
        ["parcels", "P2", 3, "repaired", 1],
        ["parcels", "P3", 4, "dropped", None],
        ["parcels", "P4", 5, "repaired", 1],
    ]
    # Two lobes of 2,500 m2 that cancel out; a spike without land; 20,000 m2 of which 5,000 count twice.
    assert found["area_before_m2"].tolist() == pytest.approx([0, 10_000, np.nan, 20_000], nan_ok=True)
    assert found["area_after_m2"].tolist() == pytest.approx([5000, 10_000, np.nan, 15_000], nan_ok=True)
    notes = found["note"].tolist()
    assert notes[2] == "no geometry"
    assert all("elf-intersection" in notes[place] for place in (0, 1, 3))


def test_areas_are_square_metres_whatever_the_layer_is_in():
    degrees = shapely.Polygon([(120, 30), (120.001, 30.001), (120.001, 30), (120, 30.001)])
    layer = gpd.GeoDataFrame({"parcel_id": ["a"]}, geometry=[degrees], crs=4490)
    [row] = intake.take_parcels(layer, STANDARD, work_crs(4490, degrees.bounds)).ledger.to_dict("records")
    # half of 96.49 m x 110.85 m, from the ellipsoid's radii of curvature at 30 degrees
    assert row["area_after_m2"] == pytest.approx(10_695.6 / 2, rel=1e-3)
    assert row["area_before_m2"] == pytest.approx(0, abs=1)


def test_points_beside_a_polygon_are_left_out_and_said():
    mixed = shapely.GeometryCollection([square(0), shapely.Point(5, 5)])
    [row] = taken([mixed, square(500)]).ledger.to_dict("records")
    assert (row["what"], row["note"]) == ("repaired", "lines or points beside the polygons left out")
    assert row["area_after_m2"] == pytest.approx(10_000)


def test_a_line_or_a_flat_ring_is_dropped_and_is_in_the_rejects_too():
    found = taken([square(0), square(300).exterior, shapely.Polygon([(0, 0), (9, 0), (0, 0)])])
    assert rows(found.ledger, "id", "what") == [["P1", "dropped"], ["P2", "dropped"]]
    assert found.rejects["id"].tolist() == ["P1", "P2"]


def test_sound_land_leaves_no_trace():
    found = taken([square(0), shapely.MultiPolygon([square(200), square(400)])])
    assert found.ledger.empty
    assert list(found.ledger.columns) == list(gl.COLUMNS)


def test_rows_of_one_id():
    found = taken([square(n * 200) for n in range(5)], parcel_id=["a", "b", "a", "a", None]).ledger
    assert rows(found, "id", "row", "what", "other_id") == [
        ["a#2", 3, "duplicate_id", "a"],
        ["a#3", 4, "duplicate_id", "a"],
    ]


def test_an_id_that_ends_in_a_number_by_itself_is_no_duplicate():
    found = taken([square(n * 200) for n in range(4)], parcel_id=["a", "a#2", "b", "b"]).ledger
    assert rows(found, "id", "other_id") == [["b#2", "b"]]


def test_ten_injected_duplicates_are_found_in_new_york(shared_data):
    ogr = pytest.importorskip("osgeo.ogr")
    source = ogr.Open(str(shared_data / "nyc" / "lots.gpkg"))
    keys, shapes = [], []
    for feature in source.GetLayer(0):
        keys.append(feature.GetField("BBL"))
        shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
    lots = gpd.GeoDataFrame({"BBL": keys}, geometry=shapes, crs=2263)
    picked = np.random.default_rng(11).choice(len(lots), 10, replace=False)
    mixed = gpd.GeoDataFrame(pd.concat([lots, lots.iloc[picked]], ignore_index=True), crs=2263)
    mixed["LandUse"] = mixed["CD"] = "06"
    for name in ("LotArea", "BuiltFAR", "BldgArea", "AssessTot", "YearBuilt"):
        mixed[name] = 1.0
    for name in ("HistDist", "Landmark", "EDesigNum"):
        mixed[name] = None
    work = work_crs(2263, tuple(mixed.total_bounds))
    ledger = intake.take_parcels(mixed, load_mapping("nyc"), work).ledger
    twins = ledger[ledger["what"] == "duplicate_id"]
    assert twins["row"].tolist() == list(range(len(lots) + 1, len(lots) + 11))
    assert twins["other_id"].tolist() == lots["BBL"].iloc[picked].astype("int64").astype(str).tolist()


def test_firms_of_one_id_in_one_year():
    table = pd.DataFrame({"ent_id": ["e", "e", "e"], "year": [2023, 2024, 2024]})
    found = intake.take_enterprises(table, STANDARD, WORK, WORK).ledger
    assert rows(found, "table", "id", "row", "other_id") == [["enterprises", "e#2", 3, "e"]]


def test_control_lines_go_by_their_row():
    line = gpd.GeoDataFrame(geometry=[square(0), BOW_TIE, None], crs=WORK)
    found = intake.line_ledger(line, "redline", WORK)
    assert rows(found, "table", "id", "row", "what") == [
        ["redline", None, 2, "split"],
        ["redline", None, 3, "dropped"],
    ]
    assert intake.line_ledger(None, "redline", WORK).empty


def test_ledgers_stand_under_each_other_with_whole_rows():
    parts = [
        gl.ledger("parcels", ["a"], "repaired", [0]),
        None,
        gl.nothing(),
        gl.ledger("parks", ["K"], "stated_area"),
    ]
    both = gl.united(parts)
    assert rows(both, "id", "row") == [["a", 1], ["K", None]]
    assert both["row"].dtype == "Int64"
    assert gl.united([]).empty


def test_the_study_gathers_them_all():
    land = gpd.GeoDataFrame(
        {"parcel_id": ["a", "b", "c", "c"], "land_code": "0601", "stated_m2": [1e4, 1e4, 2e4, 1e4]},
        geometry=[square(0), square(80), square(300), square(500)],
        crs=WORK,
    )
    parks = gpd.GeoDataFrame(
        {"park_id": ["K"], "approved_km2": [2.0]}, geometry=[square(-500, -500, 2000)], crs=WORK
    )
    raw = {"parcels": land, "parks": parks, "redline": gpd.GeoDataFrame(geometry=[BOW_TIE], crs=WORK)}
    study = Study(raw, STANDARD, profile())
    names = [name for step in STEPS for name in step.writes if name.startswith("ledger.")]
    run_study(study, STEPS, names)
    found = gl.united([study[name] for name in names])
    assert rows(found, "table", "id", "what", "other_id") == [
        ["parcels", "c#2", "duplicate_id", "c"],
        ["redline", None, "split", None],
        ["parcels", "a", "overlap", "b"],
        ["parcels", "c", "stated_area", None],
        ["parks", "K", "stated_area", None],
    ]
    assert any("1 pairs overlap by more than slivers; 0.20 ha" in note for note in study.messages["checks"])
    assert found["area_after_m2"].iloc[-1] == pytest.approx(4e6)
