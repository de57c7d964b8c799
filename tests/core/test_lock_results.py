"""Whether a result obeys the locks: small tables by hand, and the locks of a solved district."""

from __future__ import annotations

import pytest

from land_renewal.core.scenarios.lock_results import (
    BROKEN,
    KEPT,
    OPEN,
    REFUSED,
    Outcome,
    arrives,
    outcomes,
    summary,
)
from land_renewal.core.scenarios.lock_rows import lock, without_park_locks


def row(fate, reason=None, dest=None):
    return {"fate": fate, "fate_reason": reason, "dest_id": dest}


FATES = {
    "large": {
        "stays": row("retain", "locked"),
        "goes": row("relocate", "locked", "P1"),
        "free": row("relocate", "moves_to_receiver", "P1"),
        "merged": row("merge", "small_neighbours", "P2"),
        "cleared": row("reclaim", "rigid_control"),
        "cleared_goes": row("reclaim", "rigid_control", "P1"),
        "still": row("retain", "no_reason_to_change"),
    }
}
RECEIVERS = [
    {"scenario": "large", "park_id": "P1", "received_m2": 500.0},
    {"scenario": "large", "park_id": "P2", "received_m2": 0.0},
]


@pytest.mark.parametrize(
    ("made", "with_it", "without_it"),
    [
        (lock("stay", "stays"), (KEPT, None), (KEPT, None)),
        (lock("stay", "still"), (BROKEN, "no_reason_to_change"), (OPEN, None)),
        (lock("stay", "cleared"), (BROKEN, "rigid_control"), (OPEN, None)),
        (lock("stay", "nobody"), (BROKEN, None), (OPEN, None)),
        (lock("move", "goes", "P1"), (KEPT, None), (KEPT, None)),
        (lock("move", "goes", "P2"), (BROKEN, "locked"), (OPEN, None)),
        (lock("move", "free", "P1"), (KEPT, None), (OPEN, None)),
        (lock("move", "cleared_goes", "P1"), (KEPT, None), (OPEN, None)),
        (lock("forbid", "free", "P1"), (BROKEN, "moves_to_receiver"), (OPEN, None)),
        (lock("forbid", "free", "P2"), (KEPT, None), (KEPT, None)),
        (lock("forbid", "merged", "P2"), (KEPT, None), (KEPT, None)),
        (lock("close", park_id="P1"), (BROKEN, None), (OPEN, None)),
        (lock("close", park_id="P2"), (KEPT, None), (KEPT, None)),
        (lock("open", park_id="P1"), (KEPT, None), (KEPT, None)),
        (lock("open", park_id="P2"), (KEPT, None), (OPEN, None)),
        (lock("open", park_id="P9"), (BROKEN, None), (OPEN, None)),
    ],
)
def test_a_lock_is_kept_broken_or_still_open(made, with_it, without_it):
    for known, told in ((True, with_it), (False, without_it)):
        assert outcomes(made, FATES, RECEIVERS, [], known) == [Outcome("large", *told)]


def test_a_lock_holds_in_its_own_scenario_only():
    fates = {**FATES, "small": {"stays": row("retain", "no_reason_to_change")}}
    found = outcomes(lock("stay", "stays"), fates, [], [], True)
    assert [(one.scenario, one.state) for one in found] == [("large", KEPT), ("small", BROKEN)]
    assert summary(found) == BROKEN
    assert [
        one.scenario for one in outcomes(lock("stay", "stays", scenario="small"), fates, [], [], True)
    ] == ["small"]
    assert outcomes(lock("stay", "stays", scenario="custom"), fates, [], [], True) == []
    assert summary([]) == OPEN


def test_a_lock_that_the_run_refused_says_why():
    rejects = [
        {"table": "parcels", "id": "nobody", "column": "parcel_id", "value": "nobody", "reason": "other"},
        {
            "table": "locks",
            "id": "nobody",
            "column": "parcel_id",
            "value": "nobody",
            "reason": "no such parcel",
        },
    ]
    found = outcomes(lock("stay", "nobody"), FATES, RECEIVERS, rejects, True)
    assert found == [Outcome("large", REFUSED, "no such parcel")]
    assert outcomes(lock("stay", "still"), FATES, RECEIVERS, rejects, True)[0].state == BROKEN
    assert outcomes(lock("stay", "nobody"), FATES, RECEIVERS, rejects, False)[0].state == OPEN


def test_merged_parcels_arrive_nowhere():
    found = {name: arrives(one) for name, one in FATES["large"].items()}
    assert {name for name, park in found.items() if park} == {"goes", "free", "cleared_goes"}
    assert arrives(None) is None


def test_a_park_is_set_free_in_one_scenario_and_stays_locked_in_the_others():
    rows = [lock("close", park_id="P1"), lock("open", park_id="P2"), lock("forbid", "A1", "P1")]
    found = without_park_locks(rows, "P1", "large", ["large", "small"])
    assert found == [lock("close", park_id="P1", scenario="small"), *rows[1:]]
    assert without_park_locks(found, "P1", None, ["large", "small"]) == rows[1:]
