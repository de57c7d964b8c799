from __future__ import annotations

import datetime
import decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.intake import values
from land_renewal.core.intake.dates import read_dates, to_date_text, to_year


def numbers(cells, **options):
    found, bad = values.to_number(pd.Series(cells, dtype=object), **options)
    return found.tolist(), bad.tolist()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,234,567.5", 1234567.5),
        ("1 234", 1234.0),
        ("１２３．５", 123.5),
        ("１，２３４", 1234.0),
        (" 7 ", 7.0),
        ("\u30008", 8.0),
        ("-3.5", -3.5),
        ("\u22123.5", -3.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("35%", 0.35),
        ("55％", 0.55),
        (b"12.5", 12.5),
        (decimal.Decimal("2.50"), 2.5),
        (3, 3.0),
        (np.float64(0.1), 0.1),
    ],
)
def test_numbers_that_can_be_read(cell, expected):
    assert numbers([cell]) == ([expected], [False])


@pytest.mark.parametrize(
    "cell", ["3,5", "12,34", "12亩", "≤2.0", "1-2", "abc", "-", "inf", float("inf"), "1.2.3", "12 34", "无"]
)
def test_values_that_are_no_numbers_are_bad_and_missing(cell):
    found, bad = numbers([cell])
    assert np.isnan(found[0])
    assert bad == [True]


@pytest.mark.parametrize("cell", ["", "  ", None, np.nan, pd.NA, "<Null>", "NULL", "nan", "None", "N/A"])
def test_empty_cells_are_missing_and_not_bad(cell):
    found, bad = numbers([cell])
    assert np.isnan(found[0])
    assert bad == [False]


def test_percent_can_be_taken_as_is_or_refused():
    assert numbers(["35%"], percent=1.0) == ([35.0], [False])
    assert numbers(["35%"], percent=None)[1] == [True]


@pytest.mark.parametrize("dtype", ["int64", "float64", "Int64", "bool"])
def test_numeric_columns_pass_through(dtype):
    found, bad = values.to_number(pd.Series([1, 0], dtype=dtype))
    assert found.dtype == np.float64
    assert found.tolist() == [1.0, 0.0]
    assert not bad.any()


def test_flags():
    yes = [
        "是",
        "有",
        "√",
        "通过",
        "已验收",
        "Y",
        "yes",
        "TRUE",
        "1",
        1,
        1.0,
        True,
        "ｙｅｓ",
        b"\xe6\x98\xaf",
    ]
    no = ["否", "无", "×", "未通过", "未验收", "N", "No", "false", "0", 0, 0.0, False]
    unknown = [None, np.nan, "", "未知", pd.NA]
    neither = ["maybe", "2", 2, "待验收", "通过？"]
    found, bad = values.to_flag(pd.Series([*yes, *no, *unknown, *neither], dtype=object))
    assert found.dtype == "boolean"
    expected = [True] * len(yes) + [False] * len(no) + [pd.NA] * (len(unknown) + len(neither))
    assert found.isna().tolist() == [value is pd.NA for value in expected]
    assert found.dropna().tolist() == [value for value in expected if value is not pd.NA]
    assert bad.tolist() == [False] * (len(yes) + len(no) + len(unknown)) + [True] * len(neither)


def test_numeric_flag_columns():
    found, bad = values.to_flag(pd.Series([1.0, 0.0, np.nan, 7.0]))
    assert found.fillna(False).tolist() == [True, False, False, False]
    assert found.isna().tolist() == [False, False, True, True]
    assert bad.tolist() == [False, False, False, True]


def test_texts():
    cells = [
        4026320005.0,
        401,
        1.5,
        " a\u3000",
        b"\xe4\xba\xa9",
        "",
        None,
        np.nan,
        True,
        "<Null>",
        "None",
        10**20,
    ]
    expected = ["4026320005", "401", "1.5", "a", "亩", None, None, None, "true", None, "None", str(10**20)]
    assert values.to_text(pd.Series(cells, dtype=object)).tolist() == expected


@pytest.mark.parametrize("dtype", ["float64", "Int64", "int64"])
def test_whole_numbers_become_texts_without_a_point(dtype):
    text = values.to_text(pd.Series([4026320005, 7], dtype=dtype))
    assert text.dtype == object
    assert text.tolist() == ["4026320005", "7"]


