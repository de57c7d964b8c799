"""Runs one after the other in QGIS's background threads: libraries keep what they know of a thread."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis.core")


# A process of its own, because what is tested here ends the process where it goes wrong.
SCRIPT = """
import threading, time
from land_renewal.processing.base import LandRenewalAlgorithm
from land_renewal.processing.provider import LandRenewalProvider
seen = []
class Probe(LandRenewalAlgorithm):
    TITLE = "Probe"
    def name(self):
        return "probe"
    def declare(self):
        self.flag("ANY", "Any", "Any.")
    def compute(self, job):
        from pyproj import CRS, Transformer
        seen.append(threading.get_ident())
        crs = CRS.from_epsg(4526)
        return {"EAST": Transformer.from_crs(crs, 4326, always_xy=True).transform(38500000, 3400000)[0]}
provider = LandRenewalProvider()
QgsApplication.processingRegistry().addProvider(provider)
for _ in range(5):
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(False), []
    algorithm = Probe()
    algorithm.initAlgorithm()
    task = QgsProcessingAlgRunnerTask(algorithm, {}, context, feedback)
    task.executed.connect(lambda ok, results: ended.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    start = time.monotonic()
    while not ended and time.monotonic() - start < 300:
        app.processEvents()
        time.sleep(0.01)
    assert ended and ended[0][0], feedback.textLog()
    assert abs(ended[0][1]["EAST"] - 114) < 1e-6
assert threading.main_thread().ident not in seen
assert len(set(seen)) < 5, "no thread was used twice: this proves nothing"
print("done", flush=True)
QgsApplication.processingRegistry().removeProvider(provider)
del task, algorithm, context, feedback
app.exitQgis()
"""


def test_runs_in_the_background_do_not_end_qgis(own_process):
    run = own_process(SCRIPT)
    assert (run.returncode, run.stdout.split()) == (0, ["done"]), run.stderr[-2000:]


def test_the_main_thread_is_left_alone():
    from land_renewal.processing import threads

    threads.keep_thread()
    assert not getattr(threads._known, "kept", False)
