"""Clusters and scattered blocks."""

from __future__ import annotations

import numpy as np
import shapely
from helpers import base, community, linked, parcels, parks, row_of, rules, square, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.levels.blocks import groups, neighbours
from land_renewal.core.levels.levels import LevelRules, classify


def blocks(land, *zones, industrial=None, **changes):
    inside = np.ones(len(land), bool) if industrial is None else np.array(industrial)
    return classify(land, parks(*zones) if zones else None, inside, rules(LevelRules, **changes)).parcels


def test_five_parcels_of_five_hectares_thirty_metres_apart_are_a_cluster():
    found = blocks(parcels(row_of(5, gap=30)))
    assert set(found["block_kind"]) == {"cluster"}
    assert set(found["cluster_id"]) == {"C-a"}


def test_a_gap_above_thirty_metres_parts_a_cluster():
    assert set(blocks(parcels(row_of(5, gap=30.01)))["block_kind"]) == {"scattered"}


def test_four_parcels_are_no_cluster_however_large():
    assert set(blocks(parcels(row_of(4, side=300)))["block_kind"]) == {"scattered"}


def test_five_parcels_below_five_hectares_are_no_cluster():
    assert set(blocks(parcels([*row_of(4), square(480, side=99.9)]))["block_kind"]) == {"scattered"}


def test_scattered_parcels_have_no_cluster():
    assert texts(blocks(parcels([square(0), square(900)]))["cluster_id"]) == [None, None]


def test_the_gap_is_measured_edge_to_edge_and_across_corners():
    # 18 m and 24 m apart along the axes: 30 m from corner to corner.
    stairs = [square(n * 118, n * 124) for n in range(5)]
    assert set(blocks(parcels(stairs))["block_kind"]) == {"cluster"}


def test_a_chain_holds_together_by_its_links():
    # The ends are 480 m apart, yet each link is 20 m.
    assert set(blocks(parcels(row_of(6, gap=20)))["cluster_id"]) == {"C-a"}


def test_the_cluster_is_named_after_its_smallest_id():
    land = parcels(row_of(5)).assign(parcel_id=["z", "10", "9", "x", "y"])
    assert set(blocks(land)["cluster_id"]) == {"C-10"}


def test_in_a_park_below_community_level_even_a_lone_parcel_is_cluster():
    found = blocks(parcels([square(0), square(5000)]), ("T", "town", "other", square(-10, -10, 200)))
    assert texts(found["block_kind"]) == ["cluster", "scattered"]
    assert texts(found["cluster_id"]) == ["T", None]


def test_neighbours_of_a_small_park_count_in_its_group():
    # Three parcels in the park, two outside within 20 m: together five, so the outer two are cluster land as
    # well.
    found = blocks(parcels(row_of(5)), ("T", "town", "other", shapely.box(-10, -10, 350, 110)))
    assert texts(found["block_kind"]) == ["cluster"] * 5
    assert texts(found["cluster_id"]) == ["T", "T", "T", "C-a", "C-a"]


def test_parcels_of_bases_and_communities_do_not_count_in_a_group():
    # The first two lie in the community; the three left are too few.
    found = blocks(parcels(row_of(5, x=900)), community())
    assert texts(found["block_kind"]) == [None, None, "scattered", "scattered", "scattered"]


def test_parcels_of_a_base_are_no_blocks():
    found = blocks(parcels(row_of(6)), base())
    assert texts(found["block_kind"]) == [None] * 6
    assert texts(found["cluster_id"]) == [None] * 6


def test_non_industrial_land_does_not_link_parcels():
    industrial = [True, True, False, True, True, True]
    found = blocks(parcels(row_of(6)), industrial=industrial)
    assert texts(found["block_kind"]) == [
        "scattered",
        "scattered",
        None,
        "scattered",
        "scattered",
        "scattered",
    ]


def test_neighbours_are_ordered_pairs():
    shapes = np.array([square(0), square(240), square(120)])
    assert neighbours(shapes, 20).tolist() == [[0, 2], [1, 2]]


def test_no_parcels_make_no_groups():
    assert neighbours(np.array([], dtype=object), 30).reshape(-1, 2).tolist() == []
    assert groups(0, np.empty((0, 2), int)).tolist() == []


place = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda p: square(p[0] * 65, p[1] * 65, side=60))


@settings(max_examples=40)
@given(st.lists(place, min_size=1, max_size=26), st.sampled_from([5.0, 30.0, 70.0]))
def test_groups_as_by_breadth_first_search(shapes, gap):
    found = groups(len(shapes), neighbours(np.array(shapes), gap))
    assert found.tolist() == linked(shapes, gap)


def test_clusters_of_a_field_as_by_breadth_first_search():
    rng = np.random.default_rng(11)
    shapes = [
        square(x, y, side) for x, y, side in zip(*(rng.random((2, 160)) * 3000), 40 + 120 * rng.random(160))
    ]
    land = parcels(shapes)
    found = blocks(land)
    label = np.array(linked(shapes, 30.0))
    expected = [
        (label == own).sum() >= 5 and shapely.area(np.array(shapes)[label == own]).sum() >= 5e4
        for own in label
    ]
    assert (found["block_kind"] == "cluster").tolist() == expected
    assert 0.1 < np.mean(expected) < 0.9
