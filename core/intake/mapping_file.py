"""Column mappings: what fills which standard column, and how. See resources/mappings/standard.yml."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pyproj

from ..common.columns import INPUTS, Column
from ..common.errors import LandRenewalError, joined, sentence
from ..common.wording import nearest, unknown
from ..common.yamlfile import Marked, Problems, read_yaml
from ..rules.profile_schema import BOOLEAN, INTEGER, LIST, TEXT, Misfit, check_unit, read_value
from .dates import to_date_text
from .mapping_writer import mapping_text
from .values import to_flag, to_number

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "mappings"
ALIASES = FOLDER / "aliases.yml"
LINES = ("redline", "farmland", "boundary")
COORDINATES = ("layer", "wgs84", "gcj02", "bd09")
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
_ABOUT = ("name", "title", "notes", "rules", "money", "auto", "layers", "tables")
_TABLE = ("columns", "notes", "crs", "coordinates")


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
    """The rules of every table, and sentences for the notes of the output (of all tables, and of one).

    ``auto``: standard columns without a rule may be filled by aliases (see `core.intake.suggest`).
    ``settings``: the
    ``crs`` and ``coordinates`` stated for a table. ``layers``: names that layers of a kind go by.
    ``suggested``: what the aliases gave for a table, see `core.intake.suggest.auto_mapping`.
    """

    name: str
    tables: dict[str, dict[str, Rule]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    title: dict[str, str] = field(default_factory=dict)
    table_notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    profile: str | None = None
    money: str | None = None
    auto: bool = False
    settings: dict[str, dict[str, str]] = field(default_factory=dict)
    layers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    suggested: dict = field(default_factory=dict, compare=False)

    def rules(self, table: str) -> dict[str, Rule]:
        return self.tables.get(table, {})

    def crs(self, table: str) -> str | None:
        """The CRS stated for a table, whose source has none or a wrong one; None when nothing is stated."""
        return self.settings.get(table, {}).get("crs")

    def coordinates(self, table: str) -> str | None:
        """What x and y are: layer (in the CRS of the parcels), wgs84, gcj02 or bd09; None: not stated."""
        return self.settings.get(table, {}).get("coordinates")

    def notes_of(self, table: str) -> list[str]:
        said = self.suggested[table].notes() if table in self.suggested else []
        return [*self.notes, *self.table_notes.get(table, ()), *said]

    def fingerprint(self, table: str) -> str:
        """Canonical JSON of what the mapping does to one table, for hashing."""
        rules = {name: asdict(rule) for name, rule in self.rules(table).items()}
        parts = [rules, self.notes_of(table), self.auto, self.settings.get(table, {}), aliases_version()]
        return json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1)
def aliases_version() -> str:
    """A hash of the aliases: they fill columns and read values, so results depend on them."""
    return hashlib.sha256(ALIASES.read_bytes()).hexdigest()


def load_mapping(name_or_path: str | Path | None = None, folder: Path | None = None) -> Mapping:
    """Load a column mapping: a preset by name, a file by path, or None (standard names as they are). The
    preset "auto" also takes known aliases.

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
    tables, table_notes, settings = _tables(root.value.get("tables"), problems)
    profile, money, auto = (
        _value_of(root, key, kind, problems)
        for key, kind in (("rules", TEXT), ("money", TEXT), ("auto", BOOLEAN))
    )
    layers = _layers(root.value.get("layers"), problems)
    problems.raise_any()
    if profile and (path.parent / profile).is_file():
        profile = str((path.parent / profile).resolve())
    return Mapping(
        name or path.stem, tables, notes, title, table_notes, profile, money, bool(auto), settings, layers
    )


