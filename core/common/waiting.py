"""How long something will still take, from how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

LEAST_SECONDS, LEAST_SHARE = 2.0, 0.05
_RECENT = 0.5


def remaining(samples: Sequence[tuple[float, float]], now: float) -> float | None:
    """Seconds left, by the mean speed so far and the speed of the later half of it, in equal parts.

    ``samples``: (seconds since the start, share done), in order; ``now``: seconds since the start. None while
    too little is done to tell.

    >>> remaining([(0.0, 0.0), (5.0, 0.5)], 5.0)
    5.0
    >>> remaining([(1.0, 0.5)], 1.0) is None
    True
    """
    if not samples:
        return None
    at, share = samples[-1]
    if at < LEAST_SECONDS or share < LEAST_SHARE:
        return None
    middle = next(((then, done) for then, done in samples if done >= _RECENT * share), (0.0, 0.0))
    speeds = [share / at]
    if at > middle[0] and share > middle[1]:
        speeds.append((share - middle[1]) / (at - middle[0]))
    left = (1 - share) / (sum(speeds) / len(speeds))
    # A stage without news counts as work: the estimate falls, but never below what the share tells.
    return max(left - (now - at), 0.0)
