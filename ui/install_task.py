"""Installing libraries in the background: pip looked at, run, tried in a process of its own, put in place."""

from __future__ import annotations

import os
import re
import shutil
import sys

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment, pyqtSignal

from ..core.common.errors import LandRenewalError
from ..processing.dependencies import forget
from ..processing.libraries import Plan, check_command, staging, take_over, use_folder
from ..processing.translation import tr

# What the user's own settings of pip may say and would make it do something else.
_NOT_FOR_PIP = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_NO_DEPS", "PIP_CONSTRAINT", "PIP_REQUIREMENT")
_TRY = (
    "import importlib, sys\n"
    "sys.path.insert(0, sys.argv[1])\n"
    "for name in sys.argv[2:]:\n"
    "    importlib.import_module(name)\n"
    "print('all of them import')\n"
)
_STEP = 200
_NO_NETWORK = ("NewConnectionError", "Max retries", "ConnectTimeout", "ProxyError", "SSLError", "ReadTimeout",
               "name resolution", "Connection refused", "Network is unreachable")  # fmt: skip


class InstallTask(QgsTask):
    """Carries out a plan. ``done(ok, sentence)``; ``said(text)``: what pip prints."""

    done = pyqtSignal(bool, str)
    said = pyqtSignal(str)

    def __init__(self, plan: Plan):
        super().__init__(tr("Installing libraries"))
        self._plan, self._sentence = plan, ""

    def run(self):
        plan = self._plan
        new = staging(plan.folder)
        try:
            check_command(plan.command)
            self._check_pip()
            shutil.rmtree(new, ignore_errors=True)
            self._call(plan.command, pip_problem)
            self._call((plan.command[0], "-c", _TRY, str(new), *plan.modules), import_problem, [str(new)])
            take_over(plan.folder)
        except LandRenewalError as error:
            self._sentence = str(error)
            return False
        finally:
            shutil.rmtree(new, ignore_errors=True)
        return True

    def finished(self, result):
        if not result:
            self.done.emit(False, self._sentence or tr("The installation was stopped; nothing was changed."))
            return
        use_folder(self._plan.folder)
        forget()
        self.done.emit(True, tr("The libraries are installed. Start QGIS again to use them."))

    def _check_pip(self) -> None:
        """pip must be there, and that of QGIS's own Python."""
        said = self._call((*self._plan.command[:3], "--version"), pip_problem)
        own = f"python {sys.version_info[0]}.{sys.version_info[1]}"
        if f"({own})" not in said:
            raise LandRenewalError(
                tr("The Python found is not that of QGIS ({} wanted): install the libraries by hand.").format(
                    own
                )
            )

    def _call(self, command, problem, paths=()) -> str:
        """Run a program to its end and return what it says.

        Errors: LandRenewalError with the sentence of ``problem(output)`` when it fails or is stopped.
        """
        process = QProcess()
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setProcessEnvironment(environment(paths))
        process.start(command[0], [str(part) for part in command[1:]])
        if not process.waitForStarted():
            raise LandRenewalError(tr("{} could not be started.").format(command[0]))
        parts = []
        while process.state() != QProcess.ProcessState.NotRunning:
            process.waitForFinished(_STEP)
            parts.append(bytes(process.readAll()).decode("utf-8", "replace"))
            if parts[-1]:
                self.said.emit(parts[-1])
            if self.isCanceled():
                process.kill()
                process.waitForFinished()
                raise LandRenewalError(tr("The installation was stopped; nothing was changed."))
        output = "".join(parts) + bytes(process.readAll()).decode("utf-8", "replace")
        if process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode() != 0:
            raise LandRenewalError(problem(output))
        return output


def environment(paths=()) -> QProcessEnvironment:
    """That of QGIS, with its Python path, and without what would lead pip elsewhere."""
    made = QProcessEnvironment.systemEnvironment()
    for name in _NOT_FOR_PIP:
        made.remove(name)
    made.insert("PIP_USER", "0")
    made.insert("PIP_REQUIRE_VIRTUALENV", "0")
    made.insert("PYTHONPATH", os.pathsep.join([*paths, *filter(None, sys.path)]))
    made.insert("PYTHONIOENCODING", "utf-8")
    return made


def pip_problem(output: str) -> str:
    """One sentence for what pip says when it fails."""
    if "No module named pip" in output:
        return tr(
            "pip is not there: install it (on Debian and Ubuntu the package python3-pip) and try again."
        )
    if any(sign in output for sign in _NO_NETWORK):
        return tr("The package index could not be reached: check the network and QGIS's proxy settings.")
    if "No space left" in output:
        return tr("The disk is full: make room and try again.")
    if "Permission denied" in output or "WinError 5" in output:
        return tr("The folder of your QGIS profile cannot be written to.")
    lacking = re.search(r"No matching distribution found for ([\w.-]+)", output)
    if lacking:
        return tr("There is no {} ready to install for this version of Python.").format(lacking[1])
    errors = [line.strip() for line in output.splitlines() if line.startswith("ERROR")]
    said = (errors or output.strip().splitlines() or [""])[-1].removeprefix("ERROR:").strip()
    return tr("pip failed: {}").format(said)


def import_problem(output: str) -> str:
    """One sentence for libraries that were installed but do not work."""
    said = (output.strip().splitlines() or [""])[-1]
    return tr("The new libraries do not work here, so they were removed again: {}").format(said)
