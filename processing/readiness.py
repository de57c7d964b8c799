"""The readiness report as outputs of an algorithm: a table and an HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compat import ANY_TABLE
from .inputs import source_names
from .reports import save_page
from .translation import tr

if TYPE_CHECKING:
    import pandas as pd

    from ..core.intake.mapping_file import Mapping
    from .base import LandRenewalAlgorithm
    from .job import Job


def add_readiness(algorithm: LandRenewalAlgorithm, table: bool = True) -> None:
    """Declare the outputs READINESS (a table, unless the algorithm writes it elsewhere) and REPORT."""
    if table:
        help = tr(
            "What the data are enough for: results that can be computed, on what share of the land, and"
            " what is missing."
        )
        algorithm.sink("READINESS", tr("Readiness"), help, ANY_TABLE, optional=True, create=False)
    algorithm.file(
        "REPORT",
        tr("Readiness report"),
        tr("What can be computed, what is missing and what it would unlock, as a page to read or print."),
        tr("HTML files (*.html)"),
        optional=True,
        create=False,
    )


def readiness_wanted(job: Job) -> bool:
    """Whether one of the outputs was asked for."""
    declared = {definition.name() for definition in job.algorithm.parameterDefinitions()}
    return any(job.has(name) for name in ("READINESS", "REPORT") if name in declared)


def enterprise_readiness(job: Job, enterprises: pd.DataFrame, mapping: Mapping) -> None:
    """The outputs for standard enterprises without parcels, if one of them is wanted."""
    if not readiness_wanted(job):
        return
    from ..core.readiness.readiness import readiness
    from ..core.rules.profile import load_profile
    from ..core.study.readiness_step import readiness_rules

    rules = readiness_rules(load_profile(mapping.profile))
    frame = readiness({"enterprises": enterprises}, rules, job.language())
    write_readiness(job, frame, {"enterprises": enterprises}, source_names(job))


def write_readiness(job: Job, frame: pd.DataFrame, inputs: dict, sources: dict[str, str]) -> None:
    """Write the outputs that are wanted. ``inputs``: the raw tables by name, None where not supplied."""
    from ..core.readiness.readiness_page import readiness_page
    from ..core.study.study import INPUTS

    if job.algorithm.parameterDefinition("READINESS") is not None:
        job.write("READINESS", frame, table="readiness")
    if not job.has("REPORT"):
        return
    counts = {name: None if inputs.get(name) is None else len(inputs[name]) for name in INPUTS}
    save_page(job.file("REPORT"), readiness_page(frame, job.language(), counts, sources))
