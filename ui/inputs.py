"""Fields for the inputs of a study: layers of the project or files, presets, choices."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsMapLayerProxyModel,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ..core.intake.layer_guess import LayerFacts, guess_inputs, known_looks
from ..processing.translation import tr
from .layers import input_layers

_RESOURCES = Path(__file__).parents[1] / "resources"
_LAYER = getattr(Qgis, "LayerFilter", None) or QgsMapLayerProxyModel.Filter
_SHAPES = {
    QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    QgsWkbTypes.GeometryType.LineGeometry: "line",
    QgsWkbTypes.GeometryType.PointGeometry: "point",
    QgsWkbTypes.GeometryType.NullGeometry: "table",
}


class Field(QWidget):
    """What the fields of all inputs have in common. ``changed`` tells of every other value.

    Each kind has ``value()``, the text for Processing, "" when left empty, and ``set_value(text)``, which
    shows such a text.
    """

    changed = pyqtSignal()

    def __init__(self, definition: QgsProcessingParameterDefinition, parent: QWidget | None = None):
        super().__init__(parent)
        self.name, self.title = definition.name(), definition.description()
        # Chosen by a person: no guess takes it away again.
        self.chosen = False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.setToolTip(definition.help())

    def _narrow(self, combo: QComboBox) -> None:
        """Let a list be as narrow as the dock."""
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(10)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setAccessibleName(self.title)
        # In a narrow dock names are cut off.
        combo.currentIndexChanged.connect(lambda *_: self._tell())
        self.row.addWidget(combo, 1)
        self.setFocusProxy(combo)

    def _tell(self) -> None:
        """Say in full what is chosen when the mouse rests on it."""
        combo = self.focusProxy()
        chosen = self.full_text() if combo.currentIndex() > 0 else ""
        combo.setToolTip("\n\n".join(text for text in (chosen, self.toolTip()) if text))

    def full_text(self) -> str:
        """What is chosen; a file with its path."""
        return self.focusProxy().currentText()

    def _file_button(self, tip: str, kinds: str) -> None:
        button = QToolButton(self)
        button.setText("…")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.choose_file(kinds))
        self.row.addWidget(button)

    def choose_file(self, kinds: str) -> None:
        """Ask for a file of these kinds and take it."""
        path, _ = QFileDialog.getOpenFileName(self.window(), self.title, "", kinds)
        if path:
            self.take_file(path)

    def take_file(self, path: str) -> None:
        """Take a file, as chosen by the user."""
        self.chosen = True
        self.set_value(path)

    def _by_user(self, *_what) -> None:
        self.chosen = True


class LayerField(Field):
    """A layer of the project, or a file."""

    def __init__(self, definition, parent=None):
        super().__init__(definition, parent)
        self.combo = QgsMapLayerComboBox(self)
        # A file by its name: of a path only the beginning would be seen.
        self._file = ""
        self.combo.setAllowEmptyLayer(True, tr("none"))
        look = known_looks().get(self.name.lower())
        only = look.shapes if look is not None and len(look.shapes) == 1 else ()
        kinds = {"polygon": _LAYER.PolygonLayer, "line": _LAYER.LineLayer}
        self.combo.setFilters(kinds.get(only[0], _LAYER.VectorLayer) if only else _LAYER.VectorLayer)
        self._narrow(self.combo)
        self._file_button(tr("Choose a file: layer, workbook or text table"), tr("Any file (*)"))
        self.combo.setCurrentIndex(0)
        self.combo.activated.connect(self._by_user)
        self.combo.currentIndexChanged.connect(lambda *_: self.changed.emit())

    def value(self) -> str:
        layer = self.combo.currentLayer()
        if layer is not None:
            return layer.id()
        return self._file if self.combo.currentText() in self.combo.additionalItems() else ""

    def full_text(self) -> str:
        return super().full_text() if self.layer() is not None else self._file

    def set_value(self, value: str) -> None:
        layer = QgsProject.instance().mapLayer(value) if value else None
        if layer is not None:
            self.combo.setLayer(layer)
        elif value:
            title, before = file_title(value), self.value()
            alike = self.combo.additionalItems() == [title] and before not in ("", value)
            self._file = value
            self.combo.setAdditionalItems([title])
            # Behind the layers of the project, one of which may have this name.
            self.combo.setCurrentIndex(self.combo.count() - 1)
            self._tell()
            if alike and self.value() == value:
                # A file of the same name in another folder: the list has not noticed.
                self.changed.emit()
        else:
            self.combo.setCurrentIndex(0)

    def take_file(self, path: str) -> None:
        names = [part.name() for part in QgsProviderRegistry.instance().querySublayers(path)]
        if len(names) > 1:
            text = tr("{} holds several layers. Which one?").format(Path(path).name)
            name, chosen = QInputDialog.getItem(self.window(), self.title, text, sorted(names), 0, False)
            if not chosen:
                return
            path = f"{path}|layername={name}"
        super().take_file(path)

    def layer(self) -> QgsVectorLayer | None:
        """The layer of the project that is chosen."""
        return self.combo.currentLayer()

    def leave_out(self, layers) -> None:
        """Do not offer some layers: results are no inputs."""
        before = self.value()
        self.combo.setExceptedLayerList(list(layers))
        if before != self.value():
            self.set_value(before)


class PresetField(Field):
    """The name of something that comes with the plugin, or a file of one's own."""

    def __init__(self, definition, parent=None):
        super().__init__(definition, parent)
        self.combo = QComboBox(self)
        self.combo.addItem(tr("As it suits the data"), "")
        for name in presets(self.name):
            self.combo.addItem(name, name)
        self._narrow(self.combo)
        self._file_button(tr("Choose a file of your own (*.yml)"), tr("YAML files (*.yml *.yaml)"))
        self.combo.activated.connect(self._by_user)
        self.combo.currentIndexChanged.connect(lambda *_: self.changed.emit())

    def value(self) -> str:
        return self.combo.currentData() or ""

    def set_value(self, value: str) -> None:
        index = self.combo.findData(value or "")
        if index < 0:
            self.combo.addItem(Path(value).name, value)
            index = self.combo.count() - 1
            self.combo.setItemData(index, value, _tooltip_role())
        self.combo.setCurrentIndex(index)


