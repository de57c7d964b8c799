"""How long something will still take; how many rows say what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_renewal.core.common.waiting import LEAST_SECONDS, LEAST_SHARE, remaining
from land_renewal.core.pages.tally import tally


def test_an_even_pace():
    samples = [(float(second), second / 20) for second in range(11)]
    assert remaining(samples, 10.0) == pytest.approx(10.0)
    assert remaining(samples, 13.0) == pytest.approx(7.0)
    assert remaining(samples, 100.0) == 0.0


def test_a_pace_that_slows_down():
    # 0.5 in 5 s, then 0.1 in 5 s: the mean of all is 0.06 a second, of the later half 0.02.
    samples = [(5.0, 0.5), (10.0, 0.6)]
    assert remaining(samples, 10.0) == pytest.approx(0.4 / 0.04)


@pytest.mark.parametrize("samples", [[], [(1.0, 0.5)], [(10.0, 0.01)]])
def test_too_early_to_tell(samples):
    assert remaining(samples, 10.0) is None


@given(
    st.lists(st.tuples(st.floats(0.01, 100), st.floats(0, 0.1)), min_size=1, max_size=12), st.floats(0, 50)
)
def test_never_negative_and_never_endless(steps, idle):
    at = share = 0.0
    samples = []
    for seconds, more in steps:
        at, share = at + seconds, min(share + more, 1.0)
        samples.append((at, share))
    left = remaining(samples, at + idle)
    if at < LEAST_SECONDS or share < LEAST_SHARE:
        assert left is None
    else:
        assert 0 <= left < float("inf")


def test_tally_counts_and_adds():
    rows = [
        {"class": "green", "m2": 10.0},
        {"class": None, "m2": 5.0},
        {"class": "green", "m2": None},
        {"class": "none", "m2": 2.5},
    ]
    assert tally(rows, "class", "m2") == {"green": (2, 10.0), None: (1, 5.0), "none": (1, 2.5)}
    assert tally(rows, "class") == {"green": (2, 0.0), None: (1, 0.0), "none": (1, 0.0)}
    assert tally([], "class", "m2") == {}
