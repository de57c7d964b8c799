"""The lines that docs/architecture.md draws, held by reading the source of every module."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = {"core": 0, "processing": 1, "ui": 2}
# What each room of core/ may import from: itself and the rooms before it.
ROOMS = (
    "common rules intake matching levels pages performance deficiency whatif assignment scenarios readiness "
    "economics dossier sample study"
).split()
ROOF = 3  # plugin.py and __init__.py: they may import everything
NOT_IN_CORE = {"qgis", "processing", "osgeo", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
HEAVY = {"geopandas", "shapely", "pandas", "scipy", "numpy", "pyproj", "yaml"}
MOST_LINES = 450
# Home folders and the places where checkouts and scratch files of one machine live.
ONE_MACHINE = re.compile(r"(?<![\w./-])/(?:home|root|Users|work|tmp)/\w|\b[A-Z]:\\+Users\b")


def package_files() -> list[Path]:
    inside = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    return [*sorted(ROOT.glob("*.py")), *inside]


def tracked_files() -> list[Path]:
    """What git tracks; in a copy without git, everything but build/."""
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    if (ROOT / ".git").exists():
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
        return [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    skipped = {"build", "__pycache__", ".pytest_cache", ".hypothesis", ".ruff_cache"}
    inside = [path for path in ROOT.rglob("*") if not skipped & set(path.relative_to(ROOT).parts)]
    return [path for path in inside if path.is_file()]


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def floor_of(module: str) -> int:
    """The floor of a module named from the package's root, such as ``core.levels.levels``."""
    return FLOORS.get(module.split(".")[0], ROOF)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, node: ast.Import | ast.ImportFrom) -> list[tuple[bool, str]]:
    """What a statement imports: (is it ours, dotted name). Our names start at the package's root.

    ``from ..core import levels`` gives ``core.levels.levels``: whether the last part is a module or a
    function makes no difference to its floor.
    """
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif node.level == 0:
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    else:
        folders = path.relative_to(ROOT).parent.parts
        base = [*folders[: len(folders) - (node.level - 1)], *(node.module or "").split(".")]
        return [(True, ".".join([*filter(None, base), alias.name])) for alias in node.names]
    ours = "land_renewal."
    return [(name.startswith(ours), name[len(ours) :] if name.startswith(ours) else name) for name in names]


def all_imports(path: Path):
    """Every import of a file, wherever it stands: (node, ours, name)."""
    for node in ast.walk(parse(path)):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for ours, name in imported(path, node):
                yield node, ours, name


def import_time(node: ast.AST):
    """The imports that run when the module is imported: not those in functions or for type checkers."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.Import, ast.ImportFrom)):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from import_time(ast.Module([other], []))
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from import_time(child)


def import_time_names(path: Path):
    for node in import_time(parse(path)):
        for ours, name in imported(path, node):
            yield node, ours, name


def modules_behind(name: str, known: dict[str, Path]) -> list[str]:
    """The modules that run when a name of ours is imported: the one that holds it, and its packages."""
    parts = name.split(".")
    prefixes = [".".join(parts[:length]) for length in range(len(parts) + 1)]
    return [prefix for prefix in prefixes if prefix in known]


def heavy_reason(module: str, known: dict[str, Path], found: dict[str, str | None]) -> str | None:
    """The chain of imports by which a module loads a heavy library when it is imported, or None.

    ``found`` keeps what is known of modules looked at before; one that is being looked at is none by itself.
    """
    if module not in found:
        found[module] = None
        found[module] = _heavy_reason(module, known, found) if module in known else None
    return found[module]


def _heavy_reason(module: str, known: dict[str, Path], found: dict[str, str | None]) -> str | None:
    for _node, ours, name in import_time_names(known[module]):
        if not ours and name.split(".")[0] in HEAVY:
            return f"{module} > {name.split('.')[0]}"
        for target in modules_behind(name, known) if ours else ():
            chain = heavy_reason(target, known, found)
            if chain:
                return f"{module} > {chain}"
    return None


def refuse(violations: list[str], rule: str):
    if violations:
        pytest.fail("\n".join([rule, *(f"  {violation}" for violation in violations)]), pytrace=False)


def test_the_rooms_are_where_this_file_looks():
    found = {module_name(path).split(".")[0] for path in package_files()}
    assert found >= {"", "core", "processing"}


def test_imports_go_down_only():
    violations = [
        f"{where(path, node)} imports {name}"
        for path in package_files()
        for node, ours, name in all_imports(path)
        if ours and floor_of(name) > floor_of(module_name(path))
    ]
    refuse(violations, "imports go down only: ui -> processing -> core")


def test_each_room_of_core_builds_on_those_before_it():
    assert {path.name for path in (ROOT / "core").iterdir() if path.name != "__pycache__"} == {
        "__init__.py",
        *ROOMS,
    }
    violations = [
        f"{where(path, node)} imports {name}"
        for path in package_files()
        if module_name(path).startswith("core.")
        for node, ours, name in all_imports(path)
        if ours and _storey(name) > _storey(module_name(path))
    ]
    refuse(violations, f"a room of core/ builds on those before it: {', '.join(ROOMS)}")


def _storey(name: str) -> int:
    """The place in the order of a module named from the package's root, such as ``core.levels.blocks``."""
    return ROOMS.index(name.split(".")[1])


