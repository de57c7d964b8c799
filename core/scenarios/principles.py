"""The three principles of renewal as checks with figures: total volume, clustering, quality [P 4.2]."""

from __future__ import annotations

from .scenario_words import HA, Speech, hectares
from .situation import ScenarioRules

_CLOSES = 0.5
_EQUAL = 1e-9


def principles(row: dict, today: dict, rules: ScenarioRules, speech: Speech) -> dict:
    """Whether a scenario keeps the principles: pass (1), fail (0) or not known (None), each with its figures.

    ``row``, ``today``: rows of `core.scenarios.comparison.summarise`, of the scenario and of the status quo,
    which is measured but not judged against itself. All conditions of a principle must hold, by three-valued
    logic:

    - volume: industrial land after ≤ before, and the books close within 0.5 m2;
    - clustering: fewer patches, larger on average, and a larger share in bases and communities than today;
    - quality: output and tax per km2 not below today's and, where the profile has targets, not below these;
      less deficient land left than today (none where there is none today).

    Source: P 4.2 names the principles; the conditions are own defaults.
    """
    judged = row["scenario"] != today["scenario"]
    quality = [
        _at_least(row["output_per_km2"], today["output_per_km2"]),
        _at_least(row["tax_per_km2"], today["tax_per_km2"]),
        _below(row["deficient_left_m2"], today["deficient_left_m2"], none_left=True),
    ]
    quality += [
        _at_least(row[f"{name}_per_km2"], target)
        for name, target in (("output", rules.target_output), ("tax", rules.target_tax))
        if target
    ]
    clustering = [
        _below(row["patches"], today["patches"]),
        _below(today["mean_patch_m2"], row["mean_patch_m2"]),
        _below(today["share_in_main_clusters"], row["share_in_main_clusters"]),
    ]
    volume = [row["after_m2"] <= row["before_m2"] + _CLOSES, abs(row["residual_m2"]) < _CLOSES]
    found = {"volume": volume, "clustering": clustering, "quality": quality}
    made = {f"principle_{name}": _all(checks) if judged else None for name, checks in found.items()}
    made.update(_texts(row, today, rules, speech))
    return made


def _all(checks: list[bool | None]) -> int | None:
    if False in checks:
        return 0
    return None if None in checks else 1


def _at_least(value: float | None, least: float | None) -> bool | None:
    if value is None or least is None:
        return None
    return bool(value >= least - _EQUAL * abs(least))


def _below(value, limit, none_left: bool = False) -> bool | None:
    """Strictly below; where there is nothing to lessen, nothing left is enough."""
    if value is None or limit is None:
        return None
    return bool(value < limit - _EQUAL * abs(limit)) or bool(none_left and limit == 0 and value == 0)


def _texts(row: dict, today: dict, rules: ScenarioRules, speech: Speech) -> dict:
    words = speech.words
    freed = row["before_m2"] - row["after_m2"]
    volume = speech.say(
        "volume", before=hectares(row["before_m2"]), after=hectares(row["after_m2"]),
        change=words["less" if freed >= 0 else "not_less"].format(hectares(abs(freed))),
        residual=f"{abs(row['residual_m2']):.2f}",
    )  # fmt: skip
    clustering = speech.say(
        "clustering", patches=row["patches"], patches0=today["patches"],
        mean=f"{row['mean_patch_m2'] / HA:.1f}", mean0=f"{today['mean_patch_m2'] / HA:.1f}",
        share=_share(row["share_in_main_clusters"], words),
        share0=_share(today["share_in_main_clusters"], words),
    )  # fmt: skip
    figures = {}
    for name, target in (("output", rules.target_output), ("tax", rules.target_tax)):
        figures[name] = _per_km2(row[f"{name}_per_km2"], speech)
        figures[f"{name}0"] = _per_km2(today[f"{name}_per_km2"], speech)
        figures[f"target_{name}"] = words["target"].format(_per_km2(target, speech)) if target else ""
    left, left0 = (
        words["unknown"] if one["deficient_left_m2"] is None else hectares(one["deficient_left_m2"])
        for one in (row, today)
    )
    quality = speech.say("quality", left=left, left0=left0, **figures)
    return {
        "principle_volume_text": volume,
        "principle_clustering_text": clustering,
        "principle_quality_text": quality,
    }


def _share(value: float | None, words: dict) -> str:
    return words["unknown"] if value is None else f"{100 * value:.1f} %"


def _per_km2(value: float | None, speech: Speech) -> str:
    return speech.words["unknown"] if value is None else speech.amount(value)
