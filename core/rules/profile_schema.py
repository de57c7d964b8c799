"""What a rule profile may hold, and how YAML becomes an entry of it. See resources/profiles/README.md."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..common import units
from ..common.errors import LandRenewalError, joined, sentence, word
from ..common.wording import unknown
from ..common.yamlfile import Marked, Problems

NUMBER, INTEGER, TEXT, BOOLEAN, LIST = "number", "integer", "text", "boolean", "list"
KINDS = (NUMBER, INTEGER, TEXT, BOOLEAN, LIST)
NUMERIC = (NUMBER, INTEGER)
STATUSES = ("verified", "assumption")
ORIGIN = ("source", "year", "status", "note")
_KIND_WORDS = {
    NUMBER: sentence("a number"),
    INTEGER: sentence("a whole number"),
    TEXT: sentence("text"),
    BOOLEAN: sentence("true or false"),
    LIST: sentence("a list"),
}


class Misfit(Exception):
    """A value that does not fit; the caller knows the line and adds it to the problems of the file."""


@dataclass(frozen=True)
class Origin:
    """Where a value comes from."""

    source: str | None = None
    year: int | None = None
    status: str | None = None
    note: str | None = None

    def over(self, below: Origin) -> Origin:
        """This origin, with what it leaves open taken from the one below."""
        return Origin(*(getattr(self, name) or getattr(below, name) for name in ORIGIN))

    def missing(self) -> list[str]:
        return [name for name in ("source", "year", "status") if getattr(self, name) is None]


@dataclass(frozen=True)
class Slot:
    """What a value must be: the kind, the unit and the limits (in that unit)."""

    kind: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    nullable: bool = False
    unit_column: str | None = None

    def check(self, value, unit: str):
        """Raise Misfit when a value lies outside the choices or the limits."""
        if value is None:
            return
        for item in value if self.kind == LIST else (value,):
            if self.choices and item not in self.choices:
                raise Misfit(unknown("value", item, self.choices))
        limits = (
            (self.minimum, float.__ge__, sentence("least")),
            (self.maximum, float.__le__, sentence("most")),
        )
        for limit, ok, most in limits:
            if limit is None or self.kind not in NUMERIC:
                continue
            bound = units.to_internal(limit, self.unit, unit)
            if not ok(float(value), float(bound)):
                asked = _measured(bound, unit)
                raise Misfit(sentence("is {}, but must be at {} {}", _measured(value, unit), most, asked))


def _measured(value: float, unit: str) -> str:
    return f"{value:g} {unit}" if unit else f"{value:g}"


@dataclass(frozen=True)
class Entry:
    """One value of a profile: ``value`` and ``range`` as stated in ``unit``, ``internal`` for use inside."""

    key: str
    value: object
    slot: Slot
    unit: str = ""
    range: tuple[float, float] | None = None
    origin: Origin = field(default_factory=Origin)
    file: str = ""
    line: int = 0

    @property
    def kind(self) -> str:
        return self.slot.kind

    @property
    def choices(self) -> tuple[str, ...]:
        return self.slot.choices

    @property
    def source(self) -> str | None:
        return self.origin.source

    @property
    def year(self) -> int | None:
        return self.origin.year

    @property
    def status(self) -> str | None:
        return self.origin.status

    @property
    def note(self) -> str | None:
        return self.origin.note

    @property
    def internal_unit(self) -> str:
        return units.internal_unit(self.unit)

    @property
    def internal(self):
        """The value in internal units: float for numbers, int for whole numbers, tuple for lists."""
        return to_internal(self.value, self.kind, self.unit)

    @property
    def internal_range(self) -> tuple[float, float] | None:
        return (
            None if self.range is None else tuple(to_internal(end, NUMBER, self.unit) for end in self.range)
        )


def to_internal(value, kind: str, unit: str):
    """One stated value in internal units."""
    if value is None or kind not in NUMERIC:
        return value
    inside = units.to_internal(value, unit, units.internal_unit(unit))
    return int(inside) if kind == INTEGER and inside == int(inside) else float(inside)


def read_value(node: Marked, kind: str, nullable: bool = False):
    """The value of a node as ``kind``; texts are taken as written, so an unquoted 0601 stays 0601."""
    value = node.value
    if value is None and not node.is_map:
        if nullable:
            return None
        raise Misfit(sentence("must be {}, but it is empty", _KIND_WORDS[kind]))
    if kind == LIST and node.is_list:
        if any(item.is_map or item.is_list or item.value is None for item in value):
            raise Misfit(sentence("must be a list of texts"))
        return tuple(item.raw for item in value)
    if node.is_map or node.is_list:
        raise Misfit(sentence("must be {}, not {}", _KIND_WORDS[kind], node.shown))
    if kind == TEXT:
        return node.raw
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    fits = {NUMBER: number, INTEGER: number and value == int(value), BOOLEAN: isinstance(value, bool)}
    if not fits.get(kind, False):
        raise Misfit(sentence("must be {}, not {}", _KIND_WORDS[kind], node.shown))
    return int(value) if kind == INTEGER else value


def guess_kind(fields: dict[str, Marked]) -> str:
    """The kind of a default that does not name one."""
    node = fields["value"]
    if node.is_list:
        return LIST
    if isinstance(node.value, bool):
        return BOOLEAN
    if isinstance(node.value, (int, float)):
        return NUMBER
    if isinstance(node.value, str):
        return TEXT
    if "unit" in fields:
        return NUMBER
    raise Misfit(sentence("needs 'type:', because its value is empty"))


def read_origin(fields: dict[str, Marked]) -> Origin:
    """Source, year, status and note of an entry, a table or a row."""
    found = {}
    for name in ORIGIN:
        node = fields.get(name)
        if node is None or not (node.raw.strip() or node.is_map or node.is_list):
            continue
        try:
            found[name] = read_value(node, INTEGER if name == "year" else TEXT)
        except Misfit as misfit:
            raise Misfit(sentence("'{}' {}", name, misfit)) from misfit
    if found.get("status") not in (None, *STATUSES):
        raise Misfit(unknown("status", found["status"], STATUSES))
    return Origin(**found)


def read_unit(node: Marked | None, slot: Slot) -> str:
    """The unit stated for a number, checked against the slot's dimension."""
    if node is None:
        if slot.unit:
            raise Misfit(sentence("must state its unit (one of {})", joined(units.units_like(slot.unit))))
        return ""
    unit = read_value(node, TEXT, nullable=True) or ""
    check_unit(unit, slot.unit)
    return unit


