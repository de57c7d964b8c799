"""Five single-factor tests in a fixed order: green, efficiency, quality, equity, safety [P 3.3]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.columns import DEFICIENCY_LAYERS
from .subject_tests import (
    CLASSES,
    NONE,
    UNKNOWN,
    apply_tests,
    classes,
    ground,
    kleene_any,
    object_array,
    reliability,
)
from .subjects import Subjects, gather
from .trace import Facts, parcel_traces, subject_traces

_CLASS_NAMES = np.array(CLASSES, dtype=object)


@dataclass(frozen=True)
class DeficiencyRules:
    """Section ``deficiency`` of the rule profile. Thresholds in 10k CNY/km2, profit in 10k CNY."""

    efficiency_kind: str
    efficiency_scope: str
    efficiency_factor: float
    efficiency_percentile: float
    efficiency_absolute: float | None
    efficiency_years: int
    equity_kind: str
    equity_scope: str
    equity_factor: float
    equity_percentile: float
    equity_absolute: float | None
    equity_years: int
    minimum_firms: int
    level_factor_base: float
    level_factor_community: float
    level_factor_block: float
    dominant_industries: tuple[str, ...]
    poor_profit_below: float
    weight_green: float
    weight_efficiency: float
    weight_quality: float
    weight_equity: float
    weight_safety: float
    reliability_minimum: float
    parcel_class: str
    sector_thresholds: tuple[dict, ...]


@dataclass(frozen=True)
class Deficiency:
    """Results of `assess`.

    ``firms``: aligned with the enterprise table, ``parcels``: aligned with the parcels, both with the columns
    of `core.common.columns.DEFICIENCY_RESULT`. ``industry``: GB/T 4754 code of the occupant that decided the
    parcel's class. ``figures``: aligned with the enterprise table: land_m2, level, park_id, output and tax
    per km2, their thresholds. ``land``: every occupancy with its share and land. ``notes``: what to tell the
    user.
    """

    firms: pd.DataFrame
    parcels: pd.DataFrame
    industry: pd.Series
    figures: pd.DataFrame
    land: pd.DataFrame
    notes: list[str]


def assess(
    enterprises: pd.DataFrame | None,
    occupancy: pd.DataFrame | None,
    parcels: pd.DataFrame,
    levels: pd.DataFrame,
    control: pd.DataFrame,
    parks: pd.DataFrame | None,
    industrial: np.ndarray,
    rules: DeficiencyRules,
    language: str = "en",
    money: str | None = None,
) -> Deficiency:
    """Test every enterprise and every industrial parcel; the first failed layer names the class.

    *green*: a parcel of the firm encroaches on the ecological red line, or environmental acceptance failed.
    *efficiency* and *equity*: output or tax per land strictly below the threshold
    (`core.deficiency.thresholds`) in each of the last ``*_years`` years known. *quality*: outside the
    dominant industries (of the park with most of its land, else of the district) and poorly managed (by
    survey, else latest profit below
    ``poor_profit_below``). *safety*: evaluation not passed. All flags follow three-valued logic; a line that
    was not supplied is unknown. Level of a firm: where most of its land lies (ties: the higher level).

    With no layer failed the class is ``none`` if reliability ≥ ``reliability_minimum``, else ``unknown``;
    reliability = weights of the known layers ÷ all weights. Parcels: worst of the occupants in layer order,
    or the class with most land (``parcel_class``); ``none`` without a failing occupant only if all occupants
    are ``none``; flags: any occupant fails; reliability: mean over the occupants, weighted by land.
    Non-industrial parcels stay empty.

    Parameters: ``levels`` (level, park_id) and ``control`` (redline_share, redline_encroaching) are aligned
    with the parcels. ``rules.sector_thresholds``: rows {sector, efficiency, equity} for the threshold kind
    ``table``. ``language`` (en, zh) and ``money`` (label of the money unit) are for the traces. Source: P
    3.3; all numbers are own defaults from the profile.
    """
    years = max(rules.efficiency_years, rules.equity_years)
    subjects = gather(enterprises, occupancy, parcels, industrial, years)
    facts, notes = apply_tests(subjects, ground(subjects, levels, control), parks, rules)
    known = reliability(facts.flags, rules)
    found = classes(facts.flags, known, rules)
    traces = subject_traces(facts, language, money)
    results = _result(found, facts.flags, traces, known)
    by_parcel, decided_by = _parcels(
        subjects, found, facts.flags, traces, known, len(parcels), rules, language
    )
    by_parcel = _blank(by_parcel.set_axis(parcels.index, axis=0), ~np.asarray(industrial, dtype=bool))
    industry = _texts(np.append(facts.industry["code"].to_numpy(dtype=object), None)[decided_by])
    index = enterprises.index if enterprises is not None else None
    firms = _align(results, subjects.rows, index)
    figures = _align(_figures(facts), subjects.rows, index)
    industry = industry.set_axis(parcels.index).rename("industry")
    return Deficiency(firms, by_parcel, industry, figures, subjects.land, subjects.notes + notes)


def _parcels(subjects: Subjects, found, flags, traces, known, count: int, rules, language):
    """Class, flags, trace and reliability of every parcel from those of its occupants; and the occupant that
    decided.
    """
    links, table = subjects.links, subjects.table
    subject, parcel, share = (links[name].to_numpy() for name in ("subject", "parcel", "share"))
    rank = parcel_class(parcel, found[subject], share, count, rules.parcel_class)
    merged = {layer: kleene_any(flags[layer][subject], parcel, count) for layer in DEFICIENCY_LAYERS}
    place, chosen = deciding(subject, parcel, share, found[subject] == rank[parcel])
    occupants = np.bincount(parcel, minlength=count)[place]
    own = [traces[number] for number in chosen.tolist()]
    kind, name = (table[column].to_numpy(dtype=object)[chosen] for column in ("kind", "name"))
    trace = np.full(count, None, dtype=object)
    trace[place] = parcel_traces(kind, name, occupants, own, rules.parcel_class, language)
    decided_by = np.full(count, -1)
    decided_by[place] = chosen
    mean = _mean_by_land(parcel, share, known[subject], count)
    return _blank(_result(np.minimum(rank, NONE), merged, trace, mean), rank > NONE), decided_by


def deciding(subject: np.ndarray, parcel: np.ndarray, share: np.ndarray, of_class: np.ndarray):
    """For each parcel, among the occupants with its class: the largest share, then the first id (subjects are
    in order).
    """
    rows = np.flatnonzero(of_class)
    rows = rows[np.lexsort((subject[rows], -share[rows].round(9), parcel[rows]))]
    place, first = np.unique(parcel[rows], return_index=True)
    return place, subject[rows][first]


def _mean_by_land(parcel: np.ndarray, share: np.ndarray, value: np.ndarray, count: int) -> np.ndarray:
    """Mean over the occupants, weighted by share; plain where all shares are 0; NaN without occupants."""
    weight = np.where(np.bincount(parcel, weights=share, minlength=count)[parcel] > 0, share, 1.0)
    total = np.bincount(parcel, weights=weight, minlength=count)
    return np.bincount(parcel, weights=weight * value, minlength=count) / np.where(total > 0, total, np.nan)


def parcel_class(
    parcel: np.ndarray, found: np.ndarray, share: np.ndarray, count: int, how: str
) -> np.ndarray:
    """Class position of every parcel: worst first, or the one with most land (ties: the worse); NONE + 1 = no
    occupant.
    """
    worst = np.full(count, NONE + 1)
    np.minimum.at(worst, parcel, found)
    if how == "worst":
        return worst
    size = len(CLASSES)
    sums = (
        np.bincount(parcel * size + found, weights=share, minlength=count * size)
        .reshape(count, size)
        .round(9)
    )
    return np.where(worst >= UNKNOWN, worst, sums.argmax(axis=1))


def _result(found: np.ndarray, flags: dict, traces, known: np.ndarray) -> pd.DataFrame:
    fails = {f"{layer}_fail": flags[layer] for layer in DEFICIENCY_LAYERS}
    names = _texts(_CLASS_NAMES[found])
    return pd.DataFrame({"deficiency": names, **fails, "trace": _texts(traces), "reliability": known})


def _figures(facts: Facts) -> pd.DataFrame:
    figures = {
        "land_m2": np.where(facts.land > 0, facts.land, np.nan),
        "level": _texts(facts.level),
        "park_id": _texts(facts.park),
    }
    for name, layer in (("output", "efficiency"), ("tax", "equity")):
        figures[f"{name}_per_km2"] = facts.tests[layer].ratio
        figures[f"{name}_threshold"] = facts.tests[layer].thresholds["threshold"].to_numpy()
    return pd.DataFrame(figures)


def _align(results: pd.DataFrame, rows: np.ndarray, index: pd.Index | None) -> pd.DataFrame:
    """Results per row of the enterprise table: all years of a firm get the firm's result."""
    if index is None or not len(rows):
        return results.iloc[:0].set_index(pd.Index([]) if index is None else index)
    aligned = results.iloc[np.maximum(rows, 0)].set_axis(index, axis=0)
    return _blank(aligned, rows < 0)


def _blank(frame: pd.DataFrame, where: np.ndarray) -> pd.DataFrame:
    """Empty the rows: None, <NA> or NaN by kind of column."""
    if not where.any():
        return frame
    columns = {}
    for name, column in frame.items():
        values = column.array.copy()
        values[where] = {"O": None, "f": np.nan}.get(column.dtype.kind, pd.NA)
        columns[name] = pd.Series(values, index=frame.index, dtype=column.dtype)
    return pd.DataFrame(columns, index=frame.index)


def _texts(values) -> pd.Series:
    """Texts as the tables keep them; without the explicit type, newer pandas would turn None into NaN."""
    return pd.Series(object_array(values), dtype=object)
