"""The page of risk: bars, shares and break-even values are those of the tables, and lead to unit costs."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.gui")

from qgis.PyQt.QtCore import Qt

from land_renewal.processing.rows import plain_rows
from land_renewal.ui.risk_tornado import Bar, Tornado
from land_renewal.ui.scenario_data import ScenarioData
from land_renewal.ui.scenario_risk import RiskPage

WAIT = 60_000
LARGE = "large_concentration"


@pytest.fixture
def page(iface, session, qtbot):
    made = RiskPage(session, ScenarioData(session))
    made.data.setParent(made)
    made.resize(360, 760)
    made.show()
    qtbot.waitUntil(lambda: made.data.fresh and made.tornado.count() > 0, timeout=WAIT)
    made.show_scenario(LARGE)
    yield made
    made.close()
    made.deleteLater()


def own(session, table, view="fiscal", scenario=LARGE):
    rows = plain_rows(session.path, table)
    return [row for row in rows if row["view"] == view and row["scenario"] == scenario]


def bars(page):
    return [page.tornado.item(row).data(Qt.ItemDataRole.UserRole) for row in range(page.tornado.count())]


def test_without_a_result_it_says_what_to_do(iface, empty_session, qtbot):
    page = RiskPage(empty_session, ScenarioData(empty_session))
    page.show()
    assert "Open a result" in page.said.text() and not page.inside.isVisible()
    page.deleteLater()


def test_the_bars_are_those_of_the_table(page, session):
    rows = sorted(own(session, "economics_tornado"), key=lambda row: row["rank"])
    assert [bar.item for bar in bars(page)] == [row["item"] for row in rows] and len(rows) == 10
    for bar, row in zip(bars(page), rows):
        assert bar.low == pytest.approx(row["npv_low"] - row["npv"])
        assert bar.high == pytest.approx(row["npv_high"] - row["npv"])
        assert row["name"] in page.tornado.item(row["rank"] - 1).text()
    status = {row["item"]: row["status"] for row in plain_rows(session.path, "economics_unit_costs")}
    assert all(bar.assumed == (status[bar.item] == "assumption") for bar in bars(page) if bar.item in status)
    assumed = sum(bool(bar.assumed) for bar in bars(page))
    # Not "10 of these 10".
    shown = len(bars(page))
    start = f"All {assumed} of these" if assumed == shown else f"{assumed} of these {shown}"
    assert page.rest.text().startswith(start)
    page.view.setCurrentIndex(page.view.findData("economic"))
    rows = sorted(own(session, "economics_tornado", "economic"), key=lambda row: row["rank"])
    assert [bar.item for bar in bars(page)] == [row["item"] for row in rows]


def test_chances_are_told_in_words_and_for_all_scenarios(page, session):
    (row,) = own(session, "economics_risk")
    text = page.chances.text()
    assert f"of {row['draws']:,} random draws" in text
    assert f"{100 * row['positive_share']:.0f} %" in text or "<0.1 %" in text
    shown = {page.model.index(place, 0).data(): place for place in range(page.model.rowCount())}
    assert len(shown) == len({row["scenario"] for row in plain_rows(session.path, "economics_risk")})
    assert "Large concentration" in shown


def test_break_even_values_lead_to_their_unit_cost(page, session, qtbot):
    rows = [row for row in own(session, "economics_break_even") if row["against"] is None]
    html = page.breaks.text()
    nearest = min(
        (row for row in rows if row["change"]), key=lambda row: (not row["within_range"], abs(row["change"]))
    )
    assert nearest["name"] in html and "the present value is 0" in html
    with qtbot.waitSignal(page.cost_wanted) as wanted:
        page.breaks.linkActivated.emit(nearest["item"])
    assert wanted.args == [nearest["item"]]


def test_a_bar_opens_its_unit_cost_by_mouse_and_by_keyboard(page, qtbot):
    first, second = bars(page)[:2]
    place = page.tornado.visualItemRect(page.tornado.item(1)).center()
    with qtbot.waitSignal(page.cost_wanted) as wanted:
        qtbot.mouseClick(page.tornado.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [second.item]
    page.tornado.setFocus()
    qtbot.keyClick(page.tornado, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.cost_wanted) as wanted:
        qtbot.keyClick(page.tornado, Qt.Key.Key_Return)
    assert wanted.args == [first.item]


def test_bars_are_drawn_to_scale(iface, qtbot):
    tornado = Tornado()
    qtbot.addWidget(tornado)
    tornado.resize(400, 200)
    tornado.show_bars(
        [
            Bar("a", "A", None, 0.0, 200.0, "1", "2", "0", "+200"),
            Bar("b", "B", None, 0.0, 100.0, "1", "2", "0", "+100"),
        ]
    )
    tornado.show()
    assert tornado.span == (0.0, 200.0)
    picture, dark = tornado.grab().toImage(), {0: 0, 1: 0}
    for row in dark:
        rect = tornado.visualItemRect(tornado.item(row))
        y = rect.bottom() - rect.height() // 4
        dark[row] = sum(picture.pixelColor(x, y).name() == "#3f5f86" for x in range(picture.width()))
    assert dark[0] > 100 and dark[0] == pytest.approx(2 * dark[1], abs=3)


def test_the_page_fits_into_320_pixels(page):
    assert page.minimumSizeHint().width() <= 320
    page.resize(320, 640)
    assert page.inside.minimumSizeHint().width() <= 312
