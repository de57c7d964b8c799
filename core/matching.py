"""Which enterprise sits on which parcel, and how much land that gives it [P 3.4]."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .errors import LandRenewalError, first_ids

# GB 32100-2015: 31 characters without I, O, S, V, Z; position i weighs 3^i mod 31.
_USCC_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_VALUES = np.full(128, -1)
_USCC_VALUES[[ord(character) for character in _USCC_CHARACTERS]] = np.arange(31)
_USCC_WEIGHTS = 3 ** np.arange(17) % 31


@dataclass(frozen=True)
class MatchingRules:
    """Section ``matching`` of the rule profile. Scores 0-1, length in m."""

    given_score: float
    tax_id_score: float
    point_score: float
    nearest_score: float
    nearest_tolerance: float


@dataclass(frozen=True)
class Matched:
    """``occupancy``: one row a link (columns of `core.columns.OCCUPANCY`). ``unmatched``: ent_id, name,
    reason, x, y.
    """

    occupancy: pd.DataFrame
    unmatched: pd.DataFrame


def match(
    enterprises: pd.DataFrame, parcels: gpd.GeoDataFrame, industrial: np.ndarray, rules: MatchingRules
) -> Matched:
    """Link enterprises to parcels, by the first of these that works for an enterprise.

    1. ``given``: a ``parcel_id`` in the enterprise table that exists. 2. ``tax_id``: its unified social
    credit code is that of the parcel's holder; only codes that pass `valid_uscc` are compared, and one firm
    may so hold many parcels, one parcel many firms. 3. ``point``: the parcel its point lies in. 4.
    ``nearest``: the nearest industrial parcel, else the nearest parcel, within ``nearest_tolerance`` (0 =
    off).

    Where the point lies in a parcel that rule 1 or 2 did not give, the link is kept and its ``reason`` names
    that parcel. Ties: industrial land first, then parcel_id. ``share`` is left unknown (see `land_shares`). A
    table with several years of a firm counts once, with the latest code, point and parcel known. Both layers
    are in the work CRS; points may be missing. Source: P 3.4 (spatial matching of the list of enterprises);
    the chain is an own default.
    """
    firms = _firms(enterprises)
    ids = _unique_ids(parcels["parcel_id"])
    rank = _rank(ids)
    inside = _containing(firms, parcels, industrial, rank)
    links, open_ = [], np.ones(len(firms), dtype=bool)
    finders = (
        _by_given,
        _by_tax_id,
        lambda *_: inside.assign(method="point", reason="point lies in the parcel"),
    )
    for finder in finders:
        open_ &= ~_linked(links, len(firms))
        found = finder(firms, parcels, ids)
        links.append(found[open_[found["firm"]]])
    open_ &= ~_linked(links, len(firms))
    links.append(_nearest(firms, parcels, industrial, rank, open_, rules.nearest_tolerance))
    table = pd.concat([frame for frame in links if len(frame)] or links[:1], ignore_index=True)
    table["reason"] = _with_conflicts(table, inside, ids)
    return Matched(
        _occupancy(table, firms, ids, rank, rules), _unmatched(firms, ~_linked([table], len(firms)))
    )


def valid_uscc(codes: pd.Series) -> pd.Series:
    """Say which texts are real unified social credit codes (GB 32100-2015).

    18 characters, six digits of an administrative area from the third on, an organisation code that is not
    all zeros, and the check character C18 = (31 - sum(C_i * 3^(i-1)) mod 31) mod 31. Placeholders and missing
    values are not codes.

    >>> valid_uscc(pd.Series(["91350100M000100Y43", "91350100M000100Y44", "0" * 18, None])).tolist()
    [True, False, False, False]
    """
    text = _upper(codes)
    right_length = text.str.len().eq(18).fillna(False).to_numpy(dtype=bool)
    valid = np.zeros(len(text), dtype=bool)
    if right_length.any():
        points = np.array(text[right_length].tolist(), dtype="U18").view(np.uint32).reshape(-1, 18)
        values = np.where(points < 128, _USCC_VALUES[np.minimum(points, 127)], -1)
        check = (31 - (values[:, :17] * _USCC_WEIGHTS).sum(axis=1) % 31) % 31
        area = values[:, 2:8]
        valid[right_length] = (
            (values >= 0).all(axis=1)
            & (values[:, 17] == check)
            & (values[:, 0] > 0)
            & ((area >= 0) & (area <= 9)).all(axis=1)
            & (values[:, 8:17] != 0).any(axis=1)
        )
    return pd.Series(valid, index=codes.index)


def land_shares(occupancy: pd.DataFrame, parcels: pd.DataFrame) -> pd.DataFrame:
    """Land of every occupancy: parcel area × share of the parcel.

    Shares that are missing (or not above 0) divide what the known shares of the parcel leave: by ``floor_m2``
    of the occupancy table where it is known for all occupants of the parcel, else equally. Shares of one
    parcel that add up to more than 1 are scaled down to 1.

    Returns the occupancy's index with ``ent_id, parcel_id, share, land_m2`` (NaN where the parcel is not in
    the table), ``share_from`` (given, floor area, equal) and ``normalised`` (yes/no). Source: own default.

    >>> parcels = pd.DataFrame({"parcel_id": ["P"], "area_m2": [1000.0]})
    >>> links = pd.DataFrame({"ent_id": ["A", "B", "C"], "parcel_id": ["P"] * 3, "share": [0.5, None, None]})
    >>> land_shares(links, parcels)["land_m2"].tolist()
    [500.0, 250.0, 250.0]
    """
    ids = _unique_ids(parcels["parcel_id"])
    group, names = pd.factorize(occupancy["parcel_id"])
    count = len(names) + 1  # A missing parcel_id has code -1: the last place.
    given = _positive(occupancy, "share")
    floor = _positive(occupancy, "floor_m2")
    missing = np.isnan(given)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(group % count, weights=values, minlength=count)[group % count]

    left = np.clip(1.0 - total(np.nan_to_num(given)), 0.0, None)
    floor_known = total(np.isnan(floor).astype(float)) == 0
    with np.errstate(invalid="ignore", divide="ignore"):
        by_floor = left * floor / total(np.where(missing, np.nan_to_num(floor), 0.0))
        equal = left / total(missing.astype(float))
    share = np.where(missing, np.where(floor_known, by_floor, equal), given)
    whole = total(share)
    normalised = whole > 1.0 + 1e-9
    share = np.where(normalised, share / whole, share)
    area = np.append(parcels["area_m2"].to_numpy(dtype=float), np.nan)[
        ids.get_indexer(occupancy["parcel_id"])
    ]
    result = occupancy[["ent_id", "parcel_id"]].copy()
    result["share"], result["land_m2"] = share, share * area
    result["share_from"] = np.where(missing, np.where(floor_known, "floor area", "equal"), "given")
    result["normalised"] = normalised
    return result


def _upper(codes: pd.Series) -> pd.Series:
    return codes.astype("string").str.strip().str.upper()


def _positive(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column as floats, NaN where it is missing, absent or not above zero."""
    if name not in frame:
        return np.full(len(frame), np.nan)
    values = pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(values > 0, values, np.nan)


