"""The closed list of fields of a table whose rows are clauses of the manuals, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...library.address import Address
from ...library.book import Chapter, Clause, Manual
from ...library.duty import Said
from ...library.evidence import EDITORIAL, Evidence, Paragraph
from ...library.model import Library
from ...markup.plain import plain
from ..cells import Cell, ColumnKind, Entry

MATERIAL, ADVICE = "案例材料", "仅为建议"
"""依据性质: a clause rests on material of a case, or on nothing but the editors' advice."""
NO_CASE = "没有案例"
EVIDENCE, COUNT = "依据", "案例数"
_ADVISED = Evidence(editorial=EDITORIAL[0])


@dataclass(frozen=True)
class Basis:
    """A case that a clause rests on, and the paragraphs of its source that the clause cites."""

    name: str
    address: Address | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class ClauseRow:
    """A clause as a row of a table: its book, its chapter, and the cases it rests on."""

    manual: Manual
    chapter: Chapter
    clause: Clause
    bases: tuple[Basis, ...]

    @classmethod
    def of(cls, library: Library, manual: Manual, chapter: Chapter, clause: Clause) -> ClauseRow:
        """Take a clause with the cases it rests on. A source of which no case is written stands under its own title."""
        cited: dict[str, list[Paragraph]] = {}
        for paragraph in clause.duty.evidence.paragraphs:
            cited.setdefault(paragraph.source, []).append(paragraph)
        return cls(manual, chapter, clause, tuple(_basis(library, key, found) for key, found in cited.items()))

    def values(self, name: str) -> tuple[str, ...]:
        """The plain values in a field, for choosing and grouping. Raises KeyError for a field that does not exist."""
        return _VALUES[name](self)

    def cell(self, name: str) -> Cell:
        """What stands in a field. Raises KeyError for a field that does not exist."""
        if name in _CELLS:
            return _CELLS[name](self)
        return Cell(tuple(self.entry(value) for value in self.values(name)))

    def entry(self, text: str, evidence: Evidence | None = None) -> Entry:
        """An entry whose references are the manual's."""
        return Entry(text, self.manual.context, evidence or Evidence())


def clause_fields() -> list[str]:
    """The fields of a table whose rows are clauses."""
    return [*_VALUES]


def clause_column_kind(name: str) -> ColumnKind:
    """How the cells of a clause's field are shown and exported."""
    return ColumnKind.COUNT if name == COUNT else ColumnKind.TEXT


def closed_words(library: Library) -> Mapping[str, list[str]]:
    """The words that a clause's fields may hold, where they are a closed list, in their order."""
    manuals = list(library.book.manuals.values()) if library.book else []
    return {
        "指引": [manual.meta.short for manual in manuals],
        "书名": [manual.meta.title for manual in manuals],
        "责任": list(dict.fromkeys(role for manual in manuals for role in manual.meta.roles)),
        "频次": list(library.vocabulary.frequencies),
        "依据案例": [case.meta.short for case in library.cases.values()],
        "依据性质": [MATERIAL, ADVICE],
    }


def _basis(library: Library, source: str, paragraphs: list[Paragraph]) -> Basis:
    home = library.homes.get(source)
    if home:
        return Basis(home.meta.short, home.address, tuple(paragraphs))
    known = library.sources.get(source)
    return Basis(known.full_title if known else source, None, tuple(paragraphs))


def _evidence_words(row: ClauseRow) -> tuple[str, ...]:
    """``电建 段26``: a paragraph's number means nothing without its case."""
    return tuple(f"{basis.name} {paragraph.label}" for basis in row.bases for paragraph in basis.paragraphs)


def _evidence_cell(row: ClauseRow) -> Cell:
    evidence = row.clause.duty.evidence
    words = "、".join((*_evidence_words(row), *filter(None, [evidence.editorial])))
    return Cell((Entry("", row.manual.context, evidence, evidence_words=words),))


def _cases_cell(row: ClauseRow) -> Cell:
    entries = (Entry(basis.name, row.manual.context, destination=basis.address) for basis in row.bases)
    return Cell(tuple(entries), blank=NO_CASE)


def _said(part: Callable[[ClauseRow], Said]) -> Callable[[ClauseRow], Cell]:
    """A cell of the clause's own table; words that are ours in a clause that rests on a case are marked."""

    def read(row: ClauseRow) -> Cell:
        said = part(row)
        return Cell((row.entry(said.text, _ADVISED if said.advised else None),))

    return read


_VALUES: dict[str, Callable[[ClauseRow], tuple[str, ...]]] = {
    "指引": lambda row: (row.manual.meta.short,),
    "书名": lambda row: (row.manual.meta.title,),
    "章": lambda row: (row.chapter.heading,),
    "条号": lambda row: (row.clause.number,),
    "条文": lambda row: (plain(row.clause.text.text),),
    "责任": lambda row: row.clause.duty.role_names,
    "频次": lambda row: (row.clause.duty.how_often,),
    "记录": lambda row: (plain(row.clause.duty.record.text),),
    EVIDENCE: _evidence_words,
    "依据案例": lambda row: tuple(basis.name for basis in row.bases),
    COUNT: lambda row: (str(len(row.bases)),),
    "依据性质": lambda row: (ADVICE if row.clause.duty.is_advice else MATERIAL,),
}
_CELLS: dict[str, Callable[[ClauseRow], Cell]] = {
    "条文": lambda row: Cell((row.entry(row.clause.text.text.strip()),)),
    "责任": _said(lambda row: row.clause.duty.roles),
    "频次": _said(lambda row: row.clause.duty.frequency),
    "记录": _said(lambda row: row.clause.duty.record),
    EVIDENCE: _evidence_cell,
    "依据案例": _cases_cell,
}
