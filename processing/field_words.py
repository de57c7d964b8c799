"""Fields in words: aliases that say what a column holds, value maps that say what its codes mean.

Stored names and codes stay what they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from .fields import alias
from .translation import is_translated, tr_known


def value_labels(column: str, table: str = "") -> dict[str, str]:
    """Code -> what it means, in the language spoken; nothing for a column that is not one of ours."""
    from ..core.common.result_columns import meaning
    from ..core.common.result_values import VALUES

    if meaning(column, table) is None:
        return {}
    return {code: tr_known(label) for code, label in VALUES.get(column, {}).items()}


def dress(layer: QgsVectorLayer, table: str = "", titles: Mapping[str, str] | None = None) -> None:
    """Name the fields of a layer, and have tables and forms show what its codes mean.

    ``table``: of a result; ``titles``: aliases of fields, where only these are ours. Fields that have an
    alias keep it. In English codes speak for themselves and are shown as they are.
    """
    labelled = is_translated()
    for index, field in enumerate(layer.fields()):
        name = field.name()
        title = alias(name, table) if titles is None else titles.get(name)
        if not title:
            continue
        if not layer.attributeAlias(index):
            layer.setFieldAlias(index, title)
        labels = value_labels(name, table) if labelled and not field.isNumeric() else {}
        if labels:
            entries = [{label: code} for code, label in labels.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": entries}))