def _unique_ids(ids: pd.Series) -> pd.Index:
    index = pd.Index(ids)
    if not index.is_unique:
        repeated = index[index.duplicated()].unique()
        raise LandRenewalError(
            f"The parcels have repeated parcel_id values ({first_ids(repeated)}): give each its own."
        )
    return index


def _firms(enterprises: pd.DataFrame) -> pd.DataFrame:
    """One row an enterprise, ordered by ent_id, with its latest known name, code, parcel and point."""
    columns = ("name", "uscc", "parcel_id", "x", "y")
    rows = pd.DataFrame({name: enterprises.get(name) for name in columns}, index=enterprises.index)
    rows["ent_id"] = enterprises["ent_id"]
    rows["point"] = _points(enterprises)
    if "year" in enterprises:
        rows = rows.iloc[
            np.argsort(enterprises["year"].astype(float).fillna(-np.inf).to_numpy(), kind="stable")
        ]
    firms = pd.DataFrame({"ent_id": np.sort(rows["ent_id"].dropna().unique())})
    for name in (*columns, "point"):
        latest = rows[rows[name].notna()].drop_duplicates("ent_id", keep="last").set_index("ent_id")[name]
        firms[name] = latest.reindex(firms["ent_id"]).to_numpy()
    return firms


def _points(enterprises: pd.DataFrame) -> np.ndarray:
    """Usable points as shapely objects; None where there is no point or it has no finite coordinates."""
    if not isinstance(enterprises, gpd.GeoDataFrame) or enterprises._geometry_column_name not in enterprises:
        return np.full(len(enterprises), None, dtype=object)
    points = np.asarray(enterprises.geometry.to_numpy(), dtype=object)
    usable = np.isfinite(shapely.bounds(points)).all(axis=1)
    return np.where(usable, points, None)


