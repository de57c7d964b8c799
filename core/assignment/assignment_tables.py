"""Relocation as tables: movers, receivers and the pairs that are eligible in; who goes where out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, first_ids, sentence
from .assignment import Assignment, Locks, Search, assign
from .assignment_problem import check_locks, problem_of
from .shortage import Shortage, shortage


@dataclass(frozen=True)
class TableAssignment:
    """Result of `assign_tables`: ``movers``, ``receivers`` in id order, and the ``plan`` with cost, bound and
    gap.
    """

    movers: pd.DataFrame
    receivers: pd.DataFrame
    plan: Assignment


@dataclass(frozen=True)
class _Arrays:
    movers: pd.DataFrame
    receivers: pd.DataFrame
    cost: np.ndarray
    need: np.ndarray


def assign_tables(
    movers: pd.DataFrame,
    receivers: pd.DataFrame,
    pairs: pd.DataFrame,
    locks: Locks | None = None,
    search: Search | None = None,
) -> TableAssignment:
    """Send each mover whole to one receiver at least cost; see `assign` for the problem solved.

    ``movers``: ``id``, ``penalty`` (cost of staying), optionally ``need`` (land). ``receivers``: ``id``,
    ``capacity``, optionally ``opening_cost``, ``expansion_limit`` and ``expansion_price`` (a unit of land). A
    column that is not there means none of it; a value missing in one that is there is an error. ``pairs``:
    ``mover``, ``receiver``, ``cost``, optionally ``need`` at that receiver, which where missing is the
    mover's. Pairs not listed are not eligible. ``locks`` by id. Units are the caller's.

    Movers come back with ``receiver`` (None = stays), ``cost``, ``need``, ``extra_cost`` (above their
    cheapest eligible receiver) and ``reason``: placed, locked, no_receiver, too_large, cheaper_to_stay,
    no_capacity. Receivers with ``used``, ``bought``, ``free``, ``open``, ``price`` (linear-program dual of
    the capacity; NaN where closed), ``binding``, ``movers``. Ids are compared as text.

    >>> movers = pd.DataFrame({"id": ["a", "b"], "need": [1.0, 1.0], "penalty": [9.0, 9.0]})
    >>> pairs = pd.DataFrame({"mover": ["a", "b"], "receiver": ["p", "p"], "cost": [1.0, 2.0]})
    >>> done = assign_tables(movers, pd.DataFrame({"id": ["p"], "capacity": [1.0]}), pairs)
    >>> done.movers["reason"].tolist(), done.receivers["free"].tolist()
    (['placed', 'no_capacity'], [0.0])
    """
    given = _arrays(movers, receivers, pairs)
    locks = locks or Locks()
    decided = _positions(given, locks)
    plan = assign(
        given.cost, given.need, given.receivers["capacity"].to_numpy(), given.movers["penalty"].to_numpy(),
        *_extras(given.receivers), locks=decided, search=search,
    )  # fmt: skip
    return TableAssignment(_moved(given, plan, decided), _received(given, plan), plan)


def shortage_tables(
    movers: pd.DataFrame, receivers: pd.DataFrame, pairs: pd.DataFrame
) -> tuple[pd.DataFrame, Shortage]:
    """Land that is lacking, by receiver: ``id``, ``capacity``, ``group`` it is short with (position in
    ``groups``, NaN = not short), ``extra`` (the cheapest way to provide what is missing) and its
    ``extra_cost``. Tables as in `assign_tables`, with ``expansion_price`` and, for limits,
    ``expansion_limit``. Positions in the second result are rows in id order. Errors as in `shortage`.

    >>> movers = pd.DataFrame({"id": ["a", "b"], "need": [6.0, 6.0], "penalty": [9.0, 9.0]})
    >>> receivers = pd.DataFrame({"id": ["p"], "capacity": [10.0], "expansion_price": [3.0]})
    >>> pairs = pd.DataFrame({"mover": ["a", "b"], "receiver": ["p", "p"], "cost": [1.0, 2.0]})
    >>> shortage_tables(movers, receivers, pairs)[0]["extra_cost"].tolist()
    [6.0]
    """
    given = _arrays(movers, receivers, pairs)
    if "expansion_price" not in given.receivers:
        raise LandRenewalError(
            "Receivers need a column 'expansion_price': the price of a unit of further land."
        )
    price = given.receivers["expansion_price"].to_numpy()
    most = given.receivers.get("expansion_limit")
    found = shortage(given.cost, given.need, given.receivers["capacity"].to_numpy(), price,
                     None if most is None else most.to_numpy())  # fmt: skip
    group = np.full(len(price), np.nan)
    for number, one in enumerate(found.groups):
        group[list(one.receivers)] = number
    table = given.receivers[["id", "capacity"]].assign(
        group=group, extra=found.extra, extra_cost=found.extra * price
    )
    return table, found


def _arrays(movers: pd.DataFrame, receivers: pd.DataFrame, pairs: pd.DataFrame) -> _Arrays:
    movers = _sorted(movers, "movers", ("penalty",), ())
    receivers = _sorted(
        receivers, "receivers", ("capacity",), ("opening_cost", "expansion_limit", "expansion_price")
    )
    _has(pairs, "pairs", ("mover", "receiver", "cost"))
    row = _found(
        pairs["mover"], movers["id"], sentence("Pairs name movers that are not in the table of movers")
    )
    column = _found(
        pairs["receiver"],
        receivers["id"],
        sentence("Pairs name receivers that are not in the table of receivers"),
    )
    names = pairs["mover"].astype(str) + " to " + pairs["receiver"].astype(str)
    twice = pd.Series(row * max(len(receivers), 1) + column).duplicated().to_numpy()
    _refuse(names[twice], sentence("Pairs are listed twice"))
    own = pairs["need"] if "need" in pairs else pd.Series(np.nan, index=pairs.index)
    wanted = movers["need"].to_numpy(float) if "need" in movers else np.full(len(movers), np.nan)
    land = np.where(own.isna(), wanted[row], own.to_numpy(float))
    money = pairs["cost"].to_numpy(float)
    _refuse(names[np.isnan(money)], sentence("Pairs have no cost"))
    _refuse(
        names[np.isnan(land)], sentence("The land needed is not known, in the pair or for the mover, for")
    )
    cost, need = np.full((len(movers), len(receivers)), np.inf), np.zeros((len(movers), len(receivers)))
    cost[row, column], need[row, column] = money, land
    return _Arrays(movers, receivers, cost, need)


def _sorted(table: pd.DataFrame, name: str, needed: tuple[str, ...], optional: tuple[str, ...]):
    """The table in id order, ids as text, its numbers known and not negative."""
    _has(table, name, ("id", *needed))
    table = table.assign(id=table["id"].astype(str)).sort_values("id", kind="stable", ignore_index=True)
    _refuse(table["id"][table["id"].duplicated()], sentence("Ids occur twice in the table of {}", name))
    for column in (*needed, *(column for column in optional if column in table)):
        numbers = table[column].astype(float)
        _refuse(
            table["id"][~(numbers >= 0)],
            sentence("'{}' is missing or negative in the table of {} for", column, name),
        )
        table[column] = numbers
    return table


def _has(table: pd.DataFrame, name: str, columns: tuple[str, ...]) -> None:
    lacking = [column for column in columns if column not in table]
    if lacking:
        raise LandRenewalError("The table of {} lacks the columns {}.", name, first_ids(lacking))


def _refuse(ids, what: str) -> None:
    if len(ids):
        raise LandRenewalError("{}: {}.", what, first_ids(ids))


def _found(ids, known: pd.Series, what: str) -> np.ndarray:
    ids = pd.Series(list(ids), dtype=object).astype(str)
    place = pd.Index(known).get_indexer(ids)
    _refuse(ids[place < 0].drop_duplicates(), what)
    return place


def _extras(receivers: pd.DataFrame) -> list[np.ndarray | None]:
    names = ("opening_cost", "expansion_limit", "expansion_price")
    extras = [receivers[name].to_numpy() if name in receivers else None for name in names]
    if extras[1] is not None and extras[2] is None:
        raise LandRenewalError("Receivers have an 'expansion_limit' but no column 'expansion_price'.")
    return extras


def _positions(given: _Arrays, locks: Locks) -> Locks:
    def mover(ids) -> tuple:
        return tuple(
            _found(ids, given.movers["id"], sentence("Locks name movers that are not in the table")).tolist()
        )

    def receiver(ids) -> tuple:
        what = sentence("Locks name receivers that are not in the table")
        return tuple(_found(ids, given.receivers["id"], what).tolist())

    def both(pairs) -> tuple:
        return tuple(zip(mover([pair[0] for pair in pairs]), receiver([pair[1] for pair in pairs])))

    decided = Locks(
        both(locks.moves), mover(locks.stay), both(locks.forbidden),
        receiver(locks.opened), receiver(locks.closed),
    )  # fmt: skip
    problem = problem_of(
        given.cost,
        given.need,
        given.receivers["capacity"],
        given.movers["penalty"],
        *_extras(given.receivers),
    )
    # Here, and not in `assign` alone, so that the sentence names ids.
    check_locks(problem, decided, given.movers["id"].tolist(), given.receivers["id"].tolist())
    return decided


def _moved(given: _Arrays, plan: Assignment, locks: Locks) -> pd.DataFrame:
    placed = plan.receiver >= 0
    rows, at = np.flatnonzero(placed), plan.receiver[placed]
    names = np.full(len(placed), None, dtype=object)
    names[placed] = given.receivers["id"].to_numpy(object)[at]
    cost, need = np.full(len(placed), np.nan), np.full(len(placed), np.nan)
    cost[placed], need[placed] = given.cost[rows, at], given.need[rows, at]
    cheapest = given.cost.min(axis=1, initial=np.inf)
    decided = np.zeros(len(placed), dtype=bool)
    decided[[*locks.stay, *(mover for mover, _ in locks.moves)]] = True
    limit = given.receivers["capacity"].to_numpy()
    if "expansion_limit" in given.receivers:
        limit = limit + given.receivers["expansion_limit"].to_numpy()
    fits = (np.isfinite(given.cost) & (given.need <= limit)).any(axis=1)
    dear = given.movers["penalty"].to_numpy() <= cheapest
    reason = np.select(
        [decided, placed, np.isinf(cheapest), ~fits, dear],
        ["locked", "placed", "no_receiver", "too_large", "cheaper_to_stay"], "no_capacity",
    ).astype(object)  # fmt: skip
    return pd.DataFrame({
        "id": given.movers["id"], "receiver": names, "cost": cost, "need": need,
        "extra_cost": cost - np.where(np.isfinite(cheapest), cheapest, np.nan), "reason": reason,
    })  # fmt: skip


def _received(given: _Arrays, plan: Assignment) -> pd.DataFrame:
    placed = plan.receiver[plan.receiver >= 0]
    return given.receivers[["id", "capacity"]].assign(
        used=plan.used, bought=plan.bought, free=plan.free, open=plan.open, price=plan.price,
        binding=plan.binding, movers=np.bincount(placed, minlength=len(given.receivers)),
    )  # fmt: skip
