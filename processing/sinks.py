"""Writing to the sinks of Processing: augmented sources and new tables."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.common.errors import LandRenewalError, sentence
from .compat import SKIP_VALIDITY
from .fields import kind_of, new_field, qgis_values
from .geometry import geometry_type, is_spatial, wkb_values
from .progress import stop_if_cancelled

if TYPE_CHECKING:
    import pandas as pd

BATCH = 5000


def augmented_fields(source, extra: pd.DataFrame) -> QgsFields:
    """The fields of a source, then those of ``extra``, which take the place of old ones of the same name."""
    fields = QgsFields()
    for field in _kept_fields(source, extra):
        fields.append(QgsField(field))
    for name in extra.columns:
        fields.append(new_field(name, kind_of(extra[name])))
    return fields


def _kept_fields(source, extra) -> list:
    new = {str(name).lower() for name in extra.columns}
    return [field for field in source.fields() if field.name().lower() not in new]


def augment(source, extra: pd.DataFrame, sink, fields: QgsFields, feedback=None) -> int:
    """Copy the features of a source, untouched, with the columns of ``extra``; returns the number written.

    The index of ``extra`` is the position of the row in the source, from 0, as ``read_table`` counts it.
    A feature without a row gets NULLs.

    Errors: LandRenewalError when a feature cannot be written; Cancelled.
    """
    old, kept = source.fields(), {field.name() for field in _kept_fields(source, extra)}
    replaced = [index for index in reversed(range(old.count())) if old.at(index).name() not in kept]
    rows = dict(zip(extra.index.tolist(), zip(*_columns(extra)))) if len(extra.columns) else {}
    blank = (None,) * len(extra.columns)

    def features():
        for position, feature in enumerate(source.getFeatures(QgsFeatureRequest(), SKIP_VALIDITY)):
            # The old values never pass through Python: three times faster, and they stay what they were.
            for index in replaced:
                feature.deleteAttribute(index)
            feature.setFields(fields, False)
            feature.resizeAttributes(fields.count())
            for index, value in enumerate(rows.get(position, blank), start=len(kept)):
                feature.setAttribute(index, value)
            yield feature

    return _add(features(), sink, source.featureCount(), feedback)


def frame_fields(
    frame: pd.DataFrame, table: str = "", titles: Mapping[str, str] = MappingProxyType({})
) -> QgsFields:
    """The fields of a table; ``table``: which result it is; ``titles``: aliases that it has not of itself.

    A copied ``fid`` is left out: the rows of a new table get new ones.
    """
    fields = QgsFields()
    for name in _attributes(frame):
        field = new_field(name, kind_of(frame[name]), table)
        field.setAlias(titles.get(name, field.alias()))
        fields.append(field)
    return fields


def frame_wkb_type(frame: pd.DataFrame, type_name: str | None = None):
    """The QGIS geometry type of a table: as named, else as found; none for a table without geometry."""
    if not is_spatial(frame):
        return QgsWkbTypes.Type.NoGeometry
    return QgsWkbTypes.parseType(type_name or geometry_type(frame.geometry.values))


def write_frame(frame: pd.DataFrame, sink, fields: QgsFields, wkb_type, feedback=None) -> int:
    """Write a table to a sink made with ``frame_fields`` and ``frame_wkb_type``; returns the number written.

    Errors: LandRenewalError when a row cannot be written; Cancelled.
    """
    columns = _columns(frame[_attributes(frame)])
    rows = zip(*columns) if columns else iter([()] * len(frame))
    shapes = [None] * len(frame)
    if wkb_type != QgsWkbTypes.Type.NoGeometry:
        shapes = wkb_values(frame.geometry.values, QgsWkbTypes.displayString(wkb_type))

    def features():
        for row, wkb in zip(rows, shapes):
            feature = QgsFeature(fields)
            feature.setAttributes(list(row))
            if wkb is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(wkb)
                feature.setGeometry(geometry)
            yield feature

    return _add(features(), sink, len(frame), feedback)


def _attributes(frame) -> list[str]:
    shape = frame.geometry.name if is_spatial(frame) else None
    return [name for name in frame.columns if name != shape and str(name).lower() != "fid"]


def _columns(frame) -> list[list]:
    return [qgis_values(frame[name]) for name in frame.columns]


def _add(features, sink, total: int, feedback) -> int:
    """QGIS takes features one by one or in lists only, and drops one silently: look at each answer."""
    written = 0
    while True:
        batch = list(islice(features, BATCH))
        if not batch:
            break
        stop_if_cancelled(feedback)
        if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
            raise _failed(sink, written)
        written += len(batch)
        if feedback is not None and total > 0:
            feedback.setProgress(100 * written / total)
    if hasattr(sink, "flushBuffer") and not sink.flushBuffer():
        raise _failed(sink, written)
    return written


def _failed(sink, written: int) -> LandRenewalError:
    reason = sink.lastError() if hasattr(sink, "lastError") else ""
    return LandRenewalError(
        "The output could not be written after row {}: {}. Check that the file is not open elsewhere and "
        "that the disk has room.",
        written,
        reason or sentence("the target refused a feature"),
    )
