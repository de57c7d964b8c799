"""Distances along roads with QGIS's network library, for thousands of points at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.analysis import QgsGraph, QgsGraphAnalyzer
from qgis.core import QgsPointXY

from ..core.common.errors import LandRenewalError, first_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import geopandas as gpd
    import numpy as np

OTHER = "other"
_BATCH = 20_000


def network_distances(
    roads: gpd.GeoDataFrame,
    points: np.ndarray,
    nodes: np.ndarray,
    detour: float,
    speeds: Mapping[str, float] | None = None,
    speed_field: str | None = None,
    progress: Callable[[float], None] | None = None,
    gap: float = 0.0,
    crossings: bool = False,
) -> np.ndarray:
    """Length of the shortest way from every point to the nearest node: to the nearest road, along roads, and
    from the road to the node; or its time, where speeds are given.

    The legs off the road count ``detour`` times. A point that is nearer to a node than to any road goes there
    directly if that is shorter. Roads are open both ways. They meet where they share a vertex, as in QGIS's
    own tools; ``gap`` and ``crossings`` are for layers drawn less carefully.

    Parameters: ``roads`` lines in the work CRS; ``points`` (n, 2) and ``nodes`` (m, 2) m; ``detour`` >= 1;
    ``speeds`` km/h by value of the column ``speed_field``, with the key ``other`` for all other values, for
    none, and for the legs off the road; ``progress`` called with shares from 0 to 1, may raise Cancelled;
    ``gap`` m, see `core.performance.access.joined`; ``crossings`` see `core.performance.access.crossed`.
    Returns n metres, or minutes with ``speeds``. NaN: the point has no place, or its nearest road does not
    lead to the nearest road of any node, or there are no roads or no nodes.
    Errors: LandRenewalError for a layer that is not of lines, and for speeds that cannot be used.
    """
    import numpy as np

    from ..core.performance import access

    tell = progress or (lambda share: None)
    points, nodes = access.places(points), access.places(nodes)
    nodes = nodes[np.isfinite(nodes).all(axis=1)]
    usable = np.isfinite(points).all(axis=1)
    lines = access.road_lines(roads.geometry.to_numpy())
    speed = _speeds(roads, speeds, speed_field)
    result = np.full(len(points), np.nan)
    if not (len(lines.heads) and len(nodes) and usable.any()):
        return result
    tell(0.0)
    lines = access.joined(access.crossed(lines) if crossings else lines, gap)
    ties = access.nearest_ties(lines, nodes)
    lines = access.with_vertices(lines, ties.segment, ties.foot)
    tell(0.1)
    # Minutes a metre, or metres a metre.
    pace = np.ones(len(lines.source)) if speed is None else access.minutes(1.0, speed[lines.source])
    leg = detour if speed is None else access.minutes(detour, speeds[OTHER])
    graph, vertex = _graph(lines, pace, tell)
    cost = _costs(graph, vertex[access.nearest(lines.xy, ties.foot)], ties.leg * leg)[vertex]
    tell(0.6)
    result[usable] = access.by_road(lines, points[usable], nodes, cost, pace, leg)
    tell(1.0)
    return result


def _speeds(roads, speeds, field) -> np.ndarray | None:
    """km/h of every road, or None."""
    import numpy as np

    if speeds is None:
        return None
    unusable = [name for name, speed in speeds.items() if not (np.isfinite(speed) and speed > 0)]
    if unusable:
        raise LandRenewalError("Speeds on roads must be above 0 km/h: correct {}.", first_ids(unusable))
    if OTHER not in speeds:
        raise LandRenewalError('Speeds on roads need an entry "{}" for roads of any other class.', OTHER)
    if field not in roads.columns:
        raise LandRenewalError(
            'The roads have no column "{}" to look their speeds up by: name another one or give none.',
            field,
        )
    known = roads[field].map(dict(speeds)).to_numpy(float)
    return np.where(np.isnan(known), speeds[OTHER], known)


def _graph(lines, pace, tell) -> tuple[QgsGraph, np.ndarray]:
    """The roads as a graph, open both ways, and the vertex of every vertex of the lines.

    QGIS's own director of line layers looks each vertex up in a spatial index, which takes ten times as long
    as all the rest; here vertices are one where their coordinates are equal.
    """
    import numpy as np

    places, vertex = np.unique(lines.xy.copy().view(complex), return_inverse=True)
    vertex, heads, graph = vertex.ravel(), lines.heads, QgsGraph()
    for x, y in zip(places.real.tolist(), places.imag.tolist()):
        graph.addVertex(QgsPointXY(x, y))
    cost = np.hypot(*(lines.xy[heads + 1] - lines.xy[heads]).T) * pace[lines.line[heads]]
    edges = zip(vertex[heads].tolist(), vertex[heads + 1].tolist(), cost.tolist())
    for number, (one, other, length) in enumerate(edges):
        if number % _BATCH == 0:
            tell(0.1 + 0.4 * number / len(heads))
        graph.addEdge(one, other, [length])
        graph.addEdge(other, one, [length])
    return graph, vertex


def _costs(graph, starts, start_costs) -> np.ndarray:
    """Cost of the way from every vertex to the cheapest start, inf = none."""
    import numpy as np

    # One more vertex, tied to all starts, answers for all of them in a single run. Roads are open both ways,
    # so the ways from it are the ways to it.
    origin = graph.addVertex(QgsPointXY())
    for vertex, cost in zip(starts.tolist(), start_costs.tolist()):
        graph.addEdge(origin, vertex, [cost])
    return np.array(QgsGraphAnalyzer.dijkstra(graph, origin, 0)[1][:origin])
