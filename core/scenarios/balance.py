"""The land balance of a scenario: maintain total volume, to the square metre [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

STAYING = ("retain", "renew", "merge")


@dataclass(frozen=True)
class Balance:
    """Industrial land before and after, m2. ``vacated`` = reclaimed + reserved + reused."""

    before_m2: float
    reclaimed_m2: float
    reserved_m2: float
    reused_m2: float
    vacated_m2: float
    taken_up_m2: float
    from_vacant_m2: float
    from_expansion_m2: float
    after_m2: float
    quota_freed_m2: float
    residual_m2: float


def arrivals(fates: pd.DataFrame, receivers: pd.DataFrame) -> np.ndarray:
    """True for parcels whose firms arrive at a receiver; a merged id may look like that of a park."""
    return (fates["dest_id"].isin(receivers["park_id"]) & (fates["fate"] != "merge")).to_numpy()


def balance(facts: pd.DataFrame, fates: pd.DataFrame, receivers: pd.DataFrame) -> Balance:
    """Close the books: after = before − vacated + taken up; quota freed = vacated − taken up.

    ``before`` is the industrial land supplied or built. ``after`` is summed on its own, from the parcels that
    stay and the land received, so that ``residual`` = after − (before − vacated + taken up) shows whether
    anything was lost or counted twice. Vacant stock of a receiver is used before its expansion land. Source:
    P 4.2.
    """
    counted = facts["in_balance"].to_numpy(bool)
    area = facts["area"].to_numpy()
    before = float(area[counted].sum())
    use = fates["after_use"]
    left = {
        name: float(area[counted & (use == name).to_numpy()].sum())
        for name in ("reclaim", "reserve", "reuse")
    }
    vacated = sum(left.values())
    stays = counted & fates["fate"].isin(STAYING).to_numpy()
    received = receivers["received_m2"].to_numpy(float)
    taken_up = float(np.nansum(fates["need_m2"].where(arrivals(fates, receivers))))
    from_vacant = float(np.minimum(received, receivers["vacant_capacity_m2"].to_numpy(float)).sum())
    after = float(area[stays].sum() + received.sum())
    return Balance(
        before_m2=before,
        reclaimed_m2=left["reclaim"],
        reserved_m2=left["reserve"],
        reused_m2=left["reuse"],
        vacated_m2=vacated,
        taken_up_m2=taken_up,
        from_vacant_m2=from_vacant,
        from_expansion_m2=taken_up - from_vacant,
        after_m2=after,
        quota_freed_m2=vacated - taken_up,
        residual_m2=after - (before - vacated + taken_up),
    )
