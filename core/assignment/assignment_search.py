"""Whole-parcel answers to the relocation problem: round the continuous optimum, then solve the core exactly.

The *core* are the choices whose reduced cost (what a choice costs above the bound, at the prices of the
bound) is small. Movers with one such choice are settled; the others form an integer program that is small
enough for branch and bound. A choice left out costs at least its reduced cost above the bound, so the core
gives a proved bound for the whole problem.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .assignment_core import core_rows, solve_rows
from .assignment_problem import SLACK, STAY, Problem, land_used, total_cost

_WHOLE = 1e-6


@dataclass(frozen=True)
class Search:
    """How hard to look. Counts, not seconds: the same problem has the same answer on every machine.

    ``gap``: proved gap at which to stop; ``cores``: choices in the core besides each mover's best, one core
    after the other: (so many, and so many a mover), none = round only; ``nodes``: branch-and-bound nodes
    where the core holds every choice that matters. Where it does not, branching proves little, and the first
    node is all. ``small``: size of a core that is tried first when it holds every such choice. ``rounds`` of
    branching on the largest movers before a search; in each of them at most ``programs`` linear programs, and
    at most as many as have ``choices`` (movers × receivers) in all.
    """

    gap: float = 8e-4
    cores: tuple[tuple[int, float], ...] = ((100, 0.1), (200, 0.2))
    nodes: int = 100
    small: tuple[int, float] = (600, 0.6)
    rounds: int = 2
    programs: int = 100
    choices: int = 2_000_000


@dataclass(frozen=True)
class Priced:
    """A proved ``bound`` and what each choice costs above it: ``reduced`` (n, m + 1), ≥ 0, last = staying."""

    bound: float
    reduced: np.ndarray


def priced(problem: Problem, price: np.ndarray, bound: float) -> Priced:
    """Reduced costs at the prices of the continuous optimum, for a problem without opening costs."""
    full, land = problem.choices()
    value = full + land * np.append(price, 0.0)
    return Priced(bound, value - value.min(axis=1, keepdims=True))


def improve(problem: Problem, start: np.ndarray, relaxed: Priced, search: Search) -> tuple[np.ndarray, float]:
    """A better answer than ``start``, and a better bound than that of ``relaxed``: (receiver, bound).

    Every receiver with an opening cost may be opened or left. Rounds end when the gap is small enough.
    """
    answer, cost = start, total_cost(problem, start)
    bound = min(relaxed.bound, cost)
    complete = False
    for some, each in search.cores:
        if complete or cost - bound <= search.gap * abs(cost):
            break
        extra = some + int(each * len(answer))
        found, below, complete = _solve_core(problem, answer, relaxed, extra, search)
        found = shift(problem, found)
        if total_cost(problem, found) < cost:
            answer, cost = found, total_cost(problem, found)
        bound = min(max(bound, below), cost)
    return answer, bound


def _solve_core(problem: Problem, answer, relaxed: Priced, extra: int, search: Search):
    """(best answer of the core, bound for the whole problem, whether the core is all that matters)."""
    columns = relaxed.reduced.shape[1]
    worst = total_cost(problem, answer)
    kept, outside = _core(relaxed.reduced, worst - relaxed.bound, extra)
    kept[np.arange(len(kept)), answer] = True  # STAY is the last column
    alone = kept.sum(axis=1) == 1
    kept[~alone, columns - 1] = True
    bound, complete = relaxed.bound + outside, bool(np.isinf(outside))
    full, land = problem.choices()
    only = kept.argmax(axis=1)
    in_use = np.bincount(only[alone], minlength=columns)[:-1] > 0
    taken = np.bincount(only[alone], land[alone, only[alone]], minlength=columns)[:-1]
    if alone.all() or (taken > problem.limit * (1 + SLACK)).any():
        return answer, min(bound, worst), complete
    settled = float(full[alone, only[alone]].sum())
    rows = core_rows(problem, full, land, kept & ~alone[:, None], taken, in_use)
    chosen, below = solve_rows(rows, worst, search.gap, search.nodes if complete else 1)
    bound = min(bound, settled + below)
    if chosen is None:
        return answer, bound, complete
    found = only.copy()
    found[~alone] = chosen
    return _within(problem, np.where(found == columns - 1, STAY, found)), bound, complete


def _core(reduced: np.ndarray, slack: float, extra: int) -> tuple[np.ndarray, float]:
    """Choices to keep, (n, m + 1), and the least reduced cost of one left out (``inf`` = none that could
    improve the answer is left out).
    """
    small = reduced[reduced <= slack]
    count = len(reduced) + extra
    if len(small) <= count:
        return reduced <= slack, np.inf
    least = float(np.partition(small, count)[count])
    return reduced < least, least


def rounded(problem: Problem, share: np.ndarray) -> np.ndarray:
    """Whole parcels from the continuous optimum: keep the whole, fit the split, fill what is left."""
    receiver = _within(problem, np.where(share.max(axis=1) > 1 - _WHOLE, share.argmax(axis=1), STAY))
    left = problem.limit - land_used(problem, receiver)
    split = (receiver < 0) & (share.sum(axis=1) > _WHOLE)
    smallest = np.where(np.isfinite(problem.cost), problem.need, np.inf).min(axis=1)
    can_fit = (receiver < 0) & (smallest <= left.max())
    waiting = np.flatnonzero(split | can_fit)
    # Split movers first, the larger before the smaller, then by position.
    order = waiting[np.lexsort((waiting, -smallest[waiting], ~split[waiting]))]
    for mover in order:
        there = np.where(problem.need[mover] <= left, problem.cost[mover], np.inf)
        choice = int(there.argmin())
        if there[choice] < problem.penalty[mover]:
            receiver[mover] = choice
            left[choice] -= problem.need[mover, choice]
    return shift(problem, receiver)


def _within(problem: Problem, receiver: np.ndarray) -> np.ndarray:
    """Whole up to rounding may be a hair too much: the smallest that is enough gives way and stays."""
    receiver = receiver.copy()
    used = land_used(problem, receiver)
    for column in np.flatnonzero(used > problem.limit * (1 + SLACK)):
        inside = np.flatnonzero(receiver == column)
        inside = inside[np.argsort(problem.need[inside, column], kind="stable")]
        over = used[column] - problem.limit[column]
        while over > problem.limit[column] * SLACK and len(inside):
            enough = np.flatnonzero(problem.need[inside, column] >= over)
            place = enough[0] if len(enough) else len(inside) - 1
            receiver[inside[place]] = STAY
            over -= problem.need[inside[place], column]
            inside = np.delete(inside, place)
    return receiver


def shift(problem: Problem, receiver: np.ndarray) -> np.ndarray:
    """Move single movers, the best first, as long as that lowers the cost. Only to receivers in use, or ones
    that cost nothing to open.
    """
    receiver = receiver.copy()
    full, land = problem.choices()
    count = len(problem.capacity)
    in_use = np.bincount(receiver[receiver >= 0], minlength=count) > 0
    full[:, :-1][:, ~in_use & (problem.opening > 0)] = np.inf
    for _ in range(len(full)):
        gain, choice = _best_gains(problem, full, land, receiver)
        better = np.flatnonzero(gain > SLACK * np.abs(problem.penalty).max())
        if not len(better):
            break
        better = better[np.argsort(-gain[better], kind="stable")]
        for mover in _apart(better, receiver, choice, count):
            receiver[mover] = choice[mover] if choice[mover] < count else STAY
    return receiver


def _apart(movers, receiver, choice, count: int) -> list[int]:
    """Moves of which no two touch one receiver, the first of the list first: their gains add up."""
    touched, kept = np.zeros(count + 1, dtype=bool), []
    for mover in movers[: 4 * count]:
        if not touched[receiver[mover]] and not touched[choice[mover]]:
            kept.append(mover)
            touched[[receiver[mover], choice[mover]]] = True
            touched[count] = False
    return kept


def _best_gains(problem: Problem, full, land, receiver) -> tuple[np.ndarray, np.ndarray]:
    """What the best single move of each mover saves, and where it leads (m = staying)."""
    used = land_used(problem, receiver)
    price = np.append(problem.room_price, 0.0)
    over = np.append(used - problem.capacity, -np.inf)
    bought = np.maximum(over, 0.0)
    own = np.arange(len(full))
    released = price[receiver] * np.minimum(bought[receiver], land[own, receiver])
    after = full + price * (np.maximum(over + land, 0.0) - bought)
    after[land > np.append(problem.limit - used, np.inf)] = np.inf
    after[own, receiver] = np.inf
    choice = after.argmin(axis=1)
    return full[own, receiver] + released - after[own, choice], choice
