"""GeoPackages: what goes in comes out, nothing is lost when a run is killed, styles come with the layers."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("qgis.core")
gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from osgeo import ogr  # noqa: E402
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer, QgsWkbTypes  # noqa: E402

from land_renewal.core.common.errors import LandRenewalError  # noqa: E402
from land_renewal.processing.adapter import pyproj_crs  # noqa: E402
from land_renewal.processing.geopackage import (  # noqa: E402
    LayerData,
    check_replaceable,
    check_writable,
    layer_names,
    read_layer,
    replacing,
    write_geopackage,
)
from land_renewal.processing.styles import save_styles  # noqa: E402

pytestmark = pytest.mark.usefixtures("qgis_app")

SQUARE = shapely.box(500_000, 3_400_000, 500_100, 3_400_100)


def crs(code="EPSG:4547"):
    return QgsCoordinateReferenceSystem(code)


def parcels():
    return gpd.GeoDataFrame(
        {
            "parcel_id": ["甲-1", 'O\'Brien "2"', "3;4", "5"],
            "area_m2": [10_000.1, np.nan, 1 / 3, np.inf],
            "encroaching": pd.array([True, None, False, True], dtype="boolean"),
            "heritage": [True, False, False, True],
            "supply_date": ["2020-02-29", None, "1999-12-31", None],
            "start_due": ["soon", None, "2020-01-01", None],
            "parcels": [1.0, np.nan, 3.0, 4.0],
            "year": [2018, 2019, 2020, 2021],
            "own_number": np.array([2**60, 1, 2, 3]),
            "level_note": [None, None, None, None],
            "fid": [9, 9, 9, 9],
        },
        geometry=[SQUARE, None, shapely.Polygon(), shapely.MultiPolygon([SQUARE])],
        crs=4547,
    )


def runs():
    return pd.DataFrame({"step": ["levels", "deficiency"], "rows": [4, 0]})


@pytest.fixture
def former(tmp_path):
    """A GeoPackage with parcels and a run_log."""
    layers = {"parcels": LayerData(parcels(), crs(), description="地块"), "run_log": LayerData(runs())}
    return write_geopackage(tmp_path / "study.gpkg", layers)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_tables_come_back_as_they_were(former):
    frame, back = parcels(), read_layer(former, "parcels")
    expected = frame.drop(columns=["fid", "geometry"]).assign(
        heritage=frame["heritage"].astype("boolean"), level_note=pd.Series([None] * 4, dtype=object)
    )
    pd.testing.assert_frame_equal(pd.DataFrame(back.drop(columns="geometry")), expected, check_exact=True)
    assert [None if g is None else g.wkt for g in back.geometry.array] == [
        shapely.MultiPolygon([SQUARE]).wkt, None, "MULTIPOLYGON EMPTY", shapely.MultiPolygon([SQUARE]).wkt,
    ]  # fmt: skip
    assert back.crs == frame.crs
    log = read_layer(former, "run_log")
    assert type(log) is pd.DataFrame
    pd.testing.assert_frame_equal(log, runs())
    assert list(read_layer(former, "parcels", ["year", "nothing"]).columns) == ["year", "geometry"]


def test_a_layer_as_qgis_sees_it(former):
    layer = QgsVectorLayer(f"{former}|layername=parcels", "p", "ogr")
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert layer.crs().authid() == "EPSG:4547"
    assert [feature["fid"] for feature in layer.getFeatures()] == [1, 2, 3, 4]
    assert layer.extent().xMinimum() == pytest.approx(500_000, abs=0.1)
    assert layer.extent().yMaximum() == pytest.approx(3_400_100, abs=0.3)
    assert layer.hasSpatialIndex() == 2
    inside = layer.extent()
    inside.scale(0.1)
    assert [f["fid"] for f in layer.getFeatures(inside)] == [1, 4], "the index finds the rows"
    names = {field.name(): field.typeName() for field in layer.fields()}
    assert names["supply_date"] == "Date"
    assert names["start_due"] == "String", "'soon' would be lost in a date column"
    # QGIS 3.22 calls a small integer an integer, too.
    assert names["encroaching"] in ("Integer", "Int16")
    assert names["parcels"] == names["year"] == "Integer"
    assert not QgsVectorLayer(f"{former}|layername=run_log", "r", "ogr").isSpatial()


def test_the_standard_is_kept(former):
    """Header of geometry blobs, contents, counts: read with SQLite alone."""
    with closing(sqlite3.connect(former)) as connection:
        blobs = [row[0] for row in connection.execute("SELECT geom FROM parcels ORDER BY fid")]
        contents = dict(connection.execute("SELECT table_name, data_type FROM gpkg_contents"))
        counts = dict(connection.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents"))
        checked = connection.execute("PRAGMA integrity_check").fetchone()[0]
    assert blobs[0][:8] == b"GP\x00\x01" + (4547).to_bytes(4, "little")
    assert blobs[1] is None
    assert blobs[2][3] == 0x11, "the flag of an empty geometry"
    assert contents == {"parcels": "features", "run_log": "attributes"}
    assert counts == {"parcels": 4, "run_log": 2}
    assert checked == "ok"


def test_same_input_same_bytes(former, tmp_path, monkeypatch):
    layers = {"parcels": LayerData(parcels(), crs(), description="地块"), "run_log": LayerData(runs())}
    again = write_geopackage(tmp_path / "again.gpkg", layers)
    assert digest(again) == digest(former)


VALUES = st.fixed_dictionaries(
    {
        "word": st.none() | st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")),
        "real": st.floats(allow_nan=False) | st.just(np.nan),
        "whole": st.integers(-(2**63) + 1, 2**63 - 1),
        "answer": st.sampled_from([True, False, None]),
    }
)


@settings(max_examples=15)
@given(st.lists(VALUES, min_size=1, max_size=30))
def test_any_values_survive(tmp_path, rows):
    frame = pd.DataFrame(
        {
            "word": pd.Series([row["word"] for row in rows], dtype=object),
            "real": [row["real"] for row in rows],
            "whole": pd.Series([row["whole"] for row in rows], dtype="int64"),
            "answer": pd.array([row["answer"] for row in rows], dtype="boolean"),
        }
    )
    write_geopackage(tmp_path / "any.gpkg", {"any": LayerData(frame)})
    pd.testing.assert_frame_equal(read_layer(tmp_path / "any.gpkg", "any"), frame, check_exact=True)


def test_a_killed_run_leaves_the_former_file(former, tmp_path):
    before = digest(former)

    def killed(share, text):
        if text == "second":
            raise KeyboardInterrupt

    layers = {"first": LayerData(parcels(), crs()), "second": LayerData(runs())}
    with pytest.raises(KeyboardInterrupt):
        write_geopackage(former, layers, progress=killed)
    assert digest(former) == before
    assert os.listdir(tmp_path) == ["study.gpkg"], "no draft stays behind"


def test_kept_layers_are_taken_over(former):
    rows = read_layer(former, "parcels")
    size = former.stat().st_size
    scenario = LayerData(parcels().head(1), crs(), "MultiPolygon")
    write_geopackage(former, {"scenario": scenario}, keep=["parcels"])
    assert layer_names(former) == ["parcels", "scenario"]
    pd.testing.assert_frame_equal(read_layer(former, "parcels"), rows)
    write_geopackage(former, {"run_log": LayerData(runs())}, keep=["parcels"])
    assert layer_names(former) == ["parcels", "run_log"]
    assert former.stat().st_size <= size, "the space of dropped layers is given back"
    with pytest.raises(LandRenewalError, match="no layer flows"):
        write_geopackage(former, {}, keep=["flows"])


def test_writing_over_a_file_that_is_open_in_qgis(former):
    layer = QgsVectorLayer(f"{former}|layername=parcels", "p", "ogr")
    assert layer.startEditing()
    first = next(layer.getFeatures()).id()
    layer.changeAttributeValue(first, layer.fields().lookupField("year"), 1900)
    assert layer.commitChanges()
    write_geopackage(former, {"parcels": LayerData(parcels().tail(1), crs())})
    assert read_layer(former, "parcels")["year"].tolist() == [2021]
    del layer
    with closing(sqlite3.connect(former)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert read_layer(former, "parcels")["year"].tolist() == [2021], "no old log spoils the new file"


@pytest.mark.parametrize("name", ["study.shp", "missing/study.gpkg", "folder.gpkg", "file/study.gpkg"])
def test_bad_targets_are_refused_in_one_sentence(tmp_path, name):
    (tmp_path / "folder.gpkg").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(LandRenewalError) as refused:
        check_writable(tmp_path / name)
    assert str(refused.value).count("\n") == 0
    assert len(str(refused.value)) > 20


def test_a_read_only_folder_is_refused_before_any_work(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    # The superuser may write everywhere but in the kernel's own folders.
    target = "/proc/study.gpkg" if os.geteuid() == 0 else folder / "study.gpkg"
    with pytest.raises(LandRenewalError, match="cannot be written"):
        write_geopackage(target, {"run_log": LayerData(runs())})


def test_tables_that_do_not_fit_are_refused(tmp_path):
    twice = pd.DataFrame({"Level": ["a"], "level": ["b"]})
    with pytest.raises(LandRenewalError, match="two columns named 'level'"):
        write_geopackage(tmp_path / "a.gpkg", {"t": LayerData(twice)})
    with pytest.raises(LandRenewalError, match="cannot hold MultiPolygon"):
        write_geopackage(tmp_path / "a.gpkg", {"t": LayerData(parcels(), crs(), "Polygon")})
    with pytest.raises(ValueError, match="not in"):
        write_geopackage(tmp_path / "a.gpkg", {"t": LayerData(parcels(), crs("EPSG:4549"))})
    assert os.listdir(tmp_path) == []


def test_a_custom_crs_survives(tmp_path):
    local = QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=31.3 +lon_0=120.6 +ellps=GRS80 +units=m")
    frame = gpd.GeoDataFrame({"a": ["x"]}, geometry=[SQUARE])
    write_geopackage(tmp_path / "a.gpkg", {"t": LayerData(frame, local)})
    back = QgsVectorLayer(f"{tmp_path / 'a.gpkg'}|layername=t", "t", "ogr").crs()
    assert back.isValid()
    assert pyproj_crs(back).equals(pyproj_crs(local), ignore_axis_order=True)


def style(tmp_path, colour="#123456"):
    """A QML file as QGIS writes it."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4547&field=parcel_id", "p", "memory")
    from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer

    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": colour})))
    path = tmp_path / f"{colour[1:]}.qml"
    message, saved = layer.saveNamedStyle(str(path))
    assert saved, message
    return path


