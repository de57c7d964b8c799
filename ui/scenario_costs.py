"""The page of unit costs: each with its range, source and status; edited, saved, and priced again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..core.rules.cost_rows import ASSUMPTION, assumed_count
from ..processing.translation import tr
from .background import Background, begin
from .cost_drafts import Draft, Drafts
from .cost_editor import CostEditor
from .cost_list import ALL, ASSUMED, CHANGED, CostList
from .cost_words import item_title, status_icon
from .parts import highlight, scrolled, wrapped
from .profile_file import ask_where, free_name, write_profile
from .progress_row import ProgressRow
from .scenario_data import title_of
from .scenario_lock_list import plain_button
from .study_again import StudyAgain
from .texts import count, money


def _read(path: Path, parameters: dict) -> tuple:
    """The rules that a result was made with, the rows of its unit costs, the label of its money."""
    from ..core.economics import economics_texts  # noqa: F401  its imports take longer than QGIS may stand still
    from ..core.rules.cost_edits import cost_rows
    from ..processing.results import StoredStudy
    from ..processing.whatif import rules_of

    profile, label = rules_of(StoredStudy(path).log, parameters)
    return profile, cost_rows(profile), label


class CostsPage(QWidget):
    """``again(text)``: the study was asked to run again with other costs. Nothing is changed before that."""

    again = pyqtSignal(str)

    def __init__(self, iface, session, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        self._profile = self._money = None
        self._task: Background | None = None
        self._path: Path | None = None
        self._stale, self._wanted, self._problem = True, "", ""
        self._before: dict[str, float] | None = None
        self.drafts = Drafts()
        self._build()
        self.runs = StudyAgain(session, self.progress, self)
        self._connect()
        self._tell()

    def _build(self) -> None:
        self.mark, self.count = QLabel(self), wrapped("", self)
        self.mark.setPixmap(status_icon(ASSUMPTION).pixmap(16, 16))
        self.search, self.which = QLineEdit(self), QComboBox(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setToolTip(tr("Show only what has this in its name or source."))
        for text, data in ((tr("All"), ALL), (tr("Not verified"), ASSUMED), (tr("Changed"), CHANGED)):
            self.which.addItem(text, data)
        self.which.setToolTip(tr("Which values are listed"))
        self.which.setAccessibleName(tr("Which values are listed"))
        self.which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list, self.editor, self.said = CostList(self), CostEditor(self), wrapped("", self)
        self.apply = plain_button(tr("Apply"), tr("Write these costs into a file and price anew with them."))
        self.discard = plain_button(tr("Discard"), tr("Back to the costs of the result."))
        self.save = plain_button(
            tr("Save profile..."), tr("Write what differs from the shipped costs into a file.")
        )
        self.progress = ProgressRow(self)
        self._lay_out()

    def _lay_out(self) -> None:
        layout, head, find, buttons = QVBoxLayout(self), *(QHBoxLayout() for _ in range(3))
        layout.setContentsMargins(4, 4, 4, 4)
        head.addWidget(self.mark)
        head.addWidget(self.count, 1)
        find.addWidget(self.search, 3)
        find.addWidget(self.which, 2)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(self.list)
        halves.addWidget(scrolled(self.editor, halves))
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        for button in (self.apply, self.discard, self.save):
            buttons.addWidget(button)
        layout.addLayout(head)
        layout.addLayout(find)
        layout.addWidget(halves, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)

    def _connect(self) -> None:
        # Options stand in for what the run does not say: the currency, the rules.
        for signal in (self._session.changed, self._session.options_changed):
            signal.connect(self._renew)
        self._session.busy_changed.connect(lambda _busy: self._tell())
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.which.currentIndexChanged.connect(lambda _index: self._narrow())
        self.list.chosen.connect(self._edit)
        self.editor.typed.connect(lambda item, draft: self._take(item, Draft(*draft)))
        self.editor.reset.connect(self._reset)
        self.apply.clicked.connect(lambda: self.apply_now())
        self.discard.clicked.connect(lambda: self.discard_all())
        self.save.clicked.connect(lambda: self.ask_and_save())
        self.runs.ended.connect(self._priced)

    # The costs of the result

    @property
    def ready(self) -> bool:
        """Whether the costs of the result are there."""
        return self._profile is not None

    def refresh(self) -> None:
        """Read the costs of the result, if that has not been done."""
        if not self._stale or self._task is not None:
            return
        if self._session.path is None:
            self._take_costs(None, "")
            return
        self._stale = False
        work = partial(_read, self._session.path, self._session.parameters())
        failed = tr("The result cannot be read: {}")
        self._task = begin(self, tr("Read the unit costs"), work, self._take_costs, failed)
        self._tell()

    def showEvent(self, event):
        super().showEvent(event)
        self.refresh()

    def _renew(self) -> None:
        if self._task is not None:
            self._task.drop()
            self._task = None
        self._stale = True
        if self.isVisible() or self._session.path is None:
            self.refresh()

    def _take_costs(self, found: tuple | None, problem: str) -> None:
        self._task, self._problem = None, problem
        # What could not be read, or was stopped, is tried again when the page is shown next.
        self._stale = found is None
        self._profile, rows, self._money = found or (None, [], None)
        same, self._path = self._path == self._session.path, self._session.path
        if found is not None or not same:
            self.drafts = self.drafts.renewed(rows) if same else Drafts(rows)
        self.list.show_rows(self.drafts, self._money)
        self._narrow()
        self._edit(self.list.current())
        if self._wanted:
            self.show_item(self._wanted)
        self._tell(problem or self._effect())

    def show_item(self, item: str) -> None:
        """Open a unit cost, once the costs are there."""
        self._wanted = "" if self.ready else item
        if self.ready:
            self.search.clear()
            self.which.setCurrentIndex(self.which.findData(ALL))
            self.list.choose(item)

    def _narrow(self) -> None:
        left = self.list.narrow(self.drafts, self.search.text(), self.which.currentData())
        if self.ready and not left:
            self._tell(tr("No value fits the search."))
        else:
            self._tell()

    # Editing

    def _edit(self, item: str) -> None:
        row = self.drafts.rows.get(item)
        self.editor.show_row(row, self.drafts.draft(item) if row is not None else None, self._money)
        if row is not None:
            self.editor.tell(self.drafts.problem(item), item in self.drafts.changed)

    def _take(self, item: str, draft: Draft) -> None:
        self.drafts.take(item, draft)
        self.list.show_row(self.drafts, item)
        self.editor.tell(self.drafts.problem(item), item in self.drafts.changed)
        self._tell()

    def _reset(self, item: str) -> None:
        self.drafts.reset(item)
        self.list.show_row(self.drafts, item)
        self._edit(item)
        self._tell()

    def discard_all(self) -> None:
        """Back to the costs of the result."""
        self.drafts.clear()
        self.list.show_rows(self.drafts, self._money)
        self._narrow()
        self._edit(self.list.current())

    # Saving and pricing

    def profile(self, name: str):
        """The rules of the result with the costs as they were edited. Errors: LandRenewalError."""
        from ..core.rules.cost_edits import with_edits

        for item, problem in self.drafts.problems().items():
            title = item_title(self.drafts.rows[item])
            raise LandRenewalError(tr("{}: {}").format(title, problem))
        return with_edits(self._profile, self.drafts.edits(), name)

    def ask_and_save(self) -> None:
        """Save the profile where the user says."""
        chosen = ask_where(self, self._session.path)
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> bool:
        """Write the profile; whether that went well is said."""
        return write_profile(self.profile, path, self._tell)

    def apply_now(self) -> None:
        """Write the profile beside the result and run the study with it."""
        problem = self.runs.refusal()
        if problem:
            self._tell(problem)
            return
        path = free_name(self._session.path)
        if not self.save_to(path):
            return
        self._before = self._values()
        self._tell(self.runs.start({"RULES": str(path)}, tr("Pricing with {}.").format(path.name)))
        self.again.emit(tr("Pricing with other unit costs"))

    def _priced(self, ok: bool, problem: str) -> None:
        if not ok:
            self._before = None
            self._tell(problem)

    def _values(self) -> dict[str, float]:
        return {
            row["scenario"]: row["npv_fiscal"]
            for row in self._session.values("economics", "scenario", "npv_fiscal")
            if row.get("npv_fiscal") is not None
        }

    def _effect(self) -> str:
        """Present values before and after, once the scenarios were priced anew."""
        # The costs may have been read again in the midst of a run.
        if self._before is None or self.runs.running:
            return ""
        before, self._before = self._before, None
        said = [
            tr("{}: {} → {}").format(title_of(name), money(before[name]), money(now))
            for name, now in self._values().items()
            if name in before and name != "status_quo"
        ]
        return "\n".join((tr("Priced anew. Present value for the government:"), *said))

    # Words

    def _tell(self, text: str = "") -> None:
        changed, wrong = self.drafts.changed, self.drafts.problems()
        assumed, total = assumed_count(list(self.drafts.rows.values()))
        counted = tr("{} of {} values are assumptions that nobody has verified.")
        self.count.setText(counted.format(count(assumed), count(total)) if total else "")
        self.mark.setVisible(bool(assumed))
        if not text:
            text = self._problem
        if not text and self._session.path is None:
            text = tr("Open a result first, or run the study.")
        elif not text and self._task is not None:
            text = tr("Reading the unit costs ...")
        elif not text and wrong:
            text = tr("Values that cannot stand: {}. Mend them first.").format(count(len(wrong)))
        elif not text and changed:
            text = tr("Values changed: {}. Not applied yet.").format(count(len(changed)))
        self.said.setText(text)
        self.said.setVisible(bool(text))
        free = not self._session.busy
        self.list.setEnabled(self.ready)
        self.editor.setEnabled(self.ready and bool(self.list.current()) and not self.runs.running)
        self.apply.setEnabled(self.ready and bool(changed) and not wrong and free)
        self.discard.setEnabled(self.ready and bool(changed) and not self.runs.running)
        self.save.setEnabled(self.ready and not wrong)
        highlight(self.apply, self.apply.isEnabled())
