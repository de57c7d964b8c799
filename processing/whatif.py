"""A result made ready for trying other thresholds and weights (see `core.whatif`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from .translation import tr

if TYPE_CHECKING:
    import numpy as np

    from ..core.profile import Profile
    from ..core.whatif import DeficiencyTrial, ScoreTrial
    from .results import StoredStudy

PARCELS, PARKS = "parcels", "performance"
_NEEDED = (
    *("parcel_id", "area_m2", "land_code", "industry", "output", "tax", "eia_passed", "safety_passed"),
    *("poor_management", "level", "park_id", "redline_share", "redline_encroaching", "deficiency"),
)


@dataclass(frozen=True)
class Prepared:
    """A result ready to be tried. ``before``: classes of the parcels as stored (`core.whatif.class_codes`);
    ``ids``, ``area``, ``fids``: of the parcels, aligned with it. ``scores`` is None where parks are not
    scored, ``why_no_scores`` says why; ``weights``: those of the result, by indicator. ``problem``: why the
    thresholds cannot be tried, or None.
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
    problem: str | None


def prepare(path: str | Path, parameters: Mapping, language: str) -> Prepared:
    """Read what trials need from a result, and make sure that they start from what is stored there.

    ``parameters``: those of the run as far as they are known: its rules and its column mapping. It may run in
    the background: nothing of the project is used.

    Errors: LandRenewalError when the result was made by a version with other rules.
    """
    import numpy as np

    from ..core.deficiency import DeficiencyRules
    from ..core.whatif import DeficiencyTrial, class_codes
    from .results import StoredStudy

    store = StoredStudy(Path(path))
    profile, money = rules_of(store.log, parameters)
    tables, parcels = _tables(store, profile)
    trial = DeficiencyTrial(tables, language, money)
    before = class_codes(parcels["deficiency"])
    same = trial.classes(profile.params(DeficiencyRules, "deficiency")) == before
    scores, why, weights = _scores(store, profile, language)
    return Prepared(
        profile, trial, before, parcels["parcel_id"].to_numpy(dtype=object),
        parcels["area_m2"].to_numpy(dtype=float), np.array(feature_ids(path, PARCELS), dtype=np.int64),
        scores, why, weights, None if same.all() else _other_classes(int((~same).sum())),
    )  # fmt: skip


def rules_of(log: Mapping[str, Mapping], parameters: Mapping) -> tuple[Profile, str | None]:
    """The rule profile that a result was made with, and the label of its money unit."""
    from ..core.errors import LandRenewalError
    from ..core.mapping_file import load_mapping
    from ..core.profile_log import logged_profile

    money = given = None
    try:
        mapping = load_mapping(parameters.get("MAPPING") or "auto")
        money, given = mapping.money, mapping.profile
    except LandRenewalError:
        # The file of the mapping has gone; the labels of money are then the usual ones.
        money = None
    rows = list(log.values())
    name = next((row["profile"] for row in rows if row.get("profile")), "default")
    return logged_profile([row["rules"] for row in rows], name, parameters.get("RULES") or given), money


def feature_ids(path: str | Path, table: str) -> list[int]:
    """Ids of the features of a layer of a GeoPackage, in stored order."""
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([])
    return [feature.id() for feature in layer.getFeatures(request)]


def rows_of_parks(prepared: Prepared, weights: Mapping[str, float]) -> list[dict]:
    """The parks under some weights as plain rows: unit_id, unit, park_id, score, score_rank, top_obstacles.

    Errors: LandRenewalError when all weights are 0.
    """
    table = prepared.scores.standing(weights)
    names = ["unit_id", "unit", "park_id", "score", "score_rank", "score_known_share", "top_obstacles"]
    return [
        {name: None if value != value else value for name, value in row.items()}
        for row in table[names].to_dict("records")
    ]


def _tables(store: StoredStudy, profile: Profile):
    import pandas as pd

    from ..core import land
    from ..core.land import LandRules
    from ..core.whatif import Tables
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
    from ..core.performance import PerformanceRules
    from ..core.whatif import ScoreTrial
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


def _other_classes(count: int) -> str:
    return tr(
        "The classes of {} parcels were not made from the tables of this result (they came with the parcels"
        " layer, or the result was edited), so thresholds cannot be tried. Run the study once again."
    ).format(count)
