"""What the result hangs on: tornado, grid, random draws and break-even values of the unit costs [P 4.2].

A present value is a sum of quantities times products of unit costs, each at most once in a product. So the
quantities are summed once, and every other question is arithmetic on a few dozen numbers.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, joined
from ..common.sums import product
from ..rules.unit_costs import EconomicRules, Price, UnitCosts, plain, price_name
from .cashflow import STATUS_QUO, VIEWS, Ledger, discount

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
DISCOUNT = "discount_rate"
_TOP = 10
_ROUNDING = 1e-12
_RATE_NAMES = {"en": "Discount rate", "zh": "折现率"}


@dataclass(frozen=True)
class Form:
    """Present value as a function of the unit costs: ``terms`` are (positions of factors, coefficient)."""

    scenario: str
    view: str
    terms: tuple[tuple[tuple[int, ...], float], ...]

    def value(self, values: np.ndarray) -> np.ndarray | float:
        """Present value for one set of unit costs, or for many (draws x items)."""
        values = np.asarray(values, dtype=float)
        total = np.zeros(values.shape[:-1])
        for factors, coefficient in self.terms:
            total = total + coefficient * np.prod(values[..., list(factors)], axis=-1)
        return total if values.ndim > 1 else float(total)

    def slope(self, values: np.ndarray, position: int) -> float:
        """Change of the present value for one unit more of one item, the others as given."""
        total = 0.0
        for factors, coefficient in self.terms:
            if position in factors:
                total += coefficient * float(
                    np.prod([values[other] for other in factors if other != position])
                )
        return total


def form_of(
    ledger: Ledger, costs: UnitCosts, rules: EconomicRules, view: str, rate: float | None = None
) -> Form:
    """The present value of a view of a scenario, ready for any unit costs."""
    place = {item: number for number, item in enumerate(costs.prices)}
    present = ledger.weights(view) * product(ledger.by_year, discount(rules, rate))
    sums: dict[tuple[int, ...], float] = {}
    for line, amount in zip(ledger.lines, present):
        if line.basis != "unpriced" and amount:
            key = tuple(sorted(place[item] for item in line.factors))
            sums[key] = sums.get(key, 0.0) + float(amount)
    return Form(ledger.scenario, view, tuple(sums.items()))


def forms_of(ledgers: list[Ledger], costs: UnitCosts, rules: EconomicRules, rate=None) -> list[Form]:
    """The forms of all scenarios in both views."""
    return [form_of(ledger, costs, rules, view, rate) for view in VIEWS for ledger in ledgers]


def tornado(
    ledgers: list[Ledger], costs: UnitCosts, rules: EconomicRules, language: str = "en", top: int = _TOP
) -> pd.DataFrame:
    """The strongest items of each scenario and view: present value at the low and high end, one at a time.

    The discount rate takes part with its two rates. Ordered by swing; ties by item. Items that change nothing
    are left out.
    """
    names = {item: price_name(price, language) for item, price in costs.prices.items()}
    records = []
    rates = (rules.discount_rate_public, rules.discount_rate)
    ends = [{(f.scenario, f.view): f for f in forms_of(ledgers, costs, rules, rate)} for rate in rates]
    for form in forms_of(ledgers, costs, rules):
        bars = _bars(form, costs, names)
        low, high = (end[form.scenario, form.view].value(costs.vector()) for end in ends)
        bars.append((DISCOUNT, _RATE_NAMES[language], *rates, low, high))
        bars = sorted(bars, key=lambda bar: (-abs(bar[5] - bar[4]), bar[0]))
        base = form.value(costs.vector())
        records += [
            (form.scenario, form.view, rank, *bar, abs(bar[5] - bar[4]), base)
            for rank, bar in enumerate(bars[:top], start=1)
            if bar[5] != bar[4]
        ]
    names = ["scenario", "view", "rank", "item", "name", "low", "high", "npv_low", "npv_high", "swing", "npv"]
    return pd.DataFrame(records, columns=names)


def _bars(form: Form, costs: UnitCosts, names: dict[str, str]) -> list[tuple]:
    base = costs.vector()
    at, bars = form.value(base), []
    for place, (item, price) in enumerate(costs.prices.items()):
        if not price.varies:
            continue
        slope = form.slope(base, place)
        low, high = (at + slope * (end - price.value) for end in (price.low, price.high))
        bars.append((item, names[item], price.low, price.high, low, high))
    return bars


def grid(
    ledgers: list[Ledger], costs: UnitCosts, rules: EconomicRules, items: tuple[str, str],
    view: str = "fiscal", steps: int = 5, language: str = "en",
) -> pd.DataFrame:  # fmt: skip
    """Present value of each scenario while two items run from low to high; ``first`` marks the best one.

    ``name_x`` and ``name_y`` name the items in ``language``.
    """
    spans = []
    for item in items:
        if item not in costs.prices or not costs[item].varies:
            raise LandRenewalError("'{}' cannot be varied: choose of {}.", item, joined(costs.varied()))
        spans.append(np.linspace(costs[item].low, costs[item].high, steps))
    across, along = (axis.ravel() for axis in np.meshgrid(*spans, indexing="ij"))
    values = np.tile(costs.vector(), (len(across), 1))
    for item, axis in zip(items, (across, along)):
        values[:, list(costs.prices).index(item)] = axis
    forms = [form_of(ledger, costs, rules, view) for ledger in ledgers]
    found = np.stack([form.value(values) for form in forms])
    best = np.argmax(found, axis=0)
    names = [price_name(costs[item], language) for item in items]
    frames = [
        pd.DataFrame(
            {"scenario": form.scenario, "view": view, "item_x": items[0], "name_x": names[0], "x": across,
             "item_y": items[1], "name_y": names[1], "y": along, "npv": row, "first": best == place}
        )
        for place, (form, row) in enumerate(zip(forms, found))
    ]  # fmt: skip
    return pd.concat(frames, ignore_index=True)


def draw(costs: UnitCosts, draws: int, seed: int) -> np.ndarray:
    """Random unit costs (draws x items): triangular over low, value and high; fixed where there is no range.

    Every item has its own stream, named by seed and item, so that a new item changes no other's draws.
    """
    table = np.tile(costs.vector(), (draws, 1))
    for place, (item, price) in enumerate(costs.prices.items()):
        if price.varies:
            stream = np.random.default_rng([seed, zlib.crc32(item.encode())])
            table[:, place] = _triangular(stream.random(draws), price)
    return table


def _triangular(uniform: np.ndarray, price: Price) -> np.ndarray:
    """Inverse of the triangular distribution."""
    low, mode, high = price.low, price.value, price.high
    left = (uniform * (high - low) * (mode - low)) ** 0.5
    right = ((1.0 - uniform) * (high - low) * (high - mode)) ** 0.5
    return np.where(uniform < (mode - low) / (high - low), low + left, high - right)


def triangular_means(costs: UnitCosts) -> np.ndarray:
    """Mean of each item's distribution: (low + value + high) / 3."""
    prices = costs.prices.values()
    return np.array([(p.low + p.value + p.high) / 3.0 if p.varies else p.value or 0.0 for p in prices])


