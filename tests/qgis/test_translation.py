"""The plugin in Chinese: what the user reads, and what a run writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HAN = range(0x4E00, 0xA000)

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    subprocess.run([str(ROOT / "scripts" / "translations.sh")], check=True)


@pytest.fixture(scope="module")
def chinese_result(district, tmp_path_factory):
    """A result that was written in Chinese by a QGIS that speaks English."""
    from qgis import processing

    path = tmp_path_factory.mktemp("zh") / "study.gpkg"
    processing.run("landrenewal:study", {**district.inputs, "LANGUAGE": "zh", "OUTPUT": str(path)})
    return path


@pytest.fixture
def outputs_in_chinese(qgis_app):
    from dataclasses import replace

    from land_renewal.processing import settings

    settings.save(replace(settings.load(), language="zh"))
    yield
    settings.save(replace(settings.load(), language=""))


def is_chinese(text: str) -> bool:
    return any(ord(sign) in HAN for sign in text)


def layer_of(path: Path, name: str):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert layer.isValid()
    return layer


def aliases(layer) -> dict[str, str]:
    return {field.name(): field.alias() for field in layer.fields()}


def legend(layer) -> list[str]:
    return [item.label() for item in layer.renderer().legendSymbolItems()]


@pytest.mark.parametrize("name", ["zh-Hans", "zh_CN", "zh", "zh-CN", "zh_TW"])
def test_every_name_of_chinese_finds_the_translation(name):
    from land_renewal.processing.translation import translation_file

    assert translation_file(name).name == "land_renewal_zh_CN.qm"


@pytest.mark.parametrize("name", ["en", "en_US", "de", "C", ""])
def test_other_languages_stay_english(name):
    from land_renewal.processing.translation import speaking, tr_known, translation_file

    assert translation_file(name) is None
    with speaking(name or "en"):
        assert tr_known("Parcels by deficiency") == "Parcels by deficiency"


def test_spoken_language_holds_inside_the_block_only():
    from land_renewal.processing.project import layer_title, scenario_title
    from land_renewal.processing.translation import speaking, tr

    before = tr("km²")
    with speaking("zh"):
        assert tr("km²") == "平方公里"
        assert scenario_title("large_concentration") == "大集中"
        assert layer_title("scenario_small_clustering") == "地块去向：小集聚"
        with speaking("en"):
            assert tr("km²") == "km²"
        assert tr("km²") == "平方公里"
        assert tr("a text that nobody has translated") == "a text that nobody has translated"
    assert tr("km²") == before


def test_a_missing_translation_is_no_error(tmp_path, monkeypatch):
    from land_renewal.processing import translation

    monkeypatch.setattr(translation, "_FOLDER", tmp_path)
    assert translation.translation_file("zh-Hans") is None
    assert translation.install_translator() is None


def test_algorithms_speak_the_language_of_qgis(tmp_path):
    """In a QGIS of its own: titles are translated when the plugin is loaded."""
    words = plugin_in("zh-Hans", tmp_path)
    assert words["title"] == "层级划分"
    assert words["id"] == "landrenewal:classifylevels"
    assert words["group id"] == "assess"
    assert all(is_chinese(words[key]) for key in ("group", "help", "parameter", "parameter help"))
    assert "<h3>输入</h3>" in words["help"]
    words = plugin_in("en", tmp_path)
    assert words["title"] == "Classify levels"
    assert not any(is_chinese(words[key]) for key in ("group", "parameter", "parameter help"))


def plugin_in(language: str, folder: Path) -> dict:
    import json

    script = f"""
