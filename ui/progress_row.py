"""How far a run is, how long it will take, and the button that stops it."""

from __future__ import annotations

from time import monotonic

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..core.common.waiting import remaining
from ..processing.translation import tr
from .texts import span


class ProgressRow(QWidget):
    """Shown while something runs."""

    cancelled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.stage = QLabel(self)
        self.stage.setWordWrap(True)
        self.stage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.stop = QPushButton(tr("Cancel"), self)
        self.stop.setToolTip(tr("Stop the run. The former result stays as it is."))
        self.stop.clicked.connect(self._stop)
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        layout.addLayout(row)
        layout.addWidget(self.stage)
        self._started, self._samples, self._text = 0.0, [], ""
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._say)
        self.hide()

    def start(self, text: str) -> None:
        """A run begins."""
        self._started, self._samples, self._text = monotonic(), [], text
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        self._say()
        self._tick.start()
        self.show()

    def at(self, share: float, text: str) -> None:
        """The run has come so far."""
        self._samples.append((monotonic() - self._started, share))
        self._text = text or self._text
        self.bar.setValue(round(100 * share))
        self._say()

    def finish(self) -> None:
        """The run has ended."""
        self._tick.stop()
        self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._text = tr("Stopping ...")
        self._say()
        self.cancelled.emit()

    def _say(self) -> None:
        left = remaining(self._samples, monotonic() - self._started)
        waiting = tr("{} left").format(span(left)) if left is not None and self.stop.isEnabled() else ""
        self.stage.setText(" · ".join(part for part in (self._text, waiting) if part))
