"""How much of each parcel lies under each control line."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import POLYGONS
from ..inputs import add_inputs, by_source_row, run_steps
from ..translation import tr


class ControlLines(LandRenewalAlgorithm):
    TITLE = tr("Control lines")
    GROUP = "assess"
    TAGS = (
        "red line",
        "farmland",
        "boundary",
        "overlap",
        "三条控制线",
        "生态保护红线",
        "永久基本农田",
        "城镇开发边界",
    )
    PURPOSE = tr(
        "Measures the share of each parcel under the ecological red line, permanent basic farmland and the"
        " development boundary, and under the dissolved union of the rigid lines: land under two lines counts"
        " once."
    )
    READING = tr(
        "Shares run from 0 to 1. Empty means the line was not supplied: not checked, which is not a pass."
        " encroaching is 1 where the overlap with a rigid line exceeds digitising noise, empty where a rigid"
        " line is missing and none is crossed."
    )
    UNITS = tr("Shares 0-1 of the ellipsoidal area of the parcel.")
    SOURCE = tr(
        "Paper sections 3.4 and 4.1; tolerances are our own defaults in section 'control' of the rules."
    )

    def declare(self):
        add_inputs(self, "PARCELS", "REDLINE", "FARMLAND", "BOUNDARY", "PLAN")
        help = tr("The parcels as they were, with the shares added.")
        self.sink("OUTPUT", tr("Parcels with control lines"), help, POLYGONS, style="controllines")
        self.output_number("ENCROACHING", tr("Parcels that encroach on a rigid line"))
        self.output_number("RIGID_M2", tr("Parcel land under rigid lines, m2"))

    def check(self, parameters, context):
        if not any(parameters.get(name) for name in ("REDLINE", "FARMLAND", "BOUNDARY", "PLAN")):
            return tr(
                "No control line was given: choose at least one of red line, farmland, boundary or plan."
            )
        return ""

    def compute(self, job):
        study = run_steps(job, ("control",))
        control = study["control"]
        job.augment("PARCELS", "OUTPUT", by_source_row(study, control))
        rigid = (control["rigid_share"] * study["parcels"]["area_m2"]).sum(min_count=1)
        return {"ENCROACHING": int(control["encroaching"].fillna(False).sum()), "RIGID_M2": float(rigid)}
