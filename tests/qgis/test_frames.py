"""Tables read by GDAL alone: the same as those the adapter reads, also while layers are opened elsewhere."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core")

import pandas as pd
from qgis.core import QgsVectorLayer

from land_renewal.processing.frames import read_frames
from land_renewal.processing.geopackage import read_layer

TABLES = (
    "scenario_comparison",
    "economics_cashflow",
    "economics_break_even",
    "scenario_summary",
    "shortages",
)


def test_the_tables_are_those_of_the_result(result):
    frames = read_frames(result.path, (*TABLES, "no such table"))
    assert tuple(frames) == TABLES
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(frame, pd.DataFrame(read_layer(result.path, name)))
    assert str(frames["scenario_comparison"]["rising"].dtype) == "boolean"


def test_some_columns_and_no_geometry(result):
    frames = read_frames(result.path, ("receivers", "shortages"), {"receivers": ("park_id", "park")})
    assert list(frames["receivers"]) == ["park_id", "park"] and "missing_m2" in frames["shortages"]
    assert read_frames(result.path.with_name("absent.gpkg"), TABLES) == {}


def test_it_can_be_read_while_layers_are_opened(result, background):
    found = []
    ended = background(lambda: [found.append(read_frames(result.path, TABLES)) for _ in range(5)])
    while not ended.is_set():
        assert QgsVectorLayer(f"{result.path}|layername=parcels", "parcels", "ogr").isValid()
    assert len(found) == 5
