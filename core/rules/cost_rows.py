"""Rows of unit costs as they are edited, and what cannot stand in one. Standard library only [P 4.2]."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..common.errors import LandRenewalError

FACTOR, PARAMETER = "factor", "parameter"
VERIFIED, ASSUMPTION = STATUSES = ("verified", "assumption")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Edit:
    """What is said of one row. ``value``, ``low`` and ``high`` in the unit of the row; None = not known."""

    value: float | bool | None
    low: float | None
    high: float | None
    source: str | None
    year: int | None
    status: str | None


@dataclass(frozen=True)
class CostRow:
    """One row as the profile states it. ``group``: cost, benefit, factor, or parameter; names of parameters
    are empty. ``ranged``: it may have a range; ``truth``: it is yes or no; ``whole``: a whole number.
    ``default``: what the shipped profile says of it, in the unit of the row.
    """

    item: str
    group: str
    name_en: str
    name_zh: str
    unit: str
    stated: Edit
    default: Edit
    note: str | None
    payer: str | None = None
    payee: str | None = None
    else_payer: str | None = None
    ranged: bool = False
    truth: bool = False
    whole: bool = False
    nullable: bool = False
    minimum: float | None = 0.0
    maximum: float | None = None

    @property
    def assumed(self) -> bool:
        """Whether it has a value that nobody has verified."""
        return self.stated.value is not None and self.stated.status != VERIFIED


def assumed_count(rows: Sequence[CostRow]) -> tuple[int, int]:
    """How many values nobody has verified, and how many values there are; those not known are no values."""
    return sum(row.assumed for row in rows), sum(row.stated.value is not None for row in rows)


def check_edit(row: CostRow, edit: Edit) -> None:
    """Refuse what cannot stand in the profile. Errors: LandRenewalError, one sentence."""
    _check_value(row, edit)
    _check_range(row, edit)
    if edit.value is None:
        return
    if not (edit.source or "").strip():
        raise LandRenewalError("Say where the value comes from: the source is empty.")
    if edit.year is None or not _FIRST_YEAR <= edit.year <= _LAST_YEAR:
        raise LandRenewalError("The year of the source must lie between {} and {}.", _FIRST_YEAR, _LAST_YEAR)
    if edit.status not in STATUSES:
        raise LandRenewalError("The status must be verified or assumption.")


def _check_value(row: CostRow, edit: Edit) -> None:
    value = edit.value
    if value is None:
        if not row.nullable:
            raise LandRenewalError("A value is needed here.")
        return
    if row.truth:
        return
    for number in (value, edit.low, edit.high):
        _check_number(row, number)
    if row.whole and value != int(value):
        raise LandRenewalError("The value must be a whole number.")


def _check_number(row: CostRow, number: float | None) -> None:
    if number is None:
        return
    if not math.isfinite(number):
        raise LandRenewalError("The value must be a number.")
    if row.minimum is not None and number < row.minimum:
        raise LandRenewalError("{} is too low: it must be at least {}.", f"{number:g}", f"{row.minimum:g}")
    if row.maximum is not None and number > row.maximum:
        raise LandRenewalError("{} is too high: it must be at most {}.", f"{number:g}", f"{row.maximum:g}")


def _check_range(row: CostRow, edit: Edit) -> None:
    low, high = edit.low, edit.high
    if (low is None) != (high is None):
        raise LandRenewalError("A range needs both its low and its high end, or neither.")
    if low is None:
        return
    if edit.value is None:
        raise LandRenewalError("A range needs a value: give one, or leave the range empty.")
    if not low <= edit.value <= high:
        raise LandRenewalError(
            "The value {} must lie within its range, {} to {}.",
            *(f"{number:g}" for number in (edit.value, low, high)),
        )
