"""A grid as files: CSV that Excel and WPS open right, and a workbook. Same grid, same bytes."""

from __future__ import annotations

import csv
import io
import re

from .cells import Grid
from .flat import Value, body, header, notes
from .workbook import to_xlsx

__all__ = ["safe_text", "to_csv", "to_xlsx"]

BOM = "\ufeff"
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(grid: Grid) -> bytes:
    """Return ``grid`` as UTF-8 with BOM and CRLF: the header, the rows, an empty line, then the notes, one a line."""
    stream = io.StringIO()
    # Text is quoted, numbers are not: a text cell stays whole where a spreadsheet splits at other signs than commas.
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(header(grid))
    for row in body(grid):
        writer.writerow([_cell(value) for value in row])
    stream.write("\r\n")
    for note in notes(grid):
        writer.writerow([safe_text(note)])
    return (BOM + stream.getvalue()).encode()


def safe_text(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula; a plain number (-47.2, -3%) stays as it is."""
    bare = text.lstrip(" \u3000\xa0")
    if bare.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _cell(value: Value) -> Value:
    return safe_text(value) if isinstance(value, str) else int(value) if value.is_integer() else value
