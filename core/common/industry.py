"""Industry codes of GB/T 4754-2017: classes -> divisions -> sections, and light or heavy industry.

The numbering of the standard is fixed; which divisions count as light or heavy is a planner's choice and
comes from the rule profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

from .errors import LandRenewalError

# Last division of each section, in the order of the standard (A is 01-05, B 06-12, C 13-43, ...).
_SECTION_ENDS = {
    "A": 5, "B": 12, "C": 43, "D": 46, "E": 50, "F": 52, "G": 60, "H": 62, "I": 65, "J": 69,
    "K": 70, "L": 72, "M": 75, "N": 79, "O": 82, "P": 83, "Q": 85, "R": 90, "S": 96, "T": 97,
}  # fmt: skip
_CODE = re.compile(r"([A-T])?(\d{1,4})?(?:\.0)?")
_RANGE = re.compile(r"(\d{1,2})(?:\s*-\s*(\d{1,2}))?")


def section_of(division: int) -> str | None:
    """Return the section letter of a division number, or None when the standard has no such division.

    >>> section_of(34), section_of(98)
    ('C', None)
    """
    if division < 1:
        return None
    return next((letter for letter, end in _SECTION_ENDS.items() if division <= end), None)


def full_code(text: object) -> str | None:
    """Return a code as section letter plus digits, so that "is part of" is "starts with"; None when it is no
    code.

    A section letter in front is optional and is replaced by the right one; one digit means a division that
    lost its zero.

    >>> full_code("3411"), full_code("c34"), full_code("6"), full_code("C"), full_code("machinery")
    ('C3411', 'C34', 'B06', 'C', None)
    """
    if text is None or text is pd.NA or text != text:
        return None
    found = _CODE.fullmatch(str(text).strip().upper())
    if not found or not found.group(0):
        return None
    letter, digits = found.groups()
    if not digits:
        return letter
    digits = digits.zfill(2)
    section = section_of(int(digits[:2]))
    return section + digits if section else None


def classify(industry: pd.Series) -> pd.DataFrame:
    """Split industry codes into ``code`` (letter and digits), ``division`` (two digits) and ``section``
    (letter).

    Codes that GB/T 4754-2017 does not know, and missing ones, are None in all three.

    >>> classify(pd.Series(["3411", "C", None])).values.tolist()
    [['C3411', '34', 'C'], ['C', None, 'C'], [None, None, None]]
    """
    positions, kinds = pd.factorize(industry)
    codes = [full_code(kind) for kind in kinds] + [None]
    columns = {
        "code": codes,
        "division": [code[1:3] if code and len(code) > 1 else None for code in codes],
        "section": [code[0] if code else None for code in codes],
    }
    # Without the explicit type, newer pandas would turn None into NaN.
    return pd.DataFrame(
        {
            name: pd.Series(_texts(values)[positions], index=industry.index, dtype=object)
            for name, values in columns.items()
        }
    )


def _texts(values: list[str | None]) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def expand_divisions(ranges: Iterable[str]) -> frozenset[str]:
    """Return the divisions named by texts such as "13-24" or "27".

    >>> sorted(expand_divisions(["6-8", "40"]))
    ['06', '07', '08', '40']
    """
    divisions = set()
    for text in ranges:
        found = _RANGE.fullmatch(str(text).strip())
        if not found:
            raise LandRenewalError(
                "The rule profile lists industry divisions as '{}': write one (27) or a range (13-24).",
                text,
            )
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        divisions.update(f"{number:02d}" for number in range(first, last + 1))
    return frozenset(divisions)


def split_codes(text: object) -> tuple[list[str], bool]:
    """Read a list of codes separated by ; , or spaces: the codes, and whether every entry could be read.

    >>> split_codes("34; C3511"), split_codes("34, smart equipment")
    ((['C34', 'C3511'], True), (['C34'], False))
    """
    if text is None or text is pd.NA or text != text:
        return [], True
    entries = [entry.strip() for entry in re.split(r"[;,；，、]", str(text)) if entry.strip()]
    codes = [full_code(entry) for entry in entries]
    return [code for code in codes if code], None not in codes


def belongs(code: str | None, codes: Iterable[str], complete: bool = True) -> bool | None:
    """Say whether an industry is on a list: True, False, or None where it cannot be told.

    It cannot be told when the industry is unknown, when it is known less exactly than the list (division 34
    against class 3411), or when the list has entries that could not be read.

    >>> belongs("C3411", ["C34"]), belongs("C34", ["C3411"]), belongs("C13", ["C34"])
    (True, None, False)
    """
    if code is None:
        return None
    codes = list(codes)
    if any(code.startswith(listed) for listed in codes):
        return True
    if not complete or any(listed.startswith(code) for listed in codes):
        return None
    return False
