"""Five single-factor tests in a fixed order: green, efficiency, quality, equity, safety [P 3.3]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .columns import DEFICIENCY_LAYERS, LEVELS
from .errors import LandRenewalError
from .industry import belongs, classify, split_codes
from .subjects import Recent, Subjects, gather, main_level, main_park, mean_share
from .thresholds import ThresholdRules, below, per_km2, sector_thresholds
from .trace import Facts, LandTest, parcel_traces, subject_traces

CLASSES = (*DEFICIENCY_LAYERS, "unknown", "none")
UNKNOWN, NONE = len(DEFICIENCY_LAYERS), len(DEFICIENCY_LAYERS) + 1
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
    of `core.columns.DEFICIENCY_RESULT`. ``industry``: GB/T 4754 code of the occupant that decided the
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
    *efficiency* and *equity*: output or tax per land strictly below the threshold (`core.thresholds`) in each
    of the last ``*_years`` years known. *quality*: outside the dominant industries (of the park with most of
    its land, else of the district) and poorly managed (by survey, else latest profit below
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
    facts, notes = _facts(subjects, levels, control, parks, rules)
    reliability = _reliability(facts.flags, rules)
    classes = _classes(facts.flags, reliability, rules)
    traces = subject_traces(facts, language, money)
    results = _result(classes, facts.flags, traces, reliability)
    by_parcel, decided_by = _parcels(
        subjects, classes, facts.flags, traces, reliability, len(parcels), rules, language
    )
    by_parcel = _blank(by_parcel.set_axis(parcels.index, axis=0), ~np.asarray(industrial, dtype=bool))
    industry = _texts(np.append(facts.industry["code"].to_numpy(dtype=object), None)[decided_by])
    index = enterprises.index if enterprises is not None else None
    firms = _align(results, subjects.rows, index)
    figures = _align(_figures(facts), subjects.rows, index)
    industry = industry.set_axis(parcels.index).rename("industry")
    return Deficiency(firms, by_parcel, industry, figures, subjects.land, subjects.notes + notes)


def _facts(subjects: Subjects, levels, control, parks, rules: DeficiencyRules) -> tuple[Facts, list[str]]:
    """Everything the five tests rest on, and their outcome."""
    table, links = subjects.table, subjects.links
    count, subject, parcel = len(table), links["subject"].to_numpy(), links["parcel"].to_numpy()
    amount = links["land_m2"].to_numpy()
    land = np.bincount(subject, weights=amount, minlength=count)
    level = main_level(subject, amount, _objects(levels, "level")[parcel], count)
    park = main_park(subject, amount, _objects(levels, "park_id")[parcel], count)
    redline = kleene_any(_flags(control, "redline_encroaching")[parcel], subject, count)
    codes = classify(table["industry"])
    dominant, source, notes = _dominant(codes["code"], park, parks, rules)
    poor, profit = _poor(table, subjects.profit, rules)
    tests = {}
    for layer, figures in (("efficiency", subjects.output), ("equity", subjects.tax)):
        listed = {row["sector"]: row[layer] for row in rules.sector_thresholds}
        tests[layer] = _land_test(figures, land, codes, level, threshold_rules(rules, layer), listed)
    flags = {
        "green": redline | ~table["eia_passed"].array,
        "efficiency": tests["efficiency"].fails,
        "quality": ~dominant & poor,
        "equity": tests["equity"].fails,
        "safety": ~table["safety_passed"].array,
    }
    share = mean_share(subject, amount, control.get("redline_share"), parcel, count)
    return Facts(
        table, flags, land, level, park, redline, share, codes, dominant, source, poor, profit, tests
    ), notes


def threshold_rules(rules: DeficiencyRules, layer: str) -> ThresholdRules:
    """The part of the rules that makes the threshold of ``efficiency`` or ``equity``."""
    own = {
        name: getattr(rules, f"{layer}_{name}") for name in ("kind", "scope", "factor", "percentile", "years")
    }
    absolute = getattr(rules, f"{layer}_absolute")
    factors = {level: getattr(rules, f"level_factor_{level}") for level in LEVELS}
    absolute = np.nan if absolute is None else float(absolute)
    return ThresholdRules(absolute=absolute, minimum_firms=rules.minimum_firms, level_factors=factors, **own)


def kleene_any(flags: pd.arrays.BooleanArray, group: np.ndarray, count: int) -> pd.arrays.BooleanArray:
    """Per group: yes if any member is yes, else unknown if any is unknown or the group is empty, else no."""
    yes = np.bincount(group, weights=flags.to_numpy(dtype=float, na_value=0.0), minlength=count) > 0
    unknown = np.bincount(group, weights=np.asarray(flags.isna(), dtype=float), minlength=count) > 0
    empty = np.bincount(group, minlength=count) == 0
    return pd.arrays.BooleanArray(yes, (unknown | empty) & ~yes)


def _land_test(figures: Recent, land, codes, level, rules: ThresholdRules, listed: dict) -> LandTest:
    """Figure per land against the threshold, for the latest year and as many before it as asked for."""
    fails, latest, known, failed = None, None, 0, 0
    for back in range(rules.years):
        value = figures.value[:, back]
        thresholds = sector_thresholds(value, land, codes["division"], codes["section"], level, rules, listed)
        ratio = per_km2(value, land)
        fail = below(ratio, thresholds["threshold"].to_numpy())
        fails = fail if fails is None else fails & fail
        latest = latest or (ratio, thresholds, fail)
        known = known + ~np.asarray(fail.isna())
        failed = failed + fail.to_numpy(dtype=int, na_value=0)
    ratio, thresholds, below_now = latest
    missing = np.isnan(figures.value[:, 0])
    return LandTest(fails, ratio, figures.year[:, 0], missing, thresholds, below_now, known, failed, rules)


def _dominant(codes: pd.Series, park: np.ndarray, parks: pd.DataFrame | None, rules: DeficiencyRules):
    """Whether each industry is among the dominant ones, and whose list said so (park_id, "" = district, None
    = none).
    """
    lists, notes = {}, []
    if parks is not None and "dominant_industries" in parks:
        rows = parks.drop_duplicates("park_id")
        lists = {name: split_codes(text) for name, text in zip(rows["park_id"], rows["dominant_industries"])}
        unread = sorted(str(name) for name, (_, complete) in lists.items() if not complete)
        if unread:
            notes.append(
                f"Dominant industries that are no GB/T 4754 codes were not used, parks: {', '.join(unread)}."
            )
    district = split_codes(";".join(rules.dominant_industries))
    code_number, code_names = pd.factorize(codes)
    park_number, park_names = pd.factorize(park)
    pairs, place = np.unique(np.column_stack([code_number, park_number]), axis=0, return_inverse=True)
    answers, sources = [], []
    for code, number in pairs.tolist():
        own = lists.get(park_names[number]) if number >= 0 else None
        source = park_names[number] if own and own[0] else ("" if district[0] else None)
        answer = (
            None
            if source is None
            else belongs(code_names[code] if code >= 0 else None, *(own if source else district))
        )
        answers.append(answer)
        sources.append(source)
    place = np.asarray(place).ravel()
    dominant = pd.array(answers, dtype="boolean")[place]
    return dominant, _object_array(sources)[place], notes


def _poor(
    table: pd.DataFrame, profit: Recent, rules: DeficiencyRules
) -> tuple[pd.arrays.BooleanArray, np.ndarray]:
    """Poorly managed, by survey, else by the latest profit; and that profit where it decided (else NaN)."""
    surveyed = table["poor_management"].array
    latest = profit.value[:, 0]
    with np.errstate(invalid="ignore"):
        by_profit = pd.arrays.BooleanArray(latest < rules.poor_profit_below, np.isnan(latest))
    use = np.asarray(surveyed.isna())
    poor = surveyed.copy()
    poor[use] = by_profit[use]
    return poor, np.where(use, latest, np.nan)


def _reliability(flags: dict, rules: DeficiencyRules) -> np.ndarray:
    weights = np.array([getattr(rules, f"weight_{layer}") for layer in DEFICIENCY_LAYERS], dtype=float)
    if not weights.sum() > 0:
        raise LandRenewalError(
            "The weights of the five deficiency tests are all 0: give at least one of them a weight."
        )
    # Added up in layer order: a matrix product may round differently from machine to machine.
    return sum(
        weight * ~np.asarray(flags[layer].isna())
        for layer, weight in zip(DEFICIENCY_LAYERS, weights / weights.sum())
    )


def _classes(flags: dict, reliability: np.ndarray, rules: DeficiencyRules) -> np.ndarray:
    """Position of the class in `CLASSES`: the first failed layer, else none or unknown."""
    failed = np.column_stack(
        [flags[layer].to_numpy(dtype=bool, na_value=False) for layer in DEFICIENCY_LAYERS]
    )
    enough = reliability >= rules.reliability_minimum - 1e-9
    return np.where(failed.any(axis=1), failed.argmax(axis=1), np.where(enough, NONE, UNKNOWN))


def _parcels(subjects: Subjects, classes, flags, traces, reliability, count: int, rules, language):
    """Class, flags, trace and reliability of every parcel from those of its occupants; and the occupant that
    decided.
    """
    links, table = subjects.links, subjects.table
    subject, parcel, share = (links[name].to_numpy() for name in ("subject", "parcel", "share"))
    rank = _parcel_class(parcel, classes[subject], share, count, rules.parcel_class)
    merged = {layer: kleene_any(flags[layer][subject], parcel, count) for layer in DEFICIENCY_LAYERS}
    place, chosen = _deciding(subject, parcel, share, classes[subject] == rank[parcel])
    occupants = np.bincount(parcel, minlength=count)[place]
    own = [traces[number] for number in chosen.tolist()]
    kind, name = (table[column].to_numpy(dtype=object)[chosen] for column in ("kind", "name"))
    trace = np.full(count, None, dtype=object)
    trace[place] = parcel_traces(kind, name, occupants, own, rules.parcel_class, language)
    decided_by = np.full(count, -1)
    decided_by[place] = chosen
    mean = _mean_by_land(parcel, share, reliability[subject], count)
    return _blank(_result(np.minimum(rank, NONE), merged, trace, mean), rank > NONE), decided_by


def _deciding(subject: np.ndarray, parcel: np.ndarray, share: np.ndarray, of_class: np.ndarray):
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


def _parcel_class(
    parcel: np.ndarray, classes: np.ndarray, share: np.ndarray, count: int, how: str
) -> np.ndarray:
    """Class position of every parcel: worst first, or the one with most land (ties: the worse); NONE + 1 = no
    occupant.
    """
    worst = np.full(count, NONE + 1)
    np.minimum.at(worst, parcel, classes)
    if how == "worst":
        return worst
    size = len(CLASSES)
    sums = (
        np.bincount(parcel * size + classes, weights=share, minlength=count * size)
        .reshape(count, size)
        .round(9)
    )
    return np.where(worst >= UNKNOWN, worst, sums.argmax(axis=1))


def _result(classes: np.ndarray, flags: dict, traces, reliability: np.ndarray) -> pd.DataFrame:
    fails = {f"{layer}_fail": flags[layer] for layer in DEFICIENCY_LAYERS}
    classes = _texts(_CLASS_NAMES[classes])
    return pd.DataFrame({"deficiency": classes, **fails, "trace": _texts(traces), "reliability": reliability})


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


def _objects(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), None, dtype=object)
    column = frame[name].astype(object)
    return column.where(column.notna(), None).to_numpy(dtype=object)


def _flags(frame: pd.DataFrame, name: str) -> pd.arrays.BooleanArray:
    """A yes/no column; unknown everywhere when it is absent."""
    if name not in frame:
        return pd.array([pd.NA] * len(frame), dtype="boolean")
    return frame[name].astype("boolean").array


def _texts(values) -> pd.Series:
    """Texts as the tables keep them; without the explicit type, newer pandas would turn None into NaN."""
    return pd.Series(_object_array(values), dtype=object)


def _object_array(values) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
