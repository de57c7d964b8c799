"""From raw layers to sound tables: every loss is counted, every refusal is one sentence."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from helpers import square

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.core.common.space import work_crs
from land_renewal.core.intake import intake
from land_renewal.core.intake.mapping import REJECT_COLUMNS, load_mapping

UTM = 32650
X, Y = 500_000, 3_300_000
WORK = work_crs(UTM, (X, Y, X + 1000, Y + 1000))
STANDARD = load_mapping(None)
BOW_TIE = shapely.Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 100)])


def at(x, y=0, side=100.0):
    return square(X + x, Y + y, side)


def raw(shapes, crs=UTM, **columns):
    return gpd.GeoDataFrame(
        {"parcel_id": [f"P-{n}" for n in range(len(shapes))], **columns}, geometry=list(shapes), crs=crs
    )


def parcels(shapes, **columns):
    return intake.take_parcels(raw(shapes, **columns), STANDARD, WORK)


# What goes wrong with geometry.


def test_rows_without_a_polygon_go_to_the_rejects():
    line = shapely.LineString([(X, Y), (X + 9, Y)])
    found = parcels([at(0), None, shapely.Polygon(), line, shapely.Point(X, Y), at(500)])
    assert found.frame["parcel_id"].tolist() == ["P-0", "P-5"]
    assert found.frame.index.tolist() == [0, 1]
    assert found.frame["source_row"].tolist() == [0, 5]
    assert list(found.rejects.columns) == REJECT_COLUMNS
    assert found.rejects["row"].tolist() == [2, 3, 4, 5]
    assert found.rejects["id"].tolist() == ["P-1", "P-2", "P-3", "P-4"]
    assert set(found.rejects["reason"]) == {"no polygon"}
    assert "parcels: 4 rows have no polygon and go to the rejects." in found.notes


def test_a_bow_tie_is_repaired_and_counted():
    found = parcels([BOW_TIE, at(500)])
    assert "parcels: 1 invalid geometries were repaired." in found.notes
    assert shapely.is_valid(found.shapes.to_numpy()).all()
    assert found.frame["area_m2"].iloc[0] == pytest.approx(found.frame["area_m2"].iloc[1] / 2, rel=1e-6)


def test_sound_geometry_is_left_alone():
    found = parcels([at(0), shapely.MultiPolygon([at(200), at(400)])])
    assert found.notes == []
    assert found.rejects.empty
    assert found.shapes.tolist() == [at(0), shapely.MultiPolygon([at(200), at(400)])]


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(shapely.GeometryCollection([at(0), shapely.Point(X, Y)]), id="collection"),
        pytest.param(
            shapely.GeometryCollection([shapely.MultiPolygon([at(0)]), at(0).exterior]), id="nested"
        ),
        pytest.param(shapely.GeometryCollection([shapely.GeometryCollection([at(0)])]), id="in a collection"),
    ],
)
def test_of_a_collection_the_polygons_are_kept(shape):
    found = parcels([shape, at(500)])
    assert found.frame["area_m2"].iloc[0] == pytest.approx(found.frame["area_m2"].iloc[1], rel=1e-6)
    assert found.shapes.iloc[0].geom_type in ("Polygon", "MultiPolygon")


@pytest.mark.parametrize("kind", [shapely.MultiPolygon, shapely.GeometryCollection])
def test_land_that_two_parts_share_counts_once_and_is_not_lost(kind):
    # 10,000 + 10,000 - 2,500: repairing the whole at once would cut the shared quarter out.
    found = parcels([kind([at(0), at(50, 50)]), at(500)])
    assert found.frame["area_m2"].iloc[0] == pytest.approx(1.75 * found.frame["area_m2"].iloc[1], rel=1e-6)
    assert shapely.is_valid(found.shapes.to_numpy()).all()


def test_parts_that_share_an_edge_become_one():
    found = parcels([shapely.MultiPolygon([at(0), at(100)])])
    assert found.shapes.iloc[0].area == pytest.approx(20_000)
    assert shapely.is_valid(found.shapes.iloc[0])


def test_a_ring_without_width_is_no_polygon():
    found = parcels([shapely.Polygon([(X, Y), (X + 100, Y), (X, Y)]), at(500)])
    assert found.rejects["id"].tolist() == ["P-0"]


def test_an_infinite_coordinate_is_no_polygon():
    found = parcels([shapely.Polygon([(X, Y), (np.inf, Y), (X, Y + 9)]), at(500)])
    assert found.rejects["id"].tolist() == ["P-0"]


def test_heights_are_dropped():
    high = shapely.force_3d(at(0), 12.0)
    assert not parcels([high]).shapes.has_z.any()


def test_overlapping_parcels_stay_as_they_are():
    # A land register that overlaps itself is not ours to mend: both keep their area.
    found = parcels([at(0), at(50)])
    assert len(found.frame) == 2
    assert found.frame["area_m2"].sum() == pytest.approx(20_000, rel=1e-3)


# What is refused, in a sentence.


def test_an_empty_layer_is_refused():
    with pytest.raises(LandRenewalError, match="The parcels layer is empty: choose a polygon layer"):
        parcels([])


def test_a_table_without_geometry_is_refused():
    with pytest.raises(LandRenewalError, match="The parcels layer has no geometry: choose a polygon layer"):
        intake.take_parcels(pd.DataFrame({"parcel_id": ["a"]}), STANDARD, WORK)


def test_a_layer_without_any_polygon_is_refused():
    with pytest.raises(
        LandRenewalError, match=r"The parcels layer has no usable polygon \(2 rows\): choose another layer"
    ):
        parcels([None, shapely.Point(X, Y)])


def test_coordinates_that_cannot_be_projected_are_refused_with_their_rows():
    with pytest.raises(
        LandRenewalError,
        match=r"1 features of the parcels layer have coordinates outside .* \(rows 2\): correct",
    ):
        parcels([at(0), square(1e13, 1e13)])


# Areas.


def test_a_stated_area_stays_beside_the_measured_one():
    found = parcels([at(0), at(500), at(900)], area_m2=[10_000.0, 6_000.0, np.nan])
    assert found.frame["stated_m2"].tolist()[:2] == [10_000.0, 6_000.0]
    assert found.frame["area_m2"].between(9_990, 10_020).all()
    assert "parcels: area_m2 of the source is kept as stated_m2; area_m2 is measured." in found.notes


def test_the_argument_is_not_changed():
    layer = raw([BOW_TIE, at(500)], area_m2=[1.0, 2.0])
    before = layer.copy(deep=True)
    intake.take_parcels(layer, STANDARD, WORK)
    assert layer.equals(before)


# Other layers.


def test_parks_without_an_id_get_one_with_a_note():
    zones = gpd.GeoDataFrame({"park": ["North"]}, geometry=[at(0)], crs=UTM)
    found = intake.take_polygons(zones, "parks", STANDARD, WORK)
    assert found.frame["park_id"].tolist() == ["PK1"]
    assert any(note.startswith("park_id: there is no id column") for note in found.notes)


def test_a_line_not_supplied_stays_none():
    assert intake.take_lines(None, "redline", WORK) == (None, [])


def test_lines_keep_their_polygons_and_count_the_rest():
    given = gpd.GeoDataFrame(geometry=[at(0), None, BOW_TIE, shapely.Point(X, Y)], crs=UTM)
    found, notes = intake.take_lines(given, "redline", WORK)
    assert len(found) == 2
    assert found.crs == WORK
    assert notes == [
        "redline: 1 invalid geometries were repaired.",
        "redline: 2 rows have no polygon and are left out.",
    ]


def test_an_empty_line_layer_is_refused_and_not_taken_as_nothing_protected():
    with pytest.raises(LandRenewalError, match="The farmland layer is empty"):
        intake.take_lines(gpd.GeoDataFrame(geometry=[], crs=UTM), "farmland", WORK)


def test_a_control_line_drawn_as_lines_is_refused_and_not_taken_as_nothing_protected():
    drawn = gpd.GeoDataFrame(geometry=[at(0).exterior, at(500).exterior], crs=UTM)
    with pytest.raises(LandRenewalError, match=r"The redline layer has no usable polygon \(2 rows\)"):
        intake.take_lines(drawn, "redline", WORK)


def test_enterprises_get_points_from_x_and_y_in_the_crs_of_the_parcels():
    table = pd.DataFrame({"ent_id": ["a", "b"], "x": [X + 50, None], "y": [Y + 50, Y]})
    found = intake.take_enterprises(table, STANDARD, WORK, UTM)
    expected = gpd.GeoSeries([shapely.Point(X + 50, Y + 50)], crs=UTM).to_crs(WORK)
    assert found.frame.geometry.iloc[0].distance(expected.iloc[0]) < 1e-3
    assert found.frame.geometry.isna().tolist() == [False, True]
    assert "enterprises: 1 of 2 have no point." in found.notes
