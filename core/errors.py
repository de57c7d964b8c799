"""Errors a user can mend."""

from __future__ import annotations

from collections.abc import Iterable


class LandRenewalError(Exception):
    """One sentence for the user: what is wrong, where (first ids), how to mend it."""


def first_ids(ids: Iterable[object], limit: int = 5) -> str:
    """List the first ids for a message, and say how many more there are.

    >>> first_ids(["a", "b", "c"], limit=2)
    'a, b and 1 more'
    """
    ids = [str(value) for value in ids]
    shown = ", ".join(ids[:limit])
    return shown if len(ids) <= limit else f"{shown} and {len(ids) - limit} more"
