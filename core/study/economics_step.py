"""The step of the study that prices the scenarios: tables in, tables out."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..common.errors import sentence
from ..economics.economics import Economics, Play, evaluate
from ..economics.economics_compare import compare
from ..economics.sensitivity import break_even, grid, monte_carlo, tornado
from ..levels import land
from ..levels.land import LandRules
from ..matching.holdings import firm_totals
from ..performance.pieces import plot_ratio_parts
from ..rules.unit_costs import EconomicRules, UnitCosts, cost_table, unit_costs
from ..scenarios.scenarios import STATUS_QUO
from ..scenarios.situation import ScenarioRules, parcel_towns
from .scenario_step import SCENARIO_TABLES
from .study import Study, step

TABLES = (
    *("economics", "economics_cashflow", "economics_transfers", "economics_parcels", "economics_towns"),
    *("economics_doing_nothing", "economics_coverage", "economics_assumptions", "economics_unit_costs"),
    *("economics_risk", "economics_tornado", "economics_break_even", "economics_grid"),
    *("scenario_comparison", "recommendation"),
)
_OF_PARCELS = ("urban_rural", "floor_m2", "supply_date", "contaminated")
_MONEY = ("cost_government", "cost_enterprise", "proceeds", "yearly_tax", "yearly_value_added")


@step(
    "economics",
    sentence("Economics"),
    reads=(
        *("parcels", "levels", "control", "deficiency", "enterprises", "holdings", "towns"),
        *(*SCENARIO_TABLES, "receivers", "scenario_summary"),
    ),
    writes=TABLES,
    rules=("economics", "scenarios", "land"),
    weight=2,
)
def evaluate_economics(study: Study) -> dict:
    """Costs and benefits of the scenarios by year and party, how sure they are, and how they compare."""
    rules, costs = study.profile.params(EconomicRules, "economics"), unit_costs(study.profile)
    language, money = study.language, study.mapping.money
    targets = study.profile.params(ScenarioRules, "scenarios")
    plays = _plays(study)
    priced = evaluate(
        economic_facts(study), plays, rules, costs, targets.target_tax, language,
        lambda share, text: study.progress(0.6 * share, text),
    )  # fmt: skip
    study.note("economics", priced.notes)
    study.progress(0.6, sentence("sensitivity"))
    risk = monte_carlo(priced.ledgers, costs, rules)
    breaks = break_even(priced.ledgers, costs, rules, language)
    bars = tornado(priced.ledgers, costs, rules, language)
    page = compare(priced.results, risk, breaks, costs, language, money)
    return {
        "economics": priced.results,
        "economics_cashflow": priced.cashflow,
        "economics_transfers": priced.transfers,
        "economics_parcels": _parcel_money(study, priced),
        "economics_towns": priced.towns,
        "economics_doing_nothing": priced.doing_nothing,
        "economics_coverage": priced.coverage,
        "economics_assumptions": priced.assumptions,
        "economics_unit_costs": cost_table(costs, language),
        "economics_risk": risk,
        "economics_tornado": bars,
        "economics_break_even": breaks,
        "economics_grid": _grid(priced, bars, costs, rules, language),
        "scenario_comparison": page.table,
        "recommendation": _sentences(page),
    }


def economic_facts(study: Study) -> pd.DataFrame:
    """What the money depends on, one row a parcel (`economics.quantities.FACTS`); missing = not known."""
    parcels, rules = study["parcels"], study.profile.params(LandRules, "land")
    facts = study["levels"].join(study["control"]).join(study["deficiency"]["deficiency"])
    facts = facts.assign(
        **{name: parcels[name] for name in _OF_PARCELS if name in parcels},
        parcel_id=parcels["parcel_id"],
        area=parcels["area_m2"],
        town=parcel_towns(parcels, study["towns"]),
        in_balance=land.in_balance(parcels, rules),
        vacant=land.vacant(parcels, rules),
    )
    floor, site = plot_ratio_parts(parcels)
    with np.errstate(all="ignore"):
        facts["far"] = floor / site
    return facts.join(firm_totals(parcels, study["enterprises"], study["holdings"]))


def _plays(study: Study) -> list[Play]:
    """The scenarios as they were built; in the status quo every industrial parcel stays."""
    summary = {row["scenario"]: row for row in study["scenario_summary"].to_dict("records")}
    receivers = study["receivers"]
    first = study[SCENARIO_TABLES[0]]
    still = pd.DataFrame({name: None for name in first}, index=first.index, dtype=object)
    still["fate"] = first["fate"].where(first["fate"].isna(), "retain")
    still["need_m2"] = np.nan
    plays = []
    for name, row in summary.items():
        own = receivers[receivers["scenario"] == name]
        fates = still if name == STATUS_QUO else study[f"scenario_{name}"]
        plays.append(Play(name, fates, own, row))
    return plays


def _parcel_money(study: Study, priced: Economics) -> pd.DataFrame:
    """Money of each parcel and scenario; parcels that nothing is paid for are left out."""
    ids, parts = study["parcels"]["parcel_id"], []
    for name, table in priced.parcels.items():
        money = [column for column in _MONEY if column in table]
        paid = (table[money].fillna(0.0) != 0).any(axis=1).to_numpy()
        parts.append(table[paid].assign(scenario=name, parcel_id=ids[paid]))
    frame = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return frame[["scenario", "parcel_id", *(c for c in frame if c not in ("scenario", "parcel_id"))]]


def _grid(priced: Economics, bars, costs: UnitCosts, rules: EconomicRules, language: str) -> pd.DataFrame:
    """The two items that swing the fiscal result most, against each other."""
    fiscal = bars[(bars["view"] == "fiscal") & bars["item"].isin(costs.varied())]
    strongest = fiscal.groupby("item")["swing"].max().sort_values(ascending=False, kind="stable")
    if len(strongest) < 2:
        names = ("scenario", "view", "item_x", "name_x", "x", "item_y", "name_y", "y", "npv", "first")
        return pd.DataFrame(columns=list(names))
    return grid(priced.ledgers, costs, rules, tuple(strongest.index[:2]), language=language)


def _sentences(page) -> pd.DataFrame:
    """The comparison in words, in reading order."""
    rows = [("profile", text) for text in page.profiles]
    rows += [("tradeoff", page.tradeoff)] if page.tradeoff else []
    rows += [("recommendation", text) for text in page.recommendation]
    return pd.DataFrame(rows, columns=["kind", "text"], dtype=object)