def check_unit(unit: str, expected: str) -> None:
    """Raise Misfit when a unit is unknown or measures something else."""
    try:
        units.factor(unit, expected)
    except LandRenewalError as error:
        raise Misfit(error.sentence) from error


def read_range(node: Marked | None) -> tuple[float, float] | None:
    """A range ``[low, high]``."""
    if node is None or node.value is None:
        return None
    if not node.is_list or len(node.value) != 2:
        raise Misfit(sentence("'range' must be [low, high]"))
    low, high = (read_value(item, NUMBER) for item in node.value)
    if low > high:
        raise Misfit(sentence("'range' [{:g}, {:g}] runs downwards", low, high))
    return low, high


def check_fields(fields: dict[str, Marked], valid: tuple[str, ...], key: str, problems: Problems) -> bool:
    """Report the fields that are not known; True when there are none."""
    wrong = [(name, node) for name, node in fields.items() if name not in valid]
    for name, node in wrong:
        problems.add(node.line, sentence("{}: {}", key, unknown(word("field"), name, valid)))
    return not wrong


_SLOT_FIELDS = ("type", "unit", "choices", "minimum", "maximum", "nullable", "unit_column")
_ENTRY_FIELDS = ("value", *_SLOT_FIELDS[:-1], "range", *ORIGIN)


def read_slot(fields: dict[str, Marked], kind: str | None = None) -> Slot:
    """The declaration part of a default entry or of a table column."""
    if "type" in fields:
        kind = read_value(fields["type"], TEXT)
    if kind not in KINDS:
        raise Misfit(unknown("type", kind, KINDS) if kind else sentence("needs 'type:'"))
    limits = {name: read_value(fields[name], NUMBER) for name in ("minimum", "maximum") if name in fields}
    unit_column = read_value(fields["unit_column"], TEXT) if "unit_column" in fields else None
    if kind in NUMERIC and "unit" not in fields and unit_column is None:
        raise Misfit(sentence("needs 'unit:' (\"\" for none)"))
    unit = (read_value(fields["unit"], TEXT, nullable=True) or "") if "unit" in fields else ""
    check_unit(unit, unit)
    choices = read_value(fields["choices"], LIST) if "choices" in fields else ()
    nullable = read_value(fields["nullable"], BOOLEAN) if "nullable" in fields else False
    return Slot(kind, unit, choices, nullable=nullable, unit_column=unit_column, **limits)


def default_entry(key: str, node: Marked, problems: Problems) -> Entry | None:
    """Read an entry of the default profile: the declaration and its value in one."""
    fields = node.value
    if not check_fields(fields, _ENTRY_FIELDS, key, problems):
        return None
    try:
        slot = read_slot(fields, None if "type" in fields else guess_kind(fields))
        value = read_value(fields["value"], slot.kind, slot.nullable)
        origin, span = read_origin(fields), read_range(fields.get("range"))
        slot.check(value, slot.unit)
        _check_range(value, span)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", key, misfit))
        return None
    return Entry(key, value, slot, slot.unit, span, origin, problems.file, node.line)


def overridden(entry: Entry, node: Marked, problems: Problems) -> Entry:
    """The entry with the value of a user's profile; after a misfit, which is reported, as it was."""
    fields = node.value if node.is_map else {"value": node}
    if not check_fields(fields, ("value", "unit", "range", *ORIGIN), entry.key, problems):
        return entry
    try:
        return _override(entry, fields, node, problems.file)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", entry.key, misfit))
        return entry


def _override(entry: Entry, fields: dict[str, Marked], node: Marked, file: str) -> Entry:
    slot = entry.slot
    if "value" not in fields:
        raise Misfit(sentence("has no 'value:'"))
    value = read_value(fields["value"], slot.kind, slot.nullable)
    unit = read_unit(fields.get("unit"), slot) if slot.kind in NUMERIC else ""
    slot.check(value, unit)
    span, origin = read_range(fields.get("range")), read_origin(fields)
    if slot.kind in NUMERIC and value is not None:
        require_origin(origin)
        _check_range(value, span)
    if span is None and entry.range is not None and value is not None:
        # The sensitivity range outlives a new value only while it still holds it.
        low, high = (units.to_internal(end, entry.unit, unit) for end in entry.range)
        span = (low, high) if low <= value <= high else None
    origin = origin.over(Origin(source=file))
    return replace(entry, value=value, unit=unit, range=span, origin=origin, file=file, line=node.line)


def require_origin(origin: Origin) -> None:
    """Raise Misfit when a user's number does not say where it comes from (a test asks it of the default)."""
    if origin.missing():
        raise Misfit(sentence("needs {} (where the number comes from)", joined(origin.missing())))


def _check_range(value, span: tuple[float, float] | None) -> None:
    if span is not None and value is not None and not span[0] <= value <= span[1]:
        raise Misfit(sentence("is {:g}, outside its own range [{:g}, {:g}]", value, span[0], span[1]))
