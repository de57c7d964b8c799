"""The reasons of the matching in Chinese. The method makes them in English; tables get them in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# What a reason may be made of: a pattern of the English piece, and the Chinese for it.
_PIECES = (
    (r"parcel named in the enterprise table", "企业表中已注明该地块"),
    (r"tax id is that of the parcel's holder", "统一社会信用代码与权利人一致"),
    (r"name is that of the parcel's holder", "名称与权利人一致"),
    (r"holder is the firm that this branch or plant belongs to", "权利人为该分支机构或厂区所属企业"),
    (r"holder is another branch or plant of the same firm", "权利人为同一企业的其他分支机构或厂区"),
    (r"name is similar to that of the holder, (.*) \((\d\.\d+)\)", r"名称与权利人“\1”相似（\2）"),
    (r"nearest parcel, ([\d.]+) m away", r"最近的地块，相距\1米"),
    (r"([\d.]+) m from the point", r"距企业点位\1米"),
    (r"(?:the )?point lies in the parcel", "点位位于该地块内"),
    (r"point lies in no parcel", "点位不在任何地块内"),
    (r"no coordinates, and neither tax id nor name tells the parcel", "无坐标，信用代码和名称均不能确定地块"),
    (r"a person has ruled out what was found", "找到的地块已被人工排除"),
    (r"see the candidates", "见候选地块"),
    (r"not in the occupancy table", "占用关系表中没有该企业"),
    (r"parcel chosen by a person", "人工指定的地块"),
    (r"not this one", "并非本机构"),
    (r"but its point lies in parcel (.*)", r"但点位位于地块\1"),
    (r"but the point lies in another parcel", "但点位位于其他地块"),
    (r"but the tax ids differ", "但信用代码不同"),
    (r"but several enterprises with different tax ids have this name", "但多家信用代码不同的企业同名"),
    (r"but another name fits as well", "但另有名称同样相符"),
    (r"but the holder has several parcels", "但权利人有多个地块"),
)
_ONE_SIDED = ", a place is stated on one side only"
_NESTED = re.compile(r"in doubt: parcel (.*?), (.*)")


def reason_text(reason: str | None, language: str) -> str:
    """A reason of the matching in ``en`` or ``zh``; what is not known stays as it is, a missing one is empty.

    >>> reason_text("name is that of the parcel's holder; but the tax ids differ", "zh")
    '名称与权利人一致；但信用代码不同'
    >>> reason_text(None, "zh")
    ''
    """
    if reason is None or language != "zh":
        return reason or ""
    return "；".join(_piece(piece) for piece in reason.split("; "))


def reasons_told(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """A table of the matching with its reasons (columns ``reason``, ``reason_1`` ...) in a language."""
    named = [name for name in table if re.fullmatch(r"reason(_\d+)?", str(name))]
    if language != "zh" or not named:
        return table
    # Docks use this module, too, and must not wait for pandas.
    import pandas as pd

    told = {name: [reason_text(one, language) or None for one in table[name]] for name in named}
    return table.assign(**{name: pd.Series(texts, table.index, object) for name, texts in told.items()})


def _piece(text: str) -> str:
    nested = _NESTED.fullmatch(text)
    if nested:
        return f"存疑：地块{nested[1]}，{_piece(nested[2])}"
    ending = ""
    if text.endswith(_ONE_SIDED):
        text, ending = text[: -len(_ONE_SIDED)], "，仅一方注明地名"
    for pattern, words in _PIECES:
        found = re.fullmatch(pattern, text)
        if found:
            return found.expand(words) + ending
    return text + ending
