"""Scores of parks: a summary of the profiles, never instead of them [P 3.2].

Which weighting is right is a matter of opinion, so every weighting that the data allow is computed, and the
ranking is tried under random weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, joined, sentence
from . import experts as asked
from . import weights as weighing
from .performance import PerformanceRules, Profiles
from .ranks import random_weights, rank, rank_acceptability, rank_range
from .score_words import WORDS
from .scores import (
    by_criterion,
    hidden_weakness,
    minmax,
    obstacle_degree,
    ratio_to,
    top_obstacles,
    topsis,
    weighted,
)


@dataclass(frozen=True)
class Scores:
    """``summary``: one row a unit (aligned with the units): score, score_rank, score_known_share,
    rank_best, rank_worst, rank_usual, rank_usual_share, top_obstacles, hidden_weakness, and a score of each
    criterion. ``weights``, ``ranks``, ``acceptability``: long tables. Rows of units that are no parks are
    empty.
    """

    summary: pd.DataFrame
    weights: pd.DataFrame
    ranks: pd.DataFrame
    acceptability: pd.DataFrame
    notes: list[str]


@dataclass(frozen=True)
class Scored:
    """The parks and indicators that scores are made of. Arrays: parks × indicators with "+" or a weight."""

    found: Profiles
    columns: np.ndarray
    value: np.ndarray
    parts: np.ndarray
    marks: np.ndarray

    @property
    def indicators(self) -> list:
        """The indicators scored, in order."""
        return [self.found.indicators[column] for column in self.columns]

    @property
    def rising(self) -> np.ndarray:
        """Whether more is better, by indicator scored."""
        return self.found.rising[self.columns]


def score_parks(
    found: Profiles,
    reference: np.ndarray,
    judgements: pd.DataFrame | None,
    experts: pd.DataFrame | None,
    rules: PerformanceRules,
    language: str = "en",
) -> Scores:
    """Scores, ranks under every weighting, obstacles and the stability of the ranking.

    ``reference`` (units × indicators): what ``scoring: ratio`` divides by. ``judgements``: the matrix of AHP,
    over criteria or over indicators; ``experts``: the table of Delphi rounds (round, expert, indicator,
    score). A park of which less than ``score_known`` of the weight is known has no score. Raises
    LandRenewalError when the weighting chosen needs a table that was not given.
    """
    words = WORDS[language]
    scored = scored_parks(found, reference, rules)
    if len(found.parks) < 2:
        return _nothing(found, [words["few_parks"].format(len(found.parks))])
    weightings, notes = _weightings(scored, judgements, experts, rules, words)
    if rules.weighting not in weightings:
        raise LandRenewalError(words[f"needs_{rules.weighting}"])
    names = [indicator.name for indicator in scored.indicators]
    notes += weighing.cautions(scored.value, names, rules.few_units, rules.near_constant)
    scores = {name: _score(scored, weight, rules) for name, weight in weightings.items()}
    chosen = weightings[rules.weighting]
    draws = random_weights(len(chosen), rules.draws, rules.seed)
    acceptability = rank_acceptability(scored.parts, draws)
    summary, hidden = _summary(scored, chosen, acceptability, rules)
    notes += hidden
    return Scores(
        summary,
        _weight_table(scored, weightings, words),
        _rank_table(found, scores, words),
        _acceptability_table(found, acceptability),
        notes,
    )


def scored_parks(found: Profiles, reference: np.ndarray, rules: PerformanceRules) -> Scored:
    """What scores are made of: the parks, and the indicators that have "+" or a weight of their own."""
    own = [indicator.own_weight or 0.0 for indicator in found.indicators]
    marks = np.array([indicator.marks for indicator in found.indicators])
    columns = np.flatnonzero((marks > 0) | (np.array(own) > 0))
    value = found.value[np.ix_(found.parks, columns)]
    rising = found.rising[columns]
    if rules.scoring == "ratio":
        parts = ratio_to(value, reference[np.ix_(found.parks, columns)], rising, rules.ratio_cap)
    else:
        parts = minmax(value, rising) if len(value) else value
    return Scored(found, columns, value, parts, marks[columns])


def _weightings(scored: Scored, judgements, experts, rules, words) -> tuple[dict[str, np.ndarray], list[str]]:
    """Every weighting that the data and tables allow, in the order of the choices."""
    criteria = [indicator.criterion for indicator in scored.indicators]
    made = {
        "plus_flat": weighing.plus_weights(scored.marks),
        "plus_by_criterion": weighing.plus_weights(scored.marks, criteria),
        "equal": weighing.equal_weights(len(criteria)),
    }
    own = own_weights(scored)
    if own is not None:
        made["own"] = own
    notes = []
    for name, weigh in (("entropy", weighing.entropy_weights), ("critic", weighing.critic_weights)):
        try:
            made[name] = weigh(scored.value, scored.rising)
        except LandRenewalError as error:
            notes.append(sentence("{}: {}", name, error))
    if judgements is not None:
        made["ahp"], said = _ahp(scored, judgements, rules, words)
        notes += said
    if experts is not None:
        made["delphi"], said = _delphi(scored, experts, rules, words)
        notes += said
    first, second = rules.combined_of
    if first in made and second in made:
        made["combined"] = weighing.combined_weights(made[first], made[second], rules.combined_share)
    return made, notes


def own_weights(scored: Scored) -> np.ndarray | None:
    """The weights given in the rule profile, as shares; None where there are none."""
    own = np.array([indicator.own_weight or 0.0 for indicator in scored.indicators])
    return own / own.sum() if own.sum() > 0 else None


def _ahp(scored: Scored, judgements: pd.DataFrame, rules, words) -> tuple[np.ndarray, list[str]]:
    """AHP weights: of the indicators, or of the criteria, with judgements or "+" inside each."""
    criteria: dict[str, list[str]] = {}
    for indicator in scored.indicators:
        criteria.setdefault(indicator.criterion, []).append(indicator.id)
    ids = [indicator.id for indicator in scored.indicators]
    named = _ids(scored, rules)
    frame = judgements.rename(columns=named)
    frame[frame.columns[0]] = frame.iloc[:, 0].replace(named)
    if not frame.iloc[:, 0].isin(list(criteria)).any():
        judged = asked.ahp(asked.read_judgements(frame, ids), ids)
        return judged.weights, _consistency({"": judged.consistency_ratio}, rules, words)
    share, ratios = asked.ahp_of_levels(frame, criteria, dict(zip(ids, scored.marks)))
    return np.array([share[name] for name in ids]), _consistency(ratios, rules, words)


def _consistency(ratios: dict[str, float], rules, words) -> list[str]:
    """What to say of the consistency of each matrix, by the criterion it stands in."""
    notes = []
    for name, ratio in ratios.items():
        text = words["consistency"].format(ratio)
        if ratio >= rules.consistency_limit:
            text = words["inconsistent"].format(ratio, rules.consistency_limit)
        notes.append(f"{name}: {text}" if name else text)
    return notes


def _delphi(scored: Scored, experts: pd.DataFrame, rules, words) -> tuple[np.ndarray, list[str]]:
    ids = [indicator.id for indicator in scored.indicators]
    named = _ids(scored, rules)
    table = (
        experts.assign(indicator=experts["indicator"].replace(named)) if "indicator" in experts else experts
    )
    scored_ids = [name for name in ids if name in set(table["indicator"])] if "indicator" in table else ids
    found = asked.delphi(table, scored_ids)
    left = [i.name for i in scored.indicators if i.id not in scored_ids]
    notes = [words["not_asked"].format(", ".join(left))] if left else []
    notes += [
        words["delphi"].format(number, agreement, chance)
        for number, agreement, chance in zip(found.rounds, found.kendall_w, found.p_value)
    ]
    share = dict(zip(scored_ids, np.asarray(found.weights)))
    return np.array([share.get(name, 0.0) for name in ids]), notes


def _ids(scored: Scored, rules: PerformanceRules) -> dict[str, str]:
    """The id that each name of an indicator or criterion stands for, in any language."""
    names = {name: i.id for i in scored.indicators for name in i.called}
    for row in rules.criteria:
        names.update({row[key]: row["criterion"] for key in ("name_en", "name_zh") if row[key]})
    return names


def _score(scored: Scored, weight: np.ndarray, rules: PerformanceRules) -> tuple[np.ndarray, np.ndarray]:
    """Score of each park and the share of the weight it rests on; NaN below ``score_known``."""
    score, known = weighted(scored.parts, weight)
    if rules.scoring == "topsis":
        score = topsis(scored.value, scored.rising, weight)
    return np.where(known >= rules.score_known, score, np.nan), known


def standing(scored: Scored, weight: np.ndarray, rules: PerformanceRules) -> pd.DataFrame:
    """How the parks stand under one weighting: score, score_rank, score_known_share, top_obstacles,
    hidden_weakness and a score of each criterion; one row a park, by its position among the units.
    """
    score, known = _score(scored, weight, rules)
    names = [indicator.name for indicator in scored.indicators]
    obstacles = top_obstacles(obstacle_degree(scored.parts, weight), names, rules.obstacles_shown)
    criteria = by_criterion(scored.parts, weight, [indicator.criterion for indicator in scored.indicators])
    sizes = np.column_stack([score for score, _ in criteria.values()])
    hidden = hidden_weakness(sizes, score, rules.hidden_best, rules.hidden_worst)
    titles = {i.criterion: i.criterion_name for i in scored.indicators}
    weak = [", ".join(titles[name] for name, bad in zip(criteria, row) if bad) for row in hidden]
    own = {
        "score": score, "score_rank": rank(score), "score_known_share": known,
        "top_obstacles": _texts(", ".join(row) for row in obstacles), "hidden_weakness": _texts(weak),
        **{f"{name}_score": part for name, (part, _) in criteria.items()},
    }  # fmt: skip
    return pd.DataFrame(own).set_axis(scored.found.parks, axis=0)


def _texts(values) -> pd.Series:
    """Texts, None where empty; without the explicit type, newer pandas would turn None into NaN."""
    return pd.Series([text or None for text in values], dtype=object)


def _summary(scored: Scored, weight, acceptability, rules) -> tuple[pd.DataFrame, list[str]]:
    found, span = scored.found, rank_range(acceptability)
    own = standing(scored, weight, rules)
    stable = {"rank_best": span.best, "rank_worst": span.worst, "rank_usual": span.usual,
              "rank_usual_share": span.share}  # fmt: skip
    for place, (name, values) in enumerate(stable.items(), own.columns.get_loc("score_known_share") + 1):
        own.insert(place, name, values)
    table = own.reindex(found.units.index)
    for name in ("top_obstacles", "hidden_weakness"):
        table[name] = table[name].astype(object).where(table[name].notna(), None)
    units = found.units["unit"].to_numpy(object)[found.parks]
    hidden = [sentence("{}: {}", unit, text) for unit, text in zip(units, own["hidden_weakness"]) if text]
    said = sentence("A good score hides a weak criterion: {}.", joined(hidden, "; "))
    return table, [said] if hidden else []


def _weight_table(scored: Scored, weightings, words) -> pd.DataFrame:
    parts = [
        pd.DataFrame(
            {"indicator": [i.id for i in scored.indicators], "name": [i.name for i in scored.indicators],
             "weighting": name, "weighting_name": words["weightings"][name], "weight": weight}
        )
        for name, weight in weightings.items()
    ]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _rank_table(found: Profiles, scores, words) -> pd.DataFrame:
    units = found.units.iloc[found.parks]
    parts = [
        pd.DataFrame(
            {"unit_id": units["unit_id"], "unit": units["unit"], "weighting": name,
             "weighting_name": words["weightings"][name], "score": score, "rank": rank(score)}
        )
        for name, (score, _) in scores.items()
    ]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _acceptability_table(found: Profiles, acceptability: np.ndarray) -> pd.DataFrame:
    """One row a park and rank it takes under some weighting."""
    units = found.units.iloc[found.parks]
    row, column = np.nonzero(np.nan_to_num(acceptability) > 0)
    return pd.DataFrame(
        {"unit_id": units["unit_id"].to_numpy(object)[row], "unit": units["unit"].to_numpy(object)[row],
         "rank": column + 1, "share": acceptability[row, column]}
    )  # fmt: skip


def _nothing(found: Profiles, notes: list[str]) -> Scores:
    columns = ("score", "score_rank", "score_known_share", "rank_best", "rank_worst", "rank_usual",
               "rank_usual_share")  # fmt: skip
    summary = pd.DataFrame(np.nan, index=found.units.index, columns=list(columns))
    summary["top_obstacles"] = pd.Series(None, index=summary.index, dtype=object)
    summary["hidden_weakness"] = pd.Series(None, index=summary.index, dtype=object)
    criteria = dict.fromkeys(i.criterion for i in found.indicators if i.marks > 0)
    summary = summary.assign(**{f"{name}_score": np.nan for name in criteria})
    empty = {
        "weights": ["indicator", "name", "weighting", "weighting_name", "weight"],
        "ranks": ["unit_id", "unit", "weighting", "weighting_name", "score", "rank"],
        "acceptability": ["unit_id", "unit", "rank", "share"],
    }
    tables = {name: pd.DataFrame(columns=names) for name, names in empty.items()}
    return Scores(summary, **tables, notes=notes)
