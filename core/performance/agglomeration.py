"""Measures of spatial agglomeration: spacing, clusters, specialisation and concentration [P Table 2].

All take plain arrays, one entry a point or a record. Points are in metres, in the work CRS.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import Delaunay, QhullError, cKDTree

from ..levels.blocks import groups


def nearest_neighbour_index(points: np.ndarray, area: float | None = None, least: int = 2) -> float:
    """How evenly points are spread: the nearest-neighbour index R of Clark and Evans (1954).

    R = mean distance to the nearest neighbour / (0.5 / sqrt(n / A)): 0 all in one place, 1 as if scattered at
    random, up to 2.15 as evenly as can be. Not corrected for edges: R of few points comes out too high.

    Parameters: ``points`` (n, 2) m, those with a NaN are left out; ``area`` A in m2, by default that of the
    convex hull of the points; ``least`` number of points below which R is NaN. NaN also when the hull is a
    line or a point.

    >>> nearest_neighbour_index(np.array([[0.0, 0], [0, 10], [10, 0], [10, 10]]))
    4.0
    """
    unit = np.full(len(points), "all")
    found = nearest_neighbour_indices(unit, points, None if area is None else np.array([area]), least)
    return float(found["index"].iloc[0]) if len(found) else np.nan


def nearest_neighbour_indices(
    unit: np.ndarray, points: np.ndarray, area: np.ndarray | pd.Series | None = None, least: int = 2
) -> pd.DataFrame:
    """Nearest-neighbour index of every unit, among its own points only, see `nearest_neighbour_index`.

    Parameters: ``unit`` (n) name of each point's unit, None = none; ``points`` (n, 2) m; ``area`` m2, a
    Series by unit (a unit it does not name: NaN) or an array in the order of the sorted names, by default the
    hulls'. Returns one row a unit that has points, sorted by name: ``count``, ``mean_m`` (mean distance to
    the nearest neighbour), ``area_m2``, ``index``.
    """
    points = np.asarray(points, float).reshape(-1, 2)
    unit = _column(unit)
    usable = np.isfinite(points).all(axis=1) & unit.notna().to_numpy()
    code, names = pd.factorize(unit[usable], sort=True)
    points, size = points[usable], len(names)
    count = np.bincount(code, minlength=size)
    if area is None:
        area = hull_areas(points, code, size)
    elif isinstance(area, pd.Series):
        area = area.reindex(names).to_numpy(float)
    mean = _mean_nearest(points, code, count)
    # An area of 0 leaves nothing to compare with.
    area = np.where(area > 0, area, np.nan)
    index = np.where(count >= max(least, 2), mean / (0.5 / np.sqrt(count / area)), np.nan)
    columns = {"count": count, "mean_m": mean, "area_m2": area, "index": index}
    return pd.DataFrame(columns, index=pd.Index(names, name="unit"))


def _mean_nearest(points, code, count) -> np.ndarray:
    """Mean distance to the nearest point of the same unit; NaN for a unit of fewer than two."""
    total = np.full(len(count), np.nan)
    paired = count[code] > 1
    if not paired.any():
        return total
    inside, owner = points[paired] - points[paired].mean(axis=0), code[paired]
    # Each unit on a floor of its own, further from the next than any two points of one: a single search.
    floor = owner * (4.0 * np.abs(inside).max() + 1.0)
    tree = cKDTree(np.column_stack([inside, floor]))
    nearest = tree.query(tree.data, k=2)[0][:, 1]
    sums = np.bincount(owner, nearest, minlength=len(count))
    return np.where(count > 1, sums / np.maximum(count, 1), np.nan)


def hull_areas(points: np.ndarray, code: np.ndarray, size: int) -> np.ndarray:
    """Area of the convex hull of each group of points, m2; NaN where it is a line, a point or nothing.

    Parameters: ``points`` (n, 2) m; ``code`` (n) group of each point, 0 to ``size`` - 1.
    """
    areas = np.full(size, np.nan)
    if not len(points):
        return areas
    order = np.argsort(code, kind="stable")
    groups, code = np.unique(code[order], return_inverse=True)
    hulls = shapely.convex_hull(shapely.multipoints(points[order], indices=code))
    measured = shapely.area(hulls)
    # A line of points with rounded coordinates has a hull of slivers, which is no area to speak of.
    thin = measured <= 1e-9 * shapely.length(hulls) ** 2
    areas[groups] = np.where(thin, np.nan, measured)
    return areas


def cluster_labels(points: np.ndarray, reach: float, least: int) -> np.ndarray:
    """Put points into clusters by single linkage: whoever lies within ``reach`` of a member is a member.

    A cluster is a connected component of the graph that joins every two points at most ``reach`` apart, if it
    has at least ``least`` points. (DBSCAN would also ask that members have enough neighbours of their own.
    Here a chain of points is a cluster.) Returns the number of each point's cluster, from 0 in order of first
    appearance; -1 = in none; NaN = the point has no place.

    Parameters: ``points`` (n, 2) m; ``reach`` m.

    >>> cluster_labels(np.array([[0.0, 0], [900, 0], [0, 60], [0, 120]]), 100, 3).tolist()
    [0.0, -1.0, 0.0, 0.0]
    """
    points = np.asarray(points, float).reshape(-1, 2)
    label = np.full(len(points), np.nan)
    usable = np.flatnonzero(np.isfinite(points).all(axis=1))
    if not len(usable):
        return label
    places, place = np.unique(points[usable], axis=0, return_inverse=True)
    first, second = _links(places - places.mean(axis=0))
    near = np.hypot(*(places[first] - places[second]).T) <= reach
    group = groups(len(places), np.column_stack([first[near], second[near]]))[np.ravel(place)]
    large = np.bincount(group)[group] >= least
    label[usable] = -1
    label[usable[large]] = pd.factorize(group[large])[0]
    return label


def _links(places) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of distinct places that hold their minimum spanning tree, so that cutting the long ones leaves
    the components of all pairs. The number of all pairs grows with the square where firms stand close.
    """
    try:
        mesh = Delaunay(places) if len(places) > 3 else None
    except QhullError:
        mesh = None
    if mesh is None:
        return _few_or_straight(places)
    corners = mesh.simplices
    edges = [corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]]
    # What the mesh leaves out lies, but for rounding, on the corner it names.
    pairs = np.concatenate([*edges, mesh.coplanar[:, [0, 2]]])
    return pairs[:, 0], pairs[:, 1]


