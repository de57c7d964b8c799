"""Unit costs with their range and source, and who pays whom: section ``economics`` of the profile [P 4.2]."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from ..common import units
from ..common.errors import LandRenewalError, sentence
from .profile import Profile

PARTIES = ("government", "enterprise", "collective", "market")
PHASES = ("near", "medium", "long")
UPLIFT = "output_uplift"
_UPLIFT_NAMES = {"name_en": "Output of a moved firm against before", "name_zh": "搬迁后产出倍数"}


@dataclass(frozen=True)
class EconomicRules:
    """Section ``economics`` of the rule profile, without its unit costs. Years; money 10k CNY; rates 0-1."""

    phases: tuple[dict, ...]
    base_year: int
    horizon: int
    discount_rate: float
    discount_rate_public: float
    public_welfare: bool
    fiscal_revenue: float | None
    land_term: float
    unknown_ownership: str
    surcharge_classes: tuple[str, ...]
    priced_quota: str
    draws: int
    seed: int

    @property
    def rate(self) -> float:
        """The discount rate in use."""
        return self.discount_rate_public if self.public_welfare else self.discount_rate

    @property
    def years(self) -> np.ndarray:
        """The years of the cash flow, base year first."""
        return np.arange(self.base_year, self.horizon + 1)


@dataclass(frozen=True)
class Price:
    """One unit cost, benefit or factor in internal units; ``value`` is None where it is not known.

    ``payer`` and ``payee`` are None for factors. ``low`` and ``high`` are None where it is not varied.
    """

    item: str
    group: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    payer: str | None
    payee: str | None
    else_payer: str | None
    name_en: str
    name_zh: str
    source: str | None = None
    year: int | None = None
    status: str | None = None
    note: str | None = None
    stated: float | None = None
    stated_unit: str = ""

    @property
    def varies(self) -> bool:
        """Whether there is a range to vary it in, and it holds the value."""
        if self.value is None or self.low is None:
            return False
        return self.low < self.high and self.low <= self.value <= self.high

    def shown(self, value: float) -> float:
        """A value of this item in the unit that the profile states it in."""
        return float(units.to_internal(value, self.unit, self.stated_unit))


@dataclass(frozen=True)
class UnitCosts:
    """All unit costs by item, in the order of the profile; ``notes`` say which ranges were dropped."""

    prices: Mapping[str, Price]
    notes: tuple[str, ...] = ()

    def __getitem__(self, item: str) -> Price:
        return self.prices[item]

    def known(self, items: tuple[str, ...]) -> bool:
        """Whether all of these items have a value."""
        return all(self.prices[item].value is not None for item in items)

    def product(self, items: tuple[str, ...]) -> float:
        """The product of known items (1 for none)."""
        result = 1.0
        for item in items:
            result *= self.prices[item].value
        return result

    def vector(self) -> np.ndarray:
        """Values in order; 0 where not known (no line with an unknown factor carries money)."""
        return np.array([price.value or 0.0 for price in self.prices.values()])

    def varied(self) -> list[str]:
        """Items that have a range."""
        return [item for item, price in self.prices.items() if price.varies]

    def with_values(self, **values: float) -> UnitCosts:
        """The same costs with other values (internal units); ranges stay."""
        return replace(
            self, prices={i: replace(p, value=values.get(i, p.value)) for i, p in self.prices.items()}
        )


def unit_costs(profile: Profile) -> UnitCosts:
    """Read ``economics.unit_costs`` and ``scenarios.output_uplift`` from a rule profile.

    A range keeps the default's unit until the profile gives its own; it goes where it does not hold a value.
    Raises LandRenewalError where a row has one end of a range only, or pays from a party to itself.
    """
    table, default = (side["economics"]["unit_costs"] for side in (profile.sections, profile.defaults))
    below = {row.cells["item"]: row.cells for row in default.rows}
    prices, notes = {}, []
    for row, record in zip(table.rows, table.records()):
        low, high = _range(row.cells, below.get(record["item"], {}))
        found = {name: record[name] for name in ("item", "group", "value", "unit", "name_en", "name_zh",
                                                 "payer", "payee", "else_payer")}  # fmt: skip
        price = Price(
            **found, low=low, high=high, **_origin(row.origin),
            stated=row.cells.get("value"), stated_unit=str(row.cells.get("unit") or ""),
        )  # fmt: skip
        prices[price.item] = _checked(price, notes)
    prices[UPLIFT] = _uplift(profile)
    return UnitCosts(prices, tuple(notes))


def _range(cells: dict, below: dict) -> tuple[float | None, float | None]:
    """Both ends in internal units; an end inherited from the default is still in the default's unit."""
    ends = []
    for name in ("low", "high"):
        value, unit = cells.get(name), str(cells.get("unit") or "")
        stated = str(below.get("unit") or unit)
        unit = stated if unit != stated and value == below.get(name) else unit
        ends.append(None if value is None else units.to_internal(value, unit, units.internal_unit(unit)))
    return ends[0], ends[1]


def _checked(price: Price, notes: list[str]) -> Price:
    where = f"economics.unit_costs[{price.item}]"
    if price.group != "factor" and (price.payer is None or price.payee is None):
        raise LandRenewalError("{} must name its payer and payee.", where)
    if price.payer is not None and price.payee in (price.payer, price.else_payer):
        raise LandRenewalError("{} pays from '{}' to itself: change payer or payee.", where, price.payee)
    if (price.low is None) != (price.high is None) or (price.low is not None and price.low > price.high):
        raise LandRenewalError("{} must have both low and high, low first, or neither.", where)
    if price.low is None or price.value is None or price.low <= price.value <= price.high:
        return price
    notes.append(
        sentence("{}: the range does not hold the value and is not used for the sensitivity analysis.", where)
    )
    return replace(price, low=None, high=None)


def _uplift(profile: Profile) -> Price:
    entry = profile.entry(f"scenarios.{UPLIFT}")
    low, high = entry.internal_range or (None, None)
    nobody = dict.fromkeys(("payer", "payee", "else_payer"))
    return Price(
        UPLIFT, "factor", entry.internal, low, high, entry.internal_unit, **nobody, **_UPLIFT_NAMES,
        **_origin(entry.origin), stated=entry.value, stated_unit=entry.unit,
    )  # fmt: skip


def _origin(origin) -> dict:
    return {name: getattr(origin, name) for name in ("source", "year", "status", "note")}


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with texts as objects, missing as None, whatever pandas made of them."""
    given = {}
    for name in frame:
        if not (is_numeric_dtype(frame[name]) or is_bool_dtype(frame[name])):
            column = frame[name].astype(object)
            given[name] = column.where(column.notna(), None)
    return frame.assign(**given)


def cost_table(costs: UnitCosts, language: str = "en") -> pd.DataFrame:
    """All unit costs as a table: value and range as used inside, with unit, source, year and status."""
    columns = ("item", "group", "value", "low", "high", "unit", "payer", "payee", "else_payer", "source",
               "year", "status", "note")  # fmt: skip
    frame = pd.DataFrame([{name: getattr(p, name) for name in columns} for p in costs.prices.values()])
    frame.insert(1, "name", [price_name(price, language) for price in costs.prices.values()])
    for name in ("value", "low", "high", "year"):
        frame[name] = frame[name].astype(float)
    return plain(frame)


def price_name(price: Price, language: str) -> str:
    """What an item is called."""
    return price.name_zh if language == "zh" else price.name_en
