"""The matching review: what it asks, keys, the map, undo, and that a new run keeps what was decided."""

from __future__ import annotations

import csv
import shutil

import pytest

pytest.importorskip("qgis.gui")

WAIT = 300_000
X, Y = 38_500_000, 3_400_000
# P1 to P4: two side by side, a gap of 100 m, two more.
LEFT = {"P1": X, "P2": X + 100, "P3": X + 300, "P4": X + 400}
HOLDERS = {"P1": "富强机械有限公司", "P2": "宏远电子有限公司", "P3": None, "P4": "福州富强机械有限公司"}
FIRMS = {
    "E1": (350, "富強機械有限公司"),  # its name says P1, its point P3
    "E2": (150, "无"),  # nothing but its point, in P2
    "E3": (None, "宏运电子有限公司"),  # no point; a name like that of the holder of P2
    "E4": (240, None),  # no name; 40 m from P2, 60 m from P3
}


def square(left):
    return f"POLYGON(({left} {Y}, {left + 100} {Y}, {left + 100} {Y + 100}, {left} {Y + 100}, {left} {Y}))"


def save(path, kind, columns, rows):
    """Rows of (WKT or None, values ...) as a GeoPackage."""
    from qgis.core import (
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsGeometry,
        QgsVectorFileWriter,
        QgsVectorLayer,
    )

    fields = "&field=".join(f"{name}:string" for name in columns)
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4526&field={fields}", "layer", "memory")
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeatures([feature])[0]
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    return str(path)


@pytest.fixture(scope="module")
def inputs(qgis_app, tmp_path_factory):
    """Parcels and enterprises on disk, as parameters of the study."""
    folder = tmp_path_factory.mktemp("review")
    land = [(square(left), name, "0601", HOLDERS[name]) for name, left in LEFT.items()]
    firms = [
        (None if at is None else f"POINT({X + at} {Y + 50})", name, firm)
        for name, (at, firm) in FIRMS.items()
    ]
    return {
        "PARCELS": save(folder / "land.gpkg", "Polygon", ("parcel_id", "land_code", "holder"), land),
        "ENTERPRISES": save(folder / "firms.gpkg", "Point", ("ent_id", "name"), firms),
    }


@pytest.fixture(scope="module")
def made(inputs, tmp_path_factory):
    """The result of a study of these."""
    from qgis import processing

    path = tmp_path_factory.mktemp("made") / "study.gpkg"
    processing.run("landrenewal:study", {**inputs, "OUTPUT": str(path)})
    return path


@pytest.fixture
def studied(empty_session, made, tmp_path):
    """A session over an own copy of that result."""
    shutil.copyfile(made, tmp_path / "study.gpkg")
    empty_session.open(tmp_path / "study.gpkg")
    return empty_session


@pytest.fixture
def dock(qtbot, iface, studied):
    from qgis.core import QgsProject

    from land_renewal.processing.project import load_layer
    from land_renewal.ui.matchreview import make

    for table in ("parcels", "enterprises"):
        QgsProject.instance().addMapLayer(load_layer(studied.path, table))
    return shown(qtbot, iface, make(iface, studied))


def shown(qtbot, iface, dock):
    iface.addDockWidget(iface.RIGHT, dock)
    dock.show()
    qtbot.waitUntil(dock.isVisible)
    return dock


def queue(dock):
    return [(item.ent_id, item.kind) for item in dock.model.items]


def press(qtbot, dock, key, *modifiers):
    from qgis.PyQt.QtCore import Qt

    dock.panel.queue.setFocus()
    shortcut = "+".join([*modifiers, key])
    found = next(s for s in dock._shortcuts if s.key().toString() == shortcut)
    assert found.isEnabled() and found.context() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    found.activated.emit()


def kept(session):
    path = session.path.with_name("study_reviewed_occupancy.csv")
    with path.open(encoding="utf-8-sig") as file:
        return {(row["ent_id"], row["parcel_id"]): row["reviewed"] for row in csv.DictReader(file)}


