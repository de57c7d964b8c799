"""The integer program of the movers that are not settled, for the solver in SciPy (HiGHS)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack

from .assignment_problem import Problem, near_thousand


@dataclass(frozen=True)
class CoreRows:
    """Columns of the program: choices (``mover``, ``receiver``; the number of receivers = staying), then land
    bought at ``enlarged`` receivers, then ``opened`` ones. Money and land are as the caller's.
    """

    mover: np.ndarray
    receiver: np.ndarray
    money: np.ndarray
    land: np.ndarray
    left: np.ndarray
    enlarged: np.ndarray
    room: np.ndarray
    opened: np.ndarray
    open_already: np.ndarray


def core_rows(problem: Problem, full, land, kept, taken, in_use) -> CoreRows:
    """The program over the choices ``kept`` (n, m + 1), with land ``taken`` (m) by settled movers."""
    row, column = np.nonzero(kept)
    count = len(problem.capacity)
    wanted = land[row, column]
    # Further land without limit is limited to what could be of use.
    asked = taken + np.bincount(column, wanted, minlength=count + 1)[:count]
    enlarged, opened = np.flatnonzero(problem.room > 0), np.flatnonzero(problem.opening > 0)
    money = [full[row, column], problem.room_price[enlarged], problem.opening[opened]]
    return CoreRows(
        np.unique(row, return_inverse=True)[1], column, np.concatenate(money), wanted,
        problem.capacity - taken, enlarged, np.minimum(problem.room, asked)[enlarged],
        opened, in_use[opened],
    )  # fmt: skip


def solve_rows(rows: CoreRows, worst: float, gap: float, nodes: int) -> tuple[np.ndarray | None, float]:
    """(choice of each mover or None, lower bound). Stops after ``nodes`` nodes, or when the answer is proved
    to within half of ``gap`` × ``worst``, the cost of the whole answer.
    """
    count, more, opened = len(rows.mover), len(rows.enlarged), len(rows.opened)
    scale, land_scale = near_thousand(rows.money), near_thousand(rows.land)
    money = rows.money * scale
    money[count : count + more] /= land_scale
    low = np.concatenate([np.zeros(count + more), rows.open_already])
    high = np.concatenate([np.ones(count), rows.room * land_scale, np.ones(opened)])
    whole = np.concatenate([np.ones(count), np.zeros(more), np.ones(opened)])
    least = np.full(int(rows.mover.max()) + 1, np.inf)
    np.minimum.at(least, rows.mover, rows.money[:count])
    # The solver's gap is relative to the cost of this program alone.
    own = max(abs(float(least.sum())), 1e-3 * abs(worst))
    solved = milp(
        money, integrality=whole, bounds=Bounds(low, high), constraints=_constraints(rows, land_scale),
        options={"node_limit": nodes, "mip_rel_gap": 0.5 * gap * abs(worst) / own if own else gap},
    )  # fmt: skip
    # 0 = solved, 1 = stopped at the limit; nothing is proved otherwise.
    proved = solved.status in (0, 1) and solved.mip_dual_bound is not None
    below = float(solved.mip_dual_bound) / scale if proved else -np.inf
    if solved.x is None:
        return None, below
    kept = np.flatnonzero(solved.x[:count] > 0.5)
    chosen = np.empty(len(least), dtype=int)
    chosen[rows.mover[kept]] = rows.receiver[kept]
    return chosen, below


def _constraints(rows: CoreRows, scale: float) -> list[LinearConstraint]:
    """One choice a mover; land taken ≤ land left + land bought; what is opened."""
    count, more, opened = len(rows.mover), len(rows.enlarged), len(rows.opened)
    receivers = len(rows.left)
    once = _matrix(np.ones(count), rows.mover, np.arange(count), rows.mover.max() + 1, count + more + opened)
    moves = np.flatnonzero(rows.receiver < receivers)
    takes = _matrix(rows.land[moves] * scale, rows.receiver[moves], moves, receivers, count)
    bought = _matrix(-np.ones(more), rows.enlarged, np.arange(more), receivers, more)
    land = hstack([takes, bought, csr_matrix((receivers, opened))]).tocsr()
    limits = [LinearConstraint(once, 1, 1), LinearConstraint(land, -np.inf, rows.left * scale)]
    return [*limits, _only_open(rows, moves)] if opened else limits


def _only_open(rows: CoreRows, moves: np.ndarray) -> LinearConstraint:
    """A move only to an open receiver, one row a move: far stronger than one row a receiver."""
    count, opened = len(rows.mover), len(rows.opened)
    position = np.full(len(rows.left), -1)
    position[rows.opened] = np.arange(opened)
    moves = moves[position[rows.receiver[moves]] >= 0]
    links, each = len(moves), np.arange(len(moves))
    use = _matrix(np.ones(links), each, moves, links, count + len(rows.enlarged))
    opens = _matrix(-np.ones(links), each, position[rows.receiver[moves]], links, opened)
    return LinearConstraint(hstack([use, opens]).tocsr(), -np.inf, 0)


def _matrix(values, rows, columns, height, width):
    return coo_matrix((values, (rows, columns)), shape=(height, width)).tocsr()
