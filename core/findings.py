"""What a scenario has to say: what limits it, who finds no room, what is missing and where."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .assignment import Assignment
from .columns import SHORTAGES, names
from .relocation import Relocation, lacking, waiting
from .scenario_words import Speech, hectares
from .shortage import Shortage
from .situation import Move, ScenarioRules, Situation


def shortage_table(
    name: str, situation: Situation, rules: ScenarioRules, problem: Relocation, plan: Assignment
) -> tuple[Shortage | None, pd.DataFrame]:
    """What land is missing where, and the cheapest way to provide it; None where everyone finds room.

    ``missing_m2`` stands at the first park of each group that is short together, so that the column sums to
    what is missing in all; ``extra_m2`` where the land is to be provided.
    """
    if not waiting(problem, plan).any():
        return None, _typed(pd.DataFrame(columns=names(SHORTAGES)))
    found = lacking(problem, rules.expansion_price)
    ids = situation.facts["parcel_id"].to_numpy(object)[problem.rows]
    parks = situation.receivers["park_id"].to_numpy(object)
    table = pd.DataFrame({"scenario": name, "park_id": parks, "extra_m2": found.extra})
    table["missing_m2"], table["waiting_parcels"], table["waiting_ids"] = 0.0, 0, None
    for group in found.groups:
        own = sorted(map(str, ids[list(group.movers)]))
        table.loc[list(group.receivers), "waiting_ids"] = ", ".join(own[:5]) or None
        table.loc[list(group.receivers), "waiting_parcels"] = len(own)
        table.loc[group.receivers[0], "missing_m2"] = group.missing
    table["extra_cost"] = np.nan
    if rules.expansion_price is not None:
        table["extra_cost"] = table["extra_m2"] / 1e6 * rules.expansion_price
    used = (table["missing_m2"] > 0) | (table["extra_m2"] > 0) | (table["waiting_parcels"] > 0)
    return found, _typed(table[used].reset_index(drop=True))


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    kinds = {"missing_m2": float, "extra_m2": float, "extra_cost": float, "waiting_parcels": int}
    return table[names(SHORTAGES)].astype({name: kinds.get(name, object) for name in table})


def findings(
    name: str,
    situation: Situation,
    rules: ScenarioRules,
    moves: list[Move],
    fates: pd.DataFrame,
    receivers: pd.DataFrame,
    problem: Relocation,
    plan: Assignment,
    short: Shortage | None,
    table: pd.DataFrame,
    speech: Speech,
) -> list[str]:
    """The findings of a scenario in sentences, in the order in which they are best read."""
    area = situation.facts["area"]
    notes = [*_levels(name, situation, moves, speech), *_kept(name, fates, area, speech)]
    unsafe = situation.facts["safety_fail"].astype("boolean").fillna(False).to_numpy(bool)
    into = int((unsafe & fates["need_m2"].notna().to_numpy()).sum())
    if into:
        notes.append(speech.say("unsafe_moved", name, count=into))
    if short is not None:
        notes += _missing(name, situation, rules, problem, plan, short, table, speech)
    notes += _worth(name, receivers, speech)
    bought = float(receivers["bought_m2"].sum())
    if bought > 0:
        cost = speech.amount(plan.bought_cost)
        notes.append(speech.say("bought", name, land=hectares(bought), money=cost))
    return notes


def _levels(name: str, situation: Situation, moves: list[Move], speech: Speech) -> list[str]:
    there = set(situation.receivers["level"][situation.receivers["qualified"].to_numpy(bool)])
    wanted = {level for move in moves for level in move.to}
    levels = speech.words["levels"]
    return [speech.say("no_level", name, level=levels[level]) for level in sorted(wanted - there)]


def _kept(name: str, fates: pd.DataFrame, area: pd.Series, speech: Speech) -> list[str]:
    """Who should move and does not, by reason; who finds no room is told with what is missing."""
    found = []
    for reason in ("no_receiver", "unsafe", "sector", "forbidden", "limit"):
        rows = fates["fate_reason"] == reason
        if rows.any():
            land = hectares(float(area[rows].sum()))
            found.append(speech.say(reason, name, count=int(rows.sum()), land=land))
    return found


def _missing(name, situation, rules, problem, plan, short: Shortage, table, speech: Speech) -> list[str]:
    """How much land is missing, where, and the cheapest way to provide it."""
    stuck = problem.rows[waiting(problem, plan)]
    ids = situation.facts["parcel_id"].to_numpy(object)
    land = hectares(float(situation.facts["area"].to_numpy()[stuck].sum()))
    shown = speech.ids(sorted(map(str, ids[stuck])))
    notes = [speech.say("no_room", name, count=len(stuck), ids=shown, land=land)]
    parks = situation.receivers["park_id"].to_numpy(object)
    for group in short.groups:
        there = speech.words["and"].join(map(str, parks[list(group.receivers)]))
        own = speech.ids(sorted(map(str, ids[problem.rows[list(group.movers)]])))
        missing = hectares(group.missing)
        notes.append(
            speech.say("short", name, missing=missing, parks=there, count=len(group.movers), ids=own)
        )
    if not short.groups:
        return [*notes, speech.say("whole", name)]
    more = table[table["extra_m2"] > 0]
    pieces = [
        speech.say("park_land", park=park, land=hectares(extra))
        for park, extra in zip(more["park_id"], more["extra_m2"])
    ]
    where = speech.words["and"].join(pieces)
    if rules.expansion_price is None:
        return [*notes, speech.say("remedy", name, parks=where)]
    return [*notes, speech.say("cheapest", name, parks=where, cost=speech.amount(more["extra_cost"].sum()))]


def _worth(name: str, receivers: pd.DataFrame, speech: Speech) -> list[str]:
    """What one more hectare is worth, park by park."""
    notes = []
    for park, price, waits, limits in zip(
        *(receivers[column] for column in ("park_id", "shadow_price", "waiting_m2", "binding"))
    ):
        if waits > 0 and limits:
            notes.append(speech.say("waits", name, park=park, land=hectares(waits)))
        if price > 1e-6:
            notes.append(speech.say("price", name, park=park, money=speech.amount(price)))
    return notes


def gap_notes(name: str, plan: Assignment, speech: Speech) -> list[str]:
    """How far the plan may be from the optimum; nothing to say where nobody moves."""
    shown = f"{100 * plan.gap:.2g}" if plan.gap else "0"
    return [speech.say("gap", name, gap=shown)] if len(plan.receiver) else []
