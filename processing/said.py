"""Sentences of the method in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.common.sentences import Sentence, joined
from .translation import tr_known


def said(text: str | BaseException | None) -> str:
    """A sentence, or what an error says, in the language spoken (see `translation.speaking`).

    The templates of a `Sentence` are translated and filled in again. Any other text is looked up as it is:
    one that is not known stays what it was. None is the empty text.
    """
    if isinstance(text, BaseException):
        text = text.args[0] if text.args and isinstance(text.args[0], Sentence) else str(text)
    if isinstance(text, Sentence):
        return text.translated(tr_known)
    return tr_known(str(text)) if text else ""


def listed(texts: Iterable[str], separator: str = ", ") -> str:
    """Texts in a row with the separator of the language spoken: ", " or "; ", or " " between sentences."""
    return said(joined(texts, separator))
