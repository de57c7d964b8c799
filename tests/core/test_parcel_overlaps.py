"""Overlaps by hand, against a plain loop, and with few intersections."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from counting import watched
from helpers import WORK, square
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.space import work_crs
from land_renewal.core.intake import parcel_overlaps as po

RULES = po.OverlapRules(area=10.0, share=0.001, width=0.5)


def find(shapes, rules=RULES, crs=WORK, work=WORK):
    shapes = np.array(shapes, dtype=object)
    return po.overlaps(shapes, crs, work, shapely.area(shapes), rules)


def pairs(found):
    table = found.pairs
    return [
        (a, b, round(area, 3), bool(sliver))
        for a, b, area, sliver in zip(table["first"], table["second"], table["area_m2"], table["sliver"])
    ]


def test_neighbours_that_touch_do_not_overlap():
    ring = [square(0), square(100), square(0, 100), square(100, 100)]
    assert pairs(find([*ring, square(500)])) == []
    assert find(ring).twice_m2 == 0


def test_an_overlap_with_its_area_width_and_shares():
    # 20 m x 100 m shared: 2 x 2000 / 240 = 16.7 m wide on average
    found = find([square(0), square(80), square(400)])
    assert pairs(found) == [(0, 1, 2000.0, False)]
    [row] = found.pairs.to_dict("records")
    assert (row["share_first"], row["share_second"]) == pytest.approx((0.2, 0.2))
    assert row["width_m"] == pytest.approx(4000 / 240)
    assert found.twice_m2 == pytest.approx(2000)


@pytest.mark.parametrize(
    ("other", "small", "sliver"),
    [
        (shapely.box(97, 0, 200, 3), True, True),  # 9 m2
        (shapely.box(96, 0, 200, 4), False, False),  # 16 m2, 2 m wide
        (shapely.box(99.9, 0, 200, 100), True, True),  # 10 m2, the limit itself
        (shapely.box(99.7, 0, 200, 100), False, True),  # 30 m2, but 2 x 30 / 200.6 = 0.3 m wide
        (shapely.box(99.4, 0, 200, 100), False, False),  # 60 m2, 2 x 60 / 201.2 = 0.6 m wide
    ],
)
def test_a_sliver_is_small_or_narrow(other, small, sliver):
    by_area_alone = po.OverlapRules(10.0, 0.001, 0.0)
    assert pairs(find([square(0), other], by_area_alone))[0][3] is small
    assert pairs(find([square(0), other]))[0][3] is sliver


def test_a_large_parcel_has_larger_slivers():
    # 0.1 % of the smaller of 1 km2 and 2 km2 is 1,000 m2
    found = find([square(0, 0, 1000), shapely.box(999.1, 0, 2000, 1000)])
    assert pairs(found) == [(0, 1, 900.0, True)]
    assert found.twice_m2 == 0


def test_one_inside_the_other_and_twins():
    found = find([square(0), square(25, 25, 50), square(0)])
    assert pairs(found) == [(0, 1, 2500.0, False), (0, 2, 10_000.0, False), (1, 2, 2500.0, False)]
    # 22,500 m2 in all lie on 10,000 m2
    assert found.twice_m2 == pytest.approx(12_500)


def test_a_parcel_in_the_notch_of_another_does_not_overlap_it():
    notched = shapely.difference(square(0, 0, 300), square(100, 100, 100))
    assert pairs(find([notched, square(100, 100, 100)])) == []
    ell = shapely.difference(square(0, 0, 300), square(150, 150, 150))
    assert pairs(find([ell, square(150, 150, 150)])) == []


def test_rounding_is_not_an_overlap():
    # 0.05 mm over 100 m: 0.005 m2
    assert pairs(find([square(0), shapely.box(99.99995, 0, 200, 100)])) == []


def test_borders_stay_shared_where_only_one_neighbour_has_a_vertex():
    """On a slant across 6 km a straight border of the source is bent by projecting, by more than 1 cm2."""
    far = 200_000
    left = shapely.Polygon([(0, 0), (3000, 6000), (-3000, 6000)])
    right = shapely.Polygon([(0, 0), (1500, 3000), (3000, 6000), (6000, 0)])
    moved = [
        shapely.transform(shape, lambda xy: xy + np.array([500_000 + far, 3_300_000]))
        for shape in (left, right)
    ]
    work = work_crs(32650, tuple(shapely.total_bounds(moved)))
    assert pairs(find(moved, crs=32650, work=work)) == []


boxes = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 12), st.integers(1, 12)),
    min_size=0,
    max_size=12,
)


@settings(max_examples=60)
@given(boxes, st.floats(0, 1.5))
def test_the_same_pairs_and_land_as_a_plain_loop(sizes, turn):
    shapes = [shapely.box(x, y, x + w, y + h) for x, y, w, h in sizes]
    turned = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    shapes = [shapely.transform(shape, lambda xy: xy @ turned) for shape in shapes]
    expected = {}
    for i, one in enumerate(shapes):
        for j in range(i + 1, len(shapes)):
            area = one.intersection(shapes[j]).area
            if area > 0.5:
                expected[(i, j)] = area
    found = find(shapes, po.OverlapRules(0.0, 0.0, 0.0)) if shapes else None
    table = {} if found is None else dict(
        zip(zip(found.pairs["first"], found.pairs["second"]), found.pairs["area_m2"])
    )  # fmt: skip
    assert table == pytest.approx(expected)
    if shapes:
        twice = sum(shape.area for shape in shapes) - shapely.union_all(shapes).area
        assert found.twice_m2 == pytest.approx(twice, abs=1e-6)


def test_what_is_said_and_kept():
    found = find([square(0), square(80), shapely.box(180, 0, 280, 2), square(98, 97, 100)])
    ids = ["a", "b", "c", "d"]
    assert po.overlap_notes("parcels", ids, found) == [
        "Check: parcels: 2 pairs overlap by more than slivers; 0.22 ha are counted more than once (a and b;"
        " b and d).",
        "parcels: 1 slivers between neighbours, 6.0 m2 in all (a).",
    ]
    ledger = po.overlap_ledger("parcels", ids, found, rows=[0, 2, 4, 6])
    assert ledger[["id", "row", "what", "area_after_m2", "other_id"]].to_numpy().tolist() == [
        ["a", 1, "overlap", pytest.approx(2000), "b"],
        ["b", 3, "overlap", pytest.approx(246), "d"],
        ["a", 1, "sliver", pytest.approx(6), "d"],
    ]
    assert ledger["note"].iloc[0] == "20.0% of the first, 20.0% of the other, 16.67 m wide on average"


def test_nothing_is_said_of_a_clean_layer():
    found = find([square(0), square(100)])
    assert po.overlap_notes("parcels", ["a", "b"], found) == []
    assert po.overlap_ledger("parcels", ["a", "b"], found).empty


def test_parcels_that_fill_a_county_are_intersected_where_they_overlap():
    """Cells around random points, one in 25 of them a little too large: neighbours that touch cost a question
    each, an intersection is made only of what overlaps.
    """
    random = np.random.default_rng(5)
    frame = shapely.box(0, 0, 13_000, 13_000)
    points = shapely.multipoints(random.random((10_000, 2)) * 13_000)
    cells = shapely.intersection(shapely.get_parts(shapely.voronoi_polygons(points)), frame)
    swollen = random.choice(len(cells), 400, replace=False)
    cells[swollen] = shapely.buffer(cells[swollen], 3.0)
    with watched(po.shapely, "intersection") as cut, watched(po.shapely, "intersects") as asked:
        found = find(cells)
    assert len(found.pairs) > 2_000
    assert sum(len(one) for (one, _), _ in cut) <= 1.01 * len(found.pairs)
    assert sum(len(one) for (one, _), _ in asked) < 4 * len(cells)
    outside = shapely.area(shapely.difference(cells[swollen], frame)).sum()
    assert found.twice_m2 + found.pairs["area_m2"][found.pairs["sliver"]].sum() == pytest.approx(
        shapely.area(cells).sum() - outside - frame.area, rel=0.02
    )
