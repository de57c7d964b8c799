"""What the links of the matching chain are made from: one row an enterprise, its parcels, ids and points."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.errors import LandRenewalError, first_ids
from .taxids import usable_tax_ids


@dataclass(frozen=True)
class MatchingRules:
    """Section ``matching`` of the rule profile. Scores and similarities 0-1, lengths in m."""

    tax_id_system: str
    reviewed_score: float
    given_score: float
    tax_id_score: float
    name_score: float
    name_site_score: float
    name_office_score: float
    name_place_score: float
    name_trader_score: float
    doubt_factor: float
    fuzzy_accept: float
    fuzzy_review: float
    fuzzy_margin: float
    other_kind_factor: float
    point_score: float
    nearest_score: float
    nearest_tolerance: float
    candidates: int
    candidate_distance: float


@dataclass(frozen=True)
class Case:
    """Both sides of the matching, by position.

    ``rank``: place of every parcel in the order of parcel_id. ``inside``: the parcel that the point of each
    firm lies in, -1 for none. ``firm_tax_id``, ``holder_tax_id``: ids that can identify, else None.
    """

    firms: pd.DataFrame
    parcels: gpd.GeoDataFrame
    industrial: np.ndarray
    ids: pd.Index
    rank: np.ndarray
    inside: np.ndarray
    firm_tax_id: np.ndarray
    holder_tax_id: np.ndarray
    rules: MatchingRules


def make_case(
    enterprises: pd.DataFrame, parcels: gpd.GeoDataFrame, industrial: np.ndarray, rules: MatchingRules
) -> Case:
    """Gather both sides; repeated parcel ids are refused by name."""
    firms = one_row_a_firm(enterprises)
    ids = unique_ids(parcels["parcel_id"])
    rank = rank_of(ids)
    industrial = np.asarray(industrial, dtype=bool)
    holders = parcels.get("holder_uscc", pd.Series(None, index=parcels.index, dtype=object))
    return Case(
        firms, parcels, industrial, ids, rank, containing(firms, parcels, industrial, rank),
        usable_tax_ids(firms["uscc"], rules.tax_id_system),
        usable_tax_ids(holders, rules.tax_id_system), rules,
    )  # fmt: skip


def links(firm, parcel, method: object, score: object, reason: object) -> pd.DataFrame:
    """A table of links between firms and parcels (positions)."""
    firm, parcel = np.asarray(firm, dtype=np.int64), np.asarray(parcel, dtype=np.int64)
    table = pd.DataFrame({"firm": firm, "parcel": parcel})
    table["method"], table["score"], table["reason"] = method, score, reason
    return table.astype({"method": object, "score": float, "reason": object})


def no_links() -> pd.DataFrame:
    """A table of links without a row."""
    return links([], [], None, np.nan, None)


def unique_ids(ids: pd.Series) -> pd.Index:
    """The ids as an index; repeated ones are refused by name."""
    index = pd.Index(ids)
    if not index.is_unique:
        repeated = index[index.duplicated()].unique()
        raise LandRenewalError(
            "The parcels have repeated parcel_id values ({}): give each its own.",
            first_ids(repeated),
        )
    return index


def rank_of(ids: pd.Index) -> np.ndarray:
    """Place of every id in text order."""
    rank = np.empty(len(ids), dtype=np.int64)
    rank[np.argsort(ids.astype(str).to_numpy(dtype=object), kind="stable")] = np.arange(len(ids))
    return rank


def one_row_a_firm(enterprises: pd.DataFrame) -> pd.DataFrame:
    """One row an enterprise, ordered by ent_id, with its latest known name, code, parcel and point."""
    columns = ("name", "uscc", "parcel_id", "x", "y")
    rows = pd.DataFrame({name: enterprises.get(name) for name in columns}, index=enterprises.index)
    rows["ent_id"] = enterprises["ent_id"]
    rows["point"] = _points(enterprises)
    if "year" in enterprises:
        rows = rows.iloc[
            np.argsort(enterprises["year"].astype(float).fillna(-np.inf).to_numpy(), kind="stable")
        ]
    firms = pd.DataFrame({"ent_id": np.sort(rows["ent_id"].dropna().unique())})
    for name in (*columns, "point"):
        latest = rows[rows[name].notna()].drop_duplicates("ent_id", keep="last").set_index("ent_id")[name]
        firms[name] = latest.reindex(firms["ent_id"]).to_numpy()
    return firms


def _points(enterprises: pd.DataFrame) -> np.ndarray:
    """Usable points as shapely objects; None where there is no point or it has no finite coordinates."""
    if not isinstance(enterprises, gpd.GeoDataFrame) or enterprises._geometry_column_name not in enterprises:
        return np.full(len(enterprises), None, dtype=object)
    points = np.asarray(enterprises.geometry.to_numpy(), dtype=object)
    usable = np.isfinite(shapely.bounds(points)).all(axis=1)
    return np.where(usable, points, None)


def containing(
    firms: pd.DataFrame, parcels: gpd.GeoDataFrame, industrial: np.ndarray, rank: np.ndarray
) -> np.ndarray:
    """The parcel that each firm's point lies in, -1 for none; on a shared edge or an overlap: industrial land
    first, then parcel_id.
    """
    inside = np.full(len(firms), -1, dtype=np.int64)
    firm = np.flatnonzero(firms["point"].notna())
    if len(firm):
        tree = shapely.STRtree(parcels.geometry.to_numpy())
        point, parcel = tree.query(firms["point"].to_numpy()[firm], predicate="intersects")
        first, chosen = first_parcel(firm[point], parcel, industrial, rank)
        inside[first] = chosen
    return inside


def first_parcel(
    firm: np.ndarray, parcel: np.ndarray, industrial: np.ndarray, rank: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Each firm once, with its first parcel: industrial land first, then parcel_id."""
    order = np.lexsort((rank[parcel], ~industrial[parcel], firm))
    firm, first = np.unique(firm[order], return_index=True)
    return firm, parcel[order][first]


