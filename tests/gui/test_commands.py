"""The command that repeats a run: what it says, and that it runs."""

from __future__ import annotations

import os
import shlex
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def options(qapp):
    """The options of the plugin, as they were afterwards."""
    from land_renewal.processing.settings import Settings, load, save

    before = load()
    save(Settings())
    yield lambda **changes: save(Settings(**changes))
    save(before)


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


def tables(path):
    """All that is in a GeoPackage but how its layers are drawn: rows by table, in their order."""
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles'"
        names = sorted(name for (name,) in file.execute(query))
        return {name: file.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def in_a_shell(text, folder):
    """Run a command as it was copied, on a machine where qgis_process is on the path."""
    # Debian 12 starts qgis_process by a wrapper with an option that the program rejects.
    program = next(
        path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if Path(path).exists()
    )
    script = f'. "{ROOT}/scripts/env.sh" && headless && link_plugin && enable_plugin && {program} {text[13:]}'
    run = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=False, cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "QGIS_CUSTOM_CONFIG_PATH"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]


def test_the_command_repeats_the_study_bit_for_bit(awkward, empty_session, qtbot, options):
    from land_renewal.ui.commands import commands

    folder, inputs = awkward
    options(language="zh", rules=str(folder / "county.yml"))
    (folder / "county.yml").write_text("name: 我县\nextends: default\nlevels: {policy: status}\n", "utf-8")
    here, there = folder / "here.gpkg", folder / "out put.gpkg"
    ended = []
    empty_session.run("study", {**inputs, "OUTPUT": str(here)}, lambda *how: ended.append(how))
    qtbot.waitUntil(lambda: bool(ended), timeout=90_000)
    assert ended[0][0], ended[0][2]
    text = commands("levels", {**inputs, "OUTPUT": str(there)})
    assert len(text) == 1
    in_a_shell(text[0], folder)
    first, second = tables(here), tables(there)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert any("我县" in str(row) for row in first["run_log"])


def test_rules_of_a_mapping_go_before_those_of_the_options(awkward, options):
    from land_renewal.ui.commands import commands

    folder, inputs = awkward
    mapping = folder / "own.yml"
    mapping.write_text("name: own\nrules: default\ntables: {}\n", "utf-8")
    options(rules="nyc", language="en")
    chosen = {**inputs, "OUTPUT": "a.gpkg"}
    assert "--RULES=nyc" in shlex.split(commands("data", chosen)[0])
    (text,) = commands("data", {**chosen, "MAPPING": str(mapping)})
    assert not [word for word in shlex.split(text) if word.startswith("--RULES")]
    (text,) = commands("data", {**chosen, "RULES": "default"})
    assert "--RULES=default" in shlex.split(text)


def test_the_pages_of_a_step_are_repeated_with_it(awkward, options):
    from land_renewal.ui.commands import commands

    folder, inputs = awkward
    target = folder / "study.gpkg"
    chosen = {**inputs, "OUTPUT": str(target), "LANGUAGE": "en"}
    assert [len(commands(step, chosen)) for step in ("data", "levels", "outputs")] == [1, 1, 1]
    page, workbook = folder / "study_performance.html", folder / "study_money.xlsx"
    readiness = folder / "study_readiness.html"
    for file in (page, workbook, readiness):
        file.touch()
    assert f"--REPORT={readiness}" in shlex.split(commands("data", chosen)[0])
    study, *pages = (shlex.split(line) for line in commands("outputs", chosen))
    assert study[2] == "landrenewal:study" and f"--OUTPUT={target}" in study
    assert [line[2] for line in pages] == ["landrenewal:evaluateperformance", "landrenewal:evaluateeconomics"]
    assert f"--PAGE={page}" in pages[0] and f"--EXCEL={workbook}" in pages[1]
    assert all("--LANGUAGE=en" in line for line in pages)


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

    from land_renewal.core.common.errors import LandRenewalError
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
