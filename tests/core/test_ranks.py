"""Ranks and their stability: by hand, by brute force, and fast enough."""

from __future__ import annotations

import numpy as np
import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import rankdata, spearmanr

from land_renewal.core.performance import ranks
from land_renewal.core.performance.ranks import (
    agreement,
    random_weights,
    rank,
    rank_acceptability,
    rank_range,
)
from land_renewal.core.performance.scores import weighted

UNKNOWN = np.nan
SHARES = st.one_of(st.integers(0, 20).map(lambda number: number / 20), st.just(UNKNOWN))


def same(left, right):
    np.testing.assert_allclose(left, right, rtol=1e-12, atol=1e-12, equal_nan=True)


# Ranks.


def test_ranks_by_hand():
    same(rank(np.array([5.0, 9, UNKNOWN, 9, 1, 5])), [3, 1, UNKNOWN, 1, 5, 3])
    same(rank(np.array([[1.0, 3], [2, 2], [3, UNKNOWN]])), [[3, 1], [2, 2], [1, UNKNOWN]])
    assert rank(np.array([])).shape == (0,)
    assert np.isnan(rank(np.array([UNKNOWN, UNKNOWN]))).all()


def test_rounding_makes_no_rank():
    assert rank(np.array([0.1 + 0.2, 0.3, 0.3 - 1e-9])).tolist() == [1, 1, 3]
    assert rank(np.array([1e6, 1e-6, 2e-6])).tolist() == [1, 3, 2]
    assert rank(np.array([-1.0, 0, -2])).tolist() == [2, 1, 3]


@settings(max_examples=100)
@given(score=arrays(float, st.integers(1, 12), elements=SHARES))
def test_ranks_as_scipy_finds_them(score):
    known = ~np.isnan(score)
    expected = np.full(len(score), UNKNOWN)
    expected[known] = rankdata(-score[known], method="min")
    same(rank(score), expected)


# Random weights.


def test_random_weights_are_the_same_for_the_same_seed():
    assert (random_weights(5, 100, seed=7) == random_weights(5, 100, seed=7)).all()
    assert (random_weights(5, 100, seed=7) != random_weights(5, 100, seed=8)).any()


def test_uniform_weights_have_the_moments_of_the_simplex():
    weights = random_weights(4, 20_000, seed=1)
    assert weights.sum(axis=1) == pytest.approx(np.ones(20_000))
    assert weights.mean(axis=0) == pytest.approx(np.full(4, 0.25), abs=0.005)
    assert weights.var(axis=0) == pytest.approx(np.full(4, 0.25 * 0.75 / 5), rel=0.05)
    # Of a uniform distribution over three weights, each exceeds one half in a quarter of the draws.
    assert (random_weights(3, 20_000, seed=2) > 0.5).mean(axis=0) == pytest.approx([0.25] * 3, abs=0.01)


def test_weights_around_others_keep_their_mean_and_their_zeros():
    centre = np.array([6.0, 3.0, 0.0, 1.0])
    weights = random_weights(4, 20_000, seed=3, concentration=50, around=centre)
    assert weights.mean(axis=0) == pytest.approx(centre / 10, abs=0.002)
    assert weights.var(axis=0) == pytest.approx(centre / 10 * (1 - centre / 10) / 51, rel=0.05)
    assert (weights[:, 2] == 0).all()


@pytest.mark.parametrize(
    "odd", [{"around": [1.0]}, {"around": [1.0, -1.0]}, {"around": [0.0, 0.0]}, {"concentration": 0.0}]
)
def test_weights_around_nothing_are_bugs(odd):
    with pytest.raises(ValueError):
        random_weights(2, 1, seed=0, **odd)


# Acceptability.


def test_acceptability_by_hand():
    # The first unit leads while the first indicator weighs more than half, the third never does.
    parts = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [UNKNOWN, UNKNOWN]])
    weights = np.array([[0.9, 0.1], [0.7, 0.3], [0.5, 0.5], [0.2, 0.8]])
    found = rank_acceptability(parts, weights)
    # At equal weights both lead, and nobody is second.
    assert found[0].tolist() == [0.75, 0.25, 0, 0]
    assert found[1].tolist() == [0.5, 0.5, 0, 0]
    assert found[2].tolist() == [0, 0, 1, 0]
    assert np.isnan(found[3]).all()
    ranges = rank_range(found)
    same(ranges.best, [1, 1, 3, UNKNOWN])
    same(ranges.worst, [2, 2, 3, UNKNOWN])
    same(ranges.usual, [1, 1, 3, UNKNOWN])
    same(ranges.share, [0.75, 0.5, 1, UNKNOWN])


