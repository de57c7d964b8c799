"""What a run has said, where it can be found again."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("qgis.gui")


@pytest.fixture
def bench(iface, session, qtbot):
    from land_renewal.ui.workbench import make

    dock = make(iface, session)
    iface.addDockWidget(iface.RIGHT, dock)
    qtbot.wait(50)
    yield dock
    qtbot.waitUntil(lambda: not dock.loader.loading, timeout=60_000)
    iface.removeDockWidget(dock)
    dock.deleteLater()


def test_every_part_of_the_study_speaks_in_one_step(session):
    from land_renewal.ui.steps import steps

    named = [name for step in steps() for name in step.log]
    assert sorted(named) == sorted(row["step"] for row in session.rows("run_log"))


def test_a_step_offers_its_notes(bench, session, qtbot):
    from qgis.PyQt.QtCore import Qt

    said = {row["step"]: json.loads(row["notes"]) for row in session.rows("run_log")}
    panel = bench.panels["scenarios"]
    panel.unfold()
    qtbot.wait(50)
    assert panel.notes.text() == f"Notes ({len(said['scenarios']) + len(said['economics'])})"
    assert panel.notes.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.mouseClick(panel.notes, Qt.MouseButton.LeftButton)
    dialog = bench.show_notes("scenarios")
    shown = dialog.browser.toPlainText()
    assert said["scenarios"] and all(note in shown for note in (*said["scenarios"], *said["economics"]))
    dialog.close()


def test_the_copied_command_says_what_it_cannot_hold(bench):
    from land_renewal.processing.settings import Settings, load, save

    before = load()
    try:
        for currency, told in (("", False), ("USD", True)):
            save(Settings(currency=currency))
            bench.copy_command("levels")
            text = bench.panels["levels"].message.text()
            assert text.startswith("Copied.") and ("USD" in text) == told
    finally:
        save(before)


def test_a_step_without_notes_offers_none(bench, qtbot):
    panel = bench.panels["outputs"]
    panel.unfold()
    qtbot.wait(50)
    assert panel.notes.isHidden()


def test_nothing_of_the_data_becomes_markup():
    from land_renewal.ui.notes import notes_html
    from land_renewal.ui.steps import steps

    page = notes_html(steps()[0], [("Parcels", ["Column '<b>x</b>' & more"])])
    assert "&lt;b&gt;x&lt;/b&gt;" in page and "&amp; more" in page


@pytest.mark.parametrize("spoilt", [None, "", "no json", "7", "{}"])
def test_a_log_of_another_kind_gives_no_notes(spoilt):
    from types import SimpleNamespace

    from land_renewal.ui.notes import notes
    from land_renewal.ui.steps import steps

    session = SimpleNamespace(values=lambda *_: [{"step": "parcels", "title": "Parcels", "notes": spoilt}])
    assert notes(session, steps()[0]) == []
