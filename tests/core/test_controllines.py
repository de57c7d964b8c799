"""Control lines: tolerance for slivers, one union of rigid lines, unknown where a line was not supplied."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from helpers import HA, layer, parcels, rules, said, square

from land_renewal.core.levels.controllines import ControlRules, control_shares, planned_industrial_share

NOT_SUPPLIED = None


def shares(land, redline=NOT_SUPPLIED, farmland=NOT_SUPPLIED, boundary=NOT_SUPPLIED, **changes):
    lines = {"redline": redline, "farmland": farmland, "boundary": boundary}
    lines = {name: None if shapes is None else layer(shapes) for name, shapes in lines.items()}
    return control_shares(land, lines, rules(ControlRules, **changes))


def strip(width, x=0.0):
    """Covers ``width`` metres of a parcel that starts at ``x``."""
    return shapely.box(x - 50, -50, x + width, 5000)


NOWHERE = [square(90_000)]


def test_small_parcel_may_overlap_by_ten_square_metres():
    land = parcels([square(0, side=50.0)])  # 2,500 m2: 0.1 % would be 2.5 m2
    assert said(shares(land, [strip(10 / 50)])["redline_encroaching"]) == [False]
    assert said(shares(land, [strip(10.1 / 50)])["redline_encroaching"]) == [True]


def test_large_parcel_may_overlap_by_a_thousandth():
    land = parcels([square(0, side=400.0)])  # 160,000 m2: 0.1 % is 160 m2
    assert said(shares(land, [strip(159.9 / 400)])["farmland_encroaching"]) == [None]
    assert said(shares(land, NOWHERE, [strip(159.9 / 400)])["farmland_encroaching"]) == [False]
    assert said(shares(land, NOWHERE, [strip(160.5 / 400)])["farmland_encroaching"]) == [True]


def test_a_sliver_still_shows_in_the_share():
    found = shares(parcels([square(0)]), [strip(0.05)])
    assert found["redline_share"].tolist() == [pytest.approx(5 / HA)]
    assert said(found["redline_encroaching"]) == [False]


def test_rigid_share_is_the_union_of_both_lines():
    # Red line over the left 60 m, farmland over 40-90 m: 20 m of them are shared.
    found = shares(parcels([square(0)]), [strip(60)], [shapely.box(40, -10, 90, 110)])
    assert found["redline_share"].tolist() == [0.6]
    assert found["farmland_share"].tolist() == [0.5]
    assert found["rigid_share"].tolist() == [pytest.approx(0.9)]


def test_overlapping_features_of_one_line_count_once():
    found = shares(parcels([square(0)]), [strip(60), strip(50)])
    assert found["redline_share"].tolist() == [0.6]


def test_the_boundary_is_not_rigid():
    found = shares(parcels([square(0)]), NOWHERE, NOWHERE, [strip(100)])
    assert found["boundary_share"].tolist() == [1.0]
    assert found["rigid_share"].tolist() == [0.0]
    assert said(found["encroaching"]) == [False]


def test_the_profile_says_which_lines_are_rigid():
    found = shares(parcels([square(0)]), [strip(60)], [strip(90)], rigid_lines=("redline",))
    assert found["rigid_share"].tolist() == [0.6]
    assert found["farmland_share"].tolist() == [0.9]


def test_half_inside_the_boundary_is_inside():
    land = parcels([square(0), square(1000)])
    found = shares(land, boundary=[strip(50), shapely.box(900, -50, 1049.9, 200)])
    assert found["boundary_share"].tolist() == [0.5, pytest.approx(0.499)]
    assert said(found["inside_boundary"]) == [True, False]


def test_a_line_not_supplied_is_unknown():
    found = shares(parcels([square(0)]))
    assert found[["redline_share", "farmland_share", "boundary_share", "rigid_share"]].isna().all(axis=None)
    flags = found[["redline_encroaching", "farmland_encroaching", "encroaching", "inside_boundary"]]
    assert flags.isna().all(axis=None)


def test_with_one_rigid_line_missing_encroaching_is_yes_or_unknown():
    found = shares(parcels([square(0), square(1000)]), redline=[strip(40)])
    assert said(found["redline_encroaching"]) == [True, False]
    assert said(found["encroaching"]) == [True, None]
    assert found["rigid_share"].tolist() == [0.4, 0.0]


def test_a_line_supplied_and_nowhere_near_is_a_pass():
    found = shares(parcels([square(0)]), NOWHERE, NOWHERE)
    assert found["rigid_share"].tolist() == [0.0]
    assert said(found["encroaching"]) == [False]


def test_share_of_a_parcel_without_land_is_unknown():
    found = shares(parcels([shapely.Polygon(), square(0)]), [strip(50)], [strip(50)], [strip(50)])
    assert np.isnan(found["rigid_share"][0])
    assert found["rigid_share"][1] == 0.5
    assert said(found["encroaching"]) == [None, True]


def test_results_carry_the_index_of_the_parcels():
    land = parcels([square(0), square(1000)]).set_axis([8, 2])
    assert shares(land, [strip(50)])["redline_share"].to_dict() == {8: 0.5, 2: 0.0}


def test_planned_share_counts_only_industrial_codes():
    plan = layer([strip(30), shapely.box(30, 0, 100, 100)], planned_use=["100101", "0701"])
    assert planned_industrial_share(parcels([square(0)]), plan, ("0601", "1001")).tolist() == [
        pytest.approx(0.3)
    ]


def test_planned_share_without_a_plan_is_unknown():
    assert planned_industrial_share(parcels([square(0)]), None, ("1001",)).isna().all()