import importlib.util, json, sys
sys.path[:0] = {[entry for entry in sys.path if entry]!r}
from qgis.core import QgsApplication, QgsSettings
app = QgsApplication([], False)
app.initQgis()
QgsSettings().setValue("locale/overrideFlag", True)
QgsSettings().setValue("locale/userLocale", {language!r})
spec = importlib.util.spec_from_file_location(
    "land_renewal", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
package = importlib.util.module_from_spec(spec)
sys.modules["land_renewal"] = package
spec.loader.exec_module(package)
plugin = package.classFactory(None)
plugin.initProcessing()
algorithm = QgsApplication.processingRegistry().algorithmById("landrenewal:classifylevels")
parameter = algorithm.parameterDefinition("PARCELS")
print(json.dumps({{"title": algorithm.displayName(), "id": algorithm.id(), "group id": algorithm.groupId(),
    "group": algorithm.group(), "help": algorithm.shortHelpString(), "parameter": parameter.description(),
    "parameter help": parameter.help()}}))
del algorithm, parameter
plugin.unload()
app.exitQgis()
"""
    import os

    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_a_chinese_run_stores_chinese_legends_and_aliases(chinese_result):
    parcels = layer_of(chinese_result, "parcels")
    assert legend(parcels)[0].startswith("绿色缺失型")
    assert aliases(parcels)["parcel_id"] == "地块编号"
    assert aliases(parcels)["area_m2"].endswith("（平方米）")
    assert legend(layer_of(chinese_result, "scenario_large_concentration"))[0] == "保留"
    performance = layer_of(chinese_result, "performance")
    assert aliases(performance)["output_per_area"] == "地均产值（万元/平方公里）"
    assert aliases(performance)["eco_score"] == "生态效率：得分"


def test_every_field_of_a_result_has_a_chinese_alias(chinese_result, outputs_in_chinese):
    from land_renewal.processing.project import load_layer, tables_of

    wrong = []
    for table in sorted(tables_of(chinese_result) - {"layer_styles"}):
        layer = load_layer(chinese_result, table)
        for name, title in aliases(layer).items():
            if name not in ("fid", "geom") and not is_chinese(title):
                wrong.append(f"{table}.{name}: {title!r}")
    assert not wrong, "\n".join(wrong)


def test_codes_are_shown_in_chinese_and_stored_as_they_are(chinese_result, outputs_in_chinese):
    from qgis.core import QgsApplication

    from land_renewal.processing.project import load_layer

    layer = load_layer(chinese_result, "scenario_large_concentration")
    index = layer.fields().lookupField("fate")
    setup = layer.editorWidgetSetup(index)
    assert setup.type() == "ValueMap"
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter("ValueMap")
    stored = layer.uniqueValues(index)
    assert {"retain", "relocate"} <= stored
    shown = {code: formatter.representValue(layer, index, setup.config(), None, code) for code in stored}
    assert shown["retain"] == "保留"
    assert all(is_chinese(text) for text in shown.values())


def test_reasons_of_the_matching_are_chinese(chinese_result):
    for table in ("occupancy", "unmatched"):
        reasons = [feature["reason"] for feature in layer_of(chinese_result, table).getFeatures()]
        assert reasons and all(map(is_chinese, reasons)), table


def test_every_code_in_a_result_has_a_meaning(chinese_result):
    """A value map shows a code that it does not know in brackets."""
    from land_renewal.core.common.result_columns import meaning
    from land_renewal.core.common.result_values import VALUES
    from land_renewal.processing.project import tables_of

    wrong = []
    for table in sorted(tables_of(chinese_result) - {"layer_styles", "rejects"}):
        layer = layer_of(chinese_result, table)
        for index, field in enumerate(layer.fields()):
            if field.name() not in VALUES or field.isNumeric() or meaning(field.name(), table) is None:
                continue
            found = {value for value in layer.uniqueValues(index) if isinstance(value, str)}
            wrong += [f"{table}.{field.name()}: {code}" for code in sorted(found - set(VALUES[field.name()]))]
    assert not wrong, "\n".join(wrong)


def test_the_result_project_is_chinese_and_keeps_its_legends(chinese_result, outputs_in_chinese, tmp_path):
    from qgis.core import QgsProject

    from land_renewal.processing.project import build_project, find_layer

    target = tmp_path / "study.qgs"
    build_project(chinese_result, target, "测试区").clear()
    project = QgsProject()
    assert project.read(str(target))
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert groups == ["情景：大集中", "情景：小集聚", "情景：小集聚+适度园区", "现状", "表格"]
    assert "现状" in project.mapThemeCollection().mapThemes()
    assert all(is_chinese(layer.name()) for layer in project.mapLayers().values())
    fates = find_layer(project, "scenario_small_clustering", "small_clustering")
    assert legend(fates)[0] == "保留"
    labels = find_layer(project, "receivers", "large_concentration").labeling().rootRule().children()[0]
    assert "承接" in labels.settings().fieldName
    project.clear()


def test_an_english_run_stays_english(result):
    from land_renewal.core.common.result_values import VALUES
    from land_renewal.processing.project import load_layer

    layer = load_layer(result.path, "parcels")
    assert legend(layer)[0] == "Green: red line or environment"
    assert aliases(layer)["rigid_share"] == "Share under the union of all rigid lines (share)"
    kinds = {layer.editorWidgetSetup(i).type() for i, f in enumerate(layer.fields()) if f.name() in VALUES}
    assert "ValueMap" not in kinds


def test_outputs_of_one_algorithm_are_finished_in_its_language(district, tmp_path):
    """Layers that a run loads into the project, one in memory and one in a file."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landrenewal:classifylevels")
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    from qgis.core import QgsProcessingOutputLayerDefinition

    outputs = {
        "OUTPUT": QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project),
        "PARKS_OUTPUT": QgsProcessingOutputLayerDefinition(str(tmp_path / "parks.gpkg"), project),
    }
    parameters = {**district.only("PARCELS", "PARKS"), "LANGUAGE": "zh", **outputs}
    feedback = QgsProcessingFeedback(False)
    _, done = algorithm.run(parameters, context, feedback)
    assert done, feedback.textLog()
    loaded = {}
    for reference, details in context.layersToLoadOnCompletion().items():
        layer = context.takeResultLayer(reference) or (
            details.project and layer_of(tmp_path / "parks.gpkg", "parks")
        )
        details.postProcessor().postProcessLayer(layer, context, feedback)
        loaded[details.outputName] = layer
    assert set(loaded) == {"OUTPUT", "PARKS_OUTPUT"}
    parcels = loaded["OUTPUT"]
    assert is_chinese(aliases(parcels)["level"])
    assert legend(parcels)[0] == "产业基地"
    assert parcels.editorWidgetSetup(parcels.fields().lookupField("level")).type() == "ValueMap"
    # Columns of the user keep their own names.
    assert aliases(parcels)["land_code"] == ""


