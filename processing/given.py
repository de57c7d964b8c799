"""What was given to an algorithm, looked at before it runs: numbers out of bounds, files it would destroy."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from .said import listed
from .translation import tr

_NO_BOUND = 1e300
_FILES = ("sink", "vectorDestination", "fileDestination")


def out_of_bounds(algorithm, parameters: dict) -> str:
    """A sentence on the first number or choice that is not allowed; QGIS itself only says "incorrect"."""
    for definition in algorithm.parameterDefinitions():
        given = parameters.get(definition.name())
        if given is None or definition.checkValueIsAcceptable(given):
            continue
        if isinstance(definition, QgsProcessingParameterNumber):
            low, high = definition.minimum(), definition.maximum()
            if max(-low, high) >= _NO_BOUND:
                return tr("{} is {}, but must be a number.").format(definition.name(), given)
            text = tr("{} is {}, but must be a number from {:,g} to {:,g}.")
            return text.format(definition.name(), given, low, high)
        if isinstance(definition, QgsProcessingParameterEnum):
            text = tr("{} is {}, but must be one of: {}.")
            return text.format(definition.name(), given, listed(definition.options()))
    return ""


def overwritten(algorithm, parameters: dict, context) -> str:
    """A sentence on an output that would destroy an input, or another output: QGIS begins a new file for each
    layer that it writes, while the input is still being read.
    """
    read, written = {}, {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            read.setdefault(_source_file(parameters.get(name), context), name)
        file = _written_file(parameters.get(name)) if definition.type() in _FILES else None
        if file in written:
            text = tr("{} and {} are the same file ({}) and would replace each other: name two files.")
            return text.format(written[file], name, file.name)
        if file is not None:
            written[file] = name
    for file, name in written.items():
        # The study reads everything first, and looks itself at what it replaces.
        if file in read and name in algorithm.sink_styles:
            text = tr("{} would overwrite the file that {} is read from ({}): choose another file.")
            return text.format(name, read[file], file.name)
    return ""


def _source_file(value, context) -> Path | None:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = value if isinstance(value, QgsMapLayer) else None
    if layer is None and isinstance(value, str) and value:
        layer = QgsProcessingUtils.mapLayerFromString(value, context, False)
    if layer is not None:
        value = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    if not isinstance(value, str) or not value:
        return None
    return _file(value.partition("|")[0])


def _written_file(value) -> Path | None:
    """The file that is begun anew for an output; None for scratch layers and for tables of a database."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    # memory:, ogr:dbname=... and the like; one letter is a drive of Windows.
    if not isinstance(value, str) or re.match(r"\w{2,}:", value):
        return None
    path = _file(value.partition("|")[0])
    return path if path is not None and path.suffix else None


def _file(text: str) -> Path | None:
    try:
        return Path(text).resolve()
    except (OSError, ValueError):
        return None
