"""The five-layer test of enterprises and of the land they stand on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import DEFICIENCY_LAYERS, DEFICIENCY_RESULT, names
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.deficiency.deficiency import DeficiencyRules, assess, kleene_any
from land_renewal.core.rules.profile import load_profile

FLAGS = [f"{layer}_fail" for layer in DEFICIENCY_LAYERS]
Y, N, U = True, False, None


@pytest.fixture(scope="module")
def rules():
    return load_profile().params(DeficiencyRules, "deficiency")


def flag(values):
    return pd.array([pd.NA if value is None else value for value in values], dtype="boolean")


def land(count, area=1e4, **columns):
    table = {"parcel_id": [f"P{number}" for number in range(count)], "area_m2": area}
    for name, values in columns.items():
        table[name] = flag(values) if name.endswith(("passed", "management")) else values
    return pd.DataFrame(table)


def links(*rows):
    table = pd.DataFrame([(*row, None)[:3] for row in rows], columns=["ent_id", "parcel_id", "share"])
    return table.astype({"share": float})


def enterprises(rows, **columns):
    table = {"ent_id": rows if isinstance(rows, list) else [f"E{number}" for number in range(rows)]}
    for name, values in columns.items():
        table[name] = flag(values) if name.endswith(("passed", "management")) else values
    return pd.DataFrame(table)


def run(
    rules,
    parcels,
    firms=None,
    occupancy=None,
    levels=None,
    encroaching=None,
    parks=None,
    industrial=None,
    **more,
):
    count = len(parcels)
    levels = (
        levels if levels is not None else pd.DataFrame({"level": ["base"] * count, "park_id": [None] * count})
    )
    control = pd.DataFrame({"redline_share": [np.nan] * count, "redline_encroaching": flag([None] * count)})
    if encroaching is not None:
        control["redline_encroaching"] = flag(encroaching)
        control["redline_share"] = [np.nan if value is None else 0.25 * value for value in encroaching]
    industrial = np.ones(count, bool) if industrial is None else np.array(industrial)
    return assess(firms, occupancy, parcels, levels, control, parks, industrial, rules, **more)


def states(frame, row=0):
    return [None if value is pd.NA else bool(value) for value in frame[FLAGS].iloc[row]]


def layer(frame, name):
    return [None if value is pd.NA else bool(value) for value in frame[f"{name}_fail"]]


def one_each(count):
    return links(*[(f"E{number}", f"P{number}") for number in range(count)])


# Green


def test_green_fails_on_either_ground_and_passes_only_when_both_are_known(rules):
    encroaching = [Y, Y, Y, N, N, N, U, U, U]
    eia = [Y, N, U, Y, N, U, Y, N, U]
    result = run(rules, land(9), enterprises(9, eia_passed=eia), one_each(9), encroaching=encroaching)
    assert layer(result.firms, "green") == [Y, Y, Y, N, Y, U, U, Y, U]
    assert result.firms["deficiency"].tolist() == ["green"] * 3 + ["unknown", "green"] + ["unknown"] * 2 + [
        "green",
        "unknown",
    ]


def test_one_encroaching_parcel_makes_the_firm_and_all_its_land_green_deficient(rules):
    occupancy = links(("E0", "P0"), ("E0", "P1"))
    result = run(rules, land(2), enterprises(1, eia_passed=[Y]), occupancy, encroaching=[N, Y])
    assert result.firms["deficiency"].tolist() == ["green"]
    assert result.parcels["deficiency"].tolist() == ["green", "green"]
    assert "encroaches on the red line, 12.50 % of the land" in result.firms["trace"][0]


def test_line_that_was_not_supplied_is_unknown(rules):
    result = run(rules, land(2), enterprises(2, eia_passed=[Y, N]), one_each(2))
    assert layer(result.firms, "green") == [U, Y]
    assert "red line not checked" in result.firms["trace"][0]


# Efficiency and equity


def test_output_per_land_against_half_the_mean_of_the_division(rules):
    # Land 1 ha each; Σ output 500 on 5 ha -> 10,000 per km2; half of it 5,000 = an output of 50.
    firms = enterprises(5, industry=["3411"] * 5, output=[50.0, 49.0, 51.0, 150.0, 200.0])
    result = run(rules, land(5), firms, one_each(5))
    assert layer(result.firms, "efficiency") == [N, Y, N, N, N]
    assert result.figures["output_threshold"].tolist() == pytest.approx([5000.0] * 5)
    assert result.figures["output_per_km2"].tolist() == pytest.approx([5000, 4900, 5100, 15000, 20000])
    assert (
        "efficiency: FAIL (output 4,900 < threshold 5,000 10k CNY/km2: 0.5 x mean of division 34, 5 firms)"
        in result.firms["trace"][1]
    )


def test_level_factor_lets_a_block_pass_where_a_base_fails(rules):
    firms = enterprises(5, industry=["34"] * 5, output=[45.0, 45.0, 45.0, 165.0, 200.0])
    levels = pd.DataFrame({"level": ["base", "community", "block", "base", "base"], "park_id": [None] * 5})
    result = run(rules, land(5), firms, one_each(5), levels)
    assert layer(result.firms, "efficiency") == [Y, N, N, N, N]  # 45 against 50, 45 (equal is enough), 40
    assert "x 0.9 for a community" in result.firms["trace"][1]


def test_fewer_than_five_firms_of_a_division_are_measured_against_the_section(rules):
    firms = enterprises(6, industry=["34"] * 4 + ["13"] * 2, output=[10.0] * 4 + [100.0] * 2)
    result = run(rules, land(6), firms, one_each(6))
    assert layer(result.firms, "efficiency") == [Y] * 4 + [N] * 2  # half of 240 / 6 ha is 20 a hectare
    assert "mean of section C, 6 firms" in result.firms["trace"][0]


def test_tax_decides_equity(rules):
    firms = enterprises(2, output=[100.0, 100.0], tax=[1.0, 9.0])
    result = run(rules, land(2), firms, one_each(2))
    assert layer(result.firms, "equity") == [Y, N]
    assert result.firms["deficiency"].tolist() == ["equity", "unknown"]
    assert "mean of the district, 2 firms" in result.firms["trace"][0]


def test_firm_without_land_or_figure_is_unknown_and_negative_output_is_no_pass(rules):
    firms = enterprises(4, output=[100.0, 100.0, np.nan, -5.0])
    result = run(rules, land(4), firms, one_each(4).drop(index=0).reset_index(drop=True))
    assert layer(result.firms, "efficiency") == [U, N, U, U]
    assert "no land matched" in result.firms["trace"][0]
    assert "output not known" in result.firms["trace"][3]
    assert any("E0" in note and "no parcel" in note for note in result.notes)
    assert "1 outputs are below 0 and are taken as missing." in result.notes


def test_land_of_a_firm_is_area_times_share_over_all_its_parcels(rules):
    parcels = land(3, area=[1e4, 3e4, 2e4])
    occupancy = links(("E0", "P0", 0.5), ("E0", "P1"), ("E1", "P0"), ("E1", "P2"), ("E2", "P2"))
    result = run(rules, parcels, enterprises(3), occupancy)
    assert result.figures["land_m2"].tolist() == pytest.approx([35_000, 15_000, 10_000])


def test_shares_above_one_are_noted(rules):
    occupancy = links(("E0", "P0", 0.8), ("E1", "P0", 0.8))
    result = run(rules, land(1), enterprises(2), occupancy)
    assert result.figures["land_m2"].tolist() == pytest.approx([5000, 5000])
    assert any("1 parcels add up to more than 1" in note for note in result.notes)


def test_level_of_a_firm_is_where_most_of_its_land_lies_and_the_higher_on_a_tie(rules):
    parcels = land(4, area=[1e4, 3e4, 2e4, 2e4])
    levels = pd.DataFrame({"level": ["base", "block", "block", "community"], "park_id": ["A", "B", "B", "A"]})
    occupancy = links(("E0", "P0"), ("E0", "P1"), ("E1", "P2"), ("E1", "P3"))
    result = run(rules, parcels, enterprises(2), occupancy, levels)
    assert result.figures["level"].tolist() == ["block", "community"]
    assert result.figures["park_id"].tolist() == ["B", "A"]


def test_latest_year_decides_and_persistence_needs_every_year(rules):
    table = enterprises(
        ["A", "A", "A", "B", "B", "B", "C", "C", "D"],
        year=[2021, 2022, 2023, 2021, 2022, 2023, 2022, 2023, 2023],
        output=[9.0, 1.0, 1.0, 1.0, 9.0, 1.0, 1.0, np.nan, 99.0],
    )
    occupancy = links(("A", "P0"), ("B", "P1"), ("C", "P2"), ("D", "P3"))
    latest = run(rules, land(4), table, occupancy)
    # Latest known: 1, 1, 1 (of 2022), 99; half the mean is 12.75 a hectare.
    assert layer(latest.firms, "efficiency") == [Y] * 8 + [N]
    assert "output 100 (2022)" in latest.firms["trace"][7]
    lasting = run(replace(rules, efficiency_years=2), land(4), table, occupancy)
    # The year before: A 1, B 9; half of the district's mean is 2.5: A fails, B passes, C and D are unknown.
    assert layer(lasting.firms, "efficiency") == [Y] * 3 + [N] * 3 + [U] * 2 + [N]
    assert "below in 1 of 2 years known, 2 needed" in lasting.firms["trace"][3]
    three = run(replace(rules, efficiency_years=3), land(4), table, occupancy)
    assert layer(three.firms, "efficiency") == [N] * 6 + [U] * 2 + [N]


def test_all_years_of_a_firm_carry_its_result(rules):
    table = enterprises(["A", "B", "A"], year=[2022, 2023, 2023], safety_passed=[N, Y, U])
    result = run(rules, land(2), table, links(("A", "P0"), ("B", "P1")))
    assert result.firms["deficiency"].tolist() == ["safety", "unknown", "safety"]
    assert result.firms.index.equals(table.index)


# Quality and safety


def test_quality_fails_only_outside_the_dominant_sectors_and_poorly_managed(rules):
    listed = replace(rules, dominant_industries=("34", "C35"))
    industry = ["13", "13", "13", "3411", "3411", "3411", None, None, None]
    poor = [Y, N, U] * 3
    result = run(listed, land(9), enterprises(9, industry=industry, poor_management=poor), one_each(9))
    assert layer(result.firms, "quality") == [Y, N, U, N, N, N, U, N, U]


def test_list_of_the_park_comes_before_that_of_the_district(rules):
    listed = replace(rules, dominant_industries=("13",))
    parks = pd.DataFrame(
        {"park_id": ["A", "B", "C"], "dominant_industries": ["34;35", None, "smart equipment"]}
    )
    levels = pd.DataFrame({"level": ["base"] * 4, "park_id": ["A", "B", "C", None]})
    firms = enterprises(4, industry=["13"] * 4, poor_management=[Y] * 4)
    result = run(listed, land(4), firms, one_each(4), levels, parks=parks)
    assert layer(result.firms, "quality") == [Y, N, N, N]
    assert "outside the dominant industries of park A" in result.firms["trace"][0]
    assert any("parks: C" in note for note in result.notes)
    nowhere = run(rules, land(4), firms, one_each(4), levels, parks=parks)
    assert layer(nowhere.firms, "quality") == [Y, U, U, U]


def test_poor_management_by_survey_then_by_latest_profit(rules):
    listed = replace(rules, dominant_industries=("34",))
    firms = enterprises(
        5, industry=["13"] * 5, poor_management=[N, U, U, U, Y], profit=[-5.0, -0.5, 0.0, np.nan, 9.0]
    )
    result = run(listed, land(5), firms, one_each(5))
    assert layer(result.firms, "quality") == [N, Y, N, U, Y]
    assert "profit -0.5 10k CNY, poorly managed" in result.firms["trace"][1]


def test_safety_alert_and_its_unknowns(rules):
    result = run(rules, land(3), enterprises(3, safety_passed=[Y, N, U]), one_each(3))
    assert layer(result.firms, "safety") == [N, Y, U]


# Class and reliability


def test_first_failed_layer_names_the_class_and_all_flags_are_kept(rules):
    listed = replace(
        rules, dominant_industries=("34",), efficiency_kind="absolute", efficiency_absolute=1000.0
    )
    firms = enterprises(
        2, industry=["13", "34"], output=[1.0, 1.0], tax=[1.0, 1.0],
        eia_passed=[N, Y], safety_passed=[N, N], poor_management=[Y, Y],
    )  # fmt: skip
    result = run(listed, land(2), firms, one_each(2), encroaching=[N, N])
    assert states(result.firms, 0) == [Y, Y, Y, N, Y]
    assert states(result.firms, 1) == [N, Y, N, N, Y]
    assert result.firms["deficiency"].tolist() == ["green", "efficiency"]
    assert result.firms["reliability"].tolist() == [1.0, 1.0]


def test_none_needs_enough_known_layers_and_a_failure_needs_none(rules):
    firms = enterprises(
        4, output=[1.0, 1.0, np.nan, np.nan], tax=[1.0, 1.0, np.nan, np.nan],
        safety_passed=[Y, U, Y, N], eia_passed=[U] * 4,
    )  # fmt: skip
    result = run(rules, land(4), firms, one_each(4))
    assert result.firms["reliability"].tolist() == pytest.approx([0.6, 0.4, 0.2, 0.2])
    assert result.firms["deficiency"].tolist() == ["none", "unknown", "unknown", "safety"]


def test_weights_of_the_layers_are_scaled(rules):
    heavy = replace(rules, weight_safety=4.0)
    result = run(heavy, land(1), enterprises(1, safety_passed=[Y]), one_each(1))
    assert result.firms["reliability"].tolist() == [0.5]
    nothing = replace(rules, **{f"weight_{name}": 0.0 for name in DEFICIENCY_LAYERS})
    with pytest.raises(LandRenewalError, match="weights"):
        run(nothing, land(1), enterprises(1), one_each(1))


# Parcels


def occupied(rules, classes, shares, **more):
    """A parcel with one occupant a letter: s fails safety, q quality, n is none, u unknown."""
    count = len(classes)
    firms = enterprises(
        count,
        industry=["13" if name == "q" else "34" for name in classes],
        poor_management=[U if name == "u" else name == "q" for name in classes],
        safety_passed=[U if name == "u" else name != "s" for name in classes],
        eia_passed=[U if name == "u" else True for name in classes],
    )
    occupancy = links(*[(f"E{number}", "P0", share) for number, share in enumerate(shares)])
    listed = replace(rules, dominant_industries=("34",), **more)
    return run(listed, land(1), firms, occupancy, encroaching=[N])


@pytest.mark.parametrize(
    ("classes", "shares", "worst", "majority"),
    [
        ("snn", [0.1, 0.5, 0.4], "safety", "none"),
        ("sq", [0.9, 0.1], "quality", "safety"),
        ("sqn", [0.4, 0.4, 0.2], "quality", "quality"),
        ("nn", [0.5, 0.5], "none", "none"),
        ("nu", [0.9, 0.1], "unknown", "unknown"),
        ("nus", [0.3, 0.4, 0.3], "safety", "unknown"),
        ("s", [0.2], "safety", "safety"),
    ],
)
def test_class_of_a_parcel_by_worst_and_by_area(rules, classes, shares, worst, majority):
    assert occupied(rules, classes, shares).parcels["deficiency"].tolist() == [worst]
    assert occupied(rules, classes, shares, parcel_class="majority").parcels["deficiency"].tolist() == [
        majority
    ]


def test_flags_and_reliability_of_a_parcel_come_from_all_occupants(rules):
    parcels = occupied(rules, "nu", [0.75, 0.25]).parcels
    # n knows green, quality, safety; u knows quality (industry 34 is dominant).
    assert states(parcels) == [U, U, N, U, U]
    assert parcels["reliability"].tolist() == pytest.approx([0.75 * 0.6 + 0.25 * 0.2])
    assert states(occupied(rules, "us", [0.5, 0.5]).parcels) == [U, U, N, U, Y]


def test_trace_of_a_parcel_names_the_occupant_that_decided(rules):
    trace = occupied(rules, "nsq", [0.5, 0.3, 0.2]).parcels["trace"][0]
    assert trace.startswith("Decided by E2, worst of 3 occupants. green: pass")
    assert (
        "quality: FAIL (industry C13 outside the dominant industries of the district, poorly managed" in trace
    )
    equal = occupied(rules, "ss", [0.5, 0.5])
    assert equal.parcels["trace"][0].startswith("Decided by E0")
    assert equal.industry.tolist() == ["C34"]
    larger = occupied(rules, "sqq", [0.2, 0.3, 0.5])
    assert larger.parcels["trace"][0].startswith("Decided by E2")
    assert larger.industry.tolist() == ["C13"]


def test_non_industrial_parcels_stay_empty_but_their_land_counts(rules):
    occupancy = links(("E0", "P0"), ("E0", "P1"))
    result = run(rules, land(3), enterprises(1, eia_passed=[N]), occupancy, industrial=[True, False, False])
    assert result.parcels["deficiency"].tolist() == ["green", None, None]
    assert result.parcels.loc[1:].isna().all(axis=None)
    assert result.figures["land_m2"].tolist() == [2e4]


# Parcels that stand for themselves


def test_parcel_without_occupant_is_tested_on_its_own_checks_but_not_on_its_figures(rules):
    parcels = land(
        3, eia_passed=[Y, N, Y], safety_passed=[Y, Y, N], output=[1.0, 1.0, 1.0], industry=["34"] * 3
    )
    result = run(rules, parcels, enterprises(1, output=[5.0]), links(("E0", "P0")), encroaching=[N, N, N])
    assert result.parcels["deficiency"].tolist() == ["unknown", "green", "safety"]
    assert layer(result.parcels, "efficiency") == [N, U, U]
    assert (
        states(result.parcels, 0)[0] is None
    )  # the occupant's acceptance is not known, the parcel's own is not asked
    assert result.parcels["trace"][1].startswith(
        "No enterprise on the parcel: its own attributes. green: FAIL"
    )


def test_industry_of_an_empty_parcel_is_not_asked_where_there_is_an_enterprise_table(rules):
    listed = replace(rules, dominant_industries=("34",))
    parcels = land(2, industry=["13", "13"], poor_management=[Y, Y])
    assert layer(run(listed, parcels, enterprises(1), links(("E0", "P0"))).parcels, "quality") == [U, U]
    assert layer(run(listed, parcels).parcels, "quality") == [Y, Y]


def test_without_enterprise_table_parcels_bring_their_own_figures(rules):
    parcels = land(6, industry=["34"] * 5 + ["13"], output=[50.0, 49.0, 51.0, 150.0, 200.0, 1.0])
    result = run(rules, parcels)
    assert layer(result.parcels, "efficiency") == [N, Y, N, N, N, Y]
    assert "division 34, 5 parcels" in result.parcels["trace"][1]
    assert result.firms.empty
    assert list(result.firms.columns) == names(DEFICIENCY_RESULT)
    assert result.notes == ["No enterprise table: every industrial parcel is tested on its own attributes."]


def test_lots_with_nothing_but_a_tax_are_equity_or_unknown(rules):
    parcels = land(4, tax=[1.0, 10.0, 13.0, np.nan])
    result = run(rules, parcels)
    assert result.parcels["deficiency"].tolist() == ["equity", "unknown", "unknown", "unknown"]  # half of 8
    assert result.parcels["reliability"].tolist() == pytest.approx([0.2, 0.2, 0.2, 0.0])
    for name in ("green", "efficiency", "quality", "safety"):
        assert layer(result.parcels, name) == [U] * 4


def test_real_lots_of_new_york(rules, shared_data):
    with closing(sqlite3.connect(f"file:{shared_data / 'nyc' / 'lots.gpkg'}?mode=ro", uri=True)) as file:
        lots = pd.read_sql_query("SELECT LandUse, LotArea, AssessTot FROM lots", file)
    parcels = land(len(lots), area=lots["LotArea"].astype(float).to_numpy() * 0.3048006**2)
    parcels["tax"] = lots["AssessTot"].where(lots["AssessTot"] > 0).astype(float) / 1e4
    parcels["area_m2"] = parcels["area_m2"].where(parcels["area_m2"] > 0)
    industrial = (lots["LandUse"].astype(str).str.zfill(2) == "06").to_numpy()
    result = run(rules, parcels, industrial=industrial)
    tested = result.parcels[industrial]
    known = (parcels["tax"].notna() & parcels["area_m2"].notna())[industrial].to_numpy()
    assert industrial.sum() == 1296 + 540
    assert set(tested["deficiency"]) == {"equity", "unknown"}
    assert (tested["reliability"].to_numpy() == np.where(known, 0.2, 0.0)).all()
    own = parcels[industrial & parcels["tax"].notna() & parcels["area_m2"].notna()]
    ratio = own["tax"] / own["area_m2"]
    expected = (ratio < 0.5 * own["tax"].sum() / own["area_m2"].sum()).sum()
    assert (tested["deficiency"] == "equity").sum() == expected
    assert result.parcels[~industrial].isna().all(axis=None)


# Nothing is lost


def test_links_that_lead_nowhere_are_counted(rules):
    occupancy = links(("E0", "P0"), ("E0", "no such"), (None, "P1"), ("ghost", "P1"), ("E0", "P0"))
    result = run(rules, land(2, eia_passed=[N, N]), enterprises(1), occupancy)
    assert any(note.startswith("2 occupancies name no enterprise or no parcel") for note in result.notes)
    assert any(
        note.startswith("1 occupants are not in the enterprise table") and "ghost" in note
        for note in result.notes
    )
    assert any(note.startswith("1 occupancies are listed twice") for note in result.notes)
    # P1 has an occupant about whom nothing is known: its own attributes are not asked.
    assert result.parcels["deficiency"].tolist() == ["unknown", "unknown"]
    assert result.figures["land_m2"].tolist() == [1e4]


def test_occupant_that_is_not_in_the_table_still_holds_its_land(rules):
    result = run(rules, land(1), enterprises(1), links(("E0", "P0"), ("ghost", "P0")))
    assert result.figures["land_m2"].tolist() == [5000.0]


def test_rows_without_id_and_repeated_years_are_noted(rules):
    table = enterprises(["A", None, "A"], year=[2023, 2023, 2023], safety_passed=[Y, Y, N])
    result = run(rules, land(1), table, links(("A", "P0")))
    assert result.firms["deficiency"].tolist() == ["safety", None, "safety"]
    assert any("no ent_id" in note for note in result.notes)
    assert any("repeat a year" in note and "A" in note for note in result.notes)


def test_types_and_columns_are_those_of_the_standard_tables(rules):
    result = run(rules, land(3), enterprises(2), one_each(2), industrial=[True, True, False])
    for frame in (result.firms, result.parcels):
        assert list(frame.columns) == names(DEFICIENCY_RESULT)
        assert [str(dtype) for dtype in frame.dtypes] == ["object", *["boolean"] * 5, "object", "float64"]


def test_chinese_trace_and_money_label(rules):
    firms = enterprises(2, output=[1.0, 9.0], eia_passed=[Y, N])
    chinese = run(rules, land(2), firms, one_each(2), encroaching=[N, Y], language="zh")
    assert (
        "效率：不通过（地均产出100<阈值250万元/平方公里，全区共2家企业均值的0.5倍）"
        in chinese.firms["trace"][0]
    )
    assert chinese.firms["trace"][1].startswith(
        "绿色：不通过（占用生态保护红线，占用地25.00%，环评验收未通过）"
    )
    assert chinese.parcels["trace"][0].startswith("由E0决定（唯一占用企业）。")
    dollars = run(rules, land(2), firms, one_each(2), money="10k USD")
    assert "10k USD/km2" in dollars.firms["trace"][0]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["share_of_mean", "share_of_median", "percentile", "absolute", "table"])
@pytest.mark.parametrize("scope", ["sector", "level"])
def test_every_kind_of_threshold_has_its_words(rules, kind, scope, language):
    rows = ({"sector": "34", "efficiency": 500.0, "equity": None},)
    chosen = replace(
        rules,
        efficiency_kind=kind,
        efficiency_scope=scope,
        efficiency_absolute=500.0,
        sector_thresholds=rows,
        minimum_firms=1,
    )
    firms = enterprises(2, industry=["34", "34"], output=[1.0, 9.0])
    trace = run(chosen, land(2), firms, one_each(2), language=language).firms["trace"]
    assert ("FAIL" if language == "en" else "不通过") in trace[0]
    assert "{" not in trace[0]
    assert "None" not in trace[0]


def test_rounding_never_hides_why_a_test_failed(rules):
    exact = replace(rules, efficiency_kind="absolute", efficiency_absolute=5000.2)
    result = run(exact, land(1), enterprises(1, output=[50.0]), one_each(1))
    assert "output 5,000 < threshold 5,000.2" in result.firms["trace"][0]


# Properties

# Sizes are bounded above, and a loaded machine is no finding.

tri = st.sampled_from([True, False, None])
money = st.sampled_from([np.nan, 0.1, 1.0, 2.5, 3.0, 7.7, 20.0, 99.0])
firm_rows = st.lists(
    st.tuples(tri, tri, tri, money, money, st.sampled_from(["13", "34", None])), min_size=1, max_size=7
)


def build(rows):
    eia, safety, poor, output, tax, industry = (list(column) for column in zip(*rows))
    return enterprises(
        len(rows),
        eia_passed=eia,
        safety_passed=safety,
        poor_management=poor,
        output=output,
        tax=tax,
        industry=industry,
    )


@settings(max_examples=30)
@given(firm_rows, st.data())
def test_class_is_a_function_of_flags_and_reliability(rules, rows, data):
    encroaching = data.draw(st.lists(tri, min_size=len(rows), max_size=len(rows)))
    listed = replace(rules, dominant_industries=("34",))
    result = run(listed, land(len(rows)), build(rows), one_each(len(rows)), encroaching=encroaching)
    for row in range(len(rows)):
        flags = states(result.firms, row)
        failed = [name for name, value in zip(DEFICIENCY_LAYERS, flags) if value]
        known = sum(value is not None for value in flags)
        expected = failed[0] if failed else ("none" if known >= 3 else "unknown")
        assert result.firms["deficiency"][row] == expected
        assert result.firms["reliability"][row] == pytest.approx(known / 5)
        # Alone on its parcel, a firm and its parcel agree.
        assert result.parcels["deficiency"][row] == expected
        assert states(result.parcels, row) == flags


@settings(max_examples=20)
@given(firm_rows, st.integers(0, 2**32 - 1))
def test_permuting_rows_permutes_results(rules, rows, seed):
    count, random = len(rows), np.random.default_rng(seed)
    held = {(int(firm), int(parcel)) for firm, parcel in random.integers(0, count, (2 * count, 2))}
    occupancy = links(*[(f"E{firm}", f"P{parcel}") for firm, parcel in sorted(held)])
    parcels, firms = land(count, area=[1000.0 + 7 * number for number in range(count)]), build(rows)
    order = random.permutation(count)
    first = run(rules, parcels, firms, occupancy)
    turned = run(
        rules,
        parcels.iloc[order].reset_index(drop=True),
        firms.iloc[order].reset_index(drop=True),
        occupancy[::-1],
    )
    for one, other in (
        (first.firms, turned.firms),
        (first.parcels, turned.parcels),
        (first.figures, turned.figures),
    ):
        pd.testing.assert_frame_equal(one.iloc[order].reset_index(drop=True), other, check_exact=True)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), tri), max_size=12))
def test_any_by_group_follows_three_valued_logic(rows):
    group = np.array([place for place, _ in rows], dtype=np.int64)
    found = kleene_any(flag([value for _, value in rows]), group, 4)
    for place in range(4):
        members = [value for name, value in rows if name == place]
        expected = None
        if members:
            expected = pd.NA if None in members else False
            expected = True if True in members else (None if expected is pd.NA else False)
        assert (None if found[place] is pd.NA else bool(found[place])) == expected


def large_district(count, many):
    random = np.random.default_rng(3)
    parcels = land(count, eia_passed=(random.random(count) < 0.9).tolist())
    levels = pd.DataFrame({"level": random.choice(["base", "community", "block"], count), "park_id": None})
    firms = enterprises(
        many, industry=[str(code) for code in random.integers(13, 44, many)],
        output=random.lognormal(7, 1, many), tax=random.lognormal(4, 1, many),
        profit=random.normal(10, 100, many),
    )  # fmt: skip
    spots = random.integers(0, count, many)
    occupancy = pd.DataFrame({"ent_id": firms["ent_id"], "parcel_id": parcels["parcel_id"].to_numpy()[spots]})
    return parcels, firms, occupancy, levels


def test_only_the_texts_are_made_one_by_one(rules):
    def work(count, many):
        tables, line = large_district(count, many), [False] * count
        result = run(rules, *tables, encroaching=line)
        assert result.parcels["trace"].notna().all()
        return calls(run, rules, *tables, encroaching=line)

    work(50, 20)
    few, some, many = work(250, 100), work(1_000, 400), work(4_000, 1_600)
    # A trace of every parcel and firm is put together in some 15 calls.
    assert (many - some) / 3_000 < 30
    assert (many - some) / 3_000 < 1.3 * (some - few) / 750
