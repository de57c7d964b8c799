"""Dates as registers write them: ISO, Chinese, day first, Excel's serial numbers, years of the Republic of
China.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import joined, sentence
from .values import EMPTY, all_text, is_in, normal, objects, to_number, to_text

# What programs write where there is no date: Excel's serial numbers 0 and 1, the first day of old systems.
PLACEHOLDERS = ("1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01")
_NO_DATE = ("00:00:00", "1900-01-00", "1900-1-0", "1900/1/0", "0000-00-00")
_TIME = r"(?:[ T].*)?"
_YEAR_FIRST = rf"^(\d{{4}})[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?{_TIME}$"
_COMPACT = r"^(\d{4})(\d{2})(\d{2})(?:\d{6})?$"
_ROC = rf"^(?:(?:中[華华])?民[國国])?\s*(\d{{2,3}})[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?{_TIME}$"
_ROC_COMPACT = r"^(\d{2,3})(\d{2})(\d{2})$"
_ROC_CLEAR = r"\D|\d{3}\D|\d{7}$"
_YEAR_LAST = rf"^(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}$"
_DOTTED = r"\d+\.\d+\..*"
_SERIAL = r"^(\d{5})(?:\.\d+)?$"
_SERIAL_START = "1899-12-30"
_ROC_START, _ROC_LAST = 1911, 199
_MONTHS = 12
_YEAR = r"^(\d{4})年度?$"
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_EARLIEST, _LATEST = 1678, 2261


@dataclass(frozen=True)
class Dates:
    """``text``: ISO texts, None for missing. ``bad``: values that are no full date. The other masks say how
    a date was read: Excel serial number, year of the Republic of China, year last, placeholder for none.
    """

    text: pd.Series
    bad: np.ndarray
    serial: np.ndarray
    roc: np.ndarray
    year_last: np.ndarray
    placeholder: np.ndarray

    def notes(self, name: str) -> list[str]:
        """What was converted or taken as missing, with counts."""
        said = (
            (self.placeholder, sentence("are placeholders ({}) and taken as missing", joined(PLACEHOLDERS))),
            (self.serial, sentence("are serial numbers of a spreadsheet, taken as days since 1899-12-30")),
            (self.roc, sentence("have years of the Republic of China, taken as year + 1911")),
            (self.year_last, sentence("have the year last; what is above 12 is the day")),
        )
        return [
            sentence("{}: {} of {} dates {}.", name, mask.sum(), len(mask), text)
            for mask, text in said
            if mask.any()
        ]


def read_dates(series: pd.Series, placeholders: tuple[str, ...] = PLACEHOLDERS) -> Dates:
    """Read dates; what is not a full date, or could be two, is bad.

    Read: dates, 2018-12-31, 2018/12/31, 2018.12.31, 2018年12月31日, 20181231, each with or without a time;
    31.12.2018; 31/12/2018 and 12/31/2018 (03/04/2018 could be two dates: bad). Serial numbers of Excel's 1900
    system with five digits, but not among years of the Republic of China, where 10101 may be 1/01/01. Years
    of the Republic with three digits (107/6/12, 1070612) or with 民國; with two digits (89/1/1, 890101) the
    century is open: read only in a column where other dates are clearly of the Republic. ``placeholders`` are
    missing. Refused: a month without a day, a day that does not exist, years before 1678 or after 2261
    (9999-12-31 stands for "for ever").

    >>> dates = read_dates(pd.Series(["43465", "1070612", "1900/1/1", "31.12.2018", "03/04/2018"]))
    >>> dates.text.tolist(), dates.bad.tolist()
    (['2018-12-31', '2018-06-12', None, '2018-12-31', None], [False, False, False, False, True])
    """
    if all_text(series):
        place, distinct = pd.factorize(series)
        # A missing cell has place -1: the last one.
        once = _read(pd.Series([*distinct, None], dtype=object), placeholders)
        text = once.text.iloc[place].set_axis(series.index).rename(series.name)
        masks = (once.bad, once.serial, once.roc, once.year_last, once.placeholder)
        return Dates(text, *(mask[place] for mask in masks))
    return _read(series, placeholders)


def _read(series: pd.Series, placeholders: tuple[str, ...]) -> Dates:
    text = normal(to_text(series))
    empty = text.isna().to_numpy() | is_in(text.to_numpy(dtype=object), EMPTY)
    day = _days(*_numbers(text, _YEAR_FIRST))
    found = {}
    for name, read in _READERS.items():
        rest = np.isnat(day) & ~empty
        if name == "serial" and not np.isnat(found["roc"]).all():
            # Among years of the Republic 10101 may be the first day of its year 1.
            rest &= False
        found[name] = np.full(len(day), np.datetime64("NaT"), dtype="datetime64[D]")
        if rest.any():
            found[name][rest] = read(text[rest])
        day = np.where(np.isnat(day), found[name], day)
    iso = np.datetime_as_string(day).astype(object)
    none = np.isin(iso, placeholders) | text.isin(_NO_DATE).to_numpy(dtype=bool)
    valid = ~np.isnat(day) & ~none
    masks = (valid & ~np.isnat(found[name]) for name in ("serial", "roc", "year_last"))
    return Dates(objects(iso, ~valid, series), ~valid & ~empty & ~none, *masks, none)


def _numbers(text: pd.Series, pattern: str) -> list[np.ndarray]:
    """The groups of a pattern as numbers, NaN where it does not match."""
    parts = text.str.extract(pattern)
    return [pd.to_numeric(parts[column], errors="coerce").to_numpy(dtype="float64") for column in parts]


def _days(year: np.ndarray, month: np.ndarray, day: np.ndarray) -> np.ndarray:
    """The days there are (datetime64[D]); NaT for the others."""
    numbers = np.stack([year, month, day])
    known = ~np.isnan(numbers).any(axis=0) & (month >= 1) & (month <= _MONTHS) & (day >= 1)
    known &= (year >= _EARLIEST) & (year <= _LATEST)
    year, month, day = np.where(known, numbers, 1).astype("int64")
    months = ((year - 1970) * _MONTHS + month - 1).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1)
    known &= days.astype("datetime64[M]") == months
    return np.where(known, days, np.datetime64("NaT"))


def _compact(text: pd.Series) -> np.ndarray:
    return _days(*_numbers(text, _COMPACT))


def _roc(text: pd.Series) -> np.ndarray:
    parts = zip(_numbers(text, _ROC), _numbers(text, _ROC_COMPACT))
    year, month, day = (np.where(np.isnan(long), short, long) for long, short in parts)
    found = _days(np.where((year >= 1) & (year <= _ROC_LAST), year, np.nan) + _ROC_START, month, day)
    clear = ~np.isnat(found) & text.str.match(_ROC_CLEAR).to_numpy(dtype=bool)
    return np.where(clear | clear.any(), found, np.datetime64("NaT"))


def _year_last(text: pd.Series) -> np.ndarray:
    first, second, year = _numbers(text, _YEAR_LAST)
    day_first = text.str.fullmatch(_DOTTED).to_numpy(dtype=bool) | (first > _MONTHS) | (first == second)
    found = _days(year, np.where(day_first, second, first), np.where(day_first, first, second))
    return np.where(day_first | (second > _MONTHS), found, np.datetime64("NaT"))


def _serials(text: pd.Series) -> np.ndarray:
    days = _numbers(text, _SERIAL)[0]
    dates = np.datetime64(_SERIAL_START) + np.nan_to_num(days).astype("int64")
    return np.where(np.isnan(days), np.datetime64("NaT"), dates)


_READERS = {"compact": _compact, "roc": _roc, "year_last": _year_last, "serial": _serials}


def to_date_text(series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Dates as ISO text (object, None for empty) and the mask of what is no full date; see `read_dates`.

    >>> to_date_text(pd.Series(["2018年12月31日", "2018-02-30"]))[0].tolist()
    ['2018-12-31', None]
    """
    dates = read_dates(series)
    return dates.text, dates.bad


