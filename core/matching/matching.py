"""Which enterprise sits on which parcel, why, and how much land that gives it [P 3.4]."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.columns import OCCUPANCY, names
from ..common.errors import first_ids, joined, sentence, word
from .match_case import (
    Case,
    MatchingRules,
    links,
    make_case,
    near_candidates,
    nearest_links,
    no_links,
    unique_ids,
)
from .match_names import by_name, by_similar_name, read_names
from .match_review import METHOD, RULED_OUT, Review, read_review, without

METHODS = (METHOD, "given", "tax_id", "name", "fuzzy", "point", "nearest")


@dataclass(frozen=True)
class Matched:
    """``occupancy``: one row a link (columns of `core.common.columns.OCCUPANCY`). ``unmatched``: ent_id,
    name, reason, x, y and up to ``candidates`` parcels with score and reason each. ``ruled_out``: links a
    person has ruled out, as occupancy. ``fresh``: the links that the chain makes of itself, as if nothing had
    been reviewed. ``lost``: reviewed links whose enterprise or parcel is gone, as rejects. ``notes``:
    sentences.
    """

    occupancy: pd.DataFrame
    unmatched: pd.DataFrame
    ruled_out: pd.DataFrame
    fresh: pd.DataFrame
    lost: pd.DataFrame
    notes: list[str]


def match(
    enterprises: pd.DataFrame,
    parcels: gpd.GeoDataFrame,
    industrial: np.ndarray,
    rules: MatchingRules,
    former: pd.DataFrame | None = None,
) -> Matched:
    """Link enterprises to parcels, by the first of these that works for an enterprise.

    1. ``given``: a ``parcel_id`` in the enterprise table that exists. 2. ``tax_id``: its tax id is that of
    the parcel's holder; only ids that can identify are compared (`core.matching.taxids`), and one firm may so
    hold many parcels, one parcel many firms. 3. ``name``: its name is the holder's, after normalisation. 4.
    ``fuzzy``: its name is so similar to one holder's that there is no doubt. 5. ``point``: the parcel its
    point lies in. 6. ``nearest``: the nearest industrial parcel, else the nearest parcel, within
    ``nearest_tolerance`` (0 = off).

    Names in doubt link nothing: they become candidates of the enterprises that stay unmatched, or are
    mentioned in the reason. Where the point lies in a parcel that rules 1 to 4 did not give, the link stays,
    ``conflict`` holds that parcel and the reason says so. Ties: industrial land first, then parcel_id.
    ``share`` is left unknown (see `land_shares`). A table with several years of a firm counts once, with the
    latest name, code, point and parcel known.

    ``former``: an earlier occupancy. Its rows with ``reviewed`` true are kept as they are (method
    ``reviewed``), pairs with ``reviewed`` false are not linked again, and everything else is matched anew.
    Both layers are in the work CRS; points may be missing. Source: P 3.4 (spatial matching of the list of
    enterprises); the chain is an own default.
    """
    case = make_case(enterprises, parcels, industrial, rules)
    review = read_review(former, case)
    fresh, doubts = _chain(case, no_links())
    found = fresh
    if len(review.ruled_out):
        found, doubts = _chain(case, review.ruled_out)
    table = pd.concat([review.confirmed, without(found, review.confirmed)], ignore_index=True)
    conflict = _conflicts(case, table, review)
    left_over = ~_linked(table, len(case.firms))
    occupancy = _occupancy(case, table, conflict)
    unmatched = _unmatched(case, left_over, without(doubts, review.ruled_out), review)
    return Matched(
        occupancy,
        unmatched,
        _occupancy(case, review.ruled_out, np.full(len(review.ruled_out), -1)),
        _occupancy(case, fresh, np.full(len(fresh), -1)),
        review.lost,
        _notes(occupancy, unmatched, review),
    )


def _notes(occupancy: pd.DataFrame, unmatched: pd.DataFrame, review: Review) -> list[str]:
    firms = occupancy["ent_id"].nunique()
    by = occupancy.groupby("method")["ent_id"].nunique()
    how = joined(sentence("{} {}", word(name), by[name]) for name in METHODS if name in by)
    notes = [
        sentence(
            "{} of {} enterprises could not be matched to a parcel.",
            len(unmatched),
            firms + len(unmatched),
        )
    ]
    notes += [sentence("Enterprises matched by {}.", how)] if how else []
    conflicts = occupancy["ent_id"][occupancy["conflict"].notna()].nunique()
    if conflicts:
        notes.append(
            sentence(
                "The points of {} enterprises lie in another parcel than they were matched to.",
                conflicts,
            )
        )
    if len(review.confirmed) or len(review.ruled_out):
        kept, out = len(review.confirmed), len(review.ruled_out)
        notes.append(
            sentence("{} confirmed links were kept, {} that were ruled out were not made again.", kept, out)
        )
    if len(review.lost):
        ids = first_ids(review.lost["id"])
        notes.append(
            sentence(
                "{} reviewed links are of enterprises or parcels that are gone ({}).",
                len(review.lost),
                ids,
            )
        )
    return notes


def _chain(case: Case, ruled_out: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The links found, and what was in doubt."""
    found, doubts = [no_links()], no_links()
    waiting = np.ones(len(case.firms), dtype=bool)

    def keep(more: pd.DataFrame) -> None:
        more = without(more, ruled_out)
        found.append(more[waiting[more["firm"]]])
        waiting[more["firm"]] = False

    keep(_by_given(case))
    keep(_by_tax_id(case))
    names = read_names(case) if waiting.any() else None
    for finder in (by_name, by_similar_name) if names is not None else ():
        sure, unsure = finder(case, names, waiting)
        keep(sure)
        doubts = pd.concat([doubts, unsure], ignore_index=True)
    keep(_by_point(case, doubts))
    keep(nearest_links(case, waiting))
    return pd.concat(found, ignore_index=True), doubts


