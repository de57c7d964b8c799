"""The examples of the user guide do what the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from land_renewal.core.intake.mapping import load_mapping, standardise
from land_renewal.core.performance.performance import PerformanceRules, read_indicators
from land_renewal.core.rules.profile import load_profile

DOCS = Path(__file__).resolve().parents[2] / "docs"
NOTES = {"user-guide.md": "Survey of 2022; tax is not in it.", "user-guide.zh.md": "2022年调查，不含税收。"}


@pytest.fixture(params=NOTES)
def guide(request):
    return DOCS / request.param


@pytest.fixture
def example(tmp_path, guide):
    """Write the example that begins with a comment into a file."""

    def write(kind: str) -> Path:
        found = re.findall(rf"```yaml\n(# {kind}\n.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
        assert len(found) == 1
        path = tmp_path / f"{kind}.yml"
        path.write_text(found[0], encoding="utf-8")
        return path

    return write


def test_the_mapping_reads_parcels(example, guide):
    source = pd.DataFrame({
        "地块编号": ["a", "b"], "地类编码": ["601", "0601"], "面积": [3, 6],
        "坐落代码": ["990101001002", None], "城乡属性": ["城镇", "其他"], "供应状态": ["已建", "批而未供"],
        "容积率": [0, 1.2], "疑似污染": ["是", None],
    })  # fmt: skip
    made = standardise(source, "parcels", load_mapping(example("mapping")))
    assert made.frame["land_code"].tolist() == ["0601", "0601"]
    assert made.frame["stated_m2"].tolist() == pytest.approx([2000, 4000])
    assert made.frame["town_code"].tolist() == ["990101001", None]
    assert made.frame["urban_rural"].tolist() == ["urban", None]
    assert made.frame["stage"].tolist() == ["built", "approved"]
    assert made.frame["contaminated"].tolist() == [True, pd.NA]
    assert pd.isna(made.frame["site_far"][0])
    assert NOTES[guide.name] in made.notes


def test_the_mapping_reads_enterprises(example):
    source = pd.DataFrame({
        "序号": [1, 2], "企业名称": ["甲", "乙"], "行业代码": ["3411", "39"], "工业总产值": ["1.2", "0"],
        "税收": ["3,400,000", "0"], "环评验收": ["是", "否"], "横坐标": [38520000, 0], "纵坐标": [3350000, 0],
    })  # fmt: skip
    frame = standardise(source, "enterprises", load_mapping(example("mapping"))).frame
    assert frame["output"].fillna(-1).tolist() == [12000, -1]
    assert frame["tax"].tolist() == [340, 0]
    assert frame["eia_passed"].tolist() == [True, False]


def test_the_profile_changes_what_it_names_and_nothing_else(example):
    profile = load_profile(example("rules"))
    assert profile.value("levels.base_min_area") == 3e6
    assert profile.value("deficiency.efficiency_absolute") == 150 * 1500
    assert profile.value("scenarios.relocation_cost") == pytest.approx(80 * 1500)
    keys = [difference.key for difference in profile.differences()]
    changed = {key.rsplit(".", 1)[0] if "]" in key else key for key in keys}
    assert changed == {
        "levels.policy", "levels.base_min_area",
        "deficiency.efficiency_kind", "deficiency.efficiency_absolute",
        "deficiency.dominant_industries", "scenarios.relocation_cost", "scenarios.target_far_base",
        "scenarios.moves[clustering_with_parks, small_blocks]", "guidance.matrix[base, green]",
    }  # fmt: skip


def test_the_indicator_of_ones_own_is_read(example):
    found = read_indicators(load_profile(example("own indicator")).params(PerformanceRules, "performance"))
    assert found[-1].name == "Profit rate" and found[-1].formula.columns == ("profit", "output")
