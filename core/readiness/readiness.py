"""What the data at hand are enough for: which results can be computed, on what share of the area, what is
missing. It looks at data only: it says nothing about whether the figures are right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pandas as pd
import yaml

from ..pages.page_texts import percent
from .readiness_facts import OF_PARCELS, ReadinessRules, Unit, has_rows, met, units

CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "readiness.yml"
READY, PARTLY, NOT_POSSIBLE = "ready", "partly", "not possible"
COLUMNS = (
    *("item", "group", "title", "status", "share_of_area", "share_in_part", "share_of_firms"),
    *("missing", "better_with", "unlocks", "missing_data"),
)
_RULE = {"en": "rule ", "zh": "规则 "}
_KNOWN = {
    ("en", False): "known on {}",
    ("en", True): "known for {} of firms",
    ("zh", False): "已知{}",
    ("zh", True): "{}的企业已知",
}
JOINS = {"en": ("; ", " or ", " and "), "zh": ("；", "或", "和")}
_ROUNDING = 1e-9


def readiness(
    tables: dict[str, pd.DataFrame | None],
    rules: ReadinessRules,
    language: str = "en",
    catalogue: dict | None = None,
) -> pd.DataFrame:
    """One row for each thing that can be computed, in the order of the catalogue (resources/readiness.yml).

    ``tables``: standard tables ``parcels`` (work CRS, with area_m2), ``enterprises``, ``occupancy``,
    ``parks``, ``towns`` and the results ``levels``, ``park_levels``, ``control``; all may be
    None or absent. Without parcels only what concerns firms is listed and every share counts firms. A
    value that is missing is not known, also where it was a 0 that means "not surveyed".

    Returns ``item, group, title, status`` (ready: what it needs is known on the share ``ready`` of the
    catalogue or more; partly; not possible), ``share_of_area`` (share of the industrial land for which all
    that is needed is known; land known to be vacant does not count where firms are asked; for parks: share of
    their land), ``share_in_part`` (share on which an answer is possible in some cases), ``share_of_firms``
    (NaN where firms play no part), ``missing`` and ``better_with`` (in words), ``unlocks`` (a sentence; None
    when ready) and ``missing_data`` (names of the catalogue, separated by ;). Source: the five tests P 3.3,
    the indicators P 3.2, the scenarios P 4.2; the share that counts as ready is our own default.
    """
    catalogue = catalogue or load_catalogue()
    counted = units(tables, rules, catalogue)
    with_firms = has_rows(tables.get("enterprises"))
    rows = [
        _row(item, counted[item["unit"]], catalogue, language, with_firms)
        for item in catalogue["items"]
        if tables.get("parcels") is not None or _of_firms_alone(item)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {name: object for name in ("missing", "better_with", "unlocks", "missing_data")}
    )


@lru_cache(maxsize=1)
def load_catalogue() -> dict:
    """The shipped catalogue of items and of the data they need."""
    return yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))


def leaves(need) -> list[str]:
    """The names of data in a need, in order.

    >>> leaves({"all": ["land", {"any": ["tax", "output"]}]})
    ['land', 'tax', 'output']
    """
    if isinstance(need, str):
        return [need]
    parts = next(iter(need.values())) if isinstance(need, dict) else need
    return [name for part in parts for name in leaves(part)]


def _of_firms_alone(item: dict) -> bool:
    """Whether something can be said of it without parcels."""
    return item["unit"] == "firm" and item["group"] not in ("guidance", "scenario")


def _row(item: dict, unit: Unit, catalogue: dict, language: str, with_firms: bool) -> tuple:
    count, ready = len(unit.weight), catalogue["ready"] - _ROUNDING
    by_firms = item.get("by") == "firms" or unit.by_firms
    measure = unit.of_firms if by_firms else unit.of_area
    full = met(item["needs"], unit.known, count)
    part = full | met(item["some"], unit.known, count) if "some" in item else full
    # Per land nothing is ready as long as there is no land.
    landless = unit.by_firms and "land" in leaves(item["needs"])
    status = PARTLY if measure(part) > 0 else NOT_POSSIBLE
    if measure(full) >= ready and not landless:
        status = READY
    words = _Words(catalogue["data"], unit, measure, by_firms, language, with_firms, ready)
    missing, names = _missing(item["needs"], words, landless) if status != READY else (None, [])
    better = [
        f"{words.name(extra['data'])}{': ' if language == 'en' else '：'}{extra[language]}"
        for extra in item.get("better", ())
        if not words.enough(extra["data"])
    ]
    return (
        *(item["id"], item["group"], item[language], status),
        *(unit.of_area(full), unit.of_area(part), unit.of_firms(full)),
        missing,
        JOINS[language][0].join(better) or None,
        item["unlocks"][language] if status != READY else None,
        ";".join(names) or None,
    )


def _missing(need, words: _Words, landless: bool) -> tuple[str | None, list[str]]:
    """What is missing, in words and as names of the catalogue."""
    if not landless and words.missing(need) is None:
        # Each is known on enough of the land, but not all of them on the same land.
        words = replace(words, ready=1.0 - _ROUNDING)
    names = [name for name in leaves(need) if not words.enough(name)]
    texts = [words.missing(need)]
    if landless:
        names, texts = ["parcels", *names], [words.name("parcels"), *texts]
    return JOINS[words.language][0].join(filter(None, texts)) or None, list(dict.fromkeys(names))


@dataclass(frozen=True)
class _Words:
    """Names what is missing for one item."""

    data: dict
    unit: Unit
    measure: object
    by_firms: bool
    language: str
    with_firms: bool
    ready: float

    def enough(self, need) -> bool:
        rows = met(need, self.unit.known, len(self.unit.weight))
        return bool(self.measure(rows) >= self.ready)

    def missing(self, need) -> str | None:
        """What of a need is not known on enough of the land, in words; alternatives are named together."""
        comma, either, both = JOINS[self.language]
        if self.enough(need):
            return None
        if isinstance(need, str):
            return self.name(need)
        if isinstance(need, list):
            need = {"all": need}
        if "any" in need:
            return either.join(both.join(self.name(name) for name in leaves(part)) for part in need["any"])
        return comma.join(filter(None, (self.missing(part) for part in need["all"]))) or None

    def name(self, name: str) -> str:
        """A name with how it is supplied, and how much of it is known where that is not nothing."""
        entry = self.data[name]
        where = [place for place in entry["where"] if not (self.with_firms and self._replaced(name, place))]
        share = self.measure(self.unit.known[name])
        either = " 或 " if self.language == "zh" else JOINS["en"][1]
        places = either.join(where).replace("rule ", _RULE[self.language])
        if self.language == "zh":
            places = places.replace(" and ", " 和 ")
        notes = [places] if where else []
        if share > 0:
            notes.append(_KNOWN[self.language, self.by_firms].format(percent(share, self.language)))
        if not notes:
            return entry[self.language]
        if self.language == "zh":
            return f"{entry['zh']}（{'，'.join(notes)}）"
        return f"{entry['en']} ({', '.join(notes)})"

    @staticmethod
    def _replaced(name: str, place: str) -> bool:
        """Figures of the parcels are not used where there is an enterprise table; their checks are."""
        return place.startswith("parcels.") and name in ("industry", "output", "tax", *OF_PARCELS)
