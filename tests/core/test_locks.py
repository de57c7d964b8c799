"""What the user has fixed comes after rigid control and before the rules; what cannot be met is said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from helpers import HA, base, community, district, parcels, parks, play, row_of, square, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import SCENARIOS
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.scenarios.locks import decide, read_locks
from land_renewal.core.scenarios.scenario_words import Speech

FAR, LARGE = 50_000.0, "large_concentration"


def zones(vacant=1e7):
    return parks(base(), community(20_000)).assign(vacant_m2=vacant)


def lock(action, parcel=None, park=None, scenario=None):
    return {"scenario": scenario, "parcel_id": parcel, "action": action, "park_id": park, "note": None}


def two():
    """Two lone blocks that large concentration moves to the base."""
    return parcels([square(FAR), square(2 * FAR)])


def test_a_parcel_that_is_to_stay_stays():
    found = play(LARGE, two(), zones(), locks=[lock("stay", "a")])
    assert found.fate == ["retain", "relocate"]
    assert found.fate_reason == ["locked", "moves_to_receiver"]
    assert found.dest_id == [None, "B"]


def test_a_parcel_goes_where_it_is_locked_to_whatever_the_rules_say():
    # Large concentration goes to bases alone, and a parcel inside a base does not move.
    land = parcels([square(FAR), square(100)])
    found = play(LARGE, land, zones(), locks=[lock("move", "a", "K"), lock("move", "b", "K")])
    assert found.dest_id == ["K", "K"]
    assert found.fate == ["relocate"] * 2
    assert found.fate_reason == ["locked"] * 2
    assert found.receivers.loc["K", "received_m2"] == pytest.approx(2 * HA)


def test_the_rest_is_solved_anew_around_a_locked_move():
    # There is room for one in the base; the dearer of the two is locked to it.
    room = zones(vacant=[1.5 * HA, 0.0])
    free = play(LARGE, two(), room)
    assert free.dest_id == ["B", None]
    assert play(LARGE, two(), room, locks=[lock("move", "b", "B")]).dest_id == [None, "B"]


def test_a_park_that_is_forbidden_is_not_gone_to():
    found = play(LARGE, two(), zones(), locks=[lock("forbid", "a", "B")])
    assert (found.dest_id, found.fate_reason[0]) == ([None, "B"], "forbidden")
    nearer = parks(base(), base(60_000, park_id="C")).assign(vacant_m2=1e7)
    assert play(LARGE, two(), nearer).dest_id == ["C", "C"]
    assert play(LARGE, two(), nearer, locks=[lock("forbid", "a", "C")]).dest_id == ["B", "C"]


def test_a_closed_park_takes_nobody():
    nearer = parks(base(), base(60_000, park_id="C")).assign(vacant_m2=1e7)
    found = play(LARGE, two(), nearer, locks=[lock("close", park="C")])
    assert found.dest_id == ["B", "B"]
    assert np.isnan(found.receivers.loc["C", "shadow_price"])
    shut = play(LARGE, two(), zones(), locks=[lock("close", park="B")])
    assert shut.fate_reason == ["forbidden", "forbidden"]


def test_an_open_park_is_paid_for_and_used():
    # Opening costs more than the way to the farther base saves, unless it is open anyway.
    nearer = parks(base(), base(60_000, park_id="C")).assign(vacant_m2=1e7)
    land, cost = parcels([square(2 * FAR)]), {"opening_cost": 1000.0}
    alone = play(LARGE, land, nearer, **cost)
    assert alone.dest_id == ["C"]
    assert alone.summary["opening_cost"] == pytest.approx(1000.0)
    held = play(LARGE, land, nearer, locks=[lock("open", park="B")], **cost)
    assert held.summary["opening_cost"] == pytest.approx(1000.0)
    assert held.dest_id == ["B"], "B is paid for; C would cost another 1,000 to save 720"


def test_rigid_control_comes_before_locks():
    found = play(
        LARGE, two(), zones(), reclaim=[True, True], locks=[lock("stay", "a"), lock("move", "b", "K")]
    )
    assert found.fate == ["reclaim", "reclaim"]
    assert found.dest_id == ["B", "K"], "the land is reclaimed; the firm still goes where it is locked to"


def test_what_is_said_of_rigid_land_with_a_lock():
    place, _ = district(two(), zones())
    used, _ = read_locks(pd.DataFrame([lock("stay", "a")]), place, SCENARIOS[1:])
    decided, notes = decide(used, LARGE, place, np.array([True, False]), Speech())
    assert notes == [f"{LARGE}: rigid control comes before the locks of a; they are reclaimed."]
    assert not decided.stay.any()


def test_a_lock_of_one_scenario_leaves_the_others_alone():
    locks = [lock("stay", "a", scenario="small_clustering")]
    assert play(LARGE, two(), zones(), locks=locks).fate == ["relocate", "relocate"]


def test_a_locked_parcel_is_not_merged():
    land = parcels(row_of(6, gap=10, side=95, x=FAR))
    found = play("small_clustering", land, zones(), locks=[lock("stay", "a")])
    assert found.fate == ["retain", *["merge"] * 5]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([lock("move", "a", "B"), lock("move", "a", "K")], "locked to more than one park: a"),
        ([lock("move", "a", "B"), lock("stay", "a")], "locked to move and to stay: a"),
        ([lock("move", "a", "B"), lock("forbid", "a", "B")], "locked and forbidden: a → B"),
        ([lock("move", "a", "B"), lock("close", park="B")], "locked as a destination: B"),
        ([lock("open", park="K"), lock("close", park="K")], "closed, and locked open"),
    ],
)
def test_locks_that_contradict_each_other_are_refused(rows, said):
    with pytest.raises(LandRenewalError, match="The locks of large_concentration cannot be met") as error:
        play(LARGE, two(), zones(), locks=rows)
    assert said in str(error.value)


def test_locked_moves_need_room():
    rows = [lock("move", "a", "K"), lock("move", "b", "K")]
    with pytest.raises(LandRenewalError, match=r"K \(2.00 ha asked, 1.50 ha there\)"):
        play(LARGE, two(), zones(vacant=1.5 * HA), locks=rows)


def test_rows_that_cannot_be_used_are_rejected_with_a_reason():
    land = parcels([square(FAR), square(FAR + 500), square(FAR + 900)], land_code=["0601", "0701", "0601"])
    place, _ = district(land.assign(stage=["built", "built", "approved"]), zones())
    rows = [
        lock("move", "a", "B"), lock("move", "a", "B"), lock("throw", "a"), lock("stay", "z"),
        lock("stay", None), lock("stay", "b"), lock("move", "c", "B"), lock("move", "a"),
        lock("close", park="X"), lock("stay", "a", scenario="tomorrow"), lock(" stay ", " c "),
    ]  # fmt: skip
    used, rejects = read_locks(pd.DataFrame(rows), place, SCENARIOS[1:])
    assert used[["parcel", "action", "park"]].values.tolist() == [[0, "move", 0], [2, "stay", -1]]
    assert rejects["row"].tolist() == [3, 4, 5, 6, 7, 8, 9, 10]
    assert texts(rejects["column"]) == [
        *("action", "parcel_id", "parcel_id", "parcel_id", "parcel_id", "park_id", "park_id", "scenario")
    ]
    assert texts(rejects["value"]) == ["throw", "z", None, "b", "c", None, "X", "tomorrow"]
    assert rejects["reason"].iloc[3] == "not industrial land: it has no fate"


def test_a_table_of_nothing_is_nothing():
    place, _ = district(two(), zones())
    used, rejects = read_locks(pd.DataFrame(columns=["parcel_id"]), place, SCENARIOS[1:])
    assert used.empty
    assert rejects.empty


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(["free", "stay", "B", "K", "not B"]), min_size=8, max_size=8),
    st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_locks_hold_whatever_they_are(choice, cleared):
    land = parcels([square(FAR + 300 * n) for n in range(8)])
    ids, rows = land["parcel_id"].tolist(), []
    for parcel, one in zip(ids, choice):
        if one == "stay":
            rows.append(lock("stay", parcel))
        elif one == "not B":
            rows.append(lock("forbid", parcel, "B"))
        elif one != "free":
            rows.append(lock("move", parcel, one))
    found = play(LARGE, land, zones(), reclaim=cleared, locks=rows or [lock("open", park="B")])
    for one, rigid, fate, dest in zip(choice, cleared, found.fate, found.dest_id):
        assert (fate == "reclaim") == rigid
        if one in ("B", "K"):
            assert dest == one
        elif one == "not B":
            assert dest is None
        elif one == "stay" and not rigid:
            assert (fate, dest) == ("retain", None)
        else:
            assert dest == "B"
    assert abs(found.balance.residual_m2) < 0.5
