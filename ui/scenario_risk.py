"""The page of risk: what a scenario's present value hangs on, how often it pays, and where that turns."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..core.rules.cost_rows import ASSUMPTION
from ..processing.translation import tr
from . import risk_words
from .cost_words import status_icon
from .parts import link, links, scrolled, wrapped
from .risk_tornado import Tornado
from .scenario_data import ScenarioData, scenarios_of, title_of
from .scenario_lock_list import ColumnFit
from .whatif_editors import heading
from .whatif_results import RowsModel, table_view


class RiskPage(QWidget):
    """``cost_wanted(item)``: open a unit cost."""

    cost_wanted = pyqtSignal(str)

    def __init__(self, session, data: ScenarioData, parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self.data = session, data
        self._rows: list[tuple] = []
        self._build()
        self.data.ready.connect(self._show)
        for choice in (self.scenario, self.view):
            choice.currentIndexChanged.connect(lambda _index: self._show_chosen())
        self.tornado.wanted.connect(self.cost_wanted)
        self.breaks.linkActivated.connect(self.cost_wanted)
        self._fill_scenarios()
        self.refresh()

    def _build(self) -> None:
        self.scenario, self.view = QComboBox(self), QComboBox(self)
        for choice, name, tip in (
            (self.scenario, tr("Scenario"), tr("The scenario that is looked into")),
            (self.view, tr("Whose money"), tr("The government's money, or that of all parties together")),
        ):  # fmt: skip
            choice.setAccessibleName(name)
            choice.setToolTip(tip)
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said = wrapped("", self)
        self.inside = QWidget(self)
        self.chances, self.note, self.rest = (wrapped("", self.inside) for _ in range(3))
        self.mark, self.breaks = QLabel(self.inside), links(self.inside)
        self.mark.setPixmap(status_icon(ASSUMPTION).pixmap(16, 16))
        self.tornado = Tornado(self.inside)
        headings = (tr("Scenario"), tr("Above 0"), tr("First"), tr("First of changes"))
        self.model = RowsModel(headings, 1, self)
        self.shares = table_view(self.model, tr("How often each scenario pays and comes first"), self.inside)
        self._columns = ColumnFit(self.shares, (3,), 0)
        self._lay_out()

    def _lay_out(self) -> None:
        inner, rest, choices = QVBoxLayout(self.inside), QHBoxLayout(), QHBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        rest.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        rest.addWidget(self.rest, 1)
        for widget in (heading(tr("Sensitivity"), self.inside), self.note, self.tornado):
            inner.addWidget(widget)
        inner.addLayout(rest)
        for widget in (
            heading(tr("How often it pays"), self.inside), self.chances, self.shares,
            heading(tr("Break-even values"), self.inside), self.breaks,
        ):  # fmt: skip
            inner.addWidget(widget)
        inner.addStretch(1)
        choices.addWidget(self.scenario, 3)
        choices.addWidget(self.view, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(choices)
        layout.addWidget(self.said)
        layout.addWidget(scrolled(self.inside, self), 1)

    def refresh(self) -> None:
        """Show the result as it is now."""
        self._tell()
        self.data.need()

    def _fill_scenarios(self) -> None:
        _fill(self.scenario, [(name, title_of(name)) for name in scenarios_of(self._session)])

    def show_scenario(self, name: str) -> None:
        """Look into a scenario."""
        self.scenario.setCurrentIndex(max(self.scenario.findData(name), 0))

    def _show(self) -> None:
        self._fill_scenarios()
        _fill(self.view, risk_words.views_of(self.data.tables))
        self._show_chosen()

    def _show_chosen(self) -> None:
        tables, scenario, view = self.data.tables, self.scenario.currentData(), self.view.currentData()
        bars = risk_words.bars_of(tables, scenario, view)
        self.tornado.show_bars(bars)
        self.note.setText(_scale(bars))
        self.rest.setText(risk_words.rest_on(tables, bars))
        for widget in (self.mark, self.rest):
            widget.setVisible(bool(self.rest.text()) and any(bar.assumed for bar in bars))
        self.chances.setText(risk_words.chances(tables, scenario, view))
        self._rows = risk_words.share_rows(tables, view)

        def cells(place: int) -> tuple:
            row = self._rows[place]
            said = tr(
                "{}: above 0 in {} of the draws, first in {}, first of those that change anything in {}."
            )
            return (*row, said.format(*row))

        self.model.show(len(self._rows), cells)
        self._fit()
        breaks = risk_words.breaks_of(tables, scenario, view)
        self.breaks.setText(_breaks_html(breaks))
        self._tell()

    def _fit(self) -> None:
        self._columns.fit()
        height = self.shares.horizontalHeader().sizeHint().height() + 2 * self.shares.frameWidth()
        rows = sum(self.shares.rowHeight(place) for place in range(len(self._rows)))
        self.shares.setFixedHeight(height + rows)

    def _tell(self) -> None:
        if self._session.path is None:
            text = tr("Open a result first, or run the study.")
        elif not self.data.fresh:
            text = tr("Reading the scenarios ...")
        else:
            text = self.data.problem
            if not text and not self.view.count():
                text = tr("The scenarios of this result are not priced: run the study with all steps.")
        self.said.setText(text)
        self.said.setVisible(bool(text))
        shown = self.data.fresh and bool(self.view.count()) and bool(self.scenario.count())
        self.inside.setVisible(shown)
        for choice in (self.scenario, self.view):
            choice.setEnabled(shown)


def _fill(choice: QComboBox, entries) -> None:
    """Other entries; the one that was chosen stays so."""
    former = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for data, text in entries:
        choice.addItem(text, data)
    choice.setCurrentIndex(max(choice.findData(former), 0) if choice.count() else -1)
    choice.blockSignals(False)


def _scale(bars) -> str:
    """What the bars are, and how long the longest are."""
    if not bars:
        return tr("Nothing that has a range changes the present value.")
    ends = sorted(end for bar in bars for end in ((bar.low, bar.at_low), (bar.high, bar.at_high)))
    return tr(
        "Change of the present value from the low (white) to the high end (dark) of each range, the others as"
        " they are: the bars reach from {} to {}. Click one to edit it."
    ).format(ends[0][1], ends[-1][1])


def _breaks_html(breaks) -> str:
    if not breaks:
        return tr("No single unit cost makes the present value 0 or changes the order.")
    ranges = {
        True: tr("within its range"),
        False: tr("outside its range"),
        None: tr("it has no range"),
    }
    lines = [
        tr("{} ({})").format(f"{link(one.item, one.name)} {escape(one.text)}", ranges[one.within])
        for one in breaks
    ]
    return "".join(f"<p style='margin: 0 0 4px 0'>{line}</p>" for line in lines)
