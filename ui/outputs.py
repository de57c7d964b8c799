"""What the last step writes besides the result: project, pages, workbooks, pictures."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsProject
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..core.common.errors import LandRenewalError
from ..processing.translation import tr
from .parts import link, links, wrapped
from .session import Session
from .steps import Report, reports

_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class Outputs(QWidget):
    """Buttons for each thing to write, and links to what there is of it."""

    wanted = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.save = QPushButton(tr("Save the project"), self)
        self.save.setToolTip(tr("With layers, styles and what was run. Paths in it are relative."))
        self.save.clicked.connect(self.save_project)
        layout.addWidget(self.save)
        self.buttons: dict[str, QPushButton] = {}
        self.links: dict[str, QLabel] = {}
        self._offered = offered()
        for subject in dict.fromkeys(report.subject for report in self._offered):
            layout.addWidget(wrapped(tr("{}, written beside the result:").format(subject), self))
            layout.addLayout(self._rows(subject))
            self.links[subject] = links(self)
            self.links[subject].linkActivated.connect(open_file)
            layout.addWidget(self.links[subject])
        self.refresh()

    def _rows(self, subject: str) -> QGridLayout:
        """Two buttons a row: more would be wider than a narrow dock."""
        grid = QGridLayout()
        for place, report in enumerate(report for report in self._offered if report.subject == subject):
            button = QPushButton(report.title, self)
            button.setAccessibleName(f"{report.title}: {subject}")
            button.clicked.connect(lambda *_, report=report: self.wanted.emit(report))
            self.buttons[report.suffix] = button
            grid.addWidget(button, *divmod(place, 2))
        return grid

    def refresh(self) -> None:
        """Say what is there, and whether it is older than the result."""
        path = self._session.path
        for button in self.buttons.values():
            button.setEnabled(path is not None and not self._session.busy)
        for subject, label in self.links.items():
            found = [report for report in self._offered if report.subject == subject and path is not None]
            parts = [self._link(report, path) for report in found]
            label.setText(" · ".join(part for part in parts if part))
            label.setVisible(bool(label.text()))

    def _link(self, report: Report, result: Path) -> str:
        target = target_of(result, report.suffix)
        if not target.exists():
            return ""
        old = target.stat().st_mtime < result.stat().st_mtime
        said = tr("{} (older than the result)").format(report.title) if old else report.title
        return tr("open {}").format(link(str(target), said))

    def save_project(self) -> None:
        """Save the project, under the name of the result when it has none."""
        project = QgsProject.instance()
        if not project.fileName():
            near = str(self._session.path.with_suffix(".qgz")) if self._session.path else ""
            chosen, _ = QFileDialog.getSaveFileName(
                self.window(), tr("Save the project"), near, tr("QGIS projects (*.qgz)")
            )
            if not chosen:
                return
            project.setFileName(str(Path(chosen).with_suffix(".qgz")))
        if not project.write():
            self.failed.emit(tr("The project could not be saved: {}").format(project.error()))


def offered() -> list[Report]:
    """The reports that the algorithms of this version can write."""
    registry = QgsApplication.processingRegistry()
    found = []
    for report in reports():
        algorithm = registry.algorithmById(f"landrenewal:{report.algorithm}")
        if algorithm is not None and algorithm.parameterDefinition(report.parameter) is not None:
            found.append(report)
    return found


def target_of(result: Path, suffix: str) -> Path:
    """The file of a report: beside the result, named after it."""
    return result.with_name(result.stem + suffix)


def report_parameters(report: Report, result: Path, chosen: dict) -> dict:
    """Parameters of a report: the inputs chosen, as far as its algorithm takes them.

    Errors: LandRenewalError when the parcels are not chosen.
    """
    if not chosen.get("PARCELS"):
        raise LandRenewalError(tr("Choose the layer of parcels in the first step."))
    algorithm = QgsApplication.processingRegistry().algorithmById(f"landrenewal:{report.algorithm}")
    found = {}
    for definition in algorithm.parameterDefinitions():
        name, optional = definition.name(), definition.flags() & _OPTIONAL
        if not definition.isDestination() and chosen.get(name):
            found[name] = chosen[name]
        elif definition.isDestination() and not optional:
            found[name] = "TEMPORARY_OUTPUT"
    return {**found, report.parameter: str(target_of(result, report.suffix))}


def written(result: Path) -> list[Report]:
    """The reports that are there beside a result."""
    return [report for report in offered() if target_of(result, report.suffix).exists()]


def open_file(path: str) -> None:
    """Open a file or a folder with what the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
