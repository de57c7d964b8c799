"""The page of locks: set, seen elsewhere, undone, solved again through the real study, and compared."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelectionModel, Qt

from land_renewal.core.scenarios.lock_results import arrives
from land_renewal.core.scenarios.lock_rows import lock
from land_renewal.processing.lockfile import lock_file, read_lock_rows, write_lock_rows
from land_renewal.processing.rows import plain_rows
from land_renewal.ui.scenario_locks import CHANGED, MOVES, PARKS, LocksPage

WAIT, SOLVE = 30_000, 240_000
LARGE = "large_concentration"


@pytest.fixture
def page(iface, session, qtbot):
    made = LocksPage(iface, session)
    made.resize(360, 700)
    made.show()
    qtbot.waitUntil(lambda: made.fates.fresh, timeout=WAIT)
    made.show_scenario(LARGE)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def remembered(session, district):
    """The session knows what the result was made from."""
    given = {**district.inputs, "OUTPUT": str(session.path)}
    session._remember(given, stamps={}, standing={}, result=str(session.path))


def moves(session, scenario=LARGE):
    return {row["parcel_id"]: row for row in plain_rows(session.path, f"scenario_{scenario}") if arrives(row)}


def select(page, *rows):
    picked = page.moves.list.selectionModel()
    picked.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        picked.select(page.moves.model.index(row, 0), flags)


def listed(page):
    return [page.locks.list.item(row).text() for row in range(page.locks.list.count())]


def test_without_a_result_it_says_what_to_do(iface, empty_session, qtbot):
    page = LocksPage(iface, empty_session)
    page.show()
    assert "Open a result" in page.said.text()
    assert not page.tabs.isEnabled() and not page.solve.isEnabled()
    page.deleteLater()


def test_the_moves_are_listed_the_dearest_first(page, session):
    found = moves(session)
    costs = sorted((row["cost"] for row in found.values()), reverse=True)
    assert page.moves.model.rowCount() == len(found) and found
    shown = [page.moves._seen[row]["cost"] for row in range(page.moves.model.rowCount())]
    assert shown == costs
    given_up = sum(row["fate"] == "reclaim" for row in found.values())
    said = page.moves.summary.text()
    assert said.startswith(f"{len(found)} moves")
    # The map and the summary of the study count these as land reclaimed, not as moves.
    assert given_up and said.endswith(f" {given_up} of them from land that is reclaimed.")
    page.show_scenario("small_clustering")
    assert page.moves.model.rowCount() == len(moves(session, "small_clustering"))


def test_a_narrow_list_of_moves_says_where_to(page, session, qtbot):
    """The unit of the cost stands in the heading; in each row it would take the room of the park."""
    page.tabs.setCurrentIndex(MOVES)
    model, view = page.moves.model, page.moves.list
    # The letters of a test are larger than those of a desktop: so many of them fit into 350 pixels there.
    wide = view.fontMetrics().horizontalAdvance("0") * 42
    page.resize(wide, 700)
    qtbot.waitUntil(lambda: page.width() == wide)
    qtbot.wait(50)
    parcel, to, cost = 0, 1, 3
    assert not view.isColumnHidden(to) and view.columnWidth(to) >= 80
    heading = model.headerData(cost, Qt.Orientation.Horizontal)
    assert heading.startswith("Cost\n") and heading.endswith("CNY")
    found = moves(session)
    size = {"10k CNY": 1, "million CNY": 100, "billion CNY": 100_000}[heading.partition("\n")[2]]
    for row in range(0, model.rowCount(), 7):
        key, text = (model.index(row, column).data() for column in (parcel, cost))
        assert float(text.replace(",", "")) * size == pytest.approx(found[key]["cost"], abs=0.06 * size)


def test_the_list_of_moves_is_searched(page, session):
    key = max(moves(session))
    page.moves.filter.setText(key)
    assert [row["parcel_id"] for row in page.moves._seen] == [key]
    page.moves.filter.setText("nothing has this name")
    assert page.moves.model.rowCount() == 0


def test_parcels_of_the_list_must_stay(page, session):
    page.tabs.setCurrentIndex(MOVES)
    select(page, 0, 1)
    keys = [row["parcel_id"] for row in page.moves._seen[:2]]
    assert page.moves.chosen == keys
    page.moves.note.setText("just built")
    page.moves.stay.click()
    assert read_lock_rows(session.path) == [lock("stay", key, note="just built") for key in sorted(keys)]
    assert len(listed(page)) == 2 and all("must stay" in text for text in listed(page))
    assert all("not solved yet" in text and "all scenarios" in text for text in listed(page))
    assert "have changed" in page.said.text()


def test_a_park_is_forbidden_in_one_scenario_only(page, session):
    page.everywhere.setChecked(False)
    select(page, 0)
    row = page.moves._seen[0]
    assert page.moves.park.currentData() == row["dest_id"]
    page.moves.forbid.click()
    expected = lock("forbid", row["parcel_id"], row["dest_id"], LARGE)
    assert read_lock_rows(session.path) == [expected]
    assert "Large concentration" in listed(page)[0]


def test_a_contradiction_is_refused_and_nothing_is_lost(page, session):
    row = page.moves._seen[0]
    page.add([lock("close", park_id=row["dest_id"])])
    select(page, 0)
    page.moves.move.click()
    assert "cannot be sent to park" in page.said.text()
    assert read_lock_rows(session.path) == [lock("close", park_id=row["dest_id"])]


def test_locks_that_another_dock_writes_show_at_once(page, session, qtbot):
    key = page.moves._seen[0]["parcel_id"]
    write_lock_rows(session.path, [lock("stay", key)])
    qtbot.waitUntil(lambda: len(listed(page)) == 1, timeout=WAIT)
    assert key in listed(page)[0]
    write_lock_rows(session.path, [])
    qtbot.waitUntil(lambda: not listed(page), timeout=WAIT)
    assert page.locks.none.isVisible()


def test_locks_are_deleted_and_changes_taken_back(page, session, qtbot):
    keys = [row["parcel_id"] for row in page.moves._seen[:2]]
    page.add([lock("stay", keys[0])])
    page.add([lock("stay", keys[1])])
    assert len(listed(page)) == 2 and page.locks.undo.isEnabled()
    page.locks.list.item(0).setSelected(True)
    qtbot.keyClick(page.locks.list, Qt.Key.Key_Delete)
    assert len(read_lock_rows(session.path)) == 1
    for number in (2, 1, 0):
        page.locks.undo.click()
        assert len(read_lock_rows(session.path)) == len(listed(page)) == number
    assert not page.locks.undo.isEnabled() and not lock_file(session.path).exists()


def test_a_table_of_locks_that_is_broken_is_said(page, session, qtbot):
    lock_file(session.path).write_text("nothing\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "lacks the column" in page.said.text(), timeout=WAIT)
    page.add([lock("stay", page.moves._seen[0]["parcel_id"])])
    assert lock_file(session.path).read_text(encoding="utf-8") == "nothing\n"


def test_parks_say_what_more_land_is_worth(page, session):
    page.tabs.setCurrentIndex(PARKS)
    rows = sorted(
        (row for row in plain_rows(session.path, "receivers") if row["scenario"] == LARGE),
        key=lambda row: row["park_id"],
    )
    assert page.parks.model.rowCount() == len(rows)
    for place, row in enumerate(rows):
        page.parks.list.selectRow(place)
        assert page.parks.park_id == row["park_id"]
        saves = "One more hectare here saves" in page.parks.about.text()
        assert saves == bool(row["shadow_price"] and row["shadow_price"] > 0)
    page.parks.close_.click()
    closed = rows[-1]["park_id"]
    assert read_lock_rows(session.path) == [lock("close", park_id=closed)]
    assert "closed by a lock" in page.parks.about.text() and not page.parks.close_.isEnabled()
    page.parks.open.click()
    assert read_lock_rows(session.path) == [lock("open", park_id=closed)]
    page.parks.free.click()
    assert read_lock_rows(session.path) == []


def test_parcels_are_chosen_on_the_map_and_zoomed_to(page, iface, session):
    layer = QgsVectorLayer(f"{session.path}|layername=parcels", "parcels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    iface.mapCanvas().setDestinationCrs(layer.crs())
    page._picked(page.moves._seen[3]["parcel_id"])
    key = page.moves._seen[3]["parcel_id"]
    assert page.moves.chosen == [key] and page.tabs.currentIndex() == MOVES
    page.moves.list.clicked.emit(page.moves.model.index(3, 0))
    shape = next(layer.getFeatures(f"\"parcel_id\" = '{key}'")).geometry()
    assert iface.mapCanvas().extent().contains(shape.boundingBox())
    assert page.map._ways.numberOfVertices() == 2
    other = next(row for row in session.values("parcels", "parcel_id", "level") if not row["level"])
    page.moves.choose([other["parcel_id"]])
    assert "no fate" in page.moves.about.text() and not page.moves.stay.isEnabled()
    layer.selectByExpression(f"\"parcel_id\" = '{key}'")
    page.moves.take.click()
    assert page.moves.chosen == [key]


def test_solving_again_needs_to_know_how_the_result_was_made(page):
    page.solve.click()
    assert "run the study once" in page.said.text()


def test_a_lock_is_obeyed_when_solved_again_and_the_changes_are_told(page, session, remembered, qtbot):
    qtbot.waitUntil(lambda: page.fates.fresh, timeout=WAIT)
    before = moves(session)
    cost = next(r["relocation_cost"] for r in session.rows("scenario_summary") if r["scenario"] == LARGE)
    free = [row for row in page.moves._seen if row["fate_reason"] == "moves_to_receiver"]
    stays, away = free[0], free[1]
    page.everywhere.setChecked(False)
    page.add([lock("stay", stays["parcel_id"]), lock("forbid", away["parcel_id"], away["dest_id"])])
    with qtbot.waitSignal(page.again), qtbot.waitSignal(page.runs.ended, timeout=SOLVE) as ended:
        page.solve.click()
    assert ended.args == [True, ""]
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == CHANGED, timeout=WAIT)
    after = moves(session)
    assert stays["parcel_id"] in before and stays["parcel_id"] not in after
    assert after.get(away["parcel_id"], {}).get("dest_id") != away["dest_id"]
    differ = {
        key
        for key in {*before, *after}
        if before.get(key, {}).get("dest_id") != after.get(key, {}).get("dest_id")
    }
    told = {change.parcel_id: change for change in page.changes._changes if change.kind != "fate"}
    assert set(told) == differ
    assert (told[stays["parcel_id"]].kind, told[stays["parcel_id"]].cost_before) == ("stays", stays["cost"])
    now = next(r["relocation_cost"] for r in session.rows("scenario_summary") if r["scenario"] == LARGE)
    assert now != cost and f"Moves: {len(before)} → {len(after)}" in page.changes.summary.text()
    assert all("kept" in text and "not" not in text.split("·")[-1] for text in listed(page))
    assert page.store.solved() and not page.said.isVisible()


def test_a_lock_against_rigid_control_is_not_kept_and_says_why(page, session, remembered, qtbot):
    rows = plain_rows(session.path, f"scenario_{LARGE}")
    cleared = next(row["parcel_id"] for row in rows if row["fate_reason"] == "rigid_control")
    page.add([lock("stay", cleared)])
    with qtbot.waitSignal(page.runs.ended, timeout=SOLVE):
        page.solve.click()
    qtbot.waitUntil(lambda: page.fates.fresh and "not kept" in listed(page)[0], timeout=WAIT)
    assert "rigid control" in listed(page)[0]


def test_locks_that_cannot_be_met_leave_the_result_as_it_was(page, session, remembered, qtbot):
    row = page.moves._seen[0]
    before = moves(session)
    # Written by hand, as a user may: the page itself refuses such a pair.
    write_lock_rows(
        session.path,
        [lock("stay", row["parcel_id"]), lock("move", row["parcel_id"], row["dest_id"])],
    )
    qtbot.waitUntil(lambda: len(listed(page)) == 2, timeout=WAIT)
    with qtbot.waitSignal(page.runs.ended, timeout=SOLVE) as ended:
        page.solve.click()
    assert not ended.args[0]
    assert "move and to stay" in page.said.text() and row["parcel_id"] in page.said.text()
    assert moves(session) == before and page.solve.isEnabled()


def test_a_run_is_stopped(page, session, remembered, qtbot):
    page.add([lock("stay", page.moves._seen[0]["parcel_id"])])
    before = moves(session)
    with qtbot.waitSignal(page.runs.ended, timeout=SOLVE) as ended:
        page.solve.click()
        page.progress.stop.click()
    assert not ended.args[0] and "Stopped" in page.said.text()
    assert moves(session) == before and not page.progress.isVisible()


def test_the_page_fits_into_320_pixels(page):
    assert page.minimumSizeHint().width() <= 320
    page.resize(320, 640)
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        assert page.tabs.widget(tab).minimumSizeHint().width() <= 312
