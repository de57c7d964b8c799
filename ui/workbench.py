"""The workbench: six steps from layers to scenarios, in a dock that fits beside the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..core.common.errors import LandRenewalError
from ..processing.said import said
from ..processing.settings import USUAL_CURRENCY, standing
from ..processing.translation import tr
from . import guide
from .choices import Choices
from .commands import commands
from .help import chapter, help_html
from .layers import LayerLoader, show_layer, use_style
from .notes import count, notes, notes_html
from .outputs import Outputs, open_file, report_parameters, target_of
from .parts import highlight, link, links, scrolled, show_text
from .progress_row import ProgressRow
from .sample import open_sample
from .session import Session, is_result
from .states import NOT_RUN, changes, state_of
from .step_panel import StepPanel
from .steps import READINESS, Report, Step, steps

NAME = "LandRenewalWorkbench"
HIDE_GUIDE = "land_renewal/hide_guide"


def make(iface, session: Session) -> WorkbenchDock:
    """The dock."""
    return WorkbenchDock(iface, session, iface.mainWindow())


class WorkbenchDock(QDockWidget):
    """Gathers the inputs of the study, runs it in the background, shows what came out."""

    def __init__(self, iface, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Workbench"), parent)
        self.setObjectName(NAME)
        self._iface, self._session = iface, session
        self._advised = ""
        # Steps whose results were looked at, for the guide; and a layer to show once it is loaded.
        self._seen: set[str] = set()
        self._wanted: tuple[str, str, str] | None = None
        self.choices = Choices(session, self)
        self.loader = LayerLoader(session, self)
        self.panels: dict[str, StepPanel] = {}
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._make_guide(inside))
        label = QLabel(tr("Result"), inside)
        label.setBuddy(self.choices.output)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.choices.output, 1)
        layout.addLayout(row)
        for number, step in enumerate(steps(), 1):
            layout.addWidget(self._make_panel(number, step, inside))
        layout.addStretch(1)
        outer = QWidget(self)
        column = QVBoxLayout(outer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside, outer), 1)
        self.progress = ProgressRow(outer)
        column.addWidget(self.progress)
        self.setWidget(outer)

    def _make_guide(self, parent: QWidget) -> QWidget:
        self.guide = QWidget(parent)
        self.advice = links(self.guide)
        self.advice.linkActivated.connect(lambda _: self.show_guide(False))
        self.sample = QPushButton(tr("Open the sample district"), self.guide)
        self.sample.setToolTip(tr("A made-up place to try things on, copied into your QGIS profile"))
        self.sample.clicked.connect(self.open_sample)
        layout = QVBoxLayout(self.guide)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.advice)
        layout.addWidget(self.sample)
        return self.guide

    def _make_panel(self, number: int, step: Step, parent: QWidget) -> StepPanel:
        fields = [self.choices.add(name, parent) for name in step.inputs]
        panel = StepPanel(number, step, [field for field in fields if field is not None], parent)
        self.panels[step.name] = panel
        if step.name == "data":
            self.readiness = QPushButton(tr("Readiness report"), panel)
            self.readiness.setToolTip(tr("What the data are enough for, and what is missing, as a page"))
            self.readiness.clicked.connect(self.report_readiness)
            panel.add_below_run(self.readiness)
        if step.name == "outputs":
            self.outputs = Outputs(self._session, panel)
            self.outputs.wanted.connect(self.write_report)
            self.outputs.failed.connect(panel.say)
            panel.add_below_run(self.outputs)
        return panel

    def _connect(self) -> None:
        for panel in self.panels.values():
            panel.run_wanted.connect(self.run_step)
            panel.copy_wanted.connect(self.copy_command)
            panel.help_wanted.connect(self.show_help)
            panel.notes_wanted.connect(self.show_notes)
            panel.show_wanted.connect(lambda *what, panel=panel: self._look(panel, *what))
            panel.opened.connect(self._fold_others)
        self.progress.cancelled.connect(self._session.cancel)
        self.choices.changed.connect(self._soon)
        self.choices.result_chosen.connect(self._open_result)
        self.loader.done.connect(self._loaded)
        self._session.changed.connect(self._result_changed)
        self._session.busy_changed.connect(self._busy)
        self._session.options_changed.connect(self._soon)
        project = QgsProject.instance()
        project.cleared.connect(self._other_project)
        for signal in (project.layersAdded, project.layersRemoved, project.readProject, project.projectSaved):
            signal.connect(self._soon)
        # Rules are edited in another program; coming back is the time to look at them again.
        QgsApplication.instance().applicationStateChanged.connect(self._soon)

    def _soon(self, *_what) -> None:
        self._later.start()

    def refresh(self) -> None:
        """Choices, states, figures and the guide, as things are now; while something runs the guide only."""
        if self._session.busy or self.loader.loading:
            self._guide(True, self._session.path is not None)
            return
        self.choices.prefill()
        chosen, titles = self.choices.parameters(), self.choices.titles()
        own = self._session.path is not None and self._session.path == Path(chosen.get("OUTPUT", ""))
        tables = self._session.tables() if own else set()
        changed = changes(self._session, chosen)
        for panel in self.panels.values():
            panel.set_state(state_of(panel.step, self._session, chosen, changed), titles)
            panel.set_tables(tables)
            self._figures(panel)
        self.outputs.refresh()
        self._guide(bool(chosen.get("PARCELS")), bool(tables))

    def _figures(self, panel: StepPanel) -> None:
        """Figures are read when they can be seen."""
        if panel.heading.isChecked():
            has_run = panel.kind != NOT_RUN
            panel.set_figures(panel.step.figures(self._session) if has_run else [])
            panel.set_notes(count(notes(self._session, panel.step)) if has_run else 0)

    def _busy(self, busy: bool) -> None:
        for panel in self.panels.values():
            panel.run.setEnabled(not busy)
        self.readiness.setEnabled(not busy)
        self.outputs.refresh()
        self._soon()

    # -- running -----------------------------------------------------------------------------------------

    def open_sample(self) -> None:
        """Open the sample district and begin the guided tour."""
        try:
            open_sample(self._iface)
        except LandRenewalError as error:
            self._warn(said(error))
            return
        self._seen.clear()
        self.panels["data"].unfold()
        self.refresh()

    def run_step(self, name: str, more: dict | None = None, on_done=None) -> None:
        """Run the study; sentences about it go to the step it was started from."""
        panel, chosen = self.panels[name], self.choices.parameters()
        panel.say("")
        problem = self._problem(chosen)
        if problem:
            panel.say(problem)
            return

        def done(ok: bool, results: dict, log: str) -> None:
            self._ended(panel, ok, log)
            if ok:
                self.choices.take_result()
                self.loader.load()
                if on_done is not None:
                    on_done(results)

        self.progress.start(tr("Reading the layers"))
        self._session.run("study", {**chosen, **(more or {})}, done, self.progress.at)

    def report_readiness(self) -> None:
        """Run the study with the readiness report, and open it."""
        output = self.choices.parameters().get("OUTPUT", "")
        target = target_of(Path(output), READINESS[2]) if output else Path()
        more = {READINESS[1]: str(target)}
        self.run_step("data", more, lambda _results: open_file(str(target)))

    def write_report(self, report: Report) -> None:
        """Write one of the outputs of the last step, and open it."""
        panel = self.panels["outputs"]
        panel.say("")
        try:
            parameters = report_parameters(report, self._session.path, self.choices.parameters())
        except LandRenewalError as error:
            panel.say(said(error))
            return

        def done(ok: bool, results: dict, log: str) -> None:
            self._ended(panel, ok, log)
            if ok:
                open_file(parameters[report.parameter])

        self.progress.start(f"{report.subject}: {report.title}")
        self._session.run(report.algorithm, parameters, done, self.progress.at)

    def _problem(self, chosen: dict) -> str:
        """Why the study cannot start; "" when it can."""
        if not chosen.get("PARCELS"):
            return tr("Choose the layer of parcels in the first step.")
        if not chosen.get("OUTPUT"):
            return tr("Name a file for the result, at the top.")
        path = Path(chosen["OUTPUT"])
        if path.exists() and not is_result(path):
            return tr("{} is there already and is no result of a study: name another file.").format(path.name)
        return ""

    def _ended(self, panel: StepPanel, ok: bool, log: str) -> None:
        self.progress.finish()
        if not ok:
            said = _reason(log)
            panel.say(said)
            panel.unfold()
            self._warn(said)
        self._soon()

    def _warn(self, text: str) -> None:
        self._iface.messageBar().pushMessage(tr("Land Renewal"), text, Qgis.MessageLevel.Warning)

    # -- showing -----------------------------------------------------------------------------------------

    def show_table(self, table: str, scenario: str = "", style: str = "") -> None:
        """Show a layer of the result on the map and in the layer tree; load it when it is not there."""
        layer = self._session.layer(table, scenario or None) or self._session.layer(table)
        if layer is None:
            self._wanted = (table, scenario, style)
            self.loader.load()
            return
        if style:
            use_style(layer, style)
        show_layer(self._iface, layer)
        self.refresh()

    def _look(self, panel: StepPanel, table: str, scenario: str, style: str) -> None:
        self._seen.add(panel.step.name)
        self.show_table(table, scenario, style)

    def copy_command(self, name: str) -> None:
        """Put the command that repeats the step on the clipboard, and those of the pages it has written."""
        panel = self.panels[name]
        try:
            lines = commands(name, self.choices.parameters())
        except LandRenewalError as error:
            panel.say(said(error))
            return
        QgsApplication.clipboard().setText("\n".join(lines))
        text, currency = tr("Copied. Paste it into a terminal or a script."), standing()["CURRENCY"]
        if currency != USUAL_CURRENCY:
            more = tr("Another QGIS has to have the currency {} in its options as well.").format(currency)
            text = f"{text} {more}"
        panel.say(text)

    def show_help(self, name: str) -> QDialog:
        """Explain a step in a window of its own."""
        step = self.panels[name].step
        dialog = show_text(self, step.title, help_html(step), "html")
        dialog.browser.setOpenLinks(False)
        dialog.browser.anchorClicked.connect(
            lambda _: show_text(dialog, step.title, chapter(step), "markdown")
        )
        return dialog

    def show_notes(self, name: str) -> QDialog:
        """What the last run has said about a step, in a window of its own."""
        step = self.panels[name].step
        return show_text(self, step.title, notes_html(step, notes(self._session, step)), "html")

    def show_guide(self, on: bool) -> None:
        """Show or hide the guided tour; QGIS remembers it."""
        QgsSettings().setValue(HIDE_GUIDE, not on)
        self._seen.clear()
        self.refresh()

    def _guide(self, parcels: bool, has_run: bool) -> None:
        hidden = QgsSettings().value(HIDE_GUIDE, False, bool)
        project = QgsProject.instance()
        saved = bool(project.fileName()) and not project.isDirty()
        said = guide.advice(parcels, self._session.busy, has_run, self._seen, saved)
        for name, panel in self.panels.items():
            panel.mark(said.button if said.step == name and not hidden else "")
        highlight(self.sample, said.button == guide.SAMPLE)
        highlight(self.outputs.save, said.button == guide.SAVE and not hidden)
        self.sample.setVisible(said.button == guide.SAMPLE)
        self.advice.setVisible(not hidden)
        self.advice.setText(f"{said.text} {link('hide', tr('Hide the guide'))}")
        if said.step and not hidden and said.step != self._advised:
            self._advised = said.step
            self.panels[said.step].unfold()

    # -- what happens outside ----------------------------------------------------------------------------

    def _open_result(self, text: str) -> None:
        path = Path(text)
        if path != self._session.path and is_result(path):
            self._session.open(path)
            self.choices.take_result()
            self.loader.load()

    def _result_changed(self) -> None:
        if self._session.layers() and not self.loader.loading:
            self.loader.load()
        self._soon()

    def _loaded(self, number: int) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self._session.layer(wanted[0]) is not None:
            self.show_table(*wanted)
        if number:
            self.choices.hide_replaced()
        self._soon()

    def _other_project(self) -> None:
        self._seen.clear()
        self._advised = ""
        self._soon()

    def _fold_others(self, name: str) -> None:
        for other, panel in self.panels.items():
            if other != name:
                panel.heading.setChecked(False)
        self._figures(self.panels[name])


def _reason(log: str) -> str:
    """Why a run has failed, in a sentence."""
    last = next((line for line in reversed(log.splitlines()) if line.strip()), "")
    if "Traceback (most recent call last)" in log:
        return tr("A mistake in the plugin, please report it with the log: {}").format(last)
    return last or tr("The run has failed.")
