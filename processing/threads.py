"""Python in QGIS's own background threads."""

from __future__ import annotations

import ctypes
import itertools
import threading
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QThreadPool

_known = threading.local()
_numbers = itertools.count(1)


def keep_thread() -> None:
    """Make Python remember the thread this is called in; for the start of whatever runs in a QgsTask.

    QGIS's threads are taken from a pool. After each piece of work Python forgets such a thread, with all that
    libraries keep for it; pyproj 3.7 then finds what it kept before gone and crashes QGIS at the second run
    in the same thread. One hold on the interpreter more, which is never given back, keeps the memory of the
    thread for as long as it lives.
    """
    if threading.current_thread() is threading.main_thread() or getattr(_known, "kept", False):
        return
    ctypes.pythonapi.PyGILState_Ensure()
    _known.kept = True


def keep_pools() -> None:
    """Make QGIS keep the threads of its pools for as long as it runs; for the start of the plugin.

    QGIS shares one definition of a CRS among all layers. When the thread that has made it ends, and a pool
    ends its threads after half a minute without work, the definition goes with it: the CRS still calls
    itself valid, has no WKT any more, and a layer saved with it is labelled "undefined". (Seen on 3.22, 3.40
    and 3.44.)
    """
    # From QGIS 3.36 on tasks have a pool of their own.
    for pool in (QThreadPool.globalInstance(), *QgsApplication.taskManager().findChildren(QThreadPool)):
        pool.setExpiryTimeout(-1)


def own_path(path: str | Path) -> str:
    """The path of a file, spelled as only this thread spells it; for layers that are opened and closed here.

    QGIS opens a file once for all layers with the same path, and takes the locks of that file and of the
    list of files in either order (QGIS issue 63583): two threads that open layers of it wait for each other
    for ever, and QGIS stands still. Under another spelling the file is opened on its own. The main thread
    keeps the plain one.
    """
    if threading.current_thread() is threading.main_thread():
        return str(path)
    if not hasattr(_known, "number"):
        _known.number = next(_numbers)
    path = Path(path)
    return f"{path.parent}/{_known.number * './'}{path.name}"
