"""Write the reference pages that come from the code: rules.md, data-model.md and algorithms.md in docs/.

    . scripts/env.sh && headless && link_plugin && "$PYTHON" scripts/make_docs.py [folder]

Run it after a change of the default rules, of the standard columns or of an algorithm's texts.
"""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

from session import ROOT, qgis

NOTICE = "<!-- Written by scripts/make_docs.py: do not edit by hand. -->"
DOCS = ROOT / "docs"


def main(folder: Path) -> None:
    """Write the three pages."""
    with qgis():
        pages = {
            "rules.md": rules_page(),
            "data-model.md": data_model_page(),
            "algorithms.md": algorithms_page(),
        }
        gc.collect()
    for name, lines in pages.items():
        text = "\n".join([NOTICE, "", *lines]).rstrip() + "\n"
        (folder / name).write_text(re.sub(r"\n{3,}", "\n\n", text), encoding="utf-8")
        print(name)


def rules_page() -> list[str]:
    """Every entry and table of the default rule profile."""
    from land_renewal.core.rules.profile import Entry, load_profile

    profile = load_profile(None)
    assumed = len(profile.assumptions())
    lines = [
        "# The default rules", "",
        f"{len(profile.entries())} values in {len(profile.sections)} sections; {assumed} are assumptions.",
        "How to change them is told in the [user guide](user-guide.md); the format is in"
        " [resources/profiles/README.md](../resources/profiles/README.md).", "",
        "Sources: **P** is the paper of Zhan, Dai and Ye (2025) with the section; **D** is our own default,"
        " which a planner should replace. *verified* means read in the source; *assumption* means not.", "",
    ]  # fmt: skip
    for name, section in profile.sections.items():
        plain = [item for item in section.values() if isinstance(item, Entry)]
        lines += [f"## {name}", ""]
        if plain:
            head = ("rule", "value", "unit", "allowed", "source", "status", "what it does")
            lines += table(head, [entry_row(entry) for entry in plain])
        for key, item in section.items():
            if not isinstance(item, Entry):
                lines += table_lines(key or name, item)
    return lines


def entry_row(entry) -> tuple:
    """A plain entry as a row."""
    slot, unit = entry.slot, entry.unit
    limits = [f"from {slot.minimum:g}"] if slot.minimum is not None else []
    limits += [f"to {slot.maximum:g}"] if slot.maximum is not None else []
    limits += ["may be empty"] if slot.nullable else []
    limits += [f"range for sensitivity {entry.range[0]:g} to {entry.range[1]:g}"] if entry.range else []
    allowed = ", ".join(slot.choices) or ", ".join(limits)
    name = entry.key.split(".", 1)[1]
    return f"`{name}`", shown(entry.value), unit, allowed, entry.source, entry.status, entry.note


def table_lines(key: str, item) -> list[str]:
    """A table of the profile, without the Chinese texts."""
    names = [name for name in item.columns if not name.endswith("_zh")]
    rows = [tuple(shown(row.cells.get(name)) for name in names) for row in item.rows]
    origin = "; ".join(text for text in (item.origin.source, item.origin.status, item.origin.note) if text)
    keys = f"Rows are named by {', '.join(f'`{name}`' for name in item.keys)}."
    kind = "New rows may be added." if item.open else ""
    lines = [f"### {key}", "", " ".join(part for part in (keys, kind, origin) if part), ""]
    return lines + (table(names, rows) if rows else ["No rows by default.", ""])


