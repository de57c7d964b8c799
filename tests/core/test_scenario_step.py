"""The scenarios in the study: locks and own moves come in as tables and rules."""

from __future__ import annotations

import pandas as pd
import pytest
from helpers import Shelf, texts

from land_renewal.core.common.columns import CONFLICTS, FRONTIER, RECEIVERS, SCENARIO_RESULT, SHORTAGES, names
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.sample.sample import sample_district
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import INPUTS, Study, run_study

LARGE = "large_concentration"
TARGETS = ("scenario_custom", f"scenario_{LARGE}", "receivers", "rejects.locks")
OWN = """extends: default
scenarios:
  moves:
    rows:
      - {scenario: custom, rule: bad, who: scattered+deficient, to: base_or_community}
  custom_max_moved: {value: 30, unit: ha, source: own, year: 2025, status: assumption}
"""


@pytest.fixture(scope="module")
def raw():
    tables = sample_district(seed=1, parcels=300)
    return {name: tables[name] for name in INPUTS if name in tables}


def run(raw, rules=None, language="en", store=None):
    return run_study(Study(raw, load_mapping(None), load_profile(rules), language, store), STEPS, TARGETS)


@pytest.fixture(scope="module")
def plain(raw):
    return run(raw)


@pytest.fixture(scope="module")
def own(raw, tmp_path_factory):
    path = tmp_path_factory.mktemp("rules") / "own.yml"
    path.write_text(OWN, encoding="utf-8")
    return run(raw, path)


def test_without_own_moves_there_is_no_fourth_scenario(plain):
    assert plain["scenario_custom"] is None
    assert "custom" not in set(plain["scenario_summary"]["scenario"])
    assert plain["rejects.locks"].empty


def test_own_moves_make_a_fourth_scenario_like_the_others(own, plain):
    found = own["scenario_custom"]
    moved = (found["fate"] == "relocate").to_numpy()
    assert moved.any()
    assert set(own["levels"]["block_kind"][moved]) == {"scattered"}
    row = own["scenario_summary"].set_index("scenario").loc["custom"]
    assert 0 < row["moved_m2"] <= 3e5
    assert abs(row["residual_m2"]) < 0.5
    assert (found["fate_reason"] == "limit").sum() > 0
    for table in ("flows", "receivers", "conflicts", "frontier"):
        assert "custom" in set(own[table]["scenario"]), table
    pd.testing.assert_frame_equal(own[f"scenario_{LARGE}"], plain[f"scenario_{LARGE}"])


def test_tables_have_the_columns_that_are_described(own):
    for table, columns in (("shortages", SHORTAGES), ("conflicts", CONFLICTS), ("frontier", FRONTIER)):
        assert list(own[table]) == names(columns)
    assert list(own["receivers"].drop(columns="geometry")) == names(RECEIVERS)
    assert list(own["scenario_custom"]) == names(SCENARIO_RESULT)


def locked(plain):
    """Two parcels that large concentration moves, and a park to send the second to."""
    ids = plain["parcels"]["parcel_id"][(plain[f"scenario_{LARGE}"]["fate"] == "relocate").to_numpy()]
    capacity = plain["receivers"].query("scenario == @LARGE and level == 'community'")
    park = capacity.sort_values("capacity_m2")["park_id"].iloc[-1]
    return ids.iloc[0], ids.iloc[1], park


def test_locks_are_read_and_the_plan_is_solved_around_them(raw, plain):
    stays, goes, park = locked(plain)
    table = pd.DataFrame(
        {
            "scenario": [LARGE, None, None],
            "parcel_id": [stays, goes, "nowhere"],
            "action": ["stay", "move", "stay"],
            "park_id": [None, park, None],
        }
    )
    study = run({**raw, "locks": table}, store=Shelf(plain))
    fates = study[f"scenario_{LARGE}"].set_index(study["parcels"]["parcel_id"])
    assert fates.loc[stays, ["fate", "fate_reason"]].tolist() == ["retain", "locked"]
    assert fates.loc[goes, ["fate", "fate_reason", "dest_id"]].tolist() == ["relocate", "locked", park]
    assert texts(study["rejects.locks"]["value"]) == ["nowhere"]
    assert "locks: 1 rows could not be used; see rejects." in study.messages["scenarios"]
    small = study["scenario_small_clustering"].set_index(study["parcels"]["parcel_id"])
    assert small.loc[goes, "dest_id"] == park, "a lock without a scenario is one of all"
    land = plain["parcels"].set_index("parcel_id")["area_m2"]
    assert [start(one) for one in (plain, study)] == [0, pytest.approx(land[goes])], "and of the frontier"


def start(study):
    """Land moved where the frontier begins: no more than must be."""
    found = study["frontier"]
    return found[(found["kind"] == "clustering") & (found["point"] == 0)]["moved_m2"].iloc[0]


def test_another_lock_changes_the_scenarios_and_nothing_before_them(raw, plain):
    stays, *_ = locked(plain)
    table = pd.DataFrame({"parcel_id": [stays], "action": ["stay"]})
    study = run({**raw, "locks": table}, store=Shelf(plain))
    changed = [step for step, found in study.fingerprints.items() if found != plain.fingerprints[step]]
    assert changed == ["scenarios"]


def test_locks_that_contradict_each_other_stop_with_a_sentence(raw, plain):
    stays, *_ = locked(plain)
    table = pd.DataFrame({"parcel_id": [stays] * 2, "action": ["stay", "move"], "park_id": [None, "P001"]})
    with pytest.raises(LandRenewalError, match=f"locked to move and to stay: {stays}"):
        run({**raw, "locks": table}, store=Shelf(plain))


def test_findings_and_principles_speak_chinese(raw):
    study = run(raw, language="zh")
    row = study["scenario_summary"].iloc[1]
    assert row["principle_volume_text"].startswith("工业用地")
    assert all(note.isascii() is False for note in study.messages["scenarios"][1:])
