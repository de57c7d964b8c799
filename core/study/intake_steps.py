"""The first steps of the study: every layer into a standard table in the work CRS."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from ..common import columns as std
from ..common.errors import sentence
from ..common.space import project
from ..intake import geometry_ledger, intake
from ..intake.checks import label_notes, park_conflicts, place_notes
from ..intake.mapping import REJECT_COLUMNS
from ..levels.levels import dissolve_parks
from .study import Study, step

RESULTS = {
    "control": std.CONTROL_RESULT,
    "levels": std.LEVEL_RESULT,
    "deficiency": std.PARCEL_DEFICIENCY,
    "guidance": std.GUIDANCE_RESULT,
}


@step(
    "parcels",
    sentence("Parcels"),
    reads=("raw.parcels",),
    writes=("parcels", "parcel_shapes", "carried", "rejects.parcels", "ledger.parcels"),
    weight=2,
    transient=True,
)
def take_parcels(study: Study) -> dict:
    """Parcels in standard columns; results of an earlier algorithm that the layer carries are set apart."""
    # Before the work CRS is made: it would only say that a wrong label leads nowhere.
    label_notes(study.raw["parcels"], "parcels")
    taken = intake.take_parcels(study.raw["parcels"], study.mapping, study.work)
    study.note("parcels", taken.notes)
    raw, frame = study.raw["parcels"], taken.frame
    names = [name for columns in RESULTS.values() for name in std.names(columns) if name in raw]
    carried = pd.DataFrame(raw[names]).iloc[frame["source_row"].to_numpy()].set_axis(frame.index)
    return {
        "parcels": frame.drop(columns=[f"{name}_src" for name in names], errors="ignore"),
        "parcel_shapes": taken.shapes,
        "carried": carried,
        "rejects.parcels": taken.rejects,
        "ledger.parcels": taken.ledger,
    }


@step(
    "parks",
    sentence("Parks"),
    reads=("raw.parks", "raw.parcels"),
    writes=("parks", "park_shapes", "rejects.parks", "ledger.parks"),
    transient=True,
)
def take_parks(study: Study) -> dict:
    """Parks in standard columns, one row a park_id; dissolved in their own CRS, so that the result can be
    stored exactly.
    """
    raw = study.raw.get("parks")
    if raw is None:
        return {"parks": None, "park_shapes": None, **_nothing("parks")}
    taken = intake.take_polygons(raw, "parks", study.mapping, study.work)
    placed = place_notes(raw, "parks", study.raw["parcels"])
    study.note("parks", [*taken.notes, *park_conflicts(taken.frame), *placed])
    parks = dissolve_parks(taken.frame.set_geometry(taken.shapes))
    return {
        "parks": project(parks, study.work),
        "park_shapes": parks.geometry,
        "rejects.parks": taken.rejects,
        "ledger.parks": taken.ledger,
    }


@step(
    "towns",
    sentence("Towns"),
    reads=("raw.towns", "raw.parcels"),
    writes=("towns", "rejects.towns", "ledger.towns"),
    transient=True,
)
def take_towns(study: Study) -> dict:
    """Towns in standard columns."""
    return _take_polygons(study, "towns")


@step(
    "plan",
    sentence("Plan"),
    reads=("raw.plan", "raw.parcels"),
    writes=("plan", "rejects.plan", "ledger.plan"),
    transient=True,
)
def take_plan(study: Study) -> dict:
    """The existing plan in standard columns."""
    return _take_polygons(study, "plan")


@step(
    "pois",
    sentence("Points of interest"),
    reads=("raw.pois", "raw.parcels"),
    writes=("pois", "rejects.pois"),
    transient=True,
)
def take_pois(study: Study) -> dict:
    """Points of interest in standard columns."""
    return _take_places(study, "pois")


@step("roads", "Roads", reads=("raw.roads", "raw.parcels"), writes=("roads", "rejects.roads"), transient=True)
def take_roads(study: Study) -> dict:
    """Roads in standard columns."""
    return _take_places(study, "roads")


def _take_places(study: Study, table: str) -> dict:
    raw = study.raw.get(table)
    if raw is None:
        return {table: None, f"rejects.{table}": pd.DataFrame(columns=REJECT_COLUMNS)}
    taken = intake.take_places(raw, table, study.mapping, study.work)
    study.note(table, [*taken.notes, *place_notes(raw, table, study.raw["parcels"])])
    return {table: taken.frame, f"rejects.{table}": taken.rejects}


def _take_polygons(study: Study, table: str) -> dict:
    raw = study.raw.get(table)
    if raw is None:
        return {table: None, **_nothing(table)}
    taken = intake.take_polygons(raw, table, study.mapping, study.work)
    study.note(table, [*taken.notes, *place_notes(raw, table, study.raw["parcels"])])
    return {table: taken.frame, f"rejects.{table}": taken.rejects, f"ledger.{table}": taken.ledger}


def _nothing(table: str) -> dict:
    """Empty rejects and ledger of a table that was not supplied."""
    empty = pd.DataFrame(columns=REJECT_COLUMNS)
    return {f"rejects.{table}": empty, f"ledger.{table}": geometry_ledger.nothing()}


@step(
    "enterprises",
    sentence("Enterprises"),
    reads=("raw.enterprises", "raw.parcels"),
    writes=("enterprises", "enterprise_shapes", "rejects.enterprises", "ledger.enterprises"),
    transient=True,
)
def take_enterprises(study: Study) -> dict:
    """Enterprises in standard columns, with their points."""
    raw = study.raw.get("enterprises")
    if raw is None:
        return {"enterprises": None, "enterprise_shapes": None, **_nothing("enterprises")}
    if not len(raw):
        study.note(
            "enterprises",
            [sentence("Check: enterprises: the table has no rows, so parcels stand for themselves.")],
        )
    taken = intake.take_enterprises(raw, study.mapping, study.work, study.crs)
    points = raw if isinstance(raw, gpd.GeoDataFrame) else taken.frame
    study.note("enterprises", [*taken.notes, *place_notes(points, "enterprises", study.raw["parcels"])])
    return {
        "enterprises": taken.frame,
        "enterprise_shapes": taken.shapes,
        "rejects.enterprises": taken.rejects,
        "ledger.enterprises": taken.ledger,
    }