def save_mapping(mapping: Mapping, path: str | Path, say: Callable[[str], str] = str) -> None:
    """Write a mapping as a file to edit and to load again. What was suggested is explained in comments; what
    was not certain stands in lines that are commented out, one a candidate. ``say`` says the comments in
    another language.

    ``load_mapping`` of the file gives the same rules, notes and settings. Raises LandRenewalError when the
    file cannot be written.
    """
    try:
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            file.write(mapping_text(mapping, say))
    except OSError as error:
        raise LandRenewalError(
            "The column mapping cannot be written to {}: {}.", Path(path).name, error.strerror
        ) from error


def _value_of(root: Marked, key: str, kind: str, problems: Problems):
    try:
        return read_value(root.value[key], kind) if key in root.value else None
    except Misfit as misfit:
        problems.add(root.value[key].line, sentence("{} {}", key, misfit))
        return None


def _layers(node: Marked | None, problems: Problems) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    found, kinds = {}, (*INPUTS, *LINES)
    for kind, item in node.value.items() if node.is_map else ():
        try:
            if kind not in kinds:
                raise Misfit(unknown("layer", kind, kinds))
            found[kind] = read_value(item, LIST)
        except Misfit as misfit:
            problems.add(item.line, sentence("layers: {}", misfit))
    if not node.is_map:
        problems.add(node.line, sentence("'layers' must hold 'kind: [names]' lines"))
    return found


def presets(folder: Path | None = None) -> list[str]:
    """The names of the shipped mappings."""
    return sorted(path.stem for path in Path(folder or FOLDER).glob("*.yml") if path.name != ALIASES.name)


