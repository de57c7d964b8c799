"""The study: which steps run, what makes them run again, and results that do not hang on what was stored."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import Shelf, profile, row_of, square

from land_renewal.core.common import columns as std
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.intake.mapping import load_mapping
from land_renewal.core.rules.profile import load_profile
from land_renewal.core.study.steps import STEPS
from land_renewal.core.study.study import INPUTS, Study, needed_steps, run_study

UTM = 32650
X, Y = 500_000, 3_300_000
EVERYTHING = [name for step in STEPS for name in step.writes if not name.startswith("rejects")]
STEP_NAMES = [step.name for step in STEPS]
# They report, and no other step reads what they write.
LOOKING = ("lines", "checks", "readiness")
DECIDING = [name for name in STEP_NAMES if name not in LOOKING]


def at(shape):
    return shapely.transform(shape, lambda xy: xy + np.array([X, Y]))


def layer(shapes, **columns):
    return gpd.GeoDataFrame(columns, geometry=[at(shape) for shape in shapes], crs=UTM)


def district():
    """Eight parcels, a base, a small park, firms, two towns, all lines and a plan."""
    shapes = [square(100), square(400), *row_of(5, x=4000), square(9000)]
    flag = pd.array([True, False, None, *[True] * 5], dtype="boolean")
    parcels = layer(
        shapes,
        parcel_id=list("abcdefgh"),
        land_code=["0601"] * 7 + ["0701"],
        stage=["built", "approved"] + ["built"] * 6,
        urban_rural=["urban", None] + ["rural"] * 6,
        output=[50.0, 0, 10, 20, 30, 40, 50, 60],
        eia_passed=flag,
    )
    zone = layer(
        [shapely.box(0, 0, 2100, 2000)], park_id=["B"], admin_level=["county"], zone_type=["economic"]
    )
    firms = pd.DataFrame(
        {
            "ent_id": list("mno"),
            "output": [500.0, 10.0, 90.0],
            "tax": [9.0, 1.0, 2.0],
            "employees": [40, 30, 5],
            "x": [X + 150.0, X + 4050, X + 4170],
            "y": [Y + 50.0] * 3,
        }
    )
    return {
        "parcels": parcels,
        "parks": zone,
        "enterprises": firms,
        "towns": layer(
            [shapely.box(-10, -10, 3000, 3000), shapely.box(3000, -10, 9999, 3000)], town_code=["1", "2"]
        ),
        "redline": layer([shapely.box(4000, 0, 4060, 200)]),
        "farmland": layer([shapely.box(4040, 0, 4090, 200)]),
        "boundary": layer([shapely.box(-10, -10, 4200, 3000)]),
        "plan": layer([shapely.box(0, 0, 2100, 2000)], planned_use=["1001"]),
    }


def study(raw=None, rules=None, store=None, language="en", mapping=None, targets=EVERYTHING):
    made = Study(raw or district(), mapping or load_mapping(None), rules or profile(), language, store)
    return run_study(made, STEPS, targets)


@pytest.fixture(scope="module")
def done():
    """The study of the district, run once."""
    return study()


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """The same with a scenario of one's own."""
    path = tmp_path_factory.mktemp("own") / "own.yml"
    path.write_text(
        "extends: default\nscenarios:\n  moves:\n"
        "    source: county plan\n    year: 2025\n    status: assumption\n"
        "    rows:\n      - {scenario: custom, rule: mine, who: block, to: base_or_community}\n",
        encoding="utf-8",
    )
    return study(rules=load_profile(path))


def rules_with(tmp_path, section, key, value, unit, year=2025):
    """The default rules with one of them changed."""
    origin = f"source: D, year: {year}, status: assumption"
    text = f"extends: default\nname: own\n{section}:\n  {key}: {{value: {value}, unit: '{unit}', {origin}}}\n"
    path = tmp_path / "own.yml"
    path.write_text(text, encoding="utf-8")
    return load_profile(path)


def results(made):
    return {name: made[name] for step in STEPS if not step.transient for name in step.writes}


def same(found, expected):
    """Equal to the last bit, in every table."""
    assert found.keys() == expected.keys()
    for name, table in expected.items():
        if table is None:
            assert found[name] is None, name
        else:
            pd.testing.assert_frame_equal(
                pd.DataFrame(found[name]), pd.DataFrame(table), check_exact=True, obj=name
            )


