"""What a person decides on links of enterprises to parcels: the queue, the decisions, the table of them.

Tables are lists of rows (dicts with plain values, None for missing), as the result of a study holds them. A
decision is kept by pair: ``decisions[ent_id][parcel_id]`` is True (confirmed), False (ruled out) or None
(taken back: open again, whatever an earlier table says). Standard library only: it answers to single keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ..common.columns import OCCUPANCY, names

CANDIDATE, LINK, CONFLICT, CHOSEN = "candidate", "link", "conflict", "chosen"
UNMATCHED, CONTRADICTING, DOUBTFUL = "unmatched", "contradicting", "doubtful"
KINDS = (UNMATCHED, CONTRADICTING, DOUBTFUL)
OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"

Row = Mapping[str, object]
Decisions = dict[str, dict[str, "bool | None"]]
Changes = dict[tuple[str, str], "bool | None"]


@dataclass(frozen=True)
class Option:
    """A parcel an enterprise may be on. ``role``: candidate (proposed), link (made by the matching), conflict
    (its point lies there, other evidence says another), chosen (by a person). ``score`` 0-1 or None.
    """

    parcel_id: str
    role: str
    score: float | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Item:
    """An enterprise to look at, with its parcels in question. ``why``: what the matching had to say."""

    ent_id: str
    name: str | None
    kind: str
    why: str | None
    options: tuple[Option, ...]

    @property
    def best(self) -> float | None:
        """The best score among links and candidates, None where none has a score."""
        return max((option.score for option in self.options if option.score is not None), default=None)


def read_decisions(*tables: Iterable[Row]) -> Decisions:
    """The decisions that occupancy tables hold in the column ``reviewed``; of two tables the later one wins.

    An empty ``reviewed`` takes back what an earlier table says of the pair. In one table a pair that is both
    confirmed and ruled out counts as confirmed, as in `core.matching.match_review`.

    >>> first = [{"ent_id": "E", "parcel_id": "P", "reviewed": 1}]
    >>> read_decisions(first), read_decisions(first, [{**first[0], "reviewed": None}])
    ({'E': {'P': True}}, {'E': {'P': None}})
    """
    found: Decisions = {}
    for rows in tables:
        verdicts: Changes = {}
        for row in rows:
            pair = (row.get("ent_id"), row.get("parcel_id"))
            if None in pair:
                continue
            verdict = row.get("reviewed")
            said = None if verdict is None else bool(verdict)
            verdicts[pair] = said if verdicts.get(pair) is None else (verdicts[pair] or bool(said))
        for (ent_id, parcel_id), said in verdicts.items():
            if said is not None or parcel_id in found.get(ent_id, {}):
                found.setdefault(ent_id, {})[parcel_id] = said
    return found


def queue(
    unmatched: Iterable[Row],
    occupancy: Iterable[Row],
    firm_names: Mapping[str, str | None],
    decisions: Decisions,
    below: float,
) -> list[Item]:
    """The enterprises to review: without a parcel, with a contradiction, with a link of a score under
    ``below`` (0-1), and those with a decision.

    Their options are the candidates, the links in question (with the parcel that contradicts) and parcels a
    person has decided on. Enterprises that are not in the result are left out. Order: without a parcel,
    contradicting, doubtful; then best score first; then ent_id.
    """
    waiting = {row["ent_id"]: row for row in unmatched}
    doubted: dict[str, list[Row]] = {}
    for row in occupancy:
        verdict = decisions.get(row["ent_id"], {}).get(row["parcel_id"])
        if verdict is not None or _in_doubt(row, below):
            doubted.setdefault(row["ent_id"], []).append(row)
    decided = {ent_id for ent_id, said in decisions.items() if any(v is not None for v in said.values())}
    known = {*waiting, *doubted, *(decided & set(firm_names))}
    items = [
        _item(ent_id, waiting.get(ent_id), doubted.get(ent_id, []), firm_names, decisions.get(ent_id, {}))
        for ent_id in known
    ]
    return sorted(items, key=_place)


def _in_doubt(row: Row, below: float) -> bool:
    score = row.get("score")
    return row.get("conflict") is not None or (score is not None and score < below)


def _place(item: Item) -> tuple:
    return KINDS.index(item.kind), -(-1.0 if item.best is None else item.best), item.ent_id


def _item(ent_id: str, waiting: Row | None, links: list[Row], firm_names, said: Mapping) -> Item:
    options = _candidates(waiting) if waiting is not None else []
    role = CANDIDATE if waiting is not None else LINK
    options += [Option(row["parcel_id"], role, row.get("score"), row.get("reason")) for row in links]
    against = [row["conflict"] for row in links if row.get("conflict") is not None]
    options += [Option(parcel_id, CONFLICT) for parcel_id in against]
    options += [Option(parcel_id, CHOSEN) for parcel_id, verdict in said.items() if verdict is not None]
    kept = tuple(options)
    if len(options) > 1:
        once = {option.parcel_id: option for option in reversed(options)}
        kept = tuple(option for option in options if once[option.parcel_id] is option)
    name = firm_names.get(ent_id) or (waiting or {}).get("name")
    if waiting is not None:
        return Item(ent_id, name, UNMATCHED, waiting.get("reason"), kept)
    why = links[0].get("reason") if links else None
    return Item(ent_id, name, CONTRADICTING if against else DOUBTFUL, why, kept)


def _candidates(row: Row) -> list[Option]:
    return [
        Option(row[name], CANDIDATE, row.get(score), row.get(reason))
        for name, score, reason in _candidate_columns(tuple(row))
        if row[name] is not None
    ]


@lru_cache(maxsize=8)
def _candidate_columns(columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The columns of the candidates, in the order of their numbers: the tenth comes after the second."""
    found = (re.fullmatch(r"candidate_(\d+)", name) for name in columns)
    numbers = sorted(int(match[1]) for match in found if match)
    return [(f"candidate_{number}", f"score_{number}", f"reason_{number}") for number in numbers]


