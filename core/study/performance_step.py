"""The step of the study that evaluates how well land is used: tables in, tables out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common import columns as std
from ..common.errors import sentence
from ..intake.mapping import standardise
from ..levels import land
from ..levels.land import LandRules
from ..performance.access import access_index, choose, straight_line
from ..performance.benchmarks import Reference, goodness, read_benchmarks, references, shortfall
from ..performance.performance import (
    PARK,
    PerformanceRules,
    Profiles,
    evaluation_units,
    order_note,
    profiles,
    ranks,
    read_indicators,
)
from ..performance.performance_scores import score_parks
from ..performance.performance_words import WORDS, amount_text, measure_text, measured, scope_text
from ..performance.pieces import COLUMNS, LandFacts, cut, emerging_by_industry, with_columns
from ..performance.places import of_kind, poi_density, xy
from ..performance.priority import priority_areas, verdicts
from ..performance.surroundings import unit_measures
from .study import Study, step

VALUE_TABLES = ("performance_values", "performance_benchmarks", "performance_ranks",
                "performance_acceptability", "performance_weights")  # fmt: skip


@dataclass(frozen=True)
class Nearby:
    """What lies around each industrial parcel (NaN elsewhere), and why it is not known."""

    columns: pd.DataFrame
    absent: dict[str, str]
    notes: list[str]


@step(
    "performance",
    sentence("Performance"),
    reads=(
        *("parcels", "levels", "park_levels", "parks", "control", "deficiency", "enterprises", "holdings"),
        *("pois", "roads", "raw.benchmarks", "raw.judgements", "raw.experts"),
    ),
    writes=("performance", *VALUE_TABLES, "rejects.benchmarks"),
    rules=("performance", "land"),
    weight=3,
)
def evaluate_performance(study: Study) -> dict:
    """Indicators of the district, its levels and parks, with benchmarks, scores and priority areas."""
    rules = study.profile.params(PerformanceRules, "performance")
    language, money = study.language, study.mapping.money
    indicators = read_indicators(rules, language)
    facts, nearby = _facts(study, rules)
    study.note("performance", nearby.notes)
    firms = emerging_by_industry(study["enterprises"], rules.emerging_industries)
    pieces = cut(facts, firms, study["holdings"], rules.land_stages, rules.plot_ratio_area)
    wanted = [name for i in indicators for f in (i.formula, i.missing) if f for name in f.columns]
    pieces = with_columns(pieces, facts, dict.fromkeys(wanted))
    units, groups = evaluation_units(study["levels"], _parks(study), pieces, rules, language)
    measures = unit_measures(
        pieces, xy(facts.parcels.geometry.to_numpy()), groups, study["enterprises"],
        facts.parcels.get("industry"), rules,
    )  # fmt: skip
    study.progress(0.5, sentence("indicators"))
    absent = {**nearby.absent, **_absent(study, WORDS[language])}
    found = profiles(pieces, units, groups, indicators, measures, rules, absent, language)
    table, rejects, said = _benchmarks(study, rules, indicators)
    study.note("performance", said)
    reference = references(found, table, rules)
    verdict = verdicts(found, reference, rules)
    priority = priority_areas(found, reference, verdict, rules, language, money)
    study.progress(0.8, sentence("scores"))
    given = (study.raw.get("judgements"), _experts(study))
    scores = score_parks(found, reference.value, *given, rules, language)
    study.note("performance", [*scores.notes, *filter(None, [order_note(found, language)])])
    study.note("performance", _priority_notes(found, priority, WORDS[language]))
    return {
        "performance": _wide(found, priority, scores.summary),
        "performance_values": _long(found, reference, verdict, pieces, language, money),
        "performance_benchmarks": _compared(found, table, pieces, language, money),
        "performance_ranks": scores.ranks,
        "performance_acceptability": scores.acceptability,
        "performance_weights": scores.weights,
        "rejects.benchmarks": rejects,
    }


def _parks(study: Study) -> pd.DataFrame:
    parks, levels = study["parks"], study["park_levels"]
    if parks is None or levels is None:
        return pd.DataFrame({"park_id": [], "park": [], "level": []}, dtype=object)
    named = parks["park"] if "park" in parks else parks["park_id"]
    level = parks["park_id"].map(levels.set_index("park_id")["level"])
    return pd.DataFrame({"park_id": parks["park_id"], "park": named, "level": level})


def _facts(study: Study, rules: PerformanceRules) -> tuple[LandFacts, Nearby]:
    """Parcels with everything that formulas may ask for."""
    parcels = study["parcels"]
    industrial = land.industrial(parcels, study.profile.params(LandRules, "land"))
    results = study["levels"].join(study["control"]).join(study["deficiency"], rsuffix="_of")
    nearby = _nearby(study, rules, industrial)
    return LandFacts(parcels, results.join(nearby.columns), industrial), nearby


def _nearby(study: Study, rules: PerformanceRules, industrial: np.ndarray) -> Nearby:
    """Density of services and accessibility of every industrial parcel."""
    words, parcels, pois = WORDS[study.language], study["parcels"], study["pois"]
    names = ["poi_density", "access_distance", "accessibility"]
    columns = pd.DataFrame(np.nan, index=parcels.index, columns=names)
    if pois is None:
        return Nearby(columns, dict.fromkeys(names, words["no_pois"]), [])
    places, node = xy(pois.geometry.to_numpy()), of_kind(pois, rules.key_node_kinds)
    service = of_kind(pois, rules.poi_kinds) if rules.poi_kinds else ~node
    points = xy(parcels.geometry.to_numpy()[industrial])
    columns.loc[industrial, "poi_density"] = poi_density(points, places[service], rules.poi_reach)
    if not node.any():
        return Nearby(columns, dict.fromkeys(names[1:], words["no_nodes"]), [])
    distance, notes = _ways(study, rules, points, places[node])
    half = rules.access_half if rules.access_by == "distance" else rules.access_half_time
    columns.loc[industrial, "access_distance"] = distance
    columns.loc[industrial, "accessibility"] = access_index(distance, half)
    return Nearby(columns, {}, notes)


def _ways(study: Study, rules: PerformanceRules, points, nodes):
    """Metres (or minutes) from points to the nearest key node, and what to say of them."""
    speeds = {row["class"]: row["speed"] for row in rules.road_speeds} if rules.access_by == "time" else None
    straight = straight_line(points, nodes, rules.detour, speeds and speeds["other"])
    network, notes, roads = None, [], study["roads"]
    if roads is not None and study.network is not None:
        if speeds and "class" not in roads:
            roads = roads.assign(**{"class": "other"})
            notes.append(sentence("roads: no class of road, all are given the speed 'other'."))
        network = study.network(
            roads, points, nodes, rules.detour, speeds, "class" if speeds else None,
            gap=rules.road_gap, crossings=rules.road_crossings,
        )  # fmt: skip
    distance, way = choose(network, straight)
    by_road = int((way == "network").sum())
    words = WORDS[study.language]
    notes.append(words["by_road"].format(len(nodes), by_road, len(points), rules.detour))
    return distance, notes


def _absent(study: Study, words: dict) -> dict[str, str]:
    """In words, what is not known because a table was not supplied."""
    found = {}
    if study["enterprises"] is None:
        own = ("output", "tax", "employees", "eia_passed", "safety_passed", "poor_management")
        names = {"firms", *(c.name for c in std.ENTERPRISES if c.name in COLUMNS)}
        found.update(dict.fromkeys(names - {*own, "industry", "year"}, words["no_enterprises"]))
    for column, name in (("plan_industrial_share", "plan"), ("boundary_share", "boundary")):
        if study["control"][column].isna().all():
            found[column] = words[f"no_{name}"]
    return found


def _benchmarks(study: Study, rules: PerformanceRules, indicators):
    raw = study.raw.get("benchmarks")
    made = None if raw is None else standardise(raw, "benchmarks", study.mapping)
    found, rejects, notes = read_benchmarks(None if made is None else made.frame, rules, indicators)
    if made is None:
        return found, rejects, notes
    rejects = pd.concat(
        [part for part in (made.rejects, rejects) if len(part)] or [rejects], ignore_index=True
    )
    if len(rejects):
        notes.append(sentence("benchmarks: {} rows or values could not be used; see rejects.", len(rejects)))
    return found, rejects, [*made.notes, *notes]


def _experts(study: Study) -> pd.DataFrame | None:
    raw = study.raw.get("experts")
    return None if raw is None else standardise(raw, "experts", study.mapping).frame


def _priority_notes(found: Profiles, priority: pd.DataFrame, words: dict) -> list[str]:
    """One sentence a priority area, and one for the parks that cannot be judged."""
    notes = [
        words["area"].format(unit, reason)
        for unit, reason in zip(found.units["unit"], priority["priority_reason"])
        if reason is not None
    ]
    unknown = found.units["unit"][found.parks][priority["priority"].isna()[found.parks].to_numpy()]
    return [*notes, words["cannot_tell"].format(words["and"].join(unknown))] if len(unknown) else notes


def _wide(found: Profiles, priority: pd.DataFrame, summary: pd.DataFrame) -> pd.DataFrame:
    """One row a unit: who it is, whether it is a priority area, its values, its scores."""
    ids = [indicator.id for indicator in found.indicators]
    values = pd.DataFrame(found.value, columns=ids)
    known = pd.Series((~np.isnan(found.value)).sum(axis=1), name="known_indicators")
    return pd.concat([found.units, priority, known, values, summary], axis=1)


def _long(found: Profiles, reference: Reference, verdict, pieces, language, money) -> pd.DataFrame:
    """One row a unit and indicator: value, coverage, reason, rank, and how it compares."""
    gap, amount = shortfall(found, reference.value, pieces)
    scopes = reference.scope
    count, width = found.value.shape
    per_unit = {name: np.repeat(found.units[name].to_numpy(object), width)
                for name in ("unit_id", "unit", "unit_kind", "level", "park_id")}  # fmt: skip
    own = {
        "indicator": [i.id for i in found.indicators], "name": [i.name for i in found.indicators],
        "criterion": [i.criterion for i in found.indicators],
        "criterion_name": [i.criterion_name for i in found.indicators],
        "unit_of_measure": [measure_text(i.measure, language, money) for i in found.indicators],
        "rising": [i.rising for i in found.indicators], "marks": [i.marks for i in found.indicators],
        "rests_on": [i.rests_on for i in found.indicators],
    }  # fmt: skip
    ranked = (~np.isnan(found.value[found.parks])).sum(axis=0)
    rank = ranks(found)
    flat = {
        "value": found.value, "coverage": found.coverage, "reason": found.reason, "rank": rank,
        "ranked": np.where(np.isnan(rank), np.nan, ranked), "reference": reference.value,
        "reference_name": _scope_names(found, scopes, language),
        "ratio": _ratio(found.value, reference.value), "gap": gap,
        "gap_text": _gap_texts(found, reference.value, scopes, gap, amount, language, money),
        "verdict": verdict,
    }  # fmt: skip
    return pd.DataFrame(
        {**per_unit, **{name: np.tile(np.array(values, dtype=object), count) for name, values in own.items()},
         **{name: values.ravel() for name, values in flat.items()}}
    ).astype({"rising": bool, "marks": float})  # fmt: skip


def _scope_names(found: Profiles, scopes: np.ndarray, language: str) -> np.ndarray:
    levels = found.units["level"].to_numpy(object)
    names = {(scope, level): scope_text(scope, level, language)
             for scope in pd.unique(scopes.ravel()) if scope for level in pd.unique(levels)}  # fmt: skip
    told = [[names.get((scope, level)) for scope in row] for row, level in zip(scopes, levels)]
    return np.array(told, dtype=object).reshape(scopes.shape)


def _ratio(value: np.ndarray, reference: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        ratio = value / reference
    return np.where(np.isfinite(ratio), ratio, np.nan)


def _gap_texts(found: Profiles, reference, scopes, gap, amount, language, money) -> np.ndarray:
    """What a unit lacks to reach its reference, in absolute terms; None where it reaches it."""
    words = WORDS[language]
    result = np.full(gap.shape, None, dtype=object)
    for unit, column in zip(*np.nonzero((gap > 0) & ~np.isnan(amount))):
        indicator = found.indicators[column]
        scope = scopes if isinstance(scopes, str) else scopes[unit, column]
        result[unit, column] = words["missing" if indicator.rising else "missing_less"].format(
            reference=measured(reference[unit, column], indicator.measure, language, money),
            scope=scope_text(scope, found.units["level"].iat[unit], language),
            amount=amount_text(amount[unit, column], indicator.missing_unit or "", language, money),
        )
    return result


def _compared(found: Profiles, table: pd.DataFrame, pieces, language, money) -> pd.DataFrame:
    """Every value against every benchmark of its indicator."""
    ids = [indicator.id for indicator in found.indicators]
    parts = []
    for row in table.to_dict("records"):
        column = ids.index(row["indicator"])
        indicator = found.indicators[column]
        value = np.full(found.value.shape, np.nan)
        value[:, column] = row["benchmark"]
        gap, amount = shortfall(found, value, pieces)
        told = _gap_texts(found, value, row["scope"], gap, amount, language, money)
        parts.append(
            found.units[["unit_id", "unit", "unit_kind", "level", "park_id"]].assign(
                indicator=indicator.id, name=indicator.name, scope=row["scope"], benchmark=row["benchmark"],
                unit_of_measure=measure_text(indicator.measure, language, money), year=row["year"],
                source=row["source"], value=found.value[:, column],
                ratio=_ratio(found.value[:, column], value[:, column]),
                reached=goodness(found.value, value, found.rising)[:, column],
                gap=gap[:, column], gap_text=told[:, column],
            )
        )  # fmt: skip
    names = [*("unit_id", "unit", "unit_kind", "level", "park_id", "indicator", "name", "scope", "benchmark"),
             *("unit_of_measure", "year", "source", "value", "ratio", "reached", "gap",
              "gap_text")]  # fmt: skip
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=names)


def qualified_parks(performance: pd.DataFrame) -> pd.Series:
    """Whether each park may receive industry, by park_id: no priority area. Not known counts as yes."""
    parks = performance[performance["unit_kind"] == PARK].set_index("park_id")
    return ~parks["priority"].astype("boolean").fillna(False).astype(bool)
