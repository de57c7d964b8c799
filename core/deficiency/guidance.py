"""Advice for every industrial parcel: three levels × five classes, then the special cases [P 4.1]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import LandRenewalError, joined, sentence
from ..common.industry import classify, expand_divisions
from ..levels.land import UNUSED_STAGES

ADVICE = ("measure", "priority", "horizon", "direction")
_STEPS_UP = {"low": "medium", "medium": "high", "high": "high"}


@dataclass(frozen=True)
class GuidanceRules:
    """Section ``guidance`` of the rule profile. Shares 0-1; ``matrix`` and ``modifiers`` are its tables, row
    by row.
    """

    reclaim_share: float
    reclaim_applies_to: str
    urban_rural_unknown: str
    light_divisions: tuple[str, ...]
    heavy_divisions: tuple[str, ...]
    matrix: tuple[dict, ...]
    modifiers: tuple[dict, ...]


def guide(
    parcels: pd.DataFrame,
    levels: pd.DataFrame,
    control: pd.DataFrame,
    deficiency: pd.DataFrame,
    industrial: np.ndarray,
    rules: GuidanceRules,
    land: pd.DataFrame | None = None,
    industry: pd.Series | None = None,
    rigid_lines: tuple[str, ...] = ("redline", "farmland"),
    language: str = "en",
) -> pd.DataFrame:
    """Measure, text, priority, horizon and direction for every industrial parcel.

    The row of ``rules.matrix`` for the parcel's level and class comes first; then each modifier of
    ``rules.modifiers`` whose condition holds adds its sentence. For measure, priority, horizon and direction
    the first modifier that states one decides. A condition that cannot be told (a line not supplied, heritage
    not known) does not hold. Parcels whose advice a modifier replaces (reclaimed or withdrawn) get only the
    modifiers that still make sense there.

    Parameters, all aligned with the parcels: ``levels`` (level, block_kind), ``control`` (as from
    `core.levels.controllines.control_shares`), ``deficiency`` (deficiency, green_fail), ``industry`` (GB/T
    4754 code that stands for the parcel; default: its own). ``land``: occupancies with ent_id, parcel_id,
    land_m2, for the reclaim rule on the total land of a firm. ``language``: en or zh, for ``measure_text``.

    Returns the columns of `core.common.columns.GUIDANCE_RESULT`; rows of non-industrial parcels are empty.
    Source: P 4.1, the scattered urban row and all priorities and horizons are own defaults.
    """
    industrial = np.asarray(industrial, dtype=bool)
    reclaim = rigid_reclaim(parcels, control, land, deficiency, industrial, rules, rigid_lines)
    rows = row_keys(parcels, levels, rules)
    result = _from_matrix(rows, deficiency["deficiency"], rules.matrix, language)
    codes = classify(industry if industry is not None else _column(parcels, "industry"))
    holds = _conditions(parcels, levels, control, deficiency, rows, codes["division"], reclaim, rules)
    result = _modified(result, holds, rules.modifiers, language)
    for values in result.values():
        values[~industrial] = None
    # Without the explicit type, newer pandas would turn None into NaN.
    frame = pd.DataFrame(
        {name: pd.Series(values, index=parcels.index, dtype=object) for name, values in result.items()}
    )
    return frame[["measure", "measure_text", *ADVICE[1:]]].assign(reclaim=reclaim)


def reclaim_notes(reclaim: pd.Series, deficiency: pd.DataFrame) -> list[str]:
    """What to tell the user where land is reclaimed that the paper does not speak of [P 4.1]."""
    wider = _sure(reclaim) & ~_sure(deficiency["green_fail"])
    if not wider.any():
        return []
    return [
        sentence(
            "{} of {} parcels to be reclaimed are not green-deficient. The paper says it of green-deficient "
            "enterprises; guidance.reclaim_applies_to: green keeps to that.",
            wider.sum(),
            _sure(reclaim).sum(),
        )
    ]


def rigid_reclaim(
    parcels: pd.DataFrame,
    control: pd.DataFrame,
    land: pd.DataFrame | None,
    deficiency: pd.DataFrame,
    industrial: np.ndarray,
    rules: GuidanceRules,
    rigid_lines: tuple[str, ...] = ("redline", "farmland"),
) -> pd.Series:
    """Whether rigid control covers more than ``reclaim_share`` of a parcel, or of all land of one of its
    firms.

    Strictly more; either is enough [P 4.1]. Yes as soon as the supplied lines say so; otherwise unknown while
    a rigid line was not supplied. With ``reclaim_applies_to`` = green, only land that fails the green test.
    Unknown for non-industrial parcels. ``rigid_lines`` as in the section ``control`` of the profile.
    """
    share = _numbers(control, "rigid_share")
    complete = np.ones(len(parcels), dtype=bool)
    for line in rigid_lines:
        complete &= ~np.isnan(_numbers(control, f"{line}_share"))
    share = share if rigid_lines else np.zeros(len(parcels))
    over = _above(share, rules.reclaim_share, complete & ~np.isnan(share))
    if land is not None and len(land):
        over = over | _firms_over(parcels, share, complete, land, rules.reclaim_share)
    if rules.reclaim_applies_to == "green":
        over = over & deficiency["green_fail"].astype("boolean").array
    over = over.copy()
    over[~np.asarray(industrial, dtype=bool)] = pd.NA
    return pd.Series(over, index=parcels.index, name="reclaim")


def row_keys(parcels: pd.DataFrame, levels: pd.DataFrame, rules: GuidanceRules) -> np.ndarray:
    """The level row of the matrix: base, community, cluster_block, scattered_rural, scattered_urban; None
    without a level.

    A block that is not a cluster is scattered; where urban or rural is not known, ``urban_rural_unknown``
    decides.
    """
    level = _column(levels, "level").to_numpy(dtype=object)
    kind = _column(levels, "block_kind")
    side = _column(parcels, "urban_rural")
    side = side.where(side.isin(["urban", "rural"]), rules.urban_rural_unknown).astype(str)
    scattered = ("scattered_" + side).to_numpy(dtype=object)
    blocks = np.where((kind == "cluster").to_numpy(dtype=bool), "cluster_block", scattered)
    return np.where(level == "block", blocks, level)


def _firms_over(parcels, share, complete, land: pd.DataFrame, limit: float) -> pd.arrays.BooleanArray:
    """Per parcel: whether one of its firms has more than ``limit`` of its total land under rigid control."""
    position = pd.Index(parcels["parcel_id"]).get_indexer(land["parcel_id"])
    usable = (position >= 0) & land["ent_id"].notna().to_numpy() & (land["land_m2"] > 0).to_numpy()
    # By firm and parcel_id, so that the sums do not depend on the order of the rows.
    rows = land[usable].assign(position=position[usable]).sort_values(["ent_id", "parcel_id"], kind="stable")
    place, amount = rows["position"].to_numpy(), rows["land_m2"].to_numpy(dtype=float)
    firm, firms = pd.factorize(rows["ent_id"])
    known = complete[place] & ~np.isnan(share[place])
    total = np.bincount(firm, weights=amount, minlength=len(firms))
    covered = np.bincount(firm, weights=amount * np.nan_to_num(share[place]), minlength=len(firms))
    all_known = np.bincount(firm, weights=~known, minlength=len(firms)) == 0
    over = _above(covered / np.where(total > 0, total, np.nan), limit, all_known)[firm]
    yes = np.bincount(place, weights=over.to_numpy(dtype=float, na_value=0.0), minlength=len(parcels)) > 0
    unknown = np.bincount(place, weights=np.asarray(over.isna(), dtype=float), minlength=len(parcels)) > 0
    return pd.arrays.BooleanArray(yes, unknown & ~yes)


def _above(share: np.ndarray, limit: float, known: np.ndarray) -> pd.arrays.BooleanArray:
    """Above the limit: yes, else unknown where not all is known. Equal up to rounding is not above."""
    with np.errstate(invalid="ignore"):
        over = share > limit + 1e-9
    return pd.arrays.BooleanArray(over, ~over & ~known)


def _from_matrix(
    rows: np.ndarray, classes: pd.Series, matrix: tuple[dict, ...], language: str
) -> dict[str, np.ndarray]:
    """The advice of the matrix for each parcel, by column; empty where level or class is."""
    keys = {(row["level"], row["class"]): position for position, row in enumerate(matrix)}
    pairs = list(zip(rows, classes.to_numpy(dtype=object)))
    missing = sorted(
        {pair for pair in set(pairs) if pair not in keys and None not in pair and pair[1] == pair[1]}
    )
    if missing:
        level, name = missing[0]
        raise LandRenewalError(
            "The guidance matrix has no row for level '{}' and class '{}': add it.",
            level,
            name,
        )
    place = np.array([keys.get(pair, -1) for pair in pairs], dtype=np.int64)
    columns = {
        "measure": "measure",
        "measure_text": f"text_{language}",
        **{name: name for name in ADVICE[1:]},
    }
    return {
        name: _objects([row[source] for row in matrix] + [None])[place] for name, source in columns.items()
    }


def _conditions(
    parcels, levels, control, deficiency, rows, division, reclaim, rules: GuidanceRules
) -> dict[str, np.ndarray]:
    """Which parcels each modifier is about. Unknown does not hold."""
    reclaimed = _sure(reclaim)
    farmland, rigid = _numbers(control, "farmland_share"), _numbers(control, "rigid_share")
    with np.errstate(invalid="ignore"):
        mostly_farmland = 2 * farmland > rigid
    encroaching = _sure(_column(control, "redline_encroaching")) | _sure(
        _column(control, "farmland_encroaching")
    )
    inside = _column(control, "inside_boundary")
    block = (_column(levels, "level") == "block").to_numpy(dtype=bool)
    efficiency = (deficiency["deficiency"] == "efficiency").to_numpy(dtype=bool)
    scattered = np.isin(rows.astype(str), ["scattered_rural", "scattered_urban"])
    # A scattered rural block is to be given up: advice on how to grow there would contradict its row.
    grows = efficiency & (rows != "scattered_rural")
    unused = _column(parcels, "stage").isin(UNUSED_STAGES) & (deficiency["deficiency"] != "green")
    unused = unused.to_numpy(dtype=bool)
    side_known = _column(parcels, "urban_rural").isin(["urban", "rural"]).to_numpy()
    return {
        "reclaim_farmland": reclaimed & mostly_farmland,
        "reclaim_green": reclaimed & ~mostly_farmland,
        "rural_encroaching": (rows == "scattered_rural") & encroaching & ~reclaimed,
        "unused_in_park": unused & ~block,
        "unused_block": unused & block,
        "block_outside_boundary": block & _sure(~inside.astype("boolean")),
        "park_inside_boundary": ~block & _sure(inside),
        "light_industry": grows & division.isin(expand_divisions(rules.light_divisions)).to_numpy(),
        "heavy_industry": grows & division.isin(expand_divisions(rules.heavy_divisions)).to_numpy(),
        "heritage": _sure(_column(parcels, "heritage")),
        "contaminated": _sure(_column(parcels, "contaminated")),
        "urban_rural_unknown": scattered & ~side_known,
        "reclaim_unknown": reclaim.isna().to_numpy(),
    }


def _modified(advice: dict, holds: dict, modifiers: tuple[dict, ...], language: str) -> dict[str, np.ndarray]:
    """Apply the modifiers in their order to the rows that have advice."""
    columns = {name: values.copy() for name, values in advice.items()}
    advised = columns["measure"] != np.array(None)
    decided = {name: np.zeros(len(advised), dtype=bool) for name in ADVICE}
    withdrawn = np.zeros(len(advised), dtype=bool)
    for modifier in modifiers:
        condition = modifier["condition"]
        if condition not in holds:
            raise LandRenewalError(
                "The guidance modifier '{}' is not known: use one of {}.",
                condition,
                joined(holds),
            )
        if not modifier["enabled"]:
            continue
        here = advised & holds[condition]
        if not modifier["on_withdrawn"]:
            here &= ~withdrawn
        _set_advice(columns, decided, modifier, here)
        text = modifier[f"text_{language}"]
        old = columns["measure_text"][here]
        gap = " " if language == "en" else ""
        columns["measure_text"][here] = text if modifier["replaces"] else old + (gap + text)
        if modifier["replaces"]:
            withdrawn |= here
    return columns


def _set_advice(columns: dict, decided: dict, modifier: dict, here: np.ndarray) -> None:
    for name in ADVICE:
        value = modifier[name]
        rows = here & ~decided[name]
        if value is None or not rows.any():
            continue
        if value == "up":
            columns[name][rows] = [_STEPS_UP[old] for old in columns[name][rows]]
        else:
            columns[name][rows] = value
        decided[name] |= rows


def _sure(flags: pd.Series) -> np.ndarray:
    return flags.astype("boolean").fillna(False).to_numpy(dtype=bool)


def _numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    return _column(frame, name).astype(float).to_numpy(dtype=float)


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame else pd.Series(None, index=frame.index, dtype=object)


def _objects(values: list) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
