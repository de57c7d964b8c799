"""How enterprises lie to each other: measures of whole units for the indicators of performance."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..common.industry import classify
from .agglomeration import (
    cluster_labels,
    herfindahl,
    leading_sectors,
    location_quotient,
    nearest_neighbour_indices,
    share_in_clusters,
)
from .formula import Groups
from .performance import PerformanceRules
from .pieces import latest
from .places import xy

_NO_FIRM = -1


def unit_measures(
    pieces: pd.DataFrame,
    parcel_xy: np.ndarray,
    groups: Groups,
    enterprises: gpd.GeoDataFrame | None,
    industry: pd.Series | None,
    rules: PerformanceRules,
) -> dict[str, np.ndarray]:
    """The agglomeration of the enterprises of every unit.

    - ``nearest_neighbour_index`` within the convex hull of the unit's enterprises;
    - ``share_in_clusters``, clusters being found over the whole district;
    - ``location_quotient`` of the leading division: the highest among those with at least
      ``rules.leading_share`` of the unit;
    - ``herfindahl`` of the divisions.

    A firm lies at its own point, else on its largest parcel; without an enterprise table built parcels take
    the place of firms, with their own ``industry``. NaN where it cannot be told.
    """
    records = _records(pieces, parcel_xy, enterprises, industry, rules)
    label = cluster_labels(records[["x", "y"]].to_numpy(), rules.cluster_reach, rules.cluster_least)
    pairs = _in_units(records, pieces, groups)
    unit, row = pairs["unit"].to_numpy(), pairs["record"].to_numpy()
    found = nearest_neighbour_indices(unit, records[["x", "y"]].to_numpy()[row], least=rules.neighbour_least)[
        "index"
    ]
    measures = {
        "nearest_neighbour_index": _by_unit(found, groups.count),
        "share_in_clusters": _by_unit(share_in_clusters(unit, label[row]), groups.count),
    }
    sector, amount = records["sector"].to_numpy(dtype=object), records["amount"].to_numpy()
    spread = amount[row] * pairs["part"].to_numpy()
    measures["herfindahl"] = _by_unit(herfindahl(unit, sector[row], spread)["herfindahl"], groups.count)
    measures["location_quotient"] = _leading(unit, sector[row], spread, sector, amount, groups.count, rules)
    return measures


def _records(pieces, parcel_xy, enterprises, industry, rules) -> pd.DataFrame:
    """One row an enterprise (or built parcel): name, place, division, amount."""
    if enterprises is None:
        built = pieces[pieces["site_m2"] > 0]
        rows = built["parcel"].to_numpy()
        codes = classify(industry)["division"] if industry is not None else None
        sector = np.full(len(rows), None, dtype=object) if codes is None else codes.to_numpy(object)[rows]
        amount = built[rules.sector_amount] if rules.sector_amount in built else np.ones(len(rows))
        if rules.sector_amount == "firms":
            amount = np.ones(len(rows))
        places = parcel_xy[rows]
        return pd.DataFrame(
            {
                "key": rows,
                "x": places[:, 0],
                "y": places[:, 1],
                "sector": sector,
                "amount": np.asarray(amount),
            }
        )
    firms = latest(enterprises)
    held = pieces[pieces["ent_id"].notna() & pieces["ent_id"].isin(firms.index)]
    largest = held.sort_values(["ent_id", "area_m2"], ascending=[True, False], kind="stable")
    largest = largest.drop_duplicates("ent_id")
    rows = firms.loc[largest["ent_id"]]
    places = xy(rows["geometry"]) if "geometry" in rows else np.full((len(rows), 2), np.nan)
    places = np.where(np.isnan(places), parcel_xy[largest["parcel"].to_numpy()], places)
    amount = np.ones(len(rows))
    if rules.sector_amount != "firms":
        amount = (
            rows[rules.sector_amount].to_numpy(dtype=float)
            if rules.sector_amount in rows
            else amount * np.nan
        )
    sector = classify(rows["industry"])["division"].to_numpy(object) if "industry" in rows else None
    return pd.DataFrame(
        {"key": largest["ent_id"].to_numpy(object), "x": places[:, 0], "y": places[:, 1],
         "sector": sector, "amount": amount}
    )  # fmt: skip


def _in_units(records: pd.DataFrame, pieces: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Which record lies in which unit, and which part of it."""
    by_parcel = records["key"].dtype != object
    key = pieces["parcel"] if by_parcel else pieces["ent_id"]
    record = pd.Index(records["key"]).get_indexer(key)
    part = np.ones(len(pieces)) if by_parcel else pieces["firms"].to_numpy()
    pairs = pd.DataFrame({"unit": groups.unit, "record": record[groups.row], "part": part[groups.row]})
    pairs = pairs[pairs["record"] != _NO_FIRM]
    return pairs.groupby(["unit", "record"], as_index=False)["part"].sum()


def _by_unit(found: pd.Series, count: int) -> np.ndarray:
    result = np.full(count, np.nan)
    result[found.index.to_numpy(dtype=int)] = found.to_numpy(dtype=float)
    return result


def _leading(unit, sector, amount, all_sectors, all_amounts, count, rules) -> np.ndarray:
    """Location quotient of the leading division of each unit, against the whole district.

    Units overlap (a park, its level, the district), so the district's shares are those of all records once.
    """
    whole = len(all_sectors)
    district = np.full(whole, "district", dtype=object)
    shares = location_quotient(district, all_sectors, all_amounts).set_index("sector")["unit_share"]
    own = location_quotient(unit, sector, amount)
    own["lq"] = own["unit_share"] / own["sector"].map(shares).astype(float)
    return _by_unit(leading_sectors(own, rules.leading_share)["lq"], count)
