"""Who pays whom, and the cash flow, at the width of a dock."""

from __future__ import annotations

from collections.abc import Callable

from .chart_dock import EDGE, SMALL, STEP, TEXT, begin, end, key, right
from .chart_money import FILLS, peak_text, stacked
from .chart_scenarios import span, styles, upright
from .chart_sheet import INK, MUTED, RULE, Sheet

_ROW, _NAME, _NET = 0.28, 0.95, 0.62
_PLOT, _YEAR = 2.2, 0.42


def draw_payers(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """Bars as in the wide picture; of the figures only the net."""
    from ..core.economics.economics_figures import party_totals, payer_sums
    from ..core.economics.economics_texts import money_scale, rests, scenarios_of
    from ..core.pages.page_texts import fill

    charts, sums, totals = told["charts"], payer_sums(tables["economics_transfers"]), party_totals(tables)
    names = [name for name in scenarios_of(tables) if (totals["scenario"] == name).any()]
    money = money_scale([*totals["paid"], *totals["received"]], told)
    years = tables["economics_cashflow"]["year"]
    note = fill(charts["payers_note"], first=int(years.min()), last=int(years.max()), unit=money.unit)
    sheet, y = begin(width, 4 + 2 * len(names), fonts, charts["payers"], note)

    def box(colour, hatch) -> Callable:
        return lambda x, y: sheet.box(x, y - 0.06, 0.24, 0.12, colour, INK, hatch, 0.5)

    parties = [(box(*look), told["parties"][party]) for party, look in FILLS.items()]
    y = key(sheet, y + 0.05, [(None, charts["to_from"]), *parties])
    start, stop = EDGE + _NAME, right(sheet) - _NET - 0.06
    scale = span([*-totals["paid"], *totals["received"]], start, stop, money.size)
    for name in names:
        own = totals[totals["scenario"] == name].to_dict("records")
        y = _payer_panel(sheet, y, name, own, sums, scale, money, told)
    for tick, said in zip(scale.ticks, money.ticks(scale.ticks)):
        sheet.text(scale.at(tick), y + 0.02, said.lstrip("−"), SMALL, MUTED, "center")
    end(sheet, y + 0.28, rests(tables, told))
    return sheet, charts["payers"]


def _payer_panel(sheet: Sheet, y, name, own, sums, scale, money, told) -> float:
    charts, zero = told["charts"], scale.at(0)
    sheet.text(EDGE, y + 0.14, sheet.fit(told.scenario(name), right(sheet) - EDGE, 9, True), 9, bold=True)
    sheet.text(zero - 0.06, y + 0.36, f"◀ {charts['pays']}", SMALL, MUTED, "right")
    sheet.text(zero + 0.06, y + 0.36, f"{charts['receives']} ▶", SMALL, MUTED)
    sheet.text(right(sheet), y + 0.36, charts["net"], SMALL, MUTED, "right")
    top = y + 0.46
    upright(sheet, scale, top, top + _ROW * len(own), money.ticks, below=False)
    for row in own:
        middle = top + _ROW / 2
        sheet.text(EDGE, middle, sheet.fit(told["parties"][row["party"]], _NAME - 0.06, TEXT), TEXT)
        of_party = sums[(sums["scenario"] == name) & (sums["party"] == row["party"])].to_dict("records")
        for side, sign in (("paid", -1), ("received", 1)):
            stacked(sheet, middle, [(part["other"], sign * part[side]) for part in of_party], scale)
        sheet.text(right(sheet), middle, money.signed(row["net"]), TEXT, align="right", bold=True)
        top += _ROW
    return top + 0.1


def draw_cashflow(tables, told, fonts, width: float) -> tuple[Sheet, str]:
    """The cumulative curves, with name, end and peak of each below; not the years one by one."""
    from ..core.economics.economics_texts import money_scale, rests, scenarios_of
    from ..core.pages.page_texts import fill

    flows, peaks = tables["economics_cashflow"], tables["economics"].set_index("scenario")
    names = [name for name in scenarios_of(tables) if (flows["scenario"] == name).any()]
    money = money_scale([*flows["cumulative_government"], *flows["government"]], told)
    charts, looks = told["charts"], styles(names)
    note = fill(charts["cashflow_note"], unit=money.unit)
    sheet, y = begin(width, 5 + _PLOT + len(names), fonts, charts["cashflow"], note)
    _curves(sheet, y + 0.05, flows, peaks, names, looks, money)
    y += _PLOT + 0.4
    for name in names:
        y = _ended(sheet, y, name, flows, peaks, looks[name], money, told)
    end(sheet, y + 0.08, rests(tables, told))
    return sheet, charts["cashflow"]


def _curves(sheet: Sheet, top: float, flows, peaks, names, looks, money) -> None:
    from ..core.pages.page_texts import known

    years = sorted(flows["year"].unique())
    tall = span(flows["cumulative_government"], top + _PLOT, top + 0.1, money.size)
    said = money.ticks(tall.ticks)
    left = EDGE + max(sheet.width(one, SMALL) for one in said) + 0.08
    wide = span(years, left + 0.05, right(sheet) - 0.15, zero=False)
    for tick, one in zip(tall.ticks, said):
        y = tall.at(tick)
        sheet.line(left, y, right(sheet), y, INK if tick == 0 else RULE, 0.9 if tick == 0 else 0.6)
        sheet.text(left - 0.06, y, one, SMALL, MUTED, "right")
    every = -(-len(years) // max(int((wide.end - wide.start) / _YEAR), 1))
    for year in years[::every]:
        sheet.text(wide.at(year), top + _PLOT + 0.14, str(int(year)), SMALL, MUTED, "center")
    for name in names:
        own = flows[flows["scenario"] == name].sort_values("year")
        ys = [tall.at(value) for value in own["cumulative_government"]]
        sheet.path([wide.at(year) for year in own["year"]], ys, looks[name].colour, 2.0, looks[name].line)
        peak, year = peaks["peak_funding"][name], peaks["peak_funding_year"][name]
        if known(peak) and known(year) and peak:
            sheet.mark(wide.at(year), tall.at(-peak), "v", 8.0, "white", looks[name].colour)


def _ended(sheet: Sheet, y: float, name, flows, peaks, look, money, told) -> float:
    """A line of a scenario: how it is drawn, its name, where it ends; below, its peak."""
    own = flows[flows["scenario"] == name].sort_values("year")
    figure = money.full(own["cumulative_government"].iloc[-1])
    sheet.path([EDGE, EDGE + 0.34], [y, y], look.colour, 2.0, look.line)
    room = right(sheet) - sheet.width(figure, TEXT, True) - EDGE - 0.5
    sheet.text(EDGE + 0.42, y, sheet.fit(told.scenario(name), room, TEXT), TEXT)
    sheet.text(right(sheet), y, figure, TEXT, align="right", bold=True)
    peak = peak_text(peaks.loc[name], money, told)
    if peak:
        sheet.text(EDGE + 0.42, y + STEP, f"▽ {peak}", SMALL, MUTED)
    return y + (0.39 if peak else 0.22)
