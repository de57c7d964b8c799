"""The sheets of the workbook; what they hold is told at `workbook.write_workbook`."""

from __future__ import annotations

from collections.abc import Sequence

from .workbook_cells import Cell, fill_sheet, known, readme

_PARTS = ("value", "coverage", "rank", "reference", "ratio")
_LONG = (
    *("criterion", "indicator", "measure", "direction", "marks", "value", "coverage", "rests_on", "rank"),
    *("ranked", "reference", "reference_name", "ratio", "gap", "gap_text", "verdict", "reason"),
)
_FACTS = ("unit_id", "unit", "level", "parcels", "industrial_ha", "firms", "known_indicators")
_SCORES = ("score", "score_rank", "score_known_share")
_PRIORITY = ("unit_id", "unit", "level", "priority", "priority_kinds", "priority_reason", "top_obstacles")
_FORMATS = {
    "coverage": "0%", "score_known_share": "0%", "weight": "0.0%", "ratio": "0.00", "score": "0.000",
    "industrial_ha": "#,##0.0",
}  # fmt: skip
_WIDTHS = {
    "unit": 28, "indicator": 34, "criterion": 22, "priority_reason": 80, "reason": 60, "gap_text": 60,
    "top_obstacles": 50, "reference_name": 22, "source": 44, "measure": 16, "priority_kinds": 24,
    "weighting": 16, "level": 14,
}  # fmt: skip


