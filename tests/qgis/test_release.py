"""The release zip: unpacked as a user would, every algorithm run once by qgis_process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
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
    return SimpleNamespace(archive=archive, plugins=folder / "plugins", profile=folder / "profile")


@pytest.fixture(scope="module")
def qgis_process(release):
    program = next(
        path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(path)
    )
    environment = {
        **os.environ,
        "QGIS_PLUGINPATH": str(release.plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(release.profile),
        "PYTHONPATH": str(ROOT / "build" / "libs"),
    }

    def call(*words):
        return subprocess.run(
            [program, *words], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

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


def test_every_algorithm_runs_from_the_zip(qgis_process, district, tmp_path):
    runs = {
        "sampledistrict": {"PARCELS": "250", "OUTPUT": tmp_path / "sample.gpkg"},
        "standardiseparcels": {
            **district.only("PARCELS"),
            "OUTPUT": tmp_path / "1.gpkg",
            "REJECTS": tmp_path / "r.gpkg",
        },
        "controllines": {**district.only("PARCELS", "REDLINE", "BOUNDARY"), "OUTPUT": tmp_path / "2.gpkg"},
        "classifylevels": {**district.only("PARCELS", "PARKS"), "OUTPUT": tmp_path / "3.gpkg"},
        "identifydeficiency": {
            **district.only("PARCELS", "PARKS", "ENTERPRISES"),
            "OUTPUT": tmp_path / "4.gpkg",
        },
        "assignguidance": {**district.only("PARCELS", "PARKS", "ENTERPRISES"), "OUTPUT": tmp_path / "5.gpkg"},
        "buildscenarios": {
            **district.inputs,
            "LARGE_CONCENTRATION": tmp_path / "6.gpkg",
            "SMALL_CLUSTERING": tmp_path / "7.gpkg",
            "CLUSTERING_WITH_PARKS": tmp_path / "8.gpkg",
        },
        "study": {**district.inputs, "OUTPUT": tmp_path / "study.gpkg"},
    }
    for name, parameters in runs.items():
        given = [f"--{key}={value}" for key, value in parameters.items()]
        done = qgis_process("run", f"landrenewal:{name}", *given)
        assert done.returncode == 0, f"{name}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        for key, value in parameters.items():
            if isinstance(value, Path):
                assert value.is_file() and value.stat().st_size > 0, f"{name}: {key}"


def test_figures_come_out_as_json(qgis_process, district, tmp_path):
    given = [
        f"--{key}={value}"
        for key, value in {**district.only("PARCELS"), "OUTPUT": tmp_path / "1.gpkg"}.items()
    ]
    done = qgis_process("--json", "run", "landrenewal:standardiseparcels", *given)
    assert json.loads(done.stdout)["results"]["PARCELS_KEPT"] == 400
