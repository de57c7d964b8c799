"""The steps of the study, in order. A new one is a function under its `step` line and a name in `STEPS`."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from . import columns as std
from . import intake, land
from .check_steps import check_areas, list_line_repairs
from .checks import place_notes
from .comparison import summarise
from .controllines import ControlRules, control_shares, planned_industrial_share
from .deficiency import DeficiencyRules, assess
from .economics_step import evaluate_economics
from .guidance import GuidanceRules, guide
from .holdings import firm_totals
from .intake_steps import (
    RESULTS,
    take_enterprises,
    take_parcels,
    take_parks,
    take_plan,
    take_pois,
    take_roads,
    take_towns,
)
from .land import LandRules
from .levels import LevelRules, classify
from .mapping import REJECT_COLUMNS, standardise
from .matching import MatchingRules, match
from .performance_step import evaluate_performance, qualified_parks
from .readiness_step import report_readiness
from .scenarios import STATUS_QUO, build_scenario
from .situation import Move, ScenarioRules, situation
from .study import Study, step

LINES = ("redline", "farmland", "boundary")
RAW_LINES = tuple(f"raw.{name}" for name in LINES)
SCENARIO_TABLES = tuple(f"scenario_{name}" for name in std.SCENARIOS[1:])


@step(
    "control",
    "Control lines",
    reads=(*RAW_LINES, "parcels", "carried", "plan"),
    writes=("control",),
    rules=("control", "land"),
    weight=3,
)
def measure_control(study: Study) -> dict:
    """Shares under the control lines and under the plan."""
    parcels = study["parcels"]
    lines = _lines(study, "control")
    if not any(line is not None for line in lines.values()) and study["plan"] is None:
        carried = _carried(study, "control")
        if carried is not None:
            return {"control": carried}
    rules = study.profile.params(ControlRules, "control")
    shares = control_shares(parcels, lines, rules)
    codes = study.profile.params(LandRules, "land").industrial_codes
    shares["plan_industrial_share"] = planned_industrial_share(parcels, study["plan"], codes)
    missing = [name for name, line in lines.items() if line is None]
    if missing:
        study.note("control", [f"Not checked, because not supplied: {', '.join(missing)}."])
    return {"control": shares[std.names(std.CONTROL_RESULT)]}


@step(
    "levels",
    "Levels",
    reads=("parcels", "carried", "parks"),
    writes=("levels", "park_levels"),
    rules=("levels", "land"),
    weight=2,
)
def classify_levels(study: Study) -> dict:
    """Bases, communities and blocks."""
    parks = study["parks"]
    if parks is None:
        carried = _carried(study, "levels")
        if carried is not None:
            return {"levels": carried, "park_levels": None}
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    if not industrial.any():
        study.note(
            "levels",
            ["No parcel has an industrial land code: check land_code and the profile's industrial_codes."],
        )
    levels = classify(study["parcels"], parks, industrial, _rules(study, LevelRules, "levels"))
    study.note("levels", levels.notes)
    return {"levels": levels.parcels, "park_levels": pd.DataFrame(levels.parks)[std.names(std.PARK_RESULT)]}


@step(
    "matching",
    "Matching enterprises",
    reads=("parcels", "enterprises", "raw.occupancy"),
    writes=("occupancy", "unmatched", "links_ruled_out", "links_fresh", "rejects.occupancy"),
    rules=("matching", "land"),
    transient=True,
)
def match_enterprises(study: Study) -> dict:
    """Which enterprise holds which parcel.

    An occupancy table without a column ``reviewed`` is taken as it is; with one, what a person has decided is
    kept and the rest matched anew.
    """
    enterprises, given = study["enterprises"], study.raw.get("occupancy")
    nothing = pd.DataFrame(columns=std.names(std.OCCUPANCY))
    made = {
        "links_ruled_out": nothing,
        "links_fresh": nothing,
        "rejects.occupancy": pd.DataFrame(columns=REJECT_COLUMNS),
    }
    if enterprises is None:
        return {**made, "occupancy": nothing, "unmatched": None}
    former = None
    if given is not None:
        former = standardise(given, "occupancy", study.mapping)
        study.note("matching", former.notes)
        made["rejects.occupancy"] = former.rejects
        if "reviewed" not in former.frame:
            return {**made, "occupancy": former.frame, "unmatched": _not_listed(enterprises, former.frame)}
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    matched = match(
        enterprises, study["parcels"], industrial, _rules(study, MatchingRules, "matching"),
        None if former is None else former.frame,
    )  # fmt: skip
    study.note("matching", matched.notes)
    made["rejects.occupancy"] = pd.concat([made["rejects.occupancy"], matched.lost], ignore_index=True)
    return {
        **made,
        "occupancy": matched.occupancy,
        "unmatched": matched.unmatched,
        "links_ruled_out": matched.ruled_out,
        "links_fresh": matched.fresh,
    }


def _not_listed(enterprises: pd.DataFrame, occupancy: pd.DataFrame) -> pd.DataFrame:
    left = enterprises[~enterprises["ent_id"].isin(set(occupancy["ent_id"]))].drop_duplicates("ent_id")
    table = {"ent_id": left["ent_id"], "name": left.get("name"), "reason": "not in the occupancy table"}
    return pd.DataFrame(table).reset_index(drop=True)


@step(
    "deficiency",
    "Deficiency",
    reads=("parcels", "carried", "enterprises", "occupancy", "levels", "control", "parks"),
    writes=("deficiency", "enterprise_deficiency", "holdings"),
    rules=("deficiency", "land"),
    weight=2,
)
def identify_deficiency(study: Study) -> dict:
    """The five-layer test of enterprises and parcels."""
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    if study["enterprises"] is None:
        carried = _carried(study, "deficiency")
        if carried is not None:
            return {"deficiency": carried, "enterprise_deficiency": None, "holdings": None}
    found = assess(
        *(study[name] for name in ("enterprises", "occupancy", "parcels", "levels", "control", "parks")),
        industrial, _rules(study, DeficiencyRules, "deficiency"), study.language, study.mapping.money,
    )  # fmt: skip
    study.note("deficiency", found.notes)
    firms = None if study["enterprises"] is None else found.firms.join(found.figures, rsuffix="_firm")
    parcels = found.parcels.assign(deciding_industry=found.industry)
    return {"deficiency": parcels, "enterprise_deficiency": firms, "holdings": found.land}


@step(
    "guidance",
    "Guidance",
    reads=("parcels", "levels", "control", "deficiency", "holdings"),
    writes=("guidance",),
    rules=("guidance", "control", "land"),
)
def assign_guidance(study: Study) -> dict:
    """What to do with each parcel: level x category."""
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    control = study.profile.params(ControlRules, "control")
    guidance = guide(
        study["parcels"], study["levels"], study["control"], study["deficiency"], industrial,
        _rules(study, GuidanceRules, "guidance"), land=study["holdings"],
        industry=study["deficiency"]["deciding_industry"],
        rigid_lines=control.rigid_lines, language=study.language,
    )  # fmt: skip
    return {"guidance": guidance}


@step(
    "scenarios",
    "Scenarios",
    reads=(
        *("parcels", "levels", "park_levels", "control", "deficiency", "guidance"),
        *("enterprises", "holdings", "parks", "towns", "performance", *RAW_LINES),
    ),
    writes=(*SCENARIO_TABLES, "flows", "receivers", "scenario_summary"),
    rules=("scenarios", "levels", "control", "land"),
    weight=4,
)
def build_scenarios(study: Study) -> dict:
    """Status quo and the relocation scenarios, with flows, receivers and the comparison."""
    profile = study.profile
    rules = _rules(study, ScenarioRules, "scenarios")
    land_rules, level_rules = _rules(study, LandRules, "land"), _rules(study, LevelRules, "levels")
    results = study["levels"].join(study["control"]).join(study["deficiency"]["deficiency"])
    firms = firm_totals(study["parcels"], study["enterprises"], study["holdings"])
    lines = {name: _line(study, name)[0] for name in LINES}
    district = situation(
        study["parcels"],
        results,
        parks_with_levels(study),
        study["towns"],
        lines,
        firms,
        rules,
        land_rules,
        level_rules,
        _rules(study, ControlRules, "control").rigid_lines,
        qualified_parks(study["performance"]),
    )
    study.note("scenarios", unqualified_notes(district.receivers, study["performance"]))
    moves = [Move.from_row(row) for row in profile.table("scenarios.moves")]
    made: dict = {}
    parts: dict[str, list] = {"flows": [], "receivers": [], "scenario_summary": []}
    for position, name in enumerate(std.SCENARIOS):

        def progress(share, text, start=position, name=name):
            study.progress((start + share) / len(std.SCENARIOS), f"{name}, {text}")

        own = [move for move in moves if move.scenario == name]
        scenario = build_scenario(name, district, own, rules, study["guidance"]["reclaim"], progress)
        study.note("scenarios", scenario.notes)
        parts["scenario_summary"].append(summarise(scenario, district, rules))
        if name != STATUS_QUO:
            made[f"scenario_{name}"] = scenario.fates
            parts["flows"].append(scenario.flows)
            parts["receivers"].append(
                scenario.receivers.drop(columns=["vacant_capacity_m2", "expansion_capacity_m2"])
            )
    made["flows"] = pd.concat(parts["flows"], ignore_index=True)
    made["receivers"] = pd.concat(parts["receivers"], ignore_index=True)
    made["scenario_summary"] = pd.DataFrame(parts["scenario_summary"])
    return made


def unqualified_notes(receivers: pd.DataFrame, performance: pd.DataFrame) -> list[str]:
    """Which parks receive nothing because they are priority areas themselves."""
    may = qualified_parks(performance)
    closed = [park for park in receivers["park_id"] if not may.get(park, True)]
    if not closed:
        return []
    return [
        f"Priority areas do not receive industry: {', '.join(closed)}. To let them, lower"
        " performance.worse_below or raise performance.priority_least in the rule profile."
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


def _lines(study: Study, step: str) -> dict[str, gpd.GeoDataFrame | None]:
    lines = {}
    for name in LINES:
        raw = study.raw.get(name)
        lines[name], notes = _line(study, name)
        study.note(step, notes if raw is None else [*notes, *place_notes(raw, name, study.raw["parcels"])])
    return lines


def _line(study: Study, name: str) -> tuple[gpd.GeoDataFrame | None, list[str]]:
    """The polygons of a control line and what was done to them: made sound and projected once a run."""
    if f"_{name}" not in study.tables:
        study.tables[f"_{name}"] = intake.take_lines(study.raw.get(name), name, study.work)
    return study.tables[f"_{name}"]


def _carried(study: Study, table: str) -> pd.DataFrame | None:
    """The columns of an earlier result that came with the parcels, when the main one is among them."""
    names = std.names(RESULTS[table])
    carried = study["carried"]
    if names[0] not in carried:
        return None
    study.note(
        table, [f"Taken from the parcels layer: {', '.join(name for name in names if name in carried)}."]
    )
    return pd.DataFrame(
        {column.name: _typed(carried, column) for column in RESULTS[table]}, index=carried.index
    )


def _typed(frame: pd.DataFrame, column: std.Column) -> pd.Series:
    if column.kind == std.FLAG:
        values = frame[column.name] if column.name in frame else pd.Series(np.nan, index=frame.index)
        return pd.to_numeric(values, errors="coerce").astype("Float64").astype("boolean")
    if column.name in frame:
        return frame[column.name]
    return pd.Series(
        np.nan if column.kind == std.NUMBER else None,
        index=frame.index,
        dtype=float if column.kind == std.NUMBER else object,
    )


STEPS = (
    take_parcels,
    take_parks,
    take_towns,
    take_plan,
    take_pois,
    take_roads,
    take_enterprises,
    list_line_repairs,
    check_areas,
    measure_control,
    classify_levels,
    match_enterprises,
    identify_deficiency,
    assign_guidance,
    evaluate_performance,
    build_scenarios,
    evaluate_economics,
    report_readiness,
)
