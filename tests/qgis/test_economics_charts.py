"""Pictures of the priced scenarios: what is drawn where, the same each time, in both languages."""

from __future__ import annotations

import doctest
import io
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from land_renewal.core.economics.economics_figures import party_totals
from land_renewal.processing import (
    chart_dock,
    chart_scenarios,
    chart_sheet,
    economics_charts,
    economics_reports,
)

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
from priced_tables import CUSTOM, priced

matplotlib = pytest.importorskip("matplotlib")
KINDS = ("payers", "cashflow", "tornado_fiscal", "tornado_economic", "grid", "principles", "risk")


@pytest.fixture(scope="module")
def tables():
    return priced()


@pytest.fixture(scope="module")
def pictures(tables):
    return draw(tables)


@pytest.fixture
def words(monkeypatch):
    """Every text that is drawn, with its place: the letters of a picture are outlines."""
    return recorded(monkeypatch, "text")


def draw(tables, **options):
    makers = economics_charts.drawable(tables)
    return {name: make(tables, **options) for name, make in makers.items()}


def recorded(monkeypatch, method):
    calls, drawing = [], getattr(chart_sheet.Sheet, method)

    def record(self, *given, **options):
        calls.append(given)
        return drawing(self, *given, **options)

    monkeypatch.setattr(chart_sheet.Sheet, method, record)
    return calls


def said(words):
    return [str(call[2]) for call in words]


def frontier():
    return pd.DataFrame({
        "kind": "clustering", "point": [0.0, 1.0, 2.0, None, None], "cost": [0.0, 500.0, 900.0, 400.0, 450.0],
        "value": [0.4, 0.8, 0.9, 0.6, 0.61],
        "scenario": [None, None, None, "clustering_with_parks", "custom"],
    })  # fmt: skip


def test_examples():
    failed, run = doctest.testmod(chart_scenarios)
    assert run and not failed


def test_every_picture_is_made_and_no_other(pictures, tables):
    assert tuple(pictures) == KINDS
    assert tuple(economics_charts.drawable({**tables, "frontier": frontier()})) == (*KINDS, "frontier")
    empty = {name: tables[name].head(0) for name in ("economics_grid", "economics_tornado", "economics_risk")}
    assert tuple(economics_charts.drawable({**tables, **empty})) == ("payers", "cashflow", "principles")


def test_pictures_are_png_and_svg_without_a_moment_or_a_maker(pictures):
    for picture in pictures.values():
        assert (
            picture.png.startswith(b"\x89PNG") and b"tEXt" not in picture.png and b"tIME" not in picture.png
        )
        assert ElementTree.fromstring(picture.svg).tag.endswith("svg") and "<text" not in picture.svg
        assert not re.search(r"matplotlib v|\d{4}-\d\d-\d\dT", picture.svg) and picture.warnings == ()


def test_the_same_tables_give_the_same_bytes(pictures):
    for name, picture in draw(priced()).items():
        assert (picture.png, picture.svg) == (pictures[name].png, pictures[name].svg)


@pytest.mark.parametrize(
    ("language", "names"), [("zh", ("clustering_with_parks",)), ("en", (*CUSTOM, "my_own"))]
)
def test_nothing_is_drawn_outside_the_picture(language, names):
    """What stands in the margin would be cut off: the outermost pixels are white."""
    image = pytest.importorskip("PIL.Image")
    tables = {**priced(names, language), "frontier": frontier()}
    for name, picture in draw(tables, language=language, formats=("png",)).items():
        pixels = np.asarray(image.open(io.BytesIO(picture.png)).convert("L"))
        edges = (pixels[:4], pixels[-4:], pixels[:, :4], pixels[:, -4:])
        assert min(edge.min() for edge in edges) == 255, name


@pytest.mark.parametrize(
    ("language", "names", "width"), [("zh", CUSTOM, 3.65), ("en", (*CUSTOM, "my_own"), 2.0)]
)
def test_in_a_dock_letters_have_full_size_and_nothing_is_cut_off(language, names, width, monkeypatch):
    """Scaled down from the width of a page, letters of 8 points would have less than 3 in a dock."""
    texts = recorded(monkeypatch, "text")
    tables = {**priced(names, language), "frontier": frontier()}
    for name in economics_charts.drawable(tables):
        texts.clear()
        figure = economics_charts.figure(name, tables, language, width=width)
        wide, high = figure.get_size_inches()
        assert wide == max(width, chart_dock.LEAST) and high > 2, name
        sizes = [call[3] for call in texts if len(call) > 3]
        assert len(sizes) == len(texts) and min(sizes) >= 6.8, name
        figure.canvas.draw()
        pixels = np.asarray(figure.canvas.buffer_rgba())[..., :3]
        edges = (pixels[:4], pixels[-4:], pixels[:, :4], pixels[:, -4:])
        assert min(edge.min() for edge in edges) == 255, name
    page = economics_charts.figure("payers", tables, language, width=chart_dock.WIDE)
    assert page.get_size_inches()[0] == chart_scenarios.WIDTH


def test_the_charts_of_a_dock_tell_the_same_figures(tables, words):
    """Net of each party, the end of each curve: as in the pictures of full width."""
    for name in ("payers", "cashflow", "grid", "risk"):
        told = []
        for width in (None, 3.65):
            words.clear()
            economics_charts.figure(name, tables, width=width)
            figures = re.compile(r"[+−]?[\d,.]+( %)?( billion CNY| million CNY)?")
            told.append({part for text in said(words) for part in re.split(r" · |: ", text)
                         if figures.fullmatch(part)})  # fmt: skip
        wide, narrow = told
        bare = {text.partition(" billion")[0].partition(" million")[0] for text in narrow}
        assert len(bare) > 4 and bare <= wide | {text.lstrip("−") for text in wide}, name


