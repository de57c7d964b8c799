"""Styles: QML files of resources/styles put on outputs and kept inside GeoPackages."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsVectorLayer

from ..core.errors import LandRenewalError

FOLDER = Path(__file__).parents[1] / "resources" / "styles"


def style_path(name: str) -> Path | None:
    """resources/styles/<name>.qml, if it is there."""
    path = FOLDER / f"{name}.qml"
    return path if name and path.is_file() else None


class _StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, qml: str):
        super().__init__()
        self._qml = qml

    def postProcessLayer(self, layer, context, feedback):
        if isinstance(layer, QgsVectorLayer):
            layer.loadNamedStyle(self._qml)
            layer.triggerRepaint()


@cache
def _styler(qml: str) -> _StyleOnLoad:
    """One styler a style for the whole session: QGIS keeps no reference to it."""
    return _StyleOnLoad(qml)


def attach_style(context, destination: str, style: str) -> None:
    """Have an output styled when it is loaded into the project, if it is going to be."""
    qml = style_path(style)
    if qml and context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_styler(str(qml)))


def save_styles(path: str | Path, styles: Mapping[str, str | Path | Mapping[str, str | Path]]) -> None:
    """Save QML files as the styles of layers in a GeoPackage, so that they come with the layers.

    ``styles`` maps layer name to QML file, or to several by name, of which the first is the default. Former
    styles of these layers are replaced, and styles of layers that are gone are removed. The time stamps are
    set to a constant: same input, same file content.

    Errors: LandRenewalError when a style cannot be read or stored.
    """
    _remove_styles(path, styles)
    for layer, given in styles.items():
        named = given if isinstance(given, Mapping) else {layer: given}
        for number, (name, qml) in enumerate(named.items()):
            _save_style(path, layer, name, Path(qml), number == 0)
    _fix_time(path)


def _save_style(path, table: str, name: str, qml: Path, default: bool) -> None:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", options)
    message, loaded = layer.loadNamedStyle(str(qml))
    problem = layer.saveStyleToDatabase(name, "", default, "") if loaded else message
    if problem:
        raise LandRenewalError(f"The style {qml.name} could not be stored with layer {table!r}: {problem}")


def _has_styles(connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchone())


def _remove_styles(path, names) -> None:
    with closing(sqlite3.connect(str(path))) as connection, connection:
        if not _has_styles(connection):
            return
        connection.executemany("DELETE FROM layer_styles WHERE f_table_name = ?", [(name,) for name in names])
        connection.execute(
            "DELETE FROM layer_styles WHERE f_table_name NOT IN (SELECT table_name FROM gpkg_contents)"
        )


def _fix_time(path) -> None:
    with closing(sqlite3.connect(str(path))) as connection, connection:
        if _has_styles(connection):
            connection.execute("UPDATE layer_styles SET update_time = '2000-01-01T00:00:00.000Z'")
