"""Unit costs edited row by row: what is refused, what a profile then holds, and what it prices with."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.rules.cost_edits import cost_rows, with_edits
from land_renewal.core.rules.cost_rows import assumed_count, check_edit
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.rules.profile_writer import profile_text, save_profile
from land_renewal.core.rules.unit_costs import EconomicRules, unit_costs

DEFAULT = load_profile()
ROWS = {row.item: row for row in cost_rows(DEFAULT)}
OWN = {"source": "county tender 2024", "year": 2024, "status": "verified"}


def edited(item, **changes):
    return replace(ROWS[item].stated, **{**OWN, **changes})


def saved(profile, tmp_path):
    return load_profile(save_profile(profile, tmp_path / "own.yml"))


def test_rows_are_what_the_file_says():
    import pathlib

    import land_renewal

    folder = pathlib.Path(land_renewal.__file__).parent / "resources" / "profiles" / "default"
    told = yaml.safe_load((folder / "economics.yml").read_text(encoding="utf-8"))
    file = {row["item"]: row for row in told["unit_costs"]["rows"]}
    shown = {item: row for item, row in ROWS.items() if item in file}
    assert list(shown) == list(file)
    for item, row in shown.items():
        stated = (row.stated.value, row.stated.low, row.stated.high, row.unit, row.group)
        assert stated == tuple(file[item].get(name) for name in ("value", "low", "high", "unit", "group"))
    assert ROWS["discount_rate"].stated.value == told["discount_rate"]["value"] == 8
    assert ROWS["discount_rate"].stated.status == "verified" and ROWS["horizon"].stated.value == 2035


def test_values_that_nobody_verified_are_counted_and_missing_ones_are_none():
    assumed, all_values = assumed_count(list(ROWS.values()))
    missing = [row for row in ROWS.values() if row.stated.value is None]
    assert {"output_per_area", "tax_per_area", "fiscal_revenue"} <= {row.item for row in missing}
    assert all_values == len(ROWS) - len(missing)
    verified = [row for row in ROWS.values() if row.stated.value is not None and not row.assumed]
    assert assumed == all_values - len(verified)
    rows = cost_rows(with_edits(DEFAULT, {"demolition": edited("demolition")}))
    assert assumed_count(rows) == (assumed - 1, all_values)


@pytest.mark.parametrize(
    ("item", "changes", "said"),
    [
        ("demolition", {"value": 130}, "130 must lie within its range, 30 to 120"),
        ("demolition", {"value": 20}, "20 must lie within"),
        ("demolition", {"low": 200, "high": 100}, "must lie within"),
        ("demolition", {"low": None}, "both its low and its high end"),
        ("demolition", {"value": -1, "low": None, "high": None}, "-1 is too low"),
        ("demolition", {"value": float("nan")}, "must be a number"),
        ("demolition", {"source": "  "}, "source is empty"),
        ("demolition", {"year": None}, "year of the source"),
        ("demolition", {"year": 24}, "year of the source"),
        ("demolition", {"status": "sure"}, "verified or assumption"),
        ("demolition", {"value": None}, "range needs a value"),
        ("discount_rate", {"value": None}, "value is needed"),
        ("discount_rate", {"value": -2}, "at least 0"),
        ("land_term", {"value": 0}, "at least 1"),
        ("horizon", {"value": 2035.5}, "whole number"),
    ],
)
def test_what_cannot_stand_is_refused_in_one_sentence(item, changes, said):
    with pytest.raises(LandRenewalError) as caught:
        check_edit(ROWS[item], edited(item, **changes))
    text = str(caught.value)
    assert said in text and text.endswith(".") and text.count(". ") == 0


def test_years_that_run_backwards_are_refused():
    with pytest.raises(LandRenewalError, match=r"2024, is before the base year, 2025"):
        with_edits(DEFAULT, {"horizon": edited("horizon", value=2024)})
    found = with_edits(
        DEFAULT, {"horizon": edited("horizon", value=2024), "base_year": edited("base_year", value=2020)}
    )
    assert found.params(EconomicRules, "economics").years.tolist() == [2020, 2021, 2022, 2023, 2024]


def test_an_edit_prices_with_its_value_and_range(tmp_path):
    found = saved(
        with_edits(DEFAULT, {"demolition": edited("demolition", value=90, low=80, high=100)}), tmp_path
    )
    price = unit_costs(found)["demolition"]
    # 90 CNY/m2 = 90e6 CNY/km2 = 9000 x 10k CNY/km2
    assert (price.value, price.low, price.high, price.unit) == (9000.0, 8000.0, 10000.0, "10k CNY/km2")
    assert (price.source, price.year, price.status) == ("county tender 2024", 2024, "verified")
    others = unit_costs(DEFAULT)
    assert all(unit_costs(found)[item] == others[item] for item in others.prices if item != "demolition")


def test_a_written_profile_holds_the_differences_only(tmp_path):
    edits = {
        "quota": edited("quota", value=500),
        "discount_rate": edited("discount_rate", value=7),
        "output_uplift": edited("output_uplift", value=1.1, low=1.0, high=1.3),
        "land_sale": ROWS["land_sale"].stated,
    }
    text = profile_text(with_edits(DEFAULT, edits, "own prices"))
    told = yaml.safe_load(text)
    assert told["extends"] == "default" and told["name"] == "own prices"
    assert set(told) == {"extends", "name", "economics", "scenarios"}
    assert told["economics"]["unit_costs"]["rows"] == [
        {"item": "quota", "value": 500, "unit": "CNY/m2", **OWN}
    ]
    assert told["economics"]["discount_rate"] == {"value": 7, "unit": "%", **OWN}
    assert told["scenarios"]["output_uplift"] == {"value": 1.1, "unit": "ratio", "range": [1.0, 1.3], **OWN}
    found = saved(with_edits(DEFAULT, edits), tmp_path)
    rows = {row.item: row for row in cost_rows(found)}
    assert all(rows[item].stated == edit for item, edit in edits.items())


def test_a_value_verified_as_it_is_is_a_difference_too(tmp_path):
    found = saved(with_edits(DEFAULT, {"buildings": edited("buildings")}), tmp_path)
    row = next(row for row in cost_rows(found) if row.item == "buildings")
    assert row.stated == edited("buildings") and not row.assumed
    assert (row.stated.value, row.default.status) == (1200, "assumption")


def test_back_to_the_default_leaves_no_trace():
    changed = with_edits(
        DEFAULT, {"quota": edited("quota", value=500), "discount_rate": edited("discount_rate", value=7)}
    )
    back = with_edits(changed, {item: ROWS[item].default for item in ("quota", "discount_rate")})
    assert back.fingerprint() == DEFAULT.fingerprint()
    assert "economics" not in yaml.safe_load(profile_text(back))


def test_a_profile_in_another_unit_keeps_it(tmp_path):
    path = tmp_path / "mu.yml"
    path.write_text(
        "extends: default\neconomics:\n  unit_costs:\n    rows:\n"
        "      - {item: quota, value: 300000, unit: CNY/mu, source: s, year: 2020, status: verified}\n",
        encoding="utf-8",
    )
    profile = load_profile(path)
    row = next(row for row in cost_rows(profile) if row.item == "quota")
    # The range of 150 to 900 CNY/m2 is inherited: 1 mu = 666.67 m2.
    assert row.unit == "CNY/mu" and row.stated.value == 300000
    assert (row.stated.low, row.stated.high) == pytest.approx((100000, 600000))
    edit = replace(row.stated, value=400000)
    price = unit_costs(saved(with_edits(profile, {"quota": edit}), tmp_path))["quota"]
    assert (price.value, price.low, price.high) == pytest.approx((60000, 15000, 90000))


@settings(max_examples=60)
@given(
    st.sampled_from([item for item, row in ROWS.items() if row.ranged]),
    st.tuples(*[st.floats(0, 1e6, allow_nan=False)] * 3).map(sorted),
    st.sampled_from(["verified", "assumption"]),
)
def test_what_is_written_is_read_again(tmp_path_factory, item, ends, status):
    low, value, high = ends
    edit = edited(item, value=value, low=low, high=high, status=status)
    found = saved(with_edits(DEFAULT, {item: edit}), tmp_path_factory.mktemp("profile"))
    assert next(row for row in cost_rows(found) if row.item == item).stated == edit
