"""The work CRS: areas are ellipsoidal square metres and lengths are metres, whatever the layer's CRS."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import shapely
from shapely.geometry.polygon import orient

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.space import project, work_crs

GK_ZONE_38 = 4526  # central meridian 114 degrees east, eight-digit eastings
UTM_50 = 32650
NEW_YORK_FEET = 2263
DEGREES = 4490


def plot_with_courtyard(x, y, size):
    """A crooked plot with two holes."""
    outline = [(0, 0), (0.9, 0.1), (1, 0.8), (0.4, 1.1), (-0.1, 0.6)]
    holes = [[(0.2, 0.2), (0.4, 0.2), (0.4, 0.5)], [(0.6, 0.5), (0.8, 0.5), (0.8, 0.7), (0.6, 0.7)]]
    place = lambda ring: [(x + size * u, y + size * v) for u, v in ring]  # noqa: E731
    return shapely.Polygon(place(outline), [place(hole) for hole in holes])


def plots(crs):
    """Plots of some hundred metres, spread over 20 km, in the units of the CRS."""
    corners = {
        GK_ZONE_38: ((38_640_000, 3_300_000), 300.0, 20_000),
        UTM_50: ((640_000, 3_300_000), 300.0, 20_000),
        NEW_YORK_FEET: ((1_000_000, 200_000), 1_000.0, 60_000),
        DEGREES: ((120.0, 30.0), 0.003, 0.2),
    }
    (x, y), size, spread = corners[crs]
    rng = np.random.default_rng(7)
    return [plot_with_courtyard(*(np.array([x, y]) + spread * rng.random(2)), size) for _ in range(40)]


def geodesic_areas(shapes, crs):
    """Independent of the code under test: geographiclib on the ellipsoid, polygon by polygon."""
    crs = pyproj.CRS(crs)
    to_degrees = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
    geod = crs.get_geod()
    turned = [
        shapely.transform(shape, lambda xy: np.column_stack(to_degrees.transform(*xy.T))) for shape in shapes
    ]
    return np.array([geod.geometry_area_perimeter(orient(shape))[0] for shape in turned])


def measured_areas(shapes, crs):
    frame = gpd.GeoDataFrame(geometry=shapes, crs=crs)
    work = work_crs(crs, tuple(frame.total_bounds))
    return shapely.area(project(frame, work).geometry.to_numpy())


@pytest.mark.parametrize("crs", [GK_ZONE_38, UTM_50, NEW_YORK_FEET, DEGREES])
def test_areas_are_ellipsoidal_within_one_part_per_million(crs):
    shapes = plots(crs)
    np.testing.assert_allclose(measured_areas(shapes, crs), geodesic_areas(shapes, crs), rtol=1e-6)


def test_the_planar_area_140_km_from_the_meridian_would_be_wrong():
    shapes = plots(GK_ZONE_38)
    excess = shapely.area(shapes) / measured_areas(shapes, GK_ZONE_38) - 1
    assert 4.5e-4 < excess.mean() < 6.5e-4


def test_lengths_over_a_county_are_right_within_a_thousandth_of_a_percent():
    work = work_crs(DEGREES, (120.0, 30.0, 120.6, 30.4))
    ends = gpd.GeoDataFrame(geometry=gpd.points_from_xy([120.0, 120.6], [30.0, 30.4]), crs=DEGREES)
    first, last = project(ends, work).geometry
    true = pyproj.Geod(ellps="GRS80").inv(120.0, 30.0, 120.6, 30.4)[2]
    assert first.distance(last) == pytest.approx(true, rel=1e-5)


def test_one_more_parcel_does_not_move_the_centre():
    assert work_crs(DEGREES, (120.0, 30.0, 120.2, 30.2)) == work_crs(DEGREES, (120.0, 30.0, 120.201, 30.2))


def test_the_datum_stays_the_layers_own():
    assert work_crs(DEGREES, (120.0, 30.0, 120.2, 30.2)).geodetic_crs == pyproj.CRS(DEGREES)


def test_projecting_keeps_rows_and_columns_and_drops_heights():
    frame = gpd.GeoDataFrame(
        {"name": ["b", "a", None]},
        crs=DEGREES,
        index=[5, 3, 9],
        geometry=[shapely.Point(120.1, 30.1, 8.0), None, shapely.Point(120.2, 30.1, 9.0)],
    )
    moved = project(frame, work_crs(DEGREES, (120.0, 30.0, 120.2, 30.2)))
    assert moved.index.tolist() == [5, 3, 9]
    assert moved["name"].tolist() == ["b", "a", None]
    assert not moved.geometry.has_z.any()
    assert moved.geometry.isna().tolist() == [False, True, False]
    assert frame.geometry.iloc[0].has_z, "the argument must not change"


def test_a_layer_in_the_work_crs_stays_as_it_is():
    work = work_crs(DEGREES, (120.0, 30.0, 120.2, 30.2))
    frame = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 100, 100)], crs=work)
    assert project(frame, work).geometry.iloc[0].equals(frame.geometry.iloc[0])


def test_parcels_without_a_crs_are_refused_in_a_sentence():
    with pytest.raises(
        LandRenewalError, match="no coordinate reference system: set it in the layer properties"
    ):
        work_crs(None, (0, 0, 1, 1))


@pytest.mark.parametrize(
    ("crs", "bounds", "centre"),
    [
        pytest.param(
            GK_ZONE_38, (120.0, 30.0, 120.2, 30.2), "centre 120, 30", id="degrees said to be metres"
        ),
        pytest.param(
            DEGREES,
            (5e5, 3e6, 5e5 + 200, 3e6 + 200),
            "centre 500100, 3000100",
            id="metres said to be degrees",
        ),
        pytest.param(DEGREES, (30.0, 120.0, 30.2, 120.2), "centre 30, 120", id="latitude first"),
    ],
)
def test_coordinates_outside_the_crs_are_refused_with_the_place(crs, bounds, centre):
    with pytest.raises(LandRenewalError, match=f"outside the area where .* is defined .{centre}.: correct"):
        work_crs(crs, bounds)
