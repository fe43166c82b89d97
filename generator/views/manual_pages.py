"""What every page of the book has in common: its kind in search, its place, the book it must be known by."""

from __future__ import annotations

from ..library.address import Address
from ..library.book import Manual
from .page import PageView, SectionView

KIND, CLAUSE_KIND = "手册", "条款"


def book_page(
    address: Address, title: str, template: str, kind: str, sections: tuple[SectionView, ...], **context: object
) -> PageView:
    """A page of the book: MkDocs lays it out with ``template`` of theme/manual/."""
    return PageView(address, title, template, kind, sections=sections, context=context, in_book=True)


def manual_page(
    manual: Manual,
    address: Address,
    title: str,
    template: str,
    kind: str,
    sections: tuple[SectionView, ...],
    piece: str = "",
    **context: object,
) -> PageView:
    """A page of one manual. The manual's whole title begins the page's own, so that every search hit names it.

    ``piece`` is what the page shows of the manual, as a reader's basket calls it; '' for its front page.
    """
    whole = title if title.startswith(manual.meta.title) else f"{manual.meta.title} {title}"
    parents = () if address == manual.address else ((manual.meta.short, manual.address),)
    crumb = manual.meta.short if address == manual.address else title
    return PageView(
        address,
        whole,
        template,
        kind,
        facets={"手册": (manual.meta.short,)},
        sections=sections,
        context={
            "manual": manual,
            "heading": title,
            "parents": parents,
            "crumb": crumb,
            **context,
        },
        in_book=True,
        added=manual.meta.added.literal,
        basket=f"manual:{manual.id}/{piece}" if piece else f"manual:{manual.id}",
    )