def data_model_page() -> list[str]:
    """The standard columns of the inputs and the columns of the results."""
    from land_renewal.core.common import columns as std

    lines = [
        "# Data model", "",
        "Standard columns of the input layers, and the columns the steps add. A column mapping brings"
        " your columns to these names; see the [user guide](user-guide.md). All columns but the id and the"
        " geometry may be missing.",
        "Missing is empty: never 0, never -1. *0 means missing* says that a 0 in this column is taken as"
        ' "not surveyed" unless the mapping says `zero: value`.', "",
        "Inside, areas are m2 on the ellipsoid, money is 10,000 CNY (or 10,000 of the currency the mapping"
        " names).", "",
        "## Inputs", "",
    ]  # fmt: skip
    for name, columns in std.INPUTS.items():
        lines += [f"### {name}", "", *column_table(columns)]
    lines += [
        "The layers `redline`, `farmland` and `boundary` are polygons; no column of theirs is used.", "",
        "## Results", "",
    ]  # fmt: skip
    groups = (
        ("Levels of parcels (layer `parcels`)", std.LEVEL_RESULT),
        ("Levels of parks (layer `parks`)", std.PARK_RESULT),
        ("Control lines (layer `parcels`)", std.CONTROL_RESULT),
        ("Deficiency (layers `parcels` and `enterprises`)", std.PARCEL_DEFICIENCY),
        ("Guidance (layer `parcels`)", std.GUIDANCE_RESULT),
        ("Scenarios (layers `scenario_...`)", std.SCENARIO_RESULT),
        ("Layer `flows`", std.FLOWS),
        ("Layer `receivers`", std.RECEIVERS),
    )
    for title, columns in groups:
        lines += [f"### {title}", "", *column_table(columns)]
    return lines


def column_table(columns) -> list[str]:
    """Columns with what they hold."""
    rows = []
    for column in columns:
        notes = [", ".join(column.choices)] if column.choices else []
        notes += ["0 means missing"] if column.zero == "missing" else []
        rows.append((f"`{column.name}`", column.kind, column.unit, column.description, "; ".join(notes)))
    return table(("column", "kind", "unit", "what it holds", "values"), rows)


def algorithms_page() -> list[str]:
    """The help of every algorithm."""
    from qgis.core import QgsApplication, QgsProcessingOutputNumber

    doors = "from the Processing toolbox, from models, from Python (`processing.run`) or with `qgis_process`"
    lines = ["# Algorithms", "", f"Provider `landrenewal`; run them {doors}.", ""]
    provider = QgsApplication.processingRegistry().providerById("landrenewal")
    for algorithm in sorted(
        provider.algorithms(), key=lambda a: (a.groupId() != "study", a.groupId(), a.name())
    ):
        lines += [
            f"## {algorithm.displayName()}",
            "",
            f"`landrenewal:{algorithm.name()}`",
            "",
            algorithm.PURPOSE,
            "",
        ]
        definitions = algorithm.parameterDefinitions()
        rows = [
            (
                f"`{d.name()}`",
                kind_of(d),
                d.description(),
                plain(d.help()),
                "optional" if is_optional(d) else "",
            )
            for d in definitions
        ]
        lines += table(("parameter", "kind", "title", "meaning", ""), rows)
        numbers = [o for o in algorithm.outputDefinitions() if isinstance(o, QgsProcessingOutputNumber)]
        if numbers:
            lines += [
                "Figures returned: " + ", ".join(f"`{o.name()}` ({o.description()})" for o in numbers) + ".",
                "",
            ]
        for title, text in (
            ("How to read the results", algorithm.READING),
            ("Units", algorithm.UNITS),
            ("Source", algorithm.SOURCE),
        ):
            lines += [f"**{title}.** {text}", ""] if text else []
    return lines


def kind_of(definition) -> str:
    """The kind of a parameter, in a word."""
    kinds = {"source": "layer", "sink": "layer written", "file": "name or file",
             "fileDestination": "file written", "boolean": "yes/no"}  # fmt: skip
    kind = definition.type()
    if kind == "enum":
        return "one of " + ", ".join(definition.options())
    return kinds.get(kind, kind)


def is_optional(definition) -> bool:
    """Whether a parameter may be left out."""
    from qgis.core import QgsProcessingParameterDefinition

    needed = definition.defaultValue() is None
    flag = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
    return flag or not needed


def table(head, rows) -> list[str]:
    """A Markdown table; columns that are empty in all rows are left out."""
    rows = [tuple(cell(value) for value in row) for row in rows]
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    lines = [[head[i] for i in kept], ["---"] * len(kept), *([row[i] for i in kept] for row in rows)]
    return ["| " + " | ".join(line) + " |" for line in lines] + [""]


def cell(value) -> str:
    """A value in a table."""
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


def shown(value) -> str:
    """A value of a rule, as one would write it."""
    if value is None:
        return "(empty)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value)) or "(none)"
    return f"{value:g}" if isinstance(value, float) else str(value)


def plain(text: str) -> str:
    """Help without marks of HTML."""
    return re.sub(r"<[^>]+>", "", text)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
