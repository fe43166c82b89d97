"""A grid as JSON: nothing that its page says is left out, and no number that is not exact is given as one."""

from __future__ import annotations

import json

from ...library.address import Address
from ...library.evidence import Paragraph
from ...library.figures import Quantity
from ...markup.plain import plain
from ..cells import Cell, Column, ColumnKind, Entry, Grid, GridRow, Group, Part, SourceNote
from ..summary import Summary
from .flat import DISCLAIMER, exact
from .table_data import (
    SCHEMA,
    VERSION,
    CellData,
    ColumnData,
    EntryData,
    EvidenceData,
    FigureData,
    GroupData,
    NoteData,
    Number,
    ParagraphData,
    PartData,
    RowData,
    SourceData,
    SummaryData,
    SummaryRowData,
    TableData,
)
from .wording import status_words


def to_json(grid: Grid) -> bytes:
    """Return ``grid`` as UTF-8 JSON without BOM (JSON allows none). Same grid, same bytes."""
    told = table_data(grid).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def table_data(grid: Grid) -> TableData:
    """Return ``grid`` as the typed data that its JSON file holds. A grid without an id has no page to lead to."""
    return TableData(
        schema=SCHEMA,
        version=VERSION,
        disclaimer=DISCLAIMER,
        id=grid.id,
        href=_href(grid.address) if grid.id else None,
        title=grid.title,
        question=grid.question,
        reading=plain(grid.reading),
        cautions=tuple(map(plain, grid.cautions)),
        summary=_summary(grid.summary) if grid.summary else None,
        head_label=grid.head_label,
        owner_label=grid.owner_label,
        parts=tuple(_part(grid, part) for part in grid.parts),
        footnotes=tuple(map(plain, grid.footnotes)),
        sources=tuple(map(_source, grid.sources)),
    )


def _part(grid: Grid, part: Part) -> PartData:
    columns = tuple(ColumnData(label=column.label, kind=column.kind) for column in part.columns)
    groups = tuple(_group(grid, part, group) for group in part.groups)
    return PartData(heading=part.heading, note=plain(part.note), columns=columns, groups=groups)


def _group(grid: Grid, part: Part, group: Group) -> GroupData:
    rows = tuple(_row(grid, part, row) for row in group.rows)
    return GroupData(heading=group.heading, note=group.note, rows=rows)


def _row(grid: Grid, part: Part, row: GridRow) -> RowData:
    return RowData(
        id=row.anchor,
        href=_href(grid.address.at(row.anchor)) if grid.id else None,
        owner=row.owner,
        owner_name=grid.owners.get(row.owner, ""),
        head=_entry(row.head, ColumnKind.TEXT),
        cells=tuple(_cell(cell, column) for cell, column in zip(row.cells, part.columns, strict=True)),
    )


def _cell(cell: Cell, column: Column) -> CellData:
    entries = tuple(_entry(entry, column.kind) for entry in cell.entries)
    return CellData(entries=entries, blank=None if entries else cell.blank)


def _entry(entry: Entry, kind: ColumnKind) -> EntryData:
    return EntryData(
        text=plain(entry.text),
        status=status_words(entry) or None,
        flags=entry.flags,
        notes=tuple(NoteData(label=note.label, text=plain(note.text)) for note in entry.notes),
        evidence=tuple(map(_evidence, entry.evidence.paragraphs)),
        editorial=entry.evidence.editorial,
        evidence_words=entry.evidence_words,
        href=_href(entry.destination) if entry.destination else None,
        figure=_figure(entry.quantity) if entry.quantity else None,
        count=int(entry.text) if kind is ColumnKind.COUNT else None,
    )


def _evidence(paragraph: Paragraph) -> EvidenceData:
    return EvidenceData(source=paragraph.source, paragraph=paragraph.key, label=paragraph.label)


def _figure(quantity: Quantity) -> FigureData:
    return FigureData(
        literal=quantity.literal,
        value=_number(exact(quantity)),
        start=_number(quantity.start) if quantity.is_exact else None,
        unit=quantity.unit,
        approx=quantity.approx,
        direction=quantity.direction,
    )


def _number(value: float | None) -> Number | None:
    """2912, not 2912.0: a reader of the file need not wonder which precision that claims."""
    return int(value) if value is not None and value.is_integer() else value


def _summary(summary: Summary) -> SummaryData:
    rows = tuple(
        SummaryRowData(name=row.name, counts=row.counts, href=_href(row.destination) if row.destination else None)
        for row in summary.rows
    )
    return SummaryData(heading=summary.heading, columns=summary.head, rows=rows)


def _source(source: SourceNote) -> SourceData:
    return SourceData(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        date=source.date,
        as_of=source.as_of,
        cases=source.cases,
        paragraphs=tuple(ParagraphData(label=label, opening=opening) for label, opening in source.paragraphs),
    )


def _href(address: Address) -> str:
    """Links are told from the library's folder, since a data file is read away from its place."""
    return str(address)
