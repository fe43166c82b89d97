"""The neutral document that every writer sets: what stands in a handout and in which order, nothing of how it looks.

Immutable and free of the library's types except for the paragraphs that evidence marks name, so that a document can be
walked, counted and compared with the library it was made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..library.evidence import Paragraph as Cited
from ..views.render import DISCLAIMER
from .inline import Runs, text_of
from .picture import Picture
from .tabular import FigureCards, Table

FOOTER = f"学习资料·{DISCLAIMER}"
"""Stands on the cover and at the foot of every page."""
LONG = 10
"""Entries of contents from which a handout is no longer seen at a glance."""


class ParagraphKind(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    LEAD = "lead"
    QUOTE = "quote"
    NOTE = "note"
    """A box: 编者分析, 建议, 口径提示."""
    SMALL = "small"
    """Said beside a table or heading: a caption, a remark on how to read."""
    RULE = "rule"
    """What a clause of a manual tells to do."""


@dataclass(frozen=True)
class Paragraph:
    """Runs of text, set as one paragraph."""

    runs: Runs
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4. ``number`` is what stands before it (一、, （一）, 1., 第一章); '' for none."""

    level: int
    runs: Runs
    number: str = ""
    numbered: bool = True
    """Whether it is counted among the headings of its level; a heading that has a number of its own is not."""
    listed: bool = True
    """Whether the contents show it, if it is of a level that they show."""
    place: int = 0
    """Its count among all headings, which tells two of the same words apart."""

    @property
    def text(self) -> str:
        """The heading as a reader sees it."""
        return self.number + text_of(self.runs)


class ListKind(StrEnum):
    """How the items of a list begin."""

    BULLET = "bullet"
    NUMBER = "number"
    CHECK = "check"


@dataclass(frozen=True)
class Item:
    """One item of a list: its words, what follows them as paragraphs, and a list below it."""

    runs: Runs
    more: tuple[Runs, ...] = ()
    below: ListBlock | None = None


@dataclass(frozen=True)
class ListBlock:
    """A list; ``start`` is the number of its first item."""

    items: tuple[Item, ...]
    kind: ListKind = ListKind.BULLET
    start: int = 1


@dataclass(frozen=True)
class Question:
    """A question for discussion, with lines to write on."""

    number: int
    runs: Runs
    lines: int


@dataclass(frozen=True)
class SourcePlace:
    """Where the document tells a cited paragraph: an item of its notes of sources, to which evidence marks lead."""

    paragraph: Cited
    label: str
    runs: Runs


@dataclass(frozen=True)
class SourceList:
    """The paragraphs of one source that the document cites."""

    places: tuple[SourcePlace, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | ListBlock | Table | FigureCards | Picture | Question | SourceList | PageBreak


@dataclass(frozen=True)
class Cover:
    """What the first page says: ``date`` is in words; ``lines`` are further facts, one a line (来源, 材料截至)."""

    title: str
    subtitle: str
    compiler: str
    date: str
    lines: tuple[str, ...] = ()
    line: str = FOOTER


@dataclass(frozen=True)
class Document:
    """A handout. ``day`` (2026-11-22) dates the file itself, so that two runs make the same bytes."""

    cover: Cover
    day: str
    blocks: tuple[Block, ...] = field(default=())

    @property
    def has_contents(self) -> bool:
        """Whether it is long enough for a cover page of its own and a list of contents."""
        return len(self.entries) >= LONG

    @property
    def entries(self) -> tuple[Heading, ...]:
        """The headings that the list of contents shows."""
        return tuple(block for block in self.blocks if isinstance(block, Heading) and block.listed and block.level < 3)


def runs_in(blocks: tuple[Block, ...]) -> Iterator[Runs]:
    """Every sequence of runs in ``blocks``, in reading order."""
    for block in blocks:
        yield from _block_runs(block)


def _block_runs(block: Block) -> Iterator[Runs]:
    if isinstance(block, Heading | Paragraph | Question):
        yield block.runs
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.runs
            yield from item.more
            yield from _block_runs(item.below) if item.below else ()
    elif isinstance(block, Table | FigureCards):
        yield from block.all_runs()
    elif isinstance(block, Picture):
        yield block.caption
    elif isinstance(block, SourceList):
        yield from (place.runs for place in block.places)
