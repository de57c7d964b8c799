"""Pages of an atlas as PDF files that are the same whenever they are made."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from qgis.core import QgsFeedback, QgsLayoutExporter, QgsPrintLayout, QgsRenderContext

from ..core.common.errors import LandRenewalError, sentence
from .progress import Cancelled, Progress

# Radicals that Unicode normalises to no character, and the characters that share their glyph.
_RADICALS = dict(
    zip(
        "⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⺠⺩⺼",
        "西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙民王月",
    )
)


def export_pdf(layout: QgsPrintLayout, target: Path, each: bool, progress: Progress) -> list[Path]:
    """Write the pages of a layout's atlas into a file, or with ``each`` into one a page in a folder, named
    by the atlas's field ``file``. Returns the paths.

    Errors: LandRenewalError when a file cannot be written; Cancelled, which leaves no half a file behind.
    """
    feedback = _feedback(progress)
    settings = QgsLayoutExporter.PdfExportSettings()
    # Text as text: searchable, and with its fonts in the file.
    settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
    settings.appendGeoreference = False
    settings.exportMetadata = False
    atlas = layout.atlas()
    if each:
        target.mkdir(parents=True, exist_ok=True)
        done, message = QgsLayoutExporter.exportToPdfs(atlas, str(target / "sheet"), settings, feedback)
        pages = atlas.coverageLayer().getFeatures()
        paths = sorted(target / f"{page['file']}.pdf" for page in pages)
    else:
        done, message = QgsLayoutExporter.exportToPdf(atlas, str(target), settings, feedback)
        paths = [target]
    if feedback.isCanceled():
        if not each:
            target.unlink(missing_ok=True)
        raise Cancelled
    if done != QgsLayoutExporter.ExportResult.Success:
        raise LandRenewalError(
            'The sheets could not be written to "{}": {}',
            target.name,
            message or sentence("is it open elsewhere?"),
        )
    for path in paths:
        path.write_bytes(settle(path.read_bytes()))
    return paths


def _feedback(progress: Progress) -> QgsFeedback:
    """Progress as QGIS wants it; an exception must not leave a slot."""
    feedback = QgsFeedback()

    def told(share: float) -> None:
        try:
            progress(share / 100)
        except Cancelled:
            feedback.cancel()

    feedback.progressChanged.connect(told)
    return feedback


def settle(content: bytes) -> bytes:
    """A PDF as Qt writes it with the time of making set to a constant, without the name under which the
    user is logged in, and with Chinese that can be searched for.

    Qt tells readers that the glyph of 用 is the Kangxi radical ⽤, which looks alike and is another
    character: who searches for 用 finds nothing. Nothing changes its length: offsets in the file stay right.

    >>> settle(b"/CreationDate (D:20251122055918Z)")
    b'/CreationDate (D:20000101000000Z)'
    >>> settle(b"begincmap <0041> <2F64> endcmap <2F64>")
    b'begincmap <0041> <7528> endcmap <2F64>'
    """
    content = re.sub(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}", rb"\g<1>20000101000000", content)
    packet = rb"<\?xpacket begin.*?<\?xpacket end"
    content = re.sub(packet, lambda found: _anonymous(found.group()), content, count=1, flags=re.DOTALL)
    return re.sub(rb"begincmap.*?endcmap", lambda cmap: _unified(cmap.group()), content, flags=re.DOTALL)


def _anonymous(packet: bytes) -> bytes:
    """The metadata that newer versions of Qt add, without dates, random id and login name.

    >>> _anonymous(b'CreateDate="2026-11-22T07:02:17Z" DocumentID="uuid:6d6e"<dc:creator>me</dc:creator>')
    b'CreateDate="2000-01-01T00:00:00Z" DocumentID="uuid:0000"<dc:creator>  </dc:creator>'
    """
    zeros = {
        rb'(?<=Date=")[^"]{19}': lambda found: b"2000-01-01T00:00:00",
        rb"(?<=uuid:)[0-9a-f-]+": lambda found: re.sub(rb"[0-9a-f]", b"0", found.group()),
        rb"(?<=<dc:creator>).*?(?=</dc:creator>)": lambda found: re.sub(
            rb">[^<>]+<|^[^<>]+$", lambda text: re.sub(rb"[^<>]", b" ", text.group()), found.group()
        ),
    }
    for pattern, made in zeros.items():
        packet = re.sub(pattern, made, packet, flags=re.DOTALL)
    return packet


def _unified(cmap: bytes) -> bytes:
    codes = rb"<(2[EF][0-9A-F]{2})>"
    return re.sub(codes, lambda found: b"<%04X>" % _character(int(found.group(1), 16)), cmap)


def _character(code: int) -> int:
    """The character that a radical looks like; the radical itself where there is none."""
    alike = unicodedata.normalize("NFKC", _RADICALS.get(chr(code), chr(code)))
    return ord(alike) if len(alike) == 1 else code
