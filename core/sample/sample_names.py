"""Invented names and codes of the sample district. No place, firm or code in it belongs to anybody."""

from __future__ import annotations

import numpy as np

COUNTY = "澄禾县"
COUNTY_CODE = "990101"  # 99 is no province
TOWNS = (
    "澄禾街道 临江街道 青禾镇 东塘镇 松岭镇 白鹭镇 云溪镇 石桥镇 柳湾镇 枫林镇 "
    "稻香镇 望湖镇 梅岭镇 新河镇 荷塘镇 竹园镇 桐坪镇 沙洲镇 银杏镇 兰溪铺镇 "
    "大垅镇 古井镇 麦岗镇 凤台坪镇 三渡镇 清泉铺镇 鹤湾镇 丰乐桥镇 枣林镇 长堤镇 "
    "茶山坳镇 莲湖镇 南圩镇 北埠镇 红枫坪镇 双溪口镇 杏花铺镇 平畴乡 雁落乡 榆荫乡"
).split()
GIVEN = (
    "穗衡 澜砚 榆辰 霁朗 岚拓 垚川 椿晟 湉禾 珞驰 筱峰 翊森 霖渡 堃野 栩望 "
    "麓苏 沅砺 蓼舟 旻屹 溯帆 菡岳 璟澍 峤安 苜远 暄垒 桉锐 浔跃 霏钧 萤固"
).split()
_MIDDLE = "达 宏 源 盛 丰 泽 信 恒 益 嘉 润 通 茂 卓 启"
# Division: trade words, 4-digit classes (GB/T 4754-2017), output factor, electricity factor, people factor,
# emerging share
INDUSTRIES = {
    "13": ("粮油|食品", ("1311", "1392"), 1.0, 0.8, 0.9, 0.0),
    "17": ("纺织|化纤织造", ("1711", "1751"), 0.8, 1.5, 1.5, 0.0),
    "18": ("服饰|针织", ("1819", "1830"), 0.6, 0.5, 2.2, 0.0),
    "20": ("木业|板材", ("2011", "2021"), 0.55, 1.0, 1.0, 0.0),
    "21": ("家具|家居", ("2110", "2130"), 0.7, 0.5, 1.3, 0.0),
    "22": ("纸业|包装", ("2231", "2239"), 0.8, 1.6, 0.9, 0.0),
    "24": ("文具|工艺品", ("2412", "2436"), 0.65, 0.5, 1.8, 0.0),
    "26": ("化工|涂料", ("2614", "2641"), 1.4, 2.4, 0.5, 0.15),
    "27": ("药业|医药", ("2720", "2770"), 1.8, 0.8, 0.8, 0.6),
    "29": ("塑业|橡塑", ("2921", "2926"), 0.9, 1.4, 1.0, 0.0),
    "30": ("建材|水泥制品", ("3021", "3031"), 0.5, 2.6, 0.6, 0.0),
    "33": ("五金|金属制品", ("3311", "3360"), 0.8, 1.3, 1.0, 0.0),
    "34": ("机械|轴承", ("3451", "3484"), 1.1, 0.8, 1.0, 0.2),
    "35": ("模具|专用设备", ("3525", "3562"), 1.2, 0.7, 0.9, 0.5),
    "36": ("汽车零部件|车桥", ("3660", "3670"), 1.5, 0.9, 0.9, 0.2),
    "38": ("电机|电气", ("3812", "3841"), 1.5, 0.7, 1.0, 0.45),
    "39": ("电子|光电", ("3982", "3985"), 2.0, 0.8, 1.5, 0.8),
    "40": ("仪表|测控", ("4016", "4019"), 1.3, 0.5, 1.1, 0.4),
}
_CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def town_names(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Give town codes (9 digits: subdistricts 001.., towns 100.., townships 200..) and names."""
    names = np.array(TOWNS[:count], dtype=object)
    start = {"街": 1, "镇": 100, "乡": 200}
    codes, seen = [], {}
    for name in names:
        kind = "街" if name.endswith("街道") else name[-1]
        codes.append(f"{COUNTY_CODE}{start[kind] + seen.get(kind, 0):03d}")
        seen[kind] = seen.get(kind, 0) + 1
    return np.array(codes, dtype=object), names


def credit_codes(count: int, start: int = 0) -> np.ndarray:
    """Make valid unified social credit codes (GB 32100-2015), different for every number from ``start`` on.

    91 + county + nine places (the organisation code with its own check, GB 11714) + check. The check places
    follow 31 - (sum of value x 3^i mod 31) and 11 - (sum of value x weight mod 11).
    """
    serial = (np.arange(start, start + count, dtype="i8") * 27_644_437 + 11_939) % 31**5
    body = [np.full(count, _CHARSET.index(c)) for c in "MA"] + [np.full(count, 0)]
    body += [serial // 31**power % 31 for power in (4, 3, 2, 1, 0)]
    letters = np.array([ord(c) - 55 if c.isalpha() else int(c) for c in _CHARSET])
    total = sum(letters[place] * weight for place, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    inner = 11 - total % 11
    inner_place = np.where(inner == 10, _CHARSET.index("X"), np.where(inner == 11, 0, inner))
    head = [np.full(count, _CHARSET.index(c)) for c in "91" + COUNTY_CODE]
    places = np.stack([*head, *body, inner_place])
    weights = np.array([pow(3, power, 31) for power in range(17)])
    check = (31 - (places * weights[:, None]).sum(axis=0) % 31) % 31
    table = np.array(list(_CHARSET))
    rows = table[np.vstack([places, check])].T
    return np.array(["".join(row) for row in rows], dtype=object)


def firm_names(towns: np.ndarray, divisions: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Make a different name for every firm: place + given name + trade + form."""
    count = len(towns)
    short = np.array([town.rstrip("镇乡").replace("街道", "") for town in towns], dtype=object)
    county = COUNTY[:-1]
    place = np.where(rng.random(count) < 0.55, county, short)
    place = np.where(rng.random(count) < 0.2, COUNTY, place).astype(object)
    trades = {key: value[0].split("|") for key, value in INDUSTRIES.items()}
    pick = rng.integers(0, 2, count)
    trade = np.array([trades[key][one] for key, one in zip(divisions, pick)], dtype=object)
    form = np.array(["有限公司", "有限责任公司", "厂", "科技有限公司", "股份有限公司"], dtype=object)
    form = form[np.searchsorted([0.66, 0.74, 0.84, 0.96], rng.random(count))]
    given = np.array(GIVEN, dtype=object)[rng.integers(0, len(GIVEN), count)]
    names = place + given + trade + form
    for second in _seconds():
        taken = np.ones(count, bool)
        taken[np.unique(names.astype(str), return_index=True)[1]] = False
        if not taken.any():
            break
        names[taken] = (place + given + second + trade + form)[taken]
    return names


def _seconds() -> list[str]:
    """What namesakes add to their given name, one after the other: a word, a given name, both."""
    words = _MIDDLE.split()
    return [*words, *GIVEN, *(name + word for name in GIVEN for word in words)]
