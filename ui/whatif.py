"""The what-if dock: other thresholds and weights, seen on the map before they are decided."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..processing import whatif
from ..processing.said import listed, said
from ..processing.translation import tr
from .background import Background, begin
from .layers import show_layer
from .parts import scrolled, wrapped
from .profile_file import ask_where, free_name, write_profile
from .progress_row import ProgressRow
from .showing import show_feature
from .whatif_map import RANKS, SIGNS, Preview, by_class, by_rank, class_icons, remove_style
from .whatif_results import RulesResult, WeightsResult
from .whatif_rules import RulePanel
from .whatif_weights import WeightPanel

NAME = "LandRenewalWhatIf"
_SOON = 60  # milliseconds: moves of a slider that come faster are tried together
_LEAST = 120  # pixels of each half: the dock must not be higher than a small screen
RULES, WEIGHTS = 0, 1


def make(iface, session) -> QDockWidget:
    """The dock, for the plugin's menu."""
    return WhatIfDock(iface, session, iface.mainWindow())


class WhatIfDock(QDockWidget):
    """Nothing is changed until Apply: it writes a rule profile with the differences and runs the study."""

    def __init__(self, iface, session, parent=None):
        super().__init__(tr("What if"), parent)
        self.setObjectName(NAME)
        self._iface, self._session = iface, session
        self._prepared = self._trial = self._run = None
        self._task: Background | None = None
        self._stale, self._kept = True, None
        self.rules = self.weights = None
        self._previews = {
            RULES: Preview(iface.mapCanvas(), by_class, self),
            WEIGHTS: Preview(iface.mapCanvas(), by_rank, self),
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._try)
        self._build()
        session.changed.connect(self._renew)
        session.options_changed.connect(self._other_options)
        self.visibilityChanged.connect(self._shown)
        self._renew()

    # Widgets

    def _build(self) -> None:
        inside = QWidget(self)
        self.said = wrapped("", inside)
        self.tabs = QTabWidget(inside)
        self.tabs.setDocumentMode(True)
        self.rules_result, self.weights_result = RulesResult(inside), WeightsResult(inside)
        self._pages = [self._page(self.rules_result), self._page(self.weights_result)]
        self.tabs.addTab(self._pages[RULES], tr("Thresholds"))
        self.tabs.addTab(self._pages[WEIGHTS], tr("Weights"))
        self.source = QLineEdit(tr("Own choice, tried out"), inside)
        self.source.setToolTip(tr("Where your values come from: it is kept with each of them."))
        self.source.setPlaceholderText(tr("Source of your values"))
        self.source.setAccessibleName(tr("Source of your values"))
        self.apply = _button(tr("Apply"), tr("Write these rules into a file and run the study with them."))
        self.discard = _button(tr("Discard"), tr("Back to the result as it is."))
        self.save = _button(tr("Save profile..."), tr("Write the rules, with all differences, into a file."))
        self.progress = ProgressRow(inside)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.discard)
        for button, slot in (
            (self.apply, self.apply_now), (self.discard, self.discard_all), (self.save, self.ask_and_save)
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.said)
        layout.addWidget(self.tabs, 1)
        saving = QHBoxLayout()
        saving.addWidget(self.source, 3)
        saving.addWidget(self.save, 2)
        layout.addLayout(saving)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        self.setWidget(inside)
        self.tabs.currentChanged.connect(lambda _tab: self._try())
        self.rules_result.picked.connect(self._show_parcel)
        self.weights_result.picked.connect(self._show_park)
        self.progress.cancelled.connect(self._stop)

    def _page(self, result: QWidget) -> QSplitter:
        page = QSplitter(Qt.Orientation.Vertical, self)
        for inside in (QWidget(), result):
            area = scrolled(inside, page)
            area.setMinimumHeight(_LEAST)
            page.addWidget(area)
        page.setChildrenCollapsible(False)
        page.setSizes([_LEAST * 2, _LEAST * 3])
        return page

    # The result

    def _renew(self) -> None:
        """Another result, or another content: what was tried is gone."""
        self._end_previews()
        if self._task is not None:
            self._task.drop()
            self._task = None
        self._prepared = self._trial = self._kept = None
        self._stale = self._session.path is not None
        self._tell()
        for layer in self._session.layers():
            with suppress(AttributeError):
                remove_style(layer)
        if self._stale and self.isVisible():
            self._prepare()

    def _other_options(self) -> None:
        """Other units, currency, language or rules: everything is shown anew, what is being tried stays."""
        kept = self._kept
        if self._prepared is not None:
            panel, weights = self.weights, None
            if panel is not None:
                weights = panel.weights() if panel.is_changed else {}, panel.locked()
            kept = self.rules.values(), weights
        self._renew()
        self._kept = kept

    def _take_up(self) -> None:
        """Try again what was being tried under other options."""
        (values, weights), self._kept = self._kept or ({}, None), None
        self.rules.take(values)
        if weights is not None and self.weights is not None:
            self.weights.take(*weights)

    def _shown(self, visible: bool) -> None:
        if visible and self._stale:
            self._prepare()
        elif not visible and not self.isVisible():
            self._end_previews()
        elif visible:
            self._try()

    def _prepare(self) -> None:
        self._stale = False
        work = partial(whatif.prepare, self._session.path, self._session.parameters())
        title, failed = tr("Make the result ready for what-if"), tr("The result cannot be read: {}")
        self._task = begin(self, title, work, self._ready, failed)
        self._tell()

    def _ready(self, prepared, problem: str) -> None:
        self._task, self._prepared = None, prepared
        if prepared is None:
            # Tried again when the dock is shown next.
            self._stale = True
            self._tell(problem)
            return
        controls, industries = whatif.controls_of(prepared), prepared.deficiency.industries()
        self.rules = RulePanel(controls, industries, prepared.money)
        self.rules.changed.connect(self._moved)
        self._pages[RULES].widget(0).setWidget(self.rules)
        self.weights = None
        if prepared.scores is not None:
            self.weights = WeightPanel(prepared.scores.indicators, prepared.weights)
            self.weights.changed.connect(self._moved)
        absent = wrapped(prepared.why_no_scores or "")
        self._pages[WEIGHTS].widget(0).setWidget(self.weights or absent)
        self._take_up()
        self._tell()
        self._try()

    # Trying

    @property
    def values(self) -> dict[str, object]:
        """What differs from the result, by key of the rule profile."""
        if self._prepared is None:
            return {}
        found = self.rules.values()
        if self.weights is not None and self.weights.is_changed:
            found.update(whatif.weight_values(self._prepared, self.weights.weights()))
        return found

    def _moved(self) -> None:
        # The timer is not started anew by every move, or nothing would be seen before the slider rests.
        if not self._soon.isActive():
            self._soon.start()

    def _try(self) -> None:
        if self._prepared is None:
            return
        try:
            if self.tabs.currentIndex() == WEIGHTS:
                self._try_weights()
            else:
                self._try_rules()
            self._tell()
        except LandRenewalError as error:
            self._tell(said(error))

    def _try_rules(self) -> None:
        prepared = self._prepared
        if prepared.problem:
            raise LandRenewalError(prepared.problem)
        self._trial = trial = whatif.try_rules(prepared, self.rules.values(), *self._origin())
        self.rules.show_used(trial.used)
        layer = self._session.layer(whatif.PARCELS)
        self.rules_result.show_trial(prepared, trial, class_icons(layer) if layer is not None else {})
        texts = {SIGNS: whatif.signs_of_parcels(prepared, trial.codes)}
        self._draw(RULES, layer, texts, bool(len(trial.places)))

    def _try_weights(self) -> None:
        if self.weights is None:
            return
        rows = whatif.rows_of_parks(self._prepared, self.weights.weights())
        self.weights_result.show_rows(rows)
        texts = dict(zip((SIGNS, RANKS), whatif.signs_of_parks(self._prepared, rows)))
        self._draw(WEIGHTS, self._session.layer(whatif.PARKS), texts, self.weights.is_changed)

    def _draw(self, tab: int, layer, texts: dict[str, str], changed: bool) -> None:
        """On the map only what differs from the result is a trial."""
        preview = self._previews[tab]
        self._previews[WEIGHTS if tab == RULES else RULES].end()
        if not changed or layer is None:
            preview.end()
            return
        if preview.layer is None:
            show_layer(self._iface, layer)
        preview.show(layer, texts)

    def _end_previews(self) -> None:
        for preview in self._previews.values():
            preview.end()

    def _origin(self) -> tuple[str, int]:
        return self.source.text().strip() or tr("Own choice, tried out"), QDate.currentDate().year()

    # On the map

    def _show_parcel(self, place: int) -> None:
        identifier = str(self._prepared.ids[place])
        show_feature(self._iface.mapCanvas(), self._session, whatif.PARCELS, "parcel_id", identifier)
        self.rules_result.show_why(whatif.trace_of(self._prepared, self._trial, place) or "")
        area = self._pages[RULES].widget(1)
        # Shown only now, so its place is known when Qt has laid it out.
        QTimer.singleShot(0, lambda: area.ensureWidgetVisible(self.rules_result.why))

    def _show_park(self, unit: str) -> None:
        show_feature(self._iface.mapCanvas(), self._session, whatif.PARKS, "unit_id", unit)

    # Deciding

    def profile(self, name: str):
        """The rules of the result with everything that was changed here."""
        return whatif.changed_profile(self._prepared.profile, self.values, *self._origin(), name)

    def discard_all(self) -> None:
        """Back to the result."""
        for panel in filter(None, (self.rules, self.weights)):
            panel.discard()
        self._soon.stop()
        self._try()

    def ask_and_save(self) -> None:
        """Save the profile where the user says."""
        chosen = ask_where(self, self._session.path)
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> bool:
        """Write the profile; whether that went well is said."""
        return write_profile(self.profile, path, self._tell)

    def apply_now(self) -> None:
        """Write the profile beside the result and run the study with it."""
        parameters, path = self._session.parameters(), free_name(self._session.path)
        if not parameters:
            self._tell(
                tr("It is not known what this result was made from: save the profile, give it to the study as"
                   " Rules, and run it.")
            )  # fmt: skip
            return
        if not self.save_to(path):
            return
        self._end_previews()
        self.progress.start(tr("The study runs with {}.").format(path.name))
        self._run = self._session.run(
            "study", {**parameters, "RULES": str(path)}, self._applied, self.progress.at
        )
        self._tell()

    def _applied(self, ok: bool, _results: dict, log: str) -> None:
        self._run = None
        self.progress.finish()
        lines = log.strip().splitlines()
        self._tell("" if ok else (lines[-1] if lines else tr("The study did not run.")))
        if not ok:
            self._try()

    def _stop(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _tell(self, text: str = "") -> None:
        """Say where things are, and enable what can be done."""
        ready, changes = self._prepared is not None, bool(self.values)
        if not text:
            if self._session.path is None:
                text = tr("Open a result first, or run the study.")
            elif self._task is not None:
                text = tr("Making the result ready ...")
            elif ready:
                text = self._where()
        self.said.setText(text)
        running = self._run is not None or self._session.busy
        self.tabs.setEnabled(ready and self._run is None)
        self.source.setEnabled(ready and changes)
        self.discard.setEnabled(ready and changes and self._run is None)
        self.apply.setEnabled(ready and changes and not running)
        self.save.setEnabled(ready)

    def _where(self) -> str:
        rules = len(self.rules.values())
        changed = [tr("Rules changed: {}.").format(rules)] if rules else []
        changed += [tr("Weights changed.")] if self.weights is not None and self.weights.is_changed else []
        if not changed:
            name = self._prepared.profile.name
            return tr("Move a slider: the map and the counts follow. Rules of the result: {}.").format(name)
        if self._session.layer(whatif.PARCELS) is None:
            changed.append(tr("The layers of the result are not in the project, so the map cannot follow."))
        return listed((*changed, tr("Not applied yet.")), " ")

    def closeEvent(self, event):
        self._end_previews()
        super().closeEvent(event)

    def release(self) -> None:
        """Let go of the map and the project; for unloading the plugin."""
        for preview in self._previews.values():
            preview.close()


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button
