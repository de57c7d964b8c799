"""Small builders for tests of the domain: squares of land in metres, parks of a given size, rules with one
change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from land_renewal.core.common.columns import CUSTOM, SCENARIOS
from land_renewal.core.common.space import work_crs
from land_renewal.core.levels.controllines import ControlRules, control_shares, planned_industrial_share
from land_renewal.core.levels.land import LandRules
from land_renewal.core.levels.levels import LevelRules, classify
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.sample.sample import sample_district
from land_renewal.core.scenarios.comparison import summarise
from land_renewal.core.scenarios.locks import decide, read_locks
from land_renewal.core.scenarios.scenario_words import Speech
from land_renewal.core.scenarios.scenarios import Scenario, build_scenario
from land_renewal.core.scenarios.situation import Move, ScenarioRules, Situation, situation
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import INPUTS

WORK = work_crs(4490, (120.0, 30.0, 120.0, 30.0))
HA, KM = 1e4, 1e3
_SECTIONS = {ControlRules: "control", LandRules: "land", LevelRules: "levels", ScenarioRules: "scenarios"}


def sample_raw(**options):
    """The raw tables of the sample district, as a study takes them."""
    tables = sample_district(**options)
    return {name: tables[name] for name in INPUTS if name in tables}


@cache
def profile(name=None):
    return load_profile(name)


def rules(cls, **changes):
    """The rules of the default profile, with some of them changed."""
    return replace(profile().params(cls, _SECTIONS[cls]), **changes)


def square(x, y=0.0, side=100.0):
    """A square of land by its lower left corner; 100 m is a hectare."""
    return shapely.box(x, y, x + side, y + side)


def row_of(count, gap=20.0, side=100.0, x=0.0, y=0.0):
    """Squares side by side, ``gap`` metres apart."""
    return [square(x + number * (side + gap), y, side) for number in range(count)]


def layer(shapes, **columns):
    """Any layer in the work CRS."""
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=WORK)


def parcels(shapes, **columns):
    """Industrial parcels a, b, c ... (p01, p02 ... where there are many)."""
    shapes = list(shapes)
    ids = (
        [chr(97 + n) for n in range(len(shapes))]
        if len(shapes) <= 26
        else [f"p{n:02d}" for n in range(len(shapes))]
    )
    table = {"parcel_id": ids, "land_code": ["0601"] * len(shapes), **columns}
    return layer(shapes, **table)


def parks(*rows):
    """Parks from (park_id, admin_level, zone_type, shape)."""
    ids, admin, zone, shapes = zip(*rows)
    return layer(shapes, park_id=list(ids), park=list(ids), admin_level=list(admin), zone_type=list(zone))


def base(x=0.0, y=0.0, park_id="B"):
    """A base: a county economic zone of 4.2 km2, 2,100 m wide and 2,000 m high."""
    return (park_id, "county", "economic", shapely.box(x, y, x + 2100, y + 2000))


def community(x=0.0, y=0.0, park_id="K"):
    """A community: a municipal park of 1.1 km2, 1,100 m wide and 1,000 m high."""
    return (park_id, "municipal", "other", shapely.box(x, y, x + 1100, y + 1000))


def flags(values):
    """A yes/no/unknown column (True, False, None)."""
    return pd.Series([pd.NA if value is None else value for value in values], dtype="boolean")


def said(values):
    """A yes/no/unknown column as a list of True, False, None."""
    return [None if value is pd.NA else bool(value) for value in values]


def texts(values):
    """A text column as a list, missing as None."""
    return [value if isinstance(value, str) else None for value in values]


@dataclass(frozen=True)
class Outcome:
    """A scenario and what it started from; columns of the fates as lists, by name."""

    scenario: Scenario
    situation: Situation
    rules: ScenarioRules

    def __getattr__(self, name):
        column = self.scenario.fates[name]
        return texts(column) if column.dtype == object else column.tolist()

    @property
    def balance(self):
        return self.scenario.balance

    @property
    def receivers(self):
        return self.scenario.receivers.set_index("park_id")

    @property
    def summary(self):
        return summarise(self.scenario, self.situation, self.rules)


def district(
    land, parks=None, towns=None, lines=None, deficiency=None, firms=None, plan=None, results=None, **changes
):
    """The situation of a small district: levels and control lines computed, deficiency, firms and further
    ``results`` (safety_fail, industry, horizon) given.
    """
    land_rules, level_rules, control_rules = rules(LandRules), rules(LevelRules), rules(ControlRules)
    rigid = changes.pop("rigid_lines", control_rules.rigid_lines)
    qualified = changes.pop("qualified", None)
    control_rules = replace(control_rules, rigid_lines=rigid)
    lines = {name: None if shape is None else layer([shape]) for name, shape in (lines or {}).items()}
    industrial = land["land_code"].str.startswith("0601").to_numpy()
    levels = classify(land, parks, industrial, level_rules)
    more = results or {}
    results = levels.parcels.join(control_shares(land, lines, control_rules)).assign(**more)
    results["plan_industrial_share"] = planned_industrial_share(land, plan, land_rules.industrial_codes)
    results["deficiency"] = deficiency if deficiency is not None else "none"
    found = rules(ScenarioRules, **changes)
    zones = levels.parks
    if parks is not None:
        known = ("vacant_m2", "expansion_m2", "dominant_industries")
        extra = [name for name in known if name in parks]
        zones = zones.assign(
            **{name: zones["park_id"].map(parks.set_index("park_id")[name]) for name in extra}
        )
    made = situation(
        land, results, zones, towns, lines, firms, found, land_rules, level_rules, rigid, qualified, plan
    )
    return made, found


def play(name, land, parks=None, reclaim=None, moves=None, locks=None, language="en", **more):
    """Build one scenario of a small district; ``locks``: rows of a table of locks as dictionaries."""
    place, found = district(land, parks, **more)
    cleared = flags(reclaim if reclaim is not None else [False] * len(land))
    own = [move for move in default_moves() if move.scenario == name] if moves is None else moves
    decided, speech = None, Speech(language)
    if locks is not None:
        used, _ = read_locks(pd.DataFrame(locks), place, (*SCENARIOS[1:], CUSTOM))
        decided, _ = decide(used, name, place, cleared.fillna(False).to_numpy(bool), speech)
    made = build_scenario(name, place, own, found, cleared, locks=decided, speech=speech)
    return Outcome(made, place, found)


def move(who, to="base", rule="own", **more):
    """A row of the user's own scenario."""
    row = {"scenario": CUSTOM, "rule": rule, "who": who, "to": to, **more}
    return Move.from_row({"same_town": None, "within": None, "near_only": None, **row})


