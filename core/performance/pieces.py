"""Industrial land cut into pieces: one row a holding of a firm on a parcel, and one for what no firm holds.

Indicators add up these rows. A figure of a firm is spread over its land, so that sums over parks, levels and
the district agree with each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common import columns as std
from ..common.errors import LandRenewalError, joined
from ..common.industry import belongs, full_code

BUILT = "built"
FIRM_FLOWS = (
    "output", "tax", "revenue", "profit", "fixed_assets", "employees", "electricity", "water", "wastewater",
    "solid_waste", "emerging_output",
)  # fmt: skip
FIRM_FLAGS = ("above_scale", "high_tech", "eia_passed", "safety_passed", "poor_management")
OWN_FLOWS = ("output", "tax", "employees")
LAND = ("area_m2", "land_m2", "idle_m2", "site_m2", "floor_m2", "firms")
_OTHER = (*std.PARCELS, *std.CONTROL_RESULT, *std.LEVEL_RESULT, *std.DEFICIENCY_RESULT)
_DERIVED = ("poi_density", "access_distance", "accessibility")
# What a formula may add up.
COLUMNS = tuple(
    dict.fromkeys(
        (*LAND, *_DERIVED, *FIRM_FLOWS, *FIRM_FLAGS, *(c.name for c in _OTHER if c.kind != std.DATE))
    )
)


@dataclass(frozen=True)
class LandFacts:
    """What is known of the parcels: tables aligned with them, and which of them are industrial."""

    parcels: pd.DataFrame
    results: pd.DataFrame
    industrial: np.ndarray


def cut(
    facts: LandFacts,
    enterprises: pd.DataFrame | None,
    holdings: pd.DataFrame | None,
    land_stages: tuple[str, ...],
    plot_ratio_area: str,
) -> pd.DataFrame:
    """Pieces of industrial land with their figures, ordered by parcel (position), then enterprise.

    Columns: ``parcel`` (position), ``ent_id``, and

    - ``area_m2`` land of the piece; ``land_m2`` the same where its stage is one of ``land_stages`` (a missing
      stage counts as built), else 0; ``idle_m2`` the same where it is approved or supplied and not built, 0
      where it is built, NaN where the stage is not known [P 2];
    - ``floor_m2`` and ``site_m2`` of built land, see `plot_ratio_parts`; 0 where nothing is built;
    - ``firms`` the part of a firm that sits here (its land here ÷ all its land), 0 without a listed firm,
      NaN without an enterprise table;
    - ``output`` to ``emerging_output``: the firm's latest figure × that part. On land that is not built and
      has no firm they are 0; on built land without a firm they are not known (NaN), never 0. Without an
      enterprise table, the parcel's own figures;
    - flags of the firm as 1 or 0; ``empty`` marks land that is not built and has no firm.

    Figures are in the units of `core.common.columns`.
    """
    pieces = _holdings(facts, holdings)
    parcel = pieces["parcel"].to_numpy()
    stage = _texts(facts.parcels, "stage")[parcel]
    area = pieces["area_m2"].to_numpy()
    built = pd.isna(stage) | (stage == BUILT)
    pieces["land_m2"] = np.where(np.isin(np.where(built, BUILT, stage), land_stages), area, 0.0)
    pieces["idle_m2"] = np.where(pd.isna(stage), np.nan, np.where(built, 0.0, area))
    floor, site = plot_ratio_parts(facts.parcels, plot_ratio_area)
    share = area / facts.parcels["area_m2"].to_numpy(dtype=float)[parcel]
    pieces["floor_m2"] = np.where(built, floor[parcel] * share, 0.0)
    pieces["site_m2"] = np.where(built, site[parcel] * share, 0.0)
    empty = pieces["empty"] = ~built & pieces["ent_id"].isna().to_numpy()
    figures = _own(facts, parcel) if enterprises is None else _of_firms(enterprises, holdings, pieces)
    for name, values in figures.items():
        uncounted = name == "firms" and enterprises is None
        pieces[name] = values if uncounted else np.where(empty, 0.0, values)
    return pieces


def with_columns(pieces: pd.DataFrame, facts: LandFacts, names) -> pd.DataFrame:
    """The pieces with more columns of their parcels, as a formula asks for them; absent ones are all
    missing.
    """
    parcel, found = pieces["parcel"].to_numpy(), {}
    for name in names:
        if name in pieces:
            continue
        table = facts.results if name in facts.results else facts.parcels
        column = table[name] if name in table else pd.Series(np.nan, index=table.index)
        if column.dtype == object:
            found[name] = column.to_numpy(dtype=object)[parcel]
        else:
            found[name] = column.astype("Float64").to_numpy(dtype=float, na_value=np.nan)[parcel]
    return pieces.assign(**found)


def plot_ratio_parts(parcels: pd.DataFrame, area: str = "measured") -> tuple[np.ndarray, np.ndarray]:
    """Floor area and site area of each parcel, m2, for a plot ratio = floor ÷ site; NaN where not known.

    The site is the measured area, or with ``area`` = "stated" the stated one where there is one. The floor is
    ``floor_m2``, else ``site_far`` × site.

    >>> land = pd.DataFrame({"area_m2": [100.0, 100.0], "stated_m2": [80.0, None], "floor_m2": [40.0, None],
    ...                      "site_far": [None, 1.5]})
    >>> floor, site = plot_ratio_parts(land, "stated")
    >>> (floor / site).tolist()
    [0.5, 1.5]
    """
    site = _numbers(parcels, "area_m2")
    if area == "stated":
        stated = _numbers(parcels, "stated_m2")
        site = np.where(stated > 0, stated, site)
    floor = _numbers(parcels, "floor_m2")
    return np.where(np.isnan(floor), _numbers(parcels, "site_far") * site, floor), site


def latest(enterprises: pd.DataFrame) -> pd.DataFrame:
    """One row an enterprise: that of its latest year, by ent_id."""
    rows = pd.DataFrame(enterprises)
    rows = rows.sort_values("year", kind="stable", na_position="first") if "year" in rows else rows
    return rows[rows["ent_id"].notna()].drop_duplicates("ent_id", keep="last").set_index("ent_id")


def emerging_by_industry(enterprises: pd.DataFrame | None, codes: tuple[str, ...]) -> pd.DataFrame | None:
    """The enterprises with ``emerging_output`` filled in by a local list of planned emerging industries.

    Where a firm does not state it: its whole output where its GB/T 4754 industry is on the list, 0 where it
    is not; still not known where output or industry is not. Without a list nothing is filled in. Source: P
    table 2 ("planned strategic emerging industries"); the list is the county's own.

    Raises LandRenewalError for an entry that is no GB/T 4754 code.
    """
    if enterprises is None or not codes:
        return enterprises
    wrong = [code for code in codes if full_code(code) is None]
    if wrong:
        raise LandRenewalError(
            "performance.emerging_industries: {} is no section, division or class of GB/T 4754: write such "
            "as C, 39 or 3825.",
            joined(wrong),
        )
    stated = _numbers(enterprises, "emerging_output")
    industry = enterprises.get("industry", pd.Series(None, index=enterprises.index, dtype=object))
    own, kinds = pd.factorize(industry)
    listed = [full_code(code) for code in codes]
    on_list = np.array([belongs(full_code(kind), listed) for kind in kinds] + [None], dtype=float)[own]
    filled = np.where(on_list == 1, _numbers(enterprises, "output"), np.where(on_list == 0, 0.0, np.nan))
    return enterprises.assign(emerging_output=np.where(np.isnan(stated), filled, stated))


def _holdings(facts: LandFacts, holdings: pd.DataFrame | None) -> pd.DataFrame:
    """Holdings on industrial parcels, and what is left of each parcel."""
    area = facts.parcels["area_m2"].to_numpy(dtype=float)
    if holdings is None:
        holdings = pd.DataFrame({"ent_id": [], "parcel_id": [], "land_m2": []}, dtype=object)
    position = pd.Index(facts.parcels["parcel_id"]).get_indexer(holdings["parcel_id"])
    land = holdings["land_m2"].astype(float).to_numpy()
    usable = (position >= 0) & (land > 0)
    usable[usable] = facts.industrial[position[usable]]
    position, land = position[usable], land[usable]
    held = np.bincount(position, weights=land, minlength=len(area))
    left = np.where(facts.industrial, area - held, 0.0)
    rest = np.flatnonzero(left > 1e-6 * area)
    pieces = pd.DataFrame(
        {
            "parcel": np.concatenate([position, rest]),
            "ent_id": np.concatenate(
                [holdings["ent_id"].to_numpy(dtype=object)[usable], np.full(len(rest), None, dtype=object)]
            ),
            "area_m2": np.concatenate([land, left[rest]]),
        }
    )
    # Holdings come ordered by parcel and enterprise; the rest of a parcel follows them.
    return pieces.sort_values("parcel", kind="stable", ignore_index=True)


def _of_firms(
    enterprises: pd.DataFrame, holdings: pd.DataFrame | None, pieces: pd.DataFrame
) -> dict[str, np.ndarray]:
    firms = latest(enterprises)
    links = holdings[holdings["land_m2"].notna()] if holdings is not None else None
    whole = links.groupby("ent_id")["land_m2"].sum() if links is not None else pd.Series(dtype=float)
    part = pieces["area_m2"].to_numpy() / pieces["ent_id"].map(whole).to_numpy(dtype=float)
    row = firms.index.get_indexer(pieces["ent_id"])
    known = row >= 0
    found = {"firms": np.where(known, part, 0.0)}
    for name in FIRM_FLOWS:
        found[name] = np.where(known, _numbers(firms, name)[row], np.nan) * part if len(firms) else np.nan
    for name in FIRM_FLAGS:
        found[name] = np.where(known, _numbers(firms, name)[row], np.nan) if len(firms) else np.nan
    return found


def _own(facts: LandFacts, parcel: np.ndarray) -> dict[str, np.ndarray]:
    found = {"firms": np.full(len(parcel), np.nan)}
    for name in (*FIRM_FLOWS, *FIRM_FLAGS):
        known = name in OWN_FLOWS or name in FIRM_FLAGS
        found[name] = _numbers(facts.parcels, name)[parcel] if known else np.full(len(parcel), np.nan)
    return found


def _numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), np.nan)
    return frame[name].astype("Float64").to_numpy(dtype=float, na_value=np.nan)


def _texts(frame: pd.DataFrame, name: str) -> np.ndarray:
    column = frame[name] if name in frame else pd.Series(None, index=frame.index, dtype=object)
    return column.astype(object).where(column.notna(), None).to_numpy(dtype=object)
