"""Printed maps of the scenarios as an algorithm: pages of the right size, in the language asked for."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core")

from qgis import processing
from qgis.core import QgsProcessingException, QgsProject
from qgis.PyQt.QtGui import QColor, QImage

NAMES = ("large_concentration", "small_clustering", "clustering_with_parks")
# The colour of parcels that move to a park, in the style that comes with the plugin.
MOVES = "#d55e00"


def render(result, folder, **more):
    parameters = {"RESULT": str(result.path), "FOLDER": str(folder), "DPI": 50, "LANGUAGE": "en", **more}
    return processing.run("landrenewal:rendermaps", parameters)


@pytest.fixture(scope="module")
def written(result, tmp_path_factory):
    folder = tmp_path_factory.mktemp("maps")
    return folder, render(result, folder, TITLE="A district")


def count(image, colour):
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_there_is_a_page_for_each_scenario_and_one_for_all(written):
    folder, outputs = written
    assert outputs["MAPS"] == 4 and outputs["FOLDER"] == str(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*(f"scenario_{name}.png" for name in NAMES), "side_by_side.png"]
    )
    # A4 and A3 across, at 50 dots per inch.
    for name, width, height in (
        *((f"scenario_{name}", 585, 413) for name in NAMES),
        ("side_by_side", 827, 585),
    ):
        image = QImage(str(folder / f"{name}.png"))
        assert (image.width(), image.height()) == pytest.approx((width, height), abs=2)


def test_the_maps_show_what_moves(written, result):
    """Large concentration moves most parcels, so it has most of their colour."""
    folder, _outputs = written
    found = {name: count(QImage(str(folder / f"scenario_{name}.png")), MOVES) for name in NAMES}
    assert found["large_concentration"] == max(found.values()) and min(found.values()) > 20


def test_figures_have_their_thousands_marked(qgis_app):
    """As in the tables and charts; QGIS itself leaves the mark out unless it is told otherwise."""
    from land_renewal.processing.render import hectares, whole

    assert (whole(13_302.6), hectares(10_223_000.0)) == ("13,303", "1,022.3")


def test_the_same_result_gives_the_same_maps_and_a_title_another(written, result, tmp_path):
    folder, _outputs = written
    again, other = tmp_path / "again", tmp_path / "other"
    render(result, again, TITLE="A district")
    render(result, other, TITLE="Another one")
    for path in folder.iterdir():
        assert QImage(str(path)) == QImage(str(again / path.name))
        assert QImage(str(path)) != QImage(str(other / path.name))


def test_the_project_that_is_open_is_left_alone(result, tmp_path):
    before = set(QgsProject.instance().mapLayers())
    render(result, tmp_path)
    assert set(QgsProject.instance().mapLayers()) == before


def test_a_file_without_scenarios_is_refused(district, tmp_path):
    parameters = {"RESULT": str(district.path), "FOLDER": str(tmp_path / "maps")}
    with pytest.raises(QgsProcessingException, match="has no scenarios: run the study first"):
        processing.run("landrenewal:rendermaps", parameters)
