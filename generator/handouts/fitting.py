"""Tables and the page: one that is too wide is turned on its side; wider still, it is split, its first column repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .document import Block
from .inline import plain_runs
from .layout import MOST_COLUMNS, MOST_UPRIGHT
from .tabular import Cell, Row, Table


def fitted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, every table such that it fits a page."""
    for block in blocks:
        yield from fit(block) if isinstance(block, Table) else (block,)


def fit(table: Table) -> Iterator[Table]:
    """The table as it is, on its side, or in pieces of at most MOST_COLUMNS columns."""
    columns = len(table.header)
    if columns <= MOST_UPRIGHT:
        yield table
    elif columns <= MOST_COLUMNS:
        yield replace(table, landscape=True)
    else:
        pieces = -(-(columns - 1) // (MOST_COLUMNS - 1))
        width = -(-(columns - 1) // pieces)  # pieces of like width read better than a last one of one column
        starts = range(1, columns, width)
        for number, start in enumerate(starts, start=1):
            chosen = (0, *range(start, min(start + width, columns)))
            yield replace(_piece(table, chosen), title=f"{table.title}（{number}/{len(starts)}）")


def _piece(table: Table, chosen: tuple[int, ...]) -> Table:
    header = tuple(table.header[index] for index in chosen)
    rows = tuple(_row(row, chosen) for row in table.rows)
    return replace(
        table, header=header, rows=rows, widths=tuple(table.widths[index] for index in chosen), landscape=True
    )


def _row(row: Row, chosen: tuple[int, ...]) -> Row:
    if row.heading:
        return replace(row, cells=(Cell(row.cells[0].paragraphs or (plain_runs(""),), len(chosen)),))
    return replace(row, cells=tuple(row.cells[index] for index in chosen))
