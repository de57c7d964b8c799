"""The deficiency tests in words a planner can quote: value, threshold and its origin, for every layer."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from ..common.columns import DEFICIENCY_LAYERS
from ..performance.performance_words import money_unit
from .subjects import EMPTY_PARCEL, PARCEL
from .thresholds import ThresholdRules


@dataclass(frozen=True)
class LandTest:
    """A test of value per land: outcome, latest figures (10k CNY/km2), and in how many of the years asked for
    it failed.
    """

    fails: pd.arrays.BooleanArray
    ratio: np.ndarray
    year: np.ndarray
    value_missing: np.ndarray
    thresholds: pd.DataFrame
    below: pd.arrays.BooleanArray
    years_known: np.ndarray
    years_failed: np.ndarray
    rules: ThresholdRules


@dataclass(frozen=True)
class Facts:
    """What the five tests of every subject rest on, and their outcome (``flags``: layer -> fails
    yes/no/unknown).
    """

    table: pd.DataFrame
    flags: dict[str, pd.arrays.BooleanArray]
    land: np.ndarray
    level: np.ndarray
    park: np.ndarray
    redline: pd.arrays.BooleanArray
    redline_share: np.ndarray
    industry: pd.DataFrame
    dominant: pd.arrays.BooleanArray
    dominant_list: np.ndarray
    poor: pd.arrays.BooleanArray
    poor_profit: np.ndarray
    tests: dict[str, LandTest]


def taken(facts: Facts, rows: np.ndarray) -> Facts:
    """The facts of some subjects (positions)."""
    tests = {layer: _taken(test, rows) for layer, test in facts.tests.items()}
    flags = {layer: flag[rows] for layer, flag in facts.flags.items()}
    return replace(_taken(facts, rows), flags=flags, tests=tests)


def _taken(found, rows: np.ndarray):
    """A dataclass with only some rows of its tables and arrays."""
    own = {field.name: getattr(found, field.name) for field in fields(found)}
    tables = {name: value.iloc[rows].reset_index(drop=True)
              for name, value in own.items() if isinstance(value, pd.DataFrame)}  # fmt: skip
    arrays = {name: value[rows] for name, value in own.items() if hasattr(value, "dtype")}
    return replace(found, **tables, **arrays)


# Templates only; every sentence is put together in the functions below.
WORDS = {
    "en": {
        "layers": ("green", "efficiency", "quality", "equity", "safety"),
        "states": ("pass", "FAIL", "unknown"),
        "piece": "{layer}: {state} ({detail})",
        "join": "; ",
        "and": ", ",
        "per_km2": "{money}/km2",
        "redline": (
            "no encroachment on the red line{share}",
            "encroaches on the red line{share}",
            "red line not checked",
        ),
        "redline_share": ", {0:.2f} % of the land",
        "eia": ("EIA passed", "EIA not passed", "EIA not known"),
        "noun": {"efficiency": "output", "equity": "tax"},
        "compare": "{noun} {value}{year} {sign} threshold {threshold} {unit}: {origin}",
        "year": " ({0:.0f})",
        "no_value": "{noun} not known",
        "no_land": "no land matched",
        "no_threshold": "{noun} {value}{year} {unit}, no threshold",
        "years": ", below in {failed} of {known} years known, {years} needed",
        "level_factor": ", x {0:g} for a {1}",
        "levels": {"base": "base", "community": "community", "block": "block"},
        "counted": ("firms", "parcels"),
        "share_of_mean": "{factor:g} x mean of {group}, {firms} {counted}",
        "share_of_median": "{factor:g} x median of {group}, {firms} {counted}",
        "percentile": "percentile {percent:g} of {group}, {firms} {counted}",
        "absolute": "fixed value of the rule profile",
        "table": "table of the rule profile, {group}",
        "groups": {
            "division": "division {0}", "section": "section {0}", "level": "level {0}",
            "district": "the district", "all": "all industries",
        },
        "dominant": (
            "industry {code} outside the dominant industries of {list}",
            "industry {code} among the dominant industries of {list}",
            "industry {code} cannot be told from the dominant industries of {list}",
        ),
        "park": "park {0}",
        "district": "the district",
        "no_list": "dominant industries not known",
        "no_industry": "industry not known",
        "survey": ("well managed by the survey", "poorly managed by the survey"),
        "profit": ("profit {0} {1}, not poorly managed", "profit {0} {1}, poorly managed"),
        "no_management": "management not known",
        "safety": (
            "safety evaluation passed",
            "safety evaluation not completed or not passed",
            "safety evaluation not known",
        ),
        "parcel": "The parcel's own attributes. {trace}",
        "empty_parcel": "No enterprise on the parcel: its own attributes. {trace}",
        "worst": "Decided by {name}, {count}. {trace}",
        "majority": "Decided by area, e.g. {name}, {count}. {trace}",
        "one": "the only occupant",
        "many": "worst of {0} occupants",
        "many_majority": "{0} occupants",
    },
    "zh": {
        "layers": ("绿色", "效率", "质量", "公平", "安全"),
        "states": ("通过", "不通过", "未知"),
        "piece": "{layer}：{state}（{detail}）",
        "join": "；",
        "and": "，",
        "per_km2": "{money}/平方公里",
        "redline": ("未占用生态保护红线{share}", "占用生态保护红线{share}", "生态保护红线未核查"),
        "redline_share": "，占用地{0:.2f}%",
        "eia": ("环评验收通过", "环评验收未通过", "环评验收情况不明"),
        "noun": {"efficiency": "地均产出", "equity": "地均税收"},
        "compare": "{noun}{value}{year}{sign}阈值{threshold}{unit}，{origin}",
        "year": "（{0:.0f}年）",
        "no_value": "{noun}不明",
        "no_land": "未匹配到用地",
        "no_threshold": "{noun}{value}{unit}{year}，无阈值",
        "years": "，有数据的{known}年中{failed}年低于阈值，需连续{years}年",
        "level_factor": "，{1}系数{0:g}",
        "levels": {"base": "产业基地", "community": "产业社区", "block": "工业区块"},
        "counted": ("家企业", "地块"),
        "share_of_mean": "{group}共{firms}{counted}均值的{factor:g}倍",
        "share_of_median": "{group}共{firms}{counted}中位数的{factor:g}倍",
        "percentile": "{group}共{firms}{counted}的第{percent:g}百分位",
        "absolute": "规则文件设定的固定值",
        "table": "规则文件分行业表，{group}",
        "groups": {
            "division": "行业大类{0}", "section": "行业门类{0}", "level": "{0}",
            "district": "全区", "all": "全部行业",
        },
        "dominant": (
            "行业{code}不属于{list}主导产业",
            "行业{code}属于{list}主导产业",
            "行业{code}是否属于{list}主导产业无法判断",
        ),
        "park": "园区{0}",
        "district": "全区",
        "no_list": "主导产业不明",
        "no_industry": "所属行业不明",
        "survey": ("调查认定经营正常", "调查认定经营不善"),
        "profit": ("利润{0}{1}，经营正常", "利润{0}{1}，经营不善"),
        "no_management": "经营状况不明",
        "safety": ("安全评价通过", "安全评价未完成或未通过", "安全评价情况不明"),
        "parcel": "按地块自身属性判定。{trace}",
        "empty_parcel": "地块上无企业，按地块自身属性判定。{trace}",
        "worst": "由{name}决定（{count}）。{trace}",
        "majority": "按面积多数决定，如{name}（{count}）。{trace}",
        "one": "唯一占用企业",
        "many": "{0}家占用企业中最差",
        "many_majority": "共{0}家占用企业",
    },
}  # fmt: skip


def subject_traces(facts: Facts, language: str = "en", money: str | None = None) -> list[str]:
    """One text a subject: every layer with its outcome, value, threshold and where that comes from."""
    words = WORDS[language]
    money = money_unit(language, money)
    details = {
        "green": _green(facts, words),
        "efficiency": _land_test(facts, "efficiency", words, money),
        "quality": _quality(facts, words, money),
        "equity": _land_test(facts, "equity", words, money),
        "safety": [words["safety"][state] for state in _states(facts.flags["safety"])],
    }
    pieces = []
    for name, layer in zip(words["layers"], DEFICIENCY_LAYERS):
        # Formatting is by far the slowest part: the frame of a piece has three forms only.
        frames = [
            words["piece"].format(layer=name, state=state, detail="\0").split("\0")
            for state in words["states"]
        ]
        pieces.append(
            [
                frames[state][0] + detail + frames[state][1]
                for state, detail in zip(_states(facts.flags[layer]), details[layer])
            ]
        )
    return [words["join"].join(parts) for parts in zip(*pieces)]


def parcel_traces(kinds, names, counts, traces: list[str], how: str, language: str = "en") -> list[str]:
    """The trace of each parcel: who decided it, and that one's trace."""
    words = WORDS[language]
    alone = {kind: words[kind].split("{trace}")[0] for kind in (PARCEL, EMPTY_PARCEL)}
    many = words["many" if how == "worst" else "many_majority"]
    frame = words[how]
    return [
        alone[kind] + trace
        if kind in alone
        else frame.format(name=name, count=words["one"] if count == 1 else many.format(count), trace=trace)
        for kind, name, count, trace in zip(kinds, names, counts.tolist(), traces)
    ]


