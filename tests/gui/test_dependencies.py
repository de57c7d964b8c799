"""Libraries: what would be run and what never, real installations of small wheels, and the page."""

from __future__ import annotations

import base64
import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("qgis.gui")

from land_renewal.core.common.errors import LandRenewalError
from land_renewal.processing import dependencies, libraries
from land_renewal.processing.libraries import LIBRARIES, MISSING, NEVER, OK, UNFIT

WAIT = 300_000
DEBIAN_12 = {"numpy": "1.24.2", "pandas": "1.5.3", "pyproj": "3.4.1"}
DEBIAN_13 = {"numpy": "2.2.4", "pandas": "2.2.3", "pyproj": "3.7.1"}
MACOS = {"numpy": "1.26.4", "pyproj": "3.6.1"}
ALL = [library.name for library in LIBRARIES]


def plan(names, versions=DEBIAN_12, present=(), states=None, **more):
    states = dict.fromkeys(ALL, MISSING) if states is None else states
    return libraries.make_plan(names, states, "python3", Path("profile") / "libs", versions, present, **more)


def wanted(made):
    return [part for part in made.command[made.command.index("--target") + 2 :]]


def test_the_command_leaves_everything_but_its_folder_alone():
    made = plan(["shapely", "geopandas"], present=["packaging"])
    assert made.command == (
        "python3", "-m", "pip", "install", "--no-deps", "--only-binary", ":all:",
        "--disable-pip-version-check", "--no-input", "--no-warn-script-location",
        "--target", str(Path("profile") / "libs.new"), "shapely>=2.0,<3", "geopandas>=1.0,<1.1",
    )  # fmt: skip
    assert made.shown().endswith('"shapely>=2.0,<3" "geopandas>=1.0,<1.1"')
    assert (made.modules, made.refused) == (("shapely", "geopandas"), ())
    libraries.check_command(made.command)


def test_ranges_fit_what_is_there():
    assert wanted(plan(["geopandas"], DEBIAN_13, ["packaging"])) == ["geopandas>=1.0,<2"]
    assert wanted(plan(["pandas", "scipy"], MACOS, ["six", "pytz"])) == [
        "pandas>=2.0,<4", "python-dateutil", "tzdata", "scipy>=1.11,<2",
    ]  # fmt: skip
    assert wanted(plan(["scipy", "pandas"], DEBIAN_12, ["dateutil", "six", "pytz", "tzdata"])) == [
        "scipy>=1.8,<1.16", "pandas>=1.5,<3",
    ]  # fmt: skip
    everything = wanted(plan(["matplotlib", "pandas"], {}))
    assert "contourpy>=1.0,<1.3.3" in everything
    assert len(everything) == len(set(everything))


def test_what_works_is_left_as_it_is():
    states = {**dict.fromkeys(ALL, OK), "openpyxl": MISSING, "geopandas": UNFIT}
    made = plan(ALL, states=states, present=["et_xmlfile", "packaging"])
    assert wanted(made) == ["geopandas>=1.0,<1.1", "openpyxl>=3.0,<4"]
    assert plan(ALL, states=dict.fromkeys(ALL, OK)).command == ()


def test_some_are_never_installed():
    made = plan(["pyproj", "numpy", "rapidfuzz"])
    assert made.refused == ("pyproj", "numpy")
    assert wanted(made) == ["rapidfuzz>=3.0,<4"]
    assert plan(["pyproj"]).command == ()
    for name in ALL:
        asked = libraries.requirements(next(one for one in LIBRARIES if one.name == name), {}, ())
        if name not in ("numpy", "pyproj"):
            assert not {libraries.canonical(text.split(">")[0]) for text in asked} & NEVER
    with pytest.raises(LandRenewalError, match="does not use fiona, requests"):
        plan(["fiona", "requests", "pandas"])


