"""The provider: finds the algorithms in ``processing/algorithms``."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .base import LandRenewalAlgorithm
from .translation import tr

_ROOT = Path(__file__).parents[1]


def algorithm_classes() -> list[type[LandRenewalAlgorithm]]:
    """One class a module of ``processing/algorithms``, by name of the module.

    Errors: TypeError when a module does not hold exactly one algorithm.
    """
    package = importlib.import_module(".algorithms", __package__)
    classes = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f".{name}", package.__name__)
        own = [v for v in vars(module).values() if getattr(v, "__module__", "") == module.__name__]
        found = [v for v in own if isinstance(v, type) and issubclass(v, LandRenewalAlgorithm)]
        if len(found) != 1:
            raise TypeError(f"processing/algorithms/{name}.py holds {len(found)} algorithms instead of one")
        classes += found
    return classes


class LandRenewalProvider(QgsProcessingProvider):
    def id(self):
        return "landrenewal"

    def name(self):
        return tr("Land Renewal")

    def icon(self):
        return QIcon(str(_ROOT / "resources" / "icons" / "landrenewal.svg"))

    def loadAlgorithms(self):
        for algorithm in algorithm_classes():
            self.addAlgorithm(algorithm())
