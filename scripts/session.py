"""QGIS without a screen for the scripts here: the plugin's package, its provider and Processing."""

from __future__ import annotations

import importlib.util
import os
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The layers of the sample district that a study takes.
LAYERS = (
    *("parcels", "parks", "enterprises", "towns", "redline", "farmland", "boundary", "plan"),
    *("pois", "roads"),
)
PLUGINS = Path(os.environ.get("QGIS_PREFIX_PATH", "/usr")) / "share" / "qgis" / "python" / "plugins"


def load_package():
    """The checkout as the package ``land_renewal``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        "land_renewal", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["land_renewal"] = package
    spec.loader.exec_module(package)
    return package


@contextmanager
def qgis():
    """QGIS with the plugin's provider; everything made inside must be gone at the end of the block.

    Gives the function ``run(algorithm, parameters, feedback)``.
    """
    from qgis.core import QgsApplication

    load_package()
    app = QgsApplication([], False)
    app.initQgis()
    # QGIS's own folder of plugins holds the package `processing`.
    sys.path.insert(0, str(PLUGINS))
    from processing.core.Processing import Processing

    from land_renewal.processing.provider import LandRenewalProvider

    Processing.initialize()
    provider = LandRenewalProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        yield Processing.runAlgorithm
    finally:
        app.exitQgis()
