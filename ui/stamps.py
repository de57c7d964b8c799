"""A light way to see that an input is not what it was: no content is read."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

_PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
_BASE = re.compile(r"^(?:extends|rules):[ \t]*['\"]?([^'\"#\r\n]+)", re.MULTILINE)


def stamp(value) -> str:
    """The state of a layer, a source or a file, as text: equal as long as nothing has been written there.

    Of a table in a GeoPackage the time that it keeps itself, since QGIS touches the file by only opening it.
    A layer being edited has a state of its own, a file that is gone an empty one. "" for a value that is none
    of these.
    """
    layer = value if isinstance(value, QgsMapLayer) else None
    if layer is None and isinstance(value, str):
        layer = QgsProject.instance().mapLayer(value)
    if layer is None:
        return _source_stamp(value) if isinstance(value, str) else ""
    edits = ""
    if isinstance(layer, QgsVectorLayer) and layer.isModified():
        buffer = layer.editBuffer()
        counts = (len(buffer.addedFeatures()), len(buffer.deletedFeatureIds()))
        changes = (len(buffer.changedAttributeValues()), len(buffer.changedGeometries()))
        edits = f" editing {counts} {changes}"
    crs, filter = layer.crs().authid(), getattr(layer, "subsetString", str)()
    return f"{_source_stamp(layer.source()) or f':{layer.featureCount()}'} {crs} {filter}{edits}"


def differ(before: str, now: str) -> bool:
    """Whether two stamps of one input tell that it has changed. One that was moved with the project has not,
    as far as they can tell.
    """
    place, _, state = before.partition(":")
    here, _, now_state = now.partition(":")
    return place == here and state != now_state


def _source_stamp(source: str) -> str:
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
    path = Path(parts.get("path") or source.partition("|")[0])
    place = hashlib.sha256(str(path).encode()).hexdigest()[:8]
    if not path.is_file():
        # A folder may be a database; GDAL's own paths, as into a zip, are none that can be looked at.
        gone = path.is_absolute() and not path.exists() and not source.startswith("/vsi")
        return f"{place}:" if gone else ""
    if path.suffix.lower() == ".gpkg":
        written = _last_change(path, parts.get("layerName") or "")
        if written:
            return f"{place}:{written} {path.stat().st_ino}"
    kind, files = path.suffix.lower(), [path]
    if kind == ".shp":
        files = [path.with_suffix(part) for part in _PARTS]
    elif kind in (".yml", ".yaml"):
        files = _with_bases(path)
    states = [file.stat() for file in files if file.is_file()]
    return f"{place}:" + " ".join(f"{state.st_mtime_ns}-{state.st_size}" for state in states)


def _with_bases(path: Path) -> list[Path]:
    """A rule profile or column mapping, and the files that it names as its base or rules, and so on."""
    files = [path]
    for file in files:
        with suppress(OSError):
            text = file.read_text(encoding="utf-8", errors="replace")
            bases = [file.parent / name.strip() for name in _BASE.findall(text)]
            files += [base for base in bases if base.is_file() and base not in files]
    return files


def _last_change(path: Path, table: str) -> str:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            query = "SELECT last_change, srs_id FROM gpkg_contents WHERE table_name = ? OR ? = ''"
            rows = connection.execute(query, (table, table)).fetchall()
            counts = connection.execute(
                "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ? OR ? = ''", (table, table)
            ).fetchall()
    except sqlite3.Error:
        return ""
    return str(sorted([*rows, *counts], key=str)) if rows else ""
