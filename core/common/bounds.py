"""Bounds written as text, as plans state plot ratios: "≤2.0,＞1.5", "1.0-2.0", "不大于2.0"."""

from __future__ import annotations

import math
import re

_AT_LEAST = "大于或等于 大于等于 不低于 不小于 不少于 大于 高于 超过 至少 >= => ≥ ≧ ⩾ >".split()
_AT_MOST = "小于或等于 小于等于 不高于 不大于 不超过 不多于 小于 低于 至多 <= =< ≤ ≦ ⩽ <".split()
_LOW_AFTER, _HIGH_AFTER = "(?:及|含)?以上", "(?:及|含)?(?:以下|以内)"
_NAME = r"(?:规划|控制)?(?:容积率|plot ratio|far)?\s*:?\s*"
_NUMBER = r"(\d+(?:\.\d*)?|\.\d+)"
_LOWER = re.compile(rf"{_NAME}(?:{'|'.join(_AT_LEAST)})\s*{_NUMBER}|{_NAME}{_NUMBER}\s*{_LOW_AFTER}", re.I)
_UPPER = re.compile(rf"{_NAME}(?:{'|'.join(_AT_MOST)})\s*{_NUMBER}|{_NAME}{_NUMBER}\s*{_HIGH_AFTER}", re.I)
_EXACT = re.compile(rf"{_NAME}=?\s*{_NUMBER}", re.I)
_SPAN = re.compile(rf"{_NAME}{_NUMBER}\s*(?:[-~～—–]+|至|到)\s*{_NUMBER}", re.I)
_CHAIN = re.compile(rf"{_NUMBER}\s*(?:<|<=|≤|≦)\s*[^\d<>≤≦]*(?:<|<=|≤|≦)\s*{_NUMBER}")
_AND = re.compile(r"\s*(?:[,;、]|并且|且|并|和|与|\band\b)\s*", re.I)
UNREADABLE = (math.inf, math.inf)


def bounds_of(text: str) -> tuple[float, float]:
    """Lower and upper bound of a text in half-width signs, NaN where there is none; infinite when it cannot
    be read.

    >>> bounds_of("≤2.0,>1.5"), bounds_of("2.5"), bounds_of("high")
    ((1.5, 2.0), (2.5, 2.5), (inf, inf))
    """
    span = _SPAN.fullmatch(text) or _CHAIN.fullmatch(text)
    if span:
        return _ordered(*map(float, span.groups()))
    exact = _EXACT.fullmatch(text)
    if exact:
        return float(exact[1]), float(exact[1])
    parts = [part for part in _AND.split(text) if part]
    lower = [found for found in map(_LOWER.fullmatch, parts) if found]
    upper = [found for found in map(_UPPER.fullmatch, parts) if found]
    if not parts or len(lower) > 1 or len(upper) > 1 or len(lower) + len(upper) < len(parts):
        return UNREADABLE
    low, high = (float(found[0][1] or found[0][2]) if found else math.nan for found in (lower, upper))
    return _ordered(low, high)


def _ordered(low: float, high: float) -> tuple[float, float]:
    return UNREADABLE if low > high else (low, high)
