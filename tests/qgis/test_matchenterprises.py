"""The algorithm that matches enterprises to parcels, with a person's review between two runs."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

X, Y = 38_500_000, 3_400_000
SQUARES = [
    f"POLYGON(({x} {Y}, {x + 100} {Y}, {x + 100} {Y + 100}, {x} {Y + 100}, {x} {Y}))"
    for x in (X, X + 100, X + 300, X + 400)
]
HOLDERS = ["富强机械有限公司", "宏远电子有限公司", None, "福州富强机械有限公司"]
FIRMS = [
    # Name says the first parcel, point the third.
    (f"POINT({X + 350} {Y + 50})", "E1", "富強機械有限公司"),
    # Nothing but the point, in the second parcel.
    (f"POINT({X + 150} {Y + 50})", "E2", "无"),
    # No point; a name like that of a holder.
    (None, "E3", "宏运电子有限公司"),
    # 40 m off the nearest parcel, no name.
    (f"POINT({X + 240} {Y + 50})", "E4", None),
]  # fmt: skip


def rows(layer):
    return [dict(zip(layer.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


def missing(value):
    return value is None or (hasattr(value, "isNull") and value.isNull())


@pytest.fixture
def layers(square_layer):
    fields = "parcel_id:string&field=land_code:string&field=holder:string"
    land = square_layer(
        [
            (shape, f"P{number}", "0601", holder)
            for number, (shape, holder) in enumerate(zip(SQUARES, HOLDERS), 1)
        ],
        fields,
    )
    firms = square_layer(FIRMS, "ent_id:string&field=name:string", kind="Point")
    return {"PARCELS": land, "ENTERPRISES": firms}


def match(layers, **more):
    sinks = dict.fromkeys(("OCCUPANCY_OUTPUT", "UNMATCHED", "LINKS", "REJECTS"), "memory:")
    return processing.run("landrenewal:matchenterprises", {**layers, **sinks, **more})


def table_of(records):
    fields = "&field=".join(("ent_id:string", "parcel_id:string", "share:double", "reviewed:int"))
    layer = QgsVectorLayer(f"None?field={fields}", "occupancy", "memory")
    for record in records:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(record))
        assert layer.dataProvider().addFeatures([feature])[0]
    return layer


def test_links_say_why_and_contradictions_are_kept(layers):
    outputs = match(layers)
    links = {row["ent_id"]: row for row in rows(outputs["OCCUPANCY_OUTPUT"])}
    assert {key: (row["parcel_id"], row["method"]) for key, row in links.items()} == {
        "E1": ("P1", "name"), "E2": ("P2", "point")}  # fmt: skip
    assert links["E1"]["conflict"] == "P3" and "lies in parcel P3" in links["E1"]["reason"]
    assert links["E2"]["share"] == 1.0 and links["E2"]["land_m2"] == pytest.approx(1e4, rel=2e-3)
    left = {row["ent_id"]: row for row in rows(outputs["UNMATCHED"])}
    assert left["E3"]["candidate_1"] == "P2" and "宏远电子有限公司" in left["E3"]["reason_1"]
    # P2 and P3 are 40 m and 60 m away.
    assert (left["E4"]["candidate_1"], left["E4"]["candidate_2"]) == ("P2", "P3")
    assert missing(left["E4"]["candidate_3"])
    figures = {
        name: outputs[name] for name in ("MATCHED", "UNMATCHED_COUNT", "CONFLICTS", "BY_NAME", "BY_POINT")
    }
    assert figures == {"MATCHED": 2, "UNMATCHED_COUNT": 2, "CONFLICTS": 1, "BY_NAME": 1, "BY_POINT": 1}
    assert outputs["BY_TAX_ID"] == 0 and outputs["PRECISION"] is None


def test_lines_run_from_the_point_to_links_conflicts_and_candidates(layers):
    lines = match(layers)["LINKS"]
    found = sorted((f["ent_id"], f["parcel_id"], f["status"]) for f in lines.getFeatures())
    assert found == [
        ("E1", "P1", "link"), ("E1", "P3", "conflict"), ("E2", "P2", "link"),
        ("E4", "P2", "candidate"), ("E4", "P3", "candidate"),
    ]  # fmt: skip
    [line] = [f.geometry() for f in lines.getFeatures() if (f["ent_id"], f["status"]) == ("E1", "link")]
    start, end = line.asPolyline()
    assert (start.x(), start.y()) == pytest.approx((X + 350, Y + 50), abs=0.01)
    assert QgsGeometry.fromWkt(SQUARES[0]).contains(QgsGeometry.fromPointXY(end))


def test_what_a_person_has_decided_survives_and_labels_the_chain(layers):
    said = [("E1", "P1", None, 0), ("E3", "P2", 0.4, 1), ("E2", "P2", None, 1), ("gone", "P9", None, 1)]
    outputs = match(layers, OCCUPANCY=table_of(said))
    found = {(r["ent_id"], r["parcel_id"]): r for r in rows(outputs["OCCUPANCY_OUTPUT"])}
    methods = {pair: row["method"] for pair, row in found.items()}
    assert methods == {("E1", "P1"): "ruled out", ("E1", "P3"): "point", ("E2", "P2"): "reviewed",
                       ("E3", "P2"): "reviewed"}  # fmt: skip
    assert found["E3", "P2"]["share"] == pytest.approx(0.4)
    assert found["E2", "P2"]["share"] == pytest.approx(0.6)
    assert (found["E1", "P1"]["reviewed"], found["E2", "P2"]["reviewed"]) == (0, 1)
    assert missing(found["E1", "P3"]["reviewed"])
    # The chain alone found E1-P1 (wrong) and E2-P2 (right) of three labelled pairs; two were to be found.
    assert (outputs["PRECISION"], outputs["RECALL"]) == (0.5, 0.5)
    [lost] = rows(outputs["REJECTS"])
    assert (lost["id"], lost["value"]) == ("gone", "P9")
    again = match(layers, OCCUPANCY=outputs["OCCUPANCY_OUTPUT"])
    keys = ("ent_id", "parcel_id", "method", "share", "score", "reason")
    one, other = (
        [[row[key] for key in keys] for row in rows(made["OCCUPANCY_OUTPUT"])] for made in (outputs, again)
    )
    assert one == other


def test_a_table_without_reviews_is_taken_as_it_is(layers):
    fields = "ent_id:string&field=parcel_id:string"
    given = QgsVectorLayer(f"None?field={fields}", "occupancy", "memory")
    feature = QgsFeature(given.fields())
    feature.setAttributes(["E4", "P4"])
    given.dataProvider().addFeatures([feature])
    outputs = match(layers, OCCUPANCY=given)
    assert [(r["ent_id"], r["parcel_id"]) for r in rows(outputs["OCCUPANCY_OUTPUT"])] == [("E4", "P4")]
    assert outputs["UNMATCHED_COUNT"] == 3


def test_the_sample_district_is_matched_by_all_means(district):
    names = ("PARCELS", "ENTERPRISES")
    outputs = match(district.only(*names))
    links, left = rows(outputs["OCCUPANCY_OUTPUT"]), rows(outputs["UNMATCHED"])
    firms = {row["ent_id"] for row in rows(QgsVectorLayer(district.inputs["ENTERPRISES"], "firms", "ogr"))}
    linked = {row["ent_id"] for row in links}
    assert linked | {row["ent_id"] for row in left} == firms
    assert not linked & {row["ent_id"] for row in left}
    assert outputs["MATCHED"] == len(linked) > 0.9 * len(firms)
    assert outputs["BY_TAX_ID"] > 0 and outputs["BY_POINT"] > 0
    assert all(row["reason"] and 0 < row["score"] <= 1 for row in links)
