"""Agglomeration: spacing, clusters, specialisation, concentration, against hand counts and other methods."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from counting import calls, watched
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial import ConvexHull, distance_matrix

from land_renewal.core.performance import agglomeration
from land_renewal.core.performance.agglomeration import (
    cluster_labels,
    herfindahl,
    leading_sectors,
    location_quotient,
    nearest_neighbour_index,
    nearest_neighbour_indices,
    share_in_clusters,
)

RNG = np.random.default_rng(11)
SQUARE = np.array([[0.0, 0], [0, 100], [100, 0], [100, 100]])
# Whole metres, so that points coincide and stand in line.
PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=40).map(
    lambda found: np.array(found, float).reshape(-1, 2)
)


def brute_index(points):
    distance = distance_matrix(points, points)
    np.fill_diagonal(distance, np.inf)
    return distance.min(axis=1).mean() / (0.5 / np.sqrt(len(points) / ConvexHull(points).volume))


def test_four_corners_of_a_hectare():
    # Nearest neighbour of each: 100 m. Expected for 4 points on 10,000 m2: 0.5 / sqrt(4 / 10000) = 25 m.
    assert nearest_neighbour_index(SQUARE) == pytest.approx(4.0)
    # On 4 ha the expected distance is 50 m.
    assert nearest_neighbour_index(SQUARE, area=40_000) == pytest.approx(2.0)


def test_a_wide_grid_is_even_and_random_points_are_near_one():
    grid = np.stack(np.meshgrid(np.arange(50.0), np.arange(50.0)), axis=-1).reshape(-1, 2) * 10
    assert nearest_neighbour_index(grid, area=50 * 50 * 100) == pytest.approx(2.0)
    scattered = RNG.uniform(0, 10_000, (20_000, 2))
    assert nearest_neighbour_index(scattered, area=1e8) == pytest.approx(1.0, abs=0.02)


def test_firms_in_one_place_have_index_zero_on_a_known_area():
    assert nearest_neighbour_index(np.full((5, 2), 7.0), area=1e4) == 0


@pytest.mark.parametrize(
    ("points", "area", "least"),
    [
        (np.empty((0, 2)), None, 2),
        ([[3.0, 4.0]], 1e4, 2),
        ([[3.0, 4.0]], 1e4, 0),
        ([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.7, 0.7]], None, 2),
        # In line but for rounding: the hull has an area of 4e-16.
        (np.outer([0.1, 0.2, 0.3, 0.7, 1.3], [1, 3]), None, 2),
        ([[5.0, 5.0], [5.0, 5.0], [5.0, 5.0]], None, 2),
        (SQUARE, None, 5),
        (SQUARE, 0.0, 2),
        (SQUARE, np.nan, 2),
    ],
)
def test_what_cannot_be_measured_is_missing(points, area, least):
    assert np.isnan(nearest_neighbour_index(np.array(points, float), area, least))


def test_units_are_measured_apart_though_they_overlap():
    points = RNG.normal(4e7, 900, (600, 2))
    unit = RNG.choice(np.array(["c", "a", "b", None], dtype=object), 600)
    found = nearest_neighbour_indices(unit, points)
    assert found.index.tolist() == ["a", "b", "c"]
    for name, row in found.iterrows():
        own = points[unit == name]
        assert row["count"] == len(own)
        assert row["area_m2"] == pytest.approx(ConvexHull(own - own.mean(axis=0)).volume, rel=1e-6)
        assert row["index"] == pytest.approx(brute_index(own - own.mean(axis=0)), rel=1e-6)


def test_a_point_without_a_place_is_left_out_of_the_count():
    points = np.vstack([*SQUARE, [np.nan, 5.0]])
    row = nearest_neighbour_indices(["a"] * 5, points).loc["a"]
    assert row["count"] == 4 and row["index"] == pytest.approx(4.0)


def test_areas_given_by_unit_are_matched_by_name_and_a_lone_point_does_not_look_next_door():
    points = np.vstack([SQUARE, SQUARE + np.array([3, 0]), [[50.0, 50.0]]])
    unit = ["b"] * 4 + ["a"] * 4 + ["alone"]
    found = nearest_neighbour_indices(unit, points, pd.Series({"b": 40_000.0, "alone": 1.0}))
    assert found["index"]["b"] == pytest.approx(2.0)
    assert np.isnan(found["index"]["a"]) and found["mean_m"]["a"] == pytest.approx(100)
    assert np.isnan(found["mean_m"]["alone"]) and np.isnan(found["index"]["alone"])


def test_a_chain_is_one_cluster_and_a_pair_is_none():
    chain = [[0.0, 90.0 * step] for step in range(5)]
    points = np.array([[5000.0, 0], [5000, 50], *chain, [9000, 0], [9000, 1], [9001, 0]])
    assert cluster_labels(points, 100, 3).tolist() == [-1, -1, *[0] * 5, *[1] * 3]
    assert cluster_labels(points, 100, 2).tolist() == [0, 0, *[1] * 5, *[2] * 3]
    assert cluster_labels(points, 89, 3).tolist() == [-1] * 7 + [0] * 3


def test_reach_is_inclusive_and_a_point_without_a_place_has_no_label():
    label = cluster_labels(np.array([[0.0, 0], [3, 4], [np.nan, 0]]), 5, 2)
    np.testing.assert_array_equal(label, [0, 0, np.nan])
    assert cluster_labels(np.empty((0, 2)), 5, 2).tolist() == []


@settings(max_examples=300)
@given(PLACES, st.sampled_from([1, 1.5, 3, 5, 8.1]), st.integers(1, 5))
def test_clusters_are_those_of_single_linkage(points, reach, least):
    label = cluster_labels(points, reach, least)
    if len(points) < 2:
        assert (label >= 0).all() == (least <= 1 or not len(points))
        return
    expected = fcluster(linkage(points, "single"), reach, "distance")
    large = np.bincount(expected)[expected] >= least
    assert (label >= 0).tolist() == large.tolist()
    pairs = set(zip(expected[large], label[large]))
    assert len(pairs) == len(set(expected[large])) == len(set(label[large]))
    assert pd.unique(label[large]).tolist() == list(range(len(pairs)))


def test_twenty_thousand_firms_at_a_dozen_addresses_stay_cheap():
    addresses = RNG.uniform(0, 30_000, (12, 2))
    points = addresses[RNG.integers(0, 12, 20_000)] + RNG.normal(0, 1e-6, (20_000, 2))
    with watched(agglomeration, "_links") as linked:
        label = cluster_labels(points, 100, 3)
    # All pairs at most 100 m apart would be 16 million.
    [((places,), (one, _other))] = linked
    assert len(one) <= 3 * len(places)
    expected = fcluster(linkage(addresses, "single"), 100, "distance")
    assert len(np.unique(label)) == len(np.unique(expected))


def test_share_in_clusters_by_count_and_by_weight():
    unit = ["a", "a", "a", "b", "b", None]
    label = [0, -1, np.nan, -1, -1, 0]
    share = share_in_clusters(unit, label)
    assert share.to_dict() == {"a": 0.5, "b": 0.0}
    weighted = share_in_clusters(unit, label, [30, 10, 500, np.nan, 0, 1])
    assert weighted["a"] == 0.75 and np.isnan(weighted["b"])
    assert np.isnan(share_in_clusters(["a"], [np.nan])["a"])


FIRMS = pd.DataFrame(
    [
        ("north", "35", 60), ("north", "35", 20), ("north", "27", 20),
        ("south", "27", 90), ("south", "13", 10), ("south", None, 70), ("south", "13", np.nan),
        (None, "35", 100), (None, "27", 100),
        ("empty", None, 5), ("empty", "13", -1),
    ],
    columns=["unit", "sector", "amount"],
)  # fmt: skip


def test_location_quotients_by_hand():
    # District: 35 180, 27 210, 13 10, in all 400. North: 35 80, 27 20. South: 27 90, 13 10.
    table = location_quotient(FIRMS["unit"], FIRMS["sector"], FIRMS["amount"])
    rows = {(row.unit, row.sector): row for row in table.itertuples()}
    assert list(rows) == [("north", "27"), ("north", "35"), ("south", "13"), ("south", "27")]
    assert rows["north", "35"].lq == pytest.approx(0.8 / 0.45)
    assert rows["north", "27"].lq == pytest.approx(0.2 / 0.525)
    assert rows["south", "27"].lq == pytest.approx(0.9 / 0.525)
    assert rows["south", "13"].lq == pytest.approx(0.1 / 0.025)
    assert rows["north", "35"].known_share == 1 and rows["south", "27"].known_share == 0.5


def test_rows_are_matched_by_position_not_by_index():
    shuffled = FIRMS.sample(frac=1, random_state=3)
    table = location_quotient(shuffled["unit"], shuffled["sector"].to_numpy(), shuffled["amount"].to_numpy())
    expected = location_quotient(FIRMS["unit"], FIRMS["sector"], FIRMS["amount"])
    pd.testing.assert_frame_equal(table, expected)


RECORDS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", None]), st.sampled_from(["13", "27", "35", None]),
        st.one_of(st.none(), st.integers(0, 9)),
    ),
    max_size=30,
)  # fmt: skip


@given(RECORDS)
def test_a_district_is_as_specialised_as_itself(records):
    """The units' quotients, weighted by their part of the district, give 1 for every sector."""
    unit, sector, amount = (list(part) for part in zip(*records)) if records else ([], [], [])
    whole = location_quotient(["all"] * len(records), sector, amount)
    assert whole["lq"].dropna().to_numpy() == pytest.approx(1.0)
    named = ["rest" if name is None else name for name in unit]
    table = location_quotient(named, sector, amount).dropna(subset=["lq"])
    part = table.groupby("unit")["amount"].transform("sum") / table["amount"].sum()
    mean = (table["lq"] * part).groupby(table["sector"]).sum()
    assert mean.to_numpy() == pytest.approx(1.0)
    assert table.groupby("unit")["unit_share"].sum().to_numpy() == pytest.approx(1.0)


