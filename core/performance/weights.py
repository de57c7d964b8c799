"""Weights of indicators from marks and from what the data say [P 3.2; methods from the literature].

Everywhere: ``values`` is (units × indicators), NaN = not known; ``rising`` says of each indicator whether
more is better; weights are 0 or above and sum to 1 over the indicators.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.special import entr

from ..common.errors import LandRenewalError, first_ids, sentence
from ..common.sums import product
from .scores import checked, constant_columns, minmax

_ROUNDING = 1e-12
_ALIKE = sentence(
    "No indicator differs between the units, so entropy and CRITIC have nothing to weigh by: choose marks, "
    "judgements or equal weights."
)
_NO_WEIGHTS = sentence("Weights must be 0 or more, at least one of them more.")


def plus_weights(marks: np.ndarray, criteria: Sequence[Hashable] | None = None) -> np.ndarray:
    """Weights from the number of "+" of each indicator: w ÷ Σw.

    With ``criteria`` (the criterion of each indicator) all criteria weigh the same, and the marks divide the
    share of each; a criterion without marks has no share. Source: P Table 2.

    >>> plus_weights(np.array([3, 1, 4])).tolist()
    [0.375, 0.125, 0.5]
    >>> plus_weights(np.array([3, 1, 4]), ["land", "land", "eco"]).tolist()
    [0.375, 0.125, 0.5]
    >>> plus_weights(np.array([3, 1, 9]), ["land", "land", "eco"]).tolist()
    [0.375, 0.125, 0.5]
    """
    marks = np.asarray(marks, dtype=float)
    flat = share_out(
        marks, sentence("The marks of the indicators must be 0 or more, at least one of them more.")
    )
    if criteria is None:
        return flat
    if len(criteria) != len(marks):
        raise ValueError(f"{len(criteria)} criteria for {len(marks)} indicators")
    place = {criterion: number for number, criterion in enumerate(dict.fromkeys(criteria))}
    group = np.array([place[criterion] for criterion in criteria])
    total = np.bincount(group, weights=marks)
    return marks / np.where(total > 0, total, 1.0)[group] / np.count_nonzero(total)


def equal_weights(count: int) -> np.ndarray:
    """The same weight for each of ``count`` indicators.

    >>> equal_weights(4).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    return np.full(count, 1.0 / count)


def entropy_weights(values: np.ndarray, rising: np.ndarray, scaling: str = "minmax") -> np.ndarray:
    """Weights by how unevenly each indicator is spread over the units: (1 − e) ÷ Σ (1 − e).

    e = −Σ p ln p ÷ ln m with p = x ÷ Σx over the m units of which the indicator is known; 0 ln 0 = 0.
    ``scaling`` says what x is: ``minmax`` (default), the value placed between the worst (0) and the best (1),
    which takes any figures and knows the direction; ``sum``, the value itself, which must be above 0 and
    whose direction does not count. An indicator that does not differ between the units gets 0.

    Raises LandRenewalError where no indicator differs, or ``sum`` meets values of 0 or below.
    Source: Shannon 1948; Hwang and Yoon 1981.

    >>> entropy_weights(np.array([[1.0, 5.0], [2.0, 5.0], [9.0, 5.0]]), np.array([True, True])).tolist()
    [1.0, 0.0]
    """
    values, rising = checked(values, rising)
    if scaling == "minmax":
        shares = minmax(values, rising)
    elif scaling == "sum":
        shares = np.where(constant_columns(values), np.nan, values)
        if (shares <= 0).any():
            raise LandRenewalError(
                "Entropy weights of plain values need values above 0: use the scaling minmax instead."
            )
    else:
        raise ValueError(f"scaling {scaling!r} is neither minmax nor sum")
    known = (~np.isnan(shares)).sum(axis=0)
    shares = np.where(np.isnan(shares), 0.0, shares)
    shares = shares / np.where(known > 0, shares.sum(axis=0), 1.0)
    entropy = entr(shares).sum(axis=0) / np.log(np.maximum(known, 2))
    return share_out(np.where(known > 0, np.clip(1.0 - entropy, 0.0, None), 0.0), _ALIKE)


