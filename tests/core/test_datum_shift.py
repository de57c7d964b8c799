"""GCJ-02 and BD-09: against points of the 2018 development-zone catalogue, a published point of Baidu's, and
the way back.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake import datum_shift as ds

GEOD = pyproj.Geod(ellps="WGS84")
CHINA = st.tuples(st.floats(73.5, 135.0), st.floats(4.0, 53.5))


def metres(one, other):
    return GEOD.inv(*one, *other)[2]


@pytest.fixture(scope="module")
def catalogue(shared_data):
    return pd.read_csv(shared_data / "cn_zones" / "cn_devzone_catalogue_2018_sample.csv")


def test_the_points_of_the_catalogue_come_out_within_ten_centimetres(catalogue):
    gcj = catalogue["经度_GCJ02"].to_numpy(), catalogue["纬度_GCJ02"].to_numpy()
    wgs = catalogue["经度_WGS84"].to_numpy(), catalogue["纬度_WGS84"].to_numpy()
    assert len(catalogue) == 25
    # Six decimals of a degree are 0.11 m: rounding alone makes 0.06 m.
    assert np.max(metres(ds.to_wgs84(*gcj, "gcj02"), wgs)) < 0.07


def test_the_exact_inverse_is_some_metres_from_the_published_one(catalogue):
    gcj = catalogue["经度_GCJ02"].to_numpy(), catalogue["纬度_GCJ02"].to_numpy()
    apart = metres(ds.gcj02_to_wgs84(*gcj), ds.gcj02_to_wgs84(*gcj, exact=True))
    assert 1 < np.max(apart) < 4


def test_the_catalogue_is_shifted_by_hundreds_of_metres(catalogue):
    off = metres(
        (catalogue["经度_GCJ02"].to_numpy(), catalogue["纬度_GCJ02"].to_numpy()),
        (catalogue["经度_WGS84"].to_numpy(), catalogue["纬度_WGS84"].to_numpy()),
    )
    assert off.min() > 200
    assert off.max() < 800


def test_tiananmen_in_three_systems():
    """Widely published coordinates of Tiananmen (39.9075 N in GPS)."""
    gcj = ds.wgs84_to_gcj02(116.391305, 39.905527)
    assert gcj == pytest.approx((116.397550, 39.906931), abs=5e-6)
    assert ds.gcj02_to_bd09(*gcj) == pytest.approx((116.403932, 39.913280), abs=5e-5)


@given(CHINA)
def test_there_and_back_is_the_same_place(place):
    gcj = ds.wgs84_to_gcj02(*place)
    bd = ds.gcj02_to_bd09(*gcj)
    for back in (
        ds.gcj02_to_wgs84(*gcj, exact=True),
        ds.to_wgs84(*gcj, "gcj02", exact=True),
        ds.to_wgs84(*bd, "bd09", exact=True),
    ):
        assert np.abs(np.subtract(back, place)).max() < 1e-7
    assert np.abs(np.subtract(ds.bd09_to_gcj02(*bd, exact=True), gcj)).max() < 1e-7


@given(CHINA)
def test_the_published_formulas_lead_back_within_five_metres(place):
    gcj = ds.wgs84_to_gcj02(*place)
    assert metres(ds.gcj02_to_wgs84(*gcj), place) < 5
    assert metres(ds.bd09_to_gcj02(*ds.gcj02_to_bd09(*gcj)), gcj) < 1


@given(CHINA)
def test_the_shift_is_up_to_700_metres(place):
    assert 10 < metres(ds.wgs84_to_gcj02(*place), place) < 720


def test_places_abroad_stay_where_they_are():
    for place in ((-74.0, 40.7), (139.7, 35.7), (0.0, 0.0), (120.0, -5.0)):
        assert ds.wgs84_to_gcj02(*place) == place
        assert ds.gcj02_to_wgs84(*place) == place


def test_missing_stays_missing_and_does_not_spoil_the_others():
    lon, lat = ds.to_wgs84([np.nan, 121.544498], [31.0, 31.202808], "gcj02")
    assert np.isnan(lon[0])
    assert (lon[1], lat[1]) == pytest.approx((121.540217, 31.204962), abs=1e-6)


def test_the_arguments_are_not_changed_and_empty_is_fine():
    lon = np.array([121.5])
    ds.to_wgs84(lon, np.array([31.2]), "bd09")
    assert lon.tolist() == [121.5]
    assert ds.to_wgs84([], [], "gcj02")[0].tolist() == []


def test_wgs84_is_left_alone_and_an_unknown_kind_refused():
    assert ds.to_wgs84([121.5], [31.2], "wgs84")[0].tolist() == [121.5]
    with pytest.raises(LandRenewalError, match=r"'mars' is no kind .* wgs84, gcj02, bd09"):
        ds.to_wgs84([121.5], [31.2], "mars")
