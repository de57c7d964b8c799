"""Linking enterprises to parcels and sharing out the land."""

from __future__ import annotations

import time
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.columns import OCCUPANCY, names
from land_renewal.core.errors import LandRenewalError
from land_renewal.core.matching import MatchingRules, land_shares, match
from land_renewal.core.taxids import valid_uscc
from land_renewal.core.profile import load_profile

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
REAL = "91350100M000100Y43"  # the example printed in GB 32100-2015
OTHER = "9144030071526726XG"
THIRD = "914403001922038216"


@pytest.fixture(scope="module")
def rules():
    return load_profile().params(MatchingRules, "matching")


@pytest.fixture
def parcels():
    """A and B touch, C (no industry) touches B, D stands alone; all are squares of 100 m."""
    left = np.array([0.0, 100.0, 200.0, 400.0])
    table = {"parcel_id": list("ABCD"), "area_m2": 1e4, "holder_uscc": [REAL, OTHER, None, REAL]}
    return gpd.GeoDataFrame(table, geometry=shapely.box(left, 0, left + 100, 100), crs=None)


INDUSTRIAL = np.array([True, True, False, True])


def firms(*rows, **columns):
    points = [None if row is None else shapely.Point(row) for row in rows]
    table = {"ent_id": [f"E{number}" for number in range(len(rows))], "name": "n", **columns}
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(points))


def pairs(matched):
    return list(matched.occupancy[["ent_id", "parcel_id", "method"]].itertuples(index=False, name=None))


def check_character(code):
    total = sum(CHARACTERS.index(sign) * 3**place for place, sign in enumerate(code[:17]))
    return CHARACTERS[(31 - total % 31) % 31]


def test_real_codes_pass_and_placeholders_do_not():
    codes = pd.Series(
        [
            REAL,
            OTHER,
            THIRD,
            f" {REAL.lower()} ",
            REAL[:17],
            REAL + "0",
            "",
            None,
            "0" * 18,
            "无",
            REAL[:17] + "4",
        ]
    )
    assert valid_uscc(codes).tolist() == [True] * 4 + [False] * 7


def test_right_check_character_does_not_make_a_placeholder_real():
    empty_organisation = "91350100" + "0" * 9
    letters_as_area = "91ABCDEF" + "M000100Y4"
    no_register = "0" + REAL[1:17]
    codes = [text + check_character(text) for text in (empty_organisation, letters_as_area, no_register)]
    assert valid_uscc(pd.Series(codes)).tolist() == [False, False, False]


@settings(deadline=None, max_examples=60)
@given(st.text("0123456789", min_size=6, max_size=6), st.text(CHARACTERS, min_size=8, max_size=8), st.data())
def test_check_character_catches_every_single_typing_error(area, organisation, data):
    body = "91" + area + "1" + organisation
    code = body + check_character(body)
    place = data.draw(st.integers(0, 17))
    wrong = data.draw(st.sampled_from(CHARACTERS.replace(code[place], "")))
    assert valid_uscc(pd.Series([code, code[:place] + wrong + code[place + 1 :]])).tolist() == [True, False]


def test_tax_id_comes_before_the_point_and_may_give_many_parcels(parcels, rules):
    matched = match(firms((450, 50), (150, 50), uscc=[REAL, None]), parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "tax_id"), ("E0", "D", "tax_id"), ("E1", "B", "point")]
    assert matched.occupancy["score"].tolist() == [1.0, 1.0, 0.9]
    assert matched.occupancy["reason"].str.contains("but").tolist() == [False, False, False]
    assert matched.unmatched.empty


def test_two_firms_with_the_holders_code_share_the_parcel(parcels, rules):
    matched = match(firms(None, None, uscc=[OTHER, f"{OTHER.lower()} "]), parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "B", "tax_id"), ("E1", "B", "tax_id")]


def test_conflict_of_tax_id_and_point_is_kept_in_words(parcels, rules):
    matched = match(firms((250, 50), uscc=[OTHER]), parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "B", "tax_id")]
    assert matched.occupancy["reason"][0].endswith("but its point lies in parcel C")


def test_equal_placeholders_are_no_match(parcels, rules):
    parcels["holder_uscc"] = ["0" * 18, "1" * 18, "无", ""]
    matched = match(firms(None, None, None, uscc=["0" * 18, "1" * 18, "无"]), parcels, INDUSTRIAL, rules)
    assert matched.occupancy.empty
    assert list(matched.occupancy.columns) == names(OCCUPANCY)
    assert matched.unmatched["reason"].tolist() == ["no coordinates, and neither tax id nor name tells the parcel"] * 3


