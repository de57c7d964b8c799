"""Three relocation scenarios and one of the user's own: fates, flows, receivers, balance, frontier."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE, LINES, POLYGONS
from ..inputs import STUDY, add_inputs, run_steps
from ..translation import tr


class BuildScenarios(LandRenewalAlgorithm):
    TITLE = tr("Build scenarios")
    GROUP = "decide"
    TAGS = (
        "scenario",
        "relocation",
        "receiver",
        "concentration",
        "大集中",
        "小集聚",
        "适度园区",
        "搬迁",
        "情景",
    )
    PURPOSE = tr(
        "Draws three scenarios beside the status quo: large concentration, small clustering, small"
        " clustering with parks; and a fourth, where the rules have moves for the scenario 'custom'. Every"
        " industrial parcel gets a fate and a phase, movers are assigned to receivers at least cost within"
        " their capacity, and the land balance closes. A table of locks fixes single moves and parks."
    )
    READING = tr(
        "fate says what happens to a parcel, fate_reason why. dest_id is the park it moves to (or the merged"
        " parcel), after_use what becomes of the vacated land. no_receiver and no_capacity are findings:"
        " where to look for room; the table of shortages says how much land is missing where and what the"
        " cheapest way to provide it is. shadow_price of a receiver is a linear-program dual: what one more"
        " hectare there would save. In the summary quota_freed_m2 is vacated less taken up, solver_gap says"
        " how far the plan is from the proved optimum, and principle_volume, principle_clustering and"
        " principle_quality are 1 (kept), 0 (not kept) or empty (not known), with the figures in words beside"
        " them. The frontier shows what the same cost could buy."
    )
    UNITS = tr(
        "Land m2, distance m, money 10,000 CNY. Unit costs are assumptions that the rules mark as such."
    )
    SOURCE = tr("Paper section 4.2; limits are our own defaults in section 'scenarios' of the rules.")

    def declare(self):
        add_inputs(self, *STUDY, "LOCKS")
        help = tr("Industrial parcels by fate.")
        for name, title in (
            ("LARGE_CONCENTRATION", tr("Large concentration")),
            ("SMALL_CLUSTERING", tr("Small clustering")),
            ("CLUSTERING_WITH_PARKS", tr("Small clustering with parks")),
        ):
            self.sink(name, title, help, POLYGONS, style="scenario")
        help = tr("Industrial parcels by fate under the moves of the rules for the scenario 'custom'.")
        self.sink("CUSTOM", tr("Custom scenario"), help, POLYGONS, style="scenario", optional=True)
        self.sink(
            "FLOWS",
            tr("Flows"),
            tr("Lines from each block to its receiver, all scenarios."),
            LINES,
            style="flows",
            optional=True,
        )
        help = tr("Parks that may receive, with land received, all scenarios.")
        self.sink("RECEIVERS", tr("Receivers"), help, POLYGONS, style="receivers", optional=True)
        self.sink(
            "SUMMARY", tr("Comparison of scenarios"), tr("One row a scenario."), ANY_TABLE, optional=True
        )
        for name, title, help in (
            (
                "CONFLICTS",
                tr("Conflicts"),
                tr("Conflicts with control lines and plan: before, left and new."),
            ),
            ("SHORTAGES", tr("Missing land"), tr("Receiving land that is missing, and where to provide it.")),
            (
                "FRONTIER",
                tr("Frontier"),
                tr("Least cost of more clustering and of more tax, and each scenario."),
            ),
        ):
            self.sink(name, title, help, ANY_TABLE, optional=True)
        self.output_number("RELOCATED_LARGE_CONCENTRATION", tr("Parcels that move under large concentration"))
        self.output_number("RELOCATED_SMALL_CLUSTERING", tr("Parcels that move under small clustering"))
        self.output_number(
            "RELOCATED_CLUSTERING_WITH_PARKS", tr("Parcels that move under small clustering with parks")
        )

    def compute(self, job):
        from ..results import CUSTOM_LAYER, SCENARIO_LAYERS, SCENARIO_TABLES, in_source_crs, scenario_layer

        study = run_steps(job, (*SCENARIO_LAYERS, *SCENARIO_TABLES, "flows", "receivers", "scenario_summary"))
        crs, summary = job.crs("PARCELS"), study["scenario_summary"]
        for layer in SCENARIO_LAYERS:
            frame = scenario_layer(study, layer)
            if frame is None:
                frame = scenario_layer(study, SCENARIO_LAYERS[0]).iloc[:0]
                if job.has("CUSTOM"):
                    job.warn(tr("The rules have no moves for the scenario 'custom': its layer is empty."))
            job.write(layer[len("scenario_") :].upper(), frame, crs, "MultiPolygon")
        for name in SCENARIO_TABLES:
            job.write(name.upper(), study[name], table=name)
        job.write("FLOWS", in_source_crs(study["flows"], study), crs, "LineString", "flows")
        job.write("RECEIVERS", in_source_crs(study["receivers"], study), crs, "MultiPolygon", "receivers")
        job.write("SUMMARY", summary, table="scenario_summary")
        moved = summary.set_index("scenario")["relocate_parcels"]
        named = [layer[len("scenario_") :] for layer in SCENARIO_LAYERS if layer != CUSTOM_LAYER]
        return {f"RELOCATED_{name.upper()}": int(moved[name]) for name in named}
