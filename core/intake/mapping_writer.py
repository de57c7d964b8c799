"""Column mappings as text: a file that a planner can read, edit and give back."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..common.errors import sentence
from ..common.yamltext import yaml_list, yaml_text

if TYPE_CHECKING:
    from .mapping_file import Mapping, Rule

_WIDTH = 108
_HEAD = (
    sentence(
        "Column mapping: what fills which standard column. Edit it, save it as UTF-8 and give it as"
        ' "Column mapping".'
    ),
    sentence(
        'A line that begins with "#" after the spaces is not used. Where a name was not certain, its lines'
        ' are commented out: take away the "# " of the one that is right. The fields are explained in the'
        " user guide."
    ),
)
_AUTO = sentence("columns without a line here may be filled by known aliases; false: never")


def mapping_text(mapping: Mapping, say: Callable[[str], str] = str) -> str:
    """A mapping as YAML with comments; ``say`` says these in another language."""
    # "auto" is a shipped mapping; a file made from it goes by its own name.
    lines = [] if mapping.name == "auto" else [f"name: {yaml_text(mapping.name)}"]
    if mapping.title and mapping.name != "auto":
        shown = ", ".join(f"{language}: {yaml_text(title)}" for language, title in mapping.title.items())
        lines.append(f"title: {{{shown}}}")
    lines += [f"rules: {yaml_text(mapping.profile)}"] if mapping.profile else []
    lines += [f"money: {yaml_text(mapping.money)}"] if mapping.money else []
    if mapping.auto:
        lines.append("auto: true" + _comment(say(_AUTO)))
    lines += [f"notes: {yaml_list(mapping.notes)}"] if mapping.notes else []
    if mapping.layers:
        lines += ["layers:", *(f"  {kind}: {yaml_list(names)}" for kind, names in mapping.layers.items())]
    tables = list(dict.fromkeys([*mapping.tables, *mapping.settings, *mapping.suggested]))
    lines += ["tables:" if tables else "tables: {}"]
    for table in tables:
        lines += _table(mapping, table, say)
    head = [f"# {line}" for text in _HEAD for line in textwrap.wrap(say(text), _WIDTH)]
    return "\n".join([*head, *lines]) + "\n"


def _table(mapping: Mapping, table: str, say: Callable[[str], str]) -> list[str]:
    lines = [f"  {table}:"]
    lines += [f"    {name}: {yaml_text(value)}" for name, value in mapping.settings.get(table, {}).items()]
    if mapping.table_notes.get(table):
        lines += [f"    notes: {yaml_list(mapping.table_notes[table])}"]
    suggested = mapping.suggested.get(table)
    if table not in mapping.tables and suggested is None:
        return lines
    lines.append("    columns:")
    why = {row.column: row.reason and say(row.reason) for row in suggested.certain} if suggested else {}
    for column, rule in mapping.rules(table).items():
        lines.append(f"      {column}: {_rule(rule)}" + _comment(why.get(column)))
    for row in suggested.unsure if suggested else ():
        lines.append(f"      # {_line(say(sentence('not certain: {}: {}', row.source, row.reason)))}")
        lines += [f"      # {column}: {_rule(rule)}" for column, rule in row.options]
    return lines


def _comment(reason: str | None) -> str:
    return f"   # {_line(reason)}" if reason else ""


def _line(text: str) -> str:
    """A text that stays on one line of a comment."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _rule(rule: Rule) -> str:
    fields = {}
    if rule.sources:
        fields["from"] = yaml_text(rule.sources[0]) if len(rule.sources) == 1 else yaml_list(rule.sources)
    if rule.constant is not None:
        fields["value"] = yaml_text(rule.constant)
    for name in ("unit", "zero", "test"):
        if getattr(rule, name) is not None:
            fields[name] = yaml_text(getattr(rule, name))
    fields.update({"pad": str(rule.pad)} if rule.pad else {})
    fields.update({"slice": f"[{rule.slice[0]}, {rule.slice[1]}]"} if rule.slice else {})
    if rule.values:
        pairs = (f"{yaml_text(old)}: {'null' if new is None else yaml_text(new)}" for old, new in rule.values)
        fields["values"] = f"{{{', '.join(pairs)}}}"
    fields.update({"other": "null"} if rule.other == "null" else {})
    fields.update({"prefix_other": yaml_text(rule.prefix_other)} if rule.prefix_other else {})
    fields.update({"optional": "true"} if rule.optional else {})
    if list(fields) == ["from"] and len(rule.sources) == 1:
        return fields["from"]
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"
