"""Stated against measured areas: by hand, and on New York's lots and Taiwan's parks."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import profile

from land_renewal.core.common.space import project, work_crs
from land_renewal.core.intake.checks import CheckRules
from land_renewal.core.intake.stated import compare

SQUARE_FOOT_US = (1200 / 3937) ** 2


def off(measured, stated, ids=None):
    measured = list(measured)
    rules = profile().params(CheckRules, "checks")
    ids = [f"P{n}" for n in range(len(measured))] if ids is None else ids
    return compare("parcels", ids, measured, stated, rules.stated_difference, rules.stated_factor)


@pytest.mark.parametrize(
    ("measured", "stated", "flagged", "far"),
    [
        (1000, 1000, False, ""),
        (1100, 1000, False, ""),  # exactly 10 % is not more than 10 %
        (1101, 1000, True, ""),
        (900, 1000, False, ""),
        (899, 1000, True, ""),
        # 1 / 0.905 is 10.5 %: of the stated area it is 9.5 %
        (905, 1000, False, ""),
        (10_001, 1000, True, "above"),
        (99, 1000, True, "below"),
        (10_000, 1000, True, ""),
    ],
)
def test_the_difference_is_taken_of_the_stated_area(measured, stated, flagged, far):
    found = off([measured], [stated])
    assert found.off.tolist() == [flagged]
    assert (found.above.tolist(), found.below.tolist()) == ([far == "above"], [far == "below"])


def test_missing_and_zero_are_not_known_and_never_off():
    found = off([100, 100, 0, np.nan, 100], [np.nan, 0, 100, 100, -5])
    assert not found.off.any()
    assert np.isnan(found.ratio).all()
    assert found.notes == []
    assert found.ledger.empty


def test_what_is_said_and_kept():
    found = off([1000, 2000, 50_000], [1000, 1000, 1000], ["a", "b", "c"])
    assert found.notes == [
        "parcels: 3 of 3 have a stated area: stated 0.30 ha, measured 5.30 ha.",
        "parcels: 2 stated areas differ from the measured ones by more than 10 % (b, c).",
        "Check: parcels: 1 measure more than 10 times what is stated (c): a wrong unit or decimal point, or"
        " only a part of the land.",
    ]
    assert found.ledger[["id", "what", "area_before_m2", "area_after_m2"]].to_numpy().tolist() == [
        ["b", "stated_area", 1000.0, 2000.0],
        ["c", "stated_area", 1000.0, 50_000.0],
    ]


@pytest.mark.parametrize(("unit", "size"), [("mu", 2000 / 3), ("ha", 1e4), ("km2", 1e6)])
def test_a_column_in_another_unit_is_recognised(unit, size):
    stated = np.array([3.0, 5.0, 8.0, 1.0])
    assert f"seems to be in {unit}. Say unit: {unit}" in off(stated * size, stated).notes[-1]


def test_a_few_wrong_values_are_not_a_wrong_unit():
    assert not any("seems to be in" in note for note in off([100, 100, 1e6], [100, 100, 100]).notes)


def read(path, crs, encoding=None):
    gdal, ogr = pytest.importorskip("osgeo.gdal"), pytest.importorskip("osgeo.ogr")
    options = [f"ENCODING={encoding}"] if encoding else []
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)
    layer, rows, shapes = source.GetLayer(0), [], []
    names = [field.GetName() for field in layer.schema]
    for feature in layer:
        rows.append([feature.GetField(name) for name in names])
        shapes.append(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
    assert ogr is not None
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=names), geometry=shapes, crs=crs)


def measured(frame):
    work = work_crs(frame.crs, tuple(frame.total_bounds))
    return shapely.area(project(frame, work).geometry.to_numpy())


def test_new_york_has_368_lots_of_the_zones_off_by_a_tenth_and_three_by_a_factor_of_ten(shared_data):
    lots = read(shared_data / "nyc" / "lots.gpkg", 2263)
    found = off(measured(lots), lots["LotArea"] * SQUARE_FOOT_US, lots["BBL"])
    assert found.off[lots["ibz"].notna()].sum() == 368
    assert sorted(found.ratio[found.above].round(1)) == [26.2, 52.8, 919.8]
    # One of these is a thread of 0.0014 m2 for 39,784 sq ft.
    assert found.below.sum() == 6
    assert np.isnan(found.ratio).sum() == 4


def test_taiwan_has_45_parks_whose_stated_area_is_not_what_they_measure(shared_data):
    parks = read(shared_data / "tw_parks" / "產業園區範圍圖.shp", 3826, "UTF-8")
    areas = measured(parks)
    found = off(areas, parks["NN"] * 1e4, parks["NAME"])
    assert len(parks) == 212
    assert found.off.sum() == 45
    assert not (found.above | found.below).any()
    assert parks["NN"].sum() == pytest.approx(42_169.81)
    # 27,256.4 ha on the plane of the projection, 27,259.5 ha on the ellipsoid
    assert shapely.area(parks.geometry.to_numpy()).sum() / 1e4 == pytest.approx(27_256.4, abs=0.05)
    assert areas.sum() / 1e4 == pytest.approx(27_259.45, abs=0.05)
