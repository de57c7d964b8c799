"""Sentences about names that are not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from .sentences import Sentence, first_ids, sentence, word


def nearest(name: str, valid: Iterable[str]) -> str | None:
    """The valid name most like ``name``, or None when nothing is like it (case is ignored).

    >>> nearest("LevIs", ["control", "levels"])
    'levels'
    """
    folded = {}
    for candidate in valid:
        folded.setdefault(candidate.casefold(), candidate)
    found = difflib.get_close_matches(str(name).casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


_KINDS = (
    *(sentence("field"), sentence("layer"), sentence("table"), sentence("column"), sentence("value")),
    *(sentence("key column"), sentence("unit_column"), sentence("row"), sentence("condition")),
    *(sentence("section"), sentence("key"), sentence("status"), sentence("type"), sentence("choice")),
    *(sentence("sheet"), sentence("language"), sentence("criterion"), sentence("indicator")),
)


def unknown(
    kind: str, name: str, valid: Iterable[str], limit: int = 25, guesses: Iterable[str] | None = None
) -> Sentence:
    """Say that a name is not known, which one may be meant, and what is valid.

    ``guesses`` are the names to guess from when they are more than the ones worth listing.

    >>> unknown("section", "levls", ["control", "levels"])
    "section 'levls' is not known: did you mean 'levels'? Valid: control, levels"
    """
    valid = list(valid)
    guess = nearest(name, valid if guesses is None else guesses)
    hint = sentence("did you mean '{}'? ", guess) if guess else ""
    shown = first_ids(valid, limit) or sentence("none")
    return sentence("{} '{}' is not known: {}Valid: {}", word(kind), name, hint, shown)