def test_dates():
    good = [
        "2018-12-31",
        "2018/12/31",
        "2018.12.31",
        "2018年12月31日",
        "20181231",
        "2018-12-31 08:30",
        20181231.0,
    ]
    good += [datetime.date(2018, 12, 31), pd.Timestamp("2018-12-31 10:00")]
    bad = ["2018-12", "2018-02-30", "9999-12-31", datetime.date(9999, 12, 31), "03/04/2018", "soon"]
    found, wrong = to_date_text(pd.Series([*good, *bad, None, ""], dtype=object))
    assert found.tolist() == ["2018-12-31"] * len(good) + [None] * (len(bad) + 2)
    assert wrong.tolist() == [False] * len(good) + [True] * len(bad) + [False, False]


def read_date(*cells):
    return read_dates(pd.Series(list(cells), dtype=object))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2018-12-31 00:00:00", "2018-12-31"),
        ("20181231235959", "2018-12-31"),
        ("31.12.2018", "2018-12-31"),
        ("3.4.2018", "2018-04-03"),
        ("31/12/2018", "2018-12-31"),
        ("12/31/2018", "2018-12-31"),
        ("5-5-2018", "2018-05-05"),
        # Serial numbers of the 1900 system, by hand: 1970-01-01 is 25569.
        (43465, "2018-12-31"),
        ("40909", "2012-01-01"),
        (25569.75, "1970-01-01"),
        # Year 89 of the Republic is 2000, year 107 is 2018; the factory register pads to seven digits.
        ("0890101", "2000-01-01"),
        ("1070612", "2018-06-12"),
        ("107/6/12", "2018-06-12"),
        ("089.01.01", "2000-01-01"),
        ("中華民國89年1月1日", "2000-01-01"),
        ("民国107年6月12日", "2018-06-12"),
        ("２０１８／１２／３１", "2018-12-31"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_dates_in_the_dress_of_registers(cell, expected):
    dates = read_date(cell)
    assert dates.text.tolist() == [expected]
    assert not dates.bad.any()


@pytest.mark.parametrize(
    "cell",
    [
        "03/04/2018",
        "3-4-2018",
        "89/1/1",
        "890101",
        "18-12-31",
        "2018",
        2018,
        201812,
        "4346",
        "434651",
        "2019-02-29",
        "1070230",
        "0000101",
        "2001231x",
        "13/13/2018",
        "2262-01-01",
        "1677-12-31",
        "31.02.2018",
        1e300,
        "0",
    ],
)
def test_what_is_no_date_or_could_be_two_is_bad(cell):
    dates = read_date(cell)
    assert dates.text.tolist() == [None]
    assert dates.bad.tolist() == [True]


@pytest.mark.parametrize(
    "cell", ["1901-01-01", "1900/1/1", "1899-12-30", datetime.datetime(1899, 12, 31), "1900/1/0", "00:00:00"]
)
def test_placeholders_are_missing_and_counted(cell):
    dates = read_date(cell, "2018-12-31")
    assert dates.text.tolist() == [None, "2018-12-31"]
    assert not dates.bad.any()
    assert dates.notes("start_due")[0].startswith("start_due: 1 of 2 dates are placeholders")


def test_two_digits_are_years_of_the_republic_only_among_clear_ones():
    dates = read_date("1070612", 890101, "89/1/1", "10101")
    assert dates.text.tolist() == ["2018-06-12", "2000-01-01", "2000-01-01", None]
    assert dates.roc.tolist() == [True, True, True, False]
    # Five digits could be a serial number or the first day of the Republic's year 1.
    assert dates.bad.tolist() == [False, False, False, True]
    assert dates.notes("d") == [
        "d: 3 of 4 dates have years of the Republic of China, taken as year + 1911.",
    ]
    assert read_date("890101", "89/1/1", "40909").bad.tolist() == [True, True, False]


@settings(max_examples=100)
@given(st.dates(datetime.date(1927, 5, 19), datetime.date(2110, 12, 31)))
def test_one_day_in_every_dress(day):
    serial = (day - datetime.date(1899, 12, 30)).days
    roc = day.year - 1911
    written = [
        day,
        f"{day:%Y/%m/%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.day}.{day.month}.{day.year}",
        f"民國{roc:02d}年{day.month}月{day.day}日",
        f"{roc:03d}{day:%m%d}",
        f"{roc:03d}/{day.month}/{day.day}",
    ]
    dates = read_date(*written)
    assert dates.text.tolist() == [day.isoformat()] * len(written)
    assert read_date(serial, str(serial), day).text.tolist() == [day.isoformat()] * 3


@pytest.mark.parametrize(
    ("cell", "lower", "upper"),
    [
        ("≤2.0,＞1.5", 1.5, 2.0),
        ("≤2.0，＞1.5", 1.5, 2.0),
        ("1.0-2.0", 1.0, 2.0),
        ("１．０～２．０", 1.0, 2.0),
        ("1.0≤容积率≤2.0", 1.0, 2.0),
        ("大于1并且小于等于2.5", 1.0, 2.5),
        ("容积率不大于2.0", None, 2.0),
        ("不低于1.2", 1.2, None),
        ("1.5以上", 1.5, None),
        (">=1.5", 1.5, None),
        ("2", 2.0, 2.0),
        (1.8, 1.8, 1.8),
        ("0.00", 0.0, 0.0),
        ("", None, None),
        (None, None, None),
    ],
)
def test_bounds(cell, lower, upper):
    low, high, bad = values.to_bounds(pd.Series([cell], dtype=object, index=[7]))
    assert [low.iloc[0], high.iloc[0]] == pytest.approx(
        [np.nan if x is None else x for x in (lower, upper)], nan_ok=True
    )
    assert low.index.tolist() == [7]
    assert not bad.any()


@pytest.mark.parametrize(
    "cell", ["高", "≤2.0,≤1.5", ">2,<1", "2-1", "≤2.0 且 约", "12亩", "1.0-2.0-3.0", "≤"]
)
def test_bounds_that_cannot_be_read(cell):
    low, high, bad = values.to_bounds(pd.Series([cell, "1"], dtype=object))
    assert bad.tolist() == [True, False]
    assert low.isna().tolist() == high.isna().tolist() == [True, False]


def test_date_columns():
    found, bad = to_date_text(pd.Series(pd.to_datetime(["2020-02-29", None])))
    assert found.tolist() == ["2020-02-29", None]
    assert not bad.any()


@pytest.mark.parametrize("dtype", [object, "float64", "string", "category", "boolean"])
@pytest.mark.parametrize("count", [0, 2])
def test_columns_without_any_value(dtype, count):
    empty = pd.Series([None] * count, dtype=dtype)
    assert values.to_text(empty).tolist() == [None] * count
    for convert in (values.to_number, values.to_flag, to_date_text):
        found, bad = convert(empty)
        assert len(found) == count
        assert found.isna().all()
        assert not bad.any()


cells = st.one_of(
    st.none(),
    st.floats(),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.text(max_size=6),
    st.sampled_from(["1,234", "是", "35%", "2018-12-31", "１２", "×", "<Null>"]),
)


@settings(max_examples=80)
@given(st.lists(cells, max_size=8))
def test_nothing_is_lost_and_bad_means_missing(column):
    series = pd.Series(column, dtype=object, index=range(5, 5 + len(column)), name="c")
    before = series.copy()
    text = values.to_text(series)
    for convert in (values.to_number, values.to_flag, to_date_text):
        found, bad = convert(series)
        assert found.index.equals(series.index)
        assert found.name == "c"
        assert not (bad & found.notna().to_numpy()).any()
        # what is neither read nor bad was empty (or says of itself that it is unknown)
        silent = found.isna().to_numpy() & ~bad
        assert set(text[silent].dropna().str.casefold()) <= {"none", "?", "unknown"}
    pd.testing.assert_series_equal(series, before)


@settings(max_examples=80)
@given(st.lists(st.floats(-1e15, 1e15, allow_nan=False), min_size=1, max_size=6))
def test_numbers_survive_being_written_with_separators(column):
    written = pd.Series([f"{value:,.6f}" for value in column], dtype=object)
    found, bad = values.to_number(written)
    assert not bad.any()
    assert found.tolist() == [float(f"{value:.6f}") for value in column]


def test_texts_with_undecoded_bytes_stay_apart():
    raw = pd.Series([bytes([0x81 + n, 0x40]).decode("utf-8", "surrogateescape") for n in range(60)] * 2)
    assert values.to_text(raw).tolist() == raw.tolist()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2022, 2022), (2022.0, 2022), ("2022", 2022), ("２０２２年", 2022), ("2022年度", 2022), (0, 0),
        ("2022-01-31", 2022), (datetime.datetime(2022, 1, 1), 2022), ("2022.0", 2022),
    ],
)  # fmt: skip
def test_years_are_read_as_registers_write_them(cell, expected):
    found, bad = to_year(pd.Series([cell, None], dtype=object))
    assert (found.tolist()[0], bad.tolist()) == (expected, [False, False])


@pytest.mark.parametrize("cell", [22, 44562, "44562", 2022.5, -2022, "22年", "last", "2021-2022", 3000])
def test_what_is_no_year_is_bad(cell):
    found, bad = to_year(pd.Series([cell], dtype=object))
    assert np.isnan(found[0])
    assert bad.tolist() == [True]
