"""Land that is lacking: who has nowhere to go, which receivers are short together, the cheapest remedy."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..common.errors import LandRenewalError
from .assignment_linear import Continuous, continuous
from .assignment_problem import Problem, problem_of

# Not placing anyone is this many times dearer than the dearest land; the cost of moves only breaks ties.
_LAST_RESORT = 100.0
_TIE = 1e-9
_NOTHING = 1e-7


@dataclass(frozen=True)
class ShortGroup:
    """Receivers that are short together. ``movers`` can go nowhere else and need at least ``need``, of which
    ``capacity`` is there and ``missing`` is not. Positions; land in the caller's unit.
    """

    receivers: tuple[int, ...]
    movers: tuple[int, ...]
    need: float
    capacity: float
    missing: float


@dataclass(frozen=True)
class Shortage:
    """Result of `shortage`. Land may be shared out in parts here; whole parcels can need a little more.

    ``no_receiver``, ``too_large``: positions of movers without an eligible receiver, and of those larger than
    every eligible one, even enlarged. ``missing``: least further land with which all others find room;
    ``groups``: where it is missing. ``extra`` (m): the cheapest way to provide it, for ``extra_cost``;
    ``unmet``: least land need that the further land permitted cannot meet.
    """

    no_receiver: np.ndarray
    too_large: np.ndarray
    missing: float
    groups: tuple[ShortGroup, ...]
    extra: np.ndarray
    extra_cost: float
    unmet: float


def shortage(
    cost: np.ndarray,
    need: np.ndarray,
    capacity: np.ndarray,
    land_price: np.ndarray,
    most: np.ndarray | None = None,
) -> Shortage:
    """Say how much receiving land is missing, where, and what providing it costs at least.

    Minimise Σ land_price·extra subject to Σ need·x ≤ capacity + extra, extra ≤ most, Σ x = 1 for every mover
    that has an eligible receiver; among equals the cheaper moves. ``missing`` and ``groups`` are the same
    with a price of 1 and no limit: how short the land is does not depend on what land costs.

    Parameters: ``cost`` (n, m), ``inf`` = not eligible; ``need`` (n, m), ``capacity`` (m) land;
    ``land_price`` (m) per unit of further land, > 0; ``most`` (m) further land at
    most, default no limit. Errors as in `assign`.

    >>> found = shortage(np.zeros((2, 1)), np.full((2, 1), 6.0), np.array([10.0]), np.array([3.0]))
    >>> found.missing, found.extra.tolist(), found.extra_cost
    (2.0, [2.0], 6.0)
    """
    limit = np.full(len(np.atleast_1d(capacity)), np.inf) if most is None else np.asarray(most, float)
    eligible = np.isfinite(np.asarray(cost, float))
    if not (np.asarray(land_price, float) > 0).all():
        raise LandRenewalError(
            "Further land needs a price above 0 at every receiver to say which is cheapest."
        )
    problem = problem_of(cost, need, capacity, np.zeros(len(eligible)), room=limit, room_price=land_price)
    fits = np.isfinite(problem.cost).any(axis=1)
    someone = np.flatnonzero(fits)
    cheapest = _provided(problem, someone, limit, problem.room_price)
    unlimited = np.full(len(limit), np.inf)
    least = _provided(problem, someone, unlimited, np.ones(len(limit)))
    extra, missing = _extra(problem, someone, cheapest), _extra(problem, someone, least)
    return Shortage(
        np.flatnonzero(~eligible.any(axis=1)), np.flatnonzero(eligible.any(axis=1) & ~fits),
        float(missing.sum()), _groups(problem, someone, least, missing),
        extra, float((extra * problem.room_price).sum()), _unmet(problem, someone, cheapest),
    )  # fmt: skip


def _provided(problem: Problem, rows: np.ndarray, room: np.ndarray, price: np.ndarray) -> Continuous:
    """The continuous optimum in which only land costs money."""
    cost, need = problem.cost[rows], problem.need[rows]
    eligible = np.isfinite(cost)
    dearest = np.where(eligible, need * price, 0.0).max(axis=1, initial=0.0)
    penalty = _LAST_RESORT * dearest
    shifted = cost - np.where(eligible, cost, np.inf).min(axis=1, initial=np.inf, keepdims=True)
    largest = np.where(eligible, shifted, 0.0).max(initial=0.0) or 1.0
    tie = np.where(eligible, _TIE * penalty[:, None] * shifted / largest, np.inf)
    return continuous(replace(problem, cost=tie, need=need, penalty=penalty, room=room, room_price=price))


def _extra(problem: Problem, rows: np.ndarray, found: Continuous) -> np.ndarray:
    extra = (found.share * problem.need[rows]).sum(axis=0) - problem.capacity
    return np.where(extra > _NOTHING * np.maximum(problem.capacity, 1.0), extra, 0.0)


def _unmet(problem: Problem, rows: np.ndarray, found: Continuous) -> float:
    """Land the movers left over would need where they need least."""
    least = np.where(np.isfinite(problem.cost[rows]), problem.need[rows], np.inf).min(axis=1, initial=np.inf)
    left = np.maximum(1.0 - found.share.sum(axis=1), 0.0)
    return float((least * np.where(left > _NOTHING, left, 0.0)).sum())


def _groups(problem: Problem, rows, least: Continuous, missing) -> tuple[ShortGroup, ...]:
    """Receivers whose land has a price when only land counts, joined where a mover could go to either."""
    short = least.price > _NOTHING
    eligible = np.isfinite(problem.cost[rows])
    bound_to = np.flatnonzero((eligible <= short).all(axis=1))
    mover, receiver = np.nonzero(eligible[bound_to])
    count = len(short)
    links = coo_matrix((np.ones(len(mover)), (receiver, mover + count)), shape=(count + len(bound_to),) * 2)
    label = connected_components(links, directed=False)[1]
    wanted = np.where(eligible, problem.need[rows], np.inf).min(axis=1, initial=np.inf)
    groups = []
    for one in np.unique(label[:count][short]):
        inside = np.flatnonzero(short & (label[:count] == one))
        those = bound_to[label[count:] == one]
        if missing[inside].sum() > 0:
            groups.append(ShortGroup(
                tuple(inside.tolist()), tuple(rows[those].tolist()), float(wanted[those].sum()),
                float(problem.capacity[inside].sum()), float(missing[inside].sum()),
            ))  # fmt: skip
    return tuple(groups)
