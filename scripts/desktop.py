"""QGIS desktop in the hands of a script: what a user does with mouse and keys, and waiting for the effect.

Only inside QGIS desktop (--code, see desktop.sh). A story is a generator: it does something, yields what it
waits for (``until``) and goes on when that has come.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from traceback import format_exc, format_exception
from typing import NamedTuple

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QImage, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from qgis.utils import iface

_LOOK = 50  # milliseconds
_PATIENCE = float(os.environ.get("LAND_RENEWAL_PATIENCE", 300))  # seconds, for the slowest machine
# What has been done last to each file dialog that is being answered. Held here, because timers that nobody
# refers to are forgotten by Python while Qt still calls them.
_answering: dict[QTimer, str] = {}
# What a user's hand has done: clicks, drags, texts typed, entries chosen.
acts: list[str] = []
_ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Stuck(Exception):
    """Something that a user would wait for does not come, or cannot be clicked."""


class Wait(NamedTuple):
    """What is waited for, in words, and the test for it; what the test returns goes back to the story."""

    what: str
    ready: Callable
    seconds: float


def until(what: str, ready: Callable, seconds: float = _PATIENCE) -> Wait:
    """Wait for it; to be yielded by a story."""
    return Wait(what, ready, seconds)


class Player:
    """Plays a story in QGIS's own event loop and writes down what happened.

    ``folder`` gets report.json (ok, problem, seconds, acts, steps with their seconds, what the story has put
    into ``seen``), log.txt, and screen.png when the story got stuck. QGIS is left as a user leaves it.
    """

    def __init__(self, story: Callable[[dict], Generator], folder: Path):
        self.seen: dict = {}
        self._folder, self._steps, self._wrong = folder, [], []
        self._story, self._wait = story(self.seen), until("QGIS is there", lambda: True)
        self._started = self._since = monotonic()
        self._inside = False
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder.joinpath("log.txt").open("w", encoding="utf-8", buffering=1)
        faulthandler.enable(self._file)
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        QgsApplication.messageLog().messageReceived.connect(self._said)
        self._hook, sys.excepthook = sys.excepthook, self._raised
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK)
        # Another timer: one whose call has not come back is not called again.
        self._guard = QTimer()
        self._guard.timeout.connect(self._watch)
        self._guard.start(20 * _LOOK)

    def _said(self, text: str, tag: str, level) -> None:
        self._note(f"{tag}: {text}")
        if tag == "Land Renewal" and level == Qgis.MessageLevel.Critical:
            self._wrong.append(text)

    def _note(self, text: str) -> None:
        print(f"{monotonic() - self._started:7.1f} {text}", file=self._file)

    def _raised(self, kind, error, trace) -> None:
        self._wrong.append("".join(format_exception(kind, error, trace)))
        self._hook(kind, error, trace)

    def _look(self) -> None:
        if self._inside:
            return
        self._inside = True
        try:
            self._advance()
        except StopIteration:
            self._end("")
        except Exception as error:
            self._end(str(error) if isinstance(error, Stuck) else format_exc())
        finally:
            self._inside = False

    def _watch(self) -> None:
        # A dialog that nobody answers keeps the story where it is.
        if self._inside and (self._late() or self._wrong):
            said = f": {self._wrong[0]}" if self._wrong else ""
            self._end(f"nothing goes on after {self._wait.what!r}{said}", hard=True)

    def _late(self) -> bool:
        return monotonic() - self._since > self._wait.seconds

    def _advance(self) -> None:
        if self._wrong:
            raise Stuck(f"QGIS said after {self._wait.what!r}: {self._wrong[0]}")
        found = self._wait.ready()
        if not found:
            if self._late():
                raise Stuck(f"waited {self._wait.seconds:.0f} s in vain: {self._wait.what}")
            return
        self._steps.append({"what": self._wait.what, "seconds": round(monotonic() - self._since, 2)})
        self._note(f"-- {self._wait.what}")
        self._since = monotonic()
        # When the window does not answer any more the timer does not come either.
        faulthandler.dump_traceback_later(_PATIENCE + self._wait.seconds, exit=True, file=self._file)
        self._wait = self._story.send(found if self._steps[1:] else None)

    def _end(self, problem: str, hard: bool = False) -> None:
        self._timer.stop()
        self._guard.stop()
        self._note(f"== {problem or 'done'}")
        sys.excepthook = self._hook
        report = {
            "ok": not problem,
            "problem": problem,
            "seconds": round(monotonic() - self._started, 1),
            "acts": len(acts),
            "steps": self._steps,
            "seen": self.seen,
        }
        if problem:
            self._picture("screen.png")
            self._note(f"== in front: {_in_front()}; file dialogs being answered: {[*_answering.values()]}")
        self._folder.joinpath("report.json").write_text(
            json.dumps(report, ensure_ascii=False, indent=1), "utf-8"
        )
        QgsProject.instance().setDirty(False)
        if hard:
            os._exit(1)
        self._guard.timeout.disconnect()
        self._guard.timeout.connect(self._stays)
        self._guard.start(round(1000 * _PATIENCE / 2))
        iface.actionExit().trigger()

    def _stays(self) -> None:
        self._note("== QGIS does not end")
        self._picture("end.png")
        os._exit(2)

    def _picture(self, name: str) -> None:
        iface.mainWindow().screen().grabWindow(0).save(str(self._folder / name))


# -- finding ---------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """A text of a menu or a button without the mark of its key, and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(".…")


