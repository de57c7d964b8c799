"""What a user has typed over the unit costs, as typed: nothing is lost because it is not right yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..core.common.errors import LandRenewalError
from ..core.rules.cost_rows import CostRow, Edit, check_edit
from ..processing.said import said
from ..processing.translation import tr
from .cost_words import number_text, read_number, source_text

YES, NO = "1", "0"


class Draft(NamedTuple):
    """The texts of one row; yes and no are "1" and "0"."""

    value: str
    low: str
    high: str
    source: str
    year: str
    status: str


def draft_of(edit: Edit) -> Draft:
    """The texts of what is stated."""
    truth = isinstance(edit.value, bool)
    value = (YES if edit.value else NO) if truth else number_text(edit.value)
    year = "" if edit.year is None else str(edit.year)
    return Draft(value, number_text(edit.low), number_text(edit.high), source_text(edit.source), year,
                 edit.status or "assumption")  # fmt: skip


def read_draft(row: CostRow, draft: Draft) -> Edit:
    """What the texts say. Errors: LandRenewalError, one sentence, where they cannot stand."""
    fields = {"value": tr("value"), "low": tr("low end"), "high": tr("high end"), "year": tr("year")}
    found = {}
    for name, title in fields.items():
        text = getattr(draft, name)
        if name == "value" and row.truth:
            found[name] = text == YES
            continue
        try:
            found[name] = read_number(text)
        except ValueError as error:
            raise LandRenewalError(tr("The {} is no number: {}.").format(title, text.strip())) from error
    year = found.pop("year")
    if year is not None and year != int(year):
        raise LandRenewalError(tr("The year must be a whole number."))
    year = None if year is None else int(year)
    edit = Edit(**found, source=_read_source(row, draft.source), year=year, status=draft.status)
    check_edit(row, edit)
    return edit


def _read_source(row: CostRow, text: str) -> str | None:
    """What is stated stays as it is stated, whatever language it was shown in."""
    text = text.strip()
    known = (row.stated.source, row.default.source)
    return next((source for source in known if source and source_text(source) == text), text or None)


class Drafts:
    """The rows of a profile with what was typed over them."""

    def __init__(self, rows: Iterable[CostRow] = ()):
        self.rows = {row.item: row for row in rows}
        self._typed: dict[str, Draft] = {}

    def renewed(self, rows: Iterable[CostRow]) -> Drafts:
        """The same drafts over the rows of another profile; what it says itself is no draft any more."""
        made = Drafts(rows)
        for item, draft in self._typed.items():
            if item in made.rows:
                made.take(item, draft)
        return made

    @property
    def changed(self) -> list[str]:
        """The items with a draft, in the order of the profile."""
        return [item for item in self.rows if item in self._typed]

    def draft(self, item: str) -> Draft:
        """The texts of a row as they are now."""
        return self._typed.get(item) or draft_of(self.rows[item].stated)

    def take(self, item: str, draft: Draft) -> None:
        """Keep what was typed; what is stated already is no draft."""
        if self._same(self.rows[item], draft):
            self._typed.pop(item, None)
        else:
            self._typed[item] = draft

    def reset(self, item: str) -> None:
        """Back to what is stated."""
        self._typed.pop(item, None)

    def clear(self) -> None:
        """Back to what is stated everywhere."""
        self._typed = {}

    def problem(self, item: str) -> str:
        """Why the draft of a row cannot stand; empty when it can."""
        try:
            read_draft(self.rows[item], self.draft(item))
        except LandRenewalError as error:
            return said(error)
        return ""

    def problems(self) -> dict[str, str]:
        """The items whose drafts cannot stand, and why."""
        found = {item: self.problem(item) for item in self.changed}
        return {item: problem for item, problem in found.items() if problem}

    def edit(self, item: str) -> Edit:
        """What holds of a row: its draft where that can stand, else what is stated."""
        if item not in self._typed or self.problem(item):
            return self.rows[item].stated
        return read_draft(self.rows[item], self._typed[item])

    def edits(self) -> dict[str, Edit]:
        """What the drafts say. Errors: LandRenewalError where one cannot stand."""
        return {item: read_draft(self.rows[item], self._typed[item]) for item in self.changed}

    def _same(self, row: CostRow, draft: Draft) -> bool:
        if draft == draft_of(row.stated):
            return True
        try:
            return read_draft(row, draft) == row.stated
        except LandRenewalError:
            return False
