"""Make the sample district that comes with the plugin: sample.gpkg and sample.qgz in resources/sample.

    . scripts/env.sh && headless && link_plugin && "$PYTHON" scripts/make_sample.py [folder]

The same versions of QGIS and of the plugin give the same files, byte for byte: no times, users or random ids
get in. Run it with the oldest supported QGIS, so that the project opens everywhere.
"""

from __future__ import annotations

import gc
import re
import sys
import tempfile
import zipfile
from pathlib import Path

from session import ROOT, qgis

SEED, PARCELS = 1, 1200
FOLDER = ROOT / "resources" / "sample"
FIXED_TIME = (2000, 1, 1, 0, 0, 0)
# Layer, title, symbol where the plugin has no style of its own, visible at first; from top to bottom.
OUTLINE, DOT = {"style": "no"}, {"name": "circle", "outline_style": "no"}
LAYERS = (
    ("enterprises", "Enterprises", {**DOT, "color": "#2b2b2b", "size": "1.1"}, True),
    ("pois", "Public services", {**DOT, "color": "#cc79a7", "size": "1.2"}, False),
    ("roads", "Roads", {"line_color": "#b5a58a", "line_width": "0.25"}, True),
    ("towns", "Towns",
     {**OUTLINE, "outline_color": "#9a9a9a", "outline_width": "0.3", "outline_style": "dash"}, True),
    ("boundary", "Urban development boundary",
     {**OUTLINE, "outline_color": "#cc79a7", "outline_width": "0.7"}, True),
    ("parks", "Parks", {**OUTLINE, "outline_color": "#08306b", "outline_width": "0.8"}, True),
    ("parcels", "Parcels", None, True),
    ("redline", "Ecological red line",
     {"color": "#2a009e73", "outline_color": "#009e73", "outline_width": "0.5"}, True),
    ("farmland", "Permanent basic farmland", {"color": "#66f0e442", "outline_style": "no"}, True),
    ("plan", "Existing plan",
     {"color": "#eeeeee", "outline_color": "#cccccc", "outline_width": "0.1"}, False),
)  # fmt: skip
# Too many points for a view of the whole district: shown from this scale on.
NEAR_ONLY = {"enterprises": 60_000}
LABELS = {"parks": ("park", "#08306b", 9), "towns": ("town", "#6f6f6f", 8)}


def main(folder: Path) -> None:
    """Make both files."""
    data = folder.resolve() / "sample.gpkg"
    with qgis() as run:
        run("landrenewal:sampledistrict", {"SEED": SEED, "PARCELS": PARCELS, "OUTPUT": str(data)})
        write_project(data, folder / "sample.qgz")
        gc.collect()
    for path in (data, folder / "sample.qgz"):
        print(f"{path.name} {path.stat().st_size // 1024} KB")


def write_project(data: Path, target: Path) -> None:
    """The project over the layers of the sample, with relative paths."""
    from qgis.core import QgsProject

    project = QgsProject()
    project.setTitle("Sample district")
    project.writeEntryBool("Paths", "/Absolute", False)
    for name, title, symbol, shown in LAYERS:
        layer = styled_layer(data, name, title, symbol)
        project.addMapLayer(layer, False)
        node = project.layerTreeRoot().addLayer(layer)
        node.setItemVisibilityChecked(shown)
        node.setExpanded(False)
    set_view(project)
    text = project_text(project, data)
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("sample.qgs", FIXED_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, text)
    project.clear()


def styled_layer(data: Path, name: str, title: str, symbol: dict | None):
    """A layer of the sample with its symbol and label."""
    from qgis.core import QgsSingleSymbolRenderer, QgsVectorLayer

    from land_renewal.processing.project import apply_style

    layer = QgsVectorLayer(f"{data}|layername={name}", title, "ogr")
    if symbol is None:
        apply_style(layer, "standardised")
    else:
        layer.setRenderer(QgsSingleSymbolRenderer(make_symbol(layer, symbol)))
    if name in NEAR_ONLY:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(NEAR_ONLY[name])
    if name in LABELS:
        add_labels(layer, *LABELS[name])
    return layer


def make_symbol(layer, properties: dict):
    """A plain symbol for the geometry of a layer."""
    from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsWkbTypes

    classes = {
        QgsWkbTypes.GeometryType.PointGeometry: QgsMarkerSymbol,
        QgsWkbTypes.GeometryType.LineGeometry: QgsLineSymbol,
        QgsWkbTypes.GeometryType.PolygonGeometry: QgsFillSymbol,
    }
    return classes[layer.geometryType()].createSimple(properties)


def add_labels(layer, column: str, colour: str, size: float) -> None:
    """Label the features with a column, on a white buffer."""
    from make_styles import FONTS
    from qgis.core import (
        QgsPalLayerSettings,
        QgsTextBufferSettings,
        QgsTextFormat,
        QgsVectorLayerSimpleLabeling,
    )
    from qgis.PyQt.QtGui import QColor, QFont

    text, buffer = QgsTextFormat(), QgsTextBufferSettings()
    # Of these QGIS takes the first that is there; the font of this machine may be missing on the user's.
    text.setFont(QFont(FONTS[0]))
    text.setFamilies(FONTS)
    buffer.setEnabled(True)
    buffer.setSize(0.8)
    text.setBuffer(buffer)
    text.setColor(QColor(colour))
    text.setSize(size)
    settings = QgsPalLayerSettings()
    settings.fieldName = column
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def set_view(project) -> None:
    """CRS and extent of the towns, which make up the district."""
    from qgis.core import QgsReferencedRectangle

    towns = next(layer for layer in project.mapLayers().values() if layer.name() == "Towns")
    project.setCrs(towns.crs())
    extent = towns.extent()
    extent.scale(1.04)
    view = QgsReferencedRectangle(extent, towns.crs())
    project.viewSettings().setDefaultViewExtent(view)
    project.viewSettings().setPresetFullExtent(view)


def project_text(project, data: Path) -> str:
    """The project as QGIS writes it, but for what differs from run to run."""
    from land_renewal.processing import stable_xml

    ids = {layer.id(): layer.source().split("layername=")[1] for layer in project.mapLayers().values()}
    with tempfile.NamedTemporaryFile(suffix=".qgs", dir=data.parent, delete=False) as draft:
        path = Path(draft.name)
    try:
        project.write(str(path))
        text = path.read_text(encoding="utf-8")
    finally:
        path.unlink()
        path.with_name(path.name + "~").unlink(missing_ok=True)
    for layer_id, name in ids.items():
        # QGIS makes a new id in the place of a short one.
        text = text.replace(layer_id, f"sample_district_{name}")
    # Who made the project, and when.
    text = re.sub(
        r' save(User|UserFull|DateTime)="[^"]*"|<author>.*?</author>|<creation>.*?</creation>', "", text
    )
    text = re.sub(r"Annotations_\w+", "Annotations", text)
    document = stable_xml.parsed(text)
    put_in_order(document.documentElement())
    return stable_xml.DOCTYPE + stable_xml.text(document)


def put_in_order(root) -> None:
    """Layers by id, and no snapping settings: QGIS writes both in the order of random ids."""
    from land_renewal.processing.stable_xml import kids

    layers = root.firstChildElement("projectlayers")
    for layer in sorted(kids(layers), key=lambda layer: layer.firstChildElement("id").text()):
        layers.appendChild(layer)
    settings = root.firstChildElement("snapping-settings").firstChildElement("individual-layer-settings")
    for setting in list(kids(settings)):
        settings.removeChild(setting)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
