"""What differs between two solutions of the same scenarios: single parcels, and the plans as a whole.

Plain rows in, so that a dock can compare what it showed with what a run has made. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .lock_results import arrives

ELSEWHERE, MOVES, STAYS, FATE = "elsewhere", "moves", "stays", "fate"
_KINDS = (STAYS, ELSEWHERE, MOVES, FATE)


@dataclass(frozen=True)
class MoveChange:
    """A parcel whose fate is another one. ``kind``: goes ``elsewhere``, now ``moves``, now ``stays`` (does
    not move any more), or has another ``fate`` and the same park, or none on either side. ``cost``: 10k CNY,
    None without a move.
    """

    scenario: str
    parcel_id: str
    kind: str
    fate_before: str | None
    fate_after: str | None
    park_before: str | None
    park_after: str | None
    cost_before: float | None
    cost_after: float | None


@dataclass(frozen=True)
class PlanChange:
    """A scenario before and after. ``cost``: moves, openings and land bought, 10k CNY; ``gap``: how far the
    plan may be from the optimum, 0-1; None where not known. ``changed``: parcels by kind of change.
    """

    scenario: str
    moves_before: int
    moves_after: int
    cost_before: float | None
    cost_after: float | None
    gap_before: float | None
    gap_after: float | None
    changed: dict[str, int]


@dataclass(frozen=True)
class Solution:
    """What is compared: ``fates``: rows (``parcel_id``, ``fate``, ``dest_id``, ``cost``) by scenario;
    ``summary``: rows of the table ``scenario_summary``.
    """

    fates: Mapping[str, Sequence[Mapping]]
    summary: Sequence[Mapping]


def move_changes(before: Solution, after: Solution) -> list[MoveChange]:
    """The parcels whose fate or park differs: by scenario, then those that stay now, go elsewhere, move now,
    and others; of each kind the largest change of cost first, ties by id.

    A parcel that one side lacks has no fate there. Scenarios that one side lacks are left out.
    """
    found = []
    for scenario in [name for name in after.fates if name in before.fates]:
        old, new = ({row["parcel_id"]: row for row in side.fates[scenario]} for side in (before, after))
        changes = [_change(scenario, key, old.get(key), new.get(key)) for key in sorted({*old, *new})]
        made = [change for change in changes if change is not None]
        found += sorted(made, key=lambda change: (_KINDS.index(change.kind), -_step(change)))
    return found


def plan_changes(before: Solution, after: Solution, changes: Iterable[MoveChange]) -> list[PlanChange]:
    """The scenarios that both sides solve, in the order of the later one. ``changes``: see `move_changes`."""
    counts: dict[str, dict[str, int]] = {}
    for change in changes:
        own = counts.setdefault(change.scenario, {})
        own[change.kind] = own.get(change.kind, 0) + 1
    old, new = ({row["scenario"]: row for row in side.summary} for side in (before, after))
    found = []
    for name in [name for name in new if name in old and name in before.fates and name in after.fates]:
        moves = [_moves(side.fates[name]) for side in (before, after)]
        costs = [_cost(side[name]) for side in (old, new)]
        gaps = [side[name].get("solver_gap") for side in (old, new)]
        found.append(PlanChange(name, *moves, *costs, *gaps, counts.get(name, {})))
    return found


def _moves(rows: Iterable[Mapping]) -> int:
    return sum(arrives(row) is not None for row in rows)


def _change(scenario: str, key: str, old: Mapping | None, new: Mapping | None) -> MoveChange | None:
    parks, pair = (arrives(old), arrives(new)), (old or {}, new or {})
    fates = tuple(one.get("fate") for one in pair)
    if parks[0] != parks[1]:
        kind = STAYS if parks[1] is None else MOVES if parks[0] is None else ELSEWHERE
    elif fates[0] != fates[1]:
        kind = FATE
    else:
        return None
    costs = [one.get("cost") if park is not None else None for one, park in zip(pair, parks)]
    return MoveChange(scenario, key, kind, *fates, *parks, *costs)


def _step(change: MoveChange) -> float:
    return abs((change.cost_after or 0.0) - (change.cost_before or 0.0))


def _cost(row: Mapping) -> float | None:
    """What a plan costs; None where the moves have no cost."""
    if row.get("relocation_cost") is None:
        return None
    return sum(row.get(name) or 0.0 for name in ("relocation_cost", "opening_cost", "bought_cost"))