def nearest_links(case: Case, waiting: np.ndarray) -> pd.DataFrame:
    """The nearest industrial parcel within the tolerance, else the nearest of any kind."""
    found, waiting = [no_links()], waiting & case.firms["point"].notna().to_numpy()
    for pool in (np.flatnonzero(case.industrial), np.arange(len(case.parcels))):
        near = near_parcels(case, waiting, pool, case.rules.nearest_tolerance)
        firm, parcel = first_parcel(
            near["firm"].to_numpy(), near["parcel"].to_numpy(), case.industrial, case.rank
        )
        away = near.drop_duplicates("firm").set_index("firm")["distance"].reindex(firm)
        reason = [f"nearest parcel, {distance:.1f} m away" for distance in away]
        found.append(links(firm, parcel, "nearest", case.rules.nearest_score, reason))
        waiting = waiting.copy()
        waiting[firm] = False
    return pd.concat(found, ignore_index=True)


def near_parcels(case: Case, waiting: np.ndarray, pool: np.ndarray, reach: float) -> pd.DataFrame:
    """The nearest parcels of a pool within reach: firm, parcel, distance (m); several where equally near."""
    firm = np.flatnonzero(waiting)
    if reach <= 0 or not len(firm) or not len(pool):
        return pd.DataFrame({"firm": firm[:0], "parcel": pool[:0], "distance": np.zeros(0)})
    tree = shapely.STRtree(case.parcels.geometry.to_numpy()[pool])
    pairs, distance = tree.query_nearest(
        case.firms["point"].to_numpy()[firm], max_distance=reach, return_distance=True, all_matches=True
    )
    return pd.DataFrame({"firm": firm[pairs[0]], "parcel": pool[pairs[1]], "distance": distance})


def near_candidates(case: Case, waiting: np.ndarray) -> pd.DataFrame:
    """Parcels within ``candidate_distance`` of a point: industrial ones where there are any.

    The score falls from ``nearest_score`` at the point to 0 at that distance.
    """
    reach = case.rules.candidate_distance
    firm = np.flatnonzero(waiting & case.firms["point"].notna().to_numpy())
    if reach <= 0 or not len(firm):
        return no_links()
    points, shapes = case.firms["point"].to_numpy()[firm], case.parcels.geometry.to_numpy()
    row, parcel = shapely.STRtree(shapes).query(points, predicate="dwithin", distance=reach)
    industrial = case.industrial[parcel]
    kept = industrial | ~np.isin(row, row[industrial])
    row, parcel = row[kept], parcel[kept]
    distance = shapely.distance(points[row], shapes[parcel])
    reason = [f"{away:.0f} m from the point" for away in distance]
    score = case.rules.nearest_score * (1 - distance / reach)
    return links(firm[row], parcel, "nearest", score, reason)
