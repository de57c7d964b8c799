"""Weights from marks and from data: by hand, against pymcdm, and what must hold of all of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pymcdm.weights
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance.scores import constant_columns, minmax
from land_renewal.core.performance.weights import (
    cautions,
    combined_weights,
    critic_weights,
    entropy_weights,
    equal_weights,
    plus_weights,
)

UP = np.array([True, True])
UNKNOWN = np.nan
TABLE_2 = np.array([5, 5, 1, 4, 3, 2, 3, 1, 1, 3, 2, 2, 2, 2, 1, 1])
CRITERIA = ["economy"] * 3 + ["land"] * 3 + ["access"] * 3 + ["innovation"] * 3 + ["eco"] * 4
DATA_WEIGHTS = [entropy_weights, critic_weights]


def tables(elements):
    shape = st.tuples(st.integers(3, 12), st.integers(1, 6))
    return arrays(float, shape, elements=elements)


FIGURES = st.integers(1, 10_000).map(float)
PARTLY_KNOWN = st.one_of(FIGURES, st.just(UNKNOWN))


def oriented(values):
    return np.arange(values.shape[1]) % 2 == 0


def weighs(weights_of, values):
    """The weights, or None where no indicator differs."""
    if constant_columns(values).all():
        with pytest.raises(LandRenewalError, match="No indicator differs"):
            weights_of(values, oriented(values))
        return None
    return weights_of(values, oriented(values))


# Marks.


def test_flat_marks_of_the_paper():
    weights = plus_weights(TABLE_2)
    assert weights[0] == 5 / 38 and weights[-1] == 1 / 38
    assert weights.sum() == pytest.approx(1)


def test_criteria_weigh_the_same_and_marks_divide_them():
    weights = plus_weights(TABLE_2, CRITERIA)
    assert pd.Series(weights).groupby(CRITERIA).sum().tolist() == pytest.approx([0.2] * 5)
    assert weights[:3] == pytest.approx([1 / 11, 1 / 11, 1 / 55])


def test_a_criterion_without_marks_leaves_its_share_to_the_others():
    assert plus_weights(np.array([0, 0, 1, 3]), ["a", "a", "b", "b"]).tolist() == [0, 0, 0.25, 0.75]


@pytest.mark.parametrize("marks", [[0, 0], [1, -1], [1, np.nan]])
def test_marks_that_weigh_nothing_are_refused(marks):
    with pytest.raises(LandRenewalError, match="marks"):
        plus_weights(np.array(marks))


def test_equal_and_combined():
    assert equal_weights(5).tolist() == [0.2] * 5
    a, b = np.array([0.6, 0.4, 0.0]), np.array([0.2, 0.2, 0.6])
    assert combined_weights(a, b, 0.25) == pytest.approx([0.3, 0.25, 0.45])
    assert combined_weights(a, b, 0.25, "product") == pytest.approx([0.6, 0.4, 0.0])
    with pytest.raises(LandRenewalError, match="both"):
        combined_weights(np.array([1.0, 0.0]), np.array([0.0, 1.0]), 0.5, "product")
    with pytest.raises(ValueError):
        combined_weights(a, b, 1.5)


# What the data say, by hand.


def test_entropy_by_hand():
    # Min-max places: (0, 1/2, 1) and (0, 0, 1); shares (0, 1/3, 2/3) and (0, 0, 1).
    values = np.array([[10.0, 7.0], [20.0, 7.0], [30.0, 9.0]])
    even = 1 - (np.log(3) / 3 + 2 / 3 * np.log(1.5)) / np.log(3)
    assert entropy_weights(values, UP) == pytest.approx([even / (even + 1), 1 / (even + 1)])


def test_direction_counts_in_entropy():
    values = np.array([[0.0, 0.0], [0.0, 0.0], [1.0, 1.0]])
    # Where less is better, two of three units share the best place: ln 2 of ln 3.
    spread = 1 - np.log(2) / np.log(3)
    assert entropy_weights(values, np.array([True, False])) == pytest.approx(
        [1 / (1 + spread), spread / (1 + spread)]
    )


def test_unknown_values_are_left_out_of_entropy():
    values = np.array([[1.0, 4.0], [2.0, UNKNOWN], [3.0, 5.0], [7.0, 6.0]])
    alone = [entropy_of(minmax(values, UP)[:, 0]), entropy_of(minmax(values[[0, 2, 3]], UP)[:, 1])]
    expected = (1 - np.array(alone)) / (2 - sum(alone))
    assert entropy_weights(values, UP) == pytest.approx(expected)


def entropy_of(places):
    shares = places[places > 0] / places.sum()
    return -(shares * np.log(shares)).sum() / np.log(len(places))


def test_critic_by_hand():
    # Standard deviation 1/2 each; r = 1 between the first two, -1/2 of both with the third.
    values = np.array([[0.0, 5.0, 2.0], [1.0, 6.0, 0.0], [2.0, 7.0, 1.0]])
    rising = np.array([True, True, True])
    assert critic_weights(values, rising) == pytest.approx([1.5 / 6, 1.5 / 6, 3 / 6])
    # Turned round, the second contradicts the first (r = -1) and agrees with the third (r = 1/2).
    assert critic_weights(values, np.array([True, False, True])) == pytest.approx([3.5 / 8, 2.5 / 8, 2 / 8])


def test_critic_correlates_the_units_known_of_both():
    table = pd.DataFrame(np.random.default_rng(5).uniform(0, 9, (12, 4)))
    table = table.mask(np.random.default_rng(6).uniform(size=table.shape) < 0.2)
    places = (table - table.min()) / (table.max() - table.min())
    content = places.std() * (1 - places.corr()).sum()
    assert critic_weights(table.to_numpy(), np.ones(4, bool)) == pytest.approx(content / content.sum())


def test_an_unknown_correlation_counts_as_the_mean_of_the_others():
    # The first two are never known together; both have r = 1 or -1 with the third.
    values = np.array([[0, UNKNOWN, 0], [1, UNKNOWN, 1], [UNKNOWN, 1, 2], [UNKNOWN, 0, 3]], dtype=float)
    contrast = np.sqrt([0.5, 0.5, 5 / 27])
    expected = contrast * [0.0 * 2, 2.0 * 2, 0.0 + 2.0]
    assert critic_weights(values, np.ones(3, bool)) == pytest.approx(expected / expected.sum())


def test_indicators_that_say_the_same_are_weighed_by_contrast():
    values = np.array([[0.0, 10.0], [1.0, 30.0], [2.0, 50.0]])
    assert critic_weights(values, UP) == pytest.approx([0.5, 0.5])
    # Correlations of 1 but for rounding are 1.
    uneven = np.random.default_rng(4).uniform(size=(20, 1)) * [1, 3, 7, 11] + [0, 0.1, -2, 1 / 3]
    assert critic_weights(uneven, np.ones(4, bool)) == pytest.approx([0.25] * 4)


@pytest.mark.parametrize("weights_of", DATA_WEIGHTS)
def test_an_indicator_that_does_not_differ_has_no_weight(weights_of):
    # 0.1 + 0.2 and 0.3 differ in the last bit only.
    values = np.array(
        [[1.0, 0.1 + 0.2, 5.0, UNKNOWN], [2.0, 0.3, UNKNOWN, UNKNOWN], [4.0, 0.3, UNKNOWN, UNKNOWN]]
    )
    assert weights_of(values, np.ones(4, bool)).tolist() == [1, 0, 0, 0]


@pytest.mark.parametrize("weights_of", DATA_WEIGHTS)
@pytest.mark.parametrize("values", [np.ones((3, 2)), np.array([[1.0, 2.0]]), np.full((2, 2), UNKNOWN)])
def test_where_nothing_differs_there_are_no_data_weights(weights_of, values):
    with pytest.raises(LandRenewalError, match="No indicator differs"):
        weights_of(values, UP)


def test_plain_shares_need_values_above_zero():
    with pytest.raises(LandRenewalError, match="above 0"):
        entropy_weights(np.array([[0.0, 1.0], [1.0, 2.0]]), UP, "sum")
    with pytest.raises(ValueError, match="neither"):
        entropy_weights(np.array([[1.0, 1.0], [1.0, 2.0]]), UP, "max")


def test_infinite_values_and_odd_shapes_are_bugs():
    with pytest.raises(ValueError, match="infinite"):
        entropy_weights(np.array([[np.inf, 1.0]]), UP)
    with pytest.raises(ValueError, match="fit"):
        critic_weights(np.ones((3, 3)), UP)


# Against pymcdm.


@pytest.mark.parametrize("seed", range(20))
def test_entropy_and_critic_as_pymcdm_finds_them(seed):
    random = np.random.default_rng(seed)
    values = random.uniform(0.5, 100, (random.integers(3, 40), random.integers(2, 17)))
    rising = random.uniform(size=values.shape[1]) < 0.5
    places = minmax(values, rising)
    assert entropy_weights(values, rising, "sum") == pytest.approx(pymcdm.weights.entropy_weights(values))
    # pymcdm cannot take the logarithm of the worst place, 0; so small a share adds nothing.
    above = np.maximum(places, 1e-300)
    assert entropy_weights(values, rising) == pytest.approx(pymcdm.weights.entropy_weights(above))
    # pymcdm does not know of direction here, so it is given the places.
    assert critic_weights(values, rising) == pytest.approx(pymcdm.weights.critic_weights(places))


# What always holds.


@pytest.mark.parametrize("weights_of", DATA_WEIGHTS)
@settings(max_examples=60)
@given(values=tables(PARTLY_KNOWN))
def test_weights_sum_to_one_and_none_is_below_zero(weights_of, values):
    weights = weighs(weights_of, values)
    if weights is not None:
        assert weights.sum() == pytest.approx(1) and (weights >= 0).all()
        assert (weights[constant_columns(values)] == 0).all()


@pytest.mark.parametrize("weights_of", DATA_WEIGHTS)
@settings(max_examples=60)
@given(values=tables(PARTLY_KNOWN), factor=st.floats(1e-3, 1e3), shift=st.integers(-500, 500))
def test_units_of_measurement_do_not_count(weights_of, values, factor, shift):
    weights = weighs(weights_of, values)
    if weights is not None:
        assert weights_of((values + shift) * factor, oriented(values)) == pytest.approx(weights, abs=1e-5)


@pytest.mark.parametrize("weights_of", DATA_WEIGHTS)
@settings(max_examples=60)
@given(values=tables(PARTLY_KNOWN), data=st.data())
def test_the_order_of_units_and_indicators_does_not_count(weights_of, values, data):
    rows = data.draw(st.permutations(range(values.shape[0])))
    columns = data.draw(st.permutations(range(values.shape[1])))
    weights = weighs(weights_of, values)
    if weights is not None:
        moved = weights_of(values[np.ix_(rows, columns)], oriented(values)[columns])
        assert moved == pytest.approx(weights[columns], abs=1e-5)


@settings(max_examples=60)
@given(values=tables(FIGURES), share=st.floats(0, 1))
def test_combined_weights_sum_to_one(values, share):
    a, b = values[0] / values[0].sum(), values[1] / values[1].sum()
    for how in ("linear", "product"):
        assert combined_weights(a, b, share, how).sum() == pytest.approx(1)


# Cautions.


def test_cautions_name_what_is_amiss():
    values = np.array(
        [
            [100.0, 5.0, 1.0, 4.0, -1.0],
            [101.0, 5.0, 2.0, UNKNOWN, 1.0],
            [102.0, 5.0, UNKNOWN, UNKNOWN, 0.0],
            [UNKNOWN] * 5,
        ]
    )
    said = cautions(values, ["far", "idle", "tax", "water", "growth"], few=5, near_constant=0.05)
    assert said == [
        "Only 3 units (fewer than 5): entropy and CRITIC weights are unstable.",
        "Hardly differs between the units, so its weight says little: far, idle.",
        "Not known of all units, so its weight rests on some of them: tax (2 of 3), water (1 of 3).",
    ]


def test_nothing_amiss_is_nothing_said():
    values = np.array([[1.0, 9.0], [2.0, 4.0], [3.0, 1.0]])
    assert cautions(values, ["a", "b"], few=3, near_constant=0.05) == []