def critic_weights(values: np.ndarray, rising: np.ndarray) -> np.ndarray:
    """Weights by contrast and conflict: σ·Σ(1 − r), normalised.

    σ = sample standard deviation of the min-max values, r = Pearson correlation with every other indicator,
    over the units of which both are known. A correlation that cannot be had (fewer than two such units, or
    no difference between them) counts as the mean of those the indicator has. An indicator that does not
    differ gets 0 and conflicts with none. Where all are perfectly correlated only the contrast counts.

    Raises LandRenewalError where no indicator differs. Source: Diakoulaki et al. 1995.

    >>> values = np.array([[0.0, 0.0, 2.0], [1.0, 1.0, 0.0], [2.0, 2.0, 1.0]])
    >>> critic_weights(values, np.array([True, True, True])).tolist()
    [0.25, 0.25, 0.5]
    """
    parts = minmax(values, rising)
    used = ~constant_columns(parts)
    contrast = np.zeros(parts.shape[1])
    contrast[used] = np.nanstd(parts[:, used], axis=0, ddof=1)
    conflict = np.zeros(parts.shape[1])
    conflict[used] = _conflict(_correlations(parts[:, used]))
    content = contrast * conflict
    return share_out(content if content.any() else contrast, _ALIKE)


def combined_weights(a: np.ndarray, b: np.ndarray, share_of_a: float, how: str = "linear") -> np.ndarray:
    """Two sets of weights in one: ``linear`` = s·a + (1 − s)·b; ``product`` = a·b ÷ Σ a·b, in which the share
    has no part.

    >>> combined_weights(np.array([0.5, 0.5]), np.array([0.75, 0.25]), 0.5).tolist()
    [0.625, 0.375]
    >>> combined_weights(np.array([0.5, 0.5]), np.array([0.75, 0.25]), 0.5, "product").tolist()
    [0.75, 0.25]
    """
    a, b = share_out(a), share_out(b)
    if how == "product":
        return share_out(
            a * b, sentence("No indicator has a weight in both sets of weights: add them instead.")
        )
    if how != "linear" or not 0 <= share_of_a <= 1:
        raise ValueError(
            f"how {how!r} is neither linear nor product, or the share {share_of_a} not within 0-1"
        )
    return share_of_a * a + (1.0 - share_of_a) * b


def cautions(values: np.ndarray, names: Sequence[str], few: int, near_constant: float) -> list[str]:
    """What to know before weights are taken from these values, in sentences; none where nothing is amiss.

    Fewer than ``few`` units of which anything is known; indicators whose coefficient of variation (sample
    standard deviation ÷ |mean| of the known values) is below ``near_constant``; indicators not known of all
    units.

    >>> cautions(np.array([[1.0, 5.0], [3.0, 5.0]]), ["tax", "output"], few=2, near_constant=0.05)
    ['Hardly differs between the units, so its weight says little: output.']
    """
    values = np.asarray(values, dtype=float)
    values = values[~np.isnan(values).all(axis=1)]
    units, known = len(values), (~np.isnan(values)).sum(axis=0)
    said = []
    if units < few:
        said.append(
            sentence("Only {} units (fewer than {}): entropy and CRITIC weights are unstable.", units, few)
        )
    alike = [name for name, flat in zip(names, _hardly_differs(values, near_constant)) if flat]
    if alike:
        said.append(
            sentence("Hardly differs between the units, so its weight says little: {}.", first_ids(alike))
        )
    partly = [
        sentence("{} ({} of {})", name, count, units) for name, count in zip(names, known) if count < units
    ]
    if partly:
        said.append(
            sentence("Not known of all units, so its weight rests on some of them: {}.", first_ids(partly))
        )
    return said


