"""Fields of a table of cases whose second word the library gives: 指标.<编号>, 机制类别.<类别>, 章节.<标题>; and 条款."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ...library.evidence import Evidence
from ...library.model import Case, Library
from ...library.rows import Mechanism
from ...library.table_spec import TableColumn
from ...report import NEAR_ENOUGH, NEAR_ID, listed, nearest
from ..cells import NOT_LISTED, Cell, Entry
from ..choosing import Choice, chosen, chosen_among
from .clause_fields import ClauseRow
from .entries import whole_entry, written
from .measure_cells import MEASURE, measure_cell
from .section_cells import SECTION, section_cell, section_names

FAMILY, CLAUSES = "机制类别", "条款"
FORMS = (f"{MEASURE}.<编号>", f"{FAMILY}.<类别>", f"{SECTION}.<标题>", CLAUSES)
"""How such fields are written."""
NAMED = 5
"""A message names at most this many of what may stand after a dot."""
ROW_TABLES = {MEASURE: "数字", FAMILY: "机制"}
"""The typed table whose rows such a field shows, and whose columns its ``where`` may name."""


def library_names(library: Library) -> dict[str, list[str]]:
    """What may stand after the dot, by what stands before it."""
    return {
        MEASURE: list(library.measures),
        FAMILY: list(library.vocabulary.families),
        SECTION: section_names(library),
    }


def library_fields(library: Library) -> list[str]:
    """All such fields of this library."""
    dotted = [f"{head}.{name}" for head, names in library_names(library).items() for name in names]
    return [*dotted, CLAUSES]


def nearest_field(name: str, library: Library) -> str:
    """``是否为“指标.satisfaction”？``, or what there is; '' for a name that is no such field at all."""
    head, _, rest = name.partition(".")
    names = library_names(library).get(head)
    if names is None:
        return ""
    near = nearest(rest, names, NEAR_ID if rest.isascii() else NEAR_ENOUGH) if rest else None
    if near:
        return f"是否为“{head}.{near}”？"
    return f"可用的有 {listed([f'{head}.{known}' for known in names], NAMED)}。"


def read_library_field(library: Library, case: Case, column: TableColumn) -> Cell:
    """What ``case`` says in such a field. Raises KeyError for a field that is none of them."""
    head, _, name = column.field.partition(".")
    return _READERS[head](library, case, name, column.where)


def is_library_field(name: str) -> bool:
    """Whether a field is of this kind, by what stands before its dot."""
    head, dot, _ = name.partition(".")
    return head in _READERS and bool(dot) != (head == CLAUSES)


def _family_cell(_: Library, case: Case, family: str, where: Choice) -> Cell:
    rows = (row for row in case.rows(Mechanism) if row.family == family and chosen(where, partial(written, row)))
    return Cell(tuple(whole_entry(case, row) for row in rows), NOT_LISTED)


def _section_cell(library: Library, case: Case, title: str, _: Choice) -> Cell:
    return section_cell(library, case, title)


def _clause_cell(library: Library, case: Case, _: str, where: Choice) -> Cell:
    """The clauses that rest on the case, book by book; each names its book, since a number alone means nothing."""
    rows = (row for row in _resting_on(library, case) if chosen_among(where, row.values))
    return Cell(tuple(_clause_entry(case, row) for row in rows), NOT_LISTED)


def _resting_on(library: Library, case: Case) -> Iterator[ClauseRow]:
    for manual in library.book.manuals.values() if library.book else ():
        for chapter in manual.chapters:
            for clause in chapter.clauses:
                if any(paragraph.source == case.meta.source for paragraph in clause.duty.evidence.paragraphs):
                    yield ClauseRow.of(library, manual, chapter, clause)


def _clause_entry(case: Case, row: ClauseRow) -> Entry:
    own = tuple(p for p in row.clause.duty.evidence.paragraphs if p.source == case.meta.source)
    text = f"{row.manual.meta.short} {row.clause.label}"
    return Entry(text, row.manual.context, Evidence(own), destination=row.clause.address)


_READERS: Mapping[str, Callable[[Library, Case, str, Choice], Cell]] = {
    MEASURE: measure_cell,
    FAMILY: _family_cell,
    SECTION: _section_cell,
    CLAUSES: _clause_cell,
}
