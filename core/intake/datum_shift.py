"""Points from Chinese map services: GCJ-02 and BD-09 coordinates turned into WGS-84 and back.

Chinese web maps move every point, mostly by 300 to 700 m. GCJ-02 (AMap, Tencent) adds a smooth offset to
WGS-84; BD-09 (Baidu) adds a second one to GCJ-02. Nothing in the numbers gives it away, so a conversion is
a declared choice, never a guess. Outside a rectangle around China the services shift nothing.

All functions take and return arrays of degrees (longitude, latitude); NaN stays NaN.
Source: the published formulas of the open-source converters; they reproduce the points of the 2018
development-zone catalogue within 0.07 m.
"""

from __future__ import annotations

import numpy as np

from ..common.errors import LandRenewalError, joined

KINDS = ("wgs84", "gcj02", "bd09")
# The ellipsoid of Krasovsky 1940, on which the offset is defined.
_AXIS, _ECCENTRICITY2 = 6378245.0, 0.00669342162296594323
_BAIDU = np.pi * 3000.0 / 180.0
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
_TOLERANCE, _ROUNDS = 1e-10, 30


def to_wgs84(lon, lat, kind: str, exact: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Degrees of a declared kind (``wgs84``, ``gcj02`` or ``bd09``) as WGS-84.

    ``exact``: invert by iteration instead of by the published formulas, see `gcj02_to_wgs84`. Errors:
    LandRenewalError for another kind.

    >>> lon, lat = to_wgs84([121.544498], [31.202808], "gcj02")
    >>> round(float(lon[0]), 6), round(float(lat[0]), 6)
    (121.540217, 31.204962)
    """
    if kind not in KINDS:
        raise LandRenewalError(
            "'{}' is no kind of coordinates that can be converted: write one of {}.",
            kind,
            joined(KINDS),
        )
    if kind == "bd09":
        lon, lat = bd09_to_gcj02(lon, lat, exact)
    return _degrees(lon, lat) if kind == "wgs84" else gcj02_to_wgs84(lon, lat, exact)


def wgs84_to_gcj02(lon, lat) -> tuple[np.ndarray, np.ndarray]:
    """WGS-84 degrees as GCJ-02.

    Formula: lon' = lon + dx / (a / w * cos(lat)), lat' = lat + dy / (a * (1 - e2) / w^3), with
    w = sqrt(1 - e2 * sin(lat)^2) and dx, dy sums of sines of (lon - 105, lat - 35).
    """
    lon, lat = _degrees(lon, lat)
    east, north = _offset(lon, lat)
    return lon + east, lat + north


def gcj02_to_wgs84(lon, lat, exact: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """GCJ-02 degrees as WGS-84.

    By default the published way: the shift at the shifted place is taken off once, lon = 2 lon' - f(lon').
    Registers and converters in use do this, so their points are met within 0.1 m; it is up to 5 m from
    the exact inverse. ``exact`` iterates until a step is below 1e-10 degrees (about 0.01 mm), so that
    `wgs84_to_gcj02` leads back to where it started.
    """
    lon, lat = _degrees(lon, lat)
    if exact:
        return _inverse(lon, lat, wgs84_to_gcj02)
    there_lon, there_lat = wgs84_to_gcj02(lon, lat)
    return 2 * lon - there_lon, 2 * lat - there_lat


def gcj02_to_bd09(lon, lat) -> tuple[np.ndarray, np.ndarray]:
    """GCJ-02 degrees as BD-09: a small turn and stretch, then +0.0065 and +0.006 degrees."""
    lon, lat = _degrees(lon, lat)
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * _BAIDU)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * _BAIDU)
    return radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006


def bd09_to_gcj02(lon, lat, exact: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """BD-09 degrees as GCJ-02: the published formula, or with ``exact`` by iteration (0.2 m apart)."""
    lon, lat = _degrees(lon, lat)
    if exact:
        return _inverse(lon, lat, gcj02_to_bd09)
    x, y = lon - 0.0065, lat - 0.006
    radius = np.hypot(x, y) - 0.00002 * np.sin(y * _BAIDU)
    angle = np.arctan2(y, x) - 0.000003 * np.cos(x * _BAIDU)
    return radius * np.cos(angle), radius * np.sin(angle)


def _degrees(lon, lat) -> tuple[np.ndarray, np.ndarray]:
    return np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)


def _inverse(lon, lat, forward) -> tuple[np.ndarray, np.ndarray]:
    x, y = lon.copy(), lat.copy()
    for _ in range(_ROUNDS):
        there_x, there_y = forward(x, y)
        step_x, step_y = lon - there_x, lat - there_y
        x, y = x + step_x, y + step_y
        largest = np.nanmax(np.abs([step_x, step_y]), initial=0.0)
        if largest < _TOLERANCE:
            break
    return x, y


def _offset(lon, lat) -> tuple[np.ndarray, np.ndarray]:
    """The shift in degrees; 0 outside the rectangle."""
    x, y = lon - 105.0, lat - 35.0
    root = np.sqrt(np.abs(x))
    waves = 20.0 * np.sin(6.0 * x * np.pi) + 20.0 * np.sin(2.0 * x * np.pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (waves + 20.0 * np.sin(y * np.pi) + 40.0 * np.sin(y / 3.0 * np.pi)) * 2.0 / 3.0
    north += (160.0 * np.sin(y / 12.0 * np.pi) + 320.0 * np.sin(y * np.pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += (waves + 20.0 * np.sin(x * np.pi) + 40.0 * np.sin(x / 3.0 * np.pi)) * 2.0 / 3.0
    east += (150.0 * np.sin(x / 12.0 * np.pi) + 300.0 * np.sin(x / 30.0 * np.pi)) * 2.0 / 3.0
    radians = np.radians(lat)
    w2 = 1.0 - _ECCENTRICITY2 * np.sin(radians) ** 2
    east = np.degrees(east / (_AXIS / np.sqrt(w2) * np.cos(radians)))
    north = np.degrees(north / (_AXIS * (1.0 - _ECCENTRICITY2) / w2**1.5))
    inside = (lon >= _WEST) & (lon <= _EAST) & (lat >= _SOUTH) & (lat <= _NORTH)
    return np.where(inside, east, 0.0), np.where(inside, north, 0.0)
