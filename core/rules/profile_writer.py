"""Rule profiles changed by program, and written as files that people can read, edit and give back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..common import units
from ..common.errors import LandRenewalError
from ..common.yamlfile import Marked
from ..common.yamltext import yaml_list, yaml_text
from .profile import Profile, canonical
from .profile_schema import (
    BOOLEAN,
    LIST,
    NUMERIC,
    ORIGIN,
    Entry,
    Misfit,
    Origin,
    Slot,
    read_value,
    to_internal,
)
from .profile_tables import Row, Table

_HEAD = """\
# Rule profile: what is decided otherwise than in the shipped default, and where each number comes from.
# Edit it, save it as UTF-8 and give it as "Rules". The format is explained in the user guide.
"""
_CELL = re.compile(r"(?P<row>(?P<table>[^\[]+)\[.*\])\.(?P<column>\w+)")


def with_values(profile: Profile, values: Mapping[str, object], origin: Origin, name: str = "") -> Profile:
    """The profile with some values changed; what is set to the default's value is the default's again.

    Keys as in `Profile.differences`: ``deficiency.efficiency_factor``, or a cell of a table,
    ``performance.indicators[output_per_area].own_weight``. Values are in the unit in which the profile states
    them. ``origin`` (source, year, status) is that of every value changed; a value that is the same as before
    keeps its own.

    Raises LandRenewalError where a value does not fit the default's limits, KeyError for an unknown key.

    >>> from .profile import load_profile
    >>> own = Origin("county plan", 2025, "assumption")
    >>> found = with_values(load_profile(), {"deficiency.reliability_minimum": 40}, own)
    >>> found.value("deficiency.reliability_minimum"), found.differences()[0].source
    (0.4, 'county plan')
    """
    sections = {section: dict(items) for section, items in profile.sections.items()}
    for key, value in values.items():
        cell = _CELL.fullmatch(key)
        section, _, item = (cell["table"] if cell else key).partition(".")
        if item not in sections.get(section, {}):
            raise KeyError(key)
        found, default = sections[section][item], profile.defaults[section][item]
        try:
            if cell:
                made = _with_cell(found, default, cell["row"], cell["column"], value, origin)
            else:
                made = _with_value(found, default, value, origin)
        except Misfit as misfit:
            raise LandRenewalError("{}: {}.", key, misfit) from misfit
        sections[section][item] = made
    return replace(profile, name=name or profile.name, sections=sections)


def profile_text(profile: Profile) -> str:
    """The profile as YAML: only what differs from the shipped default, with its source, year and status.

    Loaded again, it gives the same fingerprint.
    """
    lines = ["extends: default", f"name: {yaml_text(profile.name)}"]
    lines += [f"notes: {yaml_list(profile.notes)}"] if profile.notes else []
    for name, section in profile.sections.items():
        defaults = profile.defaults[name]
        changed = [key for key in section if canonical(section[key]) != canonical(defaults[key])]
        lines += [f"{name}:"] if changed else []
        for key in changed:
            lines += _item(key, section[key], defaults[key])
    return _HEAD + "\n".join(lines) + "\n"


def save_profile(profile: Profile, path: str | Path) -> Path:
    """Write `profile_text` to a file. Raises LandRenewalError where that is not possible."""
    path = Path(path)
    try:
        path.write_bytes(profile_text(profile).encode("utf-8"))
    except OSError as error:
        raise LandRenewalError(
            "The rule profile {} cannot be written ({}): choose another folder.",
            path.name,
            error.strerror,
        ) from error
    return path


def _with_value(entry: Entry, default: Entry, value, origin: Origin) -> Entry:
    value = _checked(value, entry.slot, entry.unit)
    inside = to_internal(value, entry.kind, entry.unit)
    if inside == entry.internal:
        return entry
    if inside == default.internal:
        return default
    return replace(
        entry, value=value, range=_range(value, entry.unit, default), origin=origin, file="", line=0
    )


def _with_cell(table: Table, default: Table, row_key: str, column: str, value, origin: Origin) -> Table:
    places = [number for number, row in enumerate(table.rows) if table.row_key(row) == row_key]
    if not places or column not in table.columns:
        raise KeyError(f"{row_key}.{column}")
    row, slot = table.rows[places[0]], table.columns[column]
    value = _checked(value, slot, table.unit(column, row.cells))
    if value == row.cells.get(column):
        return table
    made = Row({**row.cells, column: value}, origin, "", 0)
    below = _below(default, made)
    if below is not None and _cells(table, made) == _cells(default, below):
        made = below
    rows = (*table.rows[: places[0]], made, *table.rows[places[0] + 1 :])
    return replace(table, rows=rows)


def _checked(value, slot: Slot, unit: str):
    """A value as the reader of profiles would take it."""
    if isinstance(value, (list, tuple)):
        node = Marked([Marked(item, 0, str(item)) for item in value], 0)
    else:
        node = Marked(value, 0, "" if value is None else str(value))
    value = read_value(node, slot.kind, slot.nullable)
    # The unit of a number in a row of its own unit is not the column's: its limits are not either.
    if not slot.unit_column:
        slot.check(value, unit)
    return value


def _range(value, unit: str, default: Entry) -> tuple[float, float] | None:
    """The range that a reader gives a new value: the default's, while it holds it."""
    if default.range is None or value is None:
        return None
    low, high = (units.to_internal(end, default.unit, unit) for end in default.range)
    return (low, high) if low <= value <= high else None


