"""The page of the performance evaluation and the words it shares with pictures and workbook."""

from __future__ import annotations

import doctest
import re
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from performance_tables import INDICATORS, evaluation

from land_renewal.core.pages import page_html, page_texts
from land_renewal.core.pages.page_html import inline_svg
from land_renewal.core.pages.page_texts import number
from land_renewal.core.performance import performance_texts
from land_renewal.core.performance.performance_page import performance_page
from land_renewal.core.performance.performance_texts import (
    direction,
    indicators,
    load_texts,
    standing,
)

VOID = {"meta", "br", "path", "use", "rect"}
NASTY = "<script>alert(1)</script> & \"quoted\" 'single' ]]> --> $lang"


class Outline(HTMLParser):
    """Reads a page strictly: what is opened is closed; collects ids, links, texts by tag."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.tags, self.said, self.titles = [], [], [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, name, attributes):
        given = dict(attributes)
        self.tags.append(name)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.titles += [given["title"]] if "title" in given else []
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)
        if name not in VOID:
            self.open.pop()

    def handle_endtag(self, name):
        assert self.open and self.open[-1] == name, f"</{name}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        self.said.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.said).split())


def page(tables, **options):
    given = {name: getattr(tables, name) for name in ("ranks", "acceptability", "weights", "benchmarks")}
    return performance_page(tables.values, tables.units, **{**given, **options})


@pytest.fixture(scope="module")
def tables():
    return evaluation()


@pytest.fixture(scope="module")
def chinese():
    return evaluation(language="zh")


def section(html: str, name: str) -> str:
    """The HTML from one h2 to the next."""
    found = re.search(rf'<h2 id="{name}">.*?(?=<h2|</body>)', html, re.DOTALL)
    return found.group(0) if found else ""


@pytest.mark.parametrize("module", [performance_texts, page_texts, page_html])
def test_examples(module):
    failed, run = doctest.testmod(module)
    assert run and not failed


def test_both_languages_have_the_same_words():
    def keys(words, path=""):
        if isinstance(words, dict):
            return {key for name, inner in words.items() for key in keys(inner, f"{path}/{name}")}
        return {path}

    def slots(words, path=""):
        if isinstance(words, dict):
            return {place for name, inner in words.items() for place in slots(inner, f"{path}/{name}")}
        return {(path, slot) for slot in re.findall(r"\$([a-z_]+)", str(words))}

    assert keys(load_texts("en")) == keys(load_texts("zh"))
    both = slots(load_texts("en")) ^ slots(load_texts("zh"))
    # How many more are left out is told in English, how many there are in all in Chinese.
    assert {place for place, _slot in both} <= {"/and_more"}


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_figures_keep_three_digits(value):
    shown = float(number(value).replace(",", "").replace("−", "-") or "nan")
    tolerance = max(0.0051 * abs(value), 0.5 if abs(value) >= 1000 else 0.0)
    assert abs(shown - value) <= tolerance
    assert "e" not in number(value)


def test_standing_counts_the_good_direction():
    rows = pd.DataFrame(
        {
            # value, reference, rising: twice as good, a third worse, half, less is better twice as good, 0
            "value": [20.0, 7.0, 5.0, 5.0, 0.0, np.nan, 3.0],
            "reference": [10.0, 10.0, 10.0, 10.0, 10.0, 10.0, np.nan],
            "rising": [True, True, True, False, False, True, True],
            "verdict": ["better", "worse", "worse", "better", "better", None, None],
            "rank": [1, 2, 3, 4, 5, np.nan, 6],
            "ranked": [6.0] * 7,
        }
    )
    assert standing(rows).tolist() == [2, -1, -2, 2, 2, pd.NA, pd.NA]
    # Six parks in fifths: their middles 1/12, 3/12, 5/12, 7/12, 9/12 and 11/12.
    assert standing(rows, by="rank").tolist() == [2, 1, 0, 0, -1, pd.NA, -2]


@given(st.integers(2, 400))
@settings(max_examples=50)
def test_fifths_are_symmetric(parks):
    rows = pd.DataFrame({"value": 1.0, "rank": range(1, parks + 1), "ranked": parks})
    steps = standing(rows, by="rank").astype(int)
    assert (steps.diff().dropna() <= 0).all() and steps.between(-2, 2).all()
    counts = steps.value_counts().reindex(range(-2, 3), fill_value=0)
    assert counts.max() - counts.min() <= 2


def test_indicators_of_a_criterion_stand_together(tables):
    shuffled = pd.concat([tables.values.iloc[3:16], tables.values.iloc[:3]])
    listed = indicators(shuffled)
    assert set(listed["indicator"]) == {row[0] for row in INDICATORS}
    runs = (listed["criterion"] != listed["criterion"].shift()).sum()
    assert runs == listed["criterion"].nunique()


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(tables):
    html = page(tables, pictures={"P001": '<svg width="1pt"><g id="x"/></svg>'})
    outline = Outline(html)
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    assert not re.search(r"https?://", html)
    assert len(outline.ids) == len(set(outline.ids))
    assert {link[1:] for link in outline.links} <= set(outline.ids)
    assert all(link.startswith("#") for link in outline.links)


def test_every_value_is_on_the_page_with_coverage_rank_and_reference(tables):
    outline = Outline(page(tables))
    values = tables.values
    row = values[(values["unit_id"] == "P003") & (values["indicator"] == "tax_per_area")].iloc[0]
    told = next(title for title in outline.titles if title.startswith("Riverside Community, tax per"))
    for part in (
        number(row["value"]),
        f"{int(100 * row['coverage'])} %",
        f"{int(row['rank'])} of 8",
        "67,899",
    ):
        assert part in told
    assert len(outline.titles) == len(values) + 4 * len(INDICATORS)  # the table of shades, and the levels


def test_missing_is_told_with_its_reason_and_never_zero(tables):
    html = page(tables)
    assert "not known: neither roads nor key nodes were given" in html
    gone = section(html, "not_known")
    counts = tables.values[tables.values["value"].isna()].groupby("name").size()
    for name, count in counts.items():
        assert re.search(rf"{name}</th><td>[^<]*</td><td>{count}</td>", gone)
    rows = re.findall(r"<tr><th[^>]*>accessibility.*?</tr>", section(html, "district"), re.DOTALL)
    assert len(rows) == 1 and not re.search(r">0<", rows[0])


def test_priority_areas_come_first_and_with_their_reasons(tables):
    html = page(tables)
    places = re.findall(r"<h3 id=\"unit-\d+\">([^<]*)</h3>", html)
    assert places[0] == "Old Mill" and places[1:3] == ["National High-tech Zone", "East Lake Economic Zone"]
    assert "Old Mill" in section(html, "priority") and "inefficient; wasteful" in section(html, "priority")
    assert "idle land rate" in section(html, "priority")
    assert "Riverside" not in section(html, "priority")


def test_unknown_priority_is_not_a_pass(tables):
    units = tables.units.copy()
    units.loc[units["unit_id"] == "P006", "priority"] = pd.NA
    html = performance_page(tables.values, units)
    assert "Too little is known to say of: Brickworks." in html
    untested = units.assign(priority=pd.array([pd.NA] * len(units), dtype="boolean"))
    assert "was not tested" in section(performance_page(tables.values, untested), "priority")
    none = units.assign(priority=pd.array([False] * len(units), dtype="boolean"))
    assert "No park was found" in section(performance_page(tables.values, none), "priority")


def test_the_score_comes_last_and_only_where_there_is_one(tables):
    html = page(tables)
    old_mill = html[html.index(">Old Mill</h3>") :]
    assert old_mill.index("<table") < old_mill.index("Score ")
    bare = performance_page(tables.values, tables.units.assign(score=np.nan))
    assert not section(bare, "scores") and "Score " not in bare


def test_sections_without_tables_are_left_out(tables):
    html = performance_page(tables.values, tables.units)
    for name in ("scores", "benchmarks", "notes", "sources"):
        assert not section(html, name) and f'href="#{name}"' not in html
    empty = {
        name: getattr(tables, name).iloc[:0] for name in ("ranks", "acceptability", "weights", "benchmarks")
    }
    assert performance_page(tables.values, tables.units, **empty) == html


def test_stability_is_best_usual_and_worst(tables):
    shares = pd.DataFrame(
        {"unit_id": ["P001"] * 4, "unit": ["Zone"] * 4, "rank": [1, 2, 3, 4], "share": [0.2, 0.4, 0.4, 0.0]}
    )
    html = section(page(tables, acceptability=shares), "scores")
    assert '<th scope="row">Zone</th><td>2</td><td>40 %</td><td>1</td><td>3</td>' in html


def test_only_the_first_pictures_are_drawn(tables):
    pictures = {unit: '<svg width="9pt"><g id="a"/></svg>' for unit in tables.units["unit_id"]}
    html = page(tables, pictures=pictures, most_pictures=3)
    assert html.count("<svg") == 3 and "first 3 of 8 parks" in html
    assert html.count('class="profile"') == 1 + 8
    assert page(tables, pictures=pictures, most_pictures=0).count("<svg") == 0


def test_pictures_do_not_share_ids():
    svg = '<?xml version="1.0"?>\n<svg width="1pt" height="2pt" viewBox="0 0 1 2">' \
          '<defs><path id="g"/></defs><use xlink:href="#g" clip-path="url(#g)"/></svg>'  # fmt: skip
    made = inline_svg(svg, "u4", 'Zone "A"')
    assert made.startswith('<svg role="img" aria-label="Zone &quot;A&quot;" viewBox="0 0 1 2">')
    assert made.count("u4-g") == 3 and '"#g"' not in made and "<?xml" not in made


def test_what_comes_from_data_is_escaped(tables):
    values, units = tables.values.copy(), tables.units.copy()
    for name in ("unit", "name", "criterion_name", "unit_of_measure", "reference_name", "gap_text"):
        values[name] = NASTY
    values["reason"] = NASTY
    for name in ("unit", "priority_kinds", "priority_reason", "top_obstacles"):
        units[name] = NASTY
    others = {
        "ranks": tables.ranks.assign(unit=NASTY, weighting_name=NASTY),
        "acceptability": tables.acceptability.assign(unit=NASTY),
        "weights": tables.weights.assign(name=NASTY, weighting_name=NASTY),
        "benchmarks": tables.benchmarks.assign(unit=NASTY, name=NASTY, source=NASTY, year=NASTY, scope=NASTY),
    }
    told = {"notes": [NASTY], "sources": [NASTY], "cautions": [NASTY], "district": NASTY}
    html = performance_page(values, units, **told, **others)
    outline = Outline(html)
    assert "script" not in outline.tags
    assert html.count("<script") == 0 and "$lang" in outline.text


def test_the_page_is_the_same_each_time(tables):
    assert page(tables) == page(evaluation())


def test_chinese_throughout(chinese):
    html = page(chinese, language="zh", district="浦江县")
    assert '<html lang="zh-Hans">' in html and "<h1>浦江县园区土地利用绩效评价</h1>" in html
    words = set(
        re.findall(r"[A-Za-z]{4,}", re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL))
    )
    assert not words, words
    assert "老纱厂工业园" in section(html, "priority") and "低效；粗放" in section(html, "priority")


def test_less_is_better_is_said(tables):
    assert direction({"rising": False}, load_texts("en")) == "less is better"
    rows = re.findall(r"<tr><th[^>]*>idle land rate.*?</tr>", section(page(tables), "district"), re.DOTALL)
    assert "less is better" in rows[0]


def test_figures_that_are_not_scored_say_so(tables):
    values = tables.values.assign(marks=np.where(tables.values["indicator"] == "water", 0, 1))
    html = performance_page(values, tables.units)
    assert section(html, "district").count("shown, not scored") == 1


def test_many_parks_are_written_quickly_and_whole():
    many = evaluation(parks=120)
    html = page(many)
    Outline(html)
    assert html.count('class="profile"') == 121 and len(html) < 3_000_000
