"""What bench.py measures in processes of their own: `python scripts/bench_jobs.py JOB ARGUMENT ...`.

Each job prints one line of JSON at its end.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from bench_parts import parts
from session import LAYERS, load_package, qgis

LINES = ("redline", "farmland", "boundary")
SEED = 1


def sample(parcels: str, vertices: str, path: str) -> dict:
    """Make a district and write it."""
    with qgis():
        from qgis.core import QgsCoordinateReferenceSystem

        from land_renewal.core.sample.sample import sample_district
        from land_renewal.processing.geopackage import LayerData, write_geopackage

        tables = sample_district(SEED, int(parcels), int(vertices))
        crs = QgsCoordinateReferenceSystem("EPSG:4526")
        spatial = {name: crs if hasattr(table, "geom_type") else None for name, table in tables.items()}
        write_geopackage(path, {name: LayerData(table, spatial[name]) for name, table in tables.items()})
    return {}


def size(path: str) -> dict:
    """Rows of the inputs, and polygons and vertices of the control lines."""
    from osgeo import ogr

    dataset = ogr.Open(path)
    rows = {name: dataset.GetLayerByName(name).GetFeatureCount() for name in LAYERS}
    vertices = []
    for name in LINES:
        layer = dataset.GetLayerByName(name)
        vertices += [_vertices(feature.GetGeometryRef()) for feature in layer]
    return {"rows": rows, "vertices": vertices}


def _vertices(geometry) -> int:
    parts = geometry.GetGeometryCount()
    return (
        sum(_vertices(geometry.GetGeometryRef(i)) for i in range(parts))
        if parts
        else geometry.GetPointCount()
    )


def overlay(path: str, repeats: str) -> dict:
    """Control-line shares: our algorithm and QGIS's, both through Processing, from the file to a layer in
    memory.
    """
    layers = {name: f"{path}|layername={name}" for name in LAYERS}
    lines = [layers[name] for name in LINES]
    ours = {name.upper(): layers[name] for name in ("parcels", *LINES)}
    with qgis() as run:
        _warm_up()
        found = {
            "ours": _median(
                int(repeats), run, "landrenewal:controllines", {**ours, "OUTPUT": "TEMPORARY_OUTPUT"}
            ),
            "core": _shares(run, path, int(repeats)),
        }
        theirs = {"INPUT": layers["parcels"], "LAYERS": lines, "OUTPUT": "TEMPORARY_OUTPUT"}
        found["theirs"] = _median(1, run, "native:calculatevectoroverlaps", theirs)
    return found


def _shares(run, path: str, repeats: int) -> dict:
    """Projecting and measuring alone, on tables in memory."""
    from land_renewal.core.common.space import project, work_crs
    from land_renewal.core.levels.controllines import ControlRules, control_shares
    from land_renewal.core.rules.profile import load_profile

    tables = _tables(path, ("parcels", *LINES))
    rules = load_profile(None).params(ControlRules, "control")
    parcels = tables["parcels"]
    work = work_crs(parcels.crs, tuple(parcels.total_bounds))

    def measure():
        lines = {name: project(tables[name], work) for name in LINES}
        control_shares(project(parcels, work), lines, rules)

    return _median(repeats, measure)


def join(path: str, repeats: str) -> dict:
    """Enterprises to parcels: QGIS's join by location, our whole matching, and our point-in-parcel part."""
    layers = {name: f"{path}|layername={name}" for name in ("enterprises", "parcels")}
    theirs = {
        "INPUT": layers["enterprises"], "JOIN": layers["parcels"], "PREDICATE": [0], "METHOD": 1,
        "JOIN_FIELDS": ["parcel_id"], "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    with qgis() as run:
        _warm_up()
        found = _matching(path, int(repeats))
        found["theirs"] = _median(int(repeats), run, "native:joinattributesbylocation", theirs)
    return found


def _matching(path: str, repeats: int) -> dict:
    import shapely

    from land_renewal.core.common.space import project, work_crs
    from land_renewal.core.levels import land
    from land_renewal.core.matching.matching import MatchingRules, match
    from land_renewal.core.rules.profile import load_profile

    tables = _tables(path, ("parcels", "enterprises"))
    work = work_crs(tables["parcels"].crs, tuple(tables["parcels"].total_bounds))
    parcels, firms = (project(tables[name], work) for name in ("parcels", "enterprises"))
    profile = load_profile(None)
    industrial = land.industrial(parcels, profile.params(land.LandRules, "land"))
    rules = profile.params(MatchingRules, "matching")

    def points():
        shapely.STRtree(parcels.geometry.to_numpy()).query(firms.geometry.to_numpy(), predicate="intersects")

    return {
        "match": _median(repeats, match, firms, parcels, industrial, rules),
        "points": _median(repeats, points),
        "linked": int(match(firms, parcels, industrial, rules).occupancy["ent_id"].nunique()),
    }


def _tables(path: str, names: tuple[str, ...]) -> dict:
    from qgis.core import QgsVectorLayer

    from land_renewal.processing.adapter import read_table

    return {name: read_table(QgsVectorLayer(f"{path}|layername={name}", name, "ogr"), None) for name in names}


def gdal(path: str, result: str, target: str) -> dict:
    """What GDAL needs to read all rows of the inputs and to copy all layers of the result to a new file."""
    from osgeo import gdal as library

    library.UseExceptions()
    started = time.perf_counter()
    inputs = library.OpenEx(path)
    rows = sum(1 for name in LAYERS for _ in inputs.GetLayerByName(name))
    read = time.perf_counter()
    Path(target).unlink(missing_ok=True)
    library.VectorTranslate(target, library.OpenEx(result), format="GPKG")
    written = time.perf_counter()
    return {"rows": rows, "reading": read - started, "writing": written - read}


def solver(movers: str, receivers: str, seed: str, factor: str) -> dict:
    """A random assignment: receivers hold 1.2 times the land that all movers ask for. The land a mover needs
    differs by receiver, by a factor `common` to all movers or by each mover's `own`.
    """
    load_package()
    import numpy as np

    from land_renewal.core.assignment.assignment import assign

    n, m = int(movers), int(receivers)
    random = np.random.default_rng(int(seed))
    origin, target = random.uniform(0, 60, (n, 2)), random.uniform(0, 60, (m, 2))
    distance = np.hypot(*(origin[:, None] - target[None]).transpose(2, 0, 1))
    area = random.lognormal(9, 1, n)
    need = area[:, None] * random.uniform(0.5, 1, (n, 1))
    need = need * random.uniform(0.9, 1.1, (n if factor == "own" else 1, m))
    cost = area[:, None] / 1e6 * (100 + 10 * distance)
    capacity = random.lognormal(0, 0.6, m)
    capacity *= 1.2 * need.mean(axis=1).sum() / capacity.sum()
    penalty = 10 * area * (cost / area[:, None]).max()
    plans = []
    took = _median(1, lambda: plans.append(assign(cost, need, capacity, penalty)))
    plan = plans[0]
    above = plan.objective / plan.linear_bound - 1
    unplaced = int((plan.receiver < 0).sum())
    return {**took, "gap": plan.gap, "above_linear": above, "unplaced": unplaced}


def performance(parcels: str, repeats: str) -> dict:
    """The step of performance alone, in a district whose land is cut into 300 parks, and the steps before."""
    load_package()
    import geopandas as gpd
    import shapely

    from land_renewal.core.intake.mapping import load_mapping
    from land_renewal.core.rules.profile import load_profile
    from land_renewal.core.sample.sample import sample_district
    from land_renewal.core.study.performance_step import evaluate_performance
    from land_renewal.core.study.steps import STEPS
    from land_renewal.core.study.study import INPUTS as TABLES
    from land_renewal.core.study.study import Study, run_study

    tables = sample_district(SEED, int(parcels))
    left, low, right, high = tables["parcels"].total_bounds
    wide, tall = (right - left) / 20, (high - low) / 15
    cells = [shapely.box(left + x * wide, low + y * tall, left + (x + 1) * wide, low + (y + 1) * tall)
             for x in range(20) for y in range(15)]  # fmt: skip
    names = [f"K{number:03d}" for number in range(len(cells))]
    made = {"park_id": names, "park": names, "admin_level": "municipal", "zone_type": "other"}
    tables["parks"] = gpd.GeoDataFrame(made, geometry=cells, crs=tables["parcels"].crs)
    raw = {name: tables[name] for name in TABLES if name in tables}
    study = Study(raw, load_mapping("auto"), load_profile(None))
    started = time.process_time()
    run_study(study, STEPS, ("holdings", "control", "pois", "roads"))
    before = time.process_time() - started
    return {**_median(int(repeats), evaluate_performance.run, study), "before": before}


def whatif(result: str, repeats: str) -> dict:
    """Every slider dragged over a result: processor time of each change in the engine, and until the map is
    drawn by it; and of the weights of the parks. ``plain``: the same map drawn without a trial.
    """
    with qgis():
        from qgis.core import QgsExpressionContextUtils

        from land_renewal.processing import whatif as trials
        from land_renewal.processing.project import load_layer
        from land_renewal.ui.whatif_map import SIGNS, by_class

        prepared = trials.prepare(result, {})
        layer = load_layer(Path(result), trials.PARCELS)
        plain = _median(int(repeats), _draw, layer)
        by_class(layer)
        engine, screen = [], []
        for key, value in _dragged(trials.controls_of(prepared)):
            started = time.process_time()
            trial = trials.try_rules(prepared, {key: value}, "bench", 2025)
            signs = trials.signs_of_parcels(prepared, trial.codes)
            engine.append(time.process_time() - started)
            QgsExpressionContextUtils.setLayerVariable(layer, SIGNS, signs)
            _draw(layer)
            screen.append(time.process_time() - started)
        weights = dict(prepared.weights)
        scored = _median(int(repeats), trials.rows_of_parks, prepared, weights)
        found = {"parcels": len(prepared.ids), "plain": plain["cpu"], "weights": scored["cpu"]}
        del layer
    for name, spent in (("engine", engine), ("screen", screen)):
        found[name], found[f"{name}_most"] = median(spent), max(spent)
    return found


def _dragged(controls) -> list[tuple[str, float]]:
    """Ten places of each slider of the thresholds that have an effect."""
    sliders = [one for one in controls if one.used and one.kind == "number" and one.low is not None]
    return [
        (one.key, round(one.low + (one.high - one.low) * place / 10, 6))
        for one in sliders
        for place in range(1, 11)
    ]


def _draw(layer) -> None:
    """Draw a layer as large as the map of a usual window."""
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(1000, 800))
    drawing = QgsMapRendererParallelJob(settings)
    drawing.start()
    drawing.waitForFinished()


