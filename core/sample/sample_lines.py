"""Control lines, existing plan and points of interest of the sample district, in local metres."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .sample_ground import Ground, Roads, voronoi_cells
from .sample_shapes import (
    CLUSTER,
    COMMUNITY,
    TOWN_PARK,
    blobs,
    cells,
    place,
    roughen,
    stream,
    subdivide,
    waves,
)

_BIG_FARMLAND, _BIG_BOUNDARY = 13, 4
_POI_RATES = (
    # kind, mean number per town seat, per village, per base or community
    ("school", 7, 0.25, 0),
    ("hospital", 1.6, 0, 0.2),
    ("clinic", 5, 0.5, 0.6),
    ("bus_stop", 14, 1.0, 4),
    ("market", 5, 0.15, 0.7),
    ("bank", 5, 0.05, 0.8),
    ("sports", 3, 0.1, 0.3),
    ("park", 4, 0.05, 0.5),
    ("government", 1.4, 0, 0.7),
    ("logistics_hub", 0.15, 0, 0.35),
)


@dataclass(frozen=True)
class Lines:
    """The three control lines, as arrays of polygons."""

    boundary: np.ndarray
    redline: np.ndarray
    farmland: np.ndarray


def make_boundary(ground: Ground, outlines: np.ndarray, kinds: np.ndarray) -> shapely.Geometry:
    """Draw the development boundary: settlements, bases and communities, and the town parks beside them."""
    towns = shapely.buffer(ground.built, 180)
    near = shapely.union_all(shapely.buffer(towns, 350))
    inside = (kinds <= COMMUNITY) | shapely.intersects(near, outlines)
    merged = shapely.union_all([*towns, *shapely.buffer(outlines[inside], 110)])
    merged = shapely.intersection(shapely.buffer(shapely.buffer(merged, 320), -300), ground.district)
    outside = kinds == TOWN_PARK
    return shapely.difference(merged, shapely.union_all(shapely.buffer(outlines[outside & ~inside], 60)))


def make_lines(seed: int, ground: Ground, boundary, outlines, villages, vertices: int | None) -> Lines:
    """Draw the red line (hills and river) and the farmland, clear of the boundary.

    With ``vertices`` there are about 20 polygons in all, each with about that many vertices; without, there
    are as many as the ground asks for, with a few hundred vertices each.
    """
    rng = stream(seed, "lines")
    fine = waves(rng, (420, 190, 95, 45), (0.1, 0.1, 0.12, 0.12))
    redline = _redline(ground, boundary, vertices)
    farmland = _farmland(rng, ground, shapely.union_all([boundary, *redline]), outlines, villages, vertices)
    parts = _by_size(boundary)
    if vertices:
        parts = np.array(
            [parts[0], *(shapely.union_all(parts[i::3]) for i in range(1, _BIG_BOUNDARY) if len(parts) > i)]
        )
    drawn = [_dense(part, fine, vertices) for part in (parts, redline, farmland)]
    return Lines(*(shapely.normalize(_clip(part, ground.district)) for part in drawn))


def _by_size(geometry) -> np.ndarray:
    parts = shapely.get_parts(geometry)
    return parts[np.argsort(-shapely.area(parts), kind="stable")]


def _dense(polygons: np.ndarray, fine, vertices: int | None) -> np.ndarray:
    """Add vertices, every 55 m or up to the wanted number, and fine detail; ditches and field edges are never
    straight.
    """
    # Which vertex of a ring comes first depends on the version of GEOS.
    polygons = shapely.normalize(polygons)
    if vertices is None:
        return roughen(polygons, fine, 55)
    have = shapely.get_num_coordinates(polygons)
    step = shapely.length(polygons) / np.maximum(vertices - 0.55 * have, vertices * 0.3)
    return np.array([roughen(polygon, fine, size) for polygon, size in zip(polygons, step)])


def _redline(ground, boundary, vertices) -> np.ndarray:
    widths = np.array([ground.radius * 0.016 + 90, ground.radius * 0.006 + 40])
    corridor = shapely.intersection(
        shapely.union_all(shapely.buffer(ground.rivers, widths, quad_segs=4)), ground.district
    )
    drawn = shapely.difference(shapely.union_all([corridor, ground.hills]), boundary.buffer(40))
    drawn = shapely.simplify(drawn.buffer(-25).buffer(25), 3)
    parts = _by_size(drawn)
    parts = parts[shapely.area(parts) > 150_000]
    return parts[:3] if vertices else parts


def _farmland(rng, ground, blocked, outlines, villages, vertices) -> np.ndarray:
    """Make tracts of farmland: cells of a loose net, less villages, settlements, parks, hills and water."""
    area = np.pi * ground.radius**2
    spacing = np.sqrt(area * 0.9 / _BIG_FARMLAND) if vertices else max(2300.0, np.sqrt(area / 700))
    steps = np.arange(-int(1.9 * ground.radius / spacing) - 2, int(1.9 * ground.radius / spacing) + 3)
    column, row = (part.ravel() for part in np.meshgrid(steps, steps))
    seeds = np.column_stack([(column + 0.5 * (row % 2)) * spacing, row * spacing * 0.866])
    seeds = np.round(seeds + rng.uniform(-0.33, 0.33, seeds.shape) * spacing, 3)
    order = np.argsort(np.hypot(*seeds.T), kind="stable")
    seeds = seeds[order]
    inner = int((np.hypot(*seeds.T) < 1.6 * ground.radius).sum())
    tracts = shapely.buffer(voronoi_cells(seeds, inner), -0.02 * spacing, join_style="mitre")
    tracts = roughen(tracts[shapely.intersects(ground.district, tracts)], ground.detail, 100)
    holes = roughen(blobs(villages, rng.uniform(230, 520, len(villages)), rng, 24), ground.detail, 80)
    commons = _commons(rng, ground, spacing)
    blocked = np.concatenate(
        [shapely.get_parts(blocked.buffer(130)), shapely.buffer(outlines, 120), holes, commons]
    )
    tracts = _clip(tracts, ground.district.buffer(-120))
    # A few large tracts meet hundreds of holes each: one union is cheaper there.
    tracts = shapely.difference(tracts, shapely.union_all(blocked)) if vertices else _without(tracts, blocked)
    tracts = shapely.buffer(shapely.buffer(tracts, -22, join_style="mitre"), 20, join_style="mitre")
    if vertices:
        whole = np.array([_by_size(tract)[0] for tract in tracts if not tract.is_empty])
        return whole[np.argsort(-shapely.area(whole), kind="stable")][:_BIG_FARMLAND]
    parts = shapely.get_parts(tracts)
    return parts[(shapely.area(parts) > 60_000) & (rng.random(len(parts)) < 0.93)]


def _commons(rng, ground, spacing) -> np.ndarray:
    """Land that is neither: orchards, ponds, woods."""
    count = int(1.6 * np.pi * ground.radius**2 / 3.2e6) if spacing < 4000 else int(ground.radius / 300)
    angle, reach = rng.uniform(0, 2 * np.pi, count), ground.radius * 1.3 * np.sqrt(rng.random(count))
    centres = np.column_stack([np.cos(angle), np.sin(angle)]) * reach[:, None]
    return roughen(blobs(np.round(centres, 1), rng.uniform(150, 620, count), rng, 24), ground.detail, 80)


def make_plan(seed: int, ground: Ground, boundary, outlines, kinds) -> tuple[np.ndarray, np.ndarray]:
    """Draw the existing plan: parks as industry, the rest of the boundary as housing, shops, green and kept
    farmland.
    """
    rng = stream(seed, "plan")
    quarters, seeds = _quarters(rng, boundary)
    inner = kinds <= COMMUNITY
    uses = _uses(rng, ground, seeds, outlines[inner])
    industrial = shapely.buffer(outlines, 25)
    quarters = _without(_without(quarters, industrial), shapely.get_parts(ground.water))
    pieces, source = shapely.get_parts(quarters, return_index=True)
    kept = shapely.area(pieces) > 3000
    own = shapely.intersection(industrial, boundary)
    kept_own = shapely.area(own) > 0.5 * shapely.area(industrial)
    codes = np.where(inner, "1001", np.where(rng.random(len(kinds)) < 0.7, "1001", "0701")).astype(object)
    water = shapely.get_parts(ground.water)
    land = np.concatenate([own[kept_own], pieces[kept], water])
    return land, np.concatenate(
        [codes[kept_own], uses[source][kept], np.full(len(water), "1701", dtype=object)]
    )


def _clip(polygons: np.ndarray, area) -> np.ndarray:
    """Cut the polygons to an area, touching only those that are not wholly inside."""
    shapely.prepare(area)
    cut = ~shapely.contains_properly(area, polygons)
    polygons = polygons.copy()
    polygons[cut] = shapely.intersection(polygons[cut], area)
    return polygons


def _without(polygons: np.ndarray, holes: np.ndarray) -> np.ndarray:
    """Cut out of each polygon the holes that meet it, one hole of every polygon at a time."""
    hole, row = shapely.STRtree(polygons).query(holes, "intersects")
    order = np.lexsort((hole, row))
    hole, row = hole[order], row[order]
    nth = np.arange(len(row)) - np.searchsorted(row, row)
    polygons = polygons.copy()
    for turn in range(nth.max(initial=-1) + 1):
        now = nth == turn
        polygons[row[now]] = shapely.difference(polygons[row[now]], holes[hole[now]])
    return polygons


def _quarters(rng, boundary) -> tuple[np.ndarray, np.ndarray]:
    """Cut each part of the boundary into street blocks of about 16 ha; returns them and their centres."""
    parts = _by_size(boundary)
    x0, y0, x1, y1 = shapely.bounds(parts).T
    side = np.round(np.hypot(x1 - x0, y1 - y0), 1)
    blocks = np.maximum(np.rint(side**2 / 160_000), 2).astype("i8")
    rects = np.column_stack([np.zeros((len(parts), 2)), side, side])
    lots, _ = subdivide(cells(np.arange(len(parts)), CLUSTER, blocks, 1, rects, np.zeros_like(rects)), rng)
    u, v = (
        np.stack([lots[name] for name in names], axis=1) / 1000
        for names in (("u0", "u1", "u1", "u0"), ("v0", "v0", "v1", "v1"))
    )
    size, at_x, at_y = (
        side[lots["site"], None],
        ((x0 + x1) / 2)[lots["site"], None],
        ((y0 + y1) / 2)[lots["site"], None],
    )
    turn = rng.uniform(-0.6, 0.6, len(parts))[lots["site"], None]
    x, y = place(u, v, size, size, at_x, at_y, turn, 0.0)
    seeds = np.column_stack([x.mean(axis=1), y.mean(axis=1)])
    quarters = shapely.polygons(np.stack([x, y], axis=2))
    own = shapely.intersection(quarters, parts[lots["site"]])
    keep = shapely.area(own) > 2000
    return own[keep], seeds[keep]


def _uses(rng, ground, seeds, parks) -> np.ndarray:
    """Choose the use of a quarter by its distance to the town seat and to the next park."""
    points = shapely.points(seeds)
    near = shapely.STRtree(shapely.points(ground.seats)).nearest(points)
    reach = np.sqrt(shapely.area(ground.built) / np.pi)[near]
    seat = np.hypot(*(seeds - ground.seats[near]).T) / reach
    industry = shapely.distance(points, shapely.union_all(parks))
    draw = rng.random(len(seeds))
    use = np.where(draw < 0.62, "0701", np.where(draw < 0.74, "0804", np.where(draw < 0.9, "1401", "0901")))
    use = np.where((seat < 0.3) & (draw < 0.5), "0901", use)
    use = np.where((industry < 500) & (draw > 0.35), np.where(draw > 0.9, "1101", "1001"), use)
    use = np.where((seat > 1.1) & (industry > 500) & (draw > 0.55), "0101", use)
    riverside = ground.water.buffer(260, quad_segs=2)
    shapely.prepare(riverside)
    use = np.where(shapely.contains_xy(riverside, seeds[:, 0], seeds[:, 1]), "1401", use)
    return use.astype(object)


def make_pois(seed: int, ground: Ground, roads: Roads, outlines, kinds) -> tuple[np.ndarray, np.ndarray]:
    """Scatter points of interest around seats, villages and parks; two railway stations and some motorway
    exits.
    """
    rng = stream(seed, "pois")
    large = outlines[kinds <= COMMUNITY]
    centre = shapely.get_coordinates(shapely.centroid(large))
    places = np.concatenate([ground.seats, roads.villages, centre])
    groups = [len(ground.seats), len(roads.villages), len(centre)]
    size = np.sqrt(
        np.concatenate([shapely.area(ground.built), np.full(groups[1], 2e5), shapely.area(large)]) / np.pi
    )
    weight = np.clip(size / 700, 0.3, 4) ** 1.3
    points, names = [], []
    for kind, *rates in _POI_RATES:
        mean = np.repeat(rates, groups) * np.where(np.arange(len(places)) < groups[0], weight, 1)
        at = np.repeat(np.arange(len(places)), rng.poisson(mean))
        points.append(places[at] + rng.normal(0, 0.5, (len(at), 2)) * size[at, None])
        names.append(np.full(len(at), kind, dtype=object))
    main = roads.lines[roads.classes == "primary"][:, 6]
    exits = main[rng.permutation(len(main))[: 2 + len(ground.seats) // 5]]
    stations = ground.seats[:2] + np.array([[1.1, 0.5]]) * size[:2, None]
    points += [exits, stations]
    names += [np.full(len(exits), "motorway_exit", dtype=object), np.full(2, "railway_station", dtype=object)]
    points, names = np.concatenate(points), np.concatenate(names)
    shapely.prepare(ground.district)
    inside = shapely.contains_xy(ground.district, points[:, 0], points[:, 1])
    return points[inside], names[inside]
