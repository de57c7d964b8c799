"""Layers from files as they are passed on: in a zip, or a shapefile without .cpg, .prj or .shx.

What has to be written (an index, unpacked files) goes into QGIS's temporary folder, never beside the data.
"""

from __future__ import annotations

import shutil
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsVectorLayer

from ..core.common.errors import LandRenewalError, sentence
from ..core.common.wording import unknown
from .compat import open_vector
from .tablefiles import SUFFIXES as TABLE_SUFFIXES

LAYER_SUFFIXES = (".shp", ".gpkg", ".geojson", ".json", ".gml", ".kml", ".fgb", ".tab", ".mif")
FOLDER_SUFFIX = ".gdb"
_UTF8_NAME = 0x800
# What the byte 29 of a DBF says of its encoding, where it says something.
_LDID = {0x4D: "gb18030", 0x4F: "cp950", 0x7A: "gb18030", 0x78: "cp950", 0x03: "cp1252", 0x7B: "cp932"}
_CPG = {
    "GBK": "gb18030",
    "GB2312": "gb18030",
    "936": "gb18030",
    "CP936": "gb18030",
    "BIG5": "cp950",
    "950": "cp950",
}
_QT_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "cp950": "CP950", "cp1252": "windows-1252"}
_SAMPLE_RECORDS = 20_000


@dataclass(frozen=True)
class LayerFile:
    """An opened layer and what was guessed, repaired or found missing."""

    layer: QgsVectorLayer
    notes: list[str] = field(default_factory=list)


def open_layer(path: Path, name: str = "", crs: str = "", encoding: str = "") -> LayerFile:
    """Open a vector file; a shapefile in the encoding that its bytes show, and with a rebuilt .shx.

    ``name``: the layer in a file of several. ``crs`` is declared where the file has none; without it the
    layer stays without a CRS. Errors: LandRenewalError when the file or its layer cannot be opened.
    """
    notes: list[str] = []
    shapefile = path.suffix.lower() == ".shp"
    if shapefile and _sibling(path, ".shx") is None:
        path = _with_index(path)
        notes.append(
            sentence("{}: the index (.shx) is missing and was rebuilt in a temporary copy.", path.name)
        )
    layer = _vector_layer(path, "" if shapefile else name)
    if shapefile:
        notes += _set_encoding(layer, path, encoding)
    notes += _set_crs(layer, path.name, crs)
    return LayerFile(layer, notes)


