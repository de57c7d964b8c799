"""A dossier as text to read in a narrow dock: sections that fold, labels beside values, reasons below."""

from __future__ import annotations

from html import escape

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QTextBrowser

from ..core.dossier.dossier import Dossier, Fact, Section
from ..core.dossier.dossier_figures import BAD, UNKNOWN
from ..processing.translation import tr

# Sections that are folded when a dossier is looked at for the first time.
FOLDED = ("parcel", "basis")
_SETTING = "land_renewal/dossier_folded"
_QUIET = 0.38
_LABELS = 34  # percent of the width
# Red that is readable on light and on dark windows.
_BAD = {False: "#b3261e", True: "#ff8a80"}


class DossierView(QTextBrowser):
    """Shows one dossier. ``asked``: a link other than that of a heading was followed."""

    asked = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAccessibleName(tr("Parcel dossier"))
        self.anchorClicked.connect(self._follow)
        self._found: Dossier | None = None
        self._links: dict[str, str] = {}
        stored = QgsSettings().value(_SETTING, ",".join(FOLDED))
        self._folded = set(filter(None, str(stored).split(",")))

    def show_dossier(self, found: Dossier, links: dict[str, str] | None = None) -> None:
        """Show a dossier. ``links``: link targets of facts by their key, such as the park."""
        same = self._found is not None and self._found.parcel_id == found.parcel_id
        self._found, self._links = found, links or {}
        self._render(keep_place=same)

    def show_text(self, text: str) -> None:
        """Show a sentence instead."""
        self._found = None
        self.setHtml(f"<p>{escape(text)}</p>")

    def folded(self) -> set[str]:
        """Kinds of sections that are folded."""
        return set(self._folded)

    def fold(self, kind: str) -> None:
        """Fold or unfold a kind of section; it stays so for other parcels."""
        self._folded ^= {kind}
        QgsSettings().setValue(_SETTING, ",".join(sorted(self._folded)))
        self._render(keep_place=True)

    def _follow(self, url: QUrl) -> None:
        kind, _, target = url.toString().partition(":")
        if kind == "fold":
            self.fold(target)
        else:
            self.asked.emit(url.toString())

    def _render(self, keep_place: bool) -> None:
        if self._found is None:
            return
        place = self.verticalScrollBar().value()
        base, text = (
            self.palette().color(role) for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text)
        )
        colours = {"bad": _BAD[base.lightness() < 128], "muted": _between(base, text), "head": text.name()}
        self.setHtml(dossier_html(self._found, self._folded, self._links, colours))
        if keep_place:
            self.verticalScrollBar().setValue(place)


def _between(base: QColor, text: QColor) -> str:
    """A quieter colour of text, readable on light and on dark windows."""
    parts = zip(base.getRgb()[:3], text.getRgb()[:3])
    return QColor(*(round(_QUIET * one + (1 - _QUIET) * other) for one, other in parts)).name()


def kind_of(section: Section) -> str:
    """Sections of one kind fold together: all firms, all scenarios."""
    return section.key.partition(":")[0]


def dossier_html(found: Dossier, folded: set[str], links: dict[str, str], colours: dict[str, str]) -> str:
    """The dossier as rich text of Qt; everything from data is escaped."""
    return "".join(
        _section(section, kind_of(section) in folded, links, colours) for section in found.sections
    )


def _section(section: Section, folded: bool, links: dict[str, str], colours: dict[str, str]) -> str:
    sign = "▸" if folded else "▾"
    head = (
        f'<p style="margin-top:10px;margin-bottom:2px"><a href="fold:{escape(kind_of(section))}"'
        f' style="text-decoration:none;color:{colours["head"]}"><b>{sign} {escape(section.title)}</b></a></p>'
    )
    if folded:
        return head
    rows = "".join(_row(fact, links, colours) for fact in section.facts)
    return f'{head}<table width="100%" cellspacing="0" cellpadding="2">{rows}</table>'


def _row(fact: Fact, links: dict[str, str], colours: dict[str, str]) -> str:
    value = escape(fact.text)
    if fact.mark == BAD:
        value = f'<b style="color:{colours["bad"]}">{value}</b>'
    elif fact.mark == UNKNOWN:
        value = f'<i style="color:{colours["muted"]}">{value}</i>'
    if fact.key in links:
        value = f'<a href="{escape(links[fact.key])}">{value}</a>'
    if fact.note:
        value += f'<br/><span style="color:{colours["muted"]}">{escape(fact.note)}</span>'
    return (
        f'<tr><td width="{_LABELS}%" style="color:{colours["muted"]}">{escape(fact.label)}</td>'
        f"<td>{value}</td></tr>"
    )
