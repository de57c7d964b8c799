"""Opening receivers: the bound by offers, and the choice of receivers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.assignment.assignment_bound import best_offers, knapsacks
from land_renewal.core.assignment.assignment_linear import continuous
from land_renewal.core.assignment.assignment_problem import problem_of, total_cost
from land_renewal.core.assignment.assignment_search import Search
from land_renewal.core.assignment.openings import solve_openings


def test_a_receiver_takes_what_gains_most_per_unit_of_land():
    # Gains 8, 6 and 1 for 4, 6 and 1 units: rates 2, 1 and 1. Seven units hold the first and half the second.
    problem = problem_of(
        np.array([[2.0], [4.0], [9.0]]), np.array([[4.0], [6.0], [1.0]]), [7.0], np.full(3, 50.0), [5.0]
    )
    found = knapsacks(problem, np.full(3, 10.0))
    assert found.value.tolist() == [5 - 8 - 3]
    assert found.price.tolist() == [1]
    assert found.share[:, 0].tolist() == [1, 0.5, 0]


def test_further_land_is_taken_where_it_gains_more_than_it_costs():
    cost, need = np.array([[2.0], [4.0], [9.0]]), np.array([[4.0], [6.0], [4.0]])
    problem = problem_of(cost, need, [2.0], np.full(3, 50.0), [5.0], [6.0], [0.5])
    found = knapsacks(problem, np.full(3, 10.0))
    # Two units at 2; six bought at 0.5: two gain 2, four gain 1 each; the last mover gains 0.25 a unit.
    assert found.value.tolist() == [5 - 4 - 2 * 1.5 - 4 * 0.5]
    assert found.price.tolist() == [1]
    assert found.share[:, 0].tolist() == pytest.approx([1, 4 / 6, 0])


def test_a_mover_that_needs_no_land_takes_none():
    cost, need = np.array([[2.0], [1.0], [1.0]]), np.array([[0.0], [2.0], [2.0]])
    found = knapsacks(problem_of(cost, need, [3.0], np.full(3, 9.0), [4.0]), np.full(3, 7.0))
    assert found.value.tolist() == [4 - 5 - 6 - 3]
    assert found.share[:, 0].tolist() == [1, 1, 0.5]


@st.composite
def with_openings(draw):
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    movers, receivers = draw(st.integers(2, 30)), draw(st.integers(2, 6))
    cost = np.where(rng.random((movers, receivers)) < 0.2, np.inf, rng.integers(0, 50, (movers, receivers)))
    need = rng.integers(1, 9, (movers, receivers)) * 1.0
    return problem_of(
        cost, need, rng.integers(5, 60, receivers), np.full(movers, 90.0), rng.integers(1, 99, receivers),
        rng.integers(0, 20, receivers), rng.integers(1, 30, receivers),
    )  # fmt: skip


@settings(max_examples=40)
@given(with_openings())
def test_the_bound_lies_between_the_weak_bound_and_every_answer(problem):
    offers = best_offers(problem, float(problem.penalty.sum()))
    weak = replace(
        problem,
        cost=problem.cost + problem.need * (problem.opening / problem.limit),
        opening=0 * problem.opening,
    )
    assert offers.priced.bound >= continuous(weak).bound * (1 - 1e-9)
    answer, bound, below = solve_openings(problem, Search(gap=0.0))
    best = total_cost(problem, answer)
    assert below <= bound <= best
    assert offers.priced.bound <= best + 1e-6
    # Each choice of the answer costs at least its reduced cost above the bound.
    dearest = offers.priced.reduced[np.arange(len(answer)), answer].max()
    assert offers.priced.bound + dearest <= best + 1e-6
