"""The dock of the scenarios: its figures are those of the result, its maps show what they say."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing

import pytest

pytest.importorskip("qgis.gui")

import pandas as pd
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontMetrics

from land_renewal.core.scenarios.lock_rows import lock
from land_renewal.processing.lockfile import write_lock_rows
from land_renewal.ui import scenarios as module
from land_renewal.ui.scenario_rows import ALL, MISSING, SHORT, SIGNS, make_board
from land_renewal.ui.scenario_themes import members, theme_of
from land_renewal.ui.session import table_of

WAIT = 60_000
STILL = "status_quo"
# One of the shown unit in the units of the tables (10k CNY, m2, shares).
SIZES = {"billion CNY": 1e5, "million CNY": 1e2, "%": 0.01, "ha": 1e4, "billion CNY a year": 1e5,
         "million CNY a year": 1e2, "billion CNY/km²": 1e5, "million CNY/km²": 1e2}  # fmt: skip


@pytest.fixture
def dock(iface, session, qtbot):
    yield from shown(iface, session)


@pytest.fixture
def empty_dock(iface, empty_session, qtbot):
    yield from shown(iface, empty_session)


def shown(iface, session):
    made = module.make(iface, session)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    made.setFloating(True)
    made.show()
    made.resize(320, 700)
    yield made
    made.close()
    iface.removeDockWidget(made)
    made.deleteLater()


def page_of(dock, key, qtbot):
    page = dock.show_page(key)
    qtbot.waitUntil(lambda: dock.data.fresh or dock._session.path is None or key == module.MAPS, timeout=WAIT)
    return page


def sql(path, query):
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute(query)
        names = [part[0] for part in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def number(text):
    return float(text.replace(",", "").replace("−", "-").lstrip("<>"))


def rows_of(board):
    return {row.key: row for group in board.groups for row in group.rows}


def hand_made():
    """Two metrics of three scenarios; what the best and the worst are is written down here."""
    rows = [
        ("cost_government", "Cost", "10k CNY", False, STILL, 0.0, None, None),
        ("cost_government", "Cost", "10k CNY", False, "large_concentration", 900.0, 2.0, "worst"),
        ("cost_government", "Cost", "10k CNY", False, "small_clustering", 200.0, 1.0, "best"),
        ("irr_fiscal", "Return", "share", True, STILL, None, None, None),
        ("irr_fiscal", "Return", "share", True, "large_concentration", 0.05, 1.0, "best"),
        ("irr_fiscal", "Return", "share", True, "small_clustering", 0.02, 2.0, "worst"),
    ]
    names = ("metric", "name", "unit_of_measure", "rising", "scenario", "value", "rank", "mark")
    return {"scenario_comparison": pd.DataFrame(rows, columns=names)}


def test_every_figure_of_the_comparison_is_that_of_the_result(dock, session, qtbot):
    board = page_of(dock, module.COMPARE, qtbot).board
    held = sql(session.path, "SELECT * FROM scenario_comparison")
    rows, places = rows_of(board), [name for name, _title in board.scenarios]
    assert places == list(dict.fromkeys(row["scenario"] for row in held)) and places[0] == STILL
    assert {row["metric"] for row in held} <= set(rows)
    for row in held:
        cell, unit = rows[row["metric"]].cells[places.index(row["scenario"])], rows[row["metric"]].unit
        assert cell.mark == (row["mark"] or "")
        if row["value"] is None:
            assert cell.text == MISSING and len(cell.tip) > len(rows[row["metric"]].name)
        elif row["unit_of_measure"] != "share" or 0.001 < row["value"] < 0.999:
            shown, size = number(cell.text), SIZES.get(unit, 1.0)
            step = 10.0 ** -len(cell.text.partition(".")[2])
            assert shown * size == pytest.approx(row["value"], abs=0.501 * step * size), row


def test_the_other_figures_are_those_of_the_result(dock, session, qtbot):
    board = page_of(dock, module.COMPARE, qtbot).board
    rows, places = rows_of(board), [name for name, _title in board.scenarios]
    summary = {row["scenario"]: row for row in sql(session.path, "SELECT * FROM scenario_summary")}
    money = {row["scenario"]: row for row in sql(session.path, "SELECT * FROM economics")}
    after = {
        (row["scenario"], row["line"]): row["after_m2"]
        for row in sql(session.path, "SELECT * FROM conflicts")
    }
    for place, name in enumerate(places):
        assert number(rows["relocate_parcels"].cells[place].text) == summary[name]["relocate_parcels"]
        assert number(rows["unpriced"].cells[place].text) == money[name]["unpriced"]
        vacated = summary[name]["vacated_m2"] / 1e4
        assert number(rows["vacated_m2"].cells[place].text) == pytest.approx(vacated, rel=5e-3)
        shown = rows["conflict_farmland"].cells[place].text
        assert number(shown) == pytest.approx(after[name, "farmland"] / 1e4, rel=5e-3)
        check, text = summary[name]["principle_volume"], rows["principle_volume"].cells[place].text
        assert text == MISSING if check is None else text[0] == ("✓" if check else "✗")
    missing = sql(session.path, "SELECT * FROM shortages WHERE missing_m2 > 0")
    for row in missing:
        tip = rows["missing_m2"].cells[places.index(row["scenario"])].tip
        assert "wait for it" in tip


def test_best_and_worst_stand_out_by_sign_and_by_shade(qapp, qtbot):
    from land_renewal.ui.scenario_table import CompareTable

    board = make_board(hand_made())
    table = CompareTable()
    qtbot.addWidget(table)
    table.show_groups(board, board.part(ALL))
    model, told = table.rows, {}
    for line, row in ((line, row) for line, row in enumerate(model.lines) if row.kind == "values"):
        indexes = [model.index(line, column) for column in range(1, 4)]
        told[row.row.key] = [
            (i.data(), i.data(Qt.ItemDataRole.BackgroundRole), i.data(Qt.ItemDataRole.ToolTipRole))
            for i in indexes
        ]
    (still, none, _), (dear, dark, why), (cheap, light, _) = told["cost_government"]
    assert (still, dear, cheap) == ("0", f"{SIGNS['worst']} 9.00", f"{SIGNS['best']} 2.00") and none is None
    assert dark.color() != light.color()
    assert "less is better" in why and "worst of the scenarios" in why and "Rank 2 of 2" in why
    (gap, _, reason), (high, best, _), (low, worst, tip) = told["irr_fiscal"]
    assert (gap, high, low) == (MISSING, f"{SIGNS['best']} 5", f"{SIGNS['worst']} 2")
    assert "no rate makes the present value 0" in reason and "more is better" in tip
    assert best.color() == light.color() and worst.color() == dark.color()


def test_the_table_is_readable_beside_the_map(dock, qtbot):
    page = page_of(dock, module.COMPARE, qtbot)
    page.part.setCurrentIndex(page.part.findData(ALL))
    table, header = page.table, page.table.horizontalHeader()
    for width, narrow in ((320, True), (800, False)):
        dock.resize(width, 700)
        qtbot.waitUntil(lambda n=narrow, w=width: dock.width() == w and table.narrow == n, timeout=WAIT)
        qtbot.wait(50)
        assert table.isColumnHidden(0) == narrow
        metrics = QFontMetrics(header.font())
        for column in range(1, table.rows.columnCount()):
            words = table.rows.headerData(column, Qt.Orientation.Horizontal).split()
            assert table.columnWidth(column) > max(map(metrics.horizontalAdvance, words))
        lines = [line for number, line in enumerate(table.rows.lines) if not table.isRowHidden(number)]
        assert any(line.kind == "name" for line in lines) == narrow
        assert sum(line.kind == "values" for line in lines) == len(rows_of(page.board))
    assert dock.choice.isVisible() != dock.tabs.isVisible()


def test_the_figure_chosen_by_keyboard_is_explained(dock, qtbot):
    page = page_of(dock, module.COMPARE, qtbot)
    assert "best" in page.detail.text() and "unit costs" in page.detail.text()
    line = next(number for number, one in enumerate(page.table.rows.lines) if one.kind == "values")
    page.table.setCurrentIndex(page.table.rows.index(line, 1))
    assert page.detail.text() == page.table.rows.lines[line].row.cells[0].tip


def test_what_is_copied_opens_in_a_spreadsheet(dock, session, qtbot):
    page = page_of(dock, module.COMPARE, qtbot)
    page.part.setCurrentIndex(page.part.findData(ALL))
    page.copy.click()
    lines = [line.split("\t") for line in QgsApplication.clipboard().text().splitlines()]
    assert {len(line) for line in lines} == {len(page.board.scenarios) + 6}
    assert len(lines) == len(rows_of(page.board)) + 1
    titles = [title for _name, title in page.board.scenarios]
    [row] = [line for line in lines if line[1].startswith("One-off cost to the government")]
    figures = dict(zip(titles, map(float, row[4:-2])))
    assert row[3] == "less is better" and figures[row[-2]] == min(list(figures.values())[1:])
    assert figures[row[-1]] == max(figures.values())
    page.part.setCurrentIndex(page.part.findData(SHORT))
    page.copy.click()
    assert 5 < len(QgsApplication.clipboard().text().splitlines()) < 25


def test_the_words_are_those_of_the_study(dock, session, qtbot):
    page = page_of(dock, module.COMPARE, qtbot)
    shown = " ".join(page.words.toPlainText().split())
    for row in sql(session.path, "SELECT text FROM recommendation"):
        assert " ".join(row["text"].split()) in shown


def test_page_and_workbook_are_offered_and_need_a_run_that_is_known(dock, qtbot):
    page = page_of(dock, module.COMPARE, qtbot)
    assert "Write the report (HTML)" in page.reports.text() and "workbook" in page.reports.text()
    page.reports.linkActivated.emit("write:_money.html")
    assert "run the study once" in page.said.text()


def test_without_a_result_every_page_says_what_to_do(empty_dock, qtbot):
    assert "Open the result" in empty_dock.state.text()
    page = page_of(empty_dock, module.COMPARE, qtbot)
    assert "Open a result" in page.said.text() and not page.copy.isEnabled()
    charts = page_of(empty_dock, module.CHARTS, qtbot)
    assert "Open a result" in charts.view.message and not charts.save.isEnabled()
    maps = page_of(empty_dock, module.MAPS, qtbot)
    assert "Open a result" in maps.said.text() and not maps.beside.isEnabled() and not maps.print.isEnabled()


def test_another_result_is_shown_at_once(empty_dock, empty_session, result, qtbot, tmp_path):
    page = page_of(empty_dock, module.COMPARE, qtbot)
    path = tmp_path / "other.gpkg"
    path.write_bytes(result.path.read_bytes())
    empty_session.open(path)
    qtbot.waitUntil(lambda: page.board is not None, timeout=WAIT)
    assert "other.gpkg" in empty_dock.state.text() and page.said.text() == ""
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: page.board is None, timeout=WAIT)
    assert "Open a result" in page.said.text()


def test_what_was_stopped_is_read_again_when_one_turns_to_its_page(dock, qtbot):
    page_of(dock, module.COMPARE, qtbot)
    page_of(dock, module.COSTS, qtbot)
    dock.data._forget()
    dock.data.need()
    dock.data._task.cancel()
    qtbot.waitUntil(lambda: dock.data.problem != "", timeout=WAIT)
    page_of(dock, module.COMPARE, qtbot)
    qtbot.waitUntil(lambda: dock.data.problem == "" and "economics" in dock.data.tables, timeout=WAIT)


def test_a_result_that_is_not_priced_shows_what_it_has(iface, session, qtbot):
    with closing(sqlite3.connect(session.path)) as connection:
        for name in sorted(session.tables()):
            if name.startswith("economics") or name in ("scenario_comparison", "recommendation"):
                connection.execute(f'DROP TABLE "{name}"')
                connection.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))
        connection.commit()
    session.refresh()
    for dock in shown(iface, session):
        page = page_of(dock, module.COMPARE, qtbot)
        qtbot.waitUntil(lambda page=page: page.board is not None, timeout=WAIT)
        assert "not priced" in page.said.text() and page.words.toPlainText() == ""
        assert {"relocate_parcels", "principle_volume"} <= set(rows_of(page.board))
        assert "npv_fiscal" not in rows_of(page.board)
        assert "not priced" in page_of(dock, module.CHARTS, qtbot).view.message


def test_new_locks_make_the_result_out_of_date(dock, session, qtbot):
    assert "Out of date" not in dock.state.text()
    parcel = sql(session.path, "SELECT parcel_id FROM scenario_small_clustering LIMIT 1")[0]["parcel_id"]
    write_lock_rows(session.path, [lock("stay", parcel, None, None, "")])
    qtbot.waitUntil(lambda: "Out of date" in dock.state.text() and "locks" in dock.state.text(), timeout=WAIT)
    write_lock_rows(session.path, [])
    qtbot.waitUntil(lambda: "Out of date" not in dock.state.text(), timeout=WAIT)


def own_rules(path):
    """Give a result the user's own scenario: that of small clustering under another name."""
    from osgeo import gdal

    gdal.UseExceptions()
    options = gdal.VectorTranslateOptions(
        layers=["scenario_small_clustering"], layerName="scenario_custom", accessMode="update", format="GPKG"
    )
    gdal.VectorTranslate(str(path), str(path), options=options)
    with closing(sqlite3.connect(path)) as connection:
        for table in ("scenario_summary", "scenario_comparison", "economics"):
            names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[1] != "fid"]
            chosen = ", ".join("'custom'" if name == "scenario" else f'"{name}"' for name in names)
            listed = ", ".join(f'"{name}"' for name in names)
            connection.execute(
                f"INSERT INTO {table} ({listed}) SELECT {chosen} FROM {table}"
                " WHERE scenario = 'small_clustering'"
            )
        connection.commit()


