"""The workbench, clicked as a planner does."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

WAIT = 300_000
STEPS = ["data", "levels", "performance", "deficiency", "scenarios", "outputs"]


@pytest.fixture
def bench(iface, empty_session, qtbot):
    from qgis.core import QgsSettings

    from land_renewal.ui.workbench import HIDE_GUIDE, make

    QgsSettings().remove(HIDE_GUIDE)
    dock = make(iface, empty_session)
    iface.addDockWidget(iface.RIGHT, dock)
    yield dock
    empty_session.cancel()
    qtbot.waitUntil(lambda: not empty_session.busy and not dock.loader.loading, timeout=WAIT)
    iface.removeDockWidget(dock)
    dock.deleteLater()


@pytest.fixture
def data(district, tmp_path):
    """The layers of the small district in a folder of their own."""
    shutil.copyfile(district.path, tmp_path / "data.gpkg")
    return tmp_path / "data.gpkg"


@pytest.fixture
def made(data, result):
    """The result of all these layers, where the workbench will write: the run uses it again."""
    shutil.copyfile(result.path, data.with_name("land_renewal_study.gpkg"))


def load(project, data, *names):
    from qgis.core import QgsVectorLayer

    layers = {name: QgsVectorLayer(f"{data}|layername={name}", name, "ogr") for name in names}
    project.addMapLayers(list(layers.values()))
    return layers


def click(qtbot, button):
    from qgis.PyQt.QtCore import Qt

    # A window that is still being laid out takes no clicks.
    qtbot.wait(30)
    assert button.isVisible() and button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def run(qtbot, bench, session, name="data"):
    bench.panels[name].unfold()
    click(qtbot, bench.panels[name].run)
    qtbot.waitUntil(lambda: not session.busy and not bench.loader.loading, timeout=WAIT)
    qtbot.wait(50)


def figures(panel):
    panel.unfold()
    grid = panel.grid
    cells = [grid.itemAt(index).widget().text() for index in range(grid.count())]
    return dict(zip(cells[::2], cells[1::2]))


def sql(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


ALL = ("parcels", "parks", "enterprises", "towns", "redline", "farmland", "boundary", "plan", "pois", "roads")


def test_choices_are_made_from_the_layers(bench, project, data, qtbot):
    layers = load(project, data, *ALL)
    qtbot.wait(50)
    chosen = bench.choices.parameters()
    assert {name: chosen[name] for name in chosen if name != "OUTPUT"} == {
        name.upper(): layer.id() for name, layer in layers.items()
    }
    assert chosen["OUTPUT"] == str(data.with_name("land_renewal_study.gpkg"))
    project.removeMapLayer(layers["towns"].id())
    qtbot.wait(50)
    assert "TOWNS" not in bench.choices.parameters()


def test_what_the_user_has_chosen_stays(bench, project, data, qtbot):
    load(project, data, "parcels")
    qtbot.wait(50)
    field = bench.choices.fields["PARCELS"]
    own = load(project, data, "plan")["plan"]
    field.combo.setLayer(own)
    field.combo.activated.emit(field.combo.currentIndex())
    load(project, data, "parks")
    qtbot.wait(50)
    assert bench.choices.parameters()["PARCELS"] == own.id()


def test_a_study_by_clicking(bench, project, data, made, empty_session, iface, qtbot):
    load(project, data, *ALL)
    qtbot.wait(50)
    assert [panel.state.text() for panel in bench.panels.values()] == ["○ not run"] * 6
    run(qtbot, bench, empty_session)
    assert [panel.state.text() for panel in bench.panels.values()] == ["✓ up to date"] * 6
    path = data.with_name("land_renewal_study.gpkg")
    assert empty_session.path == path

    # Figures are those of the file.
    parcels, industrial = sql(path, "SELECT count(*), count(level) FROM parcels")[0]
    found = figures(bench.panels["data"])
    assert (found["Parcels"], found["of these industrial"]) == (str(parcels), str(industrial))
    number, land = sql(path, "SELECT count(*), sum(area_m2) FROM parcels WHERE level = 'base'")[0]
    assert figures(bench.panels["levels"])["Bases"] == f"{number} ({land / 1e4:.1f} ha)"
    failed = "('green', 'efficiency', 'quality', 'equity', 'safety')"
    number, land = sql(path, f"SELECT count(*), sum(area_m2) FROM parcels WHERE deficiency IN {failed}")[0]
    assert figures(bench.panels["deficiency"])["Deficient"] == f"{number} ({land / 1e4:.1f} ha)"
    moved = sql(path, "SELECT relocate_parcels FROM scenario_summary WHERE scenario = 'small_clustering'")[0][
        0
    ]
    assert figures(bench.panels["scenarios"])["Small clustering"].startswith(f"{moved} parcels move")

    # Layers of the result are in a group at the top, and are no inputs.
    top = project.layerTreeRoot().children()[0]
    assert top.name() == "Results: land_renewal_study"
    assert {group.name() for group in top.findGroups()} >= {"Present state", "Tables"}
    assert len(top.findLayers()) > 20
    offered = bench.choices.fields["PARCELS"].combo
    assert sorted(offered.itemText(index) for index in range(1, offered.count())) == sorted(
        name for name in ALL if name not in ("enterprises", "pois", "roads")
    )


def test_the_links_show_layers_and_hide_what_lies_above(bench, session_with_layers, iface, project, qtbot):
    session = session_with_layers
    bench.panels["scenarios"].unfold()
    bench.panels["scenarios"].layers.linkActivated.emit("scenario_small_clustering|small_clustering|")
    assert iface.activeLayer() is session.layer("scenario_small_clustering")
    root = project.layerTreeRoot()
    assert root.findLayer(session.layer("scenario_small_clustering").id()).isVisible()
    assert root.findLayer(session.layer("flows", "small_clustering").id()).isVisible()
    assert not root.findLayer(session.layer("parcels").id()).isVisible()
    bench.panels["levels"].unfold()
    click(qtbot, bench.panels["levels"].show_map)
    parcels = session.layer("parcels")
    assert iface.activeLayer() is parcels and parcels.name() == "Parcels by level"
    assert parcels.renderer().type() == "RuleRenderer"
    assert root.findLayer(parcels.id()).isVisible()
    assert not root.findLayer(session.layer("scenario_small_clustering").id()).isVisible()
    bench.panels["deficiency"].unfold()
    click(qtbot, bench.panels["deficiency"].show_map)
    assert parcels.name() == "Parcels by deficiency"
    assert parcels.renderer().type() == "categorizedSymbol"
    assert parcels.renderer().classAttribute() == "deficiency"


@pytest.fixture
def session_with_layers(bench, empty_session, result, tmp_path, qtbot):
    path = tmp_path / "study.gpkg"
    shutil.copyfile(result.path, path)
    bench.choices.output.setFilePath(str(path))
    qtbot.waitUntil(lambda: empty_session.layer("run_log") is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not bench.loader.loading, timeout=WAIT)
    return empty_session


def test_a_former_result_is_opened_by_choosing_it(bench, session_with_layers, qtbot):
    qtbot.wait(50)
    states = [panel.state.text() for panel in bench.panels.values()]
    assert states == ["✓ from an earlier run"] * 6
    assert figures(bench.panels["data"])["Parcels"]


def test_what_has_changed_is_named_and_only_where_it_matters(
    bench, project, data, made, empty_session, qtbot
):
    layers = load(project, data, *ALL)
    qtbot.wait(50)
    run(qtbot, bench, empty_session)
    pois = layers["pois"]
    pois.startEditing()
    pois.deleteFeature(next(pois.getFeatures()).id())
    qtbot.wait(50)

    def states():
        qtbot.wait(50)
        return {name: panel.state.text()[0] for name, panel in bench.panels.items()}

    expected = dict(zip(STEPS, "!✓!✓!!"))
    assert states() == expected
    assert bench.panels["performance"].reason.text() == "Changed since the last run: Points of interest."
    assert pois.commitChanges()
    assert states() == expected
    run(qtbot, bench, empty_session, "performance")
    assert set(states().values()) == {"✓"}

    # Another choice of a layer is a change as well, and taking it back is none.
    field = bench.choices.fields["PARKS"]
    before = field.value()
    field.chosen = True
    field.set_value("")
    assert set(states().values()) == {"!"}
    assert bench.panels["levels"].reason.text() == "Changed since the last run: Parks."
    field.set_value(before)
    assert set(states().values()) == {"✓"}


def test_a_file_goes_by_its_name_and_tells_its_path(bench, tmp_path):
    """Of a path a dock shows the beginning only, which is the same for all files."""
    from land_renewal.ui.inputs import file_title

    field, heard = bench.choices.fields["LOCKS"], []
    field.changed.connect(lambda: heard.append(field.value()))
    for folder in ("one", "another"):
        path = tmp_path / folder / "locks.csv"
        path.parent.mkdir()
        path.write_text("parcel_id,action\n")
        field.take_file(str(path))
        assert field.combo.currentText() == "locks.csv" and field.value() == heard[-1] == str(path)
        assert field.combo.toolTip().startswith(str(path))
    field.set_value("")
    assert field.value() == heard[-1] == "" and str(tmp_path) not in field.combo.toolTip()
    assert file_title("/data/county.gpkg|layername=parks") == "county.gpkg: parks"


def test_edited_rules_are_noticed(bench, project, data, empty_session, qtbot, tmp_path):
    load(project, data, "parcels", "parks")
    rules = tmp_path / "county.yml"
    rules.write_text("name: County\nextends: default\n")
    bench.choices.fields["RULES"].take_file(str(rules))
    qtbot.wait(50)
    run(qtbot, bench, empty_session, "deficiency")
    assert bench.panels["deficiency"].state.text() == "✓ up to date"
    assert figures(bench.panels["outputs"])["Rules"] == "County"
    rules.write_text("name: County\nextends: default\nlevels: {policy: status}\n")
    bench.refresh()
    assert bench.panels["deficiency"].reason.text() == "Changed since the last run: Rules."


def test_locks_and_reviewed_links_beside_the_result_are_taken(
    bench, project, data, made, empty_session, qtbot
):
    from land_renewal.processing.lockfile import lock_file, write_lock_rows
    from land_renewal.processing.review import review_path

    load(project, data, *ALL)
    qtbot.wait(50)
    run(qtbot, bench, empty_session)
    path = empty_session.path
    parcel = sql(path, "SELECT parcel_id FROM scenario_small_clustering WHERE fate = 'relocate'")[0][0]
    lock = {"scenario": None, "parcel_id": parcel, "action": "stay", "park_id": None, "note": None}
    write_lock_rows(path, [lock])
    qtbot.waitUntil(lambda: bench.choices.parameters().get("LOCKS") == str(lock_file(path)), timeout=WAIT)
    qtbot.wait(50)
    assert bench.panels["scenarios"].reason.text() == "Changed since the last run: Locks."
    assert bench.panels["deficiency"].state.text() == "✓ up to date"
    run(qtbot, bench, empty_session, "scenarios")
    query = f"SELECT fate, fate_reason FROM scenario_small_clustering WHERE parcel_id = '{parcel}'"
    assert sql(path, query) == [("retain", "locked")]
    assert bench.panels["scenarios"].state.text() == "✓ up to date"

    write_lock_rows(path, [])
    qtbot.waitUntil(lambda: "LOCKS" not in bench.choices.parameters(), timeout=WAIT)
    review_path(path).write_text("ent_id,parcel_id,reviewed\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "OCCUPANCY" in bench.choices.parameters(), timeout=WAIT)


def test_a_saved_project_reopens_with_its_state(bench, project, data, made, empty_session, qtbot, tmp_path):
    load(project, data, *ALL)
    qtbot.wait(50)
    run(qtbot, bench, empty_session)
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    qtbot.wait(50)
    assert {panel.state.text()[0] for panel in bench.panels.values()} == {"○"}
    assert project.read(str(tmp_path / "work.qgz"))
    qtbot.wait(50)
    assert {panel.state.text()[0] for panel in bench.panels.values()} == {"✓"}
    assert empty_session.layer("parcels").name() == "Parcels by deficiency"


def test_it_refuses_to_write_over_data(bench, project, data, empty_session, qtbot):
    load(project, data, "parcels")
    qtbot.wait(50)
    bench.choices.output.setFilePath(str(data))
    panel = bench.panels["data"]
    panel.unfold()
    click(qtbot, panel.run)
    assert not empty_session.busy
    assert "is there already and is no result of a study" in panel.message.text()
    assert sql(data, "SELECT count(*) FROM parcels")[0][0] > 300


def test_without_parcels_it_says_what_is_missing(bench, empty_session, qtbot):
    panel = bench.panels["levels"]
    panel.unfold()
    click(qtbot, panel.run)
    assert panel.message.text() == "Choose the layer of parcels in the first step."
    assert not empty_session.busy


def test_a_failure_is_one_sentence_where_it_was_started(bench, project, data, empty_session, iface, qtbot):
    load(project, data, "parcels")
    bench.choices.fields["RULES"].take_file(str(data.with_name("missing.yml")))
    qtbot.wait(50)
    run(qtbot, bench, empty_session, "levels")
    said = bench.panels["levels"].message.text()
    assert "missing.yml" in said and "\n" not in said
    assert iface.bar.currentItem() is not None
    assert bench.panels["levels"].state.text() == "○ not run"


def test_cancel(bench, project, data, empty_session, qtbot):
    load(project, data, *ALL)
    qtbot.wait(50)
    bench.panels["data"].unfold()
    click(qtbot, bench.panels["data"].run)
    assert not bench.panels["data"].run.isEnabled()
    qtbot.waitUntil(lambda: bench.progress.bar.value() > 0, timeout=WAIT)
    click(qtbot, bench.progress.stop)
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT)
    qtbot.wait(50)
    assert "Stopped" in bench.panels["data"].message.text()
    assert not bench.progress.isVisible() and bench.panels["data"].run.isEnabled()
    assert not data.with_name("land_renewal_study.gpkg").exists()


def test_the_window_stays_alive_while_it_runs(bench, project, data, made, empty_session, qtbot):
    """A timer of the window is served all the while: between what the run says of its progress."""
    from qgis.PyQt.QtCore import QTimer

    load(project, data, *ALL)
    qtbot.wait(50)
    # Libraries are loaded once, which no thread can hide from the others.
    run(qtbot, bench, empty_session)
    steps = [0]

    def told(_share):
        steps[-1] += 1

    timer = QTimer()
    timer.timeout.connect(lambda: steps.append(0) if empty_session.busy else None)
    bench.progress.bar.valueChanged.connect(told)
    timer.start(20)
    language = bench.choices.fields["LANGUAGE"]
    language.set_value("zh")
    language.combo.activated.emit(language.combo.currentIndex())
    run(qtbot, bench, empty_session)
    timer.stop()
    assert empty_session.parameters()["LANGUAGE"] == "zh", "everything was computed anew"
    assert len(steps) > 20
    # After a run in the window's own thread, all of it would arrive between two ticks.
    assert sum(steps) > 12 and max(steps) < sum(steps) / 3, steps


def test_the_command_is_copied(bench, project, data, qtbot, qapp):
    load(project, data, "parcels", "parks")
    qtbot.wait(50)
    bench.panels["levels"].unfold()
    click(qtbot, bench.panels["levels"].copy)
    assert shlex.split(qapp.clipboard().text()) == [
        "qgis_process", "run", "landrenewal:study", f"--PARCELS={data}|layername=parcels",
        f"--PARKS={data}|layername=parks", "--LANGUAGE=en",
        f"--OUTPUT={data.with_name('land_renewal_study.gpkg')}",
    ]  # fmt: skip
    assert "Copied" in bench.panels["levels"].message.text()


def test_help_explains_every_step(bench):
    from land_renewal.ui.help import chapter, help_html

    for panel in bench.panels.values():
        html = help_html(panel.step)
        assert panel.step.sentence in html and "<h3>" in html
        assert chapter(panel.step).startswith("## ")
    dialog = bench.show_help("levels")
    assert "Classify levels" in dialog.browser.toPlainText()
    dialog.close()


def test_readiness_report_is_a_page(bench, project, data, empty_session, qtbot, monkeypatch):
    import land_renewal.ui.workbench as module

    opened = []
    monkeypatch.setattr(module, "open_file", opened.append)
    load(project, data, "parcels", "parks")
    qtbot.wait(50)
    bench.panels["data"].unfold()
    click(qtbot, bench.readiness)
    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT)
    assert opened == [str(data.with_name("land_renewal_study_readiness.html"))]
    assert "<html" in Path(opened[0]).read_text(encoding="utf-8")


def test_a_report_of_the_last_step(bench, project, data, made, empty_session, qtbot, monkeypatch):
    import land_renewal.ui.workbench as module

    opened = []
    monkeypatch.setattr(module, "open_file", opened.append)
    load(project, data, *ALL)
    qtbot.wait(50)
    run(qtbot, bench, empty_session)
    bench.panels["outputs"].unfold()
    button = bench.outputs.buttons["_performance.html"]
    click(qtbot, button)
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT)
    assert opened, bench.panels["outputs"].message.text()
    assert Path(opened[0]).stat().st_size > 1000
    qtbot.wait(50)
    assert bench.outputs.links["Performance of parks"].text().startswith('open <a href="')


def test_the_guide_leads_from_nothing_to_a_saved_project(
    bench, iface, project, empty_session, qtbot, tmp_path
):
    """Every marked button, one after the other."""
    from qgis.core import QgsApplication

    assert bench.advice.text().startswith("New here?") and bench.sample.styleSheet()
    click(qtbot, bench.sample)
    qtbot.wait(100)
    assert len(project.mapLayers()) == 10
    panel = bench.panels["data"]
    assert panel.run.styleSheet() and panel.run.isVisible()
    assert not bench.sample.isVisible()
    click(qtbot, panel.run)
    qtbot.waitUntil(lambda: bench.advice.text().startswith("Working"), timeout=WAIT)
    qtbot.waitUntil(lambda: not empty_session.busy and not bench.loader.loading, timeout=WAIT)
    qtbot.wait(100)
    for name in ("levels", "performance", "deficiency", "scenarios"):
        panel = bench.panels[name]
        assert panel.show_map.styleSheet() and panel.show_map.isVisible(), name
        click(qtbot, panel.show_map)
        qtbot.wait(50)
    assert bench.outputs.save.styleSheet()
    bench.panels["outputs"].unfold()
    click(qtbot, bench.outputs.save)
    qtbot.wait(100)
    assert not project.isDirty()
    assert bench.advice.text().startswith("That was the tour")
    assert str(empty_session.path).startswith(QgsApplication.qgisSettingsDirPath())
    bench.advice.linkActivated.emit("hide")
    assert not bench.advice.isVisible()


def test_it_is_usable_at_320_pixels(bench, project, data, made, empty_session, qtbot):
    load(project, data, *ALL)
    qtbot.wait(50)
    run(qtbot, bench, empty_session)
    bench.setFloating(True)
    bench.resize(320, 700)
    qtbot.wait(50)
    for panel in bench.panels.values():
        panel.unfold()
        qtbot.wait(20)
        assert bench.width() == 320
        area = bench.widget().findChild(type(bench.widget()), "qt_scrollarea_viewport")
        assert panel.width() <= area.width(), panel.step.name
        for child in panel.body.children():
            if hasattr(child, "isVisible") and child.isVisible():
                assert child.geometry().right() <= panel.body.width(), (panel.step.name, child)


def test_the_keyboard_reaches_every_button(bench):
    from qgis.PyQt.QtCore import Qt

    for panel in bench.panels.values():
        for button in (panel.heading, panel.run, panel.show_map, panel.help, panel.copy):
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert all(field.focusProxy() is not None and field.toolTip() for field in panel.fields)


def test_inputs_that_steps_rest_on_are_those_of_the_method():
    """What a step depends on, followed through the steps of the study."""
    pytest.importorskip("geopandas")
    from land_renewal.core.study.steps import STEPS as METHOD
    from land_renewal.ui.steps import steps

    writers = {table: step for step in METHOD for table in step.writes}

    def inputs_of(table, seen):
        if table.startswith("raw."):
            return {table[4:].upper()}
        if table in seen or table not in writers:
            return set()
        seen.add(table)
        return set().union(*(inputs_of(name, seen) for name in writers[table].reads))

    wanted = {
        "levels": ("levels", "control"),
        "performance": ("performance",),
        "deficiency": ("deficiency", "guidance"),
    }
    for step in steps():
        if step.depends is not None:
            needed = set().union(*(inputs_of(table, set()) for table in wanted[step.name]))
            own = {name for name in step.depends if name not in ("MAPPING", "RULES", "LANGUAGE")}
            # Judgements and experts are asked for by the evaluation of performance alone.
            assert own == needed - {"JUDGEMENTS", "EXPERTS"}, step.name


def test_every_input_of_the_study_is_asked_for(qgis_app):
    from qgis.core import QgsApplication

    from land_renewal.ui.steps import steps

    study = QgsApplication.processingRegistry().algorithmById("landrenewal:study")
    asked = {name for step in steps() for name in step.inputs}
    declared = {d.name() for d in study.parameterDefinitions() if not d.isDestination()} - {"FRESH"}
    assert declared <= asked
