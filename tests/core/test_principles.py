"""Phases, conflicts and the three principles, by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from helpers import HA, base, district, firms, layer, parcels, parks, play, rules, square, texts

from land_renewal.core.scenarios.conflicts import conflicts
from land_renewal.core.scenarios.principles import principles
from land_renewal.core.scenarios.scenario_words import WORDS, Speech
from land_renewal.core.scenarios.situation import ScenarioRules

FAR, LARGE = 50_000.0, "large_concentration"


def zones(vacant=1e7):
    return parks(base()).assign(vacant_m2=vacant)


# Phases.


def phases(land, name=LARGE, **more):
    return play(name, land, zones(), **more).phase


def test_the_horizon_of_the_guidance_is_the_phase():
    land = parcels([square(FAR + 900 * n) for n in range(3)], urban_rural=["urban"] * 3)
    found = phases(land, results={"horizon": ["near", "long", None]})
    assert found == ["near", "long", "medium"]


def test_what_stays_as_it_is_has_no_phase():
    found = phases(parcels([square(100), square(FAR)]), results={"horizon": ["near", "near"]})
    assert found == [None, "medium"]


def test_scattered_rural_blocks_wait_unless_they_press():
    land = parcels([square(FAR + 900 * n) for n in range(4)], urban_rural=["rural"] * 4)
    found = phases(
        land, results={"horizon": ["near"] * 4}, deficiency=["none", "green", "safety", "equity"],
        lines={"redline": square(FAR + 2710, side=50)},
    )  # fmt: skip
    assert found == ["medium", "near", "near", "near"], "the last encroaches on the red line"


def test_reclaimed_land_comes_first_and_reserve_waits():
    land = parcels([square(FAR), square(FAR + 900)], stage=["built", "approved"])
    found = phases(land, results={"horizon": ["long", "near"]}, reclaim=[True, False])
    assert found == ["near", "medium"]


def test_phases_are_counted_with_their_land():
    land = parcels([square(FAR), square(FAR + 900, side=200)], urban_rural=["urban"] * 2)
    row = play(LARGE, land, zones(), results={"horizon": ["near", "long"]}).summary
    assert [row[f"{name}_parcels"] for name in ("near", "medium", "long")] == [1, 0, 1]
    assert [row[f"{name}_m2"] / HA for name in ("near", "medium", "long")] == pytest.approx([1, 0, 4])


# Conflicts.


def table(name, *args, **more):
    found = play(name, *args, **more)
    return conflicts(found.scenario, found.situation).set_index("line")


def test_conflicts_before_removed_left_and_new():
    # One hectare half under farmland moves; one with a quarter under it stays in the base.
    land = parcels([square(FAR), square(100)])
    lines = {
        "farmland": shapely.union_all([shapely.box(FAR, 0, FAR + 50, 100), shapely.box(100, 0, 125, 100)])
    }
    # The plan keeps the western half of the base as industry, and with it the parcel there.
    plan = layer([shapely.box(0, 0, 1050, 2000)], planned_use=["1001"])
    found = table(LARGE, land, zones(), lines=lines, plan=plan)
    columns = ["before_m2", "removed_m2", "left_m2", "new_m2", "after_m2", "parcels_before", "parcels_after"]
    assert found.loc["farmland", columns].tolist() == pytest.approx(
        [0.75 * HA, 0.5 * HA, 0.25 * HA, 0, 0.25 * HA, 2, 1]
    )
    assert found.loc["plan", columns].tolist() == pytest.approx([HA, HA, 0, 0.5 * HA, 0.5 * HA, 1, 0])
    assert found.loc["redline", columns].isna().all(), "not supplied is not checked"
    assert found.loc["boundary", columns].isna().all()


def test_a_line_that_is_not_rigid_may_be_built_on_by_movers():
    lines = {"farmland": shapely.box(0, 0, 525, 2000)}
    found = table(LARGE, parcels([square(FAR)]), zones(), lines=lines, rigid_lines=("redline",))
    assert found.loc["farmland", ["before_m2", "new_m2", "after_m2"]].tolist() == pytest.approx(
        [0, 0.25 * HA, 0.25 * HA]
    )


def test_the_status_quo_removes_nothing():
    lines = {"redline": shapely.box(FAR, 0, FAR + 50, 100)}
    row = table("status_quo", parcels([square(FAR)]), zones(), lines=lines).loc["redline"]
    assert row[["removed_m2", "left_m2", "parcels_after"]].tolist() == pytest.approx([0, 0.5 * HA, 1])


# Principles.


def judged(land, language="en", **more):
    changes = {name: more.pop(name) for name in ("target_output", "target_tax") if name in more}
    found = {name: play(name, land, zones(), **more, **changes) for name in ("status_quo", LARGE)}
    made = rules(ScenarioRules, **changes)
    rows = [found[name].summary for name in ("status_quo", LARGE)]
    return [principles(row, rows[0], made, Speech(language)) for row in rows]


def town():
    """One parcel in the base and two far away."""
    return parcels([square(100), square(FAR), square(FAR + 5000)])


def test_moving_into_a_base_keeps_volume_and_clusters():
    today, moved = judged(parcels([square(100, side=200), square(FAR), square(FAR + 5000)]))
    assert (moved["principle_volume"], moved["principle_clustering"]) == (1, 1)
    assert moved["principle_volume_text"] == (
        "Industrial land 6.0 ha before, 6.0 ha after: 0.0 ha less; the books close to 0.00 m2."
    )
    assert moved["principle_clustering_text"] == (
        "Patches 1 (today 3), mean size 4.0 ha (2.0 ha), in bases and communities 100.0 % (66.7 %)."
    )
    assert today["principle_volume"] is today["principle_clustering"] is today["principle_quality"] is None


def test_when_nothing_moves_nothing_clusters():
    land = parcels([square(100), square(400)])
    assert judged(land)[1]["principle_clustering"] == 0


def test_quality_is_not_known_without_output_and_tax():
    assert judged(town(), deficiency=["green", "none", "none"])[1]["principle_quality"] is None


def test_quality_needs_output_tax_and_less_deficient_land():
    known = firms(3, output=[10, 20, 30], tax=[1, 2, 3])
    renewed = judged(town(), firms=known, deficiency=["green", "none", "none"])[1]
    assert renewed["principle_quality"] == 1
    assert "deficient land left 0.0 ha (1.0 ha)" in renewed["principle_quality_text"]
    nothing_bad = judged(town(), firms=known)[1]
    assert nothing_bad["principle_quality"] == 1


def test_a_target_that_is_missed_fails_quality():
    known = firms(3, output=[10, 20, 30], tax=[1, 2, 3])
    # 60 on 0.03 km2 are 2,000 per km2.
    assert judged(town(), firms=known, target_output=1999.0)[1]["principle_quality"] == 1
    missed = judged(town(), firms=known, target_output=2001.0)[1]
    assert missed["principle_quality"] == 0
    assert "target 20.0 million CNY" in missed["principle_quality_text"]


def test_a_fall_in_tax_fails_quality_even_where_output_is_unknown():
    # The firm of the reclaimed parcel is the richest and finds no room.
    land, known = parcels([square(100), square(200)]), firms(2, tax=[1, 9])
    found = [
        play(name, land, zones(vacant=0), firms=known, reclaim=[False, True])
        for name in ("status_quo", LARGE)
    ]
    rows = [one.summary for one in found]
    assert principles(rows[1], rows[0], rules(ScenarioRules), Speech())["principle_quality"] == 0


def test_sentences_come_in_chinese():
    made = judged(town(), language="zh")[1]
    assert made["principle_volume_text"].startswith("工业用地由3.0公顷变为3.0公顷")
    found = play(LARGE, town(), zones(vacant=0.0), language="zh")
    assert any("没有空间可迁" in note for note in found.scenario.notes)


def test_both_languages_say_the_same_things():
    assert set(WORDS["en"]) == set(WORDS["zh"])
    for name, text in WORDS["en"].items():
        if isinstance(text, str):
            fields = [set(_fields(one[name])) - {"code", "scenario"} for one in WORDS.values()]
            assert fields[0] == fields[1], name


def _fields(text):
    from string import Formatter

    return [field for _, field, _, _ in Formatter().parse(text) if field is not None]


def test_deficient_land_left_is_not_renewed_and_not_known_without_a_class():
    place, _ = district(parcels([square(100)]), zones())
    assert place.facts["deficiency"].tolist() == ["none"]
    row = play(LARGE, parcels([square(100), square(FAR)]), zones(), deficiency=["unknown", "unknown"]).summary
    assert row["deficient_left_m2"] is None
    today = play("status_quo", parcels([square(100)]), zones(), deficiency=["equity"]).summary
    assert today["deficient_left_m2"] == pytest.approx(HA)
    assert texts(place.facts["horizon"]) == [None]
    assert not np.isnan(today["deficient_left_m2"])
