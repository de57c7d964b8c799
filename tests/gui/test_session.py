"""The session: the current result, its rows and layers, and runs in the background."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

pytest.importorskip("qgis.gui")

WAIT = 300_000


def sql(path, query):
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute(query)
        names = [part[0] for part in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def run(qtbot, session, algorithm, parameters):
    """Run to the end: (ok, results, log, progress)."""
    ended, progress = [], []
    session.run(algorithm, parameters, lambda *done: ended.append(done), lambda *at: progress.append(at))
    assert session.busy
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert not session.busy
    return (*ended[0], progress)


def test_rows_are_what_the_file_holds(session):
    rows = session.rows("scenario_summary")
    held = sql(session.path, "SELECT * FROM scenario_summary ORDER BY fid")
    assert rows == [{name: value for name, value in row.items() if name != "fid"} for row in held]
    assert session.rows("scenario_summary") is rows


def test_reading_by_columns_and_by_rows_gives_the_same_values(session, monkeypatch):
    from land_renewal.processing import rows

    streamed = rows.plain_rows(session.path, "parcels")
    monkeypatch.setattr(rows, "_streams", lambda layer: False)
    assert len(streamed) > 100
    assert rows.plain_rows(session.path, "parcels") == streamed
    assert rows.plain_rows(session.path, "scenario_summary") == session.rows("scenario_summary")
    monkeypatch.undo()
    held = sql(session.path, "SELECT parcel_id, area_m2, supply_date, heritage FROM parcels ORDER BY fid")
    assert (
        rows.plain_rows(session.path, "parcels", ("parcel_id", "area_m2", "supply_date", "heritage")) == held
    )
    assert any(row["supply_date"] is None for row in held) and any(row["supply_date"] for row in held)


def test_some_columns_of_a_table(session):
    rows = session.values("parcels", "deficiency", "area_m2", "no such column")
    held = sql(session.path, "SELECT area_m2, deficiency FROM parcels ORDER BY fid")
    assert rows == held


def test_a_table_that_is_not_there_has_no_rows(session, empty_session):
    assert session.rows("no_such_table") == []


def test_without_a_result_there_is_nothing(empty_session):
    assert empty_session.path is None
    assert empty_session.rows("parcels") == []
    assert empty_session.layer("parcels") is None
    assert empty_session.parameters() == {}


def test_another_file_is_refused_with_a_sentence(empty_session, district):
    from land_renewal.core.common.errors import LandRenewalError

    with pytest.raises(LandRenewalError, match="not the result of a study"):
        empty_session.open(district.path)
    assert empty_session.path is None


def test_the_layer_of_a_table_is_found_by_its_source(session, project, district):
    from qgis.core import QgsVectorLayer

    assert session.layer("parcels") is None
    other = QgsVectorLayer(f"{district.path}|layername=parcels", "parcels", "ogr")
    own = QgsVectorLayer(f"{session.path}|layername=parcels", "anything", "ogr")
    project.addMapLayers([other, own])
    assert session.layer("parcels") is own
    assert session.layer("parks") is None


def test_the_project_brings_the_result_back_on_another_path(session, project, tmp_path):
    place = tmp_path / "first"
    place.mkdir()
    shutil.move(session.path, place / "study.gpkg")
    session.open(place / "study.gpkg")
    assert project.write(str(place / "work.qgz"))
    seen = []
    session.changed.connect(lambda: seen.append(session.path))
    project.clear()
    assert seen == [None]
    place.rename(tmp_path / "moved")
    assert project.read(str(tmp_path / "moved" / "work.qgz"))
    assert seen == [None, tmp_path / "moved" / "study.gpkg"]
    assert session.rows("scenario_summary")


def test_the_project_over_a_result_brings_it_without_having_been_told(
    empty_session, result, project, tmp_path
):
    from land_renewal.processing.project import build_project

    shutil.copyfile(result.path, tmp_path / "study.gpkg")
    made = build_project(tmp_path / "study.gpkg", tmp_path / "study.qgz", "Study")
    made.clear()
    assert project.read(str(tmp_path / "study.qgz"))
    assert empty_session.path == tmp_path / "study.gpkg"
    assert empty_session.layer("flows", "small_clustering").name().startswith("Moves")
    assert empty_session.layer("flows", "no_such") is None


def test_a_study_runs_in_the_background_and_becomes_the_result(
    qtbot, empty_session, district, project, tmp_path
):
    from qgis.core import QgsVectorLayer

    parcels = QgsVectorLayer(district.inputs["PARCELS"], "my parcels", "ogr")
    project.addMapLayer(parcels)
    seen = []
    empty_session.changed.connect(lambda: seen.append(empty_session.path))
    target = tmp_path / "out.gpkg"
    parameters = {"PARCELS": parcels.id(), "PARKS": district.inputs["PARKS"], "OUTPUT": str(target)}
    ok, results, log, progress = run(qtbot, empty_session, "study", parameters)
    assert ok, log
    assert results["STEPS_REUSED"] == 0
    assert empty_session.path == target and seen == [target]
    assert "parcels" in empty_session.tables() and empty_session.rows("run_log")
    shares = [share for share, _ in progress]
    assert shares == sorted(shares) and shares[-1] > 0.9
    assert any("Levels" in text for _, text in progress)
    assert empty_session.parameters() == parameters

    # A second time into the same result, which need not be named; nothing has changed.
    ok, results, log, _ = run(qtbot, empty_session, "study", empty_session.parameters())
    assert ok and results["STEPS_REUSED"] > 10
    assert seen == [target, target]


def test_parameters_outlive_the_layer_and_the_folder(qtbot, empty_session, district, project, tmp_path):
    from qgis.core import QgsVectorLayer

    place = tmp_path / "first"
    place.mkdir()
    shutil.copyfile(district.path, place / "data.gpkg")
    layer = QgsVectorLayer(f"{place / 'data.gpkg'}|layername=parcels", "parcels", "ogr")
    project.addMapLayer(layer)
    assert project.write(str(place / "work.qgz"))
    parameters = {"PARCELS": layer.id(), "OUTPUT": str(place / "out.gpkg"), "RULES": "default"}
    assert run(qtbot, empty_session, "study", parameters)[0]
    assert empty_session.parameters() == parameters
    project.removeMapLayer(layer.id())
    assert project.write()
    project.clear()
    place.rename(tmp_path / "moved")
    assert project.read(str(tmp_path / "moved" / "work.qgz"))
    assert empty_session.parameters() == {
        "PARCELS": f"{tmp_path / 'moved' / 'data.gpkg'}|layername=parcels",
        "OUTPUT": str(tmp_path / "moved" / "out.gpkg"),
        "RULES": "default",
    }


def test_a_refused_run_says_why_and_changes_nothing(qtbot, session):
    ok, results, log, _ = run(qtbot, session, "study", {"PARCELS": "no such layer", "OUTPUT": "x.gpkg"})
    assert not ok and results == {}
    assert "PARCELS" in log.splitlines()[-1]


def test_a_mistake_of_the_user_ends_in_one_sentence(qtbot, session, district):
    ok, _, log, _ = run(
        qtbot, session, "study", {"PARCELS": district.inputs["PARCELS"], "RULES": "no such rules"}
    )
    assert not ok
    assert "no such rules" in log.splitlines()[-1] and "Traceback" not in log


def test_cancel_leaves_the_former_result(qtbot, session, district):
    before = session.path.read_bytes()
    ended = []
    started = session.run(
        "study", {**district.inputs, "FRESH": True}, lambda *done: ended.append(done),
        lambda share, text: session.cancel(),
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    ok, _, log = ended[0]
    assert not ok and "Stopped" in log.splitlines()[-1]
    assert session.path.read_bytes() == before
    assert started.task is None


def test_a_result_written_from_elsewhere_is_read_anew(qtbot, session, district):
    from qgis import processing

    assert session.rows("parks")
    with qtbot.waitSignal(session.changed, timeout=WAIT):
        processing.run("landrenewal:study", {**district.only("PARCELS"), "OUTPUT": str(session.path)})
    assert session.rows("parks") == []


def test_opening_a_result_in_qgis_is_no_change(qtbot, session, project):
    from qgis.core import QgsVectorLayer

    seen = []
    session.changed.connect(lambda: seen.append(1))
    layer = QgsVectorLayer(f"{session.path}|layername=parcels", "parcels", "ogr")
    project.addMapLayer(layer)
    layer.startEditing()
    layer.rollBack()
    qtbot.wait(700)
    assert seen == []


def test_loaded_layers_show_the_new_content(qtbot, session, project, district):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{session.path}|layername=run_log", "log", "ogr")
    project.addMapLayer(layer)
    before = {feature["step"]: feature["fingerprint"] for feature in layer.getFeatures()}
    assert run(qtbot, session, "study", {**district.only("PARCELS", "PARKS")})[0]
    after = {feature["step"]: feature["fingerprint"] for feature in session.layer("run_log").getFeatures()}
    assert before["deficiency"] != after["deficiency"]
    assert after == {row["step"]: row["fingerprint"] for row in session.rows("run_log")}
