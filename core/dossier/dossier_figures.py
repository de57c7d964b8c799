"""How the facts of a dossier are kept and written: figures with units, and what is not known said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..common.units import factor
from ..performance.performance_words import amount_text, currency_of, money_unit, number
from .dossier_words import WORDS

GOOD, BAD, UNKNOWN = "good", "bad", "unknown"
_KEYS = {"enterprises": "ent_id", "parks": "park_id", "performance": "park_id", "receivers": "park_id"}
# In 10k CNY; below it English speaks of single yuan.
_MILLION = 100
_OF_PARCELS = ("parcels", "occupancy", "economics_parcels", "locks")


@dataclass(frozen=True)
class Fact:
    """One line of a dossier. ``mark``: good, bad or unknown where the value is a judgement; ``gap``: what
    stands between value and unit.
    """

    key: str
    label: str
    value: str
    unit: str = ""
    note: str = ""
    mark: str = ""
    gap: str = " "

    @property
    def text(self) -> str:
        """The value with its unit."""
        return f"{self.value}{self.gap}{self.unit}" if self.unit else self.value


@dataclass(frozen=True)
class Section:
    """Facts under a heading. ``key``: summary, parcel, level, firm:<ent_id>, scenario:<id> ..."""

    key: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Units:
    """How areas (ha, mu or km2) are shown, and the label of money. Figures per land are per mu with areas in
    mu, else per km2, as in the rules.
    """

    area: str = "ha"
    money: str | None = None

    @property
    def per(self) -> str:
        """The area that output and tax per land are given for."""
        return "mu" if self.area == "mu" else "km2"


METRIC = Units()


@dataclass(frozen=True)
class Records:
    """Rows of the tables of a result by what they belong to: table -> id -> rows."""

    tables: dict[str, dict[str, list[dict]]] = field(default_factory=dict)

    def of(self, table: str, key: str | None = "") -> list[dict]:
        """The rows of a parcel, firm or park; without an id those of a table that belongs to none."""
        return self.tables.get(table, {}).get("" if key is None else key, [])

    def one(self, table: str, key: str | None = "") -> dict:
        """The first of these rows, {} when there is none."""
        return next(iter(self.of(table, key)), {})

    def all(self, table: str) -> list[dict]:
        """All rows of a table."""
        return [row for rows in self.tables.get(table, {}).values() for row in rows]


def records(tables: Mapping[str, Iterable[dict]]) -> Records:
    """Sort the rows of some tables of a result (plain values, None for NULL) by what they belong to.

    >>> records({"parks": [{"park_id": "P1", "park": "North"}]}).one("parks", "P1")["park"]
    'North'
    """
    found: dict[str, dict[str, list[dict]]] = {}
    for table, rows in tables.items():
        column = key_of(table)
        by = found.setdefault(table, {})
        for row in rows:
            key = row.get(column) if column else ""
            by.setdefault("" if key is None else str(key), []).append(row)
    return Records(found)


def key_of(table: str) -> str:
    """The column that says what a row of a table belongs to; "" for tables of the whole district."""
    if table in _OF_PARCELS or (table.startswith("scenario_") and table not in _WHOLE):
        return "parcel_id"
    return _KEYS.get(table, "")


_WHOLE = ("scenario_summary", "scenario_comparison")


@dataclass(frozen=True)
class Voice:
    """Writes facts in a language and in the user's units."""

    language: str = "en"
    units: Units = METRIC

    @property
    def words(self) -> dict:
        """All texts of the language."""
        return WORDS[self.language]

    def label(self, key: str) -> str:
        """What a fact is called."""
        return self.words["labels"][key]

    def word(self, vocabulary: str, code: object) -> str:
        """A code in words; a code without words as it is; "" for nothing."""
        return "" if code is None else self.words[vocabulary].get(str(code), str(code))

    def say(self, text: str, *parts) -> str:
        """A sentence or part of one, filled in."""
        return self.words[text].format(*parts)

    def listed(self, parts: Iterable[str]) -> str:
        """Texts with commas between, empty ones left out."""
        return self.words["comma"].join(part for part in parts if part)

    def named(self, name: object, identity: object) -> str:
        """A name with its id behind it."""
        known = [str(part) for part in (name, identity) if part is not None]
        return self.say("bracket", *known) if len(set(known)) == 2 else "".join(known[:1])

    @property
    def money(self) -> str:
        """The label of money."""
        return money_unit(self.language, self.units.money)

    def per_land(self, value: float) -> tuple[str, str]:
        """A figure per km2 with its unit, per mu for those who reckon in mu."""
        shown = value * factor(self.units.per, "km2")
        return number(shown), f"{self.money}/{self.words['areas'][self.units.per]}"

    def fact(self, key: str, value: object, unit: str = "", note: str = "", mark: str = "") -> Fact:
        """A fact; a value of None is said to be not known, and has no unit."""
        if value is None or value == "":
            return Fact(key, self.label(key), self.words["unknown"], "", note, UNKNOWN)
        return Fact(key, self.label(key), str(value), unit, note, mark, self.gap(unit))

    def gap(self, unit: str) -> str:
        """What stands between a figure and its unit: nothing before Chinese, nor before % in Chinese."""
        return "" if self.language == "zh" and (unit == "%" or not unit.isascii()) else " "

    def figure(self, key: str, value: float | None, unit: str = "", note: str = "", mark: str = "") -> Fact:
        """A number."""
        return self.fact(key, None if value is None else number(value), unit, note, mark)

    def amount(self, key: str, value: float | None, note: str = "", mark: str = "") -> Fact:
        """Money given in 10k CNY, in the steps in which it is spoken of."""
        if value is None:
            return self.fact(key, None, note=note)
        if self.language == "en" and abs(value) < _MILLION:
            currency = currency_of(self.units.money) or "CNY"
            return self.fact(key, f"{round(10_000 * value):,} {currency}", "", note, mark)
        said = amount_text(value, "10k CNY", self.language, self.units.money)
        return self.fact(key, said, "", note, mark)

    def area(self, key: str, value: float | None, note: str = "") -> Fact:
        """An area given in m2."""
        return self.fact(key, None if value is None else self.land(value), self.area_unit, note)

    def land(self, value: float) -> str:
        """An area given in m2, as a figure in the user's unit."""
        return number(value * factor("m2", self.units.area))

    def sized(self, value: float) -> str:
        """An area given in m2, with the user's unit."""
        return f"{self.land(value)}{self.gap(self.area_unit)}{self.area_unit}"

    @property
    def area_unit(self) -> str:
        """The user's unit of area in words."""
        return self.words["areas"][self.units.area]

    def share(self, key: str, value: float | None, note: str = "", mark: str = "") -> Fact:
        """A share of 0-1 in percent."""
        return self.fact(key, None if value is None else percent(value), "%", note, mark)

    def flag(self, key: str, value: object, note: str = "", bad: bool | None = None) -> Fact:
        """Yes or no. ``bad``: which of them counts against the parcel."""
        if value is None:
            return self.fact(key, None, note=note)
        mark = "" if bad is None else (BAD if bool(value) is bad else GOOD)
        return self.fact(key, self.words["yes" if value else "no"], "", note, mark)


def percent(share: float) -> str:
    """A share in percent to one decimal; what is not quite nothing or all never looks like it.

    >>> percent(0.5), percent(0.0), percent(0.0001), percent(0.9999), percent(0.333)
    ('50', '0', '< 0.1', '> 99.9', '33.3')
    """
    if 0 < share < 0.0005:
        return "< 0.1"
    if 0.9995 < share < 1:
        return "> 99.9"
    return f"{100 * share:.1f}".removesuffix(".0")
