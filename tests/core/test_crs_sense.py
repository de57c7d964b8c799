"""Labels that contradict the coordinates: real places in China, projected by PROJ, under right and wrong
labels.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.space import work_crs
from land_renewal.core.intake import checks, crs_sense, intake, table_points
from land_renewal.core.intake.datum_shift import gcj02_to_bd09, wgs84_to_gcj02
from land_renewal.core.intake.mapping import Mapping, load_mapping
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

STANDARD = load_mapping(None)
WUXI = (120.3, 31.5)
TOWNS = {"Wuxi": WUXI, "Kashgar": (75.99, 39.47), "Harbin": (126.6, 45.8), "Sanya": (109.5, 18.3)}


def at(place, crs, size=0.05):
    """Bounds of a small area around a place, in a CRS."""
    forward = pyproj.Transformer.from_crs(4490, crs, always_xy=True)
    lon, lat = place
    return forward.transform_bounds(lon - size, lat - size, lon + size, lat + size)


def codes(finding):
    return [proposal.code for proposal in finding.proposals]


# The zone number gives the code away.


@pytest.mark.parametrize(
    ("family", "width", "first"),
    [("CGCS2000", 3, 4513), ("CGCS2000", 6, 4491), ("Xian 1980", 3, 2349), ("Xian 1980", 6, 2327),
     ("Beijing 1954", 3, 2401), ("Beijing 1954", 6, 21413)],
)  # fmt: skip
def test_the_codes_are_those_of_the_register(family, width, first):
    """Every zone of every datum: the code is named after the zone, with and without the number."""
    table = crs_sense._DATUMS[family]
    assert table["prefix"][width] == first
    for step, zone in enumerate(crs_sense._ZONES[width]):
        meridian = 3 * zone if width == 3 else 6 * zone - 3
        with_number = pyproj.CRS.from_epsg(first + step)
        without = pyproj.CRS.from_epsg(table["plain"][width] + step)
        assert with_number.name.endswith(f"zone {zone}")
        assert without.name.endswith(f"CM {meridian}E")
        assert ("3-degree" in with_number.name) == ("3-degree" in without.name) == (width == 3)
        assert with_number.name.startswith(family)


@settings(max_examples=40)
@given(st.sampled_from([3, 6]), st.floats(74.0, 134.5), st.floats(19.0, 52.0))
def test_eight_digits_name_their_own_zone(width, lon, lat):
    zone = round(lon / 3) if width == 3 else int(lon // 6) + 1
    code = (4513 - 25 if width == 3 else 4491 - 13) + zone
    found = crs_sense.proposals(at((lon, lat), code, 0.001))
    assert f"EPSG:{code}" in [proposal.code for proposal in found]
    # Zones 13 to 15 of 6 degrees share their range with web map tiles.
    assert len(found) == 1 or zone in (13, 14, 15)


@pytest.mark.parametrize(
    ("place", "drawn_in", "label", "best"),
    [
        (WUXI, 4528, 4549, "EPSG:4528"),  # a zone number under a label without one
        (WUXI, 4528, 4527, "EPSG:4528"),  # another zone's number
        (WUXI, 4499, 4549, "EPSG:4499"),  # a 6-degree zone number
        (WUXI, 4528, 4490, "EPSG:4528"),  # metres labelled as degrees
        (WUXI, 4528, 32651, "EPSG:4528"),
        (WUXI, 4528, 3857, "EPSG:4528"),
        (WUXI, 2364, 2385, "EPSG:2364"),  # the datum of the label is kept
        (WUXI, 4549, 4528, "EPSG:4549"),  # no zone number under a label with one: its own meridian
        (WUXI, 4490, 4549, "EPSG:4490"),  # degrees labelled as metres
        (WUXI, 4490, 4528, "EPSG:4490"),
        (WUXI, 4490, 32651, "EPSG:4490"),
        (WUXI, 4490, 3857, "EPSG:4490"),
        (WUXI, 4490, 2263, "EPSG:4490"),
        (WUXI, 3857, 4549, "EPSG:3857"),
        (TOWNS["Kashgar"], 4491, 4502, "EPSG:4491"),
        (TOWNS["Harbin"], 4530, 4551, "EPSG:4530"),
        ((-74.0, 40.7), 4326, 32618, "EPSG:4326"),
    ],
)
def test_a_wrong_label_is_certain_and_the_right_one_comes_first(place, drawn_in, label, best):
    finding = crs_sense.examine(at(place, drawn_in), label)
    assert finding.certain
    assert codes(finding)[0] == best


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("code", [4490, 4326, 3857, "zone", "plain", "utm"])
def test_a_right_label_is_left_alone(town, code):
    lon, lat = TOWNS[town]
    zone = round(lon / 3)
    named = {"zone": 4513 + zone - 25, "plain": 4534 + zone - 25, "utm": 32601 + int((lon + 180) // 6)}
    code = named.get(code, code)
    assert crs_sense.examine(at((lon, lat), code), code) is None


def test_right_labels_elsewhere_are_left_alone():
    for place, code in (
        ((-74.0, 40.7), 2263),
        ((9.5, 47.1), 2056),
        ((121.0, 24.0), 3826),
        ((0.1, 0.1), 32631),
    ):
        assert crs_sense.examine(at(place, code), code) is None


def test_a_local_projection_may_begin_at_zero():
    work = work_crs(4490, (*WUXI, *WUXI))
    assert crs_sense.examine((0, 0, 100, 100), work) is None


def test_a_county_that_reaches_over_the_border_of_its_zone_is_left_alone():
    assert crs_sense.examine(at((121.9, 31.5), 4549), 4549) is None
    assert crs_sense.examine(at((117.9, 31.5), 4528), 4528) is None


def test_metres_as_degrees_without_a_zone_number_say_what_is_missing():
    finding = crs_sense.examine(at(WUXI, 4549), 4490)
    assert finding.certain
    assert finding.proposals == ()
    assert "EPSG:4534 (75 E)" in finding.advice()
    near = crs_sense.examine(at(WUXI, 4549), 4490, near=WUXI)
    assert codes(near)[0] == "EPSG:4549"


def test_x_and_y_in_each_others_place():
    swapped = crs_sense.swapped(at(WUXI, 4528))
    for bounds, label, best in (
        (swapped, 4528, "EPSG:4528"),
        ((31.4, 120.2, 31.6, 120.4), 4490, "EPSG:4490"),
    ):
        finding = crs_sense.examine(bounds, label)
        assert (finding.certain, finding.turned, codes(finding)[0]) == (True, True, best)
        assert "in each other's place" in finding.advice()


def test_no_label_is_certain_and_gets_proposals():
    finding = crs_sense.examine(at(WUXI, 4528), None)
    assert finding.certain
    assert codes(finding) == ["EPSG:4528"]


def test_what_fits_no_pattern_is_a_doubt_only():
    finding = crs_sense.examine((7e7, 9e7, 7.1e7, 9.1e7), 4549)
    assert not finding.certain
    assert finding.proposals == ()
    assert crs_sense.examine((np.inf, 0, 1, 1), 4549) is None


# Layers that do not meet.


def test_the_distance_of_two_layers():
    here, there = at(WUXI, 4549, 0.1), at((121.3, 31.5), 4549, 0.1)
    found = crs_sense.apart(there, 4549, here, 4549)
    # 0.8 degrees of longitude at 31.5 N
    assert found.distance == pytest.approx(0.8 * 111_320 * np.cos(np.radians(31.5)), rel=0.01)
    assert found.proposals == ()
    assert crs_sense.apart(here, 4549, at(WUXI, 4490, 0.01), 4490) is None


@pytest.mark.parametrize(
    ("place", "drawn_in", "label", "fitting"),
    [
        (WUXI, 4549, 4548, ["EPSG:4549"]),  # the next meridian: 285 km off
        # 6 degrees and UTM differ by a 2,500th, 1.4 km here: that cannot be told by the place.
        ((119.0, 31.5), 4509, 4549, ["EPSG:4509", "EPSG:32650"]),
        (WUXI, 32651, 4549, ["EPSG:4510", "EPSG:32651"]),
        (WUXI, 3857, 4549, ["EPSG:3857"]),
    ],
)
def test_the_codes_that_would_bring_a_layer_to_the_parcels(place, drawn_in, label, fitting):
    found = crs_sense.apart(at(place, drawn_in), label, at(place, 4549, 0.1), 4549)
    assert codes(found) == fitting


# In the intake.


def land(crs, place=WUXI, count=9, label=None):
    """A layer of squares of about 100 m around a place."""
    step = 0.002
    shapes = [
        shapely.box(place[0] + step * n, place[1], place[0] + step * n + 0.001, place[1] + 0.001)
        for n in range(count)
    ]
    frame = gpd.GeoDataFrame({"parcel_id": [f"P{n}" for n in range(count)]}, geometry=shapes, crs=4490)
    frame["land_code"] = "0601"
    return frame.to_crs(crs).set_crs(label or crs, allow_override=True)


def run(parcels, targets=("parcels",), mapping=STANDARD, **raw):
    study = Study({"parcels": parcels, **raw}, mapping, load_profile(None))
    return run_study(study, STEPS, targets)


def test_parcels_under_a_wrong_label_are_refused_with_the_code():
    with pytest.raises(LandRenewalError) as error:
        run(land(4528, label=4549))
    sentence = str(error.value)
    assert sentence.startswith(
        "The parcels layer is labelled CGCS2000 / 3-degree Gauss-Kruger CM 120E (EPSG:4549), but"
    )
    assert "fit EPSG:4528 (CGCS2000 / 3-degree Gauss-Kruger zone 40): eastings such as 405" in sentence
    assert "begin with 40, the number of the 3-degree zone with the central meridian 120 E" in sentence
    assert "layer properties" in sentence


def test_degrees_under_metres_and_the_reverse_are_refused():
    with pytest.raises(LandRenewalError, match=r"coordinates are degrees .* fit EPSG:4490"):
        run(land(4490, label=4549))
    with pytest.raises(LandRenewalError, match=r"in degrees, but has x 405\d{5}, .* fit EPSG:4528"):
        run(land(4528, label=4490))


def test_swapped_coordinates_are_to_be_swapped_first():
    parcels = land(4528)
    parcels = parcels.set_geometry(
        shapely.transform(parcels.geometry.values, lambda xy: xy[:, ::-1]), crs=4528
    )
    with pytest.raises(LandRenewalError, match="Swap its coordinates first"):
        run(parcels)


def test_a_few_rows_gone_astray_do_not_condemn_the_label():
    parcels = land(4549, count=20)
    shapes = parcels.geometry.to_numpy().copy()
    shapes[[3, 7]] = shapely.box(0, 0, 1, 1)
    study = run(parcels.set_geometry(shapes, crs=4549), ("parcels", "ledger.checks"))
    assert len(study["parcels"]) == 20
    assert any("2 lie more than 100 km from the others (P3, P7)" in note for note in study.messages["checks"])


def test_parks_under_a_wrong_label_are_refused_by_name():
    parks = land(4528, label=4549).rename(columns={"parcel_id": "park_id"})
    with pytest.raises(LandRenewalError, match="The parks layer is labelled"):
        run(land(4549), ("levels",), parks=parks)
    with pytest.raises(LandRenewalError, match="The redline layer is labelled"):
        run(land(4549), ("control",), redline=parks)


def test_a_layer_that_lies_elsewhere_is_named_with_distance_and_code():
    parks = land(4549, label=4548).rename(columns={"parcel_id": "park_id"})
    study = run(land(4549), ("levels",), parks=parks)
    [note] = [note for note in study.messages["parks"] if note.startswith(checks.CHECK)]
    assert note.startswith("Check: parks: the layer lies 28")
    assert "km from the parcels; its coordinates would meet them in EPSG:4549" in note
    elsewhere = land(4549, place=(121.5, 31.5))
    study = run(land(4549), ("control",), farmland=elsewhere)
    [note] = [note for note in study.messages["control"] if note.startswith(checks.CHECK)]
    assert "farmland: the layer lies 112 km from the parcels; is it the right layer" in note


def test_a_layer_that_covers_the_parcels_is_not_mentioned():
    around = gpd.GeoDataFrame(
        {"town_code": ["1"]}, geometry=[shapely.box(120, 31, 121, 32)], crs=4490
    ).to_crs(4549)
    study = run(land(4549), ("towns",), towns=around)
    assert not [note for note in study.messages["towns"] if note.startswith(checks.CHECK)]


# Tables with x and y.


def points(x, y, crs=4549, **declared):
    shapes, notes = table_points.points(x, y, crs, **declared)
    back = pyproj.Transformer.from_crs(crs, 4490, always_xy=True)
    return [None if s is None else back.transform(s.x, s.y) for s in shapes], notes


def test_x_and_y_in_the_crs_of_the_parcels_are_taken_as_they_are():
    x, y = pyproj.Transformer.from_crs(4490, 4549, always_xy=True).transform(*WUXI)
    found, notes = points([x, np.nan, 0.0], [y, y, 0.0])
    assert found[0] == pytest.approx(WUXI)
    assert found[1:] == [None, None]
    assert notes == ["enterprises: 1 rows have x = y = 0, taken as not known."]


def test_degrees_beside_parcels_in_metres_are_read_as_cgcs2000_and_said():
    found, notes = points([120.3, 120.4], [31.5, 31.6])
    assert found == [pytest.approx((120.3, 31.5)), pytest.approx((120.4, 31.6))]
    assert notes[0].startswith(
        "Check: enterprises: x and y of all rows are degrees, while the parcels are not;"
    )
    assert "(EPSG:4490)" in notes[0]
    assert "coordinates: gcj02" in notes[0]


def test_only_the_rows_in_degrees_are_turned():
    x, y = pyproj.Transformer.from_crs(4490, 4549, always_xy=True).transform(*WUXI)
    found, notes = points([x, x + 1000, 120.3], [y, y, 31.5])
    assert found[0] == pytest.approx(WUXI)
    assert found[2] == pytest.approx(WUXI)
    assert "x and y of 1 of 3 rows are degrees" in notes[0]


def test_degrees_abroad_are_wgs84_without_a_word_on_map_services():
    found, notes = points([-74.0], [40.7], crs=2263)
    assert found[0] == pytest.approx((-74.0, 40.7), abs=1e-4)
    assert "(EPSG:4326)" in notes[0]
    assert "gcj02" not in notes[0]


@pytest.mark.parametrize(("kind", "shift"), [("gcj02", wgs84_to_gcj02), ("bd09", None)])
def test_a_declared_map_service_is_turned_into_wgs84(kind, shift):
    shifted = wgs84_to_gcj02(*WUXI) if shift else gcj02_to_bd09(*wgs84_to_gcj02(*WUXI))
    found, notes = points([shifted[0]], [shifted[1]], coordinates=kind)
    # The published way back is exact to some metres, the shift itself is hundreds.
    assert found[0] == pytest.approx(WUXI, abs=6e-5)
    assert max(abs(np.subtract(shifted, WUXI))) > 1e-3
    assert notes == [f"enterprises: x and y are {kind.upper()} degrees, as declared; turned into WGS 84."]


def test_a_declaration_that_cannot_be_is_refused():
    with pytest.raises(LandRenewalError, match=r"enterprises table are gcj02, .* such as 40528500 and"):
        points([40_528_500.0], [3_486_000.0], coordinates="gcj02")


def test_a_stated_crs_is_followed_and_a_wrong_one_refused():
    x, y = pyproj.Transformer.from_crs(4490, 4528, always_xy=True).transform(*WUXI)
    found, _ = points([x], [y], stated_crs="EPSG:4528")
    assert found[0] == pytest.approx(WUXI)
    with pytest.raises(LandRenewalError, match=r"fit EPSG:4528 .* State 'crs:' for the table"):
        points([x], [y])
    with pytest.raises(LandRenewalError, match="taken as CGCS2000 / 3-degree Gauss-Kruger CM 117E"):
        points([120.3], [31.5], stated_crs=4548)


def test_metres_beside_parcels_in_degrees_are_refused_with_the_code():
    with pytest.raises(LandRenewalError, match="EPSG:4528"):
        points([40_528_500.0], [3_486_000.0], crs=4490)


def test_the_mapping_declares_and_the_firm_falls_into_its_parcel():
    """Unshifted the firm of parcel P4 would lie 400 m to the east, in parcel P6 or none."""
    parcels = land(4549)
    centre = parcels.to_crs(4490).geometry.iloc[4].centroid
    x, y = wgs84_to_gcj02(centre.x, centre.y)
    firms = pd.DataFrame({"ent_id": ["e"], "x": [x], "y": [y]})
    declared = Mapping("mine", settings={"enterprises": {"coordinates": "gcj02"}})
    for mapping, inside in ((declared, True), (STANDARD, False)):
        study = run(parcels, ("parcels", "enterprises"), mapping, enterprises=firms)
        point = study["enterprises"].geometry.iloc[0]
        assert study["parcels"].geometry.iloc[4].contains(point) is inside


def test_a_layer_of_points_may_be_declared_too():
    shifted = wgs84_to_gcj02(*WUXI)
    layer = gpd.GeoDataFrame({"ent_id": ["e"]}, geometry=[shapely.Point(shifted)], crs=4326)
    declared = Mapping("mine", settings={"enterprises": {"coordinates": "gcj02"}})
    found = intake.take_enterprises(layer, declared, work_crs(4490, (*WUXI, *WUXI)), 4549)
    assert (found.shapes[0].x, found.shapes[0].y) == pytest.approx(WUXI, abs=6e-5)


def test_the_catalogue_of_zones_lies_in_china_and_two_rows_far_from_their_province(shared_data):
    """Read as CGCS2000 degrees beside parcels in Shanghai: points, not an error."""
    table = pd.read_csv(shared_data / "cn_zones" / "cn_devzone_catalogue_2018_sample.csv")
    found, notes = points(table["经度_GCJ02"], table["纬度_GCJ02"], crs=4549, coordinates="gcj02")
    stated = zip(table["经度_WGS84"], table["纬度_WGS84"])
    geod = pyproj.Geod(ellps="WGS84")
    assert max(geod.inv(*one, *other)[2] for one, other in zip(found, stated)) < 0.1
    assert len(notes) == 1
