"""The input layers that the algorithms share, and the way from them to a study."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
)

from . import settings
from .compat import ANY_GEOMETRY, ANY_TABLE, LINES, POLYGONS
from .places import read_placed
from .said import listed, said
from .translation import is_translated, tr

if TYPE_CHECKING:
    from ..core.intake.mapping_file import Mapping
    from ..core.study.study import Study
    from .base import LandRenewalAlgorithm
    from .job import Job
    from .results import StoredStudy

LAYERS = {
    "PARCELS": (
        tr("Parcels"),
        tr("Parcels of land with standard columns, or any columns with a mapping."),
        POLYGONS,
    ),
    "PARKS": (
        tr("Parks"),
        tr("Park boundaries with administrative level and zone type. Without them all is block."),
        POLYGONS,
    ),
    "ENTERPRISES": (
        tr("Enterprises"),
        tr(
            "Firms with output and tax, as points or as a table with x and y. Without them parcels stand for"
            " themselves."
        ),
        ANY_TABLE,
    ),
    "OCCUPANCY": (
        tr("Occupancy"),
        tr("Which firm holds which parcel, with its share. Without it firms are matched."),
        ANY_TABLE,
    ),
    "TOWNS": (tr("Towns"), tr("Town boundaries. Without them the towns of the parcels are used."), POLYGONS),
    "REDLINE": (
        tr("Ecological red line"),
        tr("Ecological protection red line. Not supplied means not checked."),
        POLYGONS,
    ),
    "FARMLAND": (
        tr("Basic farmland"),
        tr("Permanent basic farmland. Not supplied means not checked."),
        POLYGONS,
    ),
    "BOUNDARY": (
        tr("Development boundary"),
        tr("Urban development boundary. Not supplied means not checked."),
        POLYGONS,
    ),
    "PLAN": (
        tr("Existing plan"),
        tr("Planned use (planned_use). Land that stays against the plan is counted."),
        POLYGONS,
    ),
    "POIS": (
        tr("Points of interest"),
        tr("Public services and key nodes (stations, motorway exits), with their kind."),
        ANY_GEOMETRY,
    ),
    "ROADS": (
        tr("Roads"),
        tr("Road lines for the way to key nodes. Without them a straight line and a detour factor stand in."),
        LINES,
    ),
    "BENCHMARKS": (
        tr("Benchmarks"),
        tr(
            "Figures to compare with: indicator, value, unit, year, source, scope (national, city, target)."
            " They add to those of the rules."
        ),
        ANY_TABLE,
    ),
    "JUDGEMENTS": (
        tr("Judgements"),
        tr(
            "For AHP: the matrix of pairwise judgements, over the criteria (and the indicators within each)"
            " or over the indicators. First column: names; further columns: the same names; cells such as"
            " 3 or 1/3; one triangle is enough."
        ),
        ANY_TABLE,
    ),
    "EXPERTS": (
        tr("Expert scores"),
        tr("For Delphi: round, expert, indicator, score."),
        ANY_TABLE,
    ),
    "LOCKS": (
        tr("Locks"),
        tr(
            "What is decided already: scenario (empty: all), parcel_id, action, park_id, note. Actions: move"
            " (the parcel to the park), stay, forbid (the parcel the park); open, close (the park)."
        ),
        ANY_TABLE,
    ),
}


STUDY = (
    *("PARCELS", "PARKS", "ENTERPRISES", "OCCUPANCY", "TOWNS", "REDLINE", "FARMLAND", "BOUNDARY", "PLAN"),
    *("POIS", "ROADS", "BENCHMARKS"),
)


def add_inputs(algorithm: LandRenewalAlgorithm, *names: str, rules: bool = True) -> None:
    """Declare shared layers (all but PARCELS optional), the mapping, the rules and the language."""
    for name in names:
        title, help, kind = LAYERS[name]
        algorithm.source(name, title, help, kind, optional=name != "PARCELS")
    algorithm.preset(
        "MAPPING",
        tr("Column mapping"),
        tr(
            "Name of a shipped column mapping, or your own YAML file. Empty: standard names and known"
            " aliases; what is not certain is asked in the log."
        ),
    )
    if rules:
        help = tr(
            "Rule profile: name of a shipped one, or your own YAML file. Empty: that of the mapping, else"
            " that of the options, else default."
        )
        algorithm.preset("RULES", tr("Rules"), help)
    algorithm.choice(
        "LANGUAGE",
        tr("Language of texts"),
        tr("Language of traces and guidance. Empty: that of the options, else that of QGIS."),
        ("en", "zh"),
        optional=True,
        advanced=True,
    )


def run_steps(
    job: Job, targets: tuple[str, ...], store: StoredStudy | None = None, part: float = 1.0
) -> Study:
    """Read the inputs that the algorithm declares and run the steps its targets need; notes go to the log.

    ``part``: how much of the progress bar the steps fill.
    """
    from ..core.rules.profile import load_profile
    from ..core.study.steps import STEPS
    from ..core.study.study import Study, run_study
    from .network import network_distances

    mapping = chosen_mapping(job)
    declared = {definition.name() for definition in job.algorithm.parameterDefinitions()}
    rules = job.text("RULES") if "RULES" in declared else ""
    profile = load_profile(rules or mapping.profile or settings.load().rules)
    crs = job.crs("PARCELS")
    raw = {"parcels": read_placed(job, "PARCELS", None, mapping.crs("parcels"))}
    for name in LAYERS:
        if name in declared and name != "PARCELS":
            raw[name.lower()] = read_placed(job, name, crs, mapping.crs(name.lower()))
    warn_of_swapped_layers(job, mapping)
    study = Study(raw, mapping, profile, job.language(), store, progress=job.progress.part(0.0, part))
    study.network = network_distances
    study.readings = {name.lower(): reading for name, reading in job.readings.items()}
    run_study(study, STEPS, targets)
    report(job, study)
    return study


def chosen_mapping(job: Job) -> Mapping:
    """The column mapping: as named, else the automatic one. One that names no currency has that of the
    settings.
    """
    from ..core.intake.mapping_file import load_mapping

    mapping = load_mapping(job.text("MAPPING") or "auto")
    money = settings.money_label()
    return mapping if mapping.money or not money else replace(mapping, money=money)


def add_mapping_output(algorithm: LandRenewalAlgorithm) -> None:
    """Declare the file that the column mapping used is written to."""
    algorithm.file(
        "MAPPING_OUTPUT",
        tr("Column mapping used"),
        tr(
            "The column mapping as it was used, with what was suggested and what is not certain: to edit and"
            " to give back as the column mapping."
        ),
        tr("Column mapping (*.yml)"),
        optional=True,
        create=False,
    )


def write_mapping(job: Job, table: str, raw, mapping: Mapping) -> None:
    """Write the mapping used for a table, if it is wanted."""
    from ..core.intake.mapping import auto_mapping, save_mapping

    job.results["MAPPING_OUTPUT"] = None
    if job.has("MAPPING_OUTPUT"):
        save_mapping(auto_mapping(raw, table, mapping), job.file("MAPPING_OUTPUT"), said)


def warn_of_swapped_layers(job: Job, mapping: Mapping) -> None:
    """Point out a control line whose layer is named like another one."""
    from ..core.intake.layer_guess import layer_kind
    from ..core.intake.mapping_file import LINES, load_mapping

    layers = mapping.layers or load_mapping("controllines").layers
    for name, layer in source_names(job).items():
        kind = layer_kind(layer.rpartition("layername=")[2], layers) if name in LINES else None
        if kind not in (None, name):
            job.warn(
                tr("The layer {} is given as {}, but its name says {}: check it.").format(
                    layer, LAYERS[name.upper()][0], LAYERS[kind.upper()][0]
                )
            )


def report(job: Job, study: Study) -> None:
    """What the steps have to say, and the assumptions of the rules that were used."""
    from ..core.intake.checks import CHECK

    # In the language of the outputs from here on, as the run log and the reports have them.
    study.messages = {step: [said(note) for note in notes] for step, notes in study.messages.items()}
    before = {said(note) for reading in job.readings.values() for note in reading.notes}
    for step, notes in study.messages.items():
        for note in notes:
            if note in before:
                continue
            (job.warn if note.startswith(said(CHECK)) else job.note)(f"[{_step(step)}] {note}")
    if study.reused:
        job.note(tr("Unchanged and used again: {}").format(listed(study.reused)))
    assumed = study.profile.assumptions()
    if assumed:
        job.note(
            tr("{} rules are assumptions, not verified figures; see the rule profile.").format(len(assumed))
        )


def _step(name: str) -> str:
    """A step as it stands before its notes: in English by its name, as in the run log."""
    from ..core.study.steps import STEPS

    return next((said(step.title) for step in STEPS if step.name == name), name) if is_translated() else name


def source_names(job: Job) -> dict[str, str]:
    """File and layer of each input, without folders, for the run log."""
    found = {}
    for name in LAYERS:
        if job.algorithm.parameterDefinition(name) is not None and job.has(name):
            found[name.lower()] = _name(job, name, job.context)
    return found


def _name(job: Job, name: str, context: QgsProcessingContext) -> str:
    given = job.parameters.get(name, "")
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.staticValue()
    # By its file, as a command names it: what the layer is called in a project must not change the result.
    known = QgsProcessingUtils.mapLayerFromString(str(given), context, False)
    layer = given if isinstance(given, QgsMapLayer) else known
    text = layer.source() if layer is not None and layer.providerType() == "ogr" else str(given)
    path, _, part = text.partition("|")
    if "." not in Path(path).name:
        return job.source(name).sourceName()
    return "|".join(filter(None, (Path(path).name, part)))


def by_source_row(study: Study, results):
    """Results of the parcels, indexed by the row of the source: rows that went to the rejects have none."""
    return results.set_axis(study["parcels"]["source_row"].to_numpy())
