"""Names of firms taken apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_renewal.core.matching import names as module
from land_renewal.core.matching.names import agreeing_places, is_name, parse_names, simplified


def parts(name):
    return tuple(parse_names(pd.Series([name])).iloc[0])


@pytest.mark.parametrize(
    ("name", "place", "core", "kind", "unit"),
    [
        ("福州富强机械有限公司", "福州", "富强机械", "company", ""),
        ("富强机械（福州）有限公司", "福州", "富强机械", "company", ""),
        ("福建省福州市富强机械股份有限公司", "福建 福州", "富强机械", "company", ""),
        ("闽侯县富强机械有限责任公司", "闽侯", "富强机械", "company", ""),
        ("富强（集团）有限公司第三分公司", "", "富强集团", "company", "第三分公司"),
        ("臺灣積體電路製造股份有限公司十二廠", "台湾", "积体电路制造", "company", "十二厂"),
        ("台湾积体电路制造股份有限公司第１２廠", "台湾", "积体电路制造", "company", "十二厂"),
        ("仕霸工業股份有限公司參廠", "", "仕霸工业", "company", "三厂"),
        ("東昕彩藝包裝股份有限公司乙廠", "", "东昕彩艺包装", "company", "二厂"),
        ("聯勝光電股份有限公司-一廠", "", "联胜光电", "company", "一厂"),
        ("弘達儀器股份有限公司(二廠)", "", "弘达仪器", "company", "二厂"),
        ("錩泰工業股份有限公司總公司", "", "锠泰工业", "company", ""),
        ("上大嘉實業股份有限公司工廠", "", "上大嘉实业", "company", ""),
        ("函平興業有限公司(９３．０４．０５公告註銷)", "", "函平兴业", "company", ""),
        ("火地股份有限公司二廠︹８３、９、２３公銷︺", "", "火地", "company", "二厂"),
        ("建全有限公司︵８９年９月１日公告註銷︶", "", "建全", "company", ""),
        ("高強機械廠分廠", "", "高强机械", "trade", "分厂"),
        ("高強機械工廠", "", "高强机械", "trade", ""),
        ("昆倫防災實業行二廠", "", "昆伦防灾实业行", "trade", "二厂"),
        ("東和企業社烏日廠", "", "东和企业社", "trade", "乌日厂"),
        ("吉笙工業社工廠", "", "吉笙工业社", "trade", ""),
        ("冬山鄉農會穀物乾燥廠", "", "冬山乡农会", "association", "谷物干燥厂"),
        ("澄禾镇股份经济合作社", "", "澄禾镇股份经济合作社", "association", ""),
        ("北京有限公司", "", "北京", "company", ""),
        ("ＡＢＣ 电子 有限公司", "", "ABC电子", "company", ""),
        ("城市超市有限公司", "", "城市超市", "company", ""),
        (None, "", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_parts_of_a_name(name, place, core, kind, unit):
    assert parts(name) == (place, core, kind, unit)


def test_fillers_are_no_names():
    table = parse_names(pd.Series(["无", "個人", "不详", "", None, "集体", "宏远"]))
    assert is_name(table).tolist() == [False] * 6 + [True]


def test_the_index_is_that_of_the_names_and_nothing_is_changed():
    names = pd.Series(["宏远", None, "宏远"], index=[7, 3, 9])
    before = names.copy()
    table = parse_names(names)
    assert table.index.tolist() == [7, 3, 9] and table["core"].tolist() == ["宏远", "", "宏远"]
    pd.testing.assert_series_equal(names, before)
    assert parse_names(pd.Series([], dtype=object)).empty
    assert parse_names(pd.Series([None, None], dtype=object))["core"].tolist() == ["", ""]


TEXT = st.text("富强机械有限公司股份（）()二厂台灣福州市縣 -1A?社行\n", max_size=14)


@settings(max_examples=25)
@given(st.lists(TEXT, max_size=8), TEXT)
def test_each_name_is_read_by_itself(texts, other):
    once = parse_names(pd.Series(texts, dtype=object)).to_numpy().tolist()
    again = parse_names(pd.Series([other, *texts[::-1]], dtype=object)).to_numpy().tolist()
    assert again[:0:-1] == once


def test_form_script_width_and_plant_do_not_matter():
    cores = pd.Series(["富强机械", "電子", "宏遠電機", "机机"])
    plain = parse_names(cores + "有限公司")
    for form in ("有限公司", "股份有限公司", "有限责任公司", "股份公司", "公司"):
        other = parse_names(" " + cores + form + "（第２工廠）")
        assert other.drop(columns="unit").equals(plain.drop(columns="unit"))
        assert other["unit"].eq("二厂").all() and plain["unit"].eq("").all()


def test_places_that_contradict():
    one = np.array(["福建 福州", "福州", "", "福州", "福州"])
    other = np.array(["福州", "福建 福州", "厦门", "厦门", "福州"])
    assert agreeing_places(one, other).tolist() == [True, True, True, False, True]
    assert agreeing_places(np.array([]), np.array([])).tolist() == []


def test_the_table_of_characters_is_sound():
    pairs = module._characters()
    assert len(pairs) > 1900
    assert all(len(simple) == 1 and ord(simple) not in pairs for simple in pairs.values())
    assert simplified(pd.Series(["臺灣廠峯羣啟"])).tolist() == ["台湾厂峰群启"]


def test_opencc_is_asked_only_for_what_the_table_lacks(monkeypatch):
    asked = []

    def convert(sign):
        asked.append(sign)
        return {"𠮷": "吉"}.get(sign, sign)

    monkeypatch.setattr(module, "_opencc", lambda: convert)
    assert simplified(pd.Series(["臺𠮷廠"])).tolist() == ["台吉厂"]
    assert asked == ["𠮷"]
