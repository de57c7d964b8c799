"""Links by the holder's name: exact after normalisation, then similar.

What is doubtful becomes a candidate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .fuzzy import similar_pairs
from .match_case import Case, links, no_links
from .names import ASSOCIATION, COMPANY, agreeing_places, is_name, parse_names

SAME, SITE, OTHER_SITE = 0, 1, 2


@dataclass(frozen=True)
class Names:
    """Distinct names of both sides, taken apart: ``firm`` and ``holder`` are their tables, ``firm_code`` and
    ``holder_code`` the row of every firm's and parcel's name, -1 where it is no name.
    """

    firm: pd.DataFrame
    holder: pd.DataFrame
    firm_code: np.ndarray
    holder_code: np.ndarray


def read_names(case: Case) -> Names | None:
    """Take the names apart; None where one side has none."""
    holders = case.parcels.get("holder", pd.Series(None, index=case.parcels.index, dtype=object))
    firm, firm_code = _distinct(case.firms["name"])
    holder, holder_code = _distinct(holders)
    return Names(firm, holder, firm_code, holder_code) if len(firm) and len(holder) else None


def _distinct(names: pd.Series) -> tuple[pd.DataFrame, np.ndarray]:
    codes, distinct = pd.factorize(names.astype(object))
    table = parse_names(pd.Series(distinct, dtype=object)).reset_index(drop=True)
    table["text"] = np.asarray(distinct, dtype=object)
    usable = is_name(table).to_numpy()
    place = np.where(usable, np.cumsum(usable) - 1, -1)
    return table[usable].reset_index(drop=True), np.append(place, -1)[codes]


def by_name(case: Case, names: Names, waiting: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Links to parcels whose holder has the firm's name, and candidates where something speaks against it.

    The name is the same when core and kind are (see `core.matching.names`); places may be stated on one side
    only. Against it speak: tax ids of both that differ, namesakes among the enterprises or holders, another
    plant of the firm, a plant where the holder has several parcels or the point lies elsewhere. Where the
    point lies in the parcel, the link stands all the same.
    """
    pairs = same_names(names)
    pairs = pairs[np.isin(pairs["one"], names.firm_code[waiting])]
    if pairs.empty:
        return no_links(), no_links()
    pairs = name_tiers(pairs, names, case.rules)
    rows = _expand(pairs, names, waiting)
    inside = case.inside[rows["firm"]]
    agrees = inside == rows["parcel"].to_numpy()
    agreeing = np.isin(rows["firm"], rows["firm"][agrees])
    doubts = _doubts(case, names, rows, inside, agrees)
    doubtful = np.array([bool(text) for text in doubts], dtype=bool)
    # Of several parcels that are in doubt, or that one plant may stand on, the point tells which.
    narrowed = agreeing & (doubtful | (rows["relation"].to_numpy() != SAME))
    accepted = np.where(narrowed, agrees, ~doubtful)
    said = np.where(agrees, "; the point lies in the parcel", "")
    rows["reason"] = rows["reason"].to_numpy() + np.where(accepted, "", doubts) + said
    score = np.where(accepted, rows["score"], rows["score"] * case.rules.doubt_factor)
    found = links(rows["firm"], rows["parcel"], "name", score, rows["reason"])
    return found[accepted], found[~accepted]


def same_names(names: Names) -> pd.DataFrame:
    """Pairs of distinct names (``one`` of a firm, ``other`` of a holder) with one core and kind, and places
    that do not contradict.
    """
    left = names.firm[["core", "kind"]].assign(one=np.arange(len(names.firm)))
    right = names.holder[["core", "kind"]].assign(other=np.arange(len(names.holder)))
    pairs = left.merge(right, on=["core", "kind"])[["one", "other"]]
    place, holder_place = (names.firm["place"].to_numpy()[pairs["one"]],
                           names.holder["place"].to_numpy()[pairs["other"]])  # fmt: skip
    pairs["same_place"] = place == holder_place
    agreeing = agreeing_places(place, holder_place) if len(pairs) else np.zeros(0, dtype=bool)
    # An association is the one of its place; one character tells nothing without its place.
    kind = names.firm["kind"].to_numpy()[pairs["one"]]
    short = names.firm["core"].str.len().to_numpy()[pairs["one"]] < 2
    return pairs[pairs["same_place"] | (agreeing & (kind != ASSOCIATION) & ~short)].reset_index(drop=True)