def test_the_users_own_scenario_is_there_when_the_result_has_it(dock, session, qtbot):
    page, maps = page_of(dock, module.COMPARE, qtbot), page_of(dock, module.MAPS, qtbot)
    assert "custom" not in dict(page.board.scenarios) and maps.list.count() == 4
    own_rules(session.path)
    session.refresh()
    qtbot.waitUntil(lambda: maps.list.count() == 5, timeout=WAIT)
    page = page_of(dock, module.COMPARE, qtbot)
    qtbot.waitUntil(lambda: page.board is not None and len(page.board.scenarios) == 5, timeout=WAIT)
    assert page.board.scenarios[-1] == ("custom", "Custom scenario")
    cells = rows_of(page.board)["relocate_parcels"].cells
    assert cells[-1].text == cells[2].text != MISSING
    dock.show_page(module.MAPS).show_one("custom")
    qtbot.waitUntil(lambda: visible(session) == {("scenario_custom", "custom")}, timeout=WAIT)


def test_a_cost_that_matters_is_edited_on_its_page(dock, qtbot):
    risk = dock.show_page(module.RISK)
    risk.cost_wanted.emit("demolition")
    assert dock.current == module.COSTS and dock.tabs.currentIndex() == dock.choice.currentIndex() == 4
    assert set(dock.pages) == {module.COMPARE, module.RISK, module.COSTS}


