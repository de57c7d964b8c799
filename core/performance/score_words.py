"""Words of weights and scores."""

from __future__ import annotations

WORDS = {
    "en": {
        "weightings": {
            "plus_flat": '"+" marks, flat', "plus_by_criterion": '"+" marks by criterion',
            "equal": "equal", "own": "own weights", "ahp": "AHP", "entropy": "entropy", "critic": "CRITIC",
            "combined": "combined", "delphi": "Delphi",
        },
        "few_parks": "Parks are not scored: {} of them can be compared.",
        "consistency": "AHP: consistency ratio {:.3f}.",
        "inconsistent": "AHP: the judgements contradict each other (consistency ratio {:.3f}, below {:g} is"
                        " usual): look through the matrix again.",
        "delphi": "Delphi, round {}: Kendall's W {:.2f} (p = {:.3f}).",
        "not_asked": "Delphi: no expert was asked about these, so they have no weight: {}.",
        "needs_ahp": "The weighting 'ahp' needs a matrix of judgements: give it as Judgements, or choose"
                     " another weighting in the rule profile (performance.weighting).",
        "needs_delphi": "The weighting 'delphi' needs a table of expert scores: give it as Experts, or choose"
                        " another weighting in the rule profile (performance.weighting).",
        "needs_own": "The weighting 'own' needs numbers in the column own_weight of performance.indicators in"
                     " the rule profile.",
        "needs_entropy": "Entropy weights cannot be computed from these parks: choose another weighting.",
        "needs_critic": "CRITIC weights cannot be computed from these parks: choose another weighting.",
        "needs_combined": "The weighting 'combined' joins weightings that are not available here: change"
                          " performance.combined_of in the rule profile.",
    },
    "zh": {
        "weightings": {
            "plus_flat": "“+”号权重", "plus_by_criterion": "“+”号权重（准则等权）", "equal": "等权",
            "own": "自定权重", "ahp": "层次分析法", "entropy": "熵权法", "critic": "CRITIC法",
            "combined": "组合赋权", "delphi": "德尔菲法",
        },
        "few_parks": "可比较的园区仅{}个，不计算综合得分。",
        "consistency": "层次分析法：一致性比率{:.3f}。",
        "inconsistent": "层次分析法：判断矩阵一致性不足（比率{:.3f}，一般应小于{:g}），请复核。",
        "delphi": "德尔菲法第{}轮：肯德尔协调系数W={:.2f}（p={:.3f}）。",
        "not_asked": "德尔菲法：下列指标未征询专家，不计权重：{}。",
        "needs_ahp": "权重方法“ahp”需要判断矩阵：请提供该表，或在规则文件performance.weighting中另选方法。",
        "needs_delphi": "权重方法“delphi”需要专家评分表：请提供“专家评分”，或在规则文件中选择其他方法。",
        "needs_own": "权重方法“own”需要在规则文件performance.indicators的own_weight列填写数值。",
        "needs_entropy": "现有园区数据无法计算熵权，请选择其他方法。",
        "needs_critic": "现有园区数据无法计算CRITIC权重，请选择其他方法。",
        "needs_combined": "组合赋权所需的权重方法不可用，请修改规则文件performance.combined_of。",
    },
}  # fmt: skip
