"""Formulas of indicators: what they may say, and what they make of missing figures."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance.formula import Groups, evaluate, read_formula

TABLE = pd.DataFrame(
    {"tax": [4.0, np.nan, 6.0, 0.0], "land_m2": [2.0, 8.0, 3.0, 5.0], "stage": ["built", "built", None, "x"]}
)
TWO = Groups(np.array([0, 0, 1, 1, 2, 2]), np.array([0, 1, 2, 3, 1, 1]), 4)


def value(text, joint=True, groups=TWO, table=TABLE, **measures):
    formula = read_formula(text, [*table], ["nni", *measures], "Indicator 'x'")
    return evaluate(formula, table, groups, measures, joint).tolist()


def test_a_ratio_of_totals_rests_on_rows_where_both_are_known():
    # unit 0: 4/2; unit 1: 6/8; unit 2: nothing known; unit 3: no row
    assert value("total(tax) / total(land_m2)") == pytest.approx([2.0, 0.75, np.nan, np.nan], nan_ok=True)


def test_apart_each_total_takes_what_it_knows():
    found = value("total(tax) / total(land_m2)", joint=False)
    assert found == pytest.approx([0.4, 0.75, np.nan, np.nan], nan_ok=True)


def test_arithmetic_inside_and_outside_of_totals():
    assert value("100 * total(tax * land_m2 ** 2) / total(land_m2) - 1")[0] == 100 * 16 / 2 - 1
    assert value("-total(land_m2 - 1) + 3")[0] == -(1 + 7) + 3


def test_conditions_count_rows_and_compare_texts():
    assert value("total(tax > 1)")[1] == 1.0
    assert value("total((stage == 'built') * land_m2)")[0] == 10.0
    assert value("total(1 < land_m2 <= 3)", groups=Groups(np.zeros(4, int), np.arange(4), 1)) == [2.0]


def test_measures_of_units_stand_outside_of_totals():
    assert value("1 / nni + 1", nni=np.array([2.0, 0.0, np.nan, 4.0])) == pytest.approx(
        [1.5, np.nan, np.nan, 1.25], nan_ok=True
    )


def test_dividing_by_nothing_is_not_known_and_not_infinite():
    nothing = pd.DataFrame({"tax": [3.0], "land_m2": [0.0]})
    assert np.isnan(
        value(
            "total(tax) / total(land_m2)", table=nothing, groups=Groups(np.zeros(1, int), np.zeros(1, int), 1)
        )
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("total(taxes) / total(land_m2)", "did you mean 'tax'?"),
        ("tax / total(land_m2)", "measure outside total() 'tax' is not known"),
        ("total(total(tax))", "not nested"),
        ("sum(tax)", "only total(...)"),
        ("total(tax).__class__", "numbers, + - * / **"),
        ("__import__('os').system('true')", "only total(...)"),
        ("total(tax) if 1 else 2", "numbers, + - * / **"),
        ("total(lambda: 1)", "numbers, + - * / **"),
        ("total(tax) %% 2", "cannot be read"),
        ("total(tax) // 2", "numbers, + - * / **"),
        ("5", "uses no column"),
        ("", "cannot be read"),
    ],
)
def test_what_is_not_arithmetic_is_refused_with_a_sentence(text, said):
    with pytest.raises(LandRenewalError) as error:
        read_formula(text, ["tax", "land_m2"], ["nni"], "Indicator 'x'")
    assert said in str(error.value) and str(error.value).startswith("Indicator 'x'")


rows = st.lists(
    st.tuples(st.one_of(st.none(), st.floats(0, 1e6)), st.floats(0.5, 1e4), st.integers(0, 3)),
    min_size=1,
    max_size=30,
)


@given(rows)
def test_units_add_up_to_the_whole(given_rows):
    table = pd.DataFrame(given_rows, columns=["tax", "land_m2", "unit"]).astype(float)
    position, unit = np.arange(len(table)), table["unit"].to_numpy(int)
    groups = Groups(np.concatenate([unit, np.full(len(table), 4)]), np.tile(position, 2), 5)
    totals = np.array(value("total(tax)", groups=groups, table=table))
    assert np.nansum(totals[:4]) == pytest.approx(np.nan_to_num(totals[4]), abs=1e-6)
    assert np.isnan(totals[4]) == table["tax"].isna().all()
