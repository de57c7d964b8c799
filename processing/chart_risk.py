"""What the present values hang on: tornado, grid, random draws; told at `economics_charts`."""

from __future__ import annotations

from .chart_scenarios import LEFT, RIGHT, WIDTH, foot, heading, span, styles, upright
from .chart_sheet import INK, MUTED, Sheet

ROW, PANEL = 0.235, 0.6
NAMES, BARS = 3.75, (4.25, 9.55)
LOW, HIGH = ("#ffffff", "/////"), ("#3f5f86", None)
CELL, SIDE, HEAD = (0.79, 0.62), 0.72, 0.34
STEP, DRAWS = 0.36, (2.75, 7.0)
COLUMNS = (("positive", 7.75), ("first", 8.75), ("first_change", RIGHT))


def draw_tornado(tables, told, fonts, view: str) -> tuple[Sheet, str]:
    from ..core.economics.economics_texts import money_scale, rests
    from ..core.pages.page_texts import fill

    rows = tables["economics_tornado"]
    rows = rows[rows["view"] == view]
    charts, panels = told["charts"], tornado_panels(tables, told, view)
    changes = [end for _name, _npv, bars in panels for bar in bars for end in (bar.low, bar.high)]
    money, scale = money_scale([*changes, *rows["npv"]], told), None
    scale = span(changes, *BARS, money.size)
    longest = max(len(bars) for _name, _npv, bars in panels)
    height = sum(PANEL + ROW * len(bars) for _name, _npv, bars in panels)
    sheet = Sheet(WIDTH, 1.3 + height + 0.65, fonts)
    note = fill(charts["tornado_note"], count=longest, unit=money.unit)
    y = heading(sheet, charts[f"tornado_{view}"], note)
    x = LEFT
    for (colour, hatch), key in ((LOW, "low_end"), (HIGH, "high_end")):
        sheet.box(x, y, 0.24, 0.12, colour, INK, hatch, 0.5)
        sheet.text(x + 0.3, y + 0.06, charts[key], 7.5)
        x += 0.55 + sheet.width(charts[key], 7.5)
    y += 0.12
    for name, npv, bars in panels:
        y = _tornado_panel(sheet, y, name, npv, bars, scale, money, told)
    assumed = any(bar.assumed for _name, _npv, bars in panels for bar in bars)
    foot(sheet, y + 0.35, rests(tables, told), charts["assumed"] if assumed else "")
    return sheet, charts[f"tornado_{view}"]


def tornado_panels(tables, told, view: str) -> list[tuple]:
    """Scenario, present value as it stands, and bars, the strongest first, of each scenario in a view."""
    from ..core.economics.economics_figures import tornado_bars
    from ..core.economics.economics_texts import prices, scenarios_of

    rows = tables["economics_tornado"]
    rows, of_item, panels = rows[rows["view"] == view], prices(tables), []
    for name in scenarios_of(tables):
        own = rows[rows["scenario"] == name]
        if len(own):
            panels.append((name, float(own["npv"].iloc[0]), tornado_bars(own, of_item, told)))
    return panels


def _tornado_panel(sheet: Sheet, y, name, npv, bars, scale, money, told) -> float:
    from ..core.pages.page_texts import fill

    said = fill(told["charts"]["tornado_base"], scenario=told.scenario(name), value=money.full(npv))
    sheet.text(LEFT, y + 0.32, said, 9.5, bold=True)
    top = y + PANEL - 0.1
    bottom = top + ROW * len(bars)
    upright(sheet, scale, top, bottom, lambda ticks: _signed(ticks, money))
    if npv and scale.low <= -npv <= scale.high:
        x = scale.at(-npv)
        sheet.line(x, top, x, bottom, INK, 1.2, ":", above=3)
        sheet.text(x, top - 0.08, told["charts"]["zero_line"], 7, INK, "center", box=True)
    for place, bar in enumerate(bars):
        _tornado_bar(sheet, top + ROW * (place + 0.5), bar, scale)
    return bottom + 0.1


def _signed(ticks, money) -> list[str]:
    return [f"+{said}" if tick > 0 else said for tick, said in zip(ticks, money.ticks(ticks))]


