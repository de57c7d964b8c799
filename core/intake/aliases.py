"""The names that columns go by: resources/mappings/aliases.yml, indexed for one table at a time."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..common.columns import INPUTS, REGISTRY
from ..common.errors import sentence
from ..common.headers import cut_forms, fold, is_code
from ..common.wording import unknown
from ..common.yamlfile import Marked, Problems, read_yaml
from ..rules.profile_schema import LIST, NUMBER, TEXT, Misfit, read_value
from .mapping_file import ALIASES, Rule, read_rule

_PARTS = ("columns", "tables", "perhaps", "others", "ignored", "units", "usual", "coordinates", "values")


@dataclass(frozen=True)
class Index:
    """The aliases of one table by folded name. ``exact``: the columns a name is, with their rules.
    ``perhaps``: the columns it may be. ``cut``: the columns a cut name may stand for (None: something else).
    ``swapped``: by sorted characters. ``names``: for names that are similar.
    """

    exact: Lookup[str, dict[str, Rule]]
    perhaps: Lookup[str, tuple[str, ...]]
    cut: Lookup[str, frozenset]
    swapped: Lookup[str, frozenset]
    names: Lookup[str, str]


@dataclass(frozen=True)
class Aliases:
    """``usual``: bounds of the middle value; ``words``: values in words, folded, by column."""

    tables: Lookup[str, Index]
    others: frozenset[str]
    ignored: frozenset[str]
    units: dict[str, str]
    usual: dict[str, tuple[float, float]]
    coordinates: dict[str, str]
    words: dict[str, dict[str, str]]


@lru_cache(maxsize=4)
def load_aliases(path: Path = ALIASES) -> Aliases:
    """Read a file of aliases. Raises LandRenewalError with file and line where it is wrong."""
    root, problems = read_yaml(path), Problems(path.name)
    parts = {name: root.value.get(name, Marked({}, 1)) for name in _PARTS}
    for name, node in root.value.items():
        if name not in _PARTS:
            problems.add(node.line, unknown("field", name, _PARTS))
    texts = {
        name: _texts(node, name, problems) for name, node in parts.items() if name in ("others", "ignored")
    }
    tables = {table: _index(table, parts, texts["others"], problems) for table in INPUTS}
    made = Aliases(
        tables=tables,
        others=frozenset(map(fold, texts["others"])),
        ignored=frozenset(map(fold, texts["ignored"])),
        units={key.casefold(): node.raw for key, node in parts["units"].value.items()},
        usual={name: _bounds(name, node, problems) for name, node in parts["usual"].value.items()},
        coordinates={
            fold(name): datum
            for datum, node in parts["coordinates"].value.items()
            for name in _texts(node, datum, problems)
        },
        words={name: _words(name, node, problems) for name, node in parts["values"].value.items()},
    )
    # An alias of several tables is read once for each.
    problems.found[:] = dict.fromkeys(problems.found)
    problems.raise_any()
    return made


def _index(table: str, parts: dict[str, Marked], others: tuple[str, ...], problems: Problems) -> Index:
    exact, perhaps, names, texts = {}, {}, {}, [(None, text) for text in others]
    own = parts["tables"].value.get(table, Marked({}, 1)).value
    for column in INPUTS[table]:
        # Our own names are cut, too, when a layer goes through a shapefile.
        texts.append((column.name, column.name))
        names[fold(column.name)] = column.name
        nodes = [part[column.name] for part in (parts["columns"].value, own) if column.name in part]
        for rule in (rule for node in nodes for rule in _rules(column, node, problems)):
            name = rule.sources[0]
            exact.setdefault(fold(name), {})[column.name] = rule
            texts.append((column.name, name))
            if not is_code(name):
                names[fold(name)] = column.name
        if column.name in parts["perhaps"].value:
            for name in _texts(parts["perhaps"].value[column.name], column.name, problems):
                perhaps[fold(name)] = (*perhaps.get(fold(name), ()), column.name)
                texts.append((None, name))
    swapped = [(column, "".join(sorted(name))) for name, column in names.items() if _may_swap(name)]
    cut = [(column, form) for column, name in texts if not is_code(name) for form in cut_forms(name)]
    return Index(exact, perhaps, _gather(cut), _gather(swapped), names)


def _may_swap(name: str) -> bool:
    return len(name) > 3 and not name.isascii()


def _gather(pairs) -> dict[str, frozenset]:
    found = {}
    for column, key in pairs:
        found.setdefault(key, set()).add(column)
    return {key: frozenset(columns) for key, columns in found.items()}


def _rules(column, node: Marked, problems: Problems) -> list[Rule]:
    found = []
    for item in node.value if node.is_list else ():
        try:
            found.append(read_rule(column, item))
        except Misfit as misfit:
            problems.add(item.line, sentence("{}: {}", column.name, misfit))
    return found


def _texts(node: Marked, name: str, problems: Problems) -> tuple[str, ...]:
    try:
        return () if node.value == {} else read_value(node, LIST)
    except Misfit as misfit:
        problems.add(node.line, sentence("{}: {}", name, misfit))
        return ()


def _bounds(name: str, node: Marked, problems: Problems) -> tuple[float, float]:
    try:
        low, high = (read_value(item, NUMBER) for item in node.value)
        return float(low), float(high)
    except (Misfit, TypeError, ValueError):
        problems.add(node.line, sentence("{}: must be [lowest, highest]", name))
        return 0.0, 0.0


def _words(name: str, node: Marked, problems: Problems) -> dict[str, str]:
    choices = REGISTRY[name].choices if name in REGISTRY else ()
    found = {}
    for word, target in node.value.items():
        value = read_value(target, TEXT)
        if choices and value not in choices:
            problems.add(target.line, sentence("{}: {}", name, unknown("value", value, choices)))
        found[fold(word)] = value
    return found
