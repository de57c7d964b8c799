"""Which layer of a project is likely which input, by its name, its columns and its geometry.

Standard library only at the top, and no pandas anywhere: this runs in the window of QGIS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..common.headers import fold, is_code

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NAMES, ALIASES = _RESOURCES / "layer_names.yml", _RESOURCES / "mappings" / "aliases.yml"
SHAPES = ("polygon", "line", "point", "table")
# The name says more than the columns; the whole name more than a word in it.
_WHOLE, _WORD, _COLUMNS = 4, 2, 1


@dataclass(frozen=True)
class LayerFacts:
    """What is known of a layer without reading it. ``shape``: one of SHAPES."""

    key: str
    name: str
    shape: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Looks:
    """How the layers of one input look."""

    shapes: tuple[str, ...]
    names: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...] = ()


def guess_inputs(layers: Sequence[LayerFacts], looks: Mapping[str, Looks] | None = None) -> dict[str, str]:
    """The key of the likely layer by input; an input that no layer looks like is left out.

    A layer serves one input. The better fit goes first; ties go to the input and then to the layer that comes
    first.

    >>> guess_inputs([LayerFacts("a", "宗地2023", "polygon"), LayerFacts("b", "roads", "line")])
    {'parcels': 'a', 'roads': 'b'}
    """
    looks = known_looks() if looks is None else looks
    fits = [
        (-score, order, place, name, layer.key)
        for order, (name, look) in enumerate(looks.items())
        for place, layer in enumerate(layers)
        if (score := fit(layer, name, look)) > 0
    ]
    found: dict[str, str] = {}
    for _score, _order, _place, name, key in sorted(fits):
        if name not in found and key not in found.values():
            found[name] = key
    return {name: found[name] for name in looks if name in found}


def fit(layer: LayerFacts, table: str, look: Looks) -> float:
    """How well a layer fits an input; 0: not at all."""
    if layer.shape not in look.shapes:
        return 0.0
    own = fold(layer.name)
    if any(own == fold(name) for name in look.names):
        score = float(_WHOLE)
    else:
        score = float(_WORD) if any(_says(layer.name, name) for name in look.names) else 0.0
    if not look.columns:
        return score
    known = standard_columns(layer.columns, table)
    has = any(set(wanted) <= known for wanted in look.columns)
    # Among layers with the same name the one with more known columns.
    return score + _COLUMNS * has + min(len(known), 50) / 100 if score or has else 0.0


def layer_kind(name: str, layers: Mapping[str, Sequence[str]]) -> str | None:
    """The kind of layer a name tells: a code as a word of its own, or words in it; None: it does not.

    >>> layer_kind("3304_CZKFBJ_2023", {"redline": ("STBHHX",), "boundary": ("CZKFBJ", "城镇开发边界")})
    'boundary'
    """
    words = {fold(word) for word in name.replace(".", "_").replace("-", "_").split("_")}
    kinds = [
        kind
        for kind, known in layers.items()
        if any(fold(alias) in (words if is_code(alias) else fold(name)) for alias in known)
    ]
    return kinds[0] if len(kinds) == 1 else None


def _says(layer: str, name: str) -> bool:
    """Whether a name stands in that of a layer: Latin ones as words of their own."""
    if not name.isascii():
        return fold(name) in fold(layer)
    return f" {_words(name)} " in f" {_words(layer)} "


def _words(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", name.casefold()))


def standard_columns(names: Sequence[str], table: str) -> set[str]:
    """The standard columns that some column names certainly stand for."""
    known = _column_names()
    found = {known.get((table, fold(name))) or known.get(("", fold(name))) for name in names}
    return found - {None}


@lru_cache(maxsize=1)
def known_looks() -> dict[str, Looks]:
    """The looks of every input, from resources/layer_names.yml."""
    return {name: _looks(look) for name, look in _read(NAMES).items()}


def _looks(look: dict) -> Looks:
    columns = tuple(tuple(part) for part in look.get("columns", ()))
    return Looks(tuple(look["shapes"]), tuple(look["names"]), columns)


@lru_cache(maxsize=1)
def _column_names() -> dict[tuple[str, str], str]:
    """Standard column by table ("" for all) and folded name."""
    from ..common.columns import INPUTS

    tree = _read(ALIASES)
    found = {(table, fold(column.name)): column.name for table in INPUTS for column in INPUTS[table]}
    for table, columns in (("", tree["columns"]), *tree["tables"].items()):
        for column, aliases in columns.items():
            for alias in aliases:
                name = alias["from"] if isinstance(alias, dict) else alias
                found.setdefault((table, fold(str(name))), column)
    return found


def _read(path: Path) -> dict:
    import yaml

    return yaml.safe_load(path.read_text(encoding="utf-8"))
