"""来源与段落: which paragraphs a case page rests on, told so that a reader finds them in the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..library.citations import cited_paragraphs
from ..library.entries import Source
from ..library.evidence import Paragraph
from ..library.model import Case, Library


@dataclass(frozen=True)
class ListedParagraph:
    """A paragraph of a source: where the page tells it, its opening words, and whether it is a caption."""

    paragraph: Paragraph
    anchor: str
    opening: str
    caption: bool


@dataclass(frozen=True)
class ListedSource:
    """A source and the paragraphs of it that a page lists."""

    key: str
    source: Source
    paragraphs: tuple[ListedParagraph, ...]


def cited_sources(case: Case, library: Library) -> list[ListedSource]:
    """The sources a case page cites, its own first, each with the paragraphs cited."""
    cited = sorted(cited_paragraphs(case, library), key=lambda p: (p.source != case.meta.source, p))
    own = case.meta.source
    return [listed_source(key, group, library, own) for key, group in groupby(cited, key=lambda p: p.source)]


def whole_source(key: str, library: Library) -> ListedSource:
    """A source with all its paragraphs."""
    return listed_source(key, (Paragraph(key, int(name[1:])) for name in library.sources[key].paragraphs), library)


def listed_source(key: str, paragraphs: Iterable[Paragraph], library: Library, own: str = "") -> ListedSource:
    """A source with these of its paragraphs; ``own`` is the main source of the page."""
    source = library.sources[key]
    entries = (ListedParagraph(p, p.anchor(own), source.opening(p), p.key in source.captions) for p in paragraphs)
    return ListedSource(key, source, tuple(entries))
