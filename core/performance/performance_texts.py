"""Words and figures shared by the pictures, the page and the workbook of the performance evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from ..pages.page_texts import fill, floats, known, number

CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "performance_page.yml"
DISTRICT, LEVEL, PARK = "district", "level", "park"
SIGNS = {2: "++", 1: "+", 0: "≈", -1: "−", -2: "−−"}
VERDICTS = {"better": 1, "near": 0, "worse": -1}
FAR = 2.0  # double signs start where a value is this many times better or worse
_FIFTHS = 5


@lru_cache(maxsize=1)
def _catalogue() -> dict:
    return yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))


def load_texts(language: str) -> dict:
    """The words in ``en`` or ``zh``."""
    return _catalogue()["zh" if language == "zh" else "en"]


def with_unit(value: object, unit: object, texts: dict) -> str:
    """A figure with its unit; units that add nothing (ratio, index) are left out.

    >>> texts = load_texts("zh")
    >>> with_unit(23.4, "%", texts), with_unit(0.93, "ratio", texts), with_unit(5.2, "km", texts)
    ('23.4%', '0.93', '5.2 km')
    """
    text = number(value)
    unit = measure(unit)
    if not text or not unit:
        return text
    # A Chinese unit stands right behind its figure.
    chinese = texts["lang"] != "en" and not unit.isascii()
    gap = texts["percent"] if unit in "%‰" else "" if chinese else " "
    return f"{text}{gap}{unit}"


def measure(unit: object) -> str:
    """The unit as it is shown, empty for units that add nothing.

    >>> measure("万元/km²"), measure("ratio"), measure(None)
    ('万元/km²', '', '')
    """
    return str(unit) if known(unit) and str(unit) not in _catalogue()["bare_units"] else ""


def level_name(level: object, texts: dict) -> str:
    return texts["levels"].get(level, str(level)) if known(level) else ""


def kinds_text(kinds: object, texts: dict) -> str:
    """The kinds of a priority area in words; they come as names with "; " between.

    >>> kinds_text("inefficient; poorly_planned; of my own", load_texts("en"))
    'inefficient; poorly planned; of my own'
    """
    names = str(kinds).split("; ") if known(kinds) else []
    return texts["semicolon"].join(texts["kinds"].get(name, name) for name in names)


def direction(row: dict, texts: dict) -> str:
    """Whether more or less is better."""
    return texts["more_is_better" if row["rising"] else "less_is_better"]


def standing(values: pd.DataFrame, by: str = "reference", far: float = FAR) -> pd.Series:
    """How each row stands: 2 far better, 1 better, 0 near, -1 worse, -2 far worse, <NA> not compared.

    ``by="reference"``: the sign is the row's verdict, and it doubles where the value is at least ``far``
    times better or worse than the reference (value / reference, turned round where less is better).
    ``by="rank"``: the fifth of the ranking in which (rank - 0.5) / ranked lies, the first being 2. Rows
    without value, verdict or rank are <NA>, and so are ranks among a single park.

    >>> rows = pd.DataFrame({"value": [4.0, 9.0], "reference": [10.0, 10.0], "rising": [True, True],
    ...                      "verdict": ["worse", "near"], "rank": [2, 1], "ranked": [2, 2]})
    >>> standing(rows).tolist(), standing(rows, "rank").tolist()
    ([-2, 0], [-1, 1])
    """
    value = floats(values["value"])
    if by == "rank":
        rank, ranked = floats(values["rank"]), floats(values["ranked"])
        with np.errstate(invalid="ignore", divide="ignore"):
            step = 2.0 - np.floor(_FIFTHS * (rank - 0.5) / ranked)
        step[~(ranked > 1)] = np.nan
    else:
        reference, rising = floats(values["reference"]), values["rising"].to_numpy(bool)
        with np.errstate(invalid="ignore", divide="ignore"):
            good = np.where(rising, value / reference, reference / value)
        sign = floats(values["verdict"].map(VERDICTS))
        double = np.where(sign > 0, good >= far, good <= 1 / far) & (reference > 0)
        step = np.where(double & (sign != 0), 2 * sign, sign)
    return pd.Series(np.where(np.isnan(value), np.nan, step), index=values.index).astype("Int64")


def indicators(values: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator, those of a criterion side by side, otherwise in order of appearance."""
    columns = ["indicator", "name", "criterion", "criterion_name", "unit_of_measure", "rising", "marks"]
    first = values.drop_duplicates("indicator")[columns]
    order = pd.Series(pd.factorize(first["criterion"].astype(object))[0], index=first.index)
    return first.loc[order.sort_values(kind="stable").index].reset_index(drop=True)


def criterion_runs(names: Sequence[str]) -> list[tuple[str, int]]:
    """Each run of equal names with its length.

    >>> criterion_runs(["a", "a", "b"])
    [('a', 2), ('b', 1)]
    """
    runs: list[tuple[str, int]] = []
    for name in names:
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + 1)
        else:
            runs.append((name, 1))
    return runs


def missing_text(row: dict, texts: dict) -> str:
    """Why a value is not known.

    >>> [missing_text({"reason": told}, load_texts("en")) for told in ("no roads", "not known: tax", None)]
    ['not known: no roads', 'not known: tax', 'not known']
    """
    if not known(row["reason"]):
        return texts["unknown"]
    told = str(row["reason"]).startswith(tuple(texts["says_so"]))
    return str(row["reason"]) if told else fill(texts["because"], reason=row["reason"])


def reference_text(row: dict, texts: dict) -> str:
    """The reference with its unit and name."""
    if not known(row["reference"]):
        return ""
    name = f" ({row['reference_name']})" if known(row["reference_name"]) else ""
    return with_unit(row["reference"], row["unit_of_measure"], texts) + name
