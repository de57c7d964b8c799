"""What to press next, for who sees the workbench for the first time."""

from __future__ import annotations

from typing import NamedTuple

from ..processing.translation import tr

SAMPLE, RUN, SHOW, SAVE, NOTHING = "sample", "run", "show", "save", ""
TOUR = ("levels", "performance", "deficiency", "scenarios")


class Advice(NamedTuple):
    """A sentence, and the button it speaks of: which, and in which step."""

    text: str
    button: str = NOTHING
    step: str = ""


def advice(parcels: bool, running: bool, has_run: bool, seen: set[str], saved: bool) -> Advice:
    """What to do next: get data, run, look at each result, save."""
    if running:
        return Advice(tr("Working. You can go on using QGIS meanwhile."))
    if not has_run and not parcels:
        text = tr("New here? Open the sample district and press the marked buttons, one after the other.")
        return Advice(text, SAMPLE)
    if not has_run:
        text = tr("Press Run. Every step is computed: seconds for the sample, minutes for a large county.")
        return Advice(text, RUN, "data")
    to_see = [step for step in TOUR if step not in seen]
    if to_see:
        return Advice(_look_at(to_see[0]), SHOW, to_see[0])
    if not saved:
        return Advice(tr("Save the project: it opens tomorrow as you leave it."), SAVE, "outputs")
    return Advice(
        tr("That was the tour. Change an input and run again: only what depends on it is computed anew.")
    )


def _look_at(step: str) -> str:
    return {
        "levels": tr("Look at the levels: bases, communities, and blocks in between."),
        "performance": tr("Look at the parks: the priority areas use their land badly, and say why."),
        "deficiency": tr("Look at the parcels: colours name the first test that fails."),
        "scenarios": tr("Look at a scenario: what stays, what moves where, and what it costs."),
    }[step]
