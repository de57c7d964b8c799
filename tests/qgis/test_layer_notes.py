"""Notes on layers: what made them, and never over what a person has written."""

from __future__ import annotations

import shutil

import pytest

pytest.importorskip("qgis.core")

VERSION = "Land Renewal {}"


@pytest.fixture
def layer(result, tmp_path):
    from qgis.core import QgsVectorLayer

    shutil.copyfile(result.path, tmp_path / "study.gpkg")
    return QgsVectorLayer(f"{tmp_path / 'study.gpkg'}|layername=parcels", "parcels", "ogr")


def notes(layer):
    from qgis.core import QgsLayerNotesUtils

    return QgsLayerNotesUtils.layerNotes(layer)


def test_a_note_names_the_method_the_rules_and_the_steps(layer, tmp_path):
    from land_renewal.core.common.version import METHOD_VERSION
    from land_renewal.processing.layer_notes import annotate

    annotate({layer: "parcels"}, tmp_path / "study.gpkg")
    text = notes(layer)
    assert VERSION.format(METHOD_VERSION) in text
    assert "Rules: default. Column mapping: " in text
    assert "Levels" in text and "Deficiency" in text and "Economic" not in text


def test_it_follows_another_run_but_not_over_the_words_of_a_person(layer, tmp_path):
    import sqlite3

    from land_renewal.processing.layer_notes import annotate

    path = tmp_path / "study.gpkg"
    annotate({layer: "parcels"}, path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE run_log SET profile = 'County <2024>'")
    annotate({layer: "parcels"}, path)
    assert "Rules: County &lt;2024&gt;." in notes(layer)

    from qgis.core import QgsLayerNotesUtils

    QgsLayerNotesUtils.setLayerNotes(layer, "looked through by the office")
    annotate({layer: "parcels"}, path)
    assert notes(layer) == "looked through by the office"


def test_the_project_over_a_result_has_them(layer, tmp_path):
    from qgis.core import QgsProject

    from land_renewal.ui.menu import results_project

    project = QgsProject()
    assert project.read(str(results_project(tmp_path / "study.gpkg")))
    assert len(project.mapLayers()) > 20
    assert all("Land Renewal" in notes(one) for one in project.mapLayers().values())
    project.clear()


def test_a_project_made_by_a_script_has_them_in_the_language_of_its_layers(layer, tmp_path):
    from qgis.core import QgsProject

    from land_renewal.processing.project import build_project
    from land_renewal.processing.translation import speaking, tr

    path = tmp_path / "study.gpkg"
    with speaking("zh"):
        build_project(path, tmp_path / "chinese.qgz", "t").clear()
        chinese = tr("Rules: {}. Column mapping: {}.").partition("{}")[0]
    build_project(path, tmp_path / "english.qgz", "t").clear()
    project = QgsProject()
    for name, part in (("english", "Rules: default."), ("chinese", chinese)):
        assert project.read(str(tmp_path / f"{name}.qgz"))
        assert len(project.mapLayers()) > 20
        assert all(part in notes(one) for one in project.mapLayers().values()), name
    project.clear()


def test_without_a_log_there_is_no_note(layer, tmp_path):
    from land_renewal.processing.layer_notes import annotate

    annotate({layer: "parcels"}, tmp_path / "not there.gpkg")
    assert notes(layer) == ""
