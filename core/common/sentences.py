"""Sentences for the user that remember how they were made, so that they can be said in another language.

The method writes English. A `Sentence` is that English text, and keeps the template and the values it was
filled in with; what shows it to a user (`processing/said.py`) translates the template and fills it in anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

_FULL_STOPS = ("\u3002", "\uff1f", "\uff01", "\uff1b", "\uff1a")


class Sentence(str):
    """A text made of a template and values, filled in as ``how`` says (a key of `_WAYS`).

    A template without values is not formatted, so braces in it are only braces. A value may be a Sentence, or
    an error that holds one; a list is shortened as by `first_ids`.
    """

    template: str
    values: tuple
    how: str

    def __new__(cls, template: str, values: Iterable[object] = (), how: str = "fill"):
        values = tuple(_value(value) for value in values)
        made = super().__new__(cls, _WAYS[how](template, values))
        made.template, made.values, made.how = str(template), values, how
        return made

    def __getnewargs__(self):
        return self.template, self.values, self.how

    def __add__(self, other: str) -> Sentence:
        return Sentence("", (self, other), "join")

    def __radd__(self, other: str) -> Sentence:
        return Sentence("", (other, self), "join")

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language; ``translate`` gives the template in that language.

        >>> chinese = {"{} of {} rows": "{1} 行中的 {0} 行", "parcels": "地块", "{}: {}": "{}：{}"}
        >>> said = sentence("{}: {}", word("parcels"), sentence("{} of {} rows", 2, 9))
        >>> said, said.translated(lambda text: chinese.get(text, text))
        ('parcels: 2 of 9 rows', '地块：9 行中的 2 行')
        """
        values = [v.translated(translate) if isinstance(v, Sentence) else v for v in self.values]
        template = translate(self.template) if self.template else ""
        return _WAYS[self.how](template, values)


def _fill(template: str, values) -> str:
    return template.format(*values) if values else str(template)


def _join(separator: str, values) -> str:
    texts = [str(value) for value in values]
    if separator != " ":
        return str(separator).join(texts)
    # Full-width stops bring their own space.
    gaps = ["" if text.endswith(_FULL_STOPS) else " " for text in texts[:-1]]
    return "".join(text + gap for text, gap in zip(texts, [*gaps, ""]))


def _unstopped(_template: str, values) -> str:
    return str(values[0]).rstrip(".\u3002")


_WAYS = {"fill": _fill, "join": _join, "unstopped": _unstopped}


def _value(value):
    if isinstance(value, Exception) and value.args and isinstance(value.args[0], Sentence):
        return value.args[0]
    if isinstance(value, (list, tuple)):
        return first_ids(value)
    said = str(value)
    return said if isinstance(said, Sentence) else value


def sentence(template: str, *values: object) -> Sentence:
    """A sentence from a literal template, as ``template.format(*values)`` writes it.

    The literal is what is translated, so it is never put together. A Sentence given alone comes back.

    >>> sentence("{} rows have no id: {}", 7, ["a", "b"])
    '7 rows have no id: a, b'
    """
    if isinstance(template, Sentence) and not values:
        return template
    return Sentence(template, values)


def word(name: str) -> Sentence:
    """A name from a fixed list, such as that of a table, which other languages may have a word for.

    The names must stand as literals in a call of `sentence` somewhere (see `_KNOWN`).
    """
    return Sentence(str(name))


def joined(values: Iterable[object], separator: str = ", ") -> Sentence:
    """Values in a row. The separators are those in `_KNOWN`: other languages have their own.

    >>> joined([3, "b"])
    '3, b'
    >>> joined(["一。", "二。 三.", "四"], " ")
    '一。二。 三. 四'
    """
    return Sentence(separator, [value if isinstance(value, str) else str(value) for value in values], "join")


def without_stop(text: str) -> Sentence:
    """A sentence without its full stop, to go on after it.

    >>> without_stop(sentence("{} is no unit.", "ah"))
    'ah is no unit'
    """
    return Sentence("", (text,), "unstopped")


def first_ids(ids: Iterable[object], limit: int = 5) -> Sentence:
    """List the first ids for a message, and say how many more there are.

    >>> first_ids(["a", "b", "c"], limit=2)
    'a, b and 1 more'
    """
    ids = list(ids)
    shown = joined(ids[:limit])
    return shown if len(ids) <= limit else sentence("{} and {} more", shown, len(ids) - limit)


_KNOWN = (
    *(sentence(", "), sentence("; "), sentence(" "), sentence(" and "), sentence(" or ")),
    *(sentence("parcels"), sentence("parks"), sentence("enterprises"), sentence("occupancy")),
    *(sentence("towns"), sentence("redline"), sentence("farmland"), sentence("boundary"), sentence("plan")),
    *(sentence("pois"), sentence("roads"), sentence("benchmarks"), sentence("judgements")),
    *(sentence("experts"), sentence("locks"), sentence("base"), sentence("community"), sentence("block")),
    *(sentence("status_quo"), sentence("large_concentration"), sentence("small_clustering")),
    *(sentence("clustering_with_parks"), sentence("custom"), sentence("frontier")),
    *(sentence("reviewed"), sentence("given"), sentence("tax_id"), sentence("name"), sentence("fuzzy")),
    *(sentence("point"), sentence("nearest")),
    *(sentence("area"), sentence("length"), sentence("money"), sentence("proportion"), sentence("energy")),
    *(sentence("mass"), sentence("travel time")),
)
