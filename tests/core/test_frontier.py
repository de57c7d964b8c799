"""The frontier against brute force, and what it says of the scenarios."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from helpers import HA, base, community, district, firms, flags, parcels, parks, play, rules, square

from land_renewal.core.common.columns import FRONTIER, SCENARIOS, names
from land_renewal.core.scenarios.frontier import frontier
from land_renewal.core.scenarios.locks import decide, read_locks
from land_renewal.core.scenarios.scenario_words import Speech
from land_renewal.core.scenarios.situation import ScenarioRules

FAR = 50_000.0


def zones(vacant=1e7):
    return parks(base(), community(20_000)).assign(vacant_m2=vacant)


def edge(land, zone=None, reclaim=None, played=("status_quo", "large_concentration"), locks=None, **more):
    zone = zones() if zone is None else zone
    changes = {name: more.pop(name) for name in list(more) if name in ScenarioRules.__dataclass_fields__}
    place, _ = district(land, zone, **more)
    cleared = reclaim if reclaim is not None else [False] * len(land)
    rows = [play(name, land, zone, reclaim=cleared, **more, **changes).summary for name in played]
    held = None
    if locks is not None:
        used, _ = read_locks(pd.DataFrame(locks), place, SCENARIOS[1:])
        held, _ = decide(used, "frontier", place, np.array(cleared, dtype=bool), Speech())
    return frontier(place, rules(ScenarioRules, **changes), flags(cleared), rows, Speech(), held)


def spread(count=6):
    """One parcel in the base; lone blocks of growing size farther and farther away."""
    return parcels([square(100), *(square(3000 + 4000 * n, 9000, side=80 + 15 * n) for n in range(count))])


def test_points_are_what_brute_force_finds():
    land = spread()
    found, _ = edge(land, played=("status_quo",))
    points = found[(found["kind"] == "clustering") & found["point"].notna()]
    area = np.array([shape.area for shape in land.geometry])
    rule = rules(ScenarioRules)
    origin = np.array([[shape.centroid.x, shape.centroid.y] for shape in land.geometry])
    middle = np.array([[1050.0, 1000.0], [20_550.0, 500.0]])
    way = np.hypot(*(origin[:, None] - middle).transpose(2, 0, 1))
    cost = (area[:, None] / 1e6 * (rule.relocation_cost + way / 1e3 * rule.haul_cost)).min(axis=1)
    assert len(points) >= 6
    for _, point in points.iterrows():
        best = min(
            sum(cost[list(chosen)])
            for size in range(7)
            for chosen in itertools.combinations(range(1, 7), size)
            if area[list(chosen)].sum() >= point["moved_m2"] - 1e-3
        )
        assert point["cost"] == pytest.approx(best, rel=1e-6)
        assert point["value"] == pytest.approx((area[0] + point["moved_m2"]) / area.sum())
    assert points["value"].iloc[-1] == pytest.approx(1.0)
    assert points["cost"].iloc[0] == 0
    assert (np.diff(points["cost"]) > 0).all() and (np.diff(points["value"]) > 0).all()


def test_a_scenario_that_pays_for_long_ways_is_behind():
    found, notes = edge(spread())
    row = found[(found["kind"] == "clustering") & (found["scenario"] == "large_concentration")].iloc[0]
    # The far blocks go to the base although the community is nearer.
    assert row["value"] == pytest.approx(1.0)
    assert row["cost_at_value"] < row["cost"]
    assert row["behind"] == 0, "nothing is left to move"
    assert any("hardly more is possible" in note for note in notes)


def test_a_scenario_that_could_do_better_is_told_how_much():
    # Room for one in the base: the scenario uses only bases, the frontier the community as well.
    zone = zones(vacant=[1.5 * HA, 1e7])
    land = parcels([square(100), square(3000), square(19_000), square(23_000)])
    found, notes = edge(land, zone)
    row = found[found["scenario"] == "large_concentration"].iloc[0]
    assert row["value"] == pytest.approx(0.5)
    assert row["cost"] == pytest.approx(900 + 12 * np.hypot(3050 - 1050, 950) / 1e3, rel=1e-3)
    costs = found[found["point"].notna()]
    assert row["value_at_cost"] == pytest.approx(np.interp(row["cost"], costs["cost"], costs["value"]))
    assert row["behind"] == pytest.approx(row["value_at_cost"] / 0.5 - 1, abs=1e-9)
    assert len(notes) == 1


def test_tax_is_bought_by_keeping_firms_of_cleared_land():
    land = parcels([square(100), square(30_000), square(40_000)])
    known = firms(3, tax=[10, 20, 40])
    found, _ = edge(land, reclaim=[False, True, True], firms=known)
    points = found[(found["kind"] == "tax") & found["point"].notna()]
    # The dearer firm is the better buy: 40 against 20 for about the same money.
    assert points["value"].tolist() == pytest.approx([10, 50, 70])
    assert points["tax_per_km2"].tolist() == pytest.approx([1000, 50 / 0.02, 70 / 0.03])
    today = found[(found["kind"] == "tax") & (found["scenario"] == "status_quo")].iloc[0]
    assert (today["value"], today["behind"]) == (pytest.approx(70), 0)


def test_uplift_makes_every_move_worth_something():
    found, _ = edge(spread(), firms=firms(7, tax=[10] * 7), output_uplift=1.5, played=("status_quo",))
    points = found[(found["kind"] == "tax") & found["point"].notna()]
    assert points["value"].iloc[[0, -1]].tolist() == pytest.approx([70, 70 + 6 * 5])


def lock(action, parcel=None, park=None, scenario=None):
    return {"scenario": scenario, "parcel_id": parcel, "action": action, "park_id": park}


def ends(found, kind="clustering"):
    points = found[(found["kind"] == kind) & found["point"].notna()]
    return points.iloc[0], points.iloc[-1]


def test_locks_hold_at_every_point():
    land = spread()
    area = np.array([shape.area for shape in land.geometry])
    # b must move, and to the farther of the two; c must stay; nobody goes to the community but by lock.
    locks = [lock("move", "b", "K"), lock("stay", "c"), lock("close", park="B"), lock("open", park="K")]
    first, last = ends(edge(land, played=("status_quo",), locks=locks)[0])
    rule, way = rules(ScenarioRules), np.hypot(20_550 - 3040, 500 - 9040)
    assert first["moved_m2"] == pytest.approx(area[1]), "only what is locked"
    assert first["cost"] == pytest.approx(area[1] / 1e6 * (rule.relocation_cost + way / 1e3 * rule.haul_cost))
    assert last["moved_m2"] == pytest.approx(area[1:].sum() - area[2]), "all but what must stay"


def test_forbidden_moves_and_closed_parks_are_not_used():
    land = parcels([square(100), square(3000), square(6000)])
    closed = [lock("forbid", "b", "B"), lock("forbid", "b", "K"), lock("close", park="B")]
    _, last = ends(edge(land, played=("status_quo",), locks=closed)[0])
    rule, way = rules(ScenarioRules), np.hypot(20_550 - 6050, 450)
    assert last["moved_m2"] == pytest.approx(HA)
    assert last["cost"] == pytest.approx((rule.relocation_cost + way / 1e3 * rule.haul_cost) / 100)


def test_locks_of_one_scenario_do_not_bind_the_frontier():
    free, bound = (
        edge(spread(), played=("status_quo",), locks=locks)[0]
        for locks in ([], [lock("stay", "c", scenario="large_concentration")])
    )
    assert free.equals(bound)


def test_a_locked_move_that_buys_no_tax_is_made_all_the_same():
    land = parcels([square(100), square(3000), square(30_000)])
    known = firms(3, tax=[10, 20, 40])
    first, last = ends(
        edge(land, None, [False, False, True], ("status_quo",), [lock("move", "b", "B")], firms=known)[0],
        "tax",
    )
    assert (first["value"], last["value"]) == (pytest.approx(30), pytest.approx(70))
    assert first["cost"] > 0, "the firm that stays in business anyway has to move"


def test_a_sample_keeps_what_is_locked_as_it_is():
    land = parcels([square(3000 + 250 * n, 9000 + 400 * (n % 5), side=80 + n % 7) for n in range(60)])
    locks = [lock("move", "p07", "K"), lock("stay", "p31")]
    area = pd.Series([shape.area for shape in land.geometry], index=land["parcel_id"])
    first, last = ends(edge(land, played=("status_quo",), locks=locks, frontier_choices=40)[0])
    assert first["moved_m2"] == pytest.approx(area["p07"])
    assert last["moved_m2"] == pytest.approx(area.sum() - area["p31"])


def test_when_nothing_is_gained_the_note_says_so():
    found, notes = edge(spread(), firms=firms(7, output=[10] * 7), played=("status_quo",))
    assert (found["kind"] == "output").sum() == 2
    assert any("moving keeps or adds no output" in note for note in notes)


def test_a_sample_stands_for_the_whole():
    land = parcels([square(3000 + 250 * n, 9000 + 400 * (n % 5), side=80 + n % 7) for n in range(60)])
    whole, _ = edge(land, played=("status_quo",), frontier_choices=10_000)
    thin, notes = edge(land, played=("status_quo",), frontier_choices=40)
    assert any("every 3. of 60 parcels" in note for note in notes)
    ends = [table[table["point"].notna()].iloc[-1] for table in (whole, thin)]
    assert ends[1]["moved_m2"] == pytest.approx(ends[0]["moved_m2"])
    assert ends[1]["cost"] == pytest.approx(ends[0]["cost"], rel=0.02)
    assert ends[1]["value"] == pytest.approx(ends[0]["value"], rel=0.02)


def test_the_same_again_to_the_last_bit():
    first, second = (edge(spread())[0] for _ in "ab")
    assert first.equals(second)


@pytest.mark.parametrize("zone", [zones(vacant=0.0), parks(("T", "town", "other", square(0)))])
def test_without_a_receiver_there_is_no_frontier(zone):
    found, notes = edge(spread(), zone)
    assert found.empty
    assert list(found) == names(FRONTIER)
    assert notes == ["frontier: there is nothing to move or nowhere to move it."]


def test_no_steps_no_frontier_and_not_a_word():
    assert edge(spread(), frontier_steps=0)[1] == []
