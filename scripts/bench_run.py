"""Child processes for the measurements: started, timed, and asked for the memory they took.

The standard library only: a child's peak memory starts at what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from session import LAYERS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench"
JOBS = Path(__file__).with_name("bench_jobs.py")


@dataclass(frozen=True)
class Cost:
    """What a process took: clock time (s), processor time of all its threads and children (s), peak memory
    (MB).

    ``told``: what it printed last, when that was JSON.
    """

    clock: float
    cpu: float
    memory: float
    told: dict


def run(command: list[str]) -> Cost:
    """Run a command to its end. Errors: SystemExit with its output when it fails."""
    log = FOLDER / "child.log"
    started = time.perf_counter()
    with log.open("w") as output:
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=ROOT)
        _, status, used = os.wait4(child.pid, 0)
    clock = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(errors="replace")
    if child.returncode:
        sys.exit(f"{text}\nbench: {' '.join(command)} ended with {child.returncode}")
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, _told(text))


def _told(text: str) -> dict:
    last = text.strip().splitlines()[-1:]
    return json.loads(last[0]) if last and last[0].startswith("{") else {}


def job(name: str, *arguments) -> Cost:
    """A job of bench_jobs.py in a Python of its own."""
    return run([sys.executable, str(JOBS), name, *map(str, arguments)])


def study(sample: Path, result: Path, *options: str) -> Cost:
    """The study as `make process` runs it: qgis_process, from its start to its end."""
    layers = [f"--{name.upper()}={sample}|layername={name}" for name in LAYERS]
    script = str(ROOT / "scripts" / "process.sh")
    return run(["bash", script, "run", "landrenewal:study", *layers, f"--OUTPUT={result}", *options])


def fresh_study(sample: Path, result: Path) -> Cost:
    """The study without a former result."""
    result.unlink(missing_ok=True)
    return study(sample, result)


def sample_district(parcels: int, vertices: int) -> Path:
    """A sample district as a GeoPackage; kept, because making one takes longer than measuring it."""
    path = FOLDER / f"sample_{parcels}_{vertices}_{_version()}.gpkg"
    if not path.is_file():
        print(f"Making a district of {parcels:,} parcels", flush=True)
        job("sample", parcels, vertices, path)
    return path


def _version() -> str:
    """A short mark of the code that makes the district: another code, another district."""
    from hashlib import sha256

    code = b"".join(path.read_bytes() for path in sorted((ROOT / "core" / "sample").glob("*.py")))
    return sha256(code).hexdigest()[:8]


def middle(costs: list[Cost]) -> Cost:
    """The median of each figure over repeated runs."""
    return Cost(
        median(cost.clock for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.memory for cost in costs),
        costs[-1].told,
    )
