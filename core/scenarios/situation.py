"""What every scenario starts from: parcels with all that is known of them, and the receivers."""

from __future__ import annotations

from dataclasses import dataclass, fields

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.errors import LandRenewalError, joined
from ..common.overlay import covered_area, overlaps
from ..levels import land
from ..levels.blocks import groups, neighbours
from ..levels.controllines import planned_industrial_share
from ..levels.land import LandRules
from ..levels.levels import LevelRules


@dataclass(frozen=True)
class Move:
    """One row of ``scenarios.moves``: who moves, where to.

    ``who``: conditions of `core.scenarios.movers`, joined with "+". ``within``: farthest receiver, m (None =
    any distance). ``near_only``: the rule is for blocks that near a park of this level only; farther ones are
    not asked to move. ``parks``: ids of the only parks that may receive (none = all).
    """

    scenario: str
    rule: str
    who: str
    to: tuple[str, ...]
    same_town: bool
    within: float | None
    near_only: bool = False
    parks: tuple[str, ...] = ()

    @classmethod
    def from_row(cls, row: dict) -> Move:
        """Read one row of the rule table. Raises LandRenewalError where it does not say enough."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in row.items() if name in known}
        lacking = [name for name in ("who", "to") if not row.get(name)]
        if values.get("near_only") and values.get("within") is None:
            lacking.append("within (because near_only is set)")
        if lacking:
            raise LandRenewalError(
                "The rule profile's scenarios.moves[{}, {}] does not say {}.",
                row["scenario"],
                row["rule"],
                joined(lacking),
            )
        values["to"] = tuple(str(row["to"]).split("_or_"))
        values["same_town"] = bool(row.get("same_town"))
        values["near_only"] = bool(row.get("near_only"))
        values["parks"] = tuple(name.strip() for name in (row.get("parks") or "").split(";") if name.strip())
        return cls(**values)


@dataclass(frozen=True)
class ScenarioRules:
    """Section ``scenarios`` of the rule profile. Areas m2, lengths m, shares 0-1, costs 10k CNY per km2 (and
    km); opening cost and limits of cost 10k CNY. ``phasing`` is its table, row by row.
    """

    keep_large_clusters: bool
    large_cluster_min: float
    small_block_max: float
    certain_scattered: str
    merge_scenarios: tuple[str, ...]
    merge_max_area: float
    merge_gap: float
    merge_min_assembled: float
    receiver_inside_share: float
    receiver_town_share: float
    target_far_base: float | None
    target_far_community: float | None
    need_factor_min: float
    need_factor_max: float
    relocation_cost: float
    haul_cost: float
    output_uplift: float
    target_output: float | None
    target_tax: float | None
    custom_max_moved: float | None
    custom_max_cost: float | None
    opening_cost: float | None
    expansion_price: float | None
    sector_match: str
    unsafe_into_parks: bool
    phase_unknown: str
    phasing: tuple[dict, ...]
    frontier_steps: int
    frontier_choices: int


@dataclass(frozen=True)
class Situation:
    """The district before anything moves. Arrays and tables are aligned with ``parcels`` (work CRS)."""

    parcels: gpd.GeoDataFrame
    facts: pd.DataFrame
    receivers: gpd.GeoDataFrame
    serves: dict[str, set]
    near: np.ndarray

    @property
    def industrial(self) -> np.ndarray:
        """True for the parcels that get a fate."""
        return self.facts["industrial"].to_numpy(bool)


def situation(
    parcels: gpd.GeoDataFrame,
    results: pd.DataFrame,
    parks: gpd.GeoDataFrame,
    towns: gpd.GeoDataFrame | None,
    lines: dict[str, gpd.GeoDataFrame | None],
    firms: pd.DataFrame | None,
    rules: ScenarioRules,
    land_rules: LandRules,
    level_rules: LevelRules,
    rigid_lines: tuple[str, ...],
    qualified: pd.Series | None = None,
    plan: gpd.GeoDataFrame | None = None,
) -> Situation:
    """Gather the facts that scenarios decide by.

    ``results``: columns of the steps before (level, block_kind, cluster_id, park_id, shares, deficiency;
    where known safety_fail, industry and horizon), aligned with ``parcels``. ``firms``: jobs, output, tax and
    number of firms on each parcel (aligned; NaN = unknown). ``rigid_lines``: as in section ``control``; land
    under them cannot receive. ``qualified``: whether each park may receive (by park_id; None or missing =
    may); the parcels of a park that may not are in a priority area. ``plan``: the existing plan, with
    planned_use.
    """
    facts = _facts(parcels, results, firms, land_rules)
    facts["priority_area"] = False
    if qualified is not None:
        facts["priority_area"] = (
            (~facts["park_id"].map(qualified).astype("boolean")).fillna(False).astype(bool)
        )
    facts["town"] = parcel_towns(parcels, towns)
    stock = land.unused_stock(parcels, land_rules)
    receivers = _receivers(parks, facts, stock, lines, rules, rigid_lines, qualified)
    for name, share in _against(receivers, lines, rigid_lines, plan, land_rules).items():
        receivers[name] = share
    serves = _towns_served(receivers, facts, towns, rules)
    industrial = np.flatnonzero(facts["industrial"])
    near = industrial[neighbours(parcels.geometry.to_numpy()[industrial], level_rules.cluster_gap)]
    return Situation(parcels, facts, receivers, serves, near.reshape(-1, 2))


def _facts(parcels, results, firms, land_rules) -> pd.DataFrame:
    facts = results.copy()
    facts["parcel_id"] = parcels["parcel_id"]
    facts["area"] = shapely.area(parcels.geometry.to_numpy())
    facts["industrial"] = land.industrial(parcels, land_rules)
    facts["in_balance"] = land.in_balance(parcels, land_rules)
    facts["vacant"] = land.vacant(parcels, land_rules)
    empty = pd.Series(np.nan, index=parcels.index)
    facts["far"] = parcels.get("site_far", empty).astype(float)
    rural = parcels.get("urban_rural", pd.Series(None, index=parcels.index, dtype=object))
    # Land that is not known to be urban counts as rural: the scenario asks for scattered rural blocks [P
    # 4.2].
    facts["rural"] = (rural != "urban").to_numpy()
    for name in ("safety_fail", "industry", "horizon"):
        facts[name] = results[name] if name in results else pd.Series(None, index=facts.index, dtype=object)
    for name in ("firms", "jobs", "output", "tax"):
        facts[name] = firms[name].to_numpy(float) if firms is not None else empty
    return facts


def parcel_towns(parcels: gpd.GeoDataFrame, towns: gpd.GeoDataFrame | None) -> pd.Series:
    """The town of each parcel: its own column, else the town that holds most of it.

    Towns go by their code, else their name. Where only one of the two is in both layers, that one tells them.
    """
    own = _town_key(parcels)
    if towns is None:
        return own
    keys = _town_key(towns)
    by_name = pd.Series(keys.to_numpy(object), index=_text(towns, "town")).loc[
        lambda names: names.index.notna()
    ]
    by_name = by_name[~by_name.index.duplicated()]
    found = own.where(own.isin(keys), _text(parcels, "town").map(by_name))
    own = found.where(found.notna(), own)
    open_ = np.flatnonzero(own.isna())
    pairs = overlaps(parcels.geometry.to_numpy()[open_], towns.geometry.to_numpy())
    pairs = pairs.sort_values(["target", "area_m2", "polygon"], ascending=[True, False, True])
    best = pairs.drop_duplicates("target")
    own.iloc[open_[best["target"]]] = keys.to_numpy(object)[best["polygon"]]
    return own


def _town_key(frame: pd.DataFrame) -> pd.Series:
    code = _text(frame, "town_code")
    return code.where(code.notna(), _text(frame, "town"))


def _text(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame.get(name, pd.Series(None, index=frame.index, dtype=object)).astype(object)


def _receivers(
    parks, facts, stock, lines, rules: ScenarioRules, rigid_lines: tuple[str, ...], may: pd.Series | None
) -> gpd.GeoDataFrame:
    """Bases and communities that may receive, with their capacity, in park_id order."""
    receivers = (
        parks[parks["level"].isin(["base", "community"])].sort_values("park_id").reset_index(drop=True)
    )
    geometry = receivers.geometry.to_numpy()
    area = shapely.area(geometry)
    inside = _share_of(geometry, area, lines.get("boundary"), 1.0)
    rigid = np.zeros(len(receivers))
    polygons = [lines[name].geometry.to_numpy() for name in rigid_lines if lines.get(name) is not None]
    if polygons and len(receivers):
        rigid = covered_area(geometry, np.concatenate(polygons)) / area
    receivers["inside_share"] = inside if lines.get("boundary") is not None else np.nan
    allowed = pd.Series(True, index=receivers.index)
    if may is not None:
        allowed = receivers["park_id"].map(may).astype("boolean").fillna(True)
    receivers["qualified"] = (inside >= rules.receiver_inside_share) & allowed.to_numpy(bool)
    usable = np.clip(inside - rigid, 0.0, 1.0)
    measured = _unused_in_parks(receivers, facts, stock)
    stated = _number(receivers, "vacant_m2")
    vacant = np.where(np.isnan(stated), measured, stated * usable)
    expansion = np.nan_to_num(_number(receivers, "expansion_m2")) * usable
    receivers["vacant_capacity_m2"] = np.where(receivers["qualified"], vacant, 0.0)
    receivers["expansion_capacity_m2"] = np.where(receivers["qualified"], expansion, 0.0)
    receivers["capacity_m2"] = receivers["vacant_capacity_m2"] + receivers["expansion_capacity_m2"]
    return receivers


def _against(receivers, lines, rigid_lines, plan, land_rules: LandRules) -> dict[str, np.ndarray]:
    """Share of the land a receiver has to offer that goes against each line and the plan; NaN = not supplied.

    What it has to offer is free of rigid lines and inside the boundary; for the others the mean of the whole
    receiver stands in.
    """
    geometry = receivers.geometry.to_numpy()
    area, found = shapely.area(geometry), {}
    for name in ("redline", "farmland", "boundary"):
        share = np.full(len(receivers), 0.0 if lines.get(name) is not None else np.nan)
        if lines.get(name) is not None and name != "boundary" and name not in rigid_lines:
            share = _share_of(geometry, area, lines[name], 0.0)
        found[f"new_{name}"] = share
    kept = planned_industrial_share(receivers, plan, land_rules.industrial_codes)
    found["new_plan"] = 1.0 - kept.to_numpy(float)
    return found


def _share_of(geometry, area, layer, default) -> np.ndarray:
    if layer is None or not len(geometry):
        return np.full(len(geometry), default)
    return covered_area(geometry, layer.geometry.to_numpy()) / area


def _unused_in_parks(receivers, facts, stock) -> np.ndarray:
    """Unused land of each park, less rigid land and land outside the boundary.

    A parcel counts for boundary_share − rigid_share of its area: never more than what lies inside and free of
    both.
    """
    share = facts["boundary_share"].fillna(1.0) - facts["rigid_share"].fillna(0.0)
    usable = (facts["area"] * share.clip(0.0, 1.0))[stock]
    sums = usable.groupby(facts["park_id"][stock]).sum()
    return receivers["park_id"].map(sums).fillna(0.0).to_numpy(float)


def _number(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), np.nan)
    return pd.to_numeric(frame[name], errors="coerce").to_numpy(float)


def _towns_served(receivers, facts, towns, rules: ScenarioRules) -> dict[str, set]:
    """Towns each receiver serves: those that hold enough of its area (of its parcels, where no town layer is
    given).
    """
    if towns is not None and len(receivers):
        pairs = overlaps(receivers.geometry.to_numpy(), towns.geometry.to_numpy())
        share = pairs["area_m2"].to_numpy() / shapely.area(receivers.geometry.to_numpy())[pairs["target"]]
        park = receivers["park_id"].to_numpy(object)[pairs["target"]]
        town = _town_key(towns).to_numpy(object)[pairs["polygon"]]
        held = pd.DataFrame({"park_id": park, "town": town, "share": share})
    else:
        area = facts.groupby(["park_id", "town"], sort=True)["area"].sum().rename("share").reset_index()
        held = area.assign(share=area["share"] / area.groupby("park_id")["share"].transform("sum"))
    held = held[(held["share"] >= rules.receiver_town_share) & held["town"].notna()]
    return {park: set(held.loc[held["park_id"] == park, "town"]) for park in receivers["park_id"]}


def block_of(facts: pd.DataFrame) -> pd.Series:
    """The block a parcel belongs to: its cluster, or the lone parcel itself."""
    return facts["cluster_id"].where(facts["cluster_id"].notna(), facts["parcel_id"])


def block_key(facts: pd.DataFrame) -> np.ndarray:
    """Number of the block of each parcel: a cluster and a lone parcel that share a name are two blocks."""
    name, lone = pd.factorize(block_of(facts))[0], facts["cluster_id"].isna().to_numpy()
    return pd.factorize(2 * name + lone)[0]


def patches(situation: Situation, kept: np.ndarray) -> tuple[int, float]:
    """Number and mean area (m2) of the patches that the kept parcels form, linked by the cluster gap."""
    near = situation.near[kept[situation.near].all(axis=1)]
    label = groups(len(kept), near)[kept]
    area = situation.facts["area"].to_numpy()[kept]
    count = len(np.unique(label))
    return count, float(area.sum() / count) if count else 0.0