def test_the_leading_sector_must_be_of_some_size():
    table = location_quotient(FIRMS["unit"], FIRMS["sector"], FIRMS["amount"])
    assert leading_sectors(table, 0.0)["sector"].to_dict() == {"north": "35", "south": "13"}
    assert leading_sectors(table, 0.2)["sector"].to_dict() == {"north": "35", "south": "27"}
    none = leading_sectors(table, 0.95)
    assert none["sector"].tolist() == [None, None] and none["lq"].isna().all()
    assert none["known_share"].tolist() == [1.0, 0.5]


def test_equal_quotients_go_to_the_larger_share_then_to_text_order():
    even = location_quotient(["a"] * 3 + ["b"] * 3, ["27", "13", "35"] * 2, [1, 1, 2] * 2)
    assert leading_sectors(even, 0.0)["sector"].tolist() == ["35", "35"]
    assert leading_sectors(even[even["sector"] != "35"], 0.0)["sector"].tolist() == ["13", "13"]


def test_concentration_by_hand():
    found = herfindahl(FIRMS["unit"], FIRMS["sector"], FIRMS["amount"])
    assert found["herfindahl"]["north"] == pytest.approx(0.8**2 + 0.2**2)
    assert found["herfindahl"]["south"] == pytest.approx(0.9**2 + 0.1**2)
    assert np.isnan(found["herfindahl"]["empty"]) and found["groups"]["empty"] == 0
    assert found["known_share"].to_dict() == {"empty": 0.0, "north": 1.0, "south": 0.5}
    # Of firms: 60, 20 and 20 of 100.
    firms = herfindahl(FIRMS["unit"], np.arange(len(FIRMS)).astype(str), FIRMS["amount"])
    assert firms["herfindahl"]["north"] == pytest.approx(0.36 + 0.04 + 0.04)


