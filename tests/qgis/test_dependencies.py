"""What is missing is found by capability and named in one sentence, with the cure."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core")

from land_renewal.processing import dependencies


def test_everything_is_there_in_the_test_environment(qgis_app):
    assert dependencies.missing() == []
    assert dependencies.problem() == ""


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
