"""Scores: by hand, against pymcdm, and what must hold of all of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import vector_normalization

from land_renewal.core.performance.scores import (
    by_criterion,
    constant_columns,
    hidden_weakness,
    minmax,
    obstacle_degree,
    ratio_to,
    top_obstacles,
    topsis,
    weighted,
)

UNKNOWN = np.nan
FIGURES = st.one_of(st.integers(-1000, 10_000).map(float), st.just(UNKNOWN))
SHARES = st.one_of(st.integers(0, 100).map(lambda number: number / 100), st.just(UNKNOWN))
WEIGHTS = st.integers(0, 9).map(float)


@st.composite
def cases(draw, elements=FIGURES):
    """Values, directions and weights."""
    units, indicators = draw(st.integers(1, 10)), draw(st.integers(1, 6))
    values = draw(arrays(float, (units, indicators), elements=elements))
    return values, draw(arrays(bool, indicators)), draw(arrays(float, indicators, elements=WEIGHTS))


def same(left, right):
    np.testing.assert_allclose(left, right, rtol=1e-9, atol=1e-9, equal_nan=True)


# Parts.


def test_minmax_by_hand():
    values = np.array([[100.0, 2.0, 7.0], [300.0, UNKNOWN, 7.0], [200.0, 4.0, UNKNOWN], [150.0, 3.0, 7.0]])
    rising = np.array([True, False, True])
    same(minmax(values, rising)[:, 0], [0, 1, 0.5, 0.25])
    same(minmax(values, rising)[:, 1], [1, UNKNOWN, 0, 0.5])
    assert np.isnan(minmax(values, rising)[:, 2]).all(), "equal everywhere: no part"
    same(minmax(values, rising, constant=0.5)[:, 2], [0.5, 0.5, UNKNOWN, 0.5])


def test_one_unit_has_no_minmax():
    assert np.isnan(minmax(np.array([[5.0, UNKNOWN]]), np.array([True, True]))).all()
    assert minmax(np.zeros((0, 2)), np.array([True, True])).shape == (0, 2)


def test_rounding_is_no_difference():
    assert constant_columns(np.array([[0.1 + 0.2, 1e9], [0.3, 1e9 + 1]])).tolist() == [True, False]


def test_ratio_by_hand():
    reference = [678.99, 2.0, 0.93, 4.0, 10.0]
    rising = np.array([True, False, True, False, True])
    values = np.array([[339.495, 4.0, 0.0, 0.0, -5.0], [1357.98, 0.5, UNKNOWN, -1.0, 10.0]])
    same(ratio_to(values, reference, rising, cap=1.5), [[0.5, 0.5, 0, 1.5, 0], [1.5, 1.5, UNKNOWN, 1.5, 1]])


def test_nothing_is_measured_against_a_reference_of_zero_or_none():
    ratio = ratio_to(np.full((1, 4), 5.0), [0, -1, UNKNOWN, 5], np.array([True, False, True, False]), 2)
    same(ratio, [[UNKNOWN, UNKNOWN, UNKNOWN, 1]])


def test_each_unit_may_have_its_own_reference():
    same(ratio_to(np.array([[6.0], [6.0]]), [[3.0], [12.0]], np.array([True]), 9), [[2], [0.5]])


@settings(max_examples=100)
@given(case=cases(), factor=st.floats(1e-3, 1e3), shift=st.integers(-500, 500), cap=st.floats(0.5, 3))
def test_parts_stay_in_bounds_and_missing_stays_missing(case, factor, shift, cap):
    values, rising, _weights = case
    known, flat = ~np.isnan(values), constant_columns(values)
    parts = minmax(values, rising)
    assert (np.isnan(parts) == (~known | flat)).all()
    assert ((parts >= 0) & (parts <= 1))[known & ~flat].all()
    for column in np.flatnonzero(~flat):
        assert (np.nanmin(parts[:, column]), np.nanmax(parts[:, column])) == (0, 1)
    np.testing.assert_allclose(minmax((values + shift) * factor, rising), parts, atol=1e-8, equal_nan=True)
    same(minmax(values, ~rising), 1 - parts)
    ratio = ratio_to(values, np.full(values.shape[1], 50.0), rising, cap)
    assert (np.isnan(ratio) == ~known).all()
    assert ((ratio >= 0) & (ratio <= cap))[known].all()


# Composite scores.


def test_weighted_by_hand():
    score, share = weighted(
        np.array([[1.0, 0.5, 0.0], [UNKNOWN, 0.5, 0.0], [UNKNOWN] * 3, [UNKNOWN, UNKNOWN, 0.7]]),
        np.array([2.0, 1.0, 0.0]),
    )
    same(score, [2.5 / 3, 0.5, UNKNOWN, UNKNOWN])
    same(share, [1, 1 / 3, 0, 0])


def test_weights_that_make_no_sense_are_bugs():
    for weights in ([1.0], [1.0, -1.0], [1.0, UNKNOWN], [1.0, np.inf]):
        with pytest.raises(ValueError, match="for 2 indicators"):
            weighted(np.ones((1, 2)), np.array(weights))


def test_topsis_by_hand():
    # Only the first indicator tells units apart: closeness is their place between 1 and 5.
    values = np.array([[1.0, 7.0], [2.0, 7.0], [5.0, 7.0]])
    same(topsis(values, np.array([True, True]), np.array([0.5, 0.5])), [0, 0.25, 1])
    same(topsis(values, np.array([False, True]), np.array([0.5, 0.5])), [1, 0.75, 0])
    assert np.isnan(topsis(values, np.array([True, True]), np.array([0.0, 1.0]))).all()


def test_topsis_measures_a_unit_by_what_is_known_of_it():
    # The second indicator: mean square 25 of the known, as if the third unit had been one of them.
    values = np.array([[1.0, 7.0], [5.0, 1.0], [2.0, UNKNOWN], [UNKNOWN, UNKNOWN]])
    scale = np.array([0.5, 0.5]) / [np.sqrt(10), 5]
    away = np.array([4, 6]) * scale
    expected = [away[1] / away.sum(), away[0] / away.sum(), 0.25, UNKNOWN]
    same(topsis(values, np.array([True, True]), np.array([0.5, 0.5])), expected)


@pytest.mark.parametrize("seed", range(20))
def test_topsis_as_pymcdm_finds_it(seed):
    random = np.random.default_rng(seed)
    values = random.uniform(0.1, 500, (random.integers(2, 40), random.integers(2, 17)))
    rising = random.uniform(size=values.shape[1]) < 0.5
    weights = random.dirichlet(np.ones(values.shape[1]))
    other = TOPSIS(vector_normalization)(values, weights, np.where(rising, 1, -1))
    assert topsis(values, rising, weights) == pytest.approx(other)


@settings(max_examples=100)
@given(case=cases(), data=st.data())
def test_scores_stay_in_bounds_whatever_the_order(case, data):
    values, rising, weights = case
    rows = data.draw(st.permutations(range(len(values))))
    columns = data.draw(st.permutations(range(len(weights))))
    parts = minmax(values, rising)
    score, share = weighted(parts, weights)
    close = topsis(values, rising, weights)
    for found in (score, close):
        known = ~np.isnan(found)
        assert ((found >= 0) & (found <= 1 + 1e-12))[known].all()
    assert ((share >= 0) & (share <= 1 + 1e-12)).all()
    assert (np.isnan(score) == (share == 0)).all()
    same(topsis(values[np.ix_(rows, columns)], rising[columns], weights[columns]), close[rows])
    moved = weighted(parts[np.ix_(rows, columns)], weights[columns])
    same(moved[0], score[rows])
    same(moved[1], share[rows])


def test_equal_units_have_equal_scores_to_the_last_bit():
    row = np.random.default_rng(1).uniform(size=(1, 16))
    for order in ("C", "F"):
        parts = np.asarray(np.repeat(row, 37, axis=0), order=order)
        assert len(np.unique(weighted(parts, np.arange(16.0))[0])) == 1
    assert weighted(np.asfortranarray(row), np.ones(16))[0] == weighted(row, np.ones(16))[0]


# Obstacles.


def test_obstacles_by_hand():
    parts = np.array([[0.5, 0.0, 1.0], [UNKNOWN, 0.4, 0.4], [1.0, 1.0, 1.2], [UNKNOWN] * 3])
    degree = obstacle_degree(parts, np.array([0.5, 0.25, 0.25]))
    same(degree, [[0.5, 0.5, 0], [UNKNOWN, 0.5, 0.5], [0, 0, 0], [UNKNOWN] * 3])
    names = ["tax", "far", "water"]
    assert top_obstacles(degree, names, 3) == [["tax", "far"], ["far", "water"], [], []]
    assert top_obstacles(degree, names, 1) == [["tax"], ["far"], [], []]


@settings(max_examples=100)
@given(case=cases(SHARES))
def test_obstacle_degrees_sum_to_one_or_nothing_is_lacking(case):
    parts, _rising, weights = case
    degree = obstacle_degree(parts, weights)
    assert (np.isnan(degree) == np.isnan(parts)).all()
    assert (degree[~np.isnan(parts)] >= 0).all()
    lacking = ((parts < 1) & (weights > 0)).any(axis=1)
    same(np.nansum(degree, axis=1), lacking.astype(float))
    for listed, row in zip(top_obstacles(degree, list(range(len(weights))), 2), degree):
        assert len(listed) == min(2, (row > 0).sum())
        assert all(row[name] >= np.nanmax(np.delete(row, listed), initial=0) for name in listed)


# Criteria.


def test_criteria_by_hand():
    parts = np.array([[1.0, 0.2, 0.5], [0.4, 0.2, UNKNOWN]])
    found = by_criterion(parts, np.array([1.0, 0.5, 3.0]), ["land", "eco", "land"])
    assert list(found) == ["land", "eco"]
    same(found["land"], [[2.5 / 4, 0.4], [1, 0.25]])
    same(found["eco"], [[0.2, 0.2], [1, 1]])
    with pytest.raises(ValueError, match="criteria"):
        by_criterion(parts, np.ones(3), ["land"])


def test_a_good_composite_with_a_bad_criterion_is_flagged():
    score = np.array([0.9, 0.8, 0.3, 0.2, UNKNOWN])
    land = np.array([0.1, 0.9, 0.5, 0.6, 0.0])
    eco = np.array([0.9, 0.5, 0.1, UNKNOWN, UNKNOWN])
    # Of five units known of land, a quarter is one: the fifth, which has no score. Two fifths are two.
    assert not hidden_weakness(np.column_stack([land, eco]), score, 0.5, 0.25).any()
    found = hidden_weakness(np.column_stack([land, eco]), score, 0.5, 0.4)
    assert np.argwhere(found).tolist() == [[0, 0]]
    # Seven tenths of three units are two: the second unit is one of the two worst of eco.
    assert np.argwhere(hidden_weakness(eco[:, None], score, 0.5, 0.7)).tolist() == [[1, 0]]


def test_a_criterion_in_which_all_are_equal_hides_nothing():
    assert not hidden_weakness(np.full((8, 1), 0.1), np.arange(8.0), 1.0, 0.9).any()
    tied = np.array([[0.1], [0.1], [0.5], [0.5]])
    assert not hidden_weakness(tied, np.array([4.0, 3, 2, 1]), 0.5, 0.25).any(), (
        "two are worst, a quarter is one"
    )
    assert hidden_weakness(tied, np.array([4.0, 3, 2, 1]), 0.5, 0.5).ravel().tolist() == [
        True,
        True,
        False,
        False,
    ]
