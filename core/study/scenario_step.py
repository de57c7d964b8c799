"""The step of the study that builds the scenarios: tables in, tables out."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import pandas as pd

from ..common import columns as std
from ..common.errors import joined, sentence, word
from ..intake.mapping import REJECT_COLUMNS, standardise
from ..levels.controllines import ControlRules
from ..levels.land import LandRules
from ..levels.levels import LevelRules
from ..matching.holdings import firm_totals
from ..rules.unit_costs import plain
from ..scenarios.comparison import summarise
from ..scenarios.conflicts import conflicts
from ..scenarios.findings import gap_notes
from ..scenarios.frontier import frontier
from ..scenarios.locks import decide, read_locks
from ..scenarios.principles import principles
from ..scenarios.scenario_words import Speech
from ..scenarios.scenarios import STATUS_QUO, Scenario, build_scenario
from ..scenarios.situation import Move, ScenarioRules, Situation, situation
from .lines import prepared_line
from .performance_step import qualified_parks
from .study import Study, step

LINES = ("redline", "farmland", "boundary")
NAMES = (*std.SCENARIOS, std.CUSTOM)
SCENARIO_TABLES = tuple(f"scenario_{name}" for name in NAMES[1:])
MORE_TABLES = ("shortages", "conflicts", "frontier")
_INNER = ["vacant_capacity_m2", "expansion_capacity_m2"]


@step(
    "scenarios",
    sentence("Scenarios"),
    reads=(
        *("parcels", "levels", "park_levels", "control", "deficiency", "guidance"),
        *("enterprises", "holdings", "parks", "towns", "plan", "performance"),
        *(f"raw.{name}" for name in (*LINES, "locks")),
    ),
    writes=(*SCENARIO_TABLES, "flows", "receivers", "scenario_summary", *MORE_TABLES, "rejects.locks"),
    rules=("scenarios", "levels", "control", "land"),
    weight=5,
)
def build_scenarios(study: Study) -> dict:
    """Status quo and the relocation scenarios, with flows, receivers, findings and the comparison."""
    speech = Speech(study.language, study.mapping.money)
    rules = _rules(study, ScenarioRules, "scenarios")
    district = _district(study, rules)
    study.note("scenarios", unqualified_notes(district.receivers, study["performance"]))
    moves = [Move.from_row(row) for row in study.profile.table("scenarios.moves")]
    played = [name for name in NAMES if name != std.CUSTOM or any(move.scenario == name for move in moves)]
    locks, rejects = _locks(study, district, played)
    reclaim = study["guidance"]["reclaim"]
    cleared = reclaim.fillna(False).to_numpy(bool) & district.industrial
    made: list[Scenario] = []
    for position, name in enumerate(played):
        decided, said = None, []
        if name != STATUS_QUO:
            decided, said = decide(locks, name, district, cleared, speech)
        own = [move for move in moves if move.scenario == name]
        progress = _part(study, position, len(played) + 1, name)
        made.append(build_scenario(name, district, own, rules, reclaim, progress, decided, speech))
        study.note("scenarios", [*said, *made[-1].notes, *gap_notes(name, made[-1].plan, speech)])
    study.progress(len(played) / (len(played) + 1), sentence("comparison and frontier"))
    summary = _summary(made, district, rules, speech)
    everywhere, _said = decide(locks, "frontier", district, cleared, speech)
    edge, said = frontier(district, rules, reclaim, summary, speech, everywhere)
    study.note("scenarios", said)
    compared = {"scenario_summary": _compared(summary), "frontier": edge}
    return {**_tables(made, district), **compared, "rejects.locks": rejects}


def _compared(summary: list[dict]) -> pd.DataFrame:
    """One row a scenario; texts are objects and figures numbers even where all are missing."""
    frame = pd.DataFrame(summary)
    for name in frame:
        text = name.endswith(("_text", "_parks")) or name in _TEXTS
        if text or frame[name].dtype == object:
            frame[name] = frame[name].astype(object if text else float)
    return plain(frame)


_TEXTS = ("scenario", "towns_gain", "towns_lose", "findings")


def _district(study: Study, rules: ScenarioRules) -> Situation:
    deficiency, guidance = study["deficiency"], study["guidance"]
    results = study["levels"].join(study["control"]).join(deficiency[["deficiency", "safety_fail"]])
    results = results.assign(industry=deficiency["deciding_industry"], horizon=guidance["horizon"])
    firms = firm_totals(study["parcels"], study["enterprises"], study["holdings"])
    lines = {name: prepared_line(study, name)[0] for name in LINES}
    return situation(
        study["parcels"],
        results,
        parks_with_levels(study),
        study["towns"],
        lines,
        firms,
        rules,
        _rules(study, LandRules, "land"),
        _rules(study, LevelRules, "levels"),
        _rules(study, ControlRules, "control").rigid_lines,
        qualified_parks(study["performance"]),
        study["plan"],
    )


def _part(study: Study, position: int, count: int, name: str) -> Callable[[float, str], None]:
    return lambda share, text: study.progress(
        (position + share) / count, sentence("{}, {}", word(name), text)
    )


def _locks(study: Study, district: Situation, played: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The locks that can be used, and the rows that cannot."""
    raw = study.raw.get("locks")
    if raw is None:
        empty = pd.DataFrame(columns=[*std.names(std.LOCKS), "parcel", "park"])
        return empty, pd.DataFrame(columns=REJECT_COLUMNS)
    found = standardise(raw, "locks", study.mapping)
    locks, rejects = read_locks(found.frame, district, tuple(played[1:]))
    study.note("scenarios", found.notes)
    if len(rejects):
        study.note("scenarios", [sentence("locks: {} rows could not be used; see rejects.", len(rejects))])
    parts = [part for part in (found.rejects, rejects) if len(part)]
    return locks, pd.concat(parts, ignore_index=True) if parts else rejects


