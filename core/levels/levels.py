"""Three levels of industrial land: bases, communities, blocks [P 3.1]."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.columns import ADMIN_LEVELS
from ..common.errors import LandRenewalError, first_ids, sentence, word
from ..common.overlay import overlaps
from .blocks import block_kinds

RANK = {"base": 2, "community": 1, "block": 0}
_BY_RANK = np.array(["block", "community", "base"], dtype=object)


@dataclass(frozen=True)
class LevelRules:
    """Section ``levels`` of the rule profile. Areas in m2, lengths in m, shares 0-1."""

    policy: str
    base_min_area: float
    community_min_area: float
    base_min_admin: str
    community_min_admin: str
    inside_zone_share: float
    parcel_in_park_share: float
    cluster_gap: float
    cluster_min_parcels: float
    cluster_min_area: float


@dataclass(frozen=True)
class Levels:
    """``parks``: one row a park with its dissolved geometry, area and level. ``parcels``: level of every
    parcel.
    """

    parks: gpd.GeoDataFrame
    parcels: pd.DataFrame
    notes: list[str]


def classify(
    parcels: gpd.GeoDataFrame, parks: gpd.GeoDataFrame | None, industrial: np.ndarray, rules: LevelRules
) -> Levels:
    """Classify parks and parcels into bases, communities and blocks.

    Parks are dissolved by ``park_id`` and classified by `park_levels`. A parcel takes the highest-level park
    that covers at least ``parcel_in_park_share`` of it (ties: larger share, then park_id); all other
    industrial land is a block. Blocks are ``cluster`` or ``scattered`` (see
    `core.levels.blocks.block_kinds`). Non-industrial parcels have no level, but keep their ``park_id``.
    Source: P 3.1; the shares and the cluster rule are own defaults.

    Both layers are in the work CRS. Parks that overlap in part are reported in the notes; nested parks are
    normal.
    """
    if parks is None or parks.empty:
        zones, notes = (
            _no_parks(parcels),
            [sentence("No parks were supplied: all industrial land is taken as blocks.")],
        )
    else:
        zones = park_levels(dissolve_parks(parks), rules)
        notes = _park_notes(zones)
    result = _parcel_parks(parcels, zones, rules)
    result.loc[~industrial, "level"] = None
    in_lower_park = (result["level"] == "block") & result["park_id"].notna()
    blocks = industrial & (result["level"] == "block").to_numpy()
    kinds = block_kinds(parcels, blocks, in_lower_park.to_numpy(), result["park_id"], rules)
    result = result.join(kinds)
    columns = ["level", "block_kind", "cluster_id", "level_note", "park_id"]
    return Levels(zones, result[columns], notes)


def dissolve_parks(parks: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One row a park_id, ordered by it: geometries dissolved, other columns from the first row that has a
    value.
    """
    missing = parks["park_id"].isna()
    if missing.any():
        rows = first_ids(np.flatnonzero(missing) + 1)
        raise LandRenewalError(
            "{} parks have no park_id (rows {}): give each park an identifier.",
            missing.sum(),
            rows,
        )
    attributes = parks.drop(columns=parks.geometry.name).groupby("park_id", sort=True, as_index=False).first()
    groups = parks.geometry.groupby(parks["park_id"], sort=True)
    merged = [shapely.union_all(group.to_numpy()) for _, group in groups]
    attributes = attributes.astype(object).where(attributes.notna(), None)
    return gpd.GeoDataFrame(attributes, geometry=gpd.GeoSeries(merged, crs=parks.crs))


def park_levels(parks: gpd.GeoDataFrame, rules: LevelRules) -> gpd.GeoDataFrame:
    """Level of each park from its status and its measured area, with a note where the two disagree.

    Status (three-valued): *base* = an economic or high-tech zone of ``base_min_admin`` or above, or a park at
    least ``inside_zone_share`` inside one; *community* = ``community_min_admin`` or above. Policy ``both``:
    base if base status and larger than ``base_min_area``; else community if either status and larger than
    ``community_min_area``; else block. ``status`` ignores area, ``area`` ignores status. Where status is
    unknown, area decides. Adds ``park_m2, level, level_note``. Source: P 3.1.
    """
    area = shapely.area(parks.geometry.to_numpy())
    base_status, community_status = _status(parks, rules)
    big, large = area > rules.base_min_area, area > rules.community_min_area
    if rules.policy == "area":
        rank = np.where(big, 2, np.where(large, 1, 0))
    else:
        is_base = base_status.fillna(rules.policy == "both").to_numpy(bool)
        is_community = community_status.fillna(rules.policy == "both").to_numpy(bool)
        ignore = rules.policy == "status"
        # A status that is not known: under `status` the area is the only evidence left.
        is_base |= ignore & base_status.isna().to_numpy() & big
        is_community |= ignore & community_status.isna().to_numpy() & large
        rank = np.where(
            is_base & (big | ignore), 2, np.where((is_base | is_community) & (large | ignore), 1, 0)
        )
    result = parks.copy()
    result["park_m2"] = area
    result["level"] = _BY_RANK[rank]
    notes = _level_notes(area, base_status, community_status, rules)
    result["level_note"] = pd.Series(notes, index=result.index, dtype=object)
    return result


