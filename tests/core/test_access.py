"""Straight lines, the index of accessibility, and roads made ready for measuring."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance import access

FIGURES = st.integers(-50, 50).map(float)
PLACES = st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=15).map(np.array)


def lines(*wkt):
    return access.road_lines(shapely.from_wkt(wkt))


def drawn(roads):
    """The lines that are more than a point, as text."""
    parts = [roads.xy[roads.line == number] for number in range(len(roads.source))]
    return [shapely.to_wkt(shapely.linestrings(xy), rounding_precision=3) for xy in parts if len(xy) > 1]


@given(PLACES, PLACES)
def test_the_straight_line_goes_to_the_nearest_node(points, nodes):
    assert access.straight_line(points, nodes, 1.3) == pytest.approx(cdist(points, nodes).min(axis=1) * 1.3)


def test_minutes_at_a_speed():
    # 3 km as the crow flies, 3.9 km by way, 30 km/h: 7.8 minutes.
    assert access.straight_line([[0, 0]], [[3000, 0]], 1.3, 30).tolist() == pytest.approx([7.8])


def test_no_node_and_no_place_give_no_distance():
    points = [[0, 0], [np.nan, 0]]
    assert np.isnan(access.straight_line(points, np.empty((0, 2)), 1.3)).all()
    assert np.isnan(access.straight_line(points, [[np.nan, np.nan]], 1.3)).all()
    distance = access.straight_line(points, [[np.nan, 0], [0, 2]], 1.5)
    assert distance[0] == 3 and np.isnan(distance[1])


def test_the_index_halves_at_the_half_distance_and_falls_with_distance():
    index = access.access_index([0, 500, 1500, np.nan, 1e12], 500)
    np.testing.assert_allclose(index, [1, 0.5, 0.25, np.nan, 0], atol=1e-9)
    assert (np.diff(access.access_index(np.linspace(0, 9000, 50), 500)) < 0).all()


def test_the_straight_line_fills_in_where_the_network_does_not_reach():
    distance, method = access.choose([900, np.nan, np.nan], [500, 700, np.nan])
    np.testing.assert_array_equal(distance, [900, 700, np.nan])
    assert method.tolist() == ["network", "straight line", None]
    distance, method = access.choose(None, [500, np.nan])
    np.testing.assert_array_equal(distance, [500, np.nan])
    assert method.tolist() == ["straight line", None]


def test_roads_lose_parts_heights_gaps_and_repeated_vertices():
    roads = access.road_lines(
        gpd.GeoSeries.from_wkt(
            [
                "MULTILINESTRING ((0 0, 9 0), (20 0, 29 0))", None, "LINESTRING EMPTY",
                "LINESTRING Z (5 5 7, 5 5 7, 5 9 3)", "LINESTRING (4 4, 4 4)",
            ]
        )
    )  # fmt: skip
    assert drawn(roads) == ["LINESTRING (0 0, 9 0)", "LINESTRING (20 0, 29 0)", "LINESTRING (5 5, 5 9)"]
    assert roads.source[roads.line[roads.heads]].tolist() == [0, 0, 3]


def test_a_road_that_could_not_be_projected_is_left_out_whole():
    roads = access.road_lines(
        [shapely.LineString([(0, 0), (1, 0), (np.inf, 0)]), shapely.LineString([(5, 0), (6, 0)])]
    )
    assert drawn(roads) == ["LINESTRING (5 0, 6 0)"] and roads.source[roads.line].tolist() == [1, 1]


@pytest.mark.parametrize("wkt", ["POLYGON ((0 0, 1 0, 1 1, 0 0))", "GEOMETRYCOLLECTION (POINT (0 0))"])
def test_areas_and_points_are_no_roads(wkt):
    with pytest.raises(LandRenewalError, match="choose a layer of lines"):
        lines("LINESTRING (0 0, 1 0)", wkt)


def test_no_roads_are_no_segments():
    roads = access.road_lines([None, shapely.from_wkt("MULTILINESTRING EMPTY")])
    assert len(roads.heads) == 0
    for same in (access.joined(roads, 5), access.crossed(roads)):
        assert len(same.heads) == 0


def test_vertices_go_where_they_lie_along_the_line():
    roads = lines("LINESTRING (0 0, 10 0, 20 0)", "LINESTRING (0 5, 10 5)")
    placed = access.with_vertices(roads, np.array([1, 0, 2, 0, 1]), np.array(
        [[14.0, 0], [7, 0], [10, 5], [3, 0], [10, 0]]
    ))  # fmt: skip
    assert drawn(placed) == ["LINESTRING (0 0, 3 0, 7 0, 10 0, 14 0, 20 0)", "LINESTRING (0 5, 10 5)"]


def test_a_point_between_two_roads_is_tied_to_both():
    ties = access.nearest_ties(
        lines("LINESTRING (0 0, 10 0)", "LINESTRING (0 6, 10 6)"), np.array([[4.0, 3]])
    )
    assert sorted(ties.segment) == [0, 1] and ties.leg.tolist() == [3, 3]
    assert sorted(ties.foot.tolist()) == [[4, 0], [4, 6]]


@given(PLACES, st.lists(st.tuples(FIGURES, FIGURES), min_size=4, max_size=8, unique=True))
def test_feet_are_the_nearest_places_on_the_roads(points, vertices):
    shape = shapely.linestrings(vertices)
    roads = access.road_lines([shape])
    ties = access.nearest_ties(roads, points)
    assert set(ties.item) == set(range(len(points)))
    assert ties.leg == pytest.approx(shapely.distance(shape, shapely.points(points[ties.item])), abs=1e-9)
    assert shapely.distance(shape, shapely.points(ties.foot)) == pytest.approx(0, abs=1e-9)
    segment = access.segments(roads)[ties.segment]
    along = shapely.line_interpolate_point(segment, ties.along)
    assert shapely.distance(along, shapely.points(ties.foot)) == pytest.approx(0, abs=1e-9)


def test_a_loose_end_is_joined_within_the_gap_only():
    roads = lines("LINESTRING (0 0, 100 0)", "LINESTRING (40 0.8, 40 50)")
    assert drawn(access.joined(roads, 0.5)) == drawn(roads)
    assert drawn(access.joined(roads, 1.0)) == [
        "LINESTRING (0 0, 40 0, 100 0)", "LINESTRING (40 0.8, 40 50)", "LINESTRING (40 0.8, 40 0)",
    ]  # fmt: skip
    assert access.joined(roads, 1.0).source.tolist() == [0, 1, 1]


def test_an_end_that_lies_on_a_road_needs_a_vertex_but_no_bridge():
    roads = lines("LINESTRING (0 0, 100 0)", "LINESTRING (40 0, 40 50)")
    assert drawn(access.joined(roads, 0.1)) == ["LINESTRING (0 0, 40 0, 100 0)", "LINESTRING (40 0, 40 50)"]


def test_roads_that_share_a_vertex_and_a_road_with_itself_are_left_alone():
    roads = lines(
        "LINESTRING (0 0, 40 0, 40.5 0, 100 0)", "LINESTRING (40 0, 40 50)", "LINESTRING (0 90, 9 90, 0 90.5)"
    )
    assert drawn(access.joined(roads, 1.0)) == drawn(roads)


def test_two_ends_that_miss_each_other_meet():
    joined = access.joined(lines("LINESTRING (0 0, 10 0)", "LINESTRING (10.6 0, 20 0)"), 1.0)
    bridges = drawn(joined)[2:]
    assert sorted(bridges) == ["LINESTRING (10 0, 10.6 0)", "LINESTRING (10.6 0, 10 0)"]


def test_crossing_roads_meet_only_when_asked_to():
    cross = lines("LINESTRING (0 0, 10 10)", "LINESTRING (0 10, 10 0)", "LINESTRING (0 0, 0 10)")
    assert drawn(access.joined(cross, 1.0)) == drawn(cross)
    assert drawn(access.crossed(cross)) == [
        "LINESTRING (0 0, 5 5, 10 10)", "LINESTRING (0 10, 5 5, 10 0)", "LINESTRING (0 0, 0 10)",
    ]  # fmt: skip


def test_a_point_beside_a_node_does_not_go_round_by_a_far_road():
    roads = lines("LINESTRING (0 0, 1000 0)")
    points, nodes = np.array([[500.0, 300.0], [500.0, 20.0]]), np.array([[500.0, 310.0]])
    # By road, the way to the vertices at both ends costs 810 m. Directly: 10 m of 1.5.
    cost = np.array([810.0, 810.0])
    found = access.by_road(roads, points, nodes, cost, np.ones(1), 1.5)
    assert found.tolist() == [15.0, 20 * 1.5 + 500 + 810]
    nowhere = access.by_road(roads, points, nodes, np.full(2, np.inf), np.ones(1), 1.5)
    assert nowhere[0] == 15.0 and np.isnan(nowhere[1])
