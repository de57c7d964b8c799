"""Land that is lacking: how much, where, for whom, and the cheapest way to provide it."""

from __future__ import annotations

import numpy as np
import pulp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.assignment.shortage import shortage
from land_renewal.core.common.errors import LandRenewalError

CLOSED = np.inf


def cheapest_by_cbc(cost, need, capacity, land_price, most):
    """(least cost of land, share that must stay unplaced) written out for another solver."""
    movers, receivers = cost.shape
    model = pulp.LpProblem("land", pulp.LpMinimize)
    pairs = [(i, j) for i in range(movers) for j in range(receivers)
             if np.isfinite(cost[i, j]) and need[i, j] <= capacity[j] + most[j]]  # fmt: skip
    go = pulp.LpVariable.dicts("go", pairs, 0, 1)
    more = {
        j: pulp.LpVariable(f"more{j}", 0, None if np.isinf(most[j]) else most[j]) for j in range(receivers)
    }
    model += pulp.lpSum(land_price[j] * more[j] for j in range(receivers))
    for i in range(movers):
        if any(pair[0] == i for pair in pairs):
            model += pulp.lpSum(go[pair] for pair in pairs if pair[0] == i) == 1
    for j in range(receivers):
        model += pulp.lpSum(need[p] * go[p] for p in pairs if p[1] == j) <= capacity[j] + more[j]
    model.solve(pulp.PULP_CBC_CMD(msg=False))
    return pulp.value(model.objective) if pulp.LpStatus[model.status] == "Optimal" else None


def test_with_room_for_all_nothing_is_missing():
    found = shortage(np.zeros((2, 2)), np.full((2, 2), 5.0), np.array([5.0, 5.0]), np.ones(2))
    assert (found.missing, found.extra.tolist(), found.extra_cost, found.groups) == (0, [0, 0], 0, ())
    assert (found.no_receiver.size, found.too_large.size, found.unmet) == (0, 0, 0)


def test_the_cheaper_of_two_receivers_is_enlarged():
    cost = np.zeros((3, 2))
    found = shortage(cost, np.full((3, 2), 10.0), np.array([5.0, 15.0]), np.array([4.0, 3.0]))
    assert found.missing == pytest.approx(10)
    np.testing.assert_allclose(found.extra, [0, 10])
    assert found.extra_cost == pytest.approx(30)
    (group,) = found.groups
    assert (group.receivers, group.movers, group.need, group.capacity) == ((0, 1), (0, 1, 2), 30, 20)
    assert group.missing == pytest.approx(10)


def test_a_limit_sends_the_rest_to_the_dearer_receiver():
    found = shortage(
        np.zeros((3, 2)),
        np.full((3, 2), 10.0),
        np.array([5.0, 15.0]),
        np.array([4.0, 3.0]),
        np.array([50.0, 6.0]),
    )
    np.testing.assert_allclose(found.extra, [4, 6])
    assert found.extra_cost == pytest.approx(34)


def test_what_no_permitted_land_can_meet_is_told():
    found = shortage(
        np.zeros((3, 1)), np.full((3, 1), 10.0), np.array([15.0]), np.array([2.0]), np.array([5.0])
    )
    assert found.missing == pytest.approx(15)
    assert found.extra.tolist() == pytest.approx([5])
    assert found.unmet == pytest.approx(10)


def test_groups_are_receivers_that_share_movers():
    # Receivers 0 and 1 share mover 1; receiver 2 is short on its own; receiver 3 has room.
    cost = np.full((6, 4), CLOSED)
    for mover, at in enumerate([(0,), (0, 1), (1,), (2,), (2,), (2, 3)]):
        cost[mover, list(at)] = 1.0
    found = shortage(cost, np.full((6, 4), 10.0), np.array([10.0, 5.0, 12.0, 40.0]), np.ones(4))
    assert [(group.receivers, group.movers) for group in found.groups] == [
        ((0, 1), (0, 1, 2)),
        ((2,), (3, 4)),
    ]
    assert [group.missing for group in found.groups] == pytest.approx([15, 8])
    assert [group.need - group.capacity for group in found.groups] == pytest.approx([15, 8])
    assert found.missing == pytest.approx(23)


def test_who_has_no_receiver_and_who_is_too_large():
    cost = np.array([[CLOSED, CLOSED], [0.0, 0.0], [0.0, CLOSED]])
    need = np.array([[1.0, 1.0], [30.0, 30.0], [9.0, 9.0]])
    found = shortage(cost, need, np.array([10.0, 10.0]), np.ones(2), np.array([5.0, 5.0]))
    assert found.no_receiver.tolist() == [0]
    assert found.too_large.tolist() == [1]
    assert found.missing == 0


def test_among_equals_the_cheaper_moves_decide():
    cost = np.array([[1.0, 5.0], [1.0, 5.0]])
    found = shortage(cost, np.full((2, 2), 10.0), np.array([0.0, 0.0]), np.ones(2))
    np.testing.assert_allclose(found.extra, [20, 0])


def test_land_without_a_price_is_refused():
    with pytest.raises(LandRenewalError, match="price above 0"):
        shortage(np.zeros((1, 1)), np.ones((1, 1)), np.zeros(1), np.zeros(1))


@st.composite
def short_problem(draw):
    movers, receivers = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    seed = draw(st.integers(0, 10**6))
    rng = np.random.default_rng(seed)
    cost = np.where(
        rng.random((movers, receivers)) < 0.4, CLOSED, rng.integers(0, 9, (movers, receivers)) * 1.0
    )
    need = rng.integers(1, 9, (movers, receivers)) * 1.0
    most = np.where(rng.random(receivers) < 0.5, CLOSED, rng.integers(0, 20, receivers))
    return cost, need, rng.integers(0, 15, receivers) * 1.0, rng.integers(1, 9, receivers) * 1.0, most


@settings(max_examples=40)
@given(short_problem())
def test_the_remedy_costs_what_another_solver_says(problem):
    found = shortage(*problem)
    expected = cheapest_by_cbc(*problem)
    if expected is None:
        assert found.unmet > 0
    else:
        assert found.unmet == 0
        assert found.extra_cost == pytest.approx(expected, abs=1e-4)
    cost, need, capacity, _, most = problem
    least = cheapest_by_cbc(
        np.where(need <= capacity + most, cost, CLOSED), need, capacity, np.ones(len(capacity)), most + CLOSED
    )
    assert found.missing == pytest.approx(least, abs=1e-4)
    assert sum(group.missing for group in found.groups) == pytest.approx(found.missing)
