"""What the deficiency test is applied to: enterprises, and parcels that stand for themselves.

One mechanism serves districts with and without enterprise data: an industrial parcel without an occupant is a
subject of its own, with its own attributes, and the same tests run on all subjects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.columns import LEVELS
from ..common.errors import first_ids, sentence
from ..matching.matching import land_shares

ENTERPRISE, UNLISTED, EMPTY_PARCEL, PARCEL = "enterprise", "unlisted", "empty_parcel", "parcel"
_CHECKS = ("eia_passed", "safety_passed", "poor_management")


@dataclass(frozen=True)
class Recent:
    """The latest figures of every subject: column 0 the latest known, column 1 the one before. ``year`` is
    NaN if unknown.
    """

    value: np.ndarray
    year: np.ndarray


@dataclass(frozen=True)
class Subjects:
    """``table``: one row a subject, ordered by id. ``links``: subject and parcel (positions), share, land_m2.

    ``rows``: the subject of every row of the enterprise table (-1 = none).
    """

    table: pd.DataFrame
    links: pd.DataFrame
    land: pd.DataFrame
    rows: np.ndarray
    output: Recent
    tax: Recent
    profit: Recent
    notes: list[str]


def gather(
    enterprises: pd.DataFrame | None,
    occupancy: pd.DataFrame | None,
    parcels: pd.DataFrame,
    industrial: np.ndarray,
    years: int,
) -> Subjects:
    """Collect the subjects of the test and the land each of them holds.

    Subjects are, in this order and each ordered by id: the enterprises; occupants that are not in the
    enterprise table (all unknown); industrial parcels without an occupant. Without an enterprise table every
    industrial parcel is a subject and brings its own industry, output and tax; with one, it brings only its
    checks. ``years`` = how many years back figures are kept. Nothing is left out without a note.
    """
    if enterprises is None or enterprises.empty:
        enterprises = occupancy = None
    notes: list[str] = []
    land = _land(occupancy, parcels, notes)
    return gather_held(enterprises, land, parcels, industrial, years, notes)


def gather_held(
    enterprises: pd.DataFrame | None,
    land: pd.DataFrame | None,
    parcels: pd.DataFrame,
    industrial: np.ndarray,
    years: int,
    of_land: Sequence[str] = (),
) -> Subjects:
    """`gather`, where the land of every occupant is known already: ``land`` as `Subjects.land` of an earlier
    run, ordered by parcel_id and ent_id (None: no occupants). ``of_land``: what was said when it was made.
    """
    if enterprises is None or enterprises.empty:
        enterprises, kind = None, PARCEL
        notes = [sentence("No enterprise table: every industrial parcel is tested on its own attributes.")]
    else:
        kind, notes = EMPTY_PARCEL, []
    firms, rows, history = _history(enterprises, notes)
    if enterprises is None or land is None:
        land = _land(None, parcels, [])
    notes.extend(of_land)
    unlisted = np.sort(pd.unique(land["ent_id"][~land["ent_id"].isin(firms)]))
    if len(unlisted):
        notes.append(
            sentence(
                "{} occupants are not in the enterprise table, their tests are unknown: {}.",
                len(unlisted),
                first_ids(unlisted),
            )
        )
    own = _without_occupant(land, parcels, industrial)
    table = _table(firms, unlisted, own, kind, history, parcels)
    links = _links(land, table, own, parcels)
    figures = {
        name: _recent(
            history, name, len(firms), len(table), own if kind == PARCEL else own[:0], parcels, years
        )
        for name in ("output", "tax", "profit")
    }
    negative = (_number(parcels if enterprises is None else enterprises, "output") < 0).sum()
    if negative:
        notes.append(sentence("{} outputs are below 0 and are taken as missing.", negative))
    notes.extend(_land_notes(land, table, links))
    return Subjects(table, links, land, rows, notes=notes, **figures)


def main_level(subject: np.ndarray, land: np.ndarray, level: np.ndarray, count: int) -> np.ndarray:
    """The level with most of each subject's land; ties: the higher level; None without land or level."""
    order = {name: position for position, name in enumerate(LEVELS)}
    position = pd.Series(level, dtype=object).map(order).to_numpy(dtype=float)
    known = ~np.isnan(position) & (land > 0)
    place = subject[known] * len(LEVELS) + position[known].astype(np.int64)
    sums = (
        np.bincount(place, weights=land[known], minlength=count * len(LEVELS))
        .reshape(count, len(LEVELS))
        .round(6)
    )
    names = np.array([*LEVELS, None], dtype=object)
    return names[np.where(sums.max(axis=1, initial=0.0) > 0, sums.argmax(axis=1), len(LEVELS))]


