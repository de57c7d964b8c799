"""How well each park uses its land: indicators, benchmarks, scores, priority areas."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..compat import ANY_TABLE, POLYGONS
from ..inputs import STUDY, add_inputs, run_steps
from ..performance import add_reports, write_reports
from ..translation import tr

INPUTS = (*(name for name in STUDY if name != "TOWNS"), "JUDGEMENTS", "EXPERTS")


class EvaluatePerformance(LandRenewalAlgorithm):
    TITLE = tr("Evaluate performance")
    GROUP = "assess"
    TAGS = (
        *("performance", "benchmark", "indicator", "park", "AHP", "entropy", "TOPSIS", "plot ratio"),
        *("绩效评价", "地均产值", "容积率", "亩均论英雄", "熵权法", "层次分析法"),
    )
    PURPOSE = tr(
        "Sixteen indicators in five criteria, and your own, for the whole district, each level and each base"
        " and community: profile first, benchmark second, score last. Names the parks that are inefficient,"
        " wasteful or poorly planned, with the indicators that say so."
    )
    READING = tr(
        "Start with Values: value, coverage (the share of the land or of the enterprises it rests on), rank,"
        " reference and verdict of every indicator; reason says why a value is missing. A missing figure"
        " counts in neither numerator nor denominator. A score hides what it sums up: read it with its"
        " criteria, its obstacles and the span of its rank under random weights."
    )
    UNITS = tr(
        "Output, tax and investment in 10,000 CNY per km2, employment and services per km2, shares in %,"
        " energy and water per CNY of output."
    )
    SOURCE = tr("Paper section 3.2 and table 2; formulas and limits: section 'performance' of the rules.")

    def declare(self):
        add_inputs(self, *INPUTS)
        help = tr("One row a unit: priority area or not, values, scores; parks with their outline.")
        self.sink("OUTPUT", tr("Parks by performance"), help, POLYGONS, style="performance")
        help = tr("One row a unit and indicator: value, coverage, reason, rank, reference, gap, verdict.")
        self.sink("VALUES", tr("Values"), help, ANY_TABLE, optional=True)
        help = tr("Every value against every benchmark, with the gap in absolute terms.")
        self.sink("BENCHMARKS_OUTPUT", tr("Against benchmarks"), help, ANY_TABLE, optional=True, create=False)
        help = tr("Score and rank of each park under each weighting.")
        self.sink("RANKS", tr("Ranks"), help, ANY_TABLE, optional=True, create=False)
        help = tr("Share of the random weightings in which a park takes a rank.")
        self.sink("STABILITY", tr("Stability of ranks"), help, ANY_TABLE, optional=True, create=False)
        help = tr("Weight of each indicator under each weighting.")
        self.sink("WEIGHTS", tr("Weights"), help, ANY_TABLE, optional=True, create=False)
        help = tr("Rows and values that could not be used, with the reason.")
        self.sink("REJECTS", tr("Rejects"), help, ANY_TABLE, optional=True, create=False)
        add_reports(self)
        self.output_number("PARKS_EVALUATED", tr("Parks evaluated"))
        self.output_number("PRIORITY_AREAS", tr("Priority areas"))
        self.output_number("UNKNOWN_PARKS", tr("Parks that cannot be judged"))

    def compute(self, job):
        import pandas as pd

        from ..results import PERFORMANCE_TABLES, REJECTING, indicator_titles, performance_layer

        study = run_steps(job, ("performance", *PERFORMANCE_TABLES), part=0.7)
        titles, layer = indicator_titles(study), performance_layer(study)
        job.write("OUTPUT", layer, job.crs("PARCELS"), "MultiPolygon", "performance", titles)
        sinks = ("VALUES", "BENCHMARKS_OUTPUT", "RANKS", "STABILITY", "WEIGHTS")
        for sink, table in zip(sinks, PERFORMANCE_TABLES):
            job.write(sink, study[table], table=table)
        rejects = [study[f"rejects.{name}"] for name in REJECTING if name != "towns"]
        job.rejects("REJECTS", pd.concat([part for part in rejects if len(part)] or rejects[:1]))
        write_reports(job, study, job.progress.part(0.7, 1.0))
        units = study["performance"]
        parks = units[units["unit_kind"] == "park"]
        return {
            "PARKS_EVALUATED": len(parks),
            "PRIORITY_AREAS": int(parks["priority"].fillna(False).sum()),
            "UNKNOWN_PARKS": int(parks["priority"].isna().sum()),
        }
