"""The release zip: unpacked as a user would, enabled as a plugin, every algorithm run once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from land_renewal.processing.rows import plain_rows

ROOT = Path(__file__).resolve().parents[2]
QGIS_PLUGINS = Path(os.environ.get("QGIS_PREFIX_PATH", "/usr")) / "share" / "qgis" / "python" / "plugins"
NOT_SHIPPED = ("tests", "scripts", ".ci", "Makefile", "pyproject.toml", ".gitignore", ".gitattributes")
NOT_COPIED = shutil.ignore_patterns(
    "build", ".git", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"
)


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """The zip of this very tree, made as `make package` makes it, and unpacked into a folder of plugins."""
    folder = tmp_path_factory.mktemp("release")
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
    author = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "safe.directory=*"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Release"]):
        subprocess.run(["git", *author, *words], cwd=tree, check=True, capture_output=True)
    archive = folder / "land_renewal.zip"
    trusted = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
    subprocess.run(
        [str(tree / "scripts" / "archive.sh"), str(archive)], env={**os.environ, **trusted}, check=True
    )
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder / "plugins")
    environment = {
        **os.environ,
        "QGIS_PLUGINPATH": str(folder / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "PYTHONPATH": str(ROOT / "build" / "libs"),
    }
    return SimpleNamespace(archive=archive, plugins=folder / "plugins", environment=environment)


@pytest.fixture(scope="module")
def qgis_process(release):
    program = next(
        path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(path)
    )

    def call(*words):
        command = [program, *words]
        return subprocess.run(command, env=release.environment, capture_output=True, text=True, check=False)

    assert call("plugins", "enable", "land_renewal").returncode == 0
    return call


def test_the_zip_holds_the_plugin_and_no_workshop(release):
    names = zipfile.ZipFile(release.archive).namelist()
    assert all(name.startswith("land_renewal/") for name in names)
    inside = {name.split("/")[1] for name in names}
    assert {
        "metadata.txt",
        "__init__.py",
        "plugin.py",
        "core",
        "processing",
        "ui",
        "resources",
        "LICENSE",
    } <= inside
    assert not inside & set(NOT_SHIPPED)
    assert release.archive.stat().st_size < 25e6


def test_the_zip_has_the_compiled_translations(release):
    folder = release.plugins / "land_renewal" / "resources" / "translations"
    sources = {path.stem for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert {path.stem for path in folder.glob("*.qm")} == sources
    assert all(path.stat().st_size > 10_000 for path in folder.glob("*.qm"))


# One process for all: most of a run of qgis_process is QGIS being started.
RUN_ALL = """
import json, sys
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
plugins, programs = sys.argv[1:3]
sys.path[:0] = [plugins, programs]
from qgis import utils
from processing.core.Processing import Processing
Processing.initialize()
utils.plugin_paths = [plugins]
utils.updateAvailablePlugins()
assert utils.loadPlugin("land_renewal") and utils.startProcessingPlugin("land_renewal")
import land_renewal
assert land_renewal.__file__.startswith(plugins), land_renewal.__file__
for name, parameters in json.load(sys.stdin).items():
    Processing.runAlgorithm("landrenewal:" + name, parameters)
provider = QgsApplication.processingRegistry().providerById("landrenewal")
print(json.dumps([algorithm.name() for algorithm in provider.algorithms()]), flush=True)
utils.unloadPlugin("land_renewal")
app.exitQgis()
"""


def every_algorithm(district, folder):
    """Parameters of a run of every algorithm."""
    made = {name: folder / f"{name}.gpkg" for name in ("study", "sample", *"ABCDEFGHIJKLM")}
    firms = district.only("PARCELS", "PARKS", "ENTERPRISES")
    first = plain_rows(district.path, "parcels", ["parcel_id"])[0]["parcel_id"]
    return {
        "sampledistrict": {"PARCELS": 250, "OUTPUT": made["sample"]},
        "standardiseparcels": {**district.only("PARCELS"), "OUTPUT": made["A"], "REJECTS": made["B"]},
        "standardiseenterprises": {**district.only("ENTERPRISES"), "OUTPUT": made["C"]},
        "matchenterprises": {
            **district.only("PARCELS", "ENTERPRISES"),
            "OCCUPANCY_OUTPUT": made["D"],
            "UNMATCHED": made["E"],
        },
        "controllines": {**district.only("PARCELS", "REDLINE", "BOUNDARY"), "OUTPUT": made["F"]},
        "classifylevels": {**district.only("PARCELS", "PARKS"), "OUTPUT": made["G"]},
        "identifydeficiency": {**firms, "OUTPUT": made["H"]},
        "assignguidance": {**firms, "OUTPUT": made["I"]},
        "evaluateperformance": {**firms, "OUTPUT": made["J"]},
        "buildscenarios": {
            **district.inputs,
            "LARGE_CONCENTRATION": made["K"],
            "SMALL_CLUSTERING": made["L"],
            "CLUSTERING_WITH_PARKS": made["M"],
        },
        "study": {**district.inputs, "OUTPUT": made["study"]},
        "evaluateeconomics": {**firms, "OUTPUT": folder / "economics.gpkg"},
        "report": {"RESULT": made["study"], "IDS": first, "OUTPUT": folder / "sheet.pdf"},
        "rendermaps": {"RESULT": made["study"], "FOLDER": folder / "maps", "DPI": 50},
    }


def test_every_algorithm_runs_from_the_zip(release, district, tmp_path):
    runs = every_algorithm(district, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", RUN_ALL, str(release.plugins), str(QGIS_PLUGINS)],
        input=json.dumps(runs, default=str), env=release.environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert set(json.loads(done.stdout.splitlines()[-1])) == set(runs)
    for name, parameters in runs.items():
        for key, value in parameters.items():
            files = list(value.glob("*.png")) if key == "FOLDER" else [value] if key != "RESULT" else []
            for path in (path for path in files if isinstance(path, Path)):
                assert path.is_file() and path.stat().st_size > 0, f"{name}: {key}"
            assert key != "FOLDER" or files, name


def test_qgis_process_runs_the_study_from_the_zip(qgis_process, district, tmp_path):
    parameters = {**district.inputs, "OUTPUT": tmp_path / "study.gpkg"}
    given = [f"--{key}={value}" for key, value in parameters.items()]
    done = qgis_process("run", "landrenewal:study", *given)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert (tmp_path / "study.gpkg").stat().st_size > 0


def test_figures_come_out_as_json(qgis_process, district, tmp_path):
    given = [
        f"--{key}={value}"
        for key, value in {**district.only("PARCELS"), "OUTPUT": tmp_path / "1.gpkg"}.items()
    ]
    done = qgis_process("--json", "run", "landrenewal:standardiseparcels", *given)
    assert json.loads(done.stdout)["results"]["PARCELS_KEPT"] == 400
