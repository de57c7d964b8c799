"""The reports of a performance evaluation as outputs of an algorithm: page, workbook, text, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFolderDestination

from .translation import tr

if TYPE_CHECKING:
    from ..core.study import Study
    from .base import LandRenewalAlgorithm
    from .job import Job

PAGE, EXCEL, CSV, PICTURES, PROFILES = "PAGE", "EXCEL", "CSV", "PICTURES", "PROFILES"


def add_reports(algorithm: LandRenewalAlgorithm) -> None:
    """Declare the outputs PAGE, EXCEL, CSV and PICTURES, all optional."""
    for name, title, help, filter in (
        (PAGE, tr("Report page"), tr("Profiles, benchmarks and priority areas as a page to read or print."),
         tr("HTML files (*.html)")),
        (EXCEL, tr("Workbook"), tr("One sheet a level of evaluation, with units and coverage."),
         tr("Excel workbooks (*.xlsx)")),
        (CSV, tr("Text table"), tr("All values as a text table that Excel opens with Chinese intact."),
         tr("Text tables (*.csv)")),
    ):  # fmt: skip
        algorithm.file(name, title, help, filter, optional=True, create=False)
    folder = QgsProcessingParameterFolderDestination(PICTURES, tr("Folder of pictures"), None, True, False)
    algorithm.add(folder, tr("Profile of each park, ranked bars and heat table, as PNG and SVG."))
    help = tr("Parks with a picture of their profile, priority areas first; all are in the tables.")
    algorithm.number(PROFILES, tr("Profiles drawn"), help, 20, 0, integer=True, advanced=True)


def write_reports(job: Job, study: Study, progress) -> None:
    """Write the reports that are wanted. What optional libraries cannot draw is said, and nothing is lost."""
    from . import performance_reports as reports

    job.results[PICTURES] = None
    tables = reports.tables_of(study)
    wanted = [name for name in (PAGE, EXCEL, CSV, PICTURES) if job.has(name)]
    for number, name in enumerate(wanted):
        progress(number / len(wanted), name)
        path = _folder(job) if name == PICTURES else job.file(name)
        write = getattr(reports, f"write_{name.lower()}")
        for warning in write(tables, path, study.language, int(job.number(PROFILES) or 0), progress):
            job.warn(warning)


def _folder(job: Job) -> Path:
    path = job.algorithm.parameterAsString(job.parameters, PICTURES, job.context)
    job.results[PICTURES] = path
    return Path(path)
