"""The whole study: from layers to three scenario maps in one GeoPackage."""

from __future__ import annotations

from ..base import LandRenewalAlgorithm
from ..inputs import STUDY, add_inputs, run_steps, source_names
from ..readiness import add_readiness, write_readiness
from ..translation import tr


class StudyAlgorithm(LandRenewalAlgorithm):
    TITLE = tr("Run the whole study")
    GROUP = "study"
    TAGS = ("study", "batch", "industrial land", "renewal", "工业用地", "更新", "低效用地再开发", "一键")
    PURPOSE = tr(
        "Runs all steps in order, control lines, levels, deficiency, guidance and scenarios, and writes one"
        " GeoPackage with a styled layer for each result. Run it again after a change: only what depends on"
        " the change is computed."
    )
    READING = tr(
        "Start with the three scenario layers: parcels by fate, flows and receivers. parcels holds every"
        " result of every parcel, with the trace that explains it. scenario_summary compares the scenarios."
        " readiness says what the data are enough for, rejects what could not be used, run_log which rules"
        " made each layer, rules every number with its source and whether it is an assumption."
    )
    UNITS = tr("Land m2, distance m, money 10,000 CNY (or the currency of the source), shares 0-1.")
    SOURCE = tr("Zhan, Dai and Ye (2025), sections 3 and 4; own defaults are marked in the rule profile.")

    def declare(self):
        add_inputs(self, *STUDY, "LOCKS")
        self.file(
            "OUTPUT",
            tr("Result GeoPackage"),
            tr("All layers with styles, in one file. A former result is used again."),
        )
        add_readiness(self, table=False)
        self.flag(
            "FRESH",
            tr("Compute everything afresh"),
            tr("Do not use results stored in the output file."),
            advanced=True,
        )
        for name, title in (
            ("INDUSTRIAL_PARCELS", tr("Industrial parcels")),
            ("DEFICIENT_PARCELS", tr("Deficient parcels")),
            ("REJECTED", tr("Rows and values rejected")),
            ("STEPS_REUSED", tr("Steps used again")),
        ):
            self.output_number(name, title)

    def compute(self, job):
        from ..geopackage import check_replaceable, check_writable
        from ..results import LAYER_NAMES, REJECTING, TARGETS, StoredStudy, save_study

        path = check_writable(job.file("OUTPUT"))
        check_replaceable(path, LAYER_NAMES, "run_log")
        store = None if job.flag("FRESH") else StoredStudy(path)
        study = run_steps(job, TARGETS, store, part=0.8)
        job.note(tr("Writing the GeoPackage"))
        progress = _writing(job.progress.part(0.8, 1.0))
        layers = save_study(study, path, job.crs("PARCELS"), source_names(job), progress)
        write_readiness(job, study["readiness"], study.raw, source_names(job))
        self._load(job, path, layers)
        classes = study["deficiency"]["deficiency"]
        rejected = sum(len(study[f"rejects.{name}"]) for name in (*REJECTING, "locks"))
        return {
            "INDUSTRIAL_PARCELS": int(study["levels"]["level"].notna().sum()),
            "DEFICIENT_PARCELS": int((classes.notna() & ~classes.isin(["none", "unknown"])).sum()),
            "REJECTED": rejected,
            "STEPS_REUSED": len(study.reused),
        }

    def _load(self, job, path, layers):
        """Into the open project, if there is one; flows and receivers one layer a scenario, the last layer on
        top.
        """
        from ...core.common.columns import CUSTOM, SCENARIOS
        from ..project import layer_title, scenario_title

        if job.context.project() is None:
            return
        for layer in layers[::-1]:
            if layer not in ("flows", "receivers"):
                job.load(path, layer, layer_title(layer))
                continue
            own = (CUSTOM,) if f"scenario_{CUSTOM}" in layers else ()
            for scenario in (*own, *SCENARIOS[:0:-1]):
                subset = f"{layer}|subset=\"scenario\" = '{scenario}'"
                job.load(path, subset, f"{layer_title(layer)}: {scenario_title(scenario)}")


def _writing(progress):
    """Progress that names a table as the layer tree does."""
    from ..project import layer_title

    return lambda share, table: progress(share, tr("Writing: {}").format(layer_title(table)))
