"""Pictures of the performance evaluation: what is drawn where, the same each time, in every script."""

from __future__ import annotations

import doctest
import hashlib
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.performance.performance_texts import load_texts
from land_renewal.processing import (
    chart_bars,
    chart_cells,
    chart_fonts,
    chart_heat,
    chart_sheet,
    chart_strips,
    charts,
)

sys.path.append(str(Path(__file__).resolve().parents[1] / "core"))
from performance_tables import INDICATORS, evaluation

matplotlib = pytest.importorskip("matplotlib")
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def tables():
    return evaluation()


@pytest.fixture(scope="module")
def chinese():
    return evaluation(language="zh")


@pytest.fixture(scope="module")
def pictures(tables):
    return all_kinds(tables)


@pytest.fixture
def words(monkeypatch):
    """Every text that is drawn, with its place: the letters of a picture are outlines."""
    drawn = []
    draw, draw_many = chart_sheet.Sheet.text, chart_cells.figures

    def record(self, x, y, text, *args, **options):
        drawn.append((round(x, 3), round(y, 3), str(text)))
        draw(self, x, y, text, *args, **options)

    def record_many(sheet, xs, ys, texts, *args, **options):
        drawn.extend((round(x, 3), round(y, 3), str(text)) for x, y, text in zip(xs, ys, texts))
        draw_many(sheet, xs, ys, texts, *args, **options)

    monkeypatch.setattr(chart_sheet.Sheet, "text", record)
    monkeypatch.setattr(chart_cells, "figures", record_many)
    return drawn


def settings_now():
    """matplotlib's settings; asking for "backend" would load pyplot."""
    return {name: matplotlib.rcParams[name] for name in matplotlib.rcParams if name != "backend"}


def recorded(monkeypatch, method):
    """The arguments of every call of a method of `Sheet`."""
    calls, draw = [], getattr(chart_sheet.Sheet, method)

    def record(self, *given, **options):
        calls.append(given)
        return draw(self, *given, **options)

    monkeypatch.setattr(chart_sheet.Sheet, method, record)
    return calls


def said(words):
    return [text for _x, _y, text in words]


def digest(picture):
    return hashlib.sha256(picture.png).hexdigest(), hashlib.sha256(picture.svg.encode()).hexdigest()


def size(png):
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("module", [chart_fonts, chart_sheet, chart_strips])
def test_examples(module):
    failed, run = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert run and not failed


def all_kinds(tables, language="en"):
    return [
        charts.strip_profile(tables.values, "P005", language),
        *charts.ranked_bars(tables.values, "employment", language),
        *charts.heat_table(tables.values, language),
        *charts.heat_table(tables.values, language, by="rank"),
    ]


def test_pictures_are_png_and_svg_without_a_moment_or_a_maker(pictures):
    for picture in pictures:
        assert picture.png.startswith(PNG_HEAD) and b"tEXt" not in picture.png and b"tIME" not in picture.png
        root = ElementTree.fromstring(picture.svg)
        assert root.tag.endswith("svg")
        assert "<text" not in picture.svg and "<!--" not in picture.svg
        assert not re.search(r"matplotlib v|\d{4}-\d\d-\d\dT", picture.svg)
        assert picture.warnings == ()