def _by_given(case: Case) -> pd.DataFrame:
    stated = case.firms["parcel_id"]
    named = np.where(stated.isna(), -1, case.ids.get_indexer(stated))
    firm = np.flatnonzero(named >= 0)
    return links(firm, named[firm], "given", case.rules.given_score, "parcel named in the enterprise table")


def _by_tax_id(case: Case) -> pd.DataFrame:
    firm, parcel = (np.flatnonzero(pd.notna(ids)) for ids in (case.firm_tax_id, case.holder_tax_id))
    left = pd.DataFrame({"id": case.firm_tax_id[firm], "firm": firm}, dtype=object)
    right = pd.DataFrame({"id": case.holder_tax_id[parcel], "parcel": parcel}, dtype=object)
    pairs = left.merge(right, on="id").astype({"firm": np.int64, "parcel": np.int64})
    pairs = pairs.sort_values(["firm", "parcel"])
    reason = "tax id is that of the parcel's holder"
    return links(pairs["firm"], pairs["parcel"], "tax_id", case.rules.tax_id_score, reason)


def _by_point(case: Case, doubts: pd.DataFrame) -> pd.DataFrame:
    """The parcel the point lies in; the reason tells what the names say."""
    firm = np.flatnonzero(case.inside >= 0)
    made = links(firm, case.inside[firm], "point", case.rules.point_score, "point lies in the parcel")
    if doubts.empty:
        return made
    best = doubts.iloc[np.lexsort((case.rank[doubts["parcel"]], -doubts["score"], doubts["firm"]))]
    same = best[case.inside[best["firm"]] == best["parcel"].to_numpy()].drop_duplicates("firm")
    said = pd.Series("; " + same["reason"].to_numpy(dtype=object), index=same["firm"], dtype=object)
    other = best[best["method"].eq("name") & ~best["firm"].isin(same["firm"])].drop_duplicates("firm")
    where = "; in doubt: parcel " + case.ids.to_numpy(dtype=object)[other["parcel"]].astype(str).astype(
        object
    )
    told = pd.Series(where + ", " + other["reason"].to_numpy(dtype=object), index=other["firm"], dtype=object)
    return made.assign(reason=made["reason"] + pd.concat([said, told]).reindex(firm).fillna("").to_numpy())


def _linked(table: pd.DataFrame, count: int) -> np.ndarray:
    done = np.zeros(count, dtype=bool)
    done[table["firm"]] = True
    return done


def _conflicts(case: Case, table: pd.DataFrame, review: Review) -> np.ndarray:
    """For each link the parcel that the firm's point lies in, where no link of the firm is to that parcel and
    no person has decided; else -1.
    """
    firm, parcel = table["firm"].to_numpy(), table["parcel"].to_numpy()
    inside = case.inside[firm]
    decided = np.isin(firm, review.confirmed["firm"]) | np.isin(firm, firm[inside == parcel])
    out = without(links(firm, inside, None, 0.0, None), review.ruled_out).index
    return np.where(decided | ~np.isin(np.arange(len(firm)), out), -1, inside)