# Which steps are needed.


def names(targets):
    return [step.name for step in needed_steps(STEPS, targets)]


def test_parcels_alone_need_one_step():
    assert names(["parcels"]) == ["parcels"]


def test_levels_need_parcels_and_parks():
    assert names(["levels"]) == ["parcels", "parks", "levels"]


def test_scenarios_need_everything_but_the_steps_that_only_look():
    assert names(["economics"]) == DECIDING
    assert names(["scenario_summary"]) == [name for name in DECIDING if name != "economics"]


def test_no_step_reads_what_the_looking_ones_write():
    written = {table for step in STEPS if step.name in LOOKING for table in step.writes}
    assert not written & {table for step in STEPS for table in step.reads}


def test_no_target_needs_no_step():
    assert names([]) == []


def test_steps_read_only_what_was_given_or_written_before():
    there = {f"raw.{name}" for name in INPUTS}
    for step in STEPS:
        assert set(step.reads) <= there, step.name
        there |= set(step.writes)


# What a step declares is what it uses: a table or a section it does not name would not make it run again.


class Watched(dict):
    """Raw layers that note who is asked for."""

    def __init__(self, raw):
        super().__init__(raw)
        self.asked = set()

    def get(self, name, default=None):
        self.asked.add(name)
        return super().get(name, default)

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)


@pytest.mark.parametrize("made", ["done", "own"])
@pytest.mark.parametrize("step", STEPS, ids=STEP_NAMES)
def test_a_step_uses_nothing_it_does_not_declare(step, made, request):
    asked, sections, done = set(), set(), request.getfixturevalue(made)
    rules = done.profile

    class Spy(Study):
        def __getitem__(self, name):
            asked.add(name)
            return done[name]

    class SpyRules:
        def params(self, cls, section):
            sections.add(section)
            return rules.params(cls, section)

        def table(self, path):
            sections.add(path.split(".")[0])
            return rules.table(path)

        def entry(self, path):
            sections.add(path.split(".")[0])
            return rules.entry(path)

        @property
        def sections(self):
            return Sections(rules.sections)

        defaults = sections

    class Sections(dict):
        def __getitem__(self, name):
            sections.add(name)
            return super().__getitem__(name)

    raw = Watched(district())
    spy = Spy(raw, load_mapping(None), SpyRules(), tables={"_work": done.work})
    step.run(spy)
    assert asked <= {name for name in step.reads if not name.startswith("raw.")}
    assert {f"raw.{name}" for name in raw.asked} <= {*step.reads, "raw.parcels"}
    assert sections <= set(step.rules)


# Fingerprints.


def test_the_same_inputs_have_the_same_fingerprints_and_results(done):
    again = study()
    assert again.fingerprints == done.fingerprints
    same(results(again), results(done))


IDLE = [replace(step, run=lambda _study: {}) for step in STEPS]


def fingerprints(raw=None, rules=None, language="en"):
    """The fingerprints of a study whose steps do nothing: they hang on what goes in alone."""
    made = Study(raw or district(), load_mapping(None), rules or profile(), language)
    return run_study(made, IDLE, EVERYTHING).fingerprints


def test_fingerprints_are_known_before_anything_is_computed(done):
    assert fingerprints() == done.fingerprints


def changed_steps(before, raw=None, **settings):
    """Steps whose fingerprint is another one."""
    after = fingerprints(raw, **settings)
    return [name for name in DECIDING if before.fingerprints[name] != after[name]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("redline", ["control", "deficiency", "guidance", "performance", "scenarios", "economics"]),
        ("boundary", ["control", "deficiency", "guidance", "performance", "scenarios", "economics"]),
        ("plan", ["plan", "control", "deficiency", "guidance", "performance", "scenarios", "economics"]),
        ("parks", ["parks", "levels", "deficiency", "guidance", "performance", "scenarios", "economics"]),
        ("towns", ["towns", "scenarios", "economics"]),
        (
            "enterprises",
            ["enterprises", "matching", "deficiency", "guidance", "performance", "scenarios", "economics"],
        ),
        ("parcels", DECIDING),
    ],
)
def test_another_layer_changes_the_steps_that_depend_on_it_and_no_other(table, expected, done):
    raw = district()
    raw[table] = raw[table].assign(more=1)
    assert changed_steps(done, raw) == expected


