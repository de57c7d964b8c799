"""Which source column is which standard column: what is certain is taken, what is not is asked.

Certain is a name that is an alias (case, width, brackets, spaces, unit and year aside), an alias cut to 10
bytes or one with its words swapped, when it fits one standard column only, no other source column claims it
and the values do not speak against it. Own default throughout.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common import columns as std
from ..common import units
from ..common.columns import INPUTS, Column
from ..common.errors import LandRenewalError, joined, sentence
from ..common.headers import Reading, clean, fold, readings, same_name
from ..common.space import work_crs
from .aliases import Aliases, Index, load_aliases
from .evidence import doubts
from .mapping_file import Mapping, Rule

CERTAIN, UNSURE = "certain", "unsure"
SAMPLE = 200
SIMILAR = 0.75
_MOST_QUESTIONS = 12
# Columns an earlier step left in the layer: never anything else.
_RESULTS = frozenset(
    name
    for group in (
        std.LEVEL_RESULT, std.PARK_RESULT, std.CONTROL_RESULT, std.DEFICIENCY_RESULT, std.GUIDANCE_RESULT,
        std.SCENARIO_RESULT,
    )
    for name in std.names(group)
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One source column. ``options``: the standard columns it may be, each with the rule that would fill it;
    the first is ``column``, the others are ``alternatives``. ``reason``: in words.
    """

    source: str
    certainty: str
    reason: str
    options: tuple[tuple[str, Rule], ...]

    @property
    def column(self) -> str:
        return self.options[0][0]

    @property
    def unit(self) -> str | None:
        """The unit that the header states."""
        return self.options[0][1].unit

    @property
    def alternatives(self) -> tuple[str, ...]:
        return tuple(column for column, _ in self.options[1:])


@dataclass(frozen=True)
class Suggestion:
    """What names and values of a table say. ``coordinates``: the datum of x and y, where names tell it."""

    table: str
    rows: tuple[Row, ...] = ()
    coordinates: str | None = None

    @property
    def certain(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.certainty == CERTAIN)

    @property
    def unsure(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.certainty == UNSURE)

    def notes(self) -> list[str]:
        """One sentence for each column taken and for each question."""
        said = [
            sentence("{} = {}: {}{}", row.column, clean(row.source), row.reason, _unit_note(row))
            for row in self.certain
        ]
        if self.coordinates:
            said.append(sentence("x and y are read as {} degrees, as their names say.", self.coordinates))
        asked = [
            sentence(
                "Column '{}' may be {}: {}; not used. Name it in a column mapping.",
                clean(row.source),
                _either(row, self.table),
                row.reason,
            )
            for row in self.unsure
        ]
        more = len(asked) - _MOST_QUESTIONS
        return (
            said
            + asked[:_MOST_QUESTIONS]
            + ([sentence("{} more columns are not certain.", more)] if more > 0 else [])
        )


@dataclass
class _Guess:
    """A source column on its way to a row."""

    place: int
    source: str
    how: str
    reading: Reading
    options: dict[str, Rule]
    doubts: list[str] = field(default_factory=list)


def suggest(
    names: Sequence[str],
    samples: pd.DataFrame,
    table: str,
    aliases: Aliases | None = None,
    filled: Sequence[str] = (),
    used: Sequence[str] = (),
    measured: np.ndarray | None = None,
    coordinates: str | None = None,
) -> Suggestion:
    """Suggest standard columns for the source columns of a table.

    ``samples``: some rows of the source, its columns in the order of ``names``. ``filled``: standard columns
    that are filled already, ``used``: source columns that are. ``measured``: area of the sampled rows, m2.
    ``coordinates``: what x and y are, where the mapping states it. No source column and no standard column
    is certain twice. A standard column whose own name is in the source is never suggested.

    >>> found = suggest(["税收(元)", "YYSR"], pd.DataFrame([[120000, 1]]), "enterprises")
    >>> [(row.source, row.column, row.unit, row.certainty) for row in found.rows]
    [('税收(元)', 'tax', '元', 'certain')]
    """
    aliases = aliases or load_aliases()
    columns = {column.name: column for column in INPUTS[table]}
    plain = {same_name(name) for name in names}
    blocked = {same_name(name) for name in used} | {fold(name) for name in _RESULTS}
    open_columns = {
        name: column for name, column in columns.items() if name not in filled and name not in plain
    }
    blocked |= set(columns)
    found, rest = [], []
    for place, name in enumerate(map(str, names)):
        if same_name(name) in blocked or fold(name) in blocked or fold(name) in aliases.others:
            continue
        guess = _guess(place, name, aliases, aliases.tables[table], open_columns)
        if guess is not None:
            (rest if guess.how == "similar" else found).append(guess)
    _check(found, open_columns, samples, aliases, measured, coordinates)
    rows, datum = _decide(found, rest, aliases)
    return Suggestion(table, tuple(rows), datum)


