"""Present value, return, payback and the years of the phases, against hand figures and numpy-financial."""

from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import pytest
from economics_tables import economic_rules, ten, ten_costs, ten_rules
from hypothesis import assume, given, settings

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.economics.cashflow import (
    benefit_cost,
    discount,
    irr,
    npv,
    payback_year,
    peak_funding,
    spreads,
)

GAINS = st.lists(st.just(0.0) | st.floats(1, 1e6), min_size=1, max_size=12)
FLOWS = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=15)


@settings(max_examples=200)
@given(FLOWS, st.floats(-0.2, 0.5))
def test_present_value_is_that_of_numpy_financial(flow, rate):
    theirs = pytest.importorskip("numpy_financial").npv(rate, flow)
    assert npv(np.array(flow), rate) == pytest.approx(theirs, rel=1e-9, abs=1e-6)


@settings(max_examples=200)
@given(st.floats(1, 1e6), GAINS)
def test_return_on_one_investment_is_that_of_numpy_financial(invested, gains):
    assume(sum(gains) > invested * 0.2)
    flow = np.array([-invested, *gains])
    theirs = pytest.importorskip("numpy_financial").irr(flow)
    ours = irr(flow)
    assert ours is not None
    assert npv(flow, ours) == pytest.approx(0.0, abs=1e-6 * (invested + sum(gains)))
    if not np.isnan(theirs):
        assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-7)


@pytest.mark.parametrize(
    ("flow", "rate"),
    [
        ([-100.0, 110.0], 0.1),
        ([0.0, -100.0, 0.0, 121.0], 0.1),
        ([-100.0, 50.0], -0.5),
        ([100.0, 10.0], None),
        ([-100.0, -10.0], None),
        ([0.0, 0.0], None),
        ([], None),
        ([-100.0, 230.0, -132.0], None),  # 10 % and 20 %: two rates are no answer
    ],
)
def test_return(flow, rate):
    found = irr(np.array(flow))
    assert found is None if rate is None else found == pytest.approx(rate)


def rules(**changes):
    return ten_rules(**{"horizon": 2029, **changes})


@pytest.mark.parametrize(
    ("flow", "year"),
    [
        ([0, -10, 4, 6, 0], 2028),  # 10 spent in 2026 are back in 2028
        ([0, -10, 4, 5, 0], None),
        ([0, -10, 12, -5, 4], 2029),  # back once, gone again, back for good
        ([0, 3, 1, 1, 1], 2026),
        ([0, 0, 0, 0, 0], None),
    ],
)
def test_payback(flow, year):
    assert payback_year(np.array(flow, dtype=float), rules()) == year


def test_peak_funding():
    assert peak_funding(np.array([0.0, -10, -5, 20, -30]), rules()) == (25.0, 2029)
    assert peak_funding(np.array([0.0, 10, -5, 0, 0]), rules()) == (0.0, None)


def test_discount_factors_start_with_the_base_year():
    assert discount(rules(), 0.25).tolist() == pytest.approx([1.0, 0.8, 0.64, 0.512, 0.4096])


class TestPhases:
    def test_a_phase_is_spread_evenly_and_lasts_from_the_year_after(self):
        spans = {"near": (2026, 2027), "medium": (2028, 2028), "long": (2029, 2030)}
        phases = tuple({"phase": name, "first": a, "last": b} for name, (a, b) in spans.items())
        once, moved = spreads(rules(phases=phases))
        assert once.tolist() == [[0, 0.5, 0.5, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0.5]]
        assert moved.tolist() == [[0, 0, 0.5, 1, 1], [0, 0, 0, 0, 1], [0, 0, 0, 0, 0]]

    def test_the_shipped_phases_move_everything_once_within_the_horizon(self):
        once, _ = spreads(economic_rules())
        assert once.sum(axis=1).tolist() == pytest.approx([1, 1, 1])

    def test_a_horizon_before_the_base_year_is_refused(self):
        with pytest.raises(LandRenewalError, match="horizon"):
            spreads(rules(horizon=2020))


class TestBenefitCost:
    def test_by_hand(self):
        found = ten(rules=ten_rules(discount_rate=0.0))
        ledger = found.ledgers[1]
        gains = 480 + 300 + 240 + 1800 + 1040 + (22.5 + 36 + 26 + 44 - 50)
        losses = 2769 + 1229 + 900 + (4 + 8 + 8 + 8) + 45
        zero = ten_rules(discount_rate=0.0)
        assert benefit_cost(ledger, ten_costs(), zero, "fiscal") == pytest.approx(gains / losses)
        market, sold, added = 2979 + 1055 + 940, 1800 + 1040, -200 + 40 + 112 + 62 + 152
        economic = benefit_cost(ledger, ten_costs(), zero, "economic")
        assert economic == pytest.approx((sold + added) / market)

    def test_without_a_cost_there_is_none(self):
        found = ten()
        assert benefit_cost(found.ledgers[0], ten_costs(), ten_rules(), "fiscal") is None


def test_years_and_parties_are_complete():
    flow = ten().cashflow
    assert flow.groupby("scenario")["year"].apply(list).tolist() == [list(range(2025, 2031))] * 2
    assert flow["cumulative_government"].iloc[-1] == pytest.approx(21 - 510.5 + 13 - 577 + 21)


def test_the_same_input_gives_the_same_bits():
    one, two = ten(), ten()
    pd.testing.assert_frame_equal(one.results, two.results, check_exact=True)
    pd.testing.assert_frame_equal(one.transfers, two.transfers, check_exact=True)
