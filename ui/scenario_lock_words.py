"""Locks, what became of them, and what solving again has changed, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from ..core.dossier.dossier_words import WORDS
from ..core.scenarios.lock_results import BROKEN, KEPT, OPEN, REFUSED, Outcome
from ..core.scenarios.scenario_changes import ELSEWHERE, FATE, MOVES, STAYS, MoveChange, PlanChange
from ..processing import settings
from ..processing.said import listed
from ..processing.translation import tr
from .scenario_data import title_of
from .texts import count, money

Parks = Mapping[str, str]
_ICONS = {KEPT: "mIconSuccess.svg", BROKEN: "mIconWarning.svg", REFUSED: "mIconCritical.svg",
          OPEN: "mActionHistory.svg"}  # fmt: skip
_DASH = "–"


def state_icon(state: str) -> QIcon:
    """The sign of a state."""
    return QgsApplication.getThemeIcon(_ICONS[state])


def lock_title(lock: Mapping, parks: Parks) -> str:
    """What is locked."""
    park = park_name(lock.get("park_id"), parks)
    titles = {
        "stay": tr("must stay"),
        "move": tr("must go to {}").format(park),
        "forbid": tr("must not go to {}").format(park),
        "open": tr("{} is kept open").format(park),
        "close": tr("{} is closed").format(park),
    }
    title = titles[lock["action"]]
    return title if lock.get("parcel_id") is None else tr("{}: {}").format(lock["parcel_id"], title)


def lock_state(lock: Mapping, found: Sequence[Outcome]) -> str:
    """Where a lock holds, and what became of it: one state for all scenarios, or each with its own."""
    where = title_of(lock["scenario"]) if lock.get("scenario") else tr("all scenarios")
    said = {outcome.scenario: outcome_text(outcome) for outcome in found}
    if not said:
        text = tr("the result has no such scenario")
    elif len(set(said.values())) == 1:
        text = next(iter(said.values()))
    else:
        text = listed((tr("{}: {}").format(title_of(name), one) for name, one in said.items()), "; ")
    return tr("{} · {}").format(where, text)


def outcome_text(outcome: Outcome) -> str:
    """What became of a lock in a scenario."""
    if outcome.state == KEPT:
        return tr("kept")
    if outcome.state == OPEN:
        return tr("not solved yet")
    if outcome.state == REFUSED:
        return tr("could not be used: {}").format(outcome.reason or tr("see the table of rejects"))
    why = reason_text(outcome.reason)
    return tr("not kept: {}").format(why) if why else tr("not kept")


def reason_text(reason: str | None) -> str:
    """Why a parcel has its fate."""
    return _word("reasons", reason)


def fate_text(fate: str | None) -> str:
    """What becomes of a parcel."""
    return _word("fates", fate) or tr("no fate")


def _word(kind: str, code: str | None) -> str:
    return WORDS[settings.screen_language()][kind].get(code, code or "") if code else ""


def park_name(park_id: str | None, parks: Parks) -> str:
    """A park by its name, or its id."""
    return parks.get(park_id) or str(park_id or _DASH)


def change_text(change: MoveChange, parks: Parks) -> str:
    """What has become another one."""
    before, after = (park_name(park, parks) for park in (change.park_before, change.park_after))
    if change.kind == STAYS:
        return tr("{}, not to {}").format(fate_text(change.fate_after), before)
    if change.kind == MOVES:
        return tr("to {}").format(after)
    if change.kind == ELSEWHERE:
        return tr("to {}, not to {}").format(after, before)
    return tr("{}, not {}").format(fate_text(change.fate_after), fate_text(change.fate_before))


def plan_text(plan: PlanChange) -> str:
    """A scenario before and after, in a line or two."""
    title = title_of(plan.scenario)
    if not plan.changed and plan.cost_before == plan.cost_after:
        return tr("{}: nothing has changed.").format(title)
    parts = [tr("Moves: {} → {}").format(count(plan.moves_before), count(plan.moves_after))]
    if None not in (plan.cost_before, plan.cost_after):
        parts.append(tr("cost: {} → {} ({})").format(
            money(plan.cost_before), money(plan.cost_after), signed(plan.cost_after - plan.cost_before)
        ))  # fmt: skip
    if plan.gap_after is not None:
        parts.append(tr("at most {} from the best plan").format(gap_text(plan.gap_after)))
    return tr("{}: {}. {}").format(title, listed(parts, "; "), _kinds(plan.changed)).rstrip()


def _kinds(changed: Mapping[str, int]) -> str:
    titles = {
        STAYS: tr("stay now: {}"),
        ELSEWHERE: tr("go elsewhere: {}"),
        MOVES: tr("move now: {}"),
        FATE: tr("another fate: {}"),
    }
    said = [titles[kind].format(count(changed[kind])) for kind in titles if changed.get(kind)]
    return tr("Parcels that {}.").format(listed(said)) if said else ""


def signed(amount: float) -> str:
    """A change of cost."""
    return f"+{money(amount)}" if amount > 0 else money(amount)


def gap_text(gap: float) -> str:
    """How far a plan may be from the best one."""
    return tr("{} %").format(f"{100 * gap:.2g}" if gap >= 1e-5 else "0")
