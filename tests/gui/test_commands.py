"""The command that repeats a run: what it says, and that it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def awkward(district, project, tmp_path):
    """Layers of the district in a folder whose name a shell would take apart."""
    import shutil

    from qgis.core import QgsVectorLayer

    folder = tmp_path / "it's a $HOME & 地块"
    folder.mkdir()
    shutil.copyfile(district.path, folder / "data one.gpkg")
    made = {}
    for name in ("parcels", "parks"):
        source = f"{folder / 'data one.gpkg'}|layername={name}"
        made[name.upper()] = QgsVectorLayer(source, name, "ogr")
    project.addMapLayers(list(made.values()))
    return folder, {name: layer.id() for name, layer in made.items()}


def test_the_command_repeats_the_study(awkward, qgis_app):
    from land_renewal.processing.rows import plain_rows
    from land_renewal.ui.commands import command

    folder, inputs = awkward
    target = folder / "out put.gpkg"
    text = command("study", {**inputs, "OUTPUT": str(target), "LANGUAGE": "zh"}, windows=False)
    assert text.startswith("qgis_process run landrenewal:study --PARCELS=") or "'--PARCELS=" in text
    # Debian 12 starts qgis_process by a wrapper with an option that the program rejects.
    program = next(
        path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if Path(path).exists()
    )
    script = f'. "{ROOT}/scripts/env.sh" && headless && link_plugin && enable_plugin && {program} {text[13:]}'
    run = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"},
    )  # fmt: skip
    assert target.is_file(), run.stderr[-2000:]
    assert len(plain_rows(target, "parcels", ("parcel_id",))) == len(
        plain_rows(folder / "data one.gpkg", "parcels", ("parcel_id",))
    )


def test_a_shell_reads_the_words_back(awkward):
    from land_renewal.ui.commands import command

    folder, inputs = awkward
    text = command("study", {**inputs, "OUTPUT": str(folder / "out.gpkg"), "FRESH": True}, windows=False)
    data = folder / "data one.gpkg"
    assert shlex.split(text) == [
        "qgis_process", "run", "landrenewal:study", f"--PARCELS={data}|layername=parcels",
        f"--PARKS={data}|layername=parks", f"--OUTPUT={folder / 'out.gpkg'}", "--FRESH=true",
    ]  # fmt: skip


def test_what_is_empty_or_usual_is_left_out(qgis_app):
    from land_renewal.ui.commands import command

    text = command(
        "study", {"PARCELS": "a.gpkg", "PARKS": "", "TOWNS": None, "FRESH": False, "OUTPUT": "b.gpkg"}, False
    )
    assert text == "qgis_process run landrenewal:study --PARCELS=a.gpkg --OUTPUT=b.gpkg"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("--FRESH=true", "--FRESH=true"),
        (r"--PARCELS=C:\data\a.gpkg", r"--PARCELS=C:\data\a.gpkg"),
        (r"--PARCELS=C:\my data\a.gpkg|layername=x", r'"--PARCELS=C:\my data\a.gpkg|layername=x"'),
        ("--FOLDER=C:\\my data\\", '"--FOLDER=C:\\my data\\\\"'),
        ('say "no"', '"say ""no"""'),
    ],
)
def test_words_for_the_windows_shell(word, expected):
    from land_renewal.ui.commands import quoted

    assert quoted(word, windows=True) == expected


def test_what_no_command_can_name_is_said(project, awkward, square_parcels):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    from land_renewal.core.errors import LandRenewalError
    from land_renewal.ui.commands import command

    _, inputs = awkward
    project.addMapLayer(square_parcels)
    with pytest.raises(LandRenewalError, match=r"Parcels: scratch is a temporary layer"):
        command("study", {"PARCELS": square_parcels.id(), "OUTPUT": "b.gpkg"})
    selected = QgsProcessingFeatureSourceDefinition(inputs["PARCELS"], True)
    with pytest.raises(LandRenewalError, match="selection"):
        command("study", {"PARCELS": selected, "OUTPUT": "b.gpkg"})
    layer = project.mapLayer(inputs["PARCELS"])
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    with pytest.raises(LandRenewalError, match="edits that are not saved"):
        command("study", {"PARCELS": layer.id(), "OUTPUT": "b.gpkg"})
    layer.rollBack()


@pytest.fixture
def square_parcels(qgis_app):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer("Polygon?crs=EPSG:4526&field=land_code:string", "scratch", "memory")
