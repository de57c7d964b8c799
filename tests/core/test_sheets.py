"""A table found in a grid of cells: header, data, what is left out, and that nothing is lost."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake import sheets
from land_renewal.core.intake.encoding import common_share, guess_encoding
from land_renewal.core.intake.mapping import REJECT_COLUMNS
from land_renewal.core.intake.sheets import read_grid, with_rejects

NONE = None
DATA = [["P1", 3, 2.5], ["P2", 4, 1.0], ["P3", 5, 0.5]]


def reasons(reading):
    return dict(zip(reading.rejects["row"], reading.rejects["reason"]))


def test_a_plain_table_stays_as_it_is():
    made = read_grid([["id", "name", "tax"], ["P1", "甲", 3], ["P2", None, 4.5]])
    assert made.frame.to_dict("list") == {"id": ["P1", "P2"], "name": ["甲", None], "tax": [3.0, 4.5]}
    assert made.rows.tolist() == [2, 3]
    assert made.rejects.empty
    assert made.notes == []


@pytest.mark.parametrize(
    "above",
    [
        [["某县工业用地调查表", NONE, NONE]],
        [["某县工业用地调查表", NONE, NONE], [NONE, NONE, NONE], ["填报单位：发改局", NONE, "单位：亩"]],
        [[NONE, NONE, "单位：万元"]],
        [[NONE, NONE, NONE], [NONE, NONE, NONE]],
    ],
)
def test_the_header_need_not_be_row_1(above):
    made = read_grid([*above, ["编号", "面积", "容积率"], *DATA])
    assert made.frame.columns.tolist() == ["编号", "面积", "容积率"]
    assert made.rows.tolist() == [len(above) + place for place in (2, 3, 4)]
    blank = [not any(row) for row in above]
    expected = ["blank row" if empty else "above the header" for empty in blank]
    assert list(reasons(made).values()) == expected


def test_merged_header_cells_are_joined_top_down():
    rows = [
        ["编号", "经济指标", NONE, NONE, "用地", NONE],
        [NONE, "产值\n（万元）", "税收", NONE, "面积", "容积率"],
        [NONE, NONE, "国税", "地税", NONE, NONE],
        ["A", 10, 1, 2, 15, 1.2],
        ["B", 20, 3, 4, 30, 0.8],
    ]
    merged = [
        (0, 0, 2, 0),
        (0, 1, 0, 3),
        (0, 4, 0, 5),
        (1, 1, 2, 1),
        (1, 2, 1, 3),
        (1, 4, 2, 4),
        (1, 5, 2, 5),
    ]
    made = read_grid(rows, merged)
    assert made.frame.columns.tolist() == [
        "编号",
        "经济指标_产值（万元）",
        "经济指标_税收_国税",
        "经济指标_税收_地税",
        "用地_面积",
        "用地_容积率",
    ]
    assert made.frame.iloc[:, 2].tolist() == [1, 3]
    assert made.notes == ["The header is rows 1 to 3."]


def test_headers_of_two_rows_without_merged_cells():
    rows = [
        ["编号", "名称", "经济指标", NONE, "备注"],
        [NONE, NONE, "产值", "税收", NONE],
        ["A", "甲厂", 10, 1, "x"],
        ["B", "乙厂", 20, 2, NONE],
    ]
    assert read_grid(rows).frame.columns.tolist() == [
        "编号",
        "名称",
        "经济指标_产值",
        "经济指标_税收",
        "备注",
    ]
    # A row of groups that is thin by itself.
    rows = [
        ["编号", NONE, NONE, "经济指标", NONE, NONE, NONE, NONE, NONE],
        [NONE, "a", "b", "c", "d", "e", "f", "g", "h"],
        ["A", 1, 2, 3, 4, 5, 6, 7, 8],
    ]
    assert read_grid(rows).frame.columns.tolist()[:4] == ["编号", "a", "b", "经济指标_c"]


def test_a_row_of_texts_is_not_taken_for_a_second_header():
    rows = [["name", "address", NONE], ["A", NONE, "note"], ["B", "street", NONE]]
    made = read_grid(rows)
    assert made.frame["name"].tolist() == ["A", "B"]
    assert made.frame.columns.tolist() == ["name", "address", "column_3"]
    assert made.notes == ["Columns without a header are named by their place: 3."]


def test_years_are_names_and_numbers_are_not():
    made = read_grid([["企业", 2021, 2022.0, "2023年"], ["A", 1, 2, 3], ["B", 4, 5, 6]])
    assert made.frame.columns.tolist() == ["企业", "2021", "2022", "2023年"]
    made = read_grid([["A", 1, 2], ["B", 3, 4]])
    assert made.frame.columns.tolist() == ["column_1", "column_2", "column_3"]
    assert len(made.frame) == 2
    assert made.notes == ["No header row was found: the columns are named column_1 to column_3."]


def test_the_user_may_state_the_header():
    made = read_grid([["1", "2"], ["x", "y"], ["3", "4"]], header=(2, 2))
    assert made.frame.to_dict("list") == {"x": ["3"], "y": ["4"]}
    assert reasons(made) == {1: "above the header"}
    assert read_grid([["a", "b"], ["c", "d"], ["3", "4"]], header=(1, 2)).frame.columns.tolist() == [
        "a_c",
        "b_d",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "合计",
        "总计",
        "小计",
        "合 计",
        "合计：",
        "合計",
        "全县合计",
        "本页小计",
        "Total",
        "Grand total",
        "sum",
    ],
)
def test_total_rows_at_the_end_are_left_out(label):
    made = read_grid([["编号", "面积", "容积率"], *DATA, [label, 12, 4.0], [NONE, NONE, NONE]])
    assert made.frame["面积"].sum() == 12
    assert reasons(made) == {5: "total row", 6: "blank row"}
    assert made.rejects["value"].tolist() == [f"{label} | 12 | 4", None]


def test_subtotals_between_the_rows_are_left_out_but_a_firm_called_total_is_not():
    made = read_grid(
        [["企业", "产值"], ["A", 1], ["小计", 1], ["Total", 2], ["合计能源", 3], ["B", 4], ["合计", 10]]
    )
    assert made.frame["企业"].tolist() == ["A", "Total", "合计能源", "B"]
    assert reasons(made) == {3: "total row", 7: "total row"}
    # At the end a firm of that name shows by the words behind it.
    made = read_grid([["firm", "street", "output"], ["A", "x", 1], ["Total", "Main street", 2]])
    assert len(made.frame) == 2


def test_remarks_below_the_table_are_left_out_with_what_follows_them():
    rows = [
        ["编号", "面积", "容积率"],
        *DATA,
        ["注：面积为亩。", NONE, NONE],
        ["二、数据截至年底", NONE, NONE],
        ["填表人：", NONE, NONE],
    ]
    made = read_grid(rows)
    assert len(made.frame) == 3
    assert set(reasons(made).values()) == {"remark below the table"}
    # A last row with nothing but an id is a row.
    assert len(read_grid([["编号", "面积", "容积率"], *DATA, ["P4", NONE, NONE]]).frame) == 4


def test_repeated_headers_and_numbered_columns_are_left_out():
    rows = [
        ["企业", "a", "b", "c", "d"],
        ["甲", 1, 2, 3, 4],
        ["A", 5, 6, 7, 8],
        ["企业", "a", "b", "c", "d"],
        ["B", 1, 1, 1, 1],
    ]
    made = read_grid(rows)
    assert made.frame["企业"].tolist() == ["A", "B"]
    assert reasons(made) == {2: "numbers of the columns", 4: "header repeated"}


def test_a_nameless_total_is_kept_and_doubted():
    made = read_grid([["编号", "面积", "容积率"], *DATA, [NONE, 12, 4.0]])
    assert len(made.frame) == 4
    assert made.notes == ["The last row (row 5) has numbers but no text: it may be a total. It is kept."]


def test_columns_of_one_kind_and_mixed_ones():
    day = datetime.datetime(2018, 12, 31)
    rows = [
        ["a", "b", "c", "d", "e"],
        [1, True, day, "x", 2.0],
        [2, None, None, 3, "≤2.0"],
        [3, False, day.replace(hour=8), None, 7],
    ]
    frame = read_grid(rows).frame
    assert frame["a"].dtype == np.int64
    assert frame["b"].tolist() == [True, pd.NA, False]
    assert frame["c"].tolist() == ["2018-12-31", None, "2018-12-31T08:00:00"]
    assert frame["d"].tolist() == ["x", "3", None]
    assert frame["e"].tolist() == ["2", "≤2.0", "7"]


def test_long_numbers_merged_cells_and_equal_names_are_noted():
    rows = [["编号", "编号", "镇"], [91330100123456789, "x", "东镇"], [2, "y", None]]
    made = read_grid(rows, merged=[(1, 2, 2, 2)])
    assert made.frame.columns.tolist() == ["编号", "编号_2", "镇"]
    assert made.frame["镇"].tolist() == ["东镇", None]
    assert made.notes == [
        "1 merged cells below the header hold their value in their first cell only (row 2).",
        "编号: 1 numbers have more than 15 digits; a spreadsheet keeps 15 of them.",
        "Columns of the same name are numbered on: 编号_2.",
    ]


def test_a_sheet_formatted_far_down_is_not_a_million_rejects():
    made = read_grid([["a", "b"], [1, 2], *[[NONE, NONE]] * 5000])
    assert made.rejects.empty
    assert made.notes == ["5000 blank rows after row 2 are not counted."]
    empty = read_grid([[None, " "], []])
    assert empty.frame.empty
    assert empty.notes == ["2 blank rows after row 0 are not counted."]


def test_rejects_of_the_file_join_those_of_the_mapping_under_the_rows_of_the_file():
    reading = read_grid([["T", NONE], ["id", "tax"], ["A", "?"], [NONE, NONE], ["B", "!"]])
    own = pd.DataFrame(
        [
            ["enterprises", 2, "B", "tax", "!", "not a number"],
            ["enterprises", 1, "A", "tax", "?", "not a number"],
        ],
        columns=REJECT_COLUMNS,
    )
    made = with_rejects(reading, "enterprises", own)
    assert made.columns.tolist() == REJECT_COLUMNS
    assert list(zip(made["row"], made["id"], made["reason"])) == [
        (1, None, "above the header"),
        (3, "A", "not a number"),
        (4, None, "blank row"),
        (5, "B", "not a number"),
    ]
    assert own["row"].tolist() == [2, 1]
    assert with_rejects(None, "enterprises", own) is own


# What a careful clerk types, put together in any order: the builder knows which row is what.
names = st.sampled_from(["华兴机械厂", "A Ltd", "永盛电子", "Total Energies", "合计工业", "注塑厂"])
data_rows = st.tuples(
    names, st.integers(0, 10**6), st.floats(0, 10, allow_nan=False).map(lambda x: round(x, 2)), names
)
bodies = st.lists(st.one_of(data_rows, st.none(), st.just(("小计", 1, 1.0, None))), min_size=1, max_size=12)
TITLES = [("某县调查表",), (None,), ("填报单位：某局", None, None, "单位：亩")]
ENDS = [("合计", 9, 9.0, None), (None,), ("注：数据来源于统计局。",), ("填表人：张三",)]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(TITLES), max_size=3),
    bodies.filter(lambda rows: any(row and row[0] != "小计" for row in rows)),
    st.lists(st.sampled_from(ENDS), max_size=3),
)
def test_every_row_ends_up_where_it_belongs(titles, body, ends):
    header = ("企业名称", "产值", "容积率", "地址")
    grid = [*titles, header, *(row or (None,) for row in body), *ends]
    first = len(titles) + 2
    data = [first + place for place, row in enumerate(body) if row and row[0] != "小计"]
    made = read_grid(grid)
    assert made.frame.columns.tolist() == list(header)
    assert made.rows.tolist() == data
    assert made.frame.to_numpy(dtype=object).tolist() == [list(grid[row - 1]) for row in data]
    assert sorted(made.rejects["row"]) == sorted(set(range(1, len(grid) + 1)) - set(data) - {len(titles) + 1})


cells = st.one_of(
    st.none(),
    st.text(max_size=4),
    st.integers(-5, 3000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from(["合计", "注：x", "2021", "单位：亩", "1,234", "Total", "１２", " "]),
)
grids = st.lists(st.lists(cells, max_size=5), max_size=9)


def shown(value):
    return sheets._text(value)


@settings(max_examples=150)
@given(grids)
@example([["a", "b"], ["合计", None], ["注：x"], [None, "x"]])
def test_rows_in_are_header_plus_rows_out_plus_rejects(grid):
    made = read_grid(grid)
    filled = [sum(sheets._cell(value) is not None for value in row) for row in grid]
    end = max((place for place, count in enumerate(filled, 1) if count), default=0)
    rows, rejected = made.rows.tolist(), made.rejects["row"].tolist()
    assert len(made.frame) == len(rows)
    assert len(set(rows) | set(rejected)) == len(rows) + len(rejected)
    header = set(range(1, end + 1)) - set(rows) - set(rejected)
    # The header is one run of rows, and above the table.
    assert sorted(header) == list(range(min(header, default=1), min(header, default=1) + len(header)))
    assert not rows or max(header, default=0) < min(rows)
    for row, cells_out in zip(rows, made.frame.to_numpy(dtype=object)):
        assert sum(not pd.isna(value) for value in cells_out) == filled[row - 1]
    for row, value in zip(rejected, made.rejects["value"]):
        own = [shown(kept) for kept in map(sheets._cell, grid[row - 1]) if kept is not None]
        assert (value or "") == " | ".join(own)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["工业用地", "华兴机械有限公司", "浙江省杭州市", "不详", "A1", "镇工业园区"]),
        min_size=1,
        max_size=8,
    )
)
def test_encodings_are_told_apart(lines):
    for name in ("utf-8", "gb18030"):
        guess = guess_encoding([line.encode(name) for line in lines])
        assert guess.encoding == name or all(line.isascii() for line in lines)


def test_big5_is_told_from_gb18030_in_both_directions():
    traditional = "經濟部產業園區管理局 臺中港科技產業園區 電子零組件製造業 有限公司".split()
    simplified = "经济部产业园区管理局 台中港科技产业园区 电子零组件制造业 有限公司".split()
    assert guess_encoding([text.encode("big5") for text in traditional]).encoding == "cp950"
    assert guess_encoding([text.encode("gb18030") for text in traditional]).encoding == "gb18030"
    assert guess_encoding([text.encode("gb18030") for text in simplified]).encoding == "gb18030"
    # One broken line does not make UTF-8 something else; a field cut by bytes is not broken.
    pieces = [text.encode() for text in simplified]
    assert guess_encoding([*pieces, pieces[0][:-1], b"\xff\xfe\xfd"]).encoding == "utf-8"
    assert guess_encoding(["Zürich".encode("cp1252")], hint="cp1252").encoding == "cp1252"


def test_common_characters_are_those_of_the_frequent_half():
    # 啊 (B0A1) opens level 1 of GB 2312 and 座 (D7F9) closes it; 亍 and 齄 are of level 2.
    assert common_share(["啊座亍齄".encode("gbk")], "gb18030") == 0.5
    # 一 (A440) opens the frequent half of Big5 and 籲 (C67E) closes it; 乂 (C940) opens the other.
    assert common_share(["一籲乂".encode("big5")], "cp950") == pytest.approx(2 / 3)
    assert common_share(["，。（）".encode("gbk")], "gb18030") == 0


def test_a_header_stated_below_the_last_row_is_refused():
    with pytest.raises(LandRenewalError, match="reach to row 9, but the last row is 3"):
        read_grid([["a", "b"], [1, 2], [3, 4]], header=(9, 9))