def test_the_same_tables_give_the_same_bytes(pictures, chinese):
    """In another process, which hashes texts another way and has its own fonts unpacked."""
    code = f"""
import importlib.util, sys
sys.path[:0] = {sys.path!r}
for path in ({_beside("../conftest.py")!r}, {_beside("test_charts.py")!r}):
    name = path.rsplit("/", 1)[-1][:-3]
    spec = importlib.util.spec_from_file_location(name, path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
tables = module.evaluation(language="zh")
chinese = module.charts.strip_profile(tables.values, "P005", "zh")
for picture in [chinese, *module.all_kinds(module.evaluation())]:
    print(*module.digest(picture))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    here = [charts.strip_profile(chinese.values, "P005", "zh"), *pictures]
    assert run.stdout.splitlines() == [" ".join(digest(picture)) for picture in here], run.stderr


def _beside(name: str) -> str:
    return str((Path(__file__).resolve().parent / name).resolve())


def test_a_thread_draws_the_same_and_leaves_settings_alone(tables, background):
    before = settings_now()
    found = []
    background(lambda: found.append(charts.strip_profile(tables.values, "P002", formats=("svg",)))).wait()
    assert found[0].svg == charts.strip_profile(tables.values, "P002", formats=("svg",)).svg
    assert found[0].png == b"" and settings_now() == before
    assert "matplotlib.pyplot" not in sys.modules


# The profile.


def strips(values, unit="P001"):
    return {strip.row["indicator"]: strip for strip in chart_strips.profile_strips(values, unit)}


def test_a_profile_has_every_indicator_by_criterion(tables):
    found = chart_strips.profile_strips(tables.values, "P005")
    assert [strip.row["indicator"] for strip in found] == [row[0] for row in INDICATORS]
    assert all(len(strip.others) == 7 for strip in found if strip.row["indicator"] == "plot_ratio")


@pytest.mark.parametrize("indicator", [row[0] for row in INDICATORS if row[0] != "accessibility"])
def test_better_is_always_to_the_right(tables, indicator):
    rows = tables.values[(tables.values["indicator"] == indicator) & (tables.values["unit_kind"] == "park")]
    rows = rows[rows["value"].notna()]
    places = [strips(tables.values, unit)[indicator].park for unit in rows["unit_id"]]
    best_first = np.argsort(rows["rank"].to_numpy(), kind="stable")
    assert (np.diff(np.array(places)[best_first]) <= 1e-9).all()


def test_places_on_a_strip_by_hand(tables):
    rows = tables.values[tables.values["indicator"] == "plot_ratio"].copy()
    rows["value"] = [5.0, 6.0, 4.0, 3.0, *range(1, 9)]  # district, base, community, block, parks 1 to 8
    rows["reference"] = 4.5
    strip = strips(rows)["plot_ratio"]
    # Scale 1 to 8 with 4 % to spare on both sides: 0.72 to 8.28.
    assert strip.park == pytest.approx((1 - 0.72) / 7.56)
    assert strip.level == pytest.approx((6 - 0.72) / 7.56)
    assert strip.reference == pytest.approx((4.5 - 0.72) / 7.56)
    assert strip.others == pytest.approx([(x - 0.72) / 7.56 for x in range(2, 9)])
    falling = strips(rows.assign(rising=False))["plot_ratio"]
    assert falling.park == pytest.approx(1 - strip.park)


def test_an_outlier_does_not_squeeze_the_others():
    low, high = chart_strips.limits([1, 2, 3, 4, 5, 6, 7, 1000], [2.0])
    assert (low, high) == pytest.approx((1 - 0.24, 7 + 0.24))
    # A far reference may stretch the scale, but the parks keep at least a quarter of it.
    low, high = chart_strips.limits([1, 2, 3, 4, 5, 6, 7], [500.0])
    assert 6 / (high - low) >= 0.25
    low, high = chart_strips.limits([3.0], [3.0])
    assert low < 3 < high


def test_a_missing_value_is_told_not_drawn(tables, words):
    strip = strips(tables.values, "P005")["accessibility"]
    assert strip.park is None and strip.others == [] and strip.level is None
    charts.strip_profile(tables.values, "P005", formats=())
    assert "not known: neither roads nor key nodes were given" in said(words)
    assert "0" not in said(words)


def test_a_profile_tells_value_rank_coverage_and_reference(tables, words):
    charts.strip_profile(tables.values, "P001", formats=())
    row = tables.values[(tables.values["unit_id"] == "P001") & (tables.values["indicator"] == "tax_per_area")]
    row = row.iloc[0]
    figure = f"{row['value']:,.0f}"
    height = next(y for _x, y, text in words if text == figure)
    line = {text for _x, y, text in words if abs(y - height) < 0.1}
    assert {figure, "10k CNY/km²", f"{int(row['rank'])} of 8", f"{int(100 * row['coverage'])} %"} <= line
    assert any(text.startswith("67,899") for text in line)


@pytest.mark.parametrize("parks", [1, 2, 40])
def test_a_profile_among_few_or_many(parks):
    picture = charts.strip_profile(evaluation(parks).values, "P001", formats=("png",))
    assert picture.png.startswith(PNG_HEAD) and picture.svg == ""


def test_an_unknown_park_or_indicator_is_one_sentence(tables):
    with pytest.raises(LandRenewalError, match="P999"):
        charts.strip_profile(tables.values, "P999")
    with pytest.raises(LandRenewalError, match="nothing_like_it"):
        charts.ranked_bars(tables.values, "nothing_like_it")
    with pytest.raises(LandRenewalError, match="colour"):
        charts.heat_table(tables.values, by="colour")


# Ranked bars.


def test_bars_go_from_best_to_worst_and_unknown_last(tables):
    rows = chart_bars.ordered(tables.values, "idle_rate")
    assert [row["value"] for row in rows] == sorted(row["value"] for row in rows)  # less is better
    rows = chart_bars.ordered(tables.values, "employment")
    known = [row["value"] for row in rows if row["value"] == row["value"]]
    assert known == sorted(known, reverse=True)
    assert [row["unit_id"] for row in rows[len(known) :]] == ["P002"]


def test_ties_are_in_order_of_id(tables):
    tied = tables.values.assign(rank=np.where(tables.values["rank"].notna(), 1.0, np.nan))
    rows = chart_bars.ordered(tied.iloc[::-1], "plot_ratio")
    assert [row["unit_id"] for row in rows] == [f"P{n:03d}" for n in range(1, 9)]


def test_bars_are_as_long_as_their_values(tables, monkeypatch):
    boxes = recorded(monkeypatch, "box")
    charts.ranked_bars(tables.values, "tax_per_area", formats=())
    lengths = [w for _x, _y, w, h, *_rest in boxes if h == pytest.approx(0.17)]
    rows = tables.values.query("indicator == 'tax_per_area' and unit_kind == 'park'")
    values = np.sort(rows["value"])[::-1]
    assert np.array(lengths) / lengths[0] == pytest.approx(values / values[0])


def test_bars_below_zero(tables):
    rows = tables.values.copy()
    rows.loc[(rows["indicator"] == "plot_ratio") & (rows["unit_id"] == "P003"), "value"] = -0.5
    scale = chart_bars.Scale(chart_bars.ordered(rows, "plot_ratio"))
    assert scale.at(-0.5) == pytest.approx(chart_bars.BARS[0]) and scale.at(0.0) > scale.at(-0.5)


def test_an_indicator_that_nobody_has(tables, words):
    (picture,) = charts.ranked_bars(tables.values, "accessibility", formats=("png",))
    assert picture.png.startswith(PNG_HEAD)
    assert said(words).count("not known: neither roads nor key nodes were given") == 8


def test_many_parks_go_on_several_pages_over_one_scale(words):
    many = evaluation(26)
    pages = charts.ranked_bars(many.values, "plot_ratio", formats=(), per_page=10)
    assert len(pages) == 3 and "page 3 of 3" in " ".join(said(words))
    names = many.units.loc[many.units["unit_kind"] == "park", "unit"]
    short = sorted(name for name in names if len(name) < 40)  # longer ones take two lines
    assert sorted(text for text in said(words) if text in short) == short


# The table of shades.


def luminance(colour):
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_shades_keep_their_order_in_grey():
    steps = (2, 1, 0, -1, -2)
    light = [luminance(chart_heat.SHADES[step]) for step in steps]
    assert all(a - b > 0.04 for a, b in zip(light, light[1:]))
    # Letters stand out: dark on light shades, white on the darkest.
    assert all((shade > 0.35) == (step not in chart_heat.PAPER) for step, shade in zip(steps, light))


def test_cells_print_the_value_and_its_sign(tables, words):
    charts.heat_table(tables.values, formats=())
    row = tables.values.query("unit_id == 'P005' and indicator == 'plot_ratio'").iloc[0]
    assert f"{row['value']:.3g}" in said(words)
    in_cells = pd.Series(said(words)).value_counts()
    verdicts = tables.values["verdict"].value_counts()
    assert in_cells["−"] + in_cells["−−"] == verdicts["worse"]
    assert in_cells["+"] + in_cells.get("++", 0) == verdicts["better"] and in_cells["≈"] == verdicts["near"]


def test_every_park_has_its_row_whatever_the_page(words):
    many = evaluation(7)
    pages = charts.heat_table(many.values, formats=(), per_page=3)
    assert len(pages) == 3 and sum("page " in text for text in said(words)) == 3
    assert said(words).count("Whole district") == 3


def ink(draw):
    """The rows and columns of a picture that something is drawn on."""
    sheet = chart_sheet.Sheet(2, 1, chart_fonts.Fonts("园"))
    draw(sheet)
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(sheet.png())).convert("L")
    rows, columns = np.nonzero(np.asarray(image) < 160)
    return np.array([rows.min(), rows.max(), columns.min(), columns.max()])


@pytest.mark.parametrize(("align", "sign"), [("left", False), ("right", False), ("left", True)])
@pytest.mark.parametrize("text", ["1,234.5", "−0.087", "++"])
def test_figures_of_cells_stand_where_texts_do(text, align, sign):
    method = "sign" if sign else "text"
    one = ink(lambda sheet: getattr(sheet, method)(1, 0.5, text, 12, align=align))
    many = ink(lambda sheet: chart_cells.figures(sheet, [1], [0.5], [text], 12, chart_sheet.INK, align, sign))
    assert abs(one - many).max() <= 2  # pixels; letters of texts are set on whole ones


def test_cells_are_not_drawn_one_by_one():
    """Thousands of drawn things took half a minute for 300 parks."""
    pages = [chart_heat.draw(evaluation(parks).values, "en", "reference", 40)[0][0] for parks in (2, 40)]
    few, many = (len(page.axes.get_children()) for page in pages)
    assert many - few < 38 * len(INDICATORS) / 4


# Fonts and words.


def test_chinese_is_drawn_with_a_chinese_font(chinese):
    family = chart_fonts.chinese_family()
    if family is None:
        pytest.skip("no Chinese font on this machine")
    fonts = chart_fonts.fonts_for(chinese.values, load_texts("zh"))
    assert fonts.families[0] == family
    fonts.drawable("".join(chinese.values["name"].unique()) + "园区产值直骨角")
    assert not fonts.undrawable
    assert chart_fonts.fonts_for(evaluation().values, load_texts("en")).families == [chart_fonts.LATIN]


def test_without_a_chinese_font_boxes_are_drawn_and_told(chinese, monkeypatch):
    monkeypatch.setattr(chart_fonts, "chinese_family", lambda: None)
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = charts.strip_profile(chinese.values, "P001", "zh")
    (told,) = picture.warnings
    assert "中文字体" in told and "国" in told and "…" in told
    latin = charts.strip_profile(evaluation().values, "P001", "en")
    assert latin.warnings == ()


def test_a_sign_no_font_has_is_told(tables):
    values = tables.values.assign(unit="Zone \U00010400")
    picture = charts.strip_profile(values, "P001")
    assert len(picture.warnings) == 1 and "\U00010400" in picture.warnings[0]


def test_names_are_drawn_as_they_are(tables):
    odd = ["a $x^2$ b $", "back\\slash {", "line\nbreak\x00", "<&>\"'--!>", "_" * 300, "", "$", "ä\u200bé"]
    turn = dict(zip([*tables.units["unit_id"], *(row[0] for row in INDICATORS)], odd * 4))
    of_unit, of_indicator = (tables.values[name].map(turn) for name in ("unit_id", "indicator"))
    values = tables.values.assign(
        unit=of_unit, name=of_indicator, reason=of_indicator, reference_name=of_unit,
        unit_of_measure=of_indicator, criterion_name=of_indicator,
    )  # fmt: skip
    for picture in (charts.strip_profile(values, "P001"), *charts.heat_table(values),
                    *charts.ranked_bars(values, "employment")):  # fmt: skip
        ElementTree.fromstring(picture.svg)
        width, height = size(picture.png)
        assert 500 < width < 4000 and 300 < height < 4000


def test_nothing_is_drawn_outside_the_picture(pictures, chinese):
    """What stands in the margin would be cut off: the outermost pixels are white."""
    image = pytest.importorskip("PIL.Image")
    many = charts.ranked_bars(evaluation(40).values, "tax_per_area", formats=("png",))
    chinese_profile = charts.strip_profile(chinese.values, "P008", "zh", formats=("png",))
    for picture in (*pictures, *many, chinese_profile):
        pixels = np.asarray(image.open(io.BytesIO(picture.png)).convert("L"))
        assert min(edge.min() for edge in (pixels[:6], pixels[-6:], pixels[:, :6], pixels[:, -6:])) == 255


def test_texts_wrap_by_width_and_keep_every_word():
    sheet = chart_sheet.Sheet(5, 5, chart_fonts.Fonts("园"))
    for text in (
        "strategic emerging industries' share of output",
        "战略性新兴产业产值占比，按规模以上企业统计",
    ):
        lines = sheet.wrap(text, 1.2, 9, 8)
        assert len(lines) > 1 and all(sheet.width(line, 8) <= 1.2 for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert not any(line[0] in "，。" for line in lines)
    # Wherever a line ends, a comma does not push its last characters out.
    text = "每格为最优情景及其净现值，单位：亿元。"
    for room in np.arange(0.5, 2.0, 0.02):
        assert "".join(sheet.wrap(text, room, 9, 8)) == text
    short = sheet.fit("采石路原建材联合总厂工业园", 1.0, 8)
    assert short.endswith("…") and sheet.width(short, 8) <= 1.0


def test_without_matplotlib_one_sentence_says_so(monkeypatch):
    assert charts.missing() == ""
    monkeypatch.setitem(sys.modules, "matplotlib.backends.backend_agg", None)
    assert "matplotlib" in charts.missing() and "matplotlib" in charts.missing("zh")
    assert charts.missing("zh") != charts.missing("en")


def test_pictures_are_saved_under_names_that_every_system_takes(tables, tmp_path):
    picture = charts.strip_profile(tables.values, "P001")
    files = charts.save(picture, tmp_path, 'A/B: "园区"?')
    assert [path.name for path in files] == ["A_B_ _园区_.png", "A_B_ _园区_.svg"]
    assert files[0].read_bytes() == picture.png and files[1].read_text(encoding="utf-8") == picture.svg
    only = charts.strip_profile(tables.values, "P001", formats=("svg",))
    assert [path.suffix for path in charts.save(only, tmp_path, "x")] == [".svg"]
