"""How much of each polygon other polygons cover: the one overlay engine behind control lines, parks, towns
and plans.

Three things make it fast: long boundaries are cut into small pieces first, a polygon that lies wholly inside
a piece needs no intersection, and overlaps between covering polygons are dissolved only where they meet,
target by target. All areas are planar areas in the work CRS (see `core.common.space`), so they are
ellipsoidal square metres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

MAX_VERTICES = 256


@dataclass(frozen=True)
class Pieces:
    """Polygons cut into small disjoint pieces; ``owner``: position of the polygon a piece comes from."""

    geometry: np.ndarray
    owner: np.ndarray


def subdivide(polygons: np.ndarray, max_vertices: int = MAX_VERTICES) -> Pieces:
    """Cut polygons into pieces of at most ``max_vertices`` vertices by halving their bounding boxes.

    Missing and empty polygons give no piece. The pieces of one polygon are disjoint and add up to it.

    >>> disc = shapely.Point(0, 0).buffer(10, 64)
    >>> pieces = subdivide(np.array([disc]), 100)
    >>> len(pieces.geometry) > 1, bool(np.isclose(shapely.area(pieces.geometry).sum(), disc.area))
    (True, True)
    """
    parts, owner = shapely.get_parts(np.asarray(polygons, dtype=object), return_index=True)
    done: list[np.ndarray] = []
    done_owner: list[np.ndarray] = []
    while len(parts):
        polygon = (shapely.get_dimensions(parts) == 2) & ~shapely.is_empty(parts)
        parts, owner = parts[polygon], owner[polygon]
        small = shapely.get_num_coordinates(parts) <= max_vertices
        done.append(_valid(parts[small]))
        done_owner.append(owner[small])
        parts, owner = _halve(parts[~small], owner[~small])
    if not done:
        return Pieces(np.array([], dtype=object), np.array([], dtype=int))
    geometry, owners = np.concatenate(done), np.concatenate(done_owner)
    order = np.argsort(owners, kind="stable")
    return Pieces(geometry[order], owners[order])


def _halve(parts: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if not len(parts):
        return parts, owner
    xmin, ymin, xmax, ymax = shapely.bounds(parts).T
    wide = (xmax - xmin) >= (ymax - ymin)
    x_cut = np.where(wide, (xmin + xmax) / 2, xmax)
    y_cut = np.where(wide, ymax, (ymin + ymax) / 2)
    first = _clip(parts, xmin, ymin, x_cut, y_cut)
    second = _clip(parts, np.where(wide, x_cut, xmin), np.where(wide, ymin, y_cut), xmax, ymax)
    halves = np.concatenate([first, second])
    halves, index = shapely.get_parts(halves, return_index=True)
    return halves, np.concatenate([owner, owner])[index]


def _clip(parts, xmin, ymin, xmax, ymax) -> np.ndarray:
    # The rectangle clipper takes one rectangle a call; there are few pieces, and it is far faster than an
    # overlay.
    boxes = zip(parts, xmin, ymin, xmax, ymax)
    return np.array([shapely.clip_by_rect(part, *box) for part, *box in boxes], dtype=object)


def _valid(parts: np.ndarray) -> np.ndarray:
    """The clipper may leave edges that touch themselves along a cut: mend them, area kept."""
    wrong = ~shapely.is_valid(parts)
    if wrong.any():
        parts = parts.copy()
        parts[wrong] = shapely.make_valid(parts[wrong])
    return parts


def overlaps(targets: np.ndarray, polygons: np.ndarray) -> pd.DataFrame:
    """Overlap area of every target with every polygon it meets.

    Returns a table ``target, polygon, area_m2`` (positions), ordered by target, then polygon; touching is no
    overlap. Overlaps between the polygons are *not* dissolved here (see `covered_area`).
    """
    pieces, meets = _meetings(targets, polygons)
    table = pd.DataFrame(
        {"target": meets.target, "polygon": pieces.owner[meets.piece], "area_m2": meets.area}
    )
    table = table.groupby(["target", "polygon"], sort=True, as_index=False)["area_m2"].sum()
    return table[table["area_m2"] > 0].reset_index(drop=True)


def covered_area(targets: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """Area of each target under the dissolved union of the polygons, m2: land under two lines counts once.

    Missing or empty targets have no area: NaN.

    >>> square = shapely.box(0, 0, 10, 10)
    >>> covered_area(np.array([square]), np.array([shapely.box(0, 0, 6, 10), shapely.box(4, 0, 8, 10)]))
    array([80.])
    """
    targets = np.asarray(targets, dtype=object)
    pieces, meets = _meetings(targets, polygons)
    area = np.zeros(len(targets))
    np.add.at(area, meets.target, meets.area)
    full = shapely.area(targets)
    area[meets.target[meets.inside]] = full[meets.target[meets.inside]]
    shared = _met_by_several(meets, pieces, len(targets))
    shared[meets.target[meets.inside]] = False
    if shared.any():
        area[shared] = _dissolved(meets, shared)
    area = np.minimum(area, full)
    area[shapely.is_missing(targets) | shapely.is_empty(targets)] = np.nan
    return area


@dataclass(frozen=True)
class _Meetings:
    target: np.ndarray
    piece: np.ndarray
    area: np.ndarray
    inside: np.ndarray
    clipped: np.ndarray


def _meetings(targets: np.ndarray, polygons: np.ndarray) -> tuple[Pieces, _Meetings]:
    targets = np.asarray(targets, dtype=object)
    pieces = subdivide(polygons)
    tree = shapely.STRtree(pieces.geometry)
    target, piece = tree.query(targets, predicate="intersects")
    order = np.lexsort((piece, target))
    target, piece = target[order], piece[order]
    shapely.prepare(pieces.geometry)
    inside = shapely.contains_properly(pieces.geometry[piece], targets[target])
    clipped = targets[target]
    clipped[~inside] = shapely.intersection(clipped[~inside], pieces.geometry[piece[~inside]])
    return pieces, _Meetings(target, piece, shapely.area(clipped), inside, clipped)


def _met_by_several(meets: _Meetings, pieces: Pieces, count: int) -> np.ndarray:
    """Targets that share area with more than one polygon."""
    real = meets.area > 0
    target, owner = meets.target[real], pieces.owner[meets.piece[real]]
    pairs = np.unique(np.column_stack([target, owner]), axis=0) if len(target) else np.empty((0, 2), int)
    return np.bincount(pairs[:, 0], minlength=count) > 1


def _dissolved(meets: _Meetings, shared: np.ndarray) -> np.ndarray:
    """Area of the union of the clipped pieces, for the targets in ``shared`` (one padded row a target)."""
    use = shared[meets.target] & (meets.area > 0)
    rows = (np.cumsum(shared) - 1)[meets.target[use]]
    starts = np.searchsorted(rows, np.arange(shared.sum()))
    columns = np.arange(len(rows)) - starts[rows]
    table = np.full((int(shared.sum()), int(columns.max()) + 1), None, dtype=object)
    table[rows, columns] = meets.clipped[use]
    return shapely.area(shapely.union_all(table, axis=1))