def verdict_of(item: Item, parcel_id: str, decisions: Decisions) -> bool | None:
    """What was decided on one pair."""
    return decisions.get(item.ent_id, {}).get(parcel_id)


def state(item: Item, decisions: Decisions) -> str:
    """open, accepted or rejected.

    An enterprise without a parcel is settled by one confirmed parcel, or when every candidate is ruled out;
    one with links when every link in question is decided.
    """
    said = decisions.get(item.ent_id, {})
    confirmed = any(verdict for verdict in said.values())
    asked = [said.get(option.parcel_id) for option in item.options if option.role in (LINK, CANDIDATE)]
    if item.kind == UNMATCHED:
        settled = confirmed or (bool(asked) and None not in asked)
    else:
        settled = None not in asked and any(verdict is not None for verdict in said.values())
    return (ACCEPTED if confirmed else REJECTED) if settled else OPEN


def accept(item: Item, parcel_id: str) -> Changes:
    """The enterprise is on that parcel.

    Of two that contradict one is right: accepting the parcel of the point rules out the links it contradicts.
    To keep both, accept the link afterwards.
    """
    changes: Changes = {(item.ent_id, parcel_id): True}
    if any(option.parcel_id == parcel_id and option.role == CONFLICT for option in item.options):
        links = [option.parcel_id for option in item.options if option.role == LINK]
        changes.update({(item.ent_id, link): False for link in links})
    return changes


def reject(item: Item, parcel_ids: Iterable[str]) -> Changes:
    """The enterprise is not on those parcels."""
    return {(item.ent_id, parcel_id): False for parcel_id in parcel_ids}


def accept_above(items: Iterable[Item], decisions: Decisions, least: float) -> tuple[Changes, int]:
    """Confirm, in open items, every link with a score of at least ``least`` (0-1), and the best candidate of
    an enterprise without a parcel.

    Of several candidates with the same best score none is taken; the second result counts such enterprises.
    """
    changes: Changes = {}
    tied = 0
    for item in items:
        if state(item, decisions) != OPEN:
            continue
        said = decisions.get(item.ent_id, {})
        good = [
            option
            for option in item.options
            if option.role in (LINK, CANDIDATE)
            and said.get(option.parcel_id) is None
            and option.score is not None
            and option.score >= least
        ]
        if item.kind == UNMATCHED:
            best = max((option.score for option in good), default=None)
            good = [option for option in good if option.score == best]
            tied += len(good) > 1
            good = good if len(good) == 1 else []
        changes.update({(item.ent_id, option.parcel_id): True for option in good})
    return changes, tied