def auto_mapping(frame: pd.DataFrame, table: str, base: Mapping) -> Mapping:
    """The mapping with the aliases that are certain for a table, and with the questions; unchanged when it is
    not ``auto`` or has them already. Names and at most 200 rows, evenly spread, are looked at.
    """
    if not base.auto or table in base.suggested:
        return base
    geometry = frame.geometry if isinstance(frame, gpd.GeoDataFrame) else None
    attributes = pd.DataFrame(frame.drop(columns=geometry.name) if geometry is not None else frame)
    names = list(map(str, attributes.columns))
    rows = np.unique(np.linspace(0, max(len(frame) - 1, 0), min(len(frame), SAMPLE)).astype(int))
    rules = _in_force(base.rules(table), names)
    used = [source for rule in rules.values() for source in rule.sources]
    found = suggest(
        names, attributes.iloc[rows], table, filled=tuple(rules), used=used,
        measured=_measure(geometry.iloc[rows]) if geometry is not None else None,
        coordinates=base.coordinates(table),
    )  # fmt: skip
    if geometry is not None:
        # The place is that of the geometry, whatever coordinates stand beside it.
        found = replace(found, coordinates=None)
    own = _own_names(names, table, set(rules), {same_name(name) for name in used})
    filled = {**base.rules(table), **own, **rules, **{row.column: row.options[0][1] for row in found.certain}}
    order = [name for name in std.names(INPUTS[table]) if name in filled]
    settings = base.settings
    if found.coordinates:
        settings = {**settings, table: {**settings.get(table, {}), "coordinates": found.coordinates}}
    return replace(
        base,
        tables={**base.tables, table: {name: filled[name] for name in order}},
        settings=settings,
        suggested={**base.suggested, table: found},
    )


def _in_force(rules: dict[str, Rule], names: list[str]) -> dict[str, Rule]:
    """Rules but those of optional columns that are not there: they leave the column to the aliases."""
    present = {same_name(name) for name in names}
    return {
        column: rule
        for column, rule in rules.items()
        if not rule.optional or present >= {same_name(source) for source in rule.sources}
    }


def _own_names(names: list[str], table: str, ruled: set[str], used: set[str]) -> dict[str, Rule]:
    """Rules for the columns that have the standard name themselves: they say what happens without them."""
    found = {}
    for column in std.names(INPUTS[table]):
        own = next((name for name in names if same_name(name) == column), None)
        if own is not None and column not in ruled and column not in used:
            found[column] = Rule(sources=(own,))
    return found


def _measure(geometry: gpd.GeoSeries) -> np.ndarray | None:
    """Ellipsoidal areas in m2; None where the layer has none to tell."""
    shapes = geometry.to_numpy()
    if geometry.crs is None or not (shapely.get_dimensions(shapes) == 2).any():
        return None
    try:
        work = work_crs(geometry.crs, tuple(shapely.total_bounds(shapes)))
    except LandRenewalError:
        return None
    return geometry.to_crs(work).area.to_numpy()


def _guess(place: int, name: str, aliases: Aliases, index: Index, open_columns) -> _Guess | None:
    """The columns a name may be, by the first reading that says anything."""
    found = readings(name, aliases.units, aliases.ignored)
    if any(reading.core in aliases.others for reading in found):
        return None
    for how, look in (("exact", _exact), ("cut", _cut), ("swapped", _swapped), ("perhaps", _perhaps)):
        for reading in found:
            options = look(reading, name, index)
            if options:
                # A name whose end was cut off had its unit there.
                lost = how == "cut" or clean(name) != name
                reading = replace(reading, cut=reading.cut or (lost and reading.unit is None))
                return _guessed(place, name, how, reading, options, open_columns)
    for reading in found:
        options = _similar(reading, index, open_columns)
        if options:
            return _guessed(place, name, "similar", reading, options, open_columns)
    return None


def _guessed(place, name, how, reading, options, open_columns) -> _Guess | None:
    doubts = [] if None not in options else [sentence("the name is cut and may be something else")]
    kept = {column: rule for column, rule in options.items() if column in open_columns}
    if not kept:
        return None
    for column, rule in kept.items():
        takes_unit = open_columns[column].kind == std.NUMBER and open_columns[column].unit
        unit = reading.unit if takes_unit and reading.unit else rule.unit
        kept[column] = replace(rule, sources=(name,), unit=unit)
    return _Guess(place, name, how, reading, kept, doubts)


def _exact(reading: Reading, name: str, index: Index) -> dict:
    options = dict(index.exact.get(reading.core, {}))
    if options and clean(name) != name:
        # Something followed the name: it may be the beginning of another one.
        for column in index.cut.get(reading.core, ()):
            options.setdefault(column, Rule())
    return options


def _cut(reading: Reading, name: str, index: Index) -> dict:
    return {column: Rule() for column in _sorted(index.cut.get(reading.core, ()))}


def _swapped(reading: Reading, name: str, index: Index) -> dict:
    return {column: Rule() for column in _sorted(index.swapped.get("".join(sorted(reading.core)), ()))}


