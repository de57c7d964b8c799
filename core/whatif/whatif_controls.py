"""Which rules can be tried, within which ends, and what is known of where their values come from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..common import units
from ..deficiency.deficiency import DeficiencyRules
from ..deficiency.subject_tests import threshold_rules
from ..rules.profile import Profile
from ..rules.profile_schema import INTEGER, NUMERIC, Entry

SECTION = "deficiency"
# In the order in which they are shown; the first word of a group names it.
GROUPS = {
    "efficiency": ("efficiency_kind", "efficiency_factor", "efficiency_percentile", "efficiency_absolute",
                   "efficiency_scope", "efficiency_years"),
    "equity": ("equity_kind", "equity_factor", "equity_percentile", "equity_absolute", "equity_scope",
               "equity_years"),
    "levels": ("level_factor_base", "level_factor_community", "level_factor_block"),
    "quality": ("dominant_industries", "poor_profit_below"),
    "certainty": ("reliability_minimum", "minimum_firms", "parcel_class", "weight_green",
                  "weight_efficiency", "weight_quality", "weight_equity", "weight_safety"),
}  # fmt: skip
_FACTORS = ("share_of_mean", "share_of_median")
_STEPS = 200
# The key by which `figures` holds what a fixed threshold is compared with.
_FIXED = {"efficiency_absolute": "efficiency", "equity_absolute": "equity", "poor_profit_below": "quality"}


@dataclass(frozen=True)
class Control:
    """One rule to try; all figures are in ``unit``, and None where it is no number.

    ``low`` and ``high`` are the ends of a slider, ``minimum`` and ``maximum`` the limits (None: no limit).
    ``used``: whether the other rules leave it any effect. ``default``: what the shipped profile says.
    """

    key: str
    group: str
    kind: str
    value: object
    default: object
    unit: str
    low: float | None
    high: float | None
    step: float | None
    minimum: float | None
    maximum: float | None
    nullable: bool
    choices: tuple[str, ...]
    source: str | None
    year: int | None
    status: str | None
    note: str | None
    used: bool

    @property
    def name(self) -> str:
        """The key without its section."""
        return self.key.partition(".")[2]


def controls(profile: Profile, figures: dict[str, Sequence[float]], years: int = 1) -> list[Control]:
    """The rules of the section ``deficiency`` that can be tried, in the order in which they are shown.

    ``figures``: what ``efficiency``, ``equity`` (10k CNY/km2) and ``quality`` (profit, 10k CNY) look at,
    sorted by size, for the ends of fixed thresholds; ``years``: how many years of figures there are.
    """
    rules = profile.params(DeficiencyRules, SECTION)
    return [
        _control(profile, group, name, rules, figures, years)
        for group, names in GROUPS.items()
        for name in names
    ]


def used(name: str, rules: DeficiencyRules) -> bool:
    """Whether a rule has any effect beside the others: a factor has none on a fixed threshold."""
    for layer in ("efficiency", "equity"):
        kind = threshold_rules(rules, layer).kind
        if name == f"{layer}_factor":
            return kind in _FACTORS
        if name in (f"{layer}_percentile", f"{layer}_absolute"):
            return name.endswith(kind)
        if name == f"{layer}_scope":
            return kind in (*_FACTORS, "percentile")
    if name == "minimum_firms":
        own = [threshold_rules(rules, layer) for layer in ("efficiency", "equity")]
        return any(one.kind in (*_FACTORS, "percentile") and one.scope != "district" for one in own)
    return True


def _control(profile: Profile, group, name, rules, figures, years) -> Control:
    entry = profile.entry(f"{SECTION}.{name}")
    usual = profile.defaults[SECTION][name]
    choices = entry.choices
    if name.endswith("_kind") and not rules.sector_thresholds:
        choices = tuple(choice for choice in choices if choice != "table" or choice == entry.value)
    default, numbers = usual.value, (None,) * 5
    if entry.kind in NUMERIC:
        default = _in(entry, usual.value, usual.unit)
        more = [years] if name.endswith("_years") else [_middle(figures.get(_FIXED.get(name), ()))]
        numbers = _numbers(entry, [default, *more])
    return Control(
        entry.key, group, entry.kind, entry.value, default, entry.unit, *numbers, entry.slot.nullable,
        choices, entry.source, entry.year, entry.status, usual.note, used(name, rules),
    )  # fmt: skip


def _in(entry: Entry, value: float | None, unit: str) -> float | None:
    return None if value is None else units.to_internal(value, unit, entry.unit)


def _middle(values: Sequence[float]) -> float | None:
    return float(values[len(values) // 2]) if len(values) else None


def _numbers(entry: Entry, more: Iterable[float | None]) -> tuple:
    """Low, high, step, minimum and maximum. The ends are the limits where there are any, else about twice
    the largest of the value, its range and what else is worth a try.
    """
    minimum, maximum = (_in(entry, end, entry.slot.unit) for end in (entry.slot.minimum, entry.slot.maximum))
    values = [value for value in (entry.value, *(entry.range or ()), *more) if value is not None]
    largest = max((abs(value) for value in values), default=0.0)
    high = _round_up(2 * largest or 1.0) if maximum is None else maximum
    low = -high if minimum is None else minimum
    step = 1.0 if entry.kind == INTEGER or entry.unit == "%" else _round_up((high - low) / _STEPS)
    return float(low), float(high), step, minimum, maximum


def _round_up(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 ...

    >>> _round_up(0.013), _round_up(2.0), _round_up(730)
    (0.02, 2.0, 1000.0)
    """
    size = 10.0 ** math.floor(math.log10(value))
    found = next(size * part for part in (1, 2, 5, 10) if size * part >= value * (1 - 1e-9))
    return float(f"{found:.6g}")
