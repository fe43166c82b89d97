"""来源与段落: which paragraphs a case page rests on, told so that a reader finds them in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..library.address import Address
from ..library.book import Clause
from ..library.course import COURSE_CONTEXT, Course
from ..library.entries import Source
from ..library.evidence import Paragraph
from ..library.linking.citations import cited_paragraphs
from ..library.linking.link import paragraph_place
from ..library.linking.references import find_references
from ..library.linking.texts import clause_texts, course_texts
from ..library.model import Case, Library
from ..library.sections import Prose
from ..markup.plain import plain

ROWS_SHOWN = 4
_TELLING = ("机制", "实践点", "组织", "数字", "文件与标准", "时间线")


@dataclass(frozen=True)
class ListedParagraph:
    """A paragraph of a source: where the page tells it, its opening words, and whether it is a caption."""

    paragraph: Paragraph
    anchor: str
    opening: str
    caption: bool


@dataclass(frozen=True)
class ListedSource:
    """A source and the paragraphs of it that a page lists."""

    key: str
    source: Source
    paragraphs: tuple[ListedParagraph, ...]


def cited_sources(case: Case, library: Library) -> list[ListedSource]:
    """The sources a case page cites, its own first, each with the paragraphs cited."""
    cited = sorted(cited_paragraphs(case, library), key=lambda p: (p.source != case.meta.source, p))
    own = case.meta.source
    return [listed_source(key, group, library, own) for key, group in groupby(cited, key=lambda p: p.source)]


@dataclass(frozen=True)
class RestedParagraph:
    """A paragraph cited outside its case: where the case tells it; and where clauses rest on it, those and the rows drawn from it."""

    paragraph: Paragraph
    case: Case | None
    address: Address
    opening: str
    caption: bool
    rows: tuple[tuple[str, Address], ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class OutsideSource:
    """A source that a chapter's clauses rest on, or a course speaks of, and its paragraphs."""

    key: str
    source: Source
    case: Case | None
    paragraphs: tuple[RestedParagraph, ...]


def manual_sources(clauses: Iterable[Clause], library: Library) -> list[OutsideSource]:
    """The sources that ``clauses`` of one manual rest on or speak of, in order of first use."""
    resting: dict[Paragraph, list[Clause]] = {}
    context = ""
    for clause in clauses:
        context = clause.context
        spoken = _paragraphs_in(clause_texts(clause), context, library)
        for paragraph in dict.fromkeys((*clause.duty.evidence.paragraphs, *spoken)):
            resting.setdefault(paragraph, []).append(clause)
    sources = dict.fromkeys(paragraph.source for paragraph in resting)
    return [_outside_source(key, resting, context, library) for key in sources]


def course_sources(course: Course, library: Library) -> list[OutsideSource]:
    """The sources that a course speaks of, in order of first use."""
    spoken = dict.fromkeys(_paragraphs_in(course_texts(course), COURSE_CONTEXT, library))
    resting: dict[Paragraph, list[Clause]] = {paragraph: [] for paragraph in spoken}
    return [
        _outside_source(key, resting, COURSE_CONTEXT, library)
        for key in dict.fromkeys(paragraph.source for paragraph in spoken)
    ]


def _paragraphs_in(texts: Iterable[Prose], context: str, library: Library) -> Iterator[Paragraph]:
    for prose in texts:
        for reference in find_references(prose):
            destination = library.destinations.get((context, reference.target))
            if destination and isinstance(destination.target, Paragraph):
                yield destination.target


def _outside_source(key: str, resting: dict[Paragraph, list[Clause]], context: str, library: Library) -> OutsideSource:
    source, case = library.sources[key], library.homes.get(key)
    paragraphs = tuple(
        RestedParagraph(
            paragraph,
            case,
            paragraph_place(paragraph, context, library.cases, library.homes).address,
            source.opening(paragraph),
            paragraph.key in source.captions,
            rows_resting_on(paragraph, case) if case and clauses else (),
            tuple(clauses),
        )
        for paragraph, clauses in sorted(resting.items())
        if paragraph.source == key
    )
    return OutsideSource(key, source, case, paragraphs)


def rows_resting_on(paragraph: Paragraph, case: Case) -> tuple[tuple[str, Address], ...]:
    """What the case's tables draw from the paragraph: label and address of each row, the most telling tables first."""
    rows = (row for row in case.all_rows() if row.table in _TELLING and paragraph in row.evidence.paragraphs)
    ordered = sorted(rows, key=lambda row: _TELLING.index(row.table))
    return tuple((f"{row.table}：{plain(row.label)}", case.address.at(row.anchor)) for row in ordered[:ROWS_SHOWN])


def whole_source(key: str, library: Library) -> ListedSource:
    """A source with all its paragraphs."""
    return listed_source(key, (Paragraph(key, int(name[1:])) for name in library.sources[key].paragraphs), library)


def listed_source(key: str, paragraphs: Iterable[Paragraph], library: Library, own: str = "") -> ListedSource:
    """A source with these of its paragraphs; ``own`` is the main source of the page."""
    source = library.sources[key]
    entries = (ListedParagraph(p, p.anchor(own), source.opening(p), p.key in source.captions) for p in paragraphs)
    return ListedSource(key, source, tuple(entries))