def to_year(series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Years (float64, NaN for empty) and the mask of what is no year.

    Read: whole numbers of four digits, 2022年, 2022年度, dates. A 0 stays: whether it means "not known" is
    for the column to say. Refused: 22 (which century?), 44562 (the day of a spreadsheet, or a typing error).

    >>> years, bad = to_year(pd.Series([2022, "2021年", "2020-12-31", 44562, None], dtype=object))
    >>> years.tolist(), bad.tolist()
    ([2022.0, 2021.0, 2020.0, nan, nan], [False, False, False, True, False])
    """
    number = to_number(series)[0].to_numpy(copy=True)
    text = normal(to_text(series))
    said = pd.to_numeric(text.str.extract(_YEAR)[0], errors="coerce").to_numpy(dtype="float64")
    number = np.where(np.isnan(number), said, number)
    rest = np.isnan(number) & text.notna().to_numpy() & ~is_in(text.to_numpy(dtype=object), EMPTY)
    if rest.any():
        days = read_dates(series[rest], ()).text
        number[rest] = pd.to_numeric(days.str.slice(0, 4), errors="coerce").to_numpy(dtype="float64")
    year = (number % 1 == 0) & (number >= _FIRST_YEAR) & (number <= _LAST_YEAR)
    good = year | (number == 0)
    bad = ~good & (~np.isnan(number) | rest)
    return pd.Series(np.where(good, number, np.nan), index=series.index, name=series.name), bad
