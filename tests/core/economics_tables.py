"""A district of ten parcels whose cash flow is worked by hand in docs/worked-example.md, and builders."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
from helpers import profile

from land_renewal.core.economics.economics import Play, evaluate
from land_renewal.core.rules.unit_costs import EconomicRules, unit_costs

HA = 1e4
# Money per hectare (10k CNY), as on the page; inside the code it is per km2.
PER_HA = {
    "land_right": 300, "land_right_collective": 100, "buildings": 1000, "demolition": 60, "reclamation": 75,
    "remediation": 800, "land_preparation": 200, "premises": 1500, "receiver_land": 300, "renovation": 150,
    "merging": 50, "land_sale": 900, "quota": 400, "surcharge_deficient": 4, "surcharge_idle": 15,
}  # fmt: skip
SHARES = {"equipment": 0.1, "downtime": 0.2, "value_added": 0.2, "standstill": 0.25, "output_uplift": 1.2,
          "plot_ratio": 0.5, "contaminated_share": 0.1, "collective_share": 0.0}  # fmt: skip
PHASES = tuple({"phase": name, "first": year, "last": year} for name, year in
               (("near", 2026), ("medium", 2027), ("long", 2029)))  # fmt: skip
_PARCELS = """
id  ha  use    kind   class      supplied floor assets output tax jobs dirty phase  fate     after   dest need
P1  2   urban  .      none       2010     1     900    3000   150 90   no    medium retain   .       .    .
P2  1   urban  .      efficiency 2010     0.5   400    600    20  40   no    near   renew    .       .    .
P3  0.5 rural  .      none       .        0.2   100    200    8   10   no    near   merge    .       M    .
P4  0.5 rural  .      none       .        0.2   100    200    8   10   no    near   merge    .       M    .
P5  2   urban  .      none       2006     1     2000   4000   200 100  no    near   relocate reuse   B    1.6
P6  1   rural  .      equity     .        0.5   500    800    30  20   no    medium relocate reclaim B    1
P7  1   rural  .      quality    .        .     600    1000   40  30   no    long   relocate reserve B    0.8
P8  1   rural  .      green      .        0.4   300    400    10  15   yes   near   reclaim  reclaim .    .
P9  1   urban  vacant unknown    2016     .     .      .      .   .    no    medium reserve  reserve .    .
P10 1   rural  .      none       .        0.5   200    500    12  25   no    long   retain   .       .    .
"""


@cache
def _rows():
    lines = [line.split() for line in _PARCELS.strip().splitlines()]
    return pd.DataFrame(lines[1:], columns=lines[0]).replace(".", None)


def _numbers(name):
    return pd.to_numeric(_rows()[name]).to_numpy(float)


def ten_facts():
    rows = _rows()
    return pd.DataFrame(
        {
            "parcel_id": rows["id"], "area": _numbers("ha") * HA, "in_balance": True,
            "vacant": rows["kind"] == "vacant", "urban_rural": rows["use"], "deficiency": rows["class"],
            "supply_date": pd.to_datetime(rows["supplied"] + "-06-30"), "floor_m2": _numbers("floor") * HA,
            "fixed_assets": _numbers("assets"), "output": _numbers("output"), "tax": _numbers("tax"),
            "jobs": _numbers("jobs"), "contaminated": (rows["dirty"] == "yes").astype("boolean"),
            "town": ["N"] * 5 + ["S"] * 5,
            "park_id": ["B", "B", *[None] * 8],
        }
    )  # fmt: skip


def ten_fates():
    rows = _rows()
    return pd.DataFrame(
        {"fate": rows["fate"], "fate_reason": None, "after_use": rows["after"], "dest_id": rows["dest"],
         "phase": rows["phase"].where(rows["fate"] != "retain", None), "need_m2": _numbers("need") * HA,
         "distance_m": np.nan, "cost": np.nan}
    )  # fmt: skip


def ten_receivers():
    return pd.DataFrame({"park_id": ["B"], "received_m2": [3.4 * HA]})


def ten_rules(**changes):
    given = {"base_year": 2025, "horizon": 2030, "phases": PHASES,
             "surcharge_classes": ("efficiency", "equity"),
             "public_welfare": False, "discount_rate": 0.08, "land_term": 50.0, **changes}  # fmt: skip
    return replace(economic_rules(), **given)


def ten_costs(**changes):
    values = {**{item: value * 100.0 for item, value in PER_HA.items()}, **SHARES, **changes}
    return unit_costs(profile()).with_values(**values)


def economic_rules(**changes):
    return replace(profile().params(EconomicRules, "economics"), **changes)


def ten_plays():
    quiet = ten_fates().assign(fate="retain", after_use=None, dest_id=None, phase=None, need_m2=np.nan)
    return [
        Play("status_quo", quiet, ten_receivers().assign(received_m2=0.0)),
        Play("large_concentration", ten_fates(), ten_receivers()),
    ]


def ten(costs=None, rules=None, **more):
    """The ten parcels, priced."""
    return evaluate(ten_facts(), ten_plays(), rules or ten_rules(), costs or ten_costs(), **more)