def _tornado_bar(sheet: Sheet, y: float, bar, scale) -> None:
    star = " *" if bar.assumed else ""
    unit = f" ({bar.unit})" if bar.unit else ""
    room = NAMES - LEFT - sheet.width(unit, 7) - sheet.width(star, 8)
    sheet.text(NAMES, y, star, 8, align="right")
    sheet.text(NAMES - sheet.width(star, 8), y, unit, 7, MUTED, "right")
    name = sheet.fit(bar.name, room, 8)
    sheet.text(NAMES - sheet.width(star, 8) - sheet.width(unit, 7) - 0.02, y, name, 8, align="right")
    zero = scale.at(0.0)
    for change, text, (colour, hatch) in ((bar.low, bar.low_text, LOW), (bar.high, bar.high_text, HIGH)):
        start, end = sorted((zero, scale.at(change)))
        if end > start:
            sheet.box(start, y - 0.075, end - start, 0.15, colour, INK, hatch, 0.5, above=2)
        # An end that changes nothing stands on the side the other end leaves free.
        other = bar.high if change == bar.low else bar.low
        right = change > 0 or (change == 0 and other < 0)
        at = scale.at(change) + (0.06 if right else -0.06)
        sheet.text(at, y, text, 7.5, INK, "left" if right else "right", box=True)


