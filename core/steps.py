"""The steps of the study, in order. A new step is one function and one row of `STEPS`."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from . import columns as std
from . import intake, land
from .comparison import summarise
from .controllines import ControlRules, control_shares, planned_industrial_share
from .deficiency import DeficiencyRules, assess
from .guidance import GuidanceRules, guide
from .land import LandRules
from .levels import LevelRules, classify, dissolve_parks
from .mapping import REJECT_COLUMNS
from .matching import MatchingRules, match
from .scenarios import STATUS_QUO, build_scenario
from .space import project
from .situation import Move, ScenarioRules, situation
from .study import Step, Study

LINES = ("redline", "farmland", "boundary")
RESULTS = {
    "control": std.CONTROL_RESULT,
    "levels": std.LEVEL_RESULT,
    "deficiency": std.DEFICIENCY_RESULT,
    "guidance": std.GUIDANCE_RESULT,
}


def take_parcels(study: Study) -> dict:
    """Parcels in standard columns; results of an earlier algorithm that the layer carries are set apart."""
    taken = intake.take_parcels(study.raw["parcels"], study.mapping, study.work)
    study.note("parcels", taken.notes)
    raw, frame = study.raw["parcels"], taken.frame
    names = [name for columns in RESULTS.values() for name in std.names(columns) if name in raw]
    carried = pd.DataFrame(raw[names]).iloc[frame["source_row"].to_numpy()].set_axis(frame.index)
    return {
        "parcels": frame.drop(columns=[f"{name}_src" for name in names], errors="ignore"),
        "parcel_shapes": taken.shapes,
        "carried": carried,
        "rejects.parcels": taken.rejects,
    }


def take_parks(study: Study) -> dict:
    """Parks in standard columns, one row a park_id; dissolved in their own CRS, so that the result can be stored exactly."""
    raw = study.raw.get("parks")
    if raw is None:
        return {"parks": None, "park_shapes": None, "rejects.parks": pd.DataFrame(columns=REJECT_COLUMNS)}
    taken = intake.take_polygons(raw, "parks", study.mapping, study.work)
    study.note("parks", taken.notes)
    parks = dissolve_parks(taken.frame.set_geometry(taken.shapes))
    return {"parks": project(parks, study.work), "park_shapes": parks.geometry, "rejects.parks": taken.rejects}


def take_towns(study: Study) -> dict:
    """Towns in standard columns."""
    return _take_polygons(study, "towns")


def take_plan(study: Study) -> dict:
    """The existing plan in standard columns."""
    return _take_polygons(study, "plan")


def _take_polygons(study: Study, table: str) -> dict:
    raw = study.raw.get(table)
    if raw is None:
        return {table: None, f"rejects.{table}": pd.DataFrame(columns=REJECT_COLUMNS)}
    taken = intake.take_polygons(raw, table, study.mapping, study.work)
    study.note(table, taken.notes)
    return {table: taken.frame, f"rejects.{table}": taken.rejects}


def take_enterprises(study: Study) -> dict:
    """Enterprises in standard columns, with their points."""
    raw = study.raw.get("enterprises")
    if raw is None:
        nothing = pd.DataFrame(columns=REJECT_COLUMNS)
        return {"enterprises": None, "enterprise_shapes": None, "rejects.enterprises": nothing}
    taken = intake.take_enterprises(raw, study.mapping, study.work, study.crs)
    study.note("enterprises", taken.notes)
    return {"enterprises": taken.frame, "enterprise_shapes": taken.shapes, "rejects.enterprises": taken.rejects}


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


def classify_levels(study: Study) -> dict:
    """Bases, communities and blocks."""
    parks = study["parks"]
    if parks is None:
        carried = _carried(study, "levels")
        if carried is not None:
            return {"levels": carried, "park_levels": None}
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    if not industrial.any():
        study.note("levels", ["No parcel has an industrial land code: check land_code and the profile's industrial_codes."])
    levels = classify(study["parcels"], parks, industrial, _rules(study, LevelRules, "levels"))
    study.note("levels", levels.notes)
    return {"levels": levels.parcels, "park_levels": pd.DataFrame(levels.parks)[std.names(std.PARK_RESULT)]}


def match_enterprises(study: Study) -> dict:
    """Which enterprise holds which parcel."""
    enterprises, given = study["enterprises"], study.raw.get("occupancy")
    columns = [*std.names(std.OCCUPANCY)]
    if enterprises is None:
        return {"occupancy": pd.DataFrame(columns=columns), "unmatched": None}
    if given is not None:
        from .mapping import standardise

        made = standardise(given, "occupancy", study.mapping)
        study.note("matching", made.notes)
        linked = set(made.frame["ent_id"])
        left = enterprises[~enterprises["ent_id"].isin(linked)]
        unmatched = pd.DataFrame({"ent_id": left["ent_id"], "name": left.get("name"), "reason": "not in the occupancy table"})
        return {"occupancy": made.frame, "unmatched": unmatched.reset_index(drop=True)}
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    matched = match(enterprises, study["parcels"], industrial, _rules(study, MatchingRules, "matching"))
    count = len(matched.unmatched)
    study.note("matching", [f"{count} of {enterprises['ent_id'].nunique()} enterprises could not be matched to a parcel."])
    return {"occupancy": matched.occupancy, "unmatched": matched.unmatched}


def identify_deficiency(study: Study) -> dict:
    """The five-layer test of enterprises and parcels."""
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    if study["enterprises"] is None:
        carried = _carried(study, "deficiency")
        if carried is not None:
            return {"deficiency": carried, "enterprise_deficiency": None, "holdings": None}
    found = assess(
        study["enterprises"], study["occupancy"], study["parcels"], study["levels"], study["control"], study["parks"],
        industrial, _rules(study, DeficiencyRules, "deficiency"), study.language, study.mapping.money,
    )  # fmt: skip
    study.note("deficiency", found.notes)
    firms = None if study["enterprises"] is None else found.firms.join(found.figures, rsuffix="_firm")
    return {"deficiency": found.parcels, "enterprise_deficiency": firms, "holdings": found.land}


def assign_guidance(study: Study) -> dict:
    """What to do with each parcel: level x category."""
    industrial = land.industrial(study["parcels"], _rules(study, LandRules, "land"))
    control = study.profile.params(ControlRules, "control")
    guidance = guide(
        study["parcels"], study["levels"], study["control"], study["deficiency"], industrial,
        _rules(study, GuidanceRules, "guidance"), land=study["holdings"],
        industry=main_industry(study["parcels"], study["enterprises"], study["holdings"]),
        rigid_lines=control.rigid_lines, language=study.language,
    )  # fmt: skip
    return {"guidance": guidance}


def build_scenarios(study: Study) -> dict:
    """Status quo and the relocation scenarios, with flows, receivers and the comparison."""
    profile = study.profile
    rules = _rules(study, ScenarioRules, "scenarios")
    land_rules, level_rules = _rules(study, LandRules, "land"), _rules(study, LevelRules, "levels")
    results = study["levels"].join(study["control"]).join(study["deficiency"]["deficiency"])
    firms = firm_totals(study["parcels"], study["enterprises"], study["holdings"])
    lines = {name: intake.take_lines(study.raw.get(name), name, study.work)[0] for name in LINES}
    district = situation(
        study["parcels"], results, parks_with_levels(study), study["towns"], lines, firms, rules, land_rules, level_rules
    )
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
            parts["receivers"].append(scenario.receivers.drop(columns=["vacant_capacity_m2", "expansion_capacity_m2"]))
    made["flows"] = pd.concat(parts["flows"], ignore_index=True)
    made["receivers"] = pd.concat(parts["receivers"], ignore_index=True)
    made["scenario_summary"] = pd.DataFrame(parts["scenario_summary"])
    return made


def parks_with_levels(study: Study) -> gpd.GeoDataFrame:
    """Parks with their geometry and level; no row where no parks were supplied."""
    parks, levels = study["parks"], study["park_levels"]
    if parks is None or levels is None:
        columns = {name: pd.Series(dtype=object) for name in ("park_id", "park", "level")}
        return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=study.work))
    found = levels.set_index("park_id").loc[parks["park_id"]].reset_index(drop=True)
    return parks.reset_index(drop=True).assign(**{name: found[name] for name in found})


def firm_totals(
    parcels: pd.DataFrame, enterprises: pd.DataFrame | None, holdings: pd.DataFrame | None
) -> pd.DataFrame:
    """Firms, jobs, output and tax of each parcel: a firm's figure is spread over its land; unknown stays unknown.

    Without an enterprise table the parcel's own figures are used, and the number of firms is unknown.
    """
    figures = {"jobs": "employees", "output": "output", "tax": "tax"}
    if enterprises is None or holdings is None:
        own = {name: parcels.get(column, np.nan) for name, column in figures.items()}
        return pd.DataFrame({"firms": np.nan, **own}, index=parcels.index).astype(float)
    firms = enterprises.sort_values("year", kind="stable") if "year" in enterprises else enterprises
    firms = pd.DataFrame(firms).drop_duplicates("ent_id", keep="last").set_index("ent_id")
    links = holdings[holdings["land_m2"].notna() & holdings["ent_id"].isin(firms.index)]
    part = links["land_m2"] / links.groupby("ent_id")["land_m2"].transform("sum")
    spread = pd.DataFrame({"parcel_id": links["parcel_id"], "firms": part.where(part.notna())})
    for name, column in figures.items():
        known = firms[column] if column in firms else pd.Series(np.nan, index=firms.index)
        spread[name] = part * links["ent_id"].map(known)
    sums = spread.groupby("parcel_id").sum(min_count=1)
    return sums.reindex(parcels["parcel_id"]).set_index(parcels.index)


def main_industry(
    parcels: pd.DataFrame, enterprises: pd.DataFrame | None, holdings: pd.DataFrame | None
) -> pd.Series | None:
    """Industry code of the occupant with most land on each parcel (ties: smallest ent_id); None = the parcel's own."""
    if enterprises is None or holdings is None or "industry" not in enterprises:
        return None
    code = pd.DataFrame(enterprises).drop_duplicates("ent_id").set_index("ent_id")["industry"]
    links = holdings.assign(industry=holdings["ent_id"].map(code)).dropna(subset=["industry"])
    links = links.sort_values(["parcel_id", "land_m2", "ent_id"], ascending=[True, False, True], kind="stable")
    first = links.drop_duplicates("parcel_id").set_index("parcel_id")["industry"]
    return parcels["parcel_id"].map(first)


