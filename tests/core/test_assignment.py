"""Assigning movers to receivers: cheap, whole, within capacity, never better than the bound it reports."""

from __future__ import annotations

import itertools
from dataclasses import astuple

import numpy as np
import pulp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

from land_renewal.core.assignment.assignment import Locks, Search, assign
from land_renewal.core.assignment.assignment_branch import split_part
from land_renewal.core.assignment.assignment_linear import SAMPLE, continuous
from land_renewal.core.assignment.assignment_problem import apply_locks, problem_of
from land_renewal.core.common.errors import LandRenewalError

CLOSED = np.inf


def plan_for(cost, need, capacity, penalty=1000.0):
    cost = np.array(cost, dtype=float)
    need = np.broadcast_to(np.array(need, dtype=float), cost.shape)
    penalty = np.broadcast_to(np.array(penalty, dtype=float), len(cost))
    return assign(cost, need, np.array(capacity, dtype=float), penalty)


def best_of_all(cost, need, capacity, penalty, opening=None, room=None, room_price=None, locks=None):
    """Try every choice of every mover."""
    movers, receivers = cost.shape
    locks = locks or Locks()
    opening, room, room_price = (np.zeros(receivers) if x is None else x for x in (opening, room, room_price))
    best = np.inf
    for choice in itertools.product(range(-1, receivers), repeat=movers):
        if not allowed(choice, locks):
            continue
        used, total, is_open = np.zeros(receivers), 0.0, set(locks.opened)
        for mover, receiver in enumerate(choice):
            if receiver < 0:
                total += penalty[mover]
            else:
                is_open.add(receiver)
                total += cost[mover, receiver]
                used[receiver] += need[mover, receiver]
        if (used <= capacity + room + 1e-9).all():
            more = (np.maximum(used - capacity, 0) * room_price).sum()
            best = min(best, total + more + sum(opening[one] for one in is_open))
    return best


def allowed(choice, locks):
    return (
        all(choice[mover] == receiver for mover, receiver in locks.moves)
        and all(choice[mover] == -1 for mover in locks.stay)
        and not any(choice[mover] == receiver for mover, receiver in locks.forbidden)
        and not any(receiver in locks.closed for receiver in choice)
    )


def best_by_cbc(cost, need, capacity, penalty, opening=None, room=None, room_price=None, gap=1e-6):
    """The same problem written out for another solver."""
    movers, receivers = cost.shape
    problem = pulp.LpProblem("relocation", pulp.LpMinimize)
    pairs = [(i, j) for i in range(movers) for j in range(receivers) if np.isfinite(cost[i, j])]
    go = pulp.LpVariable.dicts("go", pairs, cat="Binary")
    stay = pulp.LpVariable.dicts("stay", range(movers), cat="Binary")
    use = pulp.LpVariable.dicts("use", range(receivers), cat="Binary")
    more = {j: pulp.LpVariable(f"more{j}", 0, 0 if room is None else room[j]) for j in range(receivers)}
    problem += (
        pulp.lpSum(cost[pair] * go[pair] for pair in pairs)
        + pulp.lpSum(penalty[i] * stay[i] for i in range(movers))
        + pulp.lpSum((0 if opening is None else opening[j]) * use[j] for j in range(receivers))
        + pulp.lpSum((0 if room is None else room_price[j]) * more[j] for j in range(receivers))
    )
    for i in range(movers):
        problem += pulp.lpSum(go[pair] for pair in pairs if pair[0] == i) + stay[i] == 1
    for j in range(receivers):
        problem += pulp.lpSum(need[p] * go[p] for p in pairs if p[1] == j) <= capacity[j] + more[j]
    for pair in pairs:
        problem += go[pair] <= use[pair[1]]
    problem.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=gap, threads=1))
    assert pulp.LpStatus[problem.status] == "Optimal"
    return pulp.value(problem.objective)


