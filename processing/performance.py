"""The reports of a performance evaluation as outputs of an algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import performance_reports, reports
from .translation import tr

if TYPE_CHECKING:
    from ..core.study.study import Study
    from .base import LandRenewalAlgorithm
    from .job import Job


def add_reports(algorithm: LandRenewalAlgorithm) -> None:
    """Declare page, workbook, text table, folder of pictures, and how many profiles are drawn."""
    reports.add_reports(
        algorithm,
        page=tr("Profiles, benchmarks and priority areas as a page to read or print."),
        excel=tr("One sheet a level of evaluation, with units and coverage."),
        csv=tr("All values as a text table that Excel opens with Chinese intact."),
        pictures=tr("Profile of each park, ranked bars and heat table, as PNG and SVG."),
    )
    help = tr("Parks with a picture of their profile, priority areas first; all are in the tables.")
    algorithm.number(reports.PROFILES, tr("Profiles drawn"), help, 20, 0, integer=True, advanced=True)


def write_reports(job: Job, study: Study, progress) -> None:
    """Write the reports that are wanted."""
    reports.write_reports(job, study, performance_reports, progress)
