"""What the values of a source column say against its being a standard column, or in its unit."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..common import columns as std
from ..common import units
from ..common.columns import Column
from ..common.errors import joined, sentence
from ..common.headers import fold
from . import values
from .aliases import Aliases
from .dates import to_date_text
from .mapping_file import Rule

# What a measured polygon can tell the unit of, and the units it is tried against.
_MEASURED = {"stated_m2": "m2", "approved_km2": "km2"}
_AREA_UNITS = ("m2", "mu", "ha", "km2", "sqft")
_FIT = 1.15


def doubts(
    column: Column,
    rule: Rule,
    sample: pd.Series,
    aliases: Aliases,
    unit_cut: bool = False,
    measured: np.ndarray | None = None,
) -> list[str]:
    """Sentences on why some values are not those of a standard column filled by a rule; none: they may be.

    ``unit_cut``: the header stated a unit that was cut off. ``measured``: area of the sampled rows, m2, which
    tells the unit of a stated area. Empty values speak neither for nor against.

    >>> from .aliases import load_aliases
    >>> doubts(std.REGISTRY["land_code"], Rule(), pd.Series(["0601"]), load_aliases())
    []
    """
    text = values.to_text(sample)
    known = text.notna().to_numpy()
    if column.kind == std.TEXT:
        return _text_doubts(column, rule, text[known], aliases)
    if column.kind == std.FLAG:
        words = text[known].map(fold).isin(aliases.words.get(column.name, {})).to_numpy(dtype=bool)
        bad = values.to_flag(text[known])[1] & ~words
        return [sentence("most values are neither yes nor no")] if 2 * bad.sum() > len(bad) else []
    if column.kind == std.DATE:
        bad = to_date_text(text[known])[1]
        return [sentence("most values are not full dates")] if 2 * bad.sum() > len(bad) else []
    number, bad = values.to_number(sample)
    if known.any() and 2 * bad.sum() > known.sum():
        return [sentence("most values are not numbers")]
    return _unit_doubts(column, rule, unit_cut, number.abs().to_numpy(), aliases, measured)


def _text_doubts(column: Column, rule: Rule, text: pd.Series, aliases: Aliases) -> list[str]:
    if not column.choices or not len(text):
        return []
    listed = text.isin([old for old, _ in rule.values]).to_numpy(dtype=bool)
    folded = text.map(fold)
    words = {*aliases.words.get(column.name, {}), *map(fold, column.choices)}
    strange = ~(listed | folded.isin(words).to_numpy(dtype=bool))
    if rule.other == "null" or 2 * strange.sum() <= len(text):
        return []
    shown = joined(sorted(set(text[strange]))[:3])
    return [sentence("most values ({}) are not known", shown)]


def _unit_doubts(column, rule: Rule, unit_cut: bool, number: np.ndarray, aliases, measured) -> list[str]:
    if rule.unit and not units.compatible(rule.unit, column.unit or "ratio"):
        return [
            sentence(
                "its unit {} is no unit of {} ({})",
                rule.unit,
                column.name,
                column.unit or sentence("no unit"),
            )
        ]
    if column.name in _MEASURED and measured is not None:
        doubt, proved = _measured_doubt(column, rule, number, measured)
        if doubt or proved:
            return [doubt] if doubt else []
    low, high = aliases.usual.get(column.name, (0.0, np.inf))
    number = number[number > 0]
    if rule.unit or not len(number) or low <= np.median(number) < high:
        return []
    lost = sentence("the unit in its name was cut off") if unit_cut else sentence("its name states no unit")
    return [
        sentence(
            "{}, and half of the values are above {:.6g}, unusual in {}",
            lost,
            np.median(number),
            column.unit,
        )
        if np.median(number) >= high
        else sentence(
            "{}, and half of the values are at most {:.6g}, unusual in {}",
            lost,
            np.median(number),
            column.unit,
        )
    ]


def _measured_doubt(column, rule: Rule, number: np.ndarray, measured) -> tuple[str, bool]:
    """What the measured areas say of the unit: a doubt, or that it is right."""
    usable = (number > 0) & (measured > 0)
    if not usable.any():
        return "", False
    ratio = float(np.median(measured[usable] / number[usable]))
    unit = rule.unit or column.unit
    if max(ratio / units.factor(unit, "m2"), units.factor(unit, "m2") / ratio) < _FIT:
        return "", True
    fit = [u for u in _AREA_UNITS if max(ratio / units.factor(u, "m2"), units.factor(u, "m2") / ratio) < _FIT]
    return (sentence("the measured areas say its unit is {}, not {}", fit[0], unit) if fit else ""), False
