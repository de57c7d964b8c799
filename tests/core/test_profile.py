from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from counting import calls

from land_renewal.core.common import units, yamlfile
from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.rules import profile as profiles
from land_renewal.core.rules.profile import load_profile

LEVELS = """
policy:
  value: both
  choices: [both, status, area]
  source: "D"
  year: 2025
  status: assumption
base_min_area:
  value: 4
  unit: km2
  source: "P 3.1"
  year: 2025
  status: verified
  range: [2, 6]
  minimum: 0.01
  maximum: 100
inside_share: {value: 90, unit: "%", source: "D", year: 2025, status: assumption, minimum: 0, maximum: 100}
cluster_parcels: {value: 5, type: integer, unit: count, source: "D", year: 2025, status: assumption}
target: {value: null, nullable: true, unit: 10k CNY/mu, source: "D", year: 2025, status: assumption}
factor: {value: 1, unit: "", source: "D", year: 2025, status: assumption}
active: {value: true}
codes: {value: ["0601", "1001"]}
lines: {value: [redline], choices: [redline, farmland]}
"""
GUIDANCE = """
share: {value: 50, unit: "%", source: "P 4.1", year: 2025, status: verified}
matrix:
  keys: [level, deficiency]
  columns:
    level: {type: text, choices: [base, block]}
    deficiency: {type: text}
    price: {type: number, unit: 10k CNY/mu, minimum: 0}
    priority: {type: text, choices: [high, low], nullable: true}
  source: "P 4.1"
  year: 2025
  status: verified
  rows:
    - {level: base, deficiency: green, price: 2, priority: high}
    - {level: base, deficiency: none, price: 1, status: assumption}
    - {level: block, deficiency: green, price: 3, priority: low}
"""
BENCHMARKS = """
keys: [indicator]
open: true
columns:
  indicator: {type: text}
  value: {type: number, unit_column: unit}
  unit: {type: text}
  source: {type: text}
  year: {type: integer, unit: ""}
status: verified
rows:
  - {indicator: tax, value: 678.99, unit: 10k CNY/ha, source: "R", year: 2020}
  - {indicator: far, value: 0.93, unit: ratio, source: "R", year: 2020}
"""


