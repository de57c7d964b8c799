"""The template of the algorithms, proved with small algorithms through ``processing.run``."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("qgis.core")
gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

from land_renewal.core.common.errors import LandRenewalError  # noqa: E402
from land_renewal.processing import styles  # noqa: E402
from land_renewal.processing.base import LandRenewalAlgorithm  # noqa: E402
from land_renewal.processing.compat import POLYGONS  # noqa: E402
from land_renewal.processing.geopackage import LayerData, write_geopackage  # noqa: E402
from land_renewal.processing.provider import LandRenewalProvider, algorithm_classes  # noqa: E402


class Probe(LandRenewalAlgorithm):
    TITLE = "Probe"
    TAGS = ("probe",)
    PURPOSE = "Marks large parcels."
    READING = "Large is large."
    UNITS = "m2"
    SOURCE = "D"

    def name(self):
        return "probe"

    def declare(self):
        self.source("PARCELS", "Parcels", "The land.", POLYGONS)
        self.source("PARKS", "Parks", "The parks.", POLYGONS, optional=True)
        self.rules()
        self.number("LIMIT", "Limit", "Least area of a large parcel.", 5000, minimum=0)
        self.number("MAYBE", "Maybe", "A number nobody has to give.", optional=True)
        self.choice("KIND", "Kind", "Which.", ["plain", "fancy"], "plain")
        self.flag("LOUD", "Loud", "Say more.", advanced=True)
        self.sink("OUTPUT", "Marked parcels", "The parcels with a mark.", POLYGONS, style="probe")
        self.sink("REJECTS", "Not used", "What could not be used.", optional=True, create=False)
        self.output_number("LARGE", "Number of large parcels")

    def check(self, parameters, context):
        return "KIND and LOUD exclude each other." if parameters.get("LOUD") else ""

    def compute(self, job):
        parcels = job.table("PARCELS", columns=["parcel_id"])
        if job.text("RULES") == "bug":
            raise KeyError("bug")
        if job.text("RULES") == "mendable":
            raise LandRenewalError("Parcel P2 has no area; measure it.")
        if job.text("RULES") == "cancelled":
            job.feedback.cancel()
        job.progress(0.5, "half way")
        large = (parcels.area >= job.number("LIMIT")).rename("encroaching")
        job.augment("PARCELS", "OUTPUT", large.to_frame())
        job.rejects("REJECTS", parcels[~large].assign(reason="small"), job.crs("PARCELS"))
        inputs = [job.table("PARKS") is None, job.number("MAYBE"), job.choice("KIND"), job.text("RULES")]
        return {"LARGE": int(large.sum()), "INPUTS": inputs}


class ProbeProvider(LandRenewalProvider):
    def id(self):
        return "probes"

    def loadAlgorithms(self):
        self.addAlgorithm(Probe())


@pytest.fixture(scope="module", autouse=True)
def probe_provider(qgis_app):
    provider = ProbeProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def parcels(tmp_path):
    shapes = [shapely.box(0, 0, 100, 100), shapely.box(0, 0, 10, 10), shapely.box(0, 0, 80, 80)]
    frame = gpd.GeoDataFrame({"parcel_id": ["P1", "P2", "P3"]}, geometry=shapes, crs=4547)
    layers = {"parcels": LayerData(frame, QgsCoordinateReferenceSystem("EPSG:4547"))}
    path = write_geopackage(tmp_path / "parcels.gpkg", layers)
    return f"{path}|layername=parcels"


def run(parcels, **parameters):
    from qgis import processing

    parameters = {"PARCELS": parcels, "OUTPUT": "memory:", **parameters}
    return processing.run("probes:probe", parameters, feedback=QgsProcessingFeedback())


def test_original_features_come_back_with_new_columns(parcels):
    result = run(parcels, REJECTS="memory:")
    assert result["LARGE"] == 2
    assert result["INPUTS"] == [True, None, "plain", "default"]
    rows = [[f["fid"], f["parcel_id"], f["encroaching"]] for f in result["OUTPUT"].getFeatures()]
    assert rows == [[1, "P1", 1], [2, "P2", 0], [3, "P3", 1]]
    assert [[f["parcel_id"], f["reason"]] for f in result["REJECTS"].getFeatures()] == [["P2", "small"]]
    assert result["OUTPUT"].crs().authid() == result["REJECTS"].crs().authid() == "EPSG:4547"


def test_an_optional_sink_may_be_left_out(parcels):
    assert "REJECTS" not in run(parcels)


def test_outputs_may_be_files_and_inputs_layers(parcels, tmp_path):
    layer = QgsVectorLayer(parcels, "parcels", "ogr")
    result = run(layer, OUTPUT=str(tmp_path / "out.gpkg"), LIMIT=7000)
    assert result["LARGE"] == 1
    assert QgsVectorLayer(result["OUTPUT"], "out", "ogr").featureCount() == 3


def test_only_selected_features_are_used_when_asked_for(parcels):
    layer = QgsVectorLayer(parcels, "parcels", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByIds([2, 3])
    result = run(QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True))
    rows = [[f["parcel_id"], f["encroaching"]] for f in result["OUTPUT"].getFeatures()]
    assert rows == [["P2", 0], ["P3", 1]]
    QgsProject.instance().removeAllMapLayers()


def test_errors_the_user_can_mend_are_one_sentence(parcels):
    with pytest.raises(QgsProcessingException) as raised:
        run(parcels, RULES="mendable")
    assert str(raised.value) == "Parcel P2 has no area; measure it."


def test_a_bug_keeps_its_traceback(parcels):
    with pytest.raises(QgsProcessingException, match=r"Traceback[\s\S]*KeyError: 'bug'"):
        run(parcels, RULES="bug")


def test_cancel_ends_cleanly(parcels):
    assert run(parcels, RULES="cancelled") == {}


def test_parameters_can_be_refused_before_the_run(parcels):
    with pytest.raises(QgsProcessingException, match="KIND and LOUD exclude each other"):
        run(parcels, LOUD=True)


def test_a_missing_source_is_named(tmp_path):
    with pytest.raises(QgsProcessingException, match="nowhere"):
        run(str(tmp_path / "nowhere.gpkg"))


def test_help_is_complete():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("probes:probe")
    text = algorithm.shortHelpString()
    for part in ("Marks large parcels.", "Least area of a large parcel.", "The parcels with a mark.",
                 "Number of large parcels", "How to read the results", "Large is large.", "m2"):  # fmt: skip
        assert part in text
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
    assert algorithm.group() == "Assess land and enterprises"
    assert not algorithm.icon().isNull()


def test_outputs_to_be_loaded_get_their_style(parcels, tmp_path, monkeypatch):
    """As the desktop does it: run, take the layers of the context, let the post-processors style them."""
    from qgis.core import QgsProcessingUtils

    layer = QgsVectorLayer(parcels, "p", "ogr")
    layer.renderer().symbol().setOpacity(0.25)
    layer.saveNamedStyle(str(tmp_path / "probe.qml"))
    monkeypatch.setattr(styles, "FOLDER", tmp_path)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    sink = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("probes:probe")
    results, passed = algorithm.run({"PARCELS": parcels, "OUTPUT": sink}, context, feedback)
    assert passed
    loaded = context.layersToLoadOnCompletion()
    assert list(loaded) == [results["OUTPUT"]]
    import gc

    gc.collect()
    output = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    loaded[results["OUTPUT"]].postProcessor().postProcessLayer(output, context, feedback)
    assert output.renderer().symbol().opacity() == 0.25


def test_every_file_of_algorithms_holds_one_named_after_it():
    for algorithm in algorithm_classes():
        instance = algorithm()
        assert instance.name() == algorithm.__module__.rpartition(".")[2]
        assert instance.displayName()


def test_extra_columns_go_by_row_not_by_order(parcels):
    frame = pd.DataFrame({"level": ["block", "base"]}, index=[2, 0])
    monkey = Probe.compute
    try:
        Probe.compute = lambda self, job: {"N": job.augment("PARCELS", "OUTPUT", frame)}
        output = run(parcels)["OUTPUT"]
    finally:
        Probe.compute = monkey
    assert [feature["level"] for feature in output.getFeatures()][::2] == ["base", "block"]
