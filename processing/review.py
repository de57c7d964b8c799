"""The decisions of a person on links of enterprises, kept as a text table beside the result of a study."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..core.common.columns import OCCUPANCY, names
from ..core.common.errors import LandRenewalError, joined

_FLAGS = {
    "1": True,
    "0": False,
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
    "是": True,
    "否": False,
}
_NUMBERS = ("share", "score")


def review_path(result: str | Path) -> Path:
    """Where the decisions on a result are kept: "study.gpkg" has "study_reviewed_occupancy.csv" beside it."""
    result = Path(result)
    return result.with_name(f"{result.stem}_reviewed_occupancy.csv")


def read_review(path: str | Path) -> list[dict]:
    """The rows of such a table; [] when it is not there. ``reviewed`` is True, False or None.

    Errors: LandRenewalError when it cannot be read, or ``reviewed`` holds something else.
    """
    path = Path(path)
    if not path.is_file():
        return []
    try:
        reader = csv.DictReader(io.StringIO(_text(path), newline=""))
        lacking = {"ent_id", "parcel_id", "reviewed"} - set(reader.fieldnames or ())
        if lacking:
            raise LandRenewalError(
                "{} has no column {}: put it back, or delete the file to start the review anew.",
                path.name,
                joined(sorted(lacking)),
            )
        return [_read(row, reader.line_num, path) for row in reader]
    except (OSError, csv.Error) as error:
        raise LandRenewalError("The decisions in {} cannot be read: {}.", path.name, error) from error


def _text(path: Path) -> str:
    """The file as text: UTF-8, or what a spreadsheet has made of it."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        from ..core.intake.encoding import guess_encoding

        return raw.decode(guess_encoding(raw.splitlines()).encoding, errors="replace")


def _read(row: dict, line: int, path: Path) -> dict:
    found: dict = {name: (row.get(name) or "").strip() or None for name in names(OCCUPANCY)}
    said = found["reviewed"]
    if said is not None and said.removesuffix(".0").casefold() not in _FLAGS:
        raise LandRenewalError("{}, line {}: reviewed is {!r}; write 1, 0 or nothing.", path.name, line, said)
    found["reviewed"] = None if said is None else _FLAGS[said.removesuffix(".0").casefold()]
    for name in _NUMBERS:
        try:
            found[name] = None if found[name] is None else float(found[name])
        except ValueError as error:
            raise LandRenewalError("{}, line {}: {} is not a number.", path.name, line, name) from error
    return found


def write_review(path: str | Path, rows: Sequence[Mapping]) -> None:
    """Write the table in one piece: a run that is killed leaves the former file as it was.

    UTF-8 with a byte order mark, which spreadsheets need to show Chinese. Errors: LandRenewalError.
    """
    path = Path(path)
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".csv", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(names(OCCUPANCY))
                writer.writerows([_shown(row[name]) for name in names(OCCUPANCY)] for row in rows)
            os.replace(part, path)
        except BaseException:
            with suppress(OSError):
                os.remove(part)
            raise
    except OSError as error:
        raise LandRenewalError(
            "The decisions cannot be saved in {} ({}): close it in other programs.",
            path.name,
            error.strerror or error,
        ) from error


def _shown(value) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)
