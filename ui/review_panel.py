"""The widgets of the matching review, without what they do."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.matching import review_decisions as review
from ..processing.translation import tr
from .parts import Roomy
from .review_queue import kind_title

ALL, DECIDED = "all", "decided"
_STEP = 0.05


class ReviewPanel(QWidget):
    """``queue``, ``options``, buttons and fields; see `ui.matchreview` for what they do."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.summary = _wrapped(QLabel(self))
        self.which = self._which()
        self.below = _score_field(tr("A link with a lower score is shown as doubtful."))
        self.queue = self._queue()
        self.firm = _wrapped(QLabel(self))
        self.firm.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.options = self._options()
        self.follow = QCheckBox(tr("Zoom to each"), self)
        self.follow.setChecked(True)
        self.accept = _button(tr("Accept (A)"), tr("The enterprise is on the parcel marked in the list."))
        self.reject = _button(tr("Rule out (R)"), tr("The enterprise is not on that parcel."))
        self.none = _button(tr("None of these"), tr("Rule out every parcel of the list (Shift+R)."))
        self.pick = _button(tr("Pick on map (P)"), tr("Click the parcel that the enterprise is on."))
        self.undo = _button(tr("Undo"), tr("Take back the last decision (Ctrl+Z)."))
        self.least = _score_field(tr("Links and best candidates with at least this score are accepted."))
        self.bulk = _button(tr("Accept all shown"), tr("Accept all open rows of the list above that score."))
        self.saved = _wrapped(QLabel(self))
        self.run = _button(
            tr("Match again with these decisions"),
            tr("Run the study again: accepted links are kept, ruled out ones are not made again."),
        )
        self._lay_out()

    def _which(self) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.setToolTip(tr("Which enterprises the list shows."))
        box.addItem(tr("All to review"), review.OPEN)
        for kind in review.KINDS:
            box.addItem(kind_title(kind), kind)
        box.addItem(tr("Decided"), DECIDED)
        box.addItem(tr("All"), ALL)
        return box

    def _queue(self) -> QTableView:
        view = QTableView(self)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        view.setAccessibleName(tr("Enterprises to review"))
        return view

    def _options(self) -> QListWidget:
        view = QListWidget(self)
        view.setWordWrap(True)
        view.setItemDelegate(Roomy(view))
        view.setAlternatingRowColors(True)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        view.setToolTip(tr("Parcels in question: press their number."))
        view.setAccessibleName(tr("Parcels in question"))
        return view

    def set_model(self, model) -> None:
        """Give the queue its model and its columns their widths."""
        self.queue.setModel(model)
        header = self.queue.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, text in ((1, f" {tr('Score')} "), (2, " ✓✗ ")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + 12)

    def _lay_out(self) -> None:
        top, bottom = QWidget(self), QWidget(self)
        upper, lower = QVBoxLayout(top), QVBoxLayout(bottom)
        for layout in (upper, lower):
            layout.setContentsMargins(0, 0, 0, 0)
        doubt = _row(_wrapped(QLabel(tr("Links are in doubt below"), self)), self.below)
        doubt.setStretch(0, 1)
        upper.addLayout(doubt)
        upper.addWidget(self.which)
        upper.addWidget(self.queue, 1)
        lower.addWidget(self.firm)
        lower.addWidget(self.options, 1)
        lower.addLayout(_row(self.accept, self.reject))
        lower.addLayout(_row(self.none, self.pick))
        lower.addLayout(_row(self.undo, self.follow))
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(top)
        parts.addWidget(bottom)
        parts.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(self.summary)
        whole.addWidget(parts, 1)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        whole.addWidget(line)
        whole.addLayout(_row(self.bulk, QLabel(tr("from"), self), self.least))
        whole.addWidget(self.saved)
        whole.addWidget(self.run)

    def controls(self) -> list[QWidget]:
        """What makes sense only with a result."""
        return [
            *(self.which, self.below, self.queue, self.options, self.follow, self.accept, self.reject),
            *(self.none, self.pick, self.undo, self.least, self.bulk, self.run),
        ]


def shortcuts(target: QWidget, keys: dict[str, object]) -> list:
    """Keys that work wherever the focus is in the dock; fields for numbers keep the keys they need."""
    try:
        from qgis.PyQt.QtGui import QShortcut
    except ImportError:
        from qgis.PyQt.QtWidgets import QShortcut

    made = []
    for key, slot in keys.items():
        shortcut = QShortcut(QKeySequence(key), target)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        made.append(shortcut)
    return made


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumWidth(0)
    return button


def _score_field(tip: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(0.0, 1.0)
    field.setDecimals(2)
    field.setSingleStep(_STEP)
    field.setKeyboardTracking(False)
    field.setToolTip(tip)
    return field


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, (QLabel, QDoubleSpinBox, QToolButton)) else 1)
    return row
