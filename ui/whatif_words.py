"""The rules that can be tried, in plain words."""

from __future__ import annotations

from ..core.performance.performance_words import money_unit
from ..processing import settings
from ..processing.translation import tr, tr_known


def group_title(group: str) -> str:
    """The heading of some rules."""
    titles = {
        "efficiency": tr("Efficiency: output per land"),
        "equity": tr("Equity: tax per land"),
        "levels": tr("Targets by level"),
        "quality": tr("Quality: industry and management"),
        "certainty": tr("How sure a class must be"),
    }
    return titles.get(group, group)


def rule_title(name: str) -> str:
    """What a rule is called."""
    titles = {
        "efficiency_kind": tr("How the threshold is made"),
        "efficiency_factor": tr("Share of the mean or median"),
        "efficiency_percentile": tr("Percentile of the firms"),
        "efficiency_absolute": tr("Least output per land"),
        "efficiency_scope": tr("Compared with"),
        "efficiency_years": tr("Years in a row below it"),
        "equity_kind": tr("How the threshold is made"),
        "equity_factor": tr("Share of the mean or median"),
        "equity_percentile": tr("Percentile of the firms"),
        "equity_absolute": tr("Least tax per land"),
        "equity_scope": tr("Compared with"),
        "equity_years": tr("Years in a row below it"),
        "level_factor_base": tr("Targets of bases"),
        "level_factor_community": tr("Targets of communities"),
        "level_factor_block": tr("Targets of blocks"),
        "dominant_industries": tr("Dominant industries of the district"),
        "poor_profit_below": tr("Poorly managed below a profit of"),
        "reliability_minimum": tr("Least reliability"),
        "minimum_firms": tr("Fewest firms of a group"),
        "parcel_class": tr("Class of a parcel with several firms"),
        "weight_green": tr("Weight of the green test"),
        "weight_efficiency": tr("Weight of the efficiency test"),
        "weight_quality": tr("Weight of the quality test"),
        "weight_equity": tr("Weight of the equity test"),
        "weight_safety": tr("Weight of the safety test"),
    }
    return titles.get(name, name)


def choice_title(name: str, choice: str) -> str:
    """What a choice of a rule is called."""
    scopes = {
        "sector": tr("firms of the same industry"),
        "level": tr("firms at the same level"),
        "district": tr("all firms of the district"),
    }
    kinds = {
        "share_of_mean": tr("share of the mean"),
        "share_of_median": tr("share of the median"),
        "percentile": tr("percentile"),
        "absolute": tr("one fixed value"),
        "table": tr("table by industry (in the rules)"),
        "worst": tr("the worst of its firms"),
        "majority": tr("the class with most land"),
    }
    found = scopes if name.endswith("_scope") else kinds
    return found.get(choice, choice)


def class_title(name: str | None) -> str:
    """A class of deficiency in a word or two."""
    titles = {
        "green": tr("Green"),
        "efficiency": tr("Efficiency"),
        "quality": tr("Quality"),
        "equity": tr("Equity"),
        "safety": tr("Safety"),
        "none": tr("None found"),
        "unknown": tr("Not known"),
    }
    return tr("Not tested") if name is None else titles.get(name, name)


def unit_title(unit: str, money: str | None = None) -> str:
    """A unit as it stands behind a number; nothing for pure numbers. ``money``: label of the money unit."""
    money = money_unit(settings.screen_language(), money)
    per_area = tr("{}/km²").format(money)
    shown = {"share": "", "ratio": "", "count": "", "10k CNY/km2": per_area, "10k CNY": money}
    return shown.get(unit, unit)


def origin_text(source: str | None, year: int | None, status: str | None) -> str:
    """Where a value comes from, with the mark of how sure it is."""
    mark = tr("✓ verified") if status == "verified" else tr("○ assumption")
    # The shipped profile marks its own defaults so.
    source = tr("own default") if source == "D" else tr_known(source or "")
    return " · ".join(str(part) for part in (mark, source, year) if part)
