"""The search page: a form and empty places that theme/static/search-page.js fills."""

from __future__ import annotations

from ..library.address import Address
from .page import PageView


def search_view() -> PageView:
    """Make the view of search.html. It has no kind, so that search leaves it out."""
    return PageView(Address("search.html"), "搜索", "search.html")
