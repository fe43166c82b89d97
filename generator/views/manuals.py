"""The front pages of the book and of each manual: what it is, what it is not, who does what, and when."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.book import Book, Clause, Manual
from ..library.model import Library
from ..library.rows import Document
from ..library.sections import Prose, Section
from ..markup.render import Renderer
from .chapters import chapter_view
from .manual_pages import KIND, book_page, manual_page
from .page import TOP, PageView, SectionView
from .render import Fragments
from .sheets import sheet_view
from .words import Words


@dataclass(frozen=True)
class OfficialDocument:
    """A document that a source names and that no manual of ours may be taken for."""

    case: str
    row: Document
    href: str


@dataclass(frozen=True)
class ClauseGroup:
    """Clauses listed under one word: a role, a frequency."""

    word: str
    note: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Count:
    """How many clauses a manual has, and how many of them rest on advice alone."""

    clauses: int
    advice: int

    @classmethod
    def of(cls, manual: Manual) -> Count:
        """Count one manual's clauses."""
        clauses = list(manual.clauses())
        return cls(len(clauses), sum(clause.duty.is_advice for clause in clauses))


def book_views(library: Library, fragments: Fragments) -> list[PageView]:
    """Make every page of the book, in reading order; none when the library has no manuals."""
    if library.book is None:
        return []
    pages = [_front_view(library.book, library, fragments)]
    for manual in library.book.manuals.values():
        pages.append(_manual_view(manual, library, fragments))
        pages.extend(chapter_view(chapter, manual, library, fragments) for chapter in manual.chapters)
        pages.extend(sheet_view(sheet, manual, library, fragments) for sheet in manual.sheets)
    return pages


def _front_view(book: Book, library: Library, fragments: Fragments) -> PageView:
    renderer = Renderer(library, book.address.page)
    cards = [(manual, Count.of(manual), chapter_links(manual)) for manual in book.manuals.values()]
    html = fragments.render(
        "fragments/manual/book-top.html",
        title=book.meta.title,
        intro=book.intro,
        cards=cards,
        page=book.address.page,
        words=Words(renderer, "", TOP),
    )
    top = SectionView(TOP, book.meta.title, 1, html)
    sections = tuple(_free_section(section, "", fragments, renderer) for section in book.sections)
    return book_page(book.address, book.meta.title, "main.html", KIND, (top, *sections), crumb=book.meta.title)


def _manual_view(manual: Manual, library: Library, fragments: Fragments) -> PageView:
    renderer = Renderer(library, manual.address.page)
    words = Words(renderer, manual.context, TOP)
    html = fragments.render(
        "fragments/manual/manual-top.html",
        manual=manual,
        official=_official(manual, library),
        count=Count.of(manual),
        words=words,
    )
    top = SectionView(TOP, manual.meta.title, 1, html)
    own = (_free_section(section, manual.context, fragments, renderer) for section in manual.sections)
    sections = (top, *_ways_in(manual, library, fragments), *own)
    return manual_page(manual, manual.address, manual.meta.title, "main.html", KIND, sections)


def _ways_in(manual: Manual, library: Library, fragments: Fragments) -> list[SectionView]:
    """The clauses by chapter, by role and by frequency. Search leaves these lists out: it finds the clauses themselves."""
    chapters = [(chapter.heading, chapter) for chapter in manual.chapters]
    lists: tuple[tuple[str, str, str, dict[str, object]], ...] = (
        ("contents", "各章条款", "contents", {"chapters": chapters, "manual": manual}),
        ("roles", "谁来做", "by-word", {"groups": _by_role(manual)}),
        ("when", "什么时候做", "by-word", {"groups": _by_frequency(manual, library)}),
    )
    page = manual.address.page
    return [
        SectionView(
            anchor,
            title,
            2,
            fragments.render(f"fragments/manual/{name}.html", anchor=anchor, title=title, page=page, **context),
        )
        for anchor, title, name, context in lists
    ]


def chapter_links(manual: Manual) -> list[tuple[str, str]]:
    """The chapters and sheets of a manual: name, and link from the book's front page."""
    front = f"{manual.address.page.rpartition('/')[0]}/"
    named = [(chapter.heading, chapter.address) for chapter in manual.chapters]
    named += [(sheet.heading, sheet.address) for sheet in manual.sheets]
    return [(name, f"{manual.id}/{address.page.removeprefix(front)}") for name, address in named]


def _free_section(section: Section, context: str, fragments: Fragments, renderer: Renderer) -> SectionView:
    words = Words(renderer, context, section.anchor)
    blocks = [words.prose(block) for block in section.blocks if isinstance(block, Prose)]
    html = fragments.render("fragments/section.html", section=section, blocks=blocks)
    return SectionView(section.anchor, section.title, section.level, html)


def _official(manual: Manual, library: Library) -> list[OfficialDocument]:
    found = []
    for name in manual.meta.official:
        case_id, _, row_id = name.partition("/")
        case = library.cases[case_id]
        row = next(row for row in case.rows(Document) if row.id == row_id)
        href = case.address.at(row.anchor).seen_from(manual.address.page)
        found.append(OfficialDocument(case.meta.short, row, href))
    return found


def _by_role(manual: Manual) -> list[ClauseGroup]:
    clauses = tuple(manual.clauses())
    return [
        ClauseGroup(role, note, tuple(clause for clause in clauses if role in clause.duty.role_names))
        for role, note in manual.meta.roles.items()
    ]


def _by_frequency(manual: Manual, library: Library) -> list[ClauseGroup]:
    clauses = tuple(manual.clauses())
    groups = (
        ClauseGroup(word, "", tuple(clause for clause in clauses if clause.duty.how_often == word))
        for word in library.vocabulary.frequencies
    )
    return [group for group in groups if group.clauses]