def monte_carlo(ledgers: list[Ledger], costs: UnitCosts, rules: EconomicRules) -> pd.DataFrame:
    """How sure the result is, over ``rules.draws`` draws: one row a scenario and view.

    ``positive_share``: share of draws with a present value above 0. ``first_share``: share in which the
    scenario ranks first (ties: the first in order); ``first_change_share``: the same among the scenarios
    other than the status quo, whose own is empty. All scenarios share the draws. ``expected``: exact mean.
    """
    values = draw(costs, rules.draws, rules.seed)
    means, records = triangular_means(costs), []
    for view in VIEWS:
        forms = [form_of(ledger, costs, rules, view) for ledger in ledgers]
        found = np.stack([form.value(values) for form in forms])
        changes = np.array([form.scenario != STATUS_QUO for form in forms], dtype=bool)
        shares = zip(_first(found, np.ones_like(changes)), _first(found, changes))
        for form, row, first in zip(forms, found, shares):
            spread = np.quantile(row, QUANTILES)
            figures = (float(row.mean()), float(row.std()), form.value(means), *map(float, spread))
            records.append((form.scenario, view, rules.draws, *figures, float((row > 0).mean()), *first))
    quantiles = [f"p{round(100 * level):02d}" for level in QUANTILES]
    names = [
        "scenario",
        "view",
        "draws",
        "mean",
        "std",
        "expected",
        *quantiles,
        "positive_share",
        "first_share",
        "first_change_share",
    ]
    return pd.DataFrame(records, columns=names)


def _first(found: np.ndarray, running: np.ndarray) -> list[float]:
    """Share of the draws in which each of the running rows is the largest; NaN for the others."""
    shares = np.full(len(found), np.nan)
    if running.any():
        best = np.argmax(found[running], axis=0)
        shares[running] = np.bincount(best, minlength=int(running.sum())) / found.shape[1]
    return shares.tolist()


def break_even(
    ledgers: list[Ledger], costs: UnitCosts, rules: EconomicRules, language: str = "en"
) -> pd.DataFrame:
    """Value of each item at which a scenario's present value is 0, or equals another scenario's.

    Closed form: value - difference / slope, the other items as they are. ``against``: nothing (None: present
    value 0) or the other scenario. Rows where the item has no influence, or the value would be below 0, are
    left out. ``within_range``: whether the range of the item holds it (None without a range).
    """
    base, records = costs.vector(), []
    for view in VIEWS:
        forms = [form_of(ledger, costs, rules, view) for ledger in ledgers]
        pairs = [(form, None) for form in forms]
        pairs += [(form, other) for number, form in enumerate(forms) for other in forms[number + 1 :]]
        for form, other in pairs:
            records += _crossings(form, other, costs, base, language)
    names = ["scenario", "against", "view", "item", "name", "value", "break_even", "change", "within_range"]
    frame = pd.DataFrame(records, columns=names)
    return plain(frame.astype({"against": object, "within_range": "boolean"}))


def _crossings(form: Form, other: Form | None, costs: UnitCosts, base, language: str) -> list[tuple]:
    gap = form.value(base) - (other.value(base) if other else 0.0)
    found = []
    for place, (item, price) in enumerate(costs.prices.items()):
        own, theirs = form.slope(base, place), other.slope(base, place) if other else 0.0
        slope = own - theirs
        # Scenarios that differ by rounding only have no crossing.
        if price.value is None or abs(slope) <= _ROUNDING * (abs(own) + abs(theirs)):
            continue
        crossing = price.value - gap / slope
        if crossing < 0:
            continue
        inside = bool(price.low <= crossing <= price.high) if price.varies else None
        change = crossing / price.value - 1.0 if price.value else np.nan
        against = other.scenario if other else None
        row = (form.scenario, against, form.view, item, price_name(price, language))
        found.append((*row, price.value, crossing, change, inside))
    return found
