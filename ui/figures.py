"""The headline figures of each step, from the tables of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.pages.tally import tally
from ..processing.project import scenario_title
from ..processing.said import listed
from ..processing.translation import tr
from .texts import area, count, land, money

if TYPE_CHECKING:
    from .session import Session

_MOST_NAMES = 3
# Read once for all steps.
_PARCELS = ("level", "block_kind", "area_m2", "encroaching", "deficiency", "priority")


class Figure(NamedTuple):
    """One line: what, how much, and what there is to know about it."""

    label: str
    value: str
    tip: str = ""


def data(session: Session) -> list[Figure]:
    """What came in, what was left out, what it is enough for."""
    levels = tally(session.values("parcels", *_PARCELS), "level")
    parcels = sum(number for number, _ in levels.values())
    industrial = parcels - levels.get(None, (0, 0))[0]
    found = [
        Figure(tr("Parcels"), count(parcels)),
        Figure(tr("of these industrial"), count(industrial), tr("By the land codes that the rules name.")),
    ]
    if "enterprises" in session.tables():
        firms = count(len({row["ent_id"] for row in session.values("enterprises", "ent_id")}))
        without = len(session.values("unmatched", "ent_id"))
        found.append(Figure(tr("Enterprises"), firms))
        found.append(Figure(tr("of these without a parcel"), count(without)))
    rejects = len(session.values("rejects", "reason"))
    found.append(
        Figure(tr("Left out"), count(rejects), tr("Rows and values that could not be used, with the reason."))
    )
    status = tally(session.values("readiness", "status"), "status")
    if status:
        ready, every = status.get("ready", (0, 0))[0], sum(number for number, _ in status.values())
        text = tr("{} of {} results").format(count(ready), count(every))
        tip = tr("The readiness report says what is missing.")
        found.append(Figure(tr("Data are enough for"), text, tip))
    return found


def levels(session: Session) -> list[Figure]:
    """Land by level, and what encroaches."""
    rows = session.values("parcels", *_PARCELS)
    by_level = tally(rows, "level", "area_m2")
    kinds = tally([row for row in rows if row["level"] == "block"], "block_kind", "area_m2")
    named = (
        (tr("Bases"), by_level.get("base")),
        (tr("Communities"), by_level.get("community")),
        (tr("Cluster blocks"), kinds.get("cluster")),
        (tr("Scattered blocks"), kinds.get("scattered")),
    )
    found = [Figure(label, land(*(pair or (0, 0.0)))) for label, pair in named]
    industrial = [row for row in rows if row["level"]]
    known = [row for row in industrial if row["encroaching"] is not None]
    lies = tally(known, "encroaching", "area_m2").get(1, (0, 0.0))
    tip = tr("Industrial parcels that overlap a protected area, with their whole land.")
    found.append(
        Figure(tr("On protected land"), land(*lies) if known else tr("not checked: no line given"), tip)
    )
    return found


def performance(session: Session) -> list[Figure]:
    """Parks evaluated, and those that use their land badly."""
    rows = session.values("performance", "unit", "unit_kind", "priority", "priority_reason")
    parks = [row for row in rows if row["unit_kind"] == "park"]
    worst = [row for row in parks if row["priority"]]
    names = listed(row["unit"] for row in worst[:_MOST_NAMES])
    if worst[_MOST_NAMES:]:
        names = tr("{}, ...").format(names)
    reasons = "\n".join(tr("{}: {}").format(row["unit"], row["priority_reason"]) for row in worst)
    text = tr("{}: {}").format(count(len(worst)), names) if worst else count(0)
    unknown = sum(row["priority"] is None for row in parks)
    found = [
        Figure(tr("Parks evaluated"), count(len(parks))),
        Figure(tr("Priority areas"), text, reasons),
    ]
    return [*found, Figure(tr("Not known enough"), count(unknown))] if unknown else found


def deficiency_names() -> dict[str, str]:
    """The classes in the order of their tests."""
    return {
        "green": tr("Green-deficient"),
        "efficiency": tr("Efficiency-deficient"),
        "quality": tr("Quality-deficient"),
        "equity": tr("Equity-deficient"),
        "safety": tr("Safety alert"),
        "none": tr("None found"),
        "unknown": tr("Not known"),
    }


def deficiency(session: Session) -> list[Figure]:
    """Land by class of deficiency."""
    every = session.values("parcels", *_PARCELS)
    rows = [row for row in every if row["deficiency"]]
    classes = tally(rows, "deficiency", "area_m2")
    failed = [pair for name, pair in classes.items() if name not in ("none", "unknown")]
    found = [
        Figure(tr("Deficient"), land(sum(pair[0] for pair in failed), sum(pair[1] for pair in failed))),
        *(Figure(name, land(*classes[key])) for key, name in deficiency_names().items() if key in classes),
    ]
    urgent = tally(rows, "priority", "area_m2").get("high")
    return [*found, Figure(tr("High priority"), land(*urgent))] if urgent else found


def scenarios(session: Session) -> list[Figure]:
    """What each scenario moves and costs."""
    prices = session.values("economics", "scenario", "npv_fiscal")
    worth = {row["scenario"]: row["npv_fiscal"] for row in prices}
    tip = tr("Present value against the status quo. It rests on assumptions: see the layer Rules used.")
    found = []
    for row in session.values("scenario_summary", "scenario", "relocate_parcels", "vacated_m2"):
        if row["scenario"] == "status_quo":
            continue
        moved = tr("{} parcels move, {} vacated").format(
            count(row["relocate_parcels"]), area(row["vacated_m2"])
        )
        value = worth.get(row["scenario"])
        priced = tr("{} for the government").format(money(value)) if value is not None else tr("not priced")
        found.append(Figure(scenario_title(row["scenario"]), listed((moved, priced), "; "), tip))
    return found


def outputs(session: Session) -> list[Figure]:
    """What the figures rest on."""
    status = tally(session.values("rules", "status"), "status")
    every = sum(number for number, _ in status.values())
    assumed = status.get("assumption", (0, 0))[0]
    text = tr("{} of {} rules").format(count(assumed), count(every))
    tip = tr("Numbers without a verified source. The layer Rules used lists them all.")
    log = session.values("run_log", "profile", "mapping")
    found = [Figure(tr("Not verified"), text, tip)]
    if log:
        found.append(Figure(tr("Rules"), str(log[0]["profile"])))
        found.append(Figure(tr("Column mapping"), str(log[0]["mapping"])))
    return found
