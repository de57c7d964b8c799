"""Errors a user can mend."""

from __future__ import annotations

from .sentences import Sentence, first_ids, joined, sentence, without_stop, word

__all__ = ["LandRenewalError", "first_ids", "joined", "sentence", "without_stop", "word"]


class LandRenewalError(Exception):
    """One sentence for the user: what is wrong, where (first ids), how to mend it.

    The first argument is a literal template for the values that follow, see `sentences.sentence`.

    >>> str(LandRenewalError("{} has no layer {!r}.", "study.gpkg", "parks"))
    "study.gpkg has no layer 'parks'."
    """

    def __init__(self, template: str, *values: object):
        super().__init__(sentence(template, *values))

    @property
    def sentence(self) -> Sentence:
        """The sentence, which can be said in another language."""
        return self.args[0]
