"""Sections of the performance page about units: the district, the levels, the table of shades, each park."""

from __future__ import annotations

import pandas as pd

from ..pages.page_html import bullets, cells, inline_svg, paragraph, table, tag, text
from ..pages.page_texts import fill, known, number, share
from .performance_html import rank, shade, verdict
from .performance_texts import (
    DISTRICT,
    FAR,
    LEVEL,
    PARK,
    SIGNS,
    criterion_runs,
    direction,
    indicators,
    kinds_text,
    level_name,
    measure,
    missing_text,
    reference_text,
    with_unit,
)

_HEADS = ("indicator", "value", "coverage", "rank", "reference", "ratio", "verdict", "gap")


def profile_table(rows: list[dict], texts: dict, language: str, ranked: bool = True) -> str:
    """One row an indicator under its criterion: value, coverage, rank, reference, ratio, verdict, gap."""
    names = [name for name in _HEADS if ranked or name != "rank"]
    heads = [texts["page"]["heads"][name] for name in names]
    order = {name: place for place, name in enumerate(indicators(pd.DataFrame(rows))["indicator"])}
    html, last = [], None
    for row in sorted(rows, key=lambda row: order[row["indicator"]]):
        if row["criterion"] != last:
            group = tag("th", text(row["criterion_name"]), colspan=len(names), scope="rowgroup")
            html.append(tag("tr", group, cls="group"))
            last = row["criterion"]
        html.append(_indicator_row(row, texts, language, ranked))
    return table(heads, html, "profile")


def _indicator_row(row: dict, texts: dict, language: str, ranked: bool) -> str:
    notes = [] if row["rising"] else [direction(row, texts)]
    notes += [texts["not_scored"]] if row["marks"] == 0 else []
    notes += [row["reason"]] if known(row["value"]) and known(row["reason"]) else []
    note = tag("small", text(texts["semicolon"].join(map(str, notes)))) if notes else ""
    head = tag("th", f"{text(row['name'])} {note}".strip(), scope="row")
    if known(row["value"]):
        own = [tag("b", text(with_unit(row["value"], row["unit_of_measure"], texts)))]
        own += [text(share(row["coverage"], language)), *([text(rank(row, texts))] if ranked else [])]
        made = "".join(tag("td", html) for html in own)
    else:
        made = tag("td", text(missing_text(row, texts)), cls="unknown", colspan=3 if ranked else 2)
    rest = [text(reference_text(row, texts)), text(number(row["ratio"]))]
    rest += [verdict(row, texts), text(row["gap_text"])]
    return tag("tr", head + made + "".join(tag("td", html) for html in rest))


def levels_table(of_unit: dict[str, list[dict]], units: pd.DataFrame, texts: dict, language: str) -> str:
    """Indicators down, the district and its levels across, as shaded cells."""
    across = units[units["unit_kind"] != PARK]
    rows = {unit: {row["indicator"]: row for row in of_unit.get(unit, ())} for unit in across["unit_id"]}
    listed = indicators(pd.concat([pd.DataFrame(of_unit[unit]) for unit in rows if rows[unit]]))
    html = []
    for head in listed.to_dict("records"):
        name = f"{text(head['name'])} {tag('small', text(_measure(head, texts)))}"
        made = "".join(shade(rows[unit].get(head["indicator"]), texts, language) for unit in rows)
        html.append(tag("tr", tag("th", name, scope="row") + made))
    return table([texts["page"]["heads"]["indicator"], *across["unit"]], html, "heat levels")


def _measure(head: dict, texts: dict) -> str:
    parts = [measure(head["unit_of_measure"]), "" if head["rising"] else texts["less_is_better"]]
    return texts["semicolon"].join(part for part in parts if part)


def heat(values: pd.DataFrame, of_unit: dict, units: pd.DataFrame, texts: dict, language: str) -> str:
    """All units x indicators, criteria as groups of columns; the names of parks lead to their sections."""
    heads = indicators(values).to_dict("records")
    top = tag("td", "", rowspan=2) + "".join(
        tag("th", text(name), colspan=count, scope="colgroup")
        for name, count in criterion_runs([head["criterion_name"] for head in heads])
    )
    below = "".join(
        tag("th", f"{text(head['name'])}<br>{tag('small', text(_measure(head, texts)))}", scope="col")
        for head in heads
    )
    body = []
    for place, unit in enumerate(units.to_dict("records")):
        rows = {row["indicator"]: row for row in of_unit.get(unit["unit_id"], ())}
        park = unit["unit_kind"] == PARK
        name = tag("a", text(unit["unit"]), href=f"#unit-{place}") if park else text(unit["unit"])
        made = "".join(shade(rows.get(head["indicator"]), texts, language) for head in heads)
        body.append(tag("tr", tag("th", name, scope="row") + made, cls=None if park else "sum"))
    page = texts["page"]
    signs = {"far": number(FAR), "plus": SIGNS[2], "minus": SIGNS[-2], "equal": SIGNS[0]}
    html = f"<thead><tr>{top}</tr><tr>{below}</tr></thead><tbody>{chr(10).join(body)}</tbody>"
    return paragraph(fill(page["heat_note"], **signs), "note") + tag(
        "div", tag("table", html, cls="heat"), cls="wide"
    )


