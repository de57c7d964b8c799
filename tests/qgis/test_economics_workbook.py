"""The workbook of the priced scenarios, read back."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.processing import workbook
from land_renewal.processing.economics_workbook import write_workbook

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
from priced_tables import CUSTOM, priced

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture(scope="module")
def tables():
    return priced()


@pytest.fixture(scope="module")
def book(tables, tmp_path_factory):
    path, told = write_workbook(tmp_path_factory.mktemp("book") / "e.xlsx", tables, ["Land of 2024."])
    assert told == ""
    return openpyxl.load_workbook(path)


def rows_of(sheet):
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line)) for line in body]


def test_one_sheet_a_table(book):
    assert book.sheetnames == [
        "Read me", "Comparison", "In words", "Results", "Cash flow", "Transfers", "Parcels", "Towns",
        "Doing nothing", "Sensitivity", "Break-even", "Grid", "Risk", "Assumptions", "Unit costs", "Coverage",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "table"),
    [("Cash flow", "cashflow"), ("Transfers", "transfers"), ("Parcels", "parcels"), ("Towns", "towns"),
     ("Doing nothing", "doing_nothing"), ("Sensitivity", "tornado"), ("Break-even", "break_even"),
     ("Grid", "grid"), ("Risk", "risk"), ("Assumptions", "assumptions"), ("Unit costs", "unit_costs"),
     ("Coverage", "coverage")],
)  # fmt: skip
def test_no_row_is_lost_and_every_column_has_a_title(book, tables, sheet, table):
    assert book[sheet].max_row - 1 == len(tables[f"economics_{table}"])
    heads = [cell.value for cell in book[sheet][1]]
    assert all(heads) and not [head for head in heads if "_" in head]


def test_the_cash_flow_is_that_of_the_worked_example(book):
    rows = [row for row in rows_of(book["Cash flow"])
            if row["Scenario"] == "Small clustering with parks"]  # fmt: skip
    assert [row["Year"] for row in rows] == list(range(2025, 2031))
    assert [row["Government, 10k CNY"] for row in rows] == pytest.approx([0, 21, -510.5, 13, -577, 21])
    assert rows[-1]["Government, cumulative, 10k CNY"] == pytest.approx(-1032.5)


def test_figures_are_exact_and_marks_stand_beside_them(book, tables):
    compared = tables["scenario_comparison"]
    lines = list(book["Comparison"].iter_rows(min_row=2, values_only=True))
    assert len(lines) == compared["metric"].nunique()
    signs = {"best": "▲", "worst": "▼"}
    for line, (_metric, own) in zip(lines, compared.groupby("metric", sort=False)):
        for place, row in enumerate(own.to_dict("records")):
            value, mark = line[3 + 2 * place : 5 + 2 * place]
            assert value is None if pd.isna(row["value"]) else value == pytest.approx(row["value"])
            assert mark == signs.get(row["mark"])


def test_results_hold_every_figure(book, tables):
    lines = list(book["Results"].iter_rows(min_row=2, values_only=True))
    assert len(lines) == len(tables["economics"].columns) - 1
    assert not [line[0] for line in lines if "_" in line[0]]
    of = {line[0]: line[2:] for line in lines}
    assert of["Present value to the government"][3] == pytest.approx(-817.7, abs=0.05)


def test_unit_costs_stand_in_the_unit_they_are_stated_in(book, tables):
    stated = tables["economics_assumptions"].drop_duplicates("name").set_index("name")
    for row in rows_of(book["Unit costs"]):
        if row["Item"] in stated.index:
            assert row["Value"] == pytest.approx(stated.loc[row["Item"], "value"])
    swing = {row["Item"]: row for row in rows_of(book["Sensitivity"])}["Compensation for buildings"]
    assert (swing["Low"], swing["High"], swing["Unit"]) == (700, 1800, "CNY/m²")
    assert {row["First value"] for row in rows_of(book["Grid"])} >= {700, 1800}
    assert {row["Status"] for row in rows_of(book["Assumptions"])} == {"assumption, not verified"}


def test_money_says_what_it_rests_on(book):
    for name in ("Comparison", "Results", "Cash flow", "Transfers", "Risk"):
        notes = [cell.comment.text for row in book[name].iter_rows() for cell in row if cell.comment]
        assert len(notes) == 1 and "none of them verified" in notes[0], name
    told = [cell.value for cell in book["Read me"]["A"]]
    assert "Land of 2024." in told and any("none of them verified" in str(line) for line in told)


def test_codes_are_words(book):
    payers = {row["Payer"] for row in rows_of(book["Transfers"])}
    assert payers == {"Government", "Enterprises", "Market", None}  # value added is no payment
    assert "Soil remediation" in {row["Item"] for row in rows_of(book["Transfers"])}
    assert {row["In its range"] for row in rows_of(book["Break-even"])} <= {"yes", "no", None}


def test_a_chinese_book_with_a_fourth_scenario_and_another_currency(tmp_path):
    line = pd.DataFrame({"kind": ["tax"], "point": [0], "cost": [1.0], "value": [2.0], "scenario": [None]})
    given = {**priced(CUSTOM, "zh"), "frontier": line}
    path, _told = write_workbook(tmp_path / "z.xlsx", given, language="zh", money="10k USD")
    book = openpyxl.load_workbook(path)
    assert "现金流" in book.sheetnames and "前沿" in book.sheetnames
    heads = [cell.value for cell in book["现金流"][1]]
    assert heads[:3] == ["情景", "年份", "政府（万USD）"]
    assert "自定义情景" in {row["情景"] for row in rows_of(book["现金流"])}


def test_the_same_tables_give_the_same_bytes(tables, tmp_path):
    first, _told = write_workbook(tmp_path / "a.xlsx", tables)
    time.sleep(2.1)  # a zip tells time in steps of two seconds
    second, _told = write_workbook(tmp_path / "b.xlsx", priced())
    assert first.read_bytes() == second.read_bytes()


def test_texts_are_never_formulas(tables, tmp_path):
    nasty = {}
    for name, table in tables.items():
        texts = [column for column in ("name", "text", "source") if column in table]
        nasty[name] = table.assign(**dict.fromkeys(texts, "=1+1"))
    path, _told = write_workbook(tmp_path / "f.xlsx", nasty, ["=2+2"])
    for sheet in openpyxl.load_workbook(path):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_without_openpyxl_a_csv_is_written_and_said(tables, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "available", lambda: False)
    path, told = write_workbook(tmp_path / "e.xlsx", tables)
    assert path.suffix == ".csv" and "openpyxl" in told and path.name in told
    assert len(pd.read_csv(path)) == len(tables["scenario_comparison"])


def test_a_file_that_is_in_the_way_is_one_sentence(tables, tmp_path):
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(LandRenewalError, match=r"taken\.xlsx"):
        write_workbook(tmp_path / "taken.xlsx", tables)
