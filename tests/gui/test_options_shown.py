"""Docks that are open show another unit and currency of the options at once, and keep what was being done."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

from qgis.PyQt.QtCore import Qt

from land_renewal.processing.settings import Settings, load, save
from land_renewal.ui import scenarios, whatif

WAIT = 120_000


@pytest.fixture(autouse=True)
def options(session):
    """Choose other options, as the page of the options does."""
    before = load()
    save(Settings())

    def choose(**changes):
        save(Settings(**changes))
        session.options_changed.emit()

    yield choose
    save(before)


def shown(iface, made):
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    made.show()
    return made


def gone(iface, made):
    made.close()
    iface.removeDockWidget(made)
    made.deleteLater()


@pytest.fixture
def dock(iface, session, qtbot):
    made = shown(iface, scenarios.make(iface, session))
    yield made
    gone(iface, made)


@pytest.fixture
def trial(iface, session, qtbot):
    made = shown(iface, whatif.make(iface, session))
    qtbot.waitUntil(lambda: made._prepared is not None, timeout=WAIT)
    yield made
    made.release()
    gone(iface, made)


def page_of(dock, key, qtbot):
    page = dock.show_page(key)
    qtbot.waitUntil(lambda: dock.data.fresh, timeout=WAIT)
    return page


def units(page):
    return {row.unit for group in page.board.groups for row in group.rows}


def test_the_comparison(dock, options, qtbot):
    page = page_of(dock, scenarios.COMPARE, qtbot)
    tables = dock.data.tables
    assert "ha" in units(page) and any("CNY" in unit for unit in units(page))
    options(area_unit="mu", currency="USD")
    qtbot.waitUntil(lambda: "mu" in units(page), timeout=WAIT)
    assert any("USD" in unit for unit in units(page)) and not any("CNY" in unit for unit in units(page))
    assert dock.data.tables is tables, "nothing was read again"


def test_the_charts_are_drawn_anew(dock, options, qtbot):
    page = page_of(dock, scenarios.CHARTS, qtbot)
    qtbot.waitUntil(lambda: page.view.image is not None, timeout=WAIT)
    before = page.view.image.copy()
    options(currency="USD")
    qtbot.waitUntil(lambda: page.view.image is not None and page.view.image != before, timeout=WAIT)


def test_the_risk_is_read_once_for_all_pages(dock, options, qtbot):
    page = page_of(dock, scenarios.RISK, qtbot)
    qtbot.waitUntil(lambda: page.tornado.count() > 0, timeout=WAIT)
    assert page.data is dock.data
    assert "CNY" in page.note.text()
    page.view.setCurrentIndex(1)
    options(currency="USD")
    qtbot.waitUntil(lambda: "USD" in page.note.text(), timeout=WAIT)
    assert page.view.currentIndex() == 1


def test_unit_costs_keep_what_was_typed(dock, options, qtbot):
    page = dock.show_page(scenarios.COSTS)
    qtbot.waitUntil(lambda: page.ready, timeout=WAIT)
    page.list.choose("land_right")
    page.editor.value.selectAll()
    qtbot.keyClicks(page.editor.value, "321")
    assert "CNY" in page.list._nodes["land_right"].text(0)
    options(currency="USD")
    qtbot.waitUntil(lambda: "USD" in page.list._nodes["land_right"].text(0), timeout=WAIT)
    assert "321" in page.list._nodes["land_right"].text(0) and page.drafts.changed == ["land_right"]
    assert page.list.current() == "land_right" and page.editor.value.text() == "321"


def test_what_solving_again_has_changed(dock, options, qtbot):
    from land_renewal.core.scenarios.scenario_changes import PlanChange

    page = dock.show_page(scenarios.LOCKS)
    qtbot.waitUntil(lambda: page.fates.fresh, timeout=WAIT)
    plan = PlanChange("large_concentration", 3, 5, 100.0, 250.0, None, None, {})
    page.changes.show_changes([plan], [], {})
    assert "CNY" in page.changes.summary.text()
    options(currency="USD")
    qtbot.waitUntil(lambda: "USD" in page.changes.summary.text(), timeout=WAIT)


def test_a_page_that_is_not_shown_follows_when_it_is(dock, options, qtbot):
    page = page_of(dock, scenarios.COMPARE, qtbot)
    dock.show_page(scenarios.MAPS)
    options(area_unit="km2")
    dock.show_page(scenarios.COMPARE)
    qtbot.waitUntil(lambda: "km²" in units(page), timeout=WAIT)


def test_what_is_tried_stays(trial, options, qtbot):
    trial.rules.rows["efficiency_factor"].editor.slider.setValue(10)
    trial.rules.changed.emit()
    tried = trial.values
    if trial.weights is not None:
        name = next(iter(trial.weights.rows))
        trial.weights.set_weight(name, 0.4)
        trial.weights.rows[name].lock.setChecked(True)
        tried = trial.values
    qtbot.waitUntil(lambda: " ha" in trial.rules_result.summary.text(), timeout=WAIT)
    options(area_unit="mu", currency="USD")
    qtbot.waitUntil(lambda: " mu" in trial.rules_result.summary.text(), timeout=WAIT)
    titles = [row.title.text() for row in trial.rules.rows.values()]
    assert any("USD" in title for title in titles) and not any("CNY" in title for title in titles)
    assert tried and trial.values == tried
    assert trial.weights is None or [n for n, row in trial.weights.rows.items() if row.is_locked] == [name]
    trial.discard_all()
    assert trial.values == {}


def test_a_trial_that_is_hidden_follows_when_it_is_shown(trial, options, qtbot):
    trial.rules.rows["efficiency_factor"].editor.slider.setValue(10)
    trial.rules.changed.emit()
    tried = trial.values
    trial.hide()
    options(area_unit="mu")
    options(area_unit="km2")
    trial.show()
    qtbot.waitUntil(lambda: "km²" in trial.rules_result.summary.text(), timeout=WAIT)
    assert trial.values == tried


def test_another_result_starts_without_what_was_tried(trial, session, options, qtbot):
    trial.rules.rows["efficiency_factor"].editor.slider.setValue(10)
    trial.rules.changed.emit()
    options(area_unit="mu")
    session.refresh()
    qtbot.waitUntil(lambda: trial._prepared is not None, timeout=WAIT)
    assert trial.values == {}