@pytest.mark.parametrize(
    "more",
    ["pyproj", "pyproj>=3", "PyProj==3.6", "pyogrio", "fiona[all]", "GDAL", "PyQt5_sip>=12", "numpy<2",
     "wheels/pyproj-3.6.1-cp311.whl", "/somewhere/fiona-1.9.tar.gz", "C:\\wheels\\pyogrio-0.7.whl"],
)  # fmt: skip
def test_the_last_look_stops_what_would_crash_qgis(more):
    with pytest.raises(LandRenewalError, match="must not be installed beside QGIS"):
        libraries.check_command([*plan(["shapely"]).command, more])


@pytest.mark.parametrize("change", ["no deps", "no target", "user", "list"])
def test_the_last_look_stops_what_would_reach_further(change):
    command = list(plan(["shapely"]).command)
    if change == "no deps":
        command.remove("--no-deps")
    elif change == "no target":
        del command[command.index("--target") :]
    else:
        command += {"user": ["--user"], "list": ["-r", "wishes.txt"]}[change]
    with pytest.raises(LandRenewalError, match="more than the folder"):
        libraries.check_command(command)


def test_the_python_of_qgis_is_found_on_every_platform(tmp_path):
    def there(*parts):
        path = tmp_path.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return path

    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    windows = there("QGIS", "apps", "Python39", "python.exe")
    program = there("QGIS", "bin", "qgis-ltr-bin.exe")
    assert libraries.python_program("win32", windows.parent, program) == windows
    mac = there("QGIS.app", "Contents", "MacOS", "bin", "python3")
    assert libraries.python_program("darwin", tmp_path, mac.parent.parent / "QGIS") == mac
    linux = there("usr", "bin", name)
    assert libraries.python_program("linux", tmp_path / "usr", "/usr/bin/qgis.bin") == linux
    assert libraries.python_program("linux", tmp_path / "usr", linux) == linux
    assert libraries.python_program("linux", tmp_path / "none", "/usr/bin/qgis.bin") is None
    shim = there("shims", "python3")
    assert libraries.python_program("linux", tmp_path / "usr", shim) == linux
    assert libraries.python_program("linux", tmp_path / "none", shim) == shim
    assert libraries.python_program().is_file()


def test_the_folder_is_for_this_python_and_this_numpy(tmp_path):
    import numpy

    folder = libraries.library_folder(tmp_path)
    assert folder.parent == tmp_path / "land_renewal"
    assert folder.name == f"libraries-{sys.implementation.cache_tag}-numpy{numpy.__version__.split('.')[0]}"


def test_the_folder_is_used_when_it_is_there_and_harmless(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    folder = tmp_path / "libs"
    assert not libraries.use_folder(folder) and str(folder) not in sys.path
    folder.mkdir()
    assert libraries.use_folder(folder) and libraries.use_folder(folder)
    assert sys.path[0] == str(folder) and sys.path.count(str(folder)) == 1
    other = tmp_path / "spoilt"
    (other / "pyproj").mkdir(parents=True)
    assert not libraries.use_folder(other) and str(other) not in sys.path


def wheel(folder, name, version, code):
    """A real wheel of one module."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        "Requires-Dist: pyproj\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    lines = []
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(text.encode())}\n")
    files[f"{info}/RECORD"] = "".join(lines) + f"{info}/RECORD,,\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)


@pytest.fixture
def offline(tmp_path):
    """Options of pip: nothing but the wheels of a folder."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    return folder, ("--no-index", "--find-links", str(folder))


def real_plan(names, folder, extra):
    states = dict.fromkeys(ALL, MISSING)
    modules = libraries.present_modules() | {"et_xmlfile"}
    return libraries.make_plan(
        names, states, libraries.python_program(), folder, libraries.versions(), modules, extra
    )


def carry_out(qtbot, made):
    from land_renewal.ui.dependencies import start
    from land_renewal.ui.install_task import InstallTask

    task, ended, said = InstallTask(made), [], []
    task.done.connect(lambda *end: ended.append(end))
    task.said.connect(said.append)
    start(task)
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    return (*ended[0], "".join(said))


@pytest.fixture
def clean_path(monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))