def test_it_asks_about_what_is_in_doubt_and_says_why(dock):
    assert queue(dock) == [("E3", "unmatched"), ("E4", "unmatched"), ("E1", "contradicting")]
    assert dock.panel.summary.text() == "3 enterprises to review, 0 decided."
    assert dock.panel.firm.text().startswith("宏运电子有限公司 (E3)\nWithout a parcel: no coordinates")
    assert dock.panel.options.item(0).text().startswith("1  P2 · proposed · 0.7")
    assert dock.panel.below.value() == 0.9
    dock.panel.queue.selectRow(2)
    lines = [dock.panel.options.item(row).text() for row in range(dock.panel.options.count())]
    assert [line.split(" · ")[:2] for line in lines] == [
        ["1  P1", "linked"],
        ["2  P3", "its point lies here"],
    ]


def test_the_map_shows_the_point_the_parcels_and_lines_to_them(dock, iface):
    from qgis.core import QgsGeometry, QgsPointXY

    dock.panel.queue.selectRow(2)
    shown = dock.map.shown()
    assert sorted(shown) == ["chosen areas", "chosen lines", "mark", "others areas", "others lines"]
    chosen, other = (shown[f"{which} areas"].asGeometry() for which in ("chosen", "others"))
    assert chosen.isGeosEqual(QgsGeometry.fromWkt(square(LEFT["P1"])))
    assert other.isGeosEqual(QgsGeometry.fromWkt(square(LEFT["P3"])))
    assert shown["chosen lines"].asGeometry().length() == pytest.approx(300)
    assert shown["mark"].center() == QgsPointXY(X + 350, Y + 50)
    seen = QgsGeometry.fromRect(iface.canvas.extent())
    assert seen.contains(chosen)
    dock.choose(2)
    assert dock.option().parcel_id == "P3"
    # Without following, the view stays.
    dock.panel.follow.setChecked(False)
    before = iface.canvas.extent()
    dock.panel.queue.selectRow(1)
    assert iface.canvas.extent() == before
    dock.hide()
    assert dock.map.shown() == {}


def test_keys_decide_and_go_on_to_the_next(qtbot, dock, studied):
    press(qtbot, dock, "A")
    assert dock.item().ent_id == "E4"
    press(qtbot, dock, "R")
    assert dock.item().ent_id == "E4" and dock.option().parcel_id == "P3"
    press(qtbot, dock, "1")
    assert dock.option().parcel_id == "P2"
    press(qtbot, dock, "Right")
    assert dock.option().parcel_id == "P3"
    press(qtbot, dock, "R", "Shift")
    assert dock.item().ent_id == "E1"
    press(qtbot, dock, "2")
    press(qtbot, dock, "A")
    assert dock.panel.summary.text() == "0 enterprises to review, 3 decided."
    dock.flush()
    assert kept(studied) == {
        ("E1", "P1"): "0", ("E1", "P3"): "1", ("E3", "P2"): "1",
        ("E4", "P2"): "0", ("E4", "P3"): "0",
    }  # fmt: skip
    press(qtbot, dock, "Z", "Ctrl")
    assert dock.item().ent_id == "E1"
    assert dock.panel.summary.text() == "1 enterprises to review, 2 decided."
    dock.flush()
    assert kept(studied) == {
        ("E1", "P1"): "", ("E1", "P3"): "", ("E3", "P2"): "1", ("E4", "P2"): "0", ("E4", "P3"): "0",
    }  # fmt: skip


def test_real_keys_reach_the_dock_but_not_from_a_number_field(qtbot, dock, iface):
    from qgis.PyQt.QtCore import Qt

    iface.window.activateWindow()
    dock.panel.queue.setFocus()
    qtbot.waitUntil(dock.panel.queue.hasFocus, timeout=WAIT)
    qtbot.keyClick(dock.panel.queue, Qt.Key.Key_A)
    assert dock.item().ent_id == "E4"
    dock.panel.least.setFocus()
    dock.panel.least.selectAll()
    qtbot.keyClicks(dock.panel.least, "0.5")
    qtbot.keyClick(dock.panel.least, Qt.Key.Key_Return)
    assert dock.panel.least.value() == 0.5
    assert dock.item().ent_id == "E4" and dock.option().parcel_id == "P2"


