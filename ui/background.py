"""Work in the background of a dock: what takes longer than QGIS may stand still."""

from __future__ import annotations

from collections.abc import Callable
from traceback import format_exc

from qgis.core import QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..core.common.errors import LandRenewalError
from ..processing.said import said
from ..processing.threads import keep_thread
from ..processing.translation import tr

# QGIS holds a task's C++ part only: one that nothing in Python holds is never run.
_begun: set[Background] = set()


class Background(QgsTask):
    """Calls ``work()`` in a background thread, then ``done(result, problem)`` in the main thread.

    ``problem``: why ``result`` is None, as a sentence; "" when there is a result. The sentence of an error
    that nobody has foreseen is ``failed`` with the error in it; its traceback goes to the log. When the user
    stops the task in the status bar it is "Stopped.": at once while it waits, after ``work`` while it runs.
    ``owner``: the widget or object that ``done`` belongs to; when it is gone nothing is called. Begun by
    ``begin``.
    """

    def __init__(self, owner: QObject, title: str, work: Callable, done: Callable, failed: str):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._owner, self._work, self._done, self._failed = owner, work, done, failed
        self._result, self._problem = None, ""

    def run(self) -> bool:
        keep_thread()
        try:
            self._result = self._work()
        except LandRenewalError as error:
            self._problem = said(error)
        except Exception as error:  # A task that raises ends without a word.
            QgsMessageLog.logMessage(format_exc(), "Land Renewal")
            self._problem = self._failed.format(repr(error))
        return not self.isCanceled()

    def finished(self, _ok: bool) -> None:
        _begun.discard(self)
        if self._done is None or sip.isdeleted(self._owner):
            return
        if self.isCanceled():
            self._done(None, tr("Stopped."))
        else:
            self._done(self._result, self._problem)

    def drop(self) -> None:
        """Its result is wanted no longer: ``done`` will not be called."""
        self._done = None
        self.cancel()


def begin(owner: QObject, title: str, work: Callable, done: Callable, failed: str) -> Background:
    """Begin some work; see `Background`."""
    task = Background(owner, title, work, done, failed)
    _begun.add(task)
    QgsApplication.taskManager().addTask(task)
    return task
