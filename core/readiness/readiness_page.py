"""The readiness report as a page of its own: one HTML file without scripts, pictures or links."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from string import Template

import pandas as pd

from ..pages.page_texts import percent
from .readiness import JOINS, NOT_POSSIBLE, PARTLY, READY, load_catalogue

_MOST = 8  # as many data are named under "What would help most"
_CLASSES = {READY: "ready", PARTLY: "partly", NOT_POSSIBLE: "not"}
_MARKS = {READY: "●", PARTLY: "◐", NOT_POSSIBLE: "○"}

_PAGE = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<title>$title</title>
<style>
body { max-width: 62em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; line-height: 1.5;
  font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6em; margin-bottom: .3em; }
h2 { font-size: 1.15em; margin: 1.8em 0 .4em; border-bottom: 1px solid #bbb; page-break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; border-bottom: 1px solid #ddd; }
th { font-weight: 600; color: #555; }
tr { page-break-inside: avoid; }
.item { width: 21%; } .status { width: 12%; white-space: nowrap; } .land { width: 16%; } .firms { width: 7%; }
.ready { color: #1a6b3c; } .partly { color: #8a5a00; } .not { color: #a3261b; }
.bar { position: relative; height: .55em; margin: .15em 0; background: #e6e6e6; }
.bar div { position: absolute; left: 0; top: 0; bottom: 0; background: #a9c8b6; }
.bar div.full { background: #2f8556; }
.note { color: #555; font-size: .9em; }
td p { margin: 0 0 .3em; } td ul { margin: 0 0 .3em; padding-left: 1.2em; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; }
  .bar, .bar div { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
</style>
</head>
<body>
<h1>$title</h1>
<p>$lead</p>
<p class="note">$scope</p>
$firms_only
$inputs
<h2>$help</h2>
$most
$groups
<h2>$reading</h2>
<ul class="note">$notes</ul>
</body>
</html>
""")


def readiness_page(
    table: pd.DataFrame,
    language: str = "en",
    inputs: dict[str, int | None] | None = None,
    sources: dict[str, str] | None = None,
) -> str:
    """The report of `core.readiness.readiness.readiness` as HTML text, in ``en`` or ``zh``.

    ``inputs``: number of rows of each input by its name (None = not supplied), ``sources``: where it comes
    from. The table must be in the same language. Everything that comes from data is escaped.
    """
    catalogue = load_catalogue()
    texts = catalogue["page"][language]
    counts = table["status"].value_counts()
    numbers = {name: str(int(counts.get(status, 0))) for name, status in
               (("ready", READY), ("partly", PARTLY), ("not_possible", NOT_POSSIBLE))}  # fmt: skip
    threshold = percent(catalogue["ready"], language)
    firms_only = table["share_of_area"].isna().all() and table["share_of_firms"].notna().any()
    return _PAGE.substitute(
        lang=texts["lang"],
        title=texts["title"],
        lead=Template(texts["lead"]).substitute(total=len(table), **numbers),
        scope=texts["scope"],
        firms_only=f'<p class="note">{texts["firms_only"]}</p>' if firms_only else "",
        inputs=_inputs(inputs, sources or {}, texts, language),
        help=texts["help"],
        most=_most(table, catalogue["data"], texts, language),
        groups="\n".join(
            _group(table[table["group"] == group], catalogue["groups"][group], texts, language)
            for group in table["group"].unique()
        ),
        reading=texts["reading"],
        notes=_list(Template(note).substitute(threshold=threshold) for note in texts["notes"]),
    )


def _inputs(inputs: dict | None, sources: dict[str, str], texts: dict, language: str) -> str:
    if not inputs:
        return ""
    rows = []
    for name, titles in load_catalogue()["inputs"].items():
        if name not in inputs:
            continue
        count = inputs[name]
        told = texts["absent"] if count is None else f"{count:,}"
        cells = (titles[language], told, sources.get(name, "") if count is not None else "")
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{escape(text)}</th>" for text in texts["layers"])
    return f"<h2>{texts['inputs']}</h2>\n<table><thead><tr>{head}</tr></thead>{''.join(rows)}</table>"


def _most(table: pd.DataFrame, data: dict, texts: dict, language: str) -> str:
    """The data that most results wait for, first those that most wait for; what cannot be supplied is left
    out.
    """
    waiting: dict[str, list[str]] = {}
    for title, names in zip(table["title"], table["missing_data"]):
        for name in names.split(";") if isinstance(names, str) else ():
            if name in data and data[name]["where"]:
                waiting.setdefault(name, []).append(title)
    if not waiting:
        return f"<p>{texts['nothing']}</p>"
    first = sorted(waiting, key=lambda name: (-len(waiting[name]), list(data).index(name)))[:_MOST]
    comma = "、" if language == "zh" else ", "
    line = Template(escape(texts["help_item"]))
    lines = (
        line.substitute(
            data=f"<b>{escape(_first_capital(data[name][language]))}</b>",
            count=len(waiting[name]),
            titles=escape(comma.join(waiting[name])),
        )
        for name in first
    )
    return f'<p class="note">{escape(texts["help_note"])}</p><ol>{_items(lines)}</ol>'


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _group(rows: pd.DataFrame, group: dict, texts: dict, language: str) -> str:
    head = "".join(
        f'<th class="{name}">{escape(text)}</th>'
        for name, text in zip(("item", "status", "land", "firms", "missing"), texts["head"])
    )
    note = group.get(f"note_{language}")
    lines = [f"<h2>{escape(group[language])}</h2>"]
    lines += [f'<p class="note">{escape(note)}</p>'] if note else []
    body = "\n".join(_row(row, texts, language) for row in rows.to_dict("records"))
    return "\n".join([*lines, f"<table><thead><tr>{head}</tr></thead><tbody>", body, "</tbody></table>"])


def _row(row: dict, texts: dict, language: str) -> str:
    status, firms = row["status"], row["share_of_firms"]
    return (
        f"<tr><td>{escape(row['title'])}</td>"
        f'<td class="status {_CLASSES[status]}">{_MARKS[status]} {escape(texts[status])}</td>'
        f"<td>{_land(row, texts, language)}</td>"
        f"<td>{'' if pd.isna(firms) else escape(percent(firms, language))}</td>"
        f"<td>{_advice(row, texts, language)}</td></tr>"
    )


def _land(row: dict, texts: dict, language: str) -> str:
    full, part = row["share_of_area"], row["share_in_part"]
    if pd.isna(full):
        return ""
    bar = "".join(
        f'<div{kind} style="width: {100 * share:.1f}%"></div>'
        for share, kind in ((part, ""), (full, ' class="full"'))
        if share > 0
    )
    text = f'{escape(percent(full, language))}<div class="bar">{bar}</div>'
    if part > full:
        some = Template(texts["in_part"]).substitute(share=percent(part, language))
        text += f'<span class="note">{escape(some)}</span>'
    return text


def _advice(row: dict, texts: dict, language: str) -> str:
    parts = []
    for name, title in (("missing", texts["missing"]), ("better_with", texts["better"])):
        if isinstance(row[name], str):
            parts.append(
                f"<p><b>{escape(title)}</b></p><ul>{_list(row[name].split(JOINS[language][0]))}</ul>"
            )
        if name == "missing" and isinstance(row["unlocks"], str):
            parts.append(f"<p>{escape(row['unlocks'])}</p>")
    return "".join(parts)


def _list(texts: Sequence[str]) -> str:
    return _items(escape(text) for text in texts)


def _items(htmls) -> str:
    return "".join(f"<li>{html}</li>" for html in htmls)