def test_codes_are_read_alike_with_and_without_a_stream_of_columns(chinese_result, monkeypatch):
    from osgeo import ogr

    from land_renewal.processing.styles import _stored

    pairs = [_stored(chinese_result, "performance_values", ["indicator", "name"])]
    monkeypatch.delattr(ogr.Layer, "GetArrowStreamAsNumPy", raising=False)
    pairs.append(_stored(chinese_result, "performance_values", ["indicator", "name"]))
    assert pairs[0] == pairs[1] and ("plot_ratio", "综合容积率") in pairs[0]


# Columns of names that the machine goes by: paths, keys of rules, ids of steps and layers, data of the user.
MACHINE = {"rule", "layers", "inputs", "mapping", "profile", "rules", "fingerprint", "method_version"}
ENGLISH = r"(?<![\w./])[A-Za-z]{3,} [a-z]{2,} |^[a-z][a-z_]+(?:[;:,] ?[\w:]+)*$"


def english(texts) -> list[str]:
    """Texts that are a code, or hold English words in a row."""
    import re

    return sorted({text for text in texts if re.search(ENGLISH, text)})


def shown(layer, index: int) -> list[str]:
    """The texts of a field as tables and forms show them."""
    from qgis.core import QgsApplication

    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    found = [value for value in layer.uniqueValues(index) if isinstance(value, str)]
    return [formatter.representValue(layer, index, setup.config(), None, value) for value in found]


def test_no_table_of_a_result_shows_english(chinese_result, outputs_in_chinese):
    from land_renewal.processing.project import load_layer, tables_of

    wrong = []
    for table in sorted(tables_of(chinese_result) - {"layer_styles"}):
        layer = load_layer(chinese_result, table)
        for index, field in enumerate(layer.fields()):
            # Values of rules are what one writes into a profile: their notes say what they mean.
            if field.isNumeric() or field.name() in MACHINE or (table, field.name()) == ("rules", "value"):
                continue
            wrong += [f"{table}.{field.name()}: {text}" for text in english(shown(layer, index))]
    assert not wrong, "\n".join(wrong)


def test_codes_of_several_parts_and_ids_are_shown_in_words(chinese_result, outputs_in_chinese):
    from land_renewal.processing.project import load_layer

    def told(table, name):
        layer = load_layer(chinese_result, table)
        index = layer.fields().lookupField(name)
        entries = layer.editorWidgetSetup(index).config()["map"]
        return {code: label for entry in entries for label, code in entry.items()}

    directions = told("parcels", "direction")
    assert directions["industry_to_industry"] == "工改工"
    assert directions["green;reserve"] == "复绿、纳入土地储备"
    assert told("economics_unit_costs", "item")["demolition"] == "拆除"
    assert told("economics_assumptions", "unit")["CNY/m2"] == "元/平方米"
    assert told("scenario_comparison", "metric")["npv_fiscal"] == "政府净现值"
    assert told("performance_values", "unit_id")["level:base"] == "产业基地"
    assert told("readiness", "missing_data")["land;output"] == "地块上的企业、年产值"
    assert told("run_log", "step")["deficiency"] == "缺失类型"


