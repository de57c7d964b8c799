"""Weights from experts: pairwise judgements as tables people fill in, and Delphi rounds."""

from __future__ import annotations

import datetime

import ahpy
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance.experts import ahp, combine_levels, delphi, read_judgements

NAMES = ["output", "tax", "far"]
SAATY = np.array([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]])
SCALE = [*range(1, 10), *(1 / number for number in range(2, 10))]
# The table ahpy uses, of 2005; ours is that of 1980.
INDEX_2005 = {
    3: 0.52,
    4: 0.89,
    5: 1.11,
    6: 1.25,
    7: 1.35,
    8: 1.40,
    9: 1.45,
    10: 1.49,
    11: 1.52,
    12: 1.54,
    13: 1.56,
    14: 1.58,
    15: 1.59,
}
INDEX_1980 = {
    3: 0.58,
    4: 0.90,
    5: 1.12,
    6: 1.24,
    7: 1.32,
    8: 1.41,
    9: 1.45,
    10: 1.49,
    11: 1.51,
    12: 1.48,
    13: 1.56,
    14: 1.57,
    15: 1.59,
}


def table(rows, first="", columns=None):
    columns = NAMES if columns is None else columns
    return pd.DataFrame([[name, *cells] for name, cells in rows.items()], columns=[first, *columns])


def judged(random, size):
    matrix = np.ones((size, size))
    for row, column in zip(*np.triu_indices(size, 1)):
        matrix[row, column] = random.choice(SCALE)
        matrix[column, row] = 1 / matrix[row, column]
    return matrix


# AHP.


def test_a_textbook_matrix():
    found = ahp(SAATY)
    assert found.weights.round(3).tolist() == [0.637, 0.258, 0.105]
    assert found.largest_eigenvalue == pytest.approx(3.0385, abs=1e-4)
    assert found.consistency_ratio == pytest.approx((3.0385 - 3) / 2 / 0.58, abs=1e-4)


@pytest.mark.parametrize("size", [1, 2, 3, 9, 15])
def test_judgements_from_weights_give_the_weights_back(size):
    weights = np.arange(1.0, size + 1)
    found = ahp(weights[:, None] / weights)
    assert found.weights == pytest.approx(weights / weights.sum())
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)


def test_two_judgements_always_agree():
    found = ahp(np.array([[1, 4], [1 / 4, 1]]))
    assert found.weights == pytest.approx([0.8, 0.2])
    assert found.consistency_ratio == 0


@pytest.mark.parametrize("size", range(3, 16))
def test_weights_and_consistency_as_ahpy_finds_them(size):
    matrix = judged(np.random.default_rng(size), size)
    pairs = {(row, column): matrix[row, column] for row, column in zip(*np.triu_indices(size, 1))}
    other = ahpy.Compare("all", pairs, precision=12, random_index="saaty")
    found = ahp(matrix)
    assert found.weights == pytest.approx([other.local_weights[number] for number in range(size)], abs=1e-9)
    expected = other.consistency_ratio * INDEX_2005[size] / INDEX_1980[size]
    assert found.consistency_ratio == pytest.approx(expected, abs=1e-9)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6), size=st.integers(1, 15))
def test_ahp_weights_are_shares_whatever_the_order(seed, size):
    random = np.random.default_rng(seed)
    matrix, order = judged(random, size), random.permutation(size)
    found, moved = ahp(matrix), ahp(matrix[np.ix_(order, order)])
    assert found.weights.sum() == pytest.approx(1) and (found.weights > 0).all()
    assert found.consistency_ratio >= 0 and found.largest_eigenvalue >= size
    assert moved.weights == pytest.approx(found.weights[order])
    assert moved.consistency_ratio == pytest.approx(found.consistency_ratio, abs=1e-9)


def test_rounded_reciprocals_count_as_what_was_meant():
    rounded = np.array([[1, 3, 0.13], [0.33, 1, 2], [8, 0.5, 1]])
    meant = np.array([[1, 3, 1 / 8], [1 / 3, 1, 2], [8, 0.5, 1]])
    assert ahp(rounded).weights.tolist() == ahp(meant).weights.tolist()


@pytest.mark.parametrize(
    ("row", "column", "value", "sentence"),
    [
        (0, 1, 4, "'output' against 'tax' is 4, but the other way round it is 0.333333"),
        (1, 2, 0, "'tax' against 'far' is 0: it must be a number above 0"),
        (2, 1, -3, "'far' against 'tax' is -3"),
        (1, 1, 2, "'tax' against itself is 2"),
    ],
)
def test_a_matrix_that_contradicts_itself_is_refused(row, column, value, sentence):
    matrix = SAATY.copy()
    matrix[row, column] = value
    with pytest.raises(LandRenewalError, match=sentence):
        ahp(matrix, NAMES)


