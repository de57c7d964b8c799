"""Wiring only: the translation, the provider, functions and the menu come and go with the plugin."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication


class LandRenewalPlugin:
    """What QGIS loads. ``iface`` is None without a desktop."""

    def __init__(self, iface=None):
        self._iface = iface
        self._translator = self._provider = self._menu = None

    def initProcessing(self):
        """Register the provider; this is all that qgis_process needs."""
        if self._provider is not None:
            return
        from .processing.libraries import use_folder
        from .processing.threads import keep_pools
        from .processing.translation import install_translator

        # What the user has let the plugin install, before anything asks for it.
        use_folder()
        keep_pools()
        # The translator comes first: titles and help texts are translated when the algorithms are loaded.
        self._translator = install_translator()
        from .processing.provider import LandRenewalProvider

        provider = LandRenewalProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            from .processing import expressions

            self._provider = provider
            expressions.register()

    def initGui(self):
        """Register the provider and the menu."""
        self.initProcessing()
        if self._iface is None:
            return
        from .ui.menu import Menu

        self._menu = Menu(self._iface)

    def unload(self):
        """Take everything back."""
        if self._menu is not None:
            self._menu.remove()
        if self._provider is not None:
            from .processing import expressions

            expressions.unregister()
            QgsApplication.processingRegistry().removeProvider(self._provider)
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = self._provider = self._menu = None
