"""The sample district: a copy in the user's profile, opened as a project."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsMapLayerLegend,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.common.errors import LandRenewalError
from ..core.common.version import METHOD_VERSION
from ..processing.translation import tr, tr_known
from .looks import hold_look

_SAMPLE = Path(__file__).parents[1] / "resources" / "sample"


def open_sample(iface) -> Path:
    """Open the sample project, or add the layers of the sample data to the present project; returns the data.

    Errors: LandRenewalError when the sample is not there or cannot be copied.
    """
    if not (_SAMPLE / "sample.gpkg").is_file():
        raise LandRenewalError(tr("The sample district is not in this installation."))
    try:
        folder = own_copy(_SAMPLE, Path(QgsApplication.qgisSettingsDirPath()) / "land_renewal")
    except OSError as error:
        raise LandRenewalError(
            tr("The sample district could not be copied into your QGIS profile: {}").format(error)
        ) from error
    project, data = folder / "sample.qgz", folder / "sample.gpkg"
    if project.is_file():
        iface.addProject(str(project))
        _translate(QgsProject.instance())
    else:
        add_sample_layers(data, QgsProject.instance())
    return data


def _translate(project: QgsProject) -> None:
    """Names of layers and legends in the language of QGIS; what the user has named stays as it is."""
    for layer in project.mapLayers().values():
        layer.setName(tr_known(layer.name()))
        renderer = layer.renderer().clone() if layer.isSpatial() else None
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            for place, category in enumerate(renderer.categories()):
                renderer.updateCategoryLabel(place, tr_known(category.label()))
            hold_look(layer)
            layer.setRenderer(renderer)
            # Only a new legend is shown at once.
            layer.setLegend(QgsMapLayerLegend.defaultVectorLegend(layer))
    project.setDirty(False)


def own_copy(source: Path, target: Path) -> Path:
    """A copy of the sample in the user's profile, made when there is none or the plugin brings a newer one.

    QGIS locks open files on Windows, and the plugin's own folder has to stay free for the next version.
    """
    folder = target / f"sample-{METHOD_VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("sample.gpkg", "sample.qgz"):
        original, copy = source / name, folder / name
        if not original.is_file():
            continue
        # copy2 keeps the time of the original; what the user has changed since is newer.
        if not copy.is_file() or copy.stat().st_mtime < original.stat().st_mtime:
            shutil.copy2(original, copy)
    return folder


def add_sample_layers(data: Path, project: QgsProject) -> None:
    """Add all layers of a GeoPackage to a project, in one group, polygons below lines and points."""
    group = project.layerTreeRoot().insertGroup(0, tr("Sample district"))
    details = QgsProviderRegistry.instance().querySublayers(str(data))
    details = [d for d in details if d.name() != "layer_styles"]
    layers = [QgsVectorLayer(d.uri(), d.name(), d.providerKey()) for d in details]
    for layer in sorted(layers, key=lambda layer: (int(layer.geometryType()), layer.name())):
        if layer.isValid():
            project.addMapLayer(layer, False)
            group.addLayer(layer)
