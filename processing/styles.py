"""Styles: QML files of resources/styles put on outputs and kept in GeoPackages; legends are translated."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from types import MappingProxyType

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtXml import QDomDocument

from ..core.common.errors import LandRenewalError, word
from . import stable_xml
from .compat import open_vector
from .field_words import dress
from .translation import speaking, spoken, tr_known

FOLDER = Path(__file__).parents[1] / "resources" / "styles"
_TEMPLATE = re.compile(r"'([^']*%1[^']*)'")


def style_path(name: str) -> Path | None:
    """resources/styles/<name>.qml, if it is there."""
    path = FOLDER / f"{name}.qml"
    return path if name and path.is_file() else None


def translated(path: str | Path) -> QDomDocument:
    """A style with its legend and the texts of its labels in the language spoken.

    Texts of labels are the ones with places for figures: ``format('%1 of %2', ...)``.
    """
    document = QDomDocument()
    document.setContent(Path(path).read_text(encoding="utf-8"))
    for tag in ("category", "rule", "text-style"):
        for element in _elements(document, tag):
            if element.attribute("label"):
                element.setAttribute("label", tr_known(element.attribute("label")))
            if "%1" in element.attribute("fieldName"):
                element.setAttribute("fieldName", _TEMPLATE.sub(_said, element.attribute("fieldName")))
    return document


def _elements(document: QDomDocument, tag: str) -> list:
    found = document.elementsByTagName(tag)
    return [found.at(index).toElement() for index in range(found.count())]


def _said(match) -> str:
    return f"'{tr_known(match.group(1))}'"


def apply_style(layer: QgsVectorLayer, path: str | Path) -> str:
    """Give a layer a style in the language spoken; returns what went wrong, or "".

    (``loadNamedStyle`` takes the style stored in a GeoPackage, whatever file is named.)
    """
    loaded, message = layer.importNamedStyle(translated(path))
    return "" if loaded else message or "no style"


class _Finish(QgsProcessingLayerPostProcessorInterface):
    """Finishes a layer that a run has loaded, in the language of the run."""

    def __init__(self, qml: str, language: str, table: str, titles: Mapping[str, str] | None):
        super().__init__()
        self._qml, self._language, self._table, self._titles = qml, language, table, titles

    def postProcessLayer(self, layer, context, feedback):
        if not isinstance(layer, QgsVectorLayer):
            return
        with speaking(self._language):
            if self._qml:
                apply_style(layer, self._qml)
            dress(layer, self._table, self._titles)
        layer.triggerRepaint()


_finishers: list[_Finish] = []


def _keep(made: _Finish) -> _Finish:
    """Hold on to one until QGIS has deleted it with its run: no two layers can share one."""
    _finishers[:] = [one for one in _finishers if not sip.isdeleted(one)]
    _finishers.append(made)
    return made


def finish_output(context, destination: str, style: str, titles: Mapping[str, str], table: str) -> None:
    """Have an output styled and its fields named, if it is going to be loaded into the project."""
    if context.willLoadLayerOnCompletion(destination):
        made = _Finish(str(style_path(style) or ""), spoken(), table, titles)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_keep(made))


def finish_result(details, table: str) -> None:
    """Have the fields of a layer of a result named when it is loaded; its style is stored with it."""
    details.setPostProcessor(_keep(_Finish("", spoken(), table, None)))


def save_styles(
    path: str | Path,
    styles: Mapping[str, str | Path | Mapping[str, str | Path]],
    titles: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> None:
    """Save QML files as the styles of layers in a GeoPackage, so that they come with the layers.

    ``styles`` maps layer name to QML file, or to several by name, of which the first is the default;
    ``titles`` maps layer name to the aliases of fields that have no fixed one. Former
    styles of these layers are replaced, and styles of layers that are gone are removed. Time stamps are set
    to a constant, attributes of the XML put in order: same input, same file content.

    Errors: LandRenewalError when a style cannot be read or stored.
    """
    _remove_styles(path, styles)
    for layer, given in styles.items():
        named = given if isinstance(given, Mapping) else {layer: given}
        for number, (name, qml) in enumerate(named.items()):
            _save_style(path, layer, name, Path(qml), number == 0, titles.get(layer, {}))
    _settle(path, styles)


def _save_style(path, table: str, name: str, qml: Path, default: bool, titles: Mapping) -> None:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", options)
    problem = apply_style(layer, qml)
    for field, title in titles.items():
        layer.setFieldAlias(layer.fields().lookupField(field), title)
    dress(layer, table, read=partial(_stored, path, table))
    # Without a description QGIS writes the time of day there.
    problem = problem or layer.saveStyleToDatabase(name, name, default, "")
    if problem:
        raise LandRenewalError(
            "The style {} could not be stored with layer {!r}: {}",
            qml.name,
            word(table),
            problem,
        )


def _stored(path, table: str, names: list[str]) -> list[tuple]:
    """Columns of a layer, row by row. GDAL reads them: QGIS would keep the draft open after its renaming."""
    dataset = open_vector(path)
    layer = dataset.GetLayerByName(table)
    definition = layer.GetLayerDefn()
    others = [definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount())]
    layer.SetIgnoredFields([name for name in others if name not in names] + ["OGR_GEOMETRY"])
    if hasattr(layer, "GetArrowStreamAsNumPy"):
        batches = [[_plain(batch[name]) for name in names] for batch in layer.GetArrowStreamAsNumPy()]
        rows = [row for batch in batches for row in zip(*batch)]
    else:
        rows = [tuple(feature.GetField(name) for name in names) for feature in layer]
    del definition, layer, dataset
    return rows


def _plain(values) -> list:
    return [value.decode("utf-8") if isinstance(value, bytes) else value for value in values.tolist()]


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


def _settle(path, names) -> None:
    """Fix what differs from run to run in the styles of some layers."""
    with closing(sqlite3.connect(str(path))) as connection, connection:
        if not _has_styles(connection):
            return
        connection.execute("UPDATE layer_styles SET update_time = '2000-01-01T00:00:00.000Z'")
        query = "SELECT styleQML, styleSLD, id FROM layer_styles WHERE f_table_name = ?"
        rows = [row for name in names for row in connection.execute(query, (name,))]
        settled = [(_in_order(qml, stable_xml.DOCTYPE), _in_order(sld), key) for qml, sld, key in rows]
        connection.executemany("UPDATE layer_styles SET styleQML = ?, styleSLD = ? WHERE id = ?", settled)


def _in_order(source: str | None, start: str = "") -> str | None:
    return start + stable_xml.text(stable_xml.parsed(source)) if source else source
