"""Money by year and by payer: present value, benefit-cost ratio, return, payback, peak funding [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.columns import SCENARIOS
from ..common.errors import LandRenewalError
from ..common.sums import product
from ..rules.unit_costs import PARTIES, PHASES, EconomicRules, UnitCosts
from .quantities import Changes, Line, Stock

VIEWS = ("fiscal", "economic")
VALUE_ADDED = "value_added"
STATUS_QUO = SCENARIOS[0]
_REAL, _DUST = 1e-7, 1e-12
_DIGITS = 12


@dataclass(frozen=True)
class Ledger:
    """The payments of one scenario: ``by_year`` holds the quantity of each line (rows) in each year.

    All lines are changes against the status quo, whose own ledger is empty.
    """

    scenario: str
    lines: tuple[Line, ...]
    by_year: np.ndarray

    def weights(self, view: str) -> np.ndarray:
        """How a line counts in a view, -1, 0 or 1: a party, ``fiscal``, ``economic`` or ``value_added``.

        Fiscal = government. Economic = government + enterprise + collective + value added, where transfers
        between the three cancel.
        """
        if view == VALUE_ADDED:
            return np.array([float(line.payer is None) for line in self.lines])
        if view == "economic":
            return self.weights(VALUE_ADDED) - self.weights("market")
        party = "government" if view == "fiscal" else view
        return np.array([float(line.payee == party) - float(line.payer == party) for line in self.lines])

    def priced(self, costs: UnitCosts) -> np.ndarray:
        """The price of each line: the product of its factors; 0 for a line that is not priced."""
        return np.array(
            [0.0 if line.basis == "unpriced" else costs.product(line.factors) for line in self.lines]
        )

    def money(self, costs: UnitCosts) -> np.ndarray:
        """Amount of each line in each year, 10k CNY."""
        return self.by_year * self.priced(costs)[:, None]

    def flow(self, costs: UnitCosts, view: str) -> np.ndarray:
        """Net flow of a view in each year, 10k CNY."""
        return product(self.weights(view), self.money(costs))


def ledger_of(
    scenario: str, lines: list[Line], stock: Stock, changes: Changes, rules: EconomicRules
) -> Ledger:
    """Put the quantities of the parcels into the years of their phases."""
    once, yearly = spreads(rules)
    table = np.zeros((len(lines), len(rules.years)))
    for place, line in enumerate(lines):
        if line.basis == "unpriced":
            continue
        if line.timing == "residual":
            table[place] = _residual(line, stock, changes.phase, once, rules).sum(axis=0)
            continue
        by_phase = np.bincount(changes.phase, weights=line.quantity, minlength=len(PHASES))
        table[place] = product(by_phase, yearly if line.timing == "yearly" else once)
    return Ledger(scenario, tuple(lines), table)


def spreads(rules: EconomicRules) -> tuple[np.ndarray, np.ndarray]:
    """Share of a phase's parcels that move in each year, and that have moved before it (phases x years).

    Parcels of a phase are spread evenly over its years. Years after the horizon are outside the table.
    """
    spans = {row["phase"]: (row["first"], row["last"]) for row in rules.phases}
    years = rules.years
    if not len(years):
        raise LandRenewalError("economics.horizon lies before economics.base_year: nothing can be counted.")
    once = np.zeros((len(PHASES), len(years)))
    for place, name in enumerate(PHASES):
        first, last = spans[name]
        if first > last or first < rules.base_year:
            raise LandRenewalError(
                "economics.phases[{}] runs from {} to {}: it must not start before the base year {} nor end "
                "before it starts.",
                name,
                first,
                last,
                rules.base_year,
            )
        once[place] = ((years >= first) & (years <= last)) / (last - first + 1)
    return once, np.cumsum(once, axis=1) - once


def _residual(line: Line, stock: Stock, phase, once, rules: EconomicRules) -> np.ndarray:
    """Quantity x remaining share of the term, by row of the line and year of the move."""
    rows = np.flatnonzero(line.rows)
    remaining = stock.supplied[rows, None] + rules.land_term - rules.years[None, :]
    share = np.clip(remaining / rules.land_term, 0.0, 1.0)
    return line.quantity[rows, None] * share * once[phase[rows]]


def parcel_money(
    ledger: Ledger, stock: Stock, changes: Changes, costs: UnitCosts, rules: EconomicRules
) -> pd.DataFrame:
    """One-off costs of each parcel up to the horizon, and what it changes in a year after its move, 10k CNY.

    ``cost_government``, ``cost_enterprise``: what each pays. ``yearly_tax``: change of tax and surcharges.
    """
    once, _ = spreads(rules)
    count = len(stock.area)
    names = ("cost_government", "cost_enterprise", "proceeds", "yearly_tax", "yearly_value_added")
    sums = {name: np.zeros(count) for name in names}
    for line, price in zip(ledger.lines, ledger.priced(costs)):
        if line.timing == "residual":
            amount = np.zeros(count)
            amount[line.rows] = _residual(line, stock, changes.phase, once, rules).sum(axis=1) * price
        else:
            amount = (
                line.quantity * price * (1.0 if line.timing == "yearly" else once.sum(axis=1)[changes.phase])
            )
        column = _column(line)
        if column in sums:
            sums[column] += amount
    return pd.DataFrame(sums)


def _column(line: Line) -> str | None:
    if line.timing == "yearly":
        return "yearly_value_added" if line.payer is None else "yearly_tax"
    if line.group == "cost":
        return f"cost_{line.payer}"
    return "proceeds" if line.payer == "market" else None


def transfers(ledger: Ledger, costs: UnitCosts, rules: EconomicRules) -> pd.DataFrame:
    """Who pays whom how much for what in which year, 10k CNY; rows of 0 are left out.

    Changes of value added have no payer and payee. Negative: less is paid than under the status quo.
    """
    keys = [(line.item, line.group, line.payer, line.payee) for line in ledger.lines]
    money = ledger.money(costs)
    records = []
    for key in dict.fromkeys(keys):
        amounts = money[[place for place, other in enumerate(keys) if other == key]].sum(axis=0)
        records += [
            (ledger.scenario, int(year), *key, float(amount))
            for year, amount in zip(rules.years, amounts)
            if amount
        ]
    names = ["scenario", "year", "item", "group", "payer", "payee", "amount"]
    return pd.DataFrame(records, columns=names).sort_values(["year"], kind="stable", ignore_index=True)


def cash_flow(ledger: Ledger, costs: UnitCosts, rules: EconomicRules) -> pd.DataFrame:
    """Net flow of each party, value added, and the two views by year, 10k CNY; the four parties sum to 0."""
    columns = {view: ledger.flow(costs, view) for view in (*PARTIES, VALUE_ADDED, "economic")}
    frame = pd.DataFrame({"scenario": ledger.scenario, "year": rules.years, **columns})
    for view in ("government", "economic"):
        frame[f"cumulative_{view}"] = np.cumsum(columns[view])
    return frame


def discount(rules: EconomicRules, rate: float | None = None) -> np.ndarray:
    """Discount factors of the years: 1 / (1 + rate) ^ (year - base year)."""
    rate = rules.rate if rate is None else rate
    return (1.0 + rate) ** -(rules.years - rules.base_year).astype(float)


def npv(flow: np.ndarray, rate: float) -> float:
    """Present value of yearly flows, the first one not discounted.

    >>> round(npv(np.array([-100.0, 60.0, 60.0]), 0.1), 3)
    4.132
    """
    return float(product(flow, (1.0 + rate) ** -np.arange(len(flow), dtype=float)))


def irr(flow: np.ndarray) -> float | None:
    """The rate at which the present value is 0; None where there is none, or more than one.

    >>> round(irr(np.array([-100.0, 60.0, 60.0])), 4)
    0.1307
    """
    flow = np.asarray(flow, dtype=float)
    # Flows that are rounding beside the others would only add roots far outside any rate.
    flow = np.trim_zeros(np.where(np.abs(flow) > _DUST * np.abs(flow).max(initial=0.0), flow, 0.0))
    if len(flow) < 2 or (flow >= 0).all() or (flow <= 0).all():
        return None
    roots = np.roots(flow[::-1] / np.abs(flow).max())
    real = roots.real[(np.abs(roots.imag) < _REAL * np.abs(roots)) & (roots.real > 0)]
    # The last digits of a root are not the same every time.
    return round(float(1.0 / real[0] - 1.0), _DIGITS) if len(real) == 1 else None


def benefit_cost(ledger: Ledger, costs: UnitCosts, rules: EconomicRules, view: str) -> float | None:
    """Present value of what a view gains by ÷ of what it loses by; None without a loss.

    Net by item and parties: the tax that moved firms pay after and before is one gain or one loss.
    """
    lines = ledger.weights(view) * product(ledger.money(costs), discount(rules))
    keys = [(line.item, line.payer, line.payee) for line in ledger.lines]
    present = np.bincount(pd.factorize(pd.Series(keys, dtype=object))[0], weights=lines)
    loss = -present[present < 0].sum()
    return float(present[present > 0].sum() / loss) if loss > 0 else None


def payback_year(flow: np.ndarray, rules: EconomicRules) -> int | None:
    """First year from which the cumulative flow, undiscounted, stays at or above 0 to the horizon.

    None where there is no such year, or nothing flows.
    """
    total = np.cumsum(flow)
    if not np.any(flow) or total[-1] < 0:
        return None
    below = np.flatnonzero(total < 0)
    if not len(below):
        return int(rules.years[np.flatnonzero(flow)[0]])
    return int(rules.years[below[-1] + 1])


def peak_funding(flow: np.ndarray, rules: EconomicRules) -> tuple[float, int | None]:
    """The deepest point of the cumulative flow (10k CNY, at least 0) and its year."""
    total = np.cumsum(flow)
    low = int(np.argmin(total)) if len(total) else 0
    return (float(-total[low]), int(rules.years[low])) if len(total) and total[low] < 0 else (0.0, None)