def _summary(made: list[Scenario], district: Situation, rules: ScenarioRules, speech: Speech) -> list[dict]:
    rows = [summarise(scenario, district, rules) for scenario in made]
    return [{**row, **principles(row, rows[0], rules, speech)} for row in rows]


def _tables(made: list[Scenario], district: Situation) -> dict:
    moving = [scenario for scenario in made if scenario.name != STATUS_QUO]
    fates = {f"scenario_{scenario.name}": scenario.fates for scenario in moving}
    short = [scenario.shortages for scenario in moving if len(scenario.shortages)]
    against = [conflicts(scenario, district) for scenario in made]
    return {
        **dict.fromkeys(SCENARIO_TABLES),
        **fates,
        "flows": pd.concat([scenario.flows for scenario in moving], ignore_index=True),
        "receivers": pd.concat(
            [scenario.receivers.drop(columns=_INNER) for scenario in moving], ignore_index=True
        ),
        "shortages": pd.concat(short or [moving[0].shortages], ignore_index=True),
        "conflicts": pd.concat(against, ignore_index=True),
    }


def unqualified_notes(receivers: pd.DataFrame, performance: pd.DataFrame) -> list[str]:
    """Which parks receive nothing because they are priority areas themselves."""
    may = qualified_parks(performance)
    closed = [park for park in receivers["park_id"] if not may.get(park, True)]
    if not closed:
        return []
    return [
        sentence(
            "Priority areas do not receive industry: {}. To let them, lower performance.worse_below or raise "
            "performance.priority_least in the rule profile.",
            joined(closed),
        )
    ]


def parks_with_levels(study: Study) -> gpd.GeoDataFrame:
    """Parks with their geometry and level; no row where no parks were supplied."""
    parks, levels = study["parks"], study["park_levels"]
    if parks is None or levels is None:
        columns = {name: pd.Series(dtype=object) for name in ("park_id", "park", "level")}
        return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=study.work))
    found = levels.set_index("park_id").loc[parks["park_id"]].reset_index(drop=True)
    return parks.reset_index(drop=True).assign(**{name: found[name] for name in found})


def _rules(study: Study, cls, section: str):
    return study.profile.params(cls, section)
