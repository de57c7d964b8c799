"""What a user has chosen once for all, in QGIS's settings under ``land_renewal/``.

Units and the currency change how figures are shown, never what is stored. Language and rule profile stand in
where an algorithm is given none; a column mapping that names a profile or a currency goes first.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QLocale

from .translation import tr

SCOPE = "land_renewal"
AREA_UNITS = ("ha", "km2", "mu")
LANGUAGES = ("", "en", "zh")
USUAL_CURRENCY = "CNY"
_DECIMALS = {"ha": 1, "km2": 2, "mu": 0}


@dataclass(frozen=True)
class Settings:
    """``area_unit`` of shown land; ``currency``: its label, "" = CNY; ``language`` of texts in results, "" =
    that of QGIS; ``rules``: name or file of the rule profile, "" = the one that comes with the plugin.
    """

    area_unit: str = AREA_UNITS[0]
    currency: str = ""
    language: str = ""
    rules: str = ""


def load() -> Settings:
    """The settings; what is not a valid choice counts as not chosen."""
    stored = QgsSettings()
    found = {}
    for field in fields(Settings):
        value = stored.value(f"{SCOPE}/{field.name}", field.default)
        found[field.name] = value.strip() if isinstance(value, str) else field.default
    if found["area_unit"] not in AREA_UNITS:
        found["area_unit"] = AREA_UNITS[0]
    if found["language"] not in LANGUAGES:
        found["language"] = ""
    return Settings(**found)


def save(settings: Settings) -> None:
    """Keep settings; a default leaves no entry behind."""
    stored = QgsSettings()
    for field in fields(Settings):
        value, key = getattr(settings, field.name), f"{SCOPE}/{field.name}"
        if value == field.default:
            stored.remove(key)
        else:
            stored.setValue(key, value)


def output_language() -> str:
    """The language of texts in results, where none is asked for: as set, else that of QGIS."""
    return load().language or screen_language()


def screen_language() -> str:
    """The language of texts of the method on the screen: zh or en, by that of QGIS."""
    return "zh" if QgsApplication.locale().startswith("zh") else "en"


def standing() -> dict[str, str]:
    """What stands in for parameters of the study that are left empty, by their names, and the CURRENCY."""
    chosen = load()
    return {
        "LANGUAGE": output_language(),
        "RULES": chosen.rules,
        "CURRENCY": chosen.currency or USUAL_CURRENCY,
    }


def money_label() -> str | None:
    """The label of amounts, such as "10k USD"; None for CNY."""
    currency = load().currency
    return f"10k {currency}" if currency and currency.upper() != USUAL_CURRENCY else None


def unit_title(unit: str) -> str:
    """A unit of land as it is written behind a figure."""
    return {"ha": tr("ha"), "km2": tr("km²"), "mu": tr("mu")}[unit]


def area_text(m2: float | None, unit: str = "") -> str:
    """Land in the unit that was chosen: 461.0 ha; "not known" when it is missing."""
    if m2 is None or m2 != m2:
        return tr("not known")
    from ..core.common.units import to_internal

    unit = unit or load().area_unit
    value = to_internal(float(m2), "m2", unit)
    return tr("{} {}").format(numbers().toString(value, "f", _DECIMALS[unit]), unit_title(unit))


def numbers() -> QLocale:
    """How the user writes numbers, with thousands marked, which QGIS leaves out unless told otherwise."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale
