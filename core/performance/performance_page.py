"""The performance evaluation as a page of its own: one HTML file without scripts or links to elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ..pages.page_html import assemble, bullets, cells, paragraph, table, tag, text
from ..pages.page_texts import fill, known, listed, number, share
from .performance_html import by_unit
from .performance_texts import DISTRICT, PARK, load_texts, standing, with_unit
from .performance_units import (
    district_section,
    heat,
    levels_section,
    park_order,
    park_section,
    priority_areas,
    reading,
)

_STYLE = """.flag { border-left: 4px solid #9c4423; padding-left: .6em; }
.profile th small { display: block; } .profile th:first-child { width: 24%; }
.profile thead th { white-space: nowrap; } .benchmarks { margin-top: .8em; }
.priority tbody th { min-width: 10em; } .priority td:nth-child(2) { white-space: nowrap; }
.priority td:nth-child(3) { min-width: 7em; }
.heat td, .heat th { padding: .25em .25em; border: 1px solid #fff; line-height: 1.25; }
.heat { font-size: .64em; } .levels { font-size: .86em; width: auto; min-width: 60%; }
.heat thead th { color: #222; font-weight: normal; vertical-align: bottom; text-align: center; }
.heat thead tr:first-child th { font-weight: 600; text-align: left; border-bottom: 1px solid #222; }
.heat tbody th { border-bottom: 1px solid #e4e4e4; min-width: 11em; } .heat .sum th { font-weight: 600; }
.heat tbody td { text-align: right; white-space: nowrap; }
.heat td i { display: block; border-top: 1px solid; height: 0; margin-top: .1em; }
.heat .s2 { background: #eaf6ff; } .heat .s1 { background: #d5e7f3; } .heat .s0 { background: #e9d3a4; }
.heat .m1 { background: #d99a63; } .heat .m2 { background: #9c4423; color: #fff; }
.heat td.na { text-align: center; color: #888; border-bottom: 1px solid #e4e4e4; }
@media print { .heat { font-size: 6pt; } .levels { font-size: 8pt; }
  .heat td { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }"""


def performance_page(
    values: pd.DataFrame,
    units: pd.DataFrame,
    *,
    language: str = "en",
    ranks: pd.DataFrame | None = None,
    acceptability: pd.DataFrame | None = None,
    weights: pd.DataFrame | None = None,
    benchmarks: pd.DataFrame | None = None,
    pictures: Mapping[str, str] | None = None,
    most_pictures: int = 20,
    cautions: Sequence[str] = (),
    notes: Sequence[str] = (),
    sources: Sequence[str] = (),
    district: str = "",
) -> str:
    """The evaluation as HTML text in ``en`` or ``zh``: profile first, benchmark second, score last.

    ``values``: one row a unit x indicator, in order; ``units``: one row a unit; the other tables may be None
    or empty, and their sections are then left out. All in the page's language. ``pictures``: SVG text of the
    profile of parks by unit_id, drawn for the first ``most_pictures`` parks of the page (priority areas come
    first); every park has its table. ``cautions`` stand under "how to read", ``notes`` and ``sources`` at the
    end, ``district`` is its name for the title. Texts are escaped; pictures are put in as they are, so only
    those of our own making belong here. Missing values are told with their reason, never shown as 0.
    Source: the order of reading P 3.2.
    """
    texts = load_texts(language)
    values = values.reset_index(drop=True).assign(step=lambda table: standing(table))
    units = units.reset_index(drop=True)
    of_unit = by_unit(values)
    page = texts["page"]
    parts = {
        "reading": reading(texts, tuple(cautions)),
        "district": district_section(units, of_unit, texts, language),
        "levels": levels_section(units, of_unit, texts, language),
        "heat": heat(values, of_unit, units, texts, language),
        "priority": priority_areas(units, texts),
        "parks": _parks(units, of_unit, benchmarks, pictures or {}, most_pictures, texts, language),
        "scores": _scores(ranks, acceptability, weights, texts, language),
        "benchmarks": _benchmarks(benchmarks, units, texts),
        "not_known": _not_known(values, texts),
        "notes": bullets(notes),
        "sources": bullets(sources),
    }
    title = fill(page["title_of"], district=district) if district else page["title"]
    return assemble(title, _lead(values, units, texts), parts, page, texts["lang"], _STYLE)


def _lead(values: pd.DataFrame, units: pd.DataFrame, texts: dict) -> str:
    parks = units[units["unit_kind"] == PARK]
    flag = parks["priority"].astype("boolean")
    tested = bool(flag.notna().any())
    counts = {"parks": len(parks), "indicators": values["indicator"].nunique()}
    lead = fill(texts["page"]["lead" if tested else "lead_no_priority"], **counts, priority=int(flag.sum()))
    cells_of_parks = values[values["unit_kind"] == PARK]
    have = int(cells_of_parks["value"].notna().sum())
    total = len(cells_of_parks)
    told = fill(
        texts["page"]["coverage" if have < total else "coverage_all"],
        known=f"{have:,}", cells=f"{total:,}", missing=f"{total - have:,}",
    )  # fmt: skip
    return paragraph(lead) + paragraph(told)


def _parks(units, of_unit, benchmarks, pictures, most_pictures: int, texts: dict, language: str) -> str:
    order = park_order(units)
    drawn = [unit for unit in order["unit_id"].head(max(most_pictures, 0)) if pictures.get(unit)]
    targets = by_unit(benchmarks) if _has(benchmarks) else {}
    html = []
    if drawn and len(drawn) < len(order):
        html.append(
            paragraph(fill(texts["page"]["more_pictures"], drawn=len(drawn), parks=len(order)), "note")
        )
    for place, unit in order.to_dict("index").items():
        name = unit["unit_id"]
        svg = pictures[name] if name in drawn else ""
        more = _benchmark_table(targets.get(name, []), texts, dated=False)
        html.append(park_section(place, unit, of_unit.get(name, []), svg, more, texts, language))
    return "\n".join(html)


def _has(table_: pd.DataFrame | None) -> bool:
    return table_ is not None and len(table_) > 0


def _scores(ranks, acceptability, weights, texts: dict, language: str) -> str:
    html = [
        _ranks_table(ranks, texts) if _has(ranks) else "",
        _stability(acceptability, texts, language) if _has(acceptability) else "",
        _weights_table(weights, texts, language) if _has(weights) else "",
    ]
    return paragraph(texts["page"]["scores_note"], "note") + "\n".join(html) if any(html) else ""


def _ranks_table(ranks: pd.DataFrame, texts: dict) -> str:
    page, names = texts["page"], ranks.drop_duplicates("weighting")
    of = {(row["unit_id"], row["weighting"]): row for row in ranks.to_dict("records")}
    first = ranks[ranks["weighting"] == names["weighting"].iloc[0]].sort_values(
        ["rank", "unit_id"], na_position="last", kind="stable"
    )
    html = []
    for unit_id, unit in zip(first["unit_id"], first["unit"]):
        made = [_rank_cell(of.get((unit_id, weighting)), texts) for weighting in names["weighting"]]
        html.append(cells(text(unit), *made))
    note = paragraph(page["rank_note"], "note")
    return (
        tag("h3", text(page["ranks"])) + note + table([page["heads"]["park"], *names["weighting_name"]], html)
    )


def _rank_cell(row: dict | None, texts: dict) -> str:
    if row is None or not known(row["rank"]):
        return text(texts["unknown"])
    return f"{number(row['rank'])} ({number(row['score'])})"


def _stability(acceptability: pd.DataFrame, texts: dict, language: str) -> str:
    page = texts["page"]
    taken = acceptability[acceptability["share"] > 0]
    html = []
    for _unit, rows in taken.groupby("unit_id", sort=False):
        likely = rows.sort_values(["share", "rank"], ascending=[False, True], kind="stable").iloc[0]
        html.append(
            cells(text(rows["unit"].iloc[0]), number(likely["rank"]), share(likely["share"], language),
                  number(rows["rank"].min()), number(rows["rank"].max()))
        )  # fmt: skip
    heads = [page["heads"]["park"], *(page[name] for name in ("likely", "likely_share", "best", "worst"))]
    return tag("h3", text(page["stability"])) + paragraph(page["stability_note"], "note") + table(heads, html)


def _weights_table(weights: pd.DataFrame, texts: dict, language: str) -> str:
    page, names = texts["page"], weights.drop_duplicates("weighting")
    of = {(row["indicator"], row["weighting"]): row["weight"] for row in weights.to_dict("records")}
    html = []
    for row in weights.drop_duplicates("indicator").to_dict("records"):
        given = [of.get((row["indicator"], weighting)) for weighting in names["weighting"]]
        html.append(cells(text(row["name"]), *(_percent(weight) for weight in given)))
    heads = [page["heads"]["indicator"], *names["weighting_name"]]
    return tag("h3", text(page["weights"])) + table(heads, html)


def _percent(weight) -> str:
    return f"{100 * weight:.1f}%" if known(weight) else ""


def _benchmarks(benchmarks: pd.DataFrame | None, units: pd.DataFrame, texts: dict) -> str:
    """Each benchmark once, with the district's ratio and gap where there is one for the district."""
    if not _has(benchmarks):
        return ""
    district = units.loc[units["unit_kind"] == DISTRICT, "unit_id"]
    first = benchmarks.assign(_park=~benchmarks["unit_id"].isin(district)).sort_values("_park", kind="stable")
    once = first.drop_duplicates(["indicator", "scope", "benchmark", "year", "source"]).copy()
    for name in ("ratio", "gap_text"):
        once[name] = once[name].astype(object).where(~once["_park"], None)
    return _benchmark_table(once.drop(columns="_park").to_dict("records"), texts)


def _benchmark_table(rows: list[dict], texts: dict, dated: bool = True) -> str:
    if not rows:
        return ""
    page, heads = texts["page"], texts["page"]["heads"]
    names = ["benchmark", "indicator", "scope", *(["year", "source"] if dated else []), "ratio", "gap"]
    html = []
    for row in rows:
        scope = text(page["scopes"].get(row["scope"], row["scope"]))
        when = [text(_year(row["year"])), text(row["source"])] if dated else []
        figure = text(with_unit(row["benchmark"], row["unit_of_measure"], texts))
        rest = [text(number(row["ratio"])), text(row["gap_text"])]
        html.append(cells(figure, text(row["name"]), scope, *when, *rest))
    return table([heads[name] for name in names], html, "benchmarks")


def _year(year: object) -> str:
    if not known(year):
        return ""
    return str(int(year)) if isinstance(year, (int, float)) else str(year)


def _not_known(values: pd.DataFrame, texts: dict) -> str:
    """Every reason with the units it holds for: first for missing values, then for values to mind."""
    page = texts["page"]
    gone = values["value"].isna()
    html = _reasons(values[gone], texts) if gone.any() else paragraph(page["not_known_none"])
    minded = values[~gone & values["reason"].map(known)]
    if len(minded):
        html += tag("h3", text(page["minded"])) + _reasons(minded, texts)
    return html


def _reasons(rows: pd.DataFrame, texts: dict) -> str:
    heads = texts["page"]["heads"]
    rows = rows.assign(reason=rows["reason"].where(rows["reason"].map(known), texts["unknown"]))
    html = [
        cells(text(part["name"].iloc[0]), text(reason), number(len(part)), text(listed(part["unit"], texts)))
        for (_indicator, reason), part in rows.groupby(["indicator", "reason"], sort=False)
    ]
    return table([heads[name] for name in ("indicator", "reason", "count", "units")], html)
