"""The inputs of the study as they are chosen in the workbench, with sensible choices made already."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..processing.lockfile import lock_file
from ..processing.review import review_path
from ..processing.translation import tr
from .inputs import Field, LayerField, guessed, make_field
from .layers import is_of_results
from .session import Session
from .stamps import stamp

_LAYER_SIGNALS = (
    *("layerModified", "afterCommitChanges", "editingStopped"),
    *("subsetStringChanged", "crsChanged", "dataSourceChanged"),
)


class Choices(QObject):
    """The fields by name of the parameter, and the file of the result.

    ``changed``: a choice, or the content of a chosen layer. ``result_chosen(path)``: the user has named
    another result file.
    """

    changed = pyqtSignal()
    result_chosen = pyqtSignal(str)

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self.fields: dict[str, Field] = {}
        self.output = self._make_output(parent)
        # A result file that the user has named stays, whatever is in the project.
        self._own_output = False
        self._watched: dict[str, QgsVectorLayer] = {}
        # Locks and reviewed links, which other docks write beside the result.
        self._beside: dict[str, str] = {}
        self._beside_stamps: list[str] = []
        self._folder = QFileSystemWatcher(self)
        self._folder.directoryChanged.connect(self._look_beside)
        QgsProject.instance().cleared.connect(self.forget)

    def _make_output(self, parent: QWidget) -> QgsFileWidget:
        widget = QgsFileWidget(parent)
        widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        widget.setConfirmOverwrite(False)
        widget.setFilter(tr("GeoPackage (*.gpkg)"))
        widget.setDialogTitle(tr("Result GeoPackage"))
        widget.setToolTip(
            tr("Where the results are kept: one GeoPackage. Choose a former result to see it again.")
        )
        widget.fileChanged.connect(self._output_changed)
        return widget

    def add(self, name: str, parent: QWidget) -> Field | None:
        """The field of a parameter of the study; None when this version has no such parameter."""
        study = QgsApplication.processingRegistry().algorithmById("landrenewal:study")
        definition = study.parameterDefinition(name) if study is not None else None
        field = make_field(definition, parent) if definition is not None else None
        if field is not None:
            self.fields[name] = field
            field.changed.connect(self.changed)
        return field

    def parameters(self) -> dict:
        """Parameters of the study as they are chosen, without what is left empty."""
        chosen = {name: field.value() for name, field in self.fields.items()}
        chosen["OUTPUT"] = self.output.filePath()
        return {name: value for name, value in chosen.items() if value}

    def titles(self) -> dict[str, str]:
        """What the parameters are called."""
        return {name: field.title for name, field in self.fields.items()}

    def forget(self) -> None:
        """Another project: nothing in it was chosen by the user."""
        for field in self.fields.values():
            field.chosen = False
        self._own_output = False
        self._watched.clear()

    def take_result(self) -> None:
        """The current result is where the next run goes."""
        self._own_output = False

    def prefill(self) -> None:
        """Make the choices that the user has not made: what other docks have written beside the result, those
        of the last run, else what layers look like.
        """
        layers = QgsProject.instance().mapLayers().values()
        results = [layer for layer in layers if is_of_results(layer, self._session)]
        last, likely = self._session.parameters(), guessed(self._session)
        self._beside = self._found_beside()
        self._beside_stamps = [stamp(file) for file in self._beside.values()]
        self._watch_folder()
        for name, field in self.fields.items():
            if isinstance(field, LayerField):
                field.leave_out(results)
            if not field.chosen:
                wanted = self._beside.get(name) or (last or likely).get(name, "")
                if wanted in self._gone():
                    wanted = ""
                if wanted != field.value():
                    field.set_value(wanted)
        if not self._own_output:
            self._set_output(self._session.path or self._usual_output())
        self._watch()

    def hide_replaced(self) -> None:
        """Hide the inputs that results now draw: parcels, parks and enterprises."""
        root = QgsProject.instance().layerTreeRoot()
        for name in ("PARCELS", "PARKS", "ENTERPRISES"):
            layer = self.fields[name].layer() if name in self.fields else None
            node = root.findLayer(layer.id()) if layer is not None else None
            if node is not None:
                node.setItemVisibilityChecked(False)

    def _kept_beside(self) -> dict[str, Path]:
        path = self._session.path
        return {"LOCKS": lock_file(path), "OCCUPANCY": review_path(path)} if path is not None else {}

    def _found_beside(self) -> dict[str, str]:
        return {name: str(file) for name, file in self._kept_beside().items() if file.is_file()}

    def _gone(self) -> set[str]:
        """What was beside the result once: without a lock there is no table of locks."""
        return {str(file) for file in self._kept_beside().values()} - set(self._beside.values())

    def _watch_folder(self) -> None:
        folder = str(self._session.path.parent) if self._session.path is not None else ""
        if self._folder.directories() != ([folder] if folder else []):
            if self._folder.directories():
                self._folder.removePaths(self._folder.directories())
            if folder:
                self._folder.addPath(folder)

    def _look_beside(self, _folder: str) -> None:
        # Only what concerns us: journals of databases come and go in the folder while they are read.
        found = self._found_beside()
        if found != self._beside or [stamp(file) for file in found.values()] != self._beside_stamps:
            self.changed.emit()

    def _usual_output(self) -> Path | None:
        """Beside the project, else beside the parcels, else among the user's documents."""
        project = QgsProject.instance().fileName()
        if project:
            return Path(project).with_name(f"{Path(project).stem}_study.gpkg")
        parcels = self.fields["PARCELS"].value()
        layer = QgsProject.instance().mapLayer(parcels)
        source = (layer.source() if layer is not None else parcels).partition("|")[0]
        if source and Path(source).is_file():
            return Path(source).with_name("land_renewal_study.gpkg")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(folder) / "land_renewal_study.gpkg" if folder else None

    def _set_output(self, path: Path | None) -> None:
        text = str(path) if path is not None else ""
        if self.output.filePath() != text:
            self.output.blockSignals(True)
            self.output.setFilePath(text)
            self.output.blockSignals(False)

    def _output_changed(self, text: str) -> None:
        self._own_output = bool(text)
        if text:
            self.result_chosen.emit(text)
        self.changed.emit()

    def _watch(self) -> None:
        """Notice edits of the chosen layers."""
        fields = [field for field in self.fields.values() if isinstance(field, LayerField)]
        chosen = {layer.id(): layer for layer in (field.layer() for field in fields) if layer is not None}
        for key in set(self._watched) - set(chosen):
            layer = self._watched.pop(key)
            # The layer may be gone already.
            with suppress(RuntimeError, TypeError):
                for name in _LAYER_SIGNALS:
                    getattr(layer, name).disconnect(self._edited)
        for key in set(chosen) - set(self._watched):
            self._watched[key] = chosen[key]
            for name in _LAYER_SIGNALS:
                getattr(chosen[key], name).connect(self._edited)

    def _edited(self, *_what) -> None:
        self.changed.emit()
