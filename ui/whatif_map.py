"""The map while something is tried: a style of its own on the layer of the result, taken away afterwards.

The layer itself is not touched. Its style draws by an expression that looks up one sign for each feature in a
text, held in a variable of the layer: `substr(@..., $id, 1)`. The text of 50,000 features is set in no time,
and drawing takes as long as ever; a join with a table in memory takes twice as long.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QObject, QSize
from qgis.PyQt.QtGui import QIcon

from ..processing.styles import style_path
from ..processing.translation import tr
from ..processing.whatif import NO_SIGN, RANK_WIDTH, class_signs
from .looks import hold_look

STYLE = "land_renewal_what_if"
SIGNS, RANKS = "land_renewal_what_if_signs", "land_renewal_what_if_ranks"
_SIGN = f"substr(@{SIGNS}, $id, 1)"
_RANK = f"trim(substr(@{RANKS}, ($id - 1) * {RANK_WIDTH} + 1, {RANK_WIDTH}))"
# From best to worst; they keep their order in grey.
_FIFTHS = ("#00441b", "#238b45", "#74c476", "#c7e9c0", "#f7fcf5")
_UNKNOWN = "#d9d9d9"
_ICON = 14
_BIGGER = 1.5
# From here on parcels are drawn plainly while something is tried.
_MANY, _WHITE = 10_000, 0.95


class Preview(QObject):
    """Draws one layer after texts of signs, until ``end()``."""

    def __init__(self, canvas, restyle: Callable[[QgsVectorLayer], None], parent: QObject | None = None):
        super().__init__(parent)
        self._canvas, self._restyle = canvas, restyle
        self._layer_id = self._former = None
        self._texts: dict[str, str] = {}
        self._again = False
        canvas.mapCanvasRefreshed.connect(self._drawn)
        # What is only tried does not go into the project.
        QgsProject.instance().writeProject.connect(self._saving)
        QgsProject.instance().projectSaved.connect(self._saved)
        self._paused: QgsVectorLayer | None = None

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer that is drawn so; None when nothing is shown or the layer has gone."""
        return QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None

    def show(self, layer: QgsVectorLayer, texts: dict[str, str]) -> None:
        """Draw a layer after these texts, by the name of their variable."""
        if self.layer is not layer:
            self.end()
            self._begin(layer)
        self._texts = texts
        for name, text in texts.items():
            QgsExpressionContextUtils.setLayerVariable(layer, name, text)
        self._repaint()

    def end(self) -> None:
        """The layer as it was."""
        layer, self._layer_id = self.layer, None
        if layer is not None:
            remove_style(layer, self._former)
            layer.triggerRepaint()

    def close(self) -> None:
        """End, and let go of the map and the project."""
        self.end()
        self._canvas.mapCanvasRefreshed.disconnect(self._drawn)
        QgsProject.instance().writeProject.disconnect(self._saving)
        QgsProject.instance().projectSaved.disconnect(self._saved)

    def _begin(self, layer: QgsVectorLayer) -> None:
        remove_style(layer)
        hold_look(layer)
        manager = layer.styleManager()
        self._former, self._layer_id = manager.currentStyle(), layer.id()
        manager.addStyleFromLayer(STYLE)
        manager.setCurrentStyle(STYLE)
        self._restyle(layer)

    def _repaint(self) -> None:
        # A drawing that is cut short by every move of a slider would never be finished.
        self._again = self._canvas.isDrawing()
        if not self._again and self.layer is not None:
            self.layer.triggerRepaint()

    def _drawn(self) -> None:
        if self._again:
            self._repaint()

    def _saving(self, *_document) -> None:
        self._paused = self.layer
        self.end()

    def _saved(self) -> None:
        layer, self._paused = self._paused, None
        if layer is not None:
            self.show(layer, self._texts)


def remove_style(layer: QgsVectorLayer, former: str | None = None) -> None:
    """Take the style of a trial from a layer, also one left in a project; ``former``: the style before it."""
    manager = layer.styleManager()
    if STYLE not in manager.styles():
        return
    hold_look(layer)
    others = [name for name in manager.styles() if name != STYLE]
    if manager.currentStyle() == STYLE and others:
        manager.setCurrentStyle(former if former in others else others[0])
    manager.removeStyle(STYLE)


def by_class(layer: QgsVectorLayer) -> None:
    """Draw parcels by their class on trial, in the colours that they have now, else in the shipped ones."""
    renderer = _class_renderer(layer.renderer())
    if renderer is None:
        spare = layer.clone()
        spare.loadNamedStyle(str(style_path("parcels")))
        renderer = _class_renderer(spare.renderer())
    if layer.featureCount() > _MANY:
        _make_plain(renderer)
    layer.setRenderer(renderer)


def _class_renderer(renderer) -> QgsCategorizedSymbolRenderer | None:
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute() != "deficiency":
        return None
    signs, found = class_signs(), renderer.clone()
    for place, category in enumerate(found.categories()):
        found.updateCategoryValue(place, signs.get(category.value() or None, NO_SIGN))
    found.setClassAttribute(_SIGN)
    return found


def _make_plain(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Colours only, in no order: hatches, outlines and order take half of the time of drawing. Small parcels
    keep a hairline, or they would vanish.
    """
    renderer.setOrderByEnabled(False)
    for place, category in enumerate(renderer.categories()):
        colour = category.symbol().color()
        # Nearly white is what was hatched.
        colour = _UNKNOWN if colour.lightnessF() > _WHITE else colour.name()
        renderer.updateCategorySymbol(place, _fill(colour, outline=colour, width="0"))


def by_rank(layer: QgsVectorLayer) -> None:
    """Draw parks by the fifth of the ranking that they are in on trial, labelled with their rank."""
    names = (tr("Best fifth of the parks"), tr("Second fifth"), tr("Third fifth"), tr("Fourth fifth"),
             tr("Last fifth of the parks"))  # fmt: skip
    categories = [
        QgsRendererCategory(str(place), _fill(colour), name)
        for place, (colour, name) in enumerate(zip(_FIFTHS, names))
    ]
    categories.append(QgsRendererCategory(NO_SIGN, _fill(_UNKNOWN), tr("No score")))
    layer.setRenderer(QgsCategorizedSymbolRenderer(_SIGN, categories))
    if layer.labelsEnabled() and isinstance(layer.labeling(), QgsVectorLayerSimpleLabeling):
        # The rank alone, in the middle of the park: its name is there already.
        settings = QgsPalLayerSettings(layer.labeling().settings())
        settings.fieldName, settings.isExpression = _RANK, True
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
        settings.centroidInside = True
        text = settings.format()
        text.setSize(_BIGGER * text.size())
        settings.setFormat(text)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _fill(colour: str, outline: str = "#404040", width: str = "0.2") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": width})


def class_icons(layer: QgsVectorLayer) -> dict[str, QIcon]:
    """How the classes look on the map."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    names = {sign: name for name, sign in class_signs().items()}
    return {
        names.get(category.value(), category.value()): QgsSymbolLayerUtils.symbolPreviewIcon(
            category.symbol(), QSize(_ICON, _ICON)
        )
        for category in renderer.categories()
        if category.symbol() is not None
    }
