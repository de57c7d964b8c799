"""Where things lie."""

from __future__ import annotations

import numpy as np
import shapely

from land_renewal.core.performance.places import xy


def test_what_has_no_place_has_no_coordinates():
    shapes = [shapely.Point(3, 4), None, shapely.Point(), shapely.box(0, 0, 2, 2), shapely.Polygon()]
    found = xy(shapes)
    assert found[0].tolist() == [3, 4]
    assert found[3].tolist() == [1, 1]
    assert np.isnan(found[[1, 2, 4]]).all()
    assert xy([]).shape == (0, 2)
