"""Linking enterprises to parcels and sharing out the land."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from counting import calls, watched
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import OCCUPANCY, names
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.matching import fuzzy
from land_renewal.core.matching.match_lines import link_lines
from land_renewal.core.matching.matching import MatchingRules, land_shares, match
from land_renewal.core.matching.taxids import usable_tax_ids, valid_uscc
from land_renewal.core.rules.profile import load_profile

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


@settings(max_examples=60)
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
    assert (
        matched.unmatched["reason"].tolist()
        == ["no coordinates, and neither tax id nor name tells the parcel"] * 3
    )


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


def named(parcels, *holders, **columns):
    return parcels.assign(holder=list(holders), **{"holder_uscc": None, **columns})


def candidates(matched, firm):
    [row] = matched.unmatched[matched.unmatched["ent_id"] == firm].to_dict("records")
    return [row[f"candidate_{number}"] for number in (1, 2, 3) if row[f"candidate_{number}"] is not None]


def test_ids_other_than_credit_codes_when_the_rules_say_any(parcels, rules):
    land = named(
        parcels, None, None, None, None, holder_uscc=["22099131", "00000000", "12345678", "2209 9131"]
    )
    table = firms(None, None, None, uscc=["22099131", "00000000", "12345678"])
    assert pairs(match(table, land, INDUSTRIAL, rules)) == []
    matched = match(table, land, INDUSTRIAL, replace(rules, tax_id_system="any"))
    assert pairs(matched) == [("E0", "A", "tax_id"), ("E0", "D", "tax_id")]


def test_placeholders_of_any_system():
    codes = ["00000000", "00000012", "99999999", "12345678", "123456789", "无", "12345", "ABCDEFGH", None]
    assert usable_tax_ids(pd.Series(codes, dtype=object), "any").tolist() == [None] * 9
    fine = ["02717206", "2209-9131", "２２０９９１３１", "ab123456"]
    expected = ["02717206", "22099131", "22099131", "AB123456"]
    assert usable_tax_ids(pd.Series(fine, index=[1, 1, 2, 3]), "any").tolist() == expected


def test_name_links_all_parcels_of_the_holder_whatever_the_script(parcels, rules):
    land = named(parcels, "富强机械有限公司", "宏远电子厂", "富強機械股份有限公司", None)
    matched = match(firms(None, None, name=["富強機械（有限公司）", "宏远电子工厂"]), land, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "name"), ("E0", "C", "name"), ("E1", "B", "name")]
    assert matched.occupancy["score"].tolist() == [0.97, 0.97, 0.8]  # a sole trader's name is not unique


def test_tax_id_comes_before_the_name_and_name_before_the_point(parcels, rules):
    land = named(
        parcels, "富强机械有限公司", "宏远电子有限公司", None, None, holder_uscc=[REAL, OTHER, None, None]
    )
    table = firms((250, 50), (250, 50), name=["宏远电子有限公司", "宏远电子有限公司"], uscc=[REAL, None])
    matched = match(table, land, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "tax_id"), ("E1", "B", "name")]
    assert matched.occupancy["conflict"].tolist() == ["C", "C"]
    assert matched.occupancy["reason"].str.endswith("; but its point lies in parcel C").all()


def test_place_on_one_side_only_links_unless_another_name_fits(parcels, rules):
    land = named(parcels, "福州富强机械有限公司", None, None, None)
    alone = match(firms(None, name=["富强机械有限公司"]), land, INDUSTRIAL, rules)
    assert pairs(alone) == [("E0", "A", "name")] and alone.occupancy["score"][0] == 0.85
    both = match(
        firms(None, None, name=["富强机械有限公司", "富强机械（福州）有限公司"]), land, INDUSTRIAL, rules
    )
    assert pairs(both) == [("E1", "A", "name")] and candidates(both, "E0") == ["A"]
    two = named(parcels, "福州富强机械有限公司", "厦门富强机械有限公司", None, None)
    either = match(firms(None, name=["富强机械有限公司"]), two, INDUSTRIAL, rules)
    assert pairs(either) == [] and candidates(either, "E0") == ["A", "B"]
    elsewhere = match(firms(None, name=["泉州富强机械有限公司"]), two, INDUSTRIAL, rules)
    assert pairs(elsewhere) == [] and candidates(elsewhere, "E0") == []


def test_same_name_with_another_tax_id_is_only_proposed_unless_the_point_agrees(parcels, rules):
    land = named(parcels, "富强机械有限公司", None, None, None, holder_uscc=[REAL, None, None, None])
    name = ["富强机械有限公司"]
    apart = match(firms(None, name=name, uscc=[OTHER]), land, INDUSTRIAL, rules)
    assert pairs(apart) == [] and candidates(apart, "E0") == ["A"]
    assert "tax ids differ" in apart.unmatched["reason_1"][0]
    there = match(firms((50, 50), name=name, uscc=[OTHER]), land, INDUSTRIAL, rules)
    assert pairs(there) == [("E0", "A", "name")]


def test_namesakes_among_the_enterprises_are_told_apart_by_the_point(parcels, rules):
    land = named(parcels, "永兴五金厂", None, None, None)
    table = firms((50, 50), (150, 50), name=["永兴五金厂", "永興五金廠"], uscc=[OTHER, THIRD])
    matched = match(table, land, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "name"), ("E1", "B", "point")]
    assert "in doubt: parcel A" in matched.occupancy["reason"][1]


def test_another_plant_of_the_firm_is_a_candidate_and_no_link(parcels, rules):
    land = named(parcels, "富强机械有限公司一厂", None, None, None)
    table = firms(None, name=["富强机械有限公司二厂"])
    matched = match(table, land, INDUSTRIAL, rules)
    assert pairs(matched) == [] and candidates(matched, "E0") == ["A"]
    assert matched.unmatched["reason_1"][0].startswith("holder is another branch or plant of the same firm")
    assert matched.unmatched["score_1"][0] < rules.name_score
    there = match(firms((50, 50), name=["富强机械有限公司二厂"]), land, INDUSTRIAL, rules)
    assert pairs(there) == [("E0", "A", "name")]


def test_plant_of_a_holder_goes_to_its_only_parcel_or_where_the_point_lies(parcels, rules):
    name = ["富强机械有限公司第2廠"]
    one = named(parcels, "富强机械有限公司", None, None, None)
    assert pairs(match(firms(None, name=name), one, INDUSTRIAL, rules)) == [("E0", "A", "name")]
    assert pairs(match(firms((150, 50), name=name), one, INDUSTRIAL, rules)) == [("E0", "B", "point")]
    two = named(parcels, "富强机械有限公司", None, None, "富强机械有限公司")
    blind = match(firms(None, name=name), two, INDUSTRIAL, rules)
    assert pairs(blind) == [] and candidates(blind, "E0") == ["A", "D"]
    seen = match(firms((450, 50), name=name), two, INDUSTRIAL, rules)
    assert pairs(seen) == [("E0", "D", "name")]


LONG = "澄禾湉霏汽车零部件智能制造有限公司"


def test_similar_name_links_only_beyond_doubt(parcels, rules):
    land = named(parcels, LONG, None, None, None)
    slip = LONG.replace("部件", "件")  # 12 of 13 signs: 24 / 25
    sure = match(firms(None, name=[slip]), land, INDUSTRIAL, rules)
    assert pairs(sure) == [("E0", "A", "fuzzy")]
    assert sure.occupancy["score"][0] == pytest.approx(0.96)
    assert LONG in sure.occupancy["reason"][0]
    strict = match(firms(None, name=[slip]), land, INDUSTRIAL, replace(rules, fuzzy_accept=0.97))
    assert pairs(strict) == [] and candidates(strict, "E0") == ["A"]


@pytest.mark.parametrize(
    ("holders", "names", "codes"),
    [
        # A second holder is as similar.
        ((LONG, LONG.replace("部", "配"), None, None), [LONG.replace("部件", "件")], [None]),
        # An enterprise has exactly the holder's name.
        ((LONG, None, None, None), [LONG.replace("部件", "件"), LONG], [None, None]),
        # Another kind of firm.
        ((LONG.replace("有限公司", "厂"), None, None, None), [LONG.replace("部件", "件")], [None]),
        # Another plant.
        ((LONG + "一厂", None, None, None), [LONG.replace("部件", "件") + "二厂"], [None]),
    ],
)
def test_what_makes_a_similar_name_doubtful(parcels, rules, holders, names, codes):
    land = named(parcels, *holders)
    matched = match(firms(*[None] * len(names), name=names, uscc=codes), land, INDUSTRIAL, rules)
    assert "fuzzy" not in set(matched.occupancy["method"])
    assert candidates(matched, "E0")[0] == "A"


def test_similar_holder_known_as_another_enterprise_by_tax_id_is_not_linked(parcels, rules):
    land = named(parcels, LONG, None, None, None, holder_uscc=[REAL, None, None, None])
    table = firms(None, None, name=[LONG.replace("部件", "件"), "宏远"], uscc=[None, REAL])
    assert pairs(match(table, land, INDUSTRIAL, rules)) == [("E1", "A", "tax_id")]


def test_point_in_the_parcel_of_a_similar_holder_says_so(parcels, rules):
    land = named(parcels, "富强机械有限公司", None, None, None)
    matched = match(firms((50, 50), name=["富国机械有限公司"]), land, INDUSTRIAL, rules)
    assert pairs(matched) == [("E0", "A", "point")]
    assert "similar to that of the holder, 富强机械有限公司 (0.75)" in matched.occupancy["reason"][0]


def test_fillers_and_missing_names_link_nothing(parcels, rules):
    land = named(parcels, "无", "个人", None, "集体")
    matched = match(firms(None, None, None, name=["无", "個人", None]), land, INDUSTRIAL, rules)
    assert matched.occupancy.empty and matched.unmatched["candidate_1"].isna().all()


def review(*rows):
    return pd.DataFrame(rows, columns=["ent_id", "parcel_id", "share", "reviewed"]).astype(
        {"reviewed": "boolean"}
    )


def test_confirmed_links_stay_ruled_out_ones_stay_out_the_rest_is_matched_anew(parcels, rules):
    table = firms((50, 50), (150, 50), None, (450, 50))
    former = review(
        ("E0", "A", None, False), ("E1", "C", 0.3, True), ("E2", "D", None, True), ("E3", "B", 0.9, None),
        ("E9", "A", None, True), ("E1", "Z", None, False),
    )  # fmt: skip
    before = former.copy()
    matched = match(table, parcels, INDUSTRIAL, rules, former)
    assert pairs(matched) == [
        ("E1", "B", "point"), ("E1", "C", "reviewed"),
        ("E2", "D", "reviewed"), ("E3", "D", "point"),
    ]  # fmt: skip
    assert matched.occupancy["share"].tolist()[1] == 0.3
    assert matched.occupancy["reviewed"].isna().tolist() == [True, False, False, True]
    # A is ruled out for E0, and B, which it touches at no distance within reach, is proposed.
    assert candidates(matched, "E0") == ["B"]
    assert matched.unmatched["reason"][0].startswith("a person has ruled out")
    out = matched.ruled_out
    assert (out["ent_id"].tolist(), out["reviewed"].tolist(), out["method"].tolist()) == (
        ["E0"],
        [False],
        ["ruled out"],
    )
    assert sorted(zip(matched.lost["id"], matched.lost["value"])) == [("E1", "Z"), ("E9", "A")]
    assert any("(E9" in note or "E9" in note for note in matched.notes)
    assert ("E0", "A", "point") in pairs(replace(matched, occupancy=matched.fresh))
    pd.testing.assert_frame_equal(former, before)


def test_a_second_run_on_its_own_result_changes_nothing(parcels, rules):
    land = named(parcels, "富强机械有限公司", None, None, None)
    table = firms((150, 50), (450, 50), None, (50, 50), name=["富强机械有限公司", "n", None, "m"])
    former = review(("E1", "D", 0.5, True), ("E3", "A", None, False))
    first = match(table, land, INDUSTRIAL, rules, former)
    result = pd.concat([first.occupancy, first.ruled_out], ignore_index=True)
    second = match(table, land, INDUSTRIAL, rules, result)
    pd.testing.assert_frame_equal(first.occupancy, second.occupancy)
    pd.testing.assert_frame_equal(first.ruled_out, second.ruled_out)
    pd.testing.assert_frame_equal(first.unmatched, second.unmatched)


def test_a_persons_decision_ends_the_conflict(parcels, rules):
    land = named(parcels, "富强机械有限公司", None, None, None)
    table = firms((150, 50), name=["富强机械有限公司"])
    assert match(table, land, INDUSTRIAL, rules).occupancy["conflict"].tolist() == ["B"]
    for former in (review(("E0", "A", None, True)), review(("E0", "B", None, False))):
        assert match(table, land, INDUSTRIAL, rules, former).occupancy["conflict"].isna().all()


def test_lines_lead_to_links_and_conflicting_parcels(parcels, rules):
    land = named(parcels, "富强机械有限公司", None, None, None)
    table = firms((150, 50), None, name=["富强机械有限公司", "富强机械有限公司"])
    matched = match(table, land, INDUSTRIAL, rules)
    lines = link_lines(matched.occupancy, matched.unmatched, table, land)
    assert lines[["ent_id", "parcel_id", "status"]].values.tolist() == [
        ["E0", "A", "link"],
        ["E0", "B", "conflict"],
    ]
    assert [tuple(line.coords[0]) for line in lines.geometry] == [(150, 50)] * 2
    assert shapely.covers(
        land.geometry.to_numpy()[[0, 1]], shapely.get_point(lines.geometry.to_numpy(), 1)
    ).all()


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


def squares(count, **columns):
    """Squares of a hectare in rows, and the points in their middles."""
    place, side = np.arange(count), int(count**0.5) + 1
    left, bottom = (place % side) * 110.0, (place // side) * 110.0
    table = {"parcel_id": [f"P{number:05d}" for number in place], "area_m2": 1e4, **columns}
    shapes = shapely.box(left, bottom, left + 100, bottom + 100)
    return gpd.GeoDataFrame(table, geometry=shapes), shapely.points(left + 50, bottom + 50)


def test_points_are_matched_without_a_loop_over_firms(rules):
    def matched_by_point(count, firm_count):
        parcels, middles = squares(count)
        spots = np.random.default_rng(1).integers(0, count, firm_count)
        table = {"ent_id": [f"E{number:05d}" for number in range(firm_count)], "name": "n"}
        points = gpd.GeoDataFrame(table, geometry=middles[spots])
        given = points, parcels, np.ones(count, bool), rules
        matched = match(*given)
        assert (matched.occupancy["parcel_id"] == parcels["parcel_id"].to_numpy()[spots]).all()
        return calls(match, *given)

    few, many = matched_by_point(500, 200), matched_by_point(5_000, 2_000)
    # Texts of ids are made one by one, nothing else is.
    assert many - few < 2 * 5_000


def chain(count, firm_count):
    """Firms on parcels: half by id, a quarter by name, a quarter left to similar names."""
    rng, half = np.random.default_rng(1), firm_count // 2
    signs = np.array([chr(0x5000 + 3 * number) for number in range(1000)])
    named = firm_count + 4 * count // 5
    words = ["".join(row) for row in rng.choice(signs, (named, 2)).tolist()]
    trades = np.array("机械 电子 五金 塑胶 纺织 食品 家具 包装 建材 化工 模具 电机".split())
    trade = trades[rng.integers(0, 12, named)]
    texts = np.array([f"{word}{what}有限公司" for word, what in zip(words, trade)], dtype=object)
    spots = rng.permutation(count)[:firm_count]
    holder = texts[rng.integers(firm_count, named, count)]
    by_name = np.arange(firm_count) >= half
    holder[spots[half : half * 3 // 2]] = texts[half : half * 3 // 2]
    codes = np.array([f"{number:08d}" for number in 10_000_007 + 37 * np.arange(firm_count)], dtype=object)
    held = np.full(count, None, dtype=object)
    held[spots[:half]] = codes[:half]
    parcels, middles = squares(count, holder=holder, holder_uscc=held)
    ids = [f"E{number:05d}" for number in range(firm_count)]
    table = {"ent_id": ids, "name": texts[:firm_count], "uscc": np.where(by_name, None, codes)}
    return gpd.GeoDataFrame(table, geometry=middles[spots]), parcels, np.ones(count, bool)


def test_the_whole_chain_compares_few_names(rules):
    """4,000 firms on 10,000 parcels: 1,000 names without an equal, 8,000 they could be like."""
    rules = replace(rules, tax_id_system="any")
    with watched(fuzzy, "_similar") as compared:
        matched = match(*chain(10_000, 4_000), rules)
    methods = matched.occupancy.drop_duplicates("ent_id")["method"].value_counts()
    assert methods["tax_id"] == 2_000 and methods["name"] >= 1_000 and methods["point"] > 800
    assert sum(len(left) for (_, left, _, _), _ in compared) < 8_000_000 / 500


def test_twice_the_firms_and_parcels_are_twice_the_work(rules):
    rules = replace(rules, tax_id_system="any")
    work = [calls(match, *chain(count, 2 * count // 5), rules) for count in (500, 1_000, 2_000)]
    assert work[2] - work[1] < 2.5 * (work[1] - work[0])


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


@settings(max_examples=60)
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
