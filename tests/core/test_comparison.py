"""The row of figures each scenario is compared by."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from helpers import HA, base, community, district, firms, layer, linked, parcels, parks, play, row_of, square

from land_renewal.core.scenarios.situation import patches

FAR = 50_000.0
EVERYWHERE = shapely.box(-1e6, -1e6, 1e6, 1e6)


def zones(*rows, vacant=1e7):
    return parks(*rows).assign(vacant_m2=vacant)


def moved(land, *rows, name="large_concentration", **more):
    """Figures of a scenario that moves every block into the base."""
    return play(name, land, zones(*(rows or [base()])), **more).summary


def three():
    """One parcel in the base, two lone blocks of 1 ha and 4 ha that move."""
    return parcels([square(100), square(FAR), square(2 * FAR, side=200)], town=["W", "W", "E"])


def test_parcels_are_counted_by_fate():
    found = moved(three(), deficiency=["green", "none", "none"])
    counts = {
        name: found[f"{name}_parcels"]
        for name in ("retain", "renew", "merge", "relocate", "reclaim", "reserve")
    }
    assert counts == {"retain": 0, "renew": 1, "merge": 0, "relocate": 2, "reclaim": 0, "reserve": 0}
    assert found["parcels"] == 3


def test_movers_that_stay_are_counted_by_reason():
    assert moved(three(), community())["no_receiver_parcels"] == 2
    tight = play("large_concentration", three(), zones(base(), vacant=1.5 * HA)).summary
    assert (tight["no_capacity_parcels"], tight["relocate_parcels"]) == (1, 1)
    assert tight["short_m2"] == pytest.approx(4 * HA)


def test_the_balance_is_part_of_the_row():
    found = moved(three())
    assert found["vacated_m2"] == pytest.approx(5 * HA)
    assert found["taken_up_m2"] == pytest.approx(5 * HA)
    assert found["quota_freed_m2"] == pytest.approx(0, abs=1e-6)


# Patches.


def kept_patches(shapes, kept, industrial=None):
    codes = (
        ["0601"] * len(shapes) if industrial is None else ["0601" if yes else "0701" for yes in industrial]
    )
    place, _ = district(parcels(shapes, land_code=codes))
    return patches(place, np.array(kept))


def test_parcels_within_thirty_metres_form_a_patch():
    assert kept_patches(row_of(3, gap=30), [True] * 3) == (1, pytest.approx(3 * HA))
    assert kept_patches(row_of(3, gap=31), [True] * 3) == (3, pytest.approx(HA))


def test_a_parcel_that_leaves_splits_its_patch():
    assert kept_patches(row_of(5), [True, True, False, True, True]) == (2, pytest.approx(2 * HA))


def test_no_land_has_no_patches():
    assert kept_patches(row_of(2), [False, False]) == (0, 0.0)


def test_patches_of_a_field_as_by_breadth_first_search():
    rng = np.random.default_rng(5)
    shapes = [
        square(x, y, side) for x, y, side in zip(*(rng.random((2, 150)) * 3500), 30 + 120 * rng.random(150))
    ]
    industrial, kept = rng.random(150) < 0.8, rng.random(150) < 0.7
    kept &= industrial
    count, mean = kept_patches(shapes, kept, industrial)
    left = [shape for shape, stays in zip(shapes, kept) if stays]
    assert count == max(linked(left, 30.0)) + 1
    assert 20 < count < 80
    assert mean == pytest.approx(sum(shape.area for shape in left) / count)


def test_vacated_land_leaves_its_patch():
    assert play("status_quo", three(), zones(base())).summary["patches"] == 3
    assert moved(three())["patches"] == 1


# Where industry is after the scenario.


def test_land_in_bases_and_communities_includes_what_they_received():
    assert play("status_quo", three(), zones(base())).summary["share_in_main_clusters"] == pytest.approx(
        1 / 6
    )
    assert moved(three())["share_in_main_clusters"] == pytest.approx(1.0)


def test_share_inside_the_boundary_is_by_land_and_unknown_without_one():
    lines = {"boundary": shapely.box(-10, -10, FAR + 50, 3000)}  # half of the 1 ha block
    assert play("status_quo", three(), zones(base()), lines=lines).summary[
        "share_inside_boundary"
    ] == pytest.approx(1.5 / 6)
    assert moved(three())["share_inside_boundary"] is None


# People.


def test_firms_and_jobs_that_move():
    found = moved(three(), firms=firms(3, firms=[1, 2, 0.5], jobs=[99, 30, np.nan]))
    assert (found["firms_moved"], found["jobs_moved"]) == (2.5, 30)


def test_unknown_jobs_of_all_movers_are_unknown_and_not_zero():
    assert moved(three())["jobs_moved"] is None


def test_where_nobody_moves_no_jobs_move():
    assert play("status_quo", three(), zones(base())).summary["jobs_moved"] == 0


def towns():
    return layer(
        [shapely.box(-1e6, -1e6, 1.5 * FAR, 1e6), shapely.box(1.5 * FAR, -1e6, 1e6, 1e6)], town=["W", "E"]
    )


def test_jobs_at_risk_are_those_that_leave_their_town():
    found = moved(three(), towns=towns(), firms=firms(3, jobs=[99, 30, 50]))
    assert found["jobs_at_risk"] == 50


def test_jobs_at_risk_include_exits():
    found = moved(three(), towns=towns(), firms=firms(3, jobs=[99, 30, 50]), reclaim=[True, False, False])
    assert found["exits"] == 0, "the firm in the base finds room in the base"
    gone = play(
        "large_concentration",
        three(),
        zones(base(), vacant=0),
        towns=towns(),
        firms=firms(3, jobs=[99, 30, 50]),
        reclaim=[True, False, False],
    ).summary
    assert (gone["exits"], gone["jobs_at_risk"]) == (1, 99)


def test_jobs_at_risk_are_unknown_where_towns_are():
    found = moved(three().drop(columns="town"), firms=firms(3, jobs=[99, 30, 50]))
    assert found["jobs_at_risk"] is None


def test_towns_gain_and_lose_tax():
    found = moved(three(), towns=towns(), firms=firms(3, tax=[5, 10, 20]))
    assert (found["towns_gain"], found["towns_lose"]) == ("W", "E")


def test_tax_that_moves_within_its_town_is_no_gain():
    found = moved(three().iloc[:2], towns=towns(), firms=firms(2, tax=[5, 10]))
    assert (found["towns_gain"], found["towns_lose"]) == (None, None)


# Money.


def test_output_per_km2_divides_known_output_by_the_land_after():
    # 6 ha of land after; 100 + 200 known, the third unknown.
    found = moved(three(), firms=firms(3, output=[100, 200, np.nan]))
    assert found["output_per_km2"] == pytest.approx(300 / 0.06)
    assert found["output_known_parcels"] == 2


def test_movers_bring_their_output_times_the_uplift():
    found = moved(three(), firms=firms(3, output=[100, 200, np.nan]), output_uplift=1.5)
    assert found["output_per_km2"] == pytest.approx((100 + 300) / 0.06)


def test_firms_that_exit_bring_nothing():
    found = play(
        "large_concentration",
        three(),
        zones(base(), vacant=0),
        reclaim=[False, True, False],
        firms=firms(3, tax=[10, 20, 30]),
    ).summary
    assert found["tax_per_km2"] == pytest.approx(40 / 0.05)


def test_figures_are_compared_with_targets_only_where_there_are_any():
    table = firms(3, output=[100, 200, 300], tax=[6, 6, 6])
    found = moved(three(), firms=table, target_tax=600.0)
    assert found["tax_to_target"] == pytest.approx(18 / 0.06 / 600)
    assert found["output_to_target"] is None


def test_unknown_output_is_unknown():
    found = moved(three())
    assert (found["output_per_km2"], found["output_known_parcels"]) == (None, 0)


def test_cost_is_that_of_the_moves():
    outcome = play("large_concentration", three(), zones(base()))
    assert outcome.summary["relocation_cost"] == pytest.approx(np.nansum(outcome.cost))


# Conflicts with lines and with the plan.


def test_conflict_is_the_land_that_stays_under_a_line():
    lines = {"redline": shapely.box(100, 0, 130, 500), "farmland": shapely.box(FAR, 0, FAR + 20, 500)}
    found = moved(three(), lines=lines)
    assert found["conflict_redline_m2"] == pytest.approx(3000)
    assert found["conflict_farmland_m2"] == 0
    assert found["rigid_recovered_m2"] == pytest.approx(2000)
    assert found["conflict_boundary_m2"] is None


def test_conflict_with_the_boundary_and_the_plan_is_the_land_outside():
    plan = layer([shapely.box(0, 0, 175, 1000)], planned_use=["1001"])
    found = moved(three(), lines={"boundary": shapely.box(-10, -10, 1500, 2500)}, plan=plan)
    assert found["conflict_boundary_m2"] == pytest.approx(0, abs=1e-6)
    assert found["conflict_plan_m2"] == pytest.approx(2500)


def test_the_plan_of_the_solver_is_reported_with_its_bound():
    found = moved(three())
    assert found["solver_bound"] <= found["solver_objective"] * (1 + 1e-9)
    assert found["solver_gap"] == pytest.approx(0, abs=1e-9)


def test_findings_are_in_the_row():
    assert "there is no base that can receive" in moved(three(), community())["findings"]
    assert moved(three())["findings"] is None