def _rank(ids: pd.Index) -> np.ndarray:
    """Place of every parcel in the order of parcel_id."""
    rank = np.empty(len(ids), dtype=np.int64)
    rank[np.argsort(ids.astype(str).to_numpy(dtype=object), kind="stable")] = np.arange(len(ids))
    return rank


def _links(firm: np.ndarray, parcel: np.ndarray, method: str, reason: object) -> pd.DataFrame:
    table = pd.DataFrame(
        {"firm": np.asarray(firm, dtype=np.int64), "parcel": np.asarray(parcel, dtype=np.int64)}
    )
    table["method"], table["reason"] = method, reason
    return table


def _linked(links: list[pd.DataFrame], count: int) -> np.ndarray:
    done = np.zeros(count, dtype=bool)
    for table in links:
        done[table["firm"].to_numpy()] = True
    return done


def _by_given(firms: pd.DataFrame, parcels: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    named = ids.get_indexer(firms["parcel_id"])
    named = np.where(firms["parcel_id"].isna(), -1, named)
    firm = np.flatnonzero(named >= 0)
    return _links(firm, named[firm], "given", "parcel named in the enterprise table")


def _by_tax_id(firms: pd.DataFrame, parcels: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    holders = parcels.get("holder_uscc", pd.Series(None, index=parcels.index, dtype=object))
    left = pd.DataFrame({"code": _upper(firms["uscc"]), "firm": np.arange(len(firms))})
    right = pd.DataFrame({"code": _upper(holders).to_numpy(), "parcel": np.arange(len(parcels))})
    left, right = left[valid_uscc(left["code"])], right[valid_uscc(right["code"])]
    pairs = left.merge(right, on="code").sort_values(["firm", "parcel"])
    return _links(pairs["firm"], pairs["parcel"], "tax_id", "tax id is that of the parcel's holder")


def _containing(
    firms: pd.DataFrame, parcels: gpd.GeoDataFrame, industrial: np.ndarray, rank: np.ndarray
) -> pd.DataFrame:
    """The parcel that each point lies in; on a shared edge or an overlap: industrial land first, then
    parcel_id.
    """
    firm = np.flatnonzero(firms["point"].notna())
    if not len(firm):
        return _links(firm, firm, "point", None)
    tree = shapely.STRtree(parcels.geometry.to_numpy())
    point, parcel = tree.query(firms["point"].to_numpy()[firm], predicate="intersects")
    return _first_parcel(firm[point], parcel, industrial, rank)


def _first_parcel(
    firm: np.ndarray, parcel: np.ndarray, industrial: np.ndarray, rank: np.ndarray
) -> pd.DataFrame:
    order = np.lexsort((rank[parcel], ~np.asarray(industrial, dtype=bool)[parcel], firm))
    firm, first = np.unique(firm[order], return_index=True)
    return _links(firm, parcel[order][first], "point", None)


def _nearest(firms, parcels, industrial, rank, open_, tolerance) -> pd.DataFrame:
    """The nearest industrial parcel within the tolerance, else the nearest of any kind."""
    found = []
    geometry = parcels.geometry.to_numpy()
    waiting = open_ & firms["point"].notna().to_numpy()
    for pool in (np.flatnonzero(industrial), np.arange(len(parcels))):
        firm = np.flatnonzero(waiting)
        if tolerance <= 0 or not len(firm) or not len(pool):
            continue
        tree = shapely.STRtree(geometry[pool])
        pairs, distance = tree.query_nearest(
            firms["point"].to_numpy()[firm], max_distance=tolerance, return_distance=True, all_matches=True
        )
        links = _first_parcel(firm[pairs[0]], pool[pairs[1]], industrial, rank)
        away = dict(zip(firm[pairs[0]].tolist(), distance.tolist()))
        links["reason"] = [f"nearest parcel, {away[number]:.1f} m away" for number in links["firm"]]
        found.append(links.assign(method="nearest"))
        waiting[links["firm"].to_numpy()] = False
    return (
        pd.concat(found, ignore_index=True) if found else _links(np.array([]), np.array([]), "nearest", None)
    )


def _with_conflicts(links: pd.DataFrame, inside: pd.DataFrame, ids: pd.Index) -> np.ndarray:
    """The reasons, naming the parcel a point lies in where none of the firm's links is to that parcel."""
    lies_in = pd.Series(inside["parcel"].to_numpy(), index=inside["firm"])
    parcel = lies_in.reindex(links["firm"]).to_numpy()
    agrees = np.isin(links["firm"], links["firm"][parcel == links["parcel"].to_numpy()])
    conflict = np.flatnonzero(~np.isnan(parcel.astype(float)) & ~agrees)
    reasons = links["reason"].to_numpy(dtype=object).copy()
    for row in conflict:
        reasons[row] = f"{reasons[row]}; but its point lies in parcel {ids[int(parcel[row])]}"
    return reasons


def _occupancy(
    links: pd.DataFrame, firms: pd.DataFrame, ids: pd.Index, rank: np.ndarray, rules: MatchingRules
) -> pd.DataFrame:
    parcel = links["parcel"].to_numpy()
    links = links.iloc[np.lexsort((rank[parcel], links["firm"].to_numpy()))]
    method = links["method"].to_numpy(dtype=object)
    scores = {name: getattr(rules, f"{name}_score") for name in ("given", "tax_id", "point", "nearest")}
    return pd.DataFrame(
        {
            "ent_id": _texts(firms["ent_id"].to_numpy()[links["firm"]]),
            "parcel_id": _texts(ids.to_numpy()[links["parcel"]]),
            "share": np.nan,
            "method": _texts(method),
            "score": np.array([scores[name] for name in method], dtype=float),
            "reason": _texts(links["reason"]),
            "reviewed": pd.array([pd.NA] * len(links), dtype="boolean"),
        }
    )


def _texts(values) -> pd.Series:
    """A text column as the tables keep it: object with None, whatever pandas would make of it."""
    values = np.asarray(values, dtype=object)
    return pd.Series(np.where(pd.isna(values), None, values), dtype=object)


def _unmatched(firms: pd.DataFrame, left_over: np.ndarray) -> pd.DataFrame:
    rows = firms[left_over].reset_index(drop=True)
    points = np.asarray(rows["point"], dtype=object)
    has_point = rows["point"].notna().to_numpy()
    reason = np.where(has_point, "point lies in no parcel", "no coordinates and no tax id match").astype(
        object
    )
    table = pd.DataFrame({name: _texts(rows[name]) for name in ("ent_id", "name")}).assign(
        reason=_texts(reason)
    )
    for name, measure in (("x", shapely.get_x), ("y", shapely.get_y)):
        stated = pd.to_numeric(rows[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        table[name] = np.where(np.isnan(stated), measure(np.where(has_point, points, None)), stated)
    return table
