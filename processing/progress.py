"""Progress and cancelling, as one small callable that the core can be given."""

from __future__ import annotations

from .said import said


class Cancelled(Exception):
    """The user pressed Cancel. Never an error: the run stops and returns nothing."""


class Progress:
    """``progress(share, text)``: tell how far the work is (0 to 1); raises ``Cancelled`` when asked to stop.

    >>> progress = Progress(None)
    >>> half = progress.part(0.5, 1.0)
    >>> half(0.5)
    """

    def __init__(self, feedback, start: float = 0.0, end: float = 1.0):
        self._feedback, self._start, self._end = feedback, start, end

    def __call__(self, share: float, text: str = "") -> None:
        if self._feedback is None:
            return
        if self._feedback.isCanceled():
            raise Cancelled
        self._feedback.setProgress(
            100 * (self._start + (self._end - self._start) * min(max(share, 0.0), 1.0))
        )
        if text:
            self._feedback.setProgressText(said(text))

    def part(self, start: float, end: float) -> Progress:
        """A progress for one stage, which takes the share of this one from ``start`` to ``end``."""
        span = self._end - self._start
        return Progress(self._feedback, self._start + span * start, self._start + span * end)


def stop_if_cancelled(feedback) -> None:
    """Raise Cancelled when the user has pressed Cancel."""
    if feedback is not None and feedback.isCanceled():
        raise Cancelled
