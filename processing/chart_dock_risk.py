"""What present values hang on, and how sure they are, at the width of a dock."""

from __future__ import annotations

from .chart_dock import EDGE, SMALL, TEXT, begin, end, key, lines, right, scenario_key
from .chart_risk import HIGH, LOW, best_of_grid, risk_spread, shares_of_draws, tornado_panels
from .chart_scenarios import span, styles, upright
from .chart_sheet import INK, MUTED, Sheet

# As many items as can be compared at a glance; the page of risk has them all.
_ITEMS = 6
_BAR, _DRAW, _CELL = 0.4, 0.62, 0.36


def draw_tornado(tables, told, fonts, width: float, view: str) -> tuple[Sheet, str]:
    """The strongest items of each scenario, their names above the bars."""
    from ..core.economics.economics_texts import money_scale, rests
    from ..core.pages.page_texts import fill

    charts = told["charts"]
    panels = [(name, npv, bars[:_ITEMS]) for name, npv, bars in tornado_panels(tables, told, view)]
    bars = [bar for _name, _npv, bars in panels for bar in bars]
    changes = [value for bar in bars for value in (bar.low, bar.high)]
    money = money_scale([*changes, *(npv for _name, npv, _bars in panels)], told)
    most = max(len(bars) for _name, _npv, bars in panels)
    note = fill(charts["tornado_note"], count=most, unit=money.unit)
    title = charts[f"tornado_{view}"]
    sheet, y = begin(width, 5 + len(panels) + _BAR * len(bars), fonts, title, note)
    ends = [
        (lambda x, y, look=look: sheet.box(x, y - 0.06, 0.24, 0.12, look[0], INK, look[1], 0.5), charts[name])
        for look, name in ((LOW, "low_end"), (HIGH, "high_end"))
    ]
    y = key(sheet, y + 0.05, ends)
    room = max(sheet.width(said, SMALL) for bar in bars for said in (bar.low_text, bar.high_text)) + 0.08
    scale = span(changes, EDGE + room, right(sheet) - room, money.size, 4)
    for name, npv, own in panels:
        said = fill(charts["tornado_base"], scenario=told.scenario(name), value=money.full(npv))
        y = lines(sheet, y + 0.14, said, 9, INK, bold=True) - 0.06
        y = _bars(sheet, y, own, scale, money)
    end(sheet, y + 0.1, rests(tables, told), charts["assumed"] if any(bar.assumed for bar in bars) else "")
    return sheet, title


def _bars(sheet: Sheet, y: float, bars, scale, money) -> float:
    zero = scale.at(0.0)
    sheet.line(zero, y, zero, y + _BAR * len(bars) + 0.04, INK, 0.9)
    for bar in bars:
        unit = f" ({bar.unit})" if bar.unit else ""
        named = f"{bar.name}{unit}{' *' if bar.assumed else ''}"
        sheet.text(EDGE, y + 0.1, sheet.fit(named, right(sheet) - EDGE, TEXT), TEXT, box=True)
        middle = y + 0.28
        for change, said, (colour, hatch) in ((bar.low, bar.low_text, LOW), (bar.high, bar.high_text, HIGH)):
            start, stop = sorted((zero, scale.at(change)))
            if stop > start:
                sheet.box(start, middle - 0.065, stop - start, 0.13, colour, INK, hatch, 0.5, above=2)
            other = bar.high if change == bar.low else bar.low
            rightwards = change > 0 or (change == 0 and other < 0)
            at = scale.at(change) + (0.05 if rightwards else -0.05)
            sheet.text(at, middle, said, SMALL, INK, "left" if rightwards else "right", box=True)
        y += _BAR
    for tick, said in zip(scale.ticks, money.ticks(scale.ticks)):
        sheet.text(scale.at(tick), y + 0.14, f"+{said}" if tick > 0 else said, SMALL, MUTED, "center")
    return y + 0.28


