"""A chapter of a manual: its clauses, each a section of search, and the paragraphs they rest on."""

from __future__ import annotations

from ..library.book import Chapter, Clause, Manual
from ..library.model import Library
from ..markup.render import Renderer
from .cited import manual_sources
from .manual_pages import CLAUSE_KIND, manual_page
from .page import TOP, PageView, SectionView
from .render import Fragments, edition
from .words import Words

_NUMERALS = "零一二三四五六七八九十"


def chinese_number(number: int) -> str:
    """A number from 1 to 99 as chapters are counted: 三, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return lead + (_NUMERALS[ones] if ones or not tens else "")


def chapter_heading(chapter: Chapter) -> str:
    """``第二章 每天怎么做``."""
    return f"第{chinese_number(chapter.number)}章 {chapter.title}"


def citation(clause: Clause, manual: Manual, library: Library) -> str:
    """How a clause is cited: book, number, library, edition."""
    about = library.about.meta
    return f"《{manual.meta.title}》第{clause.number}条，{about.title}，收录截至{edition(library)}。"


def chapter_view(chapter: Chapter, manual: Manual, library: Library, fragments: Fragments) -> PageView:
    """Make the view of a chapter's page."""
    renderer = Renderer(library, chapter.address.page)
    heading = chapter_heading(chapter)
    words = Words(renderer, manual.context, TOP)
    top = fragments.render(
        "fragments/manual/chapter-top.html", heading=heading, manual=manual, intro=chapter.intro, words=words
    )
    clauses = [_clause(clause, manual, library, fragments, renderer) for clause in chapter.clauses]
    sections = (SectionView(TOP, heading, 1, top), *clauses)
    cited = manual_sources(chapter.clauses, library)
    return manual_page(manual, chapter.address, heading, "chapter.html", CLAUSE_KIND, sections, cited=cited)


def _clause(clause: Clause, manual: Manual, library: Library, fragments: Fragments, renderer: Renderer) -> SectionView:
    anchor = clause.address.anchor
    html = fragments.render(
        "fragments/manual/clause.html",
        clause=clause,
        anchor=anchor,
        citation=citation(clause, manual, library),
        words=Words(renderer, manual.context, anchor),
    )
    return SectionView(anchor, clause.label, 2, html)
