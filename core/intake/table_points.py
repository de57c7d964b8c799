"""Points of a table from its x and y, whatever they are in, in the CRS of the parcels."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely

from ..common.errors import LandRenewalError, sentence, word
from . import crs_sense
from .datum_shift import to_wgs84

_CGCS2000, _WGS84 = 4490, 4326
_DECLARED = ("gcj02", "bd09")


def points(
    x, y, crs, table: str = "enterprises", stated_crs=None, coordinates: str | None = None
) -> tuple[np.ndarray, list[str]]:
    """Make points in ``crs``, the CRS of the parcels, and say in sentences how x and y were read.

    ``stated_crs`` and ``coordinates`` (gcj02, bd09, wgs84, or layer: the CRS of the parcels) are the choices
    declared in the column mapping; they are followed. Without them x and y are in the CRS of the parcels,
    except that values which can only be degrees (parcels in metres, and at most 180 and 90) are read as
    CGCS2000 in China and as WGS 84 elsewhere, with a note. Degrees from a Chinese map service are up to
    700 m off, which no number shows: that has to be declared.

    A row without x or y, with 0, 0, or with a place that cannot be projected gets no point.

    Errors: LandRenewalError when the values contradict what they are said to be in.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    known, notes = _known(x, y, table)
    source, degrees = _source(crs, stated_crs, coordinates), np.zeros(len(x), dtype=bool)
    if coordinates in _DECLARED:
        _require_degrees(x[known], y[known], table, coordinates)
        x, y = to_wgs84(x, y, coordinates)
        notes.append(
            sentence(
                "{}: x and y are {} degrees, as declared; turned into WGS 84.",
                word(table),
                coordinates.upper(),
            )
        )
    elif stated_crs is None and coordinates in (None, "layer"):
        degrees = known & _only_degrees(x, y, crs)
    left = known & ~degrees
    _require_fit(x[left], y[left], source, table)
    px, py = np.full(len(x), np.nan), np.full(len(x), np.nan)
    px[left], py[left] = _moved(x[left], y[left], source, crs)
    if degrees.any():
        reading, note = _reading(x[degrees], y[degrees], int(degrees.sum()), int(known.sum()), table)
        px[degrees], py[degrees] = _moved(x[degrees], y[degrees], reading, crs)
        notes.append(note)
    made = np.isfinite(px) & np.isfinite(py)
    lost = int((known & ~made).sum())
    if lost:
        notes.append(
            sentence(
                "{}: {} places cannot be projected into the CRS of the parcels; no point made.",
                word(table),
                lost,
            )
        )
    shapes = np.full(len(x), None, dtype=object)
    shapes[made] = shapely.points(px[made], py[made])
    return shapes, notes


def shifted(geometry: np.ndarray, crs, coordinates: str | None, table: str) -> tuple[np.ndarray, list[str]]:
    """A geometry whose layer is declared to hold GCJ-02 or BD-09 positions, moved to where it belongs.

    >>> moved, notes = shifted(np.array([shapely.Point(121.544498, 31.202808)]), 4326, "gcj02", "parks")
    >>> round(moved[0].x, 4), notes
    (121.5402, ['parks: positions are GCJ02, as declared; turned into WGS 84.'])
    """
    if coordinates not in _DECLARED:
        return geometry, []
    there = pyproj.Transformer.from_crs(crs, _WGS84, always_xy=True)
    back = pyproj.Transformer.from_crs(_WGS84, crs, always_xy=True)

    def move(vertices: np.ndarray) -> np.ndarray:
        lon, lat = to_wgs84(*there.transform(vertices[:, 0], vertices[:, 1]), coordinates)
        return np.column_stack(back.transform(lon, lat))

    moved = shapely.transform(np.asarray(geometry, dtype=object), move)
    return moved, [
        sentence("{}: positions are {}, as declared; turned into WGS 84.", word(table), coordinates.upper())
    ]


def _known(x: np.ndarray, y: np.ndarray, table: str) -> tuple[np.ndarray, list[str]]:
    known, nowhere = np.isfinite(x) & np.isfinite(y), (x == 0) & (y == 0)
    notes = (
        [sentence("{}: {} rows have x = y = 0, taken as not known.", word(table), nowhere.sum())]
        if nowhere.any()
        else []
    )
    return known & ~nowhere, notes


def _source(crs, stated_crs, coordinates: str | None) -> pyproj.CRS:
    if coordinates in (*_DECLARED, "wgs84"):
        return pyproj.CRS.from_epsg(_WGS84)
    return pyproj.CRS.from_user_input(crs if stated_crs is None else stated_crs)


def _only_degrees(x: np.ndarray, y: np.ndarray, crs) -> np.ndarray:
    """Rows that are degrees for sure: small values, where those make no sense in the CRS of the parcels."""
    small = (np.abs(x) <= 180) & (np.abs(y) <= 90)
    if not small.any():
        return small
    place = _middle(x[small], y[small])
    finding = crs_sense.examine(place, crs)
    return (
        small if finding is not None and finding.kind == crs_sense.DEGREES else np.zeros(len(x), dtype=bool)
    )


def _middle(x: np.ndarray, y: np.ndarray) -> crs_sense.Bounds:
    """The median place: a few rows that went astray do not move it."""
    east, north = float(np.median(x)), float(np.median(y))
    return east, north, east, north


def _reading(x, y, count: int, total: int, table: str) -> tuple[int, str]:
    place = _middle(x, y)
    chinese = crs_sense.proposals(place)[0].code == f"EPSG:{_CGCS2000}"
    which = sentence("all") if count == total else sentence("{} of {}", count, total)
    note = sentence(
        "Check: {}: x and y of {} rows are degrees, while the parcels are not; they are read as ",
        word(table),
        which,
    ) + (
        sentence("CGCS2000 longitude and latitude (EPSG:4490).")
        if chinese
        else sentence("WGS 84 (EPSG:4326).")
    )
    if chinese:
        note += sentence(
            " If they come from a Chinese map service they are up to 700 m off: state coordinates: "
            "gcj02 (AMap, Tencent) or bd09 (Baidu) in the column mapping."
        )
    return (_CGCS2000 if chinese else _WGS84), note


def _require_degrees(x, y, table: str, coordinates: str) -> None:
    if len(x) and crs_sense.pattern(_middle(x, y)) != crs_sense.DEGREES:
        raise LandRenewalError(
            "The column mapping says that x and y of the {} table are {}, so longitude and latitude in "
            "degrees, but they are values such as {:.10g} and {:.10g}: correct 'coordinates:' or the "
            "columns of x and y.",
            word(table),
            coordinates,
            x[0],
            y[0],
        )


def _require_fit(x, y, source: pyproj.CRS, table: str) -> None:
    finding = crs_sense.examine(_middle(x, y), source) if len(x) else None
    if finding is None or not finding.certain:
        return
    raise LandRenewalError(
        "x and y of the {} table are taken as {}, but do not fit it (such as {:.10g}, {:.10g}). {} State "
        "'crs:' for the table in the column mapping{}",
        word(table),
        source.name,
        x[0],
        y[0],
        finding.advice(),
        sentence(", and the other way round the columns of x and y.") if finding.turned else ".",
    )


def _moved(x, y, source, target) -> tuple[np.ndarray, np.ndarray]:
    return pyproj.Transformer.from_crs(source, target, always_xy=True).transform(x, y)
