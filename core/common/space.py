"""The work CRS: one local equal-area projection in which areas are ellipsoidal and lengths are metres.

A planar 3-degree Gauss-Kruger area is off by several hundred ppm at the zone's edge, degrees are no area at
all, and some layers come in feet. Projecting every layer once into a Lambert azimuthal equal-area projection
centred on the parcels answers all three: planar areas in it are ellipsoidal areas, lengths within 50 km of
the centre are right to 0.001 %.
"""

from __future__ import annotations

from functools import lru_cache

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from .errors import LandRenewalError


def work_crs(crs: pyproj.CRS | str | int, bounds: tuple[float, float, float, float]) -> pyproj.CRS:
    """Make the work CRS for a study area.

    Parameters: ``crs`` is the CRS of the layer, ``bounds`` its (xmin, ymin, xmax, ymax) in that CRS. The
    centre is rounded to 0.01 degree, so that adding a parcel does not move every coordinate. The datum is the
    layer's own: no datum shift.

    >>> work_crs(4490, (120.0, 30.0, 120.2, 30.2)).to_dict()["lon_0"]
    120.1
    """
    if crs is None:
        raise LandRenewalError(
            "The parcel layer has no coordinate reference system: set it in the layer properties, then run"
            " again."
        )
    crs = pyproj.CRS.from_user_input(crs)
    geodetic = crs.geodetic_crs
    if geodetic is None:
        raise LandRenewalError(
            "The coordinate reference system {} has no geodetic base: choose another one.",
            crs.name,
        )
    to_degrees = pyproj.Transformer.from_crs(crs, geodetic, always_xy=True)
    lon, lat = to_degrees.transform((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2)
    # Metres read as degrees pass through untouched, so a finite answer may still be no place on Earth.
    if not (np.isfinite(lon) and np.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 360):
        x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
        raise LandRenewalError(
            "The parcels lie outside the area where {} is defined (centre {:.0f}, {:.0f}): correct the "
            "layer's coordinate reference system.",
            crs.name,
            x,
            y,
        )
    return _equal_area(geodetic, round(float(lon), 2), round(float(lat), 2))


def _equal_area(geodetic: pyproj.CRS, lon: float, lat: float) -> pyproj.CRS:
    conversion = pyproj.crs.coordinate_operation.LambertAzimuthalEqualAreaConversion(
        latitude_natural_origin=lat, longitude_natural_origin=lon
    )
    return pyproj.crs.ProjectedCRS(conversion, name="Land Renewal work CRS", geodetic_crs=geodetic)


def project(frame: gpd.GeoDataFrame, target: pyproj.CRS) -> gpd.GeoDataFrame:
    """Return the frame with its geometry projected (all vertices at once, Z dropped, row order kept)."""
    geometry = frame.geometry
    if geometry.crs == target:
        return frame
    source = pyproj.CRS.from_user_input(geometry.crs)
    moved = transform(shapely.force_2d(geometry.to_numpy()), source, target)
    return frame.set_geometry(gpd.GeoSeries(moved, index=frame.index, crs=target))


def transform(geometries: np.ndarray, source: pyproj.CRS, target: pyproj.CRS) -> np.ndarray:
    """Project an array of geometries; a coordinate that cannot be projected becomes infinite and is reported
    by callers.
    """
    transformer = _transformer(source, target)

    def move(coordinates: np.ndarray) -> np.ndarray:
        x, y = transformer.transform(coordinates[:, 0], coordinates[:, 1])
        return np.column_stack([x, y])

    return shapely.transform(geometries, move)


@lru_cache(maxsize=8)
def _transformer(source: pyproj.CRS, target: pyproj.CRS) -> pyproj.Transformer:
    # Finding the operation takes 30 ms, and every layer of a study asks for the same one.
    return pyproj.Transformer.from_crs(source, target, always_xy=True)
