"""The dossier of a parcel: what is known comes with unit and reason, what is not is said not to be known."""

from __future__ import annotations

import doctest
import math
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common import columns as std
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.deficiency.trace import WORDS as TRACE
from land_renewal.core.dossier import dossier as dossiers
from land_renewal.core.dossier import dossier_figures, dossier_scenarios, dossier_words
from land_renewal.core.dossier.dossier import dossier, records, trace_pieces
from land_renewal.core.dossier.dossier_figures import Units, percent
from land_renewal.core.scenarios import lock_rows
from land_renewal.core.scenarios.lock_rows import lock, lock_text, parse_locks, with_lock, without_locks

SCENARIOS = ("large_concentration", "small_clustering", "clustering_with_parks")
TRACE_EN = (
    "Decided by North (Mill) Ltd., worst of 2 occupants. green: pass (no encroachment on the red line, EIA"
    " passed); efficiency: FAIL (output 40,000 (2024) < threshold 75,000 10k CNY/km2: 0.5 x mean of division"
    " 18, 57 firms); quality: unknown (industry not known); equity: pass (tax 9,000 >= threshold 4,000 10k"
    " CNY/km2); safety: pass (safety evaluation passed)"
)


def tables():
    """One parcel with two firms in a community, moved by one scenario, and one of which nothing is known."""
    parcel = {
        "parcel_id": "A1", "holder": "North Mill", "area_m2": 20_000.0, "stated_m2": 21_000.0, "town": "Lin",
        "town_code": "330101001", "urban_rural": "rural", "stage": "built", "site_far": 0.8, "level": "block",
        "block_kind": "cluster", "cluster_id": "C1", "park_id": "K1", "deficiency": "efficiency",
        "green_fail": 0, "efficiency_fail": 1, "quality_fail": None, "equity_fail": 0, "safety_fail": 0,
        "reliability": 0.8, "trace": TRACE_EN, "redline_share": 0.0, "redline_encroaching": 0,
        "farmland_share": 0.03, "farmland_encroaching": 1, "rigid_share": None, "encroaching": None,
        "boundary_share": 0.25, "inside_boundary": 0, "measure": "rebuild", "measure_text": "Rebuild it.",
        "priority": "high", "horizon": "near", "direction": "industry_to_industry;reserve", "reclaim": 0,
    }  # fmt: skip
    firms = [
        {"ent_id": "E1", "name": "Small", "year": 2024, "deficiency": "none", "output": 500.0, "land_m2": 1e4,
         "output_per_km2": 50_000.0, "output_threshold": 40_000.0, "efficiency_fail": 0},
        {"ent_id": "E2", "name": "Mill", "year": 2023, "deficiency": "efficiency", "tax": 80.0},
        {"ent_id": "E2", "name": "Mill", "year": 2024, "deficiency": "efficiency", "output": 300.0,
         "employees": 12.0, "output_per_km2": 30_000.0, "output_threshold": 40_000.0, "efficiency_fail": 1},
    ]  # fmt: skip
    links = [
        {"ent_id": "E1", "parcel_id": "A1", "share": 0.5, "land_m2": 1e4, "method": "tax_id", "score": 1.0},
        {"ent_id": "E2", "parcel_id": "A1", "share": 0.5, "land_m2": 1e4, "method": "point", "score": 0.7},
        {"ent_id": "E9", "parcel_id": "A1", "reviewed": 0, "method": "ruled out"},
    ]
    moved = {"parcel_id": "A1", "area_m2": 20_000.0, "fate": "relocate", "fate_reason": "moves_to_receiver",
             "dest_id": "K2", "need_m2": 16_000.0, "distance_m": 2500.0, "cost": 1200.0,
             "after_use": "reserve"}  # fmt: skip
    return {
        "parcels": [parcel, {"parcel_id": "B2", "level": "block", "deficiency": "unknown"}],
        "parks": [{"park_id": "K1", "park": "West"}, {"park_id": "K2", "park": "East"}],
        "enterprises": firms,
        "occupancy": links,
        "scenario_small_clustering": [moved],
        "scenario_large_concentration": [{"parcel_id": "A1", "fate": "retain", "fate_reason": "no_capacity"}],
        "scenario_summary": [{"scenario": "small_clustering"}],
        "economics_parcels": [
            {"scenario": "small_clustering", "parcel_id": "A1", "cost_government": 900.0,
             "cost_enterprise": 0.0, "yearly_tax": -5.0, "price_basis": "priced_by_default"}
        ],
        "economics_assumptions": [
            {"scenario": "small_clustering", "item": "premises", "status": "assumption"},
            {"scenario": "small_clustering", "item": "land", "status": "verified"},
        ],
        "rules": [{"rule": "deficiency.reliability_minimum", "value": "60", "status": "assumption"}],
        "run_log": [{"profile": "default", "method_version": "1.2"}],
    }  # fmt: skip