def _perhaps(reading: Reading, name: str, index: Index) -> dict:
    return {column: Rule() for column in index.perhaps.get(reading.core, ())}


def _similar(reading: Reading, index: Index, open_columns) -> dict:
    if len(reading.core) < 3 or (reading.core.isascii() and len(reading.core) < 5):
        return {}
    known = [name for name, column in index.names.items() if column in open_columns]
    near = difflib.get_close_matches(reading.core, known, n=3, cutoff=SIMILAR)
    return {index.names[name]: Rule() for name in near}


def _sorted(columns) -> list:
    return sorted(columns, key=lambda column: (column is None, column or ""))


def _check(
    found: list[_Guess], columns: dict[str, Column], samples, aliases: Aliases, measured, coordinates
) -> None:
    """Write down what speaks against each guess."""
    claims: dict[str, list[_Guess]] = {}
    for guess in found:
        sample = samples.iloc[:, guess.place] if len(samples.columns) else pd.Series(dtype=object)
        if guess.how == "perhaps" and not _needs_datum(guess, coordinates):
            guess.doubts.append(sentence("the name alone does not tell"))
        elif len(guess.options) > 1:
            guess.doubts.append(
                sentence("the name fits both")
                if len(guess.options) == 2
                else sentence("the name fits all of them")
            )
        if guess.reading.extra:
            guess.doubts.append(sentence("'{}' in its name is not known", guess.reading.extra))
        for column in guess.options:
            rule = guess.options[column]
            guess.doubts += doubts(columns[column], rule, sample, aliases, guess.reading.cut, measured)
            if guess.how != "perhaps":
                claims.setdefault(column, []).append(guess)
    for rivals in claims.values():
        for guess in rivals if len(rivals) > 1 else ():
            others = joined(f"'{clean(other.source)}'" for other in rivals if other is not guess)
            guess.doubts.append(sentence("so may {}", others))


def _needs_datum(guess: _Guess, coordinates: str | None) -> bool:
    """Whether all that a name (longitude) lacked was the statement what the coordinates are."""
    return coordinates not in (None, "layer") and len(guess.options) == 1 and set(guess.options) <= {"x", "y"}


def _decide(found: list[_Guess], rest: list[_Guess], aliases: Aliases) -> tuple[list[Row], str | None]:
    """Rows in the order of the source. A column that is filled or asked about is not asked about again."""
    datum, found = _datum(found, aliases)
    sure = {column for guess in found if not guess.doubts for column in guess.options}
    rows, asked = {}, set()
    for guess in found:
        if not guess.doubts:
            rows[guess.place] = _row(guess, CERTAIN, _REASONS[guess.how])
    for weak in (("exact", "cut", "swapped"), ("perhaps",), ("similar",)):
        batch = [
            (guess, {column: rule for column, rule in guess.options.items() if column not in sure | asked})
            for guess in (*found, *rest)
            if guess.how in weak and guess.place not in rows
        ]
        for guess, options in batch:
            if options:
                why = joined(dict.fromkeys(guess.doubts), "; ") or sentence("the name is only similar")
                rows[guess.place] = _row(replace(guess, options=options), UNSURE, why)
                asked |= set(options) if weak[0] == "similar" else set()
        asked |= {column for _, options in batch for column in options}
    return [rows[place] for place in sorted(rows)], datum


def _datum(found: list[_Guess], aliases: Aliases) -> tuple[str | None, list[_Guess]]:
    """The datum that the names of x and y tell; a half of a pair is in doubt."""
    told = {}
    for guess in found:
        datum = aliases.coordinates.get(guess.reading.core)
        if datum and not guess.doubts:
            told.update(dict.fromkeys(guess.options, (datum, guess)))
    if not told:
        return None, found
    if {"x", "y"} <= set(told) and told["x"][0] == told["y"][0]:
        return told["x"][0], found
    for _, guess in told.values():
        guess.doubts.append(sentence("its other coordinate is not there"))
    return None, found


_REASONS = {
    "exact": sentence("alias"),
    "cut": sentence("alias, name cut at 10 bytes"),
    "swapped": sentence("alias, words swapped"),
    "perhaps": sentence("its coordinates are stated"),
}


def _row(guess: _Guess, certainty: str, reason: str) -> Row:
    if certainty == CERTAIN and guess.reading.cut and guess.how == "exact":
        reason = sentence("alias, unit cut off")
    return Row(guess.source, certainty, reason, tuple(guess.options.items()))


def _unit_note(row: Row) -> str:
    if row.unit is None:
        return ""
    inside = std.REGISTRY[row.column].unit
    return sentence(", {}", inside if inside and units.factor(row.unit, inside) == 1 else row.unit)


def _either(row: Row, table: str) -> str:
    columns = {column.name: column for column in INPUTS[table]}
    shown = [f"{name} ({columns[name].unit})" if columns[name].unit else name for name, _ in row.options]
    return joined(shown, " or ")
