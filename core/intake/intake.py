"""From a raw layer to a table the method can use: standard columns, sound geometry, work CRS, and a reject
for every loss.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from ..common.errors import LandRenewalError, first_ids, sentence, word
from ..common.space import project
from . import geometry_ledger
from .checks import label_notes
from .mapping import REJECT_COLUMNS, Mapping, auto_mapping, standardise
from .table_points import points, shifted

_KEYS = {
    "parcels": "parcel_id",
    "parks": "park_id",
    "enterprises": "ent_id",
    "towns": "town_code",
    "plan": "planned_use",
}


@dataclass(frozen=True)
class Intake:
    """``frame``: sound rows in the work CRS, with ``source_row`` (position in the source). ``shapes``: their
    geometry in the source CRS. ``rejects``: rows and values that could not be used. ``notes``: what was done,
    in sentences. ``ledger``: what was done to geometries and ids, by feature (see
    `core.intake.geometry_ledger`).
    """

    frame: gpd.GeoDataFrame
    shapes: gpd.GeoSeries
    rejects: pd.DataFrame
    notes: list[str]
    ledger: pd.DataFrame


def take_polygons(raw: gpd.GeoDataFrame, table: str, mapping: Mapping, work: pyproj.CRS) -> Intake:
    """Standardise a polygon layer; rows without a polygon go to the rejects, invalid polygons are repaired
    and counted.
    """
    _require_geometry(raw, table)
    said = label_notes(raw, table)
    made = standardise(raw, table, mapping)
    frame, rejects, notes = made.frame, [made.rejects], [*said, *made.notes]
    frame["source_row"] = np.arange(len(frame))
    given, said = shifted(frame.geometry.to_numpy(), raw.crs, mapping.coordinates(table), table)
    notes += said
    shapes, touched, repaired = _sound(given)
    if repaired:
        notes.append(sentence("{}: {} invalid geometries were repaired.", word(table), repaired))
    ledger = _ledger(raw, frame, table, given, shapes, touched, work)
    usable = shapely.area(shapes) > 0
    usable &= np.isfinite(shapely.bounds(shapes)).all(axis=1)
    if not usable.all():
        rejects.append(_reject_rows(frame, table, ~usable, sentence("no polygon")))
        notes.append(
            sentence("{}: {} rows have no polygon and go to the rejects.", word(table), (~usable).sum())
        )
    if not usable.any():
        raise LandRenewalError(
            "The {} layer has no usable polygon ({} rows): choose another layer.",
            word(table),
            len(frame),
        )
    frame = frame[usable].reset_index(drop=True)
    kept = gpd.GeoSeries(shapes[usable], crs=raw.crs)
    frame = project(frame.set_geometry(kept), work)
    frame = _projected(frame, table)
    return Intake(frame, kept, pd.concat(rejects, ignore_index=True)[REJECT_COLUMNS], notes, ledger)


def _ledger(raw, frame, table: str, given, shapes, touched, work) -> pd.DataFrame:
    ids = _ids(frame, table)
    parts = [geometry_ledger.repairs(table, ids, given, shapes, touched, raw.crs, work)]
    if table == "parcels":
        parts.append(geometry_ledger.duplicate_ids(table, ids, raw))
    return geometry_ledger.united(parts)


def take_parcels(raw: gpd.GeoDataFrame, mapping: Mapping, work: pyproj.CRS) -> Intake:
    """Standardise parcels and measure them: ``area_m2`` is the ellipsoidal area; a stated area is kept beside
    it.
    """
    taken = take_polygons(raw, "parcels", mapping, work)
    frame, notes = taken.frame, list(taken.notes)
    if "area_m2" in frame and "stated_m2" not in frame:
        frame = frame.rename(columns={"area_m2": "stated_m2"})
        notes.append(sentence("parcels: area_m2 of the source is kept as stated_m2; area_m2 is measured."))
    frame = frame.drop(columns="area_m2", errors="ignore")
    area = pd.Series(shapely.area(frame.geometry.to_numpy()), index=frame.index)
    frame.insert(1, "area_m2", area)
    return Intake(frame, taken.shapes, taken.rejects, notes, taken.ledger)


def take_enterprises(raw: pd.DataFrame, mapping: Mapping, work: pyproj.CRS, crs) -> Intake:
    """Standardise enterprises. Points come from the geometry, else from ``x`` and ``y`` (see
    `core.intake.table_points`).
    """
    spatial = isinstance(raw, gpd.GeoDataFrame)
    said = label_notes(raw, "enterprises") if spatial else []
    mapping = auto_mapping(raw, "enterprises", mapping)
    made = standardise(raw, "enterprises", mapping)
    frame, notes = made.frame, [*said, *made.notes]
    frame["source_row"] = np.arange(len(frame))
    stated, coordinates = mapping.crs("enterprises"), mapping.coordinates("enterprises")
    if spatial:
        given, said = shifted(frame.geometry.to_numpy(), frame.crs, coordinates, "enterprises")
        frame = frame.set_geometry(gpd.GeoSeries(given, index=frame.index, crs=frame.crs))
    else:
        x, y = (frame.get(name, pd.Series(np.nan, index=frame.index)) for name in ("x", "y"))
        given, said = points(x, y, crs, "enterprises", stated, coordinates)
        frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(given, index=frame.index, crs=crs))
    notes += said
    shapes = _points(frame.geometry).reset_index(drop=True)
    frame = frame.set_geometry(shapes.set_axis(frame.index))
    missing = int((shapes.isna() | shapes.is_empty).sum())
    if missing:
        notes.append(sentence("enterprises: {} of {} have no point.", missing, len(frame)))
    ledger = geometry_ledger.duplicate_ids("enterprises", frame["ent_id"], raw)
    return Intake(project(frame, work), shapes, made.rejects, notes, ledger)


def _points(geometry: gpd.GeoSeries) -> gpd.GeoSeries:
    """One point each: a multipoint or polygon is stood for by a point on it."""
    values = geometry.to_numpy()
    other = (shapely.get_type_id(values) != 0) & ~shapely.is_missing(values)
    if not other.any():
        return geometry
    values = values.copy()
    values[other] = shapely.point_on_surface(values[other])
    return gpd.GeoSeries(values, index=geometry.index, crs=geometry.crs)


def take_places(raw: gpd.GeoDataFrame, table: str, mapping: Mapping, work: pyproj.CRS) -> Intake:
    """Standardise points or lines (points of interest, roads); rows without a shape go to the rejects."""
    _require_geometry(raw, table)
    said = label_notes(raw, table)
    made = standardise(raw, table, mapping)
    frame, notes = made.frame, [*said, *made.notes]
    frame["source_row"] = np.arange(len(frame))
    given, said = shifted(frame.geometry.to_numpy(), raw.crs, mapping.coordinates(table), table)
    usable = np.isfinite(shapely.bounds(given)).all(axis=1)
    rejects = [made.rejects]
    if not usable.all():
        rejects.append(_reject_rows(frame, table, ~usable, sentence("no geometry")))
        notes.append(
            sentence("{}: {} rows have no geometry and go to the rejects.", word(table), (~usable).sum())
        )
    kept = gpd.GeoSeries(shapely.force_2d(given[usable]), crs=raw.crs)
    frame = project(frame[usable].reset_index(drop=True).set_geometry(kept), work)
    rejected = pd.concat(rejects, ignore_index=True)[REJECT_COLUMNS]
    return Intake(frame, kept, rejected, [*notes, *said], geometry_ledger.nothing())


def take_lines(
    raw: gpd.GeoDataFrame | None, table: str, work: pyproj.CRS
) -> tuple[gpd.GeoDataFrame | None, list[str]]:
    """The polygons of a control line in the work CRS; None stays None (not supplied)."""
    if raw is None:
        return None, []
    _require_geometry(raw, table)
    notes = label_notes(raw, table)
    shapes, repaired = sound_polygons(raw.geometry.to_numpy())
    usable = shapely.area(shapes) > 0
    if repaired:
        notes.append(sentence("{}: {} invalid geometries were repaired.", word(table), repaired))
    if not usable.all():
        notes.append(sentence("{}: {} rows have no polygon and are left out.", word(table), (~usable).sum()))
    if not usable.any():
        # Taken as an empty line it would mean that nothing is protected.
        raise LandRenewalError(
            "The {} layer has no usable polygon ({} rows): choose another layer.",
            word(table),
            len(raw),
        )
    frame = gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes[usable], crs=raw.crs))
    return _projected(project(frame, work), table), notes


def sound_polygons(geometry: np.ndarray) -> tuple[np.ndarray, int]:
    """Polygons only, valid: other parts are dropped, invalid rings repaired. Returns the array and the number
    repaired. A shape with infinite coordinates becomes missing.

    Parts are repaired one by one and then united: repairing a multipolygon as a whole would turn land that
    two of its parts share into a hole.

    >>> squares = shapely.MultiPolygon([shapely.box(0, 0, 4, 4), shapely.box(2, 2, 6, 6)])
    >>> sound, repaired = sound_polygons(np.array([squares]))
    >>> sound[0].area, repaired
    (28.0, 1)
    """
    shapes, _, repaired = _sound(geometry)
    return shapes, repaired


def line_ledger(raw: gpd.GeoDataFrame | None, table: str, work: pyproj.CRS) -> pd.DataFrame:
    """What `take_lines` did to the polygons of a control line; they have no ids, so they go by their row."""
    if raw is None:
        return geometry_ledger.nothing()
    given = raw.geometry.to_numpy()
    shapes, touched, _ = _sound(given)
    return geometry_ledger.repairs(table, [None] * len(raw), given, shapes, touched, raw.crs, work)


def _sound(geometry: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Sound polygons, where the geometry was touched, and how many were invalid (see `sound_polygons`)."""
    geometry = shapely.force_2d(np.asarray(geometry, dtype=object))
    # GEOS gives up on the whole array where one coordinate is infinite.
    boundless = np.isinf(shapely.bounds(geometry)).any(axis=1)
    if boundless.any():
        geometry = np.where(boundless, None, geometry)
    wrong = ~shapely.is_valid(geometry) & ~shapely.is_missing(geometry)
    mixed = wrong | (shapely.get_type_id(geometry) == 7)
    if not mixed.any():
        return geometry, mixed, 0
    parts, owner = _flat(geometry[mixed])
    parts, part = _flat(shapely.make_valid(parts))
    polygon = shapely.get_dimensions(parts) == 2
    sound = _empty(mixed.sum())
    if polygon.any():
        sound = shapely.multipolygons(parts[polygon], indices=owner[part][polygon], out=sound)
    shared = ~shapely.is_valid(sound)
    sound[shared] = shapely.union_all(sound[shared][:, None], axis=1)
    geometry = geometry.copy()
    geometry[mixed] = sound
    return geometry, mixed, int(wrong.sum())


