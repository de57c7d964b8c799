"""Priority areas for renewal: parks that are inefficient, wasteful or poorly planned [P 3.4 (1)]."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .benchmarks import Reference, goodness
from .performance import PerformanceRules, Profiles
from .performance_words import WORDS, measured, number, scope_text

KINDS = ("inefficient", "wasteful", "poorly_planned")


def verdicts(found: Profiles, reference: Reference, rules: PerformanceRules) -> np.ndarray:
    """Each value against its reference: better, near, worse; None where it cannot be judged.

    Worse = reaches less than ``worse_below`` of the reference; better = reaches it. A value that rests on
    less than ``judged_coverage`` is not judged.
    """
    reached = goodness(found.value, reference.value, found.rising)
    judged = ~np.isnan(reached) & (found.coverage >= rules.judged_coverage)
    result = np.full(reached.shape, None, dtype=object)
    result[judged] = np.where(
        reached[judged] < rules.worse_below, "worse", np.where(reached[judged] >= 1.0, "better", "near")
    )
    return result


def priority_areas(
    found: Profiles,
    reference: Reference,
    verdict: np.ndarray,
    rules: PerformanceRules,
    language: str = "en",
    money: str | None = None,
) -> pd.DataFrame:
    """Which parks are priority areas, of which kinds, and the indicators that say so in words.

    A park is of a kind when at least ``priority_least`` of the kind's indicators are worse than their
    reference, and these are at least half of those that can be judged. ``priority`` is True, False, or
    unknown where no kind has enough indicators that can be judged. Rows of other units stay empty.
    Columns: priority, priority_kinds ("; " between), priority_reason.
    """
    words, ids = WORDS[language], [indicator.id for indicator in found.indicators]
    parks = found.parks
    worse, judged = verdict == "worse", pd.notna(verdict)
    holds, can_tell = {}, np.zeros(len(found.units), dtype=bool)
    for kind in KINDS:
        own = [ids.index(row["indicator"]) for row in rules.priority
               if row["kind"] == kind and row["indicator"] in ids]  # fmt: skip
        bad, known = worse[:, own].sum(axis=1), judged[:, own].sum(axis=1)
        holds[kind] = (own, (bad >= rules.priority_least) & (2 * bad >= known))
        can_tell |= known >= rules.priority_least
    kinds = np.full(len(found.units), None, dtype=object)
    reason = kinds.copy()
    flag = pd.array([pd.NA] * len(found.units), dtype="boolean")
    for unit in parks:
        mine = [kind for kind in KINDS if holds[kind][1][unit]]
        if mine or can_tell[unit]:
            flag[unit] = bool(mine)
        if mine:
            kinds[unit] = "; ".join(mine)
            said = (
                _kind(found, reference, unit, kind, [c for c in holds[kind][0] if worse[unit, c]], words,
                      language, money)
                for kind in mine
            )  # fmt: skip
            reason[unit] = words["join"].join(said) + words["stop"]
    return pd.DataFrame({"priority": flag, "priority_kinds": kinds, "priority_reason": reason})


def _kind(found, reference, unit, kind, columns, words, language, money) -> str:
    pieces = []
    for column in columns:
        indicator, scope = found.indicators[column], reference.scope[unit, column]
        pieces.append(
            words["worse"].format(
                name=indicator.name,
                value=measured(found.value[unit, column], indicator.measure, language, money),
                reference=number(reference.value[unit, column]),
                scope=scope_text(scope, found.units["level"].iat[unit], language),
            )
        )
    return words["kind"].format(kind=words["kinds"][kind], pieces=words["and"].join(pieces))
