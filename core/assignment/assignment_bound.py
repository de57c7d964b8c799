"""A bound for relocation with opening costs: every receiver decides for itself which movers are worth it.

Each mover offers a sum u for being taken. At given offers the receivers no longer compete, and what each of
them gains at most, less its opening cost, is a small continuous knapsack. That gives a bound at any offers;
the offers are improved by subgradient steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .assignment_linear import continuous
from .assignment_problem import Problem
from .assignment_search import Priced

_STEPS = 300
_PATIENCE = 8
_EPSILON = 1e-12


@dataclass(frozen=True)
class Knapsacks:
    """At given offers: ``value`` (m) of opening each receiver, opening cost included (below 0 = worth it);
    ``price`` (m) of its land when open; ``share`` (n, m) of each mover it takes when open.
    """

    value: np.ndarray
    price: np.ndarray
    share: np.ndarray


@dataclass(frozen=True)
class Offers:
    """What the best offers found prove: ``priced`` (bound and reduced costs), ``value`` (m) of opening each
    receiver.
    """

    priced: Priced
    value: np.ndarray


def knapsacks(problem: Problem, offer: np.ndarray) -> Knapsacks:
    """Fill each receiver with the movers that gain most per unit of land, the last one in part.

    Beyond the capacity a mover must gain more per unit than further land costs. Movers that need no land
    there are taken whenever they gain anything.
    """
    profit = np.maximum(offer[:, None] - problem.cost, 0.0)
    needs = problem.need > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(needs & (profit > 0), profit / problem.need, 0.0)
    order = np.argsort(-rate, axis=0, kind="stable")
    sorted_rate = np.take_along_axis(rate, order, axis=0)
    wanted = np.where(sorted_rate > 0, np.take_along_axis(problem.need, order, axis=0), 0.0)
    before = np.cumsum(wanted, axis=0) - wanted
    within = np.clip(problem.capacity - before, 0.0, wanted)
    beyond = np.where(
        sorted_rate > problem.room_price, np.clip(problem.limit - before, 0.0, wanted) - within, 0.0
    )
    gain = (sorted_rate * within + np.maximum(sorted_rate - problem.room_price, 0.0) * beyond).sum(axis=0)
    gain += np.where(needs, 0.0, profit).sum(axis=0)
    share = np.zeros(profit.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        taken = np.where(wanted > 0, (within + beyond) / wanted, 0.0)
    np.put_along_axis(share, order, taken, axis=0)
    share[~needs & (profit > 0)] = 1.0
    return Knapsacks(problem.opening - gain, _marginal(problem, sorted_rate, before + wanted), share)


def _marginal(problem: Problem, rate: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """Gain per unit of the mover at which the land runs out; bought land holds it down to its price."""

    def runs_out(land: np.ndarray) -> np.ndarray:
        over = filled > land
        return np.where(over.any(axis=0), rate[over.argmax(axis=0), np.arange(len(land))], 0.0)

    at_once, enlarged = runs_out(problem.capacity), runs_out(problem.limit)
    bought = np.maximum(enlarged, np.minimum(at_once, problem.room_price))
    return np.where(problem.room > 0, bought, at_once)


def best_offers(problem: Problem, worst: float) -> Offers:
    """Raise the bound by subgradient steps towards ``worst``, the cost of any answer (Polyak's step).

    Starts from the prices of the problem in which opening costs are paid per unit of land, which is the weak
    bound. A mover's step is in proportion to its offer, since parcels differ in size by orders of magnitude.
    """
    offer = _first_offers(problem)
    unit = np.maximum(np.abs(offer), _EPSILON)
    best, best_bound, scale, waited = offer, -np.inf, 1.0, 0
    for _ in range(_STEPS):
        packs = knapsacks(problem, offer)
        bound = float(offer.sum() + np.minimum(packs.value, 0.0).sum())
        if bound > best_bound + 1e-6 * abs(bound):
            waited = 0
        else:
            waited += 1
        if bound > best_bound:
            best, best_bound = offer, bound
        if waited >= _PATIENCE:
            scale, waited, offer = scale / 2, 0, best
            continue
        open_now = packs.value < 0
        slope = 1.0 - packs.share[:, open_now].sum(axis=1)
        # At the penalty a mover may stay: offering more is never needed.
        slope[(offer >= problem.penalty) & (slope > 0)] = 0.0
        steep = float((unit * slope**2).sum())
        if worst - best_bound <= 1e-9 * abs(worst) or steep <= _EPSILON:
            break
        offer = np.minimum(offer + scale * (worst - bound) / steep * unit * slope, problem.penalty)
    return _priced_at(problem, best)


def _first_offers(problem: Problem) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.where(problem.limit > 0, problem.opening / problem.limit, 0.0)
    spread = replace(problem, cost=problem.cost + problem.need * each, opening=np.zeros(len(each)))
    price = continuous(spread).price
    return np.minimum((spread.cost + spread.need * price).min(axis=1), problem.penalty)


def _priced_at(problem: Problem, offer: np.ndarray) -> Offers:
    """A choice costs what it lacks at the offer, and what its receiver lacks to be worth opening."""
    packs = knapsacks(problem, offer)
    lacks = np.maximum(problem.cost + problem.need * packs.price - offer[:, None], 0.0)
    reduced = np.column_stack([lacks + np.maximum(packs.value, 0.0), problem.penalty - offer])
    bound = float(offer.sum() + np.minimum(packs.value, 0.0).sum())
    return Offers(Priced(bound, reduced), packs.value)
