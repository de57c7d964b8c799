"""The unit costs as a list in groups: what each is, how sure it is, what it was."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ..core.rules.cost_rows import CostRow, Edit
from ..processing.translation import tr
from .cost_drafts import Drafts
from .cost_words import (
    CHANGED_ICON,
    WRONG_ICON,
    group_title,
    item_title,
    range_text,
    source_text,
    status_icon,
    status_title,
    themed,
    value_text,
)

_ITEM = Qt.ItemDataRole.UserRole
ALL, ASSUMED, CHANGED = "all", "assumed", "changed"


class CostList(QTreeWidget):
    """``chosen(item)``: a row was chosen, "" for none."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._money: str | None = None
        self._nodes: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(10)
        self.setAccessibleName(tr("Unit costs"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)
        self.currentItemChanged.connect(lambda *_change: self.chosen.emit(self.current()))

    def current(self) -> str:
        """The item of the row that is chosen, "" for none."""
        node = self.currentItem()
        return (node.data(0, _ITEM) or "") if node is not None else ""

    def show_rows(self, drafts: Drafts, money: str | None) -> None:
        """Show all rows anew; the one that was chosen stays so."""
        former, self._money = self.current(), money
        self.blockSignals(True)
        self.clear()
        self._nodes, groups = {}, {}
        for row in drafts.rows.values():
            if row.group not in groups:
                groups[row.group] = node = QTreeWidgetItem(self, [group_title(row.group)])
                font = node.font(0)
                font.setBold(True)
                node.setFont(0, font)
                node.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._nodes[row.item] = node = QTreeWidgetItem(groups[row.group])
            node.setData(0, _ITEM, row.item)
            self.show_row(drafts, row.item)
        self.expandAll()
        self.blockSignals(False)
        self.choose(former)

    def show_row(self, drafts: Drafts, item: str) -> None:
        """Show one row as it is now."""
        row, node = drafts.rows[item], self._nodes[item]
        problem, changed = drafts.problem(item), item in drafts.changed
        edit = drafts.edit(item)
        value = value_text(row, edit, self._money)
        if changed and edit.value != row.stated.value:
            value = tr("{}, was {}").format(value, value_text(row, row.stated, unit=False))
        elif changed:
            value = tr("{}, changed").format(value)
        parts = [problem] if problem and changed else [value, status_title(edit.status), *_details(row, edit)]
        node.setText(0, "{}\n{}".format(item_title(row), " · ".join(parts)))
        icon = status_icon(edit.status)
        if changed:
            icon = themed(WRONG_ICON if problem else CHANGED_ICON)
        node.setIcon(0, icon)
        font = node.font(0)
        font.setBold(changed)
        node.setFont(0, font)
        node.setToolTip(0, node.text(0).replace(" · ", "\n"))

    def narrow(self, drafts: Drafts, text: str, which: str) -> int:
        """Show only rows in which a text occurs, and of these only assumptions or changed ones. Returns how
        many are left.
        """
        wanted, left = text.strip().casefold(), 0
        for item, node in self._nodes.items():
            row = drafts.rows[item]
            fits = wanted in " ".join((item_title(row), item, source_text(row.stated.source))).casefold()
            if which == ASSUMED:
                fits = fits and row.assumed
            elif which == CHANGED:
                fits = fits and item in drafts.changed
            node.setHidden(not fits)
            left += fits
        for place in range(self.topLevelItemCount()):
            group = self.topLevelItem(place)
            group.setHidden(all(group.child(row).isHidden() for row in range(group.childCount())))
        return left

    def choose(self, item: str) -> bool:
        """Choose a row; False when there is none of that name."""
        node = self._nodes.get(item)
        if node is None:
            return False
        node.setHidden(False)
        node.parent().setHidden(False)
        self.setCurrentItem(node)
        self.scrollToItem(node)
        return True


def _details(row: CostRow, edit: Edit) -> list[str]:
    """What stands behind the value where there is room: range, source and year."""
    parts = (range_text(row, edit), source_text(edit.source), str(edit.year or ""))
    return [part for part in parts if part]
