"""Where the sample district's industry lies: parks near towns, clusters and lone works along the roads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .sample_ground import Ground, Roads
from .sample_shapes import BASE, CLUSTER, COMMUNITY, SCATTERED, TOWN_PARK, cells, place, stream

# By kind: area in ha above which a cut is made by a street; setback of lots from the outline in m.
_STREET_HA = (16.0, 11.0, 5.0, np.inf, np.inf)
_SETBACK = (14.0, 12.0, 8.0, 0.0, 0.0)


@dataclass(frozen=True)
class Layout:
    """How many parcels go where, and how large things are (areas in m2)."""

    parcels: int
    kinds: np.ndarray
    areas: np.ndarray
    counts: np.ndarray
    hightech: np.ndarray
    clusters: int
    scattered: int
    lot_m2: float


@dataclass(frozen=True)
class Frames:
    """Rectangular frames on the ground: centre, size (m), direction, shear. Everything in a frame shares its
    bend.
    """

    x: np.ndarray
    y: np.ndarray
    width: np.ndarray
    height: np.ndarray
    angle: np.ndarray
    shear: np.ndarray

    def to_ground(self, rows, u, v):
        """Bring frame coordinates of some rows to the ground."""
        return place(
            u,
            v,
            self.width[rows],
            self.height[rows],
            self.x[rows],
            self.y[rows],
            self.angle[rows],
            self.shear[rows],
        )


def make_layout(seed: int, parcels: int) -> Layout:
    """Share the parcels out: parks first, the rest to clusters and lone works.

    Beyond 1,200 parcels lots outside parks get smaller and parks larger, so that about 40 % of the industrial
    land stays outside bases and communities.
    """
    rng = stream(seed, "layout")
    growth = np.log(max(parcels, 1200) / 1200)
    in_parks = int(parcels * (max(0.36 - 0.048 * growth, 0.15) if parcels >= 600 else 0.45))
    in_town_parks, in_clusters = int(parcels * 0.2), int(parcels * min(0.15 + 0.035 * growth, 0.28))
    lot = 8000 * float(np.clip((parcels / 1200) ** -0.25, 0.36, 1))
    bases, hightech = max(1, round(parcels / 10_000)), int(parcels >= 1000)
    communities = max(3 + hightech, round(parcels / 2000))
    community_m2 = rng.uniform(1.2, 1.9, communities) * 1e6
    outside = (parcels - in_parks - in_clusters * 0.1) * lot * 0.9
    base_m2 = max(4.6e6, (outside * 2.15 - 3e6 * hightech - community_m2.sum()) / bases)
    town_parks = max(2, round(in_town_parks * lot / 0.85 / 0.36e6))
    town_m2 = np.clip(rng.lognormal(np.log(0.33e6), 0.45, town_parks), 0.1e6, 0.8e6)
    areas = np.concatenate([np.full(bases, base_m2), np.full(hightech, 3.0e6), community_m2])
    areas[:bases] *= rng.uniform(0.97, 1.05, bases)
    kinds = np.repeat([BASE, COMMUNITY, TOWN_PARK], [bases + hightech, communities, town_parks])
    density = np.where(np.arange(len(areas)) < bases + hightech, 1, 1.25)
    counts = np.concatenate([_shares(in_parks, areas * density), _shares(in_town_parks, town_m2)])
    is_hightech = np.arange(len(kinds)) == (bases if hightech else -1)
    # Some lone works are two plots under one title: their lots come on top and are united later.
    spread = parcels + max(2, parcels // 400) - counts.sum() - in_clusters
    return Layout(
        parcels, kinds, np.concatenate([areas, town_m2]), counts, is_hightech, in_clusters, int(spread), lot
    )


def _shares(total: int, weights: np.ndarray) -> np.ndarray:
    """Share out a whole number by weights, at least 2 each."""
    edges = np.rint(np.cumsum(weights) / weights.sum() * (total - 2 * len(weights))).astype("i8")
    return np.diff(edges, prepend=0) + 2


def park_cells(seed: int, layout: Layout) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give each park one or two starting cells (two make an L or a step), and its frame's size."""
    rng = stream(seed, "parks")
    tables, size = [], np.zeros((2, len(layout.kinds)))
    for park, (kind, area, count) in enumerate(zip(layout.kinds, layout.areas, layout.counts)):
        wing = rng.uniform(0.16, 0.34) if kind != TOWN_PARK or rng.random() < 0.6 else 0.0
        main = area * (1 - wing)
        width = np.round(np.sqrt(main * rng.uniform(0.9, 1.5)), 1)
        height = np.round(main / width, 1)
        tall = np.round(height * rng.uniform(0.5, 0.78), 1)
        wide = np.round(area * wing / tall, 1)
        low = np.round((height - tall) * rng.choice([0.0, 0.0, 1.0]), 1)
        rects = [(0, 0, width, height), (width, low, width + wide, low + tall)][: 2 if wing else 1]
        margins = np.full((len(rects), 4), _SETBACK[kind])
        share = np.rint(count * wing).astype(int)
        numbers = [count - share, share][: len(rects)]
        street = max(_STREET_HA[kind] * 1e4, 2.5 * area * 0.75 / count)
        tables.append(cells(park, kind, np.maximum(numbers, 1), street, rects, margins))
        size[:, park] = width + wide * bool(wing), height
    return np.concatenate(tables), size[0], size[1]


