"""Words of the comparison of scenarios, in English and Chinese. Templates only."""

from __future__ import annotations

# metric: (1 = more is better, -1 = less is better; unit; English; Chinese)
METRICS = {
    "npv_fiscal": (1, "10k CNY", "Present value to the government", "政府净现值"),
    "npv_economic": (1, "10k CNY", "Economic present value", "经济净现值"),
    "bcr_fiscal": (1, "ratio", "Benefit-cost ratio of the government", "政府效益费用比"),
    "bcr_economic": (1, "ratio", "Economic benefit-cost ratio", "经济效益费用比"),
    "irr_fiscal": (1, "share", "Internal rate of return of the government", "政府内部收益率"),
    "irr_economic": (1, "share", "Economic internal rate of return", "经济内部收益率"),
    "payback_year_fiscal": (-1, "year", "Year by which the government is paid back", "政府回收年份"),
    "payback_year_economic": (-1, "year", "Year by which the economy is paid back", "经济回收年份"),
    "peak_funding": (-1, "10k CNY", "Peak funding by the government", "政府资金峰值"),
    "peak_funding_share": (-1, "share", "Peak funding over yearly revenue", "资金峰值占年财政收入"),
    "cost_government": (-1, "10k CNY", "One-off cost to the government", "政府一次性支出"),
    "cost_enterprise": (-1, "10k CNY", "One-off cost to enterprises", "企业一次性支出"),
    "cost_real": (-1, "10k CNY", "Work paid for on the market", "实际工程费用"),
    "tax_per_year": (1, "10k CNY/year", "Added tax", "新增税收"),
    "value_added_per_year": (1, "10k CNY/year", "Value added", "新增增加值"),
    "jobs_moved": (-1, "persons", "Jobs moved", "搬迁岗位"),
    "jobs_at_risk": (-1, "persons", "Jobs at risk", "受影响岗位"),
    "output_per_km2": (1, "10k CNY/km2", "Output per industrial land", "地均产值"),
    "tax_per_km2": (1, "10k CNY/km2", "Tax per industrial land", "地均税收"),
    "output_to_target": (1, "ratio", "Output over its target", "产值达标比"),
    "tax_to_target": (1, "ratio", "Tax over its target", "税收达标比"),
    "share_in_main_clusters": (1, "share", "Industrial land in bases and communities", "基地与社区用地占比"),
    "quota_freed_m2": (1, "m2", "Quota freed", "腾退指标"),
    "positive_share_fiscal": (1, "share", "Draws in which the government gains", "政府净现值为正的概率"),
    "positive_share_economic": (1, "share", "Draws with an economic gain", "经济净现值为正的概率"),
    "first_share_fiscal": (1, "share", "Draws ranked first for the government", "政府视角居首频率"),
    "first_share_economic": (1, "share", "Draws ranked first for the economy", "经济视角居首频率"),
    "first_change_share_fiscal": (
        1, "share", "Draws ranked first for the government, status quo aside",
        "政府视角居首频率（不计维持现状）",
    ),
    "first_change_share_economic": (
        1,
        "share",
        "Draws ranked first for the economy, status quo aside",
        "经济视角居首频率（不计维持现状）",
    ),
}  # fmt: skip

