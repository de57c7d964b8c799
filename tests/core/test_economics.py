"""The scenarios priced: the page worked by hand, who pays, what is counted, conservation."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import pytest
from economics_tables import (
    economic_rules,
    ten,
    ten_costs,
    ten_facts,
    ten_fates,
    ten_plays,
    ten_receivers,
    ten_rules,
)
from helpers import base, firms, parcels, parks, play, profile, row_of
from hypothesis import given, settings

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.economics.economics import Play, evaluate
from land_renewal.core.economics.economics_compare import compare
from land_renewal.core.economics.sensitivity import break_even, monte_carlo
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.rules.unit_costs import PARTIES, cost_table, unit_costs
from land_renewal.core.scenarios.balance import balance

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "worked-example.md").read_text(encoding="utf-8")
YEARS = (2026, 2027, 2028, 2029, 2030)


def page_table(first):
    """A table of the page by the first cell of its head: first cell of a row -> its other cells."""
    block = PAGE[PAGE.index(f"| {first} |") :].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()[2:]]
    return {row[0]: row[1:] for row in rows}


def results(found, scenario="large_concentration"):
    return found.results.set_index("scenario").loc[scenario]


class TestTheWorkedPage:
    def test_every_payment(self):
        paid = ten().transfers
        page = page_table("payment")
        assert set(paid["item"]) == set(page)
        for item, (parties, *amounts) in page.items():
            own = paid[paid["item"] == item]
            by_year = own.groupby("year")["amount"].sum().reindex(YEARS, fill_value=0.0)
            assert by_year.tolist() == pytest.approx([float(text) for text in amounts]), item
            if item != "value_added":
                payer, payee = parties.split(" → ")
                assert set(own["payer"]) == {payer} and set(own["payee"]) == {payee}

    def test_every_party(self):
        flow = ten().cashflow
        flow = flow[flow["scenario"] == "large_concentration"].set_index("year")
        for party, amounts in page_table("party").items():
            assert flow.loc[list(YEARS), party].tolist() == pytest.approx([float(text) for text in amounts])
        assert flow.loc[2025, [*PARTIES, "economic"]].tolist() == [0.0] * 5

    def test_what_it_says(self):
        found = ten()
        row = results(found)
        assert row["npv_fiscal"] == pytest.approx(
            21 / 1.08 - 510.5 / 1.08**2 + 13 / 1.08**3 - 577 / 1.08**4 + 21 / 1.08**5
        )
        assert f"{row['npv_fiscal']:.1f}".replace("-", "−") in PAGE
        assert (row["peak_funding"], row["peak_funding_year"]) == (pytest.approx(1053.5), 2029)
        assert np.isnan(row["payback_year_fiscal"])
        breaks = break_even(found.ledgers, ten_costs(), ten_rules())
        sale = breaks[
            (breaks["scenario"] == "large_concentration")
            & breaks["against"].isna()
            & (breaks["item"] == "land_sale")
            & (breaks["view"] == "fiscal")
        ]
        assert f"{sale['break_even'].item() / 100:,.1f}" in PAGE

    def test_one_off_costs_by_payer(self):
        row = results(ten())
        assert row["cost_government"] == pytest.approx(2769 + 1229 + 900)
        assert row["cost_enterprise"] == pytest.approx(2980 + 1050 + 990)
        assert row["cost_real"] == pytest.approx(2979 + 1055 + 940)
        assert (row["tax_per_year"], row["value_added_per_year"]) == (pytest.approx(44), pytest.approx(152))

    def test_every_payment_is_counted_by_its_basis(self):
        cover = ten().coverage.set_index("item")
        assert cover.loc["buildings", ["priced_known", "priced_by_default", "unpriced"]].tolist() == [3, 1, 0]
        assert cover.loc["land_right", "priced_known"] == 2
        row = results(ten())
        assert [row[name] for name in ("priced_known", "priced_by_default", "unpriced")] == [7, 1, 0]

    def test_the_quota_is_that_of_the_land_balance(self):
        facts, receivers = ten_facts(), ten_receivers().assign(vacant_capacity_m2=1e9)
        books = balance(facts, ten_fates(), receivers)
        paid = ten().transfers
        assert paid.loc[paid["item"] == "quota", "amount"].sum() == pytest.approx(
            books.quota_freed_m2 / 1e4 * 400
        )

    def test_parcels_add_up_to_the_district(self):
        found = ten()
        land, row = found.parcels["large_concentration"], results(found)
        assert land["cost_government"].sum() == pytest.approx(row["cost_government"])
        assert land["cost_enterprise"].sum() == pytest.approx(row["cost_enterprise"])
        assert land["proceeds"].sum() == pytest.approx(1800 + 1040)
        assert land["yearly_tax"].sum() == pytest.approx(21)
        assert land["yearly_value_added"].sum() == pytest.approx(152)
        assert land["phase"].tolist()[:2] == [None, "near"]

    def test_jobs_and_tax_of_the_towns(self):
        towns = ten().towns
        own = towns[towns["scenario"] == "large_concentration"].set_index("town")
        assert own.loc["N", ["jobs_out", "jobs_in"]].tolist() == [100, 150]
        assert own.loc["S", ["jobs_out", "jobs_in", "jobs_closed"]].tolist() == [65, 0, 15]
        assert own["tax_out"].sum() == 280 and own["tax_in"].sum() == pytest.approx(270 * 1.2)


class TestStatusQuo:
    def test_it_has_no_cash_flow(self):
        row = results(ten(), "status_quo")
        assert row["npv_fiscal"] == row["npv_economic"] == row["peak_funding"] == 0.0

    def test_doing_nothing_costs_by_the_year_and_puts_off_work(self):
        burden = ten(target_tax=20_000.0).doing_nothing.set_index(["scenario", "item"])["amount"]
        quo = burden["status_quo"]
        assert quo["surcharge_deficient"] == pytest.approx(8)
        assert quo["surcharge_idle"] == pytest.approx(15)
        assert quo["remediation"] == pytest.approx(800)
        assert quo["tax_forgone"] == pytest.approx(200 * 10 - 478)
        left = burden["large_concentration"]
        assert left["surcharge_deficient"] == left["surcharge_idle"] == left["remediation"] == 0.0

    def test_firms_whose_move_ends_their_tax_forgo_all_of_it(self):
        """Half an uplift brings half the tax, and none brings none."""
        amounts = {}
        for uplift in (1.0, 0.5, 0.0):
            found = ten(ten_costs(output_uplift=uplift), target_tax=20_000.0).doing_nothing
            rows = found.set_index(["scenario", "item"])["amount"]
            amounts[uplift] = rows["large_concentration", "tax_forgone"]
        assert amounts[0.0] - amounts[0.5] == pytest.approx(amounts[0.5] - amounts[1.0]) == 135

    def test_without_a_target_no_tax_is_forgone(self):
        assert "tax_forgone" not in set(ten().doing_nothing["item"])


class TestWhatIsNotKnown:
    def test_an_unknown_output_is_not_priced_and_counted(self):
        facts = ten_facts()
        facts.loc[5, ["output", "tax"]] = np.nan
        found = evaluate(facts, ten_plays(), ten_rules(), ten_costs())
        cover = found.coverage.set_index("item")["unpriced"]
        assert cover["downtime"] == cover["value_added"] == cover["tax"] == 1
        downtime = found.transfers.query("item == 'downtime' and year == 2027")
        assert downtime.empty
        assert any("1 parcels not priced" in note for note in found.notes)

    def test_a_default_of_the_profile_prices_it(self):
        facts = ten_facts()
        facts.loc[5, "output"] = np.nan
        found = evaluate(facts, ten_plays(), ten_rules(), ten_costs(output_per_area=100_000.0))
        downtime = found.transfers.query("item == 'downtime' and year == 2027")["amount"].sum()
        assert downtime == pytest.approx(1000 * 0.25 * 0.2)
        assert found.coverage.set_index("item").loc["downtime", "priced_by_default"] == 1

    def test_contamination_not_known_counts_by_its_chance_and_the_government_pays_without_a_firm(self):
        facts = ten_facts().assign(contaminated=pd.NA)
        paid = evaluate(facts, ten_plays(), ten_rules(), ten_costs()).transfers
        paid = paid[paid["item"] == "remediation"].groupby("payer")["amount"].sum()
        assert paid["enterprise"] == pytest.approx(5 * 800 * 0.1)
        assert paid["government"] == pytest.approx(1 * 800 * 0.1)  # P9 holds no firm

    def test_a_term_not_known_counts_by_the_default_share(self):
        facts = ten_facts().assign(supply_date=pd.NaT)
        paid = evaluate(facts, ten_plays(), ten_rules(), ten_costs()).transfers
        assert paid[paid["item"] == "land_right"]["amount"].sum() == pytest.approx(3 * 300 * 0.5)

    def test_land_of_unknown_ownership(self):
        facts = ten_facts().assign(urban_rural=None)
        for ownership, item in (("state", "land_right"), ("collective", "land_right_collective")):
            paid = evaluate(facts, ten_plays(), ten_rules(unknown_ownership=ownership), ten_costs()).transfers
            kinds = set(paid["item"]) & {"land_right", "land_right_collective"}
            assert kinds == {item}

    def test_a_price_not_known_leaves_its_item_out(self):
        found = ten(ten_costs(demolition=None))
        assert "demolition" not in set(found.transfers["item"])
        assert found.coverage.set_index("item").loc["demolition", "unpriced"] == 4

    def test_the_facts_may_be_bare(self):
        bare = ten_facts()[["parcel_id", "area", "in_balance", "vacant"]]
        found = evaluate(bare, ten_plays(), ten_rules(), ten_costs())
        assert results(found)["unpriced"] > 0


class TestPhases:
    def test_the_phase_is_the_one_that_the_scenario_says(self):
        quiet, mine = ten_plays()
        late = mine.fates.assign(phase=mine.fates["phase"].replace("near", "long"))
        # What the guidance says of the parcel has gone into the phase already.
        facts = ten_facts().assign(horizon="near", block_kind="scattered", encroaching=True)
        for fates, year in ((mine.fates, 2026), (late, 2029)):
            plays = [quiet, Play(mine.name, fates, mine.receivers)]
            found = evaluate(facts, plays, ten_rules(), ten_costs())
            assert found.parcels[mine.name]["phase"][4] == ("near" if year == 2026 else "long")
            sold = found.transfers[found.transfers["item"] == "land_sale"]
            assert set(sold["year"]) == {year}

    def test_a_change_without_a_phase_is_an_error(self):
        fates = ten_fates()
        fates.loc[4, "phase"] = None
        with pytest.raises(ValueError, match="P5"):
            evaluate(ten_facts(), [Play("mine", fates, ten_receivers())], ten_rules(), ten_costs())

    def test_moves_after_the_horizon_are_told(self):
        found = ten(rules=ten_rules(horizon=2028))
        assert any("after 2028" in note for note in found.notes)
        assert found.transfers["year"].max() == 2028

    def test_a_phase_before_the_base_year_is_refused(self):
        with pytest.raises(LandRenewalError, match="near"):
            ten(rules=ten_rules(base_year=2027))


class TestSettings:
    def test_the_collective_gets_its_share_from_the_government(self):
        paid = ten(ten_costs(collective_share=0.25)).transfers
        passed = paid[paid["payee"].eq("collective") & paid["item"].isin(["quota", "land_sale"])]
        assert set(passed["payer"]) == {"government"}
        assert passed["amount"].sum() == pytest.approx((1 + 0.2) * 400 * 0.25)  # P8 and P7 are collective

    def test_sold_land_frees_no_quota_if_so_chosen(self):
        paid = ten(rules=ten_rules(priced_quota="freed_not_sold")).transfers
        assert paid[paid["item"] == "quota"]["amount"].sum() == pytest.approx((2.6 - 2) * 400)

    def test_new_firms_only_where_a_rule_says_so(self):
        paid = ten(ten_costs(new_tax=1000.0, new_output=20_000.0)).transfers
        tax = paid[(paid["item"] == "tax") & (paid["year"] == 2030)]["amount"].sum()
        added = paid[(paid["item"] == "value_added") & (paid["year"] == 2030)]["amount"].sum()
        assert (tax, added) == (pytest.approx(44 + 0.02 * 1000), pytest.approx(152 + 0.02 * 20_000 * 0.2))

    def test_the_public_welfare_rate(self):
        row = results(ten(rules=ten_rules(public_welfare=True, discount_rate_public=0.0)))
        assert row["npv_fiscal"] == pytest.approx(21 - 510.5 + 13 - 577 + 21)

    def test_peak_funding_over_revenue(self):
        assert np.isnan(results(ten())["peak_funding_share"])
        row = results(ten(rules=ten_rules(fiscal_revenue=2107.0)))
        assert row["peak_funding_share"] == pytest.approx(0.5)

    def test_assumptions_carry_their_share(self):
        used = ten().assumptions
        used = used[used["scenario"] == "large_concentration"].set_index("item")
        assert "tax_per_area" not in used.index
        pv = {"2026": 1.08, "2027": 1.08**2, "2029": 1.08**4}
        premises = 1500 / pv["2026"] + 750 / pv["2027"] + 750 / pv["2029"]
        every = 5749 / pv["2026"] + 2279 / pv["2027"] + 1890 / pv["2029"]
        assert used.loc["premises", "share_of_cost"] == pytest.approx(premises / every)
        assert used.loc["premises", "share_of_benefit"] == 0.0
        assert used["share_of_benefit"].max() < 0.7 and used.loc["renewed_uplift", "share_of_cost"] == 0.0
        assert (used.loc["buildings", "value"], used.loc["buildings", "unit"]) == (
            pytest.approx(1000),
            "CNY/m2",
        )
        assert set(used.loc["premises", ["status"]]) == {"assumption"}


class TestUnitCosts:
    def test_the_shipped_ones_are_complete(self):
        costs = unit_costs(profile())
        table = cost_table(costs).set_index("item")
        assert table.loc["output_uplift", "value"] == 1.0
        assert not costs.notes
        assert (table.loc[table["group"] != "factor", ["payer", "payee"]].notna()).all(axis=None)
        ranged = table.dropna(subset=["low"])
        assert (ranged["low"] <= ranged["value"]).all() and (ranged["value"] <= ranged["high"]).all()
        assert set(table["status"].dropna()) <= {"assumption", "verified"}
        assert (table.loc[table["group"] == "cost", "status"] == "assumption").all()

    # Who pays whom, line by line, as the method says.
    @pytest.mark.parametrize(
        ("items", "payer", "payee"),
        [
            ("land_right buildings equipment downtime", "government", "enterprise"),
            ("land_right_collective", "government", "collective"),
            ("demolition reclamation land_preparation", "government", "market"),
            ("remediation premises", "enterprise", "market"),
            ("receiver_land tax surcharge_deficient surcharge_idle", "enterprise", "government"),
            ("land_sale quota", "market", "government"),
        ],
    )
    def test_who_pays_whom(self, items, payer, payee):
        costs = unit_costs(profile())
        assert {(costs[item].payer, costs[item].payee) for item in items.split()} == {(payer, payee)}
        assert costs["remediation"].else_payer == "government"
        assert costs["collective_share"].value == 0.0

    def user(self, tmp_path, rows):
        path = tmp_path / "own.yml"
        origin = "source: county, year: 2024, status: verified"
        lines = "\n".join(f"      - {{{row}, {origin}}}" for row in rows)
        path.write_text(
            f"extends: default\neconomics:\n  unit_costs:\n    rows:\n{lines}\n", encoding="utf-8"
        )
        return unit_costs(load_profile(path))

    def test_a_value_in_another_unit_keeps_the_range(self, tmp_path):
        price = self.user(tmp_path, ["item: buildings, value: 100, unit: 10k CNY/mu"])["buildings"]
        assert price.value == pytest.approx(150_000)
        assert (price.low, price.high) == (70_000, 180_000)
        assert (price.source, price.status, price.shown(price.value)) == (
            "county",
            "verified",
            pytest.approx(100),
        )

    def test_a_range_that_does_not_hold_the_value_is_dropped_and_told(self, tmp_path):
        costs = self.user(tmp_path, ["item: buildings, value: 4000, unit: CNY/m2"])
        assert not costs["buildings"].varies
        assert any("buildings" in note for note in costs.notes)

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ("item: tax, value: 1, low: 0.5, unit: ratio", "both low and high"),
            ("item: quota, payee: market, value: 1, unit: CNY/m2", "to itself"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, tmp_path, row, message):
        with pytest.raises(LandRenewalError, match=message):
            self.user(tmp_path, [row])


FATES = st.sampled_from(
    [("retain", None, None), ("renew", None, None), ("merge", None, "M"), ("relocate", "reuse", "B"),
     ("relocate", "reserve", "B"), ("relocate", "reclaim", "C"), ("reclaim", "reclaim", None),
     ("reclaim", "reclaim", "B"), ("reserve", "reserve", None), (None, None, None)]
)  # fmt: skip
MAYBE = st.one_of(st.none(), st.floats(0, 1e4))
PARCEL = st.fixed_dictionaries(
    {
        "decided": FATES, "area": st.floats(10, 1e5), "in_balance": st.booleans(), "vacant": st.booleans(),
        "urban_rural": st.sampled_from(["urban", "rural", None]), "floor_m2": MAYBE, "fixed_assets": MAYBE,
        "output": MAYBE, "tax": MAYBE, "jobs": MAYBE, "need": st.floats(0, 1),
        "contaminated": st.sampled_from([True, False, None]),
        "deficiency": st.sampled_from(["none", "equity", "efficiency", "unknown"]),
        "phase": st.sampled_from(["near", "medium", "long"]),
        "supply_date": st.sampled_from([None, pd.Timestamp("1990-01-01"), pd.Timestamp("2020-01-01")]),
        "town": st.sampled_from(["N", "S", None]),
    }
)  # fmt: skip


def drawn(rows):
    fate, use, dest = zip(*(row["decided"] for row in rows))
    facts = pd.DataFrame(rows).drop(columns=["decided", "need", "phase"])
    facts.insert(0, "parcel_id", [f"p{n}" for n in range(len(rows))])
    need = [row["need"] * row["area"] if there in ("B", "C") else np.nan for row, there in zip(rows, dest)]
    phase = [row["phase"] if row["decided"][0] not in ("retain", None) else None for row in rows]
    fates = pd.DataFrame(
        {"fate": fate, "after_use": use, "dest_id": dest, "phase": phase, "need_m2": need}, dtype=object
    )
    return facts, fates.astype({"need_m2": float})


@settings(max_examples=60)
@given(st.lists(PARCEL, min_size=1, max_size=8), st.floats(0, 0.4))
def test_money_land_and_jobs_are_conserved(rows, share):
    facts, fates = drawn(rows)
    receivers = pd.DataFrame({"park_id": ["B", "C"], "received_m2": [0.0, 0.0]})
    costs = unit_costs(profile()).with_values(collective_share=share, output_uplift=1.1)
    found = evaluate(facts, [Play("mine", fates, receivers)], economic_rules(), costs)
    flow, paid = found.cashflow, found.transfers
    scale = 1.0 + flow[list(PARTIES)].abs().to_numpy().max()
    assert flow[list(PARTIES)].sum(axis=1).abs().max() <= 1e-9 * scale
    cash = paid[paid["payer"].notna()]
    assert (cash["payer"] != cash["payee"]).all()
    for party in PARTIES:
        received = cash[cash["payee"] == party]["amount"].sum() - cash[cash["payer"] == party]["amount"].sum()
        assert received == pytest.approx(flow[party].sum(), abs=1e-6 * scale)
    land = found.parcels["mine"]
    row = found.results.iloc[0]
    assert land["cost_government"].sum() == pytest.approx(row["cost_government"], abs=1e-6 * scale)
    assert land["cost_enterprise"].sum() == pytest.approx(row["cost_enterprise"], abs=1e-6 * scale)
    towns = found.towns
    left, came, closed = (towns[f"jobs_{name}"].sum() for name in ("out", "in", "closed"))
    assert left == pytest.approx(came + closed)
    assert {name: (land["price_basis"] == name).sum() for name in ("priced_known", "unpriced")} == {
        name: row[name] for name in ("priced_known", "unpriced")
    }


@settings(max_examples=30)
@given(
    st.sampled_from(["buildings", "demolition", "reclamation", "land_preparation", "land_right"]),
    st.floats(1, 5),
)
def test_a_dearer_cost_of_the_government_never_raises_its_present_value(item, times):
    base_costs = ten_costs()
    dear = ten_costs(**{item: base_costs[item].value * times})
    before, after = (results(ten(costs))["npv_fiscal"] for costs in (base_costs, dear))
    assert after <= before + 1e-9


def test_a_transfer_leaves_the_economic_view_alone():
    before = results(ten())["npv_economic"]
    for item in (
        "land_right",
        "buildings",
        "equipment",
        "downtime",
        "receiver_land",
        "tax",
        "surcharge_deficient",
    ):
        dear = ten(ten_costs(**{item: 3.0 * ten_costs()[item].value}))
        assert results(dear)["npv_economic"] == pytest.approx(before), item


def test_a_scenario_built_from_land_can_be_priced():
    land = parcels(row_of(4, x=3000.0), urban_rural=["rural"] * 4, site_far=[0.5] * 4)
    found = play("large_concentration", land, parks(base()).assign(expansion_m2=1e6),
                 firms=firms(4, output=[100.0] * 4, tax=[5.0] * 4, jobs=[10.0] * 4))  # fmt: skip
    facts = found.situation.facts.assign(urban_rural=land["urban_rural"])
    plays = [Play(found.scenario.name, found.scenario.fates, found.scenario.receivers, found.summary)]
    priced = evaluate(facts, plays, economic_rules(), unit_costs(profile()))
    row = priced.results.iloc[0]
    moved = (found.scenario.fates["fate"] == "relocate").sum()
    assert moved == 4 and row["jobs_moved"] == 40
    paid = priced.transfers.groupby("item")["amount"].sum()
    assert paid["buildings"] == pytest.approx(4 * 0.5 * 1200)
    assert paid["premises"] == pytest.approx(4 * 0.5 * 1800)
    freed = found.balance.quota_freed_m2
    assert paid.get("quota", 0.0) == pytest.approx(freed / 1e4 * 450)


def three_results():
    """Results of the paper's three scenarios as the paper expects them."""
    names = ["status_quo", "large_concentration", "small_clustering", "clustering_with_parks"]
    plays = [replace(ten_plays()[0], name=names[0])]
    for name, moved in zip(names[1:], ([4, 5, 6], [5], [4, 5])):
        fates = ten_fates()
        stay = [row for row in (4, 5, 6) if row not in moved]
        fates.loc[stay, ["fate", "after_use", "dest_id", "need_m2"]] = ["retain", None, None, np.nan]
        summary = {"jobs_at_risk": 100.0 * len(moved), "share_in_main_clusters": 0.3 + 0.2 * len(moved),
                   "vacated_m2": 1e4 * len(moved), "output_to_target": 0.6 + 0.1 * len(moved),
                   "tax_to_target": 0.7}  # fmt: skip
        plays.append(Play(name, fates, ten_receivers(), summary))
    return evaluate(ten_facts(), plays, ten_rules(), ten_costs(land_sale=300_000.0))