def _resolve(name_or_path: str | Path, folder: Path) -> Path:
    for path in (folder / f"{name_or_path}.yml", Path(name_or_path)):
        if path.is_file():
            return path
    names = presets(folder)
    guess = nearest(str(name_or_path), names)
    raise LandRenewalError(
        "There is no column mapping '{}': {}Give the path of a YAML file or one of {}.",
        name_or_path,
        sentence("did you mean '{}'? ", guess) if guess else "",
        joined(names),
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
        problems.add(root.line, sentence("name, title or notes: {}", misfit))
    return name, title, notes


def _tables(node: Marked | None, problems: Problems) -> tuple[dict, dict, dict]:
    rules, notes, settings = {}, {}, {}
    if node is None or (node.value is None and not node.is_map):
        return rules, notes, settings
    if not node.is_map:
        problems.add(node.line, sentence("'tables' must hold 'table:' lines"))
        return rules, notes, settings
    for table, item in node.value.items():
        if table not in INPUTS and table not in LINES:
            problems.add(item.line, unknown("table", table, (*INPUTS, *LINES)))
        elif not _is_table(item, table):
            allowed = "'crs:'" if table in LINES else "'columns:' (and 'notes:', 'crs:', 'coordinates:')"
            problems.add(item.line, sentence("{}: must hold {}, and nothing else", table, allowed))
        else:
            columns = item.value.get("columns")
            if columns is not None:
                rules[table] = _rules(table, columns.value or {}, problems)
            notes[table] = _notes(table, item.value.get("notes"), problems)
            settings[table] = _settings(table, item.value, problems)
    return rules, notes, {table: stated for table, stated in settings.items() if stated}


def _is_table(item: Marked, table: str) -> bool:
    """Whether an item can be a table. ``columns:`` with nothing but comments under it is empty, not wrong."""
    allowed = ("crs",) if table in LINES else _TABLE
    if not item.is_map or not item.value or not set(item.value) <= set(allowed):
        return False
    columns = item.value.get("columns")
    return columns is None or columns.is_map or columns.value is None


def _settings(table: str, fields: dict[str, Marked], problems: Problems) -> dict[str, str]:
    stated = {}
    try:
        if "coordinates" in fields:
            stated["coordinates"] = _choice(fields, "coordinates", COORDINATES)
        if "crs" in fields:
            stated["crs"] = _crs(read_value(fields["crs"], TEXT))
    except Misfit as misfit:
        node = fields["crs" if "coordinates" in stated or "coordinates" not in fields else "coordinates"]
        problems.add(node.line, sentence("{}: {}", table, misfit))
    return stated


def _crs(text: str) -> str:
    try:
        pyproj.CRS.from_user_input(text)
    except pyproj.exceptions.CRSError as error:
        raise Misfit(
            sentence("'crs: {}' is no coordinate reference system: write it like EPSG:4527", text)
        ) from error
    return text


def _notes(table: str, node: Marked | None, problems: Problems) -> tuple[str, ...]:
    try:
        return read_value(node, LIST) if node is not None else ()
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: 'notes' {}", table, misfit))
        return ()


def _rules(table: str, nodes: dict[str, Marked], problems: Problems) -> dict[str, Rule]:
    columns = {column.name: column for column in INPUTS[table]}
    found = {}
    for name, node in nodes.items():
        try:
            if name not in columns:
                raise Misfit(unknown("column", name, columns))
            found[name] = read_rule(columns[name], node)
        except Misfit as misfit:
            problems.add(node.line, sentence("{}.{}: {}", table, name, misfit))
    return found


def read_rule(column: Column, node: Marked) -> Rule:
    """The rule of a column: the name of a source column, or a map of options. Raises Misfit."""
    if not node.is_map:
        # "tax: Taxes" is short for "tax: {from: Taxes}".
        return Rule(sources=(read_value(node, TEXT),))
    fields = node.value
    for name in fields:
        if name not in _FIELDS:
            raise Misfit(unknown("field", name, _FIELDS))
    if ("from" in fields) == ("value" in fields):
        raise Misfit(sentence("needs either 'from:' or 'value:'"))
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
            raise Misfit(sentence("takes no unit, because it is a {} column", column.kind))
        check_unit(rule.unit, column.unit)
    if len(rule.sources) > 1 and not rule.test:
        raise Misfit(sentence("takes several columns only with 'test:'"))
    if rule.test and column.kind != "flag":
        raise Misfit(sentence("'test:' is for yes/no columns"))
    if rule.constant is not None and column.kind != TEXT:
        read = {"flag": to_flag, "date": to_date_text}.get(column.kind, to_number)
        if read(pd.Series([rule.constant], dtype=object))[1].any():
            raise Misfit(sentence("'{}' is no {}", rule.constant, column.kind))
    if column.kind == TEXT and column.choices:
        for given in [rule.constant, *(target for _, target in rule.values)]:
            if given is not None and given not in column.choices:
                raise Misfit(unknown("value", given, column.choices))


def _sources(node: Marked | None) -> tuple[str, ...]:
    if node is None:
        return ()
    names = read_value(node, LIST) if node.is_list else (read_value(node, TEXT),)
    if not names:
        raise Misfit(sentence("'from:' names no column"))
    return names


def _text(fields: dict[str, Marked], name: str) -> str | None:
    return read_value(fields[name], TEXT) if name in fields else None


def _choice(fields: dict[str, Marked], name: str, choices: tuple[str, ...]) -> str | None:
    node = fields.get(name)
    if node is None:
        return None
    value = "null" if node.value is None else node.raw
    if value not in choices:
        raise Misfit(sentence("'{}': {}", name, unknown("value", value, choices)))
    return value


def _values(node: Marked | None) -> tuple[tuple[str, str | None], ...]:
    if node is None:
        return ()
    if not node.is_map:
        raise Misfit(sentence("'values:' must hold 'old: new' pairs"))
    return tuple((old, read_value(new, TEXT, nullable=True)) for old, new in node.value.items())


def _slice(node: Marked | None) -> tuple[int, int] | None:
    if node is None:
        return None
    ends = [read_value(item, INTEGER) for item in node.value] if node.is_list else []
    if len(ends) != 2 or not 0 <= ends[0] < ends[1]:
        raise Misfit(sentence("'slice:' must be [first, end], counted from 0, with the end left out"))
    return ends[0], ends[1]
