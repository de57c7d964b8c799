"""The tables of priced scenarios of the ten parcels of docs/worked-example.md, as the study makes them."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from economics_tables import ten_costs, ten_facts, ten_fates, ten_receivers, ten_rules

from land_renewal.core.economics.economics import Play, evaluate
from land_renewal.core.economics.economics_compare import compare
from land_renewal.core.economics.sensitivity import break_even, grid, monte_carlo, tornado
from land_renewal.core.rules.unit_costs import cost_table

NAMED = ("large_concentration", "small_clustering", "clustering_with_parks")
CUSTOM = (*NAMED, "custom")
# Parcels that stay in a scenario though they move in the worked example, which is the third scenario.
_STAY = {"small_clustering": ("P5", "P6"), "custom": ("P7",), "my_own": ("P8",)}


def _play(name):
    fates, facts = ten_fates(), ten_facts()
    kept = _STAY.get(name, ())
    if name == "status_quo":
        kept = tuple(facts["parcel_id"])
    stays = facts["parcel_id"].isin(kept)
    fates.loc[stays, "fate"] = "retain"
    fates.loc[stays, ["after_use", "dest_id", "phase"]] = None
    fates.loc[stays, "need_m2"] = np.nan
    if name == "large_concentration":
        goes = (facts["parcel_id"] == "P10").to_numpy()
        fates.loc[goes, ["fate", "after_use", "dest_id", "phase"]] = ["relocate", "reclaim", "B", "long"]
        fates.loc[goes, "need_m2"] = 1e4
    received = fates["need_m2"].sum()
    share = {"large_concentration": 0.9, "small_clustering": 0.5, "clustering_with_parks": 0.7}.get(name, 0.4)
    summary = {
        "share_in_main_clusters": share,
        "quota_freed_m2": received * 0.5,
        "jobs_at_risk": len(kept) * 7.0,
        "output_per_km2": 300_000.0 + len(kept),
    }
    return Play(name, fates, ten_receivers().assign(received_m2=received), summary)


@cache
def _priced(names, language):
    rules, costs = ten_rules(draws=400), ten_costs()
    made = evaluate(
        ten_facts(), [_play(name) for name in ("status_quo", *names)], rules, costs, language=language
    )
    risk = monte_carlo(made.ledgers, costs, rules)
    turns = break_even(made.ledgers, costs, rules, language)
    page = compare(made.results, risk, turns, costs, language)
    said = [("profile", line) for line in page.profiles]
    said += [("tradeoff", page.tradeoff)] if page.tradeoff else []
    said += [("recommendation", line) for line in page.recommendation]
    return {
        "economics": made.results, "economics_cashflow": made.cashflow, "economics_transfers": made.transfers,
        "economics_parcels": pd.concat(
            [table.assign(scenario=name, parcel_id=ten_facts()["parcel_id"])
             for name, table in made.parcels.items()], ignore_index=True),
        "economics_towns": made.towns, "economics_doing_nothing": made.doing_nothing,
        "economics_coverage": made.coverage, "economics_assumptions": made.assumptions,
        "economics_unit_costs": cost_table(costs, language), "economics_risk": risk,
        "economics_tornado": tornado(made.ledgers, costs, rules, language), "economics_break_even": turns,
        "economics_grid": grid(made.ledgers, costs, rules, ("buildings", "quota")),
        "scenario_comparison": page.table,
        "recommendation": pd.DataFrame(said, columns=["kind", "text"], dtype=object),
    }  # fmt: skip


def priced(names=NAMED, language="en"):
    """The tables by name, copies of their own."""
    return {name: table.copy() for name, table in _priced(tuple(names), language).items()}
