"""Industrial land against the control lines and the existing plan: what a scenario removes, leaves and adds
[P 4.2].
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..common.columns import CONFLICTS, names
from ..rules.unit_costs import plain
from .balance import STAYING
from .scenarios import Scenario
from .situation import Situation

LINES = ("redline", "farmland", "boundary", "plan")
_HALF = 0.5


def conflict_share(facts: pd.DataFrame, line: str) -> pd.Series:
    """Share of each parcel in conflict; NaN = not checked."""
    if line == "plan":
        return 1.0 - facts["plan_industrial_share"]
    return 1.0 - facts["boundary_share"] if line == "boundary" else facts[f"{line}_share"]


def conflicts(scenario: Scenario, situation: Situation) -> pd.DataFrame:
    """One row a line: conflicts before, removed, left and new, m2, and parcels in conflict.

    Parcels: those that encroach on the line by more than digitising slivers, lie outside the boundary by more
    than half, or are planned as industrial land by less than half. ``new``: land received × the share of what
    the receiver has to offer that goes against the line or plan (see `core.scenarios.situation`). A line that
    was not supplied has no figures. Columns: `core.common.columns.CONFLICTS`.
    """
    facts, receivers = situation.facts, situation.receivers
    counted = facts["in_balance"].to_numpy(bool)
    stays = counted & scenario.fates["fate"].isin(STAYING).to_numpy()
    received = scenario.receivers["received_m2"].to_numpy(float)
    rows = []
    for line in LINES:
        share = conflict_share(facts, line)
        row = {"scenario": scenario.name, "line": line}
        if share[counted].notna().any():
            land, against = (share * facts["area"]).fillna(0.0).to_numpy(), _in_conflict(facts, line, share)
            before, left = float(land[counted].sum()), float(land[stays].sum())
            new = float(np.nansum(received * receivers[f"new_{line}"].to_numpy(float)))
            row.update(before_m2=before, removed_m2=before - left, left_m2=left, new_m2=new)
            row.update(after_m2=left + new, parcels_before=int((against & counted).sum()))
            row["parcels_after"] = int((against & stays).sum())
        rows.append(row)
    table = pd.DataFrame(rows, columns=names(CONFLICTS))
    kinds = {"scenario": object, "line": object}
    return plain(table.astype({name: kinds.get(name, float) for name in table}))


def _in_conflict(facts: pd.DataFrame, line: str, share: pd.Series) -> np.ndarray:
    if line in ("redline", "farmland"):
        return facts[f"{line}_encroaching"].astype("boolean").fillna(False).to_numpy(bool)
    return (share > _HALF).to_numpy()
