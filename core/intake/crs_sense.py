"""Does a layer lie where its coordinate reference system says it does, and if not, which one fits?

Coordinates give themselves away: eight-digit eastings carry the number of a Gauss-Kruger zone, six-digit
eastings with seven-digit northings do not, values below 180 are degrees. A label that contradicts them is
*certain* to be wrong when the coordinates fit a known pattern and their place under the label is absurd;
otherwise the finding is a doubt. Nothing is relabelled here: a finding names the codes that would fit, and
why. Standard library, numpy and pyproj; bounds are (xmin, ymin, xmax, ymax).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyproj

from ..common.errors import joined, sentence

Bounds = tuple[float, float, float, float]

DEGREES, SWAPPED_DEGREES, ZONED, SWAPPED_ZONED, ZONELESS, MERCATOR = (
    "degrees", "swapped degrees", "zone-prefixed", "swapped zone-prefixed", "without zone", "web mercator",
)  # fmt: skip
_SWAPPED = (SWAPPED_DEGREES, SWAPPED_ZONED)
# EPSG codes of the first zone (3-degree zone 25, 6-degree zone 13; CM 75E): with the zone number in the
# easting and without it.
_DATUMS = {
    "CGCS2000": {"prefix": {3: 4513, 6: 4491}, "plain": {3: 4534, 6: 4502}},
    "Xian 1980": {"prefix": {3: 2349, 6: 2327}, "plain": {3: 2370, 6: 2338}},
    "Beijing 1954": {"prefix": {3: 2401, 6: 21413}, "plain": {3: 2422, 6: 21453}},
}
_GEODETIC = {"China 2000": "CGCS2000", "Xian 1980": "Xian 1980", "Beijing 1954": "Beijing 1954"}
_ZONES = {3: range(25, 46), 6: range(13, 24)}
_CHINA = (73.0, 3.0, 136.0, 54.0)
# How far from its own area, or its central meridian, a projection is still used by sensible people.
_MARGIN_DEGREES, _MARGIN_METRES = 5.0, 450_000.0
_NULL_ISLAND = 0.01


@dataclass(frozen=True)
class Proposal:
    """A coordinate reference system that would fit, with the reason."""

    code: str
    name: str
    reason: str

    def __str__(self) -> str:
        return sentence("{} ({}): {}", self.code, self.name, self.reason)


@dataclass(frozen=True)
class Finding:
    """What is wrong with a label. ``certain``: the coordinates cannot be what it says."""

    certain: bool
    what: str
    proposals: tuple[Proposal, ...] = ()
    kind: str | None = None

    @property
    def turned(self) -> bool:
        """Whether x and y are in each other's place."""
        return self.kind in _SWAPPED

    def advice(self) -> str:
        """The proposals as sentences."""
        if self.proposals:
            others = joined([sentence(" Or {}.", proposal) for proposal in self.proposals[1:3]], "")
            return sentence("The coordinates fit {}.{}", self.proposals[0], others)
        if self.kind == ZONELESS:
            return sentence(
                "Six-digit eastings do not say their central meridian: it is one of EPSG:4534 (75 E), "
                "EPSG:4535 (78 E) and so on to EPSG:4554 (135 E), CGCS2000 in zones of 3 degrees."
            )
        return sentence("Ask whoever made it for its coordinate reference system.")


def pattern(bounds: Bounds) -> str | None:
    """What kind of coordinates these are by their size alone; None when they fit no known kind.

    >>> pattern((39_512_000, 3_450_000, 39_520_000, 3_460_000)), pattern((120.1, 30.2, 120.3, 30.4))
    ('zone-prefixed', 'degrees')
    """
    xmin, ymin, xmax, ymax = bounds
    if abs(xmin) <= 180 and abs(xmax) <= 180 and abs(ymin) <= 90 and abs(ymax) <= 90:
        return DEGREES
    if abs(xmin) <= 90 and abs(xmax) <= 90 and abs(ymin) <= 180 and abs(ymax) <= 180:
        return SWAPPED_DEGREES
    if _northing(ymin, ymax) and _zone(xmin, xmax):
        return ZONED
    if _northing(xmin, xmax) and _zone(ymin, ymax):
        return SWAPPED_ZONED
    if _northing(ymin, ymax) and xmin >= 100_000 and xmax <= 900_000:
        return ZONELESS
    if xmin >= 8_000_000 and xmax <= 15_200_000 and ymin >= 300_000 and ymax <= 7_200_000:
        return MERCATOR
    return None


def _northing(low: float, high: float) -> bool:
    """Metres from the equator, for latitudes of about 3 to 54 degrees."""
    return low >= 330_000 and high <= 6_000_000


