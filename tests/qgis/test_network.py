"""Distances on roads: against hand counts, another implementation, and QGIS's own algorithms."""

from __future__ import annotations

import heapq
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from land_renewal.core.common import space
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance import access
from land_renewal.core.performance.agglomeration import nearest_neighbour_index
from land_renewal.processing.network import network_distances
from land_renewal.processing.progress import Cancelled, Progress

WORK_CRS = space.work_crs(4490, (119.9, 30.1, 120.1, 30.3))
SPEEDS = {"primary": 60, "other": 20}


@pytest.fixture(autouse=True)
def plane():
    """QGIS's own algorithms measure as the open project says, which an earlier test may have changed."""
    QgsProject.instance().clear()
    QgsProject.instance().setEllipsoid("NONE")


def layer_of(*wkt, **columns):
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries.from_wkt(wkt), crs=WORK_CRS)


def streets(step=100, count=5, dropped=()):
    """A grid of streets, vertices at every crossing: 400 by 400 m."""
    at = range(0, step * count, step)
    across = [f"LINESTRING ({', '.join(f'{x} {y}' for x in at)})" for y in at]
    along = [f"LINESTRING ({', '.join(f'{x} {y}' for y in at)})" for x in at]
    return layer_of(*(line for line in [*across, *along] if line not in dropped))


def distances(roads, points, nodes, detour=1.0, **more):
    return network_distances(roads, np.array(points, float), np.array(nodes, float), detour, **more)


def test_city_blocks():
    # From the node at a corner: round the blocks, not across them.
    found = distances(streets(), [[0, 0], [400, 400], [250, 100], [100, 370]], [[0, 0]])
    assert found.tolist() == pytest.approx([0, 800, 350, 470])


def test_the_legs_off_the_road_count_the_detour_at_both_ends():
    # 10 m to the road, 120 m along it and 150 m along the next one, 15 m on to the node.
    found = distances(streets(), [[180, 10]], [[315, 150]], 1.5)
    assert found.tolist() == pytest.approx([10 * 1.5 + 120 + 150 + 15 * 1.5])


def test_the_nearest_of_several_nodes_and_a_node_on_the_points_own_segment():
    nodes = [[0, 0], [160, 0], [420, 400]]
    found = distances(streets(), [[110, 0], [190, 0], [400, 330], [0, 70]], nodes)
    assert found.tolist() == pytest.approx([50, 30, 70 + 20, 70])


def test_time_by_class_of_road():
    roads = layer_of("LINESTRING (0 0, 6000 0)", "LINESTRING (0 0, 0 1000)", kind=["primary", None])
    # 1 km at 20 km/h: 3 minutes; 6 km at 60: 6 minutes; legs of 100 m x 1.5 at 20: 0.45 minutes.
    found = distances(roads, [[-100, 1000]], [[6000, 100]], 1.5, speeds=SPEEDS, speed_field="kind")
    assert found.tolist() == pytest.approx([3 + 6 + 2 * 0.45])


def test_time_takes_the_fast_road_round():
    fast = "LINESTRING (0 0, 0 500, 2000 500, 2000 0)"
    roads = layer_of("LINESTRING (0 0, 2000 0)", fast, kind=["lane", "primary"])
    found = distances(roads, [[0, 0]], [[2000, 0]], speeds=SPEEDS, speed_field="kind")
    assert found.tolist() == pytest.approx([3.0])
    assert distances(roads, [[0, 0]], [[2000, 0]]).tolist() == pytest.approx([2000])


def test_a_road_drawn_twice_is_no_longer_and_as_fast_as_the_faster():
    roads = layer_of(*["LINESTRING (0 0, 6000 0)"] * 3, kind=["lane", "primary", "lane"])
    assert distances(roads, [[0, 0]], [[6000, 0]]).tolist() == pytest.approx([6000])
    found = distances(roads, [[0, 0]], [[6000, 0]], speeds=SPEEDS, speed_field="kind")
    assert found.tolist() == pytest.approx([6.0])


def test_a_road_that_leads_nowhere_gives_no_distance():
    island = "LINESTRING (5000 5000, 5100 5000)"
    roads = gpd.GeoDataFrame(geometry=[*streets().geometry, shapely.from_wkt(island)], crs=WORK_CRS)
    found = distances(roads, [[5050, 5010], [100, 100], [np.nan, 0]], [[0, 0]])
    assert np.isnan(found[[0, 2]]).all() and found[1] == pytest.approx(200)