def test_the_tolerance_is_the_callers():
    matrix = np.array([[1, 3], [0.3, 1]])
    with pytest.raises(LandRenewalError, match="'1' against '2'"):
        ahp(matrix)
    assert ahp(matrix, tolerance=0.1).weights == pytest.approx([0.75, 0.25])


def test_more_names_than_the_index_knows_are_refused():
    with pytest.raises(LandRenewalError, match="up to 15 names, not 16"):
        ahp(np.ones((16, 16)))
    with pytest.raises(ValueError, match="square"):
        ahp(np.ones((2, 3)))


# The table people fill in.


def test_either_triangle_or_a_mix_is_enough():
    upper = table({"output": [1, "3", 5], "tax": [None, "", "3"], "far": [None, "-", None]})
    lower = table({"output": [None] * 3, "tax": ["1/3", None, None], "far": [0.2, "1/3", 1]})
    mixed = table({"output": ["1", None, "5"], "tax": ["1 / 3", "1", None], "far": ["—", "１：３", "1"]})
    for given_cells in (upper, lower, mixed):
        assert read_judgements(given_cells, NAMES) == pytest.approx(SAATY)


def test_rows_and_columns_may_stand_in_any_order():
    shuffled = table(
        {"far": ["1/5", None, "1/3"], "tax": [None, 3, None], "output": [None, 5, 3]},
        columns=["output", "far", "tax"],
    )
    assert read_judgements(shuffled, NAMES) == pytest.approx(SAATY)


def test_names_are_compared_without_width_and_blanks():
    wide = table({"产出 ": [3]}, columns=["　税收"])
    wide = pd.concat([wide.assign(产出=None), pd.DataFrame({"": ["税收"]})])
    assert read_judgements(wide, ["产出", "税收"]) == pytest.approx(np.array([[1, 3], [1 / 3, 1]]))


def test_empty_rows_and_columns_without_a_name_are_passed_over():
    padded = table(
        {
            "output": [1, 3, 5, None],
            "tax": [None, 1, 3, None],
            "far": [None, None, 1, None],
            None: [None] * 4,
        },
        columns=[*NAMES, "Unnamed: 4"],
    )
    assert read_judgements(padded, NAMES) == pytest.approx(SAATY)


FULL = {"output": [1, 3, 5], "tax": [None, 1, 3], "far": [None, None, 1]}