def holds(plan, cost, need, capacity, penalty, opening=0.0, room=0.0, room_price=0.0):
    """What is true of every answer, good or bad."""
    placed = np.flatnonzero(plan.receiver >= 0)
    choice = plan.receiver[placed]
    assert np.isfinite(cost[placed, choice]).all(), "only eligible receivers are used"
    used = np.bincount(choice, need[placed, choice], minlength=len(capacity))
    assert (used <= (capacity + room) * (1 + 1e-9) + 1e-9).all(), "there is no more land than there is"
    np.testing.assert_allclose(plan.used, used)
    np.testing.assert_allclose(plan.bought, np.maximum(used - capacity, 0), atol=1e-8 * (1 + capacity.max()))
    np.testing.assert_allclose(plan.free, np.maximum(capacity - used, 0))
    assert plan.cost == pytest.approx(cost[placed, choice].sum())
    assert plan.opening_cost == pytest.approx((opening * plan.open).sum())
    assert plan.bought_cost == pytest.approx((room_price * plan.bought).sum())
    assert set(choice) <= set(np.flatnonzero(plan.open))
    stays = penalty[plan.receiver < 0].sum()
    assert plan.objective == pytest.approx(plan.cost + stays + plan.opening_cost + plan.bought_cost)
    assert plan.linear_bound <= plan.bound <= plan.objective
    assert plan.gap >= 0
    if plan.bound > 0:
        assert plan.gap == pytest.approx((plan.objective - plan.bound) / plan.bound, abs=1e-9)
    known = plan.price[~np.isnan(plan.price)]
    assert (known >= 0).all()
    assert (plan.price[plan.binding] > 0).all()


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
    assert plan.linear_bound == pytest.approx(60 * (1 - 4 / 6))
    assert (plan.bound, plan.gap) == (60, 0), "nothing better exists, and that is proved"


def test_the_need_may_differ_from_receiver_to_receiver():
    assert plan_for([[1, 2], [1, 2]], [[10, 5], [10, 5]], [0, 10]).receiver.tolist() == [1, 1]


def test_the_price_says_what_more_land_would_save():
    # One more unit at the first receiver saves (10 - 1) / 10 for the second mover.
    plan = plan_for([[1, CLOSED], [1, 10]], 10, [15, 100], penalty=1000)
    assert plan.price[1] == 0
    assert plan.price[0] == pytest.approx(0.9)


def test_the_price_is_what_one_more_unit_saves_in_the_continuous_problem():
    cost, need, capacity, penalty = field(120, 6, 0.6, seed=8)
    plan = assign(cost, need, capacity, penalty, search=Search(cores=()))
    assert plan.binding.any()
    for one in range(6):
        more = capacity.copy()
        more[one] += 1e-3
        saved = plan.linear_bound - assign(cost, need, more, penalty, search=Search(cores=())).linear_bound
        assert saved / 1e-3 == pytest.approx(plan.price[one], rel=1e-3, abs=1e-3)


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


@st.composite
def with_openings(draw):
    cost, need, capacity, penalty = draw(small_problem())
    figures = st.lists(st.integers(0, 25).map(float), min_size=len(capacity), max_size=len(capacity))
    return cost, need, capacity, penalty, *(np.array(draw(figures)) for _ in range(3))


EXACT = Search(gap=0.0)


@settings(max_examples=80)
@given(small_problem())
def test_small_problems_are_solved_exactly(problem):
    plan = assign(*problem, search=EXACT)
    holds(plan, *problem)
    best = best_of_all(*problem)
    assert plan.objective == pytest.approx(best, abs=1e-6)
    assert plan.bound == pytest.approx(best, abs=1e-4)


HASTY = Search(gap=0.0, cores=((0, 0.0),), nodes=1, small=(-99, 0.0), rounds=3, programs=2)


@settings(max_examples=120)
@given(small_problem(), st.integers(0, 10**6))
def test_the_bound_holds_wherever_the_search_stops(problem, seed):
    cost, need, capacity, penalty = problem
    need = need * np.random.default_rng(seed).uniform(0.8, 1.2, need.shape)
    best = best_of_all(cost, need, capacity, penalty)
    plan = assign(cost, need, capacity, penalty, search=HASTY)
    assert plan.bound <= best + 1e-6 * (1 + abs(best))
    assert plan.objective >= best - 1e-6 * (1 + abs(best))


@settings(max_examples=80)
@given(with_openings())
def test_small_problems_with_openings_and_further_land_are_solved_exactly(problem):
    plan = assign(*problem, search=EXACT)
    holds(plan, *problem)
    best = best_of_all(*problem)
    assert plan.objective == pytest.approx(best, abs=1e-6)
    assert plan.bound <= best + 1e-4


@st.composite
def locked(draw):
    problem = draw(with_openings())
    movers, receivers = problem[0].shape
    kinds = draw(
        st.lists(st.sampled_from("free free stay move forbid".split()), min_size=movers, max_size=movers)
    )
    at = draw(st.lists(st.integers(0, receivers - 1), min_size=movers, max_size=movers))
    doors = draw(st.lists(st.sampled_from("free open close".split()), min_size=receivers, max_size=receivers))
    moves = [
        (i, j) for i, (kind, j) in enumerate(zip(kinds, at))
        if kind == "move" and np.isfinite(problem[0][i, j]) and doors[j] != "close"
    ]  # fmt: skip
    return problem, Locks(
        tuple(moves),
        tuple(i for i, kind in enumerate(kinds) if kind == "stay"),
        tuple((i, j) for i, (kind, j) in enumerate(zip(kinds, at)) if kind == "forbid"),
        tuple(j for j, door in enumerate(doors) if door == "open"),
        tuple(j for j, door in enumerate(doors) if door == "close"),
    )