def _below(default: Table, row: Row) -> Row | None:
    keys = [row.cells.get(name) for name in default.keys]
    return next((own for own in default.rows if [own.cells.get(n) for n in default.keys] == keys), None)


def _cells(table: Table, row: Row) -> list:
    return [to_internal(row.cells.get(name), slot.kind, table.unit(name, row.cells))
            for name, slot in table.columns.items()]  # fmt: skip


def _item(key: str, item: Entry | Table, default: Entry | Table) -> list[str]:
    if isinstance(item, Table):
        # A section that is one table has its rows at its top.
        head, indent = ([f"  {key}:"], "    ") if key else ([], "  ")
        return [*head, f"{indent}rows:", *(f"{indent}  - {text}" for text in _rows(item, default))]
    fields = {"value": _value(item.value, item.kind)}
    fields.update({"unit": yaml_text(item.unit)} if item.unit and item.kind in NUMERIC else {})
    if item.range is not None and item.range != _range(item.value, item.unit, default):
        fields["range"] = f"[{_number(item.range[0])}, {_number(item.range[1])}]"
    was = _value(default.value, default.kind) if default.value is not None else "none"
    was = f"{was} {default.unit}".rstrip()
    return [f"  {key}: {_flow({**fields, **_origin(item.origin)})}   # default: {was}"]


def _rows(table: Table, default: Table) -> list[str]:
    """The rows that differ from the default's, with the cells that do."""
    found = []
    for row in table.rows:
        below = _below(default, row)
        same = below is not None and _cells(table, row) == _cells(default, below)
        if same and _named(row.origin) == _named(below.origin):
            continue
        names = [name for name in table.columns if name in table.keys or _differs(table, row, below, name)]
        # A number in a unit of its own row is never stated without it.
        names += [table.columns[name].unit_column for name in names if table.columns[name].unit_column]
        cells = {name: _value(row.cells.get(name), table.columns[name].kind) for name in dict.fromkeys(names)}
        found.append(_flow({**cells, **_origin(row.origin)}))
    return found


def _differs(table: Table, row: Row, below: Row | None, name: str) -> bool:
    if below is None:
        return row.cells.get(name) is not None
    return row.cells.get(name) != below.cells.get(name)


def _named(origin: Origin) -> tuple:
    return origin.source, origin.year, origin.status


def _origin(origin: Origin) -> dict[str, str]:
    given = {name: getattr(origin, name) for name in ORIGIN}
    return {
        name: str(value) if name == "year" else yaml_text(value)
        for name, value in given.items()
        if value is not None
    }


def _value(value, kind: str) -> str:
    if value is None:
        return "null"
    if kind == LIST:
        return yaml_list(value)
    if kind == BOOLEAN:
        return "true" if value else "false"
    return _number(value) if kind in NUMERIC else yaml_text(value)


def _number(value: float) -> str:
    """A number to its last digit. YAML takes 1e-05 for a text, and 1.0e-05 for a number."""
    text = repr(value)
    return text.replace("e", ".0e") if "e" in text and "." not in text else text


def _flow(fields: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {text}" for name, text in fields.items()) + "}"
