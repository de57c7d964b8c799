"""One row a scenario: what it frees, moves, clusters and risks [P 4.2]."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pandas as pd

from ..common.columns import DEFICIENCY_LAYERS, FATES, PHASES
from ..common.errors import joined
from .balance import STAYING, arrivals
from .conflicts import LINES, conflicts
from .scenarios import Scenario
from .situation import ScenarioRules, Situation, patches


def summarise(scenario: Scenario, situation: Situation, rules: ScenarioRules) -> dict:
    """Compare a scenario by figures; unknown is None, and sums over known values say on how many parcels they
    rest.

    Land in m2, money in 10,000 CNY, shares 0-1. Expected output and tax per km2 divide the known figures of
    all firms that do not exit (movers times ``output_uplift``) by the industrial land after the scenario.
    Jobs at risk: jobs of movers that leave their town, plus exits.
    """
    fates = scenario.fates
    moved = arrivals(fates, situation.receivers)
    # Vacant land has no firm that could exit.
    exits = ((fates["fate"] == "reclaim") & ~moved & ~situation.facts["vacant"]).to_numpy()
    stays = fates["fate"].isin(STAYING).to_numpy()
    row = {"scenario": scenario.name, **_counts(fates), **asdict(scenario.balance)}
    row.update(_people(situation, fates, moved, exits))
    row.update(_clustering(scenario, situation, stays))
    row.update(_money(scenario, situation, rules, moved, exits))
    row.update(_conflicts(scenario, situation, stays))
    row.update(_phases(scenario, situation))
    row.update(_deficient(situation, fates))
    row.update(_solution(scenario))
    row["findings"] = str(joined(scenario.notes, " ")) or None
    return row


def _counts(fates: pd.DataFrame) -> dict:
    fate, reason = fates["fate"], fates["fate_reason"]
    counts = {f"{name}_parcels": int((fate == name).sum()) for name in FATES}
    counts["no_receiver_parcels"] = int((reason == "no_receiver").sum())
    counts["no_capacity_parcels"] = int((reason == "no_capacity").sum())
    return {"parcels": int(fate.notna().sum()), **counts}


def _people(situation: Situation, fates, moved, exits) -> dict:
    facts = situation.facts
    served = [situation.serves.get(park, ()) for park in fates["dest_id"][moved]]
    own = facts["town"][moved]
    told = own.notna().to_numpy() & np.array([bool(towns) for towns in served], dtype=bool)
    leaves = np.zeros(len(facts), dtype=bool)
    leaves[moved] = told & np.array([town not in towns for town, towns in zip(own, served)], dtype=bool)
    at_risk = _known(facts["jobs"][leaves | exits])
    return {
        "moved_m2": float(facts["area"][moved].sum()),
        "firms_moved": _known(facts["firms"][moved]),
        "jobs_moved": _known(facts["jobs"][moved]),
        "exits": int(exits.sum()),
        # Where no mover's town is known, nobody can say who leaves it.
        "jobs_at_risk": at_risk if told.any() or not moved.any() else None,
        **_town_taxes(situation, fates, moved, exits),
    }


def _town_taxes(situation: Situation, fates, moved, exits) -> dict:
    """Towns that gain or lose tax. A receiver's tax goes to the town that holds most of its parcels."""
    facts = situation.facts
    if facts["tax"].isna().all() or facts["town"].isna().all():
        return {"towns_gain": None, "towns_lose": None}
    in_parks = facts[facts["park_id"].notna() & facts["town"].notna()]
    held = in_parks.groupby(["park_id", "town"], sort=True)["area"].sum().reset_index()
    held = held.sort_values(["park_id", "area", "town"], ascending=[True, False, True]).drop_duplicates(
        "park_id"
    )
    seat = held.set_index("park_id")["town"]
    gone = facts["tax"][moved | exits].groupby(facts["town"][moved | exits]).sum()
    come = facts["tax"][moved].groupby(fates["dest_id"][moved].map(seat)).sum()
    change = come.subtract(gone, fill_value=0.0)
    return {
        "towns_gain": ", ".join(sorted(change.index[change > 1e-9])) or None,
        "towns_lose": ", ".join(sorted(change.index[change < -1e-9])) or None,
    }