def name_tiers(pairs: pd.DataFrame, names: Names, rules) -> pd.DataFrame:
    """Score and reason of pairs of names, and how their sites relate."""
    unit = names.firm["unit"].to_numpy()[pairs["one"]]
    holder_unit = names.holder["unit"].to_numpy()[pairs["other"]]
    relation = np.where(
        unit == holder_unit, SAME, np.where((unit == "") | (holder_unit == ""), SITE, OTHER_SITE)
    )
    trader = ~np.isin(names.firm["kind"].to_numpy()[pairs["one"]], [COMPANY, ASSOCIATION])
    same_place = pairs["same_place"].to_numpy()
    score = np.where(relation == SAME, rules.name_score, rules.name_site_score)
    other_office = _office(unit) != _office(holder_unit)
    score = np.where(other_office, np.minimum(score, rules.name_office_score), score)
    score = np.where(same_place, score, np.minimum(score, rules.name_place_score))
    # Sole traders share names by chance; one that numbers its plants does not.
    score = np.where(trader & (relation == SAME), np.minimum(score, rules.name_trader_score), score)
    words = np.array(
        [
            "name is that of the parcel's holder",
            "holder is the firm that this branch or plant belongs to",
            "holder is another branch or plant of the same firm",
        ],
        dtype=object,
    )
    reason = words[relation] + np.where(same_place, "", ", a place is stated on one side only")
    return pairs.assign(relation=relation, score=score, reason=reason)


def _office(unit: np.ndarray) -> np.ndarray:
    """The branch office in a unit, "" for none: unlike plants, offices have a tax id of their own."""
    found = pd.Series(unit, dtype=object).str.extract("^(.*分公司)", expand=False)
    return found.fillna("").to_numpy(dtype=object)


def _expand(pairs: pd.DataFrame, names: Names, waiting: np.ndarray) -> pd.DataFrame:
    """From pairs of names to firms (that wait) and parcels."""
    firm = np.flatnonzero(waiting & (names.firm_code >= 0))
    parcel = np.flatnonzero(names.holder_code >= 0)
    firms = pd.DataFrame({"one": names.firm_code[firm], "firm": firm})
    parcels = pd.DataFrame({"other": names.holder_code[parcel], "parcel": parcel})
    rows = pairs.merge(firms, on="one").merge(parcels, on="other")
    return rows.sort_values(["firm", "parcel"], kind="stable", ignore_index=True)


def _doubts(case: Case, names: Names, rows: pd.DataFrame, inside: np.ndarray, agrees) -> np.ndarray:
    """What speaks against each row, "" for nothing."""
    firm, parcel, other = rows["firm"].to_numpy(), rows["parcel"].to_numpy(), rows["other"].to_numpy()
    relation = rows["relation"].to_numpy()
    held = np.bincount(names.holder_code[names.holder_code >= 0], minlength=len(names.holder))[other]
    one_sided = ~rows["same_place"].to_numpy()
    holders = rows.groupby("firm")["other"].transform("nunique").to_numpy()
    taken = np.isin(other, other[~one_sided]) | (holders > 1) | listed_holders(case)[parcel]
    namesakes = _namesakes(case, names)[firm]
    site = relation == SITE
    parts = (
        (relation == OTHER_SITE, "; not this one"),
        (differing_ids(case, firm, parcel), "; but the tax ids differ"),
        (namesakes > 1, "; but several enterprises with different tax ids have this name"),
        (one_sided & taken, "; but another name fits as well"),
        (site & (held > 1), "; but the holder has several parcels"),
        (site & (inside >= 0) & ~agrees, "; but the point lies in another parcel"),
    )
    text = np.full(len(rows), "", dtype=object)
    for where, words in parts:
        text = text + np.where(where, words, "").astype(object)
    return text


def differing_ids(case: Case, firm: np.ndarray, parcel: np.ndarray) -> np.ndarray:
    """Whether firm and holder both have a tax id that can identify, and not the same."""
    one, other = case.firm_tax_id[firm], case.holder_tax_id[parcel]
    return pd.notna(one) & pd.notna(other) & (one != other)


def listed_holders(case: Case) -> np.ndarray:
    """Whether the holder's tax id is that of an enterprise in the table, for every parcel."""
    known = set(case.firm_tax_id[pd.notna(case.firm_tax_id)])
    return pd.Series(case.holder_tax_id, dtype=object).isin(known).to_numpy()


def _namesakes(case: Case, names: Names) -> np.ndarray:
    """How many different tax ids the enterprises of each firm's name have (same core, kind, place, unit)."""
    group = names.firm.groupby(["core", "kind", "place", "unit"], sort=False).ngroup().to_numpy()
    name = np.append(group, -1)[names.firm_code]
    known = pd.notna(case.firm_tax_id) & (name >= 0)
    ids = pd.DataFrame({"name": name[known], "id": case.firm_tax_id[known]}).drop_duplicates()
    count = np.bincount(ids["name"].to_numpy(dtype=np.int64), minlength=len(group) + 1)
    return count[name]