def test_shared_edge_goes_to_industrial_land_then_to_the_first_id(parcels, rules):
    matched = match(firms((100, 50), (200, 50)), parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "point"), ("E1", "B", "point")]
    swapped = match(firms((200, 50)), parcels, ~INDUSTRIAL, rules)
    assert pairs(swapped) == [("E0", "C", "point")]


def test_point_decides_even_where_the_parcel_is_not_industrial(parcels, rules):
    assert pairs(match(firms((250, 50)), parcels, INDUSTRIAL, rules)) == [("E0", "C", "point")]


def test_nearest_prefers_industrial_land_within_the_tolerance(parcels, rules):
    matched = match(firms((303, 50), (388, 50), (384, 50), (195, 106)), parcels, INDUSTRIAL, rules)
    # E0: 3 m from C, no industry within 15 m. E2: 16 m from D. E3: 6 m from B.
    assert pairs(matched) == [("E0", "C", "nearest"), ("E1", "D", "nearest"), ("E3", "B", "nearest")]
    assert matched.occupancy["score"].tolist() == [0.6] * 3
    assert matched.occupancy["reason"][1] == "nearest parcel, 12.0 m away"
    [left] = matched.unmatched.to_dict("records")
    assert (left["ent_id"], left["x"], left["y"]) == ("E2", 384.0, 50.0)
    assert left["reason"].startswith("point lies in no parcel")
    # D is industrial, so C, which is not, is no candidate; the score falls from 0.6 to 0 over 100 m.
    assert (left["candidate_1"], left["reason_1"], left["candidate_2"]) == ("D", "16 m from the point", None)
    assert left["score_1"] == pytest.approx(0.6 * 0.84)


def test_industrial_parcel_wins_although_another_is_nearer(parcels, rules):
    near_both = firms((206, 110))  # 10 m from C, 11.7 m from B
    assert pairs(match(near_both, parcels, INDUSTRIAL, rules)) == [("E0", "B", "nearest")]
    assert pairs(match(near_both, parcels, np.ones(4, bool), rules)) == [("E0", "C", "nearest")]


def test_tolerance_of_zero_switches_nearest_off(parcels, rules):
    matched = match(firms((101, 101)), parcels, INDUSTRIAL, replace(rules, nearest_tolerance=0.0))
    assert matched.occupancy.empty
    assert len(matched.unmatched) == 1


def test_parcel_named_in_the_table_comes_first(parcels, rules):
    table = firms((50, 50), (50, 50), None, uscc=[OTHER, None, None], parcel_id=["D", "no such", "no such"])
    matched = match(table, parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "D", "given"), ("E1", "A", "point")]
    assert matched.occupancy["reason"][0].endswith("its point lies in parcel A")
    assert matched.unmatched["ent_id"].tolist() == ["E2"]


def test_table_without_geometry_can_still_match_by_tax_id(parcels, rules):
    table = pd.DataFrame({"ent_id": ["E0", "E1"], "uscc": [OTHER, THIRD], "x": [1.0, 2.0], "y": [3.0, None]})
    matched = match(table, parcels, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "B", "tax_id")]
    left = matched.unmatched
    assert (left["x"][0], left["name"][0]) == (2.0, None)
    assert np.isnan(left["y"][0])


def test_several_years_of_a_firm_are_one_firm_with_the_latest_point(parcels, rules):
    table = firms((50, 50), (450, 50), None, ent_id=["E", "E", "E"], year=[2021, 2022, 2023])
    assert pairs(match(table, parcels, INDUSTRIAL, rules)) == [("E", "D", "point")]
    assert pairs(match(table.iloc[[2, 1, 0]], parcels, INDUSTRIAL, rules)) == [("E", "D", "point")]


def test_order_of_rows_does_not_matter_and_nothing_is_changed(parcels, rules):
    table = firms((100, 50), (450, 50), (302, 50), None, uscc=[None, OTHER, None, REAL])
    before = table.copy()
    matched = match(table, parcels, INDUSTRIAL, rules)
    turned = match(table.iloc[::-1], parcels.iloc[::-1].reset_index(drop=True), INDUSTRIAL[::-1], rules)
    pd.testing.assert_frame_equal(matched.occupancy, turned.occupancy)
    pd.testing.assert_frame_equal(matched.unmatched, turned.unmatched)
    pd.testing.assert_frame_equal(table, before)


