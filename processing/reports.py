"""Reports as outputs of an algorithm: page, workbook, text table, folder of pictures."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFolderDestination

from ..core.common.errors import LandRenewalError
from .translation import tr, tr_known, tr_later

if TYPE_CHECKING:
    from ..core.study.study import Study
    from .base import LandRenewalAlgorithm
    from .job import Job

PAGE, EXCEL, CSV, PICTURES, PROFILES = "PAGE", "EXCEL", "CSV", "PICTURES", "PROFILES"
_TITLES = {
    PAGE: tr_later("Report (HTML)"),
    EXCEL: tr_later("Workbook"),
    CSV: tr_later("Text table"),
    PICTURES: tr_later("Folder of pictures"),
}


def add_reports(algorithm: LandRenewalAlgorithm, page: str, excel: str, csv: str, pictures: str) -> None:
    """Declare the outputs PAGE, EXCEL, CSV and PICTURES, all optional; the texts say what is in them."""
    for name, help, filter in (
        (PAGE, page, tr("HTML files (*.html)")),
        (EXCEL, excel, tr("Excel workbooks (*.xlsx)")),
        (CSV, csv, tr("Text tables (*.csv)")),
    ):
        algorithm.file(name, tr_known(_TITLES[name]), help, filter, optional=True, create=False)
    title = tr_known(_TITLES[PICTURES])
    folder = QgsProcessingParameterFolderDestination(PICTURES, title, None, True, False)
    algorithm.add(folder, pictures)


def write_reports(job: Job, study: Study, module: ModuleType, progress) -> None:
    """Write the reports that are wanted. What optional libraries cannot draw is said, and nothing is lost.

    ``module`` has ``tables_of(study)`` and ``write_page``, ``write_excel``, ``write_csv`` and
    ``write_pictures``, each ``(tables, path, language, profiles, progress) -> warnings``; ``profiles`` is the
    parameter PROFILES, 0 where the algorithm has none.
    """
    job.results[PICTURES] = None
    tables = module.tables_of(study)
    most = int(job.number(PROFILES) or 0) if job.algorithm.parameterDefinition(PROFILES) else 0
    wanted = [name for name in (PAGE, EXCEL, CSV, PICTURES) if job.has(name)]
    for number, name in enumerate(wanted):
        progress(number / len(wanted), _TITLES[name])
        path = job.folder(name) if name == PICTURES else job.file(name)
        write = getattr(module, f"write_{name.lower()}")
        for warning in write(tables, path, study.language, most, progress):
            job.warn(warning)


def save_page(path: Path, html: str) -> None:
    """Write a page. Errors: LandRenewalError when the file cannot be written."""

    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise LandRenewalError(
            "The report cannot be written to {}: {}. Choose another file.",
            path.name,
            error.strerror,
        ) from error
