"""Parameters of a run as they are kept in the project: they outlive moving the project and its data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject

_PLAIN = (str, int, float, bool, type(None))


def described(value):
    """A parameter as JSON: a layer by its id and by its source, a file by its path."""
    if isinstance(value, QgsMapLayer):
        value = value.id()
    if isinstance(value, (list, tuple)):
        return [described(part) for part in value]
    layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else None
    if layer is not None:
        return {"layer": layer.id(), "source": layer.source()}
    if isinstance(value, str) and _is_path(value):
        return {"path": value}
    return value if isinstance(value, _PLAIN) else str(value)


def value_of(entry):
    """The parameter again: the layer while it is in the project, else its source."""
    if isinstance(entry, list):
        return [value_of(part) for part in entry]
    if not isinstance(entry, dict):
        return entry
    if "layer" in entry and QgsProject.instance().mapLayer(entry["layer"]) is not None:
        return entry["layer"]
    return entry.get("path") or entry["source"]


def with_paths(entry, change: Callable[[str], str]):
    """An entry with its paths changed: ``project.writePath`` makes them relative, ``readPath`` absolute."""
    if isinstance(entry, list):
        return [with_paths(part, change) for part in entry]
    if not isinstance(entry, dict):
        return entry
    return {key: change(text) if key in ("path", "source") else text for key, text in entry.items()}


def _is_path(text: str) -> bool:
    return Path(text.partition("|")[0]).is_absolute()
