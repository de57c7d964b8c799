"""Work in the background of a dock: its result, its errors, and what becomes of it when nobody wants it."""

from __future__ import annotations

import threading
from functools import partial

import pytest

pytest.importorskip("qgis.gui")

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QThreadPool

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.ui.background import begin

WAIT = 60_000
STOPPED = (None, "Stopped.")


class Desk(QObject):
    """Owns some work; keeps what it was told, and whether it was told in the main thread."""

    def __init__(self):
        super().__init__()
        self.told, self.in_main = [], []

    def done(self, result, problem):
        self.told.append((result, problem))
        self.in_main.append(threading.current_thread() is threading.main_thread())

    def begin(self, work):
        return begin(self, "Some work", work, self.done, "It cannot be done: {}")


class Gate:
    """Work that waits in its thread until it is let through."""

    def __init__(self, result="result"):
        self.begun, self.opened, self.result = threading.Event(), threading.Event(), result

    def work(self):
        self.begun.set()
        assert self.opened.wait(WAIT / 1000)
        return self.result


@pytest.fixture
def desk(qapp):
    return Desk()


@pytest.fixture
def gate():
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture
def log(qapp):
    """What is written into the message log: (text, tag)."""
    texts = []

    def keep(text, tag, _level):
        texts.append((text, tag))

    QgsApplication.messageLog().messageReceived.connect(keep)
    yield texts
    QgsApplication.messageLog().messageReceived.disconnect(keep)


@pytest.fixture
def crowd(qapp, qtbot):
    """All of QGIS's background threads are taken, so that what is begun has to wait; call it to free them."""
    owner, gates = Desk(), []
    while True:
        gates.append(Gate())
        if owner.begin(gates[-1].work) and not gates[-1].begun.wait(0.5):
            break

    def leave():
        for one in gates:
            one.opened.set()
        qtbot.waitUntil(lambda: len(owner.told) == len(gates), timeout=WAIT)

    yield leave
    leave()


def settle(qtbot):
    """Wait until no task is left, and what was to be told has been told."""
    qtbot.waitUntil(lambda: not QgsApplication.taskManager().count(), timeout=WAIT)
    qtbot.wait(50)


def fail(error):
    raise error


def test_work_is_done_in_another_thread_and_told_in_the_main_one(desk, qtbot):
    desk.begin(threading.current_thread)
    qtbot.waitUntil(lambda: bool(desk.told), timeout=WAIT)
    [(thread, problem)] = desk.told
    assert thread is not threading.main_thread() and problem == ""
    assert desk.in_main == [True]


def test_works_begun_together_are_all_done_though_nobody_keeps_them(desk, qtbot):
    number = 4 * QThreadPool.globalInstance().maxThreadCount()
    for place in range(number):
        desk.begin(partial(int, place))
    qtbot.waitUntil(lambda: len(desk.told) == number, timeout=WAIT)
    assert sorted(desk.told) == [(place, "") for place in range(number)]


def test_an_error_to_mend_is_told_as_its_sentence(desk, qtbot, log):
    desk.begin(partial(fail, LandRenewalError("{} has no layer {!r}.", "a.gpkg", "parks")))
    qtbot.waitUntil(lambda: bool(desk.told), timeout=WAIT)
    assert desk.told == [(None, "a.gpkg has no layer 'parks'.")]
    assert not log


def test_an_error_that_nobody_has_foreseen_is_told_and_its_traceback_logged(desk, qtbot, log):
    desk.begin(partial(fail, ZeroDivisionError("by {nothing}")))
    qtbot.waitUntil(lambda: bool(desk.told) and bool(log), timeout=WAIT)
    assert desk.told == [(None, "It cannot be done: ZeroDivisionError('by {nothing}')")]
    [(text, tag)] = log
    assert tag == "Land Renewal"
    assert text.startswith("Traceback") and ", in fail\n" in text and "by {nothing}" in text


def test_what_is_dropped_while_it_runs_is_not_told(desk, gate, qtbot):
    task = desk.begin(gate.work)
    assert gate.begun.wait(WAIT / 1000)
    task.drop()
    gate.opened.set()
    settle(qtbot)
    assert not desk.told


def test_what_is_dropped_while_it_waits_is_neither_done_nor_told(desk, crowd, qtbot):
    waiting = Gate()
    desk.begin(waiting.work).drop()
    crowd()
    settle(qtbot)
    assert not desk.told and not waiting.begun.is_set()


def test_of_two_works_the_newer_is_told_though_the_older_ends_last(desk, gate, qtbot):
    older = desk.begin(gate.work)
    assert gate.begun.wait(WAIT / 1000)
    older.drop()
    desk.begin(lambda: "newer")
    qtbot.waitUntil(lambda: bool(desk.told), timeout=WAIT)
    gate.opened.set()
    settle(qtbot)
    assert desk.told == [("newer", "")]


def test_an_owner_that_is_gone_is_told_nothing(desk, gate, qtbot):
    desk.begin(gate.work)
    assert gate.begun.wait(WAIT / 1000)
    sip.delete(desk)
    # pytest-qt fails a test in whose event loop something is raised.
    gate.opened.set()
    settle(qtbot)
    assert not desk.told


