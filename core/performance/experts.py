"""Weights from experts: pairwise judgements (AHP) and Delphi rounds [P 3.2; methods from the literature]."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import chi2, rankdata

from ..common.errors import LandRenewalError, first_ids, joined, sentence
from ..common.sums import product
from ..intake.values import EMPTY, normal, to_number, to_text
from .weights import mean_and_variation, share_out

# Mean consistency index of random matrices of size 1-15. Source: Saaty 1980, The Analytic Hierarchy Process.
_RANDOM_INDEX = (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
# How far two judgements of one pair may miss each other's reciprocal: 1/8 written as 0.13 is still 1/8.
_WRITTEN = 0.05
_ROUNDING = 1e-12
# Products settle after a few dozen, however the judgements contradict each other.
_SETTLED, _MOST_PRODUCTS = 1e-15, 10_000
_NUMBER = r"(\d+\.?\d*|\.\d+)"
_JUDGEMENT = re.compile(rf"{_NUMBER}\s*(?:[/:\u2044]\s*{_NUMBER})?")
_NO_JUDGEMENT = (*EMPTY, "-", "\u2013", "\u2014")
_DELPHI_COLUMNS = ("round", "expert", "indicator", "score")
_NO_MEANS = sentence("The scores of the last Delphi round are all 0, so they give no weights: correct them.")


@dataclass(frozen=True)
class Ahp:
    """Result of `ahp`. Consistency ratio: 0 = judgements that never contradict each other."""

    weights: np.ndarray
    consistency_ratio: float
    largest_eigenvalue: float


@dataclass(frozen=True)
class Delphi:
    """Result of `delphi`: one row a round, one column an indicator, NaN where nobody scored.

    ``mean`` and ``variation`` (coefficient of variation, sample standard deviation ÷ mean) over the experts;
    ``experts`` who scored in the round, ``complete`` of them scored every indicator of the round; on these
    rest ``kendall_w`` (0-1, 1 = all put the indicators in the same order) and its ``p_value``. ``weights``
    from the means of the last round.
    """

    rounds: tuple[float, ...]
    names: tuple[str, ...]
    mean: np.ndarray
    variation: np.ndarray
    experts: np.ndarray
    complete: np.ndarray
    kendall_w: np.ndarray
    p_value: np.ndarray
    weights: np.ndarray


def ahp(matrix: np.ndarray, names: Sequence[str] | None = None, tolerance: float = _WRITTEN) -> Ahp:
    """Weights from pairwise judgements: the principal eigenvector, with the consistency ratio.

    ``matrix[i, j]`` = how many times as important i is as j, ``matrix[j, i]`` its reciprocal; where the two
    miss each other by no more than ``tolerance`` (a share: 3 and 0.33), the larger one counts. NaN = the
    mirror cell says it. Consistency ratio = (λ − n) ÷ (n − 1) ÷ random index; 0 for n ≤ 2.

    Raises LandRenewalError, with the ``names`` of the pair, where a judgement is missing, not above 0, or
    contradicts its mirror; and for more than 15 names, for which there is no random index.
    Source: Saaty 1980.

    >>> found = ahp(np.array([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]))
    >>> found.weights.round(4).tolist(), round(found.consistency_ratio, 9)
    ([0.5714, 0.2857, 0.1429], 0.0)
    """
    matrix = np.asarray(matrix, dtype=float)
    size = len(matrix)
    if matrix.shape != (size, size) or size == 0:
        raise ValueError(f"a matrix of judgements is square, not {matrix.shape}")
    if size > len(_RANDOM_INDEX):
        raise LandRenewalError(
            "Pairwise judgements are possible for up to {} names, not {}: judge the criteria against each "
            "other, and the indicators within each criterion.",
            len(_RANDOM_INDEX),
            size,
        )
    matrix = _reciprocal(matrix, range(1, size + 1) if names is None else names, tolerance)
    vector = _principal(matrix)
    value = max(float((product(matrix, vector) / vector).mean()), float(size))
    ratio = (value - size) / (size - 1) / _RANDOM_INDEX[size - 1] if size > 2 else 0.0
    return Ahp(vector, ratio, value)


def _principal(matrix: np.ndarray) -> np.ndarray:
    """The eigenvector of the largest eigenvalue of a matrix above 0, summing to 1, by repeated products."""
    vector = np.full(len(matrix), 1.0 / len(matrix))
    for _ in range(_MOST_PRODUCTS):
        before, vector = vector, product(matrix, vector)
        vector = vector / vector.sum()
        if np.abs(vector - before).max() <= _SETTLED:
            break
    return vector


def read_judgements(frame: pd.DataFrame, names: Sequence[str], tolerance: float = _WRITTEN) -> np.ndarray:
    """The matrix of `ahp`, in the order of ``names``, from a table that a person edits.

    First column: the name of the row; the other columns carry the same names, in any order. A cell says how
    many times as important its row is as its column: a number, or a text such as "1/3". Empty cells (or a
    dash) take the reciprocal of their mirror, so one triangle is enough; the diagonal is 1. Rows and columns
    without any cell whose name is not asked for are passed over.

    Raises LandRenewalError for names that are missing, unknown or there twice, cells that cannot be read,
    pairs without a judgement, and cells that contradict their mirror (see `ahp`).

    >>> table = pd.DataFrame({"": ["tax", "output"], "output": ["1/3", None], "tax": [None, None]})
    >>> read_judgements(table, ["output", "tax"]).tolist()
    [[1.0, 3.0], [0.3333333333333333, 1.0]]
    """
    names = _tidy(names)
    cells = _named_cells(frame, names)
    numbers = np.array([[_judgement(cell) for cell in row] for row in cells])
    for row, column in np.argwhere(np.isnan(numbers) & ~pd.isna(cells))[:1]:
        raise LandRenewalError(
            "The judgement of '{}' against '{}' is '{}': write a number above 0 or a fraction such as 1/3 "
            "(as text, or a spreadsheet makes it a date).",
            names[row],
            names[column],
            cells[row, column],
        )
    return _reciprocal(numbers, names, tolerance)


def combine_levels(
    criteria_weights: dict[str, float], within: dict[str, dict[str, float]]
) -> dict[str, float]:
    """Weights of indicators from those of their criteria and those within each criterion, by product.

    An indicator of more than one criterion gets the sum.

    >>> combine_levels({"land": 3, "eco": 1}, {"land": {"far": 1, "idle": 1}, "eco": {"water": 2}})
    {'far': 0.375, 'idle': 0.375, 'water': 0.25}
    """
    odd = sorted(set(criteria_weights) ^ set(within))
    if odd:
        raise LandRenewalError(
            "Weights of the criteria and weights within them do not fit: {} is in one only.",
            first_ids(odd),
        )
    combined: dict[str, float] = {}
    for criterion, weight in zip(criteria_weights, share_out(list(criteria_weights.values()))):
        inside = within[criterion]
        refusal = sentence("The weights within {} must be 0 or more, at least one of them more.", criterion)
        for name, share in zip(inside, share_out(list(inside.values()), refusal)):
            combined[name] = combined.get(name, 0.0) + float(weight * share)
    return combined


def ahp_of_levels(
    frame: pd.DataFrame, groups: dict[str, list[str]], marks: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """(weights of indicators, consistency ratio of every matrix by name) from judgements of two levels.

    ``frame``: one table as in `read_judgements`, with the criteria (the keys of ``groups``) against each
    other and, where somebody has judged them, the indicators of one criterion against each other. Within a
    criterion that nobody has judged the ``marks`` divide. The ratio of the criteria is under "".

    Raises LandRenewalError for judgements across levels or criteria, and as `read_judgements`.

    >>> table = pd.DataFrame({"": ["land", "far"], "eco": [3, None], "idle": [None, 4]})
    >>> table = pd.concat([table, pd.DataFrame({"": ["eco", "idle"]})])
    >>> table = table.assign(land=None, far=None)
    >>> weights, _ratios = ahp_of_levels(table, {"land": ["far", "idle"], "eco": ["water"]}, {"water": 1})
    >>> {name: round(weight, 9) for name, weight in weights.items()}
    {'far': 0.6, 'idle': 0.15, 'water': 0.25}
    """
    _one_level_only(frame, groups)
    found = ahp(read_judgements(_part(frame, list(groups)), list(groups)), list(groups))
    ratios, within = {"": found.consistency_ratio}, {}
    for criterion, own in groups.items():
        part = _part(frame, own)
        if len(own) > 1 and _judged(part).any():
            judged = ahp(read_judgements(part, own), own)
            ratios[criterion] = judged.consistency_ratio
            within[criterion] = dict(zip(own, judged.weights))
        else:
            within[criterion] = {name: marks.get(name, 0.0) for name in own}
    return combine_levels(dict(zip(groups, found.weights)), within), ratios


def _part(frame: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """The rows and columns of a table of judgements that bear these names."""
    rows = [name in names for name in _tidy(frame.iloc[:, 0])]
    columns = [name in names for name in _tidy(frame.columns)[1:]]
    return frame.loc[rows, [True, *columns]]


def _judged(frame: pd.DataFrame) -> np.ndarray:
    """Cells in which something is written, off the diagonal."""
    texts = np.array([normal(to_text(frame.iloc[:, at])) for at in range(1, frame.shape[1])], dtype=object)
    filled = ~pd.isna(texts) & ~np.isin(texts.astype(str), _NO_JUDGEMENT)
    same = np.array(_tidy(frame.columns)[1:])[:, None] == np.array(_tidy(frame.iloc[:, 0]))[None]
    return (filled & ~same).T if filled.size else np.zeros((len(frame), 0), dtype=bool)


def _one_level_only(frame: pd.DataFrame, groups: dict[str, list[str]]) -> None:
    """Refuse judgements of a criterion against an indicator, and of indicators of two criteria."""
    level = {name: criterion for criterion, own in groups.items() for name in own}
    level.update(dict.fromkeys(groups, ""))
    rows, columns = _tidy(frame.iloc[:, 0]), _tidy(frame.columns)[1:]
    for row, column in np.argwhere(_judged(frame)):
        one, other = rows[row], columns[column]
        if one in level and other in level and level[one] != level[other]:
            raise LandRenewalError(
                "The judgements compare '{}' with '{}': compare criteria with criteria, and indicators "
                "within one criterion.",
                one,
                other,
            )


def delphi(table: pd.DataFrame, names: Sequence[str] | None = None) -> Delphi:
    """Rounds of expert scores made into means, spread, agreement and weights.

    ``table``: one row a score, with the columns round (a number), expert, indicator, score (0 or above; empty
    = not given). ``names``: the indicators in the order wanted; by default all of the table in text order.
    Weights = means of the last round ÷ their sum; an indicator that nobody scored in it gets 0 (its mean is
    NaN). Kendall's W is corrected for ties: W = 12 S ÷ (m²(n³ − n) − m Σ(t³ − t)), p from χ² = m(n − 1)W with
    n − 1 degrees of freedom; NaN for fewer than two complete experts or indicators.

    Raises LandRenewalError for missing columns, unknown or missing indicators, unreadable or repeated scores.

    >>> table = pd.DataFrame({"round": 1, "expert": ["x", "x", "y", "y"], "indicator": ["a", "b"] * 2,
    ...                       "score": [9, 3, 9, 3]})
    >>> found = delphi(table)
    >>> found.weights.tolist(), found.kendall_w.tolist()
    ([0.75, 0.25], [1.0])
    """
    rows = _delphi_rows(table)
    asked = sorted(set(rows["indicator"])) if names is None else _tidy(names)
    odd = sorted(set(rows["indicator"]) ^ set(asked))
    if odd:
        raise LandRenewalError(
            "The Delphi table and the indicators to be weighed do not fit: {} is in one only.",
            first_ids(odd),
        )
    rounds, scores = _score_cube(rows, asked)
    mean, variation = mean_and_variation(scores)
    agreed, p_value, complete = np.array([_kendall(part) for part in scores]).T
    return Delphi(
        rounds=rounds,
        names=tuple(asked),
        mean=mean,
        variation=variation,
        experts=(~np.isnan(scores)).any(axis=2).sum(axis=1),
        complete=complete.astype(int),
        kendall_w=agreed,
        p_value=p_value,
        weights=share_out(np.where(np.isnan(mean[-1]), 0.0, mean[-1]), _NO_MEANS),
    )


def _tidy(names: Sequence) -> list:
    """Names as they are compared: full-width letters, blanks at the ends and number formats do not count."""
    return normal(to_text(pd.Series(list(names), dtype=object))).tolist()


def _named_cells(frame: pd.DataFrame, names: list[str]) -> np.ndarray:
    """The cells as texts, rows and columns in the order of the names."""
    if frame.shape[1] < 2:
        raise LandRenewalError(
            "A table of judgements needs a first column of names and a further column for each of them."
        )
    texts = [normal(to_text(frame.iloc[:, at])) for at in range(1, frame.shape[1])]
    texts = [text.mask(text.str.casefold().isin(_NO_JUDGEMENT)) for text in texts]
    cells = np.column_stack([text.to_numpy(dtype=object) for text in texts])
    filled = ~pd.isna(cells)
    rows = _places(_tidy(frame.iloc[:, 0]), filled.any(axis=1), names, "row")
    columns = _places(_tidy(frame.columns)[1:], filled.any(axis=0), names, "column")
    return cells[np.ix_(rows, columns)]


def _places(found: list, filled: np.ndarray, names: list[str], kind: str) -> list[int]:
    """Where each of the names stands among those found."""
    odd = [
        name or sentence("without a name") for name, used in zip(found, filled) if used and name not in names
    ]
    if odd:
        raise LandRenewalError(
            "Not among the names to be weighed ({}), but in a {} of the judgements: {}.",
            first_ids(names, len(_RANDOM_INDEX)),
            kind,
            first_ids(odd),
        )
    lacking = [name for name in names if name not in found]
    if lacking:
        raise LandRenewalError("The judgements have no {} for {}: add it.", kind, first_ids(lacking))
    twice = [name for name in names if found.count(name) > 1]
    if twice:
        raise LandRenewalError(
            "The judgements have more than one {} for {}: keep one.", kind, first_ids(twice)
        )
    return [found.index(name) for name in names]


def _judgement(text: str | None) -> float:
    """A number or a fraction; NaN for an empty cell and for what is not above 0."""
    found = _JUDGEMENT.fullmatch(text) if isinstance(text, str) else None
    if not found:
        return np.nan
    above, below = float(found[1]), float(found[2] or 1)
    return above / below if above > 0 and below > 0 else np.nan


def _reciprocal(matrix: np.ndarray, names: Sequence, tolerance: float) -> np.ndarray:
    """The matrix with empty cells filled from their mirror and every pair exactly reciprocal."""
    names = list(names)
    matrix = matrix.copy()
    own = np.diagonal(matrix)
    for at in np.flatnonzero(~np.isnan(own) & (np.abs(own - 1) > tolerance))[:1]:
        raise LandRenewalError(
            "The judgement of '{}' against itself is {:g}: it must be 1.", names[at], own[at]
        )
    np.fill_diagonal(matrix, 1.0)
    for row, column in np.argwhere((matrix <= 0) | np.isinf(matrix))[:1]:
        raise LandRenewalError(
            "The judgement of '{}' against '{}' is {:g}: it must be a number above 0.",
            names[row],
            names[column],
            matrix[row, column],
        )
    neither = np.argwhere(np.triu(np.isnan(matrix) & np.isnan(matrix.T)))
    lacking = [sentence("'{}' against '{}'", names[row], names[column]) for row, column in neither]
    if lacking:
        raise LandRenewalError("Judgements are missing: {}.", first_ids(lacking))
    matrix = np.where(np.isnan(matrix), 1.0 / matrix.T, matrix)
    for row, column in np.argwhere(np.abs(matrix * matrix.T - 1) > tolerance + _ROUNDING)[:1]:
        raise LandRenewalError(
            "The judgement of '{}' against '{}' is {:g}, but the other way round it is {:g}: one must be 1 "
            "divided by the other.",
            names[row],
            names[column],
            matrix[row, column],
            matrix[column, row],
        )
    # Of a rounded pair, such as 3 and 0.33, the larger one is nearer to what was meant.
    return np.where(matrix == matrix.T, 1.0, np.where(matrix > matrix.T, matrix, 1.0 / matrix.T))


def _delphi_rows(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with a score: round and score as numbers, expert and indicator as text."""
    lacking = [name for name in _DELPHI_COLUMNS if name not in table.columns]
    if lacking:
        raise LandRenewalError(
            "The Delphi table lacks {}: it needs the columns {}.",
            first_ids(lacking),
            joined(_DELPHI_COLUMNS),
        )
    rows = pd.DataFrame({name: normal(to_text(table[name])) for name in ("expert", "indicator")})
    bad = np.zeros(len(table), dtype=bool)
    for name in ("round", "score"):
        rows[name], unreadable = to_number(table[name], percent=None)
        bad |= unreadable
    bad |= (rows["score"] < 0).to_numpy() | (rows["score"].notna() & rows.isna().any(axis=1)).to_numpy()
    if bad.any():
        raise LandRenewalError(
            "In the Delphi table these rows lack an expert, an indicator, a round number or a score of 0 or "
            "more: {}.",
            first_ids(np.flatnonzero(bad) + 1),
        )
    rows = rows[rows["score"].notna()]
    if rows.empty:
        raise LandRenewalError("The Delphi table holds no score.")
    twice = rows[rows.duplicated(["round", "expert", "indicator"])]
    if len(twice):
        first = [
            sentence("round {:g}, {}, {}", row.round, row.expert, row.indicator) for row in twice.itertuples()
        ]
        raise LandRenewalError("The Delphi table scores more than once: {}.", first_ids(first))
    return rows


