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

from .errors import LandRenewalError, first_ids
from .mapping import REJECT_COLUMNS, Mapping, standardise
from .space import project

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
    in sentences.
    """

    frame: gpd.GeoDataFrame
    shapes: gpd.GeoSeries
    rejects: pd.DataFrame
    notes: list[str]


def take_polygons(raw: gpd.GeoDataFrame, table: str, mapping: Mapping, work: pyproj.CRS) -> Intake:
    """Standardise a polygon layer; rows without a polygon go to the rejects, invalid polygons are repaired
    and counted.
    """
    _require_geometry(raw, table)
    made = standardise(raw, table, mapping)
    frame, rejects, notes = made.frame, [made.rejects], list(made.notes)
    frame["source_row"] = np.arange(len(frame))
    shapes, repaired = sound_polygons(frame.geometry.to_numpy())
    if repaired:
        notes.append(f"{table}: {repaired} invalid geometries were repaired.")
    usable = shapely.area(shapes) > 0
    usable &= np.isfinite(shapely.bounds(shapes)).all(axis=1)
    if not usable.all():
        rejects.append(_reject_rows(frame, table, ~usable, "no polygon"))
        notes.append(f"{table}: {(~usable).sum()} rows have no polygon and go to the rejects.")
    if not usable.any():
        raise LandRenewalError(
            f"The {table} layer has no usable polygon ({len(frame)} rows): choose another layer."
        )
    frame = frame[usable].reset_index(drop=True)
    kept = gpd.GeoSeries(shapes[usable], crs=raw.crs)
    frame = project(frame.set_geometry(kept), work)
    frame = _projected(frame, table)
    return Intake(frame, kept, pd.concat(rejects, ignore_index=True)[REJECT_COLUMNS], notes)


def take_parcels(raw: gpd.GeoDataFrame, mapping: Mapping, work: pyproj.CRS) -> Intake:
    """Standardise parcels and measure them: ``area_m2`` is the ellipsoidal area; a stated area is kept beside
    it.
    """
    taken = take_polygons(raw, "parcels", mapping, work)
    frame, notes = taken.frame, list(taken.notes)
    if "area_m2" in frame and "stated_m2" not in frame:
        frame = frame.rename(columns={"area_m2": "stated_m2"})
        notes.append("parcels: area_m2 of the source is kept as stated_m2; area_m2 is measured.")
    frame = frame.drop(columns="area_m2", errors="ignore")
    area = pd.Series(shapely.area(frame.geometry.to_numpy()), index=frame.index)
    frame.insert(1, "area_m2", area)
    if "stated_m2" in frame:
        ratio = frame["area_m2"] / frame["stated_m2"]
        off = ((ratio > 1.1) | (ratio < 1 / 1.1)).to_numpy()
        if off.any():
            ids = first_ids(frame["parcel_id"][off])
            notes.append(
                f"parcels: {off.sum()} stated areas differ from the measured ones by more than 10 % ({ids})."
            )
    return Intake(frame, taken.shapes, taken.rejects, notes)


def take_enterprises(raw: pd.DataFrame, mapping: Mapping, work: pyproj.CRS, crs) -> Intake:
    """Standardise enterprises. Points come from the geometry, else from ``x`` and ``y`` in the CRS of the
    parcels.
    """
    made = standardise(raw, "enterprises", mapping)
    frame, notes = made.frame, list(made.notes)
    frame["source_row"] = np.arange(len(frame))
    if not isinstance(frame, gpd.GeoDataFrame):
        points = np.full(len(frame), None, dtype=object)
        if {"x", "y"} <= set(frame.columns):
            known = frame["x"].notna() & frame["y"].notna()
            points[known.to_numpy()] = shapely.points(frame.loc[known, "x"], frame.loc[known, "y"])
        frame = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(points, index=frame.index, crs=crs))
    shapes = _points(frame.geometry).reset_index(drop=True)
    frame = frame.set_geometry(shapes.set_axis(frame.index))
    missing = int((shapes.isna() | shapes.is_empty).sum())
    if missing:
        notes.append(f"enterprises: {missing} of {len(frame)} have no point.")
    return Intake(project(frame, work), shapes, made.rejects, notes)


def _points(geometry: gpd.GeoSeries) -> gpd.GeoSeries:
    """One point each: a multipoint or polygon is stood for by a point on it."""
    values = geometry.to_numpy()
    other = (shapely.get_type_id(values) != 0) & ~shapely.is_missing(values)
    if not other.any():
        return geometry
    values = values.copy()
    values[other] = shapely.point_on_surface(values[other])
    return gpd.GeoSeries(values, index=geometry.index, crs=geometry.crs)


def take_lines(
    raw: gpd.GeoDataFrame | None, table: str, work: pyproj.CRS
) -> tuple[gpd.GeoDataFrame | None, list[str]]:
    """The polygons of a control line in the work CRS; None stays None (not supplied)."""
    if raw is None:
        return None, []
    _require_geometry(raw, table)
    shapes, repaired = sound_polygons(raw.geometry.to_numpy())
    usable = shapely.area(shapes) > 0
    notes = [f"{table}: {repaired} invalid geometries were repaired."] if repaired else []
    if not usable.all():
        notes.append(f"{table}: {(~usable).sum()} rows have no polygon and are left out.")
    if not usable.any():
        # Taken as an empty line it would mean that nothing is protected.
        raise LandRenewalError(
            f"The {table} layer has no usable polygon ({len(raw)} rows): choose another layer."
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
    geometry = shapely.force_2d(np.asarray(geometry, dtype=object))
    # GEOS gives up on the whole array where one coordinate is infinite.
    boundless = np.isinf(shapely.bounds(geometry)).any(axis=1)
    if boundless.any():
        geometry = np.where(boundless, None, geometry)
    wrong = ~shapely.is_valid(geometry) & ~shapely.is_missing(geometry)
    mixed = wrong | (shapely.get_type_id(geometry) == 7)
    if not mixed.any():
        return geometry, 0
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
    return geometry, int(wrong.sum())


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
        what = "is empty" if isinstance(raw, gpd.GeoDataFrame) else "has no geometry"
        raise LandRenewalError(f"The {table} layer {what}: choose a polygon layer with at least one feature.")


def _reject_rows(frame: pd.DataFrame, table: str, where: np.ndarray, reason: str) -> pd.DataFrame:
    rows = np.flatnonzero(where)
    key = _KEYS.get(table)
    ids = frame[key].to_numpy(object)[rows] if key in frame else None
    return pd.DataFrame(
        {"table": table, "row": rows + 1, "id": ids, "column": None, "value": None, "reason": reason}
    )


def _projected(frame: gpd.GeoDataFrame, table: str) -> gpd.GeoDataFrame:
    """Mend what the projection made invalid, and refuse coordinates that cannot be projected."""
    shapes = frame.geometry.to_numpy()
    lost = ~np.isfinite(shapely.bounds(shapes)).all(axis=1) & ~shapely.is_empty(shapes)
    if lost.any():
        rows = first_ids(np.flatnonzero(lost) + 1)
        raise LandRenewalError(
            f"{lost.sum()} features of the {table} layer have coordinates outside their coordinate reference"
            f" system (rows {rows}): correct the layer's CRS."
        )
    sound, repaired = sound_polygons(shapes)
    return frame.set_geometry(gpd.GeoSeries(sound, index=frame.index, crs=frame.crs)) if repaired else frame
