"""Parcel sheets from a dock: which parcels, and a run that leaves QGIS alive.

Layouts are drawn in the main thread, where the window system lives; between two pages the window is served.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ..processing import settings
from ..processing.said import said
from ..processing.translation import tr

_ID = "parcel_id"


class SheetRun(QObject):
    """One run of landrenewal:report. ``progressed(share, text)``; ``cut``: sheets with facts left out."""

    progressed = pyqtSignal(float, str)

    def __init__(self, result: Path, ids: list[str], target: Path, parent: QObject | None = None):
        super().__init__(parent)
        self.cancelled, self.cut = False, 0
        self._parameters = {
            "RESULT": str(result),
            "IDS": ";".join(ids),
            "LANGUAGE": settings.output_language(),
            "AREA_UNIT": settings.load().area_unit,
            "MONEY": settings.money_label() or "",
            "OUTPUT": str(target),
        }
        self._feedback = QgsProcessingFeedback(False)
        self._feedback.progressChanged.connect(self._at)

    def start(self) -> str:
        """Draw; returns a sentence when it has failed, else nothing."""
        from qgis import processing

        try:
            results = processing.run("landrenewal:report", self._parameters, feedback=self._feedback)
        except QgsProcessingException as error:
            return said(error)
        self.cancelled = self._feedback.isCanceled()
        self.cut = int(results.get("CUT") or 0)
        return ""

    def cancel(self) -> None:
        """Stop after the page that is being drawn."""
        self._feedback.cancel()

    def _at(self, share: float) -> None:
        self.progressed.emit(share / 100, tr("Drawing sheets"))
        QApplication.processEvents()


def chosen_parcels(session, layer) -> list[str]:
    """Ids of the selected parcels: of the active layer if it is one of the result with parcels, else of any.

    In the order of their ids.
    """
    layers = [one for one in session.layers() if one.fields().lookupField(_ID) >= 0]
    layers = [layer] if layer in layers and layer.selectedFeatureCount() else layers
    found = {str(feature[_ID]) for one in layers for feature in one.selectedFeatures()}
    return sorted(found)
