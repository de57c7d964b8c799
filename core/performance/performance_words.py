"""Words of the performance evaluation, and numbers as a planner reads them."""

from __future__ import annotations

import math

from ..common.columns import REGISTRY

# Templates only; sentences are put together where they are used.
WORDS = {
    "en": {
        "district": "Whole district",
        "levels": {"base": "Bases", "community": "Communities", "block": "Blocks"},
        "level_of": {"base": "base", "community": "community", "block": "block"},
        "parks": "Bases and communities",
        "and": ", ",
        "join": "; ",
        "stop": ".",
        "no_land": "no industrial land",
        "not_known": "not known: {}",
        "nothing": "nothing to divide by",
        "no_enterprises": "no enterprise table",
        "no_pois": "points of interest not supplied",
        "no_nodes": "no key node among the points of interest",
        "no_plan": "existing plan not supplied",
        "no_boundary": "development boundary not supplied",
        "order": "Output per industrial land does not fall from bases to blocks (10k CNY/km2): {}.",
        "scopes": {"national": "national zones", "city": "the city", "target": "target",
                   "parks": "bases and communities", "district": "the district"},
        "kinds": {"inefficient": "inefficient", "wasteful": "wasteful", "poorly_planned": "poorly planned"},
        "worse": "{name} {value} ({scope} {reference})",
        "kind": "{kind}: {pieces}",
        "by_road": "Accessibility: {} key nodes; {} of {} parcels measured along roads, the others by"
                   " straight line x {:g}.",
        "area": "Priority area {}: {}",
        "cannot_tell": "Not known enough to say whether they are priority areas: {}.",
        "missing": "To reach {reference} ({scope}) it lacks {amount}.",
        "missing_less": "To come down to {reference} ({scope}) it has to cut {amount}.",
        "units": {"10k CNY/year": "{} a year", "10k CNY": "{}", "enterprises": "enterprises",
                  "persons": "persons", "10k m2 of floor": "x 10,000 m2 of floor area",
                  "ha of idle land": "ha of idle land", "kWh/year": "kWh a year", "t/year": "t a year"},
        "money": ((100_000.0, "billion {}"), (100.0, "million {}"), (1.0, "10k {}")),
        "currency": "CNY",
        "column": {"land_m2": "land", "idle_m2": "land supply stage", "floor_m2": "floor area",
                   "site_m2": "site area", "firms": "enterprises on the land",
                   "poi_density": "points of interest", "accessibility": "accessibility",
                   "nearest_neighbour_index": "too few enterprises with a place",
                   "share_in_clusters": "enterprises with a place",
                   "location_quotient": "industry of the enterprises",
                    "herfindahl": "industry of the enterprises"},
    },
    "zh": {
        "district": "全区（县）",
        "levels": {"base": "产业基地", "community": "产业社区", "block": "工业区块"},
        "level_of": {"base": "产业基地", "community": "产业社区", "block": "工业区块"},
        "parks": "产业基地与产业社区",
        "and": "、",
        "join": "；",
        "stop": "。",
        "no_land": "无工业用地",
        "not_known": "数据缺失：{}",
        "nothing": "分母为零",
        "no_enterprises": "未提供企业表",
        "no_pois": "未提供兴趣点",
        "no_nodes": "兴趣点中没有关键节点",
        "no_plan": "未提供现行规划",
        "no_boundary": "未提供城镇开发边界",
        "order": "地均产值未呈现基地、社区、区块依次递减（万元/平方公里）：{}。",
        "scopes": {"national": "国家级开发区", "city": "全市", "target": "规划目标", "parks": "基地与社区",
                   "district": "全区（县）"},
        "kinds": {"inefficient": "低效", "wasteful": "粗放", "poorly_planned": "布局不合理"},
        "worse": "{name}{value}（{scope}{reference}）",
        "kind": "{kind}：{pieces}",
        "by_road": "可达性：关键节点{}个；{}/{}个地块按路网计算，其余按直线距离×{:g}。",
        "area": "优先更新区域{}：{}",
        "cannot_tell": "数据不足，无法判断是否为优先更新区域：{}。",
        "missing": "要达到{scope}水平（{reference}），尚缺{amount}。",
        "missing_less": "要降至{scope}水平（{reference}），需减少{amount}。",
        "units": {"10k CNY/year": "{}/年", "10k CNY": "{}", "enterprises": "家企业", "persons": "人",
                  "10k m2 of floor": "万平方米建筑面积", "ha of idle land": "公顷闲置土地",
                  "kWh/year": "千瓦时/年", "t/year": "吨/年"},
        "money": ((10_000.0, "亿{}"), (1.0, "万{}")),
        "currency": "元",
        "column": {"land_m2": "用地", "idle_m2": "供地状态", "floor_m2": "建筑面积", "site_m2": "用地面积",
                   "firms": "地块上的企业", "poi_density": "兴趣点", "accessibility": "可达性",
                   "nearest_neighbour_index": "有位置的企业过少", "share_in_clusters": "有位置的企业",
                   "location_quotient": "企业所属行业", "herfindahl": "企业所属行业",
                   "output": "产值", "tax": "税收", "fixed_assets": "固定资产", "employees": "从业人员",
                   "above_scale": "是否规上企业", "high_tech": "是否高新技术企业",
                   "emerging_output": "战略性新兴产业产值", "electricity": "用电量", "water": "用水量",
                   "wastewater": "废水排放量", "solid_waste": "固废产生量", "area_m2": "面积",
                   "boundary_share": "开发边界内占比", "plan_industrial_share": "规划工业用地占比"},
    },
}  # fmt: skip
MEASURES_ZH = {
    "10k CNY/km2": "万元/平方公里", "persons/km2": "人/平方公里", "1/km2": "个/平方公里", "ratio": "",
    "index": "", "kWh/CNY": "千瓦时/元", "t/CNY": "吨/元", "%": "%",
}  # fmt: skip