@dataclass(frozen=True)
class LevelRules:
    policy: str
    base_min_area: float
    inside_share: float
    cluster_parcels: int
    target: float | None
    factor: float
    active: bool
    codes: tuple[str, ...]
    lines: tuple[str, ...]


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "default").mkdir()
    for name, text in (("levels", LEVELS), ("guidance", GUIDANCE), ("benchmarks", BENCHMARKS)):
        (tmp_path / "default" / f"{name}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "nyc.yml").write_text("extends: default\nlevels: {policy: area}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def load(folder):
    def load_text(text, name="county.yml"):
        (folder / name).write_text(text, encoding="utf-8")
        return load_profile(folder / name, folder)

    return load_text


def refusal(load, text) -> str:
    with pytest.raises(LandRenewalError) as caught:
        load(text)
    return str(caught.value)


ROWS = "guidance:\n  matrix:\n    rows:\n    - "
AREA = "levels:\n  base_min_area: "
MINE = 'source: "county plan", year: 2024, status: assumption'


def test_params_come_in_internal_units(folder):
    rules = load_profile(None, folder).params(LevelRules, "levels")
    assert rules == LevelRules("both", 4e6, 0.9, 5, None, 1.0, True, ("0601", "1001"), ("redline",))
    assert type(rules.cluster_parcels) is int
    assert type(rules.factor) is float


def test_values_entries_and_tables(folder):
    default = load_profile("default", folder)
    assert default.value("levels.base_min_area") == 4e6
    entry = default.entry("levels.base_min_area")
    assert (entry.value, entry.unit, entry.source, entry.year, entry.status) == (
        4,
        "km2",
        "P 3.1",
        2025,
        "verified",
    )
    assert entry.range == (2, 6)
    assert entry.internal_range == (2e6, 6e6)
    assert default.table("guidance.matrix") == default.table("guidance")
    assert default.table("guidance")[1] == {
        "level": "base",
        "deficiency": "none",
        "price": 1500.0,
        "priority": None,
    }
    assert [row["price"] for row in default.table("guidance")] == [3000.0, 1500.0, 4500.0]
    assert default.table("benchmarks")[0] == {
        "indicator": "tax", "value": pytest.approx(67_899), "unit": "10k CNY/km2", "source": "R", "year": 2020
    }  # fmt: skip


def test_a_user_changes_single_values(load):
    county = load(
        f"name: My county\nlevels:\n  policy: status\n  active: no\n  codes: [0601, 0602]\n"
        f"  base_min_area: {{value: 4500, unit: 亩, {MINE}}}\n"
        f"  target: {{value: 300, unit: 元/平方米, {MINE}}}\n"
    )
    rules = county.params(LevelRules, "levels")
    assert county.name == "My county"
    assert rules.policy == "status"
    assert rules.active is False
    assert rules.codes == ("0601", "0602")
    assert rules.base_min_area == 3e6
    assert rules.target == 30_000.0
    assert rules.inside_share == 0.9
    entry = county.entry("levels.base_min_area")
    assert (entry.value, entry.unit, entry.source, entry.line) == (4500, "亩", "county plan", 6)
    assert entry.range == pytest.approx((3000, 9000))
    assert entry.internal_range == pytest.approx((2e6, 6e6))


@pytest.mark.parametrize("loader", [yamlfile.yaml.SafeLoader, yamlfile._LOADER])
@pytest.mark.parametrize("text", ["5e-1", "5E-1", "0.5", ".5", "+5.0e-1"])
def test_numbers_are_taken_as_people_write_them(load, monkeypatch, loader, text):
    monkeypatch.setattr(yamlfile, "_LOADER", loader)
    county = load(f"levels: {{base_min_area: {{value: {text}, unit: km2, {MINE}}}, codes: [6e1, 0601]}}")
    rules = county.params(LevelRules, "levels")
    assert rules.base_min_area == 5e5
    assert rules.codes == ("6e1", "0601"), "a text stays as it is written"


@pytest.mark.parametrize("text", ["'5e-1'", '"0.5"', "1e", "inf", ".nan", "1e999"])
def test_what_is_quoted_or_no_number_is_refused(load, text):
    with pytest.raises(LandRenewalError, match="must be a number"):
        load(f"levels: {{base_min_area: {{value: {text}, unit: km2, {MINE}}}}}")


def test_the_default_range_goes_when_it_does_not_hold_the_new_value(load):
    assert (
        load(f"levels: {{base_min_area: {{value: 8, unit: km2, {MINE}}}}}")
        .entry("levels.base_min_area")
        .range
        is None
    )
    own = load(f"levels: {{base_min_area: {{value: 8, unit: km2, range: [7, 9], {MINE}}}}}")
    assert own.entry("levels.base_min_area").range == (7, 9)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\nlevls: {policy: area}", 2, "'levls' is not known: did you mean 'levels'? Valid: benchmarks"),
        ("levels:\n  polcy: area", 2, "'polcy' is not known: did you mean 'policy'?"),
        ("levels:\n  policy: aera", 2, "did you mean 'area'? Valid: both, status, area"),
        ("levels:\n  lines: [redlin]", 2, "did you mean 'redline'? Valid: redline, farmland"),
        ("levels:\n  policy: [area]", 2, "must be text, not a list"),
        ("levels:\n  active: maybe", 2, "must be true or false, not 'maybe'"),
        ("levels:\n  policy:", 2, "must be text, but it is empty"),
        (AREA + f"{{value: many, unit: km2, {MINE}}}", 2, "must be a number, not 'many'"),
        (AREA + f"{{value: .inf, unit: km2, {MINE}}}", 2, "must be a number, not '.inf'"),
        (AREA + f"{{value: true, unit: km2, {MINE}}}", 2, "must be a number, not 'true'"),
        (f"levels:\n  cluster_parcels: {{value: 4.5, unit: count, {MINE}}}", 2, "a whole number, not '4.5'"),
        (AREA + f"{{value: null, unit: km2, {MINE}}}", 2, "must be a number, but it is empty"),
        (AREA + f"{{value: 3, {MINE}}}", 2, "must state its unit (one of m2, ha, km2, mu"),
        (AREA + f"{{value: 3, unit: km, {MINE}}}", 2, "use one of m2, ha, km2"),
        (AREA + f"{{value: 3, unit: kmm2, {MINE}}}", 2, "did you mean 'km2'"),
        (AREA + f"{{value: 3, unit: m2, {MINE}}}", 2, "is 3 m2, but must be at least 10000 m2"),
        (AREA + f"{{value: 20000, unit: ha, {MINE}}}", 2, "is 20000 ha, but must be at most 10000 ha"),
        (AREA + "{value: 3, unit: km2}", 2, "needs source, year, status (where the number comes from)"),
        (AREA + "{value: 3, unit: km2, source: '', year: 2024, status: verified}", 2, "needs source ("),
        ("levels:\n  factor: 2", 2, "levels.factor: needs source, year, status"),
        ("levels:\n  factor: {value: 2, source: x, year: soon, status: verified}", 2, "'year' must be"),
        ("levels:\n  factor: {value: 2, source: x, year: 2024, status: sure}", 2, "Valid: verified"),
        (f"levels:\n  factor: {{value: 2, choices: [2], {MINE}}}", 2, "field 'choices' is not known"),
        (f"levels:\n  factor: {{value: 2, range: [3, 4], {MINE}}}", 2, "is 2, outside its own range [3, 4]"),
        (f"levels:\n  factor: {{value: 2, range: [4, 1], {MINE}}}", 2, "runs downwards"),
        (f"levels:\n  factor: {{vaule: 2, {MINE}}}", 2, "did you mean 'value'?"),
        ("levels:\n  policy: area\n  active: yes\n  policy: both", 4, "given twice (first on line 2)"),
        ("levels: 4", 1, "section 'levels' must hold 'key: value' lines"),
        ("levels:\n  policy: &a area\nguidance: *a", 3, "alias"),
        ("levels:\n  policy: !!python/name:os.system x", 2, "tag"),
        ("levels:\n  policy: [area", 2, "not valid YAML"),
        ("- levels", 1, "the file must hold 'key: value' lines"),
        ("guidance:\n  matrix: 3", 2, "is a table and needs 'rows:'"),
        (ROWS + "{level: base, deficiency: gren, priority: low}", 4, "did you mean 'base, green'?"),
        (ROWS + "{level: base, priority: low}", 4, "a row must name its level, deficiency"),
        (ROWS + "{level: bas, deficiency: green}", 4, "did you mean 'base"),
        (ROWS + "{level: base, deficiency: green, priority: mid}", 4, "Valid: high, low"),
        (ROWS + "{level: base, deficiency: green, prio: low}", 4, "did you mean 'priority'"),
        (ROWS + "{level: base, deficiency: green, price: 3}", 4, "needs source, year, status"),
        (ROWS + f"{{level: base, deficiency: green, price: -1, {MINE}}}", 4, "must be at least 0"),
        (
            ROWS + f"{{level: base, deficiency: green, price: {{value: 3, unit: km}}, {MINE}}}",
            4,
            "'price' Unit 'km' (length) cannot be converted",
        ),
        (
            ROWS + "{level: base, deficiency: green, priority: low}\n"
            "    - {level: base, deficiency: green, priority: high}",
            5,
            "the row base, green is given twice",
        ),
        ("benchmarks:\n  rows:\n  - {indicator: tax, value: 9, source: x, year: 1}", 3, "its unit in 'unit'"),
        ("benchmarks:\n  rows:\n  - {indicator: tax, value: 9, unit: ha, source: x, year: 1}", 3, "cannot"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_at_its_line(load, text, line, message):
    found = refusal(load, text)
    assert found.startswith(f"county.yml, line {line}: "), found
    assert message in found
    assert len(re.findall(r"line \d+:", found)) == 1, found


def test_the_first_three_problems_are_told_and_the_rest_counted(load):
    found = refusal(load, "levels:\n  a1: 1\n  b1: 1\n  c1: 1\n  d1: 1\nzzz: 1\n")
    assert re.findall(r"line (\d+)", found) == ["2", "3", "4"]
    assert found.endswith("; and 2 more problems.")


def test_a_file_that_is_not_utf8_is_refused(folder):
    (folder / "gbk.yml").write_bytes("name: 县\n".encode("gb18030"))
    with pytest.raises(LandRenewalError, match=r"gbk\.yml is not UTF-8"):
        load_profile(folder / "gbk.yml", folder)


def test_presets_and_wrong_names(folder):
    assert profiles.presets(folder) == ["default", "nyc"]
    assert load_profile("nyc", folder).value("levels.policy") == "area"
    with pytest.raises(
        LandRenewalError, match=r"no rule profile 'nycc': did you mean 'nyc'.* one of default, nyc"
    ):
        load_profile("nycc", folder)


def test_profiles_extend_each_other_but_not_themselves(load):
    city = load("extends: nyc\nlevels: {active: no}", "city.yml")
    assert (city.value("levels.policy"), city.value("levels.active")) == ("area", False)
    county = load("extends: city.yml\nlevels: {codes: [x]}")
    assert county.params(LevelRules, "levels").codes == ("x",)
    assert county.value("levels.active") is False
    assert [found.key for found in county.differences()] == ["levels.policy", "levels.active", "levels.codes"]
    assert "extends itself" in refusal(load, "extends: county.yml")


def test_what_a_profile_extends_is_looked_for_beside_it_first(folder, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "base.yml").write_text("name: not this one\n")
    monkeypatch.chdir(tmp_path / "other")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "base.yml").write_text("levels: {policy: status}\n")
    (tmp_path / "mine" / "county.yml").write_text("extends: base.yml\n")
    county = load_profile(tmp_path / "mine" / "county.yml", folder)
    assert county.params(LevelRules, "levels").policy == "status"


def test_rows_are_overridden_by_key_and_keep_their_order(load):
    county = load(
        "guidance:\n  matrix:\n    rows:\n"
        "      - {level: base, deficiency: none, priority: low}\n"
        f"      - {{level: block, deficiency: green, price: {{value: 100, unit: CNY/m2}}, {MINE}}}\n"
    )
    rows = county.table("guidance.matrix")
    assert [(row["level"], row["deficiency"]) for row in rows] == [
        ("base", "green"),
        ("base", "none"),
        ("block", "green"),
    ]
    assert [row["price"] for row in rows] == [3000.0, 1500.0, pytest.approx(10_000)]
    assert [row["priority"] for row in rows] == ["high", "low", "low"]
    found = {item.key: (item.value, item.default_value, item.source) for item in county.differences()}
    assert found == {
        "guidance.matrix[base, none].priority": ("low", None, "P 4.1"),
        "guidance.matrix[block, green].price": (pytest.approx(100 / 15), 3, "county plan"),
    }


def test_an_open_table_takes_new_rows(load):
    county = load(
        "benchmarks:\n  status: assumption\n  rows:\n"
        "  - {indicator: tax, value: 45, unit: 万元/亩, source: city, year: 2023}\n"
        "  - {indicator: jobs, value: 60, unit: persons/ha, source: city, year: 2023}\n"
    )
    rows = county.table("benchmarks")
    assert [(row["indicator"], row["value"], row["unit"]) for row in rows] == [
        ("tax", 67_500.0, "10k CNY/km2"), ("far", 0.93, "ratio"), ("jobs", 6000.0, "persons/km2"),
    ]  # fmt: skip
    assert [entry.key for entry in county.assumptions(["benchmarks"])] == [
        "benchmarks[tax].value",
        "benchmarks[jobs].value",
    ]


def test_assumptions(folder, load):
    default = load_profile(None, folder)
    keys = [entry.key for entry in default.assumptions(["levels", "guidance"])]
    assert keys == [
        "levels.policy", "levels.inside_share", "levels.cluster_parcels", "levels.target", "levels.factor",
        "guidance.matrix[base, none].price",
    ]  # fmt: skip
    verified = load("levels: {factor: {value: 1, source: law, year: 2020, status: verified}}")
    assert "levels.factor" not in [entry.key for entry in verified.assumptions(["levels"])]


def test_the_fingerprint_follows_values_and_not_their_spelling(folder, load):
    default = load_profile(None, folder)
    origin = 'source: "P 3.1", year: 2025, status: verified, note: restated'
    same = load(f"levels: {{base_min_area: {{value: 400, unit: ha, {origin}}}}}")
    assert same.fingerprint(["levels"]) == default.fingerprint(["levels"])
    assert same.differences() == []
    other = load(f"levels: {{base_min_area: {{value: 3, unit: km2, {MINE}}}}}")
    assert other.fingerprint(["levels"]) != default.fingerprint(["levels"])
    assert other.fingerprint(["guidance"]) == default.fingerprint(["guidance"])
    row = load("guidance: {matrix: {rows: [{level: base, deficiency: none, priority: low}]}}")
    assert row.fingerprint(["guidance"]) != default.fingerprint(["guidance"])
    assert default.fingerprint(["levels", "guidance"]) == default.fingerprint(["guidance", "levels"])


def test_params_refuses_a_dataclass_that_differs_from_the_section(folder):
    default = load_profile(None, folder)

    @dataclass(frozen=True)
    class Share:
        share: float

    @dataclass(frozen=True)
    class WithTable:
        share: float
        matrix: tuple

    @dataclass(frozen=True)
    class Other:
        share: float
        more: float = 1.0

    @dataclass(frozen=True)
    class Whole:
        share: int

    @dataclass(frozen=True)
    class Nothing:
        pass

    assert default.params(Share, "guidance") == Share(0.5)
    assert len(default.params(WithTable, "guidance").matrix) == 3
    with pytest.raises(TypeError, match=r"no key for more"):
        default.params(Other, "guidance")
    with pytest.raises(TypeError, match="no field for share"):
        default.params(Nothing, "guidance")
    with pytest.raises(TypeError, match="'type: integer' is missing in share"):
        default.params(Whole, "guidance")
    with pytest.raises(KeyError, match=r"did you mean 'levels.policy'"):
        default.value("levels.polic")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {value: 3}", "needs 'unit:'"),
        ("a: {value: 3, unit: kmm}", "not known"),
        ("a: {value: x, choices: [y]}", "Valid: y"),
        ("a: {value: 3, unit: m, minimum: 4}", "at least 4 m"),
        ("a: {value: null}", "needs 'type:'"),
        ("a: {value: 3, unit: m, typ: number}", "did you mean 'type'"),
        ("a: 3", "must hold 'value:'"),
        ("a: {columns: {b: {type: text}}, rows: []}", "needs 'keys:'"),
        ("a: {columns: {b: {type: txt}}, keys: [b], rows: []}", "did you mean 'text'"),
        ("a: {columns: {b: {type: text}}, keys: [b], rows: [{b: x}, {b: x}]}", "given twice"),
        ("a: {columns: {b: {type: text}}, keys: [b]}", "needs 'rows:'"),
    ],
)
def test_a_malformed_default_is_refused_as_well(tmp_path, text, message):
    (tmp_path / "default").mkdir()
    (tmp_path / "default" / "s.yml").write_text(text, encoding="utf-8")
    with pytest.raises(LandRenewalError, match=re.escape(message)):
        load_profile(None, tmp_path)


