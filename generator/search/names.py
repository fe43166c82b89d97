"""The names of a library: what suggestions, pinyin and nearest words lead to.

A name is a text that one thing is called by, with the place where that thing is told. Headings that stand in several
places (适用范围) name none of them and are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from ..library.address import Address
from ..library.book import Book, Manual
from ..library.linking.link import TERMS_PAGE, term_anchors
from ..library.model import Case, Library
from ..library.reading.cases import PARTS, TYPED_ANCHORS
from ..library.rows import Document, Mechanism, Organisation, Row, Site
from ..markup.plain import plain
from ..views import cases, courses, manual_pages, tables, terms
from ..views.page import TOP
from .analysis import fold

CHAPTER, HEADING = "章", "小节"
WEIGHTS = {
    terms.KIND: 0,
    cases.KIND: 0,
    Mechanism.table: 1,
    manual_pages.KIND: 1,
    tables.KIND: 1,
    Organisation.table: 2,
    Site.table: 2,
    "文件": 2,
    "检查表": 2,
    "表单": 2,
    courses.KIND: 2,
    CHAPTER: 2,
    manual_pages.CLAUSE_KIND: 3,
    HEADING: 3,
}
"""The kinds of names, in the order in which they claim a text that two things are called by, and how far down the
suggestions each stands (0 first)."""

_ROW_KINDS: tuple[tuple[type[Row], str], ...] = (
    (Mechanism, Mechanism.table),
    (Organisation, Organisation.table),
    (Site, Site.table),
    (Document, "文件"),
)
_GENERIC = frozenset((CHAPTER, manual_pages.CLAUSE_KIND, HEADING, "检查表", "表单"))


@dataclass(frozen=True)
class Name:
    """One name: its text, its kind (术语, 案例 …), where the thing is told, and its weight: 0 is suggested first."""

    text: str
    kind: str
    page: str
    anchor: str
    weight: int

    @classmethod
    def of(cls, text: str, kind: str, address: Address) -> Name:
        """A name of a kind of ``WEIGHTS``."""
        return cls(text, kind, address.page, address.anchor or TOP, WEIGHTS[kind])


def library_names(library: Library) -> list[Name]:
    """Return every name once, best first: by weight, then the shorter, then as the kinds are ordered.

    Two things of one name: the kind that comes first in ``WEIGHTS`` has it, then the thing that comes first.
    """
    found = list(_all_names(library))
    told = Counter(fold(name.text) for name in found if name.kind in _GENERIC)
    kinds = {kind: number for number, kind in enumerate(WEIGHTS)}
    kept: dict[str, Name] = {}
    for name in sorted(found, key=lambda name: kinds[name.kind]):
        folded = fold(name.text)
        if folded and not (name.kind in _GENERIC and told[folded] > 1):
            kept.setdefault(folded, name)
    return sorted(kept.values(), key=lambda name: (name.weight, len(fold(name.text)), kinds[name.kind], name.text))


def _all_names(library: Library) -> Iterator[Name]:
    anchors = term_anchors(library.terms)
    for text, term in library.terms.items():
        for word in (text, *term.synonyms):
            yield Name.of(word, terms.KIND, Address(TERMS_PAGE, anchors[text]))
    for case in library.cases.values():
        yield from _case_names(case)
    for id_, spec in library.tables.items():
        for text in (spec.title, spec.question):
            yield Name.of(text, tables.KIND, Address(f"tables/{id_}.html"))
    if library.book:
        yield from _book_names(library.book)
    for course in library.courses.values():
        yield Name.of(course.meta.title, courses.KIND, course.address)


def _case_names(case: Case) -> Iterator[Name]:
    for text in (case.meta.short, case.meta.title):
        yield Name.of(text, cases.KIND, case.address)
    for row_type, kind in _ROW_KINDS:
        for row in case.rows(row_type):
            yield Name.of(plain(row.label), kind, case.address.at(row.anchor))
    for section in case.sections():
        if section.title not in PARTS and section.title not in TYPED_ANCHORS:
            yield Name.of(section.title, HEADING, case.address.at(section.anchor))


def _book_names(book: Book) -> Iterator[Name]:
    yield Name.of(book.meta.title, manual_pages.KIND, book.address)
    for section in chain.from_iterable(section.walk() for section in book.sections):
        yield Name.of(section.title, HEADING, book.address.at(section.anchor))
    for manual in book.manuals.values():
        yield from _manual_names(manual)


def _manual_names(manual: Manual) -> Iterator[Name]:
    for text in (manual.meta.short, manual.meta.title):
        yield Name.of(text, manual_pages.KIND, manual.address)
    for section in chain.from_iterable(section.walk() for section in manual.sections):
        yield Name.of(section.title, HEADING, manual.address.at(section.anchor))
    for chapter in manual.chapters:
        yield Name.of(chapter.title, CHAPTER, chapter.address)
    for clause in manual.clauses():
        yield Name.of(plain(clause.title), manual_pages.CLAUSE_KIND, clause.address)
    for sheet in manual.sheets:
        yield Name.of(sheet.title, sheet.kind.value, sheet.address)
