"""What enterprises bring to the parcels they hold."""

from __future__ import annotations

import numpy as np
import pandas as pd


def firm_totals(
    parcels: pd.DataFrame, enterprises: pd.DataFrame | None, holdings: pd.DataFrame | None
) -> pd.DataFrame:
    """Firms, jobs, output, tax and fixed assets of each parcel: a firm's figure is spread over its land;
    unknown stays unknown.

    Without an enterprise table the parcel's own figures are used, and the number of firms is unknown.
    """
    figures = {"jobs": "employees", "output": "output", "tax": "tax", "fixed_assets": "fixed_assets"}
    if enterprises is None or holdings is None:
        own = {name: parcels.get(column, np.nan) for name, column in figures.items()}
        return pd.DataFrame({"firms": np.nan, **own}, index=parcels.index).astype(float)
    firms = enterprises.sort_values("year", kind="stable") if "year" in enterprises else enterprises
    firms = pd.DataFrame(firms).drop_duplicates("ent_id", keep="last").set_index("ent_id")
    links = holdings[holdings["land_m2"].notna() & holdings["ent_id"].isin(firms.index)]
    part = links["land_m2"] / links.groupby("ent_id")["land_m2"].transform("sum")
    spread = pd.DataFrame({"parcel_id": links["parcel_id"], "firms": part.where(part.notna())})
    for name, column in figures.items():
        known = firms[column] if column in firms else pd.Series(np.nan, index=firms.index)
        spread[name] = part * links["ent_id"].map(known)
    sums = spread.groupby("parcel_id").sum(min_count=1)
    return sums.reindex(parcels["parcel_id"]).set_index(parcels.index)