def test_while_a_page_has_the_study_run_the_dock_says_so(dock, session, district, qtbot, tmp_path):
    page, ended = dock.show_page(module.LOCKS), []
    session.run("classifylevels", {"PARCELS": district.inputs["PARCELS"], "OUTPUT": "TEMPORARY_OUTPUT"},
                lambda *done: ended.append(done))  # fmt: skip
    page.again.emit("Solving again")
    assert dock.state.text() == "Solving again ..."
    qtbot.waitUntil(lambda: bool(ended) and "computed" in dock.state.text(), timeout=WAIT)


# -- charts ------------------------------------------------------------------------------------------------


def test_every_chart_is_drawn_saved_and_shown_larger(dock, session, qtbot, tmp_path):
    pytest.importorskip("matplotlib")
    page = page_of(dock, module.CHARTS, qtbot)
    names = [page.choice.itemData(row) for row in range(page.choice.count())]
    assert {"payers", "cashflow", "principles", "risk", "frontier"} <= set(names)
    qtbot.waitUntil(lambda: page.view.image is not None and page.save.isEnabled(), timeout=WAIT)
    first = page.view.image
    with qtbot.waitSignal(page.view.drawn, timeout=WAIT):
        page.choice.setCurrentIndex(page.choice.findData("cashflow"))
    qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=WAIT)
    assert page.view.image.size() != first.size() or page.view.image != first
    # One below the other: of a page it would be a thumbnail.
    assert page.view.width() < 8 * page.view.logicalDpiX()
    assert page.view.image.height() > 1.2 * page.view.image.width()
    for kind, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        path = tmp_path / f"cash.{kind}"
        page.save_to(path)
        qtbot.waitUntil(lambda path=path: page.said.text() == f"{path.name} is written.", timeout=WAIT)
        assert path.read_bytes().startswith(start)
    window = page.show_larger()
    qtbot.waitUntil(lambda: window.view.image is not None, timeout=WAIT)
    assert window.view.image.width() > page.view.image.width()
    window.close()
    assert page.windows == []


