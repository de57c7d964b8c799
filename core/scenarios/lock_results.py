"""Whether a result obeys the locks, scenario by scenario, and why not. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

KEPT, BROKEN, REFUSED, OPEN = "kept", "broken", "refused", "open"
_MOVED = ("relocate", "reclaim")
_LOCKED = "locked"


@dataclass(frozen=True)
class Outcome:
    """What became of a lock in a scenario. ``state``: ``kept``; ``broken``; ``refused`` (the run could not
    use it); ``open`` (the scenarios were solved without it). ``reason``: of a broken lock the code of a
    fate's reason, of a refused one a sentence; else None.
    """

    scenario: str
    state: str
    reason: str | None = None


def outcomes(
    lock: Mapping,
    fates: Mapping[str, Mapping[str, Mapping]],
    receivers: Iterable[Mapping],
    rejects: Iterable[Mapping],
    known: bool,
) -> list[Outcome]:
    """What became of a lock, one outcome a scenario in which it holds, in the order of ``fates``.

    ``fates``: rows of the scenarios (``fate``, ``fate_reason``, ``dest_id``) by scenario and parcel;
    ``receivers`` and ``rejects``: the tables of the result; ``known``: whether it was made with the locks as
    they are. Without that a lock counts as kept only where the result shows that it was.

    >>> fates = {"large": {"A1": {"fate": "reclaim", "fate_reason": "rigid_control", "dest_id": None}}}
    >>> stay = {"scenario": None, "parcel_id": "A1", "action": "stay", "park_id": None}
    >>> outcomes(stay, fates, [], [], known=True)
    [Outcome(scenario='large', state='broken', reason='rigid_control')]
    """
    receivers, wrong = list(receivers), _reject_of(lock, rejects) if known else None
    found = []
    for scenario in fates:
        if lock.get("scenario") not in (None, "", scenario):
            continue
        if wrong is not None:
            found.append(Outcome(scenario, REFUSED, wrong))
        elif lock.get("parcel_id") is not None:
            found.append(_of_parcel(lock, scenario, fates[scenario].get(lock["parcel_id"]), known))
        else:
            found.append(_of_park(lock, scenario, receivers, known))
    return found


def arrives(row: Mapping | None) -> str | None:
    """The park that the firm of a parcel goes to; None where it goes nowhere. A merged parcel names another
    parcel there.
    """
    return row.get("dest_id") if row is not None and row.get("fate") in _MOVED else None


def summary(found: Sequence[Outcome]) -> str:
    """One state for all scenarios of a lock: the worst; ``open`` where it holds in none.

    >>> summary([Outcome("large", "kept"), Outcome("small", "broken", "rigid_control")])
    'broken'
    """
    states = {outcome.state for outcome in found}
    return next((state for state in (REFUSED, BROKEN, OPEN, KEPT) if state in states), OPEN)


def _of_parcel(lock: Mapping, scenario: str, row: Mapping | None, known: bool) -> Outcome:
    action, dest = lock["action"], arrives(row)
    by_lock = row is not None and row.get("fate_reason") == _LOCKED
    done = {
        "stay": by_lock and row["fate"] == "retain",
        # Rigid control writes its own reason over that of a lock whose park still counts.
        "move": dest is not None and dest == lock.get("park_id") and (by_lock or known),
        "forbid": row is not None and dest != lock.get("park_id"),
    }
    if done[action]:
        return Outcome(scenario, KEPT)
    if not known:
        return Outcome(scenario, OPEN)
    return Outcome(scenario, BROKEN, row.get("fate_reason") if row is not None else None)


def _of_park(lock: Mapping, scenario: str, receivers: Sequence[Mapping], known: bool) -> Outcome:
    own = [row for row in receivers if row["scenario"] == scenario and row["park_id"] == lock["park_id"]]
    received = any((row.get("received_m2") or 0) > 0 for row in own)
    done = received if lock["action"] == "open" else bool(own) and not received
    # A park may be kept open and still receive nothing.
    if done or (known and lock["action"] == "open" and own):
        return Outcome(scenario, KEPT)
    return Outcome(scenario, BROKEN if known else OPEN)


def _reject_of(lock: Mapping, rejects: Iterable[Mapping]) -> str | None:
    """Why the run could not use a lock; None where it could."""
    for row in rejects:
        if row.get("table") != "locks" or row.get("id") not in (lock.get("parcel_id"), lock.get("park_id")):
            continue
        if row.get("column") in lock and row.get("value") == lock[row["column"]]:
            return row.get("reason")
    return None
