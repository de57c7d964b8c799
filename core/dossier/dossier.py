"""The dossier of a parcel: everything a study has found about it, section by section, with the reasons.

Standard library only: a result can be looked into where the libraries of the method are not installed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..common.columns import DEFICIENCY_LAYERS
from ..common.errors import LandRenewalError
from ..matching.match_words import reason_text
from .dossier_figures import (
    BAD,
    GOOD,
    METRIC,
    UNKNOWN,
    Fact,
    Records,
    Section,
    Units,
    Voice,
    percent,
    records,
)
from .dossier_scenarios import assumed_prices, scenario_names, scenario_sections
from .dossier_words import LAYERS, STATES

__all__ = ["METRIC", "Dossier", "Fact", "Records", "Section", "Units", "dossier", "records", "scenario_names"]

RULED_OUT = "ruled out"
_MINIMUM = "deficiency.reliability_minimum"
# Facts that few registers have: shown where they are known, or where the stage of the land asks for them.
_SELDOM = ("year_built", "heritage", "contaminated")
_BUILDING = ("supply_date", "start_due", "start_actual", "developed_share", "invested_share")
_WORST = (*DEFICIENCY_LAYERS, "unknown", "none")
_STATES = ("passes", "fail", "unknown")
_PIECES = [
    re.compile(f"({'|'.join(LAYERS['en'].values())}): ({'|'.join(STATES['en'])}) \\("),
    re.compile(f"({'|'.join(LAYERS['zh'].values())})：({'|'.join(STATES['zh'])})（"),
]


@dataclass(frozen=True)
class Dossier:
    """What is known of a parcel. ``lead``: class, level and area in a few words."""

    parcel_id: str
    title: str
    lead: str
    sections: tuple[Section, ...]


def dossier(
    data: Records, parcel_id: str, language: str = "en", units: Units = METRIC, most_firms: int | None = None
) -> Dossier:
    """Gather the facts of one parcel from the tables of a result.

    ``data``: `records` of the layers of a result GeoPackage (``parcels``, ``parks``, ``enterprises``,
    ``occupancy``, ``performance``, ``scenario_*``, ``economics_parcels``, ``economics_assumptions``,
    ``rules``, ``run_log``) and of the user's ``locks``; tables that are missing leave their facts out or not
    known. Inside, areas are m2 and money 10,000 CNY. What is NULL is shown as not known, never as 0; a
    control line that was not supplied as not checked. Enterprises come worst class first, then by the land
    they hold, largest first (ties: ent_id); ``most_firms`` of them, and it is said how many more there are.
    Texts that the study
    itself wrote (trace, guidance, notes) stay in the language it was run in.

    Errors: LandRenewalError when the result has no such parcel.

    >>> data = records({"parcels": [{"parcel_id": "A1", "area_m2": 20000.0, "level": "block"}]})
    >>> found = dossier(data, "A1")
    >>> [(fact.label, fact.text) for fact in found.sections[0].facts if fact.key in ("area", "holder")]
    [('Holder', 'not known'), ('Area', '2.00 ha')]
    """
    parcel = data.one("parcels", parcel_id)
    if not parcel:
        raise LandRenewalError('The result has no parcel "{}": choose one of its layer "parcels".', parcel_id)
    voice = Voice(language, units)
    sections = [
        _parcel(voice, parcel),
        _level(voice, data, parcel),
        _tests(voice, data, parcel),
        *_firms(voice, data, parcel, most_firms),
        _control(voice, parcel),
        _guidance(voice, parcel),
        *scenario_sections(voice, data, parcel),
        _basis(voice, data),
    ]
    holder = parcel.get("holder")
    title = f"{parcel_id} · {holder}" if holder else str(parcel_id)
    return Dossier(str(parcel_id), title, _lead(voice, parcel), tuple(sections))


def _section(voice: Voice, key: str, facts) -> Section:
    return Section(key, voice.words["sections"][key], tuple(facts))


def _lead(voice: Voice, parcel: dict) -> str:
    known = voice.words["classes"].get(parcel.get("deficiency")) if parcel.get("level") else None
    parts = [known or voice.say("not_industrial") if parcel.get("level") is None else known]
    area = parcel.get("area_m2")
    size = None if area is None else voice.sized(area)
    return voice.listed([*filter(None, parts), _level_word(voice, parcel), size or ""])


def _level_word(voice: Voice, parcel: dict) -> str:
    if parcel.get("block_kind") is not None:
        return voice.word("block_kinds", parcel["block_kind"])
    return voice.word("levels", parcel.get("level"))


def _parcel(voice: Voice, parcel: dict) -> Section:
    given = parcel.get
    facts = [
        voice.fact("parcel_id", given("parcel_id")),
        voice.fact("holder", given("holder")),
        voice.fact("town", voice.named(given("town"), given("town_code"))),
        voice.fact("urban_rural", voice.word("urban_rural", given("urban_rural"))),
        voice.fact("land_code", given("land_code")),
        voice.area("area", given("area_m2"), _stated(voice, parcel)),
        voice.fact("stage", voice.word("stages", given("stage"))),
        voice.figure("site_far", given("site_far")),
        voice.figure("floor_m2", given("floor_m2"), voice.words["areas"]["m2"]),
    ]
    density = given("building_density")
    facts += [voice.share("building_density", density)] if density is not None else []
    unbuilt = given("stage") in ("approved", "supplied")
    for name in _BUILDING:
        if given(name) is not None or unbuilt:
            facts.append((voice.share if name.endswith("share") else voice.fact)(name, given(name)))
    for name in _SELDOM:
        if given(name) is not None:
            bad = True if name == "contaminated" else None
            facts.append(voice.fact(name, given(name)) if name == "year_built"
                         else voice.flag(name, given(name), bad=bad))  # fmt: skip
    return _section(voice, "parcel", facts)


def _stated(voice: Voice, parcel: dict) -> str:
    """The stated area where it differs from the measured one by more than rounding."""
    area, stated = parcel.get("area_m2"), parcel.get("stated_m2")
    if not area or stated is None or abs(stated / area - 1) < 0.001:
        return ""
    side = voice.words["more" if stated > area else "less"]
    size = voice.sized(stated)
    return voice.say("stated", size, percent(abs(stated / area - 1)), side)


def _level(voice: Voice, data: Records, parcel: dict) -> Section:
    park_id = parcel.get("park_id")
    park, unit = data.one("parks", park_id), data.one("performance", park_id)
    if parcel.get("level") is None:
        level = voice.fact("level", voice.words["none"], note=voice.say("not_industrial"))
    else:
        level = voice.fact("level", _level_word(voice, parcel), note=parcel.get("level_note") or "")
    facts = [level]
    if parcel.get("cluster_id") is not None:
        facts.append(voice.fact("cluster", voice.say("group", parcel["cluster_id"])))
    if park_id is None:
        return _section(voice, "level", [*facts, voice.fact("park", voice.words["none"])])
    facts.append(voice.fact("park", voice.named(park.get("park"), park_id)))
    kind = voice.word("zone_types", park.get("zone_type"))
    facts.append(
        voice.fact("park_status", voice.listed((voice.word("admin_levels", park.get("admin_level")), kind)))
    )
    if park.get("dominant_industries") is not None:
        facts.append(voice.fact("dominant", park["dominant_industries"]))
    if unit:
        kinds = str(unit.get("priority_kinds") or "").split("; ")
        note = voice.listed([voice.word("kinds", kind) for kind in kinds if kind])
        facts.append(voice.flag("priority_area", unit.get("priority"), note, bad=True))
    return _section(voice, "level", facts)


def _tests(voice: Voice, data: Records, parcel: dict) -> Section:
    facts = [_class_fact(voice, parcel)]
    if parcel.get("deficiency") is None:
        return _section(voice, "tests", facts)
    minimum = next((row for row in data.all("rules") if row.get("rule") == _MINIMUM), {}).get("value")
    needed = "" if minimum is None else voice.say("needed", minimum)
    note = voice.listed([voice.say("tested"), needed])
    facts.append(voice.share("reliability", parcel.get("reliability"), note))
    preface, details = trace_pieces(parcel.get("trace"))
    if preface:
        facts.append(voice.fact("decided", preface))
    facts += [_test(voice, layer, parcel.get(f"{layer}_fail"), details) for layer in DEFICIENCY_LAYERS]
    return _section(voice, "tests", facts)


def _class_fact(voice: Voice, parcel: dict, note: bool = True) -> Fact:
    found = parcel.get("deficiency")
    if parcel.get("level") is None and found is None:
        return voice.fact("deficiency", voice.words["untested"], note=voice.say("not_industrial"))
    mark = {"none": GOOD, "unknown": UNKNOWN}.get(found, BAD)
    said = voice.say("fails_first") if note and found in DEFICIENCY_LAYERS else ""
    return voice.fact("deficiency", voice.word("classes", found), note=said, mark=mark)


def _test(voice: Voice, layer: str, fails: object, details: dict[str, tuple[str, str]]) -> Fact:
    """A test of the parcel, which fails where one of its firms does; the trace is of the deciding firm."""
    state = "unknown" if fails is None else ("fail" if fails else "passes")
    mark = {"unknown": UNKNOWN, "fail": BAD, "passes": GOOD}[state]
    traced, note = details.get(layer, (state, ""))
    if traced != state:
        note = voice.say("other_firm", voice.word("states", traced), note)
    return Fact(layer, voice.word("layers", layer), voice.word("states", state), "", note, mark)


def trace_pieces(trace: str | None) -> tuple[str, dict[str, tuple[str, str]]]:
    """Who decided the class, and outcome and reason of each test, from a trace (`deficiency.trace`).

    A text that is no such trace comes back whole, without reasons.

    >>> both = "green: pass (EIA passed); efficiency: FAIL (a (2024) < b); quality: unknown (x)"
    >>> text = "Decided by A. " + both + "; equity: pass (y); safety: pass (z)"
    >>> trace_pieces(text)[0], trace_pieces(text)[1]["efficiency"]
    ('Decided by A', ('fail', 'a (2024) < b'))
    """
    text = trace or ""
    for pattern, language in zip(_PIECES, ("en", "zh")):
        found = list(pattern.finditer(text))
        names = list(LAYERS[language].values())
        if [piece.group(1) for piece in found] != names:
            continue
        ends = [piece.start() for piece in found[1:]] + [len(text)]
        details = [
            (_STATES[STATES[language].index(piece.group(2))], text[piece.end() : end].rstrip(";；. ")[:-1])
            for piece, end in zip(found, ends)
        ]
        return text[: found[0].start()].rstrip(" .。"), dict(zip(DEFICIENCY_LAYERS, details))
    return text, {}


def _firms(voice: Voice, data: Records, parcel: dict, most: int | None) -> list[Section]:
    links = [
        row
        for row in data.of("occupancy", parcel["parcel_id"])
        if row.get("method") != RULED_OUT and row.get("reviewed") not in (0, False)
    ]
    links.sort(key=lambda row: _worst_first(data, row))
    if not links:
        facts = [voice.fact("occupants", voice.words["none"], note=voice.say("no_firms"))]
        for name in ("output", "tax"):
            if parcel.get(name) is not None:
                facts.append(voice.amount(name, parcel[name]))
        return [_section(voice, "firms", facts)]
    shown = links if most is None else links[:most]
    sections = [_firm(voice, data, link) for link in shown]
    if len(shown) < len(links):
        more = voice.fact("occupants", voice.say("and_more", len(links) - len(shown)))
        sections[-1] = replace(sections[-1], facts=(*sections[-1].facts, more))
    return sections


def _worst_first(data: Records, link: dict):
    """The firm that decides the class of its parcel comes first."""
    found = next((row.get("deficiency") for row in data.of("enterprises", link.get("ent_id"))), None)
    place = _WORST.index(found) if found in _WORST else len(_WORST)
    return place, -(link.get("land_m2") or 0.0), str(link.get("ent_id"))


def _firm(voice: Voice, data: Records, link: dict) -> Section:
    identity = str(link.get("ent_id"))
    years = sorted(data.of("enterprises", identity), key=lambda row: row.get("year") or 0)
    firm = years[-1] if years else {}
    part = None if link.get("share") is None else voice.say("share_of_parcel", percent(link["share"]))
    facts = [
        _class_fact(voice, {"level": "", **firm}, note=False),
        *(_per_land(voice, firm, name) for name in ("output", "tax")),
        *(_latest(voice, years, name) for name in ("output", "tax", "profit", "employees")),
        voice.fact("industry", firm.get("industry")),
        voice.area("held", link.get("land_m2"), part or ""),
        voice.area("all_land", firm.get("land_m2")),
        voice.flag("eia", firm.get("eia_passed"), bad=False),
        voice.flag("safety", firm.get("safety_passed"), bad=False),
        _link(voice, link),
    ]
    title = voice.words["sections"]["firm"].format(voice.named(firm.get("name"), identity))
    return Section(f"firm:{identity}", title, tuple(facts))


def _per_land(voice: Voice, firm: dict, name: str) -> Fact:
    """Output or tax per land against its threshold."""
    value, threshold = firm.get(f"{name}_per_km2"), firm.get(f"{name}_threshold")
    key, fails = f"{name}_per_km2", firm.get("efficiency_fail" if name == "output" else "equity_fail")
    note = voice.say("no_threshold")
    if threshold is not None:
        limit = voice.per_land(threshold)[0]
        note = voice.say("below" if value is not None and value < threshold else "reached", limit)
    if value is None:
        return voice.fact(key, None, note=note)
    mark = UNKNOWN if fails is None else (BAD if fails else GOOD)
    return voice.fact(key, *voice.per_land(value), note, mark)


def _latest(voice: Voice, years: list[dict], name: str) -> Fact:
    """The latest known figure of a firm, with its year."""
    known = [row for row in years if row.get(name) is not None]
    if not known:
        return voice.fact(name, None)
    year = known[-1].get("year")
    note = "" if year is None else voice.say("figures_of", int(year))
    if name == "employees":
        return voice.fact(name, f"{known[-1][name]:,.0f}", "", note)
    return voice.amount(name, known[-1][name], note)


def _link(voice: Voice, link: dict) -> Fact:
    how, score = voice.word("methods", link.get("method")), link.get("score")
    value = how if not how or score is None else voice.say("certainty", how, f"{score:.2f}")
    notes = [
        voice.say("confirmed") if link.get("reviewed") else "",
        reason_text(link.get("reason"), voice.language),
        voice.say("conflict", link["conflict"]) if link.get("conflict") is not None else "",
    ]
    return voice.fact("link", value, note=voice.listed(notes))


def _control(voice: Voice, parcel: dict) -> Section:
    lines = [
        _line(voice, name, parcel.get(f"{name}_share"), parcel.get(flag))
        for name, flag in (
            ("redline", "redline_encroaching"),
            ("farmland", "farmland_encroaching"),
            ("rigid", "encroaching"),
        )
    ]
    boundary = _boundary(voice, parcel.get("inside_boundary"), parcel.get("boundary_share"))
    share = parcel.get("plan_industrial_share")
    planned = voice.share("plan_industrial", share) if share is not None else Fact(
        "plan_industrial", voice.label("plan_industrial"), voice.words["unchecked"], "",
        voice.say("no_plan"), UNKNOWN,
    )  # fmt: skip
    use = [voice.fact("plan", parcel["planned_use"])] if parcel.get("planned_use") is not None else []
    return _section(voice, "control", [*lines, boundary, *use, planned])


def _line(voice: Voice, name: str, share: float | None, encroaches: object) -> Fact:
    if share is None:
        return Fact(
            name, voice.label(name), voice.words["unchecked"], "", voice.say("no_line"), UNKNOWN
        )  # fmt: skip
    clear = "clear" if share == 0 else "sliver"
    note = voice.say("encroaches" if encroaches else clear)
    return voice.share(name, share, note, BAD if encroaches else GOOD)


def _boundary(voice: Voice, inside: object, share: float | None) -> Fact:
    if inside is None:
        return Fact(
            "boundary", voice.label("boundary"), voice.words["unchecked"], "", voice.say("no_line"), UNKNOWN
        )  # fmt: skip
    note = "" if share is None else voice.say("inside_share", percent(share))
    return voice.fact("boundary", voice.words["inside" if inside else "outside"], "", note,
                      GOOD if inside else BAD)  # fmt: skip


def _guidance(voice: Voice, parcel: dict) -> Section:
    if parcel.get("measure") is None:
        none = voice.fact("measure", voice.words["none"], note=voice.say("not_industrial"))
        return _section(voice, "guidance", [none])
    directions = str(parcel.get("direction") or "").split(";")
    reclaim = parcel.get("reclaim")
    return _section(voice, "guidance", [
        voice.fact("measure", parcel.get("measure_text") or parcel["measure"]),
        voice.fact("priority", voice.word("priorities", parcel.get("priority"))),
        voice.fact("horizon", voice.word("horizons", parcel.get("horizon"))),
        voice.fact("direction", voice.listed(voice.word("directions", d.strip()) for d in directions)),
        voice.flag("reclaim", reclaim, voice.say("rigid_over") if reclaim else "", bad=True),
    ])  # fmt: skip


def _basis(voice: Voice, data: Records) -> Section:
    """Rules, method version and how many of the numbers are assumptions."""
    log, rules = data.one("run_log"), data.all("rules")
    assumed = sum(row.get("status") == "assumption" for row in rules)
    note = voice.say("rules_assumed", assumed) if rules else ""
    facts = [voice.fact("rules", log.get("profile"), note=note)]
    facts.append(voice.fact("method", log.get("method_version")))
    prices, used = assumed_prices(data)
    if used:
        facts.append(voice.fact("assumptions", voice.say("assumed", prices, used)))
    return _section(voice, "basis", facts)