def stages(path: str, result: str) -> dict:
    """Where the time of the study goes: reading, each step, making the layers, writing them."""
    with qgis() as run:
        _warm_up()
        from land_renewal.core.study import steps, study
        from land_renewal.processing import adapter, job, results

        spent: dict[str, float] = {}
        _watch(job, "read_table", "reading", spent)
        _watch(study, "_table_hash", "fingerprints", spent)
        _watch(results, "_changed_layers", "making layers", spent)
        _watch(results, "write_geopackage", "writing", spent)
        steps.STEPS = tuple(_watched_step(step, spent) for step in steps.STEPS)
        inputs = {name.upper(): f"{path}|layername={name}" for name in LAYERS}
        Path(result).unlink(missing_ok=True)
        total = _median(1, run, "landrenewal:study", {**inputs, "OUTPUT": result})
        del adapter
    return {"total": total["clock"], "stages": spent}


def _watch(module, name: str, label: str, spent: dict) -> None:
    function = getattr(module, name)

    def watched(*arguments, **named):
        started = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[label] = spent.get(label, 0.0) + time.perf_counter() - started

    setattr(module, name, watched)


def _watched_step(step, spent: dict):
    from dataclasses import replace

    def run(study):
        started = time.perf_counter()
        made = step.run(study)
        spent[f"step {step.name}"] = time.perf_counter() - started
        return made

    return replace(step, run=run)


def _warm_up() -> None:
    """Import what would otherwise be charged to the first run."""
    import geopandas  # noqa: F401
    import scipy.optimize  # noqa: F401


def _median(repeats: int, call, *arguments) -> dict:
    """Median clock and processor time of some calls."""
    clocks, cpus = [], []
    for _ in range(repeats):
        clock, cpu = time.perf_counter(), time.process_time()
        call(*arguments)
        clocks.append(time.perf_counter() - clock)
        cpus.append(time.process_time() - cpu)
    return {"clock": median(clocks), "cpu": median(cpus)}


JOBS = {
    "sample": sample, "size": size, "overlay": overlay, "join": join, "gdal": gdal, "solver": solver,
    "performance": performance, "parts": parts, "whatif": whatif, "stages": stages,
}  # fmt: skip

if __name__ == "__main__":
    told = JOBS[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    print(f"\n{json.dumps(told)}")
