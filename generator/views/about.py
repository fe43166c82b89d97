"""关于本库: the library's own page, from content/about.md."""

from __future__ import annotations

from ..library.linking.link_site import ABOUT_PAGE
from ..library.model import Library
from ..library.sections import Prose, Section
from ..markup.render import Renderer
from .page import TOP, PageView, SectionView
from .render import Fragments
from .words import Words

TITLE = "关于本库"


def about_view(library: Library, fragments: Fragments) -> PageView:
    """Make the page; each of its sections is a section of search."""
    renderer = Renderer(library, ABOUT_PAGE.page)
    page = library.about
    intro = [Words(renderer, "", TOP).prose(block) for block in page.intro if isinstance(block, Prose)]
    top = SectionView(TOP, TITLE, 1, fragments.render("fragments/page-top.html", title=TITLE, anchor=TOP, blocks=intro))
    sections = [_section(section, fragments, renderer) for section in page.sections]
    return PageView(ABOUT_PAGE, TITLE, "about.html", "关于", sections=(top, *sections))


def _section(section: Section, fragments: Fragments, renderer: Renderer) -> SectionView:
    words = Words(renderer, "", section.anchor)
    blocks = [words.prose(block) for block in section.blocks if isinstance(block, Prose)]
    html = fragments.render("fragments/section.html", section=section, blocks=blocks)
    return SectionView(section.anchor, section.title, section.level, html)
