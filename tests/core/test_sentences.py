"""Sentences that can be said in another language: the English is what the template gives."""

from __future__ import annotations

import copy
import doctest
import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common import errors, sentences
from land_renewal.core.common.errors import LandRenewalError, first_ids, joined, sentence, without_stop, word
from land_renewal.core.common.sentences import Sentence

CHINESE = {
    "{} of {} rows have no id: {}.": "{1} 行中有 {0} 行没有编号：{2}。",
    "{} and {} more": "{}等另外 {} 个",
    ", ": "、",
    "parcels": "地块",
    "{}: {}": "{}：{}",
    "The {} layer is empty: choose another one.": "{}图层是空的：请另选一个。",
    "Refused because {}.": "不接受：{}。",
    "{} is {:.2f} km2, more than {:g}.": "{}为{:.2f}平方公里，超过{:g}。",
}
PLAIN = settings(max_examples=60)
# Braces, quotes and percent signs are what a name in a message may hold.
TEXTS = st.text(alphabet=st.sampled_from("ab 地{}'\"%:!\\.。"), max_size=12)


def said(text: str) -> str:
    return text.translated(lambda template: CHINESE.get(template, template))


def test_examples():
    for module in (sentences, errors):
        found = doctest.testmod(module)
        assert found.attempted and not found.failed


@PLAIN
@given(TEXTS, st.integers(), st.floats(allow_nan=False))
def test_the_english_is_what_an_f_string_would_give(name, count, size):
    made = sentence("{}, {!r}: {:,} rows, {:.2f} ha {{kept}}", name, name, count, size)
    assert made == f"{name}, {name!r}: {count:,} rows, {size:.2f} ha {{kept}}"
    assert isinstance(made, str) and hash(made) == hash(str(made)) and type(str(made)) is str


@PLAIN
@given(TEXTS)
def test_a_text_without_values_is_not_formatted(text):
    assert sentence(text) == text == said(sentence(text))
    assert str(LandRenewalError(text)) == text


@PLAIN
@given(TEXTS, TEXTS)
def test_sentences_within_sentences(first, second):
    inner = sentence("{} and {} more", first, 3)
    assert sentence("Refused because {}.", inner) == f"Refused because {first} and 3 more."
    assert said(sentence("Refused because {}.", inner)) == f"不接受：{first}等另外 3 个。"
    error = LandRenewalError("Refused because {}.", LandRenewalError("{}: {}", first, second))
    assert str(error) == f"Refused because {first}: {second}."
    assert said(error.sentence) == f"不接受：{first}：{second}。"


def test_places_may_change_and_numbers_keep_their_form():
    rows = sentence("{} of {} rows have no id: {}.", 2, 9, ["a", "b", "c", "d", "e", "f"])
    assert rows == "2 of 9 rows have no id: a, b, c, d, e and 1 more."
    assert said(rows) == "9 行中有 2 行没有编号：a、b、c、d、e等另外 1 个。"
    assert said(sentence("{} is {:.2f} km2, more than {:g}.", "P1", np.float64(2.5), 2.0)) == (
        "P1为2.50平方公里，超过2。"
    )


def test_words_of_a_fixed_list_are_translated_and_names_are_not():
    empty = "The {} layer is empty: choose another one."
    assert said(sentence(empty, word("parcels"))) == "地块图层是空的：请另选一个。"
    assert said(sentence(empty, "parcels")) == "parcels图层是空的：请另选一个。"


def test_a_sentence_grows_by_adding():
    made = "Check: " + sentence("{}: {}", word("parcels"), "x") + "!"
    assert made == "Check: parcels: x!"
    assert said(made) == "Check: 地块：x!"


@pytest.mark.parametrize("text", [sentence("{} of {} rows have no id: {}.", 1, 2, "a"), "a.", "a", ""])
def test_without_a_full_stop(text):
    assert without_stop(text) == str(text).rstrip(".")


def test_without_a_full_stop_in_the_other_language():
    made = without_stop(sentence("{} of {} rows have no id: {}.", 1, 2, "a"))
    assert said(made) == "2 行中有 1 行没有编号：a"


@PLAIN
@given(st.lists(TEXTS, max_size=9), st.integers(1, 5))
def test_the_first_ids_and_how_many_more(ids, limit):
    shown = ", ".join(ids[:limit])
    more = f" and {len(ids) - limit} more" if len(ids) > limit else ""
    assert first_ids(ids, limit) == shown + more
    assert joined(ids, "; ") == "; ".join(ids)


def test_copies_remember_how_they_were_made():
    made = sentence("Refused because {}.", sentence("{} and {} more", "a", 2))
    for other in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made), copy.copy(made)):
        assert type(other) is Sentence and other == made and said(other) == said(made)
    error = pickle.loads(pickle.dumps(LandRenewalError("{}: {}", "a{}", "b")))
    assert str(error) == "a{}: b" and error.sentence.values == ("a{}", "b")


def test_in_a_table_it_is_text():
    frame = pd.DataFrame({"reason": pd.Series([sentence("{}: {}", "a", 1), None], dtype=object)})
    assert frame["reason"].str.upper().tolist()[0] == "A: 1"
    assert frame["reason"].eq("a: 1").tolist() == [True, False]
    assert isinstance(frame["reason"][0], Sentence)
    assert frame.groupby("reason").size().to_dict() == {"a: 1": 1}


def test_a_value_that_says_itself_as_a_sentence():
    class Proposal:
        def __str__(self):
            return sentence("{}: {}", word("parcels"), 1)

    assert said(sentence("Refused because {}.", Proposal())) == "不接受：地块：1。"