def default_moves():
    return [Move.from_row(row) for row in profile().table("scenarios.moves")]


def firms(count, **columns):
    """What is known of the firms on each parcel; unknown unless given."""
    table = {name: [np.nan] * count for name in ("firms", "jobs", "output", "tax")}
    return pd.DataFrame({**table, **columns}, dtype=float)


def linked(shapes, gap):
    """Groups of shapes by a plain breadth-first search: a group number for each, in order of appearance."""
    label, count = [None] * len(shapes), 0
    for start in range(len(shapes)):
        if label[start] is not None:
            continue
        queue, label[start] = [start], count
        while queue:
            here = queue.pop(0)
            for other in range(len(shapes)):
                if label[other] is None and shapes[here].distance(shapes[other]) <= gap:
                    label[other] = count
                    queue.append(other)
        count += 1
    return label


class Shelf:
    """A store of the tables of a study, as `core.study.study.Store` asks for; it says what was loaded."""

    def __init__(self, study=None):
        self.prints, self.tables, self.said, self.loaded = {}, {}, {}, []
        for step in STEPS if study else ():
            if step.name in study.fingerprints and not step.transient:
                self.prints[step.name] = study.fingerprints[step.name]
                self.said[step.name] = study.messages.get(step.name, [])
                self.tables.update({name: study.tables[name] for name in step.writes})

    def fingerprint(self, step):
        return self.prints.get(step)

    def load(self, study, table):
        self.loaded.append(table)
        return self.tables[table]

    def notes(self, step):
        return self.said[step]
