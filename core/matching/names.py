"""Names of firms in a form that can be compared: script, brackets, legal form, place, branch or plant.

The words are in resources/names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "names"
COMPANY, ASSOCIATION, TRADE, OTHER = "company", "association", "trade", "other"
COLUMNS = ("place", "core", "kind", "unit")
_BRACKETS = str.maketrans("〔〕[]{}【】「」『』〈〉《》〖〗", "()()()()()()()()()")
_LINES = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PUNCTUATION = r"[\s\-‐-―_.,;:、。·・‧•'\"`~!?*#&+/\\|<>]+"
_NUMERALS = "一二三四五六七八九十"
_PLACE_ENDS = "(?:省|市|县|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治州|自治县|地区|盟)"
_WRITTEN_PLACE = r"([\u4e00-\u9fff]{2,3}?)(?:(?<![城超都门])市|县|自治州|自治县|盟)"


def parse_names(names: pd.Series) -> pd.DataFrame:
    """Take names of firms apart.

    Returns, with the index of ``names``: ``place`` (places in front or in brackets, without 省, 市, 县),
    ``core`` (what tells the firm apart), ``kind`` (company, association, trade, other) and ``unit`` (a branch
    or plant, "" for the firm itself). Full-width signs become half-width, traditional characters simplified,
    other brackets are opened; a bracket with a note or a date is left out. Missing names give empty texts.
    Source: own default.

    >>> parse_names(pd.Series(["臺灣光罩股份有限公司（第2廠）", "光罩(台湾)有限公司", None])).values.tolist()
    [['台湾', '光罩', 'company', '二厂'], ['台湾', '光罩', 'company', ''], ['', '', '', '']]
    """
    codes, distinct = pd.factorize(names.astype(object))
    text = simplified(pd.Series(distinct, dtype=object).astype(str))
    parsed = _parse(text)
    parsed.loc[len(parsed)] = ["", "", "", ""]
    return parsed.iloc[codes].set_axis(names.index)


def is_name(parsed: pd.DataFrame) -> pd.Series:
    """Whether what `parse_names` found can be a firm's name: something to tell it apart, and no filler."""
    return parsed["core"].ne("") & ~parsed["core"].isin(_words()["nameless"])


def simplified(texts: pd.Series) -> pd.Series:
    """Half-width (Unicode NFKC), upper case, traditional characters made simplified.

    The shipped table decides; a character that it does not have is asked of OpenCC where that is installed.
    """
    if texts.empty:
        return texts
    # One long text instead of many short ones: ten times as fast.
    whole = "\n".join(_LINES.sub(" ", text) for text in texts)
    plain = unicodedata.normalize("NFKC", whole).upper().translate(_BRACKETS)
    found = plain.translate({**_rare_characters(plain), **_characters()}).split("\n")
    return pd.Series(found, index=texts.index, dtype=object)


