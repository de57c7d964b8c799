"""Layers as they are passed on: zips, shapefiles without .cpg, .prj, .shx; and a study from such files."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.processing import files, layerfiles
from land_renewal.processing.geopackage import read_layer

openpyxl = pytest.importorskip("openpyxl")
ROOT = Path(__file__).resolve().parents[2]
FIELDS = ("地块编号:string(20)", "地类编码:string(10)", "权利人:string(60)", "开工时间:string(30)")
# Squares of 100 m: 1 ha, 15 mu.
PARCELS = [
    ("P1", "0601", "华兴机械有限公司", "2012年5月1日"),
    ("P2", "0601", "永盛电子有限公司", "1901-01-01"),
    ("P3", "0601", "德昌塑料制品厂", "40909"),
    ("P4", "0701", None, None),
    ("P5", "0601", "鑫源五金厂", "03/04/2018"),
]


def square(place, size=100.0, x=500_000.0):
    left, low = x + place * 120, 3_400_000.0
    corners = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
    return f"POLYGON(({', '.join(f'{left + dx} {low + dy}' for dx, dy in corners)}))"


def save(path, rows, fields=FIELDS, encoding="GBK", crs="EPSG:4549"):
    """A shapefile with one square a row; its encoding is said nowhere."""
    layer = QgsVectorLayer(
        f"Polygon?crs={crs}&" + "&".join(f"field={name}" for name in fields), "layer", "memory"
    )
    for place, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(QgsGeometry.fromWkt(square(place)))
        layer.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", encoding
    written = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert written[0] == 0, written
    path.with_suffix(".cpg").unlink(missing_ok=True)
    return path


def zipped(path, folder, *names, prefix=""):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            for file in sorted(folder.glob(f"{name}.*")):
                archive.write(file, prefix + file.name)
    return path


def texts(layer, field):
    return [feature[field] or None for feature in layer.getFeatures()]


@pytest.mark.parametrize(
    ("encoding", "expected"), [("GBK", "GB18030"), ("UTF-8", "UTF-8"), ("Big5", "CP950")]
)
@pytest.mark.parametrize("ldid", [0x00, 0x57])
def test_the_encoding_is_told_by_the_bytes(qgis_app, tmp_path, encoding, expected, ldid):
    holders = ["華興機械股份有限公司" if encoding == "Big5" else row[2] for row in PARCELS]
    path = save(tmp_path / "a.shp", [(str(n), holder) for n, holder in enumerate(holders)],
                ("id:string(5)", "權利人:string(60)"), encoding)  # fmt: skip
    dbf = bytearray(path.with_suffix(".dbf").read_bytes())
    dbf[29] = ldid
    path.with_suffix(".dbf").write_bytes(dbf)
    found = layerfiles.open_layer(path)
    assert texts(found.layer, "權利人") == holders
    assert found.layer.dataProvider().encoding() == expected
    assert found.notes == [f"a.shp: there is no .cpg; read as {expected}, by its texts."]


def test_a_wrong_cpg_is_said(qgis_app, tmp_path):
    path = save(tmp_path / "a.shp", PARCELS)
    path.with_suffix(".cpg").write_text("UTF-8")
    found = layerfiles.open_layer(path)
    assert texts(found.layer, "权利人")[0] == PARCELS[0][2]
    assert found.notes == ["a.shp: the .cpg says UTF-8, but its texts are GB18030."]


def test_a_missing_index_is_rebuilt_in_a_copy(qgis_app, tmp_path):
    path = save(tmp_path / "a.shp", PARCELS)
    path.with_suffix(".shx").unlink()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    found = layerfiles.open_layer(path)
    assert [f.geometry().area() for f in found.layer.getFeatures()] == [10_000.0] * 5
    assert texts(found.layer, "地块编号") == [row[0] for row in PARCELS]
    assert any(".shx" in note for note in found.notes)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_missing_prj_leaves_the_crs_open_or_declared(qgis_app, tmp_path):
    path = save(tmp_path / "a.shp", PARCELS)
    path.with_suffix(".prj").unlink()
    found = layerfiles.open_layer(path)
    assert not found.layer.crs().isValid()
    assert any("not known (no .prj)" in note for note in found.notes)
    declared = layerfiles.open_layer(path, crs="EPSG:4549")
    assert declared.layer.crs() == QgsCoordinateReferenceSystem("EPSG:4549")
    with pytest.raises(LandRenewalError, match="no coordinate reference system"):
        layerfiles.open_layer(path, crs="EPSG:1")


@pytest.mark.parametrize("prefix", ["", "a/b/", "成果/"])
def test_zips_open_wherever_the_layer_lies(qgis_app, tmp_path, prefix):
    save(tmp_path / "地块.shp", PARCELS)
    path = zipped(tmp_path / "x.zip", tmp_path, "地块", prefix=prefix)
    source = files.open_source(str(path))
    assert texts(source.layer, "地块编号") == [row[0] for row in PARCELS]
    assert source.notes[0] == "x.zip: 地块.shp is read."


def test_names_in_a_zip_may_be_in_gbk(qgis_app, tmp_path):
    save(tmp_path / "a.shp", PARCELS)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for file in sorted(tmp_path.glob("a.*")):
            archive.writestr(f"地块图斑{file.suffix}".encode("gbk").decode("cp437"), file.read_bytes())
    plain = tmp_path / "y.zip"
    plain.write_bytes(_without_utf8_flag(tmp_path / "x.zip"))
    assert files.open_source(str(plain)).path.name == "地块图斑.shp"


def _without_utf8_flag(path):
    """The same archive as an old Chinese program writes it: names as GBK bytes, no flag."""
    out = io.BytesIO()

    class Info(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode("cp437"), self.flag_bits & ~0x800

    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            target.writestr(Info(info.filename), source.read(info))
    return out.getvalue()


def test_several_layers_want_a_name(qgis_app, tmp_path):
    for name in ("红线", "农田"):
        save(tmp_path / f"{name}.shp", PARCELS)
    path = zipped(tmp_path / "x.zip", tmp_path, "红线", "农田")
    with pytest.raises(LandRenewalError, match=r"holds 2 layers: add .layername= and one of 农田, 红线"):
        files.open_source(str(path))
    assert files.open_source(f"{path}|layername=农田").path.name == "农田.shp"
    with pytest.raises(LandRenewalError, match="农用"):
        files.open_source(f"{path}|layername=农用")


def test_a_zipped_geopackage_and_a_zipped_workbook(qgis_app, district, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.gpkg.zip", "w") as archive:
        archive.write(district.path, "district.gpkg")
    with pytest.raises(LandRenewalError, match=r"holds \d+ layers: add .layername= and one of .*parks"):
        files.open_source(str(tmp_path / "x.gpkg.zip"))
    parks = files.open_source(f"{tmp_path / 'x.gpkg.zip'}|layername=parks").layer
    assert parks.isValid() and "park_id" in parks.fields().names()
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as archive:
        archive.writestr("企业.csv", "名称,税收\nA,1\n".encode("gbk"))
    assert files.read_any(files.open_source(str(tmp_path / "y.zip"))).frame.to_dict("list") == {
        "名称": ["A"],
        "税收": ["1"],
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"PK\x03\x04 broken", "cannot be unpacked"), (None, "holds no layer and no table")],
)
def test_zips_without_a_layer_are_refused(qgis_app, tmp_path, content, words):
    path = tmp_path / "x.zip"
    if content is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.md", "nothing")
            archive.writestr("__MACOSX/._a.shp", "nothing")
    else:
        path.write_bytes(content)
    with pytest.raises(LandRenewalError, match=words):
        files.open_source(str(path))


def test_what_is_read_here_and_what_by_qgis(qgis_app, district, tmp_path):
    path = save(tmp_path / "a.shp", PARCELS)
    assert files.is_messy_file(str(path))
    path.with_suffix(".cpg").write_text("GBK")
    assert not files.is_messy_file(str(path))
    assert not files.is_messy_file(district.inputs["PARCELS"])
    assert not files.is_messy_file(str(tmp_path / "absent.zip"))
    (tmp_path / "a.csv").write_text("a\n1\n")
    assert files.is_messy_file(str(tmp_path / "a.csv"))
    assert not files.is_messy_file(str(tmp_path / "a.csv"), tables=False)
    assert files.is_messy_file(QgsProcessingFeatureSourceDefinition(str(tmp_path / "a.csv")))
    assert not files.is_messy_file(None)
    with pytest.raises(LandRenewalError, match="sheetnam"):
        files.open_source(f"{tmp_path / 'a.csv'}|sheetnam=a")


def test_the_parks_of_taiwan(qgis_app, shared_data):
    path = shared_data / "tw_parks" / "產業園區範圍圖.shp"
    layer = layerfiles.open_layer(path).layer
    names = texts(layer, "NAME")
    assert len(names) == 212
    assert names[0] == "臺中港科技產業園區"
    assert not any("\ufffd" in (name or "") for name in names)
    assert sum(feature["NN"] for feature in layer.getFeatures()) == pytest.approx(42_169.81, abs=0.01)


# ---------------------------------------------------------------------------------------------- a study

MAPPING = """\
name: 某县
tables:
  parcels:
    columns:
      parcel_id: 地块编号
      land_code: 地类编码
      holder: 权利人
      start_actual: 开工时间
  enterprises:
    columns:
      name: 企业名称
      output: {from: 经济指标_产值, unit: 万元}
      tax: {from: 经济指标_税收, unit: 元}
