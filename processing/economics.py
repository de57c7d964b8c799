"""The reports of the priced scenarios as outputs of an algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import economics_reports, reports
from .translation import tr

if TYPE_CHECKING:
    from ..core.study.study import Study
    from .base import LandRenewalAlgorithm
    from .job import Job


def add_reports(algorithm: LandRenewalAlgorithm) -> None:
    """Declare page, workbook, text table and folder of pictures."""
    reports.add_reports(
        algorithm,
        page=tr("Scenarios compared, money by party and year, risk and assumptions, to read or print."),
        excel=tr("Comparison, cash flow, parcels, towns, risk, assumptions and what was not priced."),
        csv=tr("The comparison of scenarios as a text table that Excel opens with Chinese intact."),
        pictures=tr("Payments, cash flow, sensitivity, grid, radar of principles, risk; as PNG and SVG."),
    )


def write_reports(job: Job, study: Study, progress) -> None:
    """Write the reports that are wanted."""
    reports.write_reports(job, study, economics_reports, progress)
