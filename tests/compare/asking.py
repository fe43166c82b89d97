"""Ask the real library what it says, in the words a reader gets: figures, rows, table cells, cautions."""

from __future__ import annotations

from typing import TypeVar

from generator.compare.grid import build_grid
from generator.compare.judging.comparability import FigureInCase, Reason, Relation, Verdict, compare
from generator.compare.output.wording import cell_words
from generator.library.model import Library
from generator.library.rows import Row
from generator.library.sections import Prose
from generator.markup.plain import plain

RowType = TypeVar("RowType", bound=Row)
CAUTION = "口径提示："


def figure(library: Library, where: str) -> FigureInCase:
    """The figure ``case/id``."""
    case_id, _, figure_id = where.partition("/")
    case = library.cases[case_id]
    return FigureInCase.of(library, case, case.figure(figure_id))


def verdict(library: Library, a: str, b: str) -> Verdict:
    """What the library finds of two figures, asked both ways."""
    found = compare(figure(library, a), figure(library, b))
    assert found == compare(figure(library, b), figure(library, a))
    return found


def reasons(library: Library, a: str, b: str) -> set[Reason]:
    """Why two figures are not comparable; they must not be."""
    found = verdict(library, a, b)
    assert found.relation is Relation.INCOMPARABLE, (a, b, found.words)
    return set(found.reasons)


def row(library: Library, kind: type[RowType], where: str) -> RowType:
    """The typed row ``case/id``."""
    case_id, _, row_id = where.partition("/")
    return next(found for found in library.cases[case_id].rows(kind) if found.id == row_id)


def told(library: Library, table: str, anchor: str) -> dict[str, str]:
    """What a table's row says: words by column label, and its head under ''."""
    grid = build_grid(table, library.tables[table], library)
    for part in grid.parts:
        for group in part.groups:
            for found in group.rows:
                if found.anchor == anchor:
                    labels = [column.label for column in part.columns]
                    cells = dict(zip(labels, map(cell_words, found.cells), strict=True))
                    return {"": found.head.text, **cells}
    raise AssertionError(f"{table} has no row {anchor}")


def family(library: Library, name: str) -> dict[str, str]:
    """What each case does under a mechanism family, as the shipped table tells it."""
    number = list(library.vocabulary.families).index(name) + 1
    return told(library, "mechanisms", f"row-{number}")


def cautions(library: Library, case_id: str) -> list[str]:
    """The 口径提示 of a case, without markup."""
    return [
        plain(paragraph)
        for section in library.cases[case_id].sections()
        for block in section.blocks
        if isinstance(block, Prose)
        for paragraph in block.text.split("\n\n")
        if paragraph.startswith(CAUTION)
    ]


def warned(library: Library, case_id: str, *words: str) -> bool:
    """Whether one caution of the case holds all of ``words``."""
    return any(all(word in caution for word in words) for caution in cautions(library, case_id))


def case_text(library: Library, case_id: str) -> str:
    """Everything a case says: prose and every cell, without markup."""
    case = library.cases[case_id]
    prose = [block.text for section in case.sections() for block in section.blocks if isinstance(block, Prose)]
    cells = [str(value) for found in case.all_rows() for value in found.model_dump().values()]
    return plain("\n\n".join([case.meta.title, case.summary.text, *prose, *cells]))
