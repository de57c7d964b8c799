"""A made-up district for trying the method out, for tests and for measuring speed.

Nothing in it is real: the county code does not exist and the names are invented. The district has towns with
shared borders, a river and hills under an ecological red line, farmland, a development boundary, parks of
every level, clusters and lone works, and the gaps that real registers have.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.errors import LandRenewalError
from .sample_firms import make_firms
from .sample_ground import make_ground, make_roads
from .sample_land import frame, make_parcels, make_parks, profile_row
from .sample_lines import make_boundary, make_lines, make_plan, make_pois
from .sample_names import town_names
from .sample_shapes import COMMUNITY, SCATTERED, displace, outlines, polygons, stream, subdivide, unite
from .sample_sites import Frames, gates, make_layout, park_cells, place_parks, roadside

CRS = "EPSG:4526"
ORIGIN = (38_521_000.0, 3_352_000.0)
WASTEFUL_PARK = "P002"
SMALLEST = 60


def sample_district(
    seed: int = 1, parcels: int = 1200, line_vertices: int | None = None
) -> dict[str, gpd.GeoDataFrame]:
    """Make a district with exactly ``parcels`` parcels.

    The same seed and number give the same bytes. (Between versions of GEOS single vertices of red line and
    farmland may differ.)

    Returns the tables ``parcels, parks, enterprises, towns, roads, redline, farmland, boundary, plan, pois``
    with the standard columns, in EPSG:4526. Missing is NULL, except where a register would hold a 0 for "not
    surveyed" (about 4 % of the plot ratios, 3 % of output, tax and employees). The community
    ``WASTEFUL_PARK`` is the black sheep: low plot ratio, much idle land, low output. From 1,000 parcels on
    there is a high-tech zone of about 3 km2, whose status says base and whose area does not.

    ``line_vertices`` sets the vertices of each control-line polygon (about 20 polygons then); by default
    20,000 from 20,000 parcels on, else as many as the ground asks for.

    Raises LandRenewalError for fewer than 60 parcels or a negative seed. Source: D, all of it.

    >>> district = sample_district(seed=3, parcels=60)
    >>> len(district["parcels"]), district["parks"].loc[1, "park_id"]
    (60, 'P002')
    """
    if parcels < SMALLEST or seed < 0:
        raise LandRenewalError(
            "A sample district needs at least {} parcels and a seed of 0 or more (given: {} parcels, seed "
            "{}): enter larger numbers.",
            SMALLEST,
            parcels,
            seed,
        )
    seed, parcels = int(seed), int(parcels)
    if line_vertices is None and parcels >= 20_000:
        line_vertices = 20_000
    return _district(seed, parcels, line_vertices)


def _district(seed: int, parcels: int, line_vertices: int | None) -> dict[str, gpd.GeoDataFrame]:
    ground, layout = make_ground(seed, parcels), make_layout(seed, parcels)
    table, width, height = park_cells(seed, layout)
    park_lots, axes = subdivide(table, stream(seed, "park lots"))
    frames, park_town, shapes = place_parks(seed, ground, layout, table, width, height)
    roads = make_roads(seed, ground, shapes, *gates(table, axes, frames, shapes))
    boundary = make_boundary(ground, shapes, layout.kinds)
    lines = make_lines(seed, ground, boundary, shapes, roads.villages, line_vertices)
    cells, spots = roadside(seed, ground, roads, layout, shapes, lines.farmland, lines.redline)
    lots = _join(park_lots, subdivide(cells, stream(seed, "lots"))[0], len(layout.kinds))
    land, hidden = _parcel_shapes(seed, lots, _stack(frames, spots), layout, ground, boundary)

    def finish(geometries):
        bent = shapely.transform(geometries, lambda xy: np.round(displace(xy, ground.bend) + ORIGIN, 3))
        bad = ~shapely.is_valid(bent)
        # Rounding may let the two sides of a narrow neck touch.
        bent[bad] = shapely.buffer(bent[bad], 0)
        return bent

    towns = _frame(finish(ground.towns), zip(("town_code", "town"), town_names(len(ground.towns))))
    parcel_table = make_parcels(seed, finish(land), CRS, hidden, towns)
    park_shapes = finish(shapely.segmentize(shapes, 40))
    parks = make_parks(
        seed, layout, park_shapes, CRS, _park_ids(layout), park_town, towns, parcel_table, hidden
    )
    return {
        **_people(seed, parcel_table, hidden, parks, layout, finish(_elsewhere(seed, ground, land))),
        "parks": parks,
        "towns": towns,
        **_surroundings(
            seed, ground, roads, _streets(axes, frames, len(shapes)), boundary, shapes, layout.kinds, finish
        ),
        **{
            name: _line_table(name, finish(getattr(lines, name)))
            for name in ("redline", "farmland", "boundary")
        },
    }


def _people(seed, parcels, hidden, parks, layout, outside) -> dict[str, gpd.GeoDataFrame]:
    lists = parks.set_index("park_id")["dominant_industries"].reindex(_park_ids(layout)).tolist()
    points = shapely.get_coordinates(outside)
    firms, (holder, code) = make_firms(seed, parcels, hidden, lists, points)
    return {"parcels": parcels.assign(holder=_text(holder), holder_uscc=_text(code)), "enterprises": firms}


def _surroundings(
    seed, ground, roads, streets, boundary, shapes, kinds, finish
) -> dict[str, gpd.GeoDataFrame]:
    lines = np.concatenate(
        [finish(shapely.linestrings(roads.lines)), finish(shapely.segmentize(streets, 60))]
    )
    classes = np.concatenate([roads.classes, np.full(len(streets), "street", dtype=object)])
    ids = np.array([f"R{number:05d}" for number in range(1, len(lines) + 1)], dtype=object)
    plan, uses = make_plan(seed, ground, boundary, shapes, kinds)
    points, names = make_pois(seed, ground, roads, shapes, kinds)
    return {
        "roads": _frame(lines, [("road_id", ids), ("class", classes)]),
        "plan": _frame(finish(plan), [("planned_use", uses)]),
        "pois": _frame(finish(shapely.points(points)), [("kind", names)]),
    }


def _text(values: np.ndarray) -> pd.Series:
    return pd.Series(values, dtype=object)


def _frame(geometry: np.ndarray, columns) -> gpd.GeoDataFrame:
    return frame(dict(columns), geometry, CRS)


def _line_table(kind: str, geometry: np.ndarray) -> gpd.GeoDataFrame:
    ids = np.array([f"{kind[0].upper()}{number:04d}" for number in range(1, len(geometry) + 1)], dtype=object)
    return _frame(geometry, [("line_id", ids), ("kind", np.full(len(geometry), kind, dtype=object))])


def _park_ids(layout) -> np.ndarray:
    """Number the parks: P001 the first base, WASTEFUL_PARK the first community, then the others in order."""
    wasteful = _wasteful(layout)
    order = [0, wasteful, *(index for index in range(1, len(layout.kinds)) if index != wasteful)]
    ids = np.empty(len(order), dtype=object)
    ids[order] = [f"P{number:03d}" for number in range(1, len(order) + 1)]
    return ids


def _wasteful(layout) -> int:
    return int(np.argmax(layout.kinds == COMMUNITY))


def _join(first: np.ndarray, second: np.ndarray, sites: int) -> np.ndarray:
    second = second.copy()
    second["site"] += sites
    second["parcel"] += first["parcel"][-1] + 1
    return np.concatenate([first, second])


def _stack(first: Frames, second: Frames) -> Frames:
    return Frames(*(np.concatenate([getattr(first, name), getattr(second, name)]) for name in vars(first)))


def _parcel_shapes(seed, lots, frames, layout, ground, boundary):
    """Build the parcels, sorted by town, and note what the generator knows of each."""
    lot, u, v = outlines(lots, stream(seed, "corners"))
    x, y = frames.to_ground(lots["site"][lot], u, v)
    land = unite(polygons(lot, x, y), lots["parcel"])
    first = np.searchsorted(lots["parcel"], np.arange(len(land)))
    site, kind = lots["site"][first], lots["kind"][first]
    land, keep = _multipart(land, site, kind, len(land) - layout.parcels)
    land, site, kind = land[keep], site[keep], kind[keep]
    centre = shapely.get_coordinates(shapely.centroid(land))
    town = np.argmax(
        [shapely.contains_xy(shape, *centre.T) for shape in map(_prepared, ground.towns)], axis=0
    )
    park = np.where(site < len(layout.kinds), site, -1)
    hidden = pd.DataFrame({"site": site, "kind": kind, "park": park, "town": town})
    hidden["row"] = profile_row(kind, park, layout.hightech, _wasteful(layout))
    hidden["inside"] = shapely.contains_xy(_prepared(boundary), *centre.T).astype(float)
    order = np.argsort(town, kind="stable")
    return land[order], hidden.iloc[order].reset_index(drop=True)


def _prepared(geometry):
    shapely.prepare(geometry)
    return geometry


def _multipart(land, site, kind, count):
    """Unite ``count`` pairs of lone works' lots that a lane parts into one parcel of two parts."""
    pair = np.flatnonzero((site[1:] == site[:-1]) & (kind[1:] == SCATTERED))
    pair = pair[np.append(True, np.diff(pair) > 1)]
    both = shapely.union(land[pair], land[pair + 1])
    parted = shapely.get_num_geometries(both) > 1
    chosen = np.argsort(~parted, kind="stable")[:count]
    land = land.copy()
    land[pair[chosen]] = both[chosen]
    keep = np.ones(len(land), bool)
    keep[pair[chosen] + 1] = False
    return land, keep


