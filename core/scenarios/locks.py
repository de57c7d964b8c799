"""What the user has decided about single parcels and parks before a scenario is solved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..assignment.assignment import Locks
from ..common import columns as std
from ..common.errors import LandRenewalError, first_ids, joined, sentence, word
from ..intake.mapping import REJECT_COLUMNS
from .scenario_words import HA, Speech
from .situation import Situation

_OF_PARCEL = ("move", "stay", "forbid")
_WITH_PARK = ("move", "forbid", "open", "close")


@dataclass(frozen=True)
class Decisions:
    """The locks of one scenario by position. ``dest`` (parcels): receiver a parcel must go to, -1 = none;
    ``stay`` (parcels); ``forbidden``: (parcel, receiver) pairs, shape (k, 2); ``opened``, ``closed``:
    receivers.
    """

    dest: np.ndarray
    stay: np.ndarray
    forbidden: np.ndarray
    opened: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()

    @property
    def moves(self) -> np.ndarray:
        """True for parcels that must go somewhere."""
        return self.dest >= 0

    def among(self, rows: np.ndarray) -> Locks:
        """The same for the assignment of the parcels ``rows``. Who stays is not among them."""
        place = np.full(len(self.dest), -1)
        place[rows] = np.arange(len(rows))
        must = rows[self.dest[rows] >= 0]
        pairs = self.forbidden[place[self.forbidden[:, 0]] >= 0]
        return Locks(
            moves=tuple(zip(place[must].tolist(), self.dest[must].tolist())),
            forbidden=tuple(zip(place[pairs[:, 0]].tolist(), pairs[:, 1].tolist())),
            opened=self.opened,
            closed=self.closed,
        )


def no_decisions(count: int) -> Decisions:
    """Nothing is locked."""
    return Decisions(np.full(count, -1), np.zeros(count, dtype=bool), np.empty((0, 2), dtype=int))


def read_locks(
    frame: pd.DataFrame, situation: Situation, scenarios: tuple[str, ...]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The locks that can be used, and the rows that cannot, as rejects with a reason.

    ``frame``: columns of `core.common.columns.LOCKS`, one lock a row. Usable locks come back with ``parcel``
    and ``park``, the positions of the parcel and of the receiver (-1 = none). Rows that repeat a lock are
    taken once.
    """
    table = frame.reindex(columns=std.names(std.LOCKS)).astype(object).reset_index(drop=True)
    table = table.apply(_trimmed)
    facts = situation.facts
    table["parcel"] = pd.Index(facts["parcel_id"].astype(str)).get_indexer(table["parcel_id"])
    table["park"] = pd.Index(situation.receivers["park_id"].astype(str)).get_indexer(table["park_id"])
    wrong = _wrong(table, facts, scenarios)
    bad = wrong["column"].notna().to_numpy()
    told = wrong[bad]
    rejects = pd.DataFrame(
        {
            "table": "locks",
            "row": told.index + 1,
            "id": table["parcel_id"][bad].where(table["parcel_id"][bad].notna(), table["park_id"][bad]),
            "column": told["column"],
            "value": [table.at[row, name] for row, name in told["column"].items()],
            "reason": told["reason"],
        }
    )
    used = table[~bad].drop_duplicates(["scenario", "parcel_id", "action", "park_id"])
    return used.reset_index(drop=True), rejects[REJECT_COLUMNS].reset_index(drop=True)


def _trimmed(column: pd.Series) -> pd.Series:
    """Texts without spaces around them; empty ones are missing."""
    texts = column.map(lambda value: None if pd.isna(value) else str(value).strip() or None)
    return texts.astype(object).where(texts.notna(), None)


def _wrong(table: pd.DataFrame, facts: pd.DataFrame, scenarios: tuple[str, ...]) -> pd.DataFrame:
    """The column that is at fault in each row, and why; the first fault counts."""
    action = table["action"]
    of_parcel = action.isin(_OF_PARCEL).to_numpy()
    at = np.where(table["parcel"] >= 0, table["parcel"], 0)
    industrial = facts["industrial"].to_numpy(bool)[at] if len(facts) else np.zeros(len(at), bool)
    vacant = facts["vacant"].to_numpy(bool)[at] if len(facts) else np.zeros(len(at), bool)
    scenario = table["scenario"]
    faults = (
        ("action", ~action.isin(std.LOCK_ACTIONS), sentence("not one of {}", joined(std.LOCK_ACTIONS))),
        (
            "scenario",
            scenario.notna() & ~scenario.isin(scenarios),
            sentence("not one of {}", joined(scenarios)),
        ),
        ("parcel_id", of_parcel & table["parcel_id"].isna(), sentence("no parcel named")),
        ("parcel_id", of_parcel & (table["parcel"] < 0), sentence("no such parcel")),
        ("parcel_id", of_parcel & ~industrial, sentence("not industrial land: it has no fate")),
        ("parcel_id", (action == "move") & vacant, sentence("vacant land: there is nobody to move")),
        ("park_id", action.isin(_WITH_PARK) & table["park_id"].isna(), sentence("no park named")),
        (
            "park_id",
            action.isin(_WITH_PARK) & (table["park"] < 0),
            sentence("no base or community has this id"),
        ),
    )
    found = pd.DataFrame({"column": None, "reason": None}, index=table.index, dtype=object)
    for column, fault, reason in faults:
        rows = np.asarray(fault, dtype=bool) & found["column"].isna().to_numpy()
        found.loc[rows, ["column", "reason"]] = [column, reason]
    return found


