"""The Chinese documentation says what the English says, in the words of the Chinese interface."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from land_renewal.core.scenarios.scenario_words import WORDS

ROOT = Path(__file__).resolve().parents[1]
PAIRS = {"README": (ROOT / "README.md", ROOT / "README.zh.md"),
         "guide": (ROOT / "docs" / "user-guide.md", ROOT / "docs" / "user-guide.zh.md")}  # fmt: skip
CATALOGUE = ROOT / "resources" / "translations" / "land_renewal_zh_CN.ts"
ALGORITHMS = {path.stem for path in (ROOT / "processing" / "algorithms").glob("[a-z]*.py")}
HAN = "\u4e00-\u9fff"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Said in words in one language and in figures in the other: 10k CNY and 10,000 CNY are 万元.
UNITS = {"10", "10000"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """The text without its blocks of code."""
    return FENCE.sub("", read(path))


@pytest.fixture(params=PAIRS)
def pair(request):
    return PAIRS[request.param]


@pytest.fixture(scope="module")
def translations():
    entries = ElementTree.parse(CATALOGUE).iter("message")
    return [entry.findtext("translation") or "" for entry in entries]


def headings(path: Path) -> list[str]:
    return re.findall(r"^(#+ .*)$", prose(path), re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """Anchors of the headings as code hosts make them."""
    titles = [re.sub(r"[`*]", "", heading.lstrip("#").strip()).lower() for heading in headings(path)]
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def sections(text: str) -> list[str]:
    """The text below each heading of the second level, and what stands above the first one."""
    return re.split(r"^## .*$", text, flags=re.MULTILINE)


def test_the_headings_correspond_one_to_one(pair):
    def shape(path):
        return [re.match(r"(#+) (\d*)", heading).groups() for heading in headings(path)]

    assert shape(pair[1]) == shape(pair[0])


@pytest.mark.parametrize(
    "path", [path for both in PAIRS.values() for path in both], ids=lambda path: path.name
)
def test_links_and_pictures_lead_somewhere(path):
    targets = re.findall(r"\]\(([^)\s]+)\)", prose(path))
    assert targets
    for target in targets:
        file, _, anchor = target.partition("#")
        leads = (path.parent / file).resolve() if file else path
        assert leads.is_file(), target
        if anchor:
            assert anchor in anchors(leads), target


def test_each_language_links_to_the_other(pair):
    for one, other in (pair, pair[::-1]):
        assert f"]({other.name})" in read(one).split("\n## ")[0]


def test_the_pictures_are_the_same_in_chinese(pair):
    def pictures(path):
        return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read(path))

    assert pictures(pair[1]) == [target.replace("pictures/", "pictures/zh/") for target in pictures(pair[0])]


def test_every_name_of_the_interface_is_one(pair, translations):
    """Names stand in 「」; those of QGIS itself do not."""
    shown = {re.sub(r"\(&?\w\)|[…：。]$", "", text) for text in translations}
    named = re.findall(r"「([^」]+)」", prose(pair[1]))
    assert len(named) > 5
    assert not [name for name in named if re.sub("…$", "", name) not in shown]


def test_the_same_algorithms_are_named(pair):
    def named(path):
        return {name for name in ALGORITHMS if re.search(rf"landrenewal:{name}\b|`{name}`", read(path))}

    assert named(pair[0]) and named(pair[1]) == named(pair[0])


def test_the_guides_name_the_same_columns_files_and_options():
    def codes(path):
        return set(re.findall(r"`([^`\n]+)`", prose(path)))

    english, chinese = (codes(path) for path in PAIRS["guide"])
    # One is a title of an output, told as such in the Chinese guide.
    assert chinese ^ english == {"Report (HTML)", "Workbook", "unknown"} & (english ^ chinese)


def figures(text: str) -> set[str]:
    """Numbers of two digits and more, without marks of thousands, and those with decimals."""
    found = {number.replace(",", "") for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    return {number for number in found if len(number) > 1} - UNITS


def test_every_figure_is_the_same(pair):
    english, chinese = pair
    told = list(zip(sections(prose(english)), sections(prose(chinese)), sections(read(english))))
    assert len(told) > 5
    for said, said_in_chinese, with_code in told:
        without_links = re.sub(r"\]\([^)]*\)", "]", said)
        assert not figures(without_links) - figures(said_in_chinese)
        # The Chinese may say in words what the English prints.
        assert not figures(said_in_chinese) - figures(with_code)


def test_commands_and_what_they_print_are_the_same():
    starts = ("make demo", "Study of", "make process", "qgis_process")
    for paths in PAIRS.values():
        english, chinese = ([block for _, block in FENCE.findall(read(path))] for path in paths)
        wanted = [block for block in english if block.startswith(starts)]
        assert len(wanted) >= 2 and not [block for block in wanted if block not in chinese]


def test_all_targets_of_make_are_told():
    told = {
        path: set(re.findall(r"^[ |`]*make ([\w-]+)", read(path), re.MULTILINE)) for path in PAIRS["README"]
    }
    english, chinese = (told[path] for path in PAIRS["README"])
    assert {"demo", "test", "package"} < english == chinese


def test_sentences_are_quoted_as_they_are_said(translations):
    """Each piece of Chinese in a quoted sentence is a translation, or put together from three."""
    spoken = "\n".join([*translations, *(text for text in WORDS["zh"].values() if isinstance(text, str))])
    rows = re.findall(r"^\| “(.+?)” \|", read(PAIRS["guide"][1]), re.MULTILINE)
    pieces = [piece for row in rows for piece in re.findall(rf"[{HAN}，；]{{4,}}", row)]
    assert len(rows) > 15 and len(pieces) > len(rows)
    assert not [piece for piece in pieces if not said(piece, spoken)]


def said(piece: str, spoken: str, parts: int = 3) -> bool:
    if piece in spoken:
        return True
    cuts = range(1, len(piece)) if parts > 1 else ()
    return any(piece[:cut] in spoken and said(piece[cut:], spoken, parts - 1) for cut in cuts)
