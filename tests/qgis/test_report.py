"""Parcel sheets as PDF, and the rows of a result that they are made of, on the small district's study."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess

import pytest

pytest.importorskip("qgis.core")

from qgis import processing
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.dossier.dossier import Units, dossier
from land_renewal.core.dossier.dossier_sheet import FULL, SHORT, SHORTEST, Line, sheet_lines
from land_renewal.core.scenarios.lock_rows import lock
from land_renewal.processing import sheet, sheet_pdf, sheet_text
from land_renewal.processing.lockfile import lock_file, read_lock_rows, write_lock_rows
from land_renewal.processing.parcel_tables import find_parcels, read_records
from land_renewal.processing.render import font
from land_renewal.processing.rows import plain_rows

pytestmark = pytest.mark.usefixtures("qgis_app")
FATES = "scenario_clustering_with_parks"


@pytest.fixture(scope="module")
def chosen(result):
    """Ids of four parcels: one that moves, one with several firms, one not industrial, one deficient."""
    rows = {row["parcel_id"]: row for row in plain_rows(result.path, "parcels")}
    moves = [row["parcel_id"] for row in plain_rows(result.path, FATES) if row["fate"] == "relocate"]
    links = [row["parcel_id"] for row in plain_rows(result.path, "occupancy") if row["land_m2"]]
    crowded = max(sorted(rows), key=lambda key: (links.count(key), key))
    idle = next(key for key, row in rows.items() if row["level"] is None)
    return [moves[0], crowded, idle, next(k for k, row in rows.items() if row["deficiency"] == "efficiency")]


@pytest.fixture(scope="module")
def data(result, chosen):
    return read_records(result.path, chosen)


@pytest.fixture
def layout(result, data, chosen):
    """The layout of the four sheets, in a project of its own."""
    project = QgsProject()
    made, cut = sheet.sheet_layout(project, result.path, data, chosen, sheet.Look("zh", Units("mu")))
    assert not cut
    yield made
    del made
    project.clear()


def run(result, **parameters):
    return processing.run("landrenewal:report", {"RESULT": str(result.path), **parameters})


def pages(path):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def fonts(path):
    """(name, is a font file embedded) of each font of a PDF."""
    content = path.read_bytes()
    descriptors = re.findall(rb"/FontDescriptor\b.*?>>", content, re.DOTALL)
    return [(re.search(rb"/FontName /(\S+)", part).group(1), b"/FontFile" in part)
            for part in descriptors if b"/FontName" in part]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_page_a_parcel_with_its_fonts(result, chosen, tmp_path, language):
    path = tmp_path / "sheets.pdf"
    ids = ";".join([*chosen, chosen[0]])
    outputs = run(result, IDS=ids, LANGUAGE=language, OUTPUT=str(path))
    assert outputs["SHEETS"] == len(chosen) == pages(path)
    assert outputs["CUT"] == 0
    found = fonts(path)
    assert found and all(embedded for _, embedded in found)


def test_the_same_result_gives_the_same_file(result, chosen, tmp_path):
    # Newer versions of QGIS write the name of the file into it.
    one, two = tmp_path / "one" / "sheet.pdf", tmp_path / "two" / "sheet.pdf"
    for path in (one, two):
        path.parent.mkdir()
        run(result, IDS=chosen[0], LANGUAGE="zh", OUTPUT=str(path))
    assert one.read_bytes() == two.read_bytes()
    assert b"/CreationDate (D:20000101000000" in one.read_bytes()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_text_can_be_searched_in_both_languages(result, chosen, tmp_path):
    town = next(row for row in plain_rows(result.path, "parcels") if row["parcel_id"] == chosen[3])["town"]
    for language, words in (
        ("en", ("Why: the five tests", "What becomes of it")),
        ("zh", ("五项检验", "搬迁")),
    ):
        path = tmp_path / f"{language}.pdf"
        run(result, IDS=";".join(chosen), LANGUAGE=language, OUTPUT=str(path))
        text = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
        ).stdout
        text = text.decode("utf-8")
        assert [word for word in (*words, *chosen, town) if word not in text] == []
        assert "None" not in text and "nan" not in text.split()
        assert not re.search("[\u2e80-\u2fdf]", text)


def test_selected_parcels_of_a_layer_into_single_files(result, chosen, tmp_path):
    layer = QgsVectorLayer(f"{result.path}|layername=parcels", "parcels", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByExpression(f"\"parcel_id\" IN ('{chosen[0]}', '{chosen[1]}')")
    source = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    outputs = run(result, PARCELS=source, LANGUAGE="en", FOLDER=str(tmp_path / "each"))
    assert outputs["SHEETS"] == 2 and outputs["OUTPUT"] is None
    assert {path.stem for path in (tmp_path / "each").iterdir()} == set(chosen[:2])
    assert all(pages(path) == 1 for path in (tmp_path / "each").iterdir())
    QgsProject.instance().removeAllMapLayers()


def test_what_cannot_be_done_is_said(result, tmp_path):
    with pytest.raises(QgsProcessingException, match="which parcels"):
        run(result, OUTPUT=str(tmp_path / "x.pdf"))
    with pytest.raises(QgsProcessingException, match="no such parcels: nowhere"):
        run(result, IDS="nowhere", OUTPUT=str(tmp_path / "x.pdf"))
    with pytest.raises(QgsProcessingException, match="where the sheets go"):
        run(result, IDS="x")
    ids = find_ids(result, 1)
    data = read_records(result.path, ids)
    with pytest.raises(LandRenewalError, match="could not be written"):
        sheet.write_sheets(result.path, data, ids, tmp_path)


def find_ids(result, count):
    return sorted(row["parcel_id"] for row in plain_rows(result.path, "parcels", ["parcel_id"]))[:count]


def test_cancel_leaves_no_half_a_file(result, chosen, tmp_path, feedback):
    path = tmp_path / "sheets.pdf"
    feedback.progressChanged.connect(lambda share: feedback.cancel() if share > 30 else None)
    outputs = processing.run(
        "landrenewal:report",
        {"RESULT": str(result.path), "IDS": ";".join(chosen), "OUTPUT": str(path)},
        feedback=feedback,
    )
    assert "SHEETS" not in outputs and not path.exists()


def test_every_page_shows_its_own_parcel(layout, chosen):
    atlas = layout.atlas()
    assert atlas.beginRender() and atlas.updateFeatures() == len(chosen)
    drawn = []
    for place, key in enumerate(chosen):
        atlas.seekTo(place)
        atlas.refreshCurrentFeature()
        assert atlas.currentFilename() == key
        page = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 60)
        red = [
            (x, y)
            for x in range(0, page.width(), 2)
            for y in range(0, page.height() // 2, 2)
            if QColor(page.pixel(x, y)).hue() in range(350, 360)
            and QColor(page.pixel(x, y)).saturation() > 200
        ]
        # The outline of the parcel of the page, in the large map.
        assert any(x < 300 for x, _ in red), key
        drawn.append(bytes(page.constBits().asarray(page.sizeInBytes())))
    atlas.endRender()
    assert len(set(drawn)) == len(chosen)


def test_scales_are_round(layout, chosen):
    atlas, chart = layout.atlas(), layout.itemById("map")
    atlas.beginRender()
    for place in range(len(chosen)):
        atlas.seekTo(place)
        assert round(chart.scale()) in sheet.SCALES
    atlas.endRender()


def test_columns_have_as_many_lines_in_each_of_their_layers(layout):
    for page in layout.atlas().coverageLayer().getFeatures():
        for number in (1, 2):
            lengths = {page[f"{name}_{number}"].count("\n") for name in sheet_text.LAYERS}
            assert len(lengths) == 1
            rows = zip(*(page[f"{name}_{number}"].split("\n") for name in sheet_text.LAYERS))
            for head, label, strong, value in rows:
                if head.strip():
                    assert not (label + strong + value).strip()
                assert not (label.strip() and strong.strip())


def test_a_page_that_is_too_small_says_what_it_leaves_out(data, chosen, monkeypatch):
    monkeypatch.setattr(sheet, "COLUMNS", tuple((*box[:3], 60) for box in sheet.COLUMNS))
    found = dossier(data, chosen[1])
    _, texts, cut = sheet._fitted([found], "en")
    assert cut == [chosen[1]]
    told = re.search(r"(\d+) lines more", texts[0][-1].split("\n")[-1])
    measure = sheet_text.Measure(font(sheet.SIZES[-1]).family(), sheet.SIZES[-1])
    _, over = sheet._dealt(found, "en", SHORTEST, measure)
    assert int(told.group(1)) == over + 1


def test_detail_only_ever_leaves_facts_out(data, chosen):
    for key in chosen:
        found = dossier(data, key, "zh")
        sizes = [len(sheet_lines(found, "zh", detail)) for detail in (FULL, SHORT, SHORTEST)]
        assert sizes == sorted(sizes, reverse=True)
        kept = {line.label for line in sheet_lines(found, "zh", SHORTEST)}
        assert {"类型", "面积", "层级", "去向"} & kept >= {"类型", "面积", "层级"}


@pytest.mark.parametrize("size", sheet.SIZES)
@pytest.mark.parametrize("words", ["gauge boundary", "边界 gauge"])
def test_a_full_column_is_drawn_to_its_last_line(size, words):
    """In a box that is twice as high nothing more is seen."""
    measure = sheet_text.Measure(font(size).family(), size)
    facts = [Line("label", words)] * 200
    dealt, over = sheet_text.columns(facts, (20, 60), sheet.ROOM, measure)
    assert over > 0 and dealt[0].values.count("\n") > 30
    images = []
    for height in (sheet.COLUMNS[0][3], 2 * sheet.COLUMNS[0][3]):
        project = QgsProject()
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        layout.pageCollection().page(0).setPageSize(QgsLayoutSize(120, 400))
        sheet.add_label(layout, (10, 10, 90, height), dealt[0].values, size, "#000000", top=True)
        images.append(QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 100))
        del layout
        project.clear()
    assert images[0] == images[1]


def test_text_is_broken_at_spaces_and_between_chinese_signs():
    assert doctest.testmod(sheet_text).failed == doctest.testmod(sheet_pdf).failed == 0
    for text in ("红线占用，（按2024年数据）output per land 30,000 万元/平方公里", "x" * 40, "a b", ""):
        lines = sheet_text.wrap(text, 12, len)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(len(line) <= 12 for line in lines)
        assert not any(line[:1] in "，。；）" for line in lines if line)


def test_a_heading_is_not_left_alone_and_comes_again():
    measure = sheet_text.Measure(font(7).family(), 7)
    lines = [
        Line(f"head {n}", heading=True) if n % 5 == 0 else Line(f"label {n}", f"value {n}") for n in range(30)
    ]
    for rows in range(6, 20):
        dealt, _ = sheet_text.columns(lines, (20, 60), rows * measure.line * 1.001, measure)
        for column in dealt:
            heads = column.heads.split("\n")
            assert heads[0].startswith("head")
            assert not heads[-1].startswith("head")


def test_rows_of_a_parcel_are_those_of_the_tables(result, chosen, data):
    for table in ("parcels", "occupancy", FATES, "economics_parcels"):
        wanted = [row for row in plain_rows(result.path, table) if row["parcel_id"] in chosen]
        found = [row for key in chosen for row in data.of(table, key)]
        assert sorted(map(repr, found)) == sorted(map(repr, wanted)), table
    firms = {row["ent_id"] for row in plain_rows(result.path, "occupancy") if row["parcel_id"] in chosen}
    assert {row["ent_id"] for row in data.all("enterprises")} == firms
    many = read_records(result.path, find_ids(result, 350))
    assert len(many.all("parcels")) == 350
    assert many.all("parcels")[0] == read_records(result.path, find_ids(result, 1)).all("parcels")[0]


def test_parcels_are_found_by_id_holder_and_firm(result):
    rows = [row for row in plain_rows(result.path, "parcels") if row["holder"]]
    row = rows[3]
    assert find_parcels(result.path, row["parcel_id"])[0].parcel_id == row["parcel_id"]
    by_holder = {one.parcel_id for one in find_parcels(result.path, row["holder"][2:8], 500)}
    assert {one["parcel_id"] for one in rows if row["holder"][2:8] in one["holder"]} <= by_holder
    link = next(row for row in plain_rows(result.path, "occupancy") if row["land_m2"])
    assert link["parcel_id"] in {one.parcel_id for one in find_parcels(result.path, link["ent_id"].lower())}
    assert len(find_parcels(result.path, "GY", 7)) == 7
    for nothing in ("", "   ", "' OR 1 = 1 --", "100%", "_" * 9):
        assert find_parcels(result.path, nothing) == [], nothing


def test_locks_lie_beside_the_result(tmp_path):
    path = tmp_path / "study.gpkg"
    assert read_lock_rows(path) == [] and read_lock_rows(None) == []
    rows = [lock("stay", "007", note="甲方同意，暂缓"), lock("move", "A1", "K1", "small_clustering")]
    written = write_lock_rows(path, rows)
    assert written == lock_file(path) and written.name == "study.locks.csv"
    assert sorted(map(repr, read_lock_rows(path))) == sorted(map(repr, rows))
    layer = QgsVectorLayer(str(written), "locks", "ogr")
    assert {feature["parcel_id"] for feature in layer.getFeatures()} == {"007", "A1"}
    del layer
    assert write_lock_rows(path, []) is None and not written.exists()
    written.write_text("something else\n1\n", encoding="utf-8")
    with pytest.raises(LandRenewalError, match="lacks the column"):
        read_lock_rows(path)
