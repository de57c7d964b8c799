"""A picture of matplotlib in a dock: as wide as the dock, drawn in the background, saved on demand."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPainter, QPalette, QTextOption
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from ..processing import charts, settings
from ..processing.translation import tr
from .background import begin

_SETTLE = 150  # milliseconds: a dock that is being dragged wider is drawn when it rests
_LEAST, _LINES = 240, 3
# matplotlib keeps its fonts for all threads.
_ONE_AT_A_TIME = threading.Lock()


class ChartView(QWidget):
    """Shows what a maker of figures draws; ``drawn`` comes when it is there, or cannot be.

    The view takes as much height as the figure needs at its width. A figure that is not ``width_px / dpi``
    inches wide is scaled to the width.
    """

    drawn = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._maker, self._name = None, ""
        self._image: QImage | None = None
        self._message, self._task, self._again, self._size = "", None, False, QSize()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE)
        self._soon.timeout.connect(self._draw)

    @property
    def image(self) -> QImage | None:
        """What is shown, None when there is nothing to show."""
        return self._image

    @property
    def message(self) -> str:
        """The text in place of a picture."""
        return self._message

    def set_figure_maker(self, maker, name: str = "") -> None:
        """Show what ``maker(width_px, height_px, dpi)`` returns: a matplotlib Figure, or None for nothing.

        It is called in a background thread, again at every other width: give it plain rows and texts, and
        touch no widget, layer or session in it. What it raises as LandRenewalError is shown in place of the
        picture. ``name``: what the picture shows, for screen readers and as the name of a saved file.
        """
        self._maker, self._name = maker, name
        self.setAccessibleName(name)
        self.redraw()

    def show_message(self, text: str) -> None:
        """Show a text instead of a picture."""
        self._maker = None
        self._show(None, text)

    def redraw(self) -> None:
        """Draw anew, soon: the figures have changed."""
        self._size = QSize()
        self._soon.start()

    def save_to(self, path: str | Path) -> bool:
        """Write the picture that is shown; False when there is none or it cannot be written."""
        return self._image is not None and self._image.save(str(path))

    def ask_and_save(self) -> None:
        """Save the picture where the user says."""
        start = f"{self._name or tr('Chart')}.png"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the picture"), start, tr("Picture (*.png)"))
        if chosen:
            self.save_to(Path(chosen).with_suffix(".png"))

    def sizeHint(self):
        return QSize(_LEAST, self._height(_LEAST))

    def hasHeightForWidth(self):
        return False

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if self._maker is not None and event.size().width() != self._size.width():
            self._soon.start()

    def showEvent(self, event):
        super().showEvent(event)
        if self._maker is not None and self._size.isEmpty():
            self._soon.start()

    def paintEvent(self, _event):
        painter = QPainter(self)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, self.width(), self._height(self.width())), self._image)
        elif self._message:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            option = QTextOption(Qt.AlignmentFlag.AlignCenter)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            painter.drawText(QRectF(self.rect().adjusted(8, 8, -8, -8)), self._message, option)

    def _height(self, width: int) -> int:
        if self._image is None:
            return (_LINES + 1) * self.fontMetrics().lineSpacing()
        return round(width * self._image.height() / max(self._image.width(), 1))

    def _menu(self, place) -> None:
        menu = QMenu(self)
        save = menu.addAction(tr("Save the picture..."))
        save.setEnabled(self._image is not None)
        save.triggered.connect(lambda _checked=False: self.ask_and_save())
        menu.exec(self.mapToGlobal(place))

    def _draw(self) -> None:
        """Begin to draw; while something is drawn, only remember that it is out of date."""
        if self._maker is None or self.width() < 2 or not self.isVisible():
            return
        if self._task is not None:
            self._again = True
            return
        self._size = self.size()
        ratio = self.devicePixelRatioF()
        wide, high = (max(round(side * ratio), 1) for side in (self.width(), self.height()))
        work = partial(_drawn, self._maker, (wide, high), self.logicalDpiX() * ratio)
        done, failed = partial(self._done, self._maker), tr("The chart cannot be drawn: {}")
        self._task = begin(self, tr("Draw a chart"), work, done, failed)

    def _done(self, maker, found: tuple[QImage | None, str] | None, problem: str) -> None:
        self._task, again, self._again = None, self._again, False
        # By now something else may be wanted here.
        if maker is self._maker:
            self._show(*found or (None, problem))
        if again:
            self._draw()

    def _show(self, image: QImage | None, message: str) -> None:
        self._image, self._message = image, message
        self._fit()
        self.update()
        self.drawn.emit()

    def _fit(self) -> None:
        self.setMinimumHeight(self._height(max(self.width(), 1)))
        self.updateGeometry()


def _drawn(maker, size: tuple[int, int], dpi: float) -> tuple[QImage | None, str]:
    """The picture, or why there is none."""
    why = charts.missing(settings.screen_language())
    if why:
        return None, why
    with _ONE_AT_A_TIME:
        figure = maker(*size, dpi)
        if figure is None:
            return None, tr("There is nothing to draw.")
        return image_of(figure, size[0]), ""


def image_of(figure, width_px: int) -> QImage:
    """A matplotlib figure as a picture of this width."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(width_px / figure.get_size_inches()[0])
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    wide, high = canvas.get_width_height()
    data = bytes(canvas.buffer_rgba())
    image = QImage(data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    # The picture must not rest on memory of Python.
    return image.copy()
