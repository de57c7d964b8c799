"""The level of a park as a table: by administrative level, kind of zone and area, for look-ups one by one."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..common.columns import ADMIN_LEVELS, ZONE_TYPES
from .levels import LevelRules, park_levels

_APART = 4.0


@dataclass(frozen=True)
class LevelTable:
    """``limits``: the two areas (m2) at which levels change. ``levels``: for every pair of administrative
    level and zone type (None: not known) the level up to the first limit, up to the second, above it.
    """

    limits: tuple[float, float]
    levels: dict[tuple[str | None, str | None], tuple[str, str, str]]

    def level(self, area: float | None, admin_level: str | None, zone_type: str | None) -> str | None:
        """base, community or block. None where it depends on an area that is not known."""
        steps = self.levels[admin_level, zone_type]
        if area is None or area != area:
            return steps[0] if len(set(steps)) == 1 else None
        return steps[sum(area > limit for limit in self.limits)]


def level_table(rules: LevelRules) -> LevelTable:
    """Ask `core.levels.levels.park_levels` once about every case.

    Each case stands for itself: that a park lies inside a zone of base status cannot be told from these three
    facts. Source: P 3.1.
    """
    lower, upper = sorted((rules.base_min_area, rules.community_min_area))
    areas = (lower / 2, (lower + upper) / 2, 2 * upper + 1)
    cases = list(itertools.product((*ADMIN_LEVELS, None), (*ZONE_TYPES, None), areas))
    side = np.sqrt([area for _, _, area in cases])
    left = np.arange(len(cases)) * _APART * side.max()
    table = pd.DataFrame(cases, columns=["admin_level", "zone_type", "area"]).astype(
        {"admin_level": object, "zone_type": object}
    )
    table["park_id"] = [f"{number:03d}" for number in range(len(cases))]
    parks = gpd.GeoDataFrame(table, geometry=shapely.box(left, 0, left + side, side))
    found = park_levels(parks, rules)["level"].tolist()
    pairs = [(admin, zone) for admin, zone, _ in cases[:: len(areas)]]
    steps = [tuple(found[start : start + 3]) for start in range(0, len(found), 3)]
    return LevelTable((lower, upper), dict(zip(pairs, steps)))
