"""Python in QGIS's own background threads."""

from __future__ import annotations

import ctypes
import threading

_known = threading.local()


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
