"""Words and figures shared by the pictures, the page and the workbook of the priced scenarios."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pandas as pd
import yaml

from ..common import units
from ..pages.page_texts import fill, floats, known, number
from ..performance.performance_words import WORDS as MONEY_WORDS
from ..performance.performance_words import currency_of
from .cashflow import STATUS_QUO
from .economics_words import WORDS

CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "economics_page.yml"
MONEY = "10k CNY"
_PER = {"10k CNY/year": "a_year", "10k CNY/km2": "a_km2"}
DISCOUNT = "discount_rate"
_RARE = 0.001


@lru_cache(maxsize=1)
def _catalogue() -> dict:
    return yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Words:
    """The words of one language, with the currency that money is labelled with (None: CNY)."""

    language: str
    texts: dict
    money: str | None = None

    def __getitem__(self, name: str):
        return self.texts[name]

    def scenario(self, name: object) -> str:
        """The title of a scenario; an id nobody has named stays as it is.

        >>> words("zh").scenario("custom"), words().scenario("my_own")
        ('自定义情景', 'my_own')
        """
        titles = {**WORDS[self.language]["scenarios"], **self.texts["scenarios"]}
        return titles.get(name, str(name))

    def term(self, kind: str, name: object) -> str:
        """A code in words, such as ``term("parties", "market")``; one without words stays as it is."""
        return str(self.texts[kind].get(name, name)) if known(name) else ""

    def unit(self, unit: object) -> str:
        """A unit of a unit cost or metric as people read it.

        >>> words().unit("CNY/m2"), words("zh", "10k USD").unit("10k CNY/ha"), words().unit("ratio")
        ('CNY/m²', '万USD/公顷', '')
        """
        text = self.term("units", unit)
        if not self.money:
            return text
        currency = currency_of(self.money)
        return text.replace("元", currency) if self.language == "zh" else text.replace("CNY", currency)

    def currency(self) -> str:
        return currency_of(self.money) or MONEY_WORDS[self.language]["currency"]


@dataclass(frozen=True)
class Scale:
    """How the figures of one row, column or picture are written: value / ``size``, in ``unit``."""

    size: float
    unit: str
    gap: str = " "
    year: bool = False
    decimals: int | None = None
    share: bool = False

    def text(self, value: object) -> str:
        """The figure without its unit; empty when missing."""
        if self.year:
            return f"{value:.0f}" if known(value) else ""
        if self.share and known(value) and not min(value, 1 - value) >= _RARE:
            return _near_the_end(float(value))
        return _figure(float(value) / self.size, self.decimals) if known(value) else ""

    def full(self, value: object) -> str:
        """The figure with its unit; 0 has none, but 0 %."""
        text = self.text(value)
        bare = not text or not self.unit or (text == "0" and not self.share)
        return text if bare else f"{text}{self.gap}{self.unit}"

    def ticks(self, values: Sequence[float]) -> list[str]:
        """Round figures at a scale, with the decimals it takes to tell them apart and no more."""
        for digits in range(3, 10):
            said = [number(value / self.size, digits) for value in values]
            if len(set(said)) == len(said):
                break
        return said

    def signed(self, value: object) -> str:
        """The figure with a plus where it is above 0."""
        text = self.text(value)
        return f"+{text}" if known(value) and value > 0 and text != "0" else text


def _near_the_end(value: float) -> str:
    """Shares near 0 and 1: rare is not never, and nearly always is not always."""
    if 0 < value < _RARE:
        return f"<{100 * _RARE:g}"
    if 1 - _RARE < value < 1:
        return f">{100 * (1 - _RARE):g}"
    return number(100 * value)


def _figure(value: float, decimals: int | None) -> str:
    """With as many decimals as the others of its scale, but something is never written as nothing."""
    if decimals is None or not value:
        return number(value)
    text = f"{value:,.{decimals}f}".replace("-", "−")
    return text if text.strip("−0.") else number(value, 1)


def words(language: str = "en", money: str | None = None) -> Words:
    """The words in ``en`` or ``zh``; ``money``: label of the amounts such as "10k USD" (None: 10k CNY)."""
    language = "zh" if language == "zh" else "en"
    return Words(language, _catalogue()[language], money)


def money_scale(values: Iterable[object], told: Words) -> Scale:
    """One step of money for all of ``values`` (10k CNY), by the largest: 10k, million, billion; 万元, 亿元.

    >>> scale = money_scale([-357481.0, 1200.0], words())
    >>> scale.full(-357481.0), scale.text(1200.0), money_scale([4.0], words("zh")).full(4.0)
    ('−3.57 billion CNY', '0.01', '4万元')
    """
    sizes = floats(pd.Series(list(values), dtype=object))
    largest = max((abs(value) for value in sizes if value == value), default=0.0)
    steps = MONEY_WORDS[told.language]["money"]
    size, name = next((step for step in steps if largest >= step[0]), steps[-1])
    digits = max(0, 2 - math.floor(math.log10(largest / size))) if largest else 0
    gap = "" if told.language == "zh" else " "
    return Scale(size, name.format(told.currency()), gap, decimals=digits if sizes.size > 1 else None)


def scale_of(unit: object, values: Iterable[object], told: Words) -> Scale:
    """How values in a unit of `core.economics.economics_words.METRICS` are written.

    >>> scale_of("share", [0.62], words()).full(0.62), scale_of("m2", [1e6], words("zh")).full(178550.0)
    ('62 %', '17.9公顷')
    >>> scale_of("10k CNY/year", [900.0], words()).full(900.0), scale_of("year", [], words()).full(2031.0)
    ('9 million CNY a year', '2031')
    """
    gap = "" if told.language == "zh" else " "
    if unit == "year":
        return Scale(1.0, "", year=True)
    if unit == "share":
        return Scale(0.01, told["percent"].strip(), told["percent"][:-1], share=True)
    if unit == "m2":
        return Scale(1e4, told["hectares"], gap)
    if unit == MONEY or unit in _PER:
        values = list(values)
        scale = _apart(money_scale(values, told), values)
        return replace(scale, unit=fill(told[_PER[unit]], unit=scale.unit)) if unit in _PER else scale
    return Scale(1.0, told.unit(unit), gap)


def _apart(scale: Scale, values: list) -> Scale:
    """With up to two decimals more, where values that differ would be written alike."""
    differing = {float(value) for value in values if known(value)}
    for _more in range(2):
        if scale.decimals is None or len({scale.text(value) for value in differing}) == len(differing):
            break
        scale = replace(scale, decimals=scale.decimals + 1)
    return scale


def amount(value: object, told: Words) -> str:
    """An amount of money in words, in its own step."""
    return money_scale([value], told).full(value)


@dataclass(frozen=True)
class Price:
    """How the values of one unit cost are shown: its unit inside, the unit it is stated in, its status."""

    inside: str
    stated: str
    status: str | None

    def shown(self, value: float) -> float:
        return float(units.to_internal(value, self.inside, self.stated))


def prices(tables: Mapping[str, pd.DataFrame]) -> dict[str, Price]:
    """Each unit cost by item, with the unit it is stated in where the assumptions tell it."""
    stated = tables["economics_assumptions"].drop_duplicates("item").set_index("item")["unit"].to_dict()
    found = {
        row["item"]: Price(row["unit"], stated.get(row["item"], row["unit"]), row["status"])
        for row in tables["economics_unit_costs"].to_dict("records")
    }
    return {DISCOUNT: Price("share", "%", None), **found}


def price_text(value: object, price: Price | None, told: Words, unit: bool = True) -> str:
    """A value of a unit cost in the unit it is stated in.

    >>> price_text(70000.0, Price("10k CNY/km2", "CNY/m2", None), words())
    '700 CNY/m²'
    >>> price_text(0.35, Price("share", "%", None), words("zh"))
    '35%'
    """
    if not known(value):
        return ""
    text, name = number(price.shown(value) if price else value), told.unit(price.stated) if price else ""
    if name == "%":
        return text + told["percent"]
    gap = "" if told.language == "zh" else " "
    return f"{text}{gap}{name}" if unit and name else text


def rests(tables: Mapping[str, pd.DataFrame], told: Words, items: Iterable[str] | None = None) -> str:
    """On how many unit costs the figures rest, and how many of these are verified; empty for none.

    ``items``: these alone; None = all that any scenario uses.
    """
    used = tables["economics_assumptions"].drop_duplicates("item")
    if items is not None:
        costs = tables["economics_unit_costs"]
        used = costs[costs["item"].isin(set(items))].drop_duplicates("item")
    count, verified = len(used), int((used["status"] == "verified").sum())
    if not count:
        return ""
    key = "all" if verified == count else "some" if verified else "none"
    return fill(told["rests"][key], count=count, verified=verified)


def scenarios_of(tables: Mapping[str, pd.DataFrame], changing: bool = False) -> list[str]:
    """The scenarios in the order of the results; ``changing``: without the status quo."""
    names = tables["economics"]["scenario"].drop_duplicates().tolist()
    return [name for name in names if not changing or name != STATUS_QUO]


def has(tables: Mapping[str, pd.DataFrame], name: str) -> bool:
    """Whether a table is there and holds rows."""
    table = tables.get(name)
    return table is not None and len(table) > 0
