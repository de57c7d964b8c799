"""The page of unit costs: edited, refused, saved, and priced again through the real study."""

from __future__ import annotations

import pytest
import yaml

pytest.importorskip("qgis.gui")

from qgis.PyQt.QtCore import QLocale

from land_renewal.core.rules.profile import load_profile
from land_renewal.processing.rows import plain_rows
from land_renewal.processing.translation import speaking
from land_renewal.ui.cost_words import number_text, read_number
from land_renewal.ui.scenario_costs import CostsPage

WAIT, RUN = 60_000, 240_000


@pytest.fixture
def page(iface, session, qtbot):
    made = CostsPage(iface, session)
    made.resize(360, 760)
    made.show()
    qtbot.waitUntil(lambda: made.ready, timeout=WAIT)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def remembered(session, district):
    """The session knows what the result was made from."""
    given = {**district.inputs, "OUTPUT": str(session.path)}
    session._remember(given, stamps={}, standing={}, result=str(session.path))


def node(page, item):
    return page.list._nodes[item]


def type_in(page, qtbot, item, **texts):
    page.list.choose(item)
    for name, text in texts.items():
        field = getattr(page.editor, name)
        field.selectAll()
        if text:
            qtbot.keyClicks(field, text)
        else:
            field.clear()
            field.textEdited.emit("")


def test_without_a_result_it_says_what_to_do(iface, empty_session):
    page = CostsPage(iface, empty_session)
    page.show()
    assert "Open a result" in page.said.text()
    assert not any(button.isEnabled() for button in (page.apply, page.discard, page.save))
    page.deleteLater()


def test_every_unit_cost_is_listed_with_its_mark(page, session):
    told = {row["item"]: row for row in plain_rows(session.path, "economics_unit_costs")}
    assert set(told) < set(page.list._nodes)
    for item, row in told.items():
        text = node(page, item).text(0)
        assert (
            text.startswith(row["name"]) and row["status"] in text and not node(page, item).icon(0).isNull()
        )
    assert "300 CNY/m² · assumption · 150 to 600" in node(page, "land_right").text(0)
    assert "not known" in node(page, "output_per_area").text(0)
    assert "verified" in node(page, "discount_rate").text(0)
    known = [row for row in page.drafts.rows.values() if row.stated.value is not None]
    assumed = [row for row in known if row.stated.status == "assumption"]
    assert page.count.text().startswith(f"{len(assumed)} of {len(known)} values are assumptions")
    groups = [page.list.topLevelItem(place).text(0) for place in range(page.list.topLevelItemCount())]
    assert groups == ["Costs", "Benefits", "Quantities and shares", "Years and rates"]


def test_costs_are_searched_and_narrowed(page):
    def left():
        return {item for item, one in page.list._nodes.items() if not one.isHidden()}

    page.search.setText("demol")
    assert left() == {"demolition"}
    page.search.setText("nothing has this name")
    assert not left() and "No value" in page.said.text()
    page.search.clear()
    page.which.setCurrentIndex(page.which.findData("assumed"))
    assert "demolition" in left() and "discount_rate" not in left()
    page.show_item("discount_rate")
    assert page.list.current() == "discount_rate" and "demolition" in left()


def test_what_is_typed_is_marked_and_can_be_taken_back(page, qtbot):
    type_in(page, qtbot, "demolition", value="90")
    assert "90 CNY/m²" in node(page, "demolition").text(0) and "was 60" in node(page, "demolition").text(0)
    assert page.apply.isEnabled() and "Values changed: 1" in page.said.text()
    page.editor.back.click()
    assert "was" not in node(page, "demolition").text(0) and page.editor.value.text() == "60"
    assert not page.apply.isEnabled()
    type_in(page, qtbot, "demolition", value="90")
    type_in(page, qtbot, "quota", value="500")
    page.discard.click()
    assert page.drafts.changed == [] and page.editor.value.text() == "450"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"value": "130"}, "must lie within its range, 30 to 120"),
        ({"value": "a lot"}, "no number: a lot"),
        ({"low": ""}, "both its low and its high end"),
        ({"source": ""}, "source is empty"),
        ({"year": "2019.5"}, "whole number"),
    ],
)
def test_what_cannot_stand_is_refused_and_not_lost(page, qtbot, tmp_path, texts, said):
    type_in(page, qtbot, "demolition", **texts)
    assert said in page.editor.problem.text() and page.editor.wrong.isVisible()
    assert not page.apply.isEnabled() and not page.save_to(tmp_path / "own.yml")
    assert not (tmp_path / "own.yml").exists()
    page.list.choose("quota")
    assert page.editor.problem.text() == ""
    page.list.choose("demolition")
    name, text = next(iter(texts.items()))
    assert getattr(page.editor, name).text() == text and said in page.editor.problem.text()


