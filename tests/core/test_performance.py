"""Indicators of performance on a district that can be reckoned with pencil and paper.

Park B (a base) and park K (a community), each parcel a square of 10 ha (0.1 km2):

    parcel  park  stage     floor m2  firms (share)        what is worked out below
    a       B     built      100,000  F1                   output 10,000  tax 500   jobs 400
    b       B     built       60,000  F2 1/2, F3 1/2       output  4,000  tax 300   jobs  -   | output - ...
    c       B     supplied         -  nobody               idle
    d       K     built       50,000  F4                   output  2,000  tax  60   jobs 150
    e       K     approved         -  nobody               idle, no land in use
    f       -     built            -  nobody               a block: nothing known
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import parcels, profile

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance.benchmarks import goodness, read_benchmarks, references, shortfall
from land_renewal.core.performance.formula import Groups
from land_renewal.core.performance.performance import (
    PerformanceRules,
    evaluation_units,
    order_note,
    profiles,
    ranks,
    read_indicators,
)
from land_renewal.core.performance.pieces import (
    LandFacts,
    cut,
    emerging_by_industry,
    latest,
    plot_ratio_parts,
    with_columns,
)
from land_renewal.core.performance.places import poi_density
from land_renewal.core.performance.priority import priority_areas, verdicts
from land_renewal.core.performance.surroundings import unit_measures

SIDE = 316.22776601683796  # of a square of 10 ha
IDS = ("district", "level:base", "level:community", "level:block", "level:parks", "park:B", "park:K")


def rules(**changes):
    return replace(profile().params(PerformanceRules, "performance"), **changes)


def land():
    shapes = [shapely.box(x * 1000, 0, x * 1000 + SIDE, SIDE) for x in range(6)]
    frame = parcels(
        shapes,
        stage=["built", "built", "supplied", "built", "approved", "built"],
        floor_m2=[100_000.0, 60_000.0, np.nan, 50_000.0, np.nan, np.nan],
    )
    return frame.assign(area_m2=100_000.0)


LEVELS = pd.DataFrame(
    {"level": ["base"] * 3 + ["community"] * 2 + ["block"], "park_id": [*"BBBKK", None]}, dtype=object
)
PARKS = pd.DataFrame({"park_id": ["K", "B"], "park": ["Kay", "Bee"], "level": ["community", "base"]})
FIRMS = pd.DataFrame(
    {
        "ent_id": ["F1", "F2", "F3", "F4"],
        "year": [2024.0] * 4,
        "industry": ["34", "35", "34", "13"],
        "output": [10_000.0, 4_000.0, np.nan, 2_000.0],
        "tax": [500.0, 300.0, 100.0, 60.0],
        "employees": [400.0, np.nan, 80.0, 150.0],
        "fixed_assets": [8_000.0, 3_000.0, 1_000.0, 900.0],
        "electricity": [5e6, 1e6, 9e6, 4e6],
        "water": [20_000.0, 6_000.0, np.nan, np.nan],
        "above_scale": pd.array([True, True, False, pd.NA], dtype="boolean"),
        "high_tech": pd.array([True, False, False, False], dtype="boolean"),
        "emerging_output": [5_000.0, 0.0, 0.0, 0.0],
    }
)
HOLDINGS = pd.DataFrame(
    {
        "ent_id": ["F1", "F2", "F3", "F4"],
        "parcel_id": ["a", "b", "b", "d"],
        "share": [1.0, 0.5, 0.5, 1.0],
        "land_m2": [100_000.0, 50_000.0, 50_000.0, 100_000.0],
    }
)


def evaluated(frame=None, firms=FIRMS, holdings=HOLDINGS, found=None, results=None, measures=None, **more):
    found = found or rules()
    frame = land() if frame is None else frame
    indicators = read_indicators(found, more.pop("language", "en"))
    facts = LandFacts(frame, LEVELS if results is None else results, np.ones(len(frame), dtype=bool))
    pieces = cut(facts, firms, holdings, found.land_stages, found.plot_ratio_area)
    names = [n for i in indicators for f in (i.formula, i.missing) if f for n in f.columns]
    pieces = with_columns(pieces, facts, dict.fromkeys(names))
    units, groups = evaluation_units(LEVELS, PARKS, pieces, found, "en")
    if measures is None:
        measures = {name: np.full(len(units), np.nan) for name in
                    ("nearest_neighbour_index", "share_in_clusters", "location_quotient",
                     "herfindahl")}  # fmt: skip
    return profiles(pieces, units, groups, indicators, measures, found, more.pop("absent", {}), "en"), pieces


def column(found, indicator, what="value"):
    position = [i.id for i in found.indicators].index(indicator)
    return dict(zip(found.units["unit_id"], getattr(found, what)[:, position]))


def approx(*values):
    return pytest.approx(dict(zip(IDS, values)), nan_ok=True)


nan = float("nan")


def test_the_units_are_the_district_the_levels_and_the_parks_higher_levels_first():
    found, _ = evaluated()
    assert found.units["unit_id"].tolist() == list(IDS)
    assert found.units["unit"].tolist()[-2:] == ["Bee", "Kay"]
    assert found.units["parcels"].tolist() == [6, 3, 2, 1, 5, 3, 2]
    assert found.units["industrial_m2"].tolist() == [6e5, 3e5, 2e5, 1e5, 5e5, 3e5, 2e5]
    assert found.units["firms"].tolist() == [4, 3, 1, 0, 4, 3, 1]


def test_output_per_land_leaves_out_land_whose_output_is_not_known():
    found, _ = evaluated()
    # B: 14,000 over a (0.1), half of b (0.05) and the idle c (0.1); F3's half of b is not known.
    base = 14_000 / 0.25
    # K: 2,000 over d (0.1); e is approved and no land in use. f is built and has no firm: not known.
    district = 16_000 / 0.35
    assert column(found, "output_per_area") == approx(district, base, 20_000, nan, district, base, 20_000)
    # Coverage is of the land that output is divided by: in B 2.5 of 3 parcels, in the district 3.5 of 5.
    assert column(found, "output_per_area", "coverage") == approx(3.5 / 5, 2.5 / 3, 1, 0, 3.5 / 4, 2.5 / 3, 1)


def test_land_that_a_value_is_not_divided_by_does_not_lend_it_coverage():
    frame = land()
    frame["stage"] = ["built", "built", "supplied", "built", "approved", "built"]
    firms = FIRMS.assign(output=[np.nan, 4_000.0, np.nan, np.nan])
    approved = frame.assign(stage=["built", "built", "approved", "built", "approved", "built"])
    found, _ = evaluated(approved, firms)
    # B: a and b are in use, and of them half of b is known; c is approved, so nothing is divided by it.
    assert column(found, "output_per_area")["park:B"] == pytest.approx(4_000 / 0.05)
    assert column(found, "output_per_area", "coverage")["park:B"] == pytest.approx(0.5 / 2)
    found, _ = evaluated(frame.assign(floor_m2=[100_000.0, *[np.nan] * 5]), firms)
    # Plot ratio: a of the built a and b; the idle c has no buildings that could be known.
    assert column(found, "plot_ratio", "coverage")["park:B"] == pytest.approx(1 / 2)
    # Of the idle land rate all of it is known, c as well.
    assert column(found, "idle_rate", "coverage")["park:B"] == 1


def test_or_keeps_it_in_the_denominator_as_a_lower_bound():
    found, _ = evaluated(found=rules(missing_figures="ignore"))
    assert column(found, "output_per_area")["park:B"] == pytest.approx(14_000 / 0.3)
    assert column(found, "output_per_area", "coverage")["park:B"] == pytest.approx(2.5 / 3)


def test_tax_investment_and_employment_per_land():
    found, _ = evaluated()
    assert column(found, "tax_per_area")["park:B"] == pytest.approx(900 / 0.3)
    assert column(found, "investment_per_area")["park:K"] == pytest.approx(900 / 0.1)
    assert column(found, "employment_per_area")["park:B"] == pytest.approx(480 / 0.25)


def test_built_land_only_when_the_rules_say_so():
    found, _ = evaluated(found=rules(land_stages=("built",)))
    assert column(found, "tax_per_area")["park:B"] == pytest.approx(900 / 0.2)


def test_shares_by_count_rest_on_enterprises():
    found, _ = evaluated()
    assert column(found, "above_scale_share") == approx(200 / 3, 200 / 3, nan, nan, 200 / 3, 200 / 3, nan)
    assert column(found, "above_scale_share", "coverage")["district"] == pytest.approx(3 / 4)
    assert column(found, "high_tech_share")["district"] == pytest.approx(25)


def test_plot_ratio_is_that_of_built_land_and_missing_floor_is_left_out():
    found, _ = evaluated()
    assert column(found, "plot_ratio") == approx(210 / 300, 0.8, 0.5, nan, 210 / 300, 0.8, 0.5)
    assert column(found, "plot_ratio", "reason")["level:block"] == "not known: floor area"


def test_idle_land_rate_counts_approved_and_supplied_land():
    found, _ = evaluated()
    assert column(found, "idle_rate") == approx(200 / 6, 100 / 3, 50, 0, 40, 100 / 3, 50)


def test_a_stage_that_is_not_known_is_not_taken_for_built():
    frame = land()
    frame["stage"] = frame["stage"].where(frame["parcel_id"] != "c")
    found, _ = evaluated(frame)
    assert column(found, "idle_rate")["park:B"] == 0
    assert column(found, "idle_rate", "coverage")["park:B"] == pytest.approx(2 / 3)
    unstaged, _ = evaluated(frame.drop(columns="stage"))
    assert np.isnan(column(unstaged, "idle_rate")["district"])
    assert column(unstaged, "idle_rate", "reason")["district"] == "not known: land supply stage"


def test_intensities_of_output_rest_on_firms_that_know_both():
    found, _ = evaluated()
    # F3 uses 9 GWh, but its output is not known.
    assert column(found, "electricity_per_output")["park:B"] == pytest.approx(6e6 / 14_000 / 10_000)
    assert column(found, "water_per_output")["park:B"] == pytest.approx(26_000 / 14_000 / 10_000)
    assert np.isnan(column(found, "water_per_output")["park:K"])
    assert column(found, "emerging_share")["district"] == pytest.approx(100 * 5_000 / 16_000)


def test_a_local_list_of_emerging_industries_stands_in_where_firms_do_not_say():
    firms = FIRMS.assign(
        industry=["3411", "35", None, "13"], output=[10_000.0, 4_000.0, 3_000.0, 2_000.0],
        emerging_output=[5_000.0, np.nan, np.nan, np.nan],
    )  # fmt: skip
    filled = emerging_by_industry(firms, ("34", "C35"))
    # F1 has its own figure, F2 is on the list, F3's industry is not known, F4 is not on the list.
    assert filled["emerging_output"].tolist()[:2] == [5_000.0, 4_000.0]
    assert np.isnan(filled["emerging_output"][2]) and filled["emerging_output"][3] == 0
    found, _ = evaluated(firms=filled)
    assert column(found, "emerging_share")["district"] == pytest.approx(100 * 9_000 / 16_000)
    unlisted = firms.drop(columns=["emerging_output", "industry"])
    assert np.isnan(emerging_by_industry(unlisted, ("34",))["emerging_output"]).all()
    assert emerging_by_industry(firms, ()) is firms and emerging_by_industry(None, ("34",)) is None
    assert firms["emerging_output"].isna().sum() == 3


def test_an_emerging_industry_that_is_no_code_is_named():
    with pytest.raises(LandRenewalError, match="smart equipment"):
        emerging_by_industry(FIRMS, ("34", "smart equipment"))


def test_what_nobody_has_supplied_is_absent_with_its_reason_and_not_zero():
    found, _ = evaluated(absent={"poi_density": "points of interest not supplied"})
    assert all(np.isnan(value) for value in column(found, "poi_density").values())
    assert set(column(found, "poi_density", "reason").values()) == {"points of interest not supplied"}
    assert column(found, "solid_waste_per_output", "reason") == {
        **dict.fromkeys(IDS, "not known: solid waste"), "level:block": "not known: solid waste, yearly output"
    }  # fmt: skip


def test_without_an_enterprise_table_the_parcels_own_figures_serve():
    frame = land().assign(tax=[50.0, np.nan, 10.0, 30.0, np.nan, 5.0])
    found, _ = evaluated(frame, firms=None, holdings=None)
    assert column(found, "tax_per_area")["park:B"] == pytest.approx(50 / 0.2)  # c is idle: its own 10 is 0
    assert np.isnan(column(found, "above_scale_share")["district"])
    assert np.isnan(found.units["firms"]).all()


def test_a_firm_on_two_parks_is_split_by_its_land():
    holdings = pd.concat(
        [
            HOLDINGS,
            pd.DataFrame({"ent_id": ["F1"], "parcel_id": ["e"], "share": [0.25], "land_m2": [25_000.0]}),
        ]
    ).sort_values(["parcel_id", "ent_id"], ignore_index=True)
    _, pieces = evaluated(holdings=holdings)
    mine = pieces[pieces["ent_id"] == "F1"]
    assert mine["output"].tolist() == pytest.approx([8_000, 2_000])
    assert mine["firms"].tolist() == pytest.approx([0.8, 0.2])
    assert pieces["area_m2"].sum() == pytest.approx(6e5)


def test_the_latest_year_counts():
    rows = pd.DataFrame(
        {"ent_id": ["A", "A", "B"], "year": [2024.0, 2022.0, np.nan], "output": [1.0, 2.0, 3.0]}
    )
    assert latest(rows)["output"].to_dict() == {"B": 3.0, "A": 1.0}


def test_plot_ratio_on_stated_land():
    frame = pd.DataFrame({"area_m2": [100.0, 100.0, 50.0], "stated_m2": [50.0, np.nan, 0.0],
     "floor_m2": [25.0, 25.0, np.nan],
                          "site_far": [9.0, np.nan, 2.0]})  # fmt: skip
    for basis, expected in (("stated", [0.5, 0.25, 2.0]), ("measured", [0.25, 0.25, 2.0])):
        floor, site = plot_ratio_parts(frame, basis)
        assert (floor / site).tolist() == expected


# The user's own indicators.


def own_row(**changes):
    row = {"indicator": "profit_rate", "criterion": "economic", "name_en": "Profit rate", "name_zh": "利润率",
           "formula": "100 * total(output - tax) / total(output)", "measure": "%", "rising": True,
            "marks": 2.0,
           "own_weight": None, "rests_on": "enterprises", "missing": None, "missing_unit": None}  # fmt: skip
    return {**row, **changes}


def test_an_indicator_of_the_users_own_needs_no_code():
    found, _ = evaluated(found=rules(indicators=(own_row(),)))
    assert column(found, "profit_rate")["park:B"] == pytest.approx(100 * (14_000 - 800) / 14_000)


def test_a_parcel_column_can_be_used_as_well():
    found, _ = evaluated(
        land().assign(contaminated=pd.array([True, False, None, False, False, None], dtype="boolean")),
        found=rules(indicators=(own_row(formula="total(contaminated * area_m2) / total(area_m2)"),)),
    )
    assert column(found, "profit_rate")["park:B"] == 0.5


def test_a_criterion_that_is_not_listed_is_refused():
    with pytest.raises(
        LandRenewalError, match=r"criterion 'social' is not in the table performance\.criteria"
    ):
        read_indicators(rules(indicators=(own_row(criterion="social"),)))


# Ranks, benchmarks, priority.


def test_ranks_are_among_parks_and_follow_the_direction():
    found, _ = evaluated()
    table = pd.DataFrame(ranks(found), index=found.units["unit_id"], columns=[i.id for i in found.indicators])
    assert table.loc["park:B", ["plot_ratio", "idle_rate"]].tolist() == [1, 1]
    assert table.loc["park:K", ["plot_ratio", "idle_rate"]].tolist() == [2, 2]
    assert table.loc["district"].isna().all()


def test_a_table_of_benchmarks_is_read_in_any_unit_and_what_does_not_fit_is_rejected():
    indicators = read_indicators(rules())
    table = pd.DataFrame(
        {
            "indicator": ["tax_per_area", "Comprehensive plot ratio", "idle_rate", "tax_per_are",
             "plot_ratio",
                          "tax_per_area", "tax_per_area"],
            "value": [40.0, 1.2, 0.1, 5.0, np.nan, 3.0, 30.0],
            "unit": ["10k CNY/mu", None, "share", "10k CNY/mu", None, "persons", "10k CNY/mu"],
            "year": [2024.0, 2023, 2023, 2023, 2023, 2023, 2020],
            "source": ["yearbook"] * 7,
            "scope": ["全市", "target", None, "city", "city", "city", "city"],
        }
    )  # fmt: skip
    found, rejects, notes = read_benchmarks(table, rules(benchmarks=()), indicators)
    assert found[["indicator", "scope", "benchmark", "year"]].values.tolist() == [
        ["idle_rate", "city", pytest.approx(10.0), 2023.0],
        ["plot_ratio", "target", 1.2, 2023.0],
        ["tax_per_area", "city", pytest.approx(60_000.0), 2024.0],
    ]
    assert rejects["row"].tolist() == [4, 5, 6]
    assert [reason.split(":")[0].split(";")[0] for reason in rejects["reason"]] == [
        "indicator not known", "no value", "unit does not fit 10k CNY/km2",
    ]  # fmt: skip
    assert "did you mean 'tax_per_area'?" in rejects["reason"].iloc[0]
    assert notes == ["1 benchmarks are listed again for a later year; the latest is used."]


def test_the_shipped_national_benchmarks_are_per_km2():
    found, _, _ = read_benchmarks(None, rules(), read_indicators(rules()))
    by = found.set_index("indicator")["benchmark"]
    assert by["tax_per_area"] == pytest.approx(67_899)
    assert by["investment_per_area"] == pytest.approx(898_430)
    assert by["plot_ratio"] == 0.93


def test_a_district_built_to_equal_the_national_benchmark_does():
    area = 0.1
    firms = FIRMS.assign(
        tax=[67_899 * area, 67_899 * area / 2, 67_899 * area / 2, 67_899 * area],
        fixed_assets=[898_430 * area, 898_430 * area / 2, 898_430 * area / 2, 898_430 * area],
    )
    frame = land().assign(
        floor_m2=93_000.0, stage="built", site_far=np.nan, land_code="0601"
    ).iloc[[0, 1, 3]].reset_index(drop=True)  # fmt: skip
    found = rules()
    indicators = read_indicators(found)
    levels = LEVELS.iloc[[0, 1, 3]].reset_index(drop=True)
    facts = LandFacts(frame, levels, np.ones(3, dtype=bool))
    pieces = with_columns(
        cut(facts, firms, HOLDINGS, found.land_stages, "measured"), facts,
        dict.fromkeys(n for i in indicators for f in (i.formula, i.missing) if f for n in f.columns),
    )  # fmt: skip
    units, groups = evaluation_units(levels, PARKS, pieces, found, "en")
    measures = {name: np.full(len(units), np.nan) for name in
                ("nearest_neighbour_index", "share_in_clusters", "location_quotient",
                 "herfindahl")}  # fmt: skip
    made = profiles(pieces, units, groups, indicators, measures, found, {})
    table, _, _ = read_benchmarks(None, found, indicators)
    reference = references(made, table, replace(found, references=("national",)))
    reached = goodness(made.value, reference.value, made.rising)
    for name in ("tax_per_area", "investment_per_area", "plot_ratio"):
        column_of = [i.id for i in indicators].index(name)
        here = made.units["unit_id"] != "level:block"
        assert reached[here.to_numpy(), column_of] == pytest.approx(1.0)
        gap, _ = shortfall(made, reference.value, pieces)
        assert np.abs(gap[here.to_numpy(), column_of]).max() < 1e-6


def test_the_first_reference_there_is_counts_and_no_park_is_its_own():
    found, _ = evaluated()
    table = pd.DataFrame(
        {
            "indicator": ["plot_ratio"],
            "scope": ["city"],
            "benchmark": [0.9],
            "year": [2023.0],
            "source": ["x"],
        }
    )
    reference = references(found, table, rules(reference_least=1))
    ids = [i.id for i in found.indicators]
    assert reference.scope[5, ids.index("plot_ratio")] == "city"
    assert reference.scope[5, ids.index("idle_rate")] == "level"
    few = references(found, table, rules(reference_least=2))
    assert few.scope[5, ids.index("idle_rate")] == "parks"
    assert few.value[5, ids.index("idle_rate")] == 40
    assert few.scope[0, ids.index("idle_rate")] is None


def test_the_gap_is_told_in_absolute_terms():
    found, pieces = evaluated()
    ids = [i.id for i in found.indicators]
    reference = np.full(found.value.shape, np.nan)
    reference[:, ids.index("tax_per_area")] = 5_000
    reference[:, ids.index("idle_rate")] = 10
    gap, amount = shortfall(found, reference, pieces)
    # B makes 3,000 per km2 on 0.3 km2: 600 (10k CNY) a year are lacking.
    assert gap[5, ids.index("tax_per_area")] == pytest.approx(2_000)
    assert amount[5, ids.index("tax_per_area")] == pytest.approx(600)
    # 33.3 % of 30 ha are idle: 7 ha above 10 %.
    assert amount[5, ids.index("idle_rate")] == pytest.approx(7)


def three_parks(plot, idle, tax=(1.0, 1.0, 1.0), coverage=1.0):
    """Three parks with given indicators, the rest not known."""
    found, _ = evaluated()
    units = pd.DataFrame(
        {"unit_id": [*IDS[:5], *("park:X", "park:Y", "park:Z")], "unit": [*IDS[:5], *"XYZ"],
         "unit_kind": ["district", *["level"] * 4, *["park"] * 3], "level": [None, *("base", "community",
          "block"), None, *["community"] * 3],
         "park_id": [None] * 5 + [*"XYZ"]}
    )  # fmt: skip
    ids = [i.id for i in found.indicators]
    value = np.full((8, len(ids)), np.nan)
    for name, own in (("plot_ratio", plot), ("idle_rate", idle), ("tax_per_area", tax)):
        value[5:, ids.index(name)] = own
        value[2, ids.index(name)] = 1.0
    return replace(
        found, units=units, value=value, coverage=np.full(value.shape, coverage),
        reason=np.full(value.shape, None, dtype=object), groups=Groups(np.zeros(0, int), np.zeros(0, int), 8),
    )  # fmt: skip


def test_a_park_is_wasteful_when_two_of_its_indicators_are_worse_and_it_says_which():
    found = three_parks(plot=(0.5, 0.5, 1.0), idle=(2.0, 1.0, 1.0))
    limits = rules(references=("level",))
    reference = references(found, pd.DataFrame(columns=["scope", "indicator", "benchmark"]), limits)
    verdict = verdicts(found, reference, limits)
    areas = priority_areas(found, reference, verdict, limits)
    assert areas["priority"].tolist()[5:] == [True, False, False]
    assert areas["priority"].isna().tolist()[:5] == [True] * 5
    assert areas["priority_kinds"][5] == "wasteful"
    assert areas["priority_reason"][5] == (
        "wasteful: Comprehensive plot ratio 0.500 (communities 1.00), Idle land rate 2.00 % (communities"
        " 1.00)."
    )


def test_a_value_that_rests_on_too_little_is_not_judged_and_the_park_stays_unknown():
    found = three_parks(plot=(0.1,) * 3, idle=(9.0,) * 3, coverage=0.4)
    limits = rules(references=("level",))
    reference = references(found, pd.DataFrame(columns=["scope", "indicator", "benchmark"]), limits)
    areas = priority_areas(found, reference, verdicts(found, reference, limits), limits)
    assert areas["priority"].isna().all()


def test_output_that_rises_towards_blocks_is_said():
    firms = FIRMS.assign(output=[10.0, 4.0, np.nan, 2_000.0])
    found, _ = evaluated(firms=firms)
    assert order_note(found) == (
        "Output per industrial land does not fall from bases to blocks (10k CNY/km2): Bases 56, Communities"
        " 20,000."
    )
    assert order_note(evaluated()[0]) is None


# What lies around.


def test_services_are_counted_within_the_circle():
    points = np.array([[0.0, 0.0], [10_000.0, 0.0]])
    places = np.array([[100.0, 0.0], [0.0, 900.0], [1_100.0, 0.0]])
    assert poi_density(points, places, 1_000.0).tolist() == pytest.approx([2 / np.pi, 0.0])
    assert poi_density(points, np.zeros((0, 2)), 1_000.0).tolist() == [0.0, 0.0]


def test_measures_of_units_by_hand():
    _, pieces = evaluated()
    frame = land()
    xy = np.column_stack([frame.geometry.centroid.x, frame.geometry.centroid.y])
    _, groups = evaluation_units(LEVELS, PARKS, pieces, rules(), "en")
    found = unit_measures(pieces, xy, groups, FIRMS, None, rules(cluster_reach=10.0, cluster_least=2))
    # F2 and F3 share a parcel and so a place; F1 and F4 are alone.
    assert found["share_in_clusters"][[0, 5, 6]].tolist() == pytest.approx([0.5, 2 / 3, 0.0])
    # Jobs: F1 400 (34), F3 80 (34), F4 150 (13); F2's are not known. B has no 13, K nothing else.
    assert found["herfindahl"][[5, 6]].tolist() == [1.0, 1.0]
    assert found["location_quotient"][[5, 6]].tolist() == pytest.approx([630 / 480, 630 / 150])
    assert np.isnan(found["nearest_neighbour_index"]).all()  # fewer than 5 enterprises
