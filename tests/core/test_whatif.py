"""Trials of thresholds and weights give what a full run of the study gives, and say what changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from counting import calls, watched
from helpers import Shelf
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.deficiency import subject_tests
from land_renewal.core.deficiency.deficiency import DeficiencyRules, assess
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.levels import land
from land_renewal.core.levels.land import LandRules
from land_renewal.core.performance.performance import PerformanceRules
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.rules.profile_schema import Origin
from land_renewal.core.rules.profile_writer import save_profile, with_values
from land_renewal.core.sample.sample import sample_district
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import INPUTS, Study, run_study
from land_renewal.core.whatif import whatif
from land_renewal.core.whatif.whatif import (
    EMPTY,
    DeficiencyTrial,
    ScoreTrial,
    Switch,
    Tables,
    Tally,
    class_codes,
    switched,
    switches,
    tallies,
)
from land_renewal.core.whatif.whatif_controls import controls, used

OWN = Origin("county plan", 2025, "assumption")
CHANGES = [
    {"efficiency_factor": 0.9},
    {"equity_factor": 0.2},
    {"efficiency_factor": 0.3, "equity_factor": 0.7},
    {"level_factor_base": 1.3, "level_factor_block": 0.5},
    {"reliability_minimum": 90},
    {"reliability_minimum": 20, "weight_green": 0, "weight_safety": 3},
    {"dominant_industries": ["34", "35", "39"]},
    {"dominant_industries": ["C"], "poor_profit_below": 250},
    {"efficiency_kind": "percentile", "efficiency_percentile": 35, "efficiency_scope": "level"},
    {"equity_kind": "absolute", "equity_absolute": 4000},
    {"efficiency_kind": "absolute"},
    {"efficiency_years": 7},
    {"minimum_firms": 40, "parcel_class": "majority"},
]


def run(raw, profile, targets, store=None):
    return run_study(Study(raw, load_mapping("auto"), profile, store=store), STEPS, targets)


def rules_of(profile):
    return profile.params(DeficiencyRules, "deficiency")


def tables_of(study):
    industrial = land.industrial(study["parcels"], study.profile.params(LandRules, "land"))
    return Tables(
        study["parcels"], study["levels"], study["control"], industrial, study["enterprises"],
        study["holdings"], study["parks"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def district():
    tables = sample_district(seed=5, parcels=300)
    return {name: tables[name] for name in INPUTS if name in tables}


@pytest.fixture(scope="module")
def study(district):
    return run(district, load_profile(), ("deficiency", "performance", "performance_weights"))


@pytest.fixture(scope="module")
def trial(study):
    return DeficiencyTrial(tables_of(study))


# Thresholds


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: ", ".join(change))
def test_a_trial_gives_what_the_study_gives_with_that_profile(district, study, trial, change, tmp_path):
    values = {f"deficiency.{name}": value for name, value in change.items()}
    path = save_profile(with_values(study.profile, values, OWN), tmp_path / "tried.yml")
    profile = load_profile(path)
    full = run(district, profile, ("deficiency",), Shelf(study))["deficiency"]
    found = trial.classes(rules_of(profile))
    assert found.tolist() == class_codes(full["deficiency"]).tolist()
    before = class_codes(study["deficiency"]["deficiency"])
    places = switched(before, found, study["parcels"]["parcel_id"].to_numpy())
    assert len(places), "a change without any effect tests nothing"
    for place in places[:: max(1, len(places) // 5)]:
        assert trial.why(rules_of(profile), place) == full["trace"].iloc[place]


def test_the_rules_of_the_result_give_its_classes(study, trial):
    assert (trial.classes(rules_of(study.profile)) == class_codes(study["deficiency"]["deficiency"])).all()


@settings(max_examples=15)
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "efficiency_factor": st.sampled_from([0.0, 0.3, 0.5, 1.2]),
                "efficiency_kind": st.sampled_from(["share_of_mean", "share_of_median", "absolute"]),
                "equity_scope": st.sampled_from(["sector", "level", "district"]),
                "efficiency_years": st.sampled_from([1, 2, 6]),
                "level_factor_block": st.sampled_from([0.5, 0.8]),
                "dominant_industries": st.sampled_from([(), ("34",), ("13", "C35")]),
                "reliability_minimum": st.sampled_from([0.0, 0.6, 1.0]),
                "poor_profit_below": st.sampled_from([0.0, 500.0]),
                "parcel_class": st.sampled_from(["worst", "majority"]),
            },
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_parts_kept_from_earlier_trials_never_show(trial, study, changes):
    usual = rules_of(study.profile)
    occupancy = study["occupancy"]
    tables = tables_of(study)
    for change in changes:
        rules = replace(usual, **change)
        full = assess(
            tables.enterprises, occupancy, tables.parcels, tables.levels, tables.control, tables.parks,
            tables.industrial, rules,
        )  # fmt: skip
        assert trial.classes(rules).tolist() == class_codes(full.parcels["deficiency"]).tolist()


def test_parcels_without_enterprise_data_are_tried_on_their_own_figures():
    count = 12
    parcels = pd.DataFrame(
        {"parcel_id": [f"P{n:02d}" for n in range(count)], "area_m2": 1e4, "land_code": "0601",
         "industry": "34", "output": np.arange(count) * 10.0, "tax": 5.0}
    )  # fmt: skip
    levels = pd.DataFrame({"level": ["base"] * count, "park_id": [None] * count})
    control = pd.DataFrame({"redline_share": [np.nan] * count, "redline_encroaching": [None] * count})
    industrial = np.arange(count) < 10
    own = DeficiencyTrial(Tables(parcels, levels, control, industrial))
    usual = rules_of(load_profile())
    # Mean output of the ten industrial parcels is 45 a hectare: half of it 22.5, a tenth 4.5.
    assert own.classes(usual).tolist() == [1] * 3 + [5] * 7 + [EMPTY] * 2
    assert own.classes(replace(usual, efficiency_factor=0.1)).tolist() == [1] + [5] * 9 + [EMPTY] * 2
    assert own.why(usual, 11) is None
    assert "output 0 < threshold 2,250" in own.why(usual, 0)
    assert own.industries() == [("34", 10)]


def test_weights_of_the_tests_that_are_all_zero_are_refused_in_one_sentence(trial, study):
    nothing = {f"weight_{name}": 0.0 for name in ("green", "efficiency", "quality", "equity", "safety")}
    with pytest.raises(LandRenewalError, match="all 0"):
        trial.classes(replace(rules_of(study.profile), **nothing))


def large_district(count, firms):
    rng = np.random.default_rng(1)
    ids = np.array([f"P{n:05d}" for n in range(count)], dtype=object)
    parcels = pd.DataFrame({"parcel_id": ids, "area_m2": rng.uniform(2e3, 8e4, count)})
    level = rng.choice(["base", "community", "block"], count)
    levels = pd.DataFrame({"level": level, "park_id": np.where(level == "block", None, "K")}, dtype=object)
    control = pd.DataFrame({"redline_encroaching": pd.array(rng.random(count) < 0.02, dtype="boolean")})
    enterprises = pd.DataFrame(
        {"ent_id": [f"E{n:05d}" for n in range(firms)], "industry": rng.integers(13, 44, firms).astype(str),
         "output": rng.lognormal(7, 1, firms), "tax": rng.lognormal(4, 1, firms)}
    )  # fmt: skip
    held = np.sort(rng.choice(count, firms, replace=False))
    holdings = pd.DataFrame({"ent_id": enterprises["ent_id"], "parcel_id": ids[held], "share": 1.0,
                             "land_m2": parcels["area_m2"].to_numpy()[held], "share_from": "given",
                             "normalised": False})  # fmt: skip
    trial = DeficiencyTrial(Tables(parcels, levels, control, np.ones(count, bool), enterprises, holdings))
    return trial, ids, parcels["area_m2"].to_numpy()


def test_a_move_of_a_slider_computes_what_hangs_on_it_and_goes_through_no_parcel():
    usual = rules_of(load_profile())
    # How many of the two tests of figures per land are made anew.
    moves = {"efficiency_factor": (0.6, 1), "level_factor_base": (1.4, 2), "reliability_minimum": (0.9, 0)}

    def work(count, firms):
        trial, ids, area = large_district(count, firms)
        before, spent = trial.classes(usual), {}
        for name, (value, tests) in moves.items():

            def move(name=name, value=value):
                after = trial.classes(replace(usual, **{name: value}))
                tallies(before, after, area)
                switches(before, after, area)
                switched(before, after, ids)

            trial.classes(usual)
            with watched(subject_tests, "_land_test") as tested, watched(whatif, "gather_held") as gathered:
                spent[name] = calls(move)
            assert (len(tested), gathered) == (tests, []), name
        return spent

    work(50, 20)
    few, many = work(500, 200), work(20_000, 8_000)
    assert all(many[name] < 1.05 * few[name] for name in moves), (few, many)


# What changed


def test_what_changed_is_counted_and_listed():
    before = class_codes(pd.Series(["green", "efficiency", "efficiency", "none", None, "efficiency"]))
    after = class_codes(pd.Series(["green", "none", "none", "equity", None, "equity"]))
    area = np.array([1.0, 2.0, 3.0, 40.0, 5.0, np.nan])
    ids = np.array(["f", "e", "d", "c", "b", "a"], dtype=object)
    assert switched(before, after, ids).tolist() == [5, 2, 1, 3]
    assert switches(before, after, area) == [
        Switch("none", "equity", 1, 40.0),
        Switch("efficiency", "none", 2, 5.0),
        Switch("efficiency", "equity", 1, 0.0),
    ]
    found = {tally.name: tally for tally in tallies(before, after, area)}
    assert found["efficiency"] == Tally("efficiency", 3, 0, 5.0, 0.0)
    assert found["none"] == Tally("none", 1, 2, 40.0, 5.0)
    assert found[None] == Tally(None, 1, 1, 5.0, 5.0)
    assert sum(tally.after for tally in found.values()) == len(ids)


def test_nothing_changed_is_an_empty_list():
    codes = class_codes(pd.Series(["none", None]))
    ids = np.array(["a", "b"], dtype=object)
    assert switched(codes, codes, ids).tolist() == []
    assert switches(codes, codes, np.ones(2)) == []


# Weights


@pytest.mark.parametrize("scoring", ["minmax", "topsis", "ratio"])
def test_scores_under_other_weights_are_those_of_a_full_run(district, study, tmp_path, scoring):
    indicators = study.profile.table("performance.indicators")
    weights = {row["indicator"]: row["marks"] for row in indicators}
    weights.update(output_per_area=0.0, plot_ratio=25.0, poi_density=12.5)
    values = {f"performance.indicators[{name}].own_weight": w for name, w in weights.items()}
    values.update({"performance.weighting": "own", "performance.scoring": scoring})
    profile = load_profile(save_profile(with_values(study.profile, values, OWN), tmp_path / "own.yml"))
    full = run(district, profile, ("performance",), Shelf(study))["performance"]
    reference = study["performance_values"]
    usual = replace(study.profile.params(PerformanceRules, "performance"), scoring=scoring)
    found = ScoreTrial(study["performance"], reference, usual).standing(weights)
    assert len(found) > 3
    full = full.set_index("unit_id").loc[found["unit_id"]].reset_index()
    for name in found.columns:
        pd.testing.assert_series_equal(
            found[name].reset_index(drop=True), full[name], check_dtype=False, check_exact=True
        )
    was = study["performance"].set_index("unit_id")["score"].loc[found["unit_id"]]
    assert not np.allclose(found["score"], was, equal_nan=True)


def test_weights_that_are_all_zero_are_refused(study):
    rules = study.profile.params(PerformanceRules, "performance")
    values = study["performance_values"]
    with pytest.raises(LandRenewalError, match="at least one indicator"):
        ScoreTrial(study["performance"], values, rules).standing({"output_per_area": 0.0})


# What can be tried


def test_every_rule_that_can_be_tried_says_where_it_comes_from_and_lies_within_its_ends(trial, study):
    figures = {name: trial.figures(name) for name in ("efficiency", "equity", "quality")}
    found = controls(study.profile, figures, trial.years)
    fields = {name for name in rules_of(study.profile).__dataclass_fields__ if name != "sector_thresholds"}
    assert {control.name for control in found} == fields
    for control in found:
        assert control.source
        assert control.status in ("verified", "assumption")
        if control.low is not None and control.value is not None:
            assert control.low <= control.value <= control.high
            assert 0 < control.step <= control.high - control.low
    absolute = next(control for control in found if control.name == "efficiency_absolute")
    assert absolute.value is None
    assert absolute.low < np.median(figures["efficiency"]) < absolute.high


def test_ends_and_limits_are_in_the_unit_that_the_profile_states(tmp_path):
    path = tmp_path / "own.yml"
    path.write_text(
        "deficiency:\n"
        "  poor_profit_below: {value: 3, unit: 100M CNY, source: s, year: 2025, status: verified}\n"
        "  reliability_minimum: {value: 0.5, unit: share, source: s, year: 2025, status: verified}\n",
        encoding="utf-8",
    )
    found = {control.name: control for control in controls(load_profile(path), {})}
    profit, least = found["poor_profit_below"], found["reliability_minimum"]
    assert (profit.unit, profit.low, profit.high, profit.status) == ("100M CNY", -10.0, 10.0, "verified")
    assert (least.low, least.high, least.maximum, least.default) == (0.0, 1.0, 1.0, 0.6)


def test_a_rule_without_effect_is_told_from_one_that_has_some():
    usual = rules_of(load_profile())
    assert used("efficiency_factor", usual)
    assert not used("efficiency_absolute", usual)
    fixed = replace(usual, efficiency_kind="absolute", equity_kind="absolute")
    assert used("efficiency_absolute", fixed)
    assert not any(used(name, fixed) for name in ("efficiency_factor", "equity_scope", "minimum_firms"))
