"""Maps of the scenarios to print: a page for each, and one with all of them side by side."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..base import LandRenewalAlgorithm
from ..translation import tr

if hasattr(Qgis, "ProcessingAlgorithmFlag"):
    _NO_THREADING = Qgis.ProcessingAlgorithmFlag.NoThreading
else:
    _NO_THREADING = QgsProcessingAlgorithm.Flag.FlagNoThreading


class RenderMaps(LandRenewalAlgorithm):
    TITLE = tr("Maps of the scenarios (PNG)")
    GROUP = "study"
    TAGS = ("map", "print", "scenario", "side by side", "PNG", "layout", "出图", "情景对比", "制图", "打印")
    PURPOSE = tr(
        "Draws the scenarios of a study for print: a page for each with map, legend and key figures, and one"
        " page with all of them side by side."
    )
    READING = tr(
        "All maps show the same extent in the same colours, so that they can be laid beside each other. The"
        " legend counts parcels and land by fate. Below the map stand the figures of the scenario and what it"
        " could not do; what is not known is left out."
    )
    UNITS = tr("Areas in hectares; the resolution in dots per inch.")
    SOURCE = tr("The tables of the result; nothing is computed anew.")

    def flags(self):
        # Layouts are scenes of the window system, which live in the main thread.
        return super().flags() | _NO_THREADING

    def declare(self):
        result = QgsProcessingParameterFile("RESULT", tr("Result of the study"), extension="gpkg")
        self.add(result, tr("The GeoPackage that the study has written."))
        title = QgsProcessingParameterString("TITLE", tr("Title"), optional=True)
        help = tr("Stands on every page, such as the name of the district. Empty: name of the result.")
        self.add(title, help)
        help = tr("Dots per inch of the pictures: 150 for the screen, 300 for print.")
        self.number("DPI", tr("Resolution"), help, 200, 50, 600, integer=True)
        help = tr("Language of titles and legends. Empty: that of the options, else that of QGIS.")
        self.choice("LANGUAGE", tr("Language of texts"), help, ("en", "zh"), optional=True, advanced=True)
        help = tr("One PNG a scenario and one with all side by side; files of these names are replaced.")
        self.add(QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of maps")), help)
        self.output_number("MAPS", tr("Maps written"))

    def compute(self, job):
        from ..render_maps import render_maps

        result = Path(job.text("RESULT"))
        folder = job.folder("FOLDER")
        title = job.text("TITLE").strip() or result.stem
        files = render_maps(result, folder, title, int(job.number("DPI")), job.progress)
        return {"MAPS": len(files)}
