"""Advice by level and class, and the special cases that change it."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import DEFICIENCY_LAYERS, GUIDANCE_RESULT, names
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.industry import expand_divisions
from land_renewal.core.deficiency.deficiency import DeficiencyRules, assess
from land_renewal.core.deficiency.guidance import GuidanceRules, guide, reclaim_notes, rigid_reclaim
from land_renewal.core.rules.profile import load_profile

ROWS = ("base", "community", "cluster_block", "scattered_rural", "scattered_urban")
CLASSES = (*DEFICIENCY_LAYERS, "none", "unknown")


@pytest.fixture(scope="module")
def rules():
    return load_profile().params(GuidanceRules, "guidance")


def flag(values):
    return pd.array([pd.NA if value is None else value for value in values], dtype="boolean")


class District:
    """Tables of a few parcels; every keyword is a column, given once for all parcels or one by one."""

    def __init__(self, count=1, **columns):
        self.count, self.columns = count, columns
        self.parcels = pd.DataFrame({"parcel_id": [f"P{number}" for number in range(count)], "area_m2": 1e4})
        for name in ("urban_rural", "industry"):
            self.parcels[name] = self.texts(name)
        for name in ("heritage", "contaminated"):
            self.parcels[name] = self.flags(name)
        row = self.texts("row", "base")
        parts = [name.split("_") if name in ROWS[2:] else None for name in row]
        self.levels = pd.DataFrame({"level": ["block" if part else name for name, part in zip(row, parts)]})
        self.levels["block_kind"] = [part and part[0] for part in parts]
        if "urban_rural" not in columns:
            self.parcels["urban_rural"] = [
                part[1] if part and part[0] == "scattered" else None for part in parts
            ]
        self.control = pd.DataFrame(
            {
                name: self.numbers(name, 0.0)
                for name in ("redline_share", "farmland_share", "boundary_share", "rigid_share")
            }
        )
        for name in ("redline_encroaching", "farmland_encroaching", "encroaching", "inside_boundary"):
            self.control[name] = self.flags(name)
        self.deficiency = pd.DataFrame(
            {"deficiency": self.texts("deficiency", "none"), "green_fail": self.flags("green_fail")}
        )
        self.industrial = np.array(self.each("industrial", True), dtype=bool)

    def each(self, name, default=None):
        value = self.columns.get(name, default)
        return list(value) if isinstance(value, (list, tuple)) else [value] * self.count

    def texts(self, name, default=None):
        return pd.Series(self.each(name, default), dtype=object)

    def flags(self, name):
        return flag(self.each(name))

    def numbers(self, name, default):
        return np.array(
            [np.nan if value is None else value for value in self.each(name, default)], dtype=float
        )

    def guide(self, rules, **more):
        return guide(self.parcels, self.levels, self.control, self.deficiency, self.industrial, rules, **more)

    def reclaim(self, rules, land=None, **more):
        args = (self.parcels, self.control, land, self.deficiency, self.industrial, rules)
        return [None if value is pd.NA else bool(value) for value in rigid_reclaim(*args, **more)]


def holdings(*rows):
    return pd.DataFrame(rows, columns=["ent_id", "parcel_id", "land_m2"])


# The shipped table


def test_matrix_has_a_row_for_every_level_and_class(rules):
    assert {(row["level"], row["class"]) for row in rules.matrix} == set(itertools.product(ROWS, CLASSES))
    assert len(rules.matrix) == 35


def test_texts_are_in_both_languages_and_end_as_sentences(rules):
    for row in (*rules.matrix, *rules.modifiers):
        assert row["text_en"].endswith("."), row
        assert row["text_zh"].endswith("。"), row
        assert not re.search(r"[\u4e00-\u9fff]", row["text_en"]), row
        assert len(re.findall(r"[\u4e00-\u9fff]", row["text_zh"])) > 10, row


def test_light_and_heavy_divisions_are_those_of_the_method(rules):
    light, heavy = expand_divisions(rules.light_divisions), expand_divisions(rules.heavy_divisions)
    assert light == {f"{n:02d}" for n in [*range(13, 25), 27, 28, 40, 41]}
    assert heavy == {f"{n:02d}" for n in [*range(6, 13), 25, 26, *range(29, 40), *range(42, 47)]}
    assert not light & heavy


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_cell_of_the_matrix_reaches_its_parcel(rules, language):
    cells = list(itertools.product(ROWS, CLASSES))
    district = District(len(cells), row=[row for row, _ in cells], deficiency=[name for _, name in cells])
    result = district.guide(rules, language=language)
    expected = {(row["level"], row["class"]): row for row in rules.matrix}
    for number, cell in enumerate(cells):
        row = expected[cell]
        assert result["measure_text"][number] == row[f"text_{language}"]
        for name in ("measure", "priority", "horizon", "direction"):
            assert result[name][number] == row[name]
    assert result["reclaim"].tolist() == [False] * len(cells)


def test_what_the_paper_asks_for_is_in_the_rows(rules):
    text = {(row["level"], row["class"]): row["text_en"] for row in rules.matrix}
    direction = {(row["level"], row["class"]): row["direction"] for row in rules.matrix}
    assert "highest of the three levels" in text["base", "efficiency"]
    assert "below that of bases" in text["community", "efficiency"]
    assert "slightly below that of communities" in text["cluster_block", "efficiency"]
    assert "qualified community" in text["cluster_block", "none"]
    assert text["scattered_rural", "efficiency"].startswith("Near term: comprehensive remediation")
    assert "industry_to_commercial" in direction["base", "efficiency"]
    assert all("industry_to_commercial" not in direction["cluster_block", name] for name in CLASSES)
    assert all("reserve" in direction["scattered_rural", name] for name in CLASSES)


# Level rows


def test_blocks_are_clusters_or_scattered_and_unknown_sides_say_so(rules):
    sides = ["urban", "rural", None]
    district = District(3, row="scattered_rural", deficiency="efficiency", urban_rural=sides)
    result = district.guide(rules)
    assert result["measure"].tolist() == ["rebuild_in_part", "remediate_then_reserve", "rebuild_in_part"]
    assert result["measure_text"].str.contains("urban or rural is not known").tolist() == [False, False, True]
    rural = district.guide(replace(rules, urban_rural_unknown="rural"))
    assert rural["measure"].tolist()[2] == "remediate_then_reserve"
    cluster = District(row="cluster_block", deficiency="none", urban_rural=None).guide(rules)
    assert "not known" not in cluster["measure_text"][0]


def test_non_industrial_parcels_have_no_advice(rules):
    result = District(2, deficiency=["green", None], industrial=[True, False], row=["base", None]).guide(
        rules
    )
    assert list(result.columns) == names(GUIDANCE_RESULT)
    assert result.loc[1].isna().all()
    assert [value for value in result.loc[1, ["measure", "direction"]]] == [None, None]
    assert str(result["reclaim"].dtype) == "boolean"


def test_missing_row_of_the_matrix_is_named(rules):
    short = replace(rules, matrix=rules.matrix[1:])
    with pytest.raises(LandRenewalError, match="level 'base' and class 'green'"):
        District(deficiency="green").guide(short)


# Reclaim


def test_parcel_is_reclaimed_above_half_but_not_at_half(rules):
    district = District(
        3, rigid_share=[0.5, 0.5001, 0.9], redline_share=[0.5, 0.5001, 0.2], farmland_share=[0, 0, 0.8]
    )
    assert district.reclaim(rules) == [False, True, True]
    result = district.guide(rules)
    assert result["measure"].tolist() == ["retain", "reclaim", "reclaim"]
    assert result["direction"].tolist()[1:] == ["green", "farmland"]
    assert result["priority"].tolist()[1:] == ["high", "high"]
    assert result["measure_text"][1].startswith("Reclaim:")
    assert "micro-renovation" not in result["measure_text"][1]


def test_unsupplied_rigid_line_leaves_it_unknown_unless_the_others_suffice(rules):
    district = District(3, rigid_share=[0.4, 0.6, None], redline_share=[0.4, 0.6, None], farmland_share=None)
    assert district.reclaim(rules) == [None, True, None]
    assert district.reclaim(rules, rigid_lines=("redline",)) == [False, True, None]
    assert "is not known: a rigid control line" in district.guide(rules)["measure_text"][0]
    assert District(rigid_share=None, redline_share=None, farmland_share=None).reclaim(
        rules, rigid_lines=()
    ) == [False]


def test_total_land_of_a_firm_counts_as_well(rules):
    # E holds 1 ha at 90 % and 0.5 ha at 0 %: 60 % of its land. F holds the rest of P1 only.
    district = District(3, rigid_share=[0.9, 0.0, 0.0], redline_share=[0.9, 0.0, 0.0])
    land = holdings(("E", "P0", 1e4), ("E", "P1", 5e3), ("F", "P1", 5e3), ("F", "P2", 1e4))
    assert district.reclaim(rules, land) == [True, True, False]
    # With 1 ha of free land, E is at 45 %: only the parcel that is above half by itself is left.
    land = holdings(("E", "P0", 1e4), ("E", "P1", 1e4), ("F", "P2", 1e4))
    assert district.reclaim(rules, land) == [True, False, False]


def test_firm_at_exactly_half_is_not_reclaimed_and_unknown_lines_stay_unknown(rules):
    district = District(2, rigid_share=[0.5, 0.5], redline_share=[0.5, 0.5])
    assert district.reclaim(rules, holdings(("E", "P0", 3e3), ("E", "P1", 7e3))) == [False, False]
    unknown = District(2, rigid_share=[0.2, 0.2], redline_share=[0.2, 0.2], farmland_share=None)
    assert unknown.reclaim(rules, holdings(("E", "P0", 3e3), ("E", "P1", 7e3))) == [None, None]


def test_reclaim_can_be_kept_to_green_deficient_land(rules):
    green = replace(rules, reclaim_applies_to="green")
    district = District(4, rigid_share=[0.9, 0.9, 0.9, 0.1], green_fail=[True, False, None, None])
    assert district.reclaim(rules) == [True, True, True, False]
    assert district.reclaim(green) == [True, False, None, False]


def test_reclaim_beyond_what_the_paper_says_is_counted(rules):
    district = District(4, rigid_share=[0.8, 0.8, 0.8, 0.1], green_fail=[True, False, None, False])
    wide = district.guide(rules)["reclaim"]
    (said,) = reclaim_notes(wide, district.deficiency)
    assert str(said).startswith("2 of 3 parcels to be reclaimed are not green-deficient")
    narrow = district.guide(replace(rules, reclaim_applies_to="green"))["reclaim"]
    assert reclaim_notes(narrow, district.deficiency) == []


def test_reclaim_is_unknown_off_industrial_land(rules):
    assert District(2, rigid_share=0.9, industrial=[True, False]).reclaim(rules) == [True, None]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5), st.floats(1, 1e4)), max_size=10),
)
def test_reclaim_equals_the_rule_written_as_loops(rules, parcels, held):
    share = [value for value, _ in parcels]
    known = [value for _, value in parcels]
    district = District(
        len(parcels),
        rigid_share=share,
        redline_share=0.0,
        farmland_share=[0.0 if value else None for value in known],
    )
    held = [(firm, place, land) for firm, place, land in held if place < len(parcels)]
    land = holdings(*[(f"E{firm}", f"P{place}", area) for firm, place, area in held])

    def one(place):
        answers = [True if share[place] > 0.5 else (False if known[place] else None)]
        for firm in {name for name, where, _ in held if where == place}:
            own = [(where, area) for name, where, area in held if name == firm]
            over = sum(area * share[where] for where, area in own) / sum(area for _, area in own)
            answers.append(
                True if over > 0.5 + 1e-9 else (False if all(known[where] for where, _ in own) else None)
            )
        return True if True in answers else (None if None in answers else False)

    assert district.reclaim(rules, land) == [one(place) for place in range(len(parcels))]


# Other special cases


def test_scattered_rural_land_on_protected_zones_is_withdrawn_first(rules):
    rows = ["scattered_rural", "scattered_rural", "scattered_rural", "scattered_urban", "cluster_block"]
    district = District(
        5, row=rows, deficiency="none", redline_encroaching=[True, None, None, True, True],
        farmland_encroaching=[False, True, None, False, False],
    )  # fmt: skip
    result = district.guide(rules)
    assert result["measure"].tolist() == ["withdraw", "withdraw", "phase_out", "retain", "retain_and_merge"]
    assert result["priority"].tolist() == ["high", "high", "low", "low", "low"]
    assert result["measure_text"][0].startswith("Withdrawal first:")


def test_reclaim_comes_before_withdrawal(rules):
    district = District(row="scattered_rural", rigid_share=0.8, redline_share=0.8, redline_encroaching=True)
    result = district.guide(rules)
    assert result["measure"].tolist() == ["reclaim"]
    assert "Withdrawal first" not in result["measure_text"][0]


def test_boundary_raises_the_priority_by_one_step(rules):
    rows = ["cluster_block"] * 3 + ["base", "community", "community"]
    inside = [False, True, None, True, True, False]
    district = District(6, row=rows, deficiency="quality", inside_boundary=inside)
    result = district.guide(rules)
    assert result["priority"].tolist() == ["high", "medium", "medium", "high", "high", "medium"]
    text = result["measure_text"]
    assert text.str.contains("clearance, relocation and improvement").tolist() == [True] + [False] * 5
    assert text.str.contains("come first").tolist() == [False, False, False, True, True, False]
    low = District(row="cluster_block", deficiency="none", inside_boundary=False).guide(rules)
    assert low["priority"].tolist() == ["medium"]


def test_light_industry_may_go_up_and_heavy_must_not_simply_be_intensified(rules):
    industry = ["13", "2710", "34", "C06", "47", None, "13"]
    classes = ["efficiency"] * 6 + ["equity"]
    text = District(7, industry=industry, deficiency=classes).guide(rules)["measure_text"]
    assert text.str.contains("multi-storey").tolist() == [True, True] + [False] * 5
    assert text.str.contains("do not simply raise").tolist() == [
        False,
        False,
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_site_that_is_to_be_given_up_is_not_told_how_to_grow(rules):
    rows = ["scattered_rural", "scattered_urban", "cluster_block", "scattered_rural"]
    industry = ["13", "13", "13", "34"]
    text = District(4, row=rows, industry=industry, deficiency="efficiency").guide(rules)["measure_text"]
    assert "without new floor space" in text[0]
    assert text.str.contains("multi-storey").tolist() == [False, True, True, False]
    assert not text.str.contains("do not simply raise").any()


def test_unused_land_is_supervised_and_not_surveyed(rules):
    district = District(7, row=["base", "community", "cluster_block", "scattered_rural", *["base"] * 3],
                        deficiency=["unknown"] * 4 + ["green", "unknown", "efficiency"])  # fmt: skip
    stages = ["approved", "supplied", "approved", "supplied", "supplied", "built", "supplied"]
    district.parcels["stage"] = pd.Series(stages, dtype=object)
    result = district.guide(rules)
    supervised = ["supervise"] * 4
    assert result["measure"].tolist() == [*supervised, "comply", "survey", "supervise"]
    assert (
        result["direction"].tolist()[:4]
        == ["industry_to_industry"] * 2 + ["industry_to_industry;reserve"] * 2
    )
    assert result["priority"].tolist()[:4] == ["medium"] * 4
    text = result["measure_text"]
    assert text.str.contains("survey|tests could be made").tolist() == [False] * 5 + [True, False]
    assert text.str.contains("reserve").tolist()[:4] == [False, False, True, True]
    unstaged = District(row="base", deficiency="unknown").guide(rules)
    assert unstaged["measure"].tolist() == ["survey"]


def test_unused_land_under_rigid_control_is_still_reclaimed(rules):
    district = District(2, row="scattered_rural", deficiency="unknown", rigid_share=[0.8, 0.1],
                        redline_encroaching=True)  # fmt: skip
    district.parcels["stage"] = pd.Series(["approved"] * 2, dtype=object)
    result = district.guide(rules)
    assert result["measure"].tolist() == ["reclaim", "withdraw"]
    assert not result["measure_text"].str.contains("built on").any()


def test_industry_of_the_deciding_occupant_comes_before_that_of_the_parcel(rules):
    district = District(industry="13", deficiency="efficiency")
    text = district.guide(rules, industry=pd.Series(["34"]))["measure_text"][0]
    assert "Heavy industry" in text


def test_heritage_and_soil_checks_also_hold_for_land_that_is_reclaimed(rules):
    district = District(
        3, heritage=[True, None, False], contaminated=[True, None, False], rigid_share=[0.8, 0.0, 0.0]
    )
    text = district.guide(rules)["measure_text"]
    assert text.str.contains("no demolition before a cultural-value check").tolist() == [True, False, False]
    assert text.str.contains("investigate it").tolist() == [True, False, False]


def test_reclaimed_land_gets_no_advice_on_how_to_build(rules):
    district = District(
        row="cluster_block", deficiency="efficiency", industry="13", rigid_share=0.8, inside_boundary=False
    )
    text = district.guide(rules)["measure_text"][0]
    assert "multi-storey" not in text
    assert "clearance" not in text


def test_modifiers_are_data(rules):
    changed = tuple(
        {
            **row,
            "enabled": row["condition"] != "contaminated",
            "measure": "check" if row["condition"] == "heritage" else None,
        }
        for row in rules.modifiers
    )
    result = District(heritage=True, contaminated=True).guide(replace(rules, modifiers=changed))
    assert result["measure"].tolist() == ["check"]
    assert "soil" not in result["measure_text"][0]
    wrong = ({**rules.modifiers[0], "condition": "full_moon"},)
    with pytest.raises(LandRenewalError, match="'full_moon'"):
        District().guide(replace(rules, modifiers=wrong))


def test_chinese_text_joins_without_spaces(rules):
    text = District(deficiency="efficiency", industry="13", heritage=True).guide(rules, language="zh")[
        "measure_text"
    ][0]
    assert "。属轻工业，可选择性采用多层厂房。地块可能具有工业遗产价值" in text


def test_permuted_rows_give_permuted_advice_and_inputs_stay_as_they_are(rules):
    district = District(
        4,
        row=["base", "scattered_rural", "cluster_block", "community"],
        deficiency=["efficiency", "green", "none", "unknown"],
        rigid_share=[0.2, 0.9, 0.1, 0.5],
        industry=["34", None, "13", None],
        inside_boundary=[True, None, False, False],
    )
    land = holdings(("E", "P0", 5e3), ("E", "P1", 5e3), ("F", "P2", 1e4))
    tables = [district.parcels, district.levels, district.control, district.deficiency]
    before = [table.copy() for table in tables]
    result = guide(*tables, district.industrial, rules, land)
    turned = guide(
        *[table.iloc[::-1].reset_index(drop=True) for table in tables], district.industrial, rules, land[::-1]
    )
    pd.testing.assert_frame_equal(result.iloc[::-1].reset_index(drop=True), turned)
    for table, copy in zip(tables, before):
        pd.testing.assert_frame_equal(table, copy)


def test_advice_follows_from_the_tests_end_to_end(rules):
    parcels = pd.DataFrame(
        {"parcel_id": ["P0", "P1", "P2"], "area_m2": 1e4, "urban_rural": ["rural", "rural", None]}
    )
    firms = pd.DataFrame(
        {
            "ent_id": ["A", "B"],
            "industry": ["34", "13"],
            "output": [1.0, 99.0],
            "eia_passed": flag([True, True]),
        }
    )
    occupancy = pd.DataFrame({"ent_id": ["A", "B"], "parcel_id": ["P0", "P1"], "share": np.nan})
    levels = pd.DataFrame(
        {"level": ["block"] * 2 + ["base"], "block_kind": ["scattered", "scattered", None], "park_id": None}
    )
    control = pd.DataFrame(
        {"redline_share": [0.0, 0.6, 0.0], "farmland_share": 0.0, "rigid_share": [0.0, 0.6, 0.0]}
    )
    control["redline_encroaching"] = flag([False, True, False])
    industrial = np.ones(3, bool)
    found = assess(
        firms,
        occupancy,
        parcels,
        levels,
        control,
        None,
        industrial,
        load_profile().params(DeficiencyRules, "deficiency"),
    )
    result = guide(parcels, levels, control, found.parcels, industrial, rules, found.land, found.industry)
    assert found.parcels["deficiency"].tolist() == ["efficiency", "green", "unknown"]
    assert result["measure"].tolist() == ["remediate_then_reserve", "reclaim", "survey"]
    assert result["measure_text"][0].startswith("Near term: comprehensive remediation")


def test_a_district_can_rewrite_a_row_and_switch_a_case_off(tmp_path):
    own = tmp_path / "own.yml"
    own.write_text(
        """
extends: default
guidance:
  reclaim_share: {value: 0.7, unit: share, source: county rule, year: 2025, status: verified}
  matrix:
    rows:
      - {level: base, class: none, measure: keep, text_en: Keep it.}
  modifiers:
    rows:
      - {condition: heritage, enabled: false}
deficiency:
  efficiency_kind: table
  sector_thresholds:
    rows:
      - {sector: "34", efficiency: {value: 2, unit: 10k CNY/mu}, source: county, year: 2025, status: verified}
""",
        encoding="utf-8",
    )
    profile = load_profile(own)
    rules = profile.params(GuidanceRules, "guidance")
    result = District(2, rigid_share=[0.65, 0.75], heritage=True).guide(rules)
    assert result["measure"].tolist() == ["keep", "reclaim"]
    assert result["measure_text"][0] == "Keep it."
    (row,) = profile.params(DeficiencyRules, "deficiency").sector_thresholds
    assert row["efficiency"] == pytest.approx(3000.0)  # 1 mu = 2000/3 m2
    assert row["equity"] is None