def test_roads_that_only_cross_are_a_bridge_unless_said_otherwise():
    roads = layer_of("LINESTRING (0 0, 1000 0)", "LINESTRING (500 -500, 500 500)")
    assert np.isnan(distances(roads, [[500, 400]], [[0, 0]])).all()
    assert distances(roads, [[500, 400]], [[0, 0]], crossings=True).tolist() == pytest.approx([900])


def test_a_gap_in_the_drawing_is_closed_when_asked_to():
    roads = layer_of("LINESTRING (0 0, 1000 0)", "LINESTRING (500 0.5, 500 500)")
    assert np.isnan(distances(roads, [[500, 400]], [[0, 0]])).all()
    assert distances(roads, [[500, 400]], [[0, 0]], gap=1.0).tolist() == pytest.approx([900])


def test_parts_heights_and_missing_lines():
    parts = "MULTILINESTRING Z ((0 0 5, 100 0 6), (100 0 6, 100 100 7))"
    roads = gpd.GeoDataFrame(geometry=[None, shapely.from_wkt(parts)], crs=WORK_CRS)
    assert distances(roads, [[100, 100]], [[0, 0]]).tolist() == pytest.approx([200])


def test_nothing_to_measure_with():
    empty, some = layer_of(), streets()
    assert np.isnan(distances(empty, [[0, 0]], [[1, 1]])).all()
    assert np.isnan(distances(some, [[0, 0]], np.empty((0, 2)))).all()
    assert np.isnan(distances(some, [[0, 0]], [[np.nan, 1]])).all()
    assert distances(some, np.empty((0, 2)), [[1, 1]]).tolist() == []


@pytest.mark.parametrize(
    ("speeds", "field", "sentence"),
    [
        ({"primary": 60}, "kind", 'need an entry "other"'),
        ({"primary": 0, "other": 30}, "kind", "above 0 km/h: correct primary"),
        (SPEEDS, "class", 'no column "class"'),
        (SPEEDS, None, "no column"),
    ],
)
def test_speeds_that_cannot_be_used_are_refused(speeds, field, sentence):
    roads = layer_of("LINESTRING (0 0, 9 0)", kind=["primary"])
    with pytest.raises(LandRenewalError, match=sentence):
        distances(roads, [[0, 0]], [[9, 0]], speeds=speeds, speed_field=field)


def plain_dijkstra(edges, starts):
    """Cost from every vertex to the cheapest start; ``edges``: vertex -> [(vertex, cost)]."""
    cost, waiting = {}, [(start_cost, vertex) for vertex, start_cost in starts]
    heapq.heapify(waiting)
    while waiting:
        reached, vertex = heapq.heappop(waiting)
        if vertex not in cost:
            cost[vertex] = reached
            for other, length in edges.get(vertex, ()):
                heapq.heappush(waiting, (reached + length, other))
    return cost


def other_way(shapes, points, nodes, detour):
    """The same question with every foot a vertex of the graph, split by Shapely, one road at a time."""
    places = shapely.points(np.concatenate([nodes, points]))
    gap = shapely.distance(places[:, None], shapes[None, :])
    road = gap.argmin(axis=1)
    edges = {}
    for number, shape in enumerate(shapes):
        stops = [(shape.project(shapely.Point(xy)), tuple(xy)) for xy in shape.coords]
        stops += [(shape.project(places[i]), (np.inf, i)) for i in np.flatnonzero(road == number).tolist()]
        stops.sort(key=lambda stop: stop[0])
        for (here, one), (there, other) in zip(stops, stops[1:]):
            edges.setdefault(one, []).append((other, there - here))
            edges.setdefault(other, []).append((one, there - here))
    leg = gap.min(axis=1) * detour
    cost = plain_dijkstra(edges, [((np.inf, i), leg[i]) for i in range(len(nodes))])
    return np.array([cost.get((np.inf, i), np.nan) + leg[i] for i in range(len(nodes), len(places))])