def priority_areas(units: pd.DataFrame, texts: dict) -> str:
    """The priority areas with their kinds and reasons; parks of which too little is known are named."""
    page, heads = texts["page"], texts["page"]["heads"]
    parks = units[units["unit_kind"] == PARK]
    flag = parks["priority"].astype("boolean")
    if flag.isna().all():
        return paragraph(page["priority_untested"])
    html = []
    for place, unit in parks[flag.fillna(False).to_numpy(bool)].to_dict("index").items():
        name = tag("a", text(unit["unit"]), href=f"#unit-{place}")
        level, kinds = level_name(unit["level"], texts), kinds_text(unit["priority_kinds"], texts)
        html.append(cells(name, text(level), tag("b", text(kinds)), text(unit["priority_reason"])))
    names = [heads[name] for name in ("park", "level", "kinds", "why")]
    made = table(names, html, "priority") if html else paragraph(page["priority_none"])
    unclear = parks.loc[flag.isna().to_numpy(bool), "unit"]
    if len(unclear):
        made += paragraph(fill(page["priority_unknown"], parks=texts["comma"].join(unclear)), "note")
    return made


def park_order(units: pd.DataFrame) -> pd.DataFrame:
    """Parks as the page shows them: priority areas first, else as in the table."""
    parks = units[units["unit_kind"] == PARK]
    first = parks["priority"].astype("boolean").fillna(False).to_numpy(bool)
    return pd.concat([parks[first], parks[~first]])


def park_section(
    place: int, unit: dict, rows: list[dict], svg: str, more: str, texts: dict, language: str
) -> str:
    """One park: facts, why it is a priority area, its profile, the table, and the score last."""
    page = texts["page"]
    facts = fill(
        page["facts"], level=level_name(unit["level"], texts), area=number(unit["industrial_m2"] / 1e4),
        parcels=number(unit["parcels"]), firms=number(unit["firms"]), known=number(unit["known_indicators"]),
        indicators=len(rows),
    )  # fmt: skip
    html = [tag("h3", text(unit["unit"]), id=f"unit-{place}"), paragraph(facts, "note")]
    if known(unit["priority"]) and unit["priority"]:
        why = (
            unit["priority_reason"]
            if known(unit["priority_reason"])
            else kinds_text(unit["priority_kinds"], texts)
        )
        html.append(tag("p", tag("b", text(page["priority_flag"])) + text(why), cls="flag"))
    html.append(tag("div", inline_svg(svg, f"u{place}", str(unit["unit"])), cls="picture") if svg else "")
    html += [profile_table(rows, texts, language) if rows else "", more]
    if known(unit["score"]):
        line = fill(page["score_line"], score=number(unit["score"]), rank=number(unit["score_rank"]),
                    share=share(unit["score_known_share"], language) or texts["unknown"])  # fmt: skip
        why = fill(page["obstacles"], text=unit["top_obstacles"]) if known(unit["top_obstacles"]) else ""
        weak = unit.get("hidden_weakness")
        weak = fill(page["hidden"], text=weak) if known(weak) else ""
        told = [part for part in (line, weak, why) if part]
        html.append(paragraph(texts["sentence"].join(told), "note"))
    return tag("section", "\n".join(part for part in html if part))


def district_section(units: pd.DataFrame, of_unit: dict, texts: dict, language: str) -> str:
    """The district's indicators against their references."""
    district = units.loc[units["unit_kind"] == DISTRICT, "unit_id"]
    rows = of_unit.get(district.iloc[0], []) if len(district) else []
    return profile_table(rows, texts, language, ranked=False) if rows else ""


def levels_section(units: pd.DataFrame, of_unit: dict, texts: dict, language: str) -> str:
    if not (units["unit_kind"] == LEVEL).any():
        return ""
    return paragraph(texts["page"]["levels_note"], "note") + levels_table(of_unit, units, texts, language)


def reading(texts: dict, cautions: tuple[str, ...]) -> str:
    return bullets([*texts["page"]["reading_notes"], *cautions])
