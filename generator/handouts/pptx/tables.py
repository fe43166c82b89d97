"""A table cut into slides by the measured height of its rows, its header on each; a row too high goes on below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from ..inline import text_of
from ..tabular import Row, Table
from .geometry import BODY_HEIGHT, DENSE_FROM, DENSE_SIZE, INNER, PADDING, TABLE_SIZE
from .measure import LINE, pieces, text_height
from .slides import CONTINUED, Slide, SlideRow, SlideTable
from .words import evidence_words, spoken

_SLACK = 0.85
"""Of the characters that a cell could hold when it is cut, for lines that end early."""


def table_slides(table: Table, title: str) -> Iterator[Slide]:
    """Yield the slides of ``table``; the speaker's notes have each row's evidence."""
    size = DENSE_SIZE if len(table.widths) >= DENSE_FROM else TABLE_SIZE
    widths = tuple(width / sum(table.widths) * INNER for width in table.widths)
    header = tuple(spoken(runs) for runs in table.header)
    room = BODY_HEIGHT - (_height(header, widths, size) if any(header) else 0)
    rows = [cut for row in table.rows for cut in _cut(row, widths, size, room)]
    for number, (some, heights) in enumerate(_batches(rows, widths, size, room)):
        body = SlideTable(header if any(header) else (), tuple(some), widths, heights, size)
        notes = tuple(filter(None, (row.note for row in some)))
        yield Slide(title + CONTINUED * bool(number), body, notes)


def _cut(row: Row, widths: tuple[float, ...], size: float, room: float) -> Iterator[SlideRow]:
    """The row, in parts none of which is higher than ``room``."""
    texts = [spoken_cell for cell in row.cells for spoken_cell in (_said(cell.paragraphs), *[""] * (cell.spans - 1))]
    note = _note(row)
    if row.heading:
        yield SlideRow((texts[0],), "", heading=True)
        return
    lines = int((room - 2 * PADDING) / (size * LINE))
    parts = [
        pieces(text, max(1, int(_SLACK * lines * (_inner(width) / size - 1))))
        for text, width in zip(texts, widths, strict=True)
    ]
    for number, cells in enumerate(zip_longest(*parts, fillvalue="")):
        name = texts[0][:12] + CONTINUED if number and not cells[0] else cells[0]
        yield SlideRow((name, *cells[1:]), "" if number else note)


def _said(paragraphs: Iterable[tuple[object, ...]]) -> str:
    return "\n".join(filter(None, (spoken(runs) for runs in paragraphs)))  # type: ignore[arg-type]


def _note(row: Row) -> str:
    found = "".join(evidence_words(runs) for cell in row.cells for runs in cell.paragraphs)
    name = next((text_of(runs) for cell in row.cells for runs in cell.paragraphs), "")
    return f"{name}：{found}" if found and found not in name else name if found else ""


def _batches(
    rows: list[SlideRow], widths: tuple[float, ...], size: float, room: float
) -> Iterator[tuple[list[SlideRow], tuple[float, ...]]]:
    """Rows together as long as they fit; a row that names those below it is not the last."""
    held: list[SlideRow] = []
    for row in rows:
        if held and _total([*held, row], widths, size) > room:
            last = [held.pop()] if held[-1].heading and len(held) > 1 else []
            yield held, tuple(_row_height(one, widths, size) for one in held)
            held = last
        held.append(row)
    if held:
        yield held, tuple(_row_height(one, widths, size) for one in held)


def _total(rows: Iterable[SlideRow], widths: tuple[float, ...], size: float) -> float:
    return sum(_row_height(row, widths, size) for row in rows)


def _row_height(row: SlideRow, widths: tuple[float, ...], size: float) -> float:
    return _height(row.cells, (INNER,) if row.heading else widths, size)


def _height(texts: Iterable[str], widths: Iterable[float], size: float) -> float:
    return max(text_height(text, size, _inner(width)) for text, width in zip(texts, widths, strict=False)) + 2 * PADDING


def _inner(width: float) -> float:
    return width - 2 * PADDING
