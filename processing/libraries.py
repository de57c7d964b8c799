"""The Python libraries of the plugin: which are there, and how those that are missing are installed safely.

They go into a folder of the user's QGIS profile and nowhere else. pip runs with ``--no-deps``: what a library
needs is named here or comes with QGIS, so that no second PROJ, GDAL or numpy gets into the QGIS process,
where it would crash it. A library that works is never installed again.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from qgis.core import QgsApplication

from ..core.common.errors import LandRenewalError
from .dependencies import able
from .said import listed
from .translation import tr

# Their wheels bring a PROJ, GDAL, Qt or numpy of their own.
NEVER = frozenset(
    "pyproj pyogrio fiona gdal rasterio numpy pyqt5 pyqt6 pyqt5-sip pyqt6-sip pyside2 pyside6".split()
)
_FOLDERS_OF_NEVER = frozenset("pyproj pyogrio fiona osgeo rasterio numpy PyQt5 PyQt6 PySide2".split())
_MORE_THAN_WANTED = {"--user", "--prefix", "--root", "-r", "--requirement", "-e", "--editable"}
OK, MISSING, UNFIT = "ok", "missing", "unfit"


@dataclass(frozen=True)
class Library:
    """``capability``: what the version needed can do. ``companions``: distributions it cannot do without, and
    the module by which each shows. ``needed``: the plugin computes nothing without it.
    """

    name: str
    module: str
    capability: str
    needed: bool
    companions: tuple[tuple[str, str], ...] = ()


_DATES = (("python-dateutil", "dateutil"), ("six", "six"))
LIBRARIES = (
    Library("numpy", "numpy", "ndarray", True),
    Library("pandas", "pandas", "DataFrame.isetitem", True,
            (*_DATES, ("pytz", "pytz"), ("tzdata", "tzdata"))),
    Library("scipy", "scipy.sparse", "csr_array", True),
    Library("shapely", "shapely", "dwithin", True),
    Library("pyproj", "pyproj", "CRS.from_wkt", True),
    Library("geopandas", "geopandas", "GeoSeries.union_all", True, (("packaging", "packaging"),)),
    Library("PyYAML", "yaml", "SafeLoader", True),
    Library(
        *("matplotlib", "matplotlib.figure", "Figure", False),
        (*_DATES, ("contourpy", "contourpy"), ("cycler", "cycler"), ("fonttools", "fontTools"),
         ("kiwisolver", "kiwisolver"), ("packaging", "packaging"), ("pillow", "PIL"),
         ("pyparsing", "pyparsing")),
    ),
    Library("openpyxl", "openpyxl", "load_workbook", False, (("et-xmlfile", "et_xmlfile"),)),
    Library("rapidfuzz", "rapidfuzz.process", "cpdist", False),
)  # fmt: skip


def purpose(name: str) -> str:
    """What a library is for, in words."""
    texts = {
        "matplotlib": tr("Pictures of performance and costs"),
        "openpyxl": tr("Excel workbooks"),
        "rapidfuzz": tr("Compares similar names faster"),
    }
    return texts.get(name, tr("Everything that is computed"))


def canonical(name: str) -> str:
    """The name of a distribution as package indexes compare it.

    >>> canonical("PyQt5_sip")
    'pyqt5-sip'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(library: Library, versions: Mapping[str, str], present: Iterable[str]) -> list[str]:
    """What pip is asked for: a range that fits the numpy, pandas and pyproj that are there, and the
    companions that are not (``present``: modules that can be imported).
    """
    numpy, pandas, pyproj = (_version(versions.get(name)) for name in ("numpy", "pandas", "pyproj"))
    old_base = (pandas is not None and pandas < (2,)) or (pyproj is not None and pyproj < (3, 5))
    ranges = {
        "pandas": ">=1.5,<3" if numpy is None or numpy < (1, 26) else ">=2.0,<4",
        "scipy": ">=1.8,<1.16" if numpy is None or numpy < (1, 26) else ">=1.11,<2",
        "shapely": ">=2.0,<3",
        "geopandas": ">=1.0,<1.1" if old_base else ">=1.0,<2",
        "pyyaml": ">=5.4",
        "matplotlib": ">=3.5,<4",
        "openpyxl": ">=3.0,<4",
        "rapidfuzz": ">=3.0,<4",
        "contourpy": ">=1.0,<1.3.3" if numpy is None or numpy < (1, 26) else ">=1.0",
    }
    names = [library.name, *(name for name, module in library.companions if module not in set(present))]
    return [name + ranges.get(canonical(name), "") for name in names]


def _version(text: str | None) -> tuple[int, ...] | None:
    found = re.match(r"(\d+)(?:\.(\d+))?", text or "")
    return tuple(int(part) for part in found.groups() if part is not None) if found else None


@dataclass(frozen=True)
class Plan:
    """``command``: what is run, part by part; empty when nothing can be installed. ``refused``: libraries
    that are not installed from here. ``modules``: what must import afterwards.
    """

    command: tuple[str, ...]
    folder: Path
    modules: tuple[str, ...]
    refused: tuple[str, ...]

    def shown(self) -> str:
        """The command as it may be typed."""
        return " ".join(f'"{part}"' if re.search(r"[\s<>*]", part) else part for part in self.command)


