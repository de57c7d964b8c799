"""The sample district: exact, repeatable, sound as land, and as gappy as a real register."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from land_renewal.core.common.columns import ENTERPRISES, PARCELS, PARKS, REGISTRY
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.space import project, work_crs
from land_renewal.core.sample.sample import WASTEFUL_PARK, sample_district
from land_renewal.core.sample.sample_names import credit_codes

KEYS = {
    "parcels",
    "parks",
    "enterprises",
    "towns",
    "roads",
    "redline",
    "farmland",
    "boundary",
    "plan",
    "pois",
}
POLYGONS = {"Polygon", "MultiPolygon"}


def digest(district) -> str:
    """A hash of every value and every coordinate, in order."""
    total = hashlib.sha256()
    for name in sorted(district):
        table = district[name]
        total.update(name.encode())
        for column in table.columns.drop("geometry"):
            total.update(column.encode() + "\x1f".join(map(repr, table[column].tolist())).encode())
        for one in shapely.to_wkb(table.geometry.to_numpy(), byte_order=1):
            total.update(one or b"-")
    return total.hexdigest()


@pytest.fixture(scope="module")
def district():
    return sample_district(seed=1, parcels=1200)


@pytest.fixture(scope="module")
def parcel_shapes(district):
    return district["parcels"].geometry.to_numpy()


@pytest.fixture(scope="module")
def ground(district):
    return shapely.union_all(district["towns"].geometry.to_numpy())


@pytest.fixture(scope="module")
def location(district):
    """The park of each parcel (-1 outside) and its level by status and measured area, found by geometry."""
    parks, parcels = district["parks"], district["parcels"]
    inside, park = shapely.STRtree(parks.geometry.to_numpy()).query(
        shapely.point_on_surface(parcels.geometry.to_numpy()), "within"
    )
    number = np.full(len(parcels), -1)
    number[inside] = park
    km2 = shapely.area(parks.geometry.to_numpy()) / 1e6
    status = parks["zone_type"].isin(["economic", "hightech"]).to_numpy()
    wide = status | parks["admin_level"].isin(["national", "provincial", "municipal"]).to_numpy()
    level = np.where(status & (km2 > 4), "base", np.where(wide & (km2 > 1), "community", "cluster"))
    return number, np.where(number < 0, "scattered", level[number])


@pytest.fixture(scope="module")
def firms(district, parcel_shapes, location):
    """The firms that lie on a parcel, with their parcel's row, land (shared equally) and level."""
    table = district["enterprises"]
    placed = table[table.geometry.notna()]
    row, parcel = shapely.STRtree(parcel_shapes).query(placed.geometry.to_numpy(), "within")
    table = placed.iloc[row].assign(parcel=parcel, level=location[1][parcel], park=location[0][parcel])
    alone = ~table["parcel"].duplicated(keep=False)
    land = district["parcels"]["area_m2"].to_numpy()[parcel] / 1e6
    return table.assign(km2=land)[alone]


def industrial(parcels) -> pd.Series:
    return parcels["land_code"].str.match("0601|1001")


def test_tables_and_crs(district):
    assert set(district) == KEYS
    assert all(table.crs.to_epsg() == 4526 for table in district.values())
    xmin, _, xmax, _ = district["parcels"].total_bounds
    assert 38_400_000 < xmin < xmax < 38_600_000


def test_columns_are_standard(district):
    for name, columns in (("parcels", PARCELS), ("parks", PARKS), ("enterprises", ENTERPRISES)):
        assert set(district[name].columns) <= {column.name for column in columns} | {"geometry"}
    assert set(ENTERPRISES) - {REGISTRY[c] for c in district["enterprises"].columns.drop("geometry")} == set()
    assert not set(district["parcels"]) & {"output", "tax", "industry", "eia_passed"}


def test_types_follow_the_conventions(district):
    for name in ("parcels", "parks", "enterprises"):
        table = district[name]
        for column in table.columns.drop("geometry"):
            kind = REGISTRY[column].kind
            expected = {"flag": "boolean", "number": "float64", "integer": "int64"}.get(kind, "object")
            assert str(table[column].dtype) == expected, (name, column)
            if expected == "object":
                assert {type(value) for value in table[column]} <= {str, type(None)}, (name, column)


