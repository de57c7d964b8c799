"""The whole study on the sample district: sums, searches, brute force, and a table that a person can review.

The table is goldens/sample_district.csv; run with LAND_RENEWAL_GOLDENS=write to write it anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from helpers import HA, KM, linked, profile, sample_raw, texts
from shapely.geometry.polygon import orient

from land_renewal.core.common import columns as std
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

GOLDEN = Path(__file__).resolve().parent / "goldens" / "sample_district.csv"
MOVING = std.SCENARIOS[1:]
EVERYTHING = [name for step in STEPS for name in step.writes]
STAYING = ["retain", "renew", "merge"]


def run(raw):
    return run_study(Study(raw, load_mapping(None), profile()), STEPS, EVERYTHING)


@pytest.fixture(scope="module")
def raw():
    return sample_raw(seed=1, parcels=1200)


@pytest.fixture(scope="module")
def study(raw):
    return run(raw)


@pytest.fixture(scope="module")
def land(study):
    """Everything known of a parcel in one table."""
    parcels = study["parcels"]
    land = pd.concat(
        [pd.DataFrame(parcels), study["levels"], study["control"], study["guidance"]["reclaim"]], axis=1
    )
    land["deficiency"] = study["deficiency"]["deficiency"]
    land["industrial"] = parcels["land_code"].str.startswith(("0601", "1001")).fillna(False).astype(bool)
    land["counted"] = land["industrial"] & (parcels["stage"] != "approved")
    land["vacant"] = land["industrial"] & parcels["stage"].isin(["approved", "supplied"])
    return land


def fates(study, name):
    return study[f"scenario_{name}"]


def figures(study, name):
    return study["scenario_summary"].set_index("scenario").loc[name]


# Nothing is lost.


def test_every_parcel_is_there_once(study, raw):
    assert study["parcels"]["parcel_id"].tolist() == raw["parcels"]["parcel_id"].tolist()
    assert study["parcels"]["parcel_id"].is_unique
    assert study["rejects.parcels"].empty
    for table in ("levels", "control", "deficiency", "guidance", *(f"scenario_{name}" for name in MOVING)):
        assert len(study[table]) == 1200, table


def test_areas_are_those_of_the_ellipsoid(study, raw):
    geodetic = raw["parcels"].to_crs(raw["parcels"].crs.geodetic_crs).geometry
    geod = pyproj.CRS(raw["parcels"].crs).get_geod()
    parts = geodetic.explode(index_parts=False)
    areas = pd.Series(
        [abs(geod.geometry_area_perimeter(orient(part))[0]) for part in parts], index=parts.index
    )
    expected = areas.groupby(level=0).sum()
    np.testing.assert_allclose(study["parcels"]["area_m2"], expected, rtol=1e-6)


@pytest.mark.parametrize("name", MOVING)
def test_every_industrial_parcel_has_exactly_one_fate(study, land, name):
    assert (fates(study, name)["fate"].isin(std.FATES) == land["industrial"]).all()


# Oracles.


def test_control_shares_as_by_brute_force(study, land):
    work = study.work
    shapes = study["parcels"].geometry.to_numpy()
    union = {
        line: shapely.union_all(study.raw[line].to_crs(work).geometry.to_numpy())
        for line in ("redline", "farmland", "boundary")
    }
    union["rigid"] = union["redline"].union(union["farmland"])
    for line, whole in union.items():
        expected = shapely.area(shapely.intersection(shapes, whole)) / shapely.area(shapes)
        np.testing.assert_allclose(land[f"{line}_share"], expected, atol=1e-7, err_msg=line)


def test_parcels_lie_in_the_park_that_covers_half_of_them(study, land):
    parks = study["parks"].merge(study["park_levels"], on="park_id")
    rank = parks["level"].map({"base": 2, "community": 1, "block": 0})
    shapes = study["parcels"].geometry.to_numpy()
    cover = (
        shapely.area(shapely.intersection(shapes[:, None], parks.geometry.to_numpy()[None, :]))
        / shapely.area(shapes)[:, None]
    )
    best = np.where(cover >= 0.5, rank.to_numpy() * 10 + cover, -1.0)
    expected = [parks["park_id"][row.argmax()] if row.max() >= 0 else None for row in best]
    assert texts(land["park_id"]) == expected


def test_clusters_as_by_breadth_first_search(study, land):
    block = (land["level"] == "block").to_numpy()
    shapes = study["parcels"].geometry.to_numpy()[block]
    label = np.array(linked(shapes, 30.0))
    enough = (np.bincount(label) >= 5) & (np.bincount(label, weights=shapely.area(shapes)) >= 5 * HA)
    expected = enough[label] | land["park_id"][block].notna().to_numpy()
    assert (land["block_kind"][block] == "cluster").tolist() == expected.tolist()


@pytest.mark.parametrize("name", std.SCENARIOS)
def test_patches_as_by_breadth_first_search(study, land, name):
    stays = land["counted"].to_numpy()
    if name != "status_quo":
        stays = stays & fates(study, name)["fate"].isin(STAYING).to_numpy()
    shapes = study["parcels"].geometry.to_numpy()
    tree, unseen, count = shapely.STRtree(shapes), set(np.flatnonzero(stays)), 0
    while unseen:
        queue, count = [unseen.pop()], count + 1
        while queue:
            beside = set(tree.query(shapes[queue.pop()], predicate="dwithin", distance=30.0)) & unseen
            unseen -= beside
            queue.extend(beside)
    assert figures(study, name)["patches"] == count
    assert figures(study, name)["mean_patch_m2"] == pytest.approx(land["area_m2"][stays].sum() / count)


# The rules of the scenarios, told anew from the results.


@pytest.mark.parametrize("name", MOVING)
def test_rigid_land_is_reclaimed_and_nothing_else(study, land, name):
    assert (fates(study, name)["fate"] == "reclaim").tolist() == land["reclaim"].fillna(False).astype(
        bool
    ).tolist()
    assert land["reclaim"].fillna(False)[(land["rigid_share"] > 0.5 + 1e-6) & land["industrial"]].all()


def test_large_concentration_moves_blocks_to_bases(study, land):
    found = fates(study, "large_concentration")
    moved = found["fate"] == "relocate"
    assert set(land["level"][moved]) == {"block"}
    bases = set(study["park_levels"].query("level == 'base'")["park_id"])
    assert set(found["dest_id"].dropna()) <= bases
    stayed = (
        land["industrial"]
        & (land["level"] == "block")
        & ~land["vacant"]
        & ~moved
        & (found["fate"] != "reclaim")
    )
    assert set(found["fate_reason"][stayed]) <= {"no_capacity", "no_receiver"}


def test_small_clustering_keeps_firms_in_their_town(study, land):
    found = fates(study, "small_clustering")
    moved = found["need_m2"].notna()
    towns, parks = study["towns"], study["parks"].set_index("park_id").geometry
    for dest, home in set(zip(found["dest_id"][moved], land["town_code"][moved])):
        town = towns.geometry[(towns["town_code"] == home).to_numpy()].union_all()
        assert parks[dest].intersection(town).area >= 0.1 * parks[dest].area, (dest, home)
    relocated = found["fate"] == "relocate"
    assert set(land["block_kind"][relocated]) == {"scattered"}
    assert "urban" not in set(land["urban_rural"][relocated])


def test_small_clustering_merges_small_lots_into_three_hectares(study, land):
    found = fates(study, "small_clustering")
    merged = found["fate"] == "merge"
    assert merged.sum() > 20
    assert (land["area_m2"][merged] < HA).all()
    groups = land[merged].groupby(found["dest_id"][merged])
    assert (groups["area_m2"].sum() >= 3 * HA - 1e-6).all()
    assert (groups["cluster_id"].nunique() == 1).all()
    for rows in groups.groups.values():
        assert set(linked(study["parcels"].geometry[rows].tolist(), 10.0)) == {0}


def test_clustering_with_parks_moves_over_short_distances(study, land):
    found = fates(study, "clustering_with_parks")
    moved = (found["fate"] == "relocate").to_numpy()
    parks = study["parks"].merge(study["park_levels"], on="park_id").set_index("park_id")
    block = land["cluster_id"].where(land["cluster_id"].notna(), land["parcel_id"])
    for row in np.flatnonzero(moved):
        dest = parks.loc[found["dest_id"][row]]
        members = study["parcels"].geometry[(block == block[row]).to_numpy() & moved]
        limit = {"base": 3 * KM, "community": 5 * KM}[dest["level"]]
        assert min(members.distance(dest.geometry)) <= limit


# The books.


@pytest.mark.parametrize("name", std.SCENARIOS)
def test_the_balance_closes(study, land, name):
    row = figures(study, name)
    assert abs(row["residual_m2"]) < 0.5
    assert row["before_m2"] == pytest.approx(land["area_m2"][land["counted"]].sum())
    assert row["after_m2"] == pytest.approx(row["before_m2"] - row["vacated_m2"] + row["taken_up_m2"])
    assert row["vacated_m2"] == pytest.approx(row["reclaimed_m2"] + row["reserved_m2"] + row["reused_m2"])
    assert row["taken_up_m2"] == pytest.approx(row["from_vacant_m2"] + row["from_expansion_m2"])
    assert row["quota_freed_m2"] == pytest.approx(row["vacated_m2"] - row["taken_up_m2"])
    assert row["quota_freed_m2"] >= -1e-6
    assert 0 <= row["solver_gap"] < 0.01


def test_nobody_receives_more_than_fits(study):
    receivers = study["receivers"]
    assert (receivers["received_m2"] <= receivers["capacity_m2"] + 1e-3).all()
    for name in MOVING:
        found, own = fates(study, name), receivers[receivers["scenario"] == name].set_index("park_id")
        sums = found.groupby("dest_id")["need_m2"].sum().reindex(own.index).fillna(0.0)
        np.testing.assert_allclose(own["received_m2"], sums)


def test_flows_carry_every_move_once(study, land):
    for name in MOVING:
        flows, found = study["flows"].query("scenario == @name"), fates(study, name)
        moved = found["need_m2"].notna()
        assert flows["parcels"].sum() == moved.sum()
        assert flows["area_m2"].sum() == pytest.approx(land["area_m2"][moved].sum())
        assert flows["cost"].sum() == pytest.approx(found["cost"].sum())


# What the scenarios cost, and whether they keep the principles.


def test_short_term_costs_fall_from_large_concentration_to_small_clustering(study):
    cost = study["scenario_summary"].set_index("scenario")["relocation_cost"]
    assert cost["large_concentration"] > cost["clustering_with_parks"] > cost["small_clustering"] > 0


@pytest.mark.parametrize("name", MOVING)
def test_every_scenario_has_room_or_says_what_is_missing(study, name):
    row, notes = figures(study, name), study.messages["scenarios"]
    assert f"{name}: the plan is within" in " ".join(notes)
    assert row["solver_gap"] <= 0.001
    short = study["shortages"].query("scenario == @name")
    assert row["no_capacity_parcels"] > 0
    assert short["missing_m2"].sum() == pytest.approx(row["missing_m2"])
    assert 0 < row["missing_m2"] <= row["short_m2"] + 1e-6
    assert f"{name}: {row['missing_m2'] / HA:.1f} ha of receiving land are missing" in row["findings"]


@pytest.mark.parametrize("name", MOVING)
def test_principles_are_judged_with_figures(study, name):
    row = figures(study, name)
    kept = row[["principle_volume", "principle_clustering", "principle_quality"]]
    assert kept.tolist() == [1, 1, 1]
    assert f"{row['before_m2'] / HA:,.1f} ha before" in row["principle_volume_text"]
    assert f"Patches {row['patches']}" in row["principle_clustering_text"]


def test_conflicts_are_those_of_the_parcels(study, land):
    table = study["conflicts"].set_index(["scenario", "line"])
    for name in MOVING:
        stays = land["counted"] & fates(study, name)["fate"].isin(STAYING)
        for line in ("redline", "farmland"):
            expected = (land[f"{line}_share"] * land["area_m2"])[stays].sum()
            assert table.loc[(name, line), "left_m2"] == pytest.approx(expected)
            removed = table.loc[(name, line), ["removed_m2", "left_m2"]].sum()
            assert removed == pytest.approx(table.loc[("status_quo", line), "before_m2"])


def test_phases_are_told_for_all_that_changes(study, land):
    for name in MOVING:
        found = fates(study, name)
        changes = found["fate"].notna() & (found["fate"] != "retain")
        assert (found["phase"].notna() == changes).all()
        row = figures(study, name)
        counted = sum(row[f"{phase}_m2"] for phase in std.PHASES)
        assert counted == pytest.approx(land["area_m2"][changes].sum())
        assert set(found["phase"][found["fate"] == "reclaim"]) == {"near"}


def test_no_scenario_is_beyond_the_frontier(study):
    for kind, table in study["frontier"].groupby("kind"):
        points, named = table[table["point"].notna()], table[table["scenario"].isin(MOVING)]
        assert (np.diff(points["cost"]) > 0).all(), kind
        assert (np.diff(points["value"]) > 0).all(), kind
        assert (named["value"] <= named["value_at_cost"] * 1.005).all(), kind
        assert (points["solver_gap"] <= 0.01).all(), kind


# The same again.


def test_the_same_district_gives_the_same_tables_bit_for_bit(study, raw):
    again = run({name: table.copy() for name, table in raw.items()})
    for step in STEPS:
        for name in step.writes:
            if study[name] is not None:
                found, expected = pd.DataFrame(again[name]), pd.DataFrame(study[name])
                pd.testing.assert_frame_equal(found, expected, check_exact=True, obj=name)


def test_the_order_of_rows_changes_nothing(study, raw):
    rng = np.random.default_rng(3)
    turned = {
        name: table.iloc[rng.permutation(len(table))].reset_index(drop=True) for name, table in raw.items()
    }
    again, ids = run(turned), turned["parcels"]["parcel_id"]
    place = pd.Index(study["parcels"]["parcel_id"]).get_indexer(ids)
    for name in ("levels", "control", "guidance", *(f"scenario_{name}" for name in MOVING)):
        expected = study[name].iloc[place].reset_index(drop=True)
        pd.testing.assert_frame_equal(
            again[name], expected, check_exact=False, rtol=1e-6, atol=1e-9, obj=name
        )
    assert texts(again["deficiency"]["deficiency"]) == texts(study["deficiency"]["deficiency"].iloc[place])


# The table to review.

_ROWS = (
    ("industrial land before", "ha", "before_m2"),
    ("reclaimed", "ha", "reclaimed_m2"),
    ("reserved", "ha", "reserved_m2"),
    ("reused", "ha", "reused_m2"),
    ("vacated", "ha", "vacated_m2"),
    ("taken up", "ha", "taken_up_m2"),
    ("quota freed", "ha", "quota_freed_m2"),
    ("industrial land after", "ha", "after_m2"),
    ("finds no room", "ha", "short_m2"),
    ("left in conflict with farmland", "ha", "conflict_farmland_m2"),
    ("left outside the boundary", "ha", "conflict_boundary_m2"),
    ("mean patch", "ha", "mean_patch_m2"),
    ("in bases and communities", "%", "share_in_main_clusters"),
    ("retained", "parcels", "retain_parcels"),
    ("renewed", "parcels", "renew_parcels"),
    ("merged", "parcels", "merge_parcels"),
    ("relocated", "parcels", "relocate_parcels"),
    ("reclaimed", "parcels", "reclaim_parcels"),
    ("reserved", "parcels", "reserve_parcels"),
    ("without a receiver", "parcels", "no_receiver_parcels"),
    ("without room", "parcels", "no_capacity_parcels"),
    ("patches", "count", "patches"),
    ("jobs moved", "persons", "jobs_moved"),
    ("jobs at risk", "persons", "jobs_at_risk"),
    ("exits", "parcels", "exits"),
    ("cost of the moves", "million CNY", "relocation_cost"),
    ("output", "10k CNY/km2", "output_per_km2"),
)
_SIZE = {"ha": HA, "%": 0.01, "million CNY": 100.0}


def review_table(study):
    """Figures of the scenarios, and parcels by level and by class, in the units a planner reads."""
    summary = study["scenario_summary"].set_index("scenario")
    rows = [
        [what, unit, *(summary[column].astype(float) / _SIZE.get(unit, 1.0)).round(1)]
        for what, unit, column in _ROWS
    ]
    levels = study["levels"]["level"].where(
        study["levels"]["block_kind"].isna(), study["levels"]["block_kind"]
    )
    for column in (levels, study["deficiency"]["deficiency"]):
        rows += [
            [f"is {name}", "parcels", *[float(count)] * 4]
            for name, count in column.value_counts().sort_index().items()
        ]
    return pd.DataFrame(rows, columns=["figure", "unit", *std.SCENARIOS])


def test_figures_are_those_that_were_reviewed(study):
    found = review_table(study)
    if os.environ.get("LAND_RENEWAL_GOLDENS") == "write":
        found.to_csv(GOLDEN, index=False, lineterminator="\n")
    expected = pd.read_csv(GOLDEN)
    assert found[["figure", "unit"]].values.tolist() == expected[["figure", "unit"]].values.tolist()
    # Another release of GEOS or of the solver may turn single parcels: one percent, or two parcels. Within
    # its gap the solver may leave out other parcels of the same land, and their jobs with them.
    columns = list(std.SCENARIOS)
    off = ~np.isclose(found[columns], expected[columns], rtol=0.01, atol=2.0).all(axis=1)
    assert not off.any(), f"Not as reviewed:\n{found[off].to_string()}\nbut:\n{expected[off].to_string()}"
