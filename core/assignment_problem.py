"""The relocation problem as arrays: what is asked, what the user has fixed, and what an answer costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import LandRenewalError, first_ids

# Land may exceed what there is by rounding errors only.
SLACK = 1e-9
STAY = -1


@dataclass(frozen=True)
class Problem:
    """Movers (n) and receivers (m). Units are the caller's: money for costs, one unit of land throughout.

    ``cost`` (n, m): cost of the move, ``inf`` = not eligible; ``need`` (n, m): land taken at the receiver;
    ``capacity`` (m); ``penalty`` (n): cost of staying; ``opening`` (m): cost of using a receiver at all;
    ``room`` (m): land by which it may be enlarged, ``inf`` = no limit; ``room_price`` (m): price of a unit of
    that land.
    """

    cost: np.ndarray
    need: np.ndarray
    capacity: np.ndarray
    penalty: np.ndarray
    opening: np.ndarray
    room: np.ndarray
    room_price: np.ndarray

    @property
    def limit(self) -> np.ndarray:
        """Land of each receiver when enlarged as far as it may be."""
        return self.capacity + self.room

    def choices(self) -> tuple[np.ndarray, np.ndarray]:
        """(cost, land) of all choices of the movers, (n, m + 1): the receivers, and staying."""
        return (
            np.column_stack([self.cost, self.penalty]),
            np.column_stack([self.need, np.zeros(len(self.penalty))]),
        )


@dataclass(frozen=True)
class Locks:
    """What the user has decided: positions in `assign`, ids in `assign_tables`.

    ``moves``: (mover, receiver) pairs that must be; ``stay``: movers that must stay; ``forbidden``: (mover,
    receiver) pairs that must not be; ``opened``: receivers that are open whether used or not; ``closed``:
    receivers that take nobody.
    """

    moves: tuple[tuple, ...] = ()
    stay: tuple = ()
    forbidden: tuple[tuple, ...] = ()
    opened: tuple = ()
    closed: tuple = ()


@dataclass(frozen=True)
class Reduced:
    """A problem without the movers that are locked. ``free``: positions of those left; ``receiver``: the
    answer so far, for all movers; ``opened`` (m): open already, at a price that is in ``spent``, as is the
    cost of locked moves, of locked stays and of the land the moves need beyond the capacity.
    """

    problem: Problem
    free: np.ndarray
    receiver: np.ndarray
    opened: np.ndarray
    spent: float


def problem_of(cost, need, capacity, penalty, opening=None, room=None, room_price=None) -> Problem:
    """Check the arrays and fill what is not given with 0: no opening cost, no room to enlarge.

    Raises ``ValueError`` where shapes differ (a bug), ``LandRenewalError`` where a number is not known or
    negative.
    """
    cost, need = np.asarray(cost, float), np.asarray(need, float)
    capacity, penalty = np.asarray(capacity, float), np.asarray(penalty, float)
    extra = [np.zeros(len(capacity)) if given is None else np.asarray(given, float)
             for given in (opening, room, room_price)]  # fmt: skip
    shape = (len(penalty), len(capacity))
    if cost.shape != shape or need.shape != shape or any(len(given) != shape[1] for given in extra):
        raise ValueError(
            f"cost {cost.shape}, need {need.shape}, capacity {capacity.shape}, penalty {penalty.shape}"
        )
    known = not any(np.isnan(given).any() for given in (cost, need, capacity, penalty, *extra))
    finite = all(np.isfinite(given).all() for given in (need, capacity, penalty, extra[0], extra[2]))
    positive = all((given >= 0).all() for given in (need, capacity, *extra))
    if not (known and finite and positive and not np.isneginf(cost).any()):
        raise LandRenewalError(
            "The assignment needs costs, land needs and capacities that are known and not negative."
        )
    # A mover larger than a receiver cannot go there whole; ruling it out keeps every bound valid and tightens
    # it.
    fits = need <= (capacity + extra[1]) * (1 + SLACK)
    return Problem(np.where(fits, cost, np.inf), need, capacity, penalty, *extra)


def apply_locks(problem: Problem, locks: Locks) -> Reduced:
    """Take out what is decided: locked movers with the land they need, closed receivers, open ones' cost.

    Raises ``LandRenewalError`` where locks contradict each other, a locked move is not eligible, or locked
    moves need more land than the receiver has with all its room to be enlarged.
    """
    _no_contradictions(locks)
    cost = problem.cost.copy()
    for pairs, rows in ((locks.forbidden, True), (locks.moves, False)):
        mover, receiver = _pairs(pairs)
        if rows:
            cost[mover, receiver] = np.inf
        elif np.isinf(cost[mover, receiver]).any():
            wrong = [pair for pair, money in zip(pairs, cost[mover, receiver]) if np.isinf(money)]
            raise LandRenewalError(f"Locked moves are not eligible (mover, receiver): {first_ids(wrong)}.")
    mover, receiver = _pairs(locks.moves)
    stay = np.asarray(locks.stay, dtype=int)
    answer = np.full(len(cost), STAY)
    answer[mover] = receiver
    free = np.ones(len(cost), dtype=bool)
    free[mover] = free[stay] = False
    opened = np.zeros(len(problem.capacity), dtype=bool)
    opened[np.asarray(locks.opened, dtype=int)] = opened[receiver] = True
    closed = np.asarray(locks.closed, dtype=int)
    cost[:, closed] = np.inf
    taken = np.bincount(receiver, problem.need[mover, receiver], minlength=len(problem.capacity))
    over = np.maximum(taken - problem.capacity, 0.0)
    _locked_moves_fit(problem, taken)
    capacity, room = np.maximum(problem.capacity - taken, 0.0), np.maximum(problem.room - over, 0.0)
    capacity[closed] = room[closed] = 0.0
    spent = float(problem.cost[mover, receiver].sum() + problem.penalty[stay].sum())
    spent += float(problem.opening[opened].sum() + (problem.room_price * over).sum())
    left = Problem(
        np.where(problem.need <= (capacity + room) * (1 + SLACK), cost, np.inf)[free], problem.need[free],
        capacity, problem.penalty[free], np.where(opened, 0.0, problem.opening), room, problem.room_price,
    )  # fmt: skip
    return Reduced(left, np.flatnonzero(free), answer, opened, spent)


def _pairs(pairs: tuple) -> tuple[np.ndarray, np.ndarray]:
    both = np.asarray(pairs, dtype=int).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _no_contradictions(locks: Locks) -> None:
    closed, movers = set(locks.closed), [mover for mover, _ in locks.moves]
    twice = sorted({mover for mover in movers if movers.count(mover) > 1} | (set(movers) & set(locks.stay)))
    if twice:
        raise LandRenewalError(f"Movers are locked to more than one choice: {first_ids(twice)}.")
    shut = sorted(closed & (set(locks.opened) | {receiver for _, receiver in locks.moves}))
    if shut:
        raise LandRenewalError(f"Receivers are locked both open (or in use) and closed: {first_ids(shut)}.")
    both = sorted(set(locks.moves) & set(locks.forbidden))
    if both:
        raise LandRenewalError(
            f"Moves are both locked and forbidden (mover, receiver): {first_ids(map(str, both))}."
        )


def _locked_moves_fit(problem: Problem, taken: np.ndarray) -> None:
    over = np.flatnonzero(taken > problem.limit * (1 + SLACK))
    if len(over):
        raise LandRenewalError(
            f"Locked moves need more land than there is at receivers {first_ids(over)}: "
            f"{taken[over[0]]:.6g} needed and {problem.limit[over[0]]:.6g} there at the first."
        )


def land_used(problem: Problem, receiver: np.ndarray) -> np.ndarray:
    """Land taken at each receiver (m)."""
    placed = np.flatnonzero(receiver >= 0)
    at = receiver[placed]
    return np.bincount(at, problem.need[placed, at], minlength=len(problem.capacity))


def moving_cost(problem: Problem, receiver: np.ndarray) -> tuple[float, float]:
    """(cost of the moves, penalty of those that stay)."""
    placed = receiver >= 0
    moved = float(problem.cost[placed, receiver[placed]].sum())
    return moved, float(problem.penalty[~placed].sum())


def total_cost(problem: Problem, receiver: np.ndarray) -> float:
    """Moves, stays, further land and receivers opened."""
    used = land_used(problem, receiver)
    beyond = (problem.room_price * np.maximum(used - problem.capacity, 0.0)).sum()
    in_use = np.bincount(receiver[receiver >= 0], minlength=len(used)) > 0
    return float(sum(moving_cost(problem, receiver)) + beyond + problem.opening[in_use].sum())


def fits(problem: Problem, receiver: np.ndarray) -> bool:
    """No receiver takes more land than it may have, and no mover is where it is not eligible."""
    placed = receiver >= 0
    eligible = np.isfinite(problem.cost[placed, receiver[placed]]).all()
    return bool(eligible and (land_used(problem, receiver) <= problem.limit * (1 + SLACK)).all())


def near_thousand(values: np.ndarray) -> float:
    """The power of two that brings the middle value near 1,000, or the largest near 10**9 where that is less:
    the solvers' tolerances are absolute, and a power of two changes no digit.

    >>> near_thousand(np.array([0.9, 1.0, 1.1]))
    1024.0
    """
    used = np.abs(values[values != 0])
    if not len(used):
        return 1.0
    return float(2.0 ** np.floor(min(10.5 - np.log2(np.median(used)), 30 - np.log2(used.max()))))
