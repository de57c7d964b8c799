"""What a value is compared with: other districts, national figures, targets, and the district's own parks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common import units as measures
from ..common.errors import LandRenewalError, sentence
from ..common.wording import nearest
from ..intake.mapping import REJECT_COLUMNS
from .formula import evaluate
from .performance import DISTRICT, GAP, MAIN, PARK, Indicator, PerformanceRules, Profiles

SCOPES = {
    "national": ("national", "nation", "country", "全国", "国家", "全国平均"),
    "city": ("city", "other districts", "municipal", "全市", "市", "市级", "全市平均"),
    "target": ("target", "plan", "planning target", "目标", "规划目标", "目标值"),
}
COLUMNS = ["indicator", "scope", "benchmark", "year", "source"]
_OWN = ("level", "parks", "district")


@dataclass(frozen=True)
class Reference:
    """What each value is judged by (units × indicators): value, and the scope it comes from (None = none)."""

    value: np.ndarray
    scope: np.ndarray


def read_benchmarks(
    table: pd.DataFrame | None, rules: PerformanceRules, indicators: tuple[Indicator, ...]
) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Benchmarks in the units of the indicators: (benchmarks, rejects, notes).

    ``table`` (columns indicator, value, unit, year, source, scope) is the user's; its rows replace those of
    the rule profile with the same indicator and scope. Indicators go by id or by name; a scope that is not
    given is the city. A row whose indicator is not known, whose value is missing or whose unit does not fit
    goes to the rejects. Of several years of one scope the latest counts.
    """
    rows = [
        {"indicator": row["indicator"], "value": row["value"], "unit": row["unit"], "year": row["year"],
         "source": row["source"], "scope": row["scope"], "row": -1}
        for row in rules.benchmarks
    ]  # fmt: skip
    given = [] if table is None else table.assign(row=np.arange(len(table)) + 1).to_dict("records")
    by_name = {name: indicator for indicator in indicators for name in indicator.called}
    kept, rejects = [], []
    for row in (*rows, *given):
        indicator = by_name.get(str(row.get("indicator") or "").strip())
        problem, value = _problem(row, indicator, by_name)
        if not problem:
            kept.append(
                {"indicator": indicator.id, "scope": scope_of(row.get("scope")), "benchmark": value,
                 "year": row.get("year"), "source": row.get("source"), "given": row["row"] > 0}
            )  # fmt: skip
        elif row["row"] > 0:
            rejects.append(("benchmarks", row["row"], row.get("indicator"), *problem))
        elif indicator is not None:
            # A shipped or profile row of an indicator that the profile has dropped is no mistake.
            raise LandRenewalError(
                "Rule profile, performance.benchmarks[{}]: {}.", row["indicator"], problem[2]
            )
    found = pd.DataFrame(kept, columns=[*COLUMNS, "given"])
    found["year"] = found["year"].astype(float)
    found = found.sort_values(["given", "year"], kind="stable", na_position="first")
    twice = found[found["given"]].duplicated(["indicator", "scope"], keep="last").sum()
    notes = (
        [sentence("{} benchmarks are listed again for a later year; the latest is used.", twice)]
        if twice
        else []
    )
    found = found.drop_duplicates(["indicator", "scope"], keep="last").sort_values(["indicator", "scope"])
    return found[COLUMNS].reset_index(drop=True), pd.DataFrame(rejects, columns=REJECT_COLUMNS), notes


def scope_of(text) -> str:
    """The scope that a word means; a word of one's own stays as it is, nothing means the city.

    >>> scope_of("全国"), scope_of(None), scope_of("East district")
    ('national', 'city', 'East district')
    """
    word = "" if text is None or text != text else str(text).strip()
    folded = word.casefold()
    return next((scope for scope, words in SCOPES.items() if folded in words), word) or "city"


def _problem(row: dict, indicator: Indicator | None, by_name: dict):
    """What is wrong with a row as (column, value, reason), and its value in the unit of the indicator."""
    if indicator is None:
        text = row.get("indicator")
        guess = nearest(str(text), by_name)
        hint = sentence("; did you mean '{}'?", guess) if guess else ""
        return (
            "indicator",
            None if text is None else str(text),
            sentence("indicator not known{}", hint),
        ), np.nan
    value = row.get("value")
    if value is None or value != value:
        return ("value", None, sentence("no value")), np.nan
    unit = row.get("unit")
    if unit is None or unit != unit or not str(unit).strip() or str(unit).strip() == indicator.measure:
        return None, float(value)
    try:
        wanted = {"index": "ratio", "1/km2": "count/km2"}.get(indicator.measure, indicator.measure)
        return None, float(value) * measures.factor(str(unit), wanted)
    except LandRenewalError as error:
        return ("unit", str(unit), sentence("unit does not fit {}: {}", indicator.measure, error)), np.nan


