"""What the user fixes before a scenario is solved again, as rows of a table; nothing contradicts itself.

A lock: ``scenario`` (None = all), ``parcel_id``, ``action`` (move, stay, forbid: of a parcel; open, close: of
a park), ``park_id``, ``note``. Standard library only.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from ..common.columns import LOCK_ACTIONS, LOCKS, names
from ..common.errors import LandRenewalError, joined, sentence

COLUMNS = tuple(names(LOCKS))
_OF_PARCEL, _WITH_PARK = ("move", "stay", "forbid"), ("move", "forbid", "open", "close")


def lock(action: str, parcel_id=None, park_id=None, scenario=None, note=None) -> dict:
    """One lock. Errors: LandRenewalError where the action lacks its parcel or park.

    >>> lock("stay", "A1")
    {'scenario': None, 'parcel_id': 'A1', 'action': 'stay', 'park_id': None, 'note': None}
    """
    if action not in LOCK_ACTIONS:
        raise LandRenewalError('"{}" is no lock: use one of {}.', action, joined(LOCK_ACTIONS))
    if action in _OF_PARCEL and not parcel_id:
        raise LandRenewalError('The lock "{}" needs a parcel.', action)
    if action in _WITH_PARK and not park_id:
        raise LandRenewalError('The lock "{}" needs a park.', action)
    return {
        "scenario": scenario or None,
        "parcel_id": str(parcel_id) if action in _OF_PARCEL else None,
        "action": action,
        "park_id": str(park_id) if action in _WITH_PARK else None,
        "note": note or None,
    }


def with_lock(rows: Iterable[dict], new: dict, scenarios: Sequence[str]) -> list[dict]:
    """The locks with one more; those it contradicts give way.

    A lock of all scenarios that contradicts a new one of a single scenario stays for the others of
    ``scenarios``. A move into a park that is closed is refused, and so is closing a park that a parcel is
    locked to: which of the two is meant, nobody can tell.

    >>> rows = with_lock([lock("stay", "A1")], lock("move", "A1", "P1", "small"), ["large", "small"])
    >>> [(row["scenario"], row["action"]) for row in rows]
    [('large', 'stay'), ('small', 'move')]
    """
    kept = []
    for old in rows:
        if not _meet(old, new) or not _contradict(old, new):
            kept.append(old)
            continue
        if _undecided(old, new):
            raise LandRenewalError(_refusal(old, new))
        if old["scenario"] is None and new["scenario"] is not None:
            kept += [{**old, "scenario": name} for name in scenarios if name != new["scenario"]]
    return [*kept, new]


def without_locks(
    rows: Iterable[dict], parcel_id: str, scenario: str | None, scenarios: Sequence[str]
) -> list[dict]:
    """The locks without those of a parcel in a scenario (None: in all). One of all scenarios stays for the
    others.
    """
    return _without(rows, lambda old: old["parcel_id"] == parcel_id, scenario, scenarios)


def without_park_locks(
    rows: Iterable[dict], park_id: str, scenario: str | None, scenarios: Sequence[str]
) -> list[dict]:
    """The locks without those that keep a park open or closed; else as `without_locks`.

    >>> rows = [lock("close", park_id="P1"), lock("move", "A1", "P1")]
    >>> [row["action"] for row in without_park_locks(rows, "P1", None, [])]
    ['move']
    """
    return _without(
        rows, lambda old: old["parcel_id"] is None and old["park_id"] == park_id, scenario, scenarios
    )


def _without(rows, meant: Callable[[dict], bool], scenario: str | None, scenarios) -> list[dict]:
    kept = []
    for old in rows:
        elsewhere = old["scenario"] is not None and scenario not in (None, old["scenario"])
        if not meant(old) or elsewhere:
            kept.append(old)
        elif old["scenario"] is None and scenario is not None:
            kept += [{**old, "scenario": name} for name in scenarios if name != scenario]
    return kept


def lock_text(rows: Iterable[dict]) -> str:
    """The locks as a text table, in a stable order: the same locks give the same text."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
    table.writeheader()
    texts = [{name: "" if row.get(name) is None else str(row[name]) for name in COLUMNS} for row in rows]
    table.writerows(sorted(texts, key=lambda row: [row[name] for name in COLUMNS]))
    return out.getvalue()


def parse_locks(text: str, name: str) -> list[dict]:
    """The locks of a text table. Errors: LandRenewalError with the file and the line that is no lock."""
    table = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    missing = [column for column in ("parcel_id", "action") if column not in (table.fieldnames or ())]
    if missing:
        raise LandRenewalError('The table of locks "{}" lacks the column {}.', name, missing[0])
    rows = []
    for number, row in enumerate(table, 2):
        given = {key: (row.get(key) or "").strip() or None for key in COLUMNS}
        try:
            rows.append(lock(given["action"] or "", given["parcel_id"], given["park_id"], given["scenario"],
                             given["note"]))  # fmt: skip
        except LandRenewalError as error:
            raise LandRenewalError("{}, line {}: {}", name, number, error) from error
    return rows


def _meet(old: dict, new: dict) -> bool:
    """Whether both hold in one scenario."""
    return old["scenario"] is None or new["scenario"] is None or old["scenario"] == new["scenario"]


def _contradict(old: dict, new: dict) -> bool:
    pair = {old["action"], new["action"]}
    if old["parcel_id"] is not None and old["parcel_id"] == new["parcel_id"]:
        # One parcel may be kept from several parks, and be kept from one and sent to another.
        other_park = old["park_id"] != new["park_id"]
        return pair != {"forbid", "stay"} and not (other_park and pair in ({"forbid"}, {"forbid", "move"}))
    same_park = old["park_id"] is not None and old["park_id"] == new["park_id"]
    return same_park and pair in ({"open", "close"}, {"open"}, {"close"}, {"move", "close"})


def _undecided(old: dict, new: dict) -> bool:
    return {old["action"], new["action"]} == {"move", "close"}


def _refusal(old: dict, new: dict) -> str:
    parcel = old["parcel_id"] or new["parcel_id"]
    return sentence(
        'Parcel "{}" cannot be sent to park "{}" while the park is closed: take one of the two locks '
        "away first.",
        parcel,
        new["park_id"],
    )
