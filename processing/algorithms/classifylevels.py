"""Level of industrial land: base, community or block."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import POLYGONS
from ..inputs import add_inputs, by_source_row, run_steps
from ..translation import tr


class ClassifyLevels(LandRenewalAlgorithm):
    TITLE = tr("Classify levels")
    GROUP = "assess"
    TAGS = ("level", "base", "community", "block", "cluster", "产业基地", "产业社区", "工业区块", "分级")
    PURPOSE = tr(
        "Says of every industrial parcel whether it lies in a base, in a community or is a block, and of"
        " blocks whether they form a cluster or are scattered."
    )
    READING = tr(
        "level_note is filled where the status and the area of a park disagree, with both figures: nothing"
        " is reclassified in silence. Non-industrial parcels have no level. cluster_id names the group of"
        " neighbouring block parcels."
    )
    UNITS = tr("Areas m2 on the ellipsoid; gaps m, edge to edge.")
    SOURCE = tr(
        "Paper section 3.1; the policy and the cluster rule are our own defaults in section 'levels' of the"
        " rules."
    )

    def declare(self):
        add_inputs(self, "PARCELS", "PARKS")
        self.sink(
            "OUTPUT",
            tr("Parcels by level"),
            tr("The parcels as they were, with their level."),
            POLYGONS,
            style="levels",
        )
        help = tr("Parks, dissolved, with area and level.")
        self.sink("PARKS_OUTPUT", tr("Parks by level"), help, POLYGONS, style="parks", optional=True)
        for name, title in (
            ("BASES", tr("Parks that are bases")),
            ("COMMUNITIES", tr("Parks that are communities")),
            ("CLUSTER_PARCELS", tr("Block parcels in clusters")),
            ("SCATTERED_PARCELS", tr("Scattered block parcels")),
        ):
            self.output_number(name, title)

    def compute(self, job):
        from ..results import parks_layer

        study = run_steps(job, ("levels", "park_levels"))
        levels = study["levels"]
        job.augment("PARCELS", "OUTPUT", by_source_row(study, levels))
        parks = parks_layer(study)
        if parks is not None:
            job.write("PARKS_OUTPUT", parks, job.crs("PARCELS"))
        by_level = parks["level"].value_counts() if parks is not None else {}
        kinds = levels["block_kind"].value_counts()
        return {
            "BASES": int(by_level.get("base", 0)),
            "COMMUNITIES": int(by_level.get("community", 0)),
            "CLUSTER_PARCELS": int(kinds.get("cluster", 0)),
            "SCATTERED_PARCELS": int(kinds.get("scattered", 0)),
        }
