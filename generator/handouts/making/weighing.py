"""How wide a table's columns should be, from what stands in them."""

from __future__ import annotations

from statistics import mean

from ..inline import Runs, text_of
from ..tabular import Cell, Row

_LEAST, _MOST = 6.5, 36.0
"""Below the least every word breaks; above the most the eye loses its line."""
_SCALE, _GROWTH = 1.6, 0.6
"""A column ten times as full is four times as wide: its rows are higher, and the others can still be read."""
_SHARE = 0.6
"""Of an even share: no column gets less, however full the others are."""


def weights(header: tuple[Runs, ...], rows: tuple[Row, ...]) -> tuple[float, ...]:
    """Relative widths, from the mean length of each column's cells, kept within reason."""
    columns: list[list[float]] = [[float(len(text_of(name)))] for name in header]
    for row in rows:
        if not row.heading:
            for column, cell in zip(columns, row.cells, strict=True):
                column.append(_length(cell))
    wanted = [min(_MOST, max(_LEAST, _SCALE * mean(lengths) ** _GROWTH, lengths[0] + 1)) for lengths in columns]
    least = _SHARE * sum(wanted) / len(wanted)
    return tuple(max(least, width) for width in wanted)


def _length(cell: Cell) -> float:
    return float(sum(len(text_of(runs)) for runs in cell.paragraphs))
