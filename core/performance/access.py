"""Accessibility of points: distance to the nearest node, straight or on roads, and its index [P Table 2].

Roads are prepared here (vertices where nodes, junctions and gaps need them) and measured in
``processing.network``. Coordinates and lengths are metres of the work CRS.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from ..common.errors import LandRenewalError

NETWORK, STRAIGHT = "network", "straight line"
_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)


@dataclass(frozen=True)
class Roads:
    """Vertices of road lines, ``xy`` (k, 2), and the number of the line each belongs to, ``line`` (k),
    rising; ``source``: row of each line in the layer it comes from.
    """

    xy: np.ndarray
    line: np.ndarray
    source: np.ndarray

    @property
    def heads(self) -> np.ndarray:
        """Position of the first vertex of every segment; the second is the next one."""
        return np.flatnonzero(self.line[1:] == self.line[:-1])


@dataclass(frozen=True)
class Ties:
    """Nearest places on roads: ``item`` (which point), ``segment``, ``along`` (m from the segment's first
    vertex), ``leg`` (m from the point to the road), ``foot`` (t, 2). A point between two roads has both.
    """

    item: np.ndarray
    segment: np.ndarray
    along: np.ndarray
    leg: np.ndarray
    foot: np.ndarray


def straight_line(
    points: np.ndarray, nodes: np.ndarray, detour: float, speed: float | None = None
) -> np.ndarray:
    """Distance from every point to the nearest node as the crow flies, times ``detour``.

    Parameters: ``points`` (n, 2) and ``nodes`` (m, 2) in m; ``detour`` how much longer ways are than the
    straight line, >= 1; ``speed`` km/h, to have minutes rather than metres. NaN for a point without a place,
    and for all when there is no node.

    >>> straight_line(np.array([[0.0, 0.0]]), np.array([[30.0, 40.0]]), 1.3).tolist()
    [65.0]
    """
    points, nodes = places(points), places(nodes)
    nodes = nodes[np.isfinite(nodes).all(axis=1)]
    distance = np.full(len(points), np.nan)
    usable = np.isfinite(points).all(axis=1)
    if len(nodes) and usable.any():
        distance[usable] = cKDTree(nodes).query(points[usable])[0]
    return distance * detour if speed is None else minutes(distance * detour, speed)


def minutes(metres: np.ndarray | float, speed: np.ndarray | float) -> np.ndarray | float:
    """Minutes for a way of some metres at ``speed`` km/h.

    >>> minutes(1500.0, 30.0)
    3.0
    """
    return metres * 60 / (1000 * speed)


def access_index(distance: np.ndarray, half: float) -> np.ndarray:
    """Accessibility 1 / (1 + distance / half): 1 at the node, 0.5 at ``half`` away, towards 0 far off.

    ``distance`` and ``half`` in one unit, m or minutes. NaN stays NaN.

    >>> access_index(np.array([0.0, 3000.0, 9000.0]), 3000.0).tolist()
    [1.0, 0.5, 0.25]
    """
    return 1.0 / (1.0 + np.asarray(distance, float) / half)


def choose(network: np.ndarray | None, straight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Take the way on roads where there is one, else the straight line, and say which.

    Parameters: two arrays in one unit; NaN = none; ``network`` None when no roads were given. Returns the
    distances and, as text, ``network`` or ``straight line``, None where neither is known.
    """
    straight = np.asarray(straight, float)
    network = np.full(len(straight), np.nan) if network is None else np.asarray(network, float)
    method = np.full(len(straight), None, dtype=object)
    method[~np.isnan(straight)] = STRAIGHT
    method[~np.isnan(network)] = NETWORK
    return np.where(np.isnan(network), straight, network), method


def road_lines(geometry: np.ndarray) -> Roads:
    """Read the vertices of lines. Multi-part lines come apart; Z, missing and empty geometry, and lines that
    could not be projected are left out.

    Errors: LandRenewalError when there is anything but lines.
    """
    parts, source = shapely.get_parts(np.asarray(geometry, dtype=object), return_index=True)
    if not np.isin(shapely.get_type_id(parts), _LINES).all():
        raise LandRenewalError(
            "The roads layer holds points or areas: choose a layer of lines, the roads' axes."
        )
    xy, line = shapely.get_coordinates(parts, return_index=True)
    placed = ~np.isin(line, line[~np.isfinite(xy).all(axis=1)])
    return _without_repeats(xy[placed], line[placed], source)


def segments(roads: Roads) -> np.ndarray:
    """Every segment of the roads as a line of its own."""
    return shapely.linestrings(np.stack([roads.xy[roads.heads], roads.xy[roads.heads + 1]], axis=1))


def nearest_ties(roads: Roads, points: np.ndarray) -> Ties:
    """Tie points, all with a place, to the nearest road, or to all that are equally near."""
    lines = segments(roads)
    item, segment = shapely.STRtree(lines).query_nearest(shapely.points(points), all_matches=True)
    return _ties(roads, points, item, segment)


def _ties(roads: Roads, points, item, segment) -> Ties:
    start, way = roads.xy[roads.heads[segment]], roads.xy[roads.heads[segment] + 1]
    way = way - start
    length = np.hypot(*way.T)
    share = np.clip(((points[item] - start) * way).sum(axis=1) / length**2, 0.0, 1.0)
    # The far end is the vertex itself, not what rounding makes of it.
    foot = np.where((share == 1)[:, None], roads.xy[roads.heads[segment] + 1], start + share[:, None] * way)
    return Ties(item, segment, share * length, np.hypot(*(points[item] - foot).T), foot)


