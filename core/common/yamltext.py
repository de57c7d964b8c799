"""Texts and lists as YAML writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from .headers import clean

# JSON texts are YAML texts, but for signs that YAML takes for line breaks or does not take at all.
_UNSAFE = re.compile("[\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ufffe\\uffff]")
_PLAIN = re.compile(r"[^\W\d_]\w*(?: \w+)*")
_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")


def yaml_text(text: str) -> str:
    """A text on one line: bare where that is safe, else in quotes.

    >>> yaml_text("plant"), yaml_text("0601"), yaml_text("yes"), yaml_text("")
    ('plant', '"0601"', '"yes"', '""')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    # A lone surrogate, what is left of a cut character, cannot be written; names are compared without it.
    text = (
        text
        if text.isprintable()
        else "".join(s for s in text if not "\ud800" <= s <= "\udfff") or clean(text)
    )
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def yaml_list(texts: Iterable[str]) -> str:
    """A list of texts on one line.

    >>> yaml_list(["34", "C"])
    '["34", C]'
    """
    return "[" + ", ".join(map(yaml_text, texts)) + "]"
