"""Parcels in standard columns: named, in standard units, measured, repaired."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE, POLYGONS
from ..inputs import add_inputs, add_mapping_output, run_steps, source_names, write_mapping
from ..readiness import add_readiness, readiness_wanted, write_readiness
from ..translation import tr


class StandardiseParcels(LandRenewalAlgorithm):
    TITLE = tr("Standardise parcels")
    GROUP = "prepare"
    TAGS = ("parcel", "column mapping", "units", "repair", "地块", "字段映射", "标准化", "亩")
    PURPOSE = tr(
        "Turns any parcel layer into parcels with the standard columns: names and units by a column mapping,"
        " areas measured on the ellipsoid, invalid polygons repaired. Nothing is dropped without a row in the"
        " rejects."
    )
    READING = tr(
        "Empty means not known. A 0 that means not surveyed (plot ratio, output, tax) has become empty, with"
        " a count in the log. stated_m2 is what the source says, area_m2 what was measured. The rejects list"
        " every row and value that could not be used: row is the row of the source, counted from 1. The"
        " ledger says what was done to which feature, with its area before and after, and which parcels"
        " overlap."
    )
    UNITS = tr("Areas m2, money 10,000 CNY (or the currency of the source), shares 0-1.")
    SOURCE = tr("Paper section 3.4; survey land codes; the meaning of zeros is our own default.")

    def declare(self):
        add_inputs(self, "PARCELS", rules=False)
        self.sink(
            "OUTPUT",
            tr("Standard parcels"),
            tr("Parcels with standard columns."),
            POLYGONS,
            style="standardised",
        )
        help = tr("Rows and values that could not be used, with the reason.")
        self.sink("REJECTS", tr("Rejects"), help, ANY_TABLE, optional=True)
        help = tr(
            "Feature by feature: repaired, split, dropped, repeated ids, overlaps, slivers and stated areas"
            " that do not fit."
        )
        self.sink("LEDGER", tr("Ledger of repairs"), help, ANY_TABLE, optional=True)
        add_mapping_output(self)
        add_readiness(self)
        self.output_number("PARCELS_KEPT", tr("Parcels kept"))
        self.output_number("REJECTED", tr("Rows and values rejected"))
        self.output_number("AREA_M2", tr("Total area, m2"))

    def compute(self, job):
        from ...core.intake.geometry_ledger import united

        ledgers = ("ledger.parcels", "ledger.checks")
        wanted = ("readiness",) if readiness_wanted(job) else ()
        study = run_steps(job, ("parcels", *ledgers, *wanted))
        frame = study["parcels"].drop(columns=["source_row", "geometry"]).join(study["carried"])
        job.write("OUTPUT", study["parcel_shapes"].to_frame("geometry").join(frame), job.crs("PARCELS"))
        write_mapping(job, "parcels", study.raw["parcels"], study.mapping)
        rejects = study["rejects.parcels"]
        job.rejects("REJECTS", rejects)
        job.write("LEDGER", united([study[name] for name in ledgers]), table="ledger")
        if wanted:
            write_readiness(job, study["readiness"], study.raw, source_names(job))
        return {
            "PARCELS_KEPT": len(frame),
            "REJECTED": len(rejects),
            "AREA_M2": float(frame["area_m2"].sum()),
        }