@settings(max_examples=80)
@given(locked())
def test_what_is_locked_is_kept_and_the_rest_is_best(case):
    problem, locks = case
    best = best_of_all(*problem, locks=locks)
    try:
        plan = assign(*problem, locks=locks, search=EXACT)
    except LandRenewalError:
        assert best == np.inf, "locks are refused only when they cannot be met"
        return
    holds(plan, *problem)
    assert allowed(plan.receiver, locks)
    assert plan.objective == pytest.approx(best, abs=1e-6)
    assert plan.bound <= best + 1e-4
    assert plan.open[list(locks.opened)].all()
    assert np.isnan(plan.price[list(locks.closed)]).all()


@settings(max_examples=50)
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


@pytest.mark.parametrize(("room", "seed"), [(2.0, 1), (0.7, 2), (0.05, 4)])
def test_mid_size_problems_against_another_solver(room, seed):
    problem = field(60, 6, room, seed)
    plan = assign(*problem)
    holds(plan, *problem)
    best = best_by_cbc(*problem, gap=1e-3)
    assert plan.bound <= best * (1 + 1e-6)
    assert plan.objective <= best * (1 + 2e-3)
    assert plan.objective >= best * (1 - 2e-3)


@pytest.mark.parametrize("seed", [1, 2])
def test_openings_and_further_land_against_another_solver(seed):
    cost, need, capacity, penalty = field(40, 6, 0.9, seed)
    rng = np.random.default_rng(seed)
    dear = penalty.sum() / 40
    more = (
        rng.uniform(0.2, 2, 6) * dear,
        capacity.mean() * rng.uniform(0, 1, 6),
        penalty[0] / need[0].max() * rng.uniform(0.02, 0.3, 6),
    )
    plan = assign(cost, need, capacity, penalty, *more)
    holds(plan, cost, need, capacity, penalty, *more)
    best = best_by_cbc(cost, need, capacity, penalty, *more, gap=1e-4)
    assert plan.bound <= best * (1 + 1e-6)
    assert plan.objective == pytest.approx(best, rel=1.5e-3)


def district(movers, receivers, seed, each=False):
    """Parcels and receivers on a plain of 60 km; capacity 1.2 times the land asked for. With ``each`` the
    land needed differs from receiver to receiver for every mover.
    """
    random = np.random.default_rng(seed)
    origin, target = random.uniform(0, 60, (movers, 2)), random.uniform(0, 60, (receivers, 2))
    distance = np.hypot(*(origin[:, None] - target[None]).transpose(2, 0, 1))
    area = random.lognormal(9, 1, movers)
    factor = random.uniform(0.9, 1.1, (movers if each else 1, receivers))
    need = area[:, None] * random.uniform(0.5, 1, (movers, 1)) * factor
    cost = area[:, None] / 1e6 * (100 + 10 * distance)
    capacity = random.lognormal(0, 0.6, receivers)
    capacity *= 1.2 * need.mean(axis=1).sum() / capacity.sum()
    return cost, need, capacity, 10 * area * (cost / area[:, None]).max()


@pytest.mark.parametrize(
    ("movers", "receivers", "each", "gap"), [(500, 20, True, 0.002), (3000, 40, False, 0.001)]
)
def test_the_gap_of_large_problems_is_small(movers, receivers, each, gap):
    problem = district(movers, receivers, 2, each)
    plan = assign(*problem)
    holds(plan, *problem)
    assert plan.gap <= gap
    assert (plan.receiver >= 0).all()


