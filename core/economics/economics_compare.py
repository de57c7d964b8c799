"""Scenarios side by side, what the trade-off is, and the paper's judgement beside the figures [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..performance.performance_words import amount_text, number
from ..rules.unit_costs import Price, UnitCosts, plain
from .cashflow import STATUS_QUO, VIEWS
from .economics_words import METRICS, STATED_ZH, WORDS

LARGE, SMALL, PARKS = "large_concentration", "small_clustering", "clustering_with_parks"
_SHOWN = 3
_SHARES = ("positive_share", "first_share", "first_change_share")
# What a scenario is best and worst in, in words; ratios and draws repeat the present values.
_TOLD = (
    "npv_fiscal", "npv_economic", "peak_funding", "cost_government", "cost_enterprise", "tax_per_year",
    "jobs_at_risk", "output_per_km2", "tax_per_km2", "share_in_main_clusters", "quota_freed_m2",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """``table``: one row a metric and scenario; ``profiles``, ``tradeoff``, ``recommendation`` in words."""

    table: pd.DataFrame
    profiles: list[str]
    tradeoff: str | None
    recommendation: list[str]


def compare(
    results: pd.DataFrame,
    risk: pd.DataFrame,
    breaks: pd.DataFrame,
    costs: UnitCosts,
    language: str = "en",
    money: str | None = None,
) -> Comparison:
    """Lay the scenarios side by side.

    ``results`` as from `core.economics.economics.evaluate`, ``risk`` as from
    `core.economics.sensitivity.monte_carlo`, ``breaks`` as from `core.economics.sensitivity.break_even`. Best
    and worst are marked among the scenarios other than the status quo; equal values share a mark, and no mark
    is given where all are equal or fewer than two are known. The paper's judgement is quoted beside the
    figures and decides nothing.
    """
    rows = _with_risk(results, risk).set_index("scenario")
    table = plain(pd.concat([_metric(rows, metric, language) for metric in METRICS], ignore_index=True))
    words = _Words(language, money)
    return Comparison(
        table=table,
        profiles=_profiles(table, words),
        tradeoff=_tradeoff(rows, words),
        recommendation=[
            *_judgements(rows, words),
            *(line for view in VIEWS for line in _orders(rows, breaks, costs, view, words)),
            words.text["caveat"],
        ],
    )


@dataclass(frozen=True)
class _Words:
    language: str
    money: str | None

    @property
    def text(self) -> dict:
        return WORDS[self.language]

    def scenario(self, name: str) -> str:
        return self.text["scenarios"].get(name, name)

    def inside(self, name: str) -> str:
        """The name within a sentence."""
        return _small(self.scenario(name), self.language)

    def amount(self, value: float) -> str:
        if not value:
            return "0"
        return amount_text(value, "10k CNY", self.language, self.money)

    def percent(self, value: float | None) -> str:
        if not _known(value):
            return self.text["not_known"]
        return self.text["percent"].format(number(100.0 * value) if value else "0")

    def price(self, price: Price, value: float) -> str:
        if self.language == "zh":
            return f"{number(price.shown(value))}{STATED_ZH.get(price.stated_unit, price.stated_unit)}"
        unit = "" if price.stated_unit in ("ratio", "share") else price.stated_unit
        return f"{number(price.shown(value))} {unit}".strip()


def _known(value) -> bool:
    return value is not None and not pd.isna(value)


def _with_risk(results: pd.DataFrame, risk: pd.DataFrame) -> pd.DataFrame:
    for view in VIEWS:
        own = risk[risk["view"] == view].set_index("scenario")
        results = results.assign(**{f"{name}_{view}": results["scenario"].map(own[name]) for name in _SHARES})
    return results


def _metric(rows: pd.DataFrame, metric: str, language: str) -> pd.DataFrame:
    direction, unit, *names = METRICS[metric]
    value = pd.to_numeric(rows[metric], errors="coerce").astype(float) if metric in rows else np.nan
    value = pd.Series(value, index=rows.index, dtype=float)
    judged = value[value.index != STATUS_QUO].dropna()
    rank = (-direction * judged).rank(method="min").reindex(value.index)
    mark = pd.Series([None] * len(value), index=value.index, dtype=object)
    if judged.nunique() > 1:
        mark[judged.index[judged == (judged.max() if direction > 0 else judged.min())]] = "best"
        mark[judged.index[judged == (judged.min() if direction > 0 else judged.max())]] = "worst"
    frame = pd.DataFrame(
        {"scenario": value.index, "value": value.to_numpy(), "rank": rank.to_numpy(), "mark": mark.to_numpy()}
    )
    frame.insert(0, "metric", metric)
    frame.insert(1, "name", names[language == "zh"])
    frame.insert(2, "unit_of_measure", unit)
    frame.insert(3, "rising", direction > 0)
    return frame


def _profiles(table: pd.DataFrame, words: _Words) -> list[str]:
    """What each scenario is best and worst in."""
    text, found = words.text, []
    for scenario in table["scenario"].drop_duplicates():
        if scenario == STATUS_QUO:
            continue
        own = table[(table["scenario"] == scenario) & table["metric"].isin(_TOLD)]
        parts = []
        for mark in ("best", "worst"):
            names = [_small(name, words.language) for name in own.loc[own["mark"] == mark, "name"]]
            if names:
                parts.append(text[mark].format(text["join"].join(names)))
        parts = text["list"].join(parts) or text["neither"]
        found.append(text["profile"].format(scenario=words.scenario(scenario), parts=parts))
    return found


def _small(name: str, language: str) -> str:
    return name if language == "zh" else name[:1].lower() + name[1:]


def _tradeoff(rows: pd.DataFrame, words: _Words) -> str | None:
    """The cheapest scenario against the most clustered one (the economically best, if that is not known)."""
    others = rows[rows.index != STATUS_QUO]
    if len(others) < 2:
        return None
    cost, text = others["cost_government"].astype(float), words.text
    cheap = cost.idxmin()
    share = pd.to_numeric(others["share_in_main_clusters"], errors="coerce")
    by_land = share.notna().all() and share.nunique() > 1
    # Among equally clustered scenarios the cheaper one stands for them.
    top = share if by_land else others["npv_economic"].astype(float)
    dear = cost[top == top.max()].idxmin()
    names = {"cheap": words.scenario(cheap), "dear": words.scenario(dear)}
    names.update({f"{key}_inside": _small(name, words.language) for key, name in names.items()})
    if cheap == dear:
        return text["no_tradeoff" if by_land else "no_tradeoff_money"].format(**names)
    if by_land:
        more = number(100.0 * (share[dear] - share[cheap]))
        return text["tradeoff"].format(**names, more=more, cost=words.amount(cost[dear] - cost[cheap]))
    npv = words.amount(others["npv_economic"][dear])
    return text["tradeoff_money"].format(**names, cost=words.amount(cost[cheap]), npv=npv)


def _judgements(rows: pd.DataFrame, words: _Words) -> list[str]:
    """The paper's sentence on each of its three scenarios, and whether the figures agree."""
    found = []
    named = rows[rows.index.isin((LARGE, SMALL, PARKS))]
    for scenario, check in ((LARGE, _on_large), (SMALL, _on_small), (PARKS, _on_parks)):
        if scenario not in named.index:
            continue
        verdicts, facts = check(named, words)
        verdict = False if False in verdicts else None if None in verdicts else True
        text = words.text
        said = text["verdict"][verdict].format(text["list"].join(facts))
        named_as, judged = words.scenario(scenario), text["judgement"][scenario]
        found.append(text["paragraph"].format(scenario=named_as, judgement=judged, figures=said))
    return found


