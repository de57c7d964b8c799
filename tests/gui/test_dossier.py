"""The dock of a parcel: found by search and click, told with reasons, locked, printed."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

from qgis.core import QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from land_renewal.core.dossier.dossier import Dossier, Fact, Section
from land_renewal.core.scenarios.lock_rows import lock
from land_renewal.processing import parcel_tables
from land_renewal.processing.lockfile import lock_file, read_lock_rows, write_lock_rows
from land_renewal.processing.rows import plain_rows
from land_renewal.ui import dossier as module
from land_renewal.ui.dossier_view import dossier_html

WAIT = 300_000
COLOURS = {"bad": "#b00", "muted": "#777", "head": "#000"}
FATES = "scenario_large_concentration"


@pytest.fixture
def dock(iface, session, qtbot):
    made = module.make(iface, session)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    made.show()
    made.view._folded = set()
    yield made
    made.close()
    iface.removeDockWidget(made)
    made.deleteLater()


@pytest.fixture
def moving(session):
    """A parcel that large concentration moves."""
    return next(row["parcel_id"] for row in session.rows(FATES) if row["fate"] == "relocate")


@pytest.fixture
def layer(session):
    """The parcels of the result in the project, on the map."""
    made = QgsVectorLayer(f"{session.path}|layername=parcels", "parcels", "ogr")
    QgsProject.instance().addMapLayer(made)
    QgsProject.instance().setCrs(made.crs())
    return made


def outline(layer, parcel_id):
    return next(f.geometry() for f in layer.getFeatures(f"\"parcel_id\" = '{parcel_id}'"))


def test_without_a_result_it_says_what_to_do(iface, empty_session, qtbot):
    dock = module.make(iface, empty_session)
    dock.show()
    assert "Open the result" in dock.view.toPlainText()
    assert not dock.search.isEnabled() and not dock.sheet.isEnabled() and not dock.locks.set.isEnabled()
    dock.deleteLater()


def test_search_by_id_opens_the_parcel(dock, moving, qtbot):
    assert "Click a parcel" in dock.view.toPlainText()
    qtbot.keyClicks(dock.search, moving)
    qtbot.waitUntil(lambda: dock.hits.isVisible(), timeout=WAIT)
    qtbot.keyClick(dock.search, Qt.Key.Key_Return)
    assert dock.parcel_id == moving and not dock.hits.isVisible()
    text = dock.view.toPlainText()
    for said in ("Level and park", "Why: the five tests", "Scenario: Large concentration", "relocated"):
        assert said in text
    assert dock.title.text().startswith(moving)


def test_search_by_enterprise_lists_its_parcels(dock, session, qtbot):
    link = next(row for row in session.rows("occupancy") if row["land_m2"])
    name = next(row["name"] for row in session.rows("enterprises") if row["ent_id"] == link["ent_id"])
    dock.search.setText(name)
    qtbot.waitUntil(lambda: dock.hits.count() > 0 and dock.hits.isVisible(), timeout=WAIT)
    ids = {dock.hits.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dock.hits.count())}
    assert link["parcel_id"] in ids
    dock.search.setText("nobody has this name")
    qtbot.waitUntil(
        lambda: dock.hits.item(0) is not None and "Nothing" in dock.hits.item(0).text(), timeout=WAIT
    )
    dock.hits.itemActivated.emit(dock.hits.item(0))
    assert dock.parcel_id is None


def test_a_click_on_the_map_opens_the_parcel(dock, iface, layer, moving, qtbot):
    canvas = iface.mapCanvas()
    spot = outline(layer, moving).pointOnSurface().asPoint()
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(outline(layer, moving).boundingBox())
    qtbot.wait(50)
    dock.pick.click()
    assert canvas.mapTool() is not None
    pixel = canvas.getCoordinateTransform().transform(spot)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     QPoint(round(pixel.x()), round(pixel.y())))  # fmt: skip
    qtbot.waitUntil(lambda: dock.parcel_id == moving, timeout=WAIT)
    dock.pick.click()
    assert not dock.pick.isChecked()
    assert dock.map.parcel_at(QgsPointXY(0, 0)) is None


def test_the_parcel_is_marked_with_its_ways(dock, iface, layer, moving):
    iface.mapCanvas().setDestinationCrs(layer.crs())
    dock.show_parcel(moving)
    drawn = dock.map._outline.asGeometry()
    assert drawn.symDifference(outline(layer, moving)).area() < 1e-6
    assert dock.map._ways.numberOfVertices() >= 2
    assert iface.mapCanvas().extent().contains(drawn.boundingBox())
    dock.hide()
    assert dock.map._outline.numberOfVertices() == 0


def test_locks_are_kept_beside_the_result_and_told(dock, session, moving, qtbot):
    dock.show_parcel(moving)
    box = dock.locks
    box.head.click()
    assert box.note.isVisible() and not box.park.isVisible() and not box.free.isVisible()
    box.note.setText("the firm has just built")
    with qtbot.waitSignal(dock.locks_changed) as told:
        box.set.click()
    assert told.args == [str(lock_file(session.path))]
    assert read_lock_rows(session.path) == [lock("stay", moving, note="the firm has just built")]
    assert "must stay" in dock.view.toPlainText() and "the firm has just built" in dock.view.toPlainText()
    assert "study.locks.csv: 1" in box.state.text() and "solved before" in box.state.text()
    box.action.setCurrentIndex(box.action.findData("move"))
    box.scenario.setCurrentIndex(box.scenario.findData("large_concentration"))
    assert box.park.isVisible()
    box.set.click()
    rows = read_lock_rows(session.path)
    assert {(row["scenario"], row["action"]) for row in rows} == {
        ("large_concentration", "move"), ("small_clustering", "stay"), ("clustering_with_parks", "stay"),
    }  # fmt: skip
    box.scenario.setCurrentIndex(0)
    box.free.click()
    assert not lock_file(session.path).exists() and "must stay" not in dock.view.toPlainText()


def test_a_lock_that_contradicts_a_closed_park_is_refused(dock, iface, session, moving):
    dock.show_parcel(moving)
    park = dock.locks.park.itemData(0)
    write_lock_rows(session.path, [lock("close", park_id=park)])
    dock.add_lock(lock("move", moving, park))
    assert read_lock_rows(session.path) == [lock("close", park_id=park)]
    assert "closed" in iface.messageBar().currentItem().text()


def test_parks_that_can_receive_are_offered(dock, session, moving):
    dock.show_parcel(moving)
    offered = {dock.locks.park.itemData(row) for row in range(dock.locks.park.count())}
    assert offered == {row["park_id"] for row in session.rows("receivers")}


def test_land_without_a_fate_cannot_be_locked(dock, session):
    other = next(
        row["parcel_id"] for row in session.values("parcels", "parcel_id", "level") if not row["level"]
    )
    dock.show_parcel(other)
    assert not dock.locks.head.isEnabled() and not dock.locks.set.isEnabled()
    assert "no fate" in dock.locks.state.text()
    assert "not industrial land" in dock.view.toPlainText()


def test_the_same_parcel_is_shown_after_the_result_has_changed(dock, session, moving):
    dock.show_parcel(moving)
    write_lock_rows(session.path, [lock("stay", moving)])
    session.refresh()
    assert dock.parcel_id == moving and "must stay" in dock.view.toPlainText()


def test_another_unit_in_the_options_is_seen_at_once(dock, session, moving):
    from land_renewal.processing.settings import Settings, load, save

    before = load()
    try:
        save(Settings(area_unit="mu"))
        dock.show_parcel(moving)
        assert " mu" in dock.view.toPlainText()
        save(Settings(area_unit="ha"))
        session.options_changed.emit()
        assert " ha" in dock.view.toPlainText() and " mu" not in dock.view.toPlainText()
    finally:
        save(before)


def test_a_table_of_locks_that_is_broken_is_said(dock, session, moving):
    lock_file(session.path).write_text("nothing\n", encoding="utf-8")
    dock.show_parcel(moving)
    assert "lacks the column" in dock.view.toPlainText() and dock.parcel_id is None


def test_a_sheet_is_written(dock, iface, moving, tmp_path):
    dock.show_parcel(moving)
    path = tmp_path / "sheet.pdf"
    assert dock.write_sheets([moving], path)
    assert path.read_bytes().startswith(b"%PDF")
    assert "sheet.pdf" in iface.messageBar().currentItem().text()
    assert dock.sheet.isEnabled() and not dock.progress.isVisible()


def test_sheets_can_be_stopped_and_say_why_they_fail(dock, iface, session, tmp_path):
    ids = sorted(row["parcel_id"] for row in session.values("parcels", "parcel_id"))[:12]
    dock.progress.bar.valueChanged.connect(lambda value: dock.progress.stop.click() if value > 15 else None)
    assert not dock.write_sheets(ids, tmp_path / "many.pdf")
    assert not (tmp_path / "many.pdf").exists()
    assert not dock.write_sheets(["nowhere"], tmp_path / "none.pdf")
    assert "no such parcels" in iface.messageBar().currentItem().text()


def test_the_selection_is_what_is_selected_in_layers_of_the_result(dock, iface, session, layer, qtbot):
    from land_renewal.ui.sheets import chosen_parcels

    other = QgsVectorLayer("Point?crs=EPSG:4526&field=parcel_id:string", "other", "memory")
    QgsProject.instance().addMapLayer(other)
    assert chosen_parcels(session, other) == []
    layer.selectByIds([2, 5])
    wanted = sorted(f["parcel_id"] for f in layer.selectedFeatures())
    assert chosen_parcels(session, other) == chosen_parcels(session, layer) == wanted


def test_sections_fold_and_stay_folded(dock, moving):
    dock.show_parcel(moving)
    assert "Plot ratio" in dock.view.toPlainText()
    dock.view.fold("parcel")
    assert "Plot ratio" not in dock.view.toPlainText() and "parcel" in dock.view.folded()
    dock.show_parcel(moving)
    assert "Plot ratio" not in dock.view.toPlainText()
    dock.view.fold("parcel")


def test_the_dock_fits_into_320_pixels(dock, moving):
    dock.show_parcel(moving)
    assert dock.widget().minimumSizeHint().width() <= 320
    dock.setFloating(True)
    dock.resize(320, 700)
    assert dock.view.horizontalScrollBar().maximum() == 0


def test_nothing_of_the_data_becomes_markup():
    fact = Fact("holder", "Holder", "<b>Mill</b> & Co", "", "<i>note</i>", "bad")
    html = dossier_html(Dossier("A", "A", "", (Section("parcel", "<Parcel>", (fact,)),)), set(), {}, COLOURS)
    assert "&lt;b&gt;Mill&lt;/b&gt; &amp; Co" in html and "&lt;Parcel&gt;" in html and "<i>note" not in html


def test_of_tables_of_parcels_only_the_rows_of_the_parcel_are_read(dock, moving, session, monkeypatch):
    """Reading whole tables of a large district would be a pause at every click."""
    read = {}

    def spy(dataset, table, *filtered, query=parcel_tables._filtered):
        rows = query(dataset, table, *filtered)
        read.setdefault(table, []).append(len(rows))
        return rows

    monkeypatch.setattr(parcel_tables, "_filtered", spy)
    monkeypatch.setattr(parcel_tables, "plain_rows", None)
    monkeypatch.setattr(session, "rows", None)
    dock.show_parcel(moving)
    dock.show_parcel(moving, zoom=False)
    assert {"parcels", "occupancy", "enterprises", FATES} <= set(read)
    assert all(len(queries) == 2 for queries in read.values()), read
    of_parcels = [table for table in read if table not in parcel_tables._DISTRICT]
    assert all(max(read[table]) <= 10 for table in of_parcels), read


def test_solving_again_needs_to_know_how_the_result_was_made(dock, iface, session, moving):
    dock.show_parcel(moving)
    dock.solve_again()
    assert "run the study once" in iface.messageBar().currentItem().text()


def test_the_locks_are_met_when_solved_again(dock, session, district, moving, qtbot):
    session._remember({**district.inputs, "OUTPUT": str(session.path)}, {}, {}, str(session.path))
    dock.show_parcel(moving)
    dock.add_lock(lock("stay", moving, scenario="large_concentration"))
    assert dock.locks.solve.isVisible()
    with qtbot.waitSignal(session.busy_changed, timeout=WAIT, check_params_cb=lambda busy: not busy):
        dock.locks.solve.click()
    qtbot.waitUntil(lambda: not dock.locks.solve.isVisible(), timeout=WAIT)
    fate = next(row for row in plain_rows(session.path, FATES) if row["parcel_id"] == moving)
    assert (fate["fate"], fate["fate_reason"]) == ("retain", "locked")
    assert "a lock says so" in dock.view.toPlainText()
