"""The outcome of the five tests for every subject, part by part [P 3.3].

What a subject holds does not change with the rules (`Ground`); every test depends on some of them only. So
whoever tries other rules may keep the parts whose rules are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..common.columns import DEFICIENCY_LAYERS, LEVELS
from ..common.errors import LandRenewalError, joined, sentence
from ..common.industry import belongs, classify, split_codes
from .subjects import Recent, Subjects, main_level, main_park, mean_share
from .thresholds import ThresholdRules, below, per_km2, sector_thresholds
from .trace import Facts, LandTest

if TYPE_CHECKING:
    from .deficiency import DeficiencyRules

CLASSES = (*DEFICIENCY_LAYERS, "unknown", "none")
UNKNOWN, NONE = len(DEFICIENCY_LAYERS), len(DEFICIENCY_LAYERS) + 1


@dataclass(frozen=True)
class Ground:
    """What the tests of every subject rest on, whatever the rules are."""

    land: np.ndarray
    level: np.ndarray
    park: np.ndarray
    redline: pd.arrays.BooleanArray
    redline_share: np.ndarray
    industry: pd.DataFrame


def ground(subjects: Subjects, levels: pd.DataFrame, control: pd.DataFrame) -> Ground:
    """Land, level, park, red line and industry of every subject; the tables are aligned with the parcels."""
    table, links = subjects.table, subjects.links
    count, subject, parcel = len(table), links["subject"].to_numpy(), links["parcel"].to_numpy()
    amount = links["land_m2"].to_numpy()
    return Ground(
        np.bincount(subject, weights=amount, minlength=count),
        main_level(subject, amount, _objects(levels, "level")[parcel], count),
        main_park(subject, amount, _objects(levels, "park_id")[parcel], count),
        kleene_any(_flags(control, "redline_encroaching")[parcel], subject, count),
        mean_share(subject, amount, control.get("redline_share"), parcel, count),
        classify(table["industry"]),
    )


def anew(part: str, depends_on: tuple, make: Callable):
    """Make a part of the facts; whoever keeps parts passes something else."""
    return make()


def apply_tests(
    subjects: Subjects,
    ground: Ground,
    parks: pd.DataFrame | None,
    rules: DeficiencyRules,
    once: Callable = anew,
) -> tuple[Facts, list[str]]:
    """The outcome of the five tests and everything it rests on, and what to tell the user.

    ``once(part, depends_on, make)`` gives a part: ``make()``, or what it made before under equal rules.
    """
    table = subjects.table
    dominant, source, notes = once(
        "dominant", (rules.dominant_industries,),
        lambda: _dominant(ground.industry["code"], ground.park, parks, rules),
    )  # fmt: skip
    poor, profit = once(
        "poor", (rules.poor_profit_below,), lambda: _poor(table, subjects.profit, rules)
    )  # fmt: skip
    tests = {}
    for layer, figures in (("efficiency", subjects.output), ("equity", subjects.tax)):
        own = threshold_rules(rules, layer)
        listed = {row["sector"]: row[layer] for row in rules.sector_thresholds}

        def make(figures=figures, own=own, listed=listed):
            return _land_test(figures, ground, own, listed)

        tests[layer] = once(layer, (own, listed), make)
    flags = {
        "green": ground.redline | ~table["eia_passed"].array,
        "efficiency": tests["efficiency"].fails,
        "quality": ~dominant & poor,
        "equity": tests["equity"].fails,
        "safety": ~table["safety_passed"].array,
    }
    return Facts(
        table, flags, ground.land, ground.level, ground.park, ground.redline, ground.redline_share,
        ground.industry, dominant, source, poor, profit, tests,
    ), notes  # fmt: skip


def threshold_rules(rules: DeficiencyRules, layer: str) -> ThresholdRules:
    """The part of the rules that makes the threshold of ``efficiency`` or ``equity``."""
    own = {
        name: getattr(rules, f"{layer}_{name}") for name in ("kind", "scope", "factor", "percentile", "years")
    }
    absolute = getattr(rules, f"{layer}_absolute")
    factors = {level: getattr(rules, f"level_factor_{level}") for level in LEVELS}
    return ThresholdRules(absolute=absolute, minimum_firms=rules.minimum_firms, level_factors=factors, **own)


def kleene_any(flags: pd.arrays.BooleanArray, group: np.ndarray, count: int) -> pd.arrays.BooleanArray:
    """Per group: yes if any member is yes, else unknown if any is unknown or the group is empty, else no."""
    yes = np.bincount(group, weights=flags.to_numpy(dtype=float, na_value=0.0), minlength=count) > 0
    unknown = np.bincount(group, weights=np.asarray(flags.isna(), dtype=float), minlength=count) > 0
    empty = np.bincount(group, minlength=count) == 0
    return pd.arrays.BooleanArray(yes, (unknown | empty) & ~yes)


def _land_test(figures: Recent, ground: Ground, rules: ThresholdRules, listed: dict) -> LandTest:
    """Figure per land against the threshold, for the latest year and as many before it as asked for."""
    fails, latest, known, failed, codes = None, None, 0, 0, ground.industry
    for back in range(rules.years):
        value = figures.value[:, back]
        thresholds = sector_thresholds(
            value, ground.land, codes["division"], codes["section"], ground.level, rules, listed
        )
        ratio = per_km2(value, ground.land)
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
                sentence(
                    "Dominant industries that are no GB/T 4754 codes were not used, parks: {}.",
                    joined(unread),
                )
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
    return dominant, object_array(sources)[place], notes


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


def reliability(flags: dict, rules: DeficiencyRules) -> np.ndarray:
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


def classes(flags: dict, reliability: np.ndarray, rules: DeficiencyRules) -> np.ndarray:
    """Position of the class in `CLASSES`: the first failed layer, else none or unknown."""
    failed = np.column_stack(
        [flags[layer].to_numpy(dtype=bool, na_value=False) for layer in DEFICIENCY_LAYERS]
    )
    enough = reliability >= rules.reliability_minimum - 1e-9
    return np.where(failed.any(axis=1), failed.argmax(axis=1), np.where(enough, NONE, UNKNOWN))


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


def object_array(values) -> np.ndarray:
    """An array of objects, also where every value is a text or a list."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
