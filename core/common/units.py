"""Units: what a profile or a register may state, and how it becomes the unit used inside.

A unit is an atom (``ha``, ``万元``), an atom with a multiplier (``10k CNY``, ``万千瓦时``) or a quotient of
products (``10k CNY/mu``, ``CNY/(ha*km)``). Factors are exact fractions until the last step, so that
1 万元/亩 is 1500 万元/km² and not nearly so. Money is neutral: ``currency`` and ``CNY`` are one unit, and no
exchange rate is applied.

Inside: area m2, length m, money 10k CNY, share 0-1. Rates are per km2, per km and per CNY (P 3.2, table 2).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from .errors import LandRenewalError, joined, sentence, word
from .wording import unknown

_FOOT, _FOOT_US = Fraction(3048, 10000), Fraction(1200, 3937)
# dimension -> ((name, factor to the dimension's first unit, other names), ...)
_ATOMS = {
    "area": (
        ("m2", Fraction(1), "sqm 平方米 平米"),
        ("ha", Fraction(10_000), "hectare hectares 公顷"),
        ("km2", Fraction(1_000_000), "sqkm 平方公里 平方千米"),
        ("mu", Fraction(2000, 3), "亩 市亩"),
        ("sqft", _FOOT**2, "ft2 平方英尺"),
        ("sqft_us", _FOOT_US**2, "ft2_us"),
    ),
    "length": (
        ("m", Fraction(1), "metre metres 米"),
        ("km", Fraction(1000), "公里 千米"),
        ("ft", _FOOT, "foot feet 英尺"),
        ("ft_us", _FOOT_US, ""),
    ),
    "money": (("CNY", Fraction(1), "currency RMB yuan 元 人民币"),),
    "proportion": (
        ("share", Fraction(1), "fraction"),
        ("ratio", Fraction(1), "比值"),
        ("%", Fraction(1, 100), "percent 百分比"),
    ),
    "years": (("years", Fraction(1), "year yr a 年"), ("months", Fraction(1, 12), "month 月 个月")),
    "travel time": (("min", Fraction(1), "minute minutes 分钟"), ("h", Fraction(60), "hour hours 小时")),
    "persons": (("persons", Fraction(1), "person people jobs job employees 人"),),
    "count": (
        (
            "count",
            Fraction(1),
            "1 parcels parcel firms firm enterprises parks units pois poi floors towns 个 家 宗 块",
        ),
    ),
    "energy": (("kWh", Fraction(1), "千瓦时 度"), ("MWh", Fraction(1000), "兆瓦时")),
    "mass": (
        ("t", Fraction(1), "tonne tonnes 吨"),
        ("kg", Fraction(1, 1000), "千克 公斤"),
        ("m3_water", Fraction(1), "立方米水"),
    ),
}
_MULTIPLIERS = {
    "100M": 10**8, "10k": 10**4, "million": 10**6, "thousand": 10**3,
    "百万": 10**6, "亿": 10**8, "万": 10**4, "千": 10**3,
}  # fmt: skip
_INSIDE = {"area": "m2", "length": "m", "money": "10k CNY", "proportion": "share"}
_INSIDE_PER = {"area": "km2", "length": "km", "count": "1", "years": "year", "persons": "person"}
_NAMED = {"money": ("10k CNY", "CNY", "100M CNY")}
_NAMED_PER = {"area": ("km2", "ha", "mu", "m2"), "length": ("km", "m"), "money": ("CNY", "10k CNY")}


@dataclass(frozen=True)
class _Unit:
    factor: Fraction
    dimension: tuple[tuple[str, int], ...]


def _index() -> dict[str, tuple[str, Fraction]]:
    found = {}
    for dimension, atoms in _ATOMS.items():
        for name, size, others in atoms:
            for alias in (name, *others.split()):
                found[alias.casefold()] = (dimension, size)
    return found


_BY_NAME = _index()


def factor(unit: str, to: str) -> float:
    """How many ``to`` one ``unit`` is.

    Raises LandRenewalError for an unknown unit or another dimension; the message lists the units that fit.

    >>> factor("万元/亩", "10k CNY/km2"), factor("ha", "m2")
    (1500.0, 10000.0)
    """
    return float(_ratio(unit, to))


def to_internal(value, unit: str, expected_unit: str):
    """Convert a number or an array from ``unit`` to ``expected_unit`` (nulls stay null).

    Formula: value x numerator / denominator of the exact factor, so that 55 % is 0.55 and not
    0.55000000000000004.

    >>> to_internal(55, "%", "share")
    0.55
    """
    ratio = _ratio(unit, expected_unit)
    return value * float(ratio.numerator) / float(ratio.denominator)


def internal_unit(unit: str) -> str:
    """The unit used inside for the dimension of ``unit``: numerators m2, m, 10k CNY, share; denominators km2,
    km, CNY.

    >>> internal_unit("mu"), internal_unit("CNY/m2"), internal_unit("10k CNY/(ha*km)")
    ('m2', '10k CNY/km2', '10k CNY/(km2*km)')
    """
    dimension = parse(unit).dimension
    if dimension == (("proportion", 1),) and _clean(unit).casefold() == "ratio":
        return "ratio"
    if _rank(dimension) == [("length", 1), ("travel time", -1)]:
        return "km/h"
    return _compose(dimension, _inside, _inside_per)


def compatible(unit: str, other: str) -> bool:
    """Whether two known units measure the same thing."""
    return parse(unit).dimension == parse(other).dimension


def units_like(unit: str, limit: int = 12) -> list[str]:
    """Units of the same dimension as ``unit``, for messages.

    >>> units_like("km")
    ['m', 'km', 'ft', 'ft_us']
    """
    dimension = _rank(parse(unit).dimension)
    above = [_names(name) for name, power in dimension for _ in range(max(power, 0))]
    below = [_NAMED_PER.get(name) or _names(name) for name, power in dimension for _ in range(max(-power, 0))]
    tops = ["*".join(part) for part in itertools.product(*above)] if above else ["1"]
    if not below:
        return tops[:limit] if above else []
    ends = ["*".join(part) for part in itertools.product(*below)]
    ends = [f"({end})" if "*" in end else end for end in ends]
    return [f"{top}/{end}" for top in tops for end in ends][:limit]


@lru_cache(maxsize=1024)
def parse(unit: str) -> _Unit:
    """Read a unit; LandRenewalError when a part of it is not known."""
    text = _clean(unit)
    size, powers = Fraction(1), {}
    if text:
        for position, part in enumerate(_split(text, "/")):
            sign = 1 if position == 0 else -1
            for atom in _split(part.strip().removeprefix("(").removesuffix(")"), "*"):
                dimension, scale = _atom(atom.strip(), unit)
                size = size * scale if sign > 0 else size / scale
                powers[dimension] = powers.get(dimension, 0) + sign
    return _Unit(size, tuple(sorted((name, power) for name, power in powers.items() if power)))


def _clean(unit: str) -> str:
    text = unicodedata.normalize("NFKC", str(unit)).strip()
    return re.sub(r"\s*[·×⋅]\s*", "*", text)


def _split(text: str, separator: str) -> list[str]:
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _atom(text: str, whole: str) -> tuple[str, Fraction]:
    found = _BY_NAME.get(text.casefold())
    if found:
        return found
    for prefix, size in _MULTIPLIERS.items():
        rest = text[len(prefix) :].strip()
        if text.startswith(prefix) and rest.casefold() in _BY_NAME:
            dimension, scale = _BY_NAME[rest.casefold()]
            return dimension, scale * size
    valid = [name for dimension in _ATOMS for name in _names(dimension)]
    where = sentence("Unit") if text == _clean(whole) else sentence("In the unit '{}', the part", whole)
    raise LandRenewalError("{}.", unknown(where, text, valid, limit=40, guesses=_BY_NAME))


def _ratio(unit: str, to: str) -> Fraction:
    source, target = parse(unit), parse(to)
    if source.dimension != target.dimension:
        raise LandRenewalError(
            "Unit '{}' ({}) cannot be converted to '{}' ({}): {}",
            unit,
            _say(source),
            to,
            _say(target),
            sentence("use one of {}.", joined(units_like(to))) if to else sentence("leave the unit empty."),
        )
    return source.factor / target.factor


def _say(unit: _Unit) -> str:
    if [power for _, power in unit.dimension] == [1]:
        return word(unit.dimension[0][0])
    return _compose(unit.dimension, str, str) or sentence("no unit")


def _rank(dimension) -> list[tuple[str, int]]:
    order = list(_ATOMS)
    return sorted(dimension, key=lambda item: order.index(item[0]))


def _names(dimension: str) -> tuple[str, ...]:
    return _NAMED.get(dimension) or tuple(name for name, _, _ in _ATOMS[dimension])


def _inside(dimension: str) -> str:
    return _INSIDE.get(dimension, _ATOMS[dimension][0][0])


def _inside_per(dimension: str) -> str:
    return _INSIDE_PER.get(dimension, _ATOMS[dimension][0][0])


def _compose(dimension, above, below) -> str:
    ranked = _rank(dimension)
    tops = [above(name) for name, power in ranked for _ in range(max(power, 0))]
    ends = [below(name) for name, power in ranked for _ in range(max(-power, 0))]
    if not ends:
        return "*".join(tops)
    tops = ["1" if top == "count" else top for top in tops]
    end = "*".join(ends)
    return f"{'*'.join(tops) or '1'}/{f'({end})' if len(ends) > 1 else end}"
