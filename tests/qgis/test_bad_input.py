"""Bad input: one clear sentence, what, where and how to mend, or a repaired count; nothing is lost in
silence.
"""

from __future__ import annotations

import os

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

A, B, C = (
    f"POLYGON(({x} 3300000,{x + 100} 3300000,{x + 100} 3300100,{x} 3300100,{x} 3300000))"
    for x in (38500000, 38500200, 38500400)
)
BOW_TIE = "POLYGON((38500000 3300000,38500100 3300100,38500100 3300000,38500000 3300100,38500000 3300000))"
FIELDS = "parcel_id:string&field=land_code:string&field=output:string&field=town_code:string"


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "x", "ogr")
    return [dict(zip(layer.fields().names(), f.attributes())) for f in layer.getFeatures()]


def standardise(layer, feedback=None):
    return processing.run(
        "landrenewal:standardiseparcels",
        {"PARCELS": layer, "OUTPUT": "memory:", "REJECTS": "memory:"},
        feedback=feedback,
    )


def study(tmp_path, layer, feedback=None, **more):
    path = tmp_path / "study.gpkg"
    outputs = processing.run(
        "landrenewal:study", {"PARCELS": layer, "OUTPUT": str(path), **more}, feedback=feedback
    )
    return outputs, path


def refused(call, *words):
    with pytest.raises(QgsProcessingException) as error:
        call()
    sentence = str(error.value).strip()
    assert "Traceback" not in sentence
    for word in words:
        assert word in sentence, sentence


def test_an_empty_layer_is_refused(square_layer):
    refused(lambda: standardise(square_layer([])), "empty", "choose")


def test_a_layer_without_any_polygon_is_refused(square_layer):
    refused(lambda: standardise(square_layer([(None, "a", "0601")])), "no usable polygon")


def test_a_layer_without_crs_is_refused(square_layer):
    layer = square_layer([(A, "a", "0601")])
    from qgis.core import QgsCoordinateReferenceSystem

    layer.setCrs(QgsCoordinateReferenceSystem())
    refused(lambda: standardise(layer), "coordinate reference system", "set it")


def test_degrees_are_measured_on_the_ellipsoid(square_layer):
    layer = square_layer(
        [("POLYGON((120 30,120.001 30,120.001 30.001,120 30.001,120 30))", "a", "0601")], crs="EPSG:4490"
    )
    [row] = rows(standardise(layer)["OUTPUT"])
    # 96.49 m x 110.85 m at 30 degrees north, from the ellipsoid's radii of curvature
    assert row["area_m2"] == pytest.approx(10695.6, rel=1e-3)


def test_missing_geometry_goes_to_the_rejects(square_layer):
    outputs = standardise(square_layer([(A, "a", "0601"), (None, "b", "0601"), (C, "c", "0601")]))
    assert [row["parcel_id"] for row in rows(outputs["OUTPUT"])] == ["a", "c"]
    [reject] = rows(outputs["REJECTS"])
    assert (reject["id"], reject["row"], reject["reason"]) == ("b", 2, "no polygon")


def test_invalid_geometry_is_repaired_and_counted(square_layer, feedback):
    outputs = standardise(square_layer([(BOW_TIE, "a", "0601")]), feedback)
    assert outputs["PARCELS_KEPT"] == 1
    assert any("1 invalid geometries were repaired" in text for text in feedback.infos)


def test_curves_and_multiparts_are_measured(square_layer):
    ring = "38500000 3300000,38500100 3300100,38500200 3300000,38500100 3299900,38500000 3300000"
    curve = f"CURVEPOLYGON(CIRCULARSTRING({ring}))"
    layer = square_layer([(curve, "a", "0601")], kind="CurvePolygon")
    [row] = rows(standardise(layer)["OUTPUT"])
    assert row["area_m2"] == pytest.approx(31415.9, rel=2e-3)
    parts = square_layer([(f"MULTIPOLYGON({A[7:]},{B[7:]})", "a", "0601")], kind="MultiPolygon")
    [row] = rows(standardise(parts)["OUTPUT"])
    assert row["area_m2"] == pytest.approx(20000, rel=2e-3)


