"""YAML files with line numbers: what a person writes by hand must be refused at the line where it is wrong.

Scalars keep their own text, because YAML turns an unquoted 0601 into 385 and a bare ``no`` into false.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .errors import LandRenewalError, joined, sentence, without_stop

# libyaml's parser is about ten times faster; it is not compiled in everywhere.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Marked:
    """A value with the line it stands on (from 1); ``raw`` is the text of a scalar as written."""

    value: object
    line: int
    raw: str = ""

    @property
    def is_map(self) -> bool:
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, list)

    @property
    def shown(self) -> str:
        """The value as it may be quoted in a message."""
        if self.is_map:
            return sentence("a mapping")
        return sentence("a list") if self.is_list else repr(self.raw)


@dataclass
class Problems:
    """Everything wrong with one file, told in one sentence."""

    file: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, text: str) -> None:
        self.found.append((line, without_stop(text)))

    def raise_any(self) -> None:
        if not self.found:
            return
        told = [sentence("line {}: {}", line, text) for line, text in sorted(self.found)[:3]]
        more = len(self.found) - 3
        if more > 0:
            told.append(
                sentence("and 1 more problem") if more == 1 else sentence("and {} more problems", more)
            )
        raise LandRenewalError("{}, {}.", self.file, joined(told, "; "))


def read_yaml(path: Path) -> Marked:
    """Read a file of one mapping. Refused: no YAML, no mapping, duplicate keys, aliases, tags, not UTF-8."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LandRenewalError(
            "{} is not UTF-8 text: save it with the encoding UTF-8.", Path(path).name
        ) from error
    except OSError as error:
        raise LandRenewalError("{} cannot be read: {}.", Path(path).name, error.strerror) from error
    problems = Problems(Path(path).name)
    node = _compose(text, problems)
    root = Marked({}, 1) if node is None else _mark(node, node.start_mark.line + 1, problems, set())
    if not root.is_map:
        problems.add(root.line, sentence("the file must hold 'key: value' lines"))
    problems.raise_any()
    return root


def _compose(text: str, problems: Problems):
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
        # A bracket that is never closed is noticed at the end of the file; where it opens is what helps.
        last = len(text.rstrip().splitlines())
        lines = [mark.line + 1 for mark in marks if mark and mark.line < last]
        problems.add(
            lines[0] if lines else 1,
            sentence("not valid YAML ({})", getattr(error, "problem", None) or error),
        )
        problems.raise_any()


def _mark(node, line: int, problems: Problems, seen: set[int]) -> Marked:
    if id(node) in seen:
        problems.add(line, sentence("an alias (*name) is not supported: write the value out"))
        return Marked(None, line)
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return Marked(_mark_map(node, problems, seen), line)
    if isinstance(node, yaml.SequenceNode):
        return Marked([_mark(item, item.start_mark.line + 1, problems, seen) for item in node.value], line)
    return Marked(_scalar(node, line, problems), line, node.value)


def _mark_map(node, problems: Problems, seen: set[int]) -> dict[str, Marked]:
    found = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.add(line, sentence("a key must be plain text"))
        elif key.value in found:
            problems.add(
                line, sentence("'{}' is given twice (first on line {})", key.value, found[key.value].line)
            )
        else:
            found[key.value] = _mark(value, line, problems, seen)
    return found


def _scalar(node, line: int, problems: Problems):
    kind = node.tag[len(_TAG) :] if node.tag.startswith(_TAG) else node.tag
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.casefold() in ("yes", "true", "on")
    # YAML 1.1 takes 1e-5, without a point, for a text. Plain is None or "", as the parser has it.
    if kind in ("int", "float") or (kind == "str" and not node.style):
        return _number(node.value)
    if kind not in ("str", "timestamp", "merge", "value"):
        problems.add(line, sentence("the tag {} is not supported", node.tag))
    return node.value


def _number(text: str):
    """A decimal number, else the text: nobody means an octal, a sexagesimal or an infinite number here."""
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        return number if math.isfinite(number) else text
    return text
