"""Every algorithm run for real, and what all of them promise."""

from __future__ import annotations

import json

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessing, QgsProcessingOutputNumber, QgsVectorLayer

from land_renewal.core.study.steps import STEPS

EXPECTED = {
    *("standardiseparcels", "standardiseenterprises", "matchenterprises"),
    *("controllines", "classifylevels", "identifydeficiency"),
    *(
        "evaluateperformance",
        "assignguidance",
        "buildscenarios",
        "evaluateeconomics",
        "study",
        "sampledistrict",
        "report",
    ),
}
PARCELS = 400


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("landrenewal")
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


def features(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer, "layer", "ogr")
    assert layer.isValid()
    return [dict(zip(layer.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


def run(name, parameters, feedback=None):
    return processing.run(f"landrenewal:{name}", parameters, feedback=feedback)


def sinks(algorithm):
    kinds = {"sink": "memory:", "fileDestination": QgsProcessing.TEMPORARY_OUTPUT}
    return {
        d.name(): kinds[d.type()] for d in algorithm.destinationParameterDefinitions() if d.type() in kinds
    }


def test_the_names_that_scripts_rely_on_are_there(algorithms):
    assert set(algorithms) >= EXPECTED


def test_every_algorithm_explains_itself(algorithms):
    for name, algorithm in algorithms.items():
        text = algorithm.shortHelpString()
        assert "How to read the results" in text and "Units" in text and "Source" in text, name
        assert algorithm.shortDescription(), name
        for definition in algorithm.parameterDefinitions():
            assert len(definition.help()) > 10, f"{name}: {definition.name()} has no help"
        tags = algorithm.tags()
        assert any(tag.isascii() for tag in tags) and any(not tag.isascii() for tag in tags), (
            f"{name}: tags in en and zh"
        )
        assert not algorithm.icon().isNull(), name
        assert any(isinstance(o, QgsProcessingOutputNumber) for o in algorithm.outputDefinitions()), (
            f"{name}: no figure"
        )


def test_every_declared_figure_is_returned(algorithms, district):
    for name in sorted(EXPECTED - {"study", "sampledistrict", "report"}):
        algorithm = algorithms[name]
        parameters = {**district.inputs, **sinks(algorithm)}
        known = {definition.name() for definition in algorithm.parameterDefinitions()}
        outputs = run(name, {key: value for key, value in parameters.items() if key in known})
        for output in algorithm.outputDefinitions():
            assert output.name() in outputs, f"{name} does not return {output.name()}"


def test_standardise_keeps_every_parcel_and_measures_it(district):
    outputs = run(
        "standardiseparcels",
        {"PARCELS": district.inputs["PARCELS"], "OUTPUT": "memory:", "REJECTS": "memory:"},
    )
    rows = features(outputs["OUTPUT"])
    assert len(rows) == outputs["PARCELS_KEPT"] == PARCELS
    assert sum(row["area_m2"] for row in rows) == pytest.approx(outputs["AREA_M2"])
    assert all(row["area_m2"] > 0 for row in rows)


def test_augmented_layers_keep_the_original_features(district):
    outputs = run(
        "classifylevels",
        {**district.only("PARCELS", "PARKS"), "OUTPUT": "memory:", "PARKS_OUTPUT": "memory:"},
    )
    source = QgsVectorLayer(district.inputs["PARCELS"], "source", "ogr")
    before, after = list(source.getFeatures()), list(outputs["OUTPUT"].getFeatures())
    assert [f["parcel_id"] for f in after] == [f["parcel_id"] for f in before]
    assert all(a.geometry().equals(b.geometry()) for a, b in zip(after, before))
    assert outputs["BASES"] >= 1
    assert outputs["CLUSTER_PARCELS"] == sum(f["block_kind"] == "cluster" for f in after)


def test_steps_chain_through_the_columns_the_parcels_carry(district):
    whole = run("assignguidance", {**district.inputs, "OUTPUT": "memory:"})
    lines = district.only("REDLINE", "FARMLAND", "BOUNDARY")
    first = run("controllines", {**district.only("PARCELS"), **lines, "OUTPUT": "memory:"})
    second = run(
        "classifylevels", {"PARCELS": first["OUTPUT"], **district.only("PARKS"), "OUTPUT": "memory:"}
    )
    third = run(
        "identifydeficiency",
        {"PARCELS": second["OUTPUT"], **district.only("ENTERPRISES", "PARKS"), "OUTPUT": "memory:"},
    )
    fourth = run("assignguidance", {"PARCELS": third["OUTPUT"], "OUTPUT": "memory:"})
    one = {row["parcel_id"]: (row["measure"], row["priority"]) for row in features(whole["OUTPUT"])}
    other = {row["parcel_id"]: (row["measure"], row["priority"]) for row in features(fourth["OUTPUT"])}
    differ = [key for key in one if one[key] != other[key]]
    # What needs the enterprise table itself (an enterprise's total land, its industry) is all that may be
    # lost on the way.
    assert len(differ) <= 0.1 * len(one)


def test_scenarios_have_one_fate_for_every_industrial_parcel(district):
    names = (
        "LARGE_CONCENTRATION",
        "SMALL_CLUSTERING",
        "CLUSTERING_WITH_PARKS",
        "FLOWS",
        "RECEIVERS",
        "SUMMARY",
    )
    outputs = run("buildscenarios", {**district.inputs, **dict.fromkeys(names, "memory:")})
    industrial = {
        row["parcel_id"]
        for row in features(district.inputs["PARCELS"])
        if row["land_code"].startswith(("0601", "1001"))
    }
    for name in ("LARGE_CONCENTRATION", "SMALL_CLUSTERING", "CLUSTERING_WITH_PARKS"):
        rows = features(outputs[name])
        assert {row["parcel_id"] for row in rows} == industrial and len(rows) == len(industrial)
        assert all(row["fate"] for row in rows)
        assert sum(row["fate"] == "relocate" for row in rows) == outputs[f"RELOCATED_{name}"]
    for row in features(outputs["SUMMARY"]):
        assert abs(row["residual_m2"]) < 0.5
        assert row["quota_freed_m2"] >= -0.5


def test_locks_and_own_moves_reach_the_scenarios(district, tmp_path):
    rules, locks = tmp_path / "own.yml", tmp_path / "locks.csv"
    rules.write_text(
        "extends: default\nscenarios:\n  moves:\n    rows:\n"
        "      - {scenario: custom, rule: bad, who: scattered+deficient, to: base_or_community}\n"
    )
    first = features(district.inputs["PARCELS"])
    stays = next(row["parcel_id"] for row in first if row["land_code"].startswith("0601"))
    locks.write_text(f"parcel_id,action,park_id\n{stays},stay,\nnowhere,stay,\n")
    names = ("LARGE_CONCENTRATION", "SMALL_CLUSTERING", "CLUSTERING_WITH_PARKS", "CUSTOM", "CONFLICTS",
             "SHORTAGES", "FRONTIER", "SUMMARY")  # fmt: skip
    outputs = run(
        "buildscenarios",
        {**district.inputs, **dict.fromkeys(names, "memory:"), "RULES": str(rules), "LOCKS": str(locks)},
    )
    for name in names[:4]:
        fates = {row["parcel_id"]: (row["fate"], row["fate_reason"]) for row in features(outputs[name])}
        assert fates[stays] in (("retain", "locked"), ("reclaim", "rigid_control")), name
        assert len(fates) == outputs["LARGE_CONCENTRATION"].featureCount()
    assert {row["scenario"] for row in features(outputs["SUMMARY"])} >= {"status_quo", "custom"}
    assert {row["line"] for row in features(outputs["CONFLICTS"])} == {
        *("redline", "farmland", "boundary", "plan")
    }
    assert {row["kind"] for row in features(outputs["FRONTIER"])} >= {"clustering"}


def test_the_study_writes_all_layers_with_styles(result):
    wanted = {
        *("parcels", "parks", "enterprises", "occupancy", "unmatched", "flows", "receivers"),
        *("scenario_large_concentration", "scenario_small_clustering", "scenario_clustering_with_parks"),
        *("scenario_summary", "conflicts", "shortages", "frontier"),
        *("readiness", "run_log", "rejects", "rules"),
    }
    file = QgsVectorLayer(str(result.path), "x", "ogr")
    found = {name.split("!!::!!")[1] for name in file.dataProvider().subLayers()}
    assert wanted <= found
    for name in ("parcels", "flows", "receivers", "scenario_small_clustering"):
        layer = QgsVectorLayer(f"{result.path}|layername={name}", name, "ogr")
        assert layer.renderer().type() != "singleSymbol" or name == "flows", name
    [summary] = [row for row in features(f"{result.path}|layername=run_log") if row["step"] == "scenarios"]
    assert summary["method_version"] and json.loads(summary["rules"]) and len(summary["fingerprint"]) == 64


def test_a_second_run_uses_everything_again_and_changes_nothing(district, result, tmp_path):
    path = tmp_path / "again.gpkg"
    path.write_bytes(result.path.read_bytes())
    before = {
        name: features(f"{path}|layername={name}")
        for name in ("parcels", "flows", "run_log", "scenario_summary")
    }
    outputs = run("study", {**district.inputs, "OUTPUT": str(path)})
    assert outputs["STEPS_REUSED"] == len(STEPS)
    assert {name: features(f"{path}|layername={name}") for name in before} == before


def test_changed_rules_recompute_only_what_depends_on_them(district, result, tmp_path):
    path, rules, fresh = tmp_path / "again.gpkg", tmp_path / "rules.yml", tmp_path / "fresh.gpkg"
    path.write_bytes(result.path.read_bytes())
    again = {**district.inputs, "OUTPUT": str(path), "RULES": str(rules)}
    rules.write_text(
        "extends: default\nscenarios:\n"
        "  small_block_max: {value: 6, unit: ha, source: test, year: 2025, status: assumption}\n"
    )
    # The scenarios, their money, and the readiness that says what the scenarios need.
    assert run("study", again)["STEPS_REUSED"] == len(STEPS) - 3
    with rules.open("a") as more:
        more.write(
            "economics:\n  unit_costs:\n    source: test\n    year: 2025\n    status: assumption\n"
            "    rows:\n      - {item: land_sale, value: 800, unit: CNY/m2}\n"
        )
    # A unit cost prices the stored scenarios.
    assert run("study", again)["STEPS_REUSED"] == len(STEPS) - 1
    run("study", {**again, "OUTPUT": str(fresh), "FRESH": True})
    for name in (
        *("parcels", "scenario_clustering_with_parks", "flows", "receivers", "scenario_summary", "run_log"),
        *("economics", "economics_parcels", "scenario_comparison", "recommendation"),
    ):
        assert features(f"{path}|layername={name}") == features(f"{fresh}|layername={name}"), name


def test_one_changed_input_recomputes_only_what_depends_on_it(district, result, tmp_path):
    path = tmp_path / "again.gpkg"
    path.write_bytes(result.path.read_bytes())
    inputs = {name: value for name, value in district.inputs.items() if name != "TOWNS"}
    outputs = run("study", {**inputs, "OUTPUT": str(path)})
    # Only the towns themselves, the scenarios, their money and the readiness depend on the towns.
    assert outputs["STEPS_REUSED"] == len(STEPS) - 4


def test_texts_come_in_chinese_when_asked_for(district, tmp_path):
    outputs = run("assignguidance", {**district.inputs, "OUTPUT": "memory:", "LANGUAGE": "zh"})
    texts = [row["measure_text"] for row in features(outputs["OUTPUT"]) if row["measure"]]
    assert texts and all(any("\u4e00" <= sign <= "\u9fff" for sign in text) for text in texts)


def test_progress_names_its_stages(result):
    stages = " ".join(result.stages)
    for stage in ("Control lines", "Levels", "Deficiency", "Guidance", "Scenarios"):
        assert stage in stages
    assert any("assumptions" in text for text in result.infos)


def test_a_link_that_a_person_ruled_out_stays_out_of_the_study(district, result, square_layer, tmp_path):
    [first, *_] = features(f"{result.path}|layername=occupancy")
    pair = (first["ent_id"], first["parcel_id"])
    fields = "ent_id:string&field=parcel_id:string&field=reviewed:integer"
    review = square_layer([(None, *pair, 0)], fields, kind="NoGeometry")
    path = tmp_path / "study.gpkg"
    run("study", {**district.inputs, "OCCUPANCY": review, "OUTPUT": str(path)})
    rows = features(f"{path}|layername=occupancy")
    [kept] = [row for row in rows if (row["ent_id"], row["parcel_id"]) == pair]
    assert kept["reviewed"] == 0 and not kept["land_m2"]
