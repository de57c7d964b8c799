"""Ground of the sample district: towns, hills, river, settlements and roads, in local metres around the
centre.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array, csgraph
from scipy.spatial import Delaunay, Voronoi

from .sample_shapes import Waves, blobs, roughen, stream, waves

_RADIUS_1200 = 15_450.0  # a district of 750 km2
_POLYLINE = 13


@dataclass(frozen=True)
class Ground:
    """The land before any industry: geometries in local metres, one seat and one built-up area per town."""

    radius: float
    towns: np.ndarray
    seats: np.ndarray
    district: shapely.Geometry
    hills: shapely.Geometry
    rivers: np.ndarray
    water: shapely.Geometry
    built: np.ndarray
    detail: Waves
    bend: Waves


@dataclass(frozen=True)
class Roads:
    """The road network, noded at villages, seats and park corners; ``lines`` are (n, 13, 2) polylines."""

    lines: np.ndarray
    classes: np.ndarray
    villages: np.ndarray


def make_ground(seed: int, parcels: int) -> Ground:
    """Lay out the ground for a number of parcels: the district's area grows with its 0.6th power."""
    radius = _RADIUS_1200 * (max(parcels, 300) / 1200) ** 0.3
    count = int(np.clip(np.rint(6 + parcels / 600), 6, 40))
    rng = stream(seed, "ground")
    detail = waves(rng, (9000, 5000, 2400, 1100, 500, 240), (0.2, 0.18, 0.15, 0.11, 0.08, 0.07))
    bend = waves(rng, (14_000, 6_000, 2_600), (0.03, 0.03, 0.025))
    seats, cells = _towns(rng, count, radius)
    borders = waves(rng, (7000, 3200, 1500, 700, 320), (0.16, 0.22, 0.22, 0.16, 0.1))
    towns = _nest(roughen(cells, borders, 90))
    district = shapely.make_valid(shapely.union_all(towns))
    aspect = rng.uniform(0, 2 * np.pi)
    hills = _hills(rng, district, seats, aspect, radius, detail)
    rivers = _rivers(rng, seats, hills, aspect, radius, detail)
    widths = np.array([95.0, 28.0]) * (radius / _RADIUS_1200) ** 0.4
    water = shapely.intersection(shapely.union_all(shapely.buffer(rivers, widths, quad_segs=3)), district)
    sizes = rng.uniform(520, 900, count) * (radius / _RADIUS_1200) ** 0.4
    sizes[0] = 2200 * (radius / _RADIUS_1200) ** 0.6
    built = roughen(blobs(seats, sizes, rng), detail, 90)
    return Ground(radius, towns, seats, district, hills, rivers, water, built, detail, bend)


def _nest(cells: np.ndarray) -> np.ndarray:
    """Put the cells' vertices on the millimetre, so that neighbours keep identical borders."""
    return shapely.transform(cells, lambda xy: np.round(xy, 3))


def _lattice(rng, spacing, reach, jitter) -> np.ndarray:
    """Give a jittered hexagonal lattice that covers a disc."""
    steps = np.arange(-int(reach / spacing) - 1, int(reach / spacing) + 2)
    column, row = (part.ravel() for part in np.meshgrid(steps, steps))
    points = np.column_stack([(column + 0.5 * (row % 2)) * spacing, row * spacing * 0.866])
    return points + rng.uniform(-jitter, jitter, points.shape) * spacing


def voronoi_cells(points: np.ndarray, count: int) -> np.ndarray:
    """Make the Voronoi polygons of the first ``count`` points (which must not lie on the hull)."""
    diagram = Voronoi(points)
    corners = np.round(diagram.vertices, 3)
    polygons = []
    for region, point in zip(diagram.point_region[:count], points[:count]):
        ring = corners[np.array(diagram.regions[region])]
        turn = np.arctan2(ring[:, 1] - point[1], ring[:, 0] - point[0])
        polygons.append(shapely.polygons(ring[np.argsort(turn)]))
    return np.array(polygons)