def test_a_saved_profile_holds_only_the_differences(page, qtbot, tmp_path):
    type_in(page, qtbot, "demolition", value="90", source="tender", year="2024")
    page.list.choose("public_welfare")
    page.editor.truth.setCurrentIndex(0)
    page.editor.truth.activated.emit(0)
    page.list.choose("buildings")
    page.editor.status.setCurrentIndex(0)
    page.editor.status.activated.emit(0)
    assert page.count.text().startswith(f"{_assumed(page)} of")
    assert page.save_to(tmp_path / "own prices")
    told = yaml.safe_load((tmp_path / "own prices.yml").read_text(encoding="utf-8"))
    assert set(told) == {"extends", "name", "economics"} and told["extends"] == "default"
    assert set(told["economics"]) == {"unit_costs", "public_welfare"}
    rows = {row["item"]: row for row in told["economics"]["unit_costs"]["rows"]}
    assert rows["demolition"] == {"item": "demolition", "value": 90, "unit": "CNY/m2", "source": "tender",
                                  "year": 2024, "status": "assumption"}  # fmt: skip
    assert rows["buildings"]["status"] == "verified" and "value" not in rows["buildings"]
    assert load_profile(tmp_path / "own prices.yml").value("economics.public_welfare") is True


def _assumed(page):
    rows = page.drafts.rows.values()
    return sum(row.stated.value is not None and row.stated.status == "assumption" for row in rows)


def test_pricing_again_needs_to_know_how_the_result_was_made(page, qtbot):
    type_in(page, qtbot, "demolition", value="90")
    page.apply.click()
    assert "run the study once" in page.said.text() and page.drafts.changed == ["demolition"]


def test_a_doubled_cost_is_priced_as_by_hand(page, session, remembered, qtbot):
    qtbot.waitUntil(lambda: page.ready and page._task is None, timeout=WAIT)

    def paid(item):
        rows = plain_rows(session.path, "economics_transfers")
        return {
            name: sum(row["amount"] for row in rows if row["item"] == item and row["scenario"] == name)
            for name in {row["scenario"] for row in rows}
        }

    def costs():
        rows = plain_rows(session.path, "economics")
        return {row["scenario"]: row["cost_government"] for row in rows}

    demolition, before = paid("demolition"), costs()
    fates = plain_rows(session.path, "scenario_large_concentration")
    # 60 CNY/m2 doubled is the upper end of its range.
    type_in(page, qtbot, "demolition", value="120")
    with qtbot.waitSignal(page.again), qtbot.waitSignal(page.runs.ended, timeout=RUN) as ended:
        page.apply.click()
    assert ended.args == [True, ""]
    after, now = paid("demolition"), costs()
    assert demolition["large_concentration"] > 0
    for name, amount in demolition.items():
        assert after[name] == pytest.approx(2 * amount)
        assert now[name] == pytest.approx(before[name] + amount)
    assert plain_rows(session.path, "scenario_large_concentration") == fates
    qtbot.waitUntil(lambda: page.ready and page.drafts.rows["demolition"].stated.value == 120, timeout=WAIT)
    assert page.drafts.changed == [] and "Priced anew" in page.said.text()
    written = session.path.with_name("study_rules.yml")
    told = yaml.safe_load(written.read_text(encoding="utf-8"))
    assert [row["item"] for row in told["economics"]["unit_costs"]["rows"]] == ["demolition"]
    assert session.parameters()["RULES"] == str(written)


def test_drafts_outlive_another_run_of_the_same_result(page, session, qtbot):
    type_in(page, qtbot, "demolition", value="90")
    page._profile = None
    session.refresh()
    qtbot.waitUntil(lambda: page.ready, timeout=WAIT)
    assert page.drafts.changed == ["demolition"] and "was 60" in node(page, "demolition").text(0)


def test_numbers_are_read_as_people_type_them():
    assert [read_number(text) for text in ("1200", " 1,200.5 ", "", "0.6")] == [1200.0, 1200.5, None, 0.6]
    with pytest.raises(ValueError, match="x"):
        read_number("12x")
    former = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert read_number("0,6") == 0.6 and number_text(0.6) == "0,6" and number_text(1200) == "1200"
    finally:
        QLocale.setDefault(former)


def test_the_page_fits_into_320_pixels(page):
    page.list.choose("land_right_collective")
    assert page.minimumSizeHint().width() <= 320
    page.resize(320, 640)
    assert page.editor.minimumSizeHint().width() <= 312


def test_sources_are_shown_in_the_language_of_the_screen_and_saved_as_stated(page, qtbot, tmp_path):
    stated = page.drafts.rows["buildings"].stated.source
    assert stated == "D; no public source"
    with speaking("zh"):
        page.list.choose("quota")
        page.list.choose("buildings")
        assert page.editor.source.text() == "本插件默认值；没有公开来源"
        page.list.show_rows(page.drafts, None)
        assert "没有公开来源" in node(page, "buildings").text(0)
        assert page.list.narrow(page.drafts, "公开来源", "all") > 0
        type_in(page, qtbot, "buildings", value="1300")
        type_in(page, qtbot, "quota", value="500")
        # Keys are ASCII in tests.
        page.editor.source.setText("县级成交数据")
        page.editor.source.textEdited.emit("县级成交数据")
        assert page.save_to(tmp_path / "zh.yml")
    told = yaml.safe_load((tmp_path / "zh.yml").read_text(encoding="utf-8"))
    sources = {row["item"]: row.get("source") for row in told["economics"]["unit_costs"]["rows"]}
    assert sources == {"buildings": stated, "quota": "县级成交数据"}


def test_a_source_that_is_only_shown_in_other_words_is_no_change(page, qtbot):
    with speaking("zh"):
        for item in page.drafts.rows:
            page.drafts.take(item, page.drafts.draft(item))
            page.list.choose(item)
            page.editor.source.textEdited.emit("")
        assert page.drafts.changed == []