def _score_cube(rows: pd.DataFrame, names: list[str]) -> tuple[tuple[float, ...], np.ndarray]:
    """The rounds in order, and the scores (rounds × experts × indicators), NaN where there is none."""
    at_round, rounds = pd.factorize(rows["round"], sort=True)
    at_expert, experts = pd.factorize(rows["expert"], sort=True)
    at_name = pd.Index(names).get_indexer(rows["indicator"])
    scores = np.full((len(rounds), len(experts), len(names)), np.nan)
    scores[at_round, at_expert, at_name] = rows["score"]
    return tuple(np.asarray(rounds, dtype=float).tolist()), scores


def _kendall(scores: np.ndarray) -> tuple[float, float, int]:
    """Kendall's W of one round (experts × indicators), its p value, and how many experts it rests on."""
    scores = scores[:, ~np.isnan(scores).all(axis=0)]
    scores = scores[~np.isnan(scores).any(axis=1)]
    raters, items = scores.shape
    if raters < 2 or items < 2:
        return np.nan, np.nan, raters
    ranks = rankdata(scores, axis=1)
    spread = ((ranks.sum(axis=0) - raters * (items + 1) / 2) ** 2).sum()
    tied = sum(
        float((size**3 - size).sum()) for size in (np.unique(row, return_counts=True)[1] for row in ranks)
    )
    possible = raters**2 * (items**3 - items) - raters * tied
    if possible <= 0:
        return np.nan, np.nan, raters
    agreed = 12 * spread / possible
    return agreed, float(chi2.sf(raters * (items - 1) * agreed, items - 1)), raters
