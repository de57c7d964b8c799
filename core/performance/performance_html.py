"""Small pieces of HTML for the page of the performance evaluation. What comes in as text is escaped here."""

from __future__ import annotations

from html import escape

import pandas as pd

from ..pages.page_html import tag
from ..pages.page_texts import fill, known, number, share
from .performance_texts import SIGNS, direction, missing_text, reference_text, with_unit

CLASSES = {2: "s2", 1: "s1", 0: "s0", -1: "m1", -2: "m2"}


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


def by_unit(values: pd.DataFrame) -> dict[str, list[dict]]:
    """The rows of each unit, in the order of the table."""
    return {unit_id: rows.to_dict("records") for unit_id, rows in values.groupby("unit_id", sort=False)}