def test_what_the_user_stops_while_it_waits_is_told_at_once(desk, crowd, qtbot):
    waiting = Gate()
    task = desk.begin(waiting.work)
    task.cancel()
    assert desk.told == [STOPPED] and not waiting.begun.is_set()
    crowd()
    settle(qtbot)
    assert desk.told == [STOPPED] and not waiting.begun.is_set()


def test_what_the_user_stops_while_it_runs_is_told_when_it_ends(desk, gate, qtbot):
    task, ended = desk.begin(gate.work), []
    task.statusChanged.connect(ended.append)
    assert gate.begun.wait(WAIT / 1000)
    task.cancel()
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(desk.told), timeout=WAIT)
    assert desk.told == [STOPPED] and desk.in_main == [True]
    # QGIS announces what is complete.
    assert QgsTask.TaskStatus.Terminated in ended and QgsTask.TaskStatus.Complete not in ended
    settle(qtbot)
    assert desk.told == [STOPPED]


# Pages whose reading the user stops


def test_a_page_that_was_stopped_says_so_and_reads_when_it_is_shown_again(iface, session, qtbot):
    from land_renewal.ui.scenario_costs import CostsPage

    page = CostsPage(iface, session)
    qtbot.addWidget(page)
    page.show()
    page._task.cancel()
    qtbot.waitUntil(lambda: page._task is None, timeout=WAIT)
    assert page.said.text() == "Stopped." and not page.ready and not page.apply.isEnabled()
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: page.ready, timeout=WAIT)
    assert page.said.text() == ""


def test_costs_that_were_edited_are_kept_when_reading_them_anew_is_stopped(iface, session, qtbot):
    from land_renewal.ui.scenario_costs import CostsPage

    page = CostsPage(iface, session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.ready, timeout=WAIT)
    page.list.choose("demolition")
    page.editor.value.selectAll()
    qtbot.keyClicks(page.editor.value, "90")
    session.options_changed.emit()
    page._task.cancel()
    qtbot.waitUntil(lambda: page._task is None, timeout=WAIT)
    assert page.said.text() == "Stopped." and not page.apply.isEnabled()
    page.refresh()
    qtbot.waitUntil(lambda: page.ready, timeout=WAIT)
    assert page.drafts.changed == ["demolition"] and page.drafts.draft("demolition").value == "90"


def test_the_what_if_dock_that_was_stopped_gets_ready_when_it_is_shown_again(iface, session, qtbot):
    from land_renewal.ui.whatif import make

    dock = make(iface, session)
    iface.window.addDockWidget(iface.RIGHT, dock)
    dock.show()
    qtbot.waitUntil(lambda: dock._task is not None or dock._prepared is not None, timeout=WAIT)
    dock._task.cancel()
    qtbot.waitUntil(lambda: dock._task is None, timeout=WAIT)
    assert dock.said.text() == "Stopped." and not dock.tabs.isEnabled()
    dock.hide()
    dock.show()
    qtbot.waitUntil(lambda: dock._prepared is not None, timeout=WAIT)
    assert dock.tabs.isEnabled()
    dock.release()
    iface.removeDockWidget(dock)
    dock.deleteLater()


@pytest.mark.parametrize("what", ["figures", "fates"])
def test_tables_whose_reading_was_stopped_are_read_when_needed_again(session, qtbot, what):
    from land_renewal.ui.scenario_data import ScenarioData
    from land_renewal.ui.scenario_lock_data import Fates

    data = {"figures": ScenarioData, "fates": Fates}[what](session)
    with qtbot.waitSignal(data.ready, timeout=WAIT):
        data.need()
        data._task.cancel()
    assert data.problem == "Stopped." and not data.tables
    with qtbot.waitSignal(data.ready, timeout=WAIT):
        data.need()
    assert data.problem == "" and data.fresh
    # The present state and three scenarios.
    assert len(data.tables["scenario_summary"]) == 4


def test_of_two_charts_the_older_is_not_shown_under_the_name_of_the_newer(iface, gate, qtbot):
    from matplotlib.figure import Figure

    from land_renewal.ui.chart_view import ChartView

    view, seen = ChartView(), []
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    view.drawn.connect(lambda: seen.append((view.image, view.message)))
    gate.result = Figure(figsize=(3, 2))
    view.set_figure_maker(lambda *_size: gate.work(), "Older")
    qtbot.waitUntil(gate.begun.is_set, timeout=WAIT)
    view.set_figure_maker(lambda *_size: None, "Newer")
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    settle(qtbot)
    assert set(seen) == {(None, "There is nothing to draw.")}


def test_a_chart_that_was_stopped_says_so_and_is_drawn_when_asked_for_again(iface, gate, qtbot):
    from matplotlib.figure import Figure

    from land_renewal.ui.chart_view import ChartView

    view = ChartView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    gate.result = Figure(figsize=(3, 2))
    view.set_figure_maker(lambda *_size: gate.work())
    qtbot.waitUntil(gate.begun.is_set, timeout=WAIT)
    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view._task.cancel()
        gate.opened.set()
    assert view.image is None and view.message == "Stopped."
    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.redraw()
    assert view.image is not None and view.message == ""
