"""Run by QGIS desktop (--code): opens the sample district the way the plugin's own menu does."""

from qgis.PyQt.QtCore import QTimer
from qgis.utils import plugins


def open_sample():
    plugin = plugins.get("land_renewal")
    if hasattr(plugin, "open_sample"):
        plugin.open_sample()


QTimer.singleShot(0, open_sample)
