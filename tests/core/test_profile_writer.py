"""Profiles changed by program, written as files, and had back from the log of a run."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.rules.profile_log import logged_profile
from land_renewal.core.rules.profile_schema import NUMERIC, Entry, Origin
from land_renewal.core.rules.profile_writer import profile_text, save_profile, with_values

OWN = Origin("county plan", 2024, "verified")
DEFAULT = load_profile()
SECTIONS = (("control", "land"), ("deficiency", "land"), ("performance",), ("scenarios", "levels"))


def again(profile, tmp_path):
    return load_profile(save_profile(profile, tmp_path / "written.yml"))


def body(profile):
    return [line for line in profile_text(profile).splitlines() if not line.startswith("#")]


def test_only_differences_are_written_each_with_its_origin(tmp_path):
    found = with_values(DEFAULT, {"deficiency.efficiency_factor": 0.35}, OWN, "Try one")
    assert body(found) == [
        "extends: default",
        "name: Try one",
        "deficiency:",
        "  efficiency_factor: {value: 0.35, unit: share, source: county plan, year: 2024, status: verified}"
        "   # default: 0.5 share",
    ]
    loaded = again(found, tmp_path)
    assert loaded.name == "Try one"
    entry = loaded.entry("deficiency.efficiency_factor")
    assert (entry.value, entry.source, entry.year, entry.status) == (0.35, "county plan", 2024, "verified")
    assert [difference.key for difference in loaded.differences()] == ["deficiency.efficiency_factor"]
    assert DEFAULT.value("deficiency.efficiency_factor") == 0.5


def test_a_value_put_back_to_the_default_is_no_difference():
    changed = with_values(DEFAULT, {"levels.base_min_area": 2.5, "deficiency.parcel_class": "majority"}, OWN)
    assert len(changed.differences()) == 2
    back = with_values(changed, {"levels.base_min_area": 4, "deficiency.parcel_class": "worst"}, OWN)
    assert back.differences() == []
    assert body(back) == ["extends: default", "name: default"]


def test_a_value_that_stays_keeps_where_it_comes_from():
    first = with_values(DEFAULT, {"deficiency.equity_factor": 0.4}, OWN)
    second = with_values(first, {"deficiency.equity_factor": 0.4, "deficiency.minimum_firms": 8},
                         Origin("what-if", 2025, "assumption"))  # fmt: skip
    assert second.entry("deficiency.equity_factor").source == "county plan"
    assert second.entry("deficiency.minimum_firms").source == "what-if"


def test_cells_of_tables_are_changed_row_by_row(tmp_path):
    values = {
        "performance.indicators[output_per_area].own_weight": 0.7,
        "performance.indicators[plot_ratio].own_weight": 0.3,
        "economics.unit_costs[land_right].value": 333.5,
        "performance.weighting": "own",
    }
    found = with_values(DEFAULT, values, OWN)
    assert sorted(difference.key for difference in found.differences()) == sorted(values)
    text = profile_text(found)
    assert (
        "- {indicator: plot_ratio, own_weight: 0.3, source: county plan, year: 2024, status: verified}"
        in text
    )
    assert '- {item: land_right, value: 333.5, unit: "CNY/m2", source' in text
    assert again(found, tmp_path).fingerprint() == found.fingerprint()
    back = with_values(found, {"performance.indicators[plot_ratio].own_weight": None}, OWN)
    assert "plot_ratio" not in profile_text(back)


def test_what_does_not_fit_is_refused_in_one_sentence():
    for key, value, words in (
        ("deficiency.reliability_minimum", 140, "must be at most 100 %"),
        ("deficiency.efficiency_factor", -1, "must be at least 0 share"),
        ("deficiency.parcel_class", "largest", "Valid: worst, majority"),
        ("deficiency.efficiency_years", 1.5, "whole number"),
        ("deficiency.equity_factor", None, "empty"),
        ("performance.indicators[plot_ratio].own_weight", -0.1, "at least 0"),
    ):
        with pytest.raises(LandRenewalError, match=words) as refused:
            with_values(DEFAULT, {key: value}, OWN)
        assert key in str(refused.value)
    for key in ("deficiency.nothing", "nothing.at_all", "performance.indicators[nothing].own_weight",
                "performance.indicators[plot_ratio].nothing"):  # fmt: skip
        with pytest.raises(KeyError):
            with_values(DEFAULT, {key: 1}, OWN)


def test_the_range_of_the_default_stays_while_it_holds_the_value(tmp_path):
    inside = with_values(DEFAULT, {"scenarios.relocation_cost": 1000}, OWN)
    outside = with_values(DEFAULT, {"scenarios.relocation_cost": 5000}, OWN)
    assert inside.entry("scenarios.relocation_cost").range == (450, 1800)
    assert outside.entry("scenarios.relocation_cost").range is None
    for profile in (inside, outside):
        assert again(profile, tmp_path).fingerprint() == profile.fingerprint()


def test_a_users_own_file_survives_being_written(tmp_path):
    path = tmp_path / "county.yml"
    path.write_text(
        """\
