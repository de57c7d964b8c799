"""The Chinese translation is whole, current, and fits the English."""

from __future__ import annotations

import configparser
import importlib.util
import re
import string
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "translations" / "land_renewal_zh_CN.ts"
# Names, units and signs that Chinese planners read as they are.
SAME = {
    *("±", " ", "{}", "{}  {}", "{} → {}", "PDF (*.pdf)", "GeoPackage (*.gpkg)", "kWh"),
    *("{} · {}", "QGIS"),
}
HAN = "\u4e00-\u9fff"
HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}])[,;:?!]|[,;:?!](?=[{HAN}])|(?<=[{HAN}])\.(?!\w)|[{HAN}]\((?!&|\*|[A-Z]\))"
)


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location(
        "make_translations", ROOT / "scripts" / "make_translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(tool):
    return tool.read(CATALOGUE)


@pytest.fixture(scope="module")
def pairs(texts):
    """Texts with their translations, as far as there are any."""
    return [(text, chinese) for text, chinese in texts.items() if chinese]


def refuse(wrong, advice: str) -> None:
    assert not wrong, f"{advice}:\n" + "\n".join(f"  {item}" for item in wrong)


def places(text: str) -> list[tuple[str, str, str]]:
    """The places of a template with their formats, numbered: order does not matter in a translation."""
    found, count = [], 0
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is None:
            continue
        if name == "":
            name, count = str(count), count + 1
        found.append((name, form, conversion or ""))
    return sorted(set(found))


def test_every_text_is_in_the_file_and_no_other(tool, texts):
    wanted = tool.messages()
    refuse([f"{text!r}  {wanted[text]}" for text in wanted if text not in texts], "run: make translations")
    refuse(
        [repr(text) for text in texts if text not in wanted], "texts that are gone; run: make translations"
    )


def test_every_text_is_translated(texts):
    refuse(
        [repr(text) for text, chinese in texts.items() if not chinese],
        'not translated; list them with: make translations ARGS="--missing"',
    )


def test_the_file_is_as_the_script_writes_it(tool, texts):
    assert CATALOGUE.read_text(encoding="utf-8") == tool.written(texts, "zh_CN")


def test_places_for_values_are_the_same(pairs):
    refuse(
        [f"{text!r} -> {chinese!r}" for text, chinese in pairs if not same_places(text, chinese)],
        "the translation has other places for values",
    )


def same_places(text: str, chinese: str) -> bool:
    if "%1" in text:
        counted = (re.compile(r"%\d"), re.compile(r"\\n"))
        return all(sorted(part.findall(text)) == sorted(part.findall(chinese)) for part in counted)
    try:
        return places(text) == places(chinese)
    except ValueError:
        # Braces that are not for values.
        return sorted(re.findall(r"\{[^}]*\}", text)) == sorted(re.findall(r"\{[^}]*\}", chinese))


def test_shortcuts_lines_and_outer_spaces_are_the_same(pairs):
    def shape(text):
        return len(re.findall(r"&(?=\w)(?!\w+;)", text)), text.count("\n")

    def spaces(text):
        return (text[:1] == " ") + (text[-1:] == " ")

    # A Chinese text needs no space beside a full-width mark.
    wrong = [(a, b) for a, b in pairs if shape(a) != shape(b) or spaces(b) > spaces(a)]
    refuse(
        [f"{text!r} -> {chinese!r}" for text, chinese in wrong], "shortcut, line break or outer space differs"
    )


def test_nothing_stays_english(pairs):
    refuse(
        [repr(text) for text, chinese in pairs if chinese == text and text not in SAME],
        "the translation is the English text",
    )
    refuse(
        [f"{text!r} -> {chinese!r}" for text, chinese in pairs
         if re.search("[A-Za-z]+ [a-z]+ [a-z]+", text) and not re.search(f"[{HAN}]", chinese)],
        "no Chinese in it",
    )  # fmt: skip


def test_chinese_is_set_with_chinese_marks(pairs):
    refuse(
        [repr(chinese) for _, chinese in pairs if HALF_WIDTH.search(chinese)],
        "half-width marks beside Chinese",
    )
    ends = ("。", "”", "）", ".")
    sentences = [(a, b) for a, b in pairs if a.endswith(".") and not a.endswith("..")]
    refuse(
        [f"{text!r} -> {chinese!r}" for text, chinese in sentences if not chinese.endswith(ends)],
        "a sentence ends with 。",
    )


def test_the_plugin_manager_has_chinese_too():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    for key in ("name", "description", "about"):
        assert re.search(f"[{HAN}]", parser["general"][f"{key}[zh]"])


def test_new_texts_come_in_old_ones_go_and_translations_stay(tool, tmp_path, monkeypatch):
    monkeypatch.setattr(tool, "messages", lambda: {"{} ha": ["a"], "A & <b>": ["b"], "New": ["c"]})
    path = tmp_path / "x.ts"
    path.write_text(tool.written({"{} ha": "{} 公顷", "A & <b>": "甲 & <b>", "Gone": "去"}, "zh_CN"), "utf-8")
    assert tool.updated(path, {}) == {"{} ha": "{} 公顷", "A & <b>": "甲 & <b>", "New": ""}
    assert tool.updated(path, {"New": "新"})["New"] == "新"
    text = tool.written(tool.updated(path, {}), "zh_CN")
    path.write_text(text, "utf-8")
    assert tool.written(tool.read(path), "zh_CN") == text
    assert text.count("unfinished") == 1


def test_marked_literals_are_found(tool):
    found = tool.messages()
    assert "core/common/result_values.py" in found["Urban"]
    assert any(where.startswith("resources/styles/receivers") for where in found["%1\\nroom for %2 ha"])
    assert "processing/results.py" in found["Priority areas"]
    assert "core/common/errors.py" not in str(found.get("{} has no layer {!r}.", ""))