def test_uniform_weights_give_the_areas_of_the_simplex():
    # a beats b where w1 > w2, and both beat c (w3) where that is the smallest: by symmetry each order is 1/6.
    found = rank_acceptability(np.eye(3), random_weights(3, 20_000, seed=4))
    assert found == pytest.approx(np.full((3, 3), 1 / 3), abs=0.01)


def test_a_unit_is_not_ranked_by_indicators_without_weight():
    parts = np.array([[1.0, UNKNOWN], [0.5, 0.5]])
    found = rank_acceptability(parts, np.array([[0.0, 1.0], [1.0, 1.0]]))
    assert found.tolist() == [[1, 0], [0.5, 0.5]]
    assert np.isnan(rank_acceptability(parts, np.array([[0.0, 1.0]]))[0]).all()


@settings(max_examples=60)
@given(
    parts=arrays(float, st.tuples(st.integers(1, 8), st.just(4)), elements=SHARES),
    seed=st.integers(0, 1000),
    data=st.data(),
)
def test_acceptability_counts_the_ranks_of_every_draw(parts, seed, data):
    weights = random_weights(4, 20, seed)
    found = rank_acceptability(parts, weights)
    expected = np.zeros((len(parts), len(parts)))
    for draw in weights:
        places = rank(weighted(parts, draw)[0])
        for unit in np.flatnonzero(~np.isnan(places)):
            expected[unit, int(places[unit]) - 1] += 1 / len(weights)
    nothing = np.isnan(parts).all(axis=1)
    expected[nothing] = UNKNOWN
    same(found, expected)
    same(found[~nothing].sum(axis=1), 1)
    order = data.draw(st.permutations(range(len(parts))))
    same(rank_acceptability(parts[order], weights), found[order])


def test_equal_units_always_share_their_rank():
    parts = np.repeat(np.random.default_rng(0).uniform(size=(9, 16)), 33, axis=0)
    found = rank_acceptability(parts, random_weights(16, 200, seed=0))
    assert (found[::33].repeat(33, axis=0) == found).all()
    assert (found[:, np.arange(297) % 33 != 0] == 0).all()


def test_chunks_change_nothing(monkeypatch):
    parts, weights = np.random.default_rng(0).uniform(size=(11, 5)), random_weights(5, 101, seed=0)
    whole = rank_acceptability(parts, weights)
    monkeypatch.setattr(ranks, "_CELLS", 33)
    assert (rank_acceptability(parts, weights) == whole).all()


def test_shapes_that_do_not_fit_are_bugs():
    with pytest.raises(ValueError, match="fit"):
        rank_acceptability(np.ones((2, 3)), np.ones((5, 2)))
    with pytest.raises(ValueError, match="below 0"):
        rank_acceptability(np.ones((2, 2)), -np.ones((5, 2)))


def test_parks_and_draws_are_no_loops():
    def work(parks, draws):
        random = np.random.default_rng(0)
        parts = random.uniform(size=(parks, 16))
        parts[random.uniform(size=parts.shape) < 0.2] = UNKNOWN
        return calls(rank_acceptability, parts, random_weights(16, draws, seed=1))

    work(5, 10)
    assert work(300, 1000) == work(30, 100)


# Agreement.


def test_agreement_by_hand():
    assert agreement(np.array([1.0, 2, 3]), np.array([3.0, 2, 1])) == pytest.approx(-1)
    assert np.isnan(agreement(np.array([1.0, 2, 3]), np.ones(3)))
    assert np.isnan(agreement(np.array([1.0, UNKNOWN]), np.array([1.0, 2])))


@pytest.mark.parametrize("seed", range(5))
def test_agreement_as_scipy_finds_it(seed):
    random = np.random.default_rng(seed)
    one, other = random.integers(0, 9, (2, 20)).astype(float)
    one[random.uniform(size=20) < 0.2] = UNKNOWN
    assert agreement(one, other) == pytest.approx(spearmanr(one, other, nan_policy="omit")[0])