@pytest.mark.parametrize("seed", range(6))
def test_random_roads_agree_with_a_plain_search(seed):
    rng = np.random.default_rng(seed)
    hubs = rng.uniform(-5000, 5000, (40, 2))
    pairs = np.unique(np.sort(rng.integers(0, 40, (60, 2)), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    bend = (hubs[pairs[:, 0]] + hubs[pairs[:, 1]]) / 2 + rng.normal(0, 400, (len(pairs), 2))
    shapes = shapely.linestrings(np.stack([hubs[pairs[:, 0]], bend, hubs[pairs[:, 1]]], axis=1))
    roads = gpd.GeoDataFrame(geometry=shapes, crs=WORK_CRS)
    points, nodes = rng.uniform(-6000, 6000, (300, 2)), rng.uniform(-6000, 6000, (4, 2))
    expected = other_way(shapes, points, nodes, 1.3)
    # The other search knows no direct way; it only matters nearer to a node than to any road.
    to_road = shapely.distance(shapely.union_all(shapes), shapely.points(points))
    direct = access.straight_line(points, nodes, 1.0)
    near = direct <= to_road
    expected[near] = np.fmin(expected[near], direct[near] * 1.3)
    found = distances(roads, points, nodes, 1.3)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-6)
    assert (np.isnan(found) | (found >= direct - 1e-6)).all()


def qgis_layer(frame, kind, crs=""):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "layer", "memory")
    features = []
    for wkb in shapely.to_wkb(frame.geometry.to_numpy()).tolist():
        feature, geometry = QgsFeature(), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(frame.crs.to_wkt()))
    layer.updateExtents()
    return layer


@pytest.fixture(scope="module")
def district_roads(qgis_app):
    sample = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample.gpkg"
    source = QgsVectorLayer(f"{sample}|layername=roads", "roads", "ogr")
    wkb = [bytes(feature.geometry().asWkb()) for feature in source.getFeatures()]
    classes = [feature["class"] for feature in source.getFeatures()]
    frame = gpd.GeoDataFrame({"class": classes}, geometry=shapely.from_wkb(wkb), crs=source.crs().authid())
    return space.project(frame, space.work_crs(frame.crs, frame.total_bounds))


@pytest.fixture(scope="module")
def places(district_roads):
    left, low, right, high = district_roads.total_bounds
    rng = np.random.default_rng(5)
    return np.column_stack([rng.uniform(left, right, 3000), rng.uniform(low, high, 3000)])


def on_roads(roads, points):
    """The nearest places on the roads."""
    line = shapely.STRtree(roads.geometry.to_numpy()).nearest(shapely.points(points))
    return shapely.get_coordinates(
        shapely.shortest_line(roads.geometry.to_numpy()[line], shapely.points(points))
    )[::2]


def test_shortest_paths_of_qgis(district_roads, places):
    """Both ends on the road: QGIS's path starts where the road is nearest and has no leg off it."""
    ends = on_roads(district_roads, places[:6])
    layer = qgis_layer(district_roads, "LineString")
    for start, end in zip(ends[:3], ends[3:]):
        path = processing.run(
            "native:shortestpathpointtopoint",
            {
                "INPUT": layer, "STRATEGY": 0, "START_POINT": f"{start[0]},{start[1]}",
                "END_POINT": f"{end[0]},{end[1]}", "TOLERANCE": 0, "OUTPUT": "memory:",
            },
        )  # fmt: skip
        # Its cost is ellipsoidal; the length of the path it drew is planar, like ours.
        [drawn] = [feature.geometry().length() for feature in path["OUTPUT"].getFeatures()]
        assert distances(district_roads, [end], [start])[0] == pytest.approx(drawn, abs=0.01)
        assert path["TRAVEL_COST"] == pytest.approx(drawn, rel=1e-4)


