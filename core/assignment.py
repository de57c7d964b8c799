"""Assign movers to receivers at least cost: the continuous optimum as a bound, and whole parcels as the
answer.

The continuous problem is a linear program with one row a mover and one a receiver. It is solved exactly, but
small: prices of the receivers' land are found first by coordinate ascent on the dual, only movers for whom
two choices are close stay in the program, and choices left out are priced and added until none would improve
it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from .errors import LandRenewalError

_SAMPLE = 2000
_SWEEPS = 30
_SETTLED = 0.001
_CLOSE = 0.01
_EPSILON = 1e-9


@dataclass(frozen=True)
class Assignment:
    """Result of `assign`. Objective and bound include the penalty on unplaced movers.

    ``receiver``: position of the receiver of each mover, -1 = unplaced. ``cost``: cost of the placed moves.
    ``objective`` ≥ ``bound`` (the continuous optimum); ``gap`` = (objective − bound) ÷ bound. ``price``:
    linear-program dual of each receiver's capacity, cost saved per further unit of land.
    """

    receiver: np.ndarray
    cost: float
    objective: float
    bound: float
    gap: float
    price: np.ndarray


def assign(cost: np.ndarray, need: np.ndarray, capacity: np.ndarray, penalty: np.ndarray) -> Assignment:
    """Send each mover whole to one receiver, at least cost, within the receivers' capacity.

    Minimise Σ cost·x + Σ penalty·(unplaced) subject to Σ need·x ≤ capacity and one choice a mover.

    Parameters: ``cost`` (n, m), ``inf`` where a receiver is not eligible; ``need`` (n, m) land taken at the
    receiver, > 0; ``capacity`` (m); ``penalty`` (n) cost of leaving a mover unplaced. Units are the caller's.
    Deterministic: the same rows in the same order give the same answer, so callers order movers by id.

    >>> cost = np.array([[1.0, 2.0], [1.0, 3.0]])
    >>> plan = assign(cost, np.ones((2, 2)), np.array([1.0, 1.0]), np.array([9.0, 9.0]))
    >>> plan.receiver.tolist(), plan.objective, plan.gap
    ([1, 0], 3.0, 0.0)
    """
    cost, need, capacity, penalty = _checked(cost, need, capacity, penalty)
    movers, receivers = cost.shape
    if movers == 0 or receivers == 0:
        objective = float(penalty.sum())
        return Assignment(np.full(movers, -1), 0.0, objective, objective, 0.0, np.zeros(receivers))
    # A mover larger than a receiver cannot go there whole; ruling it out keeps the bound valid and tightens
    # it.
    cost = np.where(need <= capacity + _EPSILON, cost, np.inf)
    share, price, bound = _continuous(cost, need, capacity, penalty)
    receiver = _whole(share, cost, need, capacity)
    placed = receiver >= 0
    moved = float(cost[placed, receiver[placed]].sum())
    objective = moved + float(penalty[~placed].sum())
    gap = max(0.0, (objective - bound) / bound) if bound > 0 else 0.0
    return Assignment(receiver, moved, objective, bound, gap if gap > 1e-12 else 0.0, price)


def _checked(cost, need, capacity, penalty):
    cost, need = np.asarray(cost, float), np.asarray(need, float)
    capacity, penalty = np.asarray(capacity, float), np.asarray(penalty, float)
    if cost.shape != need.shape or cost.shape != (len(penalty), len(capacity)):
        raise ValueError(
            f"cost {cost.shape}, need {need.shape}, capacity {capacity.shape}, penalty {penalty.shape}"
        )
    if np.isnan(cost).any() or np.isnan(need).any() or (need < 0).any() or (capacity < 0).any():
        raise LandRenewalError(
            "The assignment needs costs, land needs and capacities that are known and not negative."
        )
    return cost, need, capacity, penalty


def _prices(cost, need, capacity, penalty) -> np.ndarray:
    """Good prices of the receivers' land: the optimum for every k-th mover, then a few sweeps of ascent on
    the dual.
    """
    step = len(cost) // _SAMPLE + 1
    asked = np.where(np.isfinite(cost), need, 0.0).max(axis=1)
    part = asked[::step].sum() / max(asked.sum(), _EPSILON)
    price = _continuous(cost[::step], need[::step], capacity * part, penalty[::step])[1]
    eligible = [np.flatnonzero(np.isfinite(cost[:, column])) for column in range(len(capacity))]
    for _ in range(_SWEEPS):
        before = price.copy()
        # The best choice among the receivers to the right, and the penalty, for every receiver.
        right = np.vstack([(cost + need * price).T, penalty])
        np.minimum.accumulate(right[::-1], axis=0, out=right[::-1])
        left = np.full(len(cost), np.inf)
        for column, rows in enumerate(eligible):
            own, wanted = cost[rows, column], need[rows, column]
            other = np.minimum(left[rows], right[column + 1, rows])
            price[column] = _clearing_price(own, wanted, capacity[column], other)
            left[rows] = np.minimum(left[rows], own + wanted * price[column])
        if np.abs(price - before).max() <= _SETTLED * price.max():
            break
    return price


def _clearing_price(cost, need, capacity, other) -> float:
    """The lowest price at which the movers that prefer this receiver to all ``other`` choices fit into it."""
    # Land that is not needed costs nothing to receive; such a mover sets no price.
    wants = np.flatnonzero((other > cost) & (need > 0))
    limit = (other[wants] - cost[wants]) / need[wants]
    order = np.argsort(-limit, kind="stable")
    over = np.flatnonzero(np.cumsum(need[wants[order]]) > capacity)
    return float(limit[order[over[0]]]) if len(over) else 0.0


def _continuous(cost, need, capacity, penalty):
    """The exact continuous optimum by pricing: (shares (n, m), prices, objective)."""
    movers, receivers = cost.shape
    full = np.column_stack([cost, penalty])
    land = np.column_stack([need, np.zeros(movers)])
    if movers > _SAMPLE:
        in_use = _close_choices(full, land, np.append(_prices(cost, need, capacity, penalty), 0.0))
    else:
        in_use = np.isfinite(full)
    while True:
        share, price, objective = _solve(full, land, capacity, in_use)
        value = full + land * np.append(price, 0.0)
        best_used = np.where(in_use, value, np.inf).min(axis=1)
        value[in_use] = np.inf
        # One choice a mover keeps the program small; adding all that improve makes it the full one.
        best = value.argmin(axis=1)
        improving = np.flatnonzero(value.min(axis=1) < best_used - 1e-9 * np.abs(penalty))
        if not len(improving):
            return share[:, :receivers], price, objective
        in_use[improving, best[improving]] = True


def _close_choices(full, land, price) -> np.ndarray:
    """Choices whose cost at these prices is within a share of the mover's cheapest plain cost of the best
    one.
    """
    value = full + land * price
    return value <= value.min(axis=1, keepdims=True) + _CLOSE * full.min(axis=1, keepdims=True)


def _solve(full, land, capacity, in_use):
    """Solve the program over the choices in use; movers with one choice are settled beforehand."""
    receivers = len(capacity)
    share = np.zeros(full.shape)
    settled = in_use.sum(axis=1) == 1
    # Staying unplaced is always possible, which keeps the program feasible.
    in_use[~settled, receivers] = True
    share[settled] = in_use[settled]
    left = capacity - (share[:, :receivers] * land[:, :receivers]).sum(axis=0)
    if (left < 0).any():
        # Too much is settled in one place: let those movers choose to stay unplaced, too.
        crowded = settled & in_use[:, :receivers][:, left < 0].any(axis=1)
        in_use[crowded, receivers] = True
        return _solve(full, land, capacity, in_use)
    objective = float((share[settled] * np.where(in_use[settled], full[settled], 0.0)).sum())
    if settled.all():
        return share, np.zeros(receivers), objective
    row, column = np.nonzero(in_use & ~settled[:, None])
    mover = np.unique(row, return_inverse=True)[1]
    count = len(row)
    at_receiver = column < receivers
    takes = coo_matrix(
        (land[row, column][at_receiver], (column[at_receiver], np.flatnonzero(at_receiver))),
        shape=(receivers, count),
    )
    once = coo_matrix((np.ones(count), (mover, np.arange(count))), shape=(int(mover.max()) + 1, count))
    solved = linprog(
        full[row, column], A_ub=takes.tocsr(), b_ub=left, A_eq=once.tocsr(), b_eq=np.ones(once.shape[0]),
        bounds=(0, None), method="highs-ds",
    )  # fmt: skip
    if solved.status != 0:
        raise LandRenewalError(f"The relocation problem could not be solved ({solved.message}).")
    share[row, column] = solved.x
    return share, np.maximum(-solved.ineqlin.marginals, 0.0), objective + float(solved.fun)


def _whole(share, cost, need, capacity) -> np.ndarray:
    """Whole parcels from the continuous optimum: keep the whole, fit the split, fill what is left."""
    receiver, left = _settled(share, need, capacity)
    split = (receiver < 0) & (share.sum(axis=1) > 1e-6)
    smallest = np.where(np.isfinite(cost), need, np.inf).min(axis=1)
    can_fit = (receiver < 0) & (smallest <= left.max() + _EPSILON)
    waiting = np.flatnonzero(split | can_fit)
    # Split movers first, the larger before the smaller, then by position.
    order = waiting[np.lexsort((waiting, -smallest[waiting], ~split[waiting]))]
    for mover in order:
        fits = np.isfinite(cost[mover]) & (need[mover] <= left + _EPSILON)
        if fits.any():
            choice = int(np.where(fits, cost[mover], np.inf).argmin())
            receiver[mover] = choice
            left[choice] -= need[mover, choice]
    return receiver


def _settled(share, need, capacity) -> tuple[np.ndarray, np.ndarray]:
    """The receiver of movers that are whole in the continuous optimum (-1 = none), and the land left."""
    receiver = np.where(share.max(axis=1) > 1 - 1e-6, share.argmax(axis=1), -1)
    placed = np.flatnonzero(receiver >= 0)
    left = capacity - np.bincount(receiver[placed], need[placed, receiver[placed]], minlength=len(capacity))
    # Whole up to rounding may be a hair too much: the least whole mover gives way, so that capacity is never
    # exceeded.
    for column in np.flatnonzero(left < -_EPSILON * (1.0 + capacity)):
        inside = placed[receiver[placed] == column]
        for mover in inside[np.argsort(share[inside, column], kind="stable")]:
            if left[column] >= -_EPSILON * (1.0 + capacity[column]):
                break
            receiver[mover] = -1
            left[column] += need[mover, column]
    return receiver, left
