"""Small neighbouring parcels of one cluster become larger ones."""

from __future__ import annotations

import numpy as np
import shapely
from helpers import HA, linked, row_of, square
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.scenarios.merging import assemble


def merged(shapes, ids=None, cluster=None, gap=10.0, minimum=3 * HA):
    ids = list("abcdefghijklmnopqrstuvwxyz")[: len(shapes)] if ids is None else ids
    cluster = ["k"] * len(shapes) if cluster is None else cluster
    return assemble(
        np.array(shapes, object), np.array(ids, object), np.array(cluster, object), gap, minimum
    ).tolist()


def test_four_lots_of_three_quarters_of_a_hectare_make_three_hectares():
    assert merged(row_of(4, gap=10, side=90)) == ["M-a"] * 4


def test_gap_of_ten_metres_still_merges_and_more_does_not():
    assert merged(row_of(4, gap=10, side=90)) == ["M-a"] * 4
    assert merged(row_of(4, gap=10.01, side=90)) == [None] * 4


def test_less_than_three_hectares_together_is_not_merged():
    assert merged(row_of(3, gap=10, side=90)) == [None] * 3


def test_exactly_three_hectares_is_enough():
    assert merged(row_of(3, gap=10, side=100)) == ["M-a"] * 3


def test_parcels_of_different_clusters_do_not_merge():
    assert merged(row_of(4, side=90, gap=5), cluster=["k", "k", "l", "l"]) == [None] * 4


def test_a_finished_parcel_stops_growing_and_the_next_one_starts():
    assert merged(row_of(8, gap=10, side=90)) == ["M-a"] * 4 + ["M-e"] * 4


def test_left_over_lots_join_the_finished_parcel_beside_them():
    assert merged(row_of(6, gap=10, side=90)) == ["M-a"] * 6


def test_left_over_lots_join_in_waves():
    # i touches only h, h only g: both reach the parcel that ends with d-e-f-g one after the other.
    assert merged(row_of(9, gap=10, side=90)) == ["M-a"] * 4 + ["M-e"] * 5


def test_the_smallest_id_starts_and_the_smallest_neighbour_is_added_first():
    # In the row d-b-a-c, a takes b before c, then c, then d behind b.
    assert merged(row_of(4, gap=10, side=100), ids=["d", "b", "a", "c"], minimum=2 * HA) == ["M-a"] * 4
    assert merged(row_of(5, gap=10, side=100), ids=["d", "b", "a", "c", "e"], minimum=2 * HA) == [
        "M-a",
        "M-a",
        "M-a",
        "M-c",
        "M-c",
    ]


def test_nothing_to_merge():
    assert merged([]) == []
    assert merged([square(0)]) == [None]


place = st.tuples(st.integers(0, 7), st.integers(0, 7))


@settings(max_examples=40)
@given(st.lists(place, min_size=1, max_size=24, unique=True), st.randoms(use_true_random=False))
def test_every_merged_parcel_is_one_neighbourhood_of_enough_land(cells, random):
    shapes = [square(x * 100, y * 100, side=92) for x, y in cells]
    ids = [f"p{number:02d}" for number in range(len(shapes))]
    random.shuffle(ids)
    found = np.array(merged(shapes, ids), dtype=object)
    for name in {value for value in found if value}:
        members = np.flatnonzero(found == name)
        own = [shapes[member] for member in members]
        assert sum(shape.area for shape in own) >= 3 * HA
        assert set(linked(own, 10.0)) == {0}, "one neighbourhood"
        assert name[2:] in {ids[member] for member in members}
    # Nothing is left that could have been merged: a neighbourhood of 3 ha or more is merged to the last lot.
    label = np.array(linked(shapes, 10.0))
    for own in set(label.tolist()):
        whole = label == own
        enough = shapely.area(np.array(shapes))[whole].sum() >= 3 * HA
        assert all((value is not None) == enough for value in found[whole])


@settings(max_examples=25)
@given(st.lists(place, min_size=1, max_size=20, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(cells, random):
    shapes = [square(x * 100, y * 100, side=92) for x, y in cells]
    ids = [f"p{number:02d}" for number in range(len(shapes))]
    order = list(range(len(shapes)))
    random.shuffle(order)
    straight = merged(shapes, ids)
    turned = merged([shapes[n] for n in order], [ids[n] for n in order])
    assert turned == [straight[n] for n in order]
