"""Industry codes, and thresholds of output and tax per land."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.industry import (
    belongs,
    classify,
    expand_divisions,
    full_code,
    section_of,
    split_codes,
)
from land_renewal.core.deficiency.thresholds import (
    KINDS,
    SCOPES,
    ThresholdRules,
    below,
    per_km2,
    sector_thresholds,
)

FACTORS = {"base": 1.0, "community": 0.9, "block": 0.8}


def make(kind="share_of_mean", scope="sector", factor=0.5, percentile=0.2, absolute=None, minimum_firms=5):
    return ThresholdRules(kind, scope, factor, percentile, absolute, 1, minimum_firms, FACTORS)


def thresholds(value, land, division, level="base", rules=None, by_sector=None):
    section = [None if text is None else section_of(int(text)) for text in division]
    level = [level] * len(value) if isinstance(level, str) else level
    return sector_thresholds(
        np.array(value, float), np.array(land, float), division, section, level, rules or make(), by_sector
    )


def test_sections_of_the_standard():
    known = {
        1: "A",
        5: "A",
        6: "B",
        12: "B",
        13: "C",
        43: "C",
        44: "D",
        46: "D",
        47: "E",
        60: "G",
        65: "I",
        97: "T",
    }
    assert {number: section_of(number) for number in known} == known
    assert section_of(0) is None
    assert section_of(98) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[("34", "C34"), ("3411", "C3411"), ("C3411", "C3411"), ("6", "B06"), (34, "C34"), (34.0, "C34")],
        *[("d44 ", "D44"), ("C", "C"), ("A34", "C34"), ("99", None), ("00", None), ("机械", None)],
        *[("", None), (None, None), (np.nan, None)],
    ],
)
def test_codes_are_read_as_people_write_them(text, code):
    assert full_code(text) == code


def test_classes_and_divisions_of_a_column():
    table = classify(pd.Series(["3411", None, "C", "x"], index=[7, 8, 9, 10]))
    assert table.loc[7].tolist() == ["C3411", "34", "C"]
    assert table.loc[9].tolist() == ["C", None, "C"]
    assert table.loc[[8, 10]].isna().all(axis=None)


def test_ranges_of_divisions():
    assert expand_divisions(["06-08", "27"]) == {"06", "07", "08", "27"}
    with pytest.raises(LandRenewalError, match="'light'"):
        expand_divisions(["light"])


def test_belonging_to_a_list_is_unknown_where_it_cannot_be_told():
    codes, complete = split_codes("34、C351; 27")
    assert (codes, complete) == (["C34", "C351", "C27"], True)
    assert belongs("C3411", codes) is True
    assert belongs("C35", codes) is None
    assert belongs("C36", codes) is False
    assert belongs(None, codes) is None
    assert belongs("C36", *split_codes("34, 智能装备")) is None


def test_share_of_mean_is_a_ratio_of_sums_with_the_own_firm():
    # 5 firms of division 34: Σ output 1500, Σ land 0.05 km2 -> 30,000; half of it 15,000.
    table = thresholds(
        [100, 200, 300, 400, 500], [10_000] * 5, ["34"] * 5, ["base", "community", "block", None, "base"]
    )
    assert table["threshold"].tolist() == pytest.approx([15_000, 13_500, 12_000, 15_000, 15_000])
    assert table["firms"].tolist() == [5] * 5
    assert (table["scope"] == "division").all()


def test_fewer_than_five_firms_fall_back_to_section_then_district():
    division = ["34"] * 4 + ["35"] * 2 + ["44"] * 2 + [None]
    value = [10.0] * 4 + [40.0] * 2 + [100.0] * 2 + [7.0]
    table = thresholds(value, [1e6] * 9, division)
    # Section C: 6 firms, (40 + 80) / 6 = 20. District: 9 firms, 327 / 9.
    assert table["scope"].tolist() == ["section"] * 6 + ["district"] * 3
    assert table["threshold"].tolist() == pytest.approx([10.0] * 6 + [0.5 * 327 / 9] * 3)
    assert table["firms"].tolist() == [6] * 6 + [9] * 3


def test_only_firms_with_both_figures_count_towards_five():
    value, land = [10.0] * 4 + [np.nan, 10.0], [1e6] * 5 + [np.nan]
    table = thresholds(value, land, ["34"] * 6)
    assert (table["scope"] == "district").all()
    assert table["threshold"].tolist() == pytest.approx([5.0] * 6)


def test_district_is_used_however_small_and_without_firms_there_is_no_threshold():
    assert thresholds([8.0], [2e6], ["34"])["threshold"].tolist() == [2.0]
    nothing = thresholds([np.nan], [2e6], ["34"])
    assert nothing["threshold"].isna().all()
    assert nothing["scope"].tolist() == [None]


def test_median_and_percentile_use_the_firms_own_figures():
    value, land = [1, 2, 3, 4, 100], [1e6] * 5
    median = thresholds(value, land, ["34"] * 5, rules=make("share_of_median"))
    assert median["threshold"].tolist() == [1.5] * 5
    percentile = thresholds(value, land, ["34"] * 5, "block", make("percentile", percentile=0.25))
    assert percentile["threshold"].tolist() == pytest.approx([2 * 0.8] * 5)


def test_scopes_level_and_district():
    level = ["base"] * 5 + ["block"] * 2
    value, land = [10.0] * 5 + [3.0] * 2, [1e6] * 7
    by_level = thresholds(value, land, ["34"] * 7, level, make(scope="level"))
    assert by_level["scope"].tolist() == ["level"] * 5 + ["district"] * 2
    assert by_level["threshold"].tolist() == pytest.approx([5.0] * 5 + [0.5 * 56 / 7 * 0.8] * 2)
    district = thresholds(value, land, ["34"] * 7, level, make(scope="district"))
    assert district["threshold"].tolist() == pytest.approx([4.0] * 5 + [3.2] * 2)


def test_absolute_threshold_with_level_factor_and_without_a_value():
    table = thresholds([1, 1], [1, 1], ["34", None], ["base", "block"], make("absolute", absolute=3000))
    assert table["threshold"].tolist() == [3000, 2400]
    assert thresholds([1], [1], ["34"], rules=make("absolute"))["threshold"].isna().all()


def test_table_by_division_then_section_then_all():
    listed = {"34": 100.0, "C": 50.0, "6": 30.0}
    division = ["34", "35", "06", "44", None]
    table = thresholds([1] * 5, [1] * 5, division, rules=make("table"), by_sector=listed)
    assert table["threshold"].fillna(-1).tolist() == [100, 50, 30, -1, -1]
    table = thresholds(
        [1] * 5, [1] * 5, division, rules=make("table"), by_sector={**listed, "all": 7.0, "35": None}
    )
    assert table["threshold"].tolist() == [100, 50, 30, 7, 7]
    assert table["group"].tolist() == ["34", "C", "06", "all", "all"]


def test_equal_to_the_threshold_is_not_below():
    ratio = per_km2(np.array([20.0, 19.99, 20.01, np.nan, 20.0]), np.array([1e4] * 4 + [0.0]))
    assert below(ratio, np.full(5, 2000.0)).to_numpy(na_value=None).tolist() == [
        False,
        True,
        False,
        None,
        None,
    ]
    # 0.1 + 0.2 against 0.3: the difference of the last bit is not a failure.
    assert below(np.array([0.3]), np.array([0.1 + 0.2])).tolist() == [False]
    assert below(np.array([1.0]), np.array([np.nan])).isna().all()


def test_refunded_tax_is_a_figure():
    table = thresholds([-3.0, 10.0], [1e6, 1e6], ["34", "34"])
    assert table["threshold"].tolist() == pytest.approx([1.75, 1.75])


def reference(value, land, division, level, rules):
    """The same rule as plain loops over firms."""
    known = [i for i in range(len(value)) if not np.isnan(value[i]) and not np.isnan(land[i]) and land[i] > 0]
    section = [None if text is None else section_of(int(text)) for text in division]
    answers = []
    for i in range(len(value)):
        chain = {
            "sector": [(division, division[i]), (section, section[i])],
            "level": [(level, level[i])],
            "district": [],
        }[rules.scope]
        group = known
        for names, own in chain:
            members = [j for j in known if own is not None and names[j] == own]
            if len(members) >= rules.minimum_firms:
                group = members
                break
        if not group:
            answers.append(np.nan)
            continue
        ratios = [value[j] / land[j] * 1e6 for j in group]
        number = {
            "share_of_mean": rules.factor * sum(value[j] for j in group) / sum(land[j] for j in group) * 1e6,
            "share_of_median": rules.factor * float(np.median(ratios)),
            "percentile": float(np.percentile(ratios, 100 * rules.percentile)),
        }[rules.kind]
        answers.append(number * FACTORS.get(level[i], 1.0))
    return answers


figures = st.one_of(st.just(float("nan")), st.floats(0.5, 5000.0))
firm = st.tuples(
    figures,
    figures,
    st.sampled_from(["13", "34", "35", "44", None]),
    st.sampled_from(["base", "community", "block", None]),
)


@settings(max_examples=150)
@given(
    st.lists(firm, min_size=1, max_size=25),
    st.sampled_from(KINDS[:3]),
    st.sampled_from(SCOPES),
    st.integers(1, 6),
)
def test_thresholds_equal_those_of_plain_loops(rows, kind, scope, minimum):
    value, land, division, level = (list(column) for column in zip(*rows))
    rules = make(kind, scope, minimum_firms=minimum)
    found = thresholds(value, land, division, level, rules)["threshold"].tolist()
    assert found == pytest.approx(reference(value, land, division, level, rules), nan_ok=True)
