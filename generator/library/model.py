"""The content model: what `content/` says once it is read and checked.

Everything is immutable. `Library` is what publishers, tables, search and handouts are made from; none of them reads a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from ..report import Position
from .address import Address
from .book import FOLDER, Book, Clause
from .course import COURSE_CONTEXT, Course
from .entries import About, CaseMeta, Measure, Source, Term, Vocabulary
from .evidence import Paragraph
from .faq import Faq
from .handout_spec import HandoutSpec
from .rows import Figure, Row
from .sections import Block, Prose, Questions, RecordTable, Section
from .strict_yaml import Located
from .table_spec import TableSpec

RowType = TypeVar("RowType", bound=Row)


@dataclass(frozen=True)
class Case:
    """One case: front matter, the one-sentence practice, and the five parts."""

    id: str
    meta: CaseMeta
    summary: Prose
    parts: tuple[Section, ...]
    at: Position

    @property
    def address(self) -> Address:
        """The case's page."""
        return Address(f"cases/{self.id}.html")

    def sections(self) -> Iterator[Section]:
        """All sections in reading order."""
        for part in self.parts:
            yield from part.walk()

    def rows(self, kind: type[RowType]) -> tuple[RowType, ...]:
        """All rows of one typed table, in order."""
        return tuple(row for row in self.all_rows() if isinstance(row, kind))

    def all_rows(self) -> Iterator[Row]:
        """All typed rows of the case, in reading order."""
        for section in self.sections():
            for block in section.blocks:
                if isinstance(block, RecordTable):
                    yield from block.rows

    @property
    def questions(self) -> tuple[Prose, ...]:
        """All questions for discussion, in order."""
        blocks = (block for section in self.sections() for block in section.blocks)
        return tuple(item for block in blocks if isinstance(block, Questions) for item in block.items)

    def figure(self, id_: str) -> Figure:
        """The figure with this id. Raises StopIteration when there is none."""
        return next(figure for figure in self.rows(Figure) if figure.id == id_)


def home_cases(cases: Mapping[str, Case]) -> dict[str, Case]:
    """The case written from each source: where its paragraphs are told."""
    return {case.meta.source: case for case in reversed(list(cases.values()))}


def cites_cases(context: str) -> bool:
    """Whether text of this context cites paragraphs where the cases' pages list them: that of manuals and courses."""
    return context == COURSE_CONTEXT or context.startswith(f"{FOLDER}/")


@dataclass(frozen=True)
class Destination:
    """What a reference leads to: its address, its name, and the thing itself (a row, case, term, table or paragraph)."""

    address: Address
    label: str
    target: object


@dataclass(frozen=True)
class Page:
    """A page of plain prose: content/about.md."""

    meta: About
    sections: tuple[Section, ...]
    intro: tuple[Block, ...]
    at: Position


@dataclass(frozen=True)
class Library:
    """All content, checked, with every reference resolved.

    ``destinations`` maps (case id, ``manuals/<id>``, ``courses/`` or '' for other content; link target as written) to where it leads.
    """

    about: Page
    cases: Mapping[str, Case]
    tables: Mapping[str, TableSpec]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    measures: Mapping[str, Measure]
    vocabulary: Vocabulary
    destinations: Mapping[tuple[str, str], Destination] = field(default_factory=dict)
    table_files: Mapping[str, Located] = field(default_factory=dict)
    """The table specs as they stand in their files, for messages about them."""
    book: Book | None = None
    wordings: tuple[tuple[str, ...], ...] = ()
    """Groups of words that readers type for one another (content/wordings.yml)."""
    handouts: Mapping[str, HandoutSpec] = field(default_factory=dict)
    handout_files: Mapping[str, Located] = field(default_factory=dict)
    """The handouts as they stand in their files, for messages about them."""
    courses: Mapping[str, Course] = field(default_factory=dict)
    """In the order of their list."""
    faq: Faq | None = None
    """What readers ask in their own words (content/faq.md)."""
    lists: Mapping[str, Located] = field(default_factory=dict)
    """sources.yml, terms.yml and the other lists as they stand, by file name, for messages about their entries."""

    @cached_property
    def homes(self) -> Mapping[str, Case]:
        """The case written from each source."""
        return home_cases(self.cases)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses of all manuals, in order."""
        return tuple(self.book.clauses()) if self.book else ()

    @cached_property
    def outside_citations(self) -> Mapping[str, frozenset[Paragraph]]:
        """The paragraphs that manuals and courses cite, by source: their evidence marks lead to the cases' pages."""
        cited = {paragraph for clause in self.clauses for paragraph in clause.duty.evidence.paragraphs}
        for (context, _), destination in self.destinations.items():
            if cites_cases(context) and isinstance(destination.target, Paragraph):
                cited.add(destination.target)
        sources = {paragraph.source for paragraph in cited}
        return {source: frozenset(p for p in cited if p.source == source) for source in sources}
