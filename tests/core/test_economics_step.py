"""The money of whole districts: what the step hands in and what comes out, on the sample and on New York."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from helpers import Shelf, sample_raw
from test_nyc import read

from land_renewal.core.common.columns import SCENARIOS
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.study.economics_step import TABLES, economic_facts
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

PARTIES = ["government", "enterprise", "collective", "market"]
TARGETS = (*TABLES, "scenario_summary", *(f"scenario_{name}" for name in SCENARIOS[1:]))


def price(raw, rules=None, language="en", mapping="auto", store=None):
    study = Study(raw, load_mapping(mapping), load_profile(rules), language, store)
    return run_study(study, STEPS, TARGETS)


@pytest.fixture(scope="module")
def district():
    return sample_raw()


@pytest.fixture(scope="module")
def sample(district):
    return price(district)


def test_the_short_term_costs_order_as_the_paper_says(sample):
    cost = sample["economics"].set_index("scenario")["cost_government"]
    assert cost["large_concentration"] > cost["clustering_with_parks"] > cost["small_clustering"] > 0
    assert cost["status_quo"] == 0


def test_what_one_party_pays_another_receives_every_year(sample):
    flow = sample["economics_cashflow"]
    assert np.abs(flow[PARTIES].sum(axis=1)).max() < 1e-6 * flow[PARTIES].abs().to_numpy().max()


def test_the_cash_flow_is_the_sum_of_the_payments(sample):
    paid = sample["economics_transfers"].dropna(subset=["payer"])
    keys = ["scenario", "year"]
    received = paid[paid["payee"] == "government"].groupby(keys)["amount"].sum()
    spent = paid[paid["payer"] == "government"].groupby(keys)["amount"].sum()
    flow = sample["economics_cashflow"].set_index(keys)["government"]
    assert received.sub(spent, fill_value=0).reindex(flow.index, fill_value=0).to_numpy() == pytest.approx(
        flow.to_numpy(), abs=1e-6
    )


def test_every_payment_is_named(sample):
    names = sample["economics_unit_costs"].set_index("item")["name"]
    paid = sample["economics_transfers"]
    assert len(paid) and paid["name"].tolist() == names[paid["item"]].tolist()


def test_the_parcels_add_up_to_the_district(sample):
    parcels = sample["economics_parcels"].groupby("scenario")["cost_government"].sum()
    whole = sample["economics"].set_index("scenario")["cost_government"]
    assert parcels.to_dict() == pytest.approx(whole[parcels.index].to_dict())


def test_quota_is_priced_on_the_land_balance(sample):
    costs = sample["economics_unit_costs"].set_index("item")["value"]
    paid = sample["economics_transfers"].query("item == 'quota'").groupby("scenario")["amount"].sum()
    freed = sample["scenario_summary"].set_index("scenario")["quota_freed_m2"]
    for scenario in SCENARIOS[1:]:
        assert paid[scenario] == pytest.approx(freed[scenario] / 1e6 * costs["quota"])


def test_fixed_assets_of_firms_arrive_at_their_parcels(sample):
    facts = economic_facts(sample)
    held = sample["holdings"]
    firms = sample["enterprises"].set_index("ent_id")["fixed_assets"]
    placed = firms[firms.index.isin(held.loc[held["land_m2"] > 0, "ent_id"])]
    assert facts["fixed_assets"].sum() == pytest.approx(placed.sum())


def test_every_unit_cost_used_is_listed_as_an_assumption(sample):
    used = sample["economics_assumptions"]
    assert set(used["status"]) == {"assumption"}
    assert used.loc[used["source"].isna()].empty
    assert set(sample["economics_transfers"]["item"]) - {"value_added"} <= {
        *used["item"], "surcharge_deficient", "surcharge_idle", "land_sale", "quota", "tax", "value_added",
    }  # fmt: skip


def test_parcels_that_cannot_be_priced_are_counted(sample):
    results = sample["economics"].set_index("scenario")
    assert (results.loc[list(SCENARIOS[1:]), "unpriced"] > 0).all()
    assert any("not priced, because a figure and its default are not known" in note
               for note in sample.messages["economics"])  # fmt: skip


def test_the_papers_judgement_stands_beside_the_figures(sample):
    said = sample["recommendation"]
    assert said["kind"].tolist() == sorted(said["kind"], key=["profile", "tradeoff", "recommendation"].index)
    told = " ".join(said["text"])
    expected = ("The paper's judgement", "strains county finance", "jobs of the towns", "Unit costs are")
    for words in expected:
        assert words in told


def test_a_dearer_cost_changes_the_money_and_nothing_else(district, sample, tmp_path):
    path = tmp_path / "dear.yml"
    path.write_text(
        "extends: default\neconomics:\n  unit_costs:\n    rows:\n"
        "      - {item: buildings, value: 1700, unit: CNY/m2, source: county, year: 2026,"
        " status: verified}\n",
        encoding="utf-8",
    )
    dear = price(district, path, store=Shelf(sample))
    assert dear.fingerprints["scenarios"] == sample.fingerprints["scenarios"]
    assert dear.fingerprints["economics"] != sample.fingerprints["economics"]
    before, after = (study["economics"].set_index("scenario")["npv_fiscal"] for study in (sample, dear))
    assert (after[list(SCENARIOS[1:])] < before[list(SCENARIOS[1:])]).all()
    used = dear["economics_assumptions"].query("item == 'buildings'")
    assert set(used["status"]) == {"verified"} and set(used["source"]) == {"county"}


def test_the_same_input_gives_the_same_money(district, sample):
    again = price(district)
    for name in TABLES:
        pd.testing.assert_frame_equal(again[name], sample[name])


def test_chinese_reads_chinese(district):
    said = price(district, language="zh")["recommendation"]["text"]
    assert any("文献" in text or "论文" in text for text in said)


def test_new_york_is_priced_as_far_as_its_data_go(shared_data):
    folder = shared_data / "nyc"
    raw = {"parcels": read(folder / "lots.gpkg"), "parks": read(folder / "zones.gpkg")}
    study = price(raw, "nyc", mapping="nyc")
    results = study["economics"].set_index("scenario")
    assert (results["cost_government"].drop("status_quo") > 0).all()
    assert results["value_added_per_year"].drop("status_quo").fillna(0).eq(0).all()  # no output is known
    assert (results["unpriced"].drop("status_quo") > 0).any()
