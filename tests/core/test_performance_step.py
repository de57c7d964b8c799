"""The performance step on whole districts: the story of the sample, New York, what is missing, scale."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from helpers import Shelf, sample_raw
from test_nyc import read

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.performance.pieces import plot_ratio_parts
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.sample.sample import WASTEFUL_PARK
from land_renewal.core.study.performance_step import qualified_parks
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import Study, run_study

TARGETS = ("performance", "performance_values", "performance_ranks", "performance_acceptability",
           "performance_weights", "performance_benchmarks")  # fmt: skip


def evaluate(raw, rules=None, language="en", mapping="auto", targets=TARGETS, store=None):
    study = Study(raw, load_mapping(mapping), load_profile(rules), language, store)
    return run_study(study, STEPS, targets)


@pytest.fixture(scope="module")
def district():
    return sample_raw()


@pytest.fixture(scope="module")
def sample(district):
    return evaluate(district)


@pytest.fixture
def shelf(sample):
    """What that study has computed, for those that change something behind it."""
    return Shelf(sample)


@pytest.fixture(scope="module")
def units(sample):
    return sample["performance"].set_index("unit_id")


def own_rules(tmp_path, text):
    path = tmp_path / "own.yml"
    path.write_text("extends: default\nperformance:\n" + text, encoding="utf-8")
    return path


# The story that the generator put into the sample.


@pytest.mark.parametrize(
    "indicator", ["output_per_area", "tax_per_area", "above_scale_share", "plot_ratio", "investment_per_area"]
)
def test_bases_do_better_than_communities_and_these_better_than_blocks(units, indicator):
    base, community, block = (
        units.loc[f"level:{level}", indicator] for level in ("base", "community", "block")
    )
    assert base > community > block


def test_one_wasteful_park_is_found_and_named_for_the_right_reasons(units):
    areas = units[units["priority"].fillna(False)]
    assert areas.index.tolist() == [f"park:{WASTEFUL_PARK}"]
    area = areas.iloc[0]
    assert area["priority_kinds"] == "inefficient; wasteful"
    for words in (
        "Comprehensive plot ratio 0.438 (communities 0.980)",
        "Idle land rate 36.7 %",
        "Output per",
    ):
        assert words in area["priority_reason"]
    assert units.loc[f"park:{WASTEFUL_PARK}", "score_rank"] == units["score_rank"].max()


def test_every_value_has_its_coverage_or_its_reason(sample):
    values = sample["performance_values"]
    known = values["value"].notna()
    assert len(values) == len(sample["performance"]) * values["indicator"].nunique()
    assert values.loc[known, "coverage"].between(0, 1).all() and (values.loc[known, "coverage"] > 0).all()
    assert values.loc[known, "reason"].isna().all() and values.loc[~known, "reason"].notna().all()
    assert (values["marks"] > 0).groupby(values["indicator"]).first().sum() == 16
    assert values.drop_duplicates("indicator")["marks"].sum() == 38


def test_the_pieces_add_up_to_the_district(sample, units):
    parcels, levels = sample["parcels"], sample["levels"]
    industrial = parcels["area_m2"][levels["level"].notna()].sum()
    assert units.loc["district", "industrial_m2"] == pytest.approx(industrial)
    by_level = sum(units.loc[f"level:{level}", "industrial_m2"] for level in ("base", "community", "block"))
    assert by_level == pytest.approx(industrial)


def test_district_tax_per_land_against_a_plain_sum_of_the_register(sample, units):
    """An oracle by table joins: tax and land of firms with a known tax, and idle supplied land."""
    firms, held, parcels = sample["enterprises"], sample["holdings"], sample["parcels"].set_index("parcel_id")
    industrial = parcels.index[sample["levels"]["level"].notna().to_numpy()]
    links = held[held["land_m2"] > 0].merge(firms[["ent_id", "tax"]], on="ent_id")
    links["part"] = links["land_m2"] / links.groupby("ent_id")["land_m2"].transform("sum")
    links = links[links["parcel_id"].isin(industrial) & links["tax"].notna()]
    stage = parcels["stage"]
    used = links[links["parcel_id"].map(stage) != "approved"]
    empty = parcels.loc[industrial][(stage[industrial] == "supplied") & ~industrial.isin(held["parcel_id"])]
    expected = (links["tax"] * links["part"]).sum() / (used["land_m2"].sum() + empty["area_m2"].sum()) * 1e6
    assert units.loc["district", "tax_per_area"] == pytest.approx(expected, rel=1e-9)


def test_the_priority_area_receives_nothing_in_the_scenarios(district, shelf):
    study = evaluate(district, targets=("performance", "receivers", "scenario_summary"), store=shelf)
    receivers = study["receivers"].set_index(["scenario", "park_id"])
    closed = receivers.xs(WASTEFUL_PARK, level="park_id")
    assert (closed["capacity_m2"] == 0).all() and (closed["received_m2"] == 0).all()
    assert (
        qualified_parks(study["performance"])[WASTEFUL_PARK] is np.False_
        or not qualified_parks(study["performance"])[WASTEFUL_PARK]
    )
    assert any(f"do not receive industry: {WASTEFUL_PARK}." in note for note in study.messages["scenarios"])


def test_ranks_under_random_weights_sum_to_one_and_the_wasteful_park_is_nearly_always_last(sample, units):
    shares = sample["performance_acceptability"].groupby("unit_id")["share"].sum()
    assert shares.to_numpy() == pytest.approx(1.0)
    area = units.loc[f"park:{WASTEFUL_PARK}"]
    assert area["rank_usual"] == area["rank_worst"] == 6 and area["rank_usual_share"] > 0.95


def test_the_same_input_gives_the_same_tables(district, sample):
    again = evaluate(district)
    for name in TARGETS:
        pd.testing.assert_frame_equal(again[name], sample[name])


def test_chinese_reads_chinese(district):
    area = evaluate(district, language="zh", targets=("performance",))["performance"]
    reason = area.set_index("unit_id").loc[f"park:{WASTEFUL_PARK}", "priority_reason"]
    assert "粗放：综合容积率0.438（产业社区0.980）" in reason


# What is not supplied.


def test_without_enterprises_pois_and_parks_everything_says_why(district):
    study = evaluate({"parcels": district["parcels"]})
    values = study["performance_values"]
    missing = values[values["unit_id"] == "district"].set_index("indicator")["reason"]
    assert missing["above_scale_share"] == "no enterprise table"
    assert missing["poi_density"] == missing["accessibility"] == "points of interest not supplied"
    assert missing["inside_boundary_share"] == "development boundary not supplied"
    assert missing["planned_industrial_share"] == "existing plan not supplied"
    assert missing["output_per_area"] == "not known: yearly output"
    assert pd.isna(missing["plot_ratio"])
    assert "Parks are not scored: 0 of them can be compared." in study.messages["performance"]


def test_pois_without_a_key_node_give_services_but_no_accessibility(district, shelf):
    raw = {**district, "pois": district["pois"][district["pois"]["kind"] == "school"].reset_index(drop=True)}
    values = evaluate(raw, store=shelf)["performance_values"]
    own = values[values["unit_id"] == "district"].set_index("indicator")
    assert own.loc["accessibility", "reason"] == "no key node among the points of interest"
    assert own.loc["poi_density", "value"] > 0


def test_points_without_a_place_are_rejected(district, shelf):
    pois = district["pois"].copy()
    pois.loc[[3, 5], "geometry"] = None
    study = evaluate({**district, "pois": pois}, targets=("performance", "rejects.pois"), store=shelf)
    assert study["rejects.pois"][["table", "row", "reason"]].values.tolist() == [
        ["pois", 4, "no geometry"],
        ["pois", 6, "no geometry"],
    ]


def test_the_network_serves_where_it_leads_and_the_straight_line_elsewhere(district):
    study = Study(district, load_mapping("auto"), load_profile(None))
    asked = {}

    def network(roads, points, nodes, detour, speeds, field, gap, crossings):
        asked.update(roads=len(roads), nodes=len(nodes), detour=detour, speeds=speeds)
        return np.where(np.arange(len(points)) < 10, 1_000.0, np.nan)

    study.network = network
    run_study(study, STEPS, TARGETS)
    assert asked["roads"] == len(district["roads"]) and asked["nodes"] == 7 and asked["detour"] == 1.3
    assert any("10 of 1080 parcels measured along roads" in note for note in study.messages["performance"])


# Weights from tables.

CRITERIA = ["economic", "intensity", "suitability", "innovation", "eco"]


def judgements(**cells):
    table = pd.DataFrame("", index=CRITERIA, columns=["name", *CRITERIA])
    table["name"] = CRITERIA
    weights = dict(zip(CRITERIA, (8, 4, 2, 1, 1)))
    for row in CRITERIA:
        for column in CRITERIA:
            ratio = weights[row] / weights[column]
            table.loc[row, column] = f"{ratio:g}" if ratio >= 1 else f"1/{1 / ratio:g}"
    for pair, text in cells.items():
        table.loc[tuple(pair.split("_"))] = text
    return table.reset_index(drop=True)


def test_ahp_over_criteria_keeps_the_marks_inside(district, tmp_path, shelf):
    rules = own_rules(tmp_path, "  weighting: {value: ahp}\n")
    study = evaluate({**district, "judgements": judgements()}, rules, store=shelf)
    weights = study["performance_weights"].query("weighting == 'ahp'").set_index("indicator")["weight"]
    assert weights.sum() == pytest.approx(1)
    assert weights["output_per_area"] == pytest.approx(0.5 * 5 / 11)
    assert weights["plot_ratio"] == pytest.approx(0.25 * 4 / 9)
    assert any("consistency ratio 0.000" in note for note in study.messages["performance"])


def of_two_levels(**pairs):
    """The judgements of criteria, and of indicators by ``"one_against_other": how many times``."""
    names = sorted({name for pair in pairs for name in pair.split("_against_")} - {*CRITERIA})
    table = judgements().reindex(columns=["name", *CRITERIA, *names])
    table = pd.concat([table, pd.DataFrame({"name": names})], ignore_index=True).astype(object)
    for pair, text in pairs.items():
        row, column = pair.split("_against_")
        table.loc[table["name"] == row, column] = text
    return table


def test_ahp_within_a_criterion_where_it_was_judged_and_marks_elsewhere(district, tmp_path, shelf):
    rules = own_rules(tmp_path, "  weighting: {value: ahp}\n")
    table = of_two_levels(
        output_per_area_against_tax_per_area=2, output_per_area_against_above_scale_share=4,
        tax_per_area_against_above_scale_share=2,
    )  # fmt: skip
    study = evaluate({**district, "judgements": table}, rules, store=shelf)
    weights = study["performance_weights"].query("weighting == 'ahp'").set_index("indicator")["weight"]
    assert weights.sum() == pytest.approx(1)
    economic = weights[["output_per_area", "tax_per_area", "above_scale_share"]]
    assert economic.tolist() == pytest.approx([0.5 * 4 / 7, 0.5 * 2 / 7, 0.5 / 7])
    assert weights["plot_ratio"] == pytest.approx(0.25 * 4 / 9), "by its marks"
    notes = study.messages["performance"]
    assert "economic: AHP: consistency ratio 0.000." in notes and "AHP: consistency ratio 0.000." in notes


def test_judgements_across_levels_are_refused(district, tmp_path, shelf):
    rules = own_rules(tmp_path, "  weighting: {value: ahp}\n")
    for pair in ("tax_per_area_against_plot_ratio", "tax_per_area_against_eco"):
        table = of_two_levels(**{pair: 3})
        with pytest.raises(LandRenewalError, match=r"compare 'tax_per_area' with '.*': compare criteria"):
            evaluate({**district, "judgements": table}, rules, store=shelf)


def test_a_criterion_judged_in_part_is_refused(district, tmp_path, shelf):
    rules = own_rules(tmp_path, "  weighting: {value: ahp}\n")
    with pytest.raises(LandRenewalError, match="no row for above_scale_share"):
        evaluate(
            {**district, "judgements": of_two_levels(output_per_area_against_tax_per_area=2)},
            rules,
            store=shelf,
        )


def test_judgements_that_contradict_each_other_are_said(district, tmp_path, shelf):
    rules = own_rules(tmp_path, "  weighting: {value: ahp}\n")
    table = judgements(economic_eco="1/9", eco_economic="9")
    notes = evaluate({**district, "judgements": table}, rules, store=shelf).messages["performance"]
    assert any("the judgements contradict each other" in note for note in notes)


@pytest.mark.parametrize(
    ("weighting", "said"), [("ahp", "needs a matrix of judgements"), ("own", "own_weight")]
)
def test_a_weighting_that_lacks_its_table_is_refused(district, tmp_path, weighting, said, shelf):
    rules = own_rules(tmp_path, f"  weighting: {{value: {weighting}}}\n")
    with pytest.raises(LandRenewalError, match=said):
        evaluate(district, rules, store=shelf)


def test_delphi_weights_come_from_the_last_round(district, tmp_path, shelf):
    values = [(1, "A", "tax_per_area", 1), (2, "A", "tax_per_area", 6), (2, "A", "plot_ratio", 2),
              (2, "B", "tax_per_area", 6), (2, "B", "Comprehensive plot ratio", 2)]  # fmt: skip
    experts = pd.DataFrame(values, columns=["round", "expert", "indicator", "score"])
    rules = own_rules(tmp_path, "  weighting: {value: delphi}\n")
    study = evaluate({**district, "experts": experts}, rules, store=shelf)
    weights = study["performance_weights"].query("weighting == 'delphi'").set_index("indicator")["weight"]
    assert weights["tax_per_area"] == pytest.approx(0.75) and weights["plot_ratio"] == pytest.approx(0.25)


def test_a_users_indicator_comes_by_the_rule_profile_alone(district, tmp_path, shelf):
    rules = own_rules(
        tmp_path,
        "  indicators:\n    rows:\n"
        "      - {indicator: profit_rate, criterion: economic, name_en: Profit rate, name_zh: 利润率,"
        ' formula: "100 * total(profit) / total(output)", measure: "%", rising: true, marks: 2,'
        " rests_on: enterprises, source: county, status: assumption, year: 2026}\n",
    )
    study = evaluate(district, rules, store=shelf)
    values = study["performance_values"].query("indicator == 'profit_rate' and unit_id == 'district'")
    assert values["value"].iloc[0] == pytest.approx(study["performance"].loc[0, "profit_rate"])
    assert 0 < values["value"].iloc[0] < 100
    assert "profit_rate" in set(study["performance_weights"]["indicator"])


# New York.


@pytest.fixture(scope="module")
def nyc(shared_data):
    raw = {
        "parcels": read(shared_data / "nyc" / "lots.gpkg"),
        "parks": read(shared_data / "nyc" / "zones.gpkg"),
    }
    return evaluate(raw, "nyc", mapping="nyc"), raw["parcels"]


def test_plot_ratio_on_stated_land_agrees_with_the_published_one(nyc):
    study, lots = nyc
    built = ((lots["LotArea"] > 0) & (lots["BldgArea"] > 0)).to_numpy()
    assert built.sum() == 2446  # 1,906 of them in the zones
    floor, site = plot_ratio_parts(study["parcels"].drop(columns="site_far"), "stated")
    assert np.abs((floor / site)[built] - lots["BuiltFAR"].to_numpy(float)[built]).max() < 0.02


def test_new_yorks_zones_have_a_plot_ratio_and_no_invented_figure(nyc):
    study, lots = nyc
    units = study["performance"].set_index("unit_id")
    own = lots[(lots["LandUse"] == "06") & (lots["ibz"] == "maspeth")]
    known = own[(own["BldgArea"] > 0) & (own["LotArea"] > 0)]
    expected = known["BldgArea"].sum() / known["LotArea"].sum()
    assert units.loc["park:maspeth", "plot_ratio"] == pytest.approx(expected, rel=0.01)
    absent = ["output_per_area", "above_scale_share", "investment_per_area", "idle_rate",
     "employment_per_area",
              "poi_density", "accessibility", "emerging_share", "high_tech_share", "electricity_per_output",
              "water_per_output", "wastewater_per_output", "solid_waste_per_output"]  # fmt: skip
    assert units[absent].isna().all(axis=None)
    assert units.loc["park:maspeth", "tax_per_area"] > 0  # assessed value stands in for tax
    values = study["performance_values"]
    assert (values["value"].notna() | values["reason"].notna()).all()
