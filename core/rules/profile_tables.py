"""Tables of a rule profile: columns declared by the default, rows overridden one by one by their keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..common import units
from ..common.errors import joined, sentence
from ..common.wording import unknown
from ..common.yamlfile import Marked, Problems
from .profile_schema import (
    BOOLEAN,
    LIST,
    NUMERIC,
    ORIGIN,
    TEXT,
    Misfit,
    Origin,
    Slot,
    check_fields,
    check_unit,
    read_origin,
    read_slot,
    read_unit,
    read_value,
    require_origin,
    to_internal,
)

_TABLE_FIELDS = ("columns", "keys", "rows", "open", *ORIGIN)
_COLUMN_FIELDS = ("type", "unit", "choices", "minimum", "maximum", "nullable", "unit_column", "note")


@dataclass(frozen=True)
class Row:
    """One row of a table; numbers are in the unit of their column, or of the row's own unit column."""

    cells: dict[str, object]
    origin: Origin
    file: str
    line: int


@dataclass(frozen=True)
class Table:
    """A table of a profile: ``columns`` name the slots, ``keys`` the columns that identify a row."""

    key: str
    columns: dict[str, Slot]
    keys: tuple[str, ...]
    rows: tuple[Row, ...]
    open: bool
    origin: Origin

    def row_key(self, row: Row) -> str:
        """The name of a row for people: ``guidance.matrix[base, green]``."""
        return f"{self.key}[{', '.join(str(row.cells[name]) for name in self.keys)}]"

    def unit(self, column: str, cells: dict[str, object]) -> str:
        """The unit a number of this row is stated in."""
        slot = self.columns[column]
        return str(cells.get(slot.unit_column) or "") if slot.unit_column else slot.unit

    def records(self) -> list[dict[str, object]]:
        """The rows with all columns, in internal units; a unit column then names the internal unit."""
        return [self._record(row.cells) for row in self.rows]

    def _record(self, cells: dict[str, object]) -> dict[str, object]:
        unit_columns = {slot.unit_column for slot in self.columns.values() if slot.unit_column}
        found = {}
        for name, slot in self.columns.items():
            value = cells.get(name)
            if name in unit_columns:
                found[name] = units.internal_unit(str(value or ""))
            elif slot.kind in NUMERIC:
                found[name] = to_internal(value, slot.kind, self.unit(name, cells))
            else:
                found[name] = value
        return found


def default_table(key: str, node: Marked, problems: Problems) -> Table | None:
    """Read a table of the default profile with its declaration."""
    fields = node.value
    check_fields(fields, _TABLE_FIELDS, key, problems)
    before = len(problems.found)
    columns = _read_columns(key, fields["columns"], problems)
    try:
        keys = read_value(fields["keys"], LIST) if "keys" in fields else ()
        if not keys:
            raise Misfit(sentence("needs 'keys:', the columns that name a row"))
        for name in keys:
            if name not in columns:
                raise Misfit(unknown("key column", name, columns))
        is_open = read_value(fields["open"], BOOLEAN) if "open" in fields else False
        origin = read_origin(fields)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", key, misfit))
    if len(problems.found) > before:
        return None
    table = Table(key, columns, keys, (), is_open, origin)
    rows = [_default_row(table, item, problems) for item in _row_nodes(table, fields, problems)]
    rows = tuple(row for row in rows if row is not None)
    _refuse_twins(table, rows, problems)
    return replace(table, rows=rows)


def overridden_table(table: Table, node: Marked, problems: Problems) -> Table:
    """The table with a user's rows: same keys replace the fields given, new keys need an open table."""
    if not node.is_map:
        problems.add(node.line, sentence("{}: is a table and needs 'rows:' with one line a row", table.key))
        return table
    check_fields(node.value, ("rows", *ORIGIN), table.key, problems)
    try:
        above = read_origin(node.value)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", table.key, misfit))
        return table
    rows = {_identity(table, row.cells): row for row in table.rows}
    given = []
    for item in _row_nodes(table, node.value, problems):
        row = _user_row(table, rows, item, above, problems)
        if row is not None:
            given.append(row)
            rows[_identity(table, row.cells)] = row
    _refuse_twins(table, given, problems)
    return replace(table, rows=tuple(rows.values()))


def _read_columns(key: str, node: Marked, problems: Problems) -> dict[str, Slot]:
    found = {}
    for name, column in node.value.items():
        try:
            if not column.is_map:
                raise Misfit(sentence("must be declared as {type: ..., unit: ...}"))
            check_fields(column.value, _COLUMN_FIELDS, f"{key}.{name}", problems)
            found[name] = read_slot(column.value)
        except Misfit as misfit:
            problems.add(column.line, sentence("{}.{}: {}", key, name, misfit))
    for name, slot in found.items():
        unit_column = found.get(slot.unit_column or "")
        if slot.unit_column and (unit_column is None or unit_column.kind != TEXT):
            problems.add(
                node.line, sentence("{}.{}: {}", key, name, unknown("unit_column", slot.unit_column, found))
            )
    return found