def _rules(study: Study, cls, section: str):
    return study.profile.params(cls, section)


def _lines(study: Study, step: str) -> dict[str, gpd.GeoDataFrame | None]:
    lines = {}
    for name in LINES:
        lines[name], notes = intake.take_lines(study.raw.get(name), name, study.work)
        study.note(step, notes)
    return lines


def _carried(study: Study, table: str) -> pd.DataFrame | None:
    """The columns of an earlier result that came with the parcels, when the main one is among them."""
    names = std.names(RESULTS[table])
    carried = study["carried"]
    if names[0] not in carried:
        return None
    study.note(table, [f"Taken from the parcels layer: {', '.join(name for name in names if name in carried)}."])
    return pd.DataFrame({column.name: _typed(carried, column) for column in RESULTS[table]}, index=carried.index)


def _typed(frame: pd.DataFrame, column: std.Column) -> pd.Series:
    if column.kind == std.FLAG:
        values = frame[column.name] if column.name in frame else pd.Series(np.nan, index=frame.index)
        return pd.to_numeric(values, errors="coerce").astype("Float64").astype("boolean")
    if column.name in frame:
        return frame[column.name]
    return pd.Series(np.nan if column.kind == std.NUMBER else None, index=frame.index, dtype=float if column.kind == std.NUMBER else object)


