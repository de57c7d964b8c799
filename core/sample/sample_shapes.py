"""Shapes of the sample district: seeded noise, blobs, and land cut into adjoining lots.

Lots are cut in a local frame with whole millimetres as coordinates, so that neighbours share their corners
exactly and no two lots overlap, whatever is done to the frame afterwards.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import shapely

BASE, COMMUNITY, TOWN_PARK, CLUSTER, SCATTERED = range(5)
_RECT = ("u0", "v0", "u1", "v1")
CELL = np.dtype([(name, "i8") for name in ("site", "kind", "k", "street", *_RECT, *"abcd", *"pqrs")])
LOT = np.dtype([(name, "i8") for name in ("site", "kind", "parcel", *_RECT, *"pqrs")])
_WIDE, _MEDIUM, _NARROW = 15_000, 11_000, 7_000


def stream(seed: int, topic: str) -> np.random.Generator:
    """Give the random numbers of one topic: adding a topic does not disturb the others."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(topic.encode())])))


@dataclass(frozen=True)
class Waves:
    """A smooth displacement field: a sum of plane waves. With small gradients it folds nothing over."""

    vectors: np.ndarray
    phases: np.ndarray
    amplitudes: np.ndarray


def waves(
    rng: np.random.Generator, lengths: tuple[float, ...], gradients: tuple[float, ...], each: int = 2
) -> Waves:
    """Draw ``each`` waves of every wavelength (m); the gradient is the slope of the displacement."""
    length = np.repeat(lengths, each)
    angle = rng.uniform(0, 2 * np.pi, len(length))
    vectors = np.column_stack([np.cos(angle), np.sin(angle)]) * (2 * np.pi / length)[:, None]
    amplitudes = np.repeat(gradients, each) * length / (2 * np.pi)
    return Waves(vectors, rng.uniform(0, 2 * np.pi, (len(length), 2)), amplitudes)


def displace(points: np.ndarray, field: Waves) -> np.ndarray:
    """Move points (n, 2) by a field of waves."""
    moved = np.array(points, dtype=float)
    for vector, phase, amplitude in zip(field.vectors, field.phases, field.amplitudes):
        angle = points[:, 0] * vector[0] + points[:, 1] * vector[1]
        moved[:, 0] += amplitude * np.sin(angle + phase[0])
        moved[:, 1] += amplitude * np.sin(angle + phase[1])
    return moved


def roughen(geometries, field: Waves, step: float):
    """Give straight edges natural detail: a vertex every ``step`` metres, moved by the field."""
    moved = shapely.transform(shapely.segmentize(geometries, step), lambda xy: displace(xy, field))
    # Where a field folds a narrow neck over, the loop is dropped.
    return np.where(shapely.is_valid(moved), moved, shapely.buffer(moved, 0))[()]


