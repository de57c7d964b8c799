"""Workbooks and CSV: how they are written, and the workbook of the performance evaluation.

openpyxl is optional: without it a CSV is written and a sentence says so.
"""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell: the same tables give the same bytes
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def available() -> bool:
    """Whether openpyxl is there."""
    try:
        importlib.import_module("openpyxl")
    except Exception:  # a broken installation fails with errors of any kind
        return False
    return True


def write_workbook(
    path: Path,
    values: pd.DataFrame,
    units: pd.DataFrame,
    benchmarks: pd.DataFrame | None = None,
    ranks: pd.DataFrame | None = None,
    weights: pd.DataFrame | None = None,
    notes: Sequence[str] = (),
    language: str = "en",
) -> tuple[Path, str]:
    """Write the tables of an evaluation, one sheet a level of evaluation.

    Sheets: read me (with ``notes``), district, levels (a row an indicator), bases, communities and blocks
    where there are any (a row a park; value, coverage, rank, reference and ratio of each indicator), priority
    areas, what is not known, benchmarks, weights and ranks; those without rows are left out. The unit stands
    under each indicator's name. Missing values are empty cells with the reason as a comment. The same tables
    give the same bytes.

    Returns the file written and a sentence to pass on: empty, or that openpyxl is missing and the values went
    into a CSV of the same name. Errors: LandRenewalError when the file cannot be written.
    """
    from ..core.pages.page_texts import fill
    from ..core.performance.performance_texts import load_texts

    path, texts = Path(path), load_texts(language)
    if not available():
        instead = write_csv(path.with_suffix(".csv"), values, language)
        return instead, fill(texts["workbook"]["missing"], file=instead.name)
    from .workbook_sheets import build

    book = build(values, units, benchmarks, ranks, weights, notes, texts)
    return save_book(book, path, language), ""


def save_book(book, path: Path, language: str = "en") -> Path:
    """Write a workbook so that the same cells give the same bytes. Errors: LandRenewalError."""
    buffer = io.BytesIO()
    book.save(buffer)
    return _write(Path(path), _timeless(buffer.getvalue()), language)


def write_csv(path: Path, values: pd.DataFrame, language: str = "en") -> Path:
    """Write a table as CSV that Excel opens with Chinese intact (UTF-8 with BOM).

    Missing is an empty field. A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    safe = values.copy()
    for name in safe.columns[[not _is_number(column) for column in safe.dtypes]]:
        safe[name] = [_harmless(value) for value in safe[name]]
    text = safe.to_csv(index=False, lineterminator="\r\n")
    return _write(Path(path), text.encode("utf-8-sig"), language)


def _is_number(dtype) -> bool:
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    return is_numeric_dtype(dtype) or is_bool_dtype(dtype)


def _harmless(value):
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write(path: Path, data: bytes, language: str) -> Path:
    from ..core.common.errors import LandRenewalError
    from ..core.pages.page_texts import fill
    from ..core.performance.performance_texts import load_texts

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        sentence = fill(load_texts(language)["workbook"]["locked"], file=str(path))
        raise LandRenewalError(sentence) from error
    return path


def _timeless(data: bytes) -> bytes:
    """The same workbook without the moment of its making."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, part)
    return result.getvalue()