def number(value: float) -> str:
    """A figure for reading: whole with thousands separators from 100 on, else three digits.

    >>> number(1234.5), number(0.01234), number(-12.0)
    ('1,234', '0.0123', '-12')
    """
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _states(flags: pd.arrays.BooleanArray) -> list[int]:
    """0 pass, 1 fail, 2 unknown."""
    return flags.to_numpy(dtype=np.int64, na_value=2).tolist()


def _green(facts: Facts, words: dict) -> list[str]:
    eia = _states(~facts.table["eia_passed"].array)
    texts = []
    for state, share, passed in zip(_states(facts.redline), facts.redline_share.tolist(), eia):
        share = words["redline_share"].format(100 * share) if share == share else ""
        texts.append(words["redline"][state].format(share=share) + words["and"] + words["eia"][passed])
    return texts


def _land_test(facts: Facts, layer: str, words: dict, money: str) -> list[str]:
    test, noun, unit = facts.tests[layer], words["noun"][layer], words["per_km2"].format(money=money)
    counted = words["counted"][int((facts.table["kind"] == PARCEL).any())]
    table, origins, texts = test.thresholds, {}, []
    columns = (table[name].tolist() for name in ("threshold", "scope", "group", "firms", "level_factor"))
    rows = zip(
        test.ratio.tolist(),
        test.year.tolist(),
        test.value_missing.tolist(),
        _states(test.below),
        facts.level,
        *columns,
    )
    for ratio, year, missing, state, level, threshold, *origin in rows:
        if ratio != ratio:
            texts.append((words["no_value"] if missing else words["no_land"]).format(noun=noun))
            continue
        shown_year = words["year"].format(year) if year == year else ""
        if threshold != threshold:
            texts.append(
                words["no_threshold"].format(noun=noun, value=number(ratio), year=shown_year, unit=unit)
            )
            continue
        key = (level, *origin)
        if key not in origins:
            origins[key] = _origin(test.rules, level, *origin, words, counted)
        value, limit = _apart(ratio, threshold, state == 1)
        sign = "<" if state == 1 else ">="
        texts.append(
            words["compare"].format(
                noun=noun,
                value=value,
                year=shown_year,
                sign=sign,
                threshold=limit,
                unit=unit,
                origin=origins[key],
            )
        )
    return _with_years(texts, test, words)