def every(parent: QWidget, kind=QWidget, test: Callable | None = None) -> list:
    """All widgets of a kind inside another one that can be seen."""
    return [one for one in parent.findChildren(kind) if one.isVisible() and (test is None or test(one))]


def button(parent: QWidget, text: str) -> QAbstractButton:
    """The button that reads so. Errors: Stuck when there is none or more than one."""
    found = every(parent, QAbstractButton, lambda one: plain(one.text()) == text)
    if len(found) != 1:
        texts = [plain(one.text()) for one in every(parent, QAbstractButton)]
        raise Stuck(f"{len(found)} buttons {text!r} in {described(parent)}, which has {texts}")
    return found[0]


def called(parent: QWidget, name: str, kind=QWidget) -> QWidget:
    """The widget with this accessible name or tooltip."""
    found = every(parent, kind, lambda one: name in (one.accessibleName(), one.toolTip()))
    if not found:
        raise Stuck(f"nothing is called {name!r} in {described(parent)}")
    return found[0]


def described(widget: QWidget) -> str:
    """A widget in words, for messages."""
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.objectName() or text or widget.windowTitle()!r}"


def _in_front() -> str:
    holders = (QApplication.activeModalWidget(), QApplication.activePopupWidget(), QApplication.focusWidget())
    return ", ".join(described(one) if one is not None else "nothing" for one in holders)


# -- doing -----------------------------------------------------------------------------------------------


def reveal(widget: QWidget) -> None:
    """Scroll until a widget can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget. Errors: Stuck when a user could not: it is hidden, disabled or covered."""
    reveal(widget)
    if not widget.isVisible() or not widget.isEnabled():
        state = "hidden" if not widget.isVisible() else "disabled"
        raise Stuck(f"{described(widget)} is {state}")
    spot = at or widget.visibleRegion().boundingRect().center()
    there = QApplication.widgetAt(widget.mapToGlobal(spot))
    if there is not widget and not widget.isAncestorOf(there or widget.window()):
        by = described(there) if there is not None else "the edge of the screen"
        raise Stuck(f"{described(widget)} is covered by {by}")
    acts.append(described(widget))
    QTest.mouseClick(widget, _LEFT, _PLAIN, spot)


def type_in(widget: QWidget, text: str, end: bool = True) -> None:
    """Replace what is in a field, and press Enter."""
    click(widget)
    acts.append(text)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    if end:
        QTest.keyClick(widget, Qt.Key.Key_Return)


def choose(combo: QComboBox, text: str) -> None:
    """Choose an entry with the arrow keys."""
    place = combo.findText(text)
    if place < 0:
        entries = [combo.itemText(index) for index in range(combo.count())]
        raise Stuck(f"{described(combo)} has no {text!r}: {entries}")
    acts.append(text)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(place):
        QTest.keyClick(combo, Qt.Key.Key_Down)


def drag_slider(slider: QSlider, share: float, moves: int = 8) -> None:
    """Take the handle of a horizontal slider and drag it to a share of its way, 0 to 1."""
    reveal(slider)
    option = QStyleOptionSlider()
    option.initFrom(slider)
    option.orientation = slider.orientation()
    option.minimum, option.maximum = slider.minimum(), slider.maximum()
    option.sliderPosition = option.sliderValue = slider.value()
    handle = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )
    acts.append(described(slider))
    begin = handle.center()
    half = handle.width() // 2
    end = QPoint(half + round(share * (slider.width() - 2 * half)), begin.y())
    _mouse(slider, QEvent.Type.MouseButtonPress, begin, _LEFT)
    for number in range(1, moves + 1):
        _mouse(slider, QEvent.Type.MouseMove, begin + (end - begin) * number / moves, _LEFT)
    _mouse(slider, QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def _mouse(widget: QWidget, kind, spot: QPoint, held) -> None:
    which = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else _LEFT
    there = QPointF(widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(spot), there, which, held, _PLAIN))


def menu(*path: str) -> Generator:
    """Click through the menus of the main window, such as ("Plugins", "Land Renewal", "What if")."""
    bar = iface.mainWindow().menuBar()
    action = _entry(bar, path[0])
    click(bar, bar.actionGeometry(action).center())
    for text in path[1:]:
        shown: QMenu = action.menu()
        yield until(f"the menu {plain(action.text())} opens", shown.isVisible)
        action = _entry(shown, text)
        click(shown, shown.actionGeometry(action).center())


def _entry(holder: QWidget, text: str):
    found = [one for one in holder.actions() if plain(one.text()) == text]
    if not found:
        raise Stuck(f"no {text!r} among {[plain(one.text()) for one in holder.actions()]}")
    return found[0]


def name_file(path: Path) -> None:
    """Answer the file dialog that the next click opens."""
    timer = QTimer()
    _answering[timer] = ""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.inherits("QFileDialog") and dialog.isVisible():
            _answering[timer] = _name_in(sip.cast(dialog, QFileDialog), str(path))
        elif _answering[timer]:
            timer.stop()
            del _answering[timer]

    timer.timeout.connect(answer)
    timer.start(_LOOK)


def _name_in(dialog: QFileDialog, path: str) -> str:
    """The next thing a user does to name a file; returns it in words."""
    field, popup = dialog.findChild(QLineEdit, "fileNameEdit"), QApplication.activePopupWidget()
    if not field.hasFocus():
        # Without a window manager a new window is not always the active one.
        dialog.activateWindow()
        field.setFocus()
    if field.text() != path:
        field.selectAll()
        QTest.keyClicks(field, path)
        return f"typed {path}, and it reads {field.text()}"
    if popup is not None:
        # The list of what the name could be.
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        return "closed the list"
    box = dialog.findChild(QDialogButtonBox)
    click(next(one for one in box.buttons() if box.buttonRole(one) == _ACCEPT))
    return "clicked the button"


# -- the map ---------------------------------------------------------------------------------------------


def drawn() -> Wait:
    """Wait until the map is drawn: twice in a row nothing is being drawn."""
    calm = []

    def ready() -> bool:
        busy = iface.mapCanvas().isDrawing()
        calm.append(1) if not busy else calm.clear()
        return len(calm) > 3

    return until("the map is drawn", ready)


def map_image() -> QImage:
    """The map as it is on the screen."""
    return iface.mapCanvas().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that differ between two pictures of the same size."""
    import numpy as np

    def pixels(image: QImage):
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        return np.frombuffer(bits, dtype="uint32").reshape(image.height(), -1)

    if one.size() != other.size():
        return 1.0
    return float((pixels(one) != pixels(other)).mean())


def click_map(point) -> None:
    """Click the map at a point in the CRS of the map."""
    canvas = iface.mapCanvas()
    spot = canvas.getCoordinateTransform().transform(point)
    click(canvas.viewport(), QPoint(round(spot.x()), round(spot.y())))


def forget_messages() -> None:
    """Close the messages over the map."""
    with suppress(RuntimeError):
        iface.messageBar().clearWidgets()
