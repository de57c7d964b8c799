"""One-page PDF sheets of parcels: map, facts and reasons."""

from __future__ import annotations

import re

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core.common.errors import LandRenewalError, first_ids
from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE
from ..settings import AREA_UNITS, load, money_label
from ..translation import tr

if hasattr(Qgis, "ProcessingAlgorithmFlag"):
    _NO_THREADING = Qgis.ProcessingAlgorithmFlag.NoThreading
else:
    _NO_THREADING = QgsProcessingAlgorithm.Flag.FlagNoThreading

_BETWEEN_IDS = r"[;；,，、\n]"


class Report(LandRenewalAlgorithm):
    TITLE = tr("Parcel sheets (PDF)")
    GROUP = "study"
    TAGS = ("report", "sheet", "PDF", "atlas", "dossier", "parcel", "地块档案", "一地一档", "报告", "图册")
    PURPOSE = tr(
        "Writes a one-page PDF sheet for each chosen parcel of a study: a map, the figures of its firms"
        " against the thresholds, the reason of every test, control lines, guidance, and its fate and cost in"
        " every scenario."
    )
    READING = tr(
        "Facts that count against a parcel are bold and red. What the study does not know is said to be not"
        " known, a control line that was not supplied not checked. The last line says how many of the numbers"
        " behind the sheet are assumptions. Where a page is full, the least needed facts are left out, and"
        " what did not find room is counted."
    )
    UNITS = tr("Areas in the unit chosen; output and tax per km2, or per mu with areas in mu.")
    SOURCE = tr("The tables of the result; nothing is computed anew.")

    def flags(self):
        # Layouts are scenes of the window system, which live in the main thread.
        return super().flags() | _NO_THREADING

    def declare(self):
        result = QgsProcessingParameterFile("RESULT", tr("Result of the study"), extension="gpkg")
        self.add(result, tr("The GeoPackage that the study has written."))
        help = tr(
            "Layer or table with the parcels wanted, in its column parcel_id: such as the parcels of the"
            " result, selected features only."
        )
        self.source("PARCELS", tr("Parcels"), help, ANY_TABLE, optional=True)
        ids = QgsProcessingParameterString("IDS", tr("Parcel ids"), optional=True)
        self.add(ids, tr("Ids of parcels with ; between them, beside or instead of a layer."))
        self.choice(
            "LANGUAGE",
            tr("Language of texts"),
            tr("Language of the sheets. Empty: that of QGIS. Texts of the study stay in its language."),
            ("en", "zh"),
            optional=True,
        )
        help = tr("Unit in which areas are shown. Empty: as in the settings.")
        self.choice("AREA_UNIT", tr("Unit of area"), help, AREA_UNITS, optional=True)
        money = QgsProcessingParameterString("MONEY", tr("Label of money"), optional=True)
        help = tr("Label of 10,000 of the currency, such as 10k USD. Empty: as in the settings.")
        self.add(money, help, advanced=True)
        help = tr("One PDF with a page for each parcel.")
        self.file("OUTPUT", tr("Sheets"), help, tr("PDF (*.pdf)"), optional=True)
        help = tr("Folder for one PDF a parcel, named like it.")
        folder = QgsProcessingParameterFolderDestination(
            "FOLDER", tr("Folder of single sheets"), None, True, False
        )
        self.add(folder, help)
        self.output_number("SHEETS", tr("Sheets written"))
        self.output_number("CUT", tr("Sheets with facts left out"))

    def check(self, parameters, context):
        if not parameters.get("PARCELS") and not str(parameters.get("IDS") or "").strip():
            return tr("Say which parcels: choose a layer, or give their ids.")
        return ""

    def compute(self, job):
        from ...core.dossier.dossier import Units
        from ..geopackage import layer_names
        from ..lockfile import read_lock_rows
        from ..parcel_tables import read_records
        from ..sheet import Look, write_sheets

        job.results.update(OUTPUT=None, FOLDER=None)
        result, ids = job.text("RESULT"), _wanted(job)
        if "run_log" not in layer_names(result):
            raise LandRenewalError("{} is no result: run the study first, or choose its result.", result)
        data = read_records(result, ids, read_lock_rows(result))
        unit = job.choice("AREA_UNIT") if job.has("AREA_UNIT") else load().area_unit
        look = Look(job.language(), Units(unit, job.text("MONEY") or money_label()))
        targets = _targets(job)
        cut: list[str] = []
        for number, (target, each) in enumerate(targets):
            part = job.progress.part(number / len(targets), (number + 1) / len(targets))
            cut = write_sheets(result, data, ids, target, look, each, part).cut
        if cut:
            job.warn(tr("Facts found no room on the sheets of: {}").format(first_ids(cut, 20)))
        return {"SHEETS": len(ids), "CUT": len(cut)}


def _wanted(job) -> list[str]:
    """The ids of the parcels asked for, in the order of the layer and of the text, each once."""
    ids = [part.strip() for part in re.split(_BETWEEN_IDS, job.text("IDS"))]
    if job.has("PARCELS"):
        frame = job.table("PARCELS")
        if "parcel_id" not in frame:
            raise LandRenewalError(
                "The layer of parcels has no column parcel_id: choose the parcels of the result."
            )
        ids = [str(value) for value in frame["parcel_id"].dropna().tolist()] + ids
    wanted = [key for key in dict.fromkeys(ids) if key]
    if not wanted:
        raise LandRenewalError("No parcel is chosen: select parcels in the layer, or give their ids.")
    return wanted


def _targets(job) -> list[tuple]:
    """Where to write: (path, one file a parcel)."""
    targets = [(job.file("OUTPUT"), False)] if job.has("OUTPUT") else []
    if job.has("FOLDER"):
        targets.append((job.folder("FOLDER"), True))
    if not targets:
        raise LandRenewalError("Say where the sheets go: one PDF, or a folder of single ones.")
    return targets