def blobs(centres: np.ndarray, radii: np.ndarray, rng: np.random.Generator, vertices: int = 40) -> np.ndarray:
    """Make one rounded irregular polygon around each centre."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radius = np.ones((len(centres), vertices))
    for order in range(2, 8):
        share = rng.normal(0, 0.24 / order, (len(centres), 1))
        radius += share * np.cos(order * angle + rng.uniform(0, 2 * np.pi, (len(centres), 1)))
    radius = np.clip(radius, 0.45, 1.7) * np.asarray(radii)[:, None]
    rings = (
        np.stack([np.cos(angle) * radius, np.sin(angle) * radius], axis=2) + np.asarray(centres)[:, None, :]
    )
    return shapely.polygons(rings)


def place(u, v, width, height, x, y, angle, shear):
    """Bring frame coordinates (m, from the frame's lower left corner) to the ground: shear, turn, shift."""
    du, dv = u - width / 2, v - height / 2
    du = du + shear * dv
    cos, sin = np.cos(angle), np.sin(angle)
    return x + du * cos - dv * sin, y + du * sin + dv * cos


def cells(site, kind, k, street, rects, margins) -> np.ndarray:
    """Make the cells that cutting starts from (rects in m, margins in m: left, below, right, above).

    ``street`` is the area in m2 above which a cut is made by a street.
    """
    table = np.zeros(len(rects), CELL)
    table["site"], table["kind"], table["k"], table["street"] = site, kind, k, street
    rects, margins = np.rint(np.asarray(rects) * 1000), np.rint(np.asarray(margins) * 1000)
    inner = rects + margins * np.array([1, 1, -1, -1])
    for column, name in enumerate(_RECT):
        table[name] = rects[:, column]
        table["abcd"[column]] = table["pqrs"[column]] = inner[:, column]
    return table


def subdivide(table: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Cut every cell into ``k`` uneven lots, level by level for all cells at once.

    Returns the lots (two rows with one ``parcel`` number make an L) and the street axes as rows (site, u0,
    v0, u1, v1) in metres. Parcel numbers follow the cuts, so that close numbers are close on the ground.
    """
    axes = []
    corner_cut = np.zeros(len(table), bool)
    while True:
        fresh = (table["k"] == 2) & ~corner_cut & (table["kind"] < SCATTERED)
        corner_cut |= fresh & (rng.random(len(table)) < 0.1)
        todo = (table["k"] > 1) & ~corner_cut
        if not todo.any():
            break
        table, axis, keep = _cut(table, todo, rng)
        corner_cut = corner_cut[keep]
        axes.append(axis)
    axes = np.concatenate(axes) if axes else np.zeros((0, 5))
    return _lots(table, corner_cut, rng), axes


def _cut(table, todo, rng):
    draws = rng.random((4, len(table)))
    width, height = table["c"] - table["a"], table["d"] - table["b"]
    flat = width * (0.8 + 0.5 * draws[0]) >= height
    k, area = np.maximum(table["k"], 2), width * height / 1e6
    first = np.clip(np.rint(k * (0.36 + 0.28 * draws[1])), 1, k - 1).astype("i8")
    odds = np.log(first / (k - first)) + rng.normal(0, 0.42, len(table))
    share = np.clip(1 / (1 + np.exp(-odds)), 0.17, 0.83)
    gap = _half_gap(table, area, draws[2:])
    keep = np.repeat(np.arange(len(table)), np.where(todo, 2, 1))
    out = table[keep]
    one = np.flatnonzero(todo) + np.arange(todo.sum())
    pick = np.flatnonzero(todo)
    out["k"][one], out["k"][one + 1] = first[pick], (k - first)[pick]
    for flag, (low, high, near, far, begin, end) in ((True, "ac02pr"), (False, "bd13qs")):
        here = flat[pick] == flag
        rows, source = one[here], pick[here]
        span = table[high] - table[low]
        at = (table[low] + np.rint(span * share).astype("i8"))[source]
        half = gap[source]
        out[_RECT[int(near)]][rows + 1] = out[_RECT[int(far)]][rows] = at
        out[high][rows], out[low][rows + 1] = at - half, at + half
        out[end][rows] = np.where(half > 0, at - half, out[end][rows])
        out[begin][rows + 1] = np.where(half > 0, at + half, out[begin][rows + 1])
    return out, _axes(out, one, pick, flat, table["street"] < area), keep


def _half_gap(table, area, draws) -> np.ndarray:
    ratio = area / np.maximum(table["street"], 1)
    street = np.where(ratio > 5, _WIDE, np.where(ratio > 2.2, _MEDIUM, _NARROW))
    lane = np.where((table["kind"] >= TOWN_PARK) & (draws[0] < 0.5), np.rint(500 + 3_400 * draws[1]), 0)
    return np.where(ratio > 1, street, lane).astype("i8")


def _axes(out, one, pick, flat, by_street) -> np.ndarray:
    streets = by_street[pick]
    rows, upright = one[streets], flat[pick][streets]
    right = out[rows + 1]
    start = np.where(upright, right["u0"], out["u0"][rows]), np.where(upright, out["v0"][rows], right["v0"])
    end = np.where(upright, right["u0"], out["u1"][rows]), np.where(upright, out["v1"][rows], right["v0"])
    return np.column_stack([out["site"][rows], *start, *end]) / np.array([1, 1000, 1000, 1000, 1000])


def _lots(table, corner_cut, rng) -> np.ndarray:
    """Turn cells into lots; a cell marked for a corner cut becomes an L (two rectangles) and a rectangle."""
    lone = (table["kind"] == SCATTERED) & (rng.random(len(table)) < 0.12)
    split = corner_cut | lone
    pieces = np.where(corner_cut, 3, np.where(lone, 2, 1))
    source = np.repeat(np.arange(len(table)), pieces)
    nth = np.arange(len(source)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    lots = np.zeros(len(source), LOT)
    for name in ("site", "kind", *"pqrs"):
        lots[name] = table[name][source]
    for name, inner in zip(_RECT, "abcd"):
        lots[name] = table[inner][source]
    parcels = np.where(corner_cut, 2, 1)
    lots["parcel"] = np.repeat(np.cumsum(parcels) - parcels, pieces) + (nth == 2)
    shares = rng.uniform(0.38, 0.66, (2, len(table)))
    at_u = (table["a"] + np.rint((table["c"] - table["a"]) * shares[0]).astype("i8"))[source]
    at_v = (table["b"] + np.rint((table["d"] - table["b"]) * shares[1]).astype("i8"))[source]
    left = (rng.random(len(table)) < 0.5)[source]
    whole, part = split[source] & (nth == 0), split[source] & (nth > 0)
    lots["u1"] = np.where((whole & left) | (part & ~left), at_u, lots["u1"])
    lots["u0"] = np.where((whole & ~left) | (part & left), at_u, lots["u0"])
    lots["v1"] = np.where(part & (nth == 1), at_v, lots["v1"])
    lots["v0"] = np.where(part & (nth == 2), at_v, lots["v0"])
    return lots


def outlines(lots: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """List the vertices of every lot, counter-clockwise: (lot index, u, v), u and v in metres.

    Corners of neighbours that lie on an edge become vertices of that edge, so that bending the frame opens no
    sliver. Some corners on streets are cut off; lone lots get uneven corners.
    """
    order, lot, u, v = [], [], [], []
    for edge, (line, start, end) in enumerate(
        (("v0", "u0", "u1"), ("u1", "v0", "v1"), ("v1", "u0", "u1"), ("u0", "v0", "v1"))
    ):
        rows, position = _touching(lots, line, start, end)
        share = (position - lots[start][rows]) / np.maximum(lots[end][rows] - lots[start][rows], 1)
        order.append(edge + (share if edge < 2 else 1 - share))
        lot.append(rows)
        fixed = lots[line][rows]
        u.append(position if edge % 2 == 0 else fixed)
        v.append(fixed if edge % 2 == 0 else position)
    for corner in _corners(lots, rng):
        for whole, part in zip((order, lot, u, v), corner):
            whole.append(part)
    order, lot, u, v = (np.concatenate(part).astype(float) for part in (order, lot, u, v))
    sort = np.lexsort((order, lot))
    return lot[sort].astype("i8"), u[sort] / 1000, v[sort] / 1000


def _touching(lots, line, start, end):
    """Find the corners of other lots that lie inside one edge of each lot: (lot index, position)."""
    across = "u0u1" if line[0] == "u" else "v0v1"
    lines = np.concatenate([lots[across[:2]], lots[across[2:]]])
    site = np.concatenate([lots["site"]] * 2)
    keys, number = np.unique(site * (1 << 26) + lines, return_inverse=True)
    corners = np.concatenate([number * (1 << 26) + np.concatenate([lots[name]] * 2) for name in (start, end)])
    corners = np.unique(corners)
    own = np.searchsorted(keys, lots["site"] * (1 << 26) + lots[line]) * (1 << 26)
    low = np.searchsorted(corners, own + lots[start], "right")
    count = np.searchsorted(corners, own + lots[end], "left") - low
    rows = np.repeat(np.arange(len(lots)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    return rows, corners[low[rows] + nth] - own[rows]


def _corners(lots, rng):
    """Yield (order, lot index, u, v) of the four corners; a cut corner yields two points."""
    width, height = lots["u1"] - lots["u0"], lots["v1"] - lots["v0"]
    alone = (lots["kind"] == SCATTERED) & (lots["u0"] == lots["p"]) & (lots["u1"] == lots["r"])
    alone &= (lots["v0"] == lots["q"]) & (lots["v1"] == lots["s"])
    cut = np.where(rng.random(len(lots)) < 0.12, rng.integers(0, 4, len(lots)), -1)
    size = rng.uniform(0.08, 0.3, len(lots)) * np.minimum(np.minimum(width, height), 90_000)
    rows = np.arange(len(lots))
    names = (("u0", "v0", 1, 1), ("u1", "v0", -1, 1), ("u1", "v1", -1, -1), ("u0", "v1", 1, -1))
    for corner, (name_u, name_v, in_u, in_v) in enumerate(names):
        u, v = lots[name_u], lots[name_v]
        street = ((u == lots["p"]) | (u == lots["r"])) & ((v == lots["q"]) | (v == lots["s"]))
        uneven = np.where(alone, rng.uniform(0, 0.14, (2, len(lots))), 0)
        whole = ~(street & (cut == corner))
        yield (
            np.full(whole.sum(), corner),
            rows[whole],
            (u + in_u * uneven[0] * width)[whole],
            (v + in_v * uneven[1] * height)[whole],
        )
        off = ~whole
        step_u, step_v = (size * in_u)[off], (size * in_v)[off]
        along_u, along_v = u[off] + step_u, v[off] + step_v
        before = (u[off], along_v) if corner % 2 == 0 else (along_u, v[off])
        after = (along_u, v[off]) if corner % 2 == 0 else (u[off], along_v)
        # A corner opens its own edge (order = corner) and closes the one before it (order just below corner).
        yield np.where(corner > 0, corner - 1e-6, 3.999999) + np.zeros(off.sum()), rows[off], *before
        yield np.full(off.sum(), corner), rows[off], *after


def polygons(lot: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Build one polygon per lot from its vertices (lot indices sorted, all present)."""
    return shapely.polygons(shapely.linearrings(np.column_stack([x, y]), indices=lot))


def unite(pieces: np.ndarray, parcel: np.ndarray) -> np.ndarray:
    """Unite the pieces of each parcel (one or two; numbers 0..n-1, sorted)."""
    first = np.searchsorted(parcel, np.arange(parcel[-1] + 1))
    whole = pieces[first]
    second = np.flatnonzero(np.diff(parcel, prepend=-1) == 0)
    whole[parcel[second]] = shapely.union(whole[parcel[second]], pieces[second])
    return whole
