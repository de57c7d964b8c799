"""Notes on the layers of a result, shown by QGIS in the layer tree: the method and the rules behind them."""

from __future__ import annotations

import json
from contextlib import suppress
from html import escape
from pathlib import Path

from qgis.core import QgsLayerNotesUtils, QgsVectorLayer

from .rows import plain_rows
from .settings import output_language
from .translation import speaking, spoken, tr

NOTE_PROPERTY = "land_renewal/note"
_COLUMNS = ("title", "method_version", "profile", "mapping", "layers")


def annotate(layers: dict[QgsVectorLayer, str], result: str | Path) -> None:
    """Write a note on each layer (table by layer). One that a person has written or changed is left alone.

    In the language of the outputs, as the names of the layers are.
    """
    log = plain_rows(result, "run_log", _COLUMNS)
    with speaking(spoken() or output_language()):
        _annotate(layers, log)


def _annotate(layers: dict[QgsVectorLayer, str], log: list[dict]) -> None:
    for layer, table in layers.items() if log else ():
        now, ours = QgsLayerNotesUtils.layerNotes(layer), layer.customProperty(NOTE_PROPERTY, "")
        text = note(log, table)
        if now in ("", ours) and now != text:
            QgsLayerNotesUtils.setLayerNotes(layer, text)
            layer.setCustomProperty(NOTE_PROPERTY, text)


def note(log: list[dict], table: str) -> str:
    """The note of a table as HTML, from the rows of the run log."""
    steps = []
    for row in log:
        with suppress(TypeError, ValueError):
            if table in json.loads(row.get("layers")):
                steps.append(str(row["title"]))
    first = {name: escape(str(log[0].get(name) or "")) for name in _COLUMNS}
    lines = [f"<b>Land Renewal {first['method_version']}</b>"]
    if steps:
        lines.append(escape(tr("Made by the steps: {}").format(" · ".join(steps))))
    lines.append(tr("Rules: {}. Column mapping: {}.").format(first["profile"], first["mapping"]))
    lines.append(
        tr("Every number of the rules is in the table Rules used, what the run had to say in Run log.")
    )
    return "".join(f"<p>{line}</p>" for line in lines)
