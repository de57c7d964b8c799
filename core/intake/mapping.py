"""From the columns of a source to the standard columns: names, units, kinds.

No row is dropped; a value that cannot be used becomes missing, with a row in the rejects that says why.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd

from ..common import columns as std
from ..common import units
from ..common.columns import INPUTS, Column
from ..common.errors import LandRenewalError, first_ids, joined, sentence
from ..common.headers import fold, same_name
from ..common.wording import unknown
from . import values
from .aliases import load_aliases
from .dates import read_dates, to_year
from .mapping_file import Mapping, Rule, load_mapping, presets, save_mapping
from .suggest import auto_mapping

REJECT_COLUMNS = ["table", "row", "id", "column", "value", "reason"]
# The id column, the prefix of made ids, and what else tells rows of one id apart (a firm has a row a year).
# A park may consist of several polygons and a town of several rows, so their ids repeat by right.
_IDS = {
    "parcels": ("parcel_id", "P", ()),
    "parks": ("park_id", "PK", None),
    "enterprises": ("ent_id", "E", ("year",)),
}
_EXACT_IN_FLOAT = 2**53
_DROPPED = ("fid", "ogc_fid")
_RESULTS = (
    std.LEVEL_RESULT,
    std.CONTROL_RESULT,
    std.DEFICIENCY_RESULT,
    std.GUIDANCE_RESULT,
    std.SCENARIO_RESULT,
)
_REASONS = {
    std.NUMBER: sentence("not a number"),
    std.INTEGER: sentence("not a whole number"),
    std.FLAG: sentence("neither yes nor no"),
    std.DATE: sentence("not a full date"),
}


@dataclass(frozen=True)
class Standardised:
    """``frame``: standard columns first, then the source's others, then the geometry; all rows of the source.

    ``rejects``: one row a value that could not be used (``row`` counts source rows from 1).
    ``notes``: sentences on what was done.
    """

    frame: pd.DataFrame
    rejects: pd.DataFrame
    notes: list[str]


@dataclass
class _Report:
    table: str
    notes: list[str] = field(default_factory=list)
    rejects: list[pd.DataFrame] = field(default_factory=list)

    def reject(self, column: Column, raw: pd.Series, bad: np.ndarray, reason: str) -> None:
        rows = np.flatnonzero(bad)
        if len(rows):
            shown = values.to_text(raw.iloc[rows]).to_numpy(dtype=object)
            reasons = pd.Series([reason] * len(rows), dtype=object)
            self.rejects.append(
                pd.DataFrame({"row": rows + 1, "column": column.name, "value": shown, "reason": reasons})
            )

    def table_of_rejects(self, ids: pd.Series | None) -> pd.DataFrame:
        if not self.rejects:
            return pd.DataFrame(columns=REJECT_COLUMNS)
        found = pd.concat(self.rejects, ignore_index=True).sort_values(
            "row", kind="stable", ignore_index=True
        )
        found["table"] = self.table
        found["id"] = None if ids is None else ids.to_numpy(dtype=object)[found["row"].to_numpy() - 1]
        return found[REJECT_COLUMNS]


def standardise(frame: pd.DataFrame, table: str, mapping: Mapping | None = None) -> Standardised:
    """Fill the standard columns of ``table`` (see `core.common.columns.INPUTS`) from a source.

    A column is filled by its rule in the mapping, else by the source column of the same name (case ignored)
    in the standard unit. With an ``auto`` mapping known aliases fill the rest (see `core.intake.suggest`),
    and what is not certain is asked in the notes. Values in words (国家级, 村庄, 工业用地) are read, with a
    count. Numbers become float64 in the unit of the column, flags ``boolean``, dates ISO text, texts object.
    Missing stays missing; a 0 that means "not surveyed" becomes missing with a note. Other source columns are
    kept behind the standard ones (``<name>_src`` where the name is taken); ``fid`` is dropped. Ids that are
    missing are made, ids that repeat get "#2".

    Raises LandRenewalError when the mapping names a column that the source does not have.

    >>> made = standardise(pd.DataFrame({"Tax": ["1,200", "0", "?"]}), "parcels")
    >>> made.frame["tax"].tolist(), made.frame["parcel_id"].tolist(), made.rejects["reason"].tolist()
    ([1200.0, nan, nan], ['P1', 'P2', 'P3'], ['not a number'])
    """
    mapping = auto_mapping(frame, table, mapping or load_mapping(None))
    report = _Report(table, mapping.notes_of(table))
    geometry = frame.geometry if isinstance(frame, gpd.GeoDataFrame) else None
    attributes = pd.DataFrame(frame.drop(columns=geometry.name) if geometry is not None else frame)
    attributes = attributes.reset_index(drop=True)
    plan = _plan(attributes, table, mapping, report)
    found = {c.name: _fill(c, *plan[c.name], attributes, report) for c in INPUTS[table] if c.name in plan}
    _note_units(table, plan, report)
    ids = _ids(found, table, len(attributes), report)
    if ids is not None:
        found = {ids.name: ids, **{name: series for name, series in found.items() if name != ids.name}}
    found.update(_others(attributes, table, plan, found, geometry, mapping, report))
    made = pd.DataFrame(found, index=pd.RangeIndex(len(attributes)))
    if geometry is not None:
        made[geometry.name] = gpd.GeoSeries(geometry.to_numpy(), crs=geometry.crs)
        made = gpd.GeoDataFrame(made, geometry=geometry.name)
    return Standardised(made, report.table_of_rejects(ids), report.notes)


def _plan(
    frame: pd.DataFrame, table: str, mapping: Mapping, report: _Report
) -> dict[str, tuple[Rule, list[int]]]:
    """The rule and the positions of the source columns of every standard column that can be filled."""
    rules, names = mapping.rules(table), [str(name) for name in frame.columns]
    plan = {}
    for column, rule in rules.items():
        positions = [_position(name, names) for name in rule.sources]
        absent = [name for name, position in zip(rule.sources, positions) if position is None]
        if absent and not rule.optional:
            raise LandRenewalError(
                "The column mapping '{}' fills {}.{} from a column not in the source: {}. Correct it or "
                "choose another mapping.",
                mapping.name,
                table,
                column,
                unknown("column", absent[0], names),
            )
        if absent:
            report.notes.append(sentence("{}: {} is not in the source; left empty.", column, joined(absent)))
        else:
            plan[column] = (rule, positions)
    taken = {position for _, positions in plan.values() for position in positions}
    for column in INPUTS[table]:
        position = _position(column.name, names)
        if column.name not in rules and position is not None and position not in taken:
            plan[column.name] = (Rule(sources=(names[position],)), [position])
    return plan


def _position(wanted: str, names: list[str]) -> int | None:
    if wanted in names:
        return names.index(wanted)
    for form in (str.casefold, same_name):
        folded = [form(name) for name in names]
        if form(wanted) in folded:
            return folded.index(form(wanted))
    return None


def _fill(
    column: Column, rule: Rule, positions: list[int], frame: pd.DataFrame, report: _Report
) -> pd.Series:
    if rule.test:
        return _present(rule, [frame.iloc[:, position] for position in positions])
    constant = pd.Series([rule.constant] * len(frame), dtype=object)
    raw = frame.iloc[:, positions[0]] if positions else constant
    series = _words(column, _recode(column, rule, raw, report), report)
    if column.kind == std.TEXT:
        _note_lost_digits(column, raw, report)
        return _choose(column, values.to_text(series), raw, report)
    if column.kind == std.FLAG:
        series, bad = values.to_flag(series)
    elif column.kind == std.DATE:
        dates = read_dates(series)
        series, bad = dates.text, dates.bad
        report.notes += dates.notes(column.name)
    else:
        return _number(column, rule, series, raw, report)
    report.reject(column, raw, bad, _REASONS[column.kind])
    return series


def _present(rule: Rule, sources: list[pd.Series]) -> pd.Series:
    """True where any source holds something but a "no"; elsewhere False, or <NA> for present_or_unknown."""
    present = np.zeros(len(sources[0]), dtype=bool)
    for source in sources:
        flag = values.to_flag(source)[0]
        says_no = ~flag.fillna(True).to_numpy(dtype=bool)
        present |= values.to_text(source).notna().to_numpy() & ~says_no
    unknown_rest = ~present if rule.test == "present_or_unknown" else np.zeros(len(present), dtype=bool)
    return pd.Series(pd.arrays.BooleanArray(present, unknown_rest))


def _recode(column: Column, rule: Rule, raw: pd.Series, report: _Report) -> pd.Series:
    """Slice, pad, replace by the value list; values not in the list are kept, prefixed or left out."""
    if not (rule.slice or rule.pad or rule.values or rule.prefix_other or rule.other == "null"):
        return raw
    text = values.to_text(raw)
    if rule.slice:
        text = text.str.slice(*rule.slice)
    if rule.pad:
        text = text.str.zfill(rule.pad)
    known = text.isin([old for old, _ in rule.values]).to_numpy(dtype=bool)
    rest = text.notna().to_numpy() & ~known
    out = text.map(dict(rule.values)).to_numpy(dtype=object)
    if rule.other == "keep":
        out[rest] = rule.prefix_other + text.to_numpy(dtype=object)[rest]
    elif rest.any():
        kinds = sorted(set(text[rest]))
        shown = joined(kinds[:8]) + (" ..." if len(kinds) > 8 else "")
        report.notes.append(
            sentence(
                "{}: {} of {} values have no counterpart: {}; left empty.",
                column.name,
                rest.sum(),
                len(text),
                shown,
            )
        )
    return pd.Series(out, dtype=object)


def _words(column: Column, series: pd.Series, report: _Report) -> pd.Series:
    """Values in words read as the standard ones, counted."""
    known = load_aliases().words.get(column.name)
    if not known:
        return series
    text = values.to_text(series)
    unlike = text.notna() & ~text.isin([*column.choices, *known.values()])
    read = text[unlike].map(lambda value: known.get(fold(value))).dropna()
    if read.empty:
        return series
    pairs = (text[read.index] + " -> " + read).value_counts().sort_index()
    shown = joined(f"{pair} ({count})" for pair, count in pairs.items())
    report.notes.append(
        sentence("{}: {} of {} values in words are read: {}.", column.name, len(read), len(text), shown)
    )
    made = series.astype(object).copy()
    made[read.index] = read
    return made


def _choose(column: Column, text: pd.Series, raw: pd.Series, report: _Report) -> pd.Series:
    if not column.choices:
        return text
    canonical = text.str.casefold().map({choice.casefold(): choice for choice in column.choices})
    bad = (text.notna() & canonical.isna()).to_numpy(dtype=bool)
    report.reject(column, raw, bad, sentence("not one of {}", joined(column.choices)))
    return canonical.astype(object).where(canonical.notna(), None)


def _number(column: Column, rule: Rule, series: pd.Series, raw: pd.Series, report: _Report) -> pd.Series:
    stated = rule.unit or column.unit
    is_share = units.compatible(stated, "share")
    if column.name in std.YEARS:
        number, bad = to_year(series)
        report.reject(column, raw, bad, sentence("not a year"))
    else:
        number, bad = values.to_number(series, percent=units.factor("%", stated) if is_share else None)
        if column.kind == std.INTEGER:
            bad |= (number.notna() & (number % 1 != 0)).to_numpy()
        report.reject(column, raw, bad, _REASONS[column.kind])
    if rule.unit:
        number = units.to_internal(number, rule.unit, column.unit)
        _note_conversion(column, rule, report)
    found = number.to_numpy(copy=True)
    found[bad] = np.nan
    if column.minimum is not None:
        low = found < column.minimum
        report.reject(column, raw, low, sentence("below {:g}", column.minimum))
        found[low] = np.nan
    zero = found == 0
    if (rule.zero or column.zero) == "missing" and zero.any():
        report.notes.append(
            sentence(
                "{}: {} of {} values are 0 and taken as not surveyed.",
                column.name,
                zero.sum(),
                len(found),
            )
        )
        found[zero] = np.nan
    _note_percent(column, rule, found, report)
    return pd.Series(found)


def _note_conversion(column: Column, rule: Rule, report: _Report) -> None:
    size = units.factor(rule.unit, column.unit)
    if rule.sources and size != 1:
        report.notes.append(
            sentence(
                "{} = {} x {:.6g} ({} -> {})", column.name, rule.sources[0], size, rule.unit, column.unit
            )
        )


def _note_lost_digits(column: Column, raw: pd.Series, report: _Report) -> None:
    if not pd.api.types.is_float_dtype(raw.dtype):
        return
    long = (raw.abs() >= _EXACT_IN_FLOAT).to_numpy(dtype=bool, na_value=False)
    if long.any():
        report.notes.append(
            sentence(
                "Check: {}: {} values come as decimal numbers of more than 15 digits, so their last digits "
                "are lost (rows {}): have the source keep them as text.",
                column.name,
                long.sum(),
                first_ids(np.flatnonzero(long) + 1),
            )
        )


def _note_percent(column: Column, rule: Rule, found: np.ndarray, report: _Report) -> None:
    known = found[~np.isnan(found)]
    if column.unit == "share" and rule.unit is None and len(known) and np.median(known) > 1:
        report.notes.append(
            sentence(
                "Check: {}: half of the values are above {:g}, but a share is 0 to 1. If the source is in "
                "percent, say unit: '%' in the column mapping.",
                column.name,
                np.median(known),
            )
        )


def _note_units(table: str, plan: dict[str, tuple[Rule, list[int]]], report: _Report) -> None:
    taken = [
        f"{column.name} ({column.unit})"
        for column in INPUTS[table]
        if column.unit not in ("", "ratio", "persons")
        and column.name in plan
        and plan[column.name][0].unit is None
    ]
    if taken:
        report.notes.append(
            sentence("No unit is stated for {}: the unit in brackets is assumed.", joined(taken))
        )


def _ids(found: dict[str, pd.Series], table: str, count: int, report: _Report) -> pd.Series | None:
    if table not in _IDS:
        return None
    name, prefix, besides = _IDS[table]
    ids = found[name].copy() if name in found else pd.Series([None] * count, dtype=object)
    missing = ids.isna().to_numpy()
    if missing.any():
        made = np.array([f"{prefix}{row}" for row in np.flatnonzero(missing) + 1], dtype=object)
        ids[missing] = made
        whole = (
            sentence("there is no id column")
            if name not in found
            else sentence("{} of {} rows have no id", missing.sum(), count)
        )
        report.notes.append(
            sentence("{}: {}; {} to {} are the row numbers of the source.", name, whole, made[0], made[-1])
        )
    if besides is not None:
        ids = _distinct(ids, [found[other] for other in besides if other in found], name, report)
    return ids.rename(name)


def _distinct(ids: pd.Series, besides: list[pd.Series], name: str, report: _Report) -> pd.Series:
    """Ids that repeat get #2, #3 in row order; again where "a#2" was an id of its own."""
    keys = pd.DataFrame({"id": ids, **{str(place): series for place, series in enumerate(besides)}})
    total = 0
    while keys.duplicated().any():
        again = keys.duplicated().to_numpy()
        total = total or int(again.sum())
        order = keys.groupby(list(keys.columns), dropna=False, sort=False).cumcount() + 1
        keys.loc[again, "id"] = keys["id"][again] + "#" + order[again].astype(str)
    if total:
        first = joined(keys["id"][(keys["id"] != ids).to_numpy()].head(3))
        report.notes.append(
            sentence(
                "{}: {} of {} rows repeat an id and were numbered on ({}).",
                name,
                total,
                len(ids),
                first,
            )
        )
    return keys["id"].astype(object)