def colour_of(path, name="parcels"):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    return layer.renderer().symbol().color().name()


def test_styles_are_loaded_with_their_layers(former, tmp_path):
    save_styles(former, {"parcels": style(tmp_path)})
    assert colour_of(former) == "#123456"
    save_styles(former, {"parcels": style(tmp_path, "#654321")})
    assert colour_of(former) == "#654321"
    with closing(sqlite3.connect(former)) as connection:
        stored = connection.execute(
            "SELECT f_table_name, useAsDefault, update_time FROM layer_styles"
        ).fetchall()
    assert stored == [("parcels", 1, "2000-01-01T00:00:00.000Z")]


def test_styles_follow_their_layers_through_rewriting(tmp_path):
    layers = {"parcels": LayerData(parcels(), crs()), "blocks": LayerData(parcels(), crs())}
    path = tmp_path / "s.gpkg"
    both = dict.fromkeys(("parcels", "blocks", "not written"), style(tmp_path))
    write_geopackage(path, layers, styles=both)
    assert colour_of(path, "blocks") == "#123456"
    assert layer_names(path) == ["parcels", "blocks"]
    write_geopackage(path, {"run_log": LayerData(runs())}, keep=["parcels"])
    assert colour_of(path) == "#123456"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT f_table_name FROM layer_styles").fetchall() == [("parcels",)]


