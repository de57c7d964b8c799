"""Reading a layer together with where it lay before it was projected into the CRS of the parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError
from .adapter import pyproj_crs
from .compat import WKT2
from .geometry import is_spatial

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from .job import Job


def read_placed(job: Job, name: str, crs: QgsCoordinateReferenceSystem | None, stated: str | None):
    """A source as a table in ``crs``, that of the parcels (None: these are the parcels); see ``Job.table``.

    ``stated``: the CRS that the column mapping declares; it takes the place of the layer's own. Otherwise
    the extent and the CRS that the layer had are kept in the attributes of the table: under a wrong CRS
    projecting destroys the coordinates that would give the right one away.
    """
    from ..core.intake.checks import SOURCE_PLACE, relabelled, usual_bounds

    frame = job.table(name, None if stated else crs)
    if frame is None or not is_spatial(frame):
        return frame
    own = job.crs(name)
    if stated:
        target = own if crs is None else crs
        if not target.isValid():
            raise LandRenewalError(
                "The parcels layer has no coordinate reference system: set it to {}, as the column mapping "
                "states, in the layer properties. Results are written in the CRS of the layer.",
                stated,
            )
        return relabelled(frame, stated, pyproj_crs(target))
    if crs is None or own == crs:
        return frame
    if not own.isValid():
        frame.attrs[SOURCE_PLACE] = (usual_bounds(frame.geometry.to_numpy()), None)
        return frame
    extent = job.source(name).sourceExtent()
    if not extent.isEmpty():
        bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        frame.attrs[SOURCE_PLACE] = (bounds, own.toWkt(WKT2))
    return frame
