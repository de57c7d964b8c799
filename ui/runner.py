"""One algorithm at work in the background, and what it says meanwhile."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..processing.translation import tr

INFO, WARNING, ERROR = "info", "warning", "error"


class Recorder(QgsProcessingFeedback):
    """Feedback that keeps what is said. It is called in the thread of the run; signals reach the window."""

    staged = pyqtSignal(str)

    def __init__(self):
        super().__init__(False)
        self.messages: list[tuple[str, str]] = []

    def pushInfo(self, info):
        self.messages.append((INFO, info))

    def pushWarning(self, warning):
        self.messages.append((WARNING, warning))

    def reportError(self, error, fatalError=False):
        self.messages.append((ERROR, error))

    def setProgressText(self, text):
        self.staged.emit(text)

    # Where QGIS puts versions and commands: nothing a planner has to read.
    def pushDebugInfo(self, info):
        pass

    def pushCommandInfo(self, info):
        pass

    def pushConsoleInfo(self, info):
        pass

    def pushVersionInfo(self, provider=None):
        pass

    def text(self) -> str:
        """All that was said, one message a line; the reason of a failure is the last one."""
        return "\n".join(text for _, text in self.messages)


class Run(QObject):
    """Start an algorithm of the provider in the background.

    ``progressed(share, text)`` tells how far it is, 0 to 1; ``ended(ok, results, log)`` comes once, in the
    main thread and never from within the constructor. ``task`` is None when the run was refused.
    """

    progressed = pyqtSignal(float, str)
    ended = pyqtSignal(bool, dict, str)

    def __init__(self, algorithm: str, parameters: dict, parent: QObject | None = None):
        super().__init__(parent)
        self.recorder = Recorder()
        self.task = None
        self._share, self._stage = 0.0, ""
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self.recorder)
        self.recorder.progressChanged.connect(self._at)
        self.recorder.staged.connect(self._in_stage)
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"landrenewal:{algorithm}")
        refusal = self._refusal(algorithm, parameters)
        if refusal:
            self.recorder.reportError(refusal)
            QTimer.singleShot(0, self._refuse)
            return
        self.task = QgsProcessingAlgRunnerTask(self._algorithm, parameters, self._context, self.recorder)
        self.task.executed.connect(self._end)
        QgsApplication.taskManager().addTask(self.task)

    def cancel(self) -> None:
        """Ask the run to stop; ``ended`` comes when it has."""
        self.recorder.cancel()

    def _refusal(self, name: str, parameters: dict) -> str:
        if self._algorithm is None:
            return tr("The tool {} is not in the toolbox: switch the plugin off and on again.").format(name)
        able, problem = self._algorithm.canExecute()
        if able:
            able, problem = self._algorithm.checkParameterValues(parameters, self._context)
        return "" if able else problem

    def _refuse(self) -> None:
        self._end(False, {})

    def _at(self, percent: float) -> None:
        self._share = percent / 100
        self.progressed.emit(self._share, self._stage)

    def _in_stage(self, text: str) -> None:
        self._stage = text
        self.progressed.emit(self._share, text)

    def _end(self, ok: bool, results: dict) -> None:
        cancelled = self.recorder.isCanceled()
        if cancelled:
            self.recorder.reportError(tr("Stopped. The former result is as it was."))
        self.task = None
        self.ended.emit(bool(ok) and not cancelled, dict(results), self.recorder.text())
