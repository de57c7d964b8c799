"""Standardising through QGIS: what is taken by alias, what is asked, and the mapping that is written."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

SQUARES = [
    f"POLYGON(({x} 3300000,{x + 200} 3300000,{x + 200} 3300100,{x} 3300100,{x} 3300000))"
    for x in (38500000, 38500300, 38500600)
]
SHEET = """企业名称,社会统一信用代码,产值（万元）,税收(元),是否规上,行业名称,X,Y
甲厂,91330481MA2B8XQ01A,"3,000",500000,规上,纺织业,38500010,3300010
乙厂,91330481MA2B8XQ02B,0,20000,规下,化工,38500310,3300010
丙厂,,?,,未知,,,
"""


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "x", "ogr")
    return [dict(zip(layer.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text(SHEET, encoding="utf-8")
    return str(path)


def enterprises(sheet, feedback=None, **more):
    parameters = {"ENTERPRISES": sheet, "OUTPUT": "memory:", "REJECTS": "memory:", **more}
    return processing.run("landrenewal:standardiseenterprises", parameters, feedback=feedback)


def test_a_sheet_becomes_points_and_says_what_it_took_for_what(sheet, feedback):
    outputs = enterprises(sheet, feedback, CRS="EPSG:4526")
    found = rows(outputs["OUTPUT"])
    assert outputs["ENTERPRISES_KEPT"] == len(found) == 3
    assert [row["name"] for row in found] == ["甲厂", "乙厂", "丙厂"]
    assert [row["uscc"] for row in found][:2] == ["91330481MA2B8XQ01A", "91330481MA2B8XQ02B"]
    assert found[0]["output"] == 3000
    assert [row["tax"] for row in found][:2] == [50, 2]
    assert [row["above_scale"] for row in found][:2] == [True, False]
    points = [feature.geometry() for feature in outputs["OUTPUT"].getFeatures()]
    assert [point.asWkt(0) for point in points][:2] == [
        "Point (38500010 3300010)",
        "Point (38500310 3300010)",
    ]
    assert outputs["OUTPUT"].crs().authid() == "EPSG:4526"
    assert outputs["REJECTED"] == 1
    assert [(row["row"], row["column"], row["value"]) for row in rows(outputs["REJECTS"])] == [
        (4, "output", "?")
    ]
    said = "\n".join(feedback.infos)
    assert "tax = 税收(元): alias, 元" in said
    assert "tax = 税收(元) x 0.0001 (元 -> 10k CNY)" in said
    assert "uscc = 社会统一信用代码: alias, words swapped" in said
    assert "Column '行业名称' may be industry" in said


def test_without_a_crs_the_output_is_a_table(sheet):
    outputs = enterprises(sheet)
    assert not outputs["OUTPUT"].isSpatial()
    assert [row["x"] for row in rows(outputs["OUTPUT"])][:2] == [38500010, 38500310]


def test_points_keep_their_place(square_layer):
    layer = square_layer(
        [("POINT(38500010 3300010)", "甲", 12.5)], "企业名称:string&field=税收(万元):double", kind="Point"
    )
    outputs = enterprises(layer)
    [feature] = outputs["OUTPUT"].getFeatures()
    assert feature.geometry().asWkt(0) == "Point (38500010 3300010)"
    assert (feature["name"], feature["tax"], feature["ent_id"]) == ("甲", 12.5, "E1")


def test_the_mapping_that_was_written_gives_the_same_result(sheet, tmp_path, feedback):
    path = tmp_path / "used.yml"
    first = enterprises(sheet, MAPPING_OUTPUT=str(path))
    text = path.read_text(encoding="utf-8")
    assert '      tax: {from: "税收(元)", unit: 元}   # alias' in text
    assert "      # industry: 行业名称" in text
    second = enterprises(sheet, feedback, MAPPING=str(path))
    assert rows(first["OUTPUT"]) == rows(second["OUTPUT"])
    assert "tax = 税收(元): alias" not in "\n".join(feedback.infos)
    # the answer to a question, as a planner gives it: the line is uncommented
    path.write_text(text.replace("# industry: 行业名称", "industry: 行业名称"), encoding="utf-8")
    assert rows(enterprises(sheet, MAPPING=str(path))["OUTPUT"])[0]["industry"] == "纺织业"


def test_parcels_by_alias_with_a_unit_in_the_header(square_layer, tmp_path, feedback):
    fields = "地块编号:string&field=地类编码:string&field=用地面积(亩):double&field=容积率:double"
    layer = square_layer([(SQUARES[0], "a", "0601", 30.0, 0.0), (SQUARES[1], "b", "0601", 30.0, 1.2)], fields)
    path = tmp_path / "used.yml"
    outputs = processing.run(
        "landrenewal:standardiseparcels",
        {"PARCELS": layer, "OUTPUT": "memory:", "REJECTS": "memory:", "MAPPING_OUTPUT": str(path)},
        feedback=feedback,
    )
    found = rows(outputs["OUTPUT"])
    assert [row["parcel_id"] for row in found] == ["a", "b"]
    assert [row["stated_m2"] for row in found] == pytest.approx([20000, 20000])
    said = "\n".join(feedback.infos)
    assert said.count("stated_m2 = 用地面积(亩) x 666.667 (亩 -> m2)") == 1
    assert "site_far: 1 of 2 values are 0 and taken as not surveyed." in said
    assert outputs["MAPPING_OUTPUT"] == str(path)
    assert 'stated_m2: {from: "用地面积(亩)", unit: 亩}' in path.read_text(encoding="utf-8")


def test_standard_names_alone_are_taken_only_with_the_standard_mapping(square_layer):
    layer = square_layer([(SQUARES[0], "a", "0601")], "地块编号:string&field=地类编码:string")
    outputs = processing.run(
        "landrenewal:standardiseparcels", {"PARCELS": layer, "MAPPING": "standard", "OUTPUT": "memory:"}
    )
    assert [row["parcel_id"] for row in rows(outputs["OUTPUT"])] == ["P1"]


def test_a_mapping_that_cannot_be_written_is_one_sentence(sheet, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"cannot be written to no\.yml"):
        enterprises(sheet, MAPPING_OUTPUT=str(tmp_path / "folder.txt" / "no.yml"))


def test_control_lines_in_each_others_place_are_pointed_out(square_layer, feedback, tmp_path):
    parcels = square_layer([(SQUARES[0], "a", "0601")])
    path = tmp_path / "CZKFBJ.gpkg"
    processing.run("native:savefeatures", {"INPUT": parcels, "OUTPUT": str(path), "LAYER_NAME": "CZKFBJ"})
    processing.run(
        "landrenewal:controllines",
        {"PARCELS": parcels, "REDLINE": f"{path}|layername=CZKFBJ", "OUTPUT": "memory:"},
        feedback=feedback,
    )
    assert any("CZKFBJ" in text and "Development boundary" in text for text in feedback.warnings)


def test_the_crs_that_the_mapping_states_takes_the_place_of_the_layers_own(square_layer, tmp_path):
    mapping = tmp_path / "mapping.yml"
    mapping.write_text("name: mine\ntables:\n  enterprises:\n    crs: EPSG:4526\n    columns: {}\n")
    firms = square_layer([("POINT(38500010 3300010)", "e1")], "ent_id:string", crs="EPSG:3857", kind="Point")
    outputs = enterprises(firms, MAPPING=str(mapping))
    assert outputs["OUTPUT"].crs().authid() == "EPSG:4526"
    [point] = [feature.geometry().asPoint() for feature in outputs["OUTPUT"].getFeatures()]
    assert (point.x(), point.y()) == (38500010, 3300010)
