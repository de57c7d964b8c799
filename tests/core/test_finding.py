"""Finding by id and name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.dossier.finding import find, folded, place

PLACES = [
    place("parcel", "P10", "宏远电子有限公司"),
    place("parcel", "P1", "富强机械有限公司"),
    place("parcel", "XP1", None),
    place("park", "K1", "P1 工业园"),
    place("park", "K2", None),
]


def ids(text, most=10):
    return [(found.place.identifier, found.score) for found in find(PLACES, text, most)]


def test_the_whole_comes_before_the_beginning_before_somewhere():
    assert ids("p1") == [("P1", 1.0), ("P10", 0.8), ("K1", 0.8), ("XP1", 0.5)]
    assert ids("Ｐ１") == ids("p1")
    assert ids("机械 有限") == [("P1", 0.5)]
    assert ids("nothing") == ids("  ") == ids("") == []


def test_each_kind_has_its_share():
    assert ids("p1", most=1) == [("P1", 1.0), ("K1", 0.8)]


def test_a_search_that_is_stopped_gives_nothing():
    assert find(PLACES, "p1", 9, lambda: True) == []
    assert len(find(PLACES, "p1", 9, lambda: False)) == 4


@settings(max_examples=80)
@given(
    st.lists(st.text("ab宏 ", min_size=1, max_size=5), max_size=8), st.text("ab宏 ", min_size=1, max_size=3)
)
def test_all_that_hold_the_text_are_found_and_nothing_else(names, text):
    places = [place("parcel", str(number), name) for number, name in enumerate(names)]
    found = {one.place.identifier for one in find(places, text, 100)}
    wanted = folded(text)
    assert found == {p.identifier for p in places if wanted and any(wanted in key for key in p.keys)}
