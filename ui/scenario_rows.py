"""The comparison of scenarios as rows to show: groups, figures with units, marks and reasons.

Figures, marks and ranks are those of the tables; the words and the forms of the figures are those of the page
and the workbook (`core.economics.economics_texts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..processing import settings
from ..processing.said import listed
from ..processing.translation import tr
from .scenario_data import title_of

if TYPE_CHECKING:
    import pandas as pd

    Tables = Mapping[str, pd.DataFrame]

BEST, WORST = "best", "worst"
SIGNS = {BEST: "▲", WORST: "▼"}
MISSING = "-"
SHORT, ALL = "short", "all"
_SHORT_COUNTS = ("relocate_parcels", "no_receiver_parcels", "no_capacity_parcels")


class Cell(NamedTuple):
    """One figure: as it is shown, how it stands among the others, and everything about it in words."""

    text: str
    mark: str = ""
    tip: str = ""


class Row(NamedTuple):
    """One metric. ``better``: which way is better, in words; ``short``: one of the first to look at."""

    key: str
    name: str
    unit: str
    better: str
    cells: tuple[Cell, ...]
    short: bool = False

    @property
    def title(self) -> str:
        """The name with its unit."""
        return tr("{} ({})").format(self.name, self.unit) if self.unit else self.name


class Group(NamedTuple):
    key: str
    title: str
    rows: tuple[Row, ...]


class Board(NamedTuple):
    """``scenarios``: ids and titles of the columns; ``rests``: on how many unit costs the money rests."""

    scenarios: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    rests: str = ""

    def part(self, key: str) -> tuple[Group, ...]:
        """The groups to show: all, one, or of all groups the rows to look at first."""
        if key == ALL:
            return self.groups
        if key != SHORT:
            return tuple(group for group in self.groups if group.key == key)
        rows = tuple(row for group in self.groups for row in group.rows if row.short)
        return (Group(SHORT, tr("In short"), rows),) if rows else ()


def make_board(tables: Tables) -> Board | None:
    """The comparison of the scenarios of a result; None where it has none."""
    from ..core.economics.economics_texts import rests, words

    told = words(settings.screen_language(), settings.money_label())
    names = _scenarios(tables)
    if not names:
        return None
    maker = _Maker(tables, names, told)
    groups = [
        *maker.metrics(),
        maker.moves(),
        maker.principles(),
        maker.room(),
        maker.conflicts(),
        maker.cover(),
    ]
    said = rests(tables, told) if {"economics_assumptions", "economics_unit_costs"} <= set(tables) else ""
    titles = tuple((name, title_of(name)) for name in names)
    return Board(titles, tuple(group for group in groups if group.rows), said)


def words_of(tables: Tables) -> dict[str, list[str]]:
    """The comparison in words by kind: profile, tradeoff, recommendation."""
    said = tables.get("recommendation")
    found: dict[str, list[str]] = {}
    for row in said.to_dict("records") if said is not None else ():
        found.setdefault(str(row["kind"]), []).append(str(row["text"]))
    return found


def _scenarios(tables: Tables) -> list[str]:
    for name in ("scenario_comparison", "scenario_summary"):
        if name in tables and len(tables[name]):
            return tables[name]["scenario"].drop_duplicates().tolist()
    return []


def lines(*parts: str) -> str:
    """Texts below each other, without the empty ones."""
    return "\n".join(part for part in parts if part)


class _Maker:
    """Makes rows for the scenarios of one result."""

    def __init__(self, tables: Tables, names: list[str], told):
        self.tables, self.names, self.told = tables, names, told
        self.summary = self._by_scenario("scenario_summary")
        self.money = self._by_scenario("economics")

    def _by_scenario(self, table: str) -> dict[str, dict]:
        rows = self.tables[table].to_dict("records") if table in self.tables else []
        return {row["scenario"]: row for row in rows}

    def scale(self, unit: str, values: Iterable):
        """How figures of a unit are written; land in the unit of the settings."""
        from ..core.common.units import to_internal
        from ..core.economics.economics_texts import Scale, scale_of

        if unit != "m2":
            return scale_of(unit, values, self.told)
        chosen = settings.load().area_unit
        return Scale(1.0 / to_internal(1.0, "m2", chosen), settings.unit_title(chosen))

    def metrics(self) -> list[Group]:
        """The metrics that the study has ranked, in the groups of the page."""
        from ..core.economics.economics_page import HEADLINES, about_of

        compared, groups = self.tables.get("scenario_comparison"), {}
        if compared is None:
            return []
        for metric, own in compared.groupby("metric", sort=False):
            row = self._metric(str(metric), own)._replace(short=metric in HEADLINES)
            groups.setdefault(about_of(str(metric)), []).append(row)
        about = self.told["page"]["about"]
        return [Group(key, about[key], tuple(groups[key])) for key in about if key in groups]

    def _metric(self, metric: str, own) -> Row:
        from ..core.economics.economics_page import why_missing
        from ..core.economics.economics_words import METRICS
        from ..core.pages.page_texts import known

        first, told = own.iloc[0], self.told
        scale = self.scale(first["unit_of_measure"], own["value"])
        names = METRICS[metric][2:] if metric in METRICS else (first["name"], first["name"])
        name = names[told.language == "zh"]
        better = told["more_is_better" if first["rising"] else "less_is_better"]
        of, ranked = {row["scenario"]: row for row in own.to_dict("records")}, int(own["rank"].notna().sum())
        cells = []
        for scenario in self.names:
            row = of.get(scenario)
            if row is None or not known(row["value"]):
                cells.append(self._nothing(scenario, name, why_missing(metric, told)))
                continue
            mark = row["mark"] if known(row["mark"]) else ""
            place = tr("Rank {} of {}.").format(int(row["rank"]), ranked) if known(row["rank"]) else ""
            tip = lines(
                self._said(scenario, name, scale.full(row["value"])),
                told["marks"][mark] if mark else "",
                listed([part for part in (tr("{}.").format(better) if better else "", place) if part], " "),
            )
            cells.append(Cell(scale.text(row["value"]), mark, tip))
        return Row(metric, name, scale.unit, better, tuple(cells))

    def _said(self, scenario: str, name: str, figure: str) -> str:
        return tr("{}, {}: {}").format(title_of(scenario), name, figure)

    def _nothing(self, scenario: str, name: str, why: str) -> Cell:
        return Cell(MISSING, "", self._said(scenario, name, why))

    def plain(
        self, key: str, name: str, unit: str, of: Mapping[str, dict], column="", why="", tips=None
    ) -> Row:
        """A figure that has no better or worse, from a table with one row a scenario."""
        from ..core.pages.page_texts import known

        column = column or key
        values = {name: row.get(column) for name, row in of.items()}
        scale, cells = self.scale(unit, values.values()), []
        for scenario in self.names:
            value, more = values.get(scenario), (tips or {}).get(scenario, "")
            if not known(value):
                cells.append(self._nothing(scenario, name, why or self.told["unknown"]))
                continue
            said = self._said(scenario, name, scale.full(value))
            cells.append(Cell(scale.text(value), "", lines(said, more)))
        return Row(key, name, scale.unit, "", tuple(cells), key in _SHORT_COUNTS)

    def moves(self) -> Group:
        """What becomes of the parcels, and how much land that is."""
        parcels = (
            ("retain_parcels", tr("Parcels that stay as they are"), ""),
            ("renew_parcels", tr("Parcels renewed in place"), ""),
            ("merge_parcels", tr("Parcels merged with neighbours"), ""),
            ("relocate_parcels", tr("Parcels that move to a park"), ""),
            ("reclaim_parcels", tr("Parcels cleared"), ""),
            ("reserve_parcels", tr("Parcels for the land reserve"), ""),
            ("firms_moved", tr("Enterprises moved"), ""),
            ("exits", tr("Parcels whose firms give up"), ""),
            ("moved_m2", tr("Land needed by those who move"), "m2"),
            ("vacated_m2", tr("Land vacated"), "m2"),
            ("taken_up_m2", tr("Land taken up at the receivers"), "m2"),
            ("from_expansion_m2", tr("of this from expansion"), "m2"),
            ("after_m2", tr("Industrial land afterwards"), "m2"),
            ("rigid_recovered_m2", tr("Protected land recovered"), "m2"),
            ("deficient_left_m2", tr("Deficient land left as it is"), "m2"),
            ("patches", tr("Patches of industrial land"), ""),
            ("mean_patch_m2", tr("Mean patch"), "m2"),
            ("share_inside_boundary", tr("Inside the development boundary"), "share"),
            ("near_parcels", tr("Parcels of the near term"), ""),
            ("medium_parcels", tr("Parcels of the medium term"), ""),
            ("long_parcels", tr("Parcels of the long term"), ""),
        )
        rows = [self.plain(key, name, unit, self.summary) for key, name, unit in parcels if self._has(key)]
        return Group("moves", tr("Parcels and land"), tuple(rows))

    def _has(self, column: str) -> bool:
        return any(column in row for row in self.summary.values())

    def principles(self) -> Group:
        """The three principles, kept or not, with the figures behind them."""
        told, rows = self.told, []
        for key, name in told["page"]["checks"].items():
            if self._has(key):
                cells = tuple(self._check(scenario, key, name) for scenario in self.names)
                rows.append(Row(key, name, "", "", cells, True))
        return Group("principles", told["page"]["principles_text"], tuple(rows))

    def _check(self, scenario: str, key: str, name: str) -> Cell:
        from ..core.pages.page_texts import known

        row = self.summary.get(scenario, {})
        why = str(row.get(f"{key}_text") or "")
        if not known(row.get(key)):
            return self._nothing(scenario, name, lines(tr("not judged"), why))
        kept = bool(row[key])
        text = f"{'✓' if kept else '✗'} {self.told['kept'][kept]}"
        return Cell(text, "", lines(self._said(scenario, name, self.told["kept"][kept]), why))

    def room(self) -> Group:
        """What a scenario could not do, and the land that is missing for it."""
        missing = {name: "\n".join(self._missing(name)) for name in self.names}
        rows = [
            self.plain(key, name, unit, self.summary, tips=missing if key == "missing_m2" else None)
            for key, name, unit in (
                ("no_receiver_parcels", tr("Parcels without a receiver within the rules"), ""),
                ("no_capacity_parcels", tr("Parcels that find no room"), ""),
                ("short_m2", tr("Land of those who find no room"), "m2"),
                ("missing_m2", tr("Receiving land that is missing"), "m2"),
            )
            if self._has(key)
        ]
        return Group("room", tr("What does not fit"), tuple(rows))

    def _missing(self, scenario: str) -> list[str]:
        """Where receiving land is missing, park by park."""
        if "shortages" not in self.tables:
            return []
        parks = self.tables.get("receivers")
        names = dict(zip(parks["park_id"], parks["park"])) if parks is not None and "park" in parks else {}
        found = []
        for row in self.tables["shortages"].to_dict("records"):
            if row["scenario"] == scenario:
                park = names.get(row["park_id"]) or row["park_id"]
                text = tr("{}: {} missing, {} parcels wait for it")
                waiting = self.scale("", []).text(row["waiting_parcels"])
                found.append(text.format(park, self.scale("m2", []).full(row["missing_m2"]), waiting))
        return found

    def conflicts(self) -> Group:
        """Industrial land that is left on protected land, outside the boundary or against the plan."""
        from ..core.pages.page_texts import known

        table, rows, told = self.tables.get("conflicts"), [], self.told
        land, unchecked = self.scale("m2", []), tr("not checked: this layer was not given")
        steps = ("before_m2", "removed_m2", "left_m2", "new_m2")
        heads = {key: told["page"]["heads"][key].partition(",")[0] for key in steps}
        for line in table["line"].drop_duplicates() if table is not None else ():
            of = {row["scenario"]: row for row in table[table["line"] == line].to_dict("records")}
            tips = {
                name: listed(
                    tr("{} {}").format(head, land.full(row[key]))
                    for key, head in heads.items()
                    if known(row[key])
                )
                for name, row in of.items()
            }
            name = told.term("lines", line)
            rows.append(self.plain(f"conflict_{line}", name, "m2", of, "after_m2", unchecked, tips))
        return Group("conflicts", tr("Land left in conflict"), tuple(rows))

    def cover(self) -> Group:
        """On how much of the data the figures rest."""
        rows = []
        for key, name, of in (
            ("priced_known", tr("Parcels priced from known figures"), self.money),
            ("priced_by_default", tr("Parcels priced partly by default"), self.money),
            ("unpriced", tr("Parcels not fully priced"), self.money),
            ("output_known_parcels", tr("Parcels whose output is known"), self.summary),
            ("tax_known_parcels", tr("Parcels whose tax is known"), self.summary),
        ):
            if any(key in row for row in of.values()):
                rows.append(self.plain(key, name, "", of))
        if self._has("solver_gap"):
            rows.append(
                self.plain("solver_gap", tr("At most this far from the best plan"), "share", self.summary)
            )
        return Group("cover", tr("What the figures rest on"), tuple(rows))


def as_text(board: Board, groups: Iterable[Group]) -> str:
    """Rows with tabs between the cells, for a spreadsheet: plain figures; best and worst named in columns."""
    titles = [title for _name, title in board.scenarios]
    heads = [tr("Group"), tr("Metric"), tr("Unit"), tr("Better"), *titles, tr("Best"), tr("Worst")]
    found = ["\t".join(heads)]
    for group in groups:
        for row in group.rows:
            marked = [
                listed(title for title, cell in zip(titles, row.cells) if cell.mark == mark)
                for mark in (BEST, WORST)
            ]
            cells = [_for_sheet(cell.text) for cell in row.cells]
            found.append("\t".join([group.title, row.name, row.unit, row.better, *cells, *marked]))
    return "\n".join(found)


def _for_sheet(text: str) -> str:
    """A figure without the marks of thousands and with a minus that spreadsheets know."""
    plain = text.replace(",", "").replace("−", "-")
    try:
        float(plain)
    except ValueError:
        return text
    return plain
