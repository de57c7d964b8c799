"""Who pays whom and the cash flow at the width of a dock: one below the other, in letters of full size.

The wide pictures (`chart_money`) scaled down to a dock would be thumbnails. These have fewer elements, the
same marks and colours, and are as wide as they are asked to be, in inches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .chart_money import FILLS, peak_text, stacked
from .chart_scenarios import span, styles, upright
from .chart_sheet import INK, MUTED, RULE, Sheet

# Narrower than `WIDE` a picture of full width cannot be read; narrower than `LEAST` these cannot either.
WIDE, LEAST = 8.0, 3.3
EDGE, STEP = 0.1, 0.165
TITLE, TEXT, SMALL = 10.5, 8.5, 7.5
ROW, NAME, NET = 0.28, 0.95, 0.62
PLOT = 2.2
_YEAR = 0.42


def begin(width: float, height: float, fonts, title: str, note: str) -> tuple[Sheet, float]:
    """A sheet with title and note, and where they end. ``height``: more than enough, see `end`."""
    sheet = Sheet(width, height, fonts)
    y = lines(sheet, 0.2, title, TITLE, INK, bold=True, step=0.2)
    return sheet, lines(sheet, y + 0.02, note, SMALL, MUTED, most=8)


def end(sheet: Sheet, y: float, *notes: str) -> None:
    """Notes at the bottom, and the end of the sheet."""
    for note in notes:
        y = lines(sheet, y, note, SMALL, MUTED) if note else y
    sheet.end(y)


def lines(sheet: Sheet, y: float, text: str, size=TEXT, colour=INK, most=4, bold=False, step=STEP) -> float:
    """Text over the whole width; returns where the next line may stand."""
    for line in sheet.wrap(text, right(sheet) - EDGE, most, size, bold):
        sheet.text(EDGE, y, line, size, colour, bold=bold)
        y += step
    return y


def right(sheet: Sheet) -> float:
    return sheet.size[0] - EDGE


def key(sheet: Sheet, y: float, entries: Iterable[tuple[Callable | None, str]]) -> float:
    """Marks with their texts, in as many lines as it takes. ``mark(x, y)`` draws in 0.24 inches from x on."""
    x = EDGE
    for mark, said in entries:
        said = sheet.fit(said, right(sheet) - EDGE - 0.3, SMALL)
        room = sheet.width(said, SMALL) + (0.3 if mark else 0.0)
        if x > EDGE and x + room > right(sheet):
            x, y = EDGE, y + STEP
        if mark:
            mark(x, y)
        sheet.text(x + room, y, said, SMALL, INK if mark else MUTED, "right")
        x += room + 0.14
    return y + STEP


def scenario_key(sheet: Sheet, y: float, names, looks, told) -> float:
    """The marks of scenarios."""

    def mark(name: str) -> Callable:
        look = looks[name]
        return lambda x, y: sheet.mark(x + 0.1, y, look.mark, 6.5, look.colour, look.colour)

    return key(sheet, y, ((mark(name), told.scenario(name)) for name in names))


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
    start, stop = EDGE + NAME, right(sheet) - NET - 0.06
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
    upright(sheet, scale, top, top + ROW * len(own), money.ticks, below=False)
    for row in own:
        middle = top + ROW / 2
        sheet.text(EDGE, middle, sheet.fit(told["parties"][row["party"]], NAME - 0.06, TEXT), TEXT)
        of_party = sums[(sums["scenario"] == name) & (sums["party"] == row["party"])].to_dict("records")
        for side, sign in (("paid", -1), ("received", 1)):
            stacked(sheet, middle, [(part["other"], sign * part[side]) for part in of_party], scale)
        sheet.text(right(sheet), middle, money.signed(row["net"]), TEXT, align="right", bold=True)
        top += ROW
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
    sheet, y = begin(width, 5 + PLOT + len(names), fonts, charts["cashflow"], note)
    _curves(sheet, y + 0.05, flows, peaks, names, looks, money)
    y += PLOT + 0.4
    for name in names:
        y = _ended(sheet, y, name, flows, peaks, looks[name], money, told)
    end(sheet, y + 0.08, rests(tables, told))
    return sheet, charts["cashflow"]


def _curves(sheet: Sheet, top: float, flows, peaks, names, looks, money) -> None:
    from ..core.pages.page_texts import known

    years = sorted(flows["year"].unique())
    tall = span(flows["cumulative_government"], top + PLOT, top + 0.1, money.size)
    said = money.ticks(tall.ticks)
    left = EDGE + max(sheet.width(one, SMALL) for one in said) + 0.08
    wide = span(years, left + 0.05, right(sheet) - 0.15, zero=False)
    for tick, one in zip(tall.ticks, said):
        y = tall.at(tick)
        sheet.line(left, y, right(sheet), y, INK if tick == 0 else RULE, 0.9 if tick == 0 else 0.6)
        sheet.text(left - 0.06, y, one, SMALL, MUTED, "right")
    every = -(-len(years) // max(int((wide.end - wide.start) / _YEAR), 1))
    for year in years[::every]:
        sheet.text(wide.at(year), top + PLOT + 0.14, str(int(year)), SMALL, MUTED, "center")
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