def with_vertices(roads: Roads, segment: np.ndarray, xy: np.ndarray) -> Roads:
    """Put vertices into segments of the roads, in the order in which they come along each."""
    head = roads.heads[segment]
    along = np.hypot(*(xy - roads.xy[head]).T)
    order = np.lexsort((along, head))
    line = np.insert(roads.line, head[order] + 1, roads.line[head[order]])
    placed = np.insert(roads.xy, head[order] + 1, xy[order], axis=0)
    return _without_repeats(placed, line, roads.source)


def _without_repeats(xy, line, source) -> Roads:
    new = np.full(len(line), True)
    new[1:] = (xy[1:] != xy[:-1]).any(axis=1) | (line[1:] != line[:-1])
    return Roads(xy[new], line[new], source)


def joined(roads: Roads, gap: float) -> Roads:
    """Join every end of a line to the other lines that come within ``gap`` m of it but share no vertex with
    it: a vertex there, and a short line between where the two do not touch. 0 = join nothing.

    A line is not joined to itself. Roads that cross are left alone: one may be a bridge, see `crossed`.
    """
    if gap <= 0 or not len(roads.heads):
        return roads
    owner, ties = _loose_ends(roads, gap)
    placed = with_vertices(roads, ties.segment, ties.foot)
    gaps = ties.leg > 0
    bridges = np.stack([roads.xy[ties.item[gaps]], ties.foot[gaps]], axis=1).reshape(-1, 2)
    number = len(roads.source) + np.repeat(np.arange(gaps.sum()), 2)
    return Roads(
        np.concatenate([placed.xy, bridges]),
        np.concatenate([placed.line, number]),
        np.concatenate([roads.source, roads.source[owner[gaps]]]),
    )


def _loose_ends(roads: Roads, gap: float) -> tuple[np.ndarray, Ties]:
    """Ends (as positions of vertices) with the nearest place on each other line within ``gap`` that they do
    not share a vertex with, and the line each end belongs to.
    """
    last = np.append(roads.line[1:] != roads.line[:-1], True)
    ends = np.flatnonzero(last | np.append(True, last[:-1]))
    lines = segments(roads)
    item, segment = shapely.STRtree(lines).query(shapely.points(roads.xy[ends]), "dwithin", distance=gap)
    ties = _ties(roads, roads.xy, ends[item], segment)
    count, other = len(roads.source), roads.line[roads.heads[segment]]
    place = np.unique(roads.xy, axis=0, return_inverse=True)[1].ravel()
    shared = np.isin(place[ties.item] * count + other, place * count + roads.line)
    order = np.lexsort((segment, ties.leg, other, ties.item))
    order = order[~shared[order]]
    pair = ties.item[order] * count + other[order]
    nearest = order[np.append(True, pair[1:] != pair[:-1])[: len(order)]]
    fields = (ties.item, ties.segment, ties.along, ties.leg, ties.foot)
    return roads.line[ties.item[nearest]], Ties(*(values[nearest] for values in fields))


def crossed(roads: Roads) -> Roads:
    """Make a junction of every crossing of two roads. Right for plans drawn flat, without bridges: layers
    like OpenStreetMap have a shared vertex where one can turn off, and none where one cannot.
    """
    lines = segments(roads)
    one, other = shapely.STRtree(lines).query(lines, "crosses")
    one, other = one[one < other], other[one < other]
    xy = shapely.get_coordinates(shapely.intersection(lines[one], lines[other]))
    return with_vertices(roads, np.concatenate([one, other]), np.concatenate([xy, xy]))


def by_road(
    roads: Roads, points: np.ndarray, nodes: np.ndarray, cost: np.ndarray, pace: np.ndarray, leg: float
) -> np.ndarray:
    """Cost of the cheapest way from each point by its nearest road, NaN where that leads to no node.

    A point that is at least as near to a node as to any road goes there directly, if that is cheaper.

    Parameters: ``points`` and ``nodes``, all with a place; ``cost`` of the way on from every vertex of the
    roads, inf = none; ``pace`` cost a metre, by line; ``leg`` cost a metre off the road.
    """
    ties = nearest_ties(roads, points)
    head = roads.heads[ties.segment]
    rest = np.hypot(*(roads.xy[head + 1] - ties.foot).T)
    rate = pace[roads.line[head]]
    total = np.minimum(cost[head] + ties.along * rate, cost[head + 1] + rest * rate) + ties.leg * leg
    cheapest, to_road = np.full(len(points), np.inf), np.zeros(len(points))
    np.minimum.at(cheapest, ties.item, total)
    to_road[ties.item] = ties.leg
    away = straight_line(points, nodes, 1.0)
    cheapest = np.where(away <= to_road, np.minimum(cheapest, away * leg), cheapest)
    return np.where(np.isfinite(cheapest), cheapest, np.nan)


def places(xy) -> np.ndarray:
    """Coordinates as an array of two columns, also when there are none."""
    return np.asarray(xy, float).reshape(-1, 2)


def nearest(targets: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Position of the target nearest to every point."""
    return cKDTree(targets).query(points)[1]
