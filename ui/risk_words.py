"""How sure the priced scenarios are: bars, shares and break-even values of one scenario, in words."""

from __future__ import annotations

from typing import NamedTuple

from ..processing import settings
from ..processing.said import listed
from ..processing.translation import tr
from .risk_tornado import Bar

_RISK, _TORNADO, _BREAKS = "economics_risk", "economics_tornado", "economics_break_even"


class Break(NamedTuple):
    """A value at which something turns. ``within``: inside the range of the item; None where it has none."""

    item: str
    name: str
    text: str
    within: bool | None


def told_words():
    """Words and money as on the screen."""
    from ..core.economics.economics_texts import words

    return words(settings.screen_language(), settings.money_label())


def views_of(tables) -> list[tuple[str, str]]:
    """The views that were priced: (code, title)."""
    from ..core.economics.economics_texts import has

    told = told_words()
    if not has(tables, _TORNADO):
        return []
    found = tables[_TORNADO]["view"].drop_duplicates().tolist()
    return [(view, told.term("views", view)) for view in found]


def bars_of(tables, scenario: str, view: str) -> list[Bar]:
    """The rows of the tornado, strongest first."""
    from ..core.economics.economics_figures import tornado_bars
    from ..core.economics.economics_texts import has, money_scale, prices

    if not has(tables, _TORNADO):
        return []
    told, rows, of_item = told_words(), tables[_TORNADO], prices(tables)
    rows = rows[(rows["scenario"] == scenario) & (rows["view"] == view)].sort_values("rank")
    bars = tornado_bars(rows, of_item, told)
    money = money_scale([end for bar in bars for end in (bar.low, bar.high)], told)
    found = []
    for item, bar in zip(rows["item"], bars):
        price = of_item.get(item)
        known = price is not None and price.status is not None
        name = tr("{} ({})").format(bar.name, bar.unit) if bar.unit else bar.name
        ends = (bar.low, bar.high, bar.low_text, bar.high_text, *map(_signed(money), (bar.low, bar.high)))
        found.append(Bar(item, name, bar.assumed if known else None, *ends))
    return found


def _signed(money):
    return lambda value: f"+{money.full(value)}" if value > 0 else money.full(value)


def chances(tables, scenario: str, view: str) -> str:
    """How often the scenario pays and comes first in random draws."""
    from ..core.economics.economics_texts import has, money_scale, scale_of
    from ..core.pages.page_texts import known

    if not has(tables, _RISK):
        return ""
    rows = tables[_RISK]
    rows = rows[(rows["scenario"] == scenario) & (rows["view"] == view)].to_dict("records")
    if not rows:
        return ""
    row, told = rows[0], told_words()
    often, money = scale_of("share", [], told), money_scale([rows[0]["p05"], rows[0]["p95"]], told)
    said = [
        tr("Present value above 0 in {} of {} random draws.").format(
            often.full(row["positive_share"]), f"{int(row['draws']):,}"
        ),
        tr("Half of them lie above {}, nine of ten between {} and {}.").format(
            money.full(row["p50"]), money.full(row["p05"]), money.full(row["p95"])
        ),
        tr("It ranks first in {} of the draws.").format(often.full(row["first_share"])),
    ]
    if known(row["first_change_share"]):
        share = often.full(row["first_change_share"])
        said.append(tr("Without the status quo it ranks first in {}.").format(share))
    return listed(said, " ")


def share_rows(tables, view: str) -> list[tuple[str, str, str, str]]:
    """Scenarios with the share of draws above 0, first, and first without the status quo."""
    from ..core.economics.economics_texts import has, scale_of

    if not has(tables, _RISK):
        return []
    told, rows = told_words(), tables[_RISK]
    often = scale_of("share", [], told)
    found = []
    for row in rows[rows["view"] == view].to_dict("records"):
        names = ("positive_share", "first_share", "first_change_share")
        found.append((told.scenario(row["scenario"]), *(often.full(row[name]) or "–" for name in names)))
    return found


def breaks_of(tables, scenario: str, view: str) -> list[Break]:
    """The nearest values at which the scenario breaks even or changes places with another one."""
    from ..core.economics.cashflow import STATUS_QUO
    from ..core.economics.economics_figures import nearest_breaks
    from ..core.economics.economics_texts import has, price_text, prices
    from ..core.pages.page_texts import known

    if not has(tables, _BREAKS):
        return []
    rows = tables[_BREAKS]
    # Against the status quo is the same as a present value of 0, which stands there already.
    rows = rows[(rows["view"] == view) & (rows["scenario"] != STATUS_QUO)]
    rows = rows[(rows["scenario"] == scenario) | (rows["against"] == scenario)]
    told, of_item, found = told_words(), prices(tables), []
    for row in nearest_breaks(rows).to_dict("records"):
        price = of_item.get(row["item"])
        values = (price_text(row[name], price, told) for name in ("break_even", "value"))
        other = row["against"] if row["scenario"] == scenario else row["scenario"]
        text = tr("at {} instead of {}").format(*values)
        if known(other):
            text = tr("{}: as good as {}").format(text, told.scenario(other))
        else:
            text = tr("{}: the present value is 0").format(text)
        within = bool(row["within_range"]) if known(row["within_range"]) else None
        found.append(Break(row["item"], row["name"], text, within))
    return sorted(found, key=lambda one: one.within is not True)


def rest_on(tables, bars: list[Bar]) -> str:
    """How many of the values behind the bars nobody has verified."""
    marked = [bar for bar in bars if bar.assumed is not None]
    if not marked:
        return ""
    count = sum(bool(bar.assumed) for bar in marked)
    if count == len(marked) > 1:
        return tr("All {} of these unit costs are assumptions that nobody has verified.").format(count)
    return tr("{} of these {} unit costs are assumptions that nobody has verified.").format(
        count, len(marked)
    )