def draw_grid(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """Both grids one below the other; a cell has the mark of the best scenario in place of its name."""
    from ..core.economics.economics_texts import money_scale, rests, scenarios_of
    from ..core.pages.page_texts import fill

    grid, charts, parts = tables["economics_grid"], told["charts"], best_of_grid(tables)
    money = money_scale([value for _key, part in parts for value in part["npv"]], told)
    view = told.term("views", grid["view"].iloc[0])
    note = fill(charts["grid_note"], view=view, unit=money.unit)
    height = 5 + len(parts) * (1 + _CELL * grid["y"].nunique())
    sheet, y = begin(width, height, fonts, charts["grid"], note)
    looks = styles(scenarios_of(tables))
    won = {name for _key, part in parts for name in part["scenario"]}
    y = scenario_key(sheet, y + 0.05, [name for name in scenarios_of(tables) if name in won], looks, told)
    for name, part in parts:
        y = lines(sheet, y + 0.12, charts[name], 9, INK, bold=True)
        y = _cells(sheet, y, part, grid.iloc[0], looks, tables, money, told)
    y += 0.06
    for text in _axes(grid.iloc[0], tables, told):
        y = lines(sheet, y, text, SMALL, INK)
    end(sheet, y + 0.06, rests(tables, told))
    return sheet, charts["grid"]


def _cells(sheet: Sheet, top: float, part, first, looks, tables, money, told) -> float:
    from ..core.economics.economics_texts import price_text, prices

    of_item = prices(tables)
    xs, ys = sorted(part["x"].unique()), sorted(part["y"].unique(), reverse=True)
    sides = [price_text(value, of_item.get(first["item_y"]), told, unit=False) for value in ys]
    left = EDGE + max(sheet.width(said, SMALL) for said in sides) + 0.08
    wide = (right(sheet) - left) / len(xs)
    for row in part.to_dict("records"):
        x, y = left + wide * xs.index(row["x"]), top + _CELL * ys.index(row["y"])
        look, middle = looks[row["scenario"]], y + _CELL / 2
        sheet.box(x, y, wide, _CELL, look.shade, "#ffffff", line=1.5)
        figure = money.text(row["npv"])
        start = x + (wide - 0.16 - sheet.width(figure, SMALL)) / 2
        sheet.mark(start + 0.04, middle, look.mark, 4.5, look.colour, look.colour)
        sheet.text(start + 0.16, middle, figure, SMALL)
    for place, said in enumerate(sides):
        sheet.text(left - 0.06, top + _CELL * (place + 0.5), said, SMALL, MUTED, "right")
    bottom = top + _CELL * len(ys)
    for place, value in enumerate(xs):
        said = price_text(value, of_item.get(first["item_x"]), told, unit=False)
        sheet.text(left + wide * (place + 0.5), bottom + 0.11, said, SMALL, MUTED, "center")
    return bottom + 0.26


def _axes(first, tables, told) -> list[str]:
    """Which unit costs run along the sides, and what they are as they stand."""
    from ..core.economics.economics_texts import price_text, prices
    from ..core.pages.page_texts import fill

    costs = tables["economics_unit_costs"].drop_duplicates("item").set_index("item")
    of_item, said = prices(tables), []
    for axis, sign in (("x", "→"), ("y", "↑")):
        item = first[f"item_{axis}"]
        if item in costs.index:
            value = price_text(costs["value"][item], of_item.get(item), told)
            now = fill(told["charts"]["as_it_stands"], value=value)
            said.append(f"{sign} {costs['name'][item]} · {now}")
    return said


def draw_risk(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """A spread over the whole width for each scenario, how often it is above 0 and first in words below."""
    from ..core.economics.economics_texts import money_scale, rests
    from ..core.pages.page_texts import fill

    risk, charts = tables["economics_risk"], told["charts"]
    views = risk["view"].drop_duplicates().tolist()
    money = money_scale([*risk["p05"], *risk["p95"]], told)
    note = fill(charts["risk_note"], draws=f"{int(risk['draws'].max()):,}", unit=money.unit)
    sheet, y = begin(width, 5 + len(views) + _DRAW * len(risk), fonts, charts["risk"], note)
    y = lines(sheet, y + 0.04, charts["risk_key"], SMALL, MUTED)
    scale = span([*risk["p05"], *risk["p95"]], EDGE + 0.1, right(sheet) - 0.15, money.size, 4)
    for view in views:
        rows = risk[risk["view"] == view].to_dict("records")
        sheet.text(EDGE, y + 0.12, told.term("views", view), 9.5, bold=True)
        y += 0.24
        upright(sheet, scale, y, y + _DRAW * len(rows), money.ticks)
        bases = tables["economics"].set_index("scenario").get(f"npv_{view}")
        for row in rows:
            base = None if bases is None else bases.get(row["scenario"])
            _draws(sheet, y, row, base, scale, told)
            y += _DRAW
        y += 0.3
    end(sheet, y, rests(tables, told))
    return sheet, charts["risk"]


def _draws(sheet: Sheet, y: float, row, base, scale, told) -> None:
    name = sheet.fit(told.scenario(row["scenario"]), right(sheet) - EDGE, TEXT)
    sheet.text(EDGE, y + 0.12, name, TEXT, box=True)
    risk_spread(sheet, y + 0.3, row, base, scale)
    often = shares_of_draws(row, told).items()
    said = " · ".join(f"{told['charts'][name]}{told['colon']}{text}" for name, text in often)
    sheet.text(EDGE, y + 0.48, sheet.fit(said, right(sheet) - EDGE, SMALL), SMALL, MUTED, box=True)