def _towns(rng, count, radius):
    spacing = np.sqrt(np.pi * radius**2 / count / 0.866)
    points = _lattice(rng, spacing, radius + 4 * spacing, 0.3)
    reach = np.hypot(points[:, 0] / 1.15, points[:, 1] / 0.9)
    # Towns near the centre are smaller than those at the edge.
    points = points * np.clip((reach / radius)[:, None], 0.05, 1.3) ** 0.18
    order = np.argsort(reach + rng.uniform(0, 0.25, len(reach)) * spacing, kind="stable")
    points = np.round(points[order], 3)
    return points[:count], voronoi_cells(points, count)


def _hills(rng, district, seats, aspect, radius, detail):
    direction = np.array([np.cos(aspect), np.sin(aspect)])
    across = np.array([-direction[1], direction[0]])
    along = np.linspace(-0.75, 0.75, 8) + rng.uniform(-0.06, 0.06, 8)
    depth = 1.02 - 0.25 * along**2 + rng.uniform(-0.08, 0.08, 8)
    centres = (direction * depth[:, None] + across * along[:, None]) * radius
    ridge = shapely.union_all(blobs(centres, rng.uniform(0.16, 0.3, 8) * radius, rng))
    valleys = roughen(blobs(seats, np.full(len(seats), 0.17 * radius), rng), detail, 120)
    ridge = shapely.difference(roughen(ridge, detail, 120), shapely.union_all(valleys))
    parts = shapely.get_parts(shapely.intersection(ridge.buffer(-250).buffer(250), district))
    return shapely.union_all(parts[shapely.area(parts) > 0.006 * radius**2])


def _rivers(rng, seats, hills, aspect, radius, detail):
    """Make the main river, passing south of the county seat, and a stream from the hills into it."""
    flow = aspect + np.pi / 2 + rng.uniform(-0.35, 0.35)
    along = np.array([np.cos(flow), np.sin(flow)])
    across = np.array([-along[1], along[0]])
    t = np.linspace(-1.6, 1.6, 400)[:, None] * radius
    swing = 0.05 * np.sin(t / radius * 6 + rng.uniform(0, 6)) + 0.03 * np.sin(
        t / radius * 13 + rng.uniform(0, 6)
    )
    side = -1 if across @ np.array([np.cos(aspect), np.sin(aspect)]) > 0 else 1
    main = along * t + across * (swing * radius + side * 0.17 * radius) + seats[0] * 0.5
    clearance = np.array([2900.0, *[1500.0] * (len(seats) - 1)]) * (radius / _RADIUS_1200) ** 0.5
    main = _around(main, seats, clearance)
    source = np.array(shapely.get_coordinates(shapely.centroid(hills))[0])
    mouth = main[np.argmin(np.hypot(*(main - source * 0.3).T))]
    s = np.linspace(0, 1, 160)[:, None]
    brook = source * (1 - s) + mouth * s + across * np.sin(np.pi * s) * np.sin(s * 9 + 1) * 0.09 * radius
    lines = (
        shapely.linestrings([*np.round(main, 3)]),
        shapely.linestrings([*np.round(_around(brook, seats, clearance), 3)]),
    )
    return roughen(np.array(lines), detail, 80)


def _around(line, seats, clearance):
    for seat, reach in zip(seats, clearance):
        away = line - seat
        distance = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1)[:, None]
        line = line + away / distance * reach * np.exp(-((distance / reach) ** 2))
    return line


def make_roads(
    seed: int, ground: Ground, parks: np.ndarray, gates: np.ndarray, gate_park: np.ndarray
) -> Roads:
    """Connect seats, park corners (gates) and villages; main roads are the shortest ways between seats."""
    rng = stream(seed, "roads")
    villages = _villages(rng, ground, parks)
    nodes = np.concatenate([ground.seats, gates, villages])
    park = np.concatenate([np.full(len(ground.seats), -1), gate_park, np.full(len(villages), -1)])
    edges = _gabriel(nodes)
    ring = (park[edges[:, 0]] >= 0) & (park[edges[:, 0]] == park[edges[:, 1]])
    straight = shapely.linestrings(nodes[edges])
    crossed = _hits(straight, shapely.buffer(parks, -6))
    edges, ring, straight = edges[~crossed], ring[~crossed], straight[~crossed]
    length = shapely.length(straight)
    shapely.prepare([ground.hills, ground.water])
    uphill = shapely.intersects(ground.hills, straight)
    wet = shapely.intersects(ground.water, straight)
    cost = length * np.where(uphill, 4, 1) * np.where(wet, 2, 1) * rng.uniform(0.8, 1.3, len(edges))
    rank = _main_roads(edges, cost, len(nodes), ground.seats)
    tree = _spanning(edges, cost, len(nodes))
    extra = (rng.random(len(edges)) < 0.6) & ~uphill & ~wet & (length < 2.2 * np.median(length))
    keep = (rank > 0) | tree | extra | ring
    used = np.isin(np.arange(len(nodes)), edges[keep])
    lines = _curves(rng, nodes, edges[keep], parks, ring[keep])
    classes = np.array(["local", "secondary", "primary"], dtype=object)[rank[keep]]
    return Roads(lines, classes, villages[used[len(ground.seats) + len(gates) :]])