def unpack(path: Path, name: str = "") -> tuple[Path, str]:
    """Unpack one layer or table of a zip into the temporary folder; returns the file and the layer in it.

    ``name`` chooses among several by the name of the file, without suffix. Errors: LandRenewalError when the
    zip is damaged or protected, holds nothing to read, or several things and none is named.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = dict(_members(archive))
            chosen, rest = _chosen(path.name, members, name)
            return _extract(archive, members, chosen), rest
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise LandRenewalError(
            "{} cannot be unpacked ({}): it may be damaged or protected by a password.",
            path.name,
            error,
        ) from error


def is_incomplete(path: Path) -> bool:
    """Whether a shapefile lacks its index, its encoding or its CRS."""
    return any(_sibling(path, suffix) is None for suffix in (".shx", ".cpg", ".prj"))


def dbf_pieces(path: Path) -> tuple[list[bytes], str]:
    """The texts of a DBF as bytes, column names first, and the encoding that it states, if any."""
    import numpy as np

    with path.open("rb") as file:
        head = file.read(32)
        if len(head) < 32:
            return [], ""
        records, start, length = struct.unpack("<IHH", head[4:12])
        fields = list(_fields(file.read(max(start - 32, 0))))
        file.seek(start)
        body = np.frombuffer(file.read(length * min(records, _SAMPLE_RECORDS)), dtype="u1")
    rows = body[: len(body) // length * length].reshape(-1, length) if length else body.reshape(0, 0)
    pieces, place = [name for name, _kind, _width in fields], 1
    for _name, kind, width in fields:
        if kind == b"C" and width:
            cells = np.ascontiguousarray(rows[:, place : place + width]).view(f"S{width}")
            pieces += [cell.strip(b" \0") for cell in np.unique(cells).tolist()]
        place += width
    return [piece for piece in pieces if piece], _LDID.get(head[29], "")


def _fields(header: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    for at in range(0, len(header) - 31, 32):
        entry = header[at : at + 32]
        if entry[:1] == b"\r":
            return
        yield entry[:11].split(b"\0")[0], entry[11:12], entry[16]


def _sibling(path: Path, suffix: str) -> Path | None:
    """The file of the same name with another suffix, in any case."""
    for candidate in (path.with_suffix(suffix), path.with_suffix(suffix.upper())):
        if candidate.is_file():
            return candidate
    wanted = (path.stem + suffix).casefold()
    return next((other for other in path.parent.iterdir() if other.name.casefold() == wanted), None)


def _with_index(path: Path) -> Path:
    from osgeo import gdal

    folder = _temporary_folder()
    for suffix in (".shp", ".dbf", ".prj", ".cpg", ".qpj"):
        source = _sibling(path, suffix)
        if source is not None:
            shutil.copyfile(source, folder / f"{path.stem}{suffix}")
    copy = folder / f"{path.stem}.shp"
    gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES")
    try:
        dataset = open_vector(copy)
        del dataset
    finally:
        gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", None)
    return copy


def _vector_layer(path: Path, name: str) -> QgsVectorLayer:
    source = f"{path}|layername={name}" if name else str(path)
    layer = QgsVectorLayer(source, name or path.stem, "ogr")
    if not layer.isValid():
        raise LandRenewalError(
            "{}{} cannot be read as a layer.",
            path.name,
            sentence(" has no layer {}", name) if name else "",
        )
    names = [part.split("!!::!!")[1] for part in layer.dataProvider().subLayers()]
    if len(names) > 1 and not name:
        listed = ", ".join(names)
        raise LandRenewalError(
            "{} holds {} layers: add |layername= and one of {}.",
            path.name,
            len(names),
            listed,
        )
    return layer


def _set_encoding(layer: QgsVectorLayer, path: Path, stated: str) -> list[str]:
    from ..core.intake.encoding import guess_encoding

    dbf, cpg = _sibling(path, ".dbf"), _sibling(path, ".cpg")
    if dbf is None:
        return [sentence("{}: the table (.dbf) is missing, so there are no columns.", path.name)]
    pieces, hint = dbf_pieces(dbf)
    said = cpg.read_text(encoding="ascii", errors="replace").strip() if cpg else ""
    hint = _CPG.get(said.upper(), said.lower()) or hint
    encoding = stated or guess_encoding(pieces, hint).encoding
    layer.setProviderEncoding(_QT_NAMES.get(encoding, encoding))
    layer.updateFields()
    if said and encoding != hint.replace("utf8", "utf-8"):
        return [
            sentence(
                "{}: the .cpg says {}, but its texts are {}.",
                path.name,
                said,
                _QT_NAMES.get(encoding, encoding),
            )
        ]
    if said or stated or all(piece.isascii() for piece in pieces):
        return []
    return [
        sentence(
            "{}: there is no .cpg; read as {}, by its texts.",
            path.name,
            _QT_NAMES.get(encoding, encoding),
        )
    ]


def _set_crs(layer: QgsVectorLayer, name: str, declared: str) -> list[str]:
    if not layer.isSpatial() or layer.crs().isValid():
        return []
    if not declared:
        # Without this QGIS may have filled in a default of the user's settings.
        layer.setCrs(QgsCoordinateReferenceSystem())
        return [
            sentence(
                "{}: the coordinate reference system is not known (no .prj); declare it, see the user guide.",
                name,
            )
        ]
    crs = QgsCoordinateReferenceSystem(declared)
    if not crs.isValid():
        raise LandRenewalError(
            "'{}' is no coordinate reference system: use a code such as EPSG:4527.", declared
        )
    layer.setCrs(crs)
    return [
        sentence(
            "{}: the coordinate reference system is not known (no .prj); {} is taken, as declared.",
            name,
            declared,
        )
    ]


def _temporary_folder() -> Path:
    folder = Path(QgsProcessingUtils.generateTempFilename("files"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Files by their path; names in GBK, as Chinese programs write them, are read as such."""
    from ..core.intake.encoding import guess_encoding

    infos = [info for info in archive.infolist() if not info.is_dir()]
    old = [info.filename.encode("cp437") for info in infos if not info.flag_bits & _UTF8_NAME]
    encoding = guess_encoding(old).encoding
    for info in infos:
        name = info.filename
        if not info.flag_bits & _UTF8_NAME:
            name = name.encode("cp437").decode(encoding, errors="replace")
        parts = PurePosixPath(name).parts
        if not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield str(PurePosixPath(*parts)), info


def _chosen(archive: str, members: dict, name: str) -> tuple[str, str]:
    """The path to unpack, and the layer to take from it."""
    found = {}
    for member in sorted(members):
        path = PurePosixPath(member)
        folder = next((part for part in (path, *path.parents) if part.suffix.lower() == FOLDER_SUFFIX), None)
        if folder is not None:
            found[str(folder)] = folder.stem
        elif path.suffix.lower() in (*LAYER_SUFFIXES, *TABLE_SUFFIXES) and not _is_side_file(path, members):
            found[member] = path.stem
    if not found:
        raise LandRenewalError("{} holds no layer and no table.", archive)
    named = [member for member, stem in found.items() if name and stem.casefold() == name.casefold()]
    if len(named) == 1:
        return named[0], ""
    if len(found) == 1:
        return next(iter(found)), name
    listed = ", ".join(sorted(found.values()))
    if name:
        raise LandRenewalError("{}: {}.", archive, unknown("layer", name, sorted(found.values())))
    raise LandRenewalError("{} holds {} layers: add |layername= and one of {}.", archive, len(found), listed)


def _is_side_file(path: PurePosixPath, members: dict) -> bool:
    """A text or JSON file that goes with a shapefile (metadata) is no layer of its own."""
    beside = {member.casefold() for member in members}
    return (
        path.suffix.lower() in (".txt", ".json", ".csv")
        and str(path.with_suffix(".shp")).casefold() in beside
    )


def _extract(archive: zipfile.ZipFile, members: dict, chosen: str) -> Path:
    """Unpack a file with all that goes with it, under names of our own making below the temporary folder."""
    folder = _temporary_folder()
    whole = PurePosixPath(chosen)
    inside = whole.suffix.lower() == FOLDER_SUFFIX
    for member, info in members.items():
        path = PurePosixPath(member)
        if inside and whole in path.parents:
            target = folder / whole.name / path.name
        elif not inside and path.parent == whole.parent and path.stem.casefold() == whole.stem.casefold():
            target = folder / f"{whole.stem}{path.suffix.lower()}"
        else:
            continue
        target.parent.mkdir(exist_ok=True)
        with archive.open(info) as source, target.open("wb") as file:
            shutil.copyfileobj(source, file)
    return folder / whole.name if inside else folder / f"{whole.stem}{whole.suffix.lower()}"
