"""The dock for reviewing the matching: enterprises without a parcel and links in doubt, one by one."""

from __future__ import annotations

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QListWidgetItem

from ..core.common.errors import LandRenewalError
from ..core.matching import review_decisions as review
from ..core.matching.match_words import reason_text
from ..processing.review import read_review, review_path, write_review
from ..processing.said import listed, said
from ..processing.settings import screen_language
from ..processing.translation import tr
from .review_map import ReviewMap
from .review_panel import ALL, DECIDED, ReviewPanel, shortcuts
from .review_queue import QueueModel, kind_title, role_title, score_text

NAME = "LandRenewalMatchReview"
# What a link is worth that rests on nothing but the point of the enterprise; lower scores are in doubt.
DOUBT_RULE = "matching.point_score"
_SAVE_AFTER = 700
_NUMBERED = 9
_MARKS = {None: "", True: "✓ ", False: "✗ "}


def make(iface, session) -> QDockWidget:
    """The dock, for the plugin's menu."""
    return MatchReviewDock(iface, session, iface.mainWindow())


class MatchReviewDock(QDockWidget):
    """Decisions are saved beside the result a moment after they were made; nothing else is changed."""

    def __init__(self, iface, session, parent=None):
        super().__init__(tr("Matching review"), parent)
        self.setObjectName(NAME)
        self._iface, self._session = iface, session
        self._path = None
        self._items: list[review.Item] = []
        self._decisions: review.Decisions = {}
        self._undo: list[review.Changes] = []
        self._occupancy: list[dict] = []
        self._unmatched: list[dict] = []
        self._stale, self._error = True, ""
        self.panel, self.model = ReviewPanel(self), QueueModel(self)
        self.panel.set_model(self.model)
        self.setWidget(self.panel)
        self.map = ReviewMap(iface.mapCanvas(), session, self)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_AFTER)
        self._connect()
        self._load()

    def _connect(self) -> None:
        panel = self.panel
        self._session.changed.connect(self._renew)
        self.visibilityChanged.connect(self._shown)
        self._save_soon.timeout.connect(self.flush)
        QgsProject.instance().writeProject.connect(self._project_written)
        QCoreApplication.instance().aboutToQuit.connect(self.flush)
        self.map.picked.connect(self._picked)
        self.map.missed.connect(lambda: self._say(tr("There is no parcel of the result there.")))
        panel.which.currentIndexChanged.connect(self._filter)
        panel.below.valueChanged.connect(self._rebuild)
        panel.least.valueChanged.connect(self._count_bulk)
        panel.queue.selectionModel().currentRowChanged.connect(self._show_item)
        panel.options.currentRowChanged.connect(self._show_option)
        panel.follow.toggled.connect(self._show_option)
        for button, slot in (
            (panel.accept, self.accept), (panel.reject, self.reject), (panel.none, self.reject_all),
            (panel.pick, self.map.pick), (panel.undo, self.undo), (panel.bulk, self.accept_all),
            (panel.run, self.match_again),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
        keys = {"A": self.accept, "R": self.reject, "Shift+R": self.reject_all, "P": self.map.pick,
                "Ctrl+Z": self.undo, "Esc": self.map.stop_picking,
                "Left": lambda: self._step_option(-1), "Right": lambda: self._step_option(1),
                **{str(n): (lambda n=n: self.choose(n)) for n in range(1, _NUMBERED + 1)}}  # fmt: skip
        self._shortcuts = shortcuts(panel, keys)

    def _renew(self) -> None:
        self.flush()
        self._stale = True
        if self.isVisible() or self._session.path is None:
            self._load()

    def _shown(self, visible: bool) -> None:
        if visible and self._stale:
            self._load()
        elif visible:
            self._show_option()
        else:
            self.flush()
            self.map.stop_picking()
            self.map.clear()

    def _load(self) -> None:
        """Take up the tables of the result and what was decided before."""
        path, self._error, self._undo = self._session.path, "", []
        self._path, self._stale = path, False
        # The rows of the session: they are not changed here.
        self._occupancy = self._session.rows("occupancy") if path else []
        self._unmatched = self._session.rows("unmatched") if path else []
        kept: list[dict] = []
        if path is not None:
            try:
                kept = read_review(review_path(path))
            except LandRenewalError as error:
                self._error = said(error)
        self._decisions = review.read_decisions(self._occupancy, kept)
        doubt = self._rule(DOUBT_RULE)
        for field in (self.panel.below, self.panel.least):
            field.blockSignals(True)
            field.setValue(doubt)
            field.blockSignals(False)
        if self._error:
            self._occupancy = self._unmatched = []
            self._decisions = {}
        for widget in self.panel.controls():
            widget.setEnabled(path is not None and not self._error)
        self._rebuild()

    def _rule(self, name: str) -> float:
        """A number of the rules that the result was made with; 0 when it is not known."""
        values = [row["value"] for row in self._session.rows("rules") if row["rule"] == name]
        try:
            return float(values[0]) if values else 0.0
        except (TypeError, ValueError):
            return 0.0

    def _rebuild(self, *_value) -> None:
        firms = self._session.values("enterprises", "ent_id", "name")
        names = {row["ent_id"]: row.get("name") for row in firms}
        self._items = review.queue(
            self._unmatched, self._occupancy, names, self._decisions, self.panel.below.value()
        )
        self._filter()

    def _filter(self, *_index) -> None:
        wanted, decisions = self.panel.which.currentData(), self._decisions
        shown = [item for item in self._items if _wanted(item, wanted, decisions)]
        self.model.show(shown, decisions)
        if shown:
            self.panel.queue.selectRow(0)
        else:
            self._show_item()
        self._tell()

    def _tell(self) -> None:
        """The counts, what is saved, and what the buttons would do."""
        panel = self.panel
        if self._session.path is None:
            panel.summary.setText(
                tr("Open the result of a study to review which enterprise is on which parcel.")
            )
        elif self._error:
            panel.summary.setText(self._error)
        else:
            left = sum(review.state(item, self._decisions) == review.OPEN for item in self._items)
            text = tr("{} enterprises to review, {} decided.") if self._items else tr("Nothing is in doubt.")
            panel.summary.setText(text.format(left, len(self._items) - left))
        confirmed, ruled_out = review.count(self._decisions)
        panel.saved.setVisible(bool(confirmed or ruled_out) and self._path is not None)
        if self._path is not None:
            text = tr("{} links confirmed and {} ruled out, kept in {}.")
            panel.saved.setText(text.format(confirmed, ruled_out, review_path(self._path).name))
        panel.undo.setEnabled(bool(self._undo))
        panel.run.setEnabled(bool(confirmed or ruled_out) and not self._error)
        self._count_bulk()

    def _count_bulk(self, *_value) -> None:
        changes, _ = review.accept_above(self.model.items, self._decisions, self.panel.least.value())
        self.panel.bulk.setText(tr("Accept all shown ({})").format(len(changes)))
        self.panel.bulk.setEnabled(bool(changes))

    def item(self) -> review.Item | None:
        """The enterprise in question."""
        row = self.panel.queue.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def option(self) -> review.Option | None:
        """The parcel in question."""
        item, row = self.item(), self.panel.options.currentRow()
        return item.options[row] if item is not None and 0 <= row < len(item.options) else None

    def _show_item(self, *_index) -> None:
        item, panel = self.item(), self.panel
        panel.options.blockSignals(True)
        panel.options.clear()
        for number, option in enumerate(item.options if item else (), 1):
            panel.options.addItem(self._line(item, number, option))
        panel.options.blockSignals(False)
        panel.firm.setVisible(item is not None)
        if item is not None:
            lines = (
                tr("{} ({})").format(item.name or tr("No name"), item.ent_id),
                tr("{}: {}").format(kind_title(item.kind), reason_text(item.why, screen_language()) or "–"),
            )
            panel.firm.setText("\n".join(lines))
        for button in (panel.accept, panel.reject, panel.none):
            button.setEnabled(bool(item and item.options))
        panel.pick.setEnabled(item is not None)
        if item is not None and item.options:
            panel.options.setCurrentRow(self._first_open(item))
        else:
            self._show_option()

    def _first_open(self, item: review.Item) -> int:
        verdicts = [review.verdict_of(item, option.parcel_id, self._decisions) for option in item.options]
        return next((row for row, verdict in enumerate(verdicts) if verdict is None), 0)

    def _line(self, item: review.Item, number: int, option: review.Option) -> QListWidgetItem:
        mark = _MARKS[review.verdict_of(item, option.parcel_id, self._decisions)]
        parts = [option.parcel_id, role_title(option.role)]
        parts += [score_text(option.score)] if option.score is not None else []
        if option.reason and option.reason != item.why:
            parts.append(reason_text(option.reason, screen_language()))
        return QListWidgetItem(f"{mark}{number}  {' · '.join(parts)}")

    def _show_option(self, *_row) -> None:
        item, option = self.item(), self.option()
        if item is None or not self.isVisible():
            self.map.clear()
            return
        parcels = [other.parcel_id for other in item.options]
        self.map.show(
            item.ent_id, parcels, option.parcel_id if option else None, self.panel.follow.isChecked()
        )

    def _step_option(self, step: int) -> None:
        row = self.panel.options.currentRow() + step
        if 0 <= row < self.panel.options.count():
            self.panel.options.setCurrentRow(row)

    def choose(self, number: int) -> None:
        """Mark a parcel of the list by its number."""
        if number <= self.panel.options.count():
            self.panel.options.setCurrentRow(number - 1)

    def accept(self) -> None:
        """The enterprise is on the marked parcel."""
        if self.option() is not None:
            self.decide(review.accept(self.item(), self.option().parcel_id))

    def reject(self) -> None:
        """The enterprise is not on the marked parcel."""
        if self.option() is not None:
            self.decide(review.reject(self.item(), [self.option().parcel_id]))

    def reject_all(self) -> None:
        """The enterprise is on none of the parcels."""
        if self.option() is not None:
            self.decide(review.reject(self.item(), [option.parcel_id for option in self.item().options]))

    def _picked(self, parcel_id: str) -> None:
        item, row = self.item(), self.panel.queue.currentIndex().row()
        if item is None:
            return
        more = review.with_choice(item, parcel_id)
        self._items = [more if other is item else other for other in self._items]
        self.model.replace(row, more)
        self.decide(review.accept(more, parcel_id))

    def accept_all(self) -> None:
        """Accept the open rows that are shown and have the score."""
        changes, tied = review.accept_above(self.model.items, self._decisions, self.panel.least.value())
        texts = [tr("{} links accepted. Undo takes them back.").format(len(changes))]
        if tied:
            text = tr("{} enterprises have several equally good candidates and stay open.")
            texts.append(text.format(tied))
        self.decide(changes)
        self._say(listed(texts, " "), Qgis.MessageLevel.Info)

    def decide(self, changes: review.Changes) -> None:
        """Take up decisions, save them soon, and go on to the next enterprise when this one is settled."""
        if not changes:
            return
        self._decisions, back = review.apply(self._decisions, changes)
        self._undo.append(back)
        self._after_decision()
        item = self.item()
        if item is not None and review.state(item, self._decisions) != review.OPEN:
            self._go_on()
        else:
            self._show_item()

    def undo(self) -> None:
        """Take back the last decision and show the enterprise again."""
        if not self._undo:
            return
        back = self._undo.pop()
        self._decisions, _ = review.apply(self._decisions, back)
        self._after_decision()
        ids = {ent_id for ent_id, _ in back}
        rows = [row for row, item in enumerate(self.model.items) if item.ent_id in ids]
        if rows and rows[0] != self.panel.queue.currentIndex().row():
            self.panel.queue.selectRow(rows[0])
        else:
            self._show_item()

    def _after_decision(self) -> None:
        self.model.decided(self._decisions)
        self._tell()
        self._save_soon.start()

    def _go_on(self) -> None:
        """To the next open row below, else the first one above; what is decided stays until the list is
        filtered anew.
        """
        items, start = self.model.items, self.panel.queue.currentIndex().row()
        order = [*range(start + 1, len(items)), *range(start)]
        open_rows = (row for row in order if review.state(items[row], self._decisions) == review.OPEN)
        row = next(open_rows, None)
        if row is None:
            self._show_item()
        else:
            self.panel.queue.selectRow(row)

    def flush(self) -> None:
        """Save the decisions now, if there are any that are not saved."""
        if not self._save_soon.isActive() or self._path is None:
            return
        self._save_soon.stop()
        table = review.occupancy_table(self._occupancy, self._unmatched, self._decisions)
        try:
            write_review(review_path(self._path), table)
        except LandRenewalError as error:
            self._say(said(error), Qgis.MessageLevel.Warning)

    def _project_written(self, *_document) -> None:
        self.flush()

    def match_again(self) -> None:
        """Run the study again with the decisions as its occupancy."""
        self.flush()
        parameters = self._session.parameters()
        if not parameters:
            text = tr("It is not known how this result was made. Run the study with {} as Occupancy.")
            self._say(text.format(review_path(self._path).name), Qgis.MessageLevel.Warning)
            return
        self.panel.run.setEnabled(False)
        given = {**parameters, "OCCUPANCY": str(review_path(self._path))}
        self._session.run("study", given, self._matched)

    def _matched(self, ok: bool, results: dict, log: str) -> None:
        self._tell()
        if ok:
            self._say(tr("Matched again: the result holds your decisions."), Qgis.MessageLevel.Success)
        else:
            reason = log.strip().splitlines()[-1] if log.strip() else tr("The run has failed.")
            self._say(reason, Qgis.MessageLevel.Warning)

    def _say(self, text: str, level=Qgis.MessageLevel.Info) -> None:
        self._iface.messageBar().pushMessage(tr("Matching review"), text, level)

    def closeEvent(self, event):
        # When the plugin is unloaded no signal says that the dock has gone.
        self.flush()
        self.map.stop_picking()
        self.map.clear()
        super().closeEvent(event)


def _wanted(item: review.Item, wanted: str, decisions: review.Decisions) -> bool:
    if wanted == ALL:
        return True
    is_open = review.state(item, decisions) == review.OPEN
    if wanted == DECIDED:
        return not is_open
    return is_open and wanted in (review.OPEN, item.kind)