def _status(parks: gpd.GeoDataFrame, rules: LevelRules) -> tuple[pd.Series, pd.Series]:
    """Base and community status as yes, no or unknown."""
    admin = _column(parks, "admin_level")
    order = {name: position for position, name in enumerate(ADMIN_LEVELS)}
    position = admin.map(order)
    of_base_rank = (position <= order[rules.base_min_admin]).astype("boolean").mask(position.isna())
    of_community_rank = (position <= order[rules.community_min_admin]).astype("boolean").mask(position.isna())
    zone = _column(parks, "zone_type")
    is_zone = zone.isin(["economic", "hightech"]).astype("boolean").mask(zone.isna())
    base = of_base_rank & is_zone
    inside = _mostly_inside(parks, base.fillna(False).to_numpy(bool), rules.inside_zone_share)
    return base | pd.Series(inside, index=parks.index, dtype="boolean"), of_community_rank


def _mostly_inside(parks: gpd.GeoDataFrame, zones: np.ndarray, share: float) -> np.ndarray:
    geometry = parks.geometry.to_numpy()
    positions = np.flatnonzero(zones)
    inside = np.zeros(len(parks), dtype=bool)
    if not len(positions):
        return inside
    pairs = overlaps(geometry, geometry[positions])
    pairs = pairs[positions[pairs["polygon"]] != pairs["target"]]
    enough = pairs["area_m2"].to_numpy() >= share * shapely.area(geometry)[pairs["target"]]
    inside[pairs["target"][enough]] = True
    return inside


def _level_notes(area, base_status, community_status, rules) -> list[str | None]:
    km2 = area / 1e6
    base_min, community_min = rules.base_min_area / 1e6, rules.community_min_area / 1e6
    notes = []
    for size, base, community in zip(km2, base_status, community_status):
        if base is pd.NA or (community is pd.NA and base is not True):
            notes.append(sentence("Status unknown: the area of {:.2f} km2 decides.", size))
        elif base and size <= base_min:
            notes.append(
                sentence("Status of a base, but {:.2f} km2 against more than {:g} km2.", size, base_min)
            )
        elif community and not base and size <= community_min:
            notes.append(
                sentence(
                    "Status of a community, but {:.2f} km2 against more than {:g} km2.",
                    size,
                    community_min,
                )
            )
        elif not base and size > base_min:
            status = word("community" if community else "block")
            notes.append(
                sentence(
                    "Area of a base ({:.2f} km2, more than {:g} km2), but status of a {}.",
                    size,
                    base_min,
                    status,
                )
            )
        elif not base and not community and size > community_min:
            notes.append(
                sentence(
                    "Area of a community ({:.2f} km2, more than {:g} km2), but status of a block.",
                    size,
                    community_min,
                )
            )
        else:
            notes.append(None)
    return notes


def _parcel_parks(parcels: gpd.GeoDataFrame, parks: gpd.GeoDataFrame, rules: LevelRules) -> pd.DataFrame:
    """The highest-level park that covers enough of each parcel; block where there is none."""
    result = pd.DataFrame(
        {"level": "block", "park_id": None, "level_note": None}, index=parcels.index, dtype=object
    )
    geometry = parcels.geometry.to_numpy()
    pairs = overlaps(geometry, parks.geometry.to_numpy())
    share = pairs["area_m2"].to_numpy() / shapely.area(geometry)[pairs["target"]]
    rank = parks["level"].map(RANK).to_numpy()[pairs["polygon"]]
    enough = share >= rules.parcel_in_park_share
    # Parks are in park_id order, so the position settles the last tie.
    order = np.lexsort((pairs["polygon"], -share, -rank, pairs["target"]))
    order = order[enough[order]]
    target, first = np.unique(pairs["target"].to_numpy()[order], return_index=True)
    chosen = pairs["polygon"].to_numpy()[order][first]
    rows = parcels.index[target]
    for column in ("level", "park_id", "level_note"):
        result.loc[rows, column] = parks[column].to_numpy(dtype=object)[chosen]
    return result


def _park_notes(parks: gpd.GeoDataFrame) -> list[str]:
    notes = [
        sentence("Park {}: {}", park, note)
        for park, note in zip(parks["park_id"], parks["level_note"])
        if note
    ]
    if not (parks["level"] == "base").any():
        notes.append(sentence("No park qualifies as a base."))
    geometry = parks.geometry.to_numpy()
    pairs = overlaps(geometry, geometry)
    pairs = pairs[pairs["target"] < pairs["polygon"]]
    smaller = np.minimum(
        parks["park_m2"].to_numpy()[pairs["target"]], parks["park_m2"].to_numpy()[pairs["polygon"]]
    )
    partial = pairs[(pairs["area_m2"] > 0.001 * smaller) & (pairs["area_m2"] < 0.999 * smaller)]
    for target, polygon, area in partial.itertuples(index=False):
        notes.append(
            sentence(
                "Parks {} and {} overlap in part ({:.2f} ha): a parcel in the overlap goes to the higher "
                "level.",
                parks["park_id"].iloc[int(target)],
                parks["park_id"].iloc[int(polygon)],
                area / 10000.0,
            )
        )
    return notes


def _no_parks(parcels: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    columns = {name: pd.Series(dtype=object) for name in ("park_id", "park", "level", "level_note")}
    empty = gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=parcels.crs))
    empty["park_m2"] = pd.Series(dtype=float)
    return empty


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame else pd.Series(None, index=frame.index, dtype=object)