@pytest.mark.parametrize(
    ("rows", "columns", "sentence"),
    [
        ({**FULL, "jobs": [1, 1, 1]}, NAMES, "in a row of the judgements: jobs"),
        (FULL, ["output", "tax", "plot"], "in a column of the judgements: plot"),
        ({"output": FULL["output"]}, NAMES, "no row for tax, far"),
        (FULL, ["output", "tax", "tax"], "no column for far"),
        ({**FULL, "tax ": [1, 1, 1]}, NAMES, "more than one row for tax"),
        (
            {**FULL, "output": [1, None, None]},
            NAMES,
            "missing: 'output' against 'tax', 'output' against 'far'",
        ),
        (
            {**FULL, "tax": ["1/2", 1, 3]},
            NAMES,
            "'output' against 'tax' is 3, but the other way round it is 0.5",
        ),
        ({**FULL, "output": [1, "much", 5]}, NAMES, "'output' against 'tax' is 'much'"),
        ({**FULL, "output": [1, 3, "0"]}, NAMES, "'output' against 'far' is '0'"),
        ({**FULL, "output": [1, datetime.date(2024, 1, 3), 5]}, NAMES, "is '2024-01-03'.*makes it a date"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_a_sentence(rows, columns, sentence):
    with pytest.raises(LandRenewalError, match=sentence):
        read_judgements(table(rows, columns=columns), NAMES)


def test_a_table_of_names_only_is_refused():
    with pytest.raises(LandRenewalError, match="further column"):
        read_judgements(pd.DataFrame({"name": NAMES}), NAMES)


def test_criteria_and_indicators_by_product():
    combined = combine_levels(
        {"economy": 0.6, "eco": 0.4}, {"eco": {"water": 1}, "economy": {"tax": 0.75, "output": 0.25}}
    )
    assert combined == pytest.approx({"tax": 0.45, "output": 0.15, "water": 0.4})
    shared = combine_levels({"economy": 3, "land": 1}, {"economy": {"tax": 1}, "land": {"tax": 1, "far": 1}})
    assert shared == {"tax": 0.875, "far": 0.125}
    with pytest.raises(LandRenewalError, match="land is in one only"):
        combine_levels({"economy": 1}, {"economy": {"tax": 1}, "land": {"far": 1}})
    with pytest.raises(LandRenewalError, match="within economy"):
        combine_levels({"economy": 1}, {"economy": {"tax": -1}})


# Delphi.


def scored(*rounds, indicators="abc"):
    """Rounds of {expert: scores}."""
    rows = [
        (number, expert, indicator, score)
        for number, experts in enumerate(rounds, 1)
        for expert, scores in experts.items()
        for indicator, score in zip(indicators, scores)
    ]
    return pd.DataFrame(rows, columns=["round", "expert", "indicator", "score"])


def test_delphi_by_hand():
    found = delphi(
        scored(
            {"x": [9, 6, 3], "y": [9, 3, 6], "z": [6, 9, 3]}, {"x": [8, 4, 4], "y": [8, 6, 2], "z": [8, 5, 3]}
        )
    )
    assert (found.rounds, found.names) == ((1, 2), ("a", "b", "c"))
    assert found.mean.tolist() == [[8, 6, 4], [8, 5, 3]]
    assert found.variation[0] == pytest.approx([np.sqrt(3) / 8, 3 / 6, np.sqrt(3) / 4])
    assert found.variation[1] == pytest.approx([0, 1 / 5, 1 / 3])
    # Rank sums 8, 6, 4 around 6: S = 8, W = 12 x 8 / (9 x 24); with 2 degrees of freedom p = exp(-chi2 / 2).
    assert found.kendall_w[0] == pytest.approx(4 / 9)
    assert found.p_value[0] == pytest.approx(np.exp(-4 / 3))
    assert found.weights == pytest.approx([8 / 16, 5 / 16, 3 / 16])
    assert found.experts.tolist() == found.complete.tolist() == [3, 3]


@pytest.mark.parametrize("seed", range(10))
def test_agreement_as_friedmans_test_finds_it(seed):
    random = np.random.default_rng(seed)
    scores = random.integers(1, 6, (int(random.integers(2, 15)), int(random.integers(3, 17))))
    names = [f"i{number:02d}" for number in range(scores.shape[1])]
    found = delphi(scored({f"e{number}": row for number, row in enumerate(scores)}, indicators=names))
    square, p_value = friedmanchisquare(*scores.T)
    assert found.kendall_w[0] * len(scores) * (scores.shape[1] - 1) == pytest.approx(square)
    assert found.p_value[0] == pytest.approx(p_value)


def test_missing_scores_stay_missing():
    found = delphi(
        scored({"x": [9, 6, 3], "y": [9, None, 3], "z": [8, 7, 1]}, {"x": [9, 3, None], "z": [None, 1, None]})
    )
    assert found.mean[0] == pytest.approx([26 / 3, 6.5, 7 / 3])
    assert found.mean[1].tolist()[:2] == [9, 2] and np.isnan(found.mean[1, 2])
    assert np.isnan(found.variation[1]).tolist() == [True, False, True]
    assert (found.experts.tolist(), found.complete.tolist()) == ([3, 2], [2, 1])
    assert found.kendall_w[0] == 1 and np.isnan(found.kendall_w[1])
    assert found.weights == pytest.approx([9 / 11, 2 / 11, 0])


def test_experts_who_tell_nothing_apart_have_no_agreement():
    assert np.isnan(delphi(scored({"x": [5, 5, 5], "y": [3, 3, 3]})).kendall_w[0])


def test_rounds_are_ordered_as_numbers_and_indicators_as_asked():
    rows = scored({"x": [1, 3], "y": [1, 3]}, {"x": [3, 1], "y": [3, 1]}, indicators="ab")
    rows["round"] = rows["round"].map({1: "9", 2: "10"})
    found = delphi(rows.iloc[::-1], names=["b", "a"])
    assert found.rounds == (9, 10)
    assert found.weights.tolist() == [0.25, 0.75]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda rows: rows.drop(columns=["round", "score"]), "lacks round, score"),
        (lambda rows: rows.assign(score=None), "holds no score"),
        (lambda rows: rows.assign(score=0), "all 0"),
        (lambda rows: rows.assign(score=[9, -1, 3, 1, 2, 3]), "score of 0 or more: 2"),
        (lambda rows: rows.assign(score=["9", "high", "3", 1, 2, 3]), "score of 0 or more: 2"),
        (lambda rows: rows.assign(round="last"), "round number.*: 1, 2, 3, 4, 5 and 1 more"),
        (lambda rows: rows.assign(expert=["x", None, "x", "y", "y", "y"]), "lack an expert.*: 2"),
        (lambda rows: rows.assign(expert="x"), "more than once: round 1, x, a"),
        (lambda rows: rows.replace("c", "d"), "do not fit: c, d"),
    ],
)
def test_a_delphi_table_that_cannot_be_used_is_refused(change, sentence):
    with pytest.raises(LandRenewalError, match=sentence):
        delphi(change(scored({"x": [9, 6, 3], "y": [8, 6, 4]})), ["a", "b", "c"])
