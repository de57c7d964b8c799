"""The what-if dock: what is tried is what a run gives, and nothing is changed before Apply."""

from __future__ import annotations

from collections import Counter

import pytest

pytest.importorskip("qgis.gui")

WAIT = 300_000


@pytest.fixture
def made(iface, session):
    """The session, with the layers that the dock draws in the project."""
    from qgis.core import QgsProject

    from land_renewal.processing.project import load_layer

    for table in ("parcels", "performance"):
        QgsProject.instance().addMapLayer(load_layer(session.path, table))
    canvas, layer = iface.mapCanvas(), session.layer("parcels")
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    return session


@pytest.fixture
def known(session, district, qtbot):
    """The session knows what its result was made from, because it has run the study."""
    ended = []
    session.run("study", district.inputs, lambda *done: ended.append(done))
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert ended[0][0], ended[0][2]
    return session


def show(iface, session, qtbot):
    from qgis.PyQt.QtCore import Qt

    from land_renewal.ui.whatif import make

    dock = make(iface, session)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    if session.path is not None:
        qtbot.waitUntil(lambda: dock._task is None and not dock._stale, timeout=WAIT)
    return dock


@pytest.fixture
def dock(iface, made, qtbot):
    dock = show(iface, made, qtbot)
    yield dock
    dock.release()
    iface.removeDockWidget(dock)
    dock.deleteLater()


def slide(dock, qtbot, name, value):
    """Move the slider of a rule to a value, as a hand would, and wait until it was tried."""
    editor = dock.rules.rows[name].editor
    editor.slider.setValue(editor._place(value))
    qtbot.waitUntil(lambda: not dock._soon.isActive(), timeout=WAIT)


