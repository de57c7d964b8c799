"""Without its libraries the plugin loads, and every algorithm says in one sentence what to install."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core")

from land_renewal.processing import dependencies

BLOCKED = """
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"geopandas", "shapely", "pandas", "scipy"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
for name in list(sys.modules):
    if name.split(".")[0] in {"geopandas", "shapely", "pandas", "scipy"}:
        del sys.modules[name]
"""


def test_everything_is_there_in_the_test_environment(qgis_app):
    assert dependencies.missing() == []
    assert dependencies.problem() == ""


def test_plugin_without_libraries_loads_and_says_what_is_missing(python):
    words = python(
        BLOCKED
        + """
from processing.core.Processing import Processing
Processing.initialize()
plugin = land_renewal.classFactory(None)
plugin.initProcessing()
from land_renewal.processing.base import LandRenewalAlgorithm
class Probe(LandRenewalAlgorithm):
    TITLE = "Probe"
    def name(self):
        return "probe"
    def declare(self):
        self.rules()
    def compute(self, job):
        raise AssertionError("must not run")
provider = registry.providerById("landrenewal")
assert provider.addAlgorithm(Probe())
for algorithm in provider.algorithms():
    able, sentence = algorithm.canExecute()
    assert not able
    assert sentence.startswith("Land Renewal needs pandas 1.5 or later, scipy 1.8 or later, shapely"), sentence
from qgis.core import QgsProcessingException
import processing
try:
    processing.run("landrenewal:probe", {})
except QgsProcessingException as error:
    assert str(error) == sentence, error
    print("refused")
plugin.unload()
"""
    )
    assert words == ["refused"]


def test_what_is_too_old_counts_as_missing(monkeypatch):
    import types

    old = types.ModuleType("shapely")
    old.__version__ = "9.9"
    monkeypatch.setitem(__import__("sys").modules, "shapely", old)
    monkeypatch.setattr(dependencies, "_state", {})
    assert "shapely 2.0 or later" in dependencies.missing()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_the_sentence_names_the_cure_of_the_platform(platform):
    sentence = dependencies.sentence(["shapely 2.0 or later"], platform)
    assert sentence.startswith("Land Renewal needs shapely 2.0 or later: ")
    assert sentence.count("\n") == 0
    assert sentence.endswith("start QGIS again.")
    cure = {"win32": "full installer", "darwin": "--no-deps"}.get(platform, "python3-geopandas")
    assert cure in sentence
    for wheel in ("pyproj", "pyogrio", "fiona"):
        assert wheel not in sentence
