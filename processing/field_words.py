"""Fields in words: aliases that say what a column holds, value maps that say what its codes mean.

Stored names and codes stay what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from qgis.core import QgsEditorWidgetSetup, QgsFeatureRequest, QgsVectorLayer

from ..core.common.errors import joined
from .fields import alias
from .said import said
from .translation import is_translated, tr_known

_READINESS = Path(__file__).parents[1] / "resources" / "readiness.yml"


def value_labels(column: str, table: str = "") -> dict[str, str]:
    """Code -> what it means, in the language spoken; nothing for a column that is not one of ours."""
    from ..core.common.result_columns import meaning
    from ..core.common.result_values import VALUES

    if meaning(column, table) is None:
        return {}
    return {code: tr_known(label) for code, label in VALUES.get(column, {}).items()}


# Values of some columns, row by row.
Reader = Callable[[list[str]], Iterable[tuple]]


def dress(
    layer: QgsVectorLayer,
    table: str = "",
    titles: Mapping[str, str] | None = None,
    read: Reader | None = None,
) -> None:
    """Name the fields of a layer, and have tables and forms show what its codes mean.

    ``table``: of a result; ``titles``: aliases of fields, where only these are ours. Fields that have an
    alias keep it. ``read``: reads the rows, for a file that QGIS must not open yet. In English codes speak
    for themselves and are shown as they are.
    """
    labelled, read = is_translated(), read or partial(_rows, layer)
    for index, field in enumerate(layer.fields()):
        name = field.name()
        title = alias(name, table) if titles is None else titles.get(name)
        if not title:
            continue
        if not layer.attributeAlias(index):
            layer.setFieldAlias(index, title)
        labels = _labels(name, table, layer, read) if labelled and not field.isNumeric() else {}
        if labels:
            entries = [{label: code} for code, label in labels.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": entries}))


def _labels(name: str, table: str, layer: QgsVectorLayer, read: Reader) -> dict[str, str]:
    """Code -> what it means. Of an open list these are the codes in the layer, and those that nobody has
    named stay as they are, because a value map puts what it does not hold in brackets.
    """
    from ..core.common.result_columns import meaning
    from ..core.common.result_values import SEVERAL, UNITS, holds_units, named_by

    fixed = value_labels(name, table)
    if fixed or meaning(name, table) is None:
        return fixed
    if holds_units(name, table):
        labels = {code: tr_known(UNITS.get(code, "")) for code in _codes(read, name)}
    elif name == "missing_data":
        labels = _in_parts(_codes(read, name), ";", _data_names())
    elif name in SEVERAL:
        separator, meanings = SEVERAL[name]
        told = {code: tr_known(label) for code, label in meanings.items()}
        labels = _in_parts(_codes(read, name), separator, told)
    else:
        names = named_by(name, table)
        labels = dict(_texts(read, [name, names])) if names in layer.fields().names() else {}
    return {code: labels[code] or code for code in sorted(labels)} if any(labels.values()) else {}


def _codes(read: Reader, name: str) -> set[str]:
    return {code for (code,) in _texts(read, [name])}


def _texts(read: Reader, names: list[str]) -> list[tuple[str, ...]]:
    """The rows in which all of these columns hold text."""
    return [row for row in read(names) if all(isinstance(value, str) for value in row)]


def _rows(layer: QgsVectorLayer, names: list[str]) -> Iterable[tuple]:
    places = [layer.fields().lookupField(name) for name in names]
    if len(places) == 1:
        # The provider finds these without a feature being made.
        yield from ((value,) for value in layer.uniqueValues(places[0]))
        return
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(places)
    for feature in layer.getFeatures(request):
        yield tuple(feature.attribute(place) for place in places)


def _in_parts(codes: Iterable[str], separator: str, labels: Mapping[str, str]) -> dict[str, str]:
    """What codes of several parts mean: the parts in words, one after the other."""
    return {code: said(joined([labels.get(part, part) for part in code.split(separator)])) for code in codes}


def _data_names() -> dict[str, str]:
    """The data that results wait for. Their catalogue has its own Chinese, the one translation there is."""
    try:
        import yaml
    except ImportError:  # a result opens where the libraries of the method are missing
        return {}
    catalogue = yaml.safe_load(_READINESS.read_text(encoding="utf-8"))
    return {name: entry["zh"] for name, entry in catalogue["data"].items()}
