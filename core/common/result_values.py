"""What the codes in the result tables mean. Codes stay codes in the data, so that scripts can rely on them.

Standard library only. Codes of an open list (indicators, items) are named in another column of their table.
"""

from __future__ import annotations

from .columns import FATES

_SCENARIO = {
    "status_quo": "Status quo",
    "large_concentration": "Large concentration",
    "small_clustering": "Small clustering",
    "clustering_with_parks": "Small clustering with parks",
    "custom": "Custom scenario",
}
_PARTY = {
    "government": "Government",
    "enterprise": "Enterprises",
    "collective": "Collectives",
    "market": "Market",
}
_TERM = {"near": "Near term", "medium": "Medium term", "long": "Long term"}
_FATE = (
    "Stays as it is", "Renewed in place", "Merged with neighbours", "Moves to a park",
    "Cleared: back to farmland or green", "Land reserve",
)  # fmt: skip
_LINE = {
    "redline": "Ecological red line",
    "farmland": "Permanent basic farmland",
    "boundary": "Urban development boundary",
    "plan": "Existing plan",
}
_TABLE = {
    "parcels": "Parcels", "parks": "Parks", "enterprises": "Enterprises",
    "occupancy": "Enterprises on parcels", "towns": "Towns", "pois": "Points of interest", "roads": "Roads",
    "benchmarks": "Benchmarks", "experts": "Judgements of experts", "locks": "Locks",
}  # fmt: skip

# column: code: what it means
VALUES: dict[str, dict[str, str]] = {
    "level": {"base": "Industrial base", "community": "Industrial community", "block": "Industrial block"},
    "block_kind": {"cluster": "Cluster block", "scattered": "Scattered block"},
    "urban_rural": {"urban": "Urban", "rural": "Rural"},
    "stage": {"approved": "Approved, not supplied", "supplied": "Supplied, not built", "built": "Built"},
    "admin_level": {
        "national": "National level",
        "provincial": "Provincial level",
        "municipal": "Municipal level",
        "county": "County level",
        "town": "Town level",
    },
    "zone_type": {
        "economic": "Economic development zone",
        "hightech": "High-tech zone",
        "other": "Other park",
    },
    "deficiency": {
        "green": "Green-deficient",
        "efficiency": "Efficiency-deficient",
        "quality": "Quality-deficient",
        "equity": "Equity-deficient",
        "safety": "Safety alert",
        "none": "No deficiency found",
        "unknown": "Not enough data",
    },
    # Those of the default profile; others are shown as their codes, with the text beside them.
    "measure": {
        "comply": "Compliance: rectify in place",
        "phase_out": "Phase out",
        "rebuild_in_part": "Rebuild in part",
        "reclaim": "Back to farmland or green",
        "rectify_or_exit": "Rectify or exit",
        "remediate_then_reserve": "Remediate, then reserve",
        "retain": "Retain",
        "retain_and_merge": "Retain and merge",
        "supervise": "Supervise unused land",
        "survey": "Survey first",
        "tax_incentive": "Tax incentive",
        "upgrade_or_hand_over": "Upgrade or hand over",
        "withdraw": "Withdraw",
    },
    "priority": {"high": "High", "medium": "Medium", "low": "Low"},
    "horizon": _TERM,
    "phase": _TERM,
    "fate": dict(zip(FATES, _FATE)),
    "fate_reason": {
        "no_reason_to_change": "No rule of the scenario asks for a change",
        "status_quo": "Nothing changes",
        "vacant": "Vacant land outside parks",
        "small_neighbours": "Small parcels side by side",
        "too_little_to_merge": "Too little land beside it to merge",
        "moves_to_receiver": "A rule of the scenario moves it, and there is room",
        "no_receiver": "It should move, but no park may receive it",
        "no_capacity": "It should move, but no park has room left",
        "rigid_control": "Rigid control covers more than the limit",
        "locked": "A lock says so",
        "unsafe": "It fails the safety test and may not move into a park",
        "sector": "No park within the rules lists its industry",
        "forbidden": "Locks forbid or close the parks it could go to",
        "limit": "The limits of the scenario are reached",
        "deficient_green": "Green-deficient",
        "deficient_efficiency": "Efficiency-deficient",
        "deficient_quality": "Quality-deficient",
        "deficient_equity": "Equity-deficient",
        "deficient_safety": "Safety alert",
    },
    "after_use": {"reclaim": "Back to farmland or green", "reserve": "Land reserve", "reuse": "Used again"},
    "scenario": _SCENARIO,
    "against": _SCENARIO,
    "line": _LINE,
    "unit_kind": {"district": "Whole district", "level": "Level", "park": "Park"},
    "verdict": {
        "better": "Better than the reference",
        "near": "Near the reference",
        "worse": "Worse than the reference",
    },
    "rests_on": {"area": "Land", "enterprises": "Enterprises"},
    "scope": {"national": "National level", "city": "City level", "target": "Target"},
    "kind": {
        "clustering": "Land in bases and communities",
        "tax": "Tax a year",
        "output": "Output a year",
        "profile": "What stands out",
        "tradeoff": "Trade-off",
        "recommendation": "What is recommended",
    },
    "mark": {"best": "Best of the scenarios", "worst": "Worst of the scenarios"},
    "view": {"fiscal": "For the government", "economic": "For the economy"},
    "per": {"year": "A year", "once": "Once"},
    "bearer": _PARTY,
    "payer": _PARTY,
    "payee": _PARTY,
    "else_payer": _PARTY,
    "group": {
        "cost": "Cost",
        "benefit": "Benefit",
        "factor": "Quantity or share",
        "value_added": "Value added",
        "level": "Levels and blocks",
        "line": "Control lines and plan",
        "layer": "Deficiency",
        "guidance": "Guidance",
        "scenario": "Scenarios",
        "part": "Parts of the scenarios",
        "indicator": "Performance indicators",
    },
    "price_basis": {
        "priced_known": "From known figures",
        "priced_by_default": "Partly by default",
        "unpriced": "Not priced",
    },
    "status": {
        "assumption": "Assumption, not verified",
        "verified": "Verified",
        "ready": "Ready",
        "partly": "Partly",
        "not possible": "Not possible",
    },
    "method": {
        "tax_id": "By tax id",
        "name": "By name",
        "fuzzy": "By a name much alike",
        "point": "By its point",
        "nearest": "By the nearest parcel",
        "given": "As given",
        "reviewed": "By a person",
        "ruled out": "Ruled out",
    },
    "share_from": {"given": "As given", "floor area": "By floor area", "equal": "In equal parts"},
    "what": {
        "repaired": "Geometry repaired",
        "split": "Split into parts",
        "dropped": "Taken out",
        "duplicate_id": "Id used twice",
        "overlap": "Overlap",
        "sliver": "Sliver of digitising",
        "stated_area": "Stated area differs",
    },
    "table": {**_TABLE, **_LINE},
}