def _zone(low: float, high: float) -> int | None:
    """The zone number in front of eight-digit eastings, None where there is none or more than one."""
    number = int(low // 1_000_000)
    known = any(number in zones for zones in _ZONES.values())
    one = number == int(high // 1_000_000)
    # Within a zone of 6 degrees eastings keep within 334 km of 500,000, in one of 3 degrees within 167 km.
    inside = low % 1_000_000 >= 150_000 and high % 1_000_000 <= 850_000
    return number if known and one and inside else None


def proposals(bounds: Bounds, crs=None, near: tuple[float, float] | None = None) -> list[Proposal]:
    """Reference systems that coordinates of this size can be in, the likeliest first.

    ``crs``: the present label; its datum (Xian 1980, Beijing 1954, else CGCS2000) is kept. ``near``:
    longitude and latitude of where the layer should lie (the parcels); it decides the central meridian of
    coordinates without zone number, and puts the proposals that fall near it first.

    >>> [p.code for p in proposals((39_512_000, 3_450_000, 39_520_000, 3_460_000))]
    ['EPSG:4527']
    >>> [p.code for p in proposals((505_000, 3_450_000, 520_000, 3_460_000), near=(120.1, 31.2))]
    ['EPSG:4549', 'EPSG:4510', 'EPSG:32651']
    """
    kind, datum = pattern(bounds), _datum(crs)
    found = []
    if kind in (DEGREES, SWAPPED_DEGREES):
        found = _degrees(bounds, kind)
    elif kind in (ZONED, SWAPPED_ZONED):
        found = _zoned(bounds, kind, datum)
    elif kind == ZONELESS and (near or _meridian(crs)):
        found = _zoneless(datum, near or _meridian(crs))
    if kind == MERCATOR or (kind == ZONED and bounds[2] <= 15_200_000):
        reason = sentence("x of 8 to 15 million is the range of web map tiles over China")
        found.append(_proposal(3857, reason))
    return sorted(found, key=lambda proposal: _doubt(bounds, proposal.code, near))


def _proposal(epsg: int, reason: str) -> Proposal:
    return Proposal(f"EPSG:{epsg}", pyproj.CRS.from_epsg(epsg).name, reason)


def _degrees(bounds: Bounds, kind: str) -> list[Proposal]:
    x, y = (bounds[0], bounds[1]) if kind == DEGREES else (bounds[1], bounds[0])
    swapped = "" if kind == DEGREES else sentence(", with longitude and latitude in each other's place")
    if _in_china(x, y):
        return [
            _proposal(4490, sentence("values up to 180 are degrees, here in China{}", swapped)),
            _proposal(
                4326,
                sentence("degrees from GPS or a web service{} (map services of China shift them)", swapped),
            ),
        ]
    return [_proposal(4326, sentence("values up to 180 are degrees{}", swapped))]


def _zoned(bounds: Bounds, kind: str, datum: str) -> list[Proposal]:
    low, high = (bounds[0], bounds[2]) if kind == ZONED else (bounds[1], bounds[3])
    zone = _zone(low, high)
    width = 3 if zone in _ZONES[3] else 6
    meridian = 3 * zone if width == 3 else 6 * zone - 3
    swapped = "" if kind == ZONED else sentence(", with x and y in each other's place")
    reason = sentence(
        "eastings such as {:.0f} begin with {}, the number of the {}-degree zone with the central "
        "meridian {} E{}",
        low,
        zone,
        width,
        meridian,
        swapped,
    )
    return [_proposal(_DATUMS[datum]["prefix"][width] + zone - _ZONES[width][0], reason)]


def _zoneless(datum: str, near: tuple[float, float]) -> list[Proposal]:
    """Six-digit eastings say nothing of the meridian; the place where the layer should lie does."""
    lon, lat = near
    found = []
    for width in (3, 6):
        zones = _ZONES[width]
        zone = round(lon / 3) if width == 3 else int(lon // 6) + 1
        meridian = 3 * zone if width == 3 else 6 * zone - 3
        if zone in zones:
            code = _DATUMS[datum]["plain"][width] + zone - zones[0]
            reason = sentence(
                "six-digit eastings; {} E is the nearest meridian of the {}-degree zones",
                meridian,
                width,
            )
            found.append(_proposal(code, reason))
    utm = int((lon + 180) // 6) + 1
    reason = sentence("six-digit eastings of UTM zone {}", utm)
    return [*found, _proposal((32600 if lat >= 0 else 32700) + utm, reason)]


def _doubt(bounds: Bounds, code: str, near: tuple[float, float] | None) -> tuple[int, bool]:
    """How far, in whole degrees, a reading falls from where it should, and whether outside its own area."""
    crs = pyproj.CRS(code)
    place = centre_in_degrees(swapped(bounds) if pattern(bounds) in _SWAPPED else bounds, crs)
    if place is None:
        return 999, True
    off = 0 if near is None else int(max(abs(place[0] - near[0]), abs(place[1] - near[1])))
    return off, not _inside(place, crs, 1.0)


def _meridian(crs) -> tuple[float, float] | None:
    """The central meridian of a labelled Gauss-Kruger zone, as a place; None for any other label."""
    operation = None if crs is None else pyproj.CRS.from_user_input(crs).coordinate_operation
    if operation is None or "Transverse Mercator" not in operation.method_name:
        return None
    lon = {parameter.name: parameter.value for parameter in operation.params}["Longitude of natural origin"]
    return (lon, 35.0) if _CHINA[0] <= lon <= _CHINA[2] else None


def swapped(bounds: Bounds) -> Bounds:
    """The bounds with x and y in each other's place."""
    return bounds[1], bounds[0], bounds[3], bounds[2]


def _datum(crs) -> str:
    geodetic = None if crs is None else pyproj.CRS.from_user_input(crs).geodetic_crs
    name = "" if geodetic is None or geodetic.datum is None else geodetic.datum.name
    return _GEODETIC.get(name, "CGCS2000")


def _in_china(lon: float, lat: float) -> bool:
    return _CHINA[0] <= lon <= _CHINA[2] and _CHINA[1] <= lat <= _CHINA[3]


def centre_in_degrees(bounds: Bounds, crs) -> tuple[float, float] | None:
    """Longitude and latitude of the centre of some bounds; None when they are no place on Earth."""
    crs = pyproj.CRS.from_user_input(crs)
    if crs.geodetic_crs is None:
        return None
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    lon, lat = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True).transform(x, y)
    if not (np.isfinite(lon) and np.isfinite(lat) and abs(lon) <= 360 and abs(lat) <= 90):
        return None
    return float(lon), float(lat)


def examine(bounds: Bounds, crs, near: tuple[float, float] | None = None) -> Finding | None:
    """Check coordinates against their label. None: nothing to object to.

    ``bounds`` may be a single place, given twice: the median centre of the features is not moved by a few
    rows that went astray. ``crs`` None means that the layer has no label.

    >>> examine((120.1, 30.2, 120.3, 30.4), 4549).proposals[0].code
    'EPSG:4490'
    >>> examine((505_000, 3_450_000, 520_000, 3_460_000), 4549) is None
    True
    """
    if not np.isfinite(bounds).all():
        return None
    found = tuple(proposals(bounds, crs, near))
    if crs is None:
        return Finding(True, sentence("has no coordinate reference system"), found, pattern(bounds))
    crs, kind = pyproj.CRS.from_user_input(crs), pattern(bounds)
    if crs.is_geographic:
        # Longitudes may also be counted from 0 to 360.
        if kind == DEGREES or (np.abs(bounds) <= (360, 90, 360, 90)).all():
            return None
        return Finding(
            True, sentence("{}, in degrees, but has {}", _labelled(crs), _values(bounds)), found, kind
        )
    if not crs.is_projected or _plausible(bounds, crs):
        return None
    if kind is None:
        what = sentence(
            "{}, but {} lies far outside the area where that is used", _labelled(crs), _values(bounds)
        )
        return Finding(False, what, found)
    return Finding(
        True,
        sentence("{}, but its coordinates are {}", _labelled(crs), _described(kind, bounds)),
        found,
        kind,
    )


def _labelled(crs: pyproj.CRS) -> str:
    """The CRS with its code. Asking for the code of a CRS without one searches the whole register: 0.1 s."""
    code = crs.to_authority(min_confidence=100)
    return sentence("is labelled {}", crs.name) + (sentence(" ({})", ":".join(code)) if code else "")


def _values(bounds: Bounds) -> str:
    """The middle of the bounds, as a reader would write it."""
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    digits = 4 if max(abs(x), abs(y)) <= 360 else 0
    return f"x {x:.{digits}f}, y {y:.{digits}f}"


def _described(kind: str, bounds: Bounds) -> str:
    words = {
        DEGREES: sentence("degrees"),
        SWAPPED_DEGREES: sentence("degrees in the order latitude, longitude"),
        ZONED: sentence("eight-digit eastings, which begin with the number of another zone"),
        SWAPPED_ZONED: sentence("in the order northing, easting"),
        ZONELESS: sentence("six-digit eastings without a zone number"),
        MERCATOR: sentence("those of web map tiles"),
    }
    return sentence("{} ({})", words[kind], _values(bounds))


def _plausible(bounds: Bounds, crs: pyproj.CRS) -> bool:
    """Whether the place under the label is one where the projection is in use."""
    place = centre_in_degrees(bounds, crs)
    if place is None:
        return False
    lon, lat = place
    few = pattern(bounds) in (DEGREES, SWAPPED_DEGREES)
    # Nobody owns land at 0, 0: everything within 180 units of the origin of a world projection.
    if few and abs(lon) < _NULL_ISLAND and abs(lat) < _NULL_ISLAND:
        return False
    if _off_meridian(bounds, crs) > _MARGIN_METRES or not _returns(bounds, crs, place):
        return False
    return _inside(place, crs, 0.0 if few else _MARGIN_DEGREES)


def _inside(place: tuple[float, float], crs: pyproj.CRS, margin: float) -> bool:
    """Whether a place lies in the area of use of a CRS, give or take some degrees; True when it has none."""
    area = crs.area_of_use
    if area is None or area.west > area.east:
        return True
    lon, lat = place
    return (
        area.west - margin <= lon <= area.east + margin and area.south - margin <= lat <= area.north + margin
    )


def _returns(bounds: Bounds, crs: pyproj.CRS, place: tuple[float, float]) -> bool:
    """Whether the place projects back to where it came from: Mercator wraps what lies beyond 180 degrees."""
    back = pyproj.Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True).transform(*place)
    middle = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return bool(np.allclose(back, middle, rtol=1e-6, atol=1.0))


def _off_meridian(bounds: Bounds, crs: pyproj.CRS) -> float:
    """Metres from the central meridian of a transverse Mercator projection; 0 for any other."""
    operation = crs.coordinate_operation
    if operation is None or "Transverse Mercator" not in operation.method_name:
        return 0.0
    false = {parameter.name: parameter for parameter in operation.params}.get("False easting")
    if false is None:
        return 0.0
    unit = crs.axis_info[0].unit_conversion_factor if crs.axis_info else 1.0
    return abs((bounds[0] + bounds[2]) / 2 * unit - false.value * false.unit_conversion_factor)


@dataclass(frozen=True)
class Apart:
    """A layer that does not meet another: how far it is in m, and the labels that would bring it there."""

    distance: float
    proposals: tuple[Proposal, ...]


def apart(bounds: Bounds, crs, other: Bounds, other_crs) -> Apart | None:
    """Distance between the bounds of a layer and those of the parcels (``other``); None when they meet.

    The proposals are the reference systems under which the layer's own coordinates would meet the parcels:
    that of the parcels themselves, and those that `proposals` names.

    >>> parcels, parks = (505e3, 3.45e6, 520e3, 3.46e6), (510e3, 3.45e6, 515e3, 3.455e6)
    >>> apart(parks, 4548, parcels, 4549).proposals[0].code
    'EPSG:4549'
    """
    place, target = _degree_box(bounds, crs), _degree_box(other, other_crs)
    if place is None or target is None or _meet(place, target):
        return None
    near = ((target[0] + target[2]) / 2, (target[1] + target[3]) / 2)
    own = pyproj.CRS.from_user_input(other_crs).to_authority(min_confidence=100)
    tried = proposals(bounds, crs, near)
    if own is not None:
        tried.insert(0, Proposal(":".join(own), pyproj.CRS(":".join(own)).name, "the one of the parcels"))
    turned = swapped(bounds) if pattern(bounds) in _SWAPPED else bounds
    boxes = {proposal.code: _degree_box(turned, proposal.code) for proposal in tried}
    fitting = {p.code: p for p in reversed(tried) if boxes[p.code] and _meet(boxes[p.code], target)}
    return Apart(_gap(place, target), tuple(fitting.values())[::-1])


def _degree_box(bounds: Bounds, crs) -> Bounds | None:
    crs = pyproj.CRS.from_user_input(crs)
    transformer = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
    box = transformer.transform_bounds(*bounds)
    sane = np.isfinite(box).all() and abs(box[1]) <= 90 and abs(box[3]) <= 90 and abs(box[0]) <= 360
    return tuple(float(value) for value in box) if sane else None


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _gap(one: Bounds, other: Bounds) -> float:
    """Metres between two boxes in degrees, along the ellipsoid."""
    ends = []
    for low, high in ((0, 2), (1, 3)):
        if one[high] < other[low]:
            ends.append((one[high], other[low]))
        elif other[high] < one[low]:
            ends.append((one[low], other[high]))
        else:
            middle = (max(one[low], other[low]) + min(one[high], other[high])) / 2
            ends.append((middle, middle))
    (x1, x2), (y1, y2) = ends
    return float(pyproj.Geod(ellps="GRS80").inv(x1, y1, x2, y2)[2])
