"""What a person has said of earlier links: confirmed, ruled out, not looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..common.errors import sentence
from ..intake.mapping import REJECT_COLUMNS
from .match_case import Case, links

METHOD, RULED_OUT = "reviewed", "ruled out"


@dataclass(frozen=True)
class Review:
    """``confirmed`` and ``ruled_out``: links by position, with ``share``. ``lost``: reviewed rows whose
    enterprise or parcel is not in the layers, as rejects (`core.intake.mapping.REJECT_COLUMNS`).
    """

    confirmed: pd.DataFrame
    ruled_out: pd.DataFrame
    lost: pd.DataFrame


def read_review(former: pd.DataFrame | None, case: Case) -> Review:
    """Read the column ``reviewed`` of an earlier occupancy: 1 confirmed, 0 ruled out, empty not looked at.

    A pair that is both confirmed and ruled out counts as confirmed. Confirmed links keep share, score and
    reason; a score that is missing becomes ``reviewed_score``.
    """
    if former is None or "reviewed" not in former:
        former = pd.DataFrame({"ent_id": [], "parcel_id": [], "reviewed": []}, dtype=object)
    flag = former["reviewed"].astype("boolean").reset_index(drop=True)
    rows = former.assign(row=np.arange(len(former)) + 1).reset_index(drop=True)
    rows = rows[flag.notna()].assign(reviewed=flag[flag.notna()].astype(bool))
    rows = rows.sort_values("reviewed", ascending=False, kind="stable")
    rows = rows.drop_duplicates(["ent_id", "parcel_id"], ignore_index=True)
    firm = pd.Index(case.firms["ent_id"]).get_indexer(rows["ent_id"])
    parcel = case.ids.get_indexer(rows["parcel_id"])
    there = (firm >= 0) & (parcel >= 0)
    yes = rows["reviewed"].to_numpy(dtype=bool)
    both = [_read(rows, firm, parcel, there & which, case.rules.reviewed_score) for which in (yes, ~yes)]
    return Review(both[0].assign(method=METHOD), both[1].assign(method=RULED_OUT), _lost(rows[~there]))


def _read(rows: pd.DataFrame, firm, parcel, which, score: float) -> pd.DataFrame:
    rows = rows[which]
    stated = _column(rows, "score", np.nan).astype(float).fillna(score).to_numpy()
    reason = _column(rows, "reason", None).to_numpy(dtype=object)
    made = links(firm[which], parcel[which], None, stated, reason)
    return made.assign(share=_column(rows, "share", np.nan).astype(float).to_numpy())


def _column(rows: pd.DataFrame, name: str, missing) -> pd.Series:
    return rows[name] if name in rows else pd.Series([missing] * len(rows), index=rows.index, dtype=object)


def _lost(rows: pd.DataFrame) -> pd.DataFrame:
    what = sentence("reviewed link of an enterprise or parcel that is not in the layers")
    table = pd.DataFrame({"row": rows["row"].to_numpy(), "id": rows["ent_id"].to_numpy(dtype=object)})
    table["table"], table["column"], table["reason"] = "occupancy", "parcel_id", what
    table["value"] = rows["parcel_id"].to_numpy(dtype=object)
    return table[REJECT_COLUMNS]


def without(found: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The links that are not among others."""
    if found.empty or others.empty:
        return found
    pairs = pd.MultiIndex.from_frame(found[["firm", "parcel"]])
    return found[~pairs.isin(pd.MultiIndex.from_frame(others[["firm", "parcel"]]))]
