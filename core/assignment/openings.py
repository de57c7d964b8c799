"""Which receivers to open: relocation where using a receiver at all has a fixed cost.

The set of open receivers is improved by closing, opening or exchanging one at a time, judged by the
continuous optimum over the open ones; the offers of `assignment_bound` say which changes cannot help. The
whole-parcel answer is found for the set chosen, then improved with all receivers free.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .assignment_bound import best_offers, knapsacks
from .assignment_linear import continuous, land_worth, part_of
from .assignment_problem import STAY, Problem, total_cost
from .assignment_search import Search, improve, priced, rounded

# Movers by which sets of open receivers are judged, changes tried a step, steps, and the number of choices
# up to which receivers stay free in the last search.
_JUDGES = 500
_TRIES = 6
_STEPS = 60
_FREE = 20_000


def solve_openings(problem: Problem, search: Search) -> tuple[np.ndarray, float, float]:
    """(receiver of each mover, proved bound, continuous bound) at least cost with openings."""
    everyone = np.ones(len(problem.capacity), dtype=bool)
    first = _answer(problem, everyone, search, whole=False)
    stays = np.full(len(first), STAY)
    worst = min(total_cost(problem, first), total_cost(problem, stays))
    offers = best_offers(problem, worst)
    candidates = [first, stays]
    for start in (everyone, offers.value < 0):
        chosen = _chosen(problem, start)
        candidates.append(_answer(problem, chosen, search, whole=True))
    answer = min(candidates, key=lambda receiver: total_cost(problem, receiver))
    bound = min(offers.priced.bound, total_cost(problem, answer))
    if problem.cost.size <= _FREE:
        answer, bound = improve(problem, answer, offers.priced, search)
    return answer, bound, min(offers.priced.bound, bound)


def _answer(problem: Problem, open_now: np.ndarray, search: Search, whole: bool) -> np.ndarray:
    """The movers' receivers when only some are open: rounded, or searched for."""
    if not open_now.any():
        return np.full(len(problem.penalty), STAY)
    part = only(problem, open_now)
    relaxed = continuous(part)
    found = rounded(part, relaxed.share)
    if whole:
        found = improve(part, found, priced(part, relaxed.price, relaxed.bound), search)[0]
    return np.append(np.flatnonzero(open_now), STAY)[found]


def only(problem: Problem, open_now: np.ndarray) -> Problem:
    """The problem with some receivers, whose opening costs are paid."""
    return replace(
        problem, cost=problem.cost[:, open_now], need=problem.need[:, open_now],
        capacity=problem.capacity[open_now], opening=np.zeros(int(open_now.sum())),
        room=problem.room[open_now], room_price=problem.room_price[open_now],
    )  # fmt: skip


def _chosen(problem: Problem, start: np.ndarray) -> np.ndarray:
    """The set of open receivers, improved change by change from ``start``. Receivers without opening cost
    are always open.
    """
    judges = _judges(problem)
    free = problem.opening == 0
    open_now = start | free
    value, offer, price = _value(judges, open_now)
    for _ in range(_STEPS):
        better = None
        for change in _changes(judges, open_now, offer, price, free)[:_TRIES]:
            trial = open_now.copy()
            trial[change] = ~trial[change]
            found = _value(judges, trial)
            if found[0] < value - 1e-9 * abs(value) and (better is None or found[0] < better[1][0]):
                better = trial, found
        if better is None:
            return open_now
        open_now, (value, offer, price) = better
    return open_now


def _judges(problem: Problem) -> Problem:
    """Every k-th mover by size: enough to judge a set of receivers."""
    step = len(problem.penalty) // _JUDGES + 1
    size = np.where(np.isfinite(problem.cost), problem.need, 0.0).max(axis=1)
    return part_of(problem, np.argsort(-size, kind="stable")[step // 2 :: step]) if step > 1 else problem


def _value(problem: Problem, open_now: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """(cost, offer of each mover, price of land (m)) of the continuous optimum with these receivers."""
    part = only(problem, open_now)
    relaxed = continuous(part)
    best = problem.penalty.copy()
    if len(part.capacity):
        best = np.minimum((part.cost + part.need * relaxed.price).min(axis=1), best)
    price = np.zeros(len(open_now))
    price[open_now] = relaxed.price
    return relaxed.bound + float(problem.opening[open_now].sum()), best, price


def _changes(problem: Problem, open_now, offer, price, free) -> list[np.ndarray]:
    """Changes that may save something, the most promising first: closing, opening, exchanging."""
    value = np.where(open_now, problem.cost + problem.need * price, np.inf)
    leaving = (
        np.minimum(np.sort(value, axis=1)[:, 1], problem.penalty) if value.shape[1] > 1 else problem.penalty
    )
    first = value.argmin(axis=1)
    at_first = value[np.arange(len(value)), first] < problem.penalty
    lost = np.bincount(first[at_first], (leaving - offer)[at_first], minlength=len(free))
    worth = land_worth(problem, price)
    closing = np.where(open_now & ~free, problem.opening - lost + worth, -np.inf)
    opening = np.where(open_now, -np.inf, -knapsacks(problem, offer).value)
    closed, opened = np.argsort(-closing, kind="stable"), np.argsort(-opening, kind="stable")
    singles = [(closing[one], np.array([one])) for one in closed if closing[one] > 0]
    singles += [(opening[one], np.array([one])) for one in opened if opening[one] > 0]
    pairs = [
        (closing[one] + opening[other], np.array([one, other]))
        for one in closed[:2] for other in opened[:2]
        if np.isfinite(closing[one] + opening[other])
    ]  # fmt: skip
    singles.sort(key=lambda item: -item[0])
    pairs.sort(key=lambda item: -item[0])
    return [change for _, change in [*singles[: _TRIES - 2], *pairs]]
