"""The page of the priced scenarios, the figures of its pictures, and the words they share."""

from __future__ import annotations

import doctest
import re
from html import escape

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from priced_tables import CUSTOM, priced
from test_performance_page import NASTY, Outline, section

from land_renewal.core.economics import economics_figures, economics_texts
from land_renewal.core.economics.economics_figures import (
    grid_winners,
    nearest_breaks,
    party_totals,
    payer_sums,
    principle_axes,
    tornado_bars,
)
from land_renewal.core.economics.economics_page import economics_page
from land_renewal.core.economics.economics_texts import (
    money_scale,
    prices,
    rests,
    scale_of,
    scenarios_of,
    words,
)

PARTIES = ("government", "enterprise", "collective", "market")
SECTIONS = [
    "figures", "comparison", "judgement", "payers", "cashflow", "doing_nothing", "towns", "sensitivity",
    "assumptions", "coverage",
]  # fmt: skip


@pytest.fixture(scope="module")
def tables():
    return priced()


@pytest.fixture(scope="module")
def html(tables):
    return economics_page(tables, notes=["A note."], sources=["P 4.2"], district="Lin")


@pytest.mark.parametrize("module", [economics_texts, economics_figures])
def test_examples(module):
    failed, run = doctest.testmod(module)
    assert run and not failed


def test_both_languages_have_the_same_words():
    def keys(texts, path=""):
        if isinstance(texts, dict):
            return {key for name, inner in texts.items() for key in keys(inner, f"{path}/{name}")}
        return {(path, *sorted(re.findall(r"\$([a-z_]+)", str(texts))))}

    assert keys(words("en").texts) == keys(words("zh").texts)


# Figures.


def test_payments_add_up_to_the_cash_flow(tables):
    """The transfers and the cash flow are made apart; each party's net is its cash flow, and all sum to 0."""
    totals = party_totals(tables).set_index(["scenario", "party"])
    flows = tables["economics_cashflow"].groupby("scenario")
    assert len(totals)
    for (scenario, party), row in totals.iterrows():
        assert row["net"] == pytest.approx(flows[party].sum()[scenario], abs=1e-6)
    assert totals.groupby("scenario")["net"].sum().abs().max() < 1e-6


def test_the_worked_example_by_payer(tables):
    """What the page of the worked example says of the government, summed by hand over its years."""
    row = party_totals(tables).set_index(["scenario", "party"]).loc[("clustering_with_parks", "government")]
    assert row["net"] == pytest.approx(21 - 510.5 + 13 - 577 + 21)
    # Compensation and works of all years; tax lost in 2026; surcharges that end.
    works = 594 + 300 + 2400 + 340 + 290 + 144 + 150 + 680
    assert row["paid"] == pytest.approx(works + 50 + (4 + 3 * 8) + 3 * 15)
    assert row["present"] == pytest.approx(-817.7, abs=0.05)


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.permutations(PARTIES), st.floats(-1e6, 1e6)),
        min_size=1, max_size=30,
    )
)  # fmt: skip
@settings(max_examples=50)
def test_what_one_pays_another_receives(rows):
    flows = pd.DataFrame(
        [(scenario, parties[0], parties[1], amount) for scenario, parties, amount in rows],
        columns=["scenario", "payer", "payee", "amount"],
    )
    sums = payer_sums(flows)
    assert (sums[["paid", "received"]] >= 0).all(axis=None)
    mirrored = sums.set_index(["scenario", "party", "other"])
    for (scenario, party, other), row in mirrored.iterrows():
        assert mirrored.loc[(scenario, other, party), "received"] == pytest.approx(row["paid"])
    for party in ("government", "market"):
        out = flows.loc[flows["payer"] == party, "amount"].sum()
        into = flows.loc[flows["payee"] == party, "amount"].sum()
        own = sums[sums["party"] == party]
        assert own["received"].sum() - own["paid"].sum() == pytest.approx(into - out, abs=1e-6)


def test_bars_of_the_tornado_are_changes_in_stated_units(tables):
    rows = tables["economics_tornado"]
    rows = rows[(rows["scenario"] == "clustering_with_parks") & (rows["view"] == "fiscal")]
    bars = tornado_bars(rows, prices(tables), words())
    assert [bar.name for bar in bars] == rows.sort_values("rank")["name"].tolist()
    for bar, row in zip(bars, rows.sort_values("rank").to_dict("records")):
        assert abs(bar.high - bar.low) == pytest.approx(row["swing"])
    items = rows.sort_values("rank")["item"]
    buildings = next(bar for bar, item in zip(bars, items) if item == "buildings")
    stated = tables["economics_assumptions"].set_index(["scenario", "item"]).loc[
        ("clustering_with_parks", "buildings")
    ]  # fmt: skip
    assert float(buildings.low_text.replace(",", "")) == stated["low"]
    assert float(buildings.high_text.replace(",", "")) == stated["high"]
    assert buildings.assumed and buildings.high < 0 < buildings.low