def _streets(axes, frames, parks: int) -> np.ndarray:
    """Give the streets inside parks as lines between their crossings.

    They are noded in the frame, where streets are parallel to the axes and crossings exact.
    """
    lines = shapely.linestrings(axes[:, 1:].reshape(-1, 2, 2))
    noded = [shapely.get_parts(shapely.union_all(lines[axes[:, 0] == park])) for park in range(parks)]
    site = np.repeat(np.arange(parks), [len(part) for part in noded])
    streets = np.concatenate(noded)
    coordinates, line = shapely.get_coordinates(streets, return_index=True)
    ground = np.column_stack(frames.to_ground(site[line], *coordinates.T))
    return shapely.set_coordinates(streets, ground)


def _elsewhere(seed, ground, land) -> np.ndarray:
    """Points in the towns that lie on no parcel, where some firms are registered."""
    rng = stream(seed, "elsewhere")
    wanted = int(0.02 * len(land)) + 20
    seat = rng.integers(0, len(ground.seats), wanted)
    reach = np.sqrt(shapely.area(ground.built)[seat, None] / np.pi)
    points = shapely.points(ground.seats[seat] + rng.normal(0, 0.4, (wanted, 2)) * reach)
    busy = shapely.STRtree(land).query(points, "dwithin", distance=30)[0]
    return np.delete(points, np.unique(busy))