"""
FIRMS = [
    ("某县工业企业调查表", None, None, None, None),
    ("填报单位：经信局", None, None, None, "单位：万元、亩"),
    ("序号", "企业名称", "经济指标", None, "用地面积（亩）"),
    (None, None, "产值", "税收", None),
    (1, "华兴机械有限公司", "1，200", 36_000, 15),
    (2, "永盛电子有限公司", 0, "１２000", "14.5"),
    (None, None, None, None, None),
    (3, "德昌塑料制品厂", "≤500", 5000, 15),
    (4, "鑫源五金厂", 800, 2000, 15),
    ("合计", None, 2000, 55_000, 59.5),
    ("注：产值为2022年数据。", None, None, None, None),
]


@pytest.fixture(scope="module")
def county(qgis_app, tmp_path_factory):
    """What a planner has: a zip of patches, a workbook of firms, three control lines, a column mapping."""
    folder = tmp_path_factory.mktemp("县")
    save(folder / "图斑.shp", PARCELS)
    zipped(folder / "patches.zip", folder, "图斑", prefix="成果/")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in FIRMS:
        sheet.append(row)
    for area in ("A1:E1", "C3:D3", "A3:A4", "B3:B4", "E3:E4"):
        sheet.merge_cells(area)
    book.save(folder / "firms.xlsx")
    for name in ("redline", "farmland", "boundary"):
        save(folder / f"{name}.shp", [("x",)], ("name:string(5)",))
    (folder / "redline.shx").unlink()
    (folder / "mapping.yml").write_text(MAPPING, encoding="utf-8")
    lines = {name.upper(): str(folder / f"{name}.shp") for name in ("redline", "farmland", "boundary")}
    return {
        "PARCELS": str(folder / "patches.zip"),
        "ENTERPRISES": str(folder / "firms.xlsx"),
        **lines,
        "MAPPING": str(folder / "mapping.yml"),
    }


def check_county(path):
    parcels = read_layer(path, "parcels").set_index("parcel_id")
    assert parcels.index.tolist() == ["P1", "P2", "P3", "P4", "P5"]
    assert parcels["holder"].tolist() == [row[2] for row in PARCELS]
    assert parcels["start_actual"].tolist() == ["2012-05-01", None, "2012-01-01", None, None]
    assert parcels["area_m2"].to_numpy() == pytest.approx(1e4, rel=1e-3)
    firms = read_layer(path, "enterprises").set_index("name")
    assert firms["output"].to_dict() == pytest.approx(
        {
            "华兴机械有限公司": 1200,
            "永盛电子有限公司": float("nan"),
            "德昌塑料制品厂": float("nan"),
            "鑫源五金厂": 800,
        },
        nan_ok=True,
    )
    assert firms["tax"].tolist() == pytest.approx([3.6, 1.2, 0.5, 0.2])
    rejects = read_layer(path, "rejects")
    own = rejects[rejects["table"] == "enterprises"]
    assert list(zip(own["row"], own["column"], own["reason"])) == [
        (1, None, "above the header"),
        (2, None, "above the header"),
        (7, None, "blank row"),
        (8, "output", "not a number"),
        (10, None, "total row"),
        (11, None, "remark below the table"),
    ]
    assert own["value"].tolist()[3:5] == ["≤500", "合计 | 2000 | 55000 | 59.5"]
    dated = rejects[rejects["column"] == "start_actual"]
    assert dated[["row", "id", "value"]].to_numpy().tolist() == [[5, "P5", "03/04/2018"]]
    # Every row of the sheet is in the header, in the table or in the rejects.
    assert len(FIRMS) == 2 + len(firms) + own["column"].isna().sum()
    notes = " ".join(read_layer(path, "run_log")["notes"])
    for words in ("there is no .cpg", "The header is rows 3 to 4", "index (.shx) is missing",
                  "are placeholders", "serial numbers", "output: 1 of 4 values are 0"):  # fmt: skip
        assert words in notes, words


def test_from_files_to_a_study(county, tmp_path, feedback):
    path = tmp_path / "study.gpkg"
    done = processing.run("landrenewal:study", {**county, "OUTPUT": str(path)}, feedback=feedback)
    check_county(path)
    assert done["REJECTED"] == 7
    first = {name: read_layer(path, name) for name in ("parcels", "enterprises", "rejects", "flows")}
    assert any("patches.zip: 图斑.shp is read" in text for text in feedback.infos)
    assert len([text for text in feedback.infos if "The header is rows 3 to 4" in text]) == 1
    again = processing.run("landrenewal:study", {**county, "OUTPUT": str(path)})
    assert again["STEPS_REUSED"] > 5
    for name, frame in first.items():
        pd.testing.assert_frame_equal(pd.DataFrame(read_layer(path, name)), pd.DataFrame(frame))
    check_county(path)


def test_results_come_with_the_features_of_the_zip(county):
    done = processing.run(
        "landrenewal:controllines", {"PARCELS": county["PARCELS"], "REDLINE": county["REDLINE"],
                                     "MAPPING": county["MAPPING"], "OUTPUT": "memory:"}
    )  # fmt: skip
    features = list(done["OUTPUT"].getFeatures())
    assert [feature["地块编号"] for feature in features] == ["P1", "P2", "P3", "P4", "P5"]
    assert [round(feature["redline_share"], 3) for feature in features] == [1, 0, 0, 0, 0]


def test_a_workbook_chosen_as_a_layer_is_read_the_same_way(county, feedback):
    layer = QgsVectorLayer(county["ENTERPRISES"], "firms", "ogr")
    assert layer.isValid()
    given = {name: county[name] for name in ("PARCELS", "MAPPING")}
    done = processing.run(
        "landrenewal:identifydeficiency",
        {**given, "ENTERPRISES": layer, "OUTPUT": "memory:", "ENTERPRISES_OUTPUT": "memory:"},
        feedback=feedback,
    )
    names = [feature["name"] for feature in done["ENTERPRISES_OUTPUT"].getFeatures()]
    assert names == ["华兴机械有限公司", "永盛电子有限公司", "德昌塑料制品厂", "鑫源五金厂"]
    assert any("1 left out: total row (row 10)" in text for text in feedback.infos)


def test_what_cannot_be_opened_is_said_in_a_sentence(county, tmp_path):
    broken = tmp_path / "x.zip"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(QgsProcessingException, match=r"PARCELS: x.zip cannot be unpacked"):
        processing.run(
            "landrenewal:study", {**county, "PARCELS": str(broken), "OUTPUT": str(tmp_path / "o.gpkg")}
        )


def test_one_call_of_qgis_process(county, tmp_path):
    program = next(
        (path for path in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(path)),
        None,
    )
    if program is None:
        pytest.skip("qgis_process is not installed")
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "land_renewal").symlink_to(ROOT, target_is_directory=True)
    environment = {
        **os.environ,
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "PYTHONPATH": str(ROOT / "build" / "libs"),
        "LC_ALL": "C.UTF-8",
    }

    def call(*words):
        return subprocess.run([program, *words], env=environment, capture_output=True, text=True, timeout=120)

    assert call("plugins", "enable", "land_renewal").returncode == 0
    path = tmp_path / "study.gpkg"
    done = call(
        "run",
        "landrenewal:study",
        *(f"--{name}={value}" for name, value in county.items()),
        f"--OUTPUT={path}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    check_county(path)
