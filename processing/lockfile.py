"""The table of locks beside a result: a small text file that the study takes as LOCKS and people can read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..core.common.errors import LandRenewalError


def lock_file(result: str | Path) -> Path:
    """Where the locks of a result GeoPackage are kept: study.gpkg -> study.locks.csv."""
    return Path(result).with_suffix(".locks.csv")


def read_lock_rows(result: str | Path | None) -> list[dict]:
    """The locks of a result, [] when there are none.

    Errors: LandRenewalError where the file is no table of locks.
    """
    from ..core.scenarios.lock_rows import parse_locks

    path = lock_file(result) if result else None
    if path is None or not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LandRenewalError('The table of locks "{}" cannot be read: {}.', path.name, error) from error
    return parse_locks(text, path.name)


def write_lock_rows(result: str | Path, rows: Iterable[dict]) -> Path | None:
    """Keep the locks of a result; without a lock the file goes. Returns its path, or None.

    Errors: LandRenewalError when it cannot be written.
    """
    from ..core.scenarios.lock_rows import lock_text

    path, rows = lock_file(result), list(rows)
    try:
        if not rows:
            path.unlink(missing_ok=True)
            return None
        # A byte order mark, or Excel reads Chinese notes as something else.
        part = path.with_suffix(".part")
        part.write_bytes(lock_text(rows).encode("utf-8-sig"))
        os.replace(part, path)
    except OSError as error:
        raise LandRenewalError(
            'The table of locks "{}" cannot be written: {}.', path.name, error.strerror
        ) from error
    return path
