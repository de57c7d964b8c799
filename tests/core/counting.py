"""Work counted instead of timed: a count is the same on a busy machine, and fails for the right reason."""

from __future__ import annotations

import sys
from contextlib import contextmanager


def calls(function, *arguments, **named):
    """How many functions are called while a function runs, those of the libraries included.

    Code that works on whole arrays calls the same functions however many rows there are; a loop over rows
    calls some for each of them. What was imported or kept by a first call does not count: make that before.
    """
    count, former = 0, sys.getprofile()

    def seen(_frame, event, _about):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        function(*arguments, **named)
    finally:
        sys.setprofile(former)
    return count


@contextmanager
def watched(module, name):
    """The arguments and the result of every call of a function of a module: a list of (arguments, result)."""
    function, seen = getattr(module, name), []

    def spy(*arguments, **named):
        result = function(*arguments, **named)
        seen.append((arguments, result))
        return result

    setattr(module, name, spy)
    try:
        yield seen
    finally:
        setattr(module, name, function)