def _others(frame, table, plan, found, geometry, mapping, report: _Report) -> dict[str, pd.Series]:
    """The source columns that are not (wholly) in a standard column, under names that are free."""
    used = {place for rule, places in plan.values() if not rule.keeps_source for place in places}
    taken = {name.casefold() for name in (*found, *std.names(INPUTS[table]))}
    taken |= {name for group in _RESULTS for name in std.names(group)} if table in _IDS else set()
    taken |= {str(geometry.name).casefold()} if geometry is not None else set()
    others, renamed = {}, []
    for position, name in enumerate(map(str, frame.columns)):
        if position in used or name.casefold() in _DROPPED:
            continue
        free, count = name, 1
        while free.casefold() in taken:
            free = f"{name}_src" if count == 1 else f"{name}_src{count}"
            count += 1
        if free != name:
            renamed.append(f"{name} -> {free}")
        taken.add(free.casefold())
        others[free] = frame.iloc[:, position]
    if renamed:
        report.notes.append(
            sentence("Source columns renamed, because the name is a standard one: {}.", joined(renamed))
        )
    if others and mapping.auto:
        report.notes.append(
            sentence(
                "{} columns are kept as they are and not used: {}.",
                len(others),
                first_ids(others, limit=12),
            )
        )
    return others


__all__ = [
    "Mapping", "Rule", "Standardised", "auto_mapping", "load_mapping", "presets", "save_mapping",
    "standardise",
]  # fmt: skip
