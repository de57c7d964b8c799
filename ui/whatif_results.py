"""What a trial comes to: counts of the classes, the parcels that change class, the ranks of the parks."""

from __future__ import annotations

from enum import Enum

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QSizePolicy,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr
from .parts import wrapped
from .texts import area, count, land
from .whatif_words import class_title

_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Qt 5 takes a number only, Qt 6 gives flags that are none.
_RIGHT = _ALIGNED if isinstance(_ALIGNED, Enum) else int(_ALIGNED)
_LINES, _BEFORE = 5, 1


class RowsModel(QAbstractTableModel):
    """A table of rows that are made when they are shown: ``cells(row)`` gives the texts of one, and what is
    said of it when the mouse rests there.
    """

    def __init__(self, headings: tuple[str, ...], texts: int, parent=None):
        super().__init__(parent)
        self._headings, self._texts = list(headings), texts
        self._count, self._cells = 0, None

    def name(self, column: int, heading: str) -> None:
        """Call a column something else."""
        self._headings[column] = heading
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def show(self, number: int, cells) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._count, self._cells = number, cells
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._cells(index.row())[-1]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= self._texts:
            return _RIGHT
        return None


class RulesResult(QWidget):
    """Counts and changes after a trial of thresholds. ``picked(parcel_id)`` when a parcel is chosen."""

    picked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._prepared = self._trial = None
        self._places = []
        self.summary = wrapped("", self)
        headings = (tr("Class"), tr("Before"), tr("Now"), tr("±"))
        self.counts = QTableWidget(0, len(headings), self)
        self.counts.setHorizontalHeaderLabels(headings)
        self.counts.setAccessibleName(tr("Parcels by class, before and now"))
        _plain(self.counts)
        self.counts.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.counts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.which = QComboBox(self)
        self.which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.which.setToolTip(tr("Which changes are listed"))
        self.model = RowsModel((tr("Change"), tr("Parcel")), 2, self)
        self.list = table_view(self.model, tr("What changed: click a parcel to see it on the map"), self)
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # Ids tend to differ at their end.
        self.list.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.why = QPlainTextEdit(self)
        self.why.setReadOnly(True)
        self.why.setAccessibleName(tr("Why the parcel has its class"))
        self.why.setFixedHeight(_LINES * self.why.fontMetrics().lineSpacing() + 10)
        self.why.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        for widget in (self.summary, self.counts, self.which, self.list, self.why):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        self.which.currentIndexChanged.connect(lambda _index: self._fill())
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)

    def show_trial(self, prepared, trial, icons: dict) -> None:
        """Show what a trial comes to; ``icons`` of the classes as on the map."""
        self._prepared, self._trial = prepared, trial
        self._show_counts(trial.tallies, icons)
        number = len(trial.places)
        changed = sum(switch.area_m2 for switch in trial.switches)
        self.summary.setText(
            tr("{} of {} parcels change class ({}).").format(
                count(number), count(len(trial.codes)), area(changed)
            )
            if number
            else tr("No parcel changes class.")
        )
        self._show_switches()

    def _show_counts(self, tallies, icons: dict) -> None:
        shown = [tally for tally in tallies if tally.name is not None]
        self.counts.setRowCount(len(shown))
        for row, tally in enumerate(shown):
            change = tally.after - tally.before
            cells = (class_title(tally.name), count(tally.before), count(tally.after),
                     f"{'+' if change > 0 else ''}{count(change)}" if change else "–")  # fmt: skip
            tip = tr("{}: land {} before, {} now").format(
                cells[0], area(tally.before_m2), area(tally.after_m2)
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(tip)
                if column:
                    item.setTextAlignment(_RIGHT)
                elif tally.name in icons:
                    item.setIcon(icons[tally.name])
                self.counts.setItem(row, column, item)
        height = self.counts.horizontalHeader().sizeHint().height()
        self._fit()
        self.counts.setFixedHeight(height + sum(map(self.counts.rowHeight, range(len(shown)))) + 2)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where it is narrow the change says enough: what was before can be had by the mouse."""
        wanted = sum(map(self.counts.sizeHintForColumn, range(self.counts.columnCount())))
        self.counts.setColumnHidden(_BEFORE, wanted > self.counts.viewport().width())

    def _show_switches(self) -> None:
        """The kinds of change, the most land first; the one that was listed stays listed."""
        former = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItem(tr("All changes: {}").format(count(len(self._trial.places))), None)
        for switch in self._trial.switches:
            names = class_title(switch.before), class_title(switch.after)
            text = tr("{} → {}: {}").format(*names, land(switch.parcels, switch.area_m2))
            self.which.addItem(text, (switch.before, switch.after))
        self.which.setCurrentIndex(max(0, self.which.findData(former)) if former else 0)
        self.which.blockSignals(False)
        self._fill()

    def _fill(self) -> None:
        from ..core.whatif.whatif import class_name

        prepared, trial, pair = self._prepared, self._trial, self.which.currentData()
        if trial is None:
            return
        before, after = prepared.before, trial.codes
        self._places = [
            place
            for place in trial.places.tolist()
            if pair is None or (class_name(before[place]), class_name(after[place])) == tuple(pair)
        ]

        def cells(row: int) -> tuple:
            place = self._places[row]
            names = (class_title(class_name(codes[place])) for codes in (before, after))
            change, parcel = tr("{} → {}").format(*names), str(prepared.ids[place])
            return change, parcel, tr("{}: {}, {}").format(parcel, change, area(prepared.area[place]))

        self.model.show(len(self._places), cells)
        self.why.hide()

    def show_why(self, trace: str) -> None:
        """Say why the parcel chosen has its class, test by test."""
        self.why.setPlainText(trace.replace("; ", "\n").replace("；", "\n"))
        self.why.setVisible(bool(trace))

    def _pick(self, index) -> None:
        self.picked.emit(self._places[index.row()])


class WeightsResult(QWidget):
    """Ranks of the parks after a trial of weights. ``picked(unit_id)`` when a park is chosen."""

    picked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._rows = []
        self.summary = wrapped("", self)
        self.model = RowsModel((tr("Park"), tr("Rank"), tr("Was"), tr("Score")), 1, self)
        self.list = table_view(self.model, tr("Parks by rank: click one to see it on the map"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)

    def show_rows(self, rows: list[dict]) -> None:
        """Show the parks, best first."""
        self._rows = rows
        moved = sum(row["score_rank"] != row["rank_before"] for row in rows)
        text = tr("{} of {} parks change rank. A score is never to be read without its indicators.")
        self.summary.setText(text.format(count(moved), count(len(rows))))

        def cells(row: int) -> tuple:
            found = rows[row]
            ranks = [_dash(found[name]) for name in ("score_rank", "rank_before")]
            score = "–" if found["score"] is None else f"{found['score']:.3f}"
            held_back = tr("Held back by: {}").format(found["top_obstacles"] or "–")
            return (found["unit"], *ranks, score, f"{found['unit']}. {held_back}")

        self.model.show(len(rows), cells)

    def _pick(self, index) -> None:
        self.picked.emit(self._rows[index.row()]["unit_id"])


def table_view(model, title: str, parent: QWidget) -> QTableView:
    """A list of rows to click or to walk through by keyboard."""
    view = QTableView(parent)
    view.setModel(model)
    view.setAccessibleName(title)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    _plain(view)
    view.setMinimumHeight(4 * view.verticalHeader().defaultSectionSize())
    return view


def _plain(view: QTableView) -> None:
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 6)
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(24)
    # Widths of what is seen, not of 10,000 rows.
    header.setResizeContentsPrecision(50)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _dash(value) -> str:
    return "–" if value is None else str(value)
