"""Wrong labels, overlaps and misstated areas as a user meets them: through QGIS, from layers and files."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from land_renewal.processing import adapter

PARCEL_FIELDS = "parcel_id:string&field=land_code:string&field=stated_m2:double"


def square(x, y, side=100.0):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "x", "ogr")
    return [dict(zip(layer.fields().names(), f.attributes())) for f in layer.getFeatures()]


@pytest.fixture
def parcels(square_layer):
    """Four parcels near Wuxi in zone 40: two overlap by 20 %, one has a wrong stated area, two ids repeat."""
    places = [(40_528_000, "a", 1e4), (40_528_080, "b", 1e4), (40_528_500, "c", 2e4), (40_528_900, "c", 1e4)]
    given = [(square(x, 3_486_000), key, "0601", stated) for x, key, stated in places]
    return square_layer(given, PARCEL_FIELDS, "EPSG:4528")


def labelled(layer, code):
    """The same coordinates under another label."""
    layer.setCrs(QgsCoordinateReferenceSystem(code))
    return layer


def parks(square_layer, crs="EPSG:4528", x=40_527_000, y=3_485_000):
    layer = square_layer([(square(x, y, 3000), "K", 3.0)], "park_id:string&field=approved_km2:double", crs)
    return layer


def standardise(layer, feedback=None, **more):
    parameters = {"PARCELS": layer, "OUTPUT": "memory:", "REJECTS": "memory:", "LEDGER": "memory:", **more}
    return processing.run("landrenewal:standardiseparcels", parameters, feedback=feedback)


def levels(parcels, parks, feedback=None, **more):
    parameters = {"PARCELS": parcels, "PARKS": parks, "OUTPUT": "memory:", **more}
    return processing.run("landrenewal:classifylevels", parameters, feedback=feedback)


def test_parcels_under_the_wrong_label_are_refused_with_code_and_reason(parcels):
    for code in ("EPSG:4549", "EPSG:4490"):
        with pytest.raises(QgsProcessingException) as error:
            standardise(labelled(parcels, code))
        sentence = str(error.value)
        assert "Traceback" not in sentence
        for words in (code, "EPSG:4528", "begin with 40", "layer properties"):
            assert words in sentence


def test_parks_under_the_wrong_label_are_refused_though_qgis_has_projected_them(parcels, square_layer):
    """QGIS leaves out geometry it cannot project, so the coordinates themselves are gone by then."""
    for code in ("EPSG:4490", "EPSG:4549"):
        with pytest.raises(QgsProcessingException, match=r"parks layer is labelled .* fit EPSG:4528"):
            levels(parcels, labelled(parks(square_layer), code))


def test_parks_in_the_next_meridian_are_named_with_distance_and_code(parcels, square_layer, feedback):
    moved = parks(square_layer, "EPSG:4548", 527_000)
    levels(parcels, moved, feedback)
    [warning] = [text for text in feedback.warnings if "parks: the layer lies" in text]
    assert "28" in warning
    assert "EPSG:4549" in warning


def test_the_mapping_may_state_the_crs_of_a_layer(parcels, square_layer, feedback, tmp_path):
    mapping = tmp_path / "mine.yml"
    mapping.write_text("name: mine\ntables:\n  parks:\n    crs: EPSG:4549\n    columns: {park_id: park_id}\n")
    moved = parks(square_layer, "EPSG:4548", 527_000)
    outputs = levels(parcels, moved, feedback, MAPPING=str(mapping))
    assert {row["park_id"] for row in rows(outputs["OUTPUT"])} == {"K"}
    assert not [text for text in feedback.warnings if "the layer lies" in text]


def test_a_park_layer_without_crs_is_taken_as_that_of_the_parcels_and_said(parcels, square_layer, feedback):
    layer = parks(square_layer)
    layer.setCrs(QgsCoordinateReferenceSystem())
    outputs = levels(parcels, layer, feedback)
    assert {row["park_id"] for row in rows(outputs["OUTPUT"])} == {"K"}
    assert any("parks: the layer has no CRS of its own" in text for text in feedback.warnings)


def test_layers_in_other_crs_that_meet_the_parcels_raise_no_word(parcels, square_layer, feedback):
    source, target = (QgsCoordinateReferenceSystem(code) for code in ("EPSG:4528", "EPSG:4490"))
    shape = QgsGeometry.fromWkt(square(40_527_000, 3_485_000, 3000))
    shape.transform(QgsCoordinateTransform(source, target, QgsProject.instance()))
    layer = square_layer([(shape.asWkt(), "K")], "park_id:string", "EPSG:4490")
    levels(parcels, layer, feedback)
    assert feedback.warnings == []


def test_the_ledger_lists_overlaps_stated_areas_and_repeated_ids(parcels, feedback):
    ledger = rows(standardise(parcels, feedback)["LEDGER"])
    assert [(row["what"], row["id"], row["other_id"]) for row in ledger] == [
        ("duplicate_id", "c#2", "c"),
        ("overlap", "a", "b"),
        ("stated_area", "c", None),
    ]
    assert ledger[1]["area_after_m2"] == pytest.approx(2000, rel=1e-3)
    assert (ledger[2]["area_before_m2"], ledger[2]["row"]) == (20_000, 3)
    assert any("1 pairs overlap by more than slivers; 0.20 ha" in text for text in feedback.warnings)
    assert any("1 stated areas differ" in text for text in feedback.infos)


def test_the_study_writes_the_ledger_and_keeps_it_when_nothing_changes(parcels, square_layer, tmp_path):
    path = tmp_path / "study.gpkg"
    bow_tie = (
        "POLYGON((40528000 3486000,40528100 3486100,40528100 3486000,40528000 3486100,40528000 3486000))"
    )
    line = square_layer([(bow_tie, 1)], "n:integer", "EPSG:4528")
    inputs = {"PARCELS": parcels, "PARKS": parks(square_layer), "REDLINE": line, "OUTPUT": str(path)}
    processing.run("landrenewal:study", inputs)
    first = rows(f"{path}|layername=ledger")
    assert [(row["table"], row["what"]) for row in first] == [
        ("parcels", "duplicate_id"), ("redline", "split"), ("parcels", "overlap"), ("parcels", "stated_area"),
        ("parks", "stated_area"),
    ]  # fmt: skip
    processing.run("landrenewal:study", inputs)
    assert rows(f"{path}|layername=ledger") == first
    log = {row["step"]: row for row in rows(f"{path}|layername=run_log")}
    assert "1 pairs overlap" in log["checks"]["notes"]
    assert '"ledger"' in log["checks"]["layers"]


def test_a_clean_district_has_an_empty_ledger_layer(result):
    layer = QgsVectorLayer(f"{result.path}|layername=ledger", "ledger", "ogr")
    assert layer.isValid()
    assert {"table", "id", "row", "what", "area_before_m2", "area_after_m2", "other_id", "note"} <= set(
        layer.fields().names()
    )
    assert not layer.isSpatial()


def test_a_table_of_map_service_points_is_declared_in_the_mapping(parcels, feedback, tmp_path):
    from land_renewal.core.intake.datum_shift import wgs84_to_gcj02

    centre = next(iter(parcels.getFeatures())).geometry().centroid()
    source, target = (QgsCoordinateReferenceSystem(code) for code in ("EPSG:4528", "EPSG:4490"))
    centre.transform(QgsCoordinateTransform(source, target, QgsProject.instance()))
    lon, lat = wgs84_to_gcj02(centre.asPoint().x(), centre.asPoint().y())
    table = QgsVectorLayer("NoGeometry?field=ent_id:string&field=x:double&field=y:double", "firms", "memory")
    feature = QgsFeature(table.fields())
    feature.setAttributes(["e", float(lon), float(lat)])
    assert table.dataProvider().addFeatures([feature])[0]
    mapping = tmp_path / "mine.yml"
    mapping.write_text(
        "name: mine\ntables:\n  enterprises:\n    coordinates: gcj02\n    columns: {ent_id: ent_id}\n"
    )
    parameters = {"PARCELS": parcels, "ENTERPRISES": table, "OUTPUT": "memory:"}
    outputs = processing.run("landrenewal:identifydeficiency", parameters, feedback=feedback)
    assert outputs["UNMATCHED_ENTERPRISES"] == 1
    assert any("x and y of all rows are degrees" in text for text in feedback.warnings)
    outputs = processing.run("landrenewal:identifydeficiency", {**parameters, "MAPPING": str(mapping)})
    assert outputs["UNMATCHED_ENTERPRISES"] == 0


def test_taiwan_s_parks_have_45_stated_areas_that_do_not_fit(shared_data, qgis_app, feedback, tmp_path):
    layer = QgsVectorLayer(str(shared_data / "tw_parks" / "產業園區範圍圖.shp"), "parks", "ogr")
    layer.setProviderEncoding("UTF-8")
    mapping = tmp_path / "tw.yml"
    mapping.write_text(
        "name: tw\ntables:\n  parcels:\n    columns:\n      stated_m2: {from: NN, unit: ha}\n",
        encoding="utf-8",
    )
    outputs = standardise(layer, feedback, MAPPING=str(mapping))
    ledger = rows(outputs["LEDGER"])
    assert sum(row["what"] == "stated_area" for row in ledger) == 45
    assert sum(row["what"] in ("repaired", "split") for row in ledger) == 4
    assert any("stated 42,169.81 ha, measured 27,259.4" in text for text in feedback.infos)
    assert outputs["PARCELS_KEPT"] == 212
    frame = adapter.read_table(layer, None)
    assert len(frame) == 212
