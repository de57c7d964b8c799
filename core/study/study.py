"""The study: named steps from raw layers to results, each computed only when something it depends on has
changed.

A step declares the tables it reads, the tables it writes and the sections of the rule profile it uses. Its
fingerprint is a hash of exactly these (and of the method version). A store that still holds tables with the
same fingerprint spares the work; otherwise the step runs. Nothing here knows files or QGIS: a store is any
object with ``fingerprint(step)``, ``load(study, table)`` and ``notes(step)``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import geopandas as gpd
import pandas as pd
import shapely

from ..common.errors import LandRenewalError, sentence
from ..common.space import work_crs
from ..common.version import METHOD_VERSION
from ..intake.checks import rejected_notes, study_bounds
from ..intake.mapping import Mapping
from ..intake.sheets import Reading, with_rejects
from ..rules.profile import Profile

INPUTS = (
    *("parcels", "parks", "enterprises", "occupancy", "towns", "redline", "farmland", "boundary", "plan"),
    *("pois", "roads", "benchmarks", "judgements", "experts", "locks"),
)


class Store(Protocol):
    """Where tables of an earlier run may be found again."""

    def fingerprint(self, step: str) -> str | None:
        """Fingerprint under which the tables of a step were stored; None = not there."""

    def load(self, study: Study, table: str):
        """A stored table, as the step wrote it."""

    def notes(self, step: str) -> list[str]:
        """What the step had to say."""


@dataclass(frozen=True)
class Step:
    """One named step. ``run(study)`` returns its tables by name; ``weight`` is its part of the progress bar.

    A ``transient`` step is cheap to repeat from the inputs, so its tables are not stored: when it is
    unchanged it runs only if a later step asks for one of them.
    """

    name: str
    title: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    rules: tuple[str, ...]
    run: Callable[[Study], dict]
    weight: float = 1.0
    transient: bool = False


def step(name, title, reads, writes, rules=(), weight=1.0, transient=False) -> Callable[..., Step]:
    """Make a function ``run(study) -> tables`` a step of the study."""

    def make(run: Callable[[Study], dict]) -> Step:
        return Step(name, title, tuple(reads), tuple(writes), tuple(rules), run, weight, transient)

    return make


@dataclass
class Study:
    """The state of one run: raw inputs, settings, the tables made so far, and what was said."""

    raw: dict
    mapping: Mapping
    profile: Profile
    language: str = "en"
    store: Store | None = None
    tables: dict = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    messages: dict[str, list[str]] = field(default_factory=dict)
    reused: list[str] = field(default_factory=list)
    unchanged: dict[str, Step] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    readers: dict[str, str] = field(default_factory=dict)
    progress: Callable[[float, str], None] = lambda share, text: None
    # Metres along roads from points to the nearest of some nodes: (roads, points, nodes, detour) -> array.
    network: Callable | None = None

    def __getitem__(self, name: str):
        """A table by name: of this run, or loaded from the store when a later step needs it."""
        if name not in self.tables:
            step = self.unchanged.get(name)
            if step is not None and step.transient:
                self.messages[step.name] = []
                self.run(step)
            else:
                self.tables[name] = self.store.load(self, name)
        return self.tables[name]

    def run(self, step: Step) -> None:
        """Run a step and keep its tables. What the reader of a file has left out joins the rejects of its
        table; what it has to say is said by the step that reads the table first (``readers``).
        """
        for name, reading in self.readings.items():
            if self.readers.get(name) == step.name:
                self.note(step.name, reading.notes)
        made = step.run(self)
        for name, table in made.items():
            if name.startswith("rejects."):
                self.note(step.name, rejected_notes(name.partition(".")[2], table))
        for name, reading in self.readings.items():
            rejects = made.get(f"rejects.{name}")
            if rejects is not None:
                made[f"rejects.{name}"] = with_rejects(reading, name, rejects)
        self.tables.update(made)

    def note(self, step: str, notes: Sequence[str]) -> None:
        """Keep what a step has to say."""
        self.messages.setdefault(step, []).extend(notes)

    @property
    def crs(self):
        """CRS of the parcel layer: every raw layer comes in it, every result leaves in it."""
        return self.raw["parcels"].crs

    @property
    def work(self):
        """The work CRS (see `core.common.space`)."""
        if "_work" not in self.tables:
            parcels = self.raw["parcels"]
            bounds = study_bounds(parcels)
            if bounds is None:
                raise LandRenewalError("The parcels layer has no usable polygon: choose another layer.")
            self.tables["_work"] = work_crs(parcels.crs, bounds)
        return self.tables["_work"]


def run_study(study: Study, steps: Sequence[Step], targets: Sequence[str]) -> Study:
    """Run the steps needed for the target tables, in order; stored ones that are unchanged are used again."""
    if not isinstance(study.raw.get("parcels"), gpd.GeoDataFrame) or study.raw["parcels"].empty:
        raise LandRenewalError(
            "The parcels layer is empty or has no geometry: choose a polygon layer with parcels."
        )
    needed = needed_steps(steps, targets)
    prints = {f"raw.{name}": _table_hash(study.raw.get(name)) for name in INPUTS}
    total, done = sum(step.weight for step in needed), 0.0
    outer = study.progress
    for step in needed:
        study.readers.update(
            {
                name[4:]: step.name
                for name in step.reads
                if name.startswith("raw.") and name[4:] not in study.readers
            }
        )
    for step in needed:
        study.fingerprints[step.name] = _step_hash(step, study, prints)
        prints.update(dict.fromkeys(step.writes, study.fingerprints[step.name]))
        if study.store is not None and study.store.fingerprint(step.name) == study.fingerprints[step.name]:
            study.reused.append(step.name)
            study.unchanged.update(dict.fromkeys(step.writes, step))
            study.messages[step.name] = list(study.store.notes(step.name))
            outer((done + step.weight) / total, sentence("{}: unchanged, used again", step.title))
        else:
            study.progress = _part(outer, done / total, step.weight / total, step.title)
            study.progress(0.0, "")
            study.run(step)
        done += step.weight
    study.progress = outer
    return study


def needed_steps(steps: Sequence[Step], targets: Sequence[str]) -> list[Step]:
    """The steps that the target tables depend on, in the order given."""
    wanted, needed = set(targets), []
    for step in reversed(steps):
        if wanted & set(step.writes):
            wanted |= set(step.reads)
            needed.append(step)
    return needed[::-1]


def _part(outer, start: float, width: float, title: str):
    def progress(share: float, text: str = "") -> None:
        outer(start + share * width, sentence("{}: {}", title, text) if text else title)

    return progress


def _step_hash(step: Step, study: Study, prints: dict[str, str]) -> str:
    digest = hashlib.sha256()
    parts = [
        METHOD_VERSION,
        step.name,
        study.language,
        study.mapping.money or "",
        study.profile.fingerprint(step.rules),
    ]
    parts += [study.mapping.fingerprint(name[4:]) for name in step.reads if name.startswith("raw.")]
    parts += [f"{name}={prints.get(name, '')}" for name in step.reads]
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _table_hash(frame: pd.DataFrame | None) -> str:
    """A hash of the values, names and order of a table; the empty text for a table that was not supplied."""
    if frame is None:
        return ""
    digest = hashlib.sha256(str(list(map(str, frame.columns))).encode())
    crs = getattr(frame, "crs", None)
    digest.update((crs.to_wkt() if crs is not None else "").encode())
    for name in frame.columns:
        column = frame[name]
        if isinstance(column, gpd.GeoSeries):
            values = shapely.to_wkb(column.to_numpy())
            digest.update(b"\1".join(b"" if value is None else value for value in values))
        else:
            digest.update(str(column.dtype).encode())
            digest.update(pd.util.hash_pandas_object(column, index=False).to_numpy().tobytes())
    return digest.hexdigest()
