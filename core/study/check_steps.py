"""Steps of the study that only look: what was repaired, what overlaps, what is misstated."""

from __future__ import annotations

from ..common.errors import sentence
from ..intake import intake
from ..intake.checks import CheckRules, check_parcels, check_parks
from ..intake.geometry_ledger import united
from .study import Study, step

LINES = ("redline", "farmland", "boundary")


@step(
    "lines",
    sentence("Repairs of control lines"),
    reads=(*(f"raw.{name}" for name in LINES), "raw.parcels"),
    writes=("ledger.lines",),
    transient=True,
)
def list_line_repairs(study: Study) -> dict:
    """What was done to the polygons of the control lines."""
    parts = [intake.line_ledger(study.raw.get(name), name, study.work) for name in LINES]
    return {"ledger.lines": united(parts)}


@step(
    "checks",
    sentence("Overlaps and stated areas"),
    reads=("parcels", "parcel_shapes", "parks"),
    writes=("ledger.checks",),
    rules=("checks",),
    transient=True,
)
def check_areas(study: Study) -> dict:
    """Parcels that overlap, slivers between them, and stated areas that do not fit the measured ones."""
    rules = study.profile.params(CheckRules, "checks")
    land, said = check_parcels(study["parcels"], study["parcel_shapes"], study.work, rules)
    parks, told = check_parks(study["parks"], rules)
    study.note("checks", [*said, *told])
    return {"ledger.checks": united([land, parks])}
