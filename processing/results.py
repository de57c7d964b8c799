"""The result of a study as layers of one GeoPackage, and stored tables read back from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.common import columns as std
from .geopackage import LayerData, layer_names, read_layer, write_geopackage
from .said import said
from .styles import style_path
from .translation import tr, tr_known, tr_later

if TYPE_CHECKING:
    from ..core.study.study import Study

# The user's own scenario is there only when the rules have moves for it.
CUSTOM_LAYER = f"scenario_{std.CUSTOM}"
SCENARIO_LAYERS = (*(f"scenario_{name}" for name in std.SCENARIOS[1:]), CUSTOM_LAYER)
SCENARIO_TABLES = ("shortages", "conflicts", "frontier")
_INTAKES = ("parcels", "parks", "enterprises", "towns", "plan")
REJECTING = (*_INTAKES, "occupancy", "pois", "roads", "benchmarks")
PERFORMANCE_TABLES = (
    *("performance_values", "performance_benchmarks", "performance_ranks"),
    *("performance_acceptability", "performance_weights"),
)
ECONOMIC_TABLES = (
    *("economics", "economics_cashflow", "economics_transfers", "economics_parcels", "economics_towns"),
    *("economics_doing_nothing", "economics_coverage", "economics_assumptions", "economics_unit_costs"),
    *("economics_risk", "economics_tornado", "economics_break_even", "economics_grid"),
    *("scenario_comparison", "recommendation"),
)
PLAIN_TABLES = (*PERFORMANCE_TABLES, *SCENARIO_TABLES, *ECONOMIC_TABLES)
# layer -> the tables it is made of; a layer is written again only when one of their steps has changed
LAYERS = {
    "parcels": ("parcels", "control", "levels", "deficiency", "guidance"),
    "parks": ("parks", "park_levels"),
    "enterprises": ("enterprises", "enterprise_deficiency"),
    "occupancy": ("occupancy", "holdings", "links_ruled_out"),
    "unmatched": ("unmatched",),
    "performance": ("performance",),
    **{name: (name,) for name in PERFORMANCE_TABLES},
    **{name: ("parcels", "levels", "deficiency", "guidance", name) for name in SCENARIO_LAYERS},
    "flows": ("flows",),
    "receivers": ("receivers",),
    "scenario_summary": ("scenario_summary",),
    **{name: (name,) for name in SCENARIO_TABLES},
    **{name: (name,) for name in ECONOMIC_TABLES},
    "readiness": ("readiness",),
    "ledger": tuple(f"ledger.{name}" for name in (*_INTAKES, "lines", "checks")),
}
# All that a result holds.
LAYER_NAMES = (*LAYERS, "rejects", "rules", "run_log")
TARGETS = tuple(dict.fromkeys(table for tables in LAYERS.values() for table in tables))
_STYLED = ("parcels", "parks", "enterprises", "unmatched", "performance", "flows", "receivers")
_STYLES = {**{name: name for name in _STYLED}, **dict.fromkeys(SCENARIO_LAYERS, "scenario")}
# Layers with more than one style: name of the style -> its file; the first is the default.
_MORE_STYLES = {
    "performance": {
        tr_later("Priority areas"): "performance",
        tr_later("Economic efficiency"): "performance_economic",
        tr_later("Land-use intensity"): "performance_intensity",
        tr_later("Accessibility and suitability"): "performance_suitability",
        tr_later("Innovation and collaboration"): "performance_innovation",
        tr_later("Eco-efficiency"): "performance_eco",
    }
}
# A layer without a row must still have the geometry type that its style expects.
_SHAPES = {"flows": "LineString", "unmatched": "Point", "enterprises": "Point",
           **dict.fromkeys(("parcels", "parks", "performance", "receivers", *SCENARIO_LAYERS),
            "MultiPolygon")}  # fmt: skip
_CONTEXT = (
    "parcel_id",
    "area_m2",
    "town_code",
    "town",
    "level",
    "block_kind",
    "cluster_id",
    "park_id",
    "deficiency",
    "measure",
)


class StoredStudy:
    """The tables of an earlier run, in the GeoPackage it wrote (a `core.study.study.Store`)."""

    def __init__(self, path: Path):
        self.path = Path(path)
        self.log: dict[str, dict] = {}
        self.layers: set[str] = set()
        if self.path.is_file():
            self.layers = set(layer_names(self.path))
        if "run_log" in self.layers:
            rows = read_layer(self.path, "run_log").to_dict("records")
            self.log = {row["step"]: row for row in rows}

    def fingerprint(self, step: str) -> str | None:
        """Fingerprint under which a step was stored, None when one of its layers is missing."""
        row = self.log.get(step)
        if row is None or not set(json.loads(row["layers"])) <= self.layers:
            return None
        return row["fingerprint"]

    def notes(self, step: str) -> list[str]:
        """What the step had to say."""
        return json.loads(self.log[step]["notes"])

    def load(self, study: Study, table: str):
        """A stored table with the index of the table it describes."""
        if table == "park_levels":
            return _registered(self._layer("parks"), std.PARK_RESULT) if study["parks"] is not None else None
        if table == "readiness" or table in (*PERFORMANCE_TABLES, *ECONOMIC_TABLES):
            return self._layer(table)
        if table == "performance":
            return _registered(self._layer("performance"), std.PERFORMANCE_UNITS)
        if table.startswith("rejects."):
            rejects = self._layer("rejects")
            return rejects[rejects["table"] == table.partition(".")[2]].reset_index(drop=True)
        if table == "holdings":
            return self._holdings(study)
        if table in ("flows", "receivers", "scenario_summary", *SCENARIO_TABLES):
            return self._layer(table)
        if table in SCENARIO_LAYERS:
            return self._fates(study, table)
        results = {"control": std.CONTROL_RESULT, "levels": std.LEVEL_RESULT,
                   "deficiency": std.PARCEL_DEFICIENCY, "guidance": std.GUIDANCE_RESULT}  # fmt: skip
        return _registered(self._layer("parcels"), results[table])

    def _fates(self, study: Study, table: str):
        """The fates of all parcels; the layer holds the industrial ones alone. No layer: no scenario."""
        if table not in self.layers:
            return None
        layer = self._layer(table)
        stored = _registered(layer, std.SCENARIO_RESULT).set_index(layer["parcel_id"])
        return stored.reindex(study["parcels"]["parcel_id"]).reset_index(drop=True)

    def _holdings(self, study: Study):
        if study["enterprises"] is None:
            return None
        links = self._layer("occupancy").sort_values(["parcel_id", "ent_id"], kind="stable")
        links = links[links["land_m2"].notna()].reset_index(drop=True)
        return links[["ent_id", "parcel_id", "share", "land_m2", "share_from", "normalised"]]

    def _layer(self, name: str):
        if not hasattr(self, f"_{name}"):
            setattr(self, f"_{name}", read_layer(self.path, name))
        return getattr(self, f"_{name}")


def _registered(frame, columns):
    """Some columns of a stored layer, in the types of the method."""
    import numpy as np
    import pandas as pd

    kinds = {std.NUMBER: float, std.FLAG: "boolean", std.INTEGER: float}
    found = {}
    for column in columns:
        values = frame[column.name] if column.name in frame else pd.Series(np.nan, index=frame.index)
        found[column.name] = values.astype(kinds.get(column.kind, object))
    return pd.DataFrame(found)


def unchanged_layers(study: Study, store: StoredStudy) -> list[str]:
    """Stored layers all of whose tables come from unchanged steps."""
    return [
        name
        for name, tables in LAYERS.items()
        if name in store.layers and all(t in study.unchanged for t in tables)
    ]


def save_study(study: Study, path: Path, crs, inputs: dict[str, str], progress=None) -> list[str]:
    """Write what has changed into the GeoPackage, keep the rest; returns the names of the layers it holds."""
    store = study.store if study.store is not None else StoredStudy(path)
    keep = unchanged_layers(study, store)
    layers = {name: frame for name, frame in _changed_layers(study, keep).items() if frame is not None}
    layers["rejects"] = _rejects(study)
    layers["rules"] = _rules(study)
    layers["run_log"] = _run_log(study, [*keep, *layers], inputs)
    spatial = {
        name: LayerData(
            frame,
            crs if hasattr(frame, "geom_type") else None,
            _SHAPES.get(name),
            _describe(name),
            indicator_titles(study) if name == "performance" else {},
        )
        for name, frame in layers.items()
    }
    styles = {name: _style_files(name) for name in _STYLES if name in spatial}
    write_geopackage(
        path, spatial, base=store.path if keep else None, keep=keep, styles=styles, progress=progress
    )
    return [name for name in LAYER_NAMES if name in keep or name in layers]


def indicator_titles(study: Study) -> dict[str, str]:
    """Names of the indicators with their units, and of the scores, which come from the rule profile."""
    values, titles = study["performance_values"], {}
    for row in values.drop_duplicates("indicator").to_dict("records"):
        unit = row["unit_of_measure"]
        titles[row["indicator"]] = tr("{} ({})").format(row["name"], unit) if unit else row["name"]
        titles[f"{row['criterion']}_score"] = tr("{}: score").format(row["criterion_name"])
    return titles


def _style_files(layer: str) -> dict[str, Path]:
    named = _MORE_STYLES.get(layer, {layer: _STYLES[layer]})
    return {tr_known(name): path for name, path in ((n, style_path(s)) for n, s in named.items()) if path}


def _changed_layers(study: Study, keep: list[str]) -> dict:
    makers = {
        "parcels": _parcels,
        "parks": parks_layer,
        "enterprises": enterprises_layer,
        "occupancy": _occupancy,
        "unmatched": unmatched_layer,
        "performance": performance_layer,
        **{name: (lambda study, name=name: study[name]) for name in PLAIN_TABLES},
        **{name: (lambda study, name=name: scenario_layer(study, name)) for name in SCENARIO_LAYERS},
        "flows": lambda study: in_source_crs(study["flows"], study),
        "receivers": lambda study: in_source_crs(study["receivers"], study),
        "scenario_summary": lambda study: study["scenario_summary"],
        "readiness": lambda study: study["readiness"],
        "ledger": _ledger,
    }
    return {name: maker(study) for name, maker in makers.items() if name not in keep}


def parcel_results(study: Study, tables=("control", "levels", "deficiency", "guidance")):
    """The result columns of the parcels, side by side."""
    import pandas as pd

    return pd.concat([study[table] for table in tables], axis=1)


def _parcels(study: Study):
    frame = study["parcels"].drop(columns=["source_row", "geometry"])
    results = parcel_results(study)
    frame = frame.drop(columns=[name for name in results if name in frame]).join(results)
    return _spatial(frame, study["parcel_shapes"])


def parks_layer(study: Study):
    parks = study["parks"]
    if parks is None:
        return None
    frame = parks.drop(columns=["geometry", "source_row"], errors="ignore")
    levels = study["park_levels"].set_index("park_id").loc[frame["park_id"]].reset_index(drop=True)
    frame = frame.drop(columns=[name for name in levels if name in frame]).join(levels)
    return _spatial(frame, study["park_shapes"])


def enterprises_layer(study: Study):
    enterprises = study["enterprises"]
    if enterprises is None:
        return None
    frame = enterprises.drop(columns=["geometry", "source_row"])
    results = study["enterprise_deficiency"]
    frame = frame.drop(columns=[name for name in results if name in frame]).join(results)
    return _spatial(frame, study["enterprise_shapes"])


def _occupancy(study: Study):
    import pandas as pd

    if study["enterprises"] is None:
        return None
    keys = ["ent_id", "parcel_id"]
    held = study["occupancy"].drop(columns="share").merge(study["holdings"], on=keys, how="left", sort=False)
    # Links that a person has ruled out stay in the table, so that it can be given back to the next run.
    out = study["links_ruled_out"]
    return held if out is None or not len(out) else pd.concat([held, out], ignore_index=True)


def unmatched_layer(study: Study):
    unmatched = study["unmatched"]
    if unmatched is None:
        return None
    firms = study["enterprises"].drop_duplicates("ent_id")
    shapes = study["enterprise_shapes"].loc[firms.index].set_axis(firms["ent_id"])
    return _spatial(unmatched, shapes.reindex(unmatched["ent_id"]))


def performance_layer(study: Study):
    """Units evaluated, with the outline of those that are parks."""
    import pandas as pd

    frame, parks = study["performance"], study["parks"]
    if parks is None:
        return frame.reset_index(drop=True)
    shapes = pd.Series(study["park_shapes"].to_numpy(), index=parks["park_id"].to_numpy())
    outline = frame["park_id"].map(shapes).astype(object)
    return _spatial(frame, outline.where(outline.notna(), None), study["park_shapes"].crs)


def scenario_layer(study: Study, name: str):
    """Industrial parcels by fate; None where the scenario was not asked for."""
    import pandas as pd

    fates = study[name]
    if fates is None:
        return None
    rows = fates["fate"].notna()
    tables = pd.concat(
        [
            study["parcels"].drop(columns="geometry"),
            parcel_results(study, ("levels", "deficiency", "guidance")),
        ],
        axis=1,
    )
    frame = tables.loc[:, ~tables.columns.duplicated(keep="last")]
    frame = frame[[column for column in _CONTEXT if column in frame]].join(fates)[rows]
    return _spatial(frame, study["parcel_shapes"][rows])


def _spatial(frame, shapes, crs=None):
    import geopandas as gpd

    geometry = gpd.GeoSeries(shapes.to_numpy(), crs=crs or shapes.crs)
    return gpd.GeoDataFrame(frame.reset_index(drop=True), geometry=geometry)


def in_source_crs(frame, study: Study):
    """Geometry made by the method, from the work CRS into that of the parcels."""
    import geopandas as gpd
    from pyproj import CRS

    from ..core.common.space import transform

    source = CRS.from_user_input(study.crs)
    moved = transform(frame.geometry.to_numpy(), study.work, source)
    return frame.set_geometry(gpd.GeoSeries(moved, index=frame.index, crs=source))


def _rejects(study: Study):
    import pandas as pd

    parts = [study[f"rejects.{name}"] for name in (*REJECTING, "locks")]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _ledger(study: Study):
    """What was done to geometries, and what is wrong with them, feature by feature."""
    from ..core.intake.geometry_ledger import united

    return united([study[name] for name in LAYERS["ledger"]])


def _rules(study: Study):
    """Every number and choice of the profile, with its source and status: no assumption stays hidden."""
    import pandas as pd

    rows = [
        {
            "rule": entry.key,
            "value": entry.value
            if isinstance(entry.value, str)
            else json.dumps(entry.value, ensure_ascii=False),
            "unit": entry.unit,
            "status": entry.status,
            "source": tr_known(entry.source),
            "year": None if entry.year is None else str(entry.year),
            "note": tr_known(entry.note),
        }
        for entry in study.profile.entries()
    ]
    return pd.DataFrame(rows)


def _run_log(study: Study, layers: list[str], inputs: dict[str, str]):
    import pandas as pd

    from ..core.common.version import METHOD_VERSION
    from ..core.study.steps import STEPS

    rows = [
        {
            "step": step.name,
            "title": said(step.title),
            "method_version": METHOD_VERSION,
            "fingerprint": study.fingerprints[step.name],
            "layers": json.dumps(
                [name for name, tables in LAYERS.items() if name in layers and set(tables) & set(step.writes)]
            ),
            "inputs": json.dumps(
                {
                    name[4:]: inputs[name[4:]]
                    for name in step.reads
                    if name.startswith("raw.") and name[4:] in inputs
                },
                ensure_ascii=False,
            ),
            "mapping": study.mapping.name,
            "profile": study.profile.name,
            "rules": study.profile.fingerprint(step.rules),
            "notes": json.dumps(
                [said(note) for note in study.messages.get(step.name, [])], ensure_ascii=False
            ),
        }
        for step in STEPS
        if step.name in study.fingerprints
    ]
    return pd.DataFrame(rows)


def _describe(name: str) -> str:
    from ..core.common.version import METHOD_VERSION

    return f"Land Renewal {METHOD_VERSION}: {name}. Parameters and notes: run_log; assumptions: rules."
