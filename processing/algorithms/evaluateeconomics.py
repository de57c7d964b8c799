"""What the scenarios cost and bring, by year and party, and how sure that is."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE
from ..economics import add_reports, write_reports
from ..inputs import STUDY, add_inputs, run_steps
from ..translation import tr

SINKS = {
    "CASHFLOW": "economics_cashflow",
    "TRANSFERS": "economics_transfers",
    "PARCEL_MONEY": "economics_parcels",
    "TOWN_MONEY": "economics_towns",
    "DOING_NOTHING": "economics_doing_nothing",
    "COVERAGE": "economics_coverage",
    "ASSUMPTIONS": "economics_assumptions",
    "UNIT_COSTS": "economics_unit_costs",
    "RISK": "economics_risk",
    "TORNADO": "economics_tornado",
    "BREAK_EVEN": "economics_break_even",
    "GRID": "economics_grid",
    "COMPARISON": "scenario_comparison",
    "RECOMMENDATION": "recommendation",
}


class EvaluateEconomics(LandRenewalAlgorithm):
    TITLE = tr("Evaluate economics")
    GROUP = "evaluate"
    TAGS = (
        *("economics", "cost", "benefit", "NPV", "cash flow", "payback", "sensitivity", "Monte Carlo"),
        *("经济测算", "成本收益", "净现值", "现金流", "敏感性", "财政", "情景比选"),
    )
    PURPOSE = tr(
        "Prices the scenarios against the status quo: cash flow by year and by payer, present value to the"
        " government and to the economy, benefit-cost ratio, payback, peak funding, towns that win and lose,"
        " what doing nothing costs, and how sure all that is."
    )
    READING = tr(
        "Every figure is a difference to the status quo. Start with Comparison and with Recommendation, which"
        " sets the paper's judgement beside the figures and says what would change the order. Transfers says"
        " who pays whom; over the four parties every payment sums to zero. Assumptions lists each unit cost"
        " that a result rests on: none of the shipped ones is verified. Coverage counts the parcels that"
        " could not be priced."
    )
    UNITS = tr("Money 10,000 CNY; unit costs as the table of unit costs states; rates and shares 0-1.")
    SOURCE = tr("Paper section 4.2; unit costs are assumptions in section 'economics' of the rules.")

    def declare(self):
        add_inputs(self, *STUDY, "LOCKS")
        help = tr("One row a scenario: present values, ratios, peak funding, jobs, land.")
        self.sink("OUTPUT", tr("Economic results"), help, ANY_TABLE)
        for name, title, help in (
            ("COMPARISON", tr("Comparison"), tr("One row a metric and scenario; best and worst are marked.")),
            ("RECOMMENDATION", tr("Recommendation"), tr("The comparison in words.")),
            ("CASHFLOW", tr("Cash flow"), tr("One row a scenario and year, one column a party.")),
            ("TRANSFERS", tr("Transfers"), tr("Payments by scenario, year, item, payer and payee.")),
            ("PARCEL_MONEY", tr("Money by parcel"), tr("Cost, proceeds and yearly effects of each parcel.")),
            ("TOWN_MONEY", tr("Money by town"), tr("Jobs and tax that towns win and lose.")),
            ("DOING_NOTHING", tr("Doing nothing"), tr("What the status quo costs, and what is left of it.")),
            ("RISK", tr("Risk"), tr("Spread of the results over random unit costs.")),
            ("TORNADO", tr("Sensitivity"), tr("The ten unit costs that matter most to each result.")),
            ("BREAK_EVEN", tr("Break-even"), tr("Unit costs at which a result or the order turns.")),
            ("GRID", tr("Two-way grid"), tr("Results while the two strongest unit costs vary together.")),
            ("ASSUMPTIONS", tr("Assumptions"), tr("Unit costs used, with range, source and status.")),
            ("UNIT_COSTS", tr("Unit costs"), tr("The whole table of unit costs.")),
            ("COVERAGE", tr("Coverage"), tr("Parcels priced by their own figures, by a default, or not.")),
        ):
            self.sink(name, title, help, ANY_TABLE, optional=True, create=name in ("COMPARISON", "CASHFLOW"))
        add_reports(self)
        for name, title in (
            ("NPV_LARGE_CONCENTRATION", tr("Present value to the government, large concentration")),
            ("NPV_SMALL_CLUSTERING", tr("Present value to the government, small clustering")),
            ("NPV_CLUSTERING_WITH_PARKS", tr("Present value to the government, small clustering with parks")),
        ):
            self.output_number(name, title)

    def compute(self, job):
        tables = ("economics", *SINKS.values(), "scenario_summary", "frontier", "conflicts")
        study = run_steps(job, tables, part=0.7)
        results = study["economics"]
        job.write("OUTPUT", results, table="economics")
        for sink, table in SINKS.items():
            job.write(sink, study[table], table=table)
        write_reports(job, study, job.progress.part(0.7, 1.0))
        found = results.set_index("scenario")["npv_fiscal"]
        return {f"NPV_{name.upper()}": float(found[name]) for name in found.index if name != "status_quo"}
