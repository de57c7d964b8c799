"""The package under its fixed name, QGIS without a screen, and the fixtures all tests share.

The repository root must not be on ``sys.path``: its ``processing`` folder would hide QGIS's own.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
INPUTS = (
    *("parcels", "parks", "enterprises", "towns", "redline", "farmland", "boundary", "plan"),
    *("pois", "roads"),
)
LIBRARIES = ("numpy", "pandas", "scipy", "shapely", "geopandas", "pyproj", "rapidfuzz")
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


# The same examples every time, and no check that hangs on how busy the machine is. To look for others:
#   make test ARGS="--hypothesis-profile=explore"
CALM = {
    "deadline": None,
    "suppress_health_check": [
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
}
settings.register_profile("explore", **CALM)
settings.register_profile("same", derandomize=True, **CALM)
settings.load_profile("same")


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
    from land_renewal.processing.threads import keep_pools

    Processing.initialize()
    keep_pools()
    provider = LandRenewalProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    # Not return: the provider lives in QGIS only as long as Python refers to it.
    yield app  # noqa: PT022


def _mark_of_sources() -> str:
    digest = sha256()
    for folder in ("core", "processing", "resources"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


# Taken at the start: who changes a file while the tests run gets another mark the next time.
SOURCES = _mark_of_sources()


def _mark() -> str:
    """A mark of everything a result hangs on: the code, the rules, the libraries, the language."""
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QLocale

    parts = [SOURCES, sys.version, Qgis.QGIS_VERSION, QLocale().name(), *map(_version, LIBRARIES)]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def kept(name: str, target: Path, make) -> dict:
    """Copy a GeoPackage that is the same in every test run to a place of this run; what ``make(path)`` gives
    (plain values) is kept beside it. It is made once for all processes and runs, until the sources change.
    """
    from qgis.PyQt.QtCore import QLockFile

    home = ROOT / "build" / "tests"
    home.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(home / "lock"))
    lock.setStaleLockTime(0)
    assert lock.lock()
    try:
        folder = home / _mark()
        path, told = folder / f"{name}.gpkg", folder / f"{name}.json"
        if not told.is_file():
            folder.mkdir(exist_ok=True)
            for old in sorted((one for one in home.iterdir() if one.is_dir()), key=_age)[:-3]:
                shutil.rmtree(old, ignore_errors=True)
            path.unlink(missing_ok=True)
            made = make(path)
            told.write_text(json.dumps(made), encoding="utf-8")
        shutil.copyfile(path, target)
        return json.loads(told.read_text(encoding="utf-8"))
    finally:
        lock.unlock()


def _age(folder: Path) -> float:
    return folder.stat().st_mtime


@pytest.fixture(scope="session")
def district(qgis_app, tmp_path_factory):
    """Parameters of the study for a district of 400 parcels: ``district.inputs``, ``district.path``."""
    from qgis import processing

    def make(path):
        processing.run("landrenewal:sampledistrict", {"SEED": 3, "PARCELS": 400, "OUTPUT": str(path)})

    path = tmp_path_factory.mktemp("district") / "district.gpkg"
    kept("district", path, make)
    inputs = {name.upper(): f"{path}|layername={name}" for name in INPUTS}
    return SimpleNamespace(
        path=path, inputs=inputs, only=lambda *names: {name: inputs[name] for name in names}
    )


@pytest.fixture(scope="session")
def result(district, tmp_path_factory):
    """The result of the whole study on that district, and what the run said: ``infos`` and ``stages``."""
    from qgis import processing

    def make(path):
        said = make_feedback()
        processing.run("landrenewal:study", {**district.inputs, "OUTPUT": str(path)}, feedback=said)
        return {"infos": said.infos, "stages": said.stages}

    path = tmp_path_factory.mktemp("result") / "study.gpkg"
    return SimpleNamespace(path=path, **kept("study", path, make))


# The beginning of a script that runs on its own: the plugin and QGIS as in the tests, without the provider.
OWN_PROCESS = f"""
import importlib.util, os, sys
spec = importlib.util.spec_from_file_location("conftest", {str(Path(__file__).resolve())!r})
spec.loader.exec_module(importlib.util.module_from_spec(spec))
from qgis.core import *
app = QgsApplication([], True)
app.initQgis()
"""


@pytest.fixture(scope="session")
def own_process():
    """``own_process(script, *arguments)`` runs a script in a new QGIS process, for what would end this one or
    needs one that has seen nothing yet; returns the ended process with its outputs as text.
    """

    def run(script, *arguments, **options):
        command = [sys.executable, "-c", OWN_PROCESS + script, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, **options)

    return run


@pytest.fixture
def background(qgis_app):
    """``background(work)`` begins ``work()`` in a thread of QGIS's pool and returns an event: it has ended.

    Not in a thread of Python's own: when that ends, every CRS it was the first to use is broken in QGIS.
    """
    from qgis.PyQt.QtCore import QThreadPool

    from land_renewal.processing.threads import keep_thread

    def begin(work):
        ended = threading.Event()

        def run():
            keep_thread()
            try:
                work()
            finally:
                ended.set()

        QThreadPool.globalInstance().start(run)
        return ended

    return begin


def make_feedback():
    """A feedback that keeps what an algorithm says, by kind; made lazily because it needs QGIS."""
    from qgis.core import QgsProcessingFeedback

    class Recorder(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.infos, self.warnings, self.errors, self.stages = [], [], [], []

        def pushInfo(self, text):
            self.infos.append(text)

        def pushWarning(self, text):
            self.warnings.append(text)

        def reportError(self, text, fatalError=False):
            self.errors.append(text)

        def setProgressText(self, text):
            self.stages.append(text)

    return Recorder()


@pytest.fixture
def feedback(qgis_app):
    """What an algorithm said, by kind: ``infos``, ``warnings``, ``errors``, ``stages``."""
    return make_feedback()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the real data (../shared/data) is not beside this checkout")
    return SHARED_DATA
