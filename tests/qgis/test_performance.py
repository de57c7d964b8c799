"""The performance evaluation as users run it: layers, tables, page, workbook, pictures."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import pytest
from qgis import processing
from qgis.core import QgsVectorLayer

from land_renewal.processing.results import PERFORMANCE_TABLES


def rows(path, layer=None):
    found = QgsVectorLayer(f"{path}|layername={layer}" if layer else str(path), "layer", "ogr")
    assert found.isValid()
    return [dict(zip(found.fields().names(), feature.attributes())) for feature in found.getFeatures()]


@pytest.fixture(scope="module")
def run(district, tmp_path_factory):
    folder = tmp_path_factory.mktemp("performance")
    files = {"PAGE": "page.html", "EXCEL": "book.xlsx", "CSV": "values.csv", "PICTURES": "pictures",
             "OUTPUT": "parks.gpkg", "VALUES": "values.gpkg"}  # fmt: skip
    inputs = {name: path for name, path in district.inputs.items() if name != "TOWNS"}
    outputs = processing.run(
        "landrenewal:evaluateperformance",
        {**inputs, **{name: str(folder / file) for name, file in files.items()}, "LANGUAGE": "zh"},
    )
    return folder, outputs


def test_parks_are_evaluated_and_the_roads_are_used(run, district):
    outputs = run[1]
    units = rows(outputs["OUTPUT"])
    assert outputs["PARKS_EVALUATED"] == sum(unit["unit_kind"] == "park" for unit in units) > 2
    layer = QgsVectorLayer(outputs["OUTPUT"], "layer", "ogr")
    # QGIS 3.22 writes an empty shape where there is none.
    shaped = [f["unit_kind"] for f in layer.getFeatures() if not f.geometry().isEmpty()]
    assert shaped == ["park"] * outputs["PARKS_EVALUATED"]
    values = rows(outputs["VALUES"])
    assert len(values) == len(units) * len({value["indicator"] for value in values})
    access = [v["value"] for v in values if v["indicator"] == "accessibility" and v["unit_kind"] == "park"]
    straight = processing.run(
        "landrenewal:evaluateperformance",
        {
            **district.only("PARCELS", "PARKS", "ENTERPRISES", "POIS"),
            "OUTPUT": "memory:",
            "VALUES": "memory:",
        },
    )
    other = [f["value"] for f in straight["VALUES"].getFeatures()
             if f["indicator"] == "accessibility" and f["unit_kind"] == "park"]  # fmt: skip
    assert len(access) == len(other) and access != other


def test_the_page_stands_alone_and_reads_chinese(run):
    text = (run[0] / "page.html").read_text(encoding="utf-8")
    assert "<script" not in text and 'src="http' not in text and "<svg" in text
    assert 'lang="zh' in text and "产业社区" in text and "综合容积率" in text


def test_the_text_table_opens_in_excel_with_chinese_intact(run):
    data = (run[0] / "values.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert len(table) == len(rows(run[1]["VALUES"]))


def test_the_workbook_has_a_sheet_a_level_of_evaluation(run):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(run[0] / "book.xlsx")
    assert {"全区（县）", "层级"} & set(book.sheetnames) or len(book.sheetnames) >= 5


def test_every_park_and_indicator_has_its_picture(run):
    names = {path.name for path in (run[0] / "pictures").iterdir()}
    units = [unit for unit in rows(run[1]["OUTPUT"]) if unit["unit_kind"] == "park"]
    assert {f"profile {unit['park_id']}.svg" for unit in units} <= names
    assert {"heat table.png", "ranking plot_ratio.png", "ranking plot_ratio.svg"} <= names


def test_a_matrix_of_judgements_is_read_from_a_text_table(district, tmp_path):
    names = ["economic", "intensity", "suitability", "innovation", "eco"]
    lines = ["criterion," + ",".join(names)]
    lines += [
        ",".join([name, *("1" if a == b else "3" if a < b else "" for b in range(5))])
        for a, name in enumerate(names)
    ]
    table = tmp_path / "matrix.csv"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rules = tmp_path / "rules.yml"
    rules.write_text("extends: default\nperformance:\n  weighting: {value: ahp}\n", encoding="utf-8")
    outputs = processing.run(
        "landrenewal:evaluateperformance",
        {**district.only("PARCELS", "PARKS", "ENTERPRISES"), "JUDGEMENTS": str(table), "RULES": str(rules),
         "OUTPUT": "memory:", "WEIGHTS": "memory:"},
    )  # fmt: skip
    weights = {
        f["indicator"]: f["weight"] for f in outputs["WEIGHTS"].getFeatures() if f["weighting"] == "ahp"
    }
    assert sum(weights.values()) == pytest.approx(1)
    assert weights["output_per_area"] > weights["plot_ratio"] > weights["electricity_per_output"]


def test_benchmarks_come_from_an_excel_list(district, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["指标", "数值", "单位", "年份", "来源", "范围"], ["tax_per_area", 20, "万元/亩", 2024,
     "统计年鉴", "全市"],
                ["plot_ration", 1.2, None, 2024, "统计年鉴", "全市"]):  # fmt: skip
        book.active.append(row)
    path = tmp_path / "benchmarks.xlsx"
    book.save(path)
    outputs = processing.run(
        "landrenewal:evaluateperformance",
        {**district.only("PARCELS", "PARKS", "ENTERPRISES"), "BENCHMARKS": str(path), "OUTPUT": "memory:",
         "BENCHMARKS_OUTPUT": "memory:", "REJECTS": "memory:"},
    )  # fmt: skip
    city = [f for f in outputs["BENCHMARKS_OUTPUT"].getFeatures() if f["scope"] == "city"]
    assert {f["indicator"] for f in city} == {"tax_per_area"} and city[0]["benchmark"] == pytest.approx(
        30_000
    )
    rejected = [f["reason"] for f in outputs["REJECTS"].getFeatures() if f["table"] == "benchmarks"]
    assert len(rejected) == 1 and "did you mean 'plot_ratio'?" in rejected[0]


def test_the_study_stores_the_evaluation_with_a_style_a_criterion(result):
    assert {row["unit_kind"] for row in rows(result.path, "performance")} == {"district", "level", "park"}
    for table in PERFORMANCE_TABLES:
        assert rows(result.path, table), table
    with closing(sqlite3.connect(result.path)) as connection:
        found = connection.execute(
            "SELECT styleName, useAsDefault FROM layer_styles WHERE f_table_name = 'performance' ORDER BY id"
        ).fetchall()
    assert found[0] == ("Priority areas", 1)
    assert len(found) == 6 and not any(default for _, default in found[1:])


def test_an_unchanged_evaluation_is_used_again_by_the_scenarios(result, district, tmp_path):
    copy = tmp_path / "again.gpkg"
    copy.write_bytes(result.path.read_bytes())
    rules = tmp_path / "rules.yml"
    rules.write_text(
        "extends: default\nscenarios:\n  small_block_max: {value: 9, unit: ha, source: test, year: 2026,"
        " status: assumption}\n",
        encoding="utf-8",
    )
    outputs = processing.run(
        "landrenewal:study", {**district.inputs, "RULES": str(rules), "OUTPUT": str(copy)}
    )
    log = {row["step"]: row for row in rows(copy, "run_log")}
    before = {row["step"]: row for row in rows(result.path, "run_log")}
    assert log["performance"]["fingerprint"] == before["performance"]["fingerprint"]
    assert log["scenarios"]["fingerprint"] != before["scenarios"]["fingerprint"]
    assert outputs["STEPS_REUSED"] >= 8
    assert rows(copy, "performance") == rows(result.path, "performance")
