"""The reasons of the matching in Chinese: all of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pandas as pd
import pytest

from land_renewal.core.matching import matching
from land_renewal.core.matching.match_words import reason_text, reasons_told
from land_renewal.core.matching.review_decisions import CHOSEN, Option, occupancy_table

CORE = Path(matching.__file__).parents[1]
ENGLISH = re.compile(r"[a-z]{2,}")


def test_english_stays_and_nothing_becomes_nothing():
    assert reason_text("point lies in no parcel", "en") == "point lies in no parcel"
    assert reason_text(None, "en") == reason_text(None, "zh") == ""
    assert reason_text("来自外业调查", "zh") == "来自外业调查"


@pytest.mark.parametrize(
    ("reason", "chinese"),
    [
        ("nearest parcel, 12.9 m away", "最近的地块，相距12.9米"),
        ("40 m from the point", "距企业点位40米"),
        (
            "point lies in the parcel; in doubt: parcel P7, name is that of the parcel's holder, a place is"
            " stated on one side only; but the tax ids differ",
            "点位位于该地块内；存疑：地块P7，名称与权利人一致，仅一方注明地名；但信用代码不同",
        ),
        (
            "name is similar to that of the holder, 宏运(集团)公司 (0.88); but its point lies in parcel A 1",
            "名称与权利人“宏运(集团)公司”相似（0.88）；但点位位于地块A 1",
        ),
    ],
)
def test_reasons_are_put_together_as_in_english(reason, chinese):
    assert reason_text(reason, "zh") == chinese


def test_a_table_of_reasons_keeps_what_is_missing():
    table = pd.DataFrame(
        {"reason": ["point lies in no parcel", None], "reason_1": [None, "40 m from the point"]}, index=[4, 9]
    ).assign(name=["point lies in no parcel", None])
    told = reasons_told(table, "zh")
    assert told["reason"].tolist() == ["点位不在任何地块内", None]
    assert told["reason_1"].tolist() == [None, "距企业点位40米"]
    assert told["name"].tolist() == table["name"].tolist() and told.index.tolist() == [4, 9]
    assert reasons_told(table, "en") is table


def literals(*files):
    for file in files:
        for node in ast.walk(ast.parse((CORE / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_addition_that_the_matching_makes_is_known():
    files = ("matching/matching.py", "matching/match_names.py")
    found = {text[2:] for text in literals(*files) if re.match(r"; [a-z]", text)}
    assert len(found) > 6
    whole = {text for text in found if not text.endswith(("parcel ", "parcel"))} | {
        "but the point lies in another parcel"
    }
    left = {text: reason_text(text, "zh") for text in whole}
    assert not {text for text, words in left.items() if ENGLISH.search(words)}


BEGINNINGS = (
    "point lies|no coordinates|a person has|parcel named|tax id is|name is that|holder is|not in the occ"
)


def test_what_is_said_of_unmatched_firms_and_links_is_known():
    files = ("matching/matching.py", "matching/match_names.py", "study/steps.py")
    texts = [text for text in literals(*files) if re.match(BEGINNINGS, text)]
    assert len(texts) >= 9
    assert not [text for text in texts if ENGLISH.search(reason_text(text, "zh"))]


def test_a_parcel_chosen_by_a_person_is_known():
    (row,) = occupancy_table([], [], {"E": {"P": True}})
    assert not ENGLISH.search(reason_text(row["reason"], "zh"))
    assert Option("P", CHOSEN).reason is None
