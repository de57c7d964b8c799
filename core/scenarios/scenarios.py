"""The relocation scenarios: the fate of every industrial parcel, flows and receivers [P 4.2]."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..assignment.assignment import Assignment, assign
from ..common.columns import CUSTOM, DEFICIENCY_LAYERS, FLOWS, RECEIVERS, SCENARIO_RESULT, SHORTAGES, names
from ..common.errors import sentence
from .balance import Balance, arrivals, balance
from .findings import findings, shortage_table
from .locks import Decisions, no_decisions
from .merging import assemble
from .movers import who_moves
from .phasing import phases
from .relocation import Relocation, land_prices, relocation, solve, waiting, within_limits
from .scenario_words import Speech
from .situation import Move, ScenarioRules, Situation, block_of

STATUS_QUO = "status_quo"


@dataclass(frozen=True)
class Scenario:
    """One scenario. ``fates`` is aligned with the parcels; non-industrial parcels have no fate.

    ``short_m2``: land of movers that may go somewhere and find no room.
    """

    name: str
    fates: pd.DataFrame
    flows: gpd.GeoDataFrame
    receivers: gpd.GeoDataFrame
    balance: Balance
    plan: Assignment
    movers: np.ndarray
    short_m2: float
    notes: list[str]
    shortages: pd.DataFrame


def build_scenario(
    name: str,
    situation: Situation,
    moves: list[Move],
    rules: ScenarioRules,
    reclaim: pd.Series,
    progress: Callable[[float, str], None] = lambda share, text: None,
    locks: Decisions | None = None,
    speech: Speech | None = None,
) -> Scenario:
    """Decide the fate of every industrial parcel under one scenario.

    Fate, by precedence: rigid rule ⇒ ``reclaim`` (its firm still goes where the scenario's rules allow; no
    ``dest_id`` = exit); lock ⇒ ``relocate`` or ``retain`` (``locked``); mover with receiver ⇒ ``relocate``;
    mover without ⇒ ``retain`` (``no_receiver``, ``unsafe``, ``sector``, ``forbidden``, ``limit`` or
    ``no_capacity``); ``merge``; deficient ⇒ ``renew``; vacant outside parks ⇒ ``reserve``; else ``retain``.
    ``status_quo`` retains everything, whatever is locked.

    ``moves``: the rules of this scenario; ``reclaim``: three-valued, aligned with the parcels; ``locks``: as
    from `core.scenarios.locks.decide`. Money in 10,000 CNY. Raises LandRenewalError where locks cannot be
    met. Source: P 4.2; thresholds of the rules are marked in the profile.
    """
    if name == STATUS_QUO:
        return _status_quo(situation)
    progress(0.0, sentence("who moves"))
    facts = situation.facts
    locks, speech = locks or no_decisions(len(facts)), speech or Speech()
    cleared = reclaim.fillna(False).to_numpy(bool) & situation.industrial
    asked = [who_moves(move, situation, rules) & ~locks.stay for move in moves]
    mover = (np.any(asked, axis=0) if asked else np.zeros(len(facts), bool)) | locks.moves
    rows = np.flatnonzero((mover | cleared) & ~facts["vacant"].to_numpy(bool))
    rows = rows[np.argsort(facts["parcel_id"].to_numpy(object)[rows], kind="stable")]
    progress(0.2, sentence("assigning movers to receivers"))
    problem = relocation(moves, asked, situation, rules, rows, cleared, locks)
    problem, plan, cut = _plan(name, situation, rules, problem, locks, cleared)
    progress(0.7, sentence("fates, flows and balance"))
    fates = settled(name, situation, rules, cleared, mover)
    _write_moves(fates, situation, problem, plan, cut, locks)
    _set(fates, locks.stay, "retain", "locked")
    _set(fates, cleared, "reclaim", "rigid_control")
    fates["after_use"] = _after_use(facts, fates["fate"])
    fates["phase"] = phases(fates["fate"], situation, rules)
    flows = _flows(name, situation, fates)
    receivers = _received(name, situation, fates, problem, plan, land_prices(problem, plan, locks))
    short, table = shortage_table(name, situation, rules, problem, plan)
    notes = findings(name, situation, rules, moves, fates, receivers, problem, plan, short, table, speech)
    stuck = float(facts["area"].to_numpy()[problem.rows[waiting(problem, plan)]].sum())
    books = balance(facts, fates, receivers)
    return Scenario(name, fates, flows, receivers, books, plan, mover, stuck, notes, table)


def _plan(
    name: str, situation: Situation, rules: ScenarioRules, problem: Relocation, locks: Decisions, cleared
) -> tuple[Relocation, Assignment, np.ndarray]:
    """(the problem solved, its plan, movers that the limits of the custom scenario keep where they are)."""
    plan = solve(problem, locks, situation, name)
    limits = (rules.custom_max_moved, rules.custom_max_cost)
    if name != CUSTOM or limits == (None, None):
        return problem, plan, np.empty(0, dtype=int)
    area = situation.facts["area"].to_numpy()
    kept = within_limits(problem, plan, locks, cleared, area, limits)
    if kept.all():
        return problem, plan, np.empty(0, dtype=int)
    part = problem.of(kept)
    return part, solve(part, locks, situation, name), problem.rows[~kept]


def settled(
    name: str, situation: Situation, rules: ScenarioRules, cleared: np.ndarray, mover: np.ndarray
) -> pd.DataFrame:
    """The fates that do not depend on the assignment, lowest precedence first."""
    facts = situation.facts
    fates = _blank(situation)
    industrial = situation.industrial
    _set(fates, industrial, "retain", "no_reason_to_change")
    _set(
        fates,
        industrial & facts["vacant"].to_numpy(bool) & facts["park_id"].isna().to_numpy(),
        "reserve",
        "vacant",
    )
    deficient = industrial & facts["deficiency"].isin(DEFICIENCY_LAYERS).to_numpy()
    _set(fates, deficient, "renew", None)
    fates.loc[deficient, "fate_reason"] = "deficient_" + facts.loc[deficient, "deficiency"].astype(str)
    if name in rules.merge_scenarios:
        _merge(fates, situation, rules, ~cleared & ~mover)
    return fates


def _merge(fates: pd.DataFrame, situation: Situation, rules: ScenarioRules, free: np.ndarray) -> None:
    facts = situation.facts
    small = (facts["block_kind"] == "cluster").to_numpy() & (facts["area"] < rules.merge_max_area).to_numpy()
    rows = np.flatnonzero(small & free & ~facts["vacant"].to_numpy(bool))
    merged = assemble(
        situation.parcels.geometry.to_numpy()[rows],
        facts["parcel_id"].to_numpy(object)[rows],
        facts["cluster_id"].to_numpy(object)[rows],
        rules.merge_gap,
        rules.merge_min_assembled,
    )
    done = np.array([value is not None for value in merged], dtype=bool)
    _set(fates, rows[done], "merge", "small_neighbours")
    fates.iloc[rows[done], fates.columns.get_loc("dest_id")] = merged[done]
    left = rows[~done]
    kept = left[(fates["fate"].to_numpy(object)[left] == "retain")]
    fates.iloc[kept, fates.columns.get_loc("fate_reason")] = "too_little_to_merge"


def _write_moves(
    fates, situation: Situation, problem: Relocation, plan: Assignment, cut: np.ndarray, locks: Decisions
) -> None:
    rows, placed = problem.rows, plan.receiver >= 0
    there, choice = rows[placed], plan.receiver[placed]
    park = situation.receivers["park_id"].to_numpy(object)
    _set(fates, there, "relocate", "moves_to_receiver")
    _set(fates, locks.moves & (fates["fate"] == "relocate").to_numpy(), "relocate", "locked")
    stuck, open_ = rows[~placed], problem.allowed[~placed].any(axis=1)
    _set(fates, stuck[~open_], "retain", problem.barred[~placed][~open_])
    _set(fates, stuck[open_], "retain", "no_capacity")
    _set(fates, cut, "retain", "limit")
    columns = [fates.columns.get_loc(column) for column in ("dest_id", "need_m2", "distance_m", "cost")]
    fates.iloc[np.append(rows, cut), columns[0]] = None
    fates.iloc[there, columns[0]] = park[choice]
    for column, values in zip(columns[1:], (problem.need, problem.distance, problem.cost)):
        fates.iloc[there, column] = values[placed, choice]


def _after_use(facts: pd.DataFrame, fate: pd.Series) -> pd.Series:
    """Use of vacated land: reclaimed where rigid or outside the boundary; reserve in rural areas; else
    reused.
    """
    outside = (facts["inside_boundary"] == False).fillna(False).to_numpy(bool)  # noqa: E712  three-valued
    moved = (fate == "relocate").to_numpy()
    encroaching = facts["encroaching"].fillna(False).to_numpy(bool)
    use = pd.Series(None, index=facts.index, dtype=object)
    use[moved] = np.where(
        encroaching[moved] | outside[moved],
        "reclaim",
        np.where(facts["rural"].to_numpy(bool)[moved], "reserve", "reuse"),
    )
    use[(fate == "reclaim").to_numpy()] = "reclaim"
    use[(fate == "reserve").to_numpy()] = "reserve"
    return use


def _flows(name: str, situation: Situation, fates: pd.DataFrame) -> gpd.GeoDataFrame:
    """One line a block and receiver: from the block's largest moved parcel (ties: parcel_id) to the park."""
    facts, receivers = situation.facts, situation.receivers
    rows = np.flatnonzero(arrivals(fates, receivers))
    moved = fates[["dest_id", "need_m2", "distance_m", "cost"]].iloc[rows]
    moved = moved.assign(
        scenario=name,
        origin_id=block_of(facts).iloc[rows],
        parcels=1,
        area_m2=facts["area"].iloc[rows],
        parcel_id=facts["parcel_id"].iloc[rows],
        lone=facts["cluster_id"].isna().iloc[rows],
        row=rows,
    )
    moved["weighted"] = moved["distance_m"] * moved["area_m2"]
    order = ["origin_id", "dest_id", "area_m2", "parcel_id"]
    # parcel_id: so that the start of a line does not hang on the order of the rows.
    moved = moved.sort_values(order, ascending=[True, True, False, True])
    keys = ["scenario", "origin_id", "lone", "dest_id"]
    sums = ["parcels", "area_m2", "need_m2", "cost", "weighted"]
    flows = moved.groupby(keys, sort=True).agg({**dict.fromkeys(sums, "sum"), "row": "first"}).reset_index()
    flows["distance_m"] = flows["weighted"] / flows["area_m2"]
    start = shapely.point_on_surface(situation.parcels.geometry.to_numpy()[flows["row"].to_numpy(int)])
    parks = receivers["park_id"].reset_index(drop=True)
    ends = (
        shapely.point_on_surface(receivers.geometry.to_numpy())[parks.searchsorted(flows["dest_id"])]
        if len(flows)
        else []
    )
    lines = shapely.linestrings(
        np.stack([shapely.get_coordinates(start), shapely.get_coordinates(ends)], axis=1)
    ) if len(flows) else []  # fmt: skip
    return gpd.GeoDataFrame(flows[names(FLOWS)], geometry=gpd.GeoSeries(lines, crs=situation.parcels.crs))