def with_a_giant(movers, receivers, seed):
    """A district in which the first mover is larger than what any two receivers have to spare, but fits into
    most of them.
    """
    rng = np.random.default_rng(seed)
    area = rng.lognormal(0, 0.5, movers)
    area[0] = area[1:].sum() / receivers
    cost = area[:, None] * rng.uniform(1, 5, (movers, receivers))
    need = area[:, None] * rng.uniform(0.9, 1.1, (movers, receivers))
    capacity = rng.uniform(0.9, 1.1, receivers)
    capacity *= 1.05 * area.sum() / capacity.sum()
    return cost, need, capacity, 50 * area


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_giant_among_few_is_placed_as_brute_force_places_it(seed):
    problem = with_a_giant(8, 3, seed)
    plan = assign(*problem, search=EXACT)
    holds(plan, *problem)
    assert plan.objective == pytest.approx(best_of_all(*problem))
    assert plan.bound == pytest.approx(plan.objective, rel=1e-5)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_answer_in_a_part_costs_less_than_the_part_is_said_to(seed):
    problem = with_a_giant(7, 3, seed)
    best = best_of_all(*problem)
    whole = problem_of(*problem)
    # The optimum is a bound, too, and more than the continuous one.
    parts = split_part(apply_locks(whole, Locks()), continuous(whole), best, (), ())
    truths = [best_of_all(*problem, locks=Locks(moves, stay)) for _, moves, stay, _ in parts]
    assert min(truths) == best, "no answer is lost by splitting"
    assert all(least <= truth * (1 + 1e-9) for (least, *_), truth in zip(parts, truths))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_giant_is_placed_as_well_as_by_another_solver(seed):
    problem = with_a_giant(80, 6, seed)
    plan = assign(*problem)
    holds(plan, *problem)
    best = best_by_cbc(*problem, gap=1e-3)
    assert plan.objective <= best * (1 + 1.5e-3)
    assert plan.bound <= best * (1 + 1e-6)
    assert plan.bound > plan.linear_bound * (1 + 1e-3), "where the giant may go is in the bound"


def test_the_gap_is_small_where_a_few_movers_are_very_large():
    plan = assign(*problem_with_giants())
    assert plan.gap <= 0.002
    assert plan.objective > 1.003 * plan.linear_bound, "the linear program alone would prove much less"


def problem_with_giants():
    """Parcels in which one needs 255,000 m2, the next 71,000, and the largest receivers have 400,000."""
    random = np.random.default_rng(12)
    origin, target = random.uniform(0, 60, (500, 2)), random.uniform(0, 60, (20, 2))
    distance = np.hypot(*(origin[:, None] - target[None]).transpose(2, 0, 1))
    area = random.lognormal(9, 1, 500)
    need = area[:, None] * random.uniform(0.5, 1, (500, 1)) * random.uniform(0.9, 1.1, (500, 20))
    cost = area[:, None] / 1e6 * (100 + 10 * distance)
    capacity = random.lognormal(0, 0.6, 20)
    capacity *= 1.2 * need.mean(axis=1).sum() / capacity.sum()
    return cost, need, capacity, 10 * area * (cost / area[:, None]).max()


def test_few_receivers_with_too_little_land_are_filled_well():
    plan = assign(*field(150, 8, 0.7, 2))
    assert plan.gap <= 0.01


def test_openings_of_a_large_problem_have_a_bound_close_by():
    cost, need, capacity, penalty = district(120, 9, 3)
    opening = np.random.default_rng(3).uniform(0.5, 1.5, 9) * cost.min(axis=1).sum() / 9
    plan = assign(cost, need, 2 * capacity, penalty, opening)
    holds(plan, cost, need, 2 * capacity, penalty, opening)
    assert plan.gap <= 0.02
    assert 1 < plan.open.sum() < 9
    used_least = int(np.where(plan.open, plan.used, np.inf).argmin())
    without = assign(cost, need, 2 * capacity, penalty, opening, locks=Locks(closed=(used_least,)))
    assert without.objective >= plan.bound, "no set of receivers is better than the bound"


@pytest.mark.parametrize("room", [1.2, 0.4])
def test_a_large_problem_has_the_bound_of_the_full_linear_program(room):
    # Above SAMPLE movers only close choices enter the program: the bound must not change.
    cost, need, capacity, penalty = field(SAMPLE + 600, 6, room, seed=5)
    plan = assign(cost, need, capacity, penalty)
    holds(plan, cost, need, capacity, penalty)
    below = relaxed(cost, need, capacity, penalty)
    assert plan.linear_bound == pytest.approx(below, rel=1e-6)
    assert plan.linear_bound <= below * (1 + 1e-9)
    assert plan.gap < 0.001


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
    problem = field(120, 6, 0.5, seed=9)
    opening = np.full(6, problem[3].mean())
    for more in ((), (opening,)):
        first, second = assign(*problem, *more), assign(*problem, *more)
        for one, other in zip(astuple(first), astuple(second)):
            np.testing.assert_array_equal(one, other)


