"""One step of the workbench on the screen: a heading that folds, inputs, figures, links."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.project import layer_title, scenario_title
from ..processing.said import listed
from ..processing.translation import tr
from .figures import Figure
from .inputs import Field
from .layers import parcel_titles
from .parts import highlight, link, links, wrapped
from .states import CURRENCY, DONE, EARLIER, METHOD, NOT_RUN, OUTDATED, State
from .steps import Step


class StepPanel(QFrame):
    """A step; it asks to be run, copied, explained or shown by signals, and is told its state and figures."""

    run_wanted = pyqtSignal(str)
    copy_wanted = pyqtSignal(str)
    help_wanted = pyqtSignal(str)
    notes_wanted = pyqtSignal(str)
    show_wanted = pyqtSignal(str, str, str)
    opened = pyqtSignal(str)

    def __init__(self, number: int, step: Step, fields: list[Field], parent: QWidget | None = None):
        super().__init__(parent)
        self.step, self.fields = step, fields
        self.kind = NOT_RUN
        self._offered: list[tuple[str, str, str]] = []
        self.setObjectName(f"step_{step.name}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(self._make_heading(number))
        self.reason = wrapped()
        self.reason.hide()
        layout.addWidget(self.reason)
        self.body = QWidget(self)
        layout.addWidget(self.body)
        self._fill(self.body)
        self.body.hide()

    def _make_heading(self, number: int) -> QHBoxLayout:
        self.heading = QToolButton(self)
        self.heading.setText(tr("{}  {}").format(number, self.step.title))
        self.heading.setCheckable(True)
        self.heading.setAutoRaise(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setArrowType(Qt.ArrowType.RightArrow)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setToolTip(self.step.sentence)
        self.heading.toggled.connect(self._fold)
        self.state = QLabel(self)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.state)
        return row

    def _fill(self, body: QWidget) -> None:
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 0, 4, 4)
        layout.addWidget(wrapped(self.step.sentence, body))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self.fields:
            label = QLabel(field.title, body)
            label.setBuddy(field.focusProxy())
            label.setToolTip(field.toolTip())
            form.addRow(label, field)
        layout.addLayout(form)
        self.run = QPushButton(tr("Run"), body)
        self.run.setToolTip(tr("Runs the study into the result file. What is up to date is used again."))
        self.run.clicked.connect(lambda: self.run_wanted.emit(self.step.name))
        self.show_map = QPushButton(tr("Show on the map"), body)
        self.show_map.clicked.connect(self._show_first)
        row, self.buttons = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self.run)
        row.addWidget(self.show_map)
        self.buttons.addLayout(row)
        layout.addLayout(self.buttons)
        self.message = wrapped("", body)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        layout.addWidget(self.message)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        layout.addLayout(self.grid)
        self.layers = links(body)
        self.layers.linkActivated.connect(self._show)
        layout.addWidget(self.layers)
        layout.addLayout(self._make_foot(body))

    def _make_foot(self, body: QWidget) -> QGridLayout:
        self.help, self.copy, self.notes = (QToolButton(body) for _ in range(3))
        self.help.setText(tr("Help"))
        self.help.setToolTip(tr("What this step does, and how to read its results"))
        self.help.clicked.connect(lambda: self.help_wanted.emit(self.step.name))
        self.copy.setText(tr("Copy command"))
        self.copy.setToolTip(tr("Copy the qgis_process command that repeats this step"))
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self.step.name))
        self.notes.setToolTip(tr("What the last run had to say about this step: read it before the figures"))
        self.notes.clicked.connect(lambda: self.notes_wanted.emit(self.step.name))
        self.notes.hide()
        # Three in a row would be wider than a narrow dock.
        grid = QGridLayout()
        for place, button in enumerate((self.help, self.copy, self.notes)):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            grid.addWidget(button, *divmod(place, 2), Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        return grid

    def add_below_run(self, widget: QWidget) -> None:
        """Something more that this step offers."""
        self.buttons.addWidget(widget)

    def unfold(self) -> None:
        """Open the step."""
        self.heading.setChecked(True)

    def _fold(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        if opened:
            self.opened.emit(self.step.name)

    def _show_first(self) -> None:
        if self._offered:
            self.show_wanted.emit(*self._offered[0])

    def _show(self, target: str) -> None:
        self.show_wanted.emit(*target.split("|"))

    def set_state(self, state: State, titles: dict[str, str]) -> None:
        """Show the state in words, not by colour alone; ``titles`` of the parameters that have changed."""
        self.kind = state.kind
        words = {
            NOT_RUN: tr("○ not run"),
            DONE: tr("✓ up to date"),
            OUTDATED: tr("! out of date"),
            EARLIER: tr("✓ from an earlier run"),
        }
        self.state.setText(words[state.kind])
        words = {
            **titles,
            METHOD: tr("the method of the plugin"),
            CURRENCY: tr("the currency in the options"),
        }
        named = [words.get(name, name) for name in state.because]
        self.reason.setText(tr("Changed since the last run: {}.").format(listed(named)))
        self.reason.setVisible(state.kind == OUTDATED)
        self.run.setText(tr("Run") if state.kind in (NOT_RUN, OUTDATED) else tr("Run again"))

    def set_figures(self, figures: list[Figure]) -> None:
        """Show the headline figures, one a line."""
        while self.grid.count():
            former = self.grid.takeAt(0).widget()
            former.hide()
            former.deleteLater()
        for row, figure in enumerate(figures):
            label, value = wrapped(figure.label, self.body), wrapped(figure.value, self.body)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            font = value.font()
            font.setBold(True)
            value.setFont(font)
            for column, part in enumerate((label, value)):
                part.setToolTip(figure.tip)
                part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.grid.addWidget(part, row, column)

    def set_tables(self, tables: set[str]) -> None:
        """Offer the layers of this step that the result has."""
        self._offered = [shown for shown in self.step.shown if shown[0] in tables]
        parts = [link("|".join(shown), _title(*shown)) for shown in self._offered]
        self.layers.setText(tr("Layers: {}").format(" · ".join(parts)))
        self.layers.setVisible(bool(parts))
        self.show_map.setVisible(bool(parts))

    def set_notes(self, number: int) -> None:
        """Offer what the run has said."""
        self.notes.setText(tr("Notes ({})").format(number))
        self.notes.setVisible(number > 0)

    def say(self, text: str) -> None:
        """A sentence under the button: why a run did not start or has failed. Nothing takes it away."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def mark(self, button: str) -> None:
        """Mark the button to press next: "run", "show" or none."""
        highlight(self.run, button == "run")
        highlight(self.show_map, button == "show")


def _title(table: str, scenario: str, style: str) -> str:
    if style:
        return parcel_titles()[style]
    return scenario_title(scenario) if scenario else layer_title(table)
