"""How good links and pairs of names are, against labels: precision, recall, and both over thresholds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .fuzzy import similar_pairs
from .match_case import MatchingRules
from .match_names import Names, name_tiers, same_names
from .names import agreeing_places, is_name, parse_names

CURVE_COLUMNS = ["threshold", "found", "right", "precision", "recall"]


@dataclass(frozen=True)
class Quality:
    """``precision`` = right / found, ``recall`` = right / true; NaN where the denominator is 0."""

    found: int
    right: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else float("nan")


def link_quality(links: pd.DataFrame, labels: pd.DataFrame) -> Quality:
    """Judge links (ent_id, parcel_id) by what a person has said in ``reviewed``: true, false, or nothing.

    Only labelled pairs count: a link nobody has looked at is neither right nor wrong. So precision is that of
    the links that were looked at, and recall the share of confirmed pairs that were found.

    >>> links = pd.DataFrame({"ent_id": ["A", "B", "C"], "parcel_id": ["P", "P", "Q"]})
    >>> labels = pd.DataFrame({"ent_id": ["A", "B", "D"], "parcel_id": ["P", "P", "Q"]})
    >>> labels["reviewed"] = [True, False, True]
    >>> quality = link_quality(links, labels)
    >>> quality.precision, quality.recall
    (0.5, 0.5)
    """
    keys = ["ent_id", "parcel_id"]
    said = labels[labels["reviewed"].notna()].drop_duplicates(keys)
    yes = said["reviewed"].astype(bool).to_numpy()
    hit = pd.MultiIndex.from_frame(said[keys]).isin(pd.MultiIndex.from_frame(links[keys]))
    return Quality(int(hit.sum()), int((hit & yes).sum()), int(yes.sum()))


def quality_by_method(links: pd.DataFrame, labels: pd.DataFrame) -> dict[str, Quality]:
    """`link_quality` of the links of each method, in order of the methods' names; recall is of all labels."""
    return {name: link_quality(part, labels) for name, part in links.groupby("method")}


def quality_curve(scored: pd.DataFrame, true: int, thresholds) -> pd.DataFrame:
    """Precision and recall of pairs with ``score`` and ``right`` (yes/no) at or above each threshold.

    ``true``: how many pairs there are to be found.

    >>> scored = pd.DataFrame({"score": [0.9, 0.8, 0.7], "right": [True, True, False]})
    >>> quality_curve(scored, 4, [0.8, 0.6])[["precision", "recall"]].values.round(2).tolist()
    [[1.0, 0.5], [0.67, 0.5]]
    """
    rows = []
    for threshold in thresholds:
        kept = scored["right"].to_numpy(dtype=bool)[scored["score"].to_numpy() >= threshold]
        quality = Quality(len(kept), int(kept.sum()), true)
        rows.append([threshold, quality.found, quality.right, quality.precision, quality.recall])
    return pd.DataFrame(rows, columns=CURVE_COLUMNS)


def pairs_in_groups(groups: np.ndarray) -> int:
    """How many pairs of rows have the same group; missing groups have none."""
    count = pd.Series(groups).value_counts().to_numpy()
    return int((count * (count - 1) // 2).sum())


def same_firm_pairs(names: pd.Series, rules: MatchingRules, similar: float | None = None) -> pd.DataFrame:
    """Pairs among one list of names that may be one firm, by the rules of the matching chain.

    Unlike in a link to a parcel, two plants of a firm are a pair here. ``similar``: the similarity from which
    names that are not the same count too (default ``fuzzy_review``; above 1 for none).

    Returns ``left`` < ``right`` (positions), ``score`` (as in the chain), ``tier`` (name, fuzzy), ordered.
    """
    codes, distinct = pd.factorize(names.astype(object))
    table = parse_names(pd.Series(distinct, dtype=object))
    usable = np.flatnonzero(is_name(table))
    table = table.iloc[usable].reset_index(drop=True)
    number = np.full(len(distinct) + 1, -1)
    number[usable] = np.arange(len(usable))
    both = Names(table, table, number[codes], number[codes])
    exact = name_tiers(same_names(both), both, rules).assign(tier="name")
    found = [exact[["one", "other", "score", "tier"]]]
    limit = rules.fuzzy_review if similar is None else similar
    if limit <= 1:
        found.append(_similar(table, limit, rules).assign(tier="fuzzy"))
    pairs = pd.concat(found, ignore_index=True)
    rows = pd.DataFrame({"name": number[codes], "row": np.arange(len(codes))})
    rows = rows[rows["name"] >= 0]
    made = pairs.merge(rows.rename(columns={"name": "one", "row": "left"}), on="one")
    made = made.merge(rows.rename(columns={"name": "other", "row": "right"}), on="other")
    made = made[made["left"] < made["right"]].sort_values(["left", "right"], kind="stable", ignore_index=True)
    return made[["left", "right", "score", "tier"]]


def _similar(table: pd.DataFrame, limit: float, rules: MatchingRules) -> pd.DataFrame:
    core, code = np.unique(table["core"].to_numpy(dtype=str), return_inverse=True)
    found = similar_pairs(core, core, limit)
    rows = pd.DataFrame({"core": code, "name": np.arange(len(code))})
    pairs = found.merge(rows.rename(columns={"core": "left", "name": "one"}), on="left")
    pairs = pairs.merge(rows.rename(columns={"core": "right", "name": "other"}), on="right")
    kind, place = table["kind"].to_numpy(), table["place"].to_numpy()
    one, other = pairs["one"].to_numpy(), pairs["other"].to_numpy()
    same_kind, similarity = kind[one] == kind[other], pairs["similarity"].to_numpy()
    score = similarity * np.where(same_kind, 1.0, rules.other_kind_factor)
    kept = (score >= limit) & ~(same_kind & (similarity == 1)) & agreeing_places(place[one], place[other])
    return pairs[["one", "other"]].assign(score=score)[kept]