def test_duplicate_ids_are_told_apart_and_counted(square_layer, feedback):
    outputs = standardise(square_layer([(A, "a", "0601"), (B, "a", "0601")]), feedback)
    assert sorted(row["parcel_id"] for row in rows(outputs["OUTPUT"])) == ["a", "a#2"]
    assert any("parcel_id" in text and "1" in text for text in feedback.infos)


def test_text_and_negative_numbers_become_missing_with_a_reject(square_layer):
    layer = square_layer([(A, "a", "0601", "12"), (B, "b", "0601", "many"), (C, "c", "0601", "-5")], FIELDS)
    outputs = standardise(layer)
    assert [row["output"] for row in rows(outputs["OUTPUT"])] == [12, None, None]
    assert {(row["id"], row["value"]) for row in rows(outputs["REJECTS"])} == {("b", "many"), ("c", "-5")}


def test_a_mapping_that_names_a_missing_column_says_so(square_layer, tmp_path):
    mapping = tmp_path / "mapping.yml"
    mapping.write_text("name: mine\ntables:\n  parcels:\n    columns:\n      parcel_id: {from: parcel_idd}\n")
    layer = square_layer([(A, "a", "0601")])
    parameters = {"PARCELS": layer, "MAPPING": str(mapping), "OUTPUT": "memory:"}
    refused(lambda: processing.run("landrenewal:standardiseparcels", parameters), "parcel_idd", "parcel_id")


def test_a_wrong_rule_profile_says_line_and_choices(square_layer, tmp_path):
    rules = tmp_path / "rules.yml"
    rules.write_text(
        "extends: default\nlevels:\n  policy: {value: sometimes, source: x, year: 2025, status: assumption}\n"
    )
    layer = square_layer([(A, "a", "0601")])
    refused(lambda: study(tmp_path, layer, RULES=str(rules)), "rules.yml", "3", "both")


def test_no_parks_and_no_base_is_a_finding(square_layer, feedback, tmp_path):
    outputs, path = study(tmp_path, square_layer([(A, "a", "0601"), (B, "b", "0601")]), feedback)
    assert outputs["INDUSTRIAL_PARCELS"] == 2
    fates = rows(f"{path}|layername=scenario_large_concentration")
    assert [(row["fate"], row["fate_reason"]) for row in fates] == [("retain", "no_receiver")] * 2
    [summary] = [
        row for row in rows(f"{path}|layername=scenario_summary") if row["scenario"] == "large_concentration"
    ]
    assert "no base" in summary["findings"]


def test_parks_that_overlap_in_part_are_reported(square_layer, feedback, tmp_path):
    wide = "POLYGON((38500000 3300000,38500150 3300000,38500150 3300100,38500000 3300100,38500000 3300000))"
    shifted = (
        "POLYGON((38500100 3300000,38500250 3300000,38500250 3300100,38500100 3300100,38500100 3300000))"
    )
    parks = square_layer([(wide, "p1"), (shifted, "p2")], "park_id:string")
    processing.run(
        "landrenewal:classifylevels",
        {"PARCELS": square_layer([(A, "a", "0601")]), "PARKS": parks, "OUTPUT": "memory:"},
        feedback=feedback,
    )
    assert any("p1 and p2 overlap in part" in text for text in feedback.infos)


def test_no_industrial_land_is_said(square_layer, feedback, tmp_path):
    outputs, _ = study(tmp_path, square_layer([(A, "a", "0701")]), feedback)
    assert outputs["INDUSTRIAL_PARCELS"] == 0
    told = feedback.warnings + feedback.infos
    assert any("No parcel has an industrial land code (found: 0701 (1))" in text for text in told)


def test_an_output_that_cannot_be_written_is_refused_before_work(square_layer, tmp_path):
    layer = square_layer([(A, "a", "0601")])
    targets = {
        "nowhere": tmp_path / "nowhere" / "out.gpkg",
        tmp_path.name: tmp_path,
        "out.shp": tmp_path / "out.shp",
    }
    for word, target in targets.items():
        parameters = {"PARCELS": layer, "OUTPUT": str(target)}
        refused(lambda parameters=parameters: processing.run("landrenewal:study", parameters), word)