def agreeing_places(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether places do not contradict: one is not stated, or one holds all of the other.

    >>> agreeing_places(np.array(["福建 福州", "福州", ""]), np.array(["福州", "厦门", "厦门"])).tolist()
    [True, False, True]
    """
    first, codes_one = np.unique(np.asarray(one, dtype=str), return_inverse=True)
    second, codes_two = np.unique(np.asarray(other, dtype=str), return_inverse=True)
    pair = codes_one.astype(np.int64) * len(second) + codes_two
    kinds, back = np.unique(pair, return_inverse=True)
    sets_one, sets_two = [set(text.split()) for text in first], [set(text.split()) for text in second]
    sides = [(sets_one[kind // len(second)], sets_two[kind % len(second)]) for kind in kinds.tolist()]
    return np.array([a <= b or b <= a for a, b in sides], dtype=bool)[back]


def _parse(text: pd.Series) -> pd.DataFrame:
    words = _words()
    inner = pd.Series("", index=text.index)
    marked = text.str.contains("[()]")
    if marked.any():
        noted = text[marked].str.replace(words["note"], "", regex=True)
        inner[marked] = noted.str.extract(words["bracketed_place"], expand=False).fillna("")
        bare = noted.str.replace(words["bracketed_place"], "", regex=True)
        text = text.mask(marked, bare.str.replace("[()]", "", regex=True))
    marked = text.str.contains(_PUNCTUATION)
    text = text.mask(marked, text[marked].str.replace(_PUNCTUATION, "", regex=True))
    table = _split(text, words)
    places, core = _leading_places(table["core"], words["place"])
    within, _ = _leading_places(inner, words["bracketed"])
    table["place"] = [" ".join(dict.fromkeys([*one, *other])) for one, other in zip(places, within)]
    table["core"] = core
    return table[list(COLUMNS)]


def _split(text: pd.Series, words: dict) -> pd.DataFrame:
    """Legal form and what stands behind it; the first pattern that fits decides."""
    core, unit = text.copy(), pd.Series("", index=text.index)
    kind = pd.Series(np.where(text.eq(""), "", OTHER), index=text.index)
    open_ = text.ne("")
    for name, pattern in words["splits"]:
        found = text[open_].str.extract(pattern)
        found = found[found[0].notna()]
        core[found.index], unit[found.index], kind[found.index] = found[0], found[1].fillna(""), name
        open_[found.index] = False
    company = kind.eq(COMPANY)
    core[company] = core[company].str.replace(words["form"], "", regex=True)
    maker = kind.isin([TRADE, OTHER])
    core[maker] = core[maker].str.replace(r"(?<=..)工?厂$", "", regex=True)
    return pd.DataFrame({"core": core, "kind": kind, "unit": _units(unit, words)})


def _units(unit: pd.Series, words: dict) -> pd.Series:
    unit = unit.mask(unit.isin(words["whole"]), "")
    number = unit.str.fullmatch(words["number"] + "(?:分|工)?厂").fillna(False).astype(bool)
    numbered = unit[number].str.replace("^第|(?:分|工)(?=厂$)", "", regex=True)
    numbered = numbered.str.translate(words["numerals"])
    unit[number] = numbered.str.replace(r"(?<![0-9A-Z])\d{1,2}(?![0-9A-Z])", _in_words, regex=True)
    return unit


def _in_words(found: re.Match) -> str:
    """A number below 100 as it is written in names: 12 is 十二."""
    ten, one = divmod(int(found.group()), 10)
    words = (_NUMERALS[ten - 1] if ten > 1 else "") + ("十" if ten else "")
    return words + (_NUMERALS[one - 1] if one else "") or found.group()


def _leading_places(text: pd.Series, pattern: str) -> tuple[list[list[str]], pd.Series]:
    """Up to three places in front of texts, without 省, 市, 县, and what is left of the texts."""
    rest, found = text.copy(), [[] for _ in range(len(text))]
    rows = np.flatnonzero(text.ne(""))
    for _ in range(3):
        parts = rest.iloc[rows].str.extract(pattern)
        hit = parts[2].notna().to_numpy()
        rows = rows[hit]
        if not len(rows):
            break
        for row, place in zip(rows.tolist(), parts[0].fillna(parts[1])[hit]):
            found[row].append(place)
        rest.iloc[rows] = parts[2][hit]
    return found, rest


@lru_cache(maxsize=1)
def _characters() -> dict[int, str]:
    pairs = " ".join(_read("characters")["pairs"]).split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def _rare_characters(text: str) -> dict[int, str]:
    """What OpenCC says of characters that the shipped table does not have."""
    convert = _opencc()
    if convert is None:
        return {}
    rare = sorted({sign for sign in set(text) if sign > "\u2e7f" and ord(sign) not in _characters()})
    return {ord(sign): convert(sign) for sign in rare}


@lru_cache(maxsize=1)
def _opencc():
    try:
        import opencc
    except ImportError:
        return None
    return opencc.OpenCC("t2s").convert


@lru_cache(maxsize=1)
def _words() -> dict:
    """The patterns made of the words in resources/names."""
    forms, regions = _read("forms"), _read("regions")
    places = " ".join([*regions["country"], *regions["province"], *regions["prefecture"]]).split()
    one = rf"(?:({_any(places)}){_PLACE_ENDS}?|{_WRITTEN_PLACE})"
    uncounted = one.replace("(", "(?:").replace("(?:?", "(?")
    digit = f"[{_NUMERALS}{''.join(forms['numerals'])}0-9A-Z]"
    number = f"第?{digit}{{1,3}}[、/之]?{digit}{{0,3}}"
    branch = rf"(?:{number}|[分新老总本])?(?:{_any(forms['branch'])})"
    end = f"[{''.join(forms['trade'])}]"
    return {
        "note": rf"\((?=[^)]*(?:{_any(forms['note'])}|\d{{2,4}}[./、年]))[^)]*\)?",
        "bracketed_place": rf"\(((?:{uncounted}){{1,3}})\)",
        "place": rf"^{one}(?=..)(.*)$",
        "bracketed": rf"^{one}(.*)$",
        "splits": (
            (COMPANY, r"^(.+)(?<![分总])公司(.*)$"),
            (COMPANY, r"^(.{2,})总公司(.*)$"),
            (ASSOCIATION, rf"^(.+(?:{_any(forms['association'])}))(.*)$"),
            (TRADE, r"^(.+社)(.{1,8}[厂场])$"),
            (TRADE, rf"^(.+{end})({branch})$"),
            (OTHER, rf"^(..+?)({number}厂)$"),
            (TRADE, rf"^(.+{end})()$"),
        ),
        "form": _any(forms["company"]) + "$",
        "number": number,
        "whole": set(forms["whole"]),
        "nameless": set(forms["nameless"]),
        "numerals": {ord(sign): numeral for sign, numeral in forms["numerals"].items()},
    }


def _any(words) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def _read(name: str) -> dict:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
