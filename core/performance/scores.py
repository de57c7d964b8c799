"""Scores of units over many indicators, and what holds a unit back [P 3.2; methods from the literature].

Everywhere: ``values`` is (units × indicators), NaN = not known; ``rising`` says of each indicator whether
more is better; ``weights`` are above or equal to 0, one an indicator, and need not sum to 1.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from .ranks import rank

# Ratios that should be equal may differ in the last bits; a spread this small beside the values is none.
_ROUNDING = 1e-12


def minmax(values: np.ndarray, rising: np.ndarray, constant: float = np.nan) -> np.ndarray:
    """Place every value between the worst (0) and the best (1) known value of its indicator.

    (v − min) ÷ (max − min) where more is better, (max − v) ÷ (max − min) where less is better. NaN stays. An
    indicator that is equal everywhere (or known of one unit) tells no unit from another: its known values
    become ``constant``, by default NaN, so that it has no say in a score.

    >>> minmax(np.array([[1.0, 5.0], [2.0, np.nan], [3.0, 1.0]]), np.array([True, False])).tolist()
    [[0.0, 0.0], [0.5, nan], [1.0, 1.0]]
    """
    values, rising = checked(values, rising)
    low, high = _ends(values)
    flat = constant_columns(values)
    spread = np.where(flat, 1.0, high - low)
    parts = np.where(rising, values - np.where(flat, 0.0, low), np.where(flat, 0.0, high) - values) / spread
    return np.where(flat & ~np.isnan(values), constant, parts)


def ratio_to(values: np.ndarray, reference: np.ndarray, rising: np.ndarray, cap: float) -> np.ndarray:
    """Ratio to a reference (benchmark, target), 1 = met, between 0 and ``cap``.

    v ÷ reference where more is better, reference ÷ v where less is better. Below 0 counts as 0; a falling
    indicator at 0 or below gets ``cap``. NaN where the value is not known, or the reference is missing, 0 or
    negative (nothing can be measured against it).

    ``reference``: one figure an indicator, or one a unit and indicator, in the unit of the values.

    >>> ratio_to(np.array([[50.0, 4.0], [300.0, 0.0]]), [100.0, 2.0], np.array([True, False]), 1.5).tolist()
    [[0.5, 0.5], [1.5, 1.5]]
    """
    values, rising = checked(values, rising)
    reference = np.broadcast_to(np.asarray(reference, dtype=float), values.shape)
    known = ~np.isnan(values) & (reference > 0)
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        falling = np.where(values > 0, reference / values, cap)
        ratio = np.where(rising, values / reference, falling)
    return np.where(known, np.clip(ratio, 0.0, cap), np.nan)


def weighted(parts: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weighted mean of the known parts of every unit, and the share of the weights it rests on.

    score = Σ w·part ÷ Σ w over the known parts; share = Σ w known ÷ Σ w. A unit of which nothing with a
    weight is known has no score (NaN) and share 0.

    >>> score, share = weighted(np.array([[0.2, 0.8], [0.2, np.nan]]), np.array([3.0, 1.0]))
    >>> score.round(12).tolist(), share.tolist()
    ([0.35, 0.2], [1.0, 0.75])
    """
    parts = np.ascontiguousarray(parts, dtype=float)
    weights = checked_weights(weights, parts.shape[1])
    known = ~np.isnan(parts)
    # Row sums, not a matrix product: equal rows then have equal scores to the last bit.
    weight = np.where(known, weights, 0.0).sum(axis=1)
    total = (np.where(known, parts, 0.0) * weights).sum(axis=1)
    whole = weights.sum()
    share = weight / whole if whole > 0 else np.zeros(len(parts))
    return _divide(total, weight), share