def test_a_style_that_does_not_fit_is_named(former, tmp_path):
    (tmp_path / "broken.qml").write_text("no XML")
    with pytest.raises(LandRenewalError, match=r"broken\.qml could not be stored with layer 'parcels'"):
        save_styles(former, {"parcels": tmp_path / "broken.qml"})


def test_small_integers_are_flags_and_nothing_else(former):
    dataset = ogr.Open(str(former))
    definition = dataset.GetLayerByName("parcels").GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    flags = [field.GetName() for field in fields if field.GetSubType() == ogr.OFSTInt16]
    del fields, definition, dataset
    assert flags == ["encroaching", "heritage"]


def test_a_file_whose_draft_is_still_being_read_can_be_opened_and_written_again(tmp_path):
    source, path, logs = tmp_path / "source.gpkg", tmp_path / "out.gpkg", []
    numbers = LayerData(pd.DataFrame({"number": [1, 2]}))
    write_geopackage(source, {"numbers": numbers, "others": numbers})
    for _ in range(3):
        with replacing(path) as draft:
            draft.write_bytes(source.read_bytes())
            for name in ("numbers", "others"):
                layer = QgsVectorLayer(f"{draft}|layername={name}", name, "ogr")
                # QGIS keeps a file open for a minute after rows of it were read.
                assert [feature["number"] for feature in layer.getFeatures()] == [1, 2]
                assert layer.saveStyleToDatabase("plain", "plain", True, "") == ""
                del layer
            logs.append(draft.with_name(f"{draft.name}-wal").exists())
        assert read_layer(path, "numbers")["number"].tolist() == [1, 2]
        with closing(sqlite3.connect(str(path))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) FROM layer_styles").fetchone() == (2,)
    assert all(logs), "QGIS no longer holds on to the draft, so this test shows nothing"
    assert sorted(os.listdir(tmp_path)) == ["out.gpkg", "source.gpkg"]


def test_only_a_former_result_may_be_replaced(tmp_path):
    path, own = tmp_path / "mine.gpkg", ("parcels", "run_log")
    check_replaceable(path, own, "run_log")
    path.touch()
    check_replaceable(path, own, "run_log")
    table = LayerData(pd.DataFrame({"number": [1]}))
    for layers, named in (({"parcels", "roads"}, "roads"), ({"parcels"}, "parcels")):
        write_geopackage(path, dict.fromkeys(sorted(layers), table))
        with pytest.raises(LandRenewalError, match=rf"mine\.gpkg holds layers .*\({named}\).*another name"):
            check_replaceable(path, own, "run_log")
    write_geopackage(path, dict.fromkeys(own, table))
    check_replaceable(path, own, "run_log")