@pytest.fixture(scope="module")
def chinese_economics(district, tmp_path_factory):
    """Reports and loaded tables of a Chinese run of one algorithm, both by their parameters."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputLayerDefinition,
        QgsProject,
    )

    folder, project = tmp_path_factory.mktemp("zh_economics"), QgsProject()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landrenewal:evaluateeconomics")
    stages = []

    class Stages(QgsProcessingFeedback):
        def setProgressText(self, text):
            stages.append(text)

    context, feedback = QgsProcessingContext(), Stages(False)
    context.setProject(project)
    tables = ("OUTPUT", "COMPARISON", "UNIT_COSTS")
    outputs = {name: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project) for name in tables}
    files = {"PAGE": str(folder / "page.html"), "EXCEL": str(folder / "book.xlsx")}
    _, done = algorithm.run({**district.inputs, "LANGUAGE": "zh", **outputs, **files}, context, feedback)
    assert done, feedback.textLog()
    layers = {}
    for reference, details in context.layersToLoadOnCompletion().items():
        layer = layers[details.outputName] = context.takeResultLayer(reference)
        details.postProcessor().postProcessLayer(layer, context, feedback)
    return files, layers, stages


def test_tables_of_one_algorithm_are_named_and_shown_in_words(chinese_economics):
    _, layers, _ = chinese_economics
    assert set(layers) == {"OUTPUT", "COMPARISON", "UNIT_COSTS"}
    for name, layer in layers.items():
        assert all(map(is_chinese, aliases(layer).values())), name
        for index, field in enumerate(layer.fields()):
            assert field.isNumeric() or not english(shown(layer, index)), f"{name}.{field.name()}"
    costs = layers["UNIT_COSTS"]
    assert {"本插件默认值；没有公开来源"} <= {feature["source"] for feature in costs.getFeatures()}
    assert {feature["item"] for feature in costs.getFeatures()} >= {"demolition", "quota"}


def test_reports_of_a_chinese_run_have_no_english(chinese_economics):
    """Those of the economics: their unit costs have notes and sources."""
    import html
    import re

    openpyxl = pytest.importorskip("openpyxl")
    files, _, stages = chinese_economics
    assert "工作簿" in stages and all(map(is_chinese, stages))
    page = Path(files["PAGE"]).read_text(encoding="utf-8")
    page = re.sub(r"<(style|script|svg).*?</\1>", "", page, flags=re.DOTALL)
    texts = {html.unescape(text).strip() for text in re.split(r"<[^>]*>", page)}
    assert not english(texts - {"Zhan, Dai, Ye (2025), 4.2"})
    for sheet in openpyxl.load_workbook(files["EXCEL"]):
        cells = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        assert not english(cells), sheet.title


def test_the_log_of_a_chinese_run_is_chinese(district, tmp_path):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    inputs = {**district.inputs, "LANGUAGE": "zh", "OUTPUT": str(tmp_path / "study.gpkg")}
    processing.run("landrenewal:study", inputs, feedback=feedback)
    # The last line is Processing's own.
    lines = [line for line in feedback.textLog().splitlines() if line and not line.startswith("Results:")]
    assert any(line.startswith("[企业匹配] 企业匹配方式：按信用代码") for line in lines)
    assert all(is_chinese(line) or line.replace("_", "").isalnum() for line in lines), lines
    layer = layer_of(tmp_path / "study.gpkg", "scenario_summary")
    found = {feature["scenario"]: feature["findings"] for feature in layer.getFeatures()}
    assert found["large_concentration"].startswith("大集中：") and ": " not in found["large_concentration"]


def test_a_mapping_that_is_written_out_explains_itself_in_chinese(tmp_path):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    from land_renewal.core.intake.mapping import load_mapping

    firms, written = tmp_path / "firms.csv", tmp_path / "used.yml"
    firms.write_text("企业名称,税收（元）,行业名称\n甲有限公司,1200000,纺织\n", encoding="utf-8")
    inputs = {"ENTERPRISES": str(firms), "LANGUAGE": "zh", "OUTPUT": "TEMPORARY_OUTPUT"}
    feedback = QgsProcessingFeedback(False)
    processing.run(
        "landrenewal:standardiseenterprises", {**inputs, "MAPPING_OUTPUT": str(written)}, feedback=feedback
    )
    assert feedback.textLog().startswith("企业：1行")
    comments = [
        line.partition("#")[2].strip() for line in written.read_text("utf-8").splitlines() if "#" in line
    ]
    assert "别名" in comments and "不确定：行业名称：仅凭字段名无法判断" in comments
    assert [text for text in comments if not is_chinese(text)] == []
    assert load_mapping(written).tables["enterprises"]["tax"].unit == "元"