def by_similar_name(case: Case, names: Names, waiting: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Links to parcels whose holder's name is similar beyond doubt, and candidates where it is in doubt.

    Similarity is that of the cores (`core.matching.fuzzy.similarity`), times ``other_kind_factor`` where the
    kinds differ. It is beyond doubt from ``fuzzy_accept`` on, when the kinds and sites are the same, the next
    best holder is further off than ``fuzzy_margin``, no enterprise has the holder's name or tax id, and the
    tax ids do not differ. From ``fuzzy_review`` on it makes a candidate.
    """
    pairs = _similar_names(names, np.unique(names.firm_code[waiting & (names.firm_code >= 0)]), case.rules)
    if pairs.empty:
        return no_links(), no_links()
    pairs["sure"] = _beyond_doubt(pairs, case, names)
    rows = _expand(pairs, names, waiting)
    firm, parcel = rows["firm"].to_numpy(), rows["parcel"].to_numpy()
    differ = differing_ids(case, firm, parcel)
    accepted = rows["sure"].to_numpy() & ~differ
    holder = names.holder["text"].to_numpy()[rows["other"]]
    reason = [f"name is similar to that of the holder, {name} ({score:.2f})"
              for name, score in zip(holder, rows["score"])]  # fmt: skip
    reason = np.array(reason, dtype=object) + np.where(differ, "; but the tax ids differ", "").astype(object)
    score = np.where(differ, rows["score"] * case.rules.doubt_factor, rows["score"])
    found = links(firm, parcel, "fuzzy", score, reason)
    return found[accepted], found[~accepted]


def _similar_names(names: Names, wanted: np.ndarray, rules) -> pd.DataFrame:
    """Pairs of names with similar cores: the best few holders of each wanted name of a firm."""
    core, holder_core = names.firm["core"].to_numpy()[wanted], names.holder["core"].to_numpy()
    left, one = np.unique(core.astype(str), return_inverse=True)
    right, other = np.unique(holder_core.astype(str), return_inverse=True)
    found = similar_pairs(left, right, rules.fuzzy_review)
    firm = pd.DataFrame({"left": one, "one": wanted})
    holder = pd.DataFrame({"right": other, "other": np.arange(len(other))})
    pairs = found.merge(firm, on="left").merge(holder, on="right")
    agreeing = agreeing_places(names.firm["place"].to_numpy()[pairs["one"]],
                               names.holder["place"].to_numpy()[pairs["other"]])  # fmt: skip
    same_kind = names.firm["kind"].to_numpy()[pairs["one"]] == names.holder["kind"].to_numpy()[pairs["other"]]
    pairs["score"] = pairs["similarity"] * np.where(same_kind, 1.0, rules.other_kind_factor)
    pairs["same_kind"] = same_kind
    # Equal names have been judged before.
    pairs = pairs[
        agreeing & (pairs["score"] >= rules.fuzzy_review) & ~(same_kind & (pairs["similarity"] == 1))
    ]
    text = names.holder["text"].to_numpy()[pairs["other"]].astype(str)
    order = np.lexsort((text, -pairs["score"], pairs["one"]))
    pairs = pairs.iloc[order].reset_index(drop=True)
    return pairs[pairs.groupby("one").cumcount() < rules.candidates + 1].reset_index(drop=True)


def _beyond_doubt(pairs: pd.DataFrame, case: Case, names: Names) -> np.ndarray:
    one, other, rules = pairs["one"].to_numpy(), pairs["other"].to_numpy(), case.rules
    best = pairs.groupby("one")["score"].transform("max").to_numpy()
    close = pairs["score"].to_numpy() > best - rules.fuzzy_margin
    rivals = pd.Series(close).groupby(one).transform("sum").to_numpy()
    firm_keys = pd.MultiIndex.from_frame(names.firm[["core", "kind"]])
    known = pd.MultiIndex.from_frame(names.holder[["core", "kind"]]).isin(firm_keys)[other]
    listed = listed_holders(case)
    taken = np.zeros(len(names.holder), dtype=bool)
    taken[names.holder_code[listed & (names.holder_code >= 0)]] = True
    same_site = names.firm["unit"].to_numpy()[one] == names.holder["unit"].to_numpy()[other]
    sure = (pairs["score"].to_numpy() >= rules.fuzzy_accept) & pairs["same_kind"].to_numpy() & same_site
    return sure & close & (rivals == 1) & ~known & ~taken[other]