def column_names(language: str) -> dict[str, str]:
    """What columns are called in sentences."""
    own = WORDS[language]["column"]
    if language == "zh":
        return own
    return {
        **{
            name: column.description[:1].lower() + column.description[1:] for name, column in REGISTRY.items()
        },
        **own,
    }


def number(value: float) -> str:
    """A figure with three or four digits that matter, thousands apart.

    >>> number(12345.6), number(0.41234), number(88.24)
    ('12,346', '0.412', '88.2')
    """
    if value is None or math.isnan(value):
        return "-"
    size = abs(value)
    if size >= 1000 or value == 0:
        return f"{value:,.0f}"
    digits = max(0, 2 - math.floor(math.log10(size)))
    return f"{value:.{min(digits, 8)}f}"


def measured(value: float, measure: str, language: str, money: str | None = None) -> str:
    """A figure with its unit: ``88.2 %``, ``0.42``, ``12,346 10k CNY/km2``.

    >>> measured(0.93, "ratio", "en"), measured(34.2, "%", "zh")
    ('0.930', '34.2%')
    """
    unit = measure_text(measure, language, money)
    gap = "" if language == "zh" or not unit else " "
    return f"{number(value)}{gap}{unit}"


def measure_text(measure: str, language: str, money: str | None = None) -> str:
    """A unit as people read it; ratios and indices have none.

    >>> measure_text("kWh/CNY", "zh", "10k USD"), measure_text("10k CNY/km2", "en", "10k USD")
    ('千瓦时/USD', '10k USD/km2')
    """
    if language == "zh":
        text = MEASURES_ZH.get(measure, measure)
        return text.replace("元", currency_of(money) or "元")
    if measure in ("ratio", "index"):
        return ""
    return measure.replace("10k CNY", money or "10k CNY").replace("/CNY", f"/{currency_of(money) or 'CNY'}")


def amount_text(value: float, unit: str, language: str, money: str | None = None) -> str:
    """An amount in words; money in the steps in which it is spoken of.

    >>> amount_text(32000.0, "10k CNY/year", "zh"), amount_text(32000.0, "10k CNY/year", "en")
    ('3.20亿元/年', '320 million CNY a year')
    >>> amount_text(7.0, "enterprises", "en")
    '7.00 enterprises'
    """
    words = WORDS[language]
    text, gap = words["units"].get(unit, unit), "" if language == "zh" else " "
    if "{}" not in text:
        return f"{number(value)}{gap}{text}"
    currency = currency_of(money) or words["currency"]
    size, step = next((pair for pair in words["money"] if abs(value) >= pair[0]), words["money"][-1])
    return f"{number(value / size)}{gap}{text.format(step.format(currency))}"


def currency_of(money: str | None) -> str | None:
    """The currency of a label of money such as "10k USD" or "万美元"; None without a label."""
    return money.split()[-1].removeprefix("万") if money else None


def money_unit(language: str, money: str | None = None) -> str:
    """The unit of money that tables are in, 10,000 of a currency. ``money``: its label, None for CNY.

    >>> money_unit("en"), money_unit("en", "10k USD"), money_unit("zh"), money_unit("zh", "10k USD")
    ('10k CNY', '10k USD', '万元', '万USD')
    """
    return f"万{currency_of(money) or '元'}" if language == "zh" else money or "10k CNY"


def scope_text(scope: str, level: str | None, language: str) -> str:
    """Whom a reference describes: all land of the level, the city, a target ..."""
    words = WORDS[language]
    if scope == "level":
        return words["levels"].get(level, scope).lower()
    return words["scopes"].get(scope, scope)
