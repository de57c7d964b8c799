"""Sections of the page of the priced scenarios: money, towns, risk, assumptions, what was not priced."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..pages.page_html import cells, paragraph, table, tag, text
from ..pages.page_texts import fill, known, number
from .cashflow import STATUS_QUO, VIEWS
from .economics_figures import frontier_parts, nearest_breaks, party_totals
from .economics_texts import (
    Words,
    amount,
    has,
    money_scale,
    price_text,
    prices,
    rests,
    scale_of,
    scenarios_of,
)

_FLOWS = (
    *("government", "enterprise", "collective", "market", "value_added", "economic"),
    *("cumulative_government", "cumulative_economic"),
)
_CONFLICTS = ("before_m2", "removed_m2", "left_m2", "new_m2", "after_m2")
_SUMS = ("value_added", "cumulative_government")  # a stroke stands above these rows


def heads_of(told: Words, *names: str) -> list[str]:
    return [told["page"]["heads"][name] for name in names]


def _group(title: str, columns: int) -> str:
    return tag("tr", tag("th", text(title), colspan=columns, scope="rowgroup"), cls="group")


def party_money(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """What each party pays, receives and is left with, undiscounted, and the present value of the net."""
    if not has(tables, "economics_transfers"):
        return ""
    totals, years = party_totals(tables), tables["economics_cashflow"]["year"]
    money = money_scale([*totals["paid"], *totals["received"]], told)
    html = []
    for scenario, rows in totals.groupby("scenario", sort=False):
        html.append(_group(told.scenario(scenario), 5))
        for row in rows.to_dict("records"):
            ends = [text(money.text(row[name])) for name in ("paid", "received")]
            nets = [text(money.signed(row[name])) for name in ("net", "present")]
            html.append(cells(text(told["parties"][row["party"]]), *ends, *nets))
    names = heads_of(told, "party", "pays", "receives", "net", "present")
    heads = [names[0], *(f"{name} ({money.unit})" for name in names[1:])]
    said = fill(told["page"]["payers_note"], first=int(years.min()), last=int(years.max()))
    return paragraph(said, "note") + table(heads, html, "num")


def cash_flow(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """The years across, the parties down, a table a scenario."""
    flows = tables["economics_cashflow"]
    lines = [name for name in _FLOWS if name in flows]
    money = money_scale(flows[lines].to_numpy().ravel(), told)
    html = [paragraph(fill(told["page"]["cashflow_note"], unit=money.unit), "note")]
    for scenario in scenarios_of(tables, changing=True):
        own = flows[flows["scenario"] == scenario].sort_values("year")
        rows = []
        for name in lines:
            made = [tag("td", text(money.text(value))) for value in own[name]]
            head = tag("th", text(told["flows"][name]), scope="row")
            rows.append(tag("tr", head + "".join(made), cls="sum" if name in _SUMS else None))
        heads = [told["page"]["heads"]["flow"], *(str(int(year)) for year in own["year"])]
        html.append(tag("h3", text(told.scenario(scenario))))
        html.append(tag("div", table(heads, rows, "num flows"), cls="wide"))
    return "".join(html)


def doing_nothing(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """What land that stays as it is goes on costing: an item a row, what is left under each scenario."""
    burdens = tables["economics_doing_nothing"]
    names = [name for name in scenarios_of(tables) if (burdens["scenario"] == name).any()]
    if burdens.empty or not names:
        return ""
    money, html = money_scale(burdens["amount"], told), []
    for (_item, per), rows in burdens.groupby(["item", "per"], sort=False):
        first = rows.iloc[0]
        of = rows.set_index("scenario")["amount"].to_dict()
        made = [_or_unknown(money.text(of.get(name)), told) for name in names]
        head = text(first["name"]) + tag("small", text(_land(rows, told)))
        terms = [text(told.term("parties", first["bearer"])), text(told.term("per", per))]
        html.append(cells(head, *terms, *made))
    heads = [*heads_of(told, "item", "bearer", "per"), *map(told.scenario, names)]
    heads[0] = f"{heads[0]} ({money.unit})"
    said = rests(tables, told, burdens["item"])
    return paragraph(told["page"]["doing_nothing_note"], "note") + table(heads, html, "num") + _linked(said)


def _land(rows: pd.DataFrame, told: Words) -> str:
    """How much land bears an item at first."""
    first = rows.iloc[0]
    land = scale_of("m2", [], told).full(first["land_m2"])
    parcels = fill(told["parcels"], count=number(first["parcels"]))
    return f"{told.scenario(first['scenario'])}{told['colon']}{land}{told['comma']}{parcels}"


def _linked(said: str) -> str:
    return tag("p", tag("a", text(said), href="#assumptions"), cls="rests") if said else ""


def _or_unknown(figure: str, told: Words) -> str:
    return text(figure or told["unknown"])


def towns(tables: Mapping[str, pd.DataFrame], told: Words, names: Mapping[str, str]) -> str:
    """Jobs and tax that each town gains or loses, the largest gain of tax first."""
    if not has(tables, "economics_towns"):
        return ""
    rows, html = tables["economics_towns"], []
    money = money_scale(rows["tax_change"], told)
    for scenario, own in rows.groupby("scenario", sort=False):
        html.append(_group(told.scenario(scenario), 4))
        keys = own.assign(_town=own["town"].astype(object).where(own["town"].notna(), ""))
        order = keys.sort_values(["tax_change", "jobs_change", "_town"], ascending=[False, False, True])
        for row in order.to_dict("records"):
            name = names.get(row["town"], row["town"]) if known(row["town"]) else told["dash"]
            changes = [
                _turn(row["jobs_change"], number(row["jobs_change"])),
                _turn(row["tax_change"], money.text(row["tax_change"])),
            ]
            html.append(cells(text(name), *changes, text(number(row["jobs_closed"]))))
    heads = heads_of(told, "town", "jobs_change", "tax_change", "closed")
    heads[2] = f"{heads[2]} ({money.unit})"
    return paragraph(told["page"]["towns_note"], "note") + table(heads, html, "num short")


def _turn(value: float, figure: str) -> str:
    if not known(value) or not value:
        return text(figure)
    return tag("span", "▲" if value > 0 else "▼", cls="sign") + text(f"+{figure}" if value > 0 else figure)


def conflicts(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """Land against the plan and each control line: today, removed, left, new and after each scenario."""
    if not has(tables, "conflicts"):
        return ""
    rows, html, land = tables["conflicts"], [], scale_of("m2", [], told)
    lands = [name for name in _CONFLICTS if name in rows]
    for scenario, own in rows.groupby("scenario", sort=False):
        html.append(_group(told.scenario(scenario), len(lands) + 2))
        for row in own.to_dict("records"):
            figures = [_or_unknown(land.text(row[name]), told) for name in lands]
            count = _or_unknown(number(row["parcels_after"]), told)
            html.append(cells(text(told.term("lines", row["line"])), *figures, count))
    return table(heads_of(told, "line", *lands, "parcels_after"), html, "num short")


def random_draws(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """Mean, 5 %, median and 95 % of the present value, and how often it is above 0 and first."""
    if not has(tables, "economics_risk"):
        return ""
    risk, html = tables["economics_risk"], []
    money, often = money_scale([*risk["p05"], *risk["p95"]], told), scale_of("share", [], told)
    for view, rows in risk.groupby("view", sort=False):
        html.append(_group(told.term("views", view), 8))
        for row in rows.to_dict("records"):
            figures = [text(money.text(row[name])) for name in ("mean", "p05", "p50", "p95")]
            shares = [
                text(often.full(row[f"{name}_share"]) or told["dash"])
                for name in ("positive", "first", "first_change")
            ]
            html.append(cells(text(told.scenario(row["scenario"])), *figures, *shares))
    heads = heads_of(told, "scenario", "mean", "p05", "p50", "p95", "positive", "first", "first_change")
    heads[1:5] = [f"{head} ({money.unit})" for head in heads[1:5]]
    return table(heads, html, "num")


def breaks(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """The nearest values at which the order of two scenarios turns, or a present value becomes 0."""
    if not has(tables, "economics_break_even"):
        return ""
    # Against the status quo is the same as a present value of 0, which stands there already.
    rows = tables["economics_break_even"]
    rows, of_item, html = nearest_breaks(rows[rows["scenario"] != STATUS_QUO]), prices(tables), []
    for view in [view for view in VIEWS if (rows["view"] == view).any()]:
        html.append(_group(told.term("views", view), 6))
        for row in rows[rows["view"] == view].to_dict("records"):
            price = of_item.get(row["item"])
            against = (
                told.scenario(row["against"]) if known(row["against"]) else told["page"]["heads"]["reach"]
            )
            values = [text(price_text(row[name], price, told)) for name in ("value", "break_even")]
            inside = row["within_range"]
            said = told["yes_no"][bool(inside)] if known(inside) else told["dash"]
            who = [text(told.scenario(row["scenario"])), text(against), text(row["name"])]
            html.append(cells(*who, *values, text(said)))
    heads = heads_of(told, "scenario", "against", "item", "value", "break_even", "in_range")
    return paragraph(told["page"]["breaks_note"], "note") + table(heads, html)


def frontier(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """The scenarios beside the frontier: cost, value, and what the same cost could have bought."""
    if not has(tables, "frontier"):
        return ""
    table_, html = tables["frontier"], []
    heads = ["scenario", "cost", "reached"] + [name for name in ("value_at_cost", "behind") if name in table_]
    for kind in table_["kind"].drop_duplicates():
        _line, named = frontier_parts(table_, kind)
        words = told["frontier"].get(kind, {"axis": str(kind), "unit": "ratio"})
        values = [named[name] for name in ("value", "value_at_cost") if name in named]
        scale = scale_of(words["unit"], pd.concat(values), told) if len(named) else None
        html.append(_group(words["axis"], len(heads)))
        for row in named.to_dict("records"):
            made = [text(amount(row["cost"], told)), text(scale.full(row["value"]))]
            made += [text(scale.full(row[name])) for name in heads[3:4]]
            made += [text(scale_of("share", [], told).full(row[name])) for name in heads[4:]]
            html.append(cells(text(told.scenario(row["scenario"])), *made))
    return paragraph(told["charts"]["frontier_note"], "note") + table(heads_of(told, *heads), html, "num")


def assumptions(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """Each unit cost that any scenario rests on: value, range, unit, weight, source, status."""
    rows = tables["economics_assumptions"]
    if rows.empty:
        return ""
    shares = rows.groupby("item")[["share_of_cost", "share_of_benefit"]].max()
    share, html = scale_of("share", [], told), []
    for row in rows.drop_duplicates("item").to_dict("records"):
        ends = [number(row[name]) for name in ("low", "high")]
        span = " – ".join(ends) if all(ends) else ""
        parts = [share.full(shares[name][row["item"]]) for name in ("share_of_cost", "share_of_benefit")]
        year = f" ({int(row['source_year'])})" if known(row["source_year"]) else ""
        said = [number(row["value"]), span, told.unit(row["unit"]), *parts, f"{row['source'] or ''}{year}"]
        html.append(cells(text(row["name"]), *map(text, said), text(told.term("statuses", row["status"]))))
    names = ("item", "value", "range", "unit", "share_of_cost", "share_of_benefit", "source", "status")
    intro = paragraph(told["page"]["assumptions_note"], "note") + paragraph(rests(tables, told))
    return intro + table(heads_of(told, *names), html, "costs")


def not_priced(tables: Mapping[str, pd.DataFrame], told: Words) -> str:
    """Parcels whose money is partly a default or not counted, by scenario and item; items without a value."""
    cover, page, html = tables["economics_coverage"], told["page"], []
    open_ = cover[(cover["unpriced"] > 0) | (cover["priced_by_default"] > 0)]
    for scenario, rows in open_.groupby("scenario", sort=False):
        html.append(_group(told.scenario(scenario), 4))
        for row in rows.to_dict("records"):
            counts = [number(row[name]) for name in ("priced_known", "priced_by_default", "unpriced")]
            html.append(cells(text(row["name"]), *map(text, counts)))
    heads = heads_of(told, "item", "known", "by_default", "unpriced")
    made = table(heads, html, "num short") if html else paragraph(page["coverage_all"])
    costs = tables["economics_unit_costs"]
    empty = costs.loc[costs["value"].isna(), "name"].tolist()
    said = fill(page["not_given"], items=told["comma"].join(empty)) if empty else ""
    return paragraph(page["coverage_note"], "note") + made + paragraph(said, "note")
