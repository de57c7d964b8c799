"""Attributes of the sample district's parcels and parks."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.space import project, work_crs
from .sample_names import INDUSTRIES
from .sample_shapes import BASE, CLUSTER, COMMUNITY, SCATTERED, TOWN_PARK, stream

# By kind: base, community, town park, cluster, scattered; then the hightech zone and the wasteful community.
PLOT_RATIO = np.array([1.08, 0.88, 0.66, 0.6, 0.5, 1.15, 0.42])
_IDLE_WEIGHT = np.array([2.6, 2.2, 1.5, 0.5, 0.25, 2.2, 11.0])
_OTHER_USE_WEIGHT = np.array([3.0, 3.0, 1.8, 0.8, 0.25, 3.0, 1.5])
HIGHTECH_ROW, WASTEFUL_ROW = 5, 6
_OTHER_USES = (("05H1", 0.3), ("0701", 0.24), ("0809", 0.16), ("0810", 0.1), ("08H2", 0.08), ("0508", 0.12))
_OTHER_PLAN = {"05H1": "0901", "0701": "0701", "0809": "1302", "0810": "1401", "08H2": "0804", "0508": "1101"}
_PARK_WORDS = ("东", "西", "南", "北", "新", "中", "上", "下")
_SECTORS = (
    ("34", "36", "35"),
    ("30", "22", "20"),
    ("39", "38", "40"),
    ("26", "27", "29"),
    ("17", "18", "24"),
)
_SECTORS += (("33", "34", "29"), ("13", "22", "27"), ("21", "20", "33"), ("38", "33", "35"))


def frame(columns: dict[str, object], geometry, crs: str) -> gpd.GeoDataFrame:
    """Make a table whose text stays ``object`` with None, whatever pandas would make of it."""
    table = {
        name: pd.Series(values, dtype=object) if values.dtype.kind == "O" else values
        for name, values in columns.items()
    }
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(geometry, crs=crs))


def profile_row(kind: np.ndarray, park: np.ndarray, hightech: np.ndarray, wasteful: int) -> np.ndarray:
    """Row of the figures by kind; the two special parks have their own. ``park`` is -1 outside parks."""
    row = np.where((park >= 0) & hightech[park], HIGHTECH_ROW, kind)
    return np.where(park == wasteful, WASTEFUL_ROW, row)


def make_parcels(
    seed: int, land: np.ndarray, crs: str, hidden: pd.DataFrame, towns: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Describe every parcel but for its holder. ``hidden`` says what the generator knows: kind, profile row,
    town, inside.
    """
    rng = stream(seed, "land")
    count = len(land)
    measured = gpd.GeoDataFrame(geometry=gpd.GeoSeries(land, crs=crs))
    area = np.round(
        shapely.area(project(measured, work_crs(crs, measured.total_bounds)).geometry.to_numpy()), 2
    )
    row, town = hidden["row"].to_numpy(), hidden["town"].to_numpy()
    other = _quota(rng, _OTHER_USE_WEIGHT[row], round(0.1 * count))
    stage = _stages(rng, row, other)
    code = _land_codes(rng, hidden, other)
    inside = hidden["inside"].to_numpy() > 0.5
    table = {
        "parcel_id": _ids(towns, town),
        "land_code": code,
        "area_m2": area,
        "stated_m2": _stated(rng, area),
        "town_code": towns["town_code"].to_numpy()[town],
        "town": towns["town"].to_numpy()[town],
        "urban_rural": _blank(rng, np.where(inside, "urban", "rural"), 0.01),
        "stage": stage,
        **_dates(rng, stage, row),
        **_buildings(rng, area, row, stage, other),
        "planned_use": _planned(rng, code, inside, hidden, other),
        "holder": np.full(count, None, dtype=object),
        "holder_uscc": np.full(count, None, dtype=object),
        "heritage": flag(rng, count, 0.004, 0.05),
        "contaminated": flag(rng, count, 0.03, 0.3),
    }
    return frame(table, land, crs)


def _ids(towns, town) -> np.ndarray:
    """Number the parcels within their town (rows are sorted by town)."""
    first = np.searchsorted(town, town)
    serial = np.arange(len(town)) - first + 1
    codes = towns["town_code"].to_numpy()[town]
    return np.array([f"{code}GY{number:05d}" for code, number in zip(codes, serial.tolist())], dtype=object)


def _quota(rng, weights, count) -> np.ndarray:
    """Draw exactly ``count`` rows, with chances in proportion to the weights."""
    key = np.log(np.maximum(rng.random(len(weights)), 1e-300)) / np.maximum(weights, 1e-9)
    chosen = np.zeros(len(weights), bool)
    chosen[np.argsort(-key, kind="stable")[:count]] = True
    return chosen


def _blank(rng, values, share) -> np.ndarray:
    values = np.asarray(values, dtype=object).copy()
    values[rng.random(len(values)) < share] = None
    return values