WORDS = {
    "en": {
        "scenarios": {"status_quo": "Status quo", "large_concentration": "Large concentration",
                      "small_clustering": "Small clustering",
                      "clustering_with_parks": "Small clustering with parks"},
        "views": {"fiscal": "for the government", "economic": "for the economy"},
        "best": "best in {}", "worst": "worst in {}", "neither": "in between",
        "profile": "{scenario}: {parts}.", "paragraph": "{scenario}. {judgement} {figures}",
        "join": ", ", "list": "; ", "percent": "{} %",
        "tradeoff": ("{dear} puts {more} points more of the industrial land into bases and communities than"
                     " {cheap_inside}, and costs the government {cost} more."),
        "no_tradeoff": ("{cheap} both costs the government least and gathers most land in bases and"
                        " communities."),
        "tradeoff_money": ("{cheap} costs the government least ({cost}); {dear_inside} has the highest"
                           " economic present value ({npv})."),
        "no_tradeoff_money": ("{cheap} both costs the government least and has the highest economic present"
                              " value."),
        "judgement": {
            "large_concentration": (
                "The paper's judgement: moving everything outside the main clusters into bases is very"
                " expensive at first, strains county finance, and puts drive and jobs of the towns at risk."
            ),
            "small_clustering": (
                "The paper's judgement: staying near the present pattern withdraws little land and costs"
                " little, economically and socially, but industry remains dispersed: output and tax per land"
                " will hardly reach the plan."
            ),
            "clustering_with_parks": (
                "The paper's judgement: this one balances the other two by giving land up here and adding it"
                " there, is feasible now and worth it later, and is the first choice in most districts and"
                " counties."
            ),
        },
        "verdict": {True: "The figures agree: {}.", False: "The figures do not agree: {}.",
                    None: "The figures cannot tell: {}."},
        "facts": {
            "dearest": "its one-off cost to the government is {value}, rank {rank} of {count} from the top",
            "peak": "peak funding is {value} of a year's revenue",
            "peak_unknown": "yearly revenue is not known, so neither is the strain on county finance",
            "risk": "{value} jobs are at risk, rank {rank} of {count} from the top",
            "risk_unknown": "jobs at risk are not known",
            "towns": "{} towns lose tax",
            "vacates": "it vacates {value} ha, rank {rank} of {count} from the bottom",
            "least_risk": "{value} jobs are at risk, rank {rank} of {count} from the bottom",
            "gathered": "{} of the industrial land is then in bases and communities",
            "exchange": "it vacates {vacated} ha and takes up {taken} ha",
            "cheapest": ("its one-off cost to the government is {value}, rank {rank} of {count} from the"
                         " bottom"),
            "target": "output reaches {output} of its target and tax {tax}",
            "no_target": "no targets are set",
            "between": "its one-off cost to the government ({value}) lies between the other two",
            "not_between": "its one-off cost to the government ({value}) does not lie between the other two",
            "rank_fiscal": "its present value to the government ({value}) ranks {rank} of {count}",
            "rank_economic": "its economic present value ({value}) ranks {rank} of {count}",
        },
        "not_known": "not known",
        "first": "{view}, {scenario} ranks first among all scenarios with a present value of {value}{sure}.",
        "first_change": ("{view}, {scenario} ranks first among the scenarios that change something, with a"
                         " present value of {value}{sure}."),
        "sure": ", in {} of the draws",
        "flip": "What would change the order {view} ({first} before {second}): {items}.",
        "flip_item": "{name} {value} instead of {base}",
        "no_flip": ("Within its range, no single unit cost changes the order {view} ({first} before"
                    " {second}){nearest}."),
        "nearest": "; the nearest break-even is {}",
        "caveat": ("Unit costs are assumptions unless marked verified: replace them by the county's own"
                   " before deciding."),
    },
    "zh": {
        "scenarios": {"status_quo": "维持现状", "large_concentration": "大集中", "small_clustering": "小集聚",
                      "clustering_with_parks": "小集聚+适度园区"},
        "views": {"fiscal": "从政府财政看", "economic": "从区域经济看"},
        "best": "{}最优", "worst": "{}最差", "profile": "{scenario}：{parts}。", "neither": "居中",
        "paragraph": "{scenario}：{judgement}{figures}",
        "join": "、", "list": "；", "percent": "{}%",
        "tradeoff": "{dear}比{cheap}多将{more}个百分点的工业用地集中到基地和社区，政府需多支出{cost}。",
        "no_tradeoff": "{cheap}的政府支出最低，同时向基地和社区集中的工业用地最多。",
        "tradeoff_money": "{cheap}的政府支出最低（{cost}）；{dear}的经济净现值最高（{npv}）。",
        "no_tradeoff_money": "{cheap}的政府支出最低，经济净现值也最高。",
        "judgement": {
            "large_concentration": (
                "论文判断：主要集聚区外的工业全部迁入基地，短期搬迁成本极高，"
                "区县财力难以承受，乡镇发展动力和就业也受影响。"
            ),
            "small_clustering": (
                "论文判断：立足现状，退出用地少，经济和社会成本低；"
                "但布局仍较分散，地均产值和税收难以达到规划预期。"
            ),
            "clustering_with_parks": (
                "论文判断：兼顾前两种情景的得失，用地腾退与新增动态平衡，"
                "近期可行、长远有利，是多数区县的首选。"
            ),
        },
        "verdict": {True: "测算结果一致：{}。", False: "测算结果不一致：{}。", None: "测算无法判断：{}。"},
        "facts": {
            "dearest": "政府一次性支出{value}，由高到低列第{rank}位（共{count}个）",
            "peak": "资金峰值占年财政收入{value}",
            "peak_unknown": "年财政收入未知，无法衡量财政压力",
            "risk": "受影响岗位{value}个，由高到低列第{rank}位（共{count}个）",
            "risk_unknown": "受影响岗位未知",
            "towns": "{}个乡镇（街道）税收减少",
            "vacates": "腾退用地{value}公顷，由低到高列第{rank}位（共{count}个）",
            "least_risk": "受影响岗位{value}个，由低到高列第{rank}位（共{count}个）",
            "gathered": "位于基地和社区的工业用地占{}",
            "exchange": "腾退{vacated}公顷，新占用{taken}公顷",
            "cheapest": "政府一次性支出{value}，由低到高列第{rank}位（共{count}个）",
            "target": "产值达到目标的{output}，税收达到目标的{tax}",
            "no_target": "未设定目标",
            "between": "政府一次性支出（{value}）介于另两个情景之间",
            "not_between": "政府一次性支出（{value}）不介于另两个情景之间",
            "rank_fiscal": "政府净现值（{value}）列第{rank}位（共{count}个）",
            "rank_economic": "经济净现值（{value}）列第{rank}位（共{count}个）",
        },
        "not_known": "未知",
        "first": "{view}，{scenario}在全部情景中排名第一，净现值{value}{sure}。",
        "first_change": "{view}，不计维持现状，{scenario}排名第一，净现值{value}{sure}。",
        "sure": "，在{}的随机抽样中居首",
        "flip": "{view}，改变排序（{first}先于{second}）的条件：{items}。",
        "flip_item": "{name}由{base}变为{value}",
        "no_flip": "{view}，任一单价在其取值范围内变动都不改变排序（{first}先于{second}）{nearest}。",
        "nearest": "；最接近的临界值为{}",
        "caveat": "除注明已核实外，单价均为假设，决策前应以本地数据替换。",
    },
}  # fmt: skip
STATED_ZH = {
    "CNY/m2": "元/平方米", "CNY/(m2*year)": "元/平方米·年", "10k CNY/ha": "万元/公顷", "months": "个月",
    "%": "%", "ratio": "", "share": "",
}  # fmt: skip