def _flat(geometry: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The simple parts of collections of multipart geometries, and the position of the geometry each comes
    from.
    """
    parts, outer = shapely.get_parts(geometry, return_index=True)
    parts, inner = shapely.get_parts(parts, return_index=True)
    return parts, outer[inner]


def _empty(count: int) -> np.ndarray:
    return np.array([shapely.MultiPolygon()] * count, dtype=object)


def _require_geometry(raw, table: str) -> None:
    if not isinstance(raw, gpd.GeoDataFrame) or raw.empty:
        what = sentence("is empty") if isinstance(raw, gpd.GeoDataFrame) else sentence("has no geometry")
        raise LandRenewalError(
            "The {} layer {}: choose a polygon layer with at least one feature.",
            word(table),
            what,
        )


def _reject_rows(frame: pd.DataFrame, table: str, where: np.ndarray, reason: str) -> pd.DataFrame:
    rows = np.flatnonzero(where)
    ids = _ids(frame, table)[rows]
    return pd.DataFrame(
        {"table": table, "row": rows + 1, "id": ids, "column": None, "value": None, "reason": reason}
    )


def _ids(frame: pd.DataFrame, table: str) -> np.ndarray:
    """The ids of the rows; missing where the table has none."""
    key = _KEYS.get(table)
    return frame[key].to_numpy(object) if key in frame else np.full(len(frame), None, dtype=object)


def _projected(frame: gpd.GeoDataFrame, table: str) -> gpd.GeoDataFrame:
    """Mend what the projection made invalid, and refuse coordinates that cannot be projected."""
    shapes = frame.geometry.to_numpy()
    lost = ~np.isfinite(shapely.bounds(shapes)).all(axis=1) & ~shapely.is_empty(shapes)
    if lost.any():
        rows = first_ids(np.flatnonzero(lost) + 1)
        raise LandRenewalError(
            "{} features of the {} layer have coordinates outside their coordinate reference system (rows "
            "{}): correct or delete these features, or correct the layer's CRS.",
            lost.sum(),
            word(table),
            rows,
        )
    sound, repaired = sound_polygons(shapes)
    return frame.set_geometry(gpd.GeoSeries(sound, index=frame.index, crs=frame.crs)) if repaired else frame
