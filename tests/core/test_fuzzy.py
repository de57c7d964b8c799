"""Similar texts, and how good pairs and links are."""

from __future__ import annotations

import difflib
import math
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.matching import fuzzy
from land_renewal.core.matching.fuzzy import similar_pairs, similarity
from land_renewal.core.matching.match_quality import (
    link_quality,
    pairs_in_groups,
    quality_by_method,
    quality_curve,
)

TEXTS = st.lists(st.text("abcde", max_size=9), min_size=1, max_size=12)


def common(one, other):
    """Longest common subsequence by the textbook."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, j in product(range(len(one)), range(len(other))):
        same = table[i][j] + 1 if one[i] == other[j] else 0
        table[i + 1][j + 1] = max(same, table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def ratio(one, other):
    return 2 * common(one, other) / (len(one) + len(other)) if one or other else 1.0


@settings(max_examples=100)
@given(TEXTS, TEXTS)
def test_similarity_is_that_of_the_textbook(left, right):
    pairs = list(product(left, right))
    one, other = (np.array(side) for side in zip(*pairs))
    assert similarity(one, other).tolist() == [ratio(*pair) for pair in pairs]


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_numpy_measures_what_the_library_measures(left, right):
    one, other = (np.array(side) for side in zip(*product(range(len(left)), range(len(right)))))
    expected = [common(left[i], right[j]) for i, j in zip(one, other)]
    ways = [fuzzy._by_numpy, *([fuzzy._by_rapidfuzz] if fuzzy.library() == "rapidfuzz" else [])]
    for way in ways:
        assert way(np.array(left), np.array(right))(one, other).tolist() == expected


@settings(max_examples=150)
@given(TEXTS, TEXTS, st.sampled_from([0.3, 0.5, 0.75, 0.9, 1.0]))
def test_no_pair_is_missed_and_none_is_made_up(left, right, minimum):
    found = similar_pairs(np.array(left), np.array(right), minimum)
    every = {(i, j): ratio(a, b) for (i, a), (j, b) in product(enumerate(left), enumerate(right)) if a and b}
    expected = {pair: value for pair, value in every.items() if value >= minimum}
    assert dict(zip(zip(found["left"], found["right"]), found["similarity"])) == expected
    order = list(zip(found["left"], -found["similarity"], found["right"]))
    assert order == sorted(order)


def test_many_characters_that_share_a_bit_hide_nothing():
    signs = [chr(0x4E00 + number) for number in range(300)]
    rng = np.random.default_rng(4)
    texts = np.array(["".join(rng.choice(signs, 12)) for _ in range(60)])
    near = np.array([text[:5] + text[6:] for text in texts])
    found = similar_pairs(texts, near, 0.9)
    assert list(zip(found["left"], found["right"])) == [(number, number) for number in range(60)]


def test_long_and_repeated_characters():
    assert similarity(np.array(["a" * 200]), np.array(["a" * 100])).tolist() == [pytest.approx(2 / 3)]
    found = similar_pairs(np.array(["aabb", "ab"]), np.array(["aabb"]), 0.6)
    assert found["similarity"].tolist() == [1.0, pytest.approx(2 / 3)]


def test_agrees_with_difflib_where_blocks_are_the_whole_story():
    one, other = "富强机械制造", "富强机械"
    expected = difflib.SequenceMatcher(None, one, other).ratio()
    assert similarity(np.array([one]), np.array([other]))[0] == pytest.approx(expected)


def test_chunks_do_not_change_the_answer(monkeypatch):
    rng = np.random.default_rng(2)
    texts = np.array(["".join(rng.choice(list("abcdefgh"), 6)) for _ in range(200)])
    whole = similar_pairs(texts, texts, 0.6)
    monkeypatch.setattr(fuzzy, "_CHUNK", 500)
    monkeypatch.setattr(fuzzy, "_CELLS", 60)
    pd.testing.assert_frame_equal(similar_pairs(texts, texts, 0.6), whole)
    monkeypatch.setattr(fuzzy, "process", None)
    pd.testing.assert_frame_equal(similar_pairs(texts, texts, 0.6), whole)


def frame(*pairs, **columns):
    return pd.DataFrame(
        {"ent_id": [one for one, _ in pairs], "parcel_id": [two for _, two in pairs], **columns}
    )


def test_only_reviewed_links_count():
    links = frame(("A", "P"), ("B", "P"), ("C", "Q"), ("D", "Q"), method=["name", "point", "name", "name"])
    labels = frame(("A", "P"), ("B", "P"), ("D", "R"), ("C", "Q"), reviewed=[True, False, True, None])
    whole = link_quality(links, labels)
    assert (whole.found, whole.right, whole.true) == (2, 1, 2)
    assert (whole.precision, whole.recall) == (0.5, 0.5)
    by = quality_by_method(links, labels)
    assert [(name, part.found, part.right) for name, part in by.items()] == [("name", 1, 1), ("point", 1, 0)]


def test_no_label_and_no_link_have_no_figure():
    nothing = link_quality(frame(method=[]), frame(reviewed=[]))
    assert math.isnan(nothing.precision) and math.isnan(nothing.recall)


def test_curve_by_hand():
    scored = pd.DataFrame({"score": [0.9, 0.9, 0.7, 0.5], "right": [True, False, True, True]})
    curve = quality_curve(scored, 5, [0.95, 0.9, 0.5])
    assert curve["found"].tolist() == [0, 2, 4] and curve["right"].tolist() == [0, 1, 3]
    assert curve["recall"].tolist() == [0.0, 0.2, 0.6]
    assert np.isnan(curve["precision"][0]) and curve["precision"].tolist()[1:] == [0.5, 0.75]


def test_pairs_of_groups():
    assert pairs_in_groups(np.array(["a", "a", "a", "b", "b", None, None], dtype=object)) == 4
