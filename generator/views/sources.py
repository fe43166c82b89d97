"""The sources: what each is, what it lets one know and until when, and its paragraphs."""

from __future__ import annotations

from ..library.address import Address
from ..library.linking.link import SOURCES_PAGE
from ..library.model import Library
from .cited import whole_source
from .page import TOP, PageView, SectionView
from .render import Fragments

KIND = "来源"


def sources_view(library: Library, fragments: Fragments) -> PageView:
    """Make the page of sources: one section of search a source; the openings of paragraphs are not searched."""
    top = SectionView(TOP, KIND, 1, fragments.render("fragments/page-top.html", title=KIND, anchor=TOP))
    sections = [_section(key, library, fragments) for key in library.sources]
    return PageView(Address(SOURCES_PAGE), KIND, "sources.html", KIND, sections=(top, *sections))


def _section(key: str, library: Library, fragments: Fragments) -> SectionView:
    cases = [case for case in library.cases.values() if case.meta.source == key]
    item = whole_source(key, library)
    html = fragments.render("fragments/source.html", item=item, cases=cases, page=SOURCES_PAGE)
    return SectionView(key, item.source.full_title, 2, html)
