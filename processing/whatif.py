"""A result made ready for trying other thresholds and weights (see `core.whatif.whatif`)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from . import settings
from .threads import own_path
from .translation import tr

if TYPE_CHECKING:
    import numpy as np

    from ..core.rules.profile import Profile
    from ..core.whatif.whatif import DeficiencyTrial, ScoreTrial
    from .results import StoredStudy

PARCELS, PARKS = "parcels", "performance"
# What a layer is drawn by while something is tried: one sign a feature, by its id.
NO_SIGN, RANK_WIDTH, _SHADES = "-", 4, 5
_NEEDED = (
    *("parcel_id", "area_m2", "land_code", "industry", "output", "tax", "eia_passed", "safety_passed"),
    *("poor_management", "level", "park_id", "redline_share", "redline_encroaching", "deficiency"),
)


@dataclass(frozen=True)
class Prepared:
    """A result ready to be tried.

    ``before``: classes of the parcels as stored (`core.whatif.whatif.class_codes`); ``ids``, ``area``,
    ``fids`` (features): aligned with it. ``problem``: why thresholds cannot be tried, or None. ``scores``:
    None where parks are not scored, ``why_no_scores`` says why; ``weights``: those of the result, by
    indicator;
    ``park_fids``: the feature of each unit. ``money``: label of the money unit, None for the usual one.
    """

    profile: Profile
    deficiency: DeficiencyTrial
    before: np.ndarray
    ids: np.ndarray
    area: np.ndarray
    fids: np.ndarray
    scores: ScoreTrial | None
    why_no_scores: str | None
    weights: dict[str, float]
    park_fids: dict[str, int]
    problem: str | None
    money: str | None


def prepare(path: str | Path, parameters: Mapping) -> Prepared:
    """Read what trials need from a result, and make sure that they start from what is stored there.

    ``parameters``: those of the run as far as they are known: its rules, its column mapping, its language. It
    may run in the background: nothing of the project is used.

    Errors: LandRenewalError when the result was made by a version with other rules.
    """
    import numpy as np

    from ..core.deficiency.deficiency import DeficiencyRules
    from ..core.whatif.whatif import DeficiencyTrial, class_codes
    from .results import StoredStudy

    store, language = StoredStudy(Path(path)), parameters.get("LANGUAGE")
    language = language if language in settings.LANGUAGES[1:] else settings.output_language()
    profile, money = rules_of(store.log, parameters)
    tables, parcels = _tables(store, profile)
    trial = DeficiencyTrial(tables, language, money)
    before = class_codes(parcels["deficiency"])
    same = trial.classes(profile.params(DeficiencyRules, "deficiency")) == before
    scores, why, weights = _scores(store, profile, language)
    return Prepared(
        profile, trial, before, parcels["parcel_id"].to_numpy(dtype=object),
        parcels["area_m2"].to_numpy(dtype=float), np.array(feature_ids(path, PARCELS), dtype=np.int64),
        scores, why, weights, _park_fids(path, scores),
        None if same.all() else _other_classes(int((~same).sum())), money,
    )  # fmt: skip


def rules_of(log: Mapping[str, Mapping], parameters: Mapping) -> tuple[Profile, str | None]:
    """The rule profile that a result was made with, and the label of its money unit."""
    from ..core.common.errors import LandRenewalError
    from ..core.intake.mapping_file import load_mapping
    from ..core.rules.profile_log import logged_profile

    money = given = None
    # Where the file of the mapping has gone, the labels of money are the usual ones.
    with suppress(LandRenewalError):
        mapping = load_mapping(parameters.get("MAPPING") or "auto")
        money, given = mapping.money, mapping.profile
    money = money or settings.money_label()
    given = parameters.get("RULES") or given or settings.load().rules
    rows = list(log.values())
    name = next((row["profile"] for row in rows if row.get("profile")), "default")
    return logged_profile([row["rules"] for row in rows], name, given), money


def feature_ids(path: str | Path, table: str) -> list[int]:
    """Ids of the features of a layer of a GeoPackage, in stored order."""
    layer = QgsVectorLayer(f"{own_path(path)}|layername={table}", table, "ogr")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([])
    return [feature.id() for feature in layer.getFeatures(request)]


@dataclass(frozen=True)
class Trial:
    """Thresholds that were tried: the profile with them, the class of every parcel, what it comes to.

    ``tallies`` and ``switches``: see `core.whatif.whatif`; ``places``: positions of the parcels that change
    class;
    ``used``: names of the rules that have an effect beside the others.
    """

    profile: Profile
    codes: np.ndarray
    tallies: list
    switches: list
    places: np.ndarray
    used: set[str]


def try_rules(prepared: Prepared, values: Mapping[str, object], source: str, year: int) -> Trial:
    """The classes under other rules (values by key, in the units of the profile).

    Errors: LandRenewalError where a value does not fit.
    """
    from ..core.deficiency.deficiency import DeficiencyRules
    from ..core.whatif.whatif import switched, switches, tallies
    from ..core.whatif.whatif_controls import used

    profile = changed_profile(prepared.profile, values, source, year)
    rules = profile.params(DeficiencyRules, "deficiency")
    codes = prepared.deficiency.classes(rules)
    names = (name for name in rules.__dataclass_fields__ if name != "sector_thresholds")
    return Trial(
        profile, codes, tallies(prepared.before, codes, prepared.area),
        switches(prepared.before, codes, prepared.area), switched(prepared.before, codes, prepared.ids),
        {name for name in names if used(name, rules)},
    )  # fmt: skip


def changed_profile(profile: Profile, values: Mapping[str, object], source: str, year: int, name: str = ""):
    """A profile with other values, which are assumptions of this source and year."""
    from ..core.rules.profile_schema import Origin
    from ..core.rules.profile_writer import with_values

    return with_values(profile, values, Origin(source, year, "assumption"), name)


def weight_values(prepared: Prepared, weights: Mapping[str, float]) -> dict[str, object]:
    """Weights as values of the rule profile: the weighting of one's own, and the weight of each indicator."""
    found: dict[str, object] = {"performance.weighting": "own"}
    for indicator in prepared.scores.indicators:
        weight = weights.get(indicator.id, 0.0)
        if weight or indicator.marks or indicator.own_weight:
            found[f"performance.indicators[{indicator.id}].own_weight"] = weight
    return found


