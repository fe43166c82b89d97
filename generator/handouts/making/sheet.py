"""A checklist or form to print: boxes to tick, cells to write in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...library.book import Blanks, Checks, Sheet
from ..document import Block, Heading, Item, ListBlock, ListKind
from ..inline import Runs, plain_runs
from ..layout import MOST_UPRIGHT
from ..setter import Setter
from ..tabular import Cell, Row, Table
from .cells import cell
from .weighing import weights


def sheet_blocks(sheet: Sheet, context: str, setter: Setter, level: int) -> Iterator[Block]:
    """The blocks of a checklist or form under a heading of ``level``; with one wide table all of it lies on its side."""
    blocks = tuple(_blocks(sheet, context, setter, level))
    turned = any(isinstance(block, Table) and len(block.header) > MOST_UPRIGHT for block in blocks)
    for block in blocks:
        yield replace(block, landscape=turned) if isinstance(block, Table) else block


def _blocks(sheet: Sheet, context: str, setter: Setter, level: int) -> Iterator[Block]:
    yield Heading(level, plain_runs(sheet.heading), numbered=False)
    for prose in sheet.intro:
        yield from setter.blocks(prose, context)
    for section in sheet.sections:
        yield Heading(level + 1, plain_runs(section.title), numbered=False, listed=False)
        for block in section.blocks:
            if isinstance(block, Checks):
                items = tuple(Item(setter.inline(item.text.text, context)) for item in block.items)
                yield ListBlock(items, ListKind.CHECK)
            elif isinstance(block, Blanks):
                yield _form(section.title, block, context, setter)
            else:
                yield from setter.blocks(block, context)


def _form(title: str, blanks: Blanks, context: str, setter: Setter) -> Table:
    def said(text: str) -> Runs:
        return setter.inline(text, context) if text else ()

    rows = tuple(
        Row(tuple(cell(said(text)) if text else Cell() for text in row), blank=not all(row)) for row in blanks.rows
    )
    header = tuple(said(text) for text in blanks.head)
    return Table(title, header, rows, _widths(blanks, header, rows))


def _widths(blanks: Blanks, header: tuple[Runs, ...], rows: tuple[Row, ...]) -> tuple[float, ...]:
    """A register's number takes little and its other columns the same; two columns are a question and its answer."""
    if blanks.is_numbered:
        return (1.0, *(2.0 for _ in header[1:]))
    return (1.0, 2.0) if len(header) == 2 else weights(header, rows)
