"""A made-up district to try everything on."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..translation import tr


class SampleDistrict(LandRenewalAlgorithm):
    TITLE = tr("Sample district")
    GROUP = "study"
    TAGS = ("sample", "demo", "test data", "示例", "样例区县", "演示")
    PURPOSE = tr(
        "Makes a believable district that does not exist: towns, roads, parks, parcels, enterprises, control"
        " lines, plan. The same seed and number of parcels always give the same district."
    )
    READING = tr(
        "The layers have the standard columns and go straight into the study. Gaps and zeros are there on"
        " purpose, as in real registers."
    )
    UNITS = tr("Areas m2, money 10,000 CNY, CRS EPSG:4526 (CGCS2000, 3-degree zone 38).")
    SOURCE = tr("Generated; no real place, firm or person.")

    def declare(self):
        self.number(
            "SEED",
            tr("Seed"),
            tr("Any whole number; another seed gives another district."),
            1,
            0,
            integer=True,
        )
        help = tr("Number of parcels, about.")
        self.number("PARCELS", tr("Parcels"), help, 1200, 200, 500_000, integer=True)
        self.file("OUTPUT", tr("Sample GeoPackage"), tr("All layers in one file."))
        self.output_number("PARCELS_MADE", tr("Parcels made"))

    def compute(self, job):
        from qgis.core import QgsCoordinateReferenceSystem

        from ...core.sample.sample import sample_district
        from ..geopackage import LayerData, check_writable, write_geopackage

        path = check_writable(job.file("OUTPUT"))
        job.progress(0.0, tr("Making the district"))
        layers = sample_district(int(job.number("SEED")), int(job.number("PARCELS")))
        crs = QgsCoordinateReferenceSystem("EPSG:4526")
        data = {
            name: LayerData(frame, crs if hasattr(frame, "geom_type") else None)
            for name, frame in layers.items()
        }
        write_geopackage(path, data, progress=job.progress.part(0.8, 1.0))
        return {"PARCELS_MADE": len(layers["parcels"])}
