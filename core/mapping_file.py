"""Column mappings: what fills which standard column, and how. See resources/mappings/standard.yml."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pandas as pd

from .columns import INPUTS, Column
from .errors import LandRenewalError
from .profile_schema import BOOLEAN, INTEGER, LIST, TEXT, Misfit, check_unit, read_value
from .values import to_date_text, to_flag, to_number
from .wording import nearest, unknown
from .yamlfile import Marked, Problems, read_yaml

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "mappings"
TESTS = ("any_present", "present_or_unknown")
_FIELDS = (
    "from",
    "value",
    "unit",
    "values",
    "other",
    "prefix_other",
    "zero",
    "test",
    "pad",
    "slice",
    "optional",
)
_ABOUT = ("name", "title", "notes", "rules", "money", "tables")


@dataclass(frozen=True)
class Rule:
    """How one standard column is filled: from ``sources`` through the options, or with one ``constant``."""

    sources: tuple[str, ...] = ()
    constant: str | None = None
    unit: str | None = None
    values: tuple[tuple[str, str | None], ...] = ()
    other: str = "keep"
    prefix_other: str = ""
    zero: str | None = None
    test: str | None = None
    pad: int = 0
    slice: tuple[int, int] | None = None
    optional: bool = False

    @property
    def keeps_source(self) -> bool:
        """Whether the standard column says less than the source column, which then stays as well."""
        return bool(self.test or self.values or self.slice)


@dataclass(frozen=True)
class Mapping:
    """The rules of every table, and sentences for the notes of the output (of all tables, and of one)."""

    name: str
    tables: dict[str, dict[str, Rule]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    title: dict[str, str] = field(default_factory=dict)
    table_notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    profile: str | None = None
    money: str | None = None

    def rules(self, table: str) -> dict[str, Rule]:
        return self.tables.get(table, {})

    def notes_of(self, table: str) -> list[str]:
        return [*self.notes, *self.table_notes.get(table, ())]

    def fingerprint(self, table: str) -> str:
        """Canonical JSON of what the mapping does to one table, for hashing."""
        rules = {name: asdict(rule) for name, rule in self.rules(table).items()}
        return json.dumps(
            [rules, self.notes_of(table)], sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )


def load_mapping(name_or_path: str | Path | None = None, folder: Path | None = None) -> Mapping:
    """Load a column mapping: a preset by name, a file by path, or None (standard names as they are).

    Raises LandRenewalError with file and line where the mapping is wrong.
    """
    if name_or_path is None or str(name_or_path) == "":
        return Mapping("standard")
    path = _resolve(name_or_path, Path(folder or FOLDER))
    root, problems = read_yaml(path), Problems(path.name)
    for name, node in root.value.items():
        if name not in _ABOUT:
            problems.add(node.line, unknown("field", name, _ABOUT))
    name, title, notes = _about(root, problems)
    tables, table_notes = _tables(root.value.get("tables"), problems)
    profile, money = (_text_of(root, key, problems) for key in ("rules", "money"))
    problems.raise_any()
    return Mapping(name or path.stem, tables, notes, title, table_notes, profile, money)


def _text_of(root: Marked, key: str, problems: Problems) -> str | None:
    try:
        return read_value(root.value[key], TEXT) if key in root.value else None
    except Misfit as misfit:
        problems.add(root.value[key].line, f"{key} {misfit}")
        return None


def presets(folder: Path | None = None) -> list[str]:
    """The names of the shipped mappings."""
    return sorted(path.stem for path in Path(folder or FOLDER).glob("*.yml"))


def _resolve(name_or_path: str | Path, folder: Path) -> Path:
    for path in (folder / f"{name_or_path}.yml", Path(name_or_path)):
        if path.is_file():
            return path
    names = presets(folder)
    guess = nearest(str(name_or_path), names)
    raise LandRenewalError(
        f"There is no column mapping '{name_or_path}': "
        + (f"did you mean '{guess}'? " if guess else "")
        + f"Give the path of a YAML file or one of {', '.join(names)}."
    )


def _about(root: Marked, problems: Problems) -> tuple[str | None, dict[str, str], tuple[str, ...]]:
    name, title, notes = None, {}, ()
    try:
        if "name" in root.value:
            name = read_value(root.value["name"], TEXT)
        if "notes" in root.value:
            notes = read_value(root.value["notes"], LIST)
        node = root.value.get("title")
        if node is not None and node.is_map:
            title = {language: read_value(text, TEXT) for language, text in node.value.items()}
        elif node is not None:
            title = {"en": read_value(node, TEXT)}
    except Misfit as misfit:
        problems.add(root.line, f"name, title or notes: {misfit}")
    return name, title, notes


def _tables(
    node: Marked | None, problems: Problems
) -> tuple[dict[str, dict[str, Rule]], dict[str, tuple[str, ...]]]:
    rules, notes = {}, {}
    if node is None or (node.value is None and not node.is_map):
        return rules, notes
    if not node.is_map:
        problems.add(node.line, "'tables' must hold 'table:' lines")
        return rules, notes
    for table, item in node.value.items():
        columns = item.value.get("columns") if item.is_map else None
        if table not in INPUTS:
            problems.add(item.line, unknown("table", table, INPUTS))
        elif columns is None or not columns.is_map or not set(item.value) <= {"columns", "notes"}:
            problems.add(item.line, f"{table}: must hold 'columns:' (and 'notes:'), and nothing else")
        else:
            rules[table] = _rules(table, columns.value, problems)
            notes[table] = _notes(table, item.value.get("notes"), problems)
    return rules, notes


def _notes(table: str, node: Marked | None, problems: Problems) -> tuple[str, ...]:
    try:
        return read_value(node, LIST) if node is not None else ()
    except Misfit as misfit:
        problems.add(node.line, f"{table}: 'notes' {misfit}")
        return ()


def _rules(table: str, nodes: dict[str, Marked], problems: Problems) -> dict[str, Rule]:
    columns = {column.name: column for column in INPUTS[table]}
    found = {}
    for name, node in nodes.items():
        try:
            if name not in columns:
                raise Misfit(unknown("column", name, columns))
            found[name] = _rule(columns[name], node)
        except Misfit as misfit:
            problems.add(node.line, f"{table}.{name}: {misfit}")
    return found


def _rule(column: Column, node: Marked) -> Rule:
    if not node.is_map:
        # "tax: Taxes" is short for "tax: {from: Taxes}".
        return Rule(sources=(read_value(node, TEXT),))
    fields = node.value
    for name in fields:
        if name not in _FIELDS:
            raise Misfit(unknown("field", name, _FIELDS))
    if ("from" in fields) == ("value" in fields):
        raise Misfit("needs either 'from:' or 'value:'")
    rule = Rule(
        sources=_sources(fields.get("from")),
        constant=_text(fields, "value"),
        unit=_text(fields, "unit"),
        values=_values(fields.get("values")),
        other=_choice(fields, "other", ("keep", "null")) or "keep",
        prefix_other=_text(fields, "prefix_other") or "",
        zero=_choice(fields, "zero", ("value", "missing")),
        test=_choice(fields, "test", TESTS),
        pad=read_value(fields["pad"], INTEGER) if "pad" in fields else 0,
        slice=_slice(fields.get("slice")),
        optional=read_value(fields["optional"], BOOLEAN) if "optional" in fields else False,
    )
    _check_rule(column, rule)
    return rule


def _check_rule(column: Column, rule: Rule) -> None:
    if rule.unit is not None:
        if column.kind != "number":
            raise Misfit(f"takes no unit, because it is a {column.kind} column")
        check_unit(rule.unit, column.unit)
    if len(rule.sources) > 1 and not rule.test:
        raise Misfit("takes several columns only with 'test:'")
    if rule.test and column.kind != "flag":
        raise Misfit("'test:' is for yes/no columns")
    if rule.constant is not None and column.kind != TEXT:
        read = {"flag": to_flag, "date": to_date_text}.get(column.kind, to_number)
        if read(pd.Series([rule.constant], dtype=object))[1].any():
            raise Misfit(f"'{rule.constant}' is no {column.kind}")
    if column.kind == TEXT and column.choices:
        for given in [rule.constant, *(target for _, target in rule.values)]:
            if given is not None and given not in column.choices:
                raise Misfit(unknown("value", given, column.choices))


def _sources(node: Marked | None) -> tuple[str, ...]:
    if node is None:
        return ()
    names = read_value(node, LIST) if node.is_list else (read_value(node, TEXT),)
    if not names:
        raise Misfit("'from:' names no column")
    return names


def _text(fields: dict[str, Marked], name: str) -> str | None:
    return read_value(fields[name], TEXT) if name in fields else None


def _choice(fields: dict[str, Marked], name: str, choices: tuple[str, ...]) -> str | None:
    node = fields.get(name)
    if node is None:
        return None
    value = "null" if node.value is None else node.raw
    if value not in choices:
        raise Misfit(f"'{name}': {unknown('value', value, choices)}")
    return value


def _values(node: Marked | None) -> tuple[tuple[str, str | None], ...]:
    if node is None:
        return ()
    if not node.is_map:
        raise Misfit("'values:' must hold 'old: new' pairs")
    return tuple((old, read_value(new, TEXT, nullable=True)) for old, new in node.value.items())


def _slice(node: Marked | None) -> tuple[int, int] | None:
    if node is None:
        return None
    ends = [read_value(item, INTEGER) for item in node.value] if node.is_list else []
    if len(ends) != 2 or not 0 <= ends[0] < ends[1]:
        raise Misfit("'slice:' must be [first, end], counted from 0, with the end left out")
    return ends[0], ends[1]
