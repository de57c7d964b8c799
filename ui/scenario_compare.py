"""The page that compares: the table, what it says in words, and ways to pass it on."""

from __future__ import annotations

from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..processing import settings
from ..processing.said import listed
from ..processing.translation import tr
from .outputs import offered, open_file, report_parameters, target_of
from .parts import link, links, wrapped
from .progress_row import ProgressRow
from .scenario_data import ScenarioData
from .scenario_rows import ALL, BEST, SHORT, SIGNS, WORST, Board, as_text, make_board, words_of
from .scenario_table import CompareTable

_ALGORITHM, _PICTURES = "evaluateeconomics", "PICTURES"
_LEAST = 90


class ComparePage(QWidget):
    """Scenarios side by side in figures and in words."""

    def __init__(self, iface, session, data: ScenarioData, parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self._data = session, data
        self.board: Board | None = None
        self._said: dict[str, list[str]] = {}
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.part = QComboBox(self)
        self.part.setToolTip(tr("Which figures to show"))
        self.part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        label = QLabel(tr("Show"), self)
        label.setBuddy(self.part)
        self.copy = QPushButton(tr("Copy table"), self)
        self.copy.setToolTip(tr("Put the rows that are shown on the clipboard, to paste into a spreadsheet"))
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.part, 1)
        top.addWidget(self.copy)
        self.table = CompareTable(self)
        self.detail = wrapped(parent=self)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setAccessibleName(tr("About the figure chosen"))
        self.words = QTextBrowser(self)
        self.words.setAccessibleName(tr("The comparison in words"))
        above = QWidget(self)
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.table, 1)
        upper.addWidget(self.detail)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        for part, share in ((above, 3), (self.words, 2)):
            self.split.addWidget(part)
            part.setMinimumHeight(_LEAST)
            self.split.setStretchFactor(self.split.count() - 1, share)
        self.split.setChildrenCollapsible(False)
        self.said, self.reports, self.progress = wrapped(parent=self), links(self), ProgressRow(self)
        self.said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.split, 1)
        for item in (self.reports, self.said, self.progress):
            layout.addWidget(item)

    def _connect(self) -> None:
        self._data.ready.connect(self._show)
        self.part.currentIndexChanged.connect(lambda _index: self._show_part())
        self.copy.clicked.connect(lambda: self.copy_table())
        self.reports.linkActivated.connect(self._follow)
        self.progress.cancelled.connect(self._session.cancel)
        self._session.busy_changed.connect(self._tell_reports)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())

    def refresh(self) -> None:
        """Show the result as it is now."""
        if not self._data.fresh and self._session.path is not None:
            self._say(tr("Reading the scenarios ..."))
        self._data.need()

    def _show(self) -> None:
        self.board = make_board(self._data.tables) if self._data.tables else None
        self._said = words_of(self._data.tables)
        chosen = self.part.currentData() or SHORT
        groups = self.board.groups if self.board is not None else ()
        entries = [(SHORT, tr("In short")), *((g.key, g.title) for g in groups), (ALL, tr("Everything"))]
        self.part.blockSignals(True)
        self.part.clear()
        for key, title in entries:
            self.part.addItem(title, key)
        self.part.setCurrentIndex(max(self.part.findData(chosen), 0))
        self.part.blockSignals(False)
        self._show_part()
        self.words.setHtml(self._html())
        for item in (self.part, self.copy, self.table):
            item.setEnabled(self.board is not None)
        self.split.setVisible(self.board is not None)
        self._say(self._problem())
        self._tell_reports()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _problem(self) -> str:
        if self._data.problem:
            return self._data.problem
        if self._session.path is None:
            return tr("Open a result first, or run the study.")
        if self.board is None:
            return tr("This result has no scenarios: run the study again from the workbench.")
        if "scenario_comparison" not in self._data.tables:
            return tr("The scenarios of this result are not priced: run the study again from the workbench.")
        return ""

    def _show_part(self) -> None:
        self.table.show_groups(self.board, self.board.part(self.part.currentData()) if self.board else ())
        self._tell_cell()
        # Only now the splitter knows how much room the dock gives it.
        QTimer.singleShot(0, self.table.fit)

    def _tell_cell(self) -> None:
        """What the tooltip says, for the keyboard; else what the signs mean."""
        cell = self.table.rows.cell(self.table.currentIndex())
        if cell is not None:
            self.detail.setText(cell.tip)
        elif self.board is not None:
            signs = tr("{} best, {} worst of the scenarios other than the status quo.")
            told = (signs.format(SIGNS[BEST], SIGNS[WORST]), self.board.rests)
            self.detail.setText(listed(filter(None, told), " "))

    def _html(self) -> str:
        from ..core.economics.economics_texts import words

        page = words(settings.screen_language())["page"]
        parts = [f"<p><b>{escape(text)}</b></p>" for text in self._said.get("tradeoff", ())]
        parts.append(_bullets(self._said.get("profile", ())))
        if self._said.get("recommendation"):
            parts.append(f"<h4>{escape(page['judgement'])}</h4><p>{escape(page['judgement_note'])}</p>")
            parts.append(_bullets(self._said["recommendation"]))
        return "".join(parts)

    def copy_table(self) -> None:
        """Put the rows that are shown on the clipboard."""
        if self.board is None:
            return
        groups = self.board.part(self.part.currentData())
        QgsApplication.clipboard().setText(as_text(self.board, groups))
        self._say(tr("Copied: {} rows. Paste them into a spreadsheet.").format(_count(groups)))

    # -- page and workbook -------------------------------------------------------------------------------

    def _reports(self) -> list:
        return [one for one in offered() if one.algorithm == _ALGORITHM and one.parameter != _PICTURES]

    def _tell_reports(self, _busy: bool = False) -> None:
        """Links that open what has been written, and that write it."""
        path, parts = self._session.path, []
        self.reports.setVisible(path is not None and self.board is not None)
        if path is None:
            return
        for report in self._reports():
            title = report.title[:1].lower() + report.title[1:]
            target = target_of(path, report.suffix)
            if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
                parts.append(link(f"open:{report.suffix}", tr("Open the {}").format(title)))
            elif not self._session.busy:
                parts.append(link(f"write:{report.suffix}", tr("Write the {}").format(title)))
        self.reports.setText(" · ".join(parts))

    def _follow(self, target: str) -> None:
        what, _, suffix = target.partition(":")
        if what == "open":
            open_file(str(target_of(self._session.path, suffix)))
        else:
            self.write_report(next(one for one in self._reports() if one.suffix == suffix))

    def write_report(self, report) -> None:
        """Write the page or the workbook beside the result, and open it."""
        path = self._session.path
        try:
            parameters = report_parameters(report, path, self._session.parameters())
        except LandRenewalError:
            self._say(
                tr("It is not known what this result was made from: run the study once from the workbench.")
            )
            return

        def done(ok: bool, _results: dict, log: str) -> None:
            self.progress.finish()
            self._say("" if ok else (log.strip().rpartition("\n")[2] or tr("The run has failed.")))
            self._tell_reports()
            if ok:
                open_file(parameters[report.parameter])

        self._say("")
        self.progress.start(f"{report.subject}: {report.title}")
        self._session.run(report.algorithm, parameters, done, self.progress.at)


def _bullets(texts) -> str:
    """As a list that leaves the narrow dock its width."""
    made = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul style="margin-left: 14px; -qt-list-indent: 0">{made}</ul>' if texts else ""


def _count(groups) -> int:
    return sum(len(group.rows) for group in groups)