def references(found: Profiles, benchmarks: pd.DataFrame, rules: PerformanceRules) -> Reference:
    """What each value is judged by: the first of ``rules.references`` that there is.

    ``level`` = the value of all land of a park's level, if it has at least ``reference_least`` parks;
    ``parks`` = of all bases and communities; ``district`` = of all industrial land. An indicator made of
    measures of whole units (agglomeration) depends on how large the unit is, so there it is the mean of the
    parks that serves, and the district none. A unit is never its own reference. Other words are scopes of
    benchmarks.
    """
    units, count = found.units, len(found.indicators)
    value = np.full(found.value.shape, np.nan)
    scope = np.full(found.value.shape, None, dtype=object)
    table = benchmarks.pivot(index="scope", columns="indicator", values="benchmark")
    table = table.reindex(columns=[indicator.id for indicator in found.indicators])
    for name in rules.references:
        if name in _OWN:
            candidate = _own_reference(found, name, rules)
        elif name in table.index:
            candidate = np.broadcast_to(table.loc[name].to_numpy(dtype=float), (len(units), count))
        else:
            continue
        free = np.isnan(value) & ~np.isnan(candidate)
        value[free], scope[free] = candidate[free], name
    return Reference(value, scope)


def _own_reference(found: Profiles, name: str, rules: PerformanceRules) -> np.ndarray:
    units = found.units
    row = pd.Series(np.arange(len(units)), index=units["unit_id"])
    result = np.full(found.value.shape, np.nan)
    is_park = (units["unit_kind"] == PARK).to_numpy()
    whole = np.array([bool(indicator.formula.measures) for indicator in found.indicators])
    if name == "district":
        others = (units["unit_kind"] != DISTRICT).to_numpy()
        result[others] = np.where(whole, np.nan, found.value[row["district"]])
    elif name == "parks" and is_park.sum() > 1:
        result[is_park] = np.where(whole, _mean(found.value[is_park]), found.value[row[MAIN]])
    elif name == "level":
        for level, count in units.loc[is_park, "level"].value_counts().items():
            if count >= rules.reference_least:
                own = is_park & (units["level"] == level).to_numpy()
                result[own] = np.where(whole, _mean(found.value[own]), found.value[row[f"level:{level}"]])
    return result


def _mean(values: np.ndarray) -> np.ndarray:
    """Mean of the known values of each column, NaN where there is none."""
    known = (~np.isnan(values)).sum(axis=0)
    return np.where(known > 0, np.nansum(values, axis=0) / np.maximum(known, 1), np.nan)


def goodness(value: np.ndarray, reference: np.ndarray, rising: np.ndarray) -> np.ndarray:
    """How far a value reaches its reference: value ÷ reference, or reference ÷ value where less is better.

    1 = as good, below 1 = worse; NaN where either is missing or the reference is not above 0. A value of 0
    where less is better is as good as can be (infinite).

    >>> goodness(np.array([0.5, 20.0, 0.0]), np.array([1.0, 10.0, 10.0]), np.array([True, False, False]))
    array([0.5, 0.5, inf])
    """
    with np.errstate(all="ignore"):
        ratio = np.where(rising, value / reference, reference / value)
    usable = (reference > 0) & ~np.isnan(value) & (np.asarray(rising, dtype=bool) | (value >= 0))
    return np.where(usable, ratio, np.nan)


def shortfall(found: Profiles, reference: np.ndarray, pieces: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Gap to the reference in the unit of the indicator (above 0 = falls short), and what that is in all.

    The amount follows the ``missing`` formula of the indicator, for all land (or output, or enterprises) of
    the unit; NaN where it has none.
    """
    gap = np.where(found.rising, reference - found.value, found.value - reference)
    amount = np.full(gap.shape, np.nan)
    for column, indicator in enumerate(found.indicators):
        if indicator.missing is not None and not np.isnan(gap[:, column]).all():
            amount[:, column] = evaluate(
                indicator.missing, pieces, found.groups, {GAP: gap[:, column]}, joint=False
            )
    return gap, amount