def test_a_wheel_is_really_installed_and_nothing_with_it(qtbot, qapp, offline, tmp_path, clean_path):
    wheels, extra = offline
    wheel(wheels, "rapidfuzz", "3.1.0", "")
    wheel(wheels, "openpyxl", "3.1.0", "MARK = 'from the wheel'\n")
    folder = tmp_path / "profile" / "libs"
    folder.mkdir(parents=True)
    (folder / "openpyxl").mkdir()
    (folder / "openpyxl" / "old.py").touch()
    (folder / "kept.py").touch()
    ok, sentence, said = carry_out(qtbot, real_plan(["openpyxl"], folder, extra))
    assert (ok, sentence) == (True, "The libraries are installed. Start QGIS again to use them."), said
    assert "Successfully installed openpyxl-3.1.0" in said and "all of them import" in said
    assert sorted(path.name for path in folder.iterdir()) == [
        "kept.py",
        "openpyxl",
        "openpyxl-3.1.0.dist-info",
    ]
    assert not (folder / "openpyxl" / "old.py").exists()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["libs"]
    assert sys.path[0] == str(folder)


def test_what_does_not_import_is_not_kept(qtbot, qapp, offline, tmp_path, clean_path):
    wheels, extra = offline
    wheel(wheels, "openpyxl", "3.1.0", "raise ImportError('built for another numpy')\n")
    folder = tmp_path / "profile" / "libs"
    ok, sentence, _ = carry_out(qtbot, real_plan(["openpyxl"], folder, extra))
    assert not ok
    assert sentence.endswith("removed again: ImportError: built for another numpy")
    assert list(folder.parent.iterdir()) == []
    assert str(folder) not in sys.path


def test_a_wheel_that_brings_a_stranger_is_not_kept(qtbot, qapp, offline, tmp_path, clean_path):
    wheels, extra = offline
    wheel(wheels, "openpyxl", "3.1.0", "")
    with zipfile.ZipFile(next(wheels.iterdir()), "a") as archive:
        archive.writestr("pyproj/__init__.py", "")
    folder = tmp_path / "profile" / "libs"
    ok, sentence, _ = carry_out(qtbot, real_plan(["openpyxl"], folder, extra))
    assert (ok, sentence) == (False, "pyproj must not be installed beside QGIS.")
    assert list(folder.parent.iterdir()) == []


def test_what_is_not_to_be_had_is_said_in_one_sentence(qtbot, qapp, offline, tmp_path):
    _, extra = offline
    ok, sentence, _ = carry_out(qtbot, real_plan(["rapidfuzz"], tmp_path / "libs", extra))
    assert (ok, sentence) == (False, "There is no rapidfuzz ready to install for this version of Python.")


def test_an_index_out_of_reach_is_said_in_one_sentence(qtbot, qapp, tmp_path):
    nowhere = ("--isolated", "--index-url", "http://127.0.0.1:9/simple", "--retries", "1", "--timeout", "1")
    ok, sentence, _ = carry_out(qtbot, real_plan(["rapidfuzz"], tmp_path / "libs", nowhere))
    assert not ok and sentence.startswith("The package index could not be reached")


def test_another_python_is_refused(qtbot, qapp, tmp_path):
    fake = tmp_path / "python3"
    fake.write_text("#!/bin/sh\necho 'pip 23 from somewhere (python 2.7)'\n", encoding="utf-8")
    fake.chmod(0o755)
    made = libraries.make_plan(["rapidfuzz"], {}, fake, tmp_path / "libs", {})
    ok, sentence, _ = carry_out(qtbot, made)
    assert not ok and sentence.startswith("The Python found is not that of QGIS")
    ok, sentence, _ = carry_out(qtbot, libraries.make_plan(["rapidfuzz"], {}, tmp_path / "no", tmp_path, {}))
    assert not ok and sentence.endswith("could not be started.")


