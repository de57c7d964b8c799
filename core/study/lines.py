"""Control lines of a study, made sound and projected once a run."""

from __future__ import annotations

import geopandas as gpd

from ..intake import intake
from .study import Study


def prepared_line(study: Study, name: str) -> tuple[gpd.GeoDataFrame | None, list[str]]:
    """The polygons of a control line in the work CRS, and what was done to them."""
    if f"_{name}" not in study.tables:
        study.tables[f"_{name}"] = intake.take_lines(study.raw.get(name), name, study.work)
    return study.tables[f"_{name}"]