@pytest.mark.parametrize("parcels", [60, 61, 333, 1000, 2500])
def test_the_count_is_exact(parcels):
    made = sample_district(seed=5, parcels=parcels)["parcels"]
    assert len(made) == parcels
    assert made["parcel_id"].is_unique


@pytest.mark.parametrize(("seed", "parcels"), [(1, 59), (1, 0), (-1, 1200)])
def test_refuses_what_it_cannot_make(seed, parcels):
    with pytest.raises(LandRenewalError, match=r"at least 60 parcels"):
        sample_district(seed=seed, parcels=parcels)


def test_same_seed_same_bytes(district):
    assert digest(sample_district(seed=1, parcels=1200)) == digest(district)


def test_same_bytes_in_another_process():
    """String hashes, and with them the order of sets, differ between the two processes."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:3]; import conftest, test_sample as t; "
        "print(t.digest(t.sample_district(seed=7, parcels=200)))"
    )
    here = Path(__file__).resolve().parent
    found = set()
    for salt in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": salt}
        done = subprocess.run(
            [sys.executable, "-c", code, str(here.parent), str(here)],
            capture_output=True, text=True, check=True, env=environment,
        )  # fmt: skip
        found.add(done.stdout.strip().splitlines()[-1])
    assert found == {digest(sample_district(seed=7, parcels=200))}


def test_seeds_differ():
    first, second = (sample_district(seed=seed, parcels=100)["parcels"] for seed in (1, 2))
    assert not np.intersect1d(shapely.to_wkb(first.geometry), shapely.to_wkb(second.geometry)).size


def test_geometry_is_sound(district, parcel_shapes):
    for name, table in district.items():
        shapes = table.geometry.dropna()
        assert shapes.is_valid.all(), name
        assert not shapes.is_empty.any(), name
    for name in KEYS - {"enterprises", "roads", "pois"}:
        assert set(district[name].geom_type) <= POLYGONS, name
    assert (district["parcels"].geom_type == "MultiPolygon").sum() in range(1, 10)
    corners = shapely.get_coordinates(parcel_shapes)
    assert np.array_equal(np.round(corners, 3), corners)


def test_parcels_do_not_overlap(parcel_shapes):
    one, two = shapely.STRtree(parcel_shapes).query(parcel_shapes, "intersects")
    pairs = one < two
    assert pairs.sum() > 300  # many adjoin
    assert shapely.area(shapely.intersection(parcel_shapes[one[pairs]], parcel_shapes[two[pairs]])).max() == 0


def test_everything_lies_in_the_district(district, parcel_shapes, ground):
    shapely.prepare(ground)
    assert shapely.contains_properly(ground, parcel_shapes).all()
    assert shapely.contains_properly(ground, district["parks"].geometry.to_numpy()).all()
    for name in ("redline", "farmland", "boundary"):
        shapes = district[name].geometry.to_numpy()
        outside = shapely.area(shapes).sum() - shapely.area(shapely.intersection(shapes, ground)).sum()
        assert outside < 1e-4 * shapely.area(shapes).sum(), name


def test_towns_share_their_borders(district, ground):
    towns = district["towns"]
    assert len(towns) == 8
    assert ground.geom_type == "Polygon"
    assert not len(ground.interiors)
    assert abs(shapely.area(towns.geometry.to_numpy()).sum() - ground.area) < 0.1
    assert towns["town_code"].str.fullmatch(r"990101\d{3}").all()
    counts = district["parcels"].groupby("town_code").size()
    assert set(counts.index) == set(towns["town_code"])
    assert counts.min() > 30


def test_area_is_ellipsoidal(district, parcel_shapes):
    parcels = district["parcels"]
    equal_area = project(parcels, work_crs(parcels.crs, tuple(parcels.total_bounds)))
    assert np.allclose(parcels["area_m2"], shapely.area(equal_area.geometry.to_numpy()), atol=0.01)
    known = parcels["stated_m2"].dropna() / parcels["area_m2"]
    assert 0.95 < (abs(known - 1) < 0.02).mean() < 1
    assert 2 <= (abs(known - 1) > 0.1).sum() <= 30


def test_parks_by_level(district):
    parks = district["parks"].set_index("park_id")
    km2 = pd.Series(shapely.area(parks.geometry.to_numpy()) / 1e6, parks.index)
    assert km2["P001"] > 4
    assert tuple(parks.loc["P001", ["admin_level", "zone_type"]]) == ("county", "economic")
    hightech = parks["zone_type"].eq("hightech")
    assert hightech.sum() == 1
    assert 2.5 < km2[hightech].item() < 3.5
    communities = parks["admin_level"].eq("municipal")
    assert communities.sum() in (3, 4, 5)
    assert km2[communities].between(1.1, 3).all()
    assert parks.loc[WASTEFUL_PARK, "admin_level"] == "municipal"
    small = parks["admin_level"].isin(["county", "town"]) & parks["zone_type"].eq("other")
    assert small.sum() >= 3
    assert km2[small].between(0.09, 0.85).all()


def test_mix_of_land(district, location):
    parcels = district["parcels"]
    assert 0.08 <= 1 - industrial(parcels).mean() <= 0.12
    stages = parcels["stage"].value_counts(normalize=True)
    assert stages["built"] == pytest.approx(0.93, abs=0.005)
    assert stages["approved"] == pytest.approx(0.03, abs=0.012)
    land = parcels["area_m2"][industrial(parcels)].groupby(location[1][industrial(parcels)]).sum()
    assert 0.33 < land[["cluster", "scattered"]].sum() / land.sum() < 0.47


def test_every_town_has_scattered_works_but_not_every_town_a_receiver(district, location):
    town = district["parcels"]["town"]
    assert town[location[1] == "scattered"].nunique() == 8
    assert 4 <= town[np.isin(location[1], ["base", "community"])].nunique() < 8


def test_bases_take_most_but_not_all_of_the_blocks(district, location):
    parcels, parks = district["parcels"], district["parks"]
    moving = (
        np.isin(location[1], ["cluster", "scattered"]) & industrial(parcels) & (parcels["stage"] == "built")
    )
    base = parks[parks["park_id"] == "P001"]
    capacity = (base["vacant_m2"] + base["expansion_m2"]).item()
    # Land for land: without a target plot ratio a mover takes as much land as it leaves.
    assert 0.75 < capacity / parcels["area_m2"][moving].sum() < 0.95


def test_control_lines_touch_some_works(district, parcel_shapes):
    for name, least, most in (("farmland", 40, 300), ("redline", 3, 60)):
        line = shapely.union_all(district[name].geometry.to_numpy())
        shapely.prepare(line)
        touched, inside = shapely.intersects(line, parcel_shapes), shapely.contains(line, parcel_shapes)
        assert least <= touched.sum() <= most, name
        assert inside.any(), name
        assert (touched & ~inside).any(), name
    boundary = shapely.union_all(district["boundary"].geometry.to_numpy())
    large = district["parks"]["zone_type"].ne("other") | district["parks"]["admin_level"].eq("municipal")
    parks = district["parks"].geometry.to_numpy()[large]
    assert (shapely.area(shapely.intersection(parks, boundary)) / shapely.area(parks)).min() > 0.9
    rigid = shapely.union_all([*district["farmland"].geometry, *district["redline"].geometry])
    assert boundary.intersection(rigid).area < 1e-3 * boundary.area


def test_output_and_tax_fall_with_the_level(firms):
    order = ["base", "community", "cluster", "scattered"]
    for name in ("output", "tax"):
        per_km2 = firms[name].where(firms[name] > 0) / firms["km2"]
        medians = per_km2.groupby(firms["level"]).median()[order]
        assert medians.is_monotonic_decreasing, name
    assert 400_000 < (firms["output"] / firms["km2"]).groupby(firms["level"]).median()["base"] < 1_200_000
    share = (firms["tax"] / firms["output"])[(firms["output"] > 0) & (firms["tax"] > 0)].median()
    assert 0.03 < share < 0.05


def test_the_wasteful_community_is_the_worst(district, location, firms):
    parcels, parks = district["parcels"], district["parks"]["park_id"].to_numpy()
    of_park = pd.Series(np.where(location[1] == "community", parks[location[0]], None))
    measured = parcels["site_far"].where(parcels["site_far"] > 0)
    assert measured.groupby(of_park).median().idxmin() == WASTEFUL_PARK
    idle = parcels["area_m2"].where(parcels["stage"] != "built", 0).groupby(of_park).sum()
    assert (idle / parcels["area_m2"].groupby(of_park).sum()).idxmax() == WASTEFUL_PARK
    density = (firms["output"] / firms["km2"]).groupby(of_park.to_numpy()[firms["parcel"]]).median()
    assert density.idxmin() == WASTEFUL_PARK


def test_gaps_of_the_enterprise_register(district):
    table = district["enterprises"]
    assert len(table) == 840
    for name in ("output", "tax", "profit", "fixed_assets", "employees", "electricity", "water"):
        assert 0.02 < table[name].isna().mean() < 0.12, name
    for name in ("output", "tax", "employees"):
        assert 0.01 < table[name].eq(0).mean() < 0.06, name
    for name, missing, failed in (("eia_passed", 0.08, 0.04), ("safety_passed", 0.1, 0.05)):
        assert table[name].isna().mean() == pytest.approx(missing, abs=0.035)
        assert (~table[name].dropna()).mean() == pytest.approx(failed, abs=0.025)
    assert table["poor_management"].isna().mean() == pytest.approx(0.15, abs=0.04)
    assert table["poor_management"].mean() == pytest.approx(0.09, abs=0.03)
    assert table["profit"].lt(0).mean() > 0.03


def test_gaps_of_the_parcel_survey(district):
    parcels = district["parcels"][district["parcels"]["stage"] == "built"]
    assert parcels["site_far"].isna().mean() == pytest.approx(0.05, abs=0.025)
    assert parcels["site_far"].eq(0).mean() == pytest.approx(0.04, abs=0.02)
    known = parcels[parcels["site_far"] > 0]
    assert np.allclose(known["floor_m2"], known["site_far"] * known["area_m2"], atol=0.06)
    assert known["site_far"].mean() > known["site_far"].median()
    assert 1 <= district["parcels"]["heritage"].sum() <= 15


def test_dates_follow_the_stage(district):
    parcels = district["parcels"]
    dates = ["supply_date", "start_due", "start_actual"]
    assert parcels.loc[parcels["stage"] == "approved", dates].isna().all(axis=None)
    supplied = parcels[parcels["stage"] == "supplied"]
    assert supplied["supply_date"].notna().all()
    idle = supplied["start_due"].notna() & supplied["start_actual"].isna()
    assert idle.sum() > 5
    both = parcels[parcels["supply_date"].notna() & parcels["start_due"].notna()]
    assert (pd.to_datetime(both["supply_date"]) < pd.to_datetime(both["start_due"])).all()


def test_points_of_firms(district, parcel_shapes):
    table = district["enterprises"]
    lost = table.geometry.isna()
    assert lost.sum() == round(0.01 * len(table))
    assert table.loc[lost, ["x", "y"]].isna().all(axis=None)
    placed = table[~lost]
    points = placed.geometry.to_numpy()
    assert np.array_equal(np.column_stack([shapely.get_x(points), shapely.get_y(points)]), placed[["x", "y"]])
    hit = np.unique(shapely.STRtree(parcel_shapes).query(points, "within")[0])
    assert 0.01 < 1 - len(hit) / len(points) < 0.03


def test_some_firms_hold_several_adjoining_parcels(district, parcel_shapes):
    parcels = district["parcels"]
    codes = set(district["enterprises"]["uscc"].dropna())
    held = parcels[parcels["holder_uscc"].isin(codes)]
    several = held.groupby("holder_uscc").indices
    groups = [held.index[rows] for rows in several.values() if len(rows) > 1]
    assert len(groups) >= 15
    gaps = [shapely.distance(parcel_shapes[rows[:-1]], parcel_shapes[rows[1:]]).max() for rows in groups]
    assert max(gaps) < 31  # next door, or across a street


def test_some_parcels_host_several_firms(district, parcel_shapes):
    points = district["enterprises"].geometry.dropna().to_numpy()
    parcel = shapely.STRtree(parcel_shapes).query(points, "within")[1]
    assert (np.bincount(parcel) > 1).sum() >= 40


CODE_VALUES = {c: i for i, c in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")}


def checks_out(code: str) -> bool:
    """GB 32100-2015: the weighted sum of all 18 places, the check with weight 1, is a multiple of 31."""
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1]
    return len(code) == 18 and sum(CODE_VALUES[c] * w for c, w in zip(code, weights)) % 31 == 0


def inner_checks_out(code: str) -> bool:
    """GB 11714: the organisation code (places 9-17), its check counting X as 10, sums to a multiple of 11."""
    body, check = code[8:16], code[16]
    value = [int(c) if c.isdigit() else ord(c) - 55 for c in body]
    total = sum(v * w for v, w in zip(value, (3, 7, 9, 10, 5, 8, 4, 2)))
    return (total + (10 if check == "X" else int(check))) % 11 == 0


def test_the_checker_knows_a_published_code():
    """The worked example of the standard's own annex, and the same code with two places swapped."""
    assert checks_out("91350100M000100Y43")
    assert not checks_out("91350100M000010Y43")


