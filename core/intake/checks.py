"""What is looked into before a layer is used: its label, its place, its double land and its stated areas.

A sentence that begins with "Check:" is for the planner to look into; the others only report.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from ..common.errors import LandRenewalError, first_ids, joined, sentence, word
from ..common.space import project
from . import crs_sense
from .geometry_ledger import united
from .parcel_overlaps import OverlapRules, overlap_ledger, overlap_notes, overlaps
from .stated import compare

CHECK = sentence("Check: ")
# Where the reader of a layer keeps what it had before it was projected: (bounds, CRS as WKT or None).
SOURCE_PLACE = "source_place"
# The middle of the bounds of a district lies nearer than this to the median place of its parcels.
_ASTRAY_DEGREES = 3.0
# Kinds of rejects that are told one by one.
_KINDS = 5
_OF_A_PARK = ("park", "admin_level", "zone_type", "approved_km2", "vacant_m2", "expansion_m2")
# Two drawings of one park differ by a hair.
_SAME = 0.01
_MEND = sentence(
    "Set the right one in the layer properties (set it, do not export or reproject), or state 'crs:' for the "
    "table in the column mapping."
)
_SWAP = sentence("Swap its coordinates first (Processing: Swap X and Y coordinates).")


@dataclass(frozen=True)
class CheckRules:
    """Section ``checks`` of the rule profile. Areas m2, lengths m, shares 0-1."""

    sliver_area: float
    sliver_share: float
    sliver_width: float
    stated_difference: float
    stated_factor: float
    far_distance: float


def usual_bounds(geometry: np.ndarray, outside: float = 0.01) -> crs_sense.Bounds | None:
    """Bounds of the features without the outermost on each side; None when there is no geometry.

    >>> boxes = shapely.box(np.r_[0, np.full(200, 500.0)], 0, np.r_[1, np.full(200, 501.0)], 1)
    >>> usual_bounds(boxes)
    (500.0, 0.0, 501.0, 1.0)
    """
    bounds = shapely.bounds(np.asarray(geometry, dtype=object))
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds):
        return None
    bounds, drop = np.sort(bounds, axis=0), int(len(bounds) * outside)
    return (*bounds[drop, :2].tolist(), *bounds[len(bounds) - 1 - drop, 2:].tolist())


def _middle(geometry: np.ndarray) -> crs_sense.Bounds | None:
    """The median centre of the features, as bounds."""
    bounds = shapely.bounds(np.asarray(geometry, dtype=object))
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds):
        return None
    x, y = np.median((bounds[:, :2] + bounds[:, 2:]) / 2, axis=0)
    return float(x), float(y), float(x), float(y)


def study_bounds(parcels: gpd.GeoDataFrame) -> crs_sense.Bounds | None:
    """The bounds whose centre the work CRS is made for: those of all parcels, or the median place where a few
    of them went so far astray (to 0, 0) that they would move it away from the land.
    """
    geometry = parcels.geometry.to_numpy()
    bounds, middle = tuple(shapely.total_bounds(geometry)), _middle(geometry)
    if middle is None or parcels.crs is None:
        return None if middle is None else bounds
    centre = crs_sense.centre_in_degrees(bounds, parcels.crs) if np.isfinite(bounds).all() else None
    place = crs_sense.centre_in_degrees(middle, parcels.crs)
    if place is None or (centre is not None and np.abs(np.subtract(centre, place)).max() <= _ASTRAY_DEGREES):
        return bounds
    return middle


def label_notes(frame: gpd.GeoDataFrame, table: str, near=None) -> list[str]:
    """Refuse a layer whose CRS is certainly wrong; say so where it is only doubtful.

    ``near``: longitude and latitude of the parcels, for the proposals. Errors: LandRenewalError with what
    is wrong, the EPSG code that fits and why, and how to set it.
    """
    place, crs = frame.attrs.get(SOURCE_PLACE) or (_middle(frame.geometry.to_numpy()), frame.crs)
    notes = []
    if SOURCE_PLACE in frame.attrs and crs is None:
        notes = [
            sentence(
                "{}{}: the layer has no CRS of its own and is taken to be in that of the parcels.",
                CHECK,
                word(table),
            )
        ]
        crs = frame.crs
    finding = crs_sense.examine(place, crs, near) if place is not None else None
    if finding is None:
        return notes
    if finding.certain:
        swap = _SWAP + " " if finding.turned else ""
        raise LandRenewalError(
            "The {} layer {}. {} {}{}",
            word(table),
            finding.what,
            finding.advice(),
            swap,
            _MEND,
        )
    return [*notes, sentence("{}{}: the layer {}. {}", CHECK, word(table), finding.what, finding.advice())]


def relabelled(frame: gpd.GeoDataFrame, stated: str, target) -> gpd.GeoDataFrame:
    """The layer in the CRS that the column mapping states instead of its own, projected into ``target``."""
    frame = frame.set_crs(stated, allow_override=True)
    return frame if target is None else project(frame, pyproj.CRS.from_user_input(target))


def place_notes(frame: gpd.GeoDataFrame, table: str, parcels: gpd.GeoDataFrame) -> list[str]:
    """A sentence when a layer does not meet the parcels: the distance, and the CRS that would explain it."""
    bounds, crs = frame.attrs.get(SOURCE_PLACE) or (usual_bounds(frame.geometry.to_numpy()), frame.crs)
    other = usual_bounds(parcels.geometry.to_numpy())
    if bounds is None or other is None:
        return []
    found = crs_sense.apart(bounds, parcels.crs if crs is None else crs, other, parcels.crs)
    if found is None:
        return []
    why = (
        sentence(
            "its coordinates would meet them in {}. Is the CRS of the layer wrong?",
            joined(found.proposals[:2], " or in "),
        )
        if found.proposals
        else sentence("is it the right layer, and is its CRS right?")
    )
    return [
        sentence(
            "{}{}: the layer lies {} from the parcels; {}", CHECK, word(table), _distance(found.distance), why
        )
    ]


def _distance(metres: float) -> str:
    return f"{metres / 1000:,.0f} km" if metres >= 10_000 else f"{metres / 1000:.1f} km"


def far_notes(table: str, ids, geometry: np.ndarray, distance: float) -> list[str]:
    """Name the features that lie more than ``distance`` (m) from the middle of all (work CRS)."""
    middle, bounds = _middle(geometry), shapely.bounds(geometry)
    centres = (bounds[:, :2] + bounds[:, 2:]) / 2
    far = np.hypot(*(centres - np.array(middle[:2])).T) > distance
    if not far.any():
        return []
    named = first_ids(np.asarray(ids, dtype=object)[far])
    return [
        sentence(
            "{}{}: {} lie more than {} from the others ({}).",
            CHECK,
            word(table),
            far.sum(),
            _distance(distance),
            named,
        )
    ]


def rejected_notes(table: str, rejects: pd.DataFrame | None) -> list[str]:
    """One sentence on the rows and values of a table that could not be used: column, reason, first ids."""
    if rejects is None or not len(rejects):
        return []
    groups = rejects.groupby([rejects["column"].fillna(""), rejects["reason"].astype(str)], sort=False)
    told = [_rejected(group) for _, group in groups]
    more = sentence("; and {} other kinds, see the rejects", len(told) - _KINDS) if len(told) > _KINDS else ""
    return [
        sentence(
            "Check: {}: {} rows or values could not be used: {}{}.",
            word(table), len(rejects), joined(told[:_KINDS], "; "), more,
        )
    ]  # fmt: skip


def _rejected(group: pd.DataFrame) -> str:
    first = group.iloc[0]
    rows = [sentence("row {}", row) for row in group["row"]]
    where = first_ids([row if pd.isna(key) else key for key, row in zip(group["id"], rows)])
    if pd.isna(first["column"]):
        return sentence("{} ({})", first["reason"], where)
    return sentence("{} {} ({})", first["column"], first["reason"], where)


def land_code_notes(parcels: pd.DataFrame, industrial: np.ndarray) -> list[str]:
    """What is taken as industrial land, and why: nobody should miss a parcel without knowing it.

    ``industrial`` as `core.levels.land.industrial` says it.
    """
    codes = parcels.get("land_code")
    if codes is None or codes.isna().all():
        return [
            sentence(
                "Check: there are no land codes (land_code), so all {} parcels are taken as industrial.",
                len(parcels),
            )
        ]
    missing, others = codes.isna().to_numpy(), codes[~industrial].dropna()
    counts = others.value_counts().sort_index()
    found = first_ids([f"{code} ({count})" for code, count in counts.items()], 8)
    notes = []
    if not industrial.any():
        notes.append(
            sentence(
                "Check: No parcel has an industrial land code (found: {}): check land_code and the profile's "
                "industrial_codes.{}",
                found, _lost_zero(others),
            )
        )  # fmt: skip
    elif len(others):
        notes.append(
            sentence(
                "{} of {} parcels have an industrial land code; the others: {}.{}",
                industrial.sum(), len(parcels), found, _lost_zero(others),
            )
        )  # fmt: skip
    if missing.any():
        notes.append(
            sentence(
                "Check: {} parcels have no land code and are not taken as industrial ({}).",
                missing.sum(), first_ids(parcels["parcel_id"].to_numpy()[missing]),
            )
        )  # fmt: skip
    return notes


def _lost_zero(codes: pd.Series) -> str:
    """Survey codes have an even number of digits; as numbers they lose their leading 0 (0601 is 601)."""
    odd = [code for code in codes.unique() if code.isdecimal() and len(code) % 2]
    if not odd:
        return ""
    return sentence(" Codes such as {} seem to have lost their leading 0: keep them as text.", sorted(odd)[0])


def check_parcels(parcels: gpd.GeoDataFrame, shapes: gpd.GeoSeries, work, rules: CheckRules):
    """Overlaps, slivers and stated areas of the parcels. Returns the ledger and sentences."""
    ids, areas = parcels["parcel_id"], parcels["area_m2"].to_numpy()
    rows = parcels["source_row"].to_numpy()
    sliver = OverlapRules(rules.sliver_area, rules.sliver_share, rules.sliver_width)
    found = overlaps(shapes.to_numpy(), shapes.crs, work, areas, sliver)
    notes = overlap_notes("parcels", ids, found)
    notes += far_notes("parcels", ids, parcels.geometry.to_numpy(), rules.far_distance)
    parts = [overlap_ledger("parcels", ids, found, rows)]
    if "stated_m2" in parcels:
        stated = compare(
            "parcels", ids, areas, parcels["stated_m2"], rules.stated_difference, rules.stated_factor, rows
        )
        notes, parts = notes + stated.notes, [*parts, stated.ledger]
    return united(parts), notes


def check_parks(parks: gpd.GeoDataFrame | None, rules: CheckRules):
    """Approved against measured areas of parks, dissolved by park_id, land for industry that is larger than
    the park, and parks on the same land. Returns ledger and notes.
    """
    if parks is None:
        return united([]), []
    measured = shapely.area(parks.geometry.to_numpy())
    notes = [*_too_much_land(parks, measured, rules.stated_factor), *_same_land(parks, measured)]
    if "approved_km2" not in parks:
        return united([]), notes
    approved = parks["approved_km2"].to_numpy(dtype=float) * 1e6
    stated = compare(
        "parks", parks["park_id"], measured, approved, rules.stated_difference, rules.stated_factor
    )
    return stated.ledger, [*stated.notes, *notes]


def park_conflicts(parks: pd.DataFrame) -> list[str]:
    """Rows of one park_id that say different things: a park may have several polygons, but one level."""
    repeated = parks[parks["park_id"].duplicated(keep=False)]
    notes = []
    for column in (name for name in _OF_A_PARK if name in repeated):
        kinds = repeated.groupby("park_id", sort=True)[column].nunique()
        if (kinds > 1).any():
            notes.append(
                sentence(
                    "Check: parks: rows of one park_id differ in {}, the first value is used ({}).",
                    column, first_ids(kinds.index[kinds > 1].to_numpy()),
                )
            )  # fmt: skip
    return notes


def _too_much_land(parks, measured: np.ndarray, factor: float) -> list[str]:
    """Vacant land lies in the park; land for expansion may lie outside, but is not many times the park."""
    notes = []
    for column, most in (("vacant_m2", 1.0), ("expansion_m2", factor)):
        if column not in parks:
            continue
        over = parks[column].to_numpy(dtype=float) > most * measured
        if over.any():
            notes.append(
                sentence(
                    "Check: parks: {} is more land than the park itself ({}): is its unit right?",
                    column, first_ids(parks["park_id"].to_numpy()[over]),
                )
            )  # fmt: skip
    return notes


def _same_land(parks, measured: np.ndarray) -> list[str]:
    """Parks that cover each other: their land would be counted and offered twice."""
    shapes, ids = parks.geometry.to_numpy(), parks["park_id"].to_numpy()
    left, right = shapely.STRtree(shapes).query(shapes)
    once = (left < right) & (np.abs(measured[left] - measured[right]) <= _SAME * measured[left])
    left, right = left[once], right[once]
    same = shapely.area(shapely.intersection(shapes[left], shapes[right])) > (1 - _SAME) * measured[left]
    pairs = [sentence("{} and {}", ids[one], ids[other]) for one, other in zip(left[same], right[same])]
    if not pairs:
        return []
    return [
        sentence(
            "Check: parks: {} pairs are the same land, which is offered to receive industry twice ({}): keep "
            "one of each.",
            len(pairs), joined(pairs[:_KINDS], "; "),
        )
    ]  # fmt: skip
