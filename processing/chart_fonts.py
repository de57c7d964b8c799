"""Fonts for the pictures: one that can draw Chinese where Chinese is to be drawn."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# In order of preference. Those that end in JP, HK or TC write some characters another way.
CHINESE = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei"),
    *("PingFang SC", "Hiragino Sans GB", "SimHei", "DengXian", "Heiti SC", "STHeiti", "WenQuanYi Micro Hei"),
    *("WenQuanYi Zen Hei", "Sarasa Gothic SC", "SimSun", "STSong", "Arial Unicode MS", "Droid Sans Fallback"),
    *("Noto Sans CJK JP", "PingFang HK", "Noto Sans CJK TC", "Noto Sans CJK HK", "Microsoft JhengHei"),
    *("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif CJK JP"),
)
LATIN = "DejaVu Sans"  # comes with matplotlib
BOX = "□"
_DPI = 150
_SAID = ("unit", "name", "criterion_name", "unit_of_measure", "reference_name", "reason")


class Fonts:
    """The fonts of one picture, chosen by the characters it must draw; collects those no font has."""

    def __init__(self, characters: str):
        family = chinese_family() if any(map(is_chinese, characters)) else None
        self.families = [family, LATIN] if family else [LATIN]
        self.undrawable: dict[str, None] = {}
        self._properties: dict = {}
        self._widths: dict = {}

    def properties(self, size: float, bold: bool = False, sign: bool = False):
        """``sign``: in the Latin font, in whose Chinese fellow two minus signs run together."""
        from matplotlib.font_manager import FontProperties

        key = (size, bold, sign)
        if key not in self._properties:
            weight, family = "bold" if bold else "normal", [LATIN] if sign else self.families
            self._properties[key] = FontProperties(family=family, size=size, weight=weight)
        return self._properties[key]

    def drawable(self, text: object) -> str:
        """The text on one line, with a box for each character that no font of the picture has."""
        covered = _covered(tuple(self.families))
        signs = " ".join(str(text).split())
        missing = [sign for sign in signs if sign not in covered]
        self.undrawable.update(dict.fromkeys(missing))
        return "".join(BOX if sign in missing else sign for sign in signs) if missing else signs

    def width(self, text: object, size: float, bold: bool = False) -> float:
        """How wide a text is drawn, in inches."""
        key = (text, size, bold)
        if key not in self._widths:
            drawn, properties = self.drawable(text), self.properties(size, bold)
            renderer = _renderer()
            pixels = renderer.get_text_width_height_descent(drawn, properties, False)[0] if drawn else 0
            self._widths[key] = pixels / renderer.dpi
        return self._widths[key]


def fonts_for(values: pd.DataFrame, texts: dict) -> Fonts:
    """The fonts for what a picture of these rows says."""
    said = {str(said) for name in _SAID for said in values[name].dropna().unique()}
    return Fonts("".join(sorted(said)) + texts["charts"]["page"])


def fonts_of(tables: Iterable[pd.DataFrame], texts: dict) -> Fonts:
    """The fonts for a picture that may say any text of these tables."""
    said: set[str] = set()
    for table in tables:
        for name in table.columns[[str(kind) in ("object", "str", "string") for kind in table.dtypes]]:
            said.update(str(value) for value in table[name].dropna().unique())
    return Fonts("".join(sorted(said)) + str(texts["charts"]))


def is_chinese(sign: str) -> bool:
    """Chinese characters and the signs that stand among them.

    >>> is_chinese("园"), is_chinese("。"), is_chinese("é")
    (True, True, False)
    """
    return "\u2e80" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or "\uff00" <= sign <= "\uffef"


@lru_cache(maxsize=1)
def chinese_family() -> str | None:
    """The first family of `CHINESE` that is installed, or None."""
    from matplotlib.font_manager import fontManager

    installed = {font.name: font.fname for font in fontManager.ttflist}
    for name in CHINESE:
        if name in installed:
            return name
        if name.endswith(" SC") and _unpack(name, installed):
            return name
    return None


def _unpack(name: str, installed: dict[str, str]) -> bool:
    """Take the simplified Chinese face out of a font collection whose first face is Japanese.

    matplotlib reads the first face of a collection only, and its 值 or 直 are not how Chinese is written.
    """
    japanese = installed.get(name[:-2] + "JP") or installed.get(name[:-3])
    if not japanese or not japanese.lower().endswith((".ttc", ".otc")):
        return False
    done = False
    with suppress(Exception):  # whatever is odd about the file: the Japanese face still serves
        from matplotlib.font_manager import fontManager

        for path in sorted({f.fname for f in fontManager.ttflist if f.fname.startswith(_stem(japanese))}):
            face = _face(path, name)
            if face:
                fontManager.addfont(face)
                done = True
    return done


def _stem(path: str) -> str:
    """The part of a font file's name that its weights share."""
    return path[: path.rindex("-")] if "-" in Path(path).name else path


def _face(path: str, name: str) -> str | None:
    from fontTools.ttLib import TTCollection

    with TTCollection(path, lazy=True) as collection:
        for face in collection.fonts:
            if face["name"].getDebugName(1) == name:
                target = Path(_folder()) / f"{Path(path).stem}-{name.replace(' ', '')}.otf"
                face.save(target)
                return str(target)
    return None


@lru_cache(maxsize=1)
def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="land-renewal-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=4)
def _covered(families: tuple[str, ...]) -> frozenset[str]:
    """The characters that at least one of the families can draw."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    covered: set[int] = set()
    for family in families:
        covered |= set(get_font(findfont(FontProperties(family=family))).get_charmap())
    return frozenset(map(chr, covered))


@lru_cache(maxsize=1)
def _renderer():
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(8, 8, _DPI)


def warning(fonts: Iterable[Fonts], text: str) -> list[str]:
    """One sentence about characters that could not be drawn, or nothing. ``text`` holds $characters."""
    from string import Template

    signs = "".join(dict.fromkeys(sign for font in fonts for sign in font.undrawable))
    if not signs:
        return []
    shown = signs[:12] + ("…" if len(signs) > 12 else "")
    return [Template(text).substitute(characters=shown)]