def test_credit_codes_are_valid_and_different():
    codes = credit_codes(20_000)
    assert len(set(codes)) == 20_000
    assert all(map(checks_out, codes))
    assert all(map(inner_checks_out, codes))
    assert {code[:8] for code in codes} == {"91990101"}


def test_register_holds_valid_codes_and_a_few_placeholders(district):
    table = district["enterprises"]
    filled = table["uscc"].dropna()
    real = filled[filled != "0" * 18]
    assert real.is_unique
    assert all(map(checks_out, real))
    assert 1 <= table["uscc"].isna().sum() <= 40
    assert 1 <= (filled == "0" * 18).sum() <= 20
    assert all(map(checks_out, district["parcels"]["holder_uscc"].dropna()))
    assert table["name"].is_unique


def test_industries_follow_the_parks(district, firms):
    lists = district["parks"]["dominant_industries"].to_numpy()
    inside = firms[(firms["park"] >= 0) & firms["industry"].notna()]
    own = [
        code[:2] in lists[park].split(";")
        for code, park in zip(inside["industry"], inside["park"])
        if lists[park]
    ]
    assert np.mean(own) > 0.55
    assert firms["industry"].dropna().str.fullmatch(r"\d{2}|\d{4}").all()


def test_roads_form_one_network(district):
    """Ends that meet share their coordinates, and nearly all roads outside parks hang together."""
    roads = district["roads"]
    roads = roads[roads["class"] != "street"].geometry.to_numpy()
    ends = np.stack([shapely.get_coordinates(shapely.get_point(roads, at)) for at in (0, -1)])
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    nodes, number = np.unique(ends.reshape(-1, 2), axis=0, return_inverse=True)
    start, end = number.ravel().reshape(2, -1)
    graph = coo_array((np.ones(len(start)), (start, end)), shape=(len(nodes), len(nodes)))
    label = connected_components(graph, directed=False)[1]
    assert np.bincount(label).max() > 0.97 * len(nodes)


