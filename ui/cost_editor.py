"""One unit cost to edit: value, range, source, year and status."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ..core.rules.cost_rows import ASSUMPTION, VERIFIED, CostRow
from ..processing.said import listed
from ..processing.translation import tr, tr_known
from .cost_drafts import NO, YES, Draft
from .cost_words import (
    WRONG_ICON,
    item_title,
    payers_text,
    status_icon,
    status_title,
    themed,
    unit_text,
    value_text,
)
from .parts import wrapped


class CostEditor(QWidget):
    """``typed(item, draft)`` comes with every change; ``reset(item)``: back to what is stated."""

    typed = pyqtSignal(str, tuple)
    reset = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._row: CostRow | None = None
        self.title, self.about, self.problem = (wrapped("", self) for _ in range(3))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.back = QToolButton(self)
        self.back.setText("↺")
        self.back.setAutoRaise(True)
        self.back.setToolTip(tr("Back to the value of the result"))
        self.back.setAccessibleName(tr("Back to the value of the result"))
        self.value, self.low, self.high, self.source, self.year = (QLineEdit(self) for _ in range(5))
        self.truth, self.status = QComboBox(self), QComboBox(self)
        self.unit, self.wrong = QLabel(self), QLabel(self)
        self.wrong.setPixmap(themed(WRONG_ICON).pixmap(16, 16))
        for text, data in ((tr("yes"), YES), (tr("no"), NO)):
            self.truth.addItem(text, data)
        for status in (VERIFIED, ASSUMPTION):
            self.status.addItem(status_icon(status), status_title(status), status)
        self._lay_out()
        self._tell_what_they_are()
        for field in (self.value, self.low, self.high, self.source, self.year):
            field.textEdited.connect(lambda _text: self._typed())
        for choice in (self.truth, self.status):
            choice.activated.connect(lambda _index: self._typed())
        self.back.clicked.connect(lambda: self.reset.emit(self._row.item))
        self.setEnabled(False)

    def _lay_out(self) -> None:
        grid, head, ends, origin, said = QGridLayout(self), *(QHBoxLayout() for _ in range(4))
        grid.setContentsMargins(4, 4, 4, 4)
        grows = (self.title, self.low, self.high, self.status, self.problem)
        for row, widgets in (
            (head, (self.title, self.back)), (ends, (self.low, QLabel(tr("to"), self), self.high)),
            (origin, (self.year, self.status)), (said, (self.wrong, self.problem)),
        ):  # fmt: skip
            for widget in widgets:
                row.addWidget(widget, 1 if widget in grows else 0)
        value = QHBoxLayout()
        for widget in (self.value, self.truth, self.unit):
            value.addWidget(widget)
        grid.addLayout(head, 0, 0, 1, 2)
        self.labels = []
        rows = ((tr("Value"), value), (tr("Range"), ends), (tr("Source"), self.source), (tr("Year"), origin))
        for place, (text, field) in enumerate(rows, 1):
            label = QLabel(text, self)
            self.labels.append(label)
            grid.addWidget(label, place, 0)
            (grid.addWidget if isinstance(field, QWidget) else grid.addLayout)(field, place, 1)
        grid.addLayout(said, len(rows) + 1, 0, 1, 2)
        grid.addWidget(self.about, len(rows) + 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows) + 3, 1)
        self.ends = ends

    def _tell_what_they_are(self) -> None:
        varied = tr("The sensitivity analysis runs from the low to the high end.")
        for field, name, tip in (
            (self.value, tr("Value"), tr("Empty: not known.")),
            (self.truth, tr("Value"), ""),
            (self.low, tr("Low end of the range"), varied),
            (self.high, tr("High end of the range"), varied),
            (self.source, tr("Source"), tr("Where the value comes from: it is kept with it.")),
            (self.year, tr("Year of the source"), tr("The year of the source")),
            (self.status, tr("Status"), tr("Verified: somebody has checked it against the source.")),
        ):  # fmt: skip
            field.setAccessibleName(name)
            field.setToolTip(tip)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.year.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.year.setFixedWidth(self.year.fontMetrics().horizontalAdvance("0" * 8))
        for field in (self.low, self.high, self.value):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_row(self, row: CostRow | None, draft: Draft | None, money: str | None) -> None:
        """Edit a row, None for none; ``money``: label of the money unit, None for the usual one."""
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            self.title.setText(tr("Choose a value in the list to edit it."))
            self.about.setText("")
            self.tell("", False)
            return
        boolean = row.truth
        self.title.setText(item_title(row))
        for field, text in zip((self.value, self.low, self.high, self.source, self.year), draft):
            # The cursor stays where it is while the same text is typed.
            if field.text() != text:
                field.setText(text)
        self.truth.setCurrentIndex(self.truth.findData(draft.value))
        self.status.setCurrentIndex(self.status.findData(draft.status))
        self.value.setVisible(not boolean)
        self.truth.setVisible(boolean)
        self.unit.setText(unit_text(row.unit, money))
        self.unit.setVisible(bool(self.unit.text()))
        for widget in (self.low, self.high, self.labels[1], self.ends.itemAt(1).widget()):
            widget.setVisible(row.ranged)
        self.about.setText(self._about(row, money))

    def _about(self, row: CostRow, money: str | None) -> str:
        parts = [payers_text(row), tr_known(row.note or "")]
        if row.stated.value != row.default.value:
            parts.append(tr("The shipped profile says {}.").format(value_text(row, row.default, money)))
        return listed([part for part in parts if part], " ")

    def tell(self, problem: str, changed: bool) -> None:
        """Say what is wrong with what was typed; ``changed``: it is not what is stated."""
        self.problem.setText(problem)
        for widget in (self.problem, self.wrong):
            widget.setVisible(bool(problem))
        self.back.setVisible(changed)

    def _typed(self) -> None:
        if self._row is None:
            return
        value = self.truth.currentData() if self._row.truth else self.value.text()
        texts = (field.text() for field in (self.low, self.high, self.source, self.year))
        self.typed.emit(self._row.item, Draft(value, *texts, self.status.currentData()))
