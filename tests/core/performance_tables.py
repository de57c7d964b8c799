"""The tables of an evaluation of a made-up district, worked out apart from the plugin's own method.

Bases do better than communities and communities better than blocks; the park "Old Mill" is wasteful: idle
land, low plot ratio, low output. Some values are missing, each with a reason.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd

# id, criterion, marks, rising, typical value of a base, national benchmark; names and units in en, zh.
INDICATORS = (
    ("output_per_area", "economic", 5, True, 620000.0, None,
     "output per industrial area", "地均工业产值"),
    ("tax_per_area", "economic", 5, True, 52000.0, 67899.0, "tax per industrial area", "地均税收"),
    ("above_scale_share", "economic", 1, True, 34.0, None,
     "share of above-scale enterprises", "规模以上企业占比"),
    ("plot_ratio", "intensity", 4, True, 1.1, 0.93, "comprehensive plot ratio", "综合容积率"),
    ("investment_per_area", "intensity", 3, True, 760000.0, 898430.0,
     "fixed-asset investment per area", "地均固定资产投资"),
    ("idle_rate", "intensity", 2, False, 4.0, None, "idle land rate", "闲置土地率"),
    ("employment", "suitability", 3, True, 7400.0, None, "employment per area", "地均就业人数"),
    ("poi_density", "suitability", 1, True, 6.0, None,
     "density of public-service POI", "公共服务设施密度"),
    ("accessibility", "suitability", 1, True, 0.62, None, "accessibility", "交通可达性"),
    ("emerging_share", "innovation", 3, True, 28.0, None,
     "strategic emerging industries' share of output", "战略性新兴产业产值占比"),
    ("hightech_share", "innovation", 2, True, 19.0, None,
     "share of high-tech enterprises", "高新技术企业占比"),
    ("agglomeration", "innovation", 2, True, 0.7, None, "spatial agglomeration", "空间集聚度"),
    ("electricity", "eco", 2, False, 0.021, None, "electricity per output", "单位产值电耗"),
    ("water", "eco", 2, False, 0.00037, None, "water per output", "单位产值水耗"),
    ("wastewater", "eco", 1, False, 0.00021, None, "wastewater per output", "单位产值废水排放量"),
    ("solid_waste", "eco", 1, False, 0.000044, None,
     "solid waste per output", "单位产值固体废物产生量"),
)  # fmt: skip
MEASURES = {
    "output_per_area": ("10k CNY/km²", "万元/km²"), "tax_per_area": ("10k CNY/km²", "万元/km²"),
    "above_scale_share": ("%", "%"), "plot_ratio": ("ratio", "比值"),
    "investment_per_area": ("10k CNY/km²", "万元/km²"),
    "idle_rate": ("%", "%"), "employment": ("persons/km²", "人/km²"), "poi_density": ("1/km²", "个/km²"),
    "accessibility": ("index", "指数"), "emerging_share": ("%", "%"), "hightech_share": ("%", "%"),
    "agglomeration": ("index", "指数"), "electricity": ("kWh/CNY", "kWh/元"), "water": ("t/CNY", "t/元"),
    "wastewater": ("t/CNY", "t/元"), "solid_waste": ("t/CNY", "t/元"),
}  # fmt: skip
CRITERIA = {
    "economic": ("Economic efficiency", "经济效益"),
    "intensity": ("Land-use intensity", "集约利用"),
    "suitability": ("Accessibility and suitability", "区位适宜"),
    "innovation": ("Innovation and collaboration", "创新协同"),
    "eco": ("Eco-efficiency", "生态效率"),
}
PARKS = (
    ("National High-tech Zone", "国家高新技术产业开发区", "base"),
    ("East Lake Economic Zone", "东湖经济开发区", "base"),
    ("Riverside Community", "滨江产业社区", "community"),
    ("Machinery Town", "机电小镇产业社区", "community"),
    ("Old Mill", "老纱厂工业园", "community"),
    ("Brickworks", "砖瓦窑工业区", "block"),
    ("South Village Cluster", "南村工业集中区", "block"),
    ("Quarry Road Industrial Park of the Former Building-materials Combine",
     "采石路原建材联合总厂工业园（二期）", "block"),
)  # fmt: skip
STRENGTH = {"base": 1.0, "community": 0.72, "block": 0.5}
WASTEFUL = 4  # position of the wasteful park
REASONS = {
    "employment": ("no enterprise of the unit has employees", "单元内企业均无从业人数"),
    "solid_waste": ("solid waste was not surveyed in this park", "该园区未调查固体废物"),
    "accessibility": ("neither roads nor key nodes were given", "未提供道路或重要节点"),
}
_WEIGHTINGS = (("plus", "marks", "星号权重"), ("equal", "equal", "等权"), ("entropy", "entropy", "熵权法"))


def evaluation(parks: int = 8, language: str = "en", seed: int = 5) -> SimpleNamespace:
    """``values, units, ranks, acceptability, weights, benchmarks`` of a district with as many parks."""
    zh = language == "zh"
    units = _units(parks, zh)
    values = _values(units, zh, np.random.default_rng(seed))
    units["known_indicators"] = units["unit_id"].map(values.groupby("unit_id")["value"].count())
    units["priority_reason"] = [_why(values, row.unit_id, zh) if row.priority_kinds else None
                                for row in units.itertuples()]  # fmt: skip
    ranks = _ranks(units, values, zh)
    first = ranks[ranks["weighting"] == "plus"].set_index("unit_id")
    units["score"] = units["unit_id"].map(first["score"])
    units["score_rank"] = units["unit_id"].map(first["rank"])
    units["score_known_share"] = (units["known_indicators"] / len(INDICATORS)).where(units["score"].notna())
    obstacles = "地均税收、综合容积率" if zh else "tax per industrial area; comprehensive plot ratio"
    units["top_obstacles"] = [None if np.isnan(score) else obstacles for score in units["score"]]
    return SimpleNamespace(
        values=values, units=units, ranks=ranks, acceptability=_acceptability(ranks),
        weights=_weights(zh), benchmarks=_benchmarks(values, zh),
    )  # fmt: skip


def _units(parks: int, zh: bool) -> pd.DataFrame:
    rows = [("district", "全区" if zh else "Whole district", "district", None, None)]
    names = {"base": "产业基地", "community": "产业社区", "block": "工业区块"} if zh else {
        "base": "All bases", "community": "All communities", "block": "All blocks"}  # fmt: skip
    rows += [(f"level:{level}", name, "level", level, None) for level, name in names.items()]
    for n in range(parks):
        english, chinese, level = PARKS[n % len(PARKS)]
        turn = f" {n // len(PARKS) + 1}" if n >= len(PARKS) else ""
        rows.append((f"P{n + 1:03d}", (chinese if zh else english) + turn, "park", level, f"P{n + 1:03d}"))
    units = pd.DataFrame(rows, columns=["unit_id", "unit", "unit_kind", "level", "park_id"])
    count = np.arange(len(units))
    units["parcels"] = 40 + 7 * count
    units["industrial_m2"] = 1_250_000.0 + 310_000.0 * count
    units["firms"] = 25 + 4 * count
    poor = (units["unit_kind"] == "park") & ((count - 4) % len(PARKS) == WASTEFUL)
    units["priority"] = poor.astype("boolean").where(units["unit_kind"] == "park")
    units["priority_kinds"] = pd.Series("inefficient; wasteful", units.index, object).where(poor, None)
    return units


def _why(values: pd.DataFrame, unit_id: str, zh: bool) -> str:
    said = "{}{:.3g}，参照值为 {:.3g}。" if zh else "{} {:.3g}, reference {:.3g}. "
    rows = values[(values["unit_id"] == unit_id) & values["indicator"].isin(["plot_ratio", "idle_rate"])]
    return "".join(said.format(*row) for row in zip(rows["name"], rows["value"], rows["reference"])).strip()


def _values(units: pd.DataFrame, zh: bool, rng: np.random.Generator) -> pd.DataFrame:
    frames = []
    for number, (name, criterion, marks, rising, typical, national, english, chinese) in enumerate(
        INDICATORS
    ):
        strength = units["level"].map(STRENGTH).fillna(0.8).to_numpy()
        noise = np.where(units["unit_kind"] == "park", rng.lognormal(0, 0.22, len(units)), 1.0)
        poor = units["priority_kinds"].notna().to_numpy()
        strength = strength * noise * np.where(poor & (number < 6), 0.35, 1.0)
        frame = units[["unit_id", "unit", "unit_kind", "level", "park_id"]].assign(
            indicator=name, name=chinese if zh else english, criterion=criterion,
            criterion_name=CRITERIA[criterion][zh], unit_of_measure=MEASURES[name][zh],
            rising=rising, marks=marks, value=typical * strength if rising else typical / strength,
            coverage=np.round(rng.uniform(0.55, 1.0, len(units)), 2), rests_on="area", reason=None,
            order=number,
        )  # fmt: skip
        frames.append(_against(_gaps(frame, name, number, zh), national, zh))
    table = pd.concat(frames, ignore_index=True)
    position = dict(zip(units["unit_id"], range(len(units))))
    order = np.lexsort([table["order"], table["unit_id"].map(position)])
    return table.iloc[order].drop(columns="order").reset_index(drop=True)


def _gaps(frame: pd.DataFrame, name: str, number: int, zh: bool) -> pd.DataFrame:
    """Take values away where a register would not have them."""
    park = (frame["unit_kind"] == "park").to_numpy()
    count = np.arange(len(frame))
    gone = np.zeros(len(frame), dtype=bool)
    if name == "employment":
        gone = park & (count % 7 == 5)
    elif name == "solid_waste":
        gone = park & (count % 2 == 0)
    elif name == "accessibility":
        gone = np.ones(len(frame), dtype=bool)
    frame.loc[gone, "value"] = np.nan
    frame.loc[gone, "coverage"] = np.nan
    frame.loc[gone, "reason"] = REASONS[name][zh] if name in REASONS else None
    return frame


def _against(frame: pd.DataFrame, national: float | None, zh: bool) -> pd.DataFrame:
    """Rank, reference, ratio, gap and verdict."""
    park, rising = frame["unit_kind"] == "park", bool(frame["rising"].iloc[0])
    value = frame["value"].where(park)
    frame["rank"] = value.rank(method="min", ascending=not rising)
    frame["ranked"] = float(value.notna().sum())
    frame.loc[~park, "ranked"] = np.nan
    district = frame["value"].iloc[0]
    frame["reference"] = district if national is None else national
    frame["reference_name"] = ("全区" if zh else "district") if national is None else (
        "国家级开发区 2020" if zh else "national zones 2020")  # fmt: skip
    frame["ratio"] = frame["value"] / frame["reference"]
    frame["gap"] = (frame["reference"] - frame["value"]) * (1 if rising else -1)
    good = frame["ratio"] if rising else 1 / frame["ratio"]
    frame["verdict"] = np.select([good.isna(), good < 0.95, good > 1.05], [None, "worse", "better"], "near")
    lacks = "达到参照值尚缺 {:,.7g}" if zh else "lacks {:,.7g} to reach the reference"
    frame["gap_text"] = [lacks.format(float(f"{gap:.3g}")) if gap > 0 else None for gap in frame["gap"]]
    return frame


def _ranks(units: pd.DataFrame, values: pd.DataFrame, zh: bool) -> pd.DataFrame:
    parks = values[values["unit_kind"] == "park"]
    part = 1 - (parks["rank"] - 1) / parks["ranked"]
    base = part.groupby(parks["unit_id"]).mean()
    rows = []
    for shift, (name, english, chinese) in enumerate(_WEIGHTINGS):
        score = base * (1 - 0.05 * shift * (np.arange(len(base)) % 3))
        frame = pd.DataFrame({"unit_id": base.index, "score": score.to_numpy()})
        frame["weighting"], frame["weighting_name"] = name, chinese if zh else english
        frame["rank"] = frame["score"].rank(method="min", ascending=False)
        rows.append(frame)
    table = pd.concat(rows, ignore_index=True)
    table.insert(1, "unit", table["unit_id"].map(units.set_index("unit_id")["unit"]))
    return table[["unit_id", "unit", "weighting", "weighting_name", "score", "rank"]]


def _acceptability(ranks: pd.DataFrame) -> pd.DataFrame:
    """Three neighbouring ranks, 60, 30 and 10 %."""
    first = ranks[ranks["weighting"] == "plus"]
    count = len(first)
    rows = [
        (row.unit_id, row.unit, 1 + (int(row.rank) - 1 + step) % count, share)
        for row in first.itertuples() for step, share in ((0, 0.6), (1, 0.3), (2, 0.1))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["unit_id", "unit", "rank", "share"])


def _weights(zh: bool) -> pd.DataFrame:
    marks = np.array([row[2] for row in INDICATORS], dtype=float)
    rows = []
    for shift, (weighting, english, chinese) in enumerate(_WEIGHTINGS):
        weight = (marks ** (1 - 0.5 * shift)) / (marks ** (1 - 0.5 * shift)).sum()
        rows += [(row[0], row[7] if zh else row[6], weighting, chinese if zh else english, w)
                 for row, w in zip(INDICATORS, weight)]  # fmt: skip
    return pd.DataFrame(rows, columns=["indicator", "name", "weighting", "weighting_name", "weight"])


def _benchmarks(values: pd.DataFrame, zh: bool) -> pd.DataFrame:
    """The national figures against the district, and a planning target for the plot ratio of each park."""
    district = values[(values["unit_kind"] == "district") & values["indicator"].isin(
        ["tax_per_area", "plot_ratio", "investment_per_area"])]  # fmt: skip
    source = "国家级开发区综合评价" if zh else "evaluation of 541 national zones"
    national = district.assign(scope="national", benchmark=district["reference"], year=2020, source=source)
    plots = values[(values["unit_kind"] == "park") & (values["indicator"] == "plot_ratio")]
    plan = "国土空间规划" if zh else "territorial plan"
    target = plots.assign(scope="target", benchmark=1.2, year=2035, source=plan,
                          ratio=plots["value"] / 1.2, gap=1.2 - plots["value"])  # fmt: skip
    columns = ["unit_id", "unit", "indicator", "name", "scope", "benchmark", "unit_of_measure", "year",
               "source", "ratio", "gap", "gap_text"]  # fmt: skip
    return pd.concat([national, target], ignore_index=True)[columns]
