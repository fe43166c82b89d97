"""The sources a table rests on, for the notes under it and the sheet 来源 of its workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..library.evidence import Paragraph
from ..library.model import Case, Library
from .cells import Entry, Grid, SourceNote


def sources_of(grid: Grid, cases: Iterable[Case], library: Library) -> tuple[SourceNote, ...]:
    """Every source that the grid's entries cite, in the library's order, with the paragraphs cited."""
    cited = {paragraph for entry in entries_of(grid) for paragraph in entry.evidence.paragraphs}
    names: dict[str, list[str]] = {}
    for case in cases:
        names.setdefault(case.meta.source, []).append(case.meta.short)
    used = [key for key in library.sources if any(paragraph.source == key for paragraph in cited)]
    return tuple(_note(library, key, names.get(key, []), cited) for key in used)


def entries_of(grid: Grid) -> Iterator[Entry]:
    """Every entry of the grid's cells, in order."""
    for row in grid.rows():
        for cell in row.cells:
            yield from cell.entries


def _note(library: Library, key: str, cases: Iterable[str], cited: Iterable[Paragraph]) -> SourceNote:
    source = library.sources[key]
    paragraphs = sorted(paragraph for paragraph in cited if paragraph.source == key)
    openings = tuple((paragraph.label, source.opening(paragraph)) for paragraph in paragraphs)
    return SourceNote(
        key, source.full_title, source.publisher, source.date.literal, source.as_of, tuple(cases), openings
    )
