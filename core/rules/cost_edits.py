"""Unit costs and the few figures of the economics that a planner edits, one row each [P 4.2].

A row holds what the rule profile states, in its own unit; an edit replaces value, range, source, year and
status of a row. What is edited back to the shipped default is the default's again, so that a profile made
here holds differences only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..common import units
from ..common.errors import LandRenewalError
from .cost_rows import FACTOR, PARAMETER, CostRow, Edit, check_edit
from .profile import Profile, canonical
from .profile_schema import BOOLEAN, INTEGER, Entry, Origin
from .profile_tables import Row, Table
from .unit_costs import UPLIFT, unit_costs

SECTION, TABLE = "economics", "unit_costs"
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
        unit=unit, stated=_stated(row, usual, unit), default=_stated(usual, usual, unit),
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
        item=item, group=group, **(names or {"name_en": "", "name_zh": ""}), unit=unit,
        stated=_edit_of(entry, unit), default=_edit_of(usual, unit), note=usual.note,
        ranged=group == FACTOR, truth=slot.kind == BOOLEAN, whole=slot.kind == INTEGER,
        nullable=slot.nullable, minimum=limits[0], maximum=limits[1],
    )  # fmt: skip


def _edit_of(entry: Entry, unit: str) -> Edit:
    low, high = (_converted(end, entry.unit, unit) for end in entry.range or (None, None))
    value = entry.value if entry.kind == BOOLEAN else _converted(entry.value, entry.unit, unit)
    return Edit(value, low, high, entry.source, entry.year, entry.status)


def _converted(value: float | None, unit: str, to: str) -> float | None:
    return value if value is None or unit == to else units.to_internal(value, unit, to)


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
