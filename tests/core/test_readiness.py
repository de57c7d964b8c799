"""What data are enough for: shares counted by hand on a few parcels and firms, and the page made of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import layer, parcels, profile, row_of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_nyc import read

from land_renewal.core.common import columns as std
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.pages.page_texts import percent
from land_renewal.core.readiness.readiness import (
    COLUMNS,
    JOINS,
    leaves,
    load_catalogue,
    met,
    readiness,
)
from land_renewal.core.readiness.readiness_page import readiness_page
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.study.readiness_step import readiness_rules
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import INPUTS, Study, run_study

CATALOGUE = load_catalogue()
ITEMS = {item["id"]: item for item in CATALOGUE["items"]}
RULES = readiness_rules(profile())


def land(count=4, **columns):
    """Parcels of one hectare each."""
    made = parcels(row_of(count), **columns)
    return made.assign(area_m2=1e4)


def firms(**columns):
    count = len(next(iter(columns.values())))
    return pd.DataFrame({"ent_id": [f"F{n}" for n in range(count)], **columns})


def holding(*pairs, share=None):
    ents, plots = zip(*pairs)
    return pd.DataFrame({"ent_id": ents, "parcel_id": plots, "share": share or [np.nan] * len(pairs)})


def report(tables, rules=RULES, language="en"):
    return readiness(tables, rules, language).set_index("item")


def row(item, tables, rules=RULES):
    return report(tables, rules).loc[item]


# The catalogue.


def test_the_catalogue_lists_what_the_plugin_promises():
    groups = pd.Series([item["group"] for item in CATALOGUE["items"]]).value_counts()
    assert groups["layer"] == 5 and groups["indicator"] == 16 and groups["scenario"] == 3
    assert set(std.DEFICIENCY_LAYERS) | set(std.SCENARIOS[1:]) | {"redline", "farmland", "boundary"} <= set(
        ITEMS
    )
    assert len(ITEMS) == len(CATALOGUE["items"])


def test_the_weights_of_the_indicators_are_those_of_the_paper():
    weights = [
        int(item["unlocks"]["en"].split("weight ")[1].split()[0])
        for item in CATALOGUE["items"]
        if item["group"] == "indicator"
    ]
    assert sum(weights) == 38 and weights == [5, 5, 1, 4, 3, 2, 3, 1, 1, 3, 2, 2, 2, 2, 1, 1]


def test_every_name_of_the_catalogue_is_told_in_both_languages_and_can_be_split_again():
    asked = set()
    for item in CATALOGUE["items"]:
        better = [extra["data"] for extra in item.get("better", ())]
        asked |= {*leaves(item["needs"]), *leaves(item.get("some", [])), *better}
        for text in (item, item["unlocks"], *item.get("better", ())):
            assert text["en"].isascii() and any("\u4e00" <= sign <= "\u9fff" for sign in text["zh"])
        for extra in item.get("better", ()):
            assert JOINS["en"][0] not in extra["en"] and JOINS["zh"][0] not in extra["zh"]
    assert asked | {"parcels"} == set(CATALOGUE["data"])


def test_columns_that_are_asked_for_are_standard_columns():
    columns = {f"{table}.{column.name}" for table, listed in std.INPUTS.items() for column in listed}
    entries = profile().entries()
    keys = {entry.key for entry in entries}
    for name, entry in CATALOGUE["data"].items():
        for place in entry["where"]:
            for part in place.replace(" and y", "").split(" + "):
                known = part in columns or part.lower() in INPUTS or part.removeprefix("rule ") in keys
                assert known or part == "rule deficiency.sector_thresholds", (name, part)


def test_both_pages_have_the_same_words():
    english, chinese = CATALOGUE["page"]["en"], CATALOGUE["page"]["zh"]
    assert english.keys() == chinese.keys()
    assert all(len(english[name]) == len(chinese[name]) for name in ("head", "notes", "layers"))


# Shares by hand.


def test_missing_is_not_known_and_shares_go_by_area():
    plots = land(4, site_far=[1.0, np.nan, np.nan, 0.8], stage=["built", "built", None, "built"])
    plots["area_m2"] = [1e4, 1e4, 1e4, 7e4]
    ratio, idle = row("plot_ratio", {"parcels": plots}), row("idle_rate", {"parcels": plots})
    assert (ratio["status"], ratio["share_of_area"]) == ("partly", pytest.approx(0.8))
    assert ratio["missing"] == "plot ratio (parcels.site_far, known on 80 %) or floor area (parcels.floor_m2)"
    assert (idle["status"], idle["share_of_area"]) == ("ready", pytest.approx(0.9))
    assert idle["missing"] is None and idle["missing_data"] is None and idle["unlocks"] is None


def test_other_land_does_not_count():
    plots = land(4, land_code=["0601", "0601", "0701", None], site_far=[1.0, np.nan, 1.0, 1.0])
    assert row("plot_ratio", {"parcels": plots})["share_of_area"] == pytest.approx(0.5)


def test_output_per_land_needs_both_the_firm_and_its_output():
    plots = land(4)
    tables = {
        "parcels": plots,
        "enterprises": firms(output=[10.0, np.nan, 30.0, 40.0]),
        "occupancy": holding(("F0", "a"), ("F1", "b"), ("F2", "c")),
    }
    found = row("efficiency", tables)
    # F0 and F2 have land and output, F1 has no output, F3 no land, parcel d no firm.
    assert found["share_of_area"] == pytest.approx(0.5) and found["share_of_firms"] == pytest.approx(0.5)
    assert found["missing"] == (
        "firm on the land (enterprises.uscc or enterprises.x and y or OCCUPANCY, known on 75 %);"
        " yearly output (enterprises.output, known on 50 %)"
    )
    assert found["missing_data"] == "land;output"
    # Counted by firms, land plays no part.
    by_firms = row(
        "emerging_share", {**tables, "enterprises": tables["enterprises"].assign(emerging_output=0.0)}
    )
    assert by_firms["share_of_firms"] == pytest.approx(0.75) and by_firms["status"] == "partly"


def test_part_of_a_parcel_held_by_nobody_is_not_known():
    tables = {
        "parcels": land(1),
        "enterprises": firms(tax=[1.0]),
        "occupancy": holding(("F0", "a"), share=[0.6]),
    }
    assert row("tax_per_land", tables)["share_of_area"] == pytest.approx(0.6)


def test_vacant_land_has_no_firm_to_be_asked_for():
    tables = {
        "parcels": land(4, stage=["built", "approved", "supplied", "built"]),
        "enterprises": firms(tax=[1.0]),
        "occupancy": holding(("F0", "a")),
    }
    assert row("tax_per_land", tables)["share_of_area"] == pytest.approx(0.5)


def test_parcels_stand_for_themselves_only_without_enterprises():
    plots = land(
        4, output=[1.0, 2.0, 3.0, 4.0], eia_passed=pd.array([True, False, None, None], dtype="boolean")
    )
    assert row("efficiency", {"parcels": plots})["status"] == "ready"
    assert np.isnan(row("efficiency", {"parcels": plots})["share_of_firms"])
    tables = {"parcels": plots, "enterprises": firms(output=[1.0]), "occupancy": holding(("F0", "a"))}
    assert row("efficiency", tables)["share_of_area"] == pytest.approx(0.25)
    assert "parcels.output" not in row("efficiency", tables)["missing"]
    # Their own checks count with and without: parcel b; parcel a is the firm's, which says nothing.
    assert row("green", tables)["share_in_part"] == pytest.approx(0.25)


def test_a_figure_of_any_year_is_known():
    table = pd.DataFrame(
        {"ent_id": ["F0", "F0"], "year": [2022, 2023], "tax": [5.0, np.nan], "water": [1, np.nan]}
    )
    tables = {"parcels": land(1), "enterprises": table, "occupancy": holding(("F0", "a"))}
    assert row("equity", tables)["status"] == "ready"
    assert (
        row("water_per_output", {**tables, "enterprises": table.assign(output=[1.0, 1.0])})["status"]
        == "ready"
    )


def test_green_needs_line_and_acceptance_and_one_of_them_says_something():
    control = pd.DataFrame({"redline_share": [0.0] * 4})
    plots = land(4, eia_passed=pd.array([True, None, None, None], dtype="boolean"))
    only_line = row("green", {"parcels": land(4), "control": control})
    assert (only_line["status"], only_line["share_of_area"], only_line["share_in_part"]) == (
        "partly",
        0.0,
        1.0,
    )
    assert only_line["missing_data"] == "eia_passed"
    both = row("green", {"parcels": plots, "control": control})
    assert both["share_of_area"] == pytest.approx(0.25)
    neither = row("green", {"parcels": land(4), "control": pd.DataFrame({"redline_share": [np.nan] * 4})})
    assert neither["status"] == "not possible" and neither["missing_data"] == "redline;eia_passed"


@pytest.mark.parametrize(
    ("columns", "listed", "status"),
    [
        ({"industry": ["3411"], "profit": [-1.0]}, ("34",), "ready"),
        ({"industry": ["3411"], "poor_management": [True]}, ("34",), "ready"),
        ({"industry": ["machines"], "profit": [-1.0]}, ("34",), "partly"),
        ({"industry": ["3411"], "profit": [-1.0]}, (), "partly"),
        ({"industry": ["3411"]}, ("34",), "partly"),
        ({"industry": ["3411"]}, (), "not possible"),
    ],
)
def test_quality_needs_industry_list_and_management(columns, listed, status):
    rules = replace(RULES, deficiency=replace(RULES.deficiency, dominant_industries=listed))
    tables = {"parcels": land(1), "enterprises": firms(**columns), "occupancy": holding(("F0", "a"))}
    assert row("quality", tables, rules)["status"] == status


def test_the_list_of_a_park_is_for_the_firms_in_it():
    tables = {
        "parcels": land(4),
        "enterprises": firms(industry=["34", "34"], profit=[1.0, 1.0]),
        "occupancy": holding(("F0", "a"), ("F1", "b"), ("F1", "c")),
        "parks": pd.DataFrame({"park_id": ["K"], "dominant_industries": ["34;35"]}),
        "levels": pd.DataFrame({"park_id": ["K", None, None, None]}),
        "park_levels": pd.DataFrame({"park_id": ["K"], "park_m2": [1e6], "level": ["community"]}),
    }
    found = row("quality", tables)
    assert found["share_of_area"] == pytest.approx(0.25) and found["share_of_firms"] == pytest.approx(0.5)


def test_a_class_needs_the_weight_of_tests_that_the_rules_ask_for():
    plots = land(
        2,
        output=[1.0, 1.0],
        tax=[1.0, np.nan],
        safety_passed=pd.array([True, True], dtype="boolean"),
    )
    # Three of five tests are known on a, two on b; the rules ask for 60 %.
    assert row("class", {"parcels": plots})["share_of_area"] == pytest.approx(0.5)
    less = replace(RULES, deficiency=replace(RULES.deficiency, reliability_minimum=0.4))
    assert row("class", {"parcels": plots}, less)["status"] == "ready"


def test_thresholds_and_targets_of_the_rules_are_asked_for():
    plots = land(1, output=[1.0], tax=[1.0], site_far=[1.0])
    absolute = replace(RULES, deficiency=replace(RULES.deficiency, efficiency_kind="absolute"))
    found = row("efficiency", {"parcels": plots}, absolute)
    assert found["status"] == "not possible" and found["missing_data"] == "threshold_efficiency"
    assert row("need", {"parcels": plots})["status"] == "not possible"
    targets = replace(RULES, scenarios=replace(RULES.scenarios, target_far_base=1.5))
    assert row("need", {"parcels": plots}, targets)["status"] == "partly"
    assert row("need", {"parcels": plots}, targets)["missing_data"] == "target_far_community"


def test_parks_count_by_their_own_land_and_only_receivers_for_capacity():
    tables = {
        "parcels": land(2, land_code=["0601", "0701"]),
        "parks": pd.DataFrame(
            {
                "park_id": ["K", "L", "M"],
                "admin_level": ["county", None, "town"],
                "zone_type": ["economic", "other", "other"],
                "vacant_m2": [1.0, np.nan, 1.0],
                "expansion_m2": [np.nan, 0.0, 1.0],
            }
        ),
        "park_levels": pd.DataFrame(
            {"park_id": ["K", "L", "M"], "park_m2": [6e6, 2e6, 2e6], "level": ["base", "community", "block"]}
        ),
        "levels": pd.DataFrame({"park_id": [None, None]}),
    }
    assert row("levels", tables)["share_of_area"] == pytest.approx(0.8)
    capacity = row("capacity", tables)
    assert (capacity["share_of_area"], capacity["share_in_part"]) == (0.0, 1.0)
    assert row("large_concentration", tables)["status"] == "ready"
    by_area = replace(RULES, levels=replace(RULES.levels, policy="area"))
    assert row("levels", tables, by_area)["status"] == "ready"
    tables["park_levels"]["level"] = ["community", "community", "block"]
    assert row("large_concentration", tables)["missing_data"] == "base"


def test_a_town_is_known_by_column_or_by_place():
    town = layer([shapely.box(-10, -10, 110, 110)], town_code=["1"])
    plots = land(4, town=[None, "North", None, None])
    tables = {
        "parcels": plots,
        "towns": town,
        "enterprises": firms(tax=[1.0]),
        "occupancy": holding(("F0", "a")),
    }
    levels = pd.DataFrame({"park_id": ["K"], "park_m2": [2e6], "level": ["community"]})
    assert row("same_town", {**tables, "park_levels": levels})["share_of_area"] == pytest.approx(0.5)
    assert row("town_tax", tables)["share_of_area"] == pytest.approx(0.25)


def test_each_is_known_on_enough_land_but_not_all_on_the_same():
    parts = np.arange(20)
    plots = land(20, output=np.where(parts < 2, np.nan, 1.0))
    plots["eia_passed"] = pd.array([None if n >= 18 else True for n in parts], dtype="boolean")
    control = pd.DataFrame({"redline_share": np.where(parts < 2, np.nan, 0.0)})
    found = row("green", {"parcels": plots, "control": control})
    assert found["share_of_area"] == pytest.approx(0.8) and found["status"] == "partly"
    assert found["missing_data"] == "redline;eia_passed" and "known on 90 %" in found["missing"]


def test_no_industrial_land_means_nothing_can_be_computed():
    found = report({"parcels": land(2, land_code=["0701", "0702"])})
    assert set(found["status"]) == {"not possible"} and found["share_of_area"].isna().all()


def test_firms_without_parcels_are_counted_by_firms():
    table = firms(output=[1.0, np.nan, 3.0, 4.0], x=[1.0, 1.0, np.nan, 1.0], y=[1.0, 1.0, 1.0, 1.0])
    found = report({"enterprises": table})
    assert set(found["group"]) == {"layer", "part", "indicator"}
    # F0 and F3 have output and can be placed; without parcels that is not enough for a figure per land.
    assert found.loc["output_per_land", "share_of_firms"] == pytest.approx(0.5)
    assert found.loc["output_per_land", "missing_data"] == "parcels;land;output"
    whole = report({"enterprises": table.fillna(1.0)})
    assert whole.loc["output_per_land", ["status", "missing_data"]].tolist() == ["partly", "parcels"]
    assert found["share_of_area"].isna().all()


values = st.lists(st.one_of(st.none(), st.floats(0.1, 9)), min_size=4, max_size=4)


@settings(max_examples=40)
@given(output=values, tax=values, place=st.integers(0, 3))
def test_knowing_more_never_makes_less_possible(output, tax, place):
    order = {"not possible": 0, "partly": 1, "ready": 2}

    def found(output):
        plots = land(4, output=np.array(output, float), tax=np.array(tax, float))
        return report({"parcels": plots})

    more = list(output)
    more[place] = 5.0
    before, after = found(output), found(more)
    assert (after["status"].map(order) >= before["status"].map(order)).all()
    for name in ("share_of_area", "share_in_part"):
        assert (after[name].fillna(0) >= before[name].fillna(0) - 1e-12).all()
    assert (before["share_in_part"].fillna(0) >= before["share_of_area"].fillna(0)).all()
    lacking = before["status"] != "ready"
    assert before.loc[lacking, ["missing", "unlocks"]].notna().all(axis=None)
    assert before.loc[~lacking, ["missing", "unlocks"]].isna().all(axis=None)


def test_needs_nest():
    known = {
        name: np.array(rows, bool) for name, rows in (("p", [1, 1, 0]), ("q", [0, 1, 0]), ("r", [1, 0, 0]))
    }
    assert met({"all": ["p", {"any": ["q", "r"]}]}, known, 3).tolist() == [True, True, False]
    assert met([], known, 3).tolist() == [True, True, True]


# Real data.


@pytest.fixture(scope="module")
def nyc(shared_data):
    raw = {
        name: read(shared_data / "nyc" / file)
        for name, file in (("parcels", "lots.gpkg"), ("parks", "zones.gpkg"))
    }
    return run_study(Study(raw, load_mapping("nyc"), load_profile("nyc")), STEPS, ["readiness", "deficiency"])


def test_on_real_land_a_test_is_ready_where_the_study_can_make_it(nyc):
    found, made = nyc["readiness"].set_index("item"), nyc["deficiency"]
    industrial = made["reliability"].notna()
    area = nyc["parcels"]["area_m2"]
    for name in ("efficiency", "equity", "safety"):
        told = made[f"{name}_fail"].notna() & industrial
        share = area[told].sum() / area[industrial].sum()
        assert found.loc[name, "share_of_area"] == pytest.approx(share, abs=1e-6), name


# The page.


def test_the_page_escapes_what_comes_from_data():
    table = readiness({"parcels": land(1)}, RULES)
    page = readiness_page(table, inputs={"parcels": 1, "parks": None}, sources={"parcels": "<b>&x</b>.gpkg"})
    assert "&lt;b&gt;&amp;x&lt;/b&gt;.gpkg" in page and "<b>&x" not in page
    table.loc[0, "missing"] = "<script>alert(1)</script>"
    assert "<script" not in readiness_page(table)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_counts_and_names_what_helps_most(language):
    table = readiness({"parcels": land(1)}, RULES, language)
    page = readiness_page(table, language)
    counts = table["status"].value_counts()
    for status in counts.index:
        assert page.count(CATALOGUE["page"][language][status]) >= counts[status]
        assert str(counts[status]) in page
    waiting = table["missing_data"].str.split(";").explode()
    waiting = waiting[waiting.isin([name for name, entry in CATALOGUE["data"].items() if entry["where"]])]
    first = CATALOGUE["data"][waiting.value_counts().index[0]][language]
    assert first[1:] in page[page.index("<ol>") :].split("</li>")[0]
    assert "$" not in page


def test_a_stored_table_gives_the_same_page():
    table = readiness({"parcels": land(2, site_far=[1.0, np.nan])}, RULES)
    stored = table.astype(object).where(table.notna(), None)
    assert readiness_page(stored) == readiness_page(table)
    assert list(table.columns) == list(COLUMNS)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.004, "<1 %"), (0.9999, "99 %"), (0.899, "89 %"), (0.29, "29 %"), (np.nan, "–")],
)
def test_a_share_is_never_told_as_more_or_less_than_it_is(share, text):
    assert percent(share) == text
    assert percent(share, "zh") == text.replace(" ", "")
