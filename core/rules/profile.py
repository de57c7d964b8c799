"""Rule profiles: every number a planner may argue about, with its unit, source, year and status.

The shipped default is a folder with one YAML file a section; it is the schema as well. A user's profile is
one YAML file that extends it and is refused, with its line, where it does not fit. The format is in
resources/profiles/README.md.

>>> rules = load_profile(None)
>>> rules.value("levels.base_min_area")
4000000.0
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..common.errors import LandRenewalError, joined, sentence
from ..common.wording import nearest, unknown
from ..common.yamlfile import Marked, Problems, read_yaml
from .profile_schema import (
    INTEGER,
    LIST,
    NUMERIC,
    TEXT,
    Entry,
    Misfit,
    default_entry,
    overridden,
    read_value,
    to_internal,
)
from .profile_tables import Row, Table, default_table, is_figure, overridden_table

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "profiles"
DEFAULT = "default"
_ABOUT = ("extends", "name", "title", "notes")
Section = dict


@dataclass(frozen=True)
class Difference:
    """A value that is not the default's, as stated on both sides (None where the default has no such row)."""

    key: str
    value: object
    unit: str
    default_value: object
    default_unit: str
    source: str | None
    year: int | None
    status: str | None


@dataclass(frozen=True)
class Profile:
    """A rule profile: ``sections`` hold entries and tables by name, ``defaults`` those of the default."""

    name: str
    sections: dict[str, Section]
    defaults: dict[str, Section]
    notes: tuple[str, ...] = ()

    def entry(self, path: str) -> Entry:
        """The entry ``section.key`` with value, unit, source, year, status, note and range, as stated."""
        found = self._find(path)
        if not isinstance(found, Entry):
            raise KeyError(f"'{path}' is a table: use table()")
        return found

    def value(self, path: str):
        """The value of ``section.key`` in internal units (m2, m, 10k CNY, share; rates per km2)."""
        return self.entry(path).internal

    def table(self, path: str) -> list[dict[str, object]]:
        """The rows of ``section.table`` (or of the section's only table) in order, in internal units."""
        return self._table(path).records()

    def params(self, cls, section: str):
        """Fill a frozen dataclass with a section, in internal units; lists become tuples.

        Every plain key of the section must be a field and every field a key of the section; a table is
        passed, as a tuple of rows, when there is a field of its name. Anything else is a bug and raises
        TypeError.
        """
        found = self._section(section)
        fields = {field.name: field for field in dataclasses.fields(cls) if field.init}
        extra = [key for key, item in found.items() if isinstance(item, Entry) and key not in fields]
        missing = [name for name in fields if name not in found]
        floats = [n for n in fields if _wants_int(fields[n]) and n in found and found[n].kind != INTEGER]
        for names, what in (
            (extra, "no field for"),
            (missing, "no key for"),
            (floats, "'type: integer' is missing in"),
        ):
            if names:
                raise TypeError(f"{cls.__name__} and section '{section}' differ: {what} {', '.join(names)}")
        return cls(**{name: _given(found[name]) for name in fields})

    def entries(self, sections: Iterable[str] | None = None) -> list[Entry]:
        """All entries in order; numbers of tables come one a cell, keyed ``section.table[row].column``."""
        picked = self.sections if sections is None else list(sections)
        return [entry for name in picked for item in self._section(name).values() for entry in _entries(item)]

    def assumptions(self, sections: Iterable[str] | None = None) -> list[Entry]:
        """The entries that are assumptions and not verified."""
        return [entry for entry in self.entries(sections) if entry.status == "assumption"]

    def fingerprint(self, sections: Iterable[str] | None = None) -> str:
        """Canonical JSON of the sections: internal values with units, and the origin that traces quote.

        Restating 4 km2 as 400 ha from the same source keeps the text; so do notes, which no result holds.
        """
        picked = sorted(self.sections if sections is None else set(sections))
        content = {
            name: {key: canonical(item) for key, item in self._section(name).items()} for name in picked
        }
        return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    def differences(self) -> list[Difference]:
        """What this profile decides otherwise than the shipped default, in the order of the sections."""
        pairs = [
            (item, self.defaults[name][key])
            for name, section in self.sections.items()
            for key, item in section.items()
            if item is not self.defaults[name][key]
        ]
        return [found for item, default in pairs for found in _compare(item, default)]

    def _section(self, name: str) -> Section:
        if name not in self.sections:
            raise KeyError(unknown("section", name, self.sections))
        return self.sections[name]

    def _find(self, path: str) -> Entry | Table:
        section, _, key = path.partition(".")
        found = self._section(section)
        if key not in found:
            raise KeyError(unknown("key", path, [f"{section}.{name}" for name in found]))
        return found[key]

    def _table(self, path: str) -> Table:
        if "." in path:
            found = [self._find(path)]
        else:
            found = [item for item in self._section(path).values() if isinstance(item, Table)]
        if len(found) != 1 or not isinstance(found[0], Table):
            raise KeyError(f"'{path}' is not one table")
        return found[0]


