"""The steps of the study, in order. A new one is a function under its `step` line and a name in `STEPS`."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..common import columns as std
from ..common.errors import LandRenewalError, joined, sentence, word
from ..deficiency.deficiency import DeficiencyRules, assess
from ..deficiency.guidance import GuidanceRules, guide, reclaim_notes
from ..intake.checks import land_code_notes, place_notes
from ..intake.mapping import REJECT_COLUMNS, standardise
from ..levels import land
from ..levels.controllines import ControlRules, control_shares, planned_industrial_share
from ..levels.land import LandRules
from ..levels.levels import LevelRules, classify
from ..matching.match_words import reasons_told
from ..matching.matching import MatchingRules, match
from .check_steps import check_areas, list_line_repairs
from .economics_step import evaluate_economics
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
from .lines import prepared_line
from .performance_step import evaluate_performance
from .readiness_step import report_readiness
from .scenario_step import build_scenarios
from .study import Study, step

LINES = ("redline", "farmland", "boundary")
RAW_LINES = tuple(f"raw.{name}" for name in LINES)


@step(
    "control",
    sentence("Control lines"),
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
        study.note(
            "control", [sentence("Not checked, because not supplied: {}.", joined(map(word, missing)))]
        )
    return {"control": shares[std.names(std.CONTROL_RESULT)]}


@step(
    "levels",
    sentence("Levels"),
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
    study.note("levels", land_code_notes(study["parcels"], industrial))
    levels = classify(study["parcels"], parks, industrial, _rules(study, LevelRules, "levels"))
    study.note("levels", levels.notes)
    return {"levels": levels.parcels, "park_levels": pd.DataFrame(levels.parks)[std.names(std.PARK_RESULT)]}


@step(
    "matching",
    sentence("Matching enterprises"),
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
        absent = [name for name in ("ent_id", "parcel_id") if name not in former.frame]
        if absent:
            raise LandRenewalError(
                "The occupancy table has no column {}: rename its column, or name it in a column mapping.",
                joined(absent),
            )
        study.note("matching", former.notes)
        made["rejects.occupancy"] = former.rejects
        if "reviewed" not in former.frame:
            left = reasons_told(_not_listed(enterprises, former.frame), study.language)
            return {**made, "occupancy": former.frame, "unmatched": left}
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    matched = match(
        enterprises, study["parcels"], industrial, _rules(study, MatchingRules, "matching"),
        None if former is None else former.frame,
    )  # fmt: skip
    study.note("matching", matched.notes)
    made["rejects.occupancy"] = pd.concat([made["rejects.occupancy"], matched.lost], ignore_index=True)
    found = {
        "occupancy": matched.occupancy,
        "unmatched": matched.unmatched,
        "links_ruled_out": matched.ruled_out,
        "links_fresh": matched.fresh,
    }
    return {**made, **{name: reasons_told(table, study.language) for name, table in found.items()}}


def _not_listed(enterprises: pd.DataFrame, occupancy: pd.DataFrame) -> pd.DataFrame:
    left = enterprises[~enterprises["ent_id"].isin(set(occupancy["ent_id"]))].drop_duplicates("ent_id")
    table = {
        "ent_id": left["ent_id"],
        "name": left.get("name"),
        "reason": "not in the occupancy table",
    }
    return pd.DataFrame(table).reset_index(drop=True)


@step(
    "deficiency",
    sentence("Deficiency"),
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
    sentence("Guidance"),
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
    study.note("guidance", reclaim_notes(guidance["reclaim"], study["deficiency"]))
    return {"guidance": guidance}


def _rules(study: Study, cls, section: str):
    return study.profile.params(cls, section)


def _lines(study: Study, step: str) -> dict[str, gpd.GeoDataFrame | None]:
    lines = {}
    for name in LINES:
        raw = study.raw.get(name)
        lines[name], notes = prepared_line(study, name)
        study.note(step, notes if raw is None else [*notes, *place_notes(raw, name, study.raw["parcels"])])
    return lines


def _carried(study: Study, table: str) -> pd.DataFrame | None:
    """The columns of an earlier result that came with the parcels, when the main one is among them."""
    names = std.names(RESULTS[table])
    carried = study["carried"]
    if names[0] not in carried:
        return None
    study.note(
        table,
        [sentence("Taken from the parcels layer: {}.", joined(name for name in names if name in carried))],
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