SHIPPED = sorted((profiles.FOLDER / "default").glob("*.yml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_number_of_the_shipped_default_says_where_it_comes_from(path):
    shipped = load_profile(None)
    assert shipped.sections[path.stem]
    for entry in shipped.entries([path.stem]):
        if entry.kind not in ("number", "integer") or entry.value is None:
            continue
        assert entry.source, entry.key
        assert entry.year in range(1980, 2036), entry.key
        assert entry.status in ("verified", "assumption"), entry.key
        assert units.compatible(entry.unit, entry.internal_unit), entry.key


def test_new_york_moves_every_scattered_block():
    assert load_profile(None).value("scenarios.certain_scattered") == "any"
    city = load_profile("nyc")
    assert city.value("scenarios.certain_scattered") == "all"
    assert [(found.key, found.value) for found in city.differences()] == [
        ("performance.plot_ratio_area", "stated"),
        ("scenarios.certain_scattered", "all"),
    ]
    assert city.notes


def test_a_long_profile_takes_work_by_its_length(tmp_path):
    """Two thousand lines in 78,000 calls; by PyYAML's own parser instead of libyaml's 630,000."""
    entry = "  value: 4\n  unit: km2\n  source: P\n  year: 2025\n  status: verified\n"
    work = {}
    for count in (34, 170, 340):
        folder = tmp_path / f"{count}" / "default"
        folder.mkdir(parents=True)
        text = "".join(f"key_{number}:\n{entry}" for number in range(count))
        (folder / "long.yml").write_text(text, encoding="utf-8")
        assert len(load_profile(None, folder.parent).entries()) == count
        work[count] = calls(load_profile, None, folder.parent)
    assert work[340] - work[170] < 1.3 * (work[170] - work[34]) * 170 / 136
    if hasattr(yaml, "CSafeLoader"):
        assert work[340] < 500 * 340