def test_an_installation_can_be_stopped(qtbot, qapp, tmp_path):
    from land_renewal.ui.dependencies import start
    from land_renewal.ui.install_task import InstallTask

    slow = tmp_path / "python3"
    slow.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    task, ended = InstallTask(libraries.make_plan(["rapidfuzz"], {}, slow, tmp_path / "libs", {})), []
    task.done.connect(lambda *end: ended.append(end))
    start(task)
    qtbot.wait(400)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert ended == [(False, "The installation was stopped; nothing was changed.")]


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("/usr/bin/python3: No module named pip", "pip is not there"),
        ("WARNING: NewConnectionError(...)\nERROR: No matching distribution found for a", "The package"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: [Errno 13] Permission denied: 'x'", "The folder of your QGIS profile"),
        ("noise\nERROR: something else", "pip failed: something else"),
    ],
)  # fmt: skip
def test_pip_is_understood(output, sentence):
    from land_renewal.ui.install_task import pip_problem

    assert pip_problem(output).startswith(sentence)


@pytest.fixture
def page(qtbot, iface, offline, tmp_path):
    from land_renewal.ui import dependencies as ui

    ui.register(iface)
    (factory,) = iface.factories
    assert isinstance(factory.createWidget(iface.window), ui.LibrariesPage)
    page = ui.LibrariesPage(iface.window, tmp_path / "profile" / "libs", offline[1])
    qtbot.waitUntil(lambda: bool(page.states), timeout=WAIT)
    yield page
    ui.unregister()
    assert iface.factories == []


def shown(page):
    rows = [page.table.topLevelItem(row) for row in range(page.table.topLevelItemCount())]
    return {row.text(0): (row.text(1), row.text(2)) for row in rows}


def test_the_page_says_what_is_there(page):
    import pandas

    state, version = shown(page)["pandas"]
    assert state == "works" and version.startswith(pandas.__version__)
    assert page.states == dict.fromkeys(ALL, OK)
    assert set(shown(page)) == set(ALL)


def test_the_page_says_what_is_missing_and_shows_the_command(page):
    page.show_states({**dict.fromkeys(ALL, OK), "openpyxl": MISSING, "rapidfuzz": MISSING})
    assert page.summary.text() == "Everything needed is there. openpyxl, rapidfuzz would add to it."
    assert page.command.toPlainText() == page.plan.shown() and "openpyxl>=3.0" in page.plan.shown()
    assert page.install.isEnabled()
    page.show_states({**dict.fromkeys(ALL, OK), "pyproj": MISSING, "geopandas": UNFIT})
    assert page.summary.text() == "Land Renewal cannot compute anything without pyproj, geopandas."
    assert page.note.text().startswith("pyproj is not installed from here")
    page.show_states(dict.fromkeys(ALL, OK))
    assert page.summary.text() == "All libraries are there." and not page.install.isEnabled()
    assert not page.command.isVisibleTo(page)


def answer(title):
    """Click a button of the message box that will be open."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QMessageBox

    texts = []

    def click():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(box.informativeText())
        next(button for button in box.buttons() if button.text().replace("&", "") == title).click()

    QTimer.singleShot(200, click)
    return texts


def test_nothing_is_installed_before_a_yes(qtbot, page, offline, clean_path):
    wheel(offline[0], "openpyxl", "3.1.0", "")
    page.show_states({**dict.fromkeys(ALL, OK), "openpyxl": MISSING})
    texts = answer("Cancel")
    page.install.click()
    assert page.plan.shown() in texts[0] and str(page.plan.folder) in texts[0]
    assert not page.plan.folder.exists()
    answer("Install")
    page.install.click()
    qtbot.waitUntil(lambda: page.summary.text().startswith("The libraries are installed"), timeout=WAIT)
    assert (page.plan.folder / "openpyxl").is_dir()
    assert not page.bar.isVisibleTo(page) and page.again.isVisibleTo(page)


def test_after_an_installation_it_is_looked_anew(monkeypatch):
    monkeypatch.setattr(dependencies, "_state", {"complete": False})
    dependencies.forget()
    assert dependencies.missing() == []
