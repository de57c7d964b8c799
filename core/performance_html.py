"""Small pieces of HTML for the page of the performance evaluation. What comes in as text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd

from .performance_texts import (
    SIGNS,
    direction,
    fill,
    known,
    missing_text,
    number,
    reference_text,
    share,
    with_unit,
)

CLASSES = {2: "s2", 1: "s1", 0: "s0", -1: "m1", -2: "m2"}
_IDS = re.compile(r'(\bid="|href="#|url\(#)')
_SVG_HEAD = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_SVG_DATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
_SVG_SIZE = re.compile(r'\s(?:width|height)="[^"]*"')
_SVG_TAG = re.compile(r"<svg\b[^>]*>")


def tag(name: str, html: str, **attributes: object) -> str:
    """An element around HTML; attributes are escaped, ``cls`` is the class, None is left out.

    >>> tag("td", "1 &lt; 2", cls="n", colspan=2)
    '<td class="n" colspan="2">1 &lt; 2</td>'
    """
    written = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{html}</{name}>"


def text(value: object) -> str:
    """A value as escaped text; nothing when it is missing."""
    return escape(str(value)) if known(value) else ""


def paragraph(value: str, cls: str | None = None) -> str:
    return tag("p", text(value), cls=cls) if value else ""


def bullets(values: Iterable[object], cls: str | None = None) -> str:
    inside = "".join(tag("li", text(value)) for value in values if known(value))
    return tag("ul", inside, cls=cls) if inside else ""


def table(heads: Sequence[str], rows: Iterable[str], cls: str | None = None) -> str:
    """A table; ``heads`` are texts, ``rows`` are HTML rows."""
    head = tag("tr", "".join(tag("th", text(name), scope="col") for name in heads))
    return f"{tag('table', f'<thead>{head}</thead><tbody>{chr(10).join(rows)}</tbody>', cls=cls)}"


def cells(*htmls: str, first: bool = True) -> str:
    """One row of HTML cells; the first is the row's heading."""
    made = [
        tag("th", html, scope="row") if first and not column else tag("td", html)
        for column, html in enumerate(htmls)
    ]
    return tag("tr", "".join(made))


def told(row: dict, texts: dict, language: str) -> str:
    """Everything about one cell in a sentence: for pointing at it and for reading aloud."""
    parts = [f"{row['unit']}{texts['comma']}{row['name']}"]
    if not known(row["value"]):
        return texts["colon"].join([parts[0], missing_text(row, texts)])
    heads = texts["page"]["heads"]
    value = with_unit(row["value"], row["unit_of_measure"], texts)
    parts = [f"{parts[0]}{texts['colon']}{value} ({direction(row, texts)})"]
    if known(row["coverage"]):
        parts.append(f"{heads['coverage']}{texts['colon']}{share(row['coverage'], language)}")
    if known(row["rank"]):
        parts.append(f"{heads['rank']}{texts['colon']}{rank(row, texts)}")
    if known(row["reference"]):
        parts.append(f"{heads['reference']}{texts['colon']}{reference_text(row, texts)}")
    parts += [str(row[name]) for name in ("gap_text", "reason") if known(row[name])]
    return texts["semicolon"].join(parts)


def rank(row: dict, texts: dict) -> str:
    if not known(row["rank"]):
        return ""
    return fill(texts["rank_of"], rank=number(row["rank"]), ranked=number(row["ranked"]))


def shade(row: dict | None, texts: dict, language: str) -> str:
    """A cell of shades: value and sign, coverage as a line under them; a stroke when nothing is known."""
    if row is None:
        return tag("td", "", cls="na")
    title = told(row, texts, language)
    if not known(row["value"]):
        return tag("td", "⁄", cls="na", title=title, aria_label=title)
    step = _step(row)
    html = f"{sign(step)} {number(row['value'])}".strip()
    if known(row["coverage"]) and row["coverage"] < 1:
        html += f'<i style="width:{100 * max(float(row["coverage"]), 0.0):.0f}%"></i>'
    return tag("td", html, cls=CLASSES.get(step), title=title, aria_label=title)


def verdict(row: dict, texts: dict) -> str:
    """The verdict with its sign, doubled where the value is far off."""
    if not known(row["verdict"]):
        return ""
    return f"{sign(_step(row))} {escape(texts['verdicts'].get(row['verdict'], str(row['verdict'])))}".strip()


def _step(row: dict) -> int | None:
    return int(row["step"]) if known(row["step"]) else None


def sign(step: int | None) -> str:
    """The sign of a standing, in a font that keeps two minus signs apart."""
    return "" if step is None else tag("span", SIGNS[step], cls="sign")


def inline_svg(svg: str, prefix: str, label: str) -> str:
    """A picture as part of the page: without a head of its own, its ids unlike those of other pictures.

    >>> inline_svg('<?xml version="1.0"?><svg width="9pt" height="9pt"><g id="a"/></svg>', "p1", "A")
    '<svg role="img" aria-label="A"><g id="p1-a"/></svg>'
    """
    svg = _SVG_DATA.sub("", _SVG_HEAD.sub("", svg, count=1))
    svg = _IDS.sub(lambda found: f"{found.group(0)}{prefix}-", svg)
    opening = _SVG_TAG.match(svg)
    if opening is None:
        return ""
    named = f'<svg role="img" aria-label="{escape(label)}"' + _SVG_SIZE.sub("", opening.group(0))[4:]
    return named + re.sub(r">\s+<", "><", svg[opening.end() :]).strip()


def by_unit(values: pd.DataFrame) -> dict[str, list[dict]]:
    """The rows of each unit, in the order of the table."""
    return {unit_id: rows.to_dict("records") for unit_id, rows in values.groupby("unit_id", sort=False)}
