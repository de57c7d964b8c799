"""The docks as the menu opens them, on a small screen."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")


@pytest.fixture
def menu(iface, qtbot):
    from qgis.core import QgsApplication, QgsSettings

    from land_renewal.ui.menu import Menu

    QgsSettings().setValue("land_renewal/docks", "")
    made = Menu(iface)
    yield made
    qtbot.waitUntil(lambda: not QgsApplication.taskManager().countActiveTasks(), timeout=60_000)
    made.remove()
    QgsSettings().remove("land_renewal/docks")


def test_all_docks_fit_into_a_small_window_behind_each_other(menu, iface, result, qtbot):
    from land_renewal.ui.menu import docks

    menu.session.open(result.path)
    opened = []
    for dock in docks():
        opened.append(menu.show(dock.module))
        qtbot.wait(100)
        if dock.module == "whatif":
            qtbot.waitUntil(lambda: opened[-1]._prepared is not None, timeout=60_000)
        # A window as low as it can be, so that any two docks below each other make it higher.
        iface.window.resize(1366, 1)
        qtbot.wait(50)
        heights = (iface.window.height(), opened[-1].minimumSizeHint().height())
        assert heights[0] < heights[1] + 250, (dock.module, heights)
    behind = iface.window.tabifiedDockWidgets(opened[0])
    assert {dock.objectName() for dock in behind} == {dock.objectName() for dock in opened[1:]}
    assert not opened[-1].visibleRegion().isEmpty(), "the last one is in front"
    assert all(action.isChecked() for action in menu._toggles.values())


def test_a_dock_that_floats_draws_no_other_after_it(menu, iface, qtbot):
    first = menu.show("workbench")
    first.setFloating(True)
    second = menu.show("dossier")
    qtbot.wait(50)
    assert not second.isFloating() and second.isVisible()
    assert iface.window.tabifiedDockWidgets(second) == []
