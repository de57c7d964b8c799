"""What kind of land a parcel is: industrial, vacant, counted in the balance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

UNUSED_STAGES = ("approved", "supplied")


@dataclass(frozen=True)
class LandRules:
    """Section ``land`` of the rule profile: code prefixes."""

    industrial_codes: tuple[str, ...]
    vacant_codes: tuple[str, ...]


def has_code(codes: pd.Series, prefixes: tuple[str, ...]) -> np.ndarray:
    """True where a land use code starts with one of the prefixes; a missing code is no match.

    >>> has_code(pd.Series(["0601", "100101", "0701", None]), ("0601", "1001"))
    array([ True,  True, False, False])
    """
    kinds, values = pd.factorize(codes)
    matches = np.array([str(value).startswith(tuple(prefixes)) for value in values] + [False])
    return matches[kinds]


def industrial(parcels: pd.DataFrame, rules: LandRules) -> np.ndarray:
    """True for industrial parcels. Where the table has no land codes at all, every parcel is taken as
    industrial.
    """
    codes = parcels.get("land_code")
    if codes is None or codes.isna().all():
        return np.ones(len(parcels), dtype=bool)
    return has_code(codes, rules.industrial_codes)


def vacant(parcels: pd.DataFrame, rules: LandRules) -> np.ndarray:
    """True for industrial land without a building on it: approved, or supplied and not built [P 2]."""
    stage = parcels.get("stage", pd.Series(index=parcels.index, dtype=object))
    return industrial(parcels, rules) & stage.isin(UNUSED_STAGES).to_numpy()


def in_balance(parcels: pd.DataFrame, rules: LandRules) -> np.ndarray:
    """True for the land the balance starts from: industrial parcels supplied or built. A missing stage counts
    as built.
    """
    stage = parcels.get("stage", pd.Series(index=parcels.index, dtype=object))
    return industrial(parcels, rules) & (stage != "approved").to_numpy()


def unused_stock(parcels: pd.DataFrame, rules: LandRules) -> np.ndarray:
    """True for land that can receive movers: approved industrial land and vacant land codes.

    Land supplied to a firm but not built is left out: it has a holder and already counts in the balance.
    """
    stage = parcels.get("stage", pd.Series(index=parcels.index, dtype=object))
    approved = industrial(parcels, rules) & (stage == "approved").to_numpy()
    codes = parcels.get("land_code", pd.Series(index=parcels.index, dtype=object))
    return approved | has_code(codes, rules.vacant_codes)