def _received(
    name: str, situation: Situation, fates: pd.DataFrame, problem: Relocation | None = None, plan=None,
    price=np.nan,
) -> gpd.GeoDataFrame:  # fmt: skip
    facts = situation.facts
    receivers = situation.receivers.copy()
    groups = pd.DataFrame({"dest": fates["dest_id"], "need": fates["need_m2"], "jobs": facts["jobs"]})
    groups = groups[groups["need"].notna()]
    sums = groups.groupby("dest").agg(
        need=("need", "sum"), jobs=("jobs", lambda jobs: jobs.sum(min_count=1)), n=("need", "size")
    )
    sums = sums.reindex(receivers["park_id"])
    receivers["scenario"] = name
    receivers["received_m2"] = sums["need"].fillna(0.0).to_numpy()
    receivers["parcels"] = sums["n"].fillna(0).astype(int).to_numpy()
    receivers["jobs"] = sums["jobs"].to_numpy(float)
    receivers["free_m2"] = np.maximum(receivers["capacity_m2"] - receivers["received_m2"], 0.0)
    share = receivers["received_m2"] / receivers["capacity_m2"].where(receivers["capacity_m2"] > 0)
    receivers["filled_share"] = share
    beyond = receivers["received_m2"] - receivers["vacant_capacity_m2"]
    receivers["from_expansion_m2"] = np.maximum(beyond, 0.0)
    receivers["bought_m2"] = 0.0 if plan is None else plan.bought
    receivers["shadow_price"] = price
    binding = np.zeros(len(receivers), dtype=bool) if plan is None else plan.binding
    receivers["binding"] = pd.array(binding, dtype="boolean")
    receivers["waiting_m2"] = 0.0 if plan is None else _waiting_land(facts, problem, plan)
    if "park" not in receivers:
        receivers["park"] = receivers["park_id"]
    keep = [*names(RECEIVERS), "vacant_capacity_m2", "expansion_capacity_m2", "geometry"]
    return receivers[keep]


