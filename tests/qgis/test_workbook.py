"""The workbook and the CSV of the performance evaluation, read back with other readers."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.processing import workbook

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
from performance_tables import INDICATORS, evaluation

openpyxl = pytest.importorskip("openpyxl")
FACTS = 10  # columns before the first indicator of a sheet of parks


@pytest.fixture(scope="module")
def tables():
    return evaluation()


def write(path, tables, language="en", notes=("Land of 2024.",), **changes):
    given = {name: getattr(tables, name) for name in ("values", "units", "benchmarks", "ranks", "weights")}
    return workbook.write_workbook(path, **{**given, **changes}, notes=notes, language=language)


@pytest.fixture(scope="module")
def book(tables, tmp_path_factory):
    path, told = write(tmp_path_factory.mktemp("book") / "performance.xlsx", tables)
    assert told == ""
    return openpyxl.load_workbook(path)


def test_one_sheet_for_each_level_of_evaluation(book):
    assert book.sheetnames == [
        "Read me", "District", "Levels", "Bases", "Communities", "Blocks", "Priority areas", "Not known",
        "Benchmarks", "Weights", "Ranks",
    ]  # fmt: skip
    assert [book[name].max_row - 3 for name in ("Bases", "Communities", "Blocks")] == [2, 3, 3]
    assert book["District"].max_row - 1 == 16 and book["Levels"].max_row - 1 == 48


def test_every_value_of_the_parks_is_in_its_cell(book, tables):
    of = tables.values.set_index(["unit_id", "indicator"])
    seen = 0
    for name in ("Bases", "Communities", "Blocks"):
        sheet = book[name]
        for line in range(4, sheet.max_row + 1):
            unit = sheet.cell(line, 1).value
            for place, indicator in enumerate(row[0] for row in INDICATORS):
                row = of.loc[(unit, indicator)]
                for part, column in enumerate(("value", "coverage", "rank", "reference", "ratio")):
                    found = sheet.cell(line, FACTS + 1 + 5 * place + part).value
                    if pd.isna(row[column]):
                        assert found is None
                    else:
                        assert found == pytest.approx(row[column])
                    seen += 1
    assert seen == 8 * 16 * 5


def test_units_stand_in_the_head_and_heads_stay_in_sight(book):
    sheet = book["Bases"]
    assert sheet.cell(1, FACTS + 1).value == "Economic efficiency"
    assert sheet.cell(2, FACTS + 6).value == "tax per industrial area (10k CNY/km²)"
    assert "less is better" in sheet.cell(2, FACTS + 1 + 5 * 5).value
    assert [sheet.cell(3, FACTS + 1 + part).value for part in range(5)] == [
        "Value", "Data known", "Rank", "Reference", "Ratio"]  # fmt: skip
    assert sheet.freeze_panes == "C4" and book["District"].freeze_panes == "C2"


def test_missing_is_an_empty_cell_with_its_reason(book, tables):
    gone = tables.values[tables.values["value"].isna()]
    sheet = book["Bases"]
    place = [row[0] for row in INDICATORS].index("employment")
    lines = {sheet.cell(line, 1).value: line for line in range(4, sheet.max_row + 1)}
    cell = sheet.cell(lines["P002"], FACTS + 1 + 5 * place)
    assert cell.value is None and cell.comment.text == "not known: no enterprise of the unit has employees"
    assert sheet.cell(lines["P001"], FACTS + 1 + 5 * place).comment is None
    listed = book["Not known"]
    assert listed.max_row - 1 == len(gone)
    assert {row[4].value for row in listed.iter_rows(min_row=2)} == set(gone["reason"])


def test_priority_areas_come_first_then_those_not_known(tables, tmp_path):
    units = tables.units.copy()
    units.loc[units["unit_id"] == "P007", "priority"] = pd.NA
    path, _told = write(tmp_path / "p.xlsx", tables, units=units)
    rows = list(openpyxl.load_workbook(path)["Priority areas"].iter_rows(min_row=2, values_only=True))
    assert [row[3] for row in rows] == ["yes", "not known", *["no"] * 6]
    assert rows[0][0] == "P005" and "plot ratio" in rows[0][5]


def test_weights_and_ranks_go_across(book, tables):
    sheet = book["Weights"]
    assert [cell.value for cell in sheet[1]][1:] == ["marks", "equal", "entropy"]
    assert sum(sheet.cell(line, 2).value for line in range(3, 19)) == pytest.approx(1)
    first = tables.ranks.query("unit_id == 'P003' and weighting == 'equal'").iloc[0]
    line = next(
        row for row in book["Ranks"].iter_rows(min_row=3, values_only=True) if row[0] == first["unit"]
    )
    assert line[3] == pytest.approx(first["score"]) and line[4] == first["rank"]


def test_figures_are_numbers_with_formats(book):
    sheet = book["District"]
    formats = {
        row[1].value: (row[5].value, row[5].number_format, row[6].number_format)
        for row in sheet.iter_rows(min_row=2)
    }
    assert formats["tax per industrial area"][1:] == ("#,##0", "0%")
    assert formats["comprehensive plot ratio"][1] == "0.000"
    assert formats["solid waste per output"][1] == "0.0000000"
    assert formats["accessibility"][0] is None


def test_the_same_tables_give_the_same_bytes(tables, tmp_path):
    first, _told = write(tmp_path / "a.xlsx", tables)
    time.sleep(2.1)  # a zip tells time in steps of two seconds
    second, _told = write(tmp_path / "b.xlsx", evaluation())
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_texts_are_never_formulas(tables, tmp_path):
    values = tables.values.assign(name="=1+1", reason="=HYPERLINK(1)")
    units = tables.units.assign(unit='=cmd|"/c calc"!A1', priority_reason="@SUM(1)\x00\x0b")
    path, _told = write(tmp_path / "f.xlsx", tables, values=values, units=units, notes=["=2+2"])
    for sheet in openpyxl.load_workbook(path):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert openpyxl.load_workbook(path)["Bases"]["B4"].value == '=cmd|"/c calc"!A1'


def test_sheets_without_rows_are_left_out(tables, tmp_path):
    units = tables.units[tables.units["level"] != "community"]
    values = tables.values[tables.values["unit_id"].isin(units["unit_id"])]
    path, _told = write(tmp_path / "s.xlsx", tables, units=units, values=values, benchmarks=None,
                        ranks=tables.ranks.iloc[:0], weights=None)  # fmt: skip
    names = openpyxl.load_workbook(path).sheetnames
    assert not {"Communities", "Benchmarks", "Weights", "Ranks"} & set(names) and "Blocks" in names


def test_chinese_sheets(tmp_path):
    path, _told = write(tmp_path / "园区.xlsx", evaluation(language="zh"), "zh")
    found = openpyxl.load_workbook(path)
    assert found.sheetnames[:4] == ["说明", "全区", "各层级", "产业基地"]
    assert found["产业基地"]["B4"].value == "国家高新技术产业开发区"
    assert pd.read_excel(path, sheet_name="全区")["指标值"].notna().sum() == 15


def test_without_openpyxl_a_csv_is_written_and_told(tables, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    path, told = write(tmp_path / "performance.xlsx", tables)
    assert path.name == "performance.csv" and "openpyxl" in told and "performance.csv" in told
    assert len(pd.read_csv(path)) == len(tables.values)


def test_a_csv_keeps_every_figure_and_chinese(tmp_path):
    values = evaluation(language="zh").values
    path = workbook.write_csv(tmp_path / "v.csv", values)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == len(values) + 1
    back = pd.read_csv(io.BytesIO(data), float_precision="round_trip")
    assert list(back.columns) == list(values.columns)
    np.testing.assert_array_equal(back["value"], values["value"])
    assert back["unit"].tolist() == values["unit"].tolist()
    assert back["value"].isna().sum() == values["value"].isna().sum() > 0


def test_a_csv_is_no_macro(tables, tmp_path):
    values = tables.values.assign(unit="=1+1", gap=-1.5)
    back = pd.read_csv(workbook.write_csv(tmp_path / "v.csv", values))
    assert set(back["unit"]) == {"'=1+1"} and (back["gap"] == -1.5).all()
    assert set(values["unit"]) == {"=1+1"}


def test_a_file_that_is_in_the_way_is_one_sentence(tables, tmp_path):
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(LandRenewalError, match=r"taken\.xlsx"):
        write(tmp_path / "taken.xlsx", tables)
    with pytest.raises(LandRenewalError, match=r"taken\.xlsx"):
        workbook.write_csv(tmp_path / "taken.xlsx", tables.values)
