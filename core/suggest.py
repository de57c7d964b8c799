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

from . import columns as std
from . import units, values
from .aliases import Aliases, Index, load_aliases
from .columns import INPUTS, Column
from .errors import LandRenewalError
from .headers import Reading, clean, fold, is_code, readings, same_name
from .mapping_file import Mapping, Rule
from .space import work_crs

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
# What a measured polygon can tell the unit of, and the units it is tried against.
_MEASURED = {"stated_m2": "m2", "approved_km2": "km2"}
_AREA_UNITS = ("m2", "mu", "ha", "km2", "sqft")
_FIT = 1.15


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
    """What the names and values of a table say. ``coordinates``: the datum of x and y, where names tell it."""

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
        said = [f"{row.column} = {clean(row.source)}: {row.reason}{_unit_note(row)}" for row in self.certain]
        if self.coordinates:
            said.append(f"x and y are read as {self.coordinates} degrees, as their names say.")
        asked = [
            f"Column '{clean(row.source)}' may be {_either(row, self.table)}: {row.reason}; not used. Name it in a"
            " column mapping."
            for row in self.unsure
        ]
        more = len(asked) - _MOST_QUESTIONS
        return said + asked[:_MOST_QUESTIONS] + ([f"{more} more columns are not certain."] if more > 0 else [])


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
    not ``auto``. Names and at most 200 rows, evenly spread, are looked at.
    """
    if not base.auto:
        return base
    geometry = frame.geometry if isinstance(frame, gpd.GeoDataFrame) else None
    attributes = pd.DataFrame(frame.drop(columns=geometry.name) if geometry is not None else frame)
    names = list(map(str, attributes.columns))
    rows = np.unique(np.linspace(0, max(len(frame) - 1, 0), min(len(frame), SAMPLE)).astype(int))
    rules = base.rules(table)
    used = [source for rule in rules.values() for source in rule.sources]
    found = suggest(
        names, attributes.iloc[rows], table, filled=tuple(rules), used=used,
        measured=_measure(geometry.iloc[rows]) if geometry is not None else None,
        coordinates=base.coordinates(table),
    )  # fmt: skip
    own = _own_names(names, table, set(rules), {same_name(name) for name in used})
    filled = {**own, **rules, **{row.column: row.options[0][1] for row in found.certain}}
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


def layer_kind(name: str, layers: dict[str, tuple[str, ...]]) -> str | None:
    """The kind of layer a name tells: a code as a word of its own, or Chinese words in it; None: it does not.

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
    doubts = [] if None not in options else ["the name is cut and may be something else"]
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
            guess.doubts.append("the name alone does not tell")
        elif len(guess.options) > 1:
            guess.doubts.append("the name fits both" if len(guess.options) == 2 else "the name fits all of them")
        if guess.reading.extra:
            guess.doubts.append(f"'{guess.reading.extra}' in its name is not known")
        for column in guess.options:
            guess.doubts += _doubts(columns[column], guess, sample, aliases, measured)
            if guess.how != "perhaps":
                claims.setdefault(column, []).append(guess)
    for rivals in claims.values():
        for guess in rivals if len(rivals) > 1 else ():
            others = ", ".join(f"'{clean(other.source)}'" for other in rivals if other is not guess)
            guess.doubts.append(f"so may {others}")


def _needs_datum(guess: _Guess, coordinates: str | None) -> bool:
    """Whether all that a name (longitude) lacked was the statement what the coordinates are."""
    return coordinates not in (None, "layer") and len(guess.options) == 1 and set(guess.options) <= {"x", "y"}


