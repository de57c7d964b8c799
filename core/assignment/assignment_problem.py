"""The relocation problem as arrays: what is asked, what the user has fixed, and what an answer costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.errors import LandRenewalError, first_ids, sentence

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
    check_locks(problem, locks, range(len(problem.penalty)), range(len(problem.capacity)))
    cost = problem.cost.copy()
    cost[_pairs(locks.forbidden)] = np.inf
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


def check_locks(problem: Problem, locks: Locks, movers, receivers) -> None:
    """Refuse locks (by position) that contradict each other or cannot be met; ``movers`` and ``receivers``
    are the names to use in the sentence. Errors: see `apply_locks`.
    """
    mover, receiver = _pairs(locks.moves)
    times = np.bincount(np.append(mover, np.asarray(locks.stay, dtype=int)), minlength=1)
    _refuse(
        sentence("Movers are locked to more than one choice"),
        [movers[one] for one in np.flatnonzero(times > 1)],
    )
    shut = sorted(set(locks.closed) & {*locks.opened, *receiver.tolist()})
    _refuse(
        sentence("Receivers are locked both open (or in use) and closed"), [receivers[one] for one in shut]
    )
    both = [
        sentence("{} → {}", movers[i], receivers[j]) for i, j in sorted({*locks.moves} & {*locks.forbidden})
    ]
    _refuse(sentence("Moves are both locked and forbidden"), both)
    wrong = np.flatnonzero(np.isinf(problem.cost[mover, receiver]))
    pairs = [sentence("{} → {}", movers[mover[one]], receivers[receiver[one]]) for one in wrong]
    _refuse(sentence("Locked moves are not eligible"), pairs)
    taken = np.bincount(receiver, problem.need[mover, receiver], minlength=len(problem.capacity))
    over = np.flatnonzero(taken > problem.limit * (1 + SLACK))
    short = [
        sentence("{} ({:.6g} needed, {:.6g} there)", receivers[one], taken[one], problem.limit[one])
        for one in over
    ]
    _refuse(sentence("Locked moves need more land than there is at the receivers"), short)


def _refuse(what: str, names: list) -> None:
    if names:
        raise LandRenewalError("{}: {}.", what, first_ids(names))


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
