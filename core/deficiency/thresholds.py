"""Thresholds of output and tax per land, by sector, level or district [P 3.3; kinds and numbers are own
defaults].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.industry import full_code

KINDS = ("share_of_mean", "share_of_median", "percentile", "absolute", "table")
SCOPES = ("sector", "level", "district")
M2_PER_KM2 = 1e6
# Two sums of the same figures may differ in the last bits: up to this share of the threshold, a value is
# equal to it.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class ThresholdRules:
    """How one threshold is made. ``absolute`` in 10k CNY/km2 (None = not set), ``factor`` and ``percentile``
    as shares.
    """

    kind: str
    scope: str
    factor: float
    percentile: float
    absolute: float | None
    years: int
    minimum_firms: int
    level_factors: dict[str, float]


def sector_thresholds(
    value: np.ndarray,
    land: np.ndarray,
    division: Sequence[str | None],
    section: Sequence[str | None],
    level: Sequence[str | None],
    rules: ThresholdRules,
    by_sector: dict[str, float] | None = None,
) -> pd.DataFrame:
    """Threshold of value per land for every firm, and where it comes from.

    Kinds: ``share_of_mean`` = factor × Σvalue ÷ Σland of the group (a ratio of sums, own firm included);
    ``share_of_median`` = factor × median of the firms' value ÷ land; ``percentile`` of these; ``absolute``;
    ``table`` by division, else section, else ``all``. Groups by scope: ``sector`` = division, else section,
    else district, the first with at least ``minimum_firms`` firms whose value and land are known; ``level``,
    else district; ``district``. Every threshold is multiplied by the factor of the firm's level (1 where it
    has none).

    Parameters: ``value`` in 10k CNY, ``land`` in m2, both NaN where unknown; ``division`` and ``section`` of
    GB/T 4754-2017; ``by_sector`` = {code: threshold} for the kind ``table``.

    Returns ``threshold`` (10k CNY/km2, NaN where there is none), ``scope`` (division, section, level,
    district, absolute, table), ``group``, ``firms`` (how many it rests on) and ``level_factor``.
    """
    factor = pd.Series(level, dtype=object).map(rules.level_factors).astype(float).fillna(1.0).to_numpy()
    if rules.kind == "absolute":
        fixed = np.nan if rules.absolute is None else float(rules.absolute)
        result = _fixed(np.full(len(value), fixed), "absolute", None)
    elif rules.kind == "table":
        result = _from_table(division, section, by_sector or {})
    else:
        result = _from_groups(
            np.asarray(value, float), np.asarray(land, float), division, section, level, rules
        )
    result["threshold"] *= factor
    result["level_factor"] = factor
    return result


def per_km2(value: np.ndarray, land: np.ndarray) -> np.ndarray:
    """Value per land in 10k CNY/km2; NaN where either is unknown or the land is not above zero.

    >>> per_km2(np.array([30.0, 30.0]), np.array([15000.0, 0.0]))
    array([2000.,   nan])
    """
    land = np.where(np.asarray(land, dtype=float) > 0, land, np.nan)
    return np.asarray(value, dtype=float) * M2_PER_KM2 / land


def below(ratio: np.ndarray, threshold: np.ndarray) -> pd.arrays.BooleanArray:
    """Strictly below the threshold: yes, no, or unknown where either is."""
    unknown = np.isnan(ratio) | np.isnan(threshold)
    with np.errstate(invalid="ignore"):
        fails = ratio < threshold - _ROUNDING * np.abs(threshold)
    return pd.arrays.BooleanArray(fails & ~unknown, unknown)


def _from_groups(value, land, division, section, level, rules: ThresholdRules) -> pd.DataFrame:
    """The first group of the scope with enough firms; the district is taken however few they are."""
    district = np.full(len(value), "", dtype=object)
    chain = {
        "sector": [("division", division), ("section", section), ("district", district)],
        "level": [("level", level), ("district", district)],
        "district": [("district", district)],
    }[rules.scope]
    result = _fixed(np.full(len(value), np.nan), None, None)
    waiting = np.ones(len(value), dtype=bool)
    for scope, groups in chain:
        codes, names = pd.factorize(np.asarray(groups, dtype=object))
        figure, firms = _group_figures(value, land, codes, len(names), rules)
        enough = firms >= (1 if scope == "district" else rules.minimum_firms)
        take = waiting & (codes >= 0) & np.append(enough, False)[codes]
        chosen = codes[take]
        result.loc[take, "threshold"] = figure[chosen]
        result.loc[take, "scope"] = scope
        result.loc[take, "group"] = np.asarray(names, dtype=object)[chosen]
        result.loc[take, "firms"] = firms[chosen]
        waiting &= ~take
    return result


def _group_figures(value, land, codes, count: int, rules: ThresholdRules) -> tuple[np.ndarray, np.ndarray]:
    """Threshold before the level factor, and the number of firms, of each group."""
    ratio = per_km2(value, land)
    known = (codes >= 0) & ~np.isnan(ratio)
    group = codes[known]
    firms = np.bincount(group, minlength=count)
    if rules.kind == "share_of_mean":
        values = np.bincount(group, weights=value[known], minlength=count)
        areas = np.bincount(group, weights=land[known], minlength=count)
        figure = rules.factor * per_km2(values, areas)
    else:
        share, factor = (0.5, rules.factor) if rules.kind == "share_of_median" else (rules.percentile, 1.0)
        quantiles = pd.Series(ratio[known]).groupby(group).quantile(share)
        figure = factor * quantiles.reindex(range(count)).to_numpy(dtype=float)
    return figure, firms


def _from_table(division, section, by_sector: dict[str, float]) -> pd.DataFrame:
    table = {_table_key(code): float(number) for code, number in by_sector.items() if pd.notna(number)}
    divisions = pd.Series(division, dtype=object)
    sections = pd.Series(section, dtype=object)
    result = _fixed(np.full(len(divisions), table.get("all", np.nan)), "table", "all")
    for groups in (sections, divisions):
        listed = groups.isin(list(table)).to_numpy()
        result.loc[listed, "threshold"] = groups[listed].map(table).astype(float)
        result.loc[listed, "group"] = groups[listed]
    return result


def _table_key(code: str) -> str:
    """A division as two digits, a section as its letter, ``all`` as it is."""
    full = full_code(code)
    return str(code).strip().lower() if full is None else full[1:3] or full


def _fixed(threshold: np.ndarray, scope: str | None, group: str | None) -> pd.DataFrame:
    result = pd.DataFrame({"threshold": threshold.astype(float)})
    result["scope"] = pd.Series([scope] * len(result), dtype=object)
    result["group"] = pd.Series([group] * len(result), dtype=object)
    result["firms"] = 0
    return result
