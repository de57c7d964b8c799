from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common import units
from land_renewal.core.common.errors import LandRenewalError


@pytest.mark.parametrize(
    ("unit", "to", "expected"),
    [
        ("ha", "m2", 10_000),
        ("km2", "mu", 1500),
        ("亩", "m2", 2000 / 3),
        ("公顷", "km2", 0.01),
        ("㎡", "平方米", 1),
        ("m²", "m2", 1),
        ("sqft", "m2", 0.09290304),
        # NIST: one US survey foot is 1200/3937 m, squared and rounded to ten places
        ("sqft_us", "m2", 0.0929034116),
        ("km", "m", 1000),
        ("ft", "m", 0.3048),
        ("亿元", "10k CNY", 10_000),
        ("元", "万元", 0.0001),
        ("万元/亩", "10k CNY/km2", 1500),
        ("10k CNY/ha", "10k CNY/km2", 100),
        ("CNY/m2", "10k CNY/km2", 100),
        ("10k CNY/(ha*km)", "10k CNY/(km2*km)", 100),
        ("万元/(公顷·公里)", "10k CNY/ha/km", 1),
        ("kWh/10k CNY", "kWh/CNY", 0.0001),
        ("万千瓦时", "kWh", 10_000),
        ("％", "share", 0.01),
        ("万人", "persons", 10_000),
        ("个/平方公里", "1/km2", 1),
        ("kg", "吨", 0.001),
        ("m3_water", "t", 1),
        ("months", "years", 1 / 12),
        ("%/year", "share/years", 0.01),
        ("", "", 1),
    ],
)
def test_factor_against_hand_computed_values(unit, to, expected):
    assert units.factor(unit, to) == pytest.approx(expected, rel=1e-9)


def test_industry_standard_rates_are_exact():
    assert units.to_internal(1, "万元/亩", "10k CNY/km2") == 1500.0
    assert units.to_internal(55, "%", "share") == 0.55
    assert units.to_internal(3, "mu", "m2") == 2000.0
    # national benchmark of investment: 8,984.3 万元/ha
    assert units.to_internal(8984.3, "万元/公顷", "10k CNY/km2") == pytest.approx(898_430, rel=1e-12)


def test_arrays_are_converted_and_nulls_stay_null():
    converted = units.to_internal(np.array([1.0, np.nan, 0.0]), "ha", "m2")
    np.testing.assert_array_equal(converted, [10_000.0, np.nan, 0.0])


@pytest.mark.parametrize(
    ("unit", "inside"),
    [
        ("mu", "m2"),
        ("ft", "m"),
        ("CNY", "10k CNY"),
        ("%", "share"),
        ("ratio", "ratio"),
        ("CNY/m2", "10k CNY/km2"),
        ("10k CNY/(ha*km)", "10k CNY/(km2*km)"),
        ("kWh/10k CNY", "kWh/CNY"),
        ("kg/万元", "t/CNY"),
        ("10k persons", "persons"),
        ("个/公顷", "1/km2"),
        ("元/(亩*年)", "10k CNY/(km2*year)"),
        ("months", "years"),
        ("", ""),
    ],
)
def test_internal_unit(unit, inside):
    assert units.internal_unit(unit) == inside
    assert units.compatible(unit, inside)


def test_another_dimension_is_refused_with_the_units_that_fit():
    with pytest.raises(
        LandRenewalError, match=r"'m' \(length\).*'m2' \(area\): use one of m2, ha, km2, mu, sqft, sqft_us\."
    ):
        units.factor("m", "m2")
    with pytest.raises(LandRenewalError, match="10k CNY/km2, 10k CNY/ha, 10k CNY/mu"):
        units.factor("10k CNY", "10k CNY/km2")
    with pytest.raises(LandRenewalError, match="leave the unit empty"):
        units.factor("m", "")


def test_an_unknown_unit_is_refused_with_the_nearest_name():
    with pytest.raises(
        LandRenewalError, match=r"'hectar' is not known: did you mean 'hectare'.*Valid: m2, ha, km2, mu"
    ):
        units.factor("hectar", "m2")
    with pytest.raises(LandRenewalError, match="In the unit 'CNY/acre', the part 'acre'"):
        units.factor("CNY/acre", "CNY/m2")


@settings(max_examples=60)
@given(
    st.sampled_from(["m2", "ha", "km2", "mu", "sqft", "sqft_us"]),
    st.sampled_from(["m2", "ha", "km2", "mu", "sqft", "sqft_us"]),
    st.floats(0, 1e9, allow_nan=False),
)
def test_there_and_back_is_where_it_was(unit, other, value):
    back = units.to_internal(units.to_internal(value, unit, other), other, unit)
    assert back == pytest.approx(value, rel=1e-12)


def test_every_unit_listed_for_a_dimension_converts():
    for unit in ("m2", "m", "CNY", "share", "CNY/m2", "kWh/CNY", "10k CNY/(ha*km)", "persons/km2"):
        listed = units.units_like(unit)
        assert listed
        assert all(units.factor(name, unit) > 0 for name in listed)
