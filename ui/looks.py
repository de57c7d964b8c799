"""Layers that get another look while the map is drawn."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

_LONG = 10_000  # milliseconds; a drawing takes its copies in the first of them


def hold_look(layer: QgsVectorLayer) -> None:
    """Let what a layer is drawn by live on for a while; for the moment before it gets another style.

    A drawing in the background shares expressions with the renderer and the labels of the layer, and takes
    its own copy only when it comes to it. When the layer lets go of them at that very moment, the copy is
    made of what is gone, and QGIS crashes. (Seen on 3.22.)
    """
    held = [part.clone() for part in (layer.renderer(), layer.labeling()) if part is not None]
    # A function of our own is held by the timer, and holds the list.
    QTimer.singleShot(_LONG, lambda: held.clear())