def build(values, units, benchmarks, ranks, weights, notes: Sequence[str], texts: dict):
    """The workbook with all its sheets, not yet saved."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Land Renewal"
    titles = texts["workbook"]["sheets"]
    first = book.create_sheet(titles["readme"])
    _units_sheets(book, values, units, texts)
    _priority_sheet(book, units, texts)
    _unknown_sheet(book, values, texts)
    _benchmarks_sheet(book, benchmarks, texts)
    _weights_sheet(book, weights, texts)
    _ranks_sheet(book, ranks, texts)
    readme(first, book.sheetnames, notes, texts)
    return book


def _units_sheets(book, values, units, texts: dict) -> None:
    from ..core.performance.performance_texts import DISTRICT, LEVEL, PARK

    titles = texts["workbook"]["sheets"]
    for kind in (DISTRICT, LEVEL):
        rows = values[values["unit_kind"] == kind]
        if len(rows):
            _long_sheet(book.create_sheet(titles[kind]), rows, texts, named=kind == LEVEL)
    parks = units[units["unit_kind"] == PARK]
    for level in [*("base", "community", "block"), None]:
        own = parks[parks["level"] == level] if level else parks[parks["level"].isna()]
        if len(own):
            _wide_sheet(book.create_sheet(titles[level or PARK]), own, values, texts)


def _long_sheet(sheet, rows, texts: dict, named: bool) -> None:
    """A row a unit and indicator."""
    columns = (*(["unit"] if named else []), *_LONG)
    body = [[_long_cell(row, column, texts) for column in columns] for row in rows.to_dict("records")]
    _filled(sheet, [_heads(columns, texts)], body, columns, frozen=4 if named else 3)


def _long_cell(row: dict, column: str, texts: dict) -> Cell:
    from ..core.performance.performance_texts import direction, measure, missing_text

    if column == "value":
        return Cell(row["value"], column, "" if known(row["value"]) else missing_text(row, texts))
    special = {
        "criterion": row["criterion_name"], "indicator": row["name"],
        "measure": measure(row["unit_of_measure"]), "direction": direction(row, texts),
        "verdict": texts["verdicts"].get(row["verdict"]), "unit_id": _unit_id(row["unit_id"], texts),
        "rests_on": texts["rests_on"].get(row["rests_on"], row["rests_on"]),
    }  # fmt: skip
    return Cell(special.get(column, row.get(column)), column)


def _unit_id(unit_id: str, texts: dict) -> str:
    """The id of a unit evaluated; other languages have words for its parts: 园区:P001, 层级:产业基地."""
    kind, mark, which = str(unit_id).partition(":")
    level = texts["unit_ids"].get(which, which) if kind == "level" else which
    return f"{texts['unit_ids'].get(kind, kind)}{mark}{level}"


def _wide_sheet(sheet, units, values, texts: dict) -> None:
    """A row a park; under each indicator its value, coverage, rank, reference and ratio."""
    from ..core.performance.performance_texts import indicators, measure

    heads = indicators(values).to_dict("records")
    scored = [name for name in _SCORES if units["score"].notna().any()]
    facts = (*_FACTS, *scored)
    names = texts["workbook"]["heads"]
    top, middle = [""] * len(facts), [""] * len(facts)
    for head in heads:
        unit = measure(head["unit_of_measure"])
        notes = [part for part in (unit, "" if head["rising"] else texts["less_is_better"]) if part]
        told = f"{head['name']} ({texts['semicolon'].join(notes)})" if notes else head["name"]
        top += [head["criterion_name"], *[""] * (len(_PARTS) - 1)]
        middle += [told, *[""] * (len(_PARTS) - 1)]
    bottom = [*(names[name] for name in facts), *[names[part] for _ in heads for part in _PARTS]]
    of = {(row["unit_id"], row["indicator"]): row for row in values.to_dict("records")}
    body = [
        [*(_fact(unit, name, texts) for name in facts),
         *(cell for head in heads for cell in _parts(of.get((unit["unit_id"], head["indicator"])), texts))]
        for unit in units.to_dict("records")
    ]  # fmt: skip
    columns = [*facts, *[part for _ in heads for part in _PARTS]]
    _filled(sheet, [top, middle, bottom], body, columns, frozen=3)
    for place in range(len(heads)):
        first = len(facts) + 1 + place * len(_PARTS)
        for line in (1, 2):
            last = first + len(_PARTS) - 1
            sheet.merge_cells(start_row=line, end_row=line, start_column=first, end_column=last)


def _fact(unit: dict, name: str, texts: dict) -> Cell:
    from ..core.performance.performance_texts import kinds_text, level_name

    special = {
        "unit_id": _unit_id(unit["unit_id"], texts),
        "level": level_name(unit["level"], texts),
        "priority_kinds": kinds_text(unit["priority_kinds"], texts),
    }
    if name == "industrial_ha":
        area = unit["industrial_m2"]
        return Cell(area / 1e4 if known(area) else None, name)
    if name == "priority":
        flag = unit["priority"]
        told = texts["workbook"]["flagged" if flag else "unflagged"] if known(flag) else texts["unknown"]
        return Cell(told, name)
    return Cell(special.get(name, unit.get(name)), name)


def _parts(row: dict | None, texts: dict) -> list[Cell]:
    from ..core.performance.performance_texts import missing_text

    if row is None:
        return [Cell(None, part) for part in _PARTS]
    comment = missing_text(row, texts) if not known(row["value"]) else ""
    comment = comment or (row["reason"] if known(row["reason"]) else "")
    return [Cell(row[part], part, comment if part == "value" else "") for part in _PARTS]


def _priority_sheet(book, units, texts: dict) -> None:
    """All parks, priority areas first."""
    from ..core.performance.performance_texts import PARK

    parks = units[units["unit_kind"] == PARK]
    if parks.empty:
        return
    flag = parks["priority"].astype("boolean")
    unclear, first = flag.isna().to_numpy(bool), flag.fillna(False).to_numpy(bool)
    order = parks.assign(_order=2 - 2 * first - unclear)
    order = order.sort_values("_order", kind="stable").to_dict("records")
    body = [[_fact(unit, name, texts) for name in _PRIORITY] for unit in order]
    sheet = book.create_sheet(texts["workbook"]["sheets"]["priority"])
    _filled(sheet, [_heads(_PRIORITY, texts)], body, _PRIORITY, frozen=3)


def _unknown_sheet(book, values, texts: dict) -> None:
    rows = values[values["value"].isna()]
    if rows.empty:
        return
    columns = ("unit_id", "unit", "criterion", "indicator", "reason")
    body = [[_long_cell(row, column, texts) for column in columns] for row in rows.to_dict("records")]
    sheet = book.create_sheet(texts["workbook"]["sheets"]["unknown"])
    _filled(sheet, [_heads(columns, texts)], body, columns, frozen=3)


def _benchmarks_sheet(book, benchmarks, texts: dict) -> None:
    columns = (
        *("unit_id", "unit", "indicator", "scope", "benchmark", "measure", "year", "source", "ratio", "gap"),
        "gap_text",
    )
    scopes = texts["page"]["scopes"]
    if benchmarks is None or benchmarks.empty:
        return
    table = benchmarks.assign(
        unit_id=[_unit_id(unit, texts) for unit in benchmarks["unit_id"]],
        indicator=benchmarks["name"], measure=benchmarks["unit_of_measure"],
        scope=[scopes.get(scope, scope) for scope in benchmarks["scope"]],
    )  # fmt: skip
    body = [[Cell(row.get(column), column) for column in columns] for row in table.to_dict("records")]
    sheet = book.create_sheet(texts["workbook"]["sheets"]["benchmarks"])
    _filled(sheet, [_heads(columns, texts)], body, columns, frozen=3)


def _weights_sheet(book, weights, texts: dict) -> None:
    """Indicators down, weightings across."""
    if weights is not None and len(weights):
        named = weights.assign(key=weights["indicator"], indicator=weights["name"])
        _pivot(book, "weights", named, "indicator", ["weight"], texts, "key")


def _ranks_sheet(book, ranks, texts: dict) -> None:
    """Parks down; score and rank under each weighting across."""
    if ranks is not None and len(ranks):
        _pivot(book, "ranks", ranks, "unit", ["score", "rank"], texts, "unit_id")


def _pivot(book, title: str, table, row: str, parts: list[str], texts: dict, key: str) -> None:
    names = texts["workbook"]["heads"]
    weightings = table.drop_duplicates("weighting")
    of = {(line[key], line["weighting"]): line for line in table.to_dict("records")}
    body = []
    for line in table.drop_duplicates(key).to_dict("records"):
        found = [of.get((line[key], weighting), {}) for weighting in weightings["weighting"]]
        body.append([Cell(line[row], row), *(Cell(one.get(part), part) for one in found for part in parts)])
    rest = [""] * (len(parts) - 1)
    top = ["", *(text for name in weightings["weighting_name"] for text in (name, *rest))]
    bottom = [names[row], *(names[part] for _ in range(len(weightings)) for part in parts)]
    columns = [row, *[part for _ in range(len(weightings)) for part in parts]]
    _filled(book.create_sheet(texts["workbook"]["sheets"][title]), [top, bottom], body, columns, frozen=2)


def _heads(columns: Sequence[str], texts: dict) -> list[str]:
    return [texts["workbook"]["heads"][name] for name in columns]


def _filled(
    sheet, heads: list[list[str]], body: list[list[Cell]], columns: Sequence[str], frozen: int
) -> None:
    fill_sheet(sheet, heads, body, columns, frozen, _FORMATS, _WIDTHS)
