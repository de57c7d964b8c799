"""Bring resources/translations/land_renewal_zh_CN.ts up to date with the texts of the plugin.

    python3 scripts/make_translations.py                  add what is new, drop what is gone
    python3 scripts/make_translations.py --missing        print as JSON what is not translated: text -> where
    python3 scripts/make_translations.py --take FILE ...  fill in from JSON: text -> translation

Texts are the literals of ``tr()``, ``tr_later()``, ``sentence()`` and ``LandRenewalError()``, and those that
stand in tables: descriptions and units of columns, meanings of codes, legends, notes of the rules. The file
names no lines and is sorted, so it changes only where a text does. ``--language`` keeps another language's.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

import yaml

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGE = "zh_CN"
# The calls whose first argument is a text.
CALLS = ("tr", "tr_later", "sentence", "LandRenewalError")
CONTEXT = "@default"
UNFINISHED = '<translation type="unfinished"></translation>'


def messages() -> dict[str, list[str]]:
    """Every text to translate, in order, and the files it stands in."""
    found: dict[str, set[str]] = {}
    for finder in (literals, columns, legends, sample, rule_notes):
        for text, where in finder():
            if text:
                found.setdefault(text, set()).add(where)
    return {text: sorted(found[text]) for text in sorted(found)}


def literals() -> Iterator[tuple[str, str]]:
    """Literals of the marking functions (those that pylupdate5 finds, and it needs no PyQt tools)."""
    folders = ("core", "processing", "ui")
    for path in sorted([*ROOT.glob("*.py"), *(p for name in folders for p in ROOT.glob(f"{name}/**/*.py"))]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in CALLS and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, path.relative_to(ROOT).as_posix()


def columns() -> Iterator[tuple[str, str]]:
    """What columns hold and their units, which become the aliases of fields; what the codes in them mean."""
    standard, results, codes = (_core(name) for name in ("columns", "result_columns", "result_values"))
    tables = [value for value in vars(standard).values() if isinstance(value, tuple)]
    columns = [column for table in tables for column in table if isinstance(column, standard.Column)]
    told = [(column.description, column.unit) for column in columns]
    for table in (results.COMMON, *results.OWN.values()):
        told += table.values()
    for texts in told:
        for text in texts:
            yield text, "core/common/columns.py, core/common/result_columns.py"
    parts = [labels for _, labels in codes.SEVERAL.values()]
    for labels in (*codes.VALUES.values(), *parts, codes.UNITS):
        for text in labels.values():
            yield text, "core/common/result_values.py"


def _core(name: str):
    """A module of core/common/ that needs the standard library only, without the rest of the package."""
    package = sys.modules.setdefault("plain_core", ModuleType("plain_core"))
    package.__path__ = [str(ROOT / "core" / "common")]
    return import_module(f"plain_core.{name}")


def legends() -> Iterator[tuple[str, str]]:
    """Labels of the shipped styles, and the texts that their map labels are put together from."""
    for path in sorted((ROOT / "resources" / "styles").glob("*.qml")):
        for element in ElementTree.parse(path).iter():
            where = path.relative_to(ROOT).as_posix()
            if element.tag in ("category", "rule"):
                yield element.get("label", ""), where
            for text in re.findall(r"'([^']*%1[^']*)'", element.get("fieldName", "")):
                yield text, where


def sample() -> Iterator[tuple[str, str]]:
    """Names of the layers of the sample project."""
    path = ROOT / "resources" / "sample" / "sample.qgz"
    with zipfile.ZipFile(path) as archive:
        project = ElementTree.fromstring(archive.read("sample.qgs"))
    for element in project.iterfind("projectlayers/maplayer/layername"):
        yield element.text, path.relative_to(ROOT).as_posix()


def rule_notes() -> Iterator[tuple[str, str]]:
    """What the rules of the default profile do and where they come from, which docks and tables show."""
    for path in sorted((ROOT / "resources" / "profiles" / "default").glob("*.yml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            rows = item.get("rows", ()) if isinstance(item, dict) else ()
            for one in (item, *rows):
                for text in (one.get("note"), one.get("source")) if isinstance(one, dict) else ():
                    # Sources such as "D" and "P 3.1" are signs, not words.
                    if text and re.search("[a-z]{3}", text):
                        yield text, path.relative_to(ROOT).as_posix()


def read(path: Path) -> dict[str, str]:
    """The translations of a .ts file; "" where there is none yet."""
    if not path.is_file():
        return {}
    entries = ElementTree.parse(path).iter("message")
    return {entry.findtext("source"): entry.findtext("translation") or "" for entry in entries}


def written(texts: dict[str, str], language: str) -> str:
    """The content of a .ts file."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, translation in sorted(texts.items()):
        told = f"<translation>{quoted(translation)}</translation>" if translation else UNFINISHED
        lines += [
            "    <message>",
            f"        <source>{quoted(source)}</source>",
            f"        {told}",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def quoted(text: str) -> str:
    """Text of an element, as Qt's own tools write it."""
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def updated(path: Path, taken: dict[str, str]) -> dict[str, str]:
    """The texts of the plugin with the translations known so far and those taken over them."""
    known = {**read(path), **taken}
    return {text: known.get(text, "") for text in messages()}


def main() -> None:
    """Update the files, or tell what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--missing", action="store_true", help="print the texts without a translation as JSON"
    )
    parser.add_argument(
        "--take", nargs="+", type=Path, default=[], metavar="FILE", help="JSON to fill in from"
    )
    parser.add_argument("--language", default=LANGUAGE, help="the language, such as zh_CN")
    given = parser.parse_args()
    path = FOLDER / f"land_renewal_{given.language}.ts"
    taken: dict[str, str] = {}
    for file in given.take:
        taken.update(json.loads(file.read_text(encoding="utf-8")))
    texts = updated(path, taken)
    missing = [text for text, translation in texts.items() if not translation]
    if given.missing:
        origins = messages()
        print(json.dumps({text: origins[text] for text in missing}, ensure_ascii=False, indent=1))
        return
    FOLDER.mkdir(exist_ok=True)
    path.write_text(written(texts, given.language), encoding="utf-8")
    unknown = [text for text in taken if text not in texts]
    print(
        f"{path.name}: {len(texts)} texts, {len(missing)} not translated; taken but not used: {len(unknown)}"
    )
    for text in unknown:
        print(f"  {text!r}")


if __name__ == "__main__":
    main()
