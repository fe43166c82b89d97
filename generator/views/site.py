"""Every page of the site, in order: the one list that publishers write and search reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..library.model import Library
from .about import about_view
from .cases import case_view, resting_clauses
from .compare import compare_view
from .contents import contents_view
from .courses import course_views
from .facets import build_facets
from .faq import faq_views
from .handouts import Made, handout_views, links_by_subject
from .home import home_view
from .listing import case_list_view, facet_views, table_list_view
from .manuals import book_views
from .my import my_view
from .page import HandoutLink, PageView
from .render import Fragments
from .search import search_view
from .sources import sources_view
from .tables import table_views
from .terms import terms_view
from .version import version_view


def all_pages(library: Library, made: Made | None = None) -> list[PageView]:
    """Make the views of all pages: home, cases and their lists, tables, manuals, handouts, courses, terms, sources, about, search, 我的资料, 总目.

    ``made`` are the files of prepared handouts that there are: only to those do pages lead.
    """
    fragments, facets, resting = Fragments(library), build_facets(library), resting_clauses(library)
    pages = [
        home_view(library, facets),
        case_list_view(library, facets),
        *(case_view(case, library, facets, fragments, resting) for case in library.cases.values()),
        *facet_views(library, facets),
        table_list_view(library),
        *table_views(library, fragments),
        compare_view(library),
        *book_views(library, fragments),
        *handout_views(library, made or {}),
        *faq_views(library),
        terms_view(library, fragments),
        sources_view(library, fragments),
        about_view(library, fragments),
        search_view(),
        my_view(),
        version_view(library),
    ]
    pages += course_views(library, fragments, pages)
    pages.append(contents_view(pages))
    links = links_by_subject(library, made or {})
    return [_with_handouts(page, links) for page in pages]


def _with_handouts(page: PageView, links: Mapping[str, tuple[HandoutLink, ...]]) -> PageView:
    """The page with the files of the handout that is all of what it shows."""
    return replace(page, handouts=links.get(page.basket or page.subject, page.handouts))
