"""The study of the sample district without a screen: a result GeoPackage, a project, a map of every scenario.

`make demo` calls it. The results are in build/demo/.
"""

from __future__ import annotations

import gc
import os
import re
import sys
import time

from session import LAYERS, ROOT, qgis

SAMPLE = ROOT / "resources" / "sample" / "sample.gpkg"
FOLDER = ROOT / "build" / "demo"
COLUMNS = (
    ("scenario", "scenario", str),
    ("moving", "relocate_parcels", "{:,.0f}".format),
    ("vacated ha", "vacated_m2", lambda m2: f"{m2 / 1e4:,.1f}"),
    ("taken up ha", "taken_up_m2", lambda m2: f"{m2 / 1e4:,.1f}"),
    ("freed ha", "quota_freed_m2", lambda m2: f"{m2 / 1e4:,.1f}"),
    ("cost 10k CNY", "relocation_cost", "{:,.0f}".format),
    ("gap", "solver_gap", lambda share: f"{100 * share:.2f} %"),
)


def main() -> None:
    """Run the study, build the project, draw the maps, print the comparison."""
    started = time.monotonic()
    FOLDER.mkdir(parents=True, exist_ok=True)
    study = FOLDER / "study.gpkg"
    with qgis() as run:
        print(f"Study of the sample district ({shown(SAMPLE)})")
        results = run_study(run, study)
        print(
            f"{results['INDUSTRIAL_PARCELS']} industrial parcels,"
            f" {results['DEFICIENT_PARCELS']} of them deficient,"
            f" {results['REJECTED']} rows or values rejected\n"
        )
        rows = read_rows(study, "scenario_summary")
        print_table(rows)
        print_findings(rows)
        files = [study, *draw(study)]
        # What still refers to QGIS objects when QGIS ends would crash it.
        gc.collect()
    print("Written:")
    for path in files:
        print(f"  {shown(path)}")
    print(f"{time.monotonic() - started:.0f} s. Open build/demo/study.qgz in QGIS to look into the maps.")


def run_study(run, study) -> dict:
    """The whole study through Processing, computed afresh."""
    inputs = {name.upper(): f"{SAMPLE}|layername={name}" for name in LAYERS}
    results = run("landrenewal:study", {**inputs, "FRESH": True, "OUTPUT": str(study)}, feedback=Printer())
    return {name: value for name, value in results.items() if name != "OUTPUT"}


def draw(study) -> list:
    """The project over the results, and a page for each of its scenarios."""
    from land_renewal.core.common.columns import SCENARIOS
    from land_renewal.processing.project import build_project
    from land_renewal.processing.render import render_scenario_map
    from land_renewal.processing.render_side import render_side_by_side

    target = study.with_suffix(".qgz")
    project = build_project(study, target, "Sample district")
    files = [target]
    for scenario in SCENARIOS[1:]:
        picture = FOLDER / f"scenario_{scenario}.png"
        print(f"Drawing {shown(picture)}", flush=True)
        files.append(render_scenario_map(project, scenario, picture))
    files.append(render_side_by_side(project, SCENARIOS[1:], FOLDER / "scenarios_side_by_side.png"))
    project.clear()
    return files


def read_rows(study, table: str) -> list[dict]:
    """A table of the result."""
    from land_renewal.processing.geopackage import read_layer

    return read_layer(study, table).to_dict("records")


def print_table(rows: list[dict]) -> None:
    """The scenarios side by side."""
    lines = [[title for title, _, _ in COLUMNS]]
    lines += [[form(row[column]) for _, column, form in COLUMNS] for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        first, *rest = (text.rjust(width) for text, width in zip(line, widths))
        print("  ".join([first.strip().ljust(widths[0]), *rest]))
    print()


def print_findings(rows: list[dict]) -> None:
    """What the scenarios could not do."""
    from land_renewal.core.scenarios.scenario_words import WORDS

    for row in rows:
        if row["findings"]:
            print(f"{row['scenario']}:")
            # Each finding begins with the name of the scenario, in Chinese in its own words.
            name = WORDS["zh"]["scenarios"][row["scenario"]]
            for finding in re.split(f"{row['scenario']}: |{re.escape(name)}：", row["findings"])[1:]:
                print(f"  {finding.strip()}")
    print()


def shown(path) -> str:
    """A path as seen from the checkout."""
    return os.path.relpath(path, ROOT)


def Printer():
    """Feedback that prints each stage of the study once, and what is worth knowing."""
    from qgis.core import QgsProcessingFeedback

    class Lines(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self._stage = ""

        def setProgressText(self, text):
            # Names of layers are in lower case: that is the writing of the results.
            stage = "Writing the results" if text.islower() else text.split(":")[0]
            if stage != self._stage:
                print(f"{self.progress():4.0f} %  {stage}", flush=True)
            self._stage = stage

        def reportError(self, error, fatalError=False):
            print(error, file=sys.stderr)

    return Lines()


if __name__ == "__main__":
    main()
