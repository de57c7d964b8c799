"""What the pictures of the priced scenarios show: figures ready to be drawn or set in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..pages.page_texts import floats, known
from ..rules.unit_costs import PARTIES
from .cashflow import STATUS_QUO
from .economics_texts import Price, Scale, Words, price_text, scale_of

# principle: (metric of the results, unit, more is better)
PRINCIPLES = {
    "volume": ("quota_freed_m2", "m2", True),
    "clustering": ("share_in_main_clusters", "share", True),
    "quality": ("output_per_km2", "10k CNY/km2", True),
    "cost": ("cost_government", "10k CNY", False),
    "jobs": ("jobs_at_risk", "persons", False),
}
PRESENT = {"government": "npv_fiscal", **{party: f"npv_{party}" for party in PARTIES[1:]}}
_NEAREST = 3


def payer_sums(transfers: pd.DataFrame) -> pd.DataFrame:
    """What each party pays to and receives from each other one, summed over the years, not discounted.

    A negative amount is a payment the other way round: tax that is lost is paid by the government. Columns
    scenario, party, other, paid, received (10k CNY); paid = received over all rows of a scenario.

    >>> flows = pd.DataFrame({"scenario": "a", "payer": ["enterprise", "market"], "payee": "government",
    ...                       "amount": [-5.0, 20.0]})
    >>> payer_sums(flows)[["party", "other", "paid", "received"]].to_dict("split")["data"]
    [['government', 'enterprise', 5.0, 0.0], ['government', 'market', 0.0, 20.0], \
['enterprise', 'government', 0.0, 5.0], ['market', 'government', 20.0, 0.0]]
    """
    rows = transfers[transfers["payer"].notna() & transfers["payee"].notna()]
    amount = floats(rows["amount"])
    turned = amount < 0
    payer = np.where(turned, rows["payee"], rows["payer"])
    payee = np.where(turned, rows["payer"], rows["payee"])
    sides = [
        pd.DataFrame({"scenario": rows["scenario"], "party": one, "other": two, side: np.abs(amount)})
        for one, two, side in ((payer, payee, "paid"), (payee, payer, "received"))
    ]
    both = pd.concat(sides, ignore_index=True).fillna({"paid": 0.0, "received": 0.0})
    order = {party: place for place, party in enumerate(PARTIES)}
    sums = both.groupby(["scenario", "party", "other"], sort=False)[["paid", "received"]].sum().reset_index()
    keys = sums.assign(_party=sums["party"].map(order), _other=sums["other"].map(order))
    keys["_scenario"] = pd.factorize(keys["scenario"])[0]
    keys = keys.sort_values(["_scenario", "_party", "_other"], kind="stable")
    return keys[["scenario", "party", "other", "paid", "received"]].reset_index(drop=True)


def party_totals(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Paid, received, net and present value of the net of every party and scenario."""
    sums = (
        payer_sums(tables["economics_transfers"]).groupby(["scenario", "party"])[["paid", "received"]].sum()
    )
    results = tables["economics"].set_index("scenario")
    rows = []
    for scenario in [name for name in results.index if name in sums.index.get_level_values("scenario")]:
        for party in PARTIES:
            found = (scenario, party) in sums.index
            paid, received = sums.loc[(scenario, party)] if found else (0.0, 0.0)
            name = PRESENT[party]
            present = results[name][scenario] if name in results else np.nan
            rows.append((scenario, party, paid, received, received - paid, present))
    return pd.DataFrame(rows, columns=["scenario", "party", "paid", "received", "net", "present"])


@dataclass(frozen=True)
class Bar:
    """One item of a tornado: its name and unit, the present value at both ends less that as it stands."""

    name: str
    unit: str
    assumed: bool
    low: float
    high: float
    low_text: str
    high_text: str


def tornado_bars(rows: pd.DataFrame, prices: Mapping[str, Price], told: Words) -> list[Bar]:
    """The items of one scenario and view, strongest first."""
    bars = []
    for row in rows.sort_values("rank").to_dict("records"):
        price = prices.get(row["item"])
        ends = [price_text(row[end], price, told, unit=False) for end in ("low", "high")]
        unit = told.unit(price.stated) if price else ""
        changes = [row[f"npv_{end}"] - row["npv"] for end in ("low", "high")]
        assumed = price is not None and price.status not in (None, "verified")
        bars.append(Bar(str(row["name"]), unit if unit != "%" else "", assumed, *changes, *ends))
    return bars


def grid_winners(grid: pd.DataFrame, changing: bool) -> pd.DataFrame:
    """The best scenario of each cell (x, y) with its present value; ``changing``: the status quo left out.

    Ties go to the scenario that comes first in the table.
    """
    rows = grid[grid["scenario"] != STATUS_QUO] if changing else grid
    best = rows.loc[rows.groupby(["x", "y"])["npv"].idxmax()]
    return best[["x", "y", "scenario", "npv"]].sort_values(["y", "x"]).reset_index(drop=True)


@dataclass(frozen=True)
class Axis:
    """One principle: ``values`` and ``places`` by scenario; places run from 0 (worst) to 1 (best)."""

    key: str
    rising: bool
    scale: Scale
    values: dict[str, float]
    places: dict[str, float]
    same: bool


def principle_axes(results: pd.DataFrame, told: Words) -> list[Axis]:
    """The principles with the scenarios on them; a value that is not known has no place.

    Place: (value - worst) / (best - worst) among the scenarios of the table, the status quo included; 1 where
    all are equal. So a place is an order with distances, not a grade: the values have to stand beside it.
    """
    axes = []
    for key, (metric, unit, rising) in PRINCIPLES.items():
        given = results[metric] if metric in results else [None] * len(results)
        values = {name: float(value) for name, value in zip(results["scenario"], given) if known(value)}
        low, high = (min(values.values()), max(values.values())) if values else (0.0, 0.0)
        worst, best = (low, high) if rising else (high, low)
        same = low == high
        places = {name: 1.0 if same else (value - worst) / (best - worst) for name, value in values.items()}
        axes.append(Axis(key, rising, scale_of(unit, values.values(), told), values, places, same))
    return axes


def nearest_breaks(breaks: pd.DataFrame) -> pd.DataFrame:
    """The nearest break-even values of each view, scenario and rival, those within their range first."""
    keys = breaks.assign(
        _out=~breaks["within_range"].fillna(False).astype(bool),
        _far=np.abs(floats(breaks["change"])),
        _rival=breaks["against"].astype(object).where(breaks["against"].notna(), ""),
    )
    keys = keys.sort_values(["_out", "_far", "item"], kind="stable")
    nearest = keys.groupby(["view", "scenario", "_rival"], sort=False).head(_NEAREST)
    return nearest.sort_index().drop(columns=["_out", "_far", "_rival"])


def frontier_parts(frontier: pd.DataFrame, kind: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The points of the frontier of a kind by cost, and the scenarios beside it."""
    rows = frontier[(frontier["kind"] == kind) & frontier["cost"].notna() & frontier["value"].notna()]
    named = rows["scenario"].map(known)
    line = rows[~named].sort_values(["cost", "value"], kind="stable")
    return line.reset_index(drop=True), rows[named].reset_index(drop=True)
