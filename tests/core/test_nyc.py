"""The whole study on real land: 3,133 tax lots of New York and four industrial business zones."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import HA, KM, linked, texts

from land_renewal.core.common import columns as std
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

FEET = 2263
KM2 = KM * KM


def read(path):
    """A layer by GDAL, without QGIS."""
    ogr = pytest.importorskip("osgeo.ogr")
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    names = [field.GetName() for field in layer.schema]
    rows, shapes = [], []
    for feature in layer:
        rows.append([feature.GetField(name) for name in names])
        shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=names), geometry=shapes, crs=FEET)


@pytest.fixture(scope="module")
def lots(shared_data):
    return read(shared_data / "nyc" / "lots.gpkg")


@pytest.fixture(scope="module")
def nyc(shared_data, lots):
    raw = {"parcels": lots, "parks": read(shared_data / "nyc" / "zones.gpkg")}
    study = Study(raw, load_mapping("nyc"), load_profile("nyc"))
    return run_study(study, STEPS, [name for step in STEPS for name in step.writes])


@pytest.fixture(scope="module")
def industrial(lots):
    return (lots["LandUse"] == "06").to_numpy()


def fates(nyc, name):
    return nyc[f"scenario_{name}"]


def test_no_lot_is_lost(nyc, lots):
    assert nyc["parcels"]["parcel_id"].tolist() == lots["BBL"].astype("int64").astype(str).tolist()
    assert nyc["parcels"]["source_row"].tolist() == list(range(3133))
    assert nyc["rejects.parcels"].empty


def test_industrial_land_in_the_zones(nyc, lots, industrial):
    inside = nyc["parcels"][industrial & lots["ibz"].notna().to_numpy()]
    assert len(inside) == 1296
    assert inside["stated_m2"].sum() / HA == pytest.approx(518.03, abs=0.01)
    assert inside["area_m2"].sum() / HA == pytest.approx(524.25, rel=1e-3)


def test_west_shore_is_the_base_and_the_others_are_communities_with_a_note(nyc):
    parks = nyc["park_levels"].set_index("park_id")
    assert parks["level"].to_dict() == {
        "maspeth": "community",
        "north_bk": "community",
        "port_morris": "community",
        "west_shore": "base",
    }
    assert parks.loc["west_shore", "park_m2"] / KM2 == pytest.approx(8.00, abs=0.01)
    assert texts(parks["level_note"]) == [
        "Status of a base, but 2.91 km2 against more than 4 km2.",
        "Status of a base, but 3.55 km2 against more than 4 km2.",
        "Status of a base, but 1.44 km2 against more than 4 km2.",
        None,
    ]


def test_lots_of_a_zone_belong_to_it(nyc, lots):
    zone = lots["ibz"].where(lots["ibz"].notna(), None)
    elsewhere = np.array([own != found for own, found in zip(zone, texts(nyc["levels"]["park_id"]))])
    # One vacant lot is a sliver of some square centimetres that lies mostly outside its zone.
    assert elsewhere.sum() == 1
    assert nyc["parcels"]["area_m2"][elsewhere].iloc[0] < 0.01


def test_lots_outside_the_zones_are_blocks(nyc, lots, industrial):
    outside = nyc["levels"][industrial & lots["ibz"].isna().to_numpy()]
    assert set(outside["level"]) == {"block"}
    assert outside["block_kind"].value_counts().to_dict() == {"cluster": 373, "scattered": 167}


def test_clusters_as_by_breadth_first_search(nyc):
    block = (nyc["levels"]["level"] == "block").to_numpy()
    shapes = nyc["parcels"].geometry.to_numpy()[block]
    label = np.array(linked(shapes, 30.0))
    area = np.bincount(label, weights=shapely.area(shapes))
    expected = (np.bincount(label) >= 5) & (area >= 5 * HA)
    assert (nyc["levels"]["block_kind"][block] == "cluster").tolist() == expected[label].tolist()


def test_only_the_tax_test_can_be_made(nyc, lots, industrial):
    tested = nyc["deficiency"][industrial]
    for layer in ("green", "efficiency", "quality", "safety"):
        assert tested[f"{layer}_fail"].isna().all()
    assert tested["deficiency"].value_counts().to_dict() == {"unknown": 1756, "equity": 80}
    known = (lots["AssessTot"] > 0).to_numpy()[industrial]
    assert tested["reliability"].tolist() == np.where(known, 0.2, 0.0).tolist()
    assert (tested["equity_fail"].notna().to_numpy() == known).all()
    assert nyc["deficiency"][~industrial].isna().all(axis=None)


@pytest.mark.parametrize("name", std.SCENARIOS[1:])
def test_every_industrial_lot_has_exactly_one_fate(nyc, industrial, name):
    assert industrial.sum() == 1836
    assert (fates(nyc, name)["fate"].isin(std.FATES).to_numpy() == industrial).all()
    assert fates(nyc, name)[~industrial].isna().all(axis=None)


def test_in_large_concentration_all_blocks_go_to_west_shore(nyc, lots, industrial):
    outside = industrial & lots["ibz"].isna().to_numpy()
    found = fates(nyc, "large_concentration")
    assert (found["fate"] == "relocate").tolist() == outside.tolist()
    assert set(found["dest_id"][outside]) == {"west_shore"}


def test_in_small_clustering_scattered_lots_move_within_their_community_district(nyc, lots, industrial):
    scattered = (nyc["levels"]["block_kind"] == "scattered").to_numpy()
    served = set(lots["CD"][lots["ibz"].notna() & (lots["ibz"] != "west_shore")])
    found = fates(nyc, "small_clustering")
    moved = (found["fate"] == "relocate").to_numpy()
    assert not (moved & ~scattered).any()
    assert set(lots["CD"][moved]) <= served
    # Community district 401 holds no zone.
    alone = scattered & (lots["CD"].astype(str) == "401").to_numpy()
    assert alone.sum() > 0
    assert set(found["fate_reason"][alone]) == {"no_receiver"}


def test_small_lots_do_not_reach_three_hectares_anywhere(nyc):
    block = (nyc["levels"]["block_kind"] == "cluster").to_numpy()
    small = block & (nyc["parcels"]["area_m2"] < HA).to_numpy()
    shapes = nyc["parcels"].geometry.to_numpy()[small]
    groups = np.array(linked(shapes, 10.0))
    largest = np.bincount(groups, weights=shapely.area(shapes)).max()
    merged = (fates(nyc, "small_clustering")["fate"] == "merge").any()
    assert merged == (largest >= 3 * HA)


def test_in_clustering_with_parks_scattered_lots_move_to_communities_within_five_kilometres(nyc):
    found = fates(nyc, "clustering_with_parks")
    moved = (found["fate"] == "relocate").to_numpy()
    assert (nyc["levels"]["block_kind"][moved] == "scattered").all()
    zones = nyc["parks"].set_index("park_id").geometry
    origins = nyc["parcels"].geometry[moved]
    gaps = [shape.distance(zones[dest]) for shape, dest in zip(origins, found["dest_id"][moved])]
    assert max(gaps) <= 5 * KM


def test_no_zone_receives_more_than_its_vacant_land(nyc, lots):
    vacant = nyc["parcels"]["area_m2"].groupby(lots["ibz"].where(lots["LandUse"] == "11")).sum()
    receivers = nyc["receivers"]
    assert receivers["capacity_m2"].to_numpy() == pytest.approx(vacant[receivers["park_id"]].to_numpy())
    assert (receivers["received_m2"] <= receivers["capacity_m2"] * (1 + 1e-9)).all()
    assert set(receivers["scenario"]) == set(std.SCENARIOS[1:])


def test_the_balances_close(nyc, industrial):
    summary = nyc["scenario_summary"].set_index("scenario")
    area = nyc["parcels"]["area_m2"][industrial].sum()
    assert (summary["residual_m2"].abs() < 0.5).all()
    assert summary["before_m2"].to_numpy() == pytest.approx(area)
    assert (summary["quota_freed_m2"] >= -1e-6).all()
    assert (summary["taken_up_m2"] <= summary["vacated_m2"] + 1e-6).all()
    assert (summary["solver_gap"] < 0.001).all()
    assert (summary["principle_volume"][1:] == 1).all()


def test_who_finds_no_room_is_told_with_the_land_that_is_missing(nyc):
    summary = nyc["scenario_summary"].set_index("scenario")
    stuck = summary["no_capacity_parcels"] > 0
    assert (summary["missing_m2"][stuck] > 0).all()
    assert (summary["missing_m2"][~stuck] == 0).all()
    assert set(nyc["shortages"]["scenario"]) == set(summary.index[stuck])


def test_patches_as_by_breadth_first_search(nyc, industrial):
    summary = nyc["scenario_summary"].set_index("scenario")
    shapes = nyc["parcels"].geometry.to_numpy()
    tree = shapely.STRtree(shapes)
    for name in std.SCENARIOS[1:]:
        stays = fates(nyc, name)["fate"].isin(["retain", "renew", "merge"]).to_numpy()
        assert summary.loc[name, "patches"] == count_patches(shapes, stays, tree), name
    assert summary.loc["status_quo", "patches"] == count_patches(shapes, industrial, tree)


def count_patches(shapes, stays, tree):
    """Walk from neighbour to neighbour."""
    unseen, count = set(np.flatnonzero(stays)), 0
    while unseen:
        queue, count = [unseen.pop()], count + 1
        while queue:
            beside = set(tree.query(shapes[queue.pop()], predicate="dwithin", distance=30.0)) & unseen
            unseen -= beside
            queue.extend(beside)
    return count
