"""Land that two parcels claim: which pairs overlap, by how much, and which overlaps are only slivers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyproj
import shapely

from ..common.errors import first_ids, joined, sentence, word
from ..common.space import transform
from .geometry_ledger import ledger, nothing, united

# Coordinates are kept to the millimetre at best: a 10 m edge that is 1 mm off makes 0.01 m2.
_NOISE_M2 = 0.01
_SHRINK = 1e-7


@dataclass(frozen=True)
class OverlapRules:
    """What counts as a sliver: up to ``area`` m2, or up to ``share`` of the smaller parcel, or narrower
    than ``width`` m on average (2 x area / perimeter).
    """

    area: float
    share: float
    width: float


@dataclass(frozen=True)
class Overlaps:
    """``pairs``: first, second (positions of the parcels, first < second), area_m2, width_m, share_first,
    share_second, sliver. ``twice_m2``: land counted more than once by the overlaps that are no slivers.
    """

    pairs: pd.DataFrame
    twice_m2: float


def overlaps(shapes: np.ndarray, crs, work: pyproj.CRS, areas: np.ndarray, rules: OverlapRules) -> Overlaps:
    """Find the pairs of parcels whose interiors share land.

    ``shapes`` are valid polygons in ``crs``, the CRS they were drawn in: a border of two neighbours stays
    one and the same line there, while projecting would bend it where only one of them has a vertex. The
    overlaps are then measured in the work CRS. ``areas``: m2 of each parcel. Overlaps below 0.01 m2 are
    rounding and left out. Pairs come in the order of the parcels.

    Land counted more than once is the sum over parcels of what they share with any earlier parcel, so land
    under three parcels counts twice. Source: D.
    """
    first, second, shared = _intersections(np.asarray(shapes, dtype=object))
    moved = transform(shared, pyproj.CRS.from_user_input(crs), work) if len(shared) else shared
    area, length = shapely.area(moved), shapely.length(moved)
    kept = area > _NOISE_M2
    first, second, moved, area, length = (v[kept] for v in (first, second, moved, area, length))
    areas = np.asarray(areas, dtype=float)
    width = 2 * area / length
    smaller = np.minimum(areas[first], areas[second])
    sliver = (area <= np.maximum(rules.area, rules.share * smaller)) | (width < rules.width)
    pairs = pd.DataFrame(
        {
            "first": first,
            "second": second,
            "area_m2": area,
            "width_m": width,
            "share_first": area / areas[first],
            "share_second": area / areas[second],
            "sliver": sliver,
        }
    )
    return Overlaps(pairs, _counted_again(second[~sliver], moved[~sliver]))


def _intersections(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs (i < j) in order, with the polygons they share."""
    left, right = shapely.STRtree(shapes).query(shapes)
    once = left < right
    left, right = left[once], right[once]
    order = np.lexsort((right, left))
    left, right = left[order], right[order]
    shrunk = _shrunk(shapes)
    shapely.prepare(shapes)
    for one, other in ((0, 1), (1, 0)):
        pair = (left, right)
        meeting = shapely.intersects(shapes[pair[one]], shrunk[pair[other]])
        left, right = left[meeting], right[meeting]
    shared = shapely.intersection(shapes[left], shapes[right])
    land = shapely.area(shared) > 0
    return left[land], right[land], shared[land]


def _shrunk(shapes: np.ndarray) -> np.ndarray:
    """The shapes drawn together by a ten millionth, so that neighbours no longer touch.

    To ask whether a shape meets a shrunk one is seven times faster than to ask whether their interiors
    meet. A shape that is not convex may reach over its old border here and there: that costs an
    intersection and changes no result.
    """
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    centre = shapely.get_coordinates(shapely.centroid(shapes))[owner]
    return shapely.set_coordinates(shapes.copy(), points + (centre - points) * _SHRINK)


def _counted_again(owner: np.ndarray, shared: np.ndarray) -> float:
    """Sum over owners of the area of the union of what they share."""
    if not len(owner):
        return 0.0
    _, group = np.unique(owner, return_inverse=True)
    order = np.argsort(group, kind="stable")
    parts, part = shapely.get_parts(shared[order], return_index=True)
    polygon = shapely.get_dimensions(parts) == 2
    gathered = shapely.geometrycollections(parts[polygon], indices=group[order][part][polygon])
    return float(shapely.area(shapely.union_all(gathered[:, None], axis=1)).sum())


def overlap_ledger(table: str, ids, found: Overlaps, rows=None) -> pd.DataFrame:
    """One row a pair: area before = the parcel itself is in the parcels layer; after = the shared land."""
    pairs, ids = found.pairs, np.asarray(ids, dtype=object)
    if not len(pairs):
        return nothing()
    first, second = pairs["first"].to_numpy(), pairs["second"].to_numpy()
    notes = [
        sentence("{:.1%} of the first, {:.1%} of the other, {:.2f} m wide on average", a, b, width)
        for a, b, width in zip(pairs["share_first"], pairs["share_second"], pairs["width_m"])
    ]
    made = ledger(
        table, ids[first], np.where(pairs["sliver"], "sliver", "overlap"),
        first if rows is None else np.asarray(rows)[first],
        after=pairs["area_m2"], other=ids[second], note=notes,
    )  # fmt: skip
    return united([made[made["what"] == "overlap"], made[made["what"] == "sliver"]])


def overlap_notes(table: str, ids, found: Overlaps) -> list[str]:
    """Sentences on overlaps and slivers."""
    ids = np.asarray(ids, dtype=object)
    real, slivers = found.pairs[~found.pairs["sliver"]], found.pairs[found.pairs["sliver"]]
    notes = []
    if len(real):
        named = [
            sentence("{} and {}", ids[a], ids[b])
            for a, b in zip(real["first"].iloc[:6], real["second"].iloc[:6])
        ]
        more = sentence(" and {} more", len(real) - 3) if len(real) > 3 else ""
        notes.append(
            sentence(
                "Check: {}: {} pairs overlap by more than slivers; {:,.2f} ha are counted more than once "
                "({}{}).",
                word(table),
                len(real),
                found.twice_m2 / 10000.0,
                joined(named[:3], "; "),
                more,
            )
        )
    if len(slivers):
        total = slivers["area_m2"].sum()
        parcels = first_ids(dict.fromkeys(ids[slivers["first"]]))
        notes.append(
            sentence(
                "{}: {} slivers between neighbours, {:,.1f} m2 in all ({}).",
                word(table),
                len(slivers),
                total,
                parcels,
            )
        )
    return notes
