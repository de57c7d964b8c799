"""Whole parcels by branching on the large movers: where a few are larger than what receivers have to spare.

The prices of the continuous optimum guide the search well as long as a mover is small beside a receiver. A
giant split between two receivers bends the prices around it, so the problem is parted by where the largest
split mover goes, and each part has prices of its own. No answer costs less than the cheapest part when
continuous: that is the bound, and the cheapest part is where whole parcels are searched for.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import heappop, heappush

import numpy as np

from .assignment_linear import Continuous, continuous
from .assignment_problem import Locks, Problem, Reduced, apply_locks, total_cost
from .assignment_search import Search, improve, priced, rounded

_WHOLE = 1e-6


def search_parts(problem: Problem, relaxed: Continuous, search: Search) -> tuple[np.ndarray, float]:
    """(receiver of each mover, proved bound) for a problem without opening costs, from its continuous
    optimum.

    A part is (least cost, locked moves, locked stays, continuous optimum or the prices to start from); the
    cheapest comes first, and no two have the same locks. Parts that cannot hold a better answer than the one
    found are left out.
    """
    answer, bound = _small(problem, relaxed, search)
    parts = [(bound, (), (), relaxed)]
    programs = min(search.programs, search.choices // max(problem.cost.size, 1))
    for _ in range(search.rounds if search.cores else 0):
        answer = _branch(problem, parts, answer, programs, search.gap)
        if not _apart(problem, parts, answer, search.gap):
            break
        answer = _search_first(problem, parts, answer, search)
    return answer, _bound(parts, total_cost(problem, answer))


def _small(problem: Problem, relaxed: Continuous, search: Search) -> tuple[np.ndarray, float]:
    """(rounded answer, bound), better where all choices that matter fit into one core."""
    answer, prices = rounded(problem, relaxed.share), priced(problem, relaxed.price, relaxed.bound)
    some, each = search.small
    slack = total_cost(problem, answer) - relaxed.bound
    matter = np.count_nonzero(prices.reduced <= slack)
    if not search.cores or matter > (1 + each) * len(answer) + some:
        return answer, relaxed.bound
    return improve(problem, answer, prices, replace(search, cores=(search.small,)))


def _bound(parts: list, cost: float) -> float:
    return min(parts[0][0], cost) if parts else cost


def _apart(problem: Problem, parts: list, answer, gap: float) -> bool:
    """Whether the answer is not yet proved to be good enough."""
    cost = total_cost(problem, answer)
    return cost - _bound(parts, cost) > gap * abs(cost)


def _branch(problem: Problem, parts: list, answer, programs: int, gap: float) -> np.ndarray:
    """Solve or split the cheapest part until so many linear programs are solved: the best answer met."""
    cost = total_cost(problem, answer)
    while programs > 0 and cost - _bound(parts, cost) > gap * abs(cost):
        least, moves, stay, relaxed = parts[0]
        reduced = apply_locks(problem, Locks(moves, stay))
        if isinstance(relaxed, Continuous):
            children = split_part(reduced, relaxed, least, moves, stay)
            if not children:
                break
            heappop(parts)
            for child in children:
                if child[0] < cost:
                    heappush(parts, child)
            continue
        heappop(parts)
        programs -= 1
        relaxed = continuous(reduced.problem, relaxed)
        answer, cost = _better(problem, answer, cost, reduced, rounded(reduced.problem, relaxed.share))
        least = max(least, reduced.spent + relaxed.bound)
        if least < cost:
            heappush(parts, (least, moves, stay, relaxed))
    return answer


def split_part(reduced: Reduced, relaxed: Continuous, least: float, moves: tuple, stay: tuple) -> list:
    """The parts in which the largest split mover goes to each of its receivers, or stays; none where all are
    whole. Each costs at least the continuous optimum and what that choice costs above it; ``least`` may be
    more than that optimum, and what is above the optimum must not be added to it.
    """
    share = np.column_stack([relaxed.share, 1 - relaxed.share.sum(axis=1)])
    split = np.flatnonzero(share.max(axis=1) < 1 - _WHOLE)
    if not len(split):
        return []
    land = (reduced.problem.need[split] * relaxed.share[split]).sum(axis=1)
    mover = split[land.argmax()]
    above = priced(reduced.problem, relaxed.price, relaxed.bound).reduced[mover]
    name, receivers = int(reduced.free[mover]), len(above) - 1
    below = np.maximum(least, reduced.spent + relaxed.bound + above)
    children = [
        (below[one], (*moves, (name, int(one))), stay, relaxed.price)
        for one in np.flatnonzero(np.isfinite(above[:receivers]))
    ]
    return [*children, (below[receivers], moves, (*stay, name), relaxed.price)]


def _search_first(problem: Problem, parts: list, answer, search: Search) -> np.ndarray:
    """Search the cheapest part for whole parcels; what that proves is the part's bound from now on."""
    least, moves, stay, relaxed = heappop(parts)
    reduced = apply_locks(problem, Locks(moves, stay))
    if not isinstance(relaxed, Continuous):
        relaxed = continuous(reduced.problem, relaxed)
    part = reduced.problem
    start = rounded(part, relaxed.share)
    found, bound = improve(part, start, priced(part, relaxed.price, relaxed.bound), search)
    answer, cost = _better(problem, answer, total_cost(problem, answer), reduced, found)
    least = max(least, reduced.spent + bound)
    if least < cost:
        heappush(parts, (least, moves, stay, relaxed))
    return answer


def _better(problem: Problem, answer, cost: float, reduced: Reduced, found) -> tuple[np.ndarray, float]:
    """The better of an answer and one found in a part."""
    whole = reduced.receiver.copy()
    whole[reduced.free] = found
    other = total_cost(problem, whole)
    return (whole, other) if other < cost else (answer, cost)