def _clustering(scenario: Scenario, situation: Situation, stays: np.ndarray) -> dict:
    facts = situation.facts
    count, mean = patches(situation, stays & facts["in_balance"].to_numpy(bool))
    main = stays & facts["in_balance"].to_numpy(bool) & facts["level"].isin(["base", "community"]).to_numpy()
    received = float(scenario.receivers["received_m2"].sum())
    after = scenario.balance.after_m2
    inside = facts["boundary_share"]
    kept = stays & facts["in_balance"].to_numpy(bool)
    known = inside[kept].notna().any()
    in_boundary = float((inside[kept] * facts["area"][kept]).sum()) + received
    return {
        "patches": count,
        "mean_patch_m2": mean,
        "share_in_main_clusters": (float(facts["area"][main].sum()) + received) / after if after else None,
        "share_inside_boundary": in_boundary / after if known and after else None,
    }


def _money(scenario: Scenario, situation: Situation, rules: ScenarioRules, moved, exits) -> dict:
    facts, after = situation.facts, scenario.balance.after_m2 / 1e6
    keeps = situation.industrial & ~exits
    figures = {"relocation_cost": scenario.plan.cost}
    for name, target in (("output", rules.target_output), ("tax", rules.target_tax)):
        value = facts[name].where(~moved, facts[name] * rules.output_uplift)[keeps]
        per_km2 = _known(value) / after if _known(value) is not None and after else None
        figures[f"{name}_per_km2"] = per_km2
        figures[f"{name}_known_parcels"] = int(value.notna().sum())
        figures[f"{name}_to_target"] = per_km2 / target if per_km2 is not None and target else None
    return figures


def _conflicts(scenario: Scenario, situation: Situation, stays: np.ndarray) -> dict:
    """Industrial land that stays in conflict with each control line and with the plan, m2 and parcels, and
    rigid land recovered; what receivers take up against the plan is in `core.scenarios.conflicts`.
    """
    facts = situation.facts
    recovered = facts["rigid_share"] * facts["area"]
    gone = ~stays & facts["in_balance"].to_numpy(bool)
    row = {"rigid_recovered_m2": float(recovered[gone].sum()) if recovered.notna().any() else None}
    table = conflicts(scenario, situation).set_index("line")
    for line in LINES:
        checked = bool(table["before_m2"].notna()[line])
        row[f"conflict_{line}_m2"] = float(table.at[line, "left_m2"]) if checked else None
        row[f"conflict_{line}_parcels"] = int(table.at[line, "parcels_after"]) if checked else None
    return row


def _phases(scenario: Scenario, situation: Situation) -> dict:
    """Parcels whose fate is not plain retain, and their land, by phase."""
    area, phase = situation.facts["area"], scenario.fates["phase"]
    return {
        **{f"{name}_parcels": int((phase == name).sum()) for name in PHASES},
        **{f"{name}_m2": float(area[phase == name].sum()) for name in PHASES},
    }


def _deficient(situation: Situation, fates: pd.DataFrame) -> dict:
    """Deficient land in the balance that stays as it is, neither renewed nor vacated; None where no parcel
    could be judged.
    """
    facts = situation.facts
    counted = facts["in_balance"].to_numpy(bool)
    classes = facts["deficiency"]
    if not classes[counted].isin([*DEFICIENCY_LAYERS, "none"]).any():
        return {"deficient_left_m2": None}
    left = counted & classes.isin(DEFICIENCY_LAYERS).to_numpy() & fates["fate"].isin(["retain", "merge"])
    return {"deficient_left_m2": float(facts["area"][left].sum())}


def _solution(scenario: Scenario) -> dict:
    plan, receivers = scenario.plan, scenario.receivers
    limiting = receivers["park"][receivers["binding"].to_numpy(bool)]
    return {
        "opening_cost": plan.opening_cost,
        "bought_m2": float(plan.bought.sum()),
        "bought_cost": plan.bought_cost,
        "solver_objective": plan.objective,
        "solver_bound": plan.bound,
        "solver_gap": plan.gap,
        "binding_parks": ", ".join(map(str, limiting)) or None,
        "short_m2": scenario.short_m2,
        "missing_m2": float(scenario.shortages["missing_m2"].sum()),
    }


def _known(values: pd.Series) -> float | None:
    """Sum of the known values; None when nothing is known (a sum over nobody is 0)."""
    if len(values) == 0:
        return 0.0
    return float(values.sum()) if values.notna().any() else None
