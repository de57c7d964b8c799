"""The six steps of the workbench, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ..core.common.columns import CUSTOM, SCENARIOS
from ..processing.translation import tr
from . import figures

if TYPE_CHECKING:
    from .session import Session

_LAND = ("PARCELS", "PARKS", "REDLINE", "FARMLAND", "BOUNDARY", "PLAN")
_FIRMS = ("ENTERPRISES", "OCCUPANCY")
_READING = ("parcels", "parks", "towns", "plan", "pois", "roads", "enterprises")
_SETTINGS = ("MAPPING", "RULES", "LANGUAGE")


class Step(NamedTuple):
    """One step. ``inputs``: parameters of the study that are asked for here. ``depends``: those that its
    results rest on; None: on all. ``tables``: what it writes, and so what shows that it has run.
    ``shown``: layers to look at, (table, scenario, style; "" = none). ``algorithms`` explain it, and so does
    the chapter of docs/method.md with ``anchor`` in its heading. ``log``: the parts of the study whose notes
    belong to it.
    """

    name: str
    title: str
    sentence: str
    inputs: tuple[str, ...]
    depends: tuple[str, ...] | None
    tables: tuple[str, ...]
    shown: tuple[tuple[str, str, str], ...]
    algorithms: tuple[str, ...]
    anchor: str
    figures: Callable[[Session], list[figures.Figure]]
    log: tuple[str, ...] = ()


def steps() -> tuple[Step, ...]:
    """The steps in their order."""
    return (_data(), _levels(), _performance(), _deficiency(), _scenarios(), _outputs())


def _data() -> Step:
    return Step(
        "data",
        tr("Data"),
        tr("Reads parcels and enterprises, matches them, and says what the data are enough for."),
        ("PARCELS", "ENTERPRISES", "OCCUPANCY", "TOWNS", "MAPPING"),
        None,
        ("parcels", "readiness", "rejects"),
        _plain("enterprises", "unmatched", "readiness", "rejects"),
        ("standardiseparcels", "standardiseenterprises", "matchenterprises"),
        "Enterprises on parcels",
        figures.data,
        (*_READING, "lines", "checks", "matching", "readiness"),
    )


def _levels() -> Step:
    return Step(
        "levels",
        tr("Levels"),
        tr("Tells bases, communities and blocks apart, and measures what lies under the control lines."),
        ("PARKS", "REDLINE", "FARMLAND", "BOUNDARY", "PLAN"),
        (*_LAND, *_SETTINGS),
        ("parcels",),
        (("parcels", "", "levels"), ("parks", "", "")),
        ("classifylevels", "controllines"),
        "Levels",
        figures.levels,
        ("control", "levels"),
    )


def _performance() -> Step:
    return Step(
        "performance",
        tr("Performance"),
        tr("Compares how well parks use their land, and names the priority areas for renewal."),
        ("POIS", "ROADS", "BENCHMARKS"),
        (*_LAND, *_FIRMS, "POIS", "ROADS", "BENCHMARKS", *_SETTINGS),
        ("performance", "performance_values"),
        _plain("performance", "performance_values", "performance_benchmarks"),
        ("evaluateperformance",),
        "Performance",
        figures.performance,
        ("performance",),
    )


def _deficiency() -> Step:
    return Step(
        "deficiency",
        tr("Deficiency, guidance"),
        tr("Puts enterprises and their land to five tests, and says what to do with each parcel."),
        ("RULES",),
        (*_LAND, *_FIRMS, *_SETTINGS),
        ("parcels",),
        (("parcels", "", "parcels"), ("parcels", "", "guidance"), ("enterprises", "", "")),
        ("identifydeficiency", "assignguidance"),
        "Deficiency",
        figures.deficiency,
        ("deficiency", "guidance"),
    )


def _scenarios() -> Step:
    return Step(
        "scenarios",
        tr("Scenarios and money"),
        tr("Draws the relocation scenarios, prices them by payer and year, and compares them."),
        ("LOCKS",),
        None,
        ("scenario_summary",),
        (
            *((f"scenario_{name}", name, "") for name in (*SCENARIOS[1:], CUSTOM)),
            *_plain("scenario_summary", "scenario_comparison", "recommendation"),
        ),
        ("buildscenarios", "evaluateeconomics"),
        "Scenarios",
        figures.scenarios,
        ("scenarios", "economics"),
    )


def _outputs() -> Step:
    return Step(
        "outputs",
        tr("Outputs"),
        tr("Saves the project, and writes reports, workbooks and pictures to pass on."),
        ("LANGUAGE",),
        None,
        ("run_log", "rules"),
        _plain("rules", "run_log"),
        ("study",),
        "Running again",
        figures.outputs,
    )


def _plain(*tables: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((table, "", "") for table in tables)


class Report(NamedTuple):
    """Something to write besides the result: an output of an algorithm, to a file named after the result."""

    subject: str
    title: str
    algorithm: str
    parameter: str
    suffix: str


def reports() -> tuple[Report, ...]:
    """What the last step offers, as far as the algorithms are there and have the output."""
    forms = (
        (tr("Report (HTML)"), "PAGE", ".html"),
        (tr("Workbook"), "EXCEL", ".xlsx"),
        (tr("Pictures"), "PICTURES", "_pictures"),
    )
    subjects = (
        (tr("Performance of parks"), "evaluateperformance", "_performance"),
        (tr("Money of the scenarios"), "evaluateeconomics", "_money"),
    )
    return tuple(
        Report(subject, title, algorithm, parameter, stem + suffix)
        for subject, algorithm, stem in subjects
        for title, parameter, suffix in forms
    )


READINESS = ("study", "REPORT", "_readiness.html")
