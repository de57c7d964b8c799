"""The continuous relocation problem: movers may be split. Its optimum is a bound, its duals are prices.

The linear program has one row a mover and one a receiver. It is solved exactly, but small: prices of the
receivers' land are found first by coordinate ascent on the dual, only movers for whom two choices are close
stay in the program, and choices left out are priced and added until none would improve it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, hstack

from ..common.errors import LandRenewalError
from .assignment_problem import Problem, near_thousand

SAMPLE = 2000
_SWEEPS = 30
_SETTLED = 0.001
_CLOSE = 0.01
_EPSILON = 1e-9


@dataclass(frozen=True)
class Continuous:
    """``share`` (n, m) of each mover at each receiver; ``price`` (m) of a unit of land, the dual of the
    capacity; ``bound``: no answer with whole movers costs less. Receivers' opening costs are not in it.
    """

    share: np.ndarray
    price: np.ndarray
    bound: float


def continuous(problem: Problem, near: np.ndarray | None = None) -> Continuous:
    """Minimise Σ cost·x + Σ penalty·stay + Σ room_price·e, Σ need·x ≤ capacity + e, e ≤ room, one choice a
    mover. ``near`` (m): prices that are about right, which saves most of the work.

    ``bound`` is the value of the dual at ``price``, so it holds whatever the solver's tolerance:
    Σᵢ minⱼ(cost + need·price, penalty) − Σⱼ price·capacity − Σⱼ max(0, price − room_price)·room.
    """
    movers, receivers = problem.cost.shape
    if movers == 0 or receivers == 0:
        return Continuous(np.zeros((movers, receivers)), np.zeros(receivers), float(problem.penalty.sum()))
    share, price = _by_pricing(problem, near)
    price = np.where(np.isinf(problem.room), np.minimum(price, problem.room_price), price)
    return Continuous(share, price, dual_value(problem, price))


def dual_value(problem: Problem, price: np.ndarray) -> float:
    """What all movers pay at least when land has these prices, less what the land is worth."""
    best = np.minimum((problem.cost + problem.need * price).min(axis=1), problem.penalty)
    return float(best.sum() - land_worth(problem, price).sum())


def land_worth(problem: Problem, price: np.ndarray) -> np.ndarray:
    """What the land of each receiver is worth at these prices: its capacity, and of the land that may be
    bought what is above the price of buying it.
    """
    worth = price * problem.capacity
    dear = price > problem.room_price
    worth[dear] += (price[dear] - problem.room_price[dear]) * problem.room[dear]
    return worth


def part_of(problem: Problem, rows: np.ndarray) -> Problem:
    """Some movers, and the land and opening costs in proportion to what they ask for."""
    asked = np.where(np.isfinite(problem.cost), problem.need, 0.0).max(axis=1)
    part = asked[rows].sum() / max(asked.sum(), _EPSILON)
    return replace(
        problem, cost=problem.cost[rows], need=problem.need[rows], penalty=problem.penalty[rows],
        capacity=problem.capacity * part, room=problem.room * part if part else problem.room,
        opening=problem.opening * part,
    )  # fmt: skip


def _prices(problem: Problem) -> np.ndarray:
    """Good prices of the receivers' land: the optimum for every k-th mover, then a few sweeps of ascent on
    the dual.
    """
    cost, need = problem.cost, problem.need
    step = len(cost) // SAMPLE + 1
    price = _by_pricing(part_of(problem, np.arange(0, len(cost), step)))[1]
    eligible = [np.flatnonzero(np.isfinite(cost[:, column])) for column in range(len(price))]
    for _ in range(_SWEEPS):
        before = price.copy()
        # The best choice among the receivers to the right, and the penalty, for every receiver.
        right = np.vstack([(cost + need * price).T, problem.penalty])
        np.minimum.accumulate(right[::-1], axis=0, out=right[::-1])
        left = np.full(len(cost), np.inf)
        for column, rows in enumerate(eligible):
            own, wanted = cost[rows, column], need[rows, column]
            other = np.minimum(left[rows], right[column + 1, rows])
            price[column] = _clearing_price(problem, column, own, wanted, other)
            left[rows] = np.minimum(left[rows], own + wanted * price[column])
        if np.abs(price - before).max() <= _SETTLED * price.max():
            break
    return price


def _clearing_price(problem: Problem, column: int, cost, need, other) -> float:
    """The lowest price at which the movers that prefer this receiver to all ``other`` choices fit into it.
    Further land is bought as soon as the price is that of the land.
    """
    # Land that is not needed costs nothing to receive; such a mover sets no price.
    wants = np.flatnonzero((other > cost) & (need > 0))
    limit = (other[wants] - cost[wants]) / need[wants]
    order = np.argsort(-limit, kind="stable")
    asked, limit = np.cumsum(need[wants[order]]), limit[order]

    def clears(land: float) -> float:
        over = np.searchsorted(asked, land, side="right")
        return float(limit[over]) if over < len(limit) else 0.0

    at_once, enlarged = clears(problem.capacity[column]), clears(problem.limit[column])
    return max(enlarged, min(at_once, float(problem.room_price[column]))) if problem.room[column] else at_once


def _by_pricing(problem: Problem, near: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """The exact continuous optimum by pricing: (shares (n, m), prices)."""
    full, land = problem.choices()
    receivers = len(problem.capacity)
    if near is None and len(full) > SAMPLE:
        near = _prices(problem)
    in_use = np.isfinite(full) if near is None else _close_choices(full, land, np.append(near, 0.0))
    while True:
        share, price = _solve(problem, full, land, in_use)
        value = full + land * np.append(price, 0.0)
        best_used = np.where(in_use, value, np.inf).min(axis=1)
        value[in_use] = np.inf
        # One choice a mover keeps the program small; adding all that improve makes it the full one.
        best = value.argmin(axis=1)
        improving = np.flatnonzero(value.min(axis=1) < best_used - 1e-9 * np.abs(problem.penalty))
        if not len(improving):
            return share[:, :receivers], price
        in_use[improving, best[improving]] = True


def _close_choices(full, land, price) -> np.ndarray:
    """Choices whose cost at these prices is within a share of the mover's cheapest plain cost of the best
    one.
    """
    value = full + land * price
    return value <= value.min(axis=1, keepdims=True) + _CLOSE * full.min(axis=1, keepdims=True)


def _solve(problem: Problem, full, land, in_use):
    """Solve the program over the choices in use; movers with one choice are settled beforehand."""
    receivers = len(problem.capacity)
    share = np.zeros(full.shape)
    settled = in_use.sum(axis=1) == 1
    # Staying is always possible, which keeps the program feasible.
    in_use[~settled, receivers] = True
    share[settled] = in_use[settled]
    left = problem.capacity - (share[:, :receivers] * land[:, :receivers]).sum(axis=0)
    crowded = left + problem.room < 0
    if crowded.any():
        # Too much is settled in one place: let those movers choose to stay, too.
        in_use[settled & in_use[:, :receivers][:, crowded].any(axis=1), receivers] = True
        return _solve(problem, full, land, in_use)
    if settled.all() and (left >= 0).all():
        return share, np.zeros(receivers)
    row, column = np.nonzero(in_use & ~settled[:, None])
    share[row, column], price = _program(problem, full[row, column], land[row, column], row, column, left)
    return share, price


def _program(problem: Problem, cost, land, row, column, left):
    """Shares of the choices (row, column), and the prices of land, with ``left`` land to share out."""
    count, enlarged = len(row), np.flatnonzero(problem.room > 0)
    at_receiver = np.flatnonzero(column < len(left))
    takes = coo_matrix((land[at_receiver], (column[at_receiver], at_receiver)), shape=(len(left), count))
    more = coo_matrix((-np.ones(len(enlarged)), (enlarged, np.arange(len(enlarged)))),
                      shape=(len(left), len(enlarged)))  # fmt: skip
    movers, place = np.unique(row, return_inverse=True)
    once = coo_matrix((np.ones(count), (place, np.arange(count))),
                      shape=(len(movers), count + len(enlarged)))  # fmt: skip
    scale, land_scale = near_thousand(cost), near_thousand(land)
    highest = np.concatenate([np.full(count, np.inf), problem.room[enlarged] * land_scale])
    solved = linprog(
        np.concatenate([cost * scale, problem.room_price[enlarged] * (scale / land_scale)]),
        A_ub=hstack([takes * land_scale, more]).tocsr(), b_ub=left * land_scale,
        A_eq=once.tocsr() if len(movers) else None, b_eq=np.ones(len(movers)) if len(movers) else None,
        bounds=np.column_stack([np.zeros(len(highest)), highest]), method="highs-ds",
    )  # fmt: skip
    if solved.status != 0:
        raise LandRenewalError("The relocation problem could not be solved ({}).", solved.message)
    return solved.x[:count], np.maximum(-solved.ineqlin.marginals, 0.0) * (land_scale / scale)
