"""The thresholds of the what-if dock: one row a rule, with its value, unit and source."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from ..processing.said import listed
from ..processing.translation import tr
from .parts import wrapped
from .whatif_editors import Choice, Industries, Number, heading, small, titled
from .whatif_words import choice_title, group_title, origin_text, rule_title, unit_title


class RuleRow(QWidget):
    """One rule: its title, its value, where the value comes from, and the way back."""

    changed = pyqtSignal()

    def __init__(self, control, industries, money: str | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.control, self._money = control, money
        self.editor = self._editor(industries)
        title, unit = rule_title(control.name), unit_title(control.unit, money)
        self.title = wrapped(tr("{} ({})").format(title, unit) if unit not in ("", "%") else title, self)
        self.title.setBuddy(self.editor)
        self.origin = small(wrapped("", self))
        self.reset = QToolButton(self)
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setToolTip(tr("Back to the value of the result"))
        self.reset.setAccessibleName(tr("Back to the value of the result"))
        titled(self.editor, title, control.note or "")
        self.title.setToolTip(control.note or "")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setVerticalSpacing(1)
        layout.addWidget(self.title, 0, 0)
        layout.addWidget(self.reset, 0, 1)
        layout.addWidget(self.editor, 1, 0, 1, 2)
        layout.addWidget(self.origin, 2, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.editor.changed.connect(self._changed)
        self.reset.clicked.connect(self.back)
        self._tell()

    def _editor(self, industries) -> QWidget:
        if self.control.kind == "list":
            return Industries(self.control, industries, self)
        return (Choice if self.control.choices else Number)(self.control, self)

    @property
    def is_changed(self) -> bool:
        """Whether the value is another one than the result's."""
        return self.editor.value() != self.control.value

    def set_used(self, used: bool) -> None:
        """Hide a rule that has no effect beside the others, unless it was changed."""
        self.setVisible(used or self.is_changed)
        self.editor.setEnabled(used)

    def back(self) -> None:
        """Take the value of the result again."""
        if self.is_changed:
            self.editor.set_value(self.control.value)
            self._changed()

    def take(self, value) -> None:
        """Set a value; nothing is said of it."""
        self.editor.set_value(value)
        self._tell()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        control = self.control
        self.reset.setVisible(self.is_changed)
        if self.is_changed:
            self.origin.setText(tr("Changed here, was {}").format(value_text(control, self._money)))
        else:
            self.origin.setText(origin_text(control.source, control.year, control.status))


class RulePanel(QWidget):
    """All rules that can be tried, in groups. ``changed`` comes with every move of a slider."""

    changed = pyqtSignal()

    def __init__(self, controls, industries, money: str | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.rows: dict[str, RuleRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        for group in dict.fromkeys(control.group for control in controls):
            layout.addWidget(heading(group_title(group), self))
            for control in (control for control in controls if control.group == group):
                row = self.rows[control.name] = RuleRow(control, industries, money, self)
                row.changed.connect(self.changed)
                layout.addWidget(row)
        layout.addStretch(1)
        self.show_used({control.name for control in controls if control.used})

    def values(self) -> dict[str, object]:
        """The values that differ from the result's, by key."""
        return {row.control.key: row.editor.value() for row in self.rows.values() if row.is_changed}

    def take(self, values: dict[str, object]) -> None:
        """Set these values, by key; nothing is said of it."""
        for row in self.rows.values():
            if row.control.key in values:
                row.take(values[row.control.key])

    def show_used(self, names: set[str]) -> None:
        """Show only the rules that have an effect beside the others."""
        for name, row in self.rows.items():
            row.set_used(name in names)

    def discard(self) -> None:
        """All values of the result again; says it once."""
        self.blockSignals(True)
        for row in self.rows.values():
            row.back()
        self.blockSignals(False)
        self.changed.emit()


def value_text(control, money: str | None = None) -> str:
    """The value of a rule as it is read."""
    if control.value is None:
        return tr("not set")
    if control.kind == "list":
        return listed(control.value) or tr("none")
    if control.choices:
        return choice_title(control.name, control.value)
    return tr("{} {}").format(f"{control.value:g}", unit_title(control.unit, money)).rstrip()
