"""Cells of real registers made into numbers, flags, texts and dates; what cannot be read is marked."""

from __future__ import annotations

import datetime
import numbers

import numpy as np
import pandas as pd
from pandas.api import types

from ..common.bounds import bounds_of

# "None" as a name of a firm or a place is possible, so it counts as empty only where a text would be wrong
# anyway.
_EMPTY_TEXT = ("", "<null>", "null", "<na>", "nan", "nat", "#n/a", "n/a")
EMPTY = (*_EMPTY_TEXT, "none")
_YES = (
    "1 1.0 y yes t true 是 有 对 √ ✓ ✔ ☑ 通过 已通过 合格 达标 已达标 "
    "已验收 验收合格 验收通过 已完成 完成 已评价"
).split()
_NO = (
    "0 0.0 n no f false 否 无 没有 × ✗ ✘ ☐ 未通过 不通过 没通过 不合格 不达标 未达标 "
    "未验收 验收不合格 未完成 未评价"
).split()
_UNKNOWN = "未知 不详 不明 未调查 unknown ?".split()
_FLAGS = {**dict.fromkeys(_YES, 1.0), **dict.fromkeys(_NO, 0.0), **dict.fromkeys(_UNKNOWN, 2.0)}
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_GROUPED = r"[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?"
BLANKS = " \t\r\n\f\v\u00a0\u3000\u200b\ufeff"


def to_text(series: pd.Series) -> pd.Series:
    """Texts (object, None for empty): stripped, bytes decoded as UTF-8, whole floats written as whole
    numbers.

    >>> to_text(pd.Series([4026320005.0, None])).tolist()
    ['4026320005', None]
    """
    if all_text(series):
        return _each_text_once(_stripped, series)[0]
    missing = series.isna().to_numpy()
    if types.is_bool_dtype(series.dtype):
        values = np.where(_floats(series) == 1, "true", "false").astype(object)
    elif types.is_numeric_dtype(series.dtype) and not types.is_complex_dtype(series.dtype):
        values = _number_texts(series)
    elif types.is_datetime64_any_dtype(series.dtype):
        values = series.dt.strftime("%Y-%m-%d").to_numpy(dtype=object)
    else:
        # Mixed cells (numbers and text in one sheet column) have no vectorised form.
        values = np.array([*map(_cell_text, series.to_numpy(dtype=object)), None], dtype=object)[:-1]
        missing = missing | is_in(values, _EMPTY_TEXT)
    return objects(values, missing, series)


def to_number(series: pd.Series, percent: float | None = 0.01) -> tuple[pd.Series, np.ndarray]:
    """Numbers (float64, NaN for empty) and the mask of values that are none.

    Read: full-width digits, thousands separators (1,234 or 1 234), exponents, a % sign (times ``percent``;
    None refuses it). Refused: "3,5", "12 mu", "≤2.0", infinite numbers: a register that holds them needs a
    decision, not a guess.

    >>> numbers, bad = to_number(pd.Series(["１，２３４.５", "35%", "", "n. a."]))
    >>> numbers.tolist()[:2], bad.tolist()
    ([1234.5, 0.35], [False, False, False, True])
    """
    if types.is_numeric_dtype(series.dtype) and not types.is_complex_dtype(series.dtype):
        found = _floats(series)
        bad = np.isinf(found)
        return _numbers(np.where(bad, np.nan, found), series), bad
    text = normal(to_text(series))
    empty = text.isna().to_numpy() | is_in(text.to_numpy(dtype=object), EMPTY)
    has_percent = text.str.endswith("%", na=False).to_numpy(dtype=bool)
    text = text.str.rstrip("%").str.rstrip().str.replace("\u2212", "-", regex=False)
    grouped = text.str.fullmatch(_GROUPED, na=False).to_numpy(dtype=bool)
    plain = text.str.fullmatch(_NUMBER, na=False).to_numpy(dtype=bool)
    good = (plain | grouped) & ~empty & ~(has_percent & (percent is None))
    found = np.full(len(series), np.nan)
    found[good] = text[good].str.replace("[, ]", "", regex=True).astype("float64")
    # Divided, not multiplied by 0.01: 55 % is then 0.55 to the last bit.
    found = np.where(has_percent & good, found / (1 / percent if percent else 1), found)
    bad = (~good & ~empty) | np.isinf(found)
    return _numbers(np.where(bad, np.nan, found), series), bad


