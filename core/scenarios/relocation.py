"""The relocation of one scenario as an assignment: who may go where, at what cost, and what the land is
worth [P 4.2].
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from ..assignment.assignment import Assignment, assign
from ..assignment.assignment_linear import continuous
from ..assignment.assignment_problem import Problem, apply_locks, check_locks, problem_of
from ..assignment.shortage import Shortage, shortage
from ..common.industry import belongs, full_code, split_codes
from .locks import Decisions, room_for_locks
from .movers import open_receivers
from .scenario_words import HA
from .situation import Move, ScenarioRules, Situation

# Leaving land unplaced must cost more than any move, so that it happens last.
_UNPLACED = 10.0
_KM2 = 1e6


@dataclass(frozen=True)
class Relocation:
    """Movers ``rows`` (positions of parcels, in id order) and receivers as arrays; land m2, money 10k CNY.

    ``allowed``, ``need``, ``cost``, ``distance`` (n, m); ``barred`` (n): why nobody may receive a mover;
    ``capacity``, ``room`` (land that may be bought), ``room_price`` (per m2), ``opening`` (m); ``penalty``
    (n): cost of finding no room, above that of any move.
    """

    rows: np.ndarray
    allowed: np.ndarray
    barred: np.ndarray
    need: np.ndarray
    cost: np.ndarray
    distance: np.ndarray
    capacity: np.ndarray
    room: np.ndarray
    room_price: np.ndarray
    opening: np.ndarray
    penalty: np.ndarray

    def problem(self) -> Problem:
        """The same for the solver."""
        cost = np.where(self.allowed, self.cost, np.inf)
        return problem_of(
            cost, self.need, self.capacity, self.penalty, self.opening, self.room, self.room_price
        )

    def of(self, kept: np.ndarray) -> Relocation:
        """Some of the movers."""
        names = ("rows", "allowed", "barred", "need", "cost", "distance", "penalty")
        return replace(self, **{name: getattr(self, name)[kept] for name in names})


def relocation(
    moves: list[Move],
    asked: list[np.ndarray],
    situation: Situation,
    rules: ScenarioRules,
    rows: np.ndarray,
    cleared: np.ndarray,
    locks: Decisions,
) -> Relocation:
    """The problem of one scenario. ``asked``: the parcels each rule tells to move; ``cleared``: under rigid
    control.

    Land needed = area × clamp(old ÷ target plot ratio). Cost = area × (unit relocation cost + distance × unit
    haul cost). A cleared parcel that no rule moves may use every receiver the rules name. Locked moves are
    open whatever the rules say.
    """
    facts, receivers = situation.facts, situation.receivers
    allowed, barred = _allowed(moves, asked, situation, rules, rows, cleared, locks)
    area = facts["area"].to_numpy()[rows]
    distance = _distances(situation, rows)
    need = area[:, None] * _need_factor(facts["far"].to_numpy()[rows], receivers["level"], rules)
    cost = area[:, None] / _KM2 * (rules.relocation_cost + distance / 1e3 * rules.haul_cost)
    price, opening = (rules.expansion_price or 0.0) / _KM2, rules.opening_cost or 0.0
    vacant, expansion = (receivers[f"{name}_capacity_m2"].to_numpy(float) for name in ("vacant", "expansion"))
    bought = np.full(len(receivers), rules.expansion_price is not None)
    dearest = ((cost + need * price) / area[:, None]).max() if cost.size else 1.0
    return Relocation(
        rows=rows, allowed=allowed, barred=barred, need=need, cost=cost, distance=distance,
        capacity=np.where(bought, vacant, vacant + expansion), room=np.where(bought, expansion, 0.0),
        room_price=np.full(len(receivers), price), opening=np.full(len(receivers), opening),
        penalty=area * _UNPLACED * max(dearest, 1e-6) + opening,
    )  # fmt: skip


def _allowed(moves, asked, situation, rules, rows, cleared, locks) -> tuple[np.ndarray, np.ndarray]:
    """(open receivers of each mover, why there is none)."""
    facts, receivers = situation.facts, situation.receivers
    allowed = np.zeros((len(rows), len(receivers)), dtype=bool)
    forced = cleared[rows] & ~(np.any(asked, axis=0)[rows] if asked else False)
    for move, moving in zip(moves, asked):
        subject = moving[rows] | forced
        allowed[subject] |= open_receivers(move, situation, rows[subject])
    own = facts["park_id"].to_numpy(object)[rows][:, None] == receivers["park_id"].to_numpy(object)
    allowed &= ~(own & ~cleared[rows][:, None])
    barred = np.full(len(rows), "no_receiver", dtype=object)
    for reason, closed in _closed(situation, rules, rows, locks):
        left = allowed & ~closed
        barred[allowed.any(axis=1) & ~left.any(axis=1)] = reason
        allowed = left
    must = locks.dest[rows]
    locked = np.flatnonzero(must >= 0)
    allowed[locked] = False
    allowed[locked, must[locked]] = True
    return allowed, barred


def _closed(situation: Situation, rules: ScenarioRules, rows: np.ndarray, locks: Decisions):
    """What closes receivers to movers that the rules would let in, with the reason."""
    facts, receivers = situation.facts, situation.receivers
    shape = (len(rows), len(receivers))
    unsafe = (facts["safety_fail"].astype("boolean").fillna(False)).to_numpy(bool)[rows]
    if not rules.unsafe_into_parks:
        yield "unsafe", np.broadcast_to(unsafe[:, None], shape)
    if rules.sector_match == "dominant" and "dominant_industries" in receivers:
        yield "sector", _elsewhere(facts["industry"].to_numpy(object)[rows], receivers)
    forbidden = np.zeros((len(facts), len(receivers)), dtype=bool) if len(locks.forbidden) else None
    shut = np.zeros(shape, dtype=bool)
    if forbidden is not None:
        forbidden[locks.forbidden[:, 0], locks.forbidden[:, 1]] = True
        shut |= forbidden[rows]
    shut[:, list(locks.closed)] = True
    yield "forbidden", shut


def _elsewhere(industry: np.ndarray, receivers: pd.DataFrame) -> np.ndarray:
    """True where a known industry is not on the known list of a park."""
    kind, kinds = pd.factorize(industry)
    codes = [full_code(value) for value in kinds]
    closed = np.zeros((len(codes) + 1, len(receivers)), dtype=bool)
    for column, text in enumerate(receivers["dominant_industries"]):
        listed, complete = split_codes(text)
        if listed:
            closed[:-1, column] = [belongs(code, listed, complete) is False for code in codes]
    return closed[kind]


def _distances(situation: Situation, rows: np.ndarray) -> np.ndarray:
    origin = shapely.get_coordinates(shapely.point_on_surface(situation.parcels.geometry.to_numpy()[rows]))
    target = shapely.get_coordinates(shapely.point_on_surface(situation.receivers.geometry.to_numpy()))
    return np.hypot(*(origin[:, None, :] - target[None, :, :]).transpose(2, 0, 1))


def _need_factor(far: np.ndarray, level: pd.Series, rules: ScenarioRules) -> np.ndarray:
    """Land needed ÷ land left: clamp(old ÷ target plot ratio); 1 where either is unknown."""
    targets = {"base": rules.target_far_base, "community": rules.target_far_community}
    target = np.array([targets[name] if targets[name] else np.nan for name in level], dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        factor = far[:, None] / target[None, :]
    return np.clip(np.where(np.isnan(factor), 1.0, factor), rules.need_factor_min, rules.need_factor_max)


def solve(asked: Relocation, locks: Decisions, situation: Situation, name: str) -> Assignment:
    """The plan at least cost. Raises LandRenewalError, with ids, where locks cannot be met."""
    among, problem = locks.among(asked.rows), asked.problem()
    room_for_locks(locks, asked.rows, asked.need, asked.capacity + asked.room, situation, name)
    ids, parks = situation.facts["parcel_id"].to_numpy(object), situation.receivers["park_id"]
    check_locks(problem, among, ids[asked.rows], parks.to_numpy(object))
    return assign(
        problem.cost, problem.need, problem.capacity, problem.penalty, problem.opening, problem.room,
        problem.room_price, among,
    )  # fmt: skip


def within_limits(
    asked: Relocation, plan: Assignment, locks: Decisions, cleared: np.ndarray, area: np.ndarray, limits
) -> np.ndarray:
    """True for movers that may still move when land (m2) and cost are limited (None = not).

    Who must leave (cleared, or locked to move) comes first, then the cheapest per land; ties by id. It ends
    with the first that would go beyond. Movers without room count nothing.
    """
    placed = np.flatnonzero(plan.receiver >= 0)
    spent = asked.cost[placed, plan.receiver[placed]]
    spent = spent + asked.room_price[plan.receiver[placed]] * asked.need[placed, plan.receiver[placed]]
    rows = asked.rows[placed]
    must = cleared[rows] | locks.moves[rows]
    order = np.lexsort((np.arange(len(placed)), spent / area[rows], ~must))
    ends = np.zeros(len(placed), dtype=bool)
    for amount, limit in zip((area[rows], spent), limits):
        if limit is not None:
            ends |= np.cumsum(amount[order]) > limit * (1 + 1e-12)
    ends = np.logical_or.accumulate(ends) & ~must[order]
    kept = np.ones(len(asked.rows), dtype=bool)
    kept[placed[order[ends]]] = False
    return kept


def land_prices(asked: Relocation, plan: Assignment, locks: Decisions) -> np.ndarray:
    """What one more hectare at each receiver would save on the moves made, 10k CNY: linear-program dual.

    Movers that find no room are left out, or the price would be that of the penalty. NaN: closed to all.
    """
    placed = plan.receiver >= 0
    price = plan.price
    if not placed.all() and placed.any():
        part = asked.of(placed)
        problem = apply_locks(part.problem(), locks.among(part.rows)).problem
        cost = np.where(plan.open | (problem.opening == 0), problem.cost, np.inf)
        found = continuous(replace(problem, cost=cost, opening=np.zeros(len(price)))).price
        price = np.where(np.isnan(plan.price), np.nan, found)
    elif not placed.any():
        price = np.where(np.isnan(plan.price), np.nan, 0.0)
    return price * HA


def waiting(asked: Relocation, plan: Assignment) -> np.ndarray:
    """True for movers that may go somewhere and find no room."""
    return (plan.receiver < 0) & asked.allowed.any(axis=1)


def lacking(asked: Relocation, price: float | None) -> Shortage:
    """Land that is missing, and the cheapest way to provide it: at ``price`` (10k CNY per km2), else as
    little land as possible.
    """
    cost = np.where(asked.allowed, asked.cost, np.inf)
    each = np.full(len(asked.capacity), price / _KM2 if price else 1.0)
    return shortage(cost, asked.need, asked.capacity + asked.room, each)