def _apart(ratio: float, threshold: float, fails: bool) -> tuple[str, str]:
    """Both figures, with more digits where rounding would hide that one is below the other."""
    value, limit = number(ratio), number(threshold)
    if value == limit and fails:
        return f"{ratio:,.10g}", f"{threshold:,.10g}"
    return value, limit


def _origin(rules: ThresholdRules, level, scope, group, firms, factor, words: dict, counted: str) -> str:
    kind = scope if scope in ("absolute", "table") else rules.kind
    if scope == "table":
        scope = "all" if group == "all" else ("division" if group[0].isdigit() else "section")
    name = words["groups"].get(scope, "").format(words["levels"].get(group, group))
    text = words[kind].format(
        factor=rules.factor, percent=100 * rules.percentile, group=name, firms=int(firms), counted=counted
    )
    return text if factor == 1 else text + words["level_factor"].format(factor, words["levels"][level])


def _with_years(texts: list[str], test: LandTest, words: dict) -> list[str]:
    if test.rules.years == 1:
        return texts
    return [
        text + words["years"].format(failed=failed, known=known, years=test.rules.years) if known else text
        for text, failed, known in zip(texts, test.years_failed.tolist(), test.years_known.tolist())
    ]


def _quality(facts: Facts, words: dict, money: str) -> list[str]:
    rows = zip(
        _states(facts.dominant),
        facts.dominant_list,
        facts.industry["code"],
        _states(facts.poor),
        facts.poor_profit.tolist(),
    )
    sectors, texts = {}, []
    for state, source, code, poor, profit in rows:
        key = (state, source, code)
        if key not in sectors:
            sectors[key] = _sector(state, source, code, words)
        if poor == 2:
            management = words["no_management"]
        elif profit == profit:
            management = words["profit"][poor].format(
                number(profit), money if words is WORDS["zh"] else f" {money}".strip()
            )
        else:
            management = words["survey"][poor]
        texts.append(sectors[key] + words["and"] + management)
    return texts


def _sector(state: int, source: str | None, code: str | None, words: dict) -> str:
    if code is None:
        return words["no_industry"]
    if source is None:
        return words["no_list"]
    where = words["park"].format(source) if source else words["district"]
    return words["dominant"][state].format(code=code, list=where)
