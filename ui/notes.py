"""What the run has said of each step, as it is kept in the result: it is there tomorrow as well."""

from __future__ import annotations

import json
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

from ..processing.translation import tr

if TYPE_CHECKING:
    from .session import Session
    from .steps import Step


def notes(session: Session, step: Step) -> list[tuple[str, list[str]]]:
    """The notes of the parts of the study that make up a step, by their titles; parts without notes are left
    out.
    """
    found = []
    rows = {row["step"]: row for row in session.values("run_log", "step", "title", "notes")}
    for name in step.log:
        row = rows.get(name, {})
        with suppress(TypeError, ValueError):
            said = [str(note) for note in json.loads(row.get("notes") or "[]")]
            if said:
                found.append((str(row.get("title") or name), said))
    return found


def count(found: list[tuple[str, list[str]]]) -> int:
    """How many notes there are."""
    return sum(len(said) for _title, said in found)


def notes_html(step: Step, found: list[tuple[str, list[str]]]) -> str:
    """The notes as a page."""
    parts = [f"<h2>{escape(step.title)}</h2>"]
    for title, said in found:
        lines = "".join(f"<li>{escape(note)}</li>" for note in said)
        parts.append(f"<h3>{escape(title)}</h3><ul>{lines}</ul>")
    if not found:
        parts.append(f"<p>{escape(tr('The last run has said nothing about this step.'))}</p>")
    return "".join(parts)
