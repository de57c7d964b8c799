"""The two roads into a table give the same table, and what leaves for a sink arrives whole."""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("qgis.core")
gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from osgeo import gdal, ogr, osr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from land_renewal.core.common.errors import LandRenewalError  # noqa: E402
from land_renewal.processing import adapter, sinks  # noqa: E402
from land_renewal.processing.fields import new_field  # noqa: E402
from land_renewal.processing.progress import Cancelled  # noqa: E402

pytestmark = pytest.mark.usefixtures("qgis_app")

LONG_ID = 913201007000000001
OGR_FIELDS = (
    ("whole", ogr.OFTInteger, ogr.OFSTNone),
    ("long_id", ogr.OFTInteger64, ogr.OFSTNone),
    ("real", ogr.OFTReal, ogr.OFSTNone),
    ("text", ogr.OFTString, ogr.OFSTNone),
    ("day", ogr.OFTDate, ogr.OFSTNone),
    ("small", ogr.OFTInteger, ogr.OFSTInt16),
    ("picture", ogr.OFTBinary, ogr.OFSTNone),
    ("geometry", ogr.OFTString, ogr.OFSTNone),
)
NASTY = (
    ("POINT (1 2)", {"whole": 5, "long_id": LONG_ID, "real": 0.1 + 0.2, "text": "工业用地", "small": 3}),
    (None, {}),
    ("POINT EMPTY", {"whole": 0, "long_id": 0, "real": 0.0, "text": "", "day": "2019/02/28"}),
    ("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", {"whole": -1, "text": "12.50", "geometry": "a bow-tie"}),
    ("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))", {"text": "007"}),
    ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", {"text": " \ttwo\nlines "}),
    ("POINT ZM (1 2 3 4)", {"text": "Z and M"}),
    ("LINESTRING Z (0 0 9, 1 1 9)", {"text": "Z"}),
    ("POINT M (1 2 4)", {"text": "M"}),
    ("POLYGON EMPTY", {"text": "-9999"}),
    ("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))", {"text": "a disc of radius 1"}),
    ("GEOMETRYCOLLECTION (POINT (1 1), CIRCULARSTRING (0 0, 1 1, 2 0))", {"text": "NULL"}),
)


@contextmanager
def config_options(options):
    """GDAL's own one is not in GDAL 3.6."""
    former = {key: gdal.GetConfigOption(key) for key in options}
    for key, value in options.items():
        gdal.SetConfigOption(key, value)
    yield
    for key, value in former.items():
        gdal.SetConfigOption(key, value)


def write_ogr(path, driver, fields, rows, geometry=ogr.wkbUnknown, options=(), epsg=4547):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    dataset = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer(path.stem, srs if geometry != ogr.wkbNone else None, geometry, list(options))
    for name, kind, subtype in fields:
        definition = ogr.FieldDefn(name, kind)
        definition.SetSubType(subtype)
        layer.CreateField(definition)
    for wkt, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in values.items():
            feature.SetField(name, value)
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        assert layer.CreateFeature(feature) == 0
        del feature
    del layer, dataset
    return QgsVectorLayer(str(path), path.stem, "ogr")


@pytest.fixture
def nasty(tmp_path):
    return write_ogr(tmp_path / "nasty.gpkg", "GPKG", OGR_FIELDS, NASTY)


def by_stream(layer, columns=None):
    table = adapter.file_table(layer)
    assert table is not None
    return adapter._read_stream(table, adapter._wanted(table.fields, columns), None)


def by_features(layer):
    return adapter._read_features(
        layer, adapter._wanted(layer.fields(), None), QgsProcessingContext(), None, None
    )


def assert_same(left, right):
    assert list(left.columns) == list(right.columns)
    pd.testing.assert_frame_equal(
        left.drop(columns="geometry"), right.drop(columns="geometry"), check_exact=True
    )
    assert [g.wkb if g is not None else None for g in left.geometry.array] == [
        g.wkb if g is not None else None for g in right.geometry.array
    ]
    assert left.crs == right.crs