def test_surroundings(district):
    assert set(district["roads"]["class"]) == {"primary", "secondary", "local", "street"}
    assert {"0701", "1001", "1401"} <= set(district["plan"]["planned_use"])
    boundary = shapely.union_all(district["boundary"].geometry.to_numpy())
    plan = shapely.union_all(district["plan"].geometry.to_numpy())
    assert boundary.intersection(plan).area > 0.75 * boundary.area
    assert district["pois"]["kind"].nunique() >= 8


def test_line_vertices_can_be_forced():
    made = sample_district(seed=2, parcels=300, line_vertices=2000)
    counts = np.concatenate(
        [
            shapely.get_num_coordinates(made[name].geometry.to_numpy())
            for name in ("redline", "farmland", "boundary")
        ]
    )
    assert 15 <= len(counts) <= 25
    assert 0.7 * 2000 < np.median(counts) < 1.5 * 2000


def test_grows_to_12_500_parcels():
    made = sample_district(seed=1, parcels=12_500)
    shapes = made["parcels"].geometry.to_numpy()
    assert len(shapes) == 12_500
    assert shapely.is_valid(shapes).all()
    assert len(made["towns"]) == 27
    assert len(made["enterprises"]) == 8_750
    assert made["enterprises"]["name"].is_unique
    assert not shapely.STRtree(shapes).query(shapes, "overlaps").size