def draw_grid(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_texts import money_scale, rests
    from ..core.pages.page_texts import fill

    grid, charts, parts = tables["economics_grid"], told["charts"], best_of_grid(tables)
    money = money_scale([value for _key, part in parts for value in part["npv"]], told)
    across, down = grid["x"].nunique(), grid["y"].nunique()
    sheet = Sheet(WIDTH, 1.1 + HEAD + CELL[1] * down + 1.1, fonts)
    view = told.term("views", grid["view"].iloc[0])
    top = heading(sheet, charts["grid"], fill(charts["grid_note"], view=view, unit=money.unit)) + 0.05
    for place, (key, part) in enumerate(parts):
        left = LEFT + SIDE + place * (CELL[0] * across + SIDE + 0.35)
        sheet.text(left, top + 0.12, charts[key], 9, bold=True)
        _cells(sheet, left, top + HEAD, part, tables, money, told)
        _grid_axes(sheet, left, top + HEAD, part, tables, told, named=place == 0)
    foot(sheet, top + HEAD + CELL[1] * down + 0.75, rests(tables, told))
    return sheet, charts["grid"]


def best_of_grid(tables) -> list[tuple]:
    """The best scenario of each cell: of all, and of those that change something where that may differ."""
    from ..core.economics.cashflow import STATUS_QUO
    from ..core.economics.economics_figures import grid_winners

    grid = tables["economics_grid"]
    both = STATUS_QUO in set(grid["scenario"]) and grid["scenario"].nunique() > 2
    parts = [("grid_all", grid_winners(grid, False))]
    return [*parts, ("grid_change", grid_winners(grid, True))] if both else parts


def _cells(sheet: Sheet, left: float, top: float, part, tables, money, told) -> None:
    from ..core.economics.economics_texts import scenarios_of

    looks = styles(scenarios_of(tables))
    xs, ys = sorted(part["x"].unique()), sorted(part["y"].unique(), reverse=True)
    for row in part.to_dict("records"):
        x, y = left + CELL[0] * xs.index(row["x"]), top + CELL[1] * ys.index(row["y"])
        look = looks.get(row["scenario"])
        sheet.box(x, y, *CELL, look.shade if look else "#ffffff", "#ffffff", line=1.5)
        lines = sheet.wrap(told.scenario(row["scenario"]), CELL[0] - 0.06, 3, 6.2)
        sheet.paragraph(x + CELL[0] / 2, y + 0.22, lines, 6.2, align="center")
        sheet.text(x + CELL[0] / 2, y + CELL[1] - 0.1, money.text(row["npv"]), 7, align="center", bold=True)


def _grid_axes(sheet: Sheet, left: float, top: float, part, tables, told, named: bool) -> None:
    from ..core.economics.economics_texts import price_text, prices
    from ..core.pages.page_texts import fill

    grid = tables["economics_grid"].iloc[0]
    costs = tables["economics_unit_costs"].drop_duplicates("item").set_index("item")
    of_item = prices(tables)
    xs, ys = sorted(part["x"].unique()), sorted(part["y"].unique(), reverse=True)
    bottom = top + CELL[1] * len(ys)
    price_x, price_y = (of_item.get(grid[f"item_{axis}"]) for axis in "xy")
    for place, value in enumerate(xs):
        said = price_text(value, price_x, told, unit=False)
        sheet.text(left + CELL[0] * (place + 0.5), bottom + 0.11, said, 7.5, MUTED, "center")
    for place, value in enumerate(ys):
        said = price_text(value, price_y, told, unit=False)
        sheet.text(left - 0.07, top + CELL[1] * (place + 0.5), said, 7.5, MUTED, "right")
    for axis, price, sign, y in (("x", price_x, "→", bottom + 0.3), ("y", price_y, "↑", bottom + 0.48)):
        item = grid[f"item_{axis}"]
        if not named or item not in costs.index:
            continue
        as_is = fill(told["charts"]["as_it_stands"], value=price_text(costs["value"][item], price, told))
        sheet.text(LEFT, y, f"{sign} {costs['name'][item]} · {as_is}", 7.5)


def draw_risk(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_texts import money_scale, rests
    from ..core.pages.page_texts import fill

    risk, charts = tables["economics_risk"], told["charts"]
    views = risk["view"].drop_duplicates().tolist()
    money = money_scale([*risk["p05"], *risk["p95"]], told)
    sheet = Sheet(WIDTH, 1.35 + len(views) * 0.55 + len(risk) * STEP + 0.5, fonts)
    draws = f"{int(risk['draws'].max()):,}"
    y = heading(sheet, charts["risk"], fill(charts["risk_note"], draws=draws, unit=money.unit))
    sheet.text(LEFT, y + 0.02, charts["risk_key"], 7.5, MUTED)
    for key, x in COLUMNS:
        sheet.paragraph(x, y + 0.22, sheet.wrap(charts[key], 0.98, 2, 7.5), 7.5, MUTED, "right")
    scale = span([*risk["p05"], *risk["p95"]], *DRAWS, money.size)
    y += 0.22
    for view in views:
        y = _risk_view(sheet, y, view, risk[risk["view"] == view], tables, scale, money, told)
    foot(sheet, y + 0.2, rests(tables, told))
    return sheet, charts["risk"]


def _risk_view(sheet: Sheet, y: float, view, rows, tables, scale, money, told) -> float:
    sheet.text(LEFT, y + 0.14, told.term("views", view), 9.5, bold=True)
    top = y + 0.28
    upright(sheet, scale, top, top + STEP * len(rows), money.ticks)
    given = tables["economics"].set_index("scenario")
    base = given[f"npv_{view}"].to_dict() if f"npv_{view}" in given else {}
    for place, row in enumerate(rows.to_dict("records")):
        middle = top + STEP * (place + 0.5)
        sheet.label(LEFT, middle, told.scenario(row["scenario"]), DRAWS[0] - LEFT - 0.15, 8)
        risk_spread(sheet, middle, row, base.get(row["scenario"]), scale)
        often = shares_of_draws(row, told)
        for key, x in COLUMNS:
            sheet.text(x, middle, often[key], 8, align="right")
        sheet.line(LEFT, middle + STEP / 2, RIGHT, middle + STEP / 2, "#eeeeee", 0.5)
    return top + STEP * len(rows) + 0.22


def shares_of_draws(row, told) -> dict[str, str]:
    """How often a scenario is above 0 and how often first, in words."""
    return {key: _often(row, f"{key}_share", told) for key, _x in COLUMNS}


def _often(row, key: str, told) -> str:
    """A share of the draws; the status quo is no gain and no loss."""
    from ..core.economics.economics_texts import scale_of

    if key == "positive_share" and row["p05"] == row["p95"] == 0:
        return told["dash"]
    return scale_of("share", [], told).full(row[key]) or told["dash"]


def risk_spread(sheet: Sheet, y: float, row, base, scale) -> None:
    """Line, box and stroke of the draws of a scenario; a diamond at ``base``, the value as it stands."""
    from ..core.pages.page_texts import known

    if not known(row["p05"]):
        return
    ends = {name: scale.at(row[name]) for name in ("p05", "p25", "p50", "p75", "p95")}
    sheet.line(ends["p05"], y, ends["p95"], y, INK, 1.2, above=2)
    for name in ("p05", "p95"):
        sheet.line(ends[name], y - 0.05, ends[name], y + 0.05, INK, 1.2, above=2)
    sheet.box(ends["p25"], y - 0.085, ends["p75"] - ends["p25"], 0.17, "#b9cbe0", INK, line=0.6, above=3)
    sheet.line(ends["p50"], y - 0.085, ends["p50"], y + 0.085, INK, 2.0, above=4)
    if known(base):
        sheet.mark(scale.at(base), y, "D", 4.2, "white", INK, above=5)