def make_plan(
    names: Sequence[str],
    states: Mapping[str, str],
    python: Path | str,
    folder: Path,
    versions: Mapping[str, str],
    present: Iterable[str] = (),
    extra: Sequence[str] = (),
) -> Plan:
    """How some libraries would be installed into a folder; nothing is done.

    ``names``: libraries that are wanted; those that work (``states``) are left as they are. ``extra``: more
    options for pip. pip writes into a folder beside the real one; what does not import afterwards never gets
    there.

    Errors: LandRenewalError for a name that the plugin does not use.
    """
    known = {library.name: library for library in LIBRARIES}
    strangers = [name for name in names if name not in known]
    if strangers:
        raise LandRenewalError(tr("The plugin does not use {}.").format(listed(strangers)))
    lacking = [name for name in names if states.get(name) != OK]
    refused = tuple(name for name in lacking if canonical(name) in NEVER)
    chosen = [known[name] for name in lacking if name not in refused]
    present = set(present)
    wanted = list(dict.fromkeys(text for one in chosen for text in requirements(one, versions, present)))
    command = (
        *(str(python), "-m", "pip", "install", "--no-deps", "--only-binary", ":all:"),
        *("--disable-pip-version-check", "--no-input", "--no-warn-script-location"),
        *("--target", str(staging(folder)), *extra, *wanted),
    )
    modules = tuple(one.module for one in chosen)
    return Plan(command if wanted else (), folder, modules, refused)


def staging(folder: Path) -> Path:
    """Where pip puts things before they are tried."""
    return folder.with_name(f"{folder.name}.new")


def check_command(command: Sequence[str]) -> None:
    """The last look before pip starts: it must install nothing but what was meant, nowhere else.

    Errors: LandRenewalError.
    """
    try:
        target = command[command.index("--target") + 1]
    except (ValueError, IndexError):
        target = ""
    found = (
        re.match(r"[A-Za-z][\w.]*(-[A-Za-z][\w.]*)*", re.split(r"[/\\]", part)[-1]) for part in command[4:]
    )
    forbidden = sorted({canonical(name[0]) for name in found if name} & NEVER)
    if forbidden:
        raise LandRenewalError(tr("{} must not be installed beside QGIS.").format(listed(forbidden)))
    if "--no-deps" not in command or not target or _MORE_THAN_WANTED & set(command):
        raise LandRenewalError(tr("This command would change more than the folder of the plugin."))


def library_folder(profile: str | Path | None = None) -> Path:
    """The folder for libraries, for this Python and this numpy: others could not load what is in it."""
    profile = Path(profile or QgsApplication.qgisSettingsDirPath())
    try:
        numpy = metadata.version("numpy").partition(".")[0]
    except metadata.PackageNotFoundError:
        numpy = "0"
    return profile / "land_renewal" / f"libraries-{sys.implementation.cache_tag}-numpy{numpy}"


def use_folder(folder: Path | None = None) -> bool:
    """Put the folder, if it is there, on Python's path; done when the plugin is loaded. Whether it is used.

    It comes first: it holds only what was missing or too old. A folder with a library that would crash QGIS
    is left alone.
    """
    folder = folder or library_folder()
    if not folder.is_dir() or strangers_in(folder):
        return False
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
        importlib.invalidate_caches()
    return True


def strangers_in(folder: Path) -> list[str]:
    """What a folder holds that must not be loaded into QGIS."""
    return sorted({entry.name for entry in os.scandir(folder)} & _FOLDERS_OF_NEVER)


def take_over(folder: Path) -> None:
    """Move what pip has installed, and what has been tried, into the folder.

    Errors: LandRenewalError when files are in use.
    """
    new = staging(folder)
    strangers = strangers_in(new)
    if strangers:
        raise LandRenewalError(tr("{} must not be installed beside QGIS.").format(listed(strangers)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for entry in sorted(new.iterdir()):
            former = folder / entry.name
            if former.is_dir() and not former.is_symlink():
                shutil.rmtree(former)
            os.replace(entry, former)
        new.rmdir()
    except OSError as error:
        raise LandRenewalError(
            tr(
                "The new libraries could not be put in place ({}): start QGIS again and install once more."
            ).format(error.strerror or error)
        ) from error


def states() -> dict[str, str]:
    """The state of every library: ok, missing or unfit (too old, or broken). Imports them: not for the main
    thread.
    """
    return {
        library.name: OK
        if able(library.module, library.capability)
        else (UNFIT if is_there(library.module) else MISSING)
        for library in LIBRARIES
    }


def is_there(module: str) -> bool:
    """Whether a module can be found, without importing it."""
    try:
        return find_spec(module.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def versions() -> dict[str, str]:
    """The versions of the libraries, as far as they say."""
    found = {}
    for library in LIBRARIES:
        try:
            found[library.name] = metadata.version(library.name)
        except metadata.PackageNotFoundError:
            continue
    return found


def present_modules() -> set[str]:
    """The modules of companions that can be found."""
    modules = {module for library in LIBRARIES for _, module in library.companions}
    return {module for module in modules if is_there(module)}


def python_program(
    platform: str = sys.platform, prefix: str | Path = sys.exec_prefix, program: str = sys.executable
) -> Path | None:
    """The Python that QGIS runs on, as a program; None when it cannot be found."""
    prefix, program = Path(prefix), Path(program or "python")
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    if platform == "win32":
        guesses = [prefix / "python.exe", prefix / "python3.exe", program.parent / "python3.exe"]
    elif platform == "darwin":
        beside = program.parent / "bin"
        guesses = [beside / name, beside / "python3", program.parent / name, prefix / "bin" / name,
                   prefix / "bin" / "python3"]  # fmt: skip
    else:
        guesses = [prefix / "bin" / name, prefix / "bin" / "python3"]
    # Last: where QGIS is the program, this is some Python of the path that may not be QGIS's own.
    if re.match(r"python(\d|\.exe|$)", program.name):
        guesses.append(program)
    return next((guess for guess in guesses if guess.is_file()), None)
