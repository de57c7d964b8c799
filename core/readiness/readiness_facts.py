"""What is known of the data at hand, for firms, parcels and parks: the ground of the readiness report."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from ..common.columns import DEFICIENCY_LAYERS
from ..common.industry import classify, split_codes
from ..deficiency.deficiency import DeficiencyRules
from ..deficiency.subjects import EMPTY_PARCEL, ENTERPRISE, PARCEL, Subjects, gather, main_park
from ..levels import land
from ..levels.controllines import ControlRules
from ..levels.land import LandRules
from ..levels.levels import LevelRules
from ..performance.places import of_kind
from ..scenarios.situation import ScenarioRules

_PARCEL_COLUMNS = (
    *("stage", "site_far", "floor_m2", "urban_rural", "heritage", "contaminated"),
    *("start_due", "start_actual", "developed_share", "invested_share"),
)
_FIRM_COLUMNS = (
    *("employees", "fixed_assets", "above_scale", "high_tech", "emerging_output"),
    *("electricity", "water", "wastewater", "solid_waste"),
)
_CHECKS = ("eia_passed", "safety_passed", "poor_management")
# Figures that parcels bring themselves where there is no enterprise table (`subjects`, `holdings`).
OF_PARCELS = ("employees",)
_ROUNDING = 1e-9


@dataclass(frozen=True)
class ReadinessRules:
    """The sections of the rule profile that decide what is needed; the kinds of points that are key nodes."""

    land: LandRules
    levels: LevelRules
    control: ControlRules
    deficiency: DeficiencyRules
    scenarios: ScenarioRules
    key_nodes: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """What shares are counted over: firms with their land, parcels, or parks.

    ``weight``: land of each row, m2; ``total``: all land that counts, m2 (more than the weights where land
    has no known holder); ``firm``: rows that are enterprises (None = no share of firms); ``known``: for each
    name of the catalogue's data, the rows on which it is known; ``by_firms``: there are no parcels to measure
    land by.
    """

    weight: np.ndarray
    total: float
    firm: np.ndarray | None
    known: dict[str, np.ndarray]
    by_firms: bool = False

    def of_area(self, rows: np.ndarray) -> float:
        """Share of the land on these rows; NaN where there is no land at all."""
        return _whole(self.weight[rows].sum() / self.total) if self.total > 0 else np.nan

    def of_firms(self, rows: np.ndarray) -> float:
        """Share of the enterprises on these rows; NaN without enterprises."""
        if self.firm is None or not self.firm.any():
            return np.nan
        return float(rows[self.firm].mean())


def met(need, known: dict[str, np.ndarray], count: int) -> np.ndarray:
    """The rows on which a need of the catalogue is met.

    >>> known = {"tax": np.array([True, False]), "output": np.array([True, True])}
    >>> met({"all": ["tax", "output"]}, known, 2).tolist(), met({"any": ["tax", "output"]}, known, 2).tolist()
    ([True, False], [True, True])
    """
    if isinstance(need, str):
        return known[need]
    if isinstance(need, dict) and "any" in need:
        return np.any([met(part, known, count) for part in need["any"]], axis=0).reshape(count)
    parts = need["all"] if isinstance(need, dict) else need
    return np.all([np.ones(count, dtype=bool), *(met(part, known, count) for part in parts)], axis=0)


def units(tables, rules: ReadinessRules, catalogue: dict) -> dict[str, Unit]:
    """The units of the catalogue, by name."""
    if tables.get("parcels") is None:
        return {"firm": _firms_alone(tables, rules, catalogue)}
    parcels = tables["parcels"]
    industrial = np.asarray(land.industrial(parcels, rules.land), dtype=bool)
    district = _district_facts(tables, rules, industrial)
    parcel = _parcel_facts(tables, rules)
    area = parcels["area_m2"].to_numpy(float)
    parks = _parks_unit(tables, rules, district)
    levels = parks.pop("level")
    known = {name: rows[industrial] for name, rows in parcel.items()}
    made = {
        "parcel": _unit(area[industrial], known, district),
        "park": _unit(parks["weight"], parks["known"], district),
        "firm": _firm_unit(tables, rules, industrial, parcel, district, catalogue),
    }
    keep = np.isin(levels, ["base", "community"])
    receivers = {name: rows[keep] for name, rows in parks["known"].items()}
    # What a line takes off a park is measured on the park: supplied is known.
    lines = {name: bool(parcel[name].any()) for name in ("redline", "farmland", "boundary", "rigid")}
    made["receiver"] = _unit(parks["weight"][keep], receivers, {**district, **lines})
    return made


def _unit(weight, known: dict, district: dict[str, bool], total=None, firm=None) -> Unit:
    everywhere = {name: np.full(len(weight), value) for name, value in district.items()}
    return Unit(weight, float(weight.sum()) if total is None else total, firm, {**everywhere, **known})


def _district_facts(tables, rules: ReadinessRules, industrial) -> dict[str, bool]:
    """What is known or not known for the whole district at once."""
    parcels, scenarios, tests = tables["parcels"], rules.scenarios, rules.deficiency
    stock = industrial & _known(parcels, "stage") | land.unused_stock(parcels, rules.land)
    levels = (
        tables["park_levels"]["level"] if has_rows(tables.get("park_levels")) else pd.Series(dtype=object)
    )
    codes = parcels.get("land_code")
    names = ("target_far_base", "target_far_community", "target_output", "target_tax")
    return {
        "parks": has_rows(tables.get("parks")),
        "towns": has_rows(tables.get("towns")),
        "base": bool((levels == "base").any()),
        "receiver": bool(levels.isin(["base", "community"]).any()),
        "stock": bool(stock.any()),
        "land_code": bool(codes is not None and codes.notna().any()),
        "parcels": False,
        "pois": has_rows(tables.get("pois")),
        "nodes": has_rows(tables.get("pois")) and bool(of_kind(tables["pois"], rules.key_nodes).any()),
        "roads": has_rows(tables.get("roads")),
        **{name: getattr(scenarios, name) is not None for name in names},
        **{f"threshold_{name}": _has_threshold(tests, name) for name in ("efficiency", "equity")},
    }


def _has_threshold(rules: DeficiencyRules, layer: str) -> bool:
    kind = getattr(rules, f"{layer}_kind")
    if kind == "absolute":
        return getattr(rules, f"{layer}_absolute") is not None
    return kind != "table" or any(row[layer] is not None for row in rules.sector_thresholds)


def _parcel_facts(tables, rules: ReadinessRules) -> dict[str, np.ndarray]:
    """What is known of every parcel, industrial or not."""
    parcels, control = tables["parcels"], tables.get("control")
    known = {name: _known(parcels, name) for name in _PARCEL_COLUMNS}
    known["town"] = _known(parcels, "town_code") | _known(parcels, "town")
    known["town"][~known["town"]] = _in_a_town(parcels[~known["town"]], tables)
    for name in ("redline", "farmland", "boundary"):
        known[name] = _known(control, f"{name}_share", len(parcels))
    known["rigid"] = met({"all": list(rules.control.rigid_lines)}, known, len(parcels))
    known["plan"] = _known(control, "plan_industrial_share", len(parcels))
    return known


def _in_a_town(parcels, tables) -> np.ndarray:
    """Parcels that meet a polygon of the town layer."""
    inside = np.zeros(len(parcels), dtype=bool)
    towns = tables.get("towns")
    if has_rows(towns):
        named = towns[_known(towns, "town_code") | _known(towns, "town")]
        tree = shapely.STRtree(named.geometry.to_numpy())
        inside[tree.query(parcels.geometry.to_numpy(), predicate="intersects")[0]] = True
    return inside


def _parks_unit(tables, rules: ReadinessRules, district) -> dict:
    """Weight, level and what is known of every park."""
    parks, levels = tables.get("parks"), tables.get("park_levels")
    names = ("admin_level", "zone_type", "vacant_m2", "expansion_m2")
    if not (has_rows(parks) and has_rows(levels)):
        nothing = np.zeros(0, dtype=bool)
        return {"weight": np.zeros(0), "level": np.zeros(0, object), "known": dict.fromkeys(names, nothing)}
    rows = pd.DataFrame(parks).drop_duplicates("park_id").set_index("park_id").reindex(levels["park_id"])
    known = {name: _known(rows, name) for name in names}
    if rules.levels.policy == "area":
        known.update(dict.fromkeys(("admin_level", "zone_type"), np.ones(len(rows), dtype=bool)))
    return {
        "weight": levels["park_m2"].to_numpy(float),
        "level": levels["level"].to_numpy(object),
        "known": known,
    }


def _firm_unit(tables, rules: ReadinessRules, industrial, parcel, district, catalogue) -> Unit:
    """Enterprises and parcels that stand for themselves, exactly as the five tests see them."""
    parcels = tables["parcels"]
    subjects = gather(tables.get("enterprises"), tables.get("occupancy"), parcels, industrial, 1)
    table, links = subjects.table, subjects.links
    place = links["parcel"].to_numpy()
    is_firm = (table["kind"] == ENTERPRISE).to_numpy()
    # Nobody can ask a firm's figures of land where there is no firm yet.
    stands = table["kind"].isin([EMPTY_PARCEL, PARCEL]).to_numpy()[links["subject"]]
    vacant = np.asarray(land.vacant(parcels, rules.land))
    counted = industrial[place] & ~(vacant[place] & stands)
    amount = np.where(counted, np.nan_to_num(links["land_m2"]), 0.0)
    held = np.isin(np.arange(len(parcels)), place[counted])
    area = parcels["area_m2"].to_numpy(float)
    known = _firm_facts(tables, subjects)
    known["dominant_list"] = _dominant_lists(tables, subjects, rules)
    known.update({name: _on_all_parcels(links, rows, len(table)) for name, rows in parcel.items()})
    weight = np.bincount(links["subject"], weights=amount, minlength=len(table))
    unit = _unit(weight, known, district, float(area[held].sum()), is_firm if is_firm.any() else None)
    unit.known["tests"] = _enough_tests(unit, rules.deficiency, catalogue)
    return unit


def _firms_alone(tables, rules: ReadinessRules, catalogue) -> Unit:
    """Enterprises without parcels. Whether they can be placed is judged by credit code and point."""
    nothing = pd.DataFrame({"parcel_id": pd.Series(dtype=object), "area_m2": pd.Series(dtype=float)})
    nowhere = {"parcels": nothing, "enterprises": tables["enterprises"]}
    industrial = np.zeros(0, dtype=bool)
    district = _district_facts(nowhere, rules, industrial)
    unit = _firm_unit(nowhere, rules, industrial, _parcel_facts(nowhere, rules), district, catalogue)
    firms, ids = tables["enterprises"], pd.Index(np.sort(pd.unique(tables["enterprises"]["ent_id"])))
    place = _known(firms, "uscc") | _known(firms, "geometry") | (_known(firms, "x") & _known(firms, "y"))
    unit.known["land"] = ids.isin(firms.loc[place, "ent_id"])
    unit.known["tests"] = _enough_tests(unit, rules.deficiency, catalogue)
    return replace(unit, by_firms=True)


def _firm_facts(tables, subjects: Subjects) -> dict[str, np.ndarray]:
    """What is known of every subject; a figure counts when any year of the firm has it."""
    table, links, count = subjects.table, subjects.links, len(subjects.table)
    known = {name: _known(table, name) for name in _CHECKS}
    known["industry"] = classify(table["industry"])["code"].notna().to_numpy()
    for name in ("output", "tax", "profit"):
        known[name] = ~np.isnan(getattr(subjects, name).value[:, 0])
    land_m2 = np.nan_to_num(links["land_m2"])
    # A parcel without an occupant stands for a firm only where there is no enterprise table.
    known["land"] = np.bincount(links["subject"], weights=land_m2, minlength=count) > 0
    known["land"] &= table["kind"].isin([ENTERPRISE, PARCEL]).to_numpy()
    enterprises = tables.get("enterprises")
    firms = (table["kind"] == ENTERPRISE).to_numpy()
    for name in _FIRM_COLUMNS:
        if has_rows(enterprises):
            having = set(enterprises.loc[_known(enterprises, name), "ent_id"])
            known[name] = firms & table["id"].isin(having).to_numpy()
        else:
            rows = _known(tables["parcels"], name) & (name in OF_PARCELS)
            known[name] = _on_all_parcels(links, rows, count)
    return known


def _dominant_lists(tables, subjects: Subjects, rules: ReadinessRules) -> np.ndarray:
    """Subjects for which a list of dominant industries says something: their park's, else the district's."""
    count = len(subjects.table)
    if split_codes(";".join(rules.deficiency.dominant_industries))[0]:
        return np.ones(count, dtype=bool)
    parks, levels, links = tables.get("parks"), tables.get("levels"), subjects.links
    if not has_rows(parks) or levels is None or "dominant_industries" not in parks:
        return np.zeros(count, dtype=bool)
    listed = {
        name for name, text in zip(parks["park_id"], parks["dominant_industries"]) if split_codes(text)[0]
    }
    place = levels["park_id"].to_numpy(object)[links["parcel"]]
    park = main_park(links["subject"].to_numpy(), links["land_m2"].to_numpy(), place, count)
    return pd.Series(park, dtype=object).isin(listed).to_numpy()


def _enough_tests(unit: Unit, rules: DeficiencyRules, catalogue: dict) -> np.ndarray:
    """Subjects whose known tests weigh as much as the rules ask for a class without a failed test."""
    needs = {item["id"]: item["needs"] for item in catalogue["items"]}
    weights = {layer: float(getattr(rules, f"weight_{layer}")) for layer in DEFICIENCY_LAYERS}
    # Added up in layer order: a matrix product may round differently from machine to machine.
    told = sum(
        weights[layer] * met(needs[layer], unit.known, len(unit.weight)) for layer in DEFICIENCY_LAYERS
    )
    return told >= (rules.reliability_minimum - _ROUNDING) * sum(weights.values())


def _on_all_parcels(links: pd.DataFrame, rows: np.ndarray, count: int) -> np.ndarray:
    """Subjects that hold land and for all of whose parcels something is known."""
    subject, known = links["subject"].to_numpy(), rows[links["parcel"].to_numpy()]
    number = np.bincount(subject, minlength=count)
    return (number > 0) & (np.bincount(subject, weights=known, minlength=count) == number)


def _known(frame: pd.DataFrame | None, name: str, count: int | None = None) -> np.ndarray:
    if frame is None or name not in frame:
        return np.zeros(len(frame) if count is None else count, dtype=bool)
    return frame[name].notna().to_numpy()


def has_rows(frame: pd.DataFrame | None) -> bool:
    return frame is not None and len(frame) > 0


def _whole(share: float) -> float:
    """Sums of the same areas in another order may differ in the last bits: all is all."""
    return 1.0 if share > 1 - _ROUNDING else float(share)
