"""The user's own scenario: conditions, named parks, limits; and rules of eligibility and of price."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import HA, base, community, district, flags, move, parcels, parks, play, row_of, rules, square

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.scenarios.movers import CONDITIONS, meets
from land_renewal.core.scenarios.situation import Move, ScenarioRules

FAR = 50_000.0


def zones(*rows, vacant=1e7, **more):
    return parks(*(rows or [base()])).assign(vacant_m2=vacant, **more)


def custom(land, zone, *moves, **more):
    return play("custom", land, zone, moves=list(moves), **more)


# Who.


def test_conditions_joined_with_plus_must_all_hold():
    land = parcels([*row_of(5, x=FAR), square(2 * FAR), square(3 * FAR)])
    classes = ["green", *["none"] * 4, "equity", "none"]
    found = custom(land, zones(), move("scattered+deficient"), deficiency=classes)
    assert found.fate == ["renew", *["retain"] * 4, "relocate", "retain"]


def test_rules_add_up():
    land = parcels([*row_of(5, x=FAR), square(2 * FAR), square(3 * FAR)])
    found = custom(
        land, zones(), move("green", rule="one"), move("equity", rule="two"),
        deficiency=["green", *["none"] * 4, "equity", "none"],
    )  # fmt: skip
    assert [fate == "relocate" for fate in found.fate] == [True, *[False] * 4, True, False]


def test_every_condition_is_tried():
    land = parcels(
        [square(100), square(5100), *row_of(5, x=FAR), square(FAR, 10_000)],
        urban_rural=["urban", None, *["rural"] * 5, "urban"],
    )
    place, found = district(
        land, zones(base(), community(5000)), deficiency=["green", "none", *["unknown"] * 5, "safety"],
        lines={"redline": square(FAR - 10, 10_000), "boundary": shapely.box(-10, -10, 9000, 9000)},
        results={"safety_fail": flags([True, False, *[None] * 5, True])},
        qualified=pd.Series({"K": False}),
    )  # fmt: skip
    held = {who: np.flatnonzero(meets(who, place, found)).tolist() for who in CONDITIONS}
    blocks, cluster, lone = [2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6], [7]
    assert held == {
        "any": [0, 1, *blocks], "block": blocks, "cluster": cluster, "scattered": lone, "base": [0],
        "community": [1], "in_park": [0, 1], "rural": [1, *cluster], "urban": [0, 7], "scattered_rural": [],
        "small_block": blocks, "certain_scattered": lone, "deficient": [0, 7], "green": [0],
        "efficiency": [], "quality": [], "equity": [], "safety": [7], "unsafe": [0, 7],
        "outside_boundary": blocks, "encroaching": lone, "priority_area": [1],
    }  # fmt: skip


def test_a_condition_that_there_is_not_is_refused_with_a_guess():
    with pytest.raises(LandRenewalError, match="did you mean 'deficient'"):
        custom(parcels([square(FAR)]), zones(), move("scattered+deficent"))


def test_near_only_needs_a_distance():
    with pytest.raises(LandRenewalError, match="near_only"):
        move("block", near_only=True)


# Where to.


def test_only_the_parks_named_receive():
    zone = zones(base(), base(60_000, park_id="C"))
    land = parcels([square(FAR)])
    assert custom(land, zone, move("block")).dest_id == ["C"]
    assert custom(land, zone, move("block", parks="B; X")).dest_id == ["B"]


def test_firms_of_a_priority_area_leave_it_and_do_not_come_back():
    land = parcels([square(100), square(20_100)])
    zone = zones(base(), community(20_000))
    found = custom(
        land, zone, move("priority_area", "base_or_community"), qualified=pd.Series({"B": True, "K": False})
    )
    assert found.fate == ["retain", "relocate"]
    assert found.dest_id == [None, "B"]
    stays = custom(land, zone, move("base", "base"))
    assert stays.fate_reason == ["no_receiver", "no_reason_to_change"], "no firm moves into its own park"


# Limits.


def spread():
    """Four lone blocks of 1, 4, 1 and 1 ha, each farther away than the one before."""
    return parcels([square(20_000), square(30_000, side=200), square(40_000), square(50_000)])


def test_the_cheapest_per_hectare_move_until_the_land_is_reached():
    found = custom(spread(), zones(), move("block"), custom_max_moved=5.5 * HA)
    assert found.fate_reason == [*["moves_to_receiver"] * 2, *["limit"] * 2]
    assert found.summary["moved_m2"] == pytest.approx(5 * HA)
    assert found.dest_id == ["B", "B", None, None]
    assert "stay because the limits of the scenario are reached" in found.summary["findings"]


def test_the_cost_of_the_moves_stays_within_its_limit():
    free = custom(spread(), zones(), move("block"))
    limit = float(np.sum(free.cost[:3])) + 1.0
    found = custom(spread(), zones(), move("block"), custom_max_cost=limit)
    assert found.fate == ["relocate"] * 3 + ["retain"]
    assert found.summary["relocation_cost"] == pytest.approx(limit - 1.0)


def test_who_must_leave_comes_before_the_cheapest():
    found = custom(spread(), zones(), move("block"), custom_max_moved=1.5 * HA, reclaim=[False] * 3 + [True])
    assert found.fate == ["retain"] * 3 + ["reclaim"]
    assert found.dest_id == [None, None, None, "B"]


def test_limits_are_for_the_own_scenario_alone():
    found = play("large_concentration", spread(), zones(), custom_max_moved=0.0)
    assert set(found.fate) == {"relocate"}


# Eligibility by sector and by safety.


def test_a_known_industry_goes_where_it_is_dominant_or_nothing_is_said():
    zone = zones(base(), base(60_000, park_id="C"), dominant_industries=["34; 35", "13"])
    land = parcels([square(FAR), square(FAR + 3000), square(FAR + 5000)])
    industries = {"industry": ["3411", None, "27"]}
    free = play("large_concentration", land, zone, results=industries)
    assert free.dest_id == ["C", "C", "C"]
    matched = play("large_concentration", land, zone, results=industries, sector_match="dominant")
    assert matched.dest_id == ["B", "C", None]
    assert matched.fate_reason[2] == "sector"
    unknown = zone.assign(dominant_industries=["34; 35", None])
    assert play(
        "large_concentration", land, unknown, results=industries, sector_match="dominant"
    ).dest_id == ["C", "C", "C"]


def test_unsafe_parcels_move_unless_the_profile_keeps_them_out():
    land, unsafe = parcels([square(FAR), square(2 * FAR)]), {"safety_fail": flags([True, None])}
    free = play("large_concentration", land, zones(), results=unsafe)
    assert free.fate == ["relocate", "relocate"]
    assert "1 parcels that fail the safety test move into parks" in free.scenario.notes[0]
    kept = play("large_concentration", land, zones(), results=unsafe, unsafe_into_parks=False)
    assert (kept.fate, kept.fate_reason[0]) == (["retain", "relocate"], "unsafe")
    exits = play(
        "large_concentration", land, zones(), results=unsafe, unsafe_into_parks=False, reclaim=[True, False]
    )
    assert (exits.fate[0], exits.dest_id[0], exits.summary["exits"]) == ("reclaim", None, 1)


# Prices of land.


def test_expansion_land_is_bought_only_when_vacant_land_is_full():
    land = parcels([square(FAR), square(FAR + 3000)])
    zone = zones(vacant=HA * 1.2, expansion_m2=5 * HA)
    found = play("large_concentration", land, zone, expansion_price=50 * 100.0)
    assert found.fate == ["relocate", "relocate"]
    row = found.receivers.loc["B"]
    assert row["bought_m2"] == pytest.approx(0.8 * HA)
    assert row["from_expansion_m2"] == pytest.approx(0.8 * HA)
    assert found.summary["bought_cost"] == pytest.approx(0.8 * 50)
    assert row["shadow_price"] == pytest.approx(50), "one more vacant hectare saves the price of a hectare"


def test_land_that_costs_nothing_is_part_of_the_capacity():
    zone = zones(vacant=HA * 1.2, expansion_m2=5 * HA)
    found = play("large_concentration", parcels([square(FAR), square(FAR + 3000)]), zone)
    assert found.receivers.loc["B", ["bought_m2", "capacity_m2"]].tolist() == pytest.approx([0, 6.2 * HA])


def test_the_price_of_a_hectare_is_what_the_longer_way_costs():
    # C is 10 km nearer (120 per hectare) and takes one of the two.
    zone = parks(base(), base(10_000, park_id="C")).assign(vacant_m2=[1e7, 1.5 * HA])
    land = parcels([square(FAR, 950), square(FAR, 950 + 200)])
    found = play("large_concentration", land, zone)
    assert found.receivers["shadow_price"].to_dict() == pytest.approx({"B": 0.0, "C": 120.0}, abs=0.1)
    assert found.receivers["binding"].tolist() == [False, True]
    assert found.summary["binding_parks"] == "C"
    assert any("one more hectare saves 1.20 million CNY in C" in note for note in found.scenario.notes)


def test_the_price_leaves_out_who_finds_no_room():
    land = parcels([square(FAR), square(FAR + 3000), square(FAR + 5000)])
    found = play("large_concentration", land, zones(vacant=2.5 * HA))
    row = found.receivers.loc["B"]
    assert row["shadow_price"] == pytest.approx(0.0)
    assert bool(row["binding"])
    assert row["waiting_m2"] == pytest.approx(HA)


# Land that is missing.


def test_what_is_missing_is_told_where_and_at_what_price():
    # Town W has base B, town E base C; two hectares are asked in each, B has 0.5 and C 5.
    zone = parks(base(), base(60_000, park_id="C")).assign(vacant_m2=[0.5 * HA, 5 * HA])
    land = parcels([square(x) for x in (10_000, 12_000, 70_000, 72_000)], town=["W", "W", "E", "E"])
    place = land.assign(town=["W", "W", "E", "E"])
    inside = parcels([square(500), square(60_500)], town=["W", "E"]).assign(parcel_id=["w", "e"])
    whole = pd.concat([place, inside], ignore_index=True)
    found = play("small_clustering", whole, zone, expansion_price=30 * 100.0)
    table = found.scenario.shortages
    assert table["park_id"].tolist() == ["B"]
    assert table[["missing_m2", "extra_m2"]].iloc[0].tolist() == pytest.approx([1.5 * HA, 1.5 * HA])
    assert table["extra_cost"].tolist() == pytest.approx([45.0])
    assert table[["waiting_parcels", "waiting_ids"]].iloc[0].tolist() == [2, "a, b"]
    assert found.summary["missing_m2"] == pytest.approx(1.5 * HA)
    assert any(
        "the cheapest way to give everyone room is 1.5 ha at B, for 45" in note
        for note in found.scenario.notes
    )


def test_without_a_price_nobody_says_what_missing_land_costs():
    found = play("large_concentration", parcels([square(FAR)]), zones(vacant=0.5 * HA))
    assert found.scenario.shortages["extra_m2"].tolist() == pytest.approx([0.5 * HA])
    assert found.scenario.shortages["extra_cost"].isna().all()


def test_gaps_too_small_for_whole_parcels_are_no_missing_land():
    zone = parks(base(), base(60_000, park_id="C")).assign(vacant_m2=1.5 * HA)
    found = play("large_concentration", parcels([square(FAR + 900 * n) for n in range(3)]), zone)
    assert sum(fate == "relocate" for fate in found.fate) == 2
    assert found.scenario.shortages["missing_m2"].sum() == 0
    assert any("if parcels could be split" in note for note in found.scenario.notes)


# In the profile.


def test_own_moves_are_rows_of_the_profile(tmp_path):
    path = tmp_path / "own.yml"
    path.write_text(
        "extends: default\n"
        "scenarios:\n"
        "  moves:\n"
        "    source: county plan\n    year: 2025\n    status: assumption\n"
        "    rows:\n"
        "      - {scenario: custom, rule: bad, who: scattered+deficient, to: base_or_community,"
        " within: {value: 8, unit: km}, parks: P001;P003}\n"
        "  custom_max_moved: {value: 200, unit: ha, source: county plan, year: 2025, status: assumption}\n",
        encoding="utf-8",
    )
    profile = load_profile(path)
    own = [Move.from_row(row) for row in profile.table("scenarios.moves") if row["scenario"] == "custom"]
    assert own == [
        Move(
            "custom",
            "bad",
            "scattered+deficient",
            ("base", "community"),
            False,
            8000.0,
            False,
            ("P001", "P003"),
        )
    ]
    assert profile.params(ScenarioRules, "scenarios").custom_max_moved == 200 * HA
    assert rules(ScenarioRules).custom_max_moved is None
    assert not any(row["scenario"] == "custom" for row in load_profile(None).table("scenarios.moves"))
