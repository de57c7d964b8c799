"""Whether the results of a step still belong to what is chosen: a light look, nothing is computed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..core.common.version import METHOD_VERSION
from ..processing import settings
from .stamps import differ, stamp
from .stored import described

if TYPE_CHECKING:
    from .session import Session
    from .steps import Step

NOT_RUN, DONE, OUTDATED, EARLIER = "not_run", "done", "outdated", "earlier"
_NOT_INPUTS = ("OUTPUT", "REPORT", "FRESH")
METHOD, CURRENCY = "METHOD", "CURRENCY"
_OF_ALL = (METHOD, CURRENCY)


class State(NamedTuple):
    """The state of a step; ``because``: names of the parameters that have changed, METHOD for the plugin,
    CURRENCY for the one in the options.

    EARLIER: results are there, but this project does not know what they were made from.
    """

    kind: str
    because: tuple[str, ...] = ()


def changes(session: Session, chosen: dict) -> tuple[str, ...]:
    """The inputs that are others than in the last run, or have been written since; METHOD for the plugin,
    CURRENCY for the one in the options. What is left empty is what the options say.

    ``chosen``: the parameters of the study as they are now. Nothing when the last run is not known.
    """
    last = session.last_run()
    if not last:
        return ()
    # A project of an earlier version does not know what the options were.
    now = settings.standing() if last.get("standing") else {}
    names = [name for name in {**chosen, **last["parameters"], **now} if name not in _NOT_INPUTS]
    found = [name for name in names if _changed(name, last, chosen.get(name) or now.get(name))]
    log = session.values("run_log", "method_version")
    if log and log[0]["method_version"] != METHOD_VERSION:
        found.append(METHOD)
    return tuple(found)


def state_of(step: Step, session: Session, chosen: dict, changed: tuple[str, ...]) -> State:
    """The state of a step, for what is chosen now, by what has changed (see ``changes``)."""
    if session.path is None or Path(str(chosen.get("OUTPUT") or "")) != session.path:
        return State(NOT_RUN)
    if not set(step.tables) <= session.tables():
        return State(NOT_RUN)
    if not session.last_run():
        return State(EARLIER)
    because = tuple(
        name for name in changed if step.depends is None or name in step.depends or name in _OF_ALL
    )
    return State(OUTDATED, because) if because else State(DONE)


def _changed(name: str, last: dict, value) -> bool:
    before = last["parameters"].get(name) or described(last.get("standing", {}).get(name))
    now = described(value)
    if not _same(before or None, now or None):
        return True
    return bool(value) and differ(last["stamps"].get(name, ""), stamp(value))


def _same(before, now) -> bool:
    if isinstance(before, dict) and isinstance(now, dict):
        keys = set(before) & set(now) or {"source", "path"}
        if any(before.get(key) == now.get(key) for key in keys):
            return True
        return _place(before) == _place(now)
    return before == now


def _place(entry: dict) -> str:
    return entry.get("source") or entry.get("path") or ""
