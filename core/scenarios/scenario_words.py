"""The sentences of the scenarios in English and Chinese, and figures as people read them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..performance.performance_words import amount_text, currency_of

HA = 1e4
_NOTHING = 0.5
_MILLION = 100.0
WORDS = {
    "en": {
        "scenarios": {},
        "levels": {"base": "base", "community": "community"},
        "and": ", ",
        "parts": "; ",
        "more": " and {} more",
        "no_level": "{code}: there is no {level} that can receive; what should move there stays.",
        "no_receiver": "{code}: {count} parcels should move but have no receiver within the rules"
                       " (no_receiver).",
        "unsafe": "{code}: {count} parcels fail the safety test and may not move into a park (unsafe).",
        "unsafe_moved": "{code}: {count} parcels that fail the safety test move into parks;"
                        " scenarios.unsafe_into_parks: false would keep them where they are.",
        "sector": "{code}: {count} parcels have no park within the rules that lists their industry"
                  " (sector).",
        "forbidden": "{code}: {count} parcels stay because locks forbid or close their receivers"
                     " (forbidden).",
        "limit": "{code}: {count} parcels ({land} ha) stay because the limits of the scenario are"
                 " reached (limit); what is cheapest per hectare moved first.",
        "no_room": "{code}: {count} parcels ({ids}; {land} ha) find no room.",
        "short": "{code}: {missing} ha of receiving land are missing: {parts}.",
        "short_part": "{land} ha at {parks} for {count} parcels that can go nowhere else ({ids})",
        "whole": "{code}: no land would be missing if parcels could be split; the gaps left over are too"
                 " small for them.",
        "remedy": "{code}: the least further land that gives everyone room is {parks}.",
        "cheapest": "{code}: the cheapest way to give everyone room is {parks}, for {cost}.",
        "park_land": "{land} ha at {park}",
        "price": "{code}: on the moves that are made, one more hectare saves {parts} (linear-program duals).",
        "price_part": "{money} in {park}",
        "waits": "{code}: more land would first give room to those who find none: {parts}.",
        "more_parts": " and {} more",
        "bought": "{code}: {land} ha of expansion land are bought for {money}.",
        "gap": "{code}: the plan is within {gap} % of the proved optimum.",
        "one_lock": "{code}: {count} parcels are as the locks say.",
        "locks_rigid": "{code}: rigid control comes before the locks of {ids}; they are reclaimed.",
        "frontier_flat": "frontier: moving keeps or adds no {kind}: no firm stands on land that is reclaimed,"
                         " and no output uplift is set.",
        "frontier_thin": "frontier: computed on every {step}. of {count} parcels, scaled up.",
        "frontier_none": "frontier: there is nothing to move or nowhere to move it.",
        "behind_clustering": "frontier: {scenario} puts {value} % of industrial land into bases and"
                             " communities; at the same cost {best} % would be possible.",
        "on_clustering": "frontier: {scenario} puts {value} % of industrial land into bases and communities;"
                         " at the same cost hardly more is possible.",
        "behind_tax": "frontier: {scenario} leaves {value} of tax a year; at the same cost {best} would be"
                      " possible.",
        "behind_output": "frontier: {scenario} leaves {value} of output a year; at the same cost {best}"
                         " would be possible.",
        "kinds": {"tax": "tax", "output": "output"},
        "volume": "Industrial land {before} ha before, {after} ha after: {change}; the books close to"
                  " {residual} m2.",
        "less": "{} ha less",
        "not_less": "{} ha more",
        "clustering": "Patches {patches} (today {patches0}), mean size {mean} ha ({mean0} ha), in bases and"
                      " communities {share} ({share0}).",
        "quality": "Output per km2 {output} (today {output0}){target_output}, tax per km2 {tax}"
                   " ({tax0}){target_tax}, deficient land left {left} ha ({left0} ha).",
        "target": ", target {}",
        "unknown": "not known",
        "yardstick": "Today: ",
        "custom_empty": "custom: no parcel meets the conditions of its moves.",
    },
    "zh": {
        "scenarios": {"status_quo": "维持现状", "large_concentration": "大集中", "small_clustering": "小集聚",
                      "clustering_with_parks": "小集聚+适度园区", "custom": "自定义情景"},
        "levels": {"base": "产业基地", "community": "产业社区"},
        "and": "、",
        "parts": "；",
        "more": "等，另有{}个",
        "no_level": "{scenario}：没有可承接的{level}，应迁入的地块保留原地。",
        "no_receiver": "{scenario}：{count}个地块应搬迁，但按规则没有可承接的园区（no_receiver）。",
        "unsafe": "{scenario}：{count}个地块未通过安全检验，不得迁入园区（unsafe）。",
        "unsafe_moved": "{scenario}：{count}个未通过安全检验的地块迁入园区；将 scenarios.unsafe_into_parks"
                        " 设为 false 则保留原地。",
        "sector": "{scenario}：{count}个地块在规则范围内没有将其行业列为主导产业的园区（sector）。",
        "forbidden": "{scenario}：{count}个地块因锁定禁止或关闭其承接园区而保留（forbidden）。",
        "limit": "{scenario}：已达情景上限，{count}个地块（{land}公顷）保留（limit）；"
                 "单位面积成本最低者先迁。",
        "no_room": "{scenario}：{count}个地块（{ids}；{land}公顷）没有空间可迁。",
        "short": "{scenario}：缺少承接用地{missing}公顷：{parts}。",
        "short_part": "{parks}：{land}公顷，涉及{count}个别无去处的地块（{ids}）",
        "whole": "{scenario}：若地块可拆分则不缺承接用地；剩余空间过于零碎。",
        "remedy": "{scenario}：使全部地块有处可迁，最少需新增{parks}。",
        "cheapest": "{scenario}：使全部地块有处可迁，最省的办法是新增{parks}，费用{cost}。",
        "park_land": "{park} {land}公顷",
        "price": "{scenario}：每增加1公顷，已安排的搬迁可节省：{parts}（线性规划对偶价格）。",
        "price_part": "{park} {money}",
        "waits": "{scenario}：新增用地将首先安置尚无空间者：{parts}。",
        "more_parts": "，另有{}处",
        "bought": "{scenario}：购置扩展用地{land}公顷，费用{money}。",
        "gap": "{scenario}：与已证明的最优值相差不超过{gap}%。",
        "one_lock": "{scenario}：{count}个地块按锁定处理。",
        "locks_rigid": "{scenario}：{ids}受刚性管控，刚性管控优先于锁定，予以复垦复绿。",
        "frontier_flat": "效率前沿：没有企业位于复垦复绿的土地上，也未设产出提升系数，搬迁不改变{kind}。",
        "frontier_thin": "效率前沿：共{count}个地块，每{step}个取1个计算后放大。",
        "frontier_none": "效率前沿：没有可搬迁的地块或没有可承接的园区。",
        "behind_clustering": "效率前沿：{scenario}使{value}%的工业用地位于基地和社区；"
                             "同等成本下可达{best}%。",
        "on_clustering": "效率前沿：{scenario}使{value}%的工业用地位于基地和社区；同等成本下已近最优。",
        "behind_tax": "效率前沿：{scenario}年税收{value}；同等成本下可达{best}。",
        "behind_output": "效率前沿：{scenario}年产值{value}；同等成本下可达{best}。",
        "kinds": {"tax": "税收", "output": "产值"},
        "volume": "工业用地由{before}公顷变为{after}公顷，{change}；账面误差{residual}平方米。",
        "less": "减少{}公顷",
        "not_less": "增加{}公顷",
        "clustering": "斑块{patches}个（现状{patches0}个），平均{mean}公顷（{mean0}公顷），"
                      "位于基地和社区的占{share}（{share0}）。",
        "quality": "地均产值{output}（现状{output0}）{target_output}，地均税收{tax}（{tax0}）{target_tax}，"
                   "遗留缺失型用地{left}公顷（{left0}公顷）。",
        "target": "，目标{}",
        "unknown": "未知",
        "yardstick": "现状：",
        "custom_empty": "自定义情景：没有地块符合搬迁条件。",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Speech:
    """The language of the sentences, and the label of money in it (None: 10k CNY)."""

    language: str = "en"
    money: str | None = None

    @property
    def words(self) -> dict:
        """All texts of the language."""
        return WORDS[self.language]

    def say(self, text: str, scenario: str = "", **figures) -> str:
        """One sentence, filled in. What is said of one scenario starts with its code, in Chinese its name."""
        name = self.words["scenarios"].get(scenario, scenario)
        return self.words[text].format(code=scenario, scenario=name, **figures)

    def amount(self, value: float) -> str:
        """Money in the steps in which it is spoken of; below a million in units, to three digits."""
        if self.language == "en" and 0 < abs(value) < _MILLION:
            digits = 2 - math.floor(math.log10(abs(value) * 1e4))
            return f"{round(value * 1e4, digits):,.0f} {currency_of(self.money) or 'CNY'}"
        return amount_text(value, "10k CNY", self.language, self.money)

    def parts(self, parts: list[str], limit: int = 3) -> str:
        """The first parts of a sentence, and how many more there are."""
        shown = self.words["parts"].join(parts[:limit])
        more = len(parts) - limit
        return shown if more <= 0 else shown + self.words["more_parts"].format(more)

    def ids(self, ids, limit: int = 5) -> str:
        """The first ids, and how many more there are."""
        ids = [str(value) for value in ids]
        shown = self.words["and"].join(ids[:limit])
        return shown if len(ids) <= limit else shown + self.words["more"].format(len(ids) - limit)


def hectares(area_m2: float) -> str:
    """An area in hectares to one decimal, two where it is small.

    >>> hectares(123456.0), hectares(4200.0)
    ('12.3', '0.42')
    """
    land = area_m2 / HA if abs(area_m2) >= _NOTHING else 0.0
    return f"{land:,.1f}" if abs(land) >= 1 or land == 0 else f"{land:.2f}"