def flag(rng, count, true, missing) -> pd.arrays.BooleanArray:
    return pd.array(np.where(rng.random(count) < missing, None, rng.random(count) < true), dtype="boolean")


def _stages(rng, row, other) -> np.ndarray:
    idle = _quota(rng, _IDLE_WEIGHT[row] * np.where(other, 0.2, 1), round(0.07 * len(row)))
    approved = idle & (rng.random(len(row)) < 3 / 7)
    return np.where(approved, "approved", np.where(idle, "supplied", "built")).astype(object)


def _land_codes(rng, hidden, other) -> np.ndarray:
    kind = hidden["kind"].to_numpy()
    draw = rng.random(len(kind))
    planning = np.where(draw < 0.5, "100101", np.where(draw < 0.92, "100102", "100103"))
    code = np.where((kind == BASE) & (rng.random(len(kind)) < 0.35), planning, "0601").astype(object)
    names, shares = zip(*_OTHER_USES)
    pick = np.minimum(np.searchsorted(np.cumsum(shares), rng.random(len(kind)), "right"), len(names) - 1)
    return np.where(other, np.array(names, dtype=object)[pick], code)


def _planned(rng, code, inside, hidden, other) -> np.ndarray:
    kind = hidden["kind"].to_numpy()
    draw = rng.random(len(kind))
    industrial = np.where(draw < 0.45, "100101", np.where(draw < 0.9, "100102", "100103"))
    loose = np.where(
        draw < 0.5, "100101", np.where(draw < 0.75, "0701", np.where(draw < 0.88, "1401", "0901"))
    )
    plan = np.where(
        kind <= TOWN_PARK, industrial, np.where(inside, loose, np.where(draw < 0.75, "0601", "0101"))
    )
    plan = plan.astype(object)
    plan[other] = [_OTHER_PLAN[one] for one in code[other]]
    return _blank(rng, plan, 0.06)


def _stated(rng, area) -> np.ndarray:
    count = len(area)
    stated = area * (1 + np.clip(rng.normal(0, 0.006, count), -0.019, 0.019))
    wrong = rng.random(count) < 0.01
    stated = np.where(
        wrong, area * np.where(rng.random(count) < 0.5, rng.uniform(1.15, 1.6, count), 0.6667), stated
    )
    return np.round(np.where(rng.random(count) < 0.02, np.nan, stated), 1)


def _dates(rng, stage, row) -> dict[str, np.ndarray]:
    """Dates as ISO text. Half of the older built land has no record; land that was only approved has no
    dates.
    """
    count = len(stage)
    vacant = stage == "supplied"
    day = np.datetime64("1996-01-01") + np.floor(9_300 * rng.random(count) ** 0.6).astype("m8[D]")
    day = np.where(
        vacant, np.datetime64("2018-03-01") + np.floor(1_900 * rng.random(count)).astype("m8[D]"), day
    )
    due = day + rng.integers(120, 500, count).astype("m8[D]")
    start = due + np.rint(rng.normal(20, 90, count)).astype("m8[D]")
    known = (stage != "approved") & (vacant | (rng.random(count) < np.where(row >= TOWN_PARK, 0.35, 0.8)))
    started = vacant & (rng.random(count) < 0.4)
    known_start = (known & ~vacant & (rng.random(count) < 0.8)) | started
    known_due = known & (rng.random(count) < 0.92)
    texts = {
        name: np.where(mask, value.astype("datetime64[D]").astype(str).astype(object), None)
        for name, value, mask in (
            ("supply_date", day, known),
            ("start_due", due, known_due),
            ("start_actual", start, known_start),
        )
    }
    developed = np.where(started, np.round(rng.beta(1.5, 4, count), 3), np.where(vacant, 0.0, np.nan))
    invested = np.where(started, np.round(rng.beta(1.6, 3.5, count), 3), np.nan)
    return {**texts, "developed_share": developed, "invested_share": invested}


def _buildings(rng, area, row, stage, other) -> dict[str, np.ndarray]:
    count = len(area)
    far = np.where(other, 1.4, PLOT_RATIO[row]) * rng.lognormal(0, 0.42, count)
    far = np.round(np.clip(far, 0.05, 4.5), 2)
    density = np.clip(far / np.clip(rng.normal(1.9, 0.5, count), 1.05, 5), 0.05, 0.72)
    draw = rng.random(count)
    unknown, zero = draw < 0.05, (draw >= 0.05) & (draw < 0.09)
    empty = stage != "built"
    hidden = unknown | empty
    far = np.where(hidden, np.nan, np.where(zero, 0.0, far))
    density = np.where(hidden | (rng.random(count) < 0.03), np.nan, np.where(zero, 0.0, np.round(density, 3)))
    return {"site_far": far, "floor_m2": np.round(far * area, 1), "building_density": density}


