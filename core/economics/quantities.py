"""What a scenario moves, builds, clears and sells, parcel by parcel: what unit costs are paid for [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.columns import DEFICIENCY_LAYERS
from ..rules.unit_costs import PHASES, UPLIFT, EconomicRules, UnitCosts
from ..scenarios.balance import arrivals

# Column of the facts -> kind. All but parcel_id, area, in_balance and vacant may be missing.
FACTS = {
    **dict.fromkeys(("parcel_id", "urban_rural", "deficiency", "town", "park_id"), "text"),
    **dict.fromkeys(("area", "far", "floor_m2", "fixed_assets", "output", "tax", "jobs", "firms"), "number"),
    "rigid_share": "number",
    "contaminated": "flag",
    **dict.fromkeys(("in_balance", "vacant"), "yes"),
    "supply_date": "date",
}
_KM2 = 1e6


@dataclass(frozen=True)
class Stock:
    """The parcels before anything moves. Areas and floors km2, money 10k CNY, NaN = not known."""

    area: np.ndarray
    counted: np.ndarray
    vacant: np.ndarray
    collective: np.ndarray
    floor: np.ndarray
    assets: np.ndarray
    output: np.ndarray
    tax: np.ndarray
    firm: np.ndarray
    supplied: np.ndarray
    contaminated: np.ndarray
    surcharged: np.ndarray
    class_known: np.ndarray


@dataclass(frozen=True)
class Changes:
    """What a scenario does with each parcel. ``need`` km2; ``phase`` is the position in PHASES, 0 where
    nothing changes.
    """

    vacated: np.ndarray
    moved: np.ndarray
    exits: np.ndarray
    use: np.ndarray
    renewed: np.ndarray
    merged: np.ndarray
    need: np.ndarray
    phase: np.ndarray


@dataclass(frozen=True)
class Line:
    """One kind of payment on all parcels: ``quantity`` x product of the ``factors``, 10k CNY (a year).

    ``timing``: once, residual (once, for the remaining term of the land right) or yearly. ``basis``: known,
    default (a factor stands for what is not known) or unpriced (no value, no money). Lines of value added
    have no payer and payee.
    """

    item: str
    group: str
    payer: str | None
    payee: str | None
    factors: tuple[str, ...]
    timing: str
    basis: str
    rows: np.ndarray
    quantity: np.ndarray


def facts_of(frame: pd.DataFrame) -> pd.DataFrame:
    """The facts with every column of ``FACTS``, unknown where it is missing; ``frame`` is not changed."""
    empty = {"text": None, "number": np.nan, "flag": pd.NA, "date": pd.NaT, "yes": False}
    found = {}
    for name, kind in FACTS.items():
        column = frame[name] if name in frame else pd.Series(empty[kind], index=frame.index, dtype=object)
        if kind == "number":
            column = pd.to_numeric(column, errors="coerce").astype(float)
        elif kind == "flag":
            column = column.astype("boolean")
        elif kind == "date":
            column = pd.to_datetime(column, errors="coerce")
        found[name] = column
    return pd.DataFrame(found, index=frame.index)


def stock_of(facts: pd.DataFrame, rules: EconomicRules) -> Stock:
    """The parcels as arrays. Floor area: its own, else plot ratio x area. ``facts`` as from `facts_of`."""
    number = {name: facts[name].to_numpy(float) for name, kind in FACTS.items() if kind == "number"}
    area = number["area"] / _KM2
    floor = number["floor_m2"] / _KM2
    own = facts["urban_rural"].isin(["urban", "rural"]).to_numpy()
    rural = (facts["urban_rural"] == "rural").to_numpy()
    figures = ("jobs", "output", "tax", "fixed_assets")
    firm = np.any([~np.isnan(number[name]) for name in figures], axis=0) | (number["firms"] > 0)
    vacant = facts["vacant"].to_numpy(bool)
    classes = facts["deficiency"]
    return Stock(
        area=area,
        counted=facts["in_balance"].to_numpy(bool),
        vacant=vacant,
        collective=np.where(own, rural, rules.unknown_ownership == "collective"),
        floor=np.where(np.isnan(floor), number["far"] * area, floor),
        assets=number["fixed_assets"],
        output=number["output"],
        tax=number["tax"],
        firm=firm & ~vacant,
        supplied=facts["supply_date"].dt.year.to_numpy(float),
        contaminated=facts["contaminated"].to_numpy(float, na_value=np.nan),
        surcharged=classes.isin(rules.surcharge_classes).to_numpy() & ~vacant,
        class_known=classes.isin([*DEFICIENCY_LAYERS, "none"]).to_numpy() | vacant,
    )


def changes_of(facts: pd.DataFrame, fates: pd.DataFrame, receivers: pd.DataFrame, stock: Stock) -> Changes:
    """What the fates mean for each parcel. Only land in the balance is vacated.

    Errors: ValueError when a parcel changes at no time.
    """
    fate = fates["fate"]
    vacated = fates["after_use"].notna().to_numpy() & stock.counted
    moved = arrivals(fates, receivers) & vacated & ~stock.vacant
    renewed, merged = ((fate == name).to_numpy() & stock.counted for name in ("renew", "merge"))
    return Changes(
        vacated=vacated,
        moved=moved,
        exits=vacated & ~moved & ~stock.vacant,
        use=fates["after_use"].to_numpy(object),
        renewed=renewed,
        merged=merged,
        need=np.where(moved, fates["need_m2"].fillna(0.0).to_numpy(float), 0.0) / _KM2,
        phase=_phases(facts, fates["phase"], vacated | renewed | merged),
    )


def _phases(facts: pd.DataFrame, phase: pd.Series, changed: np.ndarray) -> np.ndarray:
    place = phase.map({name: place for place, name in enumerate(PHASES)}).astype(float)
    lacking = facts["parcel_id"][changed & place.isna().to_numpy()]
    if len(lacking):
        raise ValueError(f"{len(lacking)} parcels change without a phase: {list(lacking[:5])}")
    return place.fillna(0).to_numpy(int)


def lines_of(stock: Stock, changes: Changes, costs: UnitCosts, rules: EconomicRules) -> list[Line]:
    """Every payment and change of value added against the status quo; payers and payees from the profile."""
    parts = (_land, _plant, _clearing, _receiving, _staying, _proceeds, _relief, _tax, _value_added)
    lines = [line for part in parts for line in part(stock, changes, costs, rules)]
    return [line for line in lines if line.rows.any()]


def _line(costs, item, rows, quantity, factors=(), timing="once", basis="known", **parties) -> Line:
    price = costs[item]
    names = (item, *factors)
    quantity = np.where(rows, quantity, 0.0)
    given = {"payer": price.payer, "payee": price.payee, "group": price.group, **parties}
    basis = basis if costs.known(names) else "unpriced"
    return Line(item=item, factors=names, timing=timing, basis=basis, rows=rows, quantity=quantity, **given)


def _either(costs, item, rows, value, area, fallback: str, factors=(), timing="once", sign=1.0, **parties):
    """A line for the parcels whose figure is known, and one by area and the default for the others."""
    known = rows & ~np.isnan(value)
    own = {"timing": timing, **parties}
    return [
        _line(costs, item, known, sign * np.nan_to_num(value), factors, **own),
        _line(costs, item, rows & ~known, sign * area, (*factors, fallback), basis="default", **own),
    ]


def _land(stock, changes, costs, rules):
    held = changes.vacated & ~stock.collective
    known = held & ~np.isnan(stock.supplied)
    yield _line(costs, "land_right", known, stock.area, timing="residual")
    yield _line(costs, "land_right", held & ~known, stock.area, ("remaining_term",), basis="default")
    yield _line(costs, "land_right_collective", changes.vacated & stock.collective, stock.area)


def _plant(stock, changes, costs, rules):
    leaves = changes.moved | changes.exits
    yield from _either(costs, "buildings", leaves, stock.floor, stock.area, "plot_ratio")
    yield from _either(costs, "equipment", leaves, stock.assets, stock.area, "assets_per_area")
    still = ("standstill",)
    yield from _either(costs, "downtime", changes.moved, stock.output, stock.area, "output_per_area", still)


def _clearing(stock, changes, costs, rules):
    leaves = changes.moved | changes.exits
    yield from _either(costs, "demolition", leaves, stock.floor, stock.area, "plot_ratio")
    yield _line(costs, "reclamation", changes.vacated & (changes.use == "reclaim"), stock.area)
    dirty, unknown = stock.contaminated == 1.0, np.isnan(stock.contaminated)
    other = costs["remediation"].else_payer or costs["remediation"].payer
    chance = {"factors": ("contaminated_share",), "basis": "default"}
    for rows, parties in ((stock.firm, {}), (~stock.firm, {"payer": other})):
        yield _line(costs, "remediation", changes.vacated & rows & dirty, stock.area, **parties)
        yield _line(costs, "remediation", changes.vacated & rows & unknown, stock.area, **chance, **parties)


def _receiving(stock, changes, costs, rules):
    yield _line(costs, "land_preparation", changes.moved, changes.need)
    yield from _either(costs, "premises", changes.moved, stock.floor, stock.area, "plot_ratio")
    yield from _either(costs, "reinstallation", changes.moved, stock.assets, stock.area, "assets_per_area")
    yield _line(costs, "receiver_land", changes.moved, changes.need)


def _staying(stock, changes, costs, rules):
    yield _line(costs, "renovation", changes.renewed, stock.area)
    yield _line(costs, "merging", changes.merged, stock.area)


def _proceeds(stock, changes, costs, rules):
    """Land sale and quota; what the collective gets of its land is passed on by the government."""
    sold = changes.vacated & (changes.use == "reuse")
    freed = stock.area - changes.need
    if rules.priced_quota == "freed_not_sold":
        freed = np.where(sold, -changes.need, freed)
    passed_on = {"factors": ("collective_share",), "payer": "government", "payee": "collective"}
    for item, rows, quantity in (("land_sale", sold, stock.area), ("quota", changes.vacated, freed)):
        yield _line(costs, item, rows, quantity)
        yield _line(costs, item, rows & stock.collective, quantity, **passed_on)


def _relief(stock, changes, costs, rules):
    """Surcharges that end: less is paid than under the status quo."""
    better = changes.renewed | changes.merged | changes.moved | changes.exits
    rows = better & stock.surcharged
    yield _line(costs, "surcharge_deficient", rows, -stock.area, timing="yearly")
    unknown = better & ~stock.class_known
    yield _line(costs, "surcharge_deficient", unknown, 0.0, timing="yearly", basis="unpriced")
    idle = changes.vacated & stock.vacant
    yield _line(costs, "surcharge_idle", idle, -stock.area, timing="yearly")


def _tax(stock, changes, costs, rules):
    yield from _effects(costs, "tax", stock.tax, "tax_per_area", "new_tax", stock, changes)


def _value_added(stock, changes, costs, rules):
    yield from _effects(
        costs,
        "value_added",
        stock.output,
        "output_per_area",
        "new_output",
        stock,
        changes,
        group="value_added",
    )


def _effects(costs, item, value, fallback, new, stock, changes, **parties):
    """What moving, closing, renewing and new firms change in tax or output, by year."""
    area, moved = stock.area, changes.moved
    yearly = {"timing": "yearly", **parties}
    yield from _either(costs, item, moved, value, area, fallback, ("standstill",), sign=-1.0, **parties)
    yield from _either(costs, item, moved, value, area, fallback, (UPLIFT,), **yearly)
    yield from _either(costs, item, moved | changes.exits, value, area, fallback, sign=-1.0, **yearly)
    renewed = changes.renewed if costs["renewed_uplift"].value != 1.0 else changes.renewed & ~np.isnan(value)
    yield from _either(costs, item, renewed, value, area, fallback, ("renewed_uplift",), **yearly)
    yield from _either(costs, item, renewed, value, area, fallback, sign=-1.0, **yearly)
    if costs[new].value is not None:
        yield _line(costs, item, changes.vacated & (changes.use == "reuse"), area, (new,), **yearly)


def coverage(lines: list[Line], area_m2: np.ndarray) -> pd.DataFrame:
    """How many parcels each item rests on: priced by known figures, by a default, or not priced.

    Parcels of one item are counted once, under the weakest basis any of its lines has for them.
    """
    records = []
    for item in dict.fromkeys(line.item for line in lines):
        weakest = _weakest([line for line in lines if line.item == item], len(area_m2))
        counts = {name: int((weakest == place).sum()) for place, name in enumerate(BASES, start=1)}
        land = {
            f"{name}_m2": float(area_m2[weakest == place].sum()) for place, name in enumerate(BASES, start=1)
        }
        records.append({"item": item, **counts, **land})
    names = ["item", *BASES, *(f"{name}_m2" for name in BASES)]
    return pd.DataFrame(records, columns=names)


BASES = ("priced_known", "priced_by_default", "unpriced")
_BASIS = {"known": 1, "default": 2, "unpriced": 3}


def _weakest(lines: list[Line], count: int) -> np.ndarray:
    weakest = np.zeros(count, dtype=int)
    for line in lines:
        weakest[line.rows] = np.maximum(weakest[line.rows], _BASIS[line.basis])
    return weakest


def price_basis(lines: list[Line], count: int) -> np.ndarray:
    """The weakest basis of each parcel's prices; None for parcels that nothing is paid for."""
    return np.array([None, *BASES], dtype=object)[_weakest(lines, count)]
