"""What an algorithm says is said in the user's language: refusals, notes, reasons in tables."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
A, B, C = (
    f"POLYGON(({x} 3300000,{x + 100} 3300000,{x + 100} 3300100,{x} 3300100,{x} 3300000))"
    for x in (38500000, 38500200, 38500400)
)
FAR = "POLYGON((0 3e9,100 3e9,100 3000000100,0 3e9))"

pytestmark = pytest.mark.usefixtures("qgis_app")


@contextmanager
def qgis_speaks(language: str):
    """A QGIS that was started in this language, as far as the plugin's texts go."""
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    from land_renewal.processing.translation import translation_file

    translator = QTranslator()
    assert translator.load(str(translation_file(language)))
    assert QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    subprocess.run([str(ROOT / "scripts" / "translations.sh")], check=True)


@pytest.fixture
def chinese(_compiled):
    with qgis_speaks("zh-Hans"):
        yield


@pytest.fixture
def chinese_outputs(qgis_app):
    from dataclasses import replace

    from land_renewal.processing import settings

    before = settings.load()
    settings.save(replace(before, language="zh"))
    yield
    settings.save(before)


def run(layer, feedback=None, **more):
    from qgis import processing

    wanted = {"PARCELS": layer, "OUTPUT": "memory:", "REJECTS": "memory:", **more}
    return processing.run("landrenewal:standardiseparcels", wanted, feedback=feedback)


def with_far_parks(square_layer, count: int):
    """Levels of one parcel in a park, beside parks that no projection can place."""
    from qgis import processing

    parks = square_layer([(A, "P"), *[(FAR, str(row)) for row in range(count)]], "park_id:string")
    wanted = {"PARCELS": square_layer([(A, "a", "0601")]), "PARKS": parks, "OUTPUT": "memory:"}
    return processing.run("landrenewal:classifylevels", wanted)


def refusal(call) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as error:
        call()
    return str(error.value).strip()


def test_a_refusal_comes_in_the_language_of_qgis_with_the_first_rows(square_layer, chinese):
    assert refusal(lambda: with_far_parks(square_layer, 6)) == (
        "6个要素（园区图层）的坐标超出其坐标参照系的范围（行2、3、4、5、6，另有1个）：请更正或删除这些要素，"
        "或更正图层的坐标参照系。"
    )


def test_the_same_refusal_is_english_in_an_english_qgis(square_layer):
    assert refusal(lambda: with_far_parks(square_layer, 1)) == (
        "1 features of the parks layer have coordinates outside their coordinate reference system (rows 2):"
        " correct or delete these features, or correct the layer's CRS."
    )


def test_a_mistake_in_a_file_is_told_with_its_line_and_what_is_valid(square_layer, chinese, tmp_path):
    mapping = tmp_path / "mine.yml"
    mapping.write_text("tables:\n  parcels:\n    columns:\n      parcel_it: {from: a}\n", encoding="utf-8")
    said = refusal(lambda: run(square_layer([(A, "a", "0601")]), MAPPING=str(mapping)))
    assert said.startswith("mine.yml，第4行：")
    assert "字段“parcel_it”无法识别：是否为“parcel_id”？可用的有：" in said
    assert said.endswith("。") and "。。" not in said


def test_a_wrong_label_is_told_with_the_system_that_fits(square_layer, chinese):
    said = refusal(lambda: run(square_layer([(A, "a", "0601")], crs="EPSG:4490")))
    assert said.startswith("地块图层标注为") and "坐标符合EPSG:4526" in said
    assert "请在图层属性中设置正确的坐标参照系" in said
    assert not any(english in said for english in ("layer", "degrees", "eastings"))


def test_notes_and_reasons_follow_the_language_of_the_outputs(square_layer, feedback, chinese_outputs):
    layer = square_layer([(A, "a", "0601"), (None, "b", "0601"), (B, "a", "0601")])
    outputs = run(layer, feedback)
    assert "地块：3行" in feedback.infos
    assert any("地块：1行没有面图形，列入剔除记录。" in said for said in feedback.infos)
    assert "[地块] 检查：地块：1行或取值无法使用：无面图形（b）。" in feedback.warnings
    [reject] = list(outputs["REJECTS"].getFeatures())
    assert reject["reason"] == "无面图形"


@pytest.fixture(scope="module")
def run_log(district, tmp_path_factory):
    """Title and notes of the steps of a study that was written in Chinese, of two runs of it."""
    from qgis import processing

    from land_renewal.processing.rows import plain_rows

    path = tmp_path_factory.mktemp("said") / "study.gpkg"
    inputs = district.only("PARCELS", "PARKS", "REDLINE", "ENTERPRISES")
    found = []
    for _ in range(2):
        processing.run("landrenewal:study", {**inputs, "LANGUAGE": "zh", "OUTPUT": str(path)})
        rows = plain_rows(path, "run_log")
        found.append({row["step"]: (row["title"], json.loads(row["notes"])) for row in rows})
    return found


def test_the_run_log_keeps_what_was_said_and_the_next_run_says_it_again(run_log):
    first, second = run_log
    assert first["control"][0] == "控制线核查"
    assert "因未提供而未核查：永久基本农田、城镇开发边界。" in first["control"][1]
    assert first == second


def test_no_note_of_a_chinese_study_is_english(run_log):
    assert any(note.startswith("大集中：") for note in run_log[0]["scenarios"][1])
    english = [
        note
        for _title, notes in run_log[0].values()
        for note in notes
        if not any("\u4e00" <= sign <= "\u9fff" for sign in note)
    ]
    assert not english


def test_known_texts_errors_and_nothing():
    from land_renewal.core.common.errors import LandRenewalError
    from land_renewal.processing.said import said
    from land_renewal.processing.translation import speaking

    with speaking("zh"):
        assert said(LandRenewalError("{} cannot be read: {}.", "a{}.yml", "x")) == "a{}.yml无法读取：x。"
        assert said(ValueError("no {} here")) == "no {} here"
        assert said("no polygon") == "无面图形"
        assert said("a text of nobody {}") == "a text of nobody {}"
        assert said(None) == said("") == ""
    assert said(LandRenewalError("{} cannot be read: {}.", "a", "x")) == "a cannot be read: x."


def test_lists_and_sentences_have_the_separators_of_their_language(chinese):
    from land_renewal.processing.said import listed
    from land_renewal.processing.settings import area_text
    from land_renewal.processing.translation import speaking

    assert listed(["一", "二"]) == "一、二"
    assert listed(["一", "二"], "; ") == "一；二"
    assert listed(["一。", "二。", "three.", "四"], " ") == "一。二。three. 四"
    assert area_text(4610000.0) == "461.0公顷"
    with speaking("en"):
        assert listed(iter(["one", "two"])) == "one, two"
        assert area_text(4610000.0) == "461.0 ha"