def _row_nodes(table: Table, fields: dict[str, Marked], problems: Problems) -> list[Marked]:
    node = fields.get("rows")
    if node is None or not node.is_list:
        problems.add(node.line if node else 1, sentence("{}: needs 'rows:' as a list", table.key))
        return []
    for item in node.value:
        if not item.is_map:
            problems.add(item.line, sentence("{}: a row must be {{column: value, ...}}", table.key))
    return [item for item in node.value if item.is_map]


def _default_row(table: Table, node: Marked, problems: Problems) -> Row | None:
    try:
        cells = _read_cells(table, node, problems)
        _require_keys(table, cells)
        origin = read_origin(node.value).over(table.origin)
        _check_cells(table, cells, cells)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", table.key, misfit))
        return None
    return Row(cells, origin, problems.file, node.line)


def _user_row(table: Table, rows: dict, node: Marked, above: Origin, problems: Problems) -> Row | None:
    try:
        cells = _read_cells(table, node, problems)
        _require_keys(table, cells)
        below = rows.get(_identity(table, cells))
        if below is None and not table.open:
            known = [", ".join(map(str, identity)) for identity in rows]
            raise Misfit(unknown("row", ", ".join(map(str, _identity(table, cells))), known))
        merged = {**(below.cells if below else {}), **cells}
        _require_unit(table, cells, below)
        origin = read_origin(node.value).over(above)
        _check_cells(table, cells, merged)
        if any(is_figure(table, name, value) for name, value in cells.items()):
            require_origin(origin)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", table.key, misfit))
        return None
    figures = [name for name, value in merged.items() if is_figure(table, name, value)]
    if below is not None and figures and not set(figures) & set(cells):
        # The figures of the row are still the default's, and so is where they come from.
        origin = origin.over(below.origin)
    return Row(merged, origin.over(Origin(source=problems.file)), problems.file, node.line)


def _require_keys(table: Table, cells: dict) -> None:
    if any(cells.get(name) is None for name in table.keys):
        raise Misfit(sentence("a row must name its {}", joined(table.keys)))


def _require_unit(table: Table, given: dict, below: Row | None) -> None:
    for name, slot in table.columns.items():
        if not slot.unit_column or name not in given or below is None:
            continue
        if slot.unit_column not in given:
            raise Misfit(sentence("'{}' must state its unit in '{}'", name, slot.unit_column))
        check_unit(str(given[slot.unit_column] or ""), table.unit(name, below.cells))


def _read_cells(table: Table, node: Marked, problems: Problems) -> dict[str, object]:
    valid = tuple(dict.fromkeys((*table.columns, *ORIGIN)))
    check_fields(node.value, valid, table.key, problems)
    cells = {}
    for name, slot in table.columns.items():
        item = node.value.get(name)
        if item is None:
            continue
        try:
            cells[name] = _read_cell(item, slot)
        except Misfit as misfit:
            raise Misfit(sentence("'{}' {}", name, misfit)) from misfit
    return cells


def _read_cell(item: Marked, slot: Slot):
    if not (item.is_map and slot.kind in NUMERIC and not slot.unit_column):
        return read_value(item, slot.kind, slot.nullable)
    if set(item.value) != {"value", "unit"}:
        raise Misfit(sentence("must be a number or {value: ..., unit: ...}"))
    value = read_value(item.value["value"], slot.kind, slot.nullable)
    unit = read_unit(item.value["unit"], slot)
    return None if value is None else units.to_internal(value, unit, slot.unit)


def _check_cells(table: Table, given: dict, merged: dict) -> None:
    for name, value in given.items():
        slot = table.columns[name]
        unit = table.unit(name, merged)
        if slot.unit_column:
            check_unit(unit, unit)
        else:
            slot.check(value, unit)


def is_figure(table: Table, name: str, value) -> bool:
    """Whether a cell is a number that needs a source (and not a key or the year of the row)."""
    return table.columns[name].kind in NUMERIC and value is not None and name not in (*table.keys, *ORIGIN)


def _identity(table: Table, cells: dict[str, object]) -> tuple:
    return tuple(cells.get(name) for name in table.keys)


def _refuse_twins(table: Table, rows, problems: Problems) -> None:
    first = {}
    for row in rows:
        identity = _identity(table, row.cells)
        if identity in first:
            problems.add(row.line, sentence("{}: the row {} is given twice", table.key, joined(identity)))
        first[identity] = row
