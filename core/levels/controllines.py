"""Control lines: how much of each parcel lies under each line, and under all rigid lines together [P 3.4]."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.overlay import covered_area
from .land import has_code

LINES = ("redline", "farmland", "boundary")


@dataclass(frozen=True)
class ControlRules:
    """Section ``control`` of the rule profile. Areas in m2, shares 0-1."""

    rigid_lines: tuple[str, ...]
    sliver_area: float
    sliver_share: float
    inside_boundary_share: float


def control_shares(
    parcels: gpd.GeoDataFrame, lines: dict[str, gpd.GeoDataFrame | None], rules: ControlRules
) -> pd.DataFrame:
    """Share of each parcel under each control line and under the dissolved union of the rigid lines.

    Formula: share = area(parcel ∩ union of the line's polygons) ÷ area(parcel), both in the work CRS. A
    parcel is *encroaching* on a line when the overlap exceeds max(``sliver_area``, ``sliver_share`` ×
    parcel): up to that it is digitising noise.

    Parameters: ``parcels`` and the layers in ``lines`` (keys ``redline``, ``farmland``, ``boundary``; None =
    not supplied) are in the work CRS. Returns the parcels' index with ``redline_share, farmland_share,
    boundary_share, rigid_share`` (0-1, NaN = line not supplied), ``redline_encroaching, farmland_encroaching,
    encroaching`` (yes/no/unknown; the last is over all rigid lines) and ``inside_boundary``. A line that was
    not supplied is unknown, never a pass: with one rigid line missing, ``encroaching`` is yes or unknown.
    Source: P 3.4, 4.1; tolerance and 50 % rule: own defaults.
    """
    area = shapely.area(parcels.geometry.to_numpy())
    covered = {name: _covered(parcels, lines.get(name)) for name in LINES}
    result = {f"{name}_share": _share(covered[name], area) for name in LINES}
    supplied = [name for name in rules.rigid_lines if lines.get(name) is not None]
    result["rigid_share"] = _share(_rigid(parcels, lines, supplied, covered), area)
    limit = np.maximum(rules.sliver_area, rules.sliver_share * area)
    for name in LINES[:2]:
        result[f"{name}_encroaching"] = _flag(covered[name] > limit, np.isnan(covered[name]))
    missing = len(supplied) < len(rules.rigid_lines)
    encroaching = (
        np.any([covered[name] > limit for name in supplied], axis=0)
        if supplied
        else np.zeros(len(area), bool)
    )
    result["encroaching"] = _flag(encroaching, ~encroaching & (missing | ~(area > 0)))
    inside = result["boundary_share"] >= rules.inside_boundary_share
    result["inside_boundary"] = _flag(inside, np.isnan(result["boundary_share"]))
    return pd.DataFrame(result, index=parcels.index)


def planned_industrial_share(
    parcels: gpd.GeoDataFrame, plan: gpd.GeoDataFrame | None, industrial_codes: tuple[str, ...]
) -> pd.Series:
    """Share of each parcel that the existing plan keeps as industrial land; NaN when no plan was supplied."""
    area = shapely.area(parcels.geometry.to_numpy())
    if plan is None:
        return pd.Series(np.nan, index=parcels.index, name="plan_industrial_share")
    kept = plan[has_code(plan["planned_use"], industrial_codes)]
    share = _share(covered_area(parcels.geometry.to_numpy(), kept.geometry.to_numpy()), area)
    return pd.Series(share, index=parcels.index, name="plan_industrial_share")


def _covered(parcels: gpd.GeoDataFrame, line: gpd.GeoDataFrame | None) -> np.ndarray:
    if line is None:
        return np.full(len(parcels), np.nan)
    return covered_area(parcels.geometry.to_numpy(), line.geometry.to_numpy())


def _rigid(parcels, lines, supplied, covered) -> np.ndarray:
    """Area under the union of the rigid lines; the union is measured only where more than one line is met."""
    if not supplied:
        return np.full(len(parcels), np.nan)
    amounts = np.array([covered[name] for name in supplied])
    total = amounts.max(axis=0)
    both = (amounts > 0).sum(axis=0) > 1
    if both.any():
        polygons = np.concatenate([lines[name].geometry.to_numpy() for name in supplied])
        total[both] = covered_area(parcels.geometry.to_numpy()[both], polygons)
    return total


def _share(covered: np.ndarray, area: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(area > 0, np.clip(covered / area, 0.0, 1.0), np.nan)


def _flag(value: np.ndarray, unknown: np.ndarray) -> pd.arrays.BooleanArray:
    return pd.arrays.BooleanArray(
        np.where(unknown, False, value).astype(bool), np.asarray(unknown, dtype=bool)
    )
