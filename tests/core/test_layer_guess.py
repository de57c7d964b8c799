"""Which layer is likely which input."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.common.columns import INPUTS
from land_renewal.core.intake.layer_guess import (
    SHAPES,
    LayerFacts,
    fit,
    guess_inputs,
    known_looks,
    standard_columns,
)

ROOT = Path(__file__).resolve().parents[2]


def layer(key, name, shape="polygon", *columns):
    return LayerFacts(key, name, shape, columns)


def test_the_sample_by_names_alone():
    names = {"parcels": "polygon", "parks": "polygon", "enterprises": "point", "towns": "polygon",
             "redline": "polygon", "farmland": "polygon", "boundary": "polygon", "plan": "polygon",
             "pois": "point", "roads": "line"}  # fmt: skip
    layers = [layer(f"id-{name}", name, shape) for name, shape in names.items()]
    assert guess_inputs(layers[::-1]) == {name: f"id-{name}" for name in names}


def test_chinese_layers_by_names_and_survey_codes():
    layers = [
        layer("a", "330424DLTB2023"),
        layer("b", "XX县_STBHHX"),
        layer("c", "永久基本农田_2022"),
        layer("d", "XX县城镇开发边界"),
        layer("e", "开发区四至范围"),
        layer("f", "规上企业名录", "table"),
        layer("g", "乡镇界"),
        layer("h", "县域道路网", "line"),
    ]
    # A code counts only where it stands alone.
    assert guess_inputs(layers) == {
        "parks": "e", "enterprises": "f", "towns": "g", "redline": "b", "farmland": "c", "boundary": "d",
        "roads": "h",
    }  # fmt: skip
    assert guess_inputs([layer("a", "330424_DLTB_2023")]) == {"parcels": "a"}


def test_columns_tell_where_the_name_does_not():
    layers = [
        layer("x", "layer 1", "polygon", "BSM", "DLBM", "TBMJ"),
        layer("y", "Sheet1", "table", "企业名称", "统一社会信用代码", "产值(万元)", "产值"),
        layer("z", "export", "polygon", "park_id", "admin_level", "zone_type"),
        layer("w", "export 2", "table", "ent_id", "parcel_id", "share"),
    ]
    assert guess_inputs(layers) == {"parcels": "x", "parks": "z", "enterprises": "y", "occupancy": "w"}


def test_the_geometry_must_fit():
    assert guess_inputs([layer("a", "parcels", "point"), layer("b", "roads", "polygon")]) == {}


def test_the_better_of_two_and_the_first_of_equals():
    rich = layer("rich", "parcels old", "polygon", "parcel_id", "land_code", "output", "tax")
    assert guess_inputs([layer("bare", "parcels new"), rich])["parcels"] == "rich"
    assert guess_inputs([layer("first", "my parcels"), layer("second", "my parcels")])["parcels"] == "first"


@pytest.mark.parametrize("name", ["planting zones of trees", "parcelled", "farms", "towns and roads 3"])
def test_latin_names_match_as_words_only(name):
    looks = known_looks()
    assert fit(layer("a", name), "plan", looks["plan"]) == 0
    assert fit(layer("a", name), "parcels", looks["parcels"]) == 0
    assert fit(layer("a", name), "farmland", looks["farmland"]) == 0


def test_a_layer_serves_one_input():
    one = layer("a", "town boundary", "polygon", "town_code", "town")
    assert guess_inputs([one]) == {"towns": "a"}
    assert guess_inputs([one, layer("b", "boundary")]) == {"towns": "a", "boundary": "b"}


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["parcels", "parks", "roads", "plan", "乡镇", "生态红线", "something", "企业"]),
            st.sampled_from(SHAPES),
        ),
        max_size=12,
    )
)
def test_no_layer_twice_no_wrong_shape_and_the_same_again(found):
    layers = [layer(str(place), name, shape) for place, (name, shape) in enumerate(found)]
    guessed = guess_inputs(layers)
    assert len(set(guessed.values())) == len(guessed)
    shapes = {one.key: one.shape for one in layers}
    assert all(shapes[key] in known_looks()[name].shapes for name, key in guessed.items())
    assert guess_inputs(layers) == guessed


def test_every_column_named_in_the_file_is_a_standard_column():
    for name, look in known_looks().items():
        assert set(look.shapes) <= set(SHAPES)
        if name in INPUTS:
            known = {column.name for column in INPUTS[name]}
            assert {column for part in look.columns for column in part} <= known, name


def test_aliases_of_the_mapping_are_known():
    assert standard_columns(["宗地代码", "DLBM", "纳税总额", "nonsense"], "parcels") == {
        "parcel_id", "land_code", "tax",
    }  # fmt: skip
    assert standard_columns(["名称"], "parks") == {"park"}
    assert standard_columns(["名称"], "towns") == {"town"}


def test_no_heavy_library_is_loaded_for_it():
    code = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location(
    "land_renewal", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
package = sys.modules["land_renewal"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from land_renewal.core.intake.layer_guess import LayerFacts, guess_inputs
assert guess_inputs([LayerFacts("a", "parcels", "polygon", ("DLBM",))]) == {{"parcels": "a"}}
print(*sorted({{"pandas", "geopandas", "shapely", "numpy", "scipy", "pyproj"}} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
