"""The priced scenarios as an Excel workbook; openpyxl is optional: without it a CSV is written instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.performance.performance_words import money_unit
from . import workbook
from .workbook_cells import Cell, fill_sheet, known, readme

if TYPE_CHECKING:
    import pandas as pd

_MONEY, _YEARLY = "10k CNY", "10k CNY/year"
_AMOUNTS = {
    **dict.fromkeys(
        ("amount", "cost_government", "cost_enterprise", "proceeds", "npv", "npv_low", "npv_high", "swing",
         "mean", "std", "expected", "p05", "p25", "p50", "p75", "p95", "cost", "cost_at_value",
         "government", "enterprise",
         "collective", "market", "value_added", "economic", "cumulative_government", "cumulative_economic"),
        _MONEY,
    ),
    **dict.fromkeys(
        ("yearly_tax", "yearly_value_added", "tax_out", "tax_in", "tax_closed", "tax_change"), _YEARLY
    ),
}  # fmt: skip
# sheet: (table, columns), in the order of the workbook; columns a table does not have are left out.
_SHEETS = {
    "cashflow": ("economics_cashflow", (
        *("scenario", "year", "government", "enterprise", "collective", "market", "value_added", "economic"),
        *("cumulative_government", "cumulative_economic"))),
    "transfers": ("economics_transfers", ("scenario", "year", "name", "group", "payer", "payee", "amount")),
    "parcels": ("economics_parcels", (
        *("scenario", "parcel_id", "phase", "cost_government", "cost_enterprise", "proceeds", "yearly_tax"),
        *("yearly_value_added", "price_basis"))),
    "towns": ("economics_towns", (
        *("scenario", "town", "jobs_out", "jobs_in", "jobs_closed", "jobs_change"),
        *("tax_out", "tax_in", "tax_closed", "tax_change"))),
    "doing_nothing": ("economics_doing_nothing", (
        "scenario", "name", "per", "bearer", "parcels", "land_m2", "amount")),
    "conflicts": ("conflicts", (
        *("scenario", "line", "before_m2", "removed_m2", "left_m2", "new_m2", "after_m2", "parcels_before"),
        "parcels_after")),
    "tornado": ("economics_tornado", (
        *("scenario", "view", "rank", "name", "low", "high", "unit"),
        *("npv_low", "npv", "npv_high", "swing"))),
    "break_even": ("economics_break_even", (
        "scenario", "against", "view", "name", "value", "break_even", "unit", "change", "within_range")),
    "grid": ("economics_grid", ("scenario", "view", "item_x", "x", "item_y", "y", "npv", "first")),
    "risk": ("economics_risk", (
        *("scenario", "view", "draws", "mean", "std", "expected", "p05", "p25", "p50", "p75", "p95"),
        *("positive_share", "first_share", "first_change_share"))),
    "frontier": ("frontier", (
        *("kind", "point", "scenario", "cost", "value", "moved_m2", "solver_gap", "value_at_cost", "behind"),
        "cost_at_value")),
    "assumptions": ("economics_assumptions", (
        *("scenario", "name", "value", "low", "high", "unit", "share_of_cost", "share_of_benefit"),
        *("source", "source_year", "status", "note"))),
    "unit_costs": ("economics_unit_costs", (
        *("name", "group", "value", "low", "high", "unit", "payer", "payee", "else_payer"),
        *("source", "year", "status", "note"))),
    "coverage": ("economics_coverage", (
        *("scenario", "name", "priced_known", "priced_by_default", "unpriced"),
        *("priced_known_m2", "priced_by_default_m2", "unpriced_m2"))),
}  # fmt: skip
_TERMS = {
    "payer": "parties", "payee": "parties", "else_payer": "parties", "bearer": "parties", "group": "groups",
    "per": "per", "phase": "phases", "status": "statuses", "price_basis": "bases", "view": "views",
    "line": "lines",
}  # fmt: skip
_PRICED = ("low", "high", "value", "break_even", "x", "y")  # in the unit that the item is stated in
_FORMATS = {
    **dict.fromkeys(("positive_share", "first_share", "first_change_share"), "0.00%"),
    **dict.fromkeys(("share_of_cost", "share_of_benefit", "change", "share", "behind"), "0.0%"),
    "solver_gap": "0.000%",
    **dict.fromkeys(("year", "source_year", "years"), "0"),
}  # fmt: skip
_WIDTHS = {
    "scenario": 24, "metric": 40, "name": 38, "item_x": 30, "item_y": 30, "text": 110, "note": 60,
    "source": 44, "unit": 18, "unit_of_measure": 18, "status": 22, "against": 24, "parcel_id": 24,
    "line": 30, "kind": 22, "direction": 16, "price_basis": 20, "town": 16, "payer": 14, "payee": 14,
    "bearer": 14, "towns": 44,
}  # fmt: skip


def write_workbook(
    path: Path,
    tables: Mapping[str, pd.DataFrame],
    notes: Sequence[str] = (),
    language: str = "en",
    money: str | None = None,
) -> tuple[Path, str]:
    """Write the tables of the priced scenarios, a sheet each; those that are absent or empty are left out.

    Sheets: read me (with ``notes``), comparison, the words, results, cash flow, transfers, parcels, towns,
    doing nothing, conflicts, sensitivity, break-even, grid, risk, frontier, assumptions, unit costs,
    coverage.
    Money in 10k CNY (``money``: another label), unit costs in the unit they are stated in, not rounded. Heads
    of money carry as a comment on how many unit costs they rest. The same tables give the same bytes.

    Returns the file written and a sentence to pass on: empty, or that openpyxl is missing and the comparison
    went into a CSV of the same name. Errors: LandRenewalError when the file cannot be written.
    """
    from ..core.economics.economics_texts import words
    from ..core.pages.page_texts import fill

    told, path = words(language, money), Path(path)
    if not workbook.available():
        instead = workbook.write_csv(path.with_suffix(".csv"), tables["scenario_comparison"], language)
        return instead, fill(told["workbook"]["missing"], file=instead.name)
    return workbook.save_book(_build(tables, notes, told), path, language), ""


def _build(tables: Mapping[str, pd.DataFrame], notes: Sequence[str], told):
    from openpyxl import Workbook

    from ..core.economics.economics_texts import has, rests

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Land Renewal"
    titles, said = told["workbook"]["sheets"], rests(tables, told)
    first = book.create_sheet(titles["readme"])
    _comparison(book.create_sheet(titles["comparison"]), tables, said, told)
    if has(tables, "recommendation"):
        _sentences(book.create_sheet(titles["judgement"]), tables["recommendation"], told)
    _results(book.create_sheet(titles["results"]), tables, said, told)
    for sheet, (name, columns) in _SHEETS.items():
        if has(tables, name):
            _plain(book.create_sheet(titles[sheet]), tables, name, columns, said, told)
    readme(first, book.sheetnames, [line for line in (said, *notes) if line], told.texts)
    return book


def _comparison(sheet, tables, said: str, told) -> None:
    """A metric a row; value and mark of each scenario across."""
    from ..core.economics.economics_texts import scenarios_of

    names, heads = scenarios_of(tables), told["workbook"]["heads"]
    columns = ["metric", "unit_of_measure", "direction"]
    top = [heads[name] for name in columns]
    for name in names:
        top += [told.scenario(name), heads["mark"]]
        columns += ["amount", "mark"]
    signs, body = {"best": "▲", "worst": "▼"}, []
    for _metric, own in tables["scenario_comparison"].groupby("metric", sort=False):
        line, of = own.iloc[0], {row["scenario"]: row for row in own.to_dict("records")}
        unit = line["unit_of_measure"]
        way = told["more_is_better" if line["rising"] else "less_is_better"]
        cells = [
            Cell(line["name"], "metric"),
            Cell(_measure(unit, told), "unit_of_measure"),
            Cell(way, "direction"),
        ]
        for name in names:
            row = of.get(name, {})
            style = "share" if unit == "share" else "year" if unit == "year" else "amount"
            cells += [Cell(row.get("value"), style, said), Cell(signs.get(row.get("mark")), "mark")]
            said = ""  # once a sheet is enough
        body.append(cells)
    _filled(sheet, [top], body, columns, 2)


def _measure(unit: object, told) -> str:
    """A unit of the tables in words, with the label that money has."""
    if unit == _MONEY:
        return money_unit(told.language, told.money)
    if unit == _YEARLY:
        from ..core.pages.page_texts import fill

        return fill(told["a_year"], unit=_measure(_MONEY, told))
    return {"share": "", "m2": "m²"}.get(unit) or told.unit(unit)


def _sentences(sheet, table, told) -> None:
    kinds, heads = told["workbook"]["kinds"], told["workbook"]["heads"]
    body = [
        [Cell(kinds.get(row["kind"], row["kind"]), "kind"), Cell(row["text"], "text")]
        for row in table.to_dict("records")
    ]
    _filled(sheet, [[heads["kind"], heads["text"]]], body, ["kind", "text"], 2)


def _results(sheet, tables, said: str, told) -> None:
    """All figures of the results: a figure a row, a scenario a column."""
    results, compared = tables["economics"], tables["scenario_comparison"].drop_duplicates("metric")
    named = compared.set_index("metric")["name"].to_dict()
    units = compared.set_index("metric")["unit_of_measure"].to_dict()
    heads, body = told["workbook"]["heads"], []
    for name in [column for column in results if column != "scenario"]:
        unit = units.get(name, _MONEY if name.startswith("npv_") else "")
        style = (
            "years" if "year" in name and "per_year" not in name else "share" if unit == "share" else "figure"
        )
        title = named.get(name) or heads.get(name, name)
        cells = [Cell(title, "metric"), Cell(_measure(unit, told), "unit_of_measure")]
        cells += [Cell(value, style) for value in results[name]]
        body.append(cells)
    body[0][2] = Cell(body[0][2].value, body[0][2].column, said)
    columns = ["metric", "unit_of_measure", *["towns"] * len(results)]
    top = [heads["metric"], heads["unit_of_measure"], *map(told.scenario, results["scenario"])]
    _filled(sheet, [top], body, columns, 3)


def _plain(sheet, tables, name: str, columns, said: str, told) -> None:
    """A table as it is, in words and with the units of its heads."""
    table = _with_items(tables[name], tables)
    columns = [column for column in columns if column in table]
    heads = [_head(column, name, told) for column in columns]
    rows = table.to_dict("records")
    shown = _Shown(tables, told, name == "economics_assumptions")
    body = [[Cell(shown.cell(row, column), column) for column in columns] for row in rows]
    amounts = [place for place, column in enumerate(columns) if column in _AMOUNTS]
    if amounts and said:
        body[0][amounts[0]] = Cell(body[0][amounts[0]].value, columns[amounts[0]], said)
    _filled(sheet, [heads], body, columns, 1 + min(2, len(columns) - 1))


def _with_items(table, tables):
    """With the name and unit of items where the table has their codes only."""
    costs = tables["economics_unit_costs"].drop_duplicates("item").set_index("item")
    if "item" in table and "name" not in table:
        table = table.assign(name=table["item"].map(costs["name"]).fillna(table["item"]))
    if "item" in table and "unit" not in table:
        table = table.assign(unit=table["item"])
    return table


class _Shown:
    """Turns values of the tables into what a cell holds."""

    def __init__(self, tables, told, stated: bool):
        from ..core.economics.economics_texts import prices

        self.told, self.stated, self.prices = told, stated, prices(tables)
        self.names = (
            tables["economics_unit_costs"].drop_duplicates("item").set_index("item")["name"].to_dict()
        )

    def cell(self, row: dict, column: str):
        value, told = row.get(column), self.told
        if not known(value):
            return None
        if column in ("scenario", "against"):
            return told.scenario(value)
        if column in ("item_x", "item_y"):
            return self.names.get(value, value)
        if column in ("within_range", "first"):
            return told["yes_no"][bool(value)]
        if column == "kind":
            return told["frontier"].get(value, {"name": value})["name"]
        if column in _TERMS:
            return told.term(_TERMS[column], value)
        return self._priced(row, column, value)

    def _priced(self, row: dict, column: str, value):
        """A value or unit of an item, in the unit the item is stated in."""
        item = row.get(f"item_{column}") if column in ("x", "y") else row.get("item")
        price = None if self.stated else self.prices.get(item)
        if column == "unit":
            return self.told.unit(price.stated if price else value) or None
        return price.shown(value) if price and column in _PRICED else value


def _head(column: str, table: str, told) -> str:
    from ..core.pages.page_texts import fill

    texts = told["workbook"]
    named = {**told["flows"], **texts["heads"]}
    unit = _AMOUNTS.get(column) if table != "economics_tornado" or column != "value" else None
    name = named.get(column, column)
    return fill(texts["with_unit"], name=name, unit=_measure(unit, told)) if unit else name


def _filled(sheet, heads, body, columns, frozen: int) -> None:
    fill_sheet(sheet, heads, body, columns, frozen, _FORMATS, _WIDTHS)
