"""A grid as files: CSV that Excel and WPS open right, and a workbook. Same grid, same bytes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from ..cells import Grid
from .figure_sheet import COLUMNS, figure_rows
from .flat import Value, body, header, notes
from .workbook import to_xlsx

__all__ = ["figures_csv", "safe_text", "to_csv", "to_xlsx"]

BOM = "\ufeff"
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(grid: Grid) -> bytes:
    """Return ``grid`` as UTF-8 with BOM and CRLF: the header, the rows, an empty line, then the notes, one a line."""
    return _csv(header(grid), body(grid), notes(grid))


def figures_csv(figures: Grid) -> bytes:
    """Return the figures of a table, one a row and typed, as a CSV file with its own notes."""
    return _csv(COLUMNS, figure_rows(figures), notes(figures))


def safe_text(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula; a plain number (-47.2, -3%) stays as it is."""
    bare = text.lstrip(" \u3000\xa0")
    if bare.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _csv(names: Iterable[str], rows: Iterable[Sequence[Value]], told: Iterable[str]) -> bytes:
    stream = io.StringIO()
    # Text is quoted, numbers are not: a text cell stays whole where a spreadsheet splits at other signs than commas.
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    stream.write("\r\n")
    for note in told:
        writer.writerow([safe_text(note)])
    return (BOM + stream.getvalue()).encode()


def _cell(value: Value) -> Value:
    return safe_text(value) if isinstance(value, str) else int(value) if value.is_integer() else value
