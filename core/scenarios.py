"""The relocation scenarios: the fate of every industrial parcel, flows and receivers [P 4.2]."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .assignment import Assignment, assign
from .balance import Balance, arrivals, balance
from .columns import DEFICIENCY_LAYERS, FLOWS, RECEIVERS, names
from .merging import assemble
from .movers import open_receivers, who_moves
from .situation import Move, ScenarioRules, Situation, block_of

STATUS_QUO = "status_quo"
# Leaving land unplaced must cost more than any move, so that it happens last.
_UNPLACED = 10.0


@dataclass(frozen=True)
class Scenario:
    """One scenario. ``fates`` is aligned with the parcels; non-industrial parcels have no fate."""

    name: str
    fates: pd.DataFrame
    flows: gpd.GeoDataFrame
    receivers: gpd.GeoDataFrame
    balance: Balance
    plan: Assignment
    movers: np.ndarray
    short_m2: float
    notes: list[str]


def build_scenario(
    name: str,
    situation: Situation,
    moves: list[Move],
    rules: ScenarioRules,
    reclaim: pd.Series,
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> Scenario:
    """Decide the fate of every industrial parcel under one scenario.

    Fate, by precedence: rigid rule ⇒ ``reclaim`` (its firm still goes where the scenario's rules allow; no
    ``dest_id`` = exit); mover with receiver ⇒ ``relocate``; mover without ⇒ ``retain`` (``no_receiver`` or
    ``no_capacity``); ``merge``; deficient ⇒ ``renew``; vacant outside parks ⇒ ``reserve``; else ``retain``.
    ``status_quo`` retains everything.

    ``moves``: the rules of this scenario; ``reclaim``: three-valued, aligned with the parcels. Money in
    10,000 CNY. Source: P 4.2; thresholds of the rules are marked in the profile.
    """
    if name == STATUS_QUO:
        return _status_quo(situation)
    progress(0.0, "who moves")
    facts = situation.facts
    cleared = reclaim.fillna(False).to_numpy(bool) & situation.industrial
    asked = [who_moves(move, situation, rules) for move in moves]
    mover = np.any(asked, axis=0) if asked else np.zeros(len(facts), bool)
    rows = np.flatnonzero((mover | cleared) & ~facts["vacant"].to_numpy(bool))
    rows = rows[np.argsort(facts["parcel_id"].to_numpy(object)[rows], kind="stable")]
    progress(0.2, "assigning movers to receivers")
    allowed = _allowed(moves, asked, situation, rows, cleared)
    plan, need, cost, distance = _assign(situation, rules, rows, allowed)
    progress(0.7, "fates, flows and balance")
    fates = _fates(name, situation, rules, cleared, mover)
    _write_moves(fates, situation, rows, allowed, plan, need, cost, distance, cleared, mover)
    fates["after_use"] = _after_use(facts, fates["fate"])
    flows = _flows(name, situation, fates)
    receivers = _received(name, situation, fates)
    short = _short(rows, plan, allowed, facts)
    notes = _findings(name, situation, moves, fates, short)
    return Scenario(
        name, fates, flows, receivers, balance(facts, fates, receivers), plan, mover, short, notes
    )


def _allowed(moves, asked, situation, rows, cleared) -> np.ndarray:
    """Open receivers of each mover. A cleared parcel that no rule moves may use every receiver the rules
    name.
    """
    allowed = np.zeros((len(rows), len(situation.receivers)), dtype=bool)
    forced = cleared[rows] & ~(np.any(asked, axis=0)[rows] if asked else False)
    for move, moving in zip(moves, asked):
        subject = moving[rows] | forced
        allowed[subject] |= open_receivers(move, situation, rows[subject])
    return allowed


def _assign(situation: Situation, rules: ScenarioRules, rows: np.ndarray, allowed: np.ndarray):
    facts, receivers = situation.facts, situation.receivers
    area = facts["area"].to_numpy()[rows]
    origin = shapely.get_coordinates(shapely.point_on_surface(situation.parcels.geometry.to_numpy()[rows]))
    target = shapely.get_coordinates(shapely.point_on_surface(receivers.geometry.to_numpy()))
    distance = np.hypot(*(origin[:, None, :] - target[None, :, :]).transpose(2, 0, 1))
    factor = _need_factor(facts["far"].to_numpy()[rows], receivers["level"].to_numpy(object), rules)
    need = area[:, None] * factor
    cost = area[:, None] / 1e6 * (rules.relocation_cost + distance / 1e3 * rules.haul_cost)
    per_m2 = (cost / area[:, None]).max() if cost.size else 1.0
    penalty = area * _UNPLACED * max(per_m2, 1e-6)
    plan = assign(np.where(allowed, cost, np.inf), need, receivers["capacity_m2"].to_numpy(float), penalty)
    return plan, need, cost, distance


def _need_factor(far: np.ndarray, level: np.ndarray, rules: ScenarioRules) -> np.ndarray:
    """Land needed ÷ land left: clamp(old ÷ target plot ratio); 1 where either is unknown."""
    targets = {"base": rules.target_far_base, "community": rules.target_far_community}
    target = np.array([targets[name] if targets[name] else np.nan for name in level], dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        factor = far[:, None] / target[None, :]
    return np.clip(np.where(np.isnan(factor), 1.0, factor), rules.need_factor_min, rules.need_factor_max)


def _fates(name, situation: Situation, rules: ScenarioRules, cleared, mover) -> pd.DataFrame:
    """Everything that does not depend on the assignment, lowest precedence first."""
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


def _write_moves(fates, situation, rows, allowed, plan, need, cost, distance, cleared, mover) -> None:
    placed = plan.receiver >= 0
    there, choice = rows[placed], plan.receiver[placed]
    park = situation.receivers["park_id"].to_numpy(object)
    _set(fates, there, "relocate", "moves_to_receiver")
    stuck, open_ = rows[~placed], allowed[~placed].any(axis=1)
    _set(fates, stuck[~open_], "retain", "no_receiver")
    _set(fates, stuck[open_], "retain", "no_capacity")
    columns = [fates.columns.get_loc(column) for column in ("dest_id", "need_m2", "distance_m", "cost")]
    fates.iloc[rows, columns[0]] = None
    fates.iloc[there, columns[0]] = park[choice]
    for column, values in zip(columns[1:], (need, distance, cost)):
        fates.iloc[there, column] = values[placed, choice]
    _set(fates, cleared, "reclaim", "rigid_control")


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
    order = receivers["park_id"].reset_index(drop=True)
    ends = (
        shapely.point_on_surface(receivers.geometry.to_numpy())[order.searchsorted(flows["dest_id"])]
        if len(flows)
        else []
    )
    lines = shapely.linestrings(
        np.stack([shapely.get_coordinates(start), shapely.get_coordinates(ends)], axis=1)
    ) if len(flows) else []  # fmt: skip
    return gpd.GeoDataFrame(flows[names(FLOWS)], geometry=gpd.GeoSeries(lines, crs=situation.parcels.crs))


def _received(name: str, situation: Situation, fates: pd.DataFrame) -> gpd.GeoDataFrame:
    facts = situation.facts
    receivers = situation.receivers.copy()
    groups = pd.DataFrame({"dest": fates["dest_id"], "need": fates["need_m2"], "jobs": facts["jobs"]})
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
    if "park" not in receivers:
        receivers["park"] = receivers["park_id"]
    keep = [*names(RECEIVERS), "vacant_capacity_m2", "expansion_capacity_m2", "geometry"]
    return receivers[keep]


def _short(rows, plan, allowed, facts) -> float:
    """Land of movers that have an open receiver but no room there, m2."""
    stuck = (plan.receiver < 0) & allowed.any(axis=1)
    return float(facts["area"].to_numpy()[rows[stuck]].sum())


def _findings(name, situation, moves, fates, short) -> list[str]:
    notes = []
    levels = set(situation.receivers["level"][situation.receivers["qualified"]])
    wanted = {level for move in moves for level in move.to}
    for level in sorted(wanted - levels):
        notes.append(f"{name}: there is no {level} that can receive; what should move there stays.")
    alone = int((fates["fate_reason"] == "no_receiver").sum())
    if alone:
        notes.append(
            f"{name}: {alone} parcels should move but have no receiver within the rules (no_receiver)."
        )
    if short > 0:
        count = int((fates["fate_reason"] == "no_capacity").sum())
        notes.append(
            f"{name}: {count} parcels find no room; {short / 1e4:.1f} ha more receiving land would be needed."
        )
    return notes


def _status_quo(situation: Situation) -> Scenario:
    fates = _blank(situation)
    _set(fates, situation.industrial, "retain", STATUS_QUO)
    nothing = assign(*(np.zeros((0, 0)), np.zeros((0, 0)), np.zeros(0), np.zeros(0)))
    receivers = _received(STATUS_QUO, situation, fates)
    books = balance(situation.facts, fates, receivers)
    nobody = np.zeros(len(fates), dtype=bool)
    return Scenario(
        STATUS_QUO, fates, _flows(STATUS_QUO, situation, fates), receivers, books, nothing, nobody, 0.0, []
    )


def _blank(situation: Situation) -> pd.DataFrame:
    texts = {name: pd.Series(None, index=situation.facts.index, dtype=object) for name in
             ("fate", "fate_reason", "after_use", "dest_id")}  # fmt: skip
    numbers = dict.fromkeys(("need_m2", "distance_m", "cost"), np.nan)
    return pd.DataFrame(texts).assign(**numbers)


def _set(fates: pd.DataFrame, where: np.ndarray, fate: str, reason: str | None) -> None:
    rows = np.flatnonzero(where) if np.asarray(where).dtype == bool else where
    fates.iloc[rows, fates.columns.get_loc("fate")] = fate
    fates.iloc[rows, fates.columns.get_loc("fate_reason")] = reason
