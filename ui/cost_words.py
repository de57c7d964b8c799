"""Unit costs in words: groups, parties, marks of how sure a value is."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QIcon

from ..core.rules.cost_rows import FACTOR, PARAMETER, VERIFIED, CostRow, Edit
from ..processing import settings
from ..processing.said import listed
from ..processing.translation import tr, tr_known

CHANGED_ICON = "mActionToggleEditing.svg"
WRONG_ICON = "mIconCritical.svg"
_DASH = "–"


def group_title(group: str) -> str:
    """The heading of some rows."""
    titles = {
        "cost": tr("Costs"),
        "benefit": tr("Benefits"),
        FACTOR: tr("Quantities and shares"),
        PARAMETER: tr("Years and rates"),
    }
    return titles.get(group, group)


def item_title(row: CostRow) -> str:
    """What a row is called."""
    titles = {
        "discount_rate": tr("Discount rate"),
        "discount_rate_public": tr("Discount rate for public welfare"),
        "public_welfare": tr("Use the rate for public welfare"),
        "base_year": tr("Base year"),
        "horizon": tr("Last year counted"),
        "land_term": tr("Full term of the right in land"),
        "fiscal_revenue": tr("Yearly revenue of the county"),
    }
    name = row.name_zh if settings.screen_language() == "zh" else row.name_en
    return name or titles.get(row.item, row.item)


def status_title(status: str | None) -> str:
    """How sure a value is."""
    return tr("verified") if status == VERIFIED else tr("assumption")


def themed(name: str) -> QIcon:
    """A sign of QGIS."""
    return QgsApplication.getThemeIcon(name)


def status_icon(status: str | None) -> QIcon:
    """The sign of that."""
    return themed("mIconSuccess.svg" if status == VERIFIED else "mIconWarning.svg")


def unit_text(unit: str, money: str | None) -> str:
    """A unit; nothing for pure numbers. ``money``: label of the money unit, None for the usual one."""
    from ..core.economics.economics_texts import words

    return words(settings.screen_language(), money).unit(unit)


def number_text(value: float | None) -> str:
    """A number as it is edited: to its last digit, without separators of thousands."""
    if value is None:
        return ""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    text = repr(float(value))
    digits = len(text.partition(".")[2]) if "e" not in text else 12
    shown = locale.toString(float(value), "f", digits)
    point = locale.decimalPoint()
    return shown.rstrip("0").rstrip(point) if point in shown else shown


def read_number(text: str) -> float | None:
    """A number as people type it, None for nothing. Raises ValueError for anything else."""
    text = text.strip()
    if not text:
        return None
    found, ok = QLocale().toDouble(text)
    return found if ok else float(text.replace(",", "").replace(" ", ""))


def source_text(source: str | None) -> str:
    """Where a value comes from, in the language of the screen; the shipped profile marks its own with a D."""
    said = tr_known(source or "")
    kind, mark, rest = said.partition(";")
    return tr("own default") + mark + rest if kind == "D" else said


def value_text(row: CostRow, edit: Edit, money: str | None = None, unit: bool = True) -> str:
    """A value, with its unit unless that is known."""
    if edit.value is None:
        return tr("not known")
    if isinstance(edit.value, bool):
        return tr("yes") if edit.value else tr("no")
    behind = unit_text(row.unit, money) if unit else ""
    return tr("{} {}").format(plain_number(edit.value, row), behind).rstrip()


def range_text(row: CostRow, edit: Edit) -> str:
    """The range of a value; nothing where it has none."""
    if edit.low is None or edit.high is None:
        return ""
    return tr("{} to {}").format(plain_number(edit.low, row), plain_number(edit.high, row))


def plain_number(value: float, row: CostRow) -> str:
    """A number as it is read; years have no separator of thousands."""
    if row.whole and not row.unit:
        return str(int(value))
    digits = 0 if float(value) == int(value) else 4
    shown = QLocale().toString(float(value), "f", digits)
    point = QLocale().decimalPoint()
    return shown.rstrip("0").rstrip(point) if digits and point in shown else shown


def payers_text(row: CostRow) -> str:
    """Who pays whom; nothing for quantities."""
    if row.payer is None or row.payee is None:
        return ""
    parties = {
        "government": tr("the government"),
        "enterprise": tr("enterprises"),
        "collective": tr("the collective"),
        "market": tr("the market"),
    }
    named = [parties.get(one, one) for one in (row.payer, row.payee)]
    text = tr("Paid by {} to {}.").format(*named)
    if row.else_payer is None:
        return text
    other = parties.get(row.else_payer, row.else_payer)
    return listed((text, tr("Where no enterprise is known, {} pays.").format(other)), " ")