def _occupancy(case: Case, table: pd.DataFrame, conflict: np.ndarray) -> pd.DataFrame:
    """Links as rows of the occupancy, by ent_id and parcel_id."""
    order = np.lexsort((case.rank[table["parcel"]], table["firm"]))
    table, conflict = table.iloc[order].reset_index(drop=True), conflict[order]
    where = np.append(case.ids.to_numpy(dtype=object), None)[conflict]
    reason = [f"{text}; but its point lies in parcel {name}" if name is not None else text
              for text, name in zip(table["reason"], where)]  # fmt: skip
    verdict = {METHOD: True, RULED_OUT: False}
    found = pd.DataFrame(
        {
            "ent_id": _texts(case.firms["ent_id"].to_numpy()[table["firm"]]),
            "parcel_id": _texts(case.ids.to_numpy()[table["parcel"]]),
            "share": table["share"].to_numpy(dtype=float) if "share" in table else np.nan,
            "method": _texts(table["method"]),
            "score": table["score"].to_numpy(dtype=float),
            "reason": _texts(reason),
            "reviewed": pd.array([verdict.get(one, pd.NA) for one in table["method"]], dtype="boolean"),
            "conflict": _texts(where),
        }
    )
    return found[names(OCCUPANCY)]


def _texts(values) -> pd.Series:
    """A text column as the tables keep it: object with None, whatever pandas would make of it."""
    values = np.asarray(values, dtype=object)
    return pd.Series(np.where(pd.isna(values), None, values), dtype=object)


def _unmatched(case: Case, left_over: np.ndarray, doubts: pd.DataFrame, review: Review) -> pd.DataFrame:
    firm = np.flatnonzero(left_over)
    rows = case.firms.iloc[firm].reset_index(drop=True)
    points = np.asarray(rows["point"], dtype=object)
    has_point = rows["point"].notna().to_numpy()
    known = np.select(
        [np.isin(firm, review.ruled_out["firm"]), has_point],
        ["a person has ruled out what was found", "point lies in no parcel"],
        "no coordinates, and neither tax id nor name tells the parcel",
    ).astype(object)
    best = _candidates(case, left_over, doubts, review)
    reason = known + np.where(np.isin(firm, best["firm"]), "; see the candidates", "").astype(object)
    table = pd.DataFrame({name: _texts(rows[name]) for name in ("ent_id", "name")}).assign(
        reason=_texts(reason)
    )
    for name, measure in (("x", shapely.get_x), ("y", shapely.get_y)):
        stated = pd.to_numeric(rows[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        table[name] = np.where(np.isnan(stated), measure(np.where(has_point, points, None)), stated)
    for number in range(case.rules.candidates):
        row = best[best["place"] == number].set_index("firm").reindex(firm)
        parcel = row["parcel"].fillna(-1).to_numpy(dtype=np.int64)
        table[f"candidate_{number + 1}"] = _texts(np.append(case.ids.to_numpy(dtype=object), None)[parcel])
        table[f"score_{number + 1}"] = row["score"].to_numpy(dtype=float)
        table[f"reason_{number + 1}"] = _texts(row["reason"])
    return table


def _candidates(case: Case, left_over: np.ndarray, doubts: pd.DataFrame, review: Review) -> pd.DataFrame:
    """The best parcels of every firm without one: names in doubt, and parcels in the neighbourhood."""
    near = without(near_candidates(case, left_over), review.ruled_out)
    rows = pd.concat([doubts[left_over[doubts["firm"]]], near], ignore_index=True)
    rows = rows.iloc[np.lexsort((case.rank[rows["parcel"]], -rows["score"], rows["firm"]))]
    rows = rows.drop_duplicates(["firm", "parcel"])
    place = rows.groupby("firm").cumcount()
    return rows.assign(place=place)[place < case.rules.candidates]


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
    ids = unique_ids(parcels["parcel_id"])
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


def _positive(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column as floats, NaN where it is missing, absent or not above zero."""
    if name not in frame:
        return np.full(len(frame), np.nan)
    values = pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(values > 0, values, np.nan)
