"""Parts of the method beside the plain way to the same answer, in one process: a job of bench_jobs.py."""

from __future__ import annotations

import time
from statistics import median

from session import load_package


def parts(repeats: str) -> dict:
    """Processor time of each part and of its plain way: {name: (part, plain way)}, s.

    Overlaps of 50,000 parcels against intersecting all whose boxes meet; ranks of 300 parks in 1,000
    weightings against ranking one weighting after the other; 5,000 names against comparing all with all;
    loading the rules against parsing their files.
    """
    load_package()
    parts = {"overlaps": overlaps, "ranks": ranks, "names": names, "rules": rules}
    found = {}
    for name, make in parts.items():
        part, plain, share = make()
        found[name] = (_cpu(int(repeats), part), _cpu(int(repeats), plain) / share)
    return found


def _cpu(repeats: int, call) -> float:
    call()  # What is imported for it is not charged.
    spent = []
    for _ in range(repeats):
        started = time.process_time()
        call()
        spent.append(time.process_time() - started)
    return median(spent)


# Each gives the part, the plain way, and how much of the whole the plain way does.


def overlaps():
    """Cells around random points that fill a county, one in 25 a little too large."""
    import numpy as np
    import shapely

    from land_renewal.core.common.space import work_crs
    from land_renewal.core.intake.parcel_overlaps import OverlapRules
    from land_renewal.core.intake.parcel_overlaps import overlaps as find

    random = np.random.default_rng(5)
    points = shapely.multipoints(random.random((50_000, 2)) * 30_000)
    cells = shapely.get_parts(shapely.voronoi_polygons(points))
    cells = shapely.intersection(cells, shapely.box(0, 0, 30_000, 30_000))
    swollen = random.choice(len(cells), 2_000, replace=False)
    cells[swollen] = shapely.buffer(cells[swollen], 3.0)
    work, areas = work_crs(4490, (120.0, 30.0, 120.0, 30.0)), shapely.area(cells)

    def plain():
        one, other = shapely.STRtree(cells).query(cells)
        shapely.area(shapely.intersection(cells[one[one < other]], cells[other[one < other]]))

    return lambda: find(cells, work, work, areas, OverlapRules(10.0, 0.001, 0.5)), plain, 1.0


def ranks():
    """Parks of which a fifth of the indicators is not known."""
    import numpy as np
    from scipy.stats import rankdata

    from land_renewal.core.performance.ranks import random_weights, rank_acceptability

    random = np.random.default_rng(0)
    known = random.uniform(size=(300, 16)) >= 0.2
    values = random.uniform(size=known.shape)
    weights = random_weights(16, 1_000, seed=1)

    def plain():
        for weight in weights:
            rankdata(-(values * known) @ weight / (known @ weight), method="min")

    return lambda: rank_acceptability(np.where(known, values, np.nan), weights), plain, 1.0


def names():
    """Made-up names of two signs and a trade."""
    import numpy as np

    from land_renewal.core.matching.fuzzy import similar_pairs, similarity

    random = np.random.default_rng(1)
    signs = np.array([chr(0x5000 + 3 * number) for number in range(1000)])
    trades = np.array(["机械", "电子", "五金", "塑胶", "纺织", "食品", "家具", "包装", "建材", "化工"])
    words = random.choice(signs, (5_000, 2))
    texts = np.array([f"{a}{b}{trade}" for (a, b), trade in zip(words, random.choice(trades, 5_000))])

    def plain():
        for text in texts[:50]:
            similarity(np.full(len(texts), text), texts)

    return lambda: similar_pairs(texts, texts, 0.8), plain, 50 / len(texts)


def rules():
    """The shipped rules."""
    import yaml
    from session import ROOT

    from land_renewal.core.rules.profile import load_profile

    files = sorted((ROOT / "resources" / "profiles" / "default").glob("*.yml"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def plain():
        for file in files:
            yaml.compose(file.read_text(encoding="utf-8"), Loader=loader)

    return lambda: load_profile(None), plain, 1.0