def load_profile(name_or_path: str | Path | None = None, folder: Path | None = None) -> Profile:
    """Load a preset by name (a folder or file in resources/profiles), a user's file by path, or the default
    (None).

    Raises LandRenewalError with file, line and the valid choices where a profile does not fit the default.
    ``folder`` is where presets are looked for.
    """
    return _load(name_or_path or DEFAULT, Path(folder or FOLDER), ())


def presets(folder: Path | None = None) -> list[str]:
    """The names of the shipped profiles, the default first."""
    files = Path(folder or FOLDER).glob("*.yml")
    return [DEFAULT, *sorted(path.stem for path in files)]


def _load(name_or_path: str | Path, folder: Path, chain: tuple[Path, ...]) -> Profile:
    if str(name_or_path) == DEFAULT:
        return _load_default(folder / DEFAULT)
    path = _resolve(name_or_path, folder, chain[-1].parent if chain else None)
    if path in chain:
        raise LandRenewalError("{} extends itself: let it extend 'default'.", path.name)
    root, problems = read_yaml(path), Problems(path.name)
    about = _about(root, problems)
    problems.raise_any()
    base = _load(about.get("extends") or DEFAULT, folder, (*chain, path))
    sections = {**base.sections}
    for name, node in root.value.items():
        if name in _ABOUT:
            continue
        if name not in sections:
            problems.add(node.line, unknown("section", name, sections))
        else:
            sections[name] = _override_section(name, sections[name], node, problems)
    problems.raise_any()
    return Profile(
        about.get("name") or path.stem, sections, base.defaults, (*base.notes, *about.get("notes", ()))
    )


def _resolve(name_or_path: str | Path, folder: Path, beside: Path | None) -> Path:
    preset = folder / f"{name_or_path}.yml"
    # What a profile extends lies beside it, whatever folder QGIS was started in.
    for path in (preset, *([beside / name_or_path] if beside else []), Path(name_or_path)):
        if path.is_file():
            return path.resolve()
    text = str(name_or_path)
    guess = nearest(text, presets(folder))
    raise LandRenewalError(
        "There is no rule profile '{}': {}Give the path of a YAML file or one of {}.",
        text,
        sentence("did you mean '{}'? ", guess) if guess else "",
        joined(presets(folder)),
    )


def _about(root: Marked, problems: Problems) -> dict:
    found = {}
    for name in _ABOUT:
        node = root.value.get(name)
        if node is None or name == "title":
            continue
        try:
            found[name] = read_value(node, LIST if name == "notes" else TEXT)
        except Misfit as misfit:
            problems.add(node.line, sentence("{}: {}", name, misfit))
    return found


def _load_default(folder: Path) -> Profile:
    sections = {path.stem: _default_section(path) for path in sorted(folder.glob("*.yml"))}
    if not sections:
        raise LandRenewalError(
            "The default rule profile is missing from the plugin: install the plugin again."
        )
    return Profile(DEFAULT, sections, sections)


