"""The rows of a table of clauses, in the order of their books; nothing in it is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...library.book import Manual
from ...library.model import Library
from ...library.table_spec import TableColumn, TablePart
from ..cells import Entry, GridRow, Group
from ..choosing import chosen_among
from ..fields.clause_fields import ADVICE, COUNT, ClauseRow, closed_words
from ..summary import Summary, SummaryRow

TITLE, TOTAL = "书名", "合计"
SUMMARY_HEADING = "各书的条款数，按依据几个案例分"
SUMMARY_HEAD = (TITLE, "共有", "多个案例", "一个案例", ADVICE)


def chosen_manuals(library: Library, ids: Iterable[str]) -> list[Manual]:
    """The manuals named, or all when none is. Raises KeyError for a manual that does not exist."""
    manuals: Mapping[str, Manual] = library.book.manuals if library.book else {}
    return [manuals[id_] for id_ in ids] or list(manuals.values())


def clauses_of(library: Library, manuals: Iterable[Manual]) -> Iterator[ClauseRow]:
    """Every clause of the manuals, in order."""
    for manual in manuals:
        for chapter in manual.chapters:
            for clause in chapter.clauses:
                yield ClauseRow.of(library, manual, chapter, clause)


def clause_groups(
    library: Library, manuals: Iterable[Manual], part: TablePart, columns: Iterable[TableColumn]
) -> Iterator[Group]:
    """The rows of one part in their groups: groups in the order of the closed lists, clauses as the books have them."""
    names = [column.field for column in columns]
    grouped: dict[tuple[str, ...], list[ClauseRow]] = {}
    for row in clauses_of(library, manuals):
        if chosen_among(part.where, row.values):
            grouped.setdefault(tuple("、".join(row.values(name)) for name in part.group), []).append(row)
    words = closed_words(library)
    for key in sorted(grouped, key=lambda key: _place(part.group, key, words)):
        heading = " · ".join(_heading(name, value) for name, value in zip(part.group, key, strict=True))
        yield Group("", heading, tuple(_grid_row(row, names) for row in grouped[key]))


def clause_summary(library: Library, manuals: Iterable[Manual]) -> Summary:
    """How many clauses of each book rest on two cases or more, on one, and on advice alone."""
    rows = [SummaryRow(manual.meta.title, _counts(clauses_of(library, [manual])), manual.address) for manual in manuals]
    if len(rows) > 1:
        rows.append(SummaryRow(TOTAL, tuple(map(sum, zip(*(row.counts for row in rows), strict=True)))))
    return Summary(SUMMARY_HEADING, SUMMARY_HEAD, tuple(rows))


def _counts(rows: Iterable[ClauseRow]) -> tuple[int, ...]:
    numbers = [len(row.bases) for row in rows]
    return len(numbers), sum(n > 1 for n in numbers), numbers.count(1), numbers.count(0)


def _grid_row(row: ClauseRow, names: Iterable[str]) -> GridRow:
    clause = row.clause
    head = Entry(clause.label, row.manual.context, destination=clause.address)
    anchor = f"row-{row.manual.id}-{clause.chapter}-{clause.item}"
    return GridRow(anchor, head, tuple(row.cell(name) for name in names), row.manual.meta.short)


def _heading(name: str, value: str) -> str:
    return f"{name} {value}" if name == COUNT else value or f"没有{name}"


def _place(group: tuple[str, ...], key: tuple[str, ...], words: Mapping[str, list[str]]) -> tuple[int, ...]:
    """Where a group stands; groups of words that no list orders stay as they first come."""
    return tuple(
        words[name].index(value) if name in words and value in words[name] else 0
        for name, value in zip(group, key, strict=True)
    )
