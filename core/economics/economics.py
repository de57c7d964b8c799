"""The scenarios priced: cash flow by payer, figures of merit, assumptions, cost of doing nothing [P 4.2]."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..common.errors import sentence, word
from ..common.sums import product
from ..rules.unit_costs import PARTIES, PHASES, UPLIFT, EconomicRules, UnitCosts, plain, price_name
from .cashflow import (
    STATUS_QUO,
    VIEWS,
    Ledger,
    benefit_cost,
    cash_flow,
    discount,
    irr,
    ledger_of,
    npv,
    parcel_money,
    payback_year,
    peak_funding,
    transfers,
)
from .quantities import (
    BASES,
    Changes,
    Stock,
    changes_of,
    coverage,
    facts_of,
    lines_of,
    price_basis,
    stock_of,
)

FROM_SUMMARY = (
    "jobs_moved", "jobs_at_risk", "towns_gain", "towns_lose", "output_per_km2", "tax_per_km2",
    "output_to_target", "tax_to_target", "share_in_main_clusters", "quota_freed_m2", "vacated_m2",
)  # fmt: skip
_TEXTS = ("scenario", "towns_gain", "towns_lose")


@dataclass(frozen=True)
class Play:
    """A scenario to be priced.

    ``fates``: columns of `core.common.columns.SCENARIO_RESULT`, aligned with the facts. ``receivers``:
    park_id and received_m2. ``summary``: the row of `core.scenarios.comparison.summarise`, for the figures
    that are not money.
    """

    name: str
    fates: pd.DataFrame
    receivers: pd.DataFrame
    summary: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Economics:
    """What `evaluate` returns. Money in 10,000 CNY; columns are described where the tables are made."""

    results: pd.DataFrame
    cashflow: pd.DataFrame
    transfers: pd.DataFrame
    coverage: pd.DataFrame
    assumptions: pd.DataFrame
    doing_nothing: pd.DataFrame
    towns: pd.DataFrame
    parcels: dict[str, pd.DataFrame]
    ledgers: list[Ledger]
    notes: list[str]


@dataclass(frozen=True)
class _Priced:
    play: Play
    changes: Changes
    ledger: Ledger


def evaluate(
    facts: pd.DataFrame,
    plays: list[Play],
    rules: EconomicRules,
    costs: UnitCosts,
    target_tax: float | None = None,
    language: str = "en",
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> Economics:
    """Price scenarios against the status quo.

    ``facts``: one row a parcel with the columns of `core.economics.quantities.FACTS` (area m2, money 10k CNY;
    all but parcel_id, area, in_balance and vacant may be missing = not known). ``target_tax``: 10k CNY per
    km2, for the tax forgone by doing nothing. The status quo has no cash flow of its own: every figure is a
    difference to it.

    A figure that is not known is priced by the default the profile has for it, else not at all; ``coverage``
    counts both. Source: P 4.2; unit costs are assumptions and listed in ``assumptions``.
    """
    facts = facts_of(facts)
    stock = stock_of(facts, rules)
    priced = []
    for number, play in enumerate(plays):
        progress(number / max(len(plays), 1), word(play.name))
        priced.append(_price(play, facts, stock, rules, costs))
    ledgers = [item.ledger for item in priced]
    parts = [_tables(item, facts, stock, rules, costs, language) for item in priced]
    joined = {name: _concat([part[name] for part in parts]) for name in ("cashflow", "transfers", "coverage")}
    towns = _concat([town_changes(facts, item, costs) for item in priced])
    notes = [*costs.notes, *_phase_notes(priced, rules), *_basis_notes(joined["coverage"])]
    return Economics(
        results=_typed([_result(item, stock, rules, costs) for item in priced]),
        **joined,
        assumptions=_concat([assumptions(ledger, costs, rules, language) for ledger in ledgers]),
        doing_nothing=_concat([burdens(item, facts, stock, costs, target_tax, language) for item in priced]),
        towns=towns,
        parcels={item.play.name: part["parcels"] for item, part in zip(priced, parts)},
        ledgers=ledgers,
        notes=notes,
    )


def _price(play: Play, facts, stock: Stock, rules: EconomicRules, costs: UnitCosts) -> _Priced:
    changes = changes_of(facts, play.fates, play.receivers, stock)
    lines = [] if play.name == STATUS_QUO else lines_of(stock, changes, costs, rules)
    return _Priced(play, changes, ledger_of(play.name, lines, stock, changes, rules))


def _tables(item: _Priced, facts, stock, rules, costs, language) -> dict[str, pd.DataFrame]:
    ledger = item.ledger
    cover = coverage(list(ledger.lines), facts["area"].to_numpy())
    cover.insert(0, "scenario", ledger.scenario)
    paid = transfers(ledger, costs, rules)
    for table, place in ((cover, 2), (paid, 3)):
        table.insert(place, "name", [price_name(costs[name], language) for name in table["item"]])
    money = parcel_money(ledger, stock, item.changes, costs, rules).set_axis(facts.index)
    basis = price_basis(list(ledger.lines), len(facts))
    phase = np.array(PHASES, dtype=object)[item.changes.phase]
    touched = np.array([value is not None for value in basis], dtype=bool)
    money.insert(0, "phase", np.where(touched, phase, None))
    money["price_basis"] = basis
    return {
        "cashflow": cash_flow(ledger, costs, rules),
        "transfers": paid,
        "coverage": cover,
        "parcels": plain(money),
    }


def _result(item: _Priced, stock: Stock, rules: EconomicRules, costs: UnitCosts) -> dict:
    """One row a scenario: present values, ratios, payback, peak, first costs, jobs and towns.

    ``cost_*``: one-off costs up to the horizon, undiscounted, by who pays; ``cost_real``: what reaches the
    market, so that nothing is counted twice. ``*_year``: a calendar year; empty = not before the horizon.
    """
    ledger, row = item.ledger, {"scenario": item.play.name}
    money = ledger.money(costs)
    for view in VIEWS:
        flow = ledger.flow(costs, view)
        row[f"npv_{view}"] = npv(flow, rules.rate)
        row[f"bcr_{view}"] = benefit_cost(ledger, costs, rules, view)
        row[f"irr_{view}"] = irr(flow)
        row[f"payback_year_{view}"] = payback_year(flow, rules)
    for party in PARTIES[1:]:
        row[f"npv_{party}"] = npv(ledger.flow(costs, party), rules.rate)
    cost = np.array([line.group == "cost" for line in ledger.lines], dtype=bool)
    for party in ("government", "enterprise"):
        paid = np.array([line.payer == party for line in ledger.lines], dtype=bool)
        row[f"cost_{party}"] = float(money[cost & paid].sum())
    market = np.array([line.payee == "market" for line in ledger.lines], dtype=bool)
    row["cost_real"] = float(money[cost & market].sum())
    last = money[:, -1]
    row["tax_per_year"] = float(sum(last[n] for n, line in enumerate(ledger.lines) if _yearly(line, "tax")))
    row["value_added_per_year"] = float(
        sum(last[n] for n, line in enumerate(ledger.lines) if _yearly(line, "value_added"))
    )
    peak, year = peak_funding(ledger.flow(costs, "fiscal"), rules)
    share = peak / rules.fiscal_revenue if rules.fiscal_revenue else None
    row.update(peak_funding=peak, peak_funding_year=year, peak_funding_share=share)
    row.update({name: item.play.summary.get(name) for name in FROM_SUMMARY})
    row.update(_basis_counts(item, len(stock.area)))
    return row


def _typed(rows: list[dict]) -> pd.DataFrame:
    """Texts as objects, everything else as numbers with NaN."""
    frame = pd.DataFrame(rows)
    return plain(frame.astype({name: object if name in _TEXTS else float for name in frame}))


def _yearly(line, item: str) -> bool:
    return line.item == item and line.timing == "yearly"


def _basis_counts(item: _Priced, count: int) -> dict:
    basis = price_basis(list(item.ledger.lines), count)
    return {name: int((basis == name).sum()) for name in BASES}


def assumptions(ledger: Ledger, costs: UnitCosts, rules: EconomicRules, language: str = "en") -> pd.DataFrame:
    """The unit costs a scenario rests on, with the share of the cost and of the benefit each has a part in.

    Shares are of present values without their sign; benefits and value added net by item and parties. What
    rests on two items counts for both, so the shares add up to more than 1. Ordered by share of the cost, of
    the benefit, then item.
    """
    lines, present = ledger.lines, product(ledger.money(costs), discount(rules))
    cost = np.array([line.group == "cost" for line in lines], dtype=bool)
    keys = [(line.item, line.payer, line.payee) for line in lines]
    kind = pd.factorize(pd.Series(keys, dtype=object))[0]
    net = np.abs(np.bincount(kind[~cost], weights=present[~cost], minlength=kind.max(initial=-1) + 1))
    records = []
    for item, price in costs.prices.items():
        used = np.array([item in line.factors and line.basis != "unpriced" for line in lines], dtype=bool)
        if used.any():
            on_cost = _share(present[used & cost], present[cost])
            on_benefit = _share(net[np.unique(kind[used & ~cost])], net)
            named = (ledger.scenario, item, price_name(price, language))
            records.append((*named, on_cost, on_benefit, *_stated(price)))
    names = ["scenario", "item", "name", "share_of_cost", "share_of_benefit", "value", "low", "high", "unit",
             "source", "source_year", "status", "note"]  # fmt: skip
    frame = pd.DataFrame(records, columns=names)
    order = ["share_of_cost", "share_of_benefit", "item"]
    return frame.sort_values(order, ascending=[False, False, True], na_position="last", ignore_index=True)


def _share(part: np.ndarray, whole: np.ndarray) -> float:
    return float(part.sum() / whole.sum()) if whole.sum() > 0 else np.nan


def _stated(price) -> tuple:
    """Value and range in the unit of the profile, with where they come from."""
    ends = [np.nan if end is None else price.shown(end) for end in (price.low, price.high)]
    return (
        price.shown(price.value),
        *ends,
        price.stated_unit,
        price.source,
        price.year,
        price.status,
        price.note,
    )


def burdens(item: _Priced, facts, stock: Stock, costs: UnitCosts, target_tax, language) -> pd.DataFrame:
    """What goes on costing, or is put off, on industrial land that stays as it is after the scenario.

    For the status quo this is the cost of doing nothing; for the others what is left of it. ``amount``: 10k
    CNY (a year, where ``per`` is year), empty where not known; ``bearer``: whose loss it is. Surcharges that
    end are in the cash flow of a scenario; nothing else of this table is.
    """
    done = item.changes
    stays = stock.counted & ~done.vacated
    bettered = done.renewed | done.merged
    deficient, idle = stays & ~bettered & stock.surcharged, stays & stock.vacant
    rigid = np.where(stays, np.nan_to_num(facts["rigid_share"].to_numpy(float)), 0.0)
    dirty = stays & (stock.contaminated == 1.0)
    rows = [
        _burden("surcharge_deficient", "year", "enterprise", deficient * 1.0, stock, costs),
        _burden("surcharge_idle", "year", "enterprise", idle * 1.0, stock, costs),
        _burden("remediation", "once", "enterprise", dirty * 1.0, stock, costs),
        _burden("reclamation", "once", "government", rigid, stock, costs),
        _forgone(stays, stock, done, costs, target_tax),
    ]
    frame = pd.DataFrame([row for row in rows if row is not None])
    frame.insert(0, "scenario", item.play.name)
    names = {"tax_forgone": {"en": "Tax short of the target", "zh": "税收与目标的差额"}}
    names = [
        names[key][language] if key in names else price_name(costs[key], language) for key in frame["item"]
    ]
    frame.insert(2, "name", names)
    return frame


def _burden(item: str, per: str, bearer: str, share, stock: Stock, costs: UnitCosts) -> dict:
    """``share``: part of each parcel that bears it."""
    land, price = float((stock.area * share).sum()), costs[item].value
    amount = None if price is None else land * price
    return {"item": item, "per": per, "bearer": bearer, "parcels": int((share > 0).sum()),
            "land_m2": land * 1e6, "amount": amount}  # fmt: skip


def _forgone(stays, stock: Stock, done: Changes, costs: UnitCosts, target_tax) -> dict | None:
    """Tax that land and firms fall short of the target, over the parcels whose tax is known."""
    if target_tax is None:
        return None
    tax = np.where(done.moved, stock.tax * _uplift(costs), stock.tax)
    rows = (stays | done.moved) & ~np.isnan(tax)
    land = float(np.where(done.moved, done.need, stock.area)[rows].sum())
    amount = max(target_tax * land - float(tax[rows].sum()), 0.0) if rows.any() else None
    return {"item": "tax_forgone", "per": "year", "bearer": "government", "parcels": int(rows.sum()),
            "land_m2": land * 1e6, "amount": amount}  # fmt: skip


def _uplift(costs: UnitCosts) -> float:
    """What the tax of those who move is multiplied by; an uplift that is not known changes nothing."""
    value = costs[UPLIFT].value
    return 1.0 if value is None else value


def town_changes(facts: pd.DataFrame, item: _Priced, costs: UnitCosts) -> pd.DataFrame:
    """Known jobs and tax that leave and reach each town, and those lost with firms that close.

    A receiver belongs to the town that holds most of its parcels' land (ties: town in text order). What
    leaves all towns = what reaches them (a receiver without a town: empty town) + what closes; tax that
    arrives is that which left, times the uplift.
    """
    done, dest = item.changes, item.play.fates["dest_id"]
    origin = facts["town"].where(facts["town"].notna(), "")
    seat = dest.map(_seats(facts)).astype(object)
    seat = seat.where(seat.notna(), "")
    parts = {}
    for name, factor in (("jobs", 1.0), ("tax", _uplift(costs))):
        value = facts[name].fillna(0.0)
        parts[f"{name}_out"] = value[done.moved | done.exits].groupby(origin[done.moved | done.exits]).sum()
        parts[f"{name}_in"] = (value[done.moved] * factor).groupby(seat[done.moved]).sum()
        parts[f"{name}_closed"] = value[done.exits].groupby(origin[done.exits]).sum()
    frame = pd.DataFrame(parts, dtype=float).fillna(0.0).sort_index()
    frame["jobs_change"] = frame["jobs_in"] - frame["jobs_out"]
    frame["tax_change"] = frame["tax_in"] - frame["tax_out"]
    frame = frame.rename_axis("town").reset_index()
    frame.insert(0, "scenario", item.play.name)
    frame["town"] = frame["town"].astype(object).where(frame["town"] != "", None)
    return frame


def _seats(facts: pd.DataFrame) -> pd.Series:
    inside = facts[facts["park_id"].notna() & facts["town"].notna()]
    held = inside.groupby(["park_id", "town"], sort=True)["area"].sum().reset_index()
    held = held.sort_values(["park_id", "area", "town"], ascending=[True, False, True])
    return held.drop_duplicates("park_id").set_index("park_id")["town"]


def _phase_notes(priced: list[_Priced], rules: EconomicRules) -> list[str]:
    notes = []
    late = {row["phase"] for row in rules.phases if row["last"] > rules.horizon}
    for item in priced:
        touched = np.zeros(len(item.changes.phase), dtype=bool)
        for line in item.ledger.lines:
            touched |= line.rows
        beyond = int((touched & np.isin(np.array(PHASES)[item.changes.phase], list(late))).sum())
        if beyond:
            notes.append(
                sentence(
                    "{}: {} parcels move wholly or in part after {}; what falls after it is not counted.",
                    word(item.play.name),
                    beyond,
                    rules.horizon,
                )
            )
    return notes


def _basis_notes(cover: pd.DataFrame) -> list[str]:
    """How many parcels each item could not be priced for."""
    open_ = cover[cover["unpriced"] > 0]
    return [
        sentence(
            "{}: {}: {} parcels not priced, because a figure and its default are not known.",
            word(row.scenario),
            row.name,
            row.unpriced,
        )
        for row in open_.itertuples(index=False)
    ]


def _concat(frames: list[pd.DataFrame]) -> pd.DataFrame:
    full = [frame for frame in frames if len(frame)] or frames[:1]
    return plain(pd.concat(full, ignore_index=True)) if full else pd.DataFrame()