def test_both_roads_agree_on_nasty_data(nasty):
    stream = by_stream(nasty)
    assert stream is not None
    assert_same(stream, by_features(nasty))


def test_values_and_types_are_those_of_the_fields(nasty):
    frame = by_stream(nasty)
    assert frame["whole"].tolist()[:4:2] == [5.0, 0.0]
    assert np.isnan(frame["whole"][1])
    assert frame["whole"].dtype == "float64"
    assert frame["long_id"][0] == LONG_ID, "18 digits do not fit into a float"
    assert frame["real"][0] == 0.1 + 0.2
    assert frame["text"].tolist()[:6] == ["工业用地", None, "", "12.50", "007", " \ttwo\nlines "]
    assert frame["text"][11] == "NULL"
    assert frame["day"][2] == "2019-02-28"
    assert frame["day"][0] is None
    assert frame["small"][0] == 3
    assert "picture" not in frame.columns
    assert frame["geometry_text"][3] == "a bow-tie"


def test_geometry_is_flat_straight_and_missing_only_where_missing(nasty):
    shapes = by_stream(nasty).geometry.array
    assert shapes[1] is None
    assert shapes[2].is_empty
    assert shapes[9].wkt == "POLYGON EMPTY"
    assert not shapes[3].is_valid
    assert shapes[4].area == 80
    assert shapes[5].geom_type == "MultiPolygon"
    assert [shapes[i].wkt for i in (6, 7, 8)] == ["POINT (1 2)", "LINESTRING (0 0, 1 1)", "POINT (1 2)"]
    assert shapes[10].area == pytest.approx(np.pi, rel=1e-3)
    assert shapes[11].geoms[1].length == pytest.approx(np.pi, rel=1e-3)


def test_crs_goes_by_definition(tmp_path):
    layer = write_ogr(tmp_path / "a.gpkg", "GPKG", (), [("POINT (0 0)", {})])
    custom = QgsCoordinateReferenceSystem.fromProj(
        "+proj=laea +lat_0=31.3 +lon_0=120.6 +ellps=GRS80 +units=m"
    )
    layer.setCrs(custom)
    frame = adapter.read_table(layer, QgsProcessingContext())
    assert frame.crs.to_dict()["lat_0"] == 31.3
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4547"))
    assert adapter.read_table(layer, QgsProcessingContext()).crs.to_epsg() == 4547


def test_reprojection_into_the_crs_of_the_parcels(nasty):
    degrees = adapter.read_table(nasty, QgsProcessingContext(), crs=QgsCoordinateReferenceSystem("EPSG:4490"))
    expected = gpd.GeoSeries([shapely.Point(1, 2)], crs=4547).to_crs(4490)[0]
    assert degrees.geometry.array[0].distance(expected) < 1e-9
    assert degrees.crs.to_epsg() == 4490
    assert degrees.geometry.array[1] is None


@pytest.mark.parametrize("encoding", ["GBK", "UTF-8"])
def test_shapefile_text_goes_by_the_encoding_set_in_qgis(tmp_path, encoding):
    fields = (("use", ogr.OFTString, ogr.OFSTNone), ("n", ogr.OFTInteger, 0), ("day", ogr.OFTDate, 0))
    rows = [
        ("POINT (1 2)", {"use": "工业用地", "n": 1, "day": "2020/01/31"}),
        ("POINT (2 2)", {}),
        (None, {"n": 3}),
    ]
    with config_options({"SHAPE_ENCODING": encoding}):
        layer = write_ogr(tmp_path / "a.shp", "ESRI Shapefile", fields, rows, ogr.wkbPoint)
    assert "工业用地".encode(encoding) in (tmp_path / "a.dbf").read_bytes()
    layer.setProviderEncoding(encoding)
    frame = by_stream(layer)
    assert frame["use"].tolist() == ["工业用地", None, None]
    assert_same(frame, by_features(layer))


