"""The view that shows pictures of matplotlib: as wide as it is, in the background, or a sentence instead."""

from __future__ import annotations

import threading

import pytest

pytest.importorskip("qgis.gui")
pytest.importorskip("matplotlib")

WAIT = 60_000


@pytest.fixture
def view(iface, qtbot):
    from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

    from land_renewal.ui.chart_view import ChartView

    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(ChartView(window))
    layout.addStretch(1)
    window.resize(320, 400)
    window.show()
    qtbot.waitExposed(window)
    yield layout.itemAt(0).widget()
    window.close()


def half_red(width, height, dpi):
    """Three inches by two, its left half red: not the size that was asked for."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3, 2), facecolor="white")
    axes = figure.add_axes((0, 0, 0.5, 1))
    axes.set_facecolor("red")
    axes.set_xticks([])
    axes.set_yticks([])
    return figure


def test_a_figure_is_as_wide_as_the_view_and_drawn_anew_when_that_changes(view, qtbot):
    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.set_figure_maker(half_red, "Half red")
    ratio = view.devicePixelRatioF()
    assert (view.image.width(), view.image.height()) == (round(320 * ratio), round(320 * ratio * 2 / 3))
    colours = [view.image.pixelColor(round(x * ratio), round(100 * ratio)).name() for x in (80, 240)]
    assert colours == ["#ff0000", "#ffffff"]
    assert view.minimumHeight() == 213
    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.window().resize(600, 500)
    assert view.image.width() == round(600 * ratio) and view.minimumHeight() == 400


def test_the_maker_is_told_the_size_and_works_in_the_background(view, qtbot):
    told = []

    def maker(width, height, dpi):
        told.append((width, dpi, threading.current_thread() is threading.main_thread()))
        return half_red(width, height, dpi)

    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.set_figure_maker(maker)
    ratio = view.devicePixelRatioF()
    assert told[-1] == (round(320 * ratio), view.logicalDpiX() * ratio, False)


def test_without_a_figure_there_is_a_sentence(view, qtbot, tmp_path):
    from land_renewal.core.common.errors import LandRenewalError

    def refuses(*_size):
        raise LandRenewalError("No scenario is priced.")

    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.set_figure_maker(refuses)
    assert view.image is None and view.message == "No scenario is priced."
    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.set_figure_maker(lambda *_size: None)
    assert view.message == "There is nothing to draw."
    assert not view.save_to(tmp_path / "chart.png")


def test_the_picture_is_saved_as_shown(view, qtbot, tmp_path):
    from qgis.PyQt.QtGui import QImage

    with qtbot.waitSignal(view.drawn, timeout=WAIT):
        view.set_figure_maker(half_red)
    assert view.save_to(tmp_path / "chart.png")
    assert QImage(str(tmp_path / "chart.png")).size() == view.image.size()