def cell_boxes(table: np.ndarray) -> np.ndarray:
    """Give the whole cells as boxes in frame metres."""
    return shapely.box(*(table[name] / 1000 for name in ("u0", "v0", "u1", "v1")))


def place_parks(
    seed: int, ground: Ground, layout: Layout, table, width, height
) -> tuple[Frames, np.ndarray, np.ndarray]:
    """Find a place for every park near a town seat.

    Returns the frames, the town each park was placed for, and the outlines. Bases go to the central towns,
    then the hightech zone and the communities, in turn; the last fifth of the towns gets none, so that some
    towns have no receiver.
    """
    rng = stream(seed, "places")
    towns = len(ground.seats)
    served = max(4, int(np.floor(towns * 0.8)))
    large = int((layout.kinds != TOWN_PARK).sum())
    town = np.concatenate([np.arange(large) % served, (np.arange(len(layout.kinds) - large) * 3 + 1) % towns])
    free = ground.district.buffer(-300).difference(
        shapely.union_all([ground.water.buffer(170), ground.hills.buffer(100), *ground.built])
    )
    shapely.prepare(free)
    boxes = cell_boxes(table)
    spots, taken = [], np.array([], dtype=object)
    for park, near in enumerate(town):
        template = shapely.union_all(boxes[table["site"] == park])
        apart = 1300 if layout.kinds[park] == TOWN_PARK and rng.random() < 0.55 else 0
        spot, shape = _spot(rng, ground, near, template, (width[park], height[park]), free, taken, apart)
        spots.append(spot)
        taken = np.append(taken, shape)
    x, y, angle = np.array(spots).T
    return Frames(x, y, width, height, angle, np.zeros(len(x))), town, taken


def _spot(rng, ground, near, template, size, free, taken, away):
    """Try places around a seat, near first, until one is free."""
    seat, built = ground.seats[near], ground.built[near]
    ring = shapely.get_coordinates(template)
    reach = np.sqrt(shapely.area(built) / np.pi) + 0.35 * min(size) + away
    count = 150
    for attempt in range(12):
        turn = rng.uniform(0, 2 * np.pi, count)
        far = reach + np.sort(rng.uniform(0, 1, count)) * (500 + 0.5 * max(size)) * (1.6**attempt)
        angle = np.round(turn + rng.normal(0, 0.2, count) + np.pi / 2 * rng.integers(0, 4, count), 6)
        x, y = np.round(seat[0] + far * np.cos(turn), 1), np.round(seat[1] + far * np.sin(turn), 1)
        gx, gy = place(ring[None, :, 0], ring[None, :, 1], *size, x[:, None], y[:, None], angle[:, None], 0.0)
        shapes = shapely.polygons(np.stack([gx, gy], axis=2))
        fits = shapely.contains_properly(free, shapes)
        if attempt < 7:
            fits &= shapely.contains_xy(ground.towns[near], x, y)
        fits &= ~_near(shapes, np.column_stack([x, y]), taken)
        if fits.any():
            best = int(np.argmax(fits))
            return (x[best], y[best], angle[best]), shapes[best]
    raise RuntimeError("The sample district has no room for a park.")


def _near(shapes, centres, taken) -> np.ndarray:
    """Mark shapes closer than 220 m to a taken one; only pairs whose circles are close are measured."""
    if not len(taken):
        return np.zeros(len(shapes), bool)
    others = shapely.get_coordinates(shapely.centroid(taken))
    reach = (
        np.hypot(*np.ptp(shapely.get_coordinates(shapes[0]), axis=0)) + np.sqrt(4 * shapely.area(taken)) + 220
    )
    away = np.hypot(*(centres[:, None, :] - others[None, :, :]).transpose(2, 0, 1))
    one, two = np.nonzero(away < reach)
    near = np.zeros(len(shapes), bool)
    near[one[shapely.distance(shapes[one], taken[two]) < 220]] = True
    return near


