"""Spreadsheets and text tables as grids of cells: xlsx, xls, csv, whatever the file is called.

The format is told by the first bytes, never by the name; the table in the grid is found by
`core.intake.sheets`.
"""

from __future__ import annotations

import contextlib
import csv
import importlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.common.errors import LandRenewalError, first_ids, joined, sentence

if TYPE_CHECKING:
    from ..core.intake.sheets import Reading

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".tsv")
XLSX, XLS, ZIP, TEXT = "xlsx", "xls", "zip", "text"
_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS = ",\t;|"
_SAMPLE = 200
_DOUBTFUL = 0.5
_ENCODING_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "cp950": "Big5", "utf-16": "UTF-16"}
_PACKAGES = {"openpyxl": "python3-openpyxl", "xlrd": "python3-xlrd"}


@dataclass(frozen=True)
class Grid:
    """One sheet: its cells by row, merged ranges (first row, first column, last row, last column; from 0)."""

    name: str
    cells: list[list]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    notes: list[str] = field(default_factory=list)


def file_format(start: bytes) -> str:
    """The format that the first bytes of a file show: zip (xlsx or an archive), xls or text."""
    if start.startswith(b"PK\x03\x04"):
        return ZIP
    return XLS if start.startswith(_OLE2) else TEXT


def read_table_file(
    path: Path, sheet: str = "", header: tuple[int, int] | None = None, encoding: str = ""
) -> Reading:
    """Read a spreadsheet or a text table.

    ``sheet``: name of the sheet; otherwise the first that holds a table, of several columns where there is
    one, visible ones before hidden ones. ``header``: first and last row of the header, from 1, where it is
    not to be found. ``encoding`` of a text file, where it is not to be guessed.

    Errors: LandRenewalError when the file or sheet cannot be read, or a library that reads it is missing.
    """
    from dataclasses import replace

    from ..core.intake.sheets import read_grid

    path = Path(path)
    grids = _grids(path, encoding)
    grid, reading = _choose(path, grids, sheet, lambda grid: read_grid(grid.cells, grid.merged, header))
    notes = list(grid.notes)
    others = [
        other.name for other in grids if other is not grid and not other.hidden and any(map(any, other.cells))
    ]
    if others and not sheet:
        notes.append(
            sentence(
                "Sheet '{}' is read; {} also has {} (to read another one: {}|sheetname={}).",
                grid.name,
                path.name,
                joined(others),
                path.name,
                others[0],
            )
        )
    return replace(reading, notes=[*notes, *reading.notes])


def _grids(path: Path, encoding: str) -> list[Grid]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LandRenewalError("{} cannot be opened: {}.", path.name, error.strerror or error) from error
    kind = file_format(data)
    if kind == ZIP:
        return _xlsx_grids(path.name, data)
    if kind == XLS:
        return _xls_grids(path.name, data)
    return [_text_grid(path.name, data, encoding)]


def _choose(path: Path, grids: list[Grid], sheet: str, read: Callable) -> tuple[Grid, Reading]:
    from ..core.common.wording import unknown

    if sheet:
        for grid in grids:
            if grid.name.casefold() == sheet.casefold() or (len(grids) == 1 and path.stem == sheet):
                return grid, read(grid)
        names = [grid.name for grid in grids]
        raise LandRenewalError("{} has no such sheet: {}.", path.name, unknown("sheet", sheet, names))
    narrow = None
    for grid in sorted(grids, key=lambda grid: grid.hidden):
        reading = read(grid)
        if len(reading.frame.columns) > 1 and len(reading.frame):
            return grid, reading
        # A single column is a cover or a remark, unless no sheet has more.
        narrow = narrow or ((grid, reading) if len(reading.frame) else None)
    if narrow:
        return narrow
    raise LandRenewalError("{} holds no table: no sheet has a row below a header.", path.name)


def _library(name: str, path_name: str):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise LandRenewalError(
            "{} is an Excel workbook, and reading it needs the Python library {}: install it (Debian, "
            "Ubuntu: {}; elsewhere: python3 -m pip install {}) and start QGIS again, or save the sheet as "
            "CSV.",
            path_name,
            name,
            _PACKAGES[name],
            name,
        ) from error


@contextlib.contextmanager
def _sentence(name: str) -> Iterator[None]:
    """Whatever goes wrong inside a library that reads a damaged file is one sentence to the user."""
    try:
        yield
    except Exception as error:
        raise LandRenewalError(
            "{} cannot be read ({}): it may be damaged or protected by a password. Open it in a spreadsheet "
            "program and save it again.",
            name,
            error or type(error).__name__,
        ) from error


def _xlsx_grids(name: str, data: bytes) -> list[Grid]:
    openpyxl = _library("openpyxl", name)
    with _sentence(name), warnings.catch_warnings():
        # openpyxl warns of what it does not keep: validation rules, drawings.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    return [_xlsx_grid(sheet, formulas and formulas[sheet.title]) for sheet in book.worksheets]


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/")]
        return any(re.search(rb"<f[ >/]", parts.read(part)) for part in sheets)