def test_the_unit_of_land_and_money_does_not_matter():
    cost, need, capacity, penalty = field(80, 5, 0.6, seed=3)
    plan = assign(cost, need, capacity, penalty)
    other = assign(cost * 2.0**-20, need * 2.0**-20, capacity * 2.0**-20, penalty * 2.0**-20)
    assert other.receiver.tolist() == plan.receiver.tolist()
    assert other.gap == pytest.approx(plan.gap)


# Openings, further land and locks, by hand.


def test_a_receiver_is_opened_only_when_it_pays():
    cost, need = np.array([[1.0, 4.0], [5.0, 2.0]]), np.ones((2, 2))
    for opening, expected in (([1.0, 1.0], [0, 1]), ([1.0, 9.0], [0, 0]), ([20.0, 9.0], [1, 1])):
        plan = assign(cost, need, np.full(2, 2.0), np.full(2, 50.0), opening)
        assert plan.receiver.tolist() == expected
    assert plan.objective == 4 + 2 + 9
    assert np.isnan(plan.price[0]) and plan.price[1] == 0


def test_further_land_is_bought_when_it_is_cheaper_than_going_elsewhere():
    cost, need, capacity, penalty = (
        np.array([[1.0, 9.0], [1.0, 9.0]]),
        np.full((2, 2), 10.0),
        [10.0, 50.0],
        [99.0] * 2,
    )
    buys = assign(cost, need, capacity, penalty, None, [11.0, 0.0], [0.5, 0.0])
    assert buys.receiver.tolist() == [0, 0]
    assert (buys.bought.tolist(), buys.bought_cost, buys.objective, buys.gap) == ([10, 0], 5, 7, 0)
    assert buys.price.tolist() == [0.5, 0], "one more hectare saves what it would cost to buy"
    dear = assign(cost, need, capacity, penalty, None, [10.0, 0.0], [0.9, 0.0])
    assert sorted(dear.receiver.tolist()) == [0, 1]
    assert dear.objective == 10
    little = assign(cost, need, capacity, penalty, None, [9.0, 0.0], [0.5, 0.0])
    assert little.objective == 10, "nine of the ten needed are no use to a whole parcel"


def test_locks_are_kept_and_their_cost_is_counted():
    cost, need = np.array([[1.0, 5.0], [1.0, 6.0]]), np.full((2, 2), 10.0)
    locks = Locks(moves=((0, 0),))
    plan = assign(cost, need, [10.0, 10.0], [20.0, 20.0], locks=locks)
    assert (plan.receiver.tolist(), plan.objective, plan.bound) == ([0, 1], 7, 7)
    assert assign(cost, need, [10.0, 10.0], [20.0] * 2, locks=Locks(stay=(0,))).receiver.tolist() == [-1, 0]
    assert assign(
        cost, need, [20.0, 10.0], [20.0] * 2, locks=Locks(forbidden=((1, 0),))
    ).receiver.tolist() == [0, 1]
    paid = assign(cost, need, [20.0, 10.0], [20.0] * 2, [0.0, 3.0], locks=Locks(opened=(1,)))
    assert (paid.receiver.tolist(), paid.objective, paid.open.tolist()) == ([0, 0], 5, [True, True])


@pytest.mark.parametrize(
    ("locks", "sentence"),
    [
        (Locks(moves=((0, 0), (0, 1))), "more than one choice: 0"),
        (Locks(moves=((0, 0),), stay=(0,)), "more than one choice: 0"),
        (Locks(moves=((0, 0),), forbidden=((0, 0),)), "locked and forbidden: 0 → 0"),
        (Locks(moves=((0, 0),), closed=(0,)), "closed: 0"),
        (Locks(opened=(1,), closed=(1,)), "closed: 1"),
        (Locks(moves=((2, 1),)), "not eligible: 2 → 1"),
        (
            Locks(moves=((0, 0), (1, 0))),
            r"more land than there is at the receivers: 0 \(12 needed, 10 there\)",
        ),
    ],
)
def test_locks_that_cannot_be_met_are_refused(locks, sentence):
    cost = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, CLOSED]])
    with pytest.raises(LandRenewalError, match=sentence):
        assign(cost, np.full((3, 2), 6.0), [10.0, 10.0], [20.0] * 3, locks=locks)


def test_solving_again_from_a_locked_answer_changes_nothing_else():
    problem = field(60, 5, 0.9, seed=4)
    plan = assign(*problem, search=EXACT)
    locks = Locks(
        tuple((int(i), int(plan.receiver[i])) for i in np.flatnonzero(plan.receiver >= 0)[::2]),
        tuple(np.flatnonzero(plan.receiver < 0).tolist()),
    )
    again = assign(*problem, locks=locks, search=EXACT)
    assert again.objective == pytest.approx(plan.objective, rel=1e-6)