def _villages(rng, ground, parks):
    spacing = max(1500.0, np.sqrt(np.pi * ground.radius**2 / 7000))
    points = np.round(_lattice(rng, spacing, 1.6 * ground.radius, 0.36), 3)
    inner = ground.district.buffer(-350)
    shapely.prepare(inner)
    points = points[shapely.contains_xy(inner, points[:, 0], points[:, 1])]
    blocked = shapely.union_all(
        [
            ground.hills.buffer(-450),
            ground.water.buffer(90),
            *shapely.buffer(ground.built, 500),
            *shapely.buffer(parks, 250),
        ]
    )
    shapely.prepare(blocked)
    return points[~shapely.contains_xy(blocked, points[:, 0], points[:, 1])]


def _gabriel(nodes):
    """List the Gabriel edges: Delaunay edges whose diametral circle holds no other node."""
    corners = np.sort(Delaunay(nodes).simplices, axis=1)
    pairs, bad = [], []
    for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 2, 0)):
        one, two, third = nodes[corners[:, a]], nodes[corners[:, b]], nodes[corners[:, c]]
        pairs.append(corners[:, [a, b]])
        bad.append(((one - third) * (two - third)).sum(axis=1) < 0)
    edges, number = np.unique(np.concatenate(pairs), axis=0, return_inverse=True)
    return edges[np.bincount(number.ravel(), np.concatenate(bad)) == 0]


def _hits(geometries, obstacles) -> np.ndarray:
    hit = np.zeros(len(geometries), bool)
    if len(obstacles):
        hit[shapely.STRtree(geometries).query(obstacles, "intersects")[1]] = True
    return hit


def _graph(edges, cost, count):
    return coo_array((cost, (edges[:, 0], edges[:, 1])), shape=(count, count)).tocsr()


def _spanning(edges, cost, count):
    tree = csgraph.minimum_spanning_tree(_graph(edges, cost, count)).tocoo()
    keys = np.minimum(tree.row, tree.col) * count + np.maximum(tree.row, tree.col)
    return np.isin(edges[:, 0] * count + edges[:, 1], keys)


def _main_roads(edges, cost, count, seats):
    """Rank edges: 2 on shortest ways from the county seat, 1 on those between neighbouring seats, else 0."""
    links = _gabriel(seats)
    _, before = csgraph.dijkstra(
        _graph(edges, cost, count), directed=False, indices=np.arange(len(seats)), return_predecessors=True
    )
    rank = {}
    for start, end in links.tolist():
        value, node = (2 if start == 0 else 1), end
        while node != start and before[start, node] >= 0:
            step = int(before[start, node])
            key = (min(step, node), max(step, node))
            rank[key] = max(rank.get(key, 0), value)
            node = step
    return np.array([rank.get((one, two), 0) for one, two in edges.tolist()], dtype=int)


def _curves(rng, nodes, edges, parks, ring):
    start, end = nodes[edges[:, 0]][:, None, :], nodes[edges[:, 1]][:, None, :]
    t = np.linspace(0, 1, _POLYLINE)[None, :, None]
    across = (end - start)[:, :, ::-1] * np.array([-1, 1])
    swing = rng.normal(0, 0.045, (2, len(edges), 1, 1))
    shape = swing[0] * np.sin(np.pi * t) + 0.5 * swing[1] * np.sin(2 * np.pi * t) * np.sin(np.pi * t)
    straight = start + (end - start) * t
    curved = straight + across * shape
    flat = ring | _hits(shapely.linestrings(curved), shapely.buffer(parks, 10))
    return np.where(flat[:, None, None], straight, curved)
