"""The package under its fixed name, QGIS without a screen, and the fixtures all tests share.

The repository root must not be on ``sys.path``: its ``processing`` folder would hide QGIS's own.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]
INPUTS = (
    *("parcels", "parks", "enterprises", "towns", "redline", "farmland", "boundary", "plan"),
    *("pois", "roads"),
)
SHARED_DATA = ROOT.parent / "shared" / "data"
QGIS_PLUGINS = Path(os.environ.get("QGIS_PREFIX_PATH", "/usr")) / "share" / "qgis" / "python" / "plugins"

SCRATCH = tempfile.mkdtemp(prefix="land-renewal-")
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", SCRATCH)
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(ROOT / "build" / "hypothesis"))
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = SCRATCH

sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
for _folder in (ROOT / "build" / "libs", QGIS_PLUGINS):
    if _folder.is_dir() and str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))
# Other people's solvers and statistics, to check ours against. Last, so that they replace nothing.
if (ROOT / "build" / "testlibs").is_dir():
    sys.path.append(str(ROOT / "build" / "testlibs"))


def _load_package():
    spec = importlib.util.spec_from_file_location(
        "land_renewal", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["land_renewal"] = package
    spec.loader.exec_module(package)


if "land_renewal" not in sys.modules:
    _load_package()

# In a process of its own, so that the tests of core/ run in one that has never seen QGIS.
_VERSIONS = """
import importlib, platform
def version(module, value):
    try:
        return str(value(importlib.import_module(module)))
    except Exception as error:
        return type(error).__name__
print(", ".join([
    "QGIS " + version("qgis.core", lambda m: m.Qgis.QGIS_VERSION),
    "GDAL " + version("osgeo.gdal", lambda m: m.__version__),
    "GEOS " + version("shapely", lambda m: ".".join(map(str, m.geos_version))),
    "Qt " + version("qgis.PyQt.QtCore", lambda m: m.QT_VERSION_STR),
    "Python " + platform.python_version(),
    *(name + " " + version(name, lambda m: m.__version__)
      for name in ("numpy", "pandas", "scipy", "shapely", "geopandas", "pyproj")),
]))
"""


def pytest_report_header(config):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    run = subprocess.run(
        [sys.executable, "-c", _VERSIONS], capture_output=True, text=True, env=environment, check=False
    )
    return run.stdout.strip() or f"versions: {run.stderr.strip()}"


@pytest.fixture(scope="session")
def qgis_app():
    """QGIS with Processing and this plugin's provider, once for the whole session."""
    from qgis.core import QgsApplication

    app = QgsApplication.instance() or QgsApplication([], True)
    app.initQgis()

    from processing.core.Processing import Processing

    from land_renewal.processing.provider import LandRenewalProvider

    Processing.initialize()
    provider = LandRenewalProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    # Not return: the provider lives in QGIS only as long as Python refers to it.
    yield app  # noqa: PT022


@pytest.fixture(scope="session")
def district(qgis_app, tmp_path_factory):
    """Parameters of the study for a district of 400 parcels: ``district.inputs``, ``district.path``."""
    from qgis import processing

    path = tmp_path_factory.mktemp("district") / "district.gpkg"
    processing.run("landrenewal:sampledistrict", {"SEED": 3, "PARCELS": 400, "OUTPUT": str(path)})
    inputs = {name.upper(): f"{path}|layername={name}" for name in INPUTS}
    return SimpleNamespace(
        path=path, inputs=inputs, only=lambda *names: {name: inputs[name] for name in names}
    )


@pytest.fixture(scope="session")
def result(district, tmp_path_factory):
    """The result of the whole study on that district."""
    from qgis import processing

    path = tmp_path_factory.mktemp("result") / "study.gpkg"
    outputs = processing.run("landrenewal:study", {**district.inputs, "OUTPUT": str(path)})
    return SimpleNamespace(path=path, outputs=outputs)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the real data (../shared/data) is not beside this checkout")
    return SHARED_DATA
