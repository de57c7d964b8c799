"""Small pieces of the docks: labels that wrap, headings that fold, texts to read."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..processing.translation import tr

NEXT = "QPushButton { border: 2px solid palette(highlight); border-radius: 4px; padding: 4px 8px; }"
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class Roomy(QStyledItemDelegate):
    """Rows a little higher: signs of another font than that of the dock would have their lines cut off."""

    def sizeHint(self, option, index):
        size = super().sizeHint(option, index)
        return size + QSize(0, (size.height() + option.fontMetrics.lineSpacing()) // 6)


def wrapped(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of several lines that can be as narrow as the dock."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def links(parent: QWidget | None = None) -> QLabel:
    """A wrapped label with links, which the keyboard reaches as well."""
    label = wrapped("", parent)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(_LINKS)
    return label


def link(target: str, text: str) -> str:
    """A link for such a label."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<a href="{target}">{plain}</a>'


def highlight(button: QPushButton, on: bool) -> None:
    """Mark the button to press next."""
    button.setStyleSheet(NEXT if on else "")


def scrolled(inside: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Something longer than the dock, as wide as it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def show_text(parent: QWidget, title: str, text: str, kind: str = "plain") -> QDialog:
    """A window with a text to read (``browser``): ``kind`` is plain, html or markdown."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    browser = QTextBrowser(dialog)
    browser.setOpenExternalLinks(True)
    dialog.browser = browser
    {"plain": browser.setPlainText, "html": browser.setHtml, "markdown": browser.setMarkdown}[kind](text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(browser)
    layout.addWidget(buttons)
    dialog.resize(640, 560)
    dialog.show()
    return dialog
