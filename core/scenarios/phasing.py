"""When each change of a scenario happens: near, medium or long term [P 4.1, 4.2]."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..common.columns import PHASES
from .movers import meets
from .situation import ScenarioRules, Situation


def phases(fate: pd.Series, situation: Situation, rules: ScenarioRules) -> pd.Series:
    """The phase of every parcel whose fate is not plain retain; None for the others.

    The horizon of the guidance, kept between ``earliest`` and ``latest`` of the first row of
    ``rules.phasing`` that fits the fate and the condition; ``rules.phase_unknown`` without a horizon. Source:
    P 4.1 (remediation in the near term, reserve in the medium and long term); the rows are in the profile.
    """
    order = {name: place for place, name in enumerate(PHASES)}
    horizon = situation.facts["horizon"].map(order).astype(float)
    place = horizon.fillna(order[rules.phase_unknown]).to_numpy()
    changes = (fate.notna() & (fate != "retain")).to_numpy()
    open_ = changes.copy()
    for row in rules.phasing:
        rows = open_ & (fate == row["fate"]).to_numpy()
        rows &= meets(row["who"], situation, rules)
        lowest, highest = order.get(row.get("earliest"), 0), order.get(row.get("latest"), len(PHASES) - 1)
        place[rows] = np.clip(place[rows], lowest, highest)
        open_ &= ~rows
    found = pd.Series(None, index=fate.index, dtype=object)
    found[changes] = np.array(PHASES, dtype=object)[place[changes].astype(int)]
    return found
