"""Texts in the user's language."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

_FOLDER = Path(__file__).parents[1] / "resources" / "translations"


def tr(text: str) -> str:
    """Translate a literal. Variables go in with ``.format()`` afterwards, never before."""
    return QCoreApplication.translate("@default", text)


def install_translator() -> QTranslator | None:
    """Install the translation for the user's language, if there is one.

    QGIS says zh-Hans where Linux says zh_CN; ``QLocale.name()`` gives both the same name.
    """
    name = QLocale(str(QgsSettings().value("locale/userLocale", QLocale().name()))).name()
    translator = QTranslator()
    if not translator.load(str(_FOLDER / f"land_renewal_{name}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