def _few_or_straight(places) -> tuple[np.ndarray, np.ndarray]:
    if len(places) <= 3:
        return np.triu_indices(len(places), 1)
    axis = np.linalg.svd(places, full_matrices=False)[2][0]
    order = np.argsort(places @ axis, kind="stable")
    return order[:-1], order[1:]


def share_in_clusters(unit: np.ndarray, label: np.ndarray, weight: np.ndarray | None = None) -> pd.Series:
    """Share of each unit's points (or of their weight) that lies in clusters, 0-1.

    Parameters: ``unit`` (n), None = none; ``label`` (n) from `cluster_labels`; ``weight`` (n), such as output
    or jobs. Points without a place or a weight are left out. Returns a Series by unit, sorted; NaN where
    nothing is left or the weights sum to 0.
    """
    table = pd.DataFrame({"unit": _column(unit), "label": np.asarray(label, float), "total": 1.0})
    if weight is not None:
        table["total"] = np.asarray(weight, float)
    table.loc[table["label"].isna(), "total"] = np.nan
    table["inside"] = table["total"].where(table["label"] >= 0, table["total"] * 0.0)
    sums = table.groupby("unit")[["inside", "total"]].sum()
    return (sums["inside"] / _positive(sums["total"])).rename("share_in_clusters")


