"""What to do with each parcel, by level and class."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import POLYGONS
from ..inputs import add_inputs, by_source_row, run_steps
from ..translation import tr


class AssignGuidance(LandRenewalAlgorithm):
    TITLE = tr("Assign guidance")
    GROUP = "decide"
    TAGS = ("guidance", "measure", "priority", "三级五类", "分类引导", "措施", "近期")
    PURPOSE = tr(
        "Looks up, for the level and the class of each industrial parcel, the measure, its priority, its"
        " horizon and the direction of redevelopment, and adds what control lines, heritage, soil and"
        " industry call for."
    )
    READING = tr(
        "measure is a code, measure_text the sentence to quote. reclaim is 1 where rigid control covers more"
        " than half of the parcel or of its enterprise's land, empty where that cannot be told. The table is"
        " editable: section 'guidance' of the rules. If the parcels already carry the results of the other"
        " algorithms, these are used."
    )
    UNITS = tr("None.")
    SOURCE = tr("Paper section 4.1; rows marked D are our own defaults.")

    def declare(self):
        add_inputs(self, "PARCELS", "ENTERPRISES", "OCCUPANCY", "PARKS", "REDLINE", "FARMLAND", "BOUNDARY")
        help = tr("The parcels as they were, with measure, priority, horizon and direction.")
        self.sink("OUTPUT", tr("Parcels by guidance"), help, POLYGONS, style="guidance")
        self.output_number("RECLAIM", tr("Parcels to be reclaimed"))
        self.output_number("HIGH_PRIORITY", tr("Parcels of high priority"))

    def compute(self, job):
        study = run_steps(job, ("guidance",))
        guidance = study["guidance"]
        job.augment("PARCELS", "OUTPUT", by_source_row(study, guidance))
        return {
            "RECLAIM": int(guidance["reclaim"].fillna(False).sum()),
            "HIGH_PRIORITY": int((guidance["priority"] == "high").sum()),
        }
