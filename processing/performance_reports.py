"""Writers of the reports of a performance evaluation; each returns what the user has to be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .fields import in_words

if TYPE_CHECKING:
    import pandas as pd

    from ..core.study.study import Study


@dataclass(frozen=True)
class Tables:
    """The tables of an evaluation, and what to say beside them."""

    units: pd.DataFrame
    values: pd.DataFrame
    benchmarks: pd.DataFrame
    ranks: pd.DataFrame
    acceptability: pd.DataFrame
    weights: pd.DataFrame
    notes: list[str]
    sources: list[str]


def tables_of(study: Study) -> Tables:
    """The tables of a study that has run the step of performance."""
    names = ("values", "benchmarks", "ranks", "acceptability", "weights")
    tables = {name: in_words(study[f"performance_{name}"]) for name in names}
    cited = tables["benchmarks"]["source"].dropna().unique()
    sources = ["Zhan, Dai, Ye (2025), 3.2, 3.4", *cited, "Saaty (1980)", "Clark, Evans (1954)"]
    return Tables(study["performance"], **tables, notes=study.messages["performance"], sources=sources)


def write_page(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """The HTML page, with the profiles of the first parks drawn."""
    from ..core.performance.performance_page import performance_page
    from ..core.performance.performance_units import park_order
    from . import charts
    from .reports import save_page

    warnings = [charts.missing(language)] if charts.missing(language) else []
    pictures = {}
    for unit_id in [] if warnings else park_order(tables.units)["unit_id"][:profiles]:
        picture = charts.strip_profile(tables.values, unit_id, language, (charts.SVG,))
        pictures[unit_id] = picture.svg
        warnings += picture.warnings
    html = performance_page(
        tables.values, tables.units, language=language, ranks=tables.ranks,
         acceptability=tables.acceptability,
        weights=tables.weights, benchmarks=tables.benchmarks, pictures=pictures, most_pictures=profiles,
        notes=tables.notes, sources=tables.sources,
    )  # fmt: skip
    save_page(path, html)
    return list(dict.fromkeys(warnings))


def write_excel(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """The workbook, one sheet a level of evaluation."""
    from .workbook import write_workbook

    _, told = write_workbook(
        path,
        tables.values,
        tables.units,
        tables.benchmarks,
        tables.ranks,
        tables.weights,
        tables.notes,
        language,
    )
    return [told] if told else []


def write_csv(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """All values as a text table."""
    from . import workbook

    workbook.write_csv(path, tables.values, language)
    return []


def write_pictures(tables: Tables, folder: Path, language: str, profiles: int, progress) -> list[str]:
    """Heat table, ranked bars of every indicator with a value, and the profiles of the first parks."""
    from ..core.performance.performance_units import park_order
    from . import charts

    missing = charts.missing(language)
    if missing:
        return [missing]
    folder.mkdir(parents=True, exist_ok=True)
    warnings: list[str] = []

    def keep(pictures, name: str) -> None:
        for number, picture in enumerate(pictures, 1):
            charts.save(picture, folder, name if len(pictures) == 1 else f"{name} {number}")
            warnings.extend(picture.warnings)

    parks = tables.values[tables.values["unit_kind"] == "park"]
    if parks.empty:
        return []
    keep(charts.heat_table(tables.values, language), "heat table")
    drawn = parks[parks["value"].notna()].drop_duplicates("indicator")
    for number, (indicator, name) in enumerate(zip(drawn["indicator"], drawn["name"])):
        progress(number / len(drawn), name)
        keep(charts.ranked_bars(tables.values, indicator, language), f"ranking {indicator}")
    for unit_id in park_order(tables.units)["unit_id"][:profiles]:
        keep([charts.strip_profile(tables.values, unit_id, language)], f"profile {unit_id.partition(':')[2]}")
    return list(dict.fromkeys(warnings))
