"""The page of QGIS's options on libraries: which are there, and installing what is missing, after asking."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from ..processing import libraries
from ..processing.libraries import LIBRARIES, MISSING, OK, UNFIT, Plan
from ..processing.said import listed
from ..processing.translation import tr
from .background import begin
from .install_task import InstallTask
from .options import PageFactory, Pages

NAME = "LandRenewalLibraries"
_pages = Pages()
# QGIS forgets tasks that nobody refers to.
_running: list = []


def register(iface) -> None:
    """Add the page to QGIS's options."""
    _pages.add(iface, PageFactory(tr("Libraries"), LibrariesPage, (tr("Land Renewal"),)))


def unregister() -> None:
    """Take the page away again."""
    _pages.remove()


def state_title(state: str) -> str:
    """The state of a library in words."""
    return {OK: tr("works"), MISSING: tr("missing"), UNFIT: tr("too old or broken")}.get(state, "...")


def start(task) -> None:
    """Run a task in the background."""
    _running.append(task)
    for signal in (task.taskCompleted, task.taskTerminated):
        signal.connect(lambda: _running.remove(task) if task in _running else None)
    QgsApplication.taskManager().addTask(task)


class LibrariesPage(QgsOptionsPageWidget):
    """``folder``, ``extra``: where to, and more options for pip."""

    def __init__(self, parent=None, folder=None, extra=()):
        super().__init__(parent)
        self.setObjectName(NAME)
        self._folder, self._extra = folder or libraries.library_folder(), tuple(extra)
        self.states: dict[str, str] = {}
        self.plan: Plan | None = None
        self.summary, self.note = _wrapped(QLabel(self)), _wrapped(QLabel(self))
        self.table = QTreeWidget(self)
        self.table.setHeaderLabels([tr("Library"), tr("State"), tr("Version"), tr("What for")])
        self.table.setRootIsDecorated(False)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.command = QPlainTextEdit(self)
        self.command.setReadOnly(True)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.command.setMaximumHeight(5 * self.fontMetrics().height())
        self.command.setToolTip(tr("This is what would be run."))
        self.again = QPushButton(tr("Look again"), self)
        self.install = QPushButton(tr("Install what is missing..."), self)
        self.stop = QPushButton(tr("Stop"), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self._task: InstallTask | None = None
        self._lay_out()
        self.again.clicked.connect(lambda: self.look())
        self.install.clicked.connect(lambda: self.ask())
        self.stop.clicked.connect(lambda: self._task.cancel() if self._task else None)
        self._busy(False)
        self.look()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for widget in (self.again, self.install, self.bar, self.stop):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        for widget in (self.summary, self.table, self.note, self.command):
            whole.addWidget(widget, 1 if widget is self.table else 0)
        whole.addLayout(buttons)

    def look(self) -> None:
        """Find out what is there; the answer comes a little later."""
        self.summary.setText(tr("Looking at the libraries..."))
        self.install.setEnabled(False)
        self._fill({})
        failed = tr("The libraries cannot be looked at: {}")
        begin(self, tr("Looking at the libraries"), libraries.states, self._looked, failed)

    def _looked(self, states: dict[str, str] | None, problem: str) -> None:
        if problem:
            self.summary.setText(problem)
        else:
            self.show_states(states)

    def show_states(self, states: dict[str, str]) -> None:
        """Say what is there and what would be done about the rest."""
        self.states = states
        self._fill(states)
        lacking = [library for library in LIBRARIES if states.get(library.name) != OK]
        needed = [library.name for library in lacking if library.needed]
        if needed:
            text = tr("Land Renewal cannot compute anything without {}.").format(listed(needed))
        elif lacking:
            names = listed(library.name for library in lacking)
            text = tr("Everything needed is there. {} would add to it.").format(names)
        else:
            text = tr("All libraries are there.")
        self.summary.setText(text)
        self._show_plan([library.name for library in lacking])

    def _show_plan(self, names: list[str]) -> None:
        python = libraries.python_program()
        self.plan = libraries.make_plan(
            names, self.states, python or "python3", self._folder, libraries.versions(),
            libraries.present_modules(), self._extra,
        )  # fmt: skip
        notes = []
        if self.plan.refused:
            text = tr(
                "{} is not installed from here: the copy of the package index would crash QGIS. It comes with"
                " QGIS or its installer."
            )
            notes.append(text.format(listed(self.plan.refused)))
        if python is None and self.plan.command:
            notes.append(tr("QGIS's Python was not found as a program: type the command with its path."))
        if self._folder.is_dir() and libraries.strangers_in(self._folder):
            strangers = listed(libraries.strangers_in(self._folder))
            text = tr("The folder {} is not used because it holds {}, which would crash QGIS.")
            notes.append(text.format(self._folder, strangers))
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        self.command.setPlainText(self.plan.shown())
        self.command.setVisible(bool(self.plan.command))
        self.install.setEnabled(bool(self.plan.command) and python is not None)

    def _fill(self, states: dict[str, str]) -> None:
        versions = libraries.versions()
        self.table.clear()
        for library in LIBRARIES:
            state = states.get(library.name, "")
            texts = [
                library.name,
                state_title(state),
                versions.get(library.name, ""),
                libraries.purpose(library.name),
            ]
            row = QTreeWidgetItem(texts)
            row.setData(0, Qt.ItemDataRole.UserRole, state)
            if state in (MISSING, UNFIT):
                font = row.font(1)
                font.setBold(True)
                row.setFont(1, font)
            self.table.addTopLevelItem(row)

    def ask(self) -> None:
        """Show the command and where things go; install after a yes."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Install libraries"))
        box.setText(tr("This command will be run:"))
        box.setInformativeText(
            self.plan.shown()
            + "\n\n"
            + tr(
                "It writes into your QGIS profile only, into {}. Other plugins will find these libraries too."
                " To undo it, delete that folder."
            ).format(self._folder)
        )
        yes = box.addButton(tr("Install"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is yes:
            self.carry_out()

    def carry_out(self) -> None:
        """Install in the background."""
        self._busy(True)
        self.summary.setText(tr("Installing..."))
        self._task = InstallTask(self.plan)
        self._task.said.connect(self._said)
        self._task.done.connect(self._installed)
        start(self._task)

    def _said(self, text: str) -> None:
        lines = [line for line in text.splitlines() if line.strip()]
        if lines:
            self.summary.setText(lines[-1][:200])

    def _installed(self, ok: bool, sentence: str) -> None:
        self._task = None
        self._busy(False)
        self.summary.setText(sentence)
        self.install.setEnabled(not ok)

    def _busy(self, busy: bool) -> None:
        for widget in (self.bar, self.stop):
            widget.setVisible(busy)
        for widget in (self.again, self.install):
            widget.setVisible(not busy)

    def apply(self) -> None:
        """Nothing waits for OK."""


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
