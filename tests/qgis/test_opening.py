"""Layers of one file opened in several threads at once: QGIS must not stand still."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("qgis.core")


# A process of its own: threads that wait for each other can only be ended with it.
SCRIPT = """
import threading
from land_renewal.processing.geopackage import read_layer
from land_renewal.processing.whatif import feature_ids
path, ids, frames = sys.argv[1], [], []
def read():
    for _ in range(15):
        ids.append(tuple(feature_ids(path, "parcels")))
        frames.append(read_layer(path, "parcels", ["parcel_id"]))
threads = [threading.Thread(target=read) for _ in range(2)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    assert QgsVectorLayer(f"{path}|layername=parks", "parks", "ogr").isValid()
assert len(ids) == len(frames) == 30 and len(set(ids)) == 1
assert all(len(frame) == len(ids[0]) for frame in frames)
print("done", flush=True)
os._exit(0)
"""


def test_layers_of_one_file_are_opened_in_three_threads_at_once(district, own_process):
    run = own_process(SCRIPT, str(district.path))
    assert run.returncode == 0 and run.stdout.endswith("done\n"), run.stderr


def test_a_path_is_its_own_in_each_thread_and_leads_to_the_same_file(tmp_path):
    from threading import Thread

    from land_renewal.processing.threads import own_path

    file, found = tmp_path / "a b.gpkg", []
    file.write_text("same", encoding="utf-8")
    for _ in range(2):
        thread = Thread(target=lambda: found.extend([own_path(file), own_path(str(file))]))
        thread.start()
        thread.join()
    assert own_path(file) == str(file)
    assert found[0] == found[1] and found[2] == found[3]
    assert len({str(file), *found}) == 3
    assert all(Path(path).read_text(encoding="utf-8") == "same" for path in found)