def topsis(values: np.ndarray, rising: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Closeness to the best of all indicators, away from the worst: D⁻ ÷ (D⁺ + D⁻), 0-1.

    D⁺ and D⁻ are the Euclidean distances from the best and the worst known value of every indicator, after
    vector normalisation (v ÷ √Σv²) and weighting. Not known: the normalisation uses the mean square of the
    known values, so that an indicator known of fewer units weighs no more; a unit is measured by its known
    indicators, whose weights, renormalised or not, give the same closeness. An indicator that is equal
    everywhere adds no distance. NaN where nothing tells a unit from another.

    Source: Hwang and Yoon 1981.

    >>> topsis(np.array([[3.0, 4.0], [4.0, 3.0]]), np.array([True, True]), np.array([3.0, 1.0])).tolist()
    [0.25, 0.75]
    """
    values, rising = checked(values, rising)
    weights = checked_weights(weights, values.shape[1])
    known = ~np.isnan(values)
    low, high = _ends(values)
    flat = constant_columns(values)
    square = np.where(known, values, 0.0) ** 2
    size = np.sqrt(square.sum(axis=0) / np.maximum(known.sum(axis=0), 1))
    scale = np.where(flat, 0.0, weights / np.where(flat, 1.0, size))
    from_best = _distance(values, np.where(rising, high, low), scale)
    from_worst = _distance(values, np.where(rising, low, high), scale)
    return _divide(from_worst, from_best + from_worst)


def obstacle_degree(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Share of every indicator in what a unit lacks: (1 − part)·w ÷ Σ (1 − part)·w.

    Parts above 1 (better than the reference) lack nothing. Over the known indicators of a unit the degrees
    sum to 1, or are all 0 where nothing is lacking; NaN stays. Source: obstacle degree model.

    >>> obstacle_degree(np.array([[0.5, 0.75, np.nan]]), np.array([1.0, 2.0, 1.0])).tolist()
    [[0.5, 0.5, nan]]
    """
    parts = np.ascontiguousarray(parts, dtype=float)
    weights = checked_weights(weights, parts.shape[1])
    lack = np.clip(1.0 - parts, 0.0, None) * weights
    total = np.where(np.isnan(lack), 0.0, lack).sum(axis=1, keepdims=True)
    return lack / np.where(total > 0, total, 1.0)


def top_obstacles(degree: np.ndarray, names: Sequence[str], count: int) -> list[list[str]]:
    """The ``count`` indicators that hold each unit back most; equal degrees in the order of ``names``.

    Indicators without any obstacle, and those not known, are not listed.

    >>> top_obstacles(np.array([[0.2, 0.4, 0.4], [0.0, 1.0, np.nan]]), ["a", "b", "c"], 2)
    [['b', 'c'], ['b']]
    """
    degree = np.where(np.isnan(degree), 0.0, degree)
    order = np.argsort(-degree, axis=1, kind="stable")[:, :count]
    return [[names[at] for at in best if row[at] > 0] for row, best in zip(degree, order)]


def by_criterion(
    parts: np.ndarray, weights: np.ndarray, criteria: Sequence[Hashable]
) -> dict[Hashable, tuple[np.ndarray, np.ndarray]]:
    """`weighted` for the indicators of each criterion: {criterion: (score, known share)}, in the order in
    which the criteria first appear.

    >>> found = by_criterion(np.array([[0.2, 0.4, 0.9]]), np.ones(3), ["land", "land", "eco"])
    >>> {name: score.round(12).tolist() for name, (score, share) in found.items()}
    {'land': [0.3], 'eco': [0.9]}
    """
    parts, weights = np.asarray(parts, dtype=float), np.asarray(weights, dtype=float)
    if len(criteria) != parts.shape[1]:
        raise ValueError(f"{len(criteria)} criteria for {parts.shape[1]} indicators")
    found = {}
    for criterion in dict.fromkeys(criteria):
        mine = np.array([other == criterion for other in criteria])
        found[criterion] = weighted(parts[:, mine], weights[mine])
    return found


def hidden_weakness(
    criterion_scores: np.ndarray, score: np.ndarray, best_share: float, worst_share: float
) -> np.ndarray:
    """Where a composite hides a bad criterion: (units × criteria), True = hidden.

    Hidden = the unit's rank by ``score`` is within the best ``best_share`` of the units scored, while by the
    criterion those that are no better than it (itself and ties included) are at most ``worst_share`` of
    the units known. So a criterion in which all are equal hides nothing, and with few units a small
    ``worst_share`` holds none. Not known is not flagged.

    >>> one = np.array([[0.9], [0.8], [0.7], [0.1]])
    >>> hidden_weakness(one, np.array([0.5, 0.6, 0.7, 0.8]), 0.5, 0.25).ravel().tolist()
    [False, False, False, True]
    """
    score = np.asarray(score, dtype=float)
    criterion_scores = np.asarray(criterion_scores, dtype=float)
    good = rank(score) <= best_share * _known(score) + _ROUNDING
    known = _known(criterion_scores)
    no_better = known - (rank(criterion_scores) - 1)
    return good[:, None] & (no_better <= worst_share * known + _ROUNDING)


def constant_columns(values: np.ndarray) -> np.ndarray:
    """Which indicators do not differ between the units (or are known of one unit, or of none).

    >>> constant_columns(np.array([[0.1 + 0.2, 1.0], [0.3, 2.0]])).tolist()
    [True, False]
    """
    low, high = _ends(values)
    known = low <= high
    size = np.maximum(np.abs(np.where(known, low, 0.0)), np.abs(np.where(known, high, 0.0)))
    return ~known | (np.where(known, high, 0.0) - np.where(known, low, 0.0) <= _ROUNDING * size)


def checked(values: np.ndarray, rising: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The arrays as float and bool, row by row in memory, refused where their shapes do not fit."""
    values = np.ascontiguousarray(values, dtype=float)
    rising = np.asarray(rising, dtype=bool)
    if values.ndim != 2 or rising.shape != values.shape[1:]:
        raise ValueError(f"values {values.shape} and rising {rising.shape} do not fit")
    if np.isinf(values).any():
        raise ValueError("values are infinite: what is not known is NaN")
    return values, rising


def checked_weights(weights: np.ndarray, count: int) -> np.ndarray:
    """Weights as float, refused where they are not one an indicator, known, and 0 or above."""
    weights = np.asarray(weights, dtype=float)
    if weights.shape != (count,) or not (weights >= 0).all() or np.isinf(weights).any():
        raise ValueError(f"weights {weights.tolist()} for {count} indicators")
    return weights


def _ends(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest known value of every indicator; inf and -inf where none is known."""
    values = np.asarray(values, dtype=float)
    unknown = np.isnan(values)
    low = np.min(np.where(unknown, np.inf, values), axis=0, initial=np.inf)
    return low, np.max(np.where(unknown, -np.inf, values), axis=0, initial=-np.inf)


def _distance(values: np.ndarray, point: np.ndarray, scale: np.ndarray) -> np.ndarray:
    point = np.where(scale > 0, point, 0.0)
    away = np.where(np.isnan(values), 0.0, (values - point) * scale)
    return np.sqrt((away**2).sum(axis=1))


def _divide(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """part ÷ whole, NaN where the whole is 0."""
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1.0), np.nan)


def _known(values: np.ndarray) -> np.ndarray:
    return (~np.isnan(values)).sum(axis=0)
