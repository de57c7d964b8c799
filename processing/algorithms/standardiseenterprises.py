"""Enterprises in standard columns: named, in standard units, with their points."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterCrs

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE
from ..inputs import LAYERS, add_inputs, add_mapping_output, chosen_mapping, write_mapping
from ..readiness import add_readiness, enterprise_readiness
from ..translation import tr


class StandardiseEnterprises(LandRenewalAlgorithm):
    TITLE = tr("Standardise enterprises")
    GROUP = "prepare"
    TAGS = ("enterprise", "firm", "column mapping", "units", "企业", "字段映射", "标准化", "万元")
    PURPOSE = tr(
        "Turns an enterprise register, points or a table, into enterprises with the standard columns: names"
        " and units by a column mapping, yes and no read as such. Nothing is dropped without a row in the"
        " rejects."
    )
    READING = tr(
        "Empty means not known. A 0 that means not surveyed (output, tax, employees) has become empty, with a"
        " count in the log. The log says which column was taken for what, and asks where a name is not"
        " certain. The rejects list every value that could not be used: row is the row of the source, counted"
        " from 1."
    )
    UNITS = tr("Money 10,000 CNY (or the currency of the source), electricity kWh, water t.")
    SOURCE = tr("Paper section 3.4; the meaning of zeros is our own default.")

    def declare(self):
        self.source("ENTERPRISES", LAYERS["ENTERPRISES"][0], tr("Firms, as points or as a table."), ANY_TABLE)
        help = tr("CRS of x and y where the layer is a table. Empty: the output is a table as well.")
        self.add(QgsProcessingParameterCrs("CRS", tr("CRS of x and y"), None, optional=True), help)
        add_inputs(self, rules=False)
        help = tr("Enterprises with standard columns: points, or a table where no place is known.")
        self.sink("OUTPUT", tr("Standard enterprises"), help, ANY_TABLE)
        help = tr("Rows and values that could not be used, with the reason.")
        self.sink("REJECTS", tr("Rejects"), help, ANY_TABLE, optional=True)
        add_mapping_output(self)
        add_readiness(self)
        self.output_number("ENTERPRISES_KEPT", tr("Enterprises kept"))
        self.output_number("REJECTED", tr("Rows and values rejected"))

    def compute(self, job):
        from ...core.intake.checks import CHECK, rejected_notes
        from ...core.intake.sheets import with_rejects

        mapping, raw = chosen_mapping(job), job.table("ENTERPRISES")
        frame, rejects, notes, crs = standard_enterprises(job, raw, mapping)
        for note in [*notes, *rejected_notes("enterprises", rejects)]:
            (job.warn if note.startswith(CHECK) else job.note)(note)
        rejects = with_rejects(job.readings.get("ENTERPRISES"), "enterprises", rejects)
        job.write("OUTPUT", frame, crs)
        job.rejects("REJECTS", rejects)
        write_mapping(job, "enterprises", raw, mapping)
        enterprise_readiness(job, frame, mapping)
        return {"ENTERPRISES_KEPT": len(frame), "REJECTED": len(rejects)}


def standard_enterprises(job, raw, mapping):
    """Enterprises, rejects, notes and the CRS of the points (None: a table)."""
    from geopandas import GeoDataFrame
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.intake.intake import take_enterprises
    from ...core.intake.mapping import standardise
    from ..adapter import pyproj_crs

    spatial = isinstance(raw, GeoDataFrame)
    stated = mapping.crs("enterprises")
    crs = job.crs("ENTERPRISES") if spatial else chosen_crs(job)
    if spatial and stated:
        crs = QgsCoordinateReferenceSystem(stated)
        raw = raw.set_crs(pyproj_crs(crs), allow_override=True)
    if crs.isValid():
        # Nothing is measured here, so the work CRS is the points' own.
        work = pyproj_crs(crs)
        taken = take_enterprises(raw, mapping, work, work)
        frame = taken.frame.drop(columns=["source_row", taken.frame.geometry.name])
        if spatial or taken.shapes.notna().any():
            return taken.shapes.to_frame("geometry").join(frame), taken.rejects, taken.notes, crs
    made = standardise(raw, "enterprises", mapping)
    return made.frame, made.rejects, made.notes, None


def chosen_crs(job):
    """The CRS parameter; not valid when it was left empty."""
    return job.algorithm.parameterAsCrs(job.parameters, "CRS", job.context)
