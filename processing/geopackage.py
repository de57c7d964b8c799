"""GeoPackages written in one piece, and read back.

A file is built beside its target and renamed over it at the end: a run that is killed leaves the former file
as it was. GDAL makes tables, coordinate systems, extents and indexes; pandas inserts the rows, which takes
half the time of going feature by feature. No time of writing gets into the file.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from ..core.common.columns import DATE, FLAG, INTEGER, NUMBER, TEXT
from ..core.common.errors import LandRenewalError, first_ids, joined
from .adapter import check_crs, read_table
from .compat import WKT2, open_vector
from .fields import BIG_INTEGER, alias, check_names, kind_of, plain_array
from .geometry import geometry_type, is_spatial, wkb_values
from .styles import save_styles
from .threads import own_path

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_FIXED_TIME = "2000-01-01T00:00:00.000Z"
_GEOMETRY, _ID = "geom", "fid"


@dataclass(frozen=True)
class LayerData:
    """A table to be written: its geometry is in ``crs``; without ``geometry`` the type is the one found.

    ``aliases``: of columns that have no fixed one.
    """

    frame: pd.DataFrame
    crs: QgsCoordinateReferenceSystem | None = None
    geometry: str | None = None
    description: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)


def check_writable(path: str | Path) -> Path:
    """Make sure, before any work, that a GeoPackage can be written here.

    Errors: LandRenewalError saying why not.
    """
    path = Path(path)
    if path.suffix.lower() != ".gpkg":
        raise LandRenewalError(
            "The output {!r} must be a GeoPackage; let its name end with .gpkg.", path.name
        )
    if path.is_dir():
        raise LandRenewalError("The output {} is a folder; name a file in it.", path)
    if not path.parent.is_dir():
        raise LandRenewalError("The folder {} does not exist; make it or choose another one.", path.parent)
    try:
        handle, probe = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
        os.close(handle)
        os.remove(probe)
        if path.exists():
            with path.open("r+b"):
                pass
    except OSError as error:
        raise _not_writable(path, error) from error
    return path


def check_replaceable(path: str | Path, own: Sequence[str], mark: str) -> None:
    """Make sure that writing here replaces nothing but a former result: a file with the layer ``mark`` and no
    layer but ``own``.

    Errors: LandRenewalError naming what would be lost.
    """
    names = layer_names(path)
    foreign = [name for name in names if name not in own] or (names if mark not in names else [])
    if foreign:
        raise LandRenewalError(
            "{} holds layers that are no result of a study and would be lost ({}): choose another name for "
            "the output.",
            Path(path).name,
            first_ids(foreign),
        )


def _not_writable(path, error) -> LandRenewalError:
    return LandRenewalError(
        "{} cannot be written ({}); close it in other programs or choose another folder.",
        path,
        getattr(error, "strerror", None) or error,
    )


def write_geopackage(
    path: str | Path,
    layers: Mapping[str, LayerData],
    base: str | Path | None = None,
    keep: Sequence[str] = (),
    styles: Mapping[str, str | Path | Mapping[str, str | Path]] | None = None,
    progress=None,
) -> Path:
    """Write layers to a GeoPackage, all or nothing.

    ``keep`` names layers to take over from ``base`` (default: the former file at ``path``) without touching
    their rows; all its other layers go. ``styles``: see `styles.save_styles`. Rows get fid 1 to n in the
    order of the frame. Flags are stored as small integers: 1, 0 or NULL. ``progress(share, text)`` is told of
    every layer and may stop the writing by raising.

    Errors: LandRenewalError when the target cannot be written or a table does not fit; ValueError when a
    frame is in another CRS than its LayerData says.
    """
    path = check_writable(path)
    base = Path(base) if base else path
    with replacing(path) as draft, _fixed_time():
        _start(draft, base, keep)
        for count, (name, data) in enumerate(layers.items()):
            if progress:
                progress(count / len(layers), name)
            _write_layer(draft, name, data)
        present = set(layer_names(draft))
        kept = {name: qml for name, qml in (styles or {}).items() if name in present}
        save_styles(draft, kept, {name: data.aliases for name, data in layers.items()})
    return path


@contextmanager
def replacing(path: Path):
    """A draft beside the target: renamed over it when all went well, removed when not."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".gpkg", dir=path.parent)
    os.close(handle)
    os.remove(name)
    draft = Path(name)
    try:
        yield draft
        _publish(draft, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise _not_writable(path, error) from error
    finally:
        for file in (draft, _fair(draft)):
            for suffix in ("", "-wal", "-shm", "-journal"):
                with suppress(FileNotFoundError):
                    os.remove(f"{file}{suffix}")


def _fair(draft: Path) -> Path:
    return draft.with_name(f"{draft.stem}-fair.gpkg")


def _publish(draft: Path, path: Path) -> None:
    """Put the draft in the place of the target.

    A file that QGIS has open is filled by SQLite in one transaction instead: Windows does not let it be
    renamed over, and a write-ahead log of the former file would spoil a new one of the same name.
    """
    if Path(f"{draft}-wal").exists():
        # QGIS keeps a file open for a minute after it has read rows. Renamed with its log still open, the
        # file could not be opened again in this process ("disk I/O error"): publish one nobody has opened.
        _backup(draft, _fair(draft))
        draft = _fair(draft)
    if not Path(f"{path}-wal").exists():
        with suppress(PermissionError):
            os.replace(draft, path)
            return
    with closing(sqlite3.connect(str(draft))) as source, closing(sqlite3.connect(str(path))) as target:
        source.backup(target)


@contextmanager
def _fixed_time():
    from osgeo import gdal

    former = gdal.GetThreadLocalConfigOption("OGR_CURRENT_DATE")
    gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", _FIXED_TIME)
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", former)


def _start(draft: Path, base: Path, keep: Sequence[str]) -> None:
    """Begin with an empty GeoPackage, or with a copy of the base reduced to the layers to keep."""
    from osgeo import gdal

    if not keep:
        created = gdal.GetDriverByName("GPKG").Create(str(draft), 0, 0, 0, gdal.GDT_Unknown)
        if created is None:
            raise LandRenewalError(
                "A GeoPackage cannot be made in {}: {}", draft.parent, gdal.GetLastErrorMsg()
            )
        return
    missing = sorted(set(keep) - set(layer_names(base)))
    if missing:
        raise LandRenewalError(
            "{} has no layer {}; run the study from the beginning.",
            base.name,
            joined(missing),
        )
    _backup(base, draft)
    dataset = _open(draft, update=True)
    dropped = [
        i
        for i in range(dataset.GetLayerCount())
        if dataset.GetLayer(i).GetName() not in {*keep, "layer_styles"}
    ]
    for index in reversed(dropped):
        dataset.DeleteLayer(index)
    del dataset
    if dropped:
        with closing(sqlite3.connect(str(draft))) as connection:
            connection.execute("VACUUM")


def _backup(base: Path, target: Path) -> None:
    """Copy a database by SQLite's own backup, which sees what is still in the write-ahead log."""
    with closing(sqlite3.connect(str(base))) as source, closing(sqlite3.connect(str(target))) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _open(path: Path, update: bool = False):
    dataset = open_vector(path, update)
    if dataset is None:
        raise LandRenewalError("{} cannot be read as a GeoPackage; is it complete and not locked?", path)
    return dataset


def layer_names(path: str | Path) -> list[str]:
    """The tables of a GeoPackage in stored order, without the table of styles; nothing for a file that is
    missing or has no content yet.
    """
    if not Path(path).is_file() or not Path(path).stat().st_size:
        return []
    dataset = _open(Path(path))
    names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    del dataset
    return [name for name in names if name != "layer_styles"]


def _write_layer(draft: Path, name: str, data: LayerData) -> None:
    columns = [c for c in data.frame.columns if str(c).lower() != _ID and c != _geometry_column(data.frame)]
    check_names([_GEOMETRY, *columns], name)
    kinds = {column: kind_of(data.frame[column]) for column in columns}
    spatial = is_spatial(data.frame)
    shape = data.geometry or (geometry_type(data.frame.geometry.values) if spatial else None)
    srs_id = _create_table(draft, name, data, kinds, shape)
    table = _plain_table(data.frame, kinds)
    if spatial:
        table[_GEOMETRY] = _blobs(data.frame.geometry.values, shape, srs_id)
    with closing(sqlite3.connect(str(draft))) as connection:
        # The draft is thrown away when anything fails, so nothing needs to survive a crash.
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA journal_mode=OFF")
        if len(table.columns):
            table.to_sql(name, connection, index=False, if_exists="append")
        else:
            raise LandRenewalError("Table {!r} has no columns.", name)
        connection.commit()
    _finish(draft, name, spatial)


def _geometry_column(frame):
    return frame.geometry.name if is_spatial(frame) else None


def _plain_table(frame, kinds: dict[str, str]):
    import pandas as pd

    data = {name: plain_array(frame[name], kind) for name, kind in kinds.items()}
    return pd.DataFrame(data, index=pd.RangeIndex(len(frame)))


def _create_table(draft: Path, name: str, data: LayerData, kinds, shape) -> int:
    """Make the empty table; returns its number of the spatial reference system."""
    from osgeo import ogr, osr

    srs = None
    if shape and data.crs is not None and data.crs.isValid():
        check_crs(data.frame, data.crs)
        srs = osr.SpatialReference()
        srs.ImportFromWkt(data.crs.toWkt(WKT2))
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    code = getattr(ogr, f"wkb{shape}") if shape else ogr.wkbNone
    options = [
        "SPATIAL_INDEX=NO",
        f"GEOMETRY_NAME={_GEOMETRY}",
        f"FID={_ID}",
        f"DESCRIPTION={data.description}",
    ]
    dataset = _open(draft, update=True)
    layer = dataset.CreateLayer(name, srs, code, options)
    if layer is None:
        raise LandRenewalError("Layer {!r} could not be made in {}.", name, draft.parent)
    for column, kind in kinds.items():
        title = data.aliases.get(column) or alias(column, name)
        layer.CreateField(_field_definition(column, kind, title))
    del layer, dataset
    with closing(sqlite3.connect(str(draft))) as connection:
        found = connection.execute(
            "SELECT srs_id FROM gpkg_contents WHERE table_name = ?", (name,)
        ).fetchone()
    return found[0]


def _field_definition(name: str, kind: str, title: str):
    from osgeo import ogr

    types = {
        TEXT: ogr.OFTString,
        NUMBER: ogr.OFTReal,
        INTEGER: ogr.OFTInteger,
        BIG_INTEGER: ogr.OFTInteger64,
        FLAG: ogr.OFTInteger,
        DATE: ogr.OFTDate,
    }
    definition = ogr.FieldDefn(name, types[kind])
    if kind == FLAG:
        # Only flags are small integers in our files: this is how read_layer knows them again.
        definition.SetSubType(ogr.OFSTInt16)
    if title and hasattr(definition, "SetAlternativeName"):
        definition.SetAlternativeName(title)
    return definition


def _blobs(values, shape: str, srs_id: int) -> list[bytes | None]:
    """Geometries as GeoPackage binary: the 8-byte header of the standard (2.1.3), no envelope, then WKB."""
    import shapely

    full = b"GP\x00\x01" + int(srs_id).to_bytes(4, "little", signed=True)
    empty = b"GP\x00\x11" + full[4:]
    pairs = zip(wkb_values(values, shape), shapely.is_empty(values).tolist())
    return [None if wkb is None else (empty if is_empty else full) + wkb for wkb, is_empty in pairs]


def _finish(draft: Path, name: str, spatial: bool) -> None:
    """Have GDAL make the spatial index and store the number of rows and the extent."""
    dataset = _open(draft, update=True)
    if spatial:
        result = dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{_quoted(name)}', '{_GEOMETRY}')")
        if result is not None:
            dataset.ReleaseResultSet(result)
    layer = dataset.GetLayerByName(name)
    if layer.GetFeatureCount() and spatial:
        layer.GetExtent(force=1)
    del layer, dataset


def _quoted(name: str) -> str:
    return name.replace("'", "''")


def read_layer(
    path: str | Path, layer: str, columns: Sequence[str] | None = None
) -> gpd.GeoDataFrame | pd.DataFrame:
    """Read back a table that ``write_geopackage`` wrote: flags as ``boolean``, dates as text, exact numbers.

    Errors: LandRenewalError when the file or the layer is missing.
    """
    if layer not in layer_names(path):
        raise LandRenewalError(
            "{} has no layer {!r}; run the study from the beginning.", Path(path).name, layer
        )
    source = QgsVectorLayer(f"{own_path(path)}|layername={layer}", layer, "ogr")
    names = [field.name() for field in source.fields() if field.name() != _ID]
    frame = read_table(source, None, columns=[n for n in names if columns is None or n in columns])
    for name in _small_integers(path, layer):
        if name in frame.columns:
            frame[name] = frame[name].astype("Int64").astype("boolean")
    return frame


def _small_integers(path, layer: str) -> list[str]:
    from osgeo import ogr

    dataset = _open(Path(path))
    definition = dataset.GetLayerByName(layer).GetLayerDefn()
    fields = [definition.GetFieldDefn(index) for index in range(definition.GetFieldCount())]
    names = [field.GetName() for field in fields if field.GetSubType() == ogr.OFSTInt16]
    del fields, definition, dataset
    return names
