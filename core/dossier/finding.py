"""Finding things of a result by what a person types: ids and names, best first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Something with a place. ``kind``: parcel, park, enterprise; ``name`` may be missing; ``note`` is shown
    beside it. ``keys``: id and name as they are compared.
    """

    kind: str
    identifier: str
    name: str | None
    note: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A place and how well it fits, 0-1."""

    place: Place
    score: float


def place(kind: str, identifier: str, name: str | None = None, note: str | None = None) -> Place:
    """A place that can be found by id and by name."""
    return Place(kind, identifier, name, note, tuple(folded(text) for text in (identifier, name) if text))


def folded(text: str) -> str:
    """A text as it is compared: case, width and spaces do not count.

    >>> folded("Ｐ００１ 厂 Ltd")
    'p001厂ltd'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def find(places: Iterable[Place], text: str, most: int, stop=None) -> list[Found]:
    """The places that hold a text in their id or name, best first: the whole, the beginning, somewhere.

    Of equals the shorter one first, then by id. At most ``most`` of each kind. ``stop()`` true ends the
    search with nothing.
    """
    wanted = folded(text)
    if not wanted:
        return []
    hits: dict[str, list[tuple[float, int, str, Place]]] = {}
    for number, one in enumerate(places):
        if stop is not None and number % 1000 == 0 and stop():
            return []
        score = max(_fit(key, wanted) for key in one.keys) if one.keys else 0.0
        if score:
            hits.setdefault(one.kind, []).append((-score, min(map(len, one.keys)), one.identifier, one))
    found = []
    for several in hits.values():
        several.sort(key=lambda hit: hit[:3])
        found += [Found(hit[3], -hit[0]) for hit in several[:most]]
    return sorted(found, key=lambda one: -one.score)


def _fit(key: str, wanted: str) -> float:
    if key == wanted:
        return 1.0
    if key.startswith(wanted):
        return 0.8
    return 0.5 if wanted in key else 0.0