def test_service_areas_of_qgis(district_roads, places):
    """What QGIS reaches within 6 km of three nodes is what lies within 6 km."""
    nodes = on_roads(district_roads, places[:3])
    starts = gpd.GeoDataFrame(geometry=shapely.points(nodes), crs=district_roads.crs)
    reached = processing.run(
        "native:serviceareafromlayer",
        {
            "INPUT": qgis_layer(district_roads, "LineString"), "STRATEGY": 0, "TRAVEL_COST2": 6000,
            "START_POINTS": qgis_layer(starts, "Point"), "TOLERANCE": 0, "OUTPUT_LINES": "memory:",
        },
    )["OUTPUT_LINES"]  # fmt: skip
    area = shapely.union_all(
        [shapely.from_wkb(bytes(feature.geometry().asWkb())) for feature in reached.getFeatures()]
    )
    points = on_roads(district_roads, places)
    found = distances(district_roads, points, nodes)
    inside = shapely.distance(area, shapely.points(points)) < 0.01
    # QGIS measures on the ellipsoid: within a metre of the edge the two may differ.
    clear = np.abs(found - 6000) > 1
    assert 200 < inside.sum() < 2000 and clear.mean() > 0.99
    assert (inside == (found < 6000))[clear].all()


def test_nearest_neighbour_index_of_qgis(district_roads, places):
    """QGIS takes the layer's bounding box as the area, and our function the area it is given."""
    points = places[:500]
    layer = qgis_layer(gpd.GeoDataFrame(geometry=shapely.points(points), crs=district_roads.crs), "Point")
    found = processing.run("native:nearestneighbouranalysis", {"INPUT": layer})
    box = np.prod(points.max(axis=0) - points.min(axis=0))
    assert nearest_neighbour_index(points, area=box) == pytest.approx(found["NN_INDEX"], rel=1e-4)
    assert found["POINT_COUNT"] == 500


def test_the_sample_district_in_a_background_thread_without_a_word(
    qgis_app, district_roads, places, background
):
    said, found = [], {}
    log = qgis_app.messageLog()
    log.messageReceived.connect(lambda *message: said.append(message))
    background(lambda: found.update(apart=distances(district_roads, places, places[:5], 1.3))).wait()
    qgis_app.processEvents()
    assert not said
    here = distances(district_roads, places, places[:5], 1.3)
    np.testing.assert_array_equal(found["apart"], here)
    assert not np.isnan(here).any()
    assert (here >= access.straight_line(places, places[:5], 1.0) - 1e-6).all()


def test_the_order_of_roads_points_and_nodes_does_not_matter(district_roads, places):
    rng = np.random.default_rng(2)
    order, nodes = rng.permutation(len(places)), places[:5]
    expected = distances(district_roads, places, nodes, 1.3)
    shuffled = district_roads.sample(frac=1, random_state=1)
    found = distances(shuffled, places[order], nodes[::-1], 1.3)
    np.testing.assert_allclose(found, expected[order], rtol=1e-12)


def test_progress_rises_and_cancelling_stops(district_roads, places):
    shares = []
    distances(district_roads, places, places[:5], progress=shares.append)
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] == 1
    feedback = QgsProcessingFeedback(False)
    progress, asked = Progress(feedback), []

    def cancel_on_the_way(share):
        asked.append(share)
        if share > 0:
            feedback.cancel()
        progress(share)

    with pytest.raises(Cancelled):
        distances(district_roads, places, places[:5], progress=cancel_on_the_way)
    assert len(asked) == 2 and 0 < asked[-1] < 0.5


def test_a_whole_country(qgis_app, shared_data):
    source = QgsVectorLayer(
        f"{shared_data / 'liechtenstein_osm' / 'li.gpkg'}|layername=lines", "lines", "ogr"
    )
    source.setSubsetString("highway IS NOT NULL")
    rows = [(bytes(feature.geometry().asWkb()), feature["highway"]) for feature in source.getFeatures()]
    wkb, kinds = zip(*rows)
    roads = gpd.GeoDataFrame({"kind": kinds}, geometry=shapely.from_wkb(wkb), crs="EPSG:4326")
    roads = space.project(roads, space.work_crs(roads.crs, roads.total_bounds))
    # Vaduz, and a point in Balzers 8 km south by the main road.
    vaduz, balzers = space.transform(
        shapely.points([[9.5215, 47.1393], [9.5026, 47.0672]]), roads.crs.geodetic_crs, roads.crs
    )
    start, end = shapely.get_coordinates(vaduz), shapely.get_coordinates(balzers)
    metres = distances(roads, start, end, 1.3)[0]
    assert 8_100 < metres < 11_000
    speeds = {"primary": 60, "secondary": 60, "other": 30}
    assert 8 < distances(roads, start, end, 1.3, speeds=speeds, speed_field="kind")[0] < 20
