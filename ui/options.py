"""Pages of QGIS's options: there as long as the plugin is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon

_ICON = Path(__file__).parents[1] / "resources" / "icons" / "landrenewal.svg"


class PageFactory(QgsOptionsWidgetFactory):
    """Makes a page whenever the options are opened; ``path``: the headings it stands under."""

    def __init__(self, title: str, make: Callable, path: tuple[str, ...] = ()):
        super().__init__()
        self.setTitle(title)
        self._make, self._path = make, path

    def icon(self):
        return QIcon(str(_ICON))

    def path(self):
        return list(self._path)

    def createWidget(self, parent):
        return self._make(parent)


class Pages:
    """The pages of one module that are in the options."""

    def __init__(self):
        # QGIS does not keep a factory alive.
        self._factories: list[tuple] = []

    def add(self, iface, factory: PageFactory) -> None:
        """Put a page into the options."""
        iface.registerOptionsWidgetFactory(factory)
        self._factories.append((iface, factory))

    def remove(self) -> None:
        """Take the pages away again."""
        while self._factories:
            iface, factory = self._factories.pop()
            iface.unregisterOptionsWidgetFactory(factory)
