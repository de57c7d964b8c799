"""Assign movers to receivers at least cost: whole parcels as the answer, and a proved bound beside it.

`assign` is the door for arrays, `assignment_tables.assign_tables` the one for tables. The parts: the
continuous optimum and its prices (`assignment_linear`), the search for whole parcels (`assignment_search`)
and for where large movers go (`assignment_branch`), opening costs (`openings`, `assignment_bound`), land
that is lacking (`shortage`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .assignment_branch import search_parts
from .assignment_linear import Continuous, continuous
from .assignment_problem import (
    SLACK,
    Locks,
    Problem,
    Reduced,
    apply_locks,
    land_used,
    moving_cost,
    problem_of,
)
from .assignment_search import Search
from .openings import only, solve_openings

_ZERO = 1e-12


@dataclass(frozen=True)
class Assignment:
    """Result of `assign`. Money and land in the caller's units.

    ``receiver`` (n): position of the receiver of each mover, -1 = stays. ``cost``: cost of the moves made.
    ``objective``: moves, penalty on those that stay, receivers opened, land bought. ``bound``: no answer
    costs less (proved, up to the solver's tolerance of about 1e-6 of it); ``linear_bound``: the continuous
    optimum alone; ``gap`` = (objective − bound) ÷ bound, ``inf`` where the bound is 0 or less and not
    reached.

    A receiver each (m): ``used`` land; ``bought`` land beyond the capacity; ``free`` land of the capacity;
    ``open``: in use, or opened by the user; ``price``: **linear-program dual** of the capacity, what one more
    unit of land would save in the continuous problem with the same receivers open (NaN where closed);
    ``binding``: that price is above 0. ``opening_cost`` and ``bought_cost`` are the parts of the objective.
    """

    receiver: np.ndarray
    cost: float
    objective: float
    bound: float
    gap: float
    price: np.ndarray
    linear_bound: float
    used: np.ndarray
    bought: np.ndarray
    free: np.ndarray
    open: np.ndarray
    binding: np.ndarray
    opening_cost: float
    bought_cost: float


def assign(
    cost: np.ndarray,
    need: np.ndarray,
    capacity: np.ndarray,
    penalty: np.ndarray,
    opening: np.ndarray | None = None,
    room: np.ndarray | None = None,
    room_price: np.ndarray | None = None,
    locks: Locks | None = None,
    search: Search | None = None,
) -> Assignment:
    """Send each mover whole to one receiver, at least cost, within the receivers' land.

    Minimise Σ cost·x + Σ penalty·(1 − Σ x) + Σ opening·y + Σ room_price·e subject to one choice a mover,
    Σ need·x ≤ capacity + e, e ≤ room, x ≤ y; x and y whole.

    Parameters: ``cost`` (n, m), ``inf`` where a receiver is not eligible; ``need`` (n, m) land taken at the
    receiver, ≥ 0; ``capacity`` (m); ``penalty`` (n) cost of staying, which must exceed any move's if staying
    is the last resort; ``opening`` (m) fixed cost of using a receiver; ``room`` (m) land by which it may be
    enlarged, ``inf`` = without limit, at ``room_price`` (m) a unit; what is not given is 0. ``locks``: what
    the user has decided, by position. ``search``: how hard to look.

    Deterministic: the same rows in the same order give the same answer, so callers order movers by id.
    Errors: ``LandRenewalError`` for numbers that are missing or negative and for locks that cannot be met;
    ``ValueError`` for arrays that do not belong together.

    >>> cost = np.array([[1.0, 2.0], [1.0, 3.0]])
    >>> plan = assign(cost, np.ones((2, 2)), np.array([1.0, 1.0]), np.array([9.0, 9.0]))
    >>> plan.receiver.tolist(), plan.objective, plan.gap
    ([1, 0], 3.0, 0.0)
    """
    problem = problem_of(cost, need, capacity, penalty, opening, room, room_price)
    locks = locks or Locks()
    reduced = apply_locks(problem, locks)
    found, bound, relaxed = _solve(reduced.problem, search or Search())
    receiver = reduced.receiver.copy()
    receiver[reduced.free] = found
    relaxed.price[np.asarray(locks.closed, dtype=int)] = np.nan
    return _result(problem, reduced, receiver, bound, relaxed)


def _solve(problem: Problem, search: Search) -> tuple[np.ndarray, float, Continuous]:
    """(receivers, proved bound, continuous optimum)."""
    if problem.cost.size and (problem.opening > 0).any():
        found, bound, below = solve_openings(problem, search)
        in_use = np.bincount(found[found >= 0], minlength=len(problem.capacity)) > 0
        open_now = in_use | (problem.opening == 0)
        price = np.full(len(problem.capacity), np.nan)
        price[open_now] = continuous(only(problem, open_now)).price
        return found, bound, Continuous(np.zeros(problem.cost.shape), price, below)
    relaxed = continuous(problem)
    if not problem.cost.size:
        return np.full(len(problem.penalty), -1), relaxed.bound, relaxed
    found, bound = search_parts(problem, relaxed, search)
    return found, bound, relaxed


def _result(problem: Problem, reduced: Reduced, receiver, bound: float, relaxed: Continuous) -> Assignment:
    used = land_used(problem, receiver)
    in_use = np.bincount(receiver[receiver >= 0], minlength=len(used)) > 0
    open_now = in_use | reduced.opened
    bought = np.maximum(used - problem.capacity, 0.0)
    bought[bought <= problem.capacity * SLACK] = 0.0
    moved, stays = moving_cost(problem, receiver)
    opening, more = float(problem.opening[open_now].sum()), float((problem.room_price * bought).sum())
    objective, below = moved + stays + opening + more, reduced.spent + bound
    below = min(below, objective)
    binding = np.nan_to_num(relaxed.price) > _ZERO
    return Assignment(
        receiver, moved, objective, below, _gap(objective, below), relaxed.price,
        min(reduced.spent + relaxed.bound, below), used, bought,
        np.maximum(problem.capacity - used, 0.0), open_now, binding, opening, more,
    )  # fmt: skip


def _gap(objective: float, bound: float) -> float:
    over = objective - bound
    if over <= _ZERO * abs(objective):
        return 0.0
    return over / bound if bound > 0 else np.inf


__all__ = ["Assignment", "Locks", "Search", "assign"]