def test_the_grid_names_the_best_of_each_cell(tables):
    grid = tables["economics_grid"]
    for changing in (False, True):
        rows = grid[grid["scenario"] != "status_quo"] if changing else grid
        best = grid_winners(grid, changing).set_index(["x", "y"])
        assert len(best) == grid[["x", "y"]].drop_duplicates().shape[0]
        for cell, own in rows.groupby(["x", "y"]):
            assert best.loc[cell, "npv"] == own["npv"].max()
    first = grid[grid["first"]].set_index(["x", "y"])["scenario"]
    winners = grid_winners(grid, False).set_index(["x", "y"])["scenario"]
    assert winners.sort_index().tolist() == first.sort_index().tolist()


def test_places_on_the_radar_by_hand():
    results = pd.DataFrame({
        "scenario": ["status_quo", "a", "b", "c"], "quota_freed_m2": [0.0, 10.0, 40.0, np.nan],
        "share_in_main_clusters": [0.5] * 4, "cost_government": [0.0, 30.0, 120.0, 60.0],
        "jobs_at_risk": [np.nan] * 4,
    })  # fmt: skip
    of = {axis.key: axis for axis in principle_axes(results, words())}
    assert of["volume"].places == {"status_quo": 0.0, "a": 0.25, "b": 1.0}  # c is not known: no place
    assert of["cost"].places == {"status_quo": 1.0, "a": 0.75, "b": 0.0, "c": 0.5}  # less is better
    assert of["clustering"].same and set(of["clustering"].places.values()) == {1.0}
    assert of["jobs"].places == {} and of["quality"].places == {}


def test_break_even_values_within_their_range_come_before_nearer_ones():
    rows = pd.DataFrame({
        "scenario": "a", "against": None, "view": "fiscal", "item": list("pqrst"),
        "change": [0.1, -0.2, 3.0, 0.3, 0.4], "within_range": [False, False, True, pd.NA, False],
    })  # fmt: skip
    assert nearest_breaks(rows)["item"].tolist() == ["p", "q", "r"]


# Words and scales.


def test_money_has_one_step_for_a_row_and_something_is_never_nothing():
    scale = money_scale([712000.0, -48.8], words())
    assert [scale.text(v) for v in (712000.0, 47800.0, -48.8, 0.0, np.nan)] == [
        "7.12", "0.48", "−0.0005", "0", ""]  # fmt: skip
    assert money_scale([712000.0], words("zh")).full(712000.0) == "71.2亿元"
    assert money_scale([712000.0], words("en", "10k USD")).full(712000.0) == "7.12 billion USD"
    assert words("zh", "10k USD").unit("CNY/m2") == "USD/平方米"


def test_what_differs_is_written_apart():
    scale = scale_of("10k CNY/km2", [355692.0, 356178.0, 350411.0], words())
    assert [scale.text(v) for v in (355692.0, 356178.0)] == ["3.557", "3.562"]
    assert scale.ticks([209500.0, 210000.0, 210500.0]) == ["2.095", "2.1", "2.105"]


def test_rare_is_not_never():
    often = scale_of("share", [], words())
    assert [often.full(v) for v in (0.0, 0.0004, 0.5, 0.9999, 1.0, None)] == [
        "0 %", "<0.1 %", "50 %", ">99.9 %", "100 %", ""]  # fmt: skip


def test_assumptions_are_counted_once(tables):
    told, used = words(), tables["economics_assumptions"]
    count = used["item"].nunique()
    assert rests(tables, told) == f"Rests on {count} unit costs and factors, none of them verified."
    status = np.where(used["item"] == "buildings", "verified", "assumption")
    some = {**tables, "economics_assumptions": used.assign(status=status)}
    assert "1 of them verified" in rests(some, told)
    all_of = {**tables, "economics_assumptions": used.assign(status="verified")}
    assert "all verified" in rests(all_of, told)
    assert "Rests on 2 " in rests(tables, told, ["buildings", "quota", "tax_forgone"])
    assert rests({**tables, "economics_assumptions": used.head(0)}, told) == ""


# The page.


def test_the_page_is_whole_html_with_every_section(html):
    outline = Outline(html)
    assert [name for name in outline.ids if name in SECTIONS] == SECTIONS
    assert {link[1:] for link in outline.links} <= set(outline.ids)
    assert not {"script", "link", "img", "iframe"} & set(outline.tags)
    assert "http" not in html and "Lin" in outline.text and "A note." in outline.text


def marks_table(html):
    return section(html, "comparison").split("<table")[1].split("</table>")[0]


def test_best_and_worst_are_marked_as_the_table_says(html, tables):
    compared = tables["scenario_comparison"]
    shown = marks_table(html)
    assert shown.count("▲") == (compared["mark"] == "best").sum()
    assert shown.count("▼") == (compared["mark"] == "worst").sum()
    assert 'class="best"' in shown and "less is better" in shown


