"""The `qgis_process` command that repeats a run, for a script, a colleague or another machine."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsProperty,
)

from ..core.common.errors import LandRenewalError
from ..processing import settings
from ..processing.translation import tr
from .outputs import report_parameters, target_of, written
from .steps import READINESS

_HIDDEN = QgsProcessingParameterDefinition.Flag.FlagHidden
_SAFE_ON_WINDOWS = re.compile(r"[\w@+=:,./\\-]+")


def command(algorithm: str, parameters: dict, windows: bool = os.name == "nt") -> str:
    """The command that runs ``landrenewal:<algorithm>`` with these parameters, ready to be pasted.

    What is empty or as the algorithm has it by default is left out. Layers of the project are named by their
    source. Errors: LandRenewalError when something exists in this QGIS only (a scratch layer, edits that are
    not saved, a selection), which a command cannot name.
    """
    found = QgsApplication.processingRegistry().algorithmById(f"landrenewal:{algorithm}")
    if found is None:
        raise LandRenewalError(tr("The tool {} is not in the toolbox.").format(algorithm))
    words = ["qgis_process", "run", f"landrenewal:{algorithm}"]
    for definition in found.parameterDefinitions():
        value = parameters.get(definition.name())
        if definition.flags() & _HIDDEN or _is_empty(value) or value == definition.defaultValue():
            continue
        values = value if isinstance(value, (list, tuple)) else [value]
        words += [f"--{definition.name()}={_text(part, definition)}" for part in values]
    return " ".join(quoted(word, windows) for word in words)


def commands(step: str, chosen: dict) -> list[str]:
    """The commands that repeat a step of the workbench: the study, and the pages that there are of the step.

    Errors: as `command`.
    """
    chosen = standing_in(chosen)
    result, more = Path(chosen.get("OUTPUT") or "result.gpkg"), {}
    readiness = target_of(result, READINESS[2])
    if step == "data" and readiness.is_file():
        more[READINESS[1]] = str(readiness)
    pages = written(result) if step == "outputs" else []
    lines = [command("study", {**chosen, **more})]
    return lines + [command(page.algorithm, report_parameters(page, result, chosen)) for page in pages]


def standing_in(chosen: dict) -> dict:
    """Parameters with what the options of this QGIS stand in for, so that they give the same elsewhere.

    The rules of a column mapping go before those of the options. A currency has no parameter.
    """
    options = settings.standing()
    found = {"LANGUAGE": options["LANGUAGE"], **chosen}
    if options["RULES"] and not chosen.get("RULES"):
        from ..core.intake.mapping_file import load_mapping

        if not load_mapping(chosen.get("MAPPING") or "auto").profile:
            found["RULES"] = options["RULES"]
    return found


def quoted(word: str, windows: bool = False) -> str:
    """A word as the shell takes it: sh and its kin, or cmd.exe.

    >>> quoted("--PARCELS=my file.gpkg|layername=地块")
    "'--PARCELS=my file.gpkg|layername=地块'"
    >>> quoted("--PARCELS=my file.gpkg", windows=True)
    '"--PARCELS=my file.gpkg"'
    """
    if not windows:
        return shlex.quote(word)
    # Inside quotes cmd.exe takes |, & and the like as they are; programs take "" as a quote.
    if _SAFE_ON_WINDOWS.fullmatch(word):
        return word
    inside = word.replace('"', '""')
    # A backslash before the closing quote would take it as part of the word.
    return '"' + inside + "\\" * (len(inside) - len(inside.rstrip("\\"))) + '"'


def _is_empty(value) -> bool:
    return value is None or value == "" or (isinstance(value, (list, tuple)) and not value)


def _text(value, definition) -> str:
    title = definition.description()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly:
            raise LandRenewalError(
                tr("{}: only the selection is used, which a command cannot name.").format(title)
            )
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    layer = value if isinstance(value, QgsMapLayer) else None
    if layer is None and isinstance(value, str):
        layer = QgsProject.instance().mapLayer(value)
    if layer is not None:
        return _source(layer, title)
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _source(layer: QgsMapLayer, title: str) -> str:
    if layer.providerType() == "memory":
        raise LandRenewalError(
            tr("{}: {} is a temporary layer; save it to a file first.").format(title, layer.name())
        )
    if getattr(layer, "isModified", bool)():
        raise LandRenewalError(
            tr("{}: {} has edits that are not saved; save them first.").format(title, layer.name())
        )
    return layer.source()
