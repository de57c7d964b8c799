"""What becomes of a parcel in each scenario, what that costs whom, and what the user has locked."""

from __future__ import annotations

from ..common.columns import SCENARIOS
from .dossier_figures import UNKNOWN, Fact, Records, Section, Voice, percent

PREFIX = "scenario_"
_NOT_SCENARIOS = ("scenario_summary", "scenario_comparison")
_PAYMENTS = ("cost_government", "cost_enterprise", "proceeds")
_YEARLY = {"yearly_tax": "yearly_tax", "value_added": "yearly_value_added"}
_KM = 1000.0


def scenario_names(tables) -> list[str]:
    """The scenarios that tables of a result describe: the named ones in their order, then the user's.

    >>> scenario_names(["scenario_custom", "scenario_small_clustering", "scenario_summary", "parks"])
    ['small_clustering', 'custom']
    """
    found = [name[len(PREFIX) :] for name in tables if name.startswith(PREFIX) and name not in _NOT_SCENARIOS]
    order = {name: place for place, name in enumerate(SCENARIOS)}
    return sorted(found, key=lambda name: (order.get(name, len(order)), name))


def scenario_sections(voice: Voice, data: Records, parcel: dict) -> list[Section]:
    """One section a scenario, in their order; one that says so where there is none."""
    names = scenario_names(data.tables)
    if not names:
        none = voice.fact("fate", voice.words["none"], note=voice.say("no_scenario"))
        title = voice.words["sections"]["scenario"].format(voice.words["none"])
        return [Section("scenario:", title, (none,))]
    return [_scenario(voice, data, parcel["parcel_id"], name) for name in names]


def _scenario(voice: Voice, data: Records, parcel_id: str, name: str) -> Section:
    row = data.one(PREFIX + name, parcel_id)
    title = voice.words["sections"]["scenario"].format(voice.word("scenarios", name))
    if not row or row.get("fate") is None:
        facts = [voice.fact("fate", voice.words["none"], note=voice.say("not_industrial"))]
    else:
        note = voice.word("reasons", row.get("fate_reason"))
        facts = [voice.fact("fate", voice.word("fates", row["fate"]), note=note)]
        facts += _move(voice, data, row) + _money(voice, data, parcel_id, name)
    facts += [lock_fact(voice, data, lock) for lock in locks_of(data.of("locks", parcel_id), name)]
    return Section(f"scenario:{name}", title, tuple(facts))


def _move(voice: Voice, data: Records, row: dict) -> list[Fact]:
    facts, dest = [], row.get("dest_id")
    if dest is not None and row["fate"] == "merge":
        facts.append(voice.fact("merged", dest))
    elif dest is not None:
        name = data.one("parks", dest).get("park")
        facts.append(voice.fact("dest", voice.named(name, dest)))
    if row.get("distance_m") is not None:
        facts.append(voice.figure("distance", row["distance_m"] / _KM, "km"))
    if row.get("need_m2") is not None:
        area = row.get("area_m2")
        note = voice.say("far", f"{percent(row['need_m2'] / area)} %") if area else ""
        facts.append(voice.area("need", row["need_m2"], note))
    if row.get("after_use") is not None:
        facts.append(voice.fact("after_use", voice.word("uses", row["after_use"])))
    if row.get("phase") is not None:
        facts.append(voice.fact("phase", voice.word("horizons", row["phase"])))
    if row.get("cost") is not None:
        facts.append(voice.amount("cost", row["cost"], voice.say("in_plan")))
    return facts


def _money(voice: Voice, data: Records, parcel_id: str, name: str) -> list[Fact]:
    """Who pays what. Parcels without a row of money cost nothing; without the table nothing is known."""
    if "economics_parcels" not in data.tables:
        return []
    row = next((r for r in data.of("economics_parcels", parcel_id) if r.get("scenario") == name), None)
    if row is None:
        return [voice.fact("cost_government", voice.words["none"], note=voice.say("no_money"))]
    basis = {"unpriced": "not_priced", "priced_by_default": "by_default"}.get(row.get("price_basis"))
    assumed = voice.say("assumed_prices") if assumed_prices(data, name)[0] else ""
    note = voice.listed([voice.say("one_off"), assumed, voice.say(basis) if basis else ""])
    mark = UNKNOWN if basis == "not_priced" else ""
    facts = [
        voice.amount(key, row.get(key), note, mark) for key in _PAYMENTS if key != "proceeds" or row.get(key)
    ]
    for key, column in _YEARLY.items():
        if row.get(column) is not None and (key == "yearly_tax" or row[column]):
            facts.append(voice.amount(key, row[column], voice.say("per_year")))
    return facts


def assumed_prices(data: Records, name: str | None = None) -> tuple[int, int]:
    """How many unit costs of a scenario, or of all, are assumptions, and how many there are."""
    used = {
        str(row.get("item")): row.get("status") == "assumption"
        for row in data.all("economics_assumptions")
        if name in (None, row.get("scenario"))
    }
    return sum(used.values()), len(used)


def locks_of(rows: list[dict], scenario: str) -> list[dict]:
    """The locks of a parcel that hold in a scenario."""
    return [row for row in rows if row.get("scenario") in (None, "", scenario)]


def lock_fact(voice: Voice, data: Records, lock: dict) -> Fact:
    """A lock in words."""
    park = lock.get("park_id")
    named = voice.named(data.one("parks", park).get("park"), park)
    action = str(lock.get("action"))
    text = voice.words["actions"].get(action, action).format(named)
    everywhere = voice.word("scenarios", "") if not lock.get("scenario") else ""
    return voice.fact("lock", text, note=voice.listed([everywhere, lock.get("note") or ""]))