def _default_section(path: Path) -> Section:
    root, problems = read_yaml(path), Problems(path.name)
    if _is_table(root):
        found = {"": default_table(path.stem, root, problems)}
    else:
        found = {key: _default_item(f"{path.stem}.{key}", node, problems) for key, node in root.value.items()}
    problems.raise_any()
    return found


def _default_item(key: str, node: Marked, problems: Problems) -> Entry | Table | None:
    if _is_table(node):
        return default_table(key, node, problems)
    if node.is_map and "value" in node.value:
        return default_entry(key, node, problems)
    problems.add(node.line, sentence("{}: must hold 'value:', or 'columns:' and 'rows:'", key))
    return None


def _is_table(node: Marked) -> bool:
    return (
        node.is_map and "columns" in node.value and node.value["columns"].is_map and "value" not in node.value
    )


def _override_section(name: str, section: Section, node: Marked, problems: Problems) -> Section:
    if "" in section:
        return {"": overridden_table(section[""], node, problems)}
    if not node.is_map:
        problems.add(node.line, sentence("section '{}' must hold 'key: value' lines", name))
        return section
    found = {**section}
    for key, item in node.value.items():
        if key not in section:
            problems.add(item.line, sentence("in section '{}', {}", name, unknown("key", key, section)))
        elif isinstance(section[key], Table):
            found[key] = overridden_table(section[key], item, problems)
        else:
            found[key] = overridden(section[key], item, problems)
    return found


def _wants_int(field: dataclasses.Field) -> bool:
    return field.type in (int, "int")


def _given(item: Entry | Table):
    return item.internal if isinstance(item, Entry) else tuple(item.records())


def _entries(item: Entry | Table) -> list[Entry]:
    if isinstance(item, Entry):
        return [item]
    cells = [(row, name) for row in item.rows for name in item.columns]
    return [_figure(item, row, name) for row, name in cells if is_figure(item, name, row.cells.get(name))]


def _figure(table: Table, row: Row, name: str) -> Entry:
    key, unit = f"{table.row_key(row)}.{name}", table.unit(name, row.cells)
    return Entry(key, row.cells[name], table.columns[name], unit, None, row.origin, row.file, row.line)


def canonical(item: Entry | Table):
    """What `Profile.fingerprint` holds of an entry or a table."""
    if isinstance(item, Entry):
        unit = item.internal_unit if item.kind in NUMERIC else ""
        origin = [item.source, item.year, item.status]
        span = item.internal_range
        return [item.internal, unit, *origin, *([] if span is None else [span])]
    units = {name: slot.unit for name, slot in item.columns.items() if slot.kind in NUMERIC}
    origins = [[row.origin.source, row.origin.year, row.origin.status] for row in item.rows]
    return {"rows": item.records(), "units": units, "origins": origins}


def _compare(item: Entry | Table, default: Entry | Table) -> list[Difference]:
    if isinstance(item, Entry):
        same = item.internal == default.internal
        return (
            []
            if same
            else [_difference(item.key, item.value, item.unit, default.value, default.unit, item.origin)]
        )
    below = {tuple(row.cells[name] for name in item.keys): row for row in default.rows}
    found = []
    for row in item.rows:
        old = below.get(tuple(row.cells[name] for name in item.keys))
        for name, slot in item.columns.items():
            unit, old_unit = item.unit(name, row.cells), item.unit(name, old.cells) if old else ""
            value, before = row.cells.get(name), old.cells.get(name) if old else None
            if _inside(value, slot.kind, unit) != _inside(before, slot.kind, old_unit):
                found.append(
                    _difference(f"{item.row_key(row)}.{name}", value, unit, before, old_unit, row.origin)
                )
    return found


def _inside(value, kind: str, unit: str):
    return to_internal(value, kind, unit)


def _difference(key, value, unit, default_value, default_unit, origin) -> Difference:
    return Difference(
        key, value, unit, default_value, default_unit, origin.source, origin.year, origin.status
    )


__all__ = ["DEFAULT", "FOLDER", "Difference", "Entry", "Profile", "Row", "Table", "load_profile", "presets"]