_RAW_LINES = tuple(f"raw.{name}" for name in LINES)
STEPS = (
    Step("parcels", "Parcels", ("raw.parcels",), ("parcels", "parcel_shapes", "carried", "rejects.parcels"), (), take_parcels, 2, True),
    Step("parks", "Parks", ("raw.parks", "raw.parcels"), ("parks", "park_shapes", "rejects.parks"), (), take_parks, 1, True),
    Step("towns", "Towns", ("raw.towns", "raw.parcels"), ("towns", "rejects.towns"), (), take_towns, 1, True),
    Step("plan", "Plan", ("raw.plan", "raw.parcels"), ("plan", "rejects.plan"), (), take_plan, 1, True),
    Step(
        "enterprises", "Enterprises", ("raw.enterprises", "raw.parcels"),
        ("enterprises", "enterprise_shapes", "rejects.enterprises"), (), take_enterprises, 1, True,
    ),
    Step("control", "Control lines", (*_RAW_LINES, "parcels", "carried", "plan"), ("control",), ("control", "land"), measure_control, 3),
    Step("levels", "Levels", ("parcels", "carried", "parks"), ("levels", "park_levels"), ("levels", "land"), classify_levels, 2),
    Step(
        "matching", "Matching enterprises", ("parcels", "enterprises", "raw.occupancy"), ("occupancy", "unmatched"),
        ("matching", "land"), match_enterprises, 1, True,
    ),
    Step(
        "deficiency", "Deficiency", ("parcels", "carried", "enterprises", "occupancy", "levels", "control", "parks"),
        ("deficiency", "enterprise_deficiency", "holdings"), ("deficiency", "land"), identify_deficiency, 2,
    ),
    Step(
        "guidance", "Guidance", ("parcels", "levels", "control", "deficiency", "holdings", "enterprises"), ("guidance",),
        ("guidance", "control", "land"), assign_guidance,
    ),
    Step(
        "scenarios", "Scenarios",
        ("parcels", "levels", "park_levels", "control", "deficiency", "guidance", "enterprises", "holdings", "parks", "towns", *_RAW_LINES),
        (*(f"scenario_{name}" for name in std.SCENARIOS[1:]), "flows", "receivers", "scenario_summary"),
        ("scenarios", "levels", "land"), build_scenarios, 4,
    ),
)  # fmt: skip