def test_chinese_column_names_in_gbk(tmp_path):
    fields = (("用途", ogr.OFTString, ogr.OFSTNone),)
    with config_options({"SHAPE_ENCODING": "GBK"}):
        layer = write_ogr(
            tmp_path / "a.shp", "ESRI Shapefile", fields, [("POINT (1 2)", {"用途": "工业用地"})]
        )
    layer.setProviderEncoding("GBK")
    assert adapter.read_table(layer, QgsProcessingContext())["用途"].tolist() == ["工业用地"]


def test_short_floats_keep_the_digits_of_the_file(tmp_path):
    layer = write_ogr(
        tmp_path / "a.gpkg", "GPKG", (("r", ogr.OFTReal, ogr.OFSTFloat32),), [("POINT (1 2)", {"r": 0.1})]
    )
    assert adapter.read_table(layer, QgsProcessingContext())["r"].tolist() == [0.1]


@pytest.mark.parametrize(("driver", "suffix"), [("GPKG", "gpkg"), ("FlatGeobuf", "fgb")])
def test_yes_and_no(tmp_path, driver, suffix):
    answers = [1, None, 0, 1, 1, None, 0, 0, 1, 1, 1, 0, None, 0, 1, 1, 0]
    rows = [("POINT (0 0)", {} if answer is None else {"yes": answer}) for answer in answers]
    fields = (("yes", ogr.OFTInteger, ogr.OFSTBoolean),)
    layer = write_ogr(tmp_path / f"f.{suffix}", driver, fields, rows, ogr.wkbPoint, ["SPATIAL_INDEX=NO"])
    frame = adapter.read_table(layer, QgsProcessingContext())
    assert frame["yes"].dtype == "boolean"
    assert frame["yes"].tolist() == [pd.NA if answer is None else bool(answer) for answer in answers]


def test_tables_without_rows_or_geometry(tmp_path):
    empty = write_ogr(tmp_path / "empty.gpkg", "GPKG", OGR_FIELDS, [], ogr.wkbPolygon)
    frame = by_stream(empty)
    assert frame["text"].dtype == object
    assert_same(frame, by_features(empty))
    assert len(frame) == 0
    plain = write_ogr(tmp_path / "plain.gpkg", "GPKG", OGR_FIELDS, [(None, {"text": "a"})], ogr.wkbNone)
    for table in (by_stream(plain), by_features(plain)):
        assert type(table) is pd.DataFrame
        assert table["text"].tolist() == ["a"]


def test_real_layers_agree(shared_data):
    for path in ("tw_parks/產業園區範圍圖.shp", "nyc/lots.gpkg", "leeds_commuting/leeds_msoa_zones.gpkg"):
        layer = QgsVectorLayer(str(shared_data / path), "real", "ogr")
        assert layer.isValid(), path
        frame = adapter.read_table(layer, QgsProcessingContext())
        assert len(frame) == layer.featureCount() > 0
        assert_same(frame, by_features(layer))


def test_only_asked_columns_are_read(nasty):
    columns = ["text", "whole", "not there"]
    assert list(by_stream(nasty, columns).columns) == ["whole", "text", "geometry"]
    memory = nasty.materialize(__import__("qgis.core").core.QgsFeatureRequest())
    assert list(adapter.read_table(memory, QgsProcessingContext(), columns=columns).columns) == [
        "whole", "text", "geometry",
    ]  # fmt: skip


def test_what_only_qgis_knows_is_read_through_qgis(nasty):
    nasty.setSubsetString('"whole" = 5')
    assert adapter.file_table(nasty) is None
    assert adapter.read_table(nasty, QgsProcessingContext())["text"].tolist() == ["工业用地"]
    nasty.setSubsetString("")
    assert adapter.file_table(nasty) is not None
    nasty.addExpressionField("upper(text)", QgsField(new_field("loud", "text")))
    assert adapter.file_table(nasty) is None
    assert "loud" in adapter.read_table(nasty, QgsProcessingContext()).columns