class ChoiceField(Field):
    """One of some values."""

    def __init__(self, definition, parent=None):
        super().__init__(definition, parent)
        self.combo = QComboBox(self)
        names = {"en": "English", "zh": "中文", "": tr("As in QGIS")}
        for value in ("", *definition.options()):
            self.combo.addItem(names.get(value, value), value)
        self._narrow(self.combo)
        self.combo.activated.connect(self._by_user)
        self.combo.currentIndexChanged.connect(lambda *_: self.changed.emit())

    def value(self) -> str:
        return self.combo.currentData()

    def set_value(self, value: str) -> None:
        self.combo.setCurrentIndex(max(self.combo.findData(value or ""), 0))


def file_title(source: str) -> str:
    """The name of a file, with the layer in it where one is named.

    >>> file_title("/data/locks.csv"), file_title("/data/county.gpkg|layername=parks")
    ('locks.csv', 'county.gpkg: parks')
    """
    path, _mark, layer = source.partition("|layername=")
    name = Path(path).name or path
    return f"{name}: {layer}" if layer else name


def make_field(definition, parent=None) -> Field | None:
    """The field for a parameter of the study; None for those that have none."""
    if definition.isDestination():
        return None
    kinds = (
        (QgsProcessingParameterFeatureSource, LayerField),
        (QgsProcessingParameterFile, PresetField),
        (QgsProcessingParameterEnum, ChoiceField),
    )
    return next((field(definition, parent) for kind, field in kinds if isinstance(definition, kind)), None)


def presets(name: str) -> list[str]:
    """What comes with the plugin: rule profiles for RULES, column mappings else."""
    if name == "RULES":
        found = (_RESOURCES / "profiles").iterdir()
        return sorted(path.stem for path in found if path.is_dir() or path.suffix == ".yml")
    return sorted(path.stem for path in (_RESOURCES / "mappings").glob("*.yml") if path.stem != "aliases")


def guessed(session) -> dict[str, str]:
    """The likely layer of the project for each input, by the name of its parameter."""
    facts = [
        LayerFacts(
            layer.id(),
            layer.name(),
            _SHAPES.get(layer.geometryType(), "table"),
            tuple(field.name() for field in layer.fields()),
        )
        for layer in input_layers(session)
    ]
    return {name.upper(): key for name, key in guess_inputs(facts).items()}


def _tooltip_role():
    from qgis.PyQt.QtCore import Qt

    return Qt.ItemDataRole.ToolTipRole
