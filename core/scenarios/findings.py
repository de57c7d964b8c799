"""What a scenario has to say: what limits it, who finds no room, what is missing and where."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..assignment.assignment import Assignment
from ..assignment.shortage import Shortage
from ..common.columns import SHORTAGES, names
from ..rules.unit_costs import plain
from .relocation import Relocation, lacking, waiting
from .scenario_words import Speech, hectares
from .situation import Move, ScenarioRules, Situation

# 10k CNY per hectare: below it a price is rounding.
_FREE = 1e-6


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
    return plain(table[names(SHORTAGES)].astype({name: kinds.get(name, object) for name in table}))


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
    """How much land is missing, where most, and the cheapest way to provide it."""
    stuck = problem.rows[waiting(problem, plan)]
    ids = situation.facts["parcel_id"].to_numpy(object)
    land = hectares(float(situation.facts["area"].to_numpy()[stuck].sum()))
    shown = speech.ids(sorted(map(str, ids[stuck])))
    notes = [speech.say("no_room", name, count=len(stuck), ids=shown, land=land)]
    if not short.groups:
        return [*notes, speech.say("whole", name)]
    parks, parts = situation.receivers["park_id"].to_numpy(object), []
    for group in sorted(short.groups, key=lambda group: (-group.missing, group.receivers)):
        there = speech.words["and"].join(map(str, parks[list(group.receivers)]))
        own = speech.ids(sorted(map(str, ids[problem.rows[list(group.movers)]])), 3)
        missing, count = hectares(group.missing), len(group.movers)
        parts.append(speech.say("short_part", parks=there, land=missing, count=count, ids=own))
    notes.append(speech.say("short", name, missing=hectares(short.missing), parts=speech.parts(parts)))
    where = speech.parts(_lands(table["park_id"], table["extra_m2"], speech))
    if rules.expansion_price is None:
        return [*notes, speech.say("remedy", name, parks=where)]
    cost = speech.amount(table["extra_cost"].sum())
    return [*notes, speech.say("cheapest", name, parks=where, cost=cost)]


def _lands(parks: pd.Series, land: pd.Series, speech: Speech) -> list[str]:
    """Land at parks in words, the most first; parks without any are left out."""
    table = pd.DataFrame({"park": parks, "land": land})[land > 0]
    table = table.sort_values(["land", "park"], ascending=[False, True], kind="stable")
    return [
        speech.say("park_land", park=park, land=hectares(extra))
        for park, extra in zip(table["park"], table["land"])
    ]


def _worth(name: str, receivers: pd.DataFrame, speech: Speech) -> list[str]:
    """What one more hectare is worth, where most."""
    notes = []
    limits = receivers["binding"].to_numpy(bool)
    waits = _lands(receivers["park_id"], receivers["waiting_m2"].where(limits, 0.0), speech)
    if waits:
        notes.append(speech.say("waits", name, parts=speech.parts(waits)))
    dear = receivers[receivers["shadow_price"] > _FREE]
    dear = dear.sort_values(["shadow_price", "park_id"], ascending=[False, True], kind="stable")
    parts = [
        speech.say("price_part", park=park, money=speech.amount(price))
        for park, price in zip(dear["park_id"], dear["shadow_price"])
    ]
    return [*notes, speech.say("price", name, parts=speech.parts(parts))] if parts else notes


def gap_notes(name: str, plan: Assignment, speech: Speech) -> list[str]:
    """How far the plan may be from the optimum; nothing to say where nobody moves."""
    shown = f"{100 * plan.gap:.2g}" if plan.gap else "0"
    return [speech.say("gap", name, gap=shown)] if len(plan.receiver) else []