def controls_of(prepared: Prepared) -> list:
    """The rules that can be tried (`core.whatif.whatif_controls.Control`)."""
    from ..core.whatif.whatif_controls import controls

    trial = prepared.deficiency
    figures = {name: trial.figures(name) for name in ("efficiency", "equity", "quality")}
    return controls(prepared.profile, figures, trial.years)


def trace_of(prepared: Prepared, trial: Trial, place: int) -> str | None:
    """Why the parcel at a position has its class under the rules tried."""
    from ..core.deficiency.deficiency import DeficiencyRules

    return prepared.deficiency.why(trial.profile.params(DeficiencyRules, "deficiency"), place)


def class_signs() -> dict[str, str]:
    """The sign that stands for each class."""
    from ..core.deficiency.subject_tests import CLASSES

    return {name: str(place) for place, name in enumerate(CLASSES)}


def signs_of_parcels(prepared: Prepared, codes: np.ndarray) -> str:
    """The sign of every parcel's class, at the place of its feature's id; NO_SIGN where there is none."""
    import numpy as np

    signs = np.array([*(sign.encode() for sign in class_signs().values()), NO_SIGN.encode()], dtype="S1")
    text = np.full(int(prepared.fids.max(initial=0)), NO_SIGN.encode(), dtype="S1")
    text[prepared.fids - 1] = signs[codes]
    return text.tobytes().decode("ascii")