def _place(values: pd.Series, scenario: str, falling: bool) -> tuple[int, int] | None:
    values = pd.to_numeric(values, errors="coerce").dropna()
    if scenario not in values.index:
        return None
    better = values > values[scenario] if falling else values < values[scenario]
    return int(better.sum()) + 1, len(values)


def _rank(rows, metric, scenario, falling, key, words, show) -> tuple[bool | None, str | None]:
    """Whether a scenario is alone at the top, and the sentence; None where not known or without a rival."""
    place = _place(rows[metric], scenario, falling)
    if place is None:
        return None, None
    values = pd.to_numeric(rows[metric], errors="coerce").dropna()
    tied = bool((values == values[scenario]).sum() > 1)
    said = words.text["facts"][key].format(value=show(rows[metric][scenario]), rank=place[0], count=place[1])
    return (None if place[1] < 2 or (place[0] == 1 and tied) else place[0] == 1), said


def _hectares(area_m2: float) -> str:
    return number(area_m2 / 1e4)


def _on_large(rows: pd.DataFrame, words: _Words):
    text = words.text["facts"]
    dear, cost = _rank(rows, "cost_government", LARGE, True, "dearest", words, words.amount)
    risky, risk = _rank(rows, "jobs_at_risk", LARGE, True, "risk", words, number)
    share = rows["peak_funding_share"][LARGE]
    peak = text["peak"].format(value=words.percent(share)) if _known(share) else text["peak_unknown"]
    losing = rows["towns_lose"][LARGE]
    towns = [text["towns"].format(len(losing.split(", ")))] if _known(losing) else []
    return (dear, risky), [cost, peak, risk or text["risk_unknown"], *towns]