def test_every_figure_of_money_says_what_it_rests_on(html, tables):
    said = rests(tables, words())
    for name in ("figures", "comparison", "payers", "cashflow", "sensitivity"):
        assert said in section(html, name)
    assert "Rests on 4 " in section(html, "doing_nothing")
    own = section(html, "assumptions")
    for name in tables["economics_assumptions"]["name"].unique():
        assert escape(name) in own
    count = tables["economics_assumptions"]["item"].nunique()
    assert own.count("assumption, not verified") == count


def test_the_judgement_stands_as_it_was_made(html, tables):
    own, lead = Outline(section(html, "judgement")).text, Outline(html).text
    said = tables["recommendation"]
    assert (said["kind"] == "recommendation").any()
    for line in said.loc[said["kind"] == "recommendation", "text"]:
        assert " ".join(line.split()) in own
    for line in said.loc[said["kind"] == "tradeoff", "text"]:
        assert line in lead


def test_what_is_not_known_says_why(html, tables):
    compared = tables["scenario_comparison"]
    unpaid = compared[(compared["metric"] == "payback_year_fiscal") & compared["value"].isna()]
    assert html.count('title="not paid back within the years counted"') >= len(unpaid) > 0
    assert "nan" not in Outline(html).text.lower().split() and ">None<" not in html


def test_tables_that_come_later_get_their_sections(tables):
    more = {**tables, **later(tables)}
    html = economics_page(more, town_names={"T1": "Riverside"})
    Outline(html)
    assert "Yearly tax on industrial land" in section(html, "frontier")
    assert "41.6 %" in section(html, "frontier")
    assert "Permanent basic farmland" in section(html, "conflicts") and "not known" in section(
        html, "conflicts"
    )
    assert "as figures say" in section(html, "principles") and "not kept" in section(html, "principles")
    for name in ("frontier", "conflicts"):
        without = economics_page({**more, name: more[name].head(0)})
        assert section(without, name) == ""


def later(tables):
    points = pd.DataFrame({
        "kind": ["clustering"] * 3 + ["tax"] * 2, "point": [0, 1, None, 0, None],
        "scenario": [None, None, "clustering_with_parks", None, "clustering_with_parks"],
        "cost": [0.0, 500.0, 400.0, 0.0, 400.0], "value": [0.4, 0.9, 0.6, 300.0, 310.0],
        "value_at_cost": [np.nan, np.nan, 0.85, np.nan, 320.0],
        "behind": [np.nan, np.nan, 0.4163, np.nan, 0.03],
    })  # fmt: skip
    clashes = pd.DataFrame({
        "scenario": "clustering_with_parks", "line": ["farmland", "plan"], "before_m2": [2e4, np.nan],
        "removed_m2": [1e4, np.nan], "left_m2": [1e4, np.nan], "new_m2": [0.0, np.nan],
        "after_m2": [1e4, np.nan], "parcels_after": [1, None],
    })  # fmt: skip
    summary = pd.DataFrame({
        "scenario": scenarios_of(tables), "principle_volume": [None, *[1] * (len(scenarios_of(tables)) - 1)],
        "principle_volume_text": "as figures say", "principle_quality": 0, "principle_quality_text": None,
    })  # fmt: skip
    return {"frontier": points, "conflicts": clashes, "scenario_summary": summary}


def test_any_number_of_scenarios_and_names_nobody_gave():
    html = economics_page(priced((*CUSTOM, "my_own")))
    outline = Outline(html)
    assert "Custom scenario" in outline.text and "my_own" in outline.text
    alone = economics_page(priced(("clustering_with_parks",)))
    assert "▲" not in marks_table(alone)
    none = Outline(economics_page(priced(())))
    assert "No scenario was priced." in none.text


def test_a_chinese_page_is_chinese(tables):
    html = economics_page(priced(language="zh"), language="zh", district="林县")
    outline = Outline(html)
    assert 'lang="zh-Hans"' in html and "万元" in html and "均未核实" in html
    own = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    foreign = re.findall(r"[A-Za-z]{4,}", Outline(own).text)
    sources = " ".join(tables["economics_assumptions"]["source"].unique())
    assert not set(foreign) - set(re.findall(r"[A-Za-z]+", sources))
    assert outline.text.count("小集聚+适度园区") > 3


def test_texts_are_escaped(tables):
    nasty = {
        name: table.assign(**{column: NASTY for column in ("name", "text") if column in table})
        for name, table in tables.items()
    }
    html = economics_page(nasty, notes=[NASTY], sources=[NASTY], district=NASTY)
    assert "<script>" not in html and "&lt;script&gt;" in html
    Outline(html)


def test_the_same_tables_give_the_same_page(tables):
    before = {name: table.copy() for name, table in tables.items()}
    assert economics_page(tables) == economics_page(tables)
    for name, table in tables.items():
        pd.testing.assert_frame_equal(table, before[name])
