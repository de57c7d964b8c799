"""The queue of the matching review as a table for Qt."""

from __future__ import annotations

from enum import Enum

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ..core.matching import review_decisions as review
from ..processing.translation import tr

_FLAG = Qt.AlignmentFlag.AlignCenter
# Qt 5 takes a number only, Qt 6 gives flags that are none.
_CENTRE = _FLAG if isinstance(_FLAG, Enum) else int(_FLAG)
_MARKS = {review.OPEN: "", review.ACCEPTED: "✓", review.REJECTED: "✗"}


def kind_title(kind: str) -> str:
    """What is in doubt, in words."""
    titles = {
        review.UNMATCHED: tr("Without a parcel"),
        review.CONTRADICTING: tr("Point says another parcel"),
        review.DOUBTFUL: tr("Low score"),
    }
    return titles[kind]


def state_title(state: str) -> str:
    """What was decided, in words."""
    titles = {
        review.OPEN: tr("Not decided"),
        review.ACCEPTED: tr("Accepted"),
        review.REJECTED: tr("Ruled out"),
    }
    return titles[state]


def role_title(role: str) -> str:
    """How a parcel comes into question, in words."""
    titles = {
        review.CANDIDATE: tr("proposed"),
        review.LINK: tr("linked"),
        review.CONFLICT: tr("its point lies here"),
        review.CHOSEN: tr("chosen by you"),
    }
    return titles[role]


def score_text(score: float | None) -> str:
    """A score with two digits; a dash where there is none."""
    return "–" if score is None else f"{score:.2f}"


class QueueModel(QAbstractTableModel):
    """Items with the name, the best score and what was decided."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.items: list[review.Item] = []
        self._decisions: review.Decisions = {}

    def show(self, items: list[review.Item], decisions: review.Decisions) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items, self._decisions = items, decisions
        self.endResetModel()

    def decided(self, decisions: review.Decisions) -> None:
        """The same items after other decisions."""
        self._decisions = decisions
        if self.items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.items) - 1, 2))

    def replace(self, row: int, item: review.Item) -> None:
        """Another item in the place of one."""
        self.items[row] = item
        self.dataChanged.emit(self.index(row, 0), self.index(row, 2))

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Enterprise"), tr("Score"), "")[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        item = self.items[index.row()]
        state = review.state(item, self._decisions)
        if role == Qt.ItemDataRole.DisplayRole:
            return (item.name or item.ent_id, score_text(item.best), _MARKS[state])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (
                tr("{} ({})").format(item.name or tr("No name"), item.ent_id),
                kind_title(item.kind),
                state_title(state),
            )
            return "\n".join(lines)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _CENTRE
        return None
