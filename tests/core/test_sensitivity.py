"""Tornado, grid, draws and break-even: against running the whole evaluation again with another unit cost."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import pytest
from counting import calls
from economics_tables import economic_rules, ten, ten_costs, ten_rules
from helpers import profile
from hypothesis import given, settings

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.economics.economics import Play, evaluate
from land_renewal.core.economics.sensitivity import (
    break_even,
    draw,
    forms_of,
    grid,
    monte_carlo,
    tornado,
    triangular_means,
)
from land_renewal.core.rules.unit_costs import unit_costs

PRICED = "large_concentration"


def worth(costs, view="fiscal", rules=None):
    return ten(costs, rules).results.set_index("scenario").loc[PRICED, f"npv_{view}"]


def ranged(costs, spread=0.5):
    """Every unit cost with a range around its value."""
    prices = {
        item: replace(price, low=price.value * (1 - spread), high=price.value * (1 + 2 * spread))
        if price.value
        else price
        for item, price in costs.prices.items()
    }
    return replace(costs, prices=prices)


@pytest.fixture(scope="module")
def priced():
    costs, rules = ranged(ten_costs()), ten_rules(draws=4000)
    return ten(costs, rules).ledgers, costs, rules


def test_the_form_gives_the_present_value_of_the_cash_flow(priced):
    ledgers, costs, rules = priced
    for form in forms_of(ledgers, costs, rules):
        if form.scenario == PRICED:
            assert form.value(costs.vector()) == pytest.approx(worth(costs, form.view))


@settings(max_examples=25)
@given(
    st.sampled_from([*ten_costs().varied(), "output_uplift"]),
    st.floats(0.2, 3),
    st.sampled_from(["fiscal", "economic"]),
)
def test_the_form_follows_any_unit_cost(item, times, view):
    costs = ten_costs()
    if costs[item].value is None:
        return
    changed = costs.with_values(**{item: costs[item].value * times})
    ledgers = ten(costs).ledgers
    form = next(f for f in forms_of(ledgers, costs, ten_rules()) if (f.scenario, f.view) == (PRICED, view))
    assert form.value(changed.vector()) == pytest.approx(worth(changed, view))


class TestTornado:
    def test_bars_are_those_of_running_again_with_each_end(self, priced):
        ledgers, costs, rules = priced
        bars = tornado(ledgers, costs, rules)
        own = bars[(bars["scenario"] == PRICED) & (bars["view"] == "fiscal")]
        assert own["rank"].tolist() == list(range(1, 11))
        assert own["swing"].is_monotonic_decreasing
        for row in own.head(3).to_dict("records"):
            for end in ("low", "high"):
                changed = worth(costs.with_values(**{row["item"]: row[end]}))
                assert row[f"npv_{end}"] == pytest.approx(changed), row["item"]

    def test_the_strongest_items_come_first(self, priced):
        ledgers, costs, rules = priced
        own = tornado(ledgers, costs, rules, top=99).query("scenario == @PRICED and view == 'fiscal'")
        swings = {
            item: abs(worth(costs.with_values(**{item: p.high})) - worth(costs.with_values(**{item: p.low})))
            for item, p in costs.prices.items()
            if p.varies
        }
        strongest = max(swings, key=swings.get)
        assert own.iloc[0]["item"] == strongest
        assert set(own["item"]) == {item for item, swing in swings.items() if swing > 1e-9} | {
            "discount_rate"
        }

    def test_the_discount_rate_takes_part(self, priced):
        ledgers, costs, rules = priced
        row = tornado(ledgers, costs, rules, top=99).query(
            "scenario == @PRICED and view == 'fiscal' and item == 'discount_rate'"
        )
        public = worth(costs, rules=replace(rules, public_welfare=True))
        assert (row["low"].item(), row["npv_low"].item()) == (0.06, pytest.approx(public))

    def test_names_in_chinese(self, priced):
        assert "土地出让收入" in set(tornado(*priced, language="zh")["name"])


class TestBreakEven:
    def test_at_the_break_even_the_present_value_is_nothing(self, priced):
        ledgers, costs, rules = priced
        rows = break_even(ledgers, costs, rules)
        own = rows[(rows["scenario"] == PRICED) & rows["against"].isna()]
        assert {"land_sale", "quota", "output_uplift", "premises"} <= set(own["item"])
        for row in own.to_dict("records"):
            at = worth(costs.with_values(**{row["item"]: row["break_even"]}), row["view"])
            assert at == pytest.approx(0.0, abs=1e-6), row["item"]
            price = costs[row["item"]]
            held = price.low <= row["break_even"] <= price.high if price.varies else pd.NA
            assert row["within_range"] is held or row["within_range"] == held

    def test_two_scenarios_alike_have_no_crossing(self, priced):
        ledgers, costs, rules = priced
        twins = [ledgers[1], replace(ledgers[1], scenario="twin")]
        rows = break_even(twins, costs, rules)
        assert rows["against"].isna().all()


class TestGrid:
    def test_corners_are_those_of_running_again(self, priced):
        ledgers, costs, rules = priced
        cells = grid(ledgers, costs, rules, ("land_sale", "quota"), steps=3)
        own = cells[cells["scenario"] == PRICED]
        assert len(own) == 9
        for row in own.iloc[[0, 5, 8]].to_dict("records"):
            changed = costs.with_values(land_sale=row["x"], quota=row["y"])
            assert row["npv"] == pytest.approx(worth(changed))

    def test_one_scenario_is_first_in_each_cell(self, priced):
        cells = grid(*priced, ("land_sale", "quota"))
        assert (cells.groupby(["x", "y"])["first"].sum() == 1).all()

    def test_the_items_are_named_in_the_language(self, priced):
        cells = grid(*priced, ("land_sale", "quota"), language="zh")
        assert cells[["name_x", "name_y"]].drop_duplicates().values.tolist() == [
            [priced[1][item].name_zh for item in ("land_sale", "quota")]
        ]

    def test_an_item_that_does_not_vary_is_refused(self, priced):
        with pytest.raises(LandRenewalError, match="land_sale"):
            grid(*priced, ("collective_share", "quota"))


class TestDraws:
    def test_they_are_triangular(self):
        costs = unit_costs(profile())
        values = draw(costs, 200_000, 1)
        for place, price in enumerate(costs.prices.values()):
            if not price.varies:
                assert np.ptp(values[:, place]) == 0
                continue
            low, mode, high = price.low, price.value, price.high
            column = values[:, place]
            assert low <= column.min() and column.max() <= high
            assert column.mean() == pytest.approx((low + mode + high) / 3, rel=0.01)
            spread = (low**2 + mode**2 + high**2 - low * mode - low * high - mode * high) / 18
            assert column.var() == pytest.approx(spread, rel=0.02)

    def test_a_new_item_changes_no_other_draws(self):
        costs = unit_costs(profile())
        fewer = replace(costs, prices={k: v for k, v in costs.prices.items() if k != "buildings"})
        place = {item: n for n, item in enumerate(costs.prices)}
        same = [place[item] for item in fewer.prices]
        assert (draw(costs, 50, 7)[:, same] == draw(fewer, 50, 7)).all()

    def test_the_mean_is_the_exact_mean(self, priced):
        ledgers, costs, rules = priced
        rows = monte_carlo(ledgers, costs, rules).query("scenario == @PRICED")
        for row in rows.to_dict("records"):
            # Independent items, each once in a product: the mean of the value is the value at the means.
            error = row["std"] / rules.draws**0.5
            assert abs(row["mean"] - row["expected"]) < 4 * error
            assert row["p05"] < row["p25"] < row["p50"] < row["p75"] < row["p95"]
        means = dict(zip(costs.prices, triangular_means(costs)))
        known = {item: mean for item, mean in means.items() if costs[item].value is not None}
        assert rows.iloc[0]["expected"] == pytest.approx(worth(costs.with_values(**known)))

    def test_shares_are_shares(self, priced):
        rows = monte_carlo(*priced)
        assert rows.groupby("view")["first_share"].sum().tolist() == pytest.approx([1.0, 1.0])
        own = rows.set_index(["scenario", "view"])
        fiscal = own.loc[(PRICED, "fiscal")]
        # Against the status quo alone, ranking first is gaining at all.
        assert fiscal["first_share"] == 0.0 or fiscal["first_share"] == fiscal["positive_share"]
        assert own.loc[("status_quo", "fiscal"), "std"] == 0.0
        assert np.isnan(own.loc[("status_quo", "fiscal"), "first_change_share"])
        assert fiscal["first_change_share"] == 1.0

    def test_the_seed_decides(self, priced):
        ledgers, costs, rules = priced
        one, two = monte_carlo(ledgers, costs, rules), monte_carlo(ledgers, costs, rules)
        pd.testing.assert_frame_equal(one, two, check_exact=True)
        other = monte_carlo(ledgers, costs, replace(rules, seed=rules.seed + 1))
        assert other["mean"].tolist() != one["mean"].tolist()


def large_district(count=50_000):
    rng = np.random.default_rng(3)
    facts = pd.DataFrame(
        {
            "parcel_id": [f"p{n}" for n in range(count)], "area": rng.uniform(500, 30_000, count),
            "in_balance": True, "vacant": False, "urban_rural": rng.choice(["urban", "rural"], count),
            "floor_m2": np.where(rng.random(count) < 0.3, np.nan, rng.uniform(100, 9000, count)),
            "output": rng.uniform(10, 5000, count), "tax": rng.uniform(1, 200, count),
            "supply_date": pd.Timestamp("2005-01-01"),
        }
    )  # fmt: skip
    plays = []
    for name in ("status_quo", "large_concentration", "small_clustering", "clustering_with_parks"):
        moves = rng.random(count) < 0.4
        fates = pd.DataFrame(
            {"fate": np.where(moves, "relocate", "retain"), "after_use": np.where(moves, "reuse", None),
             "phase": np.where(moves, rng.choice(["near", "medium", "long"], count), None),
             "dest_id": np.where(moves, "B", None), "need_m2": np.where(moves, facts["area"] * 0.8, np.nan)}
        )  # fmt: skip
        plays.append(Play(name, fates, pd.DataFrame({"park_id": ["B"], "received_m2": [0.0]})))
    return facts, plays


def test_ten_thousand_draws_of_a_large_district_are_arithmetic_on_a_few_numbers():
    costs = unit_costs(profile())

    def work(parcels, draws):
        facts, plays = large_district(parcels)
        rules = economic_rules(draws=draws)
        found = evaluate(facts, plays, rules, costs)
        assert (monte_carlo(found.ledgers, costs, rules)["draws"] == draws).all()
        terms = [len(form.terms) for form in forms_of(found.ledgers, costs, rules)]
        priced = calls(evaluate, facts, plays, rules, costs)
        return terms, calls(monte_carlo, found.ledgers, costs, rules), priced

    work(50, 10)
    few, many = work(500, 100), work(5_000, 10_000)
    assert many[:2] == few[:2]
    assert max(few[0]) < 50
    assert many[2] < 1.05 * few[2]  # pricing does not go through the parcels one by one either