def test_a_unit_whose_amounts_are_all_zero_has_no_shares():
    assert np.isnan(herfindahl(["a", "a"], ["13", "27"], [0, 0])["herfindahl"]["a"])
    assert location_quotient(["a", "a"], ["13", "27"], [0, 0])["lq"].isna().all()


def test_nothing_given_is_nothing_found():
    assert len(location_quotient([], [], [])) == len(herfindahl([], [], [])) == 0
    assert len(leading_sectors(location_quotient([], [], []), 0.1)) == 0
    assert len(nearest_neighbour_indices([], np.empty((0, 2)))) == len(share_in_clusters([], [])) == 0


def test_units_and_firms_are_no_loops():
    def work(units, firms):
        park = RNG.integers(0, units, firms)
        points = RNG.uniform(0, 40_000, (units, 2))[park] + RNG.normal(0, 400, (firms, 2))
        unit = np.array([f"park {number}" for number in range(units)], dtype=object)[park]
        sector = RNG.choice([f"{number:02d}" for number in range(6, 47)], firms).astype(object)
        amount = RNG.lognormal(7, 1, firms)

        def measure():
            nearest_neighbour_indices(unit, points)
            share_in_clusters(unit, cluster_labels(points, 300, 10), amount)
            leading_sectors(location_quotient(unit, sector, amount), 0.1)
            herfindahl(unit, sector, amount)

        return calls(measure)

    work(3, 100)
    assert work(300, 20_000) < 1.05 * work(30, 2_000)
