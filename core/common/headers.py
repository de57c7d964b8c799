"""Headers of registers taken apart: the name itself, the unit, what was cut off.

Shapefiles keep 10 bytes of a name, cut in the middle of a character or of a bracket. What is left of the
character arrives as a replacement sign, as a lone surrogate, or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from . import units
from .errors import LandRenewalError

NAME_BYTES = 10
ENCODINGS = ("utf-8", "gbk")
_OPEN, _CLOSE = r"(\[{【〔<《「", r")\]}】〕>》」"
_BRACKET = re.compile(rf"[{_OPEN}]([^{_CLOSE}{_OPEN}]*)(?:([{_CLOSE}])|$)")
_RUBBISH = re.compile("[\\ufffd\\ud800-\\udfff\\x00-\\x1f\\x7f-\\x9f\\ue000-\\uf8ff]+$|\\?+$")
_LATIN = re.compile("(?<=[\\u3400-\\u9fff(])[\\xa0-\\xff]$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度|年)?")
_NUMBERING = re.compile(r"^\s*\d{1,2}\s*[.、)]\s*(?=\D)")
_SAYS_UNIT = re.compile(r"^(?:计量)?单位\s*[::]?\s*|^unit\s*:?\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"^(.+?)[\s_/:,\-]+([^\s_/:,\-]+(?:/[^\s_:,\-]+)?)$")
_LATIN_UNIT = re.compile("^(.*[\\u3400-\\u9fff])([A-Za-z]+[0-9]?)$")
# Units that Chinese headers append without a sign between, longest first.
_APPENDED = (
    "万千瓦时", "万平方米", "平方公里", "平方千米", "平方米", "千瓦时", "立方米",
    "百万元", "公顷", "万元", "亿元", "千元", "万吨", "亩", "元", "吨", "人",
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """One way to read a header: ``core`` (folded), the ``unit`` as written, what is in brackets besides
    (``extra``), and whether a unit that stood there was ``cut`` off.
    """

    core: str
    unit: str | None = None
    cut: bool = False
    extra: str = ""


def fold(name: str) -> str:
    """A name without case, width, spaces, brackets and punctuation.

    >>> fold("Land_Use （大类）")
    'landuse大类'
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def same_name(name: str) -> str:
    """A name for comparing source columns: width, case, spaces and the rest of a cut character do not count.

    >>> same_name("产值（\\ufffd") == same_name("产值(")
    True
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", clean(name)).casefold())


def clean(name: str) -> str:
    """A name without what is left of a character that was cut."""
    return _LATIN.sub("", _RUBBISH.sub("", name))


def is_code(name: str) -> bool:
    """Whether a name is a code of a survey (DLBM), which is compared as a whole only."""
    return name.isascii() and name.isupper()


def cut_forms(name: str) -> set[str]:
    """What is left (folded) of a name of more than 10 bytes.

    >>> sorted(cut_forms("统一社会信用代码"))
    ['统一社', '统一社会信']
    """
    forms = set()
    for encoding in ENCODINGS:
        raw = name.encode(encoding, "ignore")
        if len(raw) > NAME_BYTES:
            forms.add(fold(raw[:NAME_BYTES].decode(encoding, "ignore")))
    return {form for form in forms if len(form) > 2}


def readings(name: str, unit_names: dict[str, str], ignored: frozenset[str]) -> list[Reading]:
    """The ways to read a header, the most literal first. ``unit_names``: what headers call units.

    >>> readings("2022年税收(万元)", {}, frozenset())[-1]
    Reading(core='税收', unit='万元', cut=False, extra='')
    """
    text = unicodedata.normalize("NFKC", clean(name)).strip()
    text = _NUMBERING.sub("", text).lstrip("*")
    bare = _without_brackets(text, _Units(unit_names), ignored)
    found = [bare] if bare.core == fold(text) else [Reading(fold(text)), bare]
    if bare.unit is None and not bare.extra:
        found += _appended(re.sub(_BRACKET, " ", text).strip(), _Units(unit_names))
    found += [replace(reading, core=_YEAR.sub("", reading.core)) for reading in found]
    return list(dict.fromkeys(reading for reading in found if reading.core))


class _Units:
    """Which texts are units. Bare numbers are not, though "1" counts things in a rule profile."""

    def __init__(self, names: dict[str, str]):
        self.names = names

    def read(self, text: str) -> str | None:
        key = text.strip().casefold()
        return self.names.get(key) or (text.strip() if _is_unit(text.strip()) else None)

    def begins(self, text: str) -> bool:
        return any(name.startswith(text) for name in (*self.names, *_APPENDED))


@lru_cache(maxsize=2048)
def _is_unit(text: str) -> bool:
    if not text or (text[0].isdigit() and not re.match(r"10+[kM]", text)):
        return False
    try:
        return bool(units.parse(text).dimension)
    except LandRenewalError:
        return False


def _without_brackets(text: str, known: _Units, ignored: frozenset[str]) -> Reading:
    unit, cut, extra = None, False, []
    for content, closed in _BRACKET.findall(text):
        content = _SAYS_UNIT.sub("", content.strip())
        stated = known.read(content)
        if stated and unit is None:
            unit = stated
        elif not closed and known.begins(content):
            cut = True
        elif content and fold(content) not in ignored and not _YEAR.fullmatch(content):
            extra.append(content)
    return Reading(fold(_BRACKET.sub(" ", text)), unit, cut and unit is None, ", ".join(extra))


def _appended(text: str, known: _Units) -> list[Reading]:
    """The name before a unit that is appended: area_ha, 产值/万元, 税收万元, 密度%."""
    for pattern in (_SUFFIX, _LATIN_UNIT):
        split = pattern.match(text)
        if split and known.read(split[2]):
            return [Reading(fold(split[1]), known.read(split[2]))]
    for unit in ("%", *_APPENDED):
        if text.endswith(unit) and len(text) > len(unit):
            return [Reading(fold(text[: -len(unit)]), unit)]
    return []
