"""Tables that hold data, told from those that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from .tree import plain, tag

LONGEST_CELL = 200
"""A cell longer than this is a part of a page."""
FEWEST = 2


def is_data(table: etree._Element) -> bool:
    """Whether a table has at least two rows of at least two cells, all short, no table in it, and no text beside its cells."""
    if table.find(".//table") is not None:
        return False
    rows = [[plain(cell) for cell in row if tag(cell) in ("td", "th")] for row in table.iter("tr")]
    wide = [row for row in rows if len(row) >= FEWEST]
    if len(wide) < FEWEST or any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        return False
    beside = [plain(one) for one in table.iter("caption")]
    return _length(plain(table)) == sum(_length(text) for text in [*beside, *(cell for row in rows for cell in row)])


def _length(text: str) -> int:
    return len("".join(text.split()))


def joined_cells(tables: Iterable[etree._Element]) -> int:
    """How many cells stand over more than one row or column; in a line a row what is under them is told by its order alone."""
    return sum(
        (cell.get("rowspan") or "1").strip() not in ("", "1") or (cell.get("colspan") or "1").strip() not in ("", "1")
        for table in tables
        for cell in table.iter("td", "th")
    )
