"""How well each part of the district uses its industrial land: indicators by unit [P 3.2, table 2].

Profile first: this module gives values, their coverage, ranks and what they are compared with. Scores are in
`core.performance.performance_scores`, priority areas in `core.performance.priority`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, joined, sentence
from .formula import Formula, Groups, evaluate, known_rows, read_formula
from .performance_words import WORDS, column_names
from .pieces import COLUMNS
from .ranks import rank

MEASURES = ("nearest_neighbour_index", "share_in_clusters", "location_quotient", "herfindahl")
GAP = "gap"
DISTRICT, LEVEL, PARK = "district", "level", "park"
MAIN = "level:parks"
_LEVELS = ("base", "community", "block")


@dataclass(frozen=True)
class PerformanceRules:
    """Section ``performance`` of the rule profile. Lengths m, shares 0-1; the tables row by row."""

    criteria: tuple[dict, ...]
    indicators: tuple[dict, ...]
    park_levels: tuple[str, ...]
    land_stages: tuple[str, ...]
    missing_figures: str
    plot_ratio_area: str
    emerging_industries: tuple[str, ...]
    poi_kinds: tuple[str, ...]
    poi_reach: float
    key_node_kinds: tuple[str, ...]
    detour: float
    access_half: float
    access_by: str
    access_half_time: float
    road_speeds: tuple[dict, ...]
    road_gap: float
    road_crossings: bool
    cluster_reach: float
    cluster_least: int
    neighbour_least: int
    sector_amount: str
    leading_share: float
    benchmarks: tuple[dict, ...]
    references: tuple[str, ...]
    reference_least: int
    worse_below: float
    judged_coverage: float
    priority_least: int
    priority: tuple[dict, ...]
    weighting: str
    combined_of: tuple[str, ...]
    combined_share: float
    scoring: str
    ratio_cap: float
    score_known: float
    few_units: int
    near_constant: float
    consistency_limit: float
    hidden_best: float
    hidden_worst: float
    obstacles_shown: int
    draws: int
    seed: int


@dataclass(frozen=True)
class Indicator:
    """One row of ``performance.indicators``, with its formulas read and its name in one language.

    ``called``: the id and the names in every language, for tables that people write.
    """

    id: str
    name: str
    criterion: str
    criterion_name: str
    formula: Formula
    measure: str
    rising: bool
    marks: float
    own_weight: float | None
    rests_on: str
    missing: Formula | None
    missing_unit: str | None
    called: tuple[str, ...]


@dataclass(frozen=True)
class Profiles:
    """Values of the indicators. ``units``: one row a unit; the arrays are units × indicators, NaN = not
    known. ``reason``: why a value is not known, in words.
    """

    units: pd.DataFrame
    indicators: tuple[Indicator, ...]
    value: np.ndarray
    coverage: np.ndarray
    reason: np.ndarray
    groups: Groups

    @property
    def parks(self) -> np.ndarray:
        """Positions of the parks among the units."""
        return np.flatnonzero(self.units["unit_kind"] == PARK)

    @property
    def rising(self) -> np.ndarray:
        """Whether more is better, by indicator."""
        return np.array([indicator.rising for indicator in self.indicators], dtype=bool)


def read_indicators(rules: PerformanceRules, language: str = "en") -> tuple[Indicator, ...]:
    """The indicators of the rule profile, shipped and the user's own, in order; formulas are checked.

    Raises LandRenewalError when a formula or a criterion is not known.
    """
    criteria = {row["criterion"]: row[f"name_{language}"] for row in rules.criteria}
    found = []
    for row in rules.indicators:
        where = sentence("Indicator '{}' of the rule profile", row["indicator"])
        if row["criterion"] not in criteria:
            raise LandRenewalError(
                "{}: criterion '{}' is not in the table performance.criteria: add it there, or use one of "
                "{}.",
                where,
                row["criterion"],
                joined(criteria),
            )
        missing = row["missing"]
        found.append(
            Indicator(
                row["indicator"],
                row[f"name_{language}"] or row["indicator"],
                row["criterion"],
                criteria[row["criterion"]] or row["criterion"],
                read_formula(row["formula"], COLUMNS, MEASURES, where),
                row["measure"],
                bool(row["rising"]),
                float(row["marks"]),
                row["own_weight"],
                row["rests_on"],
                read_formula(missing, COLUMNS, (GAP,), where) if missing else None,
                row["missing_unit"],
                tuple(filter(None, (row["indicator"], row["name_en"], row["name_zh"]))),
            )
        )
    return tuple(found)


def evaluation_units(
    levels: pd.DataFrame, parks: pd.DataFrame, pieces: pd.DataFrame, rules: PerformanceRules, language: str
) -> tuple[pd.DataFrame, Groups]:
    """The whole district, each level, all bases and communities together, and each park; and their pieces.

    ``levels``: level and park_id of the parcels; ``parks``: park_id, park, level. Parks are those of
    ``rules.park_levels``, higher levels first, then by park_id. A parcel belongs to one park, the
    highest-level one that holds it. Columns: unit_id, unit, unit_kind, level, park_id, parcels,
    industrial_m2, firms (listed, a firm on two units counts in parts; NaN without an enterprise table).
    """
    words = WORDS[language]
    rank_of = {name: position for position, name in enumerate(_LEVELS)}
    own = parks[parks["level"].isin(rules.park_levels)]
    own = own.iloc[np.lexsort((own["park_id"].astype(str), own["level"].map(rank_of)))]
    shared = [("district", words["district"], DISTRICT, None)]
    shared += [(f"level:{name}", words["levels"][name], LEVEL, name) for name in _LEVELS]
    shared += [(MAIN, words["parks"], LEVEL, None)]
    table = pd.DataFrame(shared, columns=["unit_id", "unit", "unit_kind", "level"], dtype=object)
    table["park_id"] = None
    named = own["park"].where(own["park"].notna(), own["park_id"]) if "park" in own else own["park_id"]
    rows = pd.DataFrame(
        {"unit_id": "park:" + own["park_id"].astype(str), "unit": named, "unit_kind": PARK,
         "level": own["level"], "park_id": own["park_id"]}, dtype=object,
    )  # fmt: skip
    units = pd.concat([table, rows], ignore_index=True)
    groups = _membership(units, levels, pieces["parcel"].to_numpy())
    units["parcels"] = _parcel_counts(groups, pieces["parcel"].to_numpy())
    units["industrial_m2"] = groups.total(pieces["area_m2"])
    listed = pieces["firms"].notna().any()
    units["firms"] = groups.total(pieces["firms"]) if listed else np.nan
    return units, groups


def _membership(units: pd.DataFrame, levels: pd.DataFrame, parcel: np.ndarray) -> Groups:
    level = levels["level"].to_numpy(dtype=object)[parcel]
    park = levels["park_id"].to_numpy(dtype=object)[parcel]
    row, everything = np.arange(len(parcel)), np.zeros(len(parcel), dtype=np.int64)
    at_level = pd.Index(units["unit_id"]).get_indexer(pd.Series(level, dtype=object).map("level:{}".format))
    at_park = pd.Index(units["unit_id"]).get_indexer(pd.Series(park, dtype=object).map("park:{}".format))
    main = np.where(
        np.isin(level.astype(str), ("base", "community")), units.index[units["unit_id"] == MAIN][0], -1
    )
    unit = np.concatenate([everything, at_level, main, at_park])
    rows = np.tile(row, 4)
    return Groups(unit[unit >= 0], rows[unit >= 0], len(units))


def _parcel_counts(groups: Groups, parcel: np.ndarray) -> np.ndarray:
    pairs = pd.DataFrame({"unit": groups.unit, "parcel": parcel[groups.row]}).drop_duplicates()
    return np.bincount(pairs["unit"], minlength=groups.count)


def profiles(
    pieces: pd.DataFrame,
    units: pd.DataFrame,
    groups: Groups,
    indicators: tuple[Indicator, ...],
    measures: Mapping[str, np.ndarray],
    rules: PerformanceRules,
    absent: Mapping[str, str],
    language: str = "en",
) -> Profiles:
    """The value of every indicator for every unit, the share of the data it rests on, and why one is missing.

    ``pieces`` hold the columns of the formulas (see `core.performance.pieces`), ``measures`` the measures of
    whole units. Coverage = land (or enterprises) whose figures are known ÷ all of the unit's that the formula
    is about (see `_land_of`). ``absent``: in words, why a column or measure is not known anywhere.
    """
    firms = np.nan_to_num(pieces["firms"].to_numpy())
    joint = rules.missing_figures == "leave_out"
    value, coverage, reason = [], [], []
    used = ~pieces["empty"].to_numpy(dtype=bool)
    for indicator in indicators:
        own = evaluate(indicator.formula, pieces, groups, measures, joint)
        known = known_rows(indicator.formula, pieces)
        # That nothing is made on empty land says nothing about land in use.
        unseen = (groups.total(used) > 0) & (groups.total(known & used) == 0)
        own = np.where(unseen & bool(indicator.formula.columns), np.nan, own)
        weight = _land_of(indicator.formula, pieces) if indicator.rests_on == "area" else firms
        with np.errstate(all="ignore"):
            share = groups.total(np.where(known, weight, 0.0)) / groups.total(weight)
        value.append(own)
        coverage.append(np.where(np.isnan(own), 0.0, np.clip(np.nan_to_num(share, nan=1.0), 0.0, 1.0)))
        reason.append(_reasons(indicator, own, pieces, groups, absent, measures, WORDS[language], language))
    return Profiles(units, indicators, *(np.column_stack(part) for part in (value, coverage, reason)), groups)


def _land_of(formula: Formula, pieces: pd.DataFrame) -> np.ndarray:
    """The land a formula is about, by piece: what it divides by where that is land in use or built land.

    Approved land is no land in use: that nothing is made there must not make the rest look known.
    """
    area = pieces["area_m2"].to_numpy()
    for name in ("land_m2", "site_m2"):
        if name in formula.columns:
            return np.where(pieces[name].to_numpy() == 0, 0.0, area)
    return area


def _reasons(indicator, value, pieces, groups, absent, measures, words, language) -> np.ndarray:
    """Why values are missing, in words; None where there is a value."""
    result = np.full(len(value), None, dtype=object)
    lacking = np.flatnonzero(np.isnan(value))
    if not len(lacking):
        return result
    formula = indicator.formula
    names = column_names(language)
    empty = groups.total(np.ones(len(pieces))) == 0
    said = next((absent[name] for name in (*formula.columns, *formula.measures) if name in absent), None)
    used = ~pieces["empty"].to_numpy(dtype=bool)
    anywhere = {name: groups.total(pieces[name].notna() & used) > 0 for name in formula.columns}
    for unit in lacking:
        dark = [names.get(name, name) for name in formula.columns if not anywhere[name][unit]]
        dark += [names.get(name, name) for name in formula.measures if np.isnan(measures[name][unit])]
        if empty[unit]:
            result[unit] = words["no_land"]
        elif said:
            result[unit] = said
        elif dark:
            result[unit] = words["not_known"].format(words["and"].join(dark))
        else:
            result[unit] = words["nothing"]
    return result


def ranks(found: Profiles) -> np.ndarray:
    """Rank of each park by each indicator, 1 = best, NaN for other units and missing values."""
    result = np.full(found.value.shape, np.nan)
    parks = found.parks
    if len(parks):
        good = np.where(found.rising, found.value[parks], -found.value[parks])
        result[parks] = np.column_stack([rank(column) for column in good.T])
    return result


def order_note(found: Profiles, language: str = "en") -> str | None:
    """A sentence when output per land does not fall from bases to communities to blocks, as expected."""
    ids = [indicator.id for indicator in found.indicators]
    if "output_per_area" not in ids:
        return None
    column = found.value[:, ids.index("output_per_area")]
    row = {unit: value for unit, value in zip(found.units["unit_id"], column)}
    values = [(name, row[f"level:{name}"]) for name in _LEVELS if not np.isnan(row[f"level:{name}"])]
    if all(better[1] > worse[1] for better, worse in zip(values, values[1:])):
        return None
    words = WORDS[language]
    shown = words["and"].join(f"{words['levels'][name]} {value:,.0f}" for name, value in values)
    return words["order"].format(shown)
