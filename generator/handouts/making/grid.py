"""A comparison table as blocks: how to read it, its cautions, its parts, and why what is not comparable is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...compare.cells import Cell as GridCell
from ...compare.cells import ColumnKind, Entry, Grid, GridRow, Part
from ...compare.grid import build_grid
from ...compare.judging.reasons import legend
from ...compare.output.wording import status_words
from ...views.charts import Pictures
from ...views.charts.on_pages import table_pictures
from ..document import Block, Heading, Item, ListBlock, Paragraph, ParagraphKind
from ..inline import Run, RunKind, Runs
from ..inline import plain_runs as words
from ..setter import Setter, status_run
from ..tabular import Cell as DocumentCell
from ..tabular import Row, Table
from .cells import cell, group_row, joined, labelled, strong, table, word_cell
from .charts import figure_pictures
from .weighing import weights

FIGURES = "figures"
"""What the rows of a table are that gets pictures; timeline and matrix lead by links to rows, which paper cannot."""


def table_blocks(id_: str, setter: Setter, level: int) -> Iterator[Block]:
    """The blocks of a prepared table with its pictures of figures. Raises KeyError for an id that does not exist."""
    library = setter.library
    spec = library.tables[id_]
    grid = build_grid(id_, spec, library)
    pictures = table_pictures(grid, spec, library) if spec.rows == FIGURES else {}
    yield from grid_blocks(grid, setter, level, pictures)


def grid_blocks(
    grid: Grid, setter: Setter, level: int, pictures: Mapping[str, Pictures] = MappingProxyType({})
) -> Iterator[Block]:
    """The blocks of a table, its parts under headings of ``level``, above each its ``pictures`` by its anchor."""
    yield Paragraph(words(grid.question), ParagraphKind.LEAD)
    yield Paragraph((Run("怎样读：", RunKind.STRONG), *setter.inline(grid.reading, "")))
    if grid.summary:
        yield Paragraph(words(grid.summary.heading), ParagraphKind.SMALL)
        rows = [
            Row((word_cell(row.name), *(word_cell(str(count)) for count in row.counts))) for row in grid.summary.rows
        ]
        yield table("小结", grid.summary.head, rows, (40, *(20.0 for _ in grid.summary.head[1:])))
    for caution in grid.cautions:
        yield Paragraph((Run("口径提示：", RunKind.STRONG), *setter.inline(caution, "")), ParagraphKind.NOTE)
    writer = _GridWriter(grid, setter)
    for part in grid.parts:
        above = tuple(figure_pictures(pictures.get(part.anchor, Pictures()), setter))
        yield from writer.part(part, level, above)
    if grid.footnotes:
        yield Heading(level, words("表注"), numbered=False)
        yield ListBlock(tuple(Item(setter.inline(text, "")) for text in grid.footnotes))
    if any(column.kind is ColumnKind.VERDICT for part in grid.parts for column in part.columns):
        yield from _reasons(level)


def _reasons(level: int) -> Iterator[Block]:
    told = legend()
    yield Heading(level, words("不可比的原因怎样读"), numbered=False)
    pairs = (*told["reasons"], *told["columns"])
    yield ListBlock(tuple(Item((Run(name, RunKind.STRONG), Run(f"：{meaning}"))) for name, meaning in pairs))


class _GridWriter:
    def __init__(self, grid: Grid, setter: Setter) -> None:
        self.grid, self.setter = grid, setter

    def part(self, part: Part, level: int, above: Iterable[Block]) -> Iterator[Block]:
        """One table of the grid under its heading, and what stands ``above`` it."""
        if part.heading:
            yield Heading(level, words(part.heading))
        if part.note:
            yield Paragraph(self.setter.inline(part.note, ""), ParagraphKind.SMALL)
        yield from above
        header = (words(self.grid.head_label), *(words(column.label) for column in part.columns))
        rows = tuple(self._rows(part))
        yield Table(part.heading or self.grid.title, header, rows, weights(header, rows))

    def _rows(self, part: Part) -> Iterator[Row]:
        columns = len(part.columns) + 1
        for group in part.groups:
            if group.heading:
                yield group_row(group.heading, columns, group.note)
            for row in group.rows:
                yield Row((self._head(row, group.heading), *(self._cell(inner) for inner in row.cells)))

    def _head(self, row: GridRow, group: str) -> DocumentCell:
        """The row's name, above it whose it is unless the group says so."""
        owner = self.grid.owners.get(row.owner, row.owner)
        owner = "" if owner == group else owner
        notes = [labelled(note.label, self.setter.inline(note.text, "")) for note in row.head.notes]
        return cell(words(owner), strong(self._entry(replace(row.head, notes=()))), *notes)

    def _cell(self, inner: GridCell) -> DocumentCell:
        return cell(*(self._entry(entry) for entry in inner.entries)) if inner.entries else word_cell(inner.blank)

    def _entry(self, entry: Entry) -> Runs:
        """Text, status and cares, notes and evidence of one entry, in a line."""
        return (
            *(self.setter.inline(entry.text, entry.context) if entry.text else ()),
            *(status_run(word) for word in (status_words(entry), *entry.flags) if word),
            *self._notes(entry),
            *self.setter.evidence(entry.evidence, entry.context),
        )

    def _notes(self, entry: Entry) -> Iterable[Run]:
        notes = (labelled(note.label, self.setter.inline(note.text, entry.context)) for note in entry.notes)
        told = joined(notes, "；")
        return (Run("（"), *told, Run("）")) if told else ()
