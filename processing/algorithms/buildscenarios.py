"""Three relocation scenarios: fates, flows, receivers, balance."""

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
        " clustering with parks. Every industrial parcel gets a fate, movers are assigned to receivers at"
        " least cost within their capacity, and the land balance closes."
    )
    READING = tr(
        "fate says what happens to a parcel, fate_reason why. dest_id is the park it moves to (or the merged"
        " parcel), after_use what becomes of the vacated land. no_receiver and no_capacity are findings:"
        " where to look for room. In the summary quota_freed_m2 is vacated less taken up; solver_gap says how"
        " far the plan is from the proved optimum."
    )
    UNITS = tr(
        "Land m2, distance m, money 10,000 CNY. Unit costs are assumptions that the rules mark as such."
    )
    SOURCE = tr("Paper section 4.2; limits are our own defaults in section 'scenarios' of the rules.")

    def declare(self):
        add_inputs(self, *STUDY)
        help = tr("Industrial parcels by fate.")
        for name, title in (
            ("LARGE_CONCENTRATION", tr("Large concentration")),
            ("SMALL_CLUSTERING", tr("Small clustering")),
            ("CLUSTERING_WITH_PARKS", tr("Small clustering with parks")),
        ):
            self.sink(name, title, help, POLYGONS, style="scenario")
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
        self.output_number("RELOCATED_LARGE_CONCENTRATION", tr("Parcels that move under large concentration"))
        self.output_number("RELOCATED_SMALL_CLUSTERING", tr("Parcels that move under small clustering"))
        self.output_number(
            "RELOCATED_CLUSTERING_WITH_PARKS", tr("Parcels that move under small clustering with parks")
        )

    def compute(self, job):
        from ..results import SCENARIO_LAYERS, in_source_crs, scenario_layer

        study = run_steps(job, (*SCENARIO_LAYERS, "flows", "receivers", "scenario_summary"))
        crs, summary = job.crs("PARCELS"), study["scenario_summary"]
        for layer in SCENARIO_LAYERS:
            job.write(layer[len("scenario_") :].upper(), scenario_layer(study, layer), crs)
        job.write("FLOWS", in_source_crs(study["flows"], study), crs, "LineString")
        job.write("RECEIVERS", in_source_crs(study["receivers"], study), crs, "MultiPolygon")
        job.write("SUMMARY", summary)
        moved = summary.set_index("scenario")["relocate_parcels"]
        return {f"RELOCATED_{name.upper()}": int(moved[name]) for name in moved.index if name != "status_quo"}
