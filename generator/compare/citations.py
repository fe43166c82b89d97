"""The sources a table rests on, for the notes under it and the sheet 来源 of its workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..library.evidence import Paragraph
from ..library.model import Case, Library
from .cells import Entry, Grid, SourceNote


def sources_of(grid: Grid, cases: Iterable[Case], library: Library) -> tuple[SourceNote, ...]:
    """Every source that the grid's entries cite, in the library's order, with the paragraphs cited."""
    cited: dict[str, set[Paragraph]] = {}
    for entry in entries_of(grid):
        for paragraph in entry.evidence.paragraphs:
            cited.setdefault(paragraph.source, set()).add(paragraph)
    names: dict[str, list[str]] = {}
    for case in cases:
        names.setdefault(case.meta.source, []).append(case.meta.short)
    return tuple(_note(library, key, names.get(key, []), cited[key]) for key in library.sources if key in cited)


def entries_of(grid: Grid) -> Iterator[Entry]:
    """Every entry of the grid's cells, in order."""
    for row in grid.rows():
        for cell in row.cells:
            yield from cell.entries


def _note(library: Library, key: str, cases: Iterable[str], cited: Iterable[Paragraph]) -> SourceNote:
    source = library.sources[key]
    openings = tuple((paragraph.label, source.opening(paragraph)) for paragraph in sorted(cited))
    return SourceNote(
        key, source.full_title, source.publisher, source.date.literal, source.as_of, tuple(cases), openings
    )