def test_cancel_half_way_leaves_the_former_file_alone(district, result, tmp_path, feedback):
    path = tmp_path / "study.gpkg"
    path.write_bytes(result.path.read_bytes())
    layers = ("parcels", "parks", "enterprises", "flows", "receivers", "scenario_summary", "run_log")
    before = {name: rows(f"{path}|layername={name}") for name in layers}
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 30 else None)
    inputs = {name: value for name, value in district.inputs.items() if name != "REDLINE"}
    processing.run("landrenewal:study", {**inputs, "OUTPUT": str(path)}, feedback=feedback)
    # Row by row and not byte by byte: QGIS itself flips the journal flag of a GeoPackage when it only reads
    # it.
    assert {name: rows(f"{path}|layername={name}") for name in layers} == before
    assert [name for name in os.listdir(tmp_path) if not name.startswith("study.gpkg")] == []


def test_multipoint_enterprises_are_matched_by_their_point(square_layer):
    firms = square_layer([("MULTIPOINT((38500050 3300050))", "e1")], "ent_id:string", kind="MultiPoint")
    outputs = processing.run(
        "landrenewal:identifydeficiency",
        {"PARCELS": square_layer([(A, "a", "0601")]), "ENTERPRISES": firms, "OUTPUT": "memory:"},
    )
    assert outputs["UNMATCHED_ENTERPRISES"] == 0


def layers_of(path):
    layer = QgsVectorLayer(str(path), "x", "ogr")
    return sorted(part.split("!!::!!")[1] for part in layer.dataProvider().subLayers())


@pytest.fixture
def own(district, tmp_path):
    """A GeoPackage with all inputs, as a planner keeps them."""
    path = tmp_path / "own.gpkg"
    path.write_bytes(district.path.read_bytes())
    return path


def test_an_output_that_would_overwrite_its_input_is_refused(own):
    before = layers_of(own)
    for source in (f"{own}|layername=parcels", QgsVectorLayer(f"{own}|layername=parcels", "x", "ogr")):
        parameters = {"PARCELS": source, "OUTPUT": str(own)}
        refused(
            lambda parameters=parameters: processing.run("landrenewal:classifylevels", parameters),
            "OUTPUT", "PARCELS", "own.gpkg", "another file",
        )  # fmt: skip
    assert layers_of(own) == before
    added = f"ogr:dbname='{own}' table=\"levels\" (geom)"
    processing.run("landrenewal:classifylevels", {"PARCELS": f"{own}|layername=parcels", "OUTPUT": added})
    assert layers_of(own) == sorted([*before, "levels"])


def test_a_study_over_the_inputs_is_refused(own, district):
    before = layers_of(own)
    inputs = {name: f"{own}|layername={name.lower()}" for name in district.inputs}
    parameters = {**inputs, "OUTPUT": str(own)}
    refused(
        lambda: processing.run("landrenewal:study", parameters),
        "own.gpkg",
        "lost",
        "roads",
        "another name",
    )
    assert layers_of(own) == before


def test_two_outputs_into_one_file_are_refused(square_layer, tmp_path):
    layer, both = square_layer([(A, "a", "0601")]), str(tmp_path / "both.gpkg")
    parameters = {"PARCELS": layer, "OUTPUT": both, "REJECTS": both}
    refused(
        lambda: processing.run("landrenewal:standardiseparcels", parameters),
        "OUTPUT and REJECTS",
        "both.gpkg",
    )


def test_a_number_out_of_bounds_names_the_bounds(tmp_path):
    parameters = {"PARCELS": 1, "OUTPUT": str(tmp_path / "sample.gpkg")}
    refused(lambda: processing.run("landrenewal:sampledistrict", parameters), "PARCELS is 1", "from 200 to")


def test_values_left_out_are_said_by_every_algorithm(square_layer, feedback):
    layer = square_layer([(A, "a", "0601", "many"), (B, "b", "0601", "-5")], FIELDS)
    processing.run("landrenewal:classifylevels", {"PARCELS": layer, "OUTPUT": "memory:"}, feedback=feedback)
    told = feedback.warnings + feedback.infos
    assert any("output not a number (a); output below 0 (b)" in text for text in told), told