def drawn(layer):
    """How many features the style of a layer puts into each of its categories."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    expression = QgsExpression(layer.renderer().classAttribute())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature.id()] = expression.evaluate(context)
    return found


def now(dock):
    """Counts of the classes as the dock shows them."""
    table = dock.rules_result.counts
    return {table.item(row, 0).text(): int(table.item(row, 2).text().replace(",", ""))
            for row in range(table.rowCount())}  # fmt: skip


def test_what_is_seen_while_sliding_is_what_the_study_then_gives(known, dock, made, qtbot):
    from land_renewal.core.rules.profile import load_profile

    before = Counter(row["deficiency"] for row in made.values("parcels", "deficiency"))
    assert now(dock)["Efficiency"] == before["efficiency"]
    assert not dock.apply.isEnabled()
    slide(dock, qtbot, "efficiency_factor", 0.8)
    slide(dock, qtbot, "level_factor_block", 1.1)
    seen, changed = now(dock), dock.rules_result.model.rowCount()
    assert seen["Efficiency"] > before["efficiency"]
    assert changed > 0
    codes, ids = dock._trial.codes.tolist(), dock._prepared.ids.tolist()
    dock.source.setText("county plan, draft")
    assert dock.apply.isEnabled()
    dock.apply.click()
    assert not dock.tabs.isEnabled()
    qtbot.waitUntil(lambda: dock._run is None and dock._prepared is not None, timeout=WAIT)
    from land_renewal.core.deficiency.subject_tests import CLASSES

    stored = {
        row["parcel_id"]: row["deficiency"] for row in made.values("parcels", "parcel_id", "deficiency")
    }
    tried = {name: CLASSES[code] if code >= 0 else None for name, code in zip(ids, codes)}
    assert stored == tried
    path = made.path.with_name("study_rules.yml")
    found = {d.key: (d.value, d.source, d.status) for d in load_profile(path).differences()}
    assert found == {
        "deficiency.efficiency_factor": (0.8, "county plan, draft", "assumption"),
        "deficiency.level_factor_block": (1.1, "county plan, draft", "assumption"),
    }
    assert made.parameters()["RULES"] == str(path)
    assert dock.values == {}
    assert "study_rules" in dock.said.text()
    row = dock.rules.rows["efficiency_factor"]
    assert "county plan, draft" in row.origin.text()


def test_the_map_is_drawn_by_the_classes_tried_and_is_then_as_it_was(dock, made, qtbot):
    from land_renewal.core.deficiency.subject_tests import CLASSES
    from land_renewal.ui.whatif_map import STYLE

    layer = made.layer("parcels")
    style, keys = layer.styleManager().currentStyle(), set(layer.customPropertyKeys())
    former = layer.renderer().classAttribute()
    slide(dock, qtbot, "equity_factor", 0.9)
    assert layer.styleManager().currentStyle() == STYLE
    signs = drawn(layer)
    wanted = {
        fid: str(code) if code >= 0 else "-" for fid, code in zip(dock._prepared.fids, dock._trial.codes)
    }
    assert signs == wanted
    labels = {category.value(): category.label() for category in layer.renderer().categories()}
    assert labels[str(CLASSES.index("equity"))].startswith("Equity")
    dock.discard.click()
    assert dock.values == {}
    assert layer.styleManager().styles() == [style]
    assert layer.renderer().classAttribute() == former == "deficiency"
    assert set(layer.customPropertyKeys()) == keys


def test_a_changed_parcel_changes_its_colour_on_the_map(dock, made, iface, qtbot):
    from qgis.core import QgsFeatureRequest

    from land_renewal.core.deficiency.subject_tests import CLASSES, UNKNOWN

    canvas, layer = iface.mapCanvas(), made.layer("parcels")
    fills = {sort.value(): sort.symbol().color().name() for sort in layer.renderer().categories()}
    slide(dock, qtbot, "efficiency_factor", 0.8)
    tried, before = dock._trial.codes, dock._prepared.before
    # One that was and is drawn in a plain colour: unknown is hatched.
    place = next(p for p in dock._trial.places.tolist() if tried[p] == 1 and before[p] not in (-1, UNKNOWN))
    feature = next(layer.getFeatures(QgsFeatureRequest(int(dock._prepared.fids[place]))))
    canvas.setExtent(feature.geometry().boundingBox())
    canvas.refresh()

    def colour():
        point = feature.geometry().pointOnSurface().asPoint()
        pixel = canvas.mapSettings().mapToPixel().transform(point)
        return canvas.grab().toImage().pixelColor(int(pixel.x()), int(pixel.y())).name()

    # Not at the next mapCanvasRefreshed: that may tell of a drawing begun before.
    qtbot.waitUntil(lambda: colour() == fills["efficiency"], timeout=WAIT)
    dock.discard.click()
    assert fills[CLASSES[before[place]]] != fills["efficiency"]
    qtbot.waitUntil(lambda: colour() == fills[CLASSES[before[place]]], timeout=WAIT)


def test_a_click_on_what_changed_shows_the_parcel_and_why(dock, made, iface, qtbot):
    slide(dock, qtbot, "efficiency_factor", 0.8)
    which, model = dock.rules_result.which, dock.rules_result.model
    assert which.count() > 2
    which.setCurrentIndex(1)
    part = model.rowCount()
    assert 0 < part < len(dock._trial.places)
    dock.rules_result.list.clicked.emit(model.index(part - 1, 0))
    place = dock.rules_result._places[part - 1]
    assert dock.rules_result.why.toPlainText()
    assert "0.8 x mean" in dock.rules_result.why.toPlainText()
    layer = made.layer("parcels")
    feature = layer.getFeature(int(dock._prepared.fids[place]))
    assert feature["parcel_id"] == dock._prepared.ids[place]
    assert iface.mapCanvas().extent().contains(feature.geometry().boundingBox())


def test_a_trial_is_not_saved_with_the_project(dock, made, qtbot, tmp_path):
    import zipfile

    from qgis.core import QgsProject

    from land_renewal.ui.whatif_map import STYLE

    slide(dock, qtbot, "equity_factor", 0.9)
    path = tmp_path / "saved.qgz"
    assert QgsProject.instance().write(str(path))
    with zipfile.ZipFile(path) as archive:
        text = archive.read(next(name for name in archive.namelist() if name.endswith(".qgs"))).decode()
    assert 'attr="deficiency"' in text
    assert STYLE not in text
    assert made.layer("parcels").styleManager().currentStyle() == STYLE


def test_closing_the_dock_ends_the_trial_on_the_map(dock, made, qtbot):
    from land_renewal.ui.whatif_map import STYLE

    slide(dock, qtbot, "equity_factor", 0.9)
    dock.close()
    assert STYLE not in made.layer("parcels").styleManager().styles()
    dock.show()
    qtbot.waitUntil(lambda: made.layer("parcels").styleManager().currentStyle() == STYLE, timeout=WAIT)


def test_rules_without_effect_are_hidden_and_choices_bring_them_back(dock, qtbot):
    rows = dock.rules.rows
    assert rows["efficiency_factor"].isVisibleTo(dock)
    assert not rows["efficiency_absolute"].isVisibleTo(dock)
    kind = rows["efficiency_kind"].editor
    kind.setCurrentIndex(kind.findData("absolute"))
    qtbot.waitUntil(lambda: rows["efficiency_absolute"].isVisibleTo(dock), timeout=WAIT)
    assert not rows["efficiency_factor"].isVisibleTo(dock)
    field = rows["efficiency_absolute"].editor.field
    assert field.text() == "not set"
    assert now(dock)["Efficiency"] == 0  # no threshold: the test is not known
    field.setValue(1e9)
    qtbot.waitUntil(lambda: now(dock)["Efficiency"] > 50, timeout=WAIT)
    assert dock.values == {"deficiency.efficiency_kind": "absolute", "deficiency.efficiency_absolute": 1e9}
    rows["efficiency_kind"].reset.click()
    rows["efficiency_absolute"].reset.click()
    assert dock.values == {}


def test_sectors_are_switched_on_and_off(dock, qtbot):
    from qgis.PyQt.QtCore import Qt

    industries = dock.rules.rows["dominant_industries"].editor
    assert industries.count() > 5
    industries.item(0).setCheckState(Qt.CheckState.Checked)
    industries.item(2).setCheckState(Qt.CheckState.Checked)
    codes = tuple(industries.item(row).data(Qt.ItemDataRole.UserRole) for row in (0, 2))
    assert dock.values == {"deficiency.dominant_industries": codes}
    qtbot.waitUntil(lambda: dock.rules_result.model.rowCount() > 0, timeout=WAIT)
    industries.item(0).setCheckState(Qt.CheckState.Unchecked)
    industries.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert dock.values == {}


def test_what_does_not_fit_is_said_and_the_dock_goes_on(dock, qtbot):
    for layer in ("green", "efficiency", "quality", "equity", "safety"):
        dock.rules.rows[f"weight_{layer}"].editor.slider.setValue(0)
    qtbot.waitUntil(lambda: "all 0" in dock.said.text(), timeout=WAIT)
    dock.discard.click()
    qtbot.waitUntil(lambda: "all 0" not in dock.said.text(), timeout=WAIT)


def test_the_wheel_scrolls_the_panel_and_the_keys_move_the_slider(dock, qtbot):
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    slider = dock.rules.rows["efficiency_factor"].editor.slider
    middle = QPointF(slider.rect().center())
    turn = QWheelEvent(
        middle, QPointF(slider.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    slider.clearFocus()
    before = slider.value()
    QApplication.sendEvent(slider, turn)
    assert slider.value() == before
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == before + 1
    assert dock.values["deficiency.efficiency_factor"] == pytest.approx(0.505)


def test_a_saved_profile_holds_the_differences_only(dock, made, qtbot, tmp_path):
    from land_renewal.core.rules.profile import load_profile

    slide(dock, qtbot, "reliability_minimum", 80)
    dock.source.setText("")
    assert dock.save_to(tmp_path / "mine")
    profile = load_profile(tmp_path / "mine.yml")
    difference = profile.differences()[0]
    assert (profile.name, len(profile.differences())) == ("mine", 1)
    assert (difference.key, difference.value, difference.unit) == ("deficiency.reliability_minimum", 80, "%")
    assert (difference.source, difference.status) == ("Own choice, tried out", "assumption")
    assert "mine.yml" in dock.said.text()
    assert not dock.save_to(tmp_path / "no folder" / "mine")
    assert "cannot be written" in dock.said.text()


# Weights


def test_weights_give_way_to_each_other_and_locked_ones_stay(dock, qtbot):
    panel, start = dock.weights, dock._prepared.weights
    panel.rows["tax_per_area"].lock.setChecked(True)
    panel.rows["plot_ratio"].slider.setValue(400)
    weights = panel.weights()
    assert sum(weights.values()) == pytest.approx(1)
    assert weights["plot_ratio"] == pytest.approx(0.4)
    assert weights["tax_per_area"] == pytest.approx(start["tax_per_area"])
    ratio = weights["output_per_area"] / weights["employment_per_area"]
    assert ratio == pytest.approx(start["output_per_area"] / start["employment_per_area"])
    assert not panel.rows["tax_per_area"].slider.isEnabled()
    panel.rows["plot_ratio"].slider.setValue(1000)
    assert panel.weights()["plot_ratio"] == pytest.approx(1 - start["tax_per_area"])
    panel.make_equal()
    rest = [share for name, share in panel.weights().items() if name != "tax_per_area"]
    assert rest == pytest.approx([(1 - start["tax_per_area"]) / len(rest)] * len(rest))
    panel.discard()
    assert panel.weights() == {**dict.fromkeys(panel.weights(), 0.0), **start}


def test_directions_of_indicators_are_shown(dock):
    rows = dock.weights.rows
    assert rows["output_per_area"].title.text().startswith("↑")
    assert rows["idle_rate"].title.text().startswith("↓")


def test_weights_recolour_the_parks_and_the_study_then_gives_their_ranks(known, dock, made, qtbot):
    from land_renewal.ui.whatif_map import STYLE

    dock.tabs.setCurrentIndex(1)
    layer = made.layer("performance")
    result = dock.weights_result
    stored = {row["unit_id"]: row["score"] for row in made.rows("performance") if row["unit_kind"] == "park"}
    assert {row["unit_id"]: row["score"] for row in result._rows} == pytest.approx(stored)
    assert STYLE not in layer.styleManager().styles()
    dock.weights.rows["plot_ratio"].slider.setValue(700)
    qtbot.waitUntil(lambda: layer.styleManager().currentStyle() == STYLE, timeout=WAIT)
    tried = {row["unit_id"]: (row["score"], row["score_rank"]) for row in result._rows}
    assert [tried[name][0] for name in tried] != [stored[name] for name in tried]
    signs = drawn(layer)
    units = {feature.id(): feature["unit_id"] for feature in layer.getFeatures()}
    best = next(name for name, (_, rank) in tried.items() if rank == 1)
    assert signs[next(fid for fid, unit in units.items() if unit == best)] == "0"
    assert {signs[fid] for fid, unit in units.items() if unit not in tried} == {"-"}
    dock.apply.click()
    qtbot.waitUntil(lambda: dock._run is None and dock._prepared is not None, timeout=WAIT)
    again = {row["unit_id"]: row for row in made.rows("performance") if row["unit_kind"] == "park"}
    assert {name: (row["score"], row["score_rank"]) for name, row in again.items()} == tried
    assert dock._prepared.profile.value("performance.weighting") == "own"
    assert dock.weights.weights()["plot_ratio"] == pytest.approx(0.7)


# Where there is less


def test_without_a_result_it_says_what_to_do(iface, empty_session, qtbot):
    dock = show(iface, empty_session, qtbot)
    assert "Open a result" in dock.said.text()
    assert not any(button.isEnabled() for button in (dock.apply, dock.discard, dock.save))
    dock.release()


def test_a_result_whose_inputs_are_not_known_can_be_tried_and_saved_but_not_applied(iface, session, qtbot):
    dock = show(iface, session, qtbot)
    slide(dock, qtbot, "efficiency_factor", 0.8)
    assert dock.rules_result.model.rowCount() > 0
    assert "layers of the result are not in the project" in dock.said.text()
    dock.apply.click()
    assert "not known what this result was made from" in dock.said.text()
    assert not list(session.path.parent.glob("*_rules*.yml"))
    dock.release()


def test_classes_that_the_rules_do_not_give_are_not_tried(iface, session, qtbot):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(session.path)) as connection, connection:
        # The triggers of the spatial index call functions that only GDAL has.
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE parcels SET deficiency = 'quality' WHERE fid IN (1, 2, 3)")
    dock = show(iface, session, qtbot)
    assert "classes of" in dock.said.text()
    assert "Run the study once again" in dock.said.text()
    dock.release()


def test_the_dock_is_usable_at_320_pixels(dock):
    dock.setFloating(True)
    dock.resize(320, 900)
    assert dock.width() == 320
    for page in dock._pages:
        panel = page.widget(0).widget()
        assert panel.minimumSizeHint().width() <= 300
    assert dock.widget().minimumSizeHint().width() <= 320
