"""Unit costs and the few figures of the economics that a planner edits, one row each [P 4.2].

A row holds what the rule profile states, in its own unit; an edit replaces value, range, source, year and
status of a row. What is edited back to the shipped default is the default's again, so that a profile made
here holds differences only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from . import units
from .errors import LandRenewalError
from .profile import Profile, canonical
from .profile_schema import BOOLEAN, INTEGER, NUMBER, STATUSES, Entry, Origin
from .profile_tables import Row, Table
from .unit_costs import UPLIFT, unit_costs

SECTION, TABLE = "economics", "unit_costs"
FACTOR, PARAMETER = "factor", "parameter"
# Plain figures beside the table, by item.
_ENTRIES = {
    UPLIFT: ("scenarios", UPLIFT),
    **{
        name: (SECTION, name)
        for name in ("discount_rate", "discount_rate_public", "public_welfare", "base_year", "horizon",
                     "land_term", "fiscal_revenue")
    },
}  # fmt: skip
_ENDS = ("low", "high")
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
    are empty. ``ranged``: it may have a range. ``default``: what the shipped profile says of it, in the unit
    of the row.
    """

    item: str
    group: str
    name_en: str
    name_zh: str
    kind: str
    unit: str
    stated: Edit
    default: Edit
    note: str | None
    payer: str | None = None
    payee: str | None = None
    else_payer: str | None = None
    ranged: bool = False
    nullable: bool = False
    minimum: float | None = 0.0
    maximum: float | None = None

    @property
    def assumed(self) -> bool:
        """Whether it has a value that nobody has verified."""
        return self.stated.value is not None and self.stated.status != "verified"


def cost_rows(profile: Profile) -> list[CostRow]:
    """All rows in the order of the profile, parameters last.

    >>> from .profile import load_profile
    >>> row = cost_rows(load_profile())[0]
    >>> row.item, row.stated.value, row.stated.low, row.stated.high, row.unit
    ('land_right', 300, 150, 600, 'CNY/m2')
    """
    table, default = (side[SECTION][TABLE] for side in (profile.sections, profile.defaults))
    below = {row.cells["item"]: row for row in default.rows}
    rows = [_of_table(table, row, below.get(row.cells["item"])) for row in table.rows]
    found = [(profile.sections[section][key], profile.defaults[section][key], item)
             for item, (section, key) in _ENTRIES.items()]  # fmt: skip
    uplift = unit_costs(profile)[UPLIFT]
    names = {UPLIFT: {"name_en": uplift.name_en, "name_zh": uplift.name_zh}}
    return [*rows, *(_of_entry(item, entry, usual, names.get(item)) for entry, usual, item in found)]


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


def with_edits(profile: Profile, edits: Mapping[str, Edit], name: str = "") -> Profile:
    """The profile with some rows edited, by item.

    Errors: LandRenewalError where an edit cannot stand, or the years of the edited profile run backwards;
    KeyError for an unknown item.
    """
    rows = {row.item: row for row in cost_rows(profile)}
    sections = {section: dict(items) for section, items in profile.sections.items()}
    for item, edit in edits.items():
        check_edit(rows[item], edit)
        section, key = _ENTRIES.get(item, (SECTION, TABLE))
        found, default = sections[section][key], profile.defaults[section][key]
        make = _edited_entry if item in _ENTRIES else _edited_table
        sections[section][key] = make(found, default, rows[item], edit)
    first, last = (sections[SECTION][key].value for key in ("base_year", "horizon"))
    if last < first:
        raise LandRenewalError("The last year counted, {}, is before the base year, {}.", last, first)
    return replace(profile, name=name or profile.name, sections=sections)


def _of_table(table: Table, row: Row, below: Row | None) -> CostRow:
    cells, unit = row.cells, str(row.cells.get("unit") or "")
    usual = below or row
    return CostRow(
        item=cells["item"], group=cells["group"], name_en=cells["name_en"], name_zh=cells["name_zh"],
        kind=NUMBER, unit=unit, stated=_stated(row, usual, unit), default=_stated(usual, usual, unit),
        note=row.origin.note or usual.origin.note, payer=cells.get("payer"), payee=cells.get("payee"),
        else_payer=cells.get("else_payer"), ranged=True, nullable=table.columns["value"].nullable,
    )  # fmt: skip


def _stated(row: Row, below: Row, unit: str) -> Edit:
    """Value and range in a unit. An end that is inherited is in the default's unit (see `unit_costs`)."""
    own, usual = (str(one.cells.get("unit") or "") for one in (row, below))
    ends = []
    for name in _ENDS:
        end = row.cells.get(name)
        inherited = own != usual and end == below.cells.get(name)
        ends.append(_converted(end, usual if inherited else own, unit))
    origin = row.origin
    value = _converted(row.cells.get("value"), own, unit)
    return Edit(value, *ends, origin.source, origin.year, origin.status)


def _of_entry(item: str, entry: Entry, usual: Entry, names: dict | None) -> CostRow:
    slot, unit = entry.slot, entry.unit
    limits = [_converted(end, slot.unit, unit) for end in (slot.minimum, slot.maximum)]
    group = FACTOR if names else PARAMETER
    return CostRow(
        item=item, group=group, **(names or {"name_en": "", "name_zh": ""}), kind=slot.kind, unit=unit,
        stated=_edit_of(entry, unit), default=_edit_of(usual, unit), note=usual.note,
        ranged=group == FACTOR, nullable=slot.nullable, minimum=limits[0], maximum=limits[1],
    )  # fmt: skip


def _edit_of(entry: Entry, unit: str) -> Edit:
    low, high = (_converted(end, entry.unit, unit) for end in entry.range or (None, None))
    value = entry.value if entry.kind == BOOLEAN else _converted(entry.value, entry.unit, unit)
    return Edit(value, low, high, entry.source, entry.year, entry.status)


def _converted(value: float | None, unit: str, to: str) -> float | None:
    return value if value is None or unit == to else units.to_internal(value, unit, to)


def _check_value(row: CostRow, edit: Edit) -> None:
    value = edit.value
    if value is None:
        if not row.nullable:
            raise LandRenewalError("A value is needed here.")
        return
    if row.kind == BOOLEAN:
        return
    for number in (value, edit.low, edit.high):
        _check_number(row, number)
    if row.kind == INTEGER and value != int(value):
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


def _edited_table(table: Table, default: Table, row: CostRow, edit: Edit) -> Table:
    below = next((one for one in default.rows if one.cells["item"] == row.item), None)
    origin = Origin(edit.source, edit.year, edit.status)
    rows = []
    for own in table.rows:
        if own.cells["item"] == row.item and edit != row.stated:
            cells = {**own.cells, "value": edit.value, "low": edit.low, "high": edit.high}
            same = edit == row.default and below is not None
            own = below if same and own.cells["unit"] == below.cells["unit"] else Row(cells, origin, "", 0)
        rows.append(own)
    return replace(table, rows=tuple(rows))


def _edited_entry(entry: Entry, default: Entry, row: CostRow, edit: Edit) -> Entry:
    if edit == row.stated:
        return entry
    value = int(edit.value) if entry.kind == INTEGER and edit.value is not None else edit.value
    origin = Origin(edit.source, edit.year, edit.status)
    span = None if edit.low is None else (edit.low, edit.high)
    made = replace(entry, value=value, range=span, origin=origin, file="", line=0)
    return default if canonical(made) == canonical(default) else made
