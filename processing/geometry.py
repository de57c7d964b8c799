"""Geometry between WKB and Shapely arrays: curves, Z and M, unreadable rings, single and multi types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from ..core.common.errors import LandRenewalError, joined

if TYPE_CHECKING:
    import numpy as np

_POINT, _COLLECTION = 1, 7
_DIMENSION_BITS = 0xF0000000
_TYPES = {0: "Point", 1: "LineString", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString",
          6: "MultiPolygon", 7: "GeometryCollection"}  # fmt: skip
_FLAT_TYPES = ("Point", "LineString", "Polygon")


def is_spatial(frame) -> bool:
    """Whether a table has geometry."""
    import geopandas as gpd

    return isinstance(frame, gpd.GeoDataFrame)


def geometries(wkb: list[bytes | None]) -> tuple[np.ndarray, list[int]]:
    """Two-dimensional Shapely geometries, and the positions that no reader understands (None in the array).

    Curves become segments with QGIS's own tolerance. Z and M are dropped.
    """
    import numpy as np
    import shapely

    wkb_array = np.empty(len(wkb), dtype=object)
    wkb_array[:] = wkb
    present = np.flatnonzero([value is not None for value in wkb])
    codes = np.frombuffer(b"".join(wkb[i][1:5] for i in present), dtype="<u4")
    base = (codes & ~np.uint32(_DIMENSION_BITS)) % 1000
    for i in present[(base < _POINT) | (base >= _COLLECTION)]:
        wkb_array[i] = _linear(wkb[i])
    result = shapely.from_wkb(wkb_array, on_invalid="ignore")
    deep = present[codes > _COLLECTION]
    result[deep] = shapely.force_2d(result[deep])
    return result, [int(i) for i in present if result[i] is None]


def _linear(wkb: bytes) -> bytes:
    curve = QgsGeometry()
    curve.fromWkb(wkb)
    # Both wrappers stay referenced here: QGIS 3.22 crashes when segmentize() outlives its owner.
    owner = curve.constGet()
    if owner is None:
        return wkb
    straight = owner.segmentize()
    return bytes(straight.asWkb())


def geometry_type(values: np.ndarray) -> str:
    """The one geometry type that holds all values, multi as soon as one is; "Polygon" when there are none.

    >>> import shapely
    >>> geometry_type(shapely.from_wkt(["POINT (0 0)", "MULTIPOINT (1 1, 2 2)"]))
    'MultiPoint'
    """
    import numpy as np
    import shapely

    found = {_TYPES[code] for code in np.unique(shapely.get_type_id(values)).tolist() if code >= 0}
    if len(found) <= 1:
        return found.pop() if found else "Polygon"
    flat = {name.replace("Multi", "") for name in found}
    return f"Multi{flat.pop()}" if len(flat) == 1 else "GeometryCollection"


def wkb_values(values: np.ndarray, type_name: str) -> list[bytes | None]:
    """WKB of geometries, made multi where the type asks for it; a missing geometry is None.

    Errors: LandRenewalError when a geometry does not fit the type.
    """
    import numpy as np
    import shapely

    values = np.asarray(values, dtype=object)
    if type_name.startswith("Multi") and type_name[5:] in _FLAT_TYPES:
        values = promoted(values, type_name[5:])
    if type_name not in ("Unknown", "GeometryCollection"):
        found = {_TYPES[code] for code in np.unique(shapely.get_type_id(values)).tolist() if code >= 0}
        if found - {type_name}:
            raise LandRenewalError(
                "A layer of type {} cannot hold {}.",
                type_name,
                joined(sorted(found - {type_name})),
            )
    return shapely.to_wkb(values, byte_order=1).tolist()


def promoted(values: np.ndarray, flat: str) -> np.ndarray:
    """Geometries with those of one single type (Point, LineString, Polygon) made multi."""
    import numpy as np
    import shapely

    single = np.flatnonzero([_TYPES.get(code) == flat for code in shapely.get_type_id(values).tolist()])
    if not len(single):
        return values
    make = {
        "Point": shapely.multipoints,
        "LineString": shapely.multilinestrings,
        "Polygon": shapely.multipolygons,
    }[flat]
    values = values.copy()
    values[single] = make(values[single], indices=np.arange(len(single)))
    # GEOS from 3.12 on makes an empty part of an empty geometry; an empty multi has no parts.
    empty = single[shapely.is_empty(values[single])]
    values[empty] = shapely.from_wkt(f"MULTI{flat.upper()} EMPTY")
    return values