def test_accepting_above_a_score_is_one_step_to_take_back(qtbot, dock):
    dock.panel.least.setValue(0.3)
    assert dock.panel.bulk.text() == "Accept all shown (3)"
    dock.panel.bulk.click()
    assert dock.panel.summary.text() == "0 enterprises to review, 3 decided."
    assert dock._decisions == {"E1": {"P1": True}, "E3": {"P2": True}, "E4": {"P2": True}}
    dock.panel.undo.click()
    assert dock.panel.summary.text() == "3 enterprises to review, 0 decided."
    dock.panel.which.setCurrentIndex(dock.panel.which.findData("contradicting"))
    assert dock.panel.bulk.text() == "Accept all shown (1)"
    dock.panel.least.setValue(1.0)
    assert not dock.panel.bulk.isEnabled()


def test_the_list_can_be_narrowed(dock):
    assert [dock.panel.which.itemData(row) for row in range(dock.panel.which.count())] == [
        "open", "unmatched", "contradicting", "doubtful", "decided", "all",
    ]  # fmt: skip
    dock.accept()
    for which, expected in {
        "unmatched": ["E4"],
        "decided": ["E3"],
        "all": ["E3", "E4", "E1"],
        "open": ["E4", "E1"],
    }.items():
        dock.panel.which.setCurrentIndex(dock.panel.which.findData(which))
        assert [ent_id for ent_id, _ in queue(dock)] == expected
    dock.panel.below.setValue(1.0)
    dock.panel.which.setCurrentIndex(dock.panel.which.findData("doubtful"))
    assert [ent_id for ent_id, _ in queue(dock)] == ["E2"]


def test_a_parcel_can_be_picked_on_the_map(qtbot, dock, iface):
    from qgis.core import QgsPointXY
    from qgis.gui import QgsMapToolPan

    pan = QgsMapToolPan(iface.canvas)
    iface.canvas.setMapTool(pan)
    dock.map.pick()
    tool = iface.canvas.mapTool()
    assert tool is not pan
    tool.canvasClicked.emit(QgsPointXY(X + 250, Y + 50), dock_button())
    assert dock._decisions == {} and iface.canvas.mapTool() is pan
    assert "no parcel" in iface.bar.currentItem().text()
    dock.map.pick()
    iface.canvas.mapTool().canvasClicked.emit(QgsPointXY(X + 450, Y + 50), dock_button())
    assert dock._decisions == {"E3": {"P4": True}}
    assert iface.canvas.mapTool() is pan
    assert dock.item().ent_id == "E4"
    dock.undo()
    assert dock.panel.options.item(1).text() == "2  P4 · chosen by you"
    dock.map.pick()
    dock.hide()
    assert iface.canvas.mapTool() is pan


def dock_button():
    from qgis.PyQt.QtCore import Qt

    return Qt.MouseButton.LeftButton


def test_a_new_run_keeps_what_was_decided(qtbot, dock, studied, inputs):
    ended = []
    studied.run("study", inputs, lambda *done: ended.append(done))
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert ended[0][0], ended[0][2]
    dock.accept()  # E3 on P2
    dock.reject_all()  # E4 nowhere
    dock.choose(2)
    dock.accept()  # E1 on P3
    with qtbot.waitSignal(studied.changed, timeout=WAIT):
        dock.panel.run.click()
    qtbot.waitUntil(lambda: not studied.busy, timeout=WAIT)
    found = {(row["ent_id"], row["parcel_id"]): row["reviewed"] for row in studied.rows("occupancy")}
    assert found == {
        ("E1", "P1"): 0, ("E1", "P3"): 1, ("E2", "P2"): None, ("E3", "P2"): 1,
        ("E4", "P2"): 0, ("E4", "P3"): 0,
    }  # fmt: skip
    assert [row["ent_id"] for row in studied.rows("unmatched")] == ["E4"]
    assert dock.panel.summary.text() == "0 enterprises to review, 3 decided."
    assert studied.parameters()["OCCUPANCY"].endswith("study_reviewed_occupancy.csv")
    # What was decided can be taken up again.
    dock.panel.which.setCurrentIndex(dock.panel.which.findData("all"))
    assert sorted(queue(dock)) == [("E1", "doubtful"), ("E3", "doubtful"), ("E4", "unmatched")]


