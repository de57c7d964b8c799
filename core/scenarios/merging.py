"""Merge small neighbouring parcels of one cluster into larger ones [P 4.2 (2)]."""

from __future__ import annotations

import heapq

import numpy as np
import shapely

from ..levels.blocks import neighbours


def assemble(
    geometry: np.ndarray, ids: np.ndarray, cluster: np.ndarray, gap: float, minimum: float
) -> np.ndarray:
    """Assemble small parcels into merged parcels of at least ``minimum`` m2.

    Neighbours are parcels of the same cluster with an edge gap up to ``gap`` m. Starting from the smallest id
    that is left, the neighbour with the smallest id is added until the minimum is reached; then the next
    parcel starts. What is left over joins a finished assembly next to it; where there is none, it is not
    merged. Areas do not change.

    Returns the merged id of each parcel (``M-`` and the id it started from), None = not merged.

    >>> squares = np.array([shapely.box(i * 10, 0, i * 10 + 10, 10) for i in range(3)])
    >>> assemble(squares, np.array(["a", "b", "c"]), np.array(["k"] * 3), 1.0, 200.0).tolist()
    ['M-a', 'M-a', 'M-a']
    """
    links = _links(geometry, cluster, gap)
    area = shapely.area(geometry)
    merged = np.full(len(geometry), None, dtype=object)
    taken = np.zeros(len(geometry), dtype=bool)
    rank = np.argsort(np.argsort(ids.astype(str), kind="stable"), kind="stable")
    leftovers = []
    for start in np.argsort(rank):
        if taken[start]:
            continue
        group = _grow(start, links, rank, area, taken, minimum)
        if area[group].sum() >= minimum:
            merged[group] = f"M-{ids[start]}"
        else:
            leftovers += group
    _join_neighbours(leftovers, links, rank, merged)
    return merged


def _links(geometry: np.ndarray, cluster: np.ndarray, gap: float) -> list[list[int]]:
    pairs = neighbours(geometry, gap)
    pairs = pairs[cluster[pairs[:, 0]] == cluster[pairs[:, 1]]]
    links: list[list[int]] = [[] for _ in range(len(geometry))]
    for first, second in pairs.tolist():
        links[first].append(second)
        links[second].append(first)
    return links


def _grow(start: int, links, rank, area, taken, minimum: float) -> list[int]:
    group, total, border = [], 0.0, [(int(rank[start]), int(start))]
    while border and total < minimum:
        _, parcel = heapq.heappop(border)
        if taken[parcel]:
            continue
        taken[parcel] = True
        group.append(parcel)
        total += area[parcel]
        for other in links[parcel]:
            if not taken[other]:
                heapq.heappush(border, (int(rank[other]), other))
    return group


def _join_neighbours(leftovers: list[int], links, rank, merged: np.ndarray) -> None:
    """Leftovers join the finished assembly of their smallest neighbour, wave by wave outwards."""
    wave = sorted(leftovers, key=lambda parcel: rank[parcel])
    while wave:
        beside = {parcel: [other for other in links[parcel] if merged[other] is not None] for parcel in wave}
        joining = {
            parcel: merged[min(found, key=lambda other: rank[other])]
            for parcel, found in beside.items()
            if found
        }
        for parcel, name in joining.items():
            merged[parcel] = name
        wave = [parcel for parcel in wave if parcel not in joining] if joining else []
