"""The view of one page: its address, its searchable sections, and what its template needs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from ..library.address import Address

TOP = "top"
"""The anchor of a page's own heading and introduction."""


@dataclass(frozen=True)
class SectionView:
    """One unit of search and of the table of contents.

    ``html`` is the section without its subsections. Each block of text in it (a heading, a paragraph, a list item, a
    table cell) is an element with ``data-record="<anchor>"``; such elements are never nested. Inline markup within
    a block joins its text, borders of blocks do not. What must not be searched is not inside such an element, or is
    put on the page by CSS (``content: attr(data-label)``), as evidence marks are.
    """

    anchor: str
    title: str
    level: int
    html: Markup
    aside: bool = False
    """It asks about, or qualifies, what other sections state; in search those come first."""


@dataclass(frozen=True)
class HandoutLink:
    """A file of a prepared handout: what its format is called, where it stands in the site, its size in words, where it is kept."""

    label: str
    address: Address
    size: str
    file: Path = field(repr=False)


@dataclass(frozen=True)
class PageView:
    """One page. ``kind`` is its type in search results (案例, 表, 术语), empty for a page that search leaves out.

    ``facets`` maps 省份, 机制, 主体, 类型 … to this page's values. ``context`` is handed to the template as it is.
    ``added`` is the date (YYYY-MM-DD) on which what the page tells came into the library, empty where that means nothing.
    ``handouts`` are the files that the page offers: those of the prepared handout that is all of what it shows.
    ``basket`` is what a reader's 讲义篮 calls that which the page shows (``case:xitang``, ``manual:guanjia/c2``), '' for nothing.
    ``subject`` is what the page shows in the words of handouts where no basket takes it (``paper:rumen``).
    ``in_book`` says that MkDocs lays the page out, with a template of theme/manual/; Pelican lays out all others.
    """

    address: Address
    title: str
    template: str
    kind: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[SectionView, ...] = ()
    context: Mapping[str, object] = field(default_factory=dict)
    in_book: bool = False
    added: str = ""
    basket: str = ""
    subject: str = ""
    handouts: tuple[HandoutLink, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether there is something to read on it, at which a reader may set a bookmark: what search finds."""
        return bool(self.kind)