def test_unsaved_edits_are_seen(nasty):
    assert nasty.startEditing()
    first = next(nasty.getFeatures()).id()
    assert nasty.changeAttributeValue(first, nasty.fields().lookupField("text"), "changed")
    assert adapter.read_table(nasty, QgsProcessingContext())["text"][0] == "changed"
    nasty.rollBack()


def test_times_and_lists_become_text(tmp_path):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4490&field=moment:datetime&field=clock:time&field=names:string[0,0]", "m", "memory"
    )
    feature = QgsFeature(layer.fields())
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    feature.setAttributes([QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5)), QTime(6, 7, 8), "x"])
    assert layer.dataProvider().addFeatures([feature])[0]
    frame = adapter.read_table(layer, QgsProcessingContext())
    assert frame.loc[0, ["moment", "clock"]].tolist() == ["2020-01-02T03:04:05", "06:07:08"]


def test_rings_that_nobody_can_read_are_missing_and_counted(tmp_path):
    layer = write_ogr(
        tmp_path / "r.gpkg", "GPKG", (), [("POLYGON ((0 0, 1 0, 1 1))", {}), ("POINT (1 1)", {})]
    )
    feedback = QgsProcessingFeedback()
    frame = adapter.read_table(layer, QgsProcessingContext(), feedback)
    assert frame.geometry.array[0] is None
    assert frame.geometry.array[1].wkt == "POINT (1 1)"
    assert "1 geometries cannot be read" in feedback.textLog()


def test_a_vanished_file_is_one_sentence(nasty, tmp_path):
    table = adapter.file_table(nasty)
    (tmp_path / "nasty.gpkg").rename(tmp_path / "moved.gpkg")
    with pytest.raises(LandRenewalError, match=r"nasty\.gpkg cannot be read"):
        adapter.read_table(table, QgsProcessingContext())


def test_cancel_stops_reading(nasty):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        adapter.read_table(nasty, QgsProcessingContext(), feedback)


def memory_source(layer, context):
    """A Processing source of a layer, as an algorithm gets it."""
    from qgis.core import QgsProcessingParameterFeatureSource, QgsProcessingParameters

    QgsProject.instance().addMapLayer(layer, False)
    definition = QgsProcessingParameterFeatureSource("IN")
    value = QgsProcessingFeatureSourceDefinition(layer.id())
    context.setProject(QgsProject.instance())
    return QgsProcessingParameters.parameterAsSource(definition, {"IN": value}, context)


def file_sink(path, fields, wkb_type, crs=None):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    crs = crs or QgsCoordinateReferenceSystem("EPSG:4547")
    context = QgsProject.instance().transformContext()
    return QgsVectorFileWriter.create(str(path), fields, wkb_type, crs, context, options)


NUMPY_FRAME = pd.DataFrame(
    {
        "level": np.array(["base", None, "block", "community"], dtype=object),
        "rigid_share": np.array([0.1, np.nan, 1.0, 0.0]),
        "encroaching": pd.array([True, None, False, True], dtype="boolean"),
        "parcels": pd.array([1, None, 3, 4], dtype="Int64"),
        "supply_date": ["2020-01-31", None, "1999-12-01", None],
        "score": np.array([1, 2, 3, 4], dtype="int32"),
        "heritage": np.array([True, False, True, False]),
    }
)
NUMPY_EXPECTED = [
    ["base", 0.1, 1, 1, "2020-01-31", 1, 1],
    [None, None, None, None, None, 2, 0],
    ["block", 1.0, 0, 3, "1999-12-01", 3, 1],
    ["community", 0.0, 1, 4, None, 4, 0],
]


def plain_rows(layer, names):
    from qgis.PyQt.QtCore import QDate, QVariant

    def plain(value):
        value = None if isinstance(value, QVariant) else value
        return value.toString("yyyy-MM-dd") if isinstance(value, QDate) else value

    return [[plain(feature[name]) for name in names] for feature in layer.getFeatures()]