# Columns of several codes: what stands between them, and what each means.
SEVERAL: dict[str, tuple[str, dict[str, str]]] = {
    "direction": (
        ";",
        {
            "industry_to_industry": "Industry to industry",
            "industry_to_commercial": "Industry to commercial",
            "industry_to_public": "Industry to public use",
            "reserve": "Land reserve",
            "green": "Back to green",
            "farmland": "Back to farmland",
        },
    ),
    "priority_kinds": (
        "; ",
        {"inefficient": "Inefficient", "wasteful": "Wasteful", "poorly_planned": "Poorly planned"},
    ),
}
# Columns of ids, and the column of the same table that names them.
_NAMED = {
    "item": "name",
    "item_x": "name_x",
    "item_y": "name_y",
    "metric": "name",
    "indicator": "name",
    "criterion": "criterion_name",
    "weighting": "weighting_name",
    "unit_id": "unit",
}
_OWN_NAMED = {"readiness": {"item": "title"}, "run_log": {"step": "title"}}
# Units as the rules and the results state them; those of a user stay as they are.
UNITS = {
    name: name
    for name in (
        *("m", "km", "m2", "ha", "km2", "min", "km/h", "months", "years", "year", "persons", "count"),
        *(
            "share",
            "ratio",
            "CNY/m2",
            "CNY/(m2*year)",
            "10k CNY",
            "10k CNY/year",
            "10k CNY/ha",
            "10k CNY/km2",
        ),
        *("10k CNY/(km2*year)", "10k CNY/(ha*km)", "10k CNY/mu"),
    )
}
_OF_UNITS = ("economics_assumptions", "economics_unit_costs", "rules")


def named_by(column: str, table: str) -> str:
    """The column that names the ids of another one, "" where there is none.

    >>> named_by("item", "economics_tornado"), named_by("item", "readiness"), named_by("level", "parks")
    ('name', 'title', '')
    """
    return _OWN_NAMED.get(table, {}).get(column) or _NAMED.get(column, "")


def holds_units(column: str, table: str) -> bool:
    """Whether a column holds units of measure; ``unit`` is the unit evaluated in other tables."""
    return column == "unit_of_measure" or (column == "unit" and table in _OF_UNITS)