def test_bars_are_as_long_as_the_payments(tables, monkeypatch):
    boxes = recorded(monkeypatch, "box")
    economics_charts.payer_bars(tables, formats=())
    lengths = sum(call[2] for call in boxes if call[3] == pytest.approx(0.16))
    totals = party_totals(tables)
    one = totals[(totals["scenario"] == "clustering_with_parks") & (totals["party"] == "collective")]
    ends = [call for call in boxes if call[3] == pytest.approx(0.16) and call[4] == "#1f3f66"]
    share = one["received"].iloc[0] / totals[["paid", "received"]].sum().sum()
    assert min(abs(call[2] / lengths - share) for call in ends) < 1e-9


def test_lines_have_their_names_and_peaks_their_amounts(words, tables):
    economics_charts.cash_curve(tables, formats=())
    drawn = said(words)
    for title in ("Status quo", "Large concentration", "Small clustering with parks"):
        assert title in drawn
    # 21 - 510.5 + 13 - 577 = -1,053.5 in 2029, the year before the last: 10.5 million.
    assert any(text == "peak funding 10.5 in 2029" for text in drawn)
    assert any(text.startswith("−10.3") for text in drawn)


def test_a_tornado_prints_the_ends_of_each_range(words, tables):
    economics_charts.tornado(tables, "fiscal", formats=())
    drawn, rows = said(words), tables["economics_tornado"]
    rows = rows[(rows["view"] == "fiscal") & (rows["item"] == "buildings")]
    assert drawn.count("700") == drawn.count("1,800") == len(rows) == 3
    assert drawn.count(" *") and "* assumption, not verified" in drawn
    assert any("as it stands" in text and "−8.2" in text for text in drawn)


def test_cells_of_the_grid_name_the_best(words, tables):
    economics_charts.grid_table(tables, formats=())
    drawn, grid = " ".join(said(words)), tables["economics_grid"]
    first = grid[grid["first"]]["scenario"].value_counts()
    for name, count in first.items():
        title = {"status_quo": "Status quo", "small_clustering": "Small clustering"}.get(name)
        assert title is None or drawn.count(title) >= count
    assert "All scenarios" in drawn and "Scenarios that change something" in drawn
    assert "Compensation for buildings · as it stands: 1,000 CNY/m²" in drawn


def test_a_radar_has_the_values_at_its_axes(words, tables):
    economics_charts.principles_radar(tables, formats=())
    drawn = said(words)
    for value in ("90 %", "50 %", "70 %"):
        assert value in drawn
    gone = {**tables, "economics": tables["economics"].assign(jobs_at_risk=np.nan)}
    words.clear()
    economics_charts.principles_radar(gone, formats=())
    assert said(words).count("not known") == 4  # three radars and the strip


def test_spread_of_the_draws_and_how_often(words, tables):
    risk = tables["economics_risk"].assign(positive_share=0.0004, first_share=0.25, p05=-10.0)
    economics_charts.risk_bars({**tables, "economics_risk": risk}, formats=())
    drawn = said(words)
    assert drawn.count("<0.1 %") == len(risk) and drawn.count("25 %") == len(risk)


def test_pictures_of_money_say_what_they_rest_on(words, tables):
    for make in economics_charts.drawable(tables).values():
        words.clear()
        make(tables, formats=())
        assert any(re.fullmatch(r"Rests on \d+ unit costs and factors, none of them verified\.", text)
                   for text in said(words))  # fmt: skip


def test_chinese_and_other_currencies(words):
    draw({**priced(language="zh"), "frontier": frontier()}, language="zh", money="10k USD", formats=())
    drawn = " ".join(said(words))
    assert "均未核实" in drawn and "USD" in drawn and "元" not in drawn


def test_marks_stay_apart_and_in_order():
    wanted = [3.0, 1.0, 1.05, 1.1, 9.0]
    found = chart_scenarios.spread(wanted, 0.5, 0.0, 5.0)
    order = np.argsort(wanted, kind="stable")
    assert (np.diff(np.array(found)[order]) >= 0.5 - 1e-9).all()
    assert min(found) >= 0 and max(found) <= 5 + 1e-9


def test_pictures_and_page_are_written_into_files(tables, tmp_path):
    given = economics_reports.Tables(tables, ["a note"], ["P 4.2"])
    assert economics_reports.write_pictures(given, tmp_path / "p", "en", 0, lambda *_: None) == []
    names = {path.name for path in (tmp_path / "p").iterdir()}
    assert names == {f"{kind.replace('_', ' ')}.{end}" for kind in KINDS for end in ("png", "svg")}
    assert economics_reports.write_page(given, tmp_path / "page.html", "en", 0, lambda *_: None) == []
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert html.count('role="img"') == len(KINDS) and "a note" in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    economics_reports.write_csv(given, tmp_path / "c.csv", "en", 0, lambda *_: None)
    back = pd.read_csv(tmp_path / "c.csv")
    assert len(back) == len(tables["scenario_comparison"])


def test_without_matplotlib_the_page_is_made_without_pictures(tables, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.backends.backend_agg", None)
    given = economics_reports.Tables(tables, [], [])
    (told,) = economics_reports.write_page(given, tmp_path / "page.html", "en", 0, lambda *_: None)
    assert "matplotlib" in told and "<svg" not in (tmp_path / "page.html").read_text(encoding="utf-8")
