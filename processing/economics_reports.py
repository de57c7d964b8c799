"""Writers of the reports of the priced scenarios; each returns what the user has to be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .fields import in_words

if TYPE_CHECKING:
    import pandas as pd

    from ..core.study.study import Study

MORE = ("scenario_summary", "frontier", "conflicts")


@dataclass(frozen=True)
class Tables:
    """The tables of the priced scenarios by name, and what to say beside them."""

    tables: dict[str, pd.DataFrame]
    notes: list[str]
    sources: list[str]
    money: str | None = None
    town_names: dict[str, str] = field(default_factory=dict)


def tables_of(study: Study) -> Tables:
    """The tables of a study that has run the step of economics; those it has not made are left out."""
    from ..core.study.economics_step import TABLES

    made = {name for name in (*study.tables, *study.unchanged) if name in MORE}
    tables = {name: in_words(study[name]) for name in (*TABLES, *sorted(made))}
    cited = tables["economics_assumptions"]["source"].dropna().unique()
    notes = study.messages.get("economics", [])
    return Tables(
        tables, list(notes), ["Zhan, Dai, Ye (2025), 4.2", *cited], study.mapping.money, _towns(study)
    )


def _towns(study: Study) -> dict[str, str]:
    """Names of towns by code, where the table of towns has them."""
    if "towns" not in study.tables and "towns" not in study.unchanged:
        return {}
    towns = study["towns"]
    if towns is None or not {"town_code", "town"} <= set(towns):
        return {}
    named = towns[towns["town_code"].notna() & towns["town"].notna()]
    return dict(zip(named["town_code"], named["town"]))


def write_page(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """The HTML page with its pictures."""
    from ..core.economics.economics_page import economics_page
    from . import charts, economics_charts
    from .reports import save_page

    warnings = [charts.missing(language)] if charts.missing(language) else []
    drawn = {}
    for name, draw in ({} if warnings else economics_charts.drawable(tables.tables)).items():
        picture = draw(tables.tables, language=language, money=tables.money, formats=(charts.SVG,))
        drawn[name] = picture.svg
        warnings += picture.warnings
    html = economics_page(
        tables.tables, language=language, money=tables.money, pictures=drawn, town_names=tables.town_names,
        notes=tables.notes, sources=tables.sources,
    )  # fmt: skip
    save_page(path, html)
    return list(dict.fromkeys(warnings))


def write_excel(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """The workbook, a sheet a table."""
    from .economics_workbook import write_workbook

    _, told = write_workbook(path, tables.tables, tables.notes, language, tables.money)
    return [told] if told else []


def write_csv(tables: Tables, path: Path, language: str, profiles: int, progress) -> list[str]:
    """The comparison of scenarios as a text table."""
    from . import workbook

    workbook.write_csv(path, tables.tables["scenario_comparison"], language)
    return []


def write_pictures(tables: Tables, folder: Path, language: str, profiles: int, progress) -> list[str]:
    """Every picture the tables give, as PNG and SVG."""
    from . import charts, economics_charts

    missing = charts.missing(language)
    if missing:
        return [missing]
    folder.mkdir(parents=True, exist_ok=True)
    warnings: list[str] = []
    makers = economics_charts.drawable(tables.tables)
    for number, (name, draw) in enumerate(makers.items()):
        progress(number / len(makers))
        picture = draw(tables.tables, language=language, money=tables.money)
        charts.save(picture, folder, name.replace("_", " "))
        warnings.extend(picture.warnings)
    return list(dict.fromkeys(warnings))
