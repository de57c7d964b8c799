"""The locks of a result as a list, with what became of each."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..core.scenarios.lock_results import summary
from ..processing.translation import tr
from .parts import Roomy, wrapped
from .scenario_lock_words import lock_state, lock_title, state_icon

_ROW = Qt.ItemDataRole.UserRole


class LockList(QWidget):
    """``removed(locks)``: take these away; ``undone``: take back the last change; ``picked(lock)``."""

    removed = pyqtSignal(list)
    undone = pyqtSignal()
    picked = pyqtSignal(dict)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.none = wrapped(
            tr("Nothing is locked. Lock a parcel under Moves, or a park under Parks."), self
        )  # fmt: skip
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Locks"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        # Or lines that wrap in a narrow dock are cut off.
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(Roomy(self.list))
        self.list.setAlternatingRowColors(True)
        self.delete = plain_button(tr("Delete"), tr("Take the chosen locks away (Del)."))
        self.undo = plain_button(tr("Undo"), tr("Take back the last change of the locks."))
        row = QHBoxLayout()
        for button in (self.delete, self.undo):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.list.itemSelectionChanged.connect(self._may)
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(_ROW)))
        self.list.itemActivated.connect(lambda item: self.picked.emit(item.data(_ROW)))
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self.undone)

    def show_locks(self, locks, parks: dict, outcomes_of, can_undo: bool) -> None:
        """Show locks; ``outcomes_of(lock)`` gives what became of one."""
        chosen = [item.data(_ROW) for item in self.list.selectedItems()]
        self.list.clear()
        for lock in locks:
            found = outcomes_of(lock)
            lines = [lock_title(lock, parks), lock_state(lock, found)]
            lines += [tr("Reason: {}").format(lock["note"])] if lock.get("note") else []
            item = QListWidgetItem(state_icon(summary(found)), "\n".join(lines))
            item.setData(_ROW, lock)
            item.setToolTip("\n".join(lines))
            self.list.addItem(item)
            item.setSelected(lock in chosen)
        self.none.setVisible(not locks)
        self.list.setVisible(bool(locks))
        self.undo.setEnabled(can_undo)
        self._may()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Delete and self.delete.isEnabled():
            self._delete()
        else:
            super().keyPressEvent(event)

    def _may(self) -> None:
        self.delete.setEnabled(bool(self.list.selectedItems()))

    def _delete(self) -> None:
        self.removed.emit([item.data(_ROW) for item in self.list.selectedItems()])


class ColumnFit(QObject):
    """Keeps a table within its width: hides spare columns, the first of them first, until the others fit and
    the stretched one has some room. What is hidden is still told when the mouse rests on a row.
    """

    def __init__(self, view: QTableView, spare: Sequence[int], stretched: int, least: int = 90):
        super().__init__(view)
        self._view, self._spare, self._stretched, self._least = view, tuple(spare), stretched, least
        view.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Resize:
            # The inner width is known when Qt has laid it out.
            QTimer.singleShot(0, self.fit)
        return False

    def fit(self) -> None:
        """Show what fits; after other rows, or another width."""
        view, heads = self._view, self._view.horizontalHeader()
        columns, hidden = range(view.model().columnCount()), set()
        wide = {c: max(view.sizeHintForColumn(c), heads.sectionSizeHint(c)) + 1 for c in columns}
        wide[self._stretched] = min(wide[self._stretched], self._least)
        for column in self._spare:
            if sum(wide[c] for c in columns if c not in hidden) <= view.viewport().width():
                break
            hidden.add(column)
        for column in self._spare:
            view.setColumnHidden(column, column in hidden)
        heads.setStretchLastSection(self._stretched in hidden)


def plain_button(text: str, tip: str, parent: QWidget | None = None) -> QPushButton:
    """A button that can be narrower than its text."""
    button = QPushButton(text, parent)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button
