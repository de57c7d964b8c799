"""Printed maps of the scenarios from a dock.

Pages are drawn in the main thread, where the window system lives; between two pages the window is served.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ..processing import settings
from ..processing.said import said
from ..processing.translation import tr


class MapsRun(QObject):
    """One run of landrenewal:rendermaps. ``progressed(share, text)``; ``maps``: pages written."""

    progressed = pyqtSignal(float, str)

    def __init__(self, result: Path, folder: Path, parent: QObject | None = None):
        super().__init__(parent)
        self.cancelled, self.maps = False, 0
        self._parameters = {
            "RESULT": str(result),
            "LANGUAGE": settings.output_language(),
            "FOLDER": str(folder),
        }
        self._feedback = QgsProcessingFeedback(False)
        self._feedback.progressChanged.connect(self._at)

    def start(self) -> str:
        """Draw; returns a sentence when it has failed, else nothing."""
        from qgis import processing

        try:
            results = processing.run("landrenewal:rendermaps", self._parameters, feedback=self._feedback)
        except QgsProcessingException as error:
            return said(error)
        self.cancelled = self._feedback.isCanceled()
        self.maps = int(results.get("MAPS") or 0)
        return ""

    def cancel(self) -> None:
        """Stop after the page that is being drawn."""
        self._feedback.cancel()

    def _at(self, share: float) -> None:
        self.progressed.emit(share / 100, tr("Drawing maps"))
        QApplication.processEvents()