def facts(found, section):
    return {fact.key: fact for part in found.sections if part.key == section for fact in part.facts}


def test_figures_come_with_unit_threshold_and_judgement():
    found = dossier(records(tables()), "A1")
    assert found.title == "A1 · North Mill"
    assert found.lead == "efficiency-deficient, block in a cluster, 2.00 ha"
    parcel = facts(found, "parcel")
    assert parcel["area"].text == "2.00 ha" and parcel["area"].note == "stated: 2.10 ha, 5 % more"
    mill = facts(found, "firm:E2")
    assert mill["output_per_km2"].text == "30,000 10k CNY/km2"
    assert (
        mill["output_per_km2"].note == "below the threshold of 40,000"
        and mill["output_per_km2"].mark == "bad"
    )
    assert mill["employees"].text == "12"
    assert (mill["tax"].text, mill["tax"].note) == ("800,000 CNY", "figures of 2023")
    assert facts(found, "firm:E1")["output_per_km2"].mark == "good"


def test_the_firm_that_decides_comes_first_and_ruled_out_links_do_not_come():
    keys = [part.key for part in dossier(records(tables()), "A1").sections if part.key.startswith("firm")]
    assert keys == ["firm:E2", "firm:E1"]
    few = dossier(records(tables()), "A1", most_firms=1)
    assert [part.key for part in few.sections if part.key.startswith("firm")] == ["firm:E2"]
    assert facts(few, "firm:E2")["occupants"].value == "and 1 more"


def test_each_test_has_its_outcome_and_its_reason():
    tests = facts(dossier(records(tables()), "A1"), "tests")
    assert [tests[layer].mark for layer in std.DEFICIENCY_LAYERS] == [
        "good",
        "bad",
        "unknown",
        "good",
        "good",
    ]
    assert tests["efficiency"].note.startswith("output 40,000 (2024) < threshold 75,000 10k CNY/km2: 0.5 x")
    assert tests["safety"].note == "safety evaluation passed"
    assert tests["decided"].value == "Decided by North (Mill) Ltd., worst of 2 occupants"
    assert tests["reliability"].text == "80 %" and "60 %" in tests["reliability"].note


def test_a_test_that_fails_by_another_firm_than_the_deciding_one_says_so():
    data = tables()
    data["parcels"][0]["equity_fail"] = 1
    equity = facts(dossier(records(data), "A1"), "tests")["equity"]
    assert (equity.value, equity.mark) == ("fails", "bad")
    assert equity.note.startswith("another enterprise on it; the deciding one passes: tax 9,000 >= threshold")


def test_lines_that_were_not_supplied_are_not_checked():
    lines = facts(dossier(records(tables()), "A1"), "control")
    assert (lines["rigid"].value, lines["rigid"].unit, lines["rigid"].mark) == ("not checked", "", "unknown")
    assert (lines["redline"].text, lines["redline"].note) == ("0 %", "clear")
    assert (lines["farmland"].text, lines["farmland"].mark) == ("3 %", "bad")
    assert (lines["boundary"].value, lines["boundary"].note) == ("outside", "25 % of the parcel is inside")


def test_fate_and_money_in_every_scenario():
    found = dossier(records(tables()), "A1")
    keys = [part.key for part in found.sections if part.key.startswith("scenario")]
    assert keys == ["scenario:large_concentration", "scenario:small_clustering"]
    moved, stays = facts(found, keys[1]), facts(found, keys[0])
    assert (moved["fate"].value, moved["dest"].value) == ("relocated", "East (K2)")
    assert (moved["distance"].text, moved["need"].text) == ("2.50 km", "1.60 ha")
    assert moved["need"].note == "80 % of the old land"
    assert moved["cost_government"].text == "9.00 million CNY"
    assert (
        "assumed unit costs" in moved["cost_government"].note and "default" in moved["cost_government"].note
    )
    assert (moved["cost_enterprise"].text, moved["yearly_tax"].text) == ("0 CNY", "-50,000 CNY")
    assert stays["fate"].note == "it should move, but no park has room left"
    assert stays["cost_government"].note == "nothing is paid for this parcel"
    assert facts(found, "basis")["assumptions"].value == "1 of 2 are assumptions, not verified"