def apply(decisions: Decisions, changes: Changes) -> tuple[Decisions, Changes]:
    """The decisions after some changes, and the changes that undo them.

    >>> after, undo = apply({}, {("E", "P"): True})
    >>> after, apply(after, undo)[0]
    ({'E': {'P': True}}, {'E': {'P': None}})
    """
    after, undo = dict(decisions), {}
    for (ent_id, parcel_id), verdict in changes.items():
        said = after.get(ent_id, {})
        undo[ent_id, parcel_id] = said.get(parcel_id)
        after[ent_id] = {**said, parcel_id: verdict}
    return after, undo


def count(decisions: Decisions) -> tuple[int, int]:
    """How many pairs are confirmed and how many ruled out."""
    verdicts = [verdict for said in decisions.values() for verdict in said.values()]
    return sum(verdict is True for verdict in verdicts), sum(verdict is False for verdict in verdicts)


def occupancy_table(occupancy: list[Row], unmatched: Iterable[Row], decisions: Decisions) -> list[dict]:
    """The decisions as an occupancy with ``reviewed`` (True, False, None), to be given to the next run.

    Columns of `core.common.columns.OCCUPANCY`, ordered by ent_id and parcel_id. Links that nobody has looked
    at are left out: the next run makes them anew. A decision that was taken back stays, with nothing in
    ``reviewed``. ``share`` is kept where the source stated it only: a share that the study has made would be
    taken as stated. A table without a column ``reviewed`` was given as it is, so its links count as
    confirmed. Candidates that were decided on bring their score and reason.
    """
    as_given = bool(occupancy) and "reviewed" not in occupancy[0]
    linked = {(row["ent_id"], row["parcel_id"]): row for row in occupancy}
    linked = {pair: row for pair, row in linked.items() if None not in pair}
    verdicts = {
        pair: None if row.get("reviewed") is None and not as_given else as_given or bool(row["reviewed"])
        for pair, row in linked.items()
    }
    decided = {(ent_id, parcel_id): verdict for ent_id, said in decisions.items()
               for parcel_id, verdict in said.items()}  # fmt: skip
    before = {pair for pair, verdict in verdicts.items() if verdict is not None}
    verdicts.update(decided)
    kept = sorted(before | set(decided))
    proposed = _proposals(unmatched, kept)
    return [
        {**(_kept(linked[pair]) if pair in linked else _new_row(pair, proposed.get(pair))),
         "reviewed": verdicts[pair]}
        for pair in kept
    ]  # fmt: skip


def _proposals(unmatched: Iterable[Row], pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Option]:
    firms = {ent_id for ent_id, _ in pairs}
    rows = (row for row in unmatched if row["ent_id"] in firms)
    return {(row["ent_id"], option.parcel_id): option for row in rows for option in _candidates(row)}


def _kept(row: Row) -> dict:
    stated = row.get("share_from") in (None, "given")
    return {name: row.get(name) if name != "share" or stated else None for name in names(OCCUPANCY)}


def _new_row(pair: tuple[str, str], option: Option | None) -> dict:
    option = option or Option(pair[1], CHOSEN, None, "parcel chosen by a person")
    known = {"ent_id": pair[0], "parcel_id": pair[1], "score": option.score, "reason": option.reason}
    return {name: known.get(name) for name in names(OCCUPANCY)}


def with_choice(item: Item, parcel_id: str) -> Item:
    """The item with one more parcel to choose, unless it is there."""
    if any(option.parcel_id == parcel_id for option in item.options):
        return item
    return replace(item, options=(*item.options, Option(parcel_id, CHOSEN)))
