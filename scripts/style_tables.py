"""The design of the layer styles (see make_styles): value or rule, legend label, colour.

Colours are Okabe and Ito's, which stay apart for colour-blind readers; greys and hatching stand for
"nothing to do" and "not known". Labels are as long as the layer tree shows.
"""

from __future__ import annotations

ORANGE, SKY, GREEN, YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
BLUE, VERMILLION, PURPLE = "#0072b2", "#d55e00", "#cc79a7"
PALE, CALM, GREY, INK = "#d9d9d9", "#bbccee", "#9a9a9a", "#2b2b2b"
QUIET = "#6a6a6a"
HATCHED = None

FATES = (
    ("retain", "Stays as it is", PALE),
    ("renew", "Renewed in place", ORANGE),
    ("merge", "Merged with neighbours", BLUE),
    ("relocate", "Moves to a park", VERMILLION),
    ("reclaim", "Cleared: back to farmland or green", GREEN),
    ("reserve", "Land reserve", PURPLE),
    (None, "Not decided", HATCHED),
)
DEFICIENCIES = (
    ("green", "Green: red line or environment", GREEN),
    ("efficiency", "Efficiency: low output per land", ORANGE),
    ("quality", "Quality: weak sector and firm", PURPLE),
    ("equity", "Equity: low tax per land", BLUE),
    ("safety", "Safety: not evaluated or failed", VERMILLION),
    ("none", "No deficiency found", CALM),
    ("unknown", "Not enough data", HATCHED),
    (None, "Not tested: no industry in use", "#e8e8e8"),
)
LAND = (
    ("urban", "Urban industrial land", BLUE),
    ("rural", "Rural industrial land", ORANGE),
    (None, "Urban or rural not known", GREY),
)
LEVELS = (
    ("base", "\"level\" = 'base'", "Industrial base", BLUE),
    ("community", "\"level\" = 'community'", "Industrial community", SKY),
    ("cluster", "\"level\" = 'block' AND \"block_kind\" = 'cluster'", "Cluster block", ORANGE),
    ("scattered", "\"level\" = 'block' AND \"block_kind\" = 'scattered'", "Scattered block", VERMILLION),
    ("else", "ELSE", "Not classified", HATCHED),
)
CONTROL = (
    ("none", '"rigid_share" = 0 OR NOT "encroaching"', "Free of rigid control lines", PALE),
    ("part", '"rigid_share" > 0 AND "rigid_share" <= 0.5 AND coalesce("encroaching", true)',
     "Up to 50 % under a rigid line", ORANGE),
    ("most", '"rigid_share" > 0.5', "More than 50 % under a rigid line", VERMILLION),
    ("else", "ELSE", "Not checked", HATCHED),
)  # fmt: skip
GUIDANCE = (
    ("reclaim", 'coalesce("reclaim", false)', "Back to farmland or green", GREEN),
    ("high", '"priority" = \'high\' AND NOT coalesce("reclaim", false)', "High priority", "#993404"),
    ("medium", '"priority" = \'medium\' AND NOT coalesce("reclaim", false)', "Medium priority", "#ec7014"),
    ("low", '"priority" = \'low\' AND NOT coalesce("reclaim", false)', "Low priority", "#fec44f"),
    ("else", "ELSE", "No measure assigned", HATCHED),
)
PARKS = (
    ("base", "\"level\" = 'base'", "Industrial base", INK, 0.7, "solid"),
    ("community", "\"level\" = 'community'", "Industrial community", INK, 0.5, "dash"),
    ("block", "\"level\" = 'block'", "Smaller park", INK, 0.35, "dot"),
    ("else", "ELSE", "Park, level not known", GREY, 0.4, "solid"),
)
PRIORITY = (
    ("several", '"priority" AND "priority_kinds" LIKE \'%;%\'', "Priority area of several kinds", "#7f2704"),
    ("inefficient", '"priority" AND "priority_kinds" = \'inefficient\'', "Inefficient", ORANGE),
    ("wasteful", '"priority" AND "priority_kinds" = \'wasteful\'', "Wasteful", VERMILLION),
    ("poorly_planned", '"priority" AND "priority_kinds" = \'poorly_planned\'', "Poorly planned", PURPLE),
    ("none", 'NOT "priority"', "No priority area", CALM),
    ("else", "ELSE", "Not enough data", HATCHED),
)
SCORE = (
    ("fifth", "> 0.8", "Best of the parks (0.8 to 1)", "#08519c"),
    ("fourth", "> 0.6 AND {score} <= 0.8", "0.6 to 0.8", "#3182bd"),
    ("third", "> 0.4 AND {score} <= 0.6", "0.4 to 0.6", "#6baed6"),
    ("second", "> 0.2 AND {score} <= 0.4", "0.2 to 0.4", "#bdd7e7"),
    ("first", "<= 0.2", "Worst of the parks (0 to 0.2)", "#eff3ff"),
    ("else", None, "Not known", HATCHED),
)
CRITERIA = {
    "economic": "Economic efficiency",
    "intensity": "Land-use intensity",
    "suitability": "Accessibility and suitability",
    "innovation": "Innovation and collaboration",
    "eco": "Eco-efficiency",
}
RECEIVED_HA = (
    ("most", "> 50", "More than 50 ha received", "#08306b", 1.3),
    ("much", "> 20 AND {ha} <= 50", "20 to 50 ha", "#2171b5", 1.1),
    ("some", "> 5 AND {ha} <= 20", "5 to 20 ha", "#6baed6", 0.9),
    ("little", "> 0 AND {ha} <= 5", "Up to 5 ha", "#9ecae1", 0.7),
    ("else", None, "Could receive, gets nothing", "#c6c6c6", 0.4),
)
FLOW_HA = (
    ("most", "> 50", "More than 50 ha moved", 2.6),
    ("much", "> 20 AND {ha} <= 50", "20 to 50 ha", 1.7),
    ("some", "> 5 AND {ha} <= 20", "5 to 20 ha", 0.9),
    ("little", "> 1 AND {ha} <= 5", "1 to 5 ha", 0.45),
    ("else", None, "Up to 1 ha", 0.2),
)
