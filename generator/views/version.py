"""版本: which library this is, made by which program, what it holds, and which of its links need a network."""

from __future__ import annotations

from ..library.address import Address
from ..library.linking.references import outside_links
from ..library.model import Library
from .home import holdings
from .page import PageView

ADDRESS, TITLE = Address("version.html"), "版本"


def version_view(library: Library) -> PageView:
    """Make the page. It has no kind, so that search leaves it out."""
    context = {"holdings": holdings(library), "outside": outside_links(library.destinations), "dates": _dates(library)}
    return PageView(ADDRESS, TITLE, "version.html", context=context)


def _dates(library: Library) -> list[tuple[str, Address, str]]:
    """Each case and manual with the day on which it came in, the latest first."""
    manuals = library.book.manuals.values() if library.book else ()
    things = [*library.cases.values(), *manuals]
    told = [(thing.meta.title, thing.address, thing.meta.added.literal) for thing in things]
    return sorted(told, key=lambda entry: entry[2], reverse=True)
