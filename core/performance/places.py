"""Points of interest: which are meant, where they lie, and how many are near."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree


def of_kind(pois: gpd.GeoDataFrame, kinds: tuple[str, ...]) -> np.ndarray:
    """True for the points whose kind is one of these; case and spaces at the ends do not count."""
    kind = pois["kind"] if "kind" in pois else pd.Series(None, index=pois.index, dtype=object)
    folded = kind.astype(object).where(kind.notna(), "").astype(str).str.strip().str.casefold()
    return folded.isin([name.casefold() for name in kinds]).to_numpy()


def poi_density(points: np.ndarray, places: np.ndarray, reach: float) -> np.ndarray:
    """Places per km2 within ``reach`` (m) of each point: their number ÷ the area of that circle.

    ``points`` (n, 2) and ``places`` (m, 2) in metres.

    >>> poi_density(np.array([[0.0, 0.0]]), np.array([[10.0, 0.0], [5000.0, 0.0]]), 1000.0).round(4)
    array([0.3183])
    """
    if not len(points):
        return np.zeros(0)
    if not len(places):
        return np.zeros(len(points))
    counts = cKDTree(places).query_ball_point(points, reach, return_length=True)
    return counts / (np.pi * (reach / 1000.0) ** 2)


def xy(geometry) -> np.ndarray:
    """Coordinates of a point on each geometry, (n, 2); NaN where there is none, or an empty one."""
    values = np.asarray(geometry, dtype=object)
    values = np.where(shapely.is_empty(values), None, values)
    other = (shapely.get_type_id(values) != 0) & ~shapely.is_missing(values)
    if other.any():
        values[other] = shapely.point_on_surface(values[other])
    return np.column_stack([shapely.get_x(values), shapely.get_y(values)])
