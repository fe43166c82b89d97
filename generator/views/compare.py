"""The page 自选案例并列: empty places that theme/static/compare-page.js fills with the cases a reader picks."""

from __future__ import annotations

from ..compare.judging.reasons import legend
from ..library.address import Address
from ..library.model import Library
from .page import PageView

ADDRESS = Address("compare.html")
CRUMB, TEMPLATE = "自选案例并列", "compare.html"


def compare_view(library: Library) -> PageView:
    """Make the view of compare.html. It has no kind, so that search leaves it out."""
    prepared = [(f"tables/{id_}.html", spec.question) for id_, spec in library.tables.items()]
    return PageView(ADDRESS, CRUMB, TEMPLATE, context={"prepared": prepared, **legend()})
