"""The priced scenarios as a page of its own: one HTML file without scripts or links to elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ..pages.page_html import assemble, bullets, cells, inline_svg, paragraph, table, tag, text
from ..pages.page_texts import fill, known
from .economics_sections import (
    assumptions,
    breaks,
    cash_flow,
    conflicts,
    doing_nothing,
    frontier,
    not_priced,
    party_money,
    random_draws,
    towns,
)
from .economics_texts import Scale, Words, has, rests, scale_of, scenarios_of, words

HEADLINES = (
    *("cost_government", "npv_fiscal", "npv_economic", "peak_funding", "jobs_at_risk"),
    *("share_in_main_clusters", "quota_freed_m2"),
)
# What a metric is about, by the start of its name; the rest is told under "other".
_ABOUT = {
    "money": ("npv_fiscal", "bcr_fiscal", "irr_fiscal", "payback_year_fiscal", "peak_funding",
              "cost_government", "tax_per_year"),
    "economy": ("npv_economic", "bcr_economic", "irr_economic", "payback_year_economic", "cost_enterprise",
                "cost_real", "value_added_per_year"),
    "land": ("output_", "tax_per_km2", "tax_to_target", "share_in_", "quota_"),
    "people": ("jobs_",),
    "risk": ("positive_share", "first_"),
}  # fmt: skip
_MISSING = {
    "payback": "payback", "irr": "irr", "bcr": "bcr", "output_to_target": "target", "tax_to_target": "target",
    "peak_funding_share": "share", "first_change": "first_change",
}  # fmt: skip
_SIGNS = {"best": "▲", "worst": "▼"}
_CHECKS = ("principle_volume", "principle_clustering", "principle_quality")
_STYLE = """.num td { text-align: right; white-space: nowrap; } .num thead th + th { text-align: right; }
.num td.left, .num thead th.left { text-align: left; white-space: normal; }
.num td.best, .num td.worst { font-weight: 600; } .num td.na { color: #888; }
.num tbody th small { display: block; } .short { width: auto; min-width: 50%; }
.lead { font-size: 1.05em; border-left: 4px solid #1f3f66; padding-left: .8em; }
.rests { color: #555; font-size: .85em; } .rests a { color: inherit; } .figures td { font-size: 1.15em; }
.flows { font-size: .78em; } .flows tr.sum th, .flows tr.sum td { border-top: 1px solid #999; }
.costs td:last-child { white-space: nowrap; } td .sign { margin-right: .35em; }"""


def economics_page(
    tables: Mapping[str, pd.DataFrame],
    *,
    language: str = "en",
    money: str | None = None,
    pictures: Mapping[str, str] | None = None,
    town_names: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
    sources: Sequence[str] = (),
    district: str = "",
) -> str:
    """The comparison of priced scenarios as HTML text in ``en`` or ``zh``.

    ``tables``: the tables of `core.study.economics_step.TABLES` by name, in the page's language;
    ``scenario_summary``, ``frontier`` and ``conflicts`` are told where they are there and hold rows.
    ``money``: label of the amounts such as "10k USD" (None: 10k CNY). ``pictures``: SVG text by name as of
    `processing.economics_charts`; texts are escaped, pictures are put in as they are, so only those of our
    own making belong here.
    ``town_names``: names of towns by code. Under every figure of money stands on how many unit costs it rests
    and how many of these are verified. What is not known is told with its reason, never shown as 0.
    """
    told = words(language, money)
    page, drawn = told["page"], pictures or {}
    if not scenarios_of(tables, changing=True):
        lead = paragraph(page["no_results"])
        return assemble(page["title"], lead, {"notes": bullets(notes)}, page, told["lang"], _STYLE)
    note = _rests(tables, told)
    parts = {
        "figures": _figures(tables, told) + note,
        "comparison": _comparison(tables, told) + note,
        "judgement": _judgement(tables, told),
        "principles": _checks(tables, told) + _picture(drawn, "principles", told),
        "payers": party_money(tables, told) + note + _picture(drawn, "payers", told),
        "cashflow": _picture(drawn, "cashflow", told) + cash_flow(tables, told) + note,
        "doing_nothing": doing_nothing(tables, told),
        "towns": towns(tables, told, town_names or {}),
        "conflicts": conflicts(tables, told),
        "sensitivity": _sensitivity(tables, told, drawn, note),
        "frontier": _picture(drawn, "frontier", told) + frontier(tables, told),
        "assumptions": assumptions(tables, told),
        "coverage": not_priced(tables, told),
        "notes": bullets(notes),
        "sources": bullets(sources),
    }
    title = fill(page["title_of"], district=district) if district else page["title"]
    return assemble(title, _lead(tables, told), parts, page, told["lang"], _STYLE)


def _rests(tables, told: Words) -> str:
    said = rests(tables, told)
    return tag("p", tag("a", text(said), href="#assumptions"), cls="rests") if said else ""


def _picture(drawn: Mapping[str, str], name: str, told: Words) -> str:
    svg = drawn.get(name)
    return tag("div", inline_svg(svg, name, told["charts"][name]), cls="picture") if svg else ""


def _lead(tables, told: Words) -> str:
    years = tables["economics_cashflow"]["year"]
    count = len(scenarios_of(tables, changing=True))
    said = fill(told["page"]["lead"], count=count, first=int(years.min()), last=int(years.max()))
    said_of = tables["recommendation"]
    trade = said_of.loc[said_of["kind"] == "tradeoff", "text"]
    return paragraph(said) + "".join(paragraph(line, "lead") for line in trade)


def _figures(tables, told: Words) -> str:
    """A few figures of each scenario, large."""
    compared = tables["scenario_comparison"]
    names = scenarios_of(tables)
    chosen = [metric for metric in HEADLINES if (compared["metric"] == metric).any()]
    rows, heads = {name: [] for name in names}, []
    for metric in chosen:
        own = compared[compared["metric"] == metric]
        scale = scale_of(own["unit_of_measure"].iloc[0], own["value"], told)
        heads.append(_with_unit(own["name"].iloc[0], scale))
        of = {row["scenario"]: row for row in own.to_dict("records")}
        for name in names:
            rows[name].append(_value(of.get(name), scale, told))
    html = [_row(text(told.scenario(name)), *made) for name, made in rows.items()]
    figures = table([told["page"]["heads"]["scenario"], *heads], html, "num figures")
    return figures + paragraph(told["page"]["figures_note"], "note")


def _with_unit(name: str, scale: Scale) -> str:
    return f"{name} ({scale.unit})" if scale.unit else name


def _row(head: str, *made: str) -> str:
    """A row of cells that are elements already."""
    return tag("tr", tag("th", head, scope="row") + "".join(made))


def _value(row: dict | None, scale: Scale, told: Words) -> str:
    """A figure with the sign of the best or worst; a missing one says why when pointed at."""
    if row is None or not known(row["value"]):
        why = why_missing(row["metric"] if row else "", told)
        return tag("td", text(told["dash"]), cls="na", title=why, aria_label=why)
    mark = row["mark"] if known(row["mark"]) else None
    if mark not in _SIGNS:
        return tag("td", text(scale.text(row["value"])))
    sign = tag("span", _SIGNS[mark], cls="sign")
    return tag("td", sign + text(scale.text(row["value"])), cls=mark, title=told["marks"][mark])


def why_missing(metric: str, told: Words) -> str:
    """The reason for a value of a metric that is not there."""
    missing = told["page"]["missing"]
    return next(
        (missing[why] for start, why in _MISSING.items() if metric.startswith(start)), missing["other"]
    )


def _comparison(tables, told: Words) -> str:
    """One row a metric, one column a scenario; best and worst are marked in the good direction."""
    compared, names = tables["scenario_comparison"], scenarios_of(tables)
    html, groups = [], {}
    for metric, own in compared.groupby("metric", sort=False):
        groups.setdefault(about_of(str(metric)), []).append(_metric_row(own, names, told))
    for about in [*_ABOUT, "other"]:
        if about in groups:
            head = tag("th", text(told["page"]["about"][about]), colspan=len(names) + 1, scope="rowgroup")
            html += [tag("tr", head, cls="group"), *groups[about]]
    heads = [told["page"]["heads"]["metric"], *map(told.scenario, names)]
    said = tables["recommendation"]
    profiles = bullets(said.loc[said["kind"] == "profile", "text"])
    return paragraph(told["page"]["comparison_note"], "note") + table(heads, html, "num") + profiles


def about_of(metric: str) -> str:
    """What a metric is about; ``told["page"]["about"]`` names it.

    >>> about_of("npv_economic"), about_of("quota_freed_m2"), about_of("something")
    ('economy', 'land', 'other')
    """
    return next((about for about, starts in _ABOUT.items() if metric.startswith(starts)), "other")


def _metric_row(own: pd.DataFrame, names: list[str], told: Words) -> str:
    first = own.iloc[0]
    scale = scale_of(first["unit_of_measure"], own["value"], told)
    way = told["more_is_better" if first["rising"] else "less_is_better"]
    if own["value"].isna().all():
        way = why_missing(str(first["metric"]), told)
    head = text(_with_unit(first["name"], scale)) + tag("small", text(way))
    of = {row["scenario"]: row for row in own.to_dict("records")}
    return _row(head, *(_value(of.get(name), scale, told) for name in names))


def _judgement(tables, told: Words) -> str:
    said = tables["recommendation"]
    lines = said.loc[said["kind"] == "recommendation", "text"].tolist()
    if not lines:
        return ""
    return paragraph(told["page"]["judgement_note"], "note") + bullets(lines)


def _checks(tables, told: Words) -> str:
    """The principles as they were checked, with the figures in words."""
    if not has(tables, "scenario_summary"):
        return ""
    summary, page = tables["scenario_summary"], told["page"]
    html = []
    for row in summary.to_dict("records"):
        for check in _CHECKS:
            if check in summary and row["scenario"] in scenarios_of(tables, changing=True):
                kept = told["kept"][bool(row[check])] if known(row[check]) else told["kept"]["unknown"]
                why = row.get(f"{check}_text")
                html.append(
                    cells(
                        text(told.scenario(row["scenario"])),
                        text(page["checks"][check]),
                        text(kept),
                        text(why),
                    )
                )
    heads = [page["heads"][name] for name in ("scenario", "principle", "kept", "why")]
    return table(heads, html) if html else ""


def _sensitivity(tables, told: Words, drawn: Mapping[str, str], note: str) -> str:
    page = told["page"]
    pictures = [
        _picture(drawn, name, told) for name in ("risk", "tornado_fiscal", "tornado_economic", "grid")
    ]
    draws, turns = random_draws(tables, told), breaks(tables, told)
    html = pictures[0]
    html += tag("h3", text(page["risk_table"])) + draws + note if draws else ""
    html += "".join(pictures[1:])
    html += tag("h3", text(page["breaks"])) + turns + note if turns else ""
    return html