def test_without_matplotlib_a_sentence_says_how_to_get_it(dock, qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.backends.backend_agg", None)
    page = page_of(dock, module.CHARTS, qtbot)
    qtbot.waitUntil(lambda: "matplotlib" in page.view.message, timeout=WAIT)
    assert page.help.isVisible() and "options" in page.help.text() and not page.save.isEnabled()


# -- maps --------------------------------------------------------------------------------------------------


def visible(session):
    """The tables with parcels that the layer tree shows: (table, scenario)."""
    root = QgsProject.instance().layerTreeRoot()
    found = set()
    for layer in session.layers():
        node = root.findLayer(layer.id())
        if layer.isSpatial() and node is not None and node.isVisible():
            found.add((table_of(layer), layer.customProperty("land_renewal/scenario")))
    return {pair for pair in found if pair[0] == "parcels" or pair[0].startswith("scenario_")}


def on_map(canvas):
    return {layer.id() for layer in canvas.layers()}


def test_one_click_shows_a_scenario_in_place_of_the_others(dock, iface, session, qtbot):
    own = QgsVectorLayer("Point?crs=EPSG:4326", "my own", "memory")
    QgsProject.instance().addMapLayer(own)
    page = page_of(dock, module.MAPS, qtbot)
    assert page.list.item(0).text() == "Present state" and page.list.count() == 4
    page.list.itemClicked.emit(page.list.item(2))
    small, large = "small_clustering", "large_concentration"
    qtbot.waitUntil(lambda: visible(session) == {(f"scenario_{small}", small)}, timeout=WAIT)
    wanted = {layer.id() for layer in members(session, small)} | {own.id()}
    assert len(wanted) == 4
    qtbot.waitUntil(lambda: on_map(iface.mapCanvas()) == wanted, timeout=WAIT)
    page.show_one(large)
    assert visible(session) == {(f"scenario_{large}", large)}
    wanted = {layer.id() for layer in members(session, large)} | {own.id()}
    qtbot.waitUntil(lambda: on_map(iface.mapCanvas()) == wanted, timeout=WAIT)
    assert iface.activeLayer() == session.layer(f"scenario_{large}")
    page.show_one(None)
    assert visible(session) == {("parcels", None)}
    page.show_one(small)
    wanted = {layer.id() for layer in members(session, small)} | {own.id()}
    qtbot.waitUntil(lambda: on_map(iface.mapCanvas()) == wanted, timeout=WAIT)


def test_the_themes_of_the_project_are_used(iface, empty_session, result, qtbot, tmp_path):
    from land_renewal.processing.project import build_project

    path = tmp_path / "study.gpkg"
    path.write_bytes(result.path.read_bytes())
    build_project(path, path.with_suffix(".qgz"), "t").clear()
    assert QgsProject.instance().read(str(path.with_suffix(".qgz")))
    collection = QgsProject.instance().mapThemeCollection()
    before = sorted(collection.mapThemes())
    for dock in shown(iface, empty_session):
        page = page_of(dock, module.MAPS, qtbot)
        for scenario in ("small_clustering", None, "large_concentration"):
            page.show_one(scenario)
            name = theme_of(empty_session, scenario)
            assert name in before and visible(empty_session) == {
                (f"scenario_{scenario}" if scenario else "parcels", scenario)
            }
    assert sorted(collection.mapThemes()) == before


@pytest.fixture
def beside(dock, iface, session, qtbot):
    """The window with three maps, settled."""
    page = page_of(dock, module.MAPS, qtbot)
    page.show_one("small_clustering")
    qtbot.waitUntil(lambda: bool(visible(session)), timeout=WAIT)
    layer = session.layer("scenario_small_clustering")
    iface.mapCanvas().setDestinationCrs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    page.beside.click()
    qtbot.waitUntil(lambda: page.side is not None and page.side.isVisible(), timeout=WAIT)
    # The legend takes its height when it is seen, and the maps the rest.
    qtbot.wait(500)
    qtbot.waitUntil(lambda: together(iface, page.side), timeout=WAIT)
    yield page
    page.close_side()


def together(iface, side):
    """Whether all maps have one centre (to a pixel) and scale."""
    main = iface.mapCanvas()
    return all(
        canvas.scale() == pytest.approx(main.scale(), rel=1e-6)
        and canvas.center().distance(main.center()) < 2 * main.mapUnitsPerPixel()
        for canvas in side.canvases.values()
    )


def test_maps_beside_each_other_show_their_scenarios(beside, session):
    side = beside.side
    assert list(side.canvases) == ["large_concentration", "small_clustering", "clustering_with_parks"]
    for scenario, canvas in side.canvases.items():
        assert on_map(canvas) == {layer.id() for layer in members(session, scenario)}
        assert canvas.theme() == theme_of(session, scenario)
    texts = side.legend.texts()
    symbols = session.layer("scenario_small_clustering").renderer().legendSymbolItems()
    for symbol in symbols:
        assert texts.count(symbol.label()) == 1


def test_labels_are_not_cut_at_the_edge_of_a_map(beside):
    from qgis.core import QgsLabelingEngineSettings, QgsProject

    cut = QgsLabelingEngineSettings.Flag.UsePartialCandidates
    for canvas in beside.side.canvases.values():
        assert not canvas.mapSettings().labelingEngineSettings().testFlag(cut)
    # The project of the user is as it was.
    assert QgsProject.instance().labelingEngineSettings().testFlag(cut)


def test_moving_one_map_moves_the_others_once(beside, iface, qtbot):
    side, main = beside.side, iface.mapCanvas()
    heard = []
    for canvas in (main, *side.canvases.values()):
        canvas.extentsChanged.connect(lambda canvas=canvas: heard.append(canvas))
    first, second, third = side.canvases.values()
    centre = second.center()
    second.setCenter(QgsPointXY(centre.x() + 700, centre.y() - 300))
    assert together(iface, side) and main.center().x() == pytest.approx(centre.x() + 700, abs=50)
    third.zoomByFactor(0.5)
    scale = third.scale()
    assert together(iface, side) and first.scale() == pytest.approx(scale)
    main.setExtent(QgsRectangle(centre.x(), centre.y(), centre.x() + 900, centre.y() + 900))
    qtbot.wait(300)
    assert together(iface, side)
    # Two calls for each map that follows, three moves; an answer to an answer would never end.
    assert len(heard) <= 3 * (2 * 4)


def test_a_map_of_another_size_keeps_the_scale(beside, iface, qtbot):
    scale = iface.mapCanvas().scale()
    beside.side.resize(900, 420)
    qtbot.wait(300)
    qtbot.waitUntil(lambda: together(iface, beside.side), timeout=WAIT)
    assert min(canvas.scale() for canvas in beside.side.canvases.values()) == pytest.approx(
        iface.mapCanvas().scale()
    )
    assert scale > 0


def test_the_window_goes_with_its_project(beside, iface, session, qtbot):
    canvas = iface.mapCanvas()
    QgsProject.instance().clear()
    assert beside.side is None
    canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    qtbot.waitUntil(lambda: not beside.print.isEnabled(), timeout=WAIT)


def test_maps_to_print_are_written_from_the_page(dock, session, qtbot, tmp_path):
    page = page_of(dock, module.MAPS, qtbot)
    assert page.print_to(tmp_path / "maps")
    assert sorted(path.name for path in (tmp_path / "maps").iterdir()) == [
        "scenario_clustering_with_parks.png",
        "scenario_large_concentration.png",
        "scenario_small_clustering.png",
        "side_by_side.png",
    ]
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert not page.print_to(blocked) and page.said.text()
