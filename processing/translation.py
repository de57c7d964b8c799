"""Texts in the user's language, and in the language of what is written.

What stands on the screen (docks, titles and help of algorithms) follows QGIS. What a run writes (aliases,
legends, names of layers, maps, sheets, pages) and says meanwhile follows the language of the outputs, which
the user can choose; ``speaking`` is put around that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "@default"
_FOLDER = Path(__file__).parents[1] / "resources" / "translations"
# Empty: the language of QGIS.
_spoken: ContextVar[str] = ContextVar("spoken", default="")


def tr(text: str) -> str:
    """Translate a literal. Variables go in with ``.format()`` afterwards, never before."""
    return tr_known(text)


def tr_later(text: str) -> str:
    """Mark a literal in a table, which `tr_known` translates where it is shown."""
    return text


def tr_known(text: str) -> str:
    """Translate a text that comes from a table: a description, a label. Unknown ones stay as they are."""
    language = _spoken.get()
    if not text:
        return text
    if not language:
        return QCoreApplication.translate(CONTEXT, text)
    catalogue = _catalogue(language)
    # Bytes: PyQt takes text here only as far as it is ASCII.
    return (catalogue.translate(CONTEXT.encode(), text.encode()) if catalogue else "") or text


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Inside the block texts come in this language ("en", "zh"), whatever QGIS speaks; "" = as QGIS.

    It holds for the thread that enters it.
    """
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """The language set by the innermost `speaking`, "" where there is none."""
    return _spoken.get()


def is_translated() -> bool:
    """Whether texts come in another language than that of the sources."""
    language = _spoken.get() or QgsApplication.locale()
    return translation_file(language) is not None


def translation_file(language: str) -> Path | None:
    """The compiled translation for a language as QGIS, Linux or Windows names it; None: there is none.

    QGIS says zh-Hans where Linux says zh_CN; ``QLocale.name()`` gives both the same name. Another country's
    variant of a language is better than none.
    """
    name = QLocale(language).name()
    for known in (name, QLocale(name.partition("_")[0]).name()):
        path = _FOLDER / f"land_renewal_{known}.qm"
        if path.is_file():
            return path
    return None


@cache
def _catalogue(language: str) -> QTranslator | None:
    path = translation_file(language)
    translator = QTranslator()
    return translator if path is not None and translator.load(str(path)) else None


def install_translator() -> QTranslator | None:
    """Install the translation for the language of QGIS, if there is one."""
    path = translation_file(QgsApplication.locale())
    translator = QTranslator()
    if path is None or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