def _waiting_land(facts: pd.DataFrame, problem: Relocation, plan: Assignment) -> np.ndarray:
    stuck = waiting(problem, plan)
    area = facts["area"].to_numpy()[problem.rows[stuck]]
    return (problem.allowed[stuck] * area[:, None]).sum(axis=0)


def _status_quo(situation: Situation) -> Scenario:
    fates = _blank(situation)
    _set(fates, situation.industrial, "retain", STATUS_QUO)
    nothing = assign(*(np.zeros((0, 0)), np.zeros((0, 0)), np.zeros(0), np.zeros(0)))
    receivers = _received(STATUS_QUO, situation, fates)
    books = balance(situation.facts, fates, receivers)
    nobody = np.zeros(len(fates), dtype=bool)
    flows, short = _flows(STATUS_QUO, situation, fates), pd.DataFrame(columns=names(SHORTAGES))
    return Scenario(STATUS_QUO, fates, flows, receivers, books, nothing, nobody, 0.0, [], short)


def _blank(situation: Situation) -> pd.DataFrame:
    texts = {name: pd.Series(None, index=situation.facts.index, dtype=object) for name in
             ("fate", "fate_reason", "after_use", "dest_id", "phase")}  # fmt: skip
    numbers = dict.fromkeys(("need_m2", "distance_m", "cost"), np.nan)
    return pd.DataFrame(texts).assign(**numbers)[names(SCENARIO_RESULT)]


def _set(fates: pd.DataFrame, where: np.ndarray, fate: str, reason: str | np.ndarray | None) -> None:
    rows = np.flatnonzero(where) if np.asarray(where).dtype == bool else where
    fates.iloc[rows, fates.columns.get_loc("fate")] = fate
    fates.iloc[rows, fates.columns.get_loc("fate_reason")] = reason