def share_out(raw: np.ndarray, refusal: str = _NO_WEIGHTS) -> np.ndarray:
    """raw ÷ Σ raw; LandRenewalError with the sentence ``refusal`` where a figure is missing or below 0, or
    all are 0.

    >>> share_out(np.array([3, 1])).tolist()
    [0.75, 0.25]
    """
    raw = np.asarray(raw, dtype=float)
    total = raw.sum()
    if not (raw >= 0).all() or not 0 < total < np.inf:
        raise LandRenewalError(refusal)
    return raw / total


def mean_and_variation(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean of the known values over the last axis but one, and their coefficient of variation (sample
    standard deviation ÷ |mean|); NaN where there is none.

    >>> mean, variation = mean_and_variation(np.array([[1.0, 5.0], [3.0, np.nan]]))
    >>> mean.tolist(), variation.round(3).tolist()
    ([2.0, 5.0], [0.707, nan])
    """
    known = ~np.isnan(values)
    count = known.sum(axis=-2)
    mean = np.where(known, values, 0.0).sum(axis=-2) / np.where(count > 0, count, np.nan)
    away = np.where(known, values - np.expand_dims(mean, -2), 0.0)
    spread = np.sqrt((away**2).sum(axis=-2) / np.where(count > 1, count - 1, np.nan))
    return mean, spread / np.where(mean == 0, np.nan, np.abs(mean))


def _correlations(parts: np.ndarray) -> np.ndarray:
    """Pearson correlations over the units known of both; NaN where there is none, and of each with itself."""
    known = ~np.isnan(parts)
    count = product(known.T, known)
    centred = np.where(known, parts - np.nanmean(parts, axis=0), 0.0)
    total = product(centred.T, known)
    with np.errstate(divide="ignore", invalid="ignore"):
        square = product((centred**2).T, known) - total**2 / count
        together = product(centred.T, centred) - total * total.T / count
        found = together / np.sqrt(square * square.T)
    found = np.where((count > 1) & (square > _ROUNDING) & (square.T > _ROUNDING), found, np.nan)
    np.fill_diagonal(found, np.nan)
    return np.clip(found, -1.0, 1.0)


def _conflict(correlations: np.ndarray) -> np.ndarray:
    """Σ (1 − r) with every other indicator, the unknown ones at the mean of the known (1 without any)."""
    apart = 1.0 - correlations
    apart = np.where(apart < _ROUNDING, 0.0, apart)
    known = ~np.isnan(apart)
    total = np.where(known, apart, 0.0).sum(axis=1)
    count = known.sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), 1.0) * (len(apart) - 1)


def _hardly_differs(values: np.ndarray, near_constant: float) -> np.ndarray:
    """Of the indicators known of two units or more."""
    known = (~np.isnan(values)).sum(axis=0) > 1
    variation = mean_and_variation(values)[1]
    return known & (constant_columns(values) | (variation < near_constant))


def balanced(weights: np.ndarray, place: int, value: float, locked: np.ndarray) -> np.ndarray:
    """Weights of which one is set and the rest gives way, so that they still sum to 1.

    The weights that are not ``locked`` share what is left in proportion to what they have, or equally where
    they have nothing. The locked ones stay as they are: the one set goes no further than they leave room,
    and takes all that is left where no other can.

    >>> balanced(np.array([0.5, 0.25, 0.25]), 0, 0.2, np.array([False, False, True])).tolist()
    [0.2, 0.55, 0.25]
    >>> balanced(np.array([0.5, 0.25, 0.25]), 0, 0.9, np.array([False, False, True])).tolist()
    [0.75, 0.0, 0.25]
    """
    weights = share_out(weights)
    fixed = np.array(locked, dtype=bool)
    fixed[place] = False
    free = ~fixed
    free[place] = False
    room = max(0.0, 1.0 - weights[fixed].sum())
    value = min(max(float(value), 0.0), room) if free.any() else room
    result = weights.copy()
    result[place] = value
    others = weights[free]
    equal = np.full(len(others), 1.0 / max(len(others), 1))
    result[free] = (room - value) * (others / others.sum() if others.sum() > 0 else equal)
    return result
