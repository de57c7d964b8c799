"""Running the study of the current result once more, with something changed."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.lockfile import lock_file
from ..processing.translation import tr
from .progress_row import ProgressRow


class StudyAgain(QObject):
    """One run at a time, shown in a row of progress, whose button stops it.

    ``ended(ok, problem)``: ``problem`` says why the run has failed. The result is the current one by then.
    """

    ended = pyqtSignal(bool, str)

    def __init__(self, session, progress: ProgressRow, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._progress, self._run = session, progress, None
        progress.cancelled.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether its run is under way."""
        return self._run is not None

    def refusal(self) -> str:
        """Why the study cannot run again; empty when it can."""
        if self._session.path is None:
            return tr("Open a result first, or run the study.")
        if not self._session.parameters():
            return tr("How this result was made is not known: run the study once from the workbench.")
        return tr("Something runs already: wait for it, or stop it.") if self._session.busy else ""

    def start(self, changes: dict, text: str) -> str:
        """Run with these parameters changed; ``text`` says what is done. Returns why not, if it cannot."""
        problem = self.refusal()
        if problem:
            return problem
        self._progress.start(text)
        given = {**self._session.parameters(), "OUTPUT": str(self._session.path), **changes}
        self._run = self._session.run("study", given, self._done, self._progress.at)
        return ""

    def cancel(self) -> None:
        """Ask the run to stop."""
        if self._run is not None:
            self._run.cancel()

    def _done(self, ok: bool, _results: dict, log: str) -> None:
        self._run = None
        self._progress.finish()
        why = log.strip().rpartition("\n")[2] or tr("The study has failed.")
        self.ended.emit(ok, "" if ok else why)


def locks_given(session) -> dict:
    """The parameter LOCKS for the locks beside the result; those that a former run was given stay where there
    are none.
    """
    own, given = lock_file(session.path), session.parameters().get("LOCKS")
    if own.is_file():
        return {"LOCKS": str(own)}
    return {"LOCKS": None if given in (None, "", str(own)) else given}
