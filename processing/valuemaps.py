"""Codes shown in words: value maps for the fields of result layers. The stored codes stay what they are."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..core.result_columns import meaning
from ..core.result_values import VALUES
from .translation import is_translated, tr_known


def value_labels(column: str, table: str = "") -> dict[str, str]:
    """Code -> what it means, in the language spoken; nothing for a column that is not one of ours."""
    if meaning(column, table) is None:
        return {}
    return {code: tr_known(label) for code, label in VALUES.get(column, {}).items()}


def show_labels(layer: QgsVectorLayer, table: str = "", only: Collection[str] | None = None) -> None:
    """Have tables and forms of a layer show what its codes mean, where the user does not read English, in which
    the codes speak for themselves. ``only``: the fields that are ours, where it is not all of them.
    """
    if not is_translated():
        return
    for index, field in enumerate(layer.fields()):
        labels = value_labels(field.name(), table) if only is None or field.name() in only else {}
        if labels:
            entries = [{label: code} for code, label in labels.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": entries}))