def make_parks(
    seed: int, layout, shapes: np.ndarray, crs: str, ids, town, towns, parcels, hidden
) -> gpd.GeoDataFrame:
    """Describe the parks.

    The bases together can take 0.84 of the built land of all blocks, so that a concentration of the blocks,
    land for land, places most movers, not all.
    """
    rng = stream(seed, "park table")
    kinds, count = layout.kinds, len(layout.kinds)
    approved = shapely.area(shapes) / 1e6
    base = (kinds == BASE) & ~layout.hightech
    level = _admin_levels(rng, layout, base)
    vacant = _vacant(parcels, hidden, count)
    expansion = np.round(approved * 1e6 * rng.uniform(0.1, 0.3, count), -2)
    expansion[kinds == TOWN_PARK] = np.round(expansion[kinds == TOWN_PARK] * 0.3, -2)
    wanted = 0.84 * _block_land(parcels, hidden)
    share = approved[base] / approved[base].sum()
    expansion[base] = np.round(np.maximum(wanted * share - vacant[base], 0.05e6), -2)
    blank = (rng.random(count) < 0.25) & ~base
    sectors = np.array(_SECTORS, dtype=object)[rng.integers(0, len(_SECTORS), count)]
    sectors[0], sectors[layout.hightech] = _SECTORS[0], _SECTORS[2]
    sectors[ids == "P002"] = _SECTORS[1]
    table = {
        "park_id": ids,
        "park": _park_names(layout, base, town, towns),
        "admin_level": level,
        "zone_type": np.where(layout.hightech, "hightech", np.where(base, "economic", "other")).astype(
            object
        ),
        "approved_km2": np.round(approved * rng.uniform(0.97, 1.02, count), 3),
        "vacant_m2": np.where(blank, np.nan, vacant),
        "expansion_m2": np.where((rng.random(count) < 0.15) & ~base, np.nan, expansion),
        "dominant_industries": _blank(rng, [";".join(one) for one in sectors], 0.08),
    }
    return frame(table, shapes, crs).sort_values("park_id").reset_index(drop=True)


def _admin_levels(rng, layout, base) -> np.ndarray:
    draw = rng.random((2, len(base)))
    level = np.where(base, np.where(draw[0] < 0.5, "provincial", "county"), "municipal")
    level = np.where(layout.hightech, "provincial", level)
    level = np.where(layout.kinds == TOWN_PARK, np.where(draw[1] < 0.3, "county", "town"), level).astype(
        object
    )
    level[0] = "county" if layout.parcels < 5000 else "national"
    return level


def _vacant(parcels, hidden, count) -> np.ndarray:
    """Sum up the vacant industrial land of each park, as its authority would report it."""
    land = parcels["stage"].ne("built").to_numpy() & parcels["land_code"].str.match("0601|1001").to_numpy()
    land &= hidden["park"].to_numpy() >= 0
    return np.round(np.bincount(hidden["park"][land], parcels["area_m2"][land], count), -2)


def _block_land(parcels, hidden) -> float:
    outside = hidden["row"].isin([TOWN_PARK, CLUSTER, SCATTERED]) & parcels["land_code"].str.match(
        "0601|1001"
    )
    return float(parcels["area_m2"][outside & parcels["stage"].eq("built")].sum())


def _park_names(layout, base, town, towns) -> np.ndarray:
    short = towns["town"].str.replace("街道|镇|乡", "", regex=True).to_numpy()[town]
    seen: dict[str, int] = {}
    names = []
    for index, (kind, place) in enumerate(zip(layout.kinds, short)):
        suffix = (
            "经济开发区"
            if base[index]
            else {BASE: "高新技术产业园区", COMMUNITY: "产业园"}.get(kind, "工业小区")
        )
        nth = seen.get(place + suffix, 0)
        seen[place + suffix] = nth + 1
        extra = (
            "" if nth == 0 else _PARK_WORDS[(nth - 1) % 8] + ("" if nth <= 8 else f"{(nth - 1) // 8 + 1}号")
        )
        names.append(f"{place}{extra}{suffix}")
    return np.array(names, dtype=object)


def sector_mix(rng, dominant: np.ndarray, park: np.ndarray, row: np.ndarray) -> np.ndarray:
    """Draw the division of firms: two in three in a park belong to its dominant industries, lone works are
    light.
    """
    names = np.array(list(INDUSTRIES), dtype=object)
    rural = np.array(
        [names.tolist().index(one) for one in ("13", "17", "18", "20", "21", "22", "24", "29", "30", "33")]
    )
    division = names[
        np.where(
            row == SCATTERED,
            rural[rng.integers(0, len(rural), len(row))],
            rng.integers(0, len(names), len(row)),
        )
    ]
    lists = np.array(
        [tuple(one.split(";")) if one else (None,) * 3 for one in dominant] + [(None,) * 3], dtype=object
    )
    own = lists[park, np.minimum(np.floor(3 * rng.random(len(row)) ** 1.4), 2).astype(int)]
    return np.where((rng.random(len(row)) < 0.66) & (own != None), own, division)  # noqa: E711 (elementwise)