def to_flag(series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Yes/no (``boolean``, <NA> for empty and for a stated "unknown") and the mask of what is neither.

    Read in any case and width: 是/否, 有/无, √/×, 通过/未通过, 合格/不合格, 已验收/未验收,
    yes/no, true/false, Y/N, 1/0.

    >>> to_flag(pd.Series(["已验收", "×", None, "maybe"]))[0].tolist()
    [True, False, <NA>, <NA>]
    """
    if all_text(series):
        return _each_text_once(_read_flags, series)
    return _read_flags(series)


def _read_flags(series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    if types.is_numeric_dtype(series.dtype) and not types.is_complex_dtype(series.dtype):
        code = _floats(series)
        empty = np.isnan(code)
    else:
        text = normal(to_text(series)).str.casefold()
        empty = text.isna().to_numpy() | is_in(text.to_numpy(dtype=object), EMPTY)
        code = text.map(_FLAGS).to_numpy(dtype="float64")
        empty = empty | (code == 2)
    yes, no = code == 1, code == 0
    flags = pd.arrays.BooleanArray(yes, ~(yes | no))
    return pd.Series(flags, index=series.index, name=series.name), ~(yes | no | empty)


def to_bounds(series: pd.Series) -> tuple[pd.Series, pd.Series, np.ndarray]:
    """Lower bounds, upper bounds (float64, NaN where there is none) and the mask of what cannot be read.

    Read: "≤2.0,＞1.5", "1.0-2.0", "≥1.0且≤2.0", "不大于2.0", "1.5以上", each in any width. A plain number is
    both bounds. Whether a bound itself is allowed (< or ≤) is not kept. Bad: two lower or two upper bounds,
    a lower bound above the upper one, anything else. A 0 stays 0: whether it means "none" is for the column
    mapping to say.

    >>> lower, upper, bad = to_bounds(pd.Series(["≤2.0,＞1.5", "1~3", "2.5", "high"]))
    >>> lower.tolist()[:3], upper.tolist()[:3], bad.tolist()
    ([1.5, 1.0, 2.5], [2.0, 3.0, 2.5], [False, False, False, True])
    """
    place, distinct = pd.factorize(to_text(series))
    texts = normal(pd.Series(distinct, dtype=object)).tolist()
    # A plan states a handful of bounds many times over; a missing one has place -1: the last.
    once = [(np.nan, np.nan) if text.casefold() in EMPTY else bounds_of(text) for text in texts]
    found = np.array([*once, (np.nan, np.nan)])[place]
    bad = np.isinf(found).any(axis=1)
    found[bad] = np.nan
    return _numbers(found[:, 0], series), _numbers(found[:, 1], series), bad


def _stripped(series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    values = series.str.strip(BLANKS).to_numpy(dtype=object)
    missing = series.isna().to_numpy() | is_in(values, _EMPTY_TEXT)
    return objects(values, missing, series), missing


def _cell_text(value) -> str | None:
    if value is None or (types.is_scalar(value) and pd.isna(value)):
        return None
    if isinstance(value, (bytes, bytearray)):
        value = bytes(value).decode("utf-8", errors="replace")
    elif isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    elif isinstance(value, numbers.Real) and not isinstance(value, numbers.Integral):
        value = float(value)
        return f"{value:.0f}" if value.is_integer() else repr(value)
    elif isinstance(value, (datetime.date, np.datetime64)):
        return str(value)[:10]
    return str(value).strip(BLANKS)


def _number_texts(series: pd.Series) -> np.ndarray:
    if types.is_integer_dtype(series.dtype):
        return series.astype(object).astype(str).to_numpy(dtype=object)
    found = _floats(series)
    texts = found.astype(str).astype(object)
    whole = np.isfinite(found) & (found == np.floor(found)) & (np.abs(found) < 2**63)
    texts[whole] = found[whole].astype("int64").astype(str)
    return texts


def normal(text: pd.Series) -> pd.Series:
    return text.str.normalize("NFKC").str.strip(BLANKS)


def is_in(values: np.ndarray, words: tuple[str, ...]) -> np.ndarray:
    return pd.Series(values, dtype=object).str.casefold().isin(words).to_numpy(dtype=bool)


def _floats(series: pd.Series) -> np.ndarray:
    return series.to_numpy(dtype="float64", na_value=np.nan)


def _numbers(values: np.ndarray, like: pd.Series) -> pd.Series:
    return pd.Series(values, index=like.index, name=like.name, dtype="float64")


def objects(values: np.ndarray, missing: np.ndarray, like: pd.Series) -> pd.Series:
    values = values.copy()
    values[missing] = None
    return pd.Series(values, index=like.index, name=like.name, dtype=object)


def all_text(series: pd.Series) -> bool:
    return types.infer_dtype(series, skipna=True) == "string"


def _each_text_once(read, series: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """Read every distinct text once and spread the result: registers repeat themselves.

    Only for columns of nothing but text: 1 and True are one value to a hash table, but not to ``read``.
    """
    place, distinct = pd.factorize(series)
    try:
        "".join(distinct).encode()
    except UnicodeEncodeError:
        # To a hash table all texts that hold undecoded bytes may be one.
        return read(series)
    # A missing cell has place -1: the last one.
    found, bad = read(pd.Series([*distinct, None], dtype=object))
    return found.iloc[place].set_axis(series.index).rename(series.name), bad[place]