def gates(
    table: np.ndarray, axes: np.ndarray, frames: Frames, outlines: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """List the points where a park meets the road network: its corners and the ends of its streets."""
    corners, owner = shapely.get_coordinates(outlines, return_index=True)
    site = axes[:, 0].astype(int)
    ends = [np.column_stack(frames.to_ground(site, axes[:, c], axes[:, c + 1])) for c in (1, 3)]
    points, park = np.concatenate([corners, *ends]), np.concatenate([owner, site, site])
    edge = shapely.distance(shapely.points(points), shapely.boundary(outlines)[park]) < 0.01
    rounded = np.column_stack([park[edge], np.round(points[edge], 2)])
    unique = np.unique(rounded, return_index=True, axis=0)[1]
    return points[edge][unique], park[edge][unique]


def roadside(seed: int, ground: Ground, roads: Roads, layout: Layout, parks, farmland, redline):
    """Place clusters and lone works along the roads; returns their cells (sites from 0) and frames.

    Only some of the spots on farmland and red line are taken, and none of them by clusters.
    """
    rng = stream(seed, "roadside")
    cluster_count = _groups(rng, layout.clusters, 6, max(9, round(90_000 / layout.lot_m2)))
    lone_count = _groups(rng, layout.scattered, 1, 3)
    counts = np.concatenate([cluster_count, lone_count])
    kinds = np.repeat([CLUSTER, SCATTERED], [len(cluster_count), len(lone_count)])
    size = np.where(kinds == CLUSTER, 0.9, 1.0) * layout.lot_m2 * rng.lognormal(-0.18, 0.6, len(counts))
    lot = np.where(
        kinds == CLUSTER, np.clip(size, 50_000 / counts * 1.12, 20_000), np.clip(size, 1100, 28_000)
    )
    area = lot * counts * np.where(counts > 1, 1.06, 1.0)
    ratio = np.where(
        kinds == CLUSTER,
        rng.uniform(0.8, 2.2, len(counts)),
        rng.uniform(0.75, 1.6, len(counts)) * counts**0.7,
    )
    width = np.round(np.sqrt(area * ratio), 2)
    height = np.round(area / width, 2)
    shear = np.round(rng.uniform(-0.16, 0.16, len(counts)), 4)
    chosen = _choose(rng, ground, roads, (width, height, shear, kinds), parks, farmland, redline)
    x, y, angle = chosen
    frames = Frames(x, y, width, height, angle, shear)
    rects = np.column_stack([np.zeros((len(counts), 2)), width, height])
    return cells(np.arange(len(counts)), kinds, counts, 4e12, rects, np.zeros_like(rects)), frames


def _groups(rng, total: int, low: int, high: int) -> np.ndarray:
    """Draw group sizes from low to high (small ones more often) that add up to the total exactly."""
    draws = rng.random(total // low + 2)
    sizes = np.minimum(low + np.floor((high - low + 1) * draws**1.8), high).astype("i8")
    ends = np.cumsum(sizes)
    last = int(np.searchsorted(ends, total))
    sizes = sizes[: last + 1]
    sizes[last] -= ends[last] - total
    if sizes[last] < low and last:
        sizes[last - 1] += sizes[last]
        sizes = sizes[:last]
    return sizes


def _choose(rng, ground, roads, sizes, parks, farmland, redline):
    """Give every group a free roadside spot; groups are served in order, clusters first."""
    width, height, shear, kinds = sizes
    found = np.zeros((3, len(width)))
    waiting = np.arange(len(width))
    taken = np.array([], dtype=object)
    inner, outer = _open_land(ground, parks)
    road_tree = shapely.STRtree(shapely.linestrings(roads.lines))
    for attempt in range(40):
        tries = np.tile(waiting, max(1, 400 // len(waiting)))
        spots = _candidates(rng, roads, width[tries], height[tries], kinds[tries], 60.0 * 1.09**attempt)
        padded = _footprints(spots, width[tries], height[tries], shear[tries], 46.0)
        fits = _allowed(rng, spots, farmland, redline, kinds[tries], attempt)
        fits[fits] = _free(padded[fits], inner, outer, road_tree)
        fits &= ~_conflicts(padded, taken, fits)
        group, row = np.unique(tries[fits], return_index=True)
        found[:, group] = np.array(spots)[:, fits][:, row]
        taken = np.concatenate([taken, padded[fits][row]])
        waiting = np.setdiff1d(waiting, group)
        if not len(waiting):
            return found
    raise RuntimeError(f"The sample district has no room for {len(waiting)} groups of works.")


def _open_land(ground, parks):
    """Prepare the land that works must lie in, and the lands they must keep off."""
    inner = ground.district.buffer(-150)
    blocked = [
        ground.water.buffer(12),
        ground.hills.buffer(-600),
        ground.built[0],
        *shapely.buffer(parks, 40),
    ]
    shapely.prepare(inner)
    return inner, np.concatenate([shapely.get_parts(one) for one in blocked])


def _candidates(rng, roads, width, height, kinds, depth):
    """Draw a spot beside a road for each group; villages (the ends of a road piece) attract.

    ``depth`` (m) is how far back clusters and some lone works lie.
    """
    length = np.hypot(*(roads.lines[:, -1] - roads.lines[:, 0]).T)
    ends = np.cumsum(length**0.8)
    piece = np.minimum(np.searchsorted(ends, rng.random(len(width)) * ends[-1], "right"), len(ends) - 1)
    along = rng.beta(0.55, 0.55, len(width)) * 0.92 + 0.04
    step = along * (roads.lines.shape[1] - 1)
    low = np.floor(step).astype(int)
    start, end = roads.lines[piece, low], roads.lines[piece, low + 1]
    point = start + (end - start) * (step - low)[:, None]
    angle = np.arctan2(end[:, 1] - start[:, 1], end[:, 0] - start[:, 0]) + rng.normal(0, 0.05, len(width))
    side = np.where(rng.random(len(width)) < 0.5, -1, 1)
    far = np.where(kinds == CLUSTER, 1.0, rng.exponential(1.0, len(width)) * (rng.random(len(width)) < 0.45))
    off = side * (height / 2 + 0.09 * width + 9 + depth * far)
    x, y = point[:, 0] - off * np.sin(angle), point[:, 1] + off * np.cos(angle)
    return np.round(x, 2), np.round(y, 2), np.round(angle, 6)


def _footprints(spots, width, height, shear, pad):
    x, y, angle = (part[:, None] for part in spots)
    wide, high = (width + pad)[:, None], (height + pad)[:, None]
    u, v = np.array([0, 1, 1, 0]) * wide, np.array([0, 0, 1, 1]) * high
    return shapely.polygons(np.stack(place(u, v, wide, high, x, y, angle, shear[:, None]), axis=2))


def _free(padded, inner, blocked, road_tree) -> np.ndarray:
    fits = shapely.contains_properly(inner, padded)
    fits[shapely.STRtree(padded).query(blocked, "intersects")[1]] = False
    # The pad is wider than the strip a lone works keeps from the road, so the road is tested against the bare
    # plot.
    bare = shapely.buffer(padded, -19.0, join_style="mitre")
    fits[road_tree.query(bare, "intersects")[0]] = False
    return fits


def _allowed(rng, spots, farmland, redline, kinds, attempt) -> np.ndarray:
    """Thin out the spots on rigid lines; clusters keep off them."""
    draw = rng.random(len(kinds))
    fits = np.ones(len(kinds), bool)
    tree = shapely.STRtree(shapely.points(spots[0], spots[1]))
    for lines, share in ((farmland, 0.14), (redline, 0.8)):
        inside = np.zeros(len(kinds), bool)
        inside[tree.query(lines, "intersects")[1]] = True
        fits &= ~inside | ((draw < share) & (kinds == SCATTERED)) | (attempt > 30)
    return fits


def _conflicts(padded, taken, fits) -> np.ndarray:
    """Mark groups that touch a taken spot or an earlier group of this round."""
    conflict = np.zeros(len(padded), bool)
    if len(taken):
        conflict[shapely.STRtree(taken).query(padded, "intersects")[0]] = True
    alive = fits & ~conflict
    rows = np.flatnonzero(alive)
    first, second = shapely.STRtree(padded[rows]).query(padded[rows], "intersects")
    pairs = np.column_stack([first, second])[first < second]
    blocked = np.zeros(len(rows), bool)
    for one, two in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].tolist():
        if not blocked[one]:
            blocked[two] = True
    conflict[rows[blocked]] = True
    return conflict
