"""Run by QGIS desktop (--code): opens the sample district by the plugin's own menu."""

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface


def open_sample():
    action = iface.mainWindow().findChild(QAction, "landRenewalSample")
    if action is not None:
        action.trigger()


QTimer.singleShot(0, open_sample)