def decide(
    locks: pd.DataFrame, scenario: str, situation: Situation, cleared: np.ndarray, speech: Speech
) -> tuple[Decisions, list[str]]:
    """The decisions that hold in one scenario, and what to say of them.

    ``locks``: as from `read_locks`. Rigid control (``cleared``) comes first: such a parcel cannot stay; a
    park that its firm is locked to, or kept from, still counts. Raises LandRenewalError, with the first ids,
    where locks contradict each other.
    """
    own = locks[locks["scenario"].isna() | (locks["scenario"] == scenario)]
    part = {name: own[own["action"] == name] for name in std.LOCK_ACTIONS}
    ids = situation.facts["parcel_id"].to_numpy(object)
    parks = situation.receivers["park_id"].to_numpy(object)
    _no_contradiction(part, ids, parks, scenario)
    found = no_decisions(len(ids))
    found.dest[part["move"]["parcel"].to_numpy(int)] = part["move"]["park"].to_numpy(int)
    found.stay[part["stay"]["parcel"].to_numpy(int)] = True
    rigid = (found.stay | found.moves) & cleared
    found.stay[rigid] = False
    notes = []
    if rigid.any():
        notes.append(speech.say("locks_rigid", scenario, ids=speech.ids(sorted(map(str, ids[rigid])))))
    held = int((found.stay | found.moves).sum())
    if held:
        notes.append(speech.say("one_lock", scenario, count=held))
    pairs = part["forbid"][["parcel", "park"]].drop_duplicates().to_numpy(int)
    opened, closed = (tuple(sorted(set(part[name]["park"].tolist()))) for name in ("open", "close"))
    return Decisions(found.dest, found.stay, pairs, opened, closed), notes


def _no_contradiction(part: dict[str, pd.DataFrame], ids, parks, scenario: str) -> None:
    moves, stays = part["move"], part["stay"]
    pairs = moves[["parcel", "park"]].drop_duplicates()
    twice = pairs["parcel"][pairs["parcel"].duplicated()]
    _refuse(scenario, sentence("parcels are locked to more than one park"), ids[twice.to_numpy(int)])
    both = moves["parcel"][moves["parcel"].isin(stays["parcel"])]
    _refuse(scenario, sentence("parcels are locked to move and to stay"), ids[both.to_numpy(int)])
    barred = pairs.merge(part["forbid"][["parcel", "park"]].drop_duplicates())
    names = [sentence("{} → {}", ids[parcel], parks[park]) for parcel, park in barred.to_numpy(int)]
    _refuse(scenario, sentence("moves are locked and forbidden"), names)
    closed = part["close"]["park"]
    shut = closed[closed.isin(part["open"]["park"]) | closed.isin(moves["park"])]
    _refuse(
        scenario,
        sentence("parks are closed, and locked open or locked as a destination"),
        parks[shut.to_numpy(int)],
    )


def _refuse(scenario: str, what: str, names) -> None:
    if len(names):
        shown = first_ids(sorted(set(names)))
        raise LandRenewalError(
            "The locks of {} cannot be met: {}: {}. Correct the table of locks.",
            word(scenario),
            what,
            shown,
        )


def room_for_locks(
    decisions: Decisions,
    rows: np.ndarray,
    need: np.ndarray,
    limit: np.ndarray,
    situation: Situation,
    name: str,
) -> None:
    """Refuse locked moves that need more land than their park has. ``need``, ``limit`` m2."""
    must = np.flatnonzero(decisions.dest[rows] >= 0)
    dest = decisions.dest[rows[must]]
    asked = np.bincount(dest, need[must, dest], minlength=len(limit))
    over = np.flatnonzero(asked > limit * (1 + 1e-9))
    parks = situation.receivers["park_id"].to_numpy(object)
    short = [
        sentence("{} ({:.2f} ha asked, {:.2f} ha there)", parks[one], asked[one] / HA, limit[one] / HA)
        for one in over
    ]
    _refuse(name, sentence("parks lack the land for the parcels locked to them"), short)
