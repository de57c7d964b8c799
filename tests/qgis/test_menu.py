"""What the menu opens: the sample district and the results of a study."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


def test_the_sample_project_finds_all_its_layers_wherever_it_is(qgis_app, tmp_path):
    from qgis.core import QgsProject

    from land_renewal.ui.sample import own_copy

    folder = own_copy(SAMPLE, tmp_path / "elsewhere")
    project = QgsProject()
    assert project.read(str(folder / "sample.qgz"))
    layers = {layer.source().split("layername=")[1]: layer for layer in project.mapLayers().values()}
    assert sorted(layers) == [
        "boundary", "enterprises", "farmland", "parcels", "parks", "plan", "pois",
        "redline", "roads", "towns",
    ]  # fmt: skip
    assert all(layer.isValid() and str(folder) in layer.source() for layer in layers.values())
    assert layers["parcels"].featureCount() == 1200
    assert layers["parcels"].renderer().type() == "categorizedSymbol"
    project.clear()


def test_the_copy_of_the_sample_keeps_changes_until_the_plugin_brings_a_newer_one(tmp_path):
    from land_renewal.ui.sample import own_copy

    source = tmp_path / "plugin"
    source.mkdir()
    for name in ("sample.gpkg", "sample.qgz"):
        (source / name).write_text("first")
    copy = own_copy(source, tmp_path / "profile") / "sample.gpkg"
    copy.write_text("changed by the user")
    assert own_copy(source, tmp_path / "profile") == copy.parent
    assert copy.read_text() == "changed by the user"
    (source / "sample.gpkg").write_text("second")
    later = copy.stat().st_mtime + 60
    os.utime(source / "sample.gpkg", (later, later))
    own_copy(source, tmp_path / "profile")
    assert copy.read_text() == "second"
    assert (copy.parent / "sample.qgz").read_text() == "first"


def test_a_geopackage_without_results_is_refused_with_a_sentence(qgis_app, tmp_path):
    from land_renewal.core.common.errors import LandRenewalError
    from land_renewal.ui.menu import results_project

    other = tmp_path / "other.gpkg"
    other.write_bytes(b"")
    with pytest.raises(LandRenewalError, match="run the study first"):
        results_project(other)
    assert not (tmp_path / "other.qgz").exists()


def test_a_project_the_user_has_worked_on_is_left_as_it_is(qgis_app, tmp_path):
    from land_renewal.ui.menu import results_project

    (tmp_path / "study.gpkg").write_bytes(b"")
    project = tmp_path / "study.qgz"
    project.write_text("the user's own")
    assert results_project(tmp_path / "study.gpkg") == project
    assert project.read_text() == "the user's own"