def test_repeated_parcel_ids_are_refused_by_name(parcels, rules):
    parcels["parcel_id"] = ["A", "B", "B", "D"]
    with pytest.raises(LandRenewalError, match=r"\(B\)"):
        match(firms((1, 1)), parcels, INDUSTRIAL, rules)


def test_twenty_thousand_firms_on_fifty_thousand_parcels_are_quick(rules):
    side, count = 224, 50_000
    place = np.arange(count)
    left, bottom = (place % side) * 110.0, (place // side) * 110.0
    table = {"parcel_id": [f"P{number:05d}" for number in place], "area_m2": 1e4}
    parcels = gpd.GeoDataFrame(table, geometry=shapely.box(left, bottom, left + 100, bottom + 100))
    spots = np.random.default_rng(1).integers(0, count, 20_000)
    table = {"ent_id": [f"E{number:05d}" for number in range(20_000)], "name": "n"}
    points = gpd.GeoDataFrame(table, geometry=shapely.points(left[spots] + 50, bottom[spots] + 50))
    started = time.perf_counter()
    matched = match(points, parcels, np.ones(count, bool), rules)
    assert time.perf_counter() - started < 2.5  # 0.35 s alone on the machine
    assert (matched.occupancy["parcel_id"] == parcels["parcel_id"].to_numpy()[spots]).all()


def shares(rows, areas=(1000.0, 600.0)):
    occupancy = pd.DataFrame(rows, columns=["ent_id", "parcel_id", "share", "floor_m2"])
    parcels = pd.DataFrame({"parcel_id": ["P", "Q"][: len(areas)], "area_m2": areas})
    return land_shares(occupancy, parcels)


def test_missing_shares_are_equal_parts_of_what_is_left():
    land = shares(
        [("A", "P", 0.4, None), ("B", "P", None, None), ("C", "P", 0, None), ("D", "Q", None, None)]
    )
    assert land["land_m2"].tolist() == pytest.approx([400, 300, 300, 600])
    assert land["share_from"].tolist() == ["given", "equal", "equal", "equal"]
    assert not land["normalised"].any()


def test_floor_area_divides_only_when_known_for_all_occupants():
    known = shares(
        [("A", "P", None, 30.0), ("B", "P", None, 10.0), ("A", "Q", None, 5.0), ("B", "Q", None, None)]
    )
    assert known["land_m2"].tolist() == pytest.approx([750, 250, 300, 300])
    assert known["share_from"].tolist() == ["floor area"] * 2 + ["equal"] * 2
    mixed = shares([("A", "P", 0.2, 1.0), ("B", "P", None, 30.0), ("C", "P", None, 10.0)])
    assert mixed["land_m2"].tolist() == pytest.approx([200, 600, 200])


def test_shares_above_one_are_scaled_down_and_marked():
    land = shares(
        [("A", "P", 0.9, None), ("B", "P", 0.6, None), ("A", "Q", 0.5, None), ("C", "P", None, None)]
    )
    assert land["share"].tolist() == pytest.approx([0.6, 0.4, 0.5, 0.0])
    assert land["normalised"].tolist() == [True, True, False, True]


def test_shares_that_leave_land_over_are_kept():
    assert shares([("A", "P", 0.25, None)])["land_m2"].tolist() == [250.0]


def test_land_of_a_parcel_that_is_not_there_is_unknown():
    land = shares([("A", "X", None, None), ("A", None, None, None), ("A", "P", None, None)])
    assert land["land_m2"].isna().tolist() == [True, True, False]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("PQ"),
            st.one_of(st.none(), st.floats(0.01, 2.0)),
            st.one_of(st.none(), st.floats(1.0, 500.0)),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_no_parcel_gives_more_land_than_it_has(rows):
    land = shares([(f"E{number}", *row) for number, row in enumerate(rows)])
    used = land.groupby("parcel_id")["share"].sum()
    assert (used <= 1 + 1e-9).all()
    assert (land["share"] >= 0).all()
    given_share = {parcel: [share for name, share, _ in rows if name == parcel] for parcel in used.index}
    for parcel, stated in given_share.items():
        if None in stated or sum(stated) > 1:
            assert used[parcel] == pytest.approx(1.0)
        else:
            assert used[parcel] == pytest.approx(sum(stated))