def _on_small(rows: pd.DataFrame, words: _Words):
    """Little land withdrawn, low economic and social costs, still dispersed, short of the targets."""
    text = words.text["facts"]
    little, land = _rank(rows, "vacated_m2", SMALL, False, "vacates", words, _hectares)
    cheap, cost = _rank(rows, "cost_government", SMALL, False, "cheapest", words, words.amount)
    calm, risk = _rank(rows, "jobs_at_risk", SMALL, False, "least_risk", words, number)
    gathered = rows["share_in_main_clusters"][SMALL]
    gathered = text["gathered"].format(words.percent(gathered)) if _known(gathered) else None
    reached = {name: rows[f"{name}_to_target"][SMALL] for name in ("output", "tax")}
    known = [value for value in reached.values() if _known(value)]
    short = any(value < 1.0 for value in known) if known else None
    said = {name: words.percent(value) for name, value in reached.items()}
    target = text["target"].format(**said) if known else text["no_target"]
    return (little, cheap, calm, short), [*filter(None, (land, cost, risk, gathered)), target]


def _on_parks(rows: pd.DataFrame, words: _Words):
    text, checks, facts = words.text["facts"], [], []
    value = rows["cost_government"][PARKS]
    if {LARGE, SMALL} <= set(rows.index):
        ends = sorted(rows["cost_government"][name] for name in (LARGE, SMALL))
        checks.append(bool(ends[0] <= value <= ends[1]))
        facts.append(text["between" if checks[0] else "not_between"].format(value=words.amount(value)))
    vacated, freed = rows["vacated_m2"][PARKS], rows["quota_freed_m2"][PARKS]
    if _known(vacated) and _known(freed):
        facts.append(text["exchange"].format(vacated=_hectares(vacated), taken=_hectares(vacated - freed)))
    ranks = []
    for view in VIEWS:
        first, said = _rank(rows, f"npv_{view}", PARKS, True, f"rank_{view}", words, words.amount)
        ranks.append(first)
        facts.append(said)
    # Preferred = first in either view: the paper weighs short-term cost against long-term benefit.
    checks.append(True if True in ranks else None if None in ranks else False)
    return tuple(checks), facts


def _orders(rows: pd.DataFrame, breaks, costs: UnitCosts, view: str, words: _Words) -> list[str]:
    """The order of all scenarios and, where the status quo is among the first two, of the others."""
    order = rows[f"npv_{view}"].astype(float).sort_values(ascending=False, kind="stable")
    said = _order(order, rows[f"first_share_{view}"], "first", breaks, costs, view, words)
    others = order[order.index != STATUS_QUO]
    if STATUS_QUO in order.index[:2] and len(others) > 1:
        shares = rows[f"first_change_share_{view}"]
        said += _order(others, shares, "first_change", breaks, costs, view, words)
    return said


def _order(order: pd.Series, shares, key: str, breaks, costs, view: str, words: _Words) -> list[str]:
    """Who ranks first in a view, how often, and which single unit costs would put the second before it."""
    text, first = words.text, order.index[0]
    share = shares[first]
    sure = text["sure"].format(words.percent(share)) if _known(share) else ""
    place = _sentence_case(text["views"][view])
    said = text[key].format(
        view=place, scenario=words.inside(first), value=words.amount(order.iloc[0]), sure=sure
    )
    if len(order) < 2:
        return [said]
    second = order.index[1]
    pair = breaks[(breaks["view"] == view) & _between(breaks, first, second)]
    pair = pair.assign(size=pair["change"].abs().fillna(np.inf)).sort_values(["size", "item"])
    inside = pair[pair["within_range"].fillna(False).astype(bool)]
    names = {"first": words.inside(first), "second": words.inside(second)}
    items = [_flip(row, costs, words) for row in pair.to_dict("records")[:1]]
    if inside.empty:
        nearest = text["nearest"].format(items[0]) if items else ""
        view_text = place if words.language == "zh" else text["views"][view]
        return [said, text["no_flip"].format(view=view_text, nearest=nearest, **names)]
    items = [_flip(row, costs, words) for row in inside.to_dict("records")[:_SHOWN]]
    return [said, text["flip"].format(view=text["views"][view], items=text["list"].join(items), **names)]


def _between(breaks: pd.DataFrame, first: str, second: str) -> pd.Series:
    """Rows on this pair of scenarios."""
    pairs = [(first, second), (second, first)]
    found = pd.Series(False, index=breaks.index)
    for one, other in pairs:
        found |= (breaks["scenario"] == one) & (breaks["against"] == other)
    return found


def _flip(row: dict, costs: UnitCosts, words: _Words) -> str:
    price = costs[row["item"]]
    name = _small(row["name"], words.language)
    return words.text["flip_item"].format(
        name=name, base=words.price(price, row["value"]), value=words.price(price, row["break_even"])
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
