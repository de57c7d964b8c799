"""The page of this plugin in QGIS's options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QRegularExpression
from qgis.PyQt.QtGui import QRegularExpressionValidator
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.common.errors import LandRenewalError
from ..processing.said import said
from ..processing.settings import AREA_UNITS, Settings, load, save, unit_title
from ..processing.translation import tr
from .options import PageFactory, Pages

NAME = "LandRenewalOptions"
_ROOT = Path(__file__).parents[1] / "resources"
_pages = Pages()


def register(iface, on_change: Callable[[], None] | None = None) -> None:
    """Add the page to QGIS's options. ``on_change`` is called when something else was chosen."""
    _pages.add(iface, PageFactory(tr("Land Renewal"), lambda parent: OptionsPage(parent, on_change)))


def unregister() -> None:
    """Take the page away again."""
    _pages.remove()


class OptionsPage(QgsOptionsPageWidget):
    """Units, currency, language of results, rule profile."""

    def __init__(self, parent=None, on_change: Callable[[], None] | None = None):
        super().__init__(parent)
        self.setObjectName(NAME)
        self._on_change = on_change
        self.area = QComboBox(self)
        for unit in AREA_UNITS:
            self.area.addItem(unit_title(unit), unit)
        self.area.setToolTip(tr("Unit of land on the screen. Result layers always hold square metres."))
        self.currency = QLineEdit(self)
        self.currency.setPlaceholderText("CNY")
        self.currency.setValidator(QRegularExpressionValidator(QRegularExpression(r"\S{0,8}"), self.currency))
        self.currency.setToolTip(
            tr("How the currency of your data is called, such as USD. Nothing is converted.")
        )
        self.language = QComboBox(self)
        for title, value in ((tr("As QGIS"), ""), ("English", "en"), ("中文", "zh")):
            self.language.addItem(title, value)
        self.language.setToolTip(tr("Language of the traces, the guidance and the reports in results."))
        self.rules = QComboBox(self)
        self.rules.setEditable(True)
        self.rules.addItems(shipped_profiles())
        self.rules.lineEdit().setPlaceholderText(tr("That of the column mapping, else default"))
        self.rules.setToolTip(tr("Rule profile that is used where none is chosen: a name or a YAML file."))
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.rules.lineEdit().editingFinished.connect(self.check)
        self._lay_out()
        self.show_settings(load())

    def _lay_out(self) -> None:
        browse = QToolButton(self)
        browse.setText("...")
        browse.setToolTip(tr("Choose a file"))
        browse.clicked.connect(self._browse)
        line = QWidget(self)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.rules, 1)
        inside.addWidget(browse)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Unit of land"), self.area)
        form.addRow(tr("Currency"), self.currency)
        form.addRow(tr("Language of results"), self.language)
        form.addRow(tr("Rule profile"), line)
        form.addRow("", self.problem)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addStretch(1)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Rule profile"), "", tr("Rule profile (*.yml *.yaml)"))
        if path:
            self.rules.setEditText(path)
            self.check()

    def show_settings(self, settings: Settings) -> None:
        """Fill the fields."""
        self.area.setCurrentIndex(self.area.findData(settings.area_unit))
        self.currency.setText(settings.currency)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.rules.setEditText(settings.rules)
        self.check()

    def check(self) -> bool:
        """Say what is wrong with the rule profile; whether nothing is."""
        problem = profile_problem(self.rules.currentText().strip())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        return not problem

    def apply(self) -> None:
        """Keep what was chosen; a rule profile that cannot be read is not taken."""
        rules = self.rules.currentText().strip() if self.check() else load().rules
        chosen = Settings(
            area_unit=self.area.currentData(),
            currency=self.currency.text().strip(),
            language=self.language.currentData(),
            rules=rules,
        )
        before = load()
        save(chosen)
        if self._on_change is not None and load() != before:
            self._on_change()


def shipped_profiles() -> list[str]:
    """An empty name, for none, and the rule profiles that come with the plugin."""
    folder = _ROOT / "profiles"
    found = {path.stem for path in folder.iterdir() if path.is_dir() or path.suffix == ".yml"}
    return ["", *sorted(found)]


def profile_problem(name: str) -> str:
    """What is wrong with a rule profile, or nothing."""
    if not name:
        return ""
    try:
        from ..core.rules.profile import load_profile

        load_profile(name)
    except LandRenewalError as error:
        return said(error)
    except ImportError:
        return tr("PyYAML is missing, so rule profiles cannot be read.")
    return ""
