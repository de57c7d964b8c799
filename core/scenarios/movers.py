"""Who moves under a rule, and which receivers are open to them [P 4.2]."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ..common.columns import DEFICIENCY_LAYERS
from ..common.errors import LandRenewalError
from ..common.wording import unknown
from .situation import Move, ScenarioRules, Situation, block_key


def who_moves(move: Move, situation: Situation, rules: ScenarioRules) -> np.ndarray:
    """True for the built industrial parcels that the rule tells to move."""
    facts = situation.facts
    open_ = facts["industrial"].to_numpy(bool) & ~facts["vacant"].to_numpy(bool)
    asked = open_ & meets(move.who, situation, rules)
    if move.near_only:
        rows = np.flatnonzero(asked)
        level = situation.receivers["level"].isin(move.to).to_numpy()
        asked[rows] = (_within(situation, rows, move.within) & level).any(axis=1)
    return asked


def meets(who: str, situation: Situation, rules: ScenarioRules) -> np.ndarray:
    """True for the parcels that meet all conditions of ``who``, which are joined with "+".

    What is not known does not hold. Raises LandRenewalError for a condition that there is not.
    """
    names = [name.strip() for name in who.split("+")]
    wrong = [name for name in names if name not in CONDITIONS]
    if wrong:
        raise LandRenewalError(
            "The rule profile's section 'scenarios' asks who moves with '{}': {}. Join conditions with '+'.",
            who,
            unknown("condition", wrong[0], CONDITIONS),
        )
    return np.all([CONDITIONS[name](situation, rules) for name in names], axis=0)


def _block(situation: Situation, rules: ScenarioRules) -> np.ndarray:
    facts = situation.facts
    block = (facts["level"] == "block").to_numpy()
    if not rules.keep_large_clusters:
        return block
    large = _block_area(facts, block) >= rules.large_cluster_min
    return block & ~((facts["block_kind"] == "cluster").to_numpy() & large)


def _scattered_rural(situation: Situation, rules: ScenarioRules) -> np.ndarray:
    facts = situation.facts
    return (facts["block_kind"] == "scattered").to_numpy() & facts["rural"].to_numpy(bool)


def _small_block(situation: Situation, rules: ScenarioRules) -> np.ndarray:
    block = (situation.facts["level"] == "block").to_numpy()
    return block & (_block_area(situation.facts, block) < rules.small_block_max)


def _certain_scattered(situation: Situation, rules: ScenarioRules) -> np.ndarray:
    scattered = (situation.facts["block_kind"] == "scattered").to_numpy()
    if rules.certain_scattered == "all":
        return scattered
    reasons = ("outside_boundary", "encroaching", "deficient")
    return scattered & np.any([CONDITIONS[name](situation, rules) for name in reasons], axis=0)


def _is(column: str, *values: str):
    return lambda situation, rules: situation.facts[column].isin(values).to_numpy()


def _flag(column: str, wanted: bool = True):
    """Three-valued: what is not known does not hold."""

    def holds(situation: Situation, rules: ScenarioRules) -> np.ndarray:
        return (situation.facts[column].astype("boolean") == wanted).fillna(False).to_numpy(bool)

    return holds


CONDITIONS = {
    "any": lambda situation, rules: np.ones(len(situation.facts), dtype=bool),
    "block": _block,
    "cluster": _is("block_kind", "cluster"),
    "scattered": _is("block_kind", "scattered"),
    "base": _is("level", "base"),
    "community": _is("level", "community"),
    "in_park": lambda situation, rules: situation.facts["park_id"].notna().to_numpy(),
    "rural": _flag("rural"),
    "urban": _flag("rural", False),
    "scattered_rural": _scattered_rural,
    "small_block": _small_block,
    "certain_scattered": _certain_scattered,
    "deficient": _is("deficiency", *DEFICIENCY_LAYERS),
    **{layer: _is("deficiency", layer) for layer in DEFICIENCY_LAYERS},
    "unsafe": _flag("safety_fail"),
    "outside_boundary": _flag("inside_boundary", False),
    "encroaching": _flag("encroaching"),
    "priority_area": _flag("priority_area"),
}


def _block_area(facts: pd.DataFrame, block: np.ndarray) -> np.ndarray:
    """Area of the whole block each parcel belongs to; 0 outside blocks."""
    area = facts["area"].where(block, 0.0)
    return area.groupby(block_key(facts)).transform("sum").to_numpy()


def open_receivers(move: Move, situation: Situation, movers: np.ndarray) -> np.ndarray:
    """Which receivers (columns) each mover (rows: positions in ``movers``) may go to: level, town, distance
    and the parks named.

    Distance is edge to edge from any parcel of the mover's block to the receiver's boundary.
    """
    receivers = situation.receivers
    fits = receivers["level"].isin(move.to).to_numpy() & receivers["qualified"].to_numpy(bool)
    if move.parks:
        fits = fits & receivers["park_id"].isin(move.parks).to_numpy()
    allowed = np.tile(fits, (len(movers), 1))
    if move.same_town:
        town = situation.facts["town"].to_numpy(object)[movers]
        for column, park in enumerate(receivers["park_id"]):
            allowed[:, column] &= pd.Series(town).isin(situation.serves[park]).to_numpy()
    if move.within is not None:
        allowed &= _within(situation, movers, move.within)
    return allowed


def _within(situation: Situation, movers: np.ndarray, distance: float) -> np.ndarray:
    geometry = situation.parcels.geometry.to_numpy()[movers]
    tree = shapely.STRtree(geometry)
    receiver, mover = tree.query(
        situation.receivers.geometry.to_numpy(), predicate="dwithin", distance=distance
    )
    block = block_key(situation.facts)
    close = np.zeros((block.max(initial=-1) + 1, len(situation.receivers)), dtype=bool)
    close[block[movers[mover]], receiver] = True
    return close[block[movers]]
