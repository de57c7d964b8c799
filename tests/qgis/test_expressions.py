"""Expression functions: what they give, what NULL gives, their help, and that they come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("qgis.core")

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import ADMIN_LEVELS, ZONE_TYPES
from land_renewal.processing import settings
from land_renewal.processing.settings import Settings

NAMES = {
    "mu", "m2_from_mu", "hectares_from_mu", "mu_from_hectares", "per_mu", "per_km2_from_mu", "land_level",
    "land_text", "level_name", "deficiency_name", "fate_name",
}  # fmt: skip


@pytest.fixture(autouse=True)
def registered(qgis_app):
    from qgis.core import QgsExpression, QgsSettings

    from land_renewal.processing import expressions

    QgsSettings().remove("land_renewal")
    assert not any(QgsExpression.isFunctionName(name) for name in NAMES)
    expressions.register()
    expressions.register()
    yield
    expressions.unregister()
    expressions.unregister()
    QgsSettings().remove("land_renewal")
    assert not any(QgsExpression.isFunctionName(name) for name in NAMES)


def value(text):
    from qgis.core import QgsExpression
    from qgis.PyQt.QtCore import QVariant

    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    found = expression.evaluate()
    assert not expression.hasEvalError(), expression.evalErrorString()
    return None if isinstance(found, QVariant) else found


def mistake(text):
    from qgis.core import QgsExpression

    expression = QgsExpression(text)
    expression.evaluate()
    assert expression.hasEvalError()
    return expression.evalErrorString()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mu(20000)", 30),
        ("m2_from_mu(1)", 2000 / 3),
        ("hectares_from_mu(30)", 2),
        ("mu_from_hectares(2)", 30),
        ("per_mu(1500)", 1),
        ("per_km2_from_mu(area_mu := 2)", None),
        ("per_km2_from_mu(per_mu := 2)", 3000),
        ("mu(m2_from_mu(123.456))", 123.456),
        ("mu(NULL)", None),
        ("mu('15')", 0.0225),
    ],
)
def test_mu(text, expected):
    if "area_mu" in text:
        from qgis.core import QgsExpression

        assert QgsExpression(text).hasParserError()
    elif expected is None:
        assert value(text) is None
    else:
        assert value(text) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("4500000, 'county', 'economic'", "base"),
        ("4000000, 'county', 'economic'", "community"),  # larger than 4 km2, not 4 km2
        ("4500000, 'town', 'economic'", "block"),
        ("1200000, 'municipal', 'other'", "community"),
        ("1000000, 'municipal', 'other'", "block"),
        ("4500000, '国家级', '高新区'", "base"),
        ("4500000, NULL, NULL", "base"),
        ("NULL, 'town', 'other'", "block"),  # whatever its area
        ("NULL, 'county', 'economic'", None),
        ("4500000", "base"),
    ],
)
def test_levels_are_those_of_the_method(arguments, expected):
    assert value(f"land_level({arguments})") == expected


def test_levels_follow_the_rules_of_the_options_and_those_named(tmp_path):
    rules = tmp_path / "large.yml"
    rules.write_text(
        "extends: default\nname: large\nlevels:\n"
        "  base_min_area: {value: 9, unit: km2, source: a test, year: 2025, status: assumption}\n",
        encoding="utf-8",
    )
    case = "4500000, 'county', 'economic'"
    assert value(f"land_level({case}, '{rules}')") == "community"
    assert value(f"land_level({case})") == "base"
    settings.save(Settings(rules=str(rules)))
    assert value(f"land_level({case})") == "community"
    assert value(f"land_level({case}, 'default')") == "base"


def test_codes_in_words():
    assert value("level_name('base', 'zh')") == "产业基地"
    assert value("level_name('community', language := 'en')") == "community"
    assert value("deficiency_name('green', 'en')") == "green-deficient"
    assert value("deficiency_name('equity', 'zh')") == "公平不足型"
    assert value("fate_name('relocate', 'zh')") == "搬迁"
    assert value("level_name(NULL)") is None
    assert value("level_name('something else', 'zh')") == "something else"
    settings.save(Settings(language="zh"))
    assert value("level_name('block')") == "工业区块"


def test_land_in_the_unit_of_the_options():
    settings.save(Settings(area_unit="km2"))
    assert value("land_text(4610000)").endswith("km²")
    assert value("land_text(NULL)") is None


def test_mistakes_are_said_in_a_sentence():
    assert mistake("mu('a field')") == "'a field' is not a number."
    assert "did you mean 'county'" in mistake("land_level(1, 'conty', NULL)")
    assert "zone_type 'x' is not known" in mistake("land_level(1, 'county', 'x')")
    assert "Valid: en, zh" in mistake("level_name('base', 'fr')")
    assert "no such rules" in mistake("land_level(1, 'county', 'other', 'no such rules')")


def test_every_function_is_in_the_group_and_has_its_help():

    from land_renewal.processing.expressions import GROUP, functions

    made = {function.name(): function for function in functions()}
    assert set(made) == NAMES
    for name, function in made.items():
        assert function.group() == GROUP
        page = function.helpText()
        assert f"<code>{name}(" in page and "&rarr;" in page
        for parameter in function.parameters():
            assert f"<i>{parameter.name()}</i>" in page


def test_the_examples_of_the_help_are_true():
    import re

    from land_renewal.processing.expressions import functions

    for function in functions():
        example, result = re.search(r"<code>([^<]*) &rarr; ([^<]*)</code>", function.helpText()).groups()
        assert value(f"{example} = {result}") == 1, example


@hypothesis_settings(max_examples=40)
@given(
    st.sampled_from([*ADMIN_LEVELS, None]),
    st.sampled_from([*ZONE_TYPES, None]),
    st.integers(0, 9_000_000),
    st.sampled_from(["both", "status", "area"]),
)
def test_the_table_of_levels_agrees_with_the_classification(admin, zone, area, policy):
    import geopandas as gpd
    import shapely

    from land_renewal.core.levels.level_table import level_table
    from land_renewal.core.levels.levels import LevelRules, park_levels
    from land_renewal.core.rules.profile import load_profile

    rules = replace(load_profile().params(LevelRules, "levels"), policy=policy)
    shape = shapely.box(0, 0, 1000, area / 1000)
    columns = {"park_id": ["P"], "admin_level": [admin], "zone_type": [zone]}
    park = gpd.GeoDataFrame(columns, geometry=[shape]).astype({"admin_level": object, "zone_type": object})
    expected = park_levels(park, rules)["level"][0]
    assert level_table(rules).level(shapely.area(shape), admin, zone) == expected
