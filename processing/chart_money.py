"""Who pays whom, and the cash flow of the government; what they show is told at `economics_charts`."""

from __future__ import annotations

from .chart_scenarios import LEFT, RIGHT, WIDTH, foot, heading, span, spread, styles, upright
from .chart_sheet import INK, MUTED, RULE, Sheet

ROW, PANEL = 0.27, 0.42
NAME, BARS, NET, PRESENT = 1.2, (1.95, 7.75), 8.95, RIGHT
FILLS = {
    "government": ("#1f3f66", None), "enterprise": ("#8aa9c9", None), "collective": ("#ffffff", "/////"),
    "market": ("#e4e4e4", None),
}  # fmt: skip
PLOT, ENDS = (0.75, 6.9), 7.05
HEIGHT, SMALL = 3.5, 1.25


def draw_payers(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_figures import party_totals, payer_sums
    from ..core.economics.economics_texts import money_scale, rests, scenarios_of
    from ..core.pages.page_texts import fill

    sums, totals = payer_sums(tables["economics_transfers"]), party_totals(tables)
    names = [name for name in scenarios_of(tables) if (totals["scenario"] == name).any()]
    money = money_scale([*totals["paid"], *totals["received"]], told)
    years = tables["economics_cashflow"]["year"]
    sheet = Sheet(WIDTH, 1.5 + len(names) * (PANEL + 4 * ROW + 0.1) + 0.55, fonts)
    charts = told["charts"]
    note = fill(charts["payers_note"], first=int(years.min()), last=int(years.max()), unit=money.unit)
    y = heading(sheet, charts["payers"], note)
    y = _payer_key(sheet, y + 0.06, told)
    scale = span([*-totals["paid"], *totals["received"]], BARS[0] + 0.5, BARS[1] - 0.5, money.size)
    for name in names:
        y = _payer_panel(sheet, y, name, sums, totals, scale, money, told)
    for tick, said in zip(scale.ticks, money.ticks(scale.ticks)):
        sheet.text(scale.at(tick), y + 0.06, said.lstrip("−"), 7, MUTED, "center")
    quiet = [told.scenario(name) for name in scenarios_of(tables) if name not in names]
    quiet = fill(charts["nothing_paid"], scenarios=told["comma"].join(quiet)) if quiet else ""
    foot(sheet, y + 0.3, rests(tables, told), quiet)
    return sheet, charts["payers"]


def _payer_key(sheet: Sheet, y: float, told) -> float:
    charts = told["charts"]
    x = LEFT
    sheet.text(x, y, charts["to_from"], 7.5, MUTED)
    x += sheet.width(charts["to_from"], 7.5) + 0.1
    for party, (colour, hatch) in FILLS.items():
        sheet.box(x, y - 0.06, 0.24, 0.12, colour, INK, hatch, 0.5)
        sheet.text(x + 0.3, y, told["parties"][party], 7.5)
        x += 0.48 + sheet.width(told["parties"][party], 7.5)
    for x, key in ((NET, "net"), (PRESENT, "present")):
        sheet.paragraph(x, y + 0.02, sheet.wrap(charts[key], 0.95, 2, 7.5), 7.5, MUTED, "right")
    return y + 0.1


def _payer_panel(sheet: Sheet, y, name, sums, totals, scale, money, told) -> float:
    charts = told["charts"]
    sheet.text(LEFT, y + 0.2, told.scenario(name), 9.5, bold=True)
    if sheet.width(told.scenario(name), 9.5, True) < BARS[0] + 1.0:
        sheet.text(scale.at(0) - 0.08, y + 0.22, f"◀ {charts['pays']}", 7, MUTED, "right")
    sheet.text(scale.at(0) + 0.08, y + 0.22, f"{charts['receives']} ▶", 7, MUTED)
    top = y + PANEL - 0.08
    upright(sheet, scale, top, top + 4 * ROW, money.ticks, below=False)
    for row in totals[totals["scenario"] == name].to_dict("records"):
        middle = top + ROW / 2
        sheet.text(NAME + 0.55, middle, told["parties"][row["party"]], 8, align="right")
        own = sums[(sums["scenario"] == name) & (sums["party"] == row["party"])].to_dict("records")
        for side, sign in (("paid", -1), ("received", 1)):
            stacked(sheet, middle, [(part["other"], sign * part[side]) for part in own], scale)
            end, figure = scale.at(sign * row[side]), money.text(row[side])
            if row[side]:
                sheet.text(
                    end + sign * 0.06, middle, figure, 7.5, INK, "left" if sign > 0 else "right", box=True
                )
        sheet.text(NET, middle, money.signed(row["net"]), 8, align="right", bold=True)
        sheet.text(PRESENT, middle, money.signed(row["present"]), 8, align="right")
        top += ROW
    return top + 0.08


def stacked(sheet: Sheet, y: float, parts, scale) -> None:
    at = 0.0
    for other, value in parts:
        if not value:
            continue
        start, end = sorted((scale.at(at), scale.at(at + value)))
        colour, hatch = FILLS[other]
        sheet.box(start, y - 0.08, end - start, 0.16, colour, INK, hatch, 0.5, above=2)
        at += value


def draw_cashflow(tables, told, fonts) -> tuple[Sheet, str]:
    from ..core.economics.economics_texts import money_scale, rests, scenarios_of
    from ..core.pages.page_texts import fill

    flows, results = tables["economics_cashflow"], tables["economics"]
    names = [name for name in scenarios_of(tables) if (flows["scenario"] == name).any()]
    money = money_scale([*flows["cumulative_government"], *flows["government"]], told)
    changing = [name for name in scenarios_of(tables, changing=True) if name in names]
    across = min(max(len(changing), 1), 4)
    down = -(-len(changing) // across)
    charts = told["charts"]
    sheet = Sheet(WIDTH, 0.95 + HEIGHT + 0.45 + down * (SMALL + 0.62) + 0.55, fonts)
    top = heading(sheet, charts["cashflow"], fill(charts["cashflow_note"], unit=money.unit)) + 0.12
    _curves(sheet, top, flows, results, names, money, told)
    y = top + HEIGHT + 0.5
    sheet.text(LEFT, y, fill(charts["yearly_note"], unit=money.unit), 8.5, MUTED)
    _small(sheet, y + 0.12, flows, changing, across, money, told)
    foot(sheet, y + down * (SMALL + 0.62) + 0.28, rests(tables, told))
    return sheet, charts["cashflow"]


def _curves(sheet: Sheet, top: float, flows, results, names, money, told) -> None:
    years = sorted(flows["year"].unique())
    tall = span(flows["cumulative_government"], top + HEIGHT - 0.22, top + 0.1, money.size)
    wide = span(years, *PLOT, zero=False)
    for tick, said in zip(tall.ticks, money.ticks(tall.ticks)):
        y = tall.at(tick)
        sheet.line(PLOT[0], y, PLOT[1], y, INK if tick == 0 else RULE, 0.9 if tick == 0 else 0.6)
        sheet.text(PLOT[0] - 0.08, y, said, 7.5, MUTED, "right")
    for year in years:
        sheet.text(wide.at(year), top + HEIGHT + 0.14, str(int(year)), 7.5, MUTED, "center")
    looks, ends = styles(names), []
    peaks = results.set_index("scenario")
    for name in names:
        own = flows[flows["scenario"] == name].sort_values("year")
        xs = [wide.at(year) for year in own["year"]]
        ys = [tall.at(value) for value in own["cumulative_government"]]
        look = looks[name]
        sheet.path(xs, ys, look.colour, 2.0, look.line)
        at_end = _peak(sheet, own, peaks.loc[name], wide, tall, look, money, told)
        value = own["cumulative_government"].iloc[-1]
        ends.append((ys[-1], name, value, at_end))
    _end_labels(sheet, ends, looks, top, money, told)


def _peak(sheet: Sheet, own, result, wide, tall, look, money, told) -> bool:
    """Mark the peak funding; whether it falls on the last year, whose label then tells it."""
    said = peak_text(result, money, told)
    if not said:
        return False
    peak, year = result["peak_funding"], result["peak_funding_year"]
    x, y = wide.at(year), tall.at(-peak)
    sheet.mark(x, y, "v", 8.0, "white", look.colour)
    if year == own["year"].iloc[-1]:
        return True
    sheet.text(x, y + 0.17, said, 7.5, look.colour, "center", box=True)
    return False


def peak_text(result, money, told) -> str:
    """The peak funding of a scenario and its year; empty when there is none."""
    from ..core.pages.page_texts import fill, known

    peak, year = result["peak_funding"], result["peak_funding_year"]
    if not known(peak) or not known(year) or not peak:
        return ""
    return fill(told["charts"]["peak_at"], value=money.text(peak), year=int(year))


def _end_labels(sheet: Sheet, ends, looks, top: float, money, told) -> None:
    heights = spread([end[0] for end in ends], 0.36, top, top + HEIGHT + 0.1)
    for height, (y, name, value, at_peak) in zip(heights, ends):
        look = looks[name]
        sheet.line(PLOT[1] + 0.08, y, ENDS - 0.04, height, look.colour, 0.6)
        lines = sheet.wrap(told.scenario(name), RIGHT - ENDS, 1, 8.5, True)
        sheet.text(ENDS, height - 0.07, lines[0], 8.5, look.colour, bold=True)
        said = money.text(value) + (f" · ▽ {told['charts']['peak']}" if at_peak else "")
        sheet.text(ENDS, height + 0.085, said, 7.5, look.colour)


def _small(sheet: Sheet, top: float, flows, names, across: int, money, told) -> None:
    room = (RIGHT - LEFT) / across
    years = sorted(flows["year"].unique())
    for number, name in enumerate(names):
        left, y = LEFT + room * (number % across), top + (SMALL + 0.62) * (number // across)
        own = flows[flows["scenario"] == name]
        tall = span(flows["government"], y + 0.36 + SMALL, y + 0.36, money.size, 3)
        sheet.text(left, y + 0.13, sheet.fit(told.scenario(name), room - 0.15, 8, True), 8, bold=True)
        for tick, said in zip(tall.ticks, money.ticks(tall.ticks)):
            line = tall.at(tick)
            sheet.line(left + 0.42, line, left + room - 0.2, line, INK if tick == 0 else RULE, 0.6)
            sheet.text(left + 0.37, line, said, 6.5, MUTED, "right")
        step = (room - 0.65) / max(len(years), 1)
        for year, value in zip(own["year"], own["government"]):
            x = left + 0.45 + step * years.index(year)
            ends = sorted((tall.at(0.0), tall.at(value)))
            fill = "#3f5f86" if value < 0 else "#ffffff"
            sheet.box(x, ends[0], step * 0.72, ends[1] - ends[0], fill, INK, line=0.5, above=2)
        for year in (years[0], years[-1]):
            x = left + 0.45 + step * (years.index(year) + 0.36)
            sheet.text(x, y + 0.36 + SMALL + 0.12, str(int(year)), 6.5, MUTED, "center")