def main_park(subject: np.ndarray, land: np.ndarray, park: np.ndarray, count: int) -> np.ndarray:
    """The park that holds most of each subject's land, None if most lies outside parks; ties: by park_id,
    then outside.
    """
    codes, names = pd.factorize(park, sort=True)
    names = np.append(np.asarray(names, dtype=object), None)
    codes = np.where(codes < 0, len(names) - 1, codes)
    sums = pd.DataFrame({"subject": subject, "park": codes, "land": np.nan_to_num(land)})
    sums = sums.groupby(["subject", "park"], as_index=False)["land"].sum().round({"land": 6})
    best = sums.sort_values(["subject", "land", "park"], ascending=[True, False, True]).drop_duplicates(
        "subject"
    )
    result = np.full(count, None, dtype=object)
    result[best["subject"]] = names[best["park"]]
    return result


def mean_share(subject, land, share: pd.Series | None, parcel, count: int) -> np.ndarray:
    """Share of a subject's land under a line; NaN where the line was not supplied or there is no land."""
    if share is None:
        return np.full(count, np.nan)
    covered = np.bincount(subject, weights=land * share.to_numpy(dtype=float)[parcel], minlength=count)
    total = np.bincount(subject, weights=land, minlength=count)
    return covered / np.where(total > 0, total, np.nan)


def _history(
    enterprises: pd.DataFrame | None, notes: list[str]
) -> tuple[np.ndarray, np.ndarray, pd.DataFrame]:
    """Ids of the firms, the firm of every row, and the rows from the oldest to the latest year, one a firm
    and year.
    """
    if enterprises is None:
        return (
            np.array([], dtype=object),
            np.array([], dtype=np.int64),
            pd.DataFrame({"firm": np.array([], dtype=np.int64)}),
        )
    ids = enterprises["ent_id"]
    firms = np.sort(pd.unique(ids.dropna())).astype(object)
    rows = np.where(ids.isna(), -1, pd.Index(firms).get_indexer(ids))
    if (rows < 0).any():
        notes.append(
            sentence("{} rows of the enterprise table have no ent_id and are not tested.", (rows < 0).sum())
        )
    year = (
        enterprises.get("year", pd.Series(np.nan, index=enterprises.index))
        .astype(float)
        .to_numpy(dtype=float)
    )
    history = pd.DataFrame(enterprises).assign(firm=rows, year=year)[rows >= 0]
    history = history.sort_values(["firm", "year"], kind="stable", na_position="first")
    repeated = history.duplicated(["firm", "year"], keep="last")
    if repeated.any():
        names = first_ids(history.loc[repeated, "ent_id"].unique())
        notes.append(
            sentence(
                "{} rows repeat a year of the same enterprise, the later row is used: {}.",
                repeated.sum(),
                names,
            )
        )
    return firms, rows, history[~repeated]


def _land(occupancy: pd.DataFrame | None, parcels: pd.DataFrame, notes: list[str]) -> pd.DataFrame:
    """Occupancies with their land, ordered by parcel and enterprise; links that lead nowhere are counted and
    left out.
    """
    if occupancy is None:
        occupancy = pd.DataFrame({"ent_id": [], "parcel_id": []}, dtype=object)
    usable = occupancy["ent_id"].notna() & occupancy["parcel_id"].isin(parcels["parcel_id"])
    if not usable.all():
        names = first_ids(occupancy.loc[~usable, "parcel_id"])
        notes.append(
            sentence(
                "{} occupancies name no enterprise or no parcel of the table, left out: {}.",
                (~usable).sum(),
                names,
            )
        )
    rows = occupancy[usable].sort_values(["parcel_id", "ent_id"], kind="stable")
    repeated = rows.duplicated(["parcel_id", "ent_id"])
    if repeated.any():
        names = first_ids(rows.loc[repeated, "ent_id"])
        notes.append(
            sentence("{} occupancies are listed twice, the first one is used: {}.", repeated.sum(), names)
        )
    return land_shares(rows[~repeated].reset_index(drop=True), parcels)


def _without_occupant(land: pd.DataFrame, parcels: pd.DataFrame, industrial: np.ndarray) -> np.ndarray:
    """Positions of the industrial parcels without an occupant, ordered by parcel_id."""
    own = np.flatnonzero(
        np.asarray(industrial, dtype=bool) & ~parcels["parcel_id"].isin(land["parcel_id"]).to_numpy()
    )
    return own[np.argsort(parcels["parcel_id"].to_numpy(dtype=object)[own], kind="stable")]


