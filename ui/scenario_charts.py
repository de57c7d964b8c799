"""The page of charts: one at a time, at the width of the dock, larger in a window, saved as PNG or SVG."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..processing import charts, settings
from ..processing.said import listed
from ..processing.translation import tr
from .background import begin
from .chart_view import ChartView
from .dependencies import NAME as LIBRARIES
from .parts import link, links, scrolled, wrapped
from .scenario_data import ScenarioData

_NEEDED = {"economics", "economics_unit_costs", "economics_tornado", "economics_assumptions"}


class ChartsPage(QWidget):
    """The charts that the tables of a result give."""

    def __init__(self, iface, session, data: ScenarioData, parent: QWidget | None = None):
        super().__init__(parent)
        self._iface, self._session, self._data = iface, session, data
        self.windows: list[QDialog] = []
        self.choice = QComboBox(self)
        self.choice.setToolTip(tr("Which chart to show"))
        self.choice.setAccessibleName(tr("Chart"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.larger = QPushButton(tr("Larger"), self)
        self.larger.setToolTip(tr("Show the chart in a window of its own, which can fill the screen"))
        self.save = QPushButton(tr("Save picture..."), self)
        self.save.setToolTip(tr("Save the chart as PNG or SVG, large enough to print"))
        self.view, self.said, self.help = ChartView(self), wrapped(parent=self), links(self)
        self._lay_out()
        data.ready.connect(self._show)
        self.choice.currentIndexChanged.connect(lambda _index: self._draw())
        self.larger.clicked.connect(lambda: self.show_larger())
        self.save.clicked.connect(lambda: self.ask_and_save())
        self.view.drawn.connect(self._drawn)
        self.view.installEventFilter(self)
        self.help.linkActivated.connect(lambda _target: self._show_libraries())
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.larger)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)
        layout.addLayout(buttons)
        for item in (self.said, self.help):
            layout.addWidget(item)
            item.hide()
        layout.addWidget(scrolled(inside, self), 1)

    def refresh(self) -> None:
        """Show the result as it is now."""
        self._data.need()

    def _show(self) -> None:
        names = self._names()
        chosen = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for name, title in names.items():
            self.choice.addItem(title, name)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.choice.blockSignals(False)
        self.choice.setEnabled(bool(names))
        self._draw()

    def _names(self) -> dict[str, str]:
        """The charts that there are figures for, with their titles."""
        from ..core.economics.economics_texts import words
        from ..processing.economics_charts import drawable

        if not set(self._data.tables) >= _NEEDED:
            return {}
        titles = words(settings.screen_language())["charts"]
        return {name: titles[name] for name in drawable(self._data.tables)}

    def _draw(self) -> None:
        name = self.choice.currentData()
        for window in list(self.windows):
            window.close()
        for button in (self.larger, self.save):
            button.setEnabled(False)
        if name is None:
            self.view.show_message(self._why())
            return
        self.view.set_figure_maker(self._maker(name), self.choice.currentText())

    def _why(self) -> str:
        if self._session.path is None:
            return tr("Open a result first, or run the study.")
        return self._data.problem or tr("The scenarios of this result are not priced.")

    def _maker(self, name: str):
        """A function that draws a chart in the background, from the tables as they are now."""
        tables, language, money = self._data.tables, settings.screen_language(), settings.money_label()

        def maker(width, _height, dpi):
            from ..processing.economics_charts import figure

            return figure(name, tables, language, money, width / dpi)

        return maker

    def eventFilter(self, watched, event):
        left = event.type() == event.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
        if left and self.larger.isEnabled():
            self.show_larger()
        return False

    def _drawn(self) -> None:
        there = self.view.image is not None
        self.view.setToolTip(tr("Click to see it larger") if there else "")
        self.view.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)
        for button in (self.larger, self.save):
            button.setEnabled(there)
        # Looked for in the background before: this takes no time now.
        lacking = not there and bool(charts.missing(settings.screen_language()))
        self.help.setVisible(lacking)
        if lacking:
            self.help.setText(link("libraries", tr("Install it from the options of Land Renewal")))

    def _show_libraries(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), LIBRARIES)

    def show_larger(self) -> QDialog:
        """The chart in a window of its own."""
        window = QDialog(self.window(), Qt.WindowType.Window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.setWindowTitle(self.choice.currentText())
        view, inside, layout = ChartView(window), QWidget(window), QVBoxLayout(window)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        column.addStretch(1)
        layout.addWidget(scrolled(inside, window))
        view.set_figure_maker(self._maker(self.choice.currentData()), self.choice.currentText())
        window.view = view
        window.resize(1100, 760)
        self.windows.append(window)
        window.finished.connect(
            lambda _result: self.windows.remove(window) if window in self.windows else None
        )
        window.show()
        return window

    def ask_and_save(self) -> None:
        """Save the chart where the user says."""
        start = str(self._session.path.with_name(f"{self.choice.currentText()}.png"))
        kinds = tr("PNG picture (*.png);;SVG drawing (*.svg)")
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Save picture"), start, kinds)
        if chosen:
            path = Path(chosen)
            known = path.suffix.lower() in (".png", ".svg")
            self.save_to(path if known else Path(f"{path}{'.svg' if 'svg' in kind else '.png'}"))

    def save_to(self, path: Path) -> None:
        """Draw the chart for print into a file, in the background."""
        given = (
            self.choice.currentData(),
            self._data.tables,
            settings.screen_language(),
            settings.money_label(),
        )
        self._tell(tr("Saving {} ...").format(path.name))
        failed = tr("The chart cannot be drawn: {}")
        begin(self, tr("Save a chart"), partial(_written, path, *given), self._saved, failed)

    def _saved(self, text: str | None, problem: str) -> None:
        self._tell(text or problem)

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))


def _written(path: Path, name: str, tables: dict, language: str, money: str) -> str:
    """Write a chart; how that went, in words."""
    from ..processing.economics_charts import drawable

    try:
        kind = path.suffix.lower()[1:]
        made = drawable(tables)[name](tables, language=language, money=money, formats=(kind,))
        path.write_bytes(made.png or made.svg.encode("utf-8"))
    except (OSError, LandRenewalError) as error:
        return tr("{} cannot be written: {}").format(path.name, error)
    return listed((tr("{} is written.").format(path.name), *made.warnings), " ")
