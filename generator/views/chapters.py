"""A chapter of a manual: its clauses, each a section of search, and the paragraphs they rest on."""

from __future__ import annotations

from ..library.book import Chapter, Clause, Manual
from ..library.evidence import ADVICE
from ..library.linking.link import paragraph_place
from ..library.model import Library
from ..markup.render import Renderer
from .cited import manual_sources
from .manual_pages import CLAUSE_KIND, manual_page
from .page import TOP, PageView, SectionView
from .reading_time import minutes_to_read
from .render import Fragments, edition
from .words import Words

SOURCES, RESTING = "sources", "本章依据的段落"


def citation(clause: Clause, manual: Manual, library: Library) -> str:
    """How a clause is cited: book, number, what it rests on, library, edition."""
    about = library.about.meta
    source = f"《{manual.meta.title}》第{clause.number}条（{basis(clause, library)}）"
    return f"{source}，{about.title}，收录截至{edition(library)}。"


def basis(clause: Clause, library: Library) -> str:
    """What a clause rests on, in words that go wherever it is quoted: ``依据：城阳 段15`` or that it is advice."""
    places = [
        paragraph_place(paragraph, clause.context, library.cases, library.homes)
        for paragraph in clause.duty.evidence.paragraphs
    ]
    return f"依据：{'、'.join(place.label for place in places)}" if places else f"{ADVICE}，没有案例依据"


def chapter_view(chapter: Chapter, manual: Manual, library: Library, fragments: Fragments) -> PageView:
    """Make the view of a chapter's page."""
    renderer = Renderer(library, chapter.address.page)
    heading = chapter.heading
    words = Words(renderer, manual.context, TOP)
    clauses = [_clause(clause, manual, library, fragments, renderer) for clause in chapter.clauses]
    top = fragments.render(
        "fragments/manual/chapter-top.html",
        heading=heading,
        manual=manual,
        intro=chapter.intro,
        minutes=minutes_to_read(clauses),
        words=words,
    )
    sections = [SectionView(TOP, heading, 1, top), *clauses]
    cited = manual_sources(chapter.clauses, library)
    if cited:
        page = chapter.address.page
        html = fragments.render("fragments/manual/resting.html", anchor=SOURCES, title=RESTING, cited=cited, page=page)
        sections.append(SectionView(SOURCES, RESTING, 2, html))
    return manual_page(manual, chapter.address, heading, "main.html", CLAUSE_KIND, tuple(sections), chapter.key)


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