extends: nyc
name: "County: 2025"
notes: ["said \\"so\\"", 注意]
levels:
  policy: status
  base_min_area: {value: 4500, unit: mu, source: "plan: p. 3 # 4", year: 2024, status: verified,
                  range: [4000, 6000], note: 亩}
deficiency:
  dominant_industries: [34, "0601", C]
  sector_thresholds:
    rows:
      - {sector: 34, efficiency: 5, source: s, year: 2024, status: verified}
performance:
  indicators:
    rows:
      - {indicator: mine, criterion: eco, name_en: Mine, formula: total(tax), measure: 10k CNY, rising: no,
         marks: 2, rests_on: area, source: s, year: 2024, status: assumption}
""",
        encoding="utf-8",
    )
    profile = load_profile(path)
    written = again(profile, tmp_path)
    assert written.fingerprint() == profile.fingerprint()
    assert (written.name, written.notes) == (profile.name, profile.notes)
    entry = written.entry("levels.base_min_area")
    assert (entry.value, entry.unit, entry.range, entry.note) == (4500, "mu", (4000, 6000), "亩")
    assert written.table("deficiency.sector_thresholds") == profile.table("deficiency.sector_thresholds")


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(LandRenewalError, match=r"own\.yml cannot be written"):
        save_profile(DEFAULT, tmp_path / "missing" / "own.yml")


def single_values():
    """A key of the default profile and a value that fits it."""
    found = []
    for section in DEFAULT.sections.values():
        found += [entry for key, entry in section.items() if key and isinstance(entry, Entry)]
    texts = [entry for entry in found if entry.choices and entry.kind == "text"]
    numbers = [entry for entry in found if entry.kind in NUMERIC]

    def number(entry):
        low = entry.slot.minimum if entry.slot.minimum is not None else -1e3
        high = entry.slot.maximum if entry.slot.maximum is not None else max(low, 0) + 1e6
        kind = st.integers(int(low), int(high)) if entry.kind == "integer" else st.floats(low, high)
        return st.tuples(st.just(entry.key), kind)

    return st.one_of(
        st.sampled_from(numbers).flatmap(number),
        st.sampled_from(texts).flatmap(lambda e: st.tuples(st.just(e.key), st.sampled_from(e.choices))),
    )


@settings(max_examples=30)
@given(st.lists(single_values(), max_size=6), st.text(min_size=1, max_size=12))
def test_a_written_profile_says_what_it_was_made_from(tmp_path_factory, pairs, source):
    source = "".join(sign for sign in source if sign.isprintable()).strip() or "s"
    made = with_values(DEFAULT, dict(pairs), Origin(source, 2025, "assumption"))
    assert again(made, tmp_path_factory.mktemp("rules")).fingerprint() == made.fingerprint()


# Rules of an earlier run


@settings(max_examples=30)
@given(st.lists(single_values(), max_size=6))
def test_the_rules_of_a_run_are_had_back_from_its_log(pairs):
    made = with_values(DEFAULT, dict(pairs), OWN)
    kept = [made.fingerprint(names) for names in (*SECTIONS, tuple(DEFAULT.sections))]
    found = logged_profile(kept, "of the run")
    assert found.name == "of the run"
    assert found.fingerprint() == made.fingerprint()
    assert [d.key for d in found.differences()] == [d.key for d in made.differences()]


def test_tables_of_a_run_are_had_back(tmp_path):
    values = {"economics.unit_costs[tax].value": 0.8, "performance.indicators[plot_ratio].own_weight": 0.3}
    made = with_values(load_profile("nyc"), values, OWN)
    found = logged_profile([made.fingerprint()], "x", tmp_path / "gone.yml")
    assert found.fingerprint() == made.fingerprint()
    assert again(found, tmp_path).fingerprint() == made.fingerprint()


def test_the_file_given_to_the_run_is_used_while_it_says_the_same(tmp_path):
    path = tmp_path / "mine.yml"
    text = "levels:\n  base_min_area: {{value: {}, unit: mu, source: s, year: 2024, status: verified}}\n"
    path.write_text(text.format(6000), encoding="utf-8")
    kept = [load_profile(path).fingerprint(names) for names in SECTIONS]
    said = logged_profile(kept, "mine", path).entry("levels.base_min_area")
    assert (said.value, said.unit) == (6000, "mu")
    path.write_text(text.format(4500), encoding="utf-8")
    said = logged_profile(kept, "mine", path).entry("levels.base_min_area")
    assert (said.value, said.unit) == (4, "km2")


def test_a_log_of_other_rules_is_refused():
    content = json.loads(DEFAULT.fingerprint(("deficiency",)))
    content["deficiency"]["an_older_key"] = content["deficiency"].pop("minimum_firms")
    with pytest.raises(LandRenewalError, match="run the study once again"):
        logged_profile([json.dumps(content)], "old")