def test_numpy_values_and_missing_ones_arrive_in_a_sink(tmp_path):
    shapes = shapely.from_wkt(["POLYGON ((0 0, 1 0, 1 1, 0 0))", None, "MULTIPOLYGON EMPTY", "POLYGON EMPTY"])
    frame = gpd.GeoDataFrame(NUMPY_FRAME.assign(fid=[7, 7, 7, 7]), geometry=shapes, crs=4547)
    fields, wkb_type = sinks.frame_fields(frame), sinks.frame_wkb_type(frame)
    sink = file_sink(tmp_path / "out.gpkg", fields, wkb_type)
    assert sinks.write_frame(frame, sink, fields, wkb_type) == 4
    del sink
    layer = QgsVectorLayer(str(tmp_path / "out.gpkg"), "out", "ogr")
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert plain_rows(layer, NUMPY_FRAME.columns) == NUMPY_EXPECTED
    shapes = [feature.geometry() for feature in layer.getFeatures()]
    assert [g.isEmpty() for g in shapes] == [False, True, True, True], (
        "QGIS writes a missing geometry as empty"
    )
    assert shapes[0].area() == 0.5
    assert fields.field("rigid_share").alias() == "Share under the union of all rigid lines (share)"


def test_augment_leaves_the_original_features_alone(nasty, tmp_path):
    context = QgsProcessingContext()
    source = memory_source(nasty, context)
    extra = NUMPY_FRAME[["level", "rigid_share", "encroaching"]].set_axis([0, 1, 3, 11])
    extra = extra.assign(text=["new", "new", "new", None])
    fields = sinks.augmented_fields(source, extra)
    assert fields.names()[-4:] == ["level", "rigid_share", "encroaching", "text"]
    assert fields.names().count("text") == 1
    sink = file_sink(tmp_path / "out.gpkg", fields, source.wkbType())
    assert sinks.augment(source, extra, sink, fields) == len(NASTY)
    del sink
    out = QgsVectorLayer(str(tmp_path / "out.gpkg"), "out", "ogr")
    kept = [name for name in fields.names() if name not in ("text", "level", "rigid_share", "encroaching")]
    assert plain_rows(out, kept) == plain_rows(nasty, kept)
    shapes = [[f.geometry().asWkb() for f in layer.getFeatures()] for layer in (out, nasty)]
    assert shapes[0][3:6] == shapes[1][3:6]
    rows = plain_rows(out, ["level", "rigid_share", "encroaching", "text"])
    assert rows[:4] == [
        ["base", 0.1, 1, "new"],
        [None, None, None, "new"],
        [None] * 4,
        ["block", 1.0, 0, "new"],
    ]
    assert rows[11] == ["community", 0.0, 1, None]
    QgsProject.instance().removeAllMapLayers()


def test_a_refused_feature_is_an_error_not_a_silence(tmp_path):
    fields = QgsFields()
    fields.append(new_field("fid", "big integer"))
    sink = file_sink(tmp_path / "twice.gpkg", fields, QgsWkbTypes.Type.Point)

    def features():
        for _ in range(2):
            feature = QgsFeature(fields)
            feature.setAttributes([1])
            feature.setGeometry(QgsGeometry.fromWkt("POINT (0 0)"))
            yield feature

    with pytest.raises(LandRenewalError, match="could not be written after row 0"):
        sinks._add(features(), sink, 2, None)


def test_a_frame_in_another_crs_is_not_mislabelled():
    frame = gpd.GeoDataFrame(geometry=shapely.points([[1, 2]]), crs=4547)
    adapter.check_crs(frame, QgsCoordinateReferenceSystem("EPSG:4547"))
    with pytest.raises(ValueError, match="not in"):
        adapter.check_crs(frame, QgsCoordinateReferenceSystem("EPSG:4549"))
