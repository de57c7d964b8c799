"""The five-layer test of enterprises and their land."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE, POLYGONS
from ..inputs import add_inputs, by_source_row, run_steps
from ..translation import tr


class IdentifyDeficiency(LandRenewalAlgorithm):
    TITLE = tr("Identify deficiency")
    GROUP = "assess"
    TAGS = (
        "deficiency",
        "inefficient",
        "green",
        "efficiency",
        "quality",
        "equity",
        "safety",
        "低效用地",
        "五类",
        "绿色",
        "效率",
        "公平",
    )
    PURPOSE = tr(
        "Puts every enterprise to five tests: green, efficiency, quality, equity and safety, in this order."
        " The first failed test names the class; all five answers are kept, and the parcels take the"
        " class of their occupants."
    )
    READING = tr(
        "1 = fails, 0 = passes, empty = cannot be told. trace says for each test the value, the threshold"
        " and where it comes from. reliability is the share of the five tests that could be made: below the"
        " limit a parcel without a failed test is unknown, not none."
    )
    UNITS = tr("Output and tax per land in 10,000 CNY per km2; land m2.")
    SOURCE = tr("Paper section 3.3; thresholds are our own defaults in section 'deficiency' of the rules.")

    def declare(self):
        add_inputs(self, "PARCELS", "ENTERPRISES", "OCCUPANCY", "PARKS", "REDLINE", "FARMLAND", "BOUNDARY")
        help = tr("The parcels as they were, with class, flags, trace and reliability.")
        self.sink("OUTPUT", tr("Parcels by deficiency"), help, POLYGONS, style="deficiency")
        help = tr("The enterprises with class, flags, trace, reliability and figures.")
        self.sink(
            "ENTERPRISES_OUTPUT",
            tr("Enterprises by deficiency"),
            help,
            ANY_TABLE,
            style="enterprises",
            optional=True,
        )
        self.sink(
            "UNMATCHED",
            tr("Unmatched enterprises"),
            tr("Enterprises without a parcel."),
            ANY_TABLE,
            style="unmatched",
            optional=True,
        )
        self.output_number("DEFICIENT_PARCELS", tr("Deficient parcels"))
        self.output_number("UNKNOWN_PARCELS", tr("Parcels that cannot be judged"))
        self.output_number("UNMATCHED_ENTERPRISES", tr("Enterprises without a parcel"))

    def compute(self, job):
        from ..results import enterprises_layer, unmatched_layer

        study = run_steps(job, ("deficiency", "enterprise_deficiency", "unmatched"))
        found = study["deficiency"]
        job.augment("PARCELS", "OUTPUT", by_source_row(study, found))
        firms, unmatched = enterprises_layer(study), unmatched_layer(study)
        if firms is not None:
            job.write("ENTERPRISES_OUTPUT", firms, job.crs("PARCELS"))
            job.write("UNMATCHED", unmatched, job.crs("PARCELS"), table="unmatched")
        classes = found["deficiency"]
        return {
            "DEFICIENT_PARCELS": int((classes.notna() & ~classes.isin(["none", "unknown"])).sum()),
            "UNKNOWN_PARCELS": int((classes == "unknown").sum()),
            "UNMATCHED_ENTERPRISES": 0 if unmatched is None else len(unmatched),
        }
