"""Land under other land: no double counting, and nothing lost where long lines are cut into pieces."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from helpers import square
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.overlay import covered_area, overlaps, subdivide


def shapes(*items):
    found = np.empty(len(items), dtype=object)
    found[:] = items
    return found


def brute_force(targets, polygons):
    union = shapely.union_all(np.asarray(polygons, dtype=object))
    return np.array([target.intersection(union).area for target in targets])


def coast(vertices, radius, seed, x=0.0, y=0.0):
    """A ragged closed line of many vertices around a point."""
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    reach = radius * (1 + 0.1 * np.sin(9 * angle) + 0.02 * rng.random(vertices))
    return shapely.Polygon(np.column_stack([x + reach * np.cos(angle), y + reach * np.sin(angle)]))


def test_land_under_two_polygons_counts_once():
    left, right = shapely.box(0, 0, 60, 100), shapely.box(40, 0, 80, 100)
    assert covered_area(shapes(square(0)), shapes(left, right)).tolist() == [8000.0]


def test_land_under_the_same_polygon_given_twice_counts_once():
    half = shapely.box(0, 0, 50, 100)
    assert covered_area(shapes(square(0)), shapes(half, half)).tolist() == [5000.0]


def test_two_polygons_side_by_side_add_up():
    strips = shapes(shapely.box(0, 0, 10, 100), shapely.box(30, 0, 50, 100))
    assert covered_area(shapes(square(0)), strips).tolist() == [3000.0]


def test_touching_is_no_overlap():
    beside = shapes(square(100))
    assert covered_area(shapes(square(0)), beside).tolist() == [0.0]
    assert overlaps(shapes(square(0)), beside).empty


def test_a_hole_in_the_line_is_left_out():
    ring = shapely.Polygon(
        [(-50, -50), (150, -50), (150, 150), (-50, 150)], [[(20, 20), (40, 20), (40, 40), (20, 40)]]
    )
    assert covered_area(shapes(square(0)), shapes(ring)).tolist() == [10_000.0 - 400.0]


def test_a_parcel_wholly_inside_is_covered_to_the_last_square_metre():
    parcel = coast(57, 80, seed=1)
    assert covered_area(shapes(parcel), shapes(shapely.box(-900, -900, 900, 900)))[0] == parcel.area


def test_missing_and_empty_targets_have_no_area():
    found = covered_area(shapes(None, shapely.Polygon(), square(0)), shapes(square(0)))
    assert np.isnan(found[:2]).all()
    assert found[2] == 10_000.0


def test_lines_and_missing_shapes_cover_nothing():
    found = covered_area(
        shapes(square(0)), shapes(None, shapely.LineString([(0, 0), (100, 100)]), shapely.Polygon())
    )
    assert found.tolist() == [0.0]


def test_no_polygons_at_all_cover_nothing():
    assert covered_area(shapes(square(0)), shapes()).tolist() == [0.0]
    assert covered_area(shapes(), shapes(square(0))).tolist() == []


def test_overlaps_name_every_pair_once_and_in_order():
    targets = shapes(square(0), square(500), square(50))
    found = overlaps(targets, shapes(shapely.box(0, 0, 200, 50), shapely.box(0, 50, 60, 100)))
    assert found.to_dict("list") == {
        "target": [0, 0, 2, 2],
        "polygon": [0, 1, 0, 1],
        "area_m2": [5000.0, 3000.0, 5000.0, 500.0],
    }


@pytest.mark.parametrize("limit", [16, 96, 5000])
def test_pieces_are_small_disjoint_and_add_up(limit):
    island = coast(2000, 1000, seed=3).difference(coast(400, 300, seed=4))
    pieces = subdivide(shapes(None, island, shapely.MultiPolygon([square(5000), square(6000)])), limit)
    assert set(pieces.owner) == {1, 2}
    assert shapely.is_valid(pieces.geometry).all()
    own = pieces.geometry[pieces.owner == 1]
    assert shapely.area(own).sum() == pytest.approx(island.area, rel=1e-9)
    assert shapely.union_all(own).symmetric_difference(island).area < 1e-6 * island.area
    assert shapely.area(shapely.union_all(own)) == pytest.approx(shapely.area(own).sum(), rel=1e-9)


def test_ragged_lines_over_a_field_of_parcels_as_by_brute_force():
    targets = shapes(*(square(x, y, 170) for x in range(-1500, 1500, 200) for y in range(-1500, 1500, 200)))
    lines = shapes(coast(3000, 700, 1), coast(1500, 500, 2, x=600), coast(900, 400, 3, x=-300, y=700))
    expected = brute_force(targets, lines)
    assert (expected > 0).sum() > 50
    assert ((expected > 0) & (expected < 170 * 170)).sum() > 20
    np.testing.assert_allclose(covered_area(targets, lines), expected, rtol=1e-9, atol=1e-6)


coordinate = st.integers(0, 40)
box = st.tuples(coordinate, coordinate, st.integers(1, 15), st.integers(1, 15)).map(
    lambda b: shapely.box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)


@settings(max_examples=40)
@given(st.lists(box, min_size=1, max_size=6), st.lists(box, max_size=8))
def test_any_boxes_as_by_brute_force(targets, polygons):
    found = covered_area(shapes(*targets), shapes(*polygons))
    np.testing.assert_allclose(found, brute_force(targets, polygons), atol=1e-9)
    pairs = overlaps(shapes(*targets), shapes(*polygons)).itertuples(index=False)
    expected = [(i, j, a.intersection(b).area) for i, a in enumerate(targets) for j, b in enumerate(polygons)]
    assert [tuple(pair) for pair in pairs] == [row for row in expected if row[2] > 0]