def _xlsx_grid(sheet, formulas) -> Grid:
    cells = [list(row) for row in sheet.iter_rows(values_only=True)]
    merged = [
        (area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
        for area in sheet.merged_cells.ranges
    ]
    # iter_rows begins at the first row and column in every version.
    notes = _notes_of_formulas(cells, formulas) if formulas is not None else []
    return Grid(sheet.title, cells, sorted(merged), sheet.sheet_state != "visible", notes)


def _notes_of_formulas(cells: list[list], formulas) -> list[str]:
    """Formulas whose result was never stored read as empty cells."""
    lost = [
        cell.coordinate
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f" and cells[cell.row - 1][cell.column - 1] is None
    ]
    if not lost:
        return []
    return [
        sentence(
            "{} cells hold a formula without a stored result and are empty here ({}): open the file in a "
            "spreadsheet program, save it and run again.",
            len(lost),
            first_ids(lost),
        )
    ]


def _xls_grids(name: str, data: bytes) -> list[Grid]:
    xlrd = _library("xlrd", name)
    with _sentence(name):
        # Merged cells are known only together with the formats.
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return [_xls_grid(sheet, xlrd, book.datemode) for sheet in book.sheets()]


def _xls_grid(sheet, xlrd, datemode: int) -> Grid:
    def value(cell):
        if cell.ctype == xlrd.XL_CELL_DATE:
            return xlrd.xldate.xldate_as_datetime(cell.value, datemode)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#ERROR")
        return cell.value

    cells = [[value(cell) for cell in sheet.row(row)] for row in range(sheet.nrows)]
    merged = [(top, left, below - 1, right - 1) for top, below, left, right in sheet.merged_cells]
    return Grid(sheet.name, cells, sorted(merged), sheet.visibility != 0)


def _text_grid(name: str, data: bytes, encoding: str) -> Grid:
    text, notes = decode(data, encoding)
    if re.match(r"\s*<(?:!doctype|html|\?xml|table)", text, re.I):
        raise LandRenewalError(
            "{} is a web page or an XML file, not a table: open it in a spreadsheet program and save it as "
            "xlsx.",
            name,
        )
    if "\0" in text:
        raise LandRenewalError("{} is neither a spreadsheet nor a text table.", name)
    first = re.match(r"sep=(.)\r?\n", text)
    delimiter = first[1] if first else sniff_delimiter(text)
    rows, doubts = _rows(name, text[first.end() :] if first else text, delimiter)
    if first:
        rows.insert(0, [first[0]])
    return Grid(Path(name).stem, rows, notes=[*notes, *doubts])


def decode(data: bytes, encoding: str = "") -> tuple[str, list[str]]:
    """The text of a file, and what was guessed or doubted about its encoding."""
    from ..core.intake.encoding import guess_encoding

    stated = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "")
    certainty, notes = 1.0, []
    if not stated:
        guess = guess_encoding(data.splitlines())
        stated, certainty = guess.encoding, guess.certainty
        if stated != "utf-8":
            notes.append(
                sentence("Read as {}, by the characters that it gives.", _ENCODING_NAMES.get(stated, stated))
            )
    try:
        text = data.decode(stated, errors="replace")
    except LookupError as error:
        raise LandRenewalError(
            "There is no encoding '{}': use utf-8, gb18030, big5 or cp1252.", stated
        ) from error
    lost = text.count("\ufffd")
    if lost:
        lines = [str(place) for place, line in enumerate(text.splitlines(), 1) if "\ufffd" in line]
        notes.append(
            sentence(
                "{} characters cannot be read as {} (lines {}); they show as \ufffd.",
                lost,
                stated,
                first_ids(lines),
            )
        )
    if certainty < _DOUBTFUL:
        notes.append(
            sentence("The encoding is doubtful: say it behind the file name, for example |encoding=cp1252.")
        )
    return text, notes


def sniff_delimiter(text: str) -> str:
    """The sign that splits most lines into the same number of cells, at least two; else a comma.

    >>> sniff_delimiter("a;b\\n1,5;2\\n")
    ';'
    """
    sample = "\n".join(text.splitlines()[:_SAMPLE])
    best, delimiter = (0.0, 0), ","
    for sign in _DELIMITERS:
        counts = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=sign) if any(row)]
        split = [count for count in counts if count > 1]
        if not split:
            continue
        usual = max(sorted(set(split)), key=split.count)
        score = (counts.count(usual) / len(counts), usual)
        if score > best:
            best, delimiter = score, sign
    return delimiter


def _rows(name: str, text: str, delimiter: str) -> tuple[list[list], list[str]]:
    rows, starts, line = [], [], 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows.append(row)
            starts.append(line)
            line = reader.line_num
    except csv.Error as error:
        raise LandRenewalError(
            "{} cannot be split into cells at line {}: {}.", name, reader.line_num, error
        ) from error
    lines = io.StringIO(text, newline="").readlines()
    if rows and _is_open("".join(lines[starts[-1] :]), delimiter):
        raise LandRenewalError(
            "{}: the quotation mark in line {} is never closed, so the rest of the file would be one cell. "
            "Correct that line.",
            name,
            starts[-1] + 1,
        )
    long = [
        str(place)
        for place, row in enumerate(rows, 1)
        if any("\n" in cell and delimiter in cell for cell in row)
    ]
    doubt = sentence(
        "{} cells run over several lines (rows {}): check their quotation marks.",
        len(long),
        first_ids(long),
    )
    return rows, [doubt] if long else []


def _is_open(record: str, delimiter: str) -> bool:
    """Whether a record ends inside quotation marks."""
    try:
        list(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