def location_quotient(unit: np.ndarray, sector: np.ndarray, amount: np.ndarray) -> pd.DataFrame:
    """How much more a sector weighs in a unit than in the district.

    LQ = (sector in unit / unit) / (sector in district / district): 1 = as everywhere, 2 = twice as much.

    Parameters, one entry a record (a firm): ``unit``, None = in the district but in no unit; ``sector``;
    ``amount``, such as output or jobs. Records without a sector or with an amount that is missing or below 0
    are left out on both sides and counted in ``known_share``.
    Returns one row a pair that occurs, sorted: ``unit, sector, amount, unit_share, district_share, lq,
    known_share`` (records of the unit that were used / all its records). NaN where a sum is 0.

    >>> location_quotient(["a", "a", "b", "b"], ["27", "35", "27", "35"], [3, 1, 1, 3])["lq"].tolist()
    [1.5, 0.5, 0.5, 1.5]
    """
    records, known = _records(unit, sector, amount)
    records = records[records["known"]]
    district = records.groupby("group")["amount"].sum()
    table = records.groupby(["unit", "group"])["amount"].sum().reset_index()
    table["unit_share"] = table["amount"] / _positive(table.groupby("unit")["amount"].transform("sum"))
    table["district_share"] = (
        table["group"].map(district).astype(float) / district.sum() if district.sum() else np.nan
    )
    table["lq"] = table["unit_share"] / _positive(table["district_share"])
    table["known_share"] = table["unit"].map(known).astype(float)
    return table.rename(columns={"group": "sector"})


def herfindahl(unit: np.ndarray, group: np.ndarray, amount: np.ndarray) -> pd.DataFrame:
    """How few hold most of a unit: the Herfindahl index, sum of squared shares, from 1/groups to 1.

    Parameters, one entry a record: ``unit``, None = none; ``group``, sectors or, for the concentration of
    firms, their ids; ``amount``. Records without a group or with an amount that is missing or below 0 are
    left out and counted. Returns one row a unit, sorted by name: ``herfindahl`` (NaN when nothing is known or
    all is 0), ``groups`` with an amount above 0, ``known_share`` of the records.

    >>> herfindahl(["a", "a", "b"], ["27", "35", "27"], [3, 1, None])["herfindahl"].tolist()
    [0.625, nan]
    """
    records, known = _records(unit, group, amount)
    sums = records[records["known"]].groupby(["unit", "group"])["amount"].sum()
    total = _positive(sums.groupby(level="unit").transform("sum"))
    by_unit = ((sums / total) ** 2).groupby(level="unit")
    filled = (sums > 0).groupby(level="unit").sum()
    result = {
        "herfindahl": by_unit.sum(min_count=1).reindex(known.index),
        "groups": filled.reindex(known.index).fillna(0).astype(int),
        "known_share": known,
    }
    return pd.DataFrame(result, index=known.index)


def leading_sectors(quotients: pd.DataFrame, least_share: float) -> pd.DataFrame:
    """The sector each unit is most specialised in: highest LQ among those that hold at least ``least_share``
    of the unit (0-1). Without that floor a lone workshop of a rare trade would lead.

    ``quotients`` from `location_quotient`. Ties: larger share, then sector in text order. Returns one row a
    unit, sorted: ``sector, lq, unit_share, known_share``; None and NaN where no sector is large enough.
    """
    large = quotients[(quotients["unit_share"] >= least_share) & quotients["lq"].notna()]
    order = large.sort_values(["unit", "lq", "unit_share", "sector"], ascending=[True, False, False, True])
    leading = order.drop_duplicates("unit").set_index("unit")[["sector", "lq", "unit_share", "known_share"]]
    known = quotients.drop_duplicates("unit").set_index("unit")["known_share"].sort_index()
    leading = leading.reindex(known.index)
    leading["sector"] = leading["sector"].astype(object).where(leading["sector"].notna(), None)
    return leading.assign(known_share=known)


def _records(unit, group, amount) -> tuple[pd.DataFrame, pd.Series]:
    """The records with their amounts, whether each can be used, and the share that can by unit."""
    columns = {"unit": _column(unit), "group": _column(group), "amount": np.asarray(amount, float)}
    records = pd.DataFrame(columns)
    records["known"] = records["group"].notna() & (records["amount"] >= 0)
    return records, records.groupby("unit")["known"].mean()


def _column(values) -> pd.Series:
    """Names by position, whatever index a Series may bring."""
    return pd.Series(np.asarray(values, dtype=object)).infer_objects()


def _positive(values: pd.Series) -> pd.Series:
    return values.where(values > 0)
