"""What differs between two solutions: kinds of change, order, and the sums of the plans."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.scenarios.scenario_changes import MoveChange, Solution, move_changes, plan_changes


def row(key, fate, dest=None, cost=None):
    return {"parcel_id": key, "fate": fate, "dest_id": dest, "cost": cost}


BEFORE = Solution(
    {
        "large": [
            row("same", "relocate", "P1", 10.0), row("stops", "relocate", "P1", 50.0),
            row("stops_too", "relocate", "P2", 60.0), row("turns", "relocate", "P1", 5.0),
            row("starts", "retain"), row("renewed", "retain"), row("merged", "merge", "starts"),
        ],
        "gone": [row("same", "retain")],
    },
    [
        {"scenario": "status_quo", "relocation_cost": 0.0, "solver_gap": 0.0},
        {"scenario": "large", "relocation_cost": 125.0, "opening_cost": 7.0, "bought_cost": None,
         "solver_gap": 0.01},
    ],
)  # fmt: skip
AFTER = Solution(
    {
        "large": [
            row("same", "relocate", "P1", 11.0), row("stops", "retain"), row("stops_too", "reclaim"),
            row("turns", "relocate", "P2", 9.0), row("starts", "relocate", "P1", 3.0),
            row("renewed", "renew"), row("merged", "merge", "renewed"),
        ],
    },
    [
        {"scenario": "status_quo", "relocation_cost": 0.0, "solver_gap": 0.0},
        {"scenario": "large", "relocation_cost": 23.0, "opening_cost": 0.0, "bought_cost": 2.0,
         "solver_gap": 0.0},
        {"scenario": "new", "relocation_cost": 1.0},
    ],
)  # fmt: skip


def test_moves_that_differ_by_kind_and_size():
    assert move_changes(BEFORE, AFTER) == [
        MoveChange("large", "stops_too", "stays", "relocate", "reclaim", "P2", None, 60.0, None),
        MoveChange("large", "stops", "stays", "relocate", "retain", "P1", None, 50.0, None),
        MoveChange("large", "turns", "elsewhere", "relocate", "relocate", "P1", "P2", 5.0, 9.0),
        MoveChange("large", "starts", "moves", "retain", "relocate", None, "P1", None, 3.0),
        MoveChange("large", "renewed", "fate", "retain", "renew", None, None, None, None),
    ]


def test_plans_before_and_after():
    (found,) = plan_changes(BEFORE, AFTER, move_changes(BEFORE, AFTER))
    assert (found.scenario, found.moves_before, found.moves_after) == ("large", 4, 3)
    assert (found.cost_before, found.cost_after) == (132.0, 25.0)
    assert (found.gap_before, found.gap_after) == (0.01, 0.0)
    assert found.changed == {"stays": 2, "elsewhere": 1, "moves": 1, "fate": 1}


def test_a_cost_that_is_not_known_stays_so():
    unknown = Solution({"large": []}, [{"scenario": "large", "relocation_cost": None, "opening_cost": 3.0}])
    (found,) = plan_changes(unknown, unknown, [])
    assert found.cost_before is None and found.gap_after is None and found.changed == {}


ROWS = st.lists(
    st.builds(
        row, st.sampled_from("abcdef"), st.sampled_from(["retain", "relocate", "reclaim", "merge"]),
        st.sampled_from([None, "P1", "P2"]), st.none() | st.floats(0, 1e6),
    ),
    unique_by=lambda one: one["parcel_id"],
)  # fmt: skip


@settings(max_examples=100)
@given(ROWS, ROWS)
def test_turned_round_starts_are_stops(one, other):
    there, back = (
        move_changes(Solution({"s": a}, []), Solution({"s": b}, [])) for a, b in ((one, other), (other, one))
    )
    turned = {"stays": "moves", "moves": "stays"}
    assert {(c.parcel_id, turned.get(c.kind, c.kind)) for c in there} == {(c.parcel_id, c.kind) for c in back}
    assert move_changes(Solution({"s": one}, []), Solution({"s": one}, [])) == []
