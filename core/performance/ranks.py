"""Ranks, and how far they hold when the weights change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

# Scores closer than this share of themselves differ by rounding only.
_ROUNDING = 1e-12
_CELLS = 2_000_000  # scores held at a time: about 100 MB


@dataclass(frozen=True)
class RankRange:
    """Ranks of every unit over many weightings, NaN where it was never ranked.

    ``best`` and ``worst`` rank taken, the most frequent one (``usual``; of equals the better), and the
    ``share`` of weightings in which the unit takes that one.
    """

    best: np.ndarray
    worst: np.ndarray
    usual: np.ndarray
    share: np.ndarray


def rank(score: np.ndarray) -> np.ndarray:
    """Rank by score, 1 = highest; ties share the smallest rank; NaN has no rank (NaN).

    Scores that differ by rounding only are ties. Of a table, every column is ranked for itself.

    >>> rank(np.array([0.3, 0.9, np.nan, 0.1 + 0.2])).tolist()
    [2.0, 1.0, nan, 2.0]
    """
    score = np.asarray(score, dtype=float)
    return _ranks(np.ascontiguousarray(score.T)).T


def random_weights(
    count: int,
    draws: int,
    seed: int,
    concentration: float | None = None,
    around: np.ndarray | None = None,
) -> np.ndarray:
    """Random weights (draws × count), each row summing to 1, the same for the same seed.

    Dirichlet(concentration × centre), with the centre ``around`` (normalised; by default equal weights).
    The mean is the centre, the variance of a weight w(1 − w) ÷ (concentration + 1): the higher, the closer.
    By default the concentration is ``count``: around equal weights that is the uniform distribution over all
    weightings. A weight of 0 stays 0.

    >>> random_weights(3, 2, seed=1, concentration=1e9, around=np.array([2, 1, 1])).round(3).tolist()
    [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]
    """
    centre = np.ones(count) if around is None else np.asarray(around, dtype=float)
    if centre.shape != (count,) or not (centre >= 0).all() or not 0 < centre.sum() < np.inf:
        raise ValueError(f"weights {centre.tolist()} for {count} indicators")
    concentration = float(count) if concentration is None else float(concentration)
    if not 0 < concentration < np.inf:
        raise ValueError(f"concentration {concentration} is not above 0")
    used = centre > 0
    weights = np.zeros((draws, count))
    # Concentration 1 a weight exactly when uniform: count × (1 ÷ count) may miss it by a bit.
    alpha = centre[used] * (concentration / centre.sum())
    weights[:, used] = np.random.default_rng(seed).dirichlet(alpha, draws)
    return weights


def rank_acceptability(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Share of weightings in which each unit takes each rank: (units × ranks), column 0 = rank 1.

    Under every weighting a unit's score is the weighted mean of its known parts, as in `scores.weighted`;
    ties share the smallest rank. Rows sum to 1; a unit of which nothing is known (or nothing with a weight)
    is not ranked, and its row is NaN. A weighting that leaves a unit without a score does not count for it.

    Parameters: ``parts`` (units × indicators), NaN = not known; ``weights`` (draws × indicators), 0 or above.

    Source: rank acceptability index of SMAA, Lahdelma and Salminen 2001.

    >>> parts, weights = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[3, 1], [2, 1], [1, 2], [4, 1]])
    >>> rank_acceptability(parts, weights).tolist()
    [[0.75, 0.25], [0.25, 0.75]]
    """
    parts, weights = np.asarray(parts, dtype=float), np.asarray(weights, dtype=float)
    if parts.ndim != 2 or weights.ndim != 2 or parts.shape[1] != weights.shape[1] or not (weights >= 0).all():
        raise ValueError(
            f"parts {parts.shape} and weights {weights.shape} do not fit, or a weight is below 0"
        )
    units = len(parts)
    counts = np.zeros(units * units, dtype=np.int64)
    step = max(1, _CELLS // max(units, 1))
    for start in range(0, len(weights), step):
        ranks = _ranks(_scores(parts, weights[start : start + step]))
        known = ~np.isnan(ranks)
        cell = (np.arange(units) * units + ranks - 1)[known].astype(np.int64)
        counts += np.bincount(cell, minlength=units * units)
    counts = counts.reshape(units, units)
    ranked = counts.sum(axis=1, keepdims=True)
    return np.where(ranked > 0, counts / np.maximum(ranked, 1), np.nan)


def rank_range(acceptability: np.ndarray) -> RankRange:
    """Best, worst and most frequent rank of every unit from `rank_acceptability`.

    >>> rank_range(np.array([[0.75, 0.25, 0.0], [0.0, 0.5, 0.5]])).usual.tolist()
    [1.0, 2.0]
    """
    ranked = ~np.isnan(acceptability).all(axis=1)
    share = np.where(ranked[:, None], acceptability, 0.0)
    taken = share > 0
    count = share.shape[1]
    best, worst = taken.argmax(axis=1) + 1, count - taken[:, ::-1].argmax(axis=1)
    usual = share.argmax(axis=1)
    frequency = share[np.arange(len(share)), usual]
    found = (np.where(ranked, figure, np.nan) for figure in (best, worst, usual + 1, frequency))
    return RankRange(*found)


def agreement(one: np.ndarray, other: np.ndarray) -> float:
    """Spearman's rank correlation of two scorings over the units that both score.

    1 = same order, -1 = reversed; NaN with fewer than two such units or where one scoring is all ties.

    >>> agreement(np.array([1.0, 2.0, 3.0]), np.array([10.0, 20.0, 15.0]))
    0.5
    """
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    both = ~np.isnan(one) & ~np.isnan(other)
    if both.sum() < 2:
        return float("nan")
    places = np.array([rankdata(rank(score[both])) for score in (one, other)])
    left, right = places - places.mean(axis=1, keepdims=True)
    size = np.sqrt((left**2).sum() * (right**2).sum())
    return float((left * right).sum() / size) if size > 0 else float("nan")


def _scores(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted means (draws × units) of the known parts.

    Indicator by indicator, not as a matrix product: equal units then have equal scores to the last bit.
    """
    known = ~np.isnan(parts)
    filled = np.where(known, parts, 0.0)
    total, weight = np.zeros((2, len(weights), len(parts)))
    for column in range(parts.shape[1]):
        total += weights[:, column, None] * filled[:, column]
        weight += weights[:, column, None] * known[:, column]
    return np.where(weight > 0, total / np.where(weight > 0, weight, 1.0), np.nan)


def _ranks(scores: np.ndarray) -> np.ndarray:
    """Ranks along the last axis: the place of the first score of a run of equals, in falling order."""
    order = np.argsort(-scores, axis=-1, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=-1)
    before, after = ordered[..., :-1], ordered[..., 1:]
    falls = before - after > _ROUNDING * np.maximum(np.abs(before), np.abs(after))
    place = np.ones(scores.shape)
    place[..., 1:] = np.where(falls, np.arange(2, scores.shape[-1] + 1), 1)
    ranks = np.empty(scores.shape)
    np.put_along_axis(ranks, order, np.maximum.accumulate(place, axis=-1), axis=-1)
    ranks[np.isnan(scores)] = np.nan
    return ranks
