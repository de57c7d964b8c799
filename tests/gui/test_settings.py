"""The options: kept, shown again, checked, and used where an algorithm is given nothing else."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

from land_renewal.processing import settings
from land_renewal.processing.settings import Settings

OURS = """
extends: default
name: ours
deficiency:
  efficiency_factor: {value: 0.37, unit: share, source: a test, year: 2025, status: assumption}
"""


@pytest.fixture(autouse=True)
def clean(qapp):
    """The defaults before and after."""
    from qgis.core import QgsSettings

    QgsSettings().remove("land_renewal")
    yield
    QgsSettings().remove("land_renewal")


@pytest.fixture
def page(qtbot, iface):
    from land_renewal.ui import settings as ui

    ui.register(iface)
    (factory,) = iface.factories
    page = factory.createWidget(iface.window)
    qtbot.addWidget(page)
    yield page
    ui.unregister()
    assert iface.factories == []


def choose(box, value):
    assert box.findData(value) >= 0
    box.setCurrentIndex(box.findData(value))


def test_what_is_chosen_is_kept_and_shown_again(page, tmp_path):
    from qgis.core import QgsSettings

    from land_renewal.ui.settings import OptionsPage

    assert settings.load() == Settings()
    rules = tmp_path / "ours.yml"
    rules.write_text("extends: default\nname: ours\n", encoding="utf-8")
    choose(page.area, "mu")
    choose(page.language, "zh")
    page.currency.setText("USD")
    page.rules.setEditText(str(rules))
    page.apply()
    assert settings.load() == Settings("mu", "USD", "zh", str(rules))
    assert QgsSettings().value("land_renewal/area_unit") == "mu"
    again = OptionsPage()
    again.apply()
    assert settings.load() == Settings("mu", "USD", "zh", str(rules))
    settings.save(Settings())
    assert not QgsSettings().contains("land_renewal/currency")


def test_docks_are_told_only_when_something_else_was_chosen(qtbot, iface):
    from land_renewal.ui import settings as ui

    told = []
    ui.register(iface, lambda: told.append(settings.load().area_unit))
    page = iface.factories[0].createWidget(iface.window)
    qtbot.addWidget(page)
    page.apply()
    assert told == []
    choose(page.area, "mu")
    page.apply()
    page.apply()
    assert told == ["mu"]
    ui.unregister()


def test_the_workbench_shows_land_in_the_unit_chosen_at_once(iface, session, qtbot):
    from land_renewal.ui.workbench import make

    dock = make(iface, session)
    iface.addDockWidget(iface.RIGHT, dock)
    panel = dock.panels["levels"]
    panel.unfold()
    qtbot.waitUntil(lambda: " ha)" in panel.grid.itemAt(1).widget().text(), timeout=30_000)
    settings.save(Settings(area_unit="mu"))
    session.options_changed.emit()
    qtbot.waitUntil(lambda: " mu)" in panel.grid.itemAt(1).widget().text(), timeout=30_000)
    qtbot.waitUntil(lambda: not dock.loader.loading, timeout=60_000)
    iface.removeDockWidget(dock)
    dock.deleteLater()


def test_rules_that_cannot_be_read_are_said_and_not_taken(page):
    page.rules.setEditText("nyc")
    page.apply()
    assert not page.problem.isVisibleTo(page)
    page.rules.setEditText("nycc")
    assert not page.check()
    assert "did you mean 'nyc'" in page.problem.text()
    choose(page.area, "km2")
    page.apply()
    assert settings.load() == Settings("km2", "", "", "nyc")


def test_shipped_profiles_can_be_chosen(page):
    offered = [page.rules.itemText(row) for row in range(page.rules.count())]
    assert offered[:2] == ["", "default"] and "nyc" in offered and "README" not in offered


def test_a_spoilt_setting_counts_as_not_chosen(qapp):
    from qgis.core import QgsSettings

    for name, value in (("area_unit", "acre"), ("language", "fr"), ("currency", 7)):
        QgsSettings().setValue(f"land_renewal/{name}", value)
    assert settings.load().area_unit == "ha"
    assert settings.load().language == ""


@pytest.mark.parametrize(
    ("unit", "text"), [("ha", "461.0 ha"), ("km2", "4.61 km²"), ("mu", "6,915 mu")]
)  # fmt: skip
def test_land_is_shown_in_the_unit_chosen(qapp, unit, text):
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    settings.save(Settings(area_unit=unit))
    assert settings.area_text(4_610_000.0) == text
    QLocale.setDefault(before)


def test_land_that_is_not_known_is_not_nothing(qapp):
    assert settings.area_text(None) == settings.area_text(float("nan")) == "not known"


def traces(district, **more):
    """The traces of the enterprises, under the settings of now."""
    from qgis import processing

    given = {**district.only("PARCELS", "PARKS", "ENTERPRISES"), "OUTPUT": "memory:", **more}
    given["ENTERPRISES_OUTPUT"] = "memory:"
    found = processing.run("landrenewal:identifydeficiency", given)["ENTERPRISES_OUTPUT"]
    return " ".join(str(feature["trace"]) for feature in found.getFeatures())


def test_algorithms_use_them_unless_told_otherwise(district, tmp_path):
    rules = tmp_path / "ours.yml"
    rules.write_text(OURS, encoding="utf-8")
    settings.save(Settings(currency="USD", language="zh", rules=str(rules)))
    by_settings = traces(district)
    assert "的0.37倍" in by_settings and "万USD/平方公里" in by_settings
    told = traces(district, LANGUAGE="en", RULES="default")
    assert "0.37" not in told and "0.5 x mean" in told
    assert "10k USD/km2" in told
