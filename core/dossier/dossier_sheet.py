"""A dossier shortened to one printed page: the same facts in fewer lines, the least needed left out first."""

from __future__ import annotations

from dataclasses import dataclass

from .dossier import Dossier, Section
from .dossier_figures import BAD, UNKNOWN, Fact
from .dossier_words import WORDS

FULL, SHORT, SHORTEST = 2, 1, 0
# What stands in the heading of the sheet, and what a page can do without: at SHORT and below, at SHORTEST.
_IN_TITLE = {"parcel_id", "holder"}
_SPARED = {
    FULL: {"revenue", "output", "tax", "industry", "all_land"},
    SHORT: {"supply_date", "start_due", "start_actual", "link", "dominant", "land_code", "cluster"},
    SHORTEST: {"floor_m2", "building_density", "heritage", "contaminated", "employees", "plan", "decided",
               "urban_rural", "profit"},
}  # fmt: skip
# Of a scenario: each group of facts becomes a sentence.
_STORY = (
    ("dest", "merged", "distance", "need", "after_use", "phase"),
    ("cost_government", "cost_enterprise", "proceeds", "yearly_tax", "value_added"),
)
_PLAIN = {"dest", "merged", "cost_government", "cost_enterprise"}


@dataclass(frozen=True)
class Line:
    """A heading (no value) or a fact of the sheet. ``strong``: a fact that counts against the parcel."""

    label: str
    value: str = ""
    heading: bool = False
    strong: bool = False


def sheet_lines(found: Dossier, language: str = "en", detail: int = FULL) -> list[Line]:
    """The lines of a sheet. ``detail``: FULL, SHORT or SHORTEST."""
    lines: list[Line] = []
    told = False
    for section in found.sections:
        if section.key == "basis":
            continue
        if section.key.startswith("scenario:"):
            lines += [] if told else [Line(WORDS[language]["sections"]["scenarios"], heading=True)]
            lines += _story(section, language, detail)
            told = True
            continue
        lines.append(Line(section.title, heading=True))
        lines += [_line(fact, language, detail) for fact in section.facts if _kept(fact, detail)]
    return lines


def footer(found: Dossier, language: str = "en") -> str:
    """What the sheet rests on, on one line."""
    words = WORDS[language]
    basis = next((section for section in found.sections if section.key == "basis"), None)
    facts = basis.facts if basis else ()
    parts = [f"{fact.label}{words['colon']}{_with_note(fact, language)}" for fact in facts]
    return words["join"].join(parts)


def _kept(fact: Fact, detail: int) -> bool:
    spared = set().union(*(names for level, names in _SPARED.items() if level >= detail))
    return fact.key not in _IN_TITLE and fact.key not in spared


def _line(fact: Fact, language: str, detail: int) -> Line:
    return Line(fact.label, _with_note(fact, language, detail), strong=fact.mark == BAD)


def _with_note(fact: Fact, language: str, detail: int = FULL) -> str:
    """A fact with what is said beside it; notes that only explain are left out where space is short."""
    if not fact.note or (detail < FULL and fact.key in ("reliability", "area", "link")):
        return fact.text
    return WORDS[language]["bracket"].format(fact.text, fact.note)


def _story(section: Section, language: str, detail: int) -> list[Line]:
    """A scenario as a few sentences."""
    words = WORDS[language]
    name = section.key.partition(":")[2]
    facts = {fact.key: fact for fact in section.facts}
    sentences = [_with_note(facts["fate"], language)] if "fate" in facts else []
    for group in _STORY:
        parts = [_clause(facts[key], language) for key in group if key in facts]
        sentences += [words["comma"].join(parts)] if parts else []
    locks = [fact for fact in section.facts if fact.key == "lock"]
    sentences += [f"{fact.label}{words['colon']}{_with_note(fact, language)}" for fact in locks]
    label = words["scenarios"].get(name, name) if name else section.title
    return [Line(label, words["join"].join(sentences), strong=bool(locks))]


def _clause(fact: Fact, language: str) -> str:
    if fact.value == WORDS[language]["none"] and fact.note:
        return fact.note
    gap = "" if language == "zh" else " "
    text = fact.text if fact.mark != UNKNOWN or fact.unit == "" else _with_note(fact, language)
    label = fact.label[:1].lower() + fact.label[1:]
    if fact.key in ("yearly_tax", "value_added"):
        text = f"{fact.note}{text}" if language == "zh" else f"{text} {fact.note}"
    if fact.key in _PLAIN:
        return f"{label}{gap}{text}"
    return f"{label}{WORDS[language]['colon']}{text}"