def _doubts(column: Column, guess: _Guess, sample: pd.Series, aliases: Aliases, measured) -> list[str]:
    text = values.to_text(sample)
    known = text.notna().to_numpy()
    rule = guess.options[column.name]
    if column.kind == std.TEXT:
        return _text_doubts(column, rule, text[known], aliases)
    if column.kind == std.FLAG:
        words = text[known].map(fold).isin(aliases.words.get(column.name, {})).to_numpy(dtype=bool)
        bad = values.to_flag(text[known])[1] & ~words
        return ["most values are neither yes nor no"] if 2 * bad.sum() > len(bad) else []
    if column.kind == std.DATE:
        bad = values.to_date_text(text[known])[1]
        return ["most values are not full dates"] if 2 * bad.sum() > len(bad) else []
    number, bad = values.to_number(sample)
    if known.any() and 2 * bad.sum() > known.sum():
        return ["most values are not numbers"]
    return _unit_doubts(column, rule, guess, number.abs().to_numpy(), aliases, measured)


def _text_doubts(column: Column, rule: Rule, text: pd.Series, aliases: Aliases) -> list[str]:
    if not column.choices or not len(text):
        return []
    listed = text.isin([old for old, _ in rule.values]).to_numpy(dtype=bool)
    folded = text.map(fold)
    words = {*aliases.words.get(column.name, {}), *map(fold, column.choices)}
    strange = ~(listed | folded.isin(words).to_numpy(dtype=bool))
    if rule.other == "null" or 2 * strange.sum() <= len(text):
        return []
    shown = ", ".join(sorted(set(text[strange]))[:3])
    return [f"most values ({shown}) are not known"]


def _unit_doubts(column, rule: Rule, guess: _Guess, number: np.ndarray, aliases, measured) -> list[str]:
    if rule.unit and not units.compatible(rule.unit, column.unit or "ratio"):
        return [f"its unit {rule.unit} is no unit of {column.name} ({column.unit or 'no unit'})"]
    if column.name in _MEASURED and measured is not None:
        doubt, proved = _measured_doubt(column, rule, number, measured)
        if doubt or proved:
            return [doubt] if doubt else []
    low, high = aliases.usual.get(column.name, (0.0, np.inf))
    number = number[number > 0]
    if rule.unit or not len(number) or low <= np.median(number) < high:
        return []
    lost = "the unit in its name was cut off" if guess.reading.cut else "its name states no unit"
    return [
        f"{lost}, and half of the values are above {np.median(number):.6g}, unusual in {column.unit}"
        if np.median(number) >= high
        else f"{lost}, and half of the values are at most {np.median(number):.6g}, unusual in {column.unit}"
    ]


def _measured_doubt(column, rule: Rule, number: np.ndarray, measured) -> tuple[str, bool]:
    """What the measured areas say of the unit: a doubt, or that it is right."""
    usable = (number > 0) & (measured > 0)
    if not usable.any():
        return "", False
    ratio = float(np.median(measured[usable] / number[usable]))
    unit = rule.unit or column.unit
    if max(ratio / units.factor(unit, "m2"), units.factor(unit, "m2") / ratio) < _FIT:
        return "", True
    fit = [u for u in _AREA_UNITS if max(ratio / units.factor(u, "m2"), units.factor(u, "m2") / ratio) < _FIT]
    return (f"the measured areas say its unit is {fit[0]}, not {unit}" if fit else ""), False


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
                why = "; ".join(dict.fromkeys(guess.doubts)) or "the name is only similar"
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
        guess.doubts.append("its other coordinate is not there")
    return None, found


_REASONS = {
    "exact": "alias",
    "cut": "alias, name cut at 10 bytes",
    "swapped": "alias, words swapped",
    "perhaps": "its coordinates are stated",
}


def _row(guess: _Guess, certainty: str, reason: str) -> Row:
    if certainty == CERTAIN and guess.reading.cut and guess.how == "exact":
        reason = "alias, unit cut off"
    return Row(guess.source, certainty, reason, tuple(guess.options.items()))


def _unit_note(row: Row) -> str:
    if row.unit is None:
        return ""
    inside = std.REGISTRY[row.column].unit
    return f", {inside if inside and units.factor(row.unit, inside) == 1 else row.unit}"


def _either(row: Row, table: str) -> str:
    columns = {column.name: column for column in INPUTS[table]}
    shown = [f"{name} ({columns[name].unit})" if columns[name].unit else name for name, _ in row.options]
    return " or ".join(shown)
