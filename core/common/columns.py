"""The standard tables and their columns: the one place where names, kinds, units and descriptions are kept.

Standard library only, so that it can be read while QGIS starts.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, NUMBER, INTEGER, FLAG, DATE = "text", "number", "integer", "flag", "date"

SCENARIOS = ("status_quo", "large_concentration", "small_clustering", "clustering_with_parks")
DEFICIENCY_LAYERS = ("green", "efficiency", "quality", "equity", "safety")
LEVELS = ("base", "community", "block")
ADMIN_LEVELS = ("national", "provincial", "municipal", "county", "town")
ZONE_TYPES = ("economic", "hightech", "other")
FATES = ("retain", "renew", "merge", "relocate", "reclaim", "reserve")
# The user's own scenario: there only when the rule profile has moves for it.
CUSTOM = "custom"
PHASES = ("near", "medium", "long")
# Whole numbers that are years: four digits, or written as 2022年 or as a date.
YEARS = ("year", "year_built")
LOCK_ACTIONS = ("move", "stay", "forbid", "open", "close")


@dataclass(frozen=True)
class Column:
    """One standard column. ``zero`` says what a 0 means in real registers: a value, or "not surveyed"."""

    name: str
    kind: str
    description: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    zero: str = "value"
    minimum: float | None = None


def _text(name, description, choices=()):
    return Column(name, TEXT, description, choices=tuple(choices))


def _number(name, description, unit="", zero="value", minimum=None):
    return Column(name, NUMBER, description, unit, (), zero, minimum)


def _flag(name, description):
    return Column(name, FLAG, description)


_FIRM_FIGURES = (
    _text("industry", "GB/T 4754-2017 division or class"),
    _number("output", "Yearly output", "10k CNY", "missing", 0),
    _number("tax", "Yearly tax paid", "10k CNY", "missing"),
)
_FIRM_CHECKS = (
    _flag("eia_passed", "Environmental acceptance passed"),
    _flag("safety_passed", "Safety evaluation completed and passed"),
    _flag("poor_management", "Poorly managed, by the survey"),
)

PARCELS = (
    _text("parcel_id", "Parcel identifier"),
    _text("land_code", "Land use code, survey (0601) or planning (1001xx)"),
    _number("area_m2", "Ellipsoidal area, measured", "m2"),
    _number("stated_m2", "Area as stated by the source", "m2", "missing", 0),
    _text("town_code", "Town code"),
    _text("town", "Town name"),
    _text("urban_rural", "Urban or rural land", ("urban", "rural")),
    _text("stage", "Land supply stage", ("approved", "supplied", "built")),
    Column("supply_date", DATE, "Date of supply"),
    Column("start_due", DATE, "Agreed start of construction"),
    Column("start_actual", DATE, "Actual start of construction"),
    _number("developed_share", "Developed share of the area due", "share", "value", 0),
    _number("invested_share", "Invested share of the sum due", "share", "value", 0),
    _number("site_far", "Plot ratio of the site", "ratio", "missing", 0),
    _number("floor_m2", "Floor area", "m2", "missing", 0),
    _number("building_density", "Building density", "share", "missing", 0),
    Column("year_built", INTEGER, "Year the buildings were finished", "", (), "missing"),
    _text("planned_use", "Planned use"),
    _text("holder", "Holder of the land right"),
    _text("holder_uscc", "Unified social credit code of the holder"),
    _flag("heritage", "Has heritage value"),
    _flag("contaminated", "Soil contaminated or suspected"),
    *_FIRM_FIGURES,
    _number("employees", "Employees", "persons", "missing", 0),
    *_FIRM_CHECKS,
)
PARKS = (
    _text("park_id", "Park identifier"),
    _text("park", "Park name"),
    _text("admin_level", "Administrative level", ADMIN_LEVELS),
    _text("zone_type", "Zone type", ZONE_TYPES),
    _number("approved_km2", "Approved area", "km2", "missing", 0),
    _number("vacant_m2", "Vacant industrial land", "m2", "value", 0),
    _number("expansion_m2", "Land for expansion", "m2", "value", 0),
    _text("dominant_industries", "Dominant industries: GB/T 4754 divisions, separated by ; or ,"),
)
ENTERPRISES = (
    _text("ent_id", "Enterprise identifier"),
    _text("name", "Enterprise name"),
    _text("uscc", "Unified social credit code"),
    Column("year", INTEGER, "Year of the figures", "", (), "missing"),
    *_FIRM_FIGURES,
    _number("revenue", "Revenue", "10k CNY", "missing", 0),
    _number("profit", "Profit", "10k CNY"),
    _number("fixed_assets", "Fixed assets", "10k CNY", "missing", 0),
    _number("employees", "Employees", "persons", "missing", 0),
    _number("electricity", "Electricity use", "kWh", "missing", 0),
    _number("water", "Water use", "t", "missing", 0),
    _number("wastewater", "Wastewater", "t", "value", 0),
    _number("solid_waste", "Solid waste", "t", "value", 0),
    _flag("above_scale", "Above-scale enterprise"),
    _flag("high_tech", "High-tech enterprise"),
    _number("emerging_output", "Output of strategic emerging industries", "10k CNY", "value", 0),
    *_FIRM_CHECKS,
    _number("x", "Easting or longitude, in the CRS of the parcels", ""),
    _number("y", "Northing or latitude, in the CRS of the parcels", ""),
    _text("address", "Address"),
)
TOWNS = (_text("town_code", "Town code"), _text("town", "Town name"))
OCCUPANCY = (
    _text("ent_id", "Enterprise identifier"),
    _text("parcel_id", "Parcel identifier"),
    _number("share", "Share of the parcel's land held by the enterprise", "share", "missing", 0),
    _text("method", "How the link was made"),
    _number("score", "Certainty of the link", "share"),
    _text("reason", "Why the link was made"),
    _flag("reviewed", "1: confirmed by a person, 0: ruled out by a person, empty: not looked at"),
    _text("conflict", "Parcel that the point lies in, where other evidence says another"),
)
PLAN = (_text("planned_use", "Planned use code"),)
POIS = (_text("kind", "Kind of the point of interest"),)
ROADS = (_text("class", "Class of the road"),)
BENCHMARKS = (
    _text("indicator", "Indicator, by id or by name"),
    _number("value", "Value of the benchmark, in its unit"),
    _text("unit", "Unit of the benchmark; empty means that of the indicator"),
    Column("year", INTEGER, "Year of the figures", "", (), "missing"),
    _text("source", "Where the benchmark comes from"),
    _text("scope", "Whom it describes: national, city, target, or a name"),
)
EXPERTS = (
    Column("round", INTEGER, "Round of the survey"),
    _text("expert", "Expert"),
    _text("indicator", "Indicator, by id or by name"),
    _number("score", "Score given to the indicator", minimum=0),
)
LOCKS = (
    _text("scenario", "Scenario; empty: all"),
    _text("parcel_id", "Parcel identifier"),
    _text("action", "move, stay or forbid (a parcel); open or close (a park)", LOCK_ACTIONS),
    _text("park_id", "Park identifier"),
    _text("note", "Why it was decided so"),
)

INPUTS = {
    "parcels": PARCELS,
    "parks": PARKS,
    "enterprises": ENTERPRISES,
    "towns": TOWNS,
    "plan": PLAN,
    "occupancy": OCCUPANCY,
    "pois": POIS,
    "roads": ROADS,
    "benchmarks": BENCHMARKS,
    "experts": EXPERTS,
    "locks": LOCKS,
}

LEVEL_RESULT = (
    _text("level", "Level: base, community or block", LEVELS),
    _text("block_kind", "Cluster or scattered (blocks only)", ("cluster", "scattered")),
    _text("cluster_id", "Group of neighbouring block parcels"),
    _text("level_note", "Conflict between status and area, with both figures"),
    _text("park_id", "Highest-level park that holds at least half of the parcel"),
)
PARK_RESULT = (
    _text("park_id", "Park identifier"),
    _number("park_m2", "Area of the park, measured", "m2"),
    _text("level", "Level: base, community or block", LEVELS),
    _text("level_note", "Conflict between status and area, with both figures"),
)
CONTROL_RESULT = (
    _number("redline_share", "Share under the ecological red line", "share"),
    _number("farmland_share", "Share under permanent basic farmland", "share"),
    _number("boundary_share", "Share inside the urban development boundary", "share"),
    _number("rigid_share", "Share under the union of all rigid lines", "share"),
    _flag("redline_encroaching", "Overlaps the ecological red line by more than digitising slivers"),
    _flag("farmland_encroaching", "Overlaps permanent basic farmland by more than digitising slivers"),
    _flag("encroaching", "Overlaps a rigid line by more than digitising slivers"),
    _flag("inside_boundary", "Lies inside the urban development boundary by half or more"),
    _number("plan_industrial_share", "Share planned as industrial land", "share"),
)
DEFICIENCY_RESULT = (
    _text("deficiency", "First failed layer, or none, or unknown", (*DEFICIENCY_LAYERS, "none", "unknown")),
    *(_flag(f"{layer}_fail", f"Fails the {layer} test") for layer in DEFICIENCY_LAYERS),
    _text("trace", "Value, threshold and source of every test, in words"),
    _number("reliability", "Share of the five tests that could be made", "share"),
)
# Of parcels only: what the advice for light and heavy industry goes by.
PARCEL_DEFICIENCY = (
    *DEFICIENCY_RESULT,
    _text("deciding_industry", "Industry of the enterprise that decides the class"),
)
GUIDANCE_RESULT = (
    _text("measure", "Measure code"),
    _text("measure_text", "Measure in words"),
    _text("priority", "Priority", ("high", "medium", "low")),
    _text("horizon", "Horizon", ("near", "medium", "long")),
    _text("direction", "Redevelopment direction"),
    _flag("reclaim", "Rigid control covers more than half: to be reclaimed"),
)
SCENARIO_RESULT = (
    _text("fate", "What the scenario decides", FATES),
    _text("fate_reason", "Why"),
    _text("after_use", "Use of the vacated land", ("reclaim", "reserve", "reuse")),
    _text("dest_id", "Receiving park, or the merged parcel"),
    _number("need_m2", "Land needed at the receiver", "m2"),
    _number("distance_m", "Distance to the receiver", "m"),
    _number("cost", "Cost of the move", "10k CNY"),
    _text("phase", "When; empty: nothing changes", PHASES),
)
PERFORMANCE_UNITS = (
    _text("unit_id", "Unit evaluated: district, level:base, park:P001"),
    _text("unit", "Name of the unit evaluated"),
    _text("unit_kind", "Kind of unit", ("district", "level", "park")),
    _text("level", "Level", LEVELS),
    _text("park_id", "Park"),
    Column("parcels", INTEGER, "Industrial parcels"),
    _number("industrial_m2", "Industrial land, measured", "m2"),
    _number("firms", "Listed enterprises; one on two units counts in parts", "count"),
    _flag("priority", "Priority area for renewal; empty: not known, or no park"),
    _text("priority_kinds", "Inefficient, wasteful, poorly planned"),
    _text("priority_reason", "The indicators that say so, in words"),
    Column("known_indicators", INTEGER, "Indicators with a value"),
    _number("score", "Score, 0-1: never to be read without the indicators", ""),
    _number("score_rank", "Rank by score, 1 = best"),
    _number("score_known_share", "Share of the weights that is known", "share"),
    _number("rank_best", "Best rank under random weights"),
    _number("rank_worst", "Worst rank under random weights"),
    _number("rank_usual", "Most frequent rank under random weights"),
    _number("rank_usual_share", "Share of the random weightings with that rank", "share"),
    _text("top_obstacles", "Indicators that cost most of the score"),
    _text("hidden_weakness", "Criteria that a good score hides"),
)
PERFORMANCE_VALUES = (
    _text("indicator", "Indicator"),
    _text("name", "Name of the indicator"),
    _text("criterion", "Criterion"),
    _text("criterion_name", "Name of the criterion"),
    _text("unit_of_measure", "Unit of the value"),
    _flag("rising", "1: more is better, 0: less is better"),
    _number("marks", 'Number of "+" in the paper; 0 = shown, not scored'),
    _text("rests_on", "What coverage counts", ("area", "enterprises")),
    _number("value", "Value; empty = not known"),
    _number("coverage", "Share of the land or of the enterprises whose figures are known", "share"),
    _text("reason", "Why there is no value"),
    _number("rank", "Rank among the parks, 1 = best"),
    _number("ranked", "Parks that have a value"),
    _number("reference", "What the value is judged by"),
    _text("reference_name", "Where the reference comes from"),
    _number("ratio", "Value over reference", "ratio"),
    _number("gap", "What is short of the reference, in the unit of the value; below 0 = better"),
    _text("gap_text", "What is short in all, in words"),
    _text("verdict", "Against the reference", ("better", "near", "worse")),
)
FLOWS = (
    _text("scenario", "Scenario"),
    _text("origin_id", "Block the flow starts from: cluster or lone parcel"),
    _text("dest_id", "Receiving park"),
    Column("parcels", INTEGER, "Parcels moved"),
    _number("area_m2", "Land vacated", "m2"),
    _number("need_m2", "Land needed at the receiver", "m2"),
    _number("distance_m", "Mean distance, weighted by land", "m"),
    _number("cost", "Cost of the moves", "10k CNY"),
)
RECEIVERS = (
    _text("scenario", "Scenario"),
    _text("park_id", "Park"),
    _text("park", "Park name"),
    _text("level", "Level", LEVELS),
    _number("capacity_m2", "Land that can be received", "m2"),
    _number("received_m2", "Land received", "m2"),
    _number("free_m2", "Land still free", "m2"),
    _number("filled_share", "Received over capacity", "share"),
    Column("parcels", INTEGER, "Parcels received"),
    _number("jobs", "Known jobs received", "persons"),
    _number("from_expansion_m2", "Land received beyond the vacant land: expansion land used", "m2"),
    _number("bought_m2", "Expansion land bought, where it has a price", "m2"),
    _number(
        "shadow_price",
        "Linear-program dual: what one more hectare here would save on the moves that are made",
        "10k CNY/ha",
    ),
    _flag("binding", "1: the land here limits the plan (its linear-program dual is above 0)"),
    _number("waiting_m2", "Land of parcels that may move here and find no room anywhere", "m2"),
)
SHORTAGES = (
    _text("scenario", "Scenario"),
    _text("park_id", "Park"),
    _number("missing_m2", "Receiving land that is missing, shared out as little as possible", "m2"),
    _number("extra_m2", "Further land here in the cheapest way to provide what is missing", "m2"),
    _number("extra_cost", "What that land costs; empty: no price is known", "10k CNY"),
    Column("waiting_parcels", INTEGER, "Parcels that can go nowhere but to the parks short together"),
    _text("waiting_ids", "The first of these parcels"),
)
CONFLICTS = (
    _text("scenario", "Scenario"),
    _text("line", "Control line, or the plan", ("redline", "farmland", "boundary", "plan")),
    _number("before_m2", "Industrial land in conflict today; empty: not checked", "m2"),
    _number("removed_m2", "Of it: on land that is vacated", "m2"),
    _number("left_m2", "Of it: on land that stays", "m2"),
    _number("new_m2", "Land taken up against the line or plan, by the receivers' mean share", "m2"),
    _number("after_m2", "Left and new", "m2"),
    Column("parcels_before", INTEGER, "Parcels in conflict today, slivers left out"),
    Column("parcels_after", INTEGER, "Parcels in conflict that stay"),
)
FRONTIER = (
    _text("kind", "What the cost buys: clustering (share in bases and communities), or yearly tax or output"),
    Column("point", INTEGER, "Number of the point of the frontier; empty: a scenario"),
    _text("scenario", "Scenario; empty: a point of the frontier"),
    _number("cost", "Cost of the moves, openings and land bought", "10k CNY"),
    _number("value", "Share of industrial land, or 10k CNY a year"),
    _number("moved_m2", "Land vacated by moving", "m2"),
    _number("share_in_main_clusters", "Share of industrial land in bases and communities", "share"),
    _number("tax_per_km2", "Tax on industrial land a year; empty: not known", "10k CNY/km2"),
    _number("output_per_km2", "Output on industrial land a year; empty: not known", "10k CNY/km2"),
    _number("solver_gap", "How far the plan of the point may be from the optimum", "share"),
    _number("value_at_cost", "Value on the frontier at the cost of the scenario"),
    _number("behind", "What the scenario is short of it, over its own value; 0: on the frontier", "share"),
    _number("cost_at_value", "Cost on the frontier of the value of the scenario", "10k CNY"),
)


def names(columns: tuple[Column, ...]) -> list[str]:
    """The names of some columns, in order."""
    return [column.name for column in columns]


_ALL = (
    PARCELS, PARKS, ENTERPRISES, TOWNS, PLAN, OCCUPANCY, LEVEL_RESULT, PARK_RESULT, CONTROL_RESULT,
    PARCEL_DEFICIENCY, GUIDANCE_RESULT, SCENARIO_RESULT, FLOWS, RECEIVERS, PERFORMANCE_UNITS,
    PERFORMANCE_VALUES, POIS, ROADS, BENCHMARKS, EXPERTS, LOCKS, SHORTAGES, CONFLICTS, FRONTIER,
)  # fmt: skip
REGISTRY: dict[str, Column] = {}
for _group in _ALL:
    for _column in _group:
        REGISTRY.setdefault(_column.name, _column)