def test_a_table_in_which_all_was_taken_back_changes_nothing(dock, studied, inputs):
    from qgis import processing

    dock.accept()
    dock.undo()
    dock.flush()
    assert kept(studied) == {("E3", "P2"): ""}
    given = {**inputs, **dict.fromkeys(("OCCUPANCY_OUTPUT", "UNMATCHED"), "memory:")}
    table = str(studied.path.with_name("study_reviewed_occupancy.csv"))
    without = processing.run("landrenewal:matchenterprises", given)
    again = processing.run("landrenewal:matchenterprises", {**given, "OCCUPANCY": table})
    for name in ("MATCHED", "UNMATCHED_COUNT", "CONFLICTS", "BY_NAME", "BY_POINT"):
        assert again[name] == without[name]


def test_decisions_outlive_the_session(qtbot, dock, studied, iface):
    from land_renewal.ui.matchreview import make

    dock.accept()
    dock.close()
    assert kept(studied)["E3", "P2"] == "1"
    other = shown(qtbot, iface, make(iface, studied))
    assert other.panel.summary.text() == "2 enterprises to review, 1 decided."
    assert "1 links confirmed and 0 ruled out" in other.panel.saved.text()


def test_a_spoilt_file_is_said_and_left_alone(qtbot, studied, iface):
    from land_renewal.ui.matchreview import make

    path = studied.path.with_name("study_reviewed_occupancy.csv")
    path.write_text("ent_id,parcel_id,reviewed\nE1,P1,maybe\n", encoding="utf-8")
    dock = shown(qtbot, iface, make(iface, studied))
    assert "line 2: reviewed is 'maybe'" in dock.panel.summary.text()
    assert not dock.panel.accept.isEnabled() and not dock.panel.run.isEnabled()
    dock.accept()
    dock.flush()
    assert "maybe" in path.read_text(encoding="utf-8")


def test_without_a_result_it_says_what_to_do(qtbot, iface, empty_session):
    from land_renewal.ui.matchreview import make

    dock = shown(qtbot, iface, make(iface, empty_session))
    assert dock.panel.summary.text().startswith("Open the result of a study")
    assert not dock.panel.accept.isEnabled()
    dock.accept()
    dock.undo()
    dock.accept_all()


def test_a_result_not_run_here_says_what_to_do_with_the_file(dock, iface):
    dock.accept()
    dock.match_again()
    assert "study_reviewed_occupancy.csv as Occupancy" in iface.bar.currentItem().text()


def test_it_fits_into_320_pixels(dock):
    assert dock.panel.minimumSizeHint().width() <= 320


def test_spreadsheets_may_have_changed_the_file(tmp_path):
    from land_renewal.core.common.errors import LandRenewalError
    from land_renewal.processing.review import read_review, write_review

    path = tmp_path / "reviewed.csv"
    text = "ent_id,parcel_id,reason,reviewed,score\n007,P1,名称相同，企业,是,0.85\n008,P2,工业用地,0.0,\n"
    path.write_bytes(text.encode("gb18030"))
    rows = read_review(path)
    assert [(r["ent_id"], r["reviewed"], r["score"]) for r in rows] == [
        ("007", True, 0.85),
        ("008", False, None),
    ]
    assert rows[0]["reason"] == "名称相同，企业"
    write_review(path, rows)
    assert read_review(path) == rows
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(LandRenewalError, match="no column ent_id, parcel_id, reviewed"):
        read_review(path)
    assert read_review(tmp_path / "none.csv") == []
