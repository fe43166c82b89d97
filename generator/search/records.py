"""Records, the units of search: made from the views of pages by the same marks a reader's page carries (data-record)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from itertools import groupby
from operator import attrgetter

from ..views.page import PageView

KIND_FACET = "类型"
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))
NAME_TAGS = frozenset(("h4", "h5", "h6", "th"))
"""What names a row or a card within a record: a block that is one of these or stands in one."""
_VOID_TAGS = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)

_SECTIONS = 8192
"""How many sections are remembered, for a process that builds again and again."""


@dataclass(frozen=True)
class Block:
    """A run of text that a query may lie in: what one marked element holds, white space collapsed.

    ``place`` is the id of the row or card it is part of; empty when that is the record itself. ``is_name`` says that it
    names that row or card.
    """

    text: str
    is_heading: bool = False
    place: str = ""
    is_name: bool = False


@dataclass(frozen=True)
class Record:
    """One section of a page: where it stands, what it is called, and its blocks in reading order."""

    page: str
    anchor: str
    title: str
    heading: str
    kind: str
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    added: str = ""
    """入库日期 of the page as YYYY-MM-DD; empty where a page has none."""
    aside: bool = False
    """It asks about, or qualifies, what other records state."""

    def digest(self) -> str:
        """Return the hash of everything the record says."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def records(pages: Iterable[PageView]) -> list[Record]:
    """Return the records of all pages that search covers, page by page in reading order.

    Pages without a kind are left out, and so are sections without text. Raises ValueError when marked elements are
    nested or an element is not closed: their text could not be told apart.
    """
    return [record for page in pages if page.kind for record in _page_records(page)]


def _page_records(page: PageView) -> Iterator[Record]:
    facets = {KIND_FACET: (page.kind,), **page.facets}
    headings: dict[str, str] = {}
    blocks: dict[str, list[Block]] = {}
    asides = {section.anchor for section in page.sections if section.aside}
    for section in page.sections:
        for anchor, block in marked_blocks(section.html, f"{page.address.page}#{section.anchor}"):
            blocks.setdefault(anchor, []).append(block)
            headings.setdefault(anchor, section.title)
    for anchor, found in blocks.items():
        yield Record(
            page.address.page, anchor, page.title, headings[anchor], page.kind, facets, tuple(found), page.added,
            anchor in asides,
        )  # fmt: skip


def marked_blocks(html: str, where: str = "") -> list[tuple[str, Block]]:
    """Return (anchor, block) for every element with ``data-record`` in the HTML, leaving out those without text.

    ``where`` names the HTML in the ValueError raised when such elements are nested or not closed.
    """
    try:
        return list(
            _marked_blocks(str(html))
        )  # of Markup every piece that is cut off would be Markup, at twice the time
    except ValueError as problem:
        raise ValueError(f"{where}: {problem}") from problem


@lru_cache(maxsize=_SECTIONS)
def _marked_blocks(html: str) -> tuple[tuple[str, Block], ...]:
    """The same of each section once while a process lasts."""
    parser = _BlockParser()
    parser.feed(html)
    parser.close()
    if parser.marked is not None:
        raise ValueError(f"<{parser.marked.tag} data-record> is not closed")
    return tuple((anchor, block) for anchor, block in parser.found if block.text)


@dataclass
class _Element:
    """An element we are in; ``anchor`` when it is marked."""

    tag: str
    id: str
    anchor: str | None


class _BlockParser(HTMLParser):
    """Collects the textContent of marked elements; ``marked`` is the one we are in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Block]] = []
        self.marked: _Element | None = None
        self._open: list[_Element] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        element = _Element(tag, known.get("id") or "", known.get("data-record"))
        if element.anchor is not None:
            if self.marked:
                raise ValueError(f"<{tag} data-record={element.anchor!r}> within another marked element")
            self.marked, self._text = element, []
        if tag not in _VOID_TAGS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element closed at once (``<path/>``) holds no text."""

    def handle_endtag(self, tag: str) -> None:
        if all(element.tag != tag for element in self._open):
            return
        ids = [element.id for element in self._open if element.id]
        while (closed := self._open.pop()).tag != tag:
            self._close(closed, ids)
        self._close(closed, ids)

    def _close(self, element: _Element, ids: list[str]) -> None:
        if element is self.marked and element.anchor is not None:
            text = " ".join("".join(self._text).split())
            place = ids[-1] if ids and ids[-1] != element.anchor else ""
            is_name = not NAME_TAGS.isdisjoint({element.tag, *(outer.tag for outer in self._open)})
            self.found.append((element.anchor, Block(text, element.tag in HEADING_TAGS, place, is_name)))
            self.marked = None

    def handle_data(self, data: str) -> None:
        if self.marked:
            self._text.append(data)


def by_place(blocks: Iterable[Block]) -> list[tuple[str, list[str]]]:
    """Return (place, texts) for each run of blocks of one place, in reading order."""
    return [(place, [block.text for block in run]) for place, run in groupby(blocks, key=attrgetter("place"))]


def by_page(items: Iterable[Record]) -> dict[str, list[Record]]:
    """Group records by page, both in the order given."""
    pages: dict[str, list[Record]] = {}
    for record in items:
        pages.setdefault(record.page, []).append(record)
    return pages