def _table(firms, unlisted, own, kind: str, history: pd.DataFrame, parcels: pd.DataFrame) -> pd.DataFrame:
    parcel_ids = parcels["parcel_id"].to_numpy(dtype=object)[own]
    table = pd.DataFrame({"id": np.concatenate([firms, unlisted, parcel_ids]).astype(object)})
    table["kind"] = np.repeat(
        np.array([ENTERPRISE, UNLISTED, kind], dtype=object), [len(firms), len(unlisted), len(own)]
    )
    from_parcel = (*_CHECKS, "industry") if kind == PARCEL else _CHECKS
    for name in ("name", "industry", *_CHECKS):
        values = np.full(len(table), None, dtype=object)
        if name in history:
            known = history[name].notna().to_numpy()
            # Rows run from old to new: the last assignment to a firm is its latest known value.
            values[history["firm"].to_numpy()[known]] = history[name].to_numpy(dtype=object)[known]
        if name in from_parcel and name in parcels:
            values[len(table) - len(own) :] = parcels[name].to_numpy(dtype=object)[own]
        column = pd.Series(values, dtype=object)
        table[name] = column.where(column.notna(), None).astype("boolean" if name in _CHECKS else object)
    table["name"] = table["name"].where(table["name"].notna(), table["id"])
    return table


def _links(land: pd.DataFrame, table: pd.DataFrame, own: np.ndarray, parcels: pd.DataFrame) -> pd.DataFrame:
    """Subject, parcel, share and land of every holding, ordered by subject and parcel_id."""
    occupants = pd.Index(table["id"].to_numpy()[: len(table) - len(own)])
    held = pd.DataFrame(
        {
            "subject": occupants.get_indexer(land["ent_id"]),
            "parcel": pd.Index(parcels["parcel_id"]).get_indexer(land["parcel_id"]),
            "share": land["share"].to_numpy(dtype=float),
            "land_m2": land["land_m2"].to_numpy(dtype=float),
        }
    )
    first = len(table) - len(own)
    area = parcels["area_m2"].to_numpy(dtype=float)[own]
    alone = pd.DataFrame(
        {"subject": np.arange(first, len(table)), "parcel": own, "share": 1.0, "land_m2": area}
    )
    # Occupancies come ordered by parcel_id, so a stable sort by subject leaves each subject's parcels in that
    # order.
    return pd.concat([held.sort_values("subject", kind="stable"), alone], ignore_index=True)


def _recent(
    history, name: str, firms: int, count: int, own: np.ndarray, parcels: pd.DataFrame, years: int
) -> Recent:
    """The latest ``years`` known figures of every subject. A negative output is no figure."""
    value, year = np.full((count, years), np.nan), np.full((count, years), np.nan)
    if name in history and firms:
        figure = _number(history, name)
        known = history.assign(figure=_usable(figure, name)).dropna(subset=["figure"])
        back = known.groupby("firm").cumcount(ascending=False).to_numpy()
        known, back = known[back < years], back[back < years]
        value[known["firm"], back] = known["figure"]
        year[known["firm"], back] = known["year"]
    if len(own) and name in parcels:
        value[count - len(own) :, 0] = _usable(_number(parcels, name)[own], name)
    return Recent(value, year)


def _number(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), np.nan)
    return pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _usable(figure: np.ndarray, name: str) -> np.ndarray:
    if name != "output":
        return figure
    with np.errstate(invalid="ignore"):
        return np.where(figure < 0, np.nan, figure)


def _land_notes(land: pd.DataFrame, table: pd.DataFrame, links: pd.DataFrame) -> list[str]:
    notes = []
    scaled = land.loc[land["normalised"], "parcel_id"].unique()
    if len(scaled):
        notes.append(
            sentence(
                "Shares of {} parcels add up to more than 1, scaled down: {}.",
                len(scaled),
                first_ids(scaled),
            )
        )
    squeezed = land.loc[land["share"] == 0, "ent_id"]
    if len(squeezed):
        notes.append(
            sentence(
                "{} occupants without a share get no land, the other shares fill the parcel: {}.",
                len(squeezed),
                first_ids(squeezed),
            )
        )
    landless = (table["kind"] == ENTERPRISE) & ~table.index.isin(links["subject"])
    if landless.any():
        notes.append(
            sentence(
                "{} enterprises are on no parcel, their output and tax per land are unknown: {}.",
                landless.sum(),
                first_ids(table.loc[landless, "id"]),
            )
        )
    return notes
