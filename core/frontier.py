"""How much clustering, and how much tax, the money could buy: the frontier beside the scenarios [P 4.2]."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from .assignment import Assignment, Search, assign
from .columns import FRONTIER, names
from .conflicts import STAYING
from .locks import no_decisions
from .relocation import Relocation, relocation
from .scenario_words import Speech
from .scenarios import STATUS_QUO, settled
from .situation import Move, ScenarioRules, Situation

CLUSTERING = "clustering"
_MAIN = ["base", "community"]
_HARDLY = 0.005
_KM2 = 1e6
# Answers for whole parcels by rounding alone: the gap is shown, and single parcels do not bend the line.
_QUICK = Search(cores=())


@dataclass(frozen=True)
class _District:
    """All blocks that could move. Arrays by mover: land ``area``, ``cleared``, and firms' tax and output in
    ``worth`` (0 where not known). Sums over all that does not move: ``fixed`` land, ``main`` land of it in
    bases and communities, ``base_worth``. Land m2.
    """

    problem: Relocation
    area: np.ndarray
    worth: dict[str, np.ndarray]
    cleared: np.ndarray
    fixed: float
    main: float
    base_worth: dict[str, float]
    uplift: float


def frontier(
    situation: Situation, rules: ScenarioRules, reclaim: pd.Series, summary: list[dict], speech: Speech
) -> tuple[pd.DataFrame, list[str]]:
    """Points of least cost for more and more of what is wanted, and how far each scenario is from them.

    Every built block parcel may move to any qualified base or community, whatever the town and the distance;
    rigid land is reclaimed and vacant land outside parks reserved as in the scenarios; locks and opening
    costs are left out. Each point minimises cost − weight × gain: the gain is the land moved (clustering), or
    the yearly tax that is kept or added (output where no tax is known): all of it for firms that would exit,
    the uplift for others. The weights follow the movers' cheapest cost ÷ gain. ``summary``: rows of
    `core.comparison.summarise`. Where movers × receivers exceed ``rules.frontier_choices``, every k-th mover
    stands for k; the notes say so.

    Returns a table with the columns of `core.columns.FRONTIER`, and sentences.
    """
    district, notes = _district(situation, rules, reclaim, summary, speech)
    if district is None:
        return _table([]), notes
    rows = []
    for kind in _kinds(summary):
        points = _points(kind, district, rules)
        if len(points) == 1 and kind != CLUSTERING:
            notes.append(speech.say("frontier_flat", kind=speech.words["kinds"][kind]))
        named = [_named(kind, row, points) for row in summary]
        notes += [_sentence(kind, row, speech) for row in named if row["scenario"] != STATUS_QUO]
        rows += points + named
    return _table(rows), [note for note in notes if note]


def _kinds(summary: list[dict]) -> list[str]:
    return [CLUSTERING, *_known(summary)[:1]]


def _known(summary: list[dict]) -> list[str]:
    return [name for name in ("tax", "output") if summary[0][f"{name}_per_km2"] is not None]


def _district(situation: Situation, rules: ScenarioRules, reclaim: pd.Series, summary, speech: Speech):
    facts = situation.facts
    cleared = reclaim.fillna(False).to_numpy(bool) & situation.industrial
    block = (facts["level"] == "block").to_numpy() & situation.industrial
    mover = (block | cleared) & ~facts["vacant"].to_numpy(bool)
    rows = np.flatnonzero(mover)
    may = (
        situation.receivers["qualified"].to_numpy(bool) & (situation.receivers["capacity_m2"] > 0).to_numpy()
    )
    if not rules.frontier_steps or not len(rows) or not may.any():
        return None, [speech.say("frontier_none")] if rules.frontier_steps else []
    fates = settled("frontier", situation, rules, cleared, mover)
    stays = (fates["fate"].isin(STAYING) & facts["in_balance"]).to_numpy() & ~mover & ~cleared
    area = facts["area"].to_numpy()
    worth = {name: facts[name].fillna(0.0).to_numpy() for name in _known(summary)}
    rows, scale, notes = _thinned(facts, rows, int(may.sum()), rules, speech)
    everywhere = Move("frontier", "all", "any", tuple(_MAIN), False, None)
    rules = replace(rules, opening_cost=None)
    problem = relocation([everywhere], [mover], situation, rules, rows, cleared, no_decisions(len(facts)))
    problem = replace(
        problem, need=problem.need * scale, cost=problem.cost * scale, penalty=problem.penalty * scale
    )
    kept = situation.industrial & ~mover
    moving = {name: values[rows] * scale for name, values in worth.items()}
    return _District(
        problem, area[rows] * scale, moving, cleared[rows], float(area[stays].sum()),
        float(area[stays & facts["level"].isin(_MAIN).to_numpy()].sum()),
        {name: float(values[kept].sum()) for name, values in worth.items()}, rules.output_uplift,
    ), notes  # fmt: skip


def _thinned(facts: pd.DataFrame, rows: np.ndarray, receivers: int, rules: ScenarioRules, speech: Speech):
    """(movers in id order, what one stands for, notes). Every k-th by town, block, area and id, so that the
    sample lies like the whole.
    """
    ids = facts["parcel_id"].to_numpy(object).astype(str)
    step = -(-len(rows) * receivers // rules.frontier_choices)
    if step <= 1:
        return rows[np.argsort(ids[rows], kind="stable")], 1.0, []
    area = facts["area"].to_numpy()
    block = facts["cluster_id"].fillna("").to_numpy(object).astype(str)
    town = facts["town"].fillna("").to_numpy(object).astype(str)
    order = np.lexsort((ids[rows], area[rows], block[rows], town[rows]))
    sample = rows[order][step // 2 :: step]
    scale = float(area[rows].sum() / area[sample].sum())
    note = speech.say("frontier_thin", step=step, count=len(rows))
    return sample[np.argsort(ids[sample], kind="stable")], scale, [note]


def _points(kind: str, district: _District, rules: ScenarioRules) -> list[dict]:
    """The sweep over the weights, cheapest first; points that buy nothing more are left out."""
    problem, gain = district.problem, _gain(kind, district)
    cost = np.where(problem.allowed, problem.cost + problem.room_price * problem.need, np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        unit = np.where(gain > 0, cost / gain, np.inf).min(axis=1)
    useful = np.sort(unit[np.isfinite(unit)])
    points = [_point(kind, district, _solved(district, gain, 0.0))]
    if len(useful):
        # Beyond the dearest move land has a price as well; at ten times it everyone moves who finds room.
        beyond = max(rules.frontier_steps // 3, 1)
        steps = np.linspace(0.0, 1.0, rules.frontier_steps - beyond + 1)[:-1]
        tail = useful[-1] * np.geomspace(1.0, 10.0, beyond)
        for weight in (*np.quantile(useful, steps), *tail):
            points.append(_point(kind, district, _solved(district, gain, float(weight) * (1 + 1e-9))))
    best, kept = -np.inf, []
    for row in sorted(points, key=lambda row: (row["cost"], -row["value"])):
        if row["value"] > best + 1e-12 * abs(row["value"]):
            best = row["value"]
            kept.append({**row, "point": len(kept)})
    return kept


def _gain(kind: str, district: _District) -> np.ndarray:
    """What a move adds to what is wanted (n, m): its land, or the tax it keeps or adds."""
    if kind == CLUSTERING:
        gain = district.area
    else:
        worth = district.worth[kind]
        gain = district.uplift * worth - np.where(district.cleared, 0.0, worth)
    return np.broadcast_to(np.maximum(gain, 0.0)[:, None], district.problem.need.shape)


def _solved(district: _District, gain: np.ndarray, weight: float) -> Assignment:
    """Least cost − weight × gain, shifted so that nothing is below 0."""
    problem = district.problem
    eligible = problem.allowed & (gain > 0)
    best = np.where(eligible, gain, 0.0).max(axis=1)
    cost = np.where(eligible, problem.cost + weight * (best[:, None] - gain), np.inf)
    return assign(
        cost, problem.need, problem.capacity, weight * best, None, problem.room, problem.room_price,
        search=_QUICK,
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
    table = table.astype({name: kinds.get(name, float) for name in table})
    table["scenario"] = table["scenario"].where(table["scenario"].notna(), None)
    return table
