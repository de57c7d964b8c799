"""Workbooks and text tables, whatever they are called and however they are encoded."""

from __future__ import annotations

import csv
import datetime
import io
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.mapping import load_mapping, presets, standardise
from land_renewal.processing import tablefiles
from land_renewal.processing.tablefiles import decode, read_table_file, sniff_delimiter

openpyxl = pytest.importorskip("openpyxl")
xlrd = pytest.importorskip("xlrd")

HEADER = ["企业名称", "产值", "成立日期", "已验收"]
ROWS = [["华兴机械厂", 1200, datetime.datetime(2012, 5, 1), True], ["永盛电子，有限公司", 0.5, None, False]]
EXPECTED = {
    "企业名称": ["华兴机械厂", "永盛电子，有限公司"],
    "产值": [1200.0, 0.5],
    "成立日期": ["2012-05-01", None],
    "已验收": [True, False],
}


def write_xlsx(path, rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    book.save(path)
    return path


def write_xls(path, rows, merged=()):
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    covered = [area for area in merged if isinstance(area, tuple)]
    for area in covered:
        sheet.merge(area[0], area[2], area[1], area[3])
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                style = [day] if isinstance(value, datetime.datetime) else []
                sheet.write(place, column, value, *style)
    book.save(str(path))
    return path


def write_csv(path, rows, encoding="utf-8", delimiter=",", newline="\r\n"):
    out = io.StringIO()
    # The writer quotes a line break only where it is the terminator.
    quoting = csv.QUOTE_ALL if newline == "\r" else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(
        [["" if value is None else value for value in row] for row in rows]
    )
    path.write_bytes(out.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize("write", [write_xlsx, write_xls])
@pytest.mark.parametrize("name", ["firms.xlsx", "firms.xls", "firms.csv"])
def test_workbooks_are_known_by_their_content(tmp_path, write, name):
    made = read_table_file(write(tmp_path / name, [HEADER, *ROWS]))
    assert made.frame.to_dict("list") == EXPECTED
    assert made.rows.tolist() == [2, 3]


def test_merged_headers_of_an_old_workbook(tmp_path):
    rows = [["编号", "指标", None], [None, "产值", "税收"], ["A", 1, 2]]
    path = write_xls(tmp_path / "a.xls", rows, merged=[(0, 0, 1, 0), (0, 1, 0, 2)])
    assert read_table_file(path).frame.columns.tolist() == ["编号", "指标_产值", "指标_税收"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize(("delimiter", "newline"), [(",", "\r\n"), ("\t", "\n"), (";", "\r\n"), ("|", "\r")])
def test_text_tables_in_any_dress(tmp_path, encoding, delimiter, newline):
    rows = [HEADER[:2], ["华兴机械厂", "1,200"], ['永盛"电子"; 有限|公司', "0,5"], ["多行\n名称", "００１２"]]
    made = read_table_file(write_csv(tmp_path / "a.txt", rows, encoding, delimiter, newline))
    assert made.frame.columns.tolist() == HEADER[:2]
    assert made.frame.to_numpy().tolist() == rows[1:]


def test_big5_needs_evidence(tmp_path):
    rows = [["公司名稱", "地址"], ["華興機械股份有限公司", "臺中市工業區"], ["永盛電子", "高雄市前鎮區"]]
    made = read_table_file(write_csv(tmp_path / "a.csv", rows, "big5"))
    assert made.frame.to_numpy().tolist() == rows[1:]
    assert made.notes == ["Read as Big5, by the characters that it gives."]


def test_doubtful_and_broken_encodings_are_said(tmp_path):
    text, notes = decode("Zürich;Straße\n".encode("cp1252"))
    assert any("doubtful" in note for note in notes)
    assert decode("Zürich".encode("cp1252"), "cp1252") == ("Zürich", [])
    text, notes = decode("名称,税收\n华兴,1\n".encode() + b"\xff\xfe,2\n")
    assert text.startswith("名称,税收\n华兴,1\n")
    assert notes == ["2 characters cannot be read as utf-8 (lines 3); they show as \ufffd."]
    with pytest.raises(LandRenewalError, match="no encoding 'gbkk'"):
        decode(b"a", "gbkk")


def test_delimiters():
    assert sniff_delimiter("name,note\nA;B,x\nC,y\n") == ","
    assert sniff_delimiter("a;b;c\n1,5;2,5;3\n") == ";"
    assert sniff_delimiter("only\none\n") == ","
    assert read_grid_of("sep=;\na;b\n1;2\n").to_dict("list") == {"a": ["1"], "b": ["2"]}


def read_grid_of(text, path="t.csv"):
    from land_renewal.core.intake.sheets import read_grid

    return read_grid(tablefiles._text_grid(path, text.encode(), "").cells).frame


def test_an_open_quotation_mark_is_refused_and_a_long_cell_doubted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name,tax\nA,1\n"B,2\nC,3\nD,4\n')
    with pytest.raises(LandRenewalError, match="line 3 is never closed"):
        read_table_file(path)
    path.write_text('name,tax\n"A,1\nB",2\nC,3\n')
    assert read_table_file(path).notes == [
        "1 cells run over several lines (rows 2): check their quotation marks."
    ]
    path.write_text('name,tax\n"A" Ltd,1\nB,2\n')
    assert read_table_file(path).frame["name"].tolist() == ["A Ltd", "B"]


def test_the_sheet_with_a_table_is_taken_and_the_others_named(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "封面"
    book.active["A1"] = "某县企业调查"
    secret = book.create_sheet("旧表")
    secret.append(["企业", "税收"])
    secret.append(["旧", 1])
    secret.sheet_state = "hidden"
    for name, value in (("企业", 5), ("地块", 6)):
        sheet = book.create_sheet(name)
        sheet.append(["名称", "值"])
        sheet.append([name, value])
    book.save(tmp_path / "a.xlsx")
    made = read_table_file(tmp_path / "a.xlsx")
    assert made.frame.to_dict("list") == {"名称": ["企业"], "值": [5]}
    assert made.notes[0].startswith("Sheet '企业' is read; a.xlsx also has 封面, 地块")
    assert read_table_file(tmp_path / "a.xlsx", sheet="地块").frame["值"].tolist() == [6]
    assert read_table_file(tmp_path / "a.xlsx", sheet="旧表").frame["税收"].tolist() == [1]
    with pytest.raises(LandRenewalError, match=r"no such sheet.*地块"):
        read_table_file(tmp_path / "a.xlsx", sheet="地快")


def test_a_cover_sheet_is_passed_over_for_a_table(tmp_path):
    book = openpyxl.Workbook()
    for row in (["说明"], ["本表由各镇填报"]):
        book.active.append(row)
    firms = book.create_sheet("企业")
    for row in ([*HEADER[:2]], ["华兴机械厂", 1200]):
        firms.append(row)
    book.save(tmp_path / "register.xlsx")
    assert read_table_file(tmp_path / "register.xlsx").frame.columns.tolist() == HEADER[:2]
    del book["企业"]
    book.save(tmp_path / "list.xlsx")
    assert read_table_file(tmp_path / "list.xlsx").frame.to_dict("list") == {"说明": ["本表由各镇填报"]}


def test_formulas_without_a_result_are_said(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["名称", "税收"], ["A", "=1+1"], ["B", 3]])
    made = read_table_file(path)
    assert made.frame["税收"].tolist()[1] == 3
    assert pd.isna(made.frame["税收"][0])
    assert "1 cells hold a formula without a stored result" in made.notes[0]
    assert "B2" in made.notes[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        ("a.xlsx", b"PK\x03\x04 nothing", "damaged or protected"),
        ("a.xls", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "damaged or protected"),
        ("a.csv", b"\x89PNG\0\0\0", "neither a spreadsheet nor a text table"),
        ("a.csv", b"", "holds no table"),
        ("a.csv", b"name,tax\n", "holds no table"),
    ],
)
def test_what_is_no_table_is_said_in_a_sentence(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LandRenewalError, match=f"{name}.*{words}"):
        read_table_file(tmp_path / name)


@pytest.mark.parametrize(("library", "write"), [("openpyxl", write_xlsx), ("xlrd", write_xls)])
def test_a_missing_library_is_one_sentence(tmp_path, monkeypatch, library, write):
    path = write(tmp_path / "a.dat", [HEADER, *ROWS])
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        LandRenewalError, match=f"needs the Python library {library}: install it .*python3-{library}"
    ):
        read_table_file(path)


# ------------------------------------------------------------------------------------ nothing is lost

words = st.sampled_from(
    ["华兴机械厂", "永盛，电子", "A-B Ltd", 'C "x" D', "a;b|c", "Total energies", "合计工业公司"]
)
# Of few and short draws: Hypothesis first tries small examples, and gives up when too few tables are small.
numbers = st.integers(0, 10**9)
values = st.one_of(st.none(), words, numbers, numbers.map(lambda x: x / 1000))
bodies = st.lists(st.tuples(words, values, values, words), min_size=1, max_size=4)
WRITERS = {
    "xlsx": write_xlsx,
    "xls": write_xls,
    "utf-8": write_csv,
    "gb18030": lambda path, rows: write_csv(path, rows, "gb18030"),
    "utf-16": lambda path, rows: write_csv(path, rows, "utf-16", "\t"),
}


def as_text(value):
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # A text table says 2.0 where a workbook says 2.
    return None if value is None or pd.isna(value) else str(value).removesuffix(".0")


@pytest.mark.parametrize("kind", list(WRITERS))
@settings(max_examples=20)
@given(bodies, st.lists(st.integers(0, 4), max_size=3), st.booleans())
def test_rows_in_are_rows_out_plus_rejects(tmp_path, kind, body, blanks, total):
    rows = [list(row) for row in body]
    for place in sorted(blanks):
        rows.insert(min(place, len(rows)), [None] * 4)
    if total:
        rows.append(["合计", None, 3, None])
    grid = [
        ["某县", None, None, None],
        ["名称", "产值", "税收", "地址"],
        *rows,
        ["注：单位万元", None, None, None],
    ]
    made = read_table_file(WRITERS[kind](tmp_path / "a.dat", grid))
    assert len(made.frame) + len(made.rejects) + 1 == len(grid)
    assert made.frame.to_numpy(dtype=object).shape == (len(body), 4)
    for row, cells in zip(body, made.frame.to_numpy(dtype=object)):
        assert [as_text(cell) for cell in cells] == [as_text(value) for value in row]
    numbers = set(made.rows) | set(made.rejects["row"])
    assert numbers == set(range(1, len(grid) + 1)) - {2}


MAPPINGS = [
    (name, table)
    for name in presets()
    for table in load_mapping(name).tables
    if load_mapping(name).rules(table)
]
cells = st.sampled_from(
    ["", "0601", "是", "12.5", "1，200", "≤2.0", "2018年12月31日", "1900/1/1", "43465", "abc", "35%", "-1"]
)


@pytest.mark.parametrize(("name", "table"), MAPPINGS)
@settings(max_examples=8)
@given(st.data())
def test_no_mapping_loses_a_row(tmp_path, name, table, data):
    mapping = load_mapping(name)
    sources = list(dict.fromkeys(s for rule in mapping.rules(table).values() for s in rule.sources))
    header = [*sources, "别的列甲", "别的列乙"]
    rows = data.draw(
        st.lists(st.lists(cells, min_size=len(header) - 2, max_size=len(header) - 2), min_size=1, max_size=4)
    )
    body = [[*row, f"甲{place}", "乙"] for place, row in enumerate(rows)]
    body.insert(data.draw(st.integers(0, len(body))), [""] * len(header))
    reading = read_table_file(
        write_csv(tmp_path / "a.csv", [header, *body, ["合计", *[""] * (len(header) - 1)]])
    )
    made = standardise(reading.frame, table, mapping)
    assert len(body) + 1 == len(made.frame) + len(reading.rejects)
    assert made.frame["别的列甲"].tolist() == [row[-2] for row in body if any(row)]
    assert set(made.rejects["row"]) <= set(range(1, len(rows) + 1))
    assert not made.rejects.duplicated(["row", "column"]).any()


# ------------------------------------------------------------------------------------ real files


def test_the_list_of_parks_of_taiwan(shared_data, tmp_path):
    path = next((shared_data / "tw_parks").glob("*.xlsx"))
    made = read_table_file(path)
    assert len(made.frame) == 341
    assert made.frame["座標(經度)"].isna().sum() == 38
    assert made.rejects.empty
    assert "核定時間(年)" in made.frame.columns
    disguised = tmp_path / "list.csv"
    disguised.write_bytes(path.read_bytes())
    pd.testing.assert_frame_equal(read_table_file(disguised).frame, made.frame)


def test_the_register_of_factories_of_taiwan(shared_data):
    path = shared_data / "tw_factories" / "factories.csv"
    made = read_table_file(path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert made.frame.columns.tolist() == rows[0]
    assert len(made.frame) == len(rows) - 1 == 18_520
    assert made.frame["name"].tolist() == [row[1].strip() or None for row in rows[1:]]
    assert made.rejects.empty
