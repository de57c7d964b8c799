"""What if another threshold or weight held: classes and scores made anew without running the study.

Prepared once from the tables of a result, with the functions that the study runs; of each trial only what
depends on the rules that are other than in the last one is computed. The outcome is that of a full run of the
study with these rules (a test holds it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError
from ..deficiency.deficiency import DeficiencyRules, deciding, parcel_class
from ..deficiency.subject_tests import CLASSES, NONE, apply_tests, classes, ground, reliability
from ..deficiency.subjects import gather_held
from ..deficiency.thresholds import per_km2
from ..deficiency.trace import parcel_traces, subject_traces, taken
from ..performance.formula import Groups
from ..performance.performance import PerformanceRules, Profiles, read_indicators
from ..performance.performance_scores import own_weights, scored_parks, standing

EMPTY = -1  # no class: no industrial land
# Years that are looked back without collecting the figures anew.
_YEARS = 5


@dataclass(frozen=True)
class Tables:
    """Tables of a result, as the study has them. ``levels``, ``control`` and ``industrial`` are aligned with
    the parcels; ``enterprises``, ``holdings`` and ``parks`` are None where they were not supplied.
    """

    parcels: pd.DataFrame
    levels: pd.DataFrame
    control: pd.DataFrame
    industrial: np.ndarray
    enterprises: pd.DataFrame | None = None
    holdings: pd.DataFrame | None = None
    parks: pd.DataFrame | None = None


@dataclass(frozen=True)
class Tally:
    """One class (None: not tested): parcels and their land (m2) before and after."""

    name: str | None
    before: int
    after: int
    before_m2: float
    after_m2: float


@dataclass(frozen=True)
class Switch:
    """Parcels that go from one class to another: how many, and their land (m2)."""

    before: str | None
    after: str | None
    parcels: int
    area_m2: float


class DeficiencyTrial:
    """The five tests, ready to be tried with other rules (section ``deficiency`` of the profile).

    ``years``: how many years of figures there are at most.
    """

    def __init__(self, tables: Tables, language: str = "en", money: str | None = None):
        self._tables, self._language, self._money = tables, language, money
        self._industrial = np.asarray(tables.industrial, dtype=bool)
        self._parts: dict[str, tuple] = {}
        self.years = _years_of_figures(tables.enterprises)
        self._gather(max(self.years, _YEARS))

    def _gather(self, years: int) -> None:
        tables = self._tables
        self._subjects = gather_held(
            tables.enterprises, tables.holdings, tables.parcels, self._industrial, years
        )
        self._ground = ground(self._subjects, tables.levels, tables.control)
        self._held = years
        self._parts.clear()

    def _once(self, part: str, depends_on: tuple, make):
        kept = self._parts.get(part)
        if kept is None or kept[0] != depends_on:
            kept = self._parts[part] = (depends_on, make())
        return kept[1]

    def _tested(self, rules: DeficiencyRules):
        years = max(rules.efficiency_years, rules.equity_years)
        if years > self._held:
            self._gather(years)
        facts, _ = apply_tests(self._subjects, self._ground, self._tables.parks, rules, self._once)
        return facts, classes(facts.flags, reliability(facts.flags, rules), rules)

    def _by_parcel(self, found: np.ndarray, rules: DeficiencyRules) -> np.ndarray:
        subject, parcel, share = self._links()
        return parcel_class(parcel, found[subject], share, len(self._industrial), rules.parcel_class)

    def _links(self):
        links = self._subjects.links
        return tuple(links[name].to_numpy() for name in ("subject", "parcel", "share"))

    def classes(self, rules: DeficiencyRules) -> np.ndarray:
        """The class of every parcel under some rules, as its position in `CLASSES`; EMPTY = not tested.

        Raises LandRenewalError as `core.deficiency.deficiency.assess` does.
        """
        rank = self._by_parcel(self._tested(rules)[1], rules)
        return np.where((rank > NONE) | ~self._industrial, EMPTY, rank).astype(np.int8)

    def why(self, rules: DeficiencyRules, place: int) -> str | None:
        """The trace of the parcel at a position under some rules: value, threshold and source of every test.
        None where it is not tested.
        """
        facts, found = self._tested(rules)
        rank = self._by_parcel(found, rules)[place]
        if rank > NONE or not self._industrial[place]:
            return None
        subject, parcel, share = self._links()
        own = np.flatnonzero(parcel == place)
        of_class = found[subject[own]] == rank
        _, chosen = deciding(subject[own], parcel[own], share[own], of_class)
        traces = subject_traces(taken(facts, chosen), self._language, self._money)
        table = facts.table.iloc[chosen]
        count = np.array([len(own)])
        return parcel_traces(
            table["kind"], table["name"], count, traces, rules.parcel_class, self._language
        )[0]  # fmt: skip

    def industries(self) -> list[tuple[str, int]]:
        """Divisions (or sections, where no more is known) of GB/T 4754 that occur, and how many firms or
        parcels each has; in the order of the codes.
        """
        found = self._ground.industry
        code = found["division"].where(found["division"].notna(), found["section"]).dropna()
        return list(code.value_counts().sort_index().items())

    def figures(self, layer: str) -> np.ndarray:
        """The known figures that a test looks at, sorted by size: output or tax per land (10k CNY/km2) for
        ``efficiency`` and ``equity``, the amount of profit or loss (10k CNY) for ``quality``.
        """
        if layer == "quality":
            value = np.abs(self._subjects.profit.value[:, 0])
        else:
            recent = {"efficiency": self._subjects.output, "equity": self._subjects.tax}[layer]
            value = per_km2(recent.value[:, 0], self._ground.land)
        return np.sort(value[np.isfinite(value)])


class ScoreTrial:
    """Scores of parks, ready to be tried with other weights.

    ``units`` and ``values``: the tables ``performance`` and ``performance_values`` of a result.
    """

    def __init__(
        self, units: pd.DataFrame, values: pd.DataFrame, rules: PerformanceRules, language: str = "en"
    ):
        self._rules = rules
        units = units.reset_index(drop=True)
        indicators = read_indicators(rules, language)
        ids = [indicator.id for indicator in indicators]
        value, coverage, self._reference = (
            _wide(values, units["unit_id"], ids, name) for name in ("value", "coverage", "reference")
        )
        nothing = np.zeros(0, dtype=np.int64)
        reason = np.full(value.shape, None, dtype=object)
        self._found = Profiles(
            units, indicators, value, coverage, reason, Groups(nothing, nothing, len(units))
        )

    @property
    def indicators(self):
        """The indicators of the rules, in order."""
        return self._found.indicators

    @property
    def units(self) -> pd.DataFrame:
        """The table of units."""
        return self._found.units

    @property
    def parks(self) -> pd.DataFrame:
        """The parks scored: rows of the table of units."""
        return self._found.units.iloc[self._found.parks]

    def standing(self, weights: Mapping[str, float]) -> pd.DataFrame:
        """How the parks stand under weights by indicator (left out: 0), as under the weighting ``own``.

        One row a park: unit_id, unit, park_id, and the columns of `performance_scores.standing`. Raises
        LandRenewalError when all weights are 0 or fewer than two parks can be compared.
        """
        if len(self._found.parks) < 2:
            raise LandRenewalError("Scores compare parks, and this result has fewer than two.")
        indicators = tuple(replace(i, own_weight=weights.get(i.id)) for i in self._found.indicators)
        found = replace(self._found, indicators=indicators)
        scored = scored_parks(found, self._reference, self._rules)
        weight = own_weights(scored)
        if weight is None:
            raise LandRenewalError("All weights are 0: give at least one indicator a weight.")
        return self.parks[["unit_id", "unit", "park_id"]].join(standing(scored, weight, self._rules))


def class_codes(names: pd.Series) -> np.ndarray:
    """Names of classes as positions in `CLASSES`, EMPTY where there is none."""
    return pd.Categorical(names, categories=list(CLASSES)).codes.astype(np.int8)


def class_name(code: int) -> str | None:
    """The name of a class by its position; None for EMPTY.

    >>> class_name(0), class_name(EMPTY)
    ('green', None)
    """
    return CLASSES[code] if code >= 0 else None


def tallies(before: np.ndarray, after: np.ndarray, area: np.ndarray) -> list[Tally]:
    """Parcels and land of every class before and after, in the order of the classes, EMPTY last."""
    size = len(CLASSES) + 1
    area = np.nan_to_num(np.asarray(area, dtype=float))
    counts = [np.bincount(codes % size, minlength=size) for codes in (before, after)]
    land = [np.bincount(codes % size, weights=area, minlength=size) for codes in (before, after)]
    return [
        Tally(
            class_name(code), *(int(count[code]) for count in counts), *(float(sums[code]) for sums in land)
        )
        for code in (*range(len(CLASSES)), EMPTY)
    ]


def switched(before: np.ndarray, after: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """Positions of the parcels whose class changes, ordered by class before, class after, id."""
    places = np.flatnonzero(before != after)
    order = np.lexsort((np.asarray(ids)[places].astype(str), after[places], before[places]))
    return places[order]


def switches(before: np.ndarray, after: np.ndarray, area: np.ndarray) -> list[Switch]:
    """How many parcels go from which class to which, the most land first (ties: in the order of classes)."""
    places = np.flatnonzero(before != after)
    size = len(CLASSES) + 1
    pair = (before[places] % size).astype(np.int64) * size + after[places] % size
    area = np.nan_to_num(np.asarray(area, dtype=float))[places]
    count, land = np.bincount(pair, minlength=size**2), np.bincount(pair, weights=area, minlength=size**2)
    pairs = np.flatnonzero(count)
    names = (*CLASSES, None)
    return [
        Switch(names[code // size], names[code % size], int(count[code]), float(land[code]))
        for code in pairs[np.argsort(-land[pairs], kind="stable")]
    ]


def _years_of_figures(enterprises: pd.DataFrame | None) -> int:
    """Most rows that one firm has: no test can look further back."""
    if enterprises is None or enterprises["ent_id"].isna().all():
        return 1
    return int(enterprises["ent_id"].value_counts().max())


def _wide(values: pd.DataFrame, units: pd.Series, ids: list[str], column: str) -> np.ndarray:
    """A column of the long table as units × indicators; NaN where there is no row."""
    result = np.full((len(units), len(ids)), np.nan)
    row = pd.Index(units).get_indexer(values["unit_id"])
    place = pd.Index(ids).get_indexer(values["indicator"])
    use = (row >= 0) & (place >= 0)
    result[row[use], place[use]] = pd.to_numeric(values[column], errors="coerce").to_numpy(dtype=float)[use]
    return result
