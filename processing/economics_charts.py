"""Pictures of the priced scenarios: who pays whom, cash flow, tornado, grid, principles, risk, frontier.

Each comes as PNG and SVG; the same tables give the same bytes, and everything can be read in black and white.
``tables``: the tables of the step of economics by name. ``money``: label of the amounts such as "10k USD". A
picture of money says at its foot on how many unit costs it rests, and how many of these are verified.
matplotlib is optional: ask `charts.missing` first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from .charts import PNG, SVG, Picture, picture

if TYPE_CHECKING:
    import pandas as pd

Tables = Mapping[str, "pd.DataFrame"]
KINDS = (
    *("payers", "cashflow", "tornado_fiscal", "tornado_economic", "grid", "principles", "risk", "frontier"),
)


def payer_bars(tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)) -> Picture:
    """For each scenario what each party pays (to the left) and receives (to the right), by counterpart.

    Sums over the years, not discounted; net and its present value in figures beside the bars.
    """
    from .chart_money import draw_payers

    return _made(draw_payers, tables, language, money, formats)


def cash_curve(tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)) -> Picture:
    """Cumulative money of the government by year, a line a scenario; below, the years one by one.

    A line has its name at its end, a hollow triangle at its peak funding.
    """
    from .chart_money import draw_cashflow

    return _made(draw_cashflow, tables, language, money, formats)


def tornado(
    tables: Tables, view="fiscal", language="en", money=None, formats: Sequence[str] = (PNG, SVG)
) -> Picture:
    """The strongest items of each scenario in a view (fiscal, economic): change of the present value.

    All panels have one scale; the line in the middle is the scenario as it stands. The values at the ends of
    a bar are the low and the high end of the item's range. Items that nobody has verified have a star.
    """
    from .chart_risk import draw_tornado

    return _made(draw_tornado, tables, language, money, formats, view)


def grid_table(tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)) -> Picture:
    """Which scenario ranks first while two unit costs run through their ranges, with its present value."""
    from .chart_risk import draw_grid

    return _made(draw_grid, tables, language, money, formats)


def risk_bars(tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)) -> Picture:
    """The spread of the present value under random unit costs, how often it is above 0 and ranked first."""
    from .chart_risk import draw_risk

    return _made(draw_risk, tables, language, money, formats)


def principles_radar(
    tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)
) -> Picture:
    """A radar a scenario over five principles, and under them the values on their own scales.

    Outer ring: best of the scenarios, inner ring: worst (see
    `core.economics.economics_figures.principle_axes`); the values stand at the axes. A radar shows a profile,
    not a size: its area means nothing, so the strips below say how far apart the values are.
    """
    from .chart_principles import draw_principles

    return _made(draw_principles, tables, language, money, formats)


def frontier(tables: Tables, language="en", money=None, formats: Sequence[str] = (PNG, SVG)) -> Picture:
    """Least cost against what it buys, a panel a kind, with the scenarios as marked points."""
    from .chart_principles import draw_frontier

    return _made(draw_frontier, tables, language, money, formats)


def drawable(tables: Tables) -> dict[str, Callable[..., Picture]]:
    """The pictures these tables give, by name; each is called with tables, language=, money=, formats=."""
    from functools import partial

    from ..core.economics.economics_texts import has, scenarios_of

    bars = tables.get("economics_tornado")
    views = set(bars["view"]) if bars is not None else set()
    makers = {
        "payers": (payer_bars, has(tables, "economics_transfers")),
        "cashflow": (cash_curve, has(tables, "economics_cashflow")),
        "tornado_fiscal": (tornado, "fiscal" in views),
        "tornado_economic": (partial(tornado, view="economic"), "economic" in views),
        "grid": (grid_table, has(tables, "economics_grid")),
        "principles": (principles_radar, len(scenarios_of(tables)) > 1),
        "risk": (risk_bars, has(tables, "economics_risk")),
        "frontier": (frontier, has(tables, "frontier")),
    }
    return {name: maker for name, (maker, there) in makers.items() if there}


def figure(name: str, tables: Tables, language="en", money=None, width: float | None = None):
    """The picture of a name of `KINDS` as a matplotlib Figure, to be drawn at any size.

    ``width``: what there is room for, in inches; in the width of a dock the picture is another one, with
    fewer and larger elements. None where these tables do not give it.
    """
    from . import chart_dock_money as money_in_dock
    from . import chart_dock_principles as principles_in_dock
    from . import chart_dock_risk as risk_in_dock
    from .chart_dock import LEAST, WIDE
    from .chart_money import draw_cashflow, draw_payers
    from .chart_principles import draw_frontier, draw_principles
    from .chart_risk import draw_grid, draw_risk, draw_tornado

    if name not in drawable(tables):
        return None
    # For a page or a window, for a dock.
    pair, *given = {
        "payers": ((draw_payers, money_in_dock.draw_payers),),
        "cashflow": ((draw_cashflow, money_in_dock.draw_cashflow),),
        "tornado_fiscal": ((draw_tornado, risk_in_dock.draw_tornado), "fiscal"),
        "tornado_economic": ((draw_tornado, risk_in_dock.draw_tornado), "economic"),
        "grid": ((draw_grid, risk_in_dock.draw_grid),),
        "principles": ((draw_principles, principles_in_dock.draw_principles),),
        "risk": ((draw_risk, risk_in_dock.draw_risk),),
        "frontier": ((draw_frontier, principles_in_dock.draw_frontier),),
    }[name]
    narrow = width is not None and width < WIDE
    room = [max(width, LEAST)] if narrow else []
    sheet, _title = _sheet(pair[narrow], tables, language, money, *room, *given)
    return sheet.axes.figure


def _made(draw, tables: Tables, language: str, money: str | None, formats, *more) -> Picture:
    sheet, title = _sheet(draw, tables, language, money, *more)
    return picture(sheet, title, language, formats)


def _sheet(draw, tables: Tables, language: str, money: str | None, *more):
    from ..core.economics.economics_texts import words
    from .chart_fonts import fonts_of

    told = words(language, money)
    named = [tables[name] for name in ("economics", "economics_unit_costs", "economics_tornado")]
    return draw(tables, told, fonts_of(named, told.texts), *more)
