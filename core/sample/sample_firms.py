"""Enterprises of the sample district: where they sit, what they make, and who holds the land."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .sample_land import HIGHTECH_ROW, flag, frame, sector_mix
from .sample_names import COUNTY, GIVEN, INDUSTRIES, credit_codes, firm_names
from .sample_shapes import SCATTERED, stream

YEAR = 2024
# By profile row (see sample_land): medians per km2 of land, money in 10k CNY.
_OUTPUT = np.array([700_000, 400_000, 200_000, 170_000, 80_000, 560_000, 110_000])
_ASSETS = np.array([560_000, 420_000, 260_000, 230_000, 120_000, 560_000, 240_000])
_PEOPLE = np.array([5_200, 4_600, 4_200, 4_000, 2_600, 5_600, 1_900])
_GAPS = {
    "output": 0.05,
    "tax": 0.06,
    "revenue": 0.06,
    "profit": 0.08,
    "fixed_assets": 0.08,
    "employees": 0.06,
}
_GAPS.update(
    {"electricity": 0.06, "water": 0.08, "wastewater": 0.08, "solid_waste": 0.08, "emerging_output": 0.05}
)
_ZEROS = {"output": 0.03, "tax": 0.03, "employees": 0.03, "electricity": 0.02, "water": 0.02}


def make_firms(seed: int, parcels: gpd.GeoDataFrame, hidden: pd.DataFrame, dominant, outside: np.ndarray):
    """Make the enterprises and name the holders of the parcels.

    ``outside`` are points off every parcel, for the 2 % of firms registered elsewhere than where they work;
    another 1 % have no coordinates. Returns the enterprises, and the holder and holder_uscc columns of the
    parcels.
    """
    rng = stream(seed, "firms")
    total = len(parcels)
    count = round(total * (0.4 if total >= 20_000 else 0.7))
    away = min(max(1, round(0.02 * count)), len(outside))
    home, extra_of, extra = _homes(rng, parcels, hidden, count - away)
    land = _land(parcels["area_m2"].to_numpy(), home, extra_of, extra)
    row = np.concatenate([hidden["row"].to_numpy()[home], np.full(away, SCATTERED)])
    park = np.concatenate([hidden["park"].to_numpy()[home], np.full(away, -1)])
    land = np.concatenate([land, rng.uniform(800, 6000, away)])
    division = sector_mix(rng, dominant, park, row)
    town = parcels["town"].to_numpy()
    towns = np.concatenate([town[home], town[rng.integers(0, total, away)]])
    table = {"ent_id": np.array([f"E{number:06d}" for number in range(1, count + 1)], dtype=object)}
    table["name"] = firm_names(towns, division, rng)
    codes = credit_codes(count)
    table["uscc"] = _register_codes(rng, codes, extra_of)
    table["year"] = np.full(count, YEAR, dtype="i8")
    table["industry"] = _classes(rng, division)
    table.update(_figures(rng, land / 1e6, row, division))
    table.update(_checks(rng, table["profit"], row))
    points = np.concatenate([_inside(rng, parcels.geometry.to_numpy(), home), outside[:away]])
    lost = np.isin(np.arange(count), rng.permutation(count)[: max(1, round(0.01 * count))])
    table["x"] = np.where(lost, np.nan, points[:, 0])
    table["y"] = np.where(lost, np.nan, points[:, 1])
    table["address"] = _addresses(rng, towns)
    shapes = shapely.points(points)
    shapes[lost] = None
    firms = frame(_with_gaps(rng, table), shapes, parcels.crs)
    return firms, _holders(rng, parcels, table["name"], codes, home, extra_of, extra)


def _homes(rng, parcels, hidden, count):
    """Give each firm a parcel, some parcels several firms, and some firms up to three parcels more.

    Returns the parcel of each firm, and the pairs (firm, further parcel).
    """
    usable = parcels["stage"].eq("built").to_numpy() & parcels["land_code"].str.match("0601|1001").to_numpy()
    rows = np.flatnonzero(usable)
    hosts = min(round(count / 1.22), round(0.9 * len(rows)))
    key = rng.random(len(rows)) ** (1 / parcels["area_m2"].to_numpy()[rows] ** 0.3)
    host = np.sort(rows[np.argsort(-key, kind="stable")[:hosts]])
    shared = np.sort(rng.permutation(hosts)[: max(1, round(0.14 * hosts))])
    tenants = np.ones(hosts, "i8")
    np.add.at(tenants, shared[rng.integers(0, len(shared), count - hosts)], 1)
    home = np.repeat(host, tenants)
    free = np.zeros(len(parcels) + 4, bool)
    free[np.setdiff1d(rows, host)] = True
    site = np.append(hidden["site"].to_numpy(), np.full(4, -1))
    large = np.flatnonzero((tenants == 1) & (rng.random(hosts) < 0.4))
    shapes = np.append(parcels.geometry.to_numpy(), np.full(4, None))
    reach = np.ones(len(large), bool)
    pairs = []
    for step in (1, 2, 3):
        following = host[large] + step
        reach &= (
            free[following]
            & (site[following] == site[host[large]])
            & (rng.random(len(large)) < 1.1 - 0.25 * step)
        )
        reach[reach] = shapely.distance(shapes[following[reach]], shapes[following[reach] - 1]) < 31
        free[following[reach]] = False
        pairs.append(np.column_stack([large[reach], following[reach]]))
    pairs = np.concatenate(pairs)
    firm = np.cumsum(tenants) - tenants
    return home, firm[pairs[:, 0]], pairs[:, 1]


def _land(area, home, extra_of, extra) -> np.ndarray:
    """Land of each firm: its parcel shared equally among the tenants, and its further parcels."""
    land = area[home] / np.bincount(home, minlength=len(area))[home]
    np.add.at(land, extra_of, area[extra])
    return land


def _register_codes(rng, codes, extra_of) -> np.ndarray:
    """Spoil a few codes as registers do: missing, or filled with zeros."""
    codes = codes.copy()
    draw = rng.random(len(codes))
    draw[extra_of] = 1.0
    codes[draw < 0.02] = None
    codes[(draw >= 0.02) & (draw < 0.027)] = "000000000000000000"
    return codes


def _classes(rng, division) -> np.ndarray:
    classes = np.array([INDUSTRIES[one][1] for one in division], dtype=object)
    fine = classes[np.arange(len(division)), rng.integers(0, 2, len(division))]
    industry = np.where(rng.random(len(division)) < 0.25, fine, division)
    industry[rng.random(len(division)) < 0.01] = None
    return industry


def _figures(rng, km2, row, division) -> dict[str, np.ndarray]:
    factors = np.array([INDUSTRIES[one][2:] for one in division], dtype=float).T
    count = len(km2)

    def skew(spread):
        return rng.lognormal(0, spread, count)

    output = _OUTPUT[row] * factors[0] * km2 * skew(0.55)
    revenue = output * rng.uniform(0.88, 1.1, count)
    profit = revenue * rng.normal(np.where(row == SCATTERED, 0.035, 0.06), 0.05)
    water = output * 4 * factors[1] * skew(0.6)
    emerging = output * np.where(rng.random(count) < factors[3], rng.uniform(0.3, 1, count), 0)
    return {
        "output": np.round(output, 1),
        "tax": np.round(output * 0.04 * skew(0.4), 1),
        "revenue": np.round(revenue, 1),
        "profit": np.round(profit, 1),
        "fixed_assets": np.round(_ASSETS[row] * factors[0] ** 0.5 * km2 * skew(0.5), 1),
        "employees": np.maximum(np.rint(_PEOPLE[row] * factors[2] * km2 * skew(0.45)), 2.0),
        "electricity": np.round(output * 520 * factors[1] * skew(0.5), -1),
        "water": np.round(water),
        "wastewater": np.round(water * rng.uniform(0.2, 0.75, count) * (rng.random(count) > 0.12)),
        "solid_waste": np.round(output * 0.05 * factors[1] * skew(0.9) * (rng.random(count) > 0.2), 2),
        "above_scale": pd.array(revenue >= 2000, dtype="boolean"),
        "high_tech": pd.array(
            rng.random(count) < 0.04 + 0.35 * factors[3] * np.where(row == HIGHTECH_ROW, 1.8, 1),
            dtype="boolean",
        ),
        "emerging_output": np.round(emerging, 1),
    }


def _checks(rng, profit, row) -> dict[str, pd.arrays.BooleanArray]:
    count = len(profit)
    bad = rng.random(count) < np.where(profit < 0, 0.32, 0.05)
    return {
        "eia_passed": ~flag(rng, count, 0.043, 0.08),
        "safety_passed": ~flag(rng, count, 0.055, 0.1),
        "poor_management": pd.array(np.where(rng.random(count) < 0.15, None, bad), dtype="boolean"),
    }


def _inside(rng, shapes, home) -> np.ndarray:
    """Give each firm a point well inside its parcel; tenants of one parcel sit a few metres apart."""
    hosts, number = np.unique(home, return_inverse=True)
    centre = shapely.get_coordinates(shapely.point_on_surface(shapes[hosts]))[number]
    points = np.round(centre + rng.uniform(-9, 9, centre.shape), 3)
    off = ~shapely.contains_xy(shapes[home], points[:, 0], points[:, 1])
    points[off] = np.round(centre[off], 3)
    return points


def _addresses(rng, towns) -> np.ndarray:
    street = np.array(["工业大道", "创业路", "兴业路", "振兴路", "环园路", "新民路"], dtype=object)
    number = np.array([f"{one}号" for one in rng.integers(1, 200, len(towns)).tolist()], dtype=object)
    address = COUNTY + towns + street[rng.integers(0, 6, len(towns))] + number
    address[rng.random(len(towns)) < 0.1] = None
    return address


def _with_gaps(rng, table) -> dict:
    """Blank some figures and write a 0 for some others, as surveys do."""
    spoiled = dict(table)
    count = len(table["ent_id"])
    for name, share in _GAPS.items():
        draw = rng.random(count)
        value = np.where(draw < share, np.nan, spoiled[name])
        spoiled[name] = np.where((draw >= share) & (draw < share + _ZEROS.get(name, 0)), 0.0, value)
    for name in ("above_scale", "high_tech"):
        values = spoiled[name].copy()
        values[rng.random(count) < 0.04] = pd.NA
        spoiled[name] = values
    return spoiled


def _holders(rng, parcels, names, codes, home, extra_of, extra) -> tuple[np.ndarray, np.ndarray]:
    """Name the holder: the firm itself, a landlord where there are several firms, the village, or nobody
    known.
    """
    count = len(parcels)
    holder, code = np.full(count, None, dtype=object), np.full(count, None, dtype=object)
    draw = rng.random(count)
    village = parcels["urban_rural"].eq("rural").to_numpy() & (draw < 0.3)
    town = parcels["town"].to_numpy()
    holder[village] = town[village] + "股份经济合作社"
    tenants = np.bincount(home, minlength=count)
    several = np.flatnonzero(tenants > 1)
    holder[several] = town[several] + "标准厂房运营有限公司"
    number = np.unique(town, return_inverse=True)[1]
    code[several] = credit_codes(100, start=15_000_000)[number[several]]
    has_more = np.isin(np.arange(len(home)), extra_of)
    named = (tenants[home] == 1) & ((draw[home] > 0.22) | has_more)
    holder[home[named]], code[home[named]] = names[: len(home)][named], codes[: len(home)][named]
    holder[extra], code[extra] = names[extra_of], codes[extra_of]
    idle = (tenants == 0) & (draw > 0.55) & pd.isna(code) & parcels["stage"].ne("approved").to_numpy()
    others, owner = np.flatnonzero(idle), np.floor(draw * 1e4).astype("i8") % len(GIVEN)
    holder[others] = town[others] + np.array(GIVEN, dtype=object)[owner[others]] + "资产管理有限公司"
    code[others] = credit_codes(100 * len(GIVEN), start=22_000_000)[(number * len(GIVEN) + owner)[others]]
    return holder, code
