"""The Python libraries the algorithms need, asked for by capability.

Nothing is imported before someone asks: QGIS starts without them and says in one sentence what to install.
"""

from __future__ import annotations

import importlib
import sys

from .said import listed
from .translation import tr, tr_known, tr_later

# Module, what the needed version can do, name in messages. Version strings are no guide: some say "unknown".
_NEEDS = (
    ("numpy", "ndarray", "numpy"),
    ("pandas", "DataFrame.isetitem", tr_later("pandas 1.5 or later")),
    ("scipy.sparse", "csr_array", tr_later("scipy 1.8 or later")),
    ("shapely", "dwithin", tr_later("shapely 2.0 or later")),
    ("pyproj", "CRS.from_wkt", "pyproj"),
    ("geopandas", "GeoSeries.union_all", tr_later("geopandas 1.0 or later")),
    ("yaml", "SafeLoader", "PyYAML"),
)
_state: dict[str, bool] = {}


def able(module: str, capability: str) -> bool:
    """Whether a module can be imported and does what is needed of it."""
    try:
        thing = importlib.import_module(module)
        for part in capability.split("."):
            thing = getattr(thing, part)
    except Exception:  # a library built for another numpy fails with errors of any kind
        return False
    return True


def missing() -> list[str]:
    """Names of the libraries that are absent or too old. Imports those that are there."""
    if _state.get("complete"):
        return []
    lacking = [name for module, capability, name in _NEEDS if not able(module, capability)]
    _state["complete"] = not lacking
    return lacking


def forget() -> None:
    """Look anew the next time: something was installed."""
    importlib.invalidate_caches()
    _state.clear()


def sentence(lacking: list[str], platform: str = sys.platform) -> str:
    """One sentence: what is missing and how to get it on this platform; empty when nothing is missing.

    >>> sentence([])
    ''
    """
    if not lacking:
        return ""
    remedy = tr_known(_REMEDIES.get(platform, _REMEDIES["linux"]))
    return tr("Land Renewal needs {}: {}.").format(listed(map(tr_known, lacking)), remedy)


# pyproj, pyogrio and fiona wheels bring their own PROJ and GDAL, which crash QGIS: hence --no-deps.
_REMEDIES = {
    "linux": tr_later(
        "install the packages python3-geopandas, python3-scipy and python3-yaml of your distribution"
        " (on Debian 12 and Ubuntu 22.04, whose geopandas is too old, add: python3 -m pip install --no-deps"
        ' "shapely>=2.0,<2.1" "geopandas>=1.0,<1.1"), then start QGIS again'
    ),
    "win32": tr_later(
        "the full installer of QGIS (.msi) ships them, so install the current one, or add"
        " python3-geopandas and python3-scipy in the OSGeo4W Setup, then start QGIS again"
    ),
    "darwin": tr_later(
        "in Terminal run the Python inside the QGIS app (QGIS.app/Contents/MacOS/bin/python3) with"
        ' -m pip install --no-deps "shapely>=2.0" "geopandas>=1.0" and, where named above, pandas, scipy or'
        " PyYAML the same way, then start QGIS again"
    ),
}


def problem() -> str:
    """The sentence for what is missing now; empty when all is there."""
    return sentence(missing())