def test_a_layer_taken_away_changes_the_fingerprint(done):
    raw = district()
    del raw["redline"]
    assert changed_steps(done, raw) == [
        "control",
        "deficiency",
        "guidance",
        "performance",
        "scenarios",
        "economics",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.set_geometry(frame.geometry.translate(0.001, 0)),
        lambda frame: frame.assign(output=frame["output"].where(frame.index != 3, 21.0)),
        lambda frame: frame.assign(stage=frame["stage"].where(frame.index != 3)),
        lambda frame: frame.set_crs(32651, allow_override=True),
        lambda frame: frame.rename(columns={"output": "turnover"}),
        lambda frame: frame.iloc[::-1],
    ],
    ids=[
        "a millimetre",
        "one value",
        "one missing value",
        "another CRS",
        "a column name",
        "the order of rows",
    ],
)
def test_the_smallest_change_of_the_parcels_is_noticed(change):
    before = study({"parcels": district()["parcels"]}, targets=["parcels"])
    after = study({"parcels": change(district()["parcels"])}, targets=["parcels"])
    assert before.fingerprints["parcels"] != after.fingerprints["parcels"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (("scenarios", "small_block_max", 12, "ha"), ["scenarios", "economics"]),
        (
            ("levels", "cluster_gap", 40, "m"),
            ["levels", "deficiency", "guidance", "performance", "scenarios", "economics"],
        ),
        (
            ("control", "sliver_area", 20, "m2"),
            ["control", "deficiency", "guidance", "performance", "scenarios", "economics"],
        ),
        (
            ("deficiency", "reliability_minimum", 0.5, "share"),
            ["deficiency", "guidance", "performance", "scenarios", "economics"],
        ),
        (("guidance", "reclaim_share", 40, "%"), ["guidance", "scenarios", "economics"]),
        (
            ("matching", "nearest_tolerance", 20, "m"),
            ["matching", "deficiency", "guidance", "performance", "scenarios", "economics"],
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_another_rule_changes_the_steps_that_depend_on_it_and_no_other(tmp_path, rule, expected, done):
    assert changed_steps(done, rules=rules_with(tmp_path, *rule)) == expected


def test_a_rule_said_in_another_unit_changes_nothing(tmp_path, done):
    assert changed_steps(done, rules=rules_with(tmp_path, "scenarios", "small_block_max", 0.1, "km2")) == []


def test_another_language_writes_the_texts_again(done):
    assert "guidance" in changed_steps(done, language="zh")


# Stored tables.


def test_an_unchanged_study_is_used_again_and_not_one_table_is_computed(done):
    again = study(store=Shelf(done))
    assert again.reused == [step.name for step in STEPS if not step.transient]
    same(results(again), results(done))


def test_stored_notes_are_said_again(done):
    again = study(store=Shelf(done))
    for step in STEPS:
        if not step.transient:
            assert again.messages.get(step.name, []) == done.messages.get(step.name, [])


def test_with_an_empty_store_everything_runs():
    assert study(store=Shelf()).reused == []


CHANGES = {
    "redline": lambda raw: {**raw, "redline": layer([shapely.box(90, 0, 160, 200)])},
    "no farmland": lambda raw: {name: table for name, table in raw.items() if name != "farmland"},
    "parks": lambda raw: {**raw, "parks": raw["parks"].assign(vacant_m2=30_000.0)},
    "parcels": lambda raw: {**raw, "parcels": raw["parcels"].iloc[1:].reset_index(drop=True)},
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_rerun_equals_a_fresh_run_bit_for_bit(change, done):
    raw = CHANGES[change](district())
    rerun, fresh = study(raw, store=Shelf(done)), study(raw)
    same(results(rerun), results(fresh))
    assert rerun.fingerprints == fresh.fingerprints
    assert rerun.messages.get("scenarios") == fresh.messages.get("scenarios")
    assert bool(rerun.reused) == (change != "parcels")


def test_after_a_change_of_rules_the_rerun_equals_a_fresh_run(tmp_path, done):
    own = rules_with(tmp_path, "scenarios", "merge_max_area", 2, "ha")
    rerun, fresh = study(rules=own, store=Shelf(done)), study(rules=own)
    assert rerun.reused == ["control", "levels", "deficiency", "guidance", "performance"]
    same(results(rerun), results(fresh))


# What comes out.


def test_other_land_has_no_level_no_advice_and_no_fate(done):
    made = done
    row = 7  # land code 0701
    assert pd.isna(made["levels"]["level"][row])
    assert pd.isna(made["guidance"]["measure"][row])
    assert pd.isna(made["deficiency"]["deficiency"][row])
    for name in std.SCENARIOS[1:]:
        assert made[f"scenario_{name}"]["fate"].isna().tolist() == [False] * 7 + [True]


def test_every_scenario_is_summarised_and_only_moves_are_layers(done):
    made = done
    assert made["scenario_summary"]["scenario"].tolist() == list(std.SCENARIOS)
    assert "scenario_status_quo" not in made.tables
    assert set(made["receivers"]["scenario"]) == set(std.SCENARIOS[1:])


def test_only_parcels_are_needed():
    made = study({"parcels": district()["parcels"]})
    assert made["levels"]["level"].tolist()[:7] == ["block"] * 7
    assert made["control"].isna().all(axis=None)
    assert made.messages["control"] == ["Not checked, because not supplied: redline, farmland, boundary."]
    assert made["scenario_summary"]["residual_m2"].abs().max() < 0.5


def test_levels_that_the_parcels_carry_are_used():
    raw = {"parcels": district()["parcels"].assign(level="community", park_id="Z")}
    made = study(raw, targets=["levels"])
    assert set(made["levels"]["level"]) == {"community"}
    assert made.messages["levels"] == ["Taken from the parcels layer: level, park_id."]


def test_rows_that_cannot_be_used_are_rejected_and_the_rest_is_computed():
    raw = district()
    shapes = raw["parcels"].geometry.copy()
    shapes[2] = None
    raw["parcels"] = raw["parcels"].set_geometry(shapes).assign(output=["50", "x", *"345678"])
    made = study(raw, targets=[*EVERYTHING, "rejects.parcels"])
    assert made["rejects.parcels"][["row", "id", "reason"]].values.tolist() == [
        [2, "b", "not a number"],
        [3, "c", "no polygon"],
    ]
    assert len(made["levels"]) == len(made["guidance"]) == len(made["scenario_small_clustering"]) == 7
    assert made["parcels"]["source_row"].tolist() == [0, 1, 3, 4, 5, 6, 7]


def test_land_codes_that_are_not_industrial_are_a_finding():
    raw = {"parcels": district()["parcels"].assign(land_code="0701")}
    made = study(raw)
    assert (
        "Check: No parcel has an industrial land code (found: 0701 (8)): check land_code and the profile's "
        "industrial_codes." in made.messages["levels"]
    )
    assert made["scenario_summary"]["before_m2"].tolist() == [0.0] * 4


def test_parcels_without_land_codes_are_all_industrial():
    made = study({"parcels": district()["parcels"].drop(columns="land_code")})
    assert made["levels"]["level"].notna().all()


def test_progress_goes_from_nothing_to_all_and_never_back():
    shares = []
    made = Study(district(), load_mapping(None), profile(), progress=lambda share, text: shares.append(share))
    run_study(made, STEPS, EVERYTHING)
    assert (np.diff(shares) >= -1e-12).all()
    assert 0 <= min(shares) < 0.1
    assert 0.9 < max(shares) <= 1.0


# What is refused.


@pytest.mark.parametrize(
    "parcels", [None, pd.DataFrame({"parcel_id": ["a"]}), gpd.GeoDataFrame(geometry=[], crs=UTM)]
)
def test_a_study_without_parcels_is_refused(parcels):
    with pytest.raises(
        LandRenewalError, match="The parcels layer is empty or has no geometry: choose a polygon layer"
    ):
        study({"parcels": parcels})


def test_parcels_without_any_geometry_are_refused():
    with pytest.raises(
        LandRenewalError, match="The parcels layer has no usable polygon: choose another layer"
    ):
        study({"parcels": gpd.GeoDataFrame({"parcel_id": ["a"]}, geometry=[None], crs=UTM)})


def test_parcels_without_a_crs_are_refused():
    with pytest.raises(LandRenewalError, match="no coordinate reference system"):
        study({"parcels": district()["parcels"].set_crs(None, allow_override=True)})
