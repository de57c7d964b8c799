"""How much clustering, and how much tax, the money could buy: the frontier beside the scenarios [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..assignment.assignment import Assignment, Locks, Search, assign
from ..common.columns import FRONTIER, names
from ..rules.unit_costs import plain
from .balance import STAYING
from .locks import Decisions, no_decisions
from .relocation import Relocation, relocation
from .scenario_words import Speech
from .scenarios import STATUS_QUO, settled
from .situation import Move, ScenarioRules, Situation

CLUSTERING = "clustering"
_MAIN = ["base", "community"]
_HARDLY = 0.005
_KM2 = 1e6
# At so many times the dearest cost per gain everyone moves who finds room.
_DEAREST = 10.0
_APART = 1e-6
# Answers for whole parcels by rounding alone: the gap is shown, and single parcels do not bend the line.
_QUICK = Search(cores=())


@dataclass(frozen=True)
class _District:
    """All blocks that could move. Arrays by mover: land ``area``, ``cleared``, and firms' tax and output in
    ``worth`` (0 where not known). Sums over all that does not move: ``fixed`` land, ``main`` land of it in
    bases and communities, ``base_worth``. Land m2. ``locks``: by position among the movers.
    """

    problem: Relocation
    area: np.ndarray
    worth: dict[str, np.ndarray]
    cleared: np.ndarray
    fixed: float
    main: float
    base_worth: dict[str, float]
    uplift: float
    locks: Locks


def frontier(
    situation: Situation,
    rules: ScenarioRules,
    reclaim: pd.Series,
    summary: list[dict],
    speech: Speech,
    locks: Decisions | None = None,
) -> tuple[pd.DataFrame, list[str]]:
    """Points of least cost for more and more of what is wanted, and how far each scenario is from them.

    Every built block parcel may move to any qualified base or community, whatever the town and the distance;
    rigid land is reclaimed and vacant land outside parks reserved as in the scenarios; opening costs are left
    out. ``locks``, those of all scenarios, hold at every point: who must stay or move does, and forbidden or
    closed receivers are not used. Each point minimises cost − weight × gain: the gain is the land moved
    (clustering), or the yearly tax that is kept or added (output where no tax is known): all of it for firms
    that would exit, the uplift for others. ``summary``: rows of
    `core.scenarios.comparison.summarise`. Where movers × receivers exceed ``rules.frontier_choices``, every
    k-th mover that is not locked stands for k; the notes say so.

    Returns a table with the columns of `core.common.columns.FRONTIER`, and sentences.
    """
    locks = locks or no_decisions(len(situation.facts))
    movers = _movers(situation, reclaim, locks)
    may = (
        situation.receivers["qualified"].to_numpy(bool) & (situation.receivers["capacity_m2"] > 0).to_numpy()
    )
    if not rules.frontier_steps:
        return _table([]), []
    if not movers.any() or not may.any():
        return _table([]), [speech.say("frontier_none")]
    rows, notes = [], []
    for kind in _kinds(summary):
        district, said = _district(kind, situation, rules, reclaim, summary, speech, locks)
        points = _points(kind, district, rules)
        if len(points) == 1 and kind != CLUSTERING:
            said.append(speech.say("frontier_flat", kind=speech.words["kinds"][kind]))
        named = [_named(kind, row, points) for row in summary]
        told = [_sentence(kind, row, speech) for row in named if row["scenario"] != STATUS_QUO]
        notes += [*said, *filter(None, told)]
        rows += points + named
    return _table(rows), notes


def _kinds(summary: list[dict]) -> list[str]:
    return [CLUSTERING, *_known(summary)[:1]]


def _known(summary: list[dict]) -> list[str]:
    return [name for name in ("tax", "output") if summary[0][f"{name}_per_km2"] is not None]


def _movers(situation: Situation, reclaim: pd.Series, locks: Decisions) -> np.ndarray:
    """True for built block parcels, and for built parcels under rigid control; locks come first."""
    facts = situation.facts
    asked = (facts["level"] == "block").to_numpy() | reclaim.fillna(False).to_numpy(bool)
    asked = (asked & ~locks.stay) | locks.moves
    return asked & situation.industrial & ~facts["vacant"].to_numpy(bool)


def _district(
    kind: str, situation: Situation, rules: ScenarioRules, reclaim, summary, speech, locks: Decisions
):
    """The movers that count for what is wanted, all others where they are, and what to say of that."""
    facts, area = situation.facts, situation.facts["area"].to_numpy()
    cleared = reclaim.fillna(False).to_numpy(bool) & situation.industrial
    mover = _movers(situation, reclaim, locks)
    worth = {name: facts[name].fillna(0.0).to_numpy() for name in _known(summary)}
    useful = True if kind == CLUSTERING else _worthwhile(worth[kind], cleared, rules.output_uplift) > 0
    counts = mover & (useful | locks.moves)
    fates = settled("frontier", situation, rules, cleared, mover)
    stays = (fates["fate"].isin(STAYING) & facts["in_balance"]).to_numpy() & ~counts & ~cleared
    kept = situation.industrial & ~counts & ~(cleared & mover)
    groups = (locks.moves, cleared & ~locks.moves, ~cleared & ~locks.moves)
    free = np.flatnonzero(counts & ~locks.moves)
    rows, notes = _thinned(facts, free, cleared, rules, len(situation.receivers), speech)
    rows = _by_id(facts, np.append(rows, np.flatnonzero(counts & locks.moves)))
    everywhere = Move("frontier", "all", "any", tuple(_MAIN), False, None)
    problem = relocation(
        [everywhere], [counts], situation, replace(rules, opening_cost=None), rows, cleared, locks
    )
    scale = _scale(area, counts, rows, groups)
    larger = {name: getattr(problem, name) * scale[:, None] for name in ("need", "cost")}
    return _District(
        replace(problem, **larger, penalty=problem.penalty * scale), area[rows] * scale,
        {name: values[rows] * _scale(values, counts, rows, groups) for name, values in worth.items()},
        cleared[rows], float(area[stays].sum()),
        float(area[stays & facts["level"].isin(_MAIN).to_numpy()].sum()),
        {name: float(values[kept].sum()) for name, values in worth.items()}, rules.output_uplift,
        locks.among(rows),
    ), notes  # fmt: skip


def _worthwhile(worth: np.ndarray, cleared: np.ndarray, uplift: float) -> np.ndarray:
    """What a move keeps or adds: all of it where the firm would exit, else the uplift."""
    return uplift * worth - np.where(cleared, 0.0, worth)


def _scale(values: np.ndarray, whole: np.ndarray, sample: np.ndarray, groups) -> np.ndarray:
    """What each of the sample stands for, so that each group of movers sums to what it does in all."""
    found = np.ones(len(sample))
    for group in groups:
        own = group[sample]
        part = values[sample[own]].sum()
        if part > 0:
            found[own] = values[whole & group].sum() / part
    return found


def _thinned(
    facts: pd.DataFrame, rows: np.ndarray, cleared, rules: ScenarioRules, receivers: int, speech: Speech
) -> tuple[np.ndarray, list[str]]:
    """(movers, notes). Every k-th by rigid control, town, block, area and id, so that the sample
    lies like the whole.
    """
    ids = facts["parcel_id"].to_numpy(object).astype(str)
    step, notes = max(-(-len(rows) * receivers // rules.frontier_choices), 1), []
    if step > 1:
        block, town = (facts[name].fillna("").to_numpy(object).astype(str) for name in ("cluster_id", "town"))
        keys = (ids, facts["area"].to_numpy(), block, town, cleared)
        order = np.lexsort([key[rows] for key in keys])
        notes.append(speech.say("frontier_thin", step=step, count=len(rows)))
        rows = rows[order][step // 2 :: step]
    return rows, notes


def _by_id(facts: pd.DataFrame, rows: np.ndarray) -> np.ndarray:
    ids = facts["parcel_id"].to_numpy(object).astype(str)
    return rows[np.argsort(ids[rows], kind="stable")]


def _points(kind: str, district: _District, rules: ScenarioRules) -> list[dict]:
    """Points of the frontier, cheapest first; points that buy nothing more are left out."""
    best, kept = -np.inf, []
    points = _swept(kind, district, rules.frontier_steps)
    for row in sorted(points, key=lambda row: (row["cost"], -row["value"])):
        if row["value"] > best + 1e-12 * abs(row["value"]):
            best = row["value"]
            kept.append({**row, "point": len(kept)})
    return kept


def _swept(kind: str, district: _District, steps: int) -> list[dict]:
    """The plans of ``steps`` weights: from no move to all that finds room, each new weight between the two
    plans that lie farthest apart.
    """
    problem, gain = district.problem, _gain(kind, district)
    cost = np.where(problem.allowed, problem.cost, np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        unit = np.where(gain > 0, cost / gain, np.inf).min(axis=1)
    useful = unit[np.isfinite(unit) & (unit > 0)]

    def point(weight: float) -> dict:
        return _point(kind, district, _solved(district, gain, weight))

    if not len(useful):
        return [point(0.0)]
    weights = [float(useful.min()) * (1 - _APART), float(useful.max()) * _DEAREST]
    found = [point(weight) for weight in weights]
    while len(found) < steps:
        apart = np.diff([row["value"] for row in found])
        # Weights this close have a jump between them, no further plan.
        apart[np.diff(np.log(weights)) < _APART] = 0.0
        place = int(np.argmax(apart)) + 1
        if apart[place - 1] <= 0:
            break
        weights.insert(place, float(np.sqrt(weights[place - 1] * weights[place])))
        found.insert(place, point(weights[place]))
    return found


def _gain(kind: str, district: _District) -> np.ndarray:
    """What a move adds to what is wanted (n, m): its land, or the tax it keeps or adds."""
    if kind == CLUSTERING:
        gain = district.area
    else:
        gain = _worthwhile(district.worth[kind], district.cleared, district.uplift)
    return np.broadcast_to(np.maximum(gain, 0.0)[:, None], district.problem.need.shape)


def _solved(district: _District, gain: np.ndarray, weight: float) -> Assignment:
    """Least cost − weight × gain, shifted so that nothing is below 0."""
    problem = district.problem
    must = np.zeros((len(problem.rows), 1), dtype=bool)
    must[[mover for mover, _park in district.locks.moves]] = True
    eligible = problem.allowed & ((gain > 0) | must)
    best = np.where(eligible, gain, 0.0).max(axis=1)
    cost = np.where(eligible, problem.cost + weight * (best[:, None] - gain), np.inf)
    return assign(
        cost, problem.need, problem.capacity, weight * best, None, problem.room, problem.room_price,
        district.locks, _QUICK,
    )  # fmt: skip


def _point(kind: str, district: _District, plan: Assignment) -> dict:
    problem, placed = district.problem, plan.receiver >= 0
    at = (np.flatnonzero(placed), plan.receiver[placed])
    received = float(problem.need[at].sum())
    stays = ~placed & ~district.cleared
    after = district.fixed + float(district.area[stays].sum()) + received
    row = {"kind": kind, "cost": float(problem.cost[at].sum()) + plan.bought_cost, "solver_gap": plan.gap}
    row["moved_m2"] = float(district.area[placed].sum())
    row["share_in_main_clusters"] = (district.main + received) / after if after else 0.0
    for name, worth in district.worth.items():
        total = district.base_worth[name] + district.uplift * worth[placed].sum() + worth[stays].sum()
        row[f"{name}_per_km2"] = float(total) / after * _KM2 if after else 0.0
    return {**row, "value": _value(kind, row, after)}


def _value(kind: str, row: dict, after: float) -> float | None:
    if kind == CLUSTERING:
        return row["share_in_main_clusters"]
    per_km2 = row[f"{kind}_per_km2"]
    return None if per_km2 is None else per_km2 * after / _KM2


def _named(kind: str, row: dict, points: list[dict]) -> dict:
    """A scenario beside the frontier; between its points the frontier is a straight line."""
    cost = row["relocation_cost"] + row["opening_cost"] + row["bought_cost"]
    value = _value(kind, row, row["after_m2"])
    same = ("scenario", "moved_m2", "solver_gap", "share_in_main_clusters", "tax_per_km2", "output_per_km2")
    found = {"kind": kind, "cost": cost, "value": value, **{name: row[name] for name in same}}
    if value is None:
        return found
    costs, values = (np.array([point[name] for point in points]) for name in ("cost", "value"))
    found["value_at_cost"] = float(np.interp(cost, costs, values))
    short = (found["value_at_cost"] - value) / value if value else np.nan
    found["behind"] = max(float(short), 0.0)
    found["cost_at_value"] = float(np.interp(value, values, costs)) if value <= values[-1] else np.nan
    return found


def _sentence(kind: str, row: dict, speech: Speech) -> str | None:
    if row["value"] is None:
        return None
    behind = row["behind"] > _HARDLY
    if kind == CLUSTERING:
        figures = {"value": f"{100 * row['value']:.1f}", "best": f"{100 * row['value_at_cost']:.1f}"}
        return speech.say("behind_clustering" if behind else "on_clustering", row["scenario"], **figures)
    figures = {"value": speech.amount(row["value"]), "best": speech.amount(row["value_at_cost"])}
    return speech.say(f"behind_{kind}", row["scenario"], **figures) if behind else None


def _table(rows: list[dict]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=names(FRONTIER))
    kinds = {"kind": object, "scenario": object}
    return plain(table.astype({name: kinds.get(name, float) for name in table}))
