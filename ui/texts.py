"""Figures as a planner reads them, in the language of QGIS."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, QLocale

from ..core.performance.performance_words import WORDS, amount_text, currency_of
from ..core.performance.performance_words import number as figure
from ..processing import settings
from ..processing.translation import tr


def count(value: float) -> str:
    """A whole number: 1,200."""
    return settings.numbers().toString(round(value))


def area(m2: float) -> str:
    """Land, in the unit that the user has set: 461.0 ha."""
    return settings.area_text(m2)


def land(parcels: int, m2: float) -> str:
    """Parcels and their land: 582 (461.0 ha)."""
    return tr("{} ({})").format(count(parcels), area(m2))


def money(amount: float) -> str:
    """Money, given in 10,000 CNY: 3.57 billion CNY."""
    return amount_text(amount, "10k CNY", _language(), settings.money_label()).replace("-", "−")


def money_column(amounts: Sequence[float]) -> tuple[str, Callable[[float], str]]:
    """The unit for a column of amounts (in 10,000 CNY), by the largest, and what writes one without it.

    What is not nothing is never written as 0.
    """
    words = WORDS[_language()]
    largest = max((abs(amount) for amount in amounts), default=0.0)
    size, step = next((pair for pair in words["money"] if largest >= pair[0]), words["money"][-1])
    decimals = max(0, 2 - math.floor(math.log10(largest / size))) if largest else 0

    def text(amount: float) -> str:
        said = f"{amount / size:,.{decimals}f}"
        return (said if said.strip("-0.") or not amount else figure(amount / size)).replace("-", "−")

    return step.format(currency_of(settings.money_label()) or words["currency"]), text


def share(value: float) -> str:
    """A share of one: 62 %."""
    return tr("{} %").format(QLocale().toString(100 * value, "f", 0))


def span(seconds: float) -> str:
    """A time to wait, no more exact than it is known."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about {} s").format(count(5 * round(seconds / 5)))
    return tr("about {} min").format(count(max(seconds / 60, 2)))


def moment(seconds: float) -> str:
    """A time (seconds since 1970), briefly: 22/11/2026 08:43."""
    numbers, texts = QLocale(), QLocale(QgsApplication.locale())
    # The country of the system tells how dates are written, unless its language is another one.
    locale = numbers if numbers.language() == texts.language() else texts
    return locale.toString(QDateTime.fromSecsSinceEpoch(int(seconds)), QLocale.FormatType.ShortFormat)


def _language() -> str:
    return "zh" if QgsApplication.locale().startswith("zh") else "en"