class TestComparison:
    def made(self, language="en", **changes):
        found = three_results()
        costs, rules = ten_costs(land_sale=300_000.0), ten_rules(draws=200)
        risk, breaks = (
            monte_carlo(found.ledgers, costs, rules),
            break_even(found.ledgers, costs, rules, language),
        )
        table = found.results.assign(**changes)
        return compare(table, risk, breaks, costs, language)

    def test_best_and_worst_are_marked_by_direction(self):
        table = self.made().table
        cost = table[table["metric"] == "cost_government"].set_index("scenario")
        assert cost["mark"].to_dict() == {
            "status_quo": None, "large_concentration": "worst", "small_clustering": "best",
            "clustering_with_parks": None,
        }  # fmt: skip
        land = table[table["metric"] == "share_in_main_clusters"].set_index("scenario")
        assert land.loc["large_concentration", "mark"] == "best"
        assert land.loc["small_clustering", "rank"] == 3
        same = table[table["metric"] == "tax_to_target"]
        assert same["mark"].isna().all()  # all alike: nothing to mark

    def test_the_trade_off_is_cost_against_clustering(self):
        made = self.made()
        assert "Large concentration puts 40.0 points more" in made.tradeoff
        assert "than small clustering" in made.tradeoff and "30.4 million CNY more" in made.tradeoff

    def test_the_judgement_stands_beside_the_figures(self):
        said = self.made().recommendation
        large, small, third = said[:3]
        assert "strains county finance" in large and "The figures agree" in large
        assert "from the bottom" in small and "70.0 %" in small and "The figures agree" in small
        assert "first choice in most districts" in third
        assert any("What would change the order" in line or "no single unit cost" in line for line in said)

    def test_every_part_of_the_judgement_has_its_figure(self):
        lose = [None, "T1, T2, T3", "T1", None]
        large, small, third = self.made(
            towns_lose=lose, vacated_m2=[0.0, 5e6, 1e6, 2e6], quota_freed_m2=[0.0, 1e6, 4e5, 5e5]
        ).recommendation[:3]
        assert "3 towns lose tax" in large
        assert "it vacates 100 ha, rank 1 of 3 from the bottom" in small
        assert "100 jobs are at risk, rank 1 of 3 from the bottom" in small
        assert "50.0 % of the industrial land is then in bases and communities" in small
        assert "it vacates 200 ha and takes up 150 ha" in third

    def test_a_small_clustering_that_withdraws_most_land_does_not_agree(self):
        small = self.made(vacated_m2=[0.0, 1e6, 5e6, 2e6]).recommendation[1]
        assert "do not agree" in small and "rank 3 of 3 from the bottom" in small
        tied = self.made(vacated_m2=[0.0, 1e6, 1e6, 2e6]).recommendation[1]
        assert "cannot tell" in tied

    def test_figures_that_disagree_are_said_to(self):
        dear = [0.0, 10.0, 5000.0, 100.0]
        large, small, _ = self.made(cost_government=dear).recommendation[:3]
        assert "do not agree" in large and "do not agree" in small

    def test_without_jobs_targets_and_clustering_it_says_what_is_not_known(self):
        made = self.made(
            jobs_at_risk=None, output_to_target=None, tax_to_target=None, share_in_main_clusters=None
        )
        assert "jobs at risk are not known" in made.recommendation[0]
        assert "cannot tell" in made.recommendation[0] and "no targets" in made.recommendation[1]
        assert "present value" in made.tradeoff

    def test_in_chinese_no_english_word_is_left(self):
        made = self.made("zh")
        for line in [*made.recommendation, *made.profiles, made.tradeoff]:
            assert not re.search(r"[A-Za-z_]{2,}", line), line