def test_an_occupancy_table_without_its_ids_is_refused(square_layer, tmp_path):
    firms = square_layer([("POINT(38500050 3300050)", "e1")], "ent_id:string", kind="Point")
    table = tmp_path / "occupancy.csv"
    table.write_text("a,b\n1,x\n", encoding="utf-8")
    inputs = {"PARCELS": square_layer([(A, "a", "0601")]), "ENTERPRISES": firms, "OCCUPANCY": str(table)}
    parameters = {**inputs, "OUTPUT": "memory:"}
    refused(
        lambda: processing.run("landrenewal:identifydeficiency", parameters),
        "occupancy",
        "ent_id",
        "parcel_id",
    )


def test_an_empty_enterprise_layer_is_pointed_out(square_layer, feedback, tmp_path):
    firms = square_layer([], "ent_id:string", kind="Point")
    study(tmp_path, square_layer([(A, "a", "0601")]), feedback, ENTERPRISES=firms)
    assert any("enterprises" in text and "no rows" in text for text in feedback.warnings + feedback.infos)


def test_a_folder_that_is_a_file_is_refused(result, tmp_path):
    file = tmp_path / "file"
    file.touch()
    parameters = {"RESULT": str(result.path), "FOLDER": str(file)}
    refused(lambda: processing.run("landrenewal:rendermaps", parameters), "file", "folder")
    parameters["IDS"] = rows(f"{result.path}|layername=parcels")[0]["parcel_id"]
    refused(lambda: processing.run("landrenewal:report", parameters), "file", "folder")


def test_ids_of_sheets_may_be_separated_in_any_way(result, tmp_path):
    first, second, third = (row["parcel_id"] for row in rows(f"{result.path}|layername=parcels")[:3])
    ids, sheets = f"{first}；{second} ，{third}\n{first}", str(tmp_path / "sheets.pdf")
    parameters = {"RESULT": str(result.path), "IDS": ids, "OUTPUT": sheets}
    assert processing.run("landrenewal:report", parameters)["SHEETS"] == 3


def test_sheets_of_what_is_no_result_are_refused(district, tmp_path):
    for result in (district.path, tmp_path / "nowhere.gpkg"):
        parameters = {"RESULT": str(result), "IDS": "a", "OUTPUT": str(tmp_path / "sheet.pdf")}
        refused(
            lambda parameters=parameters: processing.run("landrenewal:report", parameters),
            "run the study first",
        )


def test_a_shapefile_that_cuts_names_is_pointed_out(square_layer, feedback, tmp_path):
    layer = square_layer([(A, "a", "0601")])
    for name, cut in (("levels.shp", True), ("levels.gpkg", False)):
        parameters = {"PARCELS": layer, "OUTPUT": str(tmp_path / name)}
        processing.run("landrenewal:classifylevels", parameters, feedback=feedback)
        told = feedback.warnings + feedback.infos
        assert any("10 characters" in text for text in told) is cut
        feedback.warnings.clear()
        feedback.infos.clear()


def test_rows_of_a_register_are_rows_out_plus_rejects(tmp_path):
    table = tmp_path / "firms.csv"
    lines = ("企业名称,年份", "甲厂,2022年", "乙厂,44562", "", "合计,2")
    table.write_text("\n".join(lines), encoding="utf-8")
    parameters = {"ENTERPRISES": str(table), "OUTPUT": "memory:", "REJECTS": "memory:"}
    outputs = processing.run("landrenewal:standardiseenterprises", parameters)
    assert [(row["name"], row["year"]) for row in rows(outputs["OUTPUT"])] == [("甲厂", 2022), ("乙厂", None)]
    rejects = rows(outputs["REJECTS"])
    assert [(row["row"], row["reason"]) for row in rejects] == [
        (3, "not a year"), (4, "blank row"), (5, "total row")
    ]  # fmt: skip
    assert outputs["REJECTED"] == 3
