"""Decisions on links: what is asked, what an answer means, and that a new run keeps it."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import OCCUPANCY, names
from land_renewal.core.matching import review_decisions as review
from land_renewal.core.matching.matching import MatchingRules, land_shares, match
from land_renewal.core.matching.review_decisions import (
    ACCEPTED,
    CONTRADICTING,
    DOUBTFUL,
    OPEN,
    REJECTED,
    UNMATCHED,
)
from land_renewal.core.rules.profile import load_profile


def link(ent_id, parcel_id, score=1.0, conflict=None, reviewed=None, **more):
    reason = f"{ent_id} on {parcel_id}"
    row = {"ent_id": ent_id, "parcel_id": parcel_id, "share": None, "method": "name", "score": score}
    return {**row, "reason": reason, "reviewed": reviewed, "conflict": conflict, **more}


def lost(ent_id, *candidates):
    row = {"ent_id": ent_id, "name": f"firm {ent_id}", "reason": "point lies in no parcel"}
    for number, (parcel_id, score) in enumerate(candidates, 1):
        row |= {f"candidate_{number}": parcel_id, f"score_{number}": score, f"reason_{number}": "similar"}
    return row


NAMES = {name: f"firm {name}" for name in "ABCDEFG"}


def items_of(unmatched=(), occupancy=(), decisions=None, below=0.9):
    found = review.queue(unmatched, occupancy, NAMES, decisions or {}, below)
    return {item.ent_id: item for item in found}


def test_the_queue_holds_what_is_in_doubt_in_a_fixed_order():
    unmatched = [lost("B"), lost("A", ("P1", 0.6)), lost("C", ("P1", 0.8), ("P2", 0.8))]
    occupancy = [
        link("D", "P3"),
        link("E", "P4", 0.85),
        link("F", "P5", 1.0, conflict="P6"),
        link("G", "P7", 0.9),
    ]
    found = review.queue(unmatched, occupancy, NAMES, {}, 0.9)
    assert [(item.ent_id, item.kind) for item in found] == [
        ("C", UNMATCHED), ("A", UNMATCHED), ("B", UNMATCHED), ("F", CONTRADICTING), ("E", DOUBTFUL),
    ]  # fmt: skip
    firm = found[3]
    assert [(o.parcel_id, o.role, o.score) for o in firm.options] == [
        ("P5", "link", 1.0),
        ("P6", "conflict", None),
    ]
    assert found[2].options == () and found[2].best is None
    assert found[4].why == "E on P4"


def test_the_tenth_candidate_comes_after_the_second():
    row = lost("A", *((f"P{n}", 1 - n / 20) for n in range(1, 11)))
    assert [o.parcel_id for o in items_of([row])["A"].options] == [f"P{n}" for n in range(1, 11)]


def test_a_firm_without_a_parcel_is_settled_by_one_yes_or_by_no_to_all():
    item = items_of([lost("A", ("P1", 0.8), ("P2", 0.7))])["A"]
    assert review.state(item, {}) == OPEN
    assert review.state(item, {"A": {"P1": False}}) == OPEN
    assert review.state(item, {"A": {"P1": False, "P2": False}}) == REJECTED
    assert review.state(item, {"A": {"P2": True}}) == ACCEPTED
    assert review.state(item, {"A": {"P1": None, "P2": None}}) == OPEN
    without = items_of([lost("B")])["B"]
    assert review.state(without, {}) == OPEN
    assert review.state(without, {"B": {"P9": True}}) == ACCEPTED


def test_a_firm_with_several_links_is_settled_when_all_are_decided():
    item = items_of(occupancy=[link("A", "P1", 0.8), link("A", "P2", 0.8)])["A"]
    assert review.state(item, {"A": {"P1": True}}) == OPEN
    assert review.state(item, {"A": {"P1": True, "P2": False}}) == ACCEPTED
    assert review.state(item, {"A": {"P1": False, "P2": False}}) == REJECTED


def test_the_parcel_of_the_point_rules_out_the_link_it_contradicts_until_both_are_accepted():
    item = items_of(occupancy=[link("A", "P1", conflict="P2")])["A"]
    decisions, _ = review.apply({}, review.accept(item, "P2"))
    assert decisions == {"A": {"P2": True, "P1": False}}
    assert review.state(item, decisions) == ACCEPTED
    decisions, _ = review.apply(decisions, review.accept(item, "P1"))
    assert decisions == {"A": {"P2": True, "P1": True}}
    assert review.accept(item, "P1") == {("A", "P1"): True}


def test_accepting_above_a_score_leaves_ties_and_what_is_decided():
    unmatched = [
        lost("A", ("P1", 0.9), ("P2", 0.7)), lost("B", ("P1", 0.8), ("P2", 0.8)), lost("C", ("P1", 0.79)),
        lost("D", ("P1", 0.95), ("P2", 0.85)),
    ]  # fmt: skip
    occupancy = [link("E", "P3", 0.8), link("E", "P4", 0.8), link("F", "P5", 1.0, conflict="P6")]
    decisions = {"D": {"P1": False}}
    items = review.queue(unmatched, occupancy, NAMES, decisions, 0.9)
    changes, tied = review.accept_above(items, decisions, 0.8)
    assert changes == {
        ("A", "P1"): True,
        ("D", "P2"): True,
        ("E", "P3"): True,
        ("E", "P4"): True,
        ("F", "P5"): True,
    }
    assert tied == 1
    assert review.accept_above(items, decisions, 0.96) == ({("F", "P5"): True}, 0)


def test_later_tables_win_and_a_yes_beats_a_no_in_one_table():
    first = [link("A", "P1", reviewed=1), link("A", "P2", reviewed=0), link("B", "P1")]
    later = [link("A", "P1", reviewed=None), link("A", "P2", reviewed=True), link("A", "P2", reviewed=False)]
    assert review.read_decisions(first) == {"A": {"P1": True, "P2": False}}
    assert review.read_decisions(first, later) == {"A": {"P1": None, "P2": True}}


def test_decided_firms_stay_in_the_queue_and_strangers_do_not():
    decisions = {"A": {"P1": True}, "B": {"P9": True}, "nobody": {"P1": True}, "C": {"P1": None}}
    items = items_of(occupancy=[link("A", "P1"), link("C", "P1")], decisions=decisions)
    assert sorted(items) == ["A", "B"]
    assert [(o.parcel_id, o.role) for o in items["B"].options] == [("P9", "chosen")]


def test_the_table_keeps_only_shares_that_were_stated():
    occupancy = [
        link("A", "P1", share=0.5, share_from="equal"), link("B", "P1", share=0.4, share_from="given"),
    ]  # fmt: skip
    table = review.occupancy_table(occupancy, [], {"A": {"P1": True}, "B": {"P1": False}})
    assert [(row["ent_id"], row["share"], row["reviewed"]) for row in table] == [
        ("A", None, True),
        ("B", 0.4, False),
    ]
    assert list(table[0]) == names(OCCUPANCY)


def test_links_given_without_review_count_as_confirmed():
    given_as_is = [
        {"ent_id": "A", "parcel_id": "P1", "share": 1.0},
        {"ent_id": "B", "parcel_id": "P2", "share": None},
    ]
    table = review.occupancy_table(given_as_is, [], {"B": {"P2": False, "P3": True}})
    assert [(r["ent_id"], r["parcel_id"], r["reviewed"]) for r in table] == [
        ("A", "P1", True), ("B", "P2", False), ("B", "P3", True),
    ]  # fmt: skip
    assert [row["share"] for row in table] == [1.0, None, None]


def test_decided_candidates_bring_their_score_and_choices_say_so():
    decisions = {"A": {"P1": False, "P7": True, "P8": None}}
    table = review.occupancy_table([], [lost("A", ("P1", 0.8))], decisions)
    assert [(row["parcel_id"], row["score"], row["reason"], row["reviewed"]) for row in table] == [
        ("P1", 0.8, "similar", False),
        ("P7", None, "parcel chosen by a person", True),
        ("P8", None, "parcel chosen by a person", None),
    ]


PAIRS = st.tuples(st.sampled_from("ABC"), st.sampled_from(["P1", "P2", "P3"]))
CHANGES = st.dictionaries(PAIRS, st.sampled_from([True, False, None]), max_size=6)


@settings(max_examples=60)
@given(st.lists(CHANGES, max_size=5))
def test_undoing_everything_leads_back(batches):
    decisions, undo = {}, []
    for changes in batches:
        before = {ent: dict(said) for ent, said in decisions.items()}
        after, back = review.apply(decisions, changes)
        assert decisions == before
        decisions = after
        undo.append(back)
    for back in reversed(undo):
        decisions, _ = review.apply(decisions, back)
    assert all(verdict is None for said in decisions.values() for verdict in said.values())


@settings(max_examples=60)
@given(CHANGES)
def test_what_the_table_keeps_is_read_back(changes):
    decisions, _ = review.apply({}, changes)
    occupancy = [link("A", "P1", reviewed=True), link("B", "P2", reviewed=False), link("C", "P3")]
    before = review.read_decisions(occupancy)
    for ent_id, said in decisions.items():
        before[ent_id] = {**before.get(ent_id, {}), **said}
    table = review.occupancy_table(occupancy, [], before)
    kept = review.read_decisions(occupancy, table)
    drop = {(e, p): v for e, said in before.items() for p, v in said.items() if v is not None}
    assert {(e, p): v for e, said in kept.items() for p, v in said.items() if v is not None} == drop


@pytest.fixture
def land():
    """Two parcels side by side and one apart, and four firms: one by name with its point elsewhere, one by
    its point, one with a similar name, one near a parcel.
    """
    left = [0.0, 100.0, 300.0]
    table = {"parcel_id": ["P1", "P2", "P3"], "area_m2": 1e4,
             "holder": ["富强机械有限公司", "宏远电子有限公司", None]}  # fmt: skip
    parcels = gpd.GeoDataFrame(table, geometry=[shapely.box(x, 0, x + 100, 100) for x in left])
    points = [shapely.Point(350, 50), shapely.Point(150, 50), None, shapely.Point(240, 50)]
    firms = gpd.GeoDataFrame(
        {"ent_id": list("ABCD"), "name": ["富強機械有限公司", "无", "宏运电子有限公司", None], "uscc": None},
        geometry=gpd.GeoSeries(points),
    )
    return parcels, firms


def run(land, table=None):
    """The matching, and its tables as the result of a study holds them: plain rows."""
    parcels, firms = land
    former = None
    if table is not None:
        former = pd.DataFrame(table, columns=names(OCCUPANCY)).astype({"reviewed": "boolean"})
    rules = load_profile().params(MatchingRules, "matching")
    found = match(firms, parcels, parcels["parcel_id"].notna().to_numpy(), rules, former)
    shares = land_shares(found.occupancy, parcels)[["share", "share_from"]]
    occupancy = pd.concat([found.occupancy.assign(**shares), found.ruled_out], ignore_index=True)
    return [
        frame.astype(object).where(frame.notna(), None).to_dict("records")
        for frame in (occupancy, found.unmatched)
    ]


def test_without_a_decision_the_table_changes_nothing(land):
    occupancy, unmatched = run(land)
    again = run(land, review.occupancy_table(occupancy, unmatched, {}))
    assert again == [occupancy, unmatched]


def test_a_run_with_the_decisions_does_what_was_decided(land):
    occupancy, unmatched = run(land)
    items = {item.ent_id: item for item in review.queue(unmatched, occupancy, NAMES, {}, 0.9)}
    assert {name: item.kind for name, item in items.items()} == {
        "A": CONTRADICTING,
        "C": UNMATCHED,
        "D": UNMATCHED,
    }
    decisions = {}
    for changes in (
        review.accept(items["A"], "P3"),
        review.accept(items["C"], items["C"].options[0].parcel_id),
        review.reject(items["D"], [option.parcel_id for option in items["D"].options]),
    ):
        decisions, _ = review.apply(decisions, changes)
    table = review.occupancy_table(occupancy, unmatched, decisions)
    later, still = run(land, table)
    yes = {(row["ent_id"], row["parcel_id"]) for row in later if row["method"] != "ruled out"}
    assert yes == {("A", "P3"), ("B", "P2"), ("C", "P2")}
    assert [row["ent_id"] for row in still] == ["D"]
    assert still[0]["reason"] == "a person has ruled out what was found"
    # The next sitting starts from what this one has decided, with or without its file.
    assert review.read_decisions(later) == review.read_decisions(table) == review.read_decisions(later, table)
    assert all(review.state(item, decisions) != OPEN for item in items.values())
    again = review.queue(still, later, NAMES, decisions, 0.9)
    assert [item.ent_id for item in again if review.state(item, decisions) == OPEN] == []
