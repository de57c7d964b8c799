"""The step of the study that says what the data are enough for."""

from __future__ import annotations

from ..common.errors import sentence
from ..deficiency.deficiency import DeficiencyRules
from ..levels.controllines import ControlRules
from ..levels.land import LandRules
from ..levels.levels import LevelRules
from ..performance.performance import PerformanceRules
from ..readiness.readiness import readiness
from ..readiness.readiness_facts import ReadinessRules
from ..rules.profile import Profile
from ..scenarios.situation import ScenarioRules
from .study import Study, step

_TABLES = (
    *("parcels", "enterprises", "occupancy", "parks", "towns", "pois", "roads"),
    *("levels", "park_levels", "control"),
)


@step(
    "readiness",
    sentence("Readiness"),
    reads=_TABLES,
    writes=("readiness",),
    rules=("land", "levels", "control", "deficiency", "scenarios", "performance"),
)
def report_readiness(study: Study) -> dict:
    """What can be computed from the data at hand, on what share of the area."""
    rules = readiness_rules(study.profile)
    return {"readiness": readiness({name: study[name] for name in _TABLES}, rules, study.language)}


def readiness_rules(profile: Profile) -> ReadinessRules:
    """The sections of a rule profile that decide what is needed."""
    return ReadinessRules(
        profile.params(LandRules, "land"),
        profile.params(LevelRules, "levels"),
        profile.params(ControlRules, "control"),
        profile.params(DeficiencyRules, "deficiency"),
        profile.params(ScenarioRules, "scenarios"),
        profile.params(PerformanceRules, "performance").key_node_kinds,
    )
