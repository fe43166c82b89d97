"""The order of the book, as MkDocs wants it told."""

from __future__ import annotations

from ..library.address import Address
from ..library.book import FOLDER, Manual
from ..library.model import Library

Nav = list[dict[str, object]]


def source_uri(address: Address) -> str:
    """The file that MkDocs thinks a page was made from: ``guanjia/02-meiri.md``."""
    return address.page.removeprefix(f"{FOLDER}/").removesuffix(".html") + ".md"


def book_nav(library: Library) -> Nav:
    """The book's front page, then each manual with its chapters and sheets."""
    if library.book is None:
        return []
    front: Nav = [{library.book.meta.title: source_uri(library.book.address)}]
    return front + [{manual.meta.short: _manual_nav(manual)} for manual in library.book.manuals.values()]


def _manual_nav(manual: Manual) -> Nav:
    pages = [(manual.meta.short, manual.address)]
    pages += [(chapter.heading, chapter.address) for chapter in manual.chapters]
    pages += [(sheet.heading, sheet.address) for sheet in manual.sheets]
    return [{title: source_uri(address)} for title, address in pages]
