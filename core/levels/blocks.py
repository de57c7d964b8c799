"""Blocks: industrial land outside bases and communities, in clusters or scattered."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def neighbours(geometry: np.ndarray, gap: float) -> np.ndarray:
    """Pairs (i, j), i < j, of geometries whose edges are at most ``gap`` metres apart, in order.

    >>> squares = [shapely.box(left, 0, left + 1, 1) for left in (0, 3, 9)]
    >>> neighbours(np.array(squares), 2.0)
    array([[0, 1]])
    """
    pairs = shapely.STRtree(geometry).query(geometry, predicate="dwithin", distance=gap).T
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def groups(count: int, pairs: np.ndarray) -> np.ndarray:
    """Number the groups that the pairs link (single linkage): one label an item, in order of first
    appearance.

    >>> groups(4, np.array([[0, 2]])).tolist()
    [0, 1, 0, 2]
    """
    links = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    labels = connected_components(links, directed=False)[1] if count else np.array([], dtype=int)
    return pd.factorize(labels)[0]


def block_kinds(
    parcels: gpd.GeoDataFrame, blocks: np.ndarray, in_lower_park: np.ndarray, park_id: pd.Series, rules
) -> pd.DataFrame:
    """Tell cluster blocks from scattered ones, and name the group each belongs to.

    A block parcel is ``cluster`` when it lies in a park below community level, or in a single-linkage group
    of block parcels with edge gaps up to ``cluster_gap``, at least ``cluster_min_parcels`` parcels and
    together at least ``cluster_min_area``; everything else is ``scattered``. ``cluster_id`` is the park_id
    for parcels in such a park, else ``C`` and the smallest parcel_id of the group; scattered parcels have
    none. Source: own default (spec: D).
    """
    kind = pd.Series(None, index=parcels.index, dtype=object, name="block_kind")
    cluster = pd.Series(None, index=parcels.index, dtype=object, name="cluster_id")
    members = np.flatnonzero(blocks)
    if len(members):
        geometry = parcels.geometry.to_numpy()[members]
        label = groups(len(members), neighbours(geometry, rules.cluster_gap))
        enough = np.bincount(label) >= rules.cluster_min_parcels
        enough &= np.bincount(label, weights=shapely.area(geometry)) >= rules.cluster_min_area
        lower = in_lower_park[members]
        rows = parcels.index[members]
        kind.loc[rows] = np.where(enough[label] | lower, "cluster", "scattered")
        ids = parcels["parcel_id"].iloc[members].astype(str).to_numpy(object)
        order = np.argsort(ids, kind="stable")
        first = ids[order][np.unique(label[order], return_index=True)[1]]
        names = np.where(enough[label], "C-" + first[label], None)
        cluster.loc[rows] = np.where(lower, park_id.iloc[members].to_numpy(), names)
    return pd.concat([kind, cluster], axis=1)
