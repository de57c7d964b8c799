"""The same study in another process gives the same GeoPackage, whatever the seeds of hashes there."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

SCRIPT = """
import json
from processing.core.Processing import Processing
from land_renewal.processing.provider import LandRenewalProvider
Processing.initialize()
provider = LandRenewalProvider()
QgsApplication.processingRegistry().addProvider(provider)
Processing.runAlgorithm("landrenewal:study", json.loads(sys.argv[1]))
QgsApplication.processingRegistry().removeProvider(provider)
app.exitQgis()
"""


def study(own_process, inputs: dict, path: Path, seed: str) -> None:
    environment = {**os.environ, "QT_HASH_SEED": seed, "PYTHONHASHSEED": seed}
    parameters = json.dumps({**inputs, "OUTPUT": str(path)})
    done = own_process(SCRIPT, parameters, env=environment)
    assert path.is_file(), done.stderr[-2000:]


def content(path: Path) -> dict[str, list]:
    """The rows of every table, also of those that are SQLite's and the GeoPackage's own."""
    with closing(sqlite3.connect(path)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        # The index of shapes is kept in tables of its own; the virtual one needs GDAL's functions.
        tables = [name for name in tables if not name.startswith("rtree_") or name.endswith("_node")]
        return {name: file.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(tables)}


def test_two_processes_write_the_same_tables_and_styles(district, tmp_path, own_process):
    for seed in ("0", "7"):
        (tmp_path / seed).mkdir()
        study(own_process, district.inputs, tmp_path / seed / "study.gpkg", seed)
    files = [tmp_path / seed / "study.gpkg" for seed in ("0", "7")]
    one, two = map(content, files)
    assert len(one["layer_styles"]) > 10 and one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
