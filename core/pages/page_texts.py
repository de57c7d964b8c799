"""Words and figures that pages, pictures and workbooks share."""

from __future__ import annotations

import math
from collections.abc import Iterable
from string import Template

import numpy as np
import pandas as pd

# Shares are sums of floating-point numbers.
_ROUNDING = 1e-9


def fill(text: str, /, **values: object) -> str:
    """Put values into a text of the catalogue.

    >>> fill("$rank of $ranked", rank=1, ranked=8)
    '1 of 8'
    """
    return Template(text).substitute(values)


def percent(share: float, language: str = "en") -> str:
    """A share in words, rounded down: what falls short of a limit is never shown as reaching it.

    >>> percent(0.996), percent(0.5), percent(0.002), percent(1.0)
    ('99 %', '50 %', '<1 %', '100 %')
    """
    if np.isnan(share):
        return "–"
    text = "<1" if 0 < share < 0.01 else f"{int(100 * share + _ROUNDING)}"
    return f"{text} %" if language == "en" else f"{text}%"


def known(value: object) -> bool:
    """Whether a cell holds something: not None, NaN, <NA> or an empty text.

    >>> known(0.0), known(float("nan")), known(None), known("")
    (True, False, False, False)
    """
    return not (
        value is None or value is pd.NA or value == "" or (isinstance(value, float) and value != value)
    )


def number(value: object, digits: int = 3) -> str:
    """A figure for reading: ``digits`` significant digits, but never fewer than all before the point.

    Missing gives an empty text.

    >>> number(52340.4), number(0.9312), number(23.0), number(-1.25), number(0.00041), number(None)
    ('52,340', '0.931', '23', '−1.25', '0.00041', '')
    """
    if not known(value) or not math.isfinite(value):
        return ""
    value = float(value)
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def share(value: object, language: str) -> str:
    """A share as a percentage, rounded down; empty when missing.

    >>> share(0.996, "en"), share(None, "en")
    ('99 %', '')
    """
    return percent(float(value), language) if known(value) else ""


def floats(column: pd.Series) -> np.ndarray:
    """A column as floats, NaN where missing, whatever pandas keeps it in."""
    return pd.to_numeric(column, errors="coerce").to_numpy(float, na_value=np.nan)


def listed(names: Iterable[object], texts: dict, most: int = 8) -> str:
    """Names in a sentence, the first ``most`` and how many more."""
    names = [str(name) for name in names]
    shown = texts["comma"].join(names[:most])
    if len(names) <= most:
        return shown
    more = fill(texts["and_more"], count=len(names) - most, total=len(names))
    return f"{shown} {more}"
