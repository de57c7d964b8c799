"""The rules of an earlier run, from what its log keeps of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ..common import units
from ..common.errors import LandRenewalError
from .profile import Profile, canonical, load_profile
from .profile_schema import INTEGER, LIST, NUMERIC, Entry, Origin, Slot
from .profile_tables import Row, Table


def logged_profile(kept: Iterable[str], name: str, given: str | Path | None = None) -> Profile:
    """The profile that a run went by, from the texts of `Profile.fingerprint` that its log keeps.

    ``given``: name or path of the profile that was given to the run. While it still says the same it is used
    itself, with its notes and units. Sections that no text names are those of the default. Values come in
    the default's units.

    Raises LandRenewalError when the log is of a version with other rules.
    """
    sections = {}
    for text in kept:
        sections.update(json.loads(text))
    # A file that has gone, or is another one now, says nothing: the log knows what it said.
    with suppress(LandRenewalError, KeyError):
        profile = load_profile(given)
        if json.loads(profile.fingerprint(sections)) == sections:
            return replace(profile, name=name)
    default = load_profile(None)
    try:
        restored = {section: _section(default.sections[section], said) for section, said in sections.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise LandRenewalError(
            "The result was made by a version of the plugin with other rules: run the study once again."
        ) from error
    return Profile(name, {**default.sections, **restored}, default.defaults)


def _section(default: dict, said: dict) -> dict:
    if set(default) != set(said):
        raise ValueError("other keys")
    return {key: _restored(item, said[key]) for key, item in default.items()}


def _restored(default: Entry | Table, said):
    if json.loads(json.dumps(canonical(default))) == said:
        return default
    if isinstance(default, Table):
        return _table(default, said)
    inside, unit, source, year, status, *span = said
    value, unit = _stated(inside, unit, default.unit, default.kind)
    origin = Origin(source, year, status)
    ends = tuple(_stated(end, said[1], unit, default.kind)[0] for end in span[0]) if span else None
    return replace(default, value=value, unit=unit, range=ends, origin=origin, file="", line=0)


def _table(default: Table, said: dict) -> Table:
    keys = [tuple(row.cells.get(name) for name in default.keys) for row in default.rows]
    own = {key: (row, record) for key, row, record in zip(keys, default.rows, default.records())}
    rows = []
    for record, origin in zip(said["rows"], said["origins"]):
        if set(record) != set(default.columns):
            raise ValueError("other columns")
        row, usual = own.get(tuple(record[name] for name in default.keys), (None, None))
        if usual == record and [row.origin.source, row.origin.year, row.origin.status] == origin:
            rows.append(row)
            continue
        cells = {name: _cell(record[name], slot) for name, slot in default.columns.items()}
        rows.append(Row(cells, Origin(*origin), "", 0))
    return replace(default, rows=tuple(rows))


def _cell(inside, slot: Slot):
    """A cell in the unit of its column; where the row names its own unit, that is the one used inside."""
    if slot.unit_column:
        return inside
    return _stated(inside, units.internal_unit(slot.unit), slot.unit, slot.kind)[0]


def _stated(inside, unit: str, wanted: str, kind: str) -> tuple[object, str]:
    """A value used inside in the unit wanted, if that can be done to the last digit; else as it is."""
    if inside is None or kind == LIST:
        return (None if inside is None else tuple(inside)), wanted
    if kind not in NUMERIC:
        return inside, wanted
    exact = units.to_internal(inside, unit, wanted)
    for value in (float(f"{exact:.12g}"), exact):
        if units.to_internal(value, wanted, unit) == inside:
            return (int(value) if kind == INTEGER else value), wanted
    return inside, unit