def rows_of_parks(prepared: Prepared, weights: Mapping[str, float]) -> list[dict]:
    """The parks under some weights as plain rows, best first: unit_id, unit, score, score_rank, and what they
    were in the result (score_before, rank_before). None = no score.

    Errors: LandRenewalError when all weights are 0.
    """
    scores = prepared.scores
    found = scores.standing(weights).sort_values(["score_rank", "unit_id"], kind="stable")
    was = scores.parks.set_index("unit_id").loc[found["unit_id"]].reset_index()
    table = found[["unit_id", "unit", "score", "score_rank", "top_obstacles"]].reset_index(drop=True)
    table = table.assign(score_before=was["score"], rank_before=was["score_rank"])
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{name: _whole(name, value) for name, value in row.items()} for row in rows]


def signs_of_parks(prepared: Prepared, rows: list[dict]) -> tuple[str, str]:
    """For the layer of the parks, by the ids of its features: the fifth of the ranking that each is in, and
    its rank, `RANK_WIDTH` signs wide.
    """
    rank = {row["unit_id"]: row["score_rank"] for row in rows if row["score_rank"] is not None}
    size = max(prepared.park_fids.values(), default=0)
    signs, ranks = [NO_SIGN] * size, [" " * RANK_WIDTH] * size
    for unit, place in rank.items():
        fid = prepared.park_fids[unit]
        signs[fid - 1] = str((place - 1) * _SHADES // len(rank))
        ranks[fid - 1] = str(place).rjust(RANK_WIDTH)[:RANK_WIDTH]
    return "".join(signs), "".join(ranks)


def _whole(name: str, value):
    return int(value) if name in ("score_rank", "rank_before") and value is not None else value


def _tables(store: StoredStudy, profile: Profile):
    import pandas as pd

    from ..core.levels import land
    from ..core.levels.land import LandRules
    from ..core.whatif.whatif import Tables
    from .geopackage import read_layer

    parcels = pd.DataFrame(read_layer(store.path, PARCELS, _NEEDED)).drop(columns="geometry", errors="ignore")
    industrial = land.industrial(parcels, profile.params(LandRules, "land"))
    firms = _plain(store, "enterprises")
    # All that a store asks of a study here is whether there are enterprises.
    holdings = store.load({"enterprises": firms}, "holdings")
    # Levels and control lines are columns of the same layer.
    return Tables(parcels, parcels, parcels, industrial, firms, holdings, _plain(store, "parks")), parcels


def _plain(store: StoredStudy, layer: str):
    """A stored layer without its geometry; None where the result has none."""
    import pandas as pd

    from .geopackage import read_layer

    if layer not in store.layers:
        return None
    return pd.DataFrame(read_layer(store.path, layer)).drop(columns="geometry", errors="ignore")


def _scores(store: StoredStudy, profile: Profile, language: str):
    """What scores are tried with, why there are none, and the weights of the result."""
    from ..core.performance.performance import PerformanceRules
    from ..core.whatif.whatif import ScoreTrial
    from .geopackage import read_layer

    needed = {PARKS, "performance_values", "performance_weights"}
    if not needed <= store.layers:
        return None, tr("This result has no performance evaluation: run the study once again."), {}
    rules = profile.params(PerformanceRules, "performance")
    table = read_layer(store.path, "performance_weights")
    own = table[table["weighting"] == rules.weighting]
    if own.empty:
        return None, tr("Scores compare parks, and this result has fewer than two."), {}
    trial = ScoreTrial(_plain(store, PARKS), read_layer(store.path, "performance_values"), rules, language)
    return trial, None, dict(zip(own["indicator"], own["weight"].astype(float)))


def _park_fids(path: str | Path, scores: ScoreTrial | None) -> dict[str, int]:
    return dict(zip(scores.units["unit_id"], feature_ids(path, PARKS))) if scores is not None else {}


def _other_classes(count: int) -> str:
    return tr(
        "The classes of {} parcels were not made from the tables of this result (they came with the parcels"
        " layer, or the result was edited), so thresholds cannot be tried. Run the study once again."
    ).format(count)