def test_inside_the_package_imports_are_relative():
    violations = [
        f"{where(path, node)} imports {name}"
        for path in package_files()
        for node in ast.walk(parse(path))
        if isinstance(node, (ast.Import, ast.ImportFrom)) and not getattr(node, "level", 0)
        for name in [getattr(node, "module", None) or node.names[0].name]
        if name.split(".")[0] in {"land_renewal", "core", "ui"}
    ]
    refuse(violations, "inside the package imports are relative: the user may have renamed its folder")


def test_core_knows_nothing_of_qgis():
    violations = [
        f"{where(path, node)} imports {name}"
        for path in package_files()
        if floor_of(module_name(path)) == 0
        for node, ours, name in all_imports(path)
        if not ours and name.split(".")[0] in NOT_IN_CORE
    ]
    refuse(violations, "core runs in plain Python, without QGIS, Qt and GDAL")


def test_nothing_heavy_is_imported_when_qgis_starts():
    known = {module_name(path): path for path in package_files()}
    found: dict[str, str | None] = {}
    chains = {name: heavy_reason(name, known, found) for name in known if floor_of(name) > 0}
    refuse(
        [chain for chain in chains.values() if chain],
        "these modules load a heavy library when they are imported; import it in the function that needs it",
    )


def test_qt_comes_through_qgis():
    violations = [
        f"{where(path, node)} imports {name}"
        for path in tracked_files()
        if path.suffix == ".py"
        for node, _ours, name in all_imports(path)
        if re.match(r"(PyQt|PySide)\d|sip\b", name)
    ]
    refuse(violations, "Qt comes through qgis.PyQt, which knows whether it is Qt 5 or 6")


def test_translated_texts_are_literals():
    violations = []
    for path in package_files():
        for node in ast.walk(parse(path)):
            name = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name != "tr":
                continue
            literal = (
                len(node.args) == 1
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            )
            if not literal or node.keywords:
                violations.append(f"{where(path, node)} {ast.unparse(node)[:80]}")
    refuse(violations, 'tr() takes one string literal; put values in afterwards: tr("{} parcels").format(n)')


def is_put_together(node: ast.expr) -> bool:
    """An f-string, a sum of texts, or ``.format()`` of something that is not a translation."""
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format":
        inner = node.func.value
        return not (isinstance(inner, ast.Call) and getattr(inner.func, "id", "").startswith("tr"))
    return isinstance(node, (ast.JoinedStr, ast.BinOp))


def test_sentences_are_made_from_literal_templates():
    violations = []
    for path in package_files():
        for node in ast.walk(parse(path)):
            name = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in {"LandRenewalError", "sentence"} and node.args and is_put_together(node.args[0]):
                violations.append(f"{where(path, node)} {ast.unparse(node)[:80]}")
    refuse(violations, 'a template is translated, its values are not: LandRenewalError("{} is empty.", name)')


def test_modules_stay_readable():
    files = [*package_files(), *sorted((ROOT / "scripts").glob("*.py"))]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    long = {path.relative_to(ROOT): length for path, length in lengths.items() if length >= MOST_LINES}
    refuse(
        [f"{path}: {length} lines" for path, length in long.items()],
        f"a module stays under {MOST_LINES} lines",
    )


def test_no_folder_of_one_machine_is_named():
    violations = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if ONE_MACHINE.search(line) or str(ROOT) in line:
                violations.append(f"{path.relative_to(ROOT)}:{number} {line.strip()[:80]}")
    refuse(violations, "files name no folder that exists on one machine only")


def run_python(code: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )


PREPARE = f"""
import importlib, importlib.util, json, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
spec = importlib.util.spec_from_file_location(
    "land_renewal", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
def load(blocked_modules):
    global blocked
    blocked = blocked_modules
    sys.meta_path.insert(0, Refuse())
    package = importlib.util.module_from_spec(spec)
    sys.modules["land_renewal"] = package
    spec.loader.exec_module(package)
"""


def test_core_runs_where_there_is_no_qgis():
    modules = [module_name(path) for path in package_files() if floor_of(module_name(path)) == 0]
    run = run_python(f"""{PREPARE}
load({NOT_IN_CORE!r})
for name in {modules!r}:
    importlib.import_module("land_renewal." + name)
""")
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="module")
def bare_algorithms() -> list[str]:
    """The algorithms that QGIS gets from the provider where none of the heavy libraries is installed."""
    run = run_python(f"""{PREPARE}
load({HEAVY!r})
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
importlib.import_module("land_renewal.plugin")
provider = importlib.import_module("land_renewal.processing.provider").LandRenewalProvider()
QgsApplication.processingRegistry().addProvider(provider)
print(json.dumps([provider.id()] + [algorithm.name() for algorithm in provider.algorithms()]))
QgsApplication.processingRegistry().removeProvider(provider)
""")
    assert run.stdout.strip(), f"the provider does not load without {', '.join(sorted(HEAVY))}:\n{run.stderr}"
    identifier, *algorithms = json.loads(run.stdout.strip().splitlines()[-1])
    assert identifier == "landrenewal"
    return algorithms


def algorithm_files() -> set[str]:
    folder = ROOT / "processing" / "algorithms"
    return {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}


def test_every_algorithm_file_is_an_algorithm(bare_algorithms):
    assert algorithm_files() == set(bare_algorithms), "processing/algorithms/<id>.py and the provider's ids"


def test_every_algorithm_has_its_icon():
    icons = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    missing = sorted(algorithm_files() - icons)
    refuse([f"resources/icons/{name}.svg" for name in missing], "these icons are missing")
