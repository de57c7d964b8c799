"""Assigning movers to receivers: cheap, whole, within capacity, never better than the bound it reports."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

from land_renewal.core.assignment import _SAMPLE, assign
from land_renewal.core.errors import LandRenewalError

CLOSED = np.inf


def plan_for(cost, need, capacity, penalty=1000.0):
    cost = np.array(cost, dtype=float)
    need = np.broadcast_to(np.array(need, dtype=float), cost.shape)
    penalty = np.broadcast_to(np.array(penalty, dtype=float), len(cost))
    return assign(cost, need, np.array(capacity, dtype=float), penalty)


def best_of_all(cost, need, capacity, penalty):
    """Try every choice of every mover."""
    movers, receivers = cost.shape
    best = np.inf
    for choice in itertools.product(range(-1, receivers), repeat=movers):
        used, total = np.zeros(receivers), 0.0
        for mover, receiver in enumerate(choice):
            if receiver < 0:
                total += penalty[mover]
            else:
                total += cost[mover, receiver]
                used[receiver] += need[mover, receiver]
        if (used <= capacity + 1e-9).all():
            best = min(best, total)
    return best


def best_by_milp(cost, need, capacity, penalty):
    movers, receivers = cost.shape
    row, column = np.nonzero(np.isfinite(cost))
    count = len(row)
    value = np.concatenate([cost[row, column], penalty])
    once = coo_matrix(
        (np.ones(count + movers), (np.append(row, np.arange(movers)), np.arange(count + movers)))
    )
    takes = coo_matrix((need[row, column], (column, np.arange(count))), shape=(receivers, count + movers))
    limits = [LinearConstraint(once.tocsr(), 1, 1), LinearConstraint(takes.tocsr(), -np.inf, capacity)]
    solved = milp(
        value,
        constraints=limits,
        integrality=np.ones(len(value)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 1e-3, "time_limit": 1},
    )
    return solved.mip_dual_bound, solved.fun


def holds(plan, cost, need, capacity, penalty):
    """What is true of every answer, good or bad."""
    placed = np.flatnonzero(plan.receiver >= 0)
    choice = plan.receiver[placed]
    assert np.isfinite(cost[placed, choice]).all(), "only open receivers are used"
    used = np.bincount(choice, need[placed, choice], minlength=len(capacity))
    assert (used <= capacity * (1 + 1e-9) + 1e-6).all(), "capacity is never exceeded"
    assert plan.cost == pytest.approx(cost[placed, choice].sum())
    assert plan.objective == pytest.approx(plan.cost + penalty[plan.receiver < 0].sum())
    assert plan.bound <= plan.objective * (1 + 1e-9) + 1e-9
    assert plan.gap >= 0
    if plan.bound > 0:
        assert plan.gap == pytest.approx((plan.objective - plan.bound) / plan.bound, abs=1e-9)
    assert (plan.price >= 0).all()


# By hand.


def test_each_goes_to_the_cheaper_receiver_when_there_is_room():
    plan = plan_for([[1, 5], [5, 1], [2, 3]], 10, [100, 100])
    assert plan.receiver.tolist() == [0, 1, 0]
    assert (plan.cost, plan.objective, plan.bound, plan.gap) == (4, 4, 4, 0)


def test_scarce_land_goes_to_whom_it_saves_most():
    # Both prefer the first receiver, which has room for one. The first mover loses 1 elsewhere, the second 9.
    plan = plan_for([[1, 2], [1, 10]], 10, [10, 10])
    assert plan.receiver.tolist() == [1, 0]
    assert plan.objective == 3


def test_without_room_a_mover_stays_and_the_penalty_counts():
    plan = plan_for([[1], [2]], 10, [10], penalty=[50, 70])
    assert plan.receiver.tolist() == [-1, 0]
    assert plan.cost == 2
    assert plan.objective == 52


def test_closed_receivers_are_never_used():
    assert plan_for([[CLOSED, 5], [CLOSED, CLOSED]], 10, [100, 100]).receiver.tolist() == [1, -1]


def test_a_mover_larger_than_a_receiver_does_not_go_there():
    plan = plan_for([[1, 9]], 10, [9.9, 10])
    assert plan.receiver.tolist() == [1]
    assert (plan.bound, plan.gap) == (9, 0)


def test_parcels_stay_whole_and_the_gap_says_what_that_costs():
    # Two parcels of 6 share 10: one goes whole, the fraction of the other may not.
    plan = plan_for([[0.0], [0.0]], 6, [10], penalty=60)
    assert sorted(plan.receiver.tolist()) == [-1, 0]
    assert plan.objective == 60
    assert plan.bound == pytest.approx(60 * (1 - 4 / 6))
    assert plan.gap == pytest.approx(2.0)


def test_the_need_may_differ_from_receiver_to_receiver():
    assert plan_for([[1, 2], [1, 2]], [[10, 5], [10, 5]], [0, 10]).receiver.tolist() == [1, 1]


def test_the_price_says_what_more_land_would_save():
    # One more unit at the first receiver saves (10 - 1) / 10 for the second mover.
    plan = plan_for([[1, CLOSED], [1, 10]], 10, [15, 100], penalty=1000)
    assert plan.price[1] == 0
    assert plan.price[0] == pytest.approx(0.9)


def test_of_equal_receivers_the_first_is_used():
    assert plan_for([[3, 3, 3]], 1, [5, 5, 5]).receiver.tolist() == [0]


@pytest.mark.parametrize(("movers", "receivers"), [(0, 2), (2, 0), (0, 0)])
def test_nothing_to_do_is_no_error(movers, receivers):
    plan = assign(
        np.zeros((movers, receivers)), np.zeros((movers, receivers)), np.ones(receivers), np.full(movers, 7.0)
    )
    assert plan.receiver.tolist() == [-1] * movers
    assert plan.objective == plan.bound == 7 * movers
    assert plan.gap == 0


def test_receivers_without_land_take_nobody():
    plan = plan_for([[1, 2]], 10, [0, 0], penalty=30)
    assert plan.receiver.tolist() == [-1]
    assert plan.objective == plan.bound == 30


def test_unknown_costs_are_refused():
    with pytest.raises(LandRenewalError, match="costs, land needs and capacities that are known"):
        plan_for([[np.nan]], 10, [10])


def test_tables_of_different_sizes_are_a_bug():
    with pytest.raises(ValueError, match="cost"):
        assign(np.zeros((2, 2)), np.zeros((2, 1)), np.zeros(2), np.zeros(2))


def test_an_almost_whole_share_does_not_overfill_a_receiver():
    # Half a square metre is missing: one of the two parcels has to stay.
    plan = plan_for([[0.0], [0.0]], 600_000, [1_200_000 - 0.5], penalty=600_000)
    assert sorted(plan.receiver.tolist()) == [-1, 0]


# Against every possible choice.

money = st.one_of(st.integers(0, 30).map(float), st.just(CLOSED))


@st.composite
def small_problem(draw):
    movers, receivers = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    table = st.lists(
        st.lists(money, min_size=receivers, max_size=receivers), min_size=movers, max_size=movers
    )
    cost = np.array(draw(table))
    size = np.array(draw(st.lists(st.integers(1, 9), min_size=movers, max_size=movers)), dtype=float)
    capacity = np.array(
        draw(st.lists(st.integers(0, 20), min_size=receivers, max_size=receivers)), dtype=float
    )
    return cost, np.repeat(size[:, None], receivers, axis=1), capacity, 40.0 * size


@settings(deadline=None, max_examples=100)
@given(small_problem())
def test_small_problems_lie_between_bound_and_optimum(problem):
    plan = assign(*problem)
    holds(plan, *problem)
    best = best_of_all(*problem)
    assert plan.bound <= best + 1e-6
    assert plan.objective >= best - 1e-6


@settings(deadline=None, max_examples=50)
@given(small_problem())
def test_with_room_for_all_the_answer_is_the_optimum(problem):
    cost, need, capacity, penalty = problem
    plan = assign(cost, need, capacity + need.sum(), penalty)
    expected = np.minimum(cost.min(axis=1), penalty).sum()
    assert plan.objective == pytest.approx(expected)
    assert plan.gap == 0


# Against an integer program.


def field(movers, receivers, room, seed):
    """Parcels and receivers on a plain; ``room`` = capacity as a share of all land needed."""
    rng = np.random.default_rng(seed)
    area = rng.lognormal(9, 0.8, movers)
    distance = np.hypot(*(30 * rng.random((2, movers, 1)) - 30 * rng.random((2, 1, receivers))))
    cost = area[:, None] / 1e4 * (900 + 12 * distance)
    cost[(distance > 14) | (rng.random(distance.shape) < 0.2)] = CLOSED
    need = area[:, None] * rng.uniform(0.5, 1.0, (movers, receivers))
    capacity = rng.dirichlet(np.ones(receivers)) * area.sum() * room
    return cost, need, capacity, area / 1e4 * 13_000


@pytest.mark.parametrize(("room", "seed"), [(2.0, 1), (0.7, 2), (0.3, 3), (0.05, 4)])
def test_mid_size_problems_against_an_integer_program(room, seed):
    problem = field(150, 8, room, seed)
    plan = assign(*problem)
    holds(plan, *problem)
    below, best = best_by_milp(*problem)
    assert plan.bound <= best * (1 + 1e-6)
    assert plan.objective >= below * (1 - 1e-6)
    # A vertex of the linear program splits no more movers than there are receivers: no more can be left out
    # for it.
    assert plan.objective <= plan.bound + np.sort(problem[3])[-problem[0].shape[1] :].sum()


@pytest.mark.parametrize("room", [1.2, 0.4])
def test_a_large_problem_has_the_bound_of_the_full_linear_program(room):
    # Above _SAMPLE movers only close choices enter the program: the bound must not change.
    cost, need, capacity, penalty = field(_SAMPLE + 600, 6, room, seed=5)
    plan = assign(cost, need, capacity, penalty)
    holds(plan, cost, need, capacity, penalty)
    below = relaxed(cost, need, capacity, penalty)
    assert plan.bound == pytest.approx(below, rel=1e-6)
    assert plan.gap < 0.01


def relaxed(cost, need, capacity, penalty):
    movers, receivers = cost.shape
    row, column = np.nonzero(np.isfinite(cost) & (need <= capacity))
    count = len(row)
    once = coo_matrix(
        (np.ones(count + movers), (np.append(row, np.arange(movers)), np.arange(count + movers)))
    )
    takes = coo_matrix((need[row, column], (column, np.arange(count))), shape=(receivers, count + movers))
    limits = [LinearConstraint(once.tocsr(), 1, 1), LinearConstraint(takes.tocsr(), -np.inf, capacity)]
    return milp(
        np.concatenate([cost[row, column], penalty]), constraints=limits, bounds=Bounds(0, np.inf)
    ).fun


def test_the_same_problem_has_the_same_answer():
    problem = field(300, 6, 0.5, seed=9)
    first, second = assign(*problem), assign(*problem)
    assert first.receiver.tolist() == second.receiver.tolist()
    assert (first.objective, first.bound, first.price.tolist()) == (
        second.objective,
        second.bound,
        second.price.tolist(),
    )