def test_locks_are_quoted_where_they_hold():
    locks = [lock("move", "A1", "K2", "small_clustering", "agreed"), lock("forbid", "A1", "K1")]
    found = dossier(records({**tables(), "locks": locks}), "A1")
    said = [
        (part.key, fact.value, fact.note)
        for part in found.sections
        for fact in part.facts
        if fact.key == "lock"
    ]
    assert said == [
        ("scenario:large_concentration", "must not go to West (K1)", "all scenarios"),
        ("scenario:small_clustering", "must move to East (K2)", "agreed"),
        ("scenario:small_clustering", "must not go to West (K1)", "all scenarios"),
    ]


def test_chinese_and_mu():
    found = dossier(records(tables()), "A1", "zh", Units("mu", "万元"))
    assert found.lead == "效率不足型，集聚区块，30.0亩"
    mill = facts(found, "firm:E2")
    # 30,000 per km2 are 20 per mu: a km2 has 1,500 mu.
    assert mill["output_per_km2"].text == "20.0万元/亩" and mill["output_per_km2"].note == "低于阈值26.7"
    assert facts(found, "control")["rigid"].value == "未核查"


def numbers_in(found):
    return [
        fact for part in found.sections for fact in part.facts if fact.value in ("0", "0 %", "nan", "None")
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_that_is_missing_looks_like_a_figure(language):
    words = dossier_words.WORDS[language]
    found = dossier(records(tables()), "B2", language)
    assert not numbers_in(found)
    unknown = [fact for part in found.sections for fact in part.facts if fact.value == words["unknown"]]
    assert {"area", "holder", "town", "reliability", "boundary"} - {fact.key for fact in unknown} == {
        "boundary"
    }
    assert all(fact.unit == "" and fact.mark == "unknown" for fact in unknown)


@settings(max_examples=60)
@given(
    st.sets(st.sampled_from(sorted(tables()["parcels"][0].keys() - {"parcel_id"}))),
    st.sampled_from(["en", "zh"]),
)
def test_any_gap_in_the_table_is_told_and_never_filled(gaps, language):
    data = tables()
    data["parcels"][0] = {key: None if key in gaps else value for key, value in data["parcels"][0].items()}
    found = dossier(records(data), "A1", language)
    texts = [text for part in found.sections for fact in part.facts for text in (fact.text, fact.note)]
    assert not [text for text in texts if re.search(r"\bNone\b|\bnan\b|<NA>", text)]
    area = facts(found, "parcel")["area"]
    assert (area.mark == "unknown") == ("area_m2" in gaps)


def test_tables_that_a_study_did_not_write_are_left_out():
    found = dossier(records({"parcels": [{"parcel_id": "A1", "area_m2": 1.0}]}), "A1")
    assert facts(found, "scenario:")["fate"].note == "no scenario was built"
    assert facts(found, "level")["level"].note.startswith("not industrial")
    with pytest.raises(LandRenewalError, match='no parcel "Z"'):
        dossier(records({"parcels": []}), "Z")


@pytest.mark.parametrize("module", [dossiers, dossier_figures, dossier_scenarios, lock_rows])
def test_examples_in_the_docstrings(module):
    failed, run = doctest.testmod(module)
    assert run and not failed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_words_of_the_trace_are_those_of_the_method(language):
    assert tuple(dossier_words.LAYERS[language].values()) == TRACE[language]["layers"]
    assert dossier_words.STATES[language] == TRACE[language]["states"]


def test_a_text_that_is_no_trace_comes_back_whole():
    assert trace_pieces("Looked at by hand.") == ("Looked at by hand.", {})
    assert trace_pieces(None) == ("", {})
    zh = (
        "由甲（乙）决定（唯一占用企业）。绿色：通过（环评（2024年）通过）；效率：未知（不明）；"
        "质量：通过（一）；公平：不通过（二）；安全：未知（三）"
    )
    preface, details = trace_pieces(zh)
    assert preface == "由甲（乙）决定（唯一占用企业）" and details["green"] == (
        "passes",
        "环评（2024年）通过",
    )
    assert details["safety"] == ("unknown", "三")


def test_both_languages_say_the_same_things():
    en, zh = dossier_words.WORDS["en"], dossier_words.WORDS["zh"]
    assert en.keys() == zh.keys()
    for key, value in en.items():
        if isinstance(value, dict):
            assert value.keys() == zh[key].keys(), key
        else:
            assert value.count("{") == zh[key].count("{"), key
    assert set(en["fates"]) == set(std.FATES) and set(en["levels"]) == set(std.LEVELS)
    assert set(en["classes"]) == {*std.DEFICIENCY_LAYERS, "none", "unknown"}
    assert set(en["actions"]) == set(std.LOCK_ACTIONS)
    assert set(std.SCENARIOS) < set(en["scenarios"])


@given(st.floats(0, 1))
def test_only_nothing_is_0_percent_and_only_all_is_100(share):
    assert (percent(share) == "0") == (share == 0)
    assert (percent(share) == "100") == (share == 1)


def test_a_new_lock_replaces_what_it_contradicts():
    rows = with_lock([lock("stay", "A1")], lock("move", "A1", "K1", "small_clustering"), SCENARIOS)
    assert [(row["scenario"], row["action"]) for row in rows] == [
        ("large_concentration", "stay"), ("clustering_with_parks", "stay"), ("small_clustering", "move"),
    ]  # fmt: skip
    rows = with_lock(rows, lock("move", "A1", "K2"), SCENARIOS)
    assert rows == [lock("move", "A1", "K2")]
    both = with_lock([lock("forbid", "A1", "K1")], lock("forbid", "A1", "K2"), SCENARIOS)
    assert len(with_lock(both, lock("move", "A1", "K3"), SCENARIOS)) == 3
    assert with_lock(both, lock("move", "A1", "K1"), SCENARIOS) == [
        lock("forbid", "A1", "K2"),
        lock("move", "A1", "K1"),
    ]
    with pytest.raises(LandRenewalError, match="closed"):
        with_lock([lock("close", park_id="K1")], lock("move", "A1", "K1"), SCENARIOS)
    with pytest.raises(LandRenewalError, match="needs a park"):
        lock("move", "A1")


def test_taking_a_lock_away_leaves_the_other_scenarios():
    rows = [lock("stay", "A1"), lock("stay", "B2"), lock("forbid", "A1", "K1", "small_clustering")]
    left = without_locks(rows, "A1", "small_clustering", SCENARIOS)
    assert {(row["parcel_id"], row["scenario"]) for row in left} == {
        ("A1", "large_concentration"), ("A1", "clustering_with_parks"), ("B2", None),
    }  # fmt: skip
    assert without_locks(rows, "A1", None, SCENARIOS) == [lock("stay", "B2")]


LOCKS = st.builds(
    lock,
    st.sampled_from(std.LOCK_ACTIONS),
    st.sampled_from(["A1", "007", "甲"]),
    st.sampled_from(["K1", "K2"]),
    st.sampled_from([None, *SCENARIOS]),
    st.one_of(st.none(), st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs")), min_size=1)),
)


@settings(max_examples=80)
@given(st.lists(LOCKS, max_size=8))
def test_no_sequence_of_locks_contradicts_itself(asked):
    rows = []
    for one in asked:
        try:
            rows = with_lock(rows, one, SCENARIOS)
        except LandRenewalError:
            continue
    for scenario in SCENARIOS:
        own = [row for row in rows if row["scenario"] in (None, scenario)]
        moves = {row["parcel_id"]: row["park_id"] for row in own if row["action"] == "move"}
        assert len(moves) == sum(row["action"] == "move" for row in own)
        assert not {row["parcel_id"] for row in own if row["action"] == "stay"} & moves.keys()
        barred = {(row["parcel_id"], row["park_id"]) for row in own if row["action"] == "forbid"}
        assert not barred & set(moves.items())
        closed = {row["park_id"] for row in own if row["action"] == "close"}
        opened = {row["park_id"] for row in own if row["action"] == "open"}
        assert not closed & (opened | set(moves.values()))


@settings(max_examples=50)
@given(st.lists(LOCKS, max_size=6))
def test_locks_survive_their_file(rows):
    text = lock_text(rows)
    assert lock_text(parse_locks(text, "x.csv")) == text
    assert lock_text(rows[::-1]) == text


def test_a_table_that_is_no_table_of_locks_is_refused_by_line():
    with pytest.raises(LandRenewalError, match="lacks the column action"):
        parse_locks("parcel_id,park_id\nA1,K1\n", "mine.csv")
    with pytest.raises(LandRenewalError, match=r"mine\.csv, line 3"):
        parse_locks("parcel_id,action\nA1,stay\nA1,jump\n", "mine.csv")


def test_locks_are_what_the_study_reads(tmp_path):
    rows = [lock("stay", "007"), lock("move", "A1", "K1", "small_clustering", "甲，乙")]
    frame = pd.read_csv(pd.io.common.StringIO(lock_text(rows)), dtype=str)
    assert tuple(frame.columns) == tuple(std.names(std.LOCKS))
    assert frame["parcel_id"].tolist() == ["007", "A1"]
    assert math.isnan(frame["scenario"][0])
