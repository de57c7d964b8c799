"""Lines from the points of enterprises to parcels: what was linked, what contradicts, what is proposed."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

LINK, CONFLICT, CANDIDATE = "link", "conflict", "candidate"
COLUMNS = ["ent_id", "parcel_id", "status", "method", "score", "reason"]


def link_lines(
    occupancy: pd.DataFrame, unmatched: pd.DataFrame, enterprises: gpd.GeoDataFrame, parcels: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """One line for every link, conflict and candidate of an enterprise with a point.

    A line runs from the point to a point on the parcel. ``status``: ``link``; ``conflict``, to the parcel
    that the point lies in where the links say another; ``candidate``, of an enterprise without a parcel. Both
    layers are in the work CRS; of several years of an enterprise the last point in the table counts.
    """
    rows = pd.concat([_links(occupancy), _conflicts(occupancy), *_candidates(unmatched)], ignore_index=True)
    points = enterprises[enterprises.geometry.notna() & ~enterprises.geometry.is_empty]
    points = points.drop_duplicates("ent_id", keep="last").set_index("ent_id").geometry
    start = points.reindex(rows["ent_id"]).to_numpy()
    place = pd.Index(parcels["parcel_id"]).get_indexer(rows["parcel_id"])
    known = ~shapely.is_missing(start) & (place >= 0)
    rows, start, place = rows[known].reset_index(drop=True), start[known], place[known]
    used, back = np.unique(place, return_inverse=True)
    end = shapely.point_on_surface(parcels.geometry.to_numpy()[used])[back]
    both = np.stack([shapely.get_coordinates(start), shapely.get_coordinates(end)], axis=1).reshape(-1, 2, 2)
    return gpd.GeoDataFrame(rows[COLUMNS], geometry=gpd.GeoSeries(shapely.linestrings(both), crs=parcels.crs))


def _links(occupancy: pd.DataFrame) -> pd.DataFrame:
    return occupancy.reindex(columns=COLUMNS).assign(status=LINK)


def _conflicts(occupancy: pd.DataFrame) -> pd.DataFrame:
    rows = occupancy.reindex(columns=[*COLUMNS, "conflict"])
    rows = rows[rows["conflict"].notna()].drop_duplicates(["ent_id", "conflict"])
    rows = rows.assign(parcel_id=rows["conflict"], status=CONFLICT, method="point", score=np.nan)
    return rows[COLUMNS]


def _candidates(unmatched: pd.DataFrame) -> list[pd.DataFrame]:
    numbers = [name[len("candidate_") :] for name in unmatched if str(name).startswith("candidate_")]
    found = []
    for number in numbers:
        names = {f"candidate_{number}": "parcel_id", f"score_{number}": "score", f"reason_{number}": "reason"}
        rows = unmatched[["ent_id", *names]].rename(columns=names)
        found.append(rows[rows["parcel_id"].notna()].assign(status=CANDIDATE, method=None))
    return found
